/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in the way of a row or of a cell. */
#include "obstacle.h"

#include "cells.h"
#include "document.h"

#include <stdio.h>
#include <stdlib.h>

static void name(kp_obstacle *obstacle, kp_text text, kp_text told, int32_t column, int32_t row) {
  char letters[8];
  kp_cells_column_name(column, letters);
  obstacle->text = text;
  obstacle->told = told;
  snprintf(obstacle->cell, sizeof obstacle->cell, "%s%d", letters, (int)row + 1);
}

/* Where a cursor lands when a range grows to what belongs to it. */
static bool grown(kp_uno_error *error, uno_Interface *sheet, kp_uno_method *grow, int32_t left,
                  int32_t top, int32_t right, int32_t bottom, kp_uno_cell_range_address *where) {
  static kp_uno_method create =
      KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheet::createCursorByRange");
  uno_Interface *range = NULL;
  uno_Interface *cursor = NULL;
  bool good = kp_cells_range(error, sheet, left, top, right, bottom, &range) &&
              kp_uno_call(error, sheet, &create, &cursor, range) &&
              kp_uno_call(error, cursor, grow, NULL) && kp_cells_address(error, cursor, where);
  kp_uno_release(cursor);
  kp_uno_release(range);
  return good;
}

static bool merged(kp_uno_error *error, uno_Interface *sheet, int32_t left, int32_t top,
                   int32_t right, int32_t bottom, kp_uno_cell_range_address *where) {
  static kp_uno_method grow =
      KP_UNO_METHOD("com.sun.star.sheet.XSheetCellCursor::collapseToMergedArea");
  return grown(error, sheet, &grow, left, top, right, bottom, where);
}

/* Whether all these cells belong to one array formula. */
static bool arrayed(kp_uno_error *error, uno_Interface *sheet, int32_t column, int32_t top,
                    int32_t bottom, bool *array) {
  static kp_uno_method get =
      KP_UNO_METHOD("com.sun.star.sheet.XArrayFormulaRange::getArrayFormula");
  uno_Interface *range = NULL;
  char *formula = NULL;
  bool good = kp_cells_range(error, sheet, column, top, column, bottom, &range) &&
              kp_uno_call(error, range, &get, &formula);
  *array = good && formula[0] != '\0';
  free(formula);
  kp_uno_release(range);
  return good;
}

/* ----------------------------------------------------------------------------- what a row meets */

/* The last cell that the sheet can have. */
static bool sheet_end(kp_uno_error *error, uno_Interface *sheet, int32_t *column, int32_t *row) {
  kp_uno_cell_range_address whole;
  bool good = kp_cells_address(error, sheet, &whole);
  if (good) {
    *column = whole.end_column;
    *row = whole.end_row;
  }
  return good;
}

enum { FORMULAS = 16 };

#define RANGES "[]com.sun.star.table.CellRangeAddress"

/* The leftmost merged area that begins above and goes on here; halves are looked at in turn. */
static bool merges(kp_uno_error *error, uno_Interface *sheet, int32_t last_column, int32_t row,
                   kp_obstacle *obstacle) {
  kp_uno_cell_range_address area;
  int32_t left = 0;
  int32_t right = last_column;
  bool good = merged(error, sheet, left, row, right, row, &area);
  if (!good || area.start_row >= row)
    return good;
  while (good && left < right) {
    int32_t middle = left + (right - left) / 2;
    good = merged(error, sheet, left, row, middle, row, &area);
    if (area.start_row < row)
      right = middle;
    else
      left = middle + 1;
  }
  good = good && merged(error, sheet, left, row, left, row, &area);
  if (good)
    name(obstacle, KP_TEXT_ROW_BLOCKED_MERGED, KP_TEXT_CHECK_BLOCKED_MERGED, area.start_column,
         area.start_row);
  return good;
}

/* Something in the last row would be pushed off the sheet; merged cells that end there, too. */
static bool last_row(kp_uno_error *error, uno_Interface *sheet, int32_t column, int32_t row,
                     kp_obstacle *obstacle) {
  uno_Sequence *ranges = NULL;
  bool good = kp_cells_content(error, sheet, 0, row, column, row, KP_CELLS_ANYTHING, &ranges);
  if (good && ranges->nElements > 0)
    name(obstacle, KP_TEXT_ROW_BLOCKED_LAST, KP_TEXT_CHECK_BLOCKED_LAST,
         KP_UNO_ELEMENTS(kp_uno_cell_range_address, ranges)[0].start_column, row);
  kp_uno_sequence_free(ranges, RANGES);
  if (good && obstacle->text == KP_TEXT_NONE && row > 0)
    good = merges(error, sheet, column, row, obstacle);
  if (obstacle->text == KP_TEXT_ROW_BLOCKED_MERGED) {
    obstacle->text = KP_TEXT_ROW_BLOCKED_LAST;
    obstacle->told = KP_TEXT_CHECK_BLOCKED_LAST;
  }
  return good;
}

/* An array formula of several rows cannot be parted, and not be pushed down by its first row either
 * (measured, 7.4). */
static bool array_at(kp_uno_error *error, uno_Interface *sheet, int32_t column, int32_t row,
                     int32_t last, bool *array) {
  *array = false;
  return (row == 0 || arrayed(error, sheet, column, row - 1, row, array)) &&
         (*array || row >= last || arrayed(error, sheet, column, row, row + 1, array));
}

static bool arrays(kp_uno_error *error, uno_Interface *sheet, int32_t last_column, int32_t last,
                   int32_t row, kp_obstacle *obstacle) {
  uno_Sequence *ranges = NULL;
  bool array = false;
  bool good = kp_cells_content(error, sheet, 0, row, last_column, row, FORMULAS, &ranges);
  for (sal_Int32 i = 0; good && !array && i < ranges->nElements; i++) {
    const kp_uno_cell_range_address *at = &KP_UNO_ELEMENTS(kp_uno_cell_range_address, ranges)[i];
    for (int32_t c = at->start_column; good && !array && c <= at->end_column; c++) {
      good = array_at(error, sheet, c, row, last, &array);
      if (array)
        name(obstacle, KP_TEXT_ROW_BLOCKED_ARRAY, KP_TEXT_CHECK_BLOCKED_ARRAY, c, row);
    }
  }
  kp_uno_sequence_free(ranges, RANGES);
  return good;
}

bool kp_obstacle_of_row(kp_uno_error *error, uno_Interface *sheet, int32_t row,
                        kp_obstacle *obstacle) {
  int32_t last_column = 0;
  int32_t last = 0;
  bool locked = false;
  *obstacle = (kp_obstacle){.text = KP_TEXT_NONE};
  bool good = kp_document_sheet_protected(error, sheet, &locked) &&
              sheet_end(error, sheet, &last_column, &last);
  if (good && locked) {
    obstacle->text = KP_TEXT_SHEET_PROTECTED;
    obstacle->told = KP_TEXT_CHECK_BLOCKED_PROTECTED;
    return true;
  }
  good = good && last_row(error, sheet, last_column, last, obstacle);
  if (good && obstacle->text == KP_TEXT_NONE)
    good = arrays(error, sheet, last_column, last, row, obstacle);
  if (good && obstacle->text == KP_TEXT_NONE && row > 0)
    good = merges(error, sheet, last_column, row, obstacle);
  return good;
}

/* ---------------------------------------------------------------------------- what a cell meets */

bool kp_obstacle_of_cell(kp_uno_error *error, uno_Interface *sheet, int32_t column, int32_t row,
                         kp_obstacle *obstacle) {
  kp_uno_cell_range_address area;
  bool array = false;
  *obstacle = (kp_obstacle){.text = KP_TEXT_NONE};
  bool good = merged(error, sheet, column, row, column, row, &area);
  if (good && (area.start_row != row || area.start_column != column)) {
    name(obstacle, KP_TEXT_CELL_COVERED, KP_TEXT_NONE, column, row);
    return true;
  }
  good = good && arrayed(error, sheet, column, row, row, &array);
  if (good && array)
    name(obstacle, KP_TEXT_CELL_OF_ARRAY, KP_TEXT_NONE, column, row);
  return good;
}
