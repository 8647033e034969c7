/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row on its way into a sheet. */
#include "track.h"

#include "cells.h"

#include <stdlib.h>
#include <string.h>

kp_track *kp_track_new(kp_uno_error *error, kp_track **list, const kp_grid *grid, const char *id) {
  kp_track *line = calloc(1, sizeof *line);
  char *copy = line != NULL ? kp_record_copy(error, id) : NULL;
  if (copy == NULL) {
    free(line);
    kp_uno_error_memory(error);
    return NULL;
  }
  line->id = copy;
  line->column = grid->id;
  line->sheet = kp_uno_acquire(grid->sheet);
  line->next = *list;
  *list = line;
  return line;
}

void kp_track_free(kp_track *line) {
  kp_uno_release(line->below);
  kp_uno_release(line->cell);
  kp_uno_release(line->sheet);
  free(line->id);
  free(line);
}

bool kp_track_cell(kp_uno_error *error, uno_Interface *sheet, int32_t column, int32_t row,
                   uno_Interface **cell) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.table.XCellRange::getCellByPosition");
  return kp_uno_call(error, sheet, &get, cell, (int)column, (int)row);
}

bool kp_track_place(kp_uno_error *error, uno_Interface *cell, kp_uno_cell_range_address *place) {
  return kp_cells_address(error, cell, place);
}

bool kp_track_row(kp_uno_error *error, const kp_track *line, int32_t *row) {
  kp_uno_cell_range_address place;
  bool good = kp_track_place(error, line->cell, &place);
  if (good)
    *row = place.start_row;
  return good;
}

/* ------------------------------------------------------------------------------------ inserting */

static bool rows_of(kp_uno_error *error, uno_Interface *sheet, uno_Interface **rows) {
  static kp_uno_method get_rows = KP_UNO_METHOD("com.sun.star.table.XColumnRowRange::getRows");
  return kp_uno_call(error, sheet, &get_rows, rows);
}

/* A macro that listens may have inserted or deleted rows by the time the call comes back: the new
 * row is the one above the row that it pushed down, wherever that is. */
static bool find_inserted(kp_uno_error *error, kp_track *line, bool certain, int32_t row) {
  kp_uno_cell_range_address below;
  if (!kp_track_place(error, line->below, &below))
    return false;
  line->inserted = certain || below.start_row > row;
  return !line->inserted ||
         kp_track_cell(error, line->sheet, below.start_column, below.start_row - 1, &line->cell);
}

bool kp_track_insert(kp_uno_error *error, kp_track *line, int32_t row) {
  static kp_uno_method insert = KP_UNO_METHOD("com.sun.star.table.XTableRows::insertByIndex");
  kp_uno_error later = KP_UNO_IGNORED;
  uno_Interface *rows = NULL;
  line->row = row;
  bool good = rows_of(error, line->sheet, &rows) &&
              kp_track_cell(error, line->sheet, line->column, row, &line->below);
  if (good) {
    line->inserted = true; /* for certain nobody knows until it was looked for */
    good = kp_uno_call(error, rows, &insert, NULL, (int)row, 1);
    bool found = find_inserted(good ? error : &later, line, good, row);
    good = good && found;
  }
  kp_uno_release(rows);
  return good;
}

/* -------------------------------------------------------------------------------------- looking */

/* One call: it is asked twice for each cell that is written. Of a cell that should be blank the
 * formula tells, since that of a blank one alone is "". */
static bool holds(kp_uno_error *error, uno_Interface *cell, const char *text, bool *does) {
  static kp_uno_method get_formula = KP_UNO_METHOD("com.sun.star.table.XCell::getFormula");
  static kp_uno_method get_string = KP_UNO_METHOD("com.sun.star.text.XTextRange::getString");
  char *now = NULL;
  bool good = kp_uno_call(error, cell, text[0] == '\0' ? &get_formula : &get_string, &now);
  *does = good && strcmp(now, text) == 0;
  free(now);
  return good;
}

bool kp_track_stays(kp_uno_error *error, const kp_track *line) {
  bool does = false;
  if (line->id[0] == '\0')
    return true;
  return holds(error, line->cell, line->named ? line->id : "", &does) &&
         (does || kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "the row did not stay"));
}

bool kp_track_seek(kp_uno_error *error, const kp_track *line, int32_t *row) {
  kp_uno_cell_range_address place = {.start_column = line->column};
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_spans spans = {NULL, 0};
  uno_Sequence *data = NULL;
  bool does = false;
  *row = -1;
  /* A cell that was deleted with its row or column answers no more. */
  if (line->cell != NULL && kp_track_place(&ignored, line->cell, &place) &&
      (line->id[0] == '\0' ||
       (holds(&ignored, line->cell, line->named ? line->id : "", &does) && does))) {
    *row = place.start_row;
    return true;
  }
  if (!line->named || line->id[0] == '\0')
    return true;
  kp_spans_area area = {line->sheet, place.start_column, place.start_column, 0};
  bool good = kp_spans_find(error, &area, &spans) &&
              kp_spans_data(error, &spans, &area, 0, spans.list[spans.count - 1].last, &data);
  for (int32_t r = 0; good && *row < 0 && r < data->nElements; r++)
    if (kp_cells_is(data, 0, r, line->id))
      *row = kp_spans_row(&spans, r);
  kp_uno_sequence_free(data, "[][]any");
  kp_spans_clear(&spans);
  return good;
}

/* ------------------------------------------------------------------------------------- removing */

/* A row without its ID is ours when nothing stands in it. */
static bool is_blank(kp_uno_error *error, const kp_track *line, int32_t row, bool *blank) {
  int32_t column = 0;
  int32_t last = 0;
  bool good = kp_cells_used(error, line->sheet, &column, &last);
  good = good && kp_cells_last(error, line->sheet, 0, row, column, row, &last);
  *blank = good && last < row;
  return good;
}

/* Where an inserted row is. */
static bool find(kp_uno_error *error, const kp_track *line, bool whole, bool undone, int32_t *row) {
  kp_uno_cell_range_address below;
  bool blank = false;
  if (line->named)
    return kp_track_seek(error, line, row);
  *row = -1;
  if (!kp_track_place(error, line->below, &below))
    return false;
  if (undone && below.start_row <= line->row)
    return true;
  /* Perhaps it was written, and the look behind failed. */
  bool named = false;
  if (line->cell != NULL && line->id[0] != '\0' && !holds(error, line->cell, line->id, &named))
    return false;
  whole = whole || named;
  if (whole && line->cell != NULL)
    return kp_track_row(error, line, row);
  if (!is_blank(error, line, below.start_row - 1, &blank))
    return false;
  if (blank)
    *row = below.start_row - 1;
  return blank || kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "the row is not blank");
}

bool kp_track_remove(kp_uno_error *error, const kp_track *line, bool whole, bool undone) {
  static kp_uno_method remove = KP_UNO_METHOD("com.sun.star.table.XTableRows::removeByIndex");
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_cell_range_address before;
  kp_uno_cell_range_address after;
  uno_Interface *rows = NULL;
  int32_t row = -1;
  bool good = find(error, line, whole, undone, &row);
  if (good && row >= 0) {
    bool follows = kp_track_place(&ignored, line->below, &before);
    good =
        rows_of(error, line->sheet, &rows) && kp_uno_call(error, rows, &remove, NULL, (int)row, 1);
    /* The one below has come up, and the ID is nowhere. */
    if (good && follows && kp_track_place(&ignored, line->below, &after))
      good = after.start_row < before.start_row;
    if (good && line->named && line->id[0] != '\0')
      good = kp_track_seek(error, line, &row) && row < 0;
  }
  kp_uno_release(rows);
  return good;
}
