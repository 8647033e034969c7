/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short words for the calls on sheets, ranges and steps of undo. */
#include "sheet.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ----------------------------------------------------------------------------------------- texts
 */

char *kp_export_format(const char *format, ...) {
  va_list list;
  va_start(list, format);
  int size = vsnprintf(NULL, 0, format, list);
  va_end(list);
  char *text = size >= 0 ? malloc((size_t)size + 1) : NULL;
  if (text != NULL) {
    va_start(list, format);
    vsnprintf(text, (size_t)size + 1, format, list);
    va_end(list);
  }
  return text;
}

/* `text` between two quotes, those within doubled, behind `before`. */
static char *quoted(const char *before, const char *text, char quote) {
  char *made = malloc(strlen(before) + 2 * strlen(text) + 3);
  if (made == NULL)
    return NULL;
  char *out = made;
  while (*before != '\0')
    *out++ = *before++;
  *out++ = quote;
  for (; *text != '\0'; text++) {
    if (*text == quote)
      *out++ = quote;
    *out++ = *text;
  }
  *out++ = quote;
  *out = '\0';
  return made;
}

char *kp_export_quote(const char *text) {
  return quoted("", text, '"');
}

char *kp_export_reference(const char *sheet) {
  return quoted("$", sheet, '\'');
}

void kp_export_column(int32_t column, char name[8]) {
  char back[8];
  int size = 0;
  for (column++; column > 0 && size < 7; column = (column - 1) / 26)
    back[size++] = (char)('A' + (column - 1) % 26);
  for (int i = 0; i < size; i++)
    name[i] = back[size - 1 - i];
  name[size] = '\0';
}

const char *kp_export_cell_name(int32_t column, int32_t row, bool fixed,
                                char name[KP_EXPORT_CELL_SIZE]) {
  char letters[8];
  kp_export_column(column, letters);
  snprintf(name, KP_EXPORT_CELL_SIZE, fixed ? "$%s$%d" : "%s%d", letters, (int)row + 1);
  return name;
}

/* ------------------------------------------------------------------------------- sheets and ranges
 */

bool kp_export_named(kp_uno_error *error, uno_Interface *container, const char *name,
                     uno_Interface **element) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.container.XNameAccess::getByName");
  uno_Any any;
  if (!kp_uno_call(error, container, &get, &any, name))
    return false;
  bool good = kp_uno_any_get_interface(&any, element) ||
              kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "no object %s", name);
  kp_uno_any_clear(&any);
  return good;
}

bool kp_export_has(kp_uno_error *error, uno_Interface *container, const char *name, bool *has) {
  static kp_uno_method ask = KP_UNO_METHOD("com.sun.star.container.XNameAccess::hasByName");
  sal_Bool answer = 0;
  bool good = kp_uno_call(error, container, &ask, &answer, name);
  *has = good && answer != 0;
  return good;
}

bool kp_export_name_of(kp_uno_error *error, uno_Interface *named, char **name) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.container.XNamed::getName");
  return kp_uno_call(error, named, &get, name);
}

bool kp_export_sheets(kp_uno_error *error, uno_Interface *model, uno_Interface **sheets) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheetDocument::getSheets");
  return kp_uno_call(error, model, &get, sheets);
}

bool kp_export_sheet(kp_uno_error *error, uno_Interface *model, const char *name,
                     uno_Interface **sheet) {
  uno_Interface *sheets = NULL;
  bool good =
      kp_export_sheets(error, model, &sheets) && kp_export_named(error, sheets, name, sheet);
  kp_uno_release(sheets);
  return good;
}

bool kp_export_new_sheet(kp_uno_error *error, uno_Interface *model, const char *base,
                         uno_Interface **sheet) {
  static kp_uno_method count = KP_UNO_METHOD("com.sun.star.container.XIndexAccess::getCount");
  static kp_uno_method insert = KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheets::insertNewByName");
  uno_Interface *sheets = NULL;
  sal_Int32 all = 0;
  char *name = kp_text_copy(base);
  bool taken = true;
  bool good = (name != NULL || kp_uno_error_memory(error)) &&
              kp_export_sheets(error, model, &sheets) && kp_uno_call(error, sheets, &count, &all);
  for (int number = 2; good && taken; number++) {
    good = kp_export_has(error, sheets, name, &taken);
    if (good && taken) {
      free(name);
      name = kp_export_format("%s %d", base, number);
      good = name != NULL || kp_uno_error_memory(error);
    }
  }
  good = good && kp_uno_call(error, sheets, &insert, NULL, name, (int)all) &&
         kp_export_named(error, sheets, name, sheet);
  free(name);
  kp_uno_release(sheets);
  return good;
}

bool kp_export_range(kp_uno_error *error, uno_Interface *sheet, int32_t left, int32_t top,
                     int32_t right, int32_t bottom, uno_Interface **range) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.table.XCellRange::getCellRangeByPosition");
  return kp_uno_call(error, sheet, &get, range, (int)left, (int)top, (int)right, (int)bottom);
}

bool kp_export_address(kp_uno_error *error, uno_Interface *range,
                       kp_uno_cell_range_address *where) {
  static kp_uno_method get =
      KP_UNO_METHOD("com.sun.star.sheet.XCellRangeAddressable::getRangeAddress");
  return kp_uno_call(error, range, &get, where);
}

/* Whether a merged cell reaches into the rectangle. */
static bool merged(kp_uno_error *error, uno_Interface *sheet, uno_Interface *range, bool *is) {
  static kp_uno_method create =
      KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheet::createCursorByRange");
  static kp_uno_method grow =
      KP_UNO_METHOD("com.sun.star.sheet.XSheetCellCursor::collapseToMergedArea");
  kp_uno_cell_range_address before;
  kp_uno_cell_range_address after;
  uno_Interface *cursor = NULL;
  bool good = kp_export_address(error, range, &before) &&
              kp_uno_call(error, sheet, &create, &cursor, range) &&
              kp_uno_call(error, cursor, &grow, NULL) && kp_export_address(error, cursor, &after);
  *is = good && (before.start_column != after.start_column || before.start_row != after.start_row ||
                 before.end_column != after.end_column || before.end_row != after.end_row);
  kp_uno_release(cursor);
  return good;
}

bool kp_export_filled(kp_uno_error *error, uno_Interface *sheet, int32_t left, int32_t top,
                      int32_t right, int32_t bottom, bool *filled) {
  static kp_uno_method query =
      KP_UNO_METHOD("com.sun.star.sheet.XCellRangesQuery::queryContentCells");
  static kp_uno_method addresses =
      KP_UNO_METHOD("com.sun.star.sheet.XSheetCellRanges::getRangeAddresses");
  enum { NUMBERS = 1, DAYS = 2, TEXTS = 4, NOTES = 8, FORMULAS = 16 };
  uno_Interface *range = NULL;
  uno_Interface *found = NULL;
  uno_Sequence *list = NULL;
  bool good =
      kp_export_range(error, sheet, left, top, right, bottom, &range) &&
      kp_uno_call(error, range, &query, &found, NUMBERS | DAYS | TEXTS | NOTES | FORMULAS) &&
      kp_uno_call(error, found, &addresses, &list);
  *filled = good && list->nElements > 0;
  kp_uno_sequence_free(list, "[]com.sun.star.table.CellRangeAddress");
  if (good && !*filled)
    good = merged(error, sheet, range, filled);
  kp_uno_release(found);
  kp_uno_release(range);
  return good;
}

bool kp_export_protected(kp_uno_error *error, uno_Interface *object, bool *is) {
  static kp_uno_method ask = KP_UNO_METHOD("com.sun.star.util.XProtectable::isProtected");
  sal_Bool answer = 0;
  bool good = kp_uno_call(error, object, &ask, &answer);
  *is = good && answer != 0;
  return good;
}

/* ------------------------------------------------------------------------- formats and styles */

bool kp_export_number_format(kp_uno_error *error, uno_Interface *model, const char *code,
                             int32_t *key) {
  static kp_uno_method get =
      KP_UNO_METHOD("com.sun.star.util.XNumberFormatsSupplier::getNumberFormats");
  static kp_uno_method query = KP_UNO_METHOD("com.sun.star.util.XNumberFormats::queryKey");
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.util.XNumberFormats::addNew");
  static const char type[] = "com.sun.star.lang.Locale";
  uno_Interface *formats = NULL;
  sal_Int32 found = -1;
  kp_uno_locale locale;
  if (!kp_uno_value_init(&locale, type))
    return kp_uno_error_memory(error);
  bool good = kp_uno_string_assign(&locale.language, "en", error) &&
              kp_uno_string_assign(&locale.country, "US", error) &&
              kp_uno_call(error, model, &get, &formats) &&
              kp_uno_call(error, formats, &query, &found, code, &locale, 0) &&
              (found >= 0 || kp_uno_call(error, formats, &add, &found, code, &locale));
  *key = found;
  kp_uno_value_clear(&locale, type);
  kp_uno_release(formats);
  return good;
}

bool kp_export_make(kp_uno_error *error, uno_Interface *model, const char *service,
                    uno_Interface **object) {
  static kp_uno_method create =
      KP_UNO_METHOD("com.sun.star.lang.XMultiServiceFactory::createInstance");
  return kp_uno_call(error, model, &create, object, service) &&
         (*object != NULL ||
          kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "no service %s", service));
}

bool kp_export_set_enum(kp_uno_error *error, uno_Interface *object, const char *name,
                        const char *type, int32_t value) {
  sal_Int32 number = value;
  uno_Any any;
  kp_uno_any_init(&any);
  bool good =
      kp_uno_any_set(&any, type, &number, error) && kp_uno_property_set(error, object, name, &any);
  kp_uno_any_clear(&any);
  return good;
}

bool kp_export_set_float(kp_uno_error *error, uno_Interface *object, const char *name,
                         float value) {
  uno_Any any;
  kp_uno_any_init(&any);
  bool good = kp_uno_any_set(&any, "float", &value, error) &&
              kp_uno_property_set(error, object, name, &any);
  kp_uno_any_clear(&any);
  return good;
}

bool kp_export_set_object(kp_uno_error *error, uno_Interface *object, const char *name,
                          const char *type, uno_Interface *value) {
  uno_Any any;
  kp_uno_any_init(&any);
  bool good = kp_uno_any_set_interface(&any, type, value, error) &&
              kp_uno_property_set(error, object, name, &any);
  kp_uno_any_clear(&any);
  return good;
}

bool kp_export_style(kp_uno_error *error, uno_Interface *model, const char *family,
                     const char *service, const char *name, uno_Interface **style, bool *fresh) {
  static kp_uno_method get =
      KP_UNO_METHOD("com.sun.star.style.XStyleFamiliesSupplier::getStyleFamilies");
  static kp_uno_method insert =
      KP_UNO_METHOD("com.sun.star.container.XNameContainer::insertByName");
  uno_Interface *families = NULL;
  uno_Interface *members = NULL;
  bool has = false;
  uno_Any any;
  kp_uno_any_init(&any);
  bool good = kp_uno_call(error, model, &get, &families) &&
              kp_export_named(error, families, family, &members) &&
              kp_export_has(error, members, name, &has);
  *fresh = good && !has;
  if (good && has)
    good = kp_export_named(error, members, name, style);
  else if (good)
    good = kp_export_make(error, model, service, style) &&
           kp_uno_any_set_interface(&any, "com.sun.star.style.XStyle", *style, error) &&
           kp_uno_call(error, members, &insert, NULL, name, &any);
  kp_uno_any_clear(&any);
  kp_uno_release(members);
  kp_uno_release(families);
  return good;
}

/* ---------------------------------------------------------------------------------- one step */

void kp_export_step_begin(kp_export_step *step, uno_Interface *model, const char *title) {
  static kp_uno_method get =
      KP_UNO_METHOD("com.sun.star.document.XUndoManagerSupplier::getUndoManager");
  static kp_uno_method enter =
      KP_UNO_METHOD("com.sun.star.document.XUndoManager::enterUndoContext");
  static kp_uno_method rest = KP_UNO_METHOD("com.sun.star.frame.XModel::lockControllers");
  kp_uno_error ignored = KP_UNO_IGNORED;
  *step = (kp_export_step){.model = model};
  step->entered = kp_uno_call(&ignored, model, &get, &step->manager) &&
                  kp_uno_call(&ignored, step->manager, &enter, NULL, title);
  step->resting = kp_uno_call(&ignored, model, &rest, NULL);
}

void kp_export_step_end(kp_export_step *step, bool good) {
  static kp_uno_method leave =
      KP_UNO_METHOD("com.sun.star.document.XUndoManager::leaveUndoContext");
  static kp_uno_method wake = KP_UNO_METHOD("com.sun.star.frame.XModel::unlockControllers");
  static kp_uno_method undo = KP_UNO_METHOD("com.sun.star.document.XUndoManager::undo");
  static kp_uno_method forget = KP_UNO_METHOD("com.sun.star.document.XUndoManager::clearRedo");
  static kp_uno_method names =
      KP_UNO_METHOD("com.sun.star.document.XUndoManager::getAllUndoActionTitles");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Sequence *before = NULL;
  uno_Sequence *after = NULL;
  if (step->resting)
    kp_uno_call(&ignored, step->model, &wake, NULL);
  if (step->entered) {
    bool counted = kp_uno_call(&ignored, step->manager, &names, &before);
    bool left = kp_uno_call(&ignored, step->manager, &leave, NULL);
    counted = counted && kp_uno_call(&ignored, step->manager, &names, &after);
    /* An empty step is not put on the list: then the one before it is not ours. */
    if (!good && left && counted && after->nElements > before->nElements) {
      kp_uno_call(&ignored, step->manager, &undo, NULL);
      kp_uno_call(&ignored, step->manager, &forget, NULL);
    }
  }
  kp_uno_sequence_free(before, "[]string");
  kp_uno_sequence_free(after, "[]string");
  kp_uno_release(step->manager);
  *step = (kp_export_step){.model = NULL};
}
