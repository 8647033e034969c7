/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collects rows for the driver analysis: means and co-moments in one pass (Welford 1962, in West's
 * form with weights, 1979), so that a hundred thousand rows need no more memory than ten. */
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
    d->weight = ldexp(d->weight, shift);
    d->squares = ldexp(d->squares, 2 * shift);
    for (size_t i = 0; i < kp_survey_triangle(d->count, d->count) + 1; i++) {
      d->product[i] = ldexp(d->product[i], shift);
    }
    for (size_t i = 0; i < d->count; i++) {
      d->performance[i].weight = ldexp(d->performance[i].weight, shift);
    }
  }
  return ldexp(weight, -d->exponent);
}

static void add_performance(kp_survey_performance *p, double x, double w) {
  p->min = p->n == 0 ? x : fmin(p->min, x);
  p->max = p->n == 0 ? x : fmax(p->max, x);
  p->zero = p->zero || x == 0.0;
  p->n++;
  p->weight += w;
  if (p->weight > 0.0) { /* 0 when the weight is too small beside another to be seen */
    p->mean = p->n == 1 ? x : p->mean + (x - p->mean) * (w / p->weight);
  }
}

static void add_complete(kp_survey_drivers *d, const double *row, double w) {
  size_t columns = d->count + 1;
  double before = d->weight;
  d->weight += w;
  d->squares += w * w;
  d->n++;
  if (d->n == 1) {
    for (size_t i = 0; i < columns; i++) {
      d->first[i] = row[i];
    }
    return;
  }
  double step[KP_SURVEY_COLUMNS];
  double share = d->weight > 0.0 ? w / d->weight : 0.0;
  double factor = before * share;
  double *product = d->product;
  for (size_t i = 0; i < columns; i++) {
    /* Counted from the first row, so that a mean far from zero costs no digits. */
    step[i] = row[i] - d->first[i] - d->mean[i];
    d->varies[i] = d->varies[i] || row[i] != d->first[i];
    double scaled = step[i] * factor;
    for (size_t j = 0; j <= i; j++) {
      *product++ += scaled * step[j];
    }
    d->mean[i] += step[i] * share;
  }
}

void kp_survey_drivers_add(kp_survey_drivers *d, double outcome, const double *drivers,
                           double weight) {
  if (weight < 0.0 || isinf(weight)) {
    d->bad++;
    return;
  }
  double row[KP_SURVEY_COLUMNS];
  size_t present = 0;
  bool weighted = weight > 0.0; /* not 0 and not missing */
  double w = 0.0;
  for (size_t i = 0; i < d->count; i++) {
    row[i] = drivers[i];
    if (valid(drivers[i], &d->options.drivers)) {
      present++;
    }
  }
  if (weighted && present > 0) {
    w = in_unit(d, weight);
    for (size_t i = 0; i < d->count; i++) {
      if (valid(drivers[i], &d->options.drivers)) {
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
