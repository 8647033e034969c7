/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When, who, sheet, row, fields, was, becomes, reason: one line for one save.
 */
#include "log.h"

#include "place.h"

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

static bool add_cell(list *to, bool first, const kp_method_column *column, kp_method_cell cell) {
  char *text = kp_method_cell_text(column, cell);
  if (text != NULL)
    add(to, first, text);
  free(text);
  return text != NULL;
}

static kp_method_cell old_cell(const kp_log_line *line, const kp_method_column *column) {
  const kp_method_rows *rows = kp_reader_rows(line->reader);
  return rows->cell(rows->data, column, line->row);
}

static kp_method_cell new_cell(const kp_cell *cell) {
  return cell->text != NULL
             ? (kp_method_cell){.kind = KP_METHOD_WORDS, .text = cell->text}
             : (kp_method_cell){.kind = KP_METHOD_VALUE, .number = (double)cell->serial};
}

/* Fields with their old and new values. A new row tells what it began with. */
static bool describe(const kp_log_line *line, const kp_record *record, list *fields, list *was,
                     list *becomes) {
  bool first = true;
  bool good = true;
  for (size_t i = 0; good && i < record->count; i++) {
    const kp_cell *cell = &record->cells[i];
    const kp_method_column *column = kp_method_find_column(line->table, cell->key);
    if (column == NULL ||
        (line->row == KP_METHOD_NEW_ROW && cell->text != NULL && cell->text[0] == '\0'))
      continue;
    add(fields, first, column->name.in[line->language]);
    good =
        (line->row == KP_METHOD_NEW_ROW || add_cell(was, first, column, old_cell(line, column))) &&
        add_cell(becomes, first, column, new_cell(cell));
    first = false;
  }
  return good;
}

/* A column of the log that the method may lack. */
static bool set(kp_uno_error *error, const kp_method_table *table, kp_record *log,
                kp_method_role role, const char *text) {
  const kp_method_column *column = kp_method_role_column(table, role);
  return column == NULL || kp_record_set_text(error, log, column->key, text != NULL ? text : "");
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
  const kp_method_column *when = kp_method_role_column(table, KP_ROLE_WHEN);
  return (when != NULL && when->kind == KP_METHOD_DATE
              ? kp_record_set_day(error, log, when->key, kp_date_serial(kp_workbook_today()))
              : set(error, table, log, KP_ROLE_WHEN, log->id)) &&
         set(error, table, log, KP_ROLE_WHO, line->user) &&
         set(error, table, log, KP_ROLE_TABLE, what->sheet) &&
         set(error, table, log, KP_ROLE_ROW, what->row) &&
         set(error, table, log, KP_ROLE_FIELD, what->fields.text) &&
         set(error, table, log, KP_ROLE_WAS, what->was.text) &&
         set(error, table, log, KP_ROLE_BECOMES, what->becomes.text) &&
         set(error, table, log, KP_ROLE_REASON, line->note);
}

/* An empty line with its ID. */
static bool start(kp_uno_error *error, const kp_log_line *line, const kp_method_table *table,
                  kp_record *log) {
  char id[KP_TIME_SIZE] = "";
  do
    kp_record_now(id); /* to the microsecond: nobody else's line has it, nor another of this save */
  while (line->other != NULL && strcmp(line->other, id) == 0);
  bool good = table->prefix == NULL || line->reader == NULL ||
              kp_place_new_id(error, line->reader, table, id);
  return good && kp_record_start(error, line->document, table->key, id, false, log);
}

bool kp_log_is(const kp_method *method, const char *table) {
  const kp_method_table *of = kp_method_find_table(method, table);
  return of != NULL && of->role == KP_ROLE_LOG;
}

bool kp_log_make(kp_uno_error *error, const kp_log_line *line, kp_record *record, kp_record *log) {
  const kp_method_table *table = kp_method_role_table(line->document->method, KP_ROLE_LOG);
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
    good = describe(line, record, &what->fields, &what->was, &what->becomes) ||
           kp_uno_error_memory(error);
    good = good && fill(error, line, table, what, log);
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
  const kp_method_table *table = kp_method_role_table(line->document->method, KP_ROLE_LOG);
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
