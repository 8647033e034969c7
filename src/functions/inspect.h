/* SPDX-License-Identifier: GPL-3.0-or-later */
/** A range seen from outside: its cells with their kinds, cut to the sheet's used area. */
#ifndef KERNPUNT_FUNCTIONS_INSPECT_H
#define KERNPUNT_FUNCTIONS_INSPECT_H

#include "internal.h"
#include "kernpunt/uno.h"

typedef enum kp_functions_cell_kind {
  KP_CELL_BLANK,
  KP_CELL_NUMBER,
  KP_CELL_TEXT,
  KP_CELL_BOOLEAN,
  KP_CELL_ERROR
} kp_functions_cell_kind;

/** Areas in sheet coordinates. */
typedef struct kp_areas {
  kp_uno_cell_range_address *items;
  size_t count;
} kp_areas;

typedef struct kp_inspection {
  uno_Interface *range; /**< as passed, borrowed */
  size_t rows, columns; /**< of the part inside the used area; 0 when there is none */
  uint64_t outside;     /**< empty cells beyond it; 0 for whole rows and columns, where nobody
                             means them */
  int32_t first_row, first_column;
  kp_areas booleans; /**< formatted as truth values */
  kp_areas formulas; /**< holding formulas */
} kp_inspection;

kp_calc_error kp_inspection_start(kp_inspection *inspection, uno_Interface *document,
                                  uno_Interface *range);
void kp_inspection_end(kp_inspection *inspection);

/** One cell and what is in it. */
typedef struct kp_single_cell {
  bool single; /**< else the range holds more, and nothing below is filled */
  kp_functions_cell_kind kind;
  double number;       /**< of kind KP_CELL_NUMBER or KP_CELL_BOOLEAN */
  kp_calc_error error; /**< of kind KP_CELL_ERROR */
} kp_single_cell;

/** Looks whether the range is one cell and, if so, into it: many times as fast as an inspection. */
kp_calc_error kp_inspection_single(uno_Interface *document, uno_Interface *range,
                                   kp_single_cell *cell);

typedef void (*kp_functions_cell_visitor)(void *target, size_t row, size_t column,
                                          const uno_Any *cell);
/** Visits every cell of the used part, row by row, reading in blocks that bound memory. */
kp_calc_error kp_inspection_walk(const kp_inspection *inspection, kp_functions_cell_visitor visit,
                                 void *target);

kp_functions_cell_kind kp_inspection_kind(const kp_inspection *inspection, size_t row,
                                          size_t column, const uno_Any *cell);
/** The error in a cell of kind KP_CELL_ERROR. */
kp_calc_error kp_inspection_error(const kp_inspection *inspection, size_t row, size_t column);

#endif
