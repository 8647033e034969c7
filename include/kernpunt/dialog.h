/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The dialogs. Each waits until it is closed; the office runs on meanwhile, so that a pane may be
 * gone afterwards. `frame` is the window they belong to. Dialogs are boards (dialog.c). */
#ifndef KERNPUNT_DIALOG_H
#define KERNPUNT_DIALOG_H

#include "kernpunt/board.h"
#include "kernpunt/workbook.h"

/** Asks for practices and language and sets the workbook up. `*message` gets what to tell
 * (malloc'ed,
 * "" when cancelled). True when it was set up. */
bool kp_dialog_setup(uno_Interface *context, uno_Interface *frame, kp_language language,
                     char **message);
/** Asks where the answers are, and what their columns hold. */
bool kp_dialog_answer_sheet(uno_Interface *context, uno_Interface *frame, kp_language language,
                            char **message);
/** Asks for a person (name, unit, level) and adds them to the list; `name` fills the form. True
 * when added; `*added` (may be NULL) gets the name, malloc'ed. */
bool kp_dialog_person(uno_Interface *context, uno_Interface *frame, kp_language language,
                      const char *name, char **added, char **message);
/** Logs an action, or several. The text that is not saved goes when it is cancelled. */
bool kp_dialog_log(uno_Interface *context, uno_Interface *frame, kp_language language,
                   char **message);
/** Limits, days, practices of the workbook, and who you are. */
bool kp_dialog_settings(uno_Interface *context, uno_Interface *frame, kp_language language,
                        char **message);
/** A calendar; false when cancelled. `*date` is shown first. */
bool kp_dialog_date(uno_Interface *context, uno_Interface *frame, kp_language language,
                    kp_date *date);
/** Choose yourself from the people; malloc'ed name or NULL when cancelled. */
char *kp_dialog_who(uno_Interface *context, uno_Interface *frame, kp_language language,
                    const char *const *people, size_t count);

/** Opens the help page in the browser at an anchor ("today", "follow", "check"; NULL: its top). A
 * message box says where the page is when no browser can be started; false then. */
bool kp_dialog_help(uno_Interface *context, kp_language language, const char *anchor);

/** Types of com.sun.star.awt.MessageBoxType. */
enum { KP_DIALOG_INFO = 1, KP_DIALOG_WARNING = 2, KP_DIALOG_ERROR = 3, KP_DIALOG_QUESTION = 4 };

/** The window in front, acquired; NULL when there is none. */
uno_Interface *kp_dialog_frame(uno_Interface *context);

/** Says something in a message box; nothing when the text is NULL or "". */
void kp_dialog_tell(uno_Interface *context, uno_Interface *frame, kp_language language, int type,
                    const char *text);

/** URL of a file of the extension, malloc'ed; NULL when it cannot be found out.
 */
char *kp_dialog_url(uno_Interface *context, const char *path);

/** The reference of the functions in the browser. */
bool kp_dialog_functions(uno_Interface *context, kp_language language);

/** The document in a frame, with the method. */
typedef struct kp_dialog_document {
  kp_document document;
  uno_Interface *model;
  uno_Interface *controller;
  kp_method *method;
} kp_dialog_document;

/** False when the frame shows no spreadsheet or the method cannot be read:
 * `*message` says so, malloc'ed. kp_dialog_document_close it, whatever the
 * answer. */
bool kp_dialog_document_open(uno_Interface *context, uno_Interface *frame, kp_language language,
                             kp_dialog_document *of, char **message);
void kp_dialog_document_close(kp_dialog_document *of);

/** What a dialog ends with: lets go of the document; `*message` is what it said itself, else the
 * error, else "". */
void kp_dialog_document_end(kp_dialog_document *of, bool done, const kp_uno_error *error,
                            kp_language language, char **message);

/** A malloc'ed copy of a text of the product, with {1} filled; NULL without
 * memory. */
char *kp_dialog_text(kp_text text, kp_language language, const char *first);

#endif
