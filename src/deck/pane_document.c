/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document that a pane works in, for those who read and write it. */
#include "kernpunt/deck.h"
#include "internal.h"

#include "kernpunt/dialog.h"

#include <string.h>

const kp_form_asks kp_pane_asks = {kp_dialog_date, kp_dialog_person};

bool kp_pane_current(const kp_pane *pane, uno_Interface **model, uno_Interface **controller) {
  static kp_uno_method get_controller = KP_UNO_METHOD("com.sun.star.frame.XFrame::getController");
  static kp_uno_method get_model = KP_UNO_METHOD("com.sun.star.frame.XController::getModel");
  kp_uno_error ignored = KP_UNO_IGNORED;
  *model = *controller = NULL;
  return pane->frame != NULL && kp_uno_call(&ignored, pane->frame, &get_controller, controller) &&
         kp_uno_call(&ignored, *controller, &get_model, model) && *model != NULL;
}

/* The desk's rows, which it reads again after every change. */
static bool lend_rows(void *lender, kp_reader **reader, kp_method_book **book) {
  *book = kp_desk_book(lender);
  *reader = kp_desk_reader(lender);
  return *book != NULL && *reader != NULL;
}

bool kp_pane_document(kp_pane *pane, kp_document *document) {
  memset(document, 0, sizeof *document);
  if (pane->disposed || pane->desk == NULL || kp_desk_method(pane->desk) == NULL ||
      !kp_pane_current(pane, &document->model, &document->controller) ||
      !kp_uno_same(document->model, kp_desk_model(pane->desk))) {
    kp_pane_done(document);
    return false;
  }
  document->context = pane->context;
  document->method = kp_desk_method(pane->desk);
  document->language = pane->language;
  document->lend = lend_rows;
  document->lender = pane->desk;
  return true;
}

void kp_pane_done(kp_document *document) {
  kp_uno_release(document->controller);
  kp_uno_release(document->model);
  document->controller = document->model = NULL;
}

void kp_pane_show_other(kp_pane *pane, const char *panel) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (pane->disposed)
    return;
  /* Follow-up goes on to its form by itself: that is where the work is. */
  bool form = pane->desk != NULL && strcmp(panel, KP_DECK_FOLLOW) == 0 &&
              kp_desk_set_draft(pane->desk, KP_DECK_WANTS_FORM, "yes");
  if (form)
    kp_desk_touch(pane->desk);
  kp_deck_show(&ignored, pane->context, pane->frame, panel, !form);
}

const char *kp_pane_word(const kp_pane *pane, kp_text text) {
  return kp_text_get(text, pane->language);
}

void kp_pane_help(kp_pane *pane) {
  kp_board_set_busy(pane->board, true);
  kp_dialog_help(pane->context, pane->language, pane->panel->help);
  kp_board_set_busy(pane->board, false);
}
