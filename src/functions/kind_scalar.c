/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CX.N, CX.UNIT and CX.CHANGE: one number, or one word, that can be looked up. */
#include "criteria.h"
#include "kind.h"
#include "waves.h"

kp_calc_error kp_compute_kind_n(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  kp_survey_scale scale;
  kp_calc_error error = kp_kind_start(a, &scale);
  if (error == KP_CALC_OK) {
    kp_functions_cells_scale(&scale, &a->data[0]);
    error = kp_result_number(result, (double)scale.moments.n);
  }
  return error;
}

/* ------------------------------------------------------------------------------------- CX.UNIT */

static kp_calc_error unit_result(const kp_arguments *a, const kp_figure *figure, uno_Any *result) {
  switch (a->measure) {
  case KP_MEASURE_N:
    return kp_result_number(result, figure->n);
  case KP_MEASURE_MARGIN:
    return kp_result_of(result, figure->bounds_ok, figure->margin);
  case KP_MEASURE_LOWER:
    return kp_result_of(result, figure->bounds_ok, figure->lower);
  case KP_MEASURE_UPPER:
    return kp_result_of(result, figure->bounds_ok, figure->upper);
  default:
    return kp_result_of(result, figure->status, figure->value);
  }
}

kp_calc_error kp_compute_kind_unit(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  const kp_functions_cells *values = &a->data[0];
  kp_survey_scale scale;
  kp_functions_conditions conditions;
  kp_figure figure;
  kp_calc_error error = kp_functions_conditions_start(&conditions, values, NULL, NULL, a->more);
  if (error == KP_CALC_OK)
    error = kp_kind_start(a, &scale);
  if (error == KP_CALC_OK) {
    for (size_t row = 0; row < values->row_count; row++)
      for (size_t column = 0; column < values->column_count; column++)
        if (kp_functions_conditions_met(&conditions, row, column))
          kp_functions_cells_scale_one(&scale, kp_functions_cells_at(values, row, column));
    kp_kind_figure(a->kind, &scale, a->confidence, &figure);
    error = unit_result(a, &figure, result);
  }
  kp_functions_conditions_end(&conditions);
  return error;
}

/* ----------------------------------------------------------------------------------- CX.CHANGE */

enum { EARLIER, LATER, SIDES };

/* Which of the two waves a row belongs to; SIDES when to neither. */
static size_t side_of(const kp_two_waves *two, size_t wave) {
  return wave == KP_NO_GROUP    ? SIDES
         : wave == two->earlier ? EARLIER
         : wave == two->later   ? LATER
                                : SIDES;
}

/* Every row counts for the order of the waves, also one that a criterion leaves out. */
static kp_calc_error choose(const kp_arguments *a, kp_waves *waves, kp_two_waves *two) {
  const kp_functions_cells *cells = &a->data[1];
  for (size_t row = 0; row < cells->row_count; row++)
    for (size_t column = 0; column < cells->column_count; column++)
      kp_groups_add(&waves->groups, kp_functions_cells_at(cells, row, column));
  kp_calc_error error = kp_waves_sort(waves);
  return error != KP_CALC_OK ? error : kp_waves_choose(waves, a->wave_earlier, a->wave_later, two);
}

static void tally_sides(const kp_arguments *a, const kp_waves *waves, const kp_two_waves *two,
                        kp_functions_conditions *conditions, kp_survey_scale *sides) {
  const kp_functions_cells *values = &a->data[0];
  for (size_t row = 0; row < values->row_count; row++) {
    for (size_t column = 0; column < values->column_count; column++) {
      size_t side = side_of(
          two, kp_groups_find(&waves->groups, kp_functions_cells_at(&a->data[1], row, column)));
      if (side != SIDES && kp_functions_conditions_met(conditions, row, column))
        kp_functions_cells_scale_one(&sides[side], kp_functions_cells_at(values, row, column));
    }
  }
}

/* Means by Welch, in points of the scale. */
static kp_survey_status mean_change(const kp_arguments *a, const kp_survey_scale *sides,
                                    kp_survey_change *change) {
  kp_survey_test test;
  double widest = sides[EARLIER].max - sides[EARLIER].min;
  kp_survey_status status =
      kp_survey_mean_delta(&sides[EARLIER].moments, &sides[LATER].moments, a->confidence, &test);
  *change = (kp_survey_change){.delta = test.delta,
                               .p = test.p,
                               .margin = test.margin,
                               .lower = test.lower,
                               .upper = test.upper};
  if (status == KP_SURVEY_OK)
    kp_survey_show(test.delta, -widest, widest, &change->lower, &change->upper);
  return status;
}

/* Shares by Newcombe, as fractions; p is that of the pooled test. */
static kp_survey_status share_change(const kp_arguments *a, const kp_survey_scale *sides,
                                     kp_survey_change *change) {
  kp_survey_share_change shares;
  kp_survey_share earlier = kp_kind_share(a->kind, &sides[EARLIER]);
  kp_survey_share later = kp_kind_share(a->kind, &sides[LATER]);
  kp_survey_status status = kp_survey_share_delta(&earlier, &later, a->confidence, &shares);
  *change = (kp_survey_change){.delta = shares.delta,
                               .p = shares.p,
                               .margin = (shares.newcombe_upper - shares.newcombe_lower) / 2,
                               .lower = shares.newcombe_lower,
                               .upper = shares.newcombe_upper};
  if (status == KP_SURVEY_OK)
    kp_survey_show(shares.delta, -1, 1, &change->lower, &change->upper);
  return status;
}

static kp_calc_error change_verdict(const kp_arguments *a, const kp_figure *figures,
                                    kp_survey_status status, const kp_survey_change *change,
                                    uno_Any *result) {
  bool too_few = figures[EARLIER].n < KP_VERDICT_MINIMUM || figures[LATER].n < KP_VERDICT_MINIMUM;
  kp_survey_verdict verdict = too_few ? KP_SURVEY_TOO_FEW_ANSWERS
                                      : kp_survey_verdict_of_bounds(change->lower, change->upper);
  return kp_result_verdict(result, too_few ? KP_SURVEY_OK : status, verdict, a->language);
}

static kp_calc_error change_result(const kp_arguments *a, const kp_survey_scale *sides,
                                   uno_Any *result) {
  kp_figure figures[SIDES];
  kp_survey_change change;
  kp_kind_figure(a->kind, &sides[EARLIER], a->confidence, &figures[EARLIER]);
  kp_kind_figure(a->kind, &sides[LATER], a->confidence, &figures[LATER]);
  kp_survey_status status =
      kp_kind_is_share(a->kind) ? share_change(a, sides, &change) : mean_change(a, sides, &change);
  switch (a->measure) {
  case KP_MEASURE_EARLIER:
    return kp_result_of(result, figures[EARLIER].status, figures[EARLIER].value);
  case KP_MEASURE_LATER:
    return kp_result_of(result, figures[LATER].status, figures[LATER].value);
  case KP_MEASURE_N_EARLIER:
    return kp_result_number(result, figures[EARLIER].n);
  case KP_MEASURE_N_LATER:
    return kp_result_number(result, figures[LATER].n);
  case KP_MEASURE_DELTA: /* needs no test */
    return kp_result_of(result, status == KP_SURVEY_TOO_FEW ? KP_SURVEY_OK : status, change.delta);
  case KP_MEASURE_MARGIN:
    return kp_result_of(result, status, change.margin);
  case KP_MEASURE_LOWER:
    return kp_result_of(result, status, change.lower);
  case KP_MEASURE_UPPER:
    return kp_result_of(result, status, change.upper);
  case KP_MEASURE_P:
    return kp_result_of(result, status, change.p);
  default:
    return change_verdict(a, figures, status, &change, result);
  }
}

kp_calc_error kp_compute_kind_change(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  kp_survey_scale sides[SIDES];
  kp_functions_conditions conditions;
  kp_waves waves;
  kp_two_waves two;
  kp_waves_start(&waves);
  kp_calc_error error =
      kp_functions_conditions_start(&conditions, &a->data[0], NULL, NULL, a->more);
  if (error == KP_CALC_OK && !kp_functions_cells_same_shape(&a->data[0], &a->data[1]))
    error = KP_CALC_VALUE;
  if (error == KP_CALC_OK)
    error = kp_kind_start(a, &sides[EARLIER]);
  if (error == KP_CALC_OK)
    error = choose(a, &waves, &two);
  if (error == KP_CALC_OK) {
    sides[LATER] = sides[EARLIER];
    tally_sides(a, &waves, &two, &conditions, sides);
    error = change_result(a, sides, result);
  }
  kp_functions_conditions_end(&conditions);
  kp_waves_end(&waves);
  return error;
}
