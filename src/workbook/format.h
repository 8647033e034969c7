/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Cell styles and formats of the tables. Shared within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_FORMAT_H
#define KERNPUNT_WORKBOOK_FORMAT_H

#include "kernpunt/uno.h"

/** Names of our cell styles; stored in users' files. */
#define KP_STYLE_HEADER "Kernpunt Header"
#define KP_STYLE_END "Kernpunt End Line"
#define KP_STYLE_OVERDUE "Kernpunt Overdue"

/** Makes the styles the document lacks. Not part of undo: an unused style shows nowhere. */
bool kp_format_styles(kp_uno_error *error, uno_Interface *model);

/** Key of a number format with an English code, "@" or "YYYY-MM-DD", in this document. */
bool kp_format_key(kp_uno_error *error, uno_Interface *model, const char *code, int32_t *key);

/** Lets a range accept a list of words, with a warning for anything else. `words` is a formula,
 * "\"a\";\"b\"". */
bool kp_format_list(kp_uno_error *error, uno_Interface *range, const char *words);

/** Gives a range a style where the formula is true. Its references are relative to the range's
 * left upper cell. */
bool kp_format_condition(kp_uno_error *error, uno_Interface *range, const char *formula,
                         const char *style);

#endif
