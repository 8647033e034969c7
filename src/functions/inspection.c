/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a range object: used area, blocks of cells, which cells hold truth values. */
#include "inspect.h"

#include <stdlib.h>
#include <string.h>

enum {
  BLOCK_CELLS = 65536,
  FORMAT_LOGICAL = 1024, /* com.sun.star.util.NumberFormat.LOGICAL */
  CELLS_FORMULA = 16     /* com.sun.star.sheet.CellFlags.FORMULA */
};
static const char range_addresses[] = "[]com.sun.star.table.CellRangeAddress";

static bool address_of(kp_uno_error *error, uno_Interface *range,
                       kp_uno_cell_range_address *address) {
  static kp_uno_method get =
      KP_UNO_METHOD("com.sun.star.sheet.XCellRangeAddressable::getRangeAddress");
  return kp_uno_call(error, range, &get, address);
}

static bool used_area(kp_uno_error *error, uno_Interface *sheet, kp_uno_cell_range_address *used) {
  static kp_uno_method create_cursor =
      KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheet::createCursor");
  static kp_uno_method go_to_end =
      KP_UNO_METHOD("com.sun.star.sheet.XUsedAreaCursor::gotoEndOfUsedArea");
  uno_Interface *cursor = NULL;
  bool good = kp_uno_call(error, sheet, &create_cursor, &cursor) &&
              kp_uno_call(error, cursor, &go_to_end, NULL, false) &&
              address_of(error, cursor, used);
  kp_uno_release(cursor);
  return good;
}

static uint64_t cells_in(const kp_uno_cell_range_address *a) {
  return ((uint64_t)(a->end_column - a->start_column) + 1) *
         ((uint64_t)(a->end_row - a->start_row) + 1);
}

static bool measure(kp_uno_error *error, kp_inspection *inspection) {
  static kp_uno_method get_sheet =
      KP_UNO_METHOD("com.sun.star.sheet.XSheetCellRange::getSpreadsheet");
  uno_Interface *sheet = NULL;
  kp_uno_cell_range_address range;
  kp_uno_cell_range_address whole;
  kp_uno_cell_range_address used;
  bool good = address_of(error, inspection->range, &range) &&
              kp_uno_call(error, inspection->range, &get_sheet, &sheet) &&
              address_of(error, sheet, &whole) && used_area(error, sheet, &used);
  kp_uno_release(sheet);
  if (!good)
    return false;
  int32_t last_row = used.end_row < range.end_row ? used.end_row : range.end_row;
  int32_t last_column = used.end_column < range.end_column ? used.end_column : range.end_column;
  inspection->first_row = range.start_row;
  inspection->first_column = range.start_column;
  if (last_row >= range.start_row && last_column >= range.start_column) {
    inspection->rows = (size_t)(last_row - range.start_row) + 1;
    inspection->columns = (size_t)(last_column - range.start_column) + 1;
  }
  bool full = (range.start_row == 0 && range.end_row == whole.end_row) ||
              (range.start_column == 0 && range.end_column == whole.end_column);
  if (!full)
    inspection->outside = cells_in(&range) - inspection->rows * inspection->columns;
  return true;
}

static bool part_of(kp_uno_error *error, const kp_inspection *inspection, size_t top, size_t bottom,
                    uno_Interface **part) {
  static kp_uno_method get_part =
      KP_UNO_METHOD("com.sun.star.table.XCellRange::getCellRangeByPosition");
  return kp_uno_call(error, inspection->range, &get_part, part, 0, (int)top,
                     (int)inspection->columns - 1, (int)bottom);
}

static bool keep_addresses(kp_uno_error *error, kp_areas *areas, uno_Interface *ranges) {
  static kp_uno_method get =
      KP_UNO_METHOD("com.sun.star.sheet.XSheetCellRanges::getRangeAddresses");
  uno_Sequence *addresses = NULL;
  if (!kp_uno_call(error, ranges, &get, &addresses))
    return false;
  size_t count = (size_t)addresses->nElements;
  size_t size = sizeof *areas->items;
  kp_uno_cell_range_address *grown = realloc(areas->items, (areas->count + count + 1) * size);
  if (grown != NULL) {
    areas->items = grown;
    memcpy(grown + areas->count, addresses->elements, count * size);
    areas->count += count;
  }
  kp_uno_sequence_free(addresses, range_addresses);
  return grown != NULL || kp_uno_error_memory(error);
}

static bool find_formulas(kp_uno_error *error, kp_inspection *inspection, uno_Interface *part) {
  static kp_uno_method query =
      KP_UNO_METHOD("com.sun.star.sheet.XCellRangesQuery::queryContentCells");
  uno_Interface *ranges = NULL;
  bool good = kp_uno_call(error, part, &query, &ranges, (int)CELLS_FORMULA) &&
              keep_addresses(error, &inspection->formulas, ranges);
  kp_uno_release(ranges);
  return good;
}

static bool is_logical(kp_uno_error *error, uno_Interface *formats, uno_Interface *ranges,
                       bool *logical) {
  static kp_uno_method get_format = KP_UNO_METHOD("com.sun.star.util.XNumberFormats::getByKey");
  uno_Interface *format = NULL;
  int32_t key = 0;
  int32_t type = 0;
  bool good = kp_uno_property_get_long(error, ranges, "NumberFormat", &key) &&
              kp_uno_call(error, formats, &get_format, &format, (int)key) &&
              kp_uno_property_get_long(error, format, "Type", &type);
  *logical = (type & FORMAT_LOGICAL) != 0;
  kp_uno_release(format);
  return good;
}

/* A truth value is a number that is shown as one: the cell's number format tells, or, for a
 * formula in a cell of the general format, its text on the sheet. */
static bool find_booleans(kp_uno_error *error, kp_inspection *inspection, uno_Interface *document) {
  static kp_uno_method get_formats =
      KP_UNO_METHOD("com.sun.star.util.XNumberFormatsSupplier::getNumberFormats");
  static kp_uno_method get_unique = KP_UNO_METHOD(
      "com.sun.star.sheet.XUniqueCellFormatRangesSupplier::getUniqueCellFormatRanges");
  static kp_uno_method get_count = KP_UNO_METHOD("com.sun.star.container.XIndexAccess::getCount");
  static kp_uno_method get_by_index =
      KP_UNO_METHOD("com.sun.star.container.XIndexAccess::getByIndex");
  uno_Interface *formats = NULL;
  uno_Interface *part = NULL;
  uno_Interface *unique = NULL;
  sal_Int32 count = 0;
  bool good = kp_uno_call(error, document, &get_formats, &formats) &&
              part_of(error, inspection, 0, inspection->rows - 1, &part) &&
              find_formulas(error, inspection, part) &&
              kp_uno_call(error, part, &get_unique, &unique) &&
              kp_uno_call(error, unique, &get_count, &count);
  for (sal_Int32 i = 0; good && i < count; i++) {
    uno_Any element;
    uno_Interface *ranges = NULL;
    bool logical = false;
    good = kp_uno_call(error, unique, &get_by_index, &element, (int)i);
    if (good) {
      good = kp_uno_any_get_interface(&element, &ranges) &&
             is_logical(error, formats, ranges, &logical) &&
             (!logical || keep_addresses(error, &inspection->booleans, ranges));
      uno_any_destruct(&element, NULL);
      kp_uno_release(ranges);
    }
  }
  kp_uno_release(unique);
  kp_uno_release(part);
  kp_uno_release(formats);
  return good;
}

kp_calc_error kp_inspection_start(kp_inspection *inspection, uno_Interface *document,
                                  uno_Interface *range) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  memset(inspection, 0, sizeof *inspection);
  inspection->range = range;
  bool good = measure(&error, inspection) &&
              (inspection->rows == 0 || find_booleans(&error, inspection, document));
  return good ? KP_CALC_OK : KP_CALC_VALUE;
}

void kp_inspection_end(kp_inspection *inspection) {
  free(inspection->booleans.items);
  free(inspection->formulas.items);
  inspection->booleans = inspection->formulas = (kp_areas){NULL, 0};
}

kp_calc_error kp_inspection_walk(const kp_inspection *inspection, kp_functions_cell_visitor visit,
                                 void *target) {
  static kp_uno_method get_data = KP_UNO_METHOD("com.sun.star.sheet.XCellRangeData::getDataArray");
  kp_uno_error error = KP_UNO_NO_ERROR;
  size_t block = inspection->columns > 0 ? BLOCK_CELLS / inspection->columns + 1 : 1;
  bool good = true;
  for (size_t top = 0; good && top < inspection->rows; top += block) {
    size_t end = inspection->rows - top > block ? top + block : inspection->rows;
    uno_Interface *part = NULL;
    uno_Sequence *data = NULL;
    good = part_of(&error, inspection, top, end - 1, &part) &&
           kp_uno_call(&error, part, &get_data, &data);
    if (good) {
      for (size_t row = top; row < end; row++) {
        const uno_Sequence *cells = KP_UNO_ELEMENTS(uno_Sequence *, data)[row - top];
        const uno_Any *cell = (const uno_Any *)(const void *)cells->elements;
        for (size_t column = 0; column < inspection->columns; column++)
          visit(target, row, column, cell + column);
      }
      kp_uno_sequence_free(data, "[][]any");
    }
    kp_uno_release(part);
  }
  return good ? KP_CALC_OK : KP_CALC_VALUE;
}

static bool lies_in(const kp_areas *areas, int32_t column, int32_t row) {
  for (size_t i = 0; i < areas->count; i++) {
    const kp_uno_cell_range_address *a = &areas->items[i];
    if (row >= a->start_row && row <= a->end_row && column >= a->start_column &&
        column <= a->end_column)
      return true;
  }
  return false;
}

static bool cell_at(kp_uno_error *error, const kp_inspection *inspection, size_t row, size_t column,
                    uno_Interface **cell) {
  static kp_uno_method get_cell = KP_UNO_METHOD("com.sun.star.table.XCellRange::getCellByPosition");
  return kp_uno_call(error, inspection->range, &get_cell, cell, (int)column, (int)row);
}

/* True when the cell shows words where its value is a number. */
static bool shows_word(const kp_inspection *inspection, size_t row, size_t column) {
  static kp_uno_method get_string = KP_UNO_METHOD("com.sun.star.text.XTextRange::getString");
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_Interface *cell = NULL;
  char *text = NULL;
  bool word = cell_at(&error, inspection, row, column, &cell) &&
              kp_uno_call(&error, cell, &get_string, &text) && text[0] != '\0' &&
              strpbrk(text, "0123456789") == NULL;
  free(text);
  kp_uno_release(cell);
  return word;
}

static bool is_boolean(const kp_inspection *inspection, size_t row, size_t column, double value) {
  int32_t y = inspection->first_row + (int32_t)row;
  int32_t x = inspection->first_column + (int32_t)column;
  if (lies_in(&inspection->booleans, x, y))
    return true;
  return (value == 0 || value == 1) && lies_in(&inspection->formulas, x, y) &&
         shows_word(inspection, row, column);
}

kp_functions_cell_kind kp_inspection_kind(const kp_inspection *inspection, size_t row,
                                          size_t column, const uno_Any *cell) {
  switch (cell->pType->eTypeClass) {
  case typelib_TypeClass_DOUBLE:
    return is_boolean(inspection, row, column, *(const double *)cell->pData) ? KP_CELL_BOOLEAN
                                                                             : KP_CELL_NUMBER;
  case typelib_TypeClass_BOOLEAN:
    return KP_CELL_BOOLEAN;
  case typelib_TypeClass_STRING:
    return kp_functions_cell_blank(cell) ? KP_CELL_BLANK : KP_CELL_TEXT;
  default:
    return KP_CELL_ERROR; /* getDataArray leaves an error cell void */
  }
}

kp_calc_error kp_inspection_error(const kp_inspection *inspection, size_t row, size_t column) {
  static kp_uno_method get_error = KP_UNO_METHOD("com.sun.star.table.XCell::getError");
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_Interface *cell = NULL;
  sal_Int32 number = 0;
  bool good = cell_at(&error, inspection, row, column, &cell) &&
              kp_uno_call(&error, cell, &get_error, &number);
  kp_uno_release(cell);
  return good && number > 0 ? (kp_calc_error)number : KP_CALC_VALUE;
}
