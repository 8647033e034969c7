/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Save in a workbook that was set up for the method: rules and tables decide, not the form. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const status_keys[KP_STATUS_COUNT] = {
    [KP_STATUS_TODO] = "todo", [KP_STATUS_PROGRESS] = "progress",   [KP_STATUS_DONE] = "done",
    [KP_STATUS_HOLD] = "hold", [KP_STATUS_CANCELLED] = "cancelled",
};

/* What the rules say, one after the other: the refusals when there are any, else the warnings. */
static char *findings_text(const kp_method_findings *findings) {
  kp_method_severity wanted =
      kp_method_findings_refuse(findings) ? KP_METHOD_REFUSE : KP_METHOD_WARN;
  size_t size = 1;
  for (size_t i = 0; i < findings->count; i++)
    size += strlen(findings->list[i].message) + 1;
  char *text = calloc(1, size);
  size_t used = 0;
  for (size_t i = 0; text != NULL && i < findings->count; i++)
    if (findings->list[i].severity == wanted)
      used += (size_t)snprintf(text + used, size - used, "%s%s", used > 0 ? " " : "",
                               findings->list[i].message);
  return text;
}

static kp_workbook_answer append(const kp_document *document, const kp_action *action,
                                 kp_workbook_result *result, char **said, kp_uno_error *error) {
  char deadline[48];
  snprintf(deadline, sizeof deadline, "%04d-%02d-%02d", action->deadline.year,
           action->deadline.month, action->deadline.day);
  const kp_entry_value values[] = {{"action", action->what},
                                   {"owner", action->owner},
                                   {"deadline", deadline},
                                   {"status", status_keys[action->status]}};
  const kp_entry entry = {
      .table = "actions", .values = values, .count = sizeof values / sizeof *values};
  kp_method_findings findings = {NULL, 0, 0};
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  kp_workbook_answer answer = kp_workbook_append(error, document, &entry, &findings, &outcome);
  if (answer != KP_WORKBOOK_FAILED) {
    memcpy(result->id, outcome.id, sizeof result->id);
    result->row = outcome.row;
    result->text = outcome.text;
    result->detail = outcome.detail;
    outcome.detail = NULL;
    *said = findings.count > 0 ? findings_text(&findings) : NULL;
  }
  kp_outcome_clear(&outcome);
  kp_method_findings_clear(&findings);
  return answer;
}

bool kp_panel_save_by_method(kp_panel *panel, uno_Interface *model, uno_Interface *controller,
                             const kp_action *action, kp_workbook_answer *answer,
                             kp_workbook_result *result, char **said, kp_uno_error *error) {
  kp_method_error problem = {.file = "", .line = 0, .message = ""};
  kp_method *method = kp_workbook_method(panel->language, &problem);
  kp_language words = KP_LANGUAGE_EN;
  bool set_up = false;
  memset(result, 0, sizeof *result);
  if (method == NULL) {
    kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "%s", problem.message);
    *answer = KP_WORKBOOK_FAILED;
    return true;
  }
  kp_document document = {.context = panel->context,
                          .model = model,
                          .controller = controller,
                          .method = method,
                          .language = panel->language};
  if (!kp_workbook_is_set_up(error, &document, &set_up, &words)) {
    *answer = KP_WORKBOOK_FAILED;
    set_up = true;
  } else if (set_up) {
    *answer = append(&document, action, result, said, error);
  }
  kp_method_free(method);
  return set_up;
}
