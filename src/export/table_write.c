/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table onto a sheet, with its looks. */
#include "table.h"

#include <stdlib.h>
#include <string.h>

enum { INK = 0x1F2A38, GREY = 0x5A6068, HEADER_GROUND = 0xD5DEE9, LINE = 0x9AA3AD };

/* ------------------------------------------------------------------------------ one cell's content
 */

static bool put_content(kp_uno_error *error, uno_Interface *range, const kp_export_cell *cell) {
  static kp_uno_method at = KP_UNO_METHOD("com.sun.star.table.XCellRange::getCellByPosition");
  static kp_uno_method set_words = KP_UNO_METHOD("com.sun.star.text.XTextRange::setString");
  static kp_uno_method set_number = KP_UNO_METHOD("com.sun.star.table.XCell::setValue");
  static kp_uno_method set_formula = KP_UNO_METHOD("com.sun.star.table.XCell::setFormula");
  static kp_uno_method set_array =
      KP_UNO_METHOD("com.sun.star.sheet.XArrayFormulaRange::setArrayFormula");
  uno_Interface *one = NULL;
  bool good = kp_uno_call(error, range, &at, &one, 0, 0);
  if (good && cell->kind == KP_EXPORT_WORDS)
    good = kp_uno_call(error, one, &set_words, NULL, cell->text);
  else if (good && cell->kind == KP_EXPORT_NUMBER)
    good = kp_uno_call(error, one, &set_number, NULL, cell->number);
  else if (good && cell->kind == KP_EXPORT_FORMULA)
    good = kp_uno_call(error, one, &set_formula, NULL, cell->text);
  else if (good && cell->kind == KP_EXPORT_ARRAY)
    good = kp_uno_call(error, range, &set_array, NULL, cell->text);
  kp_uno_release(one);
  return good;
}

/* ---------------------------------------------------------------------------------------- looks
 */

static const char *const formats[KP_EXPORT_LOOKS] = {
    [KP_EXPORT_COUNT] = "0", [KP_EXPORT_SCORE] = "+0;−0;0", [KP_EXPORT_SHARE] = "0 %",
    [KP_EXPORT_P] = "0.000", [KP_EXPORT_DECIMAL] = "0.0",   [KP_EXPORT_DAY] = "D MMM YYYY",
};

static bool align(kp_uno_error *error, uno_Interface *range, bool right) {
  enum { LEFT = 1, RIGHT = 3 };
  return kp_export_set_enum(error, range, "HoriJustify", "com.sun.star.table.CellHoriJustify",
                            right ? RIGHT : LEFT);
}

static bool bold(kp_uno_error *error, uno_Interface *range) {
  enum { BOLD = 150 };
  return kp_uno_property_set_double(error, range, "CharWeight", BOLD);
}

static bool head(kp_uno_error *error, uno_Interface *range, bool right) {
  return bold(error, range) && align(error, range, right) &&
         kp_uno_property_set_long(error, range, "CharColor", INK) &&
         kp_uno_property_set_long(error, range, "CellBackColor", HEADER_GROUND);
}

/* Words behind a column of numbers keep away from it. */
static bool indent(kp_uno_error *error, uno_Interface *range) {
  enum { AWAY = 250 };
  return align(error, range, false) && kp_uno_property_set_short(error, range, "ParaIndent", AWAY);
}

static bool put_look(kp_uno_error *error, uno_Interface *model, uno_Interface *range,
                     kp_export_look look, bool behind) {
  int32_t key = 0;
  if (formats[look] != NULL)
    return kp_export_number_format(error, model, formats[look], &key) &&
           kp_uno_property_set_long(error, range, "NumberFormat", key) &&
           (look == KP_EXPORT_DAY ? align(error, range, false) : align(error, range, true));
  switch (look) {
  case KP_EXPORT_TITLE:
    return bold(error, range) && kp_export_set_float(error, range, "CharHeight", 12);
  case KP_EXPORT_HEAD:
  case KP_EXPORT_HEADN:
    return head(error, range, look == KP_EXPORT_HEADN) && (!behind || indent(error, range));
  case KP_EXPORT_VERDICT:
    return indent(error, range);
  case KP_EXPORT_SMALL:
    return kp_export_set_float(error, range, "CharHeight", 8.5F) &&
           kp_uno_property_set_long(error, range, "CharColor", GREY);
  default:
    return true;
  }
}

/* A line above the total, and its words bold. */
static bool put_total(kp_uno_error *error, uno_Interface *sheet, const kp_export_table *table) {
  uno_Interface *range = NULL;
  kp_uno_border_line line = {.color = LINE, .outer_line_width = 18};
  uno_Any any;
  kp_uno_any_init(&any);
  if (table->total < 0)
    return true;
  bool good =
      kp_export_range(error, sheet, table->left, table->top + table->total,
                      table->left + table->columns - 1, table->top + table->total, &range) &&
      bold(error, range) && kp_uno_any_set(&any, "com.sun.star.table.BorderLine", &line, error) &&
      kp_uno_property_set(error, range, "TopBorder", &any);
  kp_uno_any_clear(&any);
  kp_uno_release(range);
  return good;
}

bool kp_export_write(kp_uno_error *error, uno_Interface *model, uno_Interface *sheet,
                     const kp_export_table *table) {
  bool good = true;
  for (int row = 0; good && row < table->rows; row++)
    for (int column = 0; good && column < table->columns; column++) {
      const kp_export_cell *cell = kp_export_at(table, column, row);
      int32_t x = table->left + column;
      int32_t y = table->top + row;
      uno_Interface *range = NULL;
      if (cell->kind == KP_EXPORT_NOTHING)
        continue;
      good =
          kp_export_range(error, sheet, x, y, x, y, &range) &&
          put_look(error, model, range, cell->look, column > 0 && cell->look == KP_EXPORT_HEAD) &&
          put_content(error, range, cell);
      kp_uno_release(range);
    }
  return good && put_total(error, sheet, table);
}

/* An array formula can only be replaced as a whole: its cells are emptied first. */
bool kp_export_settle(kp_uno_error *error, uno_Interface *sheet, int32_t left, int32_t top,
                      int32_t right, int32_t bottom) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.sheet.XCellRangeData::getDataArray");
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.sheet.XCellRangeData::setDataArray");
  static kp_uno_method clear = KP_UNO_METHOD("com.sun.star.sheet.XSheetOperation::clearContents");
  enum { FORMULAS = 16 };
  uno_Interface *range = NULL;
  uno_Sequence *data = NULL;
  bool good = kp_export_range(error, sheet, left, top, right, bottom, &range) &&
              kp_uno_call(error, range, &get, &data) &&
              kp_uno_call(error, range, &clear, NULL, FORMULAS) &&
              kp_uno_call(error, range, &set, NULL, data);
  kp_uno_sequence_free(data, "[][]any");
  kp_uno_release(range);
  return good;
}
