/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often does the interval around a weighted score hold the true one? At 95 % it should be so in
 * 93 to 97 % of samples of 50 answers and more; smaller ones are printed, not promised. */
#include "simulate.h"

#include <stdio.h>

typedef struct weighing {
  const char *name;
  double detractor, passive, promoter,
      spread; /* factors, and the sd of the logarithm around them */
} weighing;

static const weighing weighings[] = {{"unrelated to the score", 1, 1, 1, 0.5},
                                     {"detractors up", 1.6, 1.3, 0.7, 0.2},
                                     {"promoters up", 0.7, 1, 1.6, 0.2}};

static double true_score(const shape *s, const weighing *w) {
  double promoters = 1 - s->detractors - s->passives;
  double sum = s->detractors * w->detractor + s->passives * w->passive + promoters * w->promoter;
  return 100 * (promoters * w->promoter - s->detractors * w->detractor) / sum;
}

/* The share of samples whose interval holds the truth. */
static double coverage(uint64_t *seed, const shape *s, const weighing *w, int n, int samples) {
  double truth = true_score(s, w);
  int held = 0;
  for (int k = 0; k < samples; k++) {
    kp_survey_weighted sample = {.used = 0};
    kp_survey_interval interval;
    for (int i = 0; i < n; i++) {
      int code = random_code(seed, s);
      double factor = code < 0 ? w->detractor : code == 0 ? w->passive : w->promoter;
      kp_survey_weighted_add(&sample,
                             code < 0    ? 3
                             : code == 0 ? 7
                                         : 10,
                             factor * exp(w->spread * random_normal(seed)));
    }
    if (kp_survey_weighted_interval(&sample, KP_SURVEY_ADJUSTED, 0.95, KP_SURVEY_UNLIMITED,
                                    &interval) == KP_SURVEY_OK)
      held += interval.lower <= truth && truth <= interval.upper;
  }
  return (double)held / samples;
}

int simulate_weights(uint64_t seed, int samples) {
  static const int sizes[] = {10, 20, 50, 200};
  int missed = 0;
  printf("\nweighted scores: intervals at 95 %% that hold the truth\n");
  for (size_t w = 0; w < sizeof weighings / sizeof *weighings; w++) {
    for (size_t s = 0; s < SHAPES; s += SHAPES - 1) {
      for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        char what[80];
        bool promised = sizes[i] >= 50;
        snprintf(what, sizeof what, "%s, shape %s, %d answers", weighings[w].name, shapes[s].name,
                 sizes[i]);
        missed += !report(what, coverage(&seed, &shapes[s], &weighings[w], sizes[i], samples),
                          promised ? 0.93 : 0, promised ? 0.97 : 1);
      }
    }
  }
  return missed;
}
