/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The hidden sheet that says what set-up made: rows of kind, key, value. Within
 * src/workbook only.
 *
 * "workbook" schema|language|practices, "setting" key of the method -> value,
 * "table" key -> name of the sheet at set-up, "column" table.key -> header at
 * set-up. A row of a column also holds a formula that refers to its header,
 * "=$Actions.$C$1": Calc itself lets it follow renamed and moved sheets, moved
 * and inserted columns and rows, in files of either format and when two people
 * share the workbook (measured). It is the way to a column; the header as it
 * was at set-up is what a rename is seen by.
 */
#ifndef KERNPUNT_WORKBOOK_REGISTRY_H
#define KERNPUNT_WORKBOOK_REGISTRY_H

#include "kernpunt/uno.h"
#include "kernpunt/workbook.h"

/** Names stored in users' files: never change. */
#define KP_REGISTRY_SHEET "_kernpunt"
#define KP_REGISTRY_WORKBOOK "workbook"
#define KP_REGISTRY_SETTING "setting"
#define KP_REGISTRY_TABLE "table"
#define KP_REGISTRY_COLUMN "column"
/** The layout of the sheets that this version makes and understands. */
#define KP_REGISTRY_LAYOUT "2"

typedef struct kp_registry_row {
  char *kind;
  char *key;
  char *value;
  char *place; /**< of a column: the formula that refers to its header; else "" */
} kp_registry_row;

/** Where a column's header is. */
typedef struct kp_registry_place {
  char *sheet;    /**< its name now, malloc'ed */
  int32_t column; /**< -1 when it was deleted */
  int32_t row;    /**< -1 when it was deleted */
} kp_registry_place;

typedef struct kp_registry {
  kp_registry_row *rows;
  size_t count;
} kp_registry;

/** Reads the sheet; no rows when there is none. kp_registry_clear it, whatever
 * the answer. */
bool kp_registry_read(kp_uno_error *error, uno_Interface *model, kp_registry *registry);
/** The same of the hidden sheet itself; `sheet` may be NULL. */
bool kp_registry_read_sheet(kp_uno_error *error, uno_Interface *sheet, kp_registry *registry);
void kp_registry_clear(kp_registry *registry);
/** The value, borrowed; NULL when there is none. */
const char *kp_registry_get(const kp_registry *registry, const char *kind, const char *key);

/** Takes the place out of such a formula; false when its sheet is gone, there is none, or without
 * memory. free `place->sheet`. */
bool kp_registry_read_place(const char *formula, kp_registry_place *place);
/** Whether the sheets were made in a layout that this version does not understand: then nothing of
 * them may be touched. */
bool kp_registry_foreign(const kp_registry *registry);

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
/** The same of any kind with a place. */
bool kp_registry_push_place(kp_uno_error *error, kp_registry *registry, const char *kind,
                            const char *key, const char *value, const char *place);
/** The same of a column; `place` as in kp_registry_row. */
bool kp_registry_push_column(kp_uno_error *error, kp_registry *registry, const char *key,
                             const char *header, const char *place);
/** Writes rows below those of the sheet, which must be there. */
bool kp_registry_append(kp_uno_error *error, uno_Interface *model, const kp_registry *registry);
/** Adds a row or changes its value. The sheet must be there. A new row is inserted, never written
 * into the first empty one: in a shared document two people would meet there. */
bool kp_registry_set(kp_uno_error *error, uno_Interface *model, const char *kind, const char *key,
                     const char *value);
/** Writes the place of a column that has a row. */
bool kp_registry_set_place(kp_uno_error *error, uno_Interface *model, const char *key,
                           const char *place);

/** The same within a transaction. */
bool kp_registry_change(kp_uno_error *error, uno_Interface *model, const char *kind,
                        const char *key, const char *value, kp_transaction *transaction);

#endif
