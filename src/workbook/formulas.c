/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formula columns of a new row: the method's text with the addresses of this
 * workbook. */
#include "formulas.h"

#include "block.h"
#include "cells.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What the addresses are taken from. Other tables are looked for when a formula
 * names them. */
typedef struct places {
  kp_uno_error *error;
  const kp_document *document;
  const kp_registry *registry;
  const kp_grid *grid;
  const kp_method_table *table;
  int32_t row;
} places;

kp_language kp_formulas_language(const kp_document *document, const kp_registry *registry) {
  const char *tag = kp_registry_get(registry, KP_REGISTRY_WORKBOOK, "language");
  return tag != NULL ? kp_language_from_locale(tag) : document->language;
}

bool kp_formulas_setting(const kp_registry *registry, const kp_method_setting *setting,
                         double *value) {
  const char *text = kp_registry_get(registry, KP_REGISTRY_SETTING, setting->key);
  char *end = NULL;
  long number = text != NULL ? strtol(text, &end, 10) : 0; /* whole numbers, in any locale */
  if (text == NULL || end == text || *end != '\0')
    return false;
  *value = (double)number;
  return true;
}

static bool setting_value(void *data, const kp_method_setting *setting, double *value) {
  return kp_formulas_setting(((const places *)data)->registry, setting, value);
}

/* All data rows of a column: anchor to end line, so that it grows with every
 * row between. */
static bool whole_column(const places *at, const kp_grid *grid, const kp_method_column *column,
                         char *text, size_t size) {
  char *sheet = NULL;
  char name[8];
  kp_rows rows;
  int32_t index = kp_grid_column_of(grid, column->key);
  if (index < 0)
    return false;
  bool good = kp_rows_read_ids(at->error, grid, &rows) &&
              kp_block_sheet_reference(at->error, grid->sheet, &sheet);
  if (good) {
    int32_t first = grid->anchor >= 0 && grid->anchor < grid->top ? grid->anchor : grid->top;
    int32_t last = rows.last > rows.end ? rows.last : rows.end;
    kp_cells_column_name(index, name);
    int length = snprintf(text, size, "%s.$%s$%d:$%s$%d", sheet, name, (int)first + 1, name,
                          (int)(last > first ? last : first) + 1);
    good = length > 0 && (size_t)length < size;
  }
  kp_rows_clear(&rows);
  free(sheet);
  return good;
}

static bool address(void *data, const kp_method_column *column, bool whole, char *text,
                    size_t size) {
  const places *at = data;
  if (!whole && column->table == at->table) {
    char name[8];
    int32_t index = kp_grid_column_of(at->grid, column->key);
    if (index < 0)
      return false;
    kp_cells_column_name(index, name);
    int length = snprintf(text, size, "%s%d", name, (int)at->row + 1);
    return length > 0 && (size_t)length < size;
  }
  if (column->table == at->table)
    return whole_column(at, at->grid, column, text, size);
  kp_grid other = {.sheet = NULL};
  bool good = kp_grid_find(at->error, at->document->model, at->registry, column->table, &other) &&
              other.sheet != NULL && whole_column(at, &other, column, text, size);
  kp_grid_clear(&other);
  return good;
}

bool kp_formulas_write(kp_uno_error *error, const kp_document *document,
                       const kp_registry *registry, const kp_grid *grid,
                       const kp_method_table *table, int32_t row) {
  kp_uno_error ignored = KP_UNO_NO_ERROR; /* a table or column that is gone is no failure */
  places at = {&ignored, document, registry, grid, table, row};
  kp_method_places into = {&at, address, setting_value};
  kp_language language = kp_formulas_language(document, registry);
  bool good = true;
  for (size_t i = 0; good && i < table->count; i++) {
    const kp_method_column *column = table->columns[i];
    int32_t index = kp_grid_column_of(grid, column->key);
    if (column->kind != KP_METHOD_FORMULA || index < 0)
      continue;
    char *formula = kp_method_formula(document->method, column, language, &into);
    if (formula != NULL)
      good = kp_cells_set_formula(error, grid->sheet, index, row, formula);
    free(formula);
  }
  return good;
}
