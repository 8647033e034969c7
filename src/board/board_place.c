/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layout applied to the widgets: sizes asked from them, rectangles given to them. */
#include "internal.h"
#include "layout.h"

#include <stdlib.h>

/* A line of text is the unit, so that everything scales with the fonts. */
/* CHOOSER: what a button that shows a choice is cut to before it takes a row of its own. */
enum { CHOOSER = 11 };
enum { MOST_LINES = 12, WIDEST_IN_LINES = 40, LABEL_ROOM = 10000, LINE = 16, PICTURE = 16 };

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
    height =
        widget->fixed > 0 ? widget->fixed * with->line : wrapped_height(widget->control, width);
    break;
  case KP_WIDGET_LINES:
    lines = widget->lines;
    height = height_of_lines(with->board, widget, width, with->line);
    break;
  case KP_WIDGET_LIST:
    lines = widget->lines;
    height = lines_height(widget->control, lines);
    break;
  case KP_WIDGET_GRID:
    return kp_board_grid_height(with->board, widget->lines);
  case KP_WIDGET_STRIPE:
  case KP_WIDGET_DRAWING:
    return kp_layout_scale(widget->lines, with->line);
  case KP_WIDGET_IMAGE:
    return PICTURE;
  default:
    height = kp_board_minimum(widget->control).height;
  }
  /* A control that cannot be asked still gets room: text must never vanish. */
  return height > 0 ? height : lines * with->line;
}

static int gap_above(kp_widget_kind kind, bool tight) {
  if (tight && kind != KP_WIDGET_HEADING)
    return KP_SPACE_CLOSE;
  switch (kind) {
  case KP_WIDGET_LABEL:
  case KP_WIDGET_HEADING:
  case KP_WIDGET_BUTTON:
  case KP_WIDGET_TOGGLE:
  case KP_WIDGET_CHECK:
  case KP_WIDGET_STRIPE:
    return KP_SPACE_GAP;
  default:
    return KP_SPACE_NEAR;
  }
}

static int gap_before(const kp_widget *widget, const kp_widget *before) {
  if (widget->kind == KP_WIDGET_STRIPE)
    return KP_SPACE_CLOSE;
  if (widget->kind == KP_WIDGET_TOGGLE || before->kind == KP_WIDGET_CHOICE ||
      before->kind == KP_WIDGET_LINE || widget->kind == KP_WIDGET_ICON)
    return KP_SPACE_BESIDE;
  return KP_SPACE_GAP;
}

static bool stretches(const kp_widget *widget) {
  return !widget->narrow && widget->kind != KP_WIDGET_ICON && widget->kind != KP_WIDGET_IMAGE;
}

static kp_layout_item describe(const kp_widget *widget, const kp_widget *before, int line,
                               bool tight) {
  kp_layout_item item = {
      .stretch = stretches(widget),
      .beside = widget->beside,
      .right = widget->right,
      .gap = before == NULL ? 0 : kp_layout_scale(gap_above(widget->kind, tight), line),
      .near = before == NULL ? 0 : kp_layout_scale(gap_before(widget, before), line),
      .width = 4 * line,
      .full = widget->kind == KP_WIDGET_LINES || widget->kind == KP_WIDGET_GRID,
      .bundle = widget->kind == KP_WIDGET_TOGGLE};
  if (widget->kind == KP_WIDGET_IMAGE)
    item.width = PICTURE;
  else if (widget->kind == KP_WIDGET_STRIPE)
    item.width = line / 4;
  else if (!item.stretch || widget->kind == KP_WIDGET_BUTTON || widget->kind == KP_WIDGET_TOGGLE)
    item.width = kp_board_minimum(widget->control).width;
  if (item.stretch && kp_board_opens_menu(widget) && item.width > CHOOSER * line)
    item.width = CHOOSER * line;
  if (widget->part == KP_PART_LABEL)
    item.label = kp_board_minimum(widget->control).width;
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

static void put(kp_board *board, const int *places, size_t count) {
  for (size_t i = 0; i < count; i++) {
    kp_widget *widget = &board->widgets[places[i]];
    kp_board_put(board, widget);
    set_shown(widget, true);
    kp_board_fit(widget, widget->at.width);
    if (widget->kind == KP_WIDGET_DRAWING && widget->drawn != widget->at.width)
      kp_board_draw_now(board, widget);
    if (widget->kind == KP_WIDGET_GRID)
      kp_board_grid_place(board, widget, widget->at.width, widget->at.height);
  }
}

/* What takes part, from top to bottom; how many. */
static size_t gather(kp_board *board, kp_layout_item *items, int *places, int line) {
  const kp_widget *before = NULL;
  size_t count = 0;
  int group = 0;
  bool begun = false; /* a row, by something that is not to be seen: no other row is joined */
  for (size_t i = 0; i < board->count; i++) {
    kp_widget *widget = &board->widgets[i];
    group += widget->part == KP_PART_LABEL ? 1 : 0;
    if (kp_board_visible(widget)) {
      items[count] = describe(widget, before, line, board->tight);
      items[count].group = widget->part != KP_PART_NONE ? group : 0;
      items[count].beside = items[count].beside && !begun;
      places[count++] = (int)i;
      before = widget;
      begun = false;
    } else {
      set_shown(widget, false);
      begun = begun || !widget->beside;
    }
  }
  return count;
}

/* The grid that takes what room is left. */
static int stretch(const kp_board *board, kp_layout_item *items, const int *places, size_t count,
                   int height) {
  enum { FEWEST_ROWS = 2 };
  for (size_t i = 0; board->most > 0 && i < count; i++)
    if (places[i] == board->stretch)
      return kp_layout_stretch(items, count, i, height, board->most,
                               kp_board_grid_height(board, FEWEST_ROWS));
  return height;
}

int kp_board_place(kp_board *board, int width) {
  int height = 0;
  kp_layout_item *items = calloc(board->count + 1, sizeof *items);
  int *places = calloc(board->count + 1, sizeof *places);
  if (!board->gone && items != NULL && places != NULL) {
    int line = kp_board_line_height(board);
    board->quiet++;
    size_t count = gather(board, items, places, line);
    measuring with = {board, places, line};
    int widest = board->left ? width : WIDEST_IN_LINES * line; /* a dialog is as wide as it is */
    int side = kp_layout_scale(KP_SPACE_SIDE, line);
    kp_layout_fields fields = board->left ? KP_LAYOUT_LEFT : kp_layout_fields_at(width, line);
    height = kp_layout_form(items, count, width, side, widest, fields, measure, &with);
    height = stretch(board, items, places, count, height);
    bool bar = kp_board_needs_bar(board, height);
    if (bar) {
      height = kp_layout_form(items, count, width - line, side, widest, fields, measure, &with);
      height = stretch(board, items, places, count, height);
    }
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

void kp_board_stretch(kp_board *board, int widget) {
  board->stretch = widget;
}

void kp_board_set_right(kp_board *board, int widget) {
  kp_widget *of = kp_board_widget(board, widget);
  if (of != NULL)
    of->right = true;
}

void kp_board_set_left(kp_board *board) {
  board->left = true;
}

void kp_board_set_tight(kp_board *board) {
  board->tight = true;
}

void kp_board_set_top(kp_board *board, int top) {
  board->top = top;
}

void kp_board_put_in(kp_board *board, int widget, int x, int y, int width, int height) {
  kp_widget *of = kp_board_widget(board, widget);
  if (of == NULL || board->gone)
    return;
  board->quiet++;
  of->at = (kp_uno_rectangle){x, y, width, height};
  if (width > 0)
    kp_board_put(board, of);
  set_shown(of, width > 0 && !of->hidden);
  kp_board_fit(of, width);
  board->quiet--;
}

int kp_board_least(const kp_board *board, int widget) {
  const kp_widget *of = kp_board_widget(board, widget);
  return of != NULL && !board->gone ? kp_board_minimum(of->control).width : 0;
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
