/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board: making and removing controls, which are made in code because labels and order are
 * data. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FEWEST_LINES = 3, LINES_OF_LIST = 6, MOST_NAME = 80 };

static const char *const model_services[KP_WIDGET_KINDS] = {
    [KP_WIDGET_LABEL] = "com.sun.star.awt.UnoControlFixedTextModel",
    [KP_WIDGET_HEADING] = "com.sun.star.awt.UnoControlFixedTextModel",
    [KP_WIDGET_NOTE] = "com.sun.star.awt.UnoControlFixedTextModel",
    [KP_WIDGET_LINE] = "com.sun.star.awt.UnoControlEditModel",
    [KP_WIDGET_LINES] = "com.sun.star.awt.UnoControlEditModel",
    [KP_WIDGET_BUTTON] = "com.sun.star.awt.UnoControlButtonModel",
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
    [KP_WIDGET_ICON] = "com.sun.star.awt.UnoControlButton",
    [KP_WIDGET_CHECK] = "com.sun.star.awt.UnoControlCheckBox",
    [KP_WIDGET_LIST] = "com.sun.star.awt.UnoControlListBox",
    [KP_WIDGET_DROP] = "com.sun.star.awt.UnoControlListBox",
    [KP_WIDGET_COMBO] = "com.sun.star.awt.UnoControlComboBox",
    [KP_WIDGET_FRAME] = "com.sun.star.awt.UnoControlGroupBox",
    [KP_WIDGET_BAR] = "com.sun.star.awt.UnoControlScrollBar",
};

kp_widget *kp_board_widget(const kp_board *board, int widget) {
  return board != NULL && widget >= 0 && (size_t)widget < board->count ? &board->widgets[widget]
                                                                       : NULL;
}

bool kp_board_visible(const kp_widget *widget) {
  return !widget->hidden && (widget->kind != KP_WIDGET_NOTE || widget->text[0] != '\0');
}

/* -------------------------------------------------------------------------------------- making */

static bool set_weight(kp_uno_error *error, uno_Interface *model, bool strong) {
  const float weight = strong ? 150.0F : 100.0F; /* awt::FontWeight BOLD and NORMAL */
  uno_Any any;
  kp_uno_any_init(&any);
  bool good = kp_uno_any_set(&any, "float", &weight, error) &&
              kp_uno_property_set(error, model, "FontWeight", &any);
  kp_uno_any_clear(&any);
  return good;
}

static bool set_image(kp_uno_error *error, uno_Interface *model, const char *image) {
  char url[160];
  snprintf(url, sizeof url, "vnd.sun.star.extension://org.kernpunt.calc/icons/%s", image);
  return kp_uno_property_set_string(error, model, "ImageURL", url);
}

/* Properties that the kind asks for. */
static bool describe_kind(kp_uno_error *error, const kp_widget_spec *spec, uno_Interface *model) {
  switch (spec->kind) {
  case KP_WIDGET_LABEL:
    return kp_uno_property_set_bool(error, model, "MultiLine", true);
  case KP_WIDGET_HEADING:
    return kp_uno_property_set_bool(error, model, "MultiLine", true) &&
           set_weight(error, model, true);
  case KP_WIDGET_NOTE: /* NoLabel: a "~" in a text of the user is no mnemonic */
    return kp_uno_property_set_bool(error, model, "MultiLine", true) &&
           kp_uno_property_set_bool(error, model, "NoLabel", true);
  case KP_WIDGET_LINES:
    return kp_uno_property_set_bool(error, model, "MultiLine", true) &&
           kp_uno_property_set_bool(error, model, "AutoVScroll", true);
  case KP_WIDGET_ICON:
    return spec->image == NULL || set_image(error, model, spec->image);
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

static bool has_label(const kp_widget_spec *spec) {
  return spec->label != NULL && (spec->kind <= KP_WIDGET_NOTE || spec->kind == KP_WIDGET_BUTTON ||
                                 spec->kind == KP_WIDGET_CHECK);
}

static bool describe(kp_uno_error *error, const kp_widget_spec *spec, uno_Interface *model) {
  return describe_kind(error, spec, model) &&
         (!has_label(spec) || kp_uno_property_set_string(error, model, "Label", spec->label)) &&
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
              describe(error, spec, *model) &&
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
         describe(error, spec, *model) &&
         kp_uno_create(error, board->context, control_services[spec->kind], control) &&
         kp_uno_call(error, *control, &set_model, &taken, *model) &&
         kp_uno_call(error, board->window, &add, NULL, spec->name, *control);
}

/* Makes a control in the window and hands out control and model, both acquired. */
static bool make(kp_uno_error *error, kp_board *board, const kp_widget_spec *spec, int tab,
                 uno_Interface **control, uno_Interface **model) {
  *control = *model = NULL;
  return board->owner.lively ? make_directly(error, board, spec, control, model)
                             : make_by_model(error, board, spec, tab, control, model);
}

/* With gtk3 a field of several lines has no border, whatever its model says: in some themes nothing
 * would show where it is. This one lies behind the field, for which it comes after it. */
static bool make_frame(kp_uno_error *error, kp_board *board, kp_widget *widget, int tab) {
  char name[MOST_NAME];
  const kp_widget_spec spec = {.name = name, .kind = KP_WIDGET_FRAME};
  snprintf(name, sizeof name, "frame_%s", widget->name);
  return widget->kind != KP_WIDGET_LINES ||
         make(error, board, &spec, tab, &widget->frame, &widget->frame_model);
}

static bool fill_in(kp_uno_error *error, const kp_widget_spec *spec, kp_widget *widget) {
  widget->name = strdup(spec->name);
  widget->text = strdup(has_label(spec) ? spec->label : "");
  if (widget->name == NULL || widget->text == NULL)
    return kp_uno_error_memory(error);
  widget->kind = spec->kind;
  widget->beside = spec->beside;
  widget->narrow = spec->narrow;
  widget->lines = spec->lines > 0                ? spec->lines
                  : spec->kind == KP_WIDGET_LIST ? LINES_OF_LIST
                                                 : FEWEST_LINES;
  widget->selected = KP_BOARD_NONE;
  return true;
}

static void widget_free(kp_widget *widget) {
  for (size_t i = 0; i < widget->count; i++)
    free(widget->rows[i]);
  free(widget->rows);
  free(widget->name);
  free(widget->text);
  kp_uno_release(widget->control);
  kp_uno_release(widget->model);
  kp_uno_release(widget->frame);
  kp_uno_release(widget->frame_model);
  memset(widget, 0, sizeof *widget);
}

static void dispose(uno_Interface *object) {
  static kp_uno_method method = KP_UNO_METHOD("com.sun.star.lang.XComponent::dispose");
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (object != NULL)
    kp_uno_call(&ignored, object, &method, NULL);
}

/* A model that is not told to go stays in memory with all that listens to it. */
static void remove_control(kp_board *board, const char *name, uno_Interface *control,
                           uno_Interface *model) {
  static kp_uno_method remove_model =
      KP_UNO_METHOD("com.sun.star.container.XNameContainer::removeByName");
  static kp_uno_method remove_control =
      KP_UNO_METHOD("com.sun.star.awt.XControlContainer::removeControl");
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (board->owner.lively) {
    kp_uno_call(&ignored, board->window, &remove_control, NULL, control);
    dispose(control);
  } else {
    kp_uno_call(&ignored, board->model, &remove_model, NULL, name);
  }
  dispose(model);
}

static void remove_widget(kp_board *board, const kp_widget *widget) {
  char name[MOST_NAME];
  snprintf(name, sizeof name, "frame_%s", widget->name);
  if (widget->control != NULL)
    remove_control(board, widget->name, widget->control, widget->model);
  if (widget->frame != NULL)
    remove_control(board, name, widget->frame, widget->frame_model);
}

int kp_board_add(kp_uno_error *error, kp_board *board, const kp_widget_spec *spec) {
  if (board->gone) {
    kp_uno_error_set(error, KP_UNO_DISPOSED, "the window is gone");
    return KP_BOARD_NONE;
  }
  if (board->count == board->room) {
    size_t room = board->room * 2 + 16;
    kp_widget *widgets = realloc(board->widgets, room * sizeof *widgets);
    if (widgets == NULL) {
      kp_uno_error_memory(error);
      return KP_BOARD_NONE;
    }
    board->widgets = widgets;
    board->room = room;
  }
  kp_widget *widget = &board->widgets[board->count];
  memset(widget, 0, sizeof *widget);
  board->quiet++;
  int tab = 2 * (int)board->count;
  bool good = fill_in(error, spec, widget) &&
              make(error, board, spec, tab, &widget->control, &widget->model) &&
              make_frame(error, board, widget, tab + 1) &&
              kp_board_listen(error, board, widget, true);
  board->quiet--;
  if (!good) {
    remove_widget(board, widget);
    widget_free(widget);
    return KP_BOARD_NONE;
  }
  board->count++;
  return (int)board->count - 1;
}

void kp_board_cut(kp_board *board, int first) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  size_t from = first > 0 ? (size_t)first : 0;
  board->quiet++;
  while (board->count > from) {
    kp_widget *widget = &board->widgets[--board->count];
    if (!board->gone) {
      kp_board_listen(&ignored, board, widget, false);
      remove_widget(board, widget);
    }
    widget_free(widget);
  }
  board->quiet--;
  if (board->focused >= (int)board->count)
    board->focused = KP_BOARD_NONE;
}

/* ------------------------------------------------------------------------------ birth and death */

static bool make_ruler(kp_uno_error *error, kp_board *board) {
  static kp_uno_method hide = KP_UNO_METHOD("com.sun.star.awt.XWindow::setVisible");
  const kp_widget_spec spec = {.name = "_ruler", .kind = KP_WIDGET_NOTE};
  return make(error, board, &spec, INT16_MAX, &board->ruler, &board->ruler_model) &&
         kp_uno_call(error, board->ruler, &hide, NULL, 0);
}

bool kp_board_make_bar(kp_uno_error *error, kp_board *board) {
  const kp_widget_spec spec = {.name = "_bar", .kind = KP_WIDGET_BAR};
  if (!make(error, board, &spec, INT16_MAX, &board->bar, &board->bar_model))
    return false;
  kp_board_listen_bar(board, true);
  return true;
}

kp_board *kp_board_new(kp_uno_error *error, uno_Interface *context, uno_Interface *window,
                       const kp_board_owner *owner) {
  static kp_uno_method get_model = KP_UNO_METHOD("com.sun.star.awt.XControl::getModel");
  kp_board *board = calloc(1, sizeof *board);
  if (board == NULL) {
    kp_uno_error_memory(error);
    return NULL;
  }
  board->context = kp_uno_acquire(context);
  board->window = kp_uno_acquire(window);
  board->owner = *owner;
  board->focused = KP_BOARD_NONE;
  board->sight = KP_BOARD_NONE;
  board->key.widget = KP_BOARD_NONE;
  board->listener = kp_board_listener_new(error, board);
  if (board->listener == NULL || !kp_uno_call(error, window, &get_model, &board->model) ||
      !make_ruler(error, board)) {
    kp_board_free(board);
    return NULL;
  }
  kp_board_listen_keys(board, true);
  return board;
}

void kp_board_close(kp_board *board) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (board->gone)
    return;
  board->gone = true;
  if (board->toolkit != NULL)
    kp_board_listen_keys(board, false);
  if (board->bar != NULL)
    kp_board_listen_bar(board, false);
  for (size_t i = 0; i < board->count; i++)
    kp_board_listen(&ignored, board, &board->widgets[i], false);
}

void kp_board_free(kp_board *board) {
  if (board == NULL)
    return;
  kp_board_close(board);
  for (size_t i = 0; i < board->count; i++) {
    if (board->owner.lively) {
      dispose(board->widgets[i].model);
      dispose(board->widgets[i].frame_model);
    }
    widget_free(&board->widgets[i]);
  }
  if (board->listener != NULL)
    kp_board_listener_forget(board->listener);
  kp_uno_release(board->listener);
  if (board->owner.lively) {
    dispose(board->ruler_model);
    dispose(board->bar_model);
  }
  kp_uno_release(board->bar_model);
  kp_uno_release(board->bar);
  kp_uno_release(board->ruler_model);
  kp_uno_release(board->ruler);
  kp_uno_release(board->toolkit);
  kp_uno_release(board->model);
  kp_uno_release(board->window);
  kp_uno_release(board->context);
  free(board->widgets);
  free(board);
}

void kp_board_end_window(uno_Interface *window) {
  static kp_uno_method get_model = KP_UNO_METHOD("com.sun.star.awt.XControl::getModel");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *model = NULL;
  if (window == NULL)
    return;
  kp_uno_call(&ignored, window, &get_model, &model);
  dispose(window);
  dispose(model);
  kp_uno_release(model);
}

/* ------------------------------------------------------------------------------------- finding */

int kp_board_count(const kp_board *board) {
  return (int)board->count;
}

int kp_board_find(const kp_board *board, const char *name) {
  for (size_t i = 0; i < board->count; i++)
    if (strcmp(board->widgets[i].name, name) == 0)
      return (int)i;
  return KP_BOARD_NONE;
}

uno_Interface *kp_board_control(const kp_board *board, int widget) {
  const kp_widget *of = kp_board_widget(board, widget);
  return of != NULL ? of->control : NULL;
}

bool kp_board_gone(const kp_board *board) {
  return board->gone;
}

bool kp_board_busy(const kp_board *board) {
  return board->busy > 0;
}

void kp_board_set_busy(kp_board *board, bool busy) {
  board->busy += busy ? 1 : -1;
}
