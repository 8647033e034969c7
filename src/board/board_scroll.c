/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A board that is higher than what can be seen of it. No focus and no wheel scrolls the deck of the
 * sidebar, so that what is typed would go out of sight: the board has a scroll bar of its own. */
#include "internal.h"

enum { VERTICAL = 1 };

void kp_board_put_at(uno_Interface *control, int x, int y, int width, int height) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.awt.XWindow::setPosSize");
  enum { POSITION_AND_SIZE = 15 };
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_call(&ignored, control, &set, NULL, x, y, width, height, POSITION_AND_SIZE);
}

/* What does not fit whole any more is put out of sight: it would lie over what is below the board.
 * Tab still reaches it, which brings it into sight. */
static bool is_below(const kp_board *board, const kp_uno_rectangle *at) {
  return board->most > 0 && board->whole > board->most && at->height <= board->most &&
         at->y + at->height - board->scroll > board->most;
}

void kp_board_put(const kp_board *board, const kp_widget *widget) {
  enum { FAR_AWAY = 10000 };
  const kp_uno_rectangle *at = &widget->at;
  int y = is_below(board, at) ? -FAR_AWAY : board->top + at->y - board->scroll;
  kp_board_put_at(widget->control, at->x, y, at->width, at->height);
  if (widget->frame != NULL) /* a dark line, and right and below a light one outside of it */
    kp_board_put_at(widget->frame, at->x - 1, y - 1, at->width + 3, at->height + 3);
}

static void show_bar(const kp_board *board, bool visible) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.awt.XWindow::setVisible");
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (board->bar != NULL)
    kp_uno_call(&ignored, board->bar, &set, NULL, visible ? 1 : 0);
}

static void set_bar(const kp_board *board, int line) {
  static kp_uno_method orient = KP_UNO_METHOD("com.sun.star.awt.XScrollBar::setOrientation");
  static kp_uno_method by_line = KP_UNO_METHOD("com.sun.star.awt.XScrollBar::setLineIncrement");
  static kp_uno_method by_page = KP_UNO_METHOD("com.sun.star.awt.XScrollBar::setBlockIncrement");
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.awt.XScrollBar::setValues");
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_call(&ignored, board->bar, &orient, NULL, VERTICAL);
  kp_uno_call(&ignored, board->bar, &by_line, NULL, 2 * line);
  kp_uno_call(&ignored, board->bar, &by_page, NULL, board->most - line);
  kp_uno_call(&ignored, board->bar, &set, NULL, board->scroll, board->most, board->whole);
}

bool kp_board_needs_bar(const kp_board *board, int whole) {
  return board->most > 0 && whole > board->most;
}

/* Most of what follows a field is in sight too: one goes on there. */
static void reach(kp_board *board, int line) {
  const kp_widget *widget = kp_board_widget(board, board->sight);
  board->sight = KP_BOARD_NONE;
  if (widget == NULL || widget->away)
    return;
  int top = widget->at.y - 2 * line; /* with its label */
  int bottom = widget->at.y + widget->at.height + board->most / 4;
  if (bottom > board->scroll + board->most)
    board->scroll = bottom - board->most;
  if (top < board->scroll)
    board->scroll = top;
}

static void clamp(kp_board *board) {
  if (board->scroll > board->whole - board->most)
    board->scroll = board->whole - board->most;
  if (board->scroll < 0)
    board->scroll = 0;
}

static void put_all(const kp_board *board) {
  for (size_t i = 0; i < board->count; i++)
    if (!board->widgets[i].away)
      kp_board_put(board, &board->widgets[i]);
}

int kp_board_scroll_to(kp_board *board, int whole, int width, int line, bool bar) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  board->whole = whole;
  if (!bar || (board->bar == NULL && !kp_board_make_bar(&ignored, board))) {
    board->scroll = 0;
    board->sight = KP_BOARD_NONE;
    show_bar(board, false);
    return whole;
  }
  reach(board, line);
  clamp(board);
  kp_board_put_at(board->bar, width - line, board->top, line, board->most);
  set_bar(board, line);
  show_bar(board, true);
  return board->most;
}

void kp_board_scrolled(kp_board *board) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.awt.XScrollBar::getValue");
  kp_uno_error ignored = KP_UNO_IGNORED;
  sal_Int32 value = 0;
  if (!kp_uno_call(&ignored, board->bar, &get, &value) || value == board->scroll)
    return;
  board->scroll = value;
  put_all(board);
}

bool kp_board_seen(const kp_board *board, int widget) {
  const kp_widget *of = kp_board_widget(board, widget);
  int middle = of != NULL ? of->at.y + of->at.height / 2 - board->scroll : 0;
  return middle >= 0 && (board->most <= 0 || middle <= board->most);
}

void kp_board_limit(kp_board *board, int most) {
  board->most = most;
}

void kp_board_reach(kp_board *board, int widget) {
  int before = board->scroll;
  if (board->most <= 0 || board->gone)
    return;
  board->sight = widget;
  if (board->holding > 0 || board->bar == NULL || board->whole <= board->height)
    return; /* when it is placed; or all is seen */
  int line = kp_board_minimum(board->ruler).height;
  reach(board, line);
  clamp(board);
  if (board->scroll == before)
    return;
  board->quiet++;
  put_all(board);
  set_bar(board, line);
  board->quiet--;
}
