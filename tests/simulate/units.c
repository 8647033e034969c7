/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fifty units that do not differ: how often does a table say of at least one that it does? And what
 * the correction costs: how often is one unit seen that truly lies 40 points above the others. */
#include "simulate.h"

#include "kernpunt/survey.h"

#include <stdio.h>

enum { UNITS = 50, SHOWN = 3, POOLED = 3, STUDENT = 4, WAYS = 5 };

/* The ways to judge. The last two are no functions of ours, but what might be: the pooled variance
 * of the test "do the units differ at all", unit by unit, whose p and the bounds beside it could
 * contradict each other; and Student's t (Satterthwaite) in the place of the normal distribution.
 */
static const char *const ways[WAYS] = {"uncorrected", "Holm", "BH", "(Holm, pooled variance)",
                                       "(Holm, Student's t)"};
static const kp_survey_correction corrections[WAYS] = {
    KP_SURVEY_UNCORRECTED, KP_SURVEY_HOLM, KP_SURVEY_BH, KP_SURVEY_HOLM, KP_SURVEY_HOLM};

static kp_survey_counts minus(const kp_survey_counts *all, const kp_survey_counts *part) {
  return (kp_survey_counts){all->promoters - part->promoters, all->passives - part->passives,
                            all->detractors - part->detractors};
}

static kp_survey_counts sum_of(const kp_survey_counts *units) {
  kp_survey_counts all = {0, 0, 0};
  for (size_t i = 0; i < UNITS; i++) {
    all.promoters += units[i].promoters;
    all.passives += units[i].passives;
    all.detractors += units[i].detractors;
  }
  return all;
}

static double pooled_p(const kp_survey_counts *unit, const kp_survey_counts *rest) {
  const kp_survey_counts both[2] = {*unit, *rest};
  double q = 0;
  double p = 1;
  return kp_survey_units_differ(2, both, &q, &p) == KP_SURVEY_OK ? p : 1;
}

/* The same difference over the same error, judged by t: with few answers the error itself is not
 * known well, and far out in the tails, where 50 tests are judged, that counts. */
static double student_p(const kp_survey_estimate *a, const kp_survey_estimate *b,
                        const kp_survey_change *change) {
  double sum = a->error + b->error;
  double df = sum * sum / (a->error * a->error / (a->n + 2) + b->error * b->error / (b->n + 2));
  return kp_survey_t_p((b->centre - a->centre) / change->se, df);
}

/* One test for each pair: other[i] against one[i], judged as the tables do. */
static void judge(const kp_survey_counts *one, const kp_survey_counts *other, bool *differs) {
  kp_survey_estimate a[UNITS];
  kp_survey_estimate b[UNITS];
  double p[WAYS][UNITS];
  double adjusted[UNITS];
  for (size_t i = 0; i < UNITS; i++) {
    kp_survey_change change;
    (void)kp_survey_estimate_counts(&one[i], &a[i]);
    (void)kp_survey_estimate_counts(&other[i], &b[i]);
    kp_survey_change_of(&a[i], &b[i], 1.96, &change);
    for (size_t way = 0; way < SHOWN; way++)
      p[way][i] = change.p;
    p[POOLED][i] = pooled_p(&other[i], &one[i]);
    p[STUDENT][i] = student_p(&a[i], &b[i], &change);
  }
  for (size_t way = 0; way < WAYS; way++) {
    (void)kp_survey_adjust(corrections[way], UNITS, p[way], adjusted);
    for (size_t i = 0; i < UNITS; i++) {
      kp_survey_change change;
      double z = kp_survey_adjusted_critical(0.95, p[way][i], adjusted[i], UNITS);
      kp_survey_change_of(&a[i], &b[i], z, &change);
      differs[way * UNITS + i] =
          way < SHOWN
              ? kp_survey_verdict_of_bounds(change.lower, change.upper) != KP_SURVEY_NO_DIFFERENCE
              : adjusted[i] < 0.05;
    }
  }
}

typedef struct tables {
  double any[WAYS], first[WAYS]; /* tables with some verdict; with one on the first unit */
} tables;

static void add(tables *t, const bool *differs) {
  for (size_t way = 0; way < WAYS; way++) {
    bool any = false;
    for (size_t i = 0; i < UNITS; i++)
      any = any || differs[way * UNITS + i];
    t->any[way] += any;
    t->first[way] += differs[way * UNITS];
  }
}

/* Each unit beside the rest of its table, or beside itself a wave earlier. */
static tables run(uint64_t *seed, const shape *s, const shape *first, int n, int count,
                  bool waves) {
  tables t = {{0}, {0}};
  for (int k = 0; k < count; k++) {
    kp_survey_counts units[UNITS];
    kp_survey_counts others[UNITS];
    bool differs[WAYS * UNITS];
    for (size_t i = 0; i < UNITS; i++)
      units[i] = random_counts(seed, i == 0 ? first : s, n);
    kp_survey_counts all = sum_of(units);
    for (size_t i = 0; i < UNITS; i++)
      others[i] = waves ? random_counts(seed, s, n) : minus(&all, &units[i]);
    judge(others, units, differs);
    add(&t, differs);
  }
  return t;
}

static int equal_units(uint64_t *seed, int count, int n, bool waves, double most) {
  int missed = 0;
  printf("\n%d units that do not %s, %d answers each%s: tables with a verdict\n", UNITS,
         waves ? "change" : "differ", n, waves ? " and wave" : "");
  for (size_t s = 0; s < SHAPES; s++) {
    tables t = run(seed, &shapes[s], &shapes[s], n, count, waves);
    for (size_t way = 0; way < WAYS; way++) {
      char what[80];
      bool promised = way == 1;
      snprintf(what, sizeof what, "shape %s, %s", shapes[s].name, ways[way]);
      missed += !report(what, t.any[way] / count, 0, promised ? most : 1);
    }
  }
  return missed;
}

/* 40 points above: a fifth of all answers went from detractor to promoter. */
static void power(uint64_t *seed, int count, int n) {
  static const shape good = {"", 0.05, 0.30};
  printf("\none unit truly 40 points above, %d answers each: how often it is seen\n", n);
  tables t = run(seed, &shapes[0], &good, n, count, false);
  for (size_t way = 0; way < WAYS; way++)
    report(ways[way], t.first[way] / count, 0, 1);
}

int simulate_units(uint64_t seed, int count) {
  int missed = equal_units(&seed, count, 50, false, 0.06);
  missed += equal_units(&seed, count, 15, false, 0.09);
  missed += equal_units(&seed, count, 50, true, 0.06);
  missed += equal_units(&seed, count, 15, true, 0.09);
  power(&seed, count, 50);
  power(&seed, count, 15);
  return missed;
}
