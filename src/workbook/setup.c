/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Setting up a workbook: every table of the practices, as one step of undo. */
#include "setup.h"

#include "block.h"
#include "cells.h"
#include "format.h"
#include "formulas.h"
#include "identity.h"
#include "strings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What set-up writes in this version. Tables and columns tell themselves apart
 * by their keys, so the number only says who wrote last. */
static const char schema[] = "1";

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
static bool fill_words(kp_uno_error *error, const kp_setup_job *job, const kp_method_table *table) {
  static kp_uno_method get_rows = KP_UNO_METHOD("com.sun.star.table.XColumnRowRange::getRows");
  static kp_uno_method insert = KP_UNO_METHOD("com.sun.star.table.XTableRows::insertByIndex");
  const kp_method *method = job->document->method;
  const char *words[KP_METHOD_ITEMS];
  size_t most = 0;
  kp_grid grid = {.sheet = NULL};
  uno_Interface *rows = NULL;
  for (size_t i = 0; i < method->list_count; i++)
    if (method->lists[i]->source != NULL && method->lists[i]->source->table == table &&
        method->lists[i]->count > most)
      most = method->lists[i]->count;
  if (most == 0 || table->id != NULL)
    return true;
  bool good = kp_grid_find(error, job->document->model, &job->added, table, &grid) &&
              kp_uno_call(error, grid.sheet, &get_rows, &rows) &&
              kp_uno_call(error, rows, &insert, NULL, KP_SETUP_END, (int)most);
  for (size_t i = 0; good && i < method->list_count; i++) {
    const kp_method_list *list = method->lists[i];
    int32_t column = list->source != NULL && list->source->table == table
                         ? kp_grid_column_of(&grid, list->source->key)
                         : -1;
    if (column < 0 || list->count == 0)
      continue;
    for (size_t k = 0; k < list->count; k++)
      words[k] = list->items[k]->name.in[job->language];
    good = kp_block_write(error, grid.sheet, column, KP_SETUP_END, 1, (int32_t)list->count, words);
  }
  kp_uno_release(rows);
  kp_grid_clear(&grid);
  return good;
}

/* -------------------------------------------------------------------------------- the tables */

static bool make_tables(kp_uno_error *error, kp_setup_job *job) {
  const kp_method *method = job->document->method;
  bool good = true;
  for (size_t i = 0; good && i < method->table_count; i++) {
    const kp_method_table *table = method->tables[i];
    kp_grid grid = {.sheet = NULL};
    if (!wants_table(job, table))
      continue;
    good = kp_grid_find(error, job->document->model, &job->before, table, &grid);
    if (good && grid.sheet != NULL)
      good = kp_setup_extend(error, job, table, &grid);
    else
      good = good && kp_setup_table(error, job, table) && fill_words(error, job, table);
    kp_grid_clear(&grid);
  }
  return good;
}

/* Rows that the registry has already are changed in place. */
static bool write_registry(kp_uno_error *error, kp_setup_job *job) {
  uno_Interface *model = job->document->model;
  kp_registry fresh = {NULL, 0};
  bool good = true;
  for (size_t i = 0; good && i < job->added.count; i++) {
    const kp_registry_row *row = &job->added.rows[i];
    if (kp_registry_get(&job->before, row->kind, row->key) != NULL)
      good = kp_registry_set(error, model, row->kind, row->key, row->value);
    else
      good = kp_registry_push(error, &fresh, row->kind, row->key, row->value);
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
      kp_registry_push(error, &job->added, KP_REGISTRY_WORKBOOK, "schema", schema) &&
      kp_registry_push(error, &job->added, KP_REGISTRY_WORKBOOK, "language", tags[job->language]) &&
      kp_registry_push(error, &job->added, KP_REGISTRY_WORKBOOK, "practices", practices);
  free(practices);
  return good && note_identity(error, job) && note_settings(error, job);
}

/* Panes freeze in the active sheet only: go there and back. This is no part of undo, and within the
 * step it would break undo (measured). A view that refuses is no failure. */
static void freeze_headers(const kp_setup_job *job) {
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
      kp_uno_call(&ignored, controller, &freeze, NULL, 0, KP_SETUP_HEADER + 1);
    kp_uno_release(sheet);
  }
  if (controller != NULL)
    kp_uno_call(&ignored, controller, &set, NULL, before);
  kp_uno_release(before);
  kp_uno_release(sheets);
}

bool kp_setup_run(kp_uno_error *error, kp_setup_job *job) {
  const kp_document *document = job->document;
  if (!kp_registry_read(error, document->model, &job->before))
    return false;
  kp_document as_chosen = *document;
  as_chosen.language = job->setup->language; /* for a workbook that says nothing itself */
  job->language = kp_formulas_language(&as_chosen, &job->before);
  if (!kp_format_styles(error, document->model) ||
      !kp_format_key(error, document->model, "@", &job->text_format) ||
      !kp_format_key(error, document->model, "YYYY-MM-DD", &job->day_format) ||
      !note_workbook(error, job) || !make_tables(error, job))
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

static bool set_up(kp_uno_error *error, kp_setup_job *job) {
  const kp_document *document = job->document;
  bool good = kp_undo_enter(error, document, kp_text_get(KP_TEXT_UNDO_SETUP, document->language),
                            &job->undo) &&
              kp_setup_run(error, job);
  kp_undo_leave(&job->undo, good);
  kp_setup_finish(job, good);
  return good;
}

kp_workbook_answer kp_workbook_setup(kp_uno_error *error, const kp_document *document,
                                     const kp_setup *setup, kp_outcome *outcome) {
  kp_setup_job job = {.document = document, .setup = setup};
  kp_document_state state;
  kp_workbook_answer answer = KP_WORKBOOK_FAILED;
  memset(outcome, 0, sizeof *outcome);
  if (kp_document_read_state(error, document, &state)) {
    outcome->text = kp_document_refusal_of_sheets(&state);
    if (outcome->text != KP_TEXT_NONE)
      answer = KP_WORKBOOK_REFUSED;
    else if (set_up(error, &job))
      answer = KP_WORKBOOK_WRITTEN;
  }
  return answer;
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
