/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Blocks of texts written with one call. Within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_BLOCK_H
#define KERNPUNT_WORKBOOK_BLOCK_H

#include "kernpunt/uno.h"

/** Writes texts, row by row, as text; NULL counts as "". */
bool kp_block_write(kp_uno_error *error, uno_Interface *sheet, int32_t left, int32_t top,
                    int32_t columns, int32_t rows, const char *const *texts);

/** Adds a sheet at the end, acquired. */
bool kp_block_insert_sheet(kp_uno_error *error, uno_Interface *model, const char *name,
                           uno_Interface **sheet);

/** A name that no sheet has: `base`, else "base 2" …; malloc'ed. */
bool kp_block_free_name(kp_uno_error *error, uno_Interface *model, const char *base, char **name);

/** Gives a name to a rectangle of a sheet; a name whose cells are gone is
 * replaced. */
bool kp_block_name_range(kp_uno_error *error, uno_Interface *model, uno_Interface *sheet,
                         const char *name, int32_t left, int32_t top, int32_t right,
                         int32_t bottom);

/** A sheet's name quoted for a formula, "$'Jan''s list'", malloc'ed. */
bool kp_block_sheet_reference(kp_uno_error *error, uno_Interface *sheet, char **reference);

#endif
