/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Difference of two independent scores. The test, its p-value and interval use adjusted Wald on
 * both samples (Lewis and Sauro, measuringu.com, 2020-21); the raw delta is for display and keeps
 * its sign. Overlap of two intervals is not the test. */
#include "internal.h"

void kp_survey_test_clear(kp_survey_test *test) {
  *test = (kp_survey_test){KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN};
}

void kp_survey_test_fill(kp_survey_test *test, double delta, double se, double df,
                         double confidence) {
  test->delta = delta;
  test->se = se;
  test->df = df;
  if (se > 0.0) {
    test->statistic = delta / se;
  } else {
    test->statistic = delta == 0.0 ? 0.0 : copysign(KP_INFINITY, delta);
  }
  test->p = kp_survey_t_p(test->statistic, df);
  test->margin = se > 0.0 ? kp_survey_t_critical(confidence, df) * se : 0.0;
  test->lower = delta - test->margin;
  test->upper = delta + test->margin;
}

double kp_survey_welch_df(double v1, double n1, double v2, double n2) {
  /* As a ratio, so that squaring cannot overflow. */
  double part = v1 / (v1 + v2);
  return 1.0 / (part * part / (n1 - 1.0) + (1.0 - part) * (1.0 - part) / (n2 - 1.0));
}

/* Squared standard error in points^2 over a divisor: n (Wald) or n - 1 (sample type). */
static double squared_error(const kp_survey_fractions *f, double divisor) {
  return 1e4 * f->variance / divisor;
}

static void fill_z(kp_survey_test *test, const kp_survey_fractions *a, const kp_survey_fractions *b,
                   double confidence) {
  double se = sqrt(squared_error(a, a->n) + squared_error(b, b->n));
  kp_survey_test_fill(test, b->nps - a->nps, se, KP_INFINITY, confidence);
}

static void fill_welch(kp_survey_test *test, const kp_survey_fractions *a,
                       const kp_survey_fractions *b, double confidence) {
  kp_survey_test_clear(test);
  test->delta = b->nps - a->nps;
  if (a->n < 2.0 || b->n < 2.0) {
    return;
  }
  double v1 = squared_error(a, a->n - 1.0);
  double v2 = squared_error(b, b->n - 1.0);
  double df = v1 + v2 > 0.0 ? kp_survey_welch_df(v1, a->n, v2, b->n) : a->n + b->n - 2.0;
  kp_survey_test_fill(test, test->delta, sqrt(v1 + v2), df, confidence);
}

kp_survey_status kp_survey_nps_delta(const kp_survey_counts *earlier, const kp_survey_counts *later,
                                     double confidence, kp_survey_delta *out) {
  out->earlier = out->later = out->delta = KP_NAN;
  kp_survey_test_clear(&out->adjusted);
  kp_survey_test_clear(&out->wald);
  kp_survey_test_clear(&out->welch);
  if (!kp_survey_confidence_ok(confidence)) {
    return KP_SURVEY_PARAMETER;
  }
  kp_survey_fractions a;
  kp_survey_fractions b;
  kp_survey_status first = kp_survey_fractions_of(earlier, &a);
  kp_survey_status second = kp_survey_fractions_of(later, &b);
  if (first == KP_SURVEY_PARAMETER || second == KP_SURVEY_PARAMETER) {
    return KP_SURVEY_PARAMETER;
  }
  out->earlier = a.nps;
  out->later = b.nps;
  if (first != KP_SURVEY_OK || second != KP_SURVEY_OK) {
    return KP_SURVEY_NO_DATA;
  }
  out->delta = b.nps - a.nps;
  fill_z(&out->wald, &a, &b, confidence);
  fill_welch(&out->welch, &a, &b, confidence);
  kp_survey_counts adjusted = kp_survey_adjusted_counts(earlier);
  kp_survey_status status = kp_survey_fractions_of(&adjusted, &a);
  if (status == KP_SURVEY_OK) {
    adjusted = kp_survey_adjusted_counts(later);
    status = kp_survey_fractions_of(&adjusted, &b);
  }
  if (status == KP_SURVEY_OK) {
    fill_z(&out->adjusted, &a, &b, confidence);
  }
  return status;
}
