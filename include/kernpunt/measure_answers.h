/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * People's own answer sheets: which column holds what, and what is in it.
 *
 * Everything here is decided on cells in memory, by the words of the method's lists with a role
 * KP_ROLE_ANSWER_… and by what stands in the columns. The sheet itself is never written.
 */
#ifndef KERNPUNT_MEASURE_ANSWERS_H
#define KERNPUNT_MEASURE_ANSWERS_H

#include "kernpunt/method.h"
#include "kernpunt/survey.h"
#include "kernpunt/uno.h"

/* ----------------------------------------------------------------------------------- the cells */

typedef enum kp_answers_kind {
  KP_ANSWERS_BLANK,
  KP_ANSWERS_NUMBER,
  KP_ANSWERS_DAY,   /**< a number that is shown as a date */
  KP_ANSWERS_TRUTH, /**< TRUE or FALSE */
  KP_ANSWERS_TEXT,
  KP_ANSWERS_ERROR
} kp_answers_kind;

typedef struct kp_answers_cell {
  kp_answers_kind kind;
  double number;
  const char *text; /**< of a TEXT; else NULL */
} kp_answers_cell;

/** The used part of a sheet, row by row. */
typedef struct kp_answers_grid {
  kp_answers_cell *cells;
  int columns;
  int rows;
  int left; /**< place on the sheet of its first cell */
  int top;
  void *memory; /**< of kp_answers_read; or NULL */
} kp_answers_grid;

/** The cell; a blank one outside. */
const kp_answers_cell *kp_answers_at(const kp_answers_grid *grid, int column, int row);
/** Its text, malloc'ed: "2025" of a number, "2026-03-01" of a day, "" of a blank; NULL without
 * memory. */
char *kp_answers_text(const kp_answers_cell *cell);

/** Reads the used part of a sheet. False after an error; kp_answers_grid_free it in any case. */
bool kp_answers_read(kp_uno_error *error, uno_Interface *model, uno_Interface *sheet,
                     kp_answers_grid *grid);
void kp_answers_grid_free(kp_answers_grid *grid);

/* --------------------------------------------------------------------------------- the columns */

/** What a column may be, in the order of KP_ROLE_ANSWER_SCORE … KP_ROLE_ANSWER_WEIGHT. */
enum {
  KP_ANSWERS_PARTS = KP_ROLE_ANSWER_WEIGHT - KP_ROLE_ANSWER_SCORE + 1,
  KP_ANSWERS_DRIVERS = 24, /**< most drivers */
  KP_ANSWERS_DECIDE = 5000 /**< so many rows decide; all are counted */
};
/** The place of a role among the parts. */
#define KP_ANSWERS_PART(role) ((int)(role) - (int)KP_ROLE_ANSWER_SCORE)

/** Which column of the grid is what. */
typedef struct kp_answers_map {
  int header;                   /**< row of the grid; -1: there is no table */
  int last;                     /**< the last row with an answer */
  int totals;                   /**< rows of totals below it */
  int column[KP_ANSWERS_PARTS]; /**< or -1 */
  int drivers[KP_ANSWERS_DRIVERS];
  int driver_count;
  int least; /**< ends of the scale of the score */
  int most;
} kp_answers_map;

/** Finds the table and the columns; false when the sheet has no table. A part of which fewer than
 * 80 of every 100 cells agree stays -1. */
bool kp_answers_find(const kp_method *method, const kp_answers_grid *grid, kp_answers_map *map);
/** Finds header and last row only: `map->header` is -1 when there is none. */
void kp_answers_find_table(const kp_method *method, const kp_answers_grid *grid,
                           kp_answers_map *map);
/** The last row with an answer below a header that is known, rows of totals left out. */
void kp_answers_find_end(const kp_method *method, const kp_answers_grid *grid, kp_answers_map *map);
/** The scale that a column of scores is probably on. */
void kp_answers_find_scale(const kp_method *method, const kp_answers_grid *grid, int column,
                           kp_answers_map *map);
/** How well a column holds what a part asks, from 0 to 1; 0 for an empty one. */
double kp_answers_agree(const kp_method *method, const kp_answers_grid *grid,
                        const kp_answers_map *map, kp_method_role role, int column);
/** How often the header of a column stands in its row. */
int kp_answers_header_count(const kp_answers_grid *grid, const kp_answers_map *map, int column);

/* --------------------------------------------------------------------------------- what is in it
 */

/** Counts every answer of a column of scores by the rules of the functions; false for a scale that
 * cannot be. `*rows` gets the number of answers. */
bool kp_answers_count(const kp_answers_grid *grid, const kp_answers_map *map,
                      kp_survey_scale *scale, size_t *rows);

/** A text that stands in a column. */
typedef struct kp_answers_name {
  char *text;
  size_t count; /**< rows */
  int first;    /**< row of the grid */
  int last;
  double first_day; /**< of the date column; NaN when there is none */
  double last_day;
} kp_answers_name;

typedef struct kp_answers_names {
  kp_answers_name *list;
  size_t count;
} kp_answers_names;

/** The different texts of a column, blanks left out, by first appearance, whatever their
 * case. */
bool kp_answers_names_of(const kp_answers_grid *grid, const kp_answers_map *map, int column,
                         kp_answers_names *names);
void kp_answers_names_free(kp_answers_names *names);

/**
 * The measurements in the sheet, oldest first: the texts of its column; or the periods of its date
 * column, where days without answers part them ("September 2026"); or one, whose name is `whole`.
 */
bool kp_answers_waves(const kp_answers_grid *grid, const kp_answers_map *map, const char *whole,
                      kp_language language, kp_answers_names *waves);

/** The row belongs to the wave, by its column or its days; always when there is but one. */
bool kp_answers_in_wave(const kp_answers_grid *grid, const kp_answers_map *map,
                        const kp_answers_name *wave, int row);

/* ------------------------------------------------------------------------------------ sentences */

/** Up to `most` examples of a column with " · " in between, malloc'ed. */
char *kp_answers_examples(const kp_answers_grid *grid, const kp_answers_map *map, int column,
                          kp_language language, size_t most);
/** "250 answers, 241 valid, 5 units, 3 account managers found."; malloc'ed. */
char *kp_answers_say(const kp_answers_grid *grid, const kp_answers_map *map, kp_language language);
/** "9 do not count: 4 empty, 3 text, 2 outside 0–10."; "" when all count; malloc'ed. */
char *kp_answers_say_dirt(const kp_answers_grid *grid, const kp_answers_map *map,
                          kp_language language);
/** The same without "9 do not count": "241 valid, 4 empty". */
char *kp_answers_say_scores(const kp_answers_grid *grid, const kp_answers_map *map,
                            kp_language language);

#endif
