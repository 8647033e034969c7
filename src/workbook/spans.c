/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of a sheet are worth reading. */
#include "spans.h"

#include "cells.h"

#include <stdlib.h>
#include <string.h>

#include <osl/interlck.h>

/* So far below the table everything is read, without looking first; and stretches that are so near
 * to one another become one. */
enum { NEAR_BELOW = 500, NEAR_EACH_OTHER = 64 };

/* A table can be so long only because its range was drawn over whole columns. */
enum { LONGEST_TABLE = 60000 };

#define RANGES "[]com.sun.star.table.CellRangeAddress"
#define LINES "[][]any"
#define LINE "[]any"

/* Stretches while they are gathered. */
typedef struct gathered {
  kp_span *list;
  size_t count;
  size_t room;
} gathered;

static bool add(kp_uno_error *error, gathered *to, kp_span span) {
  if (to->count == to->room) {
    size_t room = 2 * to->room + 4;
    kp_span *more = realloc(to->list, room * sizeof *more);
    if (more == NULL)
      return kp_uno_error_memory(error);
    to->list = more;
    to->room = room;
  }
  to->list[to->count++] = span;
  return true;
}

static int by_row(const void *one, const void *other) {
  int32_t left = ((const kp_span *)one)->first;
  int32_t right = ((const kp_span *)other)->first;
  return (left > right) - (left < right);
}

/* Joins what overlaps or nearly touches. */
static void join(gathered *all) {
  size_t kept = 0;
  qsort(all->list, all->count, sizeof *all->list, by_row);
  for (size_t i = 1; i < all->count; i++) {
    kp_span *last = &all->list[kept];
    const kp_span *next = &all->list[i];
    if (next->first - last->last > NEAR_EACH_OTHER)
      all->list[++kept] = *next;
    else if (next->last > last->last)
      last->last = next->last;
  }
  all->count = kept + 1;
}

/* Column by column: over several of them at once Calc takes for ever, when there are holes. */
static bool add_content(kp_uno_error *error, const kp_spans_area *area, int32_t top, int32_t bottom,
                        gathered *to) {
  bool good = true;
  for (int32_t column = area->left; good && column <= area->right; column++) {
    uno_Sequence *ranges = NULL;
    good =
        kp_cells_content(error, area->sheet, column, top, column, bottom, KP_CELLS_FILLED, &ranges);
    for (sal_Int32 i = 0; good && i < ranges->nElements; i++) {
      const kp_uno_cell_range_address *at = &KP_UNO_ELEMENTS(kp_uno_cell_range_address, ranges)[i];
      good = add(error, to, (kp_span){at->start_row, at->end_row});
    }
    kp_uno_sequence_free(ranges, RANGES);
  }
  return good;
}

bool kp_spans_find(kp_uno_error *error, const kp_spans_area *area, kp_spans *spans) {
  gathered found = {NULL, 0, 0};
  int32_t column = 0;
  int32_t last = 0;
  *spans = (kp_spans){NULL, 0};
  bool good = kp_cells_used(error, area->sheet, &column, &last);
  int32_t dense = area->dense < 0 || area->dense > LONGEST_TABLE ? 0 : area->dense;
  bool near = last - NEAR_BELOW <= dense;
  good = good && add(error, &found, (kp_span){0, near ? last : dense}) &&
         (near || add_content(error, area, dense + 1, last, &found));
  if (good)
    join(&found);
  *spans = (kp_spans){found.list, good ? found.count : 0};
  return good;
}

void kp_spans_clear(kp_spans *spans) {
  free(spans->list);
  *spans = (kp_spans){NULL, 0};
}

int32_t kp_spans_row(const kp_spans *spans, int32_t line) {
  for (size_t i = 0; i < spans->count; i++) {
    int32_t rows = spans->list[i].last - spans->list[i].first + 1;
    if (line < rows)
      return spans->list[i].first + line;
    line -= rows;
  }
  return -1;
}

int32_t kp_spans_line(const kp_spans *spans, int32_t row) {
  int32_t line = 0;
  for (size_t i = 0; i < spans->count; i++) {
    const kp_span *span = &spans->list[i];
    if (row < span->first)
      return -1;
    if (row <= span->last)
      return line + row - span->first;
    line += span->last - span->first + 1;
  }
  return -1;
}

/* The lines of `part` behind those that are there. */
static void share_lines(uno_Sequence *data, const uno_Sequence *part, int32_t *filled) {
  uno_Sequence **lines = KP_UNO_ELEMENTS(uno_Sequence *, data);
  for (sal_Int32 i = 0; i < part->nElements && *filled < data->nElements; i++, ++*filled) {
    uno_Sequence *line = KP_UNO_ELEMENTS(uno_Sequence *const, part)[i];
    osl_atomic_increment(&line->nRefCount);
    kp_uno_sequence_free(lines[*filled], LINE);
    lines[*filled] = line;
  }
}

bool kp_spans_data(kp_uno_error *error, const kp_spans *spans, const kp_spans_area *area,
                   int32_t first, int32_t last, uno_Sequence **data) {
  int32_t from = kp_spans_line(spans, first);
  int32_t to = kp_spans_line(spans, last);
  int32_t filled = 0;
  if (to - from == last - first) /* one stretch, nearly always */
    return kp_cells_data(error, area->sheet, area->left, first, area->right, last, data);
  *data = kp_uno_sequence_new(LINES, (size_t)to - (size_t)from + 1);
  bool good = *data != NULL || kp_uno_error_memory(error);
  for (size_t i = 0; good && i < spans->count; i++) {
    int32_t top = spans->list[i].first > first ? spans->list[i].first : first;
    int32_t bottom = spans->list[i].last < last ? spans->list[i].last : last;
    uno_Sequence *part = NULL;
    good = bottom < top ||
           kp_cells_data(error, area->sheet, area->left, top, area->right, bottom, &part);
    if (good && part != NULL)
      share_lines(*data, part, &filled);
    kp_uno_sequence_free(part, LINES);
  }
  return good;
}
