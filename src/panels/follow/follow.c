/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panel Follow-up as a pane: when it is made anew, and what reaches it. */
#include "internal.h"

#include "kernpunt/deck.h"

#include <stdlib.h>
#include <string.h>

kp_follow *kp_follow_of(const kp_pane *pane) {
  return pane->state;
}

kp_follow_widget kp_follow_find(const kp_follow *follow, int widget) {
  for (int i = 0; i < KP_FOLLOW_WIDGETS; i++)
    if (follow->widgets[i] == widget && widget != KP_BOARD_NONE)
      return (kp_follow_widget)i;
  return KP_FOLLOW_WIDGETS;
}

/* ------------------------------------------------------------------------------------- reading */

static const char *recall(const void *memory, const char *key) {
  return kp_desk_draft(memory, key);
}

bool kp_follow_read(kp_pane *pane, kp_follow_input *in, char **me) {
  kp_desk *desk = pane->desk;
  *me = NULL;
  if (desk == NULL || kp_desk_method(desk) == NULL || !kp_desk_set_up(desk))
    return false;
  *in = (kp_follow_input){.method = kp_desk_method(desk),
                          .book = kp_desk_book(desk),
                          .rows = kp_desk_rows(desk),
                          .language = pane->language,
                          .today = kp_workbook_today(),
                          .memory = desk,
                          .recall = recall};
  if (in->book == NULL || in->rows == NULL)
    return false;
  *me = kp_desk_me(desk);
  in->me = *me != NULL ? *me : "";
  return true;
}

bool kp_follow_document(kp_pane *pane, kp_document *document) {
  if (kp_pane_document(pane, document))
    return true;
  if (!pane->disposed) {
    kp_follow_say_text(pane, KP_TEXT_FOLLOW_OTHER_DOCUMENT, NULL, true);
    kp_pane_refresh(pane);
  }
  return false;
}

/* ---------------------------------------------------------------------------------------- form */

static uint64_t mix(uint64_t hash, const char *text) {
  for (; *text != '\0'; text++)
    hash = (hash ^ (unsigned char)*text) * 1099511628211U;
  return (hash ^ 0xFFU) * 1099511628211U;
}

static uint64_t mix_values(uint64_t hash, const kp_follow_values *values) {
  for (size_t i = 0; i < values->count; i++)
    hash = mix(mix(hash, values->list[i].key), values->list[i].text);
  return hash;
}

/* What the workbook says in the form: a form in which nothing was typed follows the workbook. */
static uint64_t content_of(const kp_follow_input *in, const kp_follow_view *view) {
  uint64_t hash = mix_values(mix_values(14695981039346656037U, &view->given), &view->offered);
  size_t row = 0;
  if (view->entry_id[0] == '\0' ||
      !kp_method_book_find(in->book, view->task->form->table, view->entry_id, &row))
    return hash;
  for (size_t i = 0; i < view->asked_count; i++) {
    char *text = kp_follow_text(in, view->asked[i], row);
    hash = mix(hash, text != NULL ? text : "");
    free(text);
  }
  return hash;
}

/* A change of this status may need a note: going back, stopping. */
static bool may_need_note(const kp_follow_view *view) {
  bool status = false;
  for (size_t i = 0; i < view->asked_count; i++)
    status = status || (view->asked[i]->list != NULL && view->asked[i]->list->statuses);
  return status && view->entry_id[0] != '\0';
}

static void drop_form(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  kp_form_free(follow->form);
  follow->form = NULL;
  free(follow->subject);
  follow->subject = NULL;
  free(follow->asked);
  follow->asked = NULL;
  kp_board_cut(pane->board, KP_FOLLOW_TOP);
  for (int i = KP_FOLLOW_TOP; i < KP_FOLLOW_WIDGETS; i++)
    follow->widgets[i] = KP_BOARD_NONE;
}

static bool make_form(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  kp_follow_view *view = &follow->view;
  kp_uno_error ignored = KP_UNO_IGNORED;
  const kp_form_subject subject = {.table = view->task->form->table,
                                   .columns = view->asked,
                                   .count = view->asked_count,
                                   .id = view->entry_id,
                                   .given = view->given.list,
                                   .given_count = view->given.count,
                                   .offered = view->offered.list,
                                   .offered_count = view->offered.count,
                                   .draft = view->draft,
                                   .note = may_need_note(view)};
  follow->form = kp_form_new(&ignored, pane->board, pane->desk, pane->context, pane->frame,
                             pane->language, &kp_pane_asks, &subject);
  follow->subject = kp_text_copy(view->draft);
  /* The form only borrows them, and the view is made anew at every refresh. */
  follow->asked = view->asked;
  follow->asked_count = view->asked_count;
  view->asked = NULL;
  view->asked_count = 0;
  return follow->form != NULL && follow->subject != NULL;
}

static void focus_form(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  kp_form_focus(follow->form);
  follow->focus_form = false;
  pane->works = true;
}

static void renew_form(kp_pane *pane, const kp_follow_input *in) {
  kp_follow *follow = kp_follow_of(pane);
  const kp_follow_view *view = &follow->view;
  bool wanted = view->task != NULL && !view->closed && !follow->no_sheet;
  bool same = wanted && follow->form != NULL && follow->subject != NULL &&
              strcmp(follow->subject, view->draft) == 0;
  uint64_t content = wanted ? content_of(in, view) : 0;
  if (same && !follow->rebuild && (content == follow->content || kp_form_dirty(follow->form))) {
    if (follow->focus_form)
      focus_form(pane);
    return;
  }
  int focused = same ? kp_board_focused(pane->board) : KP_BOARD_NONE;
  kp_uno_error ignored = KP_UNO_IGNORED;
  drop_form(pane);
  follow->content = content;
  follow->rebuild = false;
  if (wanted && !make_form(pane))
    kp_follow_say_text(pane, KP_TEXT_NO_MEMORY, NULL, true);
  kp_follow_add_bottom(pane, &ignored);
  if (follow->form != NULL && follow->focus_form)
    focus_form(pane);
  else if (focused >= KP_FOLLOW_TOP)
    kp_board_focus(pane->board, focused);
  follow->focus_form = false;
}

/* ------------------------------------------------------------------------------------- the pane */

static bool build(kp_pane *pane, kp_uno_error *error) {
  kp_follow *follow = kp_follow_of(pane);
  for (int i = 0; i < KP_FOLLOW_WIDGETS; i++)
    follow->widgets[i] = KP_BOARD_NONE;
  return kp_follow_add_top(pane, error);
}

/* The first of the tables that are needed and gone; NULL when all are there. */
static const kp_method_table *missing_table(const kp_follow_input *in, const kp_follow_view *view) {
  const kp_method_table *tables[2] = {view->table, NULL};
  if (view->task != NULL)
    tables[1] = view->task->form->table;
  for (size_t i = 0; i < 2; i++)
    if (tables[i] != NULL && in->rows->count(in->rows->data, tables[i]) == KP_METHOD_NO_TABLE)
      return tables[i];
  return NULL;
}

static void refresh(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  kp_follow_input in;
  char *me = NULL;
  if (pane->desk != NULL && kp_desk_draft(pane->desk, KP_DECK_WANTS_FORM) != NULL) {
    kp_desk_set_draft(pane->desk, KP_DECK_WANTS_FORM, NULL);
    follow->focus_form = true;
  }
  kp_follow_unsay(pane);
  kp_follow_view_clear(&follow->view);
  kp_follow_show_lock(pane);
  if (kp_follow_read(pane, &in, &me) && kp_follow_view_make(&in, &follow->view)) {
    follow->no_sheet = missing_table(&in, &follow->view);
    kp_follow_show_top(pane, &in);
    kp_follow_offer(pane, &in);
    renew_form(pane, &in);
    kp_follow_compare(pane, &in, false);
    kp_follow_show_bottom(pane);
  } else {
    drop_form(pane);
    kp_follow_show_nothing(pane);
  }
  free(me);
}

static void discard(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  if (follow->form == NULL)
    return;
  kp_form_discard(follow->form);
  kp_follow_park_end(follow);
  kp_follow_say(pane, NULL, false);
  follow->rebuild = true;
  follow->focus_form = true;
  kp_pane_refresh(pane);
}

static void press(kp_pane *pane, kp_follow_widget widget) {
  switch (widget) {
  case KP_FOLLOW_ADD_AGAIN:
    kp_follow_add_again(pane);
    break;
  case KP_FOLLOW_SET_UP:
    kp_follow_set_up(pane);
    break;
  case KP_FOLLOW_FOCUS:
    kp_follow_choose_focus(pane);
    break;
  case KP_FOLLOW_TASK:
    kp_follow_choose_task(pane);
    break;
  case KP_FOLLOW_ROW:
    kp_follow_choose_row(pane);
    break;
  case KP_FOLLOW_JUMP:
    kp_follow_jump(pane);
    break;
  case KP_FOLLOW_SAVE:
    kp_follow_save(pane);
    break;
  case KP_FOLLOW_DISCARD:
    discard(pane);
    break;
  case KP_FOLLOW_PARK:
    kp_follow_park_choose(pane);
    break;
  case KP_FOLLOW_PARK_NOW:
    kp_follow_park(pane);
    break;
  default:
    break;
  }
}

/* Typing: what was said of the last save has been read. */
static bool typed(kp_pane *pane, const kp_board_event *event) {
  kp_follow *follow = kp_follow_of(pane);
  kp_follow_input in;
  char *me = NULL;
  bool rebuild = false;
  if (follow->form == NULL || !kp_form_event(follow->form, event, &rebuild))
    return false;
  if (pane->disposed)
    return true;
  if (rebuild) {
    follow->rebuild = true;
    kp_pane_refresh(pane);
    return true;
  }
  if (event->kind == KP_EVENT_TEXT) {
    kp_follow_pin(pane);
    if (!follow->strong)
      kp_follow_say(pane, NULL, false);
  }
  if (kp_follow_read(pane, &in, &me))
    kp_follow_react(pane, &in);
  free(me);
  kp_follow_show_bottom(pane);
  return true;
}

static bool opens_menu(kp_follow_widget widget) {
  return widget == KP_FOLLOW_FOCUS || widget == KP_FOLLOW_TASK || widget == KP_FOLLOW_ROW ||
         widget == KP_FOLLOW_PARK;
}

static void event(kp_pane *pane, const kp_board_event *event) {
  kp_follow_widget widget = kp_follow_find(kp_follow_of(pane), event->widget);
  switch (event->kind) {
  case KP_EVENT_SAVE:
    if (kp_follow_of(pane)->parking != NULL)
      kp_follow_park(pane);
    else
      kp_follow_save(pane);
    return;
  case KP_EVENT_HELP: /* a field first shows its hint */
    if (!typed(pane, event))
      kp_pane_help(pane);
    return;
  default:
    break;
  }
  if (widget == KP_FOLLOW_WIDGETS) {
    typed(pane, event);
  } else if (widget == KP_FOLLOW_STEPS) {
    if (event->kind == KP_EVENT_SELECT || event->kind == KP_EVENT_OPEN)
      kp_follow_choose_step(pane, event->kind == KP_EVENT_OPEN);
  } else if (event->kind == KP_EVENT_ENTER && widget == KP_FOLLOW_REASON) {
    kp_follow_park(pane);
  } else if (event->kind == KP_EVENT_PRESS ||
             (event->kind == KP_EVENT_DOWN && opens_menu(widget))) {
    press(pane, widget);
  }
}

static void close_follow(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  kp_form_free(follow->form);
  follow->form = NULL;
  kp_follow_view_clear(&follow->view);
  kp_follow_park_end(follow);
  free(follow->asked);
  free(follow->subject);
  free(follow->message);
  free(follow->measured);
}

const kp_pane_kind kp_follow_kind = {
    .state_size = sizeof(kp_follow),
    .hints = true,
    .build = build,
    .refresh = refresh,
    .event = event,
    .close = close_follow,
};
