/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Distances, and the columns and rows of a grid. */
#include "layout.h"

#include "kernpunt/text.h"

int kp_layout_scale(int pixels, int line) {
  return line > 0 ? (pixels * line + KP_LAYOUT_LINE / 2) / KP_LAYOUT_LINE : pixels;
}

int kp_layout_stretch(kp_layout_item *items, size_t count, size_t item, int height, int room,
                      int least) {
  int more = room - height;
  if (items[item].placed_height + more < least)
    more = least - items[item].placed_height;
  int bottom = items[item].y + items[item].placed_height;
  items[item].placed_height += more;
  for (size_t i = 0; i < count; i++)
    if (i != item && items[i].y >= bottom)
      items[i].y += more;
  return height + more;
}

static int within(int value, int least, int most) {
  return value < least ? least : value > most ? most : value;
}

void kp_layout_columns(int width, int widest, int line, bool bar, int widths[4]) {
  enum { PADDING = 10 };
  int rest = width - (bar ? kp_layout_scale(KP_SPACE_BAR, line) : 0) - 2;
  widths[0] = kp_layout_scale(KP_SPACE_ICON, line);
  widths[1] =
      within(widest + kp_layout_scale(PADDING, line), kp_layout_scale(KP_SPACE_WHEN_LEAST, line),
             kp_layout_scale(KP_SPACE_WHEN_MOST, line));
  widths[3] =
      width >= kp_layout_scale(KP_SPACE_WHO_FROM, line) ? kp_layout_scale(KP_SPACE_WHO, line) : 0;
  rest -= widths[0] + widths[1] + widths[3];
  widths[2] = rest > line ? rest : line;
}

/* The first character of a text in UTF-8, and a letter of the keyboard, as texts. */
static bool begins_with(const char *text, unsigned letter) {
  char first[5] = "";
  char wanted[5] = "";
  size_t size = 1;
  first[0] = text[0];
  while (size < 4 && text[0] != '\0' && ((unsigned char)text[size] & 0xC0U) == 0x80U) {
    first[size] = text[size];
    size++;
  }
  if (letter < 0x80) {
    wanted[0] = (char)letter;
  } else if (letter < 0x800) {
    wanted[0] = (char)(0xC0U | (letter >> 6));
    wanted[1] = (char)(0x80U | (letter & 0x3FU));
  } else {
    wanted[0] = (char)(0xE0U | ((letter >> 12) & 0x0FU));
    wanted[1] = (char)(0x80U | ((letter >> 6) & 0x3FU));
    wanted[2] = (char)(0x80U | (letter & 0x3FU));
  }
  return kp_fold_same(first, wanted);
}

int kp_layout_letter(const char *const *texts, size_t step, size_t count, int from,
                     unsigned letter) {
  for (size_t i = 1; i <= count; i++) {
    size_t row = ((size_t)(from + 1) + i - 1) % count;
    if (begins_with(texts[row * step], letter))
      return (int)row;
  }
  return -1;
}
