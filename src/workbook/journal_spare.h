/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Changes that are made again after a crash, and cells that somebody changed since: the newer
 * content stays. Within src/workbook only.
 */
#ifndef KERNPUNT_WORKBOOK_JOURNAL_SPARE_H
#define KERNPUNT_WORKBOOK_JOURNAL_SPARE_H

#include "record.h"

/** What the records borrow from then on; NULL when nothing had to be spared. */
typedef struct kp_spared kp_spared;

/**
 * Takes out of the records of a restore those that would overwrite cells which hold neither what
 * they held before the change nor what it made of them. Their lines of the log stay and say so, in
 * copies that kp_spared_free gives back. Call it before anything is written.
 */
bool kp_journal_spare(kp_uno_error *error, const kp_document *document, kp_record *records,
                      size_t *count, kp_spared **spared);
void kp_spared_free(kp_spared *spared);

#endif
