/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A verb from first look to last under the office's lock.
 *
 * A call from another process arrives on a thread of the bridge, and takes the office's lock for
 * each call of its own: between two of them the user, or another script, may write. There is no
 * lock to take from C, but what the office posts to itself it runs under its lock. So such a call
 * is handed to the office (XRequestCallback) and waited for here.
 *
 * Who calls is told by the id that every call carries through the bridges: it ends with the id of
 * the process in which it began. A macro within the office has ours, and runs where it is: it has
 * the lock, and waiting for itself would be for ever. So has a script's listener that the office
 * calls within a verb: its calls come back on the thread that waits for it.
 *
 * Waiting ends in three ways: the verb was run; the office ends (XTerminateListener); or the office
 * could have run it, again and again, and did not. That is so when this very thread has the lock:
 * a listener of the script was called from within a call of the script. Then the verb runs here. */
#include "internal.h"

#include <osl/conditn.h>
#include <osl/time.h>
#include <rtl/byteseq.h>
#include <rtl/process.h>
#include <string.h>
#include <uno/threadpool.h>

enum stage { WAITING, RUNNING, GIVEN_UP };

/* One verb on its way. The callback may come after the caller has gone: then `in` is not touched,
 * which `stage` sees to. */
typedef struct turn {
  atomic_int stage;
  oslCondition done;
  kp_uno_incoming *in;
  kp_uno_handler verb;
  bool good;
} turn;

static bool leave_waiting(turn *of, int stage) {
  int waiting = WAITING;
  return atomic_compare_exchange_strong(&of->stage, &waiting, stage);
}

/* XCallback: on the office's own thread, under its lock. */
static bool run(kp_uno_incoming *in) {
  turn *of = in->state;
  if (leave_waiting(of, RUNNING)) {
    of->good = of->verb(of->in);
    osl_setCondition(of->done);
  }
  return true;
}

/* XTerminateListener: what is posted from now on may never be run. */
static bool office_ends(kp_uno_incoming *in) {
  turn *of = in->state;
  if (leave_waiting(of, GIVEN_UP))
    osl_setCondition(of->done);
  return true;
}

static void finalize(void *state) {
  turn *of = state;
  if (of->done != NULL)
    osl_destroyCondition(of->done);
}

static const kp_uno_row rows[] = {
    {"com.sun.star.awt.XCallback::notify", run, NULL},
    {"com.sun.star.frame.XTerminateListener::queryTermination", kp_uno_ignore, NULL},
    {"com.sun.star.frame.XTerminateListener::notifyTermination", office_ends, NULL},
    {"com.sun.star.lang.XEventListener::disposing", kp_uno_ignore, NULL},
};
static const char *const interfaces[] = {"com.sun.star.awt.XCallback",
                                         "com.sun.star.frame.XTerminateListener", NULL};

static kp_uno_class turn_class = {
    .implementation = "org.kernpunt.calc.Turn",
    .interfaces = interfaces,
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .state_size = sizeof(turn),
    .finalize = finalize,
};

/* Whether the call began in another process. */
static bool is_from_outside(void) {
  enum { PROCESS = 16 };
  sal_uInt8 ours[PROCESS];
  sal_Sequence *id = NULL;
  rtl_getGlobalProcessId(ours);
  uno_getIdOfCurrentThread(&id);
  bool outside = id != NULL && (id->nElements < PROCESS ||
                                memcmp(id->elements + id->nElements - PROCESS, ours, PROCESS) != 0);
  uno_releaseIdFromCurrentThread();
  if (id != NULL)
    rtl_byte_sequence_release(id);
  return outside;
}

static sal_uInt64 now_in_ms(void) {
  TimeValue now = {0, 0};
  osl_getSystemTime(&now);
  return (sal_uInt64)now.Seconds * 1000 + now.Nanosec / 1000000;
}

/* Whether the office's lock was to be had at once: the question needs it. */
static bool lock_is_free(uno_Interface *model) {
  enum { AT_ONCE = 50 };
  static kp_uno_method ask = KP_UNO_METHOD("com.sun.star.frame.XModel::hasControllersLocked");
  kp_uno_error ignored = KP_UNO_IGNORED;
  sal_Bool answer = 0;
  sal_uInt64 before = now_in_ms();
  kp_uno_call(&ignored, model, &ask, &answer);
  return now_in_ms() - before < AT_ONCE;
}

/* True when the verb has been run or never will be; false when it is to be run here. */
static bool wait(turn *of, uno_Interface *model) {
  enum { OFTEN = 5 };
  const TimeValue moment = {0, 200000000};
  int free = 0;
  oslConditionResult result = osl_waitCondition(of->done, &moment);
  while (result != osl_cond_result_ok) {
    free = lock_is_free(model) ? free + 1 : 0;
    if (free >= OFTEN && leave_waiting(of, GIVEN_UP))
      return false;
    result = osl_waitCondition(of->done, &moment);
  }
  return true;
}

static bool hand_over(kp_uno_incoming *in, uno_Interface *model, uno_Interface *desktop,
                      uno_Interface *later, kp_uno_handler verb) {
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.awt.XRequestCallback::addCallback");
  static kp_uno_method listen = KP_UNO_METHOD("com.sun.star.frame.XDesktop::addTerminateListener");
  static kp_uno_method unlisten =
      KP_UNO_METHOD("com.sun.star.frame.XDesktop::removeTerminateListener");
  kp_uno_error ignored = KP_UNO_IGNORED;
  void *state = NULL;
  uno_Any nothing;
  uno_Interface *object = kp_uno_object_new(&turn_class, &state, in->error);
  if (object == NULL)
    return false;
  turn *of = state;
  of->in = in;
  of->verb = verb;
  of->done = osl_createCondition();
  kp_uno_any_init(&nothing);
  bool good = of->done != NULL || kp_uno_error_memory(in->error);
  if (good && kp_uno_call(in->error, desktop, &listen, NULL, object)) {
    good = kp_uno_call(in->error, later, &add, NULL, object, &nothing);
    if (good && !wait(of, model))
      good = verb(in);
    else if (good)
      good = atomic_load(&of->stage) == RUNNING
                 ? of->good
                 : kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "the office ends");
    kp_uno_call(&ignored, desktop, &unlisten, NULL, object);
  } else {
    good = false;
  }
  kp_uno_release(object);
  return good;
}

bool kp_automation_under_lock(kp_uno_incoming *in, kp_uno_handler verb) {
  uno_Interface *context = *(uno_Interface **)in->state;
  const uno_Any *document = kp_automation_argument(in, "Document");
  uno_Interface *model = NULL;
  uno_Interface *desktop = NULL;
  uno_Interface *later = NULL;
  if (!is_from_outside() || document == NULL || !kp_uno_any_get_interface(document, &model))
    return verb(in); /* without a document there is nothing to write to */
  bool good = kp_uno_singleton(in->error, context, "com.sun.star.frame.theDesktop", &desktop) &&
              kp_uno_create(in->error, context, "com.sun.star.awt.AsyncCallback", &later) &&
              hand_over(in, model, desktop, later, verb);
  kp_uno_release(later);
  kp_uno_release(desktop);
  kp_uno_release(model);
  return good;
}
