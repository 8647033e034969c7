/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widgets, and what stands on them. */
#include "internal.h"
#include "kernpunt/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------------------------- widgets */

/* What a button that shows a choice is for. */
static const char *help_of(const kp_pane *pane, kp_follow_widget widget) {
  if (widget == KP_FOLLOW_TASK)
    return kp_pane_word(pane, KP_TEXT_FOLLOW_TASK);
  return widget == KP_FOLLOW_ROW ? kp_pane_word(pane, KP_TEXT_FOLLOW_ROW_HELP) : NULL;
}

static bool add(kp_pane *pane, kp_uno_error *error, kp_follow_widget widget, kp_widget_kind kind,
                const char *name, kp_text label) {
  const kp_widget_spec spec = {
      .name = name,
      .kind = kind,
      .label = label != KP_TEXT_NONE ? kp_pane_word(pane, label) : NULL,
      .help = help_of(pane, widget),
      .beside = widget == KP_FOLLOW_DISCARD,
      .narrow = widget == KP_FOLLOW_JUMP || widget == KP_FOLLOW_DISCARD,
      .lines = widget == KP_FOLLOW_STEPS ? 9 : 0,
  };
  kp_follow *follow = kp_follow_of(pane);
  follow->widgets[widget] = kp_board_add(error, pane->board, &spec);
  return follow->widgets[widget] != KP_BOARD_NONE;
}

bool kp_follow_add_top(kp_pane *pane, kp_uno_error *error) {
  static const struct {
    kp_follow_widget widget;
    kp_widget_kind kind;
    const char *name;
    kp_text label;
  } top[] = {
      {KP_FOLLOW_LOCK, KP_WIDGET_NOTE, "lock", KP_TEXT_NONE},
      {KP_FOLLOW_MISSING, KP_WIDGET_NOTE, "missing", KP_TEXT_NONE},
      {KP_FOLLOW_ADD_AGAIN, KP_WIDGET_BUTTON, "add_again", KP_TEXT_FOLLOW_ADD_AGAIN},
      {KP_FOLLOW_INVITE, KP_WIDGET_NOTE, "invite", KP_TEXT_NONE},
      {KP_FOLLOW_SET_UP, KP_WIDGET_BUTTON, "set_up", KP_TEXT_FOLLOW_SET_UP},
      {KP_FOLLOW_FOCUS_LABEL, KP_WIDGET_LABEL, "focus_label", KP_TEXT_FOLLOW_CHOICE},
      {KP_FOLLOW_FOCUS, KP_WIDGET_BUTTON, "focus", KP_TEXT_NONE},
      {KP_FOLLOW_STATE, KP_WIDGET_NOTE, "focus_state", KP_TEXT_NONE},
      {KP_FOLLOW_STEPS_LABEL, KP_WIDGET_LABEL, "steps_label", KP_TEXT_FOLLOW_STEPS},
      {KP_FOLLOW_STEPS, KP_WIDGET_LIST, "steps", KP_TEXT_NONE},
      {KP_FOLLOW_STEP_NOTE, KP_WIDGET_NOTE, "step_note", KP_TEXT_NONE},
      {KP_FOLLOW_TASK, KP_WIDGET_BUTTON, "task", KP_TEXT_NONE},
      {KP_FOLLOW_ROW, KP_WIDGET_BUTTON, "row", KP_TEXT_NONE},
      {KP_FOLLOW_JUMP, KP_WIDGET_BUTTON, "jump", KP_TEXT_FOLLOW_JUMP},
      {KP_FOLLOW_CHANGES, KP_WIDGET_NOTE, "changes", KP_TEXT_NONE},
      {KP_FOLLOW_CHAIN, KP_WIDGET_NOTE, "chain", KP_TEXT_NONE},
      {KP_FOLLOW_MEASURE, KP_WIDGET_NOTE, "measure", KP_TEXT_NONE},
      {KP_FOLLOW_MESSAGE, KP_WIDGET_NOTE, "message", KP_TEXT_NONE},
  };
  bool good = true;
  for (size_t i = 0; good && i < sizeof top / sizeof *top; i++)
    good = add(pane, error, top[i].widget, top[i].kind, top[i].name, top[i].label);
  return good;
}

bool kp_follow_add_bottom(kp_pane *pane, kp_uno_error *error) {
  return add(pane, error, KP_FOLLOW_SAVE, KP_WIDGET_BUTTON, "save", KP_TEXT_FOLLOW_SAVE) &&
         add(pane, error, KP_FOLLOW_DISCARD, KP_WIDGET_BUTTON, "discard", KP_TEXT_FOLLOW_DISCARD) &&
         add(pane, error, KP_FOLLOW_REFUSAL, KP_WIDGET_NOTE, "refusal", KP_TEXT_NONE);
}

bool kp_follow_add_park(kp_pane *pane, kp_uno_error *error) {
  return kp_follow_of(pane)->widgets[KP_FOLLOW_PARK] != KP_BOARD_NONE ||
         (add(pane, error, KP_FOLLOW_PARK, KP_WIDGET_BUTTON, "park", KP_TEXT_FOLLOW_PARK) &&
          add(pane, error, KP_FOLLOW_REASON_LABEL, KP_WIDGET_LABEL, "park_label", KP_TEXT_NONE) &&
          add(pane, error, KP_FOLLOW_REASON, KP_WIDGET_LINE, "park_reason", KP_TEXT_NONE) &&
          add(pane, error, KP_FOLLOW_PARK_NOW, KP_WIDGET_BUTTON, "park_now",
              KP_TEXT_FOLLOW_PARK_NOW));
}

static void show(const kp_pane *pane, kp_follow_widget widget, bool visible) {
  kp_board_show(pane->board, kp_follow_of(pane)->widgets[widget], visible);
}

/* A text that could not be made leaves what stands there. Takes over `text`. */
static void label(const kp_pane *pane, kp_follow_widget widget, char *text) {
  if (text != NULL)
    kp_board_set_label(pane->board, kp_follow_of(pane)->widgets[widget], text);
  free(text);
}

/* A button that opens a menu. Takes over `text`. */
static void menu_label(const kp_pane *pane, kp_follow_widget widget, char *text) {
  if (text != NULL)
    kp_text_add(&text, " ", "▾");
  label(pane, widget, text);
}

/* ------------------------------------------------------------------------------- what stops it */

static char *lock_text(const kp_pane *pane) {
  kp_text text = KP_TEXT_NONE;
  if (pane->desk == NULL)
    return kp_text_copy("");
  const char *trouble = kp_desk_method(pane->desk) == NULL ? kp_desk_trouble(pane->desk) : "";
  if (trouble[0] != '\0')
    return kp_text_fill(KP_TEXT_FOLLOW_BROKEN, pane->language, trouble, NULL);
  switch (kp_desk_locked(pane->desk)) {
  case KP_DESK_READ_ONLY:
    text = KP_TEXT_FOLLOW_READ_ONLY;
    break;
  case KP_DESK_UNTRACKED:
    text = KP_TEXT_FOLLOW_UNTRACKED;
    break;
  case KP_DESK_FREE:
    text = kp_desk_shared(pane->desk) ? KP_TEXT_FOLLOW_SHARED : KP_TEXT_NONE;
    break;
  default:
    break;
  }
  return kp_text_copy(kp_pane_word(pane, text));
}

void kp_follow_show_lock(kp_pane *pane) {
  char number[24];
  size_t missing = pane->desk != NULL ? kp_desk_missing(pane->desk) : 0;
  bool locked = pane->desk == NULL || kp_desk_locked(pane->desk) != KP_DESK_FREE;
  label(pane, KP_FOLLOW_LOCK, lock_text(pane));
  snprintf(number, sizeof number, "%zu", missing);
  label(pane, KP_FOLLOW_MISSING,
        missing == 0
            ? kp_text_copy("")
            : kp_text_fill(missing == 1 ? KP_TEXT_FOLLOW_MISSING_ONE : KP_TEXT_FOLLOW_MISSING,
                           pane->language, number, NULL));
  show(pane, KP_FOLLOW_ADD_AGAIN, missing > 0 && !locked);
}

static void show_from_focus(const kp_pane *pane, bool visible) {
  for (int i = KP_FOLLOW_FOCUS_LABEL; i < KP_FOLLOW_TOP; i++)
    show(pane, (kp_follow_widget)i, visible);
}

void kp_follow_show_nothing(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  kp_text text = KP_TEXT_NO_DOCUMENT;
  bool offer = false;
  if (pane->desk != NULL && kp_desk_locked(pane->desk) != KP_DESK_NO_DOCUMENT) {
    bool works = kp_desk_method(pane->desk) != NULL;
    bool set_up = works && kp_desk_set_up(pane->desk);
    offer = works && !set_up && kp_desk_locked(pane->desk) == KP_DESK_FREE;
    text = !works ? KP_TEXT_NONE : set_up ? KP_TEXT_FOLLOW_UNREADABLE : KP_TEXT_FOLLOW_NOT_SET_UP;
  }
  char *said = kp_text_copy(kp_pane_word(pane, text));
  if (said != NULL && follow->message != NULL)
    kp_text_add(&said, "\n", follow->message);
  label(pane, KP_FOLLOW_INVITE, said);
  show(pane, KP_FOLLOW_SET_UP, offer);
  show_from_focus(pane, false);
}

/* --------------------------------------------------------------------------------------- steps */

static void show_steps(kp_pane *pane, const kp_follow_input *in) {
  static const char *const images[] = {[KP_METHOD_CLOSED] = "step_closed.png",
                                       [KP_METHOD_OPEN] = "step_open.png",
                                       [KP_METHOD_DONE] = "step_done.png"};
  const kp_follow *follow = kp_follow_of(pane);
  const kp_follow_view *view = &follow->view;
  size_t count = view->progress.count;
  kp_board_row *rows = calloc(count + 1, sizeof *rows);
  char **texts = calloc(count + 1, sizeof *texts);
  bool good = rows != NULL && texts != NULL;
  for (size_t i = 0; good && i < count; i++) {
    texts[i] = kp_follow_step_text(in, view, i);
    good = texts[i] != NULL;
    rows[i] = (kp_board_row){.text = texts[i], .image = images[view->progress.list[i].state]};
  }
  if (good) {
    kp_board_set_rows(pane->board, follow->widgets[KP_FOLLOW_STEPS], rows, count);
    kp_board_select(pane->board, follow->widgets[KP_FOLLOW_STEPS],
                    view->shown != KP_FOLLOW_NONE ? (int)view->shown : KP_BOARD_NONE);
  }
  for (size_t i = 0; texts != NULL && i < count; i++)
    free(texts[i]);
  free(texts);
  free(rows);
  show(pane, KP_FOLLOW_STEPS_LABEL, !view->loose);
  show(pane, KP_FOLLOW_STEPS, !view->loose);
}

static char *focus_text(const kp_pane *pane, const kp_follow_input *in) {
  const kp_follow_view *view = &kp_follow_of(pane)->view;
  if (view->loose)
    return kp_text_copy(kp_pane_word(pane, KP_TEXT_FOLLOW_LOOSE_IS));
  if (view->row == KP_METHOD_NEW_ROW)
    return kp_text_copy(kp_pane_word(pane, KP_TEXT_FOLLOW_NEW_IS));
  return kp_follow_title(in, view->table, view->row);
}

static char *row_text(const kp_pane *pane, const kp_follow_view *view) {
  if (view->entry != KP_FOLLOW_NONE)
    return kp_text_copy(view->rows.list[view->entry].title);
  return kp_text_fill(KP_TEXT_FOLLOW_NEW_ROW, pane->language,
                      view->task->form->name.in[pane->language], NULL);
}

/* The button of the row is too narrow to say for certain which one the form changes. */
static char *changes_text(const kp_pane *pane, const kp_follow_view *view) {
  if (view->entry == KP_FOLLOW_NONE || view->closed)
    return kp_text_copy("");
  return kp_text_fill(KP_TEXT_FOLLOW_CHANGES_ROW, pane->language, view->entry_id,
                      view->rows.list[view->entry].title);
}

static void show_task(kp_pane *pane, const kp_follow_input *in) {
  const kp_follow *follow = kp_follow_of(pane);
  const kp_follow_view *view = &follow->view;
  const kp_method_step *step = kp_follow_step(view);
  const kp_method_task *task = view->task;
  bool several = step != NULL && step->task_count > 1 && !view->closed;
  bool rows = task != NULL && !task->itself && view->rows.count > 0 &&
              (!view->closed || view->entry != KP_FOLLOW_NONE);
  if (several && task != NULL)
    menu_label(
        pane, KP_FOLLOW_TASK,
        kp_text_fill(KP_TEXT_FOLLOW_TASK_IS, in->language, task->name.in[in->language], NULL));
  if (rows)
    menu_label(pane, KP_FOLLOW_ROW, row_text(pane, view));
  show(pane, KP_FOLLOW_TASK, several);
  show(pane, KP_FOLLOW_ROW, rows);
  show(pane, KP_FOLLOW_JUMP, task != NULL && view->entry_id[0] != '\0');
  label(pane, KP_FOLLOW_CHANGES, changes_text(pane, view));
  show(pane, KP_FOLLOW_CHAIN, !view->closed);
  label(pane, KP_FOLLOW_CHAIN, kp_text_copy(view->closed ? "" : view->chain));
}

void kp_follow_show_top(kp_pane *pane, const kp_follow_input *in) {
  const kp_follow *follow = kp_follow_of(pane);
  const kp_follow_view *view = &follow->view;
  char *invite = kp_text_copy("");
  bool free_to_write = kp_desk_locked(pane->desk) == KP_DESK_FREE;
  if (follow->no_sheet != NULL) {
    free(invite);
    invite = kp_text_fill(KP_TEXT_FOLLOW_NO_SHEET, pane->language,
                          follow->no_sheet->name.in[in->rows->language], NULL);
  }
  label(pane, KP_FOLLOW_INVITE, invite);
  show_from_focus(pane, true);
  show(pane, KP_FOLLOW_SET_UP, follow->no_sheet != NULL && free_to_write);
  menu_label(pane, KP_FOLLOW_FOCUS, focus_text(pane, in));
  label(pane, KP_FOLLOW_STATE, kp_follow_state_text(in, view));
  show_steps(pane, in);
  label(pane, KP_FOLLOW_STEP_NOTE, kp_follow_step_note(in, view));
  show_task(pane, in);
}

/* ------------------------------------------------------------------------------- below the form */

void kp_follow_show_bottom(kp_pane *pane) {
  const kp_follow *follow = kp_follow_of(pane);
  bool form = follow->form != NULL;
  bool may = pane->desk != NULL && kp_desk_locked(pane->desk) == KP_DESK_FREE;
  bool parking = follow->parking != NULL;
  kp_board_hold(pane->board, true);
  show(pane, KP_FOLLOW_SAVE, form);
  kp_board_enable(pane->board, follow->widgets[KP_FOLLOW_SAVE], may);
  show(pane, KP_FOLLOW_DISCARD, form && kp_form_dirty(follow->form));
  label(pane, KP_FOLLOW_MESSAGE, kp_text_copy(follow->strong ? "" : follow->message));
  label(pane, KP_FOLLOW_REFUSAL, kp_text_copy(follow->strong ? follow->message : ""));
  kp_board_set_strong(pane->board, follow->widgets[KP_FOLLOW_REFUSAL], true);
  show(pane, KP_FOLLOW_PARK, form && follow->limited && !parking);
  show(pane, KP_FOLLOW_REASON_LABEL, parking);
  show(pane, KP_FOLLOW_REASON, parking);
  show(pane, KP_FOLLOW_PARK_NOW, parking);
  kp_board_hold(pane->board, false);
}

void kp_follow_say(kp_pane *pane, char *text, bool strong) {
  kp_follow *follow = kp_follow_of(pane);
  free(follow->message);
  follow->message = text != NULL && text[0] != '\0' ? text : NULL;
  follow->strong = strong && follow->message != NULL;
  follow->said[0] = '\0';
  follow->steps = 0;
  if (follow->message != NULL && pane->desk != NULL)
    follow->steps = kp_undone_count(kp_desk_model(pane->desk));
  if (follow->message == NULL)
    free(text);
  if (!pane->disposed && follow->widgets[KP_FOLLOW_REFUSAL] != KP_BOARD_NONE)
    kp_follow_show_bottom(pane);
}

void kp_follow_unsay(kp_pane *pane) {
  const kp_follow *follow = kp_follow_of(pane);
  size_t row = 0;
  if (follow->message == NULL || follow->strong || pane->desk == NULL)
    return;
  bool gone =
      follow->said[0] != '\0' && !kp_desk_find(pane->desk, follow->said_in, follow->said, &row);
  if (gone || kp_undone_since(kp_desk_model(pane->desk), follow->steps))
    kp_follow_say(pane, NULL, false);
}

void kp_follow_say_text(kp_pane *pane, kp_text text, const char *first, bool strong) {
  char *said = kp_text_fill(text, pane->language, first, NULL);
  kp_follow_say(pane, said != NULL ? said : kp_text_copy(kp_pane_word(pane, text)), strong);
}
