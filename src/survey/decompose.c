/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The regression on correlations, from one symmetric eigen-decomposition, and Johnson's relative
 * weights (Johnson 2000, Multivariate Behavioral Research 35:1; equal to Genizi 1993). */
#include "internal.h"

/* Below this R2 is rounding, not explanation. */
static const double nothing = 1e-18;

/* The drivers that take part in a combination that is constant. */
static uint32_t collinear(size_t count, const double *values, const double *vectors) {
  uint32_t culprits = 0;
  for (size_t k = 0; k < count; k++) {
    for (size_t i = 0; values[k] < KP_SURVEY_SINGULAR && i < count; i++) {
      if (fabs(vectors[i * count + k]) > 1e-4) {
        culprits |= UINT32_C(1) << i;
      }
    }
  }
  return culprits;
}

/* In four sums that do not wait for each other. */
static double dot(size_t count, const double *a, const double *b) {
  double sum[4] = {0.0, 0.0, 0.0, 0.0};
  size_t k = 0;
  for (; k + 4 <= count; k += 4) {
    sum[0] += a[k] * b[k];
    sum[1] += a[k + 1] * b[k + 1];
    sum[2] += a[k + 2] * b[k + 2];
    sum[3] += a[k + 3] * b[k + 3];
  }
  for (; k < count; k++) {
    sum[0] += a[k] * b[k];
  }
  return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

/* With Rxx = V E V': L = V sqrt(E) V', beta* = V V'r / sqrt(E); raw_i = sum over j of
 * (L_ij beta*_j)^2. part = V'r. L is made as W W' with W = V E^(1/4): half of it is enough, and no
 * root is taken within the loops. */
void kp_survey_relative_weights(size_t count, const double *values, const double *vectors,
                                const double *part, double *raw) {
  double root[KP_SURVEY_COLUMNS];
  double scaled[KP_SURVEY_COLUMNS]; /* part / sqrt(E) */
  double half[KP_SURVEY_COLUMNS * KP_SURVEY_COLUMNS];
  double star[KP_SURVEY_COLUMNS]; /* squared */
  for (size_t k = 0; k < count; k++) {
    double first = sqrt(values[k]);
    root[k] = sqrt(first);
    scaled[k] = part[k] / first;
  }
  for (size_t j = 0; j < count; j++) {
    double sum = 0.0;
    for (size_t k = 0; k < count; k++) {
      sum += vectors[j * count + k] * scaled[k];
      half[j * count + k] = vectors[j * count + k] * root[k];
    }
    star[j] = sum * sum;
    raw[j] = 0.0;
  }
  for (size_t i = 0; i < count; i++) {
    for (size_t j = 0; j <= i; j++) {
      double loading = dot(count, half + i * count, half + j * count);
      raw[i] += loading * loading * star[j];
      raw[j] += i == j ? 0.0 : loading * loading * star[i];
    }
  }
}

/* beta, VIF and R2. */
static void regression(size_t count, const double *values, const double *vectors,
                       const double *part, kp_survey_drivers_result *out) {
  double scaled[KP_SURVEY_DRIVERS_MAX]; /* part / E */
  double inverse[KP_SURVEY_DRIVERS_MAX];
  out->r_squared = 0.0;
  out->vif_max = 0.0;
  for (size_t k = 0; k < count; k++) {
    inverse[k] = 1.0 / values[k];
    scaled[k] = part[k] / values[k];
    out->r_squared += part[k] * scaled[k];
  }
  for (size_t i = 0; i < count; i++) {
    kp_survey_driver *driver = &out->driver[i];
    driver->beta = driver->vif = 0.0;
    for (size_t k = 0; k < count; k++) {
      double v = vectors[i * count + k];
      driver->beta += v * scaled[k];
      driver->vif += v * v * inverse[k];
    }
    out->vif_max = fmax(out->vif_max, driver->vif);
  }
}

kp_survey_status kp_survey_decompose(size_t count, const double *rxx, const double *rxy,
                                     kp_survey_importance importance,
                                     kp_survey_drivers_result *out) {
  double values[KP_SURVEY_DRIVERS_MAX];
  double vectors[KP_SURVEY_DRIVERS_MAX * KP_SURVEY_DRIVERS_MAX];
  double part[KP_SURVEY_DRIVERS_MAX];
  double raw[KP_SURVEY_DRIVERS_MAX];
  kp_survey_status status = kp_survey_eigen(count, rxx, values, vectors);
  if (status != KP_SURVEY_OK) {
    return status;
  }
  out->culprits = collinear(count, values, vectors);
  if (out->culprits != 0) {
    return KP_SURVEY_COLLINEAR;
  }
  for (size_t k = 0; k < count; k++) {
    part[k] = 0.0;
    for (size_t i = 0; i < count; i++) {
      part[k] += vectors[i * count + k] * rxy[i];
    }
  }
  for (size_t i = 0; i < count; i++) {
    out->driver[i].r = rxy[i];
  }
  regression(count, values, vectors, part, out);
  if (out->r_squared > 1.0 + 1e-9) {
    return KP_SURVEY_PARAMETER; /* correlations that no data can have */
  }
  out->r_squared = fmin(1.0, out->r_squared);
  if (importance == KP_SURVEY_SHAPLEY) {
    status = kp_survey_shapley(count, rxx, rxy, raw);
  } else {
    kp_survey_relative_weights(count, values, vectors, part, raw);
  }
  if (status != KP_SURVEY_OK) {
    return status;
  }
  for (size_t i = 0; i < count; i++) {
    out->driver[i].raw = raw[i];
    out->driver[i].share = out->r_squared > nothing ? raw[i] / out->r_squared : KP_NAN;
  }
  return out->r_squared > nothing ? KP_SURVEY_OK : KP_SURVEY_UNDEFINED;
}

static bool is_correlation(double r) {
  return r >= -1.0 && r <= 1.0;
}

kp_survey_status kp_survey_drivers_from_correlations(size_t count, const double *rxx,
                                                     const double *rxy,
                                                     kp_survey_importance importance,
                                                     kp_survey_drivers_result *out) {
  size_t most = importance == KP_SURVEY_SHAPLEY ? KP_SURVEY_SHAPLEY_MAX : KP_SURVEY_DRIVERS_MAX;
  kp_survey_drivers_clear(out, count);
  if (count < 1 || count > most) {
    out->count = 0;
    return KP_SURVEY_SHAPE;
  }
  for (size_t i = 0; i < count; i++) {
    bool good = is_correlation(rxy[i]) && rxx[i * count + i] == 1.0;
    for (size_t j = 0; j < i; j++) {
      double r = rxx[i * count + j];
      good = good && is_correlation(r) && r == rxx[j * count + i];
    }
    if (!good) {
      return KP_SURVEY_PARAMETER;
    }
  }
  return kp_survey_decompose(count, rxx, rxy, importance, out);
}
