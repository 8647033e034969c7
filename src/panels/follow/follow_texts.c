/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands over a form and on the step line, in words. No office. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ABOUT = 90 };

static char *number_text(kp_text text, kp_language language, size_t one, size_t other) {
  char first[24];
  char second[24];
  snprintf(first, sizeof first, "%zu", one);
  snprintf(second, sizeof second, "%zu", other);
  return kp_text_fill(text, language, first, second);
}

/* ----------------------------------------------------------------------------------- the steps */

char *kp_follow_line_text(const kp_follow_input *in, const kp_follow_view *view) {
  const kp_method_step *step = kp_follow_step(view);
  if (step == NULL)
    return kp_text_copy("");
  char *text =
      number_text(KP_TEXT_FOLLOW_STEP_OF, in->language, view->shown + 1, view->progress.count);
  if (text != NULL)
    kp_text_add(&text, " · ", step->name.in[in->language]);
  return text;
}

/* How far the rows of a step are, when it asks for several; NULL when it does not. */
static char *how_far(const kp_follow_input *in, const kp_follow_view *view,
                     const kp_method_step *step) {
  const kp_method_task *task = kp_follow_chain_task(step);
  size_t wanted =
      task != NULL ? (size_t)kp_method_book_wanted(in->book, step, task->form->table) : 0;
  kp_follow_rows rows = {NULL, 0};
  size_t answered = 0;
  if (wanted < 2 || !kp_follow_belonging(in, view, task, KP_FOLLOW_MENU, &rows))
    return NULL;
  for (size_t i = 0; i < rows.count; i++)
    answered += kp_follow_says(in, task->chain->answer, rows.list[i].row, "") ? 0 : 1;
  kp_follow_rows_clear(&rows);
  return number_text(KP_TEXT_FOLLOW_OF, in->language, answered, wanted);
}

/* Why it is locked: the step that comes first; of those behind another one that is closed nothing
 * is said. */
static char *locked_by(const kp_follow_input *in, const kp_follow_view *view, size_t step) {
  char number[24];
  if (step == 0 || view->progress.list[step - 1].state == KP_METHOD_CLOSED)
    return NULL;
  size_t first = step - 1;
  for (size_t i = 0; i < step; i++)
    if (view->progress.list[i].state == KP_METHOD_OPEN) {
      first = i;
      break;
    }
  snprintf(number, sizeof number, "%zu", first + 1);
  return kp_text_fill(KP_TEXT_FOLLOW_FIRST, in->language, number, NULL);
}

char *kp_follow_step_text(const kp_follow_input *in, const kp_follow_view *view, size_t step) {
  const kp_method_step_state *state = &view->progress.list[step];
  char name[120];
  snprintf(name, sizeof name, "%zu %s", step + 1, state->step->name.in[in->language]);
  char *text = kp_text_copy(name);
  char *more = state->state == KP_METHOD_OPEN     ? how_far(in, view, state->step)
               : state->state == KP_METHOD_CLOSED ? locked_by(in, view, step)
                                                  : NULL;
  if (text != NULL && more != NULL)
    kp_text_add(&text, " · ", more);
  free(more);
  return text;
}

char *kp_follow_step_reason(const kp_follow_input *in, const kp_follow_view *view, size_t step) {
  (void)in;
  if (step >= view->progress.count)
    return kp_text_copy("");
  const char *message = view->progress.list[step].message;
  return kp_text_copy(message != NULL ? message : "");
}

char *kp_follow_step_hint(const kp_follow_input *in, const kp_follow_view *view) {
  const kp_method_step *step = kp_follow_step(view);
  if (step != NULL)
    return kp_text_copy(step->hint.in[in->language]);
  return kp_text_copy(view->task != NULL ? view->task->form->table->hint.in[in->language] : "");
}

bool kp_follow_may_go(const kp_follow_view *view, bool forward) {
  if (view->shown >= view->progress.count)
    return false;
  if (!forward)
    return view->shown > 0;
  return view->shown + 1 < view->progress.count &&
         view->progress.list[view->shown + 1].state != KP_METHOD_CLOSED;
}

/* ---------------------------------------------------------------------------------- over a form */

char *kp_follow_task_text(const kp_follow_input *in, const kp_follow_view *view,
                          const kp_method_task *task) {
  char *text = kp_text_copy(task->name.in[in->language]);
  char *more = task->chain != NULL ? how_far(in, view, kp_follow_step(view)) : NULL;
  if (text != NULL && more != NULL)
    kp_text_add(&text, " ", more);
  free(more);
  return text;
}

char *kp_follow_title_text(const kp_follow_input *in, const kp_follow_view *view) {
  const kp_method_task *task = view->task;
  if (task == NULL || view->closed || task->chain != NULL)
    return kp_text_copy("");
  const char *name = task->form->name.in[in->language];
  if (view->entry_id[0] == '\0') {
    const char *fresh = task->form->fresh.in[in->language];
    return fresh != NULL ? kp_text_copy(fresh)
                         : kp_text_fill(KP_TEXT_FOLLOW_NEW_ROW, in->language, name, NULL);
  }
  /* The focus point itself stands on top already. */
  if (task->itself)
    return kp_text_copy(name);
  char *title = view->entry < view->rows.count ? kp_text_copy(view->rows.list[view->entry].title)
                                               : kp_text_copy(view->entry_id);
  char *plain = kp_text_copy(name);
  if (plain != NULL && in->language == KP_LANGUAGE_EN && plain[0] >= 'A' && plain[0] <= 'Z')
    plain[0] = (char)(plain[0] - 'A' + 'a');
  char *text = title != NULL && plain != NULL
                   ? kp_text_fill(KP_TEXT_FOLLOW_EDIT_ROW, in->language, plain, title)
                   : NULL;
  free(plain);
  free(title);
  return text;
}

char *kp_follow_about_text(const kp_follow_input *in, const kp_follow_view *view) {
  const kp_method_task *task = view->task;
  if (task == NULL || task->chain == NULL || view->closed)
    return kp_text_copy("");
  char *about = kp_follow_value(in, view, task->chain->about);
  char *cut = about != NULL ? kp_text_cut(about, ABOUT) : NULL;
  char *text = cut != NULL && cut[0] != '\0'
                   ? kp_text_fill(KP_TEXT_FOLLOW_NOW, in->language, cut, NULL)
                   : kp_text_copy("");
  free(cut);
  free(about);
  return text;
}

size_t kp_follow_asked_first(const kp_follow_input *in, const kp_follow_view *view,
                             const kp_method_column **first, size_t room) {
  const kp_method_step *step = kp_follow_step(view);
  const kp_method_task *task = view->task;
  size_t count = 0;
  for (size_t i = 0; step != NULL && task != NULL && i < view->asked_count && count < room; i++)
    if (kp_method_book_asks(in->book, step, view->asked[i]))
      first[count++] = view->asked[i];
  return count;
}
