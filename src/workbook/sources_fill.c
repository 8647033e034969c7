/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units, people and measurements that stand in the answers and not in the lists. */
#include "sources.h"

#include "kernpunt/workbook.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const kp_method_column *kp_sources_units(const kp_method *method) {
  const kp_method_column *unit =
      method->people != NULL ? kp_method_role_column(method->people->table, KP_ROLE_UNIT) : NULL;
  return unit != NULL && unit->list != NULL ? unit->list->source : NULL;
}

static bool stands(const kp_method_rows *rows, const kp_method_column *column, const char *text,
                   size_t *row) {
  size_t count = rows->count(rows->data, column->table);
  for (size_t i = 0; count != KP_METHOD_NO_TABLE && i < count; i++) {
    kp_method_cell cell = rows->cell(rows->data, column, i);
    if (cell.kind == KP_METHOD_WORDS && kp_fold_same(cell.text, text)) {
      *row = i;
      return true;
    }
  }
  return false;
}

bool kp_sources_fresh(kp_uno_error *error, const kp_document *document,
                      const kp_method_column *list, const char *const *texts, size_t count,
                      bool *fresh) {
  kp_reader *reader = kp_reader_new(error, document);
  size_t row = 0;
  bool good = reader != NULL;
  for (size_t i = 0; good && i < count; i++)
    fresh[i] = texts[i][0] != '\0' && !stands(kp_reader_rows(reader), list, texts[i], &row);
  good = good && !kp_reader_failed(reader, error);
  kp_reader_free(reader);
  return good;
}

/* ------------------------------------------------------------------------------ lists of words */

/* One new row of the lists holds a person and a unit, so that neither column has gaps. */
static kp_workbook_answer add_line(kp_uno_error *error, const kp_document *document,
                                   const char *person, const char *unit, kp_outcome *outcome) {
  const kp_method_column *people = document->method->people;
  const kp_method_column *units = kp_sources_units(document->method);
  kp_method_findings findings = {NULL, 0, 0};
  kp_entry_value values[2];
  kp_entry entry = {.table = people->table->key, .values = values};
  if (person != NULL)
    values[entry.count++] = (kp_entry_value){people->key, person};
  if (unit != NULL)
    values[entry.count++] = (kp_entry_value){units->key, unit};
  kp_outcome_clear(outcome);
  kp_workbook_answer answer = kp_workbook_append(error, document, &entry, &findings, outcome);
  kp_method_findings_clear(&findings);
  return answer;
}

/* The texts of a choice that are new, in `kept`; malloc'ed, NULL without memory. */
static const char **fresh_of(kp_uno_error *error, const kp_document *document,
                             const kp_method_column *list, const char *const *texts, size_t count,
                             size_t *kept) {
  const char **fresh = calloc(count + 1, sizeof *fresh);
  bool *is = calloc(count + 1, sizeof *is);
  *kept = 0;
  if (fresh == NULL || is == NULL) {
    free(fresh);
    fresh = NULL;
    kp_uno_error_memory(error);
  } else if (list != NULL && count > 0) {
    if (!kp_sources_fresh(error, document, list, texts, count, is)) {
      free(fresh);
      fresh = NULL;
    }
    for (size_t i = 0; fresh != NULL && i < count; i++)
      if (is[i])
        fresh[(*kept)++] = texts[i];
  }
  free(is);
  return fresh;
}

static kp_workbook_answer add_lines(kp_uno_error *error, const kp_document *document,
                                    const kp_source_choice *choice, kp_outcome *outcome) {
  const kp_method *method = document->method;
  size_t people = 0;
  size_t units = 0;
  const char **names =
      fresh_of(error, document, method->people, choice->people, choice->people_count, &people);
  const char **places = names != NULL ? fresh_of(error, document, kp_sources_units(method),
                                                 choice->units, choice->unit_count, &units)
                                      : NULL;
  kp_workbook_answer answer =
      names != NULL && places != NULL ? KP_WORKBOOK_WRITTEN : KP_WORKBOOK_FAILED;
  for (size_t i = 0; answer == KP_WORKBOOK_WRITTEN && (i < people || i < units); i++)
    answer = add_line(error, document, i < people ? names[i] : NULL, i < units ? places[i] : NULL,
                      outcome);
  free(places);
  free(names);
  return answer;
}

/* -------------------------------------------------------------------------------- measurements */

/* A number that no measurement has yet. */
static double next_number(const kp_method_rows *rows, const kp_method_column *column) {
  double next = 0;
  size_t count = rows->count(rows->data, column->table);
  for (size_t i = 0; count != KP_METHOD_NO_TABLE && i < count; i++) {
    kp_method_cell cell = rows->cell(rows->data, column, i);
    double number = cell.number;
    if ((cell.kind == KP_METHOD_VALUE ||
         (cell.kind == KP_METHOD_WORDS && kp_fold_number(cell.text, &number))) &&
        number >= next)
      next = floor(number) + 1;
  }
  return next;
}

/* The word of the scale with these ends. */
static const char *scale_word(const kp_method_table *table, const kp_source_choice *choice) {
  const kp_method_column *scale = kp_method_role_column(table, KP_ROLE_SCALE);
  for (size_t i = 0; scale != NULL && scale->list != NULL && i < scale->list->count; i++) {
    const kp_method_item *item = scale->list->items[i];
    if (item->least == choice->least && item->most == choice->most)
      return item->key;
  }
  return NULL;
}

typedef struct line {
  kp_entry_value values[8];
  size_t count;
} line;

static void put(line *into, const kp_method_table *table, kp_method_role role, const char *text) {
  const kp_method_column *column =
      role == KP_ROLE_NONE ? table->title : kp_method_role_column(table, role);
  if (column != NULL && text != NULL && text[0] != '\0')
    into->values[into->count++] = (kp_entry_value){column->key, text};
}

static kp_workbook_answer append_wave(kp_uno_error *error, const kp_document *document,
                                      const kp_source_choice *choice, const kp_source_found *wave,
                                      double number, kp_outcome *outcome) {
  const kp_method_table *table = kp_method_role_table(document->method, KP_ROLE_WAVE);
  kp_method_findings findings = {NULL, 0, 0};
  char text[24];
  line row = {.count = 0};
  snprintf(text, sizeof text, "%.0f", number);
  put(&row, table, KP_ROLE_NONE, wave->name);
  put(&row, table, KP_ROLE_NUMBER, text);
  put(&row, table, KP_ROLE_START, wave->start);
  put(&row, table, KP_ROLE_END, wave->end);
  put(&row, table, KP_ROLE_SCORES, wave->scores);
  put(&row, table, KP_ROLE_SCALE, scale_word(table, choice));
  put(&row, table, KP_ROLE_INVITED, wave->invited);
  const kp_entry entry = {.table = table->key, .values = row.values, .count = row.count};
  kp_outcome_clear(outcome);
  kp_workbook_answer answer = kp_workbook_append(error, document, &entry, &findings, outcome);
  if (answer == KP_WORKBOOK_REFUSED && outcome->text == KP_TEXT_NONE && findings.count > 0) {
    outcome->text = KP_TEXT_SOURCE_WAVE_REFUSED;
    outcome->detail = kp_text_copy(findings.list[0].message);
  }
  kp_method_findings_clear(&findings);
  return answer;
}

/* "1.wave.M-7K3Q2" → the name as it stands in the answers. */
static bool remember_wave(kp_uno_error *error, const kp_document *document, const char *key,
                          const char *id, const char *name) {
  char text[64];
  snprintf(text, sizeof text, "%s.wave.%s", key, id);
  return kp_registry_set(error, document->model, KP_SOURCES_KIND, text, name);
}

static kp_workbook_answer add_wave(kp_uno_error *error, const kp_document *document,
                                   const kp_source_choice *choice, const char *key, size_t i,
                                   kp_outcome *outcome) {
  const kp_method_table *table = kp_method_role_table(document->method, KP_ROLE_WAVE);
  const kp_method_column *number = kp_method_role_column(table, KP_ROLE_NUMBER);
  kp_reader *reader = kp_reader_new(error, document);
  if (reader == NULL)
    return KP_WORKBOOK_FAILED;
  const kp_method_rows *rows = kp_reader_rows(reader);
  kp_workbook_answer answer = KP_WORKBOOK_WRITTEN;
  char id[16] = "";
  size_t row = 0;
  if (rows->count(rows->data, table) != KP_METHOD_NO_TABLE) {
    if (stands(rows, table->title, choice->waves[i].name, &row)) {
      kp_method_cell cell = rows->cell(rows->data, table->id, row);
      if (cell.kind == KP_METHOD_WORDS)
        snprintf(id, sizeof id, "%s", cell.text);
    } else {
      answer = append_wave(error, document, choice, &choice->waves[i],
                           number != NULL ? next_number(rows, number) : 0, outcome);
      if (answer == KP_WORKBOOK_WRITTEN)
        snprintf(id, sizeof id, "%s", outcome->id);
    }
    if (answer == KP_WORKBOOK_WRITTEN && id[0] != '\0' &&
        !remember_wave(error, document, key, id, choice->waves[i].name))
      answer = KP_WORKBOOK_FAILED;
  }
  if (kp_reader_failed(reader, error))
    answer = KP_WORKBOOK_FAILED;
  kp_reader_free(reader);
  return answer;
}

kp_workbook_answer kp_sources_fill(kp_uno_error *error, const kp_document *document,
                                   const kp_source_choice *choice, const char *key,
                                   kp_outcome *outcome) {
  const kp_method_table *table = kp_method_role_table(document->method, KP_ROLE_WAVE);
  kp_workbook_answer answer = add_lines(error, document, choice, outcome);
  for (size_t i = 0; answer == KP_WORKBOOK_WRITTEN && table != NULL && table->id != NULL &&
                     i < choice->wave_count;
       i++)
    if (choice->waves[i].name != NULL && choice->waves[i].name[0] != '\0')
      answer = add_wave(error, document, choice, key, i, outcome);
  return answer;
}
