/* SPDX-License-Identifier: GPL-3.0-or-later */
/** A folder of a profile for tests that run without an office, and records to put into its journal.
 */
#ifndef KERNPUNT_TESTS_JOURNAL_FIXTURE_H
#define KERNPUNT_TESTS_JOURNAL_FIXTURE_H

#include "kernpunt/workbook.h"

/** Where the folder of ours is to be: its path and its URL. */
typedef struct journal_fixture {
  char top[64];
  char path[96];
  char url[112];
} journal_fixture;

/** Makes a place for the folder, not the folder. */
void journal_fixture_make(journal_fixture *of);
/** Removes it with all that is in it. */
void journal_fixture_remove(journal_fixture *of);

/** A new row with this ID; kp_record_clear it. */
kp_record journal_fixture_record(const char *id);
/** Its line, malloc'ed. */
char *journal_fixture_line(const char *id);

/** Writes a file below the folder as it is, and makes it open to all. */
void journal_fixture_write(const journal_fixture *of, const char *name, const char *bytes,
                           size_t size);
/** All bytes, malloc'ed, with a NUL behind them. */
char *journal_fixture_read(const journal_fixture *of, const char *name, size_t *size);
/** The bits of a file or folder below the folder: 0600. */
unsigned journal_fixture_mode(const journal_fixture *of, const char *name);

#endif
