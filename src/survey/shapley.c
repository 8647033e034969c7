/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LMG, which is the Shapley value of R2 (Lindeman, Merenda and Gold 1980): the mean rise of R2 when
 * a driver is added, over all orders. Visits all 2^p subsets depth first; each one adds a row to
 * the Cholesky factor of the subset before it, so no regression is ever solved from scratch. */
#include "internal.h"

typedef struct walk {
  size_t count;
  const double *rxx, *rxy;
  double *raw;
  double weight[KP_SURVEY_SHAPLEY_MAX]; /* of a subset of this size, one driver left aside */
  size_t member[KP_SURVEY_SHAPLEY_MAX];
  double factor[KP_SURVEY_SHAPLEY_MAX][KP_SURVEY_SHAPLEY_MAX];
  double solved[KP_SURVEY_SHAPLEY_MAX]; /* factor^-1 rxy; its squares sum to R2 */
  bool failed;
} walk;

/* A subset with R2 counts for every driver: for those in it as "after", for the others as "before".
 */
static void credit(walk *w, size_t size, double r_squared) {
  bool in[KP_SURVEY_SHAPLEY_MAX] = {false};
  for (size_t k = 0; k < size; k++) {
    in[w->member[k]] = true;
  }
  for (size_t i = 0; i < w->count; i++) {
    w->raw[i] += in[i] ? w->weight[size - 1] * r_squared : -w->weight[size] * r_squared;
  }
}

static void visit(walk *w, size_t size, size_t next, double r_squared) {
  for (size_t add = next; add < w->count && !w->failed; add++) {
    double *row = w->factor[size];
    double rest = 1.0;
    double solved = w->rxy[add];
    for (size_t k = 0; k < size; k++) {
      double x = w->rxx[add * w->count + w->member[k]];
      for (size_t j = 0; j < k; j++) {
        x -= row[j] * w->factor[k][j];
      }
      row[k] = x / w->factor[k][k];
      rest -= row[k] * row[k];
      solved -= row[k] * w->solved[k];
    }
    if (!(rest > 0.0)) {
      w->failed = true;
      return;
    }
    row[size] = sqrt(rest);
    w->solved[size] = solved / row[size];
    w->member[size] = add;
    double higher = r_squared + w->solved[size] * w->solved[size];
    credit(w, size + 1, higher);
    visit(w, size + 1, add + 1, higher);
  }
}

kp_survey_status kp_survey_shapley(size_t count, const double *rxx, const double *rxy,
                                   double *raw) {
  walk w = {.count = count, .rxx = rxx, .rxy = rxy, .raw = raw};
  /* s! (p - s - 1)! / p! for a subset of size s. */
  w.weight[0] = 1.0 / (double)count;
  for (size_t s = 1; s < count; s++) {
    w.weight[s] = w.weight[s - 1] * (double)s / (double)(count - s);
  }
  for (size_t i = 0; i < count; i++) {
    raw[i] = 0.0;
  }
  visit(&w, 0, 0, 0.0);
  return w.failed ? KP_SURVEY_COLLINEAR : KP_SURVEY_OK;
}
