/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same customers twice: rule 9, zero variance, and random pairs against a slow reference. */
#include "survey_test.h"

static const double missing = (double)NAN;

static void rule_9_incomplete_pairs(void **state) {
  (void)state;
  kp_survey_pairs t = {0};
  const double bad[] = {missing, 11, -1, 6.5, 1e308, (double)INFINITY};
  for (size_t i = 0; i < 6; i++) {
    kp_survey_pairs_add(&t, 9, bad[i]);
    kp_survey_pairs_add(&t, bad[i], 9);
    kp_survey_pairs_add(&t, bad[i], bad[5 - i]);
  }
  assert_int_equal(t.incomplete, 12);
  assert_int_equal(t.empty, 6);
  assert_int_equal(kp_survey_pairs_n(&t), 0);
  kp_survey_paired p;
  assert_int_equal(kp_survey_nps_paired(&t, 0.95, &p), KP_SURVEY_NO_DATA);
  SAME(p.n, 0);
  IS_NAN(p.delta);
  IS_NAN(p.t.p);
  kp_survey_pairs_add(&t, 0, 10);
  assert_int_equal(t.cell[0][2], 1);
  kp_survey_pairs_add(&t, 8, 6);
  assert_int_equal(t.cell[1][0], 1);
}

static void one_pair(void **state) {
  (void)state;
  kp_survey_pairs t = {0};
  kp_survey_paired p;
  kp_survey_pairs_add(&t, 3, 9);
  assert_int_equal(kp_survey_nps_paired(&t, 0.95, &p), KP_SURVEY_TOO_FEW);
  SAME(p.n, 1);
  SAME(p.earlier, -100);
  SAME(p.later, 100);
  SAME(p.delta, 200);
  SAME(p.t.delta, 200);
  IS_NAN(p.t.p);
  assert_int_equal(kp_survey_nps_paired(&t, 0.5, &p), KP_SURVEY_PARAMETER);
}

static void zero_variance(void **state) {
  (void)state;
  kp_survey_pairs t = {0};
  kp_survey_paired p;
  kp_survey_pairs_add(&t, 6, 7);
  kp_survey_pairs_add(&t, 8, 9); /* another cell, the same step */
  kp_survey_pairs_add(&t, 0, 8);
  assert_int_equal(kp_survey_nps_paired(&t, 0.95, &p), KP_SURVEY_OK);
  assert_true(p.constant);
  SAME(p.delta, 100);
  SAME(p.t.se, 0);
  SAME(p.t.p, 0);
  SAME(p.t.lower, 100);
  SAME(p.t.upper, 100);
  SAME(p.t.margin, 0);
  SAME(p.z.p, 0);
  t = (kp_survey_pairs){0};
  kp_survey_pairs_add(&t, 9, 10);
  kp_survey_pairs_add(&t, 3, 0);
  assert_int_equal(kp_survey_nps_paired(&t, 0.95, &p), KP_SURVEY_OK);
  assert_true(p.constant);
  SAME(p.delta, 0);
  SAME(p.t.p, 1);
  SAME(p.t.lower, 0);
}

static int code(double score) {
  return score > 8 ? 100 : score > 6 ? 0 : -100;
}

static void random_pairs(void **state) {
  (void)state;
  uint64_t seed = 5;
  for (int round = 0; round < 200; round++) {
    kp_survey_pairs t = {0};
    double d[80];
    int n = 0;
    double before = 0;
    double after = 0;
    int rows = 2 + random_below(&seed, 78);
    for (int i = 0; i < rows; i++) {
      double a = random_below(&seed, 13) - 1;
      double b = random_below(&seed, 13) - 1;
      a = random_below(&seed, 10) == 0 ? missing : a;
      kp_survey_pairs_add(&t, a, b);
      if (a >= 0 && a <= 10 && b >= 0 && b <= 10) {
        d[n++] = code(b) - code(a);
        before += code(a);
        after += code(b);
      }
    }
    assert_int_equal(kp_survey_pairs_n(&t), n);
    assert_int_equal(kp_survey_pairs_n(&t) + t.incomplete + t.empty, rows);
    if (n < 2) {
      continue;
    }
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += d[i] / n;
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      squares += (d[i] - mean) * (d[i] - mean);
    }
    kp_survey_paired p;
    assert_int_equal(kp_survey_nps_paired(&t, 0.9, &p), KP_SURVEY_OK);
    double se = sqrt(squares / (n - 1) / n);
    NEAR(p.earlier, before / n, 1e-12);
    NEAR(p.later, after / n, 1e-12);
    NEAR(p.delta, mean, 1e-12);
    NEAR(p.t.se, se, 1e-9);
    NEAR(p.t.df, n - 1, 0);
    if (squares > 1e-6) {
      NEAR(p.t.p, kp_survey_t_p(mean / se, n - 1), 1e-9);
      NEAR(p.t.lower, mean - kp_survey_t_critical(0.9, n - 1) * se, 1e-9);
      NEAR(p.z.upper, mean + kp_survey_normal_critical(0.9) * se, 1e-9);
      assert_false(p.constant);
    }
  }
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {cmocka_unit_test(rule_9_incomplete_pairs),
                                     cmocka_unit_test(one_pair), cmocka_unit_test(zero_variance),
                                     cmocka_unit_test(random_pairs)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
