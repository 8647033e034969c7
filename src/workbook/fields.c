/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed, made into what the cells get. */
#include "fields.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static kp_step take_day(kp_uno_error *error, kp_fields *fields, const kp_method_column *column,
                        const char *text) {
  const char *header = column->name.in[fields->document->language];
  kp_date date;
  switch (kp_date_parse(text, fields->today, &date)) {
  case KP_DATE_GOOD:
    return kp_step_of(kp_record_set_day(error, &fields->record, column->key, kp_date_serial(date)));
  case KP_DATE_EMPTY:
    return kp_step_of(kp_record_set_text(error, &fields->record, column->key, ""));
  case KP_DATE_IMPOSSIBLE:
    return kp_step_refuse(fields->outcome, KP_TEXT_FIELD_NO_DAY, header);
  default:
    return kp_step_refuse(fields->outcome, KP_TEXT_FIELD_NO_DATE, header);
  }
}

kp_step kp_fields_take(kp_uno_error *error, kp_fields *fields, const char *key, const char *text) {
  const kp_method_column *column = kp_method_find_column(fields->table, key);
  if (column == NULL || column->kind == KP_METHOD_FORMULA || column->kind == KP_METHOD_ID) {
    kp_uno_error_set(error, KP_UNO_ILLEGAL_ARGUMENT, "%s.%s cannot be written", fields->table->key,
                     key);
    return KP_STEP_FAILED;
  }
  char *clean = kp_text_clean(text);
  if (clean == NULL) {
    kp_uno_error_memory(error);
    return KP_STEP_FAILED;
  }
  kp_step step;
  size_t length = kp_text_length(clean);
  if (length > KP_TEXT_MAXIMUM) {
    char excess[24];
    snprintf(excess, sizeof excess, "%zu", length - KP_TEXT_MAXIMUM);
    step = kp_step_refuse(fields->outcome, KP_TEXT_WHAT_LONG, excess);
  } else if (column->kind == KP_METHOD_DATE) {
    step = take_day(error, fields, column, clean);
  } else {
    step = kp_step_of(kp_record_set_text(error, &fields->record, key,
                                         kp_method_word(column, clean, fields->language)));
  }
  free(clean);
  return step;
}

static bool set_initial(kp_uno_error *error, kp_fields *fields, const kp_method_column *column) {
  char *text =
      kp_method_preset_text(column, column->initial, fields->user, fields->language, fields->today);
  kp_date date;
  bool good = text != NULL || kp_uno_error_memory(error);
  if (good && column->kind == KP_METHOD_DATE &&
      kp_date_parse(text, fields->today, &date) == KP_DATE_GOOD)
    good = kp_record_set_day(error, &fields->record, column->key, kp_date_serial(date));
  else if (good)
    good = kp_record_set_text(error, &fields->record, column->key, text);
  free(text);
  return good;
}

/* In the list of people a row may be without a person: each column is a list. What is said of a
 * person is not filled then. */
static bool is_idle(const kp_fields *fields, const kp_method_column *column) {
  const kp_method_column *people = fields->document->method->people;
  if (people == NULL || people->table != fields->table)
    return false;
  const kp_cell *cell = kp_record_cell(&fields->record, people->key);
  return (column->role == KP_ROLE_PRESENT || column->role == KP_ROLE_UNIT ||
          column->role == KP_ROLE_LEVEL) &&
         (cell == NULL || cell->text == NULL || cell->text[0] == '\0');
}

bool kp_fields_initial(kp_uno_error *error, kp_fields *fields) {
  bool good = true;
  for (size_t i = 0; good && i < fields->table->count; i++) {
    const kp_method_column *column = fields->table->columns[i];
    if (column->initial != NULL && column->kind != KP_METHOD_FORMULA &&
        kp_record_cell(&fields->record, column->key) == NULL && !is_idle(fields, column))
      good = set_initial(error, fields, column);
  }
  return good;
}

kp_method_value *kp_fields_values(kp_uno_error *error, const kp_fields *fields, size_t *count) {
  kp_method_value *values = calloc(fields->record.count + 1, sizeof *values);
  *count = 0;
  if (values == NULL) {
    kp_uno_error_memory(error);
    return NULL;
  }
  for (size_t i = 0; i < fields->record.count; i++) {
    const kp_cell *cell = &fields->record.cells[i];
    kp_method_value value = {.column = kp_method_find_column(fields->table, cell->key)};
    if (value.column == NULL)
      continue;
    if (cell->text == NULL)
      value.cell = (kp_method_cell){.kind = KP_METHOD_VALUE, .number = cell->serial};
    else if (cell->text[0] != '\0')
      value.cell = (kp_method_cell){.kind = KP_METHOD_WORDS, .text = cell->text};
    else
      value.cell = (kp_method_cell){.kind = KP_METHOD_BLANK};
    values[(*count)++] = value;
  }
  return values;
}
