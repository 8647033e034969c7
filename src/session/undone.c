/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of undo, counted. */
#include "kernpunt/session.h"

static uno_Interface *manager_of(uno_Interface *model) {
  static kp_uno_method get =
      KP_UNO_METHOD("com.sun.star.document.XUndoManagerSupplier::getUndoManager");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *manager = NULL;
  if (model != NULL)
    kp_uno_call(&ignored, model, &get, &manager);
  return manager;
}

static int32_t count_of(uno_Interface *manager, kp_uno_method *titles) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Sequence *list = NULL;
  int32_t count = 0;
  if (manager != NULL && kp_uno_call(&ignored, manager, titles, &list)) {
    count = list->nElements;
    kp_uno_sequence_free(list, "[]string");
  }
  return count;
}

static int32_t steps_of(uno_Interface *manager) {
  static kp_uno_method titles =
      KP_UNO_METHOD("com.sun.star.document.XUndoManager::getAllUndoActionTitles");
  return count_of(manager, &titles);
}

int32_t kp_undone_count(uno_Interface *model) {
  uno_Interface *manager = manager_of(model);
  int32_t count = steps_of(manager);
  kp_uno_release(manager);
  return count;
}

/* Steps go in order: with fewer of them than then, the last one of them is among those that can be
 * done again. A list that was emptied (a macro, a shared document) has nothing to do again. */
bool kp_undone_since(uno_Interface *model, int32_t then) {
  static kp_uno_method titles =
      KP_UNO_METHOD("com.sun.star.document.XUndoManager::getAllRedoActionTitles");
  uno_Interface *manager = manager_of(model);
  bool undone = steps_of(manager) < then && count_of(manager, &titles) > 0;
  kp_uno_release(manager);
  return undone;
}
