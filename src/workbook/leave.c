/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Noting in the workbook what its team leaves. */
#include "leave.h"

#include "cells.h"
#include "document.h"
#include "formulas.h"
#include "log.h"
#include "record.h"
#include "step.h"
#include "transaction.h"
#include "writer.h"

#include <stdlib.h>
#include <string.h>

typedef struct job {
  const kp_document *document;
  kp_outcome *outcome;
  kp_registry registry;
  kp_transaction *transaction;
  kp_record log;
} job;

/* One row of the hidden sheet as it becomes. */
typedef struct note {
  const char *key;
  const char *value;
} note;

static kp_step guard(kp_uno_error *error, job *of) {
  kp_document_state state;
  uno_Interface *sheet = NULL;
  bool locked = false;
  if (!kp_document_read_state(error, of->document, &state))
    return KP_STEP_FAILED;
  kp_text refusal = kp_document_refusal(&state);
  if (refusal != KP_TEXT_NONE)
    return kp_step_refuse(of->outcome, refusal, NULL);
  if (!kp_registry_read(error, of->document->model, &of->registry) ||
      !kp_registry_sheet(error, of->document->model, &sheet))
    return KP_STEP_FAILED;
  bool good = sheet == NULL || kp_document_sheet_protected(error, sheet, &locked);
  bool none = sheet == NULL;
  kp_uno_release(sheet);
  if (!good)
    return KP_STEP_FAILED;
  if (none)
    return kp_step_refuse(of->outcome, KP_TEXT_NOT_SET_UP, NULL);
  return locked ? kp_step_refuse(of->outcome, KP_TEXT_SHEET_PROTECTED, KP_REGISTRY_SHEET)
                : KP_STEP_GO_ON;
}

/* The line of the log, and whether it could be written. */
static kp_step prepare_log(kp_uno_error *error, job *of, const kp_log_change *change) {
  char *user = kp_workbook_user(of->document->context);
  kp_log_line line = {.document = of->document,
                      .user = user,
                      .language = kp_formulas_language(of->document, &of->registry)};
  bool good = user != NULL || kp_uno_error_memory(error);
  good = good &&
         kp_log_make_changes(error, &line, kp_text_get(KP_TEXT_PANEL_CHECK, of->document->language),
                             change, 1, &of->log);
  free(user);
  if (!good || of->log.table == NULL)
    return kp_step_of(good);
  return kp_writer_guard(error, of->document, &of->log, 1, of->outcome);
}

static kp_workbook_answer write_all(kp_uno_error *error, job *of, const char *title,
                                    const note *notes, size_t count) {
  kp_document joined = *of->document;
  size_t written = 0;
  kp_workbook_answer answer = KP_WORKBOOK_WRITTEN;
  joined.transaction = of->transaction;
  if (of->log.table != NULL)
    answer = kp_writer_write(error, &joined, NULL, title, &of->log, 1, KP_WRITER_NEW, &written,
                             of->outcome);
  for (size_t i = 0; answer == KP_WORKBOOK_WRITTEN && i < count; i++)
    if (!kp_registry_change(error, of->document->model, KP_REGISTRY_LEAVE, notes[i].key,
                            notes[i].value, of->transaction))
      answer = KP_WORKBOOK_FAILED;
  return answer;
}

static kp_workbook_answer write(kp_uno_error *error, job *of, const note *notes, size_t count) {
  const char *title = kp_text_get(KP_TEXT_UNDO_LEAVE, of->document->language);
  bool own = false;
  of->transaction = kp_transaction_join(error, of->document, title, &own);
  if (of->transaction == NULL)
    return KP_WORKBOOK_FAILED;
  kp_workbook_answer answer = write_all(error, of, title, notes, count);
  if (answer == KP_WORKBOOK_WRITTEN) { /* what was told is about the row in the log */
    kp_outcome_clear(of->outcome);
    *of->outcome = (kp_outcome){.text = KP_TEXT_NONE};
  } else {
    kp_transaction_fail(of->transaction);
  }
  if (own && !kp_transaction_end(of->transaction, answer == KP_WORKBOOK_WRITTEN, of->outcome) &&
      answer == KP_WORKBOOK_WRITTEN)
    answer = KP_WORKBOOK_FAILED;
  return answer;
}

static void end(job *of) {
  kp_record_clear(&of->log);
  kp_registry_clear(&of->registry);
}

static kp_text words_of(kp_leave how) {
  return how == KP_LEAVE_DAYS      ? KP_TEXT_CHECKED_LEAVE_DAYS
         : how == KP_LEAVE_CHANGED ? KP_TEXT_CHECKED_LEAVE_CHANGED
                                   : KP_TEXT_CHECKED_LEAVE_RULE;
}

kp_workbook_answer kp_workbook_leave(kp_uno_error *error, const kp_document *document,
                                     const kp_check_item *item, kp_leave how, kp_outcome *outcome) {
  job of = {.document = document, .outcome = outcome};
  char key[KP_LEAVE_KEY_SIZE];
  char value[KP_LEAVE_VALUE_SIZE];
  memset(outcome, 0, sizeof *outcome);
  if (!kp_leave_key(item, how, key))
    return kp_step_answer(kp_step_refuse(outcome, KP_TEXT_CHECKED_NOT_LEFT, NULL));
  kp_leave_value(how, item->mark, kp_workbook_today(), value);
  const note noted = {key, value};
  const kp_log_change change = {item->message, "", kp_text_get(words_of(how), document->language)};
  kp_step step = guard(error, &of);
  if (step == KP_STEP_GO_ON)
    step = prepare_log(error, &of, &change);
  kp_workbook_answer answer =
      step == KP_STEP_GO_ON ? write(error, &of, &noted, 1) : kp_step_answer(step);
  end(&of);
  return answer;
}

/* What is noted now, all to be emptied; malloc'ed, NULL without memory. */
static note *noted_of(kp_uno_error *error, const kp_registry *registry, size_t *count) {
  note *notes = calloc(registry->count + 1, sizeof *notes);
  *count = 0;
  if (notes == NULL)
    kp_uno_error_memory(error);
  for (size_t i = 0; notes != NULL && i < registry->count; i++) {
    const kp_registry_row *row = &registry->rows[i];
    if (strcmp(row->kind, KP_REGISTRY_LEAVE) == 0 && row->value[0] != '\0')
      notes[(*count)++] = (note){row->key, ""};
  }
  return notes;
}

kp_workbook_answer kp_workbook_leave_nothing(kp_uno_error *error, const kp_document *document,
                                             kp_outcome *outcome) {
  job of = {.document = document, .outcome = outcome};
  size_t count = 0;
  memset(outcome, 0, sizeof *outcome);
  const kp_log_change change = {kp_text_get(KP_TEXT_CHECKED_LEAVE_NOTHING, document->language), "",
                                ""};
  kp_step step = guard(error, &of);
  note *notes = step == KP_STEP_GO_ON ? noted_of(error, &of.registry, &count) : NULL;
  if (step == KP_STEP_GO_ON && notes == NULL)
    step = KP_STEP_FAILED;
  if (step == KP_STEP_GO_ON && count > 0)
    step = prepare_log(error, &of, &change);
  kp_workbook_answer answer = step != KP_STEP_GO_ON ? kp_step_answer(step)
                              : count > 0           ? write(error, &of, notes, count)
                                                    : KP_WORKBOOK_WRITTEN;
  free(notes);
  end(&of);
  return answer;
}
