/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making a dialog and its end: window, buttons, controls that are no widgets.
 */
#include "internal.h"

#include <stdlib.h>

kp_board *kp_dialog_board(const kp_dialog *dialog) {
  return dialog->board;
}

static bool make_control(kp_uno_error *error, kp_dialog *dialog, const char *service,
                         const char *name, int tab, int push, uno_Interface **control,
                         uno_Interface **model) {
  static kp_uno_method get_model = KP_UNO_METHOD("com.sun.star.awt.XControl::getModel");
  static kp_uno_method create =
      KP_UNO_METHOD("com.sun.star.lang.XMultiServiceFactory::createInstance");
  static kp_uno_method insert =
      KP_UNO_METHOD("com.sun.star.container.XNameContainer::insertByName");
  static kp_uno_method get_control =
      KP_UNO_METHOD("com.sun.star.awt.XControlContainer::getControl");
  uno_Interface *dialog_model = NULL;
  uno_Any any;
  kp_uno_any_init(&any);
  bool good =
      kp_uno_call(error, dialog->window, &get_model, &dialog_model) &&
      kp_uno_call(error, dialog_model, &create, model, service) &&
      kp_uno_property_set_short(error, *model, "TabIndex", (int16_t)tab) &&
      (push == 0 || kp_uno_property_set_short(error, *model, "PushButtonType", (int16_t)push)) &&
      kp_uno_any_set_interface(&any, "com.sun.star.awt.XControlModel", *model, error) &&
      kp_uno_call(error, dialog_model, &insert, NULL, name, &any) &&
      kp_uno_call(error, dialog->window, &get_control, control, name) &&
      (*control != NULL ||
       kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "no control %s", name));
  kp_uno_any_clear(&any);
  kp_uno_release(dialog_model);
  return good;
}

/* Starts listening to a button. Never stopped: the control dies with the
 * dialog. */
static bool listen(kp_uno_error *error, const kp_dialog *dialog, uno_Interface *control) {
  static kp_uno_method add_action = KP_UNO_METHOD("com.sun.star.awt.XButton::addActionListener");
  static kp_uno_method add_focus = KP_UNO_METHOD("com.sun.star.awt.XWindow::addFocusListener");
  return kp_uno_call(error, control, &add_action, NULL, dialog->self) &&
         kp_uno_call(error, control, &add_focus, NULL, dialog->self);
}

bool kp_dialog_add(kp_uno_error *error, kp_dialog *dialog, const char *service, const char *name,
                   int tab, uno_Interface **control, uno_Interface **model) {
  bool good = make_control(error, dialog, service, name, tab, 0, control, model);
  uno_Interface *button = good ? kp_uno_query(*control, "com.sun.star.awt.XButton") : NULL;
  good = good && (button == NULL || listen(error, dialog, button));
  kp_uno_release(button);
  return good;
}

static bool make_buttons(kp_uno_error *error, kp_dialog *dialog) {
  static const char service[] = "com.sun.star.awt.UnoControlButtonModel";
  enum { BEHIND_THE_BOARD = 1000, PUSH_STANDARD = 0, PUSH_CANCEL = 2 };
  uno_Interface *models[KP_DIALOG_BUTTONS] = {NULL, NULL};
  kp_language language = dialog->plan.language;
  bool good = make_control(error, dialog, service, "accept", BEHIND_THE_BOARD, PUSH_STANDARD,
                           &dialog->buttons[KP_DIALOG_ACCEPT], &models[KP_DIALOG_ACCEPT]) &&
              kp_uno_property_set_string(error, models[KP_DIALOG_ACCEPT], "Label",
                                         kp_text_get(dialog->plan.accept, language)) &&
              kp_uno_property_set_bool(error, models[KP_DIALOG_ACCEPT], "DefaultButton", true) &&
              listen(error, dialog, dialog->buttons[KP_DIALOG_ACCEPT]) &&
              make_control(error, dialog, service, "cancel", BEHIND_THE_BOARD + 1, PUSH_CANCEL,
                           &dialog->buttons[KP_DIALOG_CANCEL], &models[KP_DIALOG_CANCEL]) &&
              kp_uno_property_set_string(error, models[KP_DIALOG_CANCEL], "Label",
                                         kp_text_get(KP_TEXT_DIALOG_CANCEL, language));
  kp_uno_release(models[KP_DIALOG_ACCEPT]);
  kp_uno_release(models[KP_DIALOG_CANCEL]);
  return good;
}

static bool make_window(kp_uno_error *error, kp_dialog *dialog) {
  static kp_uno_method set_model = KP_UNO_METHOD("com.sun.star.awt.XControl::setModel");
  static kp_uno_method create_peer = KP_UNO_METHOD("com.sun.star.awt.XControl::createPeer");
  static kp_uno_method get_window = KP_UNO_METHOD("com.sun.star.frame.XFrame::getContainerWindow");
  uno_Interface *context = dialog->plan.context;
  uno_Interface *model = NULL;
  uno_Interface *parent = NULL;
  sal_Bool taken = false;
  bool good = kp_uno_create(error, context, "com.sun.star.awt.UnoControlDialogModel", &model) &&
              kp_uno_property_set_string(error, model, "Title",
                                         kp_text_get(dialog->plan.title, dialog->plan.language)) &&
              kp_uno_create(error, context, "com.sun.star.awt.UnoControlDialog", &dialog->window) &&
              kp_uno_call(error, dialog->window, &set_model, &taken, model) &&
              kp_uno_create(error, context, "com.sun.star.awt.Toolkit", &dialog->toolkit) &&
              kp_uno_call(error, dialog->plan.frame, &get_window, &parent) &&
              kp_uno_call(error, dialog->window, &create_peer, NULL, dialog->toolkit, parent);
  kp_uno_release(parent);
  kp_uno_release(model);
  return good;
}

kp_dialog *kp_dialog_new(kp_uno_error *error, const kp_dialog_plan *plan) {
  enum { USUAL = 230 };
  kp_dialog *dialog = calloc(1, sizeof *dialog);
  if (dialog == NULL) {
    kp_uno_error_memory(error);
    return NULL;
  }
  const kp_board_owner owner = {dialog, kp_dialog_on_event, kp_dialog_on_resized, NULL, false};
  dialog->plan = *plan;
  dialog->message = KP_BOARD_NONE;
  dialog->self = kp_dialog_listener_new(error, dialog);
  if (dialog->self != NULL && make_window(error, dialog))
    dialog->board = kp_board_new(error, plan->context, dialog->window, &owner);
  if (dialog->board == NULL || !make_buttons(error, dialog)) {
    kp_dialog_free(dialog);
    return NULL;
  }
  dialog->width = kp_dialog_pixels(dialog, plan->width > 0 ? plan->width : USUAL);
  return dialog;
}

void kp_dialog_free(kp_dialog *dialog) {
  if (dialog == NULL)
    return;
  dialog->running = false;
  kp_board_free(dialog->board);
  for (int i = 0; i < KP_DIALOG_BUTTONS; i++)
    kp_uno_release(dialog->buttons[i]);
  kp_board_end_window(dialog->window);
  kp_uno_release(dialog->window);
  kp_uno_release(dialog->toolkit);
  if (dialog->self != NULL)
    kp_dialog_listener_forget(dialog->self);
  kp_uno_release(dialog->self);
  free(dialog);
}
