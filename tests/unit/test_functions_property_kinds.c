/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CX.N, CX.UNIT, CX.TABLE and CX.CHANGE on random dirty ranges against a slow, obvious reference:
 * cells are judged one by one, groups and waves looked for from the top each time. */
#include "functions_reference.h"

enum { TIMES = 250, MOST = 60 };

typedef struct kind {
  const char *word;
  int min, max;
  bool whole, share;
} kind;

static const kind kinds[] = {{"grade", 1, 10, false, false},
                             {"ces", 1, 7, true, false},
                             {"topbox", 1, 5, true, true},
                             {"easy-high", 1, 7, true, true},
                             {"makkelijk-laag", 1, 7, true, true}};
static const char *const labels[] = {"North", "South", "NORTH", "east", "", "East "};
static const char *const waves[] = {"Q1 2025", "Q4 2024", "Q1 2024", ""};

static fx_value word(const char *text) {
  return (fx_value){.kind = FX_TEXT, .text = (char *)(uintptr_t)text};
}

typedef struct survey {
  const kind *k;
  int boxes;
  size_t rows;
  fx_value values, groups, waves;
} survey;

static survey random_survey(uint64_t *seed) {
  survey s = {.k = &PICK(seed, kinds),
              .boxes = 1 + random_below(seed, 3),
              .rows = 1 + (size_t)random_below(seed, MOST)};
  int dirt = 10 * random_below(seed, 5);
  int names = 1 + random_below(seed, (int)(sizeof labels / sizeof *labels));
  s.values = random_range(seed, s.rows, 1, s.k->min - 1, s.k->max + 1, dirt);
  s.groups = fx_array(s.rows, 1);
  s.waves = fx_array(s.rows, 1);
  for (size_t i = 0; i < s.rows; i++) {
    put(&s.groups, i, 0, fx_text(labels[random_below(seed, names)]));
    put(&s.waves, i, 0, fx_text(PICK(seed, waves)));
  }
  return s;
}

static void free_survey(survey *s) {
  fx_free(&s->values);
  fx_free(&s->groups);
  fx_free(&s->waves);
}

/* A value that counts, NaN else. */
static double answer(const survey *s, size_t row) {
  const fx_value *cell = fx_at(&s->values, row, 0);
  if (cell->kind != FX_NUMBER || cell->number < s->k->min || cell->number > s->k->max)
    return NAN;
  return s->k->whole && cell->number != (int)cell->number ? (double)NAN : cell->number;
}

/* 1 for what a share counts. */
static double counted(const survey *s, double x) {
  double middle = (s->k->min + s->k->max) / 2.0;
  return strcmp(s->k->word, "topbox") == 0      ? x > s->k->max - s->boxes
         : strcmp(s->k->word, "easy-high") == 0 ? x > middle
                                                : x < middle;
}

static bool same_label(const fx_value *cell, const char *label) {
  size_t i = 0;
  for (; cell->text[i] != '\0' && label[i] != '\0'; i++)
    if ((cell->text[i] | 32) != (label[i] | 32))
      return false;
  return cell->text[i] == label[i];
}

typedef struct figure {
  double n, value, margin, lower, upper;
} figure;

/* group and wave NULL: all rows. */
static figure figure_of(const survey *s, const char *group, const char *wave, double confidence) {
  figure f = {0, 0, NAN, NAN, NAN};
  double squares = 0;
  double sum = 0;
  for (int pass = 0; pass < 2; pass++) {
    for (size_t i = 0; i < s->rows; i++) {
      double x = answer(s, i);
      if (isnan(x) || (group != NULL && !same_label(fx_at(&s->groups, i, 0), group)) ||
          (wave != NULL && !same_label(fx_at(&s->waves, i, 0), wave)))
        continue;
      x = s->k->share ? counted(s, x) : x;
      f.n += pass == 0;
      sum += pass == 0 ? x : 0;
      squares += pass == 1 ? (x - f.value) * (x - f.value) : 0;
    }
    f.value = pass == 0 ? sum / f.n : f.value;
  }
  if (s->k->share && f.n > 0) { /* Wilson: where (p - bound)^2 = z^2 bound (1 - bound) / n */
    double z = ref_z(confidence);
    for (int side = -1; side <= 1; side += 2) {
      double inside = f.value;
      double outside = side < 0 ? 0 : 1;
      for (int i = 0; i < 200; i++) {
        double middle = (inside + outside) / 2;
        bool in = fabs(middle - f.value) <= z * sqrt(middle * (1 - middle) / f.n);
        inside = in ? middle : inside;
        outside = in ? outside : middle;
      }
      *(side < 0 ? &f.lower : &f.upper) = (inside + outside) / 2;
    }
    f.margin = (f.upper - f.lower) / 2;
  } else if (!s->k->share && f.n > 1) {
    f.margin = ref_t_critical(confidence, (int)f.n - 1) * sqrt(squares / (f.n - 1) / f.n);
    f.lower = fmax(s->k->min, f.value - f.margin);
    f.upper = fmin(s->k->max, f.value + f.margin);
  }
  return f;
}

/* NaN stands for #DIV/0!. */
static void expect_number(const char *what, const fx_value *actual, double expected) {
  bool good = isnan(expected)
                  ? fx_is_error(actual, KP_CALC_DIV0)
                  : actual->kind == FX_NUMBER && is_near(actual->number, expected, 1e-7);
  if (!good) {
    print_error("%s is ", what);
    fx_print(actual);
    fail_msg(", expected %.17g", expected);
  }
}

static void unit_and_n(void **state) {
  static const char *const measures[] = {"value 90", "n", "marge 90", "lower 90",
                                         "bovengrens 90,0%"};
  uint64_t seed = 31;
  (void)state;
  for (int t = 0; t < TIMES; t++) {
    survey s = random_survey(&seed);
    figure all = figure_of(&s, NULL, NULL, 0.9);
    figure one = figure_of(&s, "north", "Q4 2024", 0.9);
    const double wanted[] = {one.n > 0 ? one.value : (double)NAN, one.n, one.margin, one.lower,
                             one.upper};
    fx_value n[2] = {word(s.k->word), s.values};
    fx_value count = fx_call("CX.N", n, 2);
    expect_number("CX.N", &count, all.n);
    for (size_t m = 0; m < 5; m++) {
      fx_value a[10] = {word(measures[m]), word(s.k->word),    s.values, LEFT_OUT,
                        LEFT_OUT,          fx_number(s.boxes), s.groups, word("north"),
                        s.waves,           word("q4 2024")};
      fx_value actual = fx_call("CX.UNIT", a, 10);
      expect_number(measures[m], &actual, wanted[m]);
    }
    free_survey(&s);
  }
}

/* Hides as the rule says, by the numbers of answers; 0 shown, 1 too few, 2 hidden for another. */
static void hide(const double *n, size_t count, double minimum, int *state) {
  for (size_t i = 0; i < count; i++)
    state[i] = n[i] > 0 && n[i] < minimum;
  for (;;) {
    double hidden = 0;
    double together = 0;
    size_t smallest = count;
    for (size_t i = 0; i < count; i++) {
      hidden += state[i] != 0;
      together += state[i] != 0 ? n[i] : 0;
      if (state[i] == 0 && n[i] > 0 && (smallest == count || n[i] < n[smallest]))
        smallest = i;
    }
    if (hidden == 0 || (hidden > 1 && together >= minimum) || smallest == count)
      return;
    state[smallest] = 2;
  }
}

static void expect_row(const fx_value *table, size_t row, const figure *f, int hidden,
                       double minimum) {
  char n[16];
  snprintf(n, sizeof n, "%s %.0f", hidden == 1 ? "<" : "\xE2\x89\xA5", minimum);
  const fx_value *cells = table->cells[row].cells;
  if (hidden != 0) {
    assert_string_equal(cells[1].text, n);
    assert_string_equal(cells[2].text, hidden == 1 ? "too few answers" : "hidden");
    assert_string_equal(cells[3].text, "");
    assert_string_equal(cells[4].text, "");
    return;
  }
  const double wanted[] = {f->n, f->value, f->lower, f->upper};
  for (size_t i = 0; i < 4; i++) {
    if (i > 0 && (f->n == 0 || isnan(wanted[i])))
      assert_string_equal(cells[1 + i].text, ""); /* nothing to show */
    else
      expect_number("a cell of CX.TABLE", &cells[1 + i], wanted[i]);
  }
}

static void table(void **state) {
  uint64_t seed = 32;
  (void)state;
  for (int t = 0; t < TIMES; t++) {
    survey s = random_survey(&seed);
    double minimum = random_below(&seed, 8);
    fx_value a[9] = {word(s.k->word),    s.values, s.groups,           LEFT_OUT,  LEFT_OUT,
                     fx_number(s.boxes), LEFT_OUT, fx_number(minimum), word("en")};
    fx_value actual = fx_call("CX.TABLE", a, 9);
    figure total = figure_of(&s, NULL, NULL, 0.95);
    if (total.n == 0) {
      assert_true(fx_is_error(&actual, KP_CALC_DIV0));
      free_survey(&s);
      continue;
    }
    const char *seen[sizeof labels / sizeof *labels + 1];
    figure figures[sizeof labels / sizeof *labels + 1];
    double n[sizeof labels / sizeof *labels + 1];
    int hidden[sizeof labels / sizeof *labels + 1];
    size_t count = 0;
    for (size_t i = 0; i < s.rows; i++) {
      const char *label = fx_at(&s.groups, i, 0)->text;
      bool known = label[0] == '\0';
      for (size_t k = 0; k < count; k++)
        known = known || same_label(fx_at(&s.groups, i, 0), seen[k]);
      if (!known)
        seen[count++] = label;
    }
    if (figure_of(&s, "", NULL, 0.95).n > 0)
      seen[count++] = "";
    for (size_t k = 0; k < count; k++) {
      figures[k] = figure_of(&s, seen[k], NULL, 0.95);
      n[k] = figures[k].n;
    }
    hide(n, count, minimum >= 2 ? minimum : 0, hidden);
    assert_int_equal(actual.count, count + 2);
    assert_string_equal(fx_at(&actual, 0, 2)->text, s.k->share ? "Share" : "Mean");
    for (size_t k = 0; k < count; k++) {
      assert_string_equal(fx_at(&actual, 1 + k, 0)->text,
                          seen[k][0] == '\0' ? "(no group)" : seen[k]);
      expect_row(&actual, 1 + k, &figures[k], hidden[k], minimum);
    }
    expect_row(&actual, count + 1, &total, minimum >= 2 && total.n < minimum, minimum);
    fx_free(&actual);
    free_survey(&s);
  }
}

/* A change is made of what CX.GRADE… and CX.TOPBOX… say of the two waves; these have slow
 * references of their own. */
static void change(void **state) {
  uint64_t seed = 33;
  int compared = 0;
  (void)state;
  for (int t = 0; t < TIMES; t++) {
    survey s = random_survey(&seed);
    figure earlier = figure_of(&s, "north", "Q4 2024", 0.95);
    figure later = figure_of(&s, "north", "Q1 2025", 0.95);
    fx_value a[12] = {word("delta"),      word(s.k->word), s.values,     s.waves,
                      word("Q4 2024"),    word("q1 2025"), LEFT_OUT,     LEFT_OUT,
                      fx_number(s.boxes), s.groups,        word("North")};
    fx_value delta = fx_call("CX.CHANGE", a, 11);
    expect_number("delta", &delta,
                  earlier.n > 0 && later.n > 0 ? later.value - earlier.value : (double)NAN);
    a[0] = word("n_eerder");
    fx_value n = fx_call("CX.CHANGE", a, 11);
    expect_number("n_earlier", &n, earlier.n);
    a[0] = word("later");
    fx_value value = fx_call("CX.CHANGE", a, 11);
    expect_number("later", &value, later.n > 0 ? later.value : (double)NAN);
    a[0] = word("lower");
    fx_value lower = fx_call("CX.CHANGE", a, 11);
    a[0] = word("upper");
    fx_value upper = fx_call("CX.CHANGE", a, 11);
    a[0] = word("p");
    fx_value p = fx_call("CX.CHANGE", a, 11);
    a[0] = word("verdict en");
    fx_value verdict = fx_call("CX.CHANGE", a, 11);
    if (earlier.n < 10 || later.n < 10) {
      assert_string_equal(verdict.text, "too few answers");
    } else {
      compared++;
      assert_string_equal(verdict.text, lower.number > 0   ? "rise"
                                        : upper.number < 0 ? "fall"
                                                           : "no demonstrable difference");
      assert_true(lower.number <= delta.number && upper.number >= delta.number);
      if (!s.k->share) /* Welch: p and bounds are two sides of one test */
        assert_int_equal(p.number<0.05, lower.number> 0 || upper.number < 0);
    }
    fx_free(&verdict);
    free_survey(&s);
  }
  assert_true(compared > 0);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(unit_and_n),
      cmocka_unit_test(table),
      cmocka_unit_test(change),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
