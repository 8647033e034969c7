/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing: focus point, step, task, row. What is chosen is kept in the drafts, and the panel is
 * shown anew from there. */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

/* A menu in the making; texts are malloc'ed. */
typedef struct menu {
  kp_board_row *rows;
  char **texts;
  char **keys; /* what choosing a row means */
  size_t count;
} menu;

static bool menu_begin(menu *of, size_t most) {
  *of = (menu){calloc(most + 1, sizeof *of->rows), calloc(most + 1, sizeof *of->texts),
               calloc(most + 1, sizeof *of->keys), 0};
  return of->rows != NULL && of->texts != NULL && of->keys != NULL;
}

static void menu_clear(menu *of) {
  for (size_t i = 0; i < of->count; i++) {
    free(of->texts[i]);
    free(of->keys[i]);
  }
  free(of->rows);
  free(of->texts);
  free(of->keys);
}

static bool menu_add(menu *of, const char *text, const char *key, bool checked, bool separated) {
  char *copy = kp_text_copy(text);
  char *meaning = kp_text_copy(key);
  of->texts[of->count] = copy;
  of->keys[of->count] = meaning;
  of->rows[of->count] = (kp_board_row){.text = copy, .checked = checked, .separated = separated};
  of->count++;
  return copy != NULL && meaning != NULL;
}

/* Opens it; the key of what was chosen, borrowed, or NULL: also when the pane died meanwhile. */
static const char *menu_run(kp_pane *pane, const menu *of, kp_follow_widget under) {
  const kp_follow *follow = kp_follow_of(pane);
  int chosen = kp_board_menu(pane->board, follow->widgets[under], of->rows, of->count,
                             pane->desk != NULL ? kp_desk_model(pane->desk) : NULL);
  return chosen == KP_BOARD_NONE || pane->disposed || pane->desk == NULL ? NULL : of->keys[chosen];
}

void kp_follow_pin(kp_pane *pane) {
  const kp_follow_view *view = &kp_follow_of(pane)->view;
  if (pane->desk != NULL && view->focus != NULL &&
      kp_desk_draft(pane->desk, KP_FOLLOW_CHOSEN) == NULL)
    kp_desk_set_draft(pane->desk, KP_FOLLOW_CHOSEN, view->focus);
}

/* What was said was about something else. */
static void turn_to(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  kp_follow_pin(pane);
  kp_follow_park_end(follow);
  kp_follow_say(pane, NULL, false);
  follow->focus_form = true;
  kp_pane_refresh(pane);
}

/* --------------------------------------------------------------------------------- focus point */

static void select_focus(kp_pane *pane, const kp_method_practice *practice, const char *focus) {
  if (practice != NULL)
    kp_desk_set_draft(pane->desk, KP_FOLLOW_PRACTICE, practice->key);
  kp_desk_set_draft(pane->desk, KP_FOLLOW_CHOSEN, focus);
  if (strcmp(focus, KP_FOLLOW_LOOSE) == 0)
    kp_desk_drop_drafts(pane->desk, KP_FOLLOW_LOOSE_ROW);
  turn_to(pane);
}

/* What each row of the menu is about, beside its key. */
typedef struct focus_menu {
  menu rows;
  const kp_method_practice **practices;
} focus_menu;

static bool add_focus(focus_menu *of, const char *text, const char *key,
                      const kp_method_practice *practice, bool checked, bool separated) {
  of->practices[of->rows.count] = practice;
  return menu_add(&of->rows, text, key, checked, separated);
}

/* With several practices each says what is new. */
static bool add_new(const kp_pane *pane, const kp_follow_input *in, focus_menu *of) {
  const kp_follow_view *view = &kp_follow_of(pane)->view;
  const kp_method_practice *practice = NULL;
  bool several = kp_follow_practice(in, 1) != NULL;
  bool fresh = strcmp(view->focus, KP_FOLLOW_NEW) == 0;
  bool good = true;
  for (size_t i = 0; good && (practice = kp_follow_practice(in, i)) != NULL; i++) {
    bool checked = practice == view->practice;
    char *text = several ? kp_text_fill(KP_TEXT_FOLLOW_NEW_ROW, pane->language,
                                        practice->table->name.in[pane->language], NULL)
                         : kp_text_copy(kp_pane_word(pane, KP_TEXT_FOLLOW_NEW));
    good = text != NULL && add_focus(of, text, KP_FOLLOW_NEW, practice, fresh && checked, i == 0);
    free(text);
  }
  for (size_t i = 0; good && (practice = kp_follow_practice(in, i)) != NULL; i++)
    if (kp_follow_loose_task(in->method, practice) != NULL)
      return add_focus(of, kp_pane_word(pane, KP_TEXT_FOLLOW_LOOSE), KP_FOLLOW_LOOSE, practice,
                       view->loose, false);
  return good;
}

static bool fill_focus(const kp_pane *pane, const kp_follow_input *in, focus_menu *of) {
  const kp_follow_view *view = &kp_follow_of(pane)->view;
  kp_follow_choices choices;
  if (!kp_follow_choices_make(in, &choices))
    return false;
  size_t shown = choices.count < KP_FOLLOW_MENU ? choices.count : KP_FOLLOW_MENU;
  size_t most = shown + in->method->practice_count + 1;
  of->practices = calloc(most + 1, sizeof(void *));
  bool good = menu_begin(&of->rows, most) && of->practices != NULL;
  for (size_t i = 0; good && i < shown; i++)
    good = add_focus(of, choices.list[i].title, choices.list[i].id, choices.list[i].practice,
                     strcmp(choices.list[i].id, view->focus) == 0,
                     i > 0 && choices.list[i].group != choices.list[i - 1].group);
  kp_follow_choices_clear(&choices);
  return good && add_new(pane, in, of);
}

void kp_follow_choose_focus(kp_pane *pane) {
  kp_follow_input in;
  char *me = NULL;
  focus_menu of = {{NULL, NULL, NULL, 0}, NULL};
  if (kp_follow_of(pane)->view.focus != NULL && kp_follow_read(pane, &in, &me) &&
      fill_focus(pane, &in, &of)) {
    const char *chosen = menu_run(pane, &of.rows, KP_FOLLOW_FOCUS);
    for (size_t i = 0; chosen != NULL && i < of.rows.count; i++)
      if (of.rows.keys[i] == chosen) {
        select_focus(pane, of.practices[i], chosen);
        break;
      }
  }
  menu_clear(&of.rows);
  free(of.practices);
  free(me);
}

/* ---------------------------------------------------------------------------------- step, task */

void kp_follow_choose_step(kp_pane *pane, bool enter) {
  kp_follow *follow = kp_follow_of(pane);
  const kp_follow_view *view = &follow->view;
  char key[KP_FOLLOW_KEY];
  int row = kp_board_selected(pane->board, follow->widgets[KP_FOLLOW_STEPS]);
  if (view->focus == NULL || row < 0 || (size_t)row >= view->progress.count)
    return;
  if (enter)
    follow->focus_form = true;
  if ((size_t)row == view->shown && !enter)
    return;
  kp_follow_pin(pane);
  /* The present step is not kept: it moves on when it is done. */
  kp_follow_key_step(view, key);
  kp_desk_set_draft(pane->desk, key,
                    (size_t)row == view->present ? NULL : view->progress.list[row].step->key);
  kp_follow_park_end(follow);
  kp_follow_say(pane, NULL, false);
  kp_pane_refresh(pane);
}

void kp_follow_choose_task(kp_pane *pane) {
  const kp_follow_view *view = &kp_follow_of(pane)->view;
  const kp_method_step *step = view->focus != NULL ? kp_follow_step(view) : NULL;
  char key[KP_FOLLOW_KEY];
  kp_follow_input in;
  char *me = NULL;
  menu of = {NULL, NULL, NULL, 0};
  if (step != NULL && kp_follow_read(pane, &in, &me) && menu_begin(&of, step->task_count)) {
    bool good = true;
    kp_follow_key_task(view, key);
    for (size_t i = 0; good && i < step->task_count; i++) {
      const kp_method_task *task = step->tasks[i];
      good = menu_add(&of, task->name.in[in.language], task->form->key,
                      !task->itself && kp_follow_there(&in, view, task), false);
    }
    const char *chosen = good ? menu_run(pane, &of, KP_FOLLOW_TASK) : NULL;
    if (chosen != NULL) {
      kp_desk_set_draft(pane->desk, key, chosen);
      turn_to(pane);
    }
  }
  menu_clear(&of);
  free(me);
}

/* ------------------------------------------------------------------------------------------ row */

static bool fill_rows(const kp_pane *pane, const kp_follow_view *view, menu *of) {
  bool good = menu_begin(of, view->rows.count + 1);
  for (size_t i = 0; good && i < view->rows.count; i++)
    good = menu_add(of, view->rows.list[i].title, view->rows.list[i].id, i == view->entry, false);
  if (!good || view->closed)
    return good;
  char *fresh = kp_text_fill(KP_TEXT_FOLLOW_NEW_ROW, pane->language,
                             view->task->form->name.in[pane->language], NULL);
  good = fresh != NULL && menu_add(of, fresh, KP_FOLLOW_NEW, view->entry == KP_FOLLOW_NONE, true);
  free(fresh);
  return good;
}

void kp_follow_choose_row(kp_pane *pane) {
  const kp_follow_view *view = &kp_follow_of(pane)->view;
  char key[KP_FOLLOW_KEY];
  menu of = {NULL, NULL, NULL, 0};
  if (view->task == NULL)
    return;
  kp_follow_key_row(view, key);
  const kp_method_task *task = view->task;
  if (fill_rows(pane, view, &of)) {
    const char *chosen = menu_run(pane, &of, KP_FOLLOW_ROW);
    if (chosen != NULL) {
      kp_desk_set_draft(pane->desk, key, chosen);
      turn_to(pane);
      if (task->fills != NULL && strcmp(chosen, KP_FOLLOW_NEW) != 0)
        kp_follow_link(pane, task, chosen);
    }
  }
  menu_clear(&of);
}

void kp_follow_jump(kp_pane *pane) {
  const kp_follow_view *view = &kp_follow_of(pane)->view;
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_document document;
  if (view->task == NULL || !kp_follow_document(pane, &document))
    return;
  const kp_method_table *table = view->task->form->table;
  bool found = kp_workbook_jump(&ignored, &document, table->key, view->entry_id,
                                table->title != NULL ? table->title->key : table->id->key);
  kp_pane_done(&document);
  if (!found && !pane->disposed)
    kp_follow_say_text(pane, KP_TEXT_FOLLOW_NO_ROW, NULL, true);
}
