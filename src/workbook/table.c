/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the table of actions, wherever people put it. */
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where the keys are looked for when the named range is gone. */
enum { SEARCHED_ROWS = 64, SEARCHED_COLUMNS = 64, WIDEST = 256 };

const kp_table_column_info kp_table_columns[KP_TABLE_COLUMNS] = {
    [KP_TABLE_ID] = {"id", KP_TEXT_COLUMN_ID, KP_TABLE_TEXT, true, 2200},
    [KP_TABLE_ACTION] = {"action", KP_TEXT_COLUMN_ACTION, KP_TABLE_TEXT, true, 9000},
    [KP_TABLE_OWNER] = {"owner", KP_TEXT_COLUMN_OWNER, KP_TABLE_TEXT, true, 4000},
    [KP_TABLE_DEADLINE] = {"deadline", KP_TEXT_COLUMN_DEADLINE, KP_TABLE_DATE, true, 2600},
    [KP_TABLE_STATUS] = {"status", KP_TEXT_COLUMN_STATUS, KP_TABLE_TEXT, true, 2800},
    [KP_TABLE_OVERDUE] = {"overdue", KP_TEXT_COLUMN_OVERDUE, KP_TABLE_FORMULA, false, 3200},
    [KP_TABLE_CHANGED_BY] = {"changed_by", KP_TEXT_COLUMN_CHANGED_BY, KP_TABLE_TEXT, false, 4000},
    [KP_TABLE_CHANGED_ON] = {"changed_on", KP_TEXT_COLUMN_CHANGED_ON, KP_TABLE_DATE, false, 3000},
};

void kp_table_clear(kp_table *table) {
  kp_uno_release(table->sheet);
  table->sheet = NULL;
}

/* Fills the columns from a row of data that begins at column `left`; true when it is an anchor:
 * the id and at least two other keys. */
static bool read_keys(const uno_Sequence *data, int32_t row, int32_t left, kp_table *table) {
  const uno_Sequence *line = KP_UNO_ELEMENTS(uno_Sequence *const, data)[row];
  int seen = 0;
  for (int key = 0; key < KP_TABLE_COLUMNS; key++) {
    table->columns[key] = -1;
    for (int32_t column = 0; table->columns[key] < 0 && column < line->nElements; column++)
      if (kp_cells_is(data, column, row, kp_table_columns[key].key))
        table->columns[key] = left + column;
    seen += table->columns[key] >= 0;
  }
  return table->columns[KP_TABLE_ID] >= 0 && seen >= 3;
}

/* Looks for the anchor in a rectangle of a sheet; on success the table owns the sheet. */
static bool find_anchor(kp_uno_error *error, uno_Interface *sheet,
                        const kp_uno_cell_range_address *where, kp_table *table, bool *found) {
  uno_Sequence *data = NULL;
  if (!kp_cells_data(error, sheet, where->start_column, where->start_row, where->end_column,
                     where->end_row, &data))
    return false;
  for (int32_t row = 0; !*found && row < data->nElements; row++) {
    if (read_keys(data, row, where->start_column, table)) {
      table->anchor = where->start_row + row;
      table->sheet = kp_uno_acquire(sheet);
      *found = true;
    }
  }
  kp_uno_sequence_free(data, "[][]any");
  return true;
}

/* The range behind the name, when the name exists and its cells still do. */
static bool named_range(kp_uno_error *error, uno_Interface *model, kp_uno_cell_range_address *where,
                        bool *found) {
  static kp_uno_method get_cells =
      KP_UNO_METHOD("com.sun.star.sheet.XCellRangeReferrer::getReferredCells");
  uno_Interface *names = NULL;
  uno_Interface *name = NULL;
  uno_Interface *cells = NULL;
  bool has = false;
  bool good = kp_uno_property_get_interface(error, model, "NamedRanges", &names) &&
              kp_cells_has_name(error, names, KP_WORKBOOK_ACTIONS, &has);
  if (good && has) {
    /* A name whose sheet was deleted refers to nothing: that is no error here. */
    kp_uno_error ignored = KP_UNO_NO_ERROR;
    *found = kp_cells_by_name(&ignored, names, KP_WORKBOOK_ACTIONS, &name) &&
             kp_uno_call(&ignored, name, &get_cells, &cells) && cells != NULL &&
             kp_cells_address(&ignored, cells, where);
  }
  kp_uno_release(cells);
  kp_uno_release(name);
  kp_uno_release(names);
  return good;
}

static bool find_by_name(kp_uno_error *error, uno_Interface *model, uno_Interface *sheets,
                         kp_table *table, bool *found) {
  kp_uno_cell_range_address where;
  uno_Interface *sheet = NULL;
  bool exists = false;
  if (!named_range(error, model, &where, &exists))
    return false;
  if (!exists)
    return true;
  if (where.end_column - where.start_column > WIDEST)
    where.end_column = where.start_column + WIDEST;
  bool good = kp_cells_by_index(error, sheets, where.sheet, &sheet);
  if (good) {
    /* The anchor is the first row, unless people sorted it away. */
    kp_uno_cell_range_address first = where;
    first.end_row = first.start_row;
    good = find_anchor(error, sheet, &first, table, found) &&
           (*found || find_anchor(error, sheet, &where, table, found));
  }
  kp_uno_release(sheet);
  return good;
}

static bool find_by_keys(kp_uno_error *error, uno_Interface *sheets, kp_table *table, bool *found) {
  static kp_uno_method count_method =
      KP_UNO_METHOD("com.sun.star.container.XIndexAccess::getCount");
  sal_Int32 count = 0;
  bool good = kp_uno_call(error, sheets, &count_method, &count);
  for (sal_Int32 i = 0; good && !*found && i < count; i++) {
    uno_Interface *sheet = NULL;
    kp_uno_cell_range_address where = {0, 0, 0, 0, 0};
    good = kp_cells_by_index(error, sheets, i, &sheet) &&
           kp_cells_used(error, sheet, &where.end_column, &where.end_row);
    if (good) {
      where.end_column = where.end_column < SEARCHED_COLUMNS ? where.end_column : SEARCHED_COLUMNS;
      where.end_row = where.end_row < SEARCHED_ROWS ? where.end_row : SEARCHED_ROWS;
      good = find_anchor(error, sheet, &where, table, found);
    }
    kp_uno_release(sheet);
  }
  return good;
}

bool kp_table_find(kp_uno_error *error, uno_Interface *model, kp_table *table, bool *found) {
  uno_Interface *sheets = NULL;
  *found = false;
  table->sheet = NULL;
  bool good = kp_cells_sheets(error, model, &sheets) &&
              find_by_name(error, model, sheets, table, found) &&
              (*found || find_by_keys(error, sheets, table, found));
  kp_uno_release(sheets);
  return good;
}

kp_language kp_table_language(const kp_table *table, kp_language fallback) {
  static kp_uno_method get_formula =
      KP_UNO_METHOD("com.sun.star.sheet.XSheetCondition::getFormula1");
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  uno_Interface *cell = NULL;
  uno_Interface *validation = NULL;
  char *list = NULL;
  int32_t column = table->columns[KP_TABLE_STATUS];
  kp_language language = fallback;
  if (column >= 0 &&
      kp_cells_range(&ignored, table->sheet, column, table->anchor, column, table->anchor, &cell) &&
      kp_uno_property_get_interface(&ignored, cell, "Validation", &validation) &&
      kp_uno_call(&ignored, validation, &get_formula, &list)) {
    for (int candidate = 0; candidate < KP_LANGUAGE_COUNT; candidate++)
      if (strstr(list, kp_status_text(KP_STATUS_TODO, (kp_language)candidate)) != NULL &&
          strstr(list, kp_status_text(KP_STATUS_DONE, (kp_language)candidate)) != NULL)
        language = (kp_language)candidate;
  }
  free(list);
  kp_uno_release(validation);
  kp_uno_release(cell);
  return language;
}

bool kp_table_free_name(kp_uno_error *error, uno_Interface *model, kp_language language,
                        char **name) {
  uno_Interface *sheets = NULL;
  char candidate[64];
  bool taken = true;
  bool good = kp_cells_sheets(error, model, &sheets);
  for (int number = 1; good && taken; number++) {
    const char *base = kp_text_get(KP_TEXT_SHEET_ACTIONS, language);
    if (number == 1)
      snprintf(candidate, sizeof candidate, "%s", base);
    else
      snprintf(candidate, sizeof candidate, "%s %d", base, number);
    good = kp_cells_has_name(error, sheets, candidate, &taken);
  }
  kp_uno_release(sheets);
  if (!good)
    return false;
  size_t size = strlen(candidate) + 1;
  *name = malloc(size);
  if (*name == NULL)
    return kp_uno_error_memory(error);
  memcpy(*name, candidate, size);
  return true;
}
