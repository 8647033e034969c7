/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The tables of the method in a Calc document.
 *
 * A table is a sheet with a header, a hidden anchor row that carries the keys of the columns, rows,
 * and an end line; the named range KP_WORKBOOK_ACTIONS spans anchor to end line. Nothing here is
 * remembered between calls: the document is the only truth, and people sort, move and rename.
 */
#ifndef KERNPUNT_WORKBOOK_H
#define KERNPUNT_WORKBOOK_H

#include "kernpunt/method.h"
#include "kernpunt/uno.h"

/** Name of the range by which the table of actions is found. Stored in users' files: never change.
 */
#define KP_WORKBOOK_ACTIONS "kernpunt_actions"
/** Text of the end line in the column of IDs. Stored in users' files: never change. */
#define KP_WORKBOOK_END "[end]"

/** The language of the office's windows; English when it cannot be read. */
kp_language kp_workbook_language(uno_Interface *context);

/** The name of the user in the office's options, malloc'ed; "" when none, NULL without memory. */
char *kp_workbook_user(uno_Interface *context);

/** The local date. */
kp_date kp_workbook_today(void);

typedef enum kp_workbook_answer {
  KP_WORKBOOK_WRITTEN,  /**< the row is there; `text` may hold a warning */
  KP_WORKBOOK_NO_TABLE, /**< nothing written: ask, then call again with `create` */
  KP_WORKBOOK_REFUSED,  /**< nothing written: `text` says why */
  KP_WORKBOOK_FAILED    /**< what was written has been taken back: the error says why */
} kp_workbook_answer;

/** kp_workbook_result_clear it, whatever the answer. */
typedef struct kp_workbook_result {
  char id[16];  /**< "A-7K3Q2" */
  int32_t row;  /**< as people count, from 1 */
  kp_text text; /**< refusal or warning; KP_TEXT_NONE when there is nothing to say */
  char *detail; /**< fills the {1} of `text`: name of a sheet or column. Or NULL */
} kp_workbook_result;

void kp_workbook_result_clear(kp_workbook_result *result);

/**
 * Appends an action above the end line of the table, as one step of undo with a readable name.
 *
 * Guards first: read-only, shared without recorded changes, protected. Without a table it answers
 * KP_WORKBOOK_NO_TABLE with the name of the sheet in `detail`, or, when `create` is set, makes the
 * sheet in the same undo step. Texts are written as text, dates as whole days.
 *
 * @param model       the document
 * @param controller  its view, for freezing the header of a new sheet; may be NULL
 * @param language    for a new table; an existing table keeps its own words
 */
kp_workbook_answer kp_workbook_append_action(uno_Interface *context, uno_Interface *model,
                                             uno_Interface *controller, const kp_action *action,
                                             kp_language language, bool create,
                                             kp_workbook_result *result, kp_uno_error *error);

#endif
