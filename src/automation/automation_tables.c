/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs on tables. Each opens a call, asks src/workbook, and answers in
 * named values. */
#include "internal.h"

#include "kernpunt/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------------------------- one call */

void kp_automation_close(kp_automation *call) {
  kp_uno_sequence_free(call->answer, KP_AUTOMATION_NAMED);
  kp_method_free(call->method);
  kp_uno_release(call->controller);
  kp_uno_release(call->model);
}

bool kp_automation_open(kp_uno_incoming *in, kp_automation *call) {
  static kp_uno_method get_controller =
      KP_UNO_METHOD("com.sun.star.frame.XModel::getCurrentController");
  uno_Interface *context = *(uno_Interface **)in->state;
  const uno_Any *document = kp_automation_argument(in, "Document");
  kp_method_error problem = {.file = "", .line = 0, .message = ""};
  kp_uno_error ignored = KP_UNO_IGNORED;
  memset(call, 0, sizeof *call);
  call->in = in;
  char *tag = kp_automation_text(in, "Language");
  kp_language language = tag != NULL ? kp_language_from_locale(tag) : kp_workbook_language(context);
  free(tag);
  if (document == NULL || !kp_uno_any_get_interface(document, &call->model))
    return kp_uno_error_set(in->error, KP_UNO_ILLEGAL_ARGUMENT, "no Document");
  /* A hidden document may have no view: then nothing is frozen or shown. */
  if (!kp_uno_call(&ignored, call->model, &get_controller, &call->controller))
    call->controller = NULL;
  call->method = kp_workbook_method(language, &problem);
  if (call->method == NULL)
    return kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "%s", problem.message);
  call->document = (kp_document){.context = context,
                                 .model = call->model,
                                 .controller = call->controller,
                                 .method = call->method,
                                 .language = language};
  return true;
}

static bool put_findings(kp_uno_error *error, uno_Sequence *answer, size_t i,
                         const kp_method_findings *findings) {
  enum { COLUMNS = 4 };
  const char **texts = calloc(findings->count * COLUMNS + 1, sizeof *texts);
  bool good = texts != NULL || kp_uno_error_memory(error);
  for (size_t k = 0; good && k < findings->count; k++) {
    const kp_method_finding *finding = &findings->list[k];
    texts[k * COLUMNS] = finding->severity == KP_METHOD_REFUSE ? "refuse" : "warn";
    texts[k * COLUMNS + 1] = finding->rule;
    texts[k * COLUMNS + 2] = finding->column != NULL ? finding->column->key : "";
    texts[k * COLUMNS + 3] = finding->message;
  }
  good = good &&
         kp_automation_put_table(error, answer, i, "Findings", texts, findings->count, COLUMNS);
  free(texts);
  return good;
}

static const char *const answer_words[] = {[KP_WORKBOOK_WRITTEN] = "written",
                                           [KP_WORKBOOK_NO_TABLE] = "no table",
                                           [KP_WORKBOOK_REFUSED] = "refused"};

bool kp_automation_reserve(kp_automation *call) {
  static const kp_method_findings none = {NULL, 0, 0};
  kp_uno_error *error = call->in->error;
  uno_Sequence *values = kp_automation_answer(error, 5);
  call->answer = values;
  return values != NULL &&
         kp_automation_put_text(error, values, 0, "Answer", answer_words[KP_WORKBOOK_WRITTEN]) &&
         kp_automation_put_text(error, values, 1, "Id", "") &&
         kp_automation_put_long(error, values, 2, "Row", 0) &&
         kp_automation_put_text(error, values, 3, "Message", "") &&
         put_findings(error, values, 4, &none);
}

/* What is not told for want of memory is left as it was reserved: a verb that has written must not
 * raise, or a script writes once more. */
static bool fill(kp_uno_error *error, const kp_automation *call, kp_workbook_answer answer,
                 const kp_outcome *outcome, const kp_method_findings *findings) {
  uno_Sequence *values = call->answer;
  char *message = kp_text_fill(outcome->text, call->document.language, outcome->detail, NULL);
  bool good = message != NULL || kp_uno_error_memory(error);
  good &= kp_automation_put_text(error, values, 0, "Answer", answer_words[answer]);
  good &= kp_automation_put_text(error, values, 1, "Id", outcome->id);
  good &= kp_automation_put_long(error, values, 2, "Row", outcome->row);
  if (message != NULL)
    good &= kp_automation_put_text(error, values, 3, "Message", message);
  good &= put_findings(error, values, 4, findings);
  free(message);
  return good || answer == KP_WORKBOOK_WRITTEN;
}

bool kp_automation_outcome(kp_automation *call, kp_workbook_answer answer, kp_outcome *outcome,
                           kp_method_findings *findings) {
  kp_uno_error untold = KP_UNO_IGNORED;
  kp_uno_error *error = call->in->error;
  bool good = answer != KP_WORKBOOK_FAILED && fill(answer == KP_WORKBOOK_WRITTEN ? &untold : error,
                                                   call, answer, outcome, findings);
  if (answer == KP_WORKBOOK_FAILED && outcome->text == KP_TEXT_NOT_TAKEN_BACK) {
    char *said = kp_workbook_told(answer, outcome, NULL, error, call->document.language, " ");
    if (said != NULL)
      kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "%s", said);
    free(said);
  }
  /* The journal of what was written is settled around saves, also without a sidebar. */
  if (answer == KP_WORKBOOK_WRITTEN)
    kp_session_keep(call->document.context, call->document.model);
  kp_outcome_clear(outcome);
  kp_method_findings_clear(findings);
  uno_Sequence *values = call->answer;
  call->answer = NULL;
  return kp_automation_return(call->in, values, good);
}

/* ------------------------------------------------------------------------------------- setup */

bool kp_automation_texts(const kp_uno_incoming *in, const char *name, char ***texts, size_t *count,
                         bool *found) {
  const uno_Any *argument = kp_automation_argument(in, name);
  uno_Sequence *list = argument != NULL ? kp_uno_any_get_sequence(argument, "[]string") : NULL;
  *count = 0;
  *found = list != NULL;
  *texts = calloc(list != NULL ? (size_t)list->nElements + 1 : 1, sizeof **texts);
  bool good = *texts != NULL;
  for (sal_Int32 i = 0; good && list != NULL && i < list->nElements; i++) {
    (*texts)[i] = kp_uno_string_utf8(KP_UNO_ELEMENTS(rtl_uString *, list)[i]);
    good = (*texts)[i] != NULL;
    *count += good;
  }
  return good || kp_uno_error_memory(in->error);
}

void kp_automation_texts_free(char **texts, size_t count) {
  for (size_t i = 0; texts != NULL && i < count; i++)
    free(texts[i]);
  free(texts);
}

bool kp_automation_setup(kp_uno_incoming *in) {
  kp_automation call;
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  kp_method_findings findings = {NULL, 0, 0};
  char **practices = NULL;
  size_t count = 0;
  bool named = false;
  bool good = kp_automation_open(in, &call) && kp_automation_reserve(&call) &&
              kp_automation_texts(in, "Practices", &practices, &count, &named);
  if (good) {
    kp_setup setup = {.language = call.document.language,
                      .practices = named ? (const char *const *)practices : NULL,
                      .count = count};
    kp_workbook_answer answer =
        kp_automation_argument(in, "Sheet") != NULL
            ? kp_automation_choose(in, &call.document, &setup, &outcome)
            : kp_workbook_setup(in->error, &call.document, &setup, &outcome);
    good = kp_automation_outcome(&call, answer, &outcome, &findings);
  }
  kp_automation_texts_free(practices, count);
  kp_automation_close(&call);
  return good;
}

/* ------------------------------------------------------------------------- append and change */

bool kp_automation_values(const kp_uno_incoming *in, kp_entry_value **values, size_t *count) {
  const uno_Any *argument = kp_automation_argument(in, "Values");
  uno_Sequence *list =
      argument != NULL ? kp_uno_any_get_sequence(argument, KP_AUTOMATION_NAMED) : NULL;
  *count = 0;
  *values = calloc(list != NULL ? (size_t)list->nElements + 1 : 1, sizeof **values);
  if (*values == NULL)
    return kp_uno_error_memory(in->error);
  for (sal_Int32 i = 0; list != NULL && i < list->nElements; i++) {
    const kp_uno_named_value *from = &KP_UNO_ELEMENTS(const kp_uno_named_value, list)[i];
    char *text = NULL;
    char *key = kp_uno_string_utf8(from->name);
    if (key == NULL || !kp_uno_any_get_string(&from->value, &text)) {
      free(key);
      return kp_uno_error_set(in->error, KP_UNO_ILLEGAL_ARGUMENT, "Values are named texts");
    }
    (*values)[(*count)++] = (kp_entry_value){key, text};
  }
  return true;
}

void kp_automation_values_free(kp_entry_value *values, size_t count) {
  for (size_t i = 0; i < count; i++) {
    char *texts[2];
    memcpy(&texts[0], &values[i].key, sizeof texts[0]); /* ours: const for the workbook only */
    memcpy(&texts[1], &values[i].text, sizeof texts[1]);
    free(texts[0]);
    free(texts[1]);
  }
  free(values);
}

static bool enter(kp_uno_incoming *in, bool change) {
  kp_automation call;
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  kp_method_findings findings = {NULL, 0, 0};
  kp_entry_value *values = NULL;
  size_t count = 0;
  char *table = kp_automation_text(in, "Table");
  char *id = kp_automation_text(in, "Id");
  char *note = kp_automation_text(in, "Note");
  bool good = kp_automation_open(in, &call) && kp_automation_reserve(&call) &&
              kp_automation_values(in, &values, &count);
  if (good) {
    kp_entry entry = {.table = table != NULL ? table : "",
                      .id = id,
                      .values = values,
                      .count = count,
                      .note = note};
    kp_workbook_answer answer =
        change ? kp_workbook_change(in->error, &call.document, &entry, &findings, &outcome)
               : kp_workbook_append(in->error, &call.document, &entry, &findings, &outcome);
    good = kp_automation_outcome(&call, answer, &outcome, &findings);
  }
  kp_automation_values_free(values, count);
  free(note);
  free(id);
  free(table);
  kp_automation_close(&call);
  return good;
}

bool kp_automation_append(kp_uno_incoming *in) {
  return enter(in, false);
}

bool kp_automation_change(kp_uno_incoming *in) {
  return enter(in, true);
}

/* ------------------------------------------------------------------------------------- share */

typedef kp_workbook_answer (*simple_verb)(kp_uno_error *error, const kp_document *document,
                                          kp_outcome *outcome);

static bool do_simply(kp_uno_incoming *in, simple_verb verb) {
  kp_automation call;
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  kp_method_findings findings = {NULL, 0, 0};
  bool good =
      kp_automation_open(in, &call) && kp_automation_reserve(&call) &&
      kp_automation_outcome(&call, verb(in->error, &call.document, &outcome), &outcome, &findings);
  kp_automation_close(&call);
  return good;
}

bool kp_automation_save(kp_uno_incoming *in) {
  return do_simply(in, kp_workbook_save);
}

bool kp_automation_share(kp_uno_incoming *in) {
  return do_simply(in, kp_workbook_share);
}

bool kp_automation_repair(kp_uno_incoming *in) {
  kp_automation call;
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  kp_method_findings findings = {NULL, 0, 0};
  char *table = kp_automation_text(in, "Table");
  bool good = kp_automation_open(in, &call) && kp_automation_reserve(&call) &&
              kp_automation_outcome(&call,
                                    kp_workbook_repair(in->error, &call.document,
                                                       table != NULL ? table : "", &outcome),
                                    &outcome, &findings);
  free(table);
  kp_automation_close(&call);
  return good;
}

bool kp_automation_jump(kp_uno_incoming *in) {
  kp_automation call;
  char *table = kp_automation_text(in, "Table");
  char *id = kp_automation_text(in, "Id");
  char *column = kp_automation_text(in, "Column");
  uno_Sequence *answer = NULL;
  bool good = kp_automation_open(in, &call) &&
              kp_workbook_jump(in->error, &call.document, table != NULL ? table : "",
                               id != NULL ? id : "", column);
  if (good) {
    answer = kp_automation_answer(in->error, 1);
    good = answer != NULL && kp_automation_put_text(in->error, answer, 0, "Answer", "shown");
  }
  free(column);
  free(id);
  free(table);
  kp_automation_close(&call);
  return kp_automation_return(in, answer, good);
}

/* --------------------------------------------------------------------------------- the table */
