/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey_test.h"

static kp_survey_sample good(double margin, double variance, double population) {
  kp_survey_sample s;
  assert_int_equal(kp_survey_sample_size(margin, 0.95, variance, population, &s), KP_SURVEY_OK);
  return s;
}

static void known(void **state) {
  (void)state;
  SAME(good(10, 1, KP_SURVEY_UNLIMITED).wald, 385);
  SAME(good(10, 1, KP_SURVEY_UNLIMITED).adjusted, 382);
  SAME(good(5, 1, KP_SURVEY_UNLIMITED).wald, 1537);
  SAME(good(5, 1, KP_SURVEY_UNLIMITED).adjusted, 1534);
}

static void at_least_one_at_most_all(void **state) {
  (void)state;
  SAME(good(200, 1, KP_SURVEY_UNLIMITED).adjusted, 1);
  SAME(good(10, 0, KP_SURVEY_UNLIMITED).adjusted, 1);
  SAME(good(10, 0, 50).adjusted, 1);
  SAME(good(10, 1, 1).adjusted, 1);
  SAME(good(0.001, 1, 60).adjusted, 60);
  SAME(good(1e-200, 1, 60).adjusted, 60);
  for (int m = 1; m < 40; m++) {
    for (int population = 1; population < 500; population *= 3) {
      kp_survey_sample s = good(m, 0.7, population);
      assert_true(s.adjusted >= 1 && s.adjusted <= population);
      double n = fmax(1, good(m, 0.7, KP_SURVEY_UNLIMITED).adjusted_exact);
      NEAR(fmax(1, s.adjusted_exact), n / (1 + (n - 1) / population), 1e-12);
    }
  }
}

/* The number asked for gives the margin; one fewer does not. */
static void gives_the_margin(void **state) {
  (void)state;
  double n = good(10, 1, KP_SURVEY_UNLIMITED).wald;
  kp_survey_counts enough = {n / 2, 0, n / 2};
  kp_survey_counts fewer = {(n - 1) / 2, 0, (n - 1) / 2};
  kp_survey_interval i;
  assert_int_equal(kp_survey_nps_interval(&enough, KP_SURVEY_WALD, 0.95, KP_SURVEY_UNLIMITED, &i),
                   KP_SURVEY_OK);
  assert_true(i.margin <= 10);
  assert_int_equal(kp_survey_nps_interval(&fewer, KP_SURVEY_WALD, 0.95, KP_SURVEY_UNLIMITED, &i),
                   KP_SURVEY_OK);
  assert_true(i.margin > 10);
}

static void parameters(void **state) {
  (void)state;
  kp_survey_sample s;
  const double margin[] = {0, -5, (double)NAN, (double)INFINITY};
  const double confidence[] = {0.05, 0.5, 1, (double)NAN};
  const double variance[] = {-0.1, 1.01, (double)NAN, (double)INFINITY};
  const double population[] = {0, -1, 0.5, 100.5, (double)NAN};
  for (size_t i = 0; i < 4; i++) {
    assert_int_equal(kp_survey_sample_size(margin[i], 0.95, 1, KP_SURVEY_UNLIMITED, &s),
                     KP_SURVEY_PARAMETER);
    IS_NAN(s.adjusted);
    assert_int_equal(kp_survey_sample_size(5, confidence[i], 1, KP_SURVEY_UNLIMITED, &s),
                     KP_SURVEY_PARAMETER);
    assert_int_equal(kp_survey_sample_size(5, 0.95, variance[i], KP_SURVEY_UNLIMITED, &s),
                     KP_SURVEY_PARAMETER);
  }
  for (size_t i = 0; i < 5; i++) {
    assert_int_equal(kp_survey_sample_size(5, 0.95, 1, population[i], &s), KP_SURVEY_PARAMETER);
  }
  assert_int_equal(kp_survey_sample_size(1e-200, 0.95, 1, KP_SURVEY_UNLIMITED, &s),
                   KP_SURVEY_OUT_OF_RANGE);
}

static kp_survey_status two(double delta, double confidence, double power, double v1, double v2,
                            double *n) {
  double exact;
  return kp_survey_sample_size_delta(delta, confidence, power, v1, v2, &exact, n);
}

static void two_groups(void **state) {
  (void)state;
  double n;
  double m;
  assert_int_equal(two(10, 0.95, 0.8, 0.6, 0.6, &n), KP_SURVEY_OK);
  SAME(n, 939);
  assert_int_equal(two(-10, 0.95, 0.8, 0.6, 0.6, &m), KP_SURVEY_OK);
  SAME(m, n);
  assert_int_equal(two(10, 0.95, 0.8, 0.7, 0.5, &m), KP_SURVEY_OK);
  SAME(m, n);
  assert_int_equal(two(10, 0.95, 0.8, 0, 0, &n), KP_SURVEY_OK);
  SAME(n, 1);
  assert_int_equal(two(10, 0.51, 0.001, 1, 1, &n), KP_SURVEY_OK);
  SAME(n, 1); /* chance alone has more power than that */
  const double wrong[] = {0, (double)NAN, (double)INFINITY};
  const double power[] = {0, 1, -1, (double)NAN};
  for (size_t i = 0; i < 3; i++) {
    assert_int_equal(two(wrong[i], 0.95, 0.8, 1, 1, &n), KP_SURVEY_PARAMETER);
    IS_NAN(n);
  }
  for (size_t i = 0; i < 4; i++) {
    assert_int_equal(two(10, 0.95, power[i], 1, 1, &n), KP_SURVEY_PARAMETER);
  }
  assert_int_equal(two(10, 0.5, 0.8, 1, 1, &n), KP_SURVEY_PARAMETER);
  assert_int_equal(two(10, 0.95, 0.8, 2, 1, &n), KP_SURVEY_PARAMETER);
  assert_int_equal(two(10, 0.95, 0.8, 1, -1, &n), KP_SURVEY_PARAMETER);
  assert_int_equal(two(1e-200, 0.95, 0.8, 1, 1, &n), KP_SURVEY_OUT_OF_RANGE);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {cmocka_unit_test(known),
                                     cmocka_unit_test(at_least_one_at_most_all),
                                     cmocka_unit_test(gives_the_margin),
                                     cmocka_unit_test(parameters), cmocka_unit_test(two_groups)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
