/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of a document of the fake office, as tests set and read it. */
#include "document.h"
#include "put.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void fake_set_readonly(fake_document *document, bool on) {
  document->readonly = on;
}

void fake_set_shared(fake_document *document, bool shared, bool tracked) {
  document->shared = shared;
  document->tracked = tracked;
}

void fake_protect_structure(fake_document *document, bool on) {
  document->structure = on;
}

void fake_set_today(fake_document *document, int32_t serial) {
  document->today = serial;
}

void fake_set_undo_steps(fake_document *document, size_t most) {
  fake_history_clear(document);
  document->undo.most = most;
}

void fake_lock_undo(fake_document *document, bool on) {
  document->undo.locks += on ? 1 : -1;
  document->undo.off = document->undo.locks > 0;
}

size_t fake_undo_steps(fake_document *document) {
  return document->undo.done;
}

const char *fake_undo_title(fake_document *document) {
  const fake_history *undo = &document->undo;
  return undo->done > 0 ? undo->steps[undo->done - 1].title : "";
}

int fake_undo_depth(fake_document *document) {
  return document->undo.depth;
}

static void ask_manager(fake_document *document, kp_uno_method *method, const char *title) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_Interface *manager = fake_undo_manager(document);
  bool good = title != NULL ? kp_uno_call(&error, manager, method, NULL, title)
                            : kp_uno_call(&error, manager, method, NULL);
  kp_uno_release(manager);
  if (!good) {
    fprintf(stderr, "%s: %s\n", method->name, error.message);
    abort();
  }
}

void fake_undo_context(fake_document *document, const char *title, bool enter) {
  static kp_uno_method begin =
      KP_UNO_METHOD("com.sun.star.document.XUndoManager::enterUndoContext");
  static kp_uno_method end = KP_UNO_METHOD("com.sun.star.document.XUndoManager::leaveUndoContext");
  ask_manager(document, enter ? &begin : &end, enter ? title : NULL);
}

void fake_undo(fake_document *document) {
  static kp_uno_method undo = KP_UNO_METHOD("com.sun.star.document.XUndoManager::undo");
  ask_manager(document, &undo, NULL);
}

void fake_redo(fake_document *document) {
  static kp_uno_method redo = KP_UNO_METHOD("com.sun.star.document.XUndoManager::redo");
  ask_manager(document, &redo, NULL);
}

bool fake_modified(fake_document *document) {
  return document->modified;
}

int fake_stores(fake_document *document) {
  return document->stores;
}

int fake_reloads(fake_document *document) {
  return document->reloads;
}

void fake_fail_stores(fake_document *document, int count) {
  document->failing_stores = count;
}

int fake_view_locks(fake_document *document) {
  return document->locked_views;
}

void fake_listen(fake_document *document,
                 void (*listener)(void *data, fake_document *document, const fake_place *where),
                 void *data) {
  document->listener = listener;
  document->listener_data = data;
}

/* ------------------------------------------------------------------------------------------ dump
 */

typedef struct out {
  char *text;
  size_t used;
} out;

static void put(out *to, const char *text) {
  size_t length = strlen(text);
  to->text = fake_grow(to->text, to->used + length + 1);
  memcpy(to->text + to->used, text, length + 1);
  to->used += length;
}

static void put_number(out *to, long number) {
  char text[32];
  snprintf(text, sizeof text, "%ld ", number);
  put(to, text);
}

static void put_cells(fake_document *document, const fake_sheet *sheet, int32_t row, out *to) {
  for (int32_t c = 0; c < sheet->lines[row].width; c++) {
    const fake_cell *cell = &sheet->lines[row].cells[c];
    char name[8];
    if (cell->kind == FAKE_EMPTY)
      continue;
    fake_column_name(c, name);
    put(to, name);
    put_number(to, row + 1);
    put_number(to, (long)cell->kind);
    char *text = fake_take_formula(document, cell);
    put(to, text);
    put(to, "\n");
    free(text);
  }
}

static void put_area(out *to, const char *name, const fake_area *area) {
  put(to, name);
  put(to, " ");
  put_number(to, area->sheet);
  put_number(to, area->left);
  put_number(to, area->top);
  put_number(to, area->right);
  put_number(to, area->bottom);
  put(to, "\n");
}

static void put_sheet(fake_document *document, const fake_sheet *sheet, out *to) {
  put(to, "sheet ");
  put(to, sheet->name);
  put(to, sheet->visible ? "\n" : " hidden\n");
  for (int32_t r = 0; r < sheet->line_count; r++) {
    put_cells(document, sheet, r, to);
    if (sheet->lines[r].hidden) {
      put(to, "hidden ");
      put_number(to, r + 1);
      put(to, "\n");
    }
  }
  for (size_t i = 0; i < sheet->condition_count; i++)
    put_area(to, sheet->conditions[i].formula, &sheet->conditions[i].area);
  for (size_t i = 0; i < sheet->merged_count; i++)
    put_area(to, "merged", &sheet->merged[i]);
  put_area(to, "print", &sheet->print);
}

char *fake_dump(fake_document *document) {
  const fake_content *content = &document->content;
  out to = {.text = NULL};
  put(&to, "");
  for (size_t i = 0; i < content->sheet_count; i++)
    put_sheet(document, &content->sheets[i], &to);
  for (size_t i = 0; i < content->name_count; i++) {
    char *text = fake_formula_text(document, &content->names[i].content);
    put(&to, "name ");
    put(&to, content->names[i].name);
    put(&to, " ");
    put(&to, text);
    put(&to, "\n");
    free(text);
  }
  for (size_t i = 0; i < content->database_count; i++)
    put_area(&to, content->databases[i].name, &content->databases[i].area);
  return to.text;
}
