/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Follow-up is to show, chosen from elsewhere: by drafts, which it reads when it is there. */
#include "kernpunt/deck.h"

#include <stdio.h>
#include <string.h>

void kp_deck_key_step(const char *focus, char key[KP_DECK_KEY]) {
  snprintf(key, KP_DECK_KEY, "follow/_step/%s", focus);
}

void kp_deck_key_task(const char *focus, const char *step, char key[KP_DECK_KEY]) {
  snprintf(key, KP_DECK_KEY, "follow/_task/%s/%s", focus, step);
}

void kp_deck_key_row(const char *focus, const char *step, const char *form, char key[KP_DECK_KEY]) {
  snprintf(key, KP_DECK_KEY, "follow/_row/%s/%s.%s", focus, step, form);
}

void kp_deck_choose_task(kp_desk *desk, const char *focus, const kp_method_step *step,
                         const kp_method_task *task, const char *id) {
  char key[KP_DECK_KEY];
  bool loose = strcmp(focus, KP_FOLLOW_LOOSE) == 0;
  const char *of = loose ? "" : step->key;
  kp_desk_set_draft(desk, KP_FOLLOW_CHOSEN, focus);
  kp_deck_key_step(focus, key);
  kp_desk_set_draft(desk, key, loose ? NULL : step->key);
  kp_deck_key_task(focus, of, key);
  kp_desk_set_draft(desk, key, loose ? NULL : task->form->key);
  kp_deck_key_row(focus, of, task->form->key, key);
  kp_desk_set_draft(desk, key, task->itself ? NULL : id);
}
