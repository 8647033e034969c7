/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The tables of the method in a Calc document: set up, find, read, append, change, check, share.
 *
 * Nothing is remembered between calls: the document is the only truth, and people sort, move,
 * rename and delete in it. Columns are found by formulas on a hidden sheet that refer to their
 * headers, rows by their ID at the moment of writing. Each function that writes first sees to it
 * that a write would last (Calc's losses raise no error), writes as one step of undo, and keeps
 * what it wrote in a local journal until it is seen in the saved file.
 */
#ifndef KERNPUNT_WORKBOOK_H
#define KERNPUNT_WORKBOOK_H

#include "kernpunt/method.h"
#include "kernpunt/uno.h"

/** Name of the range that the first version gave its table of actions. Stored in users' files. */
#define KP_WORKBOOK_ACTIONS "kernpunt_actions"
/** How the end line begins, in the column of IDs: a letter that sorts behind every ID, so that it
 * stays last when people sort the whole sheet from A to Z. Stored in users' files: never change. */
#define KP_WORKBOOK_END "\xCE\xA9\xE2\x96\xB2"

/** The language of the office's windows; English when it cannot be read. */
kp_language kp_workbook_language(uno_Interface *context);

/** The name of the user in the office's options, malloc'ed; "" when none, NULL without memory. */
char *kp_workbook_user(uno_Interface *context);

/** The local date. */
kp_date kp_workbook_today(void);

typedef enum kp_workbook_answer {
  KP_WORKBOOK_WRITTEN,  /**< the row is there; `text` may hold a warning */
  KP_WORKBOOK_NO_TABLE, /**< nothing written: the workbook lacks the table */
  KP_WORKBOOK_REFUSED,  /**< nothing written: `text` says why */
  KP_WORKBOOK_FAILED    /**< what was written has been taken back: the error says why */
} kp_workbook_answer;

/** The rows of a workbook at one moment, for the rules, the agenda and the forms. */
typedef struct kp_reader kp_reader;

/** Several writes as one. */
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

/** Makes the sheets of the practices as one step of undo. What is there stays as it is: a workbook
 * that was set up before only gets the tables and columns that are new in the method or in the
 * choice. Columns and sheets that people deleted stay deleted, but for sheets of the choice, which
 * come back empty. Refused when read-only, shared, or when sheets cannot be added. */
kp_workbook_answer kp_workbook_setup(kp_uno_error *error, const kp_document *document,
                                     const kp_setup *setup, kp_outcome *outcome);

/** Whether the workbook was set up, and in which language. */
bool kp_workbook_is_set_up(kp_uno_error *error, const kp_document *document, bool *set_up,
                           kp_language *language);

/** The tables and rules of the extension's own folder; NULL after an error, which names file and
 * line. kp_method_free it. */
kp_method *kp_workbook_method(kp_language language, kp_method_error *error);
/** The one in a folder, a path of this system. */
kp_method *kp_workbook_method_in(const char *path, kp_language language, kp_method_error *error);

/* ------------------------------------------------------------------------------------- write */

/** One field as it was typed: a date as people write dates, a word of a list or its key. */
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
 * Adds a row above the end line of its table, with a new ID, what the method says for fields
 * that were not given, its formulas, who and when, and a line in the log; one step of undo. With
 * `entry->link` the row that leads to it gets its ID, with a line in the log of its own: both
 * stay, or none does.
 *
 * The rules go first, those of the other row too: `findings` (start with {NULL, 0, 0}) gets
 * refusals and warnings. KP_WORKBOOK_ REFUSED with `outcome->text` KP_TEXT_NONE means that a
 * finding refuses; nothing was written. KP_WORKBOOK_NO_TABLE: the workbook has no such table,
 * `outcome->detail` is its name.
 */
kp_workbook_answer kp_workbook_append(kp_uno_error *error, const kp_document *document,
                                      const kp_entry *entry, kp_method_findings *findings,
                                      kp_outcome *outcome);

/** Changes fields of the row with `entry->id`, found at that moment; else the same. Fields that
 * hold the value already are left alone. */
kp_workbook_answer kp_workbook_change(kp_uno_error *error, const kp_document *document,
                                      const kp_entry *entry, kp_method_findings *findings,
                                      kp_outcome *outcome);

/** Puts header and end line of a table in their places again with what belongs to them, takes rows
 * into it that were typed outside, and shows its hidden rows, as one step of undo; only when people
 * ask for it, and not while the workbook is shared. Rows keep their order. */
kp_workbook_answer kp_workbook_repair(kp_uno_error *error, const kp_document *document,
                                      const char *table, kp_outcome *outcome);

/** What came of it in words, malloc'ed: the failure; or what the rules refuse, or else warn of, and
 * what the workbook itself says, with `between` in between. "" when all is well; NULL without
 * memory. `findings` may be NULL, and `error` is looked at only after a failure. */
char *kp_workbook_told(kp_workbook_answer answer, const kp_outcome *outcome,
                       const kp_method_findings *findings, const kp_uno_error *error,
                       kp_language language, const char *between);

/** Shows a cell: its sheet in front, the cell selected. False when it is not there. */
bool kp_workbook_jump(kp_uno_error *error, const kp_document *document, const char *table,
                      const char *id, const char *column);
/** Shows a cell of a sheet: `cell` as "C12", or "" for its first one. False when it is not there.
 * */
bool kp_workbook_jump_cell(kp_uno_error *error, const kp_document *document, const char *sheet,
                           const char *cell);

/** The sheet and the row (from 0) that people are on, by what is selected: `*sheet` malloc'ed.
 * False when that is no range of cells. */
bool kp_workbook_cursor(kp_uno_error *error, const kp_document *document, char **sheet,
                        int32_t *row);

/* ------------------------------------------------------------------------------- several writes */

/*
 * Several writes as one: all of them stay, as one step of undo, or none does.
 *
 * What stood in the cells before, and which rows came, is remembered here, not by the office
 * alone: its list of undo steps may be off, full or locked, or in the hands of a macro. What is
 * taken back is ours only; what somebody typed meanwhile stays.
 */

/** Begins; NULL after an error. Put it into `document->transaction`: then each write by that
 * document is part of it. A write that fails underway fails the whole. */
kp_transaction *kp_transaction_begin(kp_uno_error *error, const kp_document *document,
                                     const char *title);

/** Ends it, and lets go of it. With `good` what was written stays, unless a write failed. Else all
 * is taken back, the records of the journal too. True when what was written stays. False: it was
 * looked for, and when something of ours is there still `outcome->text` is KP_TEXT_NOT_TAKEN_BACK
 * and `outcome->detail` says where. NULL is allowed. */
bool kp_transaction_end(kp_transaction *transaction, bool good, kp_outcome *outcome);

/* -------------------------------------------------------------------------------------- read */

/** NULL after an error. Tables and their columns are read when they are first asked for: make a new
 * reader after the document has changed. One that finds its rows moved fails. kp_reader_free it
 * before the document goes. */
kp_reader *kp_reader_new(kp_uno_error *error, const kp_document *document);
void kp_reader_free(kp_reader *reader);
/** What kp_method_book_new wants, borrowed; valid as long as the reader. */
const kp_method_rows *kp_reader_rows(kp_reader *reader);
/** Sheet row of a data row, from 0; -1 when there is none. */
int32_t kp_reader_sheet_row(kp_reader *reader, const kp_method_table *table, size_t row);
/** Column on the sheet where people look for it, from 0; of a link the one with the name behind it.
 * -1 when it is gone. */
int32_t kp_reader_sheet_column(kp_reader *reader, const kp_method_column *column);
/** Name of the sheet now, malloc'ed; NULL when the workbook has no such table. */
char *kp_reader_sheet_name(kp_reader *reader, const kp_method_table *table);
/** True when reading failed underway: what was read is not the whole truth. */
bool kp_reader_failed(const kp_reader *reader, kp_uno_error *error);

/** Something to look at, with its place. */
typedef struct kp_check_item {
  kp_method_severity severity; /**< REFUSE: an error */
  char *rule;      /**< what found it, for kp_workbook_leave; "" when it cannot be left */
  char *mark;      /**< of what stands there now: another one after a change */
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
  size_t left; /**< found, but the team leaves it: kernpunt/workbook_leave.h */
} kp_check;

/** Holds the whole workbook against the rules and against its own structure. Changes nothing. */
bool kp_workbook_check(kp_uno_error *error, const kp_document *document, kp_check *check);
void kp_check_clear(kp_check *check);

/* --------------------------------------------------------------------------- state and settings */

/** What state a document is in, before anybody types. */
typedef struct kp_workbook_state {
  bool spreadsheet;
  bool readonly; /**< writes would seem to succeed and be thrown away */
  bool shared;
  bool tracked; /**< shared and not tracked: a save writes nothing */
  char *url;    /**< of its file, "" while it has none */
  char *uid;    /**< what identifies it while it is open */
} kp_workbook_state;

/** Reads the state; kp_workbook_state_clear it, whatever the answer. */
bool kp_workbook_state_read(kp_uno_error *error, const kp_document *document,
                            kp_workbook_state *state);
void kp_workbook_state_clear(kp_workbook_state *state);

/** All choices at one moment. kp_workbook_settings_clear it. */
typedef struct kp_workbook_settings {
  bool set_up;          /**< false: what follows is what a set-up would begin with */
  kp_language language; /**< of the words in the sheets; chosen once, at set-up */
  double *values;       /**< of each of method->settings, whole numbers within least and most */
  bool *practices;      /**< of each of method->practices: on; those with `always` are */
} kp_workbook_settings;

/** Reads all with one look at the hidden sheet. False after an error; then there is nothing to
 * clear. */
bool kp_workbook_settings_read(kp_uno_error *error, const kp_document *document,
                               kp_workbook_settings *settings);
void kp_workbook_settings_clear(kp_workbook_settings *settings);

/** Whether the team uses one practice. For more than one: kp_workbook_settings_read. */
bool kp_workbook_practice_on(kp_uno_error *error, const kp_document *document,
                             const kp_method_practice *practice, bool *on);

/**
 * Writes what differs from the workbook as one step of undo, with one line in the log; nothing
 * when nothing differs. `wanted->language` and `set_up` are not looked at.
 *
 * Native formulas in which a changed number stands are renewed in every row, but for cells in
 * which somebody typed something else. A practice that goes on gets the sheets and columns it
 * lacks, as set-up makes them; the sheets of one that goes off stay, it is only not asked about
 * any more.
 *
 * KP_WORKBOOK_REFUSED when the document is read-only, shared without recorded changes or not set
 * up, when a sheet that must change is protected, when a number is no whole one within its
 * bounds (`outcome->detail` is the name with the bounds), and in a shared workbook when a sheet
 * is needed or very many formulas must change. KP_WORKBOOK_NO_TABLE: the log is gone.
 */
kp_workbook_answer kp_workbook_settings_write(kp_uno_error *error, const kp_document *document,
                                              const kp_workbook_settings *wanted,
                                              kp_outcome *outcome);

/**
 * Names from the team's list of people, as they stand there from top to bottom, without those
 * who are no longer active. `names` and each name are malloc'ed: kp_workbook_people_free. None
 * when the workbook has no such list.
 *
 * To add somebody: kp_workbook_append to the table of method->people. A name that is there
 * already, whatever its case and punctuation, is refused.
 */
bool kp_workbook_people(kp_uno_error *error, const kp_document *document, char ***names,
                        size_t *count);
void kp_workbook_people_free(char **names, size_t count);

/* ------------------------------------------------------------------------------------- share */

/** Saves, and looks into the saved file for what the journal holds: `outcome` tells how many rows
 * were seen or are missing. In a shared document it waits for others who are saving, three seconds
 * at most, and names who holds the lock; in another it never tries twice, because the second time
 * would overwrite what a colleague saved. */
kp_workbook_answer kp_workbook_save(kp_uno_error *error, const kp_document *document,
                                    kp_outcome *outcome);

/** Shares the workbook the way that loses nothing: changes recorded, flag set, stored, reloaded.
 * Refused when read-only, never saved, not an .ods, or shared already. After KP_WORKBOOK_WRITTEN
 * the document was loaded anew in its window: `document->model` and its view are gone. */
kp_workbook_answer kp_workbook_share(kp_uno_error *error, const kp_document *document,
                                     kp_outcome *outcome);

/* ---------------------------------------------------------------------------------- the journal */

/*
 * What was written and not yet seen in the saved file.
 *
 * A shared save can lose a row without any error, and a crash loses what was not saved. So each
 * record is first appended to a file in the user's profile, synchronised to the disk, and leaves
 * it when its ID has been seen in the saved file. What stays can be added again by its ID: that
 * writes nothing when the ID is there, so nothing is ever doubled.
 */

/** What a cell gets: text as text, or a whole day. */
typedef struct kp_cell {
  char *key;      /**< of the column */
  char *text;     /**< NULL for a day */
  int32_t serial; /**< of a day */
} kp_cell;

/** One row added or some cells of one row changed. */
typedef struct kp_record {
  bool change; /**< cells of the row `id`; else a new row with this ID */
  char *table; /**< key of the table */
  char *id;    /**< of the row */
  char *proof; /**< ID of the row in the log that proves a change; "" for a new
                  row */
  char *uid;   /**< of the document while it is open, in this process only; "" when a save lost it:
                  from then on it belongs to the file */
  char *book;  /**< identity of the workbook; "" when it had none */
  char *url;   /**< of its file; "" when it had none */
  char *file;  /**< how that file was, and when that was looked at (kp_file_stamp) */
  char *time;  /**< local, 2026-11-22 09:30:00.123456 */
  kp_cell *cells;
  size_t count;
} kp_record;

typedef struct kp_journal {
  kp_record *records;
  size_t count;
  char **cut; /**< beginnings of lines that a power cut or a full disk cut short: rows that may be
                 missing */
  size_t cut_count;
  size_t
      kept; /**< lines that cannot be read, of a newer version or damaged; they stay as they are */
} kp_journal;

/** What is still in the journal, of all documents. kp_journal_clear it, whatever the answer. */
bool kp_journal_read(kp_uno_error *error, uno_Interface *context, kp_journal *journal);
void kp_journal_clear(kp_journal *journal);

/** What a look into the saved file said. */
typedef struct kp_journal_report {
  bool readable;  /**< else the file cannot be looked into, and nothing was decided */
  size_t seen;    /**< rows and changes that left the journal now */
  size_t missing; /**< rows and changes of this document that are in the journal and not in the
                     file; people do not count lines of the log */
} kp_journal_report;

/** Looks for the document's records in its saved file; those seen leave the journal. Reads the file
 * as a zip, never loads it. A document with unsaved changes is fine: what is not saved yet counts
 * as missing. Call it after every save, with `after_save`, and when a document was opened, without.
 * */
bool kp_journal_verify(kp_uno_error *error, const kp_document *document, bool after_save,
                       kp_journal_report *report);

/** Call it just before a save: records that the open document no longer holds leave the journal,
 * because the user took them back (undo, a deleted row). What a save itself loses was there before
 * it, and what an earlier save lost (kp_journal_verify with `after_save`) stays. */
bool kp_journal_settle(kp_uno_error *error, const kp_document *document);

/** Counts rows and changes that wait for a save of this document, or were lost by one. */
bool kp_journal_pending(kp_uno_error *error, const kp_document *document, size_t *count);

/** Counts rows and changes that are in the journal for this document and not in its tables,
 * although nobody took them back: a crash or a save lost them. kp_journal_restore adds them again.
 * */
bool kp_journal_lost(kp_uno_error *error, const kp_document *document, size_t *count);

/** Takes records of this document out of the journal by hand: the user does not want them. */
bool kp_journal_forget(kp_uno_error *error, const kp_document *document, const char *id,
                       size_t *forgotten);

/** Adds again what is in the journal for this document and not in its tables, as one step of undo.
 * `id` names one row, NULL means all. `added` counts the records written. A change of cells that
 * hold something else by now is not made again: it goes into the log, and the outcome says
 * KP_TEXT_RESTORE_LATER. */
kp_workbook_answer kp_journal_restore(kp_uno_error *error, const kp_document *document,
                                      const char *id, size_t *added, kp_outcome *outcome);

/** What kp_workbook_repair takes for the journal, where else it takes the key of a table; the items
 * of a check have it too. */
#define KP_JOURNAL_TABLE "journal"

/* Parts of this header, each a subject. Include this one. */
#include "kernpunt/workbook_leave.h"
#include "kernpunt/workbook_sources.h"

#endif
