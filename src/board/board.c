/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board: making and removing controls, which are made in code because labels and order are
 * data. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FEWEST_LINES = 3, LINES_OF_LIST = 6, LINES_OF_GRID = 4, MOST_NAME = 80 };

kp_widget *kp_board_widget(const kp_board *board, int widget) {
  return board != NULL && widget >= 0 && (size_t)widget < board->count ? &board->widgets[widget]
                                                                       : NULL;
}

bool kp_board_visible(const kp_widget *widget) {
  return !widget->hidden &&
         (widget->kind != KP_WIDGET_NOTE || widget->fixed > 0 || widget->text[0] != '\0');
}

/* -------------------------------------------------------------------------------------- making */

/* With gtk3 a field of several lines has no border, whatever its model says: in some themes nothing
 * would show where it is. This one lies behind the field, for which it comes after it. */
static bool make_frame(kp_uno_error *error, kp_board *board, kp_widget *widget, int tab) {
  char name[MOST_NAME];
  const kp_widget_spec spec = {.name = name, .kind = KP_WIDGET_FRAME};
  snprintf(name, sizeof name, "frame_%s", widget->name);
  return widget->kind != KP_WIDGET_LINES ||
         kp_board_make(error, board, &spec, tab, &widget->frame, &widget->frame_model);
}

static bool fill_in(kp_uno_error *error, const kp_widget_spec *spec, kp_widget *widget) {
  widget->name = strdup(spec->name);
  widget->text = strdup(kp_board_has_label(spec) ? spec->label : "");
  widget->help = spec->help != NULL ? strdup(spec->help) : NULL;
  if (widget->name == NULL || widget->text == NULL || (spec->help != NULL && widget->help == NULL))
    return kp_uno_error_memory(error);
  widget->kind = spec->kind;
  widget->beside = spec->beside;
  widget->narrow = spec->narrow;
  widget->part = spec->part;
  widget->lines = spec->lines > 0                                                  ? spec->lines
                  : spec->kind == KP_WIDGET_LIST                                   ? LINES_OF_LIST
                  : spec->kind == KP_WIDGET_GRID || spec->kind == KP_WIDGET_STRIPE ? LINES_OF_GRID
                                                                                   : FEWEST_LINES;
  widget->fixed = spec->kind == KP_WIDGET_NOTE ? spec->lines : 0;
  widget->look = spec->look;
  widget->selected = KP_BOARD_NONE;
  return true;
}

static void widget_free(kp_widget *widget) {
  kp_board_grid_close(widget);
  for (size_t i = 0; i < widget->count; i++)
    free(widget->rows[i]);
  free(widget->rows);
  free(widget->name);
  free(widget->text);
  free(widget->called);
  free(widget->help);
  kp_uno_release(widget->control);
  kp_uno_release(widget->model);
  kp_uno_release(widget->frame);
  kp_uno_release(widget->frame_model);
  memset(widget, 0, sizeof *widget);
}

static void remove_widget(kp_board *board, const kp_widget *widget) {
  char name[MOST_NAME];
  snprintf(name, sizeof name, "frame_%s", widget->name);
  if (widget->control != NULL)
    kp_board_remove(board, widget->name, widget->control, widget->model);
  if (widget->frame != NULL)
    kp_board_remove(board, name, widget->frame, widget->frame_model);
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
              kp_board_make(error, board, spec, tab, &widget->control, &widget->model) &&
              make_frame(error, board, widget, tab + 1) &&
              (spec->kind != KP_WIDGET_GRID || kp_board_grid_open(error, widget)) &&
              kp_board_listen(error, board, widget, true);
  if (good) {
    kp_board_dress(board, widget);
    kp_board_call(board, widget);
  }
  board->quiet--;
  if (!good) {
    remove_widget(board, widget);
    widget_free(widget);
    return KP_BOARD_NONE;
  }
  board->count++;
  board->made++;
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
  return kp_board_make(error, board, &spec, INT16_MAX, &board->ruler, &board->ruler_model) &&
         kp_uno_call(error, board->ruler, &hide, NULL, 0);
}

bool kp_board_make_bar(kp_uno_error *error, kp_board *board) {
  const kp_widget_spec spec = {.name = "_bar", .kind = KP_WIDGET_BAR};
  if (!kp_board_make(error, board, &spec, INT16_MAX, &board->bar, &board->bar_model))
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
  board->stretch = KP_BOARD_NONE;
  board->key.widget = KP_BOARD_NONE;
  board->listener = kp_board_listener_new(error, board);
  if (board->listener == NULL || !kp_uno_call(error, window, &get_model, &board->model) ||
      !make_ruler(error, board)) {
    kp_board_free(board);
    return NULL;
  }
  kp_board_listen_keys(board, true);
  kp_board_watch_style(board, true);
  return board;
}

void kp_board_close(kp_board *board) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (board->gone)
    return;
  board->gone = true;
  kp_board_watch_style(board, false);
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
      kp_board_dispose(board->widgets[i].model);
      kp_board_dispose(board->widgets[i].frame_model);
    }
    widget_free(&board->widgets[i]);
  }
  if (board->listener != NULL)
    kp_board_listener_forget(board->listener);
  kp_uno_release(board->listener);
  if (board->owner.lively) {
    kp_board_dispose(board->ruler_model);
    kp_board_dispose(board->bar_model);
  }
  kp_uno_release(board->bar_model);
  kp_uno_release(board->bar);
  kp_uno_release(board->ruler_model);
  kp_uno_release(board->ruler);
  kp_uno_release(board->toolkit);
  kp_uno_release(board->style);
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
  kp_board_dispose(window);
  kp_board_dispose(model);
  kp_uno_release(model);
}

/* ------------------------------------------------------------------------------------- finding */

int kp_board_count(const kp_board *board) {
  return (int)board->count;
}

unsigned kp_board_made(const kp_board *board) {
  return board->made;
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
