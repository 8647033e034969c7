/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new gap below one that somebody filled. */
#include "place.h"

#include "cells.h"

/* The separator still lies where it belongs, and the gap is no longer empty. */
static bool is_filled(kp_uno_error *error, const kp_grid *grid, bool *filled) {
  kp_rows rows;
  *filled = false;
  if (grid->bottom <= grid->header)
    return true;
  bool good = kp_rows_read(error, grid, &rows);
  if (good && rows.count > 0)
    *filled = rows.sheet[rows.count - 1] == grid->bottom && rows.end == grid->bottom + 2;
  kp_rows_clear(&rows);
  return good;
}

static bool grow_range(kp_uno_error *error, uno_Interface *model, const kp_method_table *table) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.sheet.XDatabaseRange::getDataArea");
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.sheet.XDatabaseRange::setDataArea");
  char name[2 * KP_GRID_TOKEN_SIZE];
  kp_uno_cell_range_address where;
  uno_Interface *ranges = NULL;
  uno_Interface *range = NULL;
  kp_grid_range_name(table, name);
  bool good = kp_uno_property_get_interface(error, model, "DatabaseRanges", &ranges) &&
              kp_cells_by_name(error, ranges, name, &range) &&
              kp_uno_call(error, range, &get, &where);
  if (good) {
    where.end_row++;
    good = kp_uno_call(error, range, &set, NULL, &where);
  }
  kp_uno_release(range);
  kp_uno_release(ranges);
  return good;
}

static bool grow_print(kp_uno_error *error, const kp_grid *grid) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.sheet.XPrintAreas::getPrintAreas");
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.sheet.XPrintAreas::setPrintAreas");
  uno_Sequence *areas = NULL;
  bool good = kp_uno_call(error, grid->sheet, &get, &areas);
  bool any = false;
  for (sal_Int32 i = 0; good && i < areas->nElements; i++) {
    kp_uno_cell_range_address *area = &KP_UNO_ELEMENTS(kp_uno_cell_range_address, areas)[i];
    if (area->start_row <= grid->header && area->end_row == grid->bottom) {
      area->end_row++;
      any = true;
    }
  }
  good = good && (!any || kp_uno_call(error, grid->sheet, &set, NULL, areas));
  kp_uno_sequence_free(areas, "[]com.sun.star.table.CellRangeAddress");
  return good;
}

bool kp_place_mend(kp_uno_error *error, uno_Interface *model, const kp_method_table *table,
                   kp_grid *grid, bool *mended) {
  bool filled = false;
  bool changed = false;
  *mended = false;
  if (!is_filled(error, grid, &filled))
    return false;
  if (!filled)
    return true;
  *mended = true;
  bool good = kp_cells_insert_rows(error, grid->sheet, grid->bottom + 1, 1) &&
              kp_cells_show_row(error, grid->sheet, grid->bottom + 1, true, &changed) &&
              grow_range(error, model, table) && grow_print(error, grid);
  grid->bottom += good;
  return good;
}
