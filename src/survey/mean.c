/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grades: the t interval of a mean, Welch's test of two means (Welch 1947), the paired t-test. */
#include "internal.h"
#include "kernpunt/survey.h"

kp_survey_status kp_survey_mean_ci(const kp_survey_moments *m, double confidence,
                                   kp_survey_mean_interval *out) {
  *out = (kp_survey_mean_interval){KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN};
  out->n = (double)m->n;
  if (!kp_survey_confidence_ok(confidence)) {
    return KP_SURVEY_PARAMETER;
  }
  kp_survey_status status = kp_survey_mean(m, &out->mean);
  if (status != KP_SURVEY_OK) {
    return status;
  }
  double variance;
  status = kp_survey_variance(m, &variance);
  if (status != KP_SURVEY_OK) {
    return status;
  }
  out->sd = sqrt(variance);
  out->se = sqrt(variance / out->n);
  out->margin = kp_survey_t_critical(confidence, out->n - 1.0) * out->se;
  out->lower = out->mean - out->margin;
  out->upper = out->mean + out->margin;
  return KP_SURVEY_OK;
}

kp_survey_status kp_survey_mean_delta(const kp_survey_moments *earlier,
                                      const kp_survey_moments *later, double confidence,
                                      kp_survey_test *out) {
  kp_survey_test_clear(out);
  if (!kp_survey_confidence_ok(confidence)) {
    return KP_SURVEY_PARAMETER;
  }
  double a;
  double b;
  kp_survey_status status = kp_survey_mean(earlier, &a);
  if (status == KP_SURVEY_OK) {
    status = kp_survey_mean(later, &b);
  }
  if (status != KP_SURVEY_OK) {
    return status;
  }
  out->delta = b - a;
  double v1;
  double v2;
  status = kp_survey_variance(earlier, &v1);
  if (status == KP_SURVEY_OK) {
    status = kp_survey_variance(later, &v2);
  }
  if (status != KP_SURVEY_OK) {
    return status;
  }
  double n1 = (double)earlier->n;
  double n2 = (double)later->n;
  v1 /= n1;
  v2 /= n2;
  if (!isfinite(out->delta) || isinf(v1 + v2)) {
    kp_survey_test_clear(out);
    return KP_SURVEY_OUT_OF_RANGE;
  }
  double df = v1 + v2 > 0.0 ? kp_survey_welch_df(v1, n1, v2, n2) : n1 + n2 - 2.0;
  kp_survey_test_fill(out, out->delta, sqrt(v1 + v2), df, confidence);
  return KP_SURVEY_OK;
}

kp_survey_status kp_survey_mean_verdict(const kp_survey_moments *earlier,
                                        const kp_survey_moments *later, double confidence,
                                        double minimum_n, kp_survey_verdict *out) {
  double n1 = (double)earlier->n;
  double n2 = (double)later->n;
  kp_survey_status status;
  if (kp_survey_verdict_early(n1, n2, confidence, minimum_n, out, &status)) {
    return status;
  }
  kp_survey_test test;
  status = kp_survey_mean_delta(earlier, later, confidence, &test);
  if (status != KP_SURVEY_OK) {
    return status;
  }
  return kp_survey_verdict_of(test.p, test.delta, test.delta, n1, n2, confidence, minimum_n, out);
}

kp_survey_status kp_survey_grade_pairs_start(kp_survey_grade_pairs *t, double min, double max) {
  *t = (kp_survey_grade_pairs){0};
  if (!isfinite(min) || !isfinite(max) || !(min < max)) {
    return KP_SURVEY_PARAMETER;
  }
  t->min = min;
  t->max = max;
  return KP_SURVEY_OK;
}

kp_survey_status kp_survey_mean_paired(const kp_survey_moments *difference, double confidence,
                                       kp_survey_test *out) {
  kp_survey_mean_interval interval;
  kp_survey_status status = kp_survey_mean_ci(difference, confidence, &interval);
  kp_survey_test_clear(out);
  out->delta = interval.mean;
  if (status == KP_SURVEY_OK) {
    kp_survey_test_fill(out, interval.mean, interval.se, interval.n - 1.0, confidence);
  }
  return status;
}

kp_survey_status kp_survey_mean_paired_verdict(const kp_survey_moments *difference,
                                               double confidence, double minimum_n,
                                               kp_survey_verdict *out) {
  double n = (double)difference->n;
  kp_survey_status status;
  if (kp_survey_verdict_early(n, n, confidence, minimum_n, out, &status)) {
    return status;
  }
  kp_survey_test test;
  status = kp_survey_mean_paired(difference, confidence, &test);
  if (status != KP_SURVEY_OK) {
    return status;
  }
  return kp_survey_verdict_of(test.p, test.delta, test.delta, n, n, confidence, minimum_n, out);
}
