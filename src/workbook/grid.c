/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding a table and its columns, whatever people renamed, moved or sorted. */
#include "grid.h"

#include "cells.h"
#include "strings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where a token is looked for when the named range is gone. */
enum { SEARCHED_ROWS = 20000, SEARCHED_COLUMNS = 64, SEARCHED_STEP = 2000, WIDEST = 400 };

/* What is looked for. */
typedef struct search {
  const kp_registry *registry;
  const char *key;    /* of the table */
  const char *id_key; /* of its column of IDs */
  kp_grid *grid;
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

/* Row and column of the token within a rectangle; row -1 when it is not there.
 */
static bool find_token(kp_uno_error *error, uno_Interface *sheet, const char *token,
                       const kp_uno_cell_range_address *where, int32_t *row, int32_t *column) {
  uno_Sequence *data = NULL;
  *row = -1;
  if (!kp_cells_data(error, sheet, where->start_column, where->start_row, where->end_column,
                     where->end_row, &data))
    return false;
  for (int32_t r = 0; *row < 0 && r < data->nElements; r++) {
    const uno_Sequence *line = KP_UNO_ELEMENTS(uno_Sequence *const, data)[r];
    for (int32_t c = 0; *row < 0 && c < line->nElements; c++) {
      if (kp_cells_is(data, c, r, token)) {
        *row = where->start_row + r;
        *column = where->start_column + c;
      }
    }
  }
  kp_uno_sequence_free(data, "[][]any");
  return true;
}

/* Takes the keys out of the anchor row, as wide as the sheet is used. */
static bool read_keys(kp_uno_error *error, kp_grid *grid, const char *id_key, int32_t id_column) {
  uno_Sequence *data = NULL;
  int32_t last_column = 0;
  int32_t last_row = 0;
  bool good = kp_cells_used(error, grid->sheet, &last_column, &last_row);
  last_column = last_column < WIDEST ? last_column : WIDEST;
  last_column = last_column > id_column ? last_column : id_column;
  good = good &&
         kp_cells_data(error, grid->sheet, 0, grid->anchor, last_column, grid->anchor, &data) &&
         add_column(error, grid, id_key, id_column);
  if (good && data->nElements > 0) {
    const uno_Sequence *line = KP_UNO_ELEMENTS(uno_Sequence *const, data)[0];
    for (int32_t c = 0; good && c < line->nElements; c++) {
      char *key = NULL;
      if (c != id_column && kp_uno_any_get_string(&KP_UNO_ELEMENTS(const uno_Any, line)[c], &key) &&
          key[0] != '\0')
        good = add_column(error, grid, key, c);
      free(key);
    }
  }
  kp_uno_sequence_free(data, "[][]any");
  return good;
}

static bool take_anchor(kp_uno_error *error, const search *wanted, uno_Interface *sheet,
                        int32_t row, int32_t column) {
  wanted->grid->sheet = kp_uno_acquire(sheet);
  wanted->grid->anchor = row;
  wanted->grid->id = column;
  return read_keys(error, wanted->grid, wanted->id_key, column);
}

/* The range behind the name, when the name exists and its cells still do. */
static bool named_range(kp_uno_error *error, uno_Interface *model, const char *name_text,
                        kp_uno_cell_range_address *where, bool *found) {
  static kp_uno_method get_cells =
      KP_UNO_METHOD("com.sun.star.sheet.XCellRangeReferrer::getReferredCells");
  uno_Interface *names = NULL;
  uno_Interface *name = NULL;
  uno_Interface *cells = NULL;
  bool has = false;
  bool good = kp_uno_property_get_interface(error, model, "NamedRanges", &names) &&
              kp_cells_has_name(error, names, name_text, &has);
  if (good && has) {
    /* A name whose sheet was deleted refers to nothing: that is no error here.
     */
    kp_uno_error ignored = KP_UNO_IGNORED;
    *found = kp_cells_by_name(&ignored, names, name_text, &name) &&
             kp_uno_call(&ignored, name, &get_cells, &cells) && cells != NULL &&
             kp_cells_address(&ignored, cells, where);
  }
  kp_uno_release(cells);
  kp_uno_release(name);
  kp_uno_release(names);
  return good;
}

static bool find_by_name(kp_uno_error *error, uno_Interface *sheets,
                         const kp_uno_cell_range_address *range, const search *wanted) {
  const char *token = wanted->grid->token;
  kp_uno_cell_range_address where = *range;
  uno_Interface *sheet = NULL;
  int32_t row = -1;
  int32_t column = 0;
  if (where.end_column - where.start_column > WIDEST)
    where.end_column = where.start_column + WIDEST;
  /* The anchor is the first row, unless people sorted it away. */
  kp_uno_cell_range_address first = where;
  first.end_row = first.start_row;
  bool good = kp_cells_by_index(error, sheets, where.sheet, &sheet) &&
              find_token(error, sheet, token, &first, &row, &column) &&
              (row >= 0 || find_token(error, sheet, token, &where, &row, &column)) &&
              (row < 0 || take_anchor(error, wanted, sheet, row, column));
  kp_uno_release(sheet);
  return good;
}

static bool find_on_sheet(kp_uno_error *error, uno_Interface *sheet, const search *wanted) {
  kp_uno_cell_range_address where = {0, 0, 0, 0, 0};
  int32_t last = 0;
  int32_t row = -1;
  int32_t column = 0;
  bool good = kp_cells_used(error, sheet, &where.end_column, &last);
  where.end_column = where.end_column < SEARCHED_COLUMNS ? where.end_column : SEARCHED_COLUMNS;
  last = last < SEARCHED_ROWS ? last : SEARCHED_ROWS;
  for (int32_t top = 0; good && row < 0 && top <= last; top += SEARCHED_STEP) {
    where.start_row = top;
    where.end_row = top + SEARCHED_STEP - 1 < last ? top + SEARCHED_STEP - 1 : last;
    good = find_token(error, sheet, wanted->grid->token, &where, &row, &column);
  }
  return good && (row < 0 || take_anchor(error, wanted, sheet, row, column));
}

static bool find_by_token(kp_uno_error *error, uno_Interface *sheets, const search *wanted) {
  static kp_uno_method count_method =
      KP_UNO_METHOD("com.sun.star.container.XIndexAccess::getCount");
  sal_Int32 count = 0;
  bool good = kp_uno_call(error, sheets, &count_method, &count);
  for (sal_Int32 i = 0; good && wanted->grid->sheet == NULL && i < count; i++) {
    uno_Interface *sheet = NULL;
    good = kp_cells_by_index(error, sheets, i, &sheet) && find_on_sheet(error, sheet, wanted);
    kp_uno_release(sheet);
  }
  return good;
}

/* The anchor row is gone: the columns are those whose headers are still what
 * set-up wrote. */
static bool read_headers(kp_uno_error *error, const search *wanted, const uno_Sequence *line) {
  size_t length = strlen(wanted->key);
  bool good = true;
  for (size_t i = 0; good && i < wanted->registry->count; i++) {
    const kp_registry_row *row = &wanted->registry->rows[i];
    if (strcmp(row->kind, KP_REGISTRY_COLUMN) != 0 || strncmp(row->key, wanted->key, length) != 0 ||
        row->key[length] != '.')
      continue;
    for (int32_t c = 0; good && c < line->nElements; c++) {
      const uno_Any *cell = &KP_UNO_ELEMENTS(const uno_Any, line)[c];
      if (cell->pType->eTypeClass == typelib_TypeClass_STRING) {
        char *text = kp_uno_string_utf8(*(rtl_uString *const *)cell->pData);
        if (text != NULL && strcmp(text, row->value) == 0)
          good = add_column(error, wanted->grid, row->key + length + 1, c);
        free(text);
      }
    }
  }
  return good;
}

/* Looks for the header in the rows above `below` of a sheet. */
static bool find_by_headers(kp_uno_error *error, const search *wanted, uno_Interface *sheet,
                            int32_t below) {
  kp_grid *grid = wanted->grid;
  enum { SEARCHED_HEADERS = 64 };
  uno_Sequence *data = NULL;
  int32_t last_column = 0;
  int32_t last_row = 0;
  bool good = kp_cells_used(error, sheet, &last_column, &last_row);
  last_row = last_row < SEARCHED_HEADERS ? last_row : SEARCHED_HEADERS;
  last_row = below <= last_row ? below - 1 : last_row;
  if (!good || last_row < 0)
    return good;
  last_column = last_column < WIDEST ? last_column : WIDEST;
  good = kp_cells_data(error, sheet, 0, 0, last_column, last_row, &data);
  for (int32_t r = last_row; good && grid->sheet == NULL && r >= 0; r--) {
    good = read_headers(error, wanted, KP_UNO_ELEMENTS(uno_Sequence *const, data)[r]);
    if (good && grid->count >= 2 && kp_grid_column_of(grid, wanted->id_key) >= 0) {
      grid->sheet = kp_uno_acquire(sheet);
      grid->id = kp_grid_column_of(grid, wanted->id_key);
      grid->anchor = -1;
      grid->top = r + 1;
    } else {
      for (size_t i = 0; i < grid->count; i++)
        free(grid->columns[i].key);
      grid->count = 0;
    }
  }
  kp_uno_sequence_free(data, "[][]any");
  return good;
}

/* Whether the sheet is that of another table. When a sheet was deleted, the name of its table may
 * refer to the sheet that took its place. */
static bool is_others(kp_uno_error *error, uno_Interface *sheet, const search *wanted,
                      bool *others) {
  enum { SEARCHED_ANCHORS = 100 };
  const kp_uno_cell_range_address where = {.end_column = SEARCHED_COLUMNS,
                                           .end_row = SEARCHED_ANCHORS};
  bool good = true;
  *others = false;
  for (size_t i = 0; good && !*others && i < wanted->registry->count; i++) {
    const kp_registry_row *table = &wanted->registry->rows[i];
    char token[KP_GRID_TOKEN_SIZE];
    int32_t row = -1;
    int32_t column = 0;
    if (strcmp(table->kind, KP_REGISTRY_TABLE) != 0 || strcmp(table->key, wanted->key) == 0)
      continue;
    snprintf(token, sizeof token, "[%s]", table->key);
    good = find_token(error, sheet, token, &where, &row, &column);
    *others = row >= 0;
  }
  return good;
}

static bool find_without_anchor(kp_uno_error *error, uno_Interface *sheets,
                                const kp_uno_cell_range_address *range, const search *wanted) {
  const char *name = kp_registry_get(wanted->registry, KP_REGISTRY_TABLE, wanted->key);
  uno_Interface *sheet = NULL;
  bool has = false;
  bool others = false;
  bool good = true;
  if (range != NULL)
    good = kp_cells_by_index(error, sheets, range->sheet, &sheet);
  else if (name != NULL)
    good = kp_cells_has_name(error, sheets, name, &has) &&
           (!has || kp_cells_by_name(error, sheets, name, &sheet));
  if (good && sheet != NULL)
    good = is_others(error, sheet, wanted, &others);
  if (good && sheet != NULL && !others)
    good = find_by_headers(error, wanted, sheet, range != NULL ? range->start_row : INT32_MAX);
  kp_uno_release(sheet);
  return good;
}

static bool copy_header(kp_uno_error *error, const search *wanted) {
  char name[2 * KP_GRID_TOKEN_SIZE];
  snprintf(name, sizeof name, "%s.%s", wanted->key, wanted->id_key);
  const char *header = kp_registry_get(wanted->registry, KP_REGISTRY_COLUMN, name);
  header = header != NULL ? header : "ID";
  wanted->grid->id_header = kp_strings_join(error, header, NULL, NULL);
  return wanted->grid->id_header != NULL;
}

bool kp_grid_find(kp_uno_error *error, uno_Interface *model, const kp_registry *registry,
                  const kp_method_table *table, kp_grid *grid) {
  search wanted = {registry, table->key, kp_grid_id_key(table), grid};
  uno_Interface *sheets = NULL;
  kp_uno_cell_range_address range;
  bool named = false;
  char name[KP_GRID_TOKEN_SIZE];
  memset(grid, 0, sizeof *grid);
  grid->anchor = -1;
  snprintf(grid->token, sizeof grid->token, "[%s]", table->key);
  snprintf(name, sizeof name, KP_GRID_NAME_PREFIX "%s", table->key);
  bool good =
      kp_cells_sheets(error, model, &sheets) && named_range(error, model, name, &range, &named) &&
      (!named || find_by_name(error, sheets, &range, &wanted)) &&
      (grid->sheet != NULL || find_by_token(error, sheets, &wanted)) &&
      (grid->sheet != NULL || find_without_anchor(error, sheets, named ? &range : NULL, &wanted));
  if (good && grid->sheet != NULL) {
    good = copy_header(error, &wanted);
    if (grid->anchor >= 0)
      grid->top = named && range.start_row < grid->anchor ? range.start_row : grid->anchor + 1;
  }
  kp_uno_release(sheets);
  return good;
}
