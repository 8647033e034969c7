/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Where a new row goes, and its ID. Within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_PLACE_H
#define KERNPUNT_WORKBOOK_PLACE_H

#include "grid.h"
#include "kernpunt/workbook_tables.h"

enum { KP_ID_SIZE = 16 };

/** Where the next row of a table goes at this moment. */
typedef struct kp_place {
  int32_t row;
  bool below_end;  /**< not above the end line: formats may not be inherited */
  kp_text warning; /**< why not above the end line, or KP_TEXT_NONE */
} kp_place;

/** Finds the end line by its token, now. */
bool kp_place_find(kp_uno_error *error, const kp_grid *grid, kp_place *place);

/** A new random ID "A-7K3Q2" that the table does not hold. */
bool kp_place_new_id(kp_uno_error *error, kp_reader *reader, const kp_method_table *table,
                     char id[KP_ID_SIZE]);

#endif
