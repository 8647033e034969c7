/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be said about a difference: risen, fallen, no demonstrable difference, too few answers.
 */
#include "internal.h"
#include "kernpunt/survey.h"

double kp_survey_significance(double confidence) {
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
  if (p < kp_survey_significance(confidence)) {
    if (delta > 0.0 && !(adjusted_delta < 0.0)) {
      *out = KP_SURVEY_RISE;
    } else if (delta < 0.0 && !(adjusted_delta > 0.0)) {
      *out = KP_SURVEY_FALL;
    }
  }
  return KP_SURVEY_OK;
}

kp_survey_status kp_survey_estimates_verdict(kp_survey_status status,
                                             const kp_survey_estimate *earlier,
                                             const kp_survey_estimate *later, double confidence,
                                             double minimum_n, kp_survey_verdict *out) {
  kp_survey_status early;
  if (status == KP_SURVEY_BAD_WEIGHT || status == KP_SURVEY_PARAMETER) {
    *out = KP_SURVEY_TOO_FEW_ANSWERS;
    return status;
  }
  if (kp_survey_verdict_early(earlier->n, later->n, confidence, minimum_n, out, &early)) {
    return early;
  }
  if (status == KP_SURVEY_OK) {
    kp_survey_change change;
    kp_survey_change_of(earlier, later, kp_survey_normal_critical(confidence), &change);
    *out = kp_survey_verdict_of_bounds(change.lower, change.upper);
  }
  return status;
}

kp_survey_status kp_survey_nps_verdict(const kp_survey_counts *earlier,
                                       const kp_survey_counts *later, double confidence,
                                       double minimum_n, kp_survey_verdict *out) {
  kp_survey_estimate first;
  kp_survey_estimate second;
  kp_survey_status one = kp_survey_estimate_counts(earlier, &first);
  kp_survey_status other = kp_survey_estimate_counts(later, &second);
  return kp_survey_estimates_verdict(kp_survey_worse(one, other), &first, &second, confidence,
                                     minimum_n, out);
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
