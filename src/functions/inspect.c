/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NPS.SEGMENT: it takes the range itself, because only there an empty cell, a
 * boolean and an error can be told from a number.
 */
#include "inspect.h"

/* What one cell answers (rule 11). An error is passed on by the caller, who knows which. */
static kp_calc_error judge(kp_functions_cell_kind kind, double number, kp_word *word) {
  kp_survey_segment segment = KP_SURVEY_NO_SEGMENT;
  *word = KP_WORD_EMPTY;
  if (kind == KP_CELL_BLANK)
    return KP_CALC_OK;
  if (kind != KP_CELL_NUMBER)
    return KP_CALC_VALUE;
  kp_survey_status status = kp_survey_segment_of_score(number, &segment);
  *word = (kp_word)(KP_WORD_EMPTY + (int)segment);
  return kp_calc_error_of(status);
}

typedef struct segment_job {
  const kp_inspection *inspection;
  kp_functions_grid grid;
  kp_language language;
} segment_job;

static void write_segment(void *target, size_t row, size_t column, const uno_Any *cell) {
  segment_job *job = target;
  kp_word word = KP_WORD_EMPTY;
  kp_functions_cell_kind kind = kp_inspection_kind(job->inspection, row, column, cell);
  kp_calc_error error = kind == KP_CELL_ERROR ? kp_inspection_error(job->inspection, row, column)
                                              : judge(kind, kp_functions_cell_number(cell), &word);
  if (error != KP_CALC_OK)
    kp_functions_grid_error(&job->grid, row, column, error);
  else if (word != KP_WORD_EMPTY)
    kp_functions_grid_word(&job->grid, row, column, word, job->language);
}

static kp_calc_error segment_range(const kp_arguments *a, uno_Any *result) {
  kp_inspection inspection;
  kp_calc_error error = kp_inspection_start(&inspection, a->document, a->range);
  if (error == KP_CALC_OK) {
    segment_job job = {.inspection = &inspection, .language = a->language};
    kp_functions_grid_start(&job.grid, inspection.rows > 0 ? inspection.rows : 1,
                            inspection.columns > 0 ? inspection.columns : 1);
    error = job.grid.failed ? KP_CALC_MEMORY : kp_inspection_walk(&inspection, write_segment, &job);
    kp_calc_error finished = kp_functions_grid_finish(&job.grid, result);
    if (error == KP_CALC_OK)
      error = finished;
  }
  kp_inspection_end(&inspection);
  return error;
}

kp_calc_error kp_compute_segment(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  kp_single_cell cell;
  kp_word word = KP_WORD_EMPTY;
  kp_calc_error error = kp_inspection_single(a->document, a->range, &cell);
  if (error == KP_CALC_OK && !cell.single)
    return segment_range(a, result);
  if (error == KP_CALC_OK)
    error = cell.kind == KP_CELL_ERROR ? cell.error : judge(cell.kind, cell.number, &word);
  return error == KP_CALC_OK ? kp_result_word(result, word, a->language) : error;
}
