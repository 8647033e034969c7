/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "functions_fixture.h"

#include <stdlib.h>
#include <string.h>

#include "survey_test.h"

/* Cells, with room up to the next power of two as fx_append has it. */
static fx_value *allocate(size_t count) {
  size_t room = 1;
  while (room < count)
    room *= 2;
  fx_value *cells = calloc(room, sizeof *cells);
  assert_non_null(cells);
  return cells;
}

/* -------------------------------------------------------------------------------------- values */

fx_value fx_number(double number) {
  return (fx_value){.kind = FX_NUMBER, .number = number};
}

fx_value fx_text(const char *utf8) {
  char *copy = strdup(utf8);
  assert_non_null(copy);
  return (fx_value){.kind = FX_TEXT, .text = copy};
}

fx_value fx_string(rtl_uString *string) {
  return (fx_value){.kind = FX_TEXT, .string = string};
}

fx_value fx_array(size_t rows, size_t columns) {
  fx_value array = {.kind = FX_ARRAY, .count = rows, .cells = allocate(rows)};
  for (size_t row = 0; row < rows; row++) {
    array.cells[row] = (fx_value){.kind = FX_ROW, .count = columns, .cells = allocate(columns)};
    for (size_t column = 0; column < columns; column++)
      array.cells[row].cells[column] = fx_text("");
  }
  return array;
}

fx_value *fx_at(const fx_value *array, size_t row, size_t column) {
  assert_int_equal(array->kind, FX_ARRAY);
  assert_true(row < array->count && column < array->cells[row].count);
  return &array->cells[row].cells[column];
}

fx_value fx_column(const double *numbers, size_t count) {
  fx_value column = fx_array(count, 1);
  for (size_t row = 0; row < count; row++)
    if (!isnan(numbers[row])) {
      fx_free(fx_at(&column, row, 0));
      *fx_at(&column, row, 0) = fx_number(numbers[row]);
    }
  return column;
}

fx_value fx_copy(const fx_value *value) {
  fx_value copy = *value;
  if (value->text != NULL)
    copy.text = fx_text(value->text).text;
  if (value->cells != NULL)
    copy.cells = allocate(value->count);
  for (size_t i = 0; i < value->count; i++)
    copy.cells[i] = fx_copy(&value->cells[i]);
  return copy;
}

void fx_free(fx_value *value) {
  for (size_t i = 0; i < value->count; i++)
    fx_free(&value->cells[i]);
  free(value->cells);
  free(value->text);
  *value = (fx_value){.kind = FX_VOID};
}

void fx_print(const fx_value *value) {
  switch (value->kind) {
  case FX_NUMBER:
    print_error("%.17g", value->number);
    break;
  case FX_TEXT:
    print_error("'%s'", value->text != NULL ? value->text : "(string)");
    break;
  case FX_BOOLEAN:
    print_error("TRUE");
    break;
  case FX_ERROR:
    print_error("error %g", value->number);
    break;
  case FX_ARRAY:
    print_error("{");
    for (size_t i = 0; i < value->count; i++) {
      print_error(i > 0 ? "\n | " : "");
      fx_print(&value->cells[i]);
    }
    print_error("}");
    break;
  case FX_ROW:
    for (size_t i = 0; i < value->count; i++) {
      print_error(i > 0 ? ", " : "");
      fx_print(&value->cells[i]);
    }
    break;
  case FX_VOID:
  case FX_ANYTHING:
  default:
    print_error("(nothing)");
  }
}

bool fx_is_error(const fx_value *value, kp_calc_error error) {
  return value->kind == FX_ERROR && value->number == (double)error;
}

bool fx_same(const fx_value *actual, const fx_value *expected, double tolerance) {
  if (expected->kind == FX_ANYTHING)
    return true;
  if (actual->kind != expected->kind || actual->count != expected->count)
    return false;
  if (actual->kind == FX_TEXT)
    return strcmp(actual->text, expected->text) == 0;
  for (size_t i = 0; i < actual->count; i++)
    if (!fx_same(&actual->cells[i], &expected->cells[i], tolerance))
      return false;
  return actual->kind == FX_ARRAY || actual->kind == FX_ROW ||
         is_near(actual->number, expected->number, tolerance);
}

/* -------------------------------------------------------------------------------- reading text */

bool fx_eat(const char **place, const char *word) {
  size_t length = strlen(word);
  if (strncmp(*place, word, length) != 0)
    return false;
  *place += length;
  return true;
}

static fx_value read_text(const char **place) {
  char *text = calloc(strlen(*place) + 1, 1);
  assert_non_null(text);
  size_t length = 0;
  for (; **place != '\0'; ++*place) {
    if (**place == '\'' && *++*place != '\'')
      return (fx_value){.kind = FX_TEXT, .text = text};
    text[length++] = **place;
  }
  fail_msg("a text without an end: %s", text);
  return fx_number(0);
}

void fx_append(fx_value *list, fx_value item) {
  if ((list->count & (list->count - 1)) == 0) { /* full at each power of two */
    size_t room = list->count == 0 ? 1 : 2 * list->count;
    fx_value *cells = realloc(list->cells, room * sizeof *cells);
    assert_non_null(cells);
    list->cells = cells;
  }
  list->cells[list->count++] = item;
}

static fx_value read_array(const char **place) {
  fx_value array = {.kind = FX_ARRAY};
  if (fx_eat(place, "}"))
    return array;
  do {
    fx_value row = {.kind = FX_ROW};
    if (**place != '|' && **place != '}')
      do
        fx_append(&row, fx_read_value(place));
      while (fx_eat(place, ","));
    fx_append(&array, row);
  } while (fx_eat(place, "|"));
  assert_true(fx_eat(place, "}"));
  return array;
}

fx_value fx_read_value(const char **place) {
  static const struct {
    const char *name;
    fx_kind kind;
    double number;
  } words[] = {{"#DIV/0!", FX_ERROR, KP_CALC_DIV0},
               {"#VALUE!", FX_ERROR, KP_CALC_VALUE},
               {"#NUM!", FX_ERROR, KP_CALC_NUM},
               {"#N/A", FX_ERROR, KP_CALC_NA},
               {"Err:523", FX_ERROR, 523},
               {"TRUE", FX_BOOLEAN, 1},
               {"FALSE", FX_BOOLEAN, 0},
               {"void", FX_VOID, 0},
               {"*", FX_ANYTHING, 0}};
  if (fx_eat(place, "{"))
    return read_array(place);
  if (fx_eat(place, "'"))
    return read_text(place);
  if (fx_eat(place, "_"))
    return fx_text("");
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (fx_eat(place, words[i].name))
      return (fx_value){.kind = words[i].kind, .number = words[i].number};
  char *end = NULL;
  double number = strtod(*place, &end);
  if (end == *place)
    fail_msg("no value: %s", *place);
  *place = end;
  return fx_number(number);
}

fx_value fx_read(const char *source) {
  const char *place = source;
  fx_value value = fx_read_value(&place);
  if (*place != '\0')
    fail_msg("no value: %s", source);
  return value;
}
