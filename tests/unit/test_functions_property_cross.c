/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NPS.UNIT, NPS.CHANGE and NPS.CROSS on random dirty data against what comparing every row with
 * every other gives. */
#include "functions_reference_waves.h"

enum { TIMES = 800 };

/* ------------------------------------------------------------------------ NPS.UNIT, NPS.CHANGE */

static const char *const unit_measures[] = {"score",      "n",      "promoters", "passives",
                                            "detractors", "margin", "lower",     "upper"};

/* A measure of answers; NaN when there is none. */
static double measure(const char *name, ref_counts c, double z) {
  const double counts[4] = {c.n, c.p, c.passive, c.d};
  for (int i = 0; i < 4; i++)
    if (strcmp(name, unit_measures[1 + i]) == 0)
      return counts[i];
  ref_score one = ref_score_of(c);
  if (c.n == 0)
    return NAN;
  if (strcmp(name, "margin") == 0)
    return z * one.se;
  if (strcmp(name, "lower") == 0)
    return ref_lower(one.nps, one.centre - z * one.se, 100);
  if (strcmp(name, "upper") == 0)
    return ref_upper(one.nps, one.centre + z * one.se, 100);
  return one.nps;
}

static void one_unit(void **state) {
  uint64_t seed = 83;
  (void)state;
  for (int i = 0; i < 4 * TIMES; i++) {
    data d = data_for_criteria(&seed);
    const char *name = PICK(&seed, unit_measures);
    const fx_value *label = nth(&d.labels, (size_t)random_below(&seed, (int)d.rows));
    bool grouped = chance(&seed, 80);
    char text[40];
    selection s = {&d.scores, &d.labels, NULL, NULL, !grouped, is_blank(label) ? NULL : label};
    snprintf(text, sizeof text, "%s 90%s", name, chance(&seed, 50) ? "%" : "");
    double expected = measure(name, count(&s, NULL), ref_z(0.9));
    if (grouped)
      EXPECT("NPS.UNIT", expected, KP_CALC_DIV0, ref_word(text), d.scores, d.labels, *label);
    else
      EXPECT("NPS.UNIT", expected, KP_CALC_DIV0, ref_word(text), d.scores);
    free_data(&d);
  }
}

static double change_number(const char *name, ref_counts c[2]) {
  ref_score one[2] = {ref_score_of(c[0]), ref_score_of(c[1])};
  double z = ref_z(0.9);
  ref_change change = ref_change_of(one[0], one[1], z);
  double se = hypot(one[0].se, one[1].se);
  double kept = (c[0].n / (c[0].n + 3) + c[1].n / (c[1].n + 3)) / 2;
  bool empty = c[0].n == 0 || c[1].n == 0;
  if (strcmp(name, "n_earlier") == 0)
    return c[0].n;
  if (strcmp(name, "n_later") == 0)
    return c[1].n;
  if (strcmp(name, "earlier") == 0)
    return c[0].n > 0 ? one[0].nps : NAN;
  if (strcmp(name, "later") == 0)
    return c[1].n > 0 ? one[1].nps : NAN;
  if (empty)
    return NAN;
  return strcmp(name, "delta") == 0    ? change.delta
         : strcmp(name, "margin") == 0 ? z * se
         : strcmp(name, "lower") == 0  ? change.lower
         : strcmp(name, "upper") == 0  ? change.upper
         : strcmp(name, "p") == 0      ? change.p
                                       : (z + ref_z(0.6)) * se / kept; /* z of 80 % power */
}

static void expect_word(const fx_value *arguments, size_t count_of_arguments,
                        const char *expected) {
  fx_value actual = fx_call("NPS.CHANGE", arguments, count_of_arguments);
  if (actual.kind != FX_TEXT || strcmp(actual.text, expected) != 0) {
    fx_print(&actual);
    fail_msg(" is not %s", expected);
  }
  fx_free(&actual);
}

static void expect_trend(const selection *s, fx_value *a, size_t arguments) {
  const fx_value *order[REF_MOST];
  size_t waves = ref_wave_order(s->waves, order);
  ref_counts used[REF_MOST];
  size_t count_of_used = 0;
  for (size_t w = 0; w < waves; w++) {
    ref_counts c = count(s, order[w]);
    if (c.n >= 10)
      used[count_of_used++] = c;
  }
  ref_trend t = trend_of(used, count_of_used, 0.9);
  a[3] = a[4] = LEFT_OUT;
  a[0] = ref_word("trend 90");
  expect_call("NPS.CHANGE", a, arguments, t.slope, KP_CALC_DIV0);
  a[0] = ref_word("trend_p");
  expect_call("NPS.CHANGE", a, arguments, t.p, KP_CALC_DIV0);
  a[0] = ref_word("trend_verdict 90 en");
  expect_word(a, arguments, t.verdict);
}

static void one_change(void **state) {
  static const char *const names[] = {"earlier", "later", "n_earlier", "n_later", "delta",
                                      "margin",  "lower", "upper",     "p",       "detectable"};
  uint64_t seed = 84;
  int verdicts = 0;
  (void)state;
  for (int i = 0; i < 2 * TIMES; i++) {
    data d = data_for_criteria(&seed);
    const fx_value *order[REF_MOST];
    size_t waves = ref_wave_order(&d.waves, order);
    const char *name = PICK(&seed, names);
    const fx_value *label = nth(&d.labels, (size_t)random_below(&seed, (int)d.rows));
    bool grouped = chance(&seed, 60);
    bool give = waves > 1 && chance(&seed, 40);
    char text[40];
    selection s = {&d.scores, &d.labels, &d.waves, NULL, !grouped, is_blank(label) ? NULL : label};
    size_t at[2] = {waves > 1 ? waves - 2 : 0, waves > 1 ? waves - 1 : 0};
    if (give) {
      at[0] = (size_t)random_below(&seed, (int)waves);
      at[1] = (at[0] + 1 + (size_t)random_below(&seed, (int)waves - 1)) % waves;
    }
    snprintf(text, sizeof text, "%s 90", name);
    fx_value a[7] = {ref_word(text),
                     d.scores,
                     d.waves,
                     give ? *order[at[0]] : LEFT_OUT,
                     give ? *order[at[1]] : LEFT_OUT,
                     d.labels,
                     *label};
    size_t arguments = grouped ? 7 : 5;
    if (waves < 2) {
      expect_call("NPS.CHANGE", a, arguments, NAN, KP_CALC_NA);
    } else {
      ref_counts c[2] = {count(&s, order[at[0]]), count(&s, order[at[1]])};
      expect_call("NPS.CHANGE", a, arguments, change_number(name, c), KP_CALC_DIV0);
      bool few = c[0].n < 10 || c[1].n < 10;
      a[0] = ref_word("verdict 70 en");
      expect_word(a, arguments,
                  few ? "too few answers"
                      : ref_change_of(ref_score_of(c[0]), ref_score_of(c[1]), ref_z(0.7)).verdict);
      verdicts += !few;
    }
    expect_trend(&s, a, arguments);
    free_data(&d);
  }
  assert_true(verdicts > TIMES / 4);
}

/* ----------------------------------------------------------------------------------- NPS.CROSS */

/* Hiding in two directions, a line at a time, over a square with totals. */
typedef struct square {
  size_t rows, columns;
  ref_counts cell[12][12]; /* the totals last */
  ref_hidden state[12][12];
} square;

static bool protect_line(square *q, bool row, size_t at, double minimum) {
  size_t length = row ? q->columns : q->rows;
  ref_hidden *total = row ? &q->state[at][length] : &q->state[length][at];
  size_t members = *total != REF_SHOWN;
  double together = 0;
  ref_hidden *smallest = NULL;
  double fewest = 0;
  for (size_t i = 0; i < length; i++) {
    ref_hidden *state = row ? &q->state[at][i] : &q->state[i][at];
    double n = row ? q->cell[at][i].n : q->cell[i][at].n;
    members += *state != REF_SHOWN;
    together += *state != REF_SHOWN ? n : 0;
    if (*state == REF_SHOWN && n > 0 && (smallest == NULL || n < fewest)) {
      smallest = state;
      fewest = n;
    }
  }
  if (members == 0 || (members >= 2 && (*total != REF_SHOWN || together >= minimum)))
    return false;
  if (smallest == NULL && *total == REF_SHOWN)
    smallest = total;
  if (smallest != NULL)
    *smallest = REF_HIDDEN;
  return smallest != NULL;
}

static void hide_square(square *q, double minimum) {
  for (size_t r = 0; r <= q->rows; r++)
    for (size_t c = 0; c <= q->columns; c++)
      q->state[r][c] = q->cell[r][c].n > 0 && q->cell[r][c].n < minimum ? REF_FEW : REF_SHOWN;
  bool changed = minimum >= 2;
  while (changed) {
    changed = false;
    for (size_t r = 0; r <= q->rows; r++)
      changed = protect_line(q, true, r, minimum) || changed;
    for (size_t c = 0; c <= q->columns; c++)
      changed = protect_line(q, false, c, minimum) || changed;
  }
}

/* Blank rows and columns are there when they hold an answer. */
static void fill_square(square *q, selection s, const size_t *first, size_t groups,
                        const fx_value *const *order, size_t waves) {
  static const fx_value blank = {.kind = FX_TEXT, .text = (char *)(uintptr_t) ""};
  double no_row = 0;
  double no_column = 0;
  memset(q, 0, sizeof *q);
  for (size_t r = 0; r <= groups; r++) {
    for (size_t c = 0; c <= waves; c++) {
      s.label = r < groups ? nth(s.labels, first[r]) : NULL;
      q->cell[r][c] = count(&s, c < waves ? order[c] : &blank);
      no_row += r == groups ? q->cell[r][c].n : 0;
      no_column += c == waves ? q->cell[r][c].n : 0;
    }
  }
  q->rows = groups + (no_row > 0);
  q->columns = waves + (no_column > 0);
  for (size_t r = 0; r < q->rows; r++)
    q->cell[r][q->columns] = (ref_counts){0, 0, 0, 0};
  for (size_t c = 0; c <= q->columns; c++)
    q->cell[q->rows][c] = (ref_counts){0, 0, 0, 0};
  for (size_t r = 0; r < q->rows; r++) {
    for (size_t c = 0; c < q->columns; c++) {
      ref_counts *totals[3] = {&q->cell[r][q->columns], &q->cell[q->rows][c],
                               &q->cell[q->rows][q->columns]};
      for (size_t t = 0; t < 3; t++) {
        totals[t]->p += q->cell[r][c].p;
        totals[t]->passive += q->cell[r][c].passive;
        totals[t]->d += q->cell[r][c].d;
        totals[t]->n += q->cell[r][c].n;
      }
    }
  }
}

static fx_value cross_table(const selection *s, const char *name, double minimum) {
  static const char *const corners[] = {"NPS",        "n",      "Promoters", "Passives",
                                        "Detractors", "Margin", "Lower",     "Upper"};
  square q;
  size_t first[REF_MOST];
  size_t groups = first_cells(s->labels, first);
  const fx_value *order[REF_MOST];
  size_t waves = ref_wave_order(s->waves, order);
  fx_value table = {.kind = FX_ARRAY};
  fx_value top = {.kind = FX_ROW};
  if (groups > 10 || waves > 10) /* does not happen */
    return table;
  fill_square(&q, *s, first, groups, order, waves);
  if (q.cell[q.rows][q.columns].n == 0)
    return error_value(KP_CALC_DIV0);
  hide_square(&q, minimum);
  for (size_t i = 0; i < 8; i++)
    if (strcmp(unit_measures[i], name) == 0)
      fx_append(&top, fx_text(corners[i]));
  for (size_t c = 0; c <= q.columns; c++)
    fx_append(&top, c == q.columns ? fx_text("Total")
                    : c < waves    ? fx_copy(order[c])
                                   : fx_text("(no group)"));
  fx_append(&table, top);
  for (size_t r = 0; r <= q.rows; r++) {
    fx_value row = {.kind = FX_ROW};
    char few[20];
    snprintf(few, sizeof few, "n < %g", minimum);
    fx_append(&row, r == q.rows  ? fx_text("Total")
                    : r < groups ? fx_copy(nth(s->labels, first[r]))
                                 : fx_text("(no group)"));
    for (size_t c = 0; c <= q.columns; c++) {
      double value = measure(name, q.cell[r][c], ref_z(0.8));
      fx_append(&row, q.state[r][c] == REF_FEW      ? fx_text(few)
                      : q.state[r][c] == REF_HIDDEN ? fx_text("hidden")
                      : isnan(value)                ? fx_text("")
                                                    : fx_number(value));
    }
    fx_append(&table, row);
  }
  return table;
}

static void cross_tables(void **state) {
  uint64_t seed = 85;
  (void)state;
  for (int i = 0; i < TIMES; i++) {
    data d = data_for_criteria(&seed);
    const char *name = PICK(&seed, unit_measures);
    char text[40];
    least m = random_minimum(&seed);
    selection s = {&d.scores, &d.labels, &d.waves, NULL, false, NULL};
    snprintf(text, sizeof text, "%s 80 en", name);
    fx_value expected = cross_table(&s, name, m.shown);
    fx_value a[5] = {d.scores, d.labels, d.waves, ref_word(text), m.argument};
    compare("NPS.CROSS", a, 5, &expected);
    fx_free(&expected);
    free_data(&d);
  }
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {cmocka_unit_test(one_unit), cmocka_unit_test(one_change),
                                     cmocka_unit_test(cross_tables)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
