/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Setting up a workbook: every table of the practices, as one step of undo. */
#include "setup.h"

#include "block.h"
#include "cells.h"
#include "format.h"
#include "formulas.h"
#include "identity.h"
#include "sources.h"
#include "strings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void kp_outcome_clear(kp_outcome *outcome) {
  free(outcome->detail);
  outcome->detail = NULL;
}

/* --------------------------------------------------------------------------------- practices */

static bool chosen(const kp_setup_job *job, const char *key) {
  for (size_t i = 0; i < job->setup->count; i++)
    if (strcmp(job->setup->practices[i], key) == 0)
      return true;
  return kp_registry_get(&job->before, KP_REGISTRY_WORKBOOK, "practices") != NULL &&
         kp_registry_practice(&job->before, key);
}

bool kp_setup_uses(const kp_setup_job *job, const kp_method_practice *practice) {
  return practice == NULL || practice->always || job->setup->practices == NULL ||
         chosen(job, practice->key);
}

/* Personal data: only on purpose. */
static bool wants_table(const kp_setup_job *job, const kp_method_table *table) {
  if (table->personal)
    return table->practice != NULL && chosen(job, table->practice->key);
  return kp_setup_uses(job, table->practice);
}

/* The keys of the practices in use, malloc'ed. */
static char *practice_list(const kp_setup_job *job) {
  const kp_method *method = job->document->method;
  kp_uno_error ignored = KP_UNO_IGNORED;
  char *list = kp_strings_join(&ignored, NULL, NULL, NULL);
  for (size_t i = 0; list != NULL && i < method->practice_count; i++) {
    if (!kp_setup_uses(job, method->practices[i]))
      continue;
    char *longer =
        kp_strings_join(&ignored, list, list[0] != '\0' ? "," : "", method->practices[i]->key);
    free(list);
    list = longer;
  }
  return list;
}

/* ------------------------------------------------------------------------------------- lists */

/* The words that a new sheet of lists begins with, column by column. */
static bool fill_words(kp_uno_error *error, const kp_setup_job *job, const kp_setup_area *area) {
  const kp_method *method = job->document->method;
  const char *words[KP_METHOD_ITEMS];
  size_t most = 0;
  for (size_t i = 0; i < method->list_count; i++)
    if (method->lists[i]->source != NULL && method->lists[i]->source->table == area->table &&
        method->lists[i]->count > most)
      most = method->lists[i]->count;
  if (most == 0 || area->table->id != NULL)
    return true;
  bool good = kp_cells_insert_rows(error, area->sheet, KP_SETUP_GAP, (int32_t)most);
  for (size_t i = 0; good && i < method->list_count; i++) {
    const kp_method_list *list = method->lists[i];
    int32_t column = list->source != NULL && list->source->table == area->table
                         ? area->at[list->source->index]
                         : -1;
    if (column < 0 || list->count == 0)
      continue;
    for (size_t k = 0; k < list->count; k++)
      words[k] = list->items[k]->name.in[job->language];
    good = kp_block_write(error, area->sheet, column, KP_SETUP_GAP, 1, (int32_t)list->count, words);
  }
  return good;
}

/* -------------------------------------------------------------------------------- the tables */

static bool make_table(kp_uno_error *error, kp_setup_job *job, const kp_method_table *table,
                       kp_setup_new *fresh) {
  kp_grid grid = {.sheet = NULL};
  if (!wants_table(job, table))
    return true;
  bool good = kp_grid_find(error, job->document->model, &job->before, table, &grid);
  if (good && grid.sheet != NULL)
    good = kp_setup_extend(error, job, table, &grid);
  else
    good = good && kp_setup_sheet(error, job, table, fresh);
  kp_grid_clear(&grid);
  return good;
}

static bool make_tables(kp_uno_error *error, kp_setup_job *job) {
  const kp_method *method = job->document->method;
  kp_setup_new *fresh = calloc(method->table_count + 1, sizeof *fresh);
  bool good = fresh != NULL;
  if (fresh == NULL)
    kp_uno_error_memory(error);
  /* All sheets first, with the names of the lists on them: then the columns that use these. */
  for (size_t i = 0; good && i < method->table_count; i++)
    good = make_table(error, job, method->tables[i], &fresh[i]);
  for (size_t i = 0; good && i < method->table_count; i++)
    if (fresh[i].area.table != NULL)
      good = kp_setup_fill(error, job, &fresh[i]) && fill_words(error, job, &fresh[i].area);
  for (size_t i = 0; fresh != NULL && i < method->table_count; i++)
    kp_setup_new_clear(&fresh[i]);
  free(fresh);
  return good;
}

/* Rows that the registry has already are changed in place. */
static bool write_registry(kp_uno_error *error, kp_setup_job *job) {
  uno_Interface *model = job->document->model;
  kp_registry fresh = {NULL, 0};
  bool good = true;
  for (size_t i = 0; good && i < job->added.count; i++) {
    const kp_registry_row *row = &job->added.rows[i];
    if (kp_registry_get(&job->before, row->kind, row->key) == NULL)
      good = strcmp(row->kind, KP_REGISTRY_COLUMN) == 0
                 ? kp_registry_push_column(error, &fresh, row->key, row->value, row->place)
                 : kp_registry_push(error, &fresh, row->kind, row->key, row->value);
    else
      good = kp_registry_set(error, model, row->kind, row->key, row->value) &&
             (row->place[0] == '\0' || kp_registry_set_place(error, model, row->key, row->place));
  }
  good = good && kp_registry_append(error, model, &fresh);
  kp_registry_clear(&fresh);
  return good;
}

/* A row for each number a team may set, without a value: so that in a shared document nobody has to
 * add one. */
static bool note_settings(kp_uno_error *error, kp_setup_job *job) {
  const kp_method *method = job->document->method;
  bool good = true;
  for (size_t i = 0; good && i < method->setting_count; i++)
    if (kp_registry_get(&job->before, KP_REGISTRY_SETTING, method->settings[i]->key) == NULL)
      good =
          kp_registry_push(error, &job->added, KP_REGISTRY_SETTING, method->settings[i]->key, "");
  return good;
}

/* Whose rows are whose, once for all. */
static bool note_identity(kp_uno_error *error, kp_setup_job *job) {
  char identity[KP_IDENTITY_SIZE];
  return kp_registry_get(&job->before, KP_REGISTRY_WORKBOOK, KP_IDENTITY_KEY) != NULL ||
         (kp_identity_new(error, identity) &&
          kp_registry_push(error, &job->added, KP_REGISTRY_WORKBOOK, KP_IDENTITY_KEY, identity));
}

static bool note_workbook(kp_uno_error *error, kp_setup_job *job) {
  static const char *const tags[KP_LANGUAGE_COUNT] = {
      [KP_LANGUAGE_EN] = "en", [KP_LANGUAGE_NL] = "nl"};
  char *practices = practice_list(job);
  bool good =
      (practices != NULL || kp_uno_error_memory(error)) &&
      kp_registry_push(error, &job->added, KP_REGISTRY_WORKBOOK, "schema", KP_REGISTRY_LAYOUT) &&
      kp_registry_push(error, &job->added, KP_REGISTRY_WORKBOOK, "language", tags[job->language]) &&
      kp_registry_push(error, &job->added, KP_REGISTRY_WORKBOOK, "practices", practices);
  free(practices);
  return good && note_identity(error, job) && note_settings(error, job);
}

/* Header and the first columns, what a row is called. Panes freeze in the active sheet only: go
 * there and back. This is no part of undo, and within the step it would break undo (measured). A
 * view that refuses is no failure. */
static void freeze_headers(const kp_setup_job *job) {
  enum { FROZEN = 2 };
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheetView::getActiveSheet");
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheetView::setActiveSheet");
  static kp_uno_method freeze =
      KP_UNO_METHOD("com.sun.star.sheet.XViewFreezable::freezeAtPosition");
  uno_Interface *controller = job->document->controller;
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *before = NULL;
  uno_Interface *sheets = NULL;
  if (controller == NULL || !kp_cells_sheets(&ignored, job->document->model, &sheets) ||
      !kp_uno_call(&ignored, controller, &get, &before))
    controller = NULL;
  for (size_t i = 0; controller != NULL && i < job->added.count; i++) {
    uno_Interface *sheet = NULL;
    bool visible = false;
    if (strcmp(job->added.rows[i].kind, KP_REGISTRY_TABLE) == 0 &&
        kp_cells_by_name(&ignored, sheets, job->added.rows[i].value, &sheet) &&
        kp_uno_property_get_bool(&ignored, sheet, "IsVisible", &visible) && visible &&
        kp_uno_call(&ignored, controller, &set, NULL, sheet))
      kp_uno_call(&ignored, controller, &freeze, NULL, FROZEN, KP_SETUP_HEADER + 1);
    kp_uno_release(sheet);
  }
  if (controller != NULL)
    kp_uno_call(&ignored, controller, &set, NULL, before);
  kp_uno_release(before);
  kp_uno_release(sheets);
}

bool kp_setup_formats(kp_uno_error *error, kp_setup_job *job) {
  uno_Interface *model = job->document->model;
  return kp_format_styles(error, model) && kp_format_page(error, model) &&
         kp_format_key(error, model, "@", &job->text_format) &&
         kp_format_day(error, model, job->language, &job->day_format);
}

bool kp_setup_run(kp_uno_error *error, kp_setup_job *job) {
  const kp_document *document = job->document;
  if (!kp_registry_read(error, document->model, &job->before))
    return false;
  kp_document as_chosen = *document;
  as_chosen.language = job->setup->language; /* for a workbook that says nothing itself */
  job->language = kp_formulas_language(&as_chosen, &job->before);
  if (!kp_setup_formats(error, job) || !note_workbook(error, job) || !make_tables(error, job))
    return false;
  job->undo.wrote = true;
  return kp_registry_create(error, document->model) && write_registry(error, job);
}

void kp_setup_finish(kp_setup_job *job, bool good) {
  if (good)
    freeze_headers(job);
  kp_registry_clear(&job->before);
  kp_registry_clear(&job->added);
}

/* The source of the answers, and what of them is new to the lists, once the sheets are there. */
static kp_workbook_answer add_answers(kp_uno_error *error, kp_setup_job *job,
                                      const kp_source_choice *choice, kp_outcome *outcome) {
  char key[16];
  job->undo.wrote = true;
  return kp_sources_write(error, job->document, choice, key) &&
                 kp_sources_name(error, job->document, choice, key)
             ? kp_sources_fill(error, job->document, choice, key, outcome)
             : KP_WORKBOOK_FAILED;
}

static kp_workbook_answer set_up(kp_uno_error *error, kp_setup_job *job,
                                 const kp_source_choice *choice, kp_outcome *outcome) {
  const kp_document *document = job->document;
  kp_workbook_answer answer = KP_WORKBOOK_WRITTEN;
  kp_text title = job->setup != NULL ? KP_TEXT_UNDO_SETUP : KP_TEXT_ANSWERS_UNDO;
  if (!kp_undo_enter(error, document, kp_text_get(title, document->language), &job->undo) ||
      (job->setup != NULL && !kp_setup_run(error, job)))
    answer = KP_WORKBOOK_FAILED;
  if (answer == KP_WORKBOOK_WRITTEN && choice != NULL)
    answer = add_answers(error, job, choice, outcome);
  bool good = answer == KP_WORKBOOK_WRITTEN;
  kp_undo_leave(&job->undo, good);
  kp_setup_finish(job, good);
  return answer;
}

/* Sheets of another layout must not get ours among them. */
static bool is_foreign(kp_uno_error *error, const kp_document *document, bool *foreign) {
  kp_registry registry;
  bool good = kp_registry_read(error, document->model, &registry);
  *foreign = kp_registry_foreign(&registry);
  kp_registry_clear(&registry);
  return good;
}

kp_workbook_answer kp_workbook_setup(kp_uno_error *error, const kp_document *document,
                                     const kp_setup *setup, kp_outcome *outcome) {
  return kp_workbook_set_up(error, document, setup, NULL, outcome);
}

kp_workbook_answer kp_workbook_set_up(kp_uno_error *error, const kp_document *document,
                                      const kp_setup *setup, const kp_source_choice *choice,
                                      kp_outcome *outcome) {
  kp_setup_job job = {.document = document, .setup = setup};
  kp_document_state state;
  bool foreign = false;
  memset(outcome, 0, sizeof *outcome);
  if (!kp_document_read_state(error, document, &state))
    return KP_WORKBOOK_FAILED;
  outcome->text = kp_document_refusal_of_sheets(&state);
  if (outcome->text == KP_TEXT_NONE && !is_foreign(error, document, &foreign))
    return KP_WORKBOOK_FAILED;
  if (foreign)
    outcome->text = KP_TEXT_LAYOUT_FOREIGN;
  bool before = setup != NULL;
  kp_language language = document->language;
  if (!before && !kp_workbook_is_set_up(error, document, &before, &language))
    return KP_WORKBOOK_FAILED;
  if (!before && outcome->text == KP_TEXT_NONE)
    outcome->text = KP_TEXT_NOT_SET_UP;
  if (outcome->text != KP_TEXT_NONE)
    return KP_WORKBOOK_REFUSED;
  return set_up(error, &job, choice, outcome);
}

static const char *language_tag(const kp_registry *registry) {
  return kp_registry_get(registry, KP_REGISTRY_WORKBOOK, "language");
}

bool kp_workbook_is_set_up(kp_uno_error *error, const kp_document *document, bool *set_up_before,
                           kp_language *language) {
  kp_registry registry;
  /* Its rows come first, unless somebody moved them. */
  bool good = kp_registry_read_head(error, document->model, &registry);
  if (good && registry.count > 0 && language_tag(&registry) == NULL) {
    kp_registry_clear(&registry);
    good = kp_registry_read(error, document->model, &registry);
  }
  const char *tag = language_tag(&registry);
  *set_up_before = tag != NULL;
  if (tag != NULL)
    *language = kp_language_from_locale(tag);
  kp_registry_clear(&registry);
  return good;
}
