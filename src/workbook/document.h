/* SPDX-License-Identifier: GPL-3.0-or-later */
/** A document as it is now: may it be written, and one step of undo. Within
 * src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_DOCUMENT_H
#define KERNPUNT_WORKBOOK_DOCUMENT_H

#include "kernpunt/uno.h"
#include "kernpunt/workbook.h"

/** What decides whether writing is safe. */
typedef struct kp_document_state {
  bool spreadsheet;
  bool readonly;
  bool shared;
  bool tracked;   /**< changes are recorded: without that a shared document saves
                     nothing */
  bool structure; /**< sheets cannot be added */
} kp_document_state;

bool kp_document_read_state(kp_uno_error *error, const kp_document *document,
                            kp_document_state *state);

/** The reason not to write, or KP_TEXT_NONE. */
kp_text kp_document_refusal(const kp_document_state *state);
/** The reason not to add sheets, formats or names, or KP_TEXT_NONE. */
kp_text kp_document_refusal_of_sheets(const kp_document_state *state);

/** Whether a sheet is protected. */
bool kp_document_sheet_protected(kp_uno_error *error, uno_Interface *sheet, bool *protected);

/** One step of undo, with the views at rest meanwhile. The list of steps may be off or locked: then
 * there is none. */
typedef struct kp_undo {
  uno_Interface *model;
  uno_Interface *manager;
  uno_Interface *ear; /**< hears what is put into the step */
  bool locked;        /**< the views */
  int lifted;         /**< locks of the list that a macro holds, to be put back */
  bool off;           /**< the list takes nothing: there is no step */
  bool wrote;         /**< set it with the first write: only then a failure can be taken
                         back */
} kp_undo;

bool kp_undo_enter(kp_uno_error *error, const kp_document *document, const char *title,
                   kp_undo *undo);
/** Ends the step; takes back what was written unless `good`. Call it also after
 * a failed enter. */
void kp_undo_leave(kp_undo *undo, bool good);

/** How much was put into the step by now, by us and by macros that listen. */
int kp_undo_actions(const kp_undo *undo);
/** The parts of kp_undo_leave: ends the step, and tells whether it is now the last of the list. */
bool kp_undo_close(kp_undo *undo);
/** Undoes the last step of the list for good. */
bool kp_undo_take_back(kp_undo *undo);
/** Lets go of it all. */
void kp_undo_free(kp_undo *undo);

/** Address of the saved file, malloc'ed; "" while the document was never saved.
 */
bool kp_document_url(kp_uno_error *error, const kp_document *document, char **url);
/** What identifies the open document as long as it is open, in this process and no other
 * (identity.c), malloc'ed. */
bool kp_document_uid(kp_uno_error *error, const kp_document *document, char **uid);

#endif
