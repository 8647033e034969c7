/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the panel Check says, as texts and numbers: no controls, no document. */
#ifndef KERNPUNT_CHECK_CHECK_H
#define KERNPUNT_CHECK_CHECK_H

#include "kernpunt/workbook.h"

enum { KP_CHECKED_SHOWN = 100 /**< problems shown at most */ };

/** Sorts: errors, what deserves attention, tips; then in the order of the sheets, then from top to
 * bottom; what concerns a whole sheet before its cells. Equal ones keep their order. False without
 * memory, in which case nothing was moved. */
bool kp_checked_sort(const kp_method *method, kp_check *check);

/** How many of them there are of one kind. */
size_t kp_checked_count(const kp_check *check, kp_method_severity severity);
/** How many are listed: tips are, when they are unfolded. The tips are the last ones. */
size_t kp_checked_listed(const kp_check *check, bool tips);
/** The place before or after one in the list, the first or last without one; -1 in an empty list.
 * It stops at the ends. */
int kp_checked_step(int at, int by, size_t listed);

/** "2 errors · 5 to review", or "All good: 34 rows checked."; malloc'ed. Tips are no part of it. */
char *kp_checked_summary(const kp_check *check, size_t rows, kp_language language);
/** "14:05 · 14 sheets, 214 rows · 3 left as they are"; malloc'ed. */
char *kp_checked_seen(const kp_check *check, const char *time, size_t sheets, size_t rows,
                      kp_language language);
/** The first column of the list: "Actions D4"; malloc'ed. */
char *kp_checked_where(const kp_check_item *item);
/** The kind, place and row of a problem, below its message: "Error · Actions, D4 · Call Bart";
 * malloc'ed. `title` is that of the row, or NULL. */
char *kp_checked_place(const kp_check_item *item, const char *title, kp_language language);

/** Sheets and rows that hold something, over all tables of the method in the workbook. */
void kp_checked_rows(const kp_method *method, const kp_method_rows *rows, size_t *sheets,
                     size_t *count);
/** The title of the row that an item is about, borrowed; NULL when it has none. */
const char *kp_checked_title(const kp_method *method, const kp_method_rows *rows,
                             const kp_check_item *item);

#endif
