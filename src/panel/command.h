/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the files of the commands share. */
#ifndef KERNPUNT_PANEL_COMMAND_H
#define KERNPUNT_PANEL_COMMAND_H

#include "dialogs.h"

/** Types of com.sun.star.awt.MessageBoxType. */
enum { KP_COMMAND_INFO = 1, KP_COMMAND_WARNING = 2, KP_COMMAND_ERROR = 3, KP_COMMAND_QUESTION = 4 };

/** The window in front, acquired; NULL when there is none. */
uno_Interface *kp_command_frame(uno_Interface *context);

/** Says something in a message box; nothing when the text is NULL or "". */
void kp_command_tell(uno_Interface *context, uno_Interface *frame, kp_language language, int type,
                     const char *text);

/** URL of a file of the extension, malloc'ed; NULL when it cannot be found out.
 */
char *kp_command_url(uno_Interface *context, const char *path);

/** The reference of the functions in the browser. */
bool kp_command_functions(uno_Interface *context, kp_language language);

#endif
