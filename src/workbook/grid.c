/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding a table and its columns, whatever people renamed, moved or sorted. */
#include "grid.h"

#include "cells.h"
#include "kernpunt/workbook.h"
#include "strings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where a header is looked for when the hidden sheet does not say. */
enum { SEARCHED_HEADERS = 64, WIDEST = 400 };

/* What is looked for. */
typedef struct search {
  kp_look *look;
  const kp_registry *registry; /* of the look */
  const kp_method_table *table;
  const char *id_key; /* of its column of IDs */
  kp_grid *grid;
  int32_t index; /* of its sheet */
} search;

void kp_grid_clear(kp_grid *grid) {
  kp_uno_release(grid->sheet);
  for (size_t i = 0; i < grid->count; i++)
    free(grid->columns[i].key);
  free(grid->columns);
  free(grid->id_header);
  memset(grid, 0, sizeof *grid);
}

const char *kp_grid_id_key(const kp_method_table *table) {
  return table->id != NULL ? table->id->key : table->columns[0]->key;
}

int32_t kp_grid_column_of(const kp_grid *grid, const char *key) {
  for (size_t i = 0; i < grid->count; i++)
    if (strcmp(grid->columns[i].key, key) == 0)
      return grid->columns[i].column;
  return -1;
}

static bool add_column(kp_uno_error *error, kp_grid *grid, const char *key, int32_t column) {
  if (kp_grid_column_of(grid, key) >= 0) /* a copied column: the first one counts */
    return true;
  kp_grid_column *more = realloc(grid->columns, (grid->count + 1) * sizeof *more);
  if (more == NULL)
    return kp_uno_error_memory(error);
  grid->columns = more;
  char *copy = kp_strings_join(error, key, NULL, NULL);
  if (copy == NULL)
    return false;
  grid->columns[grid->count++] = (kp_grid_column){copy, column};
  grid->left = grid->count == 1 || column < grid->left ? column : grid->left;
  grid->right = grid->count == 1 || column > grid->right ? column : grid->right;
  return true;
}

/* Forgets what was found of columns. */
static void drop_columns(kp_grid *grid) {
  for (size_t i = 0; i < grid->count; i++)
    free(grid->columns[i].key);
  grid->count = 0;
}

/* --------------------------------------------------------------------------------------- names */

void kp_grid_range_name(const kp_method_table *table, char name[2 * KP_GRID_TOKEN_SIZE]) {
  snprintf(name, 2 * (size_t)KP_GRID_TOKEN_SIZE, KP_GRID_NAME_PREFIX "rows_%s", table->key);
}

void kp_grid_place_key(const kp_method_column *column, char name[2 * KP_GRID_TOKEN_SIZE]) {
  snprintf(name, 2 * (size_t)KP_GRID_TOKEN_SIZE, "%s.%s", column->table->key, column->key);
}

const kp_method_column *kp_grid_names(const kp_method_column *link) {
  const kp_method_table *table = link->table;
  for (size_t i = 0; i < table->count; i++)
    if (table->columns[i]->names == link)
      return table->columns[i];
  return NULL;
}

int32_t kp_grid_shown(const kp_grid *grid, const kp_method_table *table, const char *key) {
  const kp_method_column *column = kp_method_find_column(table, key);
  const kp_method_column *names =
      column != NULL && column->kind == KP_METHOD_LINK ? kp_grid_names(column) : NULL;
  int32_t shown = names != NULL ? kp_grid_column_of(grid, names->key) : -1;
  return shown >= 0 ? shown : kp_grid_column_of(grid, key);
}

char *kp_grid_header(kp_uno_error *error, const kp_method_column *column, kp_language language) {
  if (column->kind == KP_METHOD_FORMULA && column->names != NULL)
    return kp_strings_join(error, column->names->name.in[language], NULL, NULL);
  bool hidden = column->kind == KP_METHOD_LINK && kp_grid_names(column) != NULL;
  return kp_strings_join(error, column->name.in[language], hidden ? " (ID)" : NULL, NULL);
}

/* ------------------------------------------------------------------------ by the hidden sheet */

/* The place of a column as the hidden sheet has it; false when it is gone. */
static bool place_of(const search *wanted, const char *key, kp_registry_place *place) {
  char name[2 * KP_GRID_TOKEN_SIZE];
  snprintf(name, sizeof name, "%s.%s", wanted->table->key, key);
  for (size_t i = 0; i < wanted->registry->count; i++) {
    const kp_registry_row *row = &wanted->registry->rows[i];
    if (strcmp(row->kind, KP_REGISTRY_COLUMN) == 0 && strcmp(row->key, name) == 0)
      return kp_registry_read_place(row->place, place);
  }
  return false;
}

static bool take_places(kp_uno_error *error, const search *wanted, const kp_registry_place *id) {
  kp_grid *grid = wanted->grid;
  bool good = true;
  for (size_t i = 0; good && i < wanted->table->count; i++) {
    const char *key = wanted->table->columns[i]->key;
    kp_registry_place place;
    if (!place_of(wanted, key, &place))
      continue;
    if (place.column >= 0 && strcmp(place.sheet, id->sheet) == 0)
      good = add_column(error, grid, key, place.column);
    free(place.sheet);
  }
  return good;
}

static bool find_by_places(kp_uno_error *error, search *wanted) {
  kp_grid *grid = wanted->grid;
  kp_registry_place id;
  if (!place_of(wanted, wanted->id_key, &id))
    return true;
  bool good =
      id.column < 0 || kp_look_sheet(error, wanted->look, id.sheet, &grid->sheet, &wanted->index);
  if (good && grid->sheet != NULL) {
    good = take_places(error, wanted, &id);
    grid->id = id.column;
    grid->header = id.row;
  }
  free(id.sheet);
  return good;
}

/* --------------------------------------------------------------------------------- by headers */

/* Whether a header is the one of this column: as set-up noted it, else as it would make it. */
static bool is_header(const search *wanted, const kp_method_column *column, const char *text) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  char name[2 * KP_GRID_TOKEN_SIZE];
  kp_grid_place_key(column, name);
  const char *noted = kp_registry_get(wanted->registry, KP_REGISTRY_COLUMN, name);
  if (noted != NULL)
    return strcmp(noted, text) == 0;
  bool same = false;
  for (int language = 0; !same && language < KP_LANGUAGE_COUNT; language++) {
    char *header = kp_grid_header(&ignored, column, (kp_language)language);
    same = header != NULL && strcmp(header, text) == 0;
    free(header);
  }
  return same;
}

static bool read_headers(kp_uno_error *error, const search *wanted, const uno_Sequence *line) {
  bool good = true;
  for (int32_t c = 0; good && c < line->nElements; c++) {
    const uno_Any *cell = &KP_UNO_ELEMENTS(const uno_Any, line)[c];
    char *text = NULL;
    if (!kp_uno_any_get_string(cell, &text))
      continue;
    for (size_t i = 0; good && text[0] != '\0' && i < wanted->table->count; i++)
      if (is_header(wanted, wanted->table->columns[i], text))
        good = add_column(error, wanted->grid, wanted->table->columns[i]->key, c);
    free(text);
  }
  return good;
}

/* Looks for the header in the first rows of a sheet, of which at least so many columns must be
 * there. */
static bool find_by_headers(kp_uno_error *error, const search *wanted, uno_Interface *sheet,
                            size_t least) {
  kp_grid *grid = wanted->grid;
  uno_Sequence *data = NULL;
  int32_t right = 0;
  int32_t last = 0;
  bool good = kp_cells_used(error, sheet, &right, &last);
  right = right < WIDEST ? right : WIDEST;
  last = last < SEARCHED_HEADERS ? last : SEARCHED_HEADERS;
  good = good && kp_cells_data(error, sheet, 0, 0, right, last, &data);
  for (int32_t r = 0; good && grid->sheet == NULL && r < data->nElements; r++) {
    good = read_headers(error, wanted, KP_UNO_ELEMENTS(uno_Sequence *const, data)[r]);
    int32_t id = kp_grid_column_of(grid, wanted->id_key);
    if (good && id >= 0 && grid->count >= least) {
      grid->sheet = kp_uno_acquire(sheet);
      grid->id = id;
      grid->header = r;
    } else {
      drop_columns(grid);
    }
  }
  kp_uno_sequence_free(data, "[][]any");
  return good;
}

static bool find_on_named(kp_uno_error *error, search *wanted, const char *name) {
  uno_Interface *sheet = NULL;
  if (wanted->grid->sheet != NULL || name == NULL)
    return true;
  bool good =
      kp_look_sheet(error, wanted->look, name, &sheet, &wanted->index) &&
      (sheet == NULL || find_by_headers(error, wanted, sheet, wanted->table->count / 2 + 1));
  kp_uno_release(sheet);
  return good;
}

/* The hidden sheet is gone, or what it refers to: the sheet of the range, then those with the name
 * of the table, where other people's tables may have some of our headers. */
static bool find_without_places(kp_uno_error *error, search *wanted,
                                const kp_uno_cell_range_address *range) {
  const kp_method_table *table = wanted->table;
  uno_Interface *sheet = NULL;
  wanted->index = range != NULL ? range->sheet : -1;
  bool good = range == NULL || (kp_look_sheet_at(error, wanted->look, range->sheet, &sheet) &&
                                find_by_headers(error, wanted, sheet, 2));
  kp_uno_release(sheet);
  return good &&
         find_on_named(error, wanted,
                       kp_registry_get(wanted->registry, KP_REGISTRY_TABLE, table->key)) &&
         find_on_named(error, wanted, table->name.in[KP_LANGUAGE_EN]) &&
         find_on_named(error, wanted, table->name.in[KP_LANGUAGE_NL]);
}

/* --------------------------------------------------------------------------------- the answer */

static bool copy_header(kp_uno_error *error, const search *wanted) {
  char name[2 * KP_GRID_TOKEN_SIZE];
  snprintf(name, sizeof name, "%s.%s", wanted->table->key, wanted->id_key);
  const char *header = kp_registry_get(wanted->registry, KP_REGISTRY_COLUMN, name);
  header = header != NULL ? header : "ID";
  wanted->grid->id_header = kp_strings_join(error, header, NULL, NULL);
  return wanted->grid->id_header != NULL;
}

/* Rows of the range count when it lies around our header. */
static void take_range(const search *wanted, const kp_uno_cell_range_address *range) {
  kp_grid *grid = wanted->grid;
  bool ours = range != NULL && range->sheet == wanted->index && range->start_column <= grid->id &&
              range->end_column >= grid->id;
  if (ours && range->end_row > range->start_row && range->end_row > grid->header)
    grid->bottom = range->end_row;
  if (grid->header < 0 && ours)
    grid->top = range->start_row;
  else
    grid->top = grid->header + 1;
}

bool kp_grid_look(kp_uno_error *error, kp_look *look, const kp_method_table *table, kp_grid *grid) {
  search wanted = {.look = look,
                   .registry = &look->registry,
                   .table = table,
                   .id_key = kp_grid_id_key(table),
                   .grid = grid,
                   .index = -1};
  char name[2 * KP_GRID_TOKEN_SIZE];
  kp_uno_cell_range_address range;
  bool has = false;
  *grid = (kp_grid){.header = -1, .bottom = -1};
  if (kp_registry_foreign(&look->registry))
    return kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "%s",
                            kp_text_get(KP_TEXT_LAYOUT_FOREIGN, KP_LANGUAGE_EN));
  kp_grid_range_name(table, name);
  bool good = kp_look_range(error, look, name, &range, &has) && find_by_places(error, &wanted) &&
              (grid->sheet != NULL || find_without_places(error, &wanted, has ? &range : NULL));
  if (good && grid->sheet != NULL)
    good = copy_header(error, &wanted);
  if (good && grid->sheet != NULL)
    take_range(&wanted, has ? &range : NULL);
  return good;
}

bool kp_grid_find(kp_uno_error *error, uno_Interface *model, const kp_registry *registry,
                  const kp_method_table *table, kp_grid *grid) {
  kp_look look = {.model = model, .registry = *registry};
  bool good = kp_grid_look(error, &look, table, grid);
  look.registry = (kp_registry){NULL, 0}; /* it was borrowed */
  kp_look_clear(&look);
  return good;
}
