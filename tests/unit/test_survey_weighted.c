/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 10, and random weights against the formulas written out row by row. */
#include <string.h>

#include "survey_test.h"

static const double missing = (double)NAN;

static kp_survey_status solve(const kp_survey_weighted *t, kp_survey_weighted_nps *w) {
  return kp_survey_weighted_result(t, w);
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

static kp_survey_status interval(const kp_survey_weighted *t, kp_survey_method method,
                                 double population, kp_survey_interval *i) {
  return kp_survey_weighted_interval(t, method, 0.95, population, i);
}

static void parameters(void **state) {
  (void)state;
  kp_survey_weighted t = {0};
  kp_survey_interval i;
  assert_int_equal(interval(&t, KP_SURVEY_ADJUSTED, KP_SURVEY_UNLIMITED, &i), KP_SURVEY_NO_DATA);
  kp_survey_weighted_add(&t, 7, 1);
  assert_int_equal(interval(&t, KP_SURVEY_WALD, KP_SURVEY_UNLIMITED, &i), KP_SURVEY_TOO_FEW);
  IS_NAN(i.lower);
  kp_survey_weighted_add(&t, 9, 3);
  assert_int_equal(
      kp_survey_weighted_interval(&t, KP_SURVEY_ADJUSTED, 0.05, KP_SURVEY_UNLIMITED, &i),
      KP_SURVEY_PARAMETER);
  assert_int_equal(interval(&t, KP_SURVEY_SCORE, KP_SURVEY_UNLIMITED, &i), KP_SURVEY_PARAMETER);
  assert_int_equal(interval(&t, KP_SURVEY_T, KP_SURVEY_UNLIMITED, &i), KP_SURVEY_PARAMETER);
  assert_int_equal(interval(&t, KP_SURVEY_ADJUSTED, 1, &i), KP_SURVEY_PARAMETER);
  assert_int_equal(interval(&t, KP_SURVEY_ADJUSTED, 2.5, &i), KP_SURVEY_PARAMETER);
  assert_int_equal(interval(&t, KP_SURVEY_ADJUSTED, 2, &i), KP_SURVEY_OK);
  SAME(i.margin, 0);
  SAME(i.lower, i.nps);
  assert_int_equal(interval(&t, KP_SURVEY_WALD, KP_SURVEY_UNLIMITED, &i), KP_SURVEY_OK);
  double wide = i.margin;
  SAME(i.upper, 100); /* clamped */
  NEAR(i.lower, fmax(-100, 75 - wide), 1e-12);
  assert_int_equal(interval(&t, KP_SURVEY_WALD, 5, &i), KP_SURVEY_OK);
  NEAR(i.margin, wide * sqrt(3.0 / 4), 1e-12);
}

/* Weights of one size are no weights. */
static void equal_weights_are_adjusted_wald(void **state) {
  (void)state;
  uint64_t seed = 61;
  for (int round = 0; round < 300; round++) {
    double weight = exp(20 * random_unit(&seed) - 10);
    kp_survey_weighted t = {0};
    kp_survey_tally tally = {0};
    int n = 1 + random_below(&seed, 40);
    for (int i = 0; i < n; i++) {
      double score = random_below(&seed, 11);
      kp_survey_weighted_add(&t, score, weight);
      kp_survey_tally_add_number(&tally, score);
    }
    kp_survey_counts counts = kp_survey_counts_of(&tally);
    kp_survey_interval a;
    kp_survey_interval b;
    double population = random_below(&seed, 2) == 0 ? KP_SURVEY_UNLIMITED : n + 7;
    assert_int_equal(interval(&t, KP_SURVEY_ADJUSTED, population, &a), KP_SURVEY_OK);
    assert_int_equal(kp_survey_nps_interval(&counts, KP_SURVEY_ADJUSTED, 0.95, population, &b),
                     KP_SURVEY_OK);
    NEAR(a.nps, b.nps, 1e-12);
    NEAR(a.margin, b.margin, 1e-12);
    NEAR(a.lower, b.lower, 1e-12);
    NEAR(a.upper, b.upper, 1e-12);
    for (int i = 0; i < 3; i++) {
      assert_int_equal(t.count[i], i == 0   ? tally.detractors
                                   : i == 1 ? tally.passives
                                            : tally.promoters);
    }
  }
}

/* Two halves put together are the whole, whatever their sizes. */
static void merging(void **state) {
  (void)state;
  uint64_t seed = 71;
  for (int round = 0; round < 300; round++) {
    kp_survey_weighted whole = {0};
    kp_survey_weighted part[2];
    memset(part, 0, sizeof part);
    int n = random_below(&seed, 12);
    for (int i = 0; i < n; i++) {
      int side = random_below(&seed, 2);
      double score = random_below(&seed, 13) - 1.0;
      double weight =
          random_below(&seed, 5) == 0 ? 0 : exp(random_unit(&seed) * (side == 0 ? 9 : 90));
      kp_survey_weighted_add(&whole, score, weight);
      kp_survey_weighted_add(&part[side], score, weight);
    }
    kp_survey_weighted_merge(&part[0], &part[1]);
    assert_int_equal(part[0].used, whole.used);
    assert_int_equal(part[0].zero, whole.zero);
    assert_int_equal(part[0].left_out, whole.left_out);
    kp_survey_weighted_nps a;
    kp_survey_weighted_nps b;
    kp_survey_status status = solve(&whole, &b);
    assert_int_equal(solve(&part[0], &a), status);
    NEAR(a.nps, b.nps, 1e-12);
    NEAR(a.n_effective, b.n_effective, 1e-12);
    NEAR(a.se_linearised, b.se_linearised, 1e-10);
  }
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
    /* The margin: the three pseudo-answers as rows of their own. */
    double b = sum / n;
    double total = sum + 3 * b;
    double a = points / total;
    double v = b * b * (0.75 * pow(1 - a, 2) + 1.5 * a * a + 0.75 * pow(1 + a, 2));
    for (int i = 0; i < ROWS; i++) {
      if (score[i] >= 0 && score[i] <= 10 && weight[i] > 0) {
        double c = score[i] >= 9 ? 1 : score[i] >= 7 ? 0 : -1;
        v += pow(weight[i] * (c - a), 2);
      }
    }
    kp_survey_estimate estimate;
    assert_int_equal(kp_survey_estimate_weighted(&t, &estimate), KP_SURVEY_OK);
    NEAR(estimate.centre, 100 * a, 1e-11);
    NEAR(estimate.error, 1e4 * v / total / total, 1e-10);
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
    NEAR(w.se, plain.se, tolerance);
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
      cmocka_unit_test(equal_weights_are_adjusted_wald),
      cmocka_unit_test(merging),
      cmocka_unit_test(against_the_formulas),
      cmocka_unit_test(scale_of_the_weights),
      cmocka_unit_test(order),
      cmocka_unit_test(extremes_together),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
