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
#include "history.h"

#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------------------------- changes */

static size_t cells_of(const fake_area *area) {
  return (size_t)(area->right - area->left + 1) * (size_t)(area->bottom - area->top + 1);
}

static void change_clear(fake_change *change) {
  for (size_t i = 0; change->cells != NULL && i < cells_of(&change->area); i++)
    fake_cell_free(&change->cells[i]);
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

static kp_uno_method added = FAKE_UNDO_EVENT("undoActionAdded");

bool fake_history_keeps(const fake_document *document) {
  return !document->undo.off && document->undo.most > 0;
}

/* Names are changed without that. */
void fake_changed_name(fake_document *document) {
  bool off = document->undo.off;
  fake_changed(document, NULL);
  document->undo.off = off;
}

/* Listeners are told by name of the event; those with a step hear its title and depth. */
void fake_history_tell(fake_document *document, kp_uno_method *event, const char *title) {
  fake_history *undo = &document->undo;
  kp_uno_undo_manager_event what = {.base = {document->manager},
                                    .undo_action_title = kp_uno_string_new(title),
                                    .undo_context_depth = undo->depth};
  size_t count = undo->listener_count;
  uno_Interface **listeners = fake_alloc(count * sizeof *listeners);
  for (size_t i = 0; i < count; i++)
    listeners[i] = kp_uno_acquire(undo->listeners[i]);
  for (size_t i = 0; i < count; i++) {
    kp_uno_error ignored = KP_UNO_NO_ERROR;
    kp_uno_call(&ignored, listeners[i], event, NULL, &what);
    kp_uno_release(listeners[i]);
  }
  free(listeners);
  rtl_uString_release(what.undo_action_title);
}

/* A new change of the open step; NULL when nothing is kept, or all of it already. */
static fake_change *new_change(fake_document *document, fake_change_kind kind,
                               const fake_area *area) {
  fake_step *open = &document->undo.open;
  document->undo.added = document->undo.added || fake_history_keeps(document);
  if (!fake_history_keeps(document) ||
      (open->count > 0 && open->changes[open->count - 1].kind == FAKE_ALL))
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

/* Calc opens a context for merged cells that the row cuts, and mostly has nothing to put in. */
static void tell_context(fake_document *document, const fake_area *area) {
  static kp_uno_method entered = FAKE_UNDO_EVENT("enteredContext");
  static kp_uno_method cancelled = FAKE_UNDO_EVENT("cancelledContext");
  enum { PARTS = 2 }; /* taken apart, put together again */
  const fake_sheet *sheet = fake_sheet_by_id(document, area->sheet);
  bool cuts = false;
  for (size_t i = 0; i < sheet->merged_count; i++)
    cuts = cuts || (sheet->merged[i].top < area->top && area->top <= sheet->merged[i].bottom);
  document->undo.depth++;
  fake_history_tell(document, &entered, "Insert");
  for (int i = 0; cuts && i < PARTS; i++)
    fake_history_tell(document, &added, "Merge");
  document->undo.within = cuts;
  if (cuts)
    return; /* the row itself is within */
  document->undo.depth--;
  fake_history_tell(document, &cancelled, "Insert");
}

void fake_record_insert(fake_document *document, const fake_area *area) {
  new_change(document, FAKE_INSERTED, area);
  if (fake_history_keeps(document))
    tell_context(document, area);
}

void fake_record_all(fake_document *document) {
  fake_change *change = new_change(document, FAKE_ALL, NULL);
  if (change != NULL)
    fake_content_copy(&change->content, &document->content);
}

void fake_history_drop_redo(fake_document *document) {
  fake_history *undo = &document->undo;
  while (undo->count > undo->done)
    step_clear(&undo->steps[--undo->count]);
}

void fake_history_end(fake_document *document, const char *title) {
  fake_history *undo = &document->undo;
  fake_step step = undo->open;
  memset(&undo->open, 0, sizeof undo->open);
  if (step.count == 0) {
    step_clear(&step);
    return;
  }
  if (step.title == NULL)
    step.title = fake_copy(title);
  fake_history_drop_redo(document);
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
  bool was_added = document->undo.added;
  document->modified = true;
  document->undo.added = false;
  document->undo.off = false; /* nearly every change forgets that the list was locked (measured) */
  if (document->undo.depth - document->undo.within == 0)
    fake_history_end(document, "Input");
  if (was_added)
    fake_history_tell(document, &added, "Input");
  if (document->undo.within) {
    static kp_uno_method left = FAKE_UNDO_EVENT("leftContext");
    document->undo.within = false;
    document->undo.depth--;
    fake_history_tell(document, &left, "Insert");
  }
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

void fake_history_merge(fake_document *document) {
  fake_history *undo = &document->undo;
  fake_step *last = &undo->steps[undo->done - 1];
  fake_history_drop_redo(document);
  for (size_t i = 0; i < undo->open.count; i++)
    *FAKE_APPEND(last->changes, last->count) = undo->open.changes[i];
  free(undo->open.changes);
  memset(&undo->open, 0, sizeof undo->open);
}

void fake_history_move(fake_document *document, bool back) {
  fake_history *undo = &document->undo;
  if (back)
    swap_step(document, &undo->steps[--undo->done], true);
  else
    swap_step(document, &undo->steps[undo->done++], false);
}

void fake_record_remove(fake_document *document, const fake_area *area) {
  const fake_area above = {area->sheet, 0, 0, 0, 0};
  fake_record_all(document);
  if (fake_history_keeps(document))
    tell_context(document, &above);
}
