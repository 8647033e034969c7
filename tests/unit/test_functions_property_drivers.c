/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CX.DRIVERS on random dirty data against least squares by elimination, relative weights by an
 * iterated matrix root (Denman and Beavers 1976) and Shapley's by all orders. */
#include "functions_reference.h"

enum { MOST = 4, SIDE = MOST + 1 };

typedef struct matrix {
  int n;
  double at[SIDE][SIDE];
} matrix;

/* By elimination with the largest pivot; false when singular. */
static bool invert(const matrix *a, matrix *out) {
  matrix left = *a;
  *out = (matrix){.n = a->n};
  for (int i = 0; i < a->n; i++)
    out->at[i][i] = 1;
  for (int i = 0; i < a->n; i++) {
    int pivot = i;
    for (int r = i; r < a->n; r++)
      if (fabs(left.at[r][i]) > fabs(left.at[pivot][i]))
        pivot = r;
    if (fabs(left.at[pivot][i]) < 1e-9)
      return false;
    for (int c = 0; c < a->n; c++) {
      double kept = left.at[i][c];
      left.at[i][c] = left.at[pivot][c];
      left.at[pivot][c] = kept;
      kept = out->at[i][c];
      out->at[i][c] = out->at[pivot][c];
      out->at[pivot][c] = kept;
    }
    double scale = left.at[i][i];
    for (int c = 0; c < a->n; c++) {
      left.at[i][c] /= scale;
      out->at[i][c] /= scale;
    }
    for (int r = 0; r < a->n; r++) {
      double factor = left.at[r][i];
      for (int c = 0; r != i && c < a->n; c++) {
        left.at[r][c] -= factor * left.at[i][c];
        out->at[r][c] -= factor * out->at[i][c];
      }
    }
  }
  return true;
}

/* Complete rows, and what is known of each driver by itself. */
typedef struct study {
  int p, n;
  double left_out;
  double x[100][MOST], y[100], w[100];
  double driver_n[MOST], driver_w[MOST], driver_sum[MOST];
} study;

static double mean_of(const study *s, int column) {
  double sum = 0;
  double weight = 0;
  for (int i = 0; i < s->n; i++) {
    sum += s->w[i] * (column < s->p ? s->x[i][column] : s->y[i]);
    weight += s->w[i];
  }
  return sum / weight;
}

/* Correlations of all columns, the outcome last. */
static matrix correlations(const study *s) {
  matrix r = {.n = s->p + 1};
  double cross[SIDE][SIDE] = {{0}};
  for (int i = 0; i < s->n; i++)
    for (int a = 0; a <= s->p; a++)
      for (int b = 0; b <= s->p; b++)
        cross[a][b] += s->w[i] * ((a < s->p ? s->x[i][a] : s->y[i]) - mean_of(s, a)) *
                       ((b < s->p ? s->x[i][b] : s->y[i]) - mean_of(s, b));
  for (int a = 0; a <= s->p; a++)
    for (int b = 0; b <= s->p; b++)
      r.at[a][b] = cross[a][b] / sqrt(cross[a][a] * cross[b][b]);
  return r;
}

/* R2 of the drivers whose bits are set. */
static double r_squared(const matrix *r, int p, unsigned set) {
  int index[MOST];
  matrix part = {0};
  matrix inverse;
  double sum = 0;
  for (int i = 0; i < p; i++)
    if ((set >> i & 1) != 0)
      index[part.n++] = i;
  for (int a = 0; a < part.n; a++)
    for (int b = 0; b < part.n; b++)
      part.at[a][b] = r->at[index[a]][index[b]];
  if (part.n == 0 || !invert(&part, &inverse))
    return 0;
  for (int a = 0; a < part.n; a++)
    for (int b = 0; b < part.n; b++)
      sum += r->at[index[a]][p] * inverse.at[a][b] * r->at[index[b]][p];
  return sum;
}

/* The rise of R2 when a driver enters, over all orders of the others. */
static double over_orders(const matrix *r, int p, int driver, unsigned before, double *orders) {
  double sum = r_squared(r, p, before | 1U << driver) - r_squared(r, p, before);
  double rest = 1; /* orders of those that come later */
  int others = 0;
  for (int i = 0; i < p; i++)
    others += i != driver && (before >> i & 1) == 0;
  for (int i = 2; i <= others; i++)
    rest *= i;
  sum *= rest;
  *orders += rest;
  for (int i = 0; i < p; i++)
    if (i != driver && (before >> i & 1) == 0)
      sum += over_orders(r, p, driver, before | 1U << i, orders);
  return sum;
}

static double shapley(const matrix *r, int p, int driver) {
  double orders = 0;
  double sum = over_orders(r, p, driver, 0, &orders);
  return sum / orders;
}

/* The symmetric root of the drivers' correlations. */
static matrix root_of(const matrix *r, int p) {
  matrix y = *r;
  matrix z = {.n = p};
  y.n = p;
  for (int i = 0; i < p; i++)
    z.at[i][i] = 1;
  for (int step = 0; step < 60; step++) {
    matrix inverse_y;
    matrix inverse_z;
    assert_true(invert(&y, &inverse_y) && invert(&z, &inverse_z));
    for (int a = 0; a < p; a++) {
      for (int b = 0; b < p; b++) {
        y.at[a][b] = (y.at[a][b] + inverse_z.at[a][b]) / 2;
        z.at[a][b] = (z.at[a][b] + inverse_y.at[a][b]) / 2;
      }
    }
  }
  return y;
}

static double relative_weight(const matrix *r, int p, int driver) {
  matrix root = root_of(r, p);
  matrix inverse;
  double sum = 0;
  assert_true(invert(&root, &inverse));
  for (int k = 0; k < p; k++) {
    double beta = 0;
    for (int i = 0; i < p; i++)
      beta += inverse.at[k][i] * r->at[i][p];
    sum += root.at[driver][k] * root.at[driver][k] * beta * beta;
  }
  return sum;
}

static double spread(const study *s, int column) {
  double sum = 0;
  for (int i = 0; i < s->n; i++) {
    double d = (column < s->p ? s->x[i][column] : s->y[i]) - mean_of(s, column);
    sum += s->w[i] * d * d;
  }
  return sqrt(sum);
}

/* ---------------------------------------------------------------------------------------- data */

static bool usable(const fx_value *cell, double min, double max) {
  return cell->kind == FX_NUMBER && isfinite(cell->number) && cell->number >= min &&
         cell->number <= max;
}

static bool is_blank(const fx_value *cell) {
  return cell->kind == FX_TEXT && cell->text[0] == '\0';
}

static void read_row(study *s, const fx_value *y, const fx_value *x, const fx_value *w, double min,
                     double max) {
  double weight = w == NULL ? 1 : w->kind == FX_NUMBER ? w->number : 0;
  bool complete = usable(y, min - 1, max) && weight > 0; /* the outcome may be 0 */
  bool blank = is_blank(y);
  for (int i = 0; i < s->p; i++) {
    bool good = usable(&x[i], min, max);
    complete = complete && good;
    blank = blank && is_blank(&x[i]);
    if (good && weight > 0) {
      s->driver_n[i]++;
      s->driver_w[i] += weight;
      s->driver_sum[i] += weight * x[i].number;
    }
  }
  if (!complete) {
    s->left_out += !blank;
    return;
  }
  for (int i = 0; i < s->p; i++)
    s->x[s->n][i] = x[i].number;
  s->y[s->n] = y->number;
  s->w[s->n++] = weight;
}

static fx_value grade(uint64_t *seed, double around, int dirt) {
  if (chance(seed, dirt))
    return random_dirt(seed);
  double x = around + 2 * random_unit(seed) + 2 * random_unit(seed) - 2;
  x = fmax(1, fmin(10, chance(seed, 50) ? round(x) : x));
  return fx_number(x);
}

/* Outcome, drivers and weights, clean or dirty. */
static void random_study(uint64_t *seed, fx_value data[3], int p, size_t rows) {
  int dirt = chance(seed, 40) ? 0 : 8;
  double pull[MOST];
  for (int i = 0; i < p; i++)
    pull[i] = random_unit(seed) - 0.2;
  data[0] = fx_array(rows, 1);
  data[1] = fx_array(rows, (size_t)p);
  data[2] = fx_array(rows, 1);
  for (size_t row = 0; row < rows; row++) {
    double common = 4 + 4 * random_unit(seed);
    double outcome = 5;
    if (chance(seed, 5)) {
      put(&data[2], row, 0, fx_number(1));
      continue; /* a blank row */
    }
    for (int i = 0; i < p; i++) {
      fx_value x = grade(seed, common, dirt);
      outcome += x.kind == FX_NUMBER && fabs(x.number) < 20 ? pull[i] * (x.number - 6) : 0;
      put(&data[1], row, (size_t)i, x);
    }
    put(&data[0], row, 0, grade(seed, outcome, dirt));
    put(&data[2], row, 0, chance(seed, dirt) ? fx_text("x") : fx_number(1 + random_below(seed, 4)));
  }
}

static void compare(const fx_value *result, const study *s, bool by_shapley) {
  matrix r = correlations(s);
  matrix part = r;
  matrix inverse;
  double all = r_squared(&r, s->p, (1U << s->p) - 1);
  double vif = 0;
  part.n = s->p;
  assert_true(invert(&part, &inverse));
  assert_int_equal(result->kind, FX_ARRAY);
  for (int i = 0; i < s->p; i++) {
    size_t row = 1 + (size_t)i;
    double beta = 0;
    double raw = by_shapley ? shapley(&r, s->p, i) : relative_weight(&r, s->p, i);
    for (int k = 0; k < s->p; k++)
      beta += inverse.at[i][k] * r.at[k][s->p];
    vif = fmax(vif, inverse.at[i][i]);
    SAME(fx_at(result, row, 1)->number, s->driver_n[i]);
    NEAR(fx_at(result, row, 2)->number, r.at[i][s->p], 1e-9);
    NEAR(fx_at(result, row, 3)->number, beta * spread(s, s->p) / spread(s, i), 1e-9);
    NEAR(fx_at(result, row, 4)->number, raw / all, 1e-8);
    NEAR(fx_at(result, row, 5)->number, s->driver_sum[i] / s->driver_w[i], 1e-9);
  }
  NEAR(fx_at(result, 1 + (size_t)s->p, 1)->number, all, 1e-9);
  SAME(fx_at(result, 2 + (size_t)s->p, 1)->number, s->n);
  SAME(fx_at(result, 3 + (size_t)s->p, 1)->number, s->left_out);
  NEAR(fx_at(result, 4 + (size_t)s->p, 1)->number, vif, 1e-9);
}

/* The ratio of the first two, if both are positive and clear by the t-test; true when they are. */
static bool compare_ratio(const fx_value data[3], const study *s) {
  matrix r = correlations(s);
  matrix part = r;
  matrix inverse;
  double all = r_squared(&r, s->p, (1U << s->p) - 1);
  double b[2];
  bool clear = true;
  int df = s->n - s->p - 1;
  part.n = s->p;
  assert_true(invert(&part, &inverse));
  for (int i = 0; i < 2; i++) {
    double beta = 0;
    for (int k = 0; k < s->p; k++)
      beta += inverse.at[i][k] * r.at[k][s->p];
    double t = beta / sqrt((1 - all) * inverse.at[i][i] / df);
    clear = clear && beta > 0 && 1 - ref_t_within(t, df) < 0.05;
    b[i] = beta * spread(s, s->p) / spread(s, i);
  }
  EXPECT("CX.DRIVERRATIO", clear ? b[0] / b[1] : NAN, KP_CALC_NA, data[0], data[1], fx_number(1),
         fx_number(2));
  return clear;
}

static void random_studies(void **state) {
  enum { TIMES = 600 };
  uint64_t seed = 41;
  int ratios[2] = {0, 0}; /* refused, given */
  (void)state;
  for (int i = 0; i < TIMES; i++) {
    fx_value data[3];
    int p = 2 + random_below(&seed, MOST - 1);
    size_t rows = 25 + (size_t)random_below(&seed, 60);
    bool weighted = chance(&seed, 40);
    bool by_shapley = chance(&seed, 50);
    random_study(&seed, data, p, rows);
    study limited = {.p = p};
    study open = {.p = p};
    for (size_t row = 0; row < rows; row++) {
      const fx_value *w = weighted ? fx_at(&data[2], row, 0) : NULL;
      read_row(&limited, fx_at(&data[0], row, 0), fx_at(&data[1], row, 0), w, 1, 10);
      read_row(&open, fx_at(&data[0], row, 0), fx_at(&data[1], row, 0), NULL, -1e300, 1e300);
    }
    fx_value arguments[7] = {data[0],
                             data[1],
                             by_shapley ? ref_word("shapley") : LEFT_OUT,
                             weighted ? data[2] : LEFT_OUT,
                             LEFT_OUT,
                             fx_number(1),
                             fx_number(10)};
    if (limited.n > p + 5) {
      fx_value result = fx_call("CX.DRIVERS", arguments, 7);
      compare(&result, &limited, by_shapley);
      fx_free(&result);
    }
    if (open.left_out == 0 && open.n == limited.n && !weighted) {
      bool clear = compare_ratio(data, &open);
      ratios[clear]++;
    }
    for (size_t k = 0; k < 3; k++)
      fx_free(&data[k]);
  }
  assert_true(ratios[0] > 20 && ratios[1] > 20);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {cmocka_unit_test(random_studies)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
