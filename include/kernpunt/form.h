/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The form maker: fields for the columns of a table, on any board.
 *
 * text, number: a line · long text: lines that grow · date: a line with an echo of the full date
 * and a menu · person: a line that completes while you type, with a menu of the people · list,
 * yes/no, link: a button with a menu (closed lists) or a line that completes (open lists) · formula
 * and ID: shown, not asked. Field names on the board: "label_<key>", "field_<key>", "menu_<key>",
 * "note_<key>" (echo, hint, or what the rules say about the field).
 *
 * A form pages, it does not scroll: what is needed stands on the first page, always; the rest on a
 * second one, behind "More fields". Turning the page makes the form anew (see kp_form_event).
 *
 * What is typed goes into the drafts of the desk at once, under the prefix of the form.
 */
#ifndef KERNPUNT_FORM_H
#define KERNPUNT_FORM_H

#include "kernpunt/board.h"
#include "kernpunt/session.h"

/** A field that was refused, and why. */
typedef struct kp_form_mark {
  char *key; /**< of its column; "" for the reason of the change */
  char *text;
} kp_form_mark;

/** What a form is about; copied. */
typedef struct kp_form_subject {
  const kp_method_table *table;
  const kp_method_column *const *columns; /**< asked, in this order; borrowed from the method */
  size_t count;
  const char *id; /**< the row to change; NULL or "" for a new one */
  /** Values that are known and not asked, such as the focus point of a cause; columns named here
   * are left out of the fields. */
  const kp_entry_value *given;
  size_t given_count;
  /** What a new row begins with, but may be changed (the next why). */
  const kp_entry_value *offered;
  size_t offered_count;
  /** The row that leads to a new one, written with it; must outlive the form. Or NULL. */
  const kp_entry_link *link;
  const char *draft; /**< prefix of its drafts: "follow/F-7K3Q2/cause/" */
  bool all;          /**< show every field; else those not needed now hide behind "More" */
  bool note;         /**< with a field for the reason of the change ("field_note_") */
  /** Nothing is shown, `board` is NULL: what the drafts hold is only to be written. */
  bool unseen;
  /** Behind the names of its widgets, when there are several forms on a board; or NULL. */
  const char *suffix;
  /** The only column of the first page, and what is said instead of its header; or NULL. */
  const kp_method_column *only;
  const char *question;
  /** Columns that stand on the first page though rules do not ask for them: the step does. */
  const kp_method_column *const *first;
  size_t first_count;
  /** What was refused before: these fields are marked, and offers stand below them. */
  const kp_form_mark *marks;
  size_t mark_count;
} kp_form_subject;

typedef struct kp_form kp_form;

/** What a form asks in a dialog; the office runs on meanwhile. The same terms as kp_dialog_date and
 * kp_dialog_person. */
typedef struct kp_form_asks {
  bool (*date)(uno_Interface *context, uno_Interface *frame, kp_language language, kp_date *date);
  bool (*person)(uno_Interface *context, uno_Interface *frame, kp_language language,
                 const char *name, char **added, char **message);
} kp_form_asks;

/** Adds the fields at the end of the board: what the row holds, else `offered`, else what the
 * method says; then what the drafts hold. NULL after an error. `frame` carries dialogs, `asks`
 * (which must outlive the form) opens them. */
kp_form *kp_form_new(kp_uno_error *error, kp_board *board, kp_desk *desk, uno_Interface *context,
                     uno_Interface *frame, kp_language language, const kp_form_asks *asks,
                     const kp_form_subject *subject);
/** Only the memory: the widgets go with kp_board_cut. NULL is allowed. */
void kp_form_free(kp_form *form);

/** Takes an event of one of its widgets; false when it is none of them. `*rebuild` becomes true
 * when the form must be made anew (kp_board_cut and kp_form_new, outside the event): other fields,
 * or the other page. */
bool kp_form_event(kp_form *form, const kp_board_event *event, bool *rebuild);

/** True when something was typed that is not in the workbook. */
bool kp_form_dirty(const kp_form *form);
/** What a field holds now, malloc'ed; "" when there is no such field. */
char *kp_form_value(const kp_form *form, const char *key);
/** Puts a value in a field as if it were typed. */
void kp_form_set_value(kp_form *form, const char *key, const char *text);
/** Forgets what was typed, and its drafts. */
void kp_form_discard(kp_form *form);
/** Puts the focus on the first field that was refused, else on one that is empty and needed, else
 * on the first. */
void kp_form_focus(kp_form *form);
/** The column of the field that has the focus, or NULL; and puts it there. */
const kp_method_column *kp_form_focused(const kp_form *form);
bool kp_form_focus_on(const kp_form *form, const kp_method_column *column);
/** Whether the page behind More is shown. */
bool kp_form_is_open(const kp_form *form);
/** Whether an offer was taken that ends in saving; once. */
bool kp_form_wants_save(kp_form *form);
/** The first change of a row in words, "Status: To do → Done.", malloc'ed; NULL for a new row. */
char *kp_form_change(const kp_form *form);
/** Whether a widget is one of its own. */
bool kp_form_owns(const kp_form *form, int widget);
/** Turns to the page with the fields behind More, or back; the form is to be made anew. */
void kp_form_turn(kp_form *form, bool more);

/** What came of saving. kp_form_result_clear it. */
typedef struct kp_form_result {
  kp_workbook_answer answer;
  char id[16];
  int32_t row;    /**< as people count */
  char *message;  /**< one text for people: refusal, or what was written with its warnings */
  bool unchanged; /**< there was nothing to write */
  size_t warnings;
  kp_form_mark *marks; /**< the fields that were refused */
  size_t mark_count;
  char *others; /**< what was refused and is about no field of the form; or NULL */
} kp_form_result;
void kp_form_result_clear(kp_form_result *result);
/** Forgets the marks of fields that changed since. */
void kp_form_keep_marks(const kp_form *form, kp_form_result *result);

/**
 * Checks and writes the row by kp_workbook_append / kp_workbook_change. Refused: everything typed
 * stays, the field is marked (its note says what to do) and gets the focus. A person who is not in
 * the list is offered to be added (a question; the office runs on: afterwards the board may be
 * gone). Written: the drafts of the form are gone.
 */
void kp_form_save(kp_form *form, const kp_document *document, kp_form_result *result);

/* A part of this header, a subject of its own. Include this one. */
#include "kernpunt/form_log.h"

#endif
