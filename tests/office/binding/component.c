/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one exported function, as the office's loader wants it. */
#include "binding.h"

#define EXPORT __attribute__((visibility("default")))

EXPORT void *binding_component_getFactory(const char *implementation, void *manager, void *key);

static bool make_kinds(uno_Interface *context, const uno_Sequence *arguments,
                       uno_Interface **result, kp_uno_error *error) {
  (void)context;
  (void)arguments;
  *result = kp_uno_object_new(&test_kinds_class, NULL, error);
  return *result != NULL;
}

static bool make_driver(uno_Interface *context, const uno_Sequence *arguments,
                        uno_Interface **result, kp_uno_error *error) {
  (void)context;
  (void)arguments;
  *result = kp_uno_object_new(&test_driver_class, NULL, error);
  return *result != NULL;
}

/* A class with a spelling mistake: creating it must say so to whoever asked. */
static const kp_uno_row wrong_rows[] = {{TEST_DRIVER "::lisen", kp_uno_ignore, NULL}};
static kp_uno_class wrong_class = {
    .implementation = TEST "comp.WrongTable", .rows = wrong_rows, .row_count = 1};

static bool make_wrong(uno_Interface *context, const uno_Sequence *arguments,
                       uno_Interface **result, kp_uno_error *error) {
  (void)context;
  (void)arguments;
  *result = kp_uno_object_new(&wrong_class, NULL, error);
  return *result != NULL;
}

static const kp_uno_component components[] = {
    {&test_kinds_class, make_kinds},
    {&test_driver_class, make_driver},
    {&wrong_class, make_wrong},
};

void *binding_component_getFactory(const char *implementation, void *manager, void *key) {
  (void)manager;
  (void)key;
  return kp_uno_component_factory(components, sizeof components / sizeof *components,
                                  implementation);
}
