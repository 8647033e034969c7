/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How sure the order of the drivers is: relative weights of resampled rows, and whether each weight
 * stays above that of a column of pure noise (Tonidandel, LeBreton and Johnson 2009, Psychological
 * Methods 14:387). A resample is kept as how often each row was drawn, so that a row drawn three
 * times costs no more than one drawn once. */
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_eigen.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include "internal.h"

enum { WIDTH = KP_SURVEY_DRIVERS_MAX + 2 }; /* the drivers, the outcome, the noise */

typedef struct bootstrap {
  size_t n, count, columns; /* columns: the drivers, then the outcome */
  double *row;              /* standardised, n x columns */
  double *times, *noise;    /* of each row: how often drawn, and the sum of the noise it drew */
  size_t *drawn;
  double noise_squares;
  double product[WIDTH][WIDTH]; /* weighted sums of products, lower triangle */
  double sum[WIDTH];
  gsl_rng *random;
  gsl_eigen_symmv_workspace *without, *with; /* without and with the noise */
  double *weight, *above; /* of each driver in each repetition: count x repetitions */
  size_t *first;          /* how often ranked first */
} bootstrap;

static bool start(bootstrap *b, size_t repetitions, uint32_t seed) {
  b->row = malloc(b->n * b->columns * sizeof *b->row);
  b->times = malloc(b->n * sizeof *b->times);
  b->noise = malloc(b->n * sizeof *b->noise);
  b->drawn = malloc(b->n * sizeof *b->drawn);
  b->weight = malloc(b->count * repetitions * sizeof *b->weight);
  b->above = malloc(b->count * repetitions * sizeof *b->above);
  b->first = calloc(b->count, sizeof *b->first);
  b->random = gsl_rng_alloc(gsl_rng_mt19937);
  b->without = gsl_eigen_symmv_alloc(b->count);
  b->with = gsl_eigen_symmv_alloc(b->count + 1);
  if (b->random != NULL) {
    gsl_rng_set(b->random, seed);
  }
  return b->row != NULL && b->times != NULL && b->noise != NULL && b->drawn != NULL &&
         b->weight != NULL && b->above != NULL && b->first != NULL && b->random != NULL &&
         b->without != NULL && b->with != NULL;
}

static void finish(bootstrap *b) {
  if (b->with != NULL) {
    gsl_eigen_symmv_free(b->with);
  }
  if (b->without != NULL) {
    gsl_eigen_symmv_free(b->without);
  }
  if (b->random != NULL) {
    gsl_rng_free(b->random);
  }
  free(b->first);
  free(b->above);
  free(b->weight);
  free(b->drawn);
  free(b->noise);
  free(b->times);
  free(b->row);
}

/* Columns with mean 0 and length 1, so that no resample cancels digits whatever the scale. False
 * when numbers are too large to be subtracted. */
static bool standardise(bootstrap *b, const double *rows) {
  for (size_t j = 0; j < b->columns; j++) {
    double mean = 0.0;
    double largest = 0.0;
    double squares = 0.0;
    double base = rows[j];
    for (size_t i = 0; i < b->n; i++) {
      mean += (rows[i * b->columns + j] - base) / (double)b->n;
    }
    for (size_t i = 0; i < b->n; i++) {
      double x = rows[i * b->columns + j] - base - mean;
      if (!isfinite(x)) {
        return false;
      }
      b->row[i * b->columns + j] = x;
      largest = fmax(largest, fabs(x));
    }
    for (size_t i = 0; largest > 0.0 && i < b->n; i++) {
      double x = b->row[i * b->columns + j] /= largest;
      squares += x * x;
    }
    for (size_t i = 0; squares > 0.0 && i < b->n; i++) {
      b->row[i * b->columns + j] /= sqrt(squares);
    }
  }
  return true;
}

/* Draws n rows, then a column of noise in the order they were drawn. */
static void draw(bootstrap *b) {
  memset(b->times, 0, b->n * sizeof *b->times);
  memset(b->noise, 0, b->n * sizeof *b->noise);
  b->noise_squares = 0.0;
  for (size_t i = 0; i < b->n; i++) {
    b->drawn[i] = gsl_rng_uniform_int(b->random, b->n);
    b->times[b->drawn[i]] += 1.0;
  }
  for (size_t i = 0; i < b->n; i++) {
    double e = gsl_ran_gaussian_ziggurat(b->random, 1.0);
    b->noise[b->drawn[i]] += e;
    b->noise_squares += e * e;
  }
}

/* Sums and products of the resample; the noise is the last column. */
static void multiply(bootstrap *b) {
  size_t noise = b->columns;
  memset(b->product, 0, sizeof b->product);
  memset(b->sum, 0, sizeof b->sum);
  for (size_t i = 0; i < b->n; i++) {
    const double *x = b->row + i * b->columns;
    double times = b->times[i];
    if (times == 0.0) {
      continue;
    }
    for (size_t j = 0; j < b->columns; j++) {
      double weighted = times * x[j];
      b->sum[j] += weighted;
      b->product[noise][j] += b->noise[i] * x[j];
      for (size_t k = 0; k <= j; k++) {
        b->product[j][k] += weighted * x[k];
      }
    }
    b->sum[noise] += b->noise[i];
  }
  b->product[noise][noise] = b->noise_squares;
}

/* True when a column holds one value in all rows drawn. Only looked at where the variance is so
 * small that rounding could be all of it. */
static bool constant(const bootstrap *b, size_t column) {
  for (size_t i = 1; i < b->n; i++) {
    if (b->row[b->drawn[i] * b->columns + column] != b->row[b->drawn[0] * b->columns + column]) {
      return false;
    }
  }
  return true;
}

/* Products become correlations, in the lower triangle. False when a column is constant. */
static bool correlate(bootstrap *b) {
  double deviation[WIDTH] = {0.0};
  double n = (double)b->n;
  for (size_t j = 0; j <= b->columns; j++) {
    for (size_t k = 0; k <= j; k++) {
      b->product[j][k] -= b->sum[j] * (b->sum[k] / n);
    }
    double variance = b->product[j][j];
    if (!(variance > 0.0) || (variance < 1e-6 && j < b->columns && constant(b, j))) {
      return false;
    }
    deviation[j] = sqrt(variance);
  }
  for (size_t j = 0; j <= b->columns; j++) {
    for (size_t k = 0; k < j; k++) {
      b->product[j][k] = kp_survey_clamp(b->product[j][k] / deviation[j] / deviation[k], -1.0, 1.0);
    }
  }
  return true;
}

static double at(const bootstrap *b, size_t i, size_t j) {
  return i >= j ? b->product[i][j] : b->product[j][i];
}

/* Relative weights of the chosen columns; false when they are collinear. */
static bool weigh(const bootstrap *b, gsl_eigen_symmv_workspace *workspace, const size_t *column,
                  size_t count, double *raw) {
  double matrix[(WIDTH - 1) * (WIDTH - 1)] = {0.0};
  double values[WIDTH - 1] = {0.0};
  double vectors[(WIDTH - 1) * (WIDTH - 1)] = {0.0};
  double part[WIDTH - 1];
  gsl_matrix_view m = gsl_matrix_view_array(matrix, count, count);
  gsl_matrix_view v = gsl_matrix_view_array(vectors, count, count);
  gsl_vector_view e = gsl_vector_view_array(values, count);
  for (size_t i = 0; i < count; i++) {
    for (size_t j = 0; j < i; j++) {
      matrix[i * count + j] = matrix[j * count + i] = at(b, column[i], column[j]);
    }
    matrix[i * count + i] = 1.0;
  }
  if (gsl_eigen_symmv(&m.matrix, &e.vector, &v.matrix, workspace) != 0) {
    return false;
  }
  for (size_t k = 0; k < count; k++) {
    if (!(values[k] >= KP_SURVEY_SINGULAR)) {
      return false;
    }
    part[k] = 0.0;
    for (size_t i = 0; i < count; i++) {
      part[k] += vectors[i * count + k] * at(b, column[i], b->count);
    }
  }
  kp_survey_relative_weights(count, values, vectors, part, raw);
  return true;
}

/* One resample; false when it must be drawn again. */
static bool resample(bootstrap *b, size_t repetition, size_t repetitions) {
  size_t column[WIDTH - 1] = {0};
  double raw[WIDTH - 1] = {0.0};
  double noisy[WIDTH - 1] = {0.0};
  size_t best = 0;
  for (size_t j = 0; j < b->count; j++) {
    column[j] = j;
  }
  column[b->count] = b->columns;
  draw(b);
  multiply(b);
  if (!correlate(b) || !weigh(b, b->without, column, b->count, raw) ||
      !weigh(b, b->with, column, b->count + 1, noisy)) {
    return false;
  }
  for (size_t j = 0; j < b->count; j++) {
    b->weight[j * repetitions + repetition] = raw[j];
    b->above[j * repetitions + repetition] = noisy[j] - noisy[b->count];
    best = raw[j] > raw[best] ? j : best;
  }
  b->first[best]++;
  return true;
}

static int ascending(const void *one, const void *other) {
  double a = *(const double *)one;
  double b = *(const double *)other;
  return (a > b) - (a < b);
}

/* The value at a position counted from 1, between two by linear interpolation. */
static double percentile(const double *sorted, size_t count, double position) {
  if (position <= 1.0) {
    return sorted[0];
  }
  if (position >= (double)count) {
    return sorted[count - 1];
  }
  double below = floor(position);
  size_t place = (size_t)below - 1;
  return sorted[place] + (position - below) * (sorted[place + 1] - sorted[place]);
}

static void summarise(bootstrap *b, size_t repetitions, double confidence,
                      kp_survey_stability *out) {
  double tail = (1.0 - confidence) / 2.0;
  double low = ((double)repetitions + 1.0) * tail;
  double high = ((double)repetitions + 1.0) * (1.0 - tail);
  for (size_t j = 0; j < b->count; j++) {
    double *weight = b->weight + j * repetitions;
    double *above = b->above + j * repetitions;
    qsort(weight, repetitions, sizeof *weight, ascending);
    qsort(above, repetitions, sizeof *above, ascending);
    out->driver[j] = (kp_survey_stable_driver){
        .lower = percentile(weight, repetitions, low),
        .upper = percentile(weight, repetitions, high),
        .first = (double)b->first[j] / (double)repetitions,
        .lower_above_noise = percentile(above, repetitions, low),
    };
  }
}

static kp_survey_status check(size_t n, size_t count, size_t repetitions, double confidence) {
  if (count < 2 || count > KP_SURVEY_DRIVERS_MAX) {
    return KP_SURVEY_SHAPE;
  }
  double columns = (double)count + 1.0;
  if (repetitions < KP_SURVEY_REPETITIONS_MIN || repetitions > KP_SURVEY_REPETITIONS_MAX ||
      !kp_survey_confidence_ok(confidence) ||
      (double)n * columns * columns * (double)repetitions > KP_SURVEY_STABILITY_COST_MAX) {
    return KP_SURVEY_PARAMETER;
  }
  return n < count + 2 ? KP_SURVEY_TOO_FEW : KP_SURVEY_OK;
}

kp_survey_status kp_survey_driver_stability(const double *rows, size_t n, size_t count,
                                            size_t repetitions, uint32_t seed, double confidence,
                                            kp_survey_stability *out) {
  bootstrap b = {.n = n, .count = count, .columns = count + 1};
  *out = (kp_survey_stability){.count = 0};
  kp_survey_status status = check(n, count, repetitions, confidence);
  if (status != KP_SURVEY_OK) {
    return status;
  }
  status = start(&b, repetitions, seed) ? KP_SURVEY_OK : KP_SURVEY_MEMORY;
  if (status == KP_SURVEY_OK && !standardise(&b, rows)) {
    status = KP_SURVEY_OUT_OF_RANGE;
  }
  if (status == KP_SURVEY_OK) {
    size_t again = 0;
    for (size_t done = 0; done < repetitions && again <= repetitions;) {
      if (resample(&b, done, repetitions)) {
        done++;
      } else {
        again++;
      }
    }
    if (again > repetitions) {
      status = KP_SURVEY_COLLINEAR;
    } else {
      out->count = count;
      summarise(&b, repetitions, confidence, out);
    }
  }
  finish(&b);
  return status;
}
