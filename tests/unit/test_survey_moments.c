/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Streams that defeat a plain sum of squares. */
#include "survey_test.h"

static kp_survey_moments of(const double *x, size_t n) {
  kp_survey_moments m = {0};
  for (size_t i = 0; i < n; i++) {
    kp_survey_moments_add(&m, x[i]);
  }
  return m;
}

static void check(const double *x, size_t n, double mean, double variance) {
  kp_survey_moments m = of(x, n);
  double found;
  assert_int_equal(kp_survey_mean(&m, &found), KP_SURVEY_OK);
  SAME(found, mean);
  assert_int_equal(kp_survey_variance(&m, &found), KP_SURVEY_OK);
  NEAR(found, variance, 1e-12);
}

static void known(void **state) {
  (void)state;
  check((const double[]){1, 2, 3, 4, 10}, 5, 4, 12.5);
  check((const double[]){1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16}, 4, 1e9 + 10, 30);
  check((const double[]){1e16, 1, -1e16, 1}, 4, 0.5, 2e32 / 3);
  check((const double[]){7.1, 7.1, 7.1}, 3, 7.1, 0);
}

static void constant_columns_are_equal(void **state) {
  (void)state;
  for (int grade = 10; grade <= 100; grade++) {
    double mean;
    kp_survey_moments m = {0};
    for (int n = 1; n < 40; n++) {
      kp_survey_moments_add(&m, grade / 10.0);
      assert_int_equal(kp_survey_mean(&m, &mean), KP_SURVEY_OK);
      SAME(mean, grade / 10.0); /* not an ulp beside it */
      SAME(m.m2, 0);
    }
  }
}

static void few(void **state) {
  (void)state;
  kp_survey_moments m = {0};
  double x;
  assert_int_equal(kp_survey_mean(&m, &x), KP_SURVEY_NO_DATA);
  IS_NAN(x);
  assert_int_equal(kp_survey_variance(&m, &x), KP_SURVEY_NO_DATA);
  IS_NAN(x);
  kp_survey_moments_add(&m, 5);
  assert_int_equal(kp_survey_mean(&m, &x), KP_SURVEY_OK);
  SAME(x, 5);
  assert_int_equal(kp_survey_variance(&m, &x), KP_SURVEY_TOO_FEW);
  IS_NAN(x);
}

static void rule_12_huge(void **state) {
  (void)state;
  double x;
  kp_survey_moments m = of((const double[]){1.5e308, 1.5e308, 1.5e308}, 3);
  assert_int_equal(kp_survey_mean(&m, &x), KP_SURVEY_OK);
  SAME(x, 1.5e308);
  m = of((const double[]){1.5e308, 1.6e308, 1.7e308}, 3);
  assert_int_equal(kp_survey_mean(&m, &x), KP_SURVEY_OK);
  NEAR(x, 1.6e308, 1e-12);
  assert_int_equal(kp_survey_variance(&m, &x), KP_SURVEY_OUT_OF_RANGE);
  m = of((const double[]){1.5e308, -1.5e308}, 2);
  assert_int_equal(kp_survey_mean(&m, &x), KP_SURVEY_OK);
  SAME(x, 0);
  assert_int_equal(kp_survey_variance(&m, &x), KP_SURVEY_OUT_OF_RANGE);
  m = of((const double[]){1.5e308, -1.5e308, 1.5e308, 1.5e308}, 4);
  kp_survey_status status = kp_survey_mean(&m, &x);
  assert_true(status == KP_SURVEY_OUT_OF_RANGE || fabs(x / 0.75e308 - 1) < 1e-12);
}

static void a_million(void **state) {
  (void)state;
  kp_survey_moments m = {0};
  for (int i = 0; i < 1000000; i++) {
    kp_survey_moments_add(&m, i % 10 == 0 ? 0.1 : 0.2);
  }
  double x;
  assert_int_equal(kp_survey_mean(&m, &x), KP_SURVEY_OK);
  NEAR(x, 0.19, 1e-16);
  assert_int_equal(kp_survey_variance(&m, &x), KP_SURVEY_OK);
  NEAR(x, 0.0009 * 1e6 / (1e6 - 1), 1e-15);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(known), cmocka_unit_test(constant_columns_are_equal), cmocka_unit_test(few),
      cmocka_unit_test(rule_12_huge), cmocka_unit_test(a_million)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
