/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Margin and interval: clamping, the population, n = 1, one class only, rule 8. */
#include "survey_test.h"

static const kp_survey_method methods[] = {KP_SURVEY_ADJUSTED, KP_SURVEY_WALD, KP_SURVEY_SCORE,
                                           KP_SURVEY_T};

static kp_survey_status get(double p, double v, double d, kp_survey_method method,
                            double confidence, double population, kp_survey_interval *out) {
  kp_survey_counts c = {p, v, d};
  return kp_survey_nps_interval(&c, method, confidence, population, out);
}

static kp_survey_interval good(double p, double v, double d, kp_survey_method method,
                               double population) {
  kp_survey_interval i;
  assert_int_equal(get(p, v, d, method, 0.95, population, &i), KP_SURVEY_OK);
  assert_true(i.lower >= -100 && i.lower <= i.upper && i.upper <= 100);
  assert_true(i.margin >= 0);
  NEAR(i.upper_wide - i.lower_wide, 2 * i.margin, 1e-12);
  NEAR(i.upper_wide + i.lower_wide, 2 * i.centre, 1e-12);
  return i;
}

static void empty(const kp_survey_interval *i) {
  IS_NAN(i->nps);
  IS_NAN(i->margin);
  IS_NAN(i->lower);
  IS_NAN(i->upper);
}

static void margin_goes_before_clamping(void **state) {
  (void)state;
  kp_survey_interval i = good(10, 0, 0, KP_SURVEY_ADJUSTED, KP_SURVEY_UNLIMITED);
  NEAR(i.margin, 29.419525378286707, 1e-12);
  NEAR(i.upper_wide, 106.34260230136363, 1e-12);
  SAME(i.upper, 100);
  i = good(0, 0, 10, KP_SURVEY_ADJUSTED, KP_SURVEY_UNLIMITED);
  NEAR(i.lower_wide, -106.34260230136363, 1e-12);
  SAME(i.lower, -100);
}

static void one_answer(void **state) {
  (void)state;
  kp_survey_interval i = good(1, 0, 0, KP_SURVEY_ADJUSTED, KP_SURVEY_UNLIMITED);
  assert_true(i.margin > 50);
  i = good(1, 0, 0, KP_SURVEY_WALD, KP_SURVEY_UNLIMITED);
  SAME(i.lower, 100);
  SAME(i.upper, 100);
  i = good(1, 0, 0, KP_SURVEY_SCORE, KP_SURVEY_UNLIMITED);
  assert_true(i.lower < 0);
  SAME(i.upper, 100);
  assert_int_equal(get(1, 0, 0, KP_SURVEY_T, 0.95, KP_SURVEY_UNLIMITED, &i), KP_SURVEY_TOO_FEW);
  empty(&i);
}

static void one_class(void **state) {
  (void)state;
  for (size_t m = 0; m < 4; m++) {
    kp_survey_interval passive = good(0, 8, 0, methods[m], KP_SURVEY_UNLIMITED);
    SAME(passive.nps, 0);
    NEAR(passive.lower, -passive.upper, 1e-12);
    kp_survey_interval promoter = good(8, 0, 0, methods[m], KP_SURVEY_UNLIMITED);
    kp_survey_interval detractor = good(0, 0, 8, methods[m], KP_SURVEY_UNLIMITED);
    SAME(promoter.upper, 100);
    SAME(detractor.lower, -100);
    SAME(detractor.upper, -promoter.lower);
  }
}

static void parameters(void **state) {
  (void)state;
  const double confidence[] = {0.05, 0.5, 1, 0, -1, 95, (double)NAN, (double)INFINITY};
  const double population[] = {9, 0, -1, 10.5, 1e3 + 0.5, (double)NAN, -(double)INFINITY};
  kp_survey_interval i;
  for (size_t m = 0; m < 4; m++) {
    for (size_t k = 0; k < sizeof confidence / sizeof confidence[0]; k++) {
      assert_int_equal(get(5, 3, 2, methods[m], confidence[k], KP_SURVEY_UNLIMITED, &i),
                       KP_SURVEY_PARAMETER);
      empty(&i);
    }
    for (size_t k = 0; k < sizeof population / sizeof population[0]; k++) {
      assert_int_equal(get(5, 3, 2, methods[m], 0.95, population[k], &i), KP_SURVEY_PARAMETER);
      empty(&i);
    }
    assert_int_equal(get(-1, 3, 2, methods[m], 0.95, 100, &i), KP_SURVEY_PARAMETER);
    assert_int_equal(get(0, 0, 0, methods[m], 0.95, 100, &i), KP_SURVEY_NO_DATA);
    empty(&i);
    assert_int_equal(get(5, 3, 2, methods[m], 0.51, 10, &i), KP_SURVEY_OK);
    assert_int_equal(get(5, 3, 2, methods[m], nextafter(0.5, 1), 10, &i), KP_SURVEY_OK);
    assert_int_equal(get(5, 3, 2, methods[m], nextafter(1, 0), 10, &i), KP_SURVEY_OK);
  }
  assert_int_equal(get(5, 3, 2, (kp_survey_method)77, 0.95, KP_SURVEY_UNLIMITED, &i),
                   KP_SURVEY_PARAMETER);
}

static void population(void **state) {
  (void)state;
  for (size_t m = 0; m < 4; m++) {
    kp_survey_interval wide = good(30, 15, 5, methods[m], KP_SURVEY_UNLIMITED);
    kp_survey_interval near = good(30, 15, 5, methods[m], 60);
    double phi = sqrt(10.0 / 59);
    SAME(wide.correction, 1);
    NEAR(near.correction, phi, 1e-15);
    NEAR(near.margin, phi * wide.margin, 1e-14);
    NEAR(near.lower, 50 + phi * (wide.lower_wide - 50), 1e-13);
    NEAR(near.upper, 50 + phi * (wide.upper_wide - 50), 1e-13);
    kp_survey_interval all = good(30, 15, 5, methods[m], 50);
    SAME(all.margin, 0);
    SAME(all.lower, 50);
    SAME(all.upper, 50);
    kp_survey_interval many = good(30, 15, 5, methods[m], 1e300);
    NEAR(many.lower, wide.lower, 1e-12);
  }
  kp_survey_interval one = good(1, 0, 0, KP_SURVEY_ADJUSTED, 1); /* M = n = 1 */
  SAME(one.margin, 0);
  SAME(one.lower, 100);
  SAME(good(1, 0, 0, KP_SURVEY_ADJUSTED, 2).correction, 1);
  SAME(good(0.25, 0, 0, KP_SURVEY_ADJUSTED, 2).correction, 1); /* never wider than without */
}

/* The bound before clamping is what the population pulls in. */
static void population_then_clamping(void **state) {
  (void)state;
  kp_survey_interval wide = good(10, 0, 0, KP_SURVEY_ADJUSTED, KP_SURVEY_UNLIMITED);
  kp_survey_interval near = good(10, 0, 0, KP_SURVEY_ADJUSTED, 11);
  NEAR(near.upper_wide, 100 + sqrt(0.1) * (wide.upper_wide - 100), 1e-12);
  SAME(near.upper, 100);
}

static void huge(void **state) {
  (void)state;
  for (size_t m = 0; m < 4; m++) {
    kp_survey_interval i = good(1e308, 1e308, 1e307, methods[m], KP_SURVEY_UNLIMITED);
    NEAR(i.lower, i.nps, 1e-9);
    NEAR(i.upper, i.nps, 1e-9);
  }
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(margin_goes_before_clamping),
      cmocka_unit_test(one_answer),
      cmocka_unit_test(one_class),
      cmocka_unit_test(parameters),
      cmocka_unit_test(population),
      cmocka_unit_test(population_then_clamping),
      cmocka_unit_test(huge),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
