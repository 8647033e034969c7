/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The file of the journal: read whole, appended to, replaced; always on the
 * disk before we go on. Within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_JOURNAL_FILE_H
#define KERNPUNT_WORKBOOK_JOURNAL_FILE_H

#include "kernpunt/uno.h"

/** The text of the journal, malloc'ed; "" when there is none yet. */
bool kp_journal_file_read(kp_uno_error *error, uno_Interface *context, char **text);
/** Appends lines. */
bool kp_journal_file_append(kp_uno_error *error, uno_Interface *context, const char *lines);
/** Puts other lines in place of all: whole or not at all. */
bool kp_journal_file_replace(kp_uno_error *error, uno_Interface *context, const char *lines);

#endif
