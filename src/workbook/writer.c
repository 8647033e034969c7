/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing records: guards, journal, and then all of them in one transaction. */
#include "writer.h"

#include "cells.h"
#include "format.h"
#include "formulas.h"
#include "obstacle.h"
#include "place.h"
#include "share.h"
#include "step.h"
#include "strings.h"
#include "transaction.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A record with the table it goes to. */
typedef struct target {
  const kp_record *record;
  const kp_method_table *table;
  kp_grid grid;
  int32_t row; /* of a change, found by ID just before writing */
  kp_track *line;
  bool skipped; /* it is there already */
} target;

typedef struct job {
  const kp_document *document;
  kp_outcome *outcome;
  kp_look own;
  kp_look *look; /* its own, or the caller's */
  target *targets;
  size_t count;
  kp_writer_mode mode;
  bool shared;
  kp_transaction *transaction;
} job;

/* ------------------------------------------------------------------------------------ guards */

/* Who and when every table has, and may have lost. */
static bool may_be_lost(const kp_method_table *table, const kp_cell *cell) {
  const kp_method_column *column = kp_method_find_column(table, cell->key);
  return (column != NULL &&
          (column->role == KP_ROLE_CHANGED_BY || column->role == KP_ROLE_CHANGED_ON)) ||
         (cell->text != NULL && cell->text[0] == '\0');
}

/* The header at set-up: what people know a column by. */
static const char *header_of(const job *of, const char *table, const char *key) {
  char name[2 * KP_GRID_TOKEN_SIZE];
  snprintf(name, sizeof name, "%s.%s", table, key);
  const char *header = kp_registry_get(&of->look->registry, KP_REGISTRY_COLUMN, name);
  return header != NULL ? header : key;
}

static kp_step guard_table(kp_uno_error *error, job *of, target *to) {
  const kp_record *record = to->record;
  bool locked = false;
  to->table = kp_method_find_table(of->document->method, record->table);
  if (to->table != NULL && !kp_grid_look(error, of->look, to->table, &to->grid))
    return KP_STEP_FAILED;
  if (to->grid.sheet == NULL) {
    const char *name = kp_registry_get(&of->look->registry, KP_REGISTRY_TABLE, record->table);
    kp_step_refuse(of->outcome, KP_TEXT_TABLE_MISSING, name != NULL ? name : record->table);
    return KP_STEP_NO_TABLE;
  }
  if (!kp_document_sheet_protected(error, to->grid.sheet, &locked))
    return KP_STEP_FAILED;
  if (locked) {
    of->outcome->text = KP_TEXT_SHEET_PROTECTED;
    return kp_cells_name(error, to->grid.sheet, &of->outcome->detail) ? KP_STEP_REFUSED
                                                                      : KP_STEP_FAILED;
  }
  for (size_t i = 0; i < record->count; i++)
    if (kp_grid_column_of(&to->grid, record->cells[i].key) < 0 &&
        !may_be_lost(to->table, &record->cells[i]))
      return kp_step_refuse(of->outcome, KP_TEXT_TABLE_COLUMN_MISSING,
                            header_of(of, record->table, record->cells[i].key));
  return KP_STEP_GO_ON;
}

/* A row to change must be there once; a row to add must not be there. */
static kp_step guard_row(kp_uno_error *error, job *of, target *to) {
  const kp_record *record = to->record;
  bool again = false;
  to->row = -1;
  if (record->id[0] == '\0') /* a row that has neither an ID nor a name */
    return record->change ? kp_step_refuse(of->outcome, KP_TEXT_ROW_MISSING, "") : KP_STEP_GO_ON;
  if (!kp_grid_row_of(error, &to->grid, record->id, &to->row, &again))
    return KP_STEP_FAILED;
  if (!record->change) {
    to->skipped = to->row >= 0;
    return to->skipped && of->mode != KP_WRITER_MISSING_ONLY
               ? kp_step_refuse(of->outcome, KP_TEXT_ROW_THERE, record->id)
               : KP_STEP_GO_ON;
  }
  if (to->row < 0) {
    /* While restoring, the row may come with another record; else it is gone.
     */
    if (of->mode != KP_WRITER_MISSING_ONLY)
      return kp_step_refuse(of->outcome, KP_TEXT_ROW_MISSING, record->id);
    return KP_STEP_GO_ON;
  }
  /* Which of them people mean nobody knows: the first might be the wrong one. */
  if (again && of->mode != KP_WRITER_MISSING_ONLY)
    return kp_step_refuse(of->outcome, KP_TEXT_ROW_TWICE, record->id);
  return KP_STEP_GO_ON;
}

/* While restoring: a change whose line is in the log was made. */
static kp_step guard_proof(kp_uno_error *error, job *of, target *to) {
  const kp_method_table *table = kp_method_role_table(of->document->method, KP_ROLE_LOG);
  kp_grid log = {.sheet = NULL};
  int32_t row = -1;
  if (table == NULL || !to->record->change || of->mode != KP_WRITER_MISSING_ONLY)
    return KP_STEP_GO_ON;
  bool good = kp_grid_look(error, of->look, table, &log) &&
              (log.sheet == NULL || kp_grid_row_of(error, &log, to->record->proof, &row, NULL));
  to->skipped = row >= 0;
  kp_grid_clear(&log);
  return kp_step_of(good);
}

/* What Calc would refuse underway, or put where nobody sees it. */
static kp_step refuse_obstacle(kp_uno_error *error, job *of, const target *to,
                               const kp_obstacle *obstacle) {
  char *sheet = NULL;
  if (!kp_cells_name(error, to->grid.sheet, &sheet))
    return KP_STEP_FAILED;
  char *place = kp_strings_join(error, sheet, " · ", obstacle->cell);
  kp_step step = kp_step_refuse(of->outcome, obstacle->text, place);
  free(place);
  free(sheet);
  return step;
}

static kp_step guard_place(kp_uno_error *error, job *of, const target *to) {
  kp_place place = {0, false, KP_TEXT_NONE};
  kp_obstacle obstacle = {.text = KP_TEXT_NONE};
  bool good = true;
  if (to->skipped || (to->record->change && to->row < 0))
    return KP_STEP_GO_ON;
  if (!to->record->change)
    good = kp_place_find(error, &to->grid, &place) &&
           kp_obstacle_of_row(error, to->grid.sheet, place.row, &obstacle);
  for (size_t i = 0;
       good && to->record->change && obstacle.text == KP_TEXT_NONE && i < to->record->count; i++) {
    int32_t column = kp_grid_column_of(&to->grid, to->record->cells[i].key);
    good = column < 0 || kp_obstacle_of_cell(error, to->grid.sheet, column, to->row, &obstacle);
  }
  if (!good)
    return KP_STEP_FAILED;
  return obstacle.text != KP_TEXT_NONE ? refuse_obstacle(error, of, to, &obstacle) : KP_STEP_GO_ON;
}

/* Whether the document may be written. A look that the caller brings was asked already. */
static kp_step guard_document(kp_uno_error *error, job *of) {
  if (of->look != &of->own)
    return KP_STEP_GO_ON;
  if (!kp_look_state(error, of->document, &of->own))
    return KP_STEP_FAILED;
  kp_text refusal = kp_document_refusal(&of->own.state);
  if (refusal != KP_TEXT_NONE)
    return kp_step_refuse(of->outcome, refusal, NULL);
  return kp_step_of(kp_look_registry(error, &of->own));
}

static kp_step guard(kp_uno_error *error, job *of) {
  kp_step step = guard_document(error, of);
  of->shared = of->look->state.shared;
  for (size_t i = 0; step == KP_STEP_GO_ON && i < of->count; i++) {
    target *to = &of->targets[i];
    step = guard_table(error, of, to);
    if (step == KP_STEP_GO_ON)
      step = guard_row(error, of, to);
    if (step == KP_STEP_GO_ON)
      step = guard_proof(error, of, to);
    if (step == KP_STEP_GO_ON)
      step = guard_place(error, of, to);
  }
  return step;
}

/* --------------------------------------------------------------------------------- the cells */

static bool write_cells(kp_uno_error *error, kp_transaction *transaction, const target *to) {
  bool good = true;
  for (size_t i = 0; good && i < to->record->count; i++) {
    const kp_cell *cell = &to->record->cells[i];
    int32_t column = kp_grid_column_of(&to->grid, cell->key);
    bool is_id = !to->record->change && column == to->grid.id && to->record->id[0] != '\0';
    if (column < 0 || is_id) /* the ID was written with the row */
      continue;
    if (cell->text != NULL)
      good = kp_transaction_text(error, transaction, to->line, column, cell->text);
    else
      good = kp_transaction_number(error, transaction, to->line, column, cell->serial);
  }
  return good;
}

/* Below the end line formats may not be inherited. In a shared document they
 * would not be saved. */
static bool format_row(kp_uno_error *error, const job *of, const target *to, int32_t row) {
  int32_t text_format = 0;
  int32_t day_format = 0;
  bool good = kp_format_key(error, of->document->model, "@", &text_format) &&
              kp_format_day(error, of->document->model,
                            kp_formulas_language(of->document, &of->look->registry), &day_format);
  for (size_t i = 0; good && i < to->record->count; i++) {
    const kp_cell *cell = &to->record->cells[i];
    int32_t column = kp_grid_column_of(&to->grid, cell->key);
    uno_Interface *range = NULL;
    if (column < 0)
      continue;
    good = kp_cells_range(error, to->grid.sheet, column, row, column, row, &range) &&
           kp_uno_property_set_string(error, range, "CellStyle", "Default") &&
           kp_uno_property_set_long(error, range, "NumberFormat",
                                    cell->text != NULL ? text_format : day_format);
    kp_uno_release(range);
  }
  return good;
}

/* A sheet that nobody used yet was hidden. */
static bool show(kp_uno_error *error, const job *of, const target *to) {
  return of->shared || kp_transaction_show(error, of->transaction, to->grid.sheet);
}

/* A row that was written just before moved the end of its table. */
static bool find_grid_again(kp_uno_error *error, const job *of, target *to) {
  bool moved = false;
  for (const target *earlier = of->targets; earlier < to; earlier++)
    moved = moved || (earlier->table == to->table && !earlier->record->change && !earlier->skipped);
  if (!moved)
    return true;
  kp_grid_clear(&to->grid);
  return kp_grid_look(error, of->look, to->table, &to->grid) &&
         (to->grid.sheet != NULL ||
          kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "the table went away"));
}

/* Where the row goes; somebody may have filled the gap by hand. */
static bool find_place(kp_uno_error *error, const job *of, target *to, kp_place *place) {
  bool mended = false;
  if (!find_grid_again(error, of, to))
    return false;
  if (!of->shared && !kp_place_mend(error, of->document->model, to->table, &to->grid, &mended))
    return false;
  if (mended)
    kp_transaction_past(of->transaction, false); /* an empty row more */
  return kp_place_find(error, &to->grid, place);
}

/* The row takes its looks from its neighbours, and is hidden when a filter hides the next one. What
 * is done about it goes with the row. */
static bool dress(kp_uno_error *error, const job *of, const target *to, const kp_place *place) {
  int32_t row = -1;
  bool good = kp_track_row(error, to->line, &row) && kp_place_show(error, &to->grid, row) &&
              (!place->below_end || of->shared || format_row(error, of, to, row));
  kp_transaction_past(of->transaction, false);
  return good;
}

static bool write_row(kp_uno_error *error, job *of, target *to) {
  kp_transaction *transaction = of->transaction;
  kp_place place = {0, false, KP_TEXT_NONE};
  int32_t row = -1;
  bool good =
      find_place(error, of, to, &place) &&
      kp_transaction_insert(error, transaction, &to->grid, to->record->id, place.row, &to->line) &&
      show(error, of, to) && dress(error, of, to, &place) && write_cells(error, transaction, to) &&
      kp_formulas_write(error, of->document, of->look, &to->grid, to->table, transaction,
                        to->line) &&
      kp_track_row(error, to->line, &row);
  if (good && to == of->targets) {
    of->outcome->text = place.warning;
    of->outcome->row = row + 1;
  }
  return good;
}

static bool write_change(kp_uno_error *error, job *of, target *to) {
  int32_t row = -1;
  /* Looked for now: an earlier record may have moved or brought the row. */
  if (!kp_grid_row_of(error, &to->grid, to->record->id, &to->row, NULL))
    return false;
  if (to->row < 0) { /* while restoring only: the row is gone for good, the
                        record stays behind */
    to->skipped = true;
    of->outcome->text = KP_TEXT_ROW_MISSING;
    return true;
  }
  bool good =
      kp_transaction_line(error, of->transaction, &to->grid, to->record->id, to->row, &to->line) &&
      write_cells(error, of->transaction, to) && kp_track_row(error, to->line, &row);
  if (good && to == of->targets)
    of->outcome->row = row + 1;
  return good;
}

/* The arrows in the headers, when the workbook is shared no more. */
static bool bring_filters_back(kp_uno_error *error, const job *of) {
  bool changed = false;
  bool good = of->shared ||
              kp_share_filters_back(error, of->document->model, &of->look->registry, &changed);
  if (changed)
    kp_transaction_past(of->transaction, false);
  return good;
}

/* Journal first, then the workbook. */
static bool write_all(kp_uno_error *error, job *of, const kp_record *records, size_t *written) {
  bool good = (of->mode != KP_WRITER_NEW ||
               kp_transaction_journal(error, of->transaction, &of->look->registry, of->shared,
                                      records, of->count)) &&
              bring_filters_back(error, of);
  for (size_t i = 0; good && i < of->count; i++) {
    target *to = &of->targets[i];
    if (to->skipped)
      continue;
    good = to->record->change ? write_change(error, of, to) : write_row(error, of, to);
    *written += !to->skipped;
  }
  return good;
}

static kp_workbook_answer write_guarded(kp_uno_error *error, job *of, const char *title,
                                        const kp_record *records, size_t *written) {
  bool anything = false;
  bool own = false;
  kp_step step = guard(error, of);
  for (size_t i = 0; i < of->count; i++)
    anything = anything || !of->targets[i].skipped;
  if (step != KP_STEP_GO_ON)
    return kp_step_answer(step);
  if (!anything)
    return KP_WORKBOOK_WRITTEN; /* all of it was before */
  of->transaction = kp_transaction_join(error, of->document, title, &own);
  bool good = of->transaction != NULL && write_all(error, of, records, written);
  if (!good && of->transaction != NULL)
    kp_transaction_fail(of->transaction);
  if (own)
    good = kp_transaction_end(of->transaction, good, of->outcome);
  if (!good)
    *written = 0;
  return good ? KP_WORKBOOK_WRITTEN : KP_WORKBOOK_FAILED;
}

static bool open_job(kp_uno_error *error, job *of, const kp_record *records, size_t count) {
  of->own.model = of->document->model;
  if (of->look == NULL)
    of->look = &of->own;
  of->targets = calloc(count > 0 ? count : 1, sizeof *of->targets);
  if (of->targets == NULL)
    return kp_uno_error_memory(error);
  of->count = count;
  for (size_t i = 0; i < count; i++)
    of->targets[i].record = &records[i];
  return true;
}

static void close_job(job *of) {
  for (size_t i = 0; i < of->count; i++)
    kp_grid_clear(&of->targets[i].grid);
  free(of->targets);
  kp_look_clear(&of->own);
}

kp_step kp_writer_guard(kp_uno_error *error, const kp_document *document, const kp_record *records,
                        size_t count, kp_outcome *outcome) {
  job of = {.document = document, .outcome = outcome, .mode = KP_WRITER_NEW};
  kp_step step = open_job(error, &of, records, count) ? guard(error, &of) : KP_STEP_FAILED;
  close_job(&of);
  return step;
}

kp_workbook_answer kp_writer_write(kp_uno_error *error, const kp_document *document, kp_look *look,
                                   const char *title, const kp_record *records, size_t count,
                                   kp_writer_mode mode, size_t *written, kp_outcome *outcome) {
  job of = {.document = document, .outcome = outcome, .mode = mode, .look = look};
  kp_workbook_answer answer = KP_WORKBOOK_FAILED;
  *written = 0;
  if (open_job(error, &of, records, count))
    answer = write_guarded(error, &of, title, records, written);
  close_job(&of);
  return answer;
}
