/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Records, their lines in the journal, and writing them. Within src/workbook
 * only. */
#ifndef KERNPUNT_WORKBOOK_RECORD_H
#define KERNPUNT_WORKBOOK_RECORD_H

#include "document.h"
#include "kernpunt/workbook.h"
#include "registry.h"

/** Table of the lines of the log, in journals of workbooks whose method nobody knows any more.
 * Stored in users' profiles: never change. */
#define KP_RECORD_LOG "log"

/** An empty record with the document's identity and the present time. */
bool kp_record_start(kp_uno_error *error, const kp_document *document, const char *table,
                     const char *id, bool change, kp_record *record);
void kp_record_clear(kp_record *record);
bool kp_record_set_text(kp_uno_error *error, kp_record *record, const char *key, const char *text);
bool kp_record_set_day(kp_uno_error *error, kp_record *record, const char *key, int32_t serial);
/** The cell of a key, borrowed, or NULL. */
const kp_cell *kp_record_cell(const kp_record *record, const char *key);

/** The line of the journal, with its end, malloc'ed; NULL without memory. */
char *kp_record_line(const kp_record *record);
/** The record of a line without its end; false when it is no such line, is not whole or memory is
 * short. */
bool kp_record_parse(const char *line, kp_record *record);

/**
 * A line is "1", fields and a checksum of all before it, between tabs. It is whole only with the
 * checksum and a line end behind it. The number is that of the format: another one is a line of
 * another version of ours.
 */
enum { KP_LINE_VERSION = 1 };
/** The line of `kind` with one text, malloc'ed. */
char *kp_record_note(const char *kind, const char *text);
/** The text of such a line; NULL when it is none, is not whole or memory is short. */
char *kp_record_read_note(const char *line, const char *kind);

/** Appends records to the journal and synchronises it to the disk. They get the identity of the
 * workbook; one that is made for them is handed out in `*identity`, malloc'ed, and is to be written
 * with them (identity.h); else that is NULL. */
bool kp_journal_add(kp_uno_error *error, const kp_document *document, const kp_registry *registry,
                    bool shared, const kp_record *records, size_t count, char **identity);
/** Takes records out again: nothing was written after all. */
bool kp_journal_withdraw(kp_uno_error *error, uno_Interface *context, const kp_record *records,
                         size_t count);

/** The local time as it stands in records and in the log. */
enum { KP_TIME_SIZE = 64 };
void kp_record_now(char text[KP_TIME_SIZE]);

/** A malloc'ed copy; NULL counts as "". Fills the error when memory is short.
 */
char *kp_record_copy(kp_uno_error *error, const char *text);

#endif
