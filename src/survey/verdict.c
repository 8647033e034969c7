/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be said about a difference: risen, fallen, no demonstrable difference, too few answers.
 */
#include "internal.h"

/* 1 - confidence as typed: 1 - 0.95 is 0.05 plus 4e-17 in doubles, and p = 0.05 must not be below.
 */
static double significance(double confidence) {
  double alpha = 1.0 - confidence;
  double decimal = nearbyint(alpha * 1e15) / 1e15;
  return decimal > 0.0 ? decimal : alpha;
}

bool kp_survey_verdict_early(double n_earlier, double n_later, double confidence, double minimum_n,
                             kp_survey_verdict *out, kp_survey_status *status) {
  *out = KP_SURVEY_TOO_FEW_ANSWERS;
  *status = KP_SURVEY_OK;
  if (!kp_survey_confidence_ok(confidence) || !(minimum_n >= 0.0) || isinf(minimum_n)) {
    *status = KP_SURVEY_PARAMETER;
    return true;
  }
  return n_earlier < minimum_n || n_later < minimum_n;
}

kp_survey_status kp_survey_verdict_of(double p, double delta, double adjusted_delta,
                                      double n_earlier, double n_later, double confidence,
                                      double minimum_n, kp_survey_verdict *out) {
  kp_survey_status status;
  if (kp_survey_verdict_early(n_earlier, n_later, confidence, minimum_n, out, &status)) {
    return status;
  }
  *out = KP_SURVEY_NO_DIFFERENCE;
  if (p < significance(confidence)) {
    if (delta > 0.0 && !(adjusted_delta < 0.0)) {
      *out = KP_SURVEY_RISE;
    } else if (delta < 0.0 && !(adjusted_delta > 0.0)) {
      *out = KP_SURVEY_FALL;
    }
  }
  return KP_SURVEY_OK;
}

kp_survey_status kp_survey_nps_verdict(const kp_survey_counts *earlier,
                                       const kp_survey_counts *later, double confidence,
                                       double minimum_n, kp_survey_verdict *out) {
  double n1 = earlier->promoters + earlier->passives + earlier->detractors;
  double n2 = later->promoters + later->passives + later->detractors;
  kp_survey_delta delta;
  kp_survey_status status = kp_survey_nps_delta(earlier, later, confidence, &delta);
  kp_survey_status early;
  bool done = kp_survey_verdict_early(n1, n2, confidence, minimum_n, out, &early);
  if (status == KP_SURVEY_PARAMETER) {
    return status;
  }
  if (done) {
    return early;
  }
  if (status != KP_SURVEY_OK) {
    return status;
  }
  return kp_survey_verdict_of(delta.adjusted.p, delta.delta, delta.adjusted.delta, n1, n2,
                              confidence, minimum_n, out);
}

kp_survey_status kp_survey_paired_verdict(const kp_survey_pairs *pairs, double confidence,
                                          double minimum_n, kp_survey_verdict *out) {
  double n = (double)kp_survey_pairs_n(pairs);
  kp_survey_status status;
  if (kp_survey_verdict_early(n, n, confidence, minimum_n, out, &status)) {
    return status;
  }
  kp_survey_paired paired;
  status = kp_survey_nps_paired(pairs, confidence, &paired);
  if (status != KP_SURVEY_OK) {
    return status;
  }
  return kp_survey_verdict_of(paired.t.p, paired.delta, paired.delta, n, n, confidence, minimum_n,
                              out);
}
