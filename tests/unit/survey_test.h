/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the survey module share: a seeded random source and comparing doubles. */
#ifndef KERNPUNT_SURVEY_TEST_H
#define KERNPUNT_SURVEY_TEST_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "kernpunt/survey.h"

#define NEAR(actual, expected, tolerance)                                                          \
  assert_near((actual), (expected), (tolerance), #actual, __FILE__, __LINE__)
#define SAME(actual, expected) NEAR((actual), (expected), 0.0)
#define IS_NAN(actual) assert_true(isnan(actual))

/* Absolute up to 1, relative beyond. */
static inline bool is_near(double actual, double expected, double tolerance) {
  if (isnan(expected)) {
    return isnan(actual);
  }
  if (actual == expected) {
    return true;
  }
  return fabs(actual - expected) <= tolerance * fmax(1.0, fabs(expected));
}

static inline void assert_near(double actual, double expected, double tolerance, const char *what,
                               const char *file, int line) {
  if (!is_near(actual, expected, tolerance)) {
    print_error("%s: %.17g, expected %.17g\n", what, actual, expected);
    _fail(file, line);
  }
}

/* splitmix64 (Steele, Lea and Flood 2014): the same numbers on every machine. */
static inline uint64_t random_bits(uint64_t *state) {
  uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));
  z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
  return z ^ (z >> 31);
}

/* 0 <= x < 1. */
static inline double random_unit(uint64_t *state) {
  return (double)(random_bits(state) >> 11) / 9007199254740992.0;
}

/* 0..n-1. */
static inline int random_below(uint64_t *state, int n) {
  return (int)(random_unit(state) * n);
}

#endif
