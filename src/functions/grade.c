/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CX functions of grades: mean, margin, difference, p-value, verdict. Decimals count. */
#include "internal.h"

kp_calc_error kp_compute_grade(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  kp_survey_scale scale;
  kp_survey_mean_interval interval = {0};
  double mean = 0;
  kp_survey_status status = kp_arguments_scale(a, 0, false, 0, &scale);
  if (status == KP_SURVEY_OK && f->variant == KP_MARGIN)
    status = kp_survey_mean_ci(&scale.moments, a->confidence, &interval);
  else if (status == KP_SURVEY_OK)
    status = kp_survey_mean(&scale.moments, &mean);
  return kp_result_of(result, status, f->variant == KP_MARGIN ? interval.margin : mean);
}

static kp_survey_status both_grades(const kp_arguments *a, kp_survey_scale *earlier,
                                    kp_survey_scale *later) {
  kp_survey_status status = kp_arguments_scale(a, 0, false, 0, earlier);
  return status == KP_SURVEY_OK ? kp_arguments_scale(a, 1, false, 0, later) : status;
}

/* KP_CALC_VALUE when the shapes differ, else the outcome in *status. */
static kp_calc_error grade_pairs(const kp_arguments *a, kp_survey_grade_pairs *pairs,
                                 kp_survey_status *status) {
  *status = kp_survey_grade_pairs_start(pairs, a->min, a->max);
  return *status != KP_SURVEY_OK || kp_functions_cells_grade_pairs(pairs, &a->data[0], &a->data[1])
             ? KP_CALC_OK
             : KP_CALC_VALUE;
}

kp_calc_error kp_compute_grade_delta(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  kp_survey_test test = {0};
  kp_survey_status status = KP_SURVEY_OK;
  if (a->paired) {
    kp_survey_grade_pairs pairs;
    kp_calc_error error = grade_pairs(a, &pairs, &status);
    if (error != KP_CALC_OK)
      return error;
    if (status == KP_SURVEY_OK)
      status = kp_survey_mean_paired(&pairs.difference, a->confidence, &test);
  } else {
    kp_survey_scale earlier;
    kp_survey_scale later;
    status = both_grades(a, &earlier, &later);
    if (status == KP_SURVEY_OK)
      status = kp_survey_mean_delta(&earlier.moments, &later.moments, a->confidence, &test);
  }
  /* A difference needs no test of it. */
  if (status == KP_SURVEY_TOO_FEW && f->variant == KP_DELTA)
    status = KP_SURVEY_OK;
  return kp_result_of(result, status, f->variant == KP_DELTA ? test.delta : test.p);
}

kp_calc_error kp_compute_grade_verdict(const kp_function *f, const kp_arguments *a,
                                       uno_Any *result) {
  (void)f;
  kp_survey_verdict verdict = KP_SURVEY_TOO_FEW_ANSWERS;
  kp_survey_status status = KP_SURVEY_OK;
  if (a->paired) {
    kp_survey_grade_pairs pairs;
    kp_calc_error error = grade_pairs(a, &pairs, &status);
    if (error != KP_CALC_OK)
      return error;
    if (status == KP_SURVEY_OK)
      status =
          kp_survey_mean_paired_verdict(&pairs.difference, a->confidence, a->minimum, &verdict);
  } else {
    kp_survey_scale earlier;
    kp_survey_scale later;
    status = both_grades(a, &earlier, &later);
    if (status == KP_SURVEY_OK)
      status = kp_survey_mean_verdict(&earlier.moments, &later.moments, a->confidence, a->minimum,
                                      &verdict);
  }
  return kp_result_verdict(result, status, verdict, a->language);
}
