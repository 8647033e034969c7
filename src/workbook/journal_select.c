/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which lines of the journal are a document's. */
#include "journal_select.h"

#include "kernpunt/profile.h"

#include <stdlib.h>
#include <string.h>

void kp_selection_clear(kp_selection *of) {
  kp_origin_clear(&of->origin);
  kp_journal_clear(&of->journal);
  kp_journal_text_clear(&of->text);
  free(of->marks);
  free(of->folder);
}

kp_saved_id kp_selection_proof(const kp_method *method, const kp_record *record) {
  const kp_method_table *log = kp_method_role_table(method, KP_ROLE_LOG);
  if (record->change)
    return (kp_saved_id){.table = log != NULL ? log->key : "", .id = record->proof};
  return (kp_saved_id){.table = record->table, .id = record->id};
}

bool kp_selection_holds(kp_uno_error *error, kp_held *held, const kp_record *record, bool *there) {
  kp_saved_id proof = kp_selection_proof(held->document->method, record);
  return kp_held_has(error, held, proof.table, proof.id, there);
}

/* A document that holds something that a session wrote into a file is that file, so all of it is
 * its own. */
static bool settle_doubts(kp_uno_error *error, const kp_document *document, kp_selection *of) {
  kp_held held = {.document = document};
  bool good = true;
  for (size_t i = 0; good && i < of->journal.count; i++) {
    const kp_record *record = &of->journal.records[i];
    bool there = false;
    if (of->marks[i].answer == KP_ORIGIN_MAYBE)
      good = kp_selection_holds(error, &held, record, &there);
    for (size_t k = 0; good && there && k < of->journal.count; k++)
      if (of->marks[k].answer == KP_ORIGIN_MAYBE &&
          strcmp(of->journal.records[k].uid, record->uid) == 0 &&
          strcmp(of->journal.records[k].url, record->url) == 0)
        of->marks[k].answer = KP_ORIGIN_MINE;
  }
  kp_held_clear(&held);
  return good;
}

bool kp_selection_read(kp_uno_error *error, const kp_document *document, kp_selection *of) {
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

bool kp_selection_commit(kp_uno_error *error, kp_selection *of) {
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

bool kp_selection_becomes(kp_uno_error *error, kp_line *line, const kp_record *record) {
  free(line->becomes);
  line->becomes = kp_record_line(record);
  return line->becomes != NULL || kp_uno_error_memory(error);
}

bool kp_selection_keep(kp_uno_error *error, kp_selection *of, size_t at, bool after_save,
                       bool lost) {
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
              kp_selection_becomes(error, of->marks[at].line, record);
  free(file);
  return good;
}

bool kp_selection_rename(kp_uno_error *error, kp_record *record, const char *uid) {
  return replace(error, &record->uid, uid);
}
