/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NPS functions of two measurements: delta, margin, bounds, p-value, verdict. */
#include "internal.h"

static double pick(int variant, const kp_survey_change *change) {
  switch (variant) {
  case KP_DELTA:
    return change->delta;
  case KP_DELTA_MARGIN:
    return change->margin;
  case KP_DELTA_LOWER:
    return change->lower;
  case KP_DELTA_UPPER:
    return change->upper;
  default:
    return change->p;
  }
}

/* One side, with its weights or without: then each answer counts once. */
static kp_calc_error estimate(const kp_arguments *a, size_t side, kp_survey_estimate *out,
                              kp_survey_status *status) {
  if (a->side_weighted[side]) {
    kp_survey_weighted weighted = {0};
    if (!kp_functions_cells_weighted(&weighted, &a->data[side], &a->side_weights[side]))
      return KP_CALC_VALUE;
    *status = kp_survey_estimate_weighted(&weighted, out);
  } else {
    kp_survey_tally tally = {0};
    kp_functions_cells_tally(&tally, &a->data[side]);
    kp_survey_counts counts = kp_survey_counts_of(&tally);
    *status = kp_survey_estimate_counts(&counts, out);
  }
  return KP_CALC_OK;
}

static kp_calc_error estimates(const kp_arguments *a, kp_survey_estimate both[2],
                               kp_survey_status *status) {
  kp_survey_status one = KP_SURVEY_OK;
  kp_survey_status other = KP_SURVEY_OK;
  kp_calc_error error = estimate(a, 0, &both[0], &one);
  if (error == KP_CALC_OK)
    error = estimate(a, 1, &both[1], &other);
  *status = kp_survey_worse(one, other);
  return error;
}

static bool any_weights(const kp_arguments *a) {
  return a->side_weighted[0] || a->side_weighted[1];
}

static kp_survey_status paired_change(const kp_arguments *a, const kp_survey_pairs *pairs,
                                      kp_survey_change *change) {
  kp_survey_paired paired = {0};
  kp_survey_status status = kp_survey_nps_paired(pairs, a->confidence, &paired);
  *change = (kp_survey_change){paired.delta,    paired.t.se,    paired.t.p,
                               paired.t.margin, paired.t.lower, paired.t.upper};
  if (status == KP_SURVEY_OK)
    kp_survey_show(paired.delta, -200, 200, &change->lower, &change->upper);
  return status;
}

kp_calc_error kp_compute_delta(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  kp_survey_change change = {0};
  kp_survey_status status = KP_SURVEY_OK;
  if (a->paired) {
    kp_survey_pairs pairs = {0};
    if (any_weights(a) || !kp_functions_cells_pairs(&pairs, &a->data[0], &a->data[1]))
      return KP_CALC_VALUE;
    status = paired_change(a, &pairs, &change);
    /* One pair has a difference, though no test of it. */
    if (status == KP_SURVEY_TOO_FEW && f->variant == KP_DELTA)
      status = KP_SURVEY_OK;
  } else {
    kp_survey_estimate both[2];
    if (!(a->confidence > 0.5 && a->confidence < 1))
      return KP_CALC_NUM;
    kp_calc_error error = estimates(a, both, &status);
    if (error != KP_CALC_OK)
      return error;
    if (status == KP_SURVEY_OK)
      kp_survey_change_of(&both[0], &both[1], kp_survey_normal_critical(a->confidence), &change);
  }
  return kp_result_of(result, status, pick(f->variant, &change));
}

kp_calc_error kp_compute_verdict(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  kp_survey_verdict verdict = KP_SURVEY_TOO_FEW_ANSWERS;
  kp_survey_status status = KP_SURVEY_OK;
  if (a->paired) {
    kp_survey_pairs pairs = {0};
    if (any_weights(a) || !kp_functions_cells_pairs(&pairs, &a->data[0], &a->data[1]))
      return KP_CALC_VALUE;
    status = kp_survey_paired_verdict(&pairs, a->confidence, a->minimum, &verdict);
  } else {
    kp_survey_estimate both[2];
    kp_calc_error error = estimates(a, both, &status);
    if (error != KP_CALC_OK)
      return error;
    status = kp_survey_estimates_verdict(status, &both[0], &both[1], a->confidence, a->minimum,
                                         &verdict);
  }
  return kp_result_verdict(result, status, verdict, a->language);
}
