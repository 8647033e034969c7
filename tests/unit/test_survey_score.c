/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 7 (no data is an error, never 0), rule 8 (counts) and rule 12 (huge counts). */
#include "survey_test.h"

static kp_survey_status nps(double promoters, double passives, double detractors, double *points) {
  kp_survey_counts c = {promoters, passives, detractors};
  return kp_survey_nps(&c, points);
}

static void points(void **state) {
  (void)state;
  double x;
  assert_int_equal(nps(2, 1, 1, &x), KP_SURVEY_OK);
  SAME(x, 25);
  assert_int_equal(nps(1, 0, 0, &x), KP_SURVEY_OK);
  SAME(x, 100);
  assert_int_equal(nps(0, 0, 1, &x), KP_SURVEY_OK);
  SAME(x, -100);
  assert_int_equal(nps(0, 5, 0, &x), KP_SURVEY_OK);
  SAME(x, 0);
  double y;
  assert_int_equal(nps(1, 2, 0, &x), KP_SURVEY_OK);
  assert_int_equal(nps(7, 14, 0, &y), KP_SURVEY_OK);
  SAME(x, y); /* equal scores are equal doubles */
}

static void rule_7_no_data(void **state) {
  (void)state;
  double x = 5;
  assert_int_equal(nps(0, 0, 0, &x), KP_SURVEY_NO_DATA);
  IS_NAN(x);
  kp_survey_counts none = {0, 0, 0};
  kp_survey_spread s;
  assert_int_equal(kp_survey_nps_spread(&none, &s), KP_SURVEY_NO_DATA);
  IS_NAN(s.nps);
  IS_NAN(s.variance);
  assert_int_equal(kp_survey_segment_share(&none, KP_SURVEY_PASSIVE, &x), KP_SURVEY_NO_DATA);
  IS_NAN(x);
}

static void rule_8_counts(void **state) {
  (void)state;
  const double wrong[] = {-1, -1e-300, (double)NAN, (double)INFINITY, -(double)INFINITY};
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    double x;
    assert_int_equal(nps(wrong[i], 1, 1, &x), KP_SURVEY_PARAMETER);
    IS_NAN(x);
    assert_int_equal(nps(1, wrong[i], 1, &x), KP_SURVEY_PARAMETER);
    assert_int_equal(nps(1, 1, wrong[i], &x), KP_SURVEY_PARAMETER);
  }
}

static void rule_12_huge(void **state) {
  (void)state;
  double x;
  assert_int_equal(nps(1e308, 1e308, 0, &x), KP_SURVEY_OK);
  NEAR(x, 50, 1e-14);
  assert_int_equal(nps(1.7e308, 1.7e308, 1.7e308, &x), KP_SURVEY_OK);
  SAME(x, 0);
  assert_int_equal(nps(1e308, 1e307, 1, &x), KP_SURVEY_OK);
  NEAR(x, 1000.0 / 11, 1e-14);
  assert_int_equal(nps(5e-324, 5e-324, 0, &x), KP_SURVEY_OK);
  NEAR(x, 50, 1e-14);
  kp_survey_counts c = {1.7e308, 1.7e308, 1.7e308};
  kp_survey_spread s;
  assert_int_equal(kp_survey_nps_spread(&c, &s), KP_SURVEY_OK);
  NEAR(s.variance, 2.0 / 3, 1e-14);
  SAME(s.se, 0);
}

static void shares(void **state) {
  (void)state;
  kp_survey_counts c = {5, 3, 2};
  double x;
  assert_int_equal(kp_survey_segment_share(&c, KP_SURVEY_PROMOTER, &x), KP_SURVEY_OK);
  SAME(x, 0.5);
  assert_int_equal(kp_survey_segment_share(&c, KP_SURVEY_PASSIVE, &x), KP_SURVEY_OK);
  SAME(x, 0.3);
  assert_int_equal(kp_survey_segment_share(&c, KP_SURVEY_DETRACTOR, &x), KP_SURVEY_OK);
  SAME(x, 0.2);
  assert_int_equal(kp_survey_segment_share(&c, KP_SURVEY_NO_SEGMENT, &x), KP_SURVEY_PARAMETER);
  IS_NAN(x);
  assert_int_equal(kp_survey_segment_share(&c, (kp_survey_segment)9, &x), KP_SURVEY_PARAMETER);
}

/* The spread is that of the codes themselves, written out and squared one by one. */
static void spread(void **state) {
  (void)state;
  uint64_t seed = 3;
  for (int round = 0; round < 200; round++) {
    int counts[3];
    for (int i = 0; i < 3; i++) {
      counts[i] = random_below(&seed, 30) * (random_below(&seed, 3) > 0);
    }
    int n = counts[0] + counts[1] + counts[2];
    if (n == 0) {
      continue;
    }
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += i < counts[0] ? 1 : i < counts[0] + counts[1] ? 0 : -1;
    }
    mean /= n;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double code = i < counts[0] ? 1 : i < counts[0] + counts[1] ? 0 : -1;
      squares += (code - mean) * (code - mean);
    }
    kp_survey_counts c = {counts[0], counts[1], counts[2]};
    kp_survey_spread s;
    assert_int_equal(kp_survey_nps_spread(&c, &s), KP_SURVEY_OK);
    SAME(s.n, n);
    NEAR(s.nps, 100 * mean, 1e-12);
    NEAR(s.variance, squares / n, 1e-12);
    NEAR(s.variance_points, 1e4 * squares / n, 1e-12);
    NEAR(s.sd, 100 * sqrt(squares / n), 1e-12);
    NEAR(s.se, 100 * sqrt(squares / n / n), 1e-12);
    if (n > 1) {
      NEAR(s.variance_sample, squares / (n - 1), 1e-12);
      NEAR(s.se_sample, 100 * sqrt(squares / (n - 1) / n), 1e-12);
    } else {
      IS_NAN(s.variance_sample);
      IS_NAN(s.se_sample);
    }
  }
}

static void spread_without_cancellation(void **state) {
  (void)state;
  kp_survey_counts c = {1e15, 1, 0}; /* p - p^2 would keep no digit of 1e-15 */
  kp_survey_spread s;
  assert_int_equal(kp_survey_nps_spread(&c, &s), KP_SURVEY_OK);
  assert_true(fabs(s.variance * 1e15 - 1) < 1e-12);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(points),
      cmocka_unit_test(rule_7_no_data),
      cmocka_unit_test(rule_8_counts),
      cmocka_unit_test(rule_12_huge),
      cmocka_unit_test(shares),
      cmocka_unit_test(spread),
      cmocka_unit_test(spread_without_cancellation),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
