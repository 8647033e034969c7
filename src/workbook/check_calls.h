/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Calls of our functions in the text of a formula. Within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_CHECK_CALLS_H
#define KERNPUNT_WORKBOOK_CHECK_CALLS_H

#include <stdbool.h>
#include <stddef.h>

enum { KP_CALL_MOST = 32 };

/** A piece of a text, borrowed. */
typedef struct kp_call_part {
  const char *text;
  size_t length;
} kp_call_part;

typedef struct kp_call {
  kp_call_part name; /**< "NPS.TABLE" */
  kp_call_part argument[KP_CALL_MOST];
  size_t count;
} kp_call;

/** The next call of one of ours, as in =IF(A1>0;NPS.SCORE(B2:B9);0); nested ones come after. False
 * at the end of the text. In the notation of the API: English names, arguments parted by ";". */
bool kp_call_next(const char **at, kp_call *call);
/** True when the cells of this argument are names of groups, or are compared with one. */
bool kp_call_is_group(const kp_call *call, size_t argument);
/** "B:B", "$Survey.$B:$D". */
bool kp_call_whole_column(kp_call_part argument);

#endif
