/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The part of the set-up that asks once who sits at the keyboard. */
#ifndef KERNPUNT_DIALOG_SETUP_WHO_H
#define KERNPUNT_DIALOG_SETUP_WHO_H

#include "kernpunt/session.h"
#include "setup_answers.h"

typedef struct kp_dialog_me {
  kp_board *board;
  const kp_dialog_answers *answers;
  kp_desk *desk;
  char **people; /**< in the list already */
  size_t count;
  int drop; /**< KP_BOARD_NONE when it is known */
} kp_dialog_me;

/** Adds its widgets, unless it is known who sits there. kp_dialog_me_clear it in any case. */
bool kp_dialog_me_add(kp_uno_error *error, kp_dialog_me *self, kp_board *board,
                      const kp_dialog_answers *answers);
/** The answers have other people now. */
void kp_dialog_me_show(const kp_dialog_me *self);
/** After the set-up: remembers who was chosen, and tells the panels. */
void kp_dialog_me_keep(const kp_dialog_me *self);
void kp_dialog_me_clear(kp_dialog_me *self);

#endif
