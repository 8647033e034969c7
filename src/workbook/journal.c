/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written and not yet seen in the saved file. */
#include "kernpunt/workbook_journal.h"

#include "held.h"
#include "journal_file.h"
#include "log.h"
#include "record.h"
#include "saved.h"
#include "writer.h"

#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------------------- the whole file */

void kp_journal_clear(kp_journal *journal) {
  for (size_t i = 0; i < journal->count; i++)
    kp_record_clear(&journal->records[i]);
  free(journal->records);
  *journal = (kp_journal){NULL, 0};
}

/* Parses the lines in place. The last one counts only with its end: a crash may
 * have cut it. */
static bool parse_lines(kp_uno_error *error, char *text, kp_journal *journal) {
  size_t lines = 0;
  for (const char *at = text; (at = strchr(at, '\n')) != NULL; at++)
    lines++;
  journal->records = calloc(lines > 0 ? lines : 1, sizeof *journal->records);
  if (journal->records == NULL)
    return kp_uno_error_memory(error);
  for (char *at = text, *end; (end = strchr(at, '\n')) != NULL; at = end + 1) {
    *end = '\0';
    if (kp_record_parse(at, &journal->records[journal->count]))
      journal->count++;
  }
  return true;
}

bool kp_journal_read(kp_uno_error *error, uno_Interface *context, kp_journal *journal) {
  char *text = NULL;
  *journal = (kp_journal){NULL, 0};
  bool good = kp_journal_file_read(error, context, &text) && parse_lines(error, text, journal);
  free(text);
  return good;
}

/* The lines of records that `drop` does not mark, malloc'ed; `drop` may be
 * NULL. */
static char *join_lines(kp_uno_error *error, const kp_record *records, size_t count,
                        const bool *drop) {
  char *all = calloc(1, 1);
  size_t size = 0;
  for (size_t i = 0; all != NULL && i < count; i++) {
    /* Without an ID a record could never be seen again; its line in the log can. */
    if ((drop != NULL && drop[i]) || records[i].id[0] == '\0')
      continue;
    char *line = kp_record_line(&records[i]);
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

bool kp_journal_add(kp_uno_error *error, uno_Interface *context, const kp_record *records,
                    size_t count) {
  char *lines = join_lines(error, records, count, NULL);
  bool good = lines != NULL && kp_journal_file_append(error, context, lines);
  free(lines);
  return good;
}

/* Writes the journal without the marked records, when there are any, or when records changed. */
static bool drop_marked(kp_uno_error *error, uno_Interface *context, const kp_journal *journal,
                        const bool *drop, bool changed) {
  bool any = changed;
  for (size_t i = 0; i < journal->count; i++)
    any = any || drop[i];
  if (!any)
    return true;
  char *lines = join_lines(error, journal->records, journal->count, drop);
  bool good = lines != NULL && kp_journal_file_replace(error, context, lines);
  free(lines);
  return good;
}

static bool same_record(const kp_record *one, const kp_record *other) {
  return one->change == other->change && strcmp(one->table, other->table) == 0 &&
         strcmp(one->id, other->id) == 0 && strcmp(one->proof, other->proof) == 0 &&
         strcmp(one->uid, other->uid) == 0;
}

bool kp_journal_withdraw(kp_uno_error *error, uno_Interface *context, const kp_record *records,
                         size_t count) {
  kp_journal journal;
  bool good = kp_journal_read(error, context, &journal);
  bool *drop = calloc(journal.count + 1, sizeof *drop);
  if (drop == NULL)
    good = kp_uno_error_memory(error);
  for (size_t i = 0; good && drop != NULL && i < journal.count; i++)
    for (size_t k = 0; k < count; k++)
      drop[i] = drop[i] || same_record(&journal.records[i], &records[k]);
  good = good && drop_marked(error, context, &journal, drop, false);
  free(drop);
  kp_journal_clear(&journal);
  return good;
}

bool kp_journal_concerns(const kp_record *record, const char *uid, const char *url) {
  return strcmp(record->uid, uid) == 0 || (url[0] != '\0' && strcmp(record->url, url) == 0);
}

/* --------------------------------------------------------------------------- of one document */

/* The journal with the records of one document marked. */
typedef struct selection {
  kp_journal journal;
  bool *mine;
  bool changed; /* a record is no longer as it was read */
  char *uid;
  char *url;
} selection;

static void selection_clear(selection *of) {
  kp_journal_clear(&of->journal);
  free(of->mine);
  free(of->uid);
  free(of->url);
}

static bool select_records(kp_uno_error *error, const kp_document *document, selection *of) {
  memset(of, 0, sizeof *of);
  if (!kp_document_uid(error, document, &of->uid) || !kp_document_url(error, document, &of->url) ||
      !kp_journal_read(error, document->context, &of->journal))
    return false;
  of->mine = calloc(of->journal.count + 1, sizeof *of->mine);
  if (of->mine == NULL)
    return kp_uno_error_memory(error);
  for (size_t i = 0; i < of->journal.count; i++)
    of->mine[i] = kp_journal_concerns(&of->journal.records[i], of->uid, of->url);
  return true;
}

/* What proves that a record is in a file. */
static kp_saved_id proof_of(const kp_record *record) {
  if (record->change)
    return (kp_saved_id){KP_WRITER_LOG, record->proof, false};
  return (kp_saved_id){record->table, record->id, false};
}

static bool replace(kp_uno_error *error, char **text, const char *by) {
  char *copy = kp_record_copy(error, by);
  if (copy == NULL)
    return false;
  free(*text);
  *text = copy;
  return true;
}

/* A document gets a name when it is first saved. And what was there at a save and is not in the
 * file was lost, not taken back: from then on it belongs to the file, not to the open document. */
static bool mark_missing(kp_uno_error *error, selection *of, kp_record *record, bool lost) {
  bool good = true;
  if (of->url[0] != '\0' && strcmp(record->url, of->url) != 0) {
    of->changed = true;
    good = replace(error, &record->url, of->url);
  }
  if (good && lost) {
    of->changed = true;
    good = replace(error, &record->uid, "");
  }
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
    if (of->mine[i]) {
      ids[wanted] = proof_of(&of->journal.records[i]);
      records[wanted++] = i;
      of->mine[i] = false; /* from now on: marks what leaves the journal */
    }
  }
  report->readable = true;
  if (good && wanted > 0)
    good = kp_saved_look(error, document->context, of->url, ids, wanted, &report->readable);
  for (size_t k = 0; good && k < wanted; k++) {
    of->mine[records[k]] = ids[k].seen;
    report->seen += ids[k].seen;
    report->missing += !ids[k].seen;
    if (!ids[k].seen)
      good =
          mark_missing(error, of, &of->journal.records[records[k]], after_save && report->readable);
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
              look(error, document, &of, after_save, report) &&
              drop_marked(error, document->context, &of.journal, of.mine, of.changed);
  selection_clear(&of);
  return good;
}

/* Whether the open document holds what proves a record. */
static bool holds(kp_uno_error *error, kp_held *held, const kp_record *record, bool *there) {
  kp_saved_id proof = proof_of(record);
  return kp_held_has(error, held, proof.table, proof.id, there);
}

bool kp_journal_settle(kp_uno_error *error, const kp_document *document) {
  selection of;
  kp_held held = {.document = document};
  bool good = select_records(error, document, &of);
  for (size_t i = 0; good && i < of.journal.count; i++) {
    const kp_record *record = &of.journal.records[i];
    bool there = true;
    of.mine[i] = strcmp(record->uid, of.uid) == 0;
    if (of.mine[i])
      good = holds(error, &held, record, &there);
    of.mine[i] = of.mine[i] && !there;
  }
  good = good && drop_marked(error, document->context, &of.journal, of.mine, false);
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
    if (of.mine[i] && strcmp(record->uid, of.uid) != 0 && strcmp(record->table, KP_WRITER_LOG) != 0)
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
    of.mine[i] = of.mine[i] && is_about(&of.journal.records[i], id);
    *forgotten += of.mine[i];
  }
  good = good && drop_marked(error, document->context, &of.journal, of.mine, false);
  selection_clear(&of);
  return good;
}

kp_workbook_answer kp_journal_restore(kp_uno_error *error, const kp_document *document,
                                      const char *id, size_t *added, kp_outcome *outcome) {
  selection of;
  size_t count = 0;
  kp_workbook_answer answer = KP_WORKBOOK_FAILED;
  *added = 0;
  memset(outcome, 0, sizeof *outcome);
  if (select_records(error, document, &of)) {
    /* Records are moved together: those of other documents are not needed here.
     */
    for (size_t i = 0; i < of.journal.count; i++) {
      if (of.mine[i] && is_about(&of.journal.records[i], id)) {
        kp_record wanted = of.journal.records[i];
        of.journal.records[i] = of.journal.records[count];
        of.journal.records[count++] = wanted;
      }
    }
    answer =
        kp_writer_write(error, document, kp_text_get(KP_TEXT_UNDO_RESTORE, document->language),
                        of.journal.records, count, KP_WRITER_MISSING_ONLY, added, NULL, outcome);
  }
  selection_clear(&of);
  return answer;
}
