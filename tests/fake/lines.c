/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows and columns of a range, and one of them. */
#include "model.h"

#include <stdlib.h>
#include <string.h>

typedef struct lines {
  fake_document *document;
  fake_area area; /* of one row or column: just that */
  bool columns;
} lines;

static fake_sheet *sheet_of(kp_uno_incoming *in, lines **of) {
  *of = in->state;
  fake_sheet *sheet = fake_sheet_by_id((*of)->document, (*of)->area.sheet);
  if (sheet == NULL)
    kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "the sheet is gone");
  return sheet;
}

static int32_t first_of(const lines *of) {
  return of->columns ? of->area.left : of->area.top;
}

static int32_t count_of(const lines *of) {
  return of->columns ? of->area.right - of->area.left + 1 : of->area.bottom - of->area.top + 1;
}

/* ------------------------------------------------------------------------------------ all of them
 */

static uno_Interface *new_line(fake_document *document, const fake_area *area, bool columns);

static bool get_count(kp_uno_incoming *in) {
  return fake_return_long(in, count_of(in->state));
}

static bool get_by_index(kp_uno_incoming *in) {
  lines *of = in->state;
  int32_t index = KP_UNO_ARG(sal_Int32, in, 0);
  fake_area area = of->area;
  if (index < 0 || index >= count_of(of))
    return kp_uno_error_set(in->error, FAKE_OUT_OF_BOUNDS, "no row %d", (int)index);
  if (of->columns)
    area.left = area.right = area.left + index;
  else
    area.top = area.bottom = area.top + index;
  return fake_return_any(in, new_line(of->document, &area, of->columns));
}

static bool cannot(kp_uno_incoming *in) {
  return kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "rows cannot be put in there");
}

static bool insert(kp_uno_incoming *in) {
  lines *of = NULL;
  const fake_sheet *sheet = sheet_of(in, &of);
  int32_t index = KP_UNO_ARG(sal_Int32, in, 0);
  int32_t count = KP_UNO_ARG(sal_Int32, in, 1);
  if (sheet == NULL)
    return false;
  if (sheet->protected || count < 1 || index < 0 || index >= count_of(of))
    return cannot(in);
  int32_t at = first_of(of) + index;
  if (of->columns) {
    fake_record_all(of->document);
    fake_columns_insert(of->document, sheet->id, at, count);
  } else {
    const fake_area area = {sheet->id, 0, at, FAKE_COLUMNS_MAX - 1, at + count - 1};
    if (!fake_rows_fit(sheet, at, count))
      return cannot(in);
    fake_record_insert(of->document, &area);
    fake_rows_insert(of->document, sheet->id, at, count);
  }
  fake_changed(of->document, &of->area);
  return true;
}

static bool take_out(kp_uno_incoming *in) {
  lines *of = NULL;
  const fake_sheet *sheet = sheet_of(in, &of);
  int32_t index = KP_UNO_ARG(sal_Int32, in, 0);
  int32_t count = KP_UNO_ARG(sal_Int32, in, 1);
  if (sheet == NULL)
    return false;
  if (of->columns || sheet->protected || count < 1 || index < 0 || index + count > count_of(of))
    return cannot(in);
  fake_record_remove(of->document, &of->area);
  fake_rows_remove(of->document, sheet->id, first_of(of) + index, count);
  fake_changed(of->document, &of->area);
  return true;
}

static void finalize(void *state) {
  fake_document_release(((lines *)state)->document);
}

static const kp_uno_row rows[] = {
    {"com.sun.star.container.XIndexAccess::getCount", get_count, NULL},
    {"com.sun.star.container.XIndexAccess::getByIndex", get_by_index, NULL},
    {"com.sun.star.table.XTableRows::insertByIndex", insert, NULL},
    {"com.sun.star.table.XTableRows::removeByIndex", take_out, NULL},
    {"com.sun.star.table.XTableColumns::insertByIndex", insert, NULL},
    {"com.sun.star.table.XTableColumns::removeByIndex", take_out, NULL},
};

/* ------------------------------------------------------------------------------------ one of them
 */

/* A protected sheet does not mind (measured). */
static fake_line *open_line(kp_uno_incoming *in, lines **of, bool record) {
  fake_sheet *sheet = sheet_of(in, of);
  if (sheet == NULL)
    return NULL;
  if (record)
    fake_record_lines((*of)->document, &(*of)->area);
  return fake_line_make(sheet, (*of)->area.top);
}

static bool get_visible(kp_uno_incoming *in, uno_Any *value) {
  lines *of = NULL;
  const fake_sheet *sheet = sheet_of(in, &of);
  if (sheet == NULL)
    return false;
  kp_uno_any_set_bool(value, of->columns || of->area.top >= sheet->line_count ||
                                 !sheet->lines[of->area.top].hidden);
  return true;
}

static bool set_visible(kp_uno_incoming *in, const uno_Any *value) {
  lines *of = NULL;
  bool visible = true;
  fake_line *line = open_line(in, &of, true);
  kp_uno_any_get_bool(value, &visible);
  if (line != NULL && !of->columns) {
    line->hidden = !visible;
    line->filtered = line->filtered && !visible;
    fake_changed(of->document, &of->area);
  }
  return true;
}

static bool get_filtered(kp_uno_incoming *in, uno_Any *value) {
  lines *of = NULL;
  const fake_sheet *sheet = sheet_of(in, &of);
  if (sheet == NULL)
    return false;
  kp_uno_any_set_bool(value, !of->columns && of->area.top < sheet->line_count &&
                                 sheet->lines[of->area.top].filtered);
  return true;
}

static bool set_filtered(kp_uno_incoming *in, const uno_Any *value) {
  lines *of = NULL;
  fake_line *line = open_line(in, &of, true);
  if (line != NULL)
    kp_uno_any_get_bool(value, &line->filtered);
  return true;
}

static bool get_height(kp_uno_incoming *in, uno_Any *value) {
  enum { USUAL = 452 };
  lines *of = NULL;
  const fake_sheet *sheet = sheet_of(in, &of);
  if (sheet == NULL)
    return false;
  int32_t height = of->area.top < sheet->line_count ? sheet->lines[of->area.top].height : 0;
  kp_uno_any_set_long(value, height > 0 ? height : USUAL);
  return true;
}

static bool set_height(kp_uno_incoming *in, const uno_Any *value) {
  lines *of = NULL;
  fake_line *line = open_line(in, &of, true);
  if (line != NULL) {
    kp_uno_any_get_long(value, &line->height);
    fake_changed(of->document, &of->area);
  }
  return true;
}

static bool get_optimal(kp_uno_incoming *in, uno_Any *value) {
  lines *of = NULL;
  const fake_sheet *sheet = sheet_of(in, &of);
  if (sheet != NULL)
    kp_uno_any_set_bool(value, of->area.top >= sheet->line_count ||
                                   sheet->lines[of->area.top].height == 0);
  return sheet != NULL;
}

static bool set_optimal(kp_uno_incoming *in, const uno_Any *value) {
  lines *of = NULL;
  bool optimal = false;
  fake_line *line = open_line(in, &of, true);
  kp_uno_any_get_bool(value, &optimal);
  if (line != NULL && optimal)
    line->height = 0;
  return true;
}

static int32_t *width_of(fake_sheet *sheet, int32_t column) {
  for (; sheet->width_count <= column;)
    *FAKE_APPEND(sheet->widths, sheet->width_count) = 0;
  return &sheet->widths[column];
}

static bool get_width(kp_uno_incoming *in, uno_Any *value) {
  enum { USUAL = 2258 };
  lines *of = NULL;
  const fake_sheet *sheet = sheet_of(in, &of);
  if (sheet == NULL)
    return false;
  int32_t width = of->area.left < sheet->width_count ? sheet->widths[of->area.left] : 0;
  kp_uno_any_set_long(value, width > 0 ? width : USUAL);
  return true;
}

static bool set_width(kp_uno_incoming *in, const uno_Any *value) {
  lines *of = NULL;
  fake_sheet *sheet = sheet_of(in, &of);
  if (sheet == NULL)
    return false;
  fake_record_all(of->document);
  kp_uno_any_get_long(value,
                      width_of(fake_sheet_by_id(of->document, of->area.sheet), of->area.left));
  fake_changed(of->document, &of->area);
  return true;
}

static const fake_property row_properties[] = {
    {"IsVisible", get_visible, set_visible},
    {"IsFiltered", get_filtered, set_filtered},
    {"Height", get_height, set_height},
    {"OptimalHeight", get_optimal, set_optimal},
};
static const fake_property column_properties[] = {
    {"IsVisible", get_visible, set_visible},
    {"Width", get_width, set_width},
};

static const char *const row_interfaces[] = {"com.sun.star.beans.XPropertySet", NULL};
static const char *const rows_interfaces[] = {"com.sun.star.table.XTableRows", NULL};
static const char *const columns_interfaces[] = {"com.sun.star.table.XTableColumns", NULL};

static fake_class rows_class = {.table = {.implementation = "Rows",
                                          .interfaces = rows_interfaces,
                                          FAKE_ROWS(rows),
                                          .state_size = sizeof(lines),
                                          .finalize = finalize}};
static fake_class columns_class = {.table = {.implementation = "Columns",
                                             .interfaces = columns_interfaces,
                                             FAKE_ROWS(rows),
                                             .state_size = sizeof(lines),
                                             .finalize = finalize}};
static fake_class row_class = {.table = {.implementation = "Row",
                                         .interfaces = row_interfaces,
                                         .state_size = sizeof(lines),
                                         .finalize = finalize},
                               FAKE_PROPERTIES(row_properties)};
static fake_class column_class = {.table = {.implementation = "Column",
                                            .interfaces = row_interfaces,
                                            .state_size = sizeof(lines),
                                            .finalize = finalize},
                                  FAKE_PROPERTIES(column_properties)};

static uno_Interface *new_of(fake_class *class, fake_document *document, const fake_area *area,
                             bool columns) {
  void *state = NULL;
  uno_Interface *made = fake_object_new(class, &state);
  *(lines *)state = (lines){document, *area, columns};
  document->references++;
  return made;
}

static uno_Interface *new_line(fake_document *document, const fake_area *area, bool columns) {
  return new_of(columns ? &column_class : &row_class, document, area, columns);
}

uno_Interface *fake_lines_new(fake_document *document, const fake_area *area, bool columns) {
  return new_of(columns ? &columns_class : &rows_class, document, area, columns);
}

/* --------------------------------------------------------------------------------- several ranges
 */

typedef struct ranges {
  fake_document *document;
  fake_area *areas;
  size_t count;
} ranges;

static bool get_addresses(kp_uno_incoming *in) {
  ranges *of = in->state;
  uno_Sequence *list = kp_uno_sequence_new("[]com.sun.star.table.CellRangeAddress", of->count);
  for (size_t i = 0; i < of->count; i++)
    KP_UNO_ELEMENTS(kp_uno_cell_range_address, list)
  [i] = (kp_uno_cell_range_address){(sal_Int16)fake_sheet_index(of->document, of->areas[i].sheet),
                                    of->areas[i].left, of->areas[i].top, of->areas[i].right,
                                    of->areas[i].bottom};
  *(uno_Sequence **)in->result = list;
  return true;
}

static bool count_ranges(kp_uno_incoming *in) {
  return fake_return_long(in, (int32_t)((ranges *)in->state)->count);
}

static bool range_at(kp_uno_incoming *in) {
  ranges *of = in->state;
  int32_t index = KP_UNO_ARG(sal_Int32, in, 0);
  if (index < 0 || (size_t)index >= of->count)
    return kp_uno_error_set(in->error, FAKE_OUT_OF_BOUNDS, "no range %d", (int)index);
  return fake_return_any(in, fake_range_new(of->document, &of->areas[index]));
}

static void finalize_ranges(void *state) {
  free(((ranges *)state)->areas);
  fake_document_release(((ranges *)state)->document);
}

static const char *const ranges_interfaces[] = {"com.sun.star.sheet.XSheetCellRanges", NULL};
static const kp_uno_row ranges_rows[] = {
    {"com.sun.star.sheet.XSheetCellRanges::getRangeAddresses", get_addresses, NULL},
    {"com.sun.star.container.XIndexAccess::getCount", count_ranges, NULL},
    {"com.sun.star.container.XIndexAccess::getByIndex", range_at, NULL},
};
static fake_class ranges_class = {.table = {.implementation = "Ranges",
                                            .interfaces = ranges_interfaces,
                                            FAKE_ROWS(ranges_rows),
                                            .state_size = sizeof(ranges),
                                            .finalize = finalize_ranges}};

uno_Interface *fake_ranges_new(fake_document *document, const fake_area *areas, size_t count) {
  void *state = NULL;
  uno_Interface *made = fake_object_new(&ranges_class, &state);
  ranges *of = state;
  of->document = document;
  of->count = count;
  of->areas = fake_alloc(count * sizeof *areas);
  if (count > 0)
    memcpy(of->areas, areas, count * sizeof *areas);
  document->references++;
  return made;
}
