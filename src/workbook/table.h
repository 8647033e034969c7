/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The table of actions: what its columns are, where it is, how it is made. */
#ifndef KERNPUNT_WORKBOOK_TABLE_H
#define KERNPUNT_WORKBOOK_TABLE_H

#include "cells.h"
#include "kernpunt/workbook.h"

typedef enum kp_table_column {
  KP_TABLE_ID,
  KP_TABLE_ACTION,
  KP_TABLE_OWNER,
  KP_TABLE_DEADLINE,
  KP_TABLE_STATUS,
  KP_TABLE_OVERDUE,
  KP_TABLE_CHANGED_BY,
  KP_TABLE_CHANGED_ON,
  KP_TABLE_COLUMNS
} kp_table_column;

typedef enum kp_table_kind { KP_TABLE_TEXT, KP_TABLE_DATE, KP_TABLE_FORMULA } kp_table_kind;

/** What is fixed about a column. */
typedef struct kp_table_column_info {
  const char *key; /**< in the anchor row; stored in users' files: never change */
  kp_text title;
  kp_table_kind kind;
  bool required; /**< no row is written without it */
  int32_t width; /**< of a new sheet, in 1/100 mm */
} kp_table_column_info;

extern const kp_table_column_info kp_table_columns[KP_TABLE_COLUMNS];

/** A table as it is now. */
typedef struct kp_table {
  uno_Interface *sheet;              /**< acquired */
  int32_t anchor;                    /**< row of the keys, from 0 */
  int32_t columns[KP_TABLE_COLUMNS]; /**< from 0; -1 when a column is gone */
} kp_table;

void kp_table_clear(kp_table *table);

/** Finds the table by its named range, else by its keys near the top of any sheet. `found` says
 * whether there is one. */
bool kp_table_find(kp_uno_error *error, uno_Interface *model, kp_table *table, bool *found);

/** The language of the table's own words, from its list of statuses; `fallback` when unclear. */
kp_language kp_table_language(const kp_table *table, kp_language fallback);

/** The name a new sheet would get, malloc'ed: "Actions", or "Actions 2" when that is taken. */
bool kp_table_free_name(kp_uno_error *error, uno_Interface *model, kp_language language,
                        char **name);

/** Makes the sheet with header, anchor row and end line. The controller may be NULL. After a
 * failure `table->sheet` says whether the sheet was inserted, so that there is something to undo.
 */
bool kp_table_create(kp_uno_error *error, uno_Interface *model, uno_Interface *controller,
                     const char *name, kp_language language, kp_table *table);

#endif
