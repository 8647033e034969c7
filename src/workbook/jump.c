/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Showing a cell of the workbook. */
#include "cells.h"
#include "grid.h"
#include "kernpunt/workbook.h"

bool kp_workbook_jump(kp_uno_error *error, const kp_document *document, const char *table,
                      const char *id, const char *column) {
  static kp_uno_method select = KP_UNO_METHOD("com.sun.star.view.XSelectionSupplier::select");
  static kp_uno_method show = KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheetView::setActiveSheet");
  const kp_method_table *wanted = kp_method_find_table(document->method, table);
  kp_registry registry = {NULL, 0};
  kp_grid grid = {.sheet = NULL};
  uno_Interface *cell = NULL;
  sal_Bool selected = 0;
  int32_t row = -1;
  uno_Any any;
  kp_uno_any_init(&any);
  bool good =
      (wanted != NULL || kp_uno_error_set(error, KP_UNO_ILLEGAL_ARGUMENT, "no table %s", table)) &&
      kp_registry_read(error, document->model, &registry) &&
      kp_grid_find(error, document->model, &registry, wanted, &grid) &&
      (grid.sheet != NULL ||
       kp_uno_error_set(error, KP_UNO_ILLEGAL_ARGUMENT, "no sheet for %s", table)) &&
      kp_grid_row_of(error, &grid, id, &row, NULL) &&
      (row >= 0 || kp_uno_error_set(error, KP_UNO_ILLEGAL_ARGUMENT, "no row %s", id));
  if (good) {
    int32_t at = column != NULL ? kp_grid_shown(&grid, wanted, column) : grid.id;
    at = at >= 0 ? at : grid.id;
    good = kp_cells_range(error, grid.sheet, at, row, at, row, &cell) &&
           kp_uno_property_set_bool(error, grid.sheet, "IsVisible", true) &&
           kp_uno_call(error, document->controller, &show, NULL, grid.sheet) &&
           kp_uno_any_set_interface(&any, "com.sun.star.table.XCellRange", cell, error) &&
           kp_uno_call(error, document->controller, &select, &selected, &any);
  }
  kp_uno_any_clear(&any);
  kp_uno_release(cell);
  kp_grid_clear(&grid);
  kp_registry_clear(&registry);
  return good && selected;
}
