/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NPS.IFS: what each criterion matches, the same in every locale. */
#include "functions_fixture.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* A criterion, the cells it matches and cells it does not, blank beside blank. */
typedef struct criterion {
  const char *text, *yes, *no;
} criterion;

static bool matches(const char *text, const char *cell) {
  char formula[400];
  snprintf(formula, sizeof formula, "NPS.IFS({10};{%s};%s)", cell, text);
  fx_value value = fx_evaluate(formula);
  bool yes = value.kind == FX_NUMBER;
  if (!yes && !fx_is_error(&value, KP_CALC_DIV0))
    fail_msg("%s is another error", formula);
  fx_free(&value);
  return yes;
}

static void run(const criterion *criteria, size_t count) {
  for (size_t i = 0; i < count; i++) {
    for (int wanted = 0; wanted < 2; wanted++) {
      char cells[400];
      char *rest = cells;
      snprintf(cells, sizeof cells, "%s", wanted ? criteria[i].yes : criteria[i].no);
      for (char *cell = strtok_r(cells, " ", &rest); cell != NULL;
           cell = strtok_r(NULL, " ", &rest)) {
        for (char *c = cell; *c != '\0'; c++)
          if (*c == '`') /* a blank inside a text */
            *c = ' ';
        if (matches(criteria[i].text, cell) != (wanted == 1))
          fail_msg("criterion %s %s %s", criteria[i].text, wanted ? "does not match" : "matches",
                   cell);
      }
    }
  }
}

static void whole_cells_without_regard_to_case(void **state) {
  static const criterion criteria[] = {
      {"'north'", "'north' 'NORTH' 'North'", "'northern' 'the`north' 'nort' '`north' _ 0 'north`'"},
      {"'=north'", "'north' 'NORTH'", "'=north' 'south' _ 1"},
      {"'NORTH'", "'north' 'North'", "'south'"},
      {"'<>north'", "'south' 'northern' _ 0 7 '<>north'", "'north' 'NORTH'"},
      {"'café'", "'CAFÉ' 'café' 'CafÉ'", "'cafe' 'caf'"},
      {"'ΑΘΗΝΑ'", "'αθηνα' 'Αθηνα'", "'αθηνά'"},
      {"'ЖУК'", "'жук' 'Жук'", "'жуки'"},
      {"'straße'", "'STRAßE' 'straße'", "'strasse' 'STRASSE'"},
      {"'ŠKODA'", "'škoda'", "'skoda'"},
      {"'==north'", "'=north'", "'north' '==north'"},
      {"'=>5'", "'>5'", "6 '=>5' 5"},
      {"'<<'", "''''", "'<' '<<' 1"},
      {"' '", "'`'", "_ '' '``'"},
      {"'true'", "'TRUE' 'True'", "1"},
  };
  (void)state;
  run(criteria, COUNT(criteria));
}

static void wildcards_always_and_regular_expressions_never(void **state) {
  static const criterion criteria[] = {
      {"'n*'", "'n' 'N' 'north' 'n*'", "'xn' _ 5"},
      {"'*th'", "'th' 'north' 'thth'", "'the' 'ht' _"},
      {"'*o*'", "'o' 'north' 'oo'", "'x' _ 0"},
      {"'?'", "'a' 'é' '?' '*' '1'", "'ab' _ 1"},
      {"'?"
       "?'",
       "'ab' '12'", "'a' 'abc' 12 _"},
      {"'n?rth'", "'north' 'n?rth' 'NxRTH'", "'nrth' 'noorth'"},
      {"'n*t?'", "'north' 'nt1' 'nttt'", "'nt' 'nort'"},
      {"'*'", "'x' '`' '*' 'a`b'", "_ 5 0"},
      {"'**'", "'x'", "_ 5"},
      {"'*?'", "'x' 'xy'", "_"},
      {"'?*?'", "'xy' 'xyz'", "'x' _"},
      {"'a*b*c'", "'abc' 'aXbYc' 'abcbc' 'abbc'", "'ab' 'acb' 'abcd'"},
      {"'*aab'", "'aab' 'aaab' 'aaaab' 'baabaab'", "'aaba' 'ab'"},
      {"'<>n*'", "'south' _ 5 'xn'", "'n' 'north' 'NORTH'"},
      {"'<>*'", "_ 5", "'x' '`'"},
      {"'=n*'", "'north' 'n'", "'=n' 'xn'"},
      {"'~*'", "'*'", "'x' '~*' '**' _"},
      {"'~?'", "'?'", "'x' '~?' _"},
      {"'~~'", "'~'", "'~~' 'x' _"},
      {"'~~*'", "'~' '~x'", "'x' 'x~' '*'"},
      {"'a~*b'", "'a*b' 'A*B'", "'axb' 'ab' 'a~*b'"},
      {"'*~**'", "'*' 'a*' 'a*b' '**'", "'ab' _"},
      {"'a~'", "'a~'", "'a' 'a~~'"},
      {"'~'", "'~'", "'' _ 'x'"},
      {"'*~'", "'~' 'x~'", "'x'"},
      {"'100~%'", "'100%'", "'100~%~'"},
      {"'^n'", "'^n'", "'n'"},
      {"'.*'", "'.*' '.x' '.'", "'x' 'abc'"},
      {"'[a-z]'", "'[a-z]'", "'a'"},
      {"'a|b'", "'a|b'", "'a' 'b'"},
      {"'n.rth'", "'n.rth'", "'north'"},
      {"'a+'", "'a+'", "'aa'"},
      {"'\\d'", "'\\d'", "'1' 1"},
      {"'(a)'", "'(a)'", "'a'"},
      {"'$'", "'$'", "_ 'x'"},
  };
  (void)state;
  run(criteria, COUNT(criteria));
}

static void numbers_match_numbers_only(void **state) {
  static const criterion criteria[] = {
      {"5", "5 5.0", "'5' 6 _ -5 '=5'"},
      {"'5'", "5", "'5' 6 _"},
      {"'=5'", "5", "'5' '=5' _"},
      {"'<>5'", "6 -5 0", "5 'x' '5' _"},
      {"'<5'", "4 -1e308 0 4.999", "5 6 'x' '4' _"},
      {"'<=5'", "5 4", "5.001 '5' _"},
      {"'>5'", "5.001 1e308", "5 4 'x' 'zzz' _"},
      {"'>=5'", "5 6", "4.999 'x' _"},
      {"'>=0'", "0 1 -0.0", "_ 'x' -1"},
      {"'=0'", "0 -0.0", "_ '0' 'x'"},
      {"0", "0 -0.0", "_ '0'"},
      {"-0.0", "0 -0.0", "_"},
      {"'<1'", "0 -1", "_ 'x'"},
      {"'1.5'", "1.5", "15 1 '1.5' '1,5'"},
      {"'1,5'", "1.5", "15 1 '1,5' '1.5'"},
      {"'>1,5'", "1.6 2", "1.5 15e-1 0.15"},
      {"'>1.5'", "1.6", "1.5"},
      {"'<=0,05'", "0.05 0.04", "0.06 5"},
      {"'-1,25'", "-1.25", "1.25"},
      {"'+5'", "5", "-5 '+5'"},
      {"'.5'", "0.5", "5 '.5'"},
      {"',5'", "0.5", "5"},
      {"'5.'", "5", "'5.'"},
      {"'1e3'", "1000", "'1e3' 1"},
      {"'1E+3'", "1000", "'1E+3'"},
      {"'1,5e-1'", "0.15", "1.5"},
      {"'>=45292'", "45292 45293.5", "45291.9 '2024-01-01'"},
      {"45292.25", "45292.25", "45292"},
      {"1e308", "1e308", "1 1e307"},
      {"5e-324", "5e-324", "0"},
      {"'1e308'", "1e308", "1"},
      /* What only looks like a number is a text. */
      {"'1,000.5'", "'1,000.5'", "1000.5 1"},
      {"'1.000,5'", "'1.000,5'", "1000.5 1"},
      {"'1,2,3'", "'1,2,3'", "1.23 123"},
      {"'1.2.3'", "'1.2.3'", "1.23"},
      {"' 5'", "'`5'", "5"},
      {"'5 '", "'5`'", "5"},
      {"'5%'", "'5%'", "5 0.05"},
      {"'1-2'", "'1-2'", "-1 1"},
      {"'--5'", "'--5'", "5 -5"},
      {"'+-5'", "'+-5'", "5 -5"},
      {"'e5'", "'e5' 'E5'", "5 100000"},
      {"'1e'", "'1e' '1E'", "1"},
      {"'1e+'", "'1e+'", "1"},
      {"'1e5e5'", "'1e5e5'", "100000"},
      {"'1e1,5'", "'1e1,5'", "10"},
      {"'.'", "'.'", "0"},
      {"','", "','", "0"},
      {"'-'", "'-'", "0"},
      {"'+'", "'+'", "0"},
      {"'-.'", "'-.'", "0"},
      {"'.e1'", "'.e1'", "0"},
      {"'nan'", "'NaN'", "nan 0"},
      {"'inf'", "'INF'", "inf 0"},
      {"'0x10'", "'0x10'", "16 0"},
      {"'٣'", "'٣'", "3"},
      {"'<>1-2'", "'1-3' 1 _", "'1-2'"},
  };
  (void)state;
  run(criteria, COUNT(criteria));
}

static void texts_have_an_order_too(void **state) {
  static const criterion criteria[] = {
      {"'<m'", "'a' 'L' 'lzzz'", "'m' 'M' 'ma' 'z' _ 5"},
      {"'<=m'", "'a' 'm' 'M'", "'ma' 'z' _ 5"},
      {"'>m'", "'n' 'ma' 'Z'", "'m' 'M' 'a' _ 5 1e308"},
      {"'>=m'", "'m' 'M' 'n'", "'l' _ 5"},
      {"'>a*'", "'b' 'a+'", "'a' 'a*' _"}, /* no wildcards in an order */
  };
  (void)state;
  run(criteria, COUNT(criteria));
}

static void blanks(void **state) {
  static const criterion criteria[] = {
      {"_", "_ void", "'x' 0 5 '`'"},    {"'='", "_", "'x' 0 '=' '`'"},
      {"'<>'", "'x' 0 5 '`' '<>'", "_"}, {"'<'", "", "_ 'x' 0 -1 '<'"},
      {"'>'", "", "_ 'x' 0 5 '>'"},      {"'<='", "", "_ 'x' 0"},
      {"'>='", "", "_ 'x' 0 '>='"},
  };
  (void)state;
  run(criteria, COUNT(criteria));
}

static void rule_12_no_number_matches_what_is_none(void **state) {
  static const criterion criteria[] = {
      {"5", "", "nan"},
      {"'<>5'", "inf -inf", "nan"},
      {"'<5'", "-inf", "nan inf"},
      {"'>=5'", "inf", "nan -inf"},
  };
  static const fx_case refused[] = {
      {"a criterion that is no number", "NPS.IFS({10};{5};nan)", "#VALUE!"},
      {"left out", "NPS.IFS({10};{5})", "#VALUE!"},
      {"a range", "NPS.IFS({10};{5};{5|6})", "#VALUE!"},
  };
  (void)state;
  run(criteria, COUNT(criteria));
  FX_RUN(refused);
}

static void several_criteria(void **state) {
  static const fx_case cases[] = {
      {"and", "NPS.IFS({10|0|9|3|8};{'a'|'a'|'b'|'b'|'a'};'a';{1|2|1|2|1};1)", "50"},
      {"and", "NPS.IFS({10|0|9|3|8};{1|2|1|2|1};1;{'a'|'a'|'b'|'b'|'a'};'b')", "100"},
      {"the same range twice", "NPS.IFS({10|0|9|3|8};{1|2|3|4|5};'>=2';{1|2|3|4|5};'<5')",
       "-33.333333333333336"},
      {"the scores as a range", "NPS.IFS({10|0|9|3|8};{10|0|9|3|8};'>0')", "25"},
      {"no match", "NPS.IFS({10|0};{'a'|'b'};'c')", "#DIV/0!"},
      {"a match without a valid score", "NPS.IFS({'x'|0};{'a'|'b'};'a')", "#DIV/0!"},
      {"odd count", "NPS.IFS({10|0};{'a'|'b'};'a';{1|2})", "#VALUE!"},
      {"odd count", "NPS.IFS({10|0};{'a'|'b'};'a';{1|2};1;{1|2})", "#VALUE!"},
      {"shapes", "NPS.IFS({10|0};{'a'|'b'};'a';{1|2|3};1)", "#VALUE!"},
      {"shapes", "NPS.IFS({10|0};{'a'|'b'};'a';{1,2};1)", "#VALUE!"},
      {"a pair left out", "NPS.IFS({10|0};{'a'|'b'};'a';;)", "#VALUE!"},
      {"a criterion left out", "NPS.IFS({10|0};{'a'|'b'};'a';{1|2};;{1|2};1)", "#VALUE!"},
      {"dirt does not count", "NPS.IFS({10|99|'x'|6.5|_};{1|1|1|1|1};1)", "100"},
      {"rows and columns", "NPS.IFS({10,0|9,8};{'a','b'|'b','b'};'b')", "0"},
      {"one cell", "NPS.IFS(10;'a';'A')", "100"},
      {"six pairs", "NPS.IFS({10|0};{1|1};1;{1|1};1;{1|1};1;{1|1};1;{1|1};1;{1|2};2)", "-100"},
  };
  (void)state;
  FX_RUN(cases);
}

/* A pattern that takes a naive matcher for ever. */
static void rule_12_no_pattern_hangs(void **state) {
  char pattern[256] = "";
  char text[4100] = "";
  (void)state;
  for (int i = 0; i < 60; i++)
    strcat(pattern, "*a");
  strcat(pattern, "*b");
  memset(text, 'a', 4000);
  fx_value arguments[3] = {fx_number(10), fx_text(text), fx_text(pattern)};
  fx_value no = fx_call("NPS.IFS", arguments, 3);
  assert_true(fx_is_error(&no, KP_CALC_DIV0));
  fx_free(&arguments[1]);
  text[3999] = 'b';
  arguments[1] = fx_text(text);
  fx_value yes = fx_call("NPS.IFS", arguments, 3);
  assert_int_equal(yes.kind, FX_NUMBER);
  for (size_t i = 0; i < 3; i++)
    fx_free(&arguments[i]);
}

static void the_locale_of_the_process_does_not_matter(void **state) {
  static const char *const locales[] = {"nl_NL.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8", "C"};
  (void)state;
  for (size_t i = 0; i < COUNT(locales); i++) {
    if (setlocale(LC_ALL, locales[i]) == NULL)
      continue; /* not on this machine */
    assert_true(matches("'>1,5'", "1.6") && matches("'>1.5'", "1.6"));
    assert_false(matches("'>1,5'", "1.4") || matches("'>1.5'", "1.4"));
    assert_true(matches("'CAFÉ'", "'café'"));
    assert_true(matches("'I'", "'i'"));
  }
  setlocale(LC_ALL, "C");
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(whole_cells_without_regard_to_case),
      cmocka_unit_test(wildcards_always_and_regular_expressions_never),
      cmocka_unit_test(numbers_match_numbers_only),
      cmocka_unit_test(texts_have_an_order_too),
      cmocka_unit_test(blanks),
      cmocka_unit_test(rule_12_no_number_matches_what_is_none),
      cmocka_unit_test(several_criteria),
      cmocka_unit_test(rule_12_no_pattern_hangs),
      cmocka_unit_test(the_locale_of_the_process_does_not_matter),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
