/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The hidden sheet that says what set-up made: rows of kind, key, value. Within
 * src/workbook only.
 *
 * "workbook" schema|language|practices, "setting" key of the method -> value,
 * "table" key -> name of the sheet at set-up, "column" table.key -> header at
 * set-up. People's renames do not reach it: it is what a rename is seen by,
 * never the way to a cell that still has its key.
 */
#ifndef KERNPUNT_WORKBOOK_REGISTRY_H
#define KERNPUNT_WORKBOOK_REGISTRY_H

#include "kernpunt/uno.h"
#include "kernpunt/workbook_tables.h"

/** Names stored in users' files: never change. */
#define KP_REGISTRY_SHEET "_kernpunt"
#define KP_REGISTRY_WORKBOOK "workbook"
#define KP_REGISTRY_SETTING "setting"
#define KP_REGISTRY_TABLE "table"
#define KP_REGISTRY_COLUMN "column"

typedef struct kp_registry_row {
  char *kind;
  char *key;
  char *value;
} kp_registry_row;

typedef struct kp_registry {
  kp_registry_row *rows;
  size_t count;
} kp_registry;

/** Reads the sheet; no rows when there is none. kp_registry_clear it, whatever
 * the answer. */
bool kp_registry_read(kp_uno_error *error, uno_Interface *model, kp_registry *registry);
void kp_registry_clear(kp_registry *registry);
/** The value, borrowed; NULL when there is none. */
const char *kp_registry_get(const kp_registry *registry, const char *kind, const char *key);

/** Whether the workbook uses the practice with this key; yes when nothing was chosen. */
bool kp_registry_practice(const kp_registry *registry, const char *key);
/** Reads the first rows only, where set-up notes the workbook itself; no rows when there is no such
 * sheet. */
bool kp_registry_read_head(kp_uno_error *error, uno_Interface *model, kp_registry *registry);

/** The hidden sheet, acquired; NULL when the document has none. */
bool kp_registry_sheet(kp_uno_error *error, uno_Interface *model, uno_Interface **sheet);
/** Makes the hidden sheet when the document lacks it. */
bool kp_registry_create(kp_uno_error *error, uno_Interface *model);
/** A row that is still to be written, added to `registry`; the texts are
 * copied. */
bool kp_registry_push(kp_uno_error *error, kp_registry *registry, const char *kind, const char *key,
                      const char *value);
/** Writes rows below those of the sheet, which must be there. */
bool kp_registry_append(kp_uno_error *error, uno_Interface *model, const kp_registry *registry);
/** Adds a row or changes its value. The sheet must be there. A new row is inserted, never written
 * into the first empty one: in a shared document two people would meet there. */
bool kp_registry_set(kp_uno_error *error, uno_Interface *model, const char *kind, const char *key,
                     const char *value);

/** The same within a transaction. */
bool kp_registry_change(kp_uno_error *error, uno_Interface *model, const char *kind,
                        const char *key, const char *value, kp_transaction *transaction);

#endif
