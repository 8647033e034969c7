/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CX.TABLE: a row per group with n, the mean or the share, and its bounds. */
#include "groups.h"
#include "kind.h"

#include <stdlib.h>
#include <string.h>

enum { GROUP, N, VALUE, LOWER, UPPER, COLUMNS };

/* Tallies of each group; the rows without a group, and all rows. */
typedef struct kind_rows {
  kp_groups groups;
  kp_survey_scale *items;
  size_t capacity;
  kp_survey_scale rest, total, empty;
} kind_rows;

static bool reserve(kind_rows *rows) {
  if (rows->groups.count <= rows->capacity)
    return true;
  size_t capacity = 2 * rows->groups.count + 62;
  kp_survey_scale *grown = realloc(rows->items, capacity * sizeof *grown);
  if (grown == NULL)
    return false;
  rows->items = grown;
  for (size_t i = rows->capacity; i < capacity; i++)
    grown[i] = rows->empty;
  rows->capacity = capacity;
  return true;
}

static kp_calc_error tally(const kp_arguments *a, kind_rows *rows) {
  const kp_functions_cells *values = &a->data[0];
  const kp_functions_cells *labels = &a->data[1];
  if (!kp_functions_cells_same_shape(values, labels))
    return KP_CALC_VALUE;
  for (size_t row = 0; row < values->row_count; row++) {
    for (size_t column = 0; column < values->column_count; column++) {
      const uno_Any *cell = kp_functions_cells_at(values, row, column);
      size_t group = kp_groups_add(&rows->groups, kp_functions_cells_at(labels, row, column));
      if (rows->groups.failed || !reserve(rows))
        return KP_CALC_MEMORY;
      kp_functions_cells_scale_one(group == KP_NO_GROUP ? &rows->rest : &rows->items[group], cell);
      kp_functions_cells_scale_one(&rows->total, cell);
    }
  }
  return rows->total.moments.n > 0 ? KP_CALC_OK : KP_CALC_DIV0;
}

static const kp_survey_scale *scale_of(const kind_rows *rows, size_t row) {
  return row < rows->groups.count ? &rows->items[row] : &rows->rest;
}

static void write_row(kp_functions_grid *grid, size_t row, const kp_arguments *a,
                      const kp_survey_scale *scale) {
  kp_figure figure;
  kp_kind_figure(a->kind, scale, a->confidence, &figure);
  kp_functions_grid_number(grid, row, N, figure.n);
  if (figure.status == KP_SURVEY_OK)
    kp_functions_grid_number(grid, row, VALUE, figure.value);
  if (figure.bounds_ok == KP_SURVEY_OK) {
    kp_functions_grid_number(grid, row, LOWER, figure.lower);
    kp_functions_grid_number(grid, row, UPPER, figure.upper);
  }
}

static void write_shown(kp_functions_grid *grid, size_t row, const kp_arguments *a,
                        const kp_survey_scale *scale, kp_survey_hidden hidden) {
  if (hidden == KP_SURVEY_SHOWN)
    write_row(grid, row, a, scale);
  else
    kp_functions_grid_hidden(grid, row, N, VALUE, hidden, kp_minimum_of(a).shown, a->language);
}

static kp_calc_error write_table(const kp_arguments *a, const kind_rows *rows, size_t count,
                                 const unsigned char *state, bool total_hidden, uno_Any *result) {
  const kp_word header[COLUMNS] = {KP_WORD_GROUP, KP_WORD_N,
                                   kp_kind_is_share(a->kind) ? KP_WORD_SHARE : KP_WORD_MEAN,
                                   KP_WORD_LOWER, KP_WORD_UPPER};
  kp_functions_grid grid;
  kp_functions_grid_start(&grid, count + 2, COLUMNS);
  for (size_t column = 0; column < COLUMNS; column++)
    kp_functions_grid_word(&grid, 0, column, header[column], a->language);
  for (size_t i = 0; i < count; i++) {
    if (i < rows->groups.count)
      kp_functions_grid_copy(&grid, 1 + i, GROUP, rows->groups.labels[i]);
    else
      kp_functions_grid_word(&grid, 1 + i, GROUP, KP_WORD_NO_GROUP, a->language);
    write_shown(&grid, 1 + i, a, scale_of(rows, i), (kp_survey_hidden)state[i]);
  }
  kp_functions_grid_word(&grid, count + 1, GROUP, KP_WORD_TOTAL, a->language);
  write_shown(&grid, count + 1, a, &rows->total, total_hidden ? KP_SURVEY_FEW : KP_SURVEY_SHOWN);
  return kp_functions_grid_finish(&grid, result);
}

static kp_calc_error hide_and_write(const kp_arguments *a, const kind_rows *rows, uno_Any *result) {
  size_t count = rows->groups.count + (rows->rest.moments.n > 0 ? 1 : 0);
  uint64_t *n = calloc(count + 1, sizeof *n);
  unsigned char *state = calloc(count + 1, sizeof *state);
  bool total_hidden = false;
  kp_calc_error error = n != NULL && state != NULL ? KP_CALC_OK : KP_CALC_MEMORY;
  if (error == KP_CALC_OK) {
    for (size_t i = 0; i < count; i++)
      n[i] = scale_of(rows, i)->moments.n;
    kp_survey_suppress(count, n, kp_minimum_of(a).shown, state, &total_hidden);
    error = write_table(a, rows, count, state, total_hidden, result);
  }
  free(state);
  free(n);
  return error;
}

kp_calc_error kp_compute_kind_table(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  kind_rows rows;
  memset(&rows, 0, sizeof rows);
  kp_calc_error error = kp_kind_start(a, &rows.empty);
  if (error == KP_CALC_OK && !(a->confidence > 0.5 && a->confidence < 1))
    error = KP_CALC_NUM;
  if (error != KP_CALC_OK)
    return error;
  rows.rest = rows.total = rows.empty;
  kp_groups_start(&rows.groups);
  error = tally(a, &rows);
  if (error == KP_CALC_OK)
    error = hide_and_write(a, &rows, result);
  kp_groups_end(&rows.groups);
  free(rows.items);
  return error;
}
