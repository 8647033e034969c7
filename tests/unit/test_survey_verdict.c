/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verdict: both sides of every limit. */
#include "survey_test.h"

static kp_survey_verdict of(double p, double delta, double adjusted, double n1, double n2,
                            double confidence, double minimum) {
  kp_survey_verdict v;
  assert_int_equal(kp_survey_verdict_of(p, delta, adjusted, n1, n2, confidence, minimum, &v),
                   KP_SURVEY_OK);
  return v;
}

static void too_few_goes_first(void **state) {
  (void)state;
  assert_int_equal(of(0, 50, 50, 9, 100, 0.95, 10), KP_SURVEY_TOO_FEW_ANSWERS);
  assert_int_equal(of(0, 50, 50, 100, 9, 0.95, 10), KP_SURVEY_TOO_FEW_ANSWERS);
  assert_int_equal(of(0, 50, 50, 10, 10, 0.95, 10), KP_SURVEY_RISE);
  assert_int_equal(of(1, 0, 0, 9, 9, 0.95, 10), KP_SURVEY_TOO_FEW_ANSWERS);
  assert_int_equal(of(0, 50, 50, 0, 0, 0.95, 0), KP_SURVEY_RISE);
  assert_int_equal(of(0, 50, 50, 9, 9, 0.95, 9.5), KP_SURVEY_TOO_FEW_ANSWERS);
}

static void strictly_below(void **state) {
  (void)state;
  const double limits[][2] = {{0.95, 0.05}, {0.9, 0.1}, {0.99, 0.01}, {0.8, 0.2}, {0.999, 0.001}};
  for (size_t i = 0; i < 5; i++) {
    double alpha = limits[i][1];
    assert_int_equal(of(alpha, 5, 5, 50, 50, limits[i][0], 10), KP_SURVEY_NO_DIFFERENCE);
    assert_int_equal(of(nextafter(alpha, 0), 5, 5, 50, 50, limits[i][0], 10), KP_SURVEY_RISE);
    assert_int_equal(of(nextafter(alpha, 1), 5, 5, 50, 50, limits[i][0], 10),
                     KP_SURVEY_NO_DIFFERENCE);
  }
  assert_int_equal(of(0, 5, 5, 50, 50, nextafter(1, 0), 10), KP_SURVEY_RISE);
  assert_int_equal(of(1e-15, 5, 5, 50, 50, nextafter(1, 0), 10), KP_SURVEY_NO_DIFFERENCE);
  assert_int_equal(of((double)NAN, 5, 5, 50, 50, 0.95, 10), KP_SURVEY_NO_DIFFERENCE);
}

static void direction(void **state) {
  (void)state;
  assert_int_equal(of(0.01, 5, 3, 50, 50, 0.95, 10), KP_SURVEY_RISE);
  assert_int_equal(of(0.01, -5, -3, 50, 50, 0.95, 10), KP_SURVEY_FALL);
  assert_int_equal(of(0.01, 5, -3, 50, 50, 0.95, 10), KP_SURVEY_NO_DIFFERENCE);
  assert_int_equal(of(0.01, -5, 3, 50, 50, 0.95, 10), KP_SURVEY_NO_DIFFERENCE);
  assert_int_equal(of(0.01, 5, 0, 50, 50, 0.95, 10), KP_SURVEY_RISE);
  assert_int_equal(of(0.01, -5, 0, 50, 50, 0.95, 10), KP_SURVEY_FALL);
  assert_int_equal(of(0.01, 0, 3, 50, 50, 0.95, 10), KP_SURVEY_NO_DIFFERENCE);
  assert_int_equal(of(0.01, 0, -3, 50, 50, 0.95, 10), KP_SURVEY_NO_DIFFERENCE);
}

static void parameters(void **state) {
  (void)state;
  kp_survey_verdict v;
  kp_survey_counts some = {20, 5, 5};
  kp_survey_counts none = {0, 0, 0};
  kp_survey_pairs pairs = {0};
  const double confidence[] = {0.05, 0.5, 1, (double)NAN};
  const double minimum[] = {-1, (double)NAN, (double)INFINITY};
  for (size_t i = 0; i < 4; i++) {
    assert_int_equal(kp_survey_verdict_of(0, 1, 1, 1, 1, confidence[i], 10, &v),
                     KP_SURVEY_PARAMETER);
    assert_int_equal(kp_survey_nps_verdict(&none, &some, confidence[i], 10, &v),
                     KP_SURVEY_PARAMETER);
    assert_int_equal(kp_survey_paired_verdict(&pairs, confidence[i], 10, &v), KP_SURVEY_PARAMETER);
  }
  for (size_t i = 0; i < 3; i++) {
    assert_int_equal(kp_survey_verdict_of(0, 1, 1, 1, 1, 0.95, minimum[i], &v),
                     KP_SURVEY_PARAMETER);
    assert_int_equal(kp_survey_nps_verdict(&some, &some, 0.95, minimum[i], &v),
                     KP_SURVEY_PARAMETER);
    assert_int_equal(kp_survey_paired_verdict(&pairs, 0.95, minimum[i], &v), KP_SURVEY_PARAMETER);
  }
  kp_survey_counts wrong = {-1, 0, 0};
  assert_int_equal(kp_survey_nps_verdict(&wrong, &some, 0.95, 10, &v), KP_SURVEY_PARAMETER);
}

static void independent(void **state) {
  (void)state;
  kp_survey_verdict v;
  kp_survey_counts low = {60, 80, 60};
  kp_survey_counts high = {84, 72, 44};
  kp_survey_counts none = {0, 0, 0};
  kp_survey_counts nine = {9, 0, 0};
  assert_int_equal(kp_survey_nps_verdict(&low, &high, 0.95, 10, &v), KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_RISE);
  assert_int_equal(kp_survey_nps_verdict(&high, &low, 0.95, 10, &v), KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_FALL);
  assert_int_equal(kp_survey_nps_verdict(&low, &high, 0.99, 10, &v), KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_NO_DIFFERENCE); /* p_adj = 0.0103 */
  assert_int_equal(kp_survey_nps_verdict(&nine, &high, 0.95, 10, &v), KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_TOO_FEW_ANSWERS);
  assert_int_equal(kp_survey_nps_verdict(&low, &none, 0.95, 10, &v), KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_TOO_FEW_ANSWERS);
  assert_int_equal(kp_survey_nps_verdict(&low, &none, 0.95, 0, &v), KP_SURVEY_NO_DATA);
}

/* Adding pseudo-answers can turn a tiny rise into a fall of the adjusted scores; whatever p says,
 * the verdict must not contradict the number shown. */
static void never_against_the_shown_delta(void **state) {
  (void)state;
  uint64_t seed = 99;
  int turned = 0;
  for (int i = 0; i < 200000; i++) {
    kp_survey_counts a = {random_below(&seed, 40), random_below(&seed, 4), random_below(&seed, 4)};
    kp_survey_counts b = {random_below(&seed, 400), random_below(&seed, 40),
                          random_below(&seed, 40)};
    kp_survey_delta d;
    kp_survey_verdict v;
    if (kp_survey_nps_delta(&a, &b, 0.55, &d) != KP_SURVEY_OK) {
      continue;
    }
    assert_int_equal(kp_survey_nps_verdict(&a, &b, 0.55, 1, &v), KP_SURVEY_OK);
    bool clear = d.adjusted.p < 0.45;
    bool opposite = d.delta * d.adjusted.delta < 0;
    turned += clear && opposite;
    kp_survey_verdict expected = KP_SURVEY_NO_DIFFERENCE;
    if (clear && !opposite && d.delta != 0) {
      expected = d.delta > 0 ? KP_SURVEY_RISE : KP_SURVEY_FALL;
    }
    assert_int_equal(v, expected);
  }
  assert_true(turned > 0); /* else this test shows nothing */
}

static void paired(void **state) {
  (void)state;
  kp_survey_pairs t = {0};
  kp_survey_verdict v;
  assert_int_equal(kp_survey_paired_verdict(&t, 0.95, 10, &v), KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_TOO_FEW_ANSWERS);
  assert_int_equal(kp_survey_paired_verdict(&t, 0.95, 0, &v), KP_SURVEY_NO_DATA);
  kp_survey_pairs_add(&t, 6, 9);
  assert_int_equal(kp_survey_paired_verdict(&t, 0.95, 1, &v), KP_SURVEY_TOO_FEW);
  for (int i = 1; i < 9; i++) {
    kp_survey_pairs_add(&t, 6, 9);
    kp_survey_pairs_add(&t, 6, (double)NAN);
  }
  assert_int_equal(kp_survey_paired_verdict(&t, 0.95, 10, &v), KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_TOO_FEW_ANSWERS); /* nine complete pairs */
  kp_survey_pairs_add(&t, 6, 9);
  assert_int_equal(kp_survey_paired_verdict(&t, 0.95, 10, &v), KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_RISE); /* all moved equally: p = 0 */
  t = (kp_survey_pairs){.cell = {{0, 0, 1}, {2, 8, 1}, {3, 0, 0}}};
  assert_int_equal(kp_survey_paired_verdict(&t, 0.95, 10, &v), KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_NO_DIFFERENCE);
  t.cell[2][0] = 30;
  assert_int_equal(kp_survey_paired_verdict(&t, 0.95, 10, &v), KP_SURVEY_OK);
  assert_int_equal(v, KP_SURVEY_FALL);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(too_few_goes_first),
      cmocka_unit_test(strictly_below),
      cmocka_unit_test(direction),
      cmocka_unit_test(parameters),
      cmocka_unit_test(independent),
      cmocka_unit_test(never_against_the_shown_delta),
      cmocka_unit_test(paired),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
