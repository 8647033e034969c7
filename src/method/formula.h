/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Native formulas with references by key. */
#ifndef KERNPUNT_METHOD_FORMULA_H
#define KERNPUNT_METHOD_FORMULA_H

#include "kernpunt/method.h"

typedef enum kp_formula_kind {
  KP_FORMULA_TEXT,    /**< stands in the formula as it is */
  KP_FORMULA_CELL,    /**< [key]: the cell of the same row */
  KP_FORMULA_COLUMN,  /**< [table.key]: all data rows of a column */
  KP_FORMULA_WORD,    /**< {list.item}: the word, in quotes */
  KP_FORMULA_SETTING, /**< {setting}: the number */
  KP_FORMULA_BAD      /**< `text` names nothing */
} kp_formula_kind;

typedef struct kp_formula_part {
  kp_formula_kind kind;
  const char *text; /**< where it begins */
  size_t length;
  const kp_method_column *column;
  const kp_method_item *item;
  const kp_method_setting *setting;
} kp_formula_part;

/** The part at `*at`, moved behind it; false at the end. */
bool kp_formula_next(const kp_method *method, const kp_method_table *table, const char **at,
                     kp_formula_part *part);

#endif
