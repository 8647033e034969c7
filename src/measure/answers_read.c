/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The used part of a sheet as cells in memory. */
#include "answers.h"

#include "kernpunt/uno.h"

#include <stdlib.h>
#include <string.h>

/* Texts one behind the other, in blocks that never move. */
typedef struct block {
  struct block *next;
  char bytes[];
} block;

enum { BLOCK = 1 << 16 };

typedef struct reading {
  kp_answers_grid *grid;
  block *first;
  size_t left; /* bytes of the first block that are free */
} reading;

static char *room(reading *self, size_t size) {
  if (size > self->left) {
    size_t bytes = size > BLOCK ? size : BLOCK;
    block *more = malloc(sizeof *more + bytes);
    if (more == NULL)
      return NULL;
    more->next = self->first;
    self->first = more;
    self->left = bytes;
  }
  /* From the end to the beginning: what is free lies before. */
  self->left -= size;
  return self->first->bytes + self->left;
}

static bool take_text(reading *self, const uno_Any *any, kp_answers_cell *cell) {
  char *text = NULL;
  if (!kp_uno_any_get_string(any, &text))
    return false;
  size_t size = strlen(text) + 1;
  char *kept = size > 1 ? room(self, size) : NULL;
  if (kept != NULL) {
    memcpy(kept, text, size);
    *cell = (kp_answers_cell){KP_ANSWERS_TEXT, 0, kept};
  }
  free(text);
  return size == 1 || kept != NULL;
}

static bool take_cell(reading *self, const uno_Any *any, kp_answers_cell *cell) {
  double number = 0;
  if (kp_uno_any_get_double(any, &number))
    *cell = (kp_answers_cell){KP_ANSWERS_NUMBER, number, NULL};
  else if (any->pType->eTypeClass == typelib_TypeClass_STRING)
    return take_text(self, any, cell);
  else
    *cell = (kp_answers_cell){KP_ANSWERS_ERROR, 0, NULL};
  return true;
}

static bool take_cells(kp_uno_error *error, reading *self, const uno_Sequence *rows, int column,
                       int top) {
  kp_answers_grid *grid = self->grid;
  size_t columns = (size_t)grid->columns;
  for (int32_t row = 0; row < rows->nElements && top + row < grid->rows; row++) {
    const uno_Sequence *line = KP_UNO_ELEMENTS(uno_Sequence *, rows)[row];
    kp_answers_cell *to = &grid->cells[(size_t)(top + row) * columns + (size_t)column];
    for (int32_t i = 0; i < line->nElements && column + i < grid->columns; i++)
      if (!take_cell(self, &KP_UNO_ELEMENTS(uno_Any, line)[i], &to[i]))
        return kp_uno_error_memory(error);
  }
  return true;
}

static bool make_cells(kp_uno_error *error, kp_answers_grid *grid) {
  grid->cells = calloc((size_t)grid->columns * (size_t)grid->rows + 1, sizeof *grid->cells);
  if (grid->cells != NULL)
    return true;
  kp_uno_error_memory(error);
  return false;
}

/* ----------------------------------------------------------------------------- days and truths */

static void mark(const kp_answers_grid *grid, const kp_uno_cell_range_address *where,
                 kp_answers_kind kind) {
  for (int row = where->start_row - grid->top; row <= where->end_row - grid->top; row++)
    for (int column = where->start_column - grid->left; column <= where->end_column - grid->left;
         column++)
      if (kp_answers_at(grid, column, row)->kind == KP_ANSWERS_NUMBER)
        grid->cells[(size_t)row * (size_t)grid->columns + (size_t)column].kind = kind;
}

/* Numbers that Calc shows as dates, by its own query. */
static void mark_days(const kp_answers_grid *grid, uno_Interface *range) {
  static kp_uno_method query =
      KP_UNO_METHOD("com.sun.star.sheet.XCellRangesQuery::queryContentCells");
  static kp_uno_method addresses =
      KP_UNO_METHOD("com.sun.star.sheet.XSheetCellRanges::getRangeAddresses");
  enum { DATETIME = 2 };
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *found = NULL;
  uno_Sequence *list = NULL;
  if (kp_uno_call(&ignored, range, &query, &found, DATETIME) && found != NULL &&
      kp_uno_call(&ignored, found, &addresses, &list))
    for (int32_t i = 0; i < list->nElements; i++)
      mark(grid, &KP_UNO_ELEMENTS(kp_uno_cell_range_address, list)[i], KP_ANSWERS_DAY);
  kp_uno_sequence_free(list, "[]com.sun.star.table.CellRangeAddress");
  kp_uno_release(found);
}

static int32_t format_of(uno_Interface *formats, uno_Interface *cell) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.util.XNumberFormats::getByKey");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *format = NULL;
  int32_t key = 0;
  int32_t type = 0;
  if (!kp_uno_property_get_long(&ignored, cell, "NumberFormat", &key) ||
      !kp_uno_call(&ignored, formats, &get, &format, (int)key) ||
      !kp_uno_property_get_long(&ignored, format, "Type", &type))
    type = 0;
  kp_uno_release(format);
  return type;
}

/* Formulas that give days or truths: by the format of the first number of a column. */
static void mark_column(const kp_answers_grid *grid, uno_Interface *formats, uno_Interface *sheet,
                        int column) {
  static kp_uno_method get_cell = KP_UNO_METHOD("com.sun.star.table.XCellRange::getCellByPosition");
  enum { DATE = 2, LOGICAL = 1024 };
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *cell = NULL;
  int row = 0;
  while (row < grid->rows && kp_answers_at(grid, column, row)->kind != KP_ANSWERS_NUMBER)
    row++;
  if (row < grid->rows &&
      kp_uno_call(&ignored, sheet, &get_cell, &cell, grid->left + column, grid->top + row)) {
    int32_t type = format_of(formats, cell);
    const kp_uno_cell_range_address whole = {.start_column = grid->left + column,
                                             .end_column = grid->left + column,
                                             .start_row = grid->top,
                                             .end_row = grid->top + grid->rows - 1};
    if ((type & DATE) != 0)
      mark(grid, &whole, KP_ANSWERS_DAY);
    else if ((type & LOGICAL) != 0)
      mark(grid, &whole, KP_ANSWERS_TRUTH);
  }
  kp_uno_release(cell);
}

static uno_Interface *formats_of(uno_Interface *model) {
  static kp_uno_method get_formats =
      KP_UNO_METHOD("com.sun.star.util.XNumberFormatsSupplier::getNumberFormats");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *formats = NULL;
  return kp_uno_call(&ignored, model, &get_formats, &formats) ? formats : NULL;
}

static void mark_columns(const kp_answers_grid *grid, uno_Interface *model, uno_Interface *sheet) {
  uno_Interface *formats = formats_of(model);
  for (int column = 0; formats != NULL && column < grid->columns; column++)
    mark_column(grid, formats, sheet, column);
  kp_uno_release(formats);
}

/* --------------------------------------------------------------------------------- the sheet */

/* Places the grid on the part of a sheet with content; no columns when there is none. */
static bool used_part(kp_uno_error *error, uno_Interface *sheet, kp_answers_grid *grid) {
  static kp_uno_method make = KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheet::createCursor");
  static kp_uno_method to_start =
      KP_UNO_METHOD("com.sun.star.sheet.XUsedAreaCursor::gotoStartOfUsedArea");
  static kp_uno_method to_end =
      KP_UNO_METHOD("com.sun.star.sheet.XUsedAreaCursor::gotoEndOfUsedArea");
  static kp_uno_method get_address =
      KP_UNO_METHOD("com.sun.star.sheet.XCellRangeAddressable::getRangeAddress");
  enum { WIDEST = 512 };
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_cell_range_address begin = {0};
  kp_uno_cell_range_address end = {0};
  uno_Interface *cursor = NULL;
  bool good = kp_uno_call(error, sheet, &make, &cursor) &&
              kp_uno_call(error, cursor, &to_end, NULL, 0) &&
              kp_uno_call(error, cursor, &get_address, &end);
  if (good && kp_uno_call(&ignored, cursor, &to_start, NULL, 0) &&
      !kp_uno_call(&ignored, cursor, &get_address, &begin))
    begin = (kp_uno_cell_range_address){0};
  if (good) {
    /* Who has more columns has no answers in the ones behind. */
    int32_t right = end.end_column - begin.start_column >= WIDEST ? begin.start_column + WIDEST - 1
                                                                  : end.end_column;
    grid->left = begin.start_column;
    grid->top = begin.start_row;
    grid->columns = right - grid->left + 1;
    grid->rows = end.end_row - grid->top + 1;
  }
  kp_uno_release(cursor);
  return good;
}

/* Reads a rectangle of the sheet into the grid from a column and row of it on. */
static bool read_into(kp_uno_error *error, uno_Interface *sheet, reading *self, int column, int row,
                      const kp_uno_cell_range_address *from, uno_Interface **range) {
  static kp_uno_method get_part =
      KP_UNO_METHOD("com.sun.star.table.XCellRange::getCellRangeByPosition");
  static kp_uno_method get_data = KP_UNO_METHOD("com.sun.star.sheet.XCellRangeData::getDataArray");
  uno_Sequence *rows = NULL;
  bool good = kp_uno_call(error, sheet, &get_part, range, (int)from->start_column,
                          (int)from->start_row, (int)from->end_column, (int)from->end_row) &&
              kp_uno_call(error, *range, &get_data, &rows) &&
              take_cells(error, self, rows, column, row);
  kp_uno_sequence_free(rows, "[][]any");
  return good;
}

bool kp_answers_read(kp_uno_error *error, uno_Interface *model, uno_Interface *sheet,
                     kp_answers_grid *grid) {
  reading self = {.grid = grid};
  uno_Interface *range = NULL;
  *grid = (kp_answers_grid){.cells = NULL};
  bool good = used_part(error, sheet, grid) && make_cells(error, grid);
  if (good) {
    const kp_uno_cell_range_address all = {.start_column = grid->left,
                                           .end_column = grid->left + grid->columns - 1,
                                           .start_row = grid->top,
                                           .end_row = grid->top + grid->rows - 1};
    good = read_into(error, sheet, &self, 0, 0, &all, &range);
  }
  grid->memory = self.first;
  if (good) {
    mark_days(grid, range);
    mark_columns(grid, model, sheet);
  }
  kp_uno_release(range);
  return good;
}

/* ------------------------------------------------------------------------------- a part of it */

bool kp_answers_read_tail(kp_uno_error *error, uno_Interface *sheet, int32_t header, int32_t first,
                          int32_t last, kp_answers_grid *grid) {
  reading self = {.grid = grid};
  uno_Interface *top = NULL;
  uno_Interface *rest = NULL;
  *grid = (kp_answers_grid){.cells = NULL};
  bool good = used_part(error, sheet, grid);
  grid->top = first - 1;
  grid->rows = last - first + 2;
  kp_uno_cell_range_address from = {.start_column = grid->left,
                                    .end_column = grid->left + grid->columns - 1,
                                    .start_row = header,
                                    .end_row = header};
  good = good && make_cells(error, grid) && read_into(error, sheet, &self, 0, 0, &from, &top);
  from.start_row = first;
  from.end_row = last;
  good = good && read_into(error, sheet, &self, 0, 1, &from, &rest);
  grid->memory = self.first;
  kp_uno_release(rest);
  kp_uno_release(top);
  return good;
}

/* One column, a block at a time: what the office hands out is three times as large as what is kept.
 */
static bool read_column(kp_uno_error *error, uno_Interface *sheet, reading *self, int at,
                        int32_t column) {
  enum { ROWS = 8192 };
  const kp_answers_grid *grid = self->grid;
  bool good = true;
  for (int row = 0; good && row < grid->rows; row += ROWS) {
    int32_t end = row + ROWS < grid->rows ? row + ROWS : grid->rows;
    uno_Interface *range = NULL;
    const kp_uno_cell_range_address from = {.start_column = column,
                                            .end_column = column,
                                            .start_row = grid->top + row,
                                            .end_row = grid->top + end - 1};
    good = read_into(error, sheet, self, at, row, &from, &range);
    if (good) {
      /* The same cells as a grid of their own, on their place. */
      kp_answers_grid view = *grid;
      view.cells += at;
      view.left = column;
      mark_days(&view, range);
    }
    kp_uno_release(range);
  }
  return good;
}

bool kp_answers_read_columns(kp_uno_error *error, uno_Interface *model, uno_Interface *sheet,
                             const int32_t *columns, int count, int32_t header,
                             kp_answers_grid *grid) {
  reading self = {.grid = grid};
  *grid = (kp_answers_grid){.cells = NULL};
  bool good = used_part(error, sheet, grid);
  int32_t bottom = grid->top + grid->rows - 1;
  grid->left = 0;
  grid->top = header;
  grid->columns = count;
  grid->rows = bottom >= header ? bottom - header + 1 : 1;
  good = good && make_cells(error, grid);
  for (int i = 0; good && i < count; i++)
    good = columns[i] < 0 || read_column(error, sheet, &self, i, columns[i]);
  grid->memory = self.first;
  uno_Interface *formats = good ? formats_of(model) : NULL;
  for (int i = 0; formats != NULL && i < count; i++) {
    kp_answers_grid view = *grid;
    view.cells += i;
    view.left = columns[i];
    if (columns[i] >= 0)
      mark_column(&view, formats, sheet, 0);
  }
  kp_uno_release(formats);
  return good;
}

void kp_answers_grid_free(kp_answers_grid *grid) {
  for (block *at = grid->memory; at != NULL;) {
    block *next = at->next;
    free(at);
    at = next;
  }
  free(grid->cells);
  *grid = (kp_answers_grid){.cells = NULL};
}
