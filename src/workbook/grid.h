/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * A table of the method where it is now: its sheet, its columns, its rows.
 * Within src/workbook only.
 *
 * Nothing but content tells where a table is, because people sort, move, rename
 * and delete:
 * - the anchor is the row whose ID column holds the table's token, "[actions]";
 * its other cells hold the keys of their columns;
 * - the end line is the row whose ID column begins with KP_WORKBOOK_END;
 * - the named range "kernpunt_actions" spans both, and the registry remembers
 * the headers. Any one of them may be gone.
 *
 * Measured (7.4): a quick sort takes the database range under the cursor. It
 * begins at the anchor, which is its header row and so never moves; the end
 * line is blank in every column but that of the IDs, and blanks sort last in
 * both directions. So only a sort by ID moves the end line, and only a sort
 * over a selection made by hand moves header and anchor. Their tokens find them
 * again.
 */
#ifndef KERNPUNT_WORKBOOK_GRID_H
#define KERNPUNT_WORKBOOK_GRID_H

#include "kernpunt/method_model.h"
#include "kernpunt/uno.h"
#include "registry.h"

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
  int32_t anchor;       /**< row of the keys; -1 when it was deleted */
  int32_t top;          /**< first row that may hold data without a proper ID */
  int32_t left;         /**< outermost columns with a key */
  int32_t right;
  kp_grid_column *columns;
  size_t count;
  char token[KP_GRID_TOKEN_SIZE];
} kp_grid;

/** Finds a table. `grid->sheet` says whether it is there. kp_grid_clear it,
 * whatever the answer. */
bool kp_grid_find(kp_uno_error *error, uno_Interface *model, const kp_registry *registry,
                  const kp_method_table *table, kp_grid *grid);
void kp_grid_clear(kp_grid *grid);
/** Column of a key; -1 when it is gone. */
int32_t kp_grid_column_of(const kp_grid *grid, const char *key);
/** Key of the column of IDs, or of the first column of a table without IDs. */
const char *kp_grid_id_key(const kp_method_table *table);

/** Whether a text has the form of an ID: letters, "-", five digits of base 32.
 */
bool kp_grid_is_id(const char *text);

/** What a row is by its cell in the column of IDs. */
typedef enum kp_grid_kind {
  KP_GRID_BLANK, /**< no text: data when another column holds something */
  KP_GRID_ROW,   /**< some text: an ID, or what people typed there */
  KP_GRID_ANCHOR,
  KP_GRID_END,
  KP_GRID_HEADER
} kp_grid_kind;

/** The rows of a table that hold data, in the order of the sheet. */
typedef struct kp_rows {
  uno_Sequence *ids; /**< [][]any: the column of IDs from row 0 */
  int32_t end;       /**< row of the end line; -1 when it is gone */
  int32_t last;      /**< last row that is data or end line; top - 1 when there is
                        none */
  int32_t *sheet;    /**< row on the sheet of each data row */
  size_t count;
} kp_rows;

/** Finds the rows by the column of IDs; of lines without a text there also the other columns are
 * read. kp_rows_clear it, whatever the answer. */
bool kp_rows_read(kp_uno_error *error, const kp_grid *grid, kp_rows *rows);
/** The same with the column of IDs alone: rows without ID do not count. */
bool kp_rows_read_ids(kp_uno_error *error, const kp_grid *grid, kp_rows *rows);
void kp_rows_clear(kp_rows *rows);
/** A cell of [][]any, borrowed; NULL when there is none. */
const uno_Any *kp_rows_cell(const uno_Sequence *cells, int32_t row, int32_t column);
/** Whether the IDs in this column of `cells`, which begin at row `first`, are those that were
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
