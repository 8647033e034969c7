/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Correlations to importance: refusals, and relative weights against a matrix square root found by
 * iteration instead of eigenvalues. */
#include "survey_test.h"

static kp_survey_status solve(size_t count, const double *rxx, const double *rxy,
                              kp_survey_drivers_result *r) {
  return kp_survey_drivers_from_correlations(count, rxx, rxy, KP_SURVEY_RELATIVE_WEIGHTS, r);
}

static void not_a_correlation_matrix(void **state) {
  (void)state;
  kp_survey_drivers_result r;
  const double good[] = {0.5, 0.3};
  const double wrong[][4] = {{1, 0.5, 0.4, 1},
                             {1, 1.5, 1.5, 1},
                             {1, -1.5, -1.5, 1},
                             {0.9, 0.5, 0.5, 1},
                             {1, (double)NAN, (double)NAN, 1},
                             {1, 0.5, 0.5, (double)NAN}};
  for (size_t i = 0; i < 6; i++) {
    assert_int_equal(solve(2, wrong[i], good, &r), KP_SURVEY_PARAMETER);
    IS_NAN(r.r_squared);
    IS_NAN(r.driver[0].raw);
  }
  const double fine[] = {1, 0.5, 0.5, 1};
  const double outcome[][2] = {{1.1, 0.2}, {0.2, -1.1}, {(double)NAN, 0}};
  for (size_t i = 0; i < 3; i++) {
    assert_int_equal(solve(2, fine, outcome[i], &r), KP_SURVEY_PARAMETER);
  }
  const double impossible[] = {0.9, -0.9}; /* R2 = 3.24 */
  assert_int_equal(solve(2, fine, impossible, &r), KP_SURVEY_PARAMETER);
  const double barely[] = {0.8, -0.1}; /* R2 = 0.97 */
  assert_int_equal(solve(2, fine, barely, &r), KP_SURVEY_OK);
  const double just_not[] = {0.8, -0.14}; /* R2 = 1.03 */
  assert_int_equal(solve(2, fine, just_not, &r), KP_SURVEY_PARAMETER);
  assert_int_equal(solve(0, fine, good, &r), KP_SURVEY_SHAPE);
  assert_int_equal(solve(31, fine, good, &r), KP_SURVEY_SHAPE);
}

static void culprits(void **state) {
  (void)state;
  kp_survey_drivers_result r;
  /* drivers 1 and 3 are copies, 0 and 2 are bystanders */
  const double copies[] = {1, 0.2, 0.3, 0.2, 0.2, 1, 0.1, 1, 0.3, 0.1, 1, 0.1, 0.2, 1, 0.1, 1};
  const double rxy[] = {0.4, 0.3, 0.2, 0.3};
  assert_int_equal(solve(4, copies, rxy, &r), KP_SURVEY_COLLINEAR);
  assert_int_equal(r.culprits, 10);
  assert_int_equal(kp_survey_drivers_from_correlations(4, copies, rxy, KP_SURVEY_SHAPLEY, &r),
                   KP_SURVEY_COLLINEAR);
  const double mirror[] = {1, -1, -1, 1};
  assert_int_equal(solve(2, mirror, rxy, &r), KP_SURVEY_COLLINEAR);
  assert_int_equal(r.culprits, 3);
  /* no data have these three correlations: an eigenvalue below 0 */
  const double joint[] = {1, 0.9, -0.9, 0.9, 1, 0.9, -0.9, 0.9, 1};
  assert_int_equal(solve(3, joint, rxy, &r), KP_SURVEY_COLLINEAR);
}

static void nothing_explained(void **state) {
  (void)state;
  kp_survey_drivers_result r;
  const double rxx[] = {1, 0.2, 0.2, 1};
  const double none[] = {0, 0};
  for (int method = 0; method < 2; method++) {
    assert_int_equal(
        kp_survey_drivers_from_correlations(2, rxx, none, (kp_survey_importance)method, &r),
        KP_SURVEY_UNDEFINED);
    SAME(r.r_squared, 0);
    SAME(r.driver[0].raw, 0);
    IS_NAN(r.driver[0].share);
  }
}

static void everything_explained(void **state) {
  (void)state;
  kp_survey_drivers_result r;
  const double rxx[] = {1, 0, 0, 1};
  const double rxy[] = {0.6, -0.8};
  assert_int_equal(solve(2, rxx, rxy, &r), KP_SURVEY_OK);
  NEAR(r.r_squared, 1, 1e-15);
  assert_true(r.r_squared <= 1);
  NEAR(r.driver[0].share, 0.36, 1e-15);
  NEAR(r.driver[1].beta, -0.8, 1e-15);
  SAME(r.driver[1].r, -0.8);
  NEAR(r.vif_max, 1, 1e-15);
}

#define P 5

/* Inverse by Gauss-Jordan. */
static void invert(const double *m, double *out) {
  double a[P][2 * P] = {{0}};
  for (int i = 0; i < P; i++) {
    for (int j = 0; j < P; j++) {
      a[i][j] = m[i * P + j];
    }
    a[i][P + i] = 1;
  }
  for (int k = 0; k < P; k++) {
    double pivot = a[k][k];
    for (int j = 0; j < 2 * P; j++) {
      a[k][j] /= pivot;
    }
    for (int i = 0; i < P; i++) {
      double factor = a[i][k];
      for (int j = 0; i != k && j < 2 * P; j++) {
        a[i][j] -= factor * a[k][j];
      }
    }
  }
  for (int i = 0; i < P; i++) {
    for (int j = 0; j < P; j++) {
      out[i * P + j] = a[i][P + j];
    }
  }
}

/* Denman and Beavers: root and inverse root of m. */
static void square_root(const double *m, double *root, double *inverse_root) {
  for (int i = 0; i < P * P; i++) {
    root[i] = m[i];
    inverse_root[i] = i % (P + 1) == 0;
  }
  for (int step = 0; step < 40; step++) {
    double a[P * P];
    double b[P * P];
    invert(root, a);
    invert(inverse_root, b);
    for (int i = 0; i < P * P; i++) {
      root[i] = (root[i] + b[i]) / 2;
      inverse_root[i] = (inverse_root[i] + a[i]) / 2;
    }
  }
}

static void relative_weights(void **state) {
  (void)state;
  uint64_t seed = 47;
  for (int round = 0; round < 50; round++) {
    /* A one-factor matrix is always possible. */
    double loading[P];
    double rxx[P * P];
    double rxy[P];
    for (int i = 0; i < P; i++) {
      loading[i] = 1.8 * random_unit(&seed) - 0.9;
    }
    for (int i = 0; i < P; i++) {
      rxy[i] = 0.6 * loading[i];
      for (int j = 0; j < P; j++) {
        rxx[i * P + j] = i == j ? 1 : loading[i] * loading[j];
      }
    }
    double root[P * P];
    double inverse_root[P * P];
    double inverse[P * P];
    square_root(rxx, root, inverse_root);
    invert(rxx, inverse);
    kp_survey_drivers_result r;
    assert_int_equal(solve(P, rxx, rxy, &r), KP_SURVEY_OK);
    double total = 0;
    for (int i = 0; i < P; i++) {
      double raw = 0;
      double beta = 0;
      for (int j = 0; j < P; j++) {
        double star = 0;
        for (int k = 0; k < P; k++) {
          star += inverse_root[j * P + k] * rxy[k];
        }
        raw += root[i * P + j] * root[i * P + j] * star * star;
        beta += inverse[i * P + j] * rxy[j];
      }
      total += raw;
      NEAR(r.driver[i].raw, raw, 1e-11);
      NEAR(r.driver[i].beta, beta, 1e-11);
      NEAR(r.driver[i].vif, inverse[i * P + i], 1e-11);
    }
    NEAR(r.r_squared, total, 1e-11);
  }
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(not_a_correlation_matrix), cmocka_unit_test(culprits),
      cmocka_unit_test(nothing_explained), cmocka_unit_test(everything_explained),
      cmocka_unit_test(relative_weights)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
