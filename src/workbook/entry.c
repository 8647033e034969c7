/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adding and changing a row in one pass: fields, rules, log, and then the writer. */
#include "entry.h"

#include "cells.h"
#include "log.h"
#include "place.h"
#include "reader.h"
#include "writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static kp_step refuse(const kp_part *part, kp_text text, const char *detail) {
  return kp_step_refuse(part->fields.outcome, text, detail);
}

/* The record of a new row gets an ID that its table does not have. */
static kp_step start_append(kp_uno_error *error, kp_part *part) {
  const kp_method_table *table = part->fields.table;
  char id[KP_ID_SIZE] = "";
  bool good =
      (table->prefix == NULL || kp_place_new_id(error, part->save->reader, table, id)) &&
      kp_record_start(error, part->save->document, table->key, id, false, &part->fields.record);
  memcpy(part->fields.outcome->id, id, sizeof part->fields.outcome->id);
  return kp_step_of(good);
}

static kp_step start_change(kp_uno_error *error, kp_part *part) {
  kp_outcome *outcome = part->fields.outcome;
  const char *id = part->entry->id != NULL ? part->entry->id : "";
  if (strlen(id) >= sizeof outcome->id || id[0] == '\0' ||
      !kp_method_book_find(part->book, part->fields.table, id, &part->row))
    return refuse(part, KP_TEXT_ROW_MISSING, id);
  snprintf(outcome->id, sizeof outcome->id, "%s", id);
  return kp_step_of(kp_record_start(error, part->save->document, part->fields.table->key, id, true,
                                    &part->fields.record));
}

static kp_step take_fields(kp_uno_error *error, kp_part *part) {
  kp_step step = KP_STEP_GO_ON;
  kp_fields *fields = &part->fields;
  for (size_t i = 0; step == KP_STEP_GO_ON && i < part->entry->count; i++)
    step = kp_fields_take(error, fields, part->entry->values[i].key, part->entry->values[i].text);
  if (step == KP_STEP_GO_ON && !part->change && !kp_fields_initial(error, fields))
    step = KP_STEP_FAILED;
  /* A row without ID is known by what stands in its first column. */
  if (step == KP_STEP_GO_ON && !part->change && fields->table->id == NULL) {
    const kp_cell *first = kp_record_cell(&fields->record, kp_grid_id_key(fields->table));
    free(fields->record.id);
    fields->record.id = kp_record_copy(error, first != NULL ? first->text : NULL);
    step = kp_step_of(fields->record.id != NULL);
  }
  return step;
}

/* Whether somebody of that name is in the list already. */
static kp_step guard_person(kp_uno_error *error, kp_part *part) {
  const kp_method_column *people = part->save->document->method->people;
  const kp_cell *cell = people != NULL && people->table == part->fields.table && !part->change
                            ? kp_record_cell(&part->fields.record, people->key)
                            : NULL;
  if (cell == NULL || cell->text == NULL || cell->text[0] == '\0')
    return KP_STEP_GO_ON;
  bool there = kp_method_known_person(part->book, cell->text);
  if (kp_reader_failed(part->save->reader, error))
    return KP_STEP_FAILED;
  return there ? refuse(part, KP_TEXT_PERSON_THERE, cell->text) : KP_STEP_GO_ON;
}

static kp_step ask_rules(kp_uno_error *error, kp_part *part) {
  kp_save *save = part->save;
  size_t count = 0;
  kp_method_value *values = kp_fields_values(error, &part->fields, &count);
  kp_method_entry entry = {.table = part->fields.table,
                           .row = part->change ? part->row : KP_METHOD_NEW_ROW,
                           .values = values,
                           .count = count,
                           .note = part->entry->note};
  kp_step step = KP_STEP_FAILED;
  if (values != NULL) {
    if (!kp_method_check_entry(part->book, &entry, save->document->language, save->findings))
      kp_uno_error_memory(error);
    else if (!kp_reader_failed(save->reader, error))
      step = kp_method_findings_refuse(save->findings) ? KP_STEP_REFUSED : KP_STEP_GO_ON;
  }
  free(values);
  return step;
}

/* Leaves out the fields that hold their value already. */
static void drop_unchanged(kp_part *part) {
  const kp_method_rows *rows = kp_reader_rows(part->save->reader);
  kp_record *record = &part->fields.record;
  size_t kept = 0;
  for (size_t i = 0; i < record->count; i++) {
    kp_cell cell = record->cells[i];
    const kp_method_column *column = kp_method_find_column(part->fields.table, cell.key);
    kp_method_cell now = rows->cell(rows->data, column, part->row);
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

/* Who and when, where the table has them. */
static bool sign(kp_uno_error *error, kp_part *part) {
  const kp_method_column *by = kp_method_role_column(part->fields.table, KP_ROLE_CHANGED_BY);
  const kp_method_column *on = kp_method_role_column(part->fields.table, KP_ROLE_CHANGED_ON);
  kp_record *record = &part->fields.record;
  return (by == NULL || kp_record_set_text(error, record, by->key, part->save->user)) &&
         (on == NULL ||
          kp_record_set_day(error, record, on->key, kp_date_serial(part->save->today)));
}

static bool describe(kp_uno_error *error, kp_part *part) {
  kp_log_line line = {.document = part->save->document,
                      .reader = part->save->reader,
                      .table = part->fields.table,
                      .row = part->change ? part->row : KP_METHOD_NEW_ROW,
                      .note = part->entry->note,
                      .user = part->save->user,
                      .other = part->other,
                      .language = part->fields.language};
  return kp_log_make(error, &line, &part->fields.record, &part->log) && sign(error, part);
}

/* The table, which must be there. */
static kp_step start_part(kp_uno_error *error, kp_part *part) {
  const kp_save *save = part->save;
  const kp_method_rows *rows = kp_reader_rows(save->reader);
  const kp_method_table *table = kp_method_find_table(save->document->method, part->entry->table);
  if (table == NULL) {
    kp_uno_error_set(error, KP_UNO_ILLEGAL_ARGUMENT, "no table %s", part->entry->table);
    return KP_STEP_FAILED;
  }
  part->fields.document = save->document;
  part->fields.table = table;
  part->fields.language = rows->language;
  part->fields.today = save->today;
  part->fields.user = save->user;
  if (rows->count(rows->data, table) == KP_METHOD_NO_TABLE) {
    refuse(part, KP_TEXT_TABLE_MISSING, table->name.in[rows->language]);
    return kp_reader_failed(save->reader, error) ? KP_STEP_FAILED : KP_STEP_NO_TABLE;
  }
  return part->change ? start_change(error, part) : start_append(error, part);
}

kp_step kp_part_make(kp_uno_error *error, kp_part *part) {
  kp_step step = start_part(error, part);
  if (step == KP_STEP_GO_ON)
    step = take_fields(error, part);
  if (step == KP_STEP_GO_ON)
    step = guard_person(error, part);
  if (step == KP_STEP_GO_ON)
    step = ask_rules(error, part);
  if (step == KP_STEP_GO_ON && part->change) {
    drop_unchanged(part);
    part->fields.outcome->row =
        kp_reader_sheet_row(part->save->reader, part->fields.table, part->row) + 1;
    if (part->fields.record.count == 0)
      return step;
  }
  return step == KP_STEP_GO_ON ? kp_step_of(describe(error, part)) : step;
}

void kp_part_clear(kp_part *part) {
  kp_record_clear(&part->log);
  kp_record_clear(&part->fields.record);
}

/* ------------------------------------------------------------------------------- the whole save */

/* Reads what is needed; refuses where nothing can be written anyway. */
static kp_step prepare(kp_uno_error *error, kp_save *save) {
  const kp_document *document = save->document;
  if (!kp_look_state(error, document, &save->look))
    return KP_STEP_FAILED;
  kp_text refusal = kp_document_refusal(&save->look.state);
  if (refusal != KP_TEXT_NONE)
    return kp_step_refuse(save->outcome, refusal, NULL);
  if (!kp_look_registry(error, &save->look))
    return KP_STEP_FAILED;
  save->today = kp_workbook_today();
  save->user = kp_workbook_user(document->context);
  save->lent =
      document->lend != NULL && document->lend(document->lender, &save->reader, &save->book);
  if (!save->lent)
    save->reader = kp_reader_new_in(error, document, &save->look);
  if (save->reader == NULL)
    return KP_STEP_FAILED;
  if (!save->lent)
    save->book = kp_method_book_new(document->method, kp_reader_rows(save->reader), save->today);
  if (save->user == NULL || save->book == NULL) {
    kp_uno_error_memory(error);
    return KP_STEP_FAILED;
  }
  return KP_STEP_GO_ON;
}

static size_t add_records(const kp_part *part, kp_record *records, size_t count) {
  if (part->fields.record.count > 0)
    records[count++] = part->fields.record;
  if (part->log.table != NULL)
    records[count++] = part->log;
  return count;
}

/* All rows with their lines in the log, as one step of undo. */
static kp_workbook_answer write(kp_uno_error *error, kp_save *save, const kp_part *row,
                                const kp_part *link) {
  enum { MOST = 4 };
  const kp_document *document = save->document;
  kp_record records[MOST];
  size_t written = 0;
  size_t count = add_records(link, records, add_records(row, records, 0));
  char *title = row->entry->title != NULL
                    ? kp_text_copy(row->entry->title)
                    : kp_text_fill(row->change ? KP_TEXT_UNDO_CHANGE : KP_TEXT_UNDO_APPEND,
                                   document->language,
                                   row->change ? save->outcome->id
                                               : row->fields.table->name.in[document->language],
                                   NULL);
  kp_workbook_answer answer =
      kp_writer_write(error, document, &save->look, title != NULL ? title : "", records, count,
                      KP_WRITER_NEW, &written, save->outcome);
  free(title);
  return answer;
}

static kp_workbook_answer enter(kp_uno_error *error, kp_save *save, kp_part *row, kp_part *link) {
  const kp_entry_link *to = row->change ? NULL : row->entry->link;
  kp_entry_value value;
  kp_entry entry;
  kp_step step = prepare(error, save);
  if (step == KP_STEP_GO_ON) {
    row->book = save->book;
    step = kp_part_make(error, row);
  }
  if (step == KP_STEP_GO_ON && row->change && row->fields.record.count == 0)
    return KP_WORKBOOK_WRITTEN; /* it holds all that already */
  if (step == KP_STEP_GO_ON && to != NULL)
    step = kp_link_make(error, row, to, &value, &entry, link);
  return step == KP_STEP_GO_ON ? write(error, save, row, link) : kp_step_answer(step);
}

static kp_workbook_answer run(kp_uno_error *error, kp_save *save, const kp_entry *entry,
                              bool change) {
  kp_part row = {
      .save = save, .entry = entry, .fields = {.outcome = save->outcome}, .change = change};
  kp_part link = {.save = save};
  memset(save->outcome, 0, sizeof *save->outcome);
  save->look.model = save->document->model;
  kp_workbook_answer answer = enter(error, save, &row, &link);
  kp_part_clear(&link);
  kp_part_clear(&row);
  free(save->user);
  if (!save->lent) {
    kp_method_book_free(save->book);
    kp_reader_free(save->reader);
  }
  kp_look_clear(&save->look);
  return answer;
}

kp_workbook_answer kp_workbook_append(kp_uno_error *error, const kp_document *document,
                                      const kp_entry *entry, kp_method_findings *findings,
                                      kp_outcome *outcome) {
  kp_save save = {.document = document, .findings = findings, .outcome = outcome};
  return run(error, &save, entry, false);
}

kp_workbook_answer kp_workbook_change(kp_uno_error *error, const kp_document *document,
                                      const kp_entry *entry, kp_method_findings *findings,
                                      kp_outcome *outcome) {
  kp_save save = {.document = document, .findings = findings, .outcome = outcome};
  return run(error, &save, entry, true);
}
