/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The local journal: what was written and not yet seen in the saved file.
 *
 * A shared save can lose a row without any error, and a crash loses what was
 * not saved. So each record is first appended to a file in the user's profile,
 * synchronised to the disk, and leaves it when its ID has been seen in the
 * saved file. What stays can be added again by its ID: that writes nothing when
 * the ID is there, so nothing is ever doubled.
 */
#ifndef KERNPUNT_WORKBOOK_JOURNAL_H
#define KERNPUNT_WORKBOOK_JOURNAL_H

#include "kernpunt/workbook_tables.h"

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
  bool readable;  /**< else the file cannot be looked into, and nothing was
                     decided */
  size_t seen;    /**< records that left the journal now */
  size_t missing; /**< records of this document that are in the journal and not
                     in the file */
} kp_journal_report;

/**
 * Looks for the document's records in its saved file; those seen leave the journal. Reads the file
 * as a zip, never loads it. A document with unsaved changes is fine: what is not saved yet counts
 * as missing. Call it after every save, with `after_save`, and when a document was opened, without.
 */
bool kp_journal_verify(kp_uno_error *error, const kp_document *document, bool after_save,
                       kp_journal_report *report);

/**
 * Call it just before a save: records that the open document no longer holds leave the journal,
 * because the user took them back (undo, a deleted row). What a save itself loses was there before
 * it, and what an earlier save lost (kp_journal_verify with `after_save`) stays.
 */
bool kp_journal_settle(kp_uno_error *error, const kp_document *document);

/**
 * Counts rows and changes that are in the journal for this document and not in its tables, although
 * nobody took them back: a crash or a save lost them. kp_journal_restore adds them again.
 */
bool kp_journal_lost(kp_uno_error *error, const kp_document *document, size_t *count);

/** Takes records of this document out of the journal by hand: the user does not
 * want them. */
bool kp_journal_forget(kp_uno_error *error, const kp_document *document, const char *id,
                       size_t *forgotten);

/**
 * Adds again what is in the journal for this document and not in its tables, as
 * one step of undo. `id` names one row, NULL means all. `added` counts the
 * records written.
 */
kp_workbook_answer kp_journal_restore(kp_uno_error *error, const kp_document *document,
                                      const char *id, size_t *added, kp_outcome *outcome);

/** Files that are gone are offered for removal from the journal after as many days. */
enum { KP_JOURNAL_DAYS = 90 };

/** What kp_workbook_repair takes for the journal, where else it takes the key of a table; the items
 * of a check have it too. */
#define KP_JOURNAL_TABLE "journal"

/** What may never be needed again. */
typedef struct kp_journal_leftover {
  size_t rows; /**< rows and changes of files that are gone, since KP_JOURNAL_DAYS or more */
  char *files; /**< their names, with commas between */
  char **cut;  /**< as in kp_journal */
  size_t cut_count;
} kp_journal_leftover;

/** Of all documents. kp_journal_leftover_clear it, whatever the answer. */
bool kp_journal_leftover_find(kp_uno_error *error, uno_Interface *context,
                              kp_journal_leftover *left);
void kp_journal_leftover_clear(kp_journal_leftover *left);
/** Takes it out of the journal. */
bool kp_journal_tidy(kp_uno_error *error, uno_Interface *context);

#endif
