/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the panel Today says, as texts and numbers: no controls, no document. */
#ifndef KERNPUNT_TODAY_AGENDA_H
#define KERNPUNT_TODAY_AGENDA_H

#include "kernpunt/method_follow.h"
#include "kernpunt/workbook_tables.h"

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
/** How late or how soon: "3 days late", "Today", "Friday", "In 12 days"; malloc'ed. */
char *kp_agenda_when(const kp_agenda_row *row, kp_language language);
/** The row in one line, what matters first: "3 days late · Call back · Petra"; malloc'ed.
 * `named`: the name of the source belongs in it. */
char *kp_agenda_line(const kp_agenda_row *row, bool named, kp_language language);
/** The row in full, on several lines; malloc'ed. */
char *kp_agenda_detail(const kp_agenda_row *row, kp_language language);
/** "3 overdue · 1 today · 2 this week · 4 later" without what is none; malloc'ed, "" for nothing.
 */
char *kp_agenda_summary(const kp_agenda_view *view, kp_language language);

/* ---------------------------------------------------------------------------------- what next */

/** The next concrete step when nothing is due: the first open step of the focus point that is
 * furthest on its way; malloc'ed, "" when the method has no steps, NULL without memory. `*id` (may
 * be NULL) gets the ID of that row, malloc'ed; "" when there is none. */
char *kp_agenda_next(kp_method_book *book, const kp_method *method, const kp_method_rows *rows,
                     kp_language language, char **id);

/* ----------------------------------------------------------------------------------- answering */

/** True when "Done" can answer it here; else it is answered in a form. */
bool kp_agenda_answerable(const kp_method_source *source);

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
