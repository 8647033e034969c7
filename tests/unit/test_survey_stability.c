/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stability of drivers against a slow reference: whole resamples row by row, and the relative
 * weights by a square root of the correlation matrix that needs no eigenvalues. Only the random
 * numbers are drawn the same way, as the interface promises. */
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include "survey_test.h"

enum { MOST = 6, ROWS = 40, REPETITIONS = 199 };

/* Rows of grades; each driver goes with the outcome a little less than the one before. */
static void random_rows(uint64_t *seed, double *rows, size_t n, size_t count) {
  for (size_t i = 0; i < n; i++) {
    double *row = rows + i * (count + 1);
    double common = random_unit(seed);
    row[count] = common * 6;
    for (size_t j = 0; j < count; j++) {
      row[j] = floor(1 + 5 * random_unit(seed) + 4 * common);
      row[count] += row[j] / (double)(j + 2);
    }
    row[count] = floor(row[count] + 2 * random_unit(seed));
  }
}

typedef double square[MOST + 1][MOST + 1];

/* Gauss and Jordan. */
static void invert(square m, size_t count, square out) {
  square a;
  memcpy(a, m, sizeof a);
  for (size_t i = 0; i < count; i++) {
    for (size_t j = 0; j < count; j++) {
      out[i][j] = i == j;
    }
  }
  for (size_t p = 0; p < count; p++) {
    double pivot = a[p][p];
    for (size_t j = 0; j < count; j++) {
      a[p][j] /= pivot;
      out[p][j] /= pivot;
    }
    for (size_t i = 0; i < count; i++) {
      double factor = a[i][p];
      for (size_t j = 0; i != p && j < count; j++) {
        a[i][j] -= factor * a[p][j];
        out[i][j] -= factor * out[p][j];
      }
    }
  }
}

/* Denman and Beavers 1976: root and inverse root by repeated averaging with inverses. */
static void square_root(square m, size_t count, square root, square inverse) {
  memcpy(root, m, sizeof(square));
  memset(inverse, 0, sizeof(square));
  for (size_t i = 0; i < count; i++) {
    inverse[i][i] = 1;
  }
  for (int step = 0; step < 30; step++) {
    square y;
    square z;
    invert(inverse, count, y);
    invert(root, count, z);
    for (size_t i = 0; i < count; i++) {
      for (size_t j = 0; j < count; j++) {
        root[i][j] = (root[i][j] + y[i][j]) / 2;
        inverse[i][j] = (inverse[i][j] + z[i][j]) / 2;
      }
    }
  }
}

static double correlation(const double *one, const double *other, size_t n) {
  double mean[2] = {0, 0};
  double square_of[3] = {0, 0, 0};
  for (size_t i = 0; i < n; i++) {
    mean[0] += one[i] / (double)n;
    mean[1] += other[i] / (double)n;
  }
  for (size_t i = 0; i < n; i++) {
    double a = one[i] - mean[0];
    double b = other[i] - mean[1];
    square_of[0] += a * a;
    square_of[1] += b * b;
    square_of[2] += a * b;
  }
  return square_of[2] / sqrt(square_of[0] * square_of[1]);
}

/* Relative weights of count columns with the outcome. */
static void weights_of(double columns[][ROWS], size_t count, const double *outcome, size_t n,
                       double *raw) {
  square rxx = {{0}};
  square root = {{0}};
  square inverse = {{0}};
  for (size_t i = 0; i < count; i++) {
    for (size_t j = 0; j < count; j++) {
      rxx[i][j] = i == j ? 1 : correlation(columns[i], columns[j], n);
    }
  }
  square_root(rxx, count, root, inverse);
  for (size_t j = 0; j < count; j++) {
    raw[j] = 0;
    for (size_t k = 0; k < count; k++) {
      double star = 0;
      for (size_t i = 0; i < count; i++) {
        star += inverse[k][i] * correlation(columns[i], outcome, n);
      }
      raw[j] += root[j][k] * root[j][k] * star * star;
    }
  }
}

static int ascending(const void *one, const void *other) {
  double a = *(const double *)one;
  double b = *(const double *)other;
  return (a > b) - (a < b);
}

static void as_the_slow_reference(void **state) {
  (void)state;
  uint64_t seed = 5;
  for (size_t count = 2; count <= MOST; count += 2) {
    double rows[ROWS * (MOST + 1)];
    double weight[MOST][REPETITIONS];
    double above[MOST][REPETITIONS];
    double first[MOST] = {0};
    kp_survey_stability fast;
    random_rows(&seed, rows, ROWS, count);
    assert_int_equal(kp_survey_driver_stability(rows, ROWS, count, REPETITIONS, 7, 0.9, &fast),
                     KP_SURVEY_OK);
    gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(random, 7);
    for (size_t r = 0; r < REPETITIONS; r++) {
      double columns[MOST + 2][ROWS];
      double raw[MOST + 1];
      double noisy[MOST + 1];
      for (size_t i = 0; i < ROWS; i++) {
        size_t row = gsl_rng_uniform_int(random, ROWS);
        for (size_t j = 0; j < count; j++) {
          columns[j][i] = rows[row * (count + 1) + j];
        }
        columns[MOST + 1][i] = rows[row * (count + 1) + count];
      }
      for (size_t i = 0; i < ROWS; i++) {
        columns[count][i] = gsl_ran_gaussian_ziggurat(random, 1);
      }
      weights_of(columns, count, columns[MOST + 1], ROWS, raw);
      weights_of(columns, count + 1, columns[MOST + 1], ROWS, noisy);
      size_t best = 0;
      for (size_t j = 0; j < count; j++) {
        weight[j][r] = raw[j];
        above[j][r] = noisy[j] - noisy[count];
        best = raw[j] > raw[best] ? j : best;
      }
      first[best]++;
    }
    gsl_rng_free(random);
    for (size_t j = 0; j < count; j++) {
      qsort(weight[j], REPETITIONS, sizeof(double), ascending);
      qsort(above[j], REPETITIONS, sizeof(double), ascending);
      /* (199 + 1) x 0.05 and x 0.95: the 10th and the 190th. */
      NEAR(fast.driver[j].lower, weight[j][9], 1e-9);
      NEAR(fast.driver[j].upper, weight[j][189], 1e-9);
      NEAR(fast.driver[j].lower_above_noise, above[j][9], 1e-9);
      NEAR(fast.driver[j].first, first[j] / REPETITIONS, 1e-12);
    }
  }
}

static kp_survey_stability stable(const double *rows, size_t n, size_t count, uint32_t seed) {
  kp_survey_stability out;
  assert_int_equal(kp_survey_driver_stability(rows, n, count, 199, seed, 0.95, &out), KP_SURVEY_OK);
  return out;
}

static void same_seed_same_numbers(void **state) {
  (void)state;
  uint64_t seed = 6;
  double rows[ROWS * 4];
  random_rows(&seed, rows, ROWS, 3);
  kp_survey_stability one = stable(rows, ROWS, 3, 1);
  kp_survey_stability again = stable(rows, ROWS, 3, 1);
  kp_survey_stability other = stable(rows, ROWS, 3, 2);
  assert_memory_equal(one.driver, again.driver, 3 * sizeof *one.driver);
  assert_true(one.driver[0].lower != other.driver[0].lower);
  double share = one.driver[0].first + one.driver[1].first + one.driver[2].first;
  NEAR(share, 1, 1e-12);
}

static void scale_and_order_do_not_matter(void **state) {
  (void)state;
  uint64_t seed = 8;
  double rows[ROWS * 4];
  double moved[ROWS * 4];
  random_rows(&seed, rows, ROWS, 3);
  for (size_t i = 0; i < ROWS; i++) { /* columns 2, 0, 1; grades out of a hundred, far from 0 */
    for (size_t j = 0; j < 3; j++) {
      moved[i * 4 + j] = 1e6 + 10 * rows[i * 4 + (j + 2) % 3];
    }
    moved[i * 4 + 3] = rows[i * 4 + 3] / 1e9;
  }
  kp_survey_stability one = stable(rows, ROWS, 3, 3);
  kp_survey_stability other = stable(moved, ROWS, 3, 3);
  for (size_t j = 0; j < 3; j++) {
    NEAR(other.driver[j].lower, one.driver[(j + 2) % 3].lower, 1e-9);
    NEAR(other.driver[j].upper, one.driver[(j + 2) % 3].upper, 1e-9);
    NEAR(other.driver[j].lower_above_noise, one.driver[(j + 2) % 3].lower_above_noise, 1e-9);
    SAME(other.driver[j].first, one.driver[(j + 2) % 3].first);
  }
}

/* Two of 40 rows differ in the second driver: in 13 % of the resamples nothing is left of it. */
static void poor_resamples_are_drawn_again(void **state) {
  (void)state;
  uint64_t seed = 9;
  double rows[ROWS * 3];
  random_rows(&seed, rows, ROWS, 2);
  for (size_t i = 0; i < ROWS; i++) {
    rows[i * 3 + 1] = i < 2 ? 9 : 7;
  }
  kp_survey_stability out = stable(rows, ROWS, 2, 1);
  assert_true(isfinite(out.driver[1].lower) && out.driver[1].upper > 0);
}

static void refusals(void **state) {
  (void)state;
  uint64_t seed = 10;
  double rows[ROWS * 4];
  kp_survey_stability out;
  random_rows(&seed, rows, ROWS, 3);
  const struct {
    size_t n, count, repetitions;
    double confidence;
    kp_survey_status status;
  } cases[] = {
      {ROWS, 1, 199, 0.95, KP_SURVEY_SHAPE},    {ROWS, 31, 199, 0.95, KP_SURVEY_SHAPE},
      {ROWS, 3, 98, 0.95, KP_SURVEY_PARAMETER}, {ROWS, 3, 10000, 0.95, KP_SURVEY_PARAMETER},
      {ROWS, 3, 199, 0.5, KP_SURVEY_PARAMETER}, {ROWS, 3, 199, 1, KP_SURVEY_PARAMETER},
      {4, 3, 199, 0.95, KP_SURVEY_TOO_FEW},     {400000, 3, 999, 0.95, KP_SURVEY_PARAMETER},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    assert_int_equal(kp_survey_driver_stability(rows, cases[i].n, cases[i].count,
                                                cases[i].repetitions, 1, cases[i].confidence, &out),
                     cases[i].status);
  }
  double collinear[ROWS * 3];
  for (size_t i = 0; i < ROWS; i++) {
    collinear[i * 3] = rows[i * 4];
    collinear[i * 3 + 1] = 2 * rows[i * 4] + 1;
    collinear[i * 3 + 2] = rows[i * 4 + 3];
  }
  assert_int_equal(kp_survey_driver_stability(collinear, ROWS, 2, 199, 1, 0.95, &out),
                   KP_SURVEY_COLLINEAR);
  collinear[0] = 1.5e308;
  collinear[3] = -1.5e308;
  assert_int_equal(kp_survey_driver_stability(collinear, ROWS, 2, 199, 1, 0.95, &out),
                   KP_SURVEY_OUT_OF_RANGE);
}

/* Thirty drivers and the noise: the most there can be. */
static void thirty_drivers(void **state) {
  (void)state;
  enum { N = 200 };
  static double rows[N * (KP_SURVEY_DRIVERS_MAX + 1)];
  uint64_t seed = 11;
  random_rows(&seed, rows, N, KP_SURVEY_DRIVERS_MAX);
  kp_survey_stability out = stable(rows, N, KP_SURVEY_DRIVERS_MAX, 1);
  assert_int_equal(out.count, KP_SURVEY_DRIVERS_MAX);
  assert_true(isfinite(out.driver[KP_SURVEY_DRIVERS_MAX - 1].lower_above_noise));
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(as_the_slow_reference),
      cmocka_unit_test(same_seed_same_numbers),
      cmocka_unit_test(scale_and_order_do_not_matter),
      cmocka_unit_test(poor_resamples_are_drawn_again),
      cmocka_unit_test(refusals),
      cmocka_unit_test(thirty_drivers),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
