/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Scores tallied per group in one pass, with weights or without; rows of a table; what is hidden.
 */
#ifndef KERNPUNT_FUNCTIONS_TALLIES_H
#define KERNPUNT_FUNCTIONS_TALLIES_H

#include "groups.h"

/** Start from kp_tallies_start. Place 0 holds the rows without a group, place 1 + g group g. */
typedef struct kp_tallies {
  bool weighted;
  kp_survey_tally *plain;    /**< unless weighted */
  kp_survey_weighted *heavy; /**< when weighted */
  size_t capacity;
  kp_survey_tally plain_total;
  kp_survey_weighted heavy_total;
} kp_tallies;

void kp_tallies_start(kp_tallies *t, bool weighted);
void kp_tallies_end(kp_tallies *t);
/** Makes room for so many groups; false when memory is short. */
bool kp_tallies_reserve(kp_tallies *t, size_t groups);
/** Adds a score to a group that has room, or to none (KP_NO_GROUP). weight: NULL unless weighted.
 */
void kp_tallies_add(kp_tallies *t, size_t group, const uno_Any *score, const uno_Any *weight);
/** Sums all places into the total. */
void kp_tallies_sum(kp_tallies *t);

/** Writes a table of groups and their tallies. */
typedef kp_calc_error kp_tallies_writer(const kp_arguments *a, const kp_groups *groups,
                                        const kp_tallies *tallies, uno_Any *result);
/** A table of scores (data[0]) by groups (data[1]), gathered in one pass, weighted if there are
 * weights. #VALUE! when shapes differ, #DIV/0! without a valid score. */
kp_calc_error kp_tallies_table(const kp_arguments *a, kp_tallies_writer *write, uno_Any *result);

enum { KP_TOTAL = -1 };
/** Of a place, or of KP_TOTAL: the answers that count. */
kp_survey_counts kp_tallies_counts(const kp_tallies *t, long place);
uint64_t kp_tallies_n(const kp_tallies *t, long place);
kp_survey_status kp_tallies_estimate(const kp_tallies *t, long place, kp_survey_estimate *out);

/** The rows of a table: the groups in order of appearance, then those without a group. */
typedef struct kp_functions_rows {
  const kp_groups *groups;
  size_t count;
} kp_functions_rows;

/** with_rest: there is a row for those without a group. */
kp_functions_rows kp_functions_rows_of(const kp_groups *groups, bool with_rest);
static inline long kp_functions_rows_place(const kp_functions_rows *rows, size_t row) {
  return row < rows->groups->count ? (long)row + 1 : 0;
}
void kp_functions_rows_label(const kp_functions_rows *rows, size_t row, kp_functions_grid *grid,
                             size_t grid_row, kp_language language);

/** What of a table is hidden. */
typedef struct kp_hiding {
  unsigned char *state; /**< of each row, a kp_survey_hidden */
  bool total;
  double minimum;
} kp_hiding;

/** False when memory is short; end it in every case. */
bool kp_hiding_start(kp_hiding *hiding, const kp_functions_rows *rows, const kp_tallies *t,
                     double minimum);
void kp_hiding_end(kp_hiding *hiding);

/** Differences tested in one table, and what becomes of each after correction. */
typedef struct kp_tests {
  kp_survey_correction correction;
  double confidence;
  size_t *row; /**< of each test */
  double *p, *adjusted;
  size_t count;
} kp_tests;

/** Room for one test a row. */
bool kp_tests_start(kp_tests *tests, const kp_arguments *a, size_t rows);
void kp_tests_end(kp_tests *tests);
void kp_tests_add(kp_tests *tests, size_t row, double p);
/** Corrects; call it once. */
bool kp_tests_adjust(kp_tests *tests);
/** The test of a row, SIZE_MAX when it has none. Rows must be asked in rising order: *next, from 0
 * on, remembers the place. */
size_t kp_tests_of(const kp_tests *tests, size_t row, size_t *next);
/** z for the bounds of a row: those of its test, or the plain ones. */
double kp_tests_critical(const kp_tests *tests, size_t test);

#endif
