/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a task as a list: those that are open first, by day. No office. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where a table keeps its day and its person: as its agenda says. */
static const kp_method_source *source_of(const kp_method *method, const kp_method_table *table) {
  for (size_t i = 0; i < method->source_count; i++)
    if (method->sources[i]->table == table)
      return method->sources[i];
  return NULL;
}

bool kp_follow_has_list(const kp_follow_view *view) {
  const kp_method_task *task = view->task;
  return task != NULL && !task->itself && task->chain == NULL &&
         (!view->closed || view->rows.count > 0);
}

/* "4 Dec", with the year when it is another one; "" for no day. */
static char *day_text(const kp_follow_input *in, const kp_method_column *column, size_t row,
                      bool *late) {
  static const char *const months[][12] = {
      {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
      {"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"}};
  kp_date date;
  char made[48];
  char *text = column != NULL ? kp_follow_text(in, column, row) : kp_text_copy("");
  *late = false;
  if (text == NULL || kp_date_parse(text, in->today, &date) != KP_DATE_GOOD) {
    free(text);
    return kp_text_copy("");
  }
  free(text);
  *late = kp_date_serial(date) < kp_date_serial(in->today);
  int month = (int)date.month >= 1 && (int)date.month <= 12 ? (int)date.month - 1 : 0;
  snprintf(made, sizeof made, "%d %s", (int)date.day,
           months[in->language == KP_LANGUAGE_NL ? 1 : 0][month]);
  return kp_text_copy(made);
}

static double day_of(const kp_follow_input *in, const kp_method_column *column, size_t row) {
  kp_method_cell cell =
      column != NULL ? in->rows->cell(in->rows->data, column, row) : (kp_method_cell){0};
  return cell.kind == KP_METHOD_VALUE ? cell.number : 0;
}

static bool is_done(const kp_follow_input *in, const kp_method_table *table, size_t row) {
  const kp_method_column *status = kp_method_status(table);
  char *word = status != NULL ? kp_follow_text(in, status, row) : NULL;
  const kp_method_item *item = word != NULL ? kp_method_item_of(status->list, word) : NULL;
  free(word);
  return item != NULL && item->end;
}

typedef struct placed {
  kp_follow_line line;
  double day;
} placed;

static int in_order(const void *one, const void *other) {
  const placed *a = one;
  const placed *b = other;
  if (a->line.done != b->line.done)
    return a->line.done ? 1 : -1;
  if (a->day != b->day)
    return a->day < b->day ? -1 : 1;
  return a->line.entry < b->line.entry ? -1 : 1;
}

bool kp_follow_lines_make(const kp_follow_input *in, const kp_follow_view *view,
                          kp_follow_line **lines) {
  size_t count = view->rows.count;
  const kp_method_table *table = view->task->form->table;
  const kp_method_source *source = source_of(in->method, table);
  placed *made = calloc(count + 1, sizeof *made);
  bool good = made != NULL;
  *lines = calloc(count + 1, sizeof **lines);
  for (size_t i = 0; good && i < count; i++) {
    size_t row = view->rows.list[i].row;
    kp_follow_line *line = &made[i].line;
    line->entry = i;
    line->done = is_done(in, table, row);
    line->when = day_text(in, source != NULL ? source->date : NULL, row, &line->late);
    line->late = line->late && !line->done && kp_method_status(table) != NULL;
    line->who = source != NULL && source->who != NULL ? kp_follow_text(in, source->who, row)
                                                      : kp_text_copy("");
    line->what = table->title != NULL ? kp_follow_text(in, table->title, row)
                                      : kp_text_copy(view->rows.list[i].title);
    made[i].day = day_of(in, source != NULL ? source->date : NULL, row);
    good = line->when != NULL && line->who != NULL && line->what != NULL;
  }
  if (made != NULL && count > 1)
    qsort(made, count, sizeof *made, in_order);
  good = good && *lines != NULL;
  for (size_t i = 0; made != NULL && i < count; i++) {
    if (good) {
      (*lines)[i] = made[i].line;
      continue;
    }
    free(made[i].line.when);
    free(made[i].line.who);
    free(made[i].line.what);
  }
  free(made);
  if (!good) {
    free(*lines);
    *lines = NULL;
  }
  return good;
}

void kp_follow_lines_free(kp_follow_line *lines, size_t count) {
  for (size_t i = 0; lines != NULL && i < count; i++) {
    free(lines[i].when);
    free(lines[i].who);
    free(lines[i].what);
  }
  free(lines);
}
