/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file survey.h
 * The statistics of Kernpunt: Net Promoter Score, its margin, changes between two measurements and
 * sample sizes. Scales other than NPS are in survey_scale.h (shares, grades, CES), key drivers in
 * survey_drivers.h.
 *
 * Pure C11 and GSL: no UNO, no I/O, no words for people. Everything is reentrant; no function keeps
 * state.
 *
 * Units: NPS, margins and differences in points (-100..100, differences -200..200); shares and
 * confidence as fractions (0.95); a "unit" variance belongs to the code -1/0/+1 (0..1).
 *
 * Results: a function that can fail returns a kp_survey_status and fills *out; what is undefined
 * there is NaN. No argument pointer may be NULL.
 *
 * Dirty input, the numbered rules cited below and in the tests: (1) an empty cell or "" is ignored
 * and counted as blank; (2) text, also "8", is ignored and counted, never converted; (3) a number
 * outside the scale is ignored and counted; (4) so is one that is not whole, except for grades,
 * drivers and kp_survey_segment_of_value; (5) so is TRUE or FALSE; (6) an error is counted; (7) no
 * valid score is an error, never 0; (8) an impossible parameter is an error; (9) incomplete pairs
 * and rows drop out and are counted; (10) a negative or infinite weight is an error, all weights 0
 * too, weight 0 or no weight leaves the row out, the scale of the weights does not matter; (12)
 * NaN, infinity and 1e308 give the right answer or a clear error.
 */
#ifndef KERNPUNT_SURVEY_H
#define KERNPUNT_SURVEY_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

/** Why there is no result. In brackets: the Calc error the functions show for it. */
typedef enum kp_survey_status {
  KP_SURVEY_OK = 0,
  KP_SURVEY_NO_DATA,      /**< no valid score [#DIV/0!] */
  KP_SURVEY_TOO_FEW,      /**< too few values for this test [#DIV/0!] */
  KP_SURVEY_PARAMETER,    /**< confidence, population, boxes, counts... impossible [#NUM!] */
  KP_SURVEY_OUT_OF_RANGE, /**< a score outside its scale, a result that fits no double [#NUM!] */
  KP_SURVEY_NON_INTEGER,  /**< a score that must be whole is not [#NUM!] */
  KP_SURVEY_SHAPE,      /**< wrong number of columns: fewer than 2 drivers, or too many [#VALUE!] */
  KP_SURVEY_BAD_WEIGHT, /**< a weight is negative or infinite [#NUM!] */
  KP_SURVEY_NO_WEIGHT,  /**< every weight is 0 [#DIV/0!] */
  KP_SURVEY_CONSTANT,   /**< a column has no variation [#DIV/0!] */
  KP_SURVEY_COLLINEAR,  /**< one driver follows exactly from the others [#NUM!] */
  KP_SURVEY_UNDEFINED,  /**< 0/0: R2 is 0, target equals baseline, share of 0 [#DIV/0!] */
  KP_SURVEY_NOT_CLEAR,  /**< a ratio of drivers that are not clearly positive [#N/A] */
  KP_SURVEY_NO_CONVERGENCE, /**< an iteration did not end [#NUM!] */
  KP_SURVEY_MEMORY          /**< out of memory */
} kp_survey_status;

/** Turns off GSL's error handler, which would abort the whole office. Process-wide (GSL keeps it);
 * call it once when the component is loaded, before any other function here. Calling it again does
 * nothing. */
void kp_survey_init(void);

/* ---- Segments ---- */

typedef enum kp_survey_segment {
  KP_SURVEY_NO_SEGMENT = 0,
  KP_SURVEY_DETRACTOR,
  KP_SURVEY_PASSIVE,
  KP_SURVEY_PROMOTER
} kp_survey_segment;

/** A scale of whole scores cut in three: min..detractor_max, the passives, promoter_min..max. */
typedef struct kp_survey_segments {
  double min, max, detractor_max, promoter_min;
} kp_survey_segments;

/** Segment of one whole score 0-10 (0-6, 7-8, 9-10: Reichheld 2003). OUT_OF_RANGE goes before
 * NON_INTEGER (10.5 is out of range); on failure *out is NO_SEGMENT. NaN is out of range. */
kp_survey_status kp_survey_segment_of_score(double score, kp_survey_segment *out);

/** Segment of a computed value 0-10, decimals allowed (rule 4): >= 9 promoter, >= 7 passive, else
 * detractor. */
kp_survey_status kp_survey_segment_of_value(double value, kp_survey_segment *out);

/** As kp_survey_segment_of_score on another scale. PARAMETER unless min <= detractor_max <
 * promoter_min <= max, all finite. */
kp_survey_status kp_survey_segment_on_scale(double score, const kp_survey_segments *scale,
                                            kp_survey_segment *out);

/* ---- Streaming tally of NPS scores (rules 1-6) ---- */

/** What a range of NPS scores holds. Start from zero (= {0}); add every cell once, in any order;
 * any number of tallies may be filled side by side (a table keeps one per group). */
typedef struct kp_survey_tally {
  uint64_t promoters, passives, detractors;
  uint64_t blank, text, boolean, out_of_range, non_integer, error;
} kp_survey_tally;

/** Adds a numeric cell (rules 3, 4). NaN and infinity count as out of range. */
static inline void kp_survey_tally_add_number(kp_survey_tally *t, double score) {
  if (!(score >= 0.0 && score <= 10.0)) {
    t->out_of_range++;
  } else if ((double)(int)score != score) {
    t->non_integer++;
  } else {
    /* Sums, not branches: no processor foresees a score, and each wrong guess costs more than a
     * cell. */
    t->promoters += score >= 9.0;
    t->passives += (unsigned)(score >= 7.0) & (unsigned)(score < 9.0);
    t->detractors += score < 7.0;
  }
}

/** Adds an empty cell or "" (rule 1). */
static inline void kp_survey_tally_add_blank(kp_survey_tally *t) {
  t->blank++;
}
/** Adds a text cell, whatever it says (rule 2). */
static inline void kp_survey_tally_add_text(kp_survey_tally *t) {
  t->text++;
}
/** Adds TRUE or FALSE (rule 5). */
static inline void kp_survey_tally_add_boolean(kp_survey_tally *t) {
  t->boolean++;
}
/** Adds a cell that holds an error (rule 6). */
static inline void kp_survey_tally_add_error(kp_survey_tally *t) {
  t->error++;
}

/** Number of valid scores. */
static inline uint64_t kp_survey_tally_valid(const kp_survey_tally *t) {
  return t->promoters + t->passives + t->detractors;
}

/** Number of cells that do not count: all but the valid ones, blanks included. */
uint64_t kp_survey_tally_invalid(const kp_survey_tally *t);

/** Adds everything in other to t. */
void kp_survey_tally_merge(kp_survey_tally *t, const kp_survey_tally *other);

/* ---- Score, variance, standard error ---- */

/** Numbers of promoters, passives and detractors. Doubles, since a user may type them: finite and
 * >= 0, need not be whole. */
typedef struct kp_survey_counts {
  double promoters, passives, detractors;
} kp_survey_counts;

/** The counts of a tally. */
kp_survey_counts kp_survey_counts_of(const kp_survey_tally *t);

/** NPS = 100 (P - D) / n in points. PARAMETER for a negative or non-finite count, NO_DATA for n =
 * 0. Never 0 for want of data. */
kp_survey_status kp_survey_nps(const kp_survey_counts *c, double *points);

/** Share (0..1) of one segment among the valid scores. Errors as kp_survey_nps; PARAMETER for
 * NO_SEGMENT. */
kp_survey_status kp_survey_segment_share(const kp_survey_counts *c, kp_survey_segment segment,
                                         double *share);

/** Spread of a score. */
typedef struct kp_survey_spread {
  double n, nps;
  double variance;        /**< unit variance p + d - (p - d)^2, 0..1 */
  double variance_points; /**< 10 000 x variance */
  double sd;              /**< points */
  double se;              /**< population type: 100 sqrt(variance / n); for Wald */
  double variance_sample; /**< n / (n - 1) x variance; NaN for n <= 1 */
  double se_sample;       /**< sample type: 100 sqrt(variance / (n - 1)); for t; NaN for n <= 1 */
} kp_survey_spread;

/** Errors as kp_survey_nps. */
kp_survey_status kp_survey_nps_spread(const kp_survey_counts *c, kp_survey_spread *out);

/* ---- Margin and confidence interval ---- */

typedef enum kp_survey_method {
  KP_SURVEY_ADJUSTED, /**< adjusted Wald, pseudo-answers 0.75/1.5/0.75 (Rocks 2016); default */
  KP_SURVEY_WALD,     /**< NPS +- z SE */
  KP_SURVEY_SCORE,    /**< score test inverted (Tango 1998 on discordant counts P and D) */
  KP_SURVEY_T         /**< t on the codes -100/0/100, as CONFIDENCE.T; needs n >= 2 */
} kp_survey_method;

/** The population that stands for "unlimited": no correction. */
#define KP_SURVEY_UNLIMITED ((double)INFINITY)

/** An interval in points. centre and margin are before clamping; lower and upper lie in -100..100
 * and contain the NPS (adjusted Wald alone may miss it: 1 promoter, 100, upper 98.5). With
 * "adjusted" and "score" the interval is not centred on the NPS, so NPS +- margin is not lower and
 * upper. */
typedef struct kp_survey_interval {
  double nps;
  double centre; /**< middle of the unclamped interval (adjusted: the adjusted NPS) */
  double margin; /**< half width before clamping, population correction included */
  double lower_wide, upper_wide; /**< bounds before clamping */
  double lower, upper;           /**< bounds, clamped, then widened to contain the NPS */
  double correction;             /**< phi = sqrt((M - n) / (M - 1)); 1 without a population */
} kp_survey_interval;

/** Interval around the NPS of c.
 *  @param confidence strictly between 0.5 and 1
 *  @param population size M of the finite population, whole and >= n, or KP_SURVEY_UNLIMITED. Every
 * method: bound = NPS + phi (bound without population - NPS), then clamped; phi = 0 when n = M
 * (also M = 1) Errors: PARAMETER, NO_DATA, TOO_FEW (method t, n < 2). */
kp_survey_status kp_survey_nps_interval(const kp_survey_counts *c, kp_survey_method method,
                                        double confidence, double population,
                                        kp_survey_interval *out);

/* ---- Difference of two independent measurements ---- */

/** One test of a difference: statistic (z or t), two-sided p, interval in points. */
typedef struct kp_survey_test {
  double delta, se, statistic, p, margin, lower, upper;
  double df; /**< degrees of freedom of a t-test; infinite for z */
} kp_survey_test;

/** later minus earlier, three ways. adjusted is what p-value, margin, bounds and verdict use; the
 * delta to show is delta (raw, signed). */
typedef struct kp_survey_delta {
  double earlier, later, delta;
  kp_survey_test adjusted; /**< adjusted Wald on both samples; z */
  kp_survey_test wald;     /**< unadjusted; z */
  kp_survey_test welch;    /**< Welch on -100/0/100; all NaN but delta when either n < 2 */
} kp_survey_delta;

/** Zero variance: p = 1 if the delta is 0, else 0. Errors: PARAMETER, NO_DATA (either side). */
kp_survey_status kp_survey_nps_delta(const kp_survey_counts *earlier, const kp_survey_counts *later,
                                     double confidence, kp_survey_delta *out);

/* ---- The same customers twice ---- */

/** Complete pairs of NPS scores, as a 3 x 3 table of segments. Start from zero (= {0}). */
typedef struct kp_survey_pairs {
  uint64_t cell[3][3]; /**< [earlier][later], 0 detractor, 1 passive, 2 promoter */
  uint64_t incomplete; /**< pairs with exactly one valid score: dropped */
  uint64_t empty;      /**< pairs without any valid score: dropped */
} kp_survey_pairs;

/** Index 0..2 of a valid whole score 0-10, else -1. */
static inline int kp_survey_class_index(double score) {
  if (!(score >= 0.0 && score <= 10.0) || (double)(int)score != score) {
    return -1;
  }
  return (score >= 7.0) + (score >= 9.0);
}

/** Adds a pair; NaN stands for a blank, a text or a boolean. A pair counts only when both scores
 * are valid (rule 9). */
static inline void kp_survey_pairs_add(kp_survey_pairs *t, double earlier, double later) {
  int a = kp_survey_class_index(earlier);
  int b = kp_survey_class_index(later);
  if (a >= 0 && b >= 0) {
    t->cell[a][b]++;
  } else if (a >= 0 || b >= 0) {
    t->incomplete++;
  } else {
    t->empty++;
  }
}

/** Number of complete pairs. */
uint64_t kp_survey_pairs_n(const kp_survey_pairs *t);

typedef struct kp_survey_paired {
  double n, earlier, later, delta; /**< over complete pairs only */
  kp_survey_test t; /**< t(n - 1) on the differences -200..200; what the functions show */
  kp_survey_test z; /**< the same standard error with z */
  bool constant; /**< every customer moved equally: p = 1 if delta is 0, else 0; interval = delta */
} kp_survey_paired;

/** With one pair n, earlier, later and delta are filled and TOO_FEW is returned. Errors: PARAMETER,
 * NO_DATA, TOO_FEW. */
kp_survey_status kp_survey_nps_paired(const kp_survey_pairs *pairs, double confidence,
                                      kp_survey_paired *out);

/* ---- Verdict ---- */

typedef enum kp_survey_verdict {
  KP_SURVEY_TOO_FEW_ANSWERS = 0,
  KP_SURVEY_RISE,
  KP_SURVEY_FALL,
  KP_SURVEY_NO_DIFFERENCE /**< no demonstrable difference; not the same as no difference */
} kp_survey_verdict;

/** 1 - confidence as typed: 1 - 0.95 is 0.05 plus 4e-17 in doubles, and p = 0.05 must not be below.
 */
double kp_survey_significance(double confidence);

/** The rule, for any test: too few when either n < minimum_n; then a difference only if p < 1 -
 * confidence strictly; its direction is that of delta; if adjusted_delta has the opposite sign, or
 * delta is 0: no difference. NaN as p counts as not demonstrated. PARAMETER: confidence; minimum_n
 * negative or not finite. */
kp_survey_status kp_survey_verdict_of(double p, double delta, double adjusted_delta,
                                      double n_earlier, double n_later, double confidence,
                                      double minimum_n, kp_survey_verdict *out);

/** Verdict on two independent measurements (adjusted Wald): 0 lies outside the shown bounds, which
 * is the same as p < 1 - confidence with raw and adjusted delta of one sign. Too few goes before
 * every other error but PARAMETER. */
kp_survey_status kp_survey_nps_verdict(const kp_survey_counts *earlier,
                                       const kp_survey_counts *later, double confidence,
                                       double minimum_n, kp_survey_verdict *out);

/** Verdict on complete pairs (paired t). */
kp_survey_status kp_survey_paired_verdict(const kp_survey_pairs *pairs, double confidence,
                                          double minimum_n, kp_survey_verdict *out);

/* ---- Sample size ---- */

typedef struct kp_survey_sample {
  double wald_exact, wald;         /**< z^2 v / m^2, and rounded up */
  double adjusted_exact, adjusted; /**< 3 fewer, and rounded up: what the functions return */
} kp_survey_sample;

/** Answers needed for a margin of +- margin points. The -3 goes first, then the population
 * correction n / (1 + (n - 1) / M), then rounding up; at least 1, at most M.
 *  @param margin points, > 0; @param variance unit variance 0..1 (1 = worst case)
 *  Errors: PARAMETER; OUT_OF_RANGE when the number does not fit a double. */
kp_survey_status kp_survey_sample_size(double margin, double confidence, double variance,
                                       double population, kp_survey_sample *out);

/** Answers needed in each group to show a difference of delta points (sign ignored, not 0):
 *  (v1 + v2)(z_a/2 + z_b)^2 / delta^2 - 3, rounded up, at least 1. exact may be below 1. Errors as
 * kp_survey_sample_size; power strictly between 0 and 1. */
kp_survey_status kp_survey_sample_size_delta(double delta, double confidence, double power,
                                             double variance_earlier, double variance_later,
                                             double *exact, double *per_group);

/* ---- Weighted NPS ---- */

/** Sums of weights per segment, kept relative to a power of two so that no scale of weights
 * overflows. Start from zero (= {0}). */
typedef struct kp_survey_weighted {
  double sum[3], squares[3]; /**< of w and w^2 per segment, in units of 2^exponent and its square */
  int exponent;      /**< belongs to the largest weight so far; meaningless while used is 0 */
  uint64_t used;     /**< valid scores with a positive weight */
  uint64_t count[3]; /**< of them per segment: 0 detractors, 1 passives, 2 promoters */
  uint64_t left_out; /**< rows without a valid score or without a weight */
  uint64_t zero;     /**< valid scores with weight 0: left out too */
  uint64_t bad;      /**< negative or infinite weights, whatever the score */
} kp_survey_weighted;

/** Adds a row (rule 10). NaN stands for a blank, a text or a boolean, in either argument. */
void kp_survey_weighted_add(kp_survey_weighted *t, double score, double weight);

/** Adds everything in other to t. */
void kp_survey_weighted_merge(kp_survey_weighted *t, const kp_survey_weighted *other);

typedef struct kp_survey_weighted_nps {
  double n, nps;
  double n_effective;          /**< Kish: (sum w)^2 / sum w^2; to show, no part of any margin */
  double variance;             /**< weighted unit variance */
  double se;                   /**< 100 sqrt(variance / n_effective) */
  double se_linearised;        /**< 100 sqrt(sum (w (c - m))^2) / sum w */
  double se_linearised_sample; /**< times sqrt(n / (n - 1)), as survey::svymean; NaN for n = 1 */
} kp_survey_weighted_nps;

/** Errors: BAD_WEIGHT, NO_WEIGHT, NO_DATA. */
kp_survey_status kp_survey_weighted_result(const kp_survey_weighted *t,
                                           kp_survey_weighted_nps *out);

/** Interval around the weighted NPS: "adjusted", the linearised variance with three pseudo-answers
 * at the mean weight, or "wald", z times se_linearised_sample. Population as
 * kp_survey_nps_interval, n being the answers with a weight above 0. Errors as
 * kp_survey_weighted_result; PARAMETER (also for another method), TOO_FEW ("wald", n < 2). */
kp_survey_status kp_survey_weighted_interval(const kp_survey_weighted *t, kp_survey_method method,
                                             double confidence, double population,
                                             kp_survey_interval *out);

/* ---- Distributions ---- */

/** p-quantile of the standard normal distribution, 0 < p < 1, else NaN. */
double kp_survey_normal_quantile(double p);
/** z with P(|Z| < z) = confidence, 0 < confidence < 1, else NaN. */
double kp_survey_normal_critical(double confidence);
/** Two-sided p-value of z. */
double kp_survey_normal_p(double z);
/** t with P(|T| < t) = confidence for df > 0 degrees of freedom, else NaN. */
double kp_survey_t_critical(double confidence, double df);
/** Two-sided p-value of t. */
double kp_survey_t_p(double t, double df);
/** Upper tail of the F distribution. */
double kp_survey_f_p(double f, double df1, double df2);

/* Parts of this header, each a subject. Include this one. */
#include "kernpunt/survey_drivers.h"
#include "kernpunt/survey_scale.h"
#include "kernpunt/survey_units.h"
#include "kernpunt/survey_weights.h"

#endif
