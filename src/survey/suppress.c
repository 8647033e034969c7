/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which numbers of a table to hide so that no small group can be read off, nor computed from the
 * totals (Cox, JASA 75, 1980; Willenborg and de Waal, Elements of Statistical Disclosure Control,
 * 2001). Exact values stay unknown; bounds on them can still be worked out. */
#include "internal.h"
#include "kernpunt/survey.h"

/* Cells on one line through a table, and the total at its end. */
typedef struct line {
  size_t first, step, count; /* of the cells */
  size_t total;
} line;

static bool too_few(uint64_t n, double minimum) {
  return n > 0 && (double)n < minimum;
}

/* The shown cell with the fewest answers, the first on a tie; SIZE_MAX when there is none. */
static size_t smallest_shown(const line *l, const uint64_t *n, const unsigned char *state) {
  size_t best = SIZE_MAX;
  for (size_t i = 0, at = l->first; i < l->count; i++, at += l->step) {
    if (state[at] == KP_SURVEY_SHOWN && n[at] > 0 && (best == SIZE_MAX || n[at] < n[best])) {
      best = at;
    }
  }
  return best;
}

/* Hides one more cell if the line would give a hidden one away. The total counts as a member only
 * where it can be hidden itself. */
static bool protect(const line *l, const uint64_t *n, double minimum, bool with_total,
                    unsigned char *state) {
  bool total_hidden = with_total && state[l->total] != KP_SURVEY_SHOWN;
  size_t members = total_hidden ? 1 : 0;
  uint64_t answers = 0;
  for (size_t i = 0, at = l->first; i < l->count; i++, at += l->step) {
    if (state[at] != KP_SURVEY_SHOWN) {
      members++;
      answers += n[at];
    }
  }
  if (members == 0 || (members >= 2 && (total_hidden || (double)answers >= minimum))) {
    return false;
  }
  size_t at = smallest_shown(l, n, state);
  if (at == SIZE_MAX && with_total && !total_hidden) {
    at = l->total;
  }
  if (at == SIZE_MAX) {
    return false;
  }
  state[at] = KP_SURVEY_PROTECTED;
  return true;
}

void kp_survey_suppress(size_t count, const uint64_t *n, double minimum, unsigned char *state,
                        bool *total_hidden) {
  uint64_t total = 0;
  bool hides = minimum >= 2.0;
  for (size_t i = 0; i < count; i++) {
    total += n[i];
    state[i] = hides && too_few(n[i], minimum) ? KP_SURVEY_FEW : KP_SURVEY_SHOWN;
  }
  *total_hidden = hides && too_few(total, minimum);
  const line groups = {0, 1, count, 0};
  while (hides && protect(&groups, n, minimum, false, state)) {
  }
}

void kp_survey_suppress_cross(size_t rows, size_t columns, const uint64_t *n, double minimum,
                              unsigned char *state) {
  size_t width = columns + 1;
  bool changed = minimum >= 2.0;
  for (size_t i = 0; i < (rows + 1) * width; i++) {
    state[i] = changed && too_few(n[i], minimum) ? KP_SURVEY_FEW : KP_SURVEY_SHOWN;
  }
  while (changed) {
    changed = false;
    for (size_t row = 0; row <= rows; row++) {
      const line across = {row * width, 1, columns, row * width + columns};
      changed = protect(&across, n, minimum, true, state) || changed;
    }
    for (size_t column = 0; column <= columns; column++) {
      const line down = {column, width, rows, rows * width + column};
      changed = protect(&down, n, minimum, true, state) || changed;
    }
  }
}
