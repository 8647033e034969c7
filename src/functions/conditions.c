/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pairs of a range and a criterion: which rows of the data count. */
#include "criteria.h"

#include <stdlib.h>

kp_calc_error kp_functions_conditions_start(kp_functions_conditions *conditions,
                                            const kp_functions_cells *shape,
                                            const kp_functions_cells *range,
                                            const uno_Any *criterion, const uno_Sequence *more) {
  size_t rest = more != NULL ? (size_t)more->nElements : 0;
  size_t first = range != NULL ? 1 : 0;
  *conditions = (kp_functions_conditions){NULL, first + rest / 2};
  if (rest % 2 != 0)
    return KP_CALC_VALUE;
  if (conditions->count == 0)
    return KP_CALC_OK;
  conditions->items = calloc(conditions->count, sizeof *conditions->items);
  if (conditions->items == NULL)
    return KP_CALC_MEMORY;
  bool good = true;
  if (first > 0) {
    conditions->items[0].cells = *range;
    good = kp_criterion_compile(&conditions->items[0].criterion, criterion);
  }
  for (size_t i = first; good && i < conditions->count; i++) {
    const uno_Any *pair = KP_UNO_ELEMENTS(uno_Any, (uno_Sequence *)more) + 2 * (i - first);
    kp_functions_condition *c = &conditions->items[i];
    good = kp_functions_cells_read(&c->cells, pair) &&
           kp_criterion_compile(&c->criterion, kp_functions_cell_only(pair + 1));
  }
  for (size_t i = 0; good && i < conditions->count; i++)
    good = kp_functions_cells_same_shape(&conditions->items[i].cells, shape);
  return good ? KP_CALC_OK : KP_CALC_VALUE;
}

void kp_functions_conditions_end(kp_functions_conditions *conditions) {
  free(conditions->items);
  *conditions = (kp_functions_conditions){NULL, 0};
}

static bool met(kp_functions_condition *c, const uno_Any *cell) {
  const rtl_uString *text = kp_functions_cell_text(cell);
  if (text == NULL)
    return kp_criterion_matches(&c->criterion, cell);
  size_t place = ((uintptr_t)text >> 4) % KP_CONDITION_SEEN;
  if (c->seen[place] != text) {
    c->met[place] = kp_criterion_matches(&c->criterion, cell);
    c->seen[place] = text;
  }
  return c->met[place];
}

bool kp_functions_conditions_met(kp_functions_conditions *conditions, size_t row, size_t column) {
  for (size_t i = 0; i < conditions->count; i++)
    if (!met(&conditions->items[i],
             kp_functions_cells_at(&conditions->items[i].cells, row, column)))
      return false;
  return true;
}
