/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row that leads to a new one: its link is written with it. */
#include "entry.h"

#include <stdlib.h>
#include <string.h>

/* The rows of the workbook as they will be: with the new one behind the last of its table. */
typedef struct future {
  const kp_method_rows *now;
  const kp_method_table *table;
  const char *id;
  const kp_method_value *values;
  size_t count;
} future;

static size_t count_rows(void *data, const kp_method_table *table) {
  const future *of = data;
  size_t count = of->now->count(of->now->data, table);
  return count + (table == of->table && count != KP_METHOD_NO_TABLE);
}

static kp_method_cell read_cell(void *data, const kp_method_column *column, size_t row) {
  const future *of = data;
  if (column->table != of->table || row != of->now->count(of->now->data, of->table))
    return of->now->cell(of->now->data, column, row);
  if (column == of->table->id)
    return (kp_method_cell){.kind = KP_METHOD_WORDS, .text = of->id};
  for (size_t i = 0; i < of->count; i++)
    if (of->values[i].column == column)
      return of->values[i].cell;
  return (kp_method_cell){.kind = KP_METHOD_BLANK};
}

static bool read_setting(void *data, const kp_method_setting *setting, double *value) {
  const kp_method_rows *now = ((const future *)data)->now;
  return now->setting != NULL && now->setting(now->data, setting, value);
}

static bool is_enabled(void *data, const kp_method_practice *practice) {
  const kp_method_rows *now = ((const future *)data)->now;
  return now->enabled == NULL || now->enabled(now->data, practice);
}

/* What is told of a link is told of the row that was asked for. */
static void hand_on(const kp_outcome *from, kp_outcome *to) {
  to->text = from->text;
  free(to->detail);
  to->detail = from->detail;
}

kp_step kp_link_make(kp_uno_error *error, const kp_part *row, const kp_entry_link *to,
                     kp_entry_value *value, kp_entry *entry, kp_part *link) {
  kp_save *save = row->save;
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  future later = {
      .now = kp_reader_rows(save->reader), .table = row->fields.table, .id = row->fields.record.id};
  const kp_method_rows rows = {.data = &later,
                               .language = later.now->language,
                               .count = count_rows,
                               .cell = read_cell,
                               .setting = read_setting,
                               .enabled = is_enabled};
  kp_method_value *values = kp_fields_values(error, &row->fields, &later.count);
  if (values == NULL)
    return KP_STEP_FAILED;
  later.values = values;
  *value = (kp_entry_value){to->column, row->fields.record.id};
  *entry = (kp_entry){.table = to->table, .id = to->id, .values = value, .count = 1};
  *link = (kp_part){.save = save,
                    .entry = entry,
                    .book = kp_method_book_new(save->document->method, &rows, save->today),
                    .fields = {.outcome = &outcome},
                    .other = row->log.id,
                    .change = true};
  kp_step step = KP_STEP_FAILED;
  if (link->book != NULL)
    step = kp_part_make(error, link);
  else
    kp_uno_error_memory(error);
  if (step == KP_STEP_REFUSED || step == KP_STEP_NO_TABLE)
    hand_on(&outcome, save->outcome);
  else
    free(outcome.detail);
  kp_method_book_free(link->book);
  link->book = NULL;
  link->fields.outcome = save->outcome;
  free(values);
  return step;
}
