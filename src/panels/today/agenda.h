/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the panel Today says, as texts and numbers: no controls, no document. */
#ifndef KERNPUNT_TODAY_AGENDA_H
#define KERNPUNT_TODAY_AGENDA_H

#include "kernpunt/method.h"
#include "kernpunt/workbook.h"

enum {
  KP_AGENDA_HORIZON = 30, /**< days ahead that are shown */
  KP_AGENDA_SHOWN = 50,   /**< rows shown at first, and added each time: a picture takes 0.4 ms */
  KP_AGENDA_DUES = KP_METHOD_LATER + 1
};

/* --------------------------------------------------------------------------------- the list */

/** One row, with texts of its own: those of the workbook do not outlive a change. */
typedef struct kp_agenda_row {
  const kp_method_source *source;
  size_t row; /**< place in its table when it was read */
  kp_date date;
  int32_t days; /**< from today; negative when late */
  kp_method_due due;
  char *id; /**< "" for a row that somebody typed without one */
  char *who;
  char *what;
} kp_agenda_row;

/** The first rows of an agenda, and what all of it counts. Begin with zeros. */
typedef struct kp_agenda_view {
  kp_agenda_row *rows;
  size_t count;
  size_t total;                  /**< rows of the whole agenda */
  size_t counts[KP_AGENDA_DUES]; /**< of the whole agenda, by how soon */
} kp_agenda_view;

/** Copies the first `most` rows of an agenda. False without memory, `view` is then empty. */
bool kp_agenda_view_fill(const kp_method_agenda *agenda, size_t most, kp_agenda_view *view);
void kp_agenda_view_clear(kp_agenda_view *view);
/** True when both would look the same. */
bool kp_agenda_view_same(const kp_agenda_view *one, const kp_agenda_view *other);

/** Name of a row that outlives a change of the workbook, malloc'ed: "action/A-7K3Q2", or with its
 * place for a row without ID, "action/#12". NULL without memory. */
char *kp_agenda_key(const kp_agenda_row *row);
/** Place of the row with this key; `view->count` when it is not there. NULL finds nothing. */
size_t kp_agenda_find(const kp_agenda_view *view, const char *key);
/** Source and ID in a key; `*id` points into it. False when it is no key, or one without an ID. */
bool kp_agenda_parse(const kp_method *method, const char *key, const kp_method_source **source,
                     const char **id);

/* ------------------------------------------------------------------------------------- words */

/** What it is about: "Action: Call back", "Did it help? Call back", or only the name of the source;
 * malloc'ed. */
char *kp_agenda_title(const kp_method_source *source, const char *what, kp_language language);
/** How late or how soon, in a narrow column: "12 d late", "Today", "Fri 4", "1 March"; malloc'ed.
 */
char *kp_agenda_when(const kp_agenda_row *row, kp_language language);
/** What it is, in a line: "Call back"; malloc'ed. `named`: the name of the source belongs in it. */
char *kp_agenda_what(const kp_agenda_row *row, bool named, kp_language language);
/** What else there is to say of it: whose, when, and what it belongs to, in two lines; malloc'ed.
 */
char *kp_agenda_detail(const kp_agenda_row *row, const char *belongs, kp_language language);
/** "2 late"; malloc'ed, "" for none. */
char *kp_agenda_late(const kp_agenda_view *view, kp_language language);
/** "1 today · 2 this week · 4 later" without what is none; malloc'ed, "" for nothing. */
char *kp_agenda_summary(const kp_agenda_view *view, kp_language language);
/** "5 to come": all that is not late; malloc'ed. */
char *kp_agenda_to_come(const kp_agenda_view *view, kp_language language);

/* ---------------------------------------------------------------------------------- what next */

/** Where people left off; kp_agenda_left_clear it. */
typedef struct kp_agenda_left {
  char *title; /**< of the row, "" when there is none */
  char *step;  /**< "Step 5 of 9 · Root cause"; with no row what to do first, "" for nothing */
  char *id;    /**< of the row, "" */
} kp_agenda_left;

/** The first open step of the row with the ID `chosen` (may be NULL), which was worked on last;
 * else of the one that is furthest on its way. False without memory; clear it whatever comes. */
bool kp_agenda_left_off(kp_method_book *book, const kp_method *method, const kp_method_rows *rows,
                        const char *chosen, kp_language language, kp_agenda_left *left);
void kp_agenda_left_clear(kp_agenda_left *left);

/* ---------------------------------------------------------------------------------- putting off */

typedef enum kp_agenda_delay {
  KP_AGENDA_TOMORROW,
  KP_AGENDA_NEXT_WEEK,
  KP_AGENDA_TWO_WEEKS,
  KP_AGENDA_END_OF_MONTH,
  KP_AGENDA_DELAYS
} kp_agenda_delay;

/** The day it is put off to. */
kp_date kp_agenda_postponed(kp_agenda_delay delay, kp_date today);
/** Whether its date is one that people set. */
bool kp_agenda_postponable(const kp_method_source *source);
/** The status by which its row is put aside ("On hold"); NULL when there is none. */
const kp_method_item *kp_agenda_aside(const kp_method_source *source);
/** How often the date of a row was changed before, by the log. */
size_t kp_agenda_times_postponed(const kp_method *method, const kp_method_rows *rows,
                                 const kp_method_column *date, const char *id);
enum { KP_AGENDA_ASKS_AFTER = 2 /**< times put off without being asked why */ };

/* ----------------------------------------------------------------------------------- answering */

/** True when "Done" can answer it here; else it is answered in a form. */
bool kp_agenda_answerable(const kp_method_source *source);

/** True when "Done" needs nothing of people: what else is asked may stay empty. */
bool kp_agenda_at_once(const kp_method_source *source);

/** The values that "Done" writes; kp_agenda_answers_clear them. */
typedef struct kp_agenda_answers {
  kp_entry_value *values; /**< texts are owned */
  char **texts;
  size_t count;
} kp_agenda_answers;

/** Who answers, when, and about what. */
typedef struct kp_agenda_asker {
  const char *me; /**< the person at the keyboard, or "" */
  kp_language words;
  kp_date today;
  /** What a column of the row holds now, malloc'ed; NULL without memory. */
  char *(*cell)(void *data, const kp_method_column *column);
  void *data;
} kp_agenda_asker;

/** False without memory. Answers that come to nothing are left out. */
bool kp_agenda_answers_fill(const kp_method_source *source, const kp_agenda_asker *asker,
                            kp_agenda_answers *answers);
void kp_agenda_answers_clear(kp_agenda_answers *answers);

/** Whether the rules refuse these answers without a reason, but take them with one. */
bool kp_agenda_wants_note(kp_method_book *book, kp_language words, const kp_method_source *source,
                          size_t row, const kp_agenda_answers *answers, kp_date today);

/* ------------------------------------------------------------------------------------- jumping */

enum { KP_AGENDA_CELL_SIZE = 24 };
/** The name of a cell, such as "C12"; column and row from 0. False when there is no such cell. */
bool kp_agenda_cell(int32_t column, int32_t row, char name[KP_AGENDA_CELL_SIZE]);

#endif
