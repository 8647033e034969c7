/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One step of undo, and what others put into it.
 *
 * The office's list of steps may be off, locked, or full; a macro may have a step of its own open,
 * and macros that listen to the cells write while we write, into the same step. So the step listens
 * to the list: only a step that holds nothing but ours, and is the last of the list, is undone. */
#include "document.h"

#include "kernpunt/uno.h"

#include <stdlib.h>

/* What was heard of the list since the step began. */
typedef struct ear {
  atomic_int actions; /* that were put into the open step, by whomever */
  atomic_int left;    /* 1 when our step was put on the list, at its top level */
} ear;

static bool action_added(kp_uno_incoming *in) {
  atomic_fetch_add(&((ear *)in->state)->actions, 1);
  return true;
}

static bool context_left(kp_uno_incoming *in) {
  const kp_uno_undo_manager_event *event = in->args[0];
  atomic_store(&((ear *)in->state)->left, event->undo_context_depth == 0);
  return true;
}

#define EVENT(name) "com.sun.star.document.XUndoManagerListener::" name
static const kp_uno_row rows[] = {
    {EVENT("undoActionAdded"), action_added, NULL},
    {EVENT("actionUndone"), action_added, NULL},
    {EVENT("actionRedone"), action_added, NULL},
    {EVENT("allActionsCleared"), action_added, NULL},
    {EVENT("redoActionsCleared"), kp_uno_ignore, NULL},
    {EVENT("resetAll"), action_added, NULL},
    {EVENT("enteredContext"), kp_uno_ignore, NULL},
    {EVENT("enteredHiddenContext"), kp_uno_ignore, NULL},
    {EVENT("leftContext"), context_left, NULL},
    {EVENT("leftHiddenContext"), kp_uno_ignore, NULL},
    {EVENT("cancelledContext"), kp_uno_ignore, NULL},
    {"com.sun.star.lang.XEventListener::disposing", kp_uno_ignore, NULL},
};
static const char *const interfaces[] = {"com.sun.star.document.XUndoManagerListener", NULL};

static kp_uno_class ear_class = {
    .implementation = "org.kernpunt.calc.StepListener",
    .interfaces = interfaces,
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .state_size = sizeof(ear),
};

static ear *ear_of(const kp_undo *undo) {
  return undo->ear != NULL ? kp_uno_object_state(undo->ear, &ear_class) : NULL;
}

/* Without one nothing is undone by the office, and all is put back by hand. */
static void listen(kp_undo *undo) {
  static kp_uno_method add =
      KP_UNO_METHOD("com.sun.star.document.XUndoManager::addUndoManagerListener");
  kp_uno_error ignored = KP_UNO_IGNORED;
  undo->ear = kp_uno_object_new(&ear_class, NULL, &ignored);
  if (undo->ear != NULL && !kp_uno_call(&ignored, undo->manager, &add, NULL, undo->ear)) {
    kp_uno_release(undo->ear);
    undo->ear = NULL;
  }
}

static void unlisten(kp_undo *undo) {
  static kp_uno_method remove =
      KP_UNO_METHOD("com.sun.star.document.XUndoManager::removeUndoManagerListener");
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (undo->ear != NULL)
    kp_uno_call(&ignored, undo->manager, &remove, NULL, undo->ear);
  kp_uno_release(undo->ear);
  undo->ear = NULL;
}

static bool is_locked(const kp_undo *undo) {
  static kp_uno_method ask = KP_UNO_METHOD("com.sun.star.util.XLockable::isLocked");
  kp_uno_error ignored = KP_UNO_IGNORED;
  sal_Bool locked = 0;
  return kp_uno_call(&ignored, undo->manager, &ask, &locked) && locked != 0;
}

/* Calc does not keep to a lock (measured, 7.4 and 25.2): a row that is inserted and a formula that
 * is written are put on the list all the same, one by one, and could be undone one by one. So for
 * the time of a step a lock is lifted: the row is one step, or none. Whatever is written also ends
 * the lock for Calc, which then answers that there is none, while the list still counts it: so the
 * list is not asked, it is unlocked until it says that it cannot be. */
static int lift_lock(const kp_undo *undo) {
  static kp_uno_method unlock = KP_UNO_METHOD("com.sun.star.util.XLockable::unlock");
  enum { DEEPEST = 8 };
  kp_uno_error refused = KP_UNO_NO_ERROR; /* as a rule at once: nothing to tell of */
  int lifted = 0;
  while (lifted < DEEPEST && kp_uno_call(&refused, undo->manager, &unlock, NULL))
    lifted++;
  return lifted;
}

static void lock_again(const kp_undo *undo, int times) {
  static kp_uno_method lock = KP_UNO_METHOD("com.sun.star.util.XLockable::lock");
  kp_uno_error ignored = KP_UNO_IGNORED;
  for (; times > 0; times--)
    kp_uno_call(&ignored, undo->manager, &lock, NULL);
}

bool kp_undo_enter(kp_uno_error *error, const kp_document *document, const char *title,
                   kp_undo *undo) {
  static kp_uno_method get_manager =
      KP_UNO_METHOD("com.sun.star.document.XUndoManagerSupplier::getUndoManager");
  static kp_uno_method enter =
      KP_UNO_METHOD("com.sun.star.document.XUndoManager::enterUndoContext");
  static kp_uno_method lock = KP_UNO_METHOD("com.sun.star.frame.XModel::lockControllers");
  kp_uno_error ignored = KP_UNO_IGNORED;
  *undo = (kp_undo){.model = document->model};
  if (!kp_uno_call(error, document->model, &get_manager, &undo->manager))
    return false;
  undo->lifted = lift_lock(undo);
  undo->off = is_locked(undo);
  if (!kp_uno_call(error, undo->manager, &enter, NULL, title)) {
    lock_again(undo, undo->lifted);
    kp_uno_release(undo->manager);
    undo->manager = NULL;
    return false;
  }
  listen(undo);
  undo->locked = kp_uno_call(&ignored, document->model, &lock, NULL);
  return true;
}

int kp_undo_actions(const kp_undo *undo) {
  ear *heard = ear_of(undo);
  return heard != NULL ? atomic_load(&heard->actions) : 0;
}

/* A macro that locked the list meanwhile would keep our step open for ever: the list takes no
 * notice of a step that ends while it is locked. */
static void leave_context(const kp_undo *undo) {
  static kp_uno_method leave =
      KP_UNO_METHOD("com.sun.star.document.XUndoManager::leaveUndoContext");
  kp_uno_error ignored = KP_UNO_IGNORED;
  int lifted = lift_lock(undo);
  /* An open step swallows all that people do from now on: what fails is tried once more. */
  if (!kp_uno_call(&ignored, undo->manager, &leave, NULL))
    kp_uno_call(&ignored, undo->manager, &leave, NULL);
  lock_again(undo, lifted);
}

bool kp_undo_close(kp_undo *undo) {
  static kp_uno_method unlock = KP_UNO_METHOD("com.sun.star.frame.XModel::unlockControllers");
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (undo->manager == NULL)
    return false;
  if (undo->locked && !kp_uno_call(&ignored, undo->model, &unlock, NULL))
    kp_uno_call(&ignored, undo->model, &unlock, NULL); /* else the window would stay as it is */
  undo->locked = false;
  ear *heard = ear_of(undo);
  if (!undo->off) /* else it was never entered, and a macro's own would be left */
    leave_context(undo);
  return heard != NULL && atomic_load(&heard->left) == 1;
}

bool kp_undo_take_back(kp_undo *undo) {
  static kp_uno_method undo_step = KP_UNO_METHOD("com.sun.star.document.XUndoManager::undo");
  static kp_uno_method clear_redo = KP_UNO_METHOD("com.sun.star.document.XUndoManager::clearRedo");
  kp_uno_error ignored = KP_UNO_IGNORED;
  /* What went wrong half-way shall not be done again. */
  return kp_uno_call(&ignored, undo->manager, &undo_step, NULL) &&
         kp_uno_call(&ignored, undo->manager, &clear_redo, NULL);
}

void kp_undo_free(kp_undo *undo) {
  if (undo->manager == NULL)
    return;
  unlisten(undo);
  lock_again(undo, undo->lifted);
  kp_uno_release(undo->manager);
  undo->manager = NULL;
}

void kp_undo_leave(kp_undo *undo, bool good) {
  bool step = kp_undo_close(undo);
  if (!good && undo->wrote && step)
    kp_undo_take_back(undo);
  kp_undo_free(undo);
}
