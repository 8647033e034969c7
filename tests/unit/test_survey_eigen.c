/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Eigenvalues and eigenvectors: what they must satisfy, for every size. */
#include "../../src/survey/internal.h"
#include "survey_test.h"

enum { MOST = KP_SURVEY_DRIVERS_MAX };

/* A v = value v, and vectors of length 1 at right angles. */
static void satisfied(size_t n, const double *a) {
  double values[MOST];
  double vectors[MOST * MOST];
  double size = 0;
  assert_int_equal(kp_survey_eigen(n, a, values, vectors), KP_SURVEY_OK);
  for (size_t i = 0; i < n * n; i++) {
    size = fmax(size, fabs(a[i]));
  }
  for (size_t k = 0; k < n; k++) {
    for (size_t i = 0; i < n; i++) {
      double image = 0;
      double angle = 0;
      for (size_t j = 0; j < n; j++) {
        image += a[i * n + j] * vectors[j * n + k];
        angle += vectors[j * n + i] * vectors[j * n + k];
      }
      assert_true(fabs(image - values[k] * vectors[i * n + k]) <= 1e-14 * (double)(n + 4) * size);
      NEAR(angle, i == k ? 1 : 0, 1e-13);
    }
  }
}

static void any_matrix(void **state) {
  uint64_t seed = 73;
  double a[MOST * MOST];
  (void)state;
  for (size_t n = 1; n <= MOST; n++) {
    for (int round = 0; round < 20; round++) {
      double scale = ldexp(1, 20 * (round % 3 - 1));
      for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j <= i; j++) {
          bool none = round > 10 && random_below(&seed, 3) != 0; /* falls apart in parts */
          a[i * n + j] = a[j * n + i] = none ? 0 : scale * (2 * random_unit(&seed) - 1);
        }
      }
      satisfied(n, a);
    }
  }
}

/* Equal correlations r: once 1 + (n - 1) r, else 1 - r. */
static void equal_values(void **state) {
  static const double correlations[] = {0, 0.3, 0.999999, 1, -1e-9};
  double a[MOST * MOST];
  double values[MOST];
  double vectors[MOST * MOST];
  (void)state;
  for (size_t n = 2; n <= MOST; n++) {
    for (size_t k = 0; k < sizeof correlations / sizeof correlations[0]; k++) {
      double r = correlations[k];
      double sum = 0;
      size_t large = 0;
      for (size_t i = 0; i < n * n; i++) {
        a[i] = i % (n + 1) == 0 ? 1 : r;
      }
      satisfied(n, a);
      assert_int_equal(kp_survey_eigen(n, a, values, vectors), KP_SURVEY_OK);
      for (size_t i = 0; i < n; i++) {
        bool first = fabs(values[i] - (1 + (double)(n - 1) * r)) < 1e-13 * (double)n;
        assert_true(first || fabs(values[i] - (1 - r)) < 1e-13 * (double)n);
        large += first;
        sum += values[i];
      }
      assert_true(large >= 1);
      NEAR(sum, (double)n, 1e-13);
    }
  }
}

static void not_finite(void **state) {
  const double wrong[] = {(double)NAN, (double)INFINITY};
  double values[3];
  double vectors[9];
  (void)state;
  for (size_t k = 0; k < 2; k++) {
    const double a[9] = {1, wrong[k], 0.2, wrong[k], 1, 0.1, 0.2, 0.1, 1};
    assert_int_equal(kp_survey_eigen(3, a, values, vectors), KP_SURVEY_NO_CONVERGENCE);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(any_matrix),
      cmocka_unit_test(equal_values),
      cmocka_unit_test(not_finite),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
