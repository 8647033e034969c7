/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Cells of a column as the rules want them: taken out of what the office answered at once, since
 * rules look at each of them many times. Equal texts stand in memory once, one behind the other.
 * Within src/workbook only.
 */
#ifndef KERNPUNT_WORKBOOK_COLUMN_H
#define KERNPUNT_WORKBOOK_COLUMN_H

#include "kernpunt/method.h"
#include "kernpunt/uno.h"

typedef struct kp_column_texts kp_column_texts;

typedef struct kp_column {
  kp_method_cell *cells; /**< of each row; NULL until it was read */
  kp_column_texts *texts;
} kp_column;

/** Takes the cells of `count` rows out of column `column` of [][]any; `rows` are their places in
 * it. A place that is not there is a blank cell. After an error there are no cells. */
bool kp_column_take(kp_uno_error *error, const uno_Sequence *from, int32_t column,
                    const int32_t *rows, size_t count, kp_column *into);
void kp_column_clear(kp_column *column);

#endif
