/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of src/survey share and nobody else sees. */
#ifndef KERNPUNT_SURVEY_INTERNAL_H
#define KERNPUNT_SURVEY_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kernpunt/survey.h"

#define KP_NAN ((double)NAN)
#define KP_INFINITY ((double)INFINITY)

/* True for 0.5 < confidence < 1 (rule 8): a typed alpha of 0.05 must fail loudly. */
static inline bool kp_survey_confidence_ok(double confidence) {
  return confidence > 0.5 && confidence < 1.0;
}

/* x limited to lower..upper. */
static inline double kp_survey_clamp(double x, double lower, double upper) {
  return x < lower ? lower : (x > upper ? upper : x);
}

/* Counts as fractions. n may be infinite for absurd counts; the fractions are right even then. */
typedef struct kp_survey_fractions {
  double n;
  double promoters, passives, detractors; /* p, v, d; their sum is 1 */
  double nps;                             /* points */
  double variance;                        /* unit variance */
} kp_survey_fractions;

/* PARAMETER, NO_DATA as kp_survey_nps. */
kp_survey_status kp_survey_fractions_of(const kp_survey_counts *c, kp_survey_fractions *f);

/* The counts with the pseudo-answers of the adjusted Wald method added (Rocks 2016). */
kp_survey_counts kp_survey_adjusted_counts(const kp_survey_counts *c);

/* phi = sqrt((M - n) / (M - 1)); PARAMETER unless M is unlimited, or whole and >= n. */
kp_survey_status kp_survey_population_factor(double n, double population, double *phi);

/* An interval around a score from centre and half width, before population correction phi. */
void kp_survey_interval_fill(kp_survey_interval *out, double nps, double centre, double half,
                             double phi);

/* Why weights give no score: BAD_WEIGHT, NO_WEIGHT, NO_DATA, or OK. */
kp_survey_status kp_survey_weighted_status(const kp_survey_weighted *t);

/* Bounds in -1..1 where the score statistic is -z and +z. p and d are fractions of n. */
void kp_survey_score_bounds(double n, double p, double d, double z, double *lower, double *upper);

/* Everything NaN. */
void kp_survey_test_clear(kp_survey_test *test);

/* Fills a test from its difference and standard error; df infinite means z. Without variance the
 * rule is p = 1 for no difference, else 0. */
void kp_survey_test_fill(kp_survey_test *test, double delta, double se, double df,
                         double confidence);

/* Welch-Satterthwaite degrees of freedom from the two squared standard errors; not both 0. */
double kp_survey_welch_df(double v1, double n1, double v2, double n2);

/* The first two steps of every verdict. True when *out or *status is final: a parameter is
 * impossible, or there are too few answers. */
bool kp_survey_verdict_early(double n_earlier, double n_later, double confidence, double minimum_n,
                             kp_survey_verdict *out, kp_survey_status *status);

/* Weights are summed in units of 2^exponent, a power of two near the largest so far, so that no
 * scale of weights overflows or loses the squares. Takes in a weight > 0 and returns by which power
 * of two all sums so far must be multiplied (0 most of the time). any: there was a weight before.
 */
int kp_survey_weight_unit(int *exponent, bool any, double weight);

/* Two numbers in one register, which every 64-bit processor has: arithmetic on both at once, also
 * where a compiler would not see that it may. */
typedef double kp_survey_pair __attribute__((vector_size(2 * sizeof(double)), may_alias));

#define KP_SURVEY_COLUMNS (KP_SURVEY_DRIVERS_MAX + 1)
#define KP_SURVEY_PRODUCTS (KP_SURVEY_COLUMNS * (KP_SURVEY_COLUMNS + 1) / 2)

/* The valid answers of one driver in rows that were left out. */
typedef struct kp_survey_performance {
  uint64_t n;
  double weight;
  double first; /* the first answer, so that a mean far from zero costs no digits */
  double sum;   /* weighted, of what the answers differ from the first */
} kp_survey_performance;

/* Of complete rows. Columns: the drivers, then the outcome. */
typedef struct kp_survey_comoments {
  double weight;
  bool varies[KP_SURVEY_COLUMNS];
  double mean[KP_SURVEY_COLUMNS];     /* minus the first row */
  double product[KP_SURVEY_PRODUCTS]; /* co-moments, lower triangle by rows */
} kp_survey_comoments;

/* Rows gathered before they are folded into the moments: enough to keep the inner loops long, few
 * enough for the block to stay in the processor's first cache. */
#define KP_SURVEY_BLOCK 64

struct kp_survey_drivers {
  size_t count;
  kp_survey_driver_options options;
  uint64_t n, left_out, empty, bad, zero; /* zero: complete rows with weight 0, left out too */
  double min, max;                        /* of all valid answers, whatever the driver */
  int exponent;                           /* unit of all weights below */
  bool any;                               /* there was a positive weight */
  double last_weight, last_in_unit;       /* the last weight as it came and as it counts */
  double squares;                         /* of the weights of complete rows */
  double first[KP_SURVEY_COLUMNS];        /* complete row */
  kp_survey_comoments comoments;
  kp_survey_performance performance[KP_SURVEY_DRIVERS_MAX];
  size_t pending; /* complete rows in the block, counted in n and squares only */
  double block_weight[KP_SURVEY_BLOCK];
  _Alignas(kp_survey_pair) double block[KP_SURVEY_COLUMNS][KP_SURVEY_BLOCK];
};

/* Folds the rows of the block into m, which need not be the collector's own: the block stays. */
void kp_survey_drivers_fold(const kp_survey_drivers *d, kp_survey_comoments *m);

/* Place of row i >= column j in a lower triangle. */
static inline size_t kp_survey_triangle(size_t i, size_t j) {
  return i * (i + 1) / 2 + j;
}

/* Everything NaN or 0. */
void kp_survey_drivers_clear(kp_survey_drivers_result *out, size_t count);

/* r, beta, vif, raw and share of each driver, r_squared, vif_max and culprits, from correlations
 * known to be sound. Fills what kp_survey_drivers_from_correlations promises. */
kp_survey_status kp_survey_decompose(size_t count, const double *rxx, const double *rxy,
                                     kp_survey_importance importance,
                                     kp_survey_drivers_result *out);

/* Below this smallest eigenvalue of the correlations the drivers are called collinear: rounding
 * leaves about 1e-14, a VIF of a million 1e-6. */
#define KP_SURVEY_SINGULAR 1e-10

/* Johnson's relative weights of 1 to KP_SURVEY_COLUMNS columns from the eigenvalues and
 * eigenvectors of their correlations and part = V'r. */
void kp_survey_relative_weights(size_t count, const double *values, const double *vectors,
                                const double *part, double *raw);

/* Eigenvalues, in no order, and eigenvectors of length 1 of a symmetric matrix of 1 to
 * KP_SURVEY_DRIVERS_MAX rows: column k of vectors belongs to values[k]. NO_CONVERGENCE when
 * something is not finite; MEMORY. */
kp_survey_status kp_survey_eigen(size_t count, const double *matrix, double *values,
                                 double *vectors);

/* LMG by all subsets: raw receives count parts. COLLINEAR if a subset cannot be factored. */
kp_survey_status kp_survey_shapley(size_t count, const double *rxx, const double *rxy, double *raw);

#endif
