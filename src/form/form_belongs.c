/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a new action belongs to: the row under the cursor, else what the one before belonged to. */
#include "internal.h"
#include "log.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KEY = 100 };

static void last_key(const kp_method_column *column, char key[KEY]) {
  snprintf(key, KEY, "log/_last_%s", column->key);
}

void kp_logging_drop_offers(kp_logging *log) {
  for (size_t i = 0; i < log->offer_count; i++)
    free(log->offers[i].id);
  log->offer_count = 0;
}

/* Takes the ID over. */
static bool offer(kp_logging *log, const kp_method_column *column, char *id) {
  if (id == NULL || id[0] == '\0') {
    free(id);
    return id != NULL;
  }
  log->offers[log->offer_count++] = (kp_logging_offer){column, id};
  return true;
}

static const char *offered(const kp_logging *log, const kp_method_column *column) {
  for (size_t i = 0; i < log->offer_count; i++)
    if (log->offers[i].column == column)
      return log->offers[i].id;
  return NULL;
}

/* ---------------------------------------------------------------------------- under the cursor */

static bool find_place(kp_desk *desk, const kp_logging_place *at, const kp_method_table **table,
                       size_t *row) {
  const kp_method *method = kp_desk_method(desk);
  const kp_method_rows *rows = kp_desk_rows(desk);
  kp_reader *reader = kp_desk_reader(desk);
  for (size_t i = 0; rows != NULL && reader != NULL && i < method->table_count; i++) {
    size_t count = rows->count(rows->data, method->tables[i]);
    char *sheet = method->tables[i]->id != NULL && count != KP_METHOD_NO_TABLE
                      ? kp_reader_sheet_name(reader, method->tables[i])
                      : NULL;
    bool here = sheet != NULL && strcmp(sheet, at->sheet) == 0;
    free(sheet);
    for (size_t k = 0; here && k < count; k++)
      if (kp_reader_sheet_row(reader, method->tables[i], k) == at->row) {
        *table = method->tables[i];
        *row = k;
        return true;
      }
    if (here)
      return false;
  }
  return false;
}

/* The column of a table that leads to another; NULL when it has none. */
static const kp_method_column *link_between(const kp_method_table *table,
                                            const kp_method_table *target) {
  for (size_t i = 0; i < table->count; i++)
    if (table->columns[i]->kind == KP_METHOD_LINK && table->columns[i]->target == target)
      return table->columns[i];
  return NULL;
}

static bool offer_place(kp_logging *log, kp_desk *desk, const kp_logging_place *at) {
  const kp_method_table *table = NULL;
  size_t row = 0;
  bool good = true;
  if (at == NULL || at->sheet == NULL || !find_place(desk, at, &table, &row))
    return true;
  for (size_t i = 0; good && i < log->count; i++) {
    const kp_method_column *column = log->columns[i];
    if (column->kind != KP_METHOD_LINK || column->target == NULL)
      continue;
    const kp_method_column *from =
        column->target == table ? table->id : link_between(table, column->target);
    if (from != NULL)
      good = offer(log, column, kp_desk_cell(desk, from, row));
  }
  log->here = log->offer_count > 0;
  return good;
}

static bool offer_last(kp_logging *log, kp_desk *desk) {
  bool good = true;
  for (size_t i = 0; good && i < log->count; i++) {
    const kp_method_column *column = log->columns[i];
    size_t row = 0;
    char key[KEY];
    last_key(column, key);
    const char *id = column->kind == KP_METHOD_LINK ? kp_desk_draft(desk, key) : NULL;
    if (id != NULL && column->target != NULL && kp_desk_find(desk, column->target, id, &row))
      good = offer(log, column, kp_text_copy(id));
  }
  return good;
}

/* ----------------------------------------------------------------------------------- the rules */

/* Whether rules would refuse one of the links; with one more, or NULL. */
static bool refused(const kp_logging *log, kp_desk *desk, const kp_method_column *more,
                    const char *id) {
  kp_method_book *book = kp_desk_book(desk);
  const kp_method_rows *rows = kp_desk_rows(desk);
  kp_method_findings findings = {NULL, 0, 0};
  kp_method_value *cells = calloc(log->offer_count + log->given_count + 1, sizeof *cells);
  size_t count = 0;
  bool no = book == NULL || cells == NULL;
  for (size_t i = 0; !no && i < log->given_count; i++) {
    const kp_method_column *column = kp_method_find_column(log->form->table, log->given[i].key);
    cells[count++] =
        (kp_method_value){column, kp_method_cell_given(column, log->given[i].text, rows->language,
                                                       kp_workbook_today())};
  }
  for (size_t i = 0; !no && i < log->offer_count; i++)
    cells[count++] = (kp_method_value){
        log->offers[i].column, kp_method_cell_given(log->offers[i].column, log->offers[i].id,
                                                    rows->language, kp_workbook_today())};
  if (!no && more != NULL)
    cells[count++] = (kp_method_value){
        more, kp_method_cell_given(more, id, rows->language, kp_workbook_today())};
  const kp_method_entry entry = {
      .table = log->form->table, .row = KP_METHOD_NEW_ROW, .values = cells, .count = count};
  no = no || !kp_method_check_entry(book, &entry, KP_LANGUAGE_EN, &findings);
  for (size_t i = 0; !no && i < findings.count; i++)
    no = findings.list[i].severity == KP_METHOD_REFUSE && findings.list[i].column != NULL &&
         findings.list[i].column->kind == KP_METHOD_LINK;
  kp_method_findings_clear(&findings);
  free(cells);
  return no;
}

/* Whether a row belongs to something that is offered. */
static bool belongs(const kp_logging *log, kp_desk *desk, const kp_method_table *table,
                    size_t row) {
  for (size_t i = 0; i < log->offer_count; i++) {
    const kp_method_column *to = log->offers[i].column;
    const kp_method_column *link = to != NULL ? link_between(table, to->target) : NULL;
    char *text = link != NULL ? kp_desk_cell(desk, link, row) : NULL;
    bool same = text != NULL && strcmp(text, log->offers[i].id) == 0;
    free(text);
    if (same)
      return true;
  }
  return false;
}

/* A link that has only one row to lead to. */
static bool offer_only(kp_logging *log, kp_desk *desk, const kp_method_column *column) {
  const kp_method_rows *rows = kp_desk_rows(desk);
  size_t count = rows != NULL ? rows->count(rows->data, column->target) : KP_METHOD_NO_TABLE;
  char *only = NULL;
  size_t found = 0;
  for (size_t row = 0; count != KP_METHOD_NO_TABLE && row < count && found < 2; row++) {
    if (!belongs(log, desk, column->target, row))
      continue;
    char *id = kp_desk_cell(desk, column->target->id, row);
    if (id != NULL && id[0] != '\0' && !refused(log, desk, column, id)) {
      found++;
      free(only);
      only = id;
      id = NULL;
    }
    free(id);
  }
  if (found == 1)
    return offer(log, column, only);
  free(only);
  return true;
}

static bool complete(kp_logging *log, kp_desk *desk) {
  bool good = true;
  for (size_t i = 0; good && log->offer_count > 0 && i < log->count; i++)
    if (log->columns[i]->kind == KP_METHOD_LINK && log->columns[i]->target != NULL &&
        log->columns[i]->target->id != NULL && offered(log, log->columns[i]) == NULL)
      good = offer_only(log, desk, log->columns[i]);
  if (log->offer_count > 0 && refused(log, desk, NULL, NULL)) {
    kp_logging_drop_offers(log);
    log->here = false;
  }
  return good;
}

bool kp_logging_find_offers(kp_logging *log, kp_desk *desk, const kp_logging_place *at) {
  log->offers = calloc(log->count + 1, sizeof *log->offers);
  log->offered = calloc(log->count + 1, sizeof *log->offered);
  log->first = calloc(log->count + 1, sizeof(const kp_method_column *));
  bool good = log->offers != NULL && log->offered != NULL && log->first != NULL &&
              offer_place(log, desk, at) && complete(log, desk);
  if (good && log->offer_count == 0)
    good = offer_last(log, desk) && complete(log, desk);
  for (size_t i = 0; good && i < log->offer_count && log->offers[i].column != NULL; i++) {
    log->offered[i] = (kp_entry_value){log->offers[i].column->key, log->offers[i].id};
    log->first[i] = log->offers[i].column;
  }
  return good;
}

/* ---------------------------------------------------------------------------------- and after */

void kp_logging_remember(const kp_logging *log, kp_desk *desk, const kp_form *form) {
  for (size_t i = 0; i < log->count; i++) {
    char key[KEY];
    if (log->columns[i]->kind != KP_METHOD_LINK)
      continue;
    char *id = kp_form_value(form, log->columns[i]->key);
    last_key(log->columns[i], key);
    kp_desk_set_draft(desk, key, id);
    free(id);
  }
}

void kp_logging_say_place(const kp_logging *log, kp_form *form, kp_language language,
                          const kp_logging_place *at) {
  char row[16];
  kp_form_field *field = log->here ? kp_form_field_of(form, log->offers[0].column) : NULL;
  if (field == NULL || strcmp(field->value, log->offers[0].id) != 0)
    return;
  snprintf(row, sizeof row, "%d", (int)at->row + 1);
  char *text = kp_text_fill(KP_TEXT_FORM_FROM_ROW, language, at->sheet, row);
  if (text != NULL)
    kp_form_say(form, field, text, false);
  free(text);
}
