/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What the add-in's files share: a table row, its parsed arguments, and how results are made.
 *
 * A call goes: row -> argument readers (arguments.c) -> compute function -> result any. A compute
 * function returns a kp_calc_error; anything but KP_CALC_OK is shown by Calc as its own error.
 */
#ifndef KERNPUNT_FUNCTIONS_INTERNAL_H
#define KERNPUNT_FUNCTIONS_INTERNAL_H

#include "kernpunt/functions.h"
#include "kernpunt/text.h"
#include "kernpunt/survey.h"
#include "words.h"

/** Calc's error numbers (formula/errorcodes.hxx of LibreOffice documents them for users). */
typedef enum kp_calc_error {
  KP_CALC_OK = 0,
  KP_CALC_NUM = 503,     /**< #NUM! */
  KP_CALC_VALUE = 519,   /**< #VALUE! */
  KP_CALC_DIV0 = 532,    /**< #DIV/0! */
  KP_CALC_MEMORY = 512,  /**< Err:512, formula overflow */
  KP_CALC_NO_CONV = 523, /**< Err:523, no convergence */
  KP_CALC_NA = 32767     /**< #N/A */
} kp_calc_error;

/* ------------------------------------------------------------------------------------- cells */

/** An aggregating argument as Calc hands it over: one cell, or rows of cells. Borrowed. */
typedef struct kp_functions_cells {
  const uno_Any *single;     /**< when rows is NULL */
  uno_Sequence *const *rows; /**< sequence of any each */
  size_t row_count, column_count;
} kp_functions_cells;

/** False when the argument is missing or of a kind Calc never sends, or when rows differ in length.
 */
bool kp_functions_cells_read(kp_functions_cells *cells, const uno_Any *argument);
/** Where one value belongs, a range of one cell (a name for $B$2:$B$2) is that cell. */
const uno_Any *kp_functions_cell_only(const uno_Any *argument);
/** The cell at a place inside the shape. */
static inline const uno_Any *kp_functions_cells_at(const kp_functions_cells *cells, size_t row,
                                                   size_t column) {
  return cells->rows == NULL ? cells->single : KP_UNO_ELEMENTS(uno_Any, cells->rows[row]) + column;
}
static inline bool kp_functions_cells_same_shape(const kp_functions_cells *one,
                                                 const kp_functions_cells *other) {
  return one->row_count == other->row_count && one->column_count == other->column_count;
}

/** The number in a cell, NaN when it holds anything else. */
static inline double kp_functions_cell_number(const uno_Any *cell) {
  return cell->pType->eTypeClass == typelib_TypeClass_DOUBLE ? *(const double *)cell->pData
                                                             : (double)NAN;
}
/** The text in a cell, NULL when it holds anything else. */
static inline const rtl_uString *kp_functions_cell_text(const uno_Any *cell) {
  return cell->pType->eTypeClass == typelib_TypeClass_STRING ? *(rtl_uString *const *)cell->pData
                                                             : NULL;
}
/** True for an empty cell and for "". */
static inline bool kp_functions_cell_blank(const uno_Any *cell) {
  const rtl_uString *text = kp_functions_cell_text(cell);
  return cell->pType->eTypeClass == typelib_TypeClass_VOID || (text != NULL && text->length == 0);
}

/** Adds a cell to a tally by the dirty-input rules. */
void kp_functions_cells_tally_one(kp_survey_tally *tally, const uno_Any *cell);
/** Adds every cell. */
void kp_functions_cells_tally(kp_survey_tally *tally, const kp_functions_cells *cells);
void kp_functions_cells_scale_one(kp_survey_scale *scale, const uno_Any *cell);
void kp_functions_cells_scale(kp_survey_scale *scale, const kp_functions_cells *cells);
/** False when the shapes differ (rule 9). */
bool kp_functions_cells_pairs(kp_survey_pairs *pairs, const kp_functions_cells *earlier,
                              const kp_functions_cells *later);
bool kp_functions_cells_grade_pairs(kp_survey_grade_pairs *pairs, const kp_functions_cells *earlier,
                                    const kp_functions_cells *later);
bool kp_functions_cells_weighted(kp_survey_weighted *weighted, const kp_functions_cells *scores,
                                 const kp_functions_cells *weights);

/* --------------------------------------------------------------------------------- arguments */

/** Kinds of argument. Each has one name, type and reader in arguments.c. */
typedef enum kp_argument {
  KP_ARG_END,
  KP_ARG_DOCUMENT,
  /* cells: data[0], data[1], data[2] in the order of the row */
  KP_ARG_SCORES,
  KP_ARG_EARLIER,
  KP_ARG_LATER,
  KP_ARG_GROUPS,
  KP_ARG_WAVES,
  KP_ARG_ROWS,
  KP_ARG_COLUMNS,
  KP_ARG_OUTCOME,
  KP_ARG_DRIVERS,
  KP_ARG_RANGE1,
  KP_ARG_VALUES,
  /* pairs of cells: margin_groups[], margin_population[]; the first pair is required */
  KP_ARG_GROUPS1,
  KP_ARG_POPULATION1,
  KP_ARG_GROUPS2,
  KP_ARG_POPULATION2,
  KP_ARG_GROUPS3,
  KP_ARG_POPULATION3,
  KP_ARG_GROUPS4,
  KP_ARG_POPULATION4,
  /* optional cells */
  KP_ARG_WEIGHTS,
  KP_ARG_WEIGHTS_EARLIER,
  KP_ARG_WEIGHTS_LATER,
  KP_ARG_NAMES,
  /* a range object, a value of any kind, the rest of the list */
  KP_ARG_CELLS,
  KP_ARG_VALUE,
  KP_ARG_CRITERION1,
  KP_ARG_MORE,
  KP_ARG_WAVE_EARLIER,
  KP_ARG_WAVE_LATER,
  /* required numbers: number[0], number[1] … in the order of the row */
  KP_ARG_PROMOTERS,
  KP_ARG_PASSIVES,
  KP_ARG_DETRACTORS,
  KP_ARG_MARGIN,
  KP_ARG_DELTA,
  KP_ARG_BOXES,
  KP_ARG_COUNT_EARLIER,
  KP_ARG_N_EARLIER,
  KP_ARG_COUNT_LATER,
  KP_ARG_N_LATER,
  KP_ARG_INDEX,
  KP_ARG_INDEX_A,
  KP_ARG_INDEX_B,
  KP_ARG_BASELINE,
  KP_ARG_TARGET,
  KP_ARG_ACTUAL,
  /* required words */
  KP_ARG_SEGMENT,
  KP_ARG_DIRECTION,
  KP_ARG_MEASURE,
  KP_ARG_KIND,
  /* optional numbers */
  KP_ARG_CONFIDENCE,
  KP_ARG_POPULATION,
  KP_ARG_PAIRED,
  KP_ARG_MINIMUM,
  KP_ARG_VARIANCE,
  KP_ARG_VARIANCE1,
  KP_ARG_VARIANCE2,
  KP_ARG_POWER,
  KP_ARG_MIN,
  KP_ARG_MAX,
  KP_ARG_TOP,
  KP_ARG_LARGEST,
  KP_ARG_REPETITIONS,
  KP_ARG_SEED,
  /* optional words */
  KP_ARG_METHOD,
  KP_ARG_WHAT,
  KP_ARG_CHANGE,
  KP_ARG_CES,
  KP_ARG_IMPORTANCE,
  KP_ARG_CORRECTION,
  KP_ARG_MEASURE_OPTION,
  KP_ARG_LANGUAGE,
  KP_ARG_KINDS
} kp_argument;

enum { KP_MAX_ARGUMENTS = 12, KP_MAX_DATA = 3, KP_MAX_NUMBERS = 4, KP_MAX_MARGINS = 4 };

typedef struct kp_arguments {
  kp_functions_cells data[KP_MAX_DATA];
  size_t data_count;
  double number[KP_MAX_NUMBERS];
  size_t number_count;
  kp_functions_cells weights, names;
  bool weighted, named;
  kp_functions_cells margin_groups[KP_MAX_MARGINS], margin_population[KP_MAX_MARGINS];
  bool margin_groups_given[KP_MAX_MARGINS], margin_population_given[KP_MAX_MARGINS];
  kp_functions_cells side_weights[2]; /**< of the earlier and of the later scores */
  bool side_weighted[2];
  uno_Interface *document; /**< the caller's workbook, borrowed */
  uno_Interface *range;
  const uno_Any *value; /**< KP_ARG_VALUE, KP_ARG_CRITERION1 */
  const uno_Sequence *more;
  const uno_Any *wave_earlier, *wave_later; /**< void when left out */
  double confidence, population, minimum, variance, variance1, variance2, power, min, max, top;
  double largest, repetitions, seed;
  bool paired, minimum_given, method_given, min_given, max_given, language_given;
  kp_survey_segment segment;
  kp_survey_method method;
  kp_survey_direction direction;
  int what; /**< -1 when left out */
  int as;
  int importance;
  kp_survey_correction correction;
  kp_measure measure;
  kp_kind kind;
  kp_language language;
} kp_arguments;

struct kp_function;
typedef kp_calc_error (*kp_compute)(const struct kp_function *function, const kp_arguments *a,
                                    uno_Any *result);

/** One function: a row of the class table first, so that the binding can walk the same array. */
typedef struct kp_function {
  kp_uno_row row;
  const char *name;
  kp_compute compute;
  int variant; /**< tells functions that share a compute function apart */
  unsigned char arguments[KP_MAX_ARGUMENTS];
  double min, max, minimum; /**< defaults that differ from function to function */
  kp_keyword_set measures;  /**< what KP_ARG_MEASURE understands */
} kp_function;

enum { KP_NPS_FUNCTIONS = 28, KP_CX_FUNCTIONS = 26 };
extern const kp_function kp_functions_nps[KP_NPS_FUNCTIONS]; /* names_nps.c */
extern const kp_function kp_functions_cx[KP_CX_FUNCTIONS];   /* names_cx.c */

/** Name and IDL type of a kind of argument. */
void kp_argument_describe(kp_argument kind, kp_functions_argument *out);
/** Reads the arguments of a call by the function's row. */
kp_calc_error kp_arguments_read(kp_arguments *a, const kp_function *function, void *const *args);
/** Reads a measure: keyword, then optionally a confidence in per cent, then a language, separated
 * by blanks ("lower", "margin 97,5%", "verdict 90 nl"). #NUM! for a confidence not above 50 and
 * below 100, #VALUE! for anything unknown. Sets measure, confidence and language. */
kp_calc_error kp_functions_measure_read(kp_arguments *a, kp_keyword_set set,
                                        const rtl_uString *text);

/** Answers that a verdict needs on each side, unless told otherwise. */
enum { KP_VERDICT_MINIMUM = 10 };

/** What a minimum n means in a table: the answers a verdict needs, and the answers below which a
 * group is hidden (0: nothing is). Left out: 10 and 0. */
typedef struct kp_minimum {
  double judged, shown;
} kp_minimum;
static inline kp_minimum kp_minimum_of(const kp_arguments *a) {
  return a->minimum_given ? (kp_minimum){fmax(1, a->minimum), a->minimum >= 2 ? a->minimum : 0}
                          : (kp_minimum){10, 0};
}

/** Tallies a data argument on the scale min..max of the call. */
kp_survey_status kp_arguments_scale(const kp_arguments *a, size_t data, bool whole, double boxes,
                                    kp_survey_scale *scale);
/** The handler of every row. */
bool kp_functions_handle(kp_uno_incoming *in);

/* ----------------------------------------------------------------------------------- results */

/** The error a survey status is shown as. */
kp_calc_error kp_calc_error_of(kp_survey_status status);
/** #NUM! unless 0.5 < confidence < 1. */
static inline kp_calc_error kp_calc_confidence(double confidence) {
  return confidence > 0.5 && confidence < 1 ? KP_CALC_OK : KP_CALC_NUM;
}
/** A double that Calc shows as the error. */
double kp_calc_error_value(kp_calc_error error);

/** Results; each returns KP_CALC_OK, or the error that stands in its way. */
kp_calc_error kp_result_number(uno_Any *result, double value);
kp_calc_error kp_result_word(uno_Any *result, kp_word word, kp_language language);
/** The verdict's word if the status is OK, else the status's error. */
kp_calc_error kp_result_verdict(uno_Any *result, kp_survey_status status, kp_survey_verdict verdict,
                                kp_language language);
/** The number if the status is OK, else the status's error. */
kp_calc_error kp_result_of(uno_Any *result, kp_survey_status status, double value);

/** An array result under construction. */
typedef struct kp_functions_grid {
  uno_Sequence *rows;
  bool failed; /**< memory ran out somewhere: kp_functions_grid_finish reports it */
} kp_functions_grid;

/** A grid of blanks: what is not written becomes an empty text. */
void kp_functions_grid_start(kp_functions_grid *grid, size_t rows, size_t columns);
void kp_functions_grid_number(kp_functions_grid *grid, size_t row, size_t column, double value);
void kp_functions_grid_error(kp_functions_grid *grid, size_t row, size_t column,
                             kp_calc_error error);
void kp_functions_grid_status(kp_functions_grid *grid, size_t row, size_t column,
                              kp_survey_status status, double value);
void kp_functions_grid_word(kp_functions_grid *grid, size_t row, size_t column, kp_word word,
                            kp_language language);
void kp_functions_grid_text(kp_functions_grid *grid, size_t row, size_t column, const char *utf8);
void kp_functions_grid_string(kp_functions_grid *grid, size_t row, size_t column,
                              const rtl_uString *string);
/** Copies a cell as it came. */
void kp_functions_grid_copy(kp_functions_grid *grid, size_t row, size_t column,
                            const uno_Any *cell);
/** A row of a group that is hidden: its n as "< m" or "≥ m" (KP_SURVEY_PROTECTED), and why. */
void kp_functions_grid_hidden(kp_functions_grid *grid, size_t row, size_t n_column,
                              size_t word_column, kp_survey_hidden state, double minimum,
                              kp_language language);
/** Its two halves. */
void kp_functions_grid_hidden_n(kp_functions_grid *grid, size_t row, size_t column,
                                kp_survey_hidden state, double minimum);
void kp_functions_grid_hidden_word(kp_functions_grid *grid, size_t row, size_t column,
                                   kp_survey_hidden state, kp_language language);
/** Moves the grid into the result. */
kp_calc_error kp_functions_grid_finish(kp_functions_grid *grid, uno_Any *result);

/* ----------------------------------------------------------------------- the compute functions */

#define KP_COMPUTE(name)                                                                           \
  kp_calc_error name(const kp_function *f, const kp_arguments *a, uno_Any *result)

KP_COMPUTE(kp_compute_score);
KP_COMPUTE(kp_compute_ifs);
KP_COMPUTE(kp_compute_from_counts);
KP_COMPUTE(kp_compute_segment);
KP_COMPUTE(kp_compute_segment_of);
KP_COMPUTE(kp_compute_share);
KP_COMPUTE(kp_compute_n);
KP_COMPUTE(kp_compute_check);
enum { KP_MARGIN = 1, KP_LOWER, KP_UPPER, KP_CSAT };
KP_COMPUTE(kp_compute_interval);
enum { KP_DELTA = 1, KP_DELTA_MARGIN, KP_DELTA_LOWER, KP_DELTA_UPPER, KP_P_VALUE };
KP_COMPUTE(kp_compute_delta);
KP_COMPUTE(kp_compute_verdict);
KP_COMPUTE(kp_compute_sample_size);
KP_COMPUTE(kp_compute_sample_size_delta);
KP_COMPUTE(kp_compute_detectable);
KP_COMPUTE(kp_compute_effective_n);
KP_COMPUTE(kp_compute_table);
KP_COMPUTE(kp_compute_delta_table);
KP_COMPUTE(kp_compute_compare);
KP_COMPUTE(kp_compute_trend);
KP_COMPUTE(kp_compute_cross);
KP_COMPUTE(kp_compute_unit);
KP_COMPUTE(kp_compute_change);
KP_COMPUTE(kp_compute_topbox);
KP_COMPUTE(kp_compute_topbox_delta);
KP_COMPUTE(kp_compute_topbox_verdict);
KP_COMPUTE(kp_compute_share_p);
KP_COMPUTE(kp_compute_ces);
KP_COMPUTE(kp_compute_progress);
KP_COMPUTE(kp_compute_grade);
KP_COMPUTE(kp_compute_grade_delta);
KP_COMPUTE(kp_compute_grade_verdict);
KP_COMPUTE(kp_compute_drivers);
KP_COMPUTE(kp_compute_driver_weight);
KP_COMPUTE(kp_compute_driver_ratio);
KP_COMPUTE(kp_compute_driver_stability);
KP_COMPUTE(kp_compute_weights);
KP_COMPUTE(kp_compute_kind_n);
KP_COMPUTE(kp_compute_kind_unit);
KP_COMPUTE(kp_compute_kind_change);
KP_COMPUTE(kp_compute_kind_table);
KP_COMPUTE(kp_compute_kind_check);

#endif
