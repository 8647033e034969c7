/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the check says of our formulas: names of groups that only look alike, and whole columns. It
 * reads people's own sheets, and nothing there is ever mended. */
#include "cells.h"
#include "check.h"
#include "check_calls.h"
#include "check_names.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  FORMULAS = 16,     /* com.sun.star.sheet.CellFlags.FORMULA */
  MOST_RANGES = 200, /* different ranges of names in one workbook */
  SEEN = 256
};
static const char addresses_type[] = "[]com.sun.star.table.CellRangeAddress";

typedef struct look {
  const kp_document *document;
  kp_check *check;
  uno_Interface *sheets;
  uno_Interface *sheet; /* with the formulas at hand */
  char *sheet_name;
  char *asked[MOST_RANGES]; /* ranges of this sheet, as they stand in its formulas */
  size_t asked_count;
  kp_uno_cell_range_address read[MOST_RANGES];
  size_t read_count;
} look;

static bool tell(kp_uno_error *error, look *of, const char *sheet, int32_t column, int32_t row,
                 kp_text text, const char *first, const char *second) {
  char letters[8];
  char cell[24];
  kp_cells_column_name(column, letters);
  snprintf(cell, sizeof cell, "%s%d", letters, (int)row + 1);
  char *message = kp_text_fill(text, of->document->language, first, second);
  char *where = kp_text_copy(sheet);
  bool slow = text == KP_TEXT_CHECK_WHOLE_COLUMN;
  char rule[] = "formula_names";
  char tip[] = "formula_column";
  kp_check_item item = {.severity = slow ? KP_METHOD_TIP : KP_METHOD_WARN,
                        .rule = slow ? tip : rule,
                        .sheet = where,
                        .cell = cell,
                        .message = message};
  bool good = message != NULL && where != NULL ? kp_check_add(error, of->check, &item)
                                               : kp_uno_error_memory(error);
  free(where);
  free(message);
  return good;
}

/* ---------------------------------------------------------------------------- names of groups */

/* One name; `more` becomes false when the column holds no groups. */
static bool add_name(kp_uno_error *error, look *of, kp_names *names, const char *sheet,
                     int32_t column, int32_t row, const rtl_uString *string, bool *more) {
  const char *earlier = NULL;
  char *text = kp_uno_string_utf8(string);
  bool good = text != NULL || kp_uno_error_memory(error);
  kp_names_answer answer = good ? kp_names_add(names, text, &earlier) : KP_NAMES_FINE;
  if (answer == KP_NAMES_MEMORY)
    good = kp_uno_error_memory(error);
  else if (answer == KP_NAMES_BLANKS)
    good = tell(error, of, sheet, column, row, KP_TEXT_CHECK_NAME_BLANKS, earlier, text);
  else if (answer == KP_NAMES_CAPITALS)
    good = tell(error, of, sheet, column, row, KP_TEXT_CHECK_NAME_CAPITALS, earlier, text);
  *more = answer != KP_NAMES_MANY;
  free(text);
  return good;
}

static bool add_names(kp_uno_error *error, look *of, const char *sheet,
                      const kp_uno_cell_range_address *where, const uno_Sequence *data) {
  const rtl_uString *seen[SEEN] = {NULL}; /* Calc keeps equal texts once */
  kp_names names = {NULL, NULL, 0};
  bool good = true;
  bool more = true;
  for (sal_Int32 row = 0; good && more && row < data->nElements; row++) {
    const uno_Sequence *cells = KP_UNO_ELEMENTS(uno_Sequence *, (uno_Sequence *)data)[row];
    for (sal_Int32 column = 0; good && more && column < cells->nElements; column++) {
      const uno_Any *cell = KP_UNO_ELEMENTS(uno_Any, (uno_Sequence *)cells) + column;
      if (cell->pType->eTypeClass != typelib_TypeClass_STRING)
        continue;
      const rtl_uString *string = *(rtl_uString *const *)cell->pData;
      size_t place = ((uintptr_t)string >> 4) % SEEN;
      if (string->length == 0 || seen[place] == string)
        continue;
      seen[place] = string;
      good = add_name(error, of, &names, sheet, where->start_column + column,
                      where->start_row + row, string, &more);
    }
  }
  kp_names_clear(&names);
  return good;
}

static bool read_names(kp_uno_error *error, look *of, const kp_uno_cell_range_address *where) {
  uno_Interface *sheet = NULL;
  uno_Sequence *data = NULL;
  char *name = NULL;
  int32_t last_column = -1;
  int32_t last_row = -1;
  bool good = kp_cells_by_index(error, of->sheets, where->sheet, &sheet) &&
              kp_cells_name(error, sheet, &name) &&
              kp_cells_used(error, sheet, &last_column, &last_row);
  last_row = last_row < where->end_row ? last_row : where->end_row;
  last_column = last_column < where->end_column ? last_column : where->end_column;
  if (good && last_row >= where->start_row && last_column >= where->start_column)
    good = kp_cells_data(error, sheet, where->start_column, where->start_row, last_column, last_row,
                         &data) &&
           add_names(error, of, name, where, data);
  kp_uno_sequence_free(data, "[][]any");
  free(name);
  kp_uno_release(sheet);
  return good;
}

static bool same_place(const kp_uno_cell_range_address *a, const kp_uno_cell_range_address *b) {
  return a->sheet == b->sheet && a->start_column == b->start_column &&
         a->start_row == b->start_row && a->end_column == b->end_column && a->end_row == b->end_row;
}

/* The range of an argument, once for each sheet and once for each place. */
static bool check_names(kp_uno_error *error, look *of, kp_call_part argument) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.table.XCellRange::getCellRangeByName");
  kp_uno_error ignored = KP_UNO_NO_ERROR; /* an expression, a literal, another file: no range */
  kp_uno_cell_range_address where;
  uno_Interface *range = NULL;
  char *text = NULL;
  bool fresh = of->asked_count < MOST_RANGES && of->read_count < MOST_RANGES;
  for (size_t i = 0; fresh && i < of->asked_count; i++)
    fresh = strlen(of->asked[i]) != argument.length ||
            memcmp(of->asked[i], argument.text, argument.length) != 0;
  if (!fresh || argument.length == 0 || argument.text[0] == '"')
    return true;
  text = malloc(argument.length + 1);
  if (text == NULL)
    return kp_uno_error_memory(error);
  memcpy(text, argument.text, argument.length);
  text[argument.length] = '\0';
  of->asked[of->asked_count++] = text;
  bool found = kp_uno_call(&ignored, of->sheet, &get, &range, text) &&
               kp_cells_address(&ignored, range, &where);
  kp_uno_release(range);
  for (size_t i = 0; found && i < of->read_count; i++)
    found = !same_place(&of->read[i], &where);
  if (!found)
    return true;
  of->read[of->read_count++] = where;
  return read_names(error, of, &where);
}

/* ------------------------------------------------------------------------------------ formulas */

static bool has_call(const rtl_uString *formula) {
  for (sal_Int32 i = 0; i + 3 < formula->length; i++) {
    const sal_Unicode *c = formula->buffer + i;
    if ((c[0] == 'N' && c[1] == 'P' && c[2] == 'S' && c[3] == '.') ||
        (c[0] == 'C' && c[1] == 'X' && c[2] == '.'))
      return true;
  }
  return false;
}

/* `told` keeps a column of equal formulas from saying the same many times. */
static bool check_formula(kp_uno_error *error, look *of, int32_t column, int32_t row,
                          const rtl_uString *formula, bool *told) {
  char *text = kp_uno_string_utf8(formula);
  const char *at = text;
  kp_call call;
  bool good = text != NULL || kp_uno_error_memory(error);
  while (good && kp_call_next(&at, &call)) {
    for (size_t i = 0; good && i < call.count; i++) {
      kp_call_part part = call.argument[i];
      if (!*told && kp_call_whole_column(part)) {
        char name[48];
        char range[80];
        snprintf(name, sizeof name, "%.*s", (int)call.name.length, call.name.text);
        snprintf(range, sizeof range, "%.*s", part.length < 70 ? (int)part.length : 70, part.text);
        *told = true;
        good =
            tell(error, of, of->sheet_name, column, row, KP_TEXT_CHECK_WHOLE_COLUMN, name, range);
      }
      if (good && kp_call_is_group(&call, i))
        good = check_names(error, of, part);
    }
  }
  free(text);
  return good;
}

static bool check_block(kp_uno_error *error, look *of, const kp_uno_cell_range_address *where) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.sheet.XCellRangeFormula::getFormulaArray");
  uno_Interface *range = NULL;
  uno_Sequence *formulas = NULL;
  bool told = false;
  bool good = kp_cells_range(error, of->sheet, where->start_column, where->start_row,
                             where->end_column, where->end_row, &range) &&
              kp_uno_call(error, range, &get, &formulas);
  for (sal_Int32 row = 0; good && row < formulas->nElements; row++) {
    const uno_Sequence *cells = KP_UNO_ELEMENTS(uno_Sequence *, formulas)[row];
    for (sal_Int32 column = 0; good && column < cells->nElements; column++) {
      const rtl_uString *formula = KP_UNO_ELEMENTS(rtl_uString *, (uno_Sequence *)cells)[column];
      if (has_call(formula))
        good = check_formula(error, of, where->start_column + column, where->start_row + row,
                             formula, &told);
    }
  }
  kp_uno_sequence_free(formulas, "[][]string");
  kp_uno_release(range);
  return good;
}

static bool check_sheet(kp_uno_error *error, look *of) {
  static kp_uno_method query =
      KP_UNO_METHOD("com.sun.star.sheet.XCellRangesQuery::queryContentCells");
  static kp_uno_method get =
      KP_UNO_METHOD("com.sun.star.sheet.XSheetCellRanges::getRangeAddresses");
  uno_Interface *ranges = NULL;
  uno_Sequence *blocks = NULL;
  bool good = kp_cells_name(error, of->sheet, &of->sheet_name) &&
              kp_uno_call(error, of->sheet, &query, &ranges, (int)FORMULAS) &&
              kp_uno_call(error, ranges, &get, &blocks);
  for (sal_Int32 i = 0; good && i < blocks->nElements; i++)
    good = check_block(error, of, &KP_UNO_ELEMENTS(kp_uno_cell_range_address, blocks)[i]);
  kp_uno_sequence_free(blocks, addresses_type);
  kp_uno_release(ranges);
  for (size_t i = 0; i < of->asked_count; i++)
    free(of->asked[i]);
  of->asked_count = 0;
  free(of->sheet_name);
  of->sheet_name = NULL;
  return good;
}

bool kp_check_formulas(kp_uno_error *error, const kp_document *document, kp_check *check) {
  static kp_uno_method get_count = KP_UNO_METHOD("com.sun.star.container.XIndexAccess::getCount");
  look *of = calloc(1, sizeof *of);
  sal_Int32 count = 0;
  if (of == NULL)
    return kp_uno_error_memory(error);
  of->document = document;
  of->check = check;
  bool good = kp_cells_sheets(error, document->model, &of->sheets) &&
              kp_uno_call(error, of->sheets, &get_count, &count);
  for (sal_Int32 i = 0; good && i < count; i++) {
    good = kp_cells_by_index(error, of->sheets, i, &of->sheet) && check_sheet(error, of);
    kp_uno_release(of->sheet);
    of->sheet = NULL;
  }
  kp_uno_release(of->sheets);
  free(of);
  return good;
}
