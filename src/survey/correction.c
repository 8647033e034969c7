/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many tests in one table: Holm 1979, Benjamini and Hochberg 1995 (as R's p.adjust), and the bounds
 * that go with an adjusted p. Since p <= adjusted <= tests * p these lie between the plain and the
 * Bonferroni interval. */
#include <stdlib.h>

#include <gsl/gsl_cdf.h>

#include "internal.h"
#include "kernpunt/survey.h"

typedef struct ranked {
  double p;
  size_t place;
} ranked;

static int by_size(const void *one, const void *other) {
  const ranked *a = one;
  const ranked *b = other;
  return (a->p > b->p) - (a->p < b->p);
}

/* Steps down: the smallest p is judged among all tests, the next among one fewer. */
static void holm(size_t count, const ranked *sorted, double *adjusted) {
  double largest = 0.0;
  for (size_t i = 0; i < count; i++) {
    largest = fmax(largest, fmin(1.0, (double)(count - i) * sorted[i].p));
    adjusted[sorted[i].place] = largest;
  }
}

/* Steps up. */
static void benjamini_hochberg(size_t count, const ranked *sorted, double *adjusted) {
  double smallest = 1.0;
  for (size_t i = count; i-- > 0;) {
    smallest = fmin(smallest, (double)count * sorted[i].p / (double)(i + 1));
    adjusted[sorted[i].place] = fmax(sorted[i].p, smallest); /* never below it by rounding */
  }
}

kp_survey_status kp_survey_adjust(kp_survey_correction correction, size_t count, const double *p,
                                  double *adjusted) {
  if (correction == KP_SURVEY_UNCORRECTED || count == 0) {
    for (size_t i = 0; i < count; i++) {
      adjusted[i] = p[i];
    }
    return KP_SURVEY_OK;
  }
  ranked *sorted = calloc(count, sizeof *sorted);
  if (sorted == NULL) {
    return KP_SURVEY_MEMORY;
  }
  for (size_t i = 0; i < count; i++) {
    sorted[i] = (ranked){p[i], i};
  }
  qsort(sorted, count, sizeof *sorted, by_size);
  if (correction == KP_SURVEY_HOLM) {
    holm(count, sorted, adjusted);
  } else {
    benjamini_hochberg(count, sorted, adjusted);
  }
  free(sorted);
  return KP_SURVEY_OK;
}

double kp_survey_adjusted_critical(double confidence, double p, double adjusted, size_t tests) {
  if (p == adjusted && p > 0.0) { /* exactly the plain bounds */
    return kp_survey_normal_critical(confidence);
  }
  double share = adjusted > 0.0 ? p / adjusted : 1.0 / (double)tests;
  return gsl_cdf_ugaussian_Qinv((1.0 - confidence) * share / 2.0);
}
