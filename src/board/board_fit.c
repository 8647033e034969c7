/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Buttons that show a text of the user, such as the focus point: what does not fit ends in "…",
 * where the office would cut it on both sides. */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

static const char ellipsis[] = "…";
/* What says that a menu follows stays when the rest is cut. */
static const char menu_mark[] = " ▾";

static size_t mark_length(const char *text) {
  size_t length = strlen(text);
  size_t mark = sizeof menu_mark - 1;
  return length > mark && strcmp(text + length - mark, menu_mark) == 0 ? mark : 0;
}

bool kp_board_opens_menu(const kp_widget *widget) {
  return widget->kind == KP_WIDGET_BUTTON && mark_length(widget->text) > 0;
}

static bool fits(kp_widget *widget, const char *label, int width) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_property_set_string(&ignored, widget->model, "Label", label);
  return kp_board_minimum(widget->control).width <= width;
}

/* The first `count` characters with the ellipsis, and the menu's mark, after them. */
static void shorten(char *into, const char *text, size_t count) {
  const char *end = text;
  for (; count > 0 && *end != '\0'; count--)
    do
      end++;
    while (((unsigned char)*end & 0xC0U) == 0x80U);
  size_t length = (size_t)(end - text);
  while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '~'))
    length--;
  memcpy(into, text, length);
  memcpy(into + length, ellipsis, sizeof ellipsis - 1);
  length += sizeof ellipsis - 1;
  size_t mark = mark_length(text);
  memcpy(into + length, text + strlen(text) - mark, mark + 1);
}

void kp_board_fit(kp_widget *widget, int width) {
  if ((widget->kind != KP_WIDGET_BUTTON && widget->kind != KP_WIDGET_TOGGLE) ||
      widget->fitted == width)
    return;
  bool cut_before = widget->cut;
  widget->fitted = width;
  widget->cut = false;
  if (kp_board_minimum(widget->control).width <= width && !cut_before)
    return;
  if (fits(widget, widget->text, width))
    return;
  size_t low = 0;
  size_t high = kp_text_length(widget->text);
  char *label = malloc(strlen(widget->text) + sizeof ellipsis + sizeof menu_mark);
  if (label == NULL)
    return;
  while (low + 1 < high) {
    size_t middle = low + (high - low) / 2;
    shorten(label, widget->text, middle);
    if (fits(widget, label, width))
      low = middle;
    else
      high = middle;
  }
  shorten(label, widget->text, low);
  fits(widget, label, width);
  widget->cut = true;
  free(label);
}

/* ---------------------------------------------------------------------------------- other texts */

int kp_board_line_height(const kp_board *board) {
  enum { LINE = 15 };
  int line = kp_board_minimum(board->ruler).height;
  return line > 0 ? line : LINE;
}

int kp_board_text_width(const kp_board *board, const char *text) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.awt.XFixedText::setText");
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (text[0] == '\0' || !kp_uno_call(&ignored, board->ruler, &set, NULL, text))
    return 0;
  return kp_board_minimum(board->ruler).width;
}

char *kp_board_cut_text(const kp_board *board, const char *text, int width) {
  size_t count = kp_text_length(text);
  size_t size = strlen(text) + sizeof ellipsis + sizeof menu_mark;
  int wide = kp_board_text_width(board, text);
  char *cut = malloc(size);
  if (cut == NULL)
    return NULL;
  memcpy(cut, text, strlen(text) + 1);
  /* The first guess is near: letters are about as wide as each other. */
  for (int tries = 0; wide > 0 && wide > width && count > 1 && tries < 8; tries++) {
    size_t guess = count * (size_t)(width > 0 ? width : 1) / (size_t)wide;
    count = guess < count ? guess : count - 1;
    shorten(cut, text, count);
    wide = kp_board_text_width(board, cut);
  }
  return cut;
}
