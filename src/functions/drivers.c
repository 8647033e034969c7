/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CX.DRIVERS, CX.DRIVERWEIGHT, CX.DRIVERRATIO: what goes with the outcome. */
#include "drivers.h"

#include <stdio.h>

enum { COLUMNS = 8, FACTS = 4, WARNINGS = 5 };

static kp_survey_driver_options options_of(const kp_arguments *a) {
  kp_survey_driver_options options = {.importance = a->importance == 1 ? KP_SURVEY_SHAPLEY
                                                                       : KP_SURVEY_RELATIVE_WEIGHTS,
                                      .drivers = KP_SURVEY_NO_LIMITS,
                                      .outcome = KP_SURVEY_NO_LIMITS};
  if (a->min_given && a->max_given) {
    options.drivers = (kp_survey_limits){a->min, a->max};
    /* The outcome may have a scale of its own, usually 0 to 10: out is what lies on neither. */
    options.outcome = (kp_survey_limits){fmin(a->min, 0), fmax(a->max, 10)};
  }
  return options;
}

/* A row without anything in it is no respondent but the rest of a range. */
static bool blank_row(const uno_Any *outcome, const uno_Any *drivers, size_t count) {
  bool blank = kp_functions_cell_blank(outcome);
  for (size_t i = 0; blank && i < count; i++)
    blank = kp_functions_cell_blank(drivers + i);
  return blank;
}

/* In a running office the rows of a range lie in memory one below the other. Their cells are then
 * read from the last to the first: with all reads going one way the processor fetches ahead, which
 * takes half the time off a large range. */
static void read_row(const uno_Any *cells, size_t count, bool downwards, double *values) {
  if (downwards) {
    for (size_t i = count; i-- > 0;)
      values[i] = kp_functions_cell_number(cells + i);
  } else {
    for (size_t i = 0; i < count; i++)
      values[i] = kp_functions_cell_number(cells + i);
  }
}

kp_calc_error kp_drivers_solve(const kp_arguments *a, kp_row_keeper keep, void *target,
                               kp_survey_drivers_result *result) {
  const kp_functions_cells *outcome = &a->data[0];
  const kp_functions_cells *drivers = &a->data[1];
  size_t count = drivers->column_count;
  kp_survey_driver_options options = options_of(a);
  kp_survey_drivers *collector = NULL;
  double values[KP_SURVEY_DRIVERS_MAX];
  bool downwards =
      drivers->row_count > 1 && (uintptr_t)drivers->rows[1] < (uintptr_t)drivers->rows[0];
  bool kept = true;
  if (outcome->column_count != 1 || outcome->row_count != drivers->row_count)
    return KP_CALC_VALUE;
  if (a->weighted && !kp_functions_cells_same_shape(outcome, &a->weights))
    return KP_CALC_VALUE;
  kp_survey_status status = kp_survey_drivers_new(count, &options, &collector);
  if (status == KP_SURVEY_OK) {
    for (size_t row = 0; row < drivers->row_count; row++) {
      const uno_Any *result_cell = kp_functions_cells_at(outcome, row, 0);
      const uno_Any *cells = kp_functions_cells_at(drivers, row, 0);
      double y = kp_functions_cell_number(result_cell);
      double weight =
          a->weighted ? kp_functions_cell_number(kp_functions_cells_at(&a->weights, row, 0)) : 1;
      if (isnan(y) && !(weight < 0) && blank_row(result_cell, cells, count))
        continue;
      read_row(cells, count, downwards, values);
      uint64_t before = kp_survey_drivers_complete(collector);
      kp_survey_drivers_add(collector, y, values, weight);
      if (keep != NULL && kp_survey_drivers_complete(collector) > before &&
          !keep(target, y, values, count))
        kept = false;
    }
    status = kp_survey_drivers_solve(collector, result);
  }
  kp_survey_drivers_free(collector);
  return kept ? kp_calc_error_of(status) : KP_CALC_MEMORY;
}

void kp_drivers_write_name(kp_functions_grid *grid, size_t row, const kp_arguments *a,
                           size_t driver) {
  char name[32];
  if (a->named) {
    size_t columns = a->names.column_count;
    kp_functions_grid_copy(grid, row, 0,
                           kp_functions_cells_at(&a->names, driver / columns, driver % columns));
  } else {
    snprintf(name, sizeof name, "%s %zu", kp_functions_word(KP_WORD_DRIVER, a->language),
             driver + 1);
    kp_functions_grid_text(grid, row, 0, name);
  }
}

static void write_driver(kp_functions_grid *grid, size_t row, const kp_arguments *a,
                         const kp_survey_driver *driver) {
  kp_functions_grid_number(grid, row, 1, driver->n);
  kp_functions_grid_number(grid, row, 2, driver->r);
  kp_functions_grid_number(grid, row, 3, driver->b);
  kp_functions_grid_number(grid, row, 4, driver->share);
  kp_functions_grid_number(grid, row, 5, driver->mean);
  if (isnan(driver->priority))
    kp_functions_grid_error(grid, row, 6, KP_CALC_NA);
  else
    kp_functions_grid_number(grid, row, 6, driver->priority);
  kp_functions_grid_word(grid, row, 7, (kp_word)(KP_WORD_QUADRANT_NONE + (int)driver->quadrant),
                         a->language);
}

void kp_drivers_write_fact(kp_functions_grid *grid, size_t row, const kp_arguments *a,
                           kp_word label, double value) {
  kp_functions_grid_word(grid, row, 0, label, a->language);
  kp_functions_grid_number(grid, row, 1, value);
}

kp_calc_error kp_compute_drivers(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  static const kp_word header[COLUMNS] = {
      KP_WORD_DRIVER,     KP_WORD_N,    KP_WORD_CORRELATION, KP_WORD_COEFFICIENT,
      KP_WORD_IMPORTANCE, KP_WORD_MEAN, KP_WORD_PRIORITY,    KP_WORD_QUADRANT};
  kp_survey_drivers_result solved = {0};
  if (a->named && a->names.row_count * a->names.column_count != a->data[1].column_count)
    return KP_CALC_VALUE;
  kp_calc_error error = kp_drivers_solve(a, NULL, NULL, &solved);
  if (error != KP_CALC_OK)
    return error;
  size_t warnings = 0;
  for (unsigned bit = 0; bit < WARNINGS; bit++)
    warnings += (solved.warnings >> bit) & 1u;
  kp_functions_grid grid;
  kp_functions_grid_start(&grid, 1 + solved.count + FACTS + warnings, COLUMNS);
  for (size_t column = 0; column < COLUMNS; column++)
    kp_functions_grid_word(&grid, 0, column, header[column], a->language);
  for (size_t i = 0; i < solved.count; i++) {
    kp_drivers_write_name(&grid, 1 + i, a, i);
    write_driver(&grid, 1 + i, a, &solved.driver[i]);
  }
  size_t row = 1 + solved.count;
  kp_drivers_write_fact(&grid, row++, a, KP_WORD_R_SQUARED, solved.r_squared);
  kp_drivers_write_fact(&grid, row++, a, KP_WORD_N_USED, solved.n);
  kp_drivers_write_fact(&grid, row++, a, KP_WORD_LEFT_OUT, solved.left_out);
  kp_drivers_write_fact(&grid, row++, a, KP_WORD_VIF, solved.vif_max);
  for (unsigned bit = 0; bit < WARNINGS; bit++) {
    if (((solved.warnings >> bit) & 1u) != 0) {
      kp_functions_grid_word(&grid, row, 0, KP_WORD_WARNING, a->language);
      kp_functions_grid_word(&grid, row++, 1, (kp_word)(KP_WORD_WARN_PER_DRIVER + (int)bit),
                             a->language);
    }
  }
  return kp_functions_grid_finish(&grid, result);
}

/* An index as people count, from 1. */
static bool index_of(double number, size_t count, size_t *index) {
  if (!(number >= 1 && number <= (double)count) || number != floor(number))
    return false;
  *index = (size_t)number - 1;
  return true;
}

kp_calc_error kp_compute_driver_weight(const kp_function *f, const kp_arguments *a,
                                       uno_Any *result) {
  (void)f;
  kp_survey_drivers_result solved = {0};
  size_t index = 0;
  kp_calc_error error = kp_drivers_solve(a, NULL, NULL, &solved);
  if (error != KP_CALC_OK)
    return error;
  if (!index_of(a->number[0], solved.count, &index))
    return KP_CALC_NUM;
  return kp_result_number(result, solved.driver[index].share);
}

kp_calc_error kp_compute_driver_ratio(const kp_function *f, const kp_arguments *a,
                                      uno_Any *result) {
  (void)f;
  kp_survey_drivers_result solved = {0};
  size_t first = 0;
  size_t second = 0;
  double ratio = 0;
  kp_calc_error error = kp_drivers_solve(a, NULL, NULL, &solved);
  if (error != KP_CALC_OK)
    return error;
  if (!index_of(a->number[0], solved.count, &first) ||
      !index_of(a->number[1], solved.count, &second))
    return KP_CALC_NUM;
  kp_survey_status status = kp_survey_drivers_ratio(&solved, first, second, &ratio);
  return kp_result_of(result, status, ratio);
}
