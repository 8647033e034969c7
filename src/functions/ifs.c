/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NPS.IFS: the score of the rows that meet every criterion. */
#include "criteria.h"

#include <stdlib.h>

typedef struct condition {
  kp_cells cells;
  kp_criterion criterion;
} condition;

static bool read_condition(condition *c, const uno_Any *range, const uno_Any *criterion) {
  return kp_cells_read(&c->cells, range) && kp_criterion_compile(&c->criterion, criterion);
}

/* The first pair has arguments of its own, the rest come as a list. */
static kp_calc_error read_conditions(condition *conditions, size_t count, const kp_arguments *a) {
  const uno_Any *more = a->more != NULL && a->more->nElements > 0
                            ? KP_UNO_ELEMENTS(uno_Any, (uno_Sequence *)a->more)
                            : NULL;
  conditions[0].cells = a->data[1];
  bool good = kp_criterion_compile(&conditions[0].criterion, a->value);
  for (size_t i = 1; good && i < count; i++)
    good = read_condition(&conditions[i], &more[2 * i - 2], kp_cell_only(&more[2 * i - 1]));
  for (size_t i = 0; good && i < count; i++)
    good = kp_cells_same_shape(&conditions[i].cells, &a->data[0]);
  return good ? KP_CALC_OK : KP_CALC_VALUE;
}

static bool meets_all(const condition *conditions, size_t count, size_t row, size_t column) {
  for (size_t i = 0; i < count; i++)
    if (!kp_criterion_matches(&conditions[i].criterion,
                              kp_cells_at(&conditions[i].cells, row, column)))
      return false;
  return true;
}

kp_calc_error kp_compute_ifs(const kp_function *f, const kp_arguments *a, uno_Any *result) {
  (void)f;
  const kp_cells *scores = &a->data[0];
  size_t rest = a->more != NULL ? (size_t)a->more->nElements : 0;
  size_t count = 1 + rest / 2;
  kp_survey_tally tally = {0};
  double points = 0;
  if (rest % 2 != 0)
    return KP_CALC_VALUE;
  condition *conditions = calloc(count, sizeof *conditions);
  if (conditions == NULL)
    return KP_CALC_MEMORY;
  kp_calc_error error = read_conditions(conditions, count, a);
  if (error == KP_CALC_OK) {
    for (size_t row = 0; row < scores->row_count; row++)
      for (size_t column = 0; column < scores->column_count; column++)
        if (meets_all(conditions, count, row, column))
          kp_cells_tally_one(&tally, kp_cells_at(scores, row, column));
    kp_survey_counts counts = kp_survey_counts_of(&tally);
    kp_survey_status status = kp_survey_nps(&counts, &points);
    error = kp_result_of(result, status, points);
  }
  free(conditions);
  return error;
}
