/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tallies of scores on any scale, and the Customer Effort Score on top of them. */
#include "internal.h"
#include "kernpunt/survey.h"

static bool is_whole(double x) {
  return floor(x) == x;
}

kp_survey_status kp_survey_scale_start(kp_survey_scale *t, double min, double max, bool whole,
                                       double boxes) {
  *t = (kp_survey_scale){.min = KP_NAN, .max = KP_NAN, .middle = KP_NAN, .top_from = KP_NAN};
  if (!isfinite(min) || !isfinite(max) || !(min < max)) {
    return KP_SURVEY_PARAMETER;
  }
  if (whole && !(is_whole(min) && is_whole(max))) {
    return KP_SURVEY_PARAMETER;
  }
  if (!(boxes >= 0.0 && is_whole(boxes) && boxes <= max - min + 1.0)) {
    return KP_SURVEY_PARAMETER;
  }
  if (boxes > 0.0 && !whole) {
    return KP_SURVEY_PARAMETER; /* a scale of decimals has no boxes */
  }
  t->min = min;
  t->max = max;
  t->middle = min / 2.0 + max / 2.0;
  t->top_from = boxes > 0.0 ? max - boxes + 1.0 : KP_INFINITY;
  t->whole = whole;
  return KP_SURVEY_OK;
}

kp_survey_share kp_survey_top_share(const kp_survey_scale *t) {
  return (kp_survey_share){(double)t->top, (double)t->moments.n};
}

kp_survey_status kp_survey_ces_result(const kp_survey_scale *t, kp_survey_direction direction,
                                      double confidence, kp_survey_ces *out) {
  *out = (kp_survey_ces){KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN};
  bool high = direction == KP_SURVEY_HIGH_IS_EASY;
  if (!high && direction != KP_SURVEY_LOW_IS_EASY) {
    return KP_SURVEY_PARAMETER;
  }
  kp_survey_mean_interval mean;
  kp_survey_status status = kp_survey_mean_ci(&t->moments, confidence, &mean);
  out->n = mean.n;
  if (status != KP_SURVEY_OK && status != KP_SURVEY_TOO_FEW) {
    return status;
  }
  double easy = (double)(high ? t->above : t->below);
  double difficult = (double)(high ? t->below : t->above);
  out->mean = mean.mean;
  out->lower = mean.lower;
  out->upper = mean.upper;
  out->easy = easy / mean.n;
  out->difficult = difficult / mean.n;
  out->net = 100.0 * (easy - difficult) / mean.n;
  return KP_SURVEY_OK;
}
