/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting the end line of a table last again, and showing hidden rows. Only when asked. */
#include "kernpunt/workbook_journal.h"
#include "block.h"
#include "cells.h"
#include "document.h"
#include "format.h"
#include "formulas.h"
#include "strings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct job {
  const kp_document *document;
  const kp_method_table *table;
  kp_registry registry;
  kp_grid grid;
  kp_rows rows;
  kp_undo undo;
  char *sheet;
} job;

/* The old end line is ours and goes; but where people typed in it, they have a row there. */
static bool drop_end(kp_uno_error *error, job *of, uno_Interface *rows, bool *gone) {
  static kp_uno_method remove = KP_UNO_METHOD("com.sun.star.table.XTableRows::removeByIndex");
  const kp_grid *grid = &of->grid;
  int32_t row = of->rows.end;
  int32_t typed = -1;
  uno_Interface *line = NULL;
  bool good = kp_rows_end_used(error, grid, &of->rows, true, &typed);
  *gone = typed < 0;
  if (good && *gone)
    return kp_uno_call(error, rows, &remove, NULL, (int)row, 1);
  good = good && kp_cells_range(error, grid->sheet, grid->left, row, grid->right, row, &line) &&
         kp_uno_property_set_string(error, line, "CellStyle", "Default") &&
         kp_cells_set_text(error, grid->sheet, grid->id, row, "");
  kp_uno_release(line);
  return good;
}

/* A new end line below the last row, in place of the old one. */
static bool move_end(kp_uno_error *error, job *of) {
  static kp_uno_method get_rows = KP_UNO_METHOD("com.sun.star.table.XColumnRowRange::getRows");
  static kp_uno_method insert = KP_UNO_METHOD("com.sun.star.table.XTableRows::insertByIndex");
  kp_language language = kp_formulas_language(of->document, &of->registry);
  uno_Interface *rows = NULL;
  uno_Interface *line = NULL;
  int32_t end = of->rows.last + 1;
  char *words =
      kp_strings_join(error, KP_WORKBOOK_END, " ", kp_text_get(KP_TEXT_MARKER_WORDS, language));
  bool good = words != NULL && kp_uno_call(error, of->grid.sheet, &get_rows, &rows) &&
              kp_uno_call(error, rows, &insert, NULL, (int)end, 1);
  of->undo.wrote = of->undo.wrote || good;
  good = good &&
         kp_cells_range(error, of->grid.sheet, of->grid.left, end, of->grid.right, end, &line) &&
         kp_uno_property_set_string(error, line, "CellStyle", KP_STYLE_END) &&
         kp_cells_set_text(error, of->grid.sheet, of->grid.id, end, words);
  if (good && of->rows.end >= 0) {
    bool gone = false;
    good = drop_end(error, of, rows, &gone);
    end -= gone;
  }
  char name[KP_GRID_TOKEN_SIZE];
  snprintf(name, sizeof name, KP_GRID_NAME_PREFIX "%s", of->table->key);
  int32_t top =
      of->grid.anchor >= 0 && of->grid.anchor < of->grid.top ? of->grid.anchor : of->grid.top;
  good = good && kp_block_name_range(error, of->document->model, of->grid.sheet, name,
                                     of->grid.left, top, of->grid.right, end);
  free(words);
  kp_uno_release(line);
  kp_uno_release(rows);
  return good;
}

static bool set_visible(kp_uno_error *error, job *of, int32_t row, bool visible) {
  static kp_uno_method get_rows = KP_UNO_METHOD("com.sun.star.table.XColumnRowRange::getRows");
  uno_Interface *rows = NULL;
  uno_Interface *line = NULL;
  bool now = visible;
  bool good = kp_uno_call(error, of->grid.sheet, &get_rows, &rows) &&
              kp_cells_by_index(error, rows, row, &line) &&
              kp_uno_property_get_bool(error, line, "IsVisible", &now);
  if (good && now != visible) {
    good = kp_uno_property_set_bool(error, line, "IsVisible", visible);
    of->undo.wrote = true;
  }
  kp_uno_release(line);
  kp_uno_release(rows);
  return good;
}

static bool repair(kp_uno_error *error, job *of) {
  char *title = kp_text_fill(KP_TEXT_UNDO_REPAIR, of->document->language, of->sheet, NULL);
  int32_t typed = -1;
  bool good = kp_undo_enter(error, of->document, title != NULL ? title : "", &of->undo);
  for (size_t i = 0; good && i < of->rows.count; i++)
    good = set_visible(error, of, of->rows.sheet[i], true);
  if (good && of->grid.anchor >= 0)
    good = set_visible(error, of, of->grid.anchor, false);
  if (good)
    good = kp_rows_end_used(error, &of->grid, &of->rows, false, &typed);
  if (good && (of->rows.end < 0 || of->rows.last > of->rows.end || typed >= 0))
    good = move_end(error, of);
  kp_undo_leave(&of->undo, good);
  free(title);
  return good;
}

static kp_workbook_answer run(kp_uno_error *error, job *of, kp_outcome *outcome) {
  kp_document_state state;
  bool locked = false;
  if (!kp_document_read_state(error, of->document, &state))
    return KP_WORKBOOK_FAILED;
  outcome->text = kp_document_refusal_of_sheets(&state);
  if (outcome->text != KP_TEXT_NONE)
    return KP_WORKBOOK_REFUSED;
  if (!kp_registry_read(error, of->document->model, &of->registry) ||
      !kp_grid_find(error, of->document->model, &of->registry, of->table, &of->grid))
    return KP_WORKBOOK_FAILED;
  if (of->grid.sheet == NULL) {
    outcome->text = KP_TEXT_TABLE_MISSING;
    outcome->detail =
        kp_strings_join(error, of->table->name.in[of->document->language], NULL, NULL);
    return KP_WORKBOOK_NO_TABLE;
  }
  if (!kp_cells_name(error, of->grid.sheet, &of->sheet) ||
      !kp_document_sheet_protected(error, of->grid.sheet, &locked))
    return KP_WORKBOOK_FAILED;
  outcome->detail = kp_strings_join(error, of->sheet, NULL, NULL);
  outcome->text = locked ? KP_TEXT_SHEET_PROTECTED : KP_TEXT_REPAIRED;
  if (locked)
    return KP_WORKBOOK_REFUSED;
  return kp_rows_read(error, &of->grid, &of->rows) && repair(error, of) ? KP_WORKBOOK_WRITTEN
                                                                        : KP_WORKBOOK_FAILED;
}

kp_workbook_answer kp_workbook_repair(kp_uno_error *error, const kp_document *document,
                                      const char *table, kp_outcome *outcome) {
  job of = {.document = document, .table = kp_method_find_table(document->method, table)};
  kp_workbook_answer answer = KP_WORKBOOK_FAILED;
  memset(outcome, 0, sizeof *outcome);
  if (of.table != NULL) {
    answer = run(error, &of, outcome);
  } else if (strcmp(table, KP_JOURNAL_TABLE) == 0) {
    outcome->text = KP_TEXT_JOURNAL_TIDIED;
    if (kp_journal_tidy(error, document->context))
      answer = KP_WORKBOOK_WRITTEN;
  } else {
    kp_uno_error_set(error, KP_UNO_ILLEGAL_ARGUMENT, "no table %s", table);
  }
  free(of.sheet);
  kp_rows_clear(&of.rows);
  kp_grid_clear(&of.grid);
  kp_registry_clear(&of.registry);
  return answer;
}
