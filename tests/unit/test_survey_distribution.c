/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Against values computed with 40 digits (mpmath); the vectors add those of R and LibreOffice. */
#include "survey_test.h"

static void relative(double actual, double expected, double tolerance) {
  if (fabs(actual - expected) > tolerance * fabs(expected)) {
    print_error("%.17g, expected %.17g\n", actual, expected);
    fail();
  }
}

static void t_p(void **state) {
  (void)state;
  static const struct {
    double t, df, p;
  } known[] = {
      {0.001, 50, 0.99920609477550166},
      {2, 0.3, 0.56426969896078275},
      {3.0225143871186098, 11, 0.011603466668357067},
      {7, 31, 7.4034425718490311e-8},
      {7, 32.5, 5.7138613564098919e-8},
      {20, 50, 1.6548521947439636e-25},
      {20, 100, 9.9942678613369559e-37},
      {5, 398, 8.611646046231526e-7},
      {4.5, 999, 7.5939037551700843e-6},
      {4.5, 1001, 7.5922400310986482e-6},
  };
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
    relative(kp_survey_t_p(known[i].t, known[i].df), known[i].p, 1e-12);
    SAME(kp_survey_t_p(-known[i].t, known[i].df), kp_survey_t_p(known[i].t, known[i].df));
  }
  SAME(kp_survey_t_p(0, 5), 1);
  SAME(kp_survey_t_p((double)INFINITY, 5), 0);
  SAME(kp_survey_t_p(1e3, 398), 0); /* 1e-678 */
  SAME(kp_survey_t_p(1e200, 398), 0);
  SAME(kp_survey_t_p(1.5, (double)INFINITY), kp_survey_normal_p(1.5));
  IS_NAN(kp_survey_t_p((double)NAN, 5));
  IS_NAN(kp_survey_t_p(1, 0));
  IS_NAN(kp_survey_t_p(1, (double)NAN));
}

static void t_critical(void **state) {
  (void)state;
  static const struct {
    double confidence, df, t;
  } known[] = {
      {0.95, 1, 12.706204736174693},      {0.999999, 1, 636619.77234875132},
      {0.95, 1.7, 5.1188389882530571},    {0.8, 30, 1.3104150253913957},
      {0.999999, 31, 6.0719759247082785}, {0.999, 50, 3.496012881811139},
      {0.95, 398, 1.9659423239762661},    {0.999, 5000, 3.292473723370851},
  };
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
    relative(kp_survey_t_critical(known[i].confidence, known[i].df), known[i].t, 1e-12);
  }
  relative(kp_survey_t_critical(1 - ldexp(1, -46), 1), 44798133900177.021, 1e-12);
  SAME(kp_survey_t_critical(0.9, (double)INFINITY), kp_survey_normal_critical(0.9));
  IS_NAN(kp_survey_t_critical(1, 5));
  IS_NAN(kp_survey_t_critical(0, 5));
  IS_NAN(kp_survey_t_critical(0.95, 0));
  IS_NAN(kp_survey_t_critical((double)NAN, 5));
}

static void t_critical_inverts_t_p(void **state) {
  (void)state;
  uint64_t seed = 7;
  for (int i = 0; i < 3000; i++) {
    double df = exp(random_unit(&seed) * 14 - 1);
    double confidence = random_unit(&seed) * 0.4999 + 0.5;
    double t = kp_survey_t_critical(confidence, df);
    relative(kp_survey_t_p(t, df), 1 - confidence, 1e-10);
  }
}

static void normal(void **state) {
  (void)state;
  relative(kp_survey_normal_quantile(1e-300), -37.047096299361199, 1e-13);
  relative(kp_survey_normal_quantile(1e-5), -4.2648907939228246, 1e-13);
  relative(kp_survey_normal_quantile(0.2), -0.84162123357291417, 1e-13);
  relative(kp_survey_normal_quantile(0.99), 2.3263478740408408, 1e-13);
  SAME(kp_survey_normal_quantile(0.5), 0);
  relative(kp_survey_normal_critical(0.95), 1.959963984540054, 1e-13);
  relative(kp_survey_normal_p(10), 1.5239706048321052e-23, 1e-13);
  SAME(kp_survey_normal_p(-10), kp_survey_normal_p(10));
  SAME(kp_survey_normal_p(0), 1);
  SAME(kp_survey_normal_p((double)INFINITY), 0);
  const double wrong[] = {0, 1, -1, 2, (double)NAN, (double)INFINITY};
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    IS_NAN(kp_survey_normal_quantile(wrong[i]));
    IS_NAN(kp_survey_normal_critical(wrong[i]));
  }
}

static void f_p(void **state) {
  (void)state;
  relative(kp_survey_f_p(0.1, 1, 3), 0.77255491112008673, 1e-12);
  relative(kp_survey_f_p(2, 4, 24), 0.12670540809631348, 1e-12);
  relative(kp_survey_f_p(5, 2, 69.3), 0.0093667868754277631, 1e-12);
  relative(kp_survey_f_p(20, 30, 1000), 8.5622585484512095e-82, 1e-11);
  relative(kp_survey_f_p(3.35, 4, 1e5), 0.0094811714486673244, 1e-10);
  SAME(kp_survey_f_p(0, 2, 3), 1);
  SAME(kp_survey_f_p((double)INFINITY, 2, 3), 0);
  IS_NAN(kp_survey_f_p((double)NAN, 2, 3));
  IS_NAN(kp_survey_f_p(1, 0, 3));
  IS_NAN(kp_survey_f_p(1, 2, -1));
  /* one degree of freedom above: F is t squared */
  relative(kp_survey_f_p(2.5 * 2.5, 1, 17), kp_survey_t_p(2.5, 17), 1e-12);
}

int main(void) {
  kp_survey_init();
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(t_p),
      cmocka_unit_test(t_critical),
      cmocka_unit_test(t_critical_inverts_t_p),
      cmocka_unit_test(normal),
      cmocka_unit_test(f_p),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
