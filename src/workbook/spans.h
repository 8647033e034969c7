/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Which rows of a sheet are worth reading. Somebody who pressed Ctrl+Down and typed left a cell a
 * million rows below the table: what lies between is not read. Within src/workbook only.
 */
#ifndef KERNPUNT_WORKBOOK_SPANS_H
#define KERNPUNT_WORKBOOK_SPANS_H

#include "kernpunt/uno.h"

/** Rows from `first` to `last`, both included. */
typedef struct kp_span {
  int32_t first;
  int32_t last;
} kp_span;

/** Stretches of rows from above, none touching the next. A "line" is a row of them, counted on from
 * one stretch to the next: as long as there is one stretch only, line and row are the same. */
typedef struct kp_spans {
  kp_span *list;
  size_t count;
} kp_spans;

/** The columns of a table on its sheet, and the row down to which all is read as it is. */
typedef struct kp_spans_area {
  uno_Interface *sheet;
  int32_t left;
  int32_t right;
  int32_t dense;
} kp_spans_area;

/** Finds the stretches: from row 0 to the last one with content when that is near `dense`; else
 * also what holds something below it. kp_spans_clear it, whatever the answer. */
bool kp_spans_find(kp_uno_error *error, const kp_spans_area *area, kp_spans *spans);
void kp_spans_clear(kp_spans *spans);

/** The row of a line, and the line of a row; -1 when there is none. */
int32_t kp_spans_row(const kp_spans *spans, int32_t line);
int32_t kp_spans_line(const kp_spans *spans, int32_t row);

/** The lines from row `first` to row `last` of some columns, [][]any, one call for each stretch.
 * Both rows lie within the stretches. */
bool kp_spans_data(kp_uno_error *error, const kp_spans *spans, const kp_spans_area *area,
                   int32_t first, int32_t last, uno_Sequence **data);

#endif
