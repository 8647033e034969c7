/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dirty-input rules 1 to 6, one by one, then random dirt against a slow and obvious reference. */
#include "survey_test.h"

static kp_survey_tally only(double score) {
  kp_survey_tally t = {0};
  kp_survey_tally_add_number(&t, score);
  return t;
}

static void rule_1_blank(void **state) {
  (void)state;
  kp_survey_tally t = {0};
  kp_survey_tally_add_blank(&t);
  assert_int_equal(t.blank, 1);
  assert_int_equal(kp_survey_tally_invalid(&t), 1);
  assert_int_equal(kp_survey_tally_valid(&t), 0);
}

static void rule_2_text(void **state) {
  (void)state;
  kp_survey_tally t = {0};
  kp_survey_tally_add_text(&t);
  assert_int_equal(t.text, 1);
  assert_int_equal(kp_survey_tally_invalid(&t), 1);
}

static void rule_3_outside_the_scale(void **state) {
  (void)state;
  const double outside[] = {-1,
                            11,
                            99,
                            -0.5,
                            10.5,
                            nextafter(10, 11),
                            nextafter(0, -1),
                            1e308,
                            -1e308,
                            4294967300.0,
                            (double)NAN,
                            (double)INFINITY,
                            -(double)INFINITY};
  for (size_t i = 0; i < sizeof outside / sizeof outside[0]; i++) {
    kp_survey_tally t = only(outside[i]);
    assert_int_equal(t.out_of_range, 1);
    assert_int_equal(kp_survey_tally_valid(&t), 0);
    assert_int_equal(kp_survey_tally_invalid(&t), 1);
  }
}

static void rule_4_not_whole(void **state) {
  (void)state;
  const double broken[] = {6.5, 8.5, 8.999, nextafter(9, 0), nextafter(0, 1), 0.5, 9.5};
  for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
    kp_survey_tally t = only(broken[i]);
    assert_int_equal(t.non_integer, 1);
    assert_int_equal(kp_survey_tally_invalid(&t), 1);
  }
}

static void rule_5_boolean(void **state) {
  (void)state;
  kp_survey_tally t = {0};
  kp_survey_tally_add_boolean(&t);
  assert_int_equal(t.boolean, 1);
  assert_int_equal(kp_survey_tally_invalid(&t), 1);
}

static void rule_6_error(void **state) {
  (void)state;
  kp_survey_tally t = {0};
  kp_survey_tally_add_error(&t);
  assert_int_equal(t.error, 1);
  assert_int_equal(kp_survey_tally_invalid(&t), 1);
}

static void every_score(void **state) {
  (void)state;
  for (int i = 0; i <= 10; i++) {
    kp_survey_tally t = only(i);
    assert_int_equal(t.promoters, i >= 9);
    assert_int_equal(t.passives, i == 7 || i == 8);
    assert_int_equal(t.detractors, i <= 6);
    assert_int_equal(kp_survey_class_index(i), i >= 9 ? 2 : i >= 7 ? 1 : 0);
  }
  assert_int_equal(only(-0.0).detractors, 1);
  assert_int_equal(kp_survey_class_index((double)NAN), -1);
  assert_int_equal(kp_survey_class_index(8.5), -1);
  assert_int_equal(kp_survey_class_index(1e308), -1);
}

static void merge(void **state) {
  (void)state;
  kp_survey_tally a = {1, 2, 3, 4, 5, 6, 7, 8, 9};
  kp_survey_tally b = {10, 20, 30, 40, 50, 60, 70, 80, 90};
  kp_survey_tally_merge(&a, &b);
  const uint64_t sums[] = {a.promoters, a.passives,     a.detractors,  a.blank, a.text,
                           a.boolean,   a.out_of_range, a.non_integer, a.error};
  for (uint64_t i = 0; i < 9; i++) {
    assert_int_equal(sums[i], 11 * (i + 1));
  }
  assert_int_equal(kp_survey_tally_invalid(&a), 11 * (4 + 5 + 6 + 7 + 8 + 9));
  kp_survey_counts c = kp_survey_counts_of(&a);
  SAME(c.promoters, 11);
  SAME(c.passives, 22);
  SAME(c.detractors, 33);
}

/* The reference lists the valid scores one by one instead of comparing. */
static void random_dirt(void **state) {
  (void)state;
  static const double strange[] = {11, -1, 99, 1e308, -1e308, 6.5, 8.5, 9.999, -0.1, 10.5};
  uint64_t seed = 20240611;
  for (int round = 0; round < 300; round++) {
    kp_survey_tally t = {0};
    int rows = random_below(&seed, 60);
    int promoters = 0;
    int passives = 0;
    int detractors = 0;
    int other[6] = {0};
    for (int i = 0; i < rows; i++) {
      int kind = random_below(&seed, 10);
      if (kind < 4) {
        int score = random_below(&seed, 11);
        kp_survey_tally_add_number(&t, score);
        switch (score) {
        case 9:
        case 10:
          promoters++;
          break;
        case 7:
        case 8:
          passives++;
          break;
        default:
          detractors++;
        }
      } else if (kind == 4) {
        kp_survey_tally_add_blank(&t);
        other[0]++;
      } else if (kind == 5) {
        kp_survey_tally_add_text(&t);
        other[1]++;
      } else if (kind == 6) {
        kp_survey_tally_add_boolean(&t);
        other[2]++;
      } else if (kind == 7) {
        kp_survey_tally_add_error(&t);
        other[3]++;
      } else {
        int which = random_below(&seed, 10);
        kp_survey_tally_add_number(&t, strange[which]);
        other[which >= 5 && which <= 7 ? 5 : 4]++;
      }
    }
    assert_int_equal(t.promoters, promoters);
    assert_int_equal(t.passives, passives);
    assert_int_equal(t.detractors, detractors);
    const uint64_t found[] = {t.blank, t.text, t.boolean, t.error, t.out_of_range, t.non_integer};
    for (int i = 0; i < 6; i++) {
      assert_int_equal(found[i], other[i]);
    }
    assert_int_equal(kp_survey_tally_valid(&t) + kp_survey_tally_invalid(&t), rows);
    kp_survey_counts c = kp_survey_counts_of(&t);
    double nps;
    kp_survey_status status = kp_survey_nps(&c, &nps);
    int n = promoters + passives + detractors;
    if (n == 0) {
      assert_int_equal(status, KP_SURVEY_NO_DATA);
      IS_NAN(nps);
    } else {
      assert_int_equal(status, KP_SURVEY_OK);
      NEAR(nps, (double)promoters / n * 100 - (double)detractors / n * 100, 1e-12);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rule_1_blank),
      cmocka_unit_test(rule_2_text),
      cmocka_unit_test(rule_3_outside_the_scale),
      cmocka_unit_test(rule_4_not_whole),
      cmocka_unit_test(rule_5_boolean),
      cmocka_unit_test(rule_6_error),
      cmocka_unit_test(every_score),
      cmocka_unit_test(merge),
      cmocka_unit_test(random_dirt),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
