/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the rows of a table. */
#include "cells.h"
#include "grid.h"
#include "kernpunt/workbook.h"

#include <stdlib.h>
#include <string.h>

/* One read may cover this many rows; beyond them only rows with content are
 * looked for first. */
enum { PLAIN_ROWS = 60000 };

bool kp_grid_is_id(const char *text) {
  static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  size_t letters = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  return letters >= 1 && letters <= 3 && text[letters] == '-' &&
         strspn(text + letters + 1, digits) == 5 && text[letters + 6] == '\0';
}

static bool is_blank(const uno_Any *value) {
  if (value->pType->eTypeClass == typelib_TypeClass_STRING)
    return (*(rtl_uString *const *)value->pData)->length == 0;
  return kp_uno_any_is_void(value);
}

static kp_grid_kind kind_of_text(const kp_grid *grid, const char *text) {
  if (text[0] == '\0')
    return KP_GRID_BLANK;
  if (strcmp(text, grid->token) == 0)
    return KP_GRID_ANCHOR;
  if (strncmp(text, KP_WORKBOOK_END, strlen(KP_WORKBOOK_END)) == 0)
    return KP_GRID_END;
  return strcmp(text, grid->id_header) == 0 ? KP_GRID_HEADER : KP_GRID_ROW;
}

/* The kind of a row, and whether its text is an ID. */
static kp_grid_kind kind_of(const kp_grid *grid, const uno_Any *cell, bool *proper) {
  char *text = NULL;
  kp_grid_kind kind = KP_GRID_ROW;
  *proper = false;
  if (cell == NULL || is_blank(cell))
    return KP_GRID_BLANK;
  if (kp_uno_any_get_string(cell, &text)) {
    kind = kind_of_text(grid, text);
    *proper = kp_grid_is_id(text);
  }
  free(text);
  return kind;
}

static const uno_Any *cell_at(const uno_Sequence *data, int32_t row, int32_t column) {
  if (row < 0 || row >= data->nElements)
    return NULL;
  const uno_Sequence *line = KP_UNO_ELEMENTS(uno_Sequence *const, data)[row];
  return column >= 0 && column < line->nElements ? &KP_UNO_ELEMENTS(const uno_Any, line)[column]
                                                 : NULL;
}

/* Whether any column of the table holds something in this line. Columns that
 * people put between ours do not count. */
static bool line_has_content(const kp_grid *grid, const kp_rows *rows, int32_t line) {
  for (size_t i = 0; i < grid->count; i++) {
    const uno_Any *cell = cell_at(rows->data, line, grid->columns[i].column - rows->left);
    if (cell != NULL && !is_blank(cell))
      return true;
  }
  return false;
}

static bool collect(kp_uno_error *error, const kp_grid *grid, kp_rows *rows) {
  size_t lines = (size_t)rows->data->nElements;
  rows->sheet = calloc(lines > 0 ? lines : 1, sizeof *rows->sheet);
  if (rows->sheet == NULL)
    return kp_uno_error_memory(error);
  for (int32_t line = 0; line < rows->data->nElements; line++) {
    int32_t row = rows->first + line;
    bool proper = false;
    kp_grid_kind kind = kind_of(grid, cell_at(rows->data, line, grid->id - rows->left), &proper);
    /* Above the table only a row with a proper ID is one that a sort carried
     * there. */
    bool data = row >= grid->top ? kind == KP_GRID_ROW || kind == KP_GRID_BLANK : proper;
    if (kind == KP_GRID_END)
      rows->end = row;
    if (data && (kind == KP_GRID_ROW || line_has_content(grid, rows, line))) {
      rows->sheet[rows->count++] = row;
      rows->last = row;
    } else if (kind == KP_GRID_END) {
      rows->last = row;
    }
  }
  return true;
}

static bool read_between(kp_uno_error *error, const kp_grid *grid, int32_t left, int32_t right,
                         kp_rows *rows) {
  int32_t column = 0;
  int32_t last = 0;
  memset(rows, 0, sizeof *rows);
  rows->left = left;
  rows->end = -1;
  rows->last = grid->top - 1;
  bool good = kp_cells_used(error, grid->sheet, &column, &last);
  /* A stray cell far below must not make us read a million empty rows. */
  if (good && last > PLAIN_ROWS)
    good = kp_cells_last(error, grid->sheet, left, 0, right, last, &last);
  return good &&
         kp_cells_data(error, grid->sheet, left, 0, right, last > 0 ? last : 0, &rows->data) &&
         collect(error, grid, rows);
}

bool kp_rows_read(kp_uno_error *error, const kp_grid *grid, kp_rows *rows) {
  return read_between(error, grid, grid->left, grid->right, rows);
}

bool kp_rows_read_ids(kp_uno_error *error, const kp_grid *grid, kp_rows *rows) {
  return read_between(error, grid, grid->id, grid->id, rows);
}

void kp_rows_clear(kp_rows *rows) {
  kp_uno_sequence_free(rows->data, "[][]any");
  free(rows->sheet);
  memset(rows, 0, sizeof *rows);
}

const uno_Any *kp_rows_cell(const kp_rows *rows, size_t i, int32_t column) {
  return i < rows->count ? cell_at(rows->data, rows->sheet[i] - rows->first, column - rows->left)
                         : NULL;
}

ptrdiff_t kp_rows_find(const kp_rows *rows, const kp_grid *grid, const char *id, bool *more) {
  ptrdiff_t found = -1;
  *more = false;
  for (size_t i = 0; i < rows->count && !*more; i++) {
    if (kp_cells_is(rows->data, grid->id - rows->left, rows->sheet[i] - rows->first, id)) {
      *more = found >= 0;
      found = found >= 0 ? found : (ptrdiff_t)i;
    }
  }
  return found;
}

bool kp_grid_row_of(kp_uno_error *error, const kp_grid *grid, const char *id, int32_t *row) {
  int32_t column = 0;
  int32_t last = 0;
  uno_Sequence *data = NULL;
  *row = -1;
  bool good = kp_cells_used(error, grid->sheet, &column, &last);
  if (good && last > PLAIN_ROWS)
    good = kp_cells_last(error, grid->sheet, grid->id, 0, grid->id, last, &last);
  good =
      good && kp_cells_data(error, grid->sheet, grid->id, 0, grid->id, last > 0 ? last : 0, &data);
  for (int32_t r = 0; good && *row < 0 && r < data->nElements; r++)
    if (kp_cells_is(data, 0, r, id))
      *row = r;
  kp_uno_sequence_free(data, "[][]any");
  return good;
}
