/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a dialog runs: what it hears, and how it ends. */
#include "internal.h"

void kp_dialog_end(kp_dialog *dialog, bool accepted) {
  static kp_uno_method end = KP_UNO_METHOD("com.sun.star.awt.XDialog2::endDialog");
  kp_uno_error ignored = KP_UNO_IGNORED;
  dialog->accepted = accepted;
  kp_uno_call(&ignored, dialog->window, &end, NULL, accepted ? 1 : 0);
}

void kp_dialog_say(kp_dialog *dialog, const char *text, int widget) {
  kp_board_set_label(dialog->board, dialog->message, text);
  kp_board_set_strong(dialog->board, dialog->message, true);
  kp_board_replace(dialog->board);
  if (widget != KP_BOARD_NONE)
    kp_board_focus(dialog->board, widget);
}

static void accept(kp_dialog *dialog) {
  if (dialog->answering || !dialog->running)
    return;
  dialog->answering = true;
  bool good = dialog->plan.accepted == NULL || dialog->plan.accepted(dialog->plan.data);
  dialog->answering = false;
  if (good)
    kp_dialog_end(dialog, true);
}

void kp_dialog_on_event(void *data, const kp_board_event *event) {
  kp_dialog *dialog = data;
  if (event->kind == KP_EVENT_SAVE)
    accept(dialog);
  else if (event->kind == KP_EVENT_HELP)
    kp_dialog_help(dialog->plan.context, dialog->plan.language, dialog->plan.help);
  else if (dialog->plan.event != NULL)
    dialog->plan.event(dialog->plan.data, event);
}

void kp_dialog_on_resized(void *data) {
  kp_dialog_fit(data);
}

/* The object that listens; its state is the dialog, or NULL when that is gone.
 */
static kp_dialog *heard(const kp_uno_incoming *in) {
  kp_dialog *dialog = *(kp_dialog *const *)in->state;
  return dialog != NULL && dialog->running ? dialog : NULL;
}

static bool on_action(kp_uno_incoming *in) {
  uno_Interface *source = KP_UNO_ARG(kp_uno_action_event, in, 0).base.source;
  kp_dialog *dialog = heard(in);
  if (dialog == NULL)
    return true;
  if (kp_uno_same(source, dialog->buttons[KP_DIALOG_ACCEPT]))
    accept(dialog);
  else if (dialog->plan.pressed != NULL)
    dialog->plan.pressed(dialog->plan.data, source);
  return true;
}

static bool on_focus(kp_uno_incoming *in, bool has) {
  kp_dialog *dialog = heard(in);
  if (dialog != NULL && dialog->plan.focused != NULL)
    dialog->plan.focused(dialog->plan.data, KP_UNO_ARG(kp_uno_focus_event, in, 0).base.source, has);
  return true;
}

static bool on_focus_gained(kp_uno_incoming *in) {
  return on_focus(in, true);
}

static bool on_focus_lost(kp_uno_incoming *in) {
  return on_focus(in, false);
}

/* Before any control: F1 would open the office's own help, arrows would walk
 * through the buttons.
 */
static bool on_key(kp_uno_incoming *in) {
  const kp_uno_key_event *event = &KP_UNO_ARG(kp_uno_key_event, in, 0);
  kp_dialog *dialog = heard(in);
  bool used = false;
  if (dialog != NULL && event->base.modifiers == 0) {
    used = event->key_code == KP_UNO_KEY_F1;
    if (used)
      kp_dialog_help(dialog->plan.context, dialog->plan.language, dialog->plan.help);
    else if (dialog->plan.key != NULL)
      used = dialog->plan.key(dialog->plan.data, event->key_code);
  }
  *(sal_Bool *)in->result = used;
  return true;
}

static bool on_key_released(kp_uno_incoming *in) {
  *(sal_Bool *)in->result = false;
  return true;
}

static bool on_query_closing(kp_uno_incoming *in) {
  return heard(in) == NULL || kp_uno_error_set(in->error, "com.sun.star.util.CloseVetoException",
                                               "a dialog of Kernpunt is open");
}

static const kp_uno_row rows[] = {
    {"com.sun.star.awt.XActionListener::actionPerformed", on_action, NULL},
    {"com.sun.star.awt.XFocusListener::focusGained", on_focus_gained, NULL},
    {"com.sun.star.awt.XFocusListener::focusLost", on_focus_lost, NULL},
    {"com.sun.star.awt.XKeyHandler::keyPressed", on_key, NULL},
    {"com.sun.star.awt.XKeyHandler::keyReleased", on_key_released, NULL},
    {"com.sun.star.util.XCloseListener::queryClosing", on_query_closing, NULL},
    {"com.sun.star.util.XCloseListener::notifyClosing", kp_uno_ignore, NULL},
    {"com.sun.star.lang.XEventListener::disposing", kp_uno_ignore, NULL},
};
static const char *const interfaces[] = {
    "com.sun.star.awt.XActionListener", "com.sun.star.awt.XFocusListener",
    "com.sun.star.awt.XKeyHandler", "com.sun.star.util.XCloseListener", NULL};

static kp_uno_class listener_class = {
    .implementation = "org.kernpunt.calc.DialogListener",
    .interfaces = interfaces,
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .state_size = sizeof(kp_dialog *),
};

uno_Interface *kp_dialog_listener_new(kp_uno_error *error, kp_dialog *dialog) {
  void *state = NULL;
  uno_Interface *object = kp_uno_object_new(&listener_class, &state, error);
  if (object != NULL)
    *(kp_dialog **)state = dialog;
  return object;
}

void kp_dialog_listener_forget(uno_Interface *listener) {
  kp_dialog **state = kp_uno_object_state(listener, &listener_class);
  if (state != NULL)
    *state = NULL;
}

/* -------------------------------------------------------------------------------------
 * running */

/* The document in the frame, acquired; NULL when there is none. */
static uno_Interface *document_of(uno_Interface *frame) {
  static kp_uno_method get_controller = KP_UNO_METHOD("com.sun.star.frame.XFrame::getController");
  static kp_uno_method get_model = KP_UNO_METHOD("com.sun.star.frame.XController::getModel");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *controller = NULL;
  uno_Interface *model = NULL;
  if (kp_uno_call(&ignored, frame, &get_controller, &controller))
    kp_uno_call(&ignored, controller, &get_model, &model);
  kp_uno_release(controller);
  return model;
}

/* Hears keys, and keeps the document from closing under the dialog. */
static void hold(const kp_dialog *dialog, uno_Interface *document, bool on) {
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.util.XCloseBroadcaster::addCloseListener");
  static kp_uno_method remove =
      KP_UNO_METHOD("com.sun.star.util.XCloseBroadcaster::removeCloseListener");
  static kp_uno_method add_keys = KP_UNO_METHOD("com.sun.star.awt.XExtendedToolkit::addKeyHandler");
  static kp_uno_method remove_keys =
      KP_UNO_METHOD("com.sun.star.awt.XExtendedToolkit::removeKeyHandler");
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_call(&ignored, dialog->toolkit, on ? &add_keys : &remove_keys, NULL, dialog->self);
  if (document != NULL)
    kp_uno_call(&ignored, document, on ? &add : &remove, NULL, dialog->self);
}

bool kp_dialog_run(kp_dialog *dialog, int first) {
  static kp_uno_method execute = KP_UNO_METHOD("com.sun.star.awt.XDialog::execute");
  static kp_uno_method focus = KP_UNO_METHOD("com.sun.star.awt.XWindow::setFocus");
  kp_uno_error ignored = KP_UNO_IGNORED;
  sal_Int16 answer = 0;
  dialog->message = kp_dialog_widget(&ignored, dialog->board, "message", KP_WIDGET_NOTE, "");
  kp_dialog_fit(dialog);
  kp_dialog_centre(dialog);
  uno_Interface *document = document_of(dialog->plan.frame);
  dialog->running = true;
  hold(dialog, document, true);
  if (first != KP_BOARD_NONE)
    kp_board_focus(dialog->board, first);
  else if (dialog->plan.place ==
           NULL) /* with gtk3 nothing hears Enter when nothing has the focus */
    kp_uno_call(&ignored, dialog->buttons[KP_DIALOG_ACCEPT], &focus, NULL);
  kp_uno_call(&ignored, dialog->window, &execute, &answer);
  hold(dialog, document, false);
  dialog->running = false;
  kp_uno_release(document);
  return dialog->accepted;
}
