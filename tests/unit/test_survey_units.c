/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many units at once: corrections, shown bounds, tests over units and waves, hiding. */
#include <stdlib.h>
#include <string.h>

#include "survey_test.h"

/* ---------------------------------------------------------------------------------- corrections */

/* By the definitions, each p against all others. */
static double slow_adjust(kp_survey_correction correction, int count, const double *p, int of) {
  double result = correction == KP_SURVEY_HOLM ? 0 : 1;
  for (int i = 0; i < count; i++) {
    int rank = 1;
    for (int k = 0; k < count; k++) {
      rank += p[k] < p[i];
    }
    if (correction == KP_SURVEY_HOLM && p[i] <= p[of]) {
      result = fmax(result, fmin(1, (count - rank + 1) * p[i]));
    }
    int last = 0; /* the rank of the last of those as small */
    for (int k = 0; k < count; k++) {
      last += p[k] <= p[i];
    }
    if (correction == KP_SURVEY_BH && p[i] >= p[of]) {
      result = fmin(result, fmin(1, count * p[i] / last));
    }
  }
  return result;
}

static void corrections(void **state) {
  (void)state;
  uint64_t seed = 41;
  for (int round = 0; round < 500; round++) {
    double p[20];
    double adjusted[20];
    int count = 1 + random_below(&seed, 20);
    for (int i = 0; i < count; i++) {
      p[i] = random_below(&seed, 6) == 0 && i > 0 ? p[i - 1] : pow(random_unit(&seed), 4);
    }
    for (int c = KP_SURVEY_HOLM; c <= KP_SURVEY_BH; c++) {
      kp_survey_correction correction = (kp_survey_correction)c;
      assert_int_equal(kp_survey_adjust(correction, (size_t)count, p, adjusted), KP_SURVEY_OK);
      for (int i = 0; i < count; i++) {
        NEAR(adjusted[i], slow_adjust(correction, count, p, i), 1e-12);
        assert_true(adjusted[i] >= p[i] && adjusted[i] <= fmin(1, count * p[i] * (1 + 1e-12)));
      }
    }
    assert_int_equal(kp_survey_adjust(KP_SURVEY_UNCORRECTED, (size_t)count, p, adjusted),
                     KP_SURVEY_OK);
    assert_memory_equal(p, adjusted, (size_t)count * sizeof *p);
  }
  assert_int_equal(kp_survey_adjust(KP_SURVEY_HOLM, 0, NULL, NULL), KP_SURVEY_OK);
}

/* The interval that belongs to an adjusted p excludes 0 exactly when that p is below alpha. */
static void bounds_belong_to_the_adjusted_p(void **state) {
  (void)state;
  uint64_t seed = 42;
  int excluded = 0;
  for (int round = 0; round < 20000; round++) {
    double z = 5 * random_unit(&seed);
    double p = kp_survey_normal_p(z);
    size_t tests = 1 + (size_t)random_below(&seed, 30);
    double adjusted = fmin(1, p * (1 + (double)(tests - 1) * random_unit(&seed)));
    double critical = kp_survey_adjusted_critical(0.95, p, adjusted, tests);
    if (fabs(adjusted - 0.05) > 1e-9) {
      assert_int_equal(z > critical, adjusted < 0.05);
    }
    excluded += z > critical;
    assert_true(critical >= kp_survey_normal_critical(0.95) * (1 - 1e-14));
    assert_true(critical <= kp_survey_normal_critical(1 - 0.05 / (double)tests) * (1 + 1e-12));
  }
  assert_true(excluded > 1000 && excluded < 19000);
  SAME(kp_survey_adjusted_critical(0.9, 0.03, 0.03, 7), kp_survey_normal_critical(0.9));
  NEAR(kp_survey_adjusted_critical(0.95, 0, 0, 10), kp_survey_normal_critical(0.995), 1e-12);
}

/* --------------------------------------------------------------------------------- shown bounds */

static kp_survey_counts random_counts(uint64_t *seed, int most) {
  kp_survey_counts c = {random_below(seed, most), random_below(seed, most),
                        random_below(seed, most)};
  c.passives += c.promoters + c.passives + c.detractors == 0;
  return c;
}

/* No verdict can contradict the bounds beside it, and none differs from p and signs. */
static void the_verdict_is_that_of_the_bounds(void **state) {
  (void)state;
  uint64_t seed = 43;
  int turned = 0;
  for (int round = 0; round < 50000; round++) {
    kp_survey_counts a = random_counts(&seed, 30);
    kp_survey_counts b = random_counts(&seed, 4 + random_below(&seed, 60));
    kp_survey_estimate x;
    kp_survey_estimate y;
    kp_survey_change change;
    assert_int_equal(kp_survey_estimate_counts(&a, &x), KP_SURVEY_OK);
    assert_int_equal(kp_survey_estimate_counts(&b, &y), KP_SURVEY_OK);
    kp_survey_change_of(&x, &y, kp_survey_normal_critical(0.8), &change);
    assert_true(change.lower <= change.delta && change.delta <= change.upper);
    assert_true(change.lower >= -200 && change.upper <= 200);
    bool one_sign = (y.centre - x.centre) * change.delta > 0;
    kp_survey_verdict expected = change.p < 0.2 && one_sign
                                     ? (change.delta > 0 ? KP_SURVEY_RISE : KP_SURVEY_FALL)
                                     : KP_SURVEY_NO_DIFFERENCE;
    turned += change.p < 0.2 && !one_sign;
    assert_int_equal(kp_survey_verdict_of_bounds(change.lower, change.upper), expected);
  }
  assert_true(turned > 0);
}

static void every_interval_contains_its_score(void **state) {
  (void)state;
  const double confidence[] = {0.8, 0.9, 0.95};
  int missed = 0;
  for (int p = 0; p <= 12; p++) {
    for (int v = 0; v <= 12; v++) {
      for (int d = p + v == 0; d <= 12; d++) {
        kp_survey_counts c = {p, v, d};
        for (int k = 0; k < 3; k++) {
          kp_survey_interval i;
          assert_int_equal(kp_survey_nps_interval(&c, KP_SURVEY_ADJUSTED, confidence[k],
                                                  KP_SURVEY_UNLIMITED, &i),
                           KP_SURVEY_OK);
          assert_true(i.lower <= i.nps && i.nps <= i.upper);
          assert_true(i.lower >= -100 && i.upper <= 100);
          missed += i.lower_wide > i.nps || i.upper_wide < i.nps;
        }
      }
    }
  }
  assert_true(missed > 0); /* else the widening shows nothing here */
}

/* --------------------------------------------------------------------------- units and waves */

/* Answer by answer, by the textbook formulas. */
typedef struct answers {
  double code[3000], group[3000];
  int n;
} answers;

static void spread_out(const kp_survey_counts *groups, int count, answers *out) {
  out->n = 0;
  for (int g = 0; g < count; g++) {
    const double of[3] = {groups[g].promoters, groups[g].passives, groups[g].detractors};
    for (int s = 0; s < 3; s++) {
      for (int i = 0; i < of[s]; i++) {
        out->code[out->n] = 1 - s;
        out->group[out->n++] = g + 1;
      }
    }
  }
}

static double mean_of(const double *x, int n) {
  double sum = 0;
  for (int i = 0; i < n; i++) {
    sum += x[i];
  }
  return sum / n;
}

static double products(const double *x, const double *y, int n) {
  double sum = 0;
  for (int i = 0; i < n; i++) {
    sum += (x[i] - mean_of(x, n)) * (y[i] - mean_of(y, n));
  }
  return sum;
}

static void do_the_units_differ(void **state) {
  (void)state;
  static answers a;
  uint64_t seed = 44;
  for (int round = 0; round < 200; round++) {
    kp_survey_counts units[6];
    int count = 2 + random_below(&seed, 5);
    for (int g = 0; g < count; g++) {
      units[g] = random_counts(&seed, 12);
    }
    spread_out(units, count, &a);
    double within = 0; /* residual sum of squares of code on unit */
    for (int g = 1; g <= count; g++) {
      double own[3000];
      int n = 0;
      for (int i = 0; i < a.n; i++) {
        if (a.group[i] == g) {
          own[n++] = a.code[i];
        }
      }
      within += products(own, own, n);
    }
    double all = products(a.code, a.code, a.n);
    double q;
    double p;
    kp_survey_status status = kp_survey_units_differ((size_t)count, units, &q, &p);
    if (all < 1e-9) {
      assert_int_equal(status, KP_SURVEY_CONSTANT);
      continue;
    }
    assert_int_equal(status, KP_SURVEY_OK);
    NEAR(q, (a.n - 1) * (1 - within / all), 1e-9);
    if (count == 3) { /* chi-squared with 2 degrees of freedom has a closed form */
      NEAR(p, exp(-q / 2), 1e-10);
    }
    if (count == 2) {
      NEAR(p, kp_survey_normal_p(sqrt(q)), 1e-10);
    }
  }
}

static void units_that_cannot_be_compared(void **state) {
  (void)state;
  double q;
  double p;
  const kp_survey_counts one[] = {{3, 2, 1}, {0, 0, 0}};
  const kp_survey_counts same[] = {{3, 0, 0}, {5, 0, 0}};
  assert_int_equal(kp_survey_units_differ(2, one, &q, &p), KP_SURVEY_TOO_FEW);
  IS_NAN(p);
  assert_int_equal(kp_survey_units_differ(0, one, &q, &p), KP_SURVEY_TOO_FEW);
  assert_int_equal(kp_survey_units_differ(2, same, &q, &p), KP_SURVEY_CONSTANT);
}

static void trends(void **state) {
  (void)state;
  static answers a;
  uint64_t seed = 45;
  for (int round = 0; round < 200; round++) {
    kp_survey_counts waves[7];
    int count = 3 + random_below(&seed, 5);
    for (int g = 0; g < count; g++) {
      waves[g] = random_counts(&seed, 12);
    }
    spread_out(waves, count, &a);
    double xy = products(a.group, a.code, a.n);
    double xx = products(a.group, a.group, a.n);
    double yy = products(a.code, a.code, a.n);
    kp_survey_trend t;
    assert_int_equal(kp_survey_trend_of((size_t)count, waves, &t), KP_SURVEY_OK);
    SAME(t.n, a.n);
    NEAR(t.slope, yy > 0 ? 100 * xy / xx : 0, 1e-9);
    double r2 = yy > 0 ? xy * xy / xx / yy : 0;
    NEAR(t.p, erfc(sqrt((a.n - 1) * r2 / 2)), 1e-9);
  }
  kp_survey_trend t;
  const kp_survey_counts few[] = {{3, 2, 1}, {4, 4, 4}};
  const kp_survey_counts hole[] = {{3, 2, 1}, {0, 0, 0}, {4, 4, 4}};
  const kp_survey_counts same[] = {{3, 0, 0}, {2, 0, 0}, {4, 0, 0}};
  assert_int_equal(kp_survey_trend_of(2, few, &t), KP_SURVEY_TOO_FEW);
  SAME(t.n, 18);
  assert_int_equal(kp_survey_trend_of(3, hole, &t), KP_SURVEY_NO_DATA);
  assert_int_equal(kp_survey_trend_of(3, same, &t), KP_SURVEY_OK);
  SAME(t.slope, 0);
  SAME(t.p, 1);
}

static void what_would_be_noticed(void **state) {
  (void)state;
  double points;
  const double bad[] = {0, -1, 2.5, (double)NAN, (double)INFINITY};
  for (size_t i = 0; i < 5; i++) {
    assert_int_equal(kp_survey_detectable(bad[i], 10, 0.95, 0.8, 1, 1, &points),
                     KP_SURVEY_PARAMETER);
    assert_int_equal(kp_survey_detectable(10, bad[i], 0.95, 0.8, 1, 1, &points),
                     KP_SURVEY_PARAMETER);
    IS_NAN(points);
  }
  assert_int_equal(kp_survey_detectable(10, 10, 0.5, 0.8, 1, 1, &points), KP_SURVEY_PARAMETER);
  assert_int_equal(kp_survey_detectable(10, 10, 0.95, 1, 1, 1, &points), KP_SURVEY_PARAMETER);
  assert_int_equal(kp_survey_detectable(10, 10, 0.95, 0.8, 1.1, 1, &points), KP_SURVEY_PARAMETER);
  assert_int_equal(kp_survey_detectable(10, 10, 0.95, 0.8, 1, -0.1, &points), KP_SURVEY_PARAMETER);
  assert_int_equal(kp_survey_detectable(50, 50, 0.95, 0.8, 1, 1, &points), KP_SURVEY_OK);
  NEAR(points, 57.68817042829502, 1e-9);
  assert_int_equal(kp_survey_detectable(50, 50, 0.95, 1e-9, 1, 1, &points), KP_SURVEY_OK);
  SAME(points, 0);
}

/* --------------------------------------------------------------------------------------- hiding */

static void hiding_says_no_more_than_it_must(void **state) {
  (void)state;
  uint64_t seed = 46;
  for (int round = 0; round < 3000; round++) {
    uint64_t n[12];
    unsigned char hidden[12];
    size_t count = 1 + (size_t)random_below(&seed, 12);
    double minimum = random_below(&seed, 12);
    uint64_t total = 0;
    for (size_t i = 0; i < count; i++) {
      n[i] = random_below(&seed, 3) == 0 ? 0 : (uint64_t)random_below(&seed, 25);
      total += n[i];
    }
    bool total_hidden = false;
    kp_survey_suppress(count, n, minimum, hidden, &total_hidden);
    assert_int_equal(total_hidden, minimum >= 2 && total > 0 && (double)total < minimum);
    size_t groups = 0;
    uint64_t answers = 0;
    size_t left = 0;
    for (size_t i = 0; i < count; i++) {
      bool few = minimum >= 2 && n[i] > 0 && (double)n[i] < minimum;
      assert_int_equal(hidden[i] == KP_SURVEY_FEW, few);
      assert_true(n[i] > 0 || hidden[i] == KP_SURVEY_SHOWN);
      groups += hidden[i] != KP_SURVEY_SHOWN;
      answers += hidden[i] != KP_SURVEY_SHOWN ? n[i] : 0;
      left += hidden[i] == KP_SURVEY_SHOWN && n[i] > 0;
    }
    assert_true(groups == 0 || left == 0 || (groups >= 2 && (double)answers >= minimum));
    for (size_t i = 0; i < count; i++) { /* hidden ones are the smallest, the first on a tie */
      for (size_t k = 0; hidden[i] == KP_SURVEY_PROTECTED && k < count; k++) {
        assert_true(hidden[k] != KP_SURVEY_SHOWN || n[k] == 0 || n[k] > n[i] ||
                    (n[k] == n[i] && k > i));
      }
    }
  }
}

/* Every line of the table keeps its promise, and nothing is hidden without need of it. */
static void line_is_safe(const uint64_t *n, const unsigned char *hidden, size_t first, size_t step,
                         size_t count, size_t total, double minimum) {
  size_t members = hidden[total] != KP_SURVEY_SHOWN;
  size_t left = 0;
  uint64_t answers = 0;
  for (size_t i = 0, at = first; i < count; i++, at += step) {
    members += hidden[at] != KP_SURVEY_SHOWN;
    answers += hidden[at] != KP_SURVEY_SHOWN ? n[at] : 0;
    left += hidden[at] == KP_SURVEY_SHOWN && n[at] > 0;
  }
  if (members > 0 && (left > 0 || hidden[total] == KP_SURVEY_SHOWN)) {
    assert_true(members >= 2);
    assert_true(hidden[total] != KP_SURVEY_SHOWN || (double)answers >= minimum);
  }
}

static void hiding_in_two_directions(void **state) {
  (void)state;
  uint64_t seed = 47;
  int protected_cells = 0;
  for (int round = 0; round < 3000; round++) {
    size_t rows = 1 + (size_t)random_below(&seed, 5);
    size_t columns = 1 + (size_t)random_below(&seed, 5);
    size_t width = columns + 1;
    uint64_t n[36] = {0};
    unsigned char hidden[36];
    double minimum = random_below(&seed, 9);
    for (size_t r = 0; r < rows; r++) {
      for (size_t c = 0; c < columns; c++) {
        uint64_t own = random_below(&seed, 4) == 0 ? 0 : (uint64_t)random_below(&seed, 15);
        n[r * width + c] = own;
        n[r * width + columns] += own;
        n[rows * width + c] += own;
        n[rows * width + columns] += own;
      }
    }
    kp_survey_suppress_cross(rows, columns, n, minimum, hidden);
    for (size_t i = 0; i < (rows + 1) * width; i++) {
      bool few = minimum >= 2 && n[i] > 0 && (double)n[i] < minimum;
      assert_int_equal(hidden[i] == KP_SURVEY_FEW, few);
      assert_true(n[i] > 0 || hidden[i] == KP_SURVEY_SHOWN);
      protected_cells += hidden[i] == KP_SURVEY_PROTECTED;
    }
    for (size_t r = 0; r <= rows; r++) {
      line_is_safe(n, hidden, r * width, 1, columns, r * width + columns, minimum);
    }
    for (size_t c = 0; c <= columns; c++) {
      line_is_safe(n, hidden, c, width, rows, rows * width + c, minimum);
    }
  }
  assert_true(protected_cells > 1000);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(corrections),
      cmocka_unit_test(bounds_belong_to_the_adjusted_p),
      cmocka_unit_test(the_verdict_is_that_of_the_bounds),
      cmocka_unit_test(every_interval_contains_its_score),
      cmocka_unit_test(do_the_units_differ),
      cmocka_unit_test(units_that_cannot_be_compared),
      cmocka_unit_test(trends),
      cmocka_unit_test(what_would_be_noticed),
      cmocka_unit_test(hiding_says_no_more_than_it_must),
      cmocka_unit_test(hiding_in_two_directions),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
