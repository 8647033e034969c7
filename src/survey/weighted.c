/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weighted NPS, rule 10. Standard error with Kish's effective sample size (Kish 1965), because it
 * can be explained; and linearised, as survey software does. Per segment the sums of w and w^2 are
 * all that is needed, so nothing is kept per row. */
#include "internal.h"

int kp_survey_weight_unit(int *exponent, bool any, double weight) {
  int own;
  (void)frexp(weight, &own);
  if (any && own <= *exponent) {
    return 0;
  }
  int shift = any ? *exponent - own : 0;
  *exponent = own;
  return shift;
}

void kp_survey_weighted_add(kp_survey_weighted *t, double score, double weight) {
  if (weight < 0.0 || isinf(weight)) {
    t->bad++;
    return;
  }
  int segment = kp_survey_class_index(score);
  if (segment < 0 || isnan(weight)) {
    t->left_out++;
    return;
  }
  if (weight == 0.0) {
    t->zero++;
    return;
  }
  int shift = kp_survey_weight_unit(&t->exponent, t->used > 0, weight);
  if (shift != 0) {
    for (int i = 0; i < 3; i++) {
      t->sum[i] = ldexp(t->sum[i], shift);
      t->squares[i] = ldexp(t->squares[i], 2 * shift);
    }
  }
  double w = ldexp(weight, -t->exponent);
  t->sum[segment] += w;
  t->squares[segment] += w * w;
  t->used++;
}

kp_survey_status kp_survey_weighted_result(const kp_survey_weighted *t, double confidence,
                                           double population, kp_survey_weighted_nps *out) {
  *out = (kp_survey_weighted_nps){KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN,
                                  KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN};
  out->n = (double)t->used;
  if (!kp_survey_confidence_ok(confidence)) {
    return KP_SURVEY_PARAMETER;
  }
  if (t->bad > 0) {
    return KP_SURVEY_BAD_WEIGHT;
  }
  if (t->used == 0) {
    return t->zero > 0 ? KP_SURVEY_NO_WEIGHT : KP_SURVEY_NO_DATA;
  }
  double phi;
  kp_survey_status status = kp_survey_population_factor(out->n, population, &phi);
  if (status != KP_SURVEY_OK) {
    return status;
  }
  kp_survey_counts counts = {t->sum[2], t->sum[1], t->sum[0]};
  kp_survey_fractions f;
  status = kp_survey_fractions_of(&counts, &f);
  if (status != KP_SURVEY_OK) {
    return status;
  }
  double squares = t->squares[0] + t->squares[1] + t->squares[2];
  double spread = 0.0;
  for (int i = 0; i < 3; i++) {
    double distance = (i - 1) - f.nps / 100.0;
    spread += t->squares[i] * distance * distance;
  }
  out->nps = f.nps;
  out->n_effective = f.n * f.n / squares;
  out->variance = f.variance;
  out->se = 100.0 * sqrt(f.variance / out->n_effective);
  out->margin = phi * kp_survey_normal_critical(confidence) * out->se;
  out->lower = kp_survey_clamp(f.nps - out->margin, -100.0, 100.0);
  out->upper = kp_survey_clamp(f.nps + out->margin, -100.0, 100.0);
  out->se_linearised = 100.0 * sqrt(spread) / f.n;
  if (t->used > 1) {
    out->se_linearised_sample = out->se_linearised * sqrt(out->n / (out->n - 1.0));
  }
  return KP_SURVEY_OK;
}
