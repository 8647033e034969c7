/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many answers are needed. n = z^2 v / m^2, 3 fewer for adjusted Wald (Lewis and Sauro,
 * measuringu.com/nps-ci-sample-size); for two groups (v1 + v2)(z + z_power)^2 / delta^2 - 3
 * (measuringu.com/nps-sig-test-sample-size). */
#include "internal.h"

static bool variance_ok(double variance) {
  return variance >= 0.0 && variance <= 1.0;
}

/* n / (1 + (n - 1) / M); leaves an n of at most 1, which already rounds to 1. */
static double for_population(double n, double population) {
  if (isinf(population) || n <= 1.0) {
    return n;
  }
  return 1.0 / (1.0 / n + (1.0 - 1.0 / n) / population);
}

static double rounded_up(double n, double population) {
  return kp_survey_clamp(ceil(n), 1.0, population);
}

kp_survey_status kp_survey_sample_size(double margin, double confidence, double variance,
                                       double population, kp_survey_sample *out) {
  *out = (kp_survey_sample){KP_NAN, KP_NAN, KP_NAN, KP_NAN};
  double phi; /* only its check is wanted: the population is whole and at least 1 */
  if (!(margin > 0.0) || isinf(margin) || !kp_survey_confidence_ok(confidence) ||
      !variance_ok(variance) ||
      kp_survey_population_factor(1.0, population, &phi) != KP_SURVEY_OK) {
    return KP_SURVEY_PARAMETER;
  }
  double root = 100.0 * (kp_survey_normal_critical(confidence) / margin) * sqrt(variance);
  double n = root * root;
  out->wald_exact = for_population(n, population);
  out->wald = rounded_up(out->wald_exact, population);
  out->adjusted_exact = for_population(n - 3.0, population);
  out->adjusted = rounded_up(out->adjusted_exact, population);
  return isinf(out->adjusted) ? KP_SURVEY_OUT_OF_RANGE : KP_SURVEY_OK;
}

kp_survey_status kp_survey_sample_size_delta(double delta, double confidence, double power,
                                             double variance_earlier, double variance_later,
                                             double *exact, double *per_group) {
  *exact = *per_group = KP_NAN;
  if (!(fabs(delta) > 0.0) || isinf(delta) || !kp_survey_confidence_ok(confidence) ||
      !(power > 0.0 && power < 1.0) || !variance_ok(variance_earlier) ||
      !variance_ok(variance_later)) {
    return KP_SURVEY_PARAMETER;
  }
  /* A power so low that chance alone gives it needs no answers at all. */
  double z = fmax(0.0, kp_survey_normal_critical(confidence) + kp_survey_normal_quantile(power));
  double root = 100.0 * (z / fabs(delta)) * sqrt(variance_earlier + variance_later);
  *exact = root * root - 3.0;
  *per_group = rounded_up(*exact, KP_INFINITY);
  return isinf(*per_group) ? KP_SURVEY_OUT_OF_RANGE : KP_SURVEY_OK;
}
