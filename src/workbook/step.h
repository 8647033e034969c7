/* SPDX-License-Identifier: GPL-3.0-or-later */
/** How a step before the writing ends. Within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_STEP_H
#define KERNPUNT_WORKBOOK_STEP_H

#include "kernpunt/workbook.h"

/** An answer says what came of the whole; of a step one wants to know whether to go on. */
typedef enum kp_step {
  KP_STEP_GO_ON,
  KP_STEP_NO_TABLE, /**< the workbook lacks the table */
  KP_STEP_REFUSED,  /**< the outcome or a finding says why */
  KP_STEP_FAILED    /**< the error says why */
} kp_step;

/** Go on when it is good, else it has failed. */
kp_step kp_step_of(bool good);
/** The answer of a call that ended with this step, which is not KP_STEP_GO_ON. */
kp_workbook_answer kp_step_answer(kp_step step);
/** Puts the reason of a refusal into the outcome; `detail` may be NULL. KP_STEP_REFUSED. */
kp_step kp_step_refuse(kp_outcome *outcome, kp_text text, const char *detail);

#endif
