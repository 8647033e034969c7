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

bool kp_follow_read(kp_pane *pane, kp_follow_input *in, char **me) {
  return kp_follow_read_desk(pane->desk, pane->language, in, me);
}

bool kp_follow_document(kp_pane *pane, kp_document *document) {
  if (kp_pane_document(pane, document))
    return true;
  if (!pane->disposed) {
    kp_follow_refuse_text(pane, KP_TEXT_FOLLOW_OTHER_DOCUMENT, NULL);
    kp_pane_refresh(pane);
  }
  return false;
}

/* ------------------------------------------------------------------------------------- the pane */

static bool build(kp_pane *pane, kp_uno_error *error) {
  kp_follow *follow = kp_follow_of(pane);
  for (int i = 0; i < KP_FOLLOW_WIDGETS; i++)
    follow->widgets[i] = KP_BOARD_NONE;
  return kp_footer_add(pane, true, error) && kp_follow_add_top(pane, error);
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

static void forget_view(kp_follow *follow) {
  kp_follow_links_clear(&follow->links);
  kp_follow_view_clear(&follow->view);
}

/* The whys of a chain, when that is what is shown. */
static bool find_links(const kp_follow_input *in, kp_follow *follow) {
  const kp_follow_view *view = &follow->view;
  if (view->task == NULL || view->task->chain == NULL || view->closed)
    return true;
  return kp_follow_links_make(in, view, view->task, kp_follow_branch(in, view), &follow->links);
}

static void refresh(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  kp_follow_input in;
  char *me = NULL;
  if (pane->desk != NULL && kp_desk_draft(pane->desk, KP_DECK_WANTS_FORM) != NULL) {
    kp_desk_set_draft(pane->desk, KP_DECK_WANTS_FORM, NULL);
    follow->focus_form = true;
  }
  forget_view(follow);
  kp_follow_show_lock(pane);
  if (kp_follow_read(pane, &in, &me) && kp_follow_view_make(&in, &follow->view) &&
      find_links(&in, follow)) {
    follow->no_sheet = missing_table(&in, &follow->view);
    kp_follow_show_top(pane, &in);
    kp_follow_offer(pane, &in);
    kp_follow_renew_forms(pane, &in);
    kp_follow_compare(pane, &in, false);
    kp_follow_show_bottom(pane);
  } else {
    forget_view(follow);
    kp_follow_drop_forms(pane);
    kp_follow_show_nothing(pane);
  }
  kp_follow_show_footer(pane);
  free(me);
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
  case KP_FOLLOW_STEP:
    kp_follow_choose_step(pane);
    break;
  case KP_FOLLOW_BACK:
  case KP_FOLLOW_ON:
    kp_follow_go_step(pane, widget == KP_FOLLOW_ON);
    break;
  case KP_FOLLOW_FOLD:
    kp_follow_unfold(pane);
    break;
  case KP_FOLLOW_FRESH:
    kp_follow_new_row(pane);
    break;
  case KP_FOLLOW_JUMP:
    kp_follow_jump(pane);
    break;
  case KP_FOLLOW_EARLIER:
    kp_follow_earlier(pane);
    break;
  case KP_FOLLOW_CORE:
  case KP_FOLLOW_CORE_MENU:
    kp_follow_choose_core(pane);
    break;
  case KP_FOLLOW_TICK:
    kp_follow_tick(pane);
    break;
  case KP_FOLLOW_NEXT_WHY:
    kp_follow_next_why(pane);
    break;
  case KP_FOLLOW_BRANCH:
    kp_follow_add_branch(pane);
    break;
  case KP_FOLLOW_BRANCH_SHOWN:
    kp_follow_choose_branch(pane);
    break;
  case KP_FOLLOW_EVIDENCE:
    kp_follow_evidence(pane);
    break;
  case KP_FOLLOW_PARK:
    kp_follow_park_choose(pane);
    break;
  case KP_FOLLOW_PARK_NOW:
    kp_follow_park(pane);
    break;
  default:
    if (widget >= KP_FOLLOW_TASK && widget <= KP_FOLLOW_TASK_LAST)
      kp_follow_choose_task(pane, (size_t)(widget - KP_FOLLOW_TASK));
  }
}

/* --------------------------------------------------------------------------------------- typing */

/* A mark goes when its field changes; with the last of them what was said of it. */
static void unmark_changed(kp_pane *pane, const kp_follow_shown *shown) {
  kp_follow *follow = kp_follow_of(pane);
  if (strcmp(shown->draft, follow->refused_draft) != 0)
    return;
  kp_form_keep_marks(shown->form, &follow->refused);
  if (follow->refused.mark_count > 0)
    return;
  kp_follow_unmark(follow);
  follow->limited = follow->parking != NULL;
  kp_footer_say(pane, KP_FOOTER_REFUSED, NULL, NULL);
}

static void follow_up(kp_pane *pane, size_t place, const kp_board_event *event, bool rebuild) {
  kp_follow *follow = kp_follow_of(pane);
  kp_follow_input in;
  char *me = NULL;
  unmark_changed(pane, &follow->forms[place]);
  if (kp_form_wants_save(follow->forms[place].form)) {
    kp_follow_save(pane);
    return;
  }
  if (rebuild) {
    follow->rebuild = true;
    follow->focus_form = event->kind == KP_EVENT_PRESS;
    kp_pane_refresh(pane);
    return;
  }
  if (event->kind == KP_EVENT_TEXT)
    kp_follow_pin(pane);
  if (event->kind != KP_EVENT_TEXT && kp_follow_read(pane, &in, &me)) {
    kp_follow_answer(pane, &in);
    kp_follow_compare(pane, &in, true);
  }
  free(me);
  kp_follow_show_footer(pane);
}

/* Enter in an answer asks the next why. */
static bool asks_on(const kp_follow *follow, size_t place, const kp_board_event *event) {
  return event->kind == KP_EVENT_ENTER && follow->links.list != NULL &&
         kp_form_focused(follow->forms[place].form) == follow->view.task->chain->answer;
}

static bool typed(kp_pane *pane, const kp_board_event *event) {
  kp_follow *follow = kp_follow_of(pane);
  for (size_t i = 0; i < follow->form_count; i++) {
    bool rebuild = false;
    if (!kp_form_owns(follow->forms[i].form, event->widget))
      continue;
    follow->current = i;
    if (asks_on(follow, i, event)) {
      kp_follow_next_why(pane);
      return true;
    }
    bool heard = kp_form_event(follow->forms[i].form, event, &rebuild);
    if (heard && !pane->disposed)
      follow_up(pane, i, event, rebuild);
    return heard;
  }
  return false;
}

static bool opens_menu(kp_follow_widget widget) {
  return widget == KP_FOLLOW_FOCUS || widget == KP_FOLLOW_STEP || widget == KP_FOLLOW_CORE ||
         widget == KP_FOLLOW_BRANCH_SHOWN || widget == KP_FOLLOW_PARK;
}

static void save(kp_pane *pane) {
  if (kp_follow_of(pane)->parking != NULL)
    kp_follow_park(pane);
  else
    kp_follow_save(pane);
}

static void event(kp_pane *pane, const kp_board_event *event) {
  kp_follow_widget widget = kp_follow_find(kp_follow_of(pane), event->widget);
  if (event->kind == KP_EVENT_SAVE) {
    save(pane);
  } else if (event->kind == KP_EVENT_HELP) { /* a field first shows its hint */
    if (!typed(pane, event))
      kp_pane_help(pane);
  } else if (widget == KP_FOLLOW_WIDGETS) {
    typed(pane, event);
  } else if (widget == KP_FOLLOW_ROWS) {
    if (event->kind == KP_EVENT_SELECT || event->kind == KP_EVENT_OPEN)
      kp_follow_choose_row(pane, event->kind == KP_EVENT_OPEN);
  } else if (event->kind == KP_EVENT_ENTER && widget == KP_FOLLOW_REASON) {
    kp_follow_park(pane);
  } else if (event->kind == KP_EVENT_PRESS ||
             (event->kind == KP_EVENT_DOWN && opens_menu(widget))) {
    press(pane, widget);
  }
}

static void footer(kp_pane *pane, kp_footer_event event) {
  switch (event) {
  case KP_FOOTER_SAVES:
    save(pane);
    break;
  case KP_FOOTER_DISCARDS:
  case KP_FOOTER_CANCELS:
    kp_follow_discard(pane);
    break;
  case KP_FOOTER_OFFERS:
    kp_follow_park_choose(pane);
    break;
  case KP_FOOTER_UNDOES:
    kp_follow_of(pane)->rebuild = true;
    kp_pane_refresh(pane);
    break;
  }
}

static void close_follow(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  for (size_t i = 0; i < follow->form_count; i++)
    kp_form_free(follow->forms[i].form);
  follow->form_count = 0;
  forget_view(follow);
  kp_follow_park_end(follow);
  kp_follow_unmark(follow);
  free(follow->asked);
  free(follow->order);
  free(follow->measured);
}

const kp_pane_kind kp_follow_kind = {
    .state_size = sizeof(kp_follow),
    .hints = true,
    .build = build,
    .refresh = refresh,
    .event = event,
    .footer = footer,
    .close = close_follow,
};
