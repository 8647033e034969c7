/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random dirty ranges, and the statistics once more, slow and obvious, for the property tests of
 * the functions. Nothing here calls the product. */
#ifndef KERNPUNT_FUNCTIONS_REFERENCE_H
#define KERNPUNT_FUNCTIONS_REFERENCE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "functions_fixture.h"
#include "survey_test.h"

/* ------------------------------------------------------------------------------- random ranges */

static inline bool chance(uint64_t *seed, int percent) {
  return random_below(seed, 100) < percent;
}

#define PICK(seed, list) ((list)[random_below((seed), (int)(sizeof(list) / sizeof *(list)))])

/* What people leave in a column of answers. */
static inline fx_value random_dirt(uint64_t *seed) {
  static const char *const texts[] = {"", "", "", "8", "n.v.t.", "10 - very likely", " ", "-", "?"};
  static const double numbers[] = {-1, 11, 99, 999, 6.5, 8.5, 0.1, 1e308, -1e308, -0.5, 10.5};
  return chance(seed, 60) ? fx_text(PICK(seed, texts)) : fx_number(PICK(seed, numbers));
}

/* Whole answers min..max, with so much dirt between them. */
static inline fx_value random_answer(uint64_t *seed, int min, int max, int dirt) {
  if (chance(seed, dirt))
    return random_dirt(seed);
  return fx_number(min + random_below(seed, max - min + 1));
}

static inline void put(fx_value *array, size_t row, size_t column, fx_value value) {
  fx_value *place = fx_at(array, row, column);
  fx_free(place);
  *place = value;
}

static inline fx_value random_range(uint64_t *seed, size_t rows, size_t columns, int min, int max,
                                    int dirt) {
  fx_value range = fx_array(rows, columns);
  for (size_t row = 0; row < rows; row++)
    for (size_t column = 0; column < columns; column++)
      put(&range, row, column, random_answer(seed, min, max, dirt));
  return range;
}

/* Mostly a short column, sometimes a block. */
static inline fx_value random_scores(uint64_t *seed, int min, int max) {
  static const int dirts[] = {0, 20, 50, 95};
  size_t rows = 1 + (size_t)random_below(seed, 30);
  size_t columns = chance(seed, 80) ? 1 : 1 + (size_t)random_below(seed, 4);
  int dirt = PICK(seed, dirts);
  return random_range(seed, rows, columns, min, max, dirt);
}

/* The cells of a range one after the other. */
static inline size_t cell_count(const fx_value *range) {
  return range->count * range->cells[0].count;
}
static inline const fx_value *nth(const fx_value *range, size_t i) {
  size_t columns = range->cells[0].count;
  return fx_at(range, i / columns, i % columns);
}

/* ------------------------------------------------------------------------------- distributions */

static inline double ref_normal_p(double z) {
  return erfc(fabs(z) / sqrt(2));
}

/* z with this much confidence around 0, by halving. */
static inline double ref_z(double confidence) {
  double low = 0;
  double high = 40;
  for (int i = 0; i < 200; i++) {
    double middle = (low + high) / 2;
    if (ref_normal_p(middle) > 1 - confidence)
      low = middle;
    else
      high = middle;
  }
  return (low + high) / 2;
}

/* P(|T| < t) for whole degrees of freedom: the finite series of Abramowitz and Stegun 26.7.3-4. */
static inline double ref_t_within(double t, int df) {
  double angle = atan(fabs(t) / sqrt(df));
  double c = cos(angle);
  double sum = df % 2 == 1 ? (df == 1 ? 0 : c) : 1;
  double term = sum;
  for (int k = df % 2 == 1 ? 3 : 2; k < df; k += 2) {
    term *= c * c * (k - 1) / k;
    sum += term;
  }
  return df % 2 == 1 ? (angle + sin(angle) * sum) * 2 / acos(-1) : sin(angle) * sum;
}

static inline double ref_t_critical(double confidence, int df) {
  double low = 0;
  double high = 1e6;
  for (int i = 0; i < 200; i++) {
    double middle = (low + high) / 2;
    if (ref_t_within(middle, df) < confidence)
      low = middle;
    else
      high = middle;
  }
  return (low + high) / 2;
}

/* ------------------------------------------------------------------------------------- scores */

/* 1 promoter, 0 passive, -1 detractor, NaN for what does not count. */
static inline double ref_code(const fx_value *cell) {
  if (cell->kind == FX_NUMBER)
    for (int score = 0; score <= 10; score++)
      if (cell->number == score)
        return score >= 9 ? 1 : score >= 7 ? 0 : -1;
  return NAN;
}

typedef struct ref_counts {
  double p, passive, d, n;
} ref_counts;

static inline void ref_count(ref_counts *c, const fx_value *cell) {
  double code = ref_code(cell);
  c->p += code == 1;
  c->passive += code == 0;
  c->d += code == -1;
  c->n += !isnan(code);
}

static inline ref_counts ref_counts_of(const fx_value *range) {
  ref_counts c = {0, 0, 0, 0};
  for (size_t i = 0; i < cell_count(range); i++)
    ref_count(&c, nth(range, i));
  return c;
}

static inline double ref_nps(ref_counts c) {
  return 100 * (c.p - c.d) / c.n;
}

/* 100 sqrt(variance / n), the variance from its definition: the mean squared distance. */
static inline double ref_se(ref_counts c) {
  double m = (c.p - c.d) / c.n;
  double squares = c.p * (1 - m) * (1 - m) + c.passive * m * m + c.d * (1 + m) * (1 + m);
  return 100 * sqrt(squares / c.n / c.n);
}

static inline ref_counts ref_adjusted(ref_counts c) {
  return (ref_counts){c.p + 0.75, c.passive + 1.5, c.d + 0.75, c.n + 3};
}

static inline double ref_clamp(double points) {
  return points < -100 ? -100 : points > 100 ? 100 : points;
}

/* Shown bounds: on the scale, and never without the value they belong to. */
static inline double ref_lower(double value, double lower, double limit) {
  lower = lower < -limit ? -limit : lower > limit ? limit : lower;
  return lower < value ? lower : value;
}
static inline double ref_upper(double value, double upper, double limit) {
  upper = upper < -limit ? -limit : upper > limit ? limit : upper;
  return upper > value ? upper : value;
}

/* A score with its error, by counts or by weights. */
typedef struct ref_score {
  double n, nps, centre, se;
} ref_score;

static inline ref_score ref_score_of(ref_counts c) {
  ref_counts more = ref_adjusted(c);
  return (ref_score){c.n, ref_nps(c), ref_nps(more), ref_se(more)};
}

/* The weight of a row that counts, else 0. Weights that are an error are not for this. */
static inline double ref_weight(const fx_value *score, const fx_value *weight) {
  return isnan(ref_code(score)) || weight->kind != FX_NUMBER || isnan(weight->number)
             ? 0
             : weight->number;
}

/* The definition, row by row: three pseudo-answers at the mean weight join the others. */
static inline ref_score ref_weighted(const fx_value *scores, const fx_value *weights) {
  double n = 0;
  double sum = 0;
  double points = 0;
  for (size_t i = 0; i < cell_count(scores); i++) {
    double w = ref_weight(nth(scores, i), nth(weights, i));
    n += w > 0;
    sum += w;
    points += w > 0 ? w * ref_code(nth(scores, i)) : 0;
  }
  double b = sum / n;
  double total = sum + 3 * b;
  double a = points / total;
  double v = b * b * (0.75 * (1 - a) * (1 - a) + 1.5 * a * a + 0.75 * (1 + a) * (1 + a));
  for (size_t i = 0; i < cell_count(scores); i++) {
    double w = ref_weight(nth(scores, i), nth(weights, i));
    if (w > 0)
      v += pow(w * (ref_code(nth(scores, i)) - a), 2);
  }
  return (ref_score){n, 100 * points / sum, 100 * a, 100 * sqrt(v) / total};
}

/* The standard error of survey::svymean for independent answers. */
static inline double ref_svymean(const fx_value *scores, const fx_value *weights) {
  ref_score one = ref_weighted(scores, weights);
  double sum = 0;
  double squares = 0;
  for (size_t i = 0; i < cell_count(scores); i++) {
    double w = ref_weight(nth(scores, i), nth(weights, i));
    sum += w;
    if (w > 0)
      squares += pow(w * (ref_code(nth(scores, i)) - one.nps / 100), 2);
  }
  return 100 * sqrt(one.n / (one.n - 1) * squares) / sum;
}

/* ------------------------------------------------------------------------------------ comparing */

/* Calls and compares with a number, or with an error when `expected` is NaN. */
static inline void expect_call(const char *function, const fx_value *arguments, size_t count,
                               double expected, kp_calc_error error) {
  fx_value actual = fx_call(function, arguments, count);
  bool good = isnan(expected) ? fx_is_error(&actual, error)
                              : actual.kind == FX_NUMBER && is_near(actual.number, expected, 1e-9);
  if (!good) {
    print_error("%s(", function);
    for (size_t i = 0; i < count; i++) {
      fx_print(&arguments[i]);
      print_error("; ");
    }
    print_error(") is ");
    fx_print(&actual);
    print_error(", expected %.17g (or error %d)\n", expected, (int)error);
    fail();
  }
  fx_free(&actual);
}
#define EXPECT(function, expected, error, ...)                                                     \
  expect_call((function), (const fx_value[]){__VA_ARGS__},                                         \
              sizeof((const fx_value[]){__VA_ARGS__}) / sizeof(fx_value), (expected), (error))

static inline fx_value ref_word(const char *text) {
  return (fx_value){.kind = FX_TEXT, .text = (char *)(uintptr_t)text};
}
static const fx_value LEFT_OUT = {.kind = FX_VOID};

#endif
