/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Argument readers: one per kind, named by the function table.
 *
 * Only a void argument (left out) means the default. A number 0, also from an empty cell, is
 * judged as 0, so that a reference to the wrong cell fails loudly.
 */
#include "internal.h"

#include <string.h>

#define ANY "any"
#define NUMBER "double"
#define TEXT "string"

static const kp_functions_argument kinds[KP_ARG_KINDS] = {
    [KP_ARG_DOCUMENT] = {"document", "com::sun::star::beans::XPropertySet", true},
    [KP_ARG_SCORES] = {"scores", ANY, false},
    [KP_ARG_EARLIER] = {"earlier", ANY, false},
    [KP_ARG_LATER] = {"later", ANY, false},
    [KP_ARG_GROUPS] = {"groups", ANY, false},
    [KP_ARG_WAVES] = {"waves", ANY, false},
    [KP_ARG_ROWS] = {"rows", ANY, false},
    [KP_ARG_COLUMNS] = {"columns", ANY, false},
    [KP_ARG_OUTCOME] = {"outcome", ANY, false},
    [KP_ARG_DRIVERS] = {"drivers", ANY, false},
    [KP_ARG_RANGE1] = {"range1", ANY, false},
    [KP_ARG_VALUES] = {"values", ANY, false},
    [KP_ARG_GROUPS1] = {"groups1", ANY, false},
    [KP_ARG_POPULATION1] = {"population1", ANY, false},
    [KP_ARG_GROUPS2] = {"groups2", ANY, false},
    [KP_ARG_POPULATION2] = {"population2", ANY, false},
    [KP_ARG_GROUPS3] = {"groups3", ANY, false},
    [KP_ARG_POPULATION3] = {"population3", ANY, false},
    [KP_ARG_GROUPS4] = {"groups4", ANY, false},
    [KP_ARG_POPULATION4] = {"population4", ANY, false},
    [KP_ARG_WEIGHTS] = {"weights", ANY, false},
    [KP_ARG_WEIGHTS_EARLIER] = {"weightsEarlier", ANY, false},
    [KP_ARG_WEIGHTS_LATER] = {"weightsLater", ANY, false},
    [KP_ARG_NAMES] = {"names", ANY, false},
    [KP_ARG_CELLS] = {"cells", "com::sun::star::table::XCellRange", false},
    [KP_ARG_VALUE] = {"value", ANY, false},
    [KP_ARG_CRITERION1] = {"criterion1", ANY, false},
    [KP_ARG_MORE] = {"more", "sequence<any>", false},
    [KP_ARG_WAVE_EARLIER] = {"earlier", ANY, false},
    [KP_ARG_WAVE_LATER] = {"later", ANY, false},
    [KP_ARG_PROMOTERS] = {"promoters", NUMBER, false},
    [KP_ARG_PASSIVES] = {"passives", NUMBER, false},
    [KP_ARG_DETRACTORS] = {"detractors", NUMBER, false},
    [KP_ARG_MARGIN] = {"margin", NUMBER, false},
    [KP_ARG_DELTA] = {"delta", NUMBER, false},
    [KP_ARG_BOXES] = {"boxes", NUMBER, false},
    [KP_ARG_COUNT_EARLIER] = {"countEarlier", NUMBER, false},
    [KP_ARG_N_EARLIER] = {"nEarlier", NUMBER, false},
    [KP_ARG_COUNT_LATER] = {"countLater", NUMBER, false},
    [KP_ARG_N_LATER] = {"nLater", NUMBER, false},
    [KP_ARG_INDEX] = {"index", NUMBER, false},
    [KP_ARG_INDEX_A] = {"indexA", NUMBER, false},
    [KP_ARG_INDEX_B] = {"indexB", NUMBER, false},
    [KP_ARG_BASELINE] = {"baseline", NUMBER, false},
    [KP_ARG_TARGET] = {"target", NUMBER, false},
    [KP_ARG_ACTUAL] = {"actual", NUMBER, false},
    [KP_ARG_SEGMENT] = {"segment", TEXT, false},
    [KP_ARG_DIRECTION] = {"direction", TEXT, false},
    [KP_ARG_MEASURE] = {"measure", TEXT, false},
    [KP_ARG_KIND] = {"kind", TEXT, false},
    [KP_ARG_CONFIDENCE] = {"confidence", ANY, false},
    [KP_ARG_POPULATION] = {"population", ANY, false},
    [KP_ARG_PAIRED] = {"paired", ANY, false},
    [KP_ARG_MINIMUM] = {"minimum", ANY, false},
    [KP_ARG_VARIANCE] = {"variance", ANY, false},
    [KP_ARG_VARIANCE1] = {"variance1", ANY, false},
    [KP_ARG_VARIANCE2] = {"variance2", ANY, false},
    [KP_ARG_POWER] = {"power", ANY, false},
    [KP_ARG_MIN] = {"min", ANY, false},
    [KP_ARG_MAX] = {"max", ANY, false},
    [KP_ARG_TOP] = {"boxes", ANY, false},
    [KP_ARG_LARGEST] = {"largest", ANY, false},
    [KP_ARG_REPETITIONS] = {"repetitions", ANY, false},
    [KP_ARG_SEED] = {"seed", ANY, false},
    [KP_ARG_METHOD] = {"method", ANY, false},
    [KP_ARG_WHAT] = {"what", ANY, false},
    [KP_ARG_CHANGE] = {"as", ANY, false},
    [KP_ARG_CES] = {"as", ANY, false},
    [KP_ARG_IMPORTANCE] = {"method", ANY, false},
    [KP_ARG_CORRECTION] = {"correction", ANY, false},
    [KP_ARG_MEASURE_OPTION] = {"measure", ANY, false},
    [KP_ARG_LANGUAGE] = {"language", ANY, false},
};

/* Which pair of a margin a kind belongs to, and to which half of it. */
typedef struct margin {
  unsigned char place;
  bool groups;
} margin;

static const margin margins[KP_ARG_KINDS] = {
    [KP_ARG_GROUPS1] = {0, true}, [KP_ARG_POPULATION1] = {0, false},
    [KP_ARG_GROUPS2] = {1, true}, [KP_ARG_POPULATION2] = {1, false},
    [KP_ARG_GROUPS3] = {2, true}, [KP_ARG_POPULATION3] = {2, false},
    [KP_ARG_GROUPS4] = {3, true}, [KP_ARG_POPULATION4] = {3, false},
};

/* Numbers that must be there. */
static const bool required[KP_ARG_KINDS] = {
    [KP_ARG_PROMOTERS] = true,     [KP_ARG_PASSIVES] = true,  [KP_ARG_DETRACTORS] = true,
    [KP_ARG_MARGIN] = true,        [KP_ARG_DELTA] = true,     [KP_ARG_BOXES] = true,
    [KP_ARG_COUNT_EARLIER] = true, [KP_ARG_N_EARLIER] = true, [KP_ARG_COUNT_LATER] = true,
    [KP_ARG_N_LATER] = true,       [KP_ARG_INDEX] = true,     [KP_ARG_INDEX_A] = true,
    [KP_ARG_INDEX_B] = true,       [KP_ARG_BASELINE] = true,  [KP_ARG_TARGET] = true,
    [KP_ARG_ACTUAL] = true,
};

void kp_argument_describe(kp_argument kind, kp_functions_argument *out) {
  *out = kinds[kind];
}

static bool left_out(const uno_Any *argument) {
  return argument->pType->eTypeClass == typelib_TypeClass_VOID;
}

/* An optional number: left alone when the argument is left out. */
static kp_calc_error read_number(const uno_Any *argument, double *value, bool *given) {
  double number = 0;
  if (left_out(argument))
    return KP_CALC_OK;
  if (!kp_uno_any_get_double(argument, &number))
    return KP_CALC_VALUE;
  if (!isfinite(number))
    return KP_CALC_NUM;
  *value = number;
  if (given != NULL)
    *given = true;
  return KP_CALC_OK;
}

static kp_calc_error read_keyword(const uno_Any *argument, kp_keyword_set set, int *value,
                                  bool *given) {
  if (left_out(argument))
    return KP_CALC_OK;
  const rtl_uString *text = kp_functions_cell_text(argument);
  if (text == NULL || !kp_keyword_find(set, text, value))
    return KP_CALC_VALUE;
  if (given != NULL)
    *given = true;
  return KP_CALC_OK;
}

static kp_calc_error read_required_keyword(void *argument, kp_keyword_set set, int *value) {
  return kp_keyword_find(set, *(rtl_uString *const *)argument, value) ? KP_CALC_OK : KP_CALC_VALUE;
}

static kp_calc_error read_required_number(kp_arguments *a, const void *argument) {
  double number = *(const double *)argument;
  if (!isfinite(number))
    return KP_CALC_NUM;
  a->number[a->number_count++] = number;
  return KP_CALC_OK;
}

static kp_calc_error read_optional_cells(kp_functions_cells *cells, bool *given,
                                         const uno_Any *argument) {
  if (left_out(argument))
    return KP_CALC_OK;
  *given = true;
  return kp_functions_cells_read(cells, argument) ? KP_CALC_OK : KP_CALC_VALUE;
}

/* groups1; population1; groups2 …: only the first pair must be there. */
static kp_calc_error read_margin(kp_arguments *a, const margin *which, const uno_Any *argument) {
  size_t place = which->place;
  bool groups = which->groups;
  if (place == 0 && left_out(argument))
    return KP_CALC_VALUE;
  return groups ? read_optional_cells(&a->margin_groups[place], &a->margin_groups_given[place],
                                      argument)
                : read_optional_cells(&a->margin_population[place],
                                      &a->margin_population_given[place], argument);
}

/* An optional label is one number or text: a range has no place among the waves. */
static kp_calc_error check_label(const uno_Any *argument) {
  return left_out(argument) || kp_functions_cell_text(argument) != NULL ||
                 !isnan(kp_functions_cell_number(argument))
             ? KP_CALC_OK
             : KP_CALC_VALUE;
}

/* TRUE, FALSE, 1 or 0: anything else is an argument in the wrong place, a confidence perhaps. */
static kp_calc_error read_truth(const uno_Any *argument, bool *value) {
  double truth = 0;
  kp_calc_error error = read_number(argument, &truth, NULL);
  if (error == KP_CALC_OK && truth != 0 && truth != 1)
    error = KP_CALC_NUM;
  *value = truth == 1;
  return error;
}

/* A minimum n is whole and not negative. */
static kp_calc_error read_minimum(const uno_Any *argument, kp_arguments *a) {
  kp_calc_error error = read_number(argument, &a->minimum, &a->minimum_given);
  bool good = a->minimum >= 0 && floor(a->minimum) == a->minimum;
  return error == KP_CALC_OK && !good ? KP_CALC_NUM : error;
}

/* The end of a scale is whole and one that people use: 0.99 there was meant to be something else.
 */
static kp_calc_error read_scale_end(const uno_Any *argument, double *value, bool *given) {
  kp_calc_error error = read_number(argument, value, given);
  bool good = fabs(*value) <= 100 && floor(*value) == *value;
  return error == KP_CALC_OK && !good ? KP_CALC_NUM : error;
}

static kp_calc_error read_measure_option(kp_arguments *a, const uno_Any *argument) {
  if (left_out(argument))
    return KP_CALC_OK;
  const rtl_uString *text = kp_functions_cell_text(argument);
  return text == NULL ? KP_CALC_VALUE : kp_functions_measure_read(a, KP_KEYWORDS_NPS_UNIT, text);
}

static kp_calc_error read_option(kp_arguments *a, kp_argument kind, const uno_Any *argument) {
  int word = 0;
  bool given = false;
  kp_calc_error error = KP_CALC_OK;
  switch (kind) {
  case KP_ARG_CONFIDENCE:
    return read_number(argument, &a->confidence, NULL);
  case KP_ARG_POPULATION:
    return read_number(argument, &a->population, NULL);
  case KP_ARG_PAIRED:
    return read_truth(argument, &a->paired);
  case KP_ARG_MINIMUM:
    return read_minimum(argument, a);
  case KP_ARG_VARIANCE:
    return read_number(argument, &a->variance, NULL);
  case KP_ARG_VARIANCE1:
    return read_number(argument, &a->variance1, NULL);
  case KP_ARG_VARIANCE2:
    return read_number(argument, &a->variance2, NULL);
  case KP_ARG_POWER:
    return read_number(argument, &a->power, NULL);
  case KP_ARG_MIN:
    return read_scale_end(argument, &a->min, &a->min_given);
  case KP_ARG_MAX:
    return read_scale_end(argument, &a->max, &a->max_given);
  case KP_ARG_TOP:
    return read_number(argument, &a->top, NULL);
  case KP_ARG_LARGEST:
    error = read_number(argument, &a->largest, NULL);
    return error == KP_CALC_OK && a->largest != 0 && !(a->largest > 1) ? KP_CALC_NUM : error;
  case KP_ARG_REPETITIONS:
    return read_number(argument, &a->repetitions, NULL);
  case KP_ARG_SEED:
    return read_number(argument, &a->seed, NULL);
  case KP_ARG_METHOD:
    error = read_keyword(argument, KP_KEYWORDS_METHOD, &word, &a->method_given);
    a->method = (kp_survey_method)word;
    return error;
  case KP_ARG_WHAT:
    return read_keyword(argument, KP_KEYWORDS_WHAT, &a->what, NULL);
  case KP_ARG_CHANGE:
    return read_keyword(argument, KP_KEYWORDS_CHANGE, &a->as, NULL);
  case KP_ARG_CES:
    return read_keyword(argument, KP_KEYWORDS_CES, &a->as, NULL);
  case KP_ARG_IMPORTANCE:
    return read_keyword(argument, KP_KEYWORDS_IMPORTANCE, &a->importance, NULL);
  case KP_ARG_CORRECTION:
    error = read_keyword(argument, KP_KEYWORDS_CORRECTION, &word, NULL);
    a->correction = (kp_survey_correction)word;
    return error;
  case KP_ARG_MEASURE_OPTION:
    return read_measure_option(a, argument);
  default:
    error = read_keyword(argument, KP_KEYWORDS_LANGUAGE, &word, &given);
    if (given) /* else it may stand in the measure */
      a->language = (kp_language)word;
    a->language_given = a->language_given || given;
    return error;
  }
}

static kp_calc_error read_one(kp_arguments *a, const kp_function *function, kp_argument kind,
                              void *argument) {
  int word = 0;
  kp_calc_error error = KP_CALC_OK;
  switch (kind) {
  case KP_ARG_DOCUMENT:
    a->document = *(uno_Interface *const *)argument;
    return KP_CALC_OK;
  case KP_ARG_SCORES:
  case KP_ARG_EARLIER:
  case KP_ARG_LATER:
  case KP_ARG_GROUPS:
  case KP_ARG_WAVES:
  case KP_ARG_ROWS:
  case KP_ARG_COLUMNS:
  case KP_ARG_OUTCOME:
  case KP_ARG_DRIVERS:
  case KP_ARG_RANGE1:
  case KP_ARG_VALUES:
    return kp_functions_cells_read(&a->data[a->data_count++], argument) ? KP_CALC_OK
                                                                        : KP_CALC_VALUE;
  case KP_ARG_GROUPS1:
  case KP_ARG_POPULATION1:
  case KP_ARG_GROUPS2:
  case KP_ARG_POPULATION2:
  case KP_ARG_GROUPS3:
  case KP_ARG_POPULATION3:
  case KP_ARG_GROUPS4:
  case KP_ARG_POPULATION4:
    return read_margin(a, &margins[kind], argument);
  case KP_ARG_WEIGHTS:
    return read_optional_cells(&a->weights, &a->weighted, argument);
  case KP_ARG_WEIGHTS_EARLIER:
    return read_optional_cells(&a->side_weights[0], &a->side_weighted[0], argument);
  case KP_ARG_WEIGHTS_LATER:
    return read_optional_cells(&a->side_weights[1], &a->side_weighted[1], argument);
  case KP_ARG_NAMES:
    return read_optional_cells(&a->names, &a->named, argument);
  case KP_ARG_CELLS:
    a->range = *(uno_Interface *const *)argument;
    return a->range != NULL ? KP_CALC_OK : KP_CALC_VALUE;
  case KP_ARG_VALUE:
  case KP_ARG_CRITERION1:
    a->value = kind == KP_ARG_CRITERION1 ? kp_functions_cell_only(argument) : argument;
    return left_out(a->value) ? KP_CALC_VALUE : KP_CALC_OK;
  case KP_ARG_MORE:
    a->more = *(uno_Sequence *const *)argument;
    return KP_CALC_OK;
  case KP_ARG_WAVE_EARLIER:
    a->wave_earlier = kp_functions_cell_only(argument);
    return check_label(a->wave_earlier);
  case KP_ARG_WAVE_LATER:
    a->wave_later = kp_functions_cell_only(argument);
    return check_label(a->wave_later);
  case KP_ARG_SEGMENT:
    error = read_required_keyword(argument, KP_KEYWORDS_SEGMENT, &word);
    a->segment = (kp_survey_segment)word;
    return error;
  case KP_ARG_DIRECTION:
    error = read_required_keyword(argument, KP_KEYWORDS_DIRECTION, &word);
    a->direction = (kp_survey_direction)word;
    return error;
  case KP_ARG_KIND:
    error = read_required_keyword(argument, KP_KEYWORDS_KIND, &word);
    a->kind = (kp_kind)word;
    return error;
  case KP_ARG_MEASURE:
    return kp_functions_measure_read(a, function->measures, *(rtl_uString *const *)argument);
  default:
    return required[kind] ? read_required_number(a, argument)
                          : read_option(a, kind, kp_functions_cell_only(argument));
  }
}

kp_calc_error kp_arguments_read(kp_arguments *a, const kp_function *function, void *const *args) {
  kp_calc_error error = KP_CALC_OK;
  memset(a, 0, sizeof *a);
  a->confidence = 0.95;
  a->population = KP_SURVEY_UNLIMITED;
  a->variance = a->variance1 = a->variance2 = 1.0;
  a->power = 0.8;
  a->top = 2;
  a->repetitions = 999;
  a->seed = 1;
  a->min = function->min;
  a->max = function->max;
  a->minimum = function->minimum;
  a->what = -1;
  for (size_t i = 0; error == KP_CALC_OK && function->arguments[i] != KP_ARG_END; i++)
    error = read_one(a, function, (kp_argument)function->arguments[i], args[i]);
  if (error == KP_CALC_OK && (a->min_given || a->max_given) && !(a->min < a->max) &&
      (function->min < function->max || (a->min_given && a->max_given)))
    error = KP_CALC_NUM;
  /* The document is asked only when nobody said: in ten thousand cells that is felt. */
  if (error == KP_CALC_OK && a->document != NULL && !a->language_given)
    a->language = kp_functions_language(a->document);
  return error;
}
