/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Looking into the saved file for IDs, without loading it: a second load of a
 * shared document ends its sharing.
 */
#ifndef KERNPUNT_SAVED_H
#define KERNPUNT_SAVED_H

#include "kernpunt/uno.h"

typedef struct kp_saved_id {
  const char *table; /**< key of the table */
  const char *id;
  bool seen;     /**< the ID stands in the column of IDs of that table */
  bool anywhere; /**< it is no ID but some text: any cell of any sheet counts */
} kp_saved_id;

/**
 * Marks those IDs that the file holds. The column of IDs of a sheet is the one
 * with a cell that begins with `mark`. `readable` is false when the file is not
 * there, is neither .ods nor .xlsx or cannot be read (a password): then nothing
 * can be said and nothing is marked.
 */
bool kp_saved_look(kp_uno_error *error, uno_Interface *context, const char *url, const char *mark,
                   kp_saved_id *ids, size_t count, bool *readable);

#endif
