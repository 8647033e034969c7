/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A score with its error, from counts or from weights, and the difference of two. Adjusted Wald
 * adds three pseudo-answers (Rocks 2016); with weights they get the mean weight and the variance is
 * the linearised one of a ratio mean, which for many answers is that of survey software. Plain
 * linearisation covers too little where teams are: 78 % instead of 95 % at 10 answers. */
#include "internal.h"
#include "kernpunt/survey.h"

void kp_survey_show(double value, double min, double max, double *lower, double *upper) {
  *lower = fmin(value, kp_survey_clamp(*lower, min, max));
  *upper = fmax(value, kp_survey_clamp(*upper, min, max));
}

kp_survey_verdict kp_survey_verdict_of_bounds(double lower, double upper) {
  if (lower > 0.0) {
    return KP_SURVEY_RISE;
  }
  return upper < 0.0 ? KP_SURVEY_FALL : KP_SURVEY_NO_DIFFERENCE;
}

kp_survey_status kp_survey_estimate_counts(const kp_survey_counts *c, kp_survey_estimate *out) {
  *out = (kp_survey_estimate){KP_NAN, KP_NAN, KP_NAN, KP_NAN};
  kp_survey_fractions f;
  kp_survey_status status = kp_survey_fractions_of(c, &f);
  out->n = f.n;
  if (status != KP_SURVEY_OK) {
    return status;
  }
  out->nps = f.nps;
  kp_survey_counts counts = kp_survey_adjusted_counts(c);
  kp_survey_fractions adjusted;
  status = kp_survey_fractions_of(&counts, &adjusted);
  if (status == KP_SURVEY_OK) {
    out->centre = adjusted.nps;
    out->error = 1e4 * adjusted.variance / adjusted.n;
  }
  return status;
}

kp_survey_status kp_survey_estimate_weighted(const kp_survey_weighted *t, kp_survey_estimate *out) {
  *out = (kp_survey_estimate){KP_NAN, KP_NAN, KP_NAN, KP_NAN};
  kp_survey_status status = kp_survey_weighted_status(t);
  if (status != KP_SURVEY_BAD_WEIGHT) {
    out->n = (double)t->used;
  }
  if (status != KP_SURVEY_OK) {
    return status;
  }
  double n = out->n;
  double sum = t->sum[0] + t->sum[1] + t->sum[2];
  double b = sum / n;
  double total = sum + 3.0 * b;
  double codes = t->sum[2] - t->sum[0];
  double a = codes / total;
  static const double pseudo[3] = {0.75, 1.5, 0.75};
  double spread = 0.0;
  for (int i = 0; i < 3; i++) {
    double distance = (i - 1) - a;
    spread += (t->squares[i] + b * b * pseudo[i]) * distance * distance;
  }
  out->nps = 100.0 * codes / sum;
  out->centre = 100.0 * a;
  out->error = 1e4 * spread / (total * total);
  return KP_SURVEY_OK;
}

kp_survey_status kp_survey_worse(kp_survey_status one, kp_survey_status other) {
  bool final = other == KP_SURVEY_BAD_WEIGHT || other == KP_SURVEY_PARAMETER;
  return one == KP_SURVEY_OK || final ? other : one;
}

void kp_survey_change_of(const kp_survey_estimate *earlier, const kp_survey_estimate *later,
                         double z, kp_survey_change *out) {
  double centre = later->centre - earlier->centre;
  out->delta = later->nps - earlier->nps;
  out->se = sqrt(earlier->error + later->error);
  out->p = kp_survey_normal_p(centre / out->se);
  out->margin = z * out->se;
  out->lower = centre - out->margin;
  out->upper = centre + out->margin;
  kp_survey_show(out->delta, -200.0, 200.0, &out->lower, &out->upper);
}
