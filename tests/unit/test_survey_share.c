/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares; the published numbers of Newcombe (1998) and rule 8. */
#include "survey_test.h"

static kp_survey_share of(double count, double n) {
  return (kp_survey_share){count, n};
}

static void newcombe(void **state) {
  (void)state;
  /* Table II, method 10: earlier count and n, later count and n, bounds. */
  static const double known[][6] = {
      {48, 80, 56, 70, 0.0524, 0.3339}, {3, 10, 9, 10, 0.1705, 0.8090},
      {2, 7, 6, 7, 0.0582, 0.8062},     {0, 29, 5, 56, -0.0381, 0.1926},
      {0, 20, 0, 10, -0.1611, 0.2775},  {0, 10, 0, 10, -0.2775, 0.2775},
      {0, 20, 10, 10, 0.6791, 1.0},     {0, 10, 10, 10, 0.6075, 1.0}};
  for (size_t i = 0; i < 8; i++) {
    kp_survey_share a = of(known[i][0], known[i][1]);
    kp_survey_share b = of(known[i][2], known[i][3]);
    kp_survey_share_change d;
    assert_int_equal(kp_survey_share_delta(&a, &b, 0.95, &d), KP_SURVEY_OK);
    NEAR(d.newcombe_lower, known[i][4], 5e-5);
    NEAR(d.newcombe_upper, known[i][5], 5e-5);
  }
}

/* Wilson's bounds are where the score test gives z. */
static void wilson_inverts_the_test(void **state) {
  (void)state;
  for (int n = 1; n < 40; n += 3) {
    for (int x = 0; x <= n; x++) {
      kp_survey_share s = of(x, n);
      double lower;
      double upper;
      assert_int_equal(kp_survey_wilson(&s, 0.9, &lower, &upper), KP_SURVEY_OK);
      assert_true(0 <= lower && lower < upper && upper <= 1);
      double z = kp_survey_normal_critical(0.9);
      if (x > 0) {
        NEAR((x - n * lower) / sqrt(n * lower * (1 - lower)), z, 1e-9);
      } else {
        SAME(lower, 0);
      }
      if (x < n) {
        NEAR((n * upper - x) / sqrt(n * upper * (1 - upper)), z, 1e-9);
      } else {
        SAME(upper, 1);
      }
    }
  }
}

static void agresti_coull(void **state) {
  (void)state;
  double lower;
  double upper;
  kp_survey_share s = of(0, 5);
  assert_int_equal(kp_survey_agresti_coull(&s, 0.95, &lower, &upper), KP_SURVEY_OK);
  assert_true(lower < 0 && upper < 1); /* not clamped */
  assert_int_equal(kp_survey_agresti_coull(&s, 0.05, &lower, &upper), KP_SURVEY_PARAMETER);
  IS_NAN(lower);
}

static void errors(void **state) {
  (void)state;
  const double wrong[][2] = {{-1, 5},
                             {6, 5},
                             {(double)NAN, 5},
                             {1, (double)NAN},
                             {0, -1},
                             {1, (double)INFINITY},
                             {(double)INFINITY, (double)INFINITY}};
  kp_survey_share good = of(1, 5);
  kp_survey_share none = of(0, 0);
  double x;
  double lower;
  double upper;
  kp_survey_share_change d;
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    kp_survey_share s = of(wrong[i][0], wrong[i][1]);
    assert_int_equal(kp_survey_share_value(&s, &x), KP_SURVEY_PARAMETER);
    IS_NAN(x);
    assert_int_equal(kp_survey_wilson(&s, 0.95, &lower, &upper), KP_SURVEY_PARAMETER);
    assert_int_equal(kp_survey_share_delta(&s, &good, 0.95, &d), KP_SURVEY_PARAMETER);
    assert_int_equal(kp_survey_share_delta(&none, &s, 0.95, &d), KP_SURVEY_PARAMETER);
  }
  const double confidence[] = {0.05, 0.5, 1, (double)NAN};
  for (size_t i = 0; i < 4; i++) {
    assert_int_equal(kp_survey_wilson(&good, confidence[i], &lower, &upper), KP_SURVEY_PARAMETER);
    assert_int_equal(kp_survey_share_delta(&good, &good, confidence[i], &d), KP_SURVEY_PARAMETER);
    IS_NAN(d.delta);
  }
  assert_int_equal(kp_survey_share_value(&none, &x), KP_SURVEY_NO_DATA);
  assert_int_equal(kp_survey_wilson(&none, 0.95, &lower, &upper), KP_SURVEY_NO_DATA);
  IS_NAN(lower);
  assert_int_equal(kp_survey_share_delta(&none, &good, 0.95, &d), KP_SURVEY_NO_DATA);
  assert_int_equal(kp_survey_share_delta(&good, &none, 0.95, &d), KP_SURVEY_NO_DATA);
  IS_NAN(d.delta);
  IS_NAN(d.p);
}

static void changes(void **state) {
  (void)state;
  kp_survey_share_change d;
  kp_survey_share a = of(0, 10);
  kp_survey_share b = of(0, 20);
  assert_int_equal(kp_survey_share_delta(&a, &b, 0.95, &d), KP_SURVEY_OK);
  SAME(d.z, 0);
  SAME(d.p, 1);
  IS_NAN(d.relative);
  a = of(10, 10);
  b = of(20, 20);
  assert_int_equal(kp_survey_share_delta(&a, &b, 0.95, &d), KP_SURVEY_OK);
  SAME(d.z, 0);
  SAME(d.p, 1);
  SAME(d.relative, 0);
  a = of(63, 100);
  b = of(82, 100);
  assert_int_equal(kp_survey_share_delta(&a, &b, 0.95, &d), KP_SURVEY_OK);
  NEAR(100 * d.delta, 19, 1e-13);      /* points */
  NEAR(100 * d.relative, 30.16, 1e-3); /* per cent: not the same */
  double pooled = 145.0 / 200;
  NEAR(d.z, 0.19 / sqrt(pooled * (1 - pooled) * 0.02), 1e-12);
  a = of(1e308, 1.5e308);
  b = of(1, 3);
  assert_int_equal(kp_survey_share_delta(&a, &b, 0.95, &d), KP_SURVEY_OK);
  assert_true(d.p > 0.1 && d.p < 0.5);
}

static void verdicts(void **state) {
  (void)state;
  kp_survey_share low = of(63, 100);
  kp_survey_share high = of(82, 100);
  kp_survey_share nine = of(9, 9);
  kp_survey_share none = of(0, 0);
  kp_survey_share wrong = of(3, 2);
  kp_survey_verdict v;
  assert_int_equal(kp_survey_share_verdict(&low, &high, 0.95, 10, &v), KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_RISE);
  assert_int_equal(kp_survey_share_verdict(&high, &low, 0.95, 10, &v), KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_FALL);
  assert_int_equal(kp_survey_share_verdict(&low, &high, 0.999, 10, &v), KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_NO_DIFFERENCE);
  assert_int_equal(kp_survey_share_verdict(&nine, &high, 0.95, 10, &v), KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_TOO_FEW_ANSWERS);
  assert_int_equal(kp_survey_share_verdict(&nine, &high, 0.95, 9, &v), KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_NO_DIFFERENCE);
  assert_int_equal(kp_survey_share_verdict(&high, &none, 0.95, 10, &v), KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_TOO_FEW_ANSWERS);
  assert_int_equal(kp_survey_share_verdict(&high, &none, 0.95, 0, &v), KP_SURVEY_NO_DATA);
  assert_int_equal(kp_survey_share_verdict(&high, &low, 0.05, 10, &v), KP_SURVEY_PARAMETER);
  assert_int_equal(kp_survey_share_verdict(&high, &low, 0.95, -1, &v), KP_SURVEY_PARAMETER);
  assert_int_equal(kp_survey_share_verdict(&wrong, &low, 0.95, 10, &v), KP_SURVEY_PARAMETER);
}

/* The verdict and the bounds beside it say the same, for all tables up to a size; the pooled test
 * does not. */
static void verdicts_follow_the_bounds(void **state) {
  (void)state;
  const kp_survey_share nine_of_ten = {9, 10};
  const kp_survey_share all_of_forty = {40, 40};
  const kp_survey_share four_of_fifteen = {4, 15};
  const kp_survey_share twelve_of_twenty = {12, 20};
  kp_survey_verdict v;
  assert_int_equal(kp_survey_share_verdict(&nine_of_ten, &all_of_forty, 0.95, 10, &v),
                   KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_NO_DIFFERENCE);
  assert_int_equal(kp_survey_share_verdict(&four_of_fifteen, &twelve_of_twenty, 0.95, 10, &v),
                   KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_RISE);
  int otherwise = 0;
  for (int n1 = 10; n1 <= 40; n1 += 10) {
    for (int n2 = 10; n2 <= 40; n2 += 10) {
      for (int c1 = 0; c1 <= n1; c1++) {
        for (int c2 = 0; c2 <= n2; c2++) {
          kp_survey_share a = {c1, n1};
          kp_survey_share b = {c2, n2};
          kp_survey_share_change change;
          assert_int_equal(kp_survey_share_delta(&a, &b, 0.95, &change), KP_SURVEY_OK);
          assert_int_equal(kp_survey_share_verdict(&a, &b, 0.95, 10, &v), KP_SURVEY_OK);
          bool outside = change.newcombe_lower > 0 || change.newcombe_upper < 0;
          assert_true(change.newcombe_lower <= change.delta &&
                      change.newcombe_upper >= change.delta);
          assert_int_equal(v, !outside           ? KP_SURVEY_NO_DIFFERENCE
                              : change.delta > 0 ? KP_SURVEY_RISE
                                                 : KP_SURVEY_FALL);
          otherwise += outside != (change.p < 0.05);
        }
      }
    }
  }
  assert_true(otherwise > 0);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {cmocka_unit_test(newcombe),
                                     cmocka_unit_test(wilson_inverts_the_test),
                                     cmocka_unit_test(agresti_coull),
                                     cmocka_unit_test(errors),
                                     cmocka_unit_test(changes),
                                     cmocka_unit_test(verdicts),
                                     cmocka_unit_test(verdicts_follow_the_bounds)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
