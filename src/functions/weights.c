/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CX.WEIGHTS: weights that make the answers look like the people they stand for. */
#include "groups.h"

#include "kernpunt/survey.h"

#include <stdlib.h>

_Static_assert(KP_NO_GROUP == KP_SURVEY_NO_CATEGORY, "a blank cell has no category");
_Static_assert(KP_MAX_MARGINS == KP_SURVEY_MARGINS_MAX, "as many pairs as raking takes");

typedef struct weighing {
  kp_survey_margin margin[KP_MAX_MARGINS];
  size_t *category[KP_MAX_MARGINS]; /* owned; the margins borrow */
  double *population[KP_MAX_MARGINS];
  size_t count, rows;
} weighing;

/* The table of names and numbers. Empty rows below it are no category. */
static kp_calc_error read_population(kp_groups *names, double *population,
                                     const kp_functions_cells *table) {
  for (size_t row = 0; row < table->row_count; row++) {
    const uno_Any *name = kp_functions_cells_at(table, row, 0);
    const uno_Any *size = kp_functions_cells_at(table, row, 1);
    size_t before = names->count;
    double number = kp_functions_cell_number(size);
    if (kp_functions_cell_blank(name) && kp_functions_cell_blank(size))
      continue;
    if (!(number >= 0) || isinf(number))
      return KP_CALC_VALUE;
    size_t group = kp_groups_add(names, name);
    if (names->failed)
      return KP_CALC_MEMORY;
    if (group != before) /* no name, or one that stood above already */
      return KP_CALC_VALUE;
    population[group] = number;
  }
  return names->count > 0 ? KP_CALC_OK : KP_CALC_VALUE;
}

static kp_calc_error read_margin(weighing *w, const kp_functions_cells *groups,
                                 const kp_functions_cells *table) {
  kp_groups names;
  size_t m = w->count;
  if (groups->column_count != 1 || table->column_count != 2 ||
      (m > 0 && groups->row_count != w->rows))
    return KP_CALC_VALUE;
  w->rows = groups->row_count;
  w->count++;
  w->category[m] = malloc(w->rows * sizeof **w->category);
  w->population[m] = malloc(table->row_count * sizeof **w->population);
  kp_groups_start(&names);
  kp_calc_error error = w->category[m] == NULL || w->population[m] == NULL || names.failed
                            ? KP_CALC_MEMORY
                            : read_population(&names, w->population[m], table);
  for (size_t row = 0; error == KP_CALC_OK && row < w->rows; row++)
    w->category[m][row] = kp_groups_find(&names, kp_functions_cells_at(groups, row, 0));
  w->margin[m] = (kp_survey_margin){w->category[m], w->population[m], names.count};
  kp_groups_end(&names);
  return error;
}

static kp_calc_error write_weights(const double *weights, size_t rows, uno_Any *result) {
  kp_functions_grid grid;
  kp_functions_grid_start(&grid, rows, 1);
  for (size_t row = 0; row < rows; row++)
    if (!isnan(weights[row])) /* else an empty text: such a row drops out of weighted functions */
      kp_functions_grid_number(&grid, row, 0, weights[row]);
  return kp_functions_grid_finish(&grid, result);
}

kp_calc_error kp_compute_weights(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  weighing w = {.count = 0};
  double *weights = NULL;
  kp_calc_error error = KP_CALC_OK;
  for (size_t m = 0; error == KP_CALC_OK && m < KP_MAX_MARGINS; m++) {
    if (a->margin_groups_given[m] != a->margin_population_given[m])
      error = KP_CALC_VALUE;
    else if (a->margin_groups_given[m])
      error = read_margin(&w, &a->margin_groups[m], &a->margin_population[m]);
  }
  if (error == KP_CALC_OK) {
    weights = malloc(w.rows * sizeof *weights);
    error = weights == NULL ? KP_CALC_MEMORY
                            : kp_calc_error_of(kp_survey_rake(
                                  w.margin, w.count, w.rows,
                                  a->largest == 0 ? KP_SURVEY_UNLIMITED : a->largest, weights));
  }
  if (error == KP_CALC_OK)
    error = write_weights(weights, w.rows, result);
  free(weights);
  for (size_t m = 0; m < w.count; m++) {
    free(w.category[m]);
    free(w.population[m]);
  }
  return error;
}
