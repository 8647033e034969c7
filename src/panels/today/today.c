/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panel Today: what asks for attention, and what can be done about it at once. */
#include "today.h"

#include "kernpunt/deck.h"
#include "kernpunt/dialog.h"
#include "kernpunt/workbook.h"
#include "kernpunt/session.h"

#include <stdlib.h>
#include <string.h>

void kp_today_keep(char **text, const char *value) {
  char *copy = value != NULL ? kp_text_copy(value) : NULL;
  free(*text);
  *text = copy;
}

/* ------------------------------------------------------------------------------------ building */

static void dress(kp_pane *pane) {
  static const struct {
    kp_today_place place;
    kp_look look;
  } looks[] = {
      {KP_TODAY_LOG, {.strong = true}},
      {KP_TODAY_STRIP_LATE, {.tone = KP_TONE_LATE, .strong = true}},
      {KP_TODAY_LATE, {.tone = KP_TONE_LATE, .strong = true}},
      {KP_TODAY_TITLE, {.strong = true}},
      {KP_TODAY_DETAIL, {.tone = KP_TONE_QUIET}},
      {KP_TODAY_RULE, {.tone = KP_TONE_TRACK}},
      {KP_TODAY_LEFT, {.tone = KP_TONE_QUIET, .small = true}},
      {KP_TODAY_LEFT_TITLE, {.strong = true}},
  };
  for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
    kp_board_set_look(pane->board, (int)looks[i].place, &looks[i].look);
  kp_board_set_right(pane->board, KP_TODAY_MINE);
  kp_board_stretch(pane->board, KP_TODAY_ITEMS);
}

static bool build_today(kp_pane *pane, kp_uno_error *error) {
  static const kp_pane_widget widgets[KP_TODAY_FIXED] = {
      [KP_TODAY_NOTICE] = {.name = "notice", .kind = KP_WIDGET_NOTE},
      [KP_TODAY_SET_UP] = {"set_up", KP_WIDGET_BUTTON, KP_TEXT_TODAY_SET_UP,
                           KP_TEXT_TODAY_HELP_SET_UP, false, false, 0},
      [KP_TODAY_LOG] = {"log", KP_WIDGET_BUTTON, KP_TEXT_DUE_LOG, KP_TEXT_DUE_LOG_HELP, false, true,
                        0},
      [KP_TODAY_STRIP_LATE] = {"strip_late", KP_WIDGET_BUTTON, KP_TEXT_NONE, KP_TEXT_DUE_SHOW_ALL,
                               true, true, 0},
      [KP_TODAY_STRIP_REST] = {"strip_rest", KP_WIDGET_NOTE, KP_TEXT_NONE, KP_TEXT_NONE, true,
                               false, 0},
      [KP_TODAY_MINE] = {"mine", KP_WIDGET_CHECK, KP_TEXT_TODAY_MINE, KP_TEXT_TODAY_HELP_MINE, true,
                         true, 0},
      [KP_TODAY_WHO_ASK] = {.name = "who_ask",
                            .kind = KP_WIDGET_NOTE,
                            .label = KP_TEXT_TODAY_WHO_ASK},
      [KP_TODAY_WHO] = {.name = "who", .kind = KP_WIDGET_BUTTON, .label = KP_TEXT_TODAY_WHO},
      [KP_TODAY_LATE] = {.name = "late", .kind = KP_WIDGET_NOTE, .narrow = true},
      [KP_TODAY_SUMMARY] = {.name = "summary", .kind = KP_WIDGET_NOTE, .beside = true},
      [KP_TODAY_ITEMS] = {.name = "items", .kind = KP_WIDGET_GRID, .lines = 2},
      [KP_TODAY_TITLE] = {.name = "title", .kind = KP_WIDGET_NOTE, .lines = 1},
      [KP_TODAY_DETAIL] = {.name = "detail", .kind = KP_WIDGET_NOTE, .lines = 2},
      [KP_TODAY_DONE] = {"done", KP_WIDGET_BUTTON, KP_TEXT_DUE_DONE, KP_TEXT_DUE_DONE_HELP, false,
                         false, 0},
      [KP_TODAY_POSTPONE] = {"postpone", KP_WIDGET_BUTTON, KP_TEXT_DUE_POSTPONE,
                             KP_TEXT_DUE_POSTPONE_HELP, true, false, 0},
      [KP_TODAY_OPEN] = {"open", KP_WIDGET_BUTTON, KP_TEXT_DUE_OPEN, KP_TEXT_DUE_OPEN_HELP, true,
                         false, 0},
      [KP_TODAY_RULE] = {.name = "rule", .kind = KP_WIDGET_STRIPE, .lines = 1},
      [KP_TODAY_LEFT] = {.name = "left", .kind = KP_WIDGET_NOTE, .label = KP_TEXT_DUE_LEFT},
      [KP_TODAY_LEFT_TITLE] = {.name = "left_title", .kind = KP_WIDGET_NOTE, .lines = 1},
      [KP_TODAY_NEXT] = {"next", KP_WIDGET_BUTTON, KP_TEXT_DUE_GO_ON, KP_TEXT_NONE, true, true, 0},
      [KP_TODAY_LEFT_STEP] = {.name = "left_step", .kind = KP_WIDGET_NOTE},
  };
  kp_today_of(pane)->most = KP_AGENDA_SHOWN;
  if (!kp_pane_add(pane, widgets, KP_TODAY_FIXED, error) || !kp_footer_add(pane, false, error))
    return false;
  dress(pane);
  return true;
}

/* ------------------------------------------------------------------------------------- showing */

/* What one can see but not change stands in the footer. */
static void say_lock(kp_pane *pane) {
  kp_text text = KP_TEXT_NONE;
  switch (kp_desk_locked(pane->desk)) {
  case KP_DESK_READ_ONLY:
    text = KP_TEXT_TODAY_READ_ONLY;
    break;
  case KP_DESK_UNTRACKED:
    text = KP_TEXT_TODAY_UNTRACKED;
    break;
  default:
    break;
  }
  kp_footer_say(pane, KP_FOOTER_NOTE, NULL, text != KP_TEXT_NONE ? kp_pane_word(pane, text) : NULL);
}

static void show_only(kp_pane *pane, kp_today_place from, kp_today_place to, bool shown) {
  for (int i = (int)from; i <= (int)to; i++)
    kp_board_show(pane->board, i, shown);
}

static void show_obstacle(kp_pane *pane, char *words) {
  bool may_set_up = pane->desk != NULL && kp_desk_model(pane->desk) != NULL &&
                    kp_desk_method(pane->desk) != NULL && !kp_desk_set_up(pane->desk);
  kp_today_drop_form(pane);
  kp_today_of(pane)->mode = KP_TODAY_LISTS;
  show_only(pane, KP_TODAY_LOG, KP_TODAY_FIXED - 1, false);
  kp_board_show(pane->board, KP_TODAY_SET_UP, may_set_up);
  kp_board_enable(pane->board, KP_TODAY_SET_UP,
                  may_set_up && kp_desk_locked(pane->desk) == KP_DESK_FREE);
  kp_board_show(pane->board, KP_TODAY_NOTICE, true);
  kp_pane_say(pane, KP_TODAY_NOTICE, words);
  kp_footer_save(pane, false, false);
  kp_footer_rest(pane, KP_FOOTER_NO_SLOT);
}

static void take_drafts(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  const char *mine = kp_desk_draft(pane->desk, KP_TODAY_DRAFT_MINE);
  kp_board_set_checked(pane->board, KP_TODAY_MINE, mine != NULL && mine[0] != '\0');
  if (today->selected == NULL)
    kp_today_keep(&today->selected, kp_desk_draft(pane->desk, KP_TODAY_DRAFT_SELECTED));
  if (today->mode != KP_TODAY_LOGS && kp_desk_draft(pane->desk, KP_TODAY_DRAFT_LOG) != NULL) {
    today->mode = KP_TODAY_LOGS;
    today->rebuild = true;
    kp_today_keep(&today->open, NULL);
  } else if (today->mode == KP_TODAY_LISTS &&
             kp_desk_draft(pane->desk, KP_TODAY_DRAFT_OPEN) != NULL) {
    kp_today_keep(&today->open, kp_desk_draft(pane->desk, KP_TODAY_DRAFT_OPEN));
    today->aside = kp_desk_draft(pane->desk, KP_TODAY_DRAFT_ASIDE) != NULL;
    today->mode = KP_TODAY_ANSWERS;
  }
}

/* Which of the widgets belong to what is to be seen now. */
static void show_parts(kp_pane *pane) {
  const kp_today *today = kp_today_of(pane);
  bool strip = pane->shrunk;
  bool lists = !strip && today->mode == KP_TODAY_LISTS;
  const kp_look log = {.strong = true, .small = strip};
  /* As a strip it leaves the letters to the panel people work in. */
  const char *words = kp_pane_word(pane, KP_TEXT_DUE_LOG);
  kp_pane_say(pane, KP_TODAY_LOG, strip ? kp_text_cut(words, strlen(words)) : kp_text_copy(words));
  kp_board_show(pane->board, KP_TODAY_LOG, strip || lists);
  kp_board_set_look(pane->board, KP_TODAY_LOG, &log);
  kp_board_enable(pane->board, KP_TODAY_LOG, kp_desk_locked(pane->desk) == KP_DESK_FREE);
  kp_board_show(pane->board, KP_TODAY_STRIP_REST, strip);
  kp_board_show(pane->board, KP_TODAY_STRIP_LATE,
                strip && today->view.counts[KP_METHOD_OVERDUE] > 0);
  kp_board_show(pane->board, KP_TODAY_MINE, lists);
  show_only(pane, KP_TODAY_LATE, KP_TODAY_OPEN, lists);
  if (!lists)
    show_only(pane, KP_TODAY_WHO_ASK, KP_TODAY_WHO, false);
  bool left = lists && today->left.step != NULL && today->left.step[0] != '\0';
  show_only(pane, KP_TODAY_RULE, KP_TODAY_LEFT_STEP, left);
  kp_footer_show(pane, !strip);
}

static void refresh_today(kp_pane *pane) {
  char *words = kp_pane_obstacle(pane, KP_TEXT_TODAY_NOT_SET_UP, true);
  if (words == NULL || words[0] != '\0') {
    if (pane->shrunk)
      kp_footer_show(pane, false);
    show_obstacle(pane, words);
    return;
  }
  free(words);
  take_drafts(pane);
  say_lock(pane);
  kp_board_show(pane->board, KP_TODAY_NOTICE, false);
  kp_board_show(pane->board, KP_TODAY_SET_UP, false);
  kp_today_show_list(pane);
  show_parts(pane);
  kp_today_show_row(pane);
  if (pane->shrunk) {
    kp_today_drop_form(pane);
    kp_today_of(pane)->rebuild = true;
  } else {
    kp_today_show_form(pane);
  }
}

/* -------------------------------------------------------------------------------------- events */

static void set_up(kp_pane *pane) {
  char *message = NULL;
  kp_board_set_busy(pane->board, true);
  bool made = kp_dialog_setup(pane->context, pane->frame, pane->language, &message);
  kp_board_set_busy(pane->board, false);
  if (!pane->disposed) {
    if (made)
      kp_footer_wrote(pane, NULL, message != NULL ? message : "");
    else
      kp_footer_say(pane, KP_FOOTER_NOTE, NULL,
                    message != NULL && message[0] != '\0' ? message : NULL);
    kp_desk_touch(pane->desk);
    kp_pane_refresh(pane);
    if (made) /* the first step waits there */
      kp_pane_show_other(pane, KP_DECK_FOLLOW);
  }
  free(message);
}

static void choose_me(kp_pane *pane) {
  kp_document document;
  kp_uno_error error = KP_UNO_NO_ERROR;
  char **people = NULL;
  size_t count = 0;
  char *me = NULL;
  const kp_method *method = kp_desk_method(pane->desk);
  bool good =
      kp_pane_document(pane, &document) && kp_workbook_people(&error, &document, &people, &count);
  kp_pane_done(&document);
  if (good && count == 0 && method->people != NULL) {
    char *text = kp_text_fill(KP_TEXT_TODAY_NO_PEOPLE, pane->language,
                              method->people->table->name.in[pane->language], NULL);
    kp_footer_say(pane, KP_FOOTER_TIP, NULL, text);
    free(text);
  } else if (good && count > 0) {
    kp_board_set_busy(pane->board, true);
    me = kp_dialog_who(pane->context, pane->frame, pane->language, (const char *const *)people,
                       count);
    kp_board_set_busy(pane->board, false);
  }
  if (!pane->disposed && me != NULL) {
    kp_desk_set_me(pane->desk, me);
    kp_pane_refresh(pane);
  }
  free(me);
  kp_workbook_people_free(people, count);
}

/* Enter or double-click: the form of the row, or more rows. */
static void open_row(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  int at = kp_board_selected(pane->board, KP_TODAY_ITEMS);
  kp_today_take_selection(pane);
  if (at >= 0 && (size_t)at == today->view.count) {
    today->most = today->view.count + KP_AGENDA_SHOWN;
    kp_pane_refresh(pane);
  } else {
    kp_today_open(pane);
  }
}

static void press(kp_pane *pane, int widget) {
  switch (widget) {
  case KP_TODAY_SET_UP:
    set_up(pane);
    break;
  case KP_TODAY_LOG:
    kp_today_log(pane);
    break;
  case KP_TODAY_STRIP_LATE:
    kp_pane_show_other(pane, KP_DECK_TODAY);
    break;
  case KP_TODAY_MINE:
    kp_desk_set_draft(pane->desk, KP_TODAY_DRAFT_MINE,
                      kp_board_checked(pane->board, KP_TODAY_MINE) ? "yes" : NULL);
    kp_today_of(pane)->most = KP_AGENDA_SHOWN;
    kp_pane_refresh(pane);
    break;
  case KP_TODAY_WHO:
    choose_me(pane);
    break;
  case KP_TODAY_DONE:
    kp_today_done(pane);
    break;
  case KP_TODAY_POSTPONE:
    kp_today_postpone(pane);
    break;
  case KP_TODAY_OPEN:
    open_row(pane);
    break;
  case KP_TODAY_NEXT:
    kp_today_follow(pane, kp_today_of(pane)->left.id != NULL ? kp_today_of(pane)->left.id : "");
    break;
  default:
    break;
  }
}

static void handle_today(kp_pane *pane, const kp_board_event *event) {
  if (pane->desk == NULL || kp_today_form_event(pane, event))
    return;
  if (event->kind == KP_EVENT_PRESS)
    press(pane, event->widget);
  else if (event->widget != KP_TODAY_ITEMS)
    return;
  else if (event->kind == KP_EVENT_SELECT)
    kp_today_take_selection(pane);
  else if (event->kind == KP_EVENT_OPEN)
    open_row(pane);
  else if (event->kind == KP_EVENT_SPACE)
    kp_today_done(pane);
}

static void foot_today(kp_pane *pane, kp_footer_event event) {
  if (pane->desk == NULL)
    return;
  if (event == KP_FOOTER_SAVES)
    kp_today_save(pane);
  else if (event == KP_FOOTER_CANCELS || event == KP_FOOTER_DISCARDS)
    kp_today_cancel(pane);
}

static void close_today(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  if (pane->desk != NULL && today->selected != NULL)
    kp_desk_set_draft(pane->desk, KP_TODAY_DRAFT_SELECTED, today->selected);
  kp_form_free(today->form);
  today->form = NULL;
  kp_agenda_answers_clear(&today->answers);
  kp_agenda_view_clear(&today->view);
  kp_agenda_left_clear(&today->left);
  free(today->selected);
  free(today->open);
  free(today->built);
  free(today->title);
  *today = (kp_today){.form = NULL};
}

const kp_pane_kind kp_today_kind = {
    .state_size = sizeof(kp_today),
    .build = build_today,
    .refresh = refresh_today,
    .event = handle_today,
    .footer = foot_today,
    .close = close_today,
};
