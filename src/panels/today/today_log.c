/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Logging an action: always a new row, in a form that is empty again after each save. */
#include "today.h"

#include "kernpunt/deck.h"
#include "kernpunt/session.h"

#include <stdlib.h>
#include <string.h>

static const char draft[] = "today/_log/";

static const kp_method_form *form_of(const kp_method *method) {
  for (size_t i = 0; i < method->source_count; i++)
    if (method->sources[i]->table->role == KP_ROLE_ACTION && method->sources[i]->form != NULL)
      return method->sources[i]->form;
  return NULL;
}

/* What an action needs comes first, then what it belongs to, then the rest of the first page. A
 * status begins where it begins. Frees with free(). */
static const kp_method_column **columns_of(const kp_method_form *form, size_t *count) {
  const kp_method_page *page = form->count > 0 ? form->pages[0] : NULL;
  const kp_method_column **columns =
      page != NULL ? calloc(page->count + 1, sizeof(const kp_method_column *)) : NULL;
  *count = 0;
  for (int turn = 0; columns != NULL && turn < 3; turn++)
    for (size_t i = 0; i < page->count; i++) {
      const kp_method_column *column = page->columns[i];
      bool begins = column->kind == KP_METHOD_LIST && column->initial != NULL;
      int wanted = column->required ? 0 : column->kind == KP_METHOD_LINK ? 1 : 2;
      if (!begins && column->role != KP_ROLE_REASON && wanted == turn)
        columns[(*count)++] = column;
    }
  return columns;
}

/* What is not asked begins where it begins; the values of the statuses, for free(). */
static kp_entry_value *given_of(const kp_method_form *form, size_t *count) {
  const kp_method_page *page = form->count > 0 ? form->pages[0] : NULL;
  kp_entry_value *given = page != NULL ? calloc(page->count + 1, sizeof *given) : NULL;
  *count = 0;
  for (size_t i = 0; given != NULL && i < page->count; i++)
    if (page->columns[i]->kind == KP_METHOD_LIST && page->columns[i]->initial != NULL)
      given[(*count)++] = (kp_entry_value){page->columns[i]->key, page->columns[i]->initial};
  return given;
}

void kp_today_log(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  kp_desk_set_draft(pane->desk, KP_TODAY_DRAFT_LOG, "yes");
  today->mode = KP_TODAY_LOGS;
  today->rebuild = today->focus = true;
  kp_footer_say(pane, KP_FOOTER_REFUSED, NULL, NULL);
  kp_pane_refresh(pane);
  if (pane->shrunk)
    kp_pane_show_other(pane, KP_DECK_TODAY);
}

bool kp_today_make_log(kp_pane *pane, kp_uno_error *error) {
  kp_today *today = kp_today_of(pane);
  const kp_method_form *form = form_of(kp_desk_method(pane->desk));
  size_t count = 0;
  size_t given_count = 0;
  const kp_method_column **columns = form != NULL ? columns_of(form, &count) : NULL;
  kp_entry_value *given = form != NULL ? given_of(form, &given_count) : NULL;
  const kp_widget_spec heading = {.name = "form_heading",
                                  .kind = KP_WIDGET_HEADING,
                                  .label = kp_pane_word(pane, KP_TEXT_DUE_NEW_ACTION)};
  bool good = columns != NULL && kp_board_add(error, pane->board, &heading) != KP_BOARD_NONE;
  if (good) {
    const kp_form_subject subject = {.table = form->table,
                                     .columns = columns,
                                     .count = count,
                                     .given = given,
                                     .given_count = given_count,
                                     .draft = draft};
    today->form = kp_form_new(error, pane->board, pane->desk, pane->context, pane->frame,
                              pane->language, &kp_pane_asks, &subject);
    good = today->form != NULL;
  }
  free(given);
  free(columns);
  return good;
}

void kp_today_say_log(kp_pane *pane, kp_footer_state state) {
  const kp_method_form *form = form_of(kp_desk_method(pane->desk));
  char *head = form != NULL ? kp_text_fill(KP_TEXT_DUE_NEW_ROW, pane->language,
                                           form->table->name.in[pane->language], NULL)
                            : NULL;
  kp_footer_say(pane, state, head, kp_pane_word(pane, KP_TEXT_DUE_SAVE_HINT));
  free(head);
}

/* "Omar Haddad will do this by Fri 4 Dec.", malloc'ed. */
static char *told(const kp_pane *pane, const kp_form *form, const kp_method_table *table) {
  const kp_method_source *source = NULL;
  const kp_method *method = kp_desk_method(pane->desk);
  for (size_t i = 0; source == NULL && i < method->source_count; i++)
    if (method->sources[i]->table == table && method->sources[i]->date->kind == KP_METHOD_DATE)
      source = method->sources[i];
  char *who = source != NULL && source->who != NULL ? kp_form_value(form, source->who->key) : NULL;
  char *typed = source != NULL ? kp_form_value(form, source->date->key) : NULL;
  char day[KP_AGENDA_DATE_SIZE] = "";
  kp_date date;
  if (typed != NULL && kp_date_parse(typed, kp_workbook_today(), &date) == KP_DATE_GOOD)
    kp_agenda_short_date(date, pane->language, day);
  char *text = who != NULL && day[0] != '\0'
                   ? kp_text_fill(KP_TEXT_DUE_LOGGED, pane->language, who, day)
                   : kp_text_copy("");
  free(typed);
  free(who);
  return text;
}

void kp_today_save_log(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  const kp_method_form *form = form_of(kp_desk_method(pane->desk));
  kp_form_result result = {.answer = KP_WORKBOOK_REFUSED};
  kp_document document;
  if (today->form == NULL || form == NULL || !kp_pane_document(pane, &document))
    return;
  kp_form_save(today->form, &document, &result);
  kp_pane_done(&document);
  if (!pane->disposed && !kp_board_gone(pane->board)) {
    if (result.answer == KP_WORKBOOK_WRITTEN) {
      char *text = told(pane, today->form, form->table);
      kp_footer_wrote(pane, NULL, text != NULL ? text : "");
      free(text);
      kp_desk_drop_drafts(pane->desk, draft);
      today->rebuild = today->focus = true; /* empty, and the next one begins */
      kp_desk_touch(pane->desk);
      kp_pane_refresh(pane);
    } else {
      kp_footer_say(pane, KP_FOOTER_REFUSED, NULL, result.message != NULL ? result.message : "");
    }
  }
  kp_form_result_clear(&result);
}
