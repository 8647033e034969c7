/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * One look at a document: what is the same for all its tables, asked once. It lives within one call
 * of ours, or as long as a reader, and is never kept beyond: the document is the only truth. Within
 * src/workbook only.
 */
#ifndef KERNPUNT_WORKBOOK_LOOK_H
#define KERNPUNT_WORKBOOK_LOOK_H

#include "document.h"
#include "kernpunt/uno.h"
#include "registry.h"

typedef struct kp_look {
  uno_Interface *model;    /**< borrowed; all that is needed to begin */
  kp_document_state state; /**< may it be written; of kp_look_state */
  kp_registry registry;    /**< what the hidden sheet says; of kp_look_registry */
  uno_Interface *sheets;   /**< acquired when first asked for, as all below */
  uno_Sequence *names;     /**< []string of the sheets, in their order */
  uno_Interface *ranges;
  uno_Sequence *range_names; /**< []string of the database ranges */
} kp_look;

bool kp_look_state(kp_uno_error *error, const kp_document *document, kp_look *look);
bool kp_look_registry(kp_uno_error *error, kp_look *look);
/** kp_look_clear it, whatever came of it. */
void kp_look_clear(kp_look *look);

/** A sheet by its name, acquired, and which one it is; NULL when there is none. */
bool kp_look_sheet(kp_uno_error *error, kp_look *look, const char *name, uno_Interface **sheet,
                   int32_t *index);
/** A sheet by its place, acquired. */
bool kp_look_sheet_at(kp_uno_error *error, kp_look *look, int32_t index, uno_Interface **sheet);
/** Where a database range lies now; `*has` tells whether there is one. */
bool kp_look_range(kp_uno_error *error, kp_look *look, const char *name,
                   kp_uno_cell_range_address *where, bool *has);

#endif
