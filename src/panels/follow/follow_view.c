/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the panel shows, from the rows and from what was chosen before. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ----------------------------------------------------------------------------------------- keys */

const kp_method_step *kp_follow_step(const kp_follow_view *view) {
  return view->shown < view->progress.count ? view->progress.list[view->shown].step : NULL;
}

void kp_follow_key_step(const kp_follow_view *view, char key[KP_FOLLOW_KEY]) {
  kp_deck_key_step(view->focus, key);
}

void kp_follow_key_task(const kp_follow_view *view, char key[KP_FOLLOW_KEY]) {
  const kp_method_step *step = kp_follow_step(view);
  kp_deck_key_task(view->focus, step != NULL ? step->key : "", key);
}

void kp_follow_key_row(const kp_follow_view *view, char key[KP_FOLLOW_KEY]) {
  const kp_method_step *step = kp_follow_step(view);
  kp_deck_key_row(view->focus, step != NULL ? step->key : "",
                  view->task != NULL ? view->task->form->key : "", key);
}

void kp_follow_key_branch(const kp_follow_view *view, int branch, char key[KP_FOLLOW_KEY]) {
  snprintf(key, KP_FOLLOW_KEY, "follow/_branch/%s/%d", view->focus, branch);
}

void kp_follow_key_places(const kp_follow_view *view, int branch, char key[KP_FOLLOW_KEY]) {
  snprintf(key, KP_FOLLOW_KEY, "follow/_places/%s/%d", view->focus, branch);
}

void kp_follow_key_core(const kp_follow_view *view, char key[KP_FOLLOW_KEY]) {
  snprintf(key, KP_FOLLOW_KEY, "follow/_core/%s", view->focus);
}

void kp_follow_key_form(const char *focus, const kp_method_step *step, const kp_method_task *task,
                        const char *id, char key[KP_FOLLOW_KEY]) {
  snprintf(key, KP_FOLLOW_KEY, "follow/%s/%s.%s/%s/", focus, step != NULL ? step->key : "",
           task->form->key, id);
}

void kp_follow_key_begun(const kp_follow_view *view, char key[KP_FOLLOW_KEY]) {
  const kp_method_step *step = kp_follow_step(view);
  snprintf(key, KP_FOLLOW_KEY, "follow/%s/%s.", view->focus, step != NULL ? step->key : "");
}

static bool form_asks(const kp_method_form *form, const kp_method_column *column) {
  for (size_t i = 0; i < form->count; i++)
    for (size_t k = 0; k < form->pages[i]->count; k++)
      if (form->pages[i]->columns[k] == column)
        return true;
  return false;
}

bool kp_follow_key_field(const kp_follow_input *in, const kp_method_column *column,
                         char key[KP_FOLLOW_KEY]) {
  const kp_method_practice *practice = kp_method_practice_of(in->method, column->table);
  for (size_t i = 0; practice != NULL && i < practice->step_count; i++) {
    const kp_method_step *step = practice->steps[i];
    for (size_t k = 0; k < step->task_count; k++) {
      const kp_method_task *task = step->tasks[k];
      if (!task->itself || !form_asks(task->form, column))
        continue;
      kp_follow_key_form(KP_FOLLOW_NEW, step, task, "", key);
      size_t used = strlen(key);
      snprintf(key + used, KP_FOLLOW_KEY - used, "%s", column->key);
      return true;
    }
  }
  return false;
}

/* ----------------------------------------------------------------------------------------- rows */

char *kp_follow_value(const kp_follow_input *in, const kp_follow_view *view,
                      const kp_method_column *column) {
  char key[KP_FOLLOW_KEY];
  if (view->loose)
    return kp_text_copy("");
  if (view->row != KP_METHOD_NEW_ROW)
    return kp_follow_text(in, column, view->row);
  const char *draft = kp_follow_key_field(in, column, key) ? in->recall(in->memory, key) : NULL;
  /* A field that was emptied is remembered as a blank. */
  return kp_text_copy(draft != NULL && strcmp(draft, " ") != 0 ? draft : NULL);
}

void kp_follow_rows_clear(kp_follow_rows *rows) {
  for (size_t i = 0; rows->list != NULL && i < rows->count; i++) {
    free(rows->list[i].id);
    free(rows->list[i].title);
  }
  free(rows->list);
  *rows = (kp_follow_rows){NULL, 0};
}

void kp_follow_values_clear(kp_follow_values *values) {
  for (size_t i = 0; i < values->count; i++)
    free(values->texts[i]);
  free(values->texts);
  free(values->list);
  *values = (kp_follow_values){NULL, NULL, 0};
}

static bool grow(kp_follow_values *values) {
  kp_entry_value *list = realloc(values->list, (values->count + 1) * sizeof *list);
  if (list != NULL)
    values->list = list;
  char **texts = realloc(values->texts, (values->count + 1) * sizeof *texts);
  if (texts != NULL)
    values->texts = texts;
  return list != NULL && texts != NULL;
}

bool kp_follow_put(kp_follow_values *values, const char *key, char *text) {
  bool there = false;
  for (size_t i = 0; i < values->count; i++)
    there = there || strcmp(values->list[i].key, key) == 0;
  if (text == NULL || there || !grow(values)) {
    free(text);
    return there;
  }
  values->texts[values->count] = text;
  values->list[values->count++] = (kp_entry_value){key, text};
  return true;
}

/* ----------------------------------------------------------------------------------------- view */

static bool flatten(kp_follow_view *view) {
  const kp_method_form *form = view->task->form;
  size_t count = 0;
  for (size_t i = 0; i < form->count; i++)
    count += form->pages[i]->count;
  view->asked = calloc(count + 1, sizeof(void *));
  for (size_t i = 0; view->asked != NULL && i < form->count; i++)
    for (size_t k = 0; k < form->pages[i]->count; k++)
      view->asked[view->asked_count++] = form->pages[i]->columns[k];
  return view->asked != NULL;
}

/* The practice in which something new begins: the one chosen last, else the first that is used. */
static const kp_method_practice *remembered_practice(const kp_follow_input *in) {
  const char *key = in->recall(in->memory, KP_FOLLOW_PRACTICE);
  const kp_method_practice *practice = NULL;
  for (size_t i = 0; (practice = kp_follow_practice(in, i)) != NULL; i++)
    if (key != NULL && strcmp(practice->key, key) == 0)
      return practice;
  return kp_follow_practice(in, 0);
}

static void belong_to(kp_follow_view *view, const kp_method_practice *practice) {
  view->practice = practice;
  view->table = practice->table;
}

/* An action without focus point: of the practice in hand, else of the first that has them. */
static bool find_loose(const kp_follow_input *in, kp_follow_view *view) {
  const kp_method_practice *practice = view->practice;
  for (size_t i = 0; practice != NULL; practice = kp_follow_practice(in, i++))
    if (kp_follow_loose_task(in->method, practice) != NULL) {
      belong_to(view, practice);
      return true;
    }
  return false;
}

/* A row that was chosen, as long as it is there. */
static bool find_row(const kp_follow_input *in, kp_follow_view *view, const char *id) {
  const kp_method_practice *practice = NULL;
  for (size_t i = 0; id[0] != '\0' && (practice = kp_follow_practice(in, i)) != NULL; i++)
    if (kp_method_book_find(in->book, practice->table, id, &view->row)) {
      belong_to(view, practice);
      return true;
    }
  return false;
}

static bool find_default(const kp_follow_input *in, kp_follow_view *view) {
  kp_follow_choices choices = {NULL, 0};
  if (!kp_follow_choices_make(in, &choices))
    return false;
  const kp_follow_choice *choice = kp_follow_default(&choices);
  if (choice != NULL) {
    belong_to(view, choice->practice);
    view->row = choice->row;
  }
  view->focus = kp_text_copy(choice != NULL ? choice->id : KP_FOLLOW_NEW);
  kp_follow_choices_clear(&choices);
  return view->focus != NULL;
}

/* The focus point that was chosen, as long as it is there. */
static bool find_focus(const kp_follow_input *in, kp_follow_view *view) {
  const char *chosen = in->recall(in->memory, KP_FOLLOW_CHOSEN);
  const kp_method_practice *practice = remembered_practice(in);
  if (practice == NULL)
    return false;
  belong_to(view, practice);
  view->loose = chosen != NULL && strcmp(chosen, KP_FOLLOW_LOOSE) == 0 && find_loose(in, view);
  bool kept = view->loose || (chosen != NULL &&
                              (strcmp(chosen, KP_FOLLOW_NEW) == 0 || find_row(in, view, chosen)));
  if (!kept)
    return find_default(in, view);
  view->focus = kp_text_copy(chosen);
  return view->focus != NULL;
}

bool kp_follow_view_make(const kp_follow_input *in, kp_follow_view *view) {
  *view = (kp_follow_view){.row = KP_METHOD_NEW_ROW,
                           .present = KP_FOLLOW_NONE,
                           .shown = KP_FOLLOW_NONE,
                           .entry = KP_FOLLOW_NONE};
  bool good =
      find_focus(in, view) && kp_follow_find_steps(in, view) && kp_follow_find_task(in, view);
  if (good && view->task != NULL) {
    kp_follow_key_form(view->focus, kp_follow_step(view), view->task,
                       view->entry_id[0] != '\0' ? view->entry_id : view->fresh, view->draft);
    good = flatten(view) && kp_follow_find_values(in, view);
  }
  if (!good)
    kp_follow_view_clear(view);
  return good;
}

void kp_follow_view_clear(kp_follow_view *view) {
  free(view->focus);
  kp_method_progress_clear(&view->progress);
  kp_follow_rows_clear(&view->rows);
  free(view->entry_id);
  kp_follow_values_clear(&view->given);
  kp_follow_values_clear(&view->offered);
  free(view->asked);
  *view = (kp_follow_view){.row = KP_METHOD_NEW_ROW,
                           .present = KP_FOLLOW_NONE,
                           .shown = KP_FOLLOW_NONE,
                           .entry = KP_FOLLOW_NONE};
}
