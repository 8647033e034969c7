/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cells of an aggregating argument, walked where they are: never a copy of the range.
 *
 * How Calc hands cells over as `any`: a range of several cells is a sequence of rows, an empty
 * cell in it the text "", a TRUE the number 1; a single cell is a number or a text, and 0 when it
 * is empty. Errors never arrive: Calc answers Err:504 before calling.
 */
#include "internal.h"

bool kp_functions_cells_read(kp_functions_cells *cells, const uno_Any *argument) {
  *cells = (kp_functions_cells){.single = argument, .row_count = 1, .column_count = 1};
  switch (argument->pType->eTypeClass) {
  case typelib_TypeClass_DOUBLE:
  case typelib_TypeClass_STRING:
  case typelib_TypeClass_BOOLEAN:
    return true;
  case typelib_TypeClass_SEQUENCE:
    break;
  default:
    return false;
  }
  const uno_Sequence *rows = kp_uno_any_get_sequence(argument, "[][]any");
  if (rows == NULL || rows->nElements < 1)
    return false;
  cells->rows = KP_UNO_ELEMENTS(uno_Sequence *const, (uno_Sequence *)rows);
  cells->row_count = (size_t)rows->nElements;
  cells->column_count = (size_t)cells->rows[0]->nElements;
  for (size_t row = 0; row < cells->row_count; row++)
    if ((size_t)cells->rows[row]->nElements != cells->column_count)
      return false;
  return true;
}

const uno_Any *kp_functions_cell_only(const uno_Any *argument) {
  kp_functions_cells cells;
  return kp_functions_cells_read(&cells, argument) && cells.rows != NULL && cells.row_count == 1 &&
                 cells.column_count == 1
             ? kp_functions_cells_at(&cells, 0, 0)
             : argument;
}

void kp_functions_cells_tally_one(kp_survey_tally *tally, const uno_Any *cell) {
  switch (cell->pType->eTypeClass) {
  case typelib_TypeClass_DOUBLE:
    kp_survey_tally_add_number(tally, *(const double *)cell->pData);
    break;
  case typelib_TypeClass_BOOLEAN:
    kp_survey_tally_add_boolean(tally);
    break;
  default:
    if (kp_functions_cell_blank(cell))
      kp_survey_tally_add_blank(tally);
    else
      kp_survey_tally_add_text(tally);
  }
}

void kp_functions_cells_tally(kp_survey_tally *tally, const kp_functions_cells *cells) {
  for (size_t row = 0; row < cells->row_count; row++) {
    const uno_Any *cell = kp_functions_cells_at(cells, row, 0);
    for (size_t column = 0; column < cells->column_count; column++)
      kp_functions_cells_tally_one(tally, cell + column);
  }
}

void kp_functions_cells_scale_one(kp_survey_scale *scale, const uno_Any *cell) {
  if (cell->pType->eTypeClass == typelib_TypeClass_DOUBLE)
    kp_survey_scale_add_number(scale, *(const double *)cell->pData);
  else if (cell->pType->eTypeClass == typelib_TypeClass_BOOLEAN)
    kp_survey_scale_add_boolean(scale);
  else if (kp_functions_cell_blank(cell))
    kp_survey_scale_add_blank(scale);
  else
    kp_survey_scale_add_text(scale);
}

void kp_functions_cells_scale(kp_survey_scale *scale, const kp_functions_cells *cells) {
  for (size_t row = 0; row < cells->row_count; row++) {
    const uno_Any *first = kp_functions_cells_at(cells, row, 0);
    for (size_t column = 0; column < cells->column_count; column++)
      kp_functions_cells_scale_one(scale, first + column);
  }
}

/* Walks two ranges of one shape side by side. */
typedef void (*pair_visitor)(void *target, double one, double other);

static bool walk_pairs(const kp_functions_cells *one, const kp_functions_cells *other,
                       pair_visitor visit, void *target) {
  if (!kp_functions_cells_same_shape(one, other))
    return false;
  for (size_t row = 0; row < one->row_count; row++) {
    const uno_Any *left = kp_functions_cells_at(one, row, 0);
    const uno_Any *right = kp_functions_cells_at(other, row, 0);
    for (size_t column = 0; column < one->column_count; column++)
      visit(target, kp_functions_cell_number(left + column),
            kp_functions_cell_number(right + column));
  }
  return true;
}

static void add_pair(void *target, double earlier, double later) {
  kp_survey_pairs_add(target, earlier, later);
}

static void add_grade_pair(void *target, double earlier, double later) {
  kp_survey_grade_pairs_add(target, earlier, later);
}

static void add_weighted(void *target, double score, double weight) {
  kp_survey_weighted_add(target, score, weight);
}

bool kp_functions_cells_pairs(kp_survey_pairs *pairs, const kp_functions_cells *earlier,
                              const kp_functions_cells *later) {
  return walk_pairs(earlier, later, add_pair, pairs);
}

bool kp_functions_cells_grade_pairs(kp_survey_grade_pairs *pairs, const kp_functions_cells *earlier,
                                    const kp_functions_cells *later) {
  return walk_pairs(earlier, later, add_grade_pair, pairs);
}

bool kp_functions_cells_weighted(kp_survey_weighted *weighted, const kp_functions_cells *scores,
                                 const kp_functions_cells *weights) {
  return walk_pairs(scores, weights, add_weighted, weighted);
}

kp_survey_status kp_arguments_scale(const kp_arguments *a, size_t data, bool whole, double boxes,
                                    kp_survey_scale *scale) {
  kp_survey_status status = kp_survey_scale_start(scale, a->min, a->max, whole, boxes);
  if (status == KP_SURVEY_OK)
    kp_functions_cells_scale(scale, &a->data[data]);
  return status;
}
