/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Results figures: what the answers of a measurement, or a selection of score cells, say.
 *
 * Cells are counted as the functions count them (TRUE in a range is the number 1), so that a panel,
 * a formula and a table show the same numbers. Whatever is shown comes with its number of answers
 * and its margin; with fewer answers than the minimum there is no number at all.
 */
#ifndef KERNPUNT_MEASURE_RESULTS_H
#define KERNPUNT_MEASURE_RESULTS_H

#include "kernpunt/measure.h"
#include "kernpunt/measure_answers.h"
#include "kernpunt/workbook.h"

/* -------------------------------------------------------------------------------- a group */

typedef enum kp_results_kind {
  KP_RESULTS_NPS,   /**< 0 to 10 */
  KP_RESULTS_SHARE, /**< 1 to 5: share of the top two */
  KP_RESULTS_MEAN   /**< any other scale; 1 to 10 with decimals */
} kp_results_kind;

kp_results_kind kp_results_kind_of(int least, int most);

/** What a cell is as a score, in the order in which it is told. */
typedef enum kp_results_reason {
  KP_RESULTS_COUNTS,
  KP_RESULTS_BLANK,
  KP_RESULTS_TEXT,
  KP_RESULTS_OUTSIDE,
  KP_RESULTS_NOT_WHOLE,
  KP_RESULTS_ERROR,
  KP_RESULTS_REASONS
} kp_results_reason;

/** Scores on one scale. */
typedef struct kp_results_group {
  kp_results_kind kind;
  kp_survey_tally tally; /**< NPS */
  kp_survey_scale scale; /**< the other kinds */
} kp_results_group;

/** False for a scale that cannot be. */
bool kp_results_start(kp_results_group *group, int least, int most);
kp_results_reason kp_results_add(kp_results_group *group, const kp_answers_cell *cell);

/* --------------------------------------------------------------------------------- figures */

enum { KP_RESULTS_FEWEST = 10 /**< answers below which no number is shown */ };

/** Parts of the bar, from left to right. */
enum { KP_RESULTS_LOW, KP_RESULTS_MIDDLE, KP_RESULTS_HIGH, KP_RESULTS_PARTS };

typedef struct kp_results_figures {
  kp_results_kind kind;
  int least; /**< ends of the scale of the answers */
  int most;
  uint64_t answers; /**< cells in all */
  uint64_t n;       /**< of them valid */
  uint64_t left[KP_RESULTS_REASONS];
  bool few; /**< fewer valid ones than the minimum: what follows is NaN and 0 */
  /** Points, a fraction or a mean, with its margin and bounds at 95 %. The bounds are NaN when
   * there are too few answers for them. */
  double value;
  double margin;
  double lower;
  double upper;
  uint64_t part[KP_RESULTS_PARTS]; /**< detractors … promoters; else below, in and above the middle;
                                      SHARE: all but the top two, none, the top two */
} kp_results_figures;

void kp_results_figures_of(const kp_results_group *group, double minimum, kp_results_figures *out);

/** The later of two groups against the earlier. */
typedef struct kp_results_change {
  bool known; /**< both on one scale, with enough answers */
  bool other_scale;
  kp_survey_verdict verdict;
  double delta; /**< as `value` of the figures, with margin and bounds */
  double margin;
  double lower;
  double upper;
  uint64_t n_before;
} kp_results_change;

void kp_results_change_of(const kp_results_group *earlier, const kp_results_group *later,
                          double minimum, kp_results_change *out);

/* ----------------------------------------------------------------------- the answer sheets */

/** A cell that does not count. */
typedef struct kp_results_cell {
  int32_t column; /**< on the sheet, from 0 */
  int32_t row;
  int32_t unit; /**< place among the units, or -1 */
  kp_results_reason reason;
  double number; /**< of one that is OUTSIDE or NOT_WHOLE */
} kp_results_cell;

enum {
  KP_RESULTS_CELLS = 200, /**< of those that do not count, remembered a wave */
  KP_RESULTS_UNITS = 400  /**< with more different texts it is no column of units */
};

/** A measurement with answers. */
typedef struct kp_results_wave {
  kp_answers_name name; /**< first: what waves are sorted by */
  char *sheet;          /**< on which its answers stand */
  int least;
  int most;
  kp_results_group *groups; /**< all answers, then those of each unit */
  size_t group_count;
  kp_results_cell *cells; /**< the first that do not count */
  size_t cell_count;
  double invited; /**< NaN when it is not known */
  bool story;     /**< conversations: no score, no verdict */
  bool changed;   /**< circumstances or questions were other than before */
} kp_results_wave;

/** All measurements of all answer sheets. */
typedef struct kp_results {
  kp_results_wave *waves; /**< oldest first */
  size_t count;
  kp_answers_names units; /**< of all sheets, by first appearance */
  size_t sources;         /**< answer sheets that the workbook knows */
  size_t lost;            /**< of them those whose columns cannot be told any more, or are gone */
} kp_results;

/** Reads them; `in->rows` and `in->book` may be NULL where the workbook was not set up for
 * follow-up. False after an error. kp_results_clear it in any case. */
bool kp_results_read(kp_uno_error *error, const kp_measure_input *in, kp_language language,
                     kp_results *results);
void kp_results_clear(kp_results *results);
/** The answers of a wave, of one unit or (-1) of all; NULL when there are none. */
const kp_results_group *kp_results_group_at(const kp_results *results, size_t wave, int unit);
/** The unit with this name, or -1. */
int kp_results_unit(const kp_results *results, const char *name);

/* ------------------------------------------------------------------------------ a selection */

/** A rectangle of cells; rows and columns from 0. */
typedef struct kp_results_area {
  int sheet;
  int32_t left;
  int32_t top;
  int32_t right;
  int32_t bottom;
} kp_results_area;

typedef struct kp_results_pick {
  size_t count; /**< 0: no selection of cells that can be one of scores */
  kp_results_area areas[2];
} kp_results_pick;

/** What is selected: one or two rectangles of more than one cell. None for anything else. */
void kp_results_picked(uno_Interface *selection, kp_results_pick *pick);
bool kp_results_same_pick(const kp_results_pick *one, const kp_results_pick *other);

/** The scores in a selection; of two rectangles the first is the earlier one. */
typedef struct kp_results_selection {
  bool scores; /**< it lies in score cells */
  kp_results_pick pick;
  char *sheet; /**< of the last rectangle */
  kp_results_area
      used[2]; /**< what of them was read: not the header, nothing below the last cell */
  kp_results_group group[2];
  kp_results_cell *cells; /**< of the last rectangle: the first that do not count */
  size_t cell_count;
} kp_results_selection;

/** Reads a selection, in blocks. On the sheet of an answer sheet only its scores are scores;
 * elsewhere cells of which most are whole numbers from 0 to 10. False after an error.
 * kp_results_selection_clear it in any case. */
bool kp_results_select(kp_uno_error *error, uno_Interface *model, const kp_method *method,
                       const kp_results_pick *pick, kp_results_selection *selection);
void kp_results_selection_clear(kp_results_selection *selection);

/** "C2:C244"; "C2" of one cell. */
enum { KP_RESULTS_ADDRESS = 40 };
void kp_results_address(const kp_results_area *area, char text[KP_RESULTS_ADDRESS]);

#endif
