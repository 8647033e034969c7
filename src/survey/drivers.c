/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collects rows for the driver analysis: means and co-moments in one pass, so that a hundred
 * thousand rows need no more memory than ten. Rows are centred block by block and the blocks merged
 * (Chan, Golub and LeVeque 1979): as accurate as row by row, and several times as fast. */
#include <stdlib.h>

#include "internal.h"

static bool limits_ok(const kp_survey_limits *limits) {
  return limits->min < limits->max;
}

kp_survey_status kp_survey_drivers_new(size_t count, const kp_survey_driver_options *options,
                                       kp_survey_drivers **out) {
  *out = NULL;
  size_t most = KP_SURVEY_DRIVERS_MAX;
  if (options->importance == KP_SURVEY_SHAPLEY) {
    most = KP_SURVEY_SHAPLEY_MAX;
  }
  if (count < 2 || count > most) {
    return KP_SURVEY_SHAPE;
  }
  if (!limits_ok(&options->drivers) || !limits_ok(&options->outcome)) {
    return KP_SURVEY_PARAMETER;
  }
  kp_survey_drivers *d = calloc(1, sizeof *d);
  if (d == NULL) {
    return KP_SURVEY_MEMORY;
  }
  d->count = count;
  d->options = *options;
  *out = d;
  return KP_SURVEY_OK;
}

void kp_survey_drivers_free(kp_survey_drivers *d) {
  free(d);
}

static bool valid(double x, const kp_survey_limits *limits) {
  return isfinite(x) && x >= limits->min && x <= limits->max;
}

/* Brings all sums into the unit that fits a new weight, which is returned in that unit. */
static double in_unit(kp_survey_drivers *d, double weight) {
  int shift = kp_survey_weight_unit(&d->exponent, d->any, weight);
  d->any = true;
  if (shift != 0) {
    kp_survey_drivers_fold(d);
    d->weight = ldexp(d->weight, shift);
    d->squares = ldexp(d->squares, 2 * shift);
    for (size_t i = 0; i < kp_survey_triangle(d->count, d->count) + 1; i++) {
      d->product[i] = ldexp(d->product[i], shift);
    }
    for (size_t i = 0; i < d->count; i++) {
      d->performance[i].weight = ldexp(d->performance[i].weight, shift);
      d->performance[i].sum = ldexp(d->performance[i].sum, shift);
    }
  }
  return ldexp(weight, -d->exponent);
}

static void add_performance(kp_survey_performance *p, double x, double w) {
  if (p->n == 0) {
    p->first = p->min = p->max = x;
  }
  /* Not fmin and fmax: calls, where a comparison does, for every answer. */
  p->min = x < p->min ? x : p->min;
  p->max = x > p->max ? x : p->max;
  p->zero = p->zero || x == 0.0;
  p->n++;
  p->weight += w;
  p->sum += (x - p->first) * w;
}

/* Sum of products over a block, in four sums that the processor can keep apart. */
static double block_product(const double *a, const double *b) {
  double sum[4] = {0.0, 0.0, 0.0, 0.0};
  for (size_t row = 0; row < KP_SURVEY_BLOCK; row += 4) {
    for (size_t k = 0; k < 4; k++) {
      sum[k] += a[row + k] * b[row + k];
    }
  }
  return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

/* Centres a column of the block on its mean, which is returned; fills the unused rows with 0. */
static double centre(double *column, const double *weight, double total, size_t rows) {
  double sum = 0.0;
  for (size_t row = 0; row < rows; row++) {
    sum += column[row] * weight[row];
  }
  double mean = sum / total;
  for (size_t row = 0; row < KP_SURVEY_BLOCK; row++) {
    column[row] = row < rows ? column[row] - mean : 0.0;
  }
  return mean;
}

void kp_survey_drivers_fold(kp_survey_drivers *d) {
  size_t columns = d->count + 1;
  size_t rows = d->pending;
  double total = 0.0;
  double step[KP_SURVEY_COLUMNS];
  double weighted[KP_SURVEY_BLOCK] = {0.0};
  d->pending = 0;
  for (size_t row = 0; row < rows; row++) {
    total += d->block_weight[row];
  }
  if (!(total > 0.0)) { /* nothing, or weights too small beside another to be seen */
    return;
  }
  double share = total / (d->weight + total);
  double factor = d->weight * share;
  double *product = d->product;
  for (size_t i = 0; i < columns; i++) {
    step[i] = centre(d->block[i], d->block_weight, total, rows) - d->mean[i];
    for (size_t row = 0; row < rows; row++) {
      weighted[row] = d->block[i][row] * d->block_weight[row];
    }
    for (size_t j = 0; j <= i; j++) {
      *product++ += block_product(weighted, d->block[j]) + step[i] * step[j] * factor;
    }
    d->mean[i] += step[i] * share;
  }
  d->weight += total;
}

static void add_complete(kp_survey_drivers *d, const double *row, double w) {
  size_t columns = d->count + 1;
  size_t place = d->pending++;
  d->squares += w * w;
  if (d->n++ == 0) {
    for (size_t i = 0; i < columns; i++) {
      d->first[i] = row[i];
    }
  }
  for (size_t i = 0; i < columns; i++) {
    /* Counted from the first row, so that a mean far from zero costs no digits. */
    d->block[i][place] = row[i] - d->first[i];
    d->varies[i] = d->varies[i] || row[i] != d->first[i];
  }
  d->block_weight[place] = w;
  if (d->pending == KP_SURVEY_BLOCK) {
    kp_survey_drivers_fold(d);
  }
}

void kp_survey_drivers_add(kp_survey_drivers *d, double outcome, const double *drivers,
                           double weight) {
  if (weight < 0.0 || isinf(weight)) {
    d->bad++;
    return;
  }
  double row[KP_SURVEY_COLUMNS];
  bool answers[KP_SURVEY_DRIVERS_MAX];
  size_t present = 0;
  bool weighted = weight > 0.0; /* not 0 and not missing */
  double w = 0.0;
  for (size_t i = 0; i < d->count; i++) {
    row[i] = drivers[i];
    answers[i] = valid(drivers[i], &d->options.drivers);
    present += answers[i];
  }
  if (weighted && present > 0) {
    w = in_unit(d, weight);
    for (size_t i = 0; i < d->count; i++) {
      if (answers[i]) {
        add_performance(&d->performance[i], drivers[i], w);
      }
    }
  }
  bool answered = valid(outcome, &d->options.outcome);
  if (answered && present == d->count && weighted) {
    row[d->count] = outcome;
    add_complete(d, row, w);
    return;
  }
  d->left_out++;
  if (!answered && present == 0) {
    d->empty++;
  } else if (answered && present == d->count && weight == 0.0) {
    d->zero++;
  }
}
