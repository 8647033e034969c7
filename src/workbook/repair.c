/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting header and end line of a table in their places again, with all that belongs to them, and
 * showing hidden rows. Only when asked. */
#include "journal_old.h"

#include "block.h"
#include "cells.h"
#include "formulas.h"
#include "obstacle.h"
#include "setup.h"
#include "share.h"
#include "strings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct job {
  kp_setup_job setup; /* with document and what the workbook has */
  const kp_method_table *table;
  kp_grid grid;
  kp_rows rows;
  int32_t *at; /* columns on the sheet */
  char *sheet;
} job;

static uno_Interface *model_of(const job *of) {
  return of->setup.document->model;
}

/* Reads again where everything is now. */
static bool look(kp_uno_error *error, job *of) {
  kp_rows_clear(&of->rows);
  kp_grid_clear(&of->grid);
  kp_registry_clear(&of->setup.before);
  if (!kp_registry_read(error, model_of(of), &of->setup.before) ||
      !kp_grid_find(error, model_of(of), &of->setup.before, of->table, &of->grid))
    return false;
  for (size_t i = 0; i < of->table->count; i++)
    of->at[i] = kp_grid_column_of(&of->grid, of->table->columns[i]->key);
  return of->grid.sheet == NULL || kp_rows_read(error, &of->grid, &of->rows);
}

static kp_setup_area area_of(const job *of) {
  return (kp_setup_area){.table = of->table,
                         .sheet = of->grid.sheet,
                         .at = of->at,
                         .left = of->grid.left,
                         .right = of->grid.right,
                         .header = of->grid.header};
}

/* --------------------------------------------------------------------------------- the header */

/* The hidden sheet refers to the header where it is now. */
static bool write_places(kp_uno_error *error, job *of, int32_t header) {
  kp_setup_area area = area_of(of);
  bool good = true;
  area.header = header;
  for (size_t i = 0; good && i < of->table->count; i++) {
    char key[2 * KP_GRID_TOKEN_SIZE];
    if (of->at[i] < 0)
      continue;
    kp_grid_place_key(of->table->columns[i], key);
    char *place = kp_setup_place(error, &area, of->table->columns[i]);
    good = place != NULL && kp_registry_set_place(error, model_of(of), key, place);
    free(place);
  }
  return good;
}

/* A header as set-up wrote it, in a row of its own above the rows. */
static bool write_header(kp_uno_error *error, job *of) {
  uno_Interface *sheet = of->grid.sheet;
  int32_t row = of->grid.top;
  bool good = kp_cells_insert_rows(error, sheet, row, 1);
  for (size_t i = 0; good && i < of->table->count; i++) {
    char key[2 * KP_GRID_TOKEN_SIZE];
    kp_grid_place_key(of->table->columns[i], key);
    const char *header = kp_registry_get(&of->setup.before, KP_REGISTRY_COLUMN, key);
    if (header != NULL && of->at[i] >= 0)
      good = kp_cells_set_text(error, sheet, of->at[i], row, header);
  }
  return good && write_places(error, of, row);
}

/* Brings the header back with all that stands beside it. */
static bool move_header(kp_uno_error *error, job *of) {
  static kp_uno_method copy = KP_UNO_METHOD("com.sun.star.sheet.XCellRangeMovement::copyRange");
  uno_Interface *sheet = of->grid.sheet;
  kp_uno_cell_range_address where;
  int32_t right = 0;
  int32_t bottom = 0;
  int32_t to = of->grid.header;
  int32_t from = of->rows.header + (of->rows.header >= to);
  bool good = kp_cells_address(error, sheet, &where) &&
              kp_cells_used(error, sheet, &right, &bottom) &&
              kp_cells_insert_rows(error, sheet, to, 1);
  if (good) {
    kp_uno_cell_address target = {where.sheet, 0, to};
    where = (kp_uno_cell_range_address){where.sheet, 0, from, right, from};
    good = kp_uno_call(error, sheet, &copy, NULL, &target, &where) &&
           kp_cells_remove_rows(error, sheet, from, 1);
  }
  return good && write_places(error, of, to - (from < to));
}

/* ------------------------------------------------------------------------------- the end line */

/* The old end line is ours and goes; but where people typed in it, they have a row there. */
static bool drop_end(kp_uno_error *error, job *of) {
  const kp_grid *grid = &of->grid;
  int32_t row = of->rows.end;
  int32_t typed = -1;
  uno_Interface *line = NULL;
  uno_Interface *rows = NULL;
  uno_Interface *height = NULL;
  if (row < 0)
    return true;
  if (!kp_rows_end_used(error, grid, &of->rows, true, &typed))
    return false;
  if (typed < 0)
    return kp_cells_remove_rows(error, grid->sheet, row, 1);
  bool good = kp_cells_range(error, grid->sheet, grid->left, row, grid->right, row, &line) &&
              kp_uno_property_set_string(error, line, "CellStyle", "Default") &&
              kp_cells_set_text(error, grid->sheet, grid->id, row, "") &&
              kp_cells_rows(error, grid->sheet, &rows) &&
              kp_cells_by_index(error, rows, row, &height) &&
              kp_uno_property_set_bool(error, height, "OptimalHeight", true);
  kp_uno_release(height);
  kp_uno_release(rows);
  kp_uno_release(line);
  return good;
}

/* Removes a row that was gap or separator, when nothing stands in it. */
static bool drop_blank(kp_uno_error *error, job *of, int32_t row) {
  int32_t right = 0;
  int32_t bottom = 0;
  int32_t last = 0;
  bool good = kp_cells_used(error, of->grid.sheet, &right, &bottom) &&
              kp_cells_last(error, of->grid.sheet, 0, row, right, row, &last);
  return good && (last >= row || kp_cells_remove_rows(error, of->grid.sheet, row, 1));
}

/* Gap, separator and end line anew below the last row, in place of the old ones. */
static bool move_end(kp_uno_error *error, job *of) {
  enum { GAP, SEPARATOR, END, LINES };
  bool good = drop_end(error, of) && look(error, of);
  int32_t bottom = of->grid.bottom;
  if (good && bottom > of->grid.header)
    good = drop_blank(error, of, bottom + 1) && drop_blank(error, of, bottom) && look(error, of);
  if (!good)
    return false;
  kp_setup_area area = area_of(of);
  int32_t last = of->rows.count > 0 ? of->rows.sheet[of->rows.count - 1] : of->grid.header;
  area.gap = (last > area.header ? last : area.header) + 1;
  area.end = area.gap + END;
  good = kp_cells_insert_rows(error, area.sheet, area.gap, LINES);
  for (size_t i = 0; good && i < of->table->count; i++)
    if (of->at[i] >= 0)
      good = kp_setup_column(error, &of->setup, &area, of->table->columns[i]);
  return good && kp_setup_names(error, &of->setup, &area) &&
         kp_setup_look(error, &of->setup, &area);
}

/* ---------------------------------------------------------------------------------- the whole */

static bool is_whole(kp_uno_error *error, job *of, bool *whole) {
  const kp_grid *grid = &of->grid;
  int32_t typed = -1;
  int32_t last = of->rows.count > 0 ? of->rows.sheet[of->rows.count - 1] : -1;
  bool good = kp_rows_end_used(error, grid, &of->rows, false, &typed);
  *whole = grid->header >= 0 && (of->rows.header < 0 || of->rows.header == grid->header) &&
           grid->bottom > grid->header && of->rows.end == grid->bottom + 2 && last < grid->bottom &&
           typed < 0;
  return good;
}

static bool show_rows(kp_uno_error *error, job *of) {
  bool good = true;
  for (size_t i = 0; good && i < of->rows.count; i++) {
    bool changed = false;
    good = kp_cells_show_row(error, of->grid.sheet, of->rows.sheet[i], true, &changed);
    of->setup.undo.wrote = of->setup.undo.wrote || changed;
  }
  return good;
}

static bool put_right(kp_uno_error *error, job *of) {
  bool good = true;
  of->setup.undo.wrote = true;
  if (of->grid.header < 0)
    good = write_header(error, of) && look(error, of);
  else if (of->rows.header >= 0 && of->rows.header != of->grid.header)
    good = move_header(error, of) && look(error, of);
  return good && move_end(error, of);
}

static bool repair(kp_uno_error *error, job *of) {
  const kp_document *document = of->setup.document;
  char *title = kp_text_fill(KP_TEXT_UNDO_REPAIR, document->language, of->sheet, NULL);
  bool whole = true;
  bool arrows = false;
  of->setup.language = kp_formulas_language(document, &of->setup.before);
  bool good = kp_setup_formats(error, &of->setup) &&
              kp_undo_enter(error, document, title != NULL ? title : "", &of->setup.undo) &&
              kp_share_filters_back(error, model_of(of), &of->setup.before, &arrows) &&
              show_rows(error, of) && is_whole(error, of, &whole) &&
              (whole || put_right(error, of));
  kp_undo_leave(&of->setup.undo, good);
  free(title);
  return good;
}

/* Lines that are put in would push out what stands in the sheet's last row. */
static bool fits(kp_uno_error *error, job *of, kp_outcome *outcome) {
  kp_obstacle obstacle = {.text = KP_TEXT_NONE};
  bool whole = true;
  bool good = is_whole(error, of, &whole) &&
              (whole || kp_obstacle_of_row(error, of->grid.sheet, of->grid.top, &obstacle));
  if (good && obstacle.text == KP_TEXT_ROW_BLOCKED_LAST) {
    free(outcome->detail);
    outcome->text = obstacle.text;
    outcome->detail = kp_strings_join(error, of->sheet, " · ", obstacle.cell);
  }
  return good;
}

static kp_workbook_answer run(kp_uno_error *error, job *of, kp_outcome *outcome) {
  const kp_document *document = of->setup.document;
  kp_document_state state;
  bool locked = false;
  if (!kp_document_read_state(error, document, &state))
    return KP_WORKBOOK_FAILED;
  outcome->text = kp_document_refusal_of_sheets(&state);
  if (outcome->text != KP_TEXT_NONE)
    return KP_WORKBOOK_REFUSED;
  if (!look(error, of))
    return KP_WORKBOOK_FAILED;
  if (of->grid.sheet == NULL) {
    outcome->text = KP_TEXT_TABLE_MISSING;
    outcome->detail = kp_strings_join(error, of->table->name.in[document->language], NULL, NULL);
    return KP_WORKBOOK_NO_TABLE;
  }
  if (!kp_cells_name(error, of->grid.sheet, &of->sheet) ||
      !kp_document_sheet_protected(error, of->grid.sheet, &locked))
    return KP_WORKBOOK_FAILED;
  outcome->detail = kp_strings_join(error, of->sheet, NULL, NULL);
  outcome->text = locked ? KP_TEXT_SHEET_PROTECTED : KP_TEXT_REPAIRED;
  if (!locked && !fits(error, of, outcome))
    return KP_WORKBOOK_FAILED;
  if (outcome->text != KP_TEXT_REPAIRED)
    return KP_WORKBOOK_REFUSED;
  return repair(error, of) ? KP_WORKBOOK_WRITTEN : KP_WORKBOOK_FAILED;
}

kp_workbook_answer kp_workbook_repair(kp_uno_error *error, const kp_document *document,
                                      const char *table, kp_outcome *outcome) {
  job of = {.setup = {.document = document},
            .table = kp_method_find_table(document->method, table)};
  kp_workbook_answer answer = KP_WORKBOOK_FAILED;
  memset(outcome, 0, sizeof *outcome);
  if (of.table != NULL) {
    of.at = malloc((of.table->count + 1) * sizeof *of.at);
    if (of.at != NULL)
      answer = run(error, &of, outcome);
    else
      kp_uno_error_memory(error);
  } else if (strcmp(table, KP_JOURNAL_TABLE) == 0) {
    outcome->text = KP_TEXT_JOURNAL_TIDIED;
    if (kp_journal_tidy(error, document->context))
      answer = KP_WORKBOOK_WRITTEN;
  } else {
    kp_uno_error_set(error, KP_UNO_ILLEGAL_ARGUMENT, "no table %s", table);
  }
  free(of.at);
  free(of.sheet);
  kp_rows_clear(&of.rows);
  kp_grid_clear(&of.grid);
  kp_registry_clear(&of.setup.before);
  return answer;
}
