/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The line that every save adds to the log. Within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_LOG_H
#define KERNPUNT_WORKBOOK_LOG_H

#include "record.h"

/** Whether rows of a table, by its key, are lines of the log. */
bool kp_log_is(const kp_method *method, const char *table);

/** What the line is about. */
typedef struct kp_log_line {
  const kp_document *document;
  kp_reader *reader;
  const kp_method_table *table;
  size_t row; /**< as it was before, or KP_METHOD_NEW_ROW */
  const char *note;
  const char *user;
  const char *other;    /**< ID of another line of the same save; or NULL */
  kp_language language; /**< of the workbook */
} kp_log_line;

/**
 * Makes the record of the log for a record, and its ID the proof of a change.
 * Without a log in the method, or for a line of the log itself, `log->table`
 * stays NULL.
 */
bool kp_log_make(kp_uno_error *error, const kp_log_line *line, kp_record *record, kp_record *log);

/** Something that changed and is no cell of a row. */
typedef struct kp_log_change {
  const char *field;
  const char *was;
  const char *becomes;
} kp_log_change;

/** The same for changes that are not in a table; `what` stands where else the sheet is named. Of
 * `line` only document, user and language are looked at. */
bool kp_log_make_changes(kp_uno_error *error, const kp_log_line *line, const char *what,
                         const kp_log_change *changes, size_t count, kp_record *log);

#endif
