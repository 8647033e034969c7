/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks up rows of the journal in the open document. */
#include "held.h"

#include "cells.h"
#include "grid.h"

#include <stdlib.h>

struct kp_held_table {
  bool read;
  kp_rows rows;
};

static bool open_held(kp_uno_error *error, kp_held *held) {
  if (held->tables != NULL)
    return true;
  held->tables = calloc(held->document->method->table_count + 1, sizeof *held->tables);
  return held->tables != NULL ? kp_registry_read(error, held->document->model, &held->registry)
                              : kp_uno_error_memory(error);
}

static bool read_table(kp_uno_error *error, kp_held *held, const kp_method_table *table,
                       kp_held_table *into) {
  kp_grid grid = {.sheet = NULL};
  if (into->read)
    return true;
  bool good = kp_grid_find(error, held->document->model, &held->registry, table, &grid) &&
              (grid.sheet == NULL || kp_rows_read_ids(error, &grid, &into->rows));
  into->read = good;
  kp_grid_clear(&grid);
  return good;
}

bool kp_held_has(kp_uno_error *error, kp_held *held, const char *table, const char *id, bool *has) {
  const kp_method_table *of = kp_method_find_table(held->document->method, table);
  *has = false;
  if (of == NULL)
    return true;
  if (!open_held(error, held) || !read_table(error, held, of, &held->tables[of->index]))
    return false;
  const uno_Sequence *ids = held->tables[of->index].rows.ids;
  for (int32_t row = 0; ids != NULL && !*has && row < ids->nElements; row++)
    *has = kp_cells_is(ids, 0, row, id);
  return true;
}

void kp_held_clear(kp_held *held) {
  for (size_t i = 0; held->tables != NULL && i < held->document->method->table_count; i++)
    kp_rows_clear(&held->tables[i].rows);
  free(held->tables);
  kp_registry_clear(&held->registry);
  held->tables = NULL;
}
