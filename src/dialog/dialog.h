/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * A modal dialog: a board with Cancel and a default button below it. Esc
 * cancels, Enter (in a field of one line) and Ctrl+Enter accept; accepting may
 * be refused, and then the dialog says why and stays. While it is open its
 * document refuses to close.
 */
#ifndef KERNPUNT_DIALOG_DIALOG_H
#define KERNPUNT_DIALOG_DIALOG_H

#include "kernpunt/board.h"
#include "kernpunt/dialog.h"

typedef struct kp_dialog kp_dialog;

/** What a dialog is and who answers for it; copied. */
typedef struct kp_dialog_plan {
  uno_Interface *context;
  uno_Interface *frame; /**< the window it belongs to */
  kp_language language;
  kp_text title;
  kp_text accept;   /**< label of the default button */
  const char *help; /**< place in the help page for F1, "settings"; or NULL */
  int width;        /**< in units of the dialog font, an eighth of a line each; 0: the
                       usual */
  void *data;       /**< handed to the functions below; all of them may be NULL */
  /** The default button: true closes the dialog. */
  bool (*accepted)(void *data);
  /** An event of the board that the dialog does not answer itself. */
  void (*event)(void *data, const kp_board_event *event);
  /** Places the controls of kp_dialog_add below the board, from `top` on;
   * returns their height. */
  int (*place)(void *data, int top, int width);
  /** A key (KP_UNO_KEY_*) before any control hears of it; true when it was
   * used. */
  bool (*key)(void *data, int code);
  /** One of the added controls was pressed, or got or lost the focus. */
  void (*pressed)(void *data, uno_Interface *control);
  void (*focused)(void *data, uno_Interface *control, bool has);
} kp_dialog_plan;

/** A dialog that is not shown yet; NULL after an error. kp_dialog_free it. */
kp_dialog *kp_dialog_new(kp_uno_error *error, const kp_dialog_plan *plan);
void kp_dialog_free(kp_dialog *dialog);

/** Add the widgets to this board, before kp_dialog_run. */
kp_board *kp_dialog_board(const kp_dialog *dialog);

/** Makes a control that is no widget: `control` and `model` are the caller's.
 * Buttons among them are listened to. */
bool kp_dialog_add(kp_uno_error *error, kp_dialog *dialog, const char *service, const char *name,
                   int tab, uno_Interface **control, uno_Interface **model);

/** Shows the dialog with the focus in `first` (or KP_BOARD_NONE) and waits
 * until it is closed. True when it was accepted. */
bool kp_dialog_run(kp_dialog *dialog, int first);

/** Says something above the buttons and puts the focus on a widget (or
 * KP_BOARD_NONE). */
void kp_dialog_say(kp_dialog *dialog, const char *text, int widget);

/** Closes the dialog from within. */
void kp_dialog_end(kp_dialog *dialog, bool accepted);

/** Pixels of a length in units of the dialog font. */
int kp_dialog_pixels(const kp_dialog *dialog, int units);

/** Places a control, in pixels. */
void kp_dialog_put(uno_Interface *control, int x, int y, int width, int height);
/** The least size of a control in pixels. */
void kp_dialog_least(uno_Interface *control, int *width, int *height);

/* ---------------------------------------------------------------------------
 * for each dialog */

/** Adds a widget; -1 after an error. `kind` LABEL to NOTE need a label only. */
int kp_dialog_widget(kp_uno_error *error, kp_board *board, const char *name, kp_widget_kind kind,
                     const char *label);

/** Adds a label and its field below each other; the field's place, or -1. */
int kp_dialog_field(kp_uno_error *error, kp_board *board, const char *name, kp_widget_kind kind,
                    const char *label, const char *help);

#endif
