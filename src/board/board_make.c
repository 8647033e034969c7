/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Controls and their models: made of what is asked for, and taken away. */
#include "internal.h"

#include <stdio.h>

static const char *const model_services[KP_WIDGET_KINDS] = {
    [KP_WIDGET_LABEL] = "com.sun.star.awt.UnoControlFixedTextModel",
    [KP_WIDGET_HEADING] = "com.sun.star.awt.UnoControlFixedTextModel",
    [KP_WIDGET_NOTE] = "com.sun.star.awt.UnoControlFixedTextModel",
    [KP_WIDGET_LINE] = "com.sun.star.awt.UnoControlEditModel",
    [KP_WIDGET_LINES] = "com.sun.star.awt.UnoControlEditModel",
    [KP_WIDGET_BUTTON] = "com.sun.star.awt.UnoControlButtonModel",
    [KP_WIDGET_TOGGLE] = "com.sun.star.awt.UnoControlButtonModel",
    [KP_WIDGET_CHOICE] = "com.sun.star.awt.UnoControlEditModel",
    [KP_WIDGET_STRIPE] = "com.sun.star.awt.UnoControlFixedTextModel",
    [KP_WIDGET_IMAGE] = "com.sun.star.awt.UnoControlImageControlModel",
    [KP_WIDGET_DRAWING] = "com.sun.star.awt.UnoControlImageControlModel",
    [KP_WIDGET_GRID] = "com.sun.star.awt.grid.UnoControlGridModel",
    [KP_WIDGET_ICON] = "com.sun.star.awt.UnoControlButtonModel",
    [KP_WIDGET_CHECK] = "com.sun.star.awt.UnoControlCheckBoxModel",
    [KP_WIDGET_LIST] = "com.sun.star.awt.UnoControlListBoxModel",
    [KP_WIDGET_DROP] = "com.sun.star.awt.UnoControlListBoxModel",
    [KP_WIDGET_COMBO] = "com.sun.star.awt.UnoControlComboBoxModel",
    [KP_WIDGET_FRAME] = "com.sun.star.awt.UnoControlGroupBoxModel",
    [KP_WIDGET_BAR] = "com.sun.star.awt.UnoControlScrollBarModel",
};
static const char *const control_services[KP_WIDGET_KINDS] = {
    [KP_WIDGET_LABEL] = "com.sun.star.awt.UnoControlFixedText",
    [KP_WIDGET_HEADING] = "com.sun.star.awt.UnoControlFixedText",
    [KP_WIDGET_NOTE] = "com.sun.star.awt.UnoControlFixedText",
    [KP_WIDGET_LINE] = "com.sun.star.awt.UnoControlEdit",
    [KP_WIDGET_LINES] = "com.sun.star.awt.UnoControlEdit",
    [KP_WIDGET_BUTTON] = "com.sun.star.awt.UnoControlButton",
    [KP_WIDGET_TOGGLE] = "com.sun.star.awt.UnoControlButton",
    [KP_WIDGET_CHOICE] = "com.sun.star.awt.UnoControlEdit",
    [KP_WIDGET_STRIPE] = "com.sun.star.awt.UnoControlFixedText",
    [KP_WIDGET_IMAGE] = "com.sun.star.awt.UnoControlImageControl",
    [KP_WIDGET_DRAWING] = "com.sun.star.awt.UnoControlImageControl",
    [KP_WIDGET_GRID] = "com.sun.star.awt.grid.UnoControlGrid",
    [KP_WIDGET_ICON] = "com.sun.star.awt.UnoControlButton",
    [KP_WIDGET_CHECK] = "com.sun.star.awt.UnoControlCheckBox",
    [KP_WIDGET_LIST] = "com.sun.star.awt.UnoControlListBox",
    [KP_WIDGET_DROP] = "com.sun.star.awt.UnoControlListBox",
    [KP_WIDGET_COMBO] = "com.sun.star.awt.UnoControlComboBox",
    [KP_WIDGET_FRAME] = "com.sun.star.awt.UnoControlGroupBox",
    [KP_WIDGET_BAR] = "com.sun.star.awt.UnoControlScrollBar",
};

/* -------------------------------------------------------------------------------------- making */

bool kp_board_weigh(kp_uno_error *error, uno_Interface *model, bool strong) {
  const float weight = strong ? 150.0F : 100.0F; /* awt::FontWeight BOLD and NORMAL */
  uno_Any any;
  kp_uno_any_init(&any);
  bool good = kp_uno_any_set(&any, "float", &weight, error) &&
              kp_uno_property_set(error, model, "FontWeight", &any);
  kp_uno_any_clear(&any);
  return good;
}

void kp_board_image_url(const char *image, char url[160]) {
  url[0] = '\0';
  if (image != NULL && image[0] != '\0')
    snprintf(url, 160, "vnd.sun.star.extension://org.kernpunt.calc/icons/%s", image);
}

bool kp_board_load_image(kp_uno_error *error, uno_Interface *model, const char *image) {
  char url[160];
  kp_board_image_url(image, url);
  return kp_uno_property_set_string(error, model, "ImageURL", url);
}

/* Properties that the kind asks for. */
static bool describe_kind(kp_uno_error *error, const kp_board *board, const kp_widget_spec *spec,
                          uno_Interface *model) {
  switch (spec->kind) {
  case KP_WIDGET_LABEL:
    return kp_uno_property_set_bool(error, model, "MultiLine", true);
  case KP_WIDGET_HEADING:
    return kp_uno_property_set_bool(error, model, "MultiLine", true) &&
           kp_board_weigh(error, model, true);
  case KP_WIDGET_NOTE: /* NoLabel: a "~" in a text of the user is no mnemonic */
    return kp_uno_property_set_bool(error, model, "MultiLine", true) &&
           kp_uno_property_set_bool(error, model, "NoLabel", true);
  case KP_WIDGET_LINES:
    return kp_uno_property_set_bool(error, model, "MultiLine", true) &&
           kp_uno_property_set_bool(error, model, "AutoVScroll", true);
  case KP_WIDGET_TOGGLE:
    return kp_uno_property_set_bool(error, model, "Toggle", true);
  case KP_WIDGET_CHOICE:
    return kp_uno_property_set_bool(error, model, "ReadOnly", true);
  case KP_WIDGET_GRID:
    return kp_board_grid_describe(error, board, model);
  case KP_WIDGET_IMAGE:
    return kp_uno_property_set_bool(error, model, "Tabstop", false) &&
           kp_uno_property_set_bool(error, model, "ScaleImage", false) &&
           kp_uno_property_set_short(error, model, "Border", 0) &&
           (spec->image == NULL || kp_board_load_image(error, model, spec->image));
  case KP_WIDGET_DRAWING: /* ScaleMode: as wide and high as the control */
    return kp_uno_property_set_bool(error, model, "Tabstop", false) &&
           kp_uno_property_set_short(error, model, "ScaleMode", 2) &&
           kp_uno_property_set_short(error, model, "Border", 0);
  case KP_WIDGET_ICON:
    return spec->image == NULL || kp_board_load_image(error, model, spec->image);
  case KP_WIDGET_DROP:
    return kp_uno_property_set_bool(error, model, "Dropdown", true);
  case KP_WIDGET_BAR:
    return kp_uno_property_set_bool(error, model, "Tabstop", false) &&
           kp_uno_property_set_bool(error, model, "LiveScroll", true);
  case KP_WIDGET_COMBO:
    return kp_uno_property_set_bool(error, model, "Dropdown", true) &&
           kp_uno_property_set_bool(error, model, "Autocomplete", true);
  default:
    return true;
  }
}

bool kp_board_has_label(const kp_widget_spec *spec) {
  return spec->label != NULL && (spec->kind <= KP_WIDGET_NOTE || spec->kind == KP_WIDGET_BUTTON ||
                                 spec->kind == KP_WIDGET_TOGGLE || spec->kind == KP_WIDGET_CHECK);
}

static bool describe(kp_uno_error *error, const kp_board *board, const kp_widget_spec *spec,
                     uno_Interface *model) {
  return describe_kind(error, board, spec, model) &&
         (!kp_board_has_label(spec) ||
          kp_uno_property_set_string(error, model, "Label", spec->label)) &&
         (spec->help == NULL || kp_uno_property_set_string(error, model, "HelpText", spec->help));
}

/* Described first: the window makes a field of several lines or a drop-down once, of what the
 * model says when it comes in; and what is set later is set twice. */
static bool make_by_model(kp_uno_error *error, kp_board *board, const kp_widget_spec *spec, int tab,
                          uno_Interface **control, uno_Interface **model) {
  static kp_uno_method create =
      KP_UNO_METHOD("com.sun.star.lang.XMultiServiceFactory::createInstance");
  static kp_uno_method insert =
      KP_UNO_METHOD("com.sun.star.container.XNameContainer::insertByName");
  static kp_uno_method get_control =
      KP_UNO_METHOD("com.sun.star.awt.XControlContainer::getControl");
  uno_Any any;
  kp_uno_any_init(&any);
  bool good = kp_uno_call(error, board->model, &create, model, model_services[spec->kind]) &&
              describe(error, board, spec, *model) &&
              kp_uno_property_set_short(error, *model, "TabIndex", (int16_t)tab) &&
              kp_uno_any_set_interface(&any, "com.sun.star.awt.XControlModel", *model, error) &&
              kp_uno_call(error, board->model, &insert, NULL, spec->name, &any) &&
              kp_uno_call(error, board->window, &get_control, control, spec->name) &&
              (*control != NULL ||
               kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "no control %s", spec->name));
  kp_uno_any_clear(&any);
  return good;
}

static bool make_directly(kp_uno_error *error, kp_board *board, const kp_widget_spec *spec,
                          uno_Interface **control, uno_Interface **model) {
  static kp_uno_method set_model = KP_UNO_METHOD("com.sun.star.awt.XControl::setModel");
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.awt.XControlContainer::addControl");
  sal_Bool taken = 0;
  return kp_uno_create(error, board->context, model_services[spec->kind], model) &&
         describe(error, board, spec, *model) &&
         kp_uno_create(error, board->context, control_services[spec->kind], control) &&
         kp_uno_call(error, *control, &set_model, &taken, *model) &&
         kp_uno_call(error, board->window, &add, NULL, spec->name, *control);
}

/* Makes a control in the window and hands out control and model, both acquired. */
bool kp_board_make(kp_uno_error *error, kp_board *board, const kp_widget_spec *spec, int tab,
                   uno_Interface **control, uno_Interface **model) {
  *control = *model = NULL;
  return board->owner.lively ? make_directly(error, board, spec, control, model)
                             : make_by_model(error, board, spec, tab, control, model);
}

void kp_board_dispose(uno_Interface *object) {
  static kp_uno_method method = KP_UNO_METHOD("com.sun.star.lang.XComponent::dispose");
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (object != NULL)
    kp_uno_call(&ignored, object, &method, NULL);
}

/* A model that is not told to go stays in memory with all that listens to it. */
void kp_board_remove(kp_board *board, const char *name, uno_Interface *control,
                     uno_Interface *model) {
  static kp_uno_method remove_model =
      KP_UNO_METHOD("com.sun.star.container.XNameContainer::removeByName");
  static kp_uno_method remove_control =
      KP_UNO_METHOD("com.sun.star.awt.XControlContainer::removeControl");
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (board->owner.lively) {
    kp_uno_call(&ignored, board->window, &remove_control, NULL, control);
    kp_board_dispose(control);
  } else {
    kp_uno_call(&ignored, board->model, &remove_model, NULL, name);
  }
  kp_board_dispose(model);
}
