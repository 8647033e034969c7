/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shapley against all orders written out, and the limits of the number of drivers. */
#include "survey_test.h"

#define MOST KP_SURVEY_DRIVERS_MAX

/* Correlations of random data with a common part, so that they are possible ones. */
static void random_correlations(uint64_t *seed, size_t count, double *rxx, double *rxy) {
  double x[MOST + 1][80];
  for (size_t row = 0; row < 80; row++) {
    double common = random_unit(seed);
    for (size_t i = 0; i <= count; i++) {
      x[i][row] = common + 1.5 * random_unit(seed);
    }
  }
  double all[MOST + 1][MOST + 1];
  double mean[MOST + 1] = {0};
  for (size_t i = 0; i <= count; i++) {
    for (size_t row = 0; row < 80; row++) {
      mean[i] += x[i][row] / 80;
    }
  }
  for (size_t i = 0; i <= count; i++) {
    for (size_t j = 0; j <= i; j++) {
      all[i][j] = 0;
      for (size_t row = 0; row < 80; row++) {
        all[i][j] += (x[i][row] - mean[i]) * (x[j][row] - mean[j]);
      }
    }
  }
  for (size_t i = 0; i < count; i++) {
    for (size_t j = 0; j < i; j++) {
      rxx[i * count + j] = rxx[j * count + i] = all[i][j] / sqrt(all[i][i] * all[j][j]);
    }
    rxx[i * count + i] = 1;
    rxy[i] = all[count][i] / sqrt(all[i][i] * all[count][count]);
  }
}

/* R2 of the drivers in order[0..size) by Gaussian elimination. */
static double r_squared(size_t count, const double *rxx, const double *rxy, const size_t *order,
                        size_t size) {
  double a[MOST][MOST + 1];
  for (size_t i = 0; i < size; i++) {
    for (size_t j = 0; j < size; j++) {
      a[i][j] = rxx[order[i] * count + order[j]];
    }
    a[i][size] = rxy[order[i]];
  }
  for (size_t k = 0; k < size; k++) {
    for (size_t i = 0; i < size; i++) {
      double factor = a[i][k] / a[k][k];
      for (size_t j = k; i != k && j <= size; j++) {
        a[i][j] -= factor * a[k][j];
      }
    }
  }
  double sum = 0;
  for (size_t i = 0; i < size; i++) {
    sum += a[i][size] / a[i][i] * rxy[order[i]];
  }
  return sum;
}

typedef struct orders {
  size_t count;
  const double *rxx, *rxy;
  double sum[MOST];
  double number;
} orders;

static void one_order(orders *o, const size_t *order) {
  double before = 0;
  for (size_t k = 0; k < o->count; k++) {
    double after = r_squared(o->count, o->rxx, o->rxy, order, k + 1);
    o->sum[order[k]] += after - before;
    before = after;
  }
  o->number++;
}

static void all_orders(orders *o, size_t *order, size_t fixed) {
  if (fixed == o->count) {
    one_order(o, order);
    return;
  }
  for (size_t i = fixed; i < o->count; i++) {
    size_t keep = order[fixed];
    order[fixed] = order[i];
    order[i] = keep;
    all_orders(o, order, fixed + 1);
    order[i] = order[fixed];
    order[fixed] = keep;
  }
}

static void all_orders_written_out(void **state) {
  (void)state;
  uint64_t seed = 41;
  for (size_t count = 1; count <= 6; count++) {
    double rxx[36];
    double rxy[6];
    random_correlations(&seed, count, rxx, rxy);
    orders o = {.count = count, .rxx = rxx, .rxy = rxy};
    size_t order[] = {0, 1, 2, 3, 4, 5};
    all_orders(&o, order, 0);
    kp_survey_drivers_result r;
    assert_int_equal(kp_survey_drivers_from_correlations(count, rxx, rxy, KP_SURVEY_SHAPLEY, &r),
                     KP_SURVEY_OK);
    for (size_t i = 0; i < count; i++) {
      NEAR(r.driver[i].raw, o.sum[i] / o.number, 1e-13);
    }
    NEAR(r.r_squared, r_squared(count, rxx, rxy, order, count), 1e-13);
  }
}

static void parts_sum_to_r_squared(void **state) {
  (void)state;
  uint64_t seed = 43;
  for (size_t count = 1; count <= KP_SURVEY_SHAPLEY_MAX; count += 7) {
    double rxx[KP_SURVEY_SHAPLEY_MAX * KP_SURVEY_SHAPLEY_MAX];
    double rxy[KP_SURVEY_SHAPLEY_MAX];
    random_correlations(&seed, count, rxx, rxy);
    kp_survey_drivers_result r;
    assert_int_equal(kp_survey_drivers_from_correlations(count, rxx, rxy, KP_SURVEY_SHAPLEY, &r),
                     KP_SURVEY_OK);
    double sum = 0;
    double shares = 0;
    for (size_t i = 0; i < count; i++) {
      sum += r.driver[i].raw;
      shares += r.driver[i].share;
      assert_true(r.driver[i].raw >= 0);
    }
    NEAR(sum, r.r_squared, 1e-12);
    NEAR(shares, 1, 1e-12);
  }
}

/* Equal to relative weights for two drivers. */
static void two_drivers(void **state) {
  (void)state;
  for (int k = -9; k <= 9; k++) {
    double rxx[] = {1, k / 10.0, k / 10.0, 1};
    double rxy[] = {0.3, 0.25};
    kp_survey_drivers_result a;
    kp_survey_drivers_result b;
    kp_survey_status status =
        kp_survey_drivers_from_correlations(2, rxx, rxy, KP_SURVEY_SHAPLEY, &a);
    assert_int_equal(
        kp_survey_drivers_from_correlations(2, rxx, rxy, KP_SURVEY_RELATIVE_WEIGHTS, &b), status);
    if (status == KP_SURVEY_OK) {
      NEAR(a.driver[0].raw, b.driver[0].raw, 1e-13);
      NEAR(a.driver[1].raw, b.driver[1].raw, 1e-13);
    }
  }
}

static void too_many(void **state) {
  (void)state;
  double rxx[16 * 16] = {0};
  double rxy[16] = {0.1};
  kp_survey_drivers_result r;
  assert_int_equal(kp_survey_drivers_from_correlations(16, rxx, rxy, KP_SURVEY_SHAPLEY, &r),
                   KP_SURVEY_SHAPE);
  assert_int_equal(r.count, 0);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {cmocka_unit_test(all_orders_written_out),
                                     cmocka_unit_test(parts_sum_to_r_squared),
                                     cmocka_unit_test(two_drivers), cmocka_unit_test(too_many)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
