/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the workbook answered, in words. */
#include "kernpunt/workbook.h"

#include <assert.h>
#include <stdlib.h>

char *kp_workbook_told(kp_workbook_answer answer, const kp_outcome *outcome,
                       const kp_method_findings *findings, const kp_uno_error *error,
                       kp_language language, const char *between) {
  assert(answer != KP_WORKBOOK_FAILED || error != NULL);
  if (answer == KP_WORKBOOK_FAILED && outcome->text == KP_TEXT_NOT_TAKEN_BACK)
    return kp_text_fill(KP_TEXT_NOT_TAKEN_BACK, language, outcome->detail, error->message);
  if (answer == KP_WORKBOOK_FAILED)
    return kp_text_fill(KP_TEXT_WRITE_FAILED, language, error->message, NULL);
  bool refused = findings != NULL && kp_method_findings_refuse(findings);
  char *told = kp_text_copy("");
  bool good = told != NULL;
  for (size_t i = 0; good && findings != NULL && i < findings->count; i++)
    if ((findings->list[i].severity == KP_METHOD_REFUSE) == refused)
      good = kp_text_add(&told, between, findings->list[i].message);
  if (good && outcome->text != KP_TEXT_NONE) {
    char *own = kp_text_fill(outcome->text, language, outcome->detail, NULL);
    if (own != NULL)
      kp_text_add(&told, between, own); /* without memory the rest is told */
    free(own);
  }
  return told;
}
