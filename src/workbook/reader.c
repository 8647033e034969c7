/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a workbook for the rules: one read per column that is asked for, texts converted
 * when asked for. */
#include "reader.h"

#include "cells.h"
#include "formulas.h"
#include "grid.h"
#include "strings.h"

#include <stdlib.h>
#include <string.h>

/* A column of the model as it was read. */
typedef struct sheet_column {
  int32_t place;       /* on the sheet, or -1 */
  uno_Sequence *cells; /* [][]any; NULL until asked for */
  char **texts;        /* of each row; NULL until asked for */
  bool borrowed;       /* the cells are those of the rows */
} sheet_column;

typedef struct sheet_table {
  bool read;
  kp_grid grid;
  kp_rows rows;
  sheet_column *columns; /* of each column of the model */
  char *name;            /* of the sheet; NULL until asked for */
  size_t one;            /* the row of which all columns were read at once, or NO_ROW */
  uno_Sequence *line;    /* [][]any: that row, from the leftmost column of the table */
  char **line_texts;     /* of each column of the model; NULL until asked for */
} sheet_table;

#define NO_ROW SIZE_MAX

struct kp_reader {
  kp_document document; /* a copy: all borrowed */
  kp_registry registry;
  kp_method_rows rows;
  sheet_table *tables; /* for each table of the model */
  bool failed;
  kp_uno_error error;
};

/* The column of IDs has been read already. */
static bool take_ids(kp_reader *reader, const kp_method_table *table, sheet_table *into) {
  sheet_column *column = &into->columns[table->id->index];
  if (column->place != into->grid.id)
    return true;
  column->texts = calloc(into->rows.count + 1, sizeof *column->texts);
  if (column->texts == NULL)
    return kp_uno_error_memory(&reader->error);
  column->cells = into->rows.ids;
  column->borrowed = true;
  return true;
}

static bool read_table(kp_reader *reader, const kp_method_table *table, sheet_table *into) {
  if (!kp_grid_find(&reader->error, reader->document.model, &reader->registry, table, &into->grid))
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

/* Reads a column when it is first asked for: rules look at few of them. */
static bool read_column(kp_reader *reader, const sheet_table *of, sheet_column *column) {
  kp_uno_error *error = &reader->error;
  if (reader->failed)
    return false;
  column->texts = calloc(of->rows.count + 1, sizeof *column->texts);
  return note(reader,
              (column->texts != NULL || kp_uno_error_memory(error)) &&
                  kp_rows_column(error, &of->grid, &of->rows, column->place, &column->cells));
}

/* Reads the first row that is asked for as a whole: an entry is held against many columns of its
 * own row. */
static bool read_line(kp_reader *reader, const kp_method_table *table, sheet_table *of,
                      size_t row) {
  kp_uno_error *error = &reader->error;
  const kp_grid *grid = &of->grid;
  if (reader->failed)
    return false;
  of->one = row;
  of->line_texts = calloc(table->count + 1, sizeof *of->line_texts);
  return note(reader, (of->line_texts != NULL || kp_uno_error_memory(error)) &&
                          kp_cells_data(error, grid->sheet, grid->left, of->rows.sheet[row],
                                        grid->right, of->rows.sheet[row], &of->line));
}

/* A cell as it is on the sheet, and where its text is kept. NULL when there is none. */
static const uno_Any *find_cell(kp_reader *reader, sheet_table *of, const kp_method_column *column,
                                size_t row, char ***kept) {
  sheet_column *place = &of->columns[column->index];
  if (row >= of->rows.count)
    return NULL;
  if (place->cells == NULL && of->one == NO_ROW && !read_line(reader, column->table, of, row))
    return NULL;
  if (place->cells == NULL && of->one == row && of->line != NULL) {
    const uno_Sequence *line = KP_UNO_ELEMENTS(uno_Sequence *const, of->line)[0];
    *kept = &of->line_texts[column->index];
    return &KP_UNO_ELEMENTS(const uno_Any, line)[place->place - of->grid.left];
  }
  if (place->cells == NULL && !read_column(reader, of, place))
    return NULL;
  *kept = &place->texts[row];
  return kp_rows_cell(&of->rows, place->cells, row);
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
  if (of == NULL || of->columns[column->index].place < 0)
    return cell;
  char **kept = NULL;
  cell.kind = KP_METHOD_BLANK;
  const uno_Any *value = find_cell(reader, of, column, row, &kept);
  if (value == NULL)
    return cell;
  if (value->pType->eTypeClass == typelib_TypeClass_STRING)
    return text_cell(reader, kept, value);
  if (kp_uno_any_get_double(value, &cell.number)) {
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

static void free_table(sheet_table *of, size_t columns) {
  for (size_t i = 0; of->columns != NULL && i < columns; i++) {
    sheet_column *column = &of->columns[i];
    for (size_t row = 0; column->texts != NULL && row < of->rows.count; row++)
      free(column->texts[row]);
    free(column->texts);
    if (!column->borrowed)
      kp_uno_sequence_free(column->cells, "[][]any");
    if (of->line_texts != NULL)
      free(of->line_texts[i]);
  }
  free(of->line_texts);
  free(of->name);
  kp_uno_sequence_free(of->line, "[][]any");
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
  kp_registry_clear(&reader->registry);
  free(reader);
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
  return of != NULL ? of->columns[column->index].place : -1;
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
