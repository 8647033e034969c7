/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Writing records into the tables as one step of undo. Within src/workbook
 * only. */
#ifndef KERNPUNT_WORKBOOK_WRITER_H
#define KERNPUNT_WORKBOOK_WRITER_H

#include "grid.h"
#include "record.h"

/** The table of the log. */
#define KP_WRITER_LOG "log"
/** Columns that every table has and that a table may have lost. */
#define KP_WRITER_CHANGED_BY "changed_by"
#define KP_WRITER_CHANGED_ON "changed_on"

typedef enum kp_writer_mode {
  KP_WRITER_NEW,         /**< journal first, then write all */
  KP_WRITER_GUARD,       /**< like NEW, but only the guards: nothing is written */
  KP_WRITER_MISSING_ONLY /**< out of the journal: write what is not there */
} kp_writer_mode;

/**
 * Guards, journal, one undo context, and a look whether the rows are there.
 * Nothing is written unless all can be. `written` counts records. The outcome
 * tells the row of the first record. What fails is taken back; but when a step of undo was open
 * already the office takes nothing back: `*wrote` (may be NULL) tells whether anything was
 * written, and then it is up to the caller to take the whole step back.
 */
kp_workbook_answer kp_writer_write(kp_uno_error *error, const kp_document *document,
                                   const char *title, const kp_record *records, size_t count,
                                   kp_writer_mode mode, size_t *written, bool *wrote,
                                   kp_outcome *outcome);

#endif
