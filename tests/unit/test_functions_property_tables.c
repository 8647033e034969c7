/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NPS.TABLE and NPS.DELTATABLE on random dirty data, the whole array against one built by comparing
 * every row with every other. */
#include "functions_reference_units.h"

enum { TIMES = 1200 };

static fx_value random_weights(uint64_t *seed, const fx_value *like) {
  fx_value w = fx_array(like->count, like->cells[0].count);
  for (size_t i = 0; i < cell_count(&w); i++)
    put(&w, i / like->cells[0].count, i % like->cells[0].count,
        chance(seed, 10)   ? fx_text("")
        : chance(seed, 10) ? fx_number(0)
                           : fx_number(0.25 * (1 + random_below(seed, 12))));
  return w;
}

static void table_row(fx_value *table, fx_value label, const selection *s, double confidence,
                      ref_hidden state, double minimum) {
  fx_value row = {.kind = FX_ROW};
  ref_counts c = count(s, NULL);
  fx_append(&row, label);
  if (state != REF_SHOWN) {
    fx_append(&row, hidden_n(state, minimum));
    add_blanks(&row, 3);
    fx_append(&row, hidden_word(state));
    add_blanks(&row, 2);
  } else {
    ref_score one = score(s, NULL);
    double margin = ref_z(confidence) * one.se;
    ADD(&row, fx_number(c.n), fx_number(c.p), fx_number(c.passive), fx_number(c.d));
    if (c.n == 0)
      ADD(&row, error_value(KP_CALC_DIV0), error_value(KP_CALC_DIV0), error_value(KP_CALC_DIV0));
    else
      ADD(&row, fx_number(one.nps), fx_number(ref_lower(one.nps, one.centre - margin, 100)),
          fx_number(ref_upper(one.nps, one.centre + margin, 100)));
  }
  fx_append(table, row);
}

static fx_value table_of(selection s, double confidence, double minimum) {
  static const char *const words[] = {"Group",      "n",   "Promoters", "Passives",
                                      "Detractors", "NPS", "Lower",     "Upper"};
  size_t first[REF_MOST];
  double n[REF_MOST];
  ref_hidden state[REF_MOST];
  bool total_hidden;
  size_t groups = first_cells(s.labels, first);
  fx_value table = {.kind = FX_ARRAY};
  header(&table, words, 8);
  for (size_t g = 0; g <= groups; g++) {
    s.label = g < groups ? nth(s.labels, first[g]) : NULL;
    n[g] = count(&s, NULL).n;
  }
  size_t rows = groups + (n[groups] > 0);
  ref_hide(rows, n, minimum, state, &total_hidden);
  for (size_t g = 0; g < rows; g++) {
    s.label = g < groups ? nth(s.labels, first[g]) : NULL;
    table_row(&table, g < groups ? fx_copy(s.label) : fx_text("(no group)"), &s, confidence,
              state[g], minimum);
  }
  s.all = true;
  table_row(&table, fx_text("Total"), &s, confidence, total_hidden ? REF_FEW : REF_SHOWN, minimum);
  return table;
}

static void tables(void **state) {
  uint64_t seed = 31;
  (void)state;
  for (int i = 0; i < TIMES; i++) {
    fx_value scores = random_scores(&seed, 0, 10);
    fx_value labels = random_labels(&seed, scores.count, scores.cells[0].count);
    fx_value weights = random_weights(&seed, &scores);
    bool weighted = chance(&seed, 40);
    double confidence = chance(&seed, 50) ? 0.9 : 0.95;
    double minimum = random_below(&seed, 6);
    bool given = chance(&seed, 70);
    selection s = {&scores, &labels, NULL, weighted ? &weights : NULL, true, NULL};
    fx_value arguments[6] = {scores,
                             labels,
                             fx_number(confidence),
                             given ? fx_number(minimum) : LEFT_OUT,
                             LEFT_OUT,
                             weighted ? weights : LEFT_OUT};
    bool empty = count(&s, NULL).n == 0;
    s.all = false;
    fx_value expected =
        empty ? error_value(KP_CALC_DIV0) : table_of(s, confidence, given ? minimum : 0);
    compare("NPS.TABLE", arguments, 6, &expected);
    fx_free(&expected);
    fx_free(&scores);
    fx_free(&labels);
    fx_free(&weights);
  }
}

/* ------------------------------------------------------------------------------ NPS.DELTATABLE */

/* One row of the table before correction. */
typedef struct delta_row {
  fx_value label;
  ref_score side[2];
  ref_hidden hidden[2];
  bool shown, answered;
  double p; /* NaN without a test */
} delta_row;

static void find_p(delta_row *r, double judged) {
  r->shown = r->hidden[0] == REF_SHOWN && r->hidden[1] == REF_SHOWN;
  r->answered = r->side[0].n > 0 && r->side[1].n > 0;
  bool tested = r->shown && r->answered && fmin(r->side[0].n, r->side[1].n) >= judged;
  r->p = tested ? ref_change_of(r->side[0], r->side[1], 1).p : NAN;
}

static void add_delta_row(fx_value *table, const delta_row *r, double confidence, double adjusted,
                          double minimum) {
  fx_value row = {.kind = FX_ROW};
  fx_append(&row, r->label);
  for (size_t i = 0; i < 2; i++)
    fx_append(&row, r->hidden[i] != REF_SHOWN ? hidden_n(r->hidden[i], minimum)
                                              : fx_number(r->side[i].n));
  for (size_t i = 0; i < 2; i++)
    fx_append(&row, r->hidden[i] != REF_SHOWN ? fx_text("")
                    : r->side[i].n > 0        ? fx_number(r->side[i].nps)
                                              : error_value(KP_CALC_NA));
  ref_change c = ref_change_of(r->side[0], r->side[1], ref_z_adjusted(confidence, r->p, adjusted));
  if (!r->shown) {
    bool few = r->hidden[0] == REF_FEW || r->hidden[1] == REF_FEW;
    add_blanks(&row, 3);
    fx_append(&row, hidden_word(few ? REF_FEW : REF_HIDDEN));
  } else if (!r->answered) {
    ADD(&row, error_value(KP_CALC_NA), error_value(KP_CALC_NA), error_value(KP_CALC_NA),
        fx_text("too few answers"));
  } else {
    ADD(&row, fx_number(c.delta), fx_number(c.lower), fx_number(c.upper),
        fx_text(isnan(r->p) ? "too few answers" : c.verdict));
  }
  if (isnan(r->p))
    add_blanks(&row, 2);
  else
    ADD(&row, fx_number(r->p), fx_number(adjusted));
  fx_append(table, row);
}

typedef struct options {
  const fx_value *wave[2];
  double confidence, shown, judged;
  const char *correction;
} options;

static size_t delta_rows(selection s, const options *o, delta_row *rows, bool total_hidden[2]) {
  size_t first[REF_MOST];
  size_t groups = first_cells(s.labels, first);
  size_t used = groups;
  for (size_t g = 0; g <= groups; g++) {
    s.label = g < groups ? nth(s.labels, first[g]) : NULL;
    for (size_t i = 0; i < 2; i++)
      rows[g].side[i] = score(&s, o->wave[i]);
    rows[g].label = g < groups ? fx_copy(s.label) : fx_text("(no group)");
  }
  if (rows[groups].side[0].n + rows[groups].side[1].n > 0)
    used++;
  else
    fx_free(&rows[groups].label);
  for (size_t i = 0; i < 2; i++) {
    double n[REF_MOST];
    ref_hidden state[REF_MOST];
    for (size_t g = 0; g < used; g++)
      n[g] = rows[g].side[i].n;
    ref_hide(used, n, o->shown, state, &total_hidden[i]);
    for (size_t g = 0; g < used; g++)
      rows[g].hidden[i] = state[g];
  }
  for (size_t g = 0; g < used; g++)
    find_p(&rows[g], o->judged);
  return used;
}

static fx_value delta_table(selection s, const options *o) {
  static const char *const words[] = {"Group", NULL,    NULL,      NULL, NULL,        "Delta",
                                      "Lower", "Upper", "Verdict", "p",  "adjusted p"};
  delta_row rows[REF_MOST];
  double p[REF_MOST];
  double adjusted[REF_MOST];
  bool total_hidden[2];
  fx_value table = {.kind = FX_ARRAY};
  if (o->wave[0] == NULL || o->wave[1] == NULL || equal_labels(o->wave[0], o->wave[1]))
    return error_value(KP_CALC_NA);
  s.all = true;
  delta_row total = {.side = {score(&s, o->wave[0]), score(&s, o->wave[1])}};
  if (total.side[0].n + total.side[1].n == 0)
    return error_value(KP_CALC_DIV0);
  s.all = false;
  header(&table, words, 11);
  size_t used = delta_rows(s, o, rows, total_hidden);
  for (size_t g = 0; g < used; g++)
    p[g] = rows[g].p;
  ref_adjust(o->correction, used, p, adjusted);
  for (size_t g = 0; g < used; g++)
    add_delta_row(&table, &rows[g], o->confidence, adjusted[g], o->shown);
  total.label = fx_text("Total");
  for (size_t i = 0; i < 2; i++)
    total.hidden[i] = total_hidden[i] ? REF_FEW : REF_SHOWN;
  find_p(&total, o->judged);
  add_delta_row(&table, &total, o->confidence, total.p, o->shown);
  return table;
}

/* The waves left out: the last, and the one before the later. */
static void choose(options *o, const fx_value *waves, const bool give[2], const fx_value given[2]) {
  const fx_value *order[REF_MOST];
  size_t known = ref_wave_order(waves, order);
  o->wave[1] = give[1] ? &given[1] : known > 0 ? order[known - 1] : NULL;
  o->wave[0] = give[0] ? &given[0] : NULL;
  for (size_t i = 0; !give[0] && o->wave[1] != NULL && i < known; i++)
    if (equal_labels(order[i], o->wave[1]))
      o->wave[0] = i > 0 ? order[i - 1] : NULL;
}

static void delta_tables(void **state) {
  static const char *const corrections[] = {"holm", "bh", "none"};
  uint64_t seed = 32;
  size_t arrays = 0;
  (void)state;
  for (int i = 0; i < TIMES; i++) {
    size_t rows = 1 + (size_t)random_below(&seed, 120);
    bool few = chance(&seed, 60);
    fx_value scores = random_range(&seed, rows, 1, 0, 10, 10 * random_below(&seed, 4));
    fx_value labels =
        few ? few_labels(&seed, rows, 2 + random_below(&seed, 7)) : random_labels(&seed, rows, 1);
    fx_value waves = random_waves(&seed, rows, 2 + random_below(&seed, 3));
    fx_value weights = random_weights(&seed, &scores);
    bool weighted = chance(&seed, 30);
    bool give[2] = {chance(&seed, 25), chance(&seed, 25)};
    fx_value given[2] = {LEFT_OUT, LEFT_OUT};
    for (size_t w = 0; w < 2; w++) { /* one of those that are there */
      const fx_value *label = nth(&waves, (size_t)random_below(&seed, (int)rows));
      give[w] = give[w] && !is_blank(label);
      if (give[w])
        given[w] = *label;
    }
    bool minimum = chance(&seed, 50);
    double m = random_below(&seed, 9);
    options o = {.confidence = chance(&seed, 50) ? 0.6 : 0.95,
                 .shown = minimum ? m : 0,
                 .judged = minimum ? fmax(m, 1) : 10,
                 .correction = PICK(&seed, corrections)};
    choose(&o, &waves, give, given);
    selection s = {&scores, &labels, &waves, weighted ? &weights : NULL, false, NULL};
    fx_value expected = delta_table(s, &o);
    fx_value arguments[10] = {scores,
                              labels,
                              waves,
                              given[0],
                              given[1],
                              fx_number(o.confidence),
                              minimum ? fx_number(m) : LEFT_OUT,
                              LEFT_OUT,
                              strcmp(o.correction, "holm") == 0 ? LEFT_OUT : ref_word(o.correction),
                              weighted ? weights : LEFT_OUT};
    compare("NPS.DELTATABLE", arguments, 10, &expected);
    arrays += expected.kind == FX_ARRAY;
    fx_free(&expected);
    for (size_t k = 0; k < 3; k++)
      fx_free(&arguments[k]);
    fx_free(&weights);
  }
  assert_true(arrays > TIMES / 2);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {cmocka_unit_test(tables), cmocka_unit_test(delta_tables)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
