/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form as rectangles. */
#include "layout.h"

#include "kernpunt/text.h"

int kp_layout_scale(int pixels, int line) {
  return line > 0 ? (pixels * line + KP_LAYOUT_LINE / 2) / KP_LAYOUT_LINE : pixels;
}

/* Items of the row that begins at `first`, as far as they fit beside each other. */
static size_t row_end(const kp_layout_item *items, size_t first, size_t count, int available) {
  int used = items[first].width;
  size_t end = first + 1;
  while (end < count && items[end].beside) {
    if (!items[end].hidden) {
      used += items[end].near + items[end].width;
      if (used > available)
        break;
    }
    end++;
  }
  return end;
}

static int at_most(int value, int limit) {
  return value < limit ? value : limit;
}

/* What each item that stretches gets beyond its own width; that is never wider than the row. */
static int stretch_share(const kp_layout_item *items, size_t first, size_t end, int available) {
  int left = available;
  int stretching = 0;
  int shown = 0;
  for (size_t i = first; i < end; i++) {
    if (items[i].hidden)
      continue;
    if (shown++ > 0)
      left -= items[i].near;
    left -= at_most(items[i].width, available);
    stretching += items[i].stretch;
  }
  return stretching > 0 && left > 0 ? left / stretching : 0;
}

static int place_row(kp_layout_item *items, size_t first, size_t end, int y, int available,
                     int margin, kp_layout_measure measure, void *context) {
  int share = stretch_share(items, first, end, available);
  int x = margin;
  int height = 0;
  int shown = 0;
  for (size_t i = first; i < end; i++) {
    if (items[i].hidden)
      continue;
    x += shown++ > 0 ? items[i].near : 0;
    items[i].placed_width = at_most(items[i].width, available) + (items[i].stretch ? share : 0);
    items[i].placed_height = measure(context, i, items[i].placed_width);
    items[i].x = x;
    if (items[i].right && i + 1 == end)
      items[i].x = margin + available - items[i].placed_width;
    x += items[i].placed_width;
    height = items[i].placed_height > height ? items[i].placed_height : height;
  }
  for (size_t i = first; i < end; i++)
    if (!items[i].hidden)
      items[i].y = y + (height - items[i].placed_height) / 2;
  return height;
}

int kp_layout_flow(kp_layout_item *items, size_t count, int width, int margin, int widest,
                   kp_layout_measure measure, void *context) {
  int usable = width > KP_LAYOUT_NARROWEST ? width : KP_LAYOUT_NARROWEST;
  int available = at_most(usable - 2 * margin, widest);
  int y = margin;
  for (size_t first = 0; first < count;) {
    if (items[first].hidden) {
      items[first].placed_width = items[first].placed_height = 0;
      first++;
      continue;
    }
    size_t end = row_end(items, first, count, available);
    y += items[first].gap;
    y += place_row(items, first, end, y, available, margin, measure, context);
    first = end;
  }
  return y + margin;
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
