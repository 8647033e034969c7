/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Logging an action: always a new row, in a form that is empty again after each save. */
#include "today.h"

#include "kernpunt/deck.h"
#include "kernpunt/session.h"

#include <stdlib.h>

void kp_today_log(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  kp_desk_set_draft(pane->desk, KP_TODAY_DRAFT_LOG, "yes");
  today->mode = KP_TODAY_LOGS;
  today->rebuild = today->focus = true;
  kp_footer_say(pane, KP_FOOTER_REFUSED, NULL, NULL);
  kp_pane_refresh(pane);
  if (pane->shrunk)
    kp_pane_show_other(pane, KP_DECK_TODAY);
}

static kp_logging_place place_of(kp_pane *pane) {
  kp_logging_place at = {NULL, -1};
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_document document;
  if (kp_pane_document(pane, &document))
    kp_workbook_cursor(&ignored, &document, &at.sheet, &at.row);
  kp_pane_done(&document);
  return at;
}

bool kp_today_make_log(kp_pane *pane, kp_uno_error *error) {
  kp_today *today = kp_today_of(pane);
  kp_logging_place at = place_of(pane);
  const kp_widget_spec heading = {.name = "form_heading",
                                  .kind = KP_WIDGET_HEADING,
                                  .label = kp_pane_word(pane, KP_TEXT_DUE_NEW_ACTION)};
  bool good = kp_board_add(error, pane->board, &heading) != KP_BOARD_NONE &&
              kp_logging_open(&today->log, pane->desk, &at);
  if (good) {
    const kp_form_subject subject = kp_logging_subject(&today->log, KP_LOG_DRAFT);
    today->form = kp_form_new(error, pane->board, pane->desk, pane->context, pane->frame,
                              pane->language, &kp_pane_asks, &subject);
    good = today->form != NULL;
  }
  if (good)
    kp_logging_say_place(&today->log, today->form, pane->language, &at);
  free(at.sheet);
  return good;
}

void kp_today_say_log(kp_pane *pane, kp_footer_state state) {
  const kp_method_form *form = kp_logging_form(kp_desk_method(pane->desk));
  char *head = form != NULL ? kp_text_fill(KP_TEXT_DUE_NEW_ROW, pane->language,
                                           form->table->name.in[pane->language], NULL)
                            : NULL;
  kp_footer_say(pane, state, head, kp_pane_word(pane, KP_TEXT_DUE_SAVE_HINT));
  free(head);
}

void kp_today_save_log(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  kp_form_result result = {.answer = KP_WORKBOOK_REFUSED};
  kp_document document;
  if (today->form == NULL || !kp_pane_document(pane, &document))
    return;
  kp_form_save(today->form, &document, &result);
  kp_pane_done(&document);
  if (!pane->disposed && !kp_board_gone(pane->board)) {
    if (result.answer == KP_WORKBOOK_WRITTEN) {
      char *text = kp_logging_told(&today->log, pane->desk, today->form, pane->language);
      kp_footer_wrote(pane, NULL, text != NULL ? text : "");
      free(text);
      kp_logging_remember(&today->log, pane->desk, today->form);
      kp_desk_drop_drafts(pane->desk, KP_LOG_DRAFT);
      today->rebuild = today->focus = today->over = true; /* empty, and the next one begins */
      kp_desk_touch(pane->desk);
      kp_pane_refresh(pane);
    } else {
      kp_footer_say(pane, KP_FOOTER_REFUSED, NULL, result.message != NULL ? result.message : "");
    }
  }
  kp_form_result_clear(&result);
}
