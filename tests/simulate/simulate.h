/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the simulations share: seeded random answers and a line of the report. */
#ifndef KERNPUNT_SIMULATE_H
#define KERNPUNT_SIMULATE_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kernpunt/survey.h"

/** 0 <= x < 1; splitmix64 (Steele, Lea and Flood 2014), the same on every machine. */
double random_unit(uint64_t *seed);
/** Standard normal, Box and Muller 1958. */
double random_normal(uint64_t *seed);

/** How answers fall into detractors, passives and promoters. */
typedef struct shape {
  const char *name;
  double detractors, passives; /* the rest are promoters */
} shape;

enum { SHAPES = 5 };
extern const shape shapes[SHAPES];

/** -1, 0 or 1. */
int random_code(uint64_t *seed, const shape *s);
kp_survey_counts random_counts(uint64_t *seed, const shape *s, int n);

/** Prints a share in per cent; true when it lies within what it should. */
bool report(const char *what, double share, double least, double most);

/** Each returns how many figures missed what they should be. */
int simulate_units(uint64_t seed, int tables);
int simulate_weights(uint64_t seed, int samples);
int simulate_drivers(uint64_t seed, int samples);

#endif
