/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The score, the shares of its segments and its spread. Variance of the trinomial -1/0/+1: R
 * package NPS (nps_var), whuber on stats.stackexchange.com 18603, Displayr. In points squared it is
 * 10 000 times the unit variance (that R package multiplies by 100: a slip of units). */
#include "internal.h"

static bool count_ok(double count) {
  return count >= 0.0 && isfinite(count);
}

kp_survey_status kp_survey_fractions_of(const kp_survey_counts *c, kp_survey_fractions *f) {
  *f = (kp_survey_fractions){KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN};
  if (!count_ok(c->promoters) || !count_ok(c->passives) || !count_ok(c->detractors)) {
    return KP_SURVEY_PARAMETER;
  }
  double p = c->promoters;
  double v = c->passives;
  double d = c->detractors;
  f->n = p + v + d;
  if (f->n == 0.0) {
    return KP_SURVEY_NO_DATA;
  }
  double n = f->n;
  if (n > 1e300) { /* the sum, or 100 times it, may overflow; only ratios matter from here on */
    p = ldexp(p, -20);
    v = ldexp(v, -20);
    d = ldexp(d, -20);
    n = p + v + d;
  }
  f->promoters = p / n;
  f->passives = v / n;
  f->detractors = d / n;
  /* One division of whole numbers, so that equal scores of different samples are equal doubles. */
  f->nps = 100.0 * (p - d) / n;
  /* p + d - (p - d)^2 without its cancellation when nearly all answers are in one segment. */
  f->variance = f->passives * (f->promoters + f->detractors) + 4.0 * f->promoters * f->detractors;
  return KP_SURVEY_OK;
}

kp_survey_status kp_survey_nps(const kp_survey_counts *c, double *points) {
  kp_survey_fractions f;
  kp_survey_status status = kp_survey_fractions_of(c, &f);
  *points = f.nps;
  return status;
}

kp_survey_status kp_survey_segment_share(const kp_survey_counts *c, kp_survey_segment segment,
                                         double *share) {
  kp_survey_fractions f;
  kp_survey_status status = kp_survey_fractions_of(c, &f);
  switch (segment) {
  case KP_SURVEY_PROMOTER:
    *share = f.promoters;
    break;
  case KP_SURVEY_PASSIVE:
    *share = f.passives;
    break;
  case KP_SURVEY_DETRACTOR:
    *share = f.detractors;
    break;
  case KP_SURVEY_NO_SEGMENT:
  default:
    *share = KP_NAN;
    status = KP_SURVEY_PARAMETER;
    break;
  }
  return status;
}

kp_survey_status kp_survey_nps_spread(const kp_survey_counts *c, kp_survey_spread *out) {
  kp_survey_fractions f;
  kp_survey_status status = kp_survey_fractions_of(c, &f);
  bool sample = f.n > 1.0;
  out->n = f.n;
  out->nps = f.nps;
  out->variance = f.variance;
  out->variance_points = 1e4 * f.variance;
  out->sd = 100.0 * sqrt(f.variance);
  out->se = 100.0 * sqrt(f.variance / f.n);
  out->se_sample = sample ? 100.0 * sqrt(f.variance / (f.n - 1.0)) : KP_NAN;
  out->variance_sample = sample ? f.variance / (1.0 - 1.0 / f.n) : KP_NAN;
  return status;
}
