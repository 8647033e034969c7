/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What keeps Calc from inserting a row, or from writing a cell so that people see it: found out
 * before anything is written, and named with its cell. Within src/workbook only.
 *
 * Calc refuses to insert a row when a protected sheet, something in the sheet's very last row, or
 * an array formula across the place is in its way; and merged cells across the place would hide
 * what is written there. It says so with a line number of its own source only.
 */
#ifndef KERNPUNT_WORKBOOK_OBSTACLE_H
#define KERNPUNT_WORKBOOK_OBSTACLE_H

#include "kernpunt/text.h"
#include "kernpunt/uno.h"

typedef struct kp_obstacle {
  kp_text text; /**< the refusal, with the place for {1}; KP_TEXT_NONE when nothing is in the way */
  kp_text told; /**< the same for the check, which writes nothing */
  char cell[24]; /**< "C12"; "" for a sheet as a whole */
} kp_obstacle;

/** Looks for what is in the way of a new row before `row`, from 0. */
bool kp_obstacle_of_row(kp_uno_error *error, uno_Interface *sheet, int32_t row,
                        kp_obstacle *obstacle);
/** Looks whether a cell is hidden beneath a merged one, or part of an array formula. */
bool kp_obstacle_of_cell(kp_uno_error *error, uno_Interface *sheet, int32_t column, int32_t row,
                         kp_obstacle *obstacle);

#endif
