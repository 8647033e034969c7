/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Which rows an open document holds; each table is looked at once. Within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_HELD_H
#define KERNPUNT_WORKBOOK_HELD_H

#include "kernpunt/workbook.h"
#include "registry.h"

typedef struct kp_held_table kp_held_table;

typedef struct kp_held {
  const kp_document *document; /**< borrowed */
  kp_registry registry;
  kp_held_table *tables; /**< of each table of the method; NULL until one is asked for */
} kp_held;

/** Whether a row of the table has this ID, wherever in the column of IDs it stands. Begin with
 * {.document = …}; valid until the document changes. False after an error. */
bool kp_held_has(kp_uno_error *error, kp_held *held, const char *table, const char *id, bool *has);
void kp_held_clear(kp_held *held);

#endif
