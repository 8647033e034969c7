/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written and not yet seen in the saved file. */
#include "kernpunt/workbook.h"

#include "identity.h"
#include "journal_spare.h"
#include "journal_select.h"
#include "kernpunt/profile.h"
#include "log.h"
#include "writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------------------- of all documents */

bool kp_journal_read(kp_uno_error *error, uno_Interface *context, kp_journal *journal) {
  kp_journal_text text = {.bytes = NULL};
  char *folder = kp_profile_folder(error, context);
  *journal = (kp_journal){.records = NULL};
  bool good = folder != NULL && kp_journal_file_read(error, folder, &text, journal);
  kp_journal_text_clear(&text);
  free(folder);
  return good;
}

/* The lines of records with what is the same for all, malloc'ed. */
static char *make_lines(kp_uno_error *error, const kp_record *records, size_t count, char *book,
                        char *file) {
  char *all = calloc(1, 1);
  size_t size = 0;
  for (size_t i = 0; all != NULL && i < count; i++) {
    /* Without an ID a record could never be seen again; its line in the log can. */
    if (records[i].id[0] == '\0')
      continue;
    kp_record whole = records[i];
    whole.book = book;
    whole.file = file;
    char *line = kp_record_line(&whole);
    size_t length = line != NULL ? strlen(line) : 0;
    char *more = line != NULL ? realloc(all, size + length + 1) : NULL;
    if (more == NULL) {
      free(all);
    } else {
      memcpy(more + size, line, length + 1);
      size += length;
    }
    all = more;
    free(line);
  }
  if (all == NULL)
    kp_uno_error_memory(error);
  return all;
}

/* Says it to people: a write that cannot be kept in the journal is not done. Always false. */
static bool explain(kp_uno_error *error, uno_Interface *context) {
  char what[sizeof error->message + 16];
  snprintf(what, sizeof what, "journal: %s", error->message);
  char *said = kp_text_fill(KP_TEXT_PROFILE_LOCKED, kp_workbook_language(context), what, NULL);
  if (said != NULL)
    kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "%s", said);
  free(said);
  return false;
}

bool kp_journal_add(kp_uno_error *error, const kp_document *document, const kp_registry *registry,
                    bool shared, const kp_record *records, size_t count, char **identity) {
  bool fresh = false;
  char *url = NULL;
  char *book = NULL;
  char *file = NULL;
  char *lines = NULL;
  char *folder = NULL;
  bool good = kp_document_url(error, document, &url) &&
              kp_identity_take(error, document, registry, shared, url, &book, &fresh);
  if (good) {
    kp_file_look look = kp_file_look_at(url);
    file = kp_file_stamp(error, &look);
    lines = file != NULL ? make_lines(error, records, count, book, file) : NULL;
    good = lines != NULL;
  }
  if (good) {
    folder = kp_profile_folder(error, document->context);
    good = folder != NULL && kp_journal_file_append(error, folder, lines);
    good = good || explain(error, document->context);
  }
  *identity = good && fresh ? book : NULL;
  if (*identity != NULL)
    book = NULL;
  free(folder);
  free(lines);
  free(file);
  free(book);
  free(url);
  return good;
}

bool kp_journal_withdraw(kp_uno_error *error, uno_Interface *context, const kp_record *records,
                         size_t count) {
  char *folder = kp_profile_folder(error, context);
  bool good = folder != NULL && kp_journal_file_withdraw(error, folder, records, count);
  free(folder);
  return good;
}

/* --------------------------------------------------------------------------- of one document */

static bool look(kp_uno_error *error, const kp_document *document, kp_selection *of,
                 bool after_save, kp_journal_report *report) {
  size_t count = of->journal.count;
  kp_saved_id *ids = calloc(count + 1, sizeof *ids);
  size_t *records = calloc(count + 1, sizeof *records);
  size_t wanted = 0;
  bool good = true;
  if (ids == NULL || records == NULL) {
    free(records);
    free(ids);
    return kp_uno_error_memory(error);
  }
  for (size_t i = 0; i < count; i++) {
    if (of->marks[i].line != NULL) {
      ids[wanted] = kp_selection_proof(document->method, &of->journal.records[i]);
      records[wanted++] = i;
    }
  }
  report->readable = true;
  if (wanted > 0)
    good = kp_saved_look(error, document->context, of->origin.url, KP_WORKBOOK_END, ids, wanted,
                         &report->readable);
  for (size_t k = 0; good && k < wanted; k++) {
    of->marks[records[k]].line->drop = ids[k].seen;
    /* People do not count lines of the log. */
    bool row = !kp_log_is(document->method, of->journal.records[records[k]].table);
    report->seen += row && ids[k].seen;
    report->missing += row && !ids[k].seen;
    if (!ids[k].seen)
      good = kp_selection_keep(error, of, records[k], after_save, after_save && report->readable);
  }
  free(records);
  free(ids);
  return good;
}

bool kp_journal_verify(kp_uno_error *error, const kp_document *document, bool after_save,
                       kp_journal_report *report) {
  kp_selection of;
  *report = (kp_journal_report){false, 0, 0};
  bool good = kp_selection_read(error, document, &of) &&
              look(error, document, &of, after_save, report) && kp_selection_commit(error, &of);
  kp_selection_clear(&of);
  return good;
}

/* What was written before stays, and goes along with a file that has another name by now: after the
 * save it could not be told from a copy any more. */
bool kp_journal_settle(kp_uno_error *error, const kp_document *document) {
  kp_selection of;
  kp_held held = {.document = document};
  bool good = kp_selection_read(error, document, &of);
  for (size_t i = 0; good && i < of.journal.count; i++) {
    bool there = true;
    if (of.marks[i].line == NULL)
      continue;
    if (strcmp(of.journal.records[i].uid, of.origin.uid) == 0)
      good = kp_selection_holds(error, &held, &of.journal.records[i], &there);
    if (good && !there)
      of.marks[i].line->drop = true;
    else if (good)
      good = kp_selection_keep(error, &of, i, false, false);
  }
  good = good && kp_selection_commit(error, &of);
  kp_held_clear(&held);
  kp_selection_clear(&of);
  return good;
}

bool kp_journal_pending(kp_uno_error *error, const kp_document *document, size_t *count) {
  kp_selection of;
  *count = 0;
  bool good = kp_selection_read(error, document, &of);
  for (size_t i = 0; good && i < of.journal.count; i++)
    *count += of.marks[i].line != NULL && !kp_log_is(document->method, of.journal.records[i].table);
  kp_selection_clear(&of);
  return good;
}

bool kp_journal_lost(kp_uno_error *error, const kp_document *document, size_t *count) {
  kp_selection of;
  kp_held held = {.document = document};
  bool good = kp_selection_read(error, document, &of);
  *count = 0;
  for (size_t i = 0; good && i < of.journal.count; i++) {
    const kp_record *record = &of.journal.records[i];
    bool there = true;
    /* What this session wrote and the document no longer holds was taken back by its user. */
    if (of.marks[i].line != NULL && strcmp(record->uid, of.origin.uid) != 0 &&
        !kp_log_is(document->method, record->table))
      good = kp_selection_holds(error, &held, record, &there);
    *count += !there;
  }
  kp_held_clear(&held);
  kp_selection_clear(&of);
  return good;
}

/* A row, its changes, and its lines in the log. NULL means every row. */
static bool is_about(const kp_method *method, const kp_record *record, const char *id) {
  const kp_method_table *log = kp_method_role_table(method, KP_ROLE_LOG);
  const kp_method_column *about = log != NULL ? kp_method_role_column(log, KP_ROLE_ROW) : NULL;
  const kp_cell *row = about != NULL && strcmp(record->table, log->key) == 0
                           ? kp_record_cell(record, about->key)
                           : NULL;
  return id == NULL || strcmp(record->id, id) == 0 ||
         (row != NULL && row->text != NULL && strcmp(row->text, id) == 0);
}

bool kp_journal_forget(kp_uno_error *error, const kp_document *document, const char *id,
                       size_t *forgotten) {
  kp_selection of;
  *forgotten = 0;
  bool good = kp_selection_read(error, document, &of);
  for (size_t i = 0; good && i < of.journal.count; i++) {
    if (of.marks[i].line != NULL && is_about(document->method, &of.journal.records[i], id)) {
      of.marks[i].line->drop = true;
      ++*forgotten;
    }
  }
  good = good && kp_selection_commit(error, &of);
  kp_selection_clear(&of);
  return good;
}

/* What is in the document again is this session's now: when its user takes it back, it is not
 * missed. Should that fail, it is only offered once more. */
static void adopt(const kp_document *document, kp_selection *of) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_held held = {.document = document};
  bool good = true;
  for (size_t i = 0; good && i < of->journal.count; i++) {
    kp_record *record = &of->journal.records[i];
    bool there = false;
    if (of->marks[i].line != NULL && strcmp(record->uid, of->origin.uid) != 0)
      good = kp_selection_holds(&ignored, &held, record, &there) &&
             (!there || (kp_selection_rename(&ignored, record, of->origin.uid) &&
                         kp_selection_becomes(&ignored, of->marks[i].line, record)));
  }
  if (good)
    kp_selection_commit(&ignored, of);
  kp_held_clear(&held);
}

kp_workbook_answer kp_journal_restore(kp_uno_error *error, const kp_document *document,
                                      const char *id, size_t *added, kp_outcome *outcome) {
  kp_selection of;
  size_t count = 0;
  kp_record *wanted = NULL; /* borrows the texts of the records */
  kp_spared *spared = NULL;
  kp_workbook_answer answer = KP_WORKBOOK_FAILED;
  *added = 0;
  memset(outcome, 0, sizeof *outcome);
  bool good = kp_selection_read(error, document, &of);
  if (good) {
    wanted = calloc(of.journal.count + 1, sizeof *wanted);
    good = wanted != NULL || kp_uno_error_memory(error);
  }
  for (size_t i = 0; good && wanted != NULL && i < of.journal.count; i++)
    if (of.marks[i].line != NULL && is_about(document->method, &of.journal.records[i], id))
      wanted[count++] = of.journal.records[i];
  if (good && kp_journal_spare(error, document, wanted, &count, &spared))
    answer = kp_writer_write(error, document, NULL,
                             kp_text_get(KP_TEXT_UNDO_RESTORE, document->language), wanted, count,
                             KP_WRITER_MISSING_ONLY, added, outcome);
  if (answer == KP_WORKBOOK_WRITTEN && *added > 0)
    adopt(document, &of);
  if (answer == KP_WORKBOOK_WRITTEN && spared != NULL)
    outcome->text = KP_TEXT_RESTORE_LATER;
  kp_spared_free(spared);
  free(wanted);
  kp_selection_clear(&of);
  return answer;
}
