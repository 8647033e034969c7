/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of each kind of control is listened to. */
#include "internal.h"

bool kp_board_listen(kp_uno_error *error, const kp_board *board, const kp_widget *widget, bool on) {
  static kp_uno_method keys[] = {KP_UNO_METHOD("com.sun.star.awt.XWindow::removeKeyListener"),
                                 KP_UNO_METHOD("com.sun.star.awt.XWindow::addKeyListener")};
  static kp_uno_method focus[] = {KP_UNO_METHOD("com.sun.star.awt.XWindow::removeFocusListener"),
                                  KP_UNO_METHOD("com.sun.star.awt.XWindow::addFocusListener")};
  static kp_uno_method text[] = {
      KP_UNO_METHOD("com.sun.star.awt.XTextComponent::removeTextListener"),
      KP_UNO_METHOD("com.sun.star.awt.XTextComponent::addTextListener")};
  static kp_uno_method action[] = {KP_UNO_METHOD("com.sun.star.awt.XButton::removeActionListener"),
                                   KP_UNO_METHOD("com.sun.star.awt.XButton::addActionListener")};
  static kp_uno_method open[] = {KP_UNO_METHOD("com.sun.star.awt.XListBox::removeActionListener"),
                                 KP_UNO_METHOD("com.sun.star.awt.XListBox::addActionListener")};
  static kp_uno_method select[] = {KP_UNO_METHOD("com.sun.star.awt.XListBox::removeItemListener"),
                                   KP_UNO_METHOD("com.sun.star.awt.XListBox::addItemListener")};
  static kp_uno_method pick[] = {KP_UNO_METHOD("com.sun.star.awt.XComboBox::removeItemListener"),
                                 KP_UNO_METHOD("com.sun.star.awt.XComboBox::addItemListener")};
  static kp_uno_method tick[] = {KP_UNO_METHOD("com.sun.star.awt.XCheckBox::removeItemListener"),
                                 KP_UNO_METHOD("com.sun.star.awt.XCheckBox::addItemListener")};
  static kp_uno_method mouse[] = {KP_UNO_METHOD("com.sun.star.awt.XWindow::removeMouseListener"),
                                  KP_UNO_METHOD("com.sun.star.awt.XWindow::addMouseListener")};
  static kp_uno_method row[] = {
      KP_UNO_METHOD("com.sun.star.awt.grid.XGridRowSelection::removeSelectionListener"),
      KP_UNO_METHOD("com.sun.star.awt.grid.XGridRowSelection::addSelectionListener")};
  uno_Interface *control = widget->control;
  uno_Interface *ear = board->listener;
  if (widget->kind <= KP_WIDGET_NOTE || widget->kind == KP_WIDGET_STRIPE ||
      widget->kind == KP_WIDGET_IMAGE || widget->kind == KP_WIDGET_DRAWING)
    return true;
  bool good = kp_uno_call(error, control, &keys[on], NULL, ear) &&
              kp_uno_call(error, control, &focus[on], NULL, ear);
  switch (widget->kind) {
  case KP_WIDGET_LINE:
  case KP_WIDGET_LINES:
    return good && kp_uno_call(error, control, &text[on], NULL, ear);
  case KP_WIDGET_COMBO:
    return good && kp_uno_call(error, control, &text[on], NULL, ear) &&
           kp_uno_call(error, control, &pick[on], NULL, ear);
  case KP_WIDGET_CHECK:
    return good && kp_uno_call(error, control, &tick[on], NULL, ear);
  case KP_WIDGET_CHOICE:
    return good && kp_uno_call(error, control, &mouse[on], NULL, ear);
  case KP_WIDGET_GRID:
    return good && kp_uno_call(error, control, &mouse[on], NULL, ear) &&
           kp_uno_call(error, control, &row[on], NULL, ear);
  case KP_WIDGET_LIST:
  case KP_WIDGET_DROP:
    return good && kp_uno_call(error, control, &select[on], NULL, ear) &&
           kp_uno_call(error, control, &open[on], NULL, ear);
  default:
    return good && kp_uno_call(error, control, &action[on], NULL, ear);
  }
}

static bool can_have_focus(const kp_widget *widget) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  bool enabled = true;
  return widget->kind > KP_WIDGET_NOTE && widget->kind != KP_WIDGET_STRIPE &&
         widget->kind != KP_WIDGET_IMAGE && widget->kind != KP_WIDGET_FRAME &&
         widget->kind != KP_WIDGET_BAR && kp_board_visible(widget) &&
         (!kp_uno_property_get_bool(&ignored, widget->model, "Enabled", &enabled) || enabled);
}

bool kp_board_tab(kp_board *board, const kp_uno_key_event *event) {
  int step = event->base.modifiers == KP_UNO_MODIFIER_SHIFT ? -1 : 1;
  if (board->focused == KP_BOARD_NONE || event->key_code != KP_UNO_KEY_TAB ||
      (event->base.modifiers & ~KP_UNO_MODIFIER_SHIFT) != 0)
    return false;
  int next = board->focused + step;
  while (next >= 0 && (size_t)next < board->count && !can_have_focus(&board->widgets[next]))
    next += step;
  if (next < 0 || (size_t)next >= board->count || board->widgets[next].kind != KP_WIDGET_GRID)
    return false;
  kp_board_focus(board, next);
  return true;
}
