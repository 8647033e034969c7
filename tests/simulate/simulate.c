/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Do the verdicts and intervals keep their promise? Everything is drawn from a seed that is
 * printed: the same seed, the same figures. usage: simulate [seed [thousands of tables]] */
#include "simulate.h"

#include <stdio.h>
#include <stdlib.h>

const shape shapes[SHAPES] = {{"25/30/45", 0.25, 0.30},
                              {"40/30/30", 0.40, 0.30},
                              {"33/33/33", 1.0 / 3, 1.0 / 3},
                              {"10/60/30", 0.10, 0.60},
                              {"05/20/75", 0.05, 0.20}};

double random_unit(uint64_t *seed) {
  uint64_t z = (*seed += UINT64_C(0x9E3779B97F4A7C15));
  z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
  return (double)((z ^ (z >> 31)) >> 11) / 9007199254740992.0;
}

double random_normal(uint64_t *seed) {
  double radius = sqrt(-2 * log(1 - random_unit(seed)));
  return radius * cos(2 * acos(-1) * random_unit(seed));
}

int random_code(uint64_t *seed, const shape *s) {
  double x = random_unit(seed);
  return x < s->detractors ? -1 : x < s->detractors + s->passives ? 0 : 1;
}

kp_survey_counts random_counts(uint64_t *seed, const shape *s, int n) {
  kp_survey_counts counts = {0, 0, 0};
  for (int i = 0; i < n; i++) {
    int code = random_code(seed, s);
    counts.promoters += code > 0;
    counts.passives += code == 0;
    counts.detractors += code < 0;
  }
  return counts;
}

bool report(const char *what, double share, double least, double most) {
  bool good = share >= least && share <= most;
  printf("  %-58s %5.1f %%%s\n", what, 100 * share, good ? "" : "  MISSED");
  return good;
}

int main(int argc, char **argv) {
  uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
  int tables = argc > 2 ? 1000 * atoi(argv[2]) : 2000;
  kp_survey_init();
  printf("seed %llu, %d tables for each line\n", (unsigned long long)seed, tables);
  int missed = simulate_units(seed, tables);
  missed += simulate_weights(seed, 2 * tables);
  missed += simulate_drivers(seed, tables / 4);
  printf("\n%d of the figures missed what they should be\n", missed);
  return EXIT_SUCCESS; /* it reports */
}
