/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layout applied to the controls: sizes asked from them, rectangles given to them. */
#include "internal.h"
#include "layout.h"

/* A line of text as the unit, so that everything scales with the fonts. */
enum { LINES_OF_WHAT = 3, WIDEST_IN_LINES = 32, LABEL_ROOM = 10000 };

typedef struct measuring {
  const kp_panel *panel;
  int line;
} measuring;

static kp_uno_size minimum_size(const kp_panel *panel, size_t control) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.awt.XLayoutConstrains::getMinimumSize");
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  kp_uno_size size = {0, 0};
  if (!kp_uno_call(&ignored, panel->controls[control], &get, &size))
    size = (kp_uno_size){0, 0};
  return size;
}

static int label_height(const kp_panel *panel, size_t control, int width) {
  static kp_uno_method adjust =
      KP_UNO_METHOD("com.sun.star.awt.XLayoutConstrains::calcAdjustedSize");
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  kp_uno_size wanted = {width, LABEL_ROOM};
  kp_uno_size size = {0, 0};
  if (!kp_uno_call(&ignored, panel->controls[control], &adjust, &size, &wanted))
    size.height = 0;
  return size.height;
}

static int lines_height(const kp_panel *panel, size_t control, int lines) {
  static kp_uno_method get =
      KP_UNO_METHOD("com.sun.star.awt.XTextLayoutConstrains::getMinimumSize");
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  kp_uno_size size = {0, 0};
  if (!kp_uno_call(&ignored, panel->controls[control], &get, &size, 10, lines))
    size.height = 0;
  return size.height;
}

static bool is_label(size_t control) {
  return control == KP_PANEL_WHAT_LABEL || control == KP_PANEL_OWNER_LABEL ||
         control == KP_PANEL_DEADLINE_LABEL || control == KP_PANEL_STATUS_LABEL ||
         control == KP_PANEL_DEADLINE_ECHO || control == KP_PANEL_MESSAGE;
}

static int measure(void *context, size_t item, int width) {
  const measuring *with = context;
  int height = 0;
  if (is_label(item))
    height = label_height(with->panel, item, width);
  else if (item == KP_PANEL_WHAT)
    height = lines_height(with->panel, item, LINES_OF_WHAT);
  else
    height = minimum_size(with->panel, item).height;
  /* A control that cannot be asked still gets a line: text must never vanish. */
  return height > 0 ? height : item == KP_PANEL_WHAT ? LINES_OF_WHAT * with->line : with->line;
}

static void describe(const kp_panel *panel, int line, kp_layout_item items[KP_PANEL_CONTROLS]) {
  for (size_t i = 0; i < KP_PANEL_CONTROLS; i++)
    items[i] = (kp_layout_item){
        .stretch = true, .gap = is_label(i) ? line / 2 : line / 8, .width = 4 * line};
  items[KP_PANEL_WHAT_LABEL].gap = 0;
  items[KP_PANEL_DEADLINE_ECHO].gap = line / 8;
  items[KP_PANEL_DEADLINE_MENU].stretch = false;
  items[KP_PANEL_DEADLINE_MENU].beside = true;
  items[KP_PANEL_DEADLINE_MENU].width = minimum_size(panel, KP_PANEL_DEADLINE_MENU).width;
  items[KP_PANEL_SAVE].gap = line / 2;
}

int kp_panel_place(kp_panel *panel, int width) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.awt.XWindow::setPosSize");
  enum { POSITION_AND_SIZE = 15 };
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  kp_layout_item items[KP_PANEL_CONTROLS];
  if (panel->disposed)
    return 0;
  int line = minimum_size(panel, KP_PANEL_STATUS_LABEL).height;
  if (line <= 0)
    line = 16;
  measuring with = {panel, line};
  describe(panel, line, items);
  int height = kp_layout_flow(items, KP_PANEL_CONTROLS, width, line / 3, WIDEST_IN_LINES * line,
                              measure, &with);
  for (size_t i = 0; i < KP_PANEL_CONTROLS; i++)
    kp_uno_call(&ignored, panel->controls[i], &set, NULL, items[i].x, items[i].y,
                items[i].placed_width, items[i].placed_height, POSITION_AND_SIZE);
  panel->width = width;
  panel->height = height;
  return height;
}

void kp_panel_relayout(kp_panel *panel) {
  static kp_uno_method request = KP_UNO_METHOD("com.sun.star.ui.XSidebar::requestLayout");
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  int before = panel->height;
  if (panel->disposed || panel->width <= 0)
    return;
  if (kp_panel_place(panel, panel->width) != before && panel->sidebar != NULL)
    kp_uno_call(&ignored, panel->sidebar, &request, NULL);
}
