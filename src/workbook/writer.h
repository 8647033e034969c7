/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Writing records into the tables as one step of undo. Within src/workbook
 * only. */
#ifndef KERNPUNT_WORKBOOK_WRITER_H
#define KERNPUNT_WORKBOOK_WRITER_H

#include "grid.h"
#include "record.h"
#include "step.h"

typedef enum kp_writer_mode {
  KP_WRITER_NEW,         /**< journal first, then write all */
  KP_WRITER_MISSING_ONLY /**< out of the journal: write what is not there */
} kp_writer_mode;

/**
 * Guards, journal, and then all of it in one transaction, that of the document when it has one.
 * Nothing is written unless all can be. `written` counts records. The outcome tells the row of the
 * first record. What fails is taken back; within another's transaction that one has failed then.
 * `look`: of the caller, who asked already whether the document may be written, and read the hidden
 * sheet; or NULL.
 */
kp_workbook_answer kp_writer_write(kp_uno_error *error, const kp_document *document, kp_look *look,
                                   const char *title, const kp_record *records, size_t count,
                                   kp_writer_mode mode, size_t *written, kp_outcome *outcome);

/** Only the guards: whether these records could be written now. */
kp_step kp_writer_guard(kp_uno_error *error, const kp_document *document, const kp_record *records,
                        size_t count, kp_outcome *outcome);

#endif
