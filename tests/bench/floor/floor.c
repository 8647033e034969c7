/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The floor of the benchmark: functions that receive their cells and answer 1. */
#include "kernpunt/uno.h"

#define FLOOR "org.kernpunt.bench.XFloor"
#define EXPORT __attribute__((visibility("default")))

EXPORT void *floor_component_getFactory(const char *implementation, void *manager, void *key);

static bool answer(kp_uno_incoming *in) {
  kp_uno_any_init(in->result);
  kp_uno_any_set_double(in->result, 1);
  return true;
}

static const kp_uno_row rows[] = {
    {FLOOR "::score", answer, NULL},
    {FLOOR "::table", answer, NULL},
    {FLOOR "::deltaTable", answer, NULL},
    {FLOOR "::drivers", answer, NULL},
};

static const char *const services[] = {"KPBENCH", NULL};
static const char *const interfaces[] = {FLOOR, NULL};

static kp_uno_class floor_class = {
    .implementation = "org.kernpunt.bench.Floor",
    .services = services,
    .interfaces = interfaces,
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
};

static bool create(uno_Interface *context, const uno_Sequence *arguments, uno_Interface **result,
                   kp_uno_error *error) {
  (void)context;
  (void)arguments;
  *result = kp_uno_object_new(&floor_class, NULL, error);
  return *result != NULL;
}

static const kp_uno_component components[] = {{&floor_class, create}};

void *floor_component_getFactory(const char *implementation, void *manager, void *key) {
  (void)manager;
  (void)key;
  return kp_uno_component_factory(components, sizeof components / sizeof *components,
                                  implementation);
}
