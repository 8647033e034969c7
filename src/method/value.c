/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells as texts and texts as cells: each decided once, for forms, panels, macros and the log. */
#include "kernpunt/method.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *kp_method_cell_text(const kp_method_column *column, kp_method_cell cell) {
  assert(column != NULL);
  char text[40] = "";
  kp_date date;
  if (cell.kind == KP_METHOD_WORDS)
    return kp_text_copy(cell.text);
  if (cell.kind != KP_METHOD_VALUE)
    return kp_text_copy("");
  if (column->result == KP_METHOD_DATE && cell.number >= 0 && cell.number < INT32_MAX &&
      kp_date_from_serial((int32_t)cell.number, &date))
    kp_date_iso(date, text);
  else /* as people would type it: whole ones without a point */
    snprintf(text, sizeof text, "%.15g", cell.number);
  return kp_text_copy(text);
}

const char *kp_method_word(const kp_method_column *column, const char *text, kp_language words) {
  if (column->list == NULL)
    return text;
  const kp_method_item *item = kp_method_item_of(column->list, text);
  if (item == NULL)
    item = kp_method_find_item(column->list, text);
  return item != NULL ? item->name.in[words] : text;
}

kp_method_cell kp_method_cell_given(const kp_method_column *column, const char *text,
                                    kp_language words, kp_date today) {
  return kp_method_cell_typed(column, kp_method_word(column, text, words), today);
}

/* "today" and "today+14". */
static char *day_text(const char *value, kp_date today) {
  static const char word[] = "today";
  char text[KP_DATE_ISO_SIZE];
  size_t length = sizeof word - 1;
  kp_date date = today;
  if (strncmp(value, word, length) != 0)
    return kp_text_copy(value);
  if (value[length] == '+')
    kp_date_from_serial(kp_date_serial(today) + (int32_t)strtol(value + length + 1, NULL, 10),
                        &date);
  kp_date_iso(date, text);
  return kp_text_copy(text);
}

char *kp_method_preset_text(const kp_method_column *column, const char *value, const char *me,
                            kp_language words, kp_date today) {
  assert(column != NULL && value != NULL);
  if (column->kind == KP_METHOD_DATE)
    return day_text(value, today);
  if (column->kind == KP_METHOD_PERSON && strcmp(value, "me") == 0)
    return kp_text_copy(me);
  return kp_text_copy(kp_method_word(column, value, words));
}

bool kp_method_present(const kp_method_rows *rows, const kp_method_column *people, size_t row) {
  assert(rows != NULL && people != NULL);
  const kp_method_column *column = kp_method_role_column(people->table, KP_ROLE_PRESENT);
  if (column == NULL || column->list == NULL)
    return true;
  kp_method_cell cell = rows->cell(rows->data, column, row);
  const kp_method_item *item =
      cell.kind == KP_METHOD_WORDS ? kp_method_item_of(column->list, cell.text) : NULL;
  return item == NULL || strcmp(item->key, "no") != 0;
}
