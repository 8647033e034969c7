/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Where a focus point stands, and what asks for attention today. All derived, nothing stored. */
#ifndef KERNPUNT_METHOD_FOLLOW_H
#define KERNPUNT_METHOD_FOLLOW_H

#include "kernpunt/method_rules.h"

/** The phase of a row, such as Plan or Do; NULL when no phase fits. */
const kp_method_phase *kp_method_book_phase(kp_method_book *book, const kp_method_table *table,
                                            size_t row);

typedef enum kp_method_state {
  KP_METHOD_CLOSED, /**< comes later: `message` says what is needed first */
  KP_METHOD_OPEN,   /**< can be worked on: `message` says what is still missing */
  KP_METHOD_DONE
} kp_method_state;

typedef struct kp_method_step_state {
  const kp_method_step *step;
  kp_method_state state;
  char *message; /**< "" when done */
} kp_method_step_state;

/** Steps of one row, in order; free with kp_method_progress_clear. */
typedef struct kp_method_progress {
  kp_method_step_state *list;
  size_t count;
} kp_method_progress;

/**
 * Fills the state of every step of the row's table. With KP_METHOD_NEW_ROW the state before there
 * is a row: everything is open or closed as for a blank one. False without memory.
 */
bool kp_method_book_steps(kp_method_book *book, const kp_method_table *table, size_t row,
                          kp_language language, kp_method_progress *progress);
void kp_method_progress_clear(kp_method_progress *progress);

/** Where the message of an open step points: what is to be filled in next. */
typedef struct kp_method_gap {
  const kp_method_table *table;   /**< of the row in hand, or of rows that belong to it */
  const kp_method_column *column; /**< NULL: a row is missing, or is not as it should be */
  size_t row;                     /**< of `table`; KP_METHOD_NEW_ROW: one that is to be made */
} kp_method_gap;

/** Finds what keeps a step from being done; false when nothing does (or without memory). Whether
 * its gates let it open is not looked at. */
bool kp_method_book_gap(kp_method_book *book, const kp_method_step *step, size_t row,
                        kp_method_gap *gap);

/** The last row of a table that makes a step done: its tests count such rows (the solution that was
 * chosen). False when no test counts rows of this table, or none is there. */
bool kp_method_book_proof(kp_method_book *book, const kp_method_step *step, size_t row,
                          const kp_method_table *table, size_t *proof);

/** Whether a test of a step looks at this column of the row in hand, or of a row that it leads to:
 * it belongs in view where the step is filled in. */
bool kp_method_book_asks(kp_method_book *book, const kp_method_step *step,
                         const kp_method_column *column);

/** How many rows of a table a step asks for: the highest amount among its tests. 0: none. */
double kp_method_book_wanted(kp_method_book *book, const kp_method_step *step,
                             const kp_method_table *table);

/** How many rows of a table may be active at a time: its first max-active rule. */
typedef struct kp_method_limit {
  const char *rule; /**< key of the rule, as in findings */
  const kp_method_column *column;
  const kp_method_column *per; /**< the limit is for each value of this column */
  double most;
} kp_method_limit;

/** False when the table has no such rule. */
bool kp_method_book_limit(kp_method_book *book, const kp_method_table *table,
                          kp_method_limit *limit);
/** Whether a row counts for that limit. */
bool kp_method_book_active(kp_method_book *book, const kp_method_table *table, size_t row);

typedef enum kp_method_due {
  KP_METHOD_OVERDUE,
  KP_METHOD_TODAY,
  KP_METHOD_THIS_WEEK, /**< up to and including Sunday */
  KP_METHOD_LATER
} kp_method_due;

/** A row that asks for attention. */
typedef struct kp_method_agenda_item {
  const kp_method_source *source;
  size_t row;
  kp_date date;
  int32_t days; /**< from today; negative when late */
  kp_method_due due;
  const char *id;   /**< borrowed from the rows, "" when there is none */
  const char *who;  /**< borrowed */
  const char *what; /**< borrowed */
} kp_method_agenda_item;

typedef struct kp_method_agenda {
  kp_method_agenda_item *list; /**< by date */
  size_t count;
} kp_method_agenda;

/**
 * What is overdue, due this week, and up to `horizon` days ahead; of the sources that look ahead
 * also the first item beyond. `who` NULL takes everyone's; a name takes that person's rows,
 * whatever the punctuation ("Jansen, Petra"), and those of sources without a person. False without
 * memory.
 */
bool kp_method_book_agenda(kp_method_book *book, const char *who, int32_t horizon,
                           kp_method_agenda *agenda);
void kp_method_agenda_clear(kp_method_agenda *agenda);

#endif
