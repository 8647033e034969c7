/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Logging an action: which columns are asked, and what is told of it. */
#include "log.h"

#include <stdlib.h>
#include <string.h>

const kp_method_form *kp_logging_form(const kp_method *method) {
  for (size_t i = 0; method != NULL && i < method->source_count; i++)
    if (method->sources[i]->table->role == KP_ROLE_ACTION && method->sources[i]->form != NULL)
      return method->sources[i]->form;
  return NULL;
}

static bool begins(const kp_method_column *column) {
  return column->kind == KP_METHOD_LIST && column->initial != NULL;
}

/* What an action needs comes first, then what it belongs to, then the rest of the first page. A
 * status begins where it begins, and is not asked. */
static bool find_columns(kp_logging *log) {
  const kp_method_page *page = log->form->count > 0 ? log->form->pages[0] : NULL;
  size_t room = page != NULL ? page->count + 1 : 1;
  log->columns = calloc(room, sizeof(const kp_method_column *));
  log->given = calloc(room, sizeof *log->given);
  if (page == NULL || log->columns == NULL || log->given == NULL)
    return false;
  for (int turn = 0; turn < 3; turn++)
    for (size_t i = 0; i < page->count; i++) {
      const kp_method_column *column = page->columns[i];
      int wanted = column->required ? 0 : column->kind == KP_METHOD_LINK ? 1 : 2;
      if (!begins(column) && column->role != KP_ROLE_REASON && wanted == turn)
        log->columns[log->count++] = column;
    }
  for (size_t i = 0; i < page->count; i++)
    if (begins(page->columns[i]))
      log->given[log->given_count++] =
          (kp_entry_value){page->columns[i]->key, page->columns[i]->initial};
  return true;
}

bool kp_logging_open(kp_logging *log, kp_desk *desk, const kp_logging_place *at) {
  *log = (kp_logging){.form = kp_logging_form(kp_desk_method(desk))};
  if (log->form != NULL && find_columns(log) && kp_logging_find_offers(log, desk, at))
    return true;
  kp_logging_close(log);
  return false;
}

void kp_logging_close(kp_logging *log) {
  kp_logging_drop_offers(log);
  free(log->columns);
  free(log->given);
  free(log->offers);
  free(log->offered);
  free(log->first);
  *log = (kp_logging){.form = NULL};
}

kp_form_subject kp_logging_subject(const kp_logging *log, const char *draft) {
  return (kp_form_subject){.table = log->form->table,
                           .columns = log->columns,
                           .count = log->count,
                           .given = log->given,
                           .given_count = log->given_count,
                           .offered = log->offered,
                           .offered_count = log->offer_count,
                           .first = log->first,
                           .first_count = log->offer_count,
                           .draft = draft};
}

char *kp_logging_told(const kp_logging *log, kp_desk *desk, const kp_form *form,
                      kp_language language) {
  const kp_method *method = kp_desk_method(desk);
  const kp_method_source *source = NULL;
  for (size_t i = 0; source == NULL && i < method->source_count; i++)
    if (method->sources[i]->table == log->form->table &&
        method->sources[i]->date->kind == KP_METHOD_DATE)
      source = method->sources[i];
  char *who = source != NULL && source->who != NULL ? kp_form_value(form, source->who->key) : NULL;
  char *typed = source != NULL ? kp_form_value(form, source->date->key) : NULL;
  char day[KP_DATE_TEXT_SIZE] = "";
  kp_date date;
  if (typed != NULL && kp_date_parse(typed, kp_workbook_today(), &date) == KP_DATE_GOOD)
    kp_date_near(date, language, day);
  char *text = who != NULL && day[0] != '\0' ? kp_text_fill(KP_TEXT_DUE_LOGGED, language, who, day)
                                             : kp_text_copy("");
  free(typed);
  free(who);
  return text;
}
