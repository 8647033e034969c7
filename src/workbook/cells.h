/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Short words for the calls on sheets, ranges and cells. Shared within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_CELLS_H
#define KERNPUNT_WORKBOOK_CELLS_H

#include "kernpunt/uno.h"

/** The i-th or the named element of a container, acquired. */
bool kp_cells_by_index(kp_uno_error *error, uno_Interface *container, int32_t index,
                       uno_Interface **element);
bool kp_cells_by_name(kp_uno_error *error, uno_Interface *container, const char *name,
                      uno_Interface **element);
bool kp_cells_has_name(kp_uno_error *error, uno_Interface *container, const char *name, bool *has);

/** The sheets of a document, acquired. */
bool kp_cells_sheets(kp_uno_error *error, uno_Interface *model, uno_Interface **sheets);
bool kp_cells_name(kp_uno_error *error, uno_Interface *named, char **name);

/** A range of a sheet, both ends included, from 0; acquired. */
bool kp_cells_range(kp_uno_error *error, uno_Interface *sheet, int32_t left, int32_t top,
                    int32_t right, int32_t bottom, uno_Interface **range);
/** Where a range lies. */
bool kp_cells_address(kp_uno_error *error, uno_Interface *range, kp_uno_cell_range_address *where);
/** Last column and row that hold content; formats alone do not count. */
bool kp_cells_used(kp_uno_error *error, uno_Interface *sheet, int32_t *column, int32_t *row);
/** What counts as content of a cell: numbers, days, texts, formulas; notes too with the other. */
enum { KP_CELLS_FILLED = 1 | 2 | 4 | 16, KP_CELLS_ANYTHING = 1 | 2 | 4 | 8 | 16 };
/** The ranges with such content in a rectangle, []com.sun.star.table.CellRangeAddress. One column
 * or one row: over a rectangle with holes the office needs the square of their number. */
bool kp_cells_content(kp_uno_error *error, uno_Interface *sheet, int32_t left, int32_t top,
                      int32_t right, int32_t bottom, int content, uno_Sequence **ranges);
/** Last row with content in a rectangle; `top` - 1 when there is none. */
bool kp_cells_last(kp_uno_error *error, uno_Interface *sheet, int32_t left, int32_t top,
                   int32_t right, int32_t bottom, int32_t *last);

/** The content of a rectangle, [][]any: kp_uno_sequence_free it. */
bool kp_cells_data(kp_uno_error *error, uno_Interface *sheet, int32_t left, int32_t top,
                   int32_t right, int32_t bottom, uno_Sequence **data);
/** Whether a string is exactly this (UTF-8) text. */
bool kp_cells_text_is(const rtl_uString *string, const char *text);
/** Whether a string begins with this (UTF-8) text. */
bool kp_cells_text_begins(const rtl_uString *string, const char *text);
/** Whether a value of such data is exactly this (UTF-8) text. */
bool kp_cells_is(const uno_Sequence *data, int32_t column, int32_t row, const char *text);

bool kp_cells_set_text(kp_uno_error *error, uno_Interface *sheet, int32_t column, int32_t row,
                       const char *text);
bool kp_cells_set_number(kp_uno_error *error, uno_Interface *sheet, int32_t column, int32_t row,
                         double number);
/** For our own formulas only, in English notation: never for text that people typed. */
bool kp_cells_set_formula(kp_uno_error *error, uno_Interface *sheet, int32_t column, int32_t row,
                          const char *formula);

/** The name of a column, "A" to "AMJ" and beyond. */
void kp_cells_column_name(int32_t column, char name[8]);
/** The column of a name, "A" to "ZZZZ"; -1 when it is none. */
int32_t kp_cells_column_number(const char *name);

/** The rows of a sheet, acquired. */
bool kp_cells_rows(kp_uno_error *error, uno_Interface *sheet, uno_Interface **rows);
bool kp_cells_insert_rows(kp_uno_error *error, uno_Interface *sheet, int32_t row, int32_t count);
bool kp_cells_remove_rows(kp_uno_error *error, uno_Interface *sheet, int32_t row, int32_t count);
/** Shows or hides a row; `*changed` tells whether it was otherwise. */
bool kp_cells_show_row(kp_uno_error *error, uno_Interface *sheet, int32_t row, bool visible,
                       bool *changed);

#endif
