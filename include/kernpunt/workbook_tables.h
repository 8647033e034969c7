/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The tables of the method in a Calc document: set up, find, read, append,
 * change, check, share.
 *
 * Nothing is remembered between calls: the document is the only truth, and
 * people sort, move, rename and delete in it. Columns are found by formulas on
 * a hidden sheet that refer to their headers, rows by their ID at the moment of
 * writing.
 * Each function that writes first sees to it that a write would last (Calc's
 * losses raise no error), writes as one step of undo, and keeps what it wrote
 * in a local journal until it is seen in the saved file
 * (kernpunt/workbook_journal.h).
 */
#ifndef KERNPUNT_WORKBOOK_TABLES_H
#define KERNPUNT_WORKBOOK_TABLES_H

#include "kernpunt/method_model.h"
#include "kernpunt/method_rules.h"
#include "kernpunt/uno.h"
#include "kernpunt/workbook.h"

/** The rows of a workbook at one moment, for the rules, the agenda and the
 * forms. */
typedef struct kp_reader kp_reader;

/** Several writes as one: kernpunt/workbook_transaction.h. */
typedef struct kp_transaction kp_transaction;

/** A document as its caller sees it. Everything is borrowed. */
typedef struct kp_document {
  uno_Interface *context;
  uno_Interface *model;
  uno_Interface *controller; /**< its view; may be NULL */
  const kp_method *method;   /**< tables and rules */
  kp_language language;      /**< of messages; the workbook keeps its own words */
  /** Lends rows that were read before and are still true, so that an entry need not read them
   * again; they stay true until something is written. May be NULL; false when there are none. */
  bool (*lend)(void *lender, kp_reader **reader, kp_method_book **book);
  void *lender;
  kp_transaction *transaction; /**< that writes are part of; or NULL: each is one of its own */
} kp_document;

/** What came of a call. kp_outcome_clear it, whatever the answer. */
typedef struct kp_outcome {
  char id[16];  /**< of the row that was written */
  int32_t row;  /**< as people count, from 1 */
  kp_text text; /**< refusal or warning; KP_TEXT_NONE when there is nothing to
                   say */
  char *detail; /**< fills the {1} of `text`: a sheet, a column, an ID. Or NULL */
} kp_outcome;

void kp_outcome_clear(kp_outcome *outcome);

/* ------------------------------------------------------------------------------------ set up */

/** What a team chooses. */
typedef struct kp_setup {
  kp_language language;         /**< of headers and words; a workbook that was set up
                                   keeps its own */
  const char *const *practices; /**< keys; NULL: all, but no tables with personal data */
  size_t count;
} kp_setup;

/**
 * Makes the sheets of the practices as one step of undo. What is there stays as
 * it is: a workbook that was set up before only gets the tables and columns
 * that are new in the method or in the choice. Columns and sheets that people
 * deleted stay deleted, but for sheets of the choice, which come back empty.
 * Refused when read-only, shared, or when sheets cannot be added.
 */
kp_workbook_answer kp_workbook_setup(kp_uno_error *error, const kp_document *document,
                                     const kp_setup *setup, kp_outcome *outcome);

/** Whether the workbook was set up, and in which language. */
bool kp_workbook_is_set_up(kp_uno_error *error, const kp_document *document, bool *set_up,
                           kp_language *language);

/** The tables and rules of the extension's own folder; NULL after an error,
 * which names file and line. kp_method_free it. */
kp_method *kp_workbook_method(kp_language language, kp_method_error *error);
/** The one in a folder, a path of this system. */
kp_method *kp_workbook_method_in(const char *path, kp_language language, kp_method_error *error);

/* ------------------------------------------------------------------------------------- write */

/** One field as it was typed: a date as people write dates, a word of a list or
 * its key. */
typedef struct kp_entry_value {
  const char *key;
  const char *text;
} kp_entry_value;

/** A row that is there, and its column that shall hold the ID of a new one. */
typedef struct kp_entry_link {
  const char *table;
  const char *id;
  const char *column;
} kp_entry_link;

/** A row to add or to change. */
typedef struct kp_entry {
  const char *table;
  const char *id; /**< of the row to change; ignored for a new one */
  const kp_entry_value *values;
  size_t count;
  const char *note;          /**< reason of a change, for the log; or NULL */
  const kp_entry_link *link; /**< of a new row: who leads to it, written with it; or NULL */
  const char *title;         /**< of the step of undo; NULL: what the workbook calls it */
} kp_entry;

/**
 * Adds a row above the end line of its table, with a new ID, what the method
 * says for fields that were not given, its formulas, who and when, and a line
 * in the log; one step of undo. With `entry->link` the row that leads to it gets its ID, with a
 * line in the log of its own: both stay, or none does.
 *
 * The rules go first, those of the other row too: `findings` (start with {NULL, 0, 0}) gets
 * refusals and warnings. KP_WORKBOOK_ REFUSED with `outcome->text` KP_TEXT_NONE means that a
 * finding refuses; nothing was written. KP_WORKBOOK_NO_TABLE: the workbook has
 * no such table, `outcome->detail` is its name.
 */
kp_workbook_answer kp_workbook_append(kp_uno_error *error, const kp_document *document,
                                      const kp_entry *entry, kp_method_findings *findings,
                                      kp_outcome *outcome);

/** Changes fields of the row with `entry->id`, found at that moment; else the
 * same. Fields that hold the value already are left alone. */
kp_workbook_answer kp_workbook_change(kp_uno_error *error, const kp_document *document,
                                      const kp_entry *entry, kp_method_findings *findings,
                                      kp_outcome *outcome);

/**
 * Puts header and end line of a table in their places again with what belongs to them, takes rows
 * into it that were typed outside, and shows its hidden rows, as one step of undo; only when people
 * ask for it, and not while the workbook is shared. Rows keep their order.
 */
kp_workbook_answer kp_workbook_repair(kp_uno_error *error, const kp_document *document,
                                      const char *table, kp_outcome *outcome);

/** What came of it in words, malloc'ed: the failure; or what the rules refuse, or else warn of, and
 * what the workbook itself says, with `between` in between. "" when all is well; NULL without
 * memory. `findings` may be NULL, and `error` is looked at only after a failure. */
char *kp_workbook_told(kp_workbook_answer answer, const kp_outcome *outcome,
                       const kp_method_findings *findings, const kp_uno_error *error,
                       kp_language language, const char *between);

/** Shows a cell: its sheet in front, the cell selected. False when it is not
 * there. */
bool kp_workbook_jump(kp_uno_error *error, const kp_document *document, const char *table,
                      const char *id, const char *column);
/** Shows a cell of a sheet: `cell` as "C12", or "" for its first one. False when it is not there.
 */
bool kp_workbook_jump_cell(kp_uno_error *error, const kp_document *document, const char *sheet,
                           const char *cell);

/* -------------------------------------------------------------------------------------- read */

/** NULL after an error. Tables and their columns are read when they are first
 * asked for: make a new reader after the document has changed. One that finds
 * its rows moved fails. kp_reader_free it before the document goes. */
kp_reader *kp_reader_new(kp_uno_error *error, const kp_document *document);
void kp_reader_free(kp_reader *reader);
/** What kp_method_book_new wants, borrowed; valid as long as the reader. */
const kp_method_rows *kp_reader_rows(kp_reader *reader);
/** Sheet row of a data row, from 0; -1 when there is none. */
int32_t kp_reader_sheet_row(kp_reader *reader, const kp_method_table *table, size_t row);
/** Column on the sheet where people look for it, from 0; of a link the one with the name behind it.
 * -1 when it is gone. */
int32_t kp_reader_sheet_column(kp_reader *reader, const kp_method_column *column);
/** Name of the sheet now, malloc'ed; NULL when the workbook has no such table.
 */
char *kp_reader_sheet_name(kp_reader *reader, const kp_method_table *table);
/** True when reading failed underway: what was read is not the whole truth. */
bool kp_reader_failed(const kp_reader *reader, kp_uno_error *error);

/** Something to look at, with its place. */
typedef struct kp_check_item {
  bool mistake;    /**< else it only deserves attention */
  char *sheet;     /**< name, "" when the problem is no place */
  char *cell;      /**< "C12", or "" */
  char *table;     /**< key, "" for the workbook as a whole */
  char *id;        /**< of the row, or "" */
  char *column;    /**< key, or "" */
  char *message;   /**< in the language of the document's caller */
  bool repairable; /**< kp_workbook_repair of its table solves it */
} kp_check_item;

typedef struct kp_check {
  kp_check_item *items;
  size_t count;
} kp_check;

/** Holds the whole workbook against the rules and against its own structure.
 * Changes nothing. */
bool kp_workbook_check(kp_uno_error *error, const kp_document *document, kp_check *check);
void kp_check_clear(kp_check *check);

/* ------------------------------------------------------------------------------------- share */

/**
 * Saves, and looks into the saved file for what the journal holds: `outcome` tells how many rows
 * were seen or are missing. In a shared document it waits for others who are saving, three seconds
 * at most, and names who holds the lock; in another it never tries twice, because the second time
 * would overwrite what a colleague saved.
 */
kp_workbook_answer kp_workbook_save(kp_uno_error *error, const kp_document *document,
                                    kp_outcome *outcome);

/**
 * Shares the workbook the way that loses nothing: changes recorded, flag set,
 * stored, reloaded. Refused when read-only, never saved, not an .ods, or shared
 * already. After KP_WORKBOOK_WRITTEN the document was loaded anew in its
 * window: `document->model` and its view are gone.
 */
kp_workbook_answer kp_workbook_share(kp_uno_error *error, const kp_document *document,
                                     kp_outcome *outcome);

#endif
