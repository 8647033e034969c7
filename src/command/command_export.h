/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The commands that insert tables and charts and make files. Within src/command only. */
#ifndef KERNPUNT_COMMAND_EXPORT_H
#define KERNPUNT_COMMAND_EXPORT_H

#include "kernpunt/dialog.h"

/** Whether a command is one of these; then it was run, and `*message` (malloc'ed or NULL) is what
 * to tell, a success when `*good`. */
bool kp_command_export(uno_Interface *context, uno_Interface *frame, kp_language language,
                       const char *name, bool *good, char **message);

#endif
