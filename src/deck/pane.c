/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pane as an object: what the sidebar asks of it, and its life. No handler here fails: an
 * exception from getHeightForWidth would abort the office. */
#include "internal.h"
#include "rest.h"

#include "kernpunt/deck.h"
#include "kernpunt/dialog.h"
#include "kernpunt/uno.h"

#include <stdlib.h>
#include <string.h>

enum { TOOLPANEL = 7, MINIMAL_WIDTH = 300 };

static kp_pane *pane_of(kp_uno_incoming *in) {
  return in->state;
}

/* ----------------------------------------------------------------------------------- its kind */

/* Lets go of everything but the context; the kind first keeps what is typed. */
static void close_pane(kp_pane *pane) {
  if (pane->closed || pane->depth > 0)
    return;
  pane->closed = true;
  if (pane->state != NULL && pane->board != NULL && pane->kind->close != NULL)
    pane->kind->close(pane);
  if (pane->desk != NULL)
    kp_desk_close(pane->desk, pane);
  pane->desk = NULL;
  kp_board_end_window(pane->window);
  kp_board_free(pane->board);
  pane->board = NULL;
  kp_footer_free(pane->footer);
  pane->footer = NULL;
  free(pane->state);
  pane->state = NULL;
  kp_uno_release(pane->window);
  kp_uno_release(pane->sidebar);
  kp_uno_release(pane->frame);
  pane->window = pane->sidebar = pane->frame = NULL;
}

/* Asks the office to come back. When it will not, the next change may ask again. */
static void post(kp_pane *pane) {
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.awt.XRequestCallback::addCallback");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *service = NULL;
  uno_Any nothing;
  kp_uno_any_init(&nothing);
  if (pane->posted)
    return;
  pane->posted =
      kp_uno_create(&ignored, pane->context, "com.sun.star.awt.AsyncCallback", &service) &&
      kp_uno_call(&ignored, service, &add, NULL, pane->self, &nothing);
  kp_uno_release(service);
}

/* The office may run on, and end the pane, while its kind is at work: a menu or dialog is open. */
static void enter(kp_pane *pane) {
  kp_uno_acquire(pane->self);
  if (pane->depth++ == 0 && pane->desk != NULL) {
    kp_desk_wake(pane->desk);
    kp_desk_prefer(pane->desk, pane);
  }
}

static void leave(kp_pane *pane) {
  uno_Interface *self = pane->self;
  pane->depth--;
  if (pane->disposed)
    close_pane(pane);
  else if ((pane->pending || pane->round) && pane->depth == 0)
    post(pane);
  kp_uno_release(self);
}

void kp_pane_run(kp_pane *pane, const kp_board_event *event,
                 void (*handle)(kp_pane *pane, const kp_board_event *event)) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (pane->disposed)
    return;
  enter(pane);
  if (event->kind == KP_EVENT_NEXT)
    kp_deck_show(&ignored, pane->context, pane->frame, NULL, true);
  else
    handle(pane, event);
  leave(pane);
}

/* The generic window gives the focus to the sheet that changed: people go on where they were. */
static void take_back(kp_pane *pane, int widget) {
  if (kp_footer_take_back(pane) && !pane->disposed)
    kp_board_focus(pane->board, widget);
}

static void handle(kp_pane *pane, const kp_board_event *event) {
  if (event->kind == KP_EVENT_TEXT)
    kp_footer_typed(pane);
  if (event->kind == KP_EVENT_HELP && !pane->kind->hints)
    kp_pane_help(pane);
  else if (event->kind == KP_EVENT_UNDO)
    take_back(pane, event->widget);
  else
    pane->kind->event(pane, event);
}

static void on_event(void *data, const kp_board_event *event) {
  kp_pane_run(data, event, handle);
}

/* A pane is as high as the deck has room, whatever is on it. */
static void on_resized(void *data) {
  (void)data;
}

static void request_layout(const kp_pane *pane) {
  static kp_uno_method request = KP_UNO_METHOD("com.sun.star.ui.XSidebar::requestLayout");
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (!pane->disposed && pane->sidebar != NULL)
    kp_uno_call(&ignored, pane->sidebar, &request, NULL);
}

void kp_pane_focused(void *data, bool on) {
  const kp_pane *pane = data;
  kp_deck_focused(pane->panel, on);
}

static void on_changed(void *data) {
  kp_pane_refresh(data);
}

/* What the kind knows was read from a desk that goes; its widgets are made anew with it. */
static void leave_desk(kp_pane *pane) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (pane->kind->close != NULL)
    pane->kind->close(pane);
  memset(pane->state, 0, pane->kind->state_size);
  kp_board_cut(pane->board, 0);
  kp_footer_reset(pane);
  pane->kind->build(pane, &ignored);
  kp_desk_close(pane->desk, pane);
  pane->desk = NULL;
}

/* Sees to it that the desk is that of the document in the frame. Not in an event. */
static void take_desk(kp_pane *pane) {
  const kp_desk_watcher watcher = {pane, on_changed};
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *model = NULL;
  uno_Interface *controller = NULL;
  bool there = kp_pane_current(pane, &model, &controller);
  if (pane->desk != NULL && (!there || !kp_uno_same(kp_desk_model(pane->desk), model)))
    leave_desk(pane);
  if (pane->desk == NULL && there)
    pane->desk = kp_desk_open(&ignored, pane->context, model, pane->language, &watcher);
  if (pane->kind->follows && pane->rest == NULL)
    pane->rest = kp_rest_new(pane);
  if (pane->rest != NULL)
    kp_rest_follow(pane->rest, controller);
  kp_uno_release(controller);
  kp_uno_release(model);
}

/* XCallback: the refresh that was asked for, outside of any event. */
static bool notify(kp_uno_incoming *in) {
  kp_pane *pane = pane_of(in);
  pane->posted = false;
  if (!pane->disposed && pane->round && pane->depth == 0 && !kp_board_busy(pane->board)) {
    pane->round = false;
    kp_accordion_run(pane);
  }
  if (pane->disposed || !pane->pending || pane->depth > 0 || kp_board_busy(pane->board))
    return true; /* leave() asks again */
  if (kp_board_gone(pane->board))
    return true;
  pane->pending = false;
  enter(pane);
  kp_board_hold(pane->board, true);
  take_desk(pane);
  kp_footer_look(pane);
  pane->kind->refresh(pane);
  kp_board_hold(pane->board, false);
  if (!pane->disposed && pane->made != kp_board_made(pane->board)) {
    pane->made = kp_board_made(pane->board);
    kp_footer_order(pane);
  }
  if (!pane->disposed) {
    kp_accordion_recall(pane);
    kp_deck_shown(pane->frame, pane->panel);
  }
  if (pane->strip != pane->shrunk)
    request_layout(pane);
  if (!pane->disposed)
    kp_board_paint(pane->board);
  leave(pane);
  return true;
}

/* Also within an event, which as a rule has ended when the office calls; after a longer one leave()
 * asks again. */
void kp_pane_refresh(kp_pane *pane) {
  if (pane->disposed)
    return;
  pane->pending = true;
  post(pane);
}

/* ------------------------------------------------------------------------ what the sidebar asks */

static bool get_real_interface(kp_uno_incoming *in) {
  return kp_uno_return_interface(in, "com.sun.star.uno.XInterface", in->object);
}

static bool get_frame(kp_uno_incoming *in) {
  return kp_uno_return_interface(in, "com.sun.star.frame.XFrame", pane_of(in)->frame);
}

static bool get_resource(kp_uno_incoming *in) {
  return kp_uno_return_string(in, pane_of(in)->resource);
}

static bool get_type(kp_uno_incoming *in) {
  *(sal_Int16 *)in->result = TOOLPANEL;
  return true;
}

static bool get_window(kp_uno_incoming *in) {
  return kp_uno_return_interface(in, "com.sun.star.awt.XWindow", pane_of(in)->window);
}

static bool create_accessible(kp_uno_incoming *in) {
  *(uno_Interface **)in->result = NULL; /* the window's own accessible serves */
  return true;
}

/* With the generic back end the window would keep the widest size it ever had, and the deck a
 * scroll bar below it. */
static void fit_window(const kp_pane *pane, int height) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.awt.XWindow::setPosSize");
  enum { ONLY_SIZE = 12 };
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_call(&ignored, pane->window, &set, NULL, 0, 0, pane->width, height, ONLY_SIZE);
}

/* What is on it, within this height; the footer at its end. */
static void arrange(kp_pane *pane, int width, int height) {
  int foot = kp_footer_height(pane->footer);
  pane->width = width;
  pane->height = height;
  kp_board_limit(pane->board, pane->shrunk ? 0 : height > foot ? height - foot : height);
  kp_board_place(pane->board, width);
  kp_footer_put(pane->footer, width, height);
}

/* A deck in which the panels want a pixel more than there is gives them their least, and part of
 * the rest to folded ones: so the least is little less. */
static bool get_height_for_width(kp_uno_incoming *in) {
  enum { SLACK = 60, ANY = -1 };
  kp_pane *pane = pane_of(in);
  kp_uno_layout_size size = {0, 0, 0};
  if (!pane->disposed && pane->board != NULL) {
    if (pane->width == 0) /* opened for the first time: a folded panel is never asked */
      kp_pane_refresh(pane);
    if (kp_accordion_asked(pane))
      post(pane);
    int height = kp_accordion_height(pane);
    arrange(pane, KP_UNO_ARG(sal_Int32, in, 0), height);
    fit_window(pane, height);
    pane->strip = pane->shrunk;
    size = pane->shrunk
               ? (kp_uno_layout_size){height, height, height}
               : (kp_uno_layout_size){height > 2 * SLACK ? height - SLACK : height, ANY, height};
  }
  *(kp_uno_layout_size *)in->result = size;
  return true;
}

static bool get_minimal_width(kp_uno_incoming *in) {
  *(sal_Int32 *)in->result = MINIMAL_WIDTH;
  return true;
}

static bool window_resized(kp_uno_incoming *in) {
  kp_pane *pane = pane_of(in);
  const kp_uno_window_event *event = in->args[0];
  /* Before the sidebar has given a width, sizes are junk; a wider window is the generic back end's
   * idea of its own controls. */
  if (!pane->disposed && pane->board != NULL && pane->width > 0 && event->width > 0 &&
      event->height > 0 && (event->width < pane->width || event->height != pane->height))
    arrange(pane, event->width < pane->width ? event->width : pane->width, event->height);
  return true;
}

/* ---------------------------------------------------------------------------------- life, class */

static void listen(kp_pane *pane, bool on) {
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.awt.XWindow::addWindowListener");
  static kp_uno_method remove = KP_UNO_METHOD("com.sun.star.awt.XWindow::removeWindowListener");
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (pane->window != NULL)
    kp_uno_call(&ignored, pane->window, on ? &add : &remove, NULL, pane->self);
}

static void dispose_pane(void *state) {
  kp_pane *pane = state;
  if (pane->disposed)
    return;
  kp_accordion_leave(pane);
  pane->disposed = true;
  if (pane->rest != NULL)
    kp_rest_end(pane->rest);
  pane->rest = NULL;
  if (pane->board != NULL && (kp_board_focused(pane->board) != KP_BOARD_NONE ||
                              kp_footer_focused(pane->footer) != KP_BOARD_NONE))
    kp_deck_focused(pane->panel, false);
  listen(pane, false);
  if (pane->board != NULL)
    kp_board_close(pane->board);
  kp_footer_close(pane->footer);
  close_pane(pane);
}

/* The office disposes a pane before its window; should the window go first, nothing is left. */
static bool source_disposing(kp_uno_incoming *in) {
  dispose_pane(in->state);
  return true;
}

static void finalize_pane(void *state) {
  kp_pane *pane = state;
  dispose_pane(pane);
  kp_uno_release(pane->context);
  free(pane->resource);
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
    {"com.sun.star.awt.XCallback::notify", notify, NULL},
    {"com.sun.star.lang.XEventListener::disposing", source_disposing, NULL},
};

static const char *const interfaces[] = {
    "com.sun.star.ui.XUIElement",    "com.sun.star.ui.XToolPanel",
    "com.sun.star.ui.XSidebarPanel", "com.sun.star.awt.XWindowListener",
    "com.sun.star.awt.XCallback",    NULL};

static kp_uno_class pane_class = {
    .implementation = "org.kernpunt.calc.Pane",
    .interfaces = interfaces,
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .state_size = sizeof(kp_pane),
    .dispose = dispose_pane,
    .finalize = finalize_pane,
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

static bool make_window(kp_pane *pane, uno_Interface *parent, kp_uno_error *error) {
  static kp_uno_method create =
      KP_UNO_METHOD("com.sun.star.awt.XContainerWindowProvider::createContainerWindow");
  uno_Interface *provider = NULL;
  bool good =
      kp_uno_create(error, pane->context, "com.sun.star.awt.ContainerWindowProvider", &provider) &&
      kp_uno_call(error, provider, &create, &pane->window,
                  "vnd.sun.star.extension://org.kernpunt.calc/dialogs/Panel.xdl", "", parent,
                  (uno_Interface *)NULL);
  kp_uno_release(provider);
  return good;
}

static bool build(kp_pane *pane, uno_Interface *parent, kp_uno_error *error) {
  static kp_uno_method set_visible = KP_UNO_METHOD("com.sun.star.awt.XWindow::setVisible");
  const kp_board_owner owner = {pane, on_event, on_resized, kp_pane_focused, true};
  if (!make_window(pane, parent, error))
    return false;
  listen(pane, true);
  pane->board = kp_board_new(error, pane->context, pane->window, &owner);
  /* Shown before it is filled: at its first showing the office gives every text that has none a
   * letter of its own, unseen by those who choose ours. */
  return pane->board != NULL && kp_uno_call(error, pane->window, &set_visible, NULL, 1) &&
         pane->kind->build(pane, error);
}

uno_Interface *kp_pane_new(uno_Interface *context, const kp_deck_panel *panel, const char *resource,
                           const uno_Sequence *arguments, kp_uno_error *error) {
  void *state = NULL;
  uno_Interface *object = kp_uno_object_new(&pane_class, &state, error);
  if (object == NULL)
    return NULL;
  kp_pane *pane = state;
  uno_Interface *parent = argument(arguments, "ParentWindow");
  pane->panel = panel;
  pane->kind = panel->kind;
  pane->self = object;
  pane->context = kp_uno_acquire(context);
  pane->frame = argument(arguments, "Frame");
  pane->sidebar = argument(arguments, "Sidebar");
  pane->language = kp_workbook_language(context);
  pane->resource = strdup(resource);
  pane->state = calloc(1, panel->kind->state_size > 0 ? panel->kind->state_size : 1);
  bool good = (pane->resource != NULL && pane->state != NULL) || kp_uno_error_memory(error);
  if (good && (parent == NULL || pane->frame == NULL))
    good = kp_uno_error_set(error, KP_UNO_ILLEGAL_ARGUMENT,
                            "a panel needs the arguments ParentWindow and Frame");
  if (good)
    kp_accordion_join(pane);
  if (good && build(pane, parent, error)) {
    kp_pane_refresh(pane);
  } else {
    dispose_pane(pane);
    kp_uno_release(object);
    object = NULL;
  }
  kp_uno_release(parent);
  return object;
}
