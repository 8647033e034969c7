/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a workbook for the rules: one read per table, texts converted
 * when asked for. */
#include "cells.h"
#include "formulas.h"
#include "grid.h"

#include <stdlib.h>
#include <string.h>

typedef struct sheet_table {
  bool read;
  kp_grid grid;
  kp_rows rows;
  int32_t *columns; /* place on the sheet, for each column of the model */
  char **texts;     /* row by row, columns of the model; NULL until asked for */
} sheet_table;

struct kp_reader {
  kp_document document; /* a copy: all borrowed */
  kp_registry registry;
  kp_method_rows rows;
  sheet_table *tables; /* for each table of the model */
  bool failed;
  kp_uno_error error;
};

static bool read_table(kp_reader *reader, const kp_method_table *table, sheet_table *into) {
  if (!kp_grid_find(&reader->error, reader->document.model, &reader->registry, table, &into->grid))
    return false;
  if (into->grid.sheet == NULL)
    return true;
  into->columns = calloc(table->count + 1, sizeof *into->columns);
  if (into->columns == NULL)
    return kp_uno_error_memory(&reader->error);
  for (size_t i = 0; i < table->count; i++)
    into->columns[i] = kp_grid_column_of(&into->grid, table->columns[i]->key);
  if (!kp_rows_read(&reader->error, &into->grid, &into->rows))
    return false;
  into->texts = calloc(into->rows.count * table->count + 1, sizeof *into->texts);
  return into->texts != NULL || kp_uno_error_memory(&reader->error);
}

/* The table, read now if it was not; NULL when the workbook does not have it.
 */
static sheet_table *table_of(kp_reader *reader, const kp_method_table *table) {
  sheet_table *of = &reader->tables[table->index];
  if (!of->read) {
    of->read = true;
    if (!read_table(reader, table, of)) {
      reader->failed = true;
      kp_rows_clear(&of->rows);
      kp_grid_clear(&of->grid);
    }
  }
  return of->grid.sheet != NULL ? of : NULL;
}

static size_t count_rows(void *data, const kp_method_table *table) {
  const sheet_table *of = table_of(data, table);
  return of != NULL ? of->rows.count : KP_METHOD_NO_TABLE;
}

static kp_method_cell text_cell(kp_reader *reader, char **kept, const uno_Any *value) {
  if (*kept == NULL && !kp_uno_any_get_string(value, kept)) {
    reader->failed = true;
    kp_uno_error_memory(&reader->error);
    return (kp_method_cell){.kind = KP_METHOD_BLANK};
  }
  return (kp_method_cell){.kind = (*kept)[0] != '\0' ? KP_METHOD_WORDS : KP_METHOD_BLANK,
                          .text = *kept};
}

static kp_method_cell read_cell(void *data, const kp_method_column *column, size_t row) {
  kp_reader *reader = data;
  sheet_table *of = table_of(reader, column->table);
  kp_method_cell cell = {.kind = KP_METHOD_ABSENT};
  if (of == NULL || of->columns[column->index] < 0)
    return cell;
  const uno_Any *value = kp_rows_cell(&of->rows, row, of->columns[column->index]);
  if (value == NULL) {
    cell.kind = KP_METHOD_BLANK;
  } else if (value->pType->eTypeClass == typelib_TypeClass_STRING) {
    cell = text_cell(reader, &of->texts[row * column->table->count + column->index], value);
  } else if (kp_uno_any_get_double(value, &cell.number)) {
    cell.kind = KP_METHOD_VALUE;
  } else {
    /* getDataArray answers void for an error and for nothing: nothing comes as
     * an empty text. */
    cell.kind = kp_uno_any_is_void(value) ? KP_METHOD_BROKEN : KP_METHOD_BLANK;
  }
  return cell;
}

static bool read_setting(void *data, const kp_method_setting *setting, double *value) {
  return kp_formulas_setting(&((const kp_reader *)data)->registry, setting, value);
}

static bool is_enabled(void *data, const kp_method_practice *practice) {
  const kp_reader *reader = data;
  return practice->always || kp_registry_practice(&reader->registry, practice->key);
}

kp_reader *kp_reader_new(kp_uno_error *error, const kp_document *document) {
  kp_reader *reader = calloc(1, sizeof *reader);
  if (reader == NULL) {
    kp_uno_error_memory(error);
    return NULL;
  }
  reader->document = *document;
  reader->tables = calloc(document->method->table_count + 1, sizeof *reader->tables);
  if (reader->tables == NULL || !kp_registry_read(error, document->model, &reader->registry)) {
    if (reader->tables == NULL)
      kp_uno_error_memory(error);
    kp_reader_free(reader);
    return NULL;
  }
  reader->rows = (kp_method_rows){.data = reader,
                                  .language = kp_formulas_language(document, &reader->registry),
                                  .count = count_rows,
                                  .cell = read_cell,
                                  .setting = read_setting,
                                  .enabled = is_enabled};
  return reader;
}

void kp_reader_free(kp_reader *reader) {
  if (reader == NULL)
    return;
  for (size_t i = 0; reader->tables != NULL && i < reader->document.method->table_count; i++) {
    sheet_table *of = &reader->tables[i];
    size_t cells = of->rows.count * reader->document.method->tables[i]->count;
    for (size_t k = 0; of->texts != NULL && k < cells; k++)
      free(of->texts[k]);
    free(of->texts);
    free(of->columns);
    kp_rows_clear(&of->rows);
    kp_grid_clear(&of->grid);
  }
  free(reader->tables);
  kp_registry_clear(&reader->registry);
  free(reader);
}

const kp_method_rows *kp_reader_rows(kp_reader *reader) {
  return &reader->rows;
}

int32_t kp_reader_sheet_row(kp_reader *reader, const kp_method_table *table, size_t row) {
  const sheet_table *of = table_of(reader, table);
  return of != NULL && row < of->rows.count ? of->rows.sheet[row] : -1;
}

int32_t kp_reader_sheet_column(kp_reader *reader, const kp_method_column *column) {
  const sheet_table *of = table_of(reader, column->table);
  return of != NULL ? of->columns[column->index] : -1;
}

char *kp_reader_sheet_name(kp_reader *reader, const kp_method_table *table) {
  const sheet_table *of = table_of(reader, table);
  char *name = NULL;
  if (of != NULL && !kp_cells_name(&reader->error, of->grid.sheet, &name))
    reader->failed = true;
  return name;
}

bool kp_reader_failed(const kp_reader *reader, kp_uno_error *error) {
  if (reader->failed)
    *error = reader->error;
  return reader->failed;
}
