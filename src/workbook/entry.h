/* SPDX-License-Identifier: GPL-3.0-or-later */
/** One row of a save on its way to the writer. Within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_ENTRY_H
#define KERNPUNT_WORKBOOK_ENTRY_H

#include "fields.h"
#include "look.h"

/** What all rows of a save share. */
typedef struct kp_save {
  const kp_document *document;
  kp_outcome *outcome;          /**< of the row that was asked for */
  kp_method_findings *findings; /**< of all rows */
  kp_look look;
  kp_reader *reader;
  kp_method_book *book;
  bool lent; /**< reader and book are the caller's */
  char *user;
  kp_date today;
} kp_save;

/** A row that is added or changed, with its line in the log. */
typedef struct kp_part {
  kp_save *save;
  const kp_entry *entry;
  kp_method_book *book; /**< for its rules */
  kp_fields fields;
  kp_record log;     /**< without a table when the method has no log */
  const char *other; /**< ID of a line in the log that the save made before; or NULL */
  size_t row;        /**< of a change */
  bool change;
} kp_part;

/** Takes the fields, asks the rules, and makes the record and its line in the log: all but the
 * writing. A change of which nothing is left has no cells then. kp_part_clear it. */
kp_step kp_part_make(kp_uno_error *error, kp_part *part);
void kp_part_clear(kp_part *part);

/**
 * The row whose link will hold the ID of a new one, `row`, which the rules see as if it were there.
 * `link` needs nothing but to be cleared; `entry` and `value` are where it keeps its entry.
 */
kp_step kp_link_make(kp_uno_error *error, const kp_part *row, const kp_entry_link *to,
                     kp_entry_value *value, kp_entry *entry, kp_part *link);

#endif
