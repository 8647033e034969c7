/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the panel Check says, as texts and numbers: no controls, no document. */
#ifndef KERNPUNT_CHECK_CHECK_H
#define KERNPUNT_CHECK_CHECK_H

#include "kernpunt/workbook_tables.h"

enum { KP_CHECKED_SHOWN = 100 /**< problems shown at most */ };

/** Sorts: mistakes before warnings, then in the order of the sheets, then from top to bottom; what
 * concerns a whole sheet before its cells. Equal ones keep their order. False without memory, in
 * which case nothing was moved. */
bool kp_checked_sort(const kp_method *method, kp_check *check);

/** How many of them are mistakes. */
size_t kp_checked_mistakes(const kp_check *check);

/** "2 mistakes, 5 warnings", or "Nothing to report: 34 rows checked."; malloc'ed. */
char *kp_checked_summary(const kp_check *check, size_t rows, kp_language language);
/** The problem in one line: "Actions C12: …"; malloc'ed. */
char *kp_checked_line(const kp_check_item *item);
/** The problem in full, on several lines; malloc'ed. */
char *kp_checked_detail(const kp_check_item *item, kp_language language);

/** Rows that hold something, over all tables of the method in the workbook. */
size_t kp_checked_rows(const kp_method *method, const kp_method_rows *rows);

#endif
