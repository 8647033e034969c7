/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tallies on other scales: rules 1 to 6 and 8, top boxes, CES. */
#include "survey_test.h"

static void rules_1_to_6(void **state) {
  (void)state;
  kp_survey_scale t;
  assert_int_equal(kp_survey_scale_start(&t, 1, 5, true, 2), KP_SURVEY_OK);
  kp_survey_scale_add_blank(&t);
  kp_survey_scale_add_text(&t);
  kp_survey_scale_add_boolean(&t);
  kp_survey_scale_add_error(&t);
  const double outside[] = {0, 6, 99, 0.5, 5.5, 1e308, (double)NAN, -(double)INFINITY};
  for (size_t i = 0; i < 8; i++) {
    kp_survey_scale_add_number(&t, outside[i]);
  }
  kp_survey_scale_add_number(&t, 3.5);
  kp_survey_scale_add_number(&t, nextafter(5, 0));
  assert_int_equal(t.blank, 1);
  assert_int_equal(t.text, 1);
  assert_int_equal(t.boolean, 1);
  assert_int_equal(t.error, 1);
  assert_int_equal(t.out_of_range, 8);
  assert_int_equal(t.non_integer, 2);
  assert_int_equal(t.moments.n, 0);
  kp_survey_share s = kp_survey_top_share(&t);
  double x;
  assert_int_equal(kp_survey_share_value(&s, &x), KP_SURVEY_NO_DATA); /* rule 7 */
  for (int i = 1; i <= 5; i++) {
    kp_survey_scale_add_number(&t, i);
  }
  assert_int_equal(t.top, 2);
  assert_int_equal(t.below, 2);
  assert_int_equal(t.above, 2);
  assert_int_equal(t.moments.n, 5);
}

static void grades_take_decimals(void **state) {
  (void)state;
  kp_survey_scale t;
  double mean;
  assert_int_equal(kp_survey_scale_start(&t, 1, 10, false, 0), KP_SURVEY_OK);
  kp_survey_scale_add_number(&t, 6.5);
  kp_survey_scale_add_number(&t, 8);
  kp_survey_scale_add_number(&t, 0.9);
  kp_survey_scale_add_number(&t, 10.1);
  assert_int_equal(t.out_of_range, 2);
  assert_int_equal(kp_survey_mean(&t.moments, &mean), KP_SURVEY_OK);
  SAME(mean, 7.25);
  assert_int_equal(kp_survey_scale_start(&t, 0.5, 9.5, false, 0), KP_SURVEY_OK);
  kp_survey_scale_add_number(&t, 9.5);
  assert_int_equal(t.moments.n, 1);
  assert_int_equal(t.top, 0);
}

static void rule_8(void **state) {
  (void)state;
  const double nan = (double)NAN;
  const double inf = (double)INFINITY;
  const struct {
    double min, max, boxes;
    kp_survey_status status;
    bool whole;
  } cases[] = {
      {1, 5, 1, KP_SURVEY_OK, true},           {1, 5, 5, KP_SURVEY_OK, true},
      {1, 5, 6, KP_SURVEY_PARAMETER, true},    {1, 5, -1, KP_SURVEY_PARAMETER, true},
      {1, 5, 1.5, KP_SURVEY_PARAMETER, true},  {1, 5, nan, KP_SURVEY_PARAMETER, true},
      {1, 5, inf, KP_SURVEY_PARAMETER, true},  {1, 5, 0, KP_SURVEY_OK, true},
      {5, 1, 1, KP_SURVEY_PARAMETER, true},    {5, 5, 1, KP_SURVEY_PARAMETER, true},
      {1.5, 5, 1, KP_SURVEY_PARAMETER, true},  {1, 5.5, 1, KP_SURVEY_PARAMETER, true},
      {1.5, 5, 0, KP_SURVEY_OK, false},        {1, 5, 2, KP_SURVEY_PARAMETER, false},
      {nan, 5, 1, KP_SURVEY_PARAMETER, true},  {1, nan, 1, KP_SURVEY_PARAMETER, true},
      {-inf, 5, 1, KP_SURVEY_PARAMETER, true}, {1, inf, 0, KP_SURVEY_PARAMETER, false},
      {-1e308, 1e308, 1, KP_SURVEY_OK, true},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    kp_survey_scale t;
    assert_int_equal(
        kp_survey_scale_start(&t, cases[i].min, cases[i].max, cases[i].whole, cases[i].boxes),
        cases[i].status);
    if (cases[i].status != KP_SURVEY_OK) { /* such a tally accepts nothing */
      kp_survey_scale_add_number(&t, 3);
      assert_int_equal(t.moments.n, 0);
      assert_int_equal(t.out_of_range, 1);
    }
  }
}

static kp_survey_scale effort(double min, double max, const double *scores, size_t n) {
  kp_survey_scale t;
  assert_int_equal(kp_survey_scale_start(&t, min, max, true, 0), KP_SURVEY_OK);
  for (size_t i = 0; i < n; i++) {
    kp_survey_scale_add_number(&t, scores[i]);
  }
  return t;
}

static void ces_directions(void **state) {
  (void)state;
  const double scores[] = {1, 1, 2, 3, 5};
  kp_survey_scale t = effort(1, 5, scores, 5);
  kp_survey_ces c;
  assert_int_equal(kp_survey_ces_result(&t, KP_SURVEY_LOW_IS_EASY, 0.95, &c), KP_SURVEY_OK);
  SAME(c.easy, 0.6);
  SAME(c.difficult, 0.2);
  SAME(c.net, 40);
  SAME(c.mean, 2.4);
  assert_int_equal(kp_survey_ces_result(&t, KP_SURVEY_HIGH_IS_EASY, 0.95, &c), KP_SURVEY_OK);
  SAME(c.easy, 0.2);
  SAME(c.difficult, 0.6);
  SAME(c.net, -40);
  assert_int_equal(kp_survey_ces_result(&t, (kp_survey_direction)0, 0.95, &c), KP_SURVEY_PARAMETER);
  IS_NAN(c.mean);
  assert_int_equal(kp_survey_ces_result(&t, KP_SURVEY_LOW_IS_EASY, 0.05, &c), KP_SURVEY_PARAMETER);
}

/* A scale with an even number of boxes has no middle box. */
static void ces_even_scale(void **state) {
  (void)state;
  const double scores[] = {1, 2, 3, 4};
  kp_survey_scale t = effort(1, 4, scores, 4);
  kp_survey_ces c;
  assert_int_equal(kp_survey_ces_result(&t, KP_SURVEY_HIGH_IS_EASY, 0.95, &c), KP_SURVEY_OK);
  SAME(c.easy, 0.5);
  SAME(c.difficult, 0.5);
  SAME(c.net, 0);
}

static void ces_few(void **state) {
  (void)state;
  const double scores[] = {6};
  kp_survey_scale t = effort(1, 7, scores, 0);
  kp_survey_ces c;
  assert_int_equal(kp_survey_ces_result(&t, KP_SURVEY_HIGH_IS_EASY, 0.95, &c), KP_SURVEY_NO_DATA);
  IS_NAN(c.net);
  t = effort(1, 7, scores, 1);
  assert_int_equal(kp_survey_ces_result(&t, KP_SURVEY_HIGH_IS_EASY, 0.95, &c), KP_SURVEY_OK);
  SAME(c.mean, 6);
  SAME(c.easy, 1);
  IS_NAN(c.lower);
}

/* Boxes counted by listing them, midpoint by doubling. */
static void random_scores(void **state) {
  (void)state;
  uint64_t seed = 31;
  for (int round = 0; round < 200; round++) {
    int min = random_below(&seed, 5) - 2;
    int max = min + 1 + random_below(&seed, 9);
    int boxes = 1 + random_below(&seed, max - min + 1);
    int top = 0;
    int low = 0;
    int high = 0;
    int n = 0;
    kp_survey_scale t;
    assert_int_equal(kp_survey_scale_start(&t, min, max, true, boxes), KP_SURVEY_OK);
    for (int i = 0; i < 40; i++) {
      int score = random_below(&seed, 20) - 5;
      kp_survey_scale_add_number(&t, score);
      if (score < min || score > max) {
        continue;
      }
      n++;
      low += 2 * score < min + max;
      high += 2 * score > min + max;
      for (int box = 0; box < boxes; box++) {
        top += score == max - box;
      }
    }
    assert_int_equal(t.moments.n, n);
    assert_int_equal(t.out_of_range, 40 - n);
    assert_int_equal(t.top, top);
    assert_int_equal(t.below, low);
    assert_int_equal(t.above, high);
  }
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rules_1_to_6),   cmocka_unit_test(grades_take_decimals),
      cmocka_unit_test(rule_8),         cmocka_unit_test(ces_directions),
      cmocka_unit_test(ces_even_scale), cmocka_unit_test(ces_few),
      cmocka_unit_test(random_scores),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
