/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a new row goes, and its ID. */
#include "place.h"

#include "cells.h"
#include "reader.h"

#include <stdio.h>
#include <string.h>

#include <rtl/random.h>

/* The last end line of a stretch, looked for from below, where it is: in steps that become larger.
 */
static bool find_end_in(kp_uno_error *error, const kp_grid *grid, kp_span span, int32_t *end) {
  int32_t step = 16;
  bool good = true;
  for (int32_t last = span.last; good && *end < 0 && last >= span.first; last -= step, step *= 8) {
    int32_t first = last - span.first >= step ? last - step + 1 : span.first;
    uno_Sequence *ids = NULL;
    good = kp_cells_data(error, grid->sheet, grid->id, first, grid->id, last, &ids);
    for (int32_t row = good ? ids->nElements - 1 : -1; *end < 0 && row >= 0; row--) {
      const uno_Sequence *line = KP_UNO_ELEMENTS(uno_Sequence *const, ids)[row];
      const uno_Any *cell = KP_UNO_ELEMENTS(const uno_Any, line);
      if (cell->pType->eTypeClass == typelib_TypeClass_STRING &&
          kp_cells_text_begins(*(rtl_uString *const *)cell->pData, KP_WORKBOOK_END))
        *end = first + row;
    }
    kp_uno_sequence_free(ids, "[][]any");
  }
  return good;
}

static bool find_end(kp_uno_error *error, const kp_grid *grid, int32_t *end) {
  kp_spans_area area = kp_grid_area(grid, grid->id, grid->id);
  kp_spans spans = {NULL, 0};
  *end = -1;
  bool good = kp_spans_find(error, &area, &spans);
  for (size_t i = spans.count; good && *end < 0 && i > 0; i--)
    good = find_end_in(error, grid, spans.list[i - 1], end);
  kp_spans_clear(&spans);
  return good;
}

/* Last row that holds something in a column of the table; what people keep
 * beside it is theirs. */
static bool last_content(kp_uno_error *error, const kp_grid *grid, int32_t first, int32_t bottom,
                         int32_t *last) {
  int32_t found = 0;
  *last = first - 1;
  bool good = true;
  for (size_t i = 0; good && i < grid->count; i++) {
    int32_t column = grid->columns[i].column;
    good = kp_cells_last(error, grid->sheet, column, first, column, bottom, &found);
    *last = found > *last ? found : *last;
  }
  return good;
}

/* Whether a row holds nothing in the columns of the table. */
static bool is_blank(kp_uno_error *error, const kp_grid *grid, int32_t row, bool *blank) {
  int32_t last = 0;
  bool good = row < 0 || last_content(error, grid, row, row, &last);
  *blank = row >= 0 && last < row;
  return good;
}

/* The row to push down, above an end line that is last: the last one of the database range. Without
 * a range the rows above the end line tell: first the separator, then the gap. */
static bool find_gap(kp_uno_error *error, const kp_grid *grid, int32_t end, int32_t *row) {
  bool blank = true;
  *row = grid->bottom;
  if (grid->bottom > grid->header && grid->bottom < end)
    return true;
  bool good = true;
  *row = end;
  for (int step = 0; good && blank && step < 2; step++) {
    good = is_blank(error, grid, *row - 1, &blank);
    if (good && blank && *row - 1 >= grid->top)
      --*row;
  }
  return good;
}

bool kp_place_find(kp_uno_error *error, const kp_grid *grid, kp_place *place) {
  int32_t column = 0;
  int32_t bottom = 0;
  int32_t end = -1;
  int32_t last = 0;
  bool good = kp_cells_used(error, grid->sheet, &column, &bottom) && find_end(error, grid, &end);
  int32_t first = end >= 0 ? end + 1 : grid->top;
  good = good && last_content(error, grid, first, bottom, &last);
  if (!good)
    return false;
  *place = (kp_place){.row = last + 1, .below_end = true, .warning = KP_TEXT_MARKER_NOT_LAST};
  if (end < 0) {
    place->warning = KP_TEXT_MARKER_MISSING;
    /* The range still knows the gap. */
    place->below_end = last >= grid->bottom;
    place->row = place->below_end ? last + 1 : grid->bottom;
  } else if (last < first) {
    place->below_end = false;
    place->warning = KP_TEXT_NONE;
    good = find_gap(error, grid, end, &place->row);
  }
  return good;
}

bool kp_place_show(kp_uno_error *error, const kp_grid *grid, int32_t row) {
  bool changed = false;
  return kp_cells_show_row(error, grid->sheet, row, true, &changed);
}

static void random_id(rtlRandomPool pool, const char *prefix, char id[KP_ID_SIZE]) {
  static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; /* no I L O U: misread easily */
  unsigned char bytes[5];
  rtl_random_getBytes(pool, bytes, sizeof bytes);
  snprintf(id, KP_ID_SIZE, "%.3s-%c%c%c%c%c", prefix, digits[bytes[0] & 31], digits[bytes[1] & 31],
           digits[bytes[2] & 31], digits[bytes[3] & 31], digits[bytes[4] & 31]);
}

bool kp_place_new_id(kp_uno_error *error, kp_reader *reader, const kp_method_table *table,
                     char id[KP_ID_SIZE]) {
  rtlRandomPool pool = rtl_random_createPool();
  bool unique = false;
  if (pool == NULL)
    return kp_uno_error_memory(error);
  for (int attempt = 0; !unique && attempt < 1000; attempt++) {
    random_id(pool, table->prefix, id);
    unique = !kp_reader_has_id(reader, table, id);
  }
  rtl_random_destroyPool(pool);
  return unique || kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "no free ID");
}
