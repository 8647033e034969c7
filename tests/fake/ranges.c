/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets, ranges, cells and cursors. */
#include "put.h"

#include <stdlib.h>
#include <string.h>

typedef struct range {
  fake_document *document;
  fake_area area;
} range;

#define RANGE_ADDRESS "com.sun.star.table.CellRangeAddress"

bool fake_here(kp_uno_incoming *in, fake_document **document, fake_area *area, fake_sheet **sheet) {
  range *of = in->state;
  *document = of->document;
  *area = of->area;
  *sheet = fake_sheet_by_id(of->document, of->area.sheet);
  return *sheet != NULL ||
         kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "the sheet is gone");
}

static bool read_here(kp_uno_incoming *in, range **of, fake_sheet **sheet) {
  *of = in->state;
  *sheet = fake_sheet_by_id((*of)->document, (*of)->area.sheet);
  return *sheet != NULL ||
         kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "the sheet is gone");
}

/* ------------------------------------------------------------------------------------- XCellRange
 */

static bool part(kp_uno_incoming *in, int32_t left, int32_t top, int32_t right, int32_t bottom,
                 fake_area *area) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!read_here(in, &of, &sheet))
    return false;
  *area = (fake_area){of->area.sheet, of->area.left + left, of->area.top + top,
                      of->area.left + right, of->area.top + bottom};
  return (left >= 0 && top >= 0 && left <= right && top <= bottom &&
          area->right <= of->area.right && area->bottom <= of->area.bottom) ||
         kp_uno_error_set(in->error, FAKE_OUT_OF_BOUNDS, "no such cells");
}

static fake_class cell_class;

static uno_Interface *new_of(fake_class *class, fake_document *document, const fake_area *area);

static bool get_cell(kp_uno_incoming *in) {
  fake_area area;
  int32_t column = KP_UNO_ARG(sal_Int32, in, 0);
  int32_t row = KP_UNO_ARG(sal_Int32, in, 1);
  return part(in, column, row, column, row, &area) &&
         fake_return(in, new_of(&cell_class, ((range *)in->state)->document, &area));
}

static bool get_range(kp_uno_incoming *in) {
  fake_area area;
  return part(in, KP_UNO_ARG(sal_Int32, in, 0), KP_UNO_ARG(sal_Int32, in, 1),
              KP_UNO_ARG(sal_Int32, in, 2), KP_UNO_ARG(sal_Int32, in, 3), &area) &&
         fake_return(in, fake_range_new(((range *)in->state)->document, &area));
}

/* "B3" or "B3:C4" of this sheet. */
static bool get_by_name(kp_uno_incoming *in) {
  range *of = in->state;
  char *text = fake_text_argument(in, 0);
  fake_formula formula;
  fake_area area;
  fake_formula_read(of->document, text, &of->area, &formula);
  bool good = fake_formula_range(&formula, &area);
  fake_formula_clear(&formula);
  if (!good)
    kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "no range %s", text);
  free(text);
  return good && fake_return(in, fake_range_new(of->document, &area));
}

static bool get_spreadsheet(kp_uno_incoming *in) {
  range *of = in->state;
  return fake_return(in, fake_sheet_new(of->document, of->area.sheet));
}

static bool get_address(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!read_here(in, &of, &sheet))
    return false;
  *(kp_uno_cell_range_address *)in->result =
      (kp_uno_cell_range_address){(sal_Int16)fake_sheet_index(of->document, of->area.sheet),
                                  of->area.left, of->area.top, of->area.right, of->area.bottom};
  return true;
}

static bool get_cell_address(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!read_here(in, &of, &sheet))
    return false;
  *(kp_uno_cell_address *)in->result = (kp_uno_cell_address){
      (sal_Int16)fake_sheet_index(of->document, of->area.sheet), of->area.left, of->area.top};
  return true;
}

static bool get_data(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!read_here(in, &of, &sheet))
    return false;
  *(uno_Sequence **)in->result = fake_take_data(of->document, &of->area);
  return true;
}

static bool set_data(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  return read_here(in, &of, &sheet) &&
         fake_put_data(of->document, &of->area, KP_UNO_ARG(uno_Sequence *, in, 0), in->error);
}

static bool get_formulas(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!read_here(in, &of, &sheet))
    return false;
  *(uno_Sequence **)in->result = fake_take_formulas(of->document, &of->area);
  return true;
}

static bool set_formulas(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!read_here(in, &of, &sheet))
    return false;
  const uno_Sequence *data = KP_UNO_ARG(uno_Sequence *, in, 0);
  for (int32_t r = 0; r < data->nElements; r++) {
    const uno_Sequence *line = KP_UNO_ELEMENTS(uno_Sequence *const, data)[r];
    for (int32_t c = 0; c < line->nElements; c++) {
      int32_t column = of->area.left + c;
      int32_t row = of->area.top + r;
      const fake_area at = {of->area.sheet, column, row, column, row};
      char *text = kp_uno_string_utf8(KP_UNO_ELEMENTS(rtl_uString *const, line)[c]);
      fake_put_formula(of->document, &at, text);
      free(text);
    }
  }
  return true;
}

static bool get_lines(kp_uno_incoming *in, bool columns) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  return read_here(in, &of, &sheet) &&
         fake_return(in, fake_lines_new(of->document, &of->area, columns));
}

static bool get_rows(kp_uno_incoming *in) {
  return get_lines(in, false);
}

static bool get_columns(kp_uno_incoming *in) {
  return get_lines(in, true);
}

/* --------------------------------------------------------------------------------------- queries
 */

/* Rows of the area for which `counts` says yes, as ranges. */
static bool query(kp_uno_incoming *in,
                  bool (*counts)(fake_document *, const fake_sheet *, const fake_area *, int flags),
                  int flags) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  fake_area *areas = NULL;
  size_t count = 0;
  if (!read_here(in, &of, &sheet))
    return false;
  int32_t last = of->area.bottom < sheet->line_count ? of->area.bottom : sheet->line_count - 1;
  last = flags == 0 ? of->area.bottom < 200000 ? of->area.bottom : last : last;
  for (int32_t row = of->area.top; row <= last; row++) {
    const fake_area line = {of->area.sheet, of->area.left, row, of->area.right, row};
    if (!counts(of->document, sheet, &line, flags))
      continue;
    if (count > 0 && areas[count - 1].bottom == row - 1)
      areas[count - 1].bottom = row;
    else
      *FAKE_APPEND(areas, count) = line;
  }
  uno_Interface *found = fake_ranges_new(of->document, areas, count);
  free(areas);
  return fake_return(in, found);
}

static bool is_visible(fake_document *document, const fake_sheet *sheet, const fake_area *line,
                       int flags) {
  (void)document;
  (void)flags;
  return line->top >= sheet->line_count || !sheet->lines[line->top].hidden;
}

/* CellFlags: numbers 1, dates 2, texts 4, formulas 16. */
static bool has_content(fake_document *document, const fake_sheet *sheet, const fake_area *line,
                        int flags) {
  bool has = false;
  (void)document;
  for (int32_t c = line->left; !has && c <= line->right && c < sheet->lines[line->top].width; c++) {
    fake_kind kind = sheet->lines[line->top].cells[c].kind;
    has = (kind == FAKE_NUMBER && (flags & 3) != 0) || (kind == FAKE_TEXT && (flags & 4) != 0) ||
          (kind == FAKE_FORMULA && (flags & 16) != 0);
  }
  return has;
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

static bool get_is_merged(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  bool merged = false;
  if (!read_here(in, &of, &sheet))
    return false;
  for (size_t i = 0; i < sheet->merged_count; i++)
    merged = merged || overlaps(&sheet->merged[i], &of->area);
  return fake_return_bool(in, merged);
}

static bool merge(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  size_t kept = 0;
  if (!read_here(in, &of, &sheet))
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
  if (!read_here(in, &of, &sheet))
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
  if (!read_here(in, &of, &sheet))
    return false;
  for (size_t i = 0; i < sheet->array_count; i++)
    if (overlaps(&sheet->arrays[i], &of->area))
      text = "{=1}";
  return kp_uno_return_string(in, text);
}

static bool set_array_formula(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!read_here(in, &of, &sheet))
    return false;
  *FAKE_APPEND(sheet->arrays, sheet->array_count) = of->area;
  return true;
}

/* ----------------------------------------------------------------------------------------- cells
 */

static fake_area here(const kp_uno_incoming *in) {
  return ((const range *)in->state)->area;
}

static bool set_string(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!read_here(in, &of, &sheet))
    return false;
  char *text = fake_text_argument(in, 0);
  const fake_area at = here(in);
  fake_put_text(of->document, &at, text);
  free(text);
  return true;
}

static bool get_string(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!read_here(in, &of, &sheet))
    return false;
  char *text = fake_take_shown(of->document, &of->area);
  bool good = kp_uno_return_string(in, text);
  free(text);
  return good;
}

static bool set_value(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!read_here(in, &of, &sheet))
    return false;
  const fake_area at = here(in);
  fake_put_number(of->document, &at, KP_UNO_ARG(double, in, 0));
  return true;
}

static bool get_value(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!read_here(in, &of, &sheet))
    return false;
  fake_value value = fake_cell_value(of->document, of->area.sheet, of->area.left, of->area.top);
  *(double *)in->result = value.kind == FAKE_VALUE_NUMBER ? value.number : 0;
  fake_value_clear(&value);
  return true;
}

static bool set_formula(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!read_here(in, &of, &sheet))
    return false;
  char *text = fake_text_argument(in, 0);
  const fake_area at = here(in);
  fake_put_formula(of->document, &at, text);
  free(text);
  return true;
}

static bool get_formula(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!read_here(in, &of, &sheet))
    return false;
  char *text = fake_take_formula(of->document, fake_cell_at(sheet, of->area.left, of->area.top));
  bool good = kp_uno_return_string(in, text);
  free(text);
  return good;
}

static bool get_type(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  return read_here(in, &of, &sheet) &&
         fake_return_long(in, (int32_t)fake_cell_at(sheet, of->area.left, of->area.top)->kind);
}

static bool get_error(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!read_here(in, &of, &sheet))
    return false;
  fake_value value = fake_cell_value(of->document, of->area.sheet, of->area.left, of->area.top);
  bool bad = value.kind == FAKE_VALUE_ERROR;
  fake_value_clear(&value);
  return fake_return_long(in, bad ? 524 : 0);
}

/* --------------------------------------------------------------------------------------- sheets */

static bool get_name(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  return read_here(in, &of, &sheet) && kp_uno_return_string(in, sheet->name);
}

static bool set_name(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!read_here(in, &of, &sheet))
    return false;
  char *name = fake_text_argument(in, 0);
  const fake_sheet *other = fake_sheet_by_name(of->document, name);
  bool good = other == NULL || other == sheet;
  if (good) {
    fake_record_all(of->document);
    free(sheet->name);
    sheet->name = fake_copy(name);
    fake_changed(of->document, &of->area);
  } else {
    kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "the name is taken");
  }
  free(name);
  return good;
}

static bool create_cursor(kp_uno_incoming *in) {
  range *of = in->state;
  return fake_return(in, fake_cursor_new(of->document, &of->area));
}

static bool create_cursor_by_range(kp_uno_incoming *in) {
  fake_document *document = NULL;
  fake_area area;
  return fake_area_of(KP_UNO_ARG(uno_Interface *, in, 0), &document, &area)
             ? fake_return(in, fake_cursor_new(document, &area))
             : kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "no range");
}

/* With content: formats alone do not count. */
static bool goto_end(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!read_here(in, &of, &sheet))
    return false;
  fake_sheet_used(sheet, &of->area.right, &of->area.bottom);
  if (!KP_UNO_ARG(sal_Bool, in, 0)) {
    of->area.left = of->area.right;
    of->area.top = of->area.bottom;
  }
  return true;
}

static bool goto_start(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!read_here(in, &of, &sheet))
    return false;
  of->area.left = 0;
  of->area.top = 0;
  if (!KP_UNO_ARG(sal_Bool, in, 0)) {
    of->area.right = 0;
    of->area.bottom = 0;
  }
  return true;
}

static bool is_protected(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  return read_here(in, &of, &sheet) && fake_return_bool(in, sheet->protected);
}

static bool protect(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!read_here(in, &of, &sheet))
    return false;
  sheet->protected = true;
  return true;
}

static bool unprotect(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!read_here(in, &of, &sheet))
    return false;
  sheet->protected = false;
  return true;
}

static fake_area area_from(fake_document *document, const kp_uno_cell_range_address *address,
                           int sheet) {
  (void)document;
  return (fake_area){sheet, address->start_column, address->start_row, address->end_column,
                     address->end_row};
}

static kp_uno_cell_range_address address_of(fake_document *document, const fake_area *area) {
  return (kp_uno_cell_range_address){(sal_Int16)fake_sheet_index(document, area->sheet), area->left,
                                     area->top, area->right, area->bottom};
}

static bool set_print_areas(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  const uno_Sequence *list = KP_UNO_ARG(uno_Sequence *, in, 0);
  if (!read_here(in, &of, &sheet))
    return false;
  fake_record_all(of->document);
  sheet->print.sheet = 0;
  if (list->nElements > 0)
    sheet->print =
        area_from(of->document, KP_UNO_ELEMENTS(const kp_uno_cell_range_address, list), sheet->id);
  fake_changed(of->document, &of->area);
  return true;
}

static bool get_print_areas(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!read_here(in, &of, &sheet))
    return false;
  bool has = sheet->print.sheet != 0;
  uno_Sequence *list = kp_uno_sequence_new("[]" RANGE_ADDRESS, has);
  if (has)
    *KP_UNO_ELEMENTS(kp_uno_cell_range_address, list) = address_of(of->document, &sheet->print);
  *(uno_Sequence **)in->result = list;
  return true;
}

static bool set_title_rows(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!read_here(in, &of, &sheet))
    return false;
  sheet->title_rows = area_from(of->document, in->args[0], sheet->id);
  return true;
}

static bool get_title_rows(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!read_here(in, &of, &sheet))
    return false;
  *(kp_uno_cell_range_address *)in->result = address_of(of->document, &sheet->title_rows);
  return true;
}

static bool get_print_title_rows(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  return read_here(in, &of, &sheet) && fake_return_bool(in, sheet->title_rows.sheet != 0);
}

static bool set_print_title_rows(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!read_here(in, &of, &sheet))
    return false;
  sheet->title_rows.sheet = KP_UNO_ARG(sal_Bool, in, 0) ? sheet->id : 0;
  return true;
}

/* ----------------------------------------------------------------------------------------- tables
 */

extern const fake_property fake_range_properties[];
extern const size_t fake_range_property_count;
extern const fake_property fake_sheet_properties[];
extern const size_t fake_sheet_property_count;

static void finalize(void *state) {
  range *of = state;
  fake_document *document = of->document;
  for (size_t i = 0; i < document->live_count; i++)
    if (document->live[i] == &of->area)
      document->live[i--] = document->live[--document->live_count];
  fake_document_release(document);
}

static const kp_uno_row rows[] = {
    {"com.sun.star.table.XCellRange::getCellByPosition", get_cell, NULL},
    {"com.sun.star.table.XCellRange::getCellRangeByPosition", get_range, NULL},
    {"com.sun.star.table.XCellRange::getCellRangeByName", get_by_name, NULL},
    {"com.sun.star.sheet.XSheetCellRange::getSpreadsheet", get_spreadsheet, NULL},
    {"com.sun.star.sheet.XCellRangeAddressable::getRangeAddress", get_address, NULL},
    {"com.sun.star.sheet.XCellAddressable::getCellAddress", get_cell_address, NULL},
    {"com.sun.star.sheet.XCellRangeData::getDataArray", get_data, NULL},
    {"com.sun.star.sheet.XCellRangeData::setDataArray", set_data, NULL},
    {"com.sun.star.sheet.XCellRangeFormula::getFormulaArray", get_formulas, NULL},
    {"com.sun.star.sheet.XCellRangeFormula::setFormulaArray", set_formulas, NULL},
    {"com.sun.star.table.XColumnRowRange::getRows", get_rows, NULL},
    {"com.sun.star.table.XColumnRowRange::getColumns", get_columns, NULL},
    {"com.sun.star.sheet.XCellRangesQuery::queryVisibleCells", query_visible, NULL},
    {"com.sun.star.sheet.XCellRangesQuery::queryContentCells", query_content, NULL},
    {"com.sun.star.util.XMergeable::getIsMerged", get_is_merged, NULL},
    {"com.sun.star.util.XMergeable::merge", merge, NULL},
    {"com.sun.star.sheet.XArrayFormulaRange::getArrayFormula", get_array_formula, NULL},
    {"com.sun.star.sheet.XArrayFormulaRange::setArrayFormula", set_array_formula, NULL},
    {"com.sun.star.text.XTextRange::getString", get_string, NULL},
    {"com.sun.star.text.XTextRange::setString", set_string, NULL},
    {"com.sun.star.table.XCell::getValue", get_value, NULL},
    {"com.sun.star.table.XCell::setValue", set_value, NULL},
    {"com.sun.star.table.XCell::getFormula", get_formula, NULL},
    {"com.sun.star.table.XCell::setFormula", set_formula, NULL},
    {"com.sun.star.table.XCell::getType", get_type, NULL},
    {"com.sun.star.table.XCell::getError", get_error, NULL},
    {"com.sun.star.container.XNamed::getName", get_name, NULL},
    {"com.sun.star.container.XNamed::setName", set_name, NULL},
    {"com.sun.star.sheet.XSpreadsheet::createCursor", create_cursor, NULL},
    {"com.sun.star.sheet.XSpreadsheet::createCursorByRange", create_cursor_by_range, NULL},
    {"com.sun.star.sheet.XUsedAreaCursor::gotoEndOfUsedArea", goto_end, NULL},
    {"com.sun.star.sheet.XUsedAreaCursor::gotoStartOfUsedArea", goto_start, NULL},
    {"com.sun.star.sheet.XSheetCellCursor::collapseToMergedArea", collapse_to_merged, NULL},
    {"com.sun.star.util.XProtectable::isProtected", is_protected, NULL},
    {"com.sun.star.util.XProtectable::protect", protect, NULL},
    {"com.sun.star.util.XProtectable::unprotect", unprotect, NULL},
    {"com.sun.star.sheet.XPrintAreas::setPrintAreas", set_print_areas, NULL},
    {"com.sun.star.sheet.XPrintAreas::getPrintAreas", get_print_areas, NULL},
    {"com.sun.star.sheet.XPrintAreas::setTitleRows", set_title_rows, NULL},
    {"com.sun.star.sheet.XPrintAreas::getTitleRows", get_title_rows, NULL},
    {"com.sun.star.sheet.XPrintAreas::getPrintTitleRows", get_print_title_rows, NULL},
    {"com.sun.star.sheet.XPrintAreas::setPrintTitleRows", set_print_title_rows, NULL},
};

#define RANGE_INTERFACES                                                                           \
  "com.sun.star.sheet.XSheetCellRange", "com.sun.star.sheet.XCellRangeAddressable",                \
      "com.sun.star.sheet.XCellRangeData", "com.sun.star.sheet.XCellRangeFormula",                 \
      "com.sun.star.table.XColumnRowRange", "com.sun.star.sheet.XCellRangesQuery",                 \
      "com.sun.star.util.XMergeable", "com.sun.star.sheet.XArrayFormulaRange",                     \
      "com.sun.star.beans.XPropertySet"

static const char *const range_interfaces[] = {RANGE_INTERFACES, NULL};
static const char *const cell_interfaces[] = {RANGE_INTERFACES, "com.sun.star.table.XCell",
                                              "com.sun.star.text.XTextRange",
                                              "com.sun.star.sheet.XCellAddressable", NULL};
static const char *const sheet_interfaces[] = {RANGE_INTERFACES,
                                               "com.sun.star.sheet.XSpreadsheet",
                                               "com.sun.star.container.XNamed",
                                               "com.sun.star.util.XProtectable",
                                               "com.sun.star.sheet.XPrintAreas",
                                               NULL};
static const char *const cursor_interfaces[] = {RANGE_INTERFACES,
                                                "com.sun.star.sheet.XSheetCellCursor",
                                                "com.sun.star.sheet.XUsedAreaCursor", NULL};

#define CLASS(name, list)                                                                          \
  {                                                                                                \
    .table = {                                                                                     \
      .implementation = name,                                                                      \
      .interfaces = list,                                                                          \
      FAKE_ROWS(rows),                                                                             \
      .state_size = sizeof(range),                                                                 \
      .finalize = finalize                                                                         \
    }                                                                                              \
  }

static fake_class range_class = CLASS("CellRange", range_interfaces);
static fake_class cell_class = CLASS("Cell", cell_interfaces);
static fake_class sheet_class = CLASS("Sheet", sheet_interfaces);
static fake_class cursor_class = CLASS("Cursor", cursor_interfaces);

static uno_Interface *new_of(fake_class *class, fake_document *document, const fake_area *area) {
  void *state = NULL;
  class->properties = class == &sheet_class ? fake_sheet_properties : fake_range_properties;
  class->property_count =
      class == &sheet_class ? fake_sheet_property_count : fake_range_property_count;
  uno_Interface *made = fake_object_new(class, &state);
  range *of = state;
  of->document = document;
  of->area = *area;
  document->references++;
  *FAKE_APPEND(document->live, document->live_count) = &of->area;
  return made;
}

uno_Interface *fake_range_new(fake_document *document, const fake_area *area) {
  return new_of(&range_class, document, area);
}

uno_Interface *fake_sheet_new(fake_document *document, int sheet) {
  const fake_area all = {sheet, 0, 0, FAKE_COLUMNS_MAX - 1, FAKE_ROWS_MAX - 1};
  return new_of(&sheet_class, document, &all);
}

uno_Interface *fake_cursor_new(fake_document *document, const fake_area *area) {
  return new_of(&cursor_class, document, area);
}

bool fake_area_of(uno_Interface *object, fake_document **document, fake_area *area) {
  fake_class *const classes[] = {&range_class, &cell_class, &sheet_class, &cursor_class};
  range *of = NULL;
  for (size_t i = 0; of == NULL && i < sizeof classes / sizeof *classes; i++)
    of = fake_object_state(object, classes[i]);
  if (of != NULL) {
    *document = of->document;
    *area = of->area;
  }
  return of != NULL;
}
