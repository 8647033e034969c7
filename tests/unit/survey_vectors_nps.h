/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runners for the vectors about the Net Promoter Score. */
#ifndef KERNPUNT_SURVEY_VECTORS_NPS_H
#define KERNPUNT_SURVEY_VECTORS_NPS_H

#include "survey_vectors.h"

static inline void run_segment(vector *v) {
  static const char *const words[] = {NULL, "detractor", "passive", "promoter"};
  double score = input(v, "score");
  kp_survey_segment segment;
  kp_survey_status status;
  if (has(v, "min")) {
    kp_survey_segments scale = {input(v, "min"), input(v, "max"), input(v, "detractor_max"),
                                input(v, "promoter_min")};
    status = kp_survey_segment_on_scale(score, &scale, &segment);
  } else {
    status = kp_survey_segment_of_score(score, &segment);
  }
  (void)want_status(v, status);
  want_word(v, "segment", words[segment]);
}

static inline kp_survey_tally tally_of(const json_t *scores) {
  kp_survey_tally t = {0};
  for (size_t i = 0; i < json_array_size(scores); i++) {
    const json_t *value = json_array_get(scores, i);
    if (json_is_number(value)) {
      kp_survey_tally_add_number(&t, json_number_value(value));
    } else if (json_is_boolean(value)) {
      kp_survey_tally_add_boolean(&t);
    } else if (json_is_null(value) || json_string_length(value) == 0) {
      kp_survey_tally_add_blank(&t);
    } else {
      kp_survey_tally_add_text(&t);
    }
  }
  return t;
}

static inline kp_survey_counts counts_in(const json_t *object) {
  return (kp_survey_counts){number(object, "promoters"), number(object, "passives"),
                            number(object, "detractors")};
}

static inline kp_survey_counts counts_input(const vector *v) {
  if (has(v, "scores")) {
    kp_survey_tally t = tally_of(json_object_get(v->in, "scores"));
    return kp_survey_counts_of(&t);
  }
  return counts_in(v->in);
}

static inline void run_nps(vector *v) {
  kp_survey_tally t = tally_of(json_object_get(v->in, "scores"));
  kp_survey_counts c = kp_survey_counts_of(&t);
  double nps;
  if (has(v, "policy")) {
    assert_string_equal(json_string_value(json_object_get(v->in, "policy")), "strict");
  }
  if (!want_status(v, kp_survey_nps(&c, &nps))) {
    return;
  }
  want(v, "promoters", (double)t.promoters);
  want(v, "passives", (double)t.passives);
  want(v, "detractors", (double)t.detractors);
  want(v, "n", (double)kp_survey_tally_valid(&t));
  want(v, "invalid", (double)kp_survey_tally_invalid(&t));
  want(v, "blank", (double)t.blank);
  want(v, "text", (double)t.text);
  want(v, "boolean", (double)t.boolean);
  want(v, "out_of_range", (double)t.out_of_range);
  want(v, "non_integer", (double)t.non_integer);
  want(v, "nps", nps);
}

static inline void run_nps_from_counts(vector *v) {
  kp_survey_counts c = counts_input(v);
  kp_survey_spread spread;
  assert_int_equal(kp_survey_nps_spread(&c, &spread), KP_SURVEY_OK);
  want(v, "nps", spread.nps);
  want(v, "n", spread.n);
}

static inline void run_nps_variance_se(vector *v) {
  kp_survey_counts c = counts_input(v);
  kp_survey_spread spread;
  assert_int_equal(kp_survey_nps_spread(&c, &spread), KP_SURVEY_OK);
  want(v, "variance_unit", spread.variance);
  want(v, "variance_points2", spread.variance_points);
  want(v, "sd_points", spread.sd);
  want(v, "se_population_points", spread.se);
  want(v, "variance_sample_unit", spread.variance_sample);
  want(v, "se_sample_points", spread.se_sample);
}

static inline kp_survey_interval interval_input(const vector *v, kp_survey_method method) {
  kp_survey_counts c = counts_input(v);
  kp_survey_interval interval;
  assert_int_equal(kp_survey_nps_interval(&c, method, input(v, "confidence"),
                                          input_or(v, "population", KP_SURVEY_UNLIMITED),
                                          &interval),
                   KP_SURVEY_OK);
  return interval;
}

static inline void run_nps_ci(vector *v) {
  kp_survey_interval wald = interval_input(v, KP_SURVEY_WALD);
  kp_survey_interval adjusted = interval_input(v, KP_SURVEY_ADJUSTED);
  kp_survey_interval t = interval_input(v, KP_SURVEY_T);
  want(v, "nps", wald.nps);
  want(v, "moe_wald", wald.margin);
  want(v, "wald_lower", wald.lower_wide);
  want(v, "wald_upper", wald.upper_wide);
  want(v, "adjwald_center", adjusted.centre);
  want(v, "adjwald_halfwidth", adjusted.margin);
  want(v, "adjwald_lower", adjusted.lower_wide);
  want(v, "adjwald_upper", adjusted.upper_wide);
  want(v, "adjwald_lower_clamped", adjusted.lower);
  want(v, "adjwald_upper_clamped", adjusted.upper);
  want(v, "t_lower", t.lower_wide);
  want(v, "t_upper", t.upper_wide);
}

static inline void run_nps_ci_score(vector *v) {
  kp_survey_interval score = interval_input(v, KP_SURVEY_SCORE);
  want(v, "score_lower", score.lower);
  want(v, "score_upper", score.upper);
}

static inline void run_nps_margin_t(vector *v) {
  want(v, "moe", interval_input(v, KP_SURVEY_T).margin);
}

static inline void run_nps_margin(vector *v) {
  kp_survey_interval wald = interval_input(v, KP_SURVEY_WALD);
  want(v, "moe", wald.margin);
  want(v, "moe_wald", wald.margin);
  want(v, "fpc", wald.correction);
}

static inline void run_nps_delta_independent(vector *v) {
  kp_survey_counts earlier = counts_in(json_object_get(v->in, "old"));
  kp_survey_counts later = counts_in(json_object_get(v->in, "new"));
  double confidence = input(v, "confidence");
  kp_survey_delta d;
  kp_survey_verdict verdict;
  assert_int_equal(kp_survey_nps_delta(&earlier, &later, confidence, &d), KP_SURVEY_OK);
  assert_int_equal(kp_survey_nps_verdict(&earlier, &later, confidence, 0, &verdict), KP_SURVEY_OK);
  want(v, "nps_old", d.earlier);
  want(v, "nps_new", d.later);
  want(v, "delta", d.delta);
  want(v, "se_wald", d.wald.se);
  want(v, "z_wald", d.wald.statistic);
  want(v, "p_wald", d.wald.p);
  want(v, "lower_wald", d.wald.lower);
  want(v, "upper_wald", d.wald.upper);
  want(v, "delta_adj", d.adjusted.delta);
  want(v, "se_adj", d.adjusted.se);
  want(v, "z_adj", d.adjusted.statistic);
  want(v, "p_adj", d.adjusted.p);
  want(v, "lower_adj", d.adjusted.lower);
  want(v, "upper_adj", d.adjusted.upper);
  want_true(v, "significant_adj", verdict != KP_SURVEY_NO_DIFFERENCE);
  want(v, "t_welch", d.welch.statistic);
  want(v, "df_welch", d.welch.df);
  want(v, "p_welch", d.welch.p);
  want(v, "lower_welch", d.welch.lower);
  want(v, "upper_welch", d.welch.upper);
}

static inline void run_nps_delta_paired(vector *v) {
  const json_t *earlier = json_object_get(v->in, "old");
  const json_t *later = json_object_get(v->in, "new");
  kp_survey_pairs pairs = {0};
  assert_int_equal(json_array_size(earlier), json_array_size(later));
  for (size_t i = 0; i < json_array_size(earlier); i++) {
    kp_survey_pairs_add(&pairs, cell(earlier, i), cell(later, i));
  }
  kp_survey_paired p;
  assert_int_equal(kp_survey_nps_paired(&pairs, input(v, "confidence"), &p), KP_SURVEY_OK);
  want(v, "nps_old", p.earlier);
  want(v, "nps_new", p.later);
  want(v, "n", p.n);
  want(v, "delta", p.delta);
  want(v, "se", p.t.se);
  want(v, "t", p.t.statistic);
  want(v, "p_t", p.t.p);
  want(v, "lower_t", p.t.lower);
  want(v, "upper_t", p.t.upper);
  want(v, "p_z", p.z.p);
  want(v, "lower_z", p.z.lower);
  want(v, "upper_z", p.z.upper);
}

static inline void run_nps_sample_size(vector *v) {
  kp_survey_sample s;
  assert_int_equal(kp_survey_sample_size(input(v, "margin"), input(v, "confidence"),
                                         input(v, "variance_unit"),
                                         input_or(v, "population", KP_SURVEY_UNLIMITED), &s),
                   KP_SURVEY_OK);
  want(v, "n_wald_exact", s.wald_exact);
  want(v, "n_wald", s.wald);
  want(v, "n_adjwald_exact", s.adjusted_exact);
  want(v, "n_adjwald", s.adjusted);
}

static inline void run_nps_sample_size_delta(vector *v) {
  double exact;
  double per_group;
  assert_int_equal(kp_survey_sample_size_delta(input(v, "delta"), input(v, "confidence"),
                                               input(v, "power"), input(v, "variance_unit_1"),
                                               input(v, "variance_unit_2"), &exact, &per_group),
                   KP_SURVEY_OK);
  want(v, "n_per_group_exact", exact);
  want(v, "n_per_group", per_group);
}

static inline void run_nps_weighted(vector *v) {
  const json_t *scores = json_object_get(v->in, "scores");
  const json_t *weights = json_object_get(v->in, "weights");
  kp_survey_weighted t = {0};
  for (size_t i = 0; i < json_array_size(scores); i++) {
    kp_survey_weighted_add(&t, cell(scores, i), cell(weights, i));
  }
  kp_survey_weighted_nps w;
  if (!want_status(v, kp_survey_weighted_result(&t, &w))) {
    return;
  }
  want(v, "nps", w.nps);
  want(v, "n", w.n);
  want(v, "n_eff", w.n_effective);
  want(v, "var_unit", w.variance);
  want(v, "se_kish", w.se);
  want(v, "moe_kish", kp_survey_normal_critical(input_or(v, "confidence", 0.95)) * w.se);
  want(v, "se_linearised", w.se_linearised);
  want(v, "se_linearised_sample", w.se_linearised_sample);
}

#endif
