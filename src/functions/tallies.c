/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tallies per group, the rows of a table, what is hidden, what is tested. */
#include "tallies.h"

#include <stdlib.h>
#include <string.h>

void kp_tallies_start(kp_tallies *t, bool weighted) {
  memset(t, 0, sizeof *t);
  t->weighted = weighted;
}

void kp_tallies_end(kp_tallies *t) {
  free(t->plain);
  free(t->heavy);
  memset(t, 0, sizeof *t);
}

/* A longer array, the new part zero; the old one stays when memory is short. */
static void *longer(void *array, size_t size, size_t from, size_t to) {
  char *grown = realloc(array, to * size);
  if (grown != NULL)
    memset(grown + from * size, 0, (to - from) * size);
  return grown;
}

bool kp_tallies_reserve(kp_tallies *t, size_t groups) {
  if (groups + 1 <= t->capacity)
    return true;
  size_t capacity = groups < 32 ? 64 : 2 * (groups + 1);
  void *grown = t->weighted ? longer(t->heavy, sizeof *t->heavy, t->capacity, capacity)
                            : longer(t->plain, sizeof *t->plain, t->capacity, capacity);
  if (grown == NULL)
    return false;
  if (t->weighted)
    t->heavy = grown;
  else
    t->plain = grown;
  t->capacity = capacity;
  return true;
}

void kp_tallies_add(kp_tallies *t, size_t group, const uno_Any *score, const uno_Any *weight) {
  size_t place = group == KP_NO_GROUP ? 0 : group + 1;
  if (weight != NULL)
    kp_survey_weighted_add(&t->heavy[place], kp_functions_cell_number(score),
                           kp_functions_cell_number(weight));
  else
    kp_functions_cells_tally_one(&t->plain[place], score);
}

void kp_tallies_sum(kp_tallies *t) {
  for (size_t i = 0; i < t->capacity; i++) {
    if (t->weighted)
      kp_survey_weighted_merge(&t->heavy_total, &t->heavy[i]);
    else
      kp_survey_tally_merge(&t->plain_total, &t->plain[i]);
  }
}

static kp_calc_error gather(kp_tallies *t, kp_groups *groups, const kp_arguments *a) {
  const kp_functions_cells *scores = &a->data[0];
  const kp_functions_cells *labels = &a->data[1];
  if (!kp_functions_cells_same_shape(scores, labels) ||
      (a->weighted && !kp_functions_cells_same_shape(scores, &a->weights)))
    return KP_CALC_VALUE;
  for (size_t row = 0; row < scores->row_count; row++) {
    for (size_t column = 0; column < scores->column_count; column++) {
      size_t group = kp_groups_add(groups, kp_functions_cells_at(labels, row, column));
      if (groups->failed || !kp_tallies_reserve(t, groups->count))
        return KP_CALC_MEMORY;
      kp_tallies_add(t, group, kp_functions_cells_at(scores, row, column),
                     a->weighted ? kp_functions_cells_at(&a->weights, row, column) : NULL);
    }
  }
  kp_tallies_sum(t);
  return KP_CALC_OK;
}

static const kp_survey_weighted *heavy_at(const kp_tallies *t, long place) {
  return place < 0 ? &t->heavy_total : &t->heavy[place];
}

static const kp_survey_tally *plain_at(const kp_tallies *t, long place) {
  return place < 0 ? &t->plain_total : &t->plain[place];
}

kp_survey_counts kp_tallies_counts(const kp_tallies *t, long place) {
  if (!t->weighted)
    return kp_survey_counts_of(plain_at(t, place));
  const uint64_t *count = heavy_at(t, place)->count;
  return (kp_survey_counts){(double)count[2], (double)count[1], (double)count[0]};
}

uint64_t kp_tallies_n(const kp_tallies *t, long place) {
  return t->weighted ? heavy_at(t, place)->used : kp_survey_tally_valid(plain_at(t, place));
}

kp_survey_status kp_tallies_estimate(const kp_tallies *t, long place, kp_survey_estimate *out) {
  if (t->weighted)
    return kp_survey_estimate_weighted(heavy_at(t, place), out);
  kp_survey_counts counts = kp_survey_counts_of(plain_at(t, place));
  return kp_survey_estimate_counts(&counts, out);
}

kp_calc_error kp_tallies_table(const kp_arguments *a, kp_tallies_writer *write, uno_Any *result) {
  kp_groups groups;
  kp_tallies tallies;
  kp_survey_estimate estimate;
  kp_groups_start(&groups);
  kp_tallies_start(&tallies, a->weighted);
  kp_calc_error error = kp_calc_confidence(a->confidence);
  if (error == KP_CALC_OK)
    error = gather(&tallies, &groups, a);
  if (error == KP_CALC_OK)
    error = kp_calc_error_of(kp_tallies_estimate(&tallies, KP_TOTAL, &estimate));
  if (error == KP_CALC_OK)
    error = write(a, &groups, &tallies, result);
  kp_groups_end(&groups);
  kp_tallies_end(&tallies);
  return error;
}

kp_functions_rows kp_functions_rows_of(const kp_groups *groups, bool with_rest) {
  return (kp_functions_rows){groups, groups->count + (with_rest ? 1 : 0)};
}

void kp_functions_rows_label(const kp_functions_rows *rows, size_t row, kp_functions_grid *grid,
                             size_t grid_row, kp_language language) {
  if (row < rows->groups->count)
    kp_functions_grid_copy(grid, grid_row, 0, rows->groups->labels[row]);
  else
    kp_functions_grid_word(grid, grid_row, 0, KP_WORD_NO_GROUP, language);
}

bool kp_hiding_start(kp_hiding *hiding, const kp_functions_rows *rows, const kp_tallies *t,
                     double minimum) {
  uint64_t *n = calloc(rows->count + 1, sizeof *n);
  *hiding = (kp_hiding){calloc(rows->count + 1, 1), false, minimum};
  bool good = n != NULL && hiding->state != NULL;
  for (size_t row = 0; good && row < rows->count; row++)
    n[row] = kp_tallies_n(t, kp_functions_rows_place(rows, row));
  if (good)
    kp_survey_suppress(rows->count, n, minimum, hiding->state, &hiding->total);
  free(n);
  return good;
}

void kp_hiding_end(kp_hiding *hiding) {
  free(hiding->state);
  hiding->state = NULL;
}

bool kp_tests_start(kp_tests *tests, const kp_arguments *a, size_t rows) {
  *tests = (kp_tests){.correction = a->correction, .confidence = a->confidence};
  tests->row = calloc(rows + 1, sizeof *tests->row);
  tests->p = calloc(rows + 1, sizeof *tests->p);
  tests->adjusted = calloc(rows + 1, sizeof *tests->adjusted);
  return tests->row != NULL && tests->p != NULL && tests->adjusted != NULL;
}

void kp_tests_end(kp_tests *tests) {
  free(tests->row);
  free(tests->p);
  free(tests->adjusted);
  memset(tests, 0, sizeof *tests);
}

void kp_tests_add(kp_tests *tests, size_t row, double p) {
  tests->row[tests->count] = row;
  tests->p[tests->count++] = p;
}

bool kp_tests_adjust(kp_tests *tests) {
  return kp_survey_adjust(tests->correction, tests->count, tests->p, tests->adjusted) ==
         KP_SURVEY_OK;
}

size_t kp_tests_of(const kp_tests *tests, size_t row, size_t *next) {
  return *next < tests->count && tests->row[*next] == row ? (*next)++ : SIZE_MAX;
}

double kp_tests_critical(const kp_tests *tests, size_t test) {
  return test == SIZE_MAX ? kp_survey_normal_critical(tests->confidence)
                          : kp_survey_adjusted_critical(tests->confidence, tests->p[test],
                                                        tests->adjusted[test], tests->count);
}
