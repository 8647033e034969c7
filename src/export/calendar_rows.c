/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the workbook goes into a calendar: what the agenda says, all that is to come or late. */
#include "kernpunt/export.h"

#include "calendar.h"
#include "file.h"
#include "kernpunt/method_follow.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct rows {
  kp_export_event *events;
  char **uids;
  char **more;
  size_t count;
  char *left_out; /* names of what could not go, or NULL */
  size_t left_count;
} rows;

static void clear(rows *all) {
  for (size_t i = 0; i < all->count; i++) {
    free(all->uids[i]);
    free(all->more[i]);
  }
  free(all->events);
  free(all->uids);
  free(all->more);
  free(all->left_out);
}

/* Without an ID a second import could not know it again: it is named instead. */
static bool leave_out(rows *all, const kp_method_agenda_item *item) {
  enum { NAMED = 5 };
  return all->left_count++ >= NAMED || kp_text_add(&all->left_out, " \xC2\xB7 ", item->what);
}

static bool gather(const kp_method_agenda *agenda, kp_language language, rows *all) {
  *all = (rows){.events = calloc(agenda->count + 1, sizeof *all->events),
                .uids = calloc(agenda->count + 1, sizeof *all->uids),
                .more = calloc(agenda->count + 1, sizeof *all->more)};
  bool good = all->events != NULL && all->uids != NULL && all->more != NULL;
  for (size_t i = 0; good && i < agenda->count; i++) {
    const kp_method_agenda_item *item = &agenda->list[i];
    if (item->id[0] == '\0') {
      good = leave_out(all, item);
      continue;
    }
    size_t at = all->count++;
    const char *table = item->source->table->name.in[language];
    all->uids[at] = kp_export_format("%s.%s@kernpunt", item->id, item->source->key);
    all->more[at] =
        item->who[0] != '\0' ? kp_export_format("%s (%s)", item->who, table) : kp_text_copy(table);
    good = all->uids[at] != NULL && all->more[at] != NULL;
    all->events[at] = (kp_export_event){all->uids[at], item->date,
                                        item->what[0] != '\0' ? item->what : table, all->more[at]};
  }
  return good;
}

/* The moment, and a number that only grows: minutes since 2020. */
static void now(char stamp[20], long *sequence) {
  enum { MINUTE = 60 };
  const time_t start = 1577836800;
  time_t moment = time(NULL);
  struct tm utc;
  if (gmtime_r(&moment, &utc) == NULL || strftime(stamp, 20, "%Y%m%dT%H%M%SZ", &utc) == 0)
    snprintf(stamp, 20, "20200101T000000Z");
  *sequence = moment > start ? (long)((moment - start) / MINUTE) : 0;
}

static char *tell(const kp_document *document, const rows *all, const char *url) {
  char *said = kp_text_number_of(KP_TEXT_EXPORT_CALENDAR_ONE, KP_TEXT_EXPORT_CALENDAR_MANY,
                                 all->count, document->language);
  char *where = kp_text_fill(KP_TEXT_EXPORT_CALENDAR_IN, document->language, url, NULL);
  char *left = all->left_count > 0 ? kp_text_fill(KP_TEXT_EXPORT_CALENDAR_LEFT, document->language,
                                                  all->left_out, NULL)
                                   : NULL;
  const char *parts[] = {said != NULL ? said : "", where != NULL ? where : "",
                         left != NULL ? left : ""};
  char *told = kp_text_join(parts, 3, " ");
  free(said);
  free(where);
  free(left);
  return told;
}

bool kp_export_calendar(const kp_document *document, const char *who, const char *url,
                        char **message) {
  enum { YEARS = 20 * 366 };
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_method_agenda agenda = {NULL, 0};
  rows all = {NULL};
  char stamp[20];
  long sequence = 0;
  char *text = NULL;
  bool set_up = false;
  kp_language language = document->language;
  kp_reader *reader = NULL;
  kp_method_book *book = NULL;
  bool good = kp_workbook_is_set_up(&error, document, &set_up, &language);
  if (good && set_up) {
    reader = kp_reader_new(&error, document);
    book = reader != NULL
               ? kp_method_book_new(document->method, kp_reader_rows(reader), kp_workbook_today())
               : NULL;
    good = reader != NULL && (book != NULL || kp_uno_error_memory(&error)) &&
           (kp_method_book_agenda(book, who, YEARS, &agenda) || kp_uno_error_memory(&error)) &&
           !kp_reader_failed(reader, &error) &&
           (gather(&agenda, language, &all) || kp_uno_error_memory(&error));
    now(stamp, &sequence);
    text = good && all.count > 0 ? kp_export_calendar_text(all.events, all.count, stamp, sequence)
                                 : NULL;
    good =
        good && (all.count == 0 || text != NULL || kp_uno_error_memory(&error)) &&
        (text == NULL || kp_export_write_file(&error, document->context, url, text, strlen(text)));
  }
  bool done = good && text != NULL;
  *message = done ? tell(document, &all, url)
             : !good
                 ? kp_text_fill(KP_TEXT_EXPORT_NOT_SAVED, document->language, error.message, NULL)
             : set_up ? kp_text_fill(KP_TEXT_EXPORT_CALENDAR_NONE, document->language, NULL, NULL)
                      : kp_text_fill(KP_TEXT_NOT_SET_UP, document->language, NULL, NULL);
  free(text);
  clear(&all);
  kp_method_agenda_clear(&agenda);
  kp_method_book_free(book);
  kp_reader_free(reader);
  return done;
}
