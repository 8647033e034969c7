/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scores of a measurement: where its row says that they stand. */
#include "answers.h"
#include "kernpunt/method.h"
#include "kernpunt/uno.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* The range by its address ("Responses.G2:G500") or by its name; NULL when there is none. */
static uno_Interface *find_range(uno_Interface *model, const char *address) {
  static kp_uno_method get_sheets =
      KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheetDocument::getSheets");
  static kp_uno_method get_ranges =
      KP_UNO_METHOD("com.sun.star.sheet.XCellRangesAccess::getCellRangesByName");
  static kp_uno_method get_name = KP_UNO_METHOD("com.sun.star.container.XNameAccess::getByName");
  static kp_uno_method refers =
      KP_UNO_METHOD("com.sun.star.sheet.XCellRangeReferrer::getReferredCells");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *sheets = NULL;
  uno_Interface *names = NULL;
  uno_Interface *named = NULL;
  uno_Interface *range = NULL;
  uno_Sequence *ranges = NULL;
  uno_Any any;
  kp_uno_any_init(&any);
  if (kp_uno_call(&ignored, model, &get_sheets, &sheets) &&
      kp_uno_call(&ignored, sheets, &get_ranges, &ranges, address) && ranges->nElements > 0)
    range = kp_uno_acquire(KP_UNO_ELEMENTS(uno_Interface *, ranges)[0]);
  else if (kp_uno_property_get_interface(&ignored, model, "NamedRanges", &names) &&
           kp_uno_call(&ignored, names, &get_name, &any, address) &&
           kp_uno_any_get_interface(&any, &named) && !kp_uno_call(&ignored, named, &refers, &range))
    range = NULL;
  kp_uno_any_clear(&any);
  kp_uno_sequence_free(ranges, "[]com.sun.star.table.XCellRange");
  kp_uno_release(named);
  kp_uno_release(names);
  kp_uno_release(sheets);
  return range;
}

/* Only the rows with content: people may give whole columns. NULL when there are none. */
static uno_Interface *within_used(uno_Interface *range) {
  static kp_uno_method get_sheet =
      KP_UNO_METHOD("com.sun.star.sheet.XSheetCellRange::getSpreadsheet");
  static kp_uno_method get_cursor = KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheet::createCursor");
  static kp_uno_method to_end =
      KP_UNO_METHOD("com.sun.star.sheet.XUsedAreaCursor::gotoEndOfUsedArea");
  static kp_uno_method get_address =
      KP_UNO_METHOD("com.sun.star.sheet.XCellRangeAddressable::getRangeAddress");
  static kp_uno_method get_part =
      KP_UNO_METHOD("com.sun.star.table.XCellRange::getCellRangeByPosition");
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_cell_range_address where = {0};
  kp_uno_cell_range_address used = {0};
  uno_Interface *sheet = NULL;
  uno_Interface *cursor = NULL;
  uno_Interface *part = NULL;
  if (kp_uno_call(&ignored, range, &get_sheet, &sheet) &&
      kp_uno_call(&ignored, sheet, &get_cursor, &cursor) &&
      kp_uno_call(&ignored, cursor, &to_end, NULL, 0) &&
      kp_uno_call(&ignored, cursor, &get_address, &used) &&
      kp_uno_call(&ignored, range, &get_address, &where) && used.end_row >= where.start_row) {
    int32_t bottom = used.end_row < where.end_row ? used.end_row : where.end_row;
    if (!kp_uno_call(&ignored, sheet, &get_part, &part, (int)where.start_column,
                     (int)where.start_row, (int)where.end_column, (int)bottom))
      part = NULL;
  }
  kp_uno_release(cursor);
  kp_uno_release(sheet);
  return part;
}

static void add_cells(kp_measure_scores *scores, const uno_Sequence *rows) {
  for (int32_t i = 0; i < rows->nElements; i++) {
    const uno_Sequence *row = KP_UNO_ELEMENTS(uno_Sequence *, rows)[i];
    for (int32_t k = 0; k < row->nElements; k++) {
      double value = 0;
      bool number = kp_uno_any_get_double(&KP_UNO_ELEMENTS(uno_Any, row)[k], &value);
      kp_measure_scores_add(scores, number, value);
    }
  }
}

static bool read_range(uno_Interface *model, const char *address, kp_measure_scores *scores) {
  static kp_uno_method get_data = KP_UNO_METHOD("com.sun.star.sheet.XCellRangeData::getDataArray");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Sequence *rows = NULL;
  uno_Interface *range = find_range(model, address);
  uno_Interface *part = range != NULL ? within_used(range) : NULL;
  bool good = range != NULL;
  if (part != NULL) {
    good = kp_uno_call(&ignored, part, &get_data, &rows);
    if (good)
      add_cells(scores, rows);
  }
  kp_uno_sequence_free(rows, "[][]any");
  kp_uno_release(part);
  kp_uno_release(range);
  return good;
}

/* The word in the column with this role; NULL when it is blank or none of the list. */
static const kp_method_item *word_of(const kp_measure_input *in, const kp_method_table *table,
                                     kp_method_role role, size_t row) {
  const kp_method_column *column = kp_method_role_column(table, role);
  if (column == NULL || column->list == NULL)
    return NULL;
  kp_method_cell cell = in->rows->cell(in->rows->data, column, row);
  return cell.kind == KP_METHOD_WORDS ? kp_method_item_of(column->list, cell.text) : NULL;
}

static char *text_of(const kp_measure_input *in, const kp_method_table *table, kp_method_role role,
                     size_t row) {
  const kp_method_column *column = kp_method_role_column(table, role);
  return column != NULL ? kp_method_cell_text(column, in->rows->cell(in->rows->data, column, row))
                        : kp_text_copy("");
}

static bool filled(const kp_measure_input *in, const kp_method_table *table, kp_method_role role,
                   size_t row) {
  char *text = text_of(in, table, role, row);
  bool is = text != NULL && text[0] != '\0';
  free(text);
  return is;
}

/* Without a word the scale is that of the recommendation score. */
static bool start(kp_measure_scores *scores, const kp_method_item *scale) {
  enum { LEAST = 0, MOST = 10 };
  return scale == NULL ? kp_measure_scores_start(scores, LEAST, MOST)
                       : scale->least < scale->most &&
                             kp_measure_scores_start(scores, scale->least, scale->most);
}

static void read_typed(const kp_measure_input *in, const kp_method_table *table, size_t row,
                       kp_measure_scores *scores) {
  char *address = text_of(in, table, KP_ROLE_SCORES, row);
  if (address != NULL && address[0] != '\0' && kp_method_in_workbook(address))
    scores->readable = read_range(in->model, address, scores);
  free(address);
}

void kp_measure_read(const kp_measure_input *in, const char *wave, kp_measure_scores *scores) {
  assert(in->method != NULL && in->rows != NULL && in->book != NULL && wave != NULL);
  const kp_method_table *table = kp_method_role_table(in->method, KP_ROLE_WAVE);
  size_t row = 0;
  memset(scores, 0, sizeof *scores);
  if (table == NULL || !kp_method_book_find(in->book, table, wave, &row))
    return;
  const kp_method_item *kind = word_of(in, table, KP_ROLE_KIND, row);
  bool known = start(scores, word_of(in, table, KP_ROLE_SCALE, row));
  scores->story = kind != NULL && kind->role == KP_ROLE_STORY;
  scores->changed =
      filled(in, table, KP_ROLE_CIRCUMSTANCES, row) || filled(in, table, KP_ROLE_CHANGES, row);
  char *title =
      kp_method_cell_text(table->title, in->rows->cell(in->rows->data, table->title, row));
  /* The answer sheet itself; only without one what somebody typed, within this workbook. */
  if (known && !scores->story && title != NULL &&
      !kp_answers_read_wave(in, wave, title, row, scores))
    read_typed(in, table, row, scores);
  free(title);
}
