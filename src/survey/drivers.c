/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collects rows for the driver analysis: means and co-moments in one pass, so that a hundred
 * thousand rows need no more memory than ten. Complete rows go into a block unseen but for one
 * comparison with what was seen before; drivers_fold.c does the arithmetic, block by block. */
#include <stdlib.h>
#include <string.h>

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
  d->min = KP_INFINITY;
  d->max = -KP_INFINITY;
  *out = d;
  return KP_SURVEY_OK;
}

void kp_survey_drivers_free(kp_survey_drivers *d) {
  free(d);
}

uint64_t kp_survey_drivers_complete(const kp_survey_drivers *d) {
  return d->n;
}

static bool valid(double x, const kp_survey_limits *limits) {
  return isfinite(x) && x >= limits->min && x <= limits->max;
}

/* Moves the rows of the block into the moments. */
static void flush(kp_survey_drivers *d) {
  kp_survey_drivers_fold(d, &d->comoments);
  d->pending = 0;
}

/* Brings all sums into the unit that fits a new weight, which is returned in that unit. */
static double in_unit(kp_survey_drivers *d, double weight) {
  if (weight == d->last_weight) { /* without weights: always */
    return d->last_in_unit;
  }
  int shift = kp_survey_weight_unit(&d->exponent, d->any, weight);
  d->any = true;
  if (shift != 0) {
    flush(d);
    d->comoments.weight = ldexp(d->comoments.weight, shift);
    d->squares = ldexp(d->squares, 2 * shift);
    for (size_t i = 0; i < kp_survey_triangle(d->count, d->count) + 1; i++) {
      d->comoments.product[i] = ldexp(d->comoments.product[i], shift);
    }
    for (size_t i = 0; i < d->count; i++) {
      d->performance[i].weight = ldexp(d->performance[i].weight, shift);
      d->performance[i].sum = ldexp(d->performance[i].sum, shift);
    }
  }
  d->last_weight = weight;
  d->last_in_unit = ldexp(weight, -d->exponent);
  return d->last_in_unit;
}

static void add_complete(kp_survey_drivers *d, double outcome, const double *drivers, double w) {
  size_t place = d->pending++;
  d->squares += w * w;
  if (d->n++ == 0) {
    memcpy(d->first, drivers, d->count * sizeof *drivers);
    d->first[d->count] = outcome;
  }
  for (size_t i = 0; i < d->count; i++) {
    d->block[i][place] = drivers[i];
  }
  d->block[d->count][place] = outcome;
  d->block_weight[place] = w;
  if (d->pending == KP_SURVEY_BLOCK) {
    flush(d);
  }
}

static void add_performance(kp_survey_performance *p, double x, double w) {
  if (p->n == 0) {
    p->first = x;
  }
  p->n++;
  p->weight += w;
  p->sum += (x - p->first) * w;
}

/* A row with an answer that is missing, or lower or higher than any before; or without a weight. */
static void add_unfamiliar(kp_survey_drivers *d, double outcome, const double *drivers,
                           double weight) {
  bool answers[KP_SURVEY_DRIVERS_MAX];
  size_t present = 0;
  bool weighted = weight > 0.0; /* not 0 and not missing */
  bool answered = valid(outcome, &d->options.outcome);
  double w = 0.0;
  for (size_t i = 0; i < d->count; i++) {
    answers[i] = valid(drivers[i], &d->options.drivers);
    present += answers[i];
  }
  if (weighted && present > 0) {
    w = in_unit(d, weight);
    for (size_t i = 0; i < d->count; i++) {
      d->min = answers[i] ? fmin(d->min, drivers[i]) : d->min;
      d->max = answers[i] ? fmax(d->max, drivers[i]) : d->max;
    }
  }
  if (answered && present == d->count && weighted) {
    add_complete(d, outcome, drivers, w);
    return;
  }
  for (size_t i = 0; weighted && i < d->count; i++) {
    if (answers[i]) {
      add_performance(&d->performance[i], drivers[i], w);
    }
  }
  d->left_out++;
  if (!answered && present == 0) {
    d->empty++;
  } else if (answered && present == d->count && weight == 0.0) {
    d->zero++;
  }
}

/* True when every answer lies between two seen before: then each is valid, and none moves the
 * lowest or the highest. A NaN lies nowhere. */
static bool familiar(const kp_survey_drivers *d, const double *drivers) {
  size_t outside = 0;
  for (size_t i = 0; i < d->count; i++) {
    outside += !(drivers[i] >= d->min && drivers[i] <= d->max);
  }
  return outside == 0;
}

void kp_survey_drivers_add(kp_survey_drivers *d, double outcome, const double *drivers,
                           double weight) {
  if (weight < 0.0 || isinf(weight)) {
    d->bad++;
  } else if (weight > 0.0 && familiar(d, drivers) && valid(outcome, &d->options.outcome)) {
    add_complete(d, outcome, drivers, in_unit(d, weight));
  } else {
    add_unfamiliar(d, outcome, drivers, weight);
  }
}
