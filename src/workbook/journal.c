/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written and not yet seen in the saved file. */
#include "kernpunt/workbook_journal.h"

#include "held.h"
#include "identity.h"
#include "journal_file.h"
#include "kernpunt/workbook_profile.h"
#include "log.h"
#include "origin.h"
#include "kernpunt/saved.h"
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

/* Of a record. */
typedef struct mark {
  kp_origin_answer answer;
  kp_line *line; /* NULL when it is another document's */
} mark;

/* The journal with the records of one document marked. */
typedef struct selection {
  char *folder;
  kp_journal_text text;
  kp_journal journal;
  kp_origin origin;
  mark *marks; /* of each record */
} selection;

static void selection_clear(selection *of) {
  kp_origin_clear(&of->origin);
  kp_journal_clear(&of->journal);
  kp_journal_text_clear(&of->text);
  free(of->marks);
  free(of->folder);
}

/* What proves that a record is in a file. */
static kp_saved_id proof_of(const kp_record *record) {
  if (record->change)
    return (kp_saved_id){.table = KP_WRITER_LOG, .id = record->proof};
  return (kp_saved_id){.table = record->table, .id = record->id};
}

/* Whether the open document holds what proves a record. */
static bool holds(kp_uno_error *error, kp_held *held, const kp_record *record, bool *there) {
  kp_saved_id proof = proof_of(record);
  return kp_held_has(error, held, proof.table, proof.id, there);
}

/* A document that holds something that a session wrote into a file is that file, so all of it is
 * its own. */
static bool settle_doubts(kp_uno_error *error, const kp_document *document, selection *of) {
  kp_held held = {.document = document};
  bool good = true;
  for (size_t i = 0; good && i < of->journal.count; i++) {
    const kp_record *record = &of->journal.records[i];
    bool there = false;
    if (of->marks[i].answer == KP_ORIGIN_MAYBE)
      good = holds(error, &held, record, &there);
    for (size_t k = 0; good && there && k < of->journal.count; k++)
      if (of->marks[k].answer == KP_ORIGIN_MAYBE &&
          strcmp(of->journal.records[k].uid, record->uid) == 0 &&
          strcmp(of->journal.records[k].url, record->url) == 0)
        of->marks[k].answer = KP_ORIGIN_MINE;
  }
  kp_held_clear(&held);
  return good;
}

static bool select_records(kp_uno_error *error, const kp_document *document, selection *of) {
  memset(of, 0, sizeof *of);
  of->folder = kp_profile_folder(error, document->context);
  if (of->folder == NULL || !kp_origin_read(error, document, &of->origin) ||
      !kp_journal_file_read(error, of->folder, &of->text, &of->journal))
    return false;
  of->marks = calloc(of->journal.count + 1, sizeof *of->marks);
  if (of->marks == NULL)
    return kp_uno_error_memory(error);
  for (size_t i = 0; i < of->journal.count; i++)
    of->marks[i].answer = kp_origin_of(&of->origin, &of->journal.records[i]);
  if (!settle_doubts(error, document, of))
    return false;
  for (size_t i = 0; i < of->text.count; i++) {
    kp_line *line = &of->text.lines[i];
    if (line->kind == KP_LINE_RECORD && of->marks[line->record].answer == KP_ORIGIN_MINE)
      of->marks[line->record].line = line;
  }
  return true;
}

static bool commit(kp_uno_error *error, selection *of) {
  return kp_journal_file_commit(error, of->folder, &of->text);
}

static bool replace(kp_uno_error *error, char **text, const char *by) {
  char *copy = kp_record_copy(error, by);
  if (copy == NULL)
    return false;
  free(*text);
  *text = copy;
  return true;
}

static bool becomes(kp_uno_error *error, kp_line *line, const kp_record *record) {
  free(line->becomes);
  line->becomes = kp_record_line(record);
  return line->becomes != NULL || kp_uno_error_memory(error);
}

/* A document gets a name when it is first saved, and a file may be moved: its records go along. And
 * what was there at a save and is not in the file was lost, not taken back: from then on it belongs
 * to the file, not to the open document. */
static bool keep(kp_uno_error *error, selection *of, size_t at, bool after_save, bool lost) {
  kp_record *record = &of->journal.records[at];
  const kp_origin *origin = &of->origin;
  const char *book = origin->book[0] != '\0' ? origin->book : record->book;
  if (origin->url[0] == '\0' ||
      (!after_save && strcmp(record->url, origin->url) == 0 && strcmp(record->book, book) == 0))
    return true;
  char *file = kp_file_stamp(error, &origin->file);
  bool good = file != NULL && replace(error, &record->file, file) &&
              replace(error, &record->book, book) && replace(error, &record->url, origin->url) &&
              (!lost || replace(error, &record->uid, "")) &&
              becomes(error, of->marks[at].line, record);
  free(file);
  return good;
}

static bool look(kp_uno_error *error, const kp_document *document, selection *of, bool after_save,
                 kp_journal_report *report) {
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
      ids[wanted] = proof_of(&of->journal.records[i]);
      records[wanted++] = i;
    }
  }
  report->readable = true;
  if (wanted > 0)
    good = kp_saved_look(error, document->context, of->origin.url, KP_WORKBOOK_END, ids, wanted,
                         &report->readable);
  for (size_t k = 0; good && k < wanted; k++) {
    of->marks[records[k]].line->drop = ids[k].seen;
    report->seen += ids[k].seen;
    report->missing += !ids[k].seen;
    if (!ids[k].seen)
      good = keep(error, of, records[k], after_save, after_save && report->readable);
  }
  free(records);
  free(ids);
  return good;
}

bool kp_journal_verify(kp_uno_error *error, const kp_document *document, bool after_save,
                       kp_journal_report *report) {
  selection of;
  *report = (kp_journal_report){false, 0, 0};
  bool good = select_records(error, document, &of) &&
              look(error, document, &of, after_save, report) && commit(error, &of);
  selection_clear(&of);
  return good;
}

/* What was written before stays, and goes along with a file that has another name by now: after the
 * save it could not be told from a copy any more. */
bool kp_journal_settle(kp_uno_error *error, const kp_document *document) {
  selection of;
  kp_held held = {.document = document};
  bool good = select_records(error, document, &of);
  for (size_t i = 0; good && i < of.journal.count; i++) {
    bool there = true;
    if (of.marks[i].line == NULL)
      continue;
    if (strcmp(of.journal.records[i].uid, of.origin.uid) == 0)
      good = holds(error, &held, &of.journal.records[i], &there);
    if (good && !there)
      of.marks[i].line->drop = true;
    else if (good)
      good = keep(error, &of, i, false, false);
  }
  good = good && commit(error, &of);
  kp_held_clear(&held);
  selection_clear(&of);
  return good;
}

bool kp_journal_lost(kp_uno_error *error, const kp_document *document, size_t *count) {
  selection of;
  kp_held held = {.document = document};
  bool good = select_records(error, document, &of);
  *count = 0;
  for (size_t i = 0; good && i < of.journal.count; i++) {
    const kp_record *record = &of.journal.records[i];
    bool there = true;
    /* What this session wrote and the document no longer holds was taken back by its user. */
    if (of.marks[i].line != NULL && strcmp(record->uid, of.origin.uid) != 0 &&
        strcmp(record->table, KP_WRITER_LOG) != 0)
      good = holds(error, &held, record, &there);
    *count += !there;
  }
  kp_held_clear(&held);
  selection_clear(&of);
  return good;
}

/* A row, its changes, and its lines in the log. NULL means every row. */
static bool is_about(const kp_record *record, const char *id) {
  const kp_cell *row = kp_record_cell(record, KP_LOG_ROW);
  bool log = strcmp(record->table, KP_WRITER_LOG) == 0;
  return id == NULL || strcmp(record->id, id) == 0 ||
         (log && row != NULL && row->text != NULL && strcmp(row->text, id) == 0);
}

bool kp_journal_forget(kp_uno_error *error, const kp_document *document, const char *id,
                       size_t *forgotten) {
  selection of;
  *forgotten = 0;
  bool good = select_records(error, document, &of);
  for (size_t i = 0; good && i < of.journal.count; i++) {
    if (of.marks[i].line != NULL && is_about(&of.journal.records[i], id)) {
      of.marks[i].line->drop = true;
      ++*forgotten;
    }
  }
  good = good && commit(error, &of);
  selection_clear(&of);
  return good;
}

/* What is in the document again is this session's now: when its user takes it back, it is not
 * missed. Should that fail, it is only offered once more. */
static void adopt(const kp_document *document, selection *of) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_held held = {.document = document};
  bool good = true;
  for (size_t i = 0; good && i < of->journal.count; i++) {
    kp_record *record = &of->journal.records[i];
    bool there = false;
    if (of->marks[i].line != NULL && strcmp(record->uid, of->origin.uid) != 0)
      good = holds(&ignored, &held, record, &there) &&
             (!there || (replace(&ignored, &record->uid, of->origin.uid) &&
                         becomes(&ignored, of->marks[i].line, record)));
  }
  if (good)
    commit(&ignored, of);
  kp_held_clear(&held);
}

kp_workbook_answer kp_journal_restore(kp_uno_error *error, const kp_document *document,
                                      const char *id, size_t *added, kp_outcome *outcome) {
  selection of;
  size_t count = 0;
  kp_record *wanted = NULL; /* borrows the texts of the records */
  kp_workbook_answer answer = KP_WORKBOOK_FAILED;
  *added = 0;
  memset(outcome, 0, sizeof *outcome);
  bool good = select_records(error, document, &of);
  if (good) {
    wanted = calloc(of.journal.count + 1, sizeof *wanted);
    good = wanted != NULL || kp_uno_error_memory(error);
  }
  for (size_t i = 0; good && wanted != NULL && i < of.journal.count; i++)
    if (of.marks[i].line != NULL && is_about(&of.journal.records[i], id))
      wanted[count++] = of.journal.records[i];
  if (good)
    answer = kp_writer_write(error, document, kp_text_get(KP_TEXT_UNDO_RESTORE, document->language),
                             wanted, count, KP_WRITER_MISSING_ONLY, added, outcome);
  if (answer == KP_WORKBOOK_WRITTEN && *added > 0)
    adopt(document, &of);
  free(wanted);
  selection_clear(&of);
  return answer;
}
