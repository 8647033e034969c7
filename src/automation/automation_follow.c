/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs that follow up: agenda, steps, settings, people. */
#include "internal.h"
#include "kernpunt/method.h"
#include "kernpunt/workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What the rules see of the workbook. */
typedef struct view {
  kp_reader *reader;
  kp_method_book *book;
} view;

static bool open_view(kp_automation *call, view *of) {
  kp_uno_error *error = call->in->error;
  *of = (view){NULL, NULL};
  of->reader = kp_reader_new(error, &call->document);
  if (of->reader == NULL)
    return false;
  of->book = kp_method_book_new(call->method, kp_reader_rows(of->reader), kp_workbook_today());
  return of->book != NULL || kp_uno_error_memory(error);
}

static void close_view(view *of) {
  kp_method_book_free(of->book);
  kp_reader_free(of->reader);
}

/* One table of texts as the only value. */
static bool answer_table(kp_uno_error *error, const char *name, const char *const *texts,
                         size_t rows, size_t columns, uno_Sequence **answer) {
  *answer = kp_automation_answer(error, 1);
  return *answer != NULL && kp_automation_put_table(error, *answer, 0, name, texts, rows, columns);
}

/* --------------------------------------------------------------------------------------- agenda */

static bool answer_agenda(kp_uno_error *error, const kp_method_agenda *agenda,
                          uno_Sequence **answer) {
  enum { COLUMNS = 7, DATE = 3, DAYS = 6, NUMBER = KP_DATE_ISO_SIZE };
  const char **texts = calloc(agenda->count * COLUMNS + 1, sizeof *texts);
  char(*numbers)[NUMBER] = calloc(2 * agenda->count + 1, sizeof *numbers);
  bool good = texts != NULL && numbers != NULL;
  if (!good)
    kp_uno_error_memory(error);
  for (size_t i = 0; good && i < agenda->count; i++) {
    const kp_method_agenda_item *item = &agenda->list[i];
    char *date = numbers[2 * i];
    char *days = numbers[2 * i + 1];
    kp_date_iso(item->date, date);
    snprintf(days, NUMBER, "%d", (int)item->days);
    const char *line[COLUMNS] = {
        item->source->key, item->source->table->key, item->id, date, item->who, item->what, days};
    memcpy(texts + i * COLUMNS, line, sizeof line);
  }
  good = good && answer_table(error, "Rows", texts, agenda->count, COLUMNS, answer);
  free(numbers);
  free(texts);
  return good;
}

static bool gather(kp_automation *call, const char *who, int32_t horizon, uno_Sequence **answer) {
  kp_uno_error *error = call->in->error;
  kp_method_agenda agenda = {NULL, 0};
  view of;
  bool good = open_view(call, &of);
  if (good && !kp_method_book_agenda(of.book, who, horizon, &agenda))
    good = kp_uno_error_memory(error);
  good = good && !kp_reader_failed(of.reader, error) && answer_agenda(error, &agenda, answer);
  kp_method_agenda_clear(&agenda);
  close_view(&of);
  return good;
}

bool kp_automation_agenda(kp_uno_incoming *in) {
  enum { TWO_WEEKS = 14 };
  kp_automation call;
  const uno_Any *days = kp_automation_argument(in, "Horizon");
  char *who = kp_automation_text(in, "Who");
  int32_t horizon = TWO_WEEKS;
  uno_Sequence *answer = NULL;
  bool good = kp_automation_open(in, &call);
  if (good && days != NULL && !kp_uno_any_get_long(days, &horizon))
    good = kp_uno_error_set(in->error, KP_UNO_ILLEGAL_ARGUMENT, "Horizon is a number of days");
  good = good && gather(&call, who != NULL && who[0] != '\0' ? who : NULL, horizon, &answer);
  free(who);
  kp_automation_close(&call);
  return kp_automation_return(in, answer, good);
}

/* ---------------------------------------------------------------------------------------- steps */

static bool answer_steps(kp_uno_error *error, const kp_method_progress *progress,
                         uno_Sequence **answer) {
  static const char *const states[] = {
      [KP_METHOD_CLOSED] = "closed", [KP_METHOD_OPEN] = "open", [KP_METHOD_DONE] = "done"};
  enum { COLUMNS = 3 };
  const char **texts = calloc(progress->count * COLUMNS + 1, sizeof *texts);
  if (texts == NULL)
    return kp_uno_error_memory(error);
  for (size_t i = 0; i < progress->count; i++) {
    const kp_method_step_state *step = &progress->list[i];
    const char *line[COLUMNS] = {step->step->key, states[step->state], step->message};
    memcpy(texts + i * COLUMNS, line, sizeof line);
  }
  bool good = answer_table(error, "Rows", texts, progress->count, COLUMNS, answer);
  free(texts);
  return good;
}

static bool tell_steps(kp_automation *call, const kp_method_table *table, const char *id,
                       uno_Sequence **answer) {
  kp_uno_error *error = call->in->error;
  kp_method_progress progress = {NULL, 0};
  size_t row = KP_METHOD_NEW_ROW;
  view of;
  bool good = open_view(call, &of);
  if (good && id[0] != '\0' && !kp_method_book_find(of.book, table, id, &row))
    good = !kp_reader_failed(of.reader, error) &&
           kp_uno_error_set(error, KP_UNO_ILLEGAL_ARGUMENT, "no row %s", id);
  if (good && !kp_method_book_steps(of.book, table, row, call->document.language, &progress))
    good = kp_uno_error_memory(error);
  good = good && !kp_reader_failed(of.reader, error) && answer_steps(error, &progress, answer);
  kp_method_progress_clear(&progress);
  close_view(&of);
  return good;
}

/* The table that is told, that of the practice that is told, or that of the ID. A new row of a
 * method with one practice needs none of them. */
static const kp_method_table *table_of_steps(kp_automation *call, const char *table,
                                             const char *practice, const char *id) {
  const kp_method *method = call->method;
  const kp_method_table *found = NULL;
  size_t several = 0;
  if (table != NULL)
    found = kp_method_find_table(method, table);
  else if (id != NULL && id[0] != '\0')
    found = kp_method_table_of_id(method, id);
  bool open = table == NULL && found == NULL;
  for (size_t i = 0; open && i < method->practice_count; i++) {
    const kp_method_practice *of = method->practices[i];
    bool wanted = practice == NULL || strcmp(of->key, practice) == 0;
    if (wanted && of->table != NULL && several++ == 0)
      found = of->table;
  }
  if (found == NULL || several > 1)
    kp_uno_error_set(call->in->error, KP_UNO_ILLEGAL_ARGUMENT,
                     several > 1 ? "say Practice or Table: several have steps" : "no such Table");
  return several > 1 ? NULL : found;
}

bool kp_automation_steps(kp_uno_incoming *in) {
  kp_automation call;
  char *key = kp_automation_text(in, "Table");
  char *practice = kp_automation_text(in, "Practice");
  char *id = kp_automation_text(in, "Id");
  uno_Sequence *answer = NULL;
  bool good = kp_automation_open(in, &call);
  const kp_method_table *table = good ? table_of_steps(&call, key, practice, id) : NULL;
  good = table != NULL && tell_steps(&call, table, id != NULL ? id : "", &answer);
  free(id);
  free(practice);
  free(key);
  kp_automation_close(&call);
  return kp_automation_return(in, answer, good);
}

/* ------------------------------------------------------------------------------------- settings */

static bool put_settings(kp_automation *call, const kp_workbook_settings *settings,
                         uno_Sequence *answer) {
  enum { COLUMNS = 5, NUMBERS = 3, NUMBER = 24 };
  const kp_method *method = call->method;
  const char **texts = calloc(method->setting_count * COLUMNS + 1, sizeof *texts);
  char(*numbers)[NUMBER] = calloc(method->setting_count * NUMBERS + 1, sizeof *numbers);
  bool good = texts != NULL && numbers != NULL;
  if (!good)
    kp_uno_error_memory(call->in->error);
  for (size_t i = 0; good && i < method->setting_count; i++) {
    const kp_method_setting *setting = method->settings[i];
    const double values[NUMBERS] = {settings->values[i], setting->least, setting->most};
    texts[i * COLUMNS] = setting->key;
    texts[i * COLUMNS + 1] = setting->name.in[call->document.language];
    for (size_t k = 0; k < NUMBERS; k++) {
      snprintf(numbers[i * NUMBERS + k], NUMBER, "%ld", (long)values[k]);
      texts[i * COLUMNS + 2 + k] = numbers[i * NUMBERS + k];
    }
  }
  good = good && kp_automation_put_table(call->in->error, answer, 0, "Settings", texts,
                                         method->setting_count, COLUMNS);
  free(numbers);
  free(texts);
  return good;
}

static bool put_practices(kp_automation *call, const kp_workbook_settings *settings,
                          uno_Sequence *answer) {
  enum { COLUMNS = 3 };
  const kp_method *method = call->method;
  const char **texts = calloc(method->practice_count * COLUMNS + 1, sizeof *texts);
  if (texts == NULL)
    return kp_uno_error_memory(call->in->error);
  for (size_t i = 0; i < method->practice_count; i++) {
    const kp_method_practice *practice = method->practices[i];
    const char *line[COLUMNS] = {practice->key, practice->name.in[call->document.language],
                                 practice->always         ? "always"
                                 : settings->practices[i] ? "yes"
                                                          : "no"};
    memcpy(texts + i * COLUMNS, line, sizeof line);
  }
  bool good = kp_automation_put_table(call->in->error, answer, 1, "Practices", texts,
                                      method->practice_count, COLUMNS);
  free(texts);
  return good;
}

static bool tell_settings(kp_automation *call, const kp_workbook_settings *settings) {
  kp_uno_error *error = call->in->error;
  uno_Sequence *answer = kp_automation_answer(error, 4);
  bool good = answer != NULL && put_settings(call, settings, answer) &&
              put_practices(call, settings, answer) &&
              kp_automation_put_text(error, answer, 2, "Language",
                                     settings->language == KP_LANGUAGE_NL ? "nl" : "en") &&
              kp_automation_put_bool(error, answer, 3, "SetUp", settings->set_up);
  return kp_automation_return(call->in, answer, good);
}

/* Numbers by key. What is no number is no whole number within any bounds. */
static bool take_value(kp_automation *call, const kp_entry_value *value,
                       kp_workbook_settings *settings) {
  const kp_method *method = call->method;
  for (size_t i = 0; i < method->setting_count; i++) {
    if (strcmp(method->settings[i]->key, value->key) != 0)
      continue;
    char *end = NULL;
    long number = strtol(value->text, &end, 10);
    bool whole = end != value->text && *end == '\0';
    settings->values[i] = whole ? (double)number : method->settings[i]->least - 1;
    return true;
  }
  return kp_uno_error_set(call->in->error, KP_UNO_ILLEGAL_ARGUMENT, "no setting %s", value->key);
}

static bool take_practices(kp_automation *call, char *const *keys, size_t count,
                           kp_workbook_settings *settings) {
  const kp_method *method = call->method;
  memset(settings->practices, 0, method->practice_count * sizeof *settings->practices);
  for (size_t k = 0; k < count; k++) {
    size_t i = 0;
    while (i < method->practice_count && strcmp(method->practices[i]->key, keys[k]) != 0)
      i++;
    if (i == method->practice_count)
      return kp_uno_error_set(call->in->error, KP_UNO_ILLEGAL_ARGUMENT, "no practice %s", keys[k]);
    settings->practices[i] = true;
  }
  return true;
}

static bool write_settings(kp_automation *call, kp_workbook_settings *settings) {
  kp_uno_incoming *in = call->in;
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  kp_method_findings findings = {NULL, 0, 0};
  kp_entry_value *values = NULL;
  char **keys = NULL;
  size_t value_count = 0;
  size_t key_count = 0;
  bool named = false;
  bool good = kp_automation_reserve(call) && kp_automation_values(in, &values, &value_count) &&
              kp_automation_texts(in, "Practices", &keys, &key_count, &named);
  for (size_t i = 0; good && i < value_count; i++)
    good = take_value(call, &values[i], settings);
  if (good && named)
    good = take_practices(call, keys, key_count, settings);
  if (good)
    good = kp_automation_outcome(
        call, kp_workbook_settings_write(in->error, &call->document, settings, &outcome), &outcome,
        &findings);
  kp_automation_texts_free(keys, key_count);
  kp_automation_values_free(values, value_count);
  return good;
}

bool kp_automation_settings(kp_uno_incoming *in) {
  kp_automation call;
  kp_workbook_settings settings = {.values = NULL};
  bool writes = kp_automation_argument(in, "Values") != NULL ||
                kp_automation_argument(in, "Practices") != NULL;
  bool good = kp_automation_open(in, &call) &&
              kp_workbook_settings_read(in->error, &call.document, &settings) &&
              (writes ? write_settings(&call, &settings) : tell_settings(&call, &settings));
  kp_workbook_settings_clear(&settings);
  kp_automation_close(&call);
  return good;
}

/* --------------------------------------------------------------------------------------- people */

bool kp_automation_people(kp_uno_incoming *in) {
  kp_automation call;
  char **names = NULL;
  size_t count = 0;
  uno_Sequence *answer = NULL;
  bool good = kp_automation_open(in, &call) &&
              kp_workbook_people(in->error, &call.document, &names, &count) &&
              answer_table(in->error, "Names", (const char *const *)names, count, 1, &answer);
  kp_workbook_people_free(names, count);
  kp_automation_close(&call);
  return kp_automation_return(in, answer, good);
}
