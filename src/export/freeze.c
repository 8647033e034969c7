/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formulas of ours become what they say now, and a copy of the file with the formulas stays beside
 * it. Other formulas stay: they go on counting with the numbers. */
#include "kernpunt/export.h"

#include "file.h"
#include "kernpunt/measure_plan.h"
#include "spot.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------------------------ the copy */

/* Name of the filter with which the document was loaded, malloc'ed. */
static char *filter_of(kp_uno_error *error, uno_Interface *model) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.frame.XModel::getArgs");
  uno_Sequence *list = NULL;
  char *name = NULL;
  if (!kp_uno_call(error, model, &get, &list))
    return NULL;
  const kp_uno_property_value *values = KP_UNO_ELEMENTS(const kp_uno_property_value, list);
  for (sal_Int32 i = 0; name == NULL && i < list->nElements; i++)
    if (kp_uno_string_is(values[i].name, "FilterName"))
      kp_uno_any_get_string(&values[i].value, &name);
  kp_uno_sequence_free(list, KP_EXPORT_MEDIA);
  return name;
}

/* "team.ods" → "team (formulas).ods", or with a number when that is there. */
static char *copy_url(kp_uno_error *error, const kp_document *document, const char *url) {
  const char *dot = strrchr(url, '.');
  const char *slash = strrchr(url, '/');
  size_t head = dot != NULL && slash != NULL && dot > slash ? (size_t)(dot - url) : strlen(url);
  const char *word = document->language == KP_LANGUAGE_NL ? "formules" : "formulas";
  bool there = true;
  char *made = NULL;
  for (int number = 1; there && number < 1000; number++) {
    char digits[16] = "";
    if (number > 1)
      snprintf(digits, sizeof digits, "%%20%d", number);
    free(made);
    made = kp_export_format("%.*s%%20(%s%s)%s", (int)head, url, word, digits, url + head);
    if (made == NULL || !kp_export_exists(error, document->context, made, &there)) {
      if (made == NULL)
        kp_uno_error_memory(error);
      free(made);
      return NULL;
    }
  }
  return made;
}

static bool keep_copy(kp_uno_error *error, const kp_document *document, const char *url,
                      char **copy) {
  char *filter = filter_of(error, document->model);
  const kp_export_named_value named = {.name = "FilterName", .text = filter};
  *copy = copy_url(error, document, url);
  uno_Sequence *media =
      *copy != NULL ? kp_export_media(error, &named, filter != NULL ? 1 : 0) : NULL;
  bool there = false;
  bool good = media != NULL && kp_export_store(error, document->model, *copy, media) &&
              kp_export_exists(error, document->context, *copy, &there) &&
              (there || kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "%s", *copy));
  kp_uno_sequence_free(media, KP_EXPORT_MEDIA);
  free(filter);
  return good;
}

/* -------------------------------------------------------------------------------- the formulas */

static bool is_ours(const char *formula) {
  for (const char *at = formula; at != NULL && *at != '\0'; at++)
    if ((strncmp(at, "NPS.", 4) == 0 || strncmp(at, "CX.", 3) == 0) &&
        (at == formula || strchr("={(;+-*/&<>^, ", at[-1]) != NULL))
      return true;
  return false;
}

/* One cell with a formula; of an array over several cells all of it at once. */
static bool freeze_cell(kp_uno_error *error, uno_Interface *sheet, int32_t column, int32_t row,
                        size_t *count) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.table.XCell::getFormula");
  static kp_uno_method at = KP_UNO_METHOD("com.sun.star.table.XCellRange::getCellByPosition");
  static kp_uno_method create =
      KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheet::createCursorByRange");
  static kp_uno_method grow =
      KP_UNO_METHOD("com.sun.star.sheet.XSheetCellCursor::collapseToCurrentArray");
  kp_uno_cell_range_address where = {0, column, row, column, row};
  uno_Interface *cell = NULL;
  uno_Interface *range = NULL;
  uno_Interface *cursor = NULL;
  char *formula = NULL;
  bool good = kp_uno_call(error, sheet, &at, &cell, (int)column, (int)row) &&
              kp_uno_call(error, cell, &get, &formula);
  if (good && is_ours(formula)) {
    if (formula[0] == '{')
      good = kp_export_range(error, sheet, column, row, column, row, &range) &&
             kp_uno_call(error, sheet, &create, &cursor, range) &&
             kp_uno_call(error, cursor, &grow, NULL) && kp_export_address(error, cursor, &where);
    good = good && kp_export_settle(error, sheet, where.start_column, where.start_row,
                                    where.end_column, where.end_row);
    *count += good;
  }
  free(formula);
  kp_uno_release(cursor);
  kp_uno_release(range);
  kp_uno_release(cell);
  return good;
}

static bool freeze_range(kp_uno_error *error, uno_Interface *sheet, uno_Interface *range,
                         size_t *count) {
  static kp_uno_method query =
      KP_UNO_METHOD("com.sun.star.sheet.XCellRangesQuery::queryContentCells");
  static kp_uno_method addresses =
      KP_UNO_METHOD("com.sun.star.sheet.XSheetCellRanges::getRangeAddresses");
  enum { FORMULAS = 16 };
  uno_Interface *found = NULL;
  uno_Sequence *list = NULL;
  bool good = kp_uno_call(error, range, &query, &found, FORMULAS) &&
              kp_uno_call(error, found, &addresses, &list);
  for (sal_Int32 i = 0; good && i < list->nElements; i++) {
    const kp_uno_cell_range_address *a = &KP_UNO_ELEMENTS(kp_uno_cell_range_address, list)[i];
    for (int32_t row = a->start_row; good && row <= a->end_row; row++)
      for (int32_t column = a->start_column; good && column <= a->end_column; column++)
        good = freeze_cell(error, sheet, column, row, count);
  }
  kp_uno_sequence_free(list, "[]com.sun.star.table.CellRangeAddress");
  kp_uno_release(found);
  return good;
}

/* The sheets where people work; ours keep their formulas. */
static bool freeze_sheets(kp_uno_error *error, const kp_document *document, size_t *count) {
  char **names = NULL;
  size_t all = 0;
  size_t front = 0;
  bool good = kp_answers_sheets(error, document, &names, &all, &front);
  for (size_t i = 0; good && i < all; i++) {
    uno_Interface *sheet = NULL;
    bool locked = false;
    good = kp_export_sheet(error, document->model, names[i], &sheet) &&
           kp_export_protected(error, sheet, &locked) &&
           (locked || freeze_range(error, sheet, sheet, count));
    kp_uno_release(sheet);
  }
  kp_answers_sheets_free(names, all);
  return good;
}

bool kp_export_freeze(const kp_document *document, char **message) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_workbook_state state = {.url = NULL};
  kp_text refusal = KP_TEXT_NONE;
  char *copy = NULL;
  size_t count = 0;
  bool good =
      kp_export_may(&error, document, &refusal) && kp_workbook_state_read(&error, document, &state);
  if (good && refusal == KP_TEXT_NONE && state.url[0] == '\0')
    refusal = KP_TEXT_EXPORT_SAVE_FIRST;
  if (good && refusal == KP_TEXT_NONE) {
    good = keep_copy(&error, document, state.url, &copy);
    if (good) {
      kp_export_step step;
      kp_export_step_begin(&step, document->model,
                           kp_text_get(KP_TEXT_EXPORT_FREEZE, document->language));
      good = freeze_sheets(&error, document, &count);
      kp_export_step_end(&step, good);
    }
  }
  bool done = good && refusal == KP_TEXT_NONE;
  char number[KP_TEXT_NUMBER_SIZE];
  *message = done   ? kp_text_fill(KP_TEXT_EXPORT_FROZEN, document->language,
                                   kp_text_number(count, document->language, number), copy)
             : good ? kp_text_fill(refusal, document->language, NULL, NULL)
                    : kp_text_fill(KP_TEXT_WRITE_FAILED, document->language, error.message, NULL);
  kp_workbook_state_clear(&state);
  free(copy);
  return done;
}
