/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Margin and interval of one score. Adjusted Wald is the default: closest to the nominal coverage
 * and narrower than Wald for n <= 50 (Rocks 2016, The American Statistician 70:365). */
#include "internal.h"
#include "kernpunt/survey.h"

kp_survey_counts kp_survey_adjusted_counts(const kp_survey_counts *c) {
  return (kp_survey_counts){c->promoters + 0.75, c->passives + 1.5, c->detractors + 0.75};
}

kp_survey_status kp_survey_population_factor(double n, double population, double *phi) {
  *phi = KP_NAN;
  if (population == KP_SURVEY_UNLIMITED) {
    *phi = 1.0;
    return KP_SURVEY_OK;
  }
  if (!(population >= 1.0) || floor(population) != population || population < n) {
    return KP_SURVEY_PARAMETER;
  }
  /* One customer in all is a whole population; a typed n below 1 must not widen anything. */
  *phi = population == 1.0 ? 0.0 : fmin(1.0, sqrt((population - n) / (population - 1.0)));
  return KP_SURVEY_OK;
}

static void around(kp_survey_interval *out, double centre, double half) {
  out->centre = centre;
  out->margin = half;
  out->lower_wide = centre - half;
  out->upper_wide = centre + half;
}

/* Population correction, then the bounds to show. */
static void finish(kp_survey_interval *out, double phi) {
  out->correction = phi;
  if (phi != 1.0) {
    out->centre = out->nps + phi * (out->centre - out->nps);
    out->margin *= phi;
    out->lower_wide = out->nps + phi * (out->lower_wide - out->nps);
    out->upper_wide = out->nps + phi * (out->upper_wide - out->nps);
  }
  out->lower = out->lower_wide;
  out->upper = out->upper_wide;
  kp_survey_show(out->nps, -100.0, 100.0, &out->lower, &out->upper);
}

/* The interval before population and clamping. */
static kp_survey_status without_population(const kp_survey_counts *c, const kp_survey_fractions *f,
                                           kp_survey_method method, double confidence,
                                           kp_survey_interval *out) {
  double z = kp_survey_normal_critical(confidence);
  kp_survey_fractions adjusted;
  kp_survey_counts counts;
  switch (method) {
  case KP_SURVEY_ADJUSTED:
    counts = kp_survey_adjusted_counts(c);
    if (kp_survey_fractions_of(&counts, &adjusted) != KP_SURVEY_OK) {
      return KP_SURVEY_PARAMETER;
    }
    around(out, adjusted.nps, 100.0 * z * sqrt(adjusted.variance / adjusted.n));
    return KP_SURVEY_OK;
  case KP_SURVEY_WALD:
    around(out, f->nps, 100.0 * z * sqrt(f->variance / f->n));
    return KP_SURVEY_OK;
  case KP_SURVEY_SCORE:
    kp_survey_score_bounds(f->n, f->promoters, f->detractors, z, &out->lower_wide,
                           &out->upper_wide);
    out->lower_wide *= 100.0;
    out->upper_wide *= 100.0;
    out->centre = (out->lower_wide + out->upper_wide) / 2.0;
    out->margin = (out->upper_wide - out->lower_wide) / 2.0;
    return KP_SURVEY_OK;
  case KP_SURVEY_T:
    if (f->n < 2.0) {
      return KP_SURVEY_TOO_FEW;
    }
    around(out, f->nps,
           100.0 * kp_survey_t_critical(confidence, f->n - 1.0) * sqrt(f->variance / (f->n - 1.0)));
    return KP_SURVEY_OK;
  }
  return KP_SURVEY_PARAMETER;
}

kp_survey_status kp_survey_nps_interval(const kp_survey_counts *c, kp_survey_method method,
                                        double confidence, double population,
                                        kp_survey_interval *out) {
  *out = (kp_survey_interval){KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN, KP_NAN};
  if (!kp_survey_confidence_ok(confidence)) {
    return KP_SURVEY_PARAMETER;
  }
  kp_survey_fractions f;
  kp_survey_status status = kp_survey_fractions_of(c, &f);
  if (status != KP_SURVEY_OK) {
    return status;
  }
  double phi;
  status = kp_survey_population_factor(f.n, population, &phi);
  if (status != KP_SURVEY_OK) {
    return status;
  }
  kp_survey_interval wide = *out;
  status = without_population(c, &f, method, confidence, &wide);
  if (status != KP_SURVEY_OK) {
    return status;
  }
  wide.nps = f.nps;
  finish(&wide, phi);
  *out = wide;
  return KP_SURVEY_OK;
}

void kp_survey_interval_fill(kp_survey_interval *out, double nps, double centre, double half,
                             double phi) {
  around(out, centre, half);
  out->nps = nps;
  finish(out, phi);
}
