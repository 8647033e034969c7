/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row that people are on. */
#include "cells.h"
#include "kernpunt/workbook.h"

bool kp_workbook_cursor(kp_uno_error *error, const kp_document *document, char **sheet,
                        int32_t *row) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.view.XSelectionSupplier::getSelection");
  static kp_uno_method of_range =
      KP_UNO_METHOD("com.sun.star.sheet.XSheetCellRange::getSpreadsheet");
  uno_Interface *selected = NULL;
  uno_Interface *cells = NULL;
  uno_Interface *owner = NULL;
  kp_uno_cell_range_address where = {0, 0, 0, 0, 0};
  uno_Any any;
  *sheet = NULL;
  *row = -1;
  kp_uno_any_init(&any);
  bool good = document->controller != NULL &&
              kp_uno_call(error, document->controller, &get, &any) &&
              kp_uno_any_get_interface(&any, &selected) && selected != NULL;
  /* A drawing is no range, and several of them are in no one row. */
  cells = good ? kp_uno_query(selected, "com.sun.star.sheet.XCellRangeAddressable") : NULL;
  good = cells != NULL && kp_cells_address(error, cells, &where) &&
         kp_uno_call(error, cells, &of_range, &owner) && owner != NULL &&
         kp_cells_name(error, owner, sheet);
  if (good)
    *row = where.start_row;
  kp_uno_any_clear(&any);
  kp_uno_release(owner);
  kp_uno_release(cells);
  kp_uno_release(selected);
  return good;
}
