/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey_test.h"

static kp_survey_progress good(double baseline, double target, double actual) {
  kp_survey_progress p;
  assert_int_equal(kp_survey_progress_of(baseline, target, actual, &p), KP_SURVEY_OK);
  return p;
}

static void not_clamped(void **state) {
  (void)state;
  SAME(good(60, 80, 70).progress, 0.5);
  SAME(good(60, 80, 50).progress, -0.5);
  SAME(good(60, 80, 100).progress, 2);
  assert_true(good(60, 80, 80).met);
  assert_false(good(60, 80, nextafter(80, 0)).met);
}

static void downwards(void **state) {
  (void)state;
  kp_survey_progress p = good(20, 10, 8); /* fewer complaints */
  SAME(p.progress, 1.2);
  assert_true(p.met);
  assert_false(good(20, 10, 11).met);
}

static void no_way_to_go(void **state) {
  (void)state;
  kp_survey_progress p;
  assert_int_equal(kp_survey_progress_of(60, 60, 59, &p), KP_SURVEY_UNDEFINED);
  IS_NAN(p.progress);
  SAME(p.change, -1);
  assert_false(p.met);
  assert_int_equal(kp_survey_progress_of(0, 10, 5, &p), KP_SURVEY_OK);
  IS_NAN(p.relative);
}

static void rule_12(void **state) {
  (void)state;
  kp_survey_progress p;
  const double wrong[] = {(double)NAN, (double)INFINITY, -(double)INFINITY};
  for (size_t i = 0; i < 3; i++) {
    assert_int_equal(kp_survey_progress_of(wrong[i], 1, 2, &p), KP_SURVEY_PARAMETER);
    assert_int_equal(kp_survey_progress_of(1, wrong[i], 2, &p), KP_SURVEY_PARAMETER);
    assert_int_equal(kp_survey_progress_of(1, 2, wrong[i], &p), KP_SURVEY_PARAMETER);
    IS_NAN(p.progress);
  }
  NEAR(good(-1.5e308, 1.5e308, 0).progress, 0.5, 1e-15);
  assert_int_equal(kp_survey_progress_of(0, 1e-300, 1e300, &p), KP_SURVEY_OUT_OF_RANGE);
  IS_NAN(p.progress);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(not_clamped), cmocka_unit_test(downwards),
                                     cmocka_unit_test(no_way_to_go), cmocka_unit_test(rule_12)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
