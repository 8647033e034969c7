/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form as rectangles: rows from top to bottom, fields beside each other. */
#include "layout.h"

/* What is placed, and where its columns are. */
typedef struct flowing {
  kp_layout_item *items;
  size_t count;
  int margin;
  int available;
  kp_layout_measure measure;
  void *context;
} flowing;

static int at_most(int value, int limit) {
  return value < limit ? value : limit;
}

/* Where a row that is too long breaks: before a bundle rather than within it. */
static size_t break_at(const kp_layout_item *items, size_t first, size_t end) {
  size_t begin = end;
  while (items[begin].bundle && begin > first && items[begin - 1].bundle)
    begin--;
  return begin > first ? begin : end;
}

/* Items of the row that begins at `first`, as far as they fit beside each other. */
static size_t row_end(const kp_layout_item *items, size_t first, size_t count, int available) {
  int used = items[first].width;
  size_t end = first + 1;
  while (end < count && items[end].beside) {
    if (!items[end].hidden) {
      used += items[end].near + items[end].width;
      if (used > available)
        return break_at(items, first, end);
    }
    end++;
  }
  return end;
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

static int place_row(const flowing *of, size_t first, size_t end, int left, int y, int available) {
  kp_layout_item *items = of->items;
  int share = stretch_share(items, first, end, available);
  int x = left;
  int height = 0;
  int shown = 0;
  for (size_t i = first; i < end; i++) {
    if (items[i].hidden)
      continue;
    x += shown++ > 0 ? items[i].near : 0;
    items[i].placed_width = at_most(items[i].width, available) + (items[i].stretch ? share : 0);
    items[i].placed_height = of->measure(of->context, i, items[i].placed_width);
    items[i].x = x;
    if (items[i].right && i + 1 == end)
      items[i].x = left + available - items[i].placed_width;
    x += items[i].placed_width;
    height = items[i].placed_height > height ? items[i].placed_height : height;
  }
  for (size_t i = first; i < end; i++)
    if (!items[i].hidden)
      items[i].y = y + (height - items[i].placed_height) / 2;
  return height;
}

/* The next item that is shown; those that are not take no room. */
static size_t shown_from(const flowing *of, size_t at, size_t end) {
  while (at < end && of->items[at].hidden) {
    of->items[at].placed_width = of->items[at].placed_height = 0;
    at++;
  }
  return at;
}

/* Rows of items, from a height on; the height where they end. `apart`: the first one, a label, has
 * a row of its own. */
static int place_rows(const flowing *of, size_t first, size_t end, int left, int y, int available,
                      bool apart) {
  for (size_t at = shown_from(of, first, end); at < end; at = shown_from(of, at, end)) {
    size_t next = apart ? at + 1 : row_end(of->items, at, end, available);
    apart = false;
    y += of->items[at].gap;
    y += place_row(of, at, next, left, y, available);
    at = next;
  }
  return y;
}

static size_t group_end(const flowing *of, size_t first) {
  size_t end = first + 1;
  while (end < of->count && of->items[end].group == of->items[first].group)
    end++;
  return end;
}

/* Whether a field begins here that stands beside another one, in so much room: toggles that would
 * not stay together there want the whole. */
static bool is_half(const flowing *of, size_t first, int half) {
  int bundle = 0;
  if (first >= of->count || of->items[first].group == 0)
    return false;
  for (size_t i = first; i < group_end(of, first); i++) {
    const kp_layout_item *item = &of->items[i];
    if (item->hidden)
      continue;
    if (item->full)
      return false;
    if (item->bundle)
      bundle += item->width + (bundle > 0 ? item->near : 0);
  }
  return bundle <= half;
}

/* Two fields beside each other; `*next` is what comes after them. */
static int place_two(const flowing *of, size_t first, int y, size_t *next) {
  enum { COLUMN_GAP = 10 };
  size_t end = group_end(of, first);
  size_t second = shown_from(of, end, of->count);
  int half = (of->available - COLUMN_GAP) / 2;
  *next = end;
  if (!is_half(of, first, half) || !is_half(of, second, half))
    return place_rows(of, first, end, of->margin, y, of->available, false);
  *next = group_end(of, second);
  int one = place_rows(of, first, end, of->margin, y, half, true);
  int other = place_rows(of, second, *next, of->margin + of->available - half, y, half, true);
  return one > other ? one : other;
}

static int label_width(const flowing *of) {
  int widest = 0;
  for (size_t i = 0; i < of->count; i++)
    if (of->items[i].group > 0 && !of->items[i].hidden && of->items[i].label > widest)
      widest = of->items[i].label;
  return at_most(widest, of->available / 3);
}

/* A field with its label before it. */
static int place_left(const flowing *of, size_t first, size_t end, int y, int width) {
  kp_layout_item *label = &of->items[first];
  size_t rest = shown_from(of, first + 1, end);
  if (rest == end)
    return place_rows(of, first, end, of->margin, y, of->available, false);
  int near = label->gap;
  int top = y + label->gap;
  label->x = of->margin;
  label->placed_width = width;
  label->placed_height = of->measure(of->context, first, width);
  int gap = of->items[rest].gap;
  of->items[rest].gap = 0;
  int bottom = place_rows(of, rest, end, of->margin + width + near, top,
                          of->available - width - near, false);
  of->items[rest].gap = gap;
  /* Beside the first line of a field of several. */
  int line = at_most(of->items[rest].placed_height, 2 * label->placed_height + near);
  label->y = top + (line > label->placed_height ? (line - label->placed_height) / 2 : 0);
  int under = label->y + label->placed_height;
  return bottom > under ? bottom : under;
}

kp_layout_fields kp_layout_fields_at(int width, int line) {
  return width >= kp_layout_scale(KP_SPACE_LEFT_FROM, line)  ? KP_LAYOUT_LEFT
         : width >= kp_layout_scale(KP_SPACE_TWO_FROM, line) ? KP_LAYOUT_TWO
                                                             : KP_LAYOUT_BELOW;
}

int kp_layout_form(kp_layout_item *items, size_t count, int width, int margin, int widest,
                   kp_layout_fields fields, kp_layout_measure measure, void *context) {
  int usable = width > KP_LAYOUT_NARROWEST ? width : KP_LAYOUT_NARROWEST;
  const flowing of = {.items = items,
                      .count = count,
                      .margin = margin,
                      .available = at_most(usable - 2 * margin, widest),
                      .measure = measure,
                      .context = context};
  int label = fields == KP_LAYOUT_LEFT ? label_width(&of) : 0;
  int y = margin;
  for (size_t at = shown_from(&of, 0, count); at < count; at = shown_from(&of, at, count)) {
    size_t next = items[at].group > 0 ? group_end(&of, at) : count;
    if (fields == KP_LAYOUT_TWO && items[at].group > 0) {
      y = place_two(&of, at, y, &next);
    } else if (fields == KP_LAYOUT_LEFT && items[at].group > 0 && items[at].label > 0) {
      y = place_left(&of, at, next, y, label);
    } else {
      next = row_end(items, at, next, of.available);
      y = place_rows(&of, at, next, margin, y, of.available, false);
    }
    at = next;
  }
  return y + margin;
}

int kp_layout_flow(kp_layout_item *items, size_t count, int width, int margin, int widest,
                   kp_layout_measure measure, void *context) {
  return kp_layout_form(items, count, width, margin, widest, KP_LAYOUT_BELOW, measure, context);
}
