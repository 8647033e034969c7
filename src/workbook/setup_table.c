/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of a table, and what an upgrade adds to it. */
#include "setup.h"

#include "block.h"
#include "cells.h"
#include "format.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NEW_ROWS = KP_SETUP_END + 1 };

/* ----------------------------------------------------------------------------- what is noted */

static bool note_column(kp_uno_error *error, kp_setup_job *job, const kp_method_column *column) {
  char name[2 * KP_GRID_TOKEN_SIZE];
  snprintf(name, sizeof name, "%s.%s", column->table->key, column->key);
  return kp_registry_push(error, &job->added, KP_REGISTRY_COLUMN, name,
                          column->name.in[job->language]);
}

/* A column whose words are a list gets a name, so that lists can be made of it
 * anywhere. */
static bool name_source(kp_uno_error *error, const kp_setup_job *job, const kp_setup_rows *rows,
                        const kp_method_column *column, int32_t index) {
  const kp_method *method = job->document->method;
  char name[2 * KP_GRID_TOKEN_SIZE];
  bool source = column == method->people;
  for (size_t i = 0; !source && i < method->list_count; i++)
    source = method->lists[i]->source == column;
  if (!source)
    return true;
  kp_setup_list_name(column, name);
  return kp_block_name_range(error, job->document->model, rows->sheet, name, index, rows->anchor,
                             index, rows->end);
}

/* ------------------------------------------------------------------------------- a new table */

/* Header, anchor and end line in one block of texts. */
static bool write_texts(kp_uno_error *error, const kp_setup_job *job, const kp_method_table *table,
                        uno_Interface *sheet, const kp_method_column *const *columns,
                        int32_t count) {
  char token[KP_GRID_TOKEN_SIZE];
  char end[200];
  const char *id_key = kp_grid_id_key(table);
  const char **texts = calloc((size_t)count * NEW_ROWS, sizeof *texts);
  if (texts == NULL)
    return kp_uno_error_memory(error);
  snprintf(token, sizeof token, "[%s]", table->key);
  snprintf(end, sizeof end, "%s %s", KP_WORKBOOK_END,
           kp_text_get(KP_TEXT_MARKER_WORDS, job->language));
  for (int32_t i = 0; i < count; i++) {
    bool id = strcmp(columns[i]->key, id_key) == 0;
    texts[KP_SETUP_HEADER * count + i] = columns[i]->name.in[job->language];
    texts[KP_SETUP_ANCHOR * count + i] = id ? token : columns[i]->key;
    texts[KP_SETUP_END * count + i] = id ? end : "";
  }
  bool good = kp_block_write(error, sheet, 0, 0, count, NEW_ROWS, texts);
  free(texts);
  return good;
}

static bool hide_row(kp_uno_error *error, uno_Interface *sheet, int32_t index) {
  static kp_uno_method get_rows = KP_UNO_METHOD("com.sun.star.table.XColumnRowRange::getRows");
  uno_Interface *rows = NULL;
  uno_Interface *row = NULL;
  bool good = kp_uno_call(error, sheet, &get_rows, &rows) &&
              kp_cells_by_index(error, rows, index, &row) &&
              kp_uno_property_set_bool(error, row, "IsVisible", false);
  kp_uno_release(row);
  kp_uno_release(rows);
  return good;
}

/* The anchor as header of the database range keeps it in its place when people
 * sort. */
static bool add_database_range(kp_uno_error *error, const kp_setup_job *job,
                               const kp_method_table *table, uno_Interface *sheet, int32_t right) {
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.sheet.XDatabaseRanges::addNewByName");
  static kp_uno_method remove = KP_UNO_METHOD("com.sun.star.sheet.XDatabaseRanges::removeByName");
  char name[KP_GRID_TOKEN_SIZE];
  kp_uno_cell_range_address where;
  uno_Interface *ranges = NULL;
  uno_Interface *range = NULL;
  bool has = false;
  snprintf(name, sizeof name, KP_GRID_NAME_PREFIX "rows_%s", table->key);
  bool good =
      kp_cells_address(error, sheet, &where) &&
      kp_uno_property_get_interface(error, job->document->model, "DatabaseRanges", &ranges) &&
      kp_cells_has_name(error, ranges, name, &has) &&
      (!has || kp_uno_call(error, ranges, &remove, NULL, name));
  if (good) {
    where = (kp_uno_cell_range_address){where.sheet, 0, KP_SETUP_ANCHOR, right, KP_SETUP_END};
    good = kp_uno_call(error, ranges, &add, NULL, name, &where) &&
           kp_cells_by_name(error, ranges, name, &range) &&
           kp_uno_property_set_bool(error, range, "ContainsHeader", true);
  }
  kp_uno_release(range);
  kp_uno_release(ranges);
  return good;
}

static bool style_end(kp_uno_error *error, uno_Interface *sheet, int32_t right) {
  uno_Interface *line = NULL;
  bool good = kp_cells_range(error, sheet, 0, KP_SETUP_END, right, KP_SETUP_END, &line) &&
              kp_uno_property_set_string(error, line, "CellStyle", KP_STYLE_END);
  kp_uno_release(line);
  return good;
}

static bool fill_table(kp_uno_error *error, kp_setup_job *job, const kp_method_table *table,
                       uno_Interface *sheet, const kp_method_column *const *columns,
                       int32_t count) {
  kp_setup_rows rows = {sheet, KP_SETUP_HEADER, KP_SETUP_ANCHOR, KP_SETUP_END};
  char name[KP_GRID_TOKEN_SIZE];
  snprintf(name, sizeof name, KP_GRID_NAME_PREFIX "%s", table->key);
  bool good = true;
  for (int32_t i = 0; good && i < count; i++)
    good = kp_setup_column(error, job, &rows, columns[i], i) &&
           name_source(error, job, &rows, columns[i], i) && note_column(error, job, columns[i]);
  good = good && write_texts(error, job, table, sheet, columns, count) &&
         style_end(error, sheet, count - 1) &&
         kp_block_name_range(error, job->document->model, sheet, name, 0, KP_SETUP_ANCHOR,
                             count - 1, KP_SETUP_END) &&
         add_database_range(error, job, table, sheet, count - 1) &&
         hide_row(error, sheet, KP_SETUP_ANCHOR);
  return good && (!table->hidden || kp_uno_property_set_bool(error, sheet, "IsVisible", false));
}

bool kp_setup_table(kp_uno_error *error, kp_setup_job *job, const kp_method_table *table) {
  const kp_method_column **columns = calloc(table->count + 1, sizeof(void *));
  uno_Interface *sheet = NULL;
  char *name = NULL;
  int32_t count = 0;
  bool good = true;
  if (columns == NULL)
    return kp_uno_error_memory(error);
  for (size_t i = 0; i < table->count; i++)
    if (kp_setup_uses(job, table->columns[i]->practice))
      columns[count++] = table->columns[i];
  if (good && count > 0) {
    good = kp_block_free_name(error, job->document->model, table->name.in[job->language], &name) &&
           kp_block_insert_sheet(error, job->document->model, name, &sheet);
    job->undo.wrote = job->undo.wrote || good;
    good = good && fill_table(error, job, table, sheet, columns, count) &&
           kp_registry_push(error, &job->added, KP_REGISTRY_TABLE, table->key, name);
  }
  kp_uno_release(sheet);
  free(name);
  free(columns);
  return good;
}

/* --------------------------------------------------------------------- a table that is there */

/* A column that set-up once made and that is gone was taken away by people: it
 * stays away. */
static bool is_new(const kp_setup_job *job, const kp_method_column *column, const kp_grid *grid) {
  char name[2 * KP_GRID_TOKEN_SIZE];
  snprintf(name, sizeof name, "%s.%s", column->table->key, column->key);
  return kp_setup_uses(job, column->practice) && kp_grid_column_of(grid, column->key) < 0 &&
         kp_registry_get(&job->before, KP_REGISTRY_COLUMN, name) == NULL;
}

/* Notes again what is there and was forgotten: somebody deleted the hidden sheet. */
static bool note_present(kp_uno_error *error, kp_setup_job *job, const kp_method_table *table,
                         const kp_grid *grid) {
  char *name = NULL;
  if (kp_registry_get(&job->before, KP_REGISTRY_TABLE, table->key) != NULL)
    return true;
  bool good = kp_cells_name(error, grid->sheet, &name) &&
              kp_registry_push(error, &job->added, KP_REGISTRY_TABLE, table->key, name);
  free(name);
  for (size_t i = 0; good && i < table->count; i++)
    if (kp_grid_column_of(grid, table->columns[i]->key) >= 0)
      good = note_column(error, job, table->columns[i]);
  return good;
}

bool kp_setup_extend(kp_uno_error *error, kp_setup_job *job, const kp_method_table *table,
                     const kp_grid *grid) {
  kp_rows rows;
  int32_t last_column = 0;
  int32_t last_row = 0;
  if (!note_present(error, job, table, grid))
    return false;
  if (grid->anchor <= 0) /* without a row for keys nothing can be added: the check tells */
    return true;
  bool good = kp_rows_read_ids(error, grid, &rows) &&
              kp_cells_used(error, grid->sheet, &last_column, &last_row);
  int32_t index = (last_column > grid->right ? last_column : grid->right) + 1;
  for (size_t i = 0; good && i < table->count; i++) {
    const kp_method_column *column = table->columns[i];
    if (!is_new(job, column, grid))
      continue;
    kp_setup_rows where = {grid->sheet, grid->top - 1, grid->anchor,
                           rows.last > grid->anchor ? rows.last : grid->anchor};
    if (where.header == grid->anchor)
      where.header = grid->anchor - 1;
    job->undo.wrote = true;
    good = kp_setup_column(error, job, &where, column, index) &&
           kp_cells_set_text(error, grid->sheet, index, where.header,
                             column->name.in[job->language]) &&
           kp_cells_set_text(error, grid->sheet, index, grid->anchor, column->key) &&
           name_source(error, job, &where, column, index) && note_column(error, job, column);
    index++;
  }
  kp_rows_clear(&rows);
  return good;
}
