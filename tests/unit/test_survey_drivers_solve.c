/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Solving: refusals, warnings, quadrants, the scale of the priority, and the regression against
 * least squares on the rows themselves. */
#include "survey_test.h"

#define MOST 6

static kp_survey_drivers *make(size_t count, kp_survey_limits limits) {
  kp_survey_driver_options options = {KP_SURVEY_RELATIVE_WEIGHTS, limits, KP_SURVEY_NO_LIMITS};
  kp_survey_drivers *d;
  assert_int_equal(kp_survey_drivers_new(count, &options, &d), KP_SURVEY_OK);
  return d;
}

/* rows x (outcome, drivers...) */
static kp_survey_drivers_result solve(size_t count, size_t rows, const double *table,
                                      kp_survey_limits limits, kp_survey_status status) {
  kp_survey_drivers *d = make(count, limits);
  for (size_t i = 0; i < rows; i++) {
    kp_survey_drivers_add(d, table[i * (count + 1)], table + i * (count + 1) + 1, 1);
  }
  kp_survey_drivers_result r;
  kp_survey_status found = kp_survey_drivers_solve(d, &r);
  kp_survey_drivers_free(d);
  assert_int_equal(found, status);
  return r;
}

static void refusals(void **state) {
  (void)state;
  const double few[] = {9, 8, 5, 8, 7, 6, 7, 6, 7};
  kp_survey_drivers_result r = solve(2, 3, few, KP_SURVEY_NO_LIMITS, KP_SURVEY_TOO_FEW);
  SAME(r.n, 3);
  IS_NAN(r.r_squared);
  const double enough[] = {9, 8, 5, 8, 7, 6, 7, 6, 7, 9, 6, 6}; /* n = p + 2 */
  (void)solve(2, 4, enough, KP_SURVEY_NO_LIMITS, KP_SURVEY_OK);
  const double constant[] = {9, 7, 5, 8, 7, 6, 7, 7, 7, 9, 7, 6};
  r = solve(2, 4, constant, KP_SURVEY_NO_LIMITS, KP_SURVEY_CONSTANT);
  assert_int_equal(r.culprits, 1);
  const double both[] = {9, 7.1, 5, 9, 7.1, 5, 9, 7.1, 7, 9, 7.1, 6};
  r = solve(2, 4, both, KP_SURVEY_NO_LIMITS, KP_SURVEY_CONSTANT);
  assert_int_equal(r.culprits, 1U | KP_SURVEY_CULPRIT_OUTCOME);
  const double copies[] = {9, 1, 5, 1, 8, 2, 6, 2, 7, 3, 2, 3, 9, 1, 1, 1, 5, 5, 5, 5};
  r = solve(3, 5, copies, KP_SURVEY_NO_LIMITS, KP_SURVEY_COLLINEAR);
  assert_int_equal(r.culprits, 5);
  const double sum[] = {9, 1, 5, 6, 8, 2, 6, 8, 7, 3, 2, 5, 9, 1, 1, 2, 5, 5, 5, 10};
  r = solve(3, 5, sum, KP_SURVEY_NO_LIMITS, KP_SURVEY_COLLINEAR);
  assert_int_equal(r.culprits, 7);
}

static void nothing_explained(void **state) {
  (void)state;
  const double table[] = {1, 1, 1, 2, 1, 1, 1, 2, 1, 2, 2, 1, 1, 1, 2, 2, 1, 2, 1, 2, 2, 2, 2, 2};
  kp_survey_drivers_result r = solve(2, 8, table, KP_SURVEY_NO_LIMITS, KP_SURVEY_UNDEFINED);
  SAME(r.n, 8);
  NEAR(r.driver[0].b, 0, 1e-15);
  NEAR(r.intercept, 1.5, 1e-15);
  NEAR(r.driver[0].p, 1, 1e-7);
  SAME(r.driver[0].mean, 1.5);
  IS_NAN(r.driver[0].share);
  IS_NAN(r.driver[0].priority);
  assert_int_equal(r.driver[0].quadrant, KP_SURVEY_NO_QUADRANT);
  assert_true(r.warnings & KP_SURVEY_WARN_NOISE);
}

static void rule_12(void **state) {
  (void)state;
  double table[] = {9, 8, 5, 8, 7, 6, 7, 6, 7, 9, 6, 6, 5, 5, 9};
  table[4] = 1e308; /* its square fits no double */
  kp_survey_drivers_result r = solve(2, 5, table, KP_SURVEY_NO_LIMITS, KP_SURVEY_OUT_OF_RANGE);
  IS_NAN(r.r_squared);
  table[4] = -1e308;
  table[7] = 1e308;
  (void)solve(2, 5, table, KP_SURVEY_NO_LIMITS, KP_SURVEY_OUT_OF_RANGE);
  r = solve(2, 5, table, (kp_survey_limits){1, 10}, KP_SURVEY_TOO_FEW);
  SAME(r.left_out, 2);
  for (size_t i = 0; i < 15; i++) {
    table[i] = (double)(i * i % 7) * 1e-200; /* and these vanish */
  }
  (void)solve(2, 5, table, KP_SURVEY_NO_LIMITS, KP_SURVEY_OUT_OF_RANGE);
}

/* Normal equations on the rows by Gauss-Jordan in long double. offset is taken off the drivers, and
 * the first outcome off the outcome, because normal equations lose the digits the module must keep.
 */
static void least_squares(size_t p, size_t rows, const double *table, double offset, long double *b,
                          long double *variance, long double *r2) {
  long double a[MOST + 1][2 * MOST + 3] = {{0}};
  size_t m = p + 1;
  long double mean = 0;
  for (size_t row = 0; row < rows; row++) {
    const double *t = table + row * (p + 1);
    mean += (t[0] - table[0]) / (long double)rows;
    for (size_t i = 0; i < m; i++) {
      long double x = i == 0 ? 1 : t[i] - offset;
      for (size_t j = 0; j < m; j++) {
        a[i][j] += x * (j == 0 ? 1 : (long double)(t[j] - offset));
      }
      a[i][2 * m] += x * (t[0] - table[0]);
    }
  }
  for (size_t i = 0; i < m; i++) {
    a[i][m + i] = 1;
  }
  for (size_t k = 0; k < m; k++) {
    long double pivot = a[k][k];
    for (size_t j = 0; j <= 2 * m; j++) {
      a[k][j] /= pivot;
    }
    for (size_t i = 0; i < m; i++) {
      long double factor = a[i][k];
      for (size_t j = 0; i != k && j <= 2 * m; j++) {
        a[i][j] -= factor * a[k][j];
      }
    }
  }
  long double rest = 0;
  long double total = 0;
  for (size_t row = 0; row < rows; row++) {
    const double *t = table + row * (p + 1);
    long double fit = a[0][2 * m];
    for (size_t i = 1; i < m; i++) {
      fit += a[i][2 * m] * (t[i] - offset);
    }
    rest += (t[0] - table[0] - fit) * (t[0] - table[0] - fit);
    total += (t[0] - table[0] - mean) * (t[0] - table[0] - mean);
  }
  for (size_t i = 0; i < m; i++) {
    b[i] = a[i][2 * m];
    variance[i] = a[i][m + i] * rest / (long double)(rows - m);
  }
  b[0] += table[0];
  for (size_t i = 1; i < m; i++) {
    b[0] -= b[i] * offset;
  }
  *r2 = 1 - rest / total;
}

static void regression(void **state) {
  (void)state;
  uint64_t seed = 61;
  for (int round = 0; round < 100; round++) {
    size_t p = 2 + (size_t)random_below(&seed, MOST - 1);
    size_t rows = p + 3 + (size_t)random_below(&seed, 60);
    double table[70 * (MOST + 1)] = {0};
    double offset = round % 10 == 0 ? 1e6 : 0; /* far from zero */
    for (size_t row = 0; row < rows; row++) {
      double *t = table + row * (p + 1);
      t[0] = 3 * random_unit(&seed);
      for (size_t i = 1; i <= p; i++) {
        t[i] = offset + random_below(&seed, 10) + random_unit(&seed);
        t[0] += 0.3 * (double)i * t[i];
      }
    }
    long double b[MOST + 1] = {0};
    long double variance[MOST + 1] = {0};
    long double r2;
    least_squares(p, rows, table, offset, b, variance, &r2);
    kp_survey_drivers_result r = solve(p, rows, table, KP_SURVEY_NO_LIMITS, KP_SURVEY_OK);
    const double tolerance = 1e-9;
    double df = (double)(rows - p - 1);
    NEAR(r.r_squared, (double)r2, tolerance);
    NEAR(r.f, (double)(r2 / p / ((1 - r2) / df)), tolerance);
    NEAR(r.f_p, kp_survey_f_p((double)(r2 / p / ((1 - r2) / df)), (double)p, df), tolerance);
    NEAR(r.intercept, (double)b[0], tolerance);
    for (size_t i = 0; i < p; i++) {
      NEAR(r.driver[i].b, (double)b[i + 1], tolerance);
      double t = (double)(b[i + 1] / sqrtl(variance[i + 1]));
      NEAR(r.driver[i].p, kp_survey_t_p(t, df), tolerance);
    }
  }
}

static void warnings(void **state) {
  (void)state;
  const struct {
    size_t rows;
    double noise, copy;
    unsigned set, unset;
  } cases[] = {
      {60, 0.1, 9, 0,
       KP_SURVEY_WARN_FEW_PER_DRIVER | KP_SURVEY_WARN_FEW | KP_SURVEY_WARN_WEAK |
           KP_SURVEY_WARN_VIF | KP_SURVEY_WARN_NOISE},
      {50, 0.1, 9, 0, KP_SURVEY_WARN_FEW},
      {49, 0.1, 9, KP_SURVEY_WARN_FEW, KP_SURVEY_WARN_FEW_PER_DRIVER},
      {20, 0.1, 9, KP_SURVEY_WARN_FEW, KP_SURVEY_WARN_FEW_PER_DRIVER},
      {19, 0.1, 9, KP_SURVEY_WARN_FEW | KP_SURVEY_WARN_FEW_PER_DRIVER, KP_SURVEY_WARN_WEAK},
      {60, 0.1, 0.5, KP_SURVEY_WARN_VIF, KP_SURVEY_WARN_WEAK},
      {60, 1e3, 9, KP_SURVEY_WARN_WEAK | KP_SURVEY_WARN_NOISE, KP_SURVEY_WARN_VIF},
  };
  for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
    uint64_t seed = 67;
    double table[60 * 3];
    for (size_t row = 0; row < cases[k].rows; row++) {
      double a = 1 + 9 * random_unit(&seed);
      double b = (cases[k].copy < 1 ? a : 0) + cases[k].copy * random_unit(&seed);
      table[3 * row] = a + b + cases[k].noise * random_unit(&seed);
      table[3 * row + 1] = a;
      table[3 * row + 2] = b;
    }
    kp_survey_drivers_result r = solve(2, cases[k].rows, table, KP_SURVEY_NO_LIMITS, KP_SURVEY_OK);
    assert_int_equal(r.warnings & cases[k].set, cases[k].set);
    assert_int_equal(r.warnings & cases[k].unset, 0);
    SAME(r.vif_max, fmax(r.driver[0].vif, r.driver[1].vif));
    assert_int_equal((r.warnings & KP_SURVEY_WARN_NOISE) != 0, r.f_p >= 0.05);
  }
}

static const double sound[] = {9, 8, 5, 8, 7, 6, 7, 6, 7, 9, 6, 6, 5, 5, 9, 8, 8, 4};

static void scale_of_the_priority(void **state) {
  (void)state;
  double table[18];
  const double at[][4] = {
      /* value put in, scale expected */
      {5, 1, 10, 1},  {1, 1, 10, 1}, {10, 1, 10, 1}, {0, 0, 10, 1},  {-0.0, 0, 10, 1},
      {0.5, 0, 0, 0}, {11, 0, 0, 0}, {-1, 0, 0, 0},  {100, 0, 0, 0},
  };
  for (size_t k = 0; k < sizeof at / sizeof at[0]; k++) {
    for (size_t i = 0; i < 18; i++) {
      table[i] = sound[i];
    }
    table[1] = at[k][0];
    kp_survey_drivers_result r = solve(2, 6, table, KP_SURVEY_NO_LIMITS, KP_SURVEY_OK);
    if (at[k][3] > 0) {
      SAME(r.scale.min, at[k][1]);
      SAME(r.scale.max, at[k][2]);
      double mean = r.driver[0].mean;
      NEAR(r.driver[0].priority, r.driver[0].share * (10 - mean) / (10 - at[k][1]), 1e-14);
    } else {
      IS_NAN(r.scale.min);
      IS_NAN(r.driver[0].priority);
      assert_int_not_equal(r.driver[0].quadrant, KP_SURVEY_NO_QUADRANT);
    }
  }
  table[1] = 0.5; /* with a 0 elsewhere the scale is 0-10 */
  table[4] = 0;
  kp_survey_drivers_result r = solve(2, 6, table, KP_SURVEY_NO_LIMITS, KP_SURVEY_OK);
  SAME(r.scale.min, 0);
  r = solve(2, 6, sound, (kp_survey_limits){-5, 20}, KP_SURVEY_OK);
  SAME(r.scale.min, -5);
  SAME(r.scale.max, 20);
  r = solve(2, 6, sound, (kp_survey_limits){-5, (double)INFINITY}, KP_SURVEY_OK);
  SAME(r.scale.min, 1); /* half a scale is none */
}

/* Two drivers that mirror each other exactly: both on both lines, ties count as high. */
static void ties_count_as_high(void **state) {
  (void)state;
  const double table[] = {3, 1, 2, 3, 2, 1, 7, 3, 4, 7, 4, 3, 5, 3, 3, 6, 2, 2.5, 6, 2.5, 2};
  kp_survey_drivers_result r = solve(2, 7, table, KP_SURVEY_NO_LIMITS, KP_SURVEY_OK);
  NEAR(r.driver[0].share, 0.5, 1e-14);
  assert_int_equal(r.driver[0].quadrant, KP_SURVEY_STRENGTHEN);
  assert_int_equal(r.driver[1].quadrant, KP_SURVEY_STRENGTHEN);
  NEAR(r.performance, r.driver[0].mean, 1e-14);
}

static void ratio(void **state) {
  (void)state;
  kp_survey_drivers_result r = {.count = 2};
  double x;
  const struct {
    double b1, p1, b2, p2;
    kp_survey_status status;
  } cases[] = {
      {3, 0.01, 1.5, 0.01, KP_SURVEY_OK},
      {3, 0.05, 1.5, 0.01, KP_SURVEY_NOT_CLEAR},
      {3, nextafter(0.05, 0), 1.5, 0, KP_SURVEY_OK},
      {3, 0.01, 1.5, 0.06, KP_SURVEY_NOT_CLEAR},
      {-3, 0.01, 1.5, 0.01, KP_SURVEY_NOT_CLEAR},
      {3, 0.01, -1.5, 0.01, KP_SURVEY_NOT_CLEAR},
      {0, 0, 1.5, 0, KP_SURVEY_NOT_CLEAR},
      {3, (double)NAN, 1.5, 0, KP_SURVEY_NOT_CLEAR},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    r.driver[0].b = cases[i].b1;
    r.driver[0].p = cases[i].p1;
    r.driver[1].b = cases[i].b2;
    r.driver[1].p = cases[i].p2;
    assert_int_equal(kp_survey_drivers_ratio(&r, 0, 1, &x), cases[i].status);
    NEAR(x, cases[i].status == KP_SURVEY_OK ? 2 : (double)NAN, 0);
  }
  assert_int_equal(kp_survey_drivers_ratio(&r, 2, 0, &x), KP_SURVEY_PARAMETER);
  assert_int_equal(kp_survey_drivers_ratio(&r, 0, 2, &x), KP_SURVEY_PARAMETER);
}

/* Few effective answers leave no degrees of freedom: nothing is demonstrated. */
static void no_degrees_of_freedom(void **state) {
  (void)state;
  kp_survey_drivers *d = make(2, KP_SURVEY_NO_LIMITS);
  for (size_t i = 0; i < 6; i++) {
    kp_survey_drivers_add(d, sound[3 * i], sound + 3 * i + 1, i == 0 ? 1 : 0.1);
  }
  kp_survey_drivers_result r;
  assert_int_equal(kp_survey_drivers_solve(d, &r), KP_SURVEY_OK);
  kp_survey_drivers_free(d);
  assert_true(r.n_effective < 3);
  SAME(r.f_p, 1);
  IS_NAN(r.f);
  SAME(r.driver[0].p, 1);
  assert_true(r.warnings & KP_SURVEY_WARN_NOISE);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(refusals),
      cmocka_unit_test(nothing_explained),
      cmocka_unit_test(rule_12),
      cmocka_unit_test(regression),
      cmocka_unit_test(warnings),
      cmocka_unit_test(scale_of_the_priority),
      cmocka_unit_test(ratio),
      cmocka_unit_test(ties_count_as_high),
      cmocka_unit_test(no_degrees_of_freedom),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
