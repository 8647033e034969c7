/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NPS functions of one measurement: score, share, n, margin, bounds, sample size. */
#include "internal.h"

static kp_survey_counts counts_of(const kp_functions_cells *cells) {
  kp_survey_tally tally = {0};
  kp_functions_cells_tally(&tally, cells);
  return kp_survey_counts_of(&tally);
}

kp_calc_error kp_compute_score(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  if (a->weighted) {
    kp_survey_weighted weighted = {0};
    kp_survey_weighted_nps nps = {0};
    if (!kp_functions_cells_weighted(&weighted, &a->data[0], &a->weights))
      return KP_CALC_VALUE;
    kp_survey_status status = kp_survey_weighted_result(&weighted, &nps);
    return kp_result_of(result, status, nps.nps);
  }
  double points = 0;
  kp_survey_counts counts = counts_of(&a->data[0]);
  kp_survey_status status = kp_survey_nps(&counts, &points);
  return kp_result_of(result, status, points);
}

kp_calc_error kp_compute_from_counts(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  double points = 0;
  kp_survey_counts counts = {a->number[0], a->number[1], a->number[2]};
  kp_survey_status status = kp_survey_nps(&counts, &points);
  return kp_result_of(result, status, points);
}

kp_calc_error kp_compute_share(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  double share = 0;
  kp_survey_counts counts = counts_of(&a->data[0]);
  kp_survey_status status = kp_survey_segment_share(&counts, a->segment, &share);
  return kp_result_of(result, status, share);
}

kp_calc_error kp_compute_n(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  kp_survey_tally tally = {0};
  kp_functions_cells_tally(&tally, &a->data[0]);
  return kp_result_number(result, (double)kp_survey_tally_valid(&tally));
}

static double pick(int variant, double margin, double lower, double upper) {
  switch (variant) {
  case KP_MARGIN:
    return margin;
  case KP_LOWER:
    return lower;
  default:
    return upper;
  }
}

kp_calc_error kp_compute_interval(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  kp_survey_interval interval = {0};
  kp_survey_status status = KP_SURVEY_OK;
  if (a->weighted) {
    kp_survey_weighted weighted = {0};
    /* With weights two methods are defined; another asked for by name is refused, not replaced. */
    if (a->method != KP_SURVEY_ADJUSTED && a->method != KP_SURVEY_WALD)
      return KP_CALC_VALUE;
    if (!kp_functions_cells_weighted(&weighted, &a->data[0], &a->weights))
      return KP_CALC_VALUE;
    status =
        kp_survey_weighted_interval(&weighted, a->method, a->confidence, a->population, &interval);
  } else {
    kp_survey_counts counts = counts_of(&a->data[0]);
    status = kp_survey_nps_interval(&counts, a->method, a->confidence, a->population, &interval);
  }
  return kp_result_of(result, status,
                      pick(f->variant, interval.margin, interval.lower, interval.upper));
}

kp_calc_error kp_compute_effective_n(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  kp_survey_weighted weighted = {0};
  kp_survey_weighted_nps nps = {0};
  if (!a->weighted || !kp_functions_cells_weighted(&weighted, &a->data[0], &a->weights))
    return KP_CALC_VALUE;
  kp_survey_status status = kp_survey_weighted_result(&weighted, &nps);
  return kp_result_of(result, status, nps.n_effective);
}

kp_calc_error kp_compute_detectable(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  double points = 0;
  kp_survey_status status = kp_survey_detectable(a->number[0], a->number[1], a->confidence,
                                                 a->power, a->variance1, a->variance2, &points);
  return kp_result_of(result, status, points);
}

kp_calc_error kp_compute_sample_size(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  kp_survey_sample sample = {0};
  kp_survey_status status =
      kp_survey_sample_size(a->number[0], a->confidence, a->variance, a->population, &sample);
  return kp_result_of(result, status, sample.adjusted);
}

kp_calc_error kp_compute_sample_size_delta(const kp_function *f, const kp_arguments *a,
                                           uno_Any *result) {
  (void)f;
  double exact = 0;
  double whole = 0;
  kp_survey_status status = kp_survey_sample_size_delta(a->number[0], a->confidence, a->power,
                                                        a->variance1, a->variance2, &exact, &whole);
  return kp_result_of(result, status, whole);
}

static kp_calc_error segment_of(const uno_Any *value, kp_word *word) {
  kp_survey_segment segment = KP_SURVEY_NO_SEGMENT;
  double number = 0;
  *word = KP_WORD_EMPTY;
  if (kp_functions_cell_blank(value))
    return KP_CALC_OK;
  if (value->pType->eTypeClass == typelib_TypeClass_BOOLEAN ||
      !kp_uno_any_get_double(value, &number))
    return KP_CALC_VALUE;
  kp_survey_status status = kp_survey_segment_of_value(number, &segment);
  *word = (kp_word)(KP_WORD_EMPTY + (int)segment);
  return kp_calc_error_of(status);
}

kp_calc_error kp_compute_segment_of(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  kp_word word = KP_WORD_EMPTY;
  kp_functions_cells cells;
  if (!kp_functions_cells_read(&cells, a->value))
    return KP_CALC_VALUE;
  if (cells.rows == NULL) {
    kp_calc_error error = segment_of(cells.single, &word);
    return error != KP_CALC_OK ? error : kp_result_word(result, word, a->language);
  }
  kp_functions_grid grid;
  kp_functions_grid_start(&grid, cells.row_count, cells.column_count);
  for (size_t row = 0; row < cells.row_count; row++) {
    for (size_t column = 0; column < cells.column_count; column++) {
      kp_calc_error error = segment_of(kp_functions_cells_at(&cells, row, column), &word);
      if (error != KP_CALC_OK)
        kp_functions_grid_error(&grid, row, column, error);
      else if (word != KP_WORD_EMPTY)
        kp_functions_grid_word(&grid, row, column, word, a->language);
    }
  }
  return kp_functions_grid_finish(&grid, result);
}
