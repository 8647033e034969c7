/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Scores per wave, in the order of time. */
#ifndef KERNPUNT_FUNCTIONS_WAVE_SCORES_H
#define KERNPUNT_FUNCTIONS_WAVE_SCORES_H

#include "criteria.h"
#include "tallies.h"
#include "waves.h"

typedef struct kp_wave_scores {
  kp_waves waves;
  kp_tallies tallies; /**< of the waves by their numbers */
} kp_wave_scores;

/** One pass. Every cell counts for the order of the waves; a score counts where its wave is not
 * blank and its row meets the conditions (NULL: all do). #VALUE! when shapes differ. End it in
 * every case. */
kp_calc_error kp_wave_scores_start(kp_wave_scores *s, const kp_functions_cells *scores,
                                   const kp_functions_cells *waves,
                                   kp_functions_conditions *conditions);
void kp_wave_scores_end(kp_wave_scores *s);
/** Answers of the wave at a place in time. */
kp_survey_counts kp_wave_scores_at(const kp_wave_scores *s, size_t place);
/** The trend over the waves from a place up to (not with) another that have the minimum of answers
 * and are shown (state NULL: all are). Statuses as kp_survey_trend_of. */
kp_survey_status kp_wave_scores_trend(const kp_wave_scores *s, size_t from, size_t to,
                                      double minimum, const unsigned char *state,
                                      kp_survey_trend *trend);
/** What a trend says; too few answers unless the status is OK. */
kp_survey_verdict kp_wave_scores_verdict(kp_survey_status status, const kp_survey_trend *trend,
                                         double confidence);

#endif
