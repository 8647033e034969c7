/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the files of the dialog share. */
#ifndef KERNPUNT_DIALOG_INTERNAL_H
#define KERNPUNT_DIALOG_INTERNAL_H

#include "dialog.h"
#include "kernpunt/uno.h"

enum { KP_DIALOG_ACCEPT, KP_DIALOG_CANCEL, KP_DIALOG_BUTTONS };

struct kp_dialog {
  kp_dialog_plan plan;
  uno_Interface *self; /* the listener */
  uno_Interface *window;
  uno_Interface *toolkit;
  uno_Interface *buttons[KP_DIALOG_BUTTONS];
  kp_board *board;
  int message; /* the widget that says what is wrong */
  int width;   /* in pixels */
  bool running;
  bool answering; /* `accepted` is at work: a second click must wait */
  bool accepted;
};

/** Gives everything its place for the width of the dialog, and the dialog its
 * height. */
void kp_dialog_fit(kp_dialog *dialog);
/** In the middle of the window it belongs to, a little above. */
void kp_dialog_centre(const kp_dialog *dialog);
/** The object that listens for the dialog, and the two ways in which the board
 * speaks. */
uno_Interface *kp_dialog_listener_new(kp_uno_error *error, kp_dialog *dialog);
/** The dialog is no more: the listener stays silent. */
void kp_dialog_listener_forget(uno_Interface *listener);
void kp_dialog_on_event(void *data, const kp_board_event *event);
void kp_dialog_on_resized(void *data);

#endif
