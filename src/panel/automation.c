/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The automation service: what tests and scripts may ask of the library (see kernpunt/panel.h). */
#include "internal.h"

#ifndef KP_VERSION
#define KP_VERSION "unknown"
#endif

static const char answer_type[] = "[]com.sun.star.beans.NamedValue";

/* The named value gets its name; its value is filled through the pointer. */
static uno_Any *name_value(uno_Sequence *sequence, size_t i, const char *name) {
  kp_uno_named_value *value = &KP_UNO_ELEMENTS(kp_uno_named_value, sequence)[i];
  rtl_uString *text = kp_uno_string_new(name);
  if (text == NULL)
    return NULL;
  rtl_uString_release(value->name);
  value->name = text;
  return &value->value;
}

static bool answer_status(kp_uno_incoming *in) {
  uno_Sequence *answer = kp_uno_sequence_new(answer_type, 2);
  uno_Any *version = answer != NULL ? name_value(answer, 0, "Version") : NULL;
  uno_Any *objects = answer != NULL ? name_value(answer, 1, "LiveObjects") : NULL;
  bool good = (version != NULL && objects != NULL) || kp_uno_error_memory(in->error);
  if (good) {
    kp_uno_any_set_long(objects, (int32_t)kp_uno_object_count());
    good = kp_uno_any_set_string(version, KP_VERSION, in->error);
  }
  if (good) {
    uno_Any *result = in->result;
    kp_uno_any_init(result);
    good = kp_uno_any_set(result, answer_type, &answer, in->error);
  }
  kp_uno_sequence_free(answer, answer_type);
  return good;
}

static const struct {
  const char *verb;
  kp_uno_handler answer;
} verbs[] = {
    {"status", answer_status},
};

static bool execute(kp_uno_incoming *in) {
  const uno_Sequence *arguments = KP_UNO_ARG(uno_Sequence *, in, 0);
  const kp_uno_named_value *list = KP_UNO_ELEMENTS(const kp_uno_named_value, arguments);
  for (sal_Int32 i = 0; i < arguments->nElements; i++) {
    if (!kp_uno_string_is(list[i].name, "Verb") ||
        list[i].value.pType->eTypeClass != typelib_TypeClass_STRING)
      continue;
    for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++)
      if (kp_uno_string_is(*(rtl_uString *const *)list[i].value.pData, verbs[v].verb))
        return verbs[v].answer(in);
  }
  return kp_uno_error_set(in->error, KP_UNO_ILLEGAL_ARGUMENT, "no such Verb");
}

static const kp_uno_row rows[] = {
    {"com.sun.star.task.XJob::execute", execute, NULL},
};
static const char *const services[] = {"org.kernpunt.calc.Automation", NULL};
static const char *const interfaces[] = {"com.sun.star.task.XJob", NULL};

kp_uno_class kp_automation_class = {
    .implementation = "org.kernpunt.calc.Automation",
    .services = services,
    .interfaces = interfaces,
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
};

bool kp_automation_create(uno_Interface *context, const uno_Sequence *arguments,
                          uno_Interface **result, kp_uno_error *error) {
  (void)context;
  (void)arguments;
  *result = kp_uno_object_new(&kp_automation_class, NULL, error);
  return *result != NULL;
}
