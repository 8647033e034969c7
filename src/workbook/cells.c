/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short words for the calls on sheets, ranges and cells. */
#include "cells.h"

#include <stdlib.h>
#include <string.h>

/* An element out of the any that a container answered with. */
static bool take_element(kp_uno_error *error, uno_Any *answer, uno_Interface **element) {
  bool good = kp_uno_any_get_interface(answer, element) ||
              kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "the element is no object");
  kp_uno_any_clear(answer);
  return good;
}

bool kp_cells_by_index(kp_uno_error *error, uno_Interface *container, int32_t index,
                       uno_Interface **element) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.container.XIndexAccess::getByIndex");
  uno_Any answer;
  return kp_uno_call(error, container, &get, &answer, (int)index) &&
         take_element(error, &answer, element);
}

bool kp_cells_by_name(kp_uno_error *error, uno_Interface *container, const char *name,
                      uno_Interface **element) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.container.XNameAccess::getByName");
  uno_Any answer;
  return kp_uno_call(error, container, &get, &answer, name) &&
         take_element(error, &answer, element);
}

bool kp_cells_has_name(kp_uno_error *error, uno_Interface *container, const char *name, bool *has) {
  static kp_uno_method has_name = KP_UNO_METHOD("com.sun.star.container.XNameAccess::hasByName");
  sal_Bool answer = 0;
  if (!kp_uno_call(error, container, &has_name, &answer, name))
    return false;
  *has = answer != 0;
  return true;
}

bool kp_cells_sheets(kp_uno_error *error, uno_Interface *model, uno_Interface **sheets) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheetDocument::getSheets");
  return kp_uno_call(error, model, &get, sheets);
}

bool kp_cells_name(kp_uno_error *error, uno_Interface *named, char **name) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.container.XNamed::getName");
  return kp_uno_call(error, named, &get, name);
}

bool kp_cells_range(kp_uno_error *error, uno_Interface *sheet, int32_t left, int32_t top,
                    int32_t right, int32_t bottom, uno_Interface **range) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.table.XCellRange::getCellRangeByPosition");
  return kp_uno_call(error, sheet, &get, range, (int)left, (int)top, (int)right, (int)bottom);
}

bool kp_cells_address(kp_uno_error *error, uno_Interface *range, kp_uno_cell_range_address *where) {
  static kp_uno_method get =
      KP_UNO_METHOD("com.sun.star.sheet.XCellRangeAddressable::getRangeAddress");
  return kp_uno_call(error, range, &get, where);
}

bool kp_cells_used(kp_uno_error *error, uno_Interface *sheet, int32_t *column, int32_t *row) {
  static kp_uno_method create = KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheet::createCursor");
  static kp_uno_method go_end =
      KP_UNO_METHOD("com.sun.star.sheet.XUsedAreaCursor::gotoEndOfUsedArea");
  kp_uno_cell_range_address where;
  uno_Interface *cursor = NULL;
  bool good = kp_uno_call(error, sheet, &create, &cursor) &&
              kp_uno_call(error, cursor, &go_end, NULL, 0) &&
              kp_cells_address(error, cursor, &where);
  if (good) {
    *column = where.end_column;
    *row = where.end_row;
  }
  kp_uno_release(cursor);
  return good;
}

bool kp_cells_content(kp_uno_error *error, uno_Interface *sheet, int32_t left, int32_t top,
                      int32_t right, int32_t bottom, int content, uno_Sequence **ranges) {
  static kp_uno_method query =
      KP_UNO_METHOD("com.sun.star.sheet.XCellRangesQuery::queryContentCells");
  static kp_uno_method addresses =
      KP_UNO_METHOD("com.sun.star.sheet.XSheetCellRanges::getRangeAddresses");
  uno_Interface *range = NULL;
  uno_Interface *found = NULL;
  bool good = kp_cells_range(error, sheet, left, top, right, bottom, &range) &&
              kp_uno_call(error, range, &query, &found, content) &&
              kp_uno_call(error, found, &addresses, ranges);
  kp_uno_release(found);
  kp_uno_release(range);
  return good;
}

bool kp_cells_last(kp_uno_error *error, uno_Interface *sheet, int32_t left, int32_t top,
                   int32_t right, int32_t bottom, int32_t *last) {
  uno_Sequence *list = NULL;
  *last = top - 1;
  if (bottom < top)
    return true;
  bool good = kp_cells_content(error, sheet, left, top, right, bottom, KP_CELLS_FILLED, &list);
  for (sal_Int32 i = 0; good && i < list->nElements; i++) {
    int32_t end = KP_UNO_ELEMENTS(kp_uno_cell_range_address, list)[i].end_row;
    *last = end > *last ? end : *last;
  }
  kp_uno_sequence_free(list, "[]com.sun.star.table.CellRangeAddress");
  return good;
}

bool kp_cells_data(kp_uno_error *error, uno_Interface *sheet, int32_t left, int32_t top,
                   int32_t right, int32_t bottom, uno_Sequence **data) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.sheet.XCellRangeData::getDataArray");
  uno_Interface *range = NULL;
  bool good = kp_cells_range(error, sheet, left, top, right, bottom, &range) &&
              kp_uno_call(error, range, &get, data);
  kp_uno_release(range);
  return good;
}

/* One character of well-formed UTF-8, and the place behind it. */
static sal_uInt32 next_character(const char **at) {
  const unsigned char *byte = (const unsigned char *)*at;
  sal_uInt32 character = byte[0];
  int more = character < 0xC0 ? 0 : character < 0xE0 ? 1 : character < 0xF0 ? 2 : 3;
  int i = 1;
  character &= more == 0 ? 0xFFu : 0x3Fu >> more;
  for (; i <= more && byte[i] != '\0'; i++)
    character = character << 6 | (byte[i] & 0x3Fu);
  *at += i;
  return character;
}

/* The place behind the text with which a string begins; NULL when it does not begin so. */
static const sal_Unicode *skip_text(const rtl_uString *string, const char *text) {
  const sal_Unicode *unit = string->buffer;
  const sal_Unicode *end = unit + string->length;
  while (*text != '\0') {
    sal_uInt32 character = next_character(&text);
    if (character >= 0x10000) {
      if (end - unit < 2 || unit[0] != 0xD7C0 + (character >> 10) ||
          unit[1] != (0xDC00 | (character & 0x3FF)))
        return NULL;
      unit += 2;
    } else if (unit == end || *unit++ != character) {
      return NULL;
    }
  }
  return unit;
}

bool kp_cells_text_is(const rtl_uString *string, const char *text) {
  return skip_text(string, text) == string->buffer + string->length;
}

bool kp_cells_text_begins(const rtl_uString *string, const char *text) {
  return skip_text(string, text) != NULL;
}

bool kp_cells_is(const uno_Sequence *data, int32_t column, int32_t row, const char *text) {
  if (row >= data->nElements)
    return false;
  const uno_Sequence *line = KP_UNO_ELEMENTS(uno_Sequence *const, data)[row];
  if (column >= line->nElements)
    return false;
  const uno_Any *value = &KP_UNO_ELEMENTS(const uno_Any, line)[column];
  return value->pType->eTypeClass == typelib_TypeClass_STRING &&
         kp_cells_text_is(*(rtl_uString *const *)value->pData, text);
}

static bool get_cell(kp_uno_error *error, uno_Interface *sheet, int32_t column, int32_t row,
                     uno_Interface **cell) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.table.XCellRange::getCellByPosition");
  return kp_uno_call(error, sheet, &get, cell, (int)column, (int)row);
}

bool kp_cells_set_text(kp_uno_error *error, uno_Interface *sheet, int32_t column, int32_t row,
                       const char *text) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.text.XTextRange::setString");
  uno_Interface *cell = NULL;
  bool good =
      get_cell(error, sheet, column, row, &cell) && kp_uno_call(error, cell, &set, NULL, text);
  kp_uno_release(cell);
  return good;
}

bool kp_cells_set_number(kp_uno_error *error, uno_Interface *sheet, int32_t column, int32_t row,
                         double number) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.table.XCell::setValue");
  uno_Interface *cell = NULL;
  bool good =
      get_cell(error, sheet, column, row, &cell) && kp_uno_call(error, cell, &set, NULL, number);
  kp_uno_release(cell);
  return good;
}

bool kp_cells_set_formula(kp_uno_error *error, uno_Interface *sheet, int32_t column, int32_t row,
                          const char *formula) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.table.XCell::setFormula");
  uno_Interface *cell = NULL;
  bool good =
      get_cell(error, sheet, column, row, &cell) && kp_uno_call(error, cell, &set, NULL, formula);
  kp_uno_release(cell);
  return good;
}

void kp_cells_column_name(int32_t column, char name[8]) {
  char reversed[8];
  size_t length = 0;
  for (int32_t rest = column + 1; rest > 0 && length < 7; rest = (rest - 1) / 26)
    reversed[length++] = (char)('A' + (rest - 1) % 26);
  for (size_t i = 0; i < length; i++)
    name[i] = reversed[length - 1 - i];
  name[length] = '\0';
}

int32_t kp_cells_column_number(const char *name) {
  int32_t column = 0;
  size_t length = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if (length == 0 || length > 4 || name[length] != '\0')
    return -1;
  for (size_t i = 0; i < length; i++)
    column = 26 * column + (name[i] - 'A' + 1);
  return column - 1;
}

bool kp_cells_rows(kp_uno_error *error, uno_Interface *sheet, uno_Interface **rows) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.table.XColumnRowRange::getRows");
  return kp_uno_call(error, sheet, &get, rows);
}

bool kp_cells_insert_rows(kp_uno_error *error, uno_Interface *sheet, int32_t row, int32_t count) {
  static kp_uno_method insert = KP_UNO_METHOD("com.sun.star.table.XTableRows::insertByIndex");
  uno_Interface *rows = NULL;
  bool good = kp_cells_rows(error, sheet, &rows) &&
              kp_uno_call(error, rows, &insert, NULL, (int)row, (int)count);
  kp_uno_release(rows);
  return good;
}

bool kp_cells_remove_rows(kp_uno_error *error, uno_Interface *sheet, int32_t row, int32_t count) {
  static kp_uno_method remove = KP_UNO_METHOD("com.sun.star.table.XTableRows::removeByIndex");
  uno_Interface *rows = NULL;
  bool good = kp_cells_rows(error, sheet, &rows) &&
              kp_uno_call(error, rows, &remove, NULL, (int)row, (int)count);
  kp_uno_release(rows);
  return good;
}

bool kp_cells_show_row(kp_uno_error *error, uno_Interface *sheet, int32_t row, bool visible,
                       bool *changed) {
  uno_Interface *rows = NULL;
  uno_Interface *line = NULL;
  bool now = visible;
  bool good = kp_cells_rows(error, sheet, &rows) && kp_cells_by_index(error, rows, row, &line) &&
              kp_uno_property_get_bool(error, line, "IsVisible", &now) &&
              (now == visible || kp_uno_property_set_bool(error, line, "IsVisible", visible));
  *changed = good && now != visible;
  kp_uno_release(line);
  kp_uno_release(rows);
  return good;
}
