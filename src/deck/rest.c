/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hears of the selection in a window and tells when it rests: a thread waits, because the office
 * has no timer for others, and does nothing but ask the office to call. What it holds is counted,
 * so that it may outlive the pane; it never touches the pane, which only the office's own thread
 * does. */
#include "rest.h"

#include "kernpunt/uno_types.h"

#include <stdatomic.h>
#include <stdlib.h>

#include <osl/thread.h>
#include <osl/time.h>

enum { REST_MS = 150, THOUSAND = 1000, MILLION = 1000000 };

typedef struct rest {
  kp_pane *pane;             /* NULL when it is gone; office's thread only */
  uno_Interface *controller; /* listened to; NULL for none */
  uno_Interface *poster;     /* com.sun.star.awt.AsyncCallback */
  uno_Interface *self;       /* borrowed */
  atomic_uint due;           /* the office's clock, in milliseconds */
  atomic_bool waiting;       /* a thread is */
  atomic_bool gone;
} rest;

/* In the thread. Whoever moves the selection meanwhile moves the end. */
static void SAL_CALL wait(void *data) {
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.awt.XRequestCallback::addCallback");
  rest *of = data;
  uno_Interface *self = of->self;
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Any nothing;
  kp_uno_any_init(&nothing);
  for (;;) {
    int32_t left = (int32_t)(atomic_load(&of->due) - osl_getGlobalTimer());
    if (left <= 0 || left > REST_MS || atomic_load(&of->gone))
      break;
    const TimeValue pause = {(sal_uInt32)left / THOUSAND, (sal_uInt32)left % THOUSAND * MILLION};
    osl_waitThread(&pause);
  }
  atomic_store(&of->waiting, false);
  if (!atomic_load(&of->gone))
    kp_uno_call(&ignored, of->poster, &add, NULL, self, &nothing);
  kp_uno_any_clear(&nothing);
  kp_uno_release(self);
}

static bool selection_changed(kp_uno_incoming *in) {
  rest *of = in->state;
  if (of->pane == NULL)
    return true;
  atomic_store(&of->due, osl_getGlobalTimer() + REST_MS);
  if (atomic_exchange(&of->waiting, true))
    return true;
  kp_uno_acquire(of->self);
  oslThread thread = osl_createThread(wait, of);
  if (thread == NULL) {
    atomic_store(&of->waiting, false);
    kp_uno_release(of->self);
    kp_pane_refresh(of->pane); /* at once is better than never */
  } else {
    osl_destroyThread(thread); /* only the handle */
  }
  return true;
}

static bool notify(kp_uno_incoming *in) {
  const rest *of = in->state;
  if (of->pane != NULL)
    kp_pane_refresh(of->pane);
  return true;
}

static bool source_disposing(kp_uno_incoming *in) {
  rest *of = in->state;
  kp_uno_release(of->controller);
  of->controller = NULL;
  return true;
}

static void finalize(void *state) {
  rest *of = state;
  kp_uno_release(of->poster);
}

static const kp_uno_row rows[] = {
    {"com.sun.star.view.XSelectionChangeListener::selectionChanged", selection_changed, NULL},
    {"com.sun.star.awt.XCallback::notify", notify, NULL},
    {"com.sun.star.lang.XEventListener::disposing", source_disposing, NULL},
};
static const char *const interfaces[] = {"com.sun.star.view.XSelectionChangeListener",
                                         "com.sun.star.awt.XCallback", NULL};

static kp_uno_class rest_class = {
    .implementation = "org.kernpunt.calc.Rest",
    .interfaces = interfaces,
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .state_size = sizeof(rest),
    .finalize = finalize,
};

static void listen(rest *of, bool on) {
  static kp_uno_method methods[] = {
      KP_UNO_METHOD("com.sun.star.view.XSelectionSupplier::removeSelectionChangeListener"),
      KP_UNO_METHOD("com.sun.star.view.XSelectionSupplier::addSelectionChangeListener")};
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (of->controller != NULL)
    kp_uno_call(&ignored, of->controller, &methods[on], NULL, of->self);
}

uno_Interface *kp_rest_new(kp_pane *pane) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  void *state = NULL;
  uno_Interface *object = kp_uno_object_new(&rest_class, &state, &ignored);
  if (object == NULL)
    return NULL;
  rest *of = state;
  of->pane = pane;
  of->self = object;
  if (!kp_uno_create(&ignored, pane->context, "com.sun.star.awt.AsyncCallback", &of->poster)) {
    kp_uno_release(object);
    object = NULL;
  }
  return object;
}

void kp_rest_follow(uno_Interface *object, uno_Interface *controller) {
  rest *of = kp_uno_object_state(object, &rest_class);
  if (of == NULL ||
      (of->controller != NULL && controller != NULL && kp_uno_same(of->controller, controller)))
    return;
  listen(of, false);
  kp_uno_release(of->controller);
  of->controller = kp_uno_acquire(controller);
  listen(of, true);
}

void kp_rest_end(uno_Interface *object) {
  rest *of = kp_uno_object_state(object, &rest_class);
  if (of == NULL)
    return;
  atomic_store(&of->gone, true);
  of->pane = NULL;
  kp_rest_follow(object, NULL);
  kp_uno_release(object);
}
