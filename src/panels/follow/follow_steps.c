/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of a focus point: which are done, which is present, which is shown. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Before there is a focus point no test of a step can see its rows: a step whose tasks make other
 * rows is done when those are there. */
static bool prepared(const kp_follow_input *in, const kp_follow_view *view,
                     const kp_method_step *step) {
  for (size_t i = 0; i < step->task_count; i++)
    if (step->tasks[i]->itself || !kp_follow_there(in, view, step->tasks[i]))
      return false;
  return step->task_count > 0;
}

static void prepare_new(const kp_follow_input *in, kp_follow_view *view) {
  for (size_t i = 0; i < view->progress.count; i++) {
    kp_method_step_state *state = &view->progress.list[i];
    if (state->state != KP_METHOD_OPEN)
      continue;
    state->message[0] = '\0'; /* it speaks of a row that is not there */
    if (prepared(in, view, state->step))
      state->state = KP_METHOD_DONE;
  }
}

bool kp_follow_find_steps(const kp_follow_input *in, kp_follow_view *view) {
  char key[KP_FOLLOW_KEY];
  if (view->loose)
    return true;
  if (!kp_method_book_steps(in->book, view->table, view->row, in->language, &view->progress))
    return false;
  if (view->row == KP_METHOD_NEW_ROW)
    prepare_new(in, view);
  kp_follow_key_step(view, key);
  const char *kept = in->recall(in->memory, key);
  for (size_t i = view->progress.count; i-- > 0;) {
    if (view->progress.list[i].state == KP_METHOD_OPEN)
      view->present = i;
    if (kept != NULL && strcmp(view->progress.list[i].step->key, kept) == 0)
      view->shown = i;
  }
  if (view->shown == KP_FOLLOW_NONE)
    view->shown = view->present;
  if (view->shown == KP_FOLLOW_NONE && view->progress.count > 0)
    view->shown = view->progress.count - 1;
  view->closed =
      view->shown != KP_FOLLOW_NONE && view->progress.list[view->shown].state == KP_METHOD_CLOSED;
  return true;
}
