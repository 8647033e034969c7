/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Menu, toolbar and key commands: what component.c registers. */
#ifndef KERNPUNT_COMMAND_H
#define KERNPUNT_COMMAND_H

#include "kernpunt/uno.h"

/**
 * org.kernpunt.calc.Command, an XJobExecutor for menus, shortcuts and macros:
 * "service:org.kernpunt.calc.Command?setup". Commands: setup, log, check, share, settings, example,
 * example_round, functions, help, panel. They work in the window that is in front, after the caller
 * has gone on.
 */
extern kp_uno_class kp_command_class;
bool kp_command_create(uno_Interface *context, const uno_Sequence *arguments,
                       uno_Interface **result, kp_uno_error *error);

#endif
