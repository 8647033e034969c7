/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check over the whole workbook: what the rules say, and what has become of
 * the structure. */
#include "cells.h"
#include "check.h"
#include "document.h"
#include "formulas.h"
#include "grid.h"
#include "reader.h"
#include "record.h"
#include "leave.h"
#include "place.h"
#include "obstacle.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct job {
  const kp_document *document;
  kp_check *check;
  kp_registry registry;
  kp_reader *reader;
} job;

void kp_check_clear(kp_check *check) {
  for (size_t i = 0; i < check->count; i++) {
    kp_check_item *item = &check->items[i];
    char *texts[] = {item->sheet,  item->cell,    item->table, item->id,
                     item->column, item->message, item->rule,  item->mark};
    for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
      free(texts[k]);
  }
  free(check->items);
  *check = (kp_check){NULL, 0, 0};
}

/* Copies the texts; NULL counts as "". */
static bool add(kp_uno_error *error, kp_check *check, const kp_check_item *wanted) {
  char mark[KP_LEAVE_MARK_SIZE];
  kp_leave_mark_text(wanted->message, mark);
  kp_check_item *more = realloc(check->items, (check->count + 1) * sizeof *more);
  if (more == NULL)
    return kp_uno_error_memory(error);
  check->items = more;
  const char *from[] = {
      wanted->sheet,  wanted->cell,    wanted->table, wanted->id,
      wanted->column, wanted->message, wanted->rule,  wanted->mark != NULL ? wanted->mark : mark};
  kp_check_item *item = &check->items[check->count++];
  memset(item, 0, sizeof *item);
  item->severity = wanted->severity;
  item->repairable = wanted->repairable;
  char **to[] = {&item->sheet,  &item->cell,    &item->table, &item->id,
                 &item->column, &item->message, &item->rule,  &item->mark};
  bool good = true;
  for (size_t i = 0; i < sizeof to / sizeof *to; i++) {
    *to[i] = kp_record_copy(error, from[i]);
    good = good && *to[i] != NULL;
  }
  return good;
}

bool kp_check_add(kp_uno_error *error, kp_check *check, const kp_check_item *item) {
  return add(error, check, item);
}

static void cell_name(int32_t column, int32_t row, char name[24]) {
  char letters[8];
  name[0] = '\0';
  if (column < 0 || row < 0)
    return;
  kp_cells_column_name(column, letters);
  snprintf(name, 24, "%s%d", letters, (int)row + 1);
}

/* ---------------------------------------------------------------------------- what rules say */

static bool add_finding(kp_uno_error *error, job *of, const kp_method_finding *finding) {
  int32_t row = kp_reader_sheet_row(of->reader, finding->table, finding->row);
  int32_t column =
      finding->column != NULL ? kp_reader_sheet_column(of->reader, finding->column) : -1;
  char *sheet = kp_reader_sheet_name(of->reader, finding->table);
  char cell[24];
  cell_name(column >= 0 ? column : 0, row, cell);
  char key[KP_GRID_TOKEN_SIZE];
  char column_key[KP_GRID_TOKEN_SIZE];
  snprintf(key, sizeof key, "%s", finding->table->key);
  snprintf(column_key, sizeof column_key, "%s",
           finding->column != NULL ? finding->column->key : "");
  char rule[KP_LEAVE_RULE_SIZE];
  char mark[KP_LEAVE_MARK_SIZE];
  snprintf(rule, sizeof rule, "%s", finding->rule);
  if (finding->row != KP_METHOD_NEW_ROW)
    kp_leave_mark_row(kp_reader_rows(of->reader), finding->table, finding->row, mark);
  else
    kp_leave_mark_text(finding->message, mark);
  kp_check_item item = {.severity = finding->severity,
                        .rule = rule,
                        .mark = mark,
                        .sheet = sheet,
                        .cell = cell,
                        .table = key,
                        .id = finding->id,
                        .column = column_key,
                        .message = finding->message};
  bool good = add(error, of->check, &item);
  free(sheet);
  return good;
}

static bool check_rules(kp_uno_error *error, job *of) {
  kp_method_findings findings = {NULL, 0, 0};
  kp_method_book *book =
      kp_method_book_new(of->document->method, kp_reader_rows(of->reader), kp_workbook_today());
  bool good = book != NULL && kp_method_check_book(book, of->document->language, &findings);
  if (!good)
    kp_uno_error_memory(error);
  for (size_t i = 0; good && i < findings.count; i++)
    good = add_finding(error, of, &findings.list[i]);
  kp_method_findings_clear(&findings);
  kp_method_book_free(book);
  return good;
}

/* ----------------------------------------------------------------- what became of the sheets */

/* Names stored in users' files: never change. */
static const char *rule_of(kp_text text) {
  switch (text) {
  case KP_TEXT_CHECK_HEADER:
    return "sheet_header";
  case KP_TEXT_CHECK_NO_END:
  case KP_TEXT_CHECK_END_ABOVE:
    return "sheet_end";
  case KP_TEXT_CHECK_HIDDEN:
    return "sheet_hidden";
  case KP_TEXT_CHECK_RANGE:
    return "sheet_range";
  default:
    return "";
  }
}

static bool tell(kp_uno_error *error, job *of, const kp_method_table *table, const char *sheet,
                 const char *cell, bool mistake, kp_text text, const char *detail) {
  char rule[KP_LEAVE_RULE_SIZE];
  snprintf(rule, sizeof rule, "%s", rule_of(text));
  char *message = kp_text_fill(text, of->document->language, detail, sheet);
  char *key = kp_record_copy(error, table->key);
  kp_check_item item = {.severity = mistake                        ? KP_METHOD_REFUSE
                                    : text == KP_TEXT_CHECK_HEADER ? KP_METHOD_TIP
                                                                   : KP_METHOD_WARN,
                        .rule = rule,
                        .sheet = kp_record_copy(error, sheet),
                        .cell = kp_record_copy(error, cell),
                        .table = key,
                        .message = message,
                        .repairable =
                            text == KP_TEXT_CHECK_NO_END || text == KP_TEXT_CHECK_END_ABOVE ||
                            text == KP_TEXT_CHECK_END_USED || text == KP_TEXT_CHECK_HIDDEN ||
                            text == KP_TEXT_CHECK_HEADER_GONE ||
                            text == KP_TEXT_CHECK_HEADER_MOVED || text == KP_TEXT_CHECK_RANGE};
  bool good = (message != NULL || kp_uno_error_memory(error)) && key != NULL &&
              add(error, of->check, &item);
  free(item.cell);
  free(item.sheet);
  free(key);
  free(message);
  return good;
}

/* Columns that set-up made: gone, or under another header. */
static bool check_columns(kp_uno_error *error, job *of, const kp_method_table *table,
                          const kp_grid *grid, const char *sheet, bool moved) {
  uno_Sequence *header = NULL;
  int32_t row = grid->header;
  bool good =
      row < 0 || moved || kp_cells_data(error, grid->sheet, 0, row, grid->right, row, &header);
  for (size_t i = 0; good && i < table->count; i++) {
    char name[2 * KP_GRID_TOKEN_SIZE];
    char cell[24];
    snprintf(name, sizeof name, "%s.%s", table->key, table->columns[i]->key);
    const char *was = kp_registry_get(&of->registry, KP_REGISTRY_COLUMN, name);
    int32_t column = kp_grid_column_of(grid, table->columns[i]->key);
    if (was == NULL)
      continue;
    cell_name(column, row, cell);
    if (column < 0)
      good = tell(error, of, table, sheet, "", true, KP_TEXT_CHECK_COLUMN_GONE, was);
    else if (header != NULL && !kp_cells_is(header, column, 0, was))
      good = tell(error, of, table, sheet, cell, false, KP_TEXT_CHECK_HEADER, was);
  }
  kp_uno_sequence_free(header, "[][]any");
  return good;
}

/* Whether no row of a range is hidden. (IsVisible of several rows tells of the first one only.) */
static bool all_visible(kp_uno_error *error, uno_Interface *range, int32_t rows, bool *all) {
  static kp_uno_method query =
      KP_UNO_METHOD("com.sun.star.sheet.XCellRangesQuery::queryVisibleCells");
  static kp_uno_method addresses =
      KP_UNO_METHOD("com.sun.star.sheet.XSheetCellRanges::getRangeAddresses");
  uno_Interface *ranges = NULL;
  uno_Sequence *list = NULL;
  bool good =
      kp_uno_call(error, range, &query, &ranges) && kp_uno_call(error, ranges, &addresses, &list);
  int32_t seen = 0;
  for (sal_Int32 i = 0; good && i < list->nElements; i++) {
    const kp_uno_cell_range_address *part =
        &KP_UNO_ELEMENTS(const kp_uno_cell_range_address, list)[i];
    seen += part->end_row - part->start_row + 1;
  }
  *all = seen == rows;
  kp_uno_sequence_free(list, "[]com.sun.star.table.CellRangeAddress");
  kp_uno_release(ranges);
  return good;
}

/* Rows that nobody sees although they hold an ID. */
static bool check_hidden(kp_uno_error *error, job *of, const kp_method_table *table,
                         const kp_grid *grid, const kp_rows *rows, const char *sheet) {
  static kp_uno_method get_rows = KP_UNO_METHOD("com.sun.star.table.XColumnRowRange::getRows");
  uno_Interface *range = NULL;
  uno_Interface *lines = NULL;
  bool all = true;
  if (rows->count == 0)
    return true;
  int32_t first = rows->sheet[0];
  int32_t last = rows->sheet[rows->count - 1];
  bool good = kp_cells_range(error, grid->sheet, grid->id, first, grid->id, last, &range) &&
              all_visible(error, range, last - first + 1, &all) &&
              kp_uno_call(error, range, &get_rows, &lines);
  if (good && !all) {
    for (size_t i = 0; good && i < rows->count; i++) {
      uno_Interface *line = NULL;
      bool visible = true;
      bool filtered = false;
      char cell[24];
      good = kp_cells_by_index(error, lines, rows->sheet[i] - first, &line) &&
             kp_uno_property_get_bool(error, line, "IsVisible", &visible) &&
             kp_uno_property_get_bool(error, line, "IsFiltered", &filtered);
      cell_name(grid->id, rows->sheet[i], cell);
      if (good && !visible && !filtered)
        good = tell(error, of, table, sheet, cell, false, KP_TEXT_CHECK_HIDDEN, cell);
      kp_uno_release(line);
    }
  }
  kp_uno_release(lines);
  kp_uno_release(range);
  return good;
}

/* The end line: gone, not last, or taken for a row. */
static bool check_end(kp_uno_error *error, job *of, const kp_method_table *table,
                      const kp_grid *grid, const kp_rows *rows, const char *sheet) {
  int32_t column = -1;
  char cell[24];
  bool good = kp_rows_end_used(error, grid, rows, false, &column);
  if (good && rows->end < 0)
    good = tell(error, of, table, sheet, "", false, KP_TEXT_CHECK_NO_END, sheet);
  else if (good && rows->last > rows->end)
    good = tell(error, of, table, sheet, "", false, KP_TEXT_CHECK_END_ABOVE, sheet);
  cell_name(column, rows->end, cell);
  if (good && column >= 0)
    good = tell(error, of, table, sheet, cell, true, KP_TEXT_CHECK_END_USED, sheet);
  return good;
}

/* What would keep the next row from being added. */
static bool check_blocked(kp_uno_error *error, job *of, const kp_method_table *table,
                          const kp_grid *grid, const char *sheet) {
  kp_place place = {0, false, KP_TEXT_NONE};
  kp_obstacle obstacle = {.text = KP_TEXT_NONE};
  return kp_place_find(error, grid, &place) &&
         kp_obstacle_of_row(error, grid->sheet, place.row, &obstacle) &&
         (obstacle.text == KP_TEXT_NONE ||
          tell(error, of, table, sheet, obstacle.cell, true, obstacle.told, sheet));
}

/* Filter, colors and print go by the range of the table. */
static bool check_range(kp_uno_error *error, job *of, const kp_method_table *table,
                        const kp_grid *grid, const kp_rows *rows, const char *sheet) {
  int32_t last = rows->count > 0 ? rows->sheet[rows->count - 1] : -1;
  bool told = rows->end < 0 || rows->last > rows->end;
  if (told || (grid->bottom >= 0 && last <= grid->bottom && rows->end > grid->bottom))
    return true;
  return tell(error, of, table, sheet, "", false, KP_TEXT_CHECK_RANGE, sheet);
}

static bool header_moved(const kp_grid *grid, const kp_rows *rows) {
  return grid->header >= 0 && rows->header >= 0 && rows->header != grid->header;
}

static bool check_rows(kp_uno_error *error, job *of, const kp_method_table *table,
                       const kp_grid *grid, const char *sheet) {
  kp_rows rows;
  bool good = kp_rows_read(error, grid, &rows); /* what is typed has no ID */
  bool moved = good && header_moved(grid, &rows);
  good = good && check_columns(error, of, table, grid, sheet, moved);
  if (good && grid->header < 0)
    good = tell(error, of, table, sheet, "", true, KP_TEXT_CHECK_HEADER_GONE, sheet);
  if (moved)
    good = good && tell(error, of, table, sheet, "", true, KP_TEXT_CHECK_HEADER_MOVED, sheet);
  good = good && check_end(error, of, table, grid, &rows, sheet) &&
         check_range(error, of, table, grid, &rows, sheet) &&
         check_blocked(error, of, table, grid, sheet) &&
         check_hidden(error, of, table, grid, &rows, sheet);
  kp_rows_clear(&rows);
  return good;
}

static bool check_table(kp_uno_error *error, job *of, const kp_method_table *table) {
  const char *made = kp_registry_get(&of->registry, KP_REGISTRY_TABLE, table->key);
  kp_grid grid = {.sheet = NULL};
  char *sheet = NULL;
  bool good = kp_grid_find(error, of->document->model, &of->registry, table, &grid);
  if (good && grid.sheet == NULL && made != NULL)
    good = tell(error, of, table, "", "", true, KP_TEXT_CHECK_TABLE_GONE, made);
  else if (good && grid.sheet != NULL)
    good = kp_cells_name(error, grid.sheet, &sheet) && check_rows(error, of, table, &grid, sheet);
  free(sheet);
  kp_grid_clear(&grid);
  return good;
}

/* Somebody deleted the hidden sheet: tables are still found, what the team chose is not. */
static bool check_registry(kp_uno_error *error, job *of) {
  const kp_method *method = of->document->method;
  const kp_method_rows *rows = kp_reader_rows(of->reader);
  bool any = false;
  if (kp_registry_get(&of->registry, KP_REGISTRY_WORKBOOK, "language") != NULL)
    return true;
  for (size_t i = 0; i < method->table_count; i++)
    any = any || rows->count(rows->data, method->tables[i]) != KP_METHOD_NO_TABLE;
  char *message =
      kp_text_fill(KP_TEXT_CHECK_NO_REGISTRY, of->document->language, KP_REGISTRY_SHEET, NULL);
  kp_check_item item = {.severity = KP_METHOD_REFUSE, .message = message};
  bool good = message != NULL ? !any || add(error, of->check, &item) : kp_uno_error_memory(error);
  free(message);
  return good;
}

bool kp_workbook_check(kp_uno_error *error, const kp_document *document, kp_check *check) {
  job of = {.document = document, .check = check};
  *check = (kp_check){NULL, 0, 0};
  of.reader = kp_reader_new(error, document);
  if (of.reader != NULL)
    kp_reader_expect_all(of.reader);
  bool good = of.reader != NULL && kp_registry_read(error, document->model, &of.registry) &&
              check_registry(error, &of);
  for (size_t i = 0; good && i < document->method->table_count; i++)
    good = check_table(error, &of, document->method->tables[i]);
  good = good && kp_check_journal(error, document, check) && check_rules(error, &of) &&
         kp_check_formulas(error, document, check) &&
         kp_check_sources(error, document, &of.registry, check) &&
         !kp_reader_failed(of.reader, error);
  if (good)
    kp_leave_out(&of.registry, check);
  kp_reader_free(of.reader);
  kp_registry_clear(&of.registry);
  return good;
}
