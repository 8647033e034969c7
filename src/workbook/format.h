/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Cell styles, formats and the page of the tables. Shared within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_FORMAT_H
#define KERNPUNT_WORKBOOK_FORMAT_H

#include "kernpunt/method.h"
#include "kernpunt/uno.h"

/** Names of our styles; stored in users' files. */
#define KP_STYLE_HEADER "Kernpunt Header"
#define KP_STYLE_END "Kernpunt End Line"
#define KP_STYLE_OVERDUE "Kernpunt Overdue"
#define KP_STYLE_OVERDUE_DAY "Kernpunt Overdue Date"
#define KP_STYLE_TODO "Kernpunt To Do"
#define KP_STYLE_BUSY "Kernpunt In Progress"
#define KP_STYLE_WAITING "Kernpunt On Hold"
#define KP_STYLE_DONE "Kernpunt Done"
#define KP_STYLE_DONE_WORD "Kernpunt Done Word"
#define KP_STYLE_DROPPED "Kernpunt Cancelled"
#define KP_STYLE_PAGE "Kernpunt"

/** Makes the styles the document lacks. Not part of undo: an unused style shows nowhere. */
bool kp_format_styles(kp_uno_error *error, uno_Interface *model);

/** The page of our tables: A4 landscape, one page wide, with file, sheet, page and date below. Made
 * when the document lacks it. */
bool kp_format_page(kp_uno_error *error, uno_Interface *model);

/** Key of a number format with an English code, such as "@", in this document. */
bool kp_format_key(kp_uno_error *error, uno_Interface *model, const char *code, int32_t *key);

/**
 * Key of the format of dates, "24 Nov 2026", of a workbook in this language. It belongs to the
 * workbook, not to who reads it: a date typed as 24-11 or 5 dec is taken well in it, also when a
 * shared workbook is merged (measured in 9 formats; in ISO cells "5 dec" becomes 2005-12-01).
 */
bool kp_format_day(kp_uno_error *error, uno_Interface *model, kp_language language, int32_t *key);

/**
 * Lets a range accept a list of words. `words` is a formula, "\"a\";\"b\"", whose names must exist
 * already: it is compiled now (an unknown name stays #NAME? until the file is loaded). Anything
 * else that is typed brings up `message`, and Enter keeps it.
 */
bool kp_format_list(kp_uno_error *error, uno_Interface *range, const char *words,
                    const char *message);

/** Looks that depend on a formula; the first that is true counts. */
typedef struct kp_format_look {
  char formula[280]; /**< its references are relative to the range's left upper cell */
  const char *style;
} kp_format_look;

/** Gives a range these looks in place of those it had. */
bool kp_format_looks(kp_uno_error *error, uno_Interface *range, const kp_format_look *looks,
                     size_t count);

#endif
