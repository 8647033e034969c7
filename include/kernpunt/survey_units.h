/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file survey_units.h
 * Many units and waves at once: what one table of them needs. Conventions and statuses as in
 * survey.h.
 *
 * Sources: Holm, Scand. J. Stat. 6 (1979) 65; Benjamini and Hochberg, JRSS B 57 (1995) 289; Mantel,
 * JASA 58 (1963) 690 (row mean scores, linear trend); Cox, JASA 75 (1980) 377 (hiding cells).
 */
#ifndef KERNPUNT_SURVEY_UNITS_H
#define KERNPUNT_SURVEY_UNITS_H

#include <stddef.h>

#include "kernpunt/survey.h"

/* ---- Shown bounds ---- */

/** Bounds that contain the value beside them: lower = min(value, lower) and upper = max(value,
 * upper) after clamping to min..max. An adjusted interval may miss its own score (1 promoter: 100,
 * upper 98.5). */
void kp_survey_show(double value, double min, double max, double *lower, double *upper);

/** What shown bounds of a difference say: 0 below them is a rise, above them a fall. Never TOO_FEW.
 */
kp_survey_verdict kp_survey_verdict_of_bounds(double lower, double upper);

/* ---- A score and its error, weighted or not ---- */

/** What every interval, difference and test of scores is made of. */
typedef struct kp_survey_estimate {
  double n;      /**< answers; with weights those with a weight above 0 */
  double nps;    /**< the score to show, points */
  double centre; /**< with three pseudo-answers (adjusted Wald), points */
  double error;  /**< squared standard error of centre, points squared; above 0 */
} kp_survey_estimate;

/** Adjusted Wald (Rocks 2016). Errors as kp_survey_nps. */
kp_survey_status kp_survey_estimate_counts(const kp_survey_counts *c, kp_survey_estimate *out);

/** Linearised variance of a ratio mean with three pseudo-answers at the mean weight. Equal weights
 * give what the counts give. Errors: BAD_WEIGHT, NO_WEIGHT, NO_DATA. */
kp_survey_status kp_survey_estimate_weighted(const kp_survey_weighted *t, kp_survey_estimate *out);

/** A difference as it is shown. */
typedef struct kp_survey_change {
  double delta;        /**< later minus earlier, raw */
  double se, p;        /**< of the difference of the centres; two-sided z */
  double margin;       /**< z se, not widened */
  double lower, upper; /**< shown, clamped to -200..200 */
} kp_survey_change;

/** later minus earlier, with bounds at z standard errors. Both must come from a call that was OK.
 */
void kp_survey_change_of(const kp_survey_estimate *earlier, const kp_survey_estimate *later,
                         double z, kp_survey_change *out);

/** Of two statuses the one to tell: what more answers would not mend goes before the want of them.
 */
kp_survey_status kp_survey_worse(kp_survey_status one, kp_survey_status other);

/** The verdict of the shown bounds, as kp_survey_nps_verdict. status: the worse of the estimates'.
 */
kp_survey_status kp_survey_estimates_verdict(kp_survey_status status,
                                             const kp_survey_estimate *earlier,
                                             const kp_survey_estimate *later, double confidence,
                                             double minimum_n, kp_survey_verdict *out);

/* ---- Correction for many tests ---- */

typedef enum kp_survey_correction {
  KP_SURVEY_HOLM, /**< default: a manager acts on every name in the list */
  KP_SURVEY_BH,   /**< Benjamini and Hochberg: for long lists */
  KP_SURVEY_UNCORRECTED
} kp_survey_correction;

/** Adjusted p-values, each at most 1, of count tests. MEMORY. */
kp_survey_status kp_survey_adjust(kp_survey_correction correction, size_t count, const double *p,
                                  double *adjusted);

/** The z whose interval belongs to the adjusted p: level 1 - alpha p / adjusted (both 0: 1 - alpha
 * / tests), so that the interval excludes 0 exactly when adjusted < alpha. No simultaneous
 * interval.
 */
double kp_survey_adjusted_critical(double confidence, double p, double adjusted, size_t tests);

/* ---- Do the units differ at all, do the waves go one way ---- */

/** Row-mean-score test: (N-1) R^2 of code on unit, chi-squared with k-1 degrees of freedom, over
 * the k units with an answer. TOO_FEW for fewer than two, CONSTANT when all scores lie in one
 * segment.
 */
kp_survey_status kp_survey_units_differ(size_t count, const kp_survey_counts *units, double *q,
                                        double *p);

typedef struct kp_survey_trend {
  double n;     /**< answers in all waves; filled in every case */
  double slope; /**< points per wave, least squares over answers */
  double p;     /**< linear-by-linear association, two-sided */
} kp_survey_trend;

/** Waves at positions 1, 2, 3 ... All scores in one segment: slope 0, p 1. TOO_FEW for fewer than
 * three waves, NO_DATA for a wave without answers. */
kp_survey_status kp_survey_trend_of(size_t count, const kp_survey_counts *waves,
                                    kp_survey_trend *out);

/* ---- Noticeable difference ---- */

/** Smallest difference in points that a test at this confidence notices with this power. The
 * pseudo-answers draw both scores towards 0; this is reckoned with.
 *  @param n_earlier, n_later whole and at least 1; @param variance_earlier, variance_later 0..1
 *  PARAMETER. */
kp_survey_status kp_survey_detectable(double n_earlier, double n_later, double confidence,
                                      double power, double variance_earlier, double variance_later,
                                      double *points);

/** The same for two scores that are known, from the standard error of their difference. */
double kp_survey_detectable_change(const kp_survey_change *change, double n_earlier, double n_later,
                                   double confidence, double power);

/* ---- Hiding small groups ---- */

typedef enum kp_survey_hidden {
  KP_SURVEY_SHOWN,
  KP_SURVEY_FEW,      /**< fewer answers than the minimum */
  KP_SURVEY_PROTECTED /**< hidden so that another cannot be computed from the total */
} kp_survey_hidden;

/** Which groups of a table with a total to hide. A minimum below 2 hides nothing. Groups with 0 < n
 * < minimum are hidden; while anything is hidden and it is one group, or together fewer answers
 * than the minimum, the smallest shown group with answers (the first on a tie) is hidden too.
 *  @param state receives count values of kp_survey_hidden
 *  @param total_hidden the total has fewer answers than the minimum */
void kp_survey_suppress(size_t count, const uint64_t *n, double minimum, unsigned char *state,
                        bool *total_hidden);

/** The same in two directions, for rows x columns cells with totals: a line with something hidden
 * has two hidden members, and its hidden cells together at least the minimum unless its total is
 * hidden. Exact values cannot be had by subtraction along a line; bounds on them can.
 *  @param n (rows + 1) x (columns + 1) numbers by rows, the totals last; state the same */
void kp_survey_suppress_cross(size_t rows, size_t columns, const uint64_t *n, double minimum,
                              unsigned char *state);

#endif
