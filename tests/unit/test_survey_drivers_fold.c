/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of rows folded into co-moments, against sums over all rows in long double. */
#include "../../src/survey/internal.h"
#include "survey_test.h"

enum { ROWS = 3 * KP_SURVEY_BLOCK + 2 };

typedef struct table {
  size_t count, rows;
  double at[ROWS][KP_SURVEY_COLUMNS]; /* the outcome last */
  double weight[ROWS];
} table;

static kp_survey_drivers *collect(const table *t) {
  kp_survey_driver_options options = {KP_SURVEY_RELATIVE_WEIGHTS, KP_SURVEY_NO_LIMITS,
                                      KP_SURVEY_NO_LIMITS};
  kp_survey_drivers *d;
  assert_int_equal(kp_survey_drivers_new(t->count, &options, &d), KP_SURVEY_OK);
  for (size_t row = 0; row < t->rows; row++) {
    kp_survey_drivers_add(d, t->at[row][t->count], t->at[row], t->weight[row]);
  }
  return d;
}

static long double mean_of(const table *t, size_t column) {
  long double sum = 0;
  long double weight = 0;
  for (size_t row = 0; row < t->rows; row++) {
    sum += (long double)t->weight[row] * t->at[row][column];
    weight += t->weight[row];
  }
  return sum / weight;
}

static void compare(const table *t) {
  kp_survey_drivers *d = collect(t);
  kp_survey_comoments m = d->comoments;
  kp_survey_drivers_fold(d, &m);
  for (size_t i = 0; i <= t->count; i++) {
    NEAR(d->first[i] + m.mean[i], (double)mean_of(t, i), 1e-14);
    assert_true(m.varies[i]);
    for (size_t j = 0; j <= i; j++) {
      long double a = mean_of(t, i);
      long double b = mean_of(t, j);
      long double sum = 0;
      for (size_t row = 0; row < t->rows; row++) {
        sum += t->weight[row] * (t->at[row][i] - a) * (t->at[row][j] - b);
      }
      NEAR(ldexp(m.product[kp_survey_triangle(i, j)], d->exponent), (double)sum, 1e-11);
    }
  }
  kp_survey_drivers_free(d);
}

/* Every number of columns, since each fills the last tiles in its own way, and every state in which
 * the last block can be. */
static void every_shape(void **state) {
  static const size_t rows[] = {
      2, 3, KP_SURVEY_BLOCK - 1, KP_SURVEY_BLOCK, KP_SURVEY_BLOCK + 1, 2 * KP_SURVEY_BLOCK, ROWS};
  static table t;
  uint64_t seed = 67;
  (void)state;
  for (size_t count = 2; count <= KP_SURVEY_DRIVERS_MAX; count++) {
    for (size_t k = 0; k < sizeof rows / sizeof rows[0]; k++) {
      bool grades = k % 2 == 0;
      bool weighted = (count + k) % 3 == 0;
      double offset = (count + k) % 5 == 0 ? 1e6 : 0; /* far from zero */
      t.count = count;
      t.rows = rows[k];
      for (size_t row = 0; row < t.rows; row++) {
        for (size_t i = 0; i <= count; i++) {
          t.at[row][i] = offset + (grades ? 1 + random_below(&seed, 10) : random_unit(&seed));
        }
        t.at[row][row % (count + 1)] += row < 2 * count + 2 ? 0.5 : 0; /* none is constant */
        t.weight[row] = weighted ? 0.1 + random_unit(&seed) : 1;
      }
      if (t.rows > count) {
        compare(&t);
      }
    }
  }
}

/* Looking at the result on the way changes nothing, to the last bit. */
static void solving_on_the_way(void **state) {
  uint64_t seed = 71;
  kp_survey_driver_options options = {KP_SURVEY_RELATIVE_WEIGHTS, KP_SURVEY_NO_LIMITS,
                                      KP_SURVEY_NO_LIMITS};
  kp_survey_drivers *looked;
  kp_survey_drivers *once;
  kp_survey_drivers_result a;
  kp_survey_drivers_result b;
  (void)state;
  assert_int_equal(kp_survey_drivers_new(3, &options, &looked), KP_SURVEY_OK);
  assert_int_equal(kp_survey_drivers_new(3, &options, &once), KP_SURVEY_OK);
  for (size_t row = 0; row < ROWS; row++) {
    double x[3] = {random_below(&seed, 11), random_unit(&seed), random_below(&seed, 5)};
    double y = row % 9 == 0 ? (double)NAN : x[0] + 3 * x[1] + random_unit(&seed);
    kp_survey_drivers_add(looked, y, x, 1);
    kp_survey_drivers_add(once, y, x, 1);
    (void)kp_survey_drivers_solve(looked, &a);
  }
  assert_int_equal(kp_survey_drivers_solve(once, &b), KP_SURVEY_OK);
  for (size_t i = 0; i < 3; i++) {
    SAME(a.driver[i].b, b.driver[i].b);
    SAME(a.driver[i].share, b.driver[i].share);
    SAME(a.driver[i].mean, b.driver[i].mean);
    SAME(a.driver[i].n, ROWS);
  }
  SAME(a.r_squared, b.r_squared);
  SAME(a.n, b.n);
  kp_survey_drivers_free(looked);
  kp_survey_drivers_free(once);
}

/* A new lowest or highest answer anywhere is seen, one that is not valid is not. */
static void lowest_and_highest(void **state) {
  kp_survey_driver_options options = {
      KP_SURVEY_RELATIVE_WEIGHTS, {-(double)INFINITY, 50}, KP_SURVEY_NO_LIMITS};
  kp_survey_drivers *d;
  (void)state;
  assert_int_equal(kp_survey_drivers_new(2, &options, &d), KP_SURVEY_OK);
  kp_survey_drivers_add(d, 5, (const double[]){4, 6}, 1);
  SAME(d->min, 4);
  SAME(d->max, 6);
  kp_survey_drivers_add(d, 5, (const double[]){1, 51}, 0); /* without weight */
  kp_survey_drivers_add(d, 5, (const double[]){5, 51}, 1);
  kp_survey_drivers_add(d, 5, (const double[]){(double)NAN, -(double)INFINITY}, 1);
  SAME(d->min, 4);
  SAME(d->max, 6);
  assert_int_equal(d->n, 1);
  assert_int_equal(d->left_out, 3);
  kp_survey_drivers_add(d, (double)NAN, (const double[]){5, 9}, 1); /* left out, but an answer */
  kp_survey_drivers_add(d, 5, (const double[]){3, 50}, 1);
  SAME(d->min, 3);
  SAME(d->max, 50);
  assert_int_equal(d->n, 2);
  kp_survey_drivers_free(d);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_shape),
      cmocka_unit_test(solving_on_the_way),
      cmocka_unit_test(lowest_and_highest),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
