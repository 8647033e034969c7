/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The factory object the office asks a component library for. */
#include "internal.h"

#include <string.h>

typedef struct factory {
  const kp_uno_component *component;
} factory;

static bool create(kp_uno_incoming *in, uno_Interface *context, const uno_Sequence *arguments) {
  const factory *self = in->state;
  uno_Interface *instance = NULL;
  if (!self->component->create(context, arguments, &instance, in->error))
    return false;
  if (instance == NULL)
    return kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "%s made no object",
                            self->component->class->implementation);
  /* A creator may hand out an object of the office, by whatever interface it has it. */
  bool good = kp_uno_return_interface(in, "com.sun.star.uno.XInterface", instance);
  kp_uno_release(instance);
  return good;
}

static bool create_plain(kp_uno_incoming *in) {
  return create(in, KP_UNO_ARG(uno_Interface *, in, 0), NULL);
}

static bool create_with_arguments(kp_uno_incoming *in) {
  return create(in, KP_UNO_ARG(uno_Interface *, in, 1), KP_UNO_ARG(uno_Sequence *, in, 0));
}

bool kp_uno_context_object(kp_uno_class *class, uno_Interface *context, uno_Interface **result,
                           kp_uno_error *error) {
  void *state = NULL;
  *result = kp_uno_object_new(class, &state, error);
  if (*result != NULL)
    *(uno_Interface **)state = kp_uno_acquire(context);
  return *result != NULL;
}

void kp_uno_context_finalize(void *state) {
  kp_uno_release(*(uno_Interface **)state);
}

static const kp_uno_row factory_rows[] = {
    {"com.sun.star.lang.XSingleComponentFactory::createInstanceWithContext", create_plain, NULL},
    {"com.sun.star.lang.XSingleComponentFactory::createInstanceWithArgumentsAndContext",
     create_with_arguments, NULL},
};
static const char *const factory_interfaces[] = {"com.sun.star.lang.XSingleComponentFactory", NULL};

static kp_uno_class factory_class = {
    .implementation = "org.kernpunt.uno.Factory",
    .interfaces = factory_interfaces,
    .rows = factory_rows,
    .row_count = sizeof factory_rows / sizeof *factory_rows,
    .state_size = sizeof(factory),
};

void *kp_uno_component_factory(const kp_uno_component *components, size_t count,
                               const char *implementation) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  for (size_t i = 0; i < count; i++) {
    if (strcmp(components[i].class->implementation, implementation) == 0) {
      void *state = NULL;
      uno_Interface *object = kp_uno_object_new(&factory_class, &state, &error);
      if (object != NULL)
        ((factory *)state)->component = &components[i];
      return object;
    }
  }
  return NULL;
}
