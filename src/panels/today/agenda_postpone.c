/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting off: to which day, how often before, and what may be put off or aside at all. */
#include "agenda.h"

#include <string.h>

static kp_date in_days(kp_date today, int32_t days) {
  kp_date date = today;
  kp_date_from_serial(kp_date_serial(today) + days, &date);
  return date;
}

/* The last day of the month; on that day itself the one of the next. */
static kp_date end_of_month(kp_date today) {
  kp_date tomorrow = in_days(today, 1);
  kp_date next = {tomorrow.year + tomorrow.month / 12, tomorrow.month % 12 + 1, 1};
  return kp_date_valid(next) ? in_days(next, -1) : today;
}

kp_date kp_agenda_postponed(kp_agenda_delay delay, kp_date today) {
  switch (delay) {
  case KP_AGENDA_TOMORROW:
    return in_days(today, 1);
  case KP_AGENDA_NEXT_WEEK:
    return in_days(today, 7);
  case KP_AGENDA_TWO_WEEKS:
    return in_days(today, 14);
  default:
    return end_of_month(today);
  }
}

bool kp_agenda_postponable(const kp_method_source *source) {
  return source->table->id != NULL && source->date->kind == KP_METHOD_DATE;
}

bool kp_agenda_at_once(const kp_method_source *source) {
  bool good = source->table->id != NULL && source->answer_count > 0;
  for (size_t i = 0; i < source->asked_count; i++) {
    const kp_method_column *column = source->asked[i];
    good = good && !column->required &&
           (column->kind == KP_METHOD_TEXT || column->kind == KP_METHOD_LONGTEXT);
  }
  return good;
}

const kp_method_item *kp_agenda_aside(const kp_method_source *source) {
  const kp_method_column *status = kp_method_status(source->table);
  for (size_t i = 0; status != NULL && i < status->list->count; i++)
    if (status->list->items[i]->step == 0 && !status->list->items[i]->end)
      return status->list->items[i];
  return NULL;
}

static bool holds(const kp_method_rows *rows, const kp_method_column *column, size_t row,
                  const char *text) {
  kp_method_cell cell = rows->cell(rows->data, column, row);
  return cell.kind == KP_METHOD_WORDS && strstr(cell.text, text) != NULL;
}

size_t kp_agenda_times_postponed(const kp_method *method, const kp_method_rows *rows,
                                 const kp_method_column *date, const char *id) {
  const kp_method_table *log = kp_method_role_table(method, KP_ROLE_LOG);
  const kp_method_column *row_id = log != NULL ? kp_method_role_column(log, KP_ROLE_ROW) : NULL;
  const kp_method_column *field = log != NULL ? kp_method_role_column(log, KP_ROLE_FIELD) : NULL;
  const kp_method_column *was = log != NULL ? kp_method_role_column(log, KP_ROLE_WAS) : NULL;
  size_t count = log != NULL ? rows->count(rows->data, log) : 0;
  size_t times = 0;
  if (row_id == NULL || field == NULL || was == NULL || count == KP_METHOD_NO_TABLE)
    return 0;
  for (size_t i = 0; i < count; i++) {
    kp_method_cell before = rows->cell(rows->data, was, i);
    if (holds(rows, row_id, i, id) && before.kind != KP_METHOD_BLANK &&
        (holds(rows, field, i, date->name.in[KP_LANGUAGE_EN]) ||
         holds(rows, field, i, date->name.in[KP_LANGUAGE_NL])))
      times++;
  }
  return times;
}
