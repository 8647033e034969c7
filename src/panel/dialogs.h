/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The dialogs. Each waits until it is closed; the office runs on meanwhile, so that a pane may be
 * gone afterwards. `frame` is the window they belong to. Dialogs are boards (dialog.c). */
#ifndef KERNPUNT_PANEL_DIALOGS_H
#define KERNPUNT_PANEL_DIALOGS_H

#include "board.h"
#include "kernpunt/workbook_tables.h"

/** Asks for practices and language and sets the workbook up. `*message` gets what to tell
 * (malloc'ed,
 * "" when cancelled). True when it was set up. */
bool kp_dialog_setup(uno_Interface *context, uno_Interface *frame, kp_language language,
                     char **message);
/** Asks for a person (name, unit, level) and adds them to the list; `name` fills the form. True
 * when added; `*added` (may be NULL) gets the name, malloc'ed. */
bool kp_dialog_person(uno_Interface *context, uno_Interface *frame, kp_language language,
                      const char *name, char **added, char **message);
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
bool kp_command_help(uno_Interface *context, kp_language language, const char *anchor);

#endif
