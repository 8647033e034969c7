/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random surveys over units and waves, and the trend over waves once more, answer by answer. */
#ifndef KERNPUNT_FUNCTIONS_REFERENCE_WAVES_H
#define KERNPUNT_FUNCTIONS_REFERENCE_WAVES_H

#include "functions_reference_units.h"

/* A random survey, often with enough answers for a verdict. */
typedef struct data {
  fx_value scores, labels, waves;
  size_t rows;
} data;

static inline data random_data(uint64_t *seed) {
  data d;
  d.rows = 1 + (size_t)random_below(seed, 150);
  d.scores = random_range(seed, d.rows, 1, 0, 10, 10 * random_below(seed, 4));
  d.labels = chance(seed, 70) ? few_labels(seed, d.rows, 1 + random_below(seed, 8))
                              : random_labels(seed, d.rows, 1);
  d.waves = random_waves(seed, d.rows, 1 + random_below(seed, 6));
  return d;
}

/* A criterion "1" means the number: labels that are criteria too are words or blank. */
static inline data data_for_criteria(uint64_t *seed) {
  data d = random_data(seed);
  fx_free(&d.labels);
  d.labels = few_labels(seed, d.rows, 1 + random_below(seed, 8));
  return d;
}

static inline void free_data(data *d) {
  fx_free(&d->scores);
  fx_free(&d->labels);
  fx_free(&d->waves);
}

/* 40 % left out, which hides nothing and judges from 10. */
typedef struct least {
  fx_value argument;
  double shown, judged;
} least;

static inline least random_minimum(uint64_t *seed) {
  double m = random_below(seed, 12);
  if (chance(seed, 40))
    return (least){LEFT_OUT, 0, 10};
  return (least){fx_number(m), m >= 2 ? m : 0, fmax(m, 1)};
}

/* Least squares and the correlation, answer by answer. NaN for fewer than three waves. */
typedef struct ref_trend {
  double n, slope, p;
  const char *verdict;
} ref_trend;

static inline ref_trend trend_of(const ref_counts *waves, size_t count_of_waves,
                                 double confidence) {
  ref_trend t = {0, NAN, NAN, "too few answers"};
  double k = 0;
  double c = 0;
  for (size_t w = 0; w < count_of_waves; w++) {
    t.n += waves[w].n;
    k += waves[w].n * (double)(w + 1);
    c += waves[w].p - waves[w].d;
  }
  if (count_of_waves < 3)
    return t;
  double kk = 0;
  double cc = 0;
  double kc = 0;
  for (size_t w = 0; w < count_of_waves; w++) {
    double x = (double)(w + 1) - k / t.n;
    const double n[3] = {waves[w].p, waves[w].passive, waves[w].d};
    for (int j = 0; j < 3; j++) {
      double y = 1 - j - c / t.n;
      kk += n[j] * x * x;
      cc += n[j] * y * y;
      kc += n[j] * x * y;
    }
  }
  t.slope = cc < 1e-9 ? 0 : 100 * kc / kk;
  t.p = cc < 1e-9 ? 1 : ref_normal_p(sqrt((t.n - 1) * kc * kc / kk / cc));
  t.verdict = !(t.p < 1 - confidence) ? "no demonstrable difference"
              : t.slope > 0           ? "rise"
                                      : "fall";
  return t;
}

#endif
