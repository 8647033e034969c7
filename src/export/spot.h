/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Where something can be put, and whether it may. Within src/export only. */
#ifndef KERNPUNT_EXPORT_SPOT_H
#define KERNPUNT_EXPORT_SPOT_H

#include "kernpunt/workbook.h"
#include "sheet.h"

/** A place on a sheet; a new sheet is made when the spot is opened. */
typedef struct kp_export_spot {
  char *sheet; /**< its name; NULL: a new one */
  int32_t left;
  int32_t top;
  uno_Interface *on; /**< the sheet, once opened */
} kp_export_spot;

/** Why nothing may be inserted, or KP_TEXT_NONE: Calc itself would not say. */
bool kp_export_may(kp_uno_error *error, const kp_document *document, kp_text *refusal);
/** Looks for room: at the cursor when the cells there and around them are empty, and the sheet is
 * neither one of ours nor that of the answers (`avoid`); else a new sheet. `*refusal`: why there
 * cannot be a new one. */
bool kp_export_spot_find(kp_uno_error *error, const kp_document *document, const char *avoid,
                         int columns, int rows, kp_export_spot *spot, kp_text *refusal);
/** Opens it; a new sheet gets this name. Within the step of undo. */
bool kp_export_spot_open(kp_uno_error *error, const kp_document *document, const char *title,
                         kp_export_spot *spot);
/** Shows what stands there. */
void kp_export_spot_show(const kp_document *document, const kp_export_spot *spot);
/** "Sheet.B3", malloc'ed; NULL without memory. */
char *kp_export_spot_name(const kp_export_spot *spot);
void kp_export_spot_clear(kp_export_spot *spot);

#endif
