/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panel as an object: what the sidebar asks of it, and the events of its controls. No handler
 * here fails: an exception from getHeightForWidth would abort the office. */
#include "internal.h"

#include "kernpunt/workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <osl/time.h>

enum { TOOLPANEL = 7, MINIMAL_WIDTH = 180, COUNTED_CHARACTERS = 200 };

/* Milliseconds within which a second Ctrl+Enter is the first one again. */
#define KEY_ECHO 250U

static kp_panel *panel_of(kp_uno_incoming *in) {
  return in->state;
}

/* ------------------------------------------------------------------------ what the sidebar asks */

static bool get_real_interface(kp_uno_incoming *in) {
  return kp_uno_return_interface(in, "com.sun.star.uno.XInterface", in->object);
}

static bool get_frame(kp_uno_incoming *in) {
  return kp_uno_return_interface(in, "com.sun.star.frame.XFrame", panel_of(in)->frame);
}

static bool get_resource(kp_uno_incoming *in) {
  return kp_uno_return_string(in, panel_of(in)->resource);
}

static bool get_type(kp_uno_incoming *in) {
  *(sal_Int16 *)in->result = TOOLPANEL;
  return true;
}

static bool get_window(kp_uno_incoming *in) {
  return kp_uno_return_interface(in, "com.sun.star.awt.XWindow", panel_of(in)->window);
}

static bool create_accessible(kp_uno_incoming *in) {
  *(uno_Interface **)in->result = NULL; /* the window's own accessible serves */
  return true;
}

static bool get_height_for_width(kp_uno_incoming *in) {
  sal_Int32 height = kp_panel_place(panel_of(in), KP_UNO_ARG(sal_Int32, in, 0));
  *(kp_uno_layout_size *)in->result = (kp_uno_layout_size){height, height, height};
  return true;
}

static bool get_minimal_width(kp_uno_incoming *in) {
  *(sal_Int32 *)in->result = MINIMAL_WIDTH;
  return true;
}

/* -------------------------------------------------------------------------------------- events */

static bool window_resized(kp_uno_incoming *in) {
  kp_panel *panel = panel_of(in);
  const kp_uno_window_event *event = in->args[0];
  /* Before the sidebar has given a width, sizes are junk; a wider window is the generic back end's
   * idea of its own controls. */
  if (panel->width > 0 && event->width > 0 && event->width < panel->width)
    kp_panel_place(panel, event->width);
  return true;
}

static void count_characters(kp_panel *panel) {
  char *text = kp_panel_text(panel, KP_PANEL_WHAT);
  size_t length = text != NULL ? kp_text_length(text) : 0;
  bool close = length + COUNTED_CHARACTERS > KP_TEXT_MAXIMUM;
  bool over = length > KP_TEXT_MAXIMUM;
  if (close) {
    char number[24];
    snprintf(number, sizeof number, "%zu",
             over ? length - KP_TEXT_MAXIMUM : KP_TEXT_MAXIMUM - length);
    char *said = kp_text_fill(over ? KP_TEXT_WHAT_LONG : KP_TEXT_CHARACTERS_LEFT, panel->language,
                              number, NULL);
    if (said != NULL)
      kp_panel_say(panel, said, over);
    free(said);
  } else if (panel->counting) {
    kp_panel_say(panel, "", false);
  }
  panel->counting = close;
  free(text);
}

static bool text_changed(kp_uno_incoming *in) {
  kp_panel *panel = panel_of(in);
  const kp_uno_text_event *event = in->args[0];
  if (panel->disposed)
    return true;
  kp_panel_control control = kp_panel_find(panel, event->base.source);
  if (control == KP_PANEL_DEADLINE)
    kp_panel_show_echo(panel);
  else if (control == KP_PANEL_WHAT)
    count_characters(panel);
  return true;
}

/* With gtk3 a key press arrives twice: the second one must not save an emptied form, nor ask the
 * question again that was just answered with no. */
static void save_by_key(kp_panel *panel) {
  if (panel->busy || osl_getGlobalTimer() - panel->saved_at < KEY_ECHO)
    return;
  kp_panel_save(panel);
  panel->saved_at = osl_getGlobalTimer();
}

/* Ctrl+Enter saves from any field. Enter alone goes on to the next one: in a field of one line it
 * would do nothing, and people expect it to do something that keeps the text. */
static bool key_pressed(kp_uno_incoming *in) {
  kp_panel *panel = panel_of(in);
  const kp_uno_key_event *event = in->args[0];
  if (panel->disposed || event->key_code != KP_UNO_KEY_RETURN)
    return true;
  if (event->base.modifiers == KP_UNO_MODIFIER_MOD1) {
    save_by_key(panel);
  } else if (event->base.modifiers == 0) {
    kp_panel_control control = kp_panel_find(panel, event->base.base.source);
    if (control == KP_PANEL_OWNER)
      kp_panel_focus(panel, KP_PANEL_DEADLINE);
    else if (control == KP_PANEL_DEADLINE)
      kp_panel_focus(panel, KP_PANEL_STATUS);
  }
  return true;
}

static bool action_performed(kp_uno_incoming *in) {
  kp_panel *panel = panel_of(in);
  const kp_uno_action_event *event = in->args[0];
  if (panel->disposed || panel->busy)
    return true;
  switch (kp_panel_find(panel, event->base.source)) {
  case KP_PANEL_DEADLINE_MENU:
    kp_panel_choose_deadline(panel);
    break;
  case KP_PANEL_STATUS:
    kp_panel_choose_status(panel);
    break;
  case KP_PANEL_SAVE:
    kp_panel_save(panel);
    break;
  default:
    break;
  }
  return true;
}

/* The office disposes a panel before its window; should the window go first, nothing is left. */
static bool source_disposing(kp_uno_incoming *in) {
  kp_panel_detach(panel_of(in));
  return true;
}

/* --------------------------------------------------------------------------------------- class */

static void dispose_panel(void *state) {
  kp_panel_detach(state);
}

static void finalize_panel(void *state) {
  kp_panel *panel = state;
  kp_panel_detach(panel);
  kp_uno_release(panel->context);
  free(panel->resource);
}

static const kp_uno_row rows[] = {
    {"com.sun.star.ui.XUIElement::Frame", get_frame, NULL},
    {"com.sun.star.ui.XUIElement::ResourceURL", get_resource, NULL},
    {"com.sun.star.ui.XUIElement::Type", get_type, NULL},
    {"com.sun.star.ui.XUIElement::getRealInterface", get_real_interface, NULL},
    {"com.sun.star.ui.XToolPanel::Window", get_window, NULL},
    {"com.sun.star.ui.XToolPanel::createAccessible", create_accessible, NULL},
    {"com.sun.star.ui.XSidebarPanel::getHeightForWidth", get_height_for_width, NULL},
    {"com.sun.star.ui.XSidebarPanel::getMinimalWidth", get_minimal_width, NULL},
    {"com.sun.star.awt.XWindowListener::windowResized", window_resized, NULL},
    {"com.sun.star.awt.XWindowListener::windowMoved", kp_uno_ignore, NULL},
    {"com.sun.star.awt.XWindowListener::windowShown", kp_uno_ignore, NULL},
    {"com.sun.star.awt.XWindowListener::windowHidden", kp_uno_ignore, NULL},
    {"com.sun.star.awt.XTextListener::textChanged", text_changed, NULL},
    {"com.sun.star.awt.XKeyListener::keyPressed", key_pressed, NULL},
    {"com.sun.star.awt.XKeyListener::keyReleased", kp_uno_ignore, NULL},
    {"com.sun.star.awt.XActionListener::actionPerformed", action_performed, NULL},
    {"com.sun.star.util.XCloseListener::queryClosing", kp_panel_query_closing, NULL},
    {"com.sun.star.util.XCloseListener::notifyClosing", kp_uno_ignore, NULL},
    {"com.sun.star.lang.XEventListener::disposing", source_disposing, NULL},
};

static const char *const interfaces[] = {"com.sun.star.ui.XUIElement",
                                         "com.sun.star.ui.XToolPanel",
                                         "com.sun.star.ui.XSidebarPanel",
                                         "com.sun.star.awt.XWindowListener",
                                         "com.sun.star.awt.XTextListener",
                                         "com.sun.star.awt.XKeyListener",
                                         "com.sun.star.awt.XActionListener",
                                         "com.sun.star.util.XCloseListener",
                                         NULL};

static kp_uno_class panel_class = {
    .implementation = "org.kernpunt.calc.ActionPanel",
    .interfaces = interfaces,
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .state_size = sizeof(kp_panel),
    .dispose = dispose_panel,
    .finalize = finalize_panel,
};

/* An interface among the named arguments, acquired; NULL when it is not there. */
static uno_Interface *argument(const uno_Sequence *arguments, const char *name) {
  const kp_uno_property_value *list = KP_UNO_ELEMENTS(const kp_uno_property_value, arguments);
  uno_Interface *found = NULL;
  for (sal_Int32 i = 0; i < arguments->nElements; i++)
    if (found == NULL && kp_uno_string_is(list[i].name, name))
      kp_uno_any_get_interface(&list[i].value, &found);
  return found;
}

uno_Interface *kp_panel_new(uno_Interface *context, const char *resource,
                            const uno_Sequence *arguments, kp_uno_error *error) {
  void *state = NULL;
  uno_Interface *object = kp_uno_object_new(&panel_class, &state, error);
  if (object == NULL)
    return NULL;
  kp_panel *panel = state;
  uno_Interface *parent = argument(arguments, "ParentWindow");
  panel->self = object;
  panel->context = kp_uno_acquire(context);
  panel->frame = argument(arguments, "Frame");
  panel->sidebar = argument(arguments, "Sidebar");
  panel->language = kp_workbook_language(context);
  panel->saved_at = osl_getGlobalTimer() - KEY_ECHO;
  size_t size = strlen(resource) + 1;
  bool good = true;
  panel->resource = malloc(size);
  if (panel->resource != NULL)
    memcpy(panel->resource, resource, size);
  else
    good = kp_uno_error_memory(error);
  if (good && (parent == NULL || panel->frame == NULL))
    good = kp_uno_error_set(error, KP_UNO_ILLEGAL_ARGUMENT,
                            "a panel needs the arguments ParentWindow and Frame");
  good = good && kp_panel_build(panel, parent, error);
  if (!good) {
    kp_panel_detach(panel);
    kp_uno_release(object);
    object = NULL;
  }
  kp_uno_release(parent);
  return object;
}
