/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layout applied to the widgets: sizes asked from them, rectangles given to them. */
#include "internal.h"
#include "layout.h"

#include <stdlib.h>

/* A line of text is the unit, so that everything scales with the fonts. */
enum { MOST_LINES = 12, WIDEST_IN_LINES = 40, LABEL_ROOM = 10000, LINE = 16 };

typedef struct measuring {
  kp_board *board;
  const int *places; /* of the widgets that take part */
  int line;
} measuring;

kp_uno_size kp_board_minimum(uno_Interface *control) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.awt.XLayoutConstrains::getMinimumSize");
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_size size = {0, 0};
  if (!kp_uno_call(&ignored, control, &get, &size))
    size = (kp_uno_size){0, 0};
  return size;
}

static int wrapped_height(uno_Interface *label, int width) {
  static kp_uno_method adjust =
      KP_UNO_METHOD("com.sun.star.awt.XLayoutConstrains::calcAdjustedSize");
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_size wanted = {width, LABEL_ROOM};
  kp_uno_size size = {0, 0};
  if (!kp_uno_call(&ignored, label, &adjust, &size, &wanted))
    size.height = 0;
  return size.height;
}

static int lines_height(uno_Interface *control, int lines) {
  static kp_uno_method get =
      KP_UNO_METHOD("com.sun.star.awt.XTextLayoutConstrains::getMinimumSize");
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_size size = {0, 0};
  if (!kp_uno_call(&ignored, control, &get, &size, 10, lines))
    size.height = 0;
  return size.height;
}

/* Lines that a text takes at a width, told by the ruler. */
static int lines_of(const kp_board *board, const char *text, int width, int line) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.awt.XFixedText::setText");
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (text[0] == '\0' || !kp_uno_call(&ignored, board->ruler, &set, NULL, text))
    return 1;
  return (wrapped_height(board->ruler, width) + line - 1) / line;
}

static int height_of_lines(const kp_board *board, const kp_widget *widget, int width, int line) {
  /* A frame and a scroll bar take room that the text does not have. */
  int lines = lines_of(board, widget->text, width - 2 * line, line);
  if (lines < widget->lines)
    lines = widget->lines;
  return lines_height(widget->control, lines < MOST_LINES ? lines : MOST_LINES);
}

static int measure(void *context, size_t item, int width) {
  const measuring *with = context;
  const kp_widget *widget = &with->board->widgets[with->places[item]];
  int height = 0;
  int lines = 1;
  switch (widget->kind) {
  case KP_WIDGET_LABEL:
  case KP_WIDGET_HEADING:
  case KP_WIDGET_NOTE:
    height = wrapped_height(widget->control, width);
    break;
  case KP_WIDGET_LINES:
    lines = widget->lines;
    height = height_of_lines(with->board, widget, width, with->line);
    break;
  case KP_WIDGET_LIST:
    lines = widget->lines;
    height = lines_height(widget->control, lines);
    break;
  default:
    height = kp_board_minimum(widget->control).height;
  }
  /* A control that cannot be asked still gets room: text must never vanish. */
  return height > 0 ? height : lines * with->line;
}

static int gap_above(kp_widget_kind kind, int line) {
  switch (kind) {
  case KP_WIDGET_LABEL:
  case KP_WIDGET_HEADING:
    return line / 2;
  case KP_WIDGET_BUTTON:
  case KP_WIDGET_CHECK:
    return line / 3;
  default:
    return line / 8;
  }
}

static kp_layout_item describe(const kp_widget *widget, bool first, int line) {
  kp_layout_item item = {.stretch = !widget->narrow && widget->kind != KP_WIDGET_ICON,
                         .beside = widget->beside,
                         .gap = first ? 0 : gap_above(widget->kind, line),
                         .width = 4 * line};
  if (!item.stretch || widget->kind == KP_WIDGET_BUTTON)
    item.width = kp_board_minimum(widget->control).width;
  /* A short field fits what it holds now; three or four characters must always fit. */
  if (!item.stretch && widget->kind == KP_WIDGET_LINE && item.width < 3 * line)
    item.width = 3 * line;
  return item;
}

static void set_shown(kp_widget *widget, bool shown) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.awt.XWindow::setVisible");
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (widget->away != shown)
    return;
  if (widget->frame != NULL)
    kp_uno_call(&ignored, widget->frame, &set, NULL, shown ? 1 : 0);
  if (kp_uno_call(&ignored, widget->control, &set, NULL, shown ? 1 : 0))
    widget->away = !shown;
}

static void keep_places(const kp_board *board, const int *places, const kp_layout_item *items,
                        size_t count) {
  for (size_t i = 0; i < count; i++)
    board->widgets[places[i]].at =
        (kp_uno_rectangle){items[i].x, items[i].y, items[i].placed_width, items[i].placed_height};
}

static void put(const kp_board *board, const int *places, size_t count) {
  for (size_t i = 0; i < count; i++) {
    kp_widget *widget = &board->widgets[places[i]];
    kp_board_put(board, widget);
    set_shown(widget, true);
    kp_board_fit(widget, widget->at.width);
  }
}

int kp_board_place(kp_board *board, int width) {
  int height = 0;
  kp_layout_item *items = calloc(board->count + 1, sizeof *items);
  int *places = calloc(board->count + 1, sizeof *places);
  if (!board->gone && items != NULL && places != NULL) {
    int line = kp_board_minimum(board->ruler).height;
    size_t count = 0;
    line = line > 0 ? line : LINE;
    board->quiet++;
    for (size_t i = 0; i < board->count; i++) {
      if (kp_board_visible(&board->widgets[i])) {
        items[count] = describe(&board->widgets[i], count == 0, line);
        places[count++] = (int)i;
      } else {
        set_shown(&board->widgets[i], false);
      }
    }
    measuring with = {board, places, line};
    int widest = WIDEST_IN_LINES * line;
    height = kp_layout_flow(items, count, width, line / 3, widest, measure, &with);
    bool bar = kp_board_needs_bar(board, height);
    if (bar)
      height = kp_layout_flow(items, count, width - line, line / 3, widest, measure, &with);
    keep_places(board, places, items, count);
    height = kp_board_scroll_to(board, height, width, line, bar);
    put(board, places, count);
    board->quiet--;
    board->width = width;
    board->height = height;
  }
  free(places);
  free(items);
  return height;
}

void kp_board_replace(kp_board *board) {
  int before = board->height;
  if (board->holding == 0 && board->width > 0 && !board->gone &&
      kp_board_place(board, board->width) != before)
    board->owner.resized(board->owner.data);
}

void kp_board_hold(kp_board *board, bool hold) {
  board->holding += hold ? 1 : -1;
  if (board->holding == 0)
    kp_board_replace(board);
}

void kp_board_paint(kp_board *board) {
  static kp_uno_method get_peer = KP_UNO_METHOD("com.sun.star.awt.XControl::getPeer");
  static kp_uno_method invalidate = KP_UNO_METHOD("com.sun.star.awt.XWindowPeer::invalidate");
  enum { NO_CHILDREN = 2, UPDATE = 8 }; /* what of the controls has changed the office knows */
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *peer = NULL;
  if (!board->gone && kp_uno_call(&ignored, board->window, &get_peer, &peer) && peer != NULL)
    kp_uno_call(&ignored, peer, &invalidate, NULL, NO_CHILDREN | UPDATE);
  kp_uno_release(peer);
}
