/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was begun in a step: every task and row of it that has something typed, in the order in
 * which Save writes them. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_BRANCHES = 9, MOST_FRESH = 9 };

bool kp_follow_is_fresh(const char *id) {
  return id[0] == '\0' || id[0] == '+' || strcmp(id, KP_FOLLOW_NEW) == 0;
}

void kp_follow_fresh_id(int branch, int place, char id[KP_FOLLOW_ID]) {
  snprintf(id, KP_FOLLOW_ID, "+%d.%d", branch, place);
}

/* Adds the row when something was typed in it. */
static bool add(const kp_follow_input *in, const kp_follow_view *view, const kp_method_task *task,
                const char *id, kp_follow_parts *parts) {
  kp_follow_part part = {.task = task};
  kp_follow_key_form(view->focus, kp_follow_step(view), task, id, part.draft);
  if (!in->begun(in->memory, part.draft))
    return true;
  kp_follow_part *list = realloc(parts->list, (parts->count + 1) * sizeof *list);
  if (list == NULL)
    return false;
  parts->list = list;
  snprintf(part.id, sizeof part.id, "%s", id);
  parts->list[parts->count++] = part;
  return true;
}

static bool add_fresh(const kp_follow_input *in, const kp_follow_view *view,
                      const kp_method_task *task, kp_follow_parts *parts) {
  bool good = add(in, view, task, "", parts);
  for (int branch = 1; good && task->chain != NULL && branch <= MOST_BRANCHES; branch++)
    for (int place = 1; good && place <= MOST_FRESH; place++) {
      char id[KP_FOLLOW_ID];
      kp_follow_fresh_id(branch, place, id);
      good = add(in, view, task, id, parts);
    }
  return good;
}

static bool add_task(const kp_follow_input *in, const kp_follow_view *view,
                     const kp_method_task *task, kp_follow_parts *parts) {
  kp_follow_rows rows = {NULL, 0};
  if (task->itself)
    return add(in, view, task, view->row != KP_METHOD_NEW_ROW ? view->focus : "", parts);
  bool good = kp_follow_belonging(in, view, task, KP_FOLLOW_MENU, &rows);
  for (size_t i = 0; good && i < rows.count; i++)
    good = add(in, view, task, rows.list[i].id, parts);
  kp_follow_rows_clear(&rows);
  return good && add_fresh(in, view, task, parts);
}

/* What the row in hand is to lead to is there before the row in hand. */
bool kp_follow_parts_make(const kp_follow_input *in, const kp_follow_view *view,
                          kp_follow_parts *parts) {
  const kp_method_step *step = kp_follow_step(view);
  bool good = true;
  *parts = (kp_follow_parts){NULL, 0};
  if (view->focus == NULL || view->closed)
    return true;
  if (step == NULL)
    return view->task == NULL || add_task(in, view, view->task, parts);
  for (int itself = 0; good && itself < 2; itself++)
    for (size_t i = 0; good && i < step->task_count; i++)
      if (step->tasks[i]->itself == (itself == 1))
        good = add_task(in, view, step->tasks[i], parts);
  return good;
}

void kp_follow_parts_clear(kp_follow_parts *parts) {
  free(parts->list);
  *parts = (kp_follow_parts){NULL, 0};
}

/* ------------------------------------------------------------------------------------- as shown */

/* The drafts, but for what is shown: that is the part. */
typedef struct overlay {
  const kp_follow_input *under;
  const char *focus;
  const kp_method_step *step;
  const kp_follow_part *part;
} overlay;

static bool begins(const char *key, const char *prefix) {
  return strncmp(key, prefix, strlen(prefix)) == 0;
}

static const char *recall(const void *memory, const char *key) {
  const overlay *of = memory;
  if (strcmp(key, KP_FOLLOW_CHOSEN) == 0)
    return of->focus;
  if (begins(key, "follow/_step/"))
    return of->step != NULL ? of->step->key : NULL;
  if (begins(key, "follow/_task/"))
    return of->part->task->form->key;
  if (begins(key, "follow/_row/"))
    return of->part->id[0] != '\0' ? of->part->id : KP_FOLLOW_NEW;
  return of->under->recall(of->under->memory, key);
}

static bool begun(const void *memory, const char *prefix) {
  const overlay *of = memory;
  return of->under->begun(of->under->memory, prefix);
}

bool kp_follow_view_of(const kp_follow_input *in, const char *focus, const kp_method_step *step,
                       const kp_follow_part *part, kp_follow_view *view) {
  const overlay over = {in, focus, step, part};
  kp_follow_input seen = *in;
  seen.memory = &over;
  seen.recall = recall;
  seen.begun = begun;
  return kp_follow_view_make(&seen, view);
}
