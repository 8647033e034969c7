/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file survey_scale.h
 * Scores on any scale: top boxes and their shares, grades, Customer Effort Score, progress to a
 * target. Conventions and statuses as in survey.h.
 */
#ifndef KERNPUNT_SURVEY_SCALE_H
#define KERNPUNT_SURVEY_SCALE_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

#include "kernpunt/survey.h"

/* ---- Moments ---- */

/** Count, sum and spread of a stream of numbers, in one pass. The sum is compensated (Neumaier
 * 1974), the squares are Welford's (1962): both keep full precision far from zero. Start from zero
 * (= {0}). */
typedef struct kp_survey_moments {
  uint64_t n;
  double sum, lost; /**< the sum is sum + lost */
  double mean, m2;  /**< running mean, sum of squared deviations */
} kp_survey_moments;

static inline void kp_survey_moments_add(kp_survey_moments *m, double x) {
  double total = m->sum + x;
  m->lost += fabs(m->sum) >= fabs(x) ? (m->sum - total) + x : (x - total) + m->sum;
  m->sum = total;
  m->n++;
  double d = x - m->mean;
  m->mean += d / (double)m->n;
  m->m2 += d * (x - m->mean);
}

/** Mean. NO_DATA for n = 0, OUT_OF_RANGE when it does not fit a double. */
kp_survey_status kp_survey_mean(const kp_survey_moments *m, double *mean);

/** Sample variance. TOO_FEW for n < 2. */
kp_survey_status kp_survey_variance(const kp_survey_moments *m, double *variance);

/* ---- Streaming tally of scores on a scale (rules 1-6) ---- */

/** What a range of scores on a scale holds; make it with kp_survey_scale_start, add every cell
 * once. */
typedef struct kp_survey_scale {
  double min, max, middle; /**< middle = (min + max) / 2 */
  double top_from;         /**< a score from here on is in the top boxes */
  bool whole; /**< only whole scores are valid (boxes, CES); else decimals too (grades) */
  kp_survey_moments moments;
  uint64_t top;          /**< valid scores in the top boxes */
  uint64_t below, above; /**< valid scores below and above the middle */
  uint64_t blank, text, boolean, out_of_range, non_integer, error;
} kp_survey_scale;

/** Starts a tally for min..max.
 *  @param whole accept whole scores only; then min and max must be whole
 *  @param boxes how many top boxes to count, 1..max - min + 1 and whole; 0 counts none (grades,
 * CES) PARAMETER: min >= max, not finite, not whole where they must be, boxes impossible (rule 8).
 */
kp_survey_status kp_survey_scale_start(kp_survey_scale *t, double min, double max, bool whole,
                                       double boxes);

/** Adds a numeric cell. NaN and infinity count as out of range. */
static inline void kp_survey_scale_add_number(kp_survey_scale *t, double score) {
  if (!(score >= t->min && score <= t->max)) {
    t->out_of_range++;
  } else if (t->whole && floor(score) != score) {
    t->non_integer++;
  } else {
    kp_survey_moments_add(&t->moments, score);
    t->top += score >= t->top_from;
    t->below += score < t->middle;
    t->above += score > t->middle;
  }
}

static inline void kp_survey_scale_add_blank(kp_survey_scale *t) {
  t->blank++;
}
static inline void kp_survey_scale_add_text(kp_survey_scale *t) {
  t->text++;
}
static inline void kp_survey_scale_add_boolean(kp_survey_scale *t) {
  t->boolean++;
}
static inline void kp_survey_scale_add_error(kp_survey_scale *t) {
  t->error++;
}

/* ---- Shares ---- */

/** count of n. Doubles, since a user may type them: finite, 0 <= count <= n, need not be whole. */
typedef struct kp_survey_share {
  double count, n;
} kp_survey_share;

/** The top boxes of a tally. */
kp_survey_share kp_survey_top_share(const kp_survey_scale *t);

/** count / n, 0..1. PARAMETER for impossible counts, NO_DATA for n = 0; so for every function of
 * shares. */
kp_survey_status kp_survey_share_value(const kp_survey_share *s, double *share);

/** Wilson score interval without continuity correction (Newcombe 1998, Stat. Med. 17:857). */
kp_survey_status kp_survey_wilson(const kp_survey_share *s, double confidence, double *lower,
                                  double *upper);

/** Agresti-Coull interval, not clamped: it may leave 0..1. */
kp_survey_status kp_survey_agresti_coull(const kp_survey_share *s, double confidence, double *lower,
                                         double *upper);

/** later minus earlier, as fractions (0.19 = 19 percentage points). */
typedef struct kp_survey_share_change {
  double earlier, later, delta;
  double relative; /**< later / earlier - 1 (0.302 = +30.2 %); NaN if earlier is 0 */
  double z, p;     /**< pooled z-test, two-sided; both shares 0 or both 1: z = 0, p = 1 */
  double wald_lower, wald_upper;
  double newcombe_lower,
      newcombe_upper; /**< hybrid interval (Newcombe 1998, Stat. Med. 17:873, method 10) */
} kp_survey_share_change;

kp_survey_status kp_survey_share_delta(const kp_survey_share *earlier, const kp_survey_share *later,
                                       double confidence, kp_survey_share_change *out);

/** Verdict read off Newcombe's interval: a difference only when 0 lies outside it. Near the line
 * the pooled p may say otherwise. Errors and too few as kp_survey_nps_verdict. */
kp_survey_status kp_survey_share_verdict(const kp_survey_share *earlier,
                                         const kp_survey_share *later, double confidence,
                                         double minimum_n, kp_survey_verdict *out);

/* ---- Means ---- */

/** A mean with its t interval, in the unit of the scores; not clamped to the scale. */
typedef struct kp_survey_mean_interval {
  double n, mean, sd, se, margin, lower, upper;
} kp_survey_mean_interval;

/** NO_DATA for n = 0; TOO_FEW for n = 1 (n and mean are filled). */
kp_survey_status kp_survey_mean_ci(const kp_survey_moments *m, double confidence,
                                   kp_survey_mean_interval *out);

/** Welch's t-test of later minus earlier (unequal variances, Satterthwaite df). Zero variance in
 * both: p = 1 if the delta is 0, else 0, and the interval is the delta. NO_DATA if either is empty;
 * TOO_FEW if either n < 2 (delta is filled). */
kp_survey_status kp_survey_mean_delta(const kp_survey_moments *earlier,
                                      const kp_survey_moments *later, double confidence,
                                      kp_survey_test *out);

/** Verdict by Welch; rule and errors as kp_survey_nps_verdict. */
kp_survey_status kp_survey_mean_verdict(const kp_survey_moments *earlier,
                                        const kp_survey_moments *later, double confidence,
                                        double minimum_n, kp_survey_verdict *out);

/** Complete pairs of grades; make it with kp_survey_grade_pairs_start. */
typedef struct kp_survey_grade_pairs {
  double min, max;
  kp_survey_moments earlier, later, difference; /**< over complete pairs */
  uint64_t incomplete, empty; /**< pairs with one, and without any valid grade: dropped */
} kp_survey_grade_pairs;

/** PARAMETER unless min < max, both finite. */
kp_survey_status kp_survey_grade_pairs_start(kp_survey_grade_pairs *t, double min, double max);

/** Adds a pair; NaN stands for a blank, a text or a boolean. Decimals are valid. */
static inline void kp_survey_grade_pairs_add(kp_survey_grade_pairs *t, double earlier,
                                             double later) {
  int a = earlier >= t->min && earlier <= t->max;
  int b = later >= t->min && later <= t->max;
  if (a && b) {
    kp_survey_moments_add(&t->earlier, earlier);
    kp_survey_moments_add(&t->later, later);
    kp_survey_moments_add(&t->difference, later - earlier);
  } else if (a || b) {
    t->incomplete++;
  } else {
    t->empty++;
  }
}

/** Paired t-test on moments of the differences later - earlier. Zero variance: p = 1 if the delta
 * is 0, else 0. NO_DATA for n = 0; TOO_FEW for n = 1 (delta is filled). */
kp_survey_status kp_survey_mean_paired(const kp_survey_moments *difference, double confidence,
                                       kp_survey_test *out);

/** Verdict by the paired t-test; rule and errors as kp_survey_nps_verdict. */
kp_survey_status kp_survey_mean_paired_verdict(const kp_survey_moments *difference,
                                               double confidence, double minimum_n,
                                               kp_survey_verdict *out);

/* ---- Customer Effort Score ---- */

/** Which end of the scale is easy. Never guessed: 2.0 is high (7-point agreement), 1.0 is low
 * (5-point effort). */
typedef enum kp_survey_direction {
  KP_SURVEY_HIGH_IS_EASY = 1,
  KP_SURVEY_LOW_IS_EASY
} kp_survey_direction;

typedef struct kp_survey_ces {
  double n, mean;
  double lower, upper; /**< t interval of the mean; NaN for n = 1 */
  double easy,
      difficult; /**< shares beyond the middle of the scale; the middle itself is neither */
  double net;    /**< 100 (easy - difficult), points */
} kp_survey_ces;

/** The tally must be one of whole scores. Errors: PARAMETER (confidence, direction), NO_DATA. */
kp_survey_status kp_survey_ces_result(const kp_survey_scale *t, kp_survey_direction direction,
                                      double confidence, kp_survey_ces *out);

/* ---- Progress ---- */

typedef struct kp_survey_progress {
  double change;   /**< actual - baseline */
  double relative; /**< change / baseline; NaN if baseline is 0 */
  double progress; /**< (actual - baseline) / (target - baseline), not clamped */
  bool met; /**< the target is reached, seen from the baseline; target = baseline means "hold":
               actual >= target */
} kp_survey_progress;

/** UNDEFINED when target equals baseline (progress is NaN, the rest is filled); PARAMETER when an
 * argument is not finite; OUT_OF_RANGE when the progress does not fit a double. */
kp_survey_status kp_survey_progress_of(double baseline, double target, double actual,
                                       kp_survey_progress *out);

#endif
