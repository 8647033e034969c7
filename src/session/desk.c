/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk: one per open document, found by the document. */
#include "internal.h"

#include "kernpunt/workbook.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* The only state of the library that outlives a call: a document has nothing of its own to hang a
 * desk on. The office's lock guards it, as it guards every pane. */
static kp_desk *open_desks;

kp_document kp_desk_document(const kp_desk *desk) {
  return (kp_document){.context = desk->context,
                       .model = desk->model,
                       .method = desk->method,
                       .language = desk->language};
}

/* ------------------------------------------------------------------------------- open and close */

static kp_desk *find(uno_Interface *model) {
  kp_desk *desk = open_desks;
  while (desk != NULL && (desk->model == NULL || !kp_uno_same(desk->model, model)))
    desk = desk->next;
  return desk;
}

static bool add_watcher(kp_uno_error *error, kp_desk *desk, const kp_desk_watcher *watcher) {
  kp_desk_watcher *watchers =
      realloc(desk->watchers, (desk->watcher_count + 1) * sizeof *desk->watchers);
  if (watchers == NULL)
    return kp_uno_error_memory(error);
  desk->watchers = watchers;
  desk->watchers[desk->watcher_count++] = *watcher;
  return true;
}

/* What was read of the document. */
static void forget_rows(kp_desk *desk) {
  kp_method_book_free(desk->book);
  kp_reader_free(desk->reader);
  desk->book = NULL;
  desk->reader = NULL;
}

static void desk_free(kp_desk *desk) {
  kp_desk_unlisten(desk);
  forget_rows(desk);
  kp_workbook_state_clear(&desk->state);
  kp_drafts_free(desk->drafts);
  kp_drafts_free(desk->profile);
  kp_method_free(desk->method);
  free(desk->trouble);
  free(desk->watchers);
  kp_uno_release(desk->model);
  kp_uno_release(desk->context);
  free(desk);
}

static bool open_drafts(kp_uno_error *error, kp_desk *desk) {
  const kp_workbook_state *state = &desk->state;
  char *name =
      kp_drafts_name(state->url != NULL ? state->url : "", state->uid != NULL ? state->uid : "");
  if (name != NULL)
    desk->drafts = kp_drafts_open(desk->context, name);
  desk->profile = kp_drafts_open(desk->context, "settings");
  free(name);
  return (desk->drafts != NULL && desk->profile != NULL) || kp_uno_error_memory(error);
}

static bool load_method(kp_uno_error *error, kp_desk *desk) {
  kp_method_error problem = {.file = "", .line = 0, .message = ""};
  desk->method = kp_workbook_method(desk->language, &problem);
  desk->trouble = strdup(desk->method == NULL ? problem.message : "");
  return desk->trouble != NULL || kp_uno_error_memory(error);
}

kp_desk *kp_desk_open(kp_uno_error *error, uno_Interface *context, uno_Interface *model,
                      kp_language language, const kp_desk_watcher *watcher) {
  kp_desk *desk = find(model);
  if (desk != NULL)
    return add_watcher(error, desk, watcher) ? desk : NULL;
  desk = calloc(1, sizeof *desk);
  if (desk == NULL) {
    kp_uno_error_memory(error);
    return NULL;
  }
  desk->context = kp_uno_acquire(context);
  desk->model = kp_uno_acquire(model);
  desk->language = language;
  desk->stale = true;
  if (!load_method(error, desk) || !add_watcher(error, desk, watcher) ||
      !kp_desk_listen(error, desk)) {
    desk_free(desk);
    return NULL;
  }
  kp_desk_look(desk);
  if (!open_drafts(error, desk)) {
    desk_free(desk);
    return NULL;
  }
  kp_desk_verify(desk, false);
  desk->next = open_desks;
  open_desks = desk;
  return desk;
}

void kp_desk_end(kp_desk *desk) {
  assert(desk->watcher_count == 0);
  kp_desk **place = &open_desks;
  while (*place != NULL && *place != desk)
    place = &(*place)->next;
  if (*place == desk)
    *place = desk->next;
  desk_free(desk);
}

/* A workbook that was set up keeps its session: its journal is settled around every save. What was
 * read of it nobody needs meanwhile. */
void kp_desk_close(kp_desk *desk, void *watcher_data) {
  assert(desk != NULL && watcher_data != NULL);
  size_t kept = 0;
  for (size_t i = 0; i < desk->watcher_count; i++)
    if (desk->watchers[i].data != watcher_data)
      desk->watchers[kept++] = desk->watchers[i];
  desk->watcher_count = kept;
  if (kept > 0)
    return;
  if (desk->model == NULL || !kp_desk_set_up(desk))
    kp_desk_end(desk);
  else
    forget_rows(desk);
}

/* ------------------------------------------------------------------------------- what it knows */

void kp_desk_prefer(kp_desk *desk, const void *watcher_data) {
  desk->preferred = watcher_data;
}

static void tell(const kp_desk *desk, bool preferred) {
  for (size_t i = 0; i < desk->watcher_count; i++)
    if ((desk->watchers[i].data == desk->preferred) == preferred)
      desk->watchers[i].changed(desk->watchers[i].data);
}

void kp_desk_tell(kp_desk *desk) {
  /* A watcher only asks for a refresh; none goes away meanwhile. */
  tell(desk, true);
  tell(desk, false);
}

void kp_desk_touch(kp_desk *desk) {
  desk->stale = true;
  kp_desk_tell(desk);
}

unsigned kp_desk_edition(const kp_desk *desk) {
  return desk->edition;
}

static bool same_day(kp_date one, kp_date other) {
  return one.year == other.year && one.month == other.month && one.day == other.day;
}

void kp_desk_wake(kp_desk *desk) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (!same_day(kp_workbook_today(), desk->today) ||
      (desk->reader != NULL && kp_reader_failed(desk->reader, &ignored)))
    desk->stale = true;
}

void kp_desk_look(kp_desk *desk) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_document document = kp_desk_document(desk);
  kp_language words = desk->language;
  if (!desk->stale)
    return;
  desk->stale = false;
  desk->today = kp_workbook_today();
  forget_rows(desk);
  kp_workbook_state_clear(&desk->state);
  desk->set_up = false;
  if (desk->model == NULL || !kp_workbook_state_read(&ignored, &document, &desk->state))
    return;
  if (desk->method != NULL && desk->state.spreadsheet &&
      !kp_workbook_is_set_up(&ignored, &document, &desk->set_up, &words))
    desk->set_up = false;
}

kp_method_book *kp_desk_book(kp_desk *desk) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_document document = kp_desk_document(desk);
  kp_desk_look(desk);
  if (!desk->set_up || desk->book != NULL)
    return desk->book;
  desk->reader = kp_reader_new(&ignored, &document);
  if (desk->reader != NULL)
    desk->book = kp_method_book_new(desk->method, kp_reader_rows(desk->reader), desk->today);
  if (desk->book == NULL)
    forget_rows(desk);
  return desk->book;
}

kp_reader *kp_desk_reader(kp_desk *desk) {
  return kp_desk_book(desk) != NULL ? desk->reader : NULL;
}

const kp_method_rows *kp_desk_rows(kp_desk *desk) {
  kp_reader *reader = kp_desk_reader(desk);
  return reader != NULL ? kp_reader_rows(reader) : NULL;
}

bool kp_desk_find(kp_desk *desk, const kp_method_table *table, const char *id, size_t *row) {
  kp_method_book *book = kp_desk_book(desk);
  return book != NULL && id != NULL && id[0] != '\0' && kp_method_book_find(book, table, id, row);
}

char *kp_desk_cell(kp_desk *desk, const kp_method_column *column, size_t row) {
  const kp_method_rows *rows = kp_desk_rows(desk);
  kp_method_cell cell = {.kind = KP_METHOD_ABSENT};
  if (rows != NULL)
    cell = rows->cell(rows->data, column, row);
  return kp_method_cell_text(column, cell);
}

const kp_method *kp_desk_method(const kp_desk *desk) {
  return desk->method;
}

const char *kp_desk_trouble(const kp_desk *desk) {
  return desk->trouble;
}

uno_Interface *kp_desk_model(const kp_desk *desk) {
  return desk->model;
}

kp_desk_lock kp_desk_locked(kp_desk *desk) {
  kp_desk_look(desk);
  if (desk->model == NULL || !desk->state.spreadsheet)
    return KP_DESK_NO_DOCUMENT;
  if (desk->state.readonly)
    return KP_DESK_READ_ONLY;
  return desk->state.shared && !desk->state.tracked ? KP_DESK_UNTRACKED : KP_DESK_FREE;
}

bool kp_desk_shared(kp_desk *desk) {
  kp_desk_look(desk);
  return desk->state.shared;
}

bool kp_desk_set_up(kp_desk *desk) {
  kp_desk_look(desk);
  return desk->set_up;
}

size_t kp_desk_missing(const kp_desk *desk) {
  return desk->missing;
}

void kp_desk_restored(kp_desk *desk) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_document document = kp_desk_document(desk);
  size_t lost = 0;
  if (desk->method != NULL && kp_journal_lost(&ignored, &document, &lost))
    desk->missing = lost;
  kp_desk_touch(desk);
}

/* -------------------------------------------------------------------------------------- drafts */

const char *kp_desk_draft(const kp_desk *desk, const char *key) {
  return kp_drafts_get(desk->drafts, key);
}

bool kp_desk_set_draft(kp_desk *desk, const char *key, const char *text) {
  return kp_drafts_set(desk->drafts, key, text);
}

void kp_desk_drop_drafts(kp_desk *desk, const char *prefix) {
  kp_drafts_drop(desk->drafts, prefix);
}

bool kp_desk_has_drafts(const kp_desk *desk, const char *prefix) {
  return kp_drafts_has(desk->drafts, prefix);
}

char *kp_desk_me(kp_desk *desk) {
  const char *chosen = kp_drafts_get(desk->profile, "me");
  if (chosen != NULL && chosen[0] != '\0')
    return strdup(chosen);
  kp_method_book *book = kp_desk_book(desk);
  char *user = kp_workbook_user(desk->context);
  if (user != NULL && (book == NULL || !kp_method_known_person(book, user)))
    user[0] = '\0';
  return user;
}

bool kp_desk_set_me(kp_desk *desk, const char *name) {
  bool good = kp_drafts_set(desk->profile, "me", name);
  /* Each desk has read the profile for itself, and would write what it knew of it. */
  for (kp_desk *other = open_desks; other != NULL; other = other->next) {
    if (other != desk)
      kp_drafts_set(other->profile, "me", name);
    kp_desk_tell(other);
  }
  return good;
}
