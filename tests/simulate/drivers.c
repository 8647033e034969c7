/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bootstrap of CX.DRIVERSTABILITY: how often do its bounds hold the true weight, and how often
 * is a driver without any effect called clearly above chance? */
#include "simulate.h"

#include "kernpunt/survey.h"

#include <stdio.h>

enum { DRIVERS = 3, ROWS = 200, REPETITIONS = 399 };

/* Drivers share a common part, as grades of one person do; the outcome is a sum of them. */
static const double common = 0.4;
static const double effect[DRIVERS] = {0.6, 0.4, 0.3};

static void random_row(uint64_t *seed, const double *b, double *row) {
  double shared = random_normal(seed) * sqrt(common);
  row[DRIVERS] = random_normal(seed);
  for (size_t j = 0; j < DRIVERS; j++) {
    row[j] = shared + random_normal(seed) * sqrt(1 - common);
    row[DRIVERS] += b[j] * row[j];
  }
}

/* The weights of the population the rows are drawn from. */
static void true_weights(const double *b, double *raw) {
  double rxx[DRIVERS * DRIVERS];
  double rxy[DRIVERS];
  double variance = 1;
  kp_survey_drivers_result result;
  for (size_t i = 0; i < DRIVERS; i++) {
    rxy[i] = 0;
    for (size_t j = 0; j < DRIVERS; j++) {
      rxx[i * DRIVERS + j] = i == j ? 1 : common;
      rxy[i] += b[j] * rxx[i * DRIVERS + j];
      variance += b[i] * b[j] * rxx[i * DRIVERS + j];
    }
  }
  for (size_t i = 0; i < DRIVERS; i++)
    rxy[i] /= sqrt(variance);
  (void)kp_survey_drivers_from_correlations(DRIVERS, rxx, rxy, KP_SURVEY_RELATIVE_WEIGHTS, &result);
  for (size_t i = 0; i < DRIVERS; i++)
    raw[i] = result.driver[i].raw;
}

int simulate_drivers(uint64_t seed, int samples) {
  double truth[DRIVERS];
  double none[DRIVERS] = {0.6, 0.4, 0};
  double held = 0;
  double chance = 0;
  true_weights(effect, truth);
  for (int k = 0; k < samples; k++) {
    double rows[ROWS * (DRIVERS + 1)];
    kp_survey_stability stable = {0};
    for (size_t i = 0; i < ROWS; i++)
      random_row(&seed, effect, rows + i * (DRIVERS + 1));
    (void)kp_survey_driver_stability(rows, ROWS, DRIVERS, REPETITIONS, (uint32_t)k, 0.95, &stable);
    for (size_t j = 0; j < DRIVERS; j++)
      held += stable.driver[j].lower <= truth[j] && truth[j] <= stable.driver[j].upper;
    /* Independent drivers, the last without an effect: its weight is chance and nothing else. */
    for (size_t i = 0; i < ROWS; i++) {
      double *row = rows + i * (DRIVERS + 1);
      row[DRIVERS] = random_normal(&seed);
      for (size_t j = 0; j < DRIVERS; j++) {
        row[j] = random_normal(&seed);
        row[DRIVERS] += none[j] * row[j];
      }
    }
    (void)kp_survey_driver_stability(rows, ROWS, DRIVERS, REPETITIONS, (uint32_t)k, 0.95, &stable);
    chance += stable.driver[DRIVERS - 1].lower_above_noise > 0;
  }
  printf("\nstability of drivers, %d answers, %d repetitions, %d samples\n", ROWS, REPETITIONS,
         samples);
  int missed =
      !report("intervals at 95 % that hold the true weight", held / samples / DRIVERS, 0.93, 0.97);
  return missed +
         !report("a driver without effect called clearly above chance", chance / samples, 0, 0.05);
}
