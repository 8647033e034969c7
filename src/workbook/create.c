/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making the sheet of actions. Everything but styles and freezing is undoable. */
#include "table.h"

#include "format.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Rows of a new sheet: header, anchor with the keys, end line. */
enum { HEADER, ANCHOR, END };

static bool set_style(kp_uno_error *error, uno_Interface *sheet, int32_t row, const char *style) {
  uno_Interface *range = NULL;
  bool good = kp_cells_range(error, sheet, 0, row, KP_TABLE_COLUMNS - 1, row, &range) &&
              kp_uno_property_set_string(error, range, "CellStyle", style);
  kp_uno_release(range);
  return good;
}

static bool write_column(kp_uno_error *error, uno_Interface *sheet, uno_Interface *columns, int i,
                         kp_language language, int32_t text_format, int32_t date_format) {
  enum { TOP = 1 }; /* table::CellVertJustify2 */
  const kp_table_column_info *info = &kp_table_columns[i];
  uno_Interface *column = NULL;
  uno_Interface *cells = NULL;
  bool good = kp_cells_set_text(error, sheet, i, HEADER, kp_text_get(info->title, language)) &&
              kp_cells_by_index(error, columns, i, &column) &&
              kp_uno_property_set_long(error, column, "Width", info->width) &&
              kp_cells_range(error, sheet, i, ANCHOR, i, END, &cells) &&
              kp_uno_property_set_long(error, cells, "VertJustify", TOP);
  if (good && info->kind != KP_TABLE_FORMULA)
    good = kp_uno_property_set_long(error, cells, "NumberFormat",
                                    info->kind == KP_TABLE_DATE ? date_format : text_format);
  if (good && i == KP_TABLE_ACTION)
    good = kp_uno_property_set_bool(error, cells, "IsTextWrapped", true);
  good = good && kp_cells_set_text(error, sheet, i, ANCHOR, info->key);
  kp_uno_release(cells);
  kp_uno_release(column);
  return good;
}

static bool write_columns(kp_uno_error *error, uno_Interface *model, uno_Interface *sheet,
                          kp_language language) {
  static kp_uno_method get_columns =
      KP_UNO_METHOD("com.sun.star.table.XColumnRowRange::getColumns");
  uno_Interface *columns = NULL;
  int32_t text_format = 0;
  int32_t date_format = 0;
  bool good = kp_format_key(error, model, "@", &text_format) &&
              kp_format_key(error, model, "YYYY-MM-DD", &date_format) &&
              kp_uno_call(error, sheet, &get_columns, &columns);
  for (int i = 0; good && i < KP_TABLE_COLUMNS; i++)
    good = write_column(error, sheet, columns, i, language, text_format, date_format);
  kp_uno_release(columns);
  return good;
}

static bool write_statuses(kp_uno_error *error, uno_Interface *sheet, kp_language language) {
  char words[200] = "";
  size_t used = 0;
  for (int status = 0; status < KP_STATUS_COUNT; status++) {
    int length = snprintf(words + used, sizeof words - used, "%s\"%s\"", status > 0 ? ";" : "",
                          kp_status_text((kp_status)status, language));
    if (length < 0 || (size_t)length >= sizeof words - used)
      return kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "the list of statuses is too long");
    used += (size_t)length;
  }
  uno_Interface *range = NULL;
  bool good = kp_cells_range(error, sheet, KP_TABLE_STATUS, ANCHOR, KP_TABLE_STATUS, END, &range) &&
              kp_format_list(error, range, words);
  kp_uno_release(range);
  return good;
}

/* Deadline to days overdue light up while the latter is a number above zero. */
static bool write_overdue(kp_uno_error *error, uno_Interface *sheet) {
  char column[8];
  char formula[40];
  uno_Interface *range = NULL;
  kp_cells_column_name(KP_TABLE_OVERDUE, column);
  snprintf(formula, sizeof formula, "N($%s%d)>0", column, ANCHOR + 1);
  bool good =
      kp_cells_range(error, sheet, KP_TABLE_DEADLINE, ANCHOR, KP_TABLE_OVERDUE, END, &range) &&
      kp_format_condition(error, range, formula, KP_STYLE_OVERDUE);
  kp_uno_release(range);
  return good;
}

/* The name replaces one whose cells are gone: no table was found by it. */
static bool write_name(kp_uno_error *error, uno_Interface *model, uno_Interface *sheet,
                       const char *sheet_name) {
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.sheet.XNamedRanges::addNewByName");
  static kp_uno_method remove = KP_UNO_METHOD("com.sun.star.sheet.XNamedRanges::removeByName");
  kp_uno_cell_range_address where;
  uno_Interface *names = NULL;
  char last[8];
  char content[128];
  bool has = false;
  kp_cells_column_name(KP_TABLE_COLUMNS - 1, last);
  snprintf(content, sizeof content, "$'%s'.$A$%d:$%s$%d", sheet_name, ANCHOR + 1, last, END + 1);
  bool good = kp_cells_address(error, sheet, &where) &&
              kp_uno_property_get_interface(error, model, "NamedRanges", &names) &&
              kp_cells_has_name(error, names, KP_WORKBOOK_ACTIONS, &has) &&
              (!has || kp_uno_call(error, names, &remove, NULL, KP_WORKBOOK_ACTIONS));
  if (good) {
    kp_uno_cell_address origin = {where.sheet, 0, 0};
    good = kp_uno_call(error, names, &add, NULL, KP_WORKBOOK_ACTIONS, content, &origin, 0);
  }
  kp_uno_release(names);
  return good;
}

static bool hide_anchor(kp_uno_error *error, uno_Interface *sheet) {
  static kp_uno_method get_rows = KP_UNO_METHOD("com.sun.star.table.XColumnRowRange::getRows");
  uno_Interface *rows = NULL;
  uno_Interface *row = NULL;
  bool good = kp_uno_call(error, sheet, &get_rows, &rows) &&
              kp_cells_by_index(error, rows, ANCHOR, &row) &&
              kp_uno_property_set_bool(error, row, "IsVisible", false);
  kp_uno_release(row);
  kp_uno_release(rows);
  return good;
}

/* Panes freeze in the active sheet only: go there and back. A view that refuses is no reason to
 * lose an action. */
static void freeze_header(uno_Interface *controller, uno_Interface *sheet) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheetView::getActiveSheet");
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheetView::setActiveSheet");
  static kp_uno_method freeze =
      KP_UNO_METHOD("com.sun.star.sheet.XViewFreezable::freezeAtPosition");
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  uno_Interface *before = NULL;
  if (kp_uno_call(&ignored, controller, &get, &before) &&
      kp_uno_call(&ignored, controller, &set, NULL, sheet)) {
    kp_uno_call(&ignored, controller, &freeze, NULL, 0, HEADER + 1);
    kp_uno_call(&ignored, controller, &set, NULL, before);
  }
  kp_uno_release(before);
}

static bool insert_sheet(kp_uno_error *error, uno_Interface *model, const char *name,
                         uno_Interface **sheet) {
  static kp_uno_method get_count = KP_UNO_METHOD("com.sun.star.container.XIndexAccess::getCount");
  static kp_uno_method insert = KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheets::insertNewByName");
  uno_Interface *sheets = NULL;
  sal_Int32 count = 0;
  bool good = kp_cells_sheets(error, model, &sheets) &&
              kp_uno_call(error, sheets, &get_count, &count) &&
              kp_uno_call(error, sheets, &insert, NULL, name, (int)count) &&
              kp_cells_by_name(error, sheets, name, sheet);
  kp_uno_release(sheets);
  return good;
}

static bool fill_sheet(kp_uno_error *error, uno_Interface *model, uno_Interface *sheet,
                       const char *name, kp_language language) {
  return write_columns(error, model, sheet, language) && write_statuses(error, sheet, language) &&
         kp_cells_set_text(error, sheet, KP_TABLE_ID, END, KP_WORKBOOK_END) &&
         kp_cells_set_text(error, sheet, KP_TABLE_ACTION, END,
                           kp_text_get(KP_TEXT_MARKER_WORDS, language)) &&
         set_style(error, sheet, HEADER, KP_STYLE_HEADER) &&
         set_style(error, sheet, END, KP_STYLE_END) && write_overdue(error, sheet) &&
         write_name(error, model, sheet, name) && hide_anchor(error, sheet);
}

bool kp_table_create(kp_uno_error *error, uno_Interface *model, uno_Interface *controller,
                     const char *name, kp_language language, kp_table *table) {
  uno_Interface *sheet = NULL;
  bool good = kp_format_styles(error, model) && insert_sheet(error, model, name, &sheet);
  table->sheet = sheet;
  table->anchor = ANCHOR;
  for (int i = 0; i < KP_TABLE_COLUMNS; i++)
    table->columns[i] = i;
  good = good && fill_sheet(error, model, sheet, name, language);
  if (good && controller != NULL)
    freeze_header(controller, sheet);
  return good;
}
