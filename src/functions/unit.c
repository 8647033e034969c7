/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NPS.UNIT and NPS.CHANGE: one number or word of one unit, for cells that are looked up. */
#include "unit.h"

#include "wave_scores.h"

kp_survey_status kp_unit_measure(kp_measure measure, const kp_survey_counts *counts, double z,
                                 double *value) {
  kp_survey_estimate e;
  kp_survey_status status = kp_survey_estimate_counts(counts, &e);
  double margin = z * sqrt(e.error);
  double lower = e.centre - margin;
  double upper = e.centre + margin;
  kp_survey_show(e.nps, -100, 100, &lower, &upper);
  switch (measure) {
  case KP_MEASURE_N:
    *value = e.n;
    return KP_SURVEY_OK;
  case KP_MEASURE_PROMOTERS:
    *value = counts->promoters;
    return KP_SURVEY_OK;
  case KP_MEASURE_PASSIVES:
    *value = counts->passives;
    return KP_SURVEY_OK;
  case KP_MEASURE_DETRACTORS:
    *value = counts->detractors;
    return KP_SURVEY_OK;
  case KP_MEASURE_MARGIN:
    *value = margin;
    return status;
  case KP_MEASURE_LOWER:
    *value = lower;
    return status;
  case KP_MEASURE_UPPER:
    *value = upper;
    return status;
  default:
    *value = e.nps;
    return status;
  }
}

kp_calc_error kp_compute_unit(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  const kp_functions_cells *scores = &a->data[0];
  kp_functions_conditions conditions;
  kp_survey_tally tally = {0};
  double value = 0;
  kp_calc_error error = kp_functions_conditions_start(&conditions, scores, NULL, NULL, a->more);
  if (error == KP_CALC_OK) {
    for (size_t row = 0; row < scores->row_count; row++)
      for (size_t column = 0; column < scores->column_count; column++)
        if (kp_functions_conditions_met(&conditions, row, column))
          kp_functions_cells_tally_one(&tally, kp_functions_cells_at(scores, row, column));
    kp_survey_counts counts = kp_survey_counts_of(&tally);
    kp_survey_status status =
        kp_unit_measure(a->measure, &counts, kp_survey_normal_critical(a->confidence), &value);
    error = kp_result_of(result, status, value);
  }
  kp_functions_conditions_end(&conditions);
  return error;
}

enum { VERDICT_NEEDS = 10 };
static const double POWER = 0.8;

/* Between which places in time the trend runs: those of the waves that were given. */
static void trend_range(const kp_wave_scores *s, const kp_arguments *a, size_t *from, size_t *to) {
  *from = 0;
  *to = s->waves.groups.count;
  if (a->wave_earlier->pType->eTypeClass != typelib_TypeClass_VOID)
    *from = kp_waves_before(&s->waves, a->wave_earlier);
  if (a->wave_later->pType->eTypeClass != typelib_TypeClass_VOID) {
    bool among = kp_groups_find(&s->waves.groups, a->wave_later) != KP_NO_GROUP;
    *to = kp_waves_before(&s->waves, a->wave_later) + (among ? 1 : 0);
  }
}

static kp_calc_error trend_measure(const kp_wave_scores *s, const kp_arguments *a,
                                   uno_Any *result) {
  size_t from = 0;
  size_t to = 0;
  kp_survey_trend trend;
  trend_range(s, a, &from, &to);
  kp_survey_status status = kp_wave_scores_trend(s, from, to, VERDICT_NEEDS, NULL, &trend);
  if (status == KP_SURVEY_MEMORY || a->measure != KP_MEASURE_TREND_VERDICT)
    return kp_result_of(result, status, a->measure == KP_MEASURE_TREND ? trend.slope : trend.p);
  return kp_result_verdict(result, KP_SURVEY_OK,
                           kp_wave_scores_verdict(status, &trend, a->confidence), a->language);
}

static double pick(kp_measure measure, const kp_survey_change *change) {
  switch (measure) {
  case KP_MEASURE_DELTA:
    return change->delta;
  case KP_MEASURE_MARGIN:
    return change->margin;
  case KP_MEASURE_LOWER:
    return change->lower;
  case KP_MEASURE_UPPER:
    return change->upper;
  default:
    return change->p;
  }
}

/* Both waves; a wave without rows has no answers. */
static kp_survey_status both(const kp_wave_scores *s, const kp_two_waves *two,
                             kp_survey_estimate score[2], kp_survey_status status[2]) {
  const size_t waves[2] = {two->earlier, two->later};
  for (size_t i = 0; i < 2; i++) {
    kp_survey_counts counts = {0, 0, 0};
    if (waves[i] != KP_NO_GROUP)
      counts = kp_tallies_counts(&s->tallies, (long)waves[i] + 1);
    status[i] = kp_survey_estimate_counts(&counts, &score[i]);
  }
  return kp_survey_worse(status[0], status[1]);
}

static kp_calc_error change_measure(const kp_wave_scores *s, const kp_arguments *a,
                                    uno_Any *result) {
  kp_two_waves two;
  kp_survey_estimate score[2];
  kp_survey_status each[2];
  kp_survey_change change = {0};
  kp_calc_error error = kp_waves_choose(&s->waves, a->wave_earlier, a->wave_later, &two);
  if (error != KP_CALC_OK)
    return error;
  kp_survey_status status = both(s, &two, score, each);
  kp_survey_verdict verdict = KP_SURVEY_TOO_FEW_ANSWERS;
  switch (a->measure) {
  case KP_MEASURE_EARLIER:
    return kp_result_of(result, each[0], score[0].nps);
  case KP_MEASURE_LATER:
    return kp_result_of(result, each[1], score[1].nps);
  case KP_MEASURE_N_EARLIER:
    return kp_result_number(result, score[0].n);
  case KP_MEASURE_N_LATER:
    return kp_result_number(result, score[1].n);
  case KP_MEASURE_VERDICT:
    status = kp_survey_estimates_verdict(status, &score[0], &score[1], a->confidence, VERDICT_NEEDS,
                                         &verdict);
    return kp_result_verdict(result, status, verdict, a->language);
  default:
    break;
  }
  if (status != KP_SURVEY_OK)
    return kp_calc_error_of(status);
  kp_survey_change_of(&score[0], &score[1], kp_survey_normal_critical(a->confidence), &change);
  return kp_result_number(result, a->measure == KP_MEASURE_DETECTABLE
                                      ? kp_survey_detectable_change(&change, score[0].n, score[1].n,
                                                                    a->confidence, POWER)
                                      : pick(a->measure, &change));
}

kp_calc_error kp_compute_change(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  kp_functions_conditions conditions;
  kp_wave_scores scores;
  kp_calc_error error =
      kp_functions_conditions_start(&conditions, &a->data[0], NULL, NULL, a->more);
  if (error == KP_CALC_OK) {
    error = kp_wave_scores_start(&scores, &a->data[0], &a->data[1], &conditions);
    if (error == KP_CALC_OK)
      error = a->measure >= KP_MEASURE_TREND ? trend_measure(&scores, a, result)
                                             : change_measure(&scores, a, result);
    kp_wave_scores_end(&scores);
  }
  kp_functions_conditions_end(&conditions);
  return error;
}
