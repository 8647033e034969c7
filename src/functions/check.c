/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NPS.CHECK and CX.CHECK: what a range holds, as a sentence and as counts. */
#include "inspect.h"
#include "kind.h"

#include <stdio.h>
#include <string.h>

enum { VALID, BLANK, TEXT, BOOLEAN, RANGE, NONINTEGER, ERRORS, COUNTS };

_Static_assert((int)KP_WORD_ERROR - (int)KP_WORD_VALID == (int)ERRORS, "words in this order");

/* Everything above 0 that is not valid, in an order that starts with what is worst. */
static void write_sentence(const double *counts, kp_language language, char *text, size_t size) {
  static const int order[] = {TEXT, BOOLEAN, RANGE, NONINTEGER, ERRORS, BLANK};
  double all = 0;
  for (size_t i = 0; i < COUNTS; i++)
    all += counts[i];
  snprintf(text, size, kp_functions_word(KP_WORD_OF_VALID, language), counts[VALID], all);
  for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
    size_t length = strlen(text);
    if (counts[order[i]] > 0)
      snprintf(text + length, size - length, "; %.0f %s", counts[order[i]],
               kp_functions_word((kp_word)(KP_WORD_IN_TEXT + (int)i), language));
  }
}

static kp_calc_error write_check(const kp_arguments *a, const double *counts, uno_Any *result) {
  char sentence[400];
  kp_functions_grid grid;
  if (a->what >= 0)
    return kp_result_number(result, counts[a->what]);
  write_sentence(counts, a->language, sentence, sizeof sentence);
  kp_functions_grid_start(&grid, 1 + COUNTS, 2);
  kp_functions_grid_text(&grid, 0, 0, sentence);
  for (size_t i = 0; i < COUNTS; i++) {
    kp_functions_grid_word(&grid, 1 + i, 0, (kp_word)(KP_WORD_VALID + (int)i), a->language);
    kp_functions_grid_number(&grid, 1 + i, 1, counts[i]);
  }
  return kp_functions_grid_finish(&grid, result);
}

typedef struct check_job {
  kp_inspection inspection;
  kp_survey_scale scale;
} check_job;

static void count_cell(void *target, size_t row, size_t column, const uno_Any *cell) {
  check_job *job = target;
  switch (kp_inspection_kind(&job->inspection, row, column, cell)) {
  case KP_CELL_BLANK:
    kp_survey_scale_add_blank(&job->scale);
    break;
  case KP_CELL_NUMBER:
    kp_survey_scale_add_number(&job->scale, kp_functions_cell_number(cell));
    break;
  case KP_CELL_BOOLEAN:
    kp_survey_scale_add_boolean(&job->scale);
    break;
  case KP_CELL_ERROR:
    kp_survey_scale_add_error(&job->scale);
    break;
  case KP_CELL_TEXT:
  default:
    kp_survey_scale_add_text(&job->scale);
  }
}

static kp_calc_error check(const kp_arguments *a, check_job *job, uno_Any *result) {
  kp_calc_error error = kp_inspection_start(&job->inspection, a->document, a->range);
  if (error == KP_CALC_OK)
    error = kp_inspection_walk(&job->inspection, count_cell, job);
  uint64_t outside = job->inspection.outside;
  kp_inspection_end(&job->inspection);
  const kp_survey_scale *t = &job->scale;
  const double counts[COUNTS] = {
      (double)t->moments.n,    (double)(t->blank + outside), (double)t->text, (double)t->boolean,
      (double)t->out_of_range, (double)t->non_integer,       (double)t->error};
  return error == KP_CALC_OK ? write_check(a, counts, result) : error;
}

kp_calc_error kp_compute_check(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  check_job job;
  kp_survey_status status = kp_survey_scale_start(&job.scale, 0, 10, true, 0);
  return status == KP_SURVEY_OK ? check(a, &job, result) : kp_calc_error_of(status);
}

kp_calc_error kp_compute_kind_check(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  check_job job;
  kp_calc_error error = kp_kind_start(a, &job.scale);
  return error == KP_CALC_OK ? check(a, &job, result) : error;
}
