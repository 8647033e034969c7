/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window and its controls: made in code, because the labels and their order are data. */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

typedef enum kind { KIND_LABEL, KIND_NOTE, KIND_LINE, KIND_LINES, KIND_BUTTON, KIND_ICON } kind;

typedef struct control_info {
  const char *name; /* for tests and scripts: keep */
  kind kind;
  kp_text label;
  kp_text help;
} control_info;

static const control_info infos[KP_PANEL_CONTROLS] = {
    [KP_PANEL_WHAT_LABEL] = {"what_label", KIND_LABEL, KP_TEXT_LABEL_WHAT, KP_TEXT_NONE},
    [KP_PANEL_WHAT] = {"what", KIND_LINES, KP_TEXT_NONE, KP_TEXT_HELP_WHAT},
    [KP_PANEL_OWNER_LABEL] = {"owner_label", KIND_LABEL, KP_TEXT_LABEL_OWNER, KP_TEXT_NONE},
    [KP_PANEL_OWNER] = {"owner", KIND_LINE, KP_TEXT_NONE, KP_TEXT_HELP_OWNER},
    [KP_PANEL_DEADLINE_LABEL] = {"deadline_label", KIND_LABEL, KP_TEXT_LABEL_DEADLINE,
                                 KP_TEXT_NONE},
    [KP_PANEL_DEADLINE] = {"deadline", KIND_LINE, KP_TEXT_NONE, KP_TEXT_HELP_DEADLINE},
    [KP_PANEL_DEADLINE_MENU] = {"deadline_menu", KIND_ICON, KP_TEXT_NONE,
                                KP_TEXT_HELP_DEADLINE_MENU},
    [KP_PANEL_DEADLINE_ECHO] = {"deadline_echo", KIND_NOTE, KP_TEXT_HINT_DEADLINE, KP_TEXT_NONE},
    [KP_PANEL_STATUS_LABEL] = {"status_label", KIND_LABEL, KP_TEXT_LABEL_STATUS, KP_TEXT_NONE},
    [KP_PANEL_STATUS] = {"status", KIND_BUTTON, KP_TEXT_STATUS_TODO, KP_TEXT_NONE},
    [KP_PANEL_SAVE] = {"save", KIND_BUTTON, KP_TEXT_BUTTON_SAVE, KP_TEXT_HELP_SAVE},
    [KP_PANEL_MESSAGE] = {"message", KIND_NOTE, KP_TEXT_NONE, KP_TEXT_NONE},
};

static const char *const model_services[] = {
    [KIND_LABEL] = "com.sun.star.awt.UnoControlFixedTextModel",
    [KIND_NOTE] = "com.sun.star.awt.UnoControlFixedTextModel",
    [KIND_LINE] = "com.sun.star.awt.UnoControlEditModel",
    [KIND_LINES] = "com.sun.star.awt.UnoControlEditModel",
    [KIND_BUTTON] = "com.sun.star.awt.UnoControlButtonModel",
    [KIND_ICON] = "com.sun.star.awt.UnoControlButtonModel",
};

/* -------------------------------------------------------------------------------------- making */

static bool describe(const kp_panel *panel, int which, uno_Interface *model, kp_uno_error *error) {
  const control_info *info = &infos[which];
  bool good = kp_uno_property_set_short(error, model, "TabIndex", (int16_t)which);
  if (good && info->label != KP_TEXT_NONE)
    good = kp_uno_property_set_string(error, model, "Label",
                                      kp_text_get(info->label, panel->language));
  if (good && info->help != KP_TEXT_NONE)
    good = kp_uno_property_set_string(error, model, "HelpText",
                                      kp_text_get(info->help, panel->language));
  switch (info->kind) {
  case KIND_LABEL:
    return good && kp_uno_property_set_bool(error, model, "MultiLine", true);
  case KIND_NOTE: /* NoLabel: a "~" in a text of the user is no mnemonic */
    return good && kp_uno_property_set_bool(error, model, "MultiLine", true) &&
           kp_uno_property_set_bool(error, model, "NoLabel", true);
  case KIND_LINES:
    return good && kp_uno_property_set_bool(error, model, "MultiLine", true);
  case KIND_ICON:
    return good && kp_uno_property_set_string(
                       error, model, "ImageURL",
                       "vnd.sun.star.extension://org.kernpunt.calc/icons/calendar.png");
  default:
    return good;
  }
}

static bool add_control(kp_panel *panel, uno_Interface *dialog_model, int which,
                        kp_uno_error *error) {
  static kp_uno_method create =
      KP_UNO_METHOD("com.sun.star.lang.XMultiServiceFactory::createInstance");
  static kp_uno_method insert =
      KP_UNO_METHOD("com.sun.star.container.XNameContainer::insertByName");
  static kp_uno_method get_control =
      KP_UNO_METHOD("com.sun.star.awt.XControlContainer::getControl");
  const control_info *info = &infos[which];
  uno_Interface *model = NULL;
  uno_Any any;
  kp_uno_any_init(&any);
  bool good =
      kp_uno_call(error, dialog_model, &create, &model, model_services[info->kind]) &&
      describe(panel, which, model, error) &&
      kp_uno_any_set_interface(&any, "com.sun.star.awt.XControlModel", model, error) &&
      kp_uno_call(error, dialog_model, &insert, NULL, info->name, &any) &&
      kp_uno_call(error, panel->window, &get_control, &panel->controls[which], info->name) &&
      (panel->controls[which] != NULL ||
       kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "no control %s", info->name));
  kp_uno_any_clear(&any);
  kp_uno_release(model);
  return good;
}

static bool make_window(kp_panel *panel, uno_Interface *parent, kp_uno_error *error) {
  static kp_uno_method create =
      KP_UNO_METHOD("com.sun.star.awt.XContainerWindowProvider::createContainerWindow");
  static kp_uno_method get_model = KP_UNO_METHOD("com.sun.star.awt.XControl::getModel");
  uno_Interface *provider = NULL;
  uno_Interface *model = NULL;
  bool good =
      kp_uno_create(error, panel->context, "com.sun.star.awt.ContainerWindowProvider", &provider) &&
      kp_uno_call(error, provider, &create, &panel->window,
                  "vnd.sun.star.extension://org.kernpunt.calc/dialogs/Panel.xdl", "", parent,
                  (uno_Interface *)NULL) &&
      kp_uno_call(error, panel->window, &get_model, &model);
  for (int i = 0; good && i < KP_PANEL_CONTROLS; i++)
    good = add_control(panel, model, i, error);
  kp_uno_release(model);
  kp_uno_release(provider);
  return good;
}

/* ----------------------------------------------------------------------------------- listening */

/* Adds or removes the panel as listener of one kind; a failure to remove has no consequence. */
static bool listen(kp_panel *panel, bool on, kp_uno_error *error) {
  static kp_uno_method add_window = KP_UNO_METHOD("com.sun.star.awt.XWindow::addWindowListener");
  static kp_uno_method remove_window =
      KP_UNO_METHOD("com.sun.star.awt.XWindow::removeWindowListener");
  static kp_uno_method add_text = KP_UNO_METHOD("com.sun.star.awt.XTextComponent::addTextListener");
  static kp_uno_method remove_text =
      KP_UNO_METHOD("com.sun.star.awt.XTextComponent::removeTextListener");
  static kp_uno_method add_key = KP_UNO_METHOD("com.sun.star.awt.XWindow::addKeyListener");
  static kp_uno_method remove_key = KP_UNO_METHOD("com.sun.star.awt.XWindow::removeKeyListener");
  static kp_uno_method add_action = KP_UNO_METHOD("com.sun.star.awt.XButton::addActionListener");
  static kp_uno_method remove_action =
      KP_UNO_METHOD("com.sun.star.awt.XButton::removeActionListener");
  bool good =
      panel->window == NULL ||
      kp_uno_call(error, panel->window, on ? &add_window : &remove_window, NULL, panel->self);
  for (int i = 0; i < KP_PANEL_CONTROLS; i++) {
    uno_Interface *control = panel->controls[i];
    if (control == NULL || infos[i].kind == KIND_LABEL || infos[i].kind == KIND_NOTE)
      continue;
    if (infos[i].kind == KIND_LINE || infos[i].kind == KIND_LINES)
      good = kp_uno_call(error, control, on ? &add_text : &remove_text, NULL, panel->self) &&
             kp_uno_call(error, control, on ? &add_key : &remove_key, NULL, panel->self) && good;
    else
      good =
          kp_uno_call(error, control, on ? &add_action : &remove_action, NULL, panel->self) && good;
  }
  return good;
}

bool kp_panel_build(kp_panel *panel, uno_Interface *parent, kp_uno_error *error) {
  static kp_uno_method set_visible = KP_UNO_METHOD("com.sun.star.awt.XWindow::setVisible");
  bool good = make_window(panel, parent, error) && listen(panel, true, error);
  if (good) {
    kp_panel_show_status(panel);
    good = kp_uno_call(error, panel->window, &set_visible, NULL, 1);
  }
  return good;
}

static void let_go(uno_Interface **object) {
  uno_Interface *gone = *object;
  *object = NULL;
  kp_uno_release(gone);
}

void kp_panel_detach(kp_panel *panel) {
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  if (panel->disposed)
    return;
  panel->disposed = true;
  listen(panel, false, &ignored);
  for (int i = 0; i < KP_PANEL_CONTROLS; i++)
    let_go(&panel->controls[i]);
  let_go(&panel->window);
  let_go(&panel->sidebar);
  let_go(&panel->frame);
}

/* ---------------------------------------------------------------------------- reading, writing */

kp_panel_control kp_panel_find(const kp_panel *panel, uno_Interface *source) {
  int found = 0;
  while (found < KP_PANEL_CONTROLS && !kp_uno_same(panel->controls[found], source))
    found++;
  return (kp_panel_control)found;
}

char *kp_panel_text(const kp_panel *panel, kp_panel_control control) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.awt.XTextComponent::getText");
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  char *text = NULL;
  return kp_uno_call(&ignored, panel->controls[control], &get, &text) ? text : NULL;
}

void kp_panel_set_text(const kp_panel *panel, kp_panel_control control, const char *text) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.awt.XTextComponent::setText");
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  kp_uno_call(&ignored, panel->controls[control], &set, NULL, text);
}

static uno_Interface *model_of(const kp_panel *panel, kp_panel_control control) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.awt.XControl::getModel");
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  uno_Interface *model = NULL;
  return kp_uno_call(&ignored, panel->controls[control], &get, &model) ? model : NULL;
}

static void set_property(const kp_panel *panel, kp_panel_control control, const char *name,
                         const char *text) {
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  uno_Interface *model = model_of(panel, control);
  kp_uno_property_set_string(&ignored, model, name, text);
  kp_uno_release(model);
}

void kp_panel_set_label(const kp_panel *panel, kp_panel_control control, const char *label) {
  set_property(panel, control, "Label", label);
}

void kp_panel_set_help(const kp_panel *panel, kp_panel_control control, const char *help) {
  set_property(panel, control, "HelpText", help);
}

void kp_panel_focus(const kp_panel *panel, kp_panel_control control) {
  static kp_uno_method focus = KP_UNO_METHOD("com.sun.star.awt.XWindow::setFocus");
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  kp_uno_call(&ignored, panel->controls[control], &focus, NULL);
}

void kp_panel_say(kp_panel *panel, const char *text, bool strong) {
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  uno_Interface *model = model_of(panel, KP_PANEL_MESSAGE);
  const float weight = strong ? 150.0F : 100.0F; /* awt::FontWeight BOLD and NORMAL */
  uno_Any any;
  kp_uno_any_init(&any);
  if (kp_uno_any_set(&any, "float", &weight, &ignored))
    kp_uno_property_set(&ignored, model, "FontWeight", &any);
  kp_uno_property_set_string(&ignored, model, "Label", text);
  kp_uno_any_clear(&any);
  kp_uno_release(model);
  kp_panel_relayout(panel);
}
