/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranges: parts of them, their data, their rows. */
#include "range.h"

#include <stdlib.h>
#include <string.h>

bool fake_here(kp_uno_incoming *in, fake_document **document, fake_area *area, fake_sheet **sheet) {
  range *of = NULL;
  bool good = fake_range_here(in, &of, sheet);
  *document = of->document;
  *area = of->area;
  return good;
}

bool fake_range_here(kp_uno_incoming *in, range **of, fake_sheet **sheet) {
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
  if (!fake_range_here(in, &of, &sheet))
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

/* Also of one whose sheet is gone. */
static bool get_address(kp_uno_incoming *in) {
  range *of = in->state;
  fake_sheet *sheet = NULL;
  if (of->area.sheet >= 0 && !fake_range_here(in, &of, &sheet))
    return false;
  *(kp_uno_cell_range_address *)in->result =
      (kp_uno_cell_range_address){(sal_Int16)fake_sheet_index(of->document, of->area.sheet),
                                  of->area.left, of->area.top, of->area.right, of->area.bottom};
  return true;
}

static bool get_cell_address(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!fake_range_here(in, &of, &sheet))
    return false;
  *(kp_uno_cell_address *)in->result = (kp_uno_cell_address){
      (sal_Int16)fake_sheet_index(of->document, of->area.sheet), of->area.left, of->area.top};
  return true;
}

static bool get_data(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!fake_range_here(in, &of, &sheet))
    return false;
  *(uno_Sequence **)in->result = fake_take_data(of->document, &of->area);
  return true;
}

static bool set_data(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  return fake_range_here(in, &of, &sheet) &&
         fake_put_data(of->document, &of->area, KP_UNO_ARG(uno_Sequence *, in, 0), in->error);
}

static bool get_formulas(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!fake_range_here(in, &of, &sheet))
    return false;
  *(uno_Sequence **)in->result = fake_take_formulas(of->document, &of->area);
  return true;
}

static bool set_formulas(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!fake_range_here(in, &of, &sheet))
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
  return fake_range_here(in, &of, &sheet) &&
         fake_return(in, fake_lines_new(of->document, &of->area, columns));
}

static bool get_rows(kp_uno_incoming *in) {
  return get_lines(in, false);
}

static bool get_columns(kp_uno_incoming *in) {
  return get_lines(in, true);
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
};

static const fake_rows *const cell_more[] = {&fake_query_rows, &fake_cell_rows, NULL};
static const fake_rows *const more[] = {&fake_query_rows, NULL};
static const fake_rows *const sheet_more[] = {&fake_query_rows, &fake_sheet_rows, NULL};

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
                                               "com.sun.star.sheet.XSheetAnnotationsSupplier",
                                               "com.sun.star.container.XNamed",
                                               "com.sun.star.util.XProtectable",
                                               "com.sun.star.sheet.XPrintAreas",
                                               NULL};
static const char *const cursor_interfaces[] = {RANGE_INTERFACES,
                                                "com.sun.star.sheet.XSheetCellCursor",
                                                "com.sun.star.sheet.XUsedAreaCursor", NULL};

#define CLASS(name, list, groups)                                                                  \
  {                                                                                                \
    .table = {.implementation = name,                                                              \
              .interfaces = list,                                                                  \
              FAKE_ROWS(rows),                                                                     \
              .state_size = sizeof(range),                                                         \
              .finalize = finalize},                                                               \
    .more = groups                                                                                 \
  }

static fake_class range_class = CLASS("CellRange", range_interfaces, more);
static fake_class cell_class = CLASS("Cell", cell_interfaces, cell_more);
static fake_class sheet_class = CLASS("Sheet", sheet_interfaces, sheet_more);
static fake_class cursor_class = CLASS("Cursor", cursor_interfaces, sheet_more);

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
