/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units side by side and waves in a row: both tests are Mantel's (1963), on the codes -1, 0, 1.
 * Their variance is the pooled one under "all alike", which keeps the promised error where units
 * have ten answers and all score alike; adjusted Wald variances do not (0 to 7 %). */
#include <gsl/gsl_cdf.h>

#include "internal.h"
#include "kernpunt/survey.h"

typedef struct pooled {
  double n, sum; /* answers, sum of their codes */
  double spread; /* sum of squared distances of the codes from their mean */
} pooled;

static double size(const kp_survey_counts *c) {
  return c->promoters + c->passives + c->detractors;
}

static pooled pool(size_t count, const kp_survey_counts *units) {
  kp_survey_counts all = {0.0, 0.0, 0.0};
  for (size_t i = 0; i < count; i++) {
    all.promoters += units[i].promoters;
    all.passives += units[i].passives;
    all.detractors += units[i].detractors;
  }
  pooled result = {size(&all), all.promoters - all.detractors, 0.0};
  kp_survey_fractions f;
  if (kp_survey_fractions_of(&all, &f) == KP_SURVEY_OK) {
    result.spread = result.n * f.variance;
  }
  return result;
}

kp_survey_status kp_survey_units_differ(size_t count, const kp_survey_counts *units, double *q,
                                        double *p) {
  *q = *p = KP_NAN;
  pooled all = pool(count, units);
  double between = 0.0;
  size_t used = 0;
  for (size_t i = 0; i < count; i++) {
    double n = size(&units[i]);
    if (n > 0.0) {
      double distance = (units[i].promoters - units[i].detractors) / n - all.sum / all.n;
      between += n * distance * distance;
      used++;
    }
  }
  if (used < 2) {
    return KP_SURVEY_TOO_FEW;
  }
  if (!(all.spread > 0.0)) {
    return KP_SURVEY_CONSTANT;
  }
  *q = (all.n - 1.0) * between / all.spread;
  *p = gsl_cdf_chisq_Q(*q, (double)(used - 1));
  return KP_SURVEY_OK;
}

kp_survey_status kp_survey_trend_of(size_t count, const kp_survey_counts *waves,
                                    kp_survey_trend *out) {
  pooled all = pool(count, waves);
  *out = (kp_survey_trend){all.n, KP_NAN, KP_NAN};
  if (count < 3) {
    return KP_SURVEY_TOO_FEW;
  }
  double positions = 0.0;
  for (size_t i = 0; i < count; i++) {
    double n = size(&waves[i]);
    if (!(n > 0.0)) {
      return KP_SURVEY_NO_DATA;
    }
    positions += n * (double)(i + 1);
  }
  double middle = positions / all.n;
  double mean = all.sum / all.n;
  double width = 0.0;
  double together = 0.0;
  for (size_t i = 0; i < count; i++) {
    double n = size(&waves[i]);
    double distance = (double)(i + 1) - middle;
    width += n * distance * distance;
    together += distance * (waves[i].promoters - waves[i].detractors - n * mean);
  }
  out->slope = 0.0;
  out->p = 1.0;
  if (all.spread > 0.0) {
    out->slope = 100.0 * together / width;
    double r2 = together / width * (together / all.spread);
    out->p = kp_survey_normal_p(sqrt((all.n - 1.0) * r2));
  }
  return KP_SURVEY_OK;
}

/* How much of a true difference the pseudo-answers leave, on the average of the two sides. */
static double kept(double n_earlier, double n_later) {
  return (n_earlier / (n_earlier + 3.0) + n_later / (n_later + 3.0)) / 2.0;
}

/* Power so low that chance alone gives it needs no difference at all. */
static double both_errors(double confidence, double power) {
  return fmax(0.0, kp_survey_normal_critical(confidence) + kp_survey_normal_quantile(power));
}

static bool is_count(double n) {
  return n >= 1.0 && floor(n) == n && isfinite(n);
}

static bool is_variance(double variance) {
  return variance >= 0.0 && variance <= 1.0;
}

kp_survey_status kp_survey_detectable(double n_earlier, double n_later, double confidence,
                                      double power, double variance_earlier, double variance_later,
                                      double *points) {
  *points = KP_NAN;
  if (!is_count(n_earlier) || !is_count(n_later) || !kp_survey_confidence_ok(confidence) ||
      !(power > 0.0 && power < 1.0) || !is_variance(variance_earlier) ||
      !is_variance(variance_later)) {
    return KP_SURVEY_PARAMETER;
  }
  double se = 100.0 * sqrt(variance_earlier / (n_earlier + 3.0) + variance_later / (n_later + 3.0));
  *points = both_errors(confidence, power) * se / kept(n_earlier, n_later);
  return KP_SURVEY_OK;
}

double kp_survey_detectable_change(const kp_survey_change *change, double n_earlier, double n_later,
                                   double confidence, double power) {
  return both_errors(confidence, power) * change->se / kept(n_earlier, n_later);
}
