/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panel Today: what asks for attention, and what can be done about it at once. */
#include "today.h"

#include "kernpunt/deck.h"
#include "kernpunt/dialog.h"
#include "kernpunt/workbook_settings.h"
#include "kernpunt/session.h"

#include <stdlib.h>
#include <string.h>

void kp_today_keep(char **text, const char *value) {
  char *copy = value != NULL ? kp_text_join(&value, 1, "") : NULL;
  free(*text);
  *text = copy;
}

void kp_today_say(kp_pane *pane, kp_today_place place, char *text) {
  kp_pane_say(pane, (int)place, text);
  if (place == KP_TODAY_SAID)
    kp_today_of(pane)->done = false;
}

/* An answer that was undone is none; after something else was written, Undo takes that back first.
 */
static void unsay(kp_pane *pane) {
  const kp_today *today = kp_today_of(pane);
  uno_Interface *model = pane->desk != NULL ? kp_desk_model(pane->desk) : NULL;
  if (today->done && model != NULL &&
      (kp_undone_count(model) > today->steps || kp_undone_since(model, today->steps)))
    kp_today_say(pane, KP_TODAY_SAID, NULL);
}

/* ------------------------------------------------------------------------------------ building */

static bool build_today(kp_pane *pane, kp_uno_error *error) {
  static const kp_pane_widget widgets[KP_TODAY_FIXED] = {
      [KP_TODAY_NOTICE] = {.name = "notice", .kind = KP_WIDGET_NOTE},
      [KP_TODAY_SET_UP] = {"set_up", KP_WIDGET_BUTTON, KP_TEXT_TODAY_SET_UP,
                           KP_TEXT_TODAY_HELP_SET_UP, false, false, 0},
      [KP_TODAY_MINE] = {"mine", KP_WIDGET_CHECK, KP_TEXT_TODAY_MINE, KP_TEXT_TODAY_HELP_MINE,
                         false, false, 0},
      [KP_TODAY_WHO_ASK] = {.name = "who_ask",
                            .kind = KP_WIDGET_NOTE,
                            .label = KP_TEXT_TODAY_WHO_ASK},
      [KP_TODAY_WHO] = {.name = "who", .kind = KP_WIDGET_BUTTON, .label = KP_TEXT_TODAY_WHO},
      [KP_TODAY_SUMMARY] = {.name = "summary", .kind = KP_WIDGET_NOTE},
      [KP_TODAY_ITEMS] = {.name = "items", .kind = KP_WIDGET_LIST, .lines = KP_PANE_LINES},
      [KP_TODAY_DETAIL] = {.name = "detail", .kind = KP_WIDGET_NOTE},
      [KP_TODAY_JUMP] = {"jump", KP_WIDGET_BUTTON, KP_TEXT_TODAY_JUMP, KP_TEXT_TODAY_HELP_JUMP,
                         false, true, 0},
      [KP_TODAY_DONE] = {"done", KP_WIDGET_BUTTON, KP_TEXT_TODAY_DONE, KP_TEXT_TODAY_HELP_DONE,
                         true, true, 0},
      [KP_TODAY_NEXT] = {.name = "next", .kind = KP_WIDGET_BUTTON, .label = KP_TEXT_TODAY_NEXT_GO},
      [KP_TODAY_SAID] = {.name = "said", .kind = KP_WIDGET_NOTE},
  };
  kp_today_of(pane)->most = KP_AGENDA_SHOWN;
  return kp_pane_add(pane, widgets, KP_TODAY_FIXED, error);
}

/* ------------------------------------------------------------------------------------- showing */

/* What one can see but not change, malloc'ed; "" when all is free. */
static char *lock_words(const kp_pane *pane) {
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
  return kp_text_fill(text, pane->language, NULL, NULL);
}

static void show_obstacle(kp_pane *pane, char *words) {
  bool may_set_up = pane->desk != NULL && kp_desk_model(pane->desk) != NULL &&
                    kp_desk_method(pane->desk) != NULL && !kp_desk_set_up(pane->desk);
  kp_today_drop_form(pane);
  for (int i = KP_TODAY_MINE; i < KP_TODAY_SAID; i++)
    kp_board_show(pane->board, i, false);
  kp_board_show(pane->board, KP_TODAY_SET_UP, may_set_up);
  kp_board_enable(pane->board, KP_TODAY_SET_UP,
                  may_set_up && kp_desk_locked(pane->desk) == KP_DESK_FREE);
  kp_board_show(pane->board, KP_TODAY_NOTICE, true);
  kp_today_say(pane, KP_TODAY_NOTICE, words);
}

static void take_drafts(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  const char *mine = kp_desk_draft(pane->desk, KP_TODAY_DRAFT_MINE);
  kp_board_set_checked(pane->board, KP_TODAY_MINE, mine != NULL && mine[0] != '\0');
  if (today->selected == NULL)
    kp_today_keep(&today->selected, kp_desk_draft(pane->desk, KP_TODAY_DRAFT_SELECTED));
  if (today->open == NULL)
    kp_today_keep(&today->open, kp_desk_draft(pane->desk, KP_TODAY_DRAFT_OPEN));
}

static void refresh_today(kp_pane *pane) {
  char *words = kp_pane_obstacle(pane, KP_TEXT_TODAY_NOT_SET_UP, true);
  unsay(pane);
  kp_board_show(pane->board, KP_TODAY_SAID, true);
  if (words != NULL && words[0] != '\0') {
    show_obstacle(pane, words);
    return;
  }
  free(words);
  take_drafts(pane);
  kp_board_show(pane->board, KP_TODAY_NOTICE, true);
  kp_today_say(pane, KP_TODAY_NOTICE, lock_words(pane));
  kp_board_show(pane->board, KP_TODAY_SET_UP, false);
  kp_board_show(pane->board, KP_TODAY_MINE, true);
  kp_today_show_list(pane);
  kp_today_show_form(pane);
}

/* -------------------------------------------------------------------------------------- events */

static void set_up(kp_pane *pane) {
  char *message = NULL;
  kp_board_set_busy(pane->board, true);
  bool made = kp_dialog_setup(pane->context, pane->frame, pane->language, &message);
  kp_board_set_busy(pane->board, false);
  if (!pane->disposed) {
    kp_today_say(pane, KP_TODAY_SAID, message);
    message = NULL;
    kp_today_of(pane)->done = made;
    kp_today_of(pane)->steps = kp_undone_count(kp_desk_model(pane->desk));
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
    kp_today_say(pane, KP_TODAY_SAID,
                 kp_text_fill(KP_TEXT_TODAY_NO_PEOPLE, pane->language,
                              method->people->table->name.in[pane->language], NULL));
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

static void jump(kp_pane *pane) {
  const kp_agenda_row *row = kp_today_row(pane);
  kp_document document;
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_text said = KP_TEXT_TODAY_GONE;
  if (row == NULL)
    return;
  if (kp_pane_document(pane, &document)) {
    const kp_method_table *table = row->source->table;
    if (row->id[0] != '\0') {
      if (kp_workbook_jump(&error, &document, table->key, row->id, row->source->date->key))
        said = KP_TEXT_NONE;
    } else if (kp_desk_reader(pane->desk) != NULL) {
      kp_reader *reader = kp_desk_reader(pane->desk);
      char *sheet = kp_reader_sheet_name(reader, table);
      int32_t place = kp_reader_sheet_row(reader, table, row->row);
      int32_t column = kp_reader_sheet_column(reader, row->source->date);
      char cell[KP_AGENDA_CELL_SIZE];
      if (sheet != NULL && kp_agenda_cell(column, place, cell) &&
          kp_workbook_jump_cell(&error, &document, sheet, cell))
        said = KP_TEXT_NONE;
      free(sheet);
    }
  }
  kp_pane_done(&document);
  kp_today_say(pane, KP_TODAY_SAID, kp_text_fill(said, pane->language, NULL, NULL));
}

/* Enter or double-click: the cell, or more rows. */
static void open_row(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  int at = kp_board_selected(pane->board, KP_TODAY_ITEMS);
  kp_today_take_selection(pane);
  if (at >= 0 && (size_t)at == today->view.count) {
    today->most = today->view.count + KP_AGENDA_SHOWN;
    kp_pane_refresh(pane);
  } else {
    jump(pane);
  }
}

static void press(kp_pane *pane, int widget) {
  switch (widget) {
  case KP_TODAY_SET_UP:
    set_up(pane);
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
  case KP_TODAY_JUMP:
    jump(pane);
    break;
  case KP_TODAY_DONE:
    kp_today_answer(pane);
    break;
  case KP_TODAY_NEXT:
    kp_today_follow(pane, kp_today_of(pane)->next != NULL ? kp_today_of(pane)->next : "");
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
  else if (event->kind == KP_EVENT_SELECT && event->widget == KP_TODAY_ITEMS)
    kp_today_take_selection(pane);
  else if (event->kind == KP_EVENT_OPEN && event->widget == KP_TODAY_ITEMS)
    open_row(pane);
}

static void close_today(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  if (pane->desk != NULL && today->selected != NULL)
    kp_desk_set_draft(pane->desk, KP_TODAY_DRAFT_SELECTED, today->selected);
  kp_form_free(today->form);
  today->form = NULL;
  kp_agenda_answers_clear(&today->answers);
  kp_agenda_view_clear(&today->view);
  free(today->selected);
  free(today->open);
  free(today->built);
  free(today->title);
  free(today->next);
  *today = (kp_today){.form = NULL};
}

const kp_pane_kind kp_today_kind = {
    .state_size = sizeof(kp_today),
    .build = build_today,
    .refresh = refresh_today,
    .event = handle_today,
    .close = close_today,
};
