/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file survey_drivers.h
 * Key drivers: which grades go with the outcome, and which to improve first.
 * Conventions and statuses as in survey.h. Sources: Johnson 2000 (Multivariate
 * Behavioral Research 35:1), Lindeman, Merenda and Gold 1980.
 */
#ifndef KERNPUNT_SURVEY_DRIVERS_H
#define KERNPUNT_SURVEY_DRIVERS_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kernpunt/survey.h"

/** Most drivers at once; with Shapley fewer, since it fits 2^p regressions. */
#define KP_SURVEY_DRIVERS_MAX 30
#define KP_SURVEY_SHAPLEY_MAX 15

/** How R2 is divided among the drivers. */
typedef enum kp_survey_importance {
  KP_SURVEY_RELATIVE_WEIGHTS = 0, /**< Johnson's relative weights; the default */
  KP_SURVEY_SHAPLEY               /**< LMG: mean rise of R2 over all orders */
} kp_survey_importance;

/** How to read the rows. Use KP_SURVEY_NO_LIMITS for "no limits". */
typedef struct kp_survey_limits {
  double min, max;
} kp_survey_limits;

#define KP_SURVEY_NO_LIMITS ((kp_survey_limits){-(double)INFINITY, (double)INFINITY})

typedef struct kp_survey_driver_options {
  kp_survey_importance importance;
  kp_survey_limits
      drivers; /**< a driver value outside is missing; also the scale of the priority */
  kp_survey_limits outcome; /**< an outcome outside is missing */
} kp_survey_driver_options;

/** Quadrant of the priority matrix: performance below or above the mean of the driver means,
 * importance share below or above 1/p. Ties count as high. */
typedef enum kp_survey_quadrant {
  KP_SURVEY_NO_QUADRANT = 0,
  KP_SURVEY_IMPROVE,    /**< low performance, high importance */
  KP_SURVEY_STRENGTHEN, /**< high, high */
  KP_SURVEY_MONITOR,    /**< low, low */
  KP_SURVEY_MAINTAIN    /**< high performance, low importance */
} kp_survey_quadrant;

/** One driver. */
typedef struct kp_survey_driver {
  double n;        /**< valid answers of this driver, also in rows left out (not weighted) */
  double mean;     /**< performance: (weighted) mean of those answers */
  double r;        /**< correlation with the outcome, complete rows */
  double beta;     /**< standardised coefficient */
  double b;        /**< coefficient per point */
  double p;        /**< two-sided t-test of b; 1 when there are no degrees of freedom (weights) */
  double vif;      /**< variance inflation factor */
  double raw;      /**< part of R2 */
  double share;    /**< raw / R2, 0..1; NaN when R2 is 0 */
  double priority; /**< share x (max - mean) / (max - min); NaN when the scale is unknown */
  kp_survey_quadrant quadrant;
} kp_survey_driver;

/** Warnings, as bits. */
enum {
  KP_SURVEY_WARN_FEW_PER_DRIVER = 1 << 0, /**< n < 10 p */
  KP_SURVEY_WARN_FEW = 1 << 1,            /**< n < 50 */
  KP_SURVEY_WARN_WEAK = 1 << 2,           /**< R2 < 0.2 */
  KP_SURVEY_WARN_VIF = 1 << 3,            /**< a VIF > 5 */
  KP_SURVEY_WARN_NOISE = 1 << 4           /**< not clearly above noise: overall F-test p >= 0.05 */
};

/** The bit of the outcome in kp_survey_drivers_result.culprits. */
#define KP_SURVEY_CULPRIT_OUTCOME (UINT32_C(1) << 31)

typedef struct kp_survey_drivers_result {
  size_t count;
  double n;           /**< complete rows used */
  double n_effective; /**< Kish; n without weights; used in the tests */
  double left_out;    /**< rows that were not complete, empty ones included */
  double empty;       /**< rows with neither an outcome nor a driver, part of left_out */
  double r_squared;
  double intercept;
  double f, f_p; /**< overall F-test; f_p is 1 when there are no degrees of freedom */
  double vif_max;
  double performance;     /**< mean of the driver means: the split of the quadrants */
  kp_survey_limits scale; /**< scale used for the priority; NaN when unknown */
  unsigned warnings;      /**< KP_SURVEY_WARN_... */
  uint32_t culprits;      /**< CONSTANT, COLLINEAR: bit j is driver j, KP_SURVEY_CULPRIT_OUTCOME the
                             outcome */
  kp_survey_driver driver[KP_SURVEY_DRIVERS_MAX];
} kp_survey_drivers_result;

/** Collects rows without keeping them: means and co-moments only. */
typedef struct kp_survey_drivers kp_survey_drivers;

/** Makes a collector for count drivers. SHAPE: count < 2 or more than KP_SURVEY_DRIVERS_MAX (with
 * Shapley KP_SURVEY_SHAPLEY_MAX); PARAMETER: limits with min >= max or NaN; MEMORY. On failure *out
 * is NULL. */
kp_survey_status kp_survey_drivers_new(size_t count, const kp_survey_driver_options *options,
                                       kp_survey_drivers **out);

/** Frees d; NULL is fine. */
void kp_survey_drivers_free(kp_survey_drivers *d);

/** Adds a row: the outcome, count driver values, and a weight (1 without weights). NaN stands for a
 * blank, a text or a boolean anywhere; an infinite value is missing too. Listwise: a row with
 * anything missing, or with weight 0, is left out and counted; its valid driver values still count
 * for the performance means (not with weight 0 or missing). A negative or infinite weight is
 * remembered: solving then fails with BAD_WEIGHT. */
void kp_survey_drivers_add(kp_survey_drivers *d, double outcome, const double *drivers,
                           double weight);

/** Solves. Refuses, in this order: BAD_WEIGHT; NO_WEIGHT; NO_DATA (no complete row); TOO_FEW
 * (n < count + 2); CONSTANT (culprits says which); COLLINEAR (culprits says which); OUT_OF_RANGE
 * (values too large or too small to square); UNDEFINED (R2 = 0: all filled but the shares);
 * NO_CONVERGENCE; MEMORY. n and left_out are filled always. May be called again after more rows. */
kp_survey_status kp_survey_drivers_solve(const kp_survey_drivers *d, kp_survey_drivers_result *out);

/** Complete rows with a positive weight added so far: one more after an addition means that the row
 * counts. */
uint64_t kp_survey_drivers_complete(const kp_survey_drivers *d);

/** b of driver a divided by b of driver b (from 0). PARAMETER for an index beyond count; NOT_CLEAR
 * unless both b > 0 with p < 0.05. */
kp_survey_status kp_survey_drivers_ratio(const kp_survey_drivers_result *result, size_t a, size_t b,
                                         double *ratio);

/** The division of R2 from correlations alone.
 *  @param count 1..KP_SURVEY_DRIVERS_MAX (Shapley: KP_SURVEY_SHAPLEY_MAX), else SHAPE
 *  @param rxx count x count, by rows, symmetric with ones on the diagonal; @param rxy count
 * correlations with the outcome Fills r, beta, vif, raw, share of each driver, count, r_squared,
 * vif_max and culprits. PARAMETER: not a correlation matrix (also R2 > 1); COLLINEAR; UNDEFINED (R2
 * = 0: raw is 0, share NaN); NO_CONVERGENCE; MEMORY. */
kp_survey_status kp_survey_drivers_from_correlations(size_t count, const double *rxx,
                                                     const double *rxy,
                                                     kp_survey_importance importance,
                                                     kp_survey_drivers_result *out);

/* ---- Stability ---- */

#define KP_SURVEY_REPETITIONS_MIN 99
#define KP_SURVEY_REPETITIONS_MAX 9999
/** Most work in one call, in n x (drivers + 1)^2 x repetitions: some seconds. */
#define KP_SURVEY_STABILITY_COST_MAX 5e9

/** How far a driver's relative weight can be trusted. */
typedef struct kp_survey_stable_driver {
  double lower, upper; /**< percentile bootstrap interval of the relative weight (part of R2) */
  double first;        /**< share of the repetitions in which its weight is the largest */
  double lower_above_noise; /**< lower percentile of its weight minus that of a column of noise in
                               the same fit; > 0: clearly above chance */
} kp_survey_stable_driver;

typedef struct kp_survey_stability {
  size_t count;
  kp_survey_stable_driver driver[KP_SURVEY_DRIVERS_MAX];
} kp_survey_stability;

/** Repeats the analysis of relative weights on rows drawn with replacement. Bounds are percentiles
 * at the positions (R + 1)(1 -+ confidence) / 2 of the sorted values. The same rows and seed give
 * the same numbers: one stream of GSL's mt19937, per repetition n times gsl_rng_uniform_int, then n
 * times gsl_ran_gaussian_ziggurat for the noise of the rows in the order drawn; a resample in which
 * a column is constant or collinear is drawn again.
 *  @param rows n complete rows of count drivers and the outcome
 *  Errors: SHAPE (count as kp_survey_drivers_new); PARAMETER (confidence, repetitions, too much
 * work); TOO_FEW (n < count + 2); COLLINEAR (more than `repetitions` resamples had to be drawn
 * again); OUT_OF_RANGE (numbers too large to
 * subtract); MEMORY. */
kp_survey_status kp_survey_driver_stability(const double *rows, size_t n, size_t count,
                                            size_t repetitions, uint32_t seed, double confidence,
                                            kp_survey_stability *out);

#endif
