/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs tests/fixtures/calc_script.txt over the fake Calc and prints what it shows. The office test
 * test_fake.py does the same over a real one; both must print the same.
 * usage: fake_script FILE */
#include "calc.h"

#include "kernpunt/uno.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS = 16 };

#define M(name) KP_UNO_METHOD("com.sun.star." name)

typedef struct script {
  fake_calc calc;
  uno_Interface *sheets;
  uno_Interface *undo;
  uno_Interface *held;
  kp_uno_error error;
  char *word[WORDS];
  size_t count;
} script;

/* ------------------------------------------------------------------------------------- objects */

static bool by_name(script *s, uno_Interface *container, const char *name, uno_Interface **found) {
  static kp_uno_method get = M("container.XNameAccess::getByName");
  uno_Any any;
  if (!kp_uno_call(&s->error, container, &get, &any, name))
    return false;
  bool good = kp_uno_any_get_interface(&any, found);
  kp_uno_any_clear(&any);
  return good;
}

/* "Acties.A1" or "Acties.A1:B2". */
static bool range_of(script *s, const char *place, uno_Interface **range) {
  static kp_uno_method get = M("table.XCellRange::getCellRangeByName");
  char name[100];
  const char *dot = strrchr(place, '.');
  uno_Interface *sheet = NULL;
  snprintf(name, sizeof name, "%.*s", (int)(dot - place), place);
  bool good =
      by_name(s, s->sheets, name, &sheet) && kp_uno_call(&s->error, sheet, &get, range, dot + 1);
  kp_uno_release(sheet);
  return good;
}

static bool cell_of(script *s, const char *place, uno_Interface **cell) {
  static kp_uno_method get = M("table.XCellRange::getCellByPosition");
  uno_Interface *range = NULL;
  bool good = range_of(s, place, &range) && kp_uno_call(&s->error, range, &get, cell, 0, 0);
  kp_uno_release(range);
  return good;
}

static bool address_of(script *s, uno_Interface *range, kp_uno_cell_range_address *where) {
  static kp_uno_method get = M("sheet.XCellRangeAddressable::getRangeAddress");
  return kp_uno_call(&s->error, range, &get, where);
}

static bool lines_of(script *s, const char *sheet_name, uno_Interface **rows) {
  static kp_uno_method get = M("table.XColumnRowRange::getRows");
  uno_Interface *sheet = NULL;
  bool good =
      by_name(s, s->sheets, sheet_name, &sheet) && kp_uno_call(&s->error, sheet, &get, rows);
  kp_uno_release(sheet);
  return good;
}

static bool line_of(script *s, const char *sheet, const char *row, uno_Interface **line) {
  static kp_uno_method get = M("container.XIndexAccess::getByIndex");
  uno_Interface *rows = NULL;
  uno_Any any;
  bool good = lines_of(s, sheet, &rows) &&
              kp_uno_call(&s->error, rows, &get, &any, (int)strtol(row, NULL, 10) - 1);
  if (good) {
    kp_uno_any_get_interface(&any, line);
    kp_uno_any_clear(&any);
  }
  kp_uno_release(rows);
  return good;
}

static bool container(script *s, const char *property, uno_Interface **found) {
  return kp_uno_property_get_interface(&s->error, s->calc.model, property, found);
}

/* ---------------------------------------------------------------------------------- operations */

static bool op_sheet(script *s) {
  static kp_uno_method insert = M("sheet.XSpreadsheets::insertNewByName");
  return kp_uno_call(&s->error, s->sheets, &insert, NULL, s->word[1], 100);
}

static bool op_drop(script *s) {
  static kp_uno_method remove = M("container.XNameContainer::removeByName");
  return kp_uno_call(&s->error, s->sheets, &remove, NULL, s->word[1]);
}

static bool op_rename(script *s) {
  static kp_uno_method set = M("container.XNamed::setName");
  uno_Interface *sheet = NULL;
  bool good = by_name(s, s->sheets, s->word[1], &sheet) &&
              kp_uno_call(&s->error, sheet, &set, NULL, s->word[2]);
  kp_uno_release(sheet);
  return good;
}

static bool op_text(script *s) {
  static kp_uno_method set = M("text.XTextRange::setString");
  uno_Interface *cell = NULL;
  bool good = cell_of(s, s->word[1], &cell) && kp_uno_call(&s->error, cell, &set, NULL, s->word[2]);
  kp_uno_release(cell);
  return good;
}

static bool op_number(script *s) {
  static kp_uno_method set = M("table.XCell::setValue");
  uno_Interface *cell = NULL;
  bool good = cell_of(s, s->word[1], &cell) &&
              kp_uno_call(&s->error, cell, &set, NULL, strtod(s->word[2], NULL));
  kp_uno_release(cell);
  return good;
}

static bool op_formula(script *s) {
  static kp_uno_method set = M("table.XCell::setFormula");
  uno_Interface *cell = NULL;
  bool good = cell_of(s, s->word[1], &cell) && kp_uno_call(&s->error, cell, &set, NULL, s->word[2]);
  kp_uno_release(cell);
  return good;
}

/* Texts, but for whole numbers. */
static bool op_block(script *s) {
  static kp_uno_method set = M("sheet.XCellRangeData::setDataArray");
  kp_uno_cell_range_address where = {0, 0, 0, 0, 0};
  uno_Interface *range = NULL;
  size_t word = 2;
  if (!range_of(s, s->word[1], &range) || !address_of(s, range, &where))
    return false;
  size_t width = (size_t)(where.end_column - where.start_column + 1);
  uno_Sequence *data =
      kp_uno_sequence_new("[][]any", (size_t)(where.end_row - where.start_row + 1));
  for (sal_Int32 r = 0; r < data->nElements; r++) {
    uno_Sequence **line = &KP_UNO_ELEMENTS(uno_Sequence *, data)[r];
    kp_uno_sequence_free(*line, "[]any");
    *line = kp_uno_sequence_new("[]any", width);
    for (size_t c = 0; c < width; c++) {
      const char *text = word < s->count ? s->word[word] : "";
      uno_Any *value = &KP_UNO_ELEMENTS(uno_Any, *line)[c];
      word++;
      if (text[0] >= '0' && text[0] <= '9')
        kp_uno_any_set_double(value, strtod(text, NULL));
      else
        kp_uno_any_set_string(value, text, &s->error);
    }
  }
  bool good = kp_uno_call(&s->error, range, &set, NULL, data);
  kp_uno_sequence_free(data, "[][]any");
  kp_uno_release(range);
  return good;
}

static bool change_lines(script *s, kp_uno_method *method) {
  uno_Interface *rows = NULL;
  bool good = lines_of(s, s->word[1], &rows) &&
              kp_uno_call(&s->error, rows, method, NULL, (int)strtol(s->word[2], NULL, 10) - 1,
                          (int)strtol(s->word[3], NULL, 10));
  kp_uno_release(rows);
  return good;
}

static bool op_insert(script *s) {
  static kp_uno_method insert = M("table.XTableRows::insertByIndex");
  return change_lines(s, &insert);
}

static bool op_remove(script *s) {
  static kp_uno_method remove = M("table.XTableRows::removeByIndex");
  return change_lines(s, &remove);
}

static bool op_name(script *s) {
  static kp_uno_method add = M("sheet.XNamedRanges::addNewByName");
  const kp_uno_cell_address origin = {0, 0, 0};
  uno_Interface *names = NULL;
  bool good = container(s, "NamedRanges", &names) &&
              kp_uno_call(&s->error, names, &add, NULL, s->word[1], s->word[2], &origin, 0);
  kp_uno_release(names);
  return good;
}

static bool op_database(script *s) {
  static kp_uno_method add = M("sheet.XDatabaseRanges::addNewByName");
  kp_uno_cell_range_address where;
  uno_Interface *ranges = NULL;
  uno_Interface *range = NULL;
  bool good = container(s, "DatabaseRanges", &ranges) && range_of(s, s->word[2], &range) &&
              address_of(s, range, &where) &&
              kp_uno_call(&s->error, ranges, &add, NULL, s->word[1], &where);
  kp_uno_release(range);
  kp_uno_release(ranges);
  return good;
}

static bool op_print(script *s) {
  static kp_uno_method set = M("sheet.XPrintAreas::setPrintAreas");
  static kp_uno_method get_sheet = M("sheet.XSheetCellRange::getSpreadsheet");
  uno_Sequence *list = kp_uno_sequence_new("[]com.sun.star.table.CellRangeAddress", 1);
  uno_Interface *range = NULL;
  uno_Interface *sheet = NULL;
  bool good = range_of(s, s->word[1], &range) &&
              address_of(s, range, KP_UNO_ELEMENTS(kp_uno_cell_range_address, list)) &&
              kp_uno_call(&s->error, range, &get_sheet, &sheet) &&
              kp_uno_call(&s->error, sheet, &set, NULL, list);
  kp_uno_sequence_free(list, "[]com.sun.star.table.CellRangeAddress");
  kp_uno_release(sheet);
  kp_uno_release(range);
  return good;
}

static void set_property(script *s, kp_uno_property_value *property, const char *name) {
  kp_uno_string_assign(&property->name, name, &s->error);
}

static bool op_condition(script *s) {
  static kp_uno_method add = M("sheet.XSheetConditionalEntries::addNew");
  static const char type[] = "[]com.sun.star.beans.PropertyValue";
  static const sal_Int32 by_formula = 9;
  uno_Sequence *entry = kp_uno_sequence_new(type, 3);
  kp_uno_property_value *values = KP_UNO_ELEMENTS(kp_uno_property_value, entry);
  uno_Interface *range = NULL;
  uno_Interface *entries = NULL;
  uno_Any any;
  kp_uno_any_init(&any);
  set_property(s, &values[0], "Operator");
  set_property(s, &values[1], "Formula1");
  set_property(s, &values[2], "StyleName");
  kp_uno_any_set(&values[0].value, "com.sun.star.sheet.ConditionOperator", &by_formula, &s->error);
  kp_uno_any_set_string(&values[1].value, s->word[2], &s->error);
  kp_uno_any_set_string(&values[2].value, "Default", &s->error);
  bool good = range_of(s, s->word[1], &range) &&
              kp_uno_property_get_interface(&s->error, range, "ConditionalFormat", &entries) &&
              kp_uno_call(&s->error, entries, &add, NULL, entry) &&
              kp_uno_any_set_interface(&any, "com.sun.star.sheet.XSheetConditionalEntries", entries,
                                       &s->error) &&
              kp_uno_property_set(&s->error, range, "ConditionalFormat", &any);
  kp_uno_any_clear(&any);
  kp_uno_sequence_free(entry, type);
  kp_uno_release(entries);
  kp_uno_release(range);
  return good;
}

static bool op_hold(script *s) {
  kp_uno_release(s->held);
  s->held = NULL;
  return range_of(s, s->word[1], &s->held);
}

static bool formats(script *s, uno_Interface **found) {
  static kp_uno_method get = M("util.XNumberFormatsSupplier::getNumberFormats");
  return kp_uno_call(&s->error, s->calc.model, &get, found);
}

static bool op_format(script *s) {
  static kp_uno_method query = M("util.XNumberFormats::queryKey");
  static kp_uno_method add = M("util.XNumberFormats::addNew");
  kp_uno_locale locale = {kp_uno_string_new("en"), kp_uno_string_new("US"), kp_uno_string_new("")};
  uno_Interface *all = NULL;
  uno_Interface *range = NULL;
  sal_Int32 key = -1;
  bool good = formats(s, &all) &&
              kp_uno_call(&s->error, all, &query, &key, s->word[2], &locale, 0) &&
              (key >= 0 || kp_uno_call(&s->error, all, &add, &key, s->word[2], &locale)) &&
              range_of(s, s->word[1], &range) &&
              kp_uno_property_set_long(&s->error, range, "NumberFormat", key);
  kp_uno_value_clear(&locale, "com.sun.star.lang.Locale");
  kp_uno_release(range);
  kp_uno_release(all);
  return good;
}

static bool op_hide(script *s) {
  uno_Interface *line = NULL;
  bool good = line_of(s, s->word[1], s->word[2], &line) &&
              kp_uno_property_set_bool(&s->error, line, "IsVisible", s->word[3][0] == '1');
  kp_uno_release(line);
  return good;
}

static bool op_protect(script *s) {
  static kp_uno_method on = M("util.XProtectable::protect");
  static kp_uno_method off = M("util.XProtectable::unprotect");
  uno_Interface *sheet = NULL;
  bool good = by_name(s, s->sheets, s->word[1], &sheet) &&
              kp_uno_call(&s->error, sheet, s->word[2][0] == '1' ? &on : &off, NULL, "");
  kp_uno_release(sheet);
  return good;
}

static bool op_merge(script *s) {
  static kp_uno_method merge = M("util.XMergeable::merge");
  uno_Interface *range = NULL;
  bool good = range_of(s, s->word[1], &range) &&
              kp_uno_call(&s->error, range, &merge, NULL, s->word[2][0] == '1');
  kp_uno_release(range);
  return good;
}

static bool op_matrix(script *s) {
  static kp_uno_method set = M("sheet.XArrayFormulaRange::setArrayFormula");
  uno_Interface *range = NULL;
  bool good =
      range_of(s, s->word[1], &range) && kp_uno_call(&s->error, range, &set, NULL, s->word[2]);
  kp_uno_release(range);
  return good;
}

static bool op_enter(script *s) {
  static kp_uno_method enter = M("document.XUndoManager::enterUndoContext");
  return kp_uno_call(&s->error, s->undo, &enter, NULL, s->word[1]);
}

static bool ask_undo(script *s, const char *name) {
  static kp_uno_method methods[] = {M("document.XUndoManager::leaveUndoContext"),
                                    M("document.XUndoManager::undo"),
                                    M("document.XUndoManager::redo"),
                                    M("document.XUndoManager::clear"),
                                    M("util.XLockable::lock"),
                                    M("util.XLockable::unlock")};
  static const char *const names[] = {"leave", "undo", "redo", "clear", "lock", "unlock"};
  size_t at = 0;
  while (strcmp(names[at], name) != 0)
    at++;
  return kp_uno_call(&s->error, s->undo, &methods[at], NULL);
}

static bool op_undo(script *s) {
  return ask_undo(s, s->word[0]);
}

/* ----------------------------------------------------------------------------------- listening */

static char heard[2000];

static bool hear(kp_uno_incoming *in) {
  const kp_uno_undo_manager_event *event = in->args[0];
  char line[80];
  snprintf(line, sizeof line, " %s %d", strrchr(in->row->name, ':') + 1,
           (int)event->undo_context_depth);
  strncat(heard, line, sizeof heard - strlen(heard) - 1);
  return true;
}

static bool hear_plain(kp_uno_incoming *in) {
  strncat(heard, " ", sizeof heard - strlen(heard) - 1);
  strncat(heard, strrchr(in->row->name, ':') + 1, sizeof heard - strlen(heard) - 1);
  return true;
}

#define EVENT(name) "com.sun.star.document.XUndoManagerListener::" name
static const kp_uno_row rows[] = {
    {EVENT("undoActionAdded"), hear, NULL},
    {EVENT("actionUndone"), hear, NULL},
    {EVENT("actionRedone"), hear, NULL},
    {EVENT("allActionsCleared"), hear_plain, NULL},
    {EVENT("redoActionsCleared"), hear_plain, NULL},
    {EVENT("resetAll"), hear_plain, NULL},
    {EVENT("enteredContext"), hear, NULL},
    {EVENT("enteredHiddenContext"), hear, NULL},
    {EVENT("leftContext"), hear, NULL},
    {EVENT("leftHiddenContext"), hear, NULL},
    {EVENT("cancelledContext"), hear, NULL},
    {"com.sun.star.lang.XEventListener::disposing", kp_uno_ignore, NULL},
};
static const char *const interfaces[] = {"com.sun.star.document.XUndoManagerListener", NULL};
static kp_uno_class ear = {.implementation = "Ear",
                           .interfaces = interfaces,
                           .rows = rows,
                           .row_count = sizeof rows / sizeof *rows};

static bool op_listen(script *s) {
  static kp_uno_method add = M("document.XUndoManager::addUndoManagerListener");
  uno_Interface *listener = kp_uno_object_new(&ear, NULL, &s->error);
  bool good = listener != NULL && kp_uno_call(&s->error, s->undo, &add, NULL, listener);
  kp_uno_release(listener);
  return good;
}

/* ------------------------------------------------------------------------------------- showing */

static void print_value(const uno_Any *value) {
  double number = 0;
  char *text = NULL;
  if (kp_uno_any_get_double(value, &number))
    printf(" %.10g", number);
  else if (kp_uno_any_get_string(value, &text))
    printf(" \"%s\"", text);
  else
    printf(" void");
  free(text);
}

static bool show_data(script *s) {
  static kp_uno_method get = M("sheet.XCellRangeData::getDataArray");
  uno_Interface *range = NULL;
  uno_Sequence *data = NULL;
  bool good = range_of(s, s->word[2], &range) && kp_uno_call(&s->error, range, &get, &data);
  for (sal_Int32 r = 0; good && r < data->nElements; r++) {
    const uno_Sequence *line = KP_UNO_ELEMENTS(uno_Sequence *const, data)[r];
    for (sal_Int32 c = 0; c < line->nElements; c++)
      print_value(&KP_UNO_ELEMENTS(const uno_Any, line)[c]);
  }
  kp_uno_sequence_free(data, "[][]any");
  kp_uno_release(range);
  return good;
}

static bool show_formulas(script *s) {
  static kp_uno_method get = M("sheet.XCellRangeFormula::getFormulaArray");
  uno_Interface *range = NULL;
  uno_Sequence *data = NULL;
  bool good = range_of(s, s->word[2], &range) && kp_uno_call(&s->error, range, &get, &data);
  for (sal_Int32 r = 0; good && r < data->nElements; r++) {
    const uno_Sequence *line = KP_UNO_ELEMENTS(uno_Sequence *const, data)[r];
    for (sal_Int32 c = 0; c < line->nElements; c++) {
      char *text = kp_uno_string_utf8(KP_UNO_ELEMENTS(rtl_uString *const, line)[c]);
      printf(" [%s]", text);
      free(text);
    }
  }
  kp_uno_sequence_free(data, "[][]string");
  kp_uno_release(range);
  return good;
}

static void print_address(const kp_uno_cell_range_address *where) {
  printf(" %d %d %d %d %d", where->sheet, (int)where->start_column, (int)where->start_row,
         (int)where->end_column, (int)where->end_row);
}

static bool show_named(script *s) {
  static kp_uno_method get = M("sheet.XNamedRange::getContent");
  static kp_uno_method refer = M("sheet.XCellRangeReferrer::getReferredCells");
  kp_uno_cell_range_address where;
  uno_Interface *names = NULL;
  uno_Interface *name = NULL;
  uno_Interface *cells = NULL;
  char *text = NULL;
  bool good = container(s, "NamedRanges", &names) && by_name(s, names, s->word[2], &name) &&
              kp_uno_call(&s->error, name, &get, &text) &&
              kp_uno_call(&s->error, name, &refer, &cells);
  if (good) {
    printf(" %s", text);
    if (cells != NULL && address_of(s, cells, &where))
      print_address(&where);
  }
  free(text);
  kp_uno_release(cells);
  kp_uno_release(name);
  kp_uno_release(names);
  return good;
}

static bool show_area(script *s) {
  static kp_uno_method get = M("sheet.XDatabaseRange::getDataArea");
  kp_uno_cell_range_address where;
  uno_Interface *ranges = NULL;
  uno_Interface *range = NULL;
  bool good = container(s, "DatabaseRanges", &ranges) && by_name(s, ranges, s->word[2], &range) &&
              kp_uno_call(&s->error, range, &get, &where);
  if (good)
    print_address(&where);
  kp_uno_release(range);
  kp_uno_release(ranges);
  return good;
}

static bool show_print(script *s) {
  static kp_uno_method get = M("sheet.XPrintAreas::getPrintAreas");
  uno_Interface *sheet = NULL;
  uno_Sequence *list = NULL;
  bool good =
      by_name(s, s->sheets, s->word[2], &sheet) && kp_uno_call(&s->error, sheet, &get, &list);
  for (sal_Int32 i = 0; good && i < list->nElements; i++)
    print_address(&KP_UNO_ELEMENTS(const kp_uno_cell_range_address, list)[i]);
  kp_uno_sequence_free(list, "[]com.sun.star.table.CellRangeAddress");
  kp_uno_release(sheet);
  return good;
}

static bool show_held(script *s) {
  kp_uno_cell_range_address where;
  bool good = address_of(s, s->held, &where);
  if (good)
    print_address(&where);
  return good;
}

static bool show_used(script *s) {
  static kp_uno_method create = M("sheet.XSpreadsheet::createCursor");
  static kp_uno_method go = M("sheet.XUsedAreaCursor::gotoEndOfUsedArea");
  kp_uno_cell_range_address where;
  uno_Interface *sheet = NULL;
  uno_Interface *cursor = NULL;
  bool good = by_name(s, s->sheets, s->word[2], &sheet) &&
              kp_uno_call(&s->error, sheet, &create, &cursor) &&
              kp_uno_call(&s->error, cursor, &go, NULL, 0) && address_of(s, cursor, &where);
  if (good)
    print_address(&where);
  kp_uno_release(cursor);
  kp_uno_release(sheet);
  return good;
}

static bool show_conditions(script *s) {
  static kp_uno_method count = M("container.XIndexAccess::getCount");
  uno_Interface *range = NULL;
  uno_Interface *entries = NULL;
  sal_Int32 all = 0;
  bool good = range_of(s, s->word[2], &range) &&
              kp_uno_property_get_interface(&s->error, range, "ConditionalFormat", &entries) &&
              kp_uno_call(&s->error, entries, &count, &all);
  if (good)
    printf(" %d", (int)all);
  kp_uno_release(entries);
  kp_uno_release(range);
  return good;
}

static bool show_format(script *s) {
  static kp_uno_method by_key = M("util.XNumberFormats::getByKey");
  uno_Interface *all = NULL;
  uno_Interface *range = NULL;
  uno_Interface *format = NULL;
  char *code = NULL;
  int32_t key = 0;
  bool good = formats(s, &all) && range_of(s, s->word[2], &range) &&
              kp_uno_property_get_long(&s->error, range, "NumberFormat", &key) &&
              kp_uno_call(&s->error, all, &by_key, &format, (int)key) &&
              kp_uno_property_get_string(&s->error, format, "FormatString", &code);
  if (good)
    printf(" %s", code);
  free(code);
  kp_uno_release(format);
  kp_uno_release(range);
  kp_uno_release(all);
  return good;
}

static bool show_visible(script *s) {
  uno_Interface *line = NULL;
  bool visible = false;
  bool good = line_of(s, s->word[2], s->word[3], &line) &&
              kp_uno_property_get_bool(&s->error, line, "IsVisible", &visible);
  if (good)
    printf(" %d", visible);
  kp_uno_release(line);
  return good;
}

static bool show_merged(script *s) {
  static kp_uno_method get = M("util.XMergeable::getIsMerged");
  uno_Interface *range = NULL;
  sal_Bool merged = 0;
  bool good = range_of(s, s->word[2], &range) && kp_uno_call(&s->error, range, &get, &merged);
  if (good)
    printf(" %d", merged);
  kp_uno_release(range);
  return good;
}

static bool show_whole(script *s) {
  static kp_uno_method get_sheet = M("sheet.XSheetCellRange::getSpreadsheet");
  static kp_uno_method create = M("sheet.XSpreadsheet::createCursorByRange");
  static kp_uno_method collapse = M("sheet.XSheetCellCursor::collapseToMergedArea");
  kp_uno_cell_range_address where;
  uno_Interface *range = NULL;
  uno_Interface *sheet = NULL;
  uno_Interface *cursor = NULL;
  bool good = range_of(s, s->word[2], &range) &&
              kp_uno_call(&s->error, range, &get_sheet, &sheet) &&
              kp_uno_call(&s->error, sheet, &create, &cursor, range) &&
              kp_uno_call(&s->error, cursor, &collapse, NULL) && address_of(s, cursor, &where);
  if (good)
    print_address(&where);
  kp_uno_release(cursor);
  kp_uno_release(sheet);
  kp_uno_release(range);
  return good;
}

static bool show_titles(script *s) {
  static kp_uno_method get = M("document.XUndoManager::getAllUndoActionTitles");
  uno_Sequence *list = NULL;
  bool good = kp_uno_call(&s->error, s->undo, &get, &list);
  if (good)
    printf(" %d", (int)list->nElements);
  kp_uno_sequence_free(list, "[]string");
  return good;
}

static bool show_locked(script *s) {
  static kp_uno_method get = M("util.XLockable::isLocked");
  sal_Bool locked = 0;
  bool good = kp_uno_call(&s->error, s->undo, &get, &locked);
  if (good)
    printf(" %d", locked);
  return good;
}

static bool show_heard(script *s) {
  (void)s;
  printf("%s", heard);
  return true;
}

typedef struct op {
  const char *name;
  bool (*run)(script *s);
} op;

static const op ops[] = {
    {"sheet", op_sheet},   {"drop", op_drop},           {"rename", op_rename},
    {"text", op_text},     {"number", op_number},       {"formula", op_formula},
    {"block", op_block},   {"insert", op_insert},       {"remove", op_remove},
    {"name", op_name},     {"database", op_database},   {"print", op_print},
    {"hold", op_hold},     {"condition", op_condition}, {"format", op_format},
    {"hide", op_hide},     {"protect", op_protect},     {"merge", op_merge},
    {"matrix", op_matrix}, {"enter", op_enter},         {"leave", op_undo},
    {"undo", op_undo},     {"redo", op_undo},           {"clear", op_undo},
    {"lock", op_undo},     {"unlock", op_undo},         {"listen", op_listen},
};
static const op shows[] = {
    {"data", show_data},       {"formulas", show_formulas},     {"named", show_named},
    {"area", show_area},       {"print", show_print},           {"held", show_held},
    {"used", show_used},       {"conditions", show_conditions}, {"format", show_format},
    {"visible", show_visible}, {"merged", show_merged},         {"whole", show_whole},
    {"titles", show_titles},   {"locked", show_locked},         {"heard", show_heard},
};

static bool run_op(script *s, const op *list, size_t count, const char *name) {
  for (size_t i = 0; i < count; i++)
    if (strcmp(list[i].name, name) == 0)
      return list[i].run(s);
  printf(" unknown operation");
  return true;
}

static void run_line(script *s, int number, char *line) {
  bool shows_it = false;
  s->count = 0;
  s->error = (kp_uno_error)KP_UNO_NO_ERROR;
  line[strcspn(line, "\n")] = '\0';
  for (char *word = line; word != NULL && s->count < WORDS; s->count++) {
    s->word[s->count] = word;
    word = strchr(word, '\t');
    if (word != NULL)
      *word++ = '\0';
  }
  for (size_t i = s->count; i < WORDS; i++)
    s->word[i] = line + strlen(line);
  if (line[0] == '\0' || line[0] == '#')
    return;
  shows_it = strcmp(s->word[0], "show") == 0;
  if (shows_it)
    printf("%d %s", number, s->word[1]);
  bool good = shows_it ? run_op(s, shows, sizeof shows / sizeof *shows, s->word[1])
                       : run_op(s, ops, sizeof ops / sizeof *ops, s->word[0]);
  if (!good)
    printf("%s%d raised %s", shows_it ? " " : "", number, strrchr(s->error.type, '.') + 1);
  if (shows_it || !good)
    printf("\n");
}

int main(int count, char **arguments) {
  static kp_uno_method get_sheets = M("sheet.XSpreadsheetDocument::getSheets");
  static kp_uno_method get_undo = M("document.XUndoManagerSupplier::getUndoManager");
  fake_office office;
  script s = {.held = NULL};
  char line[400];
  FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
  if (file == NULL || !fake_office_open(&office))
    return 2;
  fake_calc_open(&office, "nl-NL", &s.calc);
  if (!kp_uno_call(&s.error, s.calc.model, &get_sheets, &s.sheets) ||
      !kp_uno_call(&s.error, s.calc.model, &get_undo, &s.undo))
    return 2;
  for (int number = 1; fgets(line, sizeof line, file) != NULL; number++)
    run_line(&s, number, line);
  fclose(file);
  kp_uno_release(s.held);
  kp_uno_release(s.undo);
  kp_uno_release(s.sheets);
  fake_calc_close(&s.calc);
  fake_office_close(&office);
  return 0;
}
