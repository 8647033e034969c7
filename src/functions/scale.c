/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CX functions of shares and effort: top boxes, CSAT, CES, progress. */
#include "internal.h"

/* The share of the top boxes in one range. Zero boxes are the scale's word for "none asked". */
static kp_survey_status top_share(const kp_arguments *a, size_t data, double boxes,
                                  kp_survey_share *share) {
  kp_survey_scale scale;
  kp_survey_status status =
      boxes < 1 ? KP_SURVEY_PARAMETER : kp_arguments_scale(a, data, true, boxes, &scale);
  if (status == KP_SURVEY_OK)
    *share = kp_survey_top_share(&scale);
  return status;
}

kp_calc_error kp_compute_topbox(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  kp_survey_share share = {0, 0};
  double value = 0;
  double lower = 0;
  double upper = 0;
  double boxes = f->variant == KP_CSAT ? a->top : a->number[0];
  kp_survey_status status = top_share(a, 0, boxes, &share);
  if (status == KP_SURVEY_OK && (f->variant == KP_LOWER || f->variant == KP_UPPER))
    status = kp_survey_wilson(&share, a->confidence, &lower, &upper);
  else if (status == KP_SURVEY_OK)
    status = kp_survey_share_value(&share, &value);
  if (f->variant == KP_LOWER)
    value = lower;
  else if (f->variant == KP_UPPER)
    value = upper;
  return kp_result_of(result, status, value);
}

static kp_survey_status both_shares(const kp_arguments *a, kp_survey_share *earlier,
                                    kp_survey_share *later) {
  kp_survey_status status = top_share(a, 0, a->number[0], earlier);
  return status == KP_SURVEY_OK ? top_share(a, 1, a->number[0], later) : status;
}

kp_calc_error kp_compute_topbox_delta(const kp_function *f, const kp_arguments *a,
                                      uno_Any *result) {
  kp_survey_share earlier;
  kp_survey_share later;
  kp_survey_share_change change = {0};
  double value = 0;
  kp_survey_status status = both_shares(a, &earlier, &later);
  if (status == KP_SURVEY_OK)
    status = kp_survey_share_delta(&earlier, &later, a->confidence, &change);
  switch (f->variant) {
  case KP_DELTA_LOWER:
    value = 100 * change.newcombe_lower;
    break;
  case KP_DELTA_UPPER:
    value = 100 * change.newcombe_upper;
    break;
  default:
    value = a->as == KP_AS_RELATIVE ? change.relative : 100 * change.delta;
    /* Nothing is a share of a share of 0. */
    if (status == KP_SURVEY_OK && a->as == KP_AS_RELATIVE && isnan(value))
      status = KP_SURVEY_UNDEFINED;
  }
  return kp_result_of(result, status, value);
}

kp_calc_error kp_compute_topbox_verdict(const kp_function *f, const kp_arguments *a,
                                        uno_Any *result) {
  (void)f;
  kp_survey_share earlier;
  kp_survey_share later;
  kp_survey_verdict verdict = KP_SURVEY_TOO_FEW_ANSWERS;
  kp_survey_status status = both_shares(a, &earlier, &later);
  if (status == KP_SURVEY_OK)
    status = kp_survey_share_verdict(&earlier, &later, a->confidence, a->minimum, &verdict);
  return kp_result_verdict(result, status, verdict, a->language);
}

kp_calc_error kp_compute_share_p(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  kp_survey_share earlier = {a->number[0], a->number[1]};
  kp_survey_share later = {a->number[2], a->number[3]};
  kp_survey_share_change change = {0};
  kp_survey_status status = kp_survey_share_delta(&earlier, &later, 0.95, &change);
  return kp_result_of(result, status, change.p);
}

kp_calc_error kp_compute_ces(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  kp_survey_scale scale;
  kp_survey_ces ces = {0};
  kp_survey_status status = kp_arguments_scale(a, 0, true, 0, &scale);
  if (status == KP_SURVEY_OK)
    status = kp_survey_ces_result(&scale, a->direction, 0.95, &ces);
  return kp_result_of(result, status,
                      a->as == KP_CES_MEAN   ? ces.mean
                      : a->as == KP_CES_EASY ? ces.easy
                                             : ces.net);
}

kp_calc_error kp_compute_progress(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  kp_survey_progress progress = {0};
  kp_survey_status status =
      kp_survey_progress_of(a->number[0], a->number[1], a->number[2], &progress);
  return kp_result_of(result, status, progress.progress);
}
