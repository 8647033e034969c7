/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adding and changing a row: fields, rules, log, and then the writer. */
#include "cells.h"
#include "fields.h"
#include "formulas.h"
#include "log.h"
#include "place.h"
#include "reader.h"
#include "writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One entry with all that it needs; made and cleared in one place. */
typedef struct job {
  const kp_document *document;
  const kp_entry *entry;
  kp_outcome *outcome;
  kp_method_findings *findings;
  kp_look look;
  kp_reader *reader;
  kp_method_book *book;
  bool lent; /* reader and book are the caller's */
  kp_fields fields;
  kp_record log;
  size_t row; /* of a change */
  bool change;
} job;

static kp_workbook_answer refuse(job *of, kp_text text, const char *detail) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  of->outcome->text = text;
  free(of->outcome->detail);
  of->outcome->detail = detail != NULL ? kp_record_copy(&ignored, detail) : NULL;
  return KP_WORKBOOK_REFUSED;
}

/* Reads what is needed; refuses where nothing can be written anyway. */
static kp_workbook_answer prepare(kp_uno_error *error, job *of) {
  const kp_method_table *table = kp_method_find_table(of->document->method, of->entry->table);
  if (table == NULL) {
    kp_uno_error_set(error, KP_UNO_ILLEGAL_ARGUMENT, "no table %s", of->entry->table);
    return KP_WORKBOOK_FAILED;
  }
  if (!kp_look_state(error, of->document, &of->look))
    return KP_WORKBOOK_FAILED;
  kp_text refusal = kp_document_refusal(&of->look.state);
  if (refusal != KP_TEXT_NONE)
    return refuse(of, refusal, NULL);
  if (!kp_look_registry(error, &of->look))
    return KP_WORKBOOK_FAILED;
  of->lent = of->document->lend != NULL &&
             of->document->lend(of->document->lender, &of->reader, &of->book);
  if (!of->lent)
    of->reader = kp_reader_new_in(error, of->document, &of->look);
  if (of->reader == NULL)
    return KP_WORKBOOK_FAILED;
  const kp_method_rows *rows = kp_reader_rows(of->reader);
  of->fields = (kp_fields){.document = of->document,
                           .table = table,
                           .language = rows->language,
                           .today = kp_workbook_today(),
                           .user = kp_workbook_user(of->document->context),
                           .outcome = of->outcome};
  if (!of->lent)
    of->book = kp_method_book_new(of->document->method, rows, of->fields.today);
  if (of->fields.user == NULL || of->book == NULL) {
    kp_uno_error_memory(error);
    return KP_WORKBOOK_FAILED;
  }
  if (rows->count(rows->data, table) == KP_METHOD_NO_TABLE) {
    refuse(of, KP_TEXT_TABLE_MISSING, table->name.in[of->fields.language]);
    return kp_reader_failed(of->reader, error) ? KP_WORKBOOK_FAILED : KP_WORKBOOK_NO_TABLE;
  }
  return KP_WORKBOOK_WRITTEN;
}

/* The record of a new row gets an ID that its table does not have. */
static kp_workbook_answer start_append(kp_uno_error *error, job *of) {
  const kp_method_table *table = of->fields.table;
  char id[KP_ID_SIZE] = "";
  bool good = (table->prefix == NULL || kp_place_new_id(error, of->reader, table, id)) &&
              kp_record_start(error, of->document, table->key, id, false, &of->fields.record);
  memcpy(of->outcome->id, id, sizeof of->outcome->id);
  return good ? KP_WORKBOOK_WRITTEN : KP_WORKBOOK_FAILED;
}

static kp_workbook_answer start_change(kp_uno_error *error, job *of) {
  const char *id = of->entry->id != NULL ? of->entry->id : "";
  if (strlen(id) >= sizeof of->outcome->id || id[0] == '\0' ||
      !kp_method_book_find(of->book, of->fields.table, id, &of->row))
    return refuse(of, KP_TEXT_ROW_MISSING, id);
  snprintf(of->outcome->id, sizeof of->outcome->id, "%s", id);
  return kp_record_start(error, of->document, of->fields.table->key, id, true, &of->fields.record)
             ? KP_WORKBOOK_WRITTEN
             : KP_WORKBOOK_FAILED;
}

static kp_workbook_answer take_fields(kp_uno_error *error, job *of) {
  kp_workbook_answer answer = KP_WORKBOOK_WRITTEN;
  for (size_t i = 0; answer == KP_WORKBOOK_WRITTEN && i < of->entry->count; i++)
    answer =
        kp_fields_take(error, &of->fields, of->entry->values[i].key, of->entry->values[i].text);
  if (answer == KP_WORKBOOK_WRITTEN && !of->change && !kp_fields_initial(error, &of->fields))
    answer = KP_WORKBOOK_FAILED;
  /* A row without ID is known by what stands in its first column. */
  if (answer == KP_WORKBOOK_WRITTEN && !of->change && of->fields.table->id == NULL) {
    const kp_cell *first = kp_record_cell(&of->fields.record, kp_grid_id_key(of->fields.table));
    free(of->fields.record.id);
    of->fields.record.id = kp_record_copy(error, first != NULL ? first->text : NULL);
    if (of->fields.record.id == NULL)
      answer = KP_WORKBOOK_FAILED;
  }
  return answer;
}

/* Whether somebody of that name is in the list already. */
static kp_workbook_answer guard_person(kp_uno_error *error, job *of) {
  const kp_method_column *people = of->document->method->people;
  const kp_cell *cell = people != NULL && people->table == of->fields.table && !of->change
                            ? kp_record_cell(&of->fields.record, people->key)
                            : NULL;
  if (cell == NULL || cell->text == NULL || cell->text[0] == '\0')
    return KP_WORKBOOK_WRITTEN;
  bool there = kp_method_known_person(of->book, cell->text);
  if (kp_reader_failed(of->reader, error))
    return KP_WORKBOOK_FAILED;
  return there ? refuse(of, KP_TEXT_PERSON_THERE, cell->text) : KP_WORKBOOK_WRITTEN;
}

static kp_workbook_answer ask_rules(kp_uno_error *error, job *of) {
  size_t count = 0;
  kp_method_value *values = kp_fields_values(error, &of->fields, &count);
  kp_method_entry entry = {.table = of->fields.table,
                           .row = of->change ? of->row : KP_METHOD_NEW_ROW,
                           .values = values,
                           .count = count,
                           .note = of->entry->note};
  kp_workbook_answer answer = KP_WORKBOOK_FAILED;
  if (values != NULL) {
    if (!kp_method_check_entry(of->book, &entry, of->document->language, of->findings))
      kp_uno_error_memory(error);
    else if (!kp_reader_failed(of->reader, error))
      answer = kp_method_findings_refuse(of->findings) ? KP_WORKBOOK_REFUSED : KP_WORKBOOK_WRITTEN;
  }
  free(values);
  return answer;
}

/* Leaves out the fields that hold their value already. */
static void drop_unchanged(job *of) {
  const kp_method_rows *rows = kp_reader_rows(of->reader);
  kp_record *record = &of->fields.record;
  size_t kept = 0;
  for (size_t i = 0; i < record->count; i++) {
    kp_cell cell = record->cells[i];
    const kp_method_column *column = kp_method_find_column(of->fields.table, cell.key);
    kp_method_cell now = rows->cell(rows->data, column, of->row);
    bool same = cell.text == NULL
                    ? now.kind == KP_METHOD_VALUE && now.number == (double)cell.serial
                    : (now.kind == KP_METHOD_WORDS && strcmp(now.text, cell.text) == 0) ||
                          (now.kind == KP_METHOD_BLANK && cell.text[0] == '\0');
    if (same) {
      free(cell.key);
      free(cell.text);
    } else {
      record->cells[kept++] = cell;
    }
  }
  record->count = kept;
}

/* Who and when, in the last columns, where the table has them. */
static bool sign(kp_uno_error *error, job *of) {
  const kp_method_table *table = of->fields.table;
  kp_record *record = &of->fields.record;
  return (kp_method_find_column(table, KP_WRITER_CHANGED_BY) == NULL ||
          kp_record_set_text(error, record, KP_WRITER_CHANGED_BY, of->fields.user)) &&
         (kp_method_find_column(table, KP_WRITER_CHANGED_ON) == NULL ||
          kp_record_set_day(error, record, KP_WRITER_CHANGED_ON, kp_date_serial(of->fields.today)));
}

static kp_workbook_answer write(kp_uno_error *error, job *of) {
  kp_record records[2];
  size_t written = 0;
  kp_log_line line = {.document = of->document,
                      .reader = of->reader,
                      .table = of->fields.table,
                      .row = of->change ? of->row : KP_METHOD_NEW_ROW,
                      .note = of->entry->note,
                      .user = of->fields.user,
                      .language = of->fields.language};
  if (!kp_log_make(error, &line, &of->fields.record, &of->log) || !sign(error, of))
    return KP_WORKBOOK_FAILED;
  char *title = kp_text_fill(
      of->change ? KP_TEXT_UNDO_CHANGE : KP_TEXT_UNDO_APPEND, of->document->language,
      of->change ? of->outcome->id : of->fields.table->name.in[of->document->language], NULL);
  records[0] = of->fields.record;
  records[1] = of->log;
  kp_workbook_answer answer =
      kp_writer_write(error, of->document, &of->look, title != NULL ? title : "", records,
                      of->log.table != NULL ? 2 : 1, KP_WRITER_NEW, &written, of->outcome);
  free(title);
  return answer;
}

static kp_workbook_answer enter(kp_uno_error *error, job *of) {
  kp_workbook_answer answer = prepare(error, of);
  if (answer == KP_WORKBOOK_WRITTEN)
    answer = of->change ? start_change(error, of) : start_append(error, of);
  if (answer == KP_WORKBOOK_WRITTEN)
    answer = take_fields(error, of);
  if (answer == KP_WORKBOOK_WRITTEN)
    answer = guard_person(error, of);
  if (answer == KP_WORKBOOK_WRITTEN)
    answer = ask_rules(error, of);
  if (answer == KP_WORKBOOK_WRITTEN && of->change) {
    drop_unchanged(of);
    of->outcome->row = kp_reader_sheet_row(of->reader, of->fields.table, of->row) + 1;
    if (of->fields.record.count == 0)
      return answer;
  }
  if (answer == KP_WORKBOOK_WRITTEN)
    answer = write(error, of);
  return answer;
}

static kp_workbook_answer run(kp_uno_error *error, job *of) {
  memset(of->outcome, 0, sizeof *of->outcome);
  of->look.model = of->document->model;
  kp_workbook_answer answer = enter(error, of);
  kp_record_clear(&of->log);
  kp_record_clear(&of->fields.record);
  free(of->fields.user);
  if (!of->lent) {
    kp_method_book_free(of->book);
    kp_reader_free(of->reader);
  }
  kp_look_clear(&of->look);
  return answer;
}

kp_workbook_answer kp_workbook_append(kp_uno_error *error, const kp_document *document,
                                      const kp_entry *entry, kp_method_findings *findings,
                                      kp_outcome *outcome) {
  job of = {.document = document, .entry = entry, .findings = findings, .outcome = outcome};
  return run(error, &of);
}

kp_workbook_answer kp_workbook_change(kp_uno_error *error, const kp_document *document,
                                      const kp_entry *entry, kp_method_findings *findings,
                                      kp_outcome *outcome) {
  job of = {.document = document,
            .entry = entry,
            .findings = findings,
            .outcome = outcome,
            .change = true};
  return run(error, &of);
}
