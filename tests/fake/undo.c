/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The undo manager of a document. */
#include "history.h"

#include <stdlib.h>
#include <string.h>

#define INVALID_STATE "com.sun.star.util.InvalidStateException"
#define EMPTY_STACK "com.sun.star.document.EmptyUndoStackException"
#define NOT_CLOSED "com.sun.star.document.UndoContextNotClosedException"
#define NOT_LOCKED "com.sun.star.util.NotLockedException"

static kp_uno_method undone = FAKE_UNDO_EVENT("actionUndone");
static kp_uno_method redone = FAKE_UNDO_EVENT("actionRedone");
static kp_uno_method cleared = FAKE_UNDO_EVENT("allActionsCleared");
static kp_uno_method redo_cleared = FAKE_UNDO_EVENT("redoActionsCleared");
static kp_uno_method entered = FAKE_UNDO_EVENT("enteredContext");
static kp_uno_method entered_hidden = FAKE_UNDO_EVENT("enteredHiddenContext");
static kp_uno_method left = FAKE_UNDO_EVENT("leftContext");
static kp_uno_method left_hidden = FAKE_UNDO_EVENT("leftHiddenContext");
static kp_uno_method cancelled = FAKE_UNDO_EVENT("cancelledContext");

typedef struct manager {
  fake_document *document;
} manager;

static fake_document *document_of(const kp_uno_incoming *in) {
  return ((manager *)in->state)->document;
}

static bool enter(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  fake_history *undo = &document->undo;
  if (!fake_history_keeps(document))
    return true;
  char *title = fake_text_argument(in, 0);
  if (undo->depth++ == 0)
    undo->open.title = fake_copy(title);
  fake_history_tell(document, &entered, title);
  free(title);
  return true;
}

/* Its changes become part of the step before it. */
static bool enter_hidden(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  fake_history *undo = &document->undo;
  if (!fake_history_keeps(document))
    return true;
  if (undo->depth == 0 && undo->done == 0)
    return kp_uno_error_set(in->error, EMPTY_STACK, "no step to hide in");
  if (undo->depth++ == 0)
    undo->hidden = true;
  fake_history_tell(document, &entered_hidden, "");
  return true;
}

static bool leave(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  fake_history *undo = &document->undo;
  if (undo->off)
    return true;
  if (undo->depth == 0)
    return kp_uno_error_set(in->error, INVALID_STATE, "no active undo context");
  if (--undo->depth > 0) {
    fake_history_tell(document, &left, "");
    return true;
  }
  bool empty = undo->open.count == 0;
  bool hidden = undo->hidden;
  undo->hidden = false;
  if (hidden)
    fake_history_merge(document);
  else
    fake_history_end(document, "");
  fake_history_tell(document, empty ? &cancelled : hidden ? &left_hidden : &left, "");
  return true;
}

static bool move(kp_uno_incoming *in, bool back) {
  fake_document *document = document_of(in);
  fake_history *undo = &document->undo;
  if (undo->depth > 0)
    return kp_uno_error_set(in->error, NOT_CLOSED, "a context is open");
  if (back ? undo->done == 0 : undo->done == undo->count)
    return kp_uno_error_set(in->error, EMPTY_STACK, "nothing to take back");
  fake_history_move(document, back);
  document->modified = true;
  fake_history_tell(document, back ? &undone : &redone, "");
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
  fake_history *undo = &document_of(in)->undo;
  if (undo->locks++ == 0)
    undo->off = true;
  return true;
}

static bool unlock(kp_uno_incoming *in) {
  fake_history *undo = &document_of(in)->undo;
  if (undo->locks == 0)
    return kp_uno_error_set(in->error, NOT_LOCKED, "not locked");
  if (--undo->locks == 0)
    undo->off = false;
  return true;
}

static bool is_locked(kp_uno_incoming *in) {
  return fake_return_bool(in, document_of(in)->undo.off);
}

static bool clear(kp_uno_incoming *in) {
  fake_history *undo = &document_of(in)->undo;
  if (undo->depth > 0)
    return kp_uno_error_set(in->error, NOT_CLOSED, "a context is open");
  fake_history_clear(document_of(in));
  fake_history_tell(document_of(in), &cleared, "");
  return true;
}

static bool clear_redo(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  if (document->undo.depth > 0)
    return kp_uno_error_set(in->error, NOT_CLOSED, "a context is open");
  fake_history_drop_redo(document);
  fake_history_tell(document_of(in), &redo_cleared, "");
  return true;
}

static bool add_listener(kp_uno_incoming *in) {
  fake_history *undo = &document_of(in)->undo;
  *FAKE_APPEND(undo->listeners, undo->listener_count) =
      kp_uno_acquire(KP_UNO_ARG(uno_Interface *, in, 0));
  return true;
}

static bool remove_listener(kp_uno_incoming *in) {
  fake_history *undo = &document_of(in)->undo;
  for (size_t i = 0; i < undo->listener_count; i++) {
    if (kp_uno_same(undo->listeners[i], KP_UNO_ARG(uno_Interface *, in, 0))) {
      kp_uno_release(undo->listeners[i]);
      undo->listeners[i] = undo->listeners[--undo->listener_count];
      break;
    }
  }
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
    ROW("clearRedo", clear_redo),
    ROW("addUndoManagerListener", add_listener),
    ROW("removeUndoManagerListener", remove_listener),
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
