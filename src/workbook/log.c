/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When, who, sheet, row, fields, was, becomes, reason: one line for one save.
 */
#include "log.h"

#include "place.h"
#include "writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A text that grows; one line holds at most what a cell may. */
typedef struct list {
  char text[KP_TEXT_MAXIMUM + 1];
  size_t used;
  bool full;
} list;

/* Adds a part behind " · ", cut at a whole character. */
static void add(list *to, bool first, const char *part) {
  const char *pieces[] = {first ? "" : " · ", part};
  for (size_t i = 0; i < 2 && !to->full; i++) {
    size_t room = sizeof to->text - 1 - to->used;
    size_t size = strlen(pieces[i]);
    to->full = size > room;
    size = size < room ? size : room;
    while (to->full && size > 0 && ((unsigned char)pieces[i][size] & 0xC0u) == 0x80u)
      size--;
    memcpy(to->text + to->used, pieces[i], size);
    to->used += size;
  }
  to->text[to->used] = '\0';
}

static void describe_day(int32_t serial, char text[16]) {
  kp_date date;
  if (kp_date_from_serial(serial, &date))
    snprintf(text, 16, "%04d-%02d-%02d", date.year % 10000, date.month % 100, date.day % 100);
  else
    snprintf(text, 16, "%d", (int)serial);
}

static void describe_new(const kp_cell *cell, list *to, bool first) {
  char day[16];
  if (cell->text == NULL)
    describe_day(cell->serial, day);
  add(to, first, cell->text != NULL ? cell->text : day);
}

static void describe_old(const kp_log_line *line, const kp_method_column *column, list *to,
                         bool first) {
  const kp_method_rows *rows = kp_reader_rows(line->reader);
  char text[32] = "";
  kp_method_cell cell = {.kind = KP_METHOD_BLANK};
  if (line->row != KP_METHOD_NEW_ROW)
    cell = rows->cell(rows->data, column, line->row);
  if (cell.kind == KP_METHOD_VALUE) {
    if (column->result == KP_METHOD_DATE && cell.number > -1e9 && cell.number < 1e9)
      describe_day((int32_t)cell.number, text);
    else /* decimals are kept as text, but people may type a number */
      snprintf(text, sizeof text, "%.15g", cell.number);
  }
  add(to, first, cell.kind == KP_METHOD_WORDS ? cell.text : text);
}

/* Fields with their old and new values. A new row tells what it began with. */
static void describe(const kp_log_line *line, const kp_record *record, list *fields, list *was,
                     list *becomes) {
  bool first = true;
  for (size_t i = 0; i < record->count; i++) {
    const kp_cell *cell = &record->cells[i];
    const kp_method_column *column = kp_method_find_column(line->table, cell->key);
    if (column == NULL ||
        (line->row == KP_METHOD_NEW_ROW && cell->text != NULL && cell->text[0] == '\0'))
      continue;
    add(fields, first, column->name.in[line->language]);
    if (line->row != KP_METHOD_NEW_ROW)
      describe_old(line, column, was, first);
    describe_new(cell, becomes, first);
    first = false;
  }
}

/* A column of the log that the method may lack or give another kind. */
static bool set(kp_uno_error *error, const kp_method_table *table, kp_record *log, const char *key,
                const char *text) {
  return kp_method_find_column(table, key) == NULL ||
         kp_record_set_text(error, log, key, text != NULL ? text : "");
}

/* What a line says besides when and who. */
typedef struct content {
  const char *sheet;
  const char *row;
  list fields;
  list was;
  list becomes;
} content;

static bool fill(kp_uno_error *error, const kp_log_line *line, const kp_method_table *table,
                 const content *what, kp_record *log) {
  const kp_method_column *when = kp_method_find_column(table, KP_LOG_WHEN);
  return (when != NULL && when->kind == KP_METHOD_DATE
              ? kp_record_set_day(error, log, KP_LOG_WHEN, kp_date_serial(kp_workbook_today()))
              : set(error, table, log, KP_LOG_WHEN, log->id)) &&
         set(error, table, log, KP_LOG_WHO, line->user) &&
         set(error, table, log, KP_LOG_SHEET, what->sheet) &&
         set(error, table, log, KP_LOG_ROW, what->row) &&
         set(error, table, log, KP_LOG_FIELD, what->fields.text) &&
         set(error, table, log, KP_LOG_WAS, what->was.text) &&
         set(error, table, log, KP_LOG_BECOMES, what->becomes.text) &&
         set(error, table, log, KP_LOG_REASON, line->note);
}

/* An empty line with its ID. */
static bool start(kp_uno_error *error, const kp_log_line *line, const kp_method_table *table,
                  kp_record *log) {
  char id[KP_TIME_SIZE] = "";
  kp_record_now(id); /* to the microsecond: nobody else's line has it */
  bool good = table->prefix == NULL || line->reader == NULL ||
              kp_place_new_id(error, line->reader, table, id);
  return good && kp_record_start(error, line->document, table->key, id, false, log);
}

bool kp_log_make(kp_uno_error *error, const kp_log_line *line, kp_record *record, kp_record *log) {
  const kp_method_table *table = kp_method_find_table(line->document->method, KP_WRITER_LOG);
  memset(log, 0, sizeof *log);
  if (table == NULL || table == line->table)
    return true;
  content *what = calloc(1, sizeof *what);
  char *sheet = kp_reader_sheet_name(line->reader, line->table);
  bool good = what != NULL && start(error, line, table, log);
  if (what == NULL)
    kp_uno_error_memory(error);
  if (good) {
    what->sheet = sheet;
    what->row = record->id;
    describe(line, record, &what->fields, &what->was, &what->becomes);
    good = fill(error, line, table, what, log);
  }
  free(sheet);
  free(what);
  if (good && record->change) {
    free(record->proof);
    record->proof = kp_record_copy(error, log->id);
    good = record->proof != NULL;
  }
  return good;
}

bool kp_log_make_changes(kp_uno_error *error, const kp_log_line *line, const char *what_changed,
                         const kp_log_change *changes, size_t count, kp_record *log) {
  const kp_method_table *table = kp_method_find_table(line->document->method, KP_WRITER_LOG);
  memset(log, 0, sizeof *log);
  if (table == NULL)
    return true;
  content *what = calloc(1, sizeof *what);
  bool good = what != NULL && start(error, line, table, log);
  if (what == NULL)
    kp_uno_error_memory(error);
  if (good) {
    what->sheet = what_changed;
    for (size_t i = 0; i < count; i++) {
      add(&what->fields, i == 0, changes[i].field);
      add(&what->was, i == 0, changes[i].was);
      add(&what->becomes, i == 0, changes[i].becomes);
    }
    good = fill(error, line, table, what, log);
  }
  free(what);
  return good;
}
