/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The service that opens a session for a workbook that was set up, whether or not its sidebar is
 * ever shown: registry/Jobs.xcu has the office call it for every spreadsheet that comes up. */
#include "internal.h"

#include "kernpunt/uno.h"

static void ignore_change(void *data) {
  (void)data;
}

void kp_session_keep(uno_Interface *context, uno_Interface *model) {
  static char nobody;
  const kp_desk_watcher watcher = {&nobody, ignore_change};
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_desk *desk = kp_desk_open(&ignored, context, model, kp_workbook_language(context), &watcher);
  if (desk != NULL)
    kp_desk_close(desk, &nobody);
}

/* The named value, borrowed; NULL when there is none. */
static const uno_Any *named(const uno_Sequence *values, const char *name) {
  for (sal_Int32 i = 0; values != NULL && i < values->nElements; i++) {
    const kp_uno_named_value *value = &KP_UNO_ELEMENTS(const kp_uno_named_value, values)[i];
    if (kp_uno_string_is(value->name, name))
      return &value->value;
  }
  return NULL;
}

/* The office may call from any thread: what a session shares is touched on its own, later. */
static bool execute(kp_uno_incoming *in) {
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.awt.XRequestCallback::addCallback");
  static const char values[] = "[]com.sun.star.beans.NamedValue";
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *context = *(uno_Interface **)in->state;
  const uno_Any *environment = named(KP_UNO_ARG(uno_Sequence *, in, 0), "Environment");
  const uno_Any *document =
      environment != NULL ? named(kp_uno_any_get_sequence(environment, values), "Model") : NULL;
  uno_Interface *later = NULL;
  if (document != NULL &&
      kp_uno_create(&ignored, context, "com.sun.star.awt.AsyncCallback", &later))
    kp_uno_call(&ignored, later, &add, NULL, in->object, document);
  kp_uno_release(later);
  kp_uno_any_init(in->result);
  return true;
}

static bool notify(kp_uno_incoming *in) {
  uno_Interface *model = NULL;
  if (kp_uno_any_get_interface(in->args[0], &model))
    kp_session_keep(*(uno_Interface **)in->state, model);
  kp_uno_release(model);
  return true;
}

static const kp_uno_row rows[] = {
    {"com.sun.star.task.XJob::execute", execute, NULL},
    {"com.sun.star.awt.XCallback::notify", notify, NULL},
};
static const char *const services[] = {"org.kernpunt.calc.Session", NULL};
static const char *const interfaces[] = {"com.sun.star.task.XJob", "com.sun.star.awt.XCallback",
                                         NULL};

kp_uno_class kp_session_class = {
    .implementation = "org.kernpunt.calc.Session",
    .services = services,
    .interfaces = interfaces,
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .state_size = sizeof(uno_Interface *),
    .finalize = kp_uno_context_finalize,
};

bool kp_session_create(uno_Interface *context, const uno_Sequence *arguments,
                       uno_Interface **result, kp_uno_error *error) {
  (void)arguments;
  return kp_uno_context_object(&kp_session_class, context, result, error);
}
