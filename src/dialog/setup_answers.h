/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The part of a dialog that asks where the answers are: sheet, columns, what is in them. */
#ifndef KERNPUNT_DIALOG_SETUP_ANSWERS_H
#define KERNPUNT_DIALOG_SETUP_ANSWERS_H

#include "dialog.h"
#include "kernpunt/measure.h"

/** Width of a dialog with this part, in units of the dialog font. */
enum { KP_DIALOG_ANSWERS_WIDTH = 310 };

typedef struct kp_dialog_answers {
  kp_board *board;
  const kp_document *document;
  char **sheets;
  size_t sheet_count;
  kp_answers_plan plan; /**< of the sheet that is chosen; map.header -1: no answers */
  int columns[64];      /**< of the grid, in the order of the drop-down lists */
  size_t column_count;
  int sheet; /**< widgets */
  int size;
  int drops[KP_ANSWERS_PARTS]; /**< per part */
  int notes[KP_ANSWERS_PARTS]; /**< or KP_BOARD_NONE */
  int scale;
  int drivers;
  int wave;
  int invited;
  int said;
  int dirt;
  int units;
  int people;
  int found_drivers[KP_ANSWERS_DRIVERS];
  int found_driver_count;
} kp_dialog_answers;

/** A scale to choose. */
typedef struct kp_dialog_answers_scale {
  int least;
  int most;
  kp_text text;
} kp_dialog_answers_scale;

enum { KP_DIALOG_ANSWERS_SHOWN = 8, KP_DIALOG_ANSWERS_SCALES = 4 };
/** The columns with examples, and the scales, in the order of the dialog. */
extern const kp_method_role kp_dialog_answers_shown[KP_DIALOG_ANSWERS_SHOWN];
extern const kp_dialog_answers_scale kp_dialog_answers_scales[KP_DIALOG_ANSWERS_SCALES];

/** A note without text takes no room, and would move the others of its row. */
#define KP_DIALOG_NOTHING "\xC2\xA0"

/** Makes the widgets only. */
bool kp_dialog_answers_make(kp_uno_error *error, kp_dialog_answers *self);

/** Adds its widgets, and proposes the sheet in front. kp_dialog_answers_clear it in any case. */
bool kp_dialog_answers_add(kp_uno_error *error, kp_dialog_answers *self, kp_board *board,
                           const kp_document *document);
void kp_dialog_answers_clear(kp_dialog_answers *self);
/** Takes an event; true when something of it changed. */
bool kp_dialog_answers_event(kp_dialog_answers *self, const kp_board_event *event);
/** True when there are no answers, or they can be used; else `why` says what is wrong. */
bool kp_dialog_answers_good(kp_dialog_answers *self, kp_text *why, int *widget);
/** What is to be remembered; NULL with `*none` when there are no answers yet, NULL without memory.
 */
kp_source_choice *kp_dialog_answers_choice(kp_dialog_answers *self, bool *none);

#endif
