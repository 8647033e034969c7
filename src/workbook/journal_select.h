/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The journal with the records of one document marked. Within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_JOURNAL_SELECT_H
#define KERNPUNT_WORKBOOK_JOURNAL_SELECT_H

#include "held.h"
#include "journal_file.h"
#include "kernpunt/saved.h"
#include "origin.h"

/** Of a record. */
typedef struct kp_selected {
  kp_origin_answer answer;
  kp_line *line; /**< NULL when it is another document's */
} kp_selected;

typedef struct kp_selection {
  char *folder;
  kp_journal_text text;
  kp_journal journal;
  kp_origin origin;
  kp_selected *marks; /**< of each record */
} kp_selection;

/** Reads and marks. kp_selection_clear it, whatever the answer. */
bool kp_selection_read(kp_uno_error *error, const kp_document *document, kp_selection *of);
void kp_selection_clear(kp_selection *of);
/** Does what the marked lines say. */
bool kp_selection_commit(kp_uno_error *error, kp_selection *of);

/** What proves that a record is in a file. */
kp_saved_id kp_selection_proof(const kp_method *method, const kp_record *record);
/** Whether the open document holds what proves a record. */
bool kp_selection_holds(kp_uno_error *error, kp_held *held, const kp_record *record, bool *there);

/**
 * A record stays. A document gets a name when it is first saved, and a file may be moved: its
 * records go along. And what was there at a save and is not in the file was lost, not taken back:
 * from then on it belongs to the file, not to the open document.
 */
bool kp_selection_keep(kp_uno_error *error, kp_selection *of, size_t at, bool after_save,
                       bool lost);
/** The line becomes that of the record, which changed. */
bool kp_selection_becomes(kp_uno_error *error, kp_line *line, const kp_record *record);
/** Another open document's from now on. */
bool kp_selection_rename(kp_uno_error *error, kp_record *record, const char *uid);

#endif
