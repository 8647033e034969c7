/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CX.DRIVERSTABILITY: how sure the order of the drivers is. */
#include "drivers.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 7, FACTS = 5 };

/* The rows that count, each with the outcome last. */
typedef struct kept_rows {
  double *numbers;
  size_t count, capacity; /* of numbers */
} kept_rows;

static bool keep_row(void *target, double outcome, const double *drivers, size_t count) {
  kept_rows *rows = target;
  if (rows->count + count + 1 > rows->capacity) {
    size_t capacity = 2 * rows->capacity + 1024;
    double *grown = realloc(rows->numbers, capacity * sizeof *grown);
    if (grown == NULL)
      return false;
    rows->numbers = grown;
    rows->capacity = capacity;
  }
  memcpy(rows->numbers + rows->count, drivers, count * sizeof *drivers);
  rows->numbers[rows->count + count] = outcome;
  rows->count += count + 1;
  return true;
}

static bool whole_within(double number, double min, double max) {
  return number >= min && number <= max && number == floor(number);
}

static kp_calc_error write_stability(const kp_arguments *a, const kp_survey_drivers_result *solved,
                                     const kp_survey_stability *stable, uno_Any *result) {
  static const kp_word header[COLUMNS] = {KP_WORD_DRIVER, KP_WORD_WEIGHT,       KP_WORD_LOWER,
                                          KP_WORD_UPPER,  KP_WORD_RANKED_FIRST, KP_WORD_ABOVE_NOISE,
                                          KP_WORD_VERDICT};
  kp_functions_grid grid;
  size_t row = 1;
  kp_functions_grid_start(&grid, 1 + stable->count + FACTS, COLUMNS);
  for (size_t column = 0; column < COLUMNS; column++)
    kp_functions_grid_word(&grid, 0, column, header[column], a->language);
  for (size_t i = 0; i < stable->count; i++, row++) {
    const kp_survey_stable_driver *driver = &stable->driver[i];
    kp_drivers_write_name(&grid, row, a, i);
    kp_functions_grid_number(&grid, row, 1, solved->driver[i].raw);
    kp_functions_grid_number(&grid, row, 2, driver->lower);
    kp_functions_grid_number(&grid, row, 3, driver->upper);
    kp_functions_grid_number(&grid, row, 4, driver->first);
    kp_functions_grid_number(&grid, row, 5, driver->lower_above_noise);
    kp_functions_grid_word(&grid, row, 6,
                           driver->lower_above_noise > 0 ? KP_WORD_ABOVE_CHANCE
                                                         : KP_WORD_NOT_ABOVE_CHANCE,
                           a->language);
  }
  kp_drivers_write_fact(&grid, row++, a, KP_WORD_R_SQUARED, solved->r_squared);
  kp_drivers_write_fact(&grid, row++, a, KP_WORD_N_USED, solved->n);
  kp_drivers_write_fact(&grid, row++, a, KP_WORD_LEFT_OUT, solved->left_out);
  kp_drivers_write_fact(&grid, row++, a, KP_WORD_REPETITIONS, a->repetitions);
  kp_drivers_write_fact(&grid, row, a, KP_WORD_SEED, a->seed);
  return kp_functions_grid_finish(&grid, result);
}

kp_calc_error kp_compute_driver_stability(const kp_function *f, const kp_arguments *a,
                                          uno_Any *result) {
  (void)f;
  kp_survey_drivers_result solved = {0};
  kp_survey_stability stable = {0};
  kept_rows rows = {NULL, 0, 0};
  size_t columns = a->data[1].column_count + 1;
  if (a->named && a->names.row_count * a->names.column_count != a->data[1].column_count)
    return KP_CALC_VALUE;
  if (!whole_within(a->repetitions, KP_SURVEY_REPETITIONS_MIN, KP_SURVEY_REPETITIONS_MAX) ||
      !whole_within(a->seed, 0, UINT32_MAX))
    return KP_CALC_NUM;
  kp_calc_error error = kp_drivers_solve(a, keep_row, &rows, &solved);
  if (error == KP_CALC_OK)
    error = kp_calc_error_of(kp_survey_driver_stability(rows.numbers, rows.count / columns,
                                                        columns - 1, (size_t)a->repetitions,
                                                        (uint32_t)a->seed, a->confidence, &stable));
  if (error == KP_CALC_OK)
    error = write_stability(a, &solved, &stable, result);
  free(rows.numbers);
  return error;
}
