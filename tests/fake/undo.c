/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Undo as the office keeps it: a stack of steps, contexts that make one step of many changes.
 *
 * As there (framework's UndoManagerHelper over SfxUndoManager): a locked manager ignores contexts
 * and keeps nothing, but undoes; one that keeps 0 steps ignores the beginning of a context and
 * raises InvalidStateException at its end; a context without changes leaves no step; undo within a
 * context raises UndoContextNotClosedException, on an empty stack EmptyUndoStackException.
 *
 * Cells, new rows and hidden rows are taken back by themselves. All else (sheets, names, removed
 * rows, conditional formats) is taken back by putting the whole document as it was, changes that
 * were made while the manager was locked included: there the office is more careful.
 */
#include "model.h"

#include <stdlib.h>
#include <string.h>

#define INVALID_STATE "com.sun.star.util.InvalidStateException"
#define EMPTY_STACK "com.sun.star.document.EmptyUndoStackException"
#define NOT_CLOSED "com.sun.star.document.UndoContextNotClosedException"
#define NOT_LOCKED "com.sun.star.util.NotLockedException"

/* ------------------------------------------------------------------------------------- changes */

static size_t cells_of(const fake_area *area) {
  return (size_t)(area->right - area->left + 1) * (size_t)(area->bottom - area->top + 1);
}

static void change_clear(fake_change *change) {
  for (size_t i = 0; change->cells != NULL && i < cells_of(&change->area); i++)
    fake_cell_clear(&change->cells[i]);
  free(change->cells);
  free(change->lines);
  fake_content_clear(&change->content);
}

static void step_clear(fake_step *step) {
  for (size_t i = 0; i < step->count; i++)
    change_clear(&step->changes[i]);
  free(step->changes);
  free(step->title);
  memset(step, 0, sizeof *step);
}

static void swap_cells(fake_document *document, fake_change *change) {
  fake_sheet *sheet = fake_sheet_by_id(document, change->area.sheet);
  size_t i = 0;
  for (int32_t r = change->area.top; sheet != NULL && r <= change->area.bottom; r++) {
    for (int32_t c = change->area.left; c <= change->area.right; c++) {
      fake_cell *cell = fake_cell_make(sheet, c, r);
      fake_cell kept = change->cells[i];
      change->cells[i++] = *cell;
      *cell = kept;
    }
  }
}

static void swap_lines(fake_document *document, fake_change *change) {
  fake_sheet *sheet = fake_sheet_by_id(document, change->area.sheet);
  size_t i = 0;
  for (int32_t r = change->area.top; sheet != NULL && r <= change->area.bottom; r++) {
    fake_line *line = fake_line_make(sheet, r);
    fake_line kept = change->lines[i];
    change->lines[i++] = *line;
    line->hidden = kept.hidden;
    line->filtered = kept.filtered;
    line->height = kept.height;
  }
}

/* Rows that come again get their content from the changes of the cells, which follow. */
static void swap_rows(fake_document *document, fake_change *change) {
  const fake_area *area = &change->area;
  int32_t count = area->bottom - area->top + 1;
  if (fake_sheet_by_id(document, area->sheet) == NULL)
    return;
  if (change->removes)
    fake_rows_insert(document, area->sheet, area->top, count);
  else
    fake_rows_remove(document, area->sheet, area->top, count);
  change->removes = !change->removes;
}

static void swap(fake_document *document, fake_change *change) {
  fake_content content;
  switch (change->kind) {
  case FAKE_CELLS:
    swap_cells(document, change);
    break;
  case FAKE_LINES:
    swap_lines(document, change);
    break;
  case FAKE_INSERTED:
    swap_rows(document, change);
    break;
  default:
    content = document->content;
    document->content = change->content;
    change->content = content;
  }
}

/* Takes a step back; again, and it is done again. */
static void swap_step(fake_document *document, fake_step *step, bool back) {
  for (size_t i = 0; i < step->count; i++)
    swap(document, &step->changes[back ? step->count - 1 - i : i]);
}

/* ----------------------------------------------------------------------------------- recording */

static bool keeps(const fake_document *document) {
  return document->undo.locks == 0 && document->undo.most > 0;
}

/* A new change of the open step; NULL when nothing is kept, or all of it already. */
static fake_change *new_change(fake_document *document, fake_change_kind kind,
                               const fake_area *area) {
  fake_step *open = &document->undo.open;
  if (!keeps(document) || (open->count > 0 && open->changes[open->count - 1].kind == FAKE_ALL))
    return NULL;
  fake_change *change = FAKE_APPEND(open->changes, open->count);
  change->kind = kind;
  if (area != NULL)
    change->area = *area;
  return change;
}

void fake_record_cells(fake_document *document, const fake_area *area) {
  fake_change *change = new_change(document, FAKE_CELLS, area);
  const fake_sheet *sheet = fake_sheet_by_id(document, area->sheet);
  size_t i = 0;
  if (change == NULL)
    return;
  change->cells = fake_alloc(cells_of(area) * sizeof *change->cells);
  for (int32_t r = area->top; r <= area->bottom; r++)
    for (int32_t c = area->left; c <= area->right; c++)
      fake_cell_copy(&change->cells[i++], fake_cell_at(sheet, c, r));
}

void fake_record_lines(fake_document *document, const fake_area *area) {
  fake_change *change = new_change(document, FAKE_LINES, area);
  fake_sheet *sheet = fake_sheet_by_id(document, area->sheet);
  if (change == NULL)
    return;
  change->lines = fake_alloc((size_t)(area->bottom - area->top + 1) * sizeof *change->lines);
  for (int32_t r = area->top; r <= area->bottom; r++)
    change->lines[r - area->top] = *fake_line_make(sheet, r);
}

void fake_record_insert(fake_document *document, const fake_area *area) {
  new_change(document, FAKE_INSERTED, area);
}

void fake_record_all(fake_document *document) {
  fake_change *change = new_change(document, FAKE_ALL, NULL);
  if (change != NULL)
    fake_content_copy(&change->content, &document->content);
}

static void drop_redo(fake_history *undo) {
  while (undo->count > undo->done)
    step_clear(&undo->steps[--undo->count]);
}

static void end_step(fake_document *document, const char *title) {
  fake_history *undo = &document->undo;
  fake_step step = undo->open;
  memset(&undo->open, 0, sizeof undo->open);
  if (step.count == 0) {
    step_clear(&step);
    return;
  }
  if (step.title == NULL)
    step.title = fake_copy(title);
  drop_redo(undo);
  *FAKE_APPEND(undo->steps, undo->count) = step;
  if (undo->count > undo->most) {
    step_clear(&undo->steps[0]);
    memmove(undo->steps, undo->steps + 1, --undo->count * sizeof *undo->steps);
  }
  undo->done = undo->count;
}

static void tell_modified(fake_document *document) {
  static kp_uno_method modified = KP_UNO_METHOD("com.sun.star.util.XModifyListener::modified");
  for (size_t i = 0; i < document->modify_count; i++) {
    kp_uno_error ignored = KP_UNO_NO_ERROR;
    uno_Interface *source = document->model;
    kp_uno_call(&ignored, document->modify_listeners[i], &modified, NULL, &source);
  }
}

void fake_changed(fake_document *document, const fake_area *where) {
  document->modified = true;
  if (document->undo.depth == 0)
    end_step(document, "Input");
  if (document->in_listener)
    return;
  document->in_listener = true;
  if (document->listener != NULL) {
    const fake_sheet *sheet = where != NULL ? fake_sheet_by_id(document, where->sheet) : NULL;
    const fake_place place = {sheet != NULL ? sheet->name : "", where != NULL ? where->left : -1,
                              where != NULL ? where->top : -1};
    document->listener(document->listener_data, document, &place);
  }
  tell_modified(document);
  document->in_listener = false;
}

void fake_history_clear(fake_document *document) {
  fake_history *undo = &document->undo;
  while (undo->count > 0)
    step_clear(&undo->steps[--undo->count]);
  step_clear(&undo->open);
  free(undo->steps);
  undo->steps = NULL;
  undo->done = 0;
  undo->depth = 0;
}

/* ---------------------------------------------------------------------------------- the object */

typedef struct manager {
  fake_document *document;
} manager;

static fake_document *document_of(const kp_uno_incoming *in) {
  return ((manager *)in->state)->document;
}

static bool enter(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  fake_history *undo = &document->undo;
  if (!keeps(document))
    return true;
  if (undo->depth++ == 0)
    undo->open.title = fake_text_argument(in, 0);
  return true;
}

/* Its changes become part of the step before it. */
static bool enter_hidden(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  fake_history *undo = &document->undo;
  if (!keeps(document))
    return true;
  if (undo->depth == 0 && undo->done == 0)
    return kp_uno_error_set(in->error, EMPTY_STACK, "no step to hide in");
  if (undo->depth++ == 0)
    undo->hidden = true;
  return true;
}

static void merge_into_last(fake_history *undo) {
  fake_step *last = &undo->steps[undo->done - 1];
  drop_redo(undo);
  for (size_t i = 0; i < undo->open.count; i++)
    *FAKE_APPEND(last->changes, last->count) = undo->open.changes[i];
  free(undo->open.changes);
  memset(&undo->open, 0, sizeof undo->open);
}

static bool leave(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  fake_history *undo = &document->undo;
  if (undo->locks > 0)
    return true;
  if (undo->depth == 0)
    return kp_uno_error_set(in->error, INVALID_STATE, "no active undo context");
  if (--undo->depth > 0)
    return true;
  if (undo->hidden)
    merge_into_last(undo);
  else
    end_step(document, "");
  undo->hidden = false;
  return true;
}

static bool move(kp_uno_incoming *in, bool back) {
  fake_document *document = document_of(in);
  fake_history *undo = &document->undo;
  if (undo->depth > 0)
    return kp_uno_error_set(in->error, NOT_CLOSED, "a context is open");
  if (back ? undo->done == 0 : undo->done == undo->count)
    return kp_uno_error_set(in->error, EMPTY_STACK, "nothing to take back");
  if (back)
    swap_step(document, &undo->steps[--undo->done], true);
  else
    swap_step(document, &undo->steps[undo->done++], false);
  document->modified = true;
  return true;
}

static bool undo_step(kp_uno_incoming *in) {
  return move(in, true);
}

static bool redo_step(kp_uno_incoming *in) {
  return move(in, false);
}

static bool is_undo_possible(kp_uno_incoming *in) {
  const fake_history *undo = &document_of(in)->undo;
  return fake_return_bool(in, undo->done > 0 && undo->depth == 0);
}

static bool is_redo_possible(kp_uno_incoming *in) {
  const fake_history *undo = &document_of(in)->undo;
  return fake_return_bool(in, undo->done < undo->count && undo->depth == 0);
}

static bool current_title(kp_uno_incoming *in) {
  const fake_history *undo = &document_of(in)->undo;
  if (undo->done == 0)
    return kp_uno_error_set(in->error, EMPTY_STACK, "no step");
  return kp_uno_return_string(in, undo->steps[undo->done - 1].title);
}

/* The latest first. */
static bool all_titles(kp_uno_incoming *in) {
  const fake_history *undo = &document_of(in)->undo;
  const char **titles = fake_alloc(undo->done * sizeof *titles);
  for (size_t i = 0; i < undo->done; i++)
    titles[i] = undo->steps[undo->done - 1 - i].title;
  bool good = fake_return_names(in, titles, undo->done);
  free(titles);
  return good;
}

static bool all_redo_titles(kp_uno_incoming *in) {
  const fake_history *undo = &document_of(in)->undo;
  const char **titles = fake_alloc((undo->count - undo->done) * sizeof *titles);
  for (size_t i = undo->done; i < undo->count; i++)
    titles[i - undo->done] = undo->steps[i].title;
  bool good = fake_return_names(in, titles, undo->count - undo->done);
  free(titles);
  return good;
}

static bool lock(kp_uno_incoming *in) {
  document_of(in)->undo.locks++;
  return true;
}

static bool unlock(kp_uno_incoming *in) {
  fake_history *undo = &document_of(in)->undo;
  if (undo->locks == 0)
    return kp_uno_error_set(in->error, NOT_LOCKED, "not locked");
  undo->locks--;
  return true;
}

static bool is_locked(kp_uno_incoming *in) {
  return fake_return_bool(in, document_of(in)->undo.locks > 0);
}

static bool clear(kp_uno_incoming *in) {
  fake_history *undo = &document_of(in)->undo;
  if (undo->depth > 0)
    return kp_uno_error_set(in->error, NOT_CLOSED, "a context is open");
  fake_history_clear(document_of(in));
  return true;
}

static void finalize(void *state) {
  manager *of = state;
  of->document->manager = NULL;
  fake_document_release(of->document);
}

static const char *const interfaces[] = {"com.sun.star.document.XUndoManager", NULL};

#define ROW(name, call)                                                                            \
  { "com.sun.star.document.XUndoManager::" name, call, NULL }
static const kp_uno_row rows[] = {
    ROW("enterUndoContext", enter),
    ROW("enterHiddenUndoContext", enter_hidden),
    ROW("leaveUndoContext", leave),
    ROW("undo", undo_step),
    ROW("redo", redo_step),
    ROW("isUndoPossible", is_undo_possible),
    ROW("isRedoPossible", is_redo_possible),
    ROW("getCurrentUndoActionTitle", current_title),
    ROW("getAllUndoActionTitles", all_titles),
    ROW("getAllRedoActionTitles", all_redo_titles),
    ROW("clear", clear),
    ROW("reset", clear),
    ROW("addUndoManagerListener", kp_uno_ignore),
    ROW("removeUndoManagerListener", kp_uno_ignore),
    {"com.sun.star.util.XLockable::lock", lock, NULL},
    {"com.sun.star.util.XLockable::unlock", unlock, NULL},
    {"com.sun.star.util.XLockable::isLocked", is_locked, NULL},
};

static fake_class class = {.table = {.implementation = "UndoManager",
                                     .interfaces = interfaces,
                                     FAKE_ROWS(rows),
                                     .state_size = sizeof(manager),
                                     .finalize = finalize}};

uno_Interface *fake_undo_manager(fake_document *document) {
  void *state = NULL;
  if (document->manager != NULL)
    return kp_uno_acquire(document->manager);
  document->manager = fake_object_new(&class, &state);
  ((manager *)state)->document = document;
  document->references++;
  return document->manager;
}
