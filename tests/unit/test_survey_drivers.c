/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collecting rows: what is left out, limits, weights, shapes. */
#include "survey_test.h"

static const double missing = (double)NAN;

static kp_survey_drivers *make(size_t count, kp_survey_limits drivers, kp_survey_limits outcome) {
  kp_survey_driver_options options = {KP_SURVEY_RELATIVE_WEIGHTS, drivers, outcome};
  kp_survey_drivers *d;
  assert_int_equal(kp_survey_drivers_new(count, &options, &d), KP_SURVEY_OK);
  assert_non_null(d);
  return d;
}

static void add(kp_survey_drivers *d, double y, double a, double b, double weight) {
  kp_survey_drivers_add(d, y, (const double[]){a, b}, weight);
}

static kp_survey_drivers_result solve(const kp_survey_drivers *d, kp_survey_status status) {
  kp_survey_drivers_result r;
  assert_int_equal(kp_survey_drivers_solve(d, &r), status);
  return r;
}

/* Six sound rows. */
static void six(kp_survey_drivers *d, double weight) {
  static const double rows[][3] = {{8, 7, 6}, {6, 5, 7}, {9, 9, 6},
                                   {5, 6, 4}, {7, 6, 8}, {8, 9, 7}};
  for (size_t i = 0; i < 6; i++) {
    add(d, rows[i][0], rows[i][1], rows[i][2], weight);
  }
}

static void shapes(void **state) {
  (void)state;
  const struct {
    size_t count;
    kp_survey_importance importance;
    kp_survey_status status;
  } cases[] = {
      {0, KP_SURVEY_RELATIVE_WEIGHTS, KP_SURVEY_SHAPE},
      {1, KP_SURVEY_RELATIVE_WEIGHTS, KP_SURVEY_SHAPE},
      {2, KP_SURVEY_RELATIVE_WEIGHTS, KP_SURVEY_OK},
      {30, KP_SURVEY_RELATIVE_WEIGHTS, KP_SURVEY_OK},
      {31, KP_SURVEY_RELATIVE_WEIGHTS, KP_SURVEY_SHAPE},
      {15, KP_SURVEY_SHAPLEY, KP_SURVEY_OK},
      {16, KP_SURVEY_SHAPLEY, KP_SURVEY_SHAPE},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    kp_survey_driver_options options = {cases[i].importance, KP_SURVEY_NO_LIMITS,
                                        KP_SURVEY_NO_LIMITS};
    kp_survey_drivers *d;
    assert_int_equal(kp_survey_drivers_new(cases[i].count, &options, &d), cases[i].status);
    assert_true((d != NULL) == (cases[i].status == KP_SURVEY_OK));
    kp_survey_drivers_free(d);
  }
  const kp_survey_limits wrong[] = {{10, 1}, {5, 5}, {missing, 5}, {1, missing}};
  for (size_t i = 0; i < 4; i++) {
    kp_survey_driver_options a = {KP_SURVEY_RELATIVE_WEIGHTS, wrong[i], KP_SURVEY_NO_LIMITS};
    kp_survey_driver_options b = {KP_SURVEY_RELATIVE_WEIGHTS, KP_SURVEY_NO_LIMITS, wrong[i]};
    kp_survey_drivers *d;
    assert_int_equal(kp_survey_drivers_new(3, &a, &d), KP_SURVEY_PARAMETER);
    assert_null(d);
    assert_int_equal(kp_survey_drivers_new(3, &b, &d), KP_SURVEY_PARAMETER);
  }
}

static void rule_9_rows_left_out(void **state) {
  (void)state;
  kp_survey_drivers *d = make(2, (kp_survey_limits){1, 10}, (kp_survey_limits){0, 10});
  kp_survey_drivers_result none = solve(d, KP_SURVEY_NO_DATA);
  SAME(none.n, 0);
  SAME(none.left_out, 0);
  six(d, 1);
  kp_survey_drivers_result clean = solve(d, KP_SURVEY_OK);
  add(d, missing, missing, missing, 1);
  add(d, 11, 99, 0, 1); /* nothing valid: empty too */
  add(d, 5, missing, missing, 1);
  add(d, (double)INFINITY, 5, 5, 1);
  add(d, 5, 5, 0.5, 1);
  add(d, 0, 5, 11, 1);
  add(d, missing, 1e308, 3, 1);
  kp_survey_drivers_result r = solve(d, KP_SURVEY_OK);
  SAME(r.n, 6);
  SAME(r.left_out, 7);
  SAME(r.empty, 2);
  SAME(r.r_squared, clean.r_squared);
  SAME(r.driver[0].b, clean.driver[0].b);
  /* the means use every valid answer */
  SAME(r.driver[0].n, 9);
  SAME(r.driver[1].n, 8);
  NEAR(r.driver[0].mean, (7 + 5 + 9 + 6 + 6 + 9 + 5 + 5 + 5) / 9.0, 1e-15);
  NEAR(r.driver[1].mean, (6 + 7 + 6 + 4 + 8 + 7 + 5 + 3) / 8.0, 1e-15);
  kp_survey_drivers_free(d);
}

static void without_limits_infinity_is_missing(void **state) {
  (void)state;
  kp_survey_drivers *d = make(2, KP_SURVEY_NO_LIMITS, KP_SURVEY_NO_LIMITS);
  six(d, 1);
  add(d, (double)INFINITY, 5, 5, 1);
  add(d, 5, -(double)INFINITY, 5, 1);
  kp_survey_drivers_result r = solve(d, KP_SURVEY_OK);
  SAME(r.n, 6);
  SAME(r.left_out, 2);
  kp_survey_drivers_free(d);
}

static void rule_10_weights(void **state) {
  (void)state;
  const double bad[] = {-1, (double)INFINITY, -(double)INFINITY};
  for (size_t i = 0; i < 3; i++) {
    kp_survey_drivers *d = make(2, KP_SURVEY_NO_LIMITS, KP_SURVEY_NO_LIMITS);
    six(d, 1);
    add(d, missing, missing, missing, bad[i]);
    (void)solve(d, KP_SURVEY_BAD_WEIGHT);
    kp_survey_drivers_free(d);
  }
  kp_survey_drivers *d = make(2, KP_SURVEY_NO_LIMITS, KP_SURVEY_NO_LIMITS);
  six(d, 0);
  kp_survey_drivers_result r = solve(d, KP_SURVEY_NO_WEIGHT);
  SAME(r.left_out, 6);
  add(d, 5, 10, 10, missing);
  six(d, 2);
  r = solve(d, KP_SURVEY_OK);
  SAME(r.n, 6);
  SAME(r.left_out, 7);
  SAME(r.driver[0].n, 6); /* without a weight not in the means either */
  NEAR(r.driver[0].mean, 7, 1e-15);
  SAME(r.n_effective, 6);
  kp_survey_drivers_free(d);
}

/* Whole weights are the same as that many equal rows, but for n. */
static void weights_repeat_rows(void **state) {
  (void)state;
  uint64_t seed = 53;
  kp_survey_drivers *once = make(2, KP_SURVEY_NO_LIMITS, KP_SURVEY_NO_LIMITS);
  kp_survey_drivers *often = make(2, KP_SURVEY_NO_LIMITS, KP_SURVEY_NO_LIMITS);
  double sum = 0;
  double squares = 0;
  for (int i = 0; i < 40; i++) {
    double a = random_below(&seed, 10) + 1;
    double b = random_below(&seed, 10) + 1;
    double y = fmin(10, 0.5 * a + 0.2 * b + random_below(&seed, 4));
    int weight = 1 + random_below(&seed, 5);
    add(once, y, a, b, weight);
    for (int k = 0; k < weight; k++) {
      add(often, y, a, b, 1);
    }
    sum += weight;
    squares += weight * weight;
  }
  kp_survey_drivers_result one = solve(once, KP_SURVEY_OK);
  kp_survey_drivers_result many = solve(often, KP_SURVEY_OK);
  SAME(one.n, 40);
  NEAR(one.n_effective, sum * sum / squares, 1e-13);
  NEAR(one.r_squared, many.r_squared, 1e-12);
  NEAR(one.intercept, many.intercept, 1e-12);
  for (int i = 0; i < 2; i++) {
    NEAR(one.driver[i].b, many.driver[i].b, 1e-12);
    NEAR(one.driver[i].share, many.driver[i].share, 1e-12);
    NEAR(one.driver[i].mean, many.driver[i].mean, 1e-12);
    assert_true(one.driver[i].p > many.driver[i].p); /* fewer effective answers */
  }
  kp_survey_drivers_free(once);
  kp_survey_drivers_free(often);
}

static void scale_of_the_weights(void **state) {
  (void)state;
  const double scale[] = {1e-200, 1e200, ldexp(1, 700), ldexp(1, -700), 0.3};
  kp_survey_drivers_result plain = {0};
  for (int k = -1; k < 5; k++) {
    uint64_t seed = 59;
    kp_survey_drivers *d = make(2, KP_SURVEY_NO_LIMITS, KP_SURVEY_NO_LIMITS);
    for (int i = 0; i < 50; i++) {
      double a = random_below(&seed, 10) + 1;
      double b = random_below(&seed, 10) + 1;
      double y = a + b + random_below(&seed, 9);
      double w = exp(6 * random_unit(&seed) - 3);
      add(d, y, a, i % 7 == 0 ? missing : b, k < 0 ? w : w * scale[k]);
    }
    kp_survey_drivers_result r = solve(d, KP_SURVEY_OK);
    if (k < 0) {
      plain = r;
    }
    NEAR(r.n_effective, plain.n_effective, 1e-12);
    NEAR(r.r_squared, plain.r_squared, 1e-12);
    NEAR(r.f_p, plain.f_p, 1e-12);
    for (int i = 0; i < 2; i++) {
      NEAR(r.driver[i].b, plain.driver[i].b, 1e-12);
      NEAR(r.driver[i].mean, plain.driver[i].mean, 1e-12);
      NEAR(r.driver[i].p, plain.driver[i].p, 1e-12);
    }
    kp_survey_drivers_free(d);
  }
}

/* Rising and falling weights move the unit of the sums. */
static void order_of_the_weights(void **state) {
  (void)state;
  kp_survey_drivers *up = make(2, KP_SURVEY_NO_LIMITS, KP_SURVEY_NO_LIMITS);
  kp_survey_drivers *down = make(2, KP_SURVEY_NO_LIMITS, KP_SURVEY_NO_LIMITS);
  for (int i = 0; i < 10; i++) {
    int k = 9 - i;
    add(up, i * i % 7, i, i * 3 % 5, ldexp(1, 3 * i));
    add(down, k * k % 7, k, k * 3 % 5, ldexp(1, 3 * k));
  }
  kp_survey_drivers_result a = solve(up, KP_SURVEY_OK);
  kp_survey_drivers_result b = solve(down, KP_SURVEY_OK);
  NEAR(a.n_effective, b.n_effective, 1e-13);
  NEAR(a.n_effective, 9.0 / 7, 1e-6);
  NEAR(a.r_squared, b.r_squared, 1e-12);
  NEAR(a.driver[1].b, b.driver[1].b, 1e-11);
  NEAR(a.driver[1].mean, b.driver[1].mean, 1e-13);
  kp_survey_drivers_free(up);
  kp_survey_drivers_free(down);
}

static void no_complete_row(void **state) {
  (void)state;
  kp_survey_drivers *d = make(2, KP_SURVEY_NO_LIMITS, KP_SURVEY_NO_LIMITS);
  add(d, missing, 5, 5, 0);
  add(d, 5, missing, 5, 0);
  add(d, 5, 5, missing, 1);
  kp_survey_drivers_result r = solve(d, KP_SURVEY_NO_DATA);
  SAME(r.left_out, 3);
  SAME(r.empty, 0);
  add(d, 5, 5, 5, 0);
  (void)solve(d, KP_SURVEY_NO_WEIGHT);
  kp_survey_drivers_free(d);
}

static void free_null(void **state) {
  (void)state;
  kp_survey_drivers_free(NULL);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(shapes),
      cmocka_unit_test(rule_9_rows_left_out),
      cmocka_unit_test(without_limits_infinity_is_missing),
      cmocka_unit_test(rule_10_weights),
      cmocka_unit_test(weights_repeat_rows),
      cmocka_unit_test(scale_of_the_weights),
      cmocka_unit_test(order_of_the_weights),
      cmocka_unit_test(no_complete_row),
      cmocka_unit_test(free_null),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
