/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of a table, and what an upgrade adds to it. */
#include "setup.h"

#include "block.h"
#include "cells.h"

#include <stdlib.h>

/* ----------------------------------------------------------------------------- what is noted */

static bool note_column(kp_uno_error *error, kp_setup_job *job, const kp_setup_area *area,
                        const kp_method_column *column) {
  char name[2 * KP_GRID_TOKEN_SIZE];
  kp_grid_place_key(column, name);
  char *header = kp_grid_header(error, column, job->language);
  char *place = kp_setup_place(error, area, column);
  bool good = header != NULL && place != NULL &&
              kp_registry_push_column(error, &job->added, name, header, place);
  free(place);
  free(header);
  return good;
}

/* ------------------------------------------------------------------------------- a new table */

/* Where a column stands on a new sheet: links behind what people read, then who changed the row. */
static int rank_of(const kp_method_column *column) {
  if (column->role == KP_ROLE_CHANGED_BY || column->role == KP_ROLE_CHANGED_ON)
    return 2;
  return column->kind == KP_METHOD_LINK && kp_grid_names(column) != NULL ? 1 : 0;
}

/* Gives the columns their places; answers how many there are. */
static int32_t place_columns(const kp_setup_job *job, const kp_method_table *table, int32_t *at) {
  int32_t count = 0;
  for (int rank = 0; rank <= 2; rank++)
    for (size_t i = 0; i < table->count; i++)
      if (rank_of(table->columns[i]) == rank && kp_setup_uses(job, table->columns[i]->practice))
        at[i] = count++;
  return count;
}

static bool write_header(kp_uno_error *error, const kp_setup_job *job, const kp_setup_area *area) {
  const kp_method_table *table = area->table;
  int32_t count = area->right + 1;
  char **texts = calloc((size_t)count, sizeof *texts);
  bool good = texts != NULL;
  if (texts == NULL)
    kp_uno_error_memory(error);
  for (size_t i = 0; good && i < table->count; i++) {
    if (area->at[i] < 0)
      continue;
    texts[area->at[i]] = kp_grid_header(error, table->columns[i], job->language);
    good = texts[area->at[i]] != NULL;
  }
  good = good &&
         kp_block_write(error, area->sheet, 0, area->header, count, 1, (const char *const *)texts);
  for (int32_t i = 0; texts != NULL && i < count; i++)
    free(texts[i]);
  free(texts);
  return good;
}

/* What kind of sheet it is: lists and log, personal, where work is ticked off, what was thought. */
static int32_t tab_color(const kp_method *method, const kp_method_table *table) {
  enum { BASE = 0x9AA3AD, PERSONAL = 0x4F3783, WORK = 0x1F6FB2, THOUGHT = 0x0B6E4F };
  bool work = false;
  for (size_t i = 0; i < method->source_count; i++)
    work = work || (method->sources[i]->table == table && method->sources[i]->answer_count > 0);
  if (table->personal)
    return PERSONAL;
  if (work)
    return WORK;
  return table->practice == NULL || table->practice->always ? BASE : THOUGHT;
}

bool kp_setup_sheet(kp_uno_error *error, kp_setup_job *job, const kp_method_table *table,
                    kp_setup_new *fresh) {
  uno_Interface *model = job->document->model;
  char *name = NULL;
  bool good = true;
  *fresh = (kp_setup_new){.at = malloc((table->count + 1) * sizeof *fresh->at)};
  if (fresh->at == NULL)
    return kp_uno_error_memory(error);
  for (size_t i = 0; i < table->count; i++)
    fresh->at[i] = -1;
  int32_t count = place_columns(job, table, fresh->at);
  if (count > 0) {
    kp_setup_area *area = &fresh->area;
    *area = (kp_setup_area){.table = table,
                            .at = fresh->at,
                            .right = count - 1,
                            .header = KP_SETUP_HEADER,
                            .gap = KP_SETUP_GAP,
                            .end = KP_SETUP_END};
    good = kp_block_free_name(error, model, table->name.in[job->language], &name);
    /* Before the sheet is there: what fails behind that must go back too. */
    job->undo.wrote = job->undo.wrote || good;
    good = good && kp_block_insert_sheet(error, model, name, &area->sheet);
    good = good && kp_registry_push(error, &job->added, KP_REGISTRY_TABLE, table->key, name) &&
           kp_setup_names(error, job, area);
  }
  free(name);
  return good;
}

bool kp_setup_fill(kp_uno_error *error, kp_setup_job *job, const kp_setup_new *fresh) {
  const kp_setup_area *area = &fresh->area;
  const kp_method_table *table = area->table;
  bool good = write_header(error, job, area);
  for (size_t i = 0; good && i < table->count; i++)
    if (area->at[i] >= 0)
      good = kp_setup_column(error, job, area, table->columns[i]) &&
             kp_setup_width(error, area, table->columns[i]) &&
             note_column(error, job, area, table->columns[i]);
  return good && kp_setup_look(error, job, area) &&
         kp_uno_property_set_long(error, area->sheet, "TabColor",
                                  tab_color(job->document->method, table)) &&
         (!table->hidden || kp_uno_property_set_bool(error, area->sheet, "IsVisible", false));
}

void kp_setup_new_clear(kp_setup_new *fresh) {
  kp_uno_release(fresh->area.sheet);
  free(fresh->at);
  *fresh = (kp_setup_new){.at = NULL};
}

/* --------------------------------------------------------------------- a table that is there */

/* A column that set-up once made and that is gone was taken away by people: it
 * stays away. */
static bool is_new(const kp_setup_job *job, const kp_method_column *column, const kp_grid *grid) {
  char name[2 * KP_GRID_TOKEN_SIZE];
  kp_grid_place_key(column, name);
  return kp_setup_uses(job, column->practice) && kp_grid_column_of(grid, column->key) < 0 &&
         kp_registry_get(&job->before, KP_REGISTRY_COLUMN, name) == NULL;
}

/* Notes again what is there and was forgotten: somebody deleted the hidden sheet. */
static bool note_present(kp_uno_error *error, kp_setup_job *job, const kp_setup_area *area,
                         const kp_grid *grid) {
  const kp_method_table *table = area->table;
  char *name = NULL;
  if (kp_registry_get(&job->before, KP_REGISTRY_TABLE, table->key) != NULL)
    return true;
  bool good = kp_cells_name(error, grid->sheet, &name) &&
              kp_registry_push(error, &job->added, KP_REGISTRY_TABLE, table->key, name);
  free(name);
  for (size_t i = 0; good && i < table->count; i++)
    if (area->at[i] >= 0)
      good = note_column(error, job, area, table->columns[i]);
  return good;
}

static bool add_column(kp_uno_error *error, kp_setup_job *job, const kp_setup_area *area,
                       const kp_method_column *column) {
  char *header = kp_grid_header(error, column, job->language);
  bool good = header != NULL &&
              kp_cells_set_text(error, area->sheet, area->at[column->index], area->header, header);
  free(header);
  return good && kp_setup_names(error, job, area) && kp_setup_column(error, job, area, column) &&
         kp_setup_width(error, area, column) && note_column(error, job, area, column);
}

/* Adds what is new, to the right of all that people keep there. */
static bool add_new(kp_uno_error *error, kp_setup_job *job, const kp_grid *grid, int32_t *at,
                    kp_setup_area *area) {
  const kp_method_table *table = area->table;
  int32_t last_column = 0;
  int32_t last_row = 0;
  bool any = false;
  bool good = kp_cells_used(error, grid->sheet, &last_column, &last_row);
  int32_t index = (last_column > grid->right ? last_column : grid->right) + 1;
  for (size_t i = 0; good && i < table->count; i++) {
    if (!is_new(job, table->columns[i], grid))
      continue;
    any = true;
    at[i] = index;
    area->right = index++;
    job->undo.wrote = true;
    good = add_column(error, job, area, table->columns[i]);
  }
  return good && (!any || kp_setup_look(error, job, area));
}

bool kp_setup_extend(kp_uno_error *error, kp_setup_job *job, const kp_method_table *table,
                     const kp_grid *grid) {
  kp_rows rows;
  int32_t *at = malloc((table->count + 1) * sizeof *at);
  if (at == NULL)
    return kp_uno_error_memory(error);
  for (size_t i = 0; i < table->count; i++)
    at[i] = kp_grid_column_of(grid, table->columns[i]->key);
  kp_setup_area area = {.table = table,
                        .sheet = grid->sheet,
                        .at = at,
                        .left = grid->left,
                        .right = grid->right,
                        .header = grid->header,
                        .gap = grid->bottom};
  bool good = kp_rows_read_ids(error, grid, &rows) && note_present(error, job, &area, grid);
  area.end = rows.end;
  /* Where header, gap or end line are not in place nothing is added: the check tells, and a repair
   * makes way. */
  if (good && area.header >= 0 && area.gap > area.header && area.end == area.gap + 2)
    good = add_new(error, job, grid, at, &area);
  kp_rows_clear(&rows);
  free(at);
  return good;
}
