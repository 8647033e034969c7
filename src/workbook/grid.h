/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * A table of the method where it is now: its sheet, its columns, its rows.
 * Within src/workbook only.
 *
 * Rows of a table, from above:
 * - the header, formatted as data; its look comes from a conditional format;
 * - the rows;
 * - the gap, an empty row, and the last one of the database range: a new row is inserted there, so
 *   that it lands inside every range and all of them grow, also in the file of a colleague who
 *   shares the workbook;
 * - the separator, an empty hidden row without conditional format. Without it Calc's filter takes
 *   the end line into the range for good (measured, 7.4 and 25.2);
 * - the end line: its cell in the column of IDs begins with KP_WORKBOOK_END.
 *
 * Columns are found by the formulas of the hidden sheet (registry.h), which follow what people
 * move, insert and rename; without them by their headers. Sorting or filtering by the buttons in
 * the header leaves header, gap and end line where they are. A sort over a selection of the whole
 * sheet moves them: the header and the end line are then found by what they say.
 */
#ifndef KERNPUNT_WORKBOOK_GRID_H
#define KERNPUNT_WORKBOOK_GRID_H

#include "kernpunt/method.h"
#include "kernpunt/uno.h"
#include "look.h"
#include "spans.h"

/** Prefix of the names of the ranges. Stored in users' files: never change. */
#define KP_GRID_NAME_PREFIX "kernpunt_"

enum { KP_GRID_TOKEN_SIZE = 48 };

typedef struct kp_grid_column {
  char *key;
  int32_t column;
} kp_grid_column;

typedef struct kp_grid {
  uno_Interface *sheet; /**< acquired; NULL when the document has no such table */
  char *id_header;      /**< header of the ID column at set-up */
  int32_t id;           /**< column of the IDs; of a table without IDs its first column */
  int32_t header;       /**< row of the header; -1 when it was deleted */
  int32_t top;          /**< first row that may hold data without a proper ID */
  int32_t bottom;       /**< last row of the database range, the gap; -1 when there is none */
  int32_t left;         /**< outermost columns with a key */
  int32_t right;
  kp_grid_column *columns;
  size_t count;
} kp_grid;

/** Finds a table. `grid->sheet` says whether it is there. kp_grid_clear it,
 * whatever the answer. Fails when the sheets have a layout that this version does not understand.
 */
bool kp_grid_find(kp_uno_error *error, uno_Interface *model, const kp_registry *registry,
                  const kp_method_table *table, kp_grid *grid);
/** The same in a look, which several tables share. */
bool kp_grid_look(kp_uno_error *error, kp_look *look, const kp_method_table *table, kp_grid *grid);
void kp_grid_clear(kp_grid *grid);
/** Column of a key; -1 when it is gone. */
int32_t kp_grid_column_of(const kp_grid *grid, const char *key);
/** Key of the column of IDs, or of the first column of a table without IDs. */
const char *kp_grid_id_key(const kp_method_table *table);

/** Name of the database range of a table. */
void kp_grid_range_name(const kp_method_table *table, char name[2 * KP_GRID_TOKEN_SIZE]);
/** Key of the row of a column in the registry, "actions.owner". */
void kp_grid_place_key(const kp_method_column *column, char name[2 * KP_GRID_TOKEN_SIZE]);
/** The column that shows the name behind a link, or NULL. */
const kp_method_column *kp_grid_names(const kp_method_column *link);
/** Column on the sheet where people look for a key: a link is hidden, and its name stands beside
 * it. -1 when it is gone. */
int32_t kp_grid_shown(const kp_grid *grid, const kp_method_table *table, const char *key);
/** The header that a new column gets, malloc'ed. A link that has a column of names beside it lends
 * that its name and says that it holds the ID. */
char *kp_grid_header(kp_uno_error *error, const kp_method_column *column, kp_language language);

/** Whether a text has the form of an ID: letters, "-", five digits of base 32.
 */
bool kp_grid_is_id(const char *text);

/** Columns of a table, of which all is read down to where the end line belongs. */
kp_spans_area kp_grid_area(const kp_grid *grid, int32_t left, int32_t right);

/** What a row is by its cell in the column of IDs. */
typedef enum kp_grid_kind {
  KP_GRID_BLANK, /**< no text: data when another column holds something */
  KP_GRID_ROW,   /**< some text: an ID, or what people typed there */
  KP_GRID_END,
  KP_GRID_HEADER
} kp_grid_kind;

/** The rows of a table that hold data, in the order of the sheet. */
typedef struct kp_rows {
  kp_spans spans;    /**< the rows that were read; lines are theirs */
  uno_Sequence *ids; /**< [][]any: the column of IDs, line by line */
  int32_t end;       /**< row of the end line; -1 when it is gone */
  int32_t header;    /**< row that says what the header of the IDs said at set-up; -1: none */
  int32_t last;      /**< last row that is data or end line; top - 1 when there is
                        none */
  int32_t *sheet;    /**< row on the sheet of each data row */
  int32_t *line;     /**< and its line */
  size_t count;
} kp_rows;

/** Finds the rows by the column of IDs; of lines without a text there also the other columns are
 * read. kp_rows_clear it, whatever the answer. */
bool kp_rows_read(kp_uno_error *error, const kp_grid *grid, kp_rows *rows);
/** The same with the column of IDs alone: rows without ID do not count. */
bool kp_rows_read_ids(kp_uno_error *error, const kp_grid *grid, kp_rows *rows);
void kp_rows_clear(kp_rows *rows);
/** Reads columns of all lines down to the last data row, [][]any. There must be a data row. */
bool kp_rows_data(kp_uno_error *error, const kp_grid *grid, const kp_rows *rows, int32_t left,
                  int32_t right, uno_Sequence **data);
/** A cell of [][]any, borrowed; NULL when there is none. */
const uno_Any *kp_rows_cell(const uno_Sequence *cells, int32_t row, int32_t column);
/** Whether the IDs in this column of `cells`, which begin at line `first`, are those that were
 * read. */
bool kp_rows_same(const kp_rows *rows, const uno_Sequence *cells, int32_t first, int32_t column);
/** Column of the first cell of the end line that holds something beside the end mark, or -1. People
 * type there what no row of the table shows. With `all` also what stands beside the table. */
bool kp_rows_end_used(kp_uno_error *error, const kp_grid *grid, const kp_rows *rows, bool all,
                      int32_t *column);
/** Whether a row has this ID. */
bool kp_rows_has(const kp_rows *rows, const char *id);

/** Finds the first row of an ID by the column of IDs alone; -1 when there is none. `*again` (may be
 * NULL) tells whether another row has it, too. */
bool kp_grid_row_of(kp_uno_error *error, const kp_grid *grid, const char *id, int32_t *row,
                    bool *again);

#endif
