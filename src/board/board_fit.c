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
  if (widget->kind != KP_WIDGET_BUTTON || widget->fitted == width)
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
