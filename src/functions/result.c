/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results: numbers, words, errors and arrays as Calc wants them. */
#include "internal.h"

#include <stdio.h>
#include <string.h>

kp_calc_error kp_calc_error_of(kp_survey_status status) {
  switch (status) {
  case KP_SURVEY_OK:
    return KP_CALC_OK;
  case KP_SURVEY_NO_DATA:
  case KP_SURVEY_TOO_FEW:
  case KP_SURVEY_NO_WEIGHT:
  case KP_SURVEY_CONSTANT:
  case KP_SURVEY_UNDEFINED:
    return KP_CALC_DIV0;
  case KP_SURVEY_SHAPE:
    return KP_CALC_VALUE;
  case KP_SURVEY_NOT_CLEAR:
    return KP_CALC_NA;
  case KP_SURVEY_NO_CONVERGENCE:
    return KP_CALC_NO_CONV;
  case KP_SURVEY_MEMORY:
    return KP_CALC_MEMORY;
  case KP_SURVEY_PARAMETER:
  case KP_SURVEY_OUT_OF_RANGE:
  case KP_SURVEY_NON_INTEGER:
  case KP_SURVEY_BAD_WEIGHT:
  case KP_SURVEY_COLLINEAR:
  default:
    return KP_CALC_NUM;
  }
}

/* Calc reads a quiet NaN as the error whose number its low 32 bits carry. */
double kp_calc_error_value(kp_calc_error error) {
  uint64_t bits = UINT64_C(0x7FF8000000000000) | (uint64_t)error;
  double value = 0;
  memcpy(&value, &bits, sizeof value);
  return value;
}

kp_calc_error kp_result_number(uno_Any *result, double value) {
  if (!isfinite(value))
    return KP_CALC_NUM;
  kp_uno_any_set_double(result, value);
  return KP_CALC_OK;
}

kp_calc_error kp_result_of(uno_Any *result, kp_survey_status status, double value) {
  kp_calc_error error = kp_calc_error_of(status);
  return error != KP_CALC_OK ? error : kp_result_number(result, value);
}

kp_calc_error kp_result_word(uno_Any *result, kp_word word, kp_language language) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  return kp_uno_any_set_string(result, kp_functions_word(word, language), &error) ? KP_CALC_OK
                                                                                  : KP_CALC_MEMORY;
}

kp_calc_error kp_result_verdict(uno_Any *result, kp_survey_status status, kp_survey_verdict verdict,
                                kp_language language) {
  kp_calc_error error = kp_calc_error_of(status);
  return error != KP_CALC_OK
             ? error
             : kp_result_word(result, (kp_word)(KP_WORD_TOO_FEW + (int)verdict), language);
}

void kp_functions_grid_start(kp_functions_grid *grid, size_t rows, size_t columns) {
  grid->rows = kp_uno_sequence_new("[][]any", rows);
  grid->failed = grid->rows == NULL;
  for (size_t row = 0; !grid->failed && row < rows; row++) {
    uno_Sequence *cells = kp_uno_sequence_new("[]any", columns);
    if (cells == NULL) {
      grid->failed = true;
    } else {
      uno_Sequence **place = KP_UNO_ELEMENTS(uno_Sequence *, grid->rows) + row;
      kp_uno_sequence_free(*place, "[]any");
      *place = cells;
    }
  }
}

static uno_Any *grid_at(const kp_functions_grid *grid, size_t row, size_t column) {
  return KP_UNO_ELEMENTS(uno_Any, KP_UNO_ELEMENTS(uno_Sequence *, grid->rows)[row]) + column;
}

void kp_functions_grid_number(kp_functions_grid *grid, size_t row, size_t column, double value) {
  if (!grid->failed)
    kp_uno_any_set_double(grid_at(grid, row, column),
                          isfinite(value) ? value : kp_calc_error_value(KP_CALC_NUM));
}

void kp_functions_grid_error(kp_functions_grid *grid, size_t row, size_t column,
                             kp_calc_error error) {
  if (!grid->failed)
    kp_uno_any_set_double(grid_at(grid, row, column), kp_calc_error_value(error));
}

void kp_functions_grid_status(kp_functions_grid *grid, size_t row, size_t column,
                              kp_survey_status status, double value) {
  if (status == KP_SURVEY_OK)
    kp_functions_grid_number(grid, row, column, value);
  else
    kp_functions_grid_error(grid, row, column, kp_calc_error_of(status));
}

void kp_functions_grid_text(kp_functions_grid *grid, size_t row, size_t column, const char *utf8) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  if (!grid->failed && !kp_uno_any_set_string(grid_at(grid, row, column), utf8, &error))
    grid->failed = true;
}

void kp_functions_grid_word(kp_functions_grid *grid, size_t row, size_t column, kp_word word,
                            kp_language language) {
  kp_functions_grid_text(grid, row, column, kp_functions_word(word, language));
}

void kp_functions_grid_string(kp_functions_grid *grid, size_t row, size_t column,
                              const rtl_uString *string) {
  if (!grid->failed)
    uno_type_any_assign(grid_at(grid, row, column), (void *)&string,
                        *typelib_static_type_getByTypeClass(typelib_TypeClass_STRING), NULL, NULL);
}

void kp_functions_grid_copy(kp_functions_grid *grid, size_t row, size_t column,
                            const uno_Any *cell) {
  if (!grid->failed)
    uno_type_any_assign(grid_at(grid, row, column), cell->pData, cell->pType, NULL, NULL);
}

void kp_functions_grid_hidden_n(kp_functions_grid *grid, size_t row, size_t column,
                                kp_survey_hidden state, double minimum) {
  char text[340]; /* the longest double has 309 digits */
  snprintf(text, sizeof text, state == KP_SURVEY_PROTECTED ? "\xE2\x89\xA5 %.0f" : "< %.0f",
           minimum);
  kp_functions_grid_text(grid, row, column, text);
}

void kp_functions_grid_hidden_word(kp_functions_grid *grid, size_t row, size_t column,
                                   kp_survey_hidden state, kp_language language) {
  kp_functions_grid_word(grid, row, column,
                         state == KP_SURVEY_PROTECTED ? KP_WORD_HIDDEN : KP_WORD_TOO_FEW, language);
}

void kp_functions_grid_hidden(kp_functions_grid *grid, size_t row, size_t n_column,
                              size_t word_column, kp_survey_hidden state, double minimum,
                              kp_language language) {
  kp_functions_grid_hidden_n(grid, row, n_column, state, minimum);
  kp_functions_grid_hidden_word(grid, row, word_column, state, language);
}

/* A cell that got nothing is an empty text: void, it would show #N/A. */
static void fill_blanks(kp_functions_grid *grid) {
  for (sal_Int32 row = 0; !grid->failed && row < grid->rows->nElements; row++) {
    const uno_Sequence *cells = KP_UNO_ELEMENTS(uno_Sequence *, grid->rows)[row];
    for (sal_Int32 column = 0; column < cells->nElements; column++)
      if (kp_uno_any_is_void(grid_at(grid, (size_t)row, (size_t)column)))
        kp_functions_grid_text(grid, (size_t)row, (size_t)column, "");
  }
}

kp_calc_error kp_functions_grid_finish(kp_functions_grid *grid, uno_Any *result) {
  fill_blanks(grid);
  kp_uno_error error = KP_UNO_NO_ERROR;
  bool done = !grid->failed && kp_uno_any_set(result, "[][]any", &grid->rows, &error);
  kp_uno_sequence_free(grid->rows, "[][]any");
  grid->rows = NULL;
  return done ? KP_CALC_OK : KP_CALC_MEMORY;
}
