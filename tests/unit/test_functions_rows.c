/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranges that belong together row by row, rules 9 and 10: pairs, weights, groups, criteria and
 * drivers. */
#include "functions_fixture.h"

#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* In the templates @ is a range beside one column of four cells. */
static const char *const beside_four[] = {
    "NPS.SCORE({9|0|8|10};@)",
    "NPS.SCORE(@;{1|2|1|2})",
    "NPS.MARGIN({9|0|8|10};;;;@)",
    "NPS.LOWER({9|0|8|10};;;'wald';@)",
    "NPS.UPPER({9|0|8|10};;;;@)",
    "NPS.DELTA({9|0|8|10};@;1)",
    "NPS.DELTA(@;{9|0|8|10};1)",
    "NPS.DELTAMARGIN({9|0|8|10};@;;1)",
    "NPS.DELTALOWER({9|0|8|10};@;;1)",
    "NPS.DELTAUPPER({9|0|8|10};@;;1)",
    "NPS.PVALUE({9|0|8|10};@;1)",
    "NPS.VERDICT({9|0|8|10};@;;1)",
    "NPS.IFS({9|0|8|10};@;1)",
    "NPS.IFS({9|0|8|10};{1|2|3|1};1;@;1)",
    "NPS.TABLE({9|0|8|10};@)",
    "NPS.DELTATABLE({9|0|8|10};@;{1|2|1|2})",
    "NPS.DELTATABLE({9|0|8|10};{1|2|1|2};@)",
    "CX.GRADEDELTA({9|1|8|10};@;;;1)",
    "CX.GRADEPVALUE({9|1|8|10};@;1)",
    "CX.GRADEVERDICT({9|1|8|10};@;;1)",
    "CX.DRIVERS(@;{1,3|2,2|5,1|4,4})",
    "CX.DRIVERS({9|1|8|10};@)",
    "CX.DRIVERS({9|1|8|10};{1,3|2,2|5,1|4,4};;@)",
    "CX.DRIVERWEIGHT(@;{1,3|2,2|5,1|4,4};1)",
    "CX.DRIVERWEIGHT({9|1|8|10};{1,3|2,2|5,1|4,4};1;;@)",
    "CX.DRIVERRATIO(@;{1,3|2,2|5,1|4,4};1;2)",
};

static void rule_9_ranges_of_unequal_shape(void **state) {
  static const char *const others[] = {
      "{1|2|3}",                   /* too short */
      "{1|2|3|4|5}",               /* too long */
      "{1,2,3,4}",                 /* a row beside a column */
      "{1,2|3,4}",                 /* as many cells */
      "{1|2,3|4|5}",               /* ragged */
      "{1|2|3,4}",                 /* as many cells, ragged */
      "{}",          "{|||}", "9", /* no cells, rows without cells, one cell */
      "'x'",         "_",
  };
  (void)state;
  for (size_t t = 0; t < COUNT(beside_four); t++) {
    for (size_t o = 0; o < COUNT(others); o++) {
      char formula[400];
      const char *at = strchr(beside_four[t], '@');
      snprintf(formula, sizeof formula, "%.*s%s%s", (int)(at - beside_four[t]), beside_four[t],
               others[o], at + 1);
      fx_expect("rule 9: unequal shape", formula, "#VALUE!", __FILE__, __LINE__);
    }
  }
}

static void ranges_of_one_shape_need_not_be_columns(void **state) {
  static const fx_case cases[] = {
      {"rows", "NPS.SCORE({9,0,8,10};{1,3,1,1})", "-16.666666666666668"},
      {"rows and columns", "NPS.SCORE({9,0|8,10};{1,3|1,1})", "-16.666666666666668"},
      {"rows", "NPS.DELTA({9,0,8,10};{0,0,0,9};1)", "-75"},
      {"one cell beside an array of one", "NPS.SCORE(9;{2})", "100"},
      {"one cell beside an array of one", "NPS.SCORE({9};2)", "100"},
      {"one cell", "NPS.DELTA(9;0;1)", "-200"},
      {"one cell", "NPS.IFS(9;'a';'A')", "100"},
      {"rows without cells", "NPS.SCORE({|};{|})", "#DIV/0!"},
      {"rows without cells", "NPS.DELTA({|};{|};1)", "#DIV/0!"},
      {"rows without cells", "NPS.TABLE({|};{|})", "#DIV/0!"},
      {"rows without cells", "NPS.DELTATABLE({|};{|};{|})", "#N/A"},
      {"rows without cells", "CX.DRIVERS({|};{|})", "#VALUE!"},
      {"rows without cells", "CX.DRIVERS({9|8};{|};;;{|})", "#VALUE!"},
      {"unpaired, lengths may differ", "NPS.DELTA({9|0};{9|9|0};0)", "33.333333333333336"},
  };
  (void)state;
  FX_RUN(cases);
}

static void rule_9_incomplete_pairs_drop_out(void **state) {
  static const char *const partners[] = {"_",   "'8'",   "99",  "-1",   "6.5",
                                         "nan", "1e308", "inf", "TRUE", "' '"};
  static const char *const templates[] = {
      "NPS.DELTA(@;1)",          "NPS.DELTAMARGIN(@;0.9;1)", "NPS.DELTALOWER(@;;1)",
      "NPS.DELTAUPPER(@;;1)",    "NPS.PVALUE(@;1)",          "NPS.VERDICT(@;;1;4)",
      "CX.GRADEDELTA(@;0;10;1)", "CX.GRADEPVALUE(@;1;0;10)", "CX.GRADEVERDICT(@;;1;4;0;10)",
  };
  static const char complete[] = "{9|3|7|10};{10|8|7|9}";
  (void)state;
  for (size_t t = 0; t < COUNT(templates); t++) {
    for (size_t p = 0; p < COUNT(partners); p++) {
      char formula[400];
      char data[200];
      const char *at = strchr(templates[t], '@');
      int before = (int)(at - templates[t]);
      if (strncmp(templates[t], "CX", 2) == 0 && strcmp(partners[p], "6.5") == 0)
        continue; /* a valid grade */
      snprintf(formula, sizeof formula, "%.*s%s%s", before, templates[t], complete, at + 1);
      fx_value expected = fx_evaluate(formula);
      snprintf(data, sizeof data, "{9|0|3|7|%s|10|%s};{10|%s|8|7|1|9|%s}", partners[p], partners[p],
               partners[p], partners[p]);
      snprintf(formula, sizeof formula, "%.*s%s%s", before, templates[t], data, at + 1);
      fx_value actual = fx_evaluate(formula);
      if (expected.kind == FX_ERROR || !fx_same(&actual, &expected, 1e-12))
        fail_msg("rule 9: %s counts an incomplete pair", formula);
      fx_free(&actual);
      fx_free(&expected);
    }
  }
}

static void rule_7_too_few_pairs(void **state) {
  static const fx_case cases[] = {
      {"one pair has a difference", "NPS.DELTA({9};{0};1)", "-200"},
      {"one pair is no test", "NPS.DELTAMARGIN({9};{0};;1)", "#DIV/0!"},
      {"one pair is no test", "NPS.DELTALOWER({9};{0};;1)", "#DIV/0!"},
      {"one pair is no test", "NPS.DELTAUPPER({9};{0};;1)", "#DIV/0!"},
      {"one pair is no test", "NPS.PVALUE({9};{0};1)", "#DIV/0!"},
      {"no pair", "NPS.DELTA({9|_};{_|9};1)", "#DIV/0!"},
      {"no pair", "NPS.PVALUE({9|_};{_|9};1)", "#DIV/0!"},
      {"no pair: too few first", "NPS.VERDICT({9|_};{_|9};;1)", "'too few answers'"},
      {"one grade", "CX.GRADEDELTA({9};{8})", "-1"},
      {"one pair of grades", "CX.GRADEDELTA({9};{8};;;1)", "-1"},
      {"one pair of grades is no test", "CX.GRADEPVALUE({9};{8};1)", "#DIV/0!"},
      {"one grade is no test", "CX.GRADEPVALUE({9};{8|7|6})", "#DIV/0!"},
      {"one grade is no test", "CX.GRADEPVALUE({8|7|6};{9})", "#DIV/0!"},
      {"one grade has no margin", "CX.GRADEMARGIN({9})", "#DIV/0!"},
      {"one score and t", "NPS.MARGIN({9};;;'t')", "#DIV/0!"},
      {"one score and t", "NPS.LOWER({9};;;'t')", "#DIV/0!"},
      {"one score and not t", "NPS.LOWER({9};;;'wald')", "100"},
      {"no pair of grades", "CX.GRADEDELTA({9|_};{_|9};;;1)", "#DIV/0!"},
      {"zero variance: everyone the same", "NPS.PVALUE({9|3};{9|3};1)", "1"},
      {"zero variance: everyone moved", "NPS.PVALUE({7|7};{9|9};1)", "0"},
      {"zero variance: no margin", "NPS.DELTAMARGIN({7|7};{9|9};;1)", "0"},
      {"zero variance: the difference", "NPS.DELTALOWER({7|7};{9|9};;1)", "100"},
      {"zero variance of grades", "CX.GRADEPVALUE({7|8};{8|9};1)", "0"},
      {"zero variance of grades", "CX.GRADEPVALUE({7|8};{7|8};1)", "1"},
      {"zero variance of grades", "CX.GRADEPVALUE({7|7};{8|8})", "0"},
      {"zero variance of grades", "CX.GRADEPVALUE({7|7};{7|7})", "1"},
  };
  (void)state;
  FX_RUN(cases);
}

static void rule_10_weights(void **state) {
  static const char *const templates[] = {"NPS.SCORE({9|0|8|10};@)",
                                          "NPS.MARGIN({9|0|8|10};;;;@)",
                                          "NPS.LOWER({9|0|8|10};;;;@)",
                                          "NPS.UPPER({9|0|8|10};;;'wald';@)",
                                          "NPS.EFFECTIVEN({9|0|8|10};@)",
                                          "NPS.DELTA({9|0|8|10};{9|0};;@)",
                                          "NPS.DELTAMARGIN({9|0};{9|0|8|10};;;;@)",
                                          "NPS.DELTALOWER({9|0|8|10};{9|0};;;@;{1|2})",
                                          "NPS.DELTAUPPER({9|0|8|10};{9|0};;;@)",
                                          "NPS.PVALUE({9|0};{9|0|8|10};;{1|1};@)",
                                          "NPS.VERDICT({9|0|8|10};{9|0};;;0;'en';@)"};
  static const struct {
    const char *weights, *expected;
  } refused[] = {
      {"{1|2|-1|1}", "#NUM!"},   {"{1|-5e-324|1|1}", "#NUM!"}, {"{1|inf|1|1}", "#NUM!"},
      {"{1|-inf|1|1}", "#NUM!"}, {"{0|0|0|-1}", "#NUM!"},      {"{0|0|0|0}", "#DIV/0!"},
      {"{_|_|_|_}", "#DIV/0!"},  {"{'1'|_|0|'x'}", "#DIV/0!"},
  };
  static const fx_case cases[] = {
      {"weights", "NPS.SCORE({9|0|8|10};{1|2|1|1})", "0"},
      {"0 leaves the row out", "NPS.SCORE({9|0|8|10};{1|0|1|1})", "66.66666666666667"},
      {"-0 leaves the row out", "NPS.SCORE({9|0|8|10};{1|-0.0|1|1})", "66.66666666666667"},
      {"blank leaves the row out", "NPS.SCORE({9|0|8|10};{1|_|1|1})", "66.66666666666667"},
      {"text leaves the row out", "NPS.SCORE({9|0|8|10};{1|'2'|1|1})", "66.66666666666667"},
      {"nan leaves the row out", "NPS.SCORE({9|0|8|10};{1|nan|1|1})", "66.66666666666667"},
      {"a weight without a score", "NPS.SCORE({9|_|8|'x'};{1|5|1|7})", "50"},
      {"a bad weight without a score", "NPS.SCORE({9|_|8|'x'};{1|-5|1|7})", "#NUM!"},
      {"scaled", "NPS.SCORE({9|0|8|10};{1e308|2e307|1e308|1e308})", "56.25"},
      {"scaled", "NPS.SCORE({9|0|8|10};{5|1|5|5})", "56.25"},
      {"scaled", "NPS.SCORE({9|0|8|10};{5e-320|1e-320|5e-320|5e-320})", "56.25"},
      {"one outweighs all", "NPS.SCORE({9|0};{1e308|1e-308})", "100"},
      {"Wald by name: twice 100 points", "NPS.MARGIN({9|0};;;'WALD';{1|1})", "195.9963984540054"},
      {"Wald of one answer", "NPS.MARGIN({9|0};;;'wald';{1|0})", "#DIV/0!"},
      {"adjusted of one answer", "NPS.UPPER({9|0};;;;{1|0})", "100"},
      {"adjusted by name", "NPS.MARGIN({9|0};;;'adjusted';{1|1})", "73.33513720565179"},
      {"effective n", "NPS.EFFECTIVEN({9|0|8|'x'};{1|1|2|5})", "2.6666666666666665"},
      {"effective n of no weights", "NPS.EFFECTIVEN({9|0|8})", "#VALUE!"},
      {"another method", "NPS.LOWER({9|0};;;'score';{1|1})", "#VALUE!"},
      {"another method", "NPS.UPPER({9|0};;;'t';{1|1})", "#VALUE!"},
      {"a bound stays on the scale", "NPS.UPPER({9|0};;;'wald';{1|1})", "100"},
      {"a bound stays on the scale", "NPS.LOWER({9|0};;;'wald';{1|1})", "-100"},
      {"weights of another shape", "NPS.DELTA({9|0};{9|0};;{1|1|1})", "#VALUE!"},
      {"weights of another shape", "NPS.VERDICT({9|0};{9|0};;;;;;{1|1|1})", "#VALUE!"},
      {"weighted pairs", "NPS.DELTA({9|0};{9|0};1;{1|1};{1|1})", "#VALUE!"},
      {"weighted pairs", "NPS.PVALUE({9|0};{9|0};1;;{1|1})", "#VALUE!"},
      {"weighted pairs", "NPS.VERDICT({9|0};{9|0};;1;;;{1|1})", "#VALUE!"},
      {"a bad weight goes before too few", "NPS.VERDICT({9|0};{9|0};;;;'en';;{1|-1})", "#NUM!"},
      {"weight 0 is no answer", "NPS.VERDICT({9|0};{9|0};;;;'en';{0|0})", "'too few answers'"},
  };
  (void)state;
  for (size_t t = 0; t < COUNT(templates); t++) {
    for (size_t w = 0; w < COUNT(refused); w++) {
      char formula[200];
      const char *at = strchr(templates[t], '@');
      snprintf(formula, sizeof formula, "%.*s%s%s", (int)(at - templates[t]), templates[t],
               refused[w].weights, at + 1);
      fx_expect("rule 10: weights", formula, refused[w].expected, __FILE__, __LINE__);
    }
  }
  FX_RUN(cases);
}

/* Scaling all weights changes nothing, from the smallest to the largest that a double holds. */
static void rule_10_the_scale_of_the_weights_does_not_matter(void **state) {
  static const char *const templates[] = {
      "NPS.SCORE({9|0|8|10|3};@)",
      "NPS.MARGIN({9|0|8|10|3};;;;@)",
      "NPS.LOWER({9|0|8|10|3};;9;;@)",
      "CX.DRIVERWEIGHT({9|1|8|10|4};{1,3|2,2|5,1|4,4|3,9};1;;@)",
      "CX.DRIVERWEIGHT({9|1|8|10|4};{1,3|2,2|5,1|4,4|3,9};2;'shapley';@)",
      "CX.DRIVERS({9|1|8|10|4};{1,3|2,2|5,1|4,4|3,9};;@)",
  };
  (void)state;
  for (size_t t = 0; t < COUNT(templates); t++) {
    fx_value expected = {.kind = FX_VOID};
    for (int exponent = -300; exponent <= 300; exponent += 50) {
      char formula[400];
      const char *at = strchr(templates[t], '@');
      snprintf(formula, sizeof formula, "%.*s{2e%d|1e%d|3e%d|1e%d|2e%d}%s",
               (int)(at - templates[t]), templates[t], exponent, exponent, exponent, exponent,
               exponent, at + 1);
      fx_value actual = fx_evaluate(formula);
      if (expected.kind == FX_VOID)
        expected = fx_copy(&actual);
      if (actual.kind == FX_ERROR || !fx_same(&actual, &expected, 1e-9))
        fail_msg("rule 10: %s", formula);
      fx_free(&actual);
    }
    fx_free(&expected);
  }
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rule_9_ranges_of_unequal_shape),
      cmocka_unit_test(ranges_of_one_shape_need_not_be_columns),
      cmocka_unit_test(rule_9_incomplete_pairs_drop_out),
      cmocka_unit_test(rule_7_too_few_pairs),
      cmocka_unit_test(rule_10_weights),
      cmocka_unit_test(rule_10_the_scale_of_the_weights_does_not_matter),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
