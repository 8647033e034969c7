/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Menus and questions: the office's own, because drop-down controls open at the wrong place in a
 * panel with gtk3. */
#include "internal.h"

static bool add_item(uno_Interface *menu, int16_t *position, int id, const kp_board_row *row) {
  static kp_uno_method insert = KP_UNO_METHOD("com.sun.star.awt.XMenu::insertItem");
  static kp_uno_method separate = KP_UNO_METHOD("com.sun.star.awt.XPopupMenu::insertSeparator");
  static kp_uno_method check = KP_UNO_METHOD("com.sun.star.awt.XPopupMenu::checkItem");
  static kp_uno_method enable = KP_UNO_METHOD("com.sun.star.awt.XMenu::enableItem");
  enum { CHECKABLE = 1 };
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (row->separated && id > 1 && kp_uno_call(&ignored, menu, &separate, NULL, *position))
    (*position)++;
  bool good = kp_uno_call(&ignored, menu, &insert, NULL, id, row->text,
                          row->checked ? CHECKABLE : 0, *position);
  (*position)++;
  return good && (!row->checked || kp_uno_call(&ignored, menu, &check, NULL, id, 1)) &&
         (!row->disabled || kp_uno_call(&ignored, menu, &enable, NULL, id, 0));
}

/* The frame that shows the document; acquired, NULL when there is none. */
static uno_Interface *frame_of(uno_Interface *model) {
  static kp_uno_method get_controller =
      KP_UNO_METHOD("com.sun.star.frame.XModel::getCurrentController");
  static kp_uno_method get_frame = KP_UNO_METHOD("com.sun.star.frame.XController::getFrame");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *controller = NULL;
  uno_Interface *frame = NULL;
  if (model != NULL && kp_uno_call(&ignored, model, &get_controller, &controller) &&
      controller != NULL && !kp_uno_call(&ignored, controller, &get_frame, &frame))
    frame = NULL;
  kp_uno_release(controller);
  return frame;
}

/* While a menu is open neither its document nor the office may end: see board_listener.c. The frame
 * is asked too: newer offices (25.2) close all frames before they ask who listens to their end. */
static void veto_end(const kp_board *board, uno_Interface *model, uno_Interface *frame, bool on) {
  static kp_uno_method close[] = {
      KP_UNO_METHOD("com.sun.star.util.XCloseBroadcaster::removeCloseListener"),
      KP_UNO_METHOD("com.sun.star.util.XCloseBroadcaster::addCloseListener")};
  static kp_uno_method terminate[] = {
      KP_UNO_METHOD("com.sun.star.frame.XDesktop::removeTerminateListener"),
      KP_UNO_METHOD("com.sun.star.frame.XDesktop::addTerminateListener")};
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *desktop = NULL;
  if (model != NULL)
    kp_uno_call(&ignored, model, &close[on], NULL, board->listener);
  if (frame != NULL)
    kp_uno_call(&ignored, frame, &close[on], NULL, board->listener);
  if (kp_uno_singleton(&ignored, board->context, "com.sun.star.frame.theDesktop", &desktop))
    kp_uno_call(&ignored, desktop, &terminate[on], NULL, board->listener);
  kp_uno_release(desktop);
}

/* Opens the menu under a control and waits. */
static int execute(kp_board *board, uno_Interface *menu, int under) {
  static kp_uno_method get_peer = KP_UNO_METHOD("com.sun.star.awt.XControl::getPeer");
  static kp_uno_method get_place = KP_UNO_METHOD("com.sun.star.awt.XWindow::getPosSize");
  static kp_uno_method run = KP_UNO_METHOD("com.sun.star.awt.XPopupMenu::execute");
  enum { DOWN = 1 };
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *peer = NULL;
  kp_uno_rectangle place = {0, 0, 0, 0};
  sal_Int16 chosen = 0;
  bool good = kp_uno_call(&ignored, board->window, &get_peer, &peer) &&
              kp_uno_call(&ignored, kp_board_control(board, under), &get_place, &place) &&
              kp_uno_call(&ignored, menu, &run, &chosen, peer, &place, DOWN);
  kp_uno_release(peer);
  return good && chosen > 0 ? chosen - 1 : KP_BOARD_NONE;
}

int kp_board_menu(kp_board *board, int under, const kp_board_row *rows, size_t count,
                  uno_Interface *model) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *menu = NULL;
  int16_t position = 0;
  int chosen = KP_BOARD_NONE;
  if (count == 0 || board->gone || kp_board_widget(board, under) == NULL)
    return KP_BOARD_NONE;
  bool good = kp_uno_create(&ignored, board->context, "com.sun.star.awt.PopupMenu", &menu);
  for (size_t i = 0; good && i < count; i++)
    good = add_item(menu, &position, (int)i + 1, &rows[i]);
  if (good) {
    uno_Interface *kept = kp_uno_acquire(model);
    uno_Interface *frame = frame_of(kept);
    board->busy++;
    veto_end(board, kept, frame, true);
    chosen = execute(board, menu, under);
    veto_end(board, kept, frame, false);
    kp_board_set_busy(board, false);
    kp_uno_release(frame);
    kp_uno_release(kept);
  }
  kp_uno_release(menu);
  return board->gone || chosen >= (int)count ? KP_BOARD_NONE : chosen;
}

int kp_board_ask(kp_board *board, uno_Interface *context, uno_Interface *frame, int type,
                 int buttons, const char *title, const char *text) {
  static kp_uno_method get_window = KP_UNO_METHOD("com.sun.star.frame.XFrame::getContainerWindow");
  static kp_uno_method create =
      KP_UNO_METHOD("com.sun.star.awt.XMessageBoxFactory::createMessageBox");
  static kp_uno_method run = KP_UNO_METHOD("com.sun.star.awt.XMessageBox::execute");
  static kp_uno_method dispose = KP_UNO_METHOD("com.sun.star.lang.XComponent::dispose");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *window = NULL;
  uno_Interface *toolkit = NULL;
  uno_Interface *box = NULL;
  sal_Int16 answer = 0;
  if (board != NULL)
    board->busy++;
  if (kp_uno_call(&ignored, frame, &get_window, &window) &&
      kp_uno_create(&ignored, context, "com.sun.star.awt.Toolkit", &toolkit) &&
      kp_uno_call(&ignored, toolkit, &create, &box, window, type, buttons, title, text) &&
      !kp_uno_call(&ignored, box, &run, &answer))
    answer = 0;
  if (box != NULL)
    kp_uno_call(&ignored, box, &dispose, NULL);
  kp_uno_release(box);
  kp_uno_release(toolkit);
  kp_uno_release(window);
  if (board != NULL)
    kp_board_set_busy(board, false);
  return answer;
}
