/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares, effort and grades on random dirty data against the definitions, written once more. */
#include "functions_reference.h"

enum { TIMES = 1500 };

/* A scale with its answers; sometimes the default one, left out. */
typedef struct scale {
  int min, max;
  fx_value min_option, max_option;
} scale;

static scale random_scale(uint64_t *seed, int min, int max) {
  scale s = {min, max, LEFT_OUT, LEFT_OUT};
  if (chance(seed, 60)) {
    s.min = random_below(seed, 8) - 3;
    s.max = s.min + 1 + random_below(seed, 10);
    s.min_option = fx_number(s.min);
    s.max_option = fx_number(s.max);
  }
  return s;
}

/* Answers on the scale, and a few just beyond it. */
static fx_value answers(uint64_t *seed, const scale *s) {
  return random_scores(seed, s->min - random_below(seed, 2), s->max + random_below(seed, 2));
}

static bool is_whole_answer(const fx_value *cell, const scale *s) {
  if (cell->kind == FX_NUMBER)
    for (int answer = s->min; answer <= s->max; answer++)
      if (cell->number == answer)
        return true;
  return false;
}

/* n, and how many give at least so much. */
static void count_from(const fx_value *range, const scale *s, double from, double *n,
                       double *count) {
  *n = *count = 0;
  for (size_t i = 0; i < cell_count(range); i++) {
    if (is_whole_answer(nth(range, i), s)) {
      *n += 1;
      *count += nth(range, i)->number >= from;
    }
  }
}

/* Wilson's bounds, where |count/n - p| = z sqrt(p (1 - p) / n), by halving on either side. */
static double wilson(double count, double n, double z, int side) {
  double share = count / n;
  double inside = share;
  double outside = side < 0 ? 0 : 1;
  for (int i = 0; i < 200; i++) {
    double p = (inside + outside) / 2;
    if (fabs(share - p) < z * sqrt(p * (1 - p) / n))
      inside = p;
    else
      outside = p;
  }
  return (inside + outside) / 2;
}

static void top_boxes(void **state) {
  uint64_t seed = 11;
  (void)state;
  for (int i = 0; i < TIMES; i++) {
    scale s = random_scale(&seed, 1, 5);
    fx_value a = answers(&seed, &s);
    int boxes = 1 + random_below(&seed, s.max - s.min + 1);
    double n = 0;
    double count = 0;
    count_from(&a, &s, s.max - boxes + 1, &n, &count);
    fx_value k = fx_number(boxes);
    fx_value c = fx_number(0.9);
    double z = ref_z(0.9);
    EXPECT("CX.TOPBOX", count / n, KP_CALC_DIV0, a, k, s.min_option, s.max_option);
    EXPECT("CX.CSAT", count / n, KP_CALC_DIV0, a, s.min_option, s.max_option, k);
    EXPECT("CX.TOPBOXLOWER", n > 0 ? wilson(count, n, z, -1) : NAN, KP_CALC_DIV0, a, k,
           s.min_option, s.max_option, c);
    EXPECT("CX.TOPBOXUPPER", n > 0 ? wilson(count, n, z, 1) : NAN, KP_CALC_DIV0, a, k, s.min_option,
           s.max_option, c);
    if (s.max > s.min) {
      count_from(&a, &s, s.max - 1, &n, &count);
      EXPECT("CX.CSAT", count / n, KP_CALC_DIV0, a, s.min_option, s.max_option);
    }
    fx_free(&a);
  }
}

static double pooled_p(double count, double n, double later_count, double later_n) {
  double pooled = (count + later_count) / (n + later_n);
  double se = sqrt(pooled * (1 - pooled) * (1 / n + 1 / later_n));
  return se > 0 ? ref_normal_p((later_count / later_n - count / n) / se) : 1;
}

static void changes_of_top_boxes(void **state) {
  uint64_t seed = 12;
  (void)state;
  for (int i = 0; i < TIMES; i++) {
    scale s = random_scale(&seed, 1, 5);
    fx_value a = answers(&seed, &s);
    fx_value b = answers(&seed, &s);
    int boxes = 1 + random_below(&seed, s.max - s.min + 1);
    double n[2];
    double count[2];
    count_from(&a, &s, s.max - boxes + 1, &n[0], &count[0]);
    count_from(&b, &s, s.max - boxes + 1, &n[1], &count[1]);
    double share[2] = {count[0] / n[0], count[1] / n[1]};
    double delta = share[1] - share[0];
    double z = ref_z(0.9);
    double lower = NAN;
    double upper = NAN;
    double p = NAN;
    if (n[0] > 0 && n[1] > 0) { /* Newcombe: Wilson's bounds of both, squared and added */
      lower = delta - hypot(share[1] - wilson(count[1], n[1], z, -1),
                            wilson(count[0], n[0], z, 1) - share[0]);
      upper = delta + hypot(wilson(count[1], n[1], z, 1) - share[1],
                            share[0] - wilson(count[0], n[0], z, -1));
      p = pooled_p(count[0], n[0], count[1], n[1]);
    }
    fx_value arguments[8] = {a,
                             b,
                             fx_number(boxes),
                             s.min_option,
                             s.max_option,
                             fx_number(0.9),
                             fx_number(1 + random_below(&seed, 10)),
                             LEFT_OUT};
    expect_call("CX.TOPBOXDELTA", arguments, 5, 100 * delta, KP_CALC_DIV0);
    expect_call("CX.TOPBOXDELTALOWER", arguments, 6, 100 * lower, KP_CALC_DIV0);
    expect_call("CX.TOPBOXDELTAUPPER", arguments, 6, 100 * upper, KP_CALC_DIV0);
    EXPECT("CX.TOPBOXDELTA", share[0] > 0 ? delta / share[0] : NAN, KP_CALC_DIV0, a, b,
           arguments[2], s.min_option, s.max_option, ref_word("relative"));
    EXPECT("CX.SHAREPVALUE", p, KP_CALC_DIV0, fx_number(count[0]), fx_number(n[0]),
           fx_number(count[1]), fx_number(n[1]));
    fx_value verdict = fx_call("CX.TOPBOXVERDICT", arguments, 8);
    bool too_few = fmin(n[0], n[1]) < arguments[6].number;
    const char *expected = too_few     ? "too few answers"
                           : lower > 0 ? "rise"
                           : upper < 0 ? "fall"
                                       : "no demonstrable difference";
    assert_int_equal(verdict.kind, FX_TEXT);
    assert_string_equal(verdict.text, expected);
    fx_free(&verdict);
    fx_free(&a);
    fx_free(&b);
  }
}

static void effort(void **state) {
  uint64_t seed = 13;
  (void)state;
  for (int i = 0; i < TIMES; i++) {
    scale s = random_scale(&seed, 1, 7);
    fx_value a = answers(&seed, &s);
    double n = 0;
    double sum = 0;
    double above = 0;
    double below = 0;
    for (size_t k = 0; k < cell_count(&a); k++) {
      const fx_value *cell = nth(&a, k);
      if (!is_whole_answer(cell, &s))
        continue;
      n++;
      sum += cell->number;
      above += 2 * cell->number > s.min + s.max;
      below += 2 * cell->number < s.min + s.max;
    }
    for (int high = 0; high < 2; high++) {
      fx_value direction = ref_word(high ? "high" : "laag");
      double easy = high ? above : below;
      double difficult = high ? below : above;
      EXPECT("CX.CES", sum / n, KP_CALC_DIV0, a, direction, s.min_option, s.max_option);
      EXPECT("CX.CES", easy / n, KP_CALC_DIV0, a, direction, s.min_option, s.max_option,
             ref_word("easy"));
      EXPECT("CX.CES", 100 * (easy - difficult) / n, KP_CALC_DIV0, a, direction, s.min_option,
             s.max_option, ref_word("net"));
    }
    fx_free(&a);
  }
}

/* -------------------------------------------------------------------------------------- grades */

/* A grade, decimals too, NaN for what does not count. */
static double grade_of(const fx_value *cell, const scale *s) {
  return cell->kind == FX_NUMBER && cell->number >= s->min && cell->number <= s->max ? cell->number
                                                                                     : NAN;
}

typedef struct moments {
  double n, mean, variance;
} moments;

/* Two passes; `other` NULL, or what to subtract cell by cell. */
static moments moments_of(const fx_value *range, const fx_value *other, const scale *s) {
  moments m = {0, 0, 0};
  for (int pass = 0; pass < 2; pass++) {
    for (size_t i = 0; i < cell_count(range); i++) {
      double x = grade_of(nth(range, i), s);
      if (other != NULL)
        x -= grade_of(nth(other, i), s);
      if (isnan(x))
        continue;
      m.n += pass == 0;
      m.mean += pass == 0 ? x : 0;
      m.variance += pass == 1 ? (x - m.mean) * (x - m.mean) : 0;
    }
    if (pass == 0)
      m.mean /= m.n;
  }
  m.variance /= m.n - 1;
  return m;
}

/* P(|T| > t) for any degrees of freedom: with t = sqrt(df) tan(u) the density is a power of cos u;
 * Simpson's rule. */
static double t_beyond(double t, double df) {
  enum { PANELS = 4000 };
  double end = atan(fabs(t) / sqrt(df));
  double step = end / PANELS;
  double sum = 0;
  for (int i = 0; i <= PANELS; i++)
    sum += (i == 0 || i == PANELS ? 1 : i % 2 == 1 ? 4 : 2) * pow(cos(i * step), df - 1);
  double whole = sqrt(acos(-1)) / 2 * exp(lgamma(df / 2) - lgamma((df + 1) / 2));
  return 1 - sum * step / 3 / whole;
}

static fx_value random_grades(uint64_t *seed, const scale *s, size_t rows, size_t columns) {
  fx_value range = fx_array(rows, columns);
  int dirt = 30 * random_below(seed, 4);
  int steps = chance(seed, 30) ? 1 : 10;
  for (size_t row = 0; row < rows; row++) {
    for (size_t column = 0; column < columns; column++) {
      double grade = s->min + (double)random_below(seed, steps * (s->max - s->min) + 1) / steps;
      put(&range, row, column, chance(seed, dirt) ? random_dirt(seed) : fx_number(grade));
    }
  }
  return range;
}

static void grades(void **state) {
  uint64_t seed = 14;
  (void)state;
  for (int i = 0; i < TIMES; i++) {
    scale s = random_scale(&seed, 1, 10);
    fx_value a = random_grades(&seed, &s, 1 + (size_t)random_below(&seed, 20), 1);
    moments m = moments_of(&a, NULL, &s);
    double margin = m.n > 1 ? ref_t_critical(0.9, (int)m.n - 1) * sqrt(m.variance / m.n) : NAN;
    EXPECT("CX.GRADE", m.mean, KP_CALC_DIV0, a, s.min_option, s.max_option);
    EXPECT("CX.GRADEMARGIN", margin, KP_CALC_DIV0, a, s.min_option, s.max_option, fx_number(0.9));
    fx_free(&a);
  }
}

static void changes_of_grades(void **state) {
  uint64_t seed = 15;
  (void)state;
  for (int i = 0; i < TIMES; i++) {
    scale s = random_scale(&seed, 1, 10);
    bool paired = chance(&seed, 50);
    size_t rows = 1 + (size_t)random_below(&seed, 15);
    size_t later_rows = paired ? rows : 1 + (size_t)random_below(&seed, 15);
    fx_value a = random_grades(&seed, &s, rows, 1);
    fx_value b = random_grades(&seed, &s, later_rows, 1);
    moments x = moments_of(&a, NULL, &s);
    moments y = moments_of(&b, NULL, &s);
    moments d = {0, NAN, 0};
    double delta = y.mean - x.mean;
    double se2 = x.variance / x.n + y.variance / y.n;
    double df = se2 * se2 /
                (x.variance * x.variance / x.n / x.n / (x.n - 1) +
                 y.variance * y.variance / y.n / y.n / (y.n - 1));
    double fewest = fmin(x.n, y.n);
    if (paired) {
      d = moments_of(&b, &a, &s);
      delta = d.mean;
      se2 = d.variance / d.n;
      df = d.n - 1;
      fewest = d.n;
    }
    double p = fewest < 2    ? NAN
               : se2 < 1e-20 ? (fabs(delta) < 1e-9 ? 1 : 0)
                             : t_beyond(delta / sqrt(se2), df);
    fx_value pairs = fx_number(paired);
    EXPECT("CX.GRADEDELTA", delta, KP_CALC_DIV0, a, b, s.min_option, s.max_option, pairs);
    if (isnan(p) || fabs(delta) < 20 * sqrt(se2) || se2 < 1e-20)
      EXPECT("CX.GRADEPVALUE", p, KP_CALC_DIV0, a, b, pairs, s.min_option, s.max_option);
    fx_value arguments[7] = {a, b, fx_number(0.9), pairs, fx_number(2), s.min_option, s.max_option};
    fx_value verdict = fx_call("CX.GRADEVERDICT", arguments, 7);
    const char *expected = fewest < 2                              ? "too few answers"
                           : !(p < 1 - 0.9) || fabs(delta) < 1e-12 ? "no demonstrable difference"
                           : delta > 0                             ? "rise"
                                                                   : "fall";
    assert_int_equal(verdict.kind, FX_TEXT);
    assert_string_equal(verdict.text, expected);
    fx_free(&verdict);
    fx_free(&a);
    fx_free(&b);
  }
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(top_boxes), cmocka_unit_test(changes_of_top_boxes), cmocka_unit_test(effort),
      cmocka_unit_test(grades),    cmocka_unit_test(changes_of_grades),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
