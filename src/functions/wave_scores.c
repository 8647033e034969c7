/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores per wave, for NPS.TREND and NPS.CHANGE. */
#include "wave_scores.h"

#include <stdlib.h>

static kp_calc_error tally(kp_wave_scores *s, const kp_functions_cells *scores,
                           const kp_functions_cells *waves, kp_functions_conditions *conditions) {
  for (size_t row = 0; row < scores->row_count; row++) {
    for (size_t column = 0; column < scores->column_count; column++) {
      size_t wave = kp_groups_add(&s->waves.groups, kp_functions_cells_at(waves, row, column));
      if (s->waves.groups.failed || !kp_tallies_reserve(&s->tallies, s->waves.groups.count))
        return KP_CALC_MEMORY;
      if (wave != KP_NO_GROUP &&
          (conditions == NULL || kp_functions_conditions_met(conditions, row, column)))
        kp_tallies_add(&s->tallies, wave, kp_functions_cells_at(scores, row, column), NULL);
    }
  }
  kp_tallies_sum(&s->tallies);
  return kp_waves_sort(&s->waves);
}

kp_calc_error kp_wave_scores_start(kp_wave_scores *s, const kp_functions_cells *scores,
                                   const kp_functions_cells *waves,
                                   kp_functions_conditions *conditions) {
  kp_waves_start(&s->waves);
  kp_tallies_start(&s->tallies, false);
  return kp_functions_cells_same_shape(scores, waves) ? tally(s, scores, waves, conditions)
                                                      : KP_CALC_VALUE;
}

void kp_wave_scores_end(kp_wave_scores *s) {
  kp_waves_end(&s->waves);
  kp_tallies_end(&s->tallies);
}

kp_survey_counts kp_wave_scores_at(const kp_wave_scores *s, size_t place) {
  return kp_tallies_counts(&s->tallies, (long)s->waves.order[place] + 1);
}

kp_survey_status kp_wave_scores_trend(const kp_wave_scores *s, size_t from, size_t to,
                                      double minimum, const unsigned char *state,
                                      kp_survey_trend *trend) {
  kp_survey_counts *used = calloc(to > from ? to - from : 1, sizeof *used);
  size_t count = 0;
  if (used == NULL)
    return KP_SURVEY_MEMORY;
  for (size_t place = from; place < to; place++) {
    kp_survey_counts counts = kp_wave_scores_at(s, place);
    double n = counts.promoters + counts.passives + counts.detractors;
    if (n > 0 && n >= minimum && (state == NULL || state[place] == KP_SURVEY_SHOWN))
      used[count++] = counts;
  }
  kp_survey_status status = kp_survey_trend_of(count, used, trend);
  free(used);
  return status;
}

kp_survey_verdict kp_wave_scores_verdict(kp_survey_status status, const kp_survey_trend *trend,
                                         double confidence) {
  if (status != KP_SURVEY_OK)
    return KP_SURVEY_TOO_FEW_ANSWERS;
  if (!(trend->p < kp_survey_significance(confidence)) || trend->slope == 0)
    return KP_SURVEY_NO_DIFFERENCE;
  return trend->slope > 0 ? KP_SURVEY_RISE : KP_SURVEY_FALL;
}
