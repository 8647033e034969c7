/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The service for macros: what component.c registers. */
#ifndef KERNPUNT_AUTOMATION_H
#define KERNPUNT_AUTOMATION_H

#include "kernpunt/uno.h"

/**
 * org.kernpunt.calc.Automation, an XJob for tests and scripts. execute() takes NamedValues, of
 * which "Verb" says what is wanted, and answers a []NamedValue:
 * "status": Version (string) and LiveObjects (long), the objects of the library that are alive.
 * The verbs on workbooks (setup, append, change, read, agenda, steps, settings, people, check …)
 * are in the table of src/automation/internal.h and, for writers of macros, in docs/automation.md.
 */
extern kp_uno_class kp_automation_class;
bool kp_automation_create(uno_Interface *context, const uno_Sequence *arguments,
                          uno_Interface **result, kp_uno_error *error);

#endif
