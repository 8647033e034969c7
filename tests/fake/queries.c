/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which cells of a range: visible, with content, merged, of a matrix. */
#include "range.h"

#include <stdlib.h>
#include <string.h>

/* Whether a row counts; narrows it to the columns that do. */
typedef bool (*row_counts)(const fake_sheet *sheet, fake_area *line, int flags);

/* Rows of the area that count, as ranges. */
static bool query(kp_uno_incoming *in, row_counts counts, int flags) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  fake_area *areas = NULL;
  size_t count = 0;
  if (!fake_range_here(in, &of, &sheet))
    return false;
  int32_t last = of->area.bottom < sheet->line_count ? of->area.bottom : sheet->line_count - 1;
  last = flags == 0 ? of->area.bottom < 200000 ? of->area.bottom : last : last;
  for (int32_t row = of->area.top; row <= last; row++) {
    fake_area line = {of->area.sheet, of->area.left, row, of->area.right, row};
    fake_area *above = count > 0 ? &areas[count - 1] : NULL;
    if (!counts(sheet, &line, flags))
      continue;
    if (above != NULL && above->bottom == row - 1 && above->left == line.left &&
        above->right == line.right)
      above->bottom = row;
    else
      *FAKE_APPEND(areas, count) = line;
  }
  uno_Interface *found = fake_ranges_new(of->document, areas, count);
  free(areas);
  return fake_return(in, found);
}

static bool is_visible(const fake_sheet *sheet, fake_area *line, int flags) {
  (void)flags;
  return line->top >= sheet->line_count || !sheet->lines[line->top].hidden;
}

/* CellFlags: numbers 1, dates 2, texts 4, formulas 16. */
static bool is_content(fake_kind kind, int flags) {
  return (kind == FAKE_NUMBER && (flags & 3) != 0) || (kind == FAKE_TEXT && (flags & 4) != 0) ||
         (kind == FAKE_FORMULA && (flags & 16) != 0);
}

/* From the first to the last cell; Calc parts them where there is a hole. */
static bool has_content(const fake_sheet *sheet, fake_area *line, int flags) {
  const fake_line *of = &sheet->lines[line->top];
  int32_t right = line->right < of->width ? line->right : of->width - 1;
  while (line->left <= right && !is_content(of->cells[line->left].kind, flags))
    line->left++;
  while (right >= line->left && !is_content(of->cells[right].kind, flags))
    right--;
  line->right = right;
  return line->left <= right;
}

static bool query_visible(kp_uno_incoming *in) {
  return query(in, is_visible, 0);
}

static bool query_content(kp_uno_incoming *in) {
  return query(in, has_content, KP_UNO_ARG(sal_Int16, in, 0));
}

static bool overlaps(const fake_area *one, const fake_area *other) {
  return one->left <= other->right && other->left <= one->right && one->top <= other->bottom &&
         other->top <= one->bottom;
}

/* Covered cells do not count, only the one that covers (measured). */
static bool get_is_merged(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  bool merged = false;
  if (!fake_range_here(in, &of, &sheet))
    return false;
  for (size_t i = 0; i < sheet->merged_count; i++)
    merged = merged || overlaps(&(fake_area){.left = sheet->merged[i].left,
                                             .top = sheet->merged[i].top,
                                             .right = sheet->merged[i].left,
                                             .bottom = sheet->merged[i].top},
                                &of->area);
  return fake_return_bool(in, merged);
}

static bool merge(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  size_t kept = 0;
  if (!fake_range_here(in, &of, &sheet))
    return false;
  fake_record_all(of->document);
  for (size_t i = 0; i < sheet->merged_count; i++)
    if (!overlaps(&sheet->merged[i], &of->area))
      sheet->merged[kept++] = sheet->merged[i];
  sheet->merged_count = kept;
  if (KP_UNO_ARG(sal_Bool, in, 0))
    *FAKE_APPEND(sheet->merged, sheet->merged_count) = of->area;
  fake_changed(of->document, &of->area);
  return true;
}

/* A cursor over one merged cell becomes the whole of it. */
static bool collapse_to_merged(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!fake_range_here(in, &of, &sheet))
    return false;
  for (size_t i = 0; i < sheet->merged_count; i++)
    if (overlaps(&sheet->merged[i], &of->area))
      of->area = sheet->merged[i];
  return true;
}

/* An array formula or part of one: that of the cells. */
static bool get_array_formula(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  const char *text = "";
  if (!fake_range_here(in, &of, &sheet))
    return false;
  for (size_t i = 0; i < sheet->array_count; i++)
    if (overlaps(&sheet->arrays[i], &of->area))
      text = "{=1}";
  return kp_uno_return_string(in, text);
}

static bool set_array_formula(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!fake_range_here(in, &of, &sheet))
    return false;
  *FAKE_APPEND(sheet->arrays, sheet->array_count) = of->area;
  return true;
}

static const kp_uno_row rows[] = {
    {"com.sun.star.sheet.XCellRangesQuery::queryVisibleCells", query_visible, NULL},
    {"com.sun.star.sheet.XCellRangesQuery::queryContentCells", query_content, NULL},
    {"com.sun.star.util.XMergeable::getIsMerged", get_is_merged, NULL},
    {"com.sun.star.util.XMergeable::merge", merge, NULL},
    {"com.sun.star.sheet.XArrayFormulaRange::getArrayFormula", get_array_formula, NULL},
    {"com.sun.star.sheet.XArrayFormulaRange::setArrayFormula", set_array_formula, NULL},
    {"com.sun.star.sheet.XSheetCellCursor::collapseToMergedArea", collapse_to_merged, NULL},
};
const fake_rows fake_query_rows = {FAKE_ROW_LIST(rows)};
