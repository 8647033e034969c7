/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NPS.TABLE and NPS.DELTATABLE on random dirty data, the whole array against one built by comparing
 * every row with every other. */
#include <strings.h>

#include "functions_reference.h"

enum { TIMES = 1500 };

static bool is_blank(const fx_value *cell) {
  return cell->kind == FX_TEXT && cell->text[0] == '\0';
}

/* Labels come from a short list, in any case; so equal means equal after this. */
static bool equal_labels(const fx_value *one, const fx_value *other) {
  if (one->kind != other->kind)
    return false;
  return one->kind == FX_NUMBER ? one->number == other->number
                                : strcasecmp(one->text, other->text) == 0;
}

static fx_value random_label(uint64_t *seed) {
  static const char *const texts[] = {"", "", "a", "A", "b", "B", "1", " a", "a ", "zuid", "ZUID"};
  static const double numbers[] = {1, 2, 1.5, 0, -0.0, -1};
  return chance(seed, 35) ? fx_number(PICK(seed, numbers)) : fx_text(PICK(seed, texts));
}

static fx_value random_labels(uint64_t *seed, size_t rows, size_t columns) {
  fx_value range = fx_array(rows, columns);
  for (size_t i = 0; i < rows * columns; i++)
    put(&range, i / columns, i % columns, random_label(seed));
  return range;
}

/* The cells that are the first of their group, in order of appearance. */
static size_t first_cells(const fx_value *labels, size_t *first) {
  size_t count = 0;
  for (size_t i = 0; i < cell_count(labels); i++) {
    bool known = is_blank(nth(labels, i));
    for (size_t k = 0; !known && k < count; k++)
      known = equal_labels(nth(labels, first[k]), nth(labels, i));
    if (!known)
      first[count++] = i;
  }
  return count;
}

/* Counts the scores of a group: that of a label, of blanks (label NULL), of all (all set); and of
 * one wave unless wave is NULL. */
typedef struct selection {
  const fx_value *scores, *labels, *waves;
  bool all;
  const fx_value *label;
} selection;

static ref_counts count(const selection *s, const fx_value *wave) {
  ref_counts c = {0, 0, 0, 0};
  for (size_t i = 0; i < cell_count(s->scores); i++) {
    const fx_value *label = nth(s->labels, i);
    bool in = s->all || (s->label == NULL ? is_blank(label) : equal_labels(s->label, label));
    if (wave != NULL && !equal_labels(wave, nth(s->waves, i)))
      in = false;
    if (in)
      ref_count(&c, nth(s->scores, i));
  }
  return c;
}

static fx_value error_value(kp_calc_error error) {
  return (fx_value){.kind = FX_ERROR, .number = (double)error};
}

static void add(fx_value *row, const fx_value *items, size_t count_of_items) {
  for (size_t i = 0; i < count_of_items; i++)
    fx_append(row, items[i]);
}
#define ADD(row, ...)                                                                              \
  add((row), (const fx_value[]){__VA_ARGS__},                                                      \
      sizeof((const fx_value[]){__VA_ARGS__}) / sizeof(fx_value))

static void header(fx_value *table, const char *const *words, size_t columns) {
  fx_value row = {.kind = FX_ROW};
  for (size_t i = 0; i < columns; i++)
    fx_append(&row, fx_text(words[i]));
  fx_append(table, row);
}

static void table_row(fx_value *table, fx_value label, ref_counts c, double confidence,
                      double minimum) {
  fx_value row = {.kind = FX_ROW};
  ADD(&row, label, fx_number(c.n));
  if (c.n < minimum) {
    ADD(&row, fx_text(""), fx_text(""), fx_text(""), fx_text("too few answers"), fx_text(""),
        fx_text(""));
  } else {
    ref_counts more = ref_adjusted(c);
    double margin = ref_z(confidence) * ref_se(more);
    ADD(&row, fx_number(c.p), fx_number(c.passive), fx_number(c.d));
    if (c.n == 0)
      ADD(&row, error_value(KP_CALC_DIV0), error_value(KP_CALC_DIV0), error_value(KP_CALC_DIV0));
    else
      ADD(&row, fx_number(ref_nps(c)),
          fx_number(ref_lower(ref_nps(c), ref_nps(more) - margin, 100)),
          fx_number(ref_upper(ref_nps(c), ref_nps(more) + margin, 100)));
  }
  fx_append(table, row);
}

static void compare(const char *function, const fx_value *arguments, size_t arguments_count,
                    const fx_value *expected) {
  fx_value actual = fx_call(function, arguments, arguments_count);
  if (!fx_same(&actual, expected, 1e-9)) {
    for (size_t i = 0; i < arguments_count; i++) {
      fx_print(&arguments[i]);
      print_error("\n");
    }
    print_error("give\n");
    fx_print(&actual);
    print_error("\nexpected\n");
    fx_print(expected);
    fail();
  }
  fx_free(&actual);
}

static void tables(void **state) {
  static const char *const words[] = {"Group",      "n",   "Promoters", "Passives",
                                      "Detractors", "NPS", "Lower",     "Upper"};
  uint64_t seed = 31;
  (void)state;
  for (int i = 0; i < TIMES; i++) {
    fx_value scores = random_scores(&seed, 0, 10);
    fx_value labels = random_labels(&seed, scores.count, scores.cells[0].count);
    size_t first[200];
    size_t groups = first_cells(&labels, first);
    double confidence = chance(&seed, 50) ? 0.9 : 0.95;
    double minimum = random_below(&seed, 4);
    bool given = chance(&seed, 70);
    selection s = {&scores, &labels, NULL, true, NULL};
    ref_counts total = count(&s, NULL);
    fx_value arguments[4] = {scores, labels, fx_number(confidence),
                             given ? fx_number(minimum) : LEFT_OUT};
    fx_value expected = error_value(KP_CALC_DIV0);
    if (total.n > 0) {
      expected = (fx_value){.kind = FX_ARRAY};
      header(&expected, words, 8);
      s.all = false;
      for (size_t g = 0; g < groups; g++) {
        s.label = nth(&labels, first[g]);
        table_row(&expected, fx_copy(s.label), count(&s, NULL), confidence, given ? minimum : 1);
      }
      s.label = NULL;
      if (count(&s, NULL).n > 0)
        table_row(&expected, fx_text("(no group)"), count(&s, NULL), confidence,
                  given ? minimum : 1);
      table_row(&expected, fx_text("Total"), total, confidence, 0);
    }
    compare("NPS.TABLE", arguments, 4, &expected);
    fx_free(&expected);
    fx_free(&scores);
    fx_free(&labels);
  }
}

/* ------------------------------------------------------------------------------ NPS.DELTATABLE */

static const char *verdict(ref_counts a, ref_counts b, double confidence, double minimum) {
  ref_counts x = ref_adjusted(a);
  ref_counts y = ref_adjusted(b);
  double delta = a.n > 0 && b.n > 0 ? ref_nps(b) - ref_nps(a) : 0;
  double adjusted = ref_nps(y) - ref_nps(x);
  double p = ref_normal_p(adjusted / hypot(ref_se(x), ref_se(y)));
  if (a.n < minimum || b.n < minimum || a.n == 0 || b.n == 0)
    return "too few answers";
  if (!(p < 1 - confidence) || delta * adjusted <= 0)
    return "no demonstrable difference";
  return delta > 0 ? "rise" : "fall";
}

static fx_value wave_score(ref_counts c, double minimum) {
  return c.n == 0 ? error_value(KP_CALC_NA) : c.n < minimum ? fx_text("") : fx_number(ref_nps(c));
}

static void delta_row(fx_value *table, fx_value label, ref_counts a, ref_counts b,
                      double confidence, double shown, double judged) {
  fx_value row = {.kind = FX_ROW};
  ref_counts x = ref_adjusted(a);
  ref_counts y = ref_adjusted(b);
  double margin = ref_z(confidence) * hypot(ref_se(x), ref_se(y));
  double adjusted = ref_nps(y) - ref_nps(x);
  ADD(&row, label, fx_number(a.n), fx_number(b.n), wave_score(a, shown), wave_score(b, shown));
  if (a.n == 0 || b.n == 0)
    ADD(&row, error_value(KP_CALC_NA), error_value(KP_CALC_NA), error_value(KP_CALC_NA));
  else if (a.n < shown || b.n < shown)
    ADD(&row, fx_text(""), fx_text(""), fx_text(""));
  else
    ADD(&row, fx_number(ref_nps(b) - ref_nps(a)), fx_number(adjusted - margin),
        fx_number(adjusted + margin));
  ADD(&row, fx_text(verdict(a, b, confidence, fmax(judged, shown))));
  fx_append(table, row);
}

/* Numbers before texts. */
static bool is_higher(const fx_value *one, const fx_value *other) {
  if (one->kind != other->kind)
    return one->kind == FX_TEXT;
  return one->kind == FX_NUMBER ? one->number > other->number
                                : strcasecmp(one->text, other->text) > 0;
}

/* The highest wave, or the highest below one. */
static const fx_value *highest(const fx_value *waves, const fx_value *below) {
  const fx_value *best = NULL;
  for (size_t i = 0; i < cell_count(waves); i++) {
    const fx_value *wave = nth(waves, i);
    if (!is_blank(wave) && (below == NULL || is_higher(below, wave)) &&
        (best == NULL || is_higher(wave, best)))
      best = wave;
  }
  return best;
}

static fx_value delta_table(selection s, const fx_value *earlier, const fx_value *later,
                            double confidence, const fx_value *minimum) {
  static const char *const words[] = {"Group", "n earlier", "n later", "NPS earlier", "NPS later",
                                      "Delta", "Lower",     "Upper",   "Verdict"};
  double shown = minimum->kind == FX_NUMBER ? minimum->number : 1;
  double judged = minimum->kind == FX_NUMBER ? minimum->number : 10;
  size_t first[200];
  size_t groups = first_cells(s.labels, first);
  fx_value table = {.kind = FX_ARRAY};
  if (earlier == NULL || later == NULL || equal_labels(earlier, later))
    return error_value(KP_CALC_NA);
  s.all = true;
  ref_counts total[2] = {count(&s, earlier), count(&s, later)};
  if (total[0].n + total[1].n == 0)
    return error_value(KP_CALC_DIV0);
  header(&table, words, 9);
  s.all = false;
  for (size_t g = 0; g < groups; g++) {
    s.label = nth(s.labels, first[g]);
    delta_row(&table, fx_copy(s.label), count(&s, earlier), count(&s, later), confidence, shown,
              judged);
  }
  s.label = NULL;
  ref_counts rest[2] = {count(&s, earlier), count(&s, later)};
  if (rest[0].n + rest[1].n > 0)
    delta_row(&table, fx_text("(no group)"), rest[0], rest[1], confidence, shown, judged);
  delta_row(&table, fx_text("Total"), total[0], total[1], confidence, 0, judged);
  return table;
}

static void delta_tables(void **state) {
  uint64_t seed = 32;
  size_t arrays = 0;
  (void)state;
  for (int i = 0; i < TIMES; i++) {
    size_t rows = 1 + (size_t)random_below(&seed, 60);
    fx_value scores = random_range(&seed, rows, 1, 0, 10, 10 * random_below(&seed, 4));
    fx_value labels = random_labels(&seed, rows, 1);
    fx_value waves = random_labels(&seed, rows, 1);
    bool give[2] = {chance(&seed, 25), chance(&seed, 25)};
    fx_value given[2] = {LEFT_OUT, LEFT_OUT};
    for (size_t w = 0; w < 2; w++)
      if (give[w])
        while (given[w].kind == FX_VOID || is_blank(&given[w])) {
          fx_free(&given[w]);
          given[w] = random_label(&seed);
        }
    const fx_value *later = give[1] ? &given[1] : highest(&waves, NULL);
    const fx_value *earlier = give[0] ? &given[0] : later == NULL ? NULL : highest(&waves, later);
    double confidence = chance(&seed, 50) ? 0.6 : 0.95;
    fx_value minimum = chance(&seed, 50) ? LEFT_OUT : fx_number(random_below(&seed, 4));
    selection s = {&scores, &labels, &waves, false, NULL};
    fx_value expected = delta_table(s, earlier, later, confidence, &minimum);
    fx_value arguments[7] = {scores, labels, waves, given[0], given[1], fx_number(confidence),
                             minimum};
    compare("NPS.DELTATABLE", arguments, 7, &expected);
    arrays += expected.kind == FX_ARRAY;
    fx_free(&expected);
    for (size_t k = 0; k < 5; k++)
      fx_free(&arguments[k]);
  }
  assert_true(arrays > TIMES / 2);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {cmocka_unit_test(tables), cmocka_unit_test(delta_tables)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
