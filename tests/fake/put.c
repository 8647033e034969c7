/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Content into cells and out of them, as the API of Calc does it. */
#include "put.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A protected sheet does not mind what the API writes into a single cell (measured). */
static fake_cell *open_cell(fake_document *document, const fake_area *at) {
  fake_sheet *sheet = fake_sheet_by_id(document, at->sheet);
  if (sheet == NULL)
    return NULL;
  fake_record_cells(document, at);
  fake_cell *cell = fake_cell_make(sheet, at->left, at->top);
  fake_cell_clear(cell);
  return cell;
}

static void set_text(fake_cell *cell, const char *text) {
  if (text[0] != '\0') {
    cell->kind = FAKE_TEXT;
    cell->text = fake_copy(text);
  }
}

bool fake_put_text(fake_document *document, const fake_area *at, const char *text) {
  fake_cell *cell = open_cell(document, at);
  if (cell == NULL)
    return false;
  set_text(cell, text);
  fake_changed(document, at);
  return true;
}

bool fake_put_number(fake_document *document, const fake_area *at, double number) {
  fake_cell *cell = open_cell(document, at);
  if (cell == NULL)
    return false;
  cell->kind = FAKE_NUMBER;
  cell->number = number;
  fake_changed(document, at);
  return true;
}

bool fake_put_formula(fake_document *document, const fake_area *at, const char *text) {
  char *end = NULL;
  double number = strtod(text, &end);
  if (text[0] != '\0' && text[0] != '=' && *end == '\0')
    return fake_put_number(document, at, number);
  if (text[0] != '=')
    return fake_put_text(document, at, text[0] == '\'' ? text + 1 : text);
  fake_cell *cell = open_cell(document, at);
  if (cell == NULL)
    return false;
  cell->kind = FAKE_FORMULA;
  fake_formula_read(document, text + 1, at, &cell->formula);
  fake_changed(document, at);
  return true;
}

/* -------------------------------------------------------------------------------------- arrays */

bool fake_put_data(fake_document *document, const fake_area *area, const uno_Sequence *data,
                   kp_uno_error *error) {
  fake_sheet *sheet = fake_sheet_by_id(document, area->sheet);
  int32_t width = area->right - area->left + 1;
  bool fits = data->nElements == area->bottom - area->top + 1;
  for (int32_t r = 0; fits && r < data->nElements; r++)
    fits = KP_UNO_ELEMENTS(uno_Sequence *const, data)[r]->nElements == width;
  if (!fits || sheet->protected)
    return kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "setDataArray");
  fake_record_cells(document, area);
  for (int32_t r = area->top; r <= area->bottom; r++) {
    const uno_Sequence *line = KP_UNO_ELEMENTS(uno_Sequence *const, data)[r - area->top];
    for (int32_t c = area->left; c <= area->right; c++) {
      const uno_Any *value = &KP_UNO_ELEMENTS(const uno_Any, line)[c - area->left];
      fake_cell *cell = fake_cell_make(sheet, c, r);
      char *text = NULL;
      fake_cell_clear(cell);
      if (kp_uno_any_get_double(value, &cell->number))
        cell->kind = FAKE_NUMBER;
      else if (kp_uno_any_get_string(value, &text))
        set_text(cell, text);
      free(text);
    }
  }
  fake_changed(document, area);
  return true;
}

static uno_Sequence *new_sequence(const char *type, int32_t count) {
  uno_Sequence *made = kp_uno_sequence_new(type, (size_t)count);
  if (made == NULL)
    abort();
  return made;
}

/* As ScRangeToSequence: an empty cell is "", an error is void. */
static void take_value(fake_document *document, const fake_area *at, uno_Any *into) {
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  fake_value value = fake_cell_value(document, at->sheet, at->left, at->top);
  if (value.kind == FAKE_VALUE_NUMBER)
    kp_uno_any_set_double(into, value.number);
  else if (value.kind == FAKE_VALUE_TEXT)
    kp_uno_any_set_string(into, value.text, &ignored);
  else if (value.kind == FAKE_VALUE_EMPTY)
    kp_uno_any_set_string(into, "", &ignored);
  fake_value_clear(&value);
}

static long cells_read;

static void count_cells(const fake_area *area) {
  cells_read += (long)(area->right - area->left + 1) * (area->bottom - area->top + 1);
}

long fake_cells_read(void) {
  long count = cells_read;
  cells_read = 0;
  return count;
}

uno_Sequence *fake_take_data(fake_document *document, const fake_area *area) {
  int32_t width = area->right - area->left + 1;
  count_cells(area);
  uno_Sequence *data = new_sequence("[][]any", area->bottom - area->top + 1);
  for (int32_t r = area->top; r <= area->bottom; r++) {
    uno_Sequence **line = &KP_UNO_ELEMENTS(uno_Sequence *, data)[r - area->top];
    kp_uno_sequence_free(*line, "[]any");
    *line = new_sequence("[]any", width);
    for (int32_t c = area->left; c <= area->right; c++) {
      const fake_area at = {area->sheet, c, r, c, r};
      take_value(document, &at, &KP_UNO_ELEMENTS(uno_Any, *line)[c - area->left]);
    }
  }
  return data;
}

/* A text that would not be one if it were typed gets a quote in front (measured). */
static char *quoted(const char *text) {
  char *end = NULL;
  strtod(text, &end);
  bool quotes = text[0] == '\'' || (end != text && *end == '\0');
  char *made = fake_alloc(strlen(text) + 2);
  sprintf(made, "%s%s", quotes ? "'" : "", text);
  return made;
}

char *fake_take_formula(fake_document *document, const fake_cell *cell) {
  char number[40] = "";
  if (cell->kind == FAKE_TEXT)
    return quoted(cell->text);
  if (cell->kind == FAKE_NUMBER)
    snprintf(number, sizeof number, "%.15g", cell->number);
  if (cell->kind != FAKE_FORMULA)
    return fake_copy(number);
  char *text = fake_formula_text(document, &cell->formula);
  text = fake_grow(text, strlen(text) + 2);
  memmove(text + 1, text, strlen(text) + 1);
  text[0] = '=';
  return text;
}

uno_Sequence *fake_take_formulas(fake_document *document, const fake_area *area) {
  kp_uno_error ignored = KP_UNO_NO_ERROR;
  const fake_sheet *sheet = fake_sheet_by_id(document, area->sheet);
  uno_Sequence *data = new_sequence("[][]string", area->bottom - area->top + 1);
  count_cells(area);
  for (int32_t r = area->top; r <= area->bottom; r++) {
    uno_Sequence **line = &KP_UNO_ELEMENTS(uno_Sequence *, data)[r - area->top];
    kp_uno_sequence_free(*line, "[]string");
    *line = new_sequence("[]string", area->right - area->left + 1);
    for (int32_t c = area->left; c <= area->right; c++) {
      char *text = fake_take_formula(document, fake_cell_at(sheet, c, r));
      kp_uno_string_assign(&KP_UNO_ELEMENTS(rtl_uString *, *line)[c - area->left], text, &ignored);
      free(text);
    }
  }
  return data;
}

/* --------------------------------------------------------------------------------------- shown */

static bool is_date_code(const char *code) {
  return strpbrk(code, "YyJj") != NULL && strchr(code, 'D') != NULL;
}

/* As the format shows it, dates in ISO only: tests compare days, not their looks. */
char *fake_take_shown(fake_document *document, const fake_area *at) {
  fake_value value = fake_cell_value(document, at->sheet, at->left, at->top);
  const fake_cell *cell = fake_cell_at(fake_sheet_by_id(document, at->sheet), at->left, at->top);
  char text[64] = "";
  kp_date date;
  if (value.kind == FAKE_VALUE_TEXT)
    return value.text;
  if (value.kind == FAKE_VALUE_ERROR)
    return fake_copy(value.text);
  if (value.kind == FAKE_VALUE_NUMBER) {
    const char *code = document->formats[cell->look.format].code;
    if (is_date_code(code) && kp_date_from_serial((int32_t)value.number, &date))
      snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    else
      snprintf(text, sizeof text, "%.15g", value.number);
  }
  return fake_copy(text);
}
