/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NPS.CROSS: one measure of every group in every wave, or in every other group. */
#include "tallies.h"
#include "unit.h"
#include "waves.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* More cells than anybody reads, fewer than would freeze the office. */
enum { MOST_CELLS = 1000000 };

/* Answers of one cell: detractors, passives, promoters. */
typedef struct cell_counts {
  uint64_t segment[3];
} cell_counts;

/* One column; place 0 of its rows holds the answers without a row group. */
typedef struct cross_column {
  cell_counts *rows;
  size_t capacity;
} cross_column;

typedef struct cross_table {
  const kp_arguments *a;
  kp_groups row_groups;
  kp_waves columns;     /* for their order; any groups will do */
  cross_column *column; /* place 0: answers without a column group */
  size_t column_capacity;
  size_t rows, width;       /* shown, without the totals */
  kp_survey_counts *counts; /* (rows + 1) x (width + 1), the totals last */
  uint64_t *n;
  unsigned char *state;
  kp_functions_grid grid;
} cross_table;

static bool grow_columns(cross_table *t, size_t places) {
  if (places <= t->column_capacity)
    return true;
  size_t capacity = places < 16 ? 16 : 2 * places;
  cross_column *grown = realloc(t->column, capacity * sizeof *grown);
  if (grown == NULL)
    return false;
  memset(grown + t->column_capacity, 0, (capacity - t->column_capacity) * sizeof *grown);
  t->column = grown;
  t->column_capacity = capacity;
  return true;
}

static bool grow_rows(cross_column *c, size_t places) {
  if (places <= c->capacity)
    return true;
  size_t capacity = places < 16 ? 16 : 2 * places;
  cell_counts *grown = realloc(c->rows, capacity * sizeof *grown);
  if (grown == NULL)
    return false;
  memset(grown + c->capacity, 0, (capacity - c->capacity) * sizeof *grown);
  c->rows = grown;
  c->capacity = capacity;
  return true;
}

static kp_calc_error tally_cell(cross_table *t, size_t row, size_t column) {
  size_t r = kp_groups_add(&t->row_groups, kp_functions_cells_at(&t->a->data[1], row, column));
  size_t c = kp_groups_add(&t->columns.groups, kp_functions_cells_at(&t->a->data[2], row, column));
  int segment = kp_survey_class_index(
      kp_functions_cell_number(kp_functions_cells_at(&t->a->data[0], row, column)));
  r = r == KP_NO_GROUP ? 0 : r + 1;
  c = c == KP_NO_GROUP ? 0 : c + 1;
  if (t->row_groups.failed || t->columns.groups.failed || !grow_columns(t, c + 1) ||
      (t->row_groups.count + 2) * (t->columns.groups.count + 2) > MOST_CELLS)
    return KP_CALC_MEMORY;
  if (segment >= 0) {
    if (!grow_rows(&t->column[c], r + 1))
      return KP_CALC_MEMORY;
    t->column[c].rows[r].segment[segment]++;
  }
  return KP_CALC_OK;
}

static kp_survey_counts counts_at(const cross_table *t, size_t r, size_t c) {
  if (c >= t->column_capacity || r >= t->column[c].capacity)
    return (kp_survey_counts){0, 0, 0};
  const uint64_t *segment = t->column[c].rows[r].segment;
  return (kp_survey_counts){(double)segment[2], (double)segment[1], (double)segment[0]};
}

static double size_of(const kp_survey_counts *c) {
  return c->promoters + c->passives + c->detractors;
}

static void add_counts(kp_survey_counts *to, const kp_survey_counts *c) {
  to->promoters += c->promoters;
  to->passives += c->passives;
  to->detractors += c->detractors;
}

/* True when a row (or column) of answers without a group is needed. */
static bool any_in_row(const cross_table *t, size_t r) {
  for (size_t c = 0; c <= t->columns.groups.count; c++) {
    kp_survey_counts counts = counts_at(t, r, c);
    if (size_of(&counts) > 0)
      return true;
  }
  return false;
}

static bool any_in_column(const cross_table *t, size_t c) {
  for (size_t r = 0; r <= t->row_groups.count; r++) {
    kp_survey_counts counts = counts_at(t, r, c);
    if (size_of(&counts) > 0)
      return true;
  }
  return false;
}

/* Lays the cells out as they are shown: rows in order of appearance, columns in that of time, those
 * without a group last, then the totals. */
static kp_calc_error lay_out(cross_table *t) {
  t->rows = t->row_groups.count + (any_in_row(t, 0) ? 1 : 0);
  t->width = t->columns.groups.count + (any_in_column(t, 0) ? 1 : 0);
  size_t cells = (t->rows + 1) * (t->width + 1);
  t->counts = calloc(cells, sizeof *t->counts);
  t->n = calloc(cells, sizeof *t->n);
  t->state = calloc(cells, 1);
  if (t->counts == NULL || t->n == NULL || t->state == NULL)
    return KP_CALC_MEMORY;
  for (size_t i = 0; i < t->rows; i++) {
    size_t r = i < t->row_groups.count ? i + 1 : 0;
    for (size_t k = 0; k < t->width; k++) {
      size_t c = k < t->columns.groups.count ? t->columns.order[k] + 1 : 0;
      kp_survey_counts counts = counts_at(t, r, c);
      kp_survey_counts *row = t->counts + i * (t->width + 1);
      kp_survey_counts *totals = t->counts + t->rows * (t->width + 1);
      row[k] = counts;
      add_counts(&row[t->width], &counts);
      add_counts(&totals[k], &counts);
      add_counts(&totals[t->width], &counts);
    }
  }
  for (size_t i = 0; i < cells; i++)
    t->n[i] = (uint64_t)size_of(&t->counts[i]);
  kp_survey_suppress_cross(t->rows, t->width, t->n, kp_minimum_of(t->a).shown, t->state);
  return t->n[cells - 1] > 0 ? KP_CALC_OK : KP_CALC_DIV0;
}

static kp_word measure_word(kp_measure measure) {
  switch (measure) {
  case KP_MEASURE_N:
    return KP_WORD_N;
  case KP_MEASURE_PROMOTERS:
    return KP_WORD_PROMOTERS;
  case KP_MEASURE_PASSIVES:
    return KP_WORD_PASSIVES;
  case KP_MEASURE_DETRACTORS:
    return KP_WORD_DETRACTORS;
  case KP_MEASURE_MARGIN:
    return KP_WORD_MARGIN;
  case KP_MEASURE_LOWER:
    return KP_WORD_LOWER;
  case KP_MEASURE_UPPER:
    return KP_WORD_UPPER;
  default:
    return KP_WORD_NPS;
  }
}

static void write_labels(cross_table *t) {
  kp_language language = t->a->language;
  kp_functions_grid_word(&t->grid, 0, 0, measure_word(t->a->measure), language);
  for (size_t k = 0; k < t->width; k++) {
    if (k < t->columns.groups.count)
      kp_functions_grid_copy(&t->grid, 0, 1 + k, t->columns.groups.labels[t->columns.order[k]]);
    else
      kp_functions_grid_word(&t->grid, 0, 1 + k, KP_WORD_NO_GROUP, language);
  }
  kp_functions_grid_word(&t->grid, 0, 1 + t->width, KP_WORD_TOTAL, language);
  kp_functions_rows rows = {&t->row_groups, t->rows};
  for (size_t i = 0; i < t->rows; i++)
    kp_functions_rows_label(&rows, i, &t->grid, 1 + i, language);
  kp_functions_grid_word(&t->grid, 1 + t->rows, 0, KP_WORD_TOTAL, language);
}

static kp_calc_error write_table(cross_table *t, uno_Any *result) {
  double z = kp_survey_normal_critical(t->a->confidence);
  char few[340]; /* the longest double has 309 digits */
  snprintf(few, sizeof few, "n < %.0f", kp_minimum_of(t->a).shown);
  kp_functions_grid_start(&t->grid, t->rows + 2, t->width + 2);
  write_labels(t);
  for (size_t i = 0; i <= t->rows; i++) {
    for (size_t k = 0; k <= t->width; k++) {
      size_t at = i * (t->width + 1) + k;
      double value = 0;
      if (t->state[at] == KP_SURVEY_FEW)
        kp_functions_grid_text(&t->grid, 1 + i, 1 + k, few);
      else if (t->state[at] == KP_SURVEY_PROTECTED)
        kp_functions_grid_word(&t->grid, 1 + i, 1 + k, KP_WORD_HIDDEN, t->a->language);
      else if (kp_unit_measure(t->a->measure, &t->counts[at], z, &value) == KP_SURVEY_OK)
        kp_functions_grid_number(&t->grid, 1 + i, 1 + k, value);
    }
  }
  return kp_functions_grid_finish(&t->grid, result);
}

static kp_calc_error tally_all(cross_table *t) {
  const kp_functions_cells *scores = &t->a->data[0];
  kp_calc_error error = KP_CALC_OK;
  if (!kp_functions_cells_same_shape(scores, &t->a->data[1]) ||
      !kp_functions_cells_same_shape(scores, &t->a->data[2]))
    return KP_CALC_VALUE;
  for (size_t row = 0; error == KP_CALC_OK && row < scores->row_count; row++)
    for (size_t column = 0; error == KP_CALC_OK && column < scores->column_count; column++)
      error = tally_cell(t, row, column);
  return error == KP_CALC_OK ? kp_waves_sort(&t->columns) : error;
}

kp_calc_error kp_compute_cross(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  cross_table t = {.a = a};
  kp_groups_start(&t.row_groups);
  kp_waves_start(&t.columns);
  kp_calc_error error = tally_all(&t);
  if (error == KP_CALC_OK)
    error = lay_out(&t);
  if (error == KP_CALC_OK)
    error = write_table(&t, result);
  for (size_t c = 0; c < t.column_capacity; c++)
    free(t.column[c].rows);
  free(t.column);
  free(t.counts);
  free(t.n);
  free(t.state);
  kp_groups_end(&t.row_groups);
  kp_waves_end(&t.columns);
  return error;
}
