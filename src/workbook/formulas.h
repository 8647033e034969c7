/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Formula columns of the rows. Within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_FORMULAS_H
#define KERNPUNT_WORKBOOK_FORMULAS_H

#include "grid.h"
#include "kernpunt/workbook.h"
#include "transaction.h"

/**
 * Writes the formulas of a table into a line, each with setFormula: they are
 * ours, never typed text. A column that is gone is left out, and so is a
 * formula that needs it.
 */
bool kp_formulas_write(kp_uno_error *error, const kp_document *document, kp_look *look,
                       const kp_grid *grid, const kp_method_table *table,
                       kp_transaction *transaction, kp_track *line);

/** Numbers that change: arrays beside method->settings. */
typedef struct kp_formulas_change {
  const bool *changed;
  const double *values; /**< as they become */
} kp_formulas_change;

/** Whether a column is a formula with one of the changed numbers in it. */
bool kp_formulas_concerned(const kp_document *document, const kp_formulas_change *change,
                           const kp_method_column *column);

/**
 * Renews the formulas of one such column. Only cells that hold our formula,
 * with whatever number in it, count; what people typed instead stays. With `write` NULL they are
 * only counted.
 */
bool kp_formulas_renew(kp_uno_error *error, const kp_document *document,
                       const kp_registry *registry, const kp_formulas_change *change,
                       const kp_grid *grid, const kp_method_column *column, kp_transaction *write,
                       size_t *count);

/** The language of the words in the workbook. */
kp_language kp_formulas_language(const kp_document *document, const kp_registry *registry);

/** The team's value of a setting; false when it is not set. */
bool kp_formulas_setting(const kp_registry *registry, const kp_method_setting *setting,
                         double *value);

#endif
