/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey_test.h"

static void score(double value, kp_survey_status status, kp_survey_segment segment) {
  kp_survey_segment out = KP_SURVEY_PROMOTER;
  assert_int_equal(kp_survey_segment_of_score(value, &out), status);
  assert_int_equal(out, segment);
}

static void value_of(double value, kp_survey_status status, kp_survey_segment segment) {
  kp_survey_segment out = KP_SURVEY_PROMOTER;
  assert_int_equal(kp_survey_segment_of_value(value, &out), status);
  assert_int_equal(out, segment);
}

static void scores(void **state) {
  (void)state;
  for (int i = 0; i <= 10; i++) {
    score(i, KP_SURVEY_OK,
          i >= 9   ? KP_SURVEY_PROMOTER
          : i >= 7 ? KP_SURVEY_PASSIVE
                   : KP_SURVEY_DETRACTOR);
  }
  score(-0.0, KP_SURVEY_OK, KP_SURVEY_DETRACTOR);
  const double outside[] = {-1, 11, 99, -0.5, 10.5, 1e308, -1e308, (double)NAN, (double)INFINITY};
  for (size_t i = 0; i < sizeof outside / sizeof outside[0]; i++) {
    score(outside[i], KP_SURVEY_OUT_OF_RANGE, KP_SURVEY_NO_SEGMENT);
    value_of(outside[i], KP_SURVEY_OUT_OF_RANGE, KP_SURVEY_NO_SEGMENT);
  }
  const double broken[] = {6.5, 8.5, 8.999, nextafter(9, 0), nextafter(0, 1)};
  for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
    score(broken[i], KP_SURVEY_NON_INTEGER, KP_SURVEY_NO_SEGMENT);
  }
}

static void values(void **state) {
  (void)state;
  value_of(0, KP_SURVEY_OK, KP_SURVEY_DETRACTOR);
  value_of(nextafter(7, 0), KP_SURVEY_OK, KP_SURVEY_DETRACTOR);
  value_of(7, KP_SURVEY_OK, KP_SURVEY_PASSIVE);
  value_of(8.7, KP_SURVEY_OK, KP_SURVEY_PASSIVE);
  value_of(nextafter(9, 0), KP_SURVEY_OK, KP_SURVEY_PASSIVE);
  value_of(9, KP_SURVEY_OK, KP_SURVEY_PROMOTER);
  value_of(10, KP_SURVEY_OK, KP_SURVEY_PROMOTER);
  value_of(nextafter(10, 11), KP_SURVEY_OUT_OF_RANGE, KP_SURVEY_NO_SEGMENT);
}

static void other_scales(void **state) {
  (void)state;
  kp_survey_segments five = {1, 5, 3, 5};
  kp_survey_segment out;
  const kp_survey_segment expected[] = {KP_SURVEY_DETRACTOR, KP_SURVEY_DETRACTOR,
                                        KP_SURVEY_DETRACTOR, KP_SURVEY_PASSIVE, KP_SURVEY_PROMOTER};
  for (int i = 1; i <= 5; i++) {
    assert_int_equal(kp_survey_segment_on_scale(i, &five, &out), KP_SURVEY_OK);
    assert_int_equal(out, expected[i - 1]);
  }
  assert_int_equal(kp_survey_segment_on_scale(0, &five, &out), KP_SURVEY_OUT_OF_RANGE);
  assert_int_equal(kp_survey_segment_on_scale(6, &five, &out), KP_SURVEY_OUT_OF_RANGE);
  assert_int_equal(kp_survey_segment_on_scale(3.5, &five, &out), KP_SURVEY_NON_INTEGER);
  kp_survey_segments tight = {1, 3, 1, 3};
  assert_int_equal(kp_survey_segment_on_scale(2, &tight, &out), KP_SURVEY_OK);
  assert_int_equal(out, KP_SURVEY_PASSIVE);
  const kp_survey_segments wrong[] = {{1, 5, 5, 5},
                                      {1, 5, 0, 5},
                                      {1, 5, 3, 6},
                                      {(double)NAN, 5, 3, 5},
                                      {1, (double)INFINITY, 3, 5},
                                      {1, 5, (double)NAN, 5},
                                      {-(double)INFINITY, 5, 3, 5}};
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    out = KP_SURVEY_PROMOTER;
    assert_int_equal(kp_survey_segment_on_scale(3, &wrong[i], &out), KP_SURVEY_PARAMETER);
    assert_int_equal(out, KP_SURVEY_NO_SEGMENT);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(scores), cmocka_unit_test(values),
                                     cmocka_unit_test(other_scales)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
