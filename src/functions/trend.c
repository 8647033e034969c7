/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NPS.TREND: a row per wave, each beside the one before, and the trend over all. */
#include "wave_scores.h"

#include <stdlib.h>

enum { COLUMNS = 8, WAVE = 0, N, SCORE, LOWER, UPPER, DELTA, P, VERDICT };
static const kp_word header[COLUMNS] = {KP_WORD_WAVE,  KP_WORD_N,     KP_WORD_NPS, KP_WORD_LOWER,
                                        KP_WORD_UPPER, KP_WORD_DELTA, KP_WORD_P,   KP_WORD_VERDICT};

typedef struct trend_table {
  const kp_arguments *a;
  kp_wave_scores scores;
  unsigned char *state; /* of each wave in the order of time */
  kp_functions_grid grid;
} trend_table;

static size_t wave_count(const trend_table *t) {
  return t->scores.waves.groups.count;
}

static bool hide(trend_table *t) {
  size_t count = wave_count(t);
  uint64_t *n = calloc(count + 1, sizeof *n);
  t->state = calloc(count + 1, 1);
  bool good = n != NULL && t->state != NULL;
  bool total = false; /* this table has no total to hide */
  for (size_t i = 0; good && i < count; i++)
    n[i] = kp_tallies_n(&t->scores.tallies, (long)t->scores.waves.order[i] + 1);
  if (good)
    kp_survey_suppress(count, n, kp_minimum_of(t->a).shown, t->state, &total);
  free(n);
  return good;
}

static void write_score(kp_functions_grid *grid, size_t row, const kp_survey_estimate *e,
                        double z) {
  double lower = e->centre - z * sqrt(e->error);
  double upper = e->centre + z * sqrt(e->error);
  kp_survey_show(e->nps, -100, 100, &lower, &upper);
  kp_functions_grid_number(grid, row, SCORE, e->nps);
  kp_functions_grid_number(grid, row, LOWER, lower);
  kp_functions_grid_number(grid, row, UPPER, upper);
}

/* Beside the wave before it that is shown and has answers. */
static void write_change(trend_table *t, size_t row, const kp_survey_estimate *before,
                         const kp_survey_estimate *now, double z) {
  double minimum = kp_minimum_of(t->a).judged;
  kp_survey_verdict verdict = KP_SURVEY_TOO_FEW_ANSWERS;
  if (now->n > 0) {
    kp_survey_change change;
    kp_survey_change_of(before, now, z, &change);
    kp_functions_grid_number(&t->grid, row, DELTA, change.delta);
    if (before->n >= minimum && now->n >= minimum) {
      kp_functions_grid_number(&t->grid, row, P, change.p);
      verdict = kp_survey_verdict_of_bounds(change.lower, change.upper);
    }
  }
  kp_functions_grid_word(&t->grid, row, VERDICT, (kp_word)(KP_WORD_TOO_FEW + (int)verdict),
                         t->a->language);
}

static void write_waves(trend_table *t) {
  double z = kp_survey_normal_critical(t->a->confidence);
  kp_survey_estimate before = {.n = 0};
  for (size_t i = 0; i < wave_count(t); i++) {
    size_t wave = t->scores.waves.order[i];
    kp_survey_counts counts = kp_wave_scores_at(&t->scores, i);
    kp_survey_estimate now;
    kp_functions_grid_copy(&t->grid, 1 + i, WAVE, t->scores.waves.groups.labels[wave]);
    if (t->state[i] != KP_SURVEY_SHOWN) {
      kp_functions_grid_hidden(&t->grid, 1 + i, N, VERDICT, (kp_survey_hidden)t->state[i],
                               kp_minimum_of(t->a).shown, t->a->language);
      continue;
    }
    bool answered = kp_survey_estimate_counts(&counts, &now) == KP_SURVEY_OK;
    kp_functions_grid_number(&t->grid, 1 + i, N, now.n);
    if (answered)
      write_score(&t->grid, 1 + i, &now, z);
    if (before.n > 0)
      write_change(t, 1 + i, &before, &now, z);
    if (answered)
      before = now;
  }
}

static kp_calc_error write_table(trend_table *t, uno_Any *result) {
  size_t last = wave_count(t) + 1;
  kp_survey_trend trend;
  kp_survey_status status = kp_wave_scores_trend(&t->scores, 0, wave_count(t),
                                                 kp_minimum_of(t->a).judged, t->state, &trend);
  if (status == KP_SURVEY_MEMORY)
    return KP_CALC_MEMORY;
  kp_functions_grid_start(&t->grid, last + 1, COLUMNS);
  for (size_t column = 0; column < COLUMNS; column++)
    kp_functions_grid_word(&t->grid, 0, column, header[column], t->a->language);
  write_waves(t);
  kp_functions_grid_word(&t->grid, last, WAVE, KP_WORD_TREND, t->a->language);
  kp_functions_grid_number(&t->grid, last, N, trend.n);
  if (status == KP_SURVEY_OK) {
    kp_functions_grid_number(&t->grid, last, DELTA, trend.slope);
    kp_functions_grid_number(&t->grid, last, P, trend.p);
  }
  kp_survey_verdict verdict = kp_wave_scores_verdict(status, &trend, t->a->confidence);
  kp_functions_grid_word(&t->grid, last, VERDICT, (kp_word)(KP_WORD_TOO_FEW + (int)verdict),
                         t->a->language);
  return kp_functions_grid_finish(&t->grid, result);
}

kp_calc_error kp_compute_trend(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  trend_table t = {.a = a};
  kp_calc_error error = kp_wave_scores_start(&t.scores, &a->data[0], &a->data[1], NULL);
  if (error == KP_CALC_OK)
    error = kp_calc_confidence(a->confidence);
  if (error == KP_CALC_OK && kp_tallies_n(&t.scores.tallies, KP_TOTAL) == 0)
    error = KP_CALC_DIV0;
  if (error == KP_CALC_OK)
    error = hide(&t) ? write_table(&t, result) : KP_CALC_MEMORY;
  free(t.state);
  kp_wave_scores_end(&t.scores);
  return error;
}
