/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the functions of drivers share: reading outcome and drivers row by row. */
#ifndef KERNPUNT_FUNCTIONS_DRIVERS_H
#define KERNPUNT_FUNCTIONS_DRIVERS_H

#include "internal.h"
#include "kernpunt/survey.h"

/** Sees a row that counts; false when memory ran out. */
typedef bool (*kp_row_keeper)(void *target, double outcome, const double *drivers, size_t count);

/** Feeds the rows of a call to a collector and solves. Blank rows are not among those left out.
 * @param keep shown every row that counts, or NULL */
kp_calc_error kp_drivers_solve(const kp_arguments *a, kp_row_keeper keep, void *target,
                               kp_survey_drivers_result *result);

/** The name of a driver, counted from 0: as given, or "Driver 1". */
void kp_drivers_write_name(kp_functions_grid *grid, size_t row, const kp_arguments *a,
                           size_t driver);

/** A label and its number in the first two columns. */
void kp_drivers_write_fact(kp_functions_grid *grid, size_t row, const kp_arguments *a,
                           kp_word label, double value);

#endif
