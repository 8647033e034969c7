/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was written, in words. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Whether a finding is about a field that was left empty. */
static bool is_empty(const kp_form *form, const kp_method_finding *finding) {
  const kp_form_field *field = kp_form_field_of(form, finding->column);
  return field != NULL && field->value[0] == '\0';
}

/* What was saved all the same, a line each; of a rule that misses several fields only their names.
 */
static void tell_warnings(const kp_form *form, const kp_method_findings *findings,
                          kp_form_result *result) {
  const kp_method_finding *list = findings->list;
  for (size_t i = 0; i < findings->count;) {
    size_t end = i;
    char *names = NULL;
    char *said = NULL;
    for (; end < findings->count && strcmp(list[end].rule, list[i].rule) == 0 &&
           is_empty(form, &list[end]);
         end++)
      kp_text_add(&names, ", ", list[end].column->name.in[form->language]);
    bool several = end - i > 1 && names != NULL;
    said = kp_text_fill(several ? KP_TEXT_FORM_TIP_EMPTY : KP_TEXT_FORM_TIP, form->language,
                        several ? names : list[i].message, NULL);
    kp_text_add(&result->message, "\n", said != NULL ? said : list[i].message);
    i = several ? end : i + 1;
    free(said);
    free(names);
  }
}

void kp_form_tell_written(const kp_form *form, const kp_outcome *outcome,
                          const kp_method_findings *findings, kp_form_result *result) {
  for (size_t i = 0; i < findings->count; i++)
    result->warnings += findings->list[i].severity == KP_METHOD_WARN ? 1 : 0;
  char row[16];
  snprintf(row, sizeof row, "%d", (int)outcome->row);
  if (outcome->id[0] != '\0')
    kp_form_tell(form, result, KP_TEXT_FORM_SAVED, outcome->id, row);
  else
    kp_form_tell(form, result, KP_TEXT_FORM_SAVED_ROW, row, NULL);
  tell_warnings(form, findings, result);
  if (outcome->text != KP_TEXT_NONE)
    kp_form_tell(form, result, outcome->text, outcome->detail, NULL);
}
