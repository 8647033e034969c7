/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vectors of tests/fixtures/vectors.json through the functions. Each expected key must be
 * compared, or be listed here as one that no function gives. */
#include "functions_fixture.h"

#include <string.h>
#include <strings.h>

#include "survey_vectors.h"

/* For the statistics layer alone: no function gives these. */
static const char *const survey_only[] = {
    "nps_variance_se",           "wilson", "normal_quantile", "t_quantile_two_sided",
    "drivers_from_correlations",
};

/* Keys that no function gives, by function of the vector. */
static const struct {
  const char *function;
  const char *keys[12];
} unreached[] = {
    {"nps", {"invalid", "blank", "text", "boolean", "out_of_range", "non_integer"}}, /* NPS.CHECK */
    {"nps_from_counts", {"n"}},
    {"nps_ci",
     {"adjwald_center", "adjwald_lower", "adjwald_upper", "goodman_df2_lower", "goodman_df2_upper",
      "may_quesenberry_hurst_lower", "may_quesenberry_hurst_upper"}},
    {"nps_delta_independent",
     {"se_wald", "z_wald", "p_wald", "lower_wald", "upper_wald", "z_adj", "t_welch", "df_welch",
      "p_welch", "lower_welch", "upper_welch"}},
    {"nps_delta_paired", {"se", "t", "p_z", "lower_z", "upper_z"}},
    {"nps_sample_size", {"n_wald_exact", "n_wald", "n_adjwald_exact"}},
    {"nps_sample_size_delta", {"n_per_group_exact"}},
    {"nps_weighted",
     {"n", "n_eff", "var_unit", "se_kish", "moe_kish", "se_linearised", "se_linearised_sample"}},
    {"topbox", {"n", "agresti_coull_lower", "agresti_coull_upper"}},
    {"share_delta", {"z_pooled", "wald_lower", "wald_upper"}},
    {"mean_ci", {"n", "sd", "se"}},
    {"ces", {"n", "lower", "upper"}},
    {"drivers",
     {"beta", "relative_weight_raw", "lmg_raw", "intercept", "driver", "performance_top2box_1_10"}},
    {"goal_progress", {"change_points", "relative_change", "met"}},
};

/* A text as an argument, without a copy. */
static fx_value word(const char *text) {
  return (fx_value){.kind = FX_TEXT, .text = (char *)(uintptr_t)text};
}

static const fx_value LEFT_OUT = {.kind = FX_VOID};
#define NUMBER(name, ...)                                                                          \
  number_of((name), (const fx_value[]){__VA_ARGS__},                                               \
            sizeof((const fx_value[]){__VA_ARGS__}) / sizeof(fx_value))

static double number_of(const char *function, const fx_value *arguments, size_t count) {
  fx_value value = fx_call(function, arguments, count);
  if (value.kind != FX_NUMBER) {
    print_error("%s gives ", function);
    fx_print(&value);
    fail();
  }
  return value.number;
}

/* Which error of Calc stands for an error of the vectors. */
static kp_calc_error calc_error(const char *name) {
  static const struct {
    const char *name;
    kp_calc_error error;
  } errors[] = {{"no_valid_scores", KP_CALC_DIV0}, {"out_of_range", KP_CALC_NUM},
                {"bad_weight", KP_CALC_NUM},       {"no_variation", KP_CALC_DIV0},
                {"no_goal", KP_CALC_DIV0},         {"too_few_respondents", KP_CALC_DIV0}};
  for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
    if (strcmp(errors[i].name, name) == 0)
      return errors[i].error;
  fail_msg("the vectors have an error of their own: %s", name);
  return KP_CALC_OK;
}

/* True when the vector expects an error under this key; it is compared. */
static bool wants_error(vector *v, const char *key, const char *function, const fx_value *arguments,
                        size_t count) {
  const char *error = json_string_value(json_object_get(v->expected, key));
  offer(v, key);
  if (error == NULL)
    return false;
  fx_value value = fx_call(function, arguments, count);
  if (!fx_is_error(&value, calc_error(error)))
    fail_msg("%s: %s does not give the error", v->name, function);
  return true;
}

/* Cells as Calc hands them over. A TRUE would be the number 1 by now, so it is left away. */
static fx_value cells_of(const json_t *list) {
  fx_value cells = {.kind = FX_ARRAY};
  for (size_t i = 0; i < json_array_size(list); i++) {
    const json_t *item = json_array_get(list, i);
    fx_value row = {.kind = FX_ROW};
    if (json_is_boolean(item))
      continue;
    fx_append(&row, json_is_number(item)   ? fx_number(json_number_value(item))
                    : json_is_string(item) ? fx_text(json_string_value(item))
                                           : fx_text(""));
    fx_append(&cells, row);
  }
  if (cells.count == 0) { /* an empty range is one blank */
    fx_free(&cells);
    return fx_text("");
  }
  return cells;
}

static void repeat(fx_value *cells, double score, double count) {
  for (double i = 0; i < count; i++) {
    fx_value row = {.kind = FX_ROW};
    fx_append(&row, fx_number(score));
    fx_append(cells, row);
  }
}

static fx_value scores_in(const json_t *object) {
  if (json_object_get(object, "scores") != NULL)
    return cells_of(json_object_get(object, "scores"));
  fx_value cells = {.kind = FX_ARRAY};
  repeat(&cells, 9, number(object, "promoters"));
  repeat(&cells, 8, number(object, "passives"));
  repeat(&cells, 2, number(object, "detractors"));
  return cells;
}

static fx_value option(const vector *v, const char *key) {
  return has(v, key) ? fx_number(input(v, key)) : LEFT_OUT;
}

static double clamp(double points) {
  return fmax(-100, fmin(100, points));
}

/* ------------------------------------------------------------------------------- the functions */

/* Decimals are judged otherwise by NPS.SEGMENTOF; NPS.SEGMENT needs cells, hence an office. */
static void run_segment(vector *v) {
  double score = input(v, "score");
  offer(v, "segment");
  if (has(v, "min") || (score != floor(score) && score > 0 && score < 10)) {
    offer(v, "error");
    return;
  }
  fx_value arguments[1] = {fx_number(score)};
  if (wants_error(v, "error", "NPS.SEGMENTOF", arguments, 1))
    return;
  fx_value value = fx_call("NPS.SEGMENTOF", arguments, 1);
  const char *expected = json_string_value(json_object_get(v->expected, "segment"));
  assert_true(value.kind == FX_TEXT && strcasecmp(value.text, expected) == 0);
  fx_free(&value);
}

static void run_nps(vector *v) {
  fx_value scores = cells_of(json_object_get(v->in, "scores"));
  if (!wants_error(v, "error", "NPS.SCORE", &scores, 1)) {
    double n = NUMBER("NPS.N", scores);
    want(v, "nps", NUMBER("NPS.SCORE", scores));
    want(v, "n", n);
    want(v, "promoters", n * NUMBER("NPS.SHARE", scores, word("promoter")));
    want(v, "passives", n * NUMBER("NPS.SHARE", scores, word("passive")));
    want(v, "detractors", n * NUMBER("NPS.SHARE", scores, word("detractor")));
  }
  fx_free(&scores);
}

static void run_nps_from_counts(vector *v) {
  want(v, "nps",
       NUMBER("NPS.FROMCOUNTS", fx_number(input(v, "promoters")), fx_number(input(v, "passives")),
              fx_number(input(v, "detractors"))));
}

static void run_nps_ci(vector *v) {
  fx_value s = scores_in(v->in);
  fx_value c = fx_number(input(v, "confidence"));
  static const struct {
    const char *method, *lower, *upper;
  } methods[] = {{"wald", "wald_lower", "wald_upper"}, {"t", "t_lower", "t_upper"}};
  want(v, "nps", NUMBER("NPS.SCORE", s));
  want(v, "moe_wald", NUMBER("NPS.MARGIN", s, c, LEFT_OUT, word("wald")));
  want(v, "adjwald_halfwidth", NUMBER("NPS.MARGIN", s, c));
  want(v, "adjwald_halfwidth", NUMBER("NPS.MARGIN", s, c, LEFT_OUT, word("adjusted")));
  want(v, "adjwald_lower_clamped", NUMBER("NPS.LOWER", s, c));
  want(v, "adjwald_upper_clamped", NUMBER("NPS.UPPER", s, c));
  for (size_t i = 0; i < 2; i++) { /* the vectors have these bounds before clamping */
    fx_value method = word(methods[i].method);
    offer(v, methods[i].lower);
    offer(v, methods[i].upper);
    if (json_object_get(v->expected, methods[i].lower) == NULL)
      continue;
    NEAR(NUMBER("NPS.LOWER", s, c, LEFT_OUT, method), clamp(number(v->expected, methods[i].lower)),
         v->tolerance);
    NEAR(NUMBER("NPS.UPPER", s, c, LEFT_OUT, method), clamp(number(v->expected, methods[i].upper)),
         v->tolerance);
  }
  fx_free(&s);
}

static void run_nps_ci_score(vector *v) {
  fx_value s = scores_in(v->in);
  fx_value c = fx_number(input(v, "confidence"));
  double lower = NUMBER("NPS.LOWER", s, c, LEFT_OUT, word("score"));
  double upper = NUMBER("NPS.UPPER", s, c, LEFT_OUT, word("score"));
  want(v, "score_lower", lower);
  want(v, "score_upper", upper);
  NEAR(NUMBER("NPS.MARGIN", s, c, LEFT_OUT, word("score")), (upper - lower) / 2, 1e-9);
  fx_free(&s);
}

static void run_nps_margin(vector *v) {
  fx_value s = scores_in(v->in);
  fx_value c = fx_number(input(v, "confidence"));
  bool t = strcmp(v->name, "ci_t_matches_confidence_t") == 0;
  fx_value method = word(t ? "t" : "wald");
  double margin = NUMBER("NPS.MARGIN", s, c, option(v, "population"), method);
  want(v, "moe", margin);
  want(v, "moe_wald", margin);
  want(v, "fpc", margin / NUMBER("NPS.MARGIN", s, c, LEFT_OUT, method));
  fx_free(&s);
}

static void run_nps_delta_independent(vector *v) {
  fx_value a = scores_in(json_object_get(v->in, "old"));
  fx_value b = scores_in(json_object_get(v->in, "new"));
  fx_value c = fx_number(input(v, "confidence"));
  fx_value d = {.kind = FX_VOID};
  double lower = NUMBER("NPS.DELTALOWER", a, b, c);
  double upper = NUMBER("NPS.DELTAUPPER", a, b, c);
  double margin = NUMBER("NPS.DELTAMARGIN", a, b, c);
  want(v, "nps_old", NUMBER("NPS.SCORE", a));
  want(v, "nps_new", NUMBER("NPS.SCORE", b));
  want(v, "delta", NUMBER("NPS.DELTA", a, b));
  want(v, "delta_adj", (lower + upper) / 2);
  want(v, "lower_adj", lower);
  want(v, "upper_adj", upper);
  want(v, "p_adj", NUMBER("NPS.PVALUE", a, b));
  offer(v, "se_adj"); /* the margin is z times this */
  if (json_object_get(v->expected, "se_adj") != NULL)
    NEAR(margin,
         number(v->expected, "se_adj") * (c.number == 0.9 ? 1.6448536269514726 : 1.959963984540054),
         1e-8);
  NEAR(margin, (upper - lower) / 2, 1e-9);
  fx_value verdict = fx_call("NPS.VERDICT", (fx_value[]){a, b, c, d, fx_number(0)}, 5);
  assert_int_equal(verdict.kind, FX_TEXT);
  want_true(v, "significant_adj", strcmp(verdict.text, "no demonstrable difference") != 0);
  fx_free(&verdict);
  fx_free(&a);
  fx_free(&b);
}

static void run_nps_delta_paired(vector *v) {
  fx_value a = cells_of(json_object_get(v->in, "old"));
  fx_value b = cells_of(json_object_get(v->in, "new"));
  fx_value c = fx_number(input(v, "confidence"));
  fx_value paired = fx_number(1);
  double lower = NUMBER("NPS.DELTALOWER", a, b, c, paired);
  double upper = NUMBER("NPS.DELTAUPPER", a, b, c, paired);
  want(v, "n", NUMBER("NPS.N", a));
  want(v, "nps_old", NUMBER("NPS.SCORE", a));
  want(v, "nps_new", NUMBER("NPS.SCORE", b));
  want(v, "delta", NUMBER("NPS.DELTA", a, b, paired));
  want(v, "p_t", NUMBER("NPS.PVALUE", a, b, paired));
  want(v, "lower_t", lower);
  want(v, "upper_t", upper);
  NEAR(NUMBER("NPS.DELTAMARGIN", a, b, c, paired), (upper - lower) / 2, 1e-9);
  fx_free(&a);
  fx_free(&b);
}

static void run_nps_sample_size(vector *v) {
  want(v, "n_adjwald",
       NUMBER("NPS.SAMPLESIZE", fx_number(input(v, "margin")), option(v, "confidence"),
              option(v, "variance_unit"), option(v, "population")));
}

static void run_nps_sample_size_delta(vector *v) {
  want(v, "n_per_group",
       NUMBER("NPS.SAMPLESIZEDELTA", fx_number(input(v, "delta")), option(v, "confidence"),
              option(v, "power"), option(v, "variance_unit_1"), option(v, "variance_unit_2")));
}

static void run_nps_weighted(vector *v) {
  fx_value a[2] = {cells_of(json_object_get(v->in, "scores")),
                   cells_of(json_object_get(v->in, "weights"))};
  fx_value c = option(v, "confidence");
  if (!wants_error(v, "error", "NPS.SCORE", a, 2)) {
    double nps = NUMBER("NPS.SCORE", a[0], a[1]);
    fx_value wald = word("wald");
    double margin = NUMBER("NPS.MARGIN", a[0], c, LEFT_OUT, wald, a[1]);
    want(v, "nps", nps);
    offer(v, "se_linearised_sample"); /* the margin is z times this */
    double z = kp_survey_normal_critical(c.kind == FX_NUMBER ? c.number : 0.95);
    if (json_object_get(v->expected, "se_linearised_sample") != NULL)
      NEAR(margin, z * number(v->expected, "se_linearised_sample"), 1e-9);
    NEAR(NUMBER("NPS.LOWER", a[0], c, LEFT_OUT, wald, a[1]), clamp(nps - margin), 1e-9);
    NEAR(NUMBER("NPS.UPPER", a[0], c, LEFT_OUT, wald, a[1]), clamp(nps + margin), 1e-9);
  }
  fx_free(&a[0]);
  fx_free(&a[1]);
}

#include "functions_vectors_cx.h"

static const struct {
  const char *function;
  void (*run)(vector *v);
} runners[] = {
    {"segment", run_segment},
    {"nps", run_nps},
    {"nps_from_counts", run_nps_from_counts},
    {"nps_ci", run_nps_ci},
    {"nps_ci_score", run_nps_ci_score},
    {"nps_margin_t", run_nps_margin},
    {"nps_margin", run_nps_margin},
    {"nps_delta_independent", run_nps_delta_independent},
    {"nps_delta_paired", run_nps_delta_paired},
    {"nps_sample_size", run_nps_sample_size},
    {"nps_sample_size_delta", run_nps_sample_size_delta},
    {"nps_weighted", run_nps_weighted},
    {"topbox", run_topbox},
    {"share_delta", run_share_delta},
    {"mean_ci", run_mean_ci},
    {"ces", run_ces},
    {"drivers", run_drivers},
    {"goal_progress", run_goal_progress},
};
enum { RUNNERS = sizeof runners / sizeof *runners };

static bool listed(const char *const *list, size_t count, const char *name) {
  for (size_t i = 0; i < count && list[i] != NULL; i++)
    if (strcmp(list[i], name) == 0)
      return true;
  return false;
}

static void every_key_was_compared(const vector *v, const char *function) {
  const char *key = NULL;
  json_t *value = NULL;
  json_object_foreach(v->expected, key, value) {
    bool known = listed(v->offered, v->offers, key);
    for (size_t i = 0; i < sizeof unreached / sizeof *unreached; i++)
      known = known ||
              (strcmp(unreached[i].function, function) == 0 && listed(unreached[i].keys, 12, key));
    if (!known)
      fail_msg("%s: no function was asked for %s", v->name, key);
  }
}

static void every_vector(void **state) {
  (void)state;
  json_t *root = json_load_file(KP_FIXTURES "/vectors.json", 0, NULL);
  assert_non_null(root);
  const json_t *vectors = json_object_get(root, "vectors");
  size_t runs[RUNNERS] = {0};
  for (size_t i = 0; i < json_array_size(vectors); i++) {
    const json_t *entry = json_array_get(vectors, i);
    const char *function = json_string_value(json_object_get(entry, "function"));
    vector v = {.name = json_string_value(json_object_get(entry, "name")),
                .in = json_object_get(entry, "inputs"),
                .expected = json_object_get(entry, "expected"),
                .tolerance = number(entry, "tolerance")};
    size_t runner = 0;
    if (listed(survey_only, sizeof survey_only / sizeof *survey_only, function))
      continue;
    while (runner < RUNNERS && strcmp(runners[runner].function, function) != 0)
      runner++;
    if (runner == RUNNERS)
      fail_msg("%s: unknown function %s", v.name, function);
    runners[runner].run(&v);
    runs[runner]++;
    every_key_was_compared(&v, function);
  }
  for (size_t i = 0; i < RUNNERS; i++)
    if (runs[i] == 0)
      fail_msg("no vector of %s", runners[i].function);
  json_decref(root);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {cmocka_unit_test(every_vector)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
