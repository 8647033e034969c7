/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The file of the journal in a folder of the profile: on the disk before we go on, and the same for
 * all threads and offices that write it. Within src/workbook only.
 *
 * Who wants to change it reads it, decides in peace (looking into documents may wait for other
 * threads, so no lock is held meanwhile), and hands in what is to be done with which line.
 */
#ifndef KERNPUNT_WORKBOOK_JOURNAL_FILE_H
#define KERNPUNT_WORKBOOK_JOURNAL_FILE_H

#include "journal_text.h"

/** Reads the lines and their records. Clear both, whatever the answer. */
bool kp_journal_file_read(kp_uno_error *error, const char *folder, kp_journal_text *text,
                          kp_journal *journal);
/** Appends whole lines. When the answer is false none of them is in the file. What an earlier crash
 * cut short goes first, and a line tells of it. */
bool kp_journal_file_append(kp_uno_error *error, const char *folder, const char *lines);
/** Does what the lines of `text` say. */
bool kp_journal_file_commit(kp_uno_error *error, const char *folder, kp_journal_text *text);
/** The same, and a stump goes too. */
bool kp_journal_file_tidy(kp_uno_error *error, const char *folder, kp_journal_text *text);
/** Takes out the records; several ways are tried, because somebody has been told that nothing was
 * written, and the disk may be full. */
bool kp_journal_file_withdraw(kp_uno_error *error, const char *folder, const kp_record *records,
                              size_t count);

#endif
