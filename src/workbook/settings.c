/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and changing what a team chose. */
#include "kernpunt/workbook.h"

#include "cells.h"
#include "formulas.h"
#include "log.h"
#include "setup.h"
#include "strings.h"
#include "transaction.h"
#include "step.h"
#include "writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* In a shared document every cell that changes is recorded, and saving hundreds at once takes many
 * seconds (measured: 100 rows 2 s, 500 rows 20 s). */
enum { MOST_SHARED = 200 };

/* -------------------------------------------------------------------------------------- reading */

void kp_workbook_settings_clear(kp_workbook_settings *settings) {
  free(settings->values);
  free(settings->practices);
  *settings = (kp_workbook_settings){.values = NULL};
}

static double value_of(const kp_registry *registry, const kp_method_setting *setting) {
  double value = setting->initial;
  if (!kp_formulas_setting(registry, setting, &value))
    return setting->initial;
  return value < setting->least ? setting->least : value > setting->most ? setting->most : value;
}

static bool take(kp_uno_error *error, const kp_document *document, const kp_registry *registry,
                 kp_workbook_settings *settings) {
  const kp_method *method = document->method;
  *settings = (kp_workbook_settings){
      .set_up = kp_registry_get(registry, KP_REGISTRY_WORKBOOK, "language") != NULL,
      .language = kp_formulas_language(document, registry),
      .values = calloc(method->setting_count + 1, sizeof *settings->values),
      .practices = calloc(method->practice_count + 1, sizeof *settings->practices)};
  if (settings->values == NULL || settings->practices == NULL) {
    kp_workbook_settings_clear(settings);
    return kp_uno_error_memory(error);
  }
  for (size_t i = 0; i < method->setting_count; i++)
    settings->values[i] = value_of(registry, method->settings[i]);
  for (size_t i = 0; i < method->practice_count; i++)
    settings->practices[i] =
        method->practices[i]->always || kp_registry_practice(registry, method->practices[i]->key);
  return true;
}

bool kp_workbook_settings_read(kp_uno_error *error, const kp_document *document,
                               kp_workbook_settings *settings) {
  kp_registry registry;
  bool good = kp_registry_read(error, document->model, &registry) &&
              take(error, document, &registry, settings);
  kp_registry_clear(&registry);
  return good;
}

bool kp_workbook_practice_on(kp_uno_error *error, const kp_document *document,
                             const kp_method_practice *practice, bool *on) {
  kp_registry registry;
  bool good = kp_registry_read(error, document->model, &registry);
  *on = practice->always || kp_registry_practice(&registry, practice->key);
  kp_registry_clear(&registry);
  return good;
}

/* -------------------------------------------------------------------------------------- changing
 */

typedef struct job {
  const kp_document *document;
  const kp_workbook_settings *wanted;
  kp_outcome *outcome;
  kp_document_state state;
  kp_registry registry;
  kp_workbook_settings before;
  bool *changed; /* of each setting */
  bool *on;      /* of each practice, as it becomes */
  size_t settings;
  size_t practices; /* that change */
  bool more;        /* a practice goes on */
  kp_transaction *transaction;
  kp_record log;
} job;

static kp_step refuse(job *of, kp_text text, const char *detail) {
  return kp_step_refuse(of->outcome, text, detail);
}

static kp_step compare(kp_uno_error *error, job *of) {
  const kp_method *method = of->document->method;
  of->changed = calloc(method->setting_count + 1, sizeof *of->changed);
  of->on = calloc(method->practice_count + 1, sizeof *of->on);
  if (of->changed == NULL || of->on == NULL) {
    kp_uno_error_memory(error);
    return KP_STEP_FAILED;
  }
  for (size_t i = 0; i < method->setting_count; i++) {
    const kp_method_setting *setting = method->settings[i];
    double value = of->wanted->values[i];
    of->changed[i] = value != of->before.values[i];
    of->settings += of->changed[i];
    /* Not a number compares with nothing. */
    if (of->changed[i] &&
        !(value >= setting->least && value <= setting->most && value == (double)(long)value)) {
      char detail[240];
      snprintf(detail, sizeof detail, "%.200s: %ld–%ld", setting->name.in[of->document->language],
               (long)setting->least, (long)setting->most);
      return refuse(of, KP_TEXT_SETTING_BOUNDS, detail);
    }
  }
  for (size_t i = 0; i < method->practice_count; i++) {
    of->on[i] = method->practices[i]->always || of->wanted->practices[i];
    of->practices += of->on[i] != of->before.practices[i];
    of->more = of->more || (of->on[i] && !of->before.practices[i]);
  }
  return KP_STEP_GO_ON;
}

/* Whether set-up still has something to make for a practice that goes on. */
static bool lacks_sheets(const job *of) {
  const kp_method *method = of->document->method;
  for (size_t i = 0; i < method->table_count; i++) {
    const kp_method_table *table = method->tables[i];
    for (size_t k = 0; k < table->count; k++) {
      const kp_method_practice *practice = table->columns[k]->practice;
      char name[2 * KP_GRID_TOKEN_SIZE];
      snprintf(name, sizeof name, "%s.%s", table->key, table->columns[k]->key);
      for (size_t p = 0; p < method->practice_count; p++)
        if (method->practices[p] == practice && of->on[p] && !of->before.practices[p] &&
            kp_registry_get(&of->registry, KP_REGISTRY_COLUMN, name) == NULL)
          return true;
    }
  }
  return false;
}

/* ------------------------------------------------------------------------------------- formulas */

static kp_step guard_sheet(kp_uno_error *error, job *of, uno_Interface *sheet) {
  bool locked = false;
  if (!kp_document_sheet_protected(error, sheet, &locked))
    return KP_STEP_FAILED;
  if (!locked)
    return KP_STEP_GO_ON;
  of->outcome->text = KP_TEXT_SHEET_PROTECTED;
  return kp_cells_name(error, sheet, &of->outcome->detail) ? KP_STEP_REFUSED : KP_STEP_FAILED;
}

/* Counts the formulas that change, or renews them. */
static kp_step renew_column(kp_uno_error *error, job *of, const kp_method_column *column,
                            kp_transaction *write, size_t *count) {
  kp_formulas_change change = {of->changed, of->wanted->values};
  kp_grid grid = {.sheet = NULL};
  size_t found = 0;
  kp_step step = KP_STEP_GO_ON;
  if (!kp_formulas_concerned(of->document, &change, column))
    return step;
  if (!kp_grid_find(error, of->document->model, &of->registry, column->table, &grid) ||
      (grid.sheet != NULL && !kp_formulas_renew(error, of->document, &of->registry, &change, &grid,
                                                column, write, &found)))
    step = KP_STEP_FAILED;
  if (step == KP_STEP_GO_ON && write == NULL && found > 0)
    step = guard_sheet(error, of, grid.sheet);
  kp_grid_clear(&grid);
  *count += found;
  return step;
}

static kp_step renew(kp_uno_error *error, job *of, kp_transaction *write, size_t *count) {
  const kp_method *method = of->document->method;
  kp_step step = KP_STEP_GO_ON;
  for (size_t i = 0; step == KP_STEP_GO_ON && i < method->table_count; i++)
    for (size_t k = 0; step == KP_STEP_GO_ON && k < method->tables[i]->count; k++)
      step = renew_column(error, of, method->tables[i]->columns[k], write, count);
  return step;
}

/* --------------------------------------------------------------------------------------- guards */

static kp_step guard(kp_uno_error *error, job *of) {
  uno_Interface *sheet = NULL;
  size_t formulas = 0;
  char number[24];
  if (of->more && lacks_sheets(of)) {
    kp_text refusal = kp_document_refusal_of_sheets(&of->state);
    if (refusal != KP_TEXT_NONE)
      return refuse(of, refusal, NULL);
  }
  kp_step step = KP_STEP_FAILED;
  if (kp_registry_sheet(error, of->document->model, &sheet))
    step = guard_sheet(error, of, sheet);
  kp_uno_release(sheet);
  if (step == KP_STEP_GO_ON)
    step = renew(error, of, NULL, &formulas);
  if (step == KP_STEP_GO_ON && of->state.shared && formulas > MOST_SHARED) {
    snprintf(number, sizeof number, "%zu", formulas);
    step = refuse(of, KP_TEXT_SHARED_MANY_FORMULAS, number);
  }
  return step;
}

/* ------------------------------------------------------------------------------------- the log */

static const char *yes_or_no(const job *of, bool yes) {
  const kp_method_item *item = kp_method_yes(of->document->method, yes);
  return item != NULL ? item->name.in[of->before.language] : yes ? "+" : "-";
}

/* Makes the line, and looks whether it could be written. */
static kp_step prepare_log(kp_uno_error *error, job *of) {
  enum { NUMBER = 24 };
  const kp_method *method = of->document->method;
  kp_language language = of->before.language;
  size_t count = 0;
  kp_log_change *changes = calloc(of->settings + of->practices + 1, sizeof *changes);
  char(*numbers)[NUMBER] = calloc(2 * of->settings + 1, sizeof *numbers);
  char *user = kp_workbook_user(of->document->context);
  kp_log_line line = {.document = of->document, .user = user, .language = language};
  bool good = changes != NULL && numbers != NULL && user != NULL;
  if (!good)
    kp_uno_error_memory(error);
  for (size_t i = 0; good && i < method->setting_count; i++) {
    if (!of->changed[i])
      continue;
    snprintf(numbers[2 * count], NUMBER, "%ld", (long)of->before.values[i]);
    snprintf(numbers[2 * count + 1], NUMBER, "%ld", (long)of->wanted->values[i]);
    changes[count] = (kp_log_change){method->settings[i]->name.in[language], numbers[2 * count],
                                     numbers[2 * count + 1]};
    count++;
  }
  for (size_t i = 0; good && i < method->practice_count; i++)
    if (of->on[i] != of->before.practices[i])
      changes[count++] =
          (kp_log_change){method->practices[i]->name.in[language],
                          yes_or_no(of, of->before.practices[i]), yes_or_no(of, of->on[i])};
  good = good && kp_log_make_changes(error, &line, kp_text_get(KP_TEXT_UNDO_SETTINGS, language),
                                     changes, count, &of->log);
  kp_step step = kp_step_of(good);
  if (good && of->log.table != NULL)
    step = kp_writer_guard(error, of->document, &of->log, 1, of->outcome);
  free(user);
  free(numbers);
  free(changes);
  return step;
}

/* ---------------------------------------------------------------------------------------- write */

/* Keys of the practices that are on, malloc'ed. */
static char *practice_list(kp_uno_error *error, const job *of) {
  const kp_method *method = of->document->method;
  char *list = kp_strings_join(error, NULL, NULL, NULL);
  for (size_t i = 0; list != NULL && i < method->practice_count; i++) {
    if (!of->on[i])
      continue;
    char *longer =
        kp_strings_join(error, list, list[0] != '\0' ? "," : "", method->practices[i]->key);
    free(list);
    list = longer;
  }
  return list;
}

/* Sheets and columns of the practices that go on. */
static bool make_sheets(kp_uno_error *error, job *of, kp_setup_job *setup) {
  const kp_method *method = of->document->method;
  const char **keys = calloc(method->practice_count + 1, sizeof *keys);
  kp_setup chosen = {.language = of->before.language, .practices = keys};
  if (keys == NULL)
    return kp_uno_error_memory(error);
  for (size_t i = 0; i < method->practice_count; i++)
    if (of->on[i])
      keys[chosen.count++] = method->practices[i]->key;
  setup->document = of->document;
  setup->setup = &chosen;
  bool good = kp_setup_run(error, setup);
  kp_transaction_past(of->transaction, true);
  setup->setup = NULL;
  free(keys);
  return good;
}

static bool write_registry(kp_uno_error *error, job *of) {
  const kp_method *method = of->document->method;
  uno_Interface *model = of->document->model;
  bool good = true;
  for (size_t i = 0; good && i < method->setting_count; i++) {
    char number[24];
    snprintf(number, sizeof number, "%ld", (long)of->wanted->values[i]);
    if (of->changed[i])
      good = kp_registry_change(error, model, KP_REGISTRY_SETTING, method->settings[i]->key, number,
                                of->transaction);
  }
  if (good && of->practices > 0) {
    char *list = practice_list(error, of);
    good = list != NULL && kp_registry_change(error, model, KP_REGISTRY_WORKBOOK, "practices", list,
                                              of->transaction);
    free(list);
  }
  return good;
}

static kp_workbook_answer write_log(kp_uno_error *error, job *of, const char *title) {
  kp_document joined = *of->document;
  size_t written = 0;
  joined.transaction = of->transaction;
  return of->log.table != NULL ? kp_writer_write(error, &joined, NULL, title, &of->log, 1,
                                                 KP_WRITER_NEW, &written, of->outcome)
                               : KP_WORKBOOK_WRITTEN;
}

static kp_workbook_answer write_all(kp_uno_error *error, job *of, const char *title,
                                    kp_setup_job *setup) {
  size_t renewed = 0;
  kp_workbook_answer answer = write_log(error, of, title);
  if (answer == KP_WORKBOOK_WRITTEN &&
      ((of->more && lacks_sheets(of) && !make_sheets(error, of, setup)) ||
       !write_registry(error, of) || renew(error, of, of->transaction, &renewed) != KP_STEP_GO_ON))
    answer = KP_WORKBOOK_FAILED;
  return answer;
}

static kp_workbook_answer write(kp_uno_error *error, job *of) {
  const char *title = kp_text_get(KP_TEXT_UNDO_SETTINGS, of->document->language);
  kp_setup_job setup = {.document = NULL};
  bool own = false;
  kp_workbook_answer answer = KP_WORKBOOK_FAILED;
  of->transaction = kp_transaction_join(error, of->document, title, &own);
  if (of->transaction == NULL)
    return answer;
  answer = write_all(error, of, title, &setup);
  if (answer == KP_WORKBOOK_WRITTEN) { /* what was told is about the row in the log */
    kp_outcome_clear(of->outcome);
    *of->outcome = (kp_outcome){.text = KP_TEXT_NONE};
  } else {
    kp_transaction_fail(of->transaction);
  }
  if (own && !kp_transaction_end(of->transaction, answer == KP_WORKBOOK_WRITTEN, of->outcome) &&
      answer == KP_WORKBOOK_WRITTEN)
    answer = KP_WORKBOOK_FAILED;
  if (setup.document != NULL)
    kp_setup_finish(&setup, answer == KP_WORKBOOK_WRITTEN);
  return answer;
}

/* Everything before the writing. `*any`: something differs. */
static kp_step prepare(kp_uno_error *error, job *of, bool *any) {
  *any = false;
  if (!kp_document_read_state(error, of->document, &of->state))
    return KP_STEP_FAILED;
  kp_text refusal = kp_document_refusal(&of->state);
  if (refusal != KP_TEXT_NONE)
    return refuse(of, refusal, NULL);
  if (!kp_registry_read(error, of->document->model, &of->registry) ||
      !take(error, of->document, &of->registry, &of->before))
    return KP_STEP_FAILED;
  if (!of->before.set_up)
    return refuse(of, KP_TEXT_NOT_SET_UP, NULL);
  kp_step step = compare(error, of);
  *any = of->settings + of->practices > 0;
  if (step == KP_STEP_GO_ON && *any)
    step = guard(error, of);
  return step == KP_STEP_GO_ON && *any ? prepare_log(error, of) : step;
}

static kp_workbook_answer change(kp_uno_error *error, job *of) {
  bool any = false;
  kp_step step = prepare(error, of, &any);
  if (step != KP_STEP_GO_ON)
    return kp_step_answer(step);
  return any ? write(error, of) : KP_WORKBOOK_WRITTEN;
}

kp_workbook_answer kp_workbook_settings_write(kp_uno_error *error, const kp_document *document,
                                              const kp_workbook_settings *wanted,
                                              kp_outcome *outcome) {
  job of = {.document = document, .wanted = wanted, .outcome = outcome};
  memset(outcome, 0, sizeof *outcome);
  kp_workbook_answer answer = change(error, &of);
  kp_record_clear(&of.log);
  kp_workbook_settings_clear(&of.before);
  free(of.changed);
  free(of.on);
  kp_registry_clear(&of.registry);
  return answer;
}
