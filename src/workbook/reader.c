/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a workbook for the rules: one read per column that is asked for. */
#include "reader.h"

#include "cells.h"
#include "column.h"
#include "formulas.h"
#include "grid.h"
#include "strings.h"

#include <stdlib.h>
#include <string.h>

#include <osl/time.h>

/* A column of the model as it was read. */
typedef struct sheet_column {
  int32_t place; /* on the sheet, or -1 */
  kp_column of;  /* without cells until it is asked for */
} sheet_column;

typedef struct sheet_table {
  bool read;
  kp_grid grid;
  kp_rows rows;
  sheet_column *columns; /* of each column of the model */
  char *name;            /* of the sheet; NULL until asked for */
  int alone;             /* columns that were read by themselves */
  uno_Sequence *all;     /* [][]any from row 0 and the leftmost column; NULL until needed */
  size_t one;            /* the row of which all columns were read at once, or NO_ROW */
  kp_column *line;       /* that one cell of each column of the model */
} sheet_table;

#define NO_ROW SIZE_MAX

struct kp_reader {
  kp_document document; /* a copy: all borrowed */
  kp_look own;
  kp_look *look; /* its own, or the caller's */
  kp_method_rows rows;
  sheet_table *tables;  /* for each table of the model */
  sal_uInt32 last_read; /* when a table or a column was read, in milliseconds */
  bool whole;           /* nearly every column will be asked for */
  bool failed;
  kp_uno_error error;
};

/* The column of IDs has been read already. */
static bool take_ids(kp_reader *reader, const kp_method_table *table, sheet_table *into) {
  sheet_column *column = &into->columns[table->id->index];
  const kp_rows *rows = &into->rows;
  return column->place != into->grid.id ||
         kp_column_take(&reader->error, rows->ids, 0, rows->line, rows->count, &column->of);
}

static bool read_table(kp_reader *reader, const kp_method_table *table, sheet_table *into) {
  if (!kp_grid_look(&reader->error, reader->look, table, &into->grid))
    return false;
  if (into->grid.sheet == NULL)
    return true;
  into->columns = calloc(table->count + 1, sizeof *into->columns);
  if (into->columns == NULL)
    return kp_uno_error_memory(&reader->error);
  for (size_t i = 0; i < table->count; i++)
    into->columns[i].place = kp_grid_column_of(&into->grid, table->columns[i]->key);
  into->one = NO_ROW;
  return kp_rows_read(&reader->error, &into->grid, &into->rows) &&
         (table->id == NULL || take_ids(reader, table, into));
}

/* The table, read now if it was not; NULL when the workbook does not have it.
 */
static sheet_table *table_of(kp_reader *reader, const kp_method_table *table) {
  sheet_table *of = &reader->tables[table->index];
  if (!of->read) {
    of->read = true;
    reader->last_read = osl_getGlobalTimer();
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

static bool note(kp_reader *reader, bool good) {
  reader->failed = reader->failed || !good;
  return good;
}

/* Columns are read at several moments. If rows moved meanwhile, what was read does not belong
 * together: `cells` are lines from `first` on, `id` is where the IDs are in them. */
static bool still_there(kp_reader *reader, const sheet_table *of, const uno_Sequence *cells,
                        int32_t first, int32_t id) {
  return kp_rows_same(&of->rows, cells, first, id) ||
         kp_uno_error_set(&reader->error, KP_UNO_RUNTIME_EXCEPTION,
                          "the rows changed while they were read");
}

/* Whether so much time went by since the last read that people may have done something. Looking at
 * the IDs again takes as long as reading a column, too long for every one of them. */
static bool is_later(kp_reader *reader) {
  enum { MOMENT_MS = 100 };
  sal_uInt32 now = osl_getGlobalTimer();
  bool later = now - reader->last_read > MOMENT_MS;
  reader->last_read = now;
  return later;
}

/* Reads all columns, which include the column of IDs. */
static bool read_block(kp_reader *reader, sheet_table *of) {
  const kp_grid *grid = &of->grid;
  return kp_rows_data(&reader->error, grid, &of->rows, grid->left, grid->right, &of->all) &&
         still_there(reader, of, of->all, 0, grid->id - grid->left);
}

static bool read_alone(kp_reader *reader, const sheet_table *of, sheet_column *column) {
  kp_uno_error *error = &reader->error;
  const kp_grid *grid = &of->grid;
  const kp_rows *rows = &of->rows;
  uno_Sequence *cells = NULL;
  uno_Sequence *ids = NULL;
  bool later = is_later(reader);
  bool good = kp_rows_data(error, grid, rows, column->place, column->place, &cells) &&
              (!later || (kp_rows_data(error, grid, rows, grid->id, grid->id, &ids) &&
                          still_there(reader, of, ids, 0, 0))) &&
              kp_column_take(error, cells, 0, rows->line, rows->count, &column->of);
  kp_uno_sequence_free(ids, "[][]any");
  kp_uno_sequence_free(cells, "[][]any");
  return good;
}

/* Reads a column when it is first asked for, because rules look at few of them; whoever asks for
 * many gets the rest at once. */
static bool read_column(kp_reader *reader, sheet_table *of, sheet_column *column) {
  enum { FEW = 8 };
  if (reader->failed)
    return false;
  if (!reader->whole && of->alone < FEW) {
    of->alone++;
    return note(reader, read_alone(reader, of, column));
  }
  return note(reader, (of->all != NULL || read_block(reader, of)) &&
                          kp_column_take(&reader->error, of->all, column->place - of->grid.left,
                                         of->rows.line, of->rows.count, &column->of));
}

/* Reads the first row that is asked for as a whole: an entry is held against many columns of its
 * own row. */
static bool read_line(kp_reader *reader, const kp_method_table *table, sheet_table *of,
                      size_t row) {
  static const int32_t first = 0;
  const kp_grid *grid = &of->grid;
  int32_t place = of->rows.sheet[row];
  uno_Sequence *cells = NULL;
  if (reader->failed)
    return false;
  of->one = row;
  of->line = calloc(table->count + 1, sizeof *of->line);
  bool good =
      (of->line != NULL || kp_uno_error_memory(&reader->error)) &&
      kp_cells_data(&reader->error, grid->sheet, grid->left, place, grid->right, place, &cells) &&
      still_there(reader, of, cells, of->rows.line[row], grid->id - grid->left);
  for (size_t i = 0; good && i < table->count; i++)
    good = of->columns[i].place < 0 ||
           kp_column_take(&reader->error, cells, of->columns[i].place - of->grid.left, &first, 1,
                          &of->line[i]);
  kp_uno_sequence_free(cells, "[][]any");
  return note(reader, good);
}

static kp_method_cell read_cell(void *data, const kp_method_column *column, size_t row) {
  static const kp_method_cell blank = {.kind = KP_METHOD_BLANK};
  kp_reader *reader = data;
  sheet_table *of = table_of(reader, column->table);
  if (of == NULL || of->columns[column->index].place < 0)
    return (kp_method_cell){.kind = KP_METHOD_ABSENT};
  sheet_column *from = &of->columns[column->index];
  if (row >= of->rows.count)
    return blank;
  if (from->of.cells == NULL && of->one == NO_ROW && !reader->whole &&
      !read_line(reader, column->table, of, row))
    return blank;
  if (from->of.cells == NULL && of->one == row && of->line != NULL)
    return of->line[column->index].cells != NULL ? of->line[column->index].cells[0] : blank;
  if (from->of.cells == NULL && !read_column(reader, of, from))
    return blank;
  return from->of.cells[row];
}

static bool read_setting(void *data, const kp_method_setting *setting, double *value) {
  return kp_formulas_setting(&((const kp_reader *)data)->look->registry, setting, value);
}

static bool is_enabled(void *data, const kp_method_practice *practice) {
  const kp_reader *reader = data;
  return practice->always || kp_registry_practice(&reader->look->registry, practice->key);
}

static kp_reader *reader_new(kp_uno_error *error, const kp_document *document, kp_look *look) {
  kp_reader *reader = calloc(1, sizeof *reader);
  if (reader == NULL) {
    kp_uno_error_memory(error);
    return NULL;
  }
  reader->document = *document;
  reader->own.model = document->model;
  reader->look = look != NULL ? look : &reader->own;
  reader->tables = calloc(document->method->table_count + 1, sizeof *reader->tables);
  if (reader->tables == NULL || (look == NULL && !kp_look_registry(error, &reader->own))) {
    if (reader->tables == NULL)
      kp_uno_error_memory(error);
    kp_reader_free(reader);
    return NULL;
  }
  reader->rows =
      (kp_method_rows){.data = reader,
                       .language = kp_formulas_language(document, &reader->look->registry),
                       .count = count_rows,
                       .cell = read_cell,
                       .setting = read_setting,
                       .enabled = is_enabled};
  return reader;
}

kp_reader *kp_reader_new(kp_uno_error *error, const kp_document *document) {
  return reader_new(error, document, NULL);
}

kp_reader *kp_reader_new_in(kp_uno_error *error, const kp_document *document, kp_look *look) {
  return reader_new(error, document, look);
}

static void free_table(sheet_table *of, size_t columns) {
  for (size_t i = 0; i < columns; i++) {
    if (of->columns != NULL)
      kp_column_clear(&of->columns[i].of);
    if (of->line != NULL)
      kp_column_clear(&of->line[i]);
  }
  free(of->line);
  free(of->name);
  kp_uno_sequence_free(of->all, "[][]any");
  free(of->columns);
  kp_rows_clear(&of->rows);
  kp_grid_clear(&of->grid);
}

void kp_reader_free(kp_reader *reader) {
  if (reader == NULL)
    return;
  for (size_t i = 0; reader->tables != NULL && i < reader->document.method->table_count; i++)
    free_table(&reader->tables[i], reader->document.method->tables[i]->count);
  free(reader->tables);
  kp_look_clear(&reader->own);
  free(reader);
}

void kp_reader_expect_all(kp_reader *reader) {
  reader->whole = true;
}

bool kp_reader_has_id(kp_reader *reader, const kp_method_table *table, const char *id) {
  const sheet_table *of = table_of(reader, table);
  return of != NULL && kp_rows_has(&of->rows, id);
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
  return of != NULL ? kp_grid_shown(&of->grid, column->table, column->key) : -1;
}

char *kp_reader_sheet_name(kp_reader *reader, const kp_method_table *table) {
  sheet_table *of = table_of(reader, table);
  if (of == NULL)
    return NULL;
  if (of->name == NULL && !note(reader, kp_cells_name(&reader->error, of->grid.sheet, &of->name)))
    return NULL;
  char *copy = kp_strings_join(&reader->error, of->name, NULL, NULL);
  note(reader, copy != NULL);
  return copy;
}

bool kp_reader_failed(const kp_reader *reader, kp_uno_error *error) {
  if (reader->failed)
    *error = reader->error;
  return reader->failed;
}
