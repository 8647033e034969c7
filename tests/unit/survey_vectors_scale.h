/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runners for the vectors about shares, grades, CES, progress, quantiles and drivers. */
#ifndef KERNPUNT_SURVEY_VECTORS_SCALE_H
#define KERNPUNT_SURVEY_VECTORS_SCALE_H

#include "survey_vectors.h"

static inline kp_survey_scale scale_of(const json_t *scores, double min, double max, bool whole,
                                       double boxes) {
  kp_survey_scale t;
  assert_int_equal(kp_survey_scale_start(&t, min, max, whole, boxes), KP_SURVEY_OK);
  for (size_t i = 0; i < json_array_size(scores); i++) {
    kp_survey_scale_add_number(&t, cell(scores, i));
  }
  return t;
}

static inline void run_topbox(vector *v) {
  kp_survey_scale t = scale_of(json_object_get(v->in, "scores"), input(v, "scale_min"),
                               input(v, "scale_max"), true, input(v, "boxes"));
  kp_survey_share share = kp_survey_top_share(&t);
  double confidence = input(v, "confidence");
  double value;
  double lower;
  double upper;
  assert_int_equal(kp_survey_share_value(&share, &value), KP_SURVEY_OK);
  want(v, "n", share.n);
  want(v, "count", share.count);
  want(v, "share", value);
  assert_int_equal(kp_survey_wilson(&share, confidence, &lower, &upper), KP_SURVEY_OK);
  want(v, "wilson_lower", lower);
  want(v, "wilson_upper", upper);
  assert_int_equal(kp_survey_agresti_coull(&share, confidence, &lower, &upper), KP_SURVEY_OK);
  want(v, "agresti_coull_lower", lower);
  want(v, "agresti_coull_upper", upper);
}

static inline void run_wilson(vector *v) {
  kp_survey_share share = {input(v, "count"), input(v, "n")};
  double lower;
  double upper;
  assert_int_equal(kp_survey_wilson(&share, input(v, "confidence"), &lower, &upper), KP_SURVEY_OK);
  want(v, "lower", lower);
  want(v, "upper", upper);
}

static inline kp_survey_share share_in(const json_t *object) {
  return (kp_survey_share){number(object, "count"), number(object, "n")};
}

static inline void run_share_delta(vector *v) {
  kp_survey_share earlier = share_in(json_object_get(v->in, "old"));
  kp_survey_share later = share_in(json_object_get(v->in, "new"));
  kp_survey_share_change d;
  assert_int_equal(kp_survey_share_delta(&earlier, &later, input(v, "confidence"), &d),
                   KP_SURVEY_OK);
  want(v, "p1", d.later);
  want(v, "p2", d.earlier);
  want(v, "delta", d.delta);
  want(v, "relative", d.relative);
  want(v, "z_pooled", d.z);
  want(v, "p_value", d.p);
  want(v, "wald_lower", d.wald_lower);
  want(v, "wald_upper", d.wald_upper);
  want(v, "newcombe_lower", d.newcombe_lower);
  want(v, "newcombe_upper", d.newcombe_upper);
}

static inline void run_mean_ci(vector *v) {
  kp_survey_scale t = scale_of(json_object_get(v->in, "scores"), 1, 10, false, 0);
  kp_survey_mean_interval m;
  assert_int_equal(kp_survey_mean_ci(&t.moments, input(v, "confidence"), &m), KP_SURVEY_OK);
  want(v, "n", m.n);
  want(v, "mean", m.mean);
  want(v, "sd", m.sd);
  want(v, "se", m.se);
  want(v, "moe", m.margin);
  want(v, "lower", m.lower);
  want(v, "upper", m.upper);
}

static inline void run_ces(vector *v) {
  const char *direction = json_string_value(json_object_get(v->in, "direction"));
  kp_survey_scale t = scale_of(json_object_get(v->in, "scores"), input(v, "scale_min"),
                               input(v, "scale_max"), true, 0);
  kp_survey_ces c;
  assert_string_equal(direction, "high_is_easy");
  assert_int_equal(kp_survey_ces_result(&t, KP_SURVEY_HIGH_IS_EASY, input(v, "confidence"), &c),
                   KP_SURVEY_OK);
  want(v, "mean", c.mean);
  want(v, "n", c.n);
  want(v, "lower", c.lower);
  want(v, "upper", c.upper);
  want(v, "easy_share", c.easy);
  want(v, "difficult_share", c.difficult);
  want(v, "net_easy", c.net);
}

static inline void run_goal_progress(vector *v) {
  kp_survey_progress p;
  kp_survey_status status =
      kp_survey_progress_of(input(v, "baseline"), input(v, "target"), input(v, "actual"), &p);
  assert_true(status == KP_SURVEY_OK || status == KP_SURVEY_UNDEFINED);
  want_word(v, "progress_error", status == KP_SURVEY_OK ? NULL : "no_goal");
  want(v, "change_points", p.change);
  want(v, "relative_change", p.relative);
  want(v, "progress", p.progress);
  want_true(v, "met", p.met);
}

static inline void run_normal_quantile(vector *v) {
  want(v, "z", kp_survey_normal_quantile(input(v, "p")));
}

static inline void run_t_quantile_two_sided(vector *v) {
  want(v, "t", kp_survey_t_critical(input(v, "confidence"), input(v, "df")));
}

/* Offers one column of the drivers under a name, times a factor. */
#define WANT_DRIVERS(v, key, result, field, factor)                                                \
  do {                                                                                             \
    double column[KP_SURVEY_DRIVERS_MAX];                                                          \
    for (size_t driver = 0; driver < (result)->count; driver++) {                                  \
      column[driver] = (factor) * (result)->driver[driver].field;                                  \
    }                                                                                              \
    want_array((v), (key), column, (result)->count);                                               \
  } while (0)

/* What each way of dividing R2 gives, by the names of the vectors. */
static inline void want_importance(vector *v, kp_survey_importance importance,
                                   const kp_survey_drivers_result *result, bool defined) {
  bool shapley = importance == KP_SURVEY_SHAPLEY;
  WANT_DRIVERS(v, shapley ? "lmg_raw" : "relative_weight_raw", result, raw, 1.0);
  if (defined) {
    WANT_DRIVERS(v, shapley ? "lmg_pct" : "relative_weight_pct", result, share, 100.0);
  }
  want(v, "r_squared", result->r_squared);
  WANT_DRIVERS(v, "beta", result, beta, 1.0);
  WANT_DRIVERS(v, "vif", result, vif, 1.0);
  WANT_DRIVERS(v, "r", result, r, 1.0);
}

static inline void run_drivers_from_correlations(vector *v) {
  const json_t *rows = json_object_get(v->in, "rxx");
  const json_t *with_outcome = json_object_get(v->in, "rxy");
  size_t count = json_array_size(with_outcome);
  double rxx[KP_SURVEY_DRIVERS_MAX * KP_SURVEY_DRIVERS_MAX];
  double rxy[KP_SURVEY_DRIVERS_MAX];
  for (size_t i = 0; i < count; i++) {
    rxy[i] = cell(with_outcome, i);
    for (size_t j = 0; j < count; j++) {
      rxx[i * count + j] = cell(json_array_get(rows, i), j);
    }
  }
  for (int method = KP_SURVEY_RELATIVE_WEIGHTS; method <= KP_SURVEY_SHAPLEY; method++) {
    kp_survey_drivers_result result;
    kp_survey_status status =
        kp_survey_drivers_from_correlations(count, rxx, rxy, (kp_survey_importance)method, &result);
    bool defined = status != KP_SURVEY_UNDEFINED;
    want_word(v, "relative_weight_pct_error", defined ? NULL : "undefined");
    if (defined && !want_status(v, status)) {
      continue;
    }
    want_importance(v, (kp_survey_importance)method, &result, defined);
  }
}

static inline const char *quadrant_word(kp_survey_quadrant quadrant) {
  static const char *const words[] = {"", "verbeteren", "uitbouwen", "bewaken", "onderhouden"};
  return words[quadrant];
}

/* Share of 9 and 10 of each driver, b divided by the smallest b, quadrants. */
static inline void want_matrix(vector *v, const kp_survey_drivers_result *result) {
  const json_t *columns = json_object_get(v->in, "drivers");
  const json_t *quadrants = array_of(v, "quadrant", result->count);
  double top[KP_SURVEY_DRIVERS_MAX];
  double multiplier[KP_SURVEY_DRIVERS_MAX];
  double smallest = (double)INFINITY;
  for (size_t i = 0; i < result->count; i++) {
    smallest = fmin(smallest, result->driver[i].b);
  }
  for (size_t i = 0; i < result->count; i++) {
    kp_survey_scale t = scale_of(json_array_get(columns, i), 1, 10, true, 2);
    kp_survey_share share = kp_survey_top_share(&t);
    assert_int_equal(kp_survey_share_value(&share, &top[i]), KP_SURVEY_OK);
    multiplier[i] = result->driver[i].b / smallest;
    if (quadrants != NULL) {
      assert_string_equal(json_string_value(json_array_get(quadrants, i)),
                          quadrant_word(result->driver[i].quadrant));
    }
  }
  want_array(v, "performance_top2box_1_10", top, result->count);
  want_array(v, "multiplier_b_vs_smallest", multiplier, result->count);
}

static inline void run_drivers(vector *v) {
  const json_t *outcome = json_object_get(v->in, "outcome");
  const json_t *columns = json_object_get(v->in, "drivers");
  size_t count = json_array_size(columns);
  for (int method = KP_SURVEY_RELATIVE_WEIGHTS; method <= KP_SURVEY_SHAPLEY; method++) {
    kp_survey_driver_options options = {(kp_survey_importance)method, KP_SURVEY_NO_LIMITS,
                                        KP_SURVEY_NO_LIMITS};
    kp_survey_drivers *d;
    kp_survey_drivers_result result;
    assert_int_equal(kp_survey_drivers_new(count, &options, &d), KP_SURVEY_OK);
    for (size_t row = 0; row < json_array_size(outcome); row++) {
      double values[KP_SURVEY_DRIVERS_MAX];
      for (size_t i = 0; i < count; i++) {
        values[i] = cell(json_array_get(columns, i), row);
      }
      kp_survey_drivers_add(d, cell(outcome, row), values, 1.0);
    }
    kp_survey_status status = kp_survey_drivers_solve(d, &result);
    kp_survey_drivers_free(d);
    if (status == KP_SURVEY_CONSTANT) { /* one culprit, counted from 1 */
      want(v, "driver", log2((double)result.culprits) + 1.0);
    }
    if (!want_status(v, status)) {
      continue;
    }
    want_importance(v, (kp_survey_importance)method, &result, true);
    want(v, "n", result.n);
    want(v, "excluded", result.left_out);
    want(v, "intercept", result.intercept);
    WANT_DRIVERS(v, "b_unstandardised", &result, b, 1.0);
    if (method == KP_SURVEY_RELATIVE_WEIGHTS) { /* priority and quadrant follow the method */
      WANT_DRIVERS(v, "performance_mean", &result, mean, 1.0);
      WANT_DRIVERS(v, "priority", &result, priority, 1.0);
      want_matrix(v, &result);
    }
  }
}

#endif
