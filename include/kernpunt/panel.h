/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The sidebar deck: what component.c registers. */
#ifndef KERNPUNT_PANEL_H
#define KERNPUNT_PANEL_H

#include "kernpunt/uno.h"

/** org.kernpunt.calc.PanelFactory, an XUIElementFactory named in registry/Factories.xcu. */
extern kp_uno_class kp_panel_factory_class;
bool kp_panel_factory_create(uno_Interface *context, const uno_Sequence *arguments,
                             uno_Interface **result, kp_uno_error *error);

/**
 * org.kernpunt.calc.Automation, an XJob for tests and scripts. execute() takes NamedValues, of
 * which "Verb" says what is wanted, and answers a []NamedValue:
 * "status": Version (string) and LiveObjects (long), the objects of the library that are alive.
 * The verbs on workbooks (setup, append, change, read, agenda, steps, settings, people, check …)
 * are in the table of src/panel/automation.h and, for writers of macros, in docs/automation.md.
 */
extern kp_uno_class kp_automation_class;
bool kp_automation_create(uno_Interface *context, const uno_Sequence *arguments,
                          uno_Interface **result, kp_uno_error *error);

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
