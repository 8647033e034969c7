/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dirty input through every function, rules 1 to 6: what does not count changes nothing. The rules
 * are those numbered in survey.h. */
#include "functions_fixture.h"

#include <stdlib.h>
#include <string.h>

/* A formula with @ where the scores go; all on the scale 0 to 10, so that one dirt fits all. */
typedef struct formula {
  const char *text;
  bool decimals; /* grades: 6.5 is a valid answer */
} formula;

static const formula formulas[] = {
    {"NPS.SCORE(@)", false},
    {"NPS.IFS(@;@;'<>zzz')", false},
    {"NPS.SHARE(@;'promoter')", false},
    {"NPS.SHARE(@;'passive')", false},
    {"NPS.SHARE(@;'detractor')", false},
    {"NPS.N(@)", false},
    {"NPS.MARGIN(@)", false},
    {"NPS.MARGIN(@;0.9;100;'wald')", false},
    {"NPS.MARGIN(@;0.9;100;'score')", false},
    {"NPS.MARGIN(@;0.9;100;'t')", false},
    {"NPS.LOWER(@)", false},
    {"NPS.LOWER(@;;;'score')", false},
    {"NPS.UPPER(@)", false},
    {"NPS.UPPER(@;;;'t')", false},
    {"NPS.DELTA(@;{9|3|7|10})", false},
    {"NPS.DELTA({9|3|7|10};@)", false},
    {"NPS.DELTAMARGIN(@;{9|3|7|10})", false},
    {"NPS.DELTAMARGIN({9|3|7|10};@;0.8)", false},
    {"NPS.DELTALOWER(@;{9|3|7|10})", false},
    {"NPS.DELTALOWER({9|3|7|10};@)", false},
    {"NPS.DELTAUPPER(@;{9|3|7|10})", false},
    {"NPS.DELTAUPPER({9|3|7|10};@)", false},
    {"NPS.PVALUE(@;{9|3|7|10})", false},
    {"NPS.PVALUE({9|3|7|10};@)", false},
    {"NPS.VERDICT(@;{9|3|7|10};;;6)", false},
    {"NPS.VERDICT({10|10|10|10|10|10|10|10|10|10};@;0.6;;7)", false},
    {"CX.TOPBOX(@;3;0;10)", false},
    {"CX.TOPBOXLOWER(@;3;0;10)", false},
    {"CX.TOPBOXUPPER(@;3;0;10;0.9)", false},
    {"CX.TOPBOXDELTA(@;{9|3|7|10};3;0;10)", false},
    {"CX.TOPBOXDELTA({9|3|7|10};@;3;0;10;'relative')", false},
    {"CX.TOPBOXDELTALOWER(@;{9|3|7|10};3;0;10)", false},
    {"CX.TOPBOXDELTALOWER({9|3|7|10};@;3;0;10)", false},
    {"CX.TOPBOXDELTAUPPER(@;{9|3|7|10};3;0;10)", false},
    {"CX.TOPBOXDELTAUPPER({9|3|7|10};@;3;0;10)", false},
    {"CX.TOPBOXVERDICT(@;{9|3|7|10};3;0;10;;5)", false},
    {"CX.TOPBOXVERDICT({9|9|9|9|9|9|9|9|9|10};@;1;0;10;0.6;7)", false},
    {"CX.CSAT(@;0;10;2)", false},
    {"CX.CES(@;'high';0;10)", false},
    {"CX.CES(@;'low';0;10;'easy')", false},
    {"CX.CES(@;'high';0;10;'net')", false},
    {"CX.GRADE(@;0;10)", true},
    {"CX.GRADEMARGIN(@;0;10)", true},
    {"CX.GRADEDELTA(@;{9|3|7|10};0;10)", true},
    {"CX.GRADEDELTA({9|3|7|10};@;0;10)", true},
    {"CX.GRADEPVALUE(@;{9|3|7|10};;0;10)", true},
    {"CX.GRADEPVALUE({9|3|7|10};@;;0;10)", true},
    {"CX.GRADEVERDICT(@;{9|3|7|10};;;6;0;10)", true},
    {"CX.GRADEVERDICT({9|9|9|9|9|9|9|9|9|10};@;0.6;;7;0;10)", true},
};
enum { FORMULAS = sizeof formulas / sizeof *formulas };

/* The formula with its data in place. */
static char *with(const char *text, const char *data) {
  size_t room = strlen(text) + 1;
  for (const char *p = text; *p != '\0'; p++)
    room += *p == '@' ? strlen(data) : 0;
  char *whole = malloc(room);
  assert_non_null(whole);
  char *end = whole;
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '@')
      end = stpcpy(end, data);
    else
      *end++ = *p;
  }
  *end = '\0';
  return whole;
}

static void assert_equal_results(const char *why, const char *text, const char *data,
                                 const char *same_as) {
  char *one = with(text, data);
  char *other = with(text, same_as);
  fx_value actual = fx_evaluate(one);
  fx_value expected = fx_evaluate(other);
  if (expected.kind == FX_ERROR || !fx_same(&actual, &expected, 1e-12)) {
    print_error("%s\n  %s\n  is ", why, one);
    fx_print(&actual);
    print_error(", and of %s ", same_as);
    fx_print(&expected);
    print_error("\n");
    fail();
  }
  fx_free(&actual);
  fx_free(&expected);
  free(one);
  free(other);
}

/* Seven valid scores of every segment, with the dirt before, between and after them. */
static const char clean[] = "{9|0|8|10|7|5|3}";

static void changes_nothing(const char *rule, const char *dirt, bool grades_too) {
  static const char *const shapes[] = {
      "{@|9|0|8|10|7|5|3}",     "{9|0|8|@|10|7|5|3}",         "{9|0|8|10|7|5|3|@}",
      "{@,9,0,8,@,10,7,5,3,@}", "{9,0,8|@,10,@|@,@,7|5,3,@}",
  };
  for (size_t i = 0; i < FORMULAS; i++) {
    for (size_t s = 0; s < sizeof shapes / sizeof *shapes; s++) {
      if (formulas[i].decimals && !grades_too)
        continue;
      char *data = with(shapes[s], dirt);
      assert_equal_results(rule, formulas[i].text, data, clean);
      free(data);
    }
  }
}

static void rule_1_a_blank_is_ignored(void **state) {
  (void)state;
  changes_nothing("rule 1: a blank", "_", true);
}

static void rule_2_text_is_ignored_and_never_converted(void **state) {
  static const char *const texts[] = {
      "'8'", "'10 - very likely'", "'n.v.t.'", "' '", "'9'", "'TRUE'", "'1e1'", "'é'"};
  (void)state;
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    changes_nothing("rule 2: text", texts[i], true);
}

static void rule_3_what_is_outside_the_scale_is_ignored(void **state) {
  static const char *const numbers[] = {"-1",     "11",  "99",  "-0.5", "10.5",   "1e308",
                                        "-1e308", "nan", "inf", "-inf", "-5e-324"};
  (void)state;
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    changes_nothing("rule 3, 12: outside the scale", numbers[i], true);
}

static void rule_4_what_is_not_whole_is_ignored_but_by_grades(void **state) {
  static const char *const numbers[] = {"6.5", "8.5", "0.1", "9.9999999999999982", "5e-324"};
  static const fx_case grades[] = {
      {"rule 4: grades accept decimals", "CX.GRADE({6.5|8.5})", "7.5"},
      {"rule 4: grades accept decimals", "CX.GRADEMARGIN({6.5|8.5})", "12.706204736174698"},
      {"rule 4: grades accept decimals", "CX.GRADEDELTA({6.5|8.5};{7.25})", "-0.25"},
      {"rule 4: grades accept decimals", "CX.GRADEDELTA({6.5|8.5};{7.25|8.75};;;1)", "0.5"},
      {"rule 4: grades accept decimals", "CX.GRADEPVALUE({6.5|8.5};{7.5|7.5})", "1"},
      {"rule 4: grades accept decimals", "CX.GRADEVERDICT({6.5|8.5};{7.5|7.5};;;2)",
       "'no demonstrable difference'"},
      {"rule 4: a computed value", "NPS.SEGMENTOF({8.999|9|6.999|7|6.5|0.1})",
       "{'Passive'|'Promoter'|'Detractor'|'Passive'|'Detractor'|'Detractor'}"},
  };
  (void)state;
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    changes_nothing("rule 4: not whole", numbers[i], false);
  FX_RUN(grades);
}

static void rule_5_a_truth_value_is_a_number_by_now(void **state) {
  static const fx_case cases[] = {
      {"rule 5: a TRUE cell arrives as 1, a detractor", "NPS.SCORE({10|1})", "0"},
      {"rule 5: and FALSE as 0", "NPS.SCORE({10|0|0})", "-33.333333333333336"},
      {"rule 5: for whoever can still see the type", "NPS.SCORE({10|TRUE|FALSE})", "100"},
      {"rule 5: a single one", "NPS.SCORE(TRUE)", "#DIV/0!"},
      {"rule 5: a single one", "NPS.N(TRUE)", "0"},
      {"rule 5: paired", "NPS.DELTA({10|TRUE};{5|10};1)", "-200"},
      {"rule 5: weights", "NPS.SCORE({10|1};{1|TRUE})", "100"},
      {"rule 5: a computed value", "NPS.SEGMENTOF(TRUE)", "#VALUE!"},
  };
  (void)state;
  changes_nothing("rule 5: a boolean", "TRUE", true);
  FX_RUN(cases);
}

static void minus_zero_is_zero(void **state) {
  (void)state;
  for (size_t i = 0; i < FORMULAS; i++)
    assert_equal_results("-0.0 is 0", formulas[i].text, "{9|-0.0|8|10|7|5|3}", clean);
}

static void the_shape_of_one_range_does_not_matter(void **state) {
  (void)state;
  for (size_t i = 0; i < FORMULAS; i++) {
    assert_equal_results("a row", formulas[i].text, "{9,0,8,10,7,5,3}", clean);
    assert_equal_results("rows and columns", formulas[i].text, "{9,0|8,10|7,5|3,_}", clean);
  }
}

/* A cell of its own and an array of one cell are the same. */
static void one_cell(void **state) {
  (void)state;
  for (size_t i = 0; i < FORMULAS; i++) {
    char *single = with(formulas[i].text, "9");
    char *array = with(formulas[i].text, "{9}");
    fx_value one = fx_evaluate(single);
    fx_value other = fx_evaluate(array);
    assert_true(fx_same(&one, &other, 0));
    fx_free(&one);
    fx_free(&other);
    free(single);
    free(array);
  }
}

/* Rule 7, and what is no range at all. */
static void rule_7_without_a_valid_score_there_is_no_answer(void **state) {
  static const char *const nothing[] = {"_", "{_|_}", "{'8'|'x'}", "{99|-1}", "'x'", "{|}", "11"};
  static const char *const impossible[] = {"{}", "{9,8|7}", "{9|8,7}", "{|1}", "{1|}"};
  (void)state;
  for (size_t i = 0; i < FORMULAS; i++) {
    bool verdict = strstr(formulas[i].text, "VERDICT") != NULL;
    bool count = strncmp(formulas[i].text, "NPS.N(", 6) == 0;
    for (size_t d = 0; d < sizeof nothing / sizeof *nothing; d++) {
      char *text = with(formulas[i].text, nothing[d]);
      fx_expect("rule 7: no valid score", text,
                verdict ? "'too few answers'"
                : count ? "0"
                        : "#DIV/0!",
                __FILE__, __LINE__);
      free(text);
    }
    for (size_t d = 0; d < sizeof impossible / sizeof *impossible; d++) {
      char *text = with(formulas[i].text, impossible[d]);
      fx_expect("no rectangle of cells", text, "#VALUE!", __FILE__, __LINE__);
      free(text);
    }
  }
}

/* Nothing hangs, traps or lets a NaN out, whatever the one score is. */
static void rule_12_extreme_scores(void **state) {
  static const char *const scores[] = {"nan",  "inf",  "-inf",  "1e308",      "-1e308",    "5e-324",
                                       "-0.0", "1e19", "-1e19", "2147483648", "4294967296"};
  (void)state;
  for (size_t i = 0; i < FORMULAS; i++) {
    for (size_t s = 0; s < sizeof scores / sizeof *scores; s++) {
      char *text = with(formulas[i].text, scores[s]);
      fx_value value = fx_evaluate(text);
      assert_true(value.kind != FX_NUMBER || isfinite(value.number));
      fx_free(&value);
      free(text);
    }
  }
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rule_1_a_blank_is_ignored),
      cmocka_unit_test(rule_2_text_is_ignored_and_never_converted),
      cmocka_unit_test(rule_3_what_is_outside_the_scale_is_ignored),
      cmocka_unit_test(rule_4_what_is_not_whole_is_ignored_but_by_grades),
      cmocka_unit_test(rule_5_a_truth_value_is_a_number_by_now),
      cmocka_unit_test(minus_zero_is_zero),
      cmocka_unit_test(the_shape_of_one_range_does_not_matter),
      cmocka_unit_test(one_cell),
      cmocka_unit_test(rule_7_without_a_valid_score_there_is_no_answer),
      cmocka_unit_test(rule_12_extreme_scores),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
