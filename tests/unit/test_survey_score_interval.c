/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The score interval inverts Tango's test for paired proportions with discordant counts P and D.
 * The reference finds the restricted maximum of the likelihood by searching, not by the closed
 * form. */
#include "survey_test.h"

/* log likelihood of P, N, D when p - d = delta and d = q */
static double likelihood(double p, double v, double d, double delta, double q) {
  double chance[] = {q + delta, 1 - 2 * q - delta, q};
  double count[] = {p, v, d};
  double sum = 0;
  for (int i = 0; i < 3; i++) {
    if (count[i] > 0) {
      sum += count[i] * log(fmax(chance[i], 1e-300));
    }
  }
  return sum;
}

static double tango(double p, double v, double d, double delta) {
  double n = p + v + d;
  double low = fmax(0, -delta);
  double high = (1 - delta) / 2;
  for (int i = 0; i < 200; i++) {
    double a = low + (high - low) / 3;
    double b = high - (high - low) / 3;
    if (likelihood(p, v, d, delta, a) < likelihood(p, v, d, delta, b)) {
      low = a;
    } else {
      high = b;
    }
  }
  double q = (low + high) / 2;
  return (p - d - n * delta) / sqrt(n * (2 * q + delta - delta * delta));
}

static void bounds_give_z(void **state) {
  (void)state;
  uint64_t seed = 11;
  for (int round = 0; round < 60; round++) {
    kp_survey_counts c = {random_below(&seed, 20), random_below(&seed, 20),
                          random_below(&seed, 20)};
    double n = c.promoters + c.passives + c.detractors;
    if (n == 0) {
      continue;
    }
    kp_survey_interval i;
    assert_int_equal(kp_survey_nps_interval(&c, KP_SURVEY_SCORE, 0.95, KP_SURVEY_UNLIMITED, &i),
                     KP_SURVEY_OK);
    double z = kp_survey_normal_critical(0.95);
    assert_true(i.lower <= i.nps && i.nps <= i.upper);
    if (c.detractors < n) {
      NEAR(tango(c.promoters, c.passives, c.detractors, i.lower / 100), z, 1e-5);
    } else {
      SAME(i.lower, -100);
    }
    if (c.promoters < n) {
      NEAR(tango(c.promoters, c.passives, c.detractors, i.upper / 100), -z, 1e-5);
    } else {
      SAME(i.upper, 100);
    }
  }
}

static void mirrors(void **state) {
  (void)state;
  kp_survey_counts a = {7, 3, 1};
  kp_survey_counts b = {1, 3, 7};
  kp_survey_interval i;
  kp_survey_interval j;
  assert_int_equal(kp_survey_nps_interval(&a, KP_SURVEY_SCORE, 0.9, KP_SURVEY_UNLIMITED, &i),
                   KP_SURVEY_OK);
  assert_int_equal(kp_survey_nps_interval(&b, KP_SURVEY_SCORE, 0.9, KP_SURVEY_UNLIMITED, &j),
                   KP_SURVEY_OK);
  SAME(i.lower, -j.upper);
  SAME(i.upper, -j.lower);
}

/* With one promoter share and nobody else the closed form is (n - z^2) / (n + z^2). */
static void closed_form_for_promoters_only(void **state) {
  (void)state;
  double z = kp_survey_normal_critical(0.95);
  double n = 1;
  for (int i = 0; i < 11; i++, n *= 7) {
    kp_survey_counts c = {n, 0, 0};
    kp_survey_interval found;
    assert_int_equal(kp_survey_nps_interval(&c, KP_SURVEY_SCORE, 0.95, KP_SURVEY_UNLIMITED, &found),
                     KP_SURVEY_OK);
    NEAR(found.lower, 100 * (n - z * z) / (n + z * z), 1e-12);
    SAME(found.upper, 100);
  }
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {cmocka_unit_test(bounds_give_z), cmocka_unit_test(mirrors),
                                     cmocka_unit_test(closed_form_for_promoters_only)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
