/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NPS functions of two measurements: delta, margin, bounds, p-value, verdict. */
#include "internal.h"

static double pick(int variant, double delta, const kp_survey_test *test) {
  switch (variant) {
  case KP_DELTA:
    return delta;
  case KP_DELTA_MARGIN:
    return test->margin;
  case KP_DELTA_LOWER:
    return test->lower;
  case KP_DELTA_UPPER:
    return test->upper;
  default:
    return test->p;
  }
}

static void tally_both(const kp_arguments *a, kp_survey_counts *earlier, kp_survey_counts *later) {
  kp_survey_tally first = {0};
  kp_survey_tally second = {0};
  kp_cells_tally(&first, &a->data[0]);
  kp_cells_tally(&second, &a->data[1]);
  *earlier = kp_survey_counts_of(&first);
  *later = kp_survey_counts_of(&second);
}

kp_calc_error kp_compute_delta(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  if (a->paired) {
    kp_survey_pairs pairs = {0};
    kp_survey_paired paired = {0};
    if (!kp_cells_pairs(&pairs, &a->data[0], &a->data[1]))
      return KP_CALC_VALUE;
    kp_survey_status status = kp_survey_nps_paired(&pairs, a->confidence, &paired);
    /* One pair has a difference, though no test of it. */
    if (status == KP_SURVEY_TOO_FEW && f->variant == KP_DELTA)
      status = KP_SURVEY_OK;
    return kp_result_of(result, status, pick(f->variant, paired.delta, &paired.t));
  }
  kp_survey_counts earlier;
  kp_survey_counts later;
  kp_survey_delta delta = {0};
  tally_both(a, &earlier, &later);
  kp_survey_status status = kp_survey_nps_delta(&earlier, &later, a->confidence, &delta);
  return kp_result_of(result, status, pick(f->variant, delta.delta, &delta.adjusted));
}

kp_calc_error kp_compute_verdict(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  kp_survey_verdict verdict = KP_SURVEY_TOO_FEW_ANSWERS;
  kp_survey_status status = KP_SURVEY_OK;
  if (a->paired) {
    kp_survey_pairs pairs = {0};
    if (!kp_cells_pairs(&pairs, &a->data[0], &a->data[1]))
      return KP_CALC_VALUE;
    status = kp_survey_paired_verdict(&pairs, a->confidence, a->minimum, &verdict);
  } else {
    kp_survey_counts earlier;
    kp_survey_counts later;
    tally_both(a, &earlier, &later);
    status = kp_survey_nps_verdict(&earlier, &later, a->confidence, a->minimum, &verdict);
  }
  return kp_result_verdict(result, status, verdict, a->language);
}
