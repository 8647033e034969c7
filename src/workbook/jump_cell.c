/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Showing a cell by its place, for rows that have no ID to find them by. */
#include "kernpunt/workbook.h"

bool kp_workbook_jump_cell(kp_uno_error *error, const kp_document *document, const char *sheet,
                           const char *cell) {
  static kp_uno_method get_sheets =
      KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheetDocument::getSheets");
  static kp_uno_method by_name = KP_UNO_METHOD("com.sun.star.container.XNameAccess::getByName");
  static kp_uno_method by_address =
      KP_UNO_METHOD("com.sun.star.table.XCellRange::getCellRangeByName");
  static kp_uno_method show = KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheetView::setActiveSheet");
  static kp_uno_method select = KP_UNO_METHOD("com.sun.star.view.XSelectionSupplier::select");
  uno_Interface *sheets = NULL;
  uno_Interface *found = NULL;
  uno_Interface *range = NULL;
  sal_Bool selected = 0;
  bool visible = true;
  uno_Any any;
  uno_Any wanted;
  kp_uno_any_init(&any);
  kp_uno_any_init(&wanted);
  bool good = kp_uno_call(error, document->model, &get_sheets, &sheets) &&
              kp_uno_call(error, sheets, &by_name, &any, sheet) &&
              kp_uno_any_get_interface(&any, &found) &&
              kp_uno_call(error, found, &by_address, &range, cell[0] != '\0' ? cell : "A1") &&
              kp_uno_property_get_bool(error, found, "IsVisible", &visible) &&
              (visible || kp_uno_property_set_bool(error, found, "IsVisible", true)) &&
              kp_uno_call(error, document->controller, &show, NULL, found) &&
              kp_uno_any_set_interface(&wanted, "com.sun.star.table.XCellRange", range, error) &&
              kp_uno_call(error, document->controller, &select, &selected, &wanted);
  kp_uno_any_clear(&wanted);
  kp_uno_any_clear(&any);
  kp_uno_release(range);
  kp_uno_release(found);
  kp_uno_release(sheets);
  return good && selected;
}
