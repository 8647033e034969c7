/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets and cursors. */
#include "range.h"

#include <stdlib.h>
#include <string.h>

static bool get_name(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  return fake_range_here(in, &of, &sheet) && kp_uno_return_string(in, sheet->name);
}

static bool set_name(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!fake_range_here(in, &of, &sheet))
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
  if (!fake_range_here(in, &of, &sheet))
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
  if (!fake_range_here(in, &of, &sheet))
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
  return fake_range_here(in, &of, &sheet) && fake_return_bool(in, sheet->protected);
}

static bool protect(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!fake_range_here(in, &of, &sheet))
    return false;
  sheet->protected = true;
  return true;
}

static bool unprotect(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!fake_range_here(in, &of, &sheet))
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
  if (!fake_range_here(in, &of, &sheet))
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
  if (!fake_range_here(in, &of, &sheet))
    return false;
  bool has = sheet->print.sheet != 0;
  uno_Sequence *list = kp_uno_sequence_new("[]com.sun.star.table.CellRangeAddress", has);
  if (has)
    *KP_UNO_ELEMENTS(kp_uno_cell_range_address, list) = address_of(of->document, &sheet->print);
  *(uno_Sequence **)in->result = list;
  return true;
}

static bool set_title_rows(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!fake_range_here(in, &of, &sheet))
    return false;
  sheet->title_rows = area_from(of->document, in->args[0], sheet->id);
  return true;
}

static bool get_title_rows(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!fake_range_here(in, &of, &sheet))
    return false;
  *(kp_uno_cell_range_address *)in->result = address_of(of->document, &sheet->title_rows);
  return true;
}

static bool get_print_title_rows(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  return fake_range_here(in, &of, &sheet) && fake_return_bool(in, sheet->title_rows.sheet != 0);
}

static bool set_print_title_rows(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!fake_range_here(in, &of, &sheet))
    return false;
  sheet->title_rows.sheet = KP_UNO_ARG(sal_Bool, in, 0) ? sheet->id : 0;
  return true;
}

static bool get_notes(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  return fake_range_here(in, &of, &sheet) &&
         fake_return(in, fake_notes_new(of->document, sheet->id));
}

/* With looks and notes; relative addresses move along. */
static bool copy_range(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  const kp_uno_cell_address *to = in->args[0];
  const kp_uno_cell_range_address *from = in->args[1];
  if (!fake_range_here(in, &of, &sheet))
    return false;
  int32_t width = from->end_column - from->start_column + 1;
  int32_t height = from->end_row - from->start_row + 1;
  const fake_area target = {sheet->id, to->column, to->row, to->column + width - 1,
                            to->row + height - 1};
  fake_record_cells(of->document, &target);
  for (int32_t i = 0; i < width * height; i++) {
    int32_t column = i % width;
    int32_t row = i / width;
    fake_cell copy;
    fake_cell_copy(&copy, fake_cell_at(sheet, from->start_column + column, from->start_row + row));
    fake_formula_move(&copy.formula, to->column - from->start_column, to->row - from->start_row);
    fake_cell *cell = fake_cell_make(sheet, to->column + column, to->row + row);
    fake_cell_free(cell);
    *cell = copy;
  }
  fake_changed(of->document, &target);
  return true;
}

static const kp_uno_row rows[] = {
    {"com.sun.star.container.XNamed::getName", get_name, NULL},
    {"com.sun.star.container.XNamed::setName", set_name, NULL},
    {"com.sun.star.sheet.XSpreadsheet::createCursor", create_cursor, NULL},
    {"com.sun.star.sheet.XSpreadsheet::createCursorByRange", create_cursor_by_range, NULL},
    {"com.sun.star.sheet.XUsedAreaCursor::gotoEndOfUsedArea", goto_end, NULL},
    {"com.sun.star.sheet.XUsedAreaCursor::gotoStartOfUsedArea", goto_start, NULL},
    {"com.sun.star.sheet.XSheetAnnotationsSupplier::getAnnotations", get_notes, NULL},
    {"com.sun.star.sheet.XCellRangeMovement::copyRange", copy_range, NULL},
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
const fake_rows fake_sheet_rows = {FAKE_ROW_LIST(rows)};
