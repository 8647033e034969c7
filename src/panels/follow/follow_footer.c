/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The footer: what is not saved yet, and why something was not. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What was begun, in a line. */
static char *unsaved_text(const kp_pane *pane) {
  const kp_follow *follow = kp_follow_of(pane);
  const kp_follow_view *view = &follow->view;
  char number[24];
  if (follow->links.list != NULL) {
    for (size_t i = 0; i < follow->links.count; i++)
      if (follow->current < follow->form_count &&
          strcmp(follow->links.list[i].id, follow->forms[follow->current].id) == 0) {
        snprintf(number, sizeof number, "%.0f", follow->links.list[i].number);
        return kp_text_fill(KP_TEXT_FOLLOW_UNSAVED_WHY, pane->language,
                            view->task->form->name.in[pane->language], number);
      }
  }
  char *change = kp_follow_form(follow) != NULL ? kp_form_change(kp_follow_form(follow)) : NULL;
  if (change != NULL)
    return change;
  return kp_text_copy(kp_pane_word(pane, KP_TEXT_FOLLOW_UNSAVED));
}

void kp_follow_show_footer(kp_pane *pane) {
  const kp_follow *follow = kp_follow_of(pane);
  char key[KP_FOLLOW_KEY];
  bool form = follow->form_count > 0;
  bool begun = false;
  if (form && pane->desk != NULL && follow->view.focus != NULL) {
    kp_follow_key_begun(&follow->view, key);
    begun = kp_desk_has_drafts(pane->desk, key);
  }
  bool may = pane->desk != NULL && kp_desk_locked(pane->desk) == KP_DESK_FREE;
  char *text = begun ? unsaved_text(pane) : NULL;
  kp_footer_say(pane, KP_FOOTER_UNSAVED, NULL, text);
  kp_footer_say(pane, KP_FOOTER_TIP, NULL,
                may && kp_desk_shared(pane->desk) ? kp_pane_word(pane, KP_TEXT_FOLLOW_SHARED)
                                                  : NULL);
  kp_footer_save(pane, form, may && begun);
  free(text);
}

void kp_follow_refuse(kp_pane *pane, char *text) {
  if (!pane->disposed)
    kp_footer_say(pane, KP_FOOTER_REFUSED, NULL, text != NULL && text[0] != '\0' ? text : NULL);
  free(text);
}

void kp_follow_refuse_text(kp_pane *pane, kp_text text, const char *first) {
  char *said = kp_text_fill(text, pane->language, first, NULL);
  kp_follow_refuse(pane, said != NULL ? said : kp_text_copy(kp_pane_word(pane, text)));
}
