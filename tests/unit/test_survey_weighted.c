/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 10, and random weights against the formulas written out row by row. */
#include "survey_test.h"

static const double missing = (double)NAN;

static kp_survey_status solve(const kp_survey_weighted *t, kp_survey_weighted_nps *w) {
  return kp_survey_weighted_result(t, 0.95, KP_SURVEY_UNLIMITED, w);
}

static void rule_10_bad(void **state) {
  (void)state;
  const double bad[] = {-1, -1e-300, (double)INFINITY, -(double)INFINITY};
  for (size_t i = 0; i < 4; i++) {
    kp_survey_weighted t = {0};
    kp_survey_weighted_nps w;
    kp_survey_weighted_add(&t, 9, 1);
    kp_survey_weighted_add(&t, missing, bad[i]); /* even beside a blank score */
    assert_int_equal(solve(&t, &w), KP_SURVEY_BAD_WEIGHT);
    IS_NAN(w.nps);
  }
}

static void rule_10_left_out(void **state) {
  (void)state;
  kp_survey_weighted t = {0};
  kp_survey_weighted_nps w;
  assert_int_equal(solve(&t, &w), KP_SURVEY_NO_DATA);
  kp_survey_weighted_add(&t, missing, 1);
  kp_survey_weighted_add(&t, 11, 1);
  kp_survey_weighted_add(&t, 6.5, 0);
  assert_int_equal(solve(&t, &w), KP_SURVEY_NO_DATA);
  kp_survey_weighted_add(&t, 3, 0);
  assert_int_equal(solve(&t, &w), KP_SURVEY_NO_WEIGHT);
  IS_NAN(w.nps);
  kp_survey_weighted_add(&t, 3, missing);
  kp_survey_weighted_add(&t, 9, 2);
  kp_survey_weighted_add(&t, 10, 2);
  assert_int_equal(solve(&t, &w), KP_SURVEY_OK);
  SAME(w.nps, 100);
  SAME(w.n, 2);
  SAME(w.n_effective, 2);
  assert_int_equal(t.left_out, 4);
  assert_int_equal(t.zero, 1);
}

static void one_answer(void **state) {
  (void)state;
  kp_survey_weighted t = {0};
  kp_survey_weighted_nps w;
  kp_survey_weighted_add(&t, 7, 0.3);
  assert_int_equal(solve(&t, &w), KP_SURVEY_OK);
  SAME(w.nps, 0);
  SAME(w.n_effective, 1);
  IS_NAN(w.se_linearised_sample);
}

static void parameters(void **state) {
  (void)state;
  kp_survey_weighted t = {0};
  kp_survey_weighted_nps w;
  kp_survey_weighted_add(&t, 7, 1);
  kp_survey_weighted_add(&t, 9, 3);
  assert_int_equal(kp_survey_weighted_result(&t, 0.05, KP_SURVEY_UNLIMITED, &w),
                   KP_SURVEY_PARAMETER);
  assert_int_equal(kp_survey_weighted_result(&t, 0.95, 1, &w), KP_SURVEY_PARAMETER);
  assert_int_equal(kp_survey_weighted_result(&t, 0.95, 2.5, &w), KP_SURVEY_PARAMETER);
  assert_int_equal(kp_survey_weighted_result(&t, 0.95, 2, &w), KP_SURVEY_OK);
  SAME(w.margin, 0);
  SAME(w.lower, w.nps);
  double wide;
  assert_int_equal(kp_survey_weighted_result(&t, 0.95, KP_SURVEY_UNLIMITED, &w), KP_SURVEY_OK);
  wide = w.margin;
  SAME(w.upper, 100); /* 75 + 53 is clamped */
  NEAR(w.lower, 75 - wide, 1e-12);
  assert_int_equal(kp_survey_weighted_result(&t, 0.95, 5, &w), KP_SURVEY_OK);
  NEAR(w.margin, wide * sqrt(3.0 / 4), 1e-12);
}

#define ROWS 60

static void fill(kp_survey_weighted *t, const double *score, const double *weight, double scale) {
  *t = (kp_survey_weighted){0};
  for (int i = 0; i < ROWS; i++) {
    kp_survey_weighted_add(t, score[i], weight[i] * scale);
  }
}

static void random_rows(uint64_t *seed, double *score, double *weight) {
  for (int i = 0; i < ROWS; i++) {
    score[i] = random_below(seed, 14) - 1.0;
    weight[i] = random_below(seed, 8) == 0 ? 0 : exp(6 * random_unit(seed) - 3);
  }
}

static void against_the_formulas(void **state) {
  (void)state;
  uint64_t seed = 17;
  for (int round = 0; round < 200; round++) {
    double score[ROWS];
    double weight[ROWS];
    random_rows(&seed, score, weight);
    double sum = 0;
    double squares = 0;
    double points = 0;
    double absolute = 0;
    double n = 0;
    for (int i = 0; i < ROWS; i++) {
      if (score[i] < 0 || score[i] > 10 || weight[i] == 0) {
        continue;
      }
      double c = score[i] >= 9 ? 1 : score[i] >= 7 ? 0 : -1;
      n++;
      sum += weight[i];
      squares += weight[i] * weight[i];
      points += weight[i] * c;
      absolute += weight[i] * c * c;
    }
    double mean = points / sum;
    double linear = 0;
    for (int i = 0; i < ROWS; i++) {
      if (score[i] < 0 || score[i] > 10 || weight[i] == 0) {
        continue;
      }
      double c = score[i] >= 9 ? 1 : score[i] >= 7 ? 0 : -1;
      linear += pow(weight[i] * (c - mean), 2);
    }
    kp_survey_weighted t;
    kp_survey_weighted_nps w;
    fill(&t, score, weight, 1);
    assert_int_equal(solve(&t, &w), KP_SURVEY_OK);
    SAME(w.n, n);
    NEAR(w.nps, 100 * mean, 1e-11);
    NEAR(w.n_effective, sum * sum / squares, 1e-11);
    NEAR(w.variance, absolute / sum - mean * mean, 1e-11);
    NEAR(w.se, 100 * sqrt((absolute / sum - mean * mean) / (sum * sum / squares)), 1e-10);
    NEAR(w.se_linearised, 100 * sqrt(linear) / sum, 1e-10);
    NEAR(w.se_linearised_sample, 100 * sqrt(linear * n / (n - 1)) / sum, 1e-10);
  }
}

static void scale_of_the_weights(void **state) {
  (void)state;
  uint64_t seed = 23;
  const double scale[] = {1e-200, 1e200, 1e300, 1e-300, 3, ldexp(1, -40), ldexp(1, 900)};
  double score[ROWS];
  double weight[ROWS];
  random_rows(&seed, score, weight);
  kp_survey_weighted t;
  kp_survey_weighted_nps plain;
  fill(&t, score, weight, 1);
  assert_int_equal(solve(&t, &plain), KP_SURVEY_OK);
  for (size_t i = 0; i < sizeof scale / sizeof scale[0]; i++) {
    kp_survey_weighted_nps w;
    fill(&t, score, weight, scale[i]);
    assert_int_equal(solve(&t, &w), KP_SURVEY_OK);
    double tolerance = i >= 5 ? 0 : 1e-13; /* exact for powers of two */
    NEAR(w.nps, plain.nps, tolerance);
    NEAR(w.n_effective, plain.n_effective, tolerance);
    NEAR(w.margin, plain.margin, tolerance);
    NEAR(w.se_linearised, plain.se_linearised, tolerance);
  }
}

/* Rising and falling weights move the unit; the order must not matter. */
static void order(void **state) {
  (void)state;
  kp_survey_weighted up = {0};
  kp_survey_weighted down = {0};
  for (int i = 0; i < 20; i++) {
    kp_survey_weighted_add(&up, i % 11, ldexp(1, i));
    kp_survey_weighted_add(&down, (19 - i) % 11, ldexp(1, 19 - i));
  }
  kp_survey_weighted_nps a;
  kp_survey_weighted_nps b;
  assert_int_equal(solve(&up, &a), KP_SURVEY_OK);
  assert_int_equal(solve(&down, &b), KP_SURVEY_OK);
  SAME(a.nps, b.nps);
  SAME(a.n_effective, b.n_effective);
  SAME(a.se_linearised, b.se_linearised);
}

static void extremes_together(void **state) {
  (void)state;
  kp_survey_weighted t = {0};
  kp_survey_weighted_nps w;
  kp_survey_weighted_add(&t, 0, 5e-324);
  kp_survey_weighted_add(&t, 9, 1.7e308);
  kp_survey_weighted_add(&t, 0, 5e-324);
  kp_survey_weighted_add(&t, 7, 1.7e308);
  assert_int_equal(solve(&t, &w), KP_SURVEY_OK);
  SAME(w.n, 4);
  SAME(w.nps, 50);
  SAME(w.n_effective, 2);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rule_10_bad),
      cmocka_unit_test(rule_10_left_out),
      cmocka_unit_test(one_answer),
      cmocka_unit_test(parameters),
      cmocka_unit_test(against_the_formulas),
      cmocka_unit_test(scale_of_the_weights),
      cmocka_unit_test(order),
      cmocka_unit_test(extremes_together),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
