/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The factory the sidebar asks for panels. */
#include "kernpunt/deck.h"

#include <stdlib.h>

typedef struct factory {
  uno_Interface *context;
} factory;

static bool create_element(kp_uno_incoming *in) {
  const factory *self = in->state;
  char *resource = kp_uno_string_utf8(KP_UNO_ARG(rtl_uString *, in, 0));
  uno_Interface *panel = NULL;
  bool good = resource != NULL || kp_uno_error_memory(in->error);
  const kp_deck_panel *known = resource != NULL ? kp_deck_panel_find(resource) : NULL;
  if (resource != NULL && known == NULL)
    good = kp_uno_error_set(in->error, "com.sun.star.container.NoSuchElementException",
                            "no panel %s", resource);
  if (good) {
    panel =
        kp_pane_new(self->context, known, resource, KP_UNO_ARG(uno_Sequence *, in, 1), in->error);
    good = panel != NULL && kp_uno_return_interface(in, "com.sun.star.ui.XUIElement", panel);
  }
  kp_uno_release(panel);
  free(resource);
  return good;
}

static void finalize_factory(void *state) {
  kp_uno_release(((factory *)state)->context);
}

static const kp_uno_row rows[] = {
    {"com.sun.star.ui.XUIElementFactory::createUIElement", create_element, NULL},
};
static const char *const services[] = {"org.kernpunt.calc.PanelFactory", NULL};
static const char *const interfaces[] = {"com.sun.star.ui.XUIElementFactory", NULL};

kp_uno_class kp_deck_factory_class = {
    .implementation = "org.kernpunt.calc.PanelFactory",
    .services = services,
    .interfaces = interfaces,
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .state_size = sizeof(factory),
    .finalize = finalize_factory,
};

bool kp_deck_factory_create(uno_Interface *context, const uno_Sequence *arguments,
                            uno_Interface **result, kp_uno_error *error) {
  void *state = NULL;
  uno_Interface *object = kp_uno_object_new(&kp_deck_factory_class, &state, error);
  (void)arguments;
  if (object == NULL)
    return false;
  ((factory *)state)->context = kp_uno_acquire(context);
  *result = object;
  return true;
}
