/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NPS.DELTATABLE: the change of each group between two waves. */
#include "tallies.h"
#include "waves.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  COLUMNS = 11,
  N_EARLIER = 1,
  SCORE_EARLIER = 3,
  DELTA = 5,
  LOWER,
  UPPER,
  VERDICT,
  P,
  ADJUSTED
};
static const kp_word header[COLUMNS] = {KP_WORD_GROUP,       KP_WORD_N_EARLIER, KP_WORD_N_LATER,
                                        KP_WORD_NPS_EARLIER, KP_WORD_NPS_LATER, KP_WORD_DELTA,
                                        KP_WORD_LOWER,       KP_WORD_UPPER,     KP_WORD_VERDICT,
                                        KP_WORD_P,           KP_WORD_ADJUSTED_P};

/* Both waves of a table; [0] the earlier, [1] the later. */
typedef struct delta_table {
  const kp_arguments *a;
  kp_groups groups;
  kp_waves waves;
  kp_two_waves two;
  kp_tallies side[2];
  bool bad_weight; /* in a row of neither wave */
  kp_functions_rows rows;
  kp_hiding hiding[2];
  kp_tests tests;
  kp_functions_grid grid;
} delta_table;

static kp_calc_error find_waves(delta_table *t) {
  const kp_functions_cells *cells = &t->a->data[2];
  for (size_t row = 0; row < cells->row_count; row++)
    for (size_t column = 0; column < cells->column_count; column++)
      kp_groups_add(&t->waves.groups, kp_functions_cells_at(cells, row, column));
  kp_calc_error error = kp_waves_sort(&t->waves);
  return error != KP_CALC_OK
             ? error
             : kp_waves_choose(&t->waves, t->a->wave_earlier, t->a->wave_later, &t->two);
}

static kp_calc_error tally_cell(delta_table *t, size_t row, size_t column) {
  const kp_arguments *a = t->a;
  size_t group = kp_groups_add(&t->groups, kp_functions_cells_at(&a->data[1], row, column));
  /* All waves are known by now: adding only looks up, by the quick way. */
  size_t wave = kp_groups_add(&t->waves.groups, kp_functions_cells_at(&a->data[2], row, column));
  const uno_Any *weight = a->weighted ? kp_functions_cells_at(&a->weights, row, column) : NULL;
  if (t->groups.failed || !kp_tallies_reserve(&t->side[0], t->groups.count) ||
      !kp_tallies_reserve(&t->side[1], t->groups.count))
    return KP_CALC_MEMORY;
  if (wave != KP_NO_GROUP && (wave == t->two.earlier || wave == t->two.later)) {
    kp_tallies_add(&t->side[wave == t->two.later], group,
                   kp_functions_cells_at(&a->data[0], row, column), weight);
  } else if (weight != NULL) {
    double w = kp_functions_cell_number(weight);
    t->bad_weight = t->bad_weight || w < 0 || isinf(w);
  }
  return KP_CALC_OK;
}

static kp_calc_error tally_all(delta_table *t) {
  const kp_functions_cells *scores = &t->a->data[0];
  kp_calc_error error = KP_CALC_OK;
  for (size_t row = 0; error == KP_CALC_OK && row < scores->row_count; row++)
    for (size_t column = 0; error == KP_CALC_OK && column < scores->column_count; column++)
      error = tally_cell(t, row, column);
  kp_survey_estimate ignored;
  kp_survey_status status[2];
  for (size_t i = 0; error == KP_CALC_OK && i < 2; i++) {
    kp_tallies_sum(&t->side[i]);
    status[i] = kp_tallies_estimate(&t->side[i], KP_TOTAL, &ignored);
    if (t->bad_weight || status[i] == KP_SURVEY_BAD_WEIGHT)
      error = KP_CALC_NUM;
  }
  if (error == KP_CALC_OK && status[0] != KP_SURVEY_OK && status[1] != KP_SURVEY_OK)
    error = KP_CALC_DIV0;
  return error;
}

/* "n earlier (Q4 2024)" */
static void write_header(delta_table *t) {
  const uno_Any *labels[2] = {t->two.earlier_label, t->two.later_label};
  kp_language language = t->a->language;
  for (size_t column = 0; column < COLUMNS; column++)
    kp_functions_grid_word(&t->grid, 0, column, header[column], language);
  for (size_t side = 0; side < 2; side++) {
    char *wave = kp_waves_text(labels[side], t->a->document);
    size_t size = wave != NULL ? strlen(wave) + 64 : 0;
    char *text = wave != NULL ? malloc(size) : NULL;
    t->grid.failed = t->grid.failed || text == NULL;
    for (size_t column = N_EARLIER + side; text != NULL && column < DELTA; column += 2) {
      snprintf(text, size, "%s (%s)", kp_functions_word(header[column], language), wave);
      kp_functions_grid_text(&t->grid, 0, column, text);
    }
    free(text);
    free(wave);
  }
}

/* One group, or the total, in both waves. */
typedef struct pair {
  kp_survey_estimate score[2];
  kp_survey_status status[2];
  kp_survey_hidden hidden[2];
  bool shown, answered, judged; /* shown in both waves; has answers in both; enough for a verdict */
} pair;

static pair pair_of(const delta_table *t, size_t row, bool total) {
  pair p = {.shown = true, .answered = true, .judged = true};
  long place = total ? KP_TOTAL : kp_functions_rows_place(&t->rows, row);
  for (size_t i = 0; i < 2; i++) {
    p.status[i] = kp_tallies_estimate(&t->side[i], place, &p.score[i]);
    p.hidden[i] = total ? (t->hiding[i].total ? KP_SURVEY_FEW : KP_SURVEY_SHOWN)
                        : (kp_survey_hidden)t->hiding[i].state[row];
    p.shown = p.shown && p.hidden[i] == KP_SURVEY_SHOWN;
    p.answered = p.answered && p.status[i] == KP_SURVEY_OK;
    p.judged = p.judged && p.score[i].n >= kp_minimum_of(t->a).judged;
  }
  p.judged = p.judged && p.shown && p.answered;
  return p;
}

static void write_sides(delta_table *t, size_t row, const pair *p) {
  for (size_t i = 0; i < 2; i++) {
    if (p->hidden[i] != KP_SURVEY_SHOWN) {
      kp_functions_grid_hidden_n(&t->grid, row, N_EARLIER + i, p->hidden[i], t->hiding[i].minimum);
      continue;
    }
    kp_functions_grid_number(&t->grid, row, N_EARLIER + i, p->score[i].n);
    if (p->status[i] == KP_SURVEY_OK)
      kp_functions_grid_number(&t->grid, row, SCORE_EARLIER + i, p->score[i].nps);
    else
      kp_functions_grid_error(&t->grid, row, SCORE_EARLIER + i, KP_CALC_NA);
  }
}

/* A hidden row says why: too few in either wave, or hidden for the sake of another. */
static void write_hidden_verdict(delta_table *t, size_t row, const pair *p) {
  bool few = p->hidden[0] == KP_SURVEY_FEW || p->hidden[1] == KP_SURVEY_FEW;
  kp_functions_grid_hidden_word(&t->grid, row, VERDICT, few ? KP_SURVEY_FEW : KP_SURVEY_PROTECTED,
                                t->a->language);
}

static void write_row(delta_table *t, size_t row, const pair *p, double z, double adjusted) {
  kp_survey_change change;
  kp_survey_verdict verdict = KP_SURVEY_TOO_FEW_ANSWERS;
  write_sides(t, row, p);
  if (!p->shown) {
    write_hidden_verdict(t, row, p);
    return;
  }
  if (p->answered) {
    kp_survey_change_of(&p->score[0], &p->score[1], z, &change);
    kp_functions_grid_number(&t->grid, row, DELTA, change.delta);
    kp_functions_grid_number(&t->grid, row, LOWER, change.lower);
    kp_functions_grid_number(&t->grid, row, UPPER, change.upper);
    if (p->judged) {
      verdict = kp_survey_verdict_of_bounds(change.lower, change.upper);
      kp_functions_grid_number(&t->grid, row, P, change.p);
      kp_functions_grid_number(&t->grid, row, ADJUSTED, isnan(adjusted) ? change.p : adjusted);
    }
  } else {
    for (size_t column = DELTA; column <= UPPER; column++)
      kp_functions_grid_error(&t->grid, row, column, KP_CALC_NA);
  }
  kp_functions_grid_word(&t->grid, row, VERDICT, (kp_word)(KP_WORD_TOO_FEW + (int)verdict),
                         t->a->language);
}

static void find_tests(delta_table *t) {
  kp_survey_change change;
  for (size_t row = 0; row < t->rows.count; row++) {
    pair p = pair_of(t, row, false);
    if (p.judged) {
      kp_survey_change_of(&p.score[0], &p.score[1], 1, &change);
      kp_tests_add(&t->tests, row, change.p);
    }
  }
}

static kp_calc_error write_table(delta_table *t, uno_Any *result) {
  size_t total = t->rows.count + 1;
  size_t next = 0;
  kp_functions_grid_start(&t->grid, total + 1, COLUMNS);
  write_header(t);
  for (size_t row = 0; row < t->rows.count; row++) {
    pair p = pair_of(t, row, false);
    size_t test = kp_tests_of(&t->tests, row, &next);
    kp_functions_rows_label(&t->rows, row, &t->grid, 1 + row, t->a->language);
    write_row(t, 1 + row, &p, kp_tests_critical(&t->tests, test),
              test == SIZE_MAX ? (double)NAN : t->tests.adjusted[test]);
  }
  pair all = pair_of(t, 0, true);
  kp_functions_grid_word(&t->grid, total, 0, KP_WORD_TOTAL, t->a->language);
  write_row(t, total, &all, kp_survey_normal_critical(t->a->confidence), (double)NAN);
  return kp_functions_grid_finish(&t->grid, result);
}

static kp_calc_error hide_and_test(delta_table *t, uno_Any *result) {
  double shown = kp_minimum_of(t->a).shown;
  t->rows = kp_functions_rows_of(&t->groups,
                                 kp_tallies_n(&t->side[0], 0) + kp_tallies_n(&t->side[1], 0) > 0);
  bool good = kp_hiding_start(&t->hiding[0], &t->rows, &t->side[0], shown);
  good = kp_hiding_start(&t->hiding[1], &t->rows, &t->side[1], shown) && good;
  good = kp_tests_start(&t->tests, t->a, t->rows.count) && good;
  if (good)
    find_tests(t);
  kp_calc_error error =
      good && kp_tests_adjust(&t->tests) ? write_table(t, result) : KP_CALC_MEMORY;
  kp_tests_end(&t->tests);
  kp_hiding_end(&t->hiding[0]);
  kp_hiding_end(&t->hiding[1]);
  return error;
}

static bool same_shapes(const kp_arguments *a) {
  return kp_functions_cells_same_shape(&a->data[0], &a->data[1]) &&
         kp_functions_cells_same_shape(&a->data[0], &a->data[2]) &&
         (!a->weighted || kp_functions_cells_same_shape(&a->data[0], &a->weights));
}

kp_calc_error kp_compute_delta_table(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  delta_table t = {.a = a};
  kp_calc_error error = same_shapes(a) ? kp_calc_confidence(a->confidence) : KP_CALC_VALUE;
  kp_groups_start(&t.groups);
  kp_waves_start(&t.waves);
  kp_tallies_start(&t.side[0], a->weighted);
  kp_tallies_start(&t.side[1], a->weighted);
  if (error == KP_CALC_OK)
    error = find_waves(&t);
  if (error == KP_CALC_OK)
    error = tally_all(&t);
  if (error == KP_CALC_OK)
    error = hide_and_test(&t, result);
  kp_tallies_end(&t.side[0]);
  kp_tallies_end(&t.side[1]);
  kp_groups_end(&t.groups);
  kp_waves_end(&t.waves);
  return error;
}
