/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NPS.COMPARE: each unit beside the rest. The rest is without the unit: against a total of which it
 * is part the two would not be independent. */
#include "tallies.h"

#include <stdlib.h>

enum { COLUMNS = 10, N = 1, SCORE, REST, DIFFERENCE, LOWER, UPPER, P, ADJUSTED, VERDICT };
static const kp_word header[COLUMNS] = {
    KP_WORD_GROUP, KP_WORD_N,     KP_WORD_NPS, KP_WORD_REST,       KP_WORD_DIFFERENCE,
    KP_WORD_LOWER, KP_WORD_UPPER, KP_WORD_P,   KP_WORD_ADJUSTED_P, KP_WORD_VERDICT};

typedef struct comparison {
  const kp_arguments *a;
  const kp_tallies *tallies;
  kp_functions_rows rows;
  kp_hiding hiding;
  kp_tests tests;
  kp_functions_grid grid;
} comparison;

/* A unit and all others. */
typedef struct pair {
  kp_survey_estimate unit, rest;
  kp_survey_status unit_status, rest_status;
  bool judged; /* shown, and enough answers on both sides for a verdict */
} pair;

static pair pair_of(const comparison *c, size_t row) {
  pair p;
  kp_survey_counts unit = kp_tallies_counts(c->tallies, kp_functions_rows_place(&c->rows, row));
  kp_survey_counts all = kp_tallies_counts(c->tallies, KP_TOTAL);
  kp_survey_counts rest = {all.promoters - unit.promoters, all.passives - unit.passives,
                           all.detractors - unit.detractors};
  double minimum = kp_minimum_of(c->a).judged;
  p.unit_status = kp_survey_estimate_counts(&unit, &p.unit);
  p.rest_status = kp_survey_estimate_counts(&rest, &p.rest);
  p.judged = c->hiding.state[row] == KP_SURVEY_SHOWN && p.unit_status == KP_SURVEY_OK &&
             p.rest_status == KP_SURVEY_OK && p.unit.n >= minimum && p.rest.n >= minimum;
  return p;
}

static kp_word word_of(kp_survey_verdict verdict) {
  return verdict == KP_SURVEY_RISE   ? KP_WORD_ABOVE
         : verdict == KP_SURVEY_FALL ? KP_WORD_BELOW
                                     : KP_WORD_NO_DIFFERENCE;
}

static void score_or_none(kp_functions_grid *grid, size_t row, size_t column,
                          kp_survey_status status, double points) {
  if (status == KP_SURVEY_OK)
    kp_functions_grid_number(grid, row, column, points);
  else
    kp_functions_grid_error(grid, row, column, KP_CALC_NA);
}

static void write_row(comparison *c, size_t row, size_t test) {
  kp_functions_grid *grid = &c->grid;
  size_t at = 1 + row;
  pair p = pair_of(c, row);
  kp_survey_change change;
  kp_word verdict = KP_WORD_TOO_FEW;
  kp_functions_grid_number(grid, at, N, p.unit.n);
  score_or_none(grid, at, SCORE, p.unit_status, p.unit.nps);
  score_or_none(grid, at, REST, p.rest_status, p.rest.nps);
  if (p.unit_status == KP_SURVEY_OK && p.rest_status == KP_SURVEY_OK) {
    kp_survey_change_of(&p.rest, &p.unit, kp_tests_critical(&c->tests, test), &change);
    kp_functions_grid_number(grid, at, DIFFERENCE, change.delta);
    kp_functions_grid_number(grid, at, LOWER, change.lower);
    kp_functions_grid_number(grid, at, UPPER, change.upper);
    if (test != SIZE_MAX) {
      kp_functions_grid_number(grid, at, P, change.p);
      kp_functions_grid_number(grid, at, ADJUSTED, c->tests.adjusted[test]);
      verdict = word_of(kp_survey_verdict_of_bounds(change.lower, change.upper));
    }
  } else {
    for (size_t column = DIFFERENCE; column <= UPPER; column++)
      kp_functions_grid_error(grid, at, column, KP_CALC_NA);
  }
  kp_functions_grid_word(grid, at, VERDICT, verdict, c->a->language);
}

/* Do the units differ at all: over every group with an answer, hidden or not. */
static bool write_units_differ(comparison *c, size_t at) {
  kp_survey_counts *units = calloc(c->rows.count + 1, sizeof *units);
  double q = 0;
  double p = 0;
  if (units == NULL)
    return false;
  for (size_t row = 0; row < c->rows.count; row++)
    units[row] = kp_tallies_counts(c->tallies, kp_functions_rows_place(&c->rows, row));
  if (kp_survey_units_differ(c->rows.count, units, &q, &p) == KP_SURVEY_OK) {
    kp_functions_grid_number(&c->grid, at, P, p);
    kp_functions_grid_word(&c->grid, at, VERDICT,
                           p < kp_survey_significance(c->a->confidence) ? KP_WORD_UNITS_DIFFER
                                                                        : KP_WORD_NO_DIFFERENCE,
                           c->a->language);
  }
  free(units);
  return true;
}

static bool write_total(comparison *c, size_t at) {
  kp_survey_estimate total;
  kp_functions_grid_word(&c->grid, at, 0, KP_WORD_TOTAL, c->a->language);
  if (c->hiding.total) {
    kp_functions_grid_hidden(&c->grid, at, N, VERDICT, KP_SURVEY_FEW, c->hiding.minimum,
                             c->a->language);
    return true;
  }
  kp_survey_status status = kp_tallies_estimate(c->tallies, KP_TOTAL, &total);
  kp_functions_grid_number(&c->grid, at, N, total.n);
  kp_functions_grid_status(&c->grid, at, SCORE, status, total.nps);
  return write_units_differ(c, at);
}

static kp_calc_error write_table(comparison *c, uno_Any *result) {
  size_t next = 0;
  kp_functions_grid_start(&c->grid, c->rows.count + 2, COLUMNS);
  for (size_t column = 0; column < COLUMNS; column++)
    kp_functions_grid_word(&c->grid, 0, column, header[column], c->a->language);
  for (size_t row = 0; row < c->rows.count; row++) {
    size_t test = kp_tests_of(&c->tests, row, &next);
    kp_functions_rows_label(&c->rows, row, &c->grid, 1 + row, c->a->language);
    if (c->hiding.state[row] != KP_SURVEY_SHOWN)
      kp_functions_grid_hidden(&c->grid, 1 + row, N, VERDICT,
                               (kp_survey_hidden)c->hiding.state[row], c->hiding.minimum,
                               c->a->language);
    else
      write_row(c, row, test);
  }
  bool good = write_total(c, c->rows.count + 1);
  kp_calc_error error = kp_functions_grid_finish(&c->grid, result);
  return good ? error : KP_CALC_MEMORY;
}

static void find_tests(comparison *c) {
  kp_survey_change change;
  for (size_t row = 0; row < c->rows.count; row++) {
    pair p = pair_of(c, row);
    if (p.judged) {
      kp_survey_change_of(&p.rest, &p.unit, 1, &change);
      kp_tests_add(&c->tests, row, change.p);
    }
  }
}

static kp_calc_error compare(const kp_arguments *a, const kp_groups *groups,
                             const kp_tallies *tallies, uno_Any *result) {
  comparison c = {.a = a, .tallies = tallies};
  c.rows = kp_functions_rows_of(groups, kp_tallies_n(tallies, 0) > 0);
  bool good = kp_hiding_start(&c.hiding, &c.rows, tallies, kp_minimum_of(a).shown);
  good = kp_tests_start(&c.tests, a, c.rows.count) && good;
  if (good)
    find_tests(&c);
  kp_calc_error error =
      good && kp_tests_adjust(&c.tests) ? write_table(&c, result) : KP_CALC_MEMORY;
  kp_tests_end(&c.tests);
  kp_hiding_end(&c.hiding);
  return error;
}

kp_calc_error kp_compute_compare(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  return kp_tallies_table(a, compare, result);
}
