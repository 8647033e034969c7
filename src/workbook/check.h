/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What parts of the check share. Within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_CHECK_H
#define KERNPUNT_WORKBOOK_CHECK_H

#include "kernpunt/workbook.h"
#include "registry.h"

/** Adds a copy of an item; texts of it may be NULL. */
bool kp_check_add(kp_uno_error *error, kp_check *check, const kp_check_item *item);

/** What the journal holds for this workbook, and what nobody may need any more. */
bool kp_check_journal(kp_uno_error *error, const kp_document *document, kp_check *check);

/** Our formulas anywhere in the workbook: names of groups that only look alike, whole columns. */
bool kp_check_formulas(kp_uno_error *error, const kp_document *document, kp_check *check);

/** Answer sheets that are gone, or of which a column cannot be told any more. */
bool kp_check_sources(kp_uno_error *error, const kp_document *document, const kp_registry *registry,
                      kp_check *check);

#endif
