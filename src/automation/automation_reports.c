/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs that tell: read, check, journal. */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

/* -------------------------------------------------------------------------------------- read */

/* One row: texts and numbers as the sheet has them. */
static bool fill_row(kp_uno_error *error, const kp_method_rows *rows, const kp_method_table *table,
                     size_t row, uno_Sequence **place) {
  uno_Sequence *line = kp_uno_sequence_new("[]any", table->count);
  bool good = true;
  if (line == NULL)
    return kp_uno_error_memory(error);
  for (size_t c = 0; good && c < table->count; c++) {
    uno_Any *value = &KP_UNO_ELEMENTS(uno_Any, line)[c];
    kp_method_cell cell = rows->cell(rows->data, table->columns[c], row);
    if (cell.kind == KP_METHOD_VALUE)
      kp_uno_any_set_double(value, cell.number);
    else
      good = kp_uno_any_set_string(value, cell.kind == KP_METHOD_WORDS ? cell.text : "", error);
  }
  if (good) {
    kp_uno_sequence_free(*place, "[]any");
    *place = line;
  } else {
    kp_uno_sequence_free(line, "[]any");
  }
  return good;
}

static bool put_rows(kp_uno_error *error, uno_Sequence *answer, kp_reader *reader,
                     const kp_method_table *table, size_t count) {
  static const char type[] = "[][]any";
  const kp_method_rows *rows = kp_reader_rows(reader);
  uno_Any *value = kp_automation_value(answer, 1, "Rows");
  uno_Any *places = kp_automation_value(answer, 2, "SheetRows");
  uno_Sequence *lines = kp_uno_sequence_new(type, count);
  uno_Sequence *numbers = kp_uno_sequence_new("[]long", count);
  bool good = true;
  if (value == NULL || places == NULL || lines == NULL || numbers == NULL) {
    kp_uno_sequence_free(numbers, "[]long");
    kp_uno_sequence_free(lines, type);
    return kp_uno_error_memory(error);
  }
  for (size_t i = 0; good && i < count; i++) {
    good = fill_row(error, rows, table, i, &KP_UNO_ELEMENTS(uno_Sequence *, lines)[i]);
    KP_UNO_ELEMENTS(sal_Int32, numbers)
    [i] = kp_reader_sheet_row(reader, table, i) + 1;
  }
  good = good && kp_uno_any_set(value, type, &lines, error) &&
         kp_uno_any_set(places, "[]long", &numbers, error);
  kp_uno_sequence_free(numbers, "[]long");
  kp_uno_sequence_free(lines, type);
  return good;
}

static bool put_keys(kp_uno_error *error, uno_Sequence *answer, const kp_method_table *table) {
  const char **keys = calloc(table->count + 1, sizeof *keys);
  if (keys == NULL)
    return kp_uno_error_memory(error);
  for (size_t i = 0; i < table->count; i++)
    keys[i] = table->columns[i]->key;
  bool good = kp_automation_put_table(error, answer, 0, "Keys", keys, 1, table->count);
  free(keys);
  return good;
}

static bool read_table(kp_automation *call, const kp_method_table *table, uno_Sequence **answer) {
  kp_uno_error *error = call->in->error;
  kp_reader *reader = kp_reader_new(error, &call->document);
  if (reader == NULL)
    return false;
  const kp_method_rows *rows = kp_reader_rows(reader);
  size_t count = rows->count(rows->data, table);
  char *sheet = kp_reader_sheet_name(reader, table);
  *answer = kp_automation_answer(error, 4);
  bool good = *answer != NULL && put_keys(error, *answer, table) &&
              put_rows(error, *answer, reader, table, count == KP_METHOD_NO_TABLE ? 0 : count) &&
              kp_automation_put_text(error, *answer, 3, "Sheet", sheet) &&
              !kp_reader_failed(reader, error);
  free(sheet);
  kp_reader_free(reader);
  return good;
}

bool kp_automation_read(kp_uno_incoming *in) {
  kp_automation call;
  char *key = kp_automation_text(in, "Table");
  uno_Sequence *answer = NULL;
  bool good = kp_automation_open(in, &call);
  if (good) {
    const kp_method_table *table = kp_method_find_table(call.method, key != NULL ? key : "");
    if (table != NULL)
      good = read_table(&call, table, &answer);
    else
      good = kp_uno_error_set(in->error, KP_UNO_ILLEGAL_ARGUMENT, "no such Table");
  }
  free(key);
  kp_automation_close(&call);
  return kp_automation_return(in, answer, good);
}

/* ------------------------------------------------------------------------------------- check */

static bool put_items(kp_uno_error *error, uno_Sequence *answer, const kp_check *check) {
  enum { COLUMNS = 7 };
  static const char *const words[] = {
      [KP_METHOD_TIP] = "tip", [KP_METHOD_WARN] = "warn", [KP_METHOD_REFUSE] = "refuse"};
  const char **texts = calloc(check->count * COLUMNS + 1, sizeof *texts);
  if (texts == NULL)
    return kp_uno_error_memory(error);
  for (size_t i = 0; i < check->count; i++) {
    const kp_check_item *item = &check->items[i];
    const char *line[COLUMNS] = {words[item->severity], item->sheet, item->cell,
                                 item->table,           item->id,    item->column,
                                 item->message};
    memcpy(texts + i * COLUMNS, line, sizeof line);
  }
  bool good = kp_automation_put_table(error, answer, 0, "Items", texts, check->count, COLUMNS);
  free(texts);
  return good;
}

bool kp_automation_check(kp_uno_incoming *in) {
  kp_automation call;
  kp_check check = {NULL, 0, 0};
  uno_Sequence *answer = NULL;
  bool good = kp_automation_open(in, &call) && kp_workbook_check(in->error, &call.document, &check);
  if (good) {
    answer = kp_automation_answer(in->error, 1);
    good = answer != NULL && put_items(in->error, answer, &check);
  }
  kp_check_clear(&check);
  kp_automation_close(&call);
  return kp_automation_return(in, answer, good);
}

/* ----------------------------------------------------------------------------------- journal */

static bool list_journal(kp_uno_incoming *in, const kp_document *document, uno_Sequence **answer) {
  enum { COLUMNS = 5 };
  kp_journal journal;
  bool good = kp_journal_read(in->error, document->context, &journal);
  const char **texts = calloc(journal.count * COLUMNS + 1, sizeof *texts);
  if (texts == NULL)
    good = kp_uno_error_memory(in->error);
  for (size_t i = 0; good && texts != NULL && i < journal.count; i++) {
    const kp_record *record = &journal.records[i];
    const char *line[COLUMNS] = {record->change ? "change" : "append", record->table, record->id,
                                 record->time, record->url};
    memcpy(texts + i * COLUMNS, line, sizeof line);
  }
  if (good) {
    *answer = kp_automation_answer(in->error, 3);
    good =
        *answer != NULL &&
        kp_automation_put_table(in->error, *answer, 0, "Records", texts, journal.count, COLUMNS) &&
        kp_automation_put_table(in->error, *answer, 1, "Cut", (const char *const *)journal.cut,
                                journal.cut_count, 1) &&
        kp_automation_put_long(in->error, *answer, 2, "Kept", (int32_t)journal.kept);
  }
  free(texts);
  kp_journal_clear(&journal);
  return good;
}

static bool verify_journal(kp_uno_incoming *in, const kp_document *document,
                           uno_Sequence **answer) {
  kp_journal_report report;
  size_t lost = 0;
  if (!kp_journal_verify(in->error, document, false, &report) ||
      !kp_journal_lost(in->error, document, &lost))
    return false;
  *answer = kp_automation_answer(in->error, 4);
  return *answer != NULL &&
         kp_automation_put_bool(in->error, *answer, 0, "Readable", report.readable) &&
         kp_automation_put_long(in->error, *answer, 1, "Seen", (int32_t)report.seen) &&
         kp_automation_put_long(in->error, *answer, 2, "Missing", (int32_t)report.missing) &&
         kp_automation_put_long(in->error, *answer, 3, "Lost", (int32_t)lost);
}

static bool forget_journal(kp_uno_incoming *in, const kp_document *document, const char *id,
                           uno_Sequence **answer) {
  size_t count = 0;
  if (!kp_journal_forget(in->error, document, id, &count))
    return false;
  *answer = kp_automation_answer(in->error, 1);
  return *answer != NULL && kp_automation_put_long(in->error, *answer, 0, "Count", (int32_t)count);
}

static bool restore_journal(kp_uno_incoming *in, const kp_document *document, const char *id,
                            uno_Sequence **answer) {
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  size_t count = 0;
  kp_workbook_answer came = kp_journal_restore(in->error, document, id, &count, &outcome);
  char *message = kp_text_fill(outcome.text, document->language, outcome.detail, NULL);
  bool good = came != KP_WORKBOOK_FAILED && (message != NULL || kp_uno_error_memory(in->error));
  if (good) {
    *answer = kp_automation_answer(in->error, 3);
    good = *answer != NULL &&
           kp_automation_put_long(in->error, *answer, 0, "Count", (int32_t)count) &&
           kp_automation_put_text(in->error, *answer, 1, "Answer",
                                  came == KP_WORKBOOK_WRITTEN ? "written" : "refused") &&
           kp_automation_put_text(in->error, *answer, 2, "Message", message);
  }
  free(message);
  kp_outcome_clear(&outcome);
  return good;
}

bool kp_automation_journal(kp_uno_incoming *in) {
  kp_automation call;
  char *what = kp_automation_text(in, "Do");
  char *id = kp_automation_text(in, "Id");
  uno_Sequence *answer = NULL;
  bool good = kp_automation_open(in, &call);
  if (good && (what == NULL || strcmp(what, "list") == 0))
    good = list_journal(in, &call.document, &answer);
  else if (good && strcmp(what, "verify") == 0)
    good = verify_journal(in, &call.document, &answer);
  else if (good && strcmp(what, "restore") == 0)
    good = restore_journal(in, &call.document, id, &answer);
  else if (good && strcmp(what, "forget") == 0)
    good = forget_journal(in, &call.document, id, &answer);
  else if (good)
    good = kp_uno_error_set(in->error, KP_UNO_ILLEGAL_ARGUMENT, "Do what?");
  free(id);
  free(what);
  kp_automation_close(&call);
  return kp_automation_return(in, answer, good);
}
