/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The Calc add-in: the UNO services NPS and CX and the one table behind both.
 *
 * The names in the table are a file format: Calc stores SERVICE.METHOD in users' workbooks. Never
 * rename a method, never reorder its arguments; new optional arguments go at the end.
 */
#ifndef KERNPUNT_FUNCTIONS_H
#define KERNPUNT_FUNCTIONS_H

#include "kernpunt/uno.h"

/** Implementations org.kernpunt.calc.Nps and org.kernpunt.calc.Cx, stateless and reentrant. */
extern kp_uno_class kp_functions_nps_class;
extern kp_uno_class kp_functions_cx_class;
bool kp_functions_nps_create(uno_Interface *context, const uno_Sequence *arguments,
                             uno_Interface **result, kp_uno_error *error);
bool kp_functions_cx_create(uno_Interface *context, const uno_Sequence *arguments,
                            uno_Interface **result, kp_uno_error *error);

/** What the table says of one argument, for the test that compares it with the IDL. */
typedef struct kp_functions_argument {
  const char *name; /**< name in the IDL and in CalcAddIns.xcu */
  const char *type; /**< UNOIDL type */
  bool hidden;      /**< the caller's document: Calc fills it in, people never see it */
} kp_functions_argument;

/** Number of functions in the table. */
size_t kp_functions_count(void);
/** Name as people type it and Calc stores it, "NPS.SCORE". */
const char *kp_functions_name(size_t index);
/** "interface::method" of the UNO method behind it. */
const char *kp_functions_method(size_t index);
/** Describes argument `argument` of a function; false when it has no more. */
bool kp_functions_argument_at(size_t index, size_t argument, kp_functions_argument *out);

#endif
