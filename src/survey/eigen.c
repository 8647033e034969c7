/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Eigenvalues and eigenvectors of a small symmetric matrix: Householder's reduction to three
 * diagonals, then implicit QL steps with Wilkinson's shift (Martin, Reinsch and Wilkinson 1968;
 * Dubrulle, Martin and Wilkinson 1968). GSL has the same, but walks its matrices down the columns:
 * with thirty drivers and a thousand rows that was a third of our time. Here every inner loop runs
 * along a row; eigenvectors are therefore kept as rows. */
#include <float.h>
#include <string.h>

#include "internal.h"

enum { MOST = KP_SURVEY_DRIVERS_MAX, PAIRS = (MOST + 1) / 2, STEPS = 60 };

/* Numbers beyond count are 0 and stay it, so that a loop may take whole pairs. */
typedef union row {
  double at[2 * PAIRS];
  kp_survey_pair pair[PAIRS];
} row;

typedef struct work {
  size_t count, pairs;
  row matrix[MOST];
  row vector[MOST]; /* turned step by step into the eigenvectors */
  double diagonal[MOST];
  double beside[MOST]; /* beside[i] stands between diagonal[i] and diagonal[i + 1] */
} work;

static double dot(const row *a, const row *b, size_t pairs) {
  kp_survey_pair sum = {0.0, 0.0};
  for (size_t j = 0; j < pairs; j++) {
    sum += a->pair[j] * b->pair[j];
  }
  return sum[0] + sum[1];
}

static void add(row *to, double factor, const row *from, size_t pairs) {
  kp_survey_pair factors = {factor, factor};
  for (size_t j = 0; j < pairs; j++) {
    to->pair[j] += factors * from->pair[j];
  }
}

/* Mirrors the matrix so that of column k only its diagonal and the number below are left. */
static void reflect(work *w, size_t k) {
  row axis = {{0.0}};
  row image = {{0.0}};
  row turned = {{0.0}};
  for (size_t i = k + 1; i < w->count; i++) {
    axis.at[i] = w->matrix[k].at[i]; /* symmetric: the row is the column */
  }
  double below = axis.at[k + 1];
  axis.at[k + 1] = 0.0;
  double rest = dot(&axis, &axis, w->pairs);
  w->beside[k] = below;
  if (rest == 0.0) {
    return;
  }
  double length = sqrt(below * below + rest);
  w->beside[k] = below > 0.0 ? -length : length; /* the sign that cancels no digits */
  axis.at[k + 1] = below - w->beside[k];
  double scale = 2.0 / (axis.at[k + 1] * axis.at[k + 1] + rest);
  for (size_t i = k + 1; i < w->count; i++) {
    image.at[i] = scale * dot(&w->matrix[i], &axis, w->pairs);
    add(&turned, scale * axis.at[i], &w->vector[i], w->pairs);
  }
  add(&image, -0.5 * scale * dot(&image, &axis, w->pairs), &axis, w->pairs);
  for (size_t i = k + 1; i < w->count; i++) {
    add(&w->matrix[i], -axis.at[i], &image, w->pairs);
    add(&w->matrix[i], -image.at[i], &axis, w->pairs);
    add(&w->vector[i], -axis.at[i], &turned, w->pairs);
  }
}

static void rotate(row *a, row *b, double sine, double cosine, size_t pairs) {
  kp_survey_pair s = {sine, sine};
  kp_survey_pair c = {cosine, cosine};
  for (size_t j = 0; j < pairs; j++) {
    kp_survey_pair x = a->pair[j];
    kp_survey_pair y = b->pair[j];
    a->pair[j] = c * x - s * y;
    b->pair[j] = s * x + c * y;
  }
}

/* The end of the part that starts at `first` and has no zero beside its diagonal. A NaN is none. */
static size_t end_of(const work *w, size_t first) {
  size_t last = first;
  while (last + 1 < w->count &&
         !(fabs(w->beside[last]) <=
           DBL_EPSILON * (fabs(w->diagonal[last]) + fabs(w->diagonal[last + 1])))) {
    last++;
  }
  return last;
}

/* One implicit QL step on first..last, shifted by the eigenvalue of the upper two rows that is
 * nearest to the first. */
static void step(work *w, size_t first, size_t last) {
  double *d = w->diagonal;
  double *e = w->beside;
  double half = (d[first + 1] - d[first]) / (2.0 * e[first]);
  double chase = d[last] - d[first] + e[first] / (half + copysign(sqrt(half * half + 1.0), half));
  double sine = 1.0;
  double cosine = 1.0;
  double moved = 0.0;
  for (size_t i = last; i-- > first;) {
    double out = sine * e[i];
    double in = cosine * e[i];
    double length = sqrt(out * out + chase * chase);
    e[i + 1] = length;
    if (length == 0.0) { /* the part falls apart here */
      d[i + 1] -= moved;
      e[last] = 0.0;
      return;
    }
    sine = out / length;
    cosine = chase / length;
    double base = d[i + 1] - moved;
    double change = (d[i] - base) * sine + 2.0 * cosine * in;
    moved = sine * change;
    d[i + 1] = base + moved;
    chase = cosine * change - in;
    rotate(&w->vector[i], &w->vector[i + 1], sine, cosine, w->pairs);
  }
  d[first] -= moved;
  e[first] = chase;
  e[last] = 0.0;
}

kp_survey_status kp_survey_eigen(size_t count, const double *matrix, double *values,
                                 double *vectors) {
  work w = {.count = count, .pairs = (count + 1) / 2};
  for (size_t i = 0; i < count; i++) {
    memcpy(w.matrix[i].at, matrix + i * count, count * sizeof *matrix);
    w.vector[i].at[i] = 1.0;
  }
  for (size_t k = 0; k + 1 < count; k++) {
    reflect(&w, k);
  }
  for (size_t i = 0; i < count; i++) {
    w.diagonal[i] = w.matrix[i].at[i];
  }
  for (size_t first = 0; first < count; first++) {
    size_t last = end_of(&w, first);
    for (int steps = 0; last > first; steps++) {
      if (steps == STEPS) {
        return KP_SURVEY_NO_CONVERGENCE;
      }
      step(&w, first, last);
      last = end_of(&w, first);
    }
  }
  for (size_t k = 0; k < count; k++) {
    values[k] = w.diagonal[k];
    for (size_t i = 0; i < count; i++) {
      vectors[i * count + k] = w.vector[k].at[i];
    }
  }
  return KP_SURVEY_OK;
}
