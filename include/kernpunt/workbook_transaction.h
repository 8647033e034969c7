/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Several writes as one: all of them stay, as one step of undo, or none does.
 *
 * What stood in the cells before, and which rows came, is remembered here, not by the office alone:
 * its list of undo steps may be off, full or locked, or in the hands of a macro. What is taken back
 * is ours only; what somebody typed meanwhile stays.
 */
#ifndef KERNPUNT_WORKBOOK_TRANSACTION_H
#define KERNPUNT_WORKBOOK_TRANSACTION_H

#include "kernpunt/workbook_tables.h"

/** Begins; NULL after an error. Put it into `document->transaction`: then each write by that
 * document is part of it. A write that fails underway fails the whole. */
kp_transaction *kp_transaction_begin(kp_uno_error *error, const kp_document *document,
                                     const char *title);

/**
 * Ends it, and lets go of it. With `good` what was written stays, unless a write failed. Else all
 * is taken back, the records of the journal too. True when what was written stays. False: it was
 * looked for, and when something of ours is there still `outcome->text` is
 * KP_TEXT_NOT_TAKEN_BACK and `outcome->detail` says where. NULL is allowed.
 */
bool kp_transaction_end(kp_transaction *transaction, bool good, kp_outcome *outcome);

#endif
