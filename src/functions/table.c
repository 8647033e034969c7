/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NPS.TABLE and NPS.DELTATABLE: a row per group, one pass over the cells. */
#include "groups.h"

#include <stdlib.h>
#include <string.h>

/* Tallies of each group, of the rows without a group, and of all rows. */
typedef struct kp_tallies {
  kp_survey_tally *groups;
  size_t capacity;
  kp_survey_tally rest, total;
} kp_tallies;

static bool reserve(kp_tallies *tallies, size_t count) {
  if (count <= tallies->capacity)
    return true;
  size_t capacity = count < 64 ? 64 : 2 * count;
  kp_survey_tally *grown = realloc(tallies->groups, capacity * sizeof *grown);
  if (grown == NULL)
    return false;
  memset(grown + tallies->capacity, 0, (capacity - tallies->capacity) * sizeof *grown);
  tallies->groups = grown;
  tallies->capacity = capacity;
  return true;
}

static double valid(const kp_survey_tally *tally) {
  return (double)kp_survey_tally_valid(tally);
}

/* ----------------------------------------------------------------------------------- NPS.TABLE */

enum { TABLE_COLUMNS = 8 };

static kp_calc_error tally_groups(const kp_arguments *a, kp_groups *groups, kp_tallies *tallies) {
  const kp_cells *scores = &a->data[0];
  const kp_cells *labels = &a->data[1];
  if (!kp_cells_same_shape(scores, labels))
    return KP_CALC_VALUE;
  for (size_t row = 0; row < scores->row_count; row++) {
    for (size_t column = 0; column < scores->column_count; column++) {
      size_t group = kp_groups_add(groups, kp_cells_at(labels, row, column));
      if (groups->failed || !reserve(tallies, groups->count))
        return KP_CALC_MEMORY;
      kp_cells_tally_one(group == KP_NO_GROUP ? &tallies->rest : &tallies->groups[group],
                         kp_cells_at(scores, row, column));
    }
  }
  tallies->total = tallies->rest;
  for (size_t i = 0; i < groups->count; i++)
    kp_survey_tally_merge(&tallies->total, &tallies->groups[i]);
  return KP_CALC_OK;
}

static void table_row(kp_grid *grid, size_t row, const kp_arguments *a,
                      const kp_survey_tally *tally) {
  kp_survey_counts counts = kp_survey_counts_of(tally);
  kp_survey_interval interval = {0};
  kp_grid_number(grid, row, 1, valid(tally));
  if (valid(tally) < a->minimum) {
    kp_grid_word(grid, row, 5, KP_WORD_TOO_FEW, a->language);
    return;
  }
  kp_survey_status status = kp_survey_nps_interval(&counts, KP_SURVEY_ADJUSTED, a->confidence,
                                                   KP_SURVEY_UNLIMITED, &interval);
  kp_grid_number(grid, row, 2, counts.promoters);
  kp_grid_number(grid, row, 3, counts.passives);
  kp_grid_number(grid, row, 4, counts.detractors);
  kp_grid_status(grid, row, 5, status, interval.nps);
  kp_grid_status(grid, row, 6, status, interval.lower);
  kp_grid_status(grid, row, 7, status, interval.upper);
}

static kp_calc_error write_table(const kp_arguments *a, const kp_groups *groups,
                                 const kp_tallies *tallies, uno_Any *result) {
  bool rest = valid(&tallies->rest) > 0;
  size_t total = 1 + groups->count + (rest ? 1 : 0);
  kp_grid grid;
  kp_grid_start(&grid, total + 1, TABLE_COLUMNS);
  for (size_t column = 0; column < TABLE_COLUMNS; column++)
    kp_grid_word(&grid, 0, column, (kp_word)(KP_WORD_GROUP + (int)column), a->language);
  for (size_t i = 0; i < groups->count; i++) {
    kp_grid_copy(&grid, 1 + i, 0, groups->labels[i]);
    table_row(&grid, 1 + i, a, &tallies->groups[i]);
  }
  if (rest) {
    kp_grid_word(&grid, total - 1, 0, KP_WORD_NO_GROUP, a->language);
    table_row(&grid, total - 1, a, &tallies->rest);
  }
  kp_arguments all = *a;
  all.minimum = 0; /* the total is NPS.SCORE of all scores, however few */
  kp_grid_word(&grid, total, 0, KP_WORD_TOTAL, a->language);
  table_row(&grid, total, &all, &tallies->total);
  return kp_grid_finish(&grid, result);
}

kp_calc_error kp_compute_table(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  kp_groups groups;
  kp_tallies tallies = {0};
  kp_survey_interval interval = {0};
  kp_groups_start(&groups);
  kp_calc_error error = tally_groups(a, &groups, &tallies);
  if (error == KP_CALC_OK) {
    kp_survey_counts counts = kp_survey_counts_of(&tallies.total);
    error = kp_calc_error_of(kp_survey_nps_interval(&counts, KP_SURVEY_ADJUSTED, a->confidence,
                                                    KP_SURVEY_UNLIMITED, &interval));
  }
  if (error == KP_CALC_OK)
    error = write_table(a, &groups, &tallies, result);
  kp_groups_end(&groups);
  free(tallies.groups);
  return error;
}

/* ------------------------------------------------------------------------------ NPS.DELTATABLE */

enum { DELTA_COLUMNS = 9 };
static const kp_word delta_header[DELTA_COLUMNS] = {
    KP_WORD_GROUP, KP_WORD_N_EARLIER, KP_WORD_N_LATER, KP_WORD_NPS_EARLIER, KP_WORD_NPS_LATER,
    KP_WORD_DELTA, KP_WORD_LOWER,     KP_WORD_UPPER,   KP_WORD_VERDICT};

typedef struct kp_two_waves {
  size_t earlier, later; /* indices among the waves; KP_NO_GROUP when no row has it */
} kp_two_waves;

static bool given(const uno_Any *argument) {
  return argument->pType->eTypeClass != typelib_TypeClass_VOID;
}

/* The highest wave below `limit` (any wave when limit is NULL). */
static size_t highest(const kp_groups *waves, const uno_Any *limit) {
  size_t best = KP_NO_GROUP;
  for (size_t i = 0; i < waves->count; i++)
    if ((limit == NULL || kp_groups_compare(waves->labels[i], limit) < 0) &&
        (best == KP_NO_GROUP || kp_groups_compare(waves->labels[i], waves->labels[best]) > 0))
      best = i;
  return best;
}

/* Waves left out are the two highest distinct values, numbers before text. */
static kp_calc_error choose_waves(const kp_arguments *a, kp_groups *waves, kp_two_waves *two) {
  const kp_cells *cells = &a->data[2];
  for (size_t row = 0; row < cells->row_count; row++)
    for (size_t column = 0; column < cells->column_count; column++)
      kp_groups_add(waves, kp_cells_at(cells, row, column));
  if (waves->failed)
    return KP_CALC_MEMORY;
  const uno_Any *later = NULL;
  if (given(a->wave_later)) {
    two->later = kp_groups_find(waves, a->wave_later);
    later = a->wave_later;
  } else {
    two->later = highest(waves, NULL);
    if (two->later == KP_NO_GROUP)
      return KP_CALC_NA;
    later = waves->labels[two->later];
  }
  if (given(a->wave_earlier)) {
    two->earlier = kp_groups_find(waves, a->wave_earlier);
    return kp_groups_compare(a->wave_earlier, later) == 0 ? KP_CALC_NA : KP_CALC_OK;
  }
  two->earlier = highest(waves, later);
  return two->earlier == KP_NO_GROUP ? KP_CALC_NA : KP_CALC_OK;
}

static kp_calc_error tally_waves(const kp_arguments *a, kp_groups *groups, const kp_groups *waves,
                                 const kp_two_waves *two, kp_tallies *earlier, kp_tallies *later) {
  const kp_cells *scores = &a->data[0];
  for (size_t row = 0; row < scores->row_count; row++) {
    for (size_t column = 0; column < scores->column_count; column++) {
      size_t group = kp_groups_add(groups, kp_cells_at(&a->data[1], row, column));
      /* All waves are known by now: adding only looks up, by the quick way. */
      size_t wave = kp_groups_add((kp_groups *)waves, kp_cells_at(&a->data[2], row, column));
      if (groups->failed || !reserve(earlier, groups->count) || !reserve(later, groups->count))
        return KP_CALC_MEMORY;
      kp_tallies *side = wave == KP_NO_GROUP    ? NULL
                         : wave == two->earlier ? earlier
                         : wave == two->later   ? later
                                                : NULL;
      if (side != NULL)
        kp_cells_tally_one(group == KP_NO_GROUP ? &side->rest : &side->groups[group],
                           kp_cells_at(scores, row, column));
    }
  }
  earlier->total = earlier->rest;
  later->total = later->rest;
  for (size_t i = 0; i < groups->count; i++) {
    kp_survey_tally_merge(&earlier->total, &earlier->groups[i]);
    kp_survey_tally_merge(&later->total, &later->groups[i]);
  }
  return KP_CALC_OK;
}

/* The score of one wave of a group: absent, too few to show, or shown. */
static void delta_score(kp_grid *grid, size_t row, size_t column, const kp_survey_tally *tally,
                        double minimum) {
  kp_survey_counts counts = kp_survey_counts_of(tally);
  double points = 0;
  if (valid(tally) == 0) {
    kp_grid_error(grid, row, column, KP_CALC_NA);
  } else if (valid(tally) >= minimum) {
    kp_survey_status status = kp_survey_nps(&counts, &points);
    kp_grid_status(grid, row, column, status, points);
  }
}

static void delta_row(kp_grid *grid, size_t row, const kp_arguments *a, double minimum,
                      const kp_survey_tally *earlier, const kp_survey_tally *later) {
  /* The table shows small groups unless told otherwise; a verdict on them it never gives. */
  double verdict_minimum = a->minimum_given ? a->minimum : 10;
  kp_survey_counts first = kp_survey_counts_of(earlier);
  kp_survey_counts second = kp_survey_counts_of(later);
  kp_survey_delta delta = {0};
  kp_survey_verdict verdict = KP_SURVEY_TOO_FEW_ANSWERS;
  kp_grid_number(grid, row, 1, valid(earlier));
  kp_grid_number(grid, row, 2, valid(later));
  delta_score(grid, row, 3, earlier, minimum);
  delta_score(grid, row, 4, later, minimum);
  if (valid(earlier) == 0 || valid(later) == 0) {
    for (size_t column = 5; column < 8; column++)
      kp_grid_error(grid, row, column, KP_CALC_NA);
  } else if (valid(earlier) >= minimum && valid(later) >= minimum) {
    kp_survey_status status = kp_survey_nps_delta(&first, &second, a->confidence, &delta);
    kp_grid_status(grid, row, 5, status, delta.delta);
    kp_grid_status(grid, row, 6, status, delta.adjusted.lower);
    kp_grid_status(grid, row, 7, status, delta.adjusted.upper);
    status = kp_survey_nps_verdict(&first, &second, a->confidence, verdict_minimum, &verdict);
    if (status != KP_SURVEY_OK)
      verdict = KP_SURVEY_TOO_FEW_ANSWERS;
  }
  kp_grid_word(grid, row, 8, (kp_word)(KP_WORD_TOO_FEW + (int)verdict), a->language);
}

static kp_calc_error write_delta_table(const kp_arguments *a, const kp_groups *groups,
                                       const kp_tallies *earlier, const kp_tallies *later,
                                       uno_Any *result) {
  bool rest = valid(&earlier->rest) + valid(&later->rest) > 0;
  size_t total = 1 + groups->count + (rest ? 1 : 0);
  kp_grid grid;
  kp_grid_start(&grid, total + 1, DELTA_COLUMNS);
  for (size_t column = 0; column < DELTA_COLUMNS; column++)
    kp_grid_word(&grid, 0, column, delta_header[column], a->language);
  for (size_t i = 0; i < groups->count; i++) {
    kp_grid_copy(&grid, 1 + i, 0, groups->labels[i]);
    delta_row(&grid, 1 + i, a, a->minimum, &earlier->groups[i], &later->groups[i]);
  }
  if (rest) {
    kp_grid_word(&grid, total - 1, 0, KP_WORD_NO_GROUP, a->language);
    delta_row(&grid, total - 1, a, a->minimum, &earlier->rest, &later->rest);
  }
  kp_grid_word(&grid, total, 0, KP_WORD_TOTAL, a->language);
  /* The total is the NPS.SCORE of each wave, however few. */
  delta_row(&grid, total, a, 0, &earlier->total, &later->total);
  return kp_grid_finish(&grid, result);
}

kp_calc_error kp_compute_delta_table(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  kp_groups groups;
  kp_groups waves;
  kp_two_waves two = {KP_NO_GROUP, KP_NO_GROUP};
  kp_tallies earlier = {0};
  kp_tallies later = {0};
  kp_calc_error error = KP_CALC_OK;
  kp_groups_start(&groups);
  kp_groups_start(&waves);
  if (!kp_cells_same_shape(&a->data[0], &a->data[1]) ||
      !kp_cells_same_shape(&a->data[0], &a->data[2]))
    error = KP_CALC_VALUE;
  else if (!(a->confidence > 0.5 && a->confidence < 1))
    error = KP_CALC_NUM;
  if (error == KP_CALC_OK)
    error = choose_waves(a, &waves, &two);
  if (error == KP_CALC_OK)
    error = tally_waves(a, &groups, &waves, &two, &earlier, &later);
  if (error == KP_CALC_OK && valid(&earlier.total) + valid(&later.total) == 0)
    error = KP_CALC_DIV0;
  if (error == KP_CALC_OK)
    error = write_delta_table(a, &groups, &earlier, &later, result);
  kp_groups_end(&groups);
  kp_groups_end(&waves);
  free(earlier.groups);
  free(later.groups);
  return error;
}
