/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The bytes of the journal as lines, and as bytes again. What cannot be read is never dropped: a
 * line leaves only when it was read and somebody said so. Within src/workbook only.
 */
#ifndef KERNPUNT_WORKBOOK_JOURNAL_TEXT_H
#define KERNPUNT_WORKBOOK_JOURNAL_TEXT_H

#include "record.h"

/** Of the lines that say that another one was cut short. Stored in users' profiles. */
#define KP_JOURNAL_CUT "cut"

typedef enum kp_line_kind {
  KP_LINE_OTHER, /**< cannot be read: of another version, damaged, or no memory now */
  KP_LINE_RECORD,
  KP_LINE_CUT, /**< tells of a line that was cut short */
  KP_LINE_DEAD /**< taken back in place; leaves with the next rewrite */
} kp_line_kind;

typedef struct kp_line {
  char *text;  /**< within the bytes; its line end has become a NUL, and a damaged one may hold more
                  of them */
  size_t size; /**< without the end */
  kp_line_kind kind;
  size_t record; /**< number of the record of KP_LINE_RECORD */
  bool drop;     /**< it leaves */
  char *becomes; /**< the line that takes its place, with its end; or NULL */
} kp_line;

typedef struct kp_journal_text {
  char *bytes;
  kp_line *lines;
  size_t count;
  const char *stump; /**< behind the last line end; NULL when there is nothing */
  size_t stump_size;
} kp_journal_text;

/** Takes over the bytes, which are followed by a NUL. With `journal` the records are read too.
 * Clear both, whatever the answer; false without memory. */
bool kp_journal_text_parse(kp_uno_error *error, char *bytes, size_t size, kp_journal_text *text,
                           kp_journal *journal);
void kp_journal_text_clear(kp_journal_text *text);

/** The line that tells of a stump, with its end, malloc'ed; NULL without memory. */
char *kp_journal_text_note(const char *stump, size_t size);

/** What is to be done with the lines of one journal is done with the same lines of another, which
 * has been read later: lines that came meanwhile stay. True when any line of it changes. */
bool kp_journal_text_carry(kp_journal_text *from, kp_journal_text *to);

/** All lines as they become, and `more` behind them; a stump becomes the line that tells of it.
 * Malloc'ed; NULL without memory. */
char *kp_journal_text_join(kp_uno_error *error, const kp_journal_text *text, const char *more,
                           size_t *size);

#endif
