/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things are in a dialog, and where the dialog is. */
#include "internal.h"

#include "kernpunt/port.h"

void kp_dialog_put(uno_Interface *control, int x, int y, int width, int height) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.awt.XWindow::setPosSize");
  enum { POSSIZE = 15 };
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_call(&ignored, control, &set, NULL, x, y, width, height, POSSIZE);
}

void kp_dialog_least(uno_Interface *control, int *width, int *height) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.awt.XLayoutConstrains::getMinimumSize");
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_size size = {0, 0};
  kp_uno_call(&ignored, control, &get, &size);
  *width = size.width;
  *height = size.height;
}

int kp_dialog_pixels(const kp_dialog *dialog, int units) {
  static kp_uno_method convert =
      KP_UNO_METHOD("com.sun.star.awt.XUnitConversion::convertSizeToPixel");
  enum { APPFONT = 17, EACH = 100 };
  kp_uno_error ignored = KP_UNO_IGNORED;
  const kp_uno_size from = {EACH * units, EACH};
  kp_uno_size pixels = {0, 0};
  return kp_uno_call(&ignored, dialog->window, &convert, &pixels, &from, APPFONT) &&
                 pixels.width >= EACH
             ? pixels.width / EACH
             : 2 * units;
}

static kp_uno_rectangle place_of(uno_Interface *window) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.awt.XWindow::getPosSize");
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_rectangle place = {0, 0, 0, 0};
  kp_uno_call(&ignored, window, &get, &place);
  return place;
}

static int place_buttons(kp_dialog *dialog, int top, int gap) {
  int least = kp_dialog_pixels(dialog, 50);
  int height = 0;
  int x = dialog->width - gap;
  int order[KP_DIALOG_BUTTONS] = {KP_DIALOG_CANCEL, KP_DIALOG_ACCEPT};
  if (kp_port_accept_first()) {
    order[0] = KP_DIALOG_ACCEPT;
    order[1] = KP_DIALOG_CANCEL;
  }
  for (int i = KP_DIALOG_BUTTONS - 1; i >= 0; i--) {
    int width = 0;
    kp_dialog_least(dialog->buttons[order[i]], &width, &height);
    width = width + gap > least ? width + gap : least;
    x -= width;
    kp_dialog_put(dialog->buttons[order[i]], x, top, width, height);
    x -= gap;
  }
  return height;
}

void kp_dialog_fit(kp_dialog *dialog) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.awt.XWindow::setPosSize");
  enum { SIZE = 12 };
  kp_uno_error ignored = KP_UNO_IGNORED;
  int gap = kp_dialog_pixels(dialog, 4);
  int height = kp_board_place(dialog->board, dialog->width);
  if (dialog->plan.place != NULL)
    height += dialog->plan.place(dialog->plan.data, height, dialog->width);
  height += gap + place_buttons(dialog, height + gap, gap) + gap;
  kp_uno_call(&ignored, dialog->window, &set, NULL, 0, 0, dialog->width, height, SIZE);
}

void kp_dialog_centre(const kp_dialog *dialog) {
  static kp_uno_method get_window = KP_UNO_METHOD("com.sun.star.frame.XFrame::getContainerWindow");
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.awt.XWindow::setPosSize");
  enum { POS = 3 };
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *parent = NULL;
  if (!kp_uno_call(&ignored, dialog->plan.frame, &get_window, &parent))
    return;
  kp_uno_rectangle around = place_of(parent);
  kp_uno_rectangle own = place_of(dialog->window);
  int x = (around.width - own.width) / 2;
  int y = (around.height - own.height) / 3;
  /* The office counts from the window the dialog belongs to. */
  kp_uno_call(&ignored, dialog->window, &set, NULL, x > 0 ? x : 0, y > 0 ? y : 0, 0, 0, POS);
  kp_uno_release(parent);
}
