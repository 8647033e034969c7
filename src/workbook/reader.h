/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What only src/workbook asks of the rows that were read. */
#ifndef KERNPUNT_WORKBOOK_READER_H
#define KERNPUNT_WORKBOOK_READER_H

#include "kernpunt/workbook.h"
#include "look.h"

/** A reader within a look that its caller has, with the hidden sheet read. */
kp_reader *kp_reader_new_in(kp_uno_error *error, const kp_document *document, kp_look *look);

/** Whether a row of the table has this ID. */
bool kp_reader_has_id(kp_reader *reader, const kp_method_table *table, const char *id);

/** Says that nearly every column will be asked for: each table is then read at once, which takes
 * half the time of its columns one by one. */
void kp_reader_expect_all(kp_reader *reader);

#endif
