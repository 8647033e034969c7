/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NPS.IFS: the score of the rows that meet every criterion. */
#include "criteria.h"

kp_calc_error kp_compute_ifs(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  const kp_functions_cells *scores = &a->data[0];
  kp_functions_conditions conditions;
  kp_survey_tally tally = {0};
  double points = 0;
  kp_calc_error error =
      kp_functions_conditions_start(&conditions, scores, &a->data[1], a->value, a->more);
  if (error == KP_CALC_OK) {
    for (size_t row = 0; row < scores->row_count; row++)
      for (size_t column = 0; column < scores->column_count; column++)
        if (kp_functions_conditions_met(&conditions, row, column))
          kp_functions_cells_tally_one(&tally, kp_functions_cells_at(scores, row, column));
    kp_survey_counts counts = kp_survey_counts_of(&tally);
    kp_survey_status status = kp_survey_nps(&counts, &points);
    error = kp_result_of(result, status, points);
  }
  kp_functions_conditions_end(&conditions);
  return error;
}
