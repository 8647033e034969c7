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
 * What is typed goes into the drafts of the desk at once, under the prefix of the form.
 */
#ifndef KERNPUNT_FORM_H
#define KERNPUNT_FORM_H

#include "kernpunt/board.h"
#include "kernpunt/session.h"

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
  const char *draft; /**< prefix of its drafts: "follow/F-7K3Q2/cause/" */
  bool all;          /**< show every field; else those not needed now hide behind "More" */
  bool note;         /**< with a field for the reason of the change ("field_note_") */
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
 * when the form must be made anew (kp_board_cut and kp_form_new, outside the event): other fields.
 */
bool kp_form_event(kp_form *form, const kp_board_event *event, bool *rebuild);

/** True when something was typed that is not in the workbook. */
bool kp_form_dirty(const kp_form *form);
/** What a field holds now, malloc'ed; "" when there is no such field. */
char *kp_form_value(const kp_form *form, const char *key);
/** Puts a value in a field as if it were typed. */
void kp_form_set_value(kp_form *form, const char *key, const char *text);
/** Forgets what was typed, and its drafts. */
void kp_form_discard(kp_form *form);
/** Puts the focus on the first field that is empty and needed, else on the first. */
void kp_form_focus(kp_form *form);

/** What came of saving. kp_form_result_clear it. */
typedef struct kp_form_result {
  kp_workbook_answer answer;
  char id[16];
  int32_t row;    /**< as people count */
  char *message;  /**< one text for people: refusal, or what was written with its warnings */
  bool unchanged; /**< there was nothing to write */
} kp_form_result;
void kp_form_result_clear(kp_form_result *result);

/**
 * Checks and writes the row by kp_workbook_append / kp_workbook_change. Refused: everything typed
 * stays, the field is marked (its note says what to do) and gets the focus. A person who is not in
 * the list is offered to be added (a question; the office runs on: afterwards the board may be
 * gone). Written: the drafts of the form are gone.
 */
void kp_form_save(kp_form *form, const kp_document *document, kp_form_result *result);
/** The same in two halves, for those who write more in one step of undo: questions come in the
 * first, which is true when the second may follow. Else the result is final. */
bool kp_form_check(kp_form *form, const kp_document *document, kp_form_result *result);
void kp_form_write(kp_form *form, const kp_document *document, kp_form_result *result);

#endif
