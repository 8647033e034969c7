/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options and required numbers through every function that has them: rule 8, keywords, languages,
 * what is left out. In the templates @ is the option under test. */
#include "functions_fixture.h"

#include <stdio.h>
#include <string.h>

#define FIVE "{9|0|8|10|7}"

/* Evaluates a template with each of a list of options. */
static void every(const char *why, const char *const *templates, size_t count,
                  const char *const *options, size_t option_count, const char *expected) {
  for (size_t t = 0; t < count; t++) {
    for (size_t o = 0; o < option_count; o++) {
      char formula[400];
      const char *at = strchr(templates[t], '@');
      assert_non_null(at);
      snprintf(formula, sizeof formula, "%.*s%s%s", (int)(at - templates[t]), templates[t],
               options[o], at + 1);
      fx_expect(why, formula, expected, __FILE__, __LINE__);
    }
  }
}
#define COUNT(array) (sizeof(array) / sizeof *(array))
#define EVERY(why, templates, options, expected)                                                   \
  every((why), (templates), COUNT(templates), (options), COUNT(options), (expected))

static const char *const not_numbers[] = {"'x'", "'0.9'", "_", "{'x'}", "{0.9|0.9}"};
static const char *const not_finite[] = {"nan", "inf", "-inf"};

static const char *const with_confidence[] = {
    "NPS.MARGIN(" FIVE ";@)",
    "NPS.MARGIN(" FIVE ";@;;;{1|1|2|1|1})",
    "NPS.LOWER(" FIVE ";@)",
    "NPS.UPPER(" FIVE ";@;;'score')",
    "NPS.UPPER(" FIVE ";@;;'wald')",
    "NPS.UPPER(" FIVE ";@;;'t')",
    "NPS.DELTAMARGIN(" FIVE ";" FIVE ";@)",
    "NPS.DELTALOWER(" FIVE ";" FIVE ";@)",
    "NPS.DELTAUPPER(" FIVE ";" FIVE ";@)",
    "NPS.DELTAMARGIN(" FIVE ";" FIVE ";@;1)",
    "NPS.DELTALOWER(" FIVE ";" FIVE ";@;1)",
    "NPS.VERDICT(" FIVE ";" FIVE ";@)",
    "NPS.VERDICT(" FIVE ";" FIVE ";@;1)",
    "NPS.VERDICT(_;_;@)",
    "NPS.SAMPLESIZE(5;@)",
    "NPS.SAMPLESIZEDELTA(5;@)",
    "NPS.TABLE({9|8};{'a'|'b'};@)",
    "NPS.DELTATABLE({9|8};{'a'|'b'};{1|2};;;@)",
    "CX.TOPBOXLOWER({1|2|5};2;;;@)",
    "CX.TOPBOXUPPER({1|2|5};2;;;@)",
    "CX.TOPBOXDELTALOWER({1|2|5};{3|4|5};2;;;@)",
    "CX.TOPBOXDELTAUPPER({1|2|5};{3|4|5};2;;;@)",
    "CX.TOPBOXVERDICT({1|2|5};{3|4|5};2;;;@)",
    "CX.GRADEMARGIN({1|2|5};;;@)",
    "CX.GRADEVERDICT({1|2|5};{3|4|5};@)",
    "CX.GRADEVERDICT({1|2|5};{3|4|5};@;1)",
};

static void rule_8_confidence(void **state) {
  static const char *const impossible[] = {"0.5", "1", "0.05", "0", "-0.0", "-0.95", "95", "1e308"};
  static const char *const possible[] = {"0.5000001", "0.8", "0.999999"};
  (void)state;
  EVERY("rule 8: confidence", with_confidence, impossible, "#NUM!");
  EVERY("rule 8, 12: confidence", with_confidence, not_finite, "#NUM!");
  EVERY("an option of the wrong kind", with_confidence, not_numbers, "#VALUE!");
  for (size_t i = 0; i < COUNT(with_confidence); i++) {
    for (size_t p = 0; p < COUNT(possible); p++) {
      char formula[400];
      const char *at = strchr(with_confidence[i], '@');
      snprintf(formula, sizeof formula, "%.*s%s%s", (int)(at - with_confidence[i]),
               with_confidence[i], possible[p], at + 1);
      fx_value value = fx_evaluate(formula);
      if (value.kind == FX_ERROR)
        fail_msg("%s is an error", formula);
      fx_free(&value);
    }
  }
}

static void rule_8_power_and_variance(void **state) {
  static const char *const power[] = {"NPS.SAMPLESIZEDELTA(5;;@)"};
  static const char *const variance[] = {"NPS.SAMPLESIZE(5;;@)", "NPS.SAMPLESIZEDELTA(5;;;@)",
                                         "NPS.SAMPLESIZEDELTA(5;;;;@)"};
  static const char *const no_power[] = {"0", "1", "-0.2", "1.5", "80", "1e308"};
  static const char *const no_variance[] = {"-0.01", "1.0000001", "1e308"};
  (void)state;
  EVERY("rule 8: power", power, no_power, "#NUM!");
  EVERY("rule 8: power", power, not_finite, "#NUM!");
  EVERY("power", power, not_numbers, "#VALUE!");
  EVERY("variance", variance, no_variance, "#NUM!");
  EVERY("variance", variance, not_finite, "#NUM!");
  EVERY("variance", variance, not_numbers, "#VALUE!");
}

static void rule_8_population(void **state) {
  static const char *const templates[] = {"NPS.MARGIN(" FIVE ";;@)",
                                          "NPS.MARGIN(" FIVE ";;@;'wald')",
                                          "NPS.LOWER(" FIVE ";;@)",
                                          "NPS.LOWER(" FIVE ";;@;'score')",
                                          "NPS.UPPER(" FIVE ";;@;'t')",
                                          "NPS.MARGIN(" FIVE ";;@;;{1|1|2|1|1})",
                                          "NPS.LOWER(" FIVE ";;@;'wald';{1|1|2|1|1})"};
  static const char *const sample[] = {"NPS.SAMPLESIZE(5;;;@)"};
  static const char *const impossible[] = {"4", "5.5", "0", "-5", "-1e308"};
  static const char *const no_sample[] = {"0", "0.5", "7.5", "-10"};
  static const fx_case whole[] = {
      {"n = M: no margin", "NPS.MARGIN(" FIVE ";;5)", "0"},
      {"n = M: no margin", "NPS.MARGIN(" FIVE ";;5;'t')", "0"},
      {"n = M: the score itself", "NPS.LOWER(" FIVE ";;5)", "20"},
      {"n = M: the score itself", "NPS.UPPER(" FIVE ";;5;'score')", "20"},
      {"M = 1", "NPS.MARGIN({9};;1)", "0"},
      {"M = 1", "NPS.LOWER({9};;1)", "100"},
      {"M = 1: one customer is no t-test", "NPS.LOWER({9};;1;'t')", "#DIV/0!"},
      {"weighted rows used are n", "NPS.MARGIN({9|0|8};;2;;{1|1|0})", "0"},
      {"weighted rows used are n", "NPS.MARGIN({9|0|8};;2;;{1|1|1})", "#NUM!"},
      {"a sample is at most the population", "NPS.SAMPLESIZE(0.001;;;200)", "200"},
      {"a sample of one", "NPS.SAMPLESIZE(1000;;;200)", "1"},
      {"a sample of one", "NPS.SAMPLESIZE(5;;0)", "1"},
      {"a population beyond counting", "NPS.SAMPLESIZE(10;;;1e308)", "382"},
  };
  (void)state;
  EVERY("rule 8: population", templates, impossible, "#NUM!");
  EVERY("rule 8: population", templates, not_finite, "#NUM!");
  EVERY("population", templates, not_numbers, "#VALUE!");
  EVERY("rule 8: population", sample, no_sample, "#NUM!");
  EVERY("rule 8: population", sample, not_finite, "#NUM!");
  FX_RUN(whole);
}

static void rule_8_scale(void **state) {
  /* Both ends, as "min;max". */
  static const char *const templates[] = {
      "CX.TOPBOX({1|2|5};1;@)",
      "CX.TOPBOXLOWER({1|2|5};1;@)",
      "CX.TOPBOXUPPER({1|2|5};1;@)",
      "CX.TOPBOXDELTA({1|2|5};{3|4|5};1;@)",
      "CX.TOPBOXDELTALOWER({1|2|5};{3|4|5};1;@)",
      "CX.TOPBOXDELTAUPPER({1|2|5};{3|4|5};1;@)",
      "CX.TOPBOXVERDICT({1|2|5};{3|4|5};1;@)",
      "CX.CSAT({1|2|5};@)",
      "CX.CES({1|2|5};'high';@)",
      "CX.GRADE({1|2|5};@)",
      "CX.GRADEMARGIN({1|2|5};@)",
      "CX.GRADEDELTA({1|2|5};{3|4|5};@)",
      "CX.GRADEDELTA({1|2|5};{3|4|5};@;1)",
      "CX.GRADEPVALUE({1|2|5};{3|4|5};;@)",
      "CX.GRADEPVALUE({1|2|5};{3|4|5};1;@)",
      "CX.GRADEVERDICT({1|2|5};{3|4|5};;;;@)",
      "CX.GRADEVERDICT({1|2|5};{3|4|5};;1;;@)",
      "CX.DRIVERS({1|2|5|4};{1,3|2,2|5,1|4,4};;;;@)",
  };
  static const char *const impossible[] = {"5;5", "6;5", "5;1", "0;0", "1;0", "nan;5", "1;inf"};
  static const char *const not_whole[] = {"1.5;5", "1;5.5"};
  static const char *const whole_only[] = {"CX.TOPBOX({1|2|5};1;@)", "CX.CSAT({1|2|5};@)",
                                           "CX.CES({1|2|5};'high';@)"};
  static const char *const lone[] = {"CX.TOPBOX({1|2|5};1;@)", "CX.CSAT({1|2|5};@)",
                                     "CX.GRADE({1|2|5};@)", "CX.GRADE({1|2|5};;@)",
                                     "CX.CES({1|2|5};'high';@)"};
  static const fx_case cases[] = {
      {"an end left out is the default", "CX.GRADE({0|0.5|1|10};0)", "2.875"},
      {"an end left out is the default", "CX.GRADE({0|0.5|1|10|11};;11)", "7.333333333333333"},
      {"an end left out is the default", "CX.TOPBOX({0|5};1;0)", "0.5"},
      {"the defaults are 1 and 5", "CX.TOPBOX({0|1|5|6};1)", "0.5"},
      {"the defaults are 1, 5 and 2", "CX.CSAT({0|1|4|5|6})", "0.6666666666666667"},
      {"the defaults are 1 and 7", "CX.CES({0|1|7|8};'high')", "4"},
      {"the defaults are 1 and 10", "CX.GRADE({0|1|10|11})", "5.5"},
      {"min 0 is 0", "CX.GRADE({0|10};0)", "5"},
      {"max 0 is 0", "CX.GRADE({-5|0};-10;0)", "-2.5"},
      {"min above the default max", "CX.GRADE({20|30};20)", "#NUM!"},
  };
  (void)state;
  EVERY("rule 8: min and max", templates, impossible, "#NUM!");
  EVERY("min and max", whole_only, not_whole, "#NUM!");
  EVERY("min and max", lone, not_numbers, "#VALUE!");
  FX_RUN(cases);
}

static void rule_8_boxes(void **state) {
  static const char *const templates[] = {
      "CX.TOPBOX({1|2|5};@)",
      "CX.TOPBOXLOWER({1|2|5};@)",
      "CX.TOPBOXUPPER({1|2|5};@)",
      "CX.TOPBOXDELTA({1|2|5};{3|4|5};@)",
      "CX.TOPBOXDELTALOWER({1|2|5};{3|4|5};@)",
      "CX.TOPBOXDELTAUPPER({1|2|5};{3|4|5};@)",
      "CX.TOPBOXVERDICT({1|2|5};{3|4|5};@)",
      "CX.CSAT({1|2|5};;;@)",
      "CX.TOPBOX(_;@)",
  };
  static const char *const impossible[] = {"0", "-1", "6", "0.5", "1.5", "1e308", "nan", "inf"};
  static const fx_case cases[] = {
      {"every box", "CX.TOPBOX({1|2|5};5)", "1"},
      {"one box", "CX.TOPBOX({1|2|5};1)", "0.3333333333333333"},
      {"boxes of another scale", "CX.TOPBOX({0|10|9|8};11;0;10)", "1"},
      {"boxes of another scale", "CX.TOPBOX({0|10|9|8};12;0;10)", "#NUM!"},
      {"one option left out, not the others", "CX.CSAT({4|5|6|7};;7)", "0.5"},
  };
  (void)state;
  EVERY("rule 8: boxes", templates, impossible, "#NUM!");
  FX_RUN(cases);
}

static void rule_8_counts(void **state) {
  static const fx_case cases[] = {
      {"counts", "NPS.FROMCOUNTS(10;5;5)", "25"},
      {"counts need not be whole", "NPS.FROMCOUNTS(0.5;0.25;0.25)", "25"},
      {"rule 7: nobody", "NPS.FROMCOUNTS(0;0;0)", "#DIV/0!"},
      {"rule 8: negative", "NPS.FROMCOUNTS(-1;5;5)", "#NUM!"},
      {"rule 8: negative", "NPS.FROMCOUNTS(1;-5;5)", "#NUM!"},
      {"rule 8: negative", "NPS.FROMCOUNTS(1;5;-1e-300)", "#NUM!"},
      {"rule 8: not finite", "NPS.FROMCOUNTS(inf;5;5)", "#NUM!"},
      {"rule 8: not finite", "NPS.FROMCOUNTS(1;nan;5)", "#NUM!"},
      {"rule 12: a sum that does not fit", "NPS.FROMCOUNTS(1e308;1e308;1e308)", "0"},
      {"rule 12: a sum that does not fit", "NPS.FROMCOUNTS(1.5e308;0;1e308)", "20"},
      {"rule 12: tiny", "NPS.FROMCOUNTS(5e-324;0;0)", "100"},
      {"rule 7: no answers", "CX.SHAREPVALUE(0;0;1;2)", "#DIV/0!"},
      {"rule 8: more than all", "CX.SHAREPVALUE(3;2;1;2)", "#NUM!"},
      {"rule 8: negative", "CX.SHAREPVALUE(-1;2;1;2)", "#NUM!"},
      {"rule 8: negative", "CX.SHAREPVALUE(1;2;1;-2)", "#NUM!"},
      {"rule 8: not finite", "CX.SHAREPVALUE(1;inf;1;2)", "#NUM!"},
      {"both all: no difference", "CX.SHAREPVALUE(2;2;5;5)", "1"},
      {"both none: no difference", "CX.SHAREPVALUE(0;2;0;5)", "1"},
      {"rule 8: no margin", "NPS.SAMPLESIZE(0)", "#NUM!"},
      {"rule 8: no margin", "NPS.SAMPLESIZE(-5)", "#NUM!"},
      {"rule 8: no margin", "NPS.SAMPLESIZE(nan)", "#NUM!"},
      {"rule 12: more than a double holds", "NPS.SAMPLESIZE(1e-200)", "#NUM!"},
      {"no difference to show", "NPS.SAMPLESIZEDELTA(0)", "#NUM!"},
      {"no difference to show", "NPS.SAMPLESIZEDELTA(inf)", "#NUM!"},
      {"progress", "CX.PROGRESS(63;75;82)", "1.5833333333333333"},
      {"progress back", "CX.PROGRESS(60;80;50)", "-0.5"},
      {"no goal", "CX.PROGRESS(60;60;70)", "#DIV/0!"},
      {"rule 12: progress", "CX.PROGRESS(-1e308;1e308;0)", "0.5"},
      {"rule 12: progress", "CX.PROGRESS(0;5e-324;1e308)", "#NUM!"},
      {"rule 12: progress", "CX.PROGRESS(nan;1;2)", "#NUM!"},
  };
  (void)state;
  FX_RUN(cases);
}

static void rule_8_minimum_n(void **state) {
  static const char *const templates[] = {
      "NPS.VERDICT(" FIVE ";" FIVE ";;;@)",         "NPS.VERDICT(" FIVE ";" FIVE ";;1;@)",
      "CX.TOPBOXVERDICT({1|2|5};{3|4|5};2;;;;@)",   "CX.GRADEVERDICT({1|2|5};{3|4|5};;;@)",
      "CX.GRADEVERDICT({1|2|5};{3|4|5};;1;@)",      "NPS.TABLE({9|8};{'a'|'b'};;@)",
      "NPS.DELTATABLE({9|8};{'a'|'b'};{1|2};;;;@)",
  };
  static const char *const impossible[] = {"-1", "-0.5", "-1e308", "nan", "inf"};
  static const fx_case cases[] = {
      {"the default is 10", "NPS.VERDICT({9|9|9|9|9|9|9|9|9};{0|0|0|0|0|0|0|0|0|0})",
       "'too few answers'"},
      {"the default is 10", "NPS.VERDICT({9|9|9|9|9|9|9|9|9|9};{0|0|0|0|0|0|0|0|0|0})", "'fall'"},
      {"n equal to the minimum will do", "NPS.VERDICT({0|0|0|0|0};{9|9|9|9|9};;;5)", "'rise'"},
      {"one side is enough to be too few", "NPS.VERDICT({0|0|0|0|0};{9|9|9|9};;;5)",
       "'too few answers'"},
      {"0 is 0", "NPS.VERDICT({0|0|0|0|0};{9|9|9|9};;;0)", "'rise'"},
      {"0 is 0, and of nothing there is no verdict", "NPS.VERDICT({_};{_};;;0)", "#DIV/0!"},
      {"complete pairs count", "NPS.VERDICT({9|9|0};{9|_|9};;1;2)", "'no demonstrable difference'"},
      {"complete pairs count", "NPS.VERDICT({9|9|0};{9|_|9};;1;3)", "'too few answers'"},
      {"one pair is no t-test", "NPS.VERDICT({9};{0};;1;1)", "#DIV/0!"},
      {"shares", "CX.TOPBOXVERDICT({1|1|1|1|1};{5|5|5|5|5};2;;;;5)", "'rise'"},
      {"shares", "CX.TOPBOXVERDICT({1|1|1|1|1};{5|5|5|5|5};2;;;;6)", "'too few answers'"},
      {"grades", "CX.GRADEVERDICT({8|8.1|7.9};{2|2.1|1.9};;;3)", "'fall'"},
      {"grades, two deltas both alike", "CX.GRADEVERDICT({8|8};{9|9};;1;2)", "'rise'"},
      {"grades, one is no t-test", "CX.GRADEVERDICT({8};{9|9};;;1)", "#DIV/0!"},
      {"grades, the default is 10", "CX.GRADEVERDICT({8|8};{9|9})", "'too few answers'"},
  };
  (void)state;
  EVERY("rule 8: minimum n", templates, impossible, "#NUM!");
  EVERY("minimum n", templates, not_numbers, "#VALUE!");
  FX_RUN(cases);
}

/* A name for $B$2:$B$2 is a range of one cell: where one value belongs it is that value. */
static void a_range_of_one_cell_is_a_value(void **state) {
  (void)state;
  fx_expect("an option", "NPS.SAMPLESIZE(10;{0.95};{1};{200})", "132", __FILE__, __LINE__);
  fx_expect("a word", "NPS.SEGMENTOF(9;{'nl'})", "'Promotor'", __FILE__, __LINE__);
  fx_expect("a criterion", "NPS.IFS({9|10|3};{1|1|2};{1})", "100", __FILE__, __LINE__);
}

static void what_is_left_out_is_the_default(void **state) {
  static const char *const pairs[][2] = {
      {"NPS.MARGIN(" FIVE ")", "NPS.MARGIN(" FIVE ";0.95;;'adjusted')"},
      {"NPS.DELTAMARGIN(" FIVE ";{9|3})", "NPS.DELTAMARGIN(" FIVE ";{9|3};0.95;0)"},
      {"NPS.SAMPLESIZE(5)", "NPS.SAMPLESIZE(5;0.95;1)"},
      {"NPS.SAMPLESIZEDELTA(20)", "NPS.SAMPLESIZEDELTA(20;0.95;0.8;1;1)"},
      {"NPS.TABLE(" FIVE ";{1|1|2|2|_})", "NPS.TABLE(" FIVE ";{1|1|2|2|_};0.95;1;'en')"},
      {"CX.TOPBOXLOWER({0|1|4|5|6};2)", "CX.TOPBOXLOWER({0|1|4|5|6};2;1;5;0.95)"},
      {"CX.TOPBOXDELTA({1|5};{4|5};2)", "CX.TOPBOXDELTA({1|5};{4|5};2;1;5;'points')"},
      {"CX.CSAT({0|1|3|4|5|6})", "CX.CSAT({0|1|3|4|5|6};1;5;2)"},
      {"CX.CES({0|1|3|7|8};'high')", "CX.CES({0|1|3|7|8};'high';1;7;'mean')"},
      {"CX.GRADEMARGIN({0|1|5|10|11})", "CX.GRADEMARGIN({0|1|5|10|11};1;10;0.95)"},
      {"CX.GRADEPVALUE({0|1|5};{10|9|11})", "CX.GRADEPVALUE({0|1|5};{10|9|11};0;1;10)"},
  };
  (void)state;
  for (size_t i = 0; i < COUNT(pairs); i++) {
    fx_value actual = fx_evaluate(pairs[i][0]);
    fx_value expected = fx_evaluate(pairs[i][1]);
    if (expected.kind == FX_ERROR || !fx_same(&actual, &expected, 0))
      fail_msg("%s is not %s", pairs[i][0], pairs[i][1]);
    fx_free(&actual);
    fx_free(&expected);
  }
  FX("NPS.SAMPLESIZE(10)", "382");
  FX("NPS.SAMPLESIZEDELTA(20)", "390");
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rule_8_confidence),
      cmocka_unit_test(rule_8_power_and_variance),
      cmocka_unit_test(rule_8_population),
      cmocka_unit_test(rule_8_scale),
      cmocka_unit_test(rule_8_boxes),
      cmocka_unit_test(rule_8_counts),
      cmocka_unit_test(what_is_left_out_is_the_default),
      cmocka_unit_test(rule_8_minimum_n),
      cmocka_unit_test(a_range_of_one_cell_is_a_value),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
