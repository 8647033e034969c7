/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What the workbook layer shares: who and what day it is, what a write answers, and names that are
 * stored in users' files. The tables themselves: kernpunt/workbook_tables.h.
 */
#ifndef KERNPUNT_WORKBOOK_H
#define KERNPUNT_WORKBOOK_H

#include "kernpunt/method.h"
#include "kernpunt/uno.h"

/** Name of the range that the first version gave its table of actions. Stored in users' files. */
#define KP_WORKBOOK_ACTIONS "kernpunt_actions"
/** How the end line begins, in the column of IDs: a letter that sorts behind every ID, so that it
 * stays last when people sort the whole sheet from A to Z. Stored in users' files: never change. */
#define KP_WORKBOOK_END "\xCE\xA9\xE2\x96\xB2"

/** The language of the office's windows; English when it cannot be read. */
kp_language kp_workbook_language(uno_Interface *context);

/** The name of the user in the office's options, malloc'ed; "" when none, NULL without memory. */
char *kp_workbook_user(uno_Interface *context);

/** The local date. */
kp_date kp_workbook_today(void);

typedef enum kp_workbook_answer {
  KP_WORKBOOK_WRITTEN,  /**< the row is there; `text` may hold a warning */
  KP_WORKBOOK_NO_TABLE, /**< nothing written: the workbook lacks the table */
  KP_WORKBOOK_REFUSED,  /**< nothing written: `text` says why */
  KP_WORKBOOK_FAILED    /**< what was written has been taken back: the error says why */
} kp_workbook_answer;

#endif
