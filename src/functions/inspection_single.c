/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell, as thousands of single cells with NPS.SEGMENT ask for. Every object the office hands
 * over costs more than the judgement itself, so the range is asked and nothing is fetched from it:
 * no sheet, no cursor, no list of formats. */
#include "inspect.h"

#include <stdlib.h>
#include <string.h>

enum { FORMAT_LOGICAL = 1024 /* com.sun.star.util.NumberFormat.LOGICAL */ };

static bool address_of(kp_uno_error *error, uno_Interface *range, bool *single) {
  static kp_uno_method get =
      KP_UNO_METHOD("com.sun.star.sheet.XCellRangeAddressable::getRangeAddress");
  kp_uno_cell_range_address a;
  bool good = kp_uno_call(error, range, &get, &a);
  *single = good && a.start_row == a.end_row && a.start_column == a.end_column;
  return good;
}

/* A number is a truth value when its format says so. Key 0 is the general format. */
static bool is_logical(kp_uno_error *error, uno_Interface *document, uno_Interface *range,
                       bool *logical) {
  static kp_uno_method get_formats =
      KP_UNO_METHOD("com.sun.star.util.XNumberFormatsSupplier::getNumberFormats");
  static kp_uno_method get_format = KP_UNO_METHOD("com.sun.star.util.XNumberFormats::getByKey");
  uno_Interface *formats = NULL;
  uno_Interface *format = NULL;
  int32_t key = 0;
  int32_t type = 0;
  bool good = kp_uno_property_get_long(error, range, "NumberFormat", &key);
  if (good && key != 0)
    good = kp_uno_call(error, document, &get_formats, &formats) &&
           kp_uno_call(error, formats, &get_format, &format, (int)key) &&
           kp_uno_property_get_long(error, format, "Type", &type);
  *logical = (type & FORMAT_LOGICAL) != 0;
  kp_uno_release(format);
  kp_uno_release(formats);
  return good;
}

/* In the general format a formula's truth value is a 0 or 1 that is shown as a word. */
static bool shows_word(kp_uno_error *error, uno_Interface *range, bool *word) {
  static kp_uno_method get_formulas =
      KP_UNO_METHOD("com.sun.star.sheet.XCellRangeFormula::getFormulaArray");
  static kp_uno_method get_cell = KP_UNO_METHOD("com.sun.star.table.XCellRange::getCellByPosition");
  static kp_uno_method get_string = KP_UNO_METHOD("com.sun.star.text.XTextRange::getString");
  uno_Sequence *formulas = NULL;
  uno_Interface *cell = NULL;
  char *text = NULL;
  *word = false;
  bool good = kp_uno_call(error, range, &get_formulas, &formulas);
  const uno_Sequence *row = good ? KP_UNO_ELEMENTS(uno_Sequence *, formulas)[0] : NULL;
  const rtl_uString *formula = good ? KP_UNO_ELEMENTS(rtl_uString *, (uno_Sequence *)row)[0] : NULL;
  if (good && formula->length > 0 && (formula->buffer[0] == '=' || formula->buffer[0] == '{')) {
    good = kp_uno_call(error, range, &get_cell, &cell, 0, 0) &&
           kp_uno_call(error, cell, &get_string, &text);
    *word = good && text[0] != '\0' && strpbrk(text, "0123456789") == NULL;
  }
  free(text);
  kp_uno_release(cell);
  kp_uno_sequence_free(formulas, "[][]string");
  return good;
}

static bool number_kind(kp_uno_error *error, uno_Interface *document, uno_Interface *range,
                        kp_single_cell *cell) {
  bool logical = false;
  bool good = is_logical(error, document, range, &logical);
  if (good && !logical && (cell->number == 0 || cell->number == 1))
    good = shows_word(error, range, &logical);
  cell->kind = logical ? KP_CELL_BOOLEAN : KP_CELL_NUMBER;
  return good;
}

/* The number of the error the cell shows. */
static bool error_of(kp_uno_error *error, uno_Interface *range, kp_single_cell *out) {
  static kp_uno_method get_cell = KP_UNO_METHOD("com.sun.star.table.XCellRange::getCellByPosition");
  static kp_uno_method get_error = KP_UNO_METHOD("com.sun.star.table.XCell::getError");
  uno_Interface *cell = NULL;
  sal_Int32 number = 0;
  bool good = kp_uno_call(error, range, &get_cell, &cell, 0, 0) &&
              kp_uno_call(error, cell, &get_error, &number);
  kp_uno_release(cell);
  out->error = number > 0 ? (kp_calc_error)number : KP_CALC_VALUE;
  return good;
}

kp_calc_error kp_inspection_single(uno_Interface *document, uno_Interface *range,
                                   kp_single_cell *cell) {
  static kp_uno_method get_data = KP_UNO_METHOD("com.sun.star.sheet.XCellRangeData::getDataArray");
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_Sequence *data = NULL;
  memset(cell, 0, sizeof *cell);
  bool good = address_of(&error, range, &cell->single);
  if (good && cell->single && kp_uno_call(&error, range, &get_data, &data)) {
    const uno_Any *value = KP_UNO_ELEMENTS(uno_Any, KP_UNO_ELEMENTS(uno_Sequence *, data)[0]);
    switch (value->pType->eTypeClass) {
    case typelib_TypeClass_DOUBLE:
      cell->number = kp_functions_cell_number(value);
      good = number_kind(&error, document, range, cell);
      break;
    case typelib_TypeClass_STRING:
      cell->kind = kp_functions_cell_blank(value) ? KP_CELL_BLANK : KP_CELL_TEXT;
      break;
    default: /* getDataArray leaves an error cell void */
      cell->kind = KP_CELL_ERROR;
      good = error_of(&error, range, cell);
    }
    kp_uno_sequence_free(data, "[][]any");
  } else if (cell->single) {
    good = false;
  }
  return good ? KP_CALC_OK : KP_CALC_VALUE;
}
