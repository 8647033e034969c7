/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form as rectangles. */
#include "layout.h"

/* Items of the row that begins at `first`, as far as they fit beside each other. */
static size_t row_end(const kp_layout_item *items, size_t first, size_t count, int available,
                      int margin) {
  int used = items[first].width;
  size_t end = first + 1;
  while (end < count && items[end].beside) {
    if (!items[end].hidden) {
      used += margin + items[end].width;
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
static int stretch_share(const kp_layout_item *items, size_t first, size_t end, int available,
                         int margin) {
  int left = available;
  int stretching = 0;
  int shown = 0;
  for (size_t i = first; i < end; i++) {
    if (items[i].hidden)
      continue;
    if (shown++ > 0)
      left -= margin;
    left -= at_most(items[i].width, available);
    stretching += items[i].stretch;
  }
  return stretching > 0 && left > 0 ? left / stretching : 0;
}

static int place_row(kp_layout_item *items, size_t first, size_t end, int y, int available,
                     int margin, kp_layout_measure measure, void *context) {
  int share = stretch_share(items, first, end, available, margin);
  int x = margin;
  int height = 0;
  for (size_t i = first; i < end; i++) {
    if (items[i].hidden)
      continue;
    items[i].placed_width = at_most(items[i].width, available) + (items[i].stretch ? share : 0);
    items[i].placed_height = measure(context, i, items[i].placed_width);
    items[i].x = x;
    x += items[i].placed_width + margin;
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
    size_t end = row_end(items, first, count, available, margin);
    y += items[first].gap;
    y += place_row(items, first, end, y, available, margin, measure, context);
    first = end;
  }
  return y + margin;
}
