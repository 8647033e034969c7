/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formula columns of a new row: the method's text with the addresses of this
 * workbook. */
#include "formulas.h"

#include "block.h"
#include "cells.h"
#include "place.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where the rows of a table are: looked for when a formula first names it. */
typedef struct extent {
  bool looked;
  char *sheet; /* quoted for a formula; NULL without such a table */
  int32_t first;
  int32_t last;
  kp_grid grid;
} extent;

/* What the addresses are taken from. */
typedef struct places {
  kp_uno_error *error;
  const kp_document *document;
  const kp_registry *registry;
  kp_look *look;                    /* or NULL */
  const kp_formulas_change *change; /* or NULL */
  bool pattern;                     /* numbers that change become PLACEHOLDER */
  const kp_grid *grid;
  const kp_method_table *table;
  int32_t row;
  extent *extents; /* of each table of the model */
} places;

/* Stands for "some number"; no setting is as large. */
#define PLACEHOLDER 987654321
static const char placeholder[] = "987654321";

/* Without the hidden sheet the names of the other sheets tell the language. */
static kp_language guess_language(const kp_document *document) {
  const kp_method *method = document->method;
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *sheets = NULL;
  size_t found[KP_LANGUAGE_COUNT] = {0};
  kp_language best = document->language;
  bool good = kp_cells_sheets(&ignored, document->model, &sheets);
  for (size_t i = 0; good && i < method->table_count; i++) {
    const char *const *names = method->tables[i]->name.in;
    if (strcmp(names[KP_LANGUAGE_EN], names[KP_LANGUAGE_NL]) == 0)
      continue;
    for (int language = 0; good && language < KP_LANGUAGE_COUNT; language++) {
      bool has = false;
      good = kp_cells_has_name(&ignored, sheets, names[language], &has);
      found[language] += has;
    }
  }
  for (int language = 0; language < KP_LANGUAGE_COUNT; language++)
    if (found[language] > found[best])
      best = (kp_language)language;
  kp_uno_release(sheets);
  return best;
}

kp_language kp_formulas_language(const kp_document *document, const kp_registry *registry) {
  const char *tag = kp_registry_get(registry, KP_REGISTRY_WORKBOOK, "language");
  return tag != NULL ? kp_language_from_locale(tag) : guess_language(document);
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
  const places *at = data;
  const kp_method *method = at->document->method;
  for (size_t i = 0; at->change != NULL && i < method->setting_count; i++) {
    if (method->settings[i] == setting && at->change->changed[i]) {
      *value = at->pattern ? PLACEHOLDER : at->change->values[i];
      return true;
    }
  }
  return kp_formulas_setting(at->registry, setting, value);
}

/* ------------------------------------------------------------------------------- the addresses */

static bool open_places(kp_uno_error *error, places *at) {
  at->extents = calloc(at->document->method->table_count + 1, sizeof *at->extents);
  return at->extents != NULL || kp_uno_error_memory(error);
}

static void close_places(places *at) {
  for (size_t i = 0; at->extents != NULL && i < at->document->method->table_count; i++) {
    free(at->extents[i].sheet);
    kp_grid_clear(&at->extents[i].grid);
  }
  free(at->extents);
}

/* Header to separator, so that it grows with every row between. */
static bool look(const places *at, const kp_grid *grid, extent *of) {
  kp_place place;
  if (!kp_place_find(at->error, grid, &place) ||
      !kp_block_sheet_reference(at->error, grid->sheet, &of->sheet))
    return false;
  int32_t last = place.below_end ? place.row - 1 : place.row + 1;
  of->first = grid->header >= 0 ? grid->header : grid->top;
  of->last = last > of->first ? last : of->first;
  return true;
}

static bool find_table(const places *at, const kp_method_table *table, kp_grid *grid) {
  return at->look != NULL ? kp_grid_look(at->error, at->look, table, grid)
                          : kp_grid_find(at->error, at->document->model, at->registry, table, grid);
}

/* All data rows of a column. */
static bool whole_column(const places *at, const kp_method_column *column, char *text,
                         size_t size) {
  extent *of = &at->extents[column->table->index];
  const kp_grid *grid = column->table == at->table ? at->grid : &of->grid;
  char name[8];
  if (!of->looked) {
    of->looked = true;
    if (grid != at->grid && !find_table(at, column->table, &of->grid))
      return false;
    if (grid->sheet != NULL && !look(at, grid, of))
      return false;
  }
  int32_t index = of->sheet != NULL ? kp_grid_column_of(grid, column->key) : -1;
  if (index < 0)
    return false;
  kp_cells_column_name(index, name);
  int length = snprintf(text, size, "%s.$%s$%d:$%s$%d", of->sheet, name, (int)of->first + 1, name,
                        (int)of->last + 1);
  return length > 0 && (size_t)length < size;
}

static bool address(void *data, const kp_method_column *column, bool whole, char *text,
                    size_t size) {
  const places *at = data;
  char name[8];
  if (whole || column->table != at->table)
    return whole_column(at, column, text, size);
  int32_t index = kp_grid_column_of(at->grid, column->key);
  if (index < 0)
    return false;
  kp_cells_column_name(index, name);
  int length = snprintf(text, size, "%s%d", name, (int)at->row + 1);
  return length > 0 && (size_t)length < size;
}

bool kp_formulas_write(kp_uno_error *error, const kp_document *document, kp_look *look,
                       const kp_grid *grid, const kp_method_table *table,
                       kp_transaction *transaction, kp_track *line) {
  kp_uno_error ignored = KP_UNO_IGNORED; /* a table or column that is gone is no failure */
  places at = {.error = &ignored,
               .document = document,
               .registry = &look->registry,
               .look = look,
               .grid = grid,
               .table = table};
  kp_method_places into = {&at, address, setting_value};
  kp_language language = kp_formulas_language(document, &look->registry);
  bool good = open_places(error, &at);
  for (size_t i = 0; good && i < table->count; i++) {
    const kp_method_column *column = table->columns[i];
    int32_t index = kp_grid_column_of(grid, column->key);
    if (column->kind != KP_METHOD_FORMULA || index < 0)
      continue;
    good = kp_track_row(error, line, &at.row); /* each time: macros may move it */
    char *formula = good ? kp_method_formula(document->method, column, language, &into) : NULL;
    if (formula != NULL)
      good = kp_transaction_formula(error, transaction, line, index, at.row, formula);
    free(formula);
  }
  close_places(&at);
  return good;
}

/* --------------------------------------------------------------------------- numbers that change
 */

bool kp_formulas_concerned(const kp_document *document, const kp_formulas_change *change,
                           const kp_method_column *column) {
  const kp_method *method = document->method;
  for (size_t i = 0; column->formula != NULL && i < method->setting_count; i++) {
    size_t length = strlen(method->settings[i]->key);
    for (const char *at = strchr(column->formula, '{'); change->changed[i] && at != NULL;
         at = strchr(at + 1, '{'))
      if (strncmp(at + 1, method->settings[i]->key, length) == 0 && at[1 + length] == '}')
        return true;
  }
  return false;
}

/* Calc gives a formula back without the quotes and blanks that it does not need, and with the long
 * names of functions from its own add-ins: ….ANALYSIS.GETEDATE. */
static const char *skip(const char *at) {
  static const char addin[] = "COM.SUN.STAR.SHEET.ADDIN.";
  at += strspn(at, " '$");
  if (strncmp(at, addin, sizeof addin - 1) == 0) {
    at += sizeof addin - 1;
    at += strcspn(at, ".(");
    at += *at == '.';
    at += strncmp(at, "GET", 3) == 0 ? 3 : 0;
  }
  return at;
}

/* Whether a formula is the pattern with some number at each placeholder. */
static bool matches(const char *formula, const char *pattern) {
  for (formula = skip(formula), pattern = skip(pattern); *pattern != '\0';
       formula = skip(formula), pattern = skip(pattern)) {
    if (strncmp(pattern, placeholder, sizeof placeholder - 1) == 0) {
      size_t digits = strspn(formula, "0123456789");
      if (digits == 0)
        return false;
      formula += digits;
      pattern += sizeof placeholder - 1;
    } else if (*formula++ != *pattern++) {
      return false;
    }
  }
  return *formula == '\0';
}

/* Writes it where the present formula stands still: a macro may have moved the rows since. */
static bool write_fresh(kp_uno_error *error, const places *at, kp_transaction *transaction,
                        int32_t column, const char *present, const char *fresh) {
  static kp_uno_method get_cell = KP_UNO_METHOD("com.sun.star.table.XCellRange::getCellByPosition");
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.table.XCell::getFormula");
  uno_Interface *sheet = at->grid->sheet;
  uno_Interface *cell = NULL;
  char *now = NULL;
  bool good = kp_uno_call(error, sheet, &get_cell, &cell, (int)column, (int)at->row) &&
              kp_uno_call(error, cell, &get, &now);
  if (good && strcmp(now, present) != 0)
    good = kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "the row did not stay");
  good = good && kp_transaction_cell_formula(error, transaction, sheet, column, at->row, fresh);
  free(now);
  kp_uno_release(cell);
  return good;
}

/* One cell: counted when it is ours, and written when asked for. */
static bool renew_cell(kp_uno_error *error, places *at, const kp_method_column *column,
                       const rtl_uString *present, kp_transaction *write, size_t *count) {
  const kp_method *method = at->document->method;
  kp_method_places into = {at, address, setting_value};
  kp_language language = kp_formulas_language(at->document, at->registry);
  int32_t index = kp_grid_column_of(at->grid, column->key);
  char *formula = kp_uno_string_utf8(present);
  at->pattern = true;
  char *pattern = kp_method_formula(method, column, language, &into);
  at->pattern = false;
  bool good = formula != NULL;
  if (!good)
    kp_uno_error_memory(error);
  /* Without a pattern a column that the formula needs is gone: nothing is ours then. */
  if (good && pattern != NULL && matches(formula, pattern)) {
    ++*count;
    char *fresh = write != NULL ? kp_method_formula(method, column, language, &into) : NULL;
    if (fresh != NULL)
      good = write_fresh(error, at, write, index, formula, fresh);
    free(fresh);
  }
  free(pattern);
  free(formula);
  return good;
}

bool kp_formulas_renew(kp_uno_error *error, const kp_document *document,
                       const kp_registry *registry, const kp_formulas_change *change,
                       const kp_grid *grid, const kp_method_column *column, kp_transaction *write,
                       size_t *count) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.sheet.XCellRangeFormula::getFormulaArray");
  kp_uno_error ignored = KP_UNO_IGNORED;
  places at = {.error = &ignored,
               .document = document,
               .registry = registry,
               .change = change,
               .grid = grid,
               .table = column->table};
  uno_Interface *range = NULL;
  uno_Sequence *formulas = NULL;
  int32_t last_column = 0;
  int32_t last_row = 0;
  int32_t index = kp_grid_column_of(grid, column->key);
  if (index < 0)
    return true;
  bool good = open_places(error, &at) &&
              kp_cells_used(error, grid->sheet, &last_column, &last_row) &&
              kp_cells_last(error, grid->sheet, index, 0, index, last_row, &last_row);
  if (good && last_row >= 0)
    good = kp_cells_range(error, grid->sheet, index, 0, index, last_row, &range) &&
           kp_uno_call(error, range, &get, &formulas);
  for (int32_t row = 0; good && formulas != NULL && row < formulas->nElements; row++) {
    const uno_Sequence *line = KP_UNO_ELEMENTS(uno_Sequence *const, formulas)[row];
    const rtl_uString *present = KP_UNO_ELEMENTS(rtl_uString *const, line)[0];
    at.row = row;
    if (present->length > 0 && present->buffer[0] == '=')
      good = renew_cell(error, &at, column, present, write, count);
  }
  kp_uno_sequence_free(formulas, "[][]string");
  kp_uno_release(range);
  close_places(&at);
  return good;
}
