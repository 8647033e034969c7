/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Raking against a slow reference that goes over the rows one by one, and by what weights must do.
 */
#include <stdlib.h>

#include "kernpunt/survey.h"
#include "survey_test.h"

enum { MOST_ROWS = 60, TIMES = 300 };

static const size_t nobody = KP_SURVEY_NO_CATEGORY;

/* Weights of 14 x North, 6 x South, 4 x East. */
static void one_margin_is_share_by_share(void **state) {
  (void)state;
  size_t category[24];
  double weight[24];
  double people[3] = {400, 350, 250};
  for (size_t i = 0; i < 24; i++) {
    category[i] = i < 14 ? 0 : i < 20 ? 1 : 2;
  }
  kp_survey_margin margin = {category, people, 3};
  assert_int_equal(kp_survey_rake(&margin, 1, 24, KP_SURVEY_UNLIMITED, weight), KP_SURVEY_OK);
  for (size_t i = 0; i < 24; i++) {
    NEAR(weight[i], i < 14 ? 24 * 0.4 / 14 : i < 20 ? 24 * 0.35 / 6 : 24 * 0.25 / 4, 1e-12);
  }
}

static void rows_without_a_category_get_none(void **state) {
  (void)state;
  size_t category[5] = {0, nobody, 1, 1, 7};
  double weight[5];
  double people[2] = {1, 1};
  kp_survey_margin margin = {category, people, 2};
  assert_int_equal(kp_survey_rake(&margin, 1, 5, KP_SURVEY_UNLIMITED, weight), KP_SURVEY_OK);
  NEAR(weight[0], 1.5, 1e-12);
  NEAR(weight[2], 0.75, 1e-12);
  IS_NAN(weight[1]);
  IS_NAN(weight[4]);
}

static void a_category_of_size_zero_weighs_nothing(void **state) {
  (void)state;
  size_t category[4] = {0, 0, 1, 2};
  double weight[4];
  double people[3] = {3, 1, 0};
  kp_survey_margin margin = {category, people, 3};
  assert_int_equal(kp_survey_rake(&margin, 1, 4, KP_SURVEY_UNLIMITED, weight), KP_SURVEY_OK);
  SAME(weight[3], 0);
  NEAR(weight[0], 1.5, 1e-12);
  NEAR(weight[2], 1, 1e-12);
}

static void refusals(void **state) {
  (void)state;
  size_t category[3] = {0, 1, 1};
  size_t other[3] = {0, 1, 1};
  double weight[3];
  double people[3] = {1, 1, 1};
  double half[2] = {0.5, 0.5};
  double uneven[2] = {0.2, 0.8};
  double bad[2] = {1, -1};
  double none[2] = {0, 0};
  double huge[2] = {1e308, 1e308};
  const kp_survey_margin missing = {category, people, 3}; /* nobody of the third */
  const kp_survey_margin negative = {category, bad, 2};
  const kp_survey_margin empty = {category, none, 2};
  const kp_survey_margin overflow = {category, huge, 2};
  const kp_survey_margin fine = {category, half, 2};
  const kp_survey_margin both[2] = {{category, half, 2}, {other, uneven, 2}};
  const kp_survey_margin five[5] = {fine, fine, fine, fine, fine};
  assert_int_equal(kp_survey_rake(&missing, 1, 3, 9, weight), KP_SURVEY_NO_DATA);
  IS_NAN(weight[0]);
  assert_int_equal(kp_survey_rake(&negative, 1, 3, 9, weight), KP_SURVEY_PARAMETER);
  assert_int_equal(kp_survey_rake(&overflow, 1, 3, 9, weight), KP_SURVEY_PARAMETER);
  assert_int_equal(kp_survey_rake(&empty, 1, 3, 9, weight), KP_SURVEY_NO_WEIGHT);
  assert_int_equal(kp_survey_rake(&fine, 1, 3, 1, weight), KP_SURVEY_PARAMETER);
  assert_int_equal(kp_survey_rake(&fine, 1, 3, (double)NAN, weight), KP_SURVEY_PARAMETER);
  assert_int_equal(kp_survey_rake(&fine, 0, 3, 9, weight), KP_SURVEY_SHAPE);
  assert_int_equal(kp_survey_rake(five, 5, 3, 9, weight), KP_SURVEY_SHAPE);
  assert_int_equal(kp_survey_rake(&fine, 1, 0, 9, weight), KP_SURVEY_NO_DATA);
  /* The same split asked to be two different ones. */
  assert_int_equal(kp_survey_rake(both, 2, 3, 9, weight), KP_SURVEY_NO_CONVERGENCE);
  IS_NAN(weight[2]);
}

/* Nine of ten rows weigh nothing: the tenth cannot carry the mean below its largest weight. */
static void cutting_that_cannot_be_done(void **state) {
  (void)state;
  size_t category[10] = {0};
  double weight[10];
  double people[2] = {0, 1};
  kp_survey_margin margin = {category, people, 2};
  category[9] = 1;
  assert_int_equal(kp_survey_rake(&margin, 1, 10, 2, weight), KP_SURVEY_PARAMETER);
  assert_int_equal(kp_survey_rake(&margin, 1, 10, 10, weight), KP_SURVEY_OK);
  NEAR(weight[9], 10, 1e-12);
}

/* More possible cells than are numbered: every row is one of its own. */
static void many_categories(void **state) {
  (void)state;
  enum { ROWS = 1000 };
  static size_t one[ROWS];
  static size_t other[ROWS];
  static double people[ROWS];
  static double weight[ROWS];
  for (size_t i = 0; i < ROWS; i++) {
    one[i] = i;
    other[i] = ROWS - 1 - i;
    people[i] = 2;
  }
  kp_survey_margin margins[2] = {{one, people, ROWS}, {other, people, ROWS}};
  assert_int_equal(kp_survey_rake(margins, 2, ROWS, 9, weight), KP_SURVEY_OK);
  for (size_t i = 0; i < ROWS; i++) {
    NEAR(weight[i], 1, 1e-12);
  }
}

/* ---- Property: a slow reference, row by row ---- */

typedef struct survey {
  size_t rows, margins;
  size_t category[KP_SURVEY_MARGINS_MAX][MOST_ROWS];
  double people[KP_SURVEY_MARGINS_MAX][4];
  size_t categories[KP_SURVEY_MARGINS_MAX];
} survey;

static survey random_survey(uint64_t *seed) {
  survey s = {.rows = 8 + (size_t)random_below(seed, MOST_ROWS - 8),
              .margins = 1 + (size_t)random_below(seed, KP_SURVEY_MARGINS_MAX)};
  for (size_t m = 0; m < s.margins; m++) {
    s.categories[m] = 2 + (size_t)random_below(seed, 3);
    for (size_t c = 0; c < s.categories[m]; c++) {
      s.people[m][c] = random_below(seed, 20) == 0 ? 0 : 1 + random_below(seed, 900);
    }
    for (size_t i = 0; i < s.rows; i++) {
      s.category[m][i] =
          random_below(seed, 15) == 0 ? nobody : (size_t)random_below(seed, (int)s.categories[m]);
    }
  }
  return s;
}

/* Weights, -1 for rows that do not count. False when the reference would divide by 0 or not end. */
static bool slow(const survey *s, double *weight) {
  double n = 0;
  for (size_t i = 0; i < s->rows; i++) {
    weight[i] = 1;
    for (size_t m = 0; m < s->margins; m++) {
      weight[i] = s->category[m][i] == nobody ? -1 : weight[i];
    }
    n += weight[i] > 0;
  }
  for (int round = 0; round < 2000; round++) {
    double most = 0;
    for (size_t m = 0; m < s->margins; m++) {
      double people = 0;
      for (size_t c = 0; c < s->categories[m]; c++) {
        people += s->people[m][c];
      }
      for (size_t c = 0; c < s->categories[m]; c++) {
        double sum = 0;
        for (size_t i = 0; i < s->rows; i++) {
          sum += weight[i] > 0 && s->category[m][i] == c ? weight[i] : 0;
        }
        if (s->people[m][c] > 0 && sum <= 0) {
          return false;
        }
        double factor = s->people[m][c] > 0 ? n * (s->people[m][c] / people) / sum : 0;
        most = s->people[m][c] > 0 ? fmax(most, fabs(factor - 1)) : most;
        for (size_t i = 0; i < s->rows; i++) {
          weight[i] *= weight[i] > 0 && s->category[m][i] == c ? factor : 1;
        }
      }
    }
    if (most < 1e-13) {
      return true;
    }
  }
  return false;
}

static double mean_of_cut(const survey *s, const double *weight, double lambda, double largest) {
  double n = 0;
  double sum = 0;
  for (size_t i = 0; i < s->rows; i++) {
    n += weight[i] >= 0;
    sum += weight[i] >= 0 ? fmin(largest, lambda * weight[i]) : 0;
  }
  return sum / n;
}

/* lambda by halving: the mean of what is cut rises with it. */
static double lambda_of(const survey *s, const double *weight, double largest) {
  double low = 1;
  double high = 1e6;
  for (int i = 0; i < 200; i++) {
    double middle = (low + high) / 2;
    if (mean_of_cut(s, weight, middle, largest) < 1) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return (low + high) / 2;
}

static void as_the_slow_reference(void **state) {
  uint64_t seed = 71;
  int compared = 0;
  (void)state;
  for (int t = 0; t < TIMES; t++) {
    survey s = random_survey(&seed);
    double slowly[MOST_ROWS];
    double weight[MOST_ROWS];
    kp_survey_margin margins[KP_SURVEY_MARGINS_MAX];
    for (size_t m = 0; m < s.margins; m++) {
      margins[m] = (kp_survey_margin){s.category[m], s.people[m], s.categories[m]};
    }
    kp_survey_status status =
        kp_survey_rake(margins, s.margins, s.rows, KP_SURVEY_UNLIMITED, weight);
    if (!slow(&s, slowly) || status != KP_SURVEY_OK) {
      continue; /* the refusals have tests of their own */
    }
    compared++;
    double largest = 1.05 + 2 * random_unit(&seed);
    double cut[MOST_ROWS];
    for (size_t i = 0; i < s.rows; i++) {
      NEAR(weight[i], slowly[i] < 0 ? (double)NAN : slowly[i], 1e-9);
    }
    if (mean_of_cut(&s, slowly, 1e6, largest) < 1.000001) {
      continue;
    }
    assert_int_equal(kp_survey_rake(margins, s.margins, s.rows, largest, cut), KP_SURVEY_OK);
    double lambda = lambda_of(&s, slowly, largest);
    for (size_t i = 0; i < s.rows; i++) {
      NEAR(cut[i], slowly[i] < 0 ? (double)NAN : fmin(largest, lambda * slowly[i]), 1e-8);
    }
  }
  assert_true(compared > TIMES / 3);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_margin_is_share_by_share),
      cmocka_unit_test(rows_without_a_category_get_none),
      cmocka_unit_test(a_category_of_size_zero_weighs_nothing),
      cmocka_unit_test(refusals),
      cmocka_unit_test(cutting_that_cannot_be_done),
      cmocka_unit_test(many_categories),
      cmocka_unit_test(as_the_slow_reference),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
