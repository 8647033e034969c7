/* SPDX-License-Identifier: GPL-3.0-or-later */
/** A table on its way to a sheet: cells in memory first, so that what is written can be decided and
 * tested without an office. Within src/export only. */
#ifndef KERNPUNT_EXPORT_TABLE_H
#define KERNPUNT_EXPORT_TABLE_H

#include "sheet.h"
#include "source.h"

typedef enum kp_export_kind {
  KP_EXPORT_NOTHING,
  KP_EXPORT_WORDS,
  KP_EXPORT_NUMBER,
  KP_EXPORT_FORMULA,
  KP_EXPORT_ARRAY /**< a formula that goes over columns as one: {=…} in one cell */
} kp_export_kind;

/** How a cell looks. */
typedef enum kp_export_look {
  KP_EXPORT_PLAIN,
  KP_EXPORT_TITLE,
  KP_EXPORT_HEAD,  /**< of a column of words */
  KP_EXPORT_HEADN, /**< of a column of numbers */
  KP_EXPORT_COUNT,
  KP_EXPORT_SCORE, /**< +22 */
  KP_EXPORT_SHARE, /**< 44 % */
  KP_EXPORT_P,
  KP_EXPORT_DECIMAL, /**< 7.2 */
  KP_EXPORT_VERDICT,
  KP_EXPORT_DAY,
  KP_EXPORT_SMALL,
  KP_EXPORT_LOOKS
} kp_export_look;

typedef struct kp_export_cell {
  kp_export_kind kind;
  kp_export_look look;
  double number;
  char *text; /**< words or formula */
} kp_export_cell;

typedef struct kp_export_table {
  int32_t left; /**< where it stands: formulas name their neighbours */
  int32_t top;
  int columns;
  int rows;
  int header; /**< row of the headers, within the table */
  int first;  /**< rows of groups or measurements */
  int last;
  int total; /**< its row, or -1 */
  kp_export_cell *cells;
  bool failed; /**< memory */
} kp_export_table;

bool kp_export_table_start(kp_export_table *table, int columns, int rows);
void kp_export_table_clear(kp_export_table *table);
/** The cell at a place within the table. */
kp_export_cell *kp_export_at(const kp_export_table *table, int column, int row);
/** "$B$3" of a cell of the table. */
const char *kp_export_place(const kp_export_table *table, int column, int row,
                            char name[KP_EXPORT_CELL_SIZE]);

void kp_export_words(kp_export_table *table, int column, int row, kp_export_look look,
                     const char *words);
void kp_export_number(kp_export_table *table, int column, int row, kp_export_look look,
                      double number);
/** `formula` is malloc'ed, and taken; NULL counts as memory that was short. */
void kp_export_formula(kp_export_table *table, int column, int row, kp_export_look look, bool array,
                       char *formula);

/** Fills a table for the choice, as it stands at a place. False when memory is short.
 * `table->cells` is NULL when the answers do not have what it takes: `*lacking` says why. */
bool kp_export_build(const kp_export_source *source, const kp_export_choice *choice, int32_t left,
                     int32_t top, kp_export_table *table, kp_text *lacking);
/** The builders of tables with formulas that every office has. */
bool kp_export_build_plain(const kp_export_source *source, const kp_export_choice *choice,
                           int32_t left, int32_t top, kp_export_table *table, kp_text *lacking);

/** Title, the measurement (and the one before it) in cells of their own that formulas refer to, and
 * the line that says what it is of. */
void kp_export_top(const kp_export_source *source, kp_text title, bool two, kp_export_table *table);
void kp_export_note(const kp_export_source *source, kp_export_form form, const char *functions,
                    kp_export_table *table);
/** Whether formulas over the scores of one measurement go over columns as one. */
bool kp_export_array(const kp_export_source *source);
/** The scores of one measurement as an argument, malloc'ed: those of others are left out. `later`:
 * of the newest. */
char *kp_export_scores(const kp_export_source *source, const kp_export_table *table, bool later);
/** The title of a table. */
kp_text kp_export_title(kp_export_what what);

/** Writes the table at its place on a sheet. */
bool kp_export_write(kp_uno_error *error, uno_Interface *model, uno_Interface *sheet,
                     const kp_export_table *table);
/** Turns formulas of a rectangle into what they say now. */
bool kp_export_settle(kp_uno_error *error, uno_Interface *sheet, int32_t left, int32_t top,
                      int32_t right, int32_t bottom);

#endif
