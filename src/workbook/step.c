/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a step before the writing ends. */
#include "step.h"

#include "record.h"

#include <assert.h>
#include <stdlib.h>

kp_step kp_step_of(bool good) {
  return good ? KP_STEP_GO_ON : KP_STEP_FAILED;
}

kp_workbook_answer kp_step_answer(kp_step step) {
  assert(step != KP_STEP_GO_ON);
  return step == KP_STEP_NO_TABLE  ? KP_WORKBOOK_NO_TABLE
         : step == KP_STEP_REFUSED ? KP_WORKBOOK_REFUSED
                                   : KP_WORKBOOK_FAILED;
}

kp_step kp_step_refuse(kp_outcome *outcome, kp_text text, const char *detail) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  outcome->text = text;
  free(outcome->detail);
  outcome->detail = detail != NULL ? kp_record_copy(&ignored, detail) : NULL;
  return KP_STEP_REFUSED;
}
