/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Copies of texts. Within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_STRINGS_H
#define KERNPUNT_WORKBOOK_STRINGS_H

#include "kernpunt/uno.h"

/** A malloc'ed text of three parts, each of which may be NULL for nothing; NULL with the error
 * filled when memory is short. */
char *kp_strings_join(kp_uno_error *error, const char *first, const char *second,
                      const char *third);

#endif
