/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grades: Welch, paired, verdicts. */
#include "survey_test.h"

static kp_survey_moments of(const double *x, size_t n) {
  kp_survey_moments m = {0};
  for (size_t i = 0; i < n; i++) {
    kp_survey_moments_add(&m, x[i]);
  }
  return m;
}

static void interval(void **state) {
  (void)state;
  kp_survey_moments m = {0};
  kp_survey_mean_interval i;
  assert_int_equal(kp_survey_mean_ci(&m, 0.95, &i), KP_SURVEY_NO_DATA);
  IS_NAN(i.mean);
  kp_survey_moments_add(&m, 7.5);
  assert_int_equal(kp_survey_mean_ci(&m, 0.95, &i), KP_SURVEY_TOO_FEW);
  SAME(i.mean, 7.5);
  SAME(i.n, 1);
  IS_NAN(i.margin);
  kp_survey_moments_add(&m, 8.5);
  assert_int_equal(kp_survey_mean_ci(&m, 0.05, &i), KP_SURVEY_PARAMETER);
  assert_int_equal(kp_survey_mean_ci(&m, 0.95, &i), KP_SURVEY_OK);
  SAME(i.mean, 8);
  NEAR(i.margin, 12.706204736174693 * 0.5, 1e-12);
  SAME(i.lower, 8 - i.margin);
  kp_survey_moments huge = of((const double[]){1e200, -1e200}, 2);
  assert_int_equal(kp_survey_mean_ci(&huge, 0.95, &i), KP_SURVEY_OUT_OF_RANGE);
  IS_NAN(i.margin);
}

/* Sleep data of Student (1908): R t.test gives t = -1.8608, df = 17.776, p = 0.07939 and, paired,
 * t = -4.0621, df = 9, p = 0.002833. */
static const double drug1[] = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
static const double drug2[] = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

static void student(void **state) {
  (void)state;
  kp_survey_moments a = of(drug1, 10);
  kp_survey_moments b = of(drug2, 10);
  kp_survey_test t;
  assert_int_equal(kp_survey_mean_delta(&a, &b, 0.95, &t), KP_SURVEY_OK);
  NEAR(t.delta, 1.58, 1e-14);
  NEAR(t.statistic, 1.8608, 3e-5);
  NEAR(t.df, 17.776, 3e-5);
  NEAR(t.p, 0.07939, 5e-6);
  NEAR(t.lower, -0.2054832, 1e-6);
  NEAR(t.upper, 3.3654832, 1e-6);
  kp_survey_grade_pairs pairs;
  assert_int_equal(kp_survey_grade_pairs_start(&pairs, -10, 10), KP_SURVEY_OK);
  for (int i = 0; i < 10; i++) {
    kp_survey_grade_pairs_add(&pairs, drug1[i], drug2[i]);
  }
  assert_int_equal(kp_survey_mean_paired(&pairs.difference, 0.95, &t), KP_SURVEY_OK);
  NEAR(t.statistic, 4.0621, 3e-5);
  NEAR(t.p, 0.002833, 1e-6);
  SAME(t.df, 9);
  NEAR(t.lower, 0.7001142, 1e-6);
  NEAR(t.upper, 2.4598858, 1e-6);
}

static void errors(void **state) {
  (void)state;
  kp_survey_moments none = {0};
  kp_survey_moments one = of((const double[]){5}, 1);
  kp_survey_moments two = of((const double[]){5, 6}, 2);
  kp_survey_test t;
  assert_int_equal(kp_survey_mean_delta(&none, &two, 0.95, &t), KP_SURVEY_NO_DATA);
  IS_NAN(t.delta);
  assert_int_equal(kp_survey_mean_delta(&two, &none, 0.95, &t), KP_SURVEY_NO_DATA);
  assert_int_equal(kp_survey_mean_delta(&one, &two, 0.95, &t), KP_SURVEY_TOO_FEW);
  SAME(t.delta, 0.5);
  IS_NAN(t.p);
  assert_int_equal(kp_survey_mean_delta(&two, &one, 0.95, &t), KP_SURVEY_TOO_FEW);
  assert_int_equal(kp_survey_mean_delta(&two, &two, 1, &t), KP_SURVEY_PARAMETER);
  assert_int_equal(kp_survey_mean_paired(&none, 0.95, &t), KP_SURVEY_NO_DATA);
  assert_int_equal(kp_survey_mean_paired(&one, 0.95, &t), KP_SURVEY_TOO_FEW);
  SAME(t.delta, 5);
  IS_NAN(t.p);
  assert_int_equal(kp_survey_mean_paired(&two, 0.4, &t), KP_SURVEY_PARAMETER);
  kp_survey_moments big = of((const double[]){1.5e308, 1.5e308}, 2);
  kp_survey_moments small = of((const double[]){-1.5e308, -1.5e308}, 2);
  assert_int_equal(kp_survey_mean_delta(&small, &big, 0.95, &t), KP_SURVEY_OUT_OF_RANGE);
  IS_NAN(t.delta);
}

static void zero_variance(void **state) {
  (void)state;
  kp_survey_moments a = of((const double[]){7.1, 7.1, 7.1}, 3);
  kp_survey_moments b = of((const double[]){7.1, 7.1, 7.1, 7.1, 7.1, 7.1, 7.1}, 7);
  kp_survey_moments c = of((const double[]){8, 8}, 2);
  kp_survey_test t;
  assert_int_equal(kp_survey_mean_delta(&a, &b, 0.95, &t), KP_SURVEY_OK);
  SAME(t.delta, 0);
  SAME(t.p, 1);
  assert_int_equal(kp_survey_mean_delta(&a, &c, 0.95, &t), KP_SURVEY_OK);
  SAME(t.p, 0);
  SAME(t.lower, t.delta);
  kp_survey_moments same = of((const double[]){0, 0, 0}, 3);
  assert_int_equal(kp_survey_mean_paired(&same, 0.95, &t), KP_SURVEY_OK);
  SAME(t.p, 1);
  kp_survey_moments moved = of((const double[]){0.5, 0.5}, 2);
  assert_int_equal(kp_survey_mean_paired(&moved, 0.95, &t), KP_SURVEY_OK);
  SAME(t.p, 0);
  /* one side without variance is an ordinary Welch test */
  kp_survey_moments d = of((const double[]){7, 8, 9}, 3);
  assert_int_equal(kp_survey_mean_delta(&c, &d, 0.95, &t), KP_SURVEY_OK);
  SAME(t.df, 2);
  SAME(t.p, 1);
}

static void rule_9_pairs(void **state) {
  (void)state;
  kp_survey_grade_pairs t;
  const double missing = (double)NAN;
  assert_int_equal(kp_survey_grade_pairs_start(&t, 10, 1), KP_SURVEY_PARAMETER);
  assert_int_equal(kp_survey_grade_pairs_start(&t, 1, 1), KP_SURVEY_PARAMETER);
  assert_int_equal(kp_survey_grade_pairs_start(&t, missing, 1), KP_SURVEY_PARAMETER);
  assert_int_equal(kp_survey_grade_pairs_start(&t, 1, (double)INFINITY), KP_SURVEY_PARAMETER);
  kp_survey_grade_pairs_add(&t, 5, 5); /* not started: nothing is in range */
  assert_int_equal(t.difference.n, 0);
  assert_int_equal(kp_survey_grade_pairs_start(&t, 1, 10), KP_SURVEY_OK);
  kp_survey_grade_pairs_add(&t, 6.5, 7.25);
  kp_survey_grade_pairs_add(&t, 6.5, missing);
  kp_survey_grade_pairs_add(&t, 11, 7);
  kp_survey_grade_pairs_add(&t, missing, 0.5);
  assert_int_equal(t.difference.n, 1);
  assert_int_equal(t.incomplete, 2);
  assert_int_equal(t.empty, 1);
  SAME(t.difference.sum, 0.75);
  SAME(t.earlier.sum, 6.5);
  SAME(t.later.sum, 7.25);
}

static void verdicts(void **state) {
  (void)state;
  kp_survey_moments a = {0};
  kp_survey_moments b = {0};
  kp_survey_moments difference = {0};
  kp_survey_verdict v;
  assert_int_equal(kp_survey_mean_verdict(&a, &b, 0.95, 10, &v), KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_TOO_FEW_ANSWERS);
  assert_int_equal(kp_survey_mean_verdict(&a, &b, 0.95, 0, &v), KP_SURVEY_NO_DATA);
  assert_int_equal(kp_survey_mean_verdict(&a, &b, 0.5, 10, &v), KP_SURVEY_PARAMETER);
  assert_int_equal(kp_survey_mean_paired_verdict(&difference, 0.95, 10, &v), KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_TOO_FEW_ANSWERS);
  assert_int_equal(kp_survey_mean_paired_verdict(&difference, 0.95, 0, &v), KP_SURVEY_NO_DATA);
  assert_int_equal(kp_survey_mean_paired_verdict(&difference, 0.95, -1, &v), KP_SURVEY_PARAMETER);
  a = of(drug1, 10);
  b = of(drug2, 10);
  for (int i = 0; i < 10; i++) {
    kp_survey_moments_add(&difference, drug2[i] - drug1[i]);
  }
  assert_int_equal(kp_survey_mean_verdict(&a, &b, 0.95, 10, &v), KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_NO_DIFFERENCE);
  assert_int_equal(kp_survey_mean_verdict(&a, &b, 0.95, 11, &v), KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_TOO_FEW_ANSWERS);
  assert_int_equal(kp_survey_mean_verdict(&a, &b, 0.9, 10, &v), KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_RISE);
  assert_int_equal(kp_survey_mean_verdict(&b, &a, 0.9, 10, &v), KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_FALL);
  assert_int_equal(kp_survey_mean_paired_verdict(&difference, 0.95, 10, &v), KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_RISE);
  assert_int_equal(kp_survey_mean_paired_verdict(&difference, 0.999, 10, &v), KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_NO_DIFFERENCE);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(interval),      cmocka_unit_test(student),      cmocka_unit_test(errors),
      cmocka_unit_test(zero_variance), cmocka_unit_test(rule_9_pairs), cmocka_unit_test(verdicts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
