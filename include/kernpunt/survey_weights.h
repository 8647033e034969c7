/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file survey_weights.h
 * Weights that make the answers look like the people they stand for. Conventions and statuses as in
 * survey.h. Source: Deming and Stephan 1940, Annals of Mathematical Statistics 11:427 ("raking").
 */
#ifndef KERNPUNT_SURVEY_WEIGHTS_H
#define KERNPUNT_SURVEY_WEIGHTS_H

#include <stddef.h>

#include "kernpunt/survey.h"

/** Most margins at once. */
#define KP_SURVEY_MARGINS_MAX 4

/** The category of a row that has none, or one the population does not know. */
#define KP_SURVEY_NO_CATEGORY SIZE_MAX

/** One margin: into which category each row falls, and how large each category is among people. */
typedef struct kp_survey_margin {
  const size_t *category;   /**< one for each row: 0..categories - 1, or KP_SURVEY_NO_CATEGORY */
  const double *population; /**< one for each category: people or shares, finite and >= 0 */
  size_t categories;
} kp_survey_margin;

/** Rakes: weights with mean 1 whose sums follow every margin at once.
 *  @param count 1..KP_SURVEY_MARGINS_MAX margins, all of `rows` rows
 *  @param largest no weight above this; KP_SURVEY_UNLIMITED cuts nothing. After cutting the margins
 * fit only nearly.
 *  @param weights receives a weight for each row; NaN for a row without a category in some margin,
 * 0 for one in a category of size 0
 *  Errors: SHAPE (count); PARAMETER (a size negative or not finite, largest not above 1, or so low
 * that the rows that count cannot reach mean 1); NO_WEIGHT (all sizes of a margin 0); NO_DATA (a
 * category with people and no answers: merge it with another); NO_CONVERGENCE (1,000 rounds);
 * MEMORY. On failure every weight is NaN. */
kp_survey_status kp_survey_rake(const kp_survey_margin *margins, size_t count, size_t rows,
                                double largest, double *weights);

#endif
