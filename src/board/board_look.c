/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How widgets look: tones, sizes, pictures, what is down or ticked. The office's style may change
 * while a board is there. */
#include "internal.h"

#include <string.h>

enum { SMALL = 9, NORMAL = 0 /* that of the window */ };

/* --------------------------------------------------------------------------------------- style */

int32_t kp_board_style(const kp_board *board, kp_uno_method *attribute) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  sal_Int32 colour = 0;
  return board->style != NULL && kp_uno_call(&ignored, board->style, attribute, &colour) ? colour
                                                                                         : -1;
}

static kp_theme theme_of(const kp_board *board) {
  static kp_uno_method ground = KP_UNO_METHOD("com.sun.star.awt.XStyleSettings::DialogColor");
  static kp_uno_method contrast =
      KP_UNO_METHOD("com.sun.star.awt.XStyleSettings::HighContrastMode");
  kp_uno_error ignored = KP_UNO_IGNORED;
  sal_Bool high = 0;
  int32_t colour = kp_board_style(board, &ground);
  if (colour < 0)
    return KP_THEME_CONTRAST; /* the office's own colours are never wrong */
  return kp_theme_of(colour, kp_uno_call(&ignored, board->style, &contrast, &high) && high);
}

void kp_board_watch_style(kp_board *board, bool on) {
  static kp_uno_method get =
      KP_UNO_METHOD("com.sun.star.awt.XStyleSettingsSupplier::StyleSettings");
  static kp_uno_method listen[] = {
      KP_UNO_METHOD("com.sun.star.awt.XStyleSettings::removeStyleChangeListener"),
      KP_UNO_METHOD("com.sun.star.awt.XStyleSettings::addStyleChangeListener")};
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (on && board->style == NULL && !kp_uno_call(&ignored, board->window, &get, &board->style))
    board->style = NULL;
  if (board->style != NULL)
    kp_uno_call(&ignored, board->style, &listen[on], NULL, board->listener);
  if (on)
    board->theme = theme_of(board);
}

void kp_board_style_changed(kp_board *board) {
  board->theme = theme_of(board);
  board->quiet++;
  for (size_t i = 0; i < board->count; i++) {
    kp_board_dress(board, &board->widgets[i]);
    kp_board_call(board, &board->widgets[i]); /* peers may be made anew with it */
  }
  board->quiet--;
}

/* --------------------------------------------------------------------------------------- looks */

static void set_colour(uno_Interface *model, const char *property, int32_t colour) {
  static kp_uno_method reset =
      KP_UNO_METHOD("com.sun.star.beans.XPropertyState::setPropertyToDefault");
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (colour >= 0)
    kp_uno_property_set_long(&ignored, model, property, colour);
  else
    kp_uno_call(&ignored, model, &reset, NULL, property);
}

static void set_size(uno_Interface *model, const kp_look *look) {
  const float size = (float)(look->points > 0 ? look->points : look->small ? SMALL : NORMAL);
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Any any;
  kp_uno_any_init(&any);
  if (kp_uno_any_set(&any, "float", &size, &ignored))
    kp_uno_property_set(&ignored, model, "FontHeight", &any);
  kp_uno_any_clear(&any);
}

void kp_board_dress(kp_board *board, kp_widget *widget) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  const kp_look *look = &widget->look;
  int32_t colour = kp_tone_colour(look->tone, board->theme);
  if (widget->kind == KP_WIDGET_STRIPE) {
    static kp_uno_method text = KP_UNO_METHOD("com.sun.star.awt.XStyleSettings::DialogTextColor");
    set_colour(widget->model, "BackgroundColor",
               colour >= 0 ? colour : kp_board_style(board, &text));
    return;
  }
  if (widget->kind == KP_WIDGET_GRID) {
    kp_board_grid_colour(board, widget);
    return;
  }
  if (widget->kind == KP_WIDGET_DRAWING) {
    kp_board_draw_now(board, widget);
    return;
  }
  if (colour >= 0 || look->tone != KP_TONE_PLAIN)
    set_colour(widget->model, "TextColor", colour);
  if (look->small || look->points > 0)
    set_size(widget->model, look);
  if (look->strong)
    kp_board_weigh(&ignored, widget->model, true);
  if (look->tinted)
    set_colour(widget->model, "BackgroundColor", kp_tone_tint(board->theme));
}

static bool same_look(const kp_look *one, const kp_look *other) {
  return one->tone == other->tone && one->small == other->small && one->strong == other->strong &&
         one->tinted == other->tinted && one->points == other->points;
}

void kp_board_set_look(kp_board *board, int widget, const kp_look *look) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_widget *of = kp_board_widget(board, widget);
  if (of == NULL || same_look(&of->look, look))
    return;
  const kp_look before = of->look;
  of->look = *look;
  board->quiet++;
  if (before.tone != look->tone && look->tone == KP_TONE_PLAIN)
    set_colour(of->model, "TextColor", -1);
  if (before.tinted && !look->tinted)
    set_colour(of->model, "BackgroundColor", -1);
  if ((before.small && !look->small) || before.points != look->points)
    set_size(of->model, look);
  if (before.strong && !look->strong)
    kp_board_weigh(&ignored, of->model, false);
  kp_board_dress(board, of);
  board->quiet--;
  if (before.small != look->small || before.strong != look->strong ||
      before.points != look->points) {
    of->fitted = 0;
    kp_board_replace(board);
  }
}

void kp_board_set_strong(kp_board *board, int widget, bool strong) {
  const kp_widget *of = kp_board_widget(board, widget);
  if (of == NULL)
    return;
  kp_look look = of->look;
  look.strong = strong;
  kp_board_set_look(board, widget, &look);
}

void kp_board_set_tone(kp_board *board, int widget, kp_tone tone) {
  const kp_widget *of = kp_board_widget(board, widget);
  if (of == NULL)
    return;
  kp_look look = of->look;
  look.tone = tone;
  kp_board_set_look(board, widget, &look);
}

void kp_board_set_image(kp_board *board, int widget, const char *image) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  const kp_widget *of = kp_board_widget(board, widget);
  if (of == NULL)
    return;
  if (image != NULL)
    kp_board_load_image(&ignored, of->model, image);
  else
    kp_uno_property_set_string(&ignored, of->model, "ImageURL", "");
}

/* ------------------------------------------------------------------------------ down or ticked */

bool kp_board_checked(const kp_board *board, int widget) {
  const kp_widget *of = kp_board_widget(board, widget);
  return of != NULL && of->checked;
}

void kp_board_set_checked(kp_board *board, int widget, bool checked) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.awt.XCheckBox::setState");
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_widget *of = kp_board_widget(board, widget);
  if (of == NULL || of->checked == checked)
    return;
  of->checked = checked;
  board->quiet++;
  if (of->kind == KP_WIDGET_TOGGLE)
    kp_uno_property_set_short(&ignored, of->model, "State", checked ? 1 : 0);
  else
    kp_uno_call(&ignored, of->control, &set, NULL, checked ? 1 : 0);
  board->quiet--;
}

/* Controls that come and go stand in the order of their making; what was made first may belong
 * last. */
void kp_board_order(const kp_board *first, const kp_board *last) {
  static kp_uno_method get_peer = KP_UNO_METHOD("com.sun.star.awt.XControl::getPeer");
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.awt.XVclContainerPeer::setTabOrder");
  const kp_board *boards[] = {first, last};
  kp_uno_error ignored = KP_UNO_IGNORED;
  size_t count = first->count + last->count;
  uno_Sequence *windows = kp_uno_sequence_new("[]com.sun.star.awt.XWindow", count);
  uno_Sequence *tabs = kp_uno_sequence_new("[]any", count);
  uno_Interface *peer = NULL;
  bool good = windows != NULL && tabs != NULL && !first->gone && !last->gone &&
              kp_uno_call(&ignored, first->window, &get_peer, &peer) && peer != NULL;
  size_t at = 0;
  for (size_t i = 0; good && i < 2; i++)
    for (size_t j = 0; good && j < boards[i]->count; j++) {
      uno_Interface *control = NULL;
      good = kp_uno_call(&ignored, boards[i]->widgets[j].control, &get_peer, &control) &&
             control != NULL;
      if (good)
        KP_UNO_ELEMENTS(uno_Interface *, windows)
      [at++] = kp_uno_query(control, "com.sun.star.awt.XWindow");
      kp_uno_release(control);
    }
  if (good)
    kp_uno_call(&ignored, peer, &set, NULL, windows, tabs, 0);
  kp_uno_release(peer);
  kp_uno_sequence_free(tabs, "[]any");
  kp_uno_sequence_free(windows, "[]com.sun.star.awt.XWindow");
}
