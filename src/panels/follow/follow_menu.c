/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing: focus point, step, task, row. What is chosen is kept in the drafts, and the panel is
 * shown anew from there. */
#include "internal.h"

#include <stdio.h>
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
  kp_follow_unmark(follow);
  kp_follow_refuse(pane, NULL);
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

static void show_step(kp_pane *pane, size_t step) {
  kp_follow *follow = kp_follow_of(pane);
  const kp_follow_view *view = &follow->view;
  char key[KP_FOLLOW_KEY];
  kp_follow_pin(pane);
  /* The present step is not kept: it moves on when it is done. */
  kp_follow_key_step(view, key);
  kp_desk_set_draft(pane->desk, key,
                    step == view->present ? NULL : view->progress.list[step].step->key);
  follow->unfolded = false;
  turn_to(pane);
}

void kp_follow_choose_step(kp_pane *pane) {
  static const char *const images[] = {[KP_METHOD_CLOSED] = "step_closed.png",
                                       [KP_METHOD_OPEN] = "step_open.png",
                                       [KP_METHOD_DONE] = "step_done.png"};
  const kp_follow_view *view = &kp_follow_of(pane)->view;
  kp_follow_input in;
  char *me = NULL;
  menu of = {NULL, NULL, NULL, 0};
  if (view->focus != NULL && kp_follow_read(pane, &in, &me) &&
      menu_begin(&of, view->progress.count)) {
    bool good = true;
    for (size_t i = 0; good && i < view->progress.count; i++) {
      char *text = kp_follow_step_text(&in, view, i);
      good = text != NULL &&
             menu_add(&of, text, view->progress.list[i].step->key, i == view->shown, false);
      if (good)
        of.rows[i].image = images[view->progress.list[i].state];
      free(text);
    }
    const char *chosen = good ? menu_run(pane, &of, KP_FOLLOW_STEP) : NULL;
    for (size_t i = 0; chosen != NULL && i < of.count; i++)
      if (i < view->progress.count && of.keys[i] == chosen)
        show_step(pane, i);
  }
  menu_clear(&of);
  free(me);
}

void kp_follow_go_step(kp_pane *pane, bool forward) {
  const kp_follow_view *view = &kp_follow_of(pane)->view;
  if (view->focus != NULL && kp_follow_may_go(view, forward))
    show_step(pane, forward ? view->shown + 1 : view->shown - 1);
}

void kp_follow_choose_task(kp_pane *pane, size_t task) {
  const kp_follow_view *view = &kp_follow_of(pane)->view;
  const kp_method_step *step = view->focus != NULL ? kp_follow_step(view) : NULL;
  char key[KP_FOLLOW_KEY];
  if (step == NULL || task >= step->task_count)
    return;
  kp_follow_key_task(view, key);
  kp_desk_set_draft(pane->desk, key, step->tasks[task]->form->key);
  turn_to(pane);
}

/* ------------------------------------------------------------------------------------------ row */

static void show_row(kp_pane *pane, const char *id, bool enter) {
  kp_follow *follow = kp_follow_of(pane);
  const kp_method_task *task = follow->view.task;
  char key[KP_FOLLOW_KEY];
  kp_follow_key_row(&follow->view, key);
  kp_desk_set_draft(pane->desk, key, id);
  turn_to(pane);
  follow->focus_form = enter;
  if (task->fills != NULL && !kp_follow_is_fresh(id))
    kp_follow_link_to(pane, task, id);
}

void kp_follow_choose_row(kp_pane *pane, bool enter) {
  kp_follow *follow = kp_follow_of(pane);
  const kp_follow_view *view = &follow->view;
  int row = kp_board_selected(pane->board, follow->widgets[KP_FOLLOW_ROWS]);
  if (view->task == NULL || follow->order == NULL || row < 0 || (size_t)row >= view->rows.count)
    return;
  size_t entry = follow->order[row];
  if (entry < view->rows.count && (entry != view->entry || enter))
    show_row(pane, view->rows.list[entry].id, enter);
}

void kp_follow_new_row(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  if (follow->view.task == NULL)
    return;
  follow->unfolded = false;
  show_row(pane, KP_FOLLOW_NEW, true);
}

void kp_follow_unfold(kp_pane *pane) {
  kp_follow_of(pane)->unfolded = true;
  kp_pane_refresh(pane);
}

/* ---------------------------------------------------------------------------------------- chain */

/* A menu of the whys that were answered; the ID of the one that was chosen, or NULL. With `rows`
 * only those that are in the workbook. */
static char *choose_why(kp_pane *pane, kp_follow_widget under, bool rows) {
  const kp_follow_view *view = &kp_follow_of(pane)->view;
  const kp_method_task *chain = kp_follow_chain_task(kp_follow_step(view));
  kp_follow_input in;
  kp_follow_links links = {.list = NULL};
  char *me = NULL;
  char *chosen = NULL;
  menu of = {NULL, NULL, NULL, 0};
  if (chain != NULL && kp_follow_read(pane, &in, &me) &&
      kp_follow_links_make(&in, view, chain, kp_follow_branch(&in, view), &links) &&
      menu_begin(&of, links.count)) {
    size_t core = kp_follow_core(&in, view, chain, &links);
    bool good = true;
    for (size_t i = 0; good && i < links.count; i++) {
      char *cut = kp_text_cut(links.list[i].answer, KP_FOLLOW_TITLE);
      if (cut != NULL && cut[0] != '\0' && !(rows && kp_follow_is_fresh(links.list[i].id)))
        good = menu_add(&of, cut, links.list[i].id, !rows && i == core, false);
      free(cut);
    }
    const char *id = good ? menu_run(pane, &of, under) : NULL;
    chosen = id != NULL ? kp_text_copy(id) : NULL;
  }
  menu_clear(&of);
  kp_follow_links_clear(&links);
  free(me);
  return chosen;
}

void kp_follow_choose_core(kp_pane *pane) {
  char key[KP_FOLLOW_KEY];
  char *chosen = choose_why(pane, KP_FOLLOW_CORE, false);
  if (chosen != NULL) {
    kp_follow_key_core(&kp_follow_of(pane)->view, key);
    kp_desk_set_draft(pane->desk, key, chosen);
    kp_pane_refresh(pane);
  }
  free(chosen);
}

/* The team confirms: that gets the day the method says, which people may change. */
void kp_follow_tick(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  const kp_method_task *task = follow->view.task;
  bool on = kp_board_checked(pane->board, follow->widgets[KP_FOLLOW_TICK]);
  kp_follow_input in;
  char *me = NULL;
  if (task == NULL || kp_follow_form(follow) == NULL || !kp_follow_read(pane, &in, &me)) {
    free(me);
    return;
  }
  for (size_t i = 0; i < task->preset_count; i++) {
    const kp_method_preset *preset = task->presets[i];
    char *text = preset->value != NULL && on
                     ? kp_follow_value_text(&in, preset->column, preset->value)
                     : kp_text_copy("");
    if (preset->value != NULL && text != NULL)
      kp_form_set_value(kp_follow_form(follow), preset->column->key, text);
    free(text);
  }
  free(me);
  kp_follow_pin(pane);
  kp_follow_show_footer(pane);
}

/* The next branch begins after a why that is in the workbook. */
void kp_follow_add_branch(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  char key[KP_FOLLOW_KEY];
  char number[24];
  char *after = choose_why(pane, KP_FOLLOW_BRANCH, true);
  if (after != NULL) {
    int branch = follow->links.branches + 1;
    snprintf(number, sizeof number, "%d", branch);
    kp_follow_key_branch(&follow->view, branch, key);
    kp_desk_set_draft(pane->desk, key, after);
    kp_follow_key_branch(&follow->view, 0, key);
    kp_desk_set_draft(pane->desk, key, number);
    turn_to(pane);
  }
  free(after);
}

void kp_follow_choose_branch(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  char key[KP_FOLLOW_KEY];
  menu of = {NULL, NULL, NULL, 0};
  int branches = follow->links.branches;
  bool good = branches > 1 && menu_begin(&of, (size_t)branches);
  for (int i = 1; good && i <= branches; i++) {
    char number[24];
    snprintf(number, sizeof number, "%d", i);
    char *text = kp_text_fill(KP_TEXT_FOLLOW_BRANCH_IS, pane->language, number, NULL);
    good = text != NULL && menu_add(&of, text, number, i == follow->links.branch, false);
    free(text);
  }
  const char *chosen = good ? menu_run(pane, &of, KP_FOLLOW_BRANCH_SHOWN) : NULL;
  if (chosen != NULL) {
    kp_follow_key_branch(&follow->view, 0, key);
    kp_desk_set_draft(pane->desk, key, chosen);
    turn_to(pane);
  }
  menu_clear(&of);
}

void kp_follow_earlier(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  char key[KP_FOLLOW_KEY];
  kp_follow_key_branch(&follow->view, -1, key);
  kp_desk_set_draft(pane->desk, key, kp_desk_draft(pane->desk, key) != NULL ? NULL : "1");
  kp_pane_refresh(pane);
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
    kp_follow_refuse_text(pane, KP_TEXT_FOLLOW_NO_ROW, NULL);
}
