/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From collected rows to the answer: correlations, coefficients and their tests, importance,
 * performance, priority. Tests use Kish's effective n when there are weights. */
#include "internal.h"

void kp_survey_drivers_clear(kp_survey_drivers_result *out, size_t count) {
  *out = (kp_survey_drivers_result){.count = count};
  out->n = out->n_effective = out->left_out = out->empty = KP_NAN;
  out->r_squared = out->intercept = out->f = out->f_p = out->vif_max = out->performance = KP_NAN;
  out->scale = (kp_survey_limits){KP_NAN, KP_NAN};
  for (size_t i = 0; i < KP_SURVEY_DRIVERS_MAX; i++) {
    out->driver[i] = (kp_survey_driver){KP_NAN,
                                        KP_NAN,
                                        KP_NAN,
                                        KP_NAN,
                                        KP_NAN,
                                        KP_NAN,
                                        KP_NAN,
                                        KP_NAN,
                                        KP_NAN,
                                        KP_NAN,
                                        KP_SURVEY_NO_QUADRANT};
  }
}

/* Standard deviations up to a common factor; CONSTANT, or OUT_OF_RANGE when the squares do not fit.
 */
static kp_survey_status deviations(size_t count, const kp_survey_comoments *m, double *deviation,
                                   uint32_t *culprits) {
  kp_survey_status status = KP_SURVEY_OK;
  for (size_t i = 0; i <= count; i++) {
    if (!m->varies[i]) {
      *culprits |= i < count ? UINT32_C(1) << i : KP_SURVEY_CULPRIT_OUTCOME;
    }
    deviation[i] = sqrt(m->product[kp_survey_triangle(i, i)]);
    if (!(deviation[i] > 0.0 && isfinite(deviation[i]))) {
      status = KP_SURVEY_OUT_OF_RANGE;
    }
  }
  return *culprits != 0 ? KP_SURVEY_CONSTANT : status;
}

/* i >= j */
static double correlation(const kp_survey_comoments *m, const double *deviation, size_t i,
                          size_t j) {
  double r = m->product[kp_survey_triangle(i, j)] / deviation[i] / deviation[j];
  return i == j ? 1.0 : kp_survey_clamp(r, -1.0, 1.0);
}

static void coefficients(size_t count, const double *deviation, const double *mean,
                         kp_survey_drivers_result *out) {
  out->intercept = mean[count];
  for (size_t i = 0; i < count; i++) {
    kp_survey_driver *driver = &out->driver[i];
    driver->b = driver->beta * (deviation[count] / deviation[i]);
    out->intercept -= driver->b * mean[i];
  }
}

static void tests(kp_survey_drivers_result *out) {
  double p = (double)out->count;
  double df = out->n_effective - p - 1.0;
  double rest = 1.0 - out->r_squared;
  out->f_p = 1.0;
  for (size_t i = 0; i < out->count; i++) {
    out->driver[i].p = 1.0;
  }
  if (!(df > 0.0)) {
    return;
  }
  out->f = rest > 0.0 ? out->r_squared / p / (rest / df) : KP_INFINITY;
  out->f_p = kp_survey_f_p(out->f, p, df);
  for (size_t i = 0; i < out->count; i++) {
    kp_survey_driver *driver = &out->driver[i];
    double se = sqrt(rest * driver->vif / df);
    if (driver->beta != 0.0) {
      driver->p = kp_survey_t_p(driver->beta / se, df);
    }
  }
}

/* Complete rows and the rest together. No weight is seen where it is too small beside another. */
static void performance(const kp_survey_drivers *d, double weight, const double *mean,
                        kp_survey_drivers_result *out) {
  double sum = 0.0;
  for (size_t i = 0; i < d->count; i++) {
    const kp_survey_performance *rest = &d->performance[i];
    out->driver[i].n = (double)(d->n + rest->n);
    out->driver[i].mean = mean[i];
    if (rest->weight > 0.0) {
      double other = rest->first + rest->sum / rest->weight;
      out->driver[i].mean += (other - mean[i]) * (rest->weight / (weight + rest->weight));
    }
    sum += out->driver[i].mean;
  }
  out->performance = sum / (double)d->count;
  if (isfinite(d->options.drivers.min) && isfinite(d->options.drivers.max)) {
    out->scale = d->options.drivers;
  } else if (d->min >= 1.0 && d->max <= 10.0) {
    out->scale = (kp_survey_limits){1.0, 10.0};
  } else if (d->min == 0.0 && d->max <= 10.0) {
    out->scale = (kp_survey_limits){0.0, 10.0};
  }
}

/* Ties count as high; rounding may have split a tie by an ulp or two. */
static bool at_least(double x, double limit) {
  return x >= limit - 1e-12 * fabs(limit);
}

static void priorities(kp_survey_drivers_result *out) {
  double even = 1.0 / (double)out->count;
  for (size_t i = 0; i < out->count; i++) {
    kp_survey_driver *driver = &out->driver[i];
    bool important = at_least(driver->share, even);
    bool good = at_least(driver->mean, out->performance);
    if (important) {
      driver->quadrant = good ? KP_SURVEY_STRENGTHEN : KP_SURVEY_IMPROVE;
    } else {
      driver->quadrant = good ? KP_SURVEY_MAINTAIN : KP_SURVEY_MONITOR;
    }
    driver->priority =
        driver->share * ((out->scale.max - driver->mean) / (out->scale.max - out->scale.min));
  }
}

static void warn(kp_survey_drivers_result *out) {
  out->warnings |= out->n < 10.0 * (double)out->count ? KP_SURVEY_WARN_FEW_PER_DRIVER : 0U;
  out->warnings |= out->n < 50.0 ? KP_SURVEY_WARN_FEW : 0U;
  out->warnings |= out->r_squared < 0.2 ? KP_SURVEY_WARN_WEAK : 0U;
  out->warnings |= out->vif_max > 5.0 ? KP_SURVEY_WARN_VIF : 0U;
  out->warnings |= out->f_p >= 0.05 ? KP_SURVEY_WARN_NOISE : 0U;
}

kp_survey_status kp_survey_drivers_solve(const kp_survey_drivers *d,
                                         kp_survey_drivers_result *out) {
  size_t count = d->count;
  kp_survey_drivers_clear(out, count);
  out->n = (double)d->n;
  out->left_out = (double)d->left_out;
  out->empty = (double)d->empty;
  if (d->bad > 0) {
    return KP_SURVEY_BAD_WEIGHT;
  }
  if (d->n == 0) {
    return d->zero > 0 ? KP_SURVEY_NO_WEIGHT : KP_SURVEY_NO_DATA;
  }
  if (d->n < count + 2) {
    return KP_SURVEY_TOO_FEW;
  }
  /* The rows that still wait in the block are folded in a copy: more rows may follow. */
  kp_survey_comoments m = d->comoments;
  kp_survey_drivers_fold(d, &m);
  double mean[KP_SURVEY_COLUMNS];
  double deviation[KP_SURVEY_COLUMNS];
  kp_survey_status status = deviations(count, &m, deviation, &out->culprits);
  if (status != KP_SURVEY_OK) {
    return status;
  }
  double rxx[KP_SURVEY_DRIVERS_MAX * KP_SURVEY_DRIVERS_MAX];
  double rxy[KP_SURVEY_DRIVERS_MAX];
  for (size_t i = 0; i < count; i++) {
    for (size_t j = 0; j <= i; j++) {
      rxx[i * count + j] = rxx[j * count + i] = correlation(&m, deviation, i, j);
    }
    rxy[i] = correlation(&m, deviation, count, i);
  }
  for (size_t i = 0; i <= count; i++) {
    mean[i] = d->first[i] + m.mean[i];
  }
  status = kp_survey_decompose(count, rxx, rxy, d->options.importance, out);
  if (status != KP_SURVEY_OK && status != KP_SURVEY_UNDEFINED) {
    return status;
  }
  out->n_effective = m.weight * m.weight / d->squares;
  coefficients(count, deviation, mean, out);
  tests(out);
  performance(d, m.weight, mean, out);
  if (status == KP_SURVEY_OK) {
    priorities(out);
  }
  warn(out);
  return status;
}

kp_survey_status kp_survey_drivers_ratio(const kp_survey_drivers_result *result, size_t a, size_t b,
                                         double *ratio) {
  *ratio = KP_NAN;
  if (a >= result->count || b >= result->count) {
    return KP_SURVEY_PARAMETER;
  }
  const kp_survey_driver *first = &result->driver[a];
  const kp_survey_driver *second = &result->driver[b];
  if (!(first->b > 0.0 && first->p < 0.05 && second->b > 0.0 && second->p < 0.05)) {
    return KP_SURVEY_NOT_CLEAR;
  }
  *ratio = first->b / second->b;
  return KP_SURVEY_OK;
}
