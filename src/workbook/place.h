/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Where a new row goes, and its ID. Within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_PLACE_H
#define KERNPUNT_WORKBOOK_PLACE_H

#include "grid.h"
#include "kernpunt/workbook.h"

enum { KP_ID_SIZE = 16 };

/** Where the next row of a table goes at this moment. */
typedef struct kp_place {
  int32_t row;     /**< the new row is inserted here */
  bool below_end;  /**< not above the end line: formats may not be inherited */
  kp_text warning; /**< why not above the end line, or KP_TEXT_NONE */
} kp_place;

/** Finds the row before which a new one is inserted, now: the gap above the end line, so that the
 * new row lands inside every range; else the first row below all that is filled. */
bool kp_place_find(kp_uno_error *error, const kp_grid *grid, kp_place *place);
/** Makes a new row visible: it takes that from the row it pushed down, which a filter may hide. */
bool kp_place_show(kp_uno_error *error, const kp_grid *grid, int32_t row);

/**
 * When somebody typed in the gap, makes a new one below it, so that people can go on typing and
 * filter, colors and print keep up. Not in a shared document, where ranges would not be saved.
 * `grid` follows; `*mended` tells whether it was so.
 */
bool kp_place_mend(kp_uno_error *error, uno_Interface *model, const kp_method_table *table,
                   kp_grid *grid, bool *mended);

/** A new random ID "A-7K3Q2" that the table does not hold. */
bool kp_place_new_id(kp_uno_error *error, kp_reader *reader, const kp_method_table *table,
                     char id[KP_ID_SIZE]);

#endif
