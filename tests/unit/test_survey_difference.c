/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two independent measurements. */
#include "survey_test.h"

static kp_survey_status get(kp_survey_counts earlier, kp_survey_counts later, double confidence,
                            kp_survey_delta *out) {
  return kp_survey_nps_delta(&earlier, &later, confidence, out);
}

static kp_survey_counts counts(double p, double v, double d) {
  return (kp_survey_counts){p, v, d};
}

static void keeps_the_sign(void **state) {
  (void)state;
  kp_survey_delta up;
  kp_survey_delta down;
  assert_int_equal(get(counts(60, 80, 60), counts(84, 72, 44), 0.95, &up), KP_SURVEY_OK);
  assert_int_equal(get(counts(84, 72, 44), counts(60, 80, 60), 0.95, &down), KP_SURVEY_OK);
  SAME(up.delta, 20);
  SAME(down.delta, -20);
  SAME(up.adjusted.p, down.adjusted.p);
  NEAR(up.adjusted.lower, -down.adjusted.upper, 1e-12);
  NEAR(up.adjusted.margin, up.adjusted.upper - up.adjusted.delta, 1e-12);
}

/* The codes written out, with the pseudo-answers, one by one. */
static void adjusted_is_wald_on_three_more(void **state) {
  (void)state;
  kp_survey_delta d;
  kp_survey_delta more;
  assert_int_equal(get(counts(4, 3, 2), counts(8, 1, 5), 0.9, &d), KP_SURVEY_OK);
  assert_int_equal(get(counts(4.75, 4.5, 2.75), counts(8.75, 2.5, 5.75), 0.9, &more), KP_SURVEY_OK);
  SAME(d.adjusted.delta, more.wald.delta);
  SAME(d.adjusted.se, more.wald.se);
  SAME(d.adjusted.p, more.wald.p);
  assert_true(isinf(d.adjusted.df) && isinf(d.wald.df));
}

static void errors(void **state) {
  (void)state;
  kp_survey_delta d;
  kp_survey_counts some = {1, 1, 1};
  kp_survey_counts none = {0, 0, 0};
  kp_survey_counts wrong = {-1, 0, 0};
  const double confidence[] = {0.05, 0.5, 1, (double)NAN};
  for (size_t i = 0; i < 4; i++) {
    assert_int_equal(get(some, some, confidence[i], &d), KP_SURVEY_PARAMETER);
    IS_NAN(d.delta);
    IS_NAN(d.adjusted.p);
  }
  assert_int_equal(get(none, some, 0.95, &d), KP_SURVEY_NO_DATA);
  IS_NAN(d.delta);
  IS_NAN(d.adjusted.p);
  assert_int_equal(get(some, none, 0.95, &d), KP_SURVEY_NO_DATA);
  assert_int_equal(get(none, none, 0.95, &d), KP_SURVEY_NO_DATA);
  assert_int_equal(get(wrong, none, 0.95, &d), KP_SURVEY_PARAMETER);
  assert_int_equal(get(none, wrong, 0.95, &d), KP_SURVEY_PARAMETER);
}

static void one_answer_each(void **state) {
  (void)state;
  kp_survey_delta d;
  assert_int_equal(get(counts(0, 0, 1), counts(1, 0, 0), 0.95, &d), KP_SURVEY_OK);
  SAME(d.delta, 200);
  assert_true(d.adjusted.p > 0.05 && d.adjusted.p < 1);
  SAME(d.welch.delta, 200);
  IS_NAN(d.welch.p);
  SAME(d.wald.se, 0); /* without variance: p = 0 for a difference */
  SAME(d.wald.p, 0);
  SAME(d.wald.lower, 200);
}

static void one_answer_on_one_side(void **state) {
  (void)state;
  kp_survey_delta d;
  assert_int_equal(get(counts(0, 0, 1), counts(3, 2, 1), 0.95, &d), KP_SURVEY_OK);
  IS_NAN(d.welch.p);
  assert_true(d.adjusted.p > 0 && d.adjusted.p < 1);
  assert_int_equal(get(counts(3, 2, 1), counts(0, 1, 0), 0.95, &d), KP_SURVEY_OK);
  IS_NAN(d.welch.p);
}

static void no_variance(void **state) {
  (void)state;
  kp_survey_delta d;
  assert_int_equal(get(counts(9, 0, 0), counts(5, 0, 0), 0.95, &d), KP_SURVEY_OK);
  SAME(d.delta, 0);
  SAME(d.wald.p, 1);
  SAME(d.welch.p, 1);
  SAME(d.welch.lower, 0);
  assert_true(d.adjusted.p < 1); /* 9 and 5 pull apart after three pseudo-answers */
}

static void welch_by_hand(void **state) {
  (void)state;
  kp_survey_delta d;
  assert_int_equal(get(counts(2, 1, 1), counts(1, 3, 1), 0.95, &d), KP_SURVEY_OK);
  double v1 = 1e4 * (1.75 * 0 + (0.75 * 0.75 * 2 + 0.25 * 0.25 + 1.25 * 1.25) / 3) / 4;
  double v2 = 1e4 * (2.0 / 4) / 5;
  NEAR(d.welch.se, sqrt(v1 + v2), 1e-12);
  NEAR(d.welch.df, (v1 + v2) * (v1 + v2) / (v1 * v1 / 3 + v2 * v2 / 4), 1e-12);
  NEAR(d.welch.p, kp_survey_t_p(-25 / sqrt(v1 + v2), d.welch.df), 1e-12);
}

static void huge(void **state) {
  (void)state;
  kp_survey_delta d;
  assert_int_equal(get(counts(1e308, 1e308, 0), counts(1e308, 0, 1e308), 0.95, &d), KP_SURVEY_OK);
  NEAR(d.delta, -50, 1e-12);
  NEAR(d.adjusted.p, 0, 1e-12);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keeps_the_sign),
      cmocka_unit_test(adjusted_is_wald_on_three_more),
      cmocka_unit_test(errors),
      cmocka_unit_test(one_answer_each),
      cmocka_unit_test(one_answer_on_one_side),
      cmocka_unit_test(no_variance),
      cmocka_unit_test(welch_by_hand),
      cmocka_unit_test(huge),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
