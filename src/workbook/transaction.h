/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Writing, remembered. Within src/workbook only; what is public stands in
 * kernpunt/workbook.h.
 *
 * A row is a kp_track: it is known by its ID, which is read again after each write, and by objects
 * of the office that follow their cells when rows come and go. So a macro that listens to the cells
 * and moves rows does no harm: what follows goes to the row that was meant, or all goes back.
 */
#ifndef KERNPUNT_WORKBOOK_TRANSACTION_INTERNAL_H
#define KERNPUNT_WORKBOOK_TRANSACTION_INTERNAL_H

#include "grid.h"
#include "kernpunt/workbook.h"
#include "record.h"

typedef struct kp_track kp_track;

/** The one that is open, or a new one; `*own` tells which. NULL after an error. */
kp_transaction *kp_transaction_join(kp_uno_error *error, const kp_document *document,
                                    const char *title, bool *own);
/** A write failed: the whole will be taken back. */
void kp_transaction_fail(kp_transaction *transaction);
/** Call it after something was written past the transaction, which only the office can undo. When
 * that cannot be, and it `matters`, it is told. */
void kp_transaction_past(kp_transaction *transaction, bool matters);

/** Puts records into the journal; they leave it when the transaction is taken back. The
 * workbook gets the identity that they have when it ends well. */
bool kp_transaction_journal(kp_uno_error *error, kp_transaction *transaction,
                            const kp_registry *registry, bool shared, const kp_record *records,
                            size_t count);

/** Inserts a row before `row`, and writes its ID; `id` may be "". */
bool kp_transaction_insert(kp_uno_error *error, kp_transaction *transaction, const kp_grid *grid,
                           const char *id, int32_t row, kp_track **line);
/** A row that is there, found by its ID. */
bool kp_transaction_line(kp_uno_error *error, kp_transaction *transaction, const kp_grid *grid,
                         const char *id, int32_t row, kp_track **line);
/** Where a line is now. */
bool kp_track_row(kp_uno_error *error, const kp_track *line, int32_t *row);

/** Write one cell of a line. A formula is ours, never text that people typed. */
bool kp_transaction_text(kp_uno_error *error, kp_transaction *transaction, kp_track *line,
                         int32_t column, const char *text);
bool kp_transaction_number(kp_uno_error *error, kp_transaction *transaction, kp_track *line,
                           int32_t column, double number);
/** `row`: the one for which the formula was made; it fails when the line has moved. */
bool kp_transaction_formula(kp_uno_error *error, kp_transaction *transaction, kp_track *line,
                            int32_t column, int32_t row, const char *formula);

/** The same for a cell that is in no line. `transaction` may be NULL: then it is only written. */
bool kp_transaction_cell_text(kp_uno_error *error, kp_transaction *transaction,
                              uno_Interface *sheet, int32_t column, int32_t row, const char *text);
bool kp_transaction_cell_formula(kp_uno_error *error, kp_transaction *transaction,
                                 uno_Interface *sheet, int32_t column, int32_t row,
                                 const char *formula);
/** Shows a sheet that was hidden. */
bool kp_transaction_show(kp_uno_error *error, kp_transaction *transaction, uno_Interface *sheet);

#endif
