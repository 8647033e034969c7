/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What asks for attention today. */
#include "book.h"
#include "kernpunt/text.h"
#include "kernpunt/method.h"

#include <stdlib.h>
#include <string.h>

/* An agenda while it grows. */
typedef struct gather {
  kp_method_book *book;
  const char *who; /* plain, or NULL for all */
  int32_t horizon;
  kp_method_agenda *agenda;
  size_t capacity;
} gather;

static const char *text_of(const kp_method_book *book, const kp_method_column *column, size_t row) {
  kp_method_cell cell = {KP_METHOD_BLANK, NULL, 0};
  if (column != NULL)
    cell = kp_book_cell(book, column, row);
  return cell.kind == KP_METHOD_WORDS ? cell.text : "";
}

/* Whether the row is of the person asked for; what has no person is everyone's. */
static bool is_mine(gather *into, const kp_method_source *source, size_t row) {
  if (into->who == NULL || source->who == NULL)
    return true;
  const char *name = text_of(into->book, source->who, row);
  if (kp_fold_blank(name))
    return false;
  char *plain = kp_people_plain(name, strlen(name));
  if (plain == NULL) {
    into->book->failed = true;
    return false;
  }
  bool same = kp_fold_same(plain, into->who);
  free(plain);
  return same;
}

static kp_method_due judge(int32_t days, int weekday) {
  if (days < 0)
    return KP_METHOD_OVERDUE;
  if (days == 0)
    return KP_METHOD_TODAY;
  return days <= 6 - weekday ? KP_METHOD_THIS_WEEK : KP_METHOD_LATER;
}

static bool add(gather *into, const kp_method_source *source, size_t row, int32_t serial) {
  kp_method_agenda *agenda = into->agenda;
  if (agenda->count == into->capacity) {
    size_t capacity = into->capacity == 0 ? 16 : 2 * into->capacity;
    kp_method_agenda_item *larger = realloc(agenda->list, capacity * sizeof *larger);
    if (larger == NULL)
      return false;
    agenda->list = larger;
    into->capacity = capacity;
  }
  kp_method_agenda_item *item = &agenda->list[agenda->count++];
  const kp_method_book *book = into->book;
  *item = (kp_method_agenda_item){.source = source,
                                  .row = row,
                                  .days = serial - book->today_serial,
                                  .id = text_of(book, source->table->id, row),
                                  .who = text_of(book, source->who, row),
                                  .what = text_of(book, source->text, row)};
  kp_date_from_serial(serial, &item->date);
  item->due = judge(item->days, kp_date_weekday(book->today));
  return true;
}

/* The date of a row that still asks. */
static bool asks(gather *into, const kp_method_source *source, size_t row, int32_t *serial) {
  kp_eval eval = {.book = into->book, .rule = source->test, .row = row};
  return kp_cell_date(kp_book_cell(into->book, source->date, row), serial) &&
         kp_rule_fires(&eval) && is_mine(into, source, row);
}

static bool gather_source(gather *into, const kp_method_source *source) {
  kp_method_book *book = into->book;
  size_t rows = kp_book_rows(book, source->table);
  size_t first_row = KP_METHOD_NEW_ROW; /* beyond the horizon, or the latest of all */
  int32_t first_serial = 0;
  for (size_t row = 0; row < rows; row++) {
    int32_t serial;
    if (!asks(into, source, row, &serial))
      continue;
    bool within = serial - book->today_serial <= into->horizon;
    bool better = first_row == KP_METHOD_NEW_ROW ||
                  (source->latest ? serial > first_serial : serial < first_serial);
    if (within && !source->latest) {
      if (!add(into, source, row, serial))
        return false;
    } else if (better) {
      first_row = row;
      first_serial = serial;
    }
  }
  bool wanted = source->ahead || first_serial - book->today_serial <= into->horizon;
  return first_row == KP_METHOD_NEW_ROW || !wanted || add(into, source, first_row, first_serial);
}

static int by_date(const void *one, const void *other) {
  const kp_method_agenda_item *left = one;
  const kp_method_agenda_item *right = other;
  if (left->days != right->days)
    return left->days < right->days ? -1 : 1;
  if (left->source != right->source && left->source->table != right->source->table)
    return left->source->table->index < right->source->table->index ? -1 : 1;
  return left->row < right->row ? -1 : left->row > right->row;
}

void kp_method_agenda_clear(kp_method_agenda *agenda) {
  free(agenda->list);
  *agenda = (kp_method_agenda){NULL, 0};
}

bool kp_method_book_agenda(kp_method_book *book, const char *who, int32_t horizon,
                           kp_method_agenda *agenda) {
  const kp_method *method = book->method;
  *agenda = (kp_method_agenda){NULL, 0};
  char *plain = who != NULL ? kp_people_plain(who, strlen(who)) : NULL;
  bool good = who == NULL || plain != NULL;
  int32_t week = 6 - kp_date_weekday(book->today);
  gather into = {book, plain, horizon > week ? horizon : week, agenda, 0};
  for (size_t i = 0; good && i < method->source_count; i++) {
    const kp_method_source *source = method->sources[i];
    if (book->rows.enabled == NULL || book->rows.enabled(book->rows.data, source->practice))
      good = gather_source(&into, source);
  }
  if (good && agenda->count > 1)
    qsort(agenda->list, agenda->count, sizeof *agenda->list, by_date);
  free(plain);
  if (!good || book->failed) {
    kp_method_agenda_clear(agenda);
    return false;
  }
  return true;
}
