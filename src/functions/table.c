/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NPS.TABLE: a row per group, one pass over the cells. */
#include "tallies.h"

enum { COLUMNS = 8, N = 1, SCORE = 5 };

static void write_row(kp_functions_grid *grid, size_t row, const kp_arguments *a,
                      const kp_tallies *tallies, long place) {
  kp_survey_counts counts = kp_tallies_counts(tallies, place);
  kp_survey_estimate estimate;
  kp_survey_status status = kp_tallies_estimate(tallies, place, &estimate);
  double margin = kp_survey_normal_critical(a->confidence) * sqrt(estimate.error);
  double lower = estimate.centre - margin;
  double upper = estimate.centre + margin;
  kp_survey_show(estimate.nps, -100, 100, &lower, &upper);
  kp_functions_grid_number(grid, row, N, (double)kp_tallies_n(tallies, place));
  kp_functions_grid_number(grid, row, 2, counts.promoters);
  kp_functions_grid_number(grid, row, 3, counts.passives);
  kp_functions_grid_number(grid, row, 4, counts.detractors);
  kp_functions_grid_status(grid, row, SCORE, status, estimate.nps);
  kp_functions_grid_status(grid, row, 6, status, lower);
  kp_functions_grid_status(grid, row, 7, status, upper);
}

static kp_calc_error write_table(const kp_arguments *a, const kp_groups *groups,
                                 const kp_tallies *tallies, uno_Any *result) {
  kp_functions_rows rows = kp_functions_rows_of(groups, kp_tallies_n(tallies, 0) > 0);
  kp_hiding hiding;
  kp_functions_grid grid;
  if (!kp_hiding_start(&hiding, &rows, tallies, kp_minimum_of(a).shown)) {
    kp_hiding_end(&hiding);
    return KP_CALC_MEMORY;
  }
  size_t total = rows.count + 1;
  kp_functions_grid_start(&grid, total + 1, COLUMNS);
  for (size_t column = 0; column < COLUMNS; column++)
    kp_functions_grid_word(&grid, 0, column, (kp_word)(KP_WORD_GROUP + (int)column), a->language);
  for (size_t i = 0; i < rows.count; i++) {
    kp_functions_rows_label(&rows, i, &grid, 1 + i, a->language);
    if (hiding.state[i] != KP_SURVEY_SHOWN)
      kp_functions_grid_hidden(&grid, 1 + i, N, SCORE, (kp_survey_hidden)hiding.state[i],
                               hiding.minimum, a->language);
    else
      write_row(&grid, 1 + i, a, tallies, kp_functions_rows_place(&rows, i));
  }
  kp_functions_grid_word(&grid, total, 0, KP_WORD_TOTAL, a->language);
  if (hiding.total)
    kp_functions_grid_hidden(&grid, total, N, SCORE, KP_SURVEY_FEW, hiding.minimum, a->language);
  else
    write_row(&grid, total, a, tallies, KP_TOTAL);
  kp_hiding_end(&hiding);
  return kp_functions_grid_finish(&grid, result);
}

kp_calc_error kp_compute_table(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  return kp_tallies_table(a, write_table, result);
}
