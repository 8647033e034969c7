/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NPS.COMPARE and NPS.TREND on random dirty data, the whole array against one built by comparing
 * every row with every other. */
#include "functions_reference_waves.h"

enum { TIMES = 800 };

static void add_score(fx_value *row, ref_counts c, kp_calc_error error) {
  fx_append(row, c.n > 0 ? fx_number(ref_nps(c)) : error_value(error));
}

/* --------------------------------------------------------------------------------- NPS.COMPARE */

static ref_counts without(ref_counts all, ref_counts unit) {
  return (ref_counts){all.p - unit.p, all.passive - unit.passive, all.d - unit.d, all.n - unit.n};
}

static void compare_row(fx_value *row, ref_counts unit, ref_counts rest, double confidence,
                        double p, double adjusted) {
  fx_append(row, fx_number(unit.n));
  add_score(row, unit, KP_CALC_NA);
  add_score(row, rest, KP_CALC_NA);
  if (unit.n == 0 || rest.n == 0) {
    ADD(row, error_value(KP_CALC_NA), error_value(KP_CALC_NA), error_value(KP_CALC_NA), fx_text(""),
        fx_text(""), fx_text("too few answers"));
    return;
  }
  ref_change c = ref_change_of(ref_score_of(rest), ref_score_of(unit),
                               ref_z_adjusted(confidence, p, adjusted));
  ADD(row, fx_number(c.delta), fx_number(c.lower), fx_number(c.upper));
  if (isnan(p))
    ADD(row, fx_text(""), fx_text(""), fx_text("too few answers"));
  else
    ADD(row, fx_number(p), fx_number(adjusted),
        fx_text(c.lower > 0   ? "above"
                : c.upper < 0 ? "below"
                              : "no demonstrable difference"));
}

/* (N - 1) R^2 of code on unit, row by row, with chi-squared by its series. */
static double upper_chi(double q, double k) {
  /* Regularised upper incomplete gamma by the series for the lower one. */
  double a = k / 2;
  double x = q / 2;
  double term = 1 / a;
  double sum = term;
  for (int i = 1; i < 2000; i++) {
    term *= x / (a + i);
    sum += term;
  }
  return 1 - sum * exp(a * log(x) - x - lgamma(a));
}

static double differ(const ref_counts *units, size_t count_of_units, ref_counts all) {
  double mean = (all.p - all.d) / all.n;
  double between = 0;
  double k = 0;
  double whole = all.p + all.d - all.n * mean * mean;
  for (size_t i = 0; i < count_of_units; i++) {
    if (units[i].n > 0) {
      between += units[i].n * pow((units[i].p - units[i].d) / units[i].n - mean, 2);
      k++;
    }
  }
  if (k < 2 || whole < 1e-9)
    return NAN;
  double q = (all.n - 1) * between / whole;
  return q < 1e-12 ? 1 : upper_chi(q, k - 1);
}

static fx_value compared(selection s, double confidence, const char *correction, const least *m) {
  static const char *const words[] = {"Group", "n",     "NPS", "NPS of the rest", "Difference",
                                      "Lower", "Upper", "p",   "adjusted p",      "Verdict"};
  size_t first[REF_MOST];
  size_t groups = first_cells(s.labels, first);
  ref_counts unit[REF_MOST];
  double n[REF_MOST];
  double p[REF_MOST];
  double adjusted[REF_MOST];
  ref_hidden state[REF_MOST];
  bool total_hidden;
  fx_value table = {.kind = FX_ARRAY};
  s.all = true;
  ref_counts all = count(&s, NULL);
  if (all.n == 0)
    return error_value(KP_CALC_DIV0);
  s.all = false;
  for (size_t g = 0; g <= groups; g++) {
    s.label = g < groups ? nth(s.labels, first[g]) : NULL;
    unit[g] = count(&s, NULL);
    n[g] = unit[g].n;
  }
  size_t rows = groups + (n[groups] > 0);
  ref_hide(rows, n, m->shown, state, &total_hidden);
  for (size_t g = 0; g < rows; g++) {
    bool tested = state[g] == REF_SHOWN && fmin(n[g], all.n - n[g]) >= m->judged;
    p[g] = tested ? ref_change_of(ref_score_of(without(all, unit[g])), ref_score_of(unit[g]), 1).p
                  : NAN;
  }
  ref_adjust(correction, rows, p, adjusted);
  header(&table, words, 10);
  for (size_t g = 0; g < rows; g++) {
    fx_value row = {.kind = FX_ROW};
    fx_append(&row, g < groups ? fx_copy(nth(s.labels, first[g])) : fx_text("(no group)"));
    if (state[g] != REF_SHOWN) {
      fx_append(&row, hidden_n(state[g], m->shown));
      add_blanks(&row, 7);
      fx_append(&row, hidden_word(state[g]));
    } else {
      compare_row(&row, unit[g], without(all, unit[g]), confidence, p[g], adjusted[g]);
    }
    fx_append(&table, row);
  }
  fx_value row = {.kind = FX_ROW};
  double overall = differ(unit, rows, all);
  fx_append(&row, fx_text("Total"));
  if (total_hidden) {
    fx_append(&row, hidden_n(REF_FEW, m->shown));
    add_blanks(&row, 7);
    fx_append(&row, hidden_word(REF_FEW));
  } else {
    ADD(&row, fx_number(all.n), fx_number(ref_nps(all)));
    add_blanks(&row, 4);
    if (isnan(overall))
      add_blanks(&row, 3);
    else
      ADD(&row, fx_number(overall), fx_text(""),
          fx_text(overall < 1 - confidence ? "units differ" : "no demonstrable difference"));
  }
  fx_append(&table, row);
  return table;
}

static void comparing_units(void **state) {
  static const char *const corrections[] = {"holm", "bh", "none"};
  uint64_t seed = 81;
  (void)state;
  for (int i = 0; i < TIMES; i++) {
    data d = random_data(&seed);
    double confidence = chance(&seed, 50) ? 0.7 : 0.95;
    const char *correction = PICK(&seed, corrections);
    least m = random_minimum(&seed);
    selection s = {&d.scores, &d.labels, NULL, NULL, false, NULL};
    fx_value expected = compared(s, confidence, correction, &m);
    fx_value a[5] = {d.scores, d.labels, fx_number(confidence),
                     strcmp(correction, "holm") == 0 ? LEFT_OUT : ref_word(correction), m.argument};
    compare("NPS.COMPARE", a, 5, &expected);
    fx_free(&expected);
    free_data(&d);
  }
}

/* ----------------------------------------------------------------------------------- NPS.TREND */

static void trend_row(fx_value *row, ref_counts c, ref_counts before, double z, double judged) {
  fx_append(row, fx_number(c.n));
  if (c.n == 0) {
    add_blanks(row, 3);
  } else {
    ref_score one = ref_score_of(c);
    ADD(row, fx_number(one.nps), fx_number(ref_lower(one.nps, one.centre - z * one.se, 100)),
        fx_number(ref_upper(one.nps, one.centre + z * one.se, 100)));
  }
  if (before.n == 0) {
    add_blanks(row, 3);
  } else if (c.n == 0) {
    add_blanks(row, 2);
    fx_append(row, fx_text("too few answers"));
  } else {
    ref_change change = ref_change_of(ref_score_of(before), ref_score_of(c), z);
    bool judge = fmin(before.n, c.n) >= judged;
    ADD(row, fx_number(change.delta), judge ? fx_number(change.p) : fx_text(""),
        fx_text(judge ? change.verdict : "too few answers"));
  }
}

static fx_value trend_table(const selection *s, double confidence, const least *m) {
  static const char *const words[] = {"Wave",  "n",     "NPS", "Lower",
                                      "Upper", "Delta", "p",   "Verdict"};
  const fx_value *order[REF_MOST];
  size_t waves = ref_wave_order(s->waves, order);
  ref_counts c[REF_MOST];
  ref_counts used[REF_MOST];
  size_t count_of_used = 0;
  double n[REF_MOST];
  ref_hidden state[REF_MOST];
  bool ignored;
  double answers = 0;
  ref_counts before = {0, 0, 0, 0};
  fx_value table = {.kind = FX_ARRAY};
  for (size_t w = 0; w < waves; w++) {
    c[w] = count(s, order[w]);
    n[w] = c[w].n;
    answers += n[w];
  }
  if (answers == 0)
    return error_value(KP_CALC_DIV0);
  ref_hide(waves, n, m->shown, state, &ignored);
  header(&table, words, 8);
  for (size_t w = 0; w < waves; w++) {
    fx_value row = {.kind = FX_ROW};
    fx_append(&row, fx_copy(order[w]));
    if (state[w] != REF_SHOWN) {
      fx_append(&row, hidden_n(state[w], m->shown));
      add_blanks(&row, 5);
      fx_append(&row, hidden_word(state[w]));
    } else {
      trend_row(&row, c[w], before, ref_z(confidence), m->judged);
      if (n[w] > 0)
        before = c[w];
      if (n[w] > 0 && n[w] >= m->judged)
        used[count_of_used++] = c[w];
    }
    fx_append(&table, row);
  }
  ref_trend t = trend_of(used, count_of_used, confidence);
  fx_value row = {.kind = FX_ROW};
  ADD(&row, fx_text("trend per wave"), fx_number(t.n));
  add_blanks(&row, 3);
  ADD(&row, isnan(t.p) ? fx_text("") : fx_number(t.slope),
      isnan(t.p) ? fx_text("") : fx_number(t.p), fx_text(t.verdict));
  fx_append(&table, row);
  return table;
}

static void trends_over_waves(void **state) {
  uint64_t seed = 82;
  (void)state;
  for (int i = 0; i < TIMES; i++) {
    data d = random_data(&seed);
    double confidence = chance(&seed, 50) ? 0.7 : 0.95;
    least m = random_minimum(&seed);
    selection s = {&d.scores, &d.labels, &d.waves, NULL, true, NULL};
    fx_value expected = trend_table(&s, confidence, &m);
    fx_value a[4] = {d.scores, d.waves, fx_number(confidence), m.argument};
    compare("NPS.TREND", a, 4, &expected);
    fx_free(&expected);
    free_data(&d);
  }
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {cmocka_unit_test(comparing_units),
                                     cmocka_unit_test(trends_over_waves)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
