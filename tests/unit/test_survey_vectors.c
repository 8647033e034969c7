/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs every vector of tests/fixtures/vectors.json. An unknown function fails, and so does an
 * expected key that nobody computes, unless it is listed here as not offered. */
#include "survey_vectors.h"
#include "survey_vectors_nps.h"
#include "survey_vectors_scale.h"

static const struct {
  const char *function;
  void (*run)(vector *v);
} runners[] = {
    {"segment", run_segment},
    {"nps", run_nps},
    {"nps_from_counts", run_nps_from_counts},
    {"nps_variance_se", run_nps_variance_se},
    {"nps_ci", run_nps_ci},
    {"nps_ci_score", run_nps_ci_score},
    {"nps_margin_t", run_nps_margin_t},
    {"nps_margin", run_nps_margin},
    {"nps_delta_independent", run_nps_delta_independent},
    {"nps_delta_paired", run_nps_delta_paired},
    {"nps_sample_size", run_nps_sample_size},
    {"nps_sample_size_delta", run_nps_sample_size_delta},
    {"nps_weighted", run_nps_weighted},
    {"topbox", run_topbox},
    {"wilson", run_wilson},
    {"share_delta", run_share_delta},
    {"mean_ci", run_mean_ci},
    {"ces", run_ces},
    {"drivers", run_drivers},
    {"drivers_from_correlations", run_drivers_from_correlations},
    {"goal_progress", run_goal_progress},
    {"normal_quantile", run_normal_quantile},
    {"t_quantile_two_sided", run_t_quantile_two_sided},
};

/* Too wide, or no better than what is offered. */
static const char *const not_offered[] = {
    "goodman_df2_lower",
    "goodman_df2_upper",
    "may_quesenberry_hurst_lower",
    "may_quesenberry_hurst_upper",
};

static bool is_not_offered(const char *key) {
  for (size_t i = 0; i < sizeof not_offered / sizeof not_offered[0]; i++) {
    if (strcmp(key, not_offered[i]) == 0) {
      return true;
    }
  }
  return false;
}

static bool was_offered(const vector *v, const char *key) {
  for (size_t i = 0; i < v->offers; i++) {
    if (strcmp(key, v->offered[i]) == 0) {
      return true;
    }
  }
  return false;
}

static void every_key_was_compared(const vector *v) {
  void *place = json_object_iter(v->expected);
  assert_non_null(place);
  while (place != NULL) {
    const char *key = json_object_iter_key(place);
    if (!is_not_offered(key) && !was_offered(v, key)) {
      print_error("%s: nobody computes %s\n", v->name, key);
      fail();
    }
    place = json_object_iter_next(v->expected, place);
  }
}

static void run(const json_t *entry) {
  vector v = {.name = json_string_value(json_object_get(entry, "name")),
              .in = json_object_get(entry, "inputs"),
              .expected = json_object_get(entry, "expected"),
              .tolerance = number(entry, "tolerance")};
  const char *function = json_string_value(json_object_get(entry, "function"));
  assert_non_null(v.name);
  assert_non_null(function);
  assert_true(json_is_object(v.in) && json_is_object(v.expected));
  for (size_t i = 0; i < sizeof runners / sizeof runners[0]; i++) {
    if (strcmp(function, runners[i].function) == 0) {
      runners[i].run(&v);
      every_key_was_compared(&v);
      return;
    }
  }
  print_error("%s: unknown function %s\n", v.name, function);
  fail();
}

static void every_vector(void **state) {
  (void)state;
  json_error_t error;
  json_t *root = json_load_file(KP_FIXTURES "/vectors.json", 0, &error);
  if (root == NULL) {
    print_error("%s:%d: %s\n", KP_FIXTURES "/vectors.json", error.line, error.text);
  }
  assert_non_null(root);
  const json_t *vectors = json_object_get(root, "vectors");
  size_t count = json_array_size(vectors);
  SAME((double)count, number(json_object_get(root, "meta"), "count"));
  assert_true(count >= 98);
  for (size_t i = 0; i < count; i++) {
    run(json_array_get(vectors, i));
  }
  json_decref(root);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {cmocka_unit_test(every_vector)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
