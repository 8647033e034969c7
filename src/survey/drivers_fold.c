/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arithmetic of the driver analysis: rows are centred block by block and the blocks merged
 * (Chan, Golub and LeVeque 1979), as accurate as row by row and many times as fast. With thirty
 * drivers a row takes five hundred products; so they are made in tiles of two columns by four,
 * where a number that is loaded once serves several of them. */
#include <string.h>

#include "internal.h"

enum { DOWN = 2, ACROSS = 4, WIDE = (KP_SURVEY_COLUMNS + ACROSS - 1) / ACROSS * ACROSS };

typedef kp_survey_pair pair;
enum { PAIRS = KP_SURVEY_BLOCK / 2 };

static double sum_of(pair x) {
  return x[0] + x[1];
}

static pair both(double x) {
  return (pair){x, x};
}

/* The sums of products of DOWN columns with ACROSS columns, each column after the other. Spelled
 * out, so that each sum has a register of its own whatever the compiler makes of loops. */
static void multiply(const pair *a0, const pair *b0, double out[DOWN][ACROSS]) {
  const pair *a1 = a0 + PAIRS;
  const pair *b1 = b0 + PAIRS;
  const pair *b2 = b1 + PAIRS;
  const pair *b3 = b2 + PAIRS;
  pair s00 = both(0.0);
  pair s01 = s00;
  pair s02 = s00;
  pair s03 = s00;
  pair s10 = s00;
  pair s11 = s00;
  pair s12 = s00;
  pair s13 = s00;
  for (size_t k = 0; k < PAIRS; k++) {
    s00 += a0[k] * b0[k];
    s01 += a0[k] * b1[k];
    s02 += a0[k] * b2[k];
    s03 += a0[k] * b3[k];
    s10 += a1[k] * b0[k];
    s11 += a1[k] * b1[k];
    s12 += a1[k] * b2[k];
    s13 += a1[k] * b3[k];
  }
  out[0][0] = sum_of(s00);
  out[0][1] = sum_of(s01);
  out[0][2] = sum_of(s02);
  out[0][3] = sum_of(s03);
  out[1][0] = sum_of(s10);
  out[1][1] = sum_of(s11);
  out[1][2] = sum_of(s12);
  out[1][3] = sum_of(s13);
}

/* Centres a column on its weighted mean, counted from first, and returns that. */
static double centre(const pair *column, double first, const pair *weight, double total,
                     pair *centred) {
  pair even = both(0.0);
  pair odd = both(0.0);
  for (size_t k = 0; k < PAIRS; k += 2) {
    /* Counted from the first row, so that a mean far from zero costs no digits. */
    centred[k] = column[k] - both(first);
    centred[k + 1] = column[k + 1] - both(first);
    even += centred[k] * weight[k];
    odd += centred[k + 1] * weight[k + 1];
  }
  double mean = sum_of(even + odd) / total;
  for (size_t k = 0; k < PAIRS; k++) {
    centred[k] -= both(mean);
  }
  return mean;
}

/* Adds the part of a tile that lies in the lower triangle. */
static void add_tile(double sums[DOWN][ACROSS], size_t top, size_t left, size_t columns,
                     const double *step, double factor, double *product) {
  for (size_t i = top; i < top + DOWN && i < columns; i++) {
    for (size_t j = left; j < left + ACROSS && j <= i; j++) {
      product[kp_survey_triangle(i, j)] += sums[i - top][j - left] + step[i] * step[j] * factor;
    }
  }
}

/* All products of centred columns, into the lower triangle. */
static void add_products(double centred[][KP_SURVEY_BLOCK], const pair *weight, size_t columns,
                         const double *step, double factor, double *product) {
  _Alignas(pair) double weighted[DOWN][KP_SURVEY_BLOCK];
  double sums[DOWN][ACROSS];
  for (size_t top = 0; top < columns; top += DOWN) {
    for (size_t i = 0; i < DOWN; i++) {
      const pair *from = (const pair *)centred[top + i];
      pair *to = (pair *)weighted[i];
      for (size_t k = 0; k < PAIRS; k++) {
        to[k] = from[k] * weight[k];
      }
    }
    for (size_t left = 0; left < top + DOWN; left += ACROSS) {
      multiply((const pair *)weighted, (const pair *)centred[left], sums);
      add_tile(sums, top, left, columns, step, factor, product);
    }
  }
}

void kp_survey_drivers_fold(const kp_survey_drivers *d, kp_survey_comoments *m) {
  size_t columns = d->count + 1;
  double total = 0.0;
  double step[KP_SURVEY_COLUMNS];
  /* Rows beyond those pending hold old numbers, or 0, and weigh nothing. */
  _Alignas(pair) double weight[KP_SURVEY_BLOCK] = {0.0};
  _Alignas(pair) double centred[WIDE][KP_SURVEY_BLOCK];
  const pair *w = (const pair *)weight;
  for (size_t row = 0; row < d->pending; row++) {
    weight[row] = d->block_weight[row];
    total += weight[row];
  }
  if (!(total > 0.0)) { /* nothing, or weights too small beside another to be seen */
    return;
  }
  double share = total / (m->weight + total);
  for (size_t i = 0; i < columns; i++) {
    double mean = centre((const pair *)d->block[i], d->first[i], w, total, (pair *)centred[i]);
    step[i] = mean - m->mean[i];
    m->mean[i] += step[i] * share;
    for (size_t row = 0; !m->varies[i] && row < d->pending; row++) {
      m->varies[i] = d->block[i][row] != d->first[i];
    }
  }
  for (size_t i = columns; i % ACROSS != 0; i++) { /* fills the last tiles */
    memset(centred[i], 0, sizeof centred[i]);
  }
  add_products(centred, w, columns, step, m->weight * share, m->product);
  m->weight += total;
}
