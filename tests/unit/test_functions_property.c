/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The NPS functions on random dirty data against the definitions, written once more. */
#include "functions_reference.h"

enum { TIMES = 2000 };

static void score_n_and_share(void **state) {
  uint64_t seed = 1;
  (void)state;
  for (int i = 0; i < TIMES; i++) {
    fx_value s = random_scores(&seed, 0, 10);
    ref_counts c = ref_counts_of(&s);
    EXPECT("NPS.SCORE", ref_nps(c), KP_CALC_DIV0, s);
    EXPECT("NPS.N", c.n, KP_CALC_OK, s);
    EXPECT("NPS.SHARE", c.p / c.n, KP_CALC_DIV0, s, ref_word("promoter"));
    EXPECT("NPS.SHARE", c.passive / c.n, KP_CALC_DIV0, s, ref_word("passief"));
    EXPECT("NPS.SHARE", c.d / c.n, KP_CALC_DIV0, s, ref_word("Detractor"));
    if (c.n > 0)
      EXPECT("NPS.FROMCOUNTS", ref_nps(c), KP_CALC_OK, fx_number(c.p), fx_number(c.passive),
             fx_number(c.d));
    fx_free(&s);
  }
}

/* The score statistic of a difference delta, -1 to 1, as Tango (1998) has it: q is the share of
 * detractors that makes the answers most likely if delta is true. */
static double ref_score_statistic(ref_counts c, double delta) {
  double b = -c.d - c.p + (2 * c.n - c.p + c.d) * delta;
  double k = -c.d * delta * (1 - delta);
  double q = (sqrt(b * b - 8 * c.n * k) - b) / (4 * c.n);
  return (c.p - c.d - c.n * delta) / sqrt(c.n * (2 * q + delta * (1 - delta)));
}

/* Where the statistic passes through `z`, between two differences. It falls as delta rises. */
static double ref_score_bound(ref_counts c, double z, double low, double high) {
  for (int i = 0; i < 200; i++) {
    double middle = (low + high) / 2;
    if (ref_score_statistic(c, middle) > z)
      low = middle;
    else
      high = middle;
  }
  return 100 * (low + high) / 2;
}

typedef struct bounds {
  double lower, upper, margin;
} bounds;

static bounds around(double centre, double margin) {
  return (bounds){centre - margin, centre + margin, margin};
}

static bounds ref_interval(ref_counts c, int method, double confidence) {
  double z = ref_z(confidence);
  double nps = ref_nps(c);
  switch (method) {
  case 0: {
    ref_counts more = ref_adjusted(c);
    return around(ref_nps(more), z * ref_se(more));
  }
  case 1:
    return around(nps, z * ref_se(c));
  case 2: {
    /* All promoters, or all detractors: the statistic does not pass the z at that end. */
    double m = nps / 100;
    double lower = m <= -1 ? -100 : ref_score_bound(c, z, -1 + 1e-15, m);
    double upper = m >= 1 ? 100 : ref_score_bound(c, -z, m, 1 - 1e-15);
    return (bounds){lower, upper, (upper - lower) / 2};
  }
  default:
    if (c.n < 2)
      return around(NAN, NAN);
    return around(nps,
                  ref_t_critical(confidence, (int)c.n - 1) * ref_se(c) * sqrt(c.n / (c.n - 1)));
  }
}

static void margin_and_bounds_with_a_population(void **state) {
  static const char *const methods[] = {"adjusted", "wald", "score", "t"};
  static const double confidences[] = {0.6, 0.8, 0.9, 0.95, 0.99};
  uint64_t seed = 2;
  (void)state;
  for (int i = 0; i < TIMES; i++) {
    fx_value s = random_scores(&seed, 0, 10);
    ref_counts c = ref_counts_of(&s);
    int method = random_below(&seed, 4);
    double confidence = PICK(&seed, confidences);
    /* None, all, fewer than there are, more. */
    int kind = random_below(&seed, 4);
    double m = kind == 1 ? c.n : kind == 2 ? c.n - 1 : c.n + random_below(&seed, 50);
    fx_value population = kind == 0 ? LEFT_OUT : fx_number(m);
    bounds b = ref_interval(c, method, confidence);
    double nps = ref_nps(c);
    double phi = kind == 0 ? 1 : m == 1 || m == c.n ? 0 : sqrt((m - c.n) / (m - 1));
    kp_calc_error error = KP_CALC_DIV0;
    if (kind != 0 && (m < c.n || m < 1)) {
      phi = NAN;
      error = KP_CALC_NUM;
    }
    if (c.n == 0) { /* no data and no population: either error is right */
      fx_value none = fx_call("NPS.MARGIN", (fx_value[]){s, LEFT_OUT, population}, 3);
      assert_int_equal(none.kind, FX_ERROR);
      fx_free(&s);
      continue;
    }
    fx_value a[4] = {s, fx_number(confidence), population, ref_word(methods[method])};
    expect_call("NPS.MARGIN", a, 4, phi * b.margin, error);
    expect_call("NPS.LOWER", a, 4,
                isnan(phi * b.lower) ? NAN : ref_lower(nps, nps + phi * (b.lower - nps), 100),
                error);
    expect_call("NPS.UPPER", a, 4,
                isnan(phi * b.upper) ? NAN : ref_upper(nps, nps + phi * (b.upper - nps), 100),
                error);
    if (method == 0) {
      a[3] = LEFT_OUT;
      expect_call("NPS.MARGIN", a, 4, phi * b.margin, error);
    }
    fx_free(&s);
  }
}

static fx_value random_weight(uint64_t *seed) {
  static const double odd[] = {0, 0, -0.0, 1e-300, 1e300, 1e6};
  if (chance(seed, 8))
    return fx_text(chance(seed, 50) ? "" : "2");
  if (chance(seed, 5))
    return fx_number(PICK(seed, odd));
  return fx_number(0.25 * (1 + random_below(seed, 12)));
}

static void weighted_score_and_margin(void **state) {
  uint64_t seed = 3;
  (void)state;
  for (int i = 0; i < TIMES; i++) {
    fx_value s = random_scores(&seed, 0, 10);
    fx_value w = fx_array(s.count, s.cells[0].count);
    bool bad = chance(&seed, 3);
    bool extreme = false;
    long double sum = 0;
    long double points = 0;
    long double squares = 0;
    for (size_t k = 0; k < cell_count(&s); k++) {
      size_t columns = s.cells[0].count;
      fx_value weight = random_weight(&seed);
      double code = ref_code(nth(&s, k));
      if (k == 0 && weight.kind != FX_NUMBER)
        bad = false;
      if (k == 0 && bad)
        weight.number = chance(&seed, 50) ? -1 : INFINITY;
      put(&w, k / columns, k % columns, weight);
      if (isnan(code) || weight.kind != FX_NUMBER)
        continue;
      extreme = extreme || weight.number > 1e9 || (weight.number > 0 && weight.number < 1e-9);
      sum += weight.number;
      points += weight.number * code;
      squares += (long double)weight.number * weight.number;
    }
    double nps = sum > 0 ? (double)(100 * points / sum) : NAN;
    EXPECT("NPS.SCORE", bad ? NAN : nps, bad ? KP_CALC_NUM : KP_CALC_DIV0, s, w);
    if (!bad && !extreme && sum > 0) {
      ref_score one = ref_weighted(&s, &w);
      double margin = ref_z(0.9) * one.se;
      fx_value wald = ref_word("wald");
      fx_value c = fx_number(0.9);
      EXPECT("NPS.MARGIN", margin, KP_CALC_OK, s, c, LEFT_OUT, LEFT_OUT, w);
      EXPECT("NPS.MARGIN", margin, KP_CALC_OK, s, c, LEFT_OUT, ref_word("adjusted"), w);
      EXPECT("NPS.LOWER", ref_lower(nps, one.centre - margin, 100), KP_CALC_OK, s, c, LEFT_OUT,
             LEFT_OUT, w);
      EXPECT("NPS.UPPER", ref_upper(nps, one.centre + margin, 100), KP_CALC_OK, s, c, LEFT_OUT,
             LEFT_OUT, w);
      EXPECT("NPS.EFFECTIVEN", (double)(sum * sum / squares), KP_CALC_OK, s, w);
      margin = one.n > 1 ? ref_z(0.9) * ref_svymean(&s, &w) : NAN;
      EXPECT("NPS.MARGIN", margin, KP_CALC_DIV0, s, c, LEFT_OUT, wald, w);
      EXPECT("NPS.LOWER", one.n > 1 ? ref_clamp(nps - margin) : NAN, KP_CALC_DIV0, s, c, LEFT_OUT,
             wald, w);
      EXPECT("NPS.UPPER", one.n > 1 ? ref_clamp(nps + margin) : NAN, KP_CALC_DIV0, s, c, LEFT_OUT,
             wald, w);
    }
    fx_free(&s);
    fx_free(&w);
  }
}

static const char *ref_verdict(double p, double delta, double adjusted, double fewest,
                               double minimum, double confidence) {
  if (fewest < minimum)
    return "too few answers";
  if (!(p < 1 - confidence) || delta * adjusted < 0 || delta == 0)
    return "no demonstrable difference";
  return delta > 0 ? "rise" : "fall";
}

static void expect_verdict(const fx_value *arguments, const char *expected) {
  fx_value verdict = fx_call("NPS.VERDICT", arguments, 5);
  if (verdict.kind != FX_TEXT || strcmp(verdict.text, expected) != 0) {
    print_error("the verdict is ");
    fx_print(&verdict);
    fail_msg(", expected %s", expected);
  }
  fx_free(&verdict);
}

static void two_independent_measurements(void **state) {
  uint64_t seed = 4;
  (void)state;
  for (int i = 0; i < TIMES; i++) {
    fx_value a = random_scores(&seed, random_below(&seed, 10), 10);
    fx_value b = random_scores(&seed, 0, 1 + random_below(&seed, 10));
    ref_counts x = ref_counts_of(&a);
    ref_counts y = ref_counts_of(&b);
    ref_counts more_x = ref_adjusted(x);
    ref_counts more_y = ref_adjusted(y);
    double confidence = chance(&seed, 50) ? 0.9 : 0.95;
    double delta = ref_nps(y) - ref_nps(x);
    bool empty = x.n == 0 || y.n == 0;
    double adjusted = empty ? NAN : ref_nps(more_y) - ref_nps(more_x);
    double se = hypot(ref_se(more_x), ref_se(more_y));
    double margin = empty ? NAN : ref_z(confidence) * se;
    fx_value c = fx_number(confidence);
    EXPECT("NPS.DELTA", delta, KP_CALC_DIV0, a, b);
    EXPECT("NPS.DELTA", delta, KP_CALC_DIV0, a, b, fx_number(0));
    EXPECT("NPS.DELTAMARGIN", margin, KP_CALC_DIV0, a, b, c);
    double lower = empty ? NAN : ref_lower(delta, adjusted - margin, 200);
    double upper = empty ? NAN : ref_upper(delta, adjusted + margin, 200);
    EXPECT("NPS.DELTALOWER", lower, KP_CALC_DIV0, a, b, c);
    EXPECT("NPS.DELTAUPPER", upper, KP_CALC_DIV0, a, b, c, fx_number(0));
    EXPECT("NPS.PVALUE", empty ? NAN : ref_normal_p(adjusted / se), KP_CALC_DIV0, a, b);
    double minimum = 1 + random_below(&seed, 12);
    expect_verdict((const fx_value[]){a, b, c, LEFT_OUT, fx_number(minimum)},
                   ref_verdict(ref_normal_p(adjusted / se), delta, adjusted, fmin(x.n, y.n),
                               minimum, confidence));
    fx_free(&a);
    fx_free(&b);
  }
}

/* Weights on both sides, or on one: then the answers of the other count once each. */
static void two_weighted_measurements(void **state) {
  uint64_t seed = 6;
  (void)state;
  for (int i = 0; i < TIMES; i++) {
    fx_value s[2];
    fx_value w[2];
    ref_score one[2];
    bool given[2] = {chance(&seed, 70), chance(&seed, 70)};
    for (size_t k = 0; k < 2; k++) {
      s[k] = random_scores(&seed, random_below(&seed, 10), 10);
      w[k] = fx_array(s[k].count, s[k].cells[0].count);
      for (size_t j = 0; j < cell_count(&s[k]); j++)
        put(&w[k], j / s[k].cells[0].count, j % s[k].cells[0].count,
            chance(&seed, 15) ? fx_number(0) : fx_number(0.25 * (1 + random_below(&seed, 12))));
      one[k] = given[k] ? ref_weighted(&s[k], &w[k]) : ref_score_of(ref_counts_of(&s[k]));
    }
    fx_value u[2] = {given[0] ? w[0] : LEFT_OUT, given[1] ? w[1] : LEFT_OUT};
    bool empty = one[0].n == 0 || one[1].n == 0;
    double delta = empty ? NAN : one[1].nps - one[0].nps;
    double centre = one[1].centre - one[0].centre;
    double se = hypot(one[0].se, one[1].se);
    double margin = empty ? NAN : ref_z(0.9) * se;
    fx_value c = fx_number(0.9);
    EXPECT("NPS.DELTA", delta, KP_CALC_DIV0, s[0], s[1], LEFT_OUT, u[0], u[1]);
    EXPECT("NPS.DELTAMARGIN", margin, KP_CALC_DIV0, s[0], s[1], c, fx_number(0), u[0], u[1]);
    EXPECT("NPS.DELTALOWER", empty ? NAN : ref_lower(delta, centre - margin, 200), KP_CALC_DIV0,
           s[0], s[1], c, LEFT_OUT, u[0], u[1]);
    EXPECT("NPS.DELTAUPPER", empty ? NAN : ref_upper(delta, centre + margin, 200), KP_CALC_DIV0,
           s[0], s[1], c, LEFT_OUT, u[0], u[1]);
    double p = empty ? NAN : ref_normal_p(centre / se);
    EXPECT("NPS.PVALUE", p, KP_CALC_DIV0, s[0], s[1], LEFT_OUT, u[0], u[1]);
    double minimum = 1 + random_below(&seed, 8);
    const char *expected = ref_verdict(p, fabs(delta) < 1e-9 ? 0 : delta, centre,
                                       fmin(one[0].n, one[1].n), minimum, 0.9);
    fx_value arguments[8] = {s[0], s[1], c, LEFT_OUT, fx_number(minimum), LEFT_OUT, u[0], u[1]};
    fx_value verdict = fx_call("NPS.VERDICT", arguments, 8);
    assert_int_equal(verdict.kind, FX_TEXT);
    if (!empty && fabs(p - 0.1) > 1e-9)
      assert_string_equal(verdict.text, expected);
    fx_free(&verdict);
    for (size_t k = 0; k < 2; k++) {
      fx_free(&s[k]);
      fx_free(&w[k]);
    }
  }
}

static void the_same_customers_twice(void **state) {
  uint64_t seed = 5;
  (void)state;
  for (int i = 0; i < TIMES; i++) {
    fx_value a = random_scores(&seed, random_below(&seed, 9), 10);
    fx_value b = random_range(&seed, a.count, a.cells[0].count, random_below(&seed, 9), 10, 20);
    double confidence = chance(&seed, 50) ? 0.9 : 0.95;
    double n = 0;
    double sum = 0;
    double squares = 0;
    for (size_t k = 0; k < cell_count(&a); k++) {
      double difference = 100 * (ref_code(nth(&b, k)) - ref_code(nth(&a, k)));
      if (!isnan(difference)) {
        n++;
        sum += difference;
      }
    }
    double mean = sum / n;
    for (size_t k = 0; k < cell_count(&a); k++) {
      double difference = 100 * (ref_code(nth(&b, k)) - ref_code(nth(&a, k)));
      squares += isnan(difference) ? 0 : (difference - mean) * (difference - mean);
    }
    double se = n > 1 ? sqrt(squares / (n - 1) / n) : NAN;
    bool constant = n > 1 && squares < 1e-6;
    double p = constant ? (fabs(mean) < 1e-9 ? 1 : 0)
               : n > 1  ? 1 - ref_t_within(mean / se, (int)n - 1)
                        : NAN;
    double margin = constant ? 0 : n > 1 ? se * ref_t_critical(confidence, (int)n - 1) : NAN;
    fx_value c = fx_number(confidence);
    fx_value one = fx_number(1);
    EXPECT("NPS.DELTA", mean, KP_CALC_DIV0, a, b, one);
    EXPECT("NPS.DELTAMARGIN", margin, KP_CALC_DIV0, a, b, c, one);
    EXPECT("NPS.DELTALOWER", isnan(margin) ? NAN : ref_lower(mean, mean - margin, 200),
           KP_CALC_DIV0, a, b, c, one);
    EXPECT("NPS.DELTAUPPER", isnan(margin) ? NAN : ref_upper(mean, mean + margin, 200),
           KP_CALC_DIV0, a, b, c, one);
    EXPECT("NPS.PVALUE", p, KP_CALC_DIV0, a, b, one);
    double minimum = 2 + random_below(&seed, 12);
    expect_verdict((const fx_value[]){a, b, c, one, fx_number(minimum)},
                   ref_verdict(p, fabs(mean) < 1e-9 ? 0 : mean, mean, n, minimum, confidence));
    fx_free(&a);
    fx_free(&b);
  }
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(score_n_and_share),
      cmocka_unit_test(margin_and_bounds_with_a_population),
      cmocka_unit_test(weighted_score_and_margin),
      cmocka_unit_test(two_independent_measurements),
      cmocka_unit_test(two_weighted_measurements),
      cmocka_unit_test(the_same_customers_twice),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
