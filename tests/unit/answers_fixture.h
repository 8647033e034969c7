/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Answer sheets written as text, for tests. */
#ifndef KERNPUNT_TESTS_ANSWERS_FIXTURE_H
#define KERNPUNT_TESTS_ANSWERS_FIXTURE_H

#include "kernpunt/measure.h"

/** The method of the extension; ends the test when it cannot be read. */
kp_method *answers_method(void);
/** A sheet of rows with "|" between cells: 8, 7.5 numbers, 2026-09-01 a day, TRUE, #N/A, else text.
 * `times` repeats all rows but the first `keep`. kp_answers_grid_free it. */
void answers_grid(const char *rows, int keep, int times, kp_answers_grid *grid);
/** Name of the column, "A", that was found for a role, or "" */
const char *answers_column(const kp_answers_map *map, kp_method_role role);

#endif
