/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weighted NPS, rule 10. Standard error with Kish's effective sample size (Kish 1965) and
 * linearised, as survey software does. Per segment the sums of w and w^2 are all that is needed, so
 * nothing is kept per row. */
#include "internal.h"
#include "kernpunt/survey.h"

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
  t->count[segment]++;
  t->used++;
}

void kp_survey_weighted_merge(kp_survey_weighted *t, const kp_survey_weighted *other) {
  if (other->used > 0) {
    int shift = t->used > 0 && t->exponent > other->exponent ? other->exponent - t->exponent : 0;
    int own = t->used > 0 && other->exponent > t->exponent ? t->exponent - other->exponent : 0;
    t->exponent = shift < 0 ? t->exponent : other->exponent;
    for (int i = 0; i < 3; i++) {
      t->sum[i] = ldexp(t->sum[i], own) + ldexp(other->sum[i], shift);
      t->squares[i] = ldexp(t->squares[i], 2 * own) + ldexp(other->squares[i], 2 * shift);
      t->count[i] += other->count[i];
    }
  }
  t->used += other->used;
  t->left_out += other->left_out;
  t->zero += other->zero;
  t->bad += other->bad;
}

kp_survey_status kp_survey_weighted_status(const kp_survey_weighted *t) {
  if (t->bad > 0) {
    return KP_SURVEY_BAD_WEIGHT;
  }
  if (t->used == 0) {
    return t->zero > 0 ? KP_SURVEY_NO_WEIGHT : KP_SURVEY_NO_DATA;
  }
  return KP_SURVEY_OK;
}

kp_survey_status kp_survey_weighted_result(const kp_survey_weighted *t,
                                           kp_survey_weighted_nps *out) {
  *out = (kp_survey_weighted_nps){KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN};
  out->n = (double)t->used;
  kp_survey_status status = kp_survey_weighted_status(t);
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
  out->se_linearised = 100.0 * sqrt(spread) / f.n;
  if (t->used > 1) {
    out->se_linearised_sample = out->se_linearised * sqrt(out->n / (out->n - 1.0));
  }
  return KP_SURVEY_OK;
}

/* Centre and half width before population and clamping. */
static kp_survey_status centre_of(const kp_survey_weighted *t, kp_survey_method method, double z,
                                  double *nps, double *centre, double *half) {
  kp_survey_estimate estimate;
  kp_survey_weighted_nps plain;
  if (method == KP_SURVEY_ADJUSTED) {
    kp_survey_status status = kp_survey_estimate_weighted(t, &estimate);
    *nps = estimate.nps;
    *centre = estimate.centre;
    *half = z * sqrt(estimate.error);
    return status;
  }
  kp_survey_status status = kp_survey_weighted_result(t, &plain);
  *nps = *centre = plain.nps;
  *half = z * plain.se_linearised_sample;
  return status == KP_SURVEY_OK && t->used < 2 ? KP_SURVEY_TOO_FEW : status;
}

kp_survey_status kp_survey_weighted_interval(const kp_survey_weighted *t, kp_survey_method method,
                                             double confidence, double population,
                                             kp_survey_interval *out) {
  *out = (kp_survey_interval){KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN};
  if (!kp_survey_confidence_ok(confidence) ||
      (method != KP_SURVEY_ADJUSTED && method != KP_SURVEY_WALD)) {
    return KP_SURVEY_PARAMETER;
  }
  double nps;
  double centre;
  double half;
  kp_survey_status status =
      centre_of(t, method, kp_survey_normal_critical(confidence), &nps, &centre, &half);
  if (status != KP_SURVEY_OK) {
    return status;
  }
  double phi;
  status = kp_survey_population_factor((double)t->used, population, &phi);
  if (status == KP_SURVEY_OK) {
    kp_survey_interval_fill(out, nps, centre, half, phi);
  }
  return status;
}
