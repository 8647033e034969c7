/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The task of a step, and the row of it that is in hand. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool asks_on_a_day(const kp_method *method, const kp_method_form *form) {
  for (size_t i = 0; i < method->source_count; i++)
    if (method->sources[i]->form == form)
      return true;
  return false;
}

const kp_method_task *kp_follow_loose_task(const kp_method *method,
                                           const kp_method_practice *practice) {
  for (size_t i = 0; i < practice->step_count; i++)
    for (size_t k = 0; k < practice->steps[i]->task_count; k++) {
      const kp_method_task *task = practice->steps[i]->tasks[k];
      if (task->form->table->role == KP_ROLE_ACTION && !task->itself && task->fills == NULL &&
          asks_on_a_day(method, task->form))
        return task;
    }
  return NULL;
}

/* ----------------------------------------------------------------------------------- belonging */

/* Whether a row holds all that the task's rows must hold. */
static bool belongs(const kp_follow_input *in, const kp_method_task *task, char *const *wanted,
                    size_t row) {
  bool good = !kp_follow_says(in, task->form->table->id, row, "");
  for (size_t i = 0; good && i < task->preset_count; i++)
    good = wanted[i] == NULL || kp_follow_says(in, task->presets[i]->column, row, wanted[i]);
  return good;
}

static void free_texts(char **texts, size_t count) {
  for (size_t i = 0; texts != NULL && i < count; i++)
    free(texts[i]);
  free(texts);
}

/* What each fixed preset must be; NULL in *texts without memory. `*any` becomes false when rows
 * cannot belong yet, because what ties them to the focus point is blank. */
static char **wanted_of(const kp_follow_input *in, const kp_follow_view *view,
                        const kp_method_task *task, bool *any) {
  char **texts = calloc(task->preset_count + 1, sizeof *texts);
  *any = texts != NULL;
  for (size_t i = 0; texts != NULL && i < task->preset_count; i++) {
    const kp_method_preset *preset = task->presets[i];
    if (preset->from != NULL) {
      texts[i] = kp_follow_value(in, view, preset->from);
      *any = *any && texts[i] != NULL && (texts[i][0] != '\0' || view->loose);
    } else if (preset->fixed) {
      texts[i] = kp_text_copy(preset->value);
      *any = *any && texts[i] != NULL;
    }
  }
  return texts;
}

static bool keep_row(const kp_follow_input *in, const kp_method_table *table, size_t row,
                     kp_follow_rows *rows) {
  kp_follow_row *kept = &rows->list[rows->count++];
  *kept = (kp_follow_row){kp_follow_text(in, table->id, row), kp_follow_title(in, table, row), row};
  return kept->id != NULL && kept->title != NULL;
}

static void turn_round(kp_follow_rows *rows) {
  for (size_t i = 0; i < rows->count / 2; i++) {
    kp_follow_row swapped = rows->list[i];
    rows->list[i] = rows->list[rows->count - 1 - i];
    rows->list[rows->count - 1 - i] = swapped;
  }
}

bool kp_follow_belonging(const kp_follow_input *in, const kp_follow_view *view,
                         const kp_method_task *task, size_t most, kp_follow_rows *rows) {
  const kp_method_table *table = task->form->table;
  bool any = false;
  char **wanted = wanted_of(in, view, task, &any);
  *rows = (kp_follow_rows){calloc(most + 1, sizeof *rows->list), 0};
  bool good = wanted != NULL && rows->list != NULL;
  size_t count = good && any && table->id != NULL ? kp_follow_count(in, table) : 0;
  for (size_t row = count; good && row-- > 0 && rows->count < most;)
    if (belongs(in, task, wanted, row))
      good = keep_row(in, table, row, rows);
  free_texts(wanted, task->preset_count);
  if (!good)
    kp_follow_rows_clear(rows);
  turn_round(rows);
  return good;
}

bool kp_follow_there(const kp_follow_input *in, const kp_follow_view *view,
                     const kp_method_task *task) {
  kp_follow_rows rows = {NULL, 0};
  bool there = false;
  if (task->itself)
    return view->row != KP_METHOD_NEW_ROW;
  if (task->fills != NULL) {
    char *id = kp_follow_value(in, view, task->fills);
    size_t row;
    there = id != NULL && kp_method_book_find(in->book, task->form->table, id, &row);
    free(id);
    return there;
  }
  there = kp_follow_belonging(in, view, task, 1, &rows) && rows.count > 0;
  kp_follow_rows_clear(&rows);
  return there;
}

/* ----------------------------------------------------------------------------------------- task */

static bool asks(const kp_method_task *task, const kp_method_column *column) {
  for (size_t i = 0; i < task->form->count; i++)
    for (size_t k = 0; k < task->form->pages[i]->count; k++)
      if (task->form->pages[i]->columns[k] == column)
        return true;
  return false;
}

/* The task in which a gap is closed: one that makes the row to link to goes before one that asks
 * for the link. */
static const kp_method_task *task_for(const kp_follow_input *in, const kp_follow_view *view,
                                      const kp_method_step *step, const kp_method_gap *gap) {
  const kp_method_task *asking = NULL;
  for (size_t i = 0; i < step->task_count; i++) {
    const kp_method_task *task = step->tasks[i];
    if (task->fills != NULL && task->fills == gap->column && !kp_follow_there(in, view, task))
      return task;
    if (task->form->table == gap->table && asking == NULL &&
        (gap->column == NULL || asks(task, gap->column)))
      asking = task;
  }
  return asking;
}

static const kp_method_task *first_not_there(const kp_follow_input *in, const kp_follow_view *view,
                                             const kp_method_step *step) {
  for (size_t i = 0; i < step->task_count; i++)
    if (!kp_follow_there(in, view, step->tasks[i]))
      return step->tasks[i];
  return step->task_count > 0 ? step->tasks[0] : NULL;
}

/* What is missing decides which task comes first; `gap` tells which row of it. */
static const kp_method_task *default_task(const kp_follow_input *in, const kp_follow_view *view,
                                          const kp_method_step *step, kp_method_gap *gap) {
  const kp_method_task *task = NULL;
  if (view->row == KP_METHOD_NEW_ROW || view->closed)
    return first_not_there(in, view, step);
  if (kp_method_book_gap(in->book, step, view->row, gap))
    task = task_for(in, view, step, gap);
  if (task == NULL && step->task_count > 0)
    task = step->tasks[0];
  return task;
}

static const kp_method_task *remembered_task(const kp_follow_input *in, kp_follow_view *view,
                                             const kp_method_step *step) {
  char key[KP_FOLLOW_KEY];
  kp_follow_key_task(view, key);
  const char *kept = in->recall(in->memory, key);
  for (size_t i = 0; kept != NULL && i < step->task_count; i++)
    if (strcmp(step->tasks[i]->form->key, kept) == 0)
      return step->tasks[i];
  return NULL;
}

/* ------------------------------------------------------------------------------------------ row */

static size_t find_row(const kp_follow_rows *rows, const char *id) {
  for (size_t i = 0; i < rows->count; i++)
    if (strcmp(rows->list[i].id, id) == 0)
      return i;
  return KP_FOLLOW_NONE;
}

/* The row that is linked to must be among those to choose from, however far back it stands. */
static size_t linked_row(const kp_follow_input *in, kp_follow_view *view) {
  const kp_method_table *table = view->task->form->table;
  char *id = kp_follow_value(in, view, view->task->fills);
  size_t found = id != NULL ? find_row(&view->rows, id) : KP_FOLLOW_NONE;
  size_t row;
  if (id != NULL && found == KP_FOLLOW_NONE && kp_method_book_find(in->book, table, id, &row) &&
      view->rows.count < KP_FOLLOW_MENU + 1 && keep_row(in, table, row, &view->rows))
    found = view->rows.count - 1;
  free(id);
  return found;
}

/* Of a step that is done: the row that makes it so; else the last. */
static size_t done_row(const kp_follow_input *in, const kp_follow_view *view) {
  const kp_method_table *table = view->task->form->table;
  size_t proof = 0;
  bool done =
      view->shown != KP_FOLLOW_NONE && view->progress.list[view->shown].state == KP_METHOD_DONE;
  if (done && kp_method_book_proof(in->book, kp_follow_step(view), view->row, table, &proof))
    for (size_t i = 0; i < view->rows.count; i++)
      if (view->rows.list[i].row == proof)
        return i;
  return view->rows.count - 1;
}

/* A new row while one is missing; the one that is not good yet; else one of the others. */
static size_t default_row(const kp_follow_input *in, kp_follow_view *view,
                          const kp_method_gap *gap) {
  const kp_method_task *task = view->task;
  bool open =
      view->shown != KP_FOLLOW_NONE && view->progress.list[view->shown].state == KP_METHOD_OPEN;
  if (task->fills != NULL)
    return linked_row(in, view);
  if (open && gap->table == task->form->table) {
    for (size_t i = 0; i < view->rows.count; i++)
      if (view->rows.list[i].row == gap->row)
        return i;
    return KP_FOLLOW_NONE;
  }
  /* In a chain people go on; while the step is closed they can only look. */
  if (view->loose || (task->chain != NULL && !view->closed) || view->rows.count == 0)
    return KP_FOLLOW_NONE;
  return done_row(in, view);
}

static bool find_entry(const kp_follow_input *in, kp_follow_view *view, const kp_method_gap *gap) {
  char key[KP_FOLLOW_KEY];
  if (view->task->itself) {
    view->entry_id = kp_text_copy(view->row != KP_METHOD_NEW_ROW ? view->focus : "");
    return view->entry_id != NULL;
  }
  if (!kp_follow_belonging(in, view, view->task, KP_FOLLOW_MENU, &view->rows))
    return false;
  kp_follow_key_row(view, key);
  const char *kept = in->recall(in->memory, key);
  bool fresh = kept != NULL && kp_follow_is_fresh(kept);
  if (fresh && kept[0] == '+')
    snprintf(view->fresh, sizeof view->fresh, "%s", kept);
  view->entry = kept != NULL && !fresh ? find_row(&view->rows, kept) : KP_FOLLOW_NONE;
  if (!fresh && view->entry == KP_FOLLOW_NONE)
    view->entry = default_row(in, view, gap);
  view->entry_id =
      kp_text_copy(view->entry != KP_FOLLOW_NONE ? view->rows.list[view->entry].id : "");
  return view->entry_id != NULL;
}

bool kp_follow_find_task(const kp_follow_input *in, kp_follow_view *view) {
  const kp_method_step *step = kp_follow_step(view);
  kp_method_gap gap = {NULL, NULL, KP_METHOD_NEW_ROW};
  if (view->loose) {
    view->task = kp_follow_loose_task(in->method, view->practice);
  } else if (step != NULL) {
    const kp_method_task *usual = default_task(in, view, step, &gap);
    view->task = remembered_task(in, view, step);
    if (view->task == NULL)
      view->task = usual;
  }
  if (view->task == NULL) {
    view->entry_id = kp_text_copy("");
    return view->entry_id != NULL;
  }
  return find_entry(in, view, &gap);
}

bool kp_follow_next_is_new(const kp_follow_view *before, const kp_follow_view *now,
                           const char *saved) {
  const kp_method_task *task = now->task;
  bool same = task != NULL && task == before->task && now->shown == before->shown;
  if (!same || task->itself || task->fills != NULL || now->entry == KP_FOLLOW_NONE)
    return false;
  bool asks_more = now->shown != KP_FOLLOW_NONE &&
                   now->progress.list[now->shown].state == KP_METHOD_OPEN &&
                   strcmp(now->entry_id, saved) == 0;
  return !asks_more || task->form->table->role == KP_ROLE_ACTION;
}
