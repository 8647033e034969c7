/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first rows of an agenda, kept beyond the workbook's own texts. */
#include "agenda.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *copy_of(const char *text) {
  size_t size = strlen(text) + 1;
  char *copy = malloc(size);
  if (copy != NULL)
    memcpy(copy, text, size);
  return copy;
}

void kp_agenda_view_clear(kp_agenda_view *view) {
  for (size_t i = 0; i < view->count; i++) {
    free(view->rows[i].id);
    free(view->rows[i].who);
    free(view->rows[i].what);
  }
  free(view->rows);
  *view = (kp_agenda_view){.rows = NULL};
}

bool kp_agenda_view_fill(const kp_method_agenda *agenda, size_t most, kp_agenda_view *view) {
  size_t count = agenda->count < most ? agenda->count : most;
  *view = (kp_agenda_view){.rows = calloc(count + 1, sizeof *view->rows), .total = agenda->count};
  bool good = view->rows != NULL;
  for (size_t i = 0; good && i < count; i++) {
    const kp_method_agenda_item *item = &agenda->list[i];
    kp_agenda_row *row = &view->rows[view->count++];
    *row = (kp_agenda_row){.source = item->source,
                           .row = item->row,
                           .date = item->date,
                           .days = item->days,
                           .due = item->due,
                           .id = copy_of(item->id),
                           .who = copy_of(item->who),
                           .what = copy_of(item->what)};
    good = row->id != NULL && row->who != NULL && row->what != NULL;
  }
  for (size_t i = 0; good && i < agenda->count; i++)
    view->counts[agenda->list[i].due]++;
  if (!good)
    kp_agenda_view_clear(view);
  return good;
}

static bool same_row(const kp_agenda_row *one, const kp_agenda_row *other) {
  return one->source == other->source && one->row == other->row && one->days == other->days &&
         one->due == other->due && strcmp(one->id, other->id) == 0 &&
         strcmp(one->who, other->who) == 0 && strcmp(one->what, other->what) == 0;
}

bool kp_agenda_view_same(const kp_agenda_view *one, const kp_agenda_view *other) {
  bool same = one->count == other->count && one->total == other->total;
  for (size_t i = 0; same && i < one->count; i++)
    same = same_row(&one->rows[i], &other->rows[i]);
  return same;
}

char *kp_agenda_key(const kp_agenda_row *row) {
  char place[32];
  snprintf(place, sizeof place, "#%zu", row->row);
  const char *parts[] = {row->source->key, row->id[0] != '\0' ? row->id : place};
  return kp_text_join(parts, 2, "/");
}

size_t kp_agenda_find(const kp_agenda_view *view, const char *key) {
  for (size_t i = 0; key != NULL && i < view->count; i++) {
    char *mine = kp_agenda_key(&view->rows[i]);
    bool found = mine != NULL && strcmp(mine, key) == 0;
    free(mine);
    if (found)
      return i;
  }
  return view->count;
}

bool kp_agenda_parse(const kp_method *method, const char *key, const kp_method_source **source,
                     const char **id) {
  const char *slash = key != NULL ? strchr(key, '/') : NULL;
  if (slash == NULL || slash[1] == '\0' || slash[1] == '#')
    return false;
  size_t length = (size_t)(slash - key);
  for (size_t i = 0; i < method->source_count; i++) {
    const kp_method_source *candidate = method->sources[i];
    if (strlen(candidate->key) == length && memcmp(candidate->key, key, length) == 0) {
      *source = candidate;
      *id = slash + 1;
      return true;
    }
  }
  return false;
}
