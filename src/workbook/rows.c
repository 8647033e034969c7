/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of a sheet are rows of a table. */
#include "cells.h"
#include "grid.h"
#include "kernpunt/workbook.h"

#include <stdlib.h>
#include <string.h>

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

/* The same as kp_grid_is_id, of text as it comes from the office. */
static bool is_proper(const rtl_uString *string) {
  enum { LONGEST = 9 };
  char text[LONGEST + 1];
  if (string->length > LONGEST)
    return false;
  for (sal_Int32 i = 0; i < string->length; i++)
    text[i] = (char)(string->buffer[i] < 0x80 ? string->buffer[i] & 0x7F : ' ');
  text[string->length] = '\0';
  return kp_grid_is_id(text);
}

/* The kind of a row, and whether its text is an ID. */
static kp_grid_kind kind_of(const kp_grid *grid, const uno_Any *cell, bool *proper) {
  *proper = false;
  if (cell == NULL || is_blank(cell))
    return KP_GRID_BLANK;
  if (cell->pType->eTypeClass != typelib_TypeClass_STRING)
    return KP_GRID_ROW;
  const rtl_uString *text = *(rtl_uString *const *)cell->pData;
  *proper = is_proper(text);
  if (*proper)
    return KP_GRID_ROW;
  if (kp_cells_text_begins(text, KP_WORKBOOK_END))
    return KP_GRID_END;
  return kp_cells_text_is(text, grid->id_header) ? KP_GRID_HEADER : KP_GRID_ROW;
}

static const uno_Any *cell_at(const uno_Sequence *data, int32_t row, int32_t column) {
  if (data == NULL || row < 0 || row >= data->nElements)
    return NULL;
  const uno_Sequence *line = KP_UNO_ELEMENTS(uno_Sequence *const, data)[row];
  return column >= 0 && column < line->nElements ? &KP_UNO_ELEMENTS(const uno_Any, line)[column]
                                                 : NULL;
}

/* All columns of the lines that have no text in the column of IDs. */
typedef struct gaps {
  uno_Sequence *data; /* [][]any; NULL when there are no such lines */
  int32_t first;      /* line */
} gaps;

/* Whether any column of the table holds something in this line. Columns that
 * people put between ours do not count. */
static bool has_content(const kp_grid *grid, const gaps *in, int32_t line) {
  for (size_t i = 0; i < grid->count; i++) {
    const uno_Any *cell = cell_at(in->data, line - in->first, grid->columns[i].column - grid->left);
    if (cell != NULL && !is_blank(cell))
      return true;
  }
  return false;
}

kp_spans_area kp_grid_area(const kp_grid *grid, int32_t left, int32_t right) {
  enum { END_BELOW_GAP = 2 };
  int32_t dense = grid->bottom >= grid->top ? grid->bottom + END_BELOW_GAP : grid->top;
  return (kp_spans_area){grid->sheet, left, right, dense};
}

/* Reads them with one call for each stretch. Usually there are but gap and separator: then the
 * column of IDs says it all. */
static bool read_gaps(kp_uno_error *error, const kp_grid *grid, const kp_rows *rows, gaps *into) {
  kp_spans_area area = kp_grid_area(grid, grid->left, grid->right);
  int32_t last = -1;
  into->first = -1;
  for (int32_t line = kp_spans_line(&rows->spans, grid->top); line < rows->ids->nElements; line++) {
    const uno_Any *cell = cell_at(rows->ids, line, 0);
    if (line >= 0 && (cell == NULL || is_blank(cell))) {
      into->first = into->first < 0 ? line : into->first;
      last = line;
    }
  }
  return into->first < 0 ||
         kp_spans_data(error, &rows->spans, &area, kp_spans_row(&rows->spans, into->first),
                       kp_spans_row(&rows->spans, last), &into->data);
}

/* The first row that looks like the header, in `rows`. When a sort carried it away, rows begin
 * where it was. */
static int32_t first_row(const kp_grid *grid, kp_rows *rows) {
  rows->header = -1;
  for (int32_t line = 0; rows->header < 0 && line < rows->ids->nElements; line++) {
    bool proper = false;
    if (kind_of(grid, cell_at(rows->ids, line, 0), &proper) == KP_GRID_HEADER)
      rows->header = kp_spans_row(&rows->spans, line);
  }
  bool moved = grid->header >= 0 && rows->header >= 0 && rows->header != grid->header;
  return moved ? grid->header : grid->top;
}

static void collect_line(const kp_grid *grid, const gaps *in, int32_t first, int32_t line,
                         int32_t row, kp_rows *rows) {
  bool proper = false;
  kp_grid_kind kind = kind_of(grid, cell_at(rows->ids, line, 0), &proper);
  /* Above the table only a row with a proper ID is one that a sort carried
   * there. */
  bool data = row >= first ? kind == KP_GRID_ROW || kind == KP_GRID_BLANK : proper;
  if (kind == KP_GRID_END)
    rows->end = row;
  if (data && (kind == KP_GRID_ROW || has_content(grid, in, line))) {
    rows->line[rows->count] = line;
    rows->sheet[rows->count++] = row;
    rows->last = row;
  } else if (kind == KP_GRID_END) {
    rows->last = row;
  }
}

static bool collect(kp_uno_error *error, const kp_grid *grid, const gaps *in, kp_rows *rows) {
  size_t lines = (size_t)rows->ids->nElements;
  int32_t first = first_row(grid, rows);
  int32_t line = 0;
  rows->sheet = calloc(lines > 0 ? lines : 1, sizeof *rows->sheet);
  rows->line = calloc(lines > 0 ? lines : 1, sizeof *rows->line);
  if (rows->sheet == NULL || rows->line == NULL)
    return kp_uno_error_memory(error);
  for (size_t i = 0; i < rows->spans.count; i++)
    for (int32_t row = rows->spans.list[i].first; row <= rows->spans.list[i].last; row++)
      collect_line(grid, in, first, line++, row, rows);
  return true;
}

static bool read_rows(kp_uno_error *error, const kp_grid *grid, int32_t left, int32_t right,
                      kp_rows *rows, gaps *in) {
  kp_spans_area area = kp_grid_area(grid, left, right);
  memset(rows, 0, sizeof *rows);
  *in = (gaps){NULL, -1};
  rows->end = -1;
  rows->header = -1;
  rows->last = grid->top - 1;
  if (!kp_spans_find(error, &area, &rows->spans))
    return false;
  area.left = area.right = grid->id;
  return kp_spans_data(error, &rows->spans, &area, 0, rows->spans.list[rows->spans.count - 1].last,
                       &rows->ids);
}

bool kp_rows_read(kp_uno_error *error, const kp_grid *grid, kp_rows *rows) {
  gaps in;
  bool good = read_rows(error, grid, grid->left, grid->right, rows, &in) &&
              read_gaps(error, grid, rows, &in) && collect(error, grid, &in, rows);
  kp_uno_sequence_free(in.data, "[][]any");
  return good;
}

bool kp_rows_read_ids(kp_uno_error *error, const kp_grid *grid, kp_rows *rows) {
  gaps none;
  return read_rows(error, grid, grid->id, grid->id, rows, &none) &&
         collect(error, grid, &none, rows);
}

bool kp_rows_data(kp_uno_error *error, const kp_grid *grid, const kp_rows *rows, int32_t left,
                  int32_t right, uno_Sequence **data) {
  kp_spans_area area = kp_grid_area(grid, left, right);
  return kp_spans_data(error, &rows->spans, &area, 0, rows->sheet[rows->count - 1], data);
}

void kp_rows_clear(kp_rows *rows) {
  kp_uno_sequence_free(rows->ids, "[][]any");
  kp_spans_clear(&rows->spans);
  free(rows->sheet);
  free(rows->line);
  memset(rows, 0, sizeof *rows);
}

const uno_Any *kp_rows_cell(const uno_Sequence *cells, int32_t row, int32_t column) {
  return cell_at(cells, row, column);
}

/* Text for text; anything else counts as the same. */
static bool same_cell(const uno_Any *one, const uno_Any *other) {
  bool text = one != NULL && one->pType->eTypeClass == typelib_TypeClass_STRING;
  if (text != (other != NULL && other->pType->eTypeClass == typelib_TypeClass_STRING))
    return false;
  if (!text)
    return true;
  const rtl_uString *left = *(rtl_uString *const *)one->pData;
  const rtl_uString *right = *(rtl_uString *const *)other->pData;
  return left->length == right->length &&
         memcmp(left->buffer, right->buffer, (size_t)left->length * sizeof *left->buffer) == 0;
}

bool kp_rows_same(const kp_rows *rows, const uno_Sequence *cells, int32_t first, int32_t column) {
  for (int32_t row = 0; row < cells->nElements; row++)
    if (!same_cell(cell_at(rows->ids, first + row, 0), cell_at(cells, row, column)))
      return false;
  return true;
}

static bool is_column_of(const kp_grid *grid, int32_t column) {
  for (size_t i = 0; i < grid->count; i++)
    if (grid->columns[i].column == column)
      return true;
  return false;
}

bool kp_rows_end_used(kp_uno_error *error, const kp_grid *grid, const kp_rows *rows, bool all,
                      int32_t *column) {
  int32_t right = 0;
  int32_t bottom = 0;
  uno_Sequence *line = NULL;
  *column = -1;
  if (rows->end < 0)
    return true;
  bool good = kp_cells_used(error, grid->sheet, &right, &bottom) &&
              kp_cells_data(error, grid->sheet, 0, rows->end, right, rows->end, &line);
  for (int32_t i = 0; good && *column < 0 && i <= right; i++) {
    const uno_Any *cell = cell_at(line, 0, i);
    if (cell != NULL && i != grid->id && (all || is_column_of(grid, i)) && !is_blank(cell))
      *column = i;
  }
  kp_uno_sequence_free(line, "[][]any");
  return good;
}

bool kp_rows_has(const kp_rows *rows, const char *id) {
  for (size_t i = 0; i < rows->count; i++)
    if (kp_cells_is(rows->ids, 0, rows->line[i], id))
      return true;
  return false;
}

bool kp_grid_row_of(kp_uno_error *error, const kp_grid *grid, const char *id, int32_t *row,
                    bool *again) {
  kp_spans_area area = kp_grid_area(grid, grid->id, grid->id);
  kp_spans spans = {NULL, 0};
  uno_Sequence *data = NULL;
  size_t found = 0;
  *row = -1;
  bool good = kp_spans_find(error, &area, &spans) &&
              kp_spans_data(error, &spans, &area, 0, spans.list[spans.count - 1].last, &data);
  for (int32_t line = 0; good && found < (again != NULL ? 2 : 1) && line < data->nElements; line++)
    if (kp_cells_is(data, 0, line, id) && found++ == 0)
      *row = kp_spans_row(&spans, line);
  if (again != NULL)
    *again = found > 1;
  kp_uno_sequence_free(data, "[][]any");
  kp_spans_clear(&spans);
  return good;
}
