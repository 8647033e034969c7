/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The functions for units and waves: dirt, wrong arguments, the order of waves, hiding. */
#include "functions_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* Scores of two units in two waves; S, G, W and V stand for scores, groups, waves and weights. */
static const char *const formulas[] = {
    "NPS.TABLE(S;G)",
    "NPS.TABLE(S;G;0.9;3;'nl';V)",
    "NPS.DELTATABLE(S;G;W;;;0.7;1)",
    "NPS.DELTATABLE(S;G;W;;;;;;'none';V)",
    "NPS.COMPARE(S;G;0.7;'bh';1)",
    "NPS.TREND(S;W;0.8;1)",
    "NPS.CROSS(S;G;W)",
    "NPS.CROSS(S;G;W;'lower 80';2)",
    "NPS.UNIT('score';S;G;'a')",
    "NPS.UNIT('upper';S)",
    "NPS.UNIT('n';S;G;'b';W;1)",
    "NPS.CHANGE('delta';S;W;;)",
    "NPS.CHANGE('p';S;W;1;2;G;'a')",
    "NPS.CHANGE('n_later';S;W;;;G;'b')",
    "NPS.CHANGE('detectable';S;W;;)",
    "NPS.EFFECTIVEN(S;V)",
    "NPS.DELTAMARGIN(S;{9|0|7};;;V)",
};

/* Replaces the four letters by lists; other capitals stay. */
static char *with(const char *formula, const char *const lists[4]) {
  char *text = malloc(4000);
  size_t length = 0;
  assert_non_null(text);
  for (const char *c = formula; *c != '\0'; c++) {
    const char *letters = "SGWV";
    const char *found = strchr(letters, *c);
    bool alone = found != NULL && (c[-1] == '(' || c[-1] == ';') && (c[1] == ';' || c[1] == ')');
    length += (size_t)(alone ? snprintf(text + length, 4000 - length, "%s", lists[found - letters])
                             : snprintf(text + length, 4000 - length, "%c", *c));
  }
  return text;
}

static void same_as_clean(const char *rule, const char *formula, const char *const dirty[4]) {
  static const char *const clean[4] = {"{9|0|8|10|7|5|3|9}", "{'a'|'a'|'a'|'b'|'b'|'b'|'a'|'b'}",
                                       "{1|1|2|2|1|1|2|2}", "{1|2|1|0.5|3|1|1|2}"};
  char *one = with(formula, dirty);
  char *other = with(formula, clean);
  fx_value actual = fx_evaluate(one);
  fx_value expected = fx_evaluate(other);
  if (expected.kind == FX_ERROR || !fx_same(&actual, &expected, 1e-12)) {
    print_error("%s\n  %s\n  is ", rule, one);
    fx_print(&actual);
    print_error(", without the dirt ");
    fx_print(&expected);
    fail();
  }
  fx_free(&actual);
  fx_free(&expected);
  free(one);
  free(other);
}

/* A row of dirt in a group and a wave that are there changes nothing, wherever it stands. */
static void rules_1_to_5_dirt_changes_nothing(void **state) {
  static const char *const dirt[] = {"_",    "'8'", "'n.v.t.'", "'10 - very likely'",
                                     "-1",   "11",  "99",       "1e308",
                                     "6.5",  "8.5", "nan",      "inf",
                                     "-inf", "' '"};
  char scores[200];
  (void)state;
  for (size_t i = 0; i < COUNT(dirt); i++) {
    snprintf(scores, sizeof scores, "{9|%s|0|8|10|7|5|%s|3|9|%s}", dirt[i], dirt[i], dirt[i]);
    const char *const dirty[4] = {scores, "{'a'|'A'|'a'|'a'|'b'|'b'|'b'|'B'|'a'|'b'|'a'}",
                                  "{1|1|1|2|2|1|1|2|2|2|1}", "{1|5|2|1|0.5|3|1|7|1|2|9}"};
    for (size_t f = 0; f < COUNT(formulas); f++)
      same_as_clean("rules 1 to 5", formulas[f], dirty);
  }
}

/* A row that belongs nowhere, and has no score, is not there. */
static void rule_1_blank_rows_are_not_there(void **state) {
  static const char *const dirty[4] = {"{9|0|8|_|10|7|5|3|9|_|_}",
                                       "{'a'|'a'|'a'|_|'b'|'b'|'b'|'a'|'b'|_|_}",
                                       "{1|1|2|_|2|1|1|2|2|_|_}", "{1|2|1|_|0.5|3|1|1|2|_|_}"};
  (void)state;
  for (size_t f = 0; f < COUNT(formulas); f++)
    same_as_clean("rule 1", formulas[f], dirty);
}

static void rule_7_no_valid_score(void **state) {
  static const fx_case cases[] = {
      {"", "NPS.COMPARE({'x'|99};{'a'|'b'})", "#DIV/0!"},
      {"", "NPS.TREND({'x'|99};{1|2})", "#DIV/0!"},
      {"no wave", "NPS.TREND({9|0};{_|_})", "#DIV/0!"},
      {"", "NPS.CROSS({'x'|99};{'a'|'b'};{1|1})", "#DIV/0!"},
      {"", "NPS.CROSS({'x'|99};{'a'|'b'};{1|1};'n')", "#DIV/0!"},
      {"", "NPS.UNIT('score';{'x'|99})", "#DIV/0!"},
      {"", "NPS.UNIT('margin';{'x'|99})", "#DIV/0!"},
      {"", "NPS.UNIT('lower';_)", "#DIV/0!"},
      {"", "NPS.UNIT('n';{'x'|99})", "0"},
      {"", "NPS.UNIT('promoters';{'x'|99})", "0"},
      {"nobody meets it", "NPS.UNIT('detractors';{9|0};{1|1};2)", "0"},
      {"nobody meets it", "NPS.UNIT('score';{9|0};{1|1};2)", "#DIV/0!"},
      {"", "NPS.CHANGE('n_earlier';{'x'|99};{1|2};;)", "0"},
      {"", "NPS.CHANGE('delta';{'x'|9};{1|2};;)", "#DIV/0!"},
      {"", "NPS.CHANGE('earlier';{'x'|9};{1|2};;)", "#DIV/0!"},
      {"the other side has its score", "NPS.CHANGE('later';{'x'|9};{1|2};;)", "100"},
      {"", "NPS.CHANGE('detectable';{'x'|9};{1|2};;)", "#DIV/0!"},
      {"", "NPS.CHANGE('verdict';{'x'|9};{1|2};;)", "'too few answers'"},
      {"", "NPS.CHANGE('trend';{'x'|9};{1|2};;)", "#DIV/0!"},
      {"", "NPS.CHANGE('trend_p nl';{9|9};{1|2};;)", "#DIV/0!"},
      {"", "NPS.EFFECTIVEN({'x'|99};{1|1})", "#DIV/0!"},
      {"", "NPS.EFFECTIVEN({9|0};{0|0})", "#DIV/0!"},
  };
  (void)state;
  FX_RUN(cases);
}

static void rule_8_impossible_options(void **state) {
  static const char *const templates[] = {
      "NPS.COMPARE({9|0};{'a'|'b'};%s)", "NPS.TREND({9|0};{1|2};%s)",
      "NPS.TABLE({9|0};{'a'|'b'};%s)", "NPS.DELTATABLE({9|0};{'a'|'a'};{1|2};;;%s)",
      "NPS.DETECTABLE(50;50;%s)"};
  static const char *const confidences[] = {"0.05", "0.5", "1", "95", "0", "-0.95", "nan", "inf"};
  static const char *const minima[] = {"-1", "2.5", "0.95", "nan", "inf", "-1e308"};
  static const char *const with_minimum[] = {
      "NPS.COMPARE({9|0};{'a'|'b'};;;%s)", "NPS.TREND({9|0};{1|2};;%s)",
      "NPS.CROSS({9|0};{'a'|'b'};{1|1};;%s)", "NPS.TABLE({9|0};{'a'|'b'};;%s)",
      "NPS.DELTATABLE({9|0};{'a'|'a'};{1|2};;;;%s)"};
  static const fx_case cases[] = {
      {"n", "NPS.DETECTABLE(0;50)", "#NUM!"},
      {"n", "NPS.DETECTABLE(50;-1)", "#NUM!"},
      {"n", "NPS.DETECTABLE(50.5;50)", "#NUM!"},
      {"n", "NPS.DETECTABLE(inf;50)", "#NUM!"},
      {"power", "NPS.DETECTABLE(50;50;;0)", "#NUM!"},
      {"power", "NPS.DETECTABLE(50;50;;1)", "#NUM!"},
      {"variance", "NPS.DETECTABLE(50;50;;;1.5)", "#NUM!"},
      {"variance", "NPS.DETECTABLE(50;50;;;;-0.1)", "#NUM!"},
      {"a text", "NPS.DETECTABLE(50;50;'0.95')", "#VALUE!"},
      {"defaults", "NPS.DETECTABLE(50;50;0.95;0.8;1;1)", "57.68817042829502"},
      {"defaults", "NPS.DETECTABLE(50;50)", "57.68817042829502"},
      {"correction", "NPS.COMPARE({9|0};{'a'|'b'};;'bonferroni')", "#VALUE!"},
      {"correction", "NPS.COMPARE({9|0};{'a'|'b'};;0.05)", "#VALUE!"},
      {"a minimum in place of the correction", "NPS.COMPARE({9|0};{'a'|'b'};0.95;10)", "#VALUE!"},
      {"language", "NPS.TREND({9|0};{1|2};;;'de')", "#VALUE!"},
      {"a minimum in place of the measure", "NPS.CROSS({9|0};{'a'|'b'};{1|1};10)", "#VALUE!"},
      {"a measure of a change", "NPS.UNIT('delta';{9|0})", "#VALUE!"},
      {"a measure of a unit", "NPS.CHANGE('promoters';{9|0};{1|2};;)", "#VALUE!"},
  };
  char formula[200];
  (void)state;
  for (size_t t = 0; t < COUNT(templates); t++) {
    for (size_t c = 0; c < COUNT(confidences); c++) {
      snprintf(formula, sizeof formula, templates[t], confidences[c]);
      fx_expect("rule 8: confidence", formula, "#NUM!", __FILE__, __LINE__);
    }
  }
  for (size_t t = 0; t < COUNT(with_minimum); t++) {
    for (size_t m = 0; m < COUNT(minima); m++) {
      snprintf(formula, sizeof formula, with_minimum[t], minima[m]);
      fx_expect("rule 8: minimum n", formula, "#NUM!", __FILE__, __LINE__);
    }
    snprintf(formula, sizeof formula, with_minimum[t], "'10'");
    fx_expect("minimum n", formula, "#VALUE!", __FILE__, __LINE__);
  }
  FX_RUN(cases);
}

static void rule_9_unequal_shapes(void **state) {
  static const fx_case cases[] = {
      {"", "NPS.COMPARE({9|0};{'a'})", "#VALUE!"},
      {"", "NPS.COMPARE({9|0};{'a','b'})", "#VALUE!"},
      {"", "NPS.TREND({9|0};{1|2|3})", "#VALUE!"},
      {"", "NPS.CROSS({9|0};{'a'|'b'};{1})", "#VALUE!"},
      {"", "NPS.CROSS({9|0};{'a'};{1|2})", "#VALUE!"},
      {"", "NPS.UNIT('score';{9|0};{'a'};'a')", "#VALUE!"},
      {"an odd count", "NPS.UNIT('score';{9|0};{'a'|'b'})", "#VALUE!"},
      {"an odd count", "NPS.UNIT('score';{9|0};{'a'|'b'};'a';{1|1})", "#VALUE!"},
      {"the second pair", "NPS.UNIT('score';{9|0};{'a'|'b'};'a';{1};1)", "#VALUE!"},
      {"", "NPS.CHANGE('delta';{9|0};{1};;)", "#VALUE!"},
      {"", "NPS.CHANGE('delta';{9|0};{1|2};;;{'a'};'a')", "#VALUE!"},
      {"an odd count", "NPS.CHANGE('delta';{9|0};{1|2};;;{'a'|'a'})", "#VALUE!"},
      {"no place for a range", "NPS.CHANGE('delta';{9|0};{1|2};{1|2};)", "#VALUE!"},
      {"blocks are fine", "NPS.UNIT('score';{9,0|8,9};{'a','b'|'a','b'};'a')", "50"},
      {"", "NPS.EFFECTIVEN({9|0};{1})", "#VALUE!"},
  };
  (void)state;
  FX_RUN(cases);
}

/* The order of waves shows in the first column of NPS.TREND. */
static void waves_in_the_order_of_time(void **state) {
  static const struct {
    const char *why, *waves, *order;
  } cases[] = {
      {"quarters, newest on top", "{'Q1 2025'|'Q4 2024'|'Q3 2024'}",
       "'Q3 2024' 'Q4 2024' 'Q1 2025'"},
      {"the year first", "{'2025 Q1'|'2024 Q4'|'2024 Q1'}", "'2024 Q1' '2024 Q4' '2025 Q1'"},
      {"case does not matter", "{'Q1 2025'|'q4 2024'|'Q3 2024'}", "'Q3 2024' 'q4 2024' 'Q1 2025'"},
      {"waves beyond nine", "{'Wave 10'|'Wave 9'|'wave 100'}", "'Wave 9' 'Wave 10' 'wave 100'"},
      {"a number of thirty digits",
       "{'w200000000000000000000000000001'|'w3'|'w200000000000000000000000000000'}",
       "'w3' 'w200000000000000000000000000000' 'w200000000000000000000000000001'"},
      {"leading zeros", "{'w010'|'w9'|'w0011'}", "'w9' 'w010' 'w0011'"},
      {"ISO dates", "{'2024-12-01'|'2024-02-15'|'2023-06-30'}",
       "'2023-06-30' '2024-02-15' '2024-12-01'"},
      {"a day first is as it appears", "{'1-12-2024'|'15-2-2024'}", "'1-12-2024' '15-2-2024'"},
      {"two years are no year and a number", "{'2025/2026'|'2024/2025'}",
       "'2025/2026' '2024/2025'"},
      {"two numbers without a year", "{'2.1'|'1.5'}", "'2.1' '1.5'"},
      {"a year of two digits", "{'Q1 25'|'Q4 24'}", "'Q1 25' 'Q4 24'"},
      {"1899 is no year", "{'Q2 1899'|'Q1 1899'}", "'Q2 1899' 'Q1 1899'"},
      {"2199 is one", "{'Q2 2199'|'Q1 1900'}", "'Q1 1900' 'Q2 2199'"},
      {"months by name", "{'March'|'January'|'April'}", "'March' 'January' 'April'"},
      {"another word in between", "{'Wave 2'|'Wave 1'|'pilot'}", "'Wave 2' 'Wave 1' 'pilot'"},
      {"a blank more is another form", "{'Q1 2025'|'Q4  2024'}", "'Q1 2025' 'Q4  2024'"},
      {"one number more is another form", "{'1-2'|'1-'}", "'1-2' '1-'"},
      {"numbers before texts", "{'T1'|2|'T0'|1|-3.5}", "-3.5 1 2 'T0' 'T1'"},
      {"blank waves are left out", "{'T1'|_|'T0'}", "'T0' 'T1'"},
      {"no-break blanks count",
       "{'Q1\xC2\xA0"
       "2025'|'Q4 2024'}",
       "'Q1\xC2\xA0"
       "2025' 'Q4 2024'"},
  };
  (void)state;
  for (size_t i = 0; i < COUNT(cases); i++) {
    fx_value waves = fx_read(cases[i].waves);
    fx_value scores = fx_array(waves.count, 1);
    for (size_t k = 0; k < waves.count; k++) {
      fx_free(fx_at(&scores, k, 0));
      *fx_at(&scores, k, 0) = fx_number(9);
    }
    fx_value table = fx_call("NPS.TREND", (const fx_value[]){scores, waves}, 2);
    const char *place = cases[i].order;
    size_t row = 1;
    for (; *place != '\0'; row++) {
      fx_value expected = fx_read_value(&place);
      if (table.kind != FX_ARRAY || !fx_same(fx_at(&table, row, 0), &expected, 0)) {
        fx_print(&table);
        fail_msg("%s: %s", cases[i].why, cases[i].order);
      }
      fx_free(&expected);
      fx_eat(&place, " ");
    }
    assert_int_equal(table.count, row + 1);
    fx_free(&table);
    fx_free(&scores);
    fx_free(&waves);
  }
}

static void which_waves_a_change_compares(void **state) {
#define S "{0|0|9|8|9}"
#define W "{'Q1 2025'|'Q3 2024'|'Q4 2024'|'Q4 2024'|_}"
  static const fx_case cases[] = {
      {"the last two", "NPS.CHANGE('delta';" S ";" W ";;)", "-150"},
      {"the later given", "NPS.CHANGE('delta';" S ";" W ";;'Q4 2024')", "150"},
      {"the earlier given", "NPS.CHANGE('delta';" S ";" W ";'q3 2024';)", "0"},
      {"both given", "NPS.CHANGE('delta';" S ";" W ";'Q1 2025';'Q3 2024')", "0"},
      {"the first given as later", "NPS.CHANGE('delta';" S ";" W ";;'Q3 2024')", "#N/A"},
      {"the same twice", "NPS.CHANGE('delta';" S ";" W ";'Q4 2024';'q4 2024')", "#N/A"},
      {"one distinct wave", "NPS.CHANGE('delta';{9|0};{1|1};;)", "#N/A"},
      {"no wave", "NPS.CHANGE('delta';{9|0};{_|_};;)", "#N/A"},
      {"no wave", "NPS.CHANGE('n_later';{9|0};{_|_};;)", "#N/A"},
      {"one that nobody has", "NPS.CHANGE('n_later';" S ";" W ";'Q4 2024';'Q2 2025')", "0"},
      {"one that nobody has", "NPS.CHANGE('n_earlier';" S ";" W ";'Q4 2024';'Q2 2025')", "2"},
      {"one that nobody has", "NPS.CHANGE('verdict en';" S ";" W ";'Q4 2024';'Q2 2025')",
       "'too few answers'"},
      {"one that nobody has", "NPS.CHANGE('delta';" S ";" W ";'Q4 2024';'Q2 2025')", "#DIV/0!"},
      {"before one that nobody has", "NPS.CHANGE('earlier';" S ";" W ";;'Q2 2025')", "-100"},
      {"before one that nobody has, in the middle", "NPS.CHANGE('earlier';{9|0};{1|5};;3)", "100"},
      {"of another form: after all", "NPS.CHANGE('earlier';" S ";" W ";;'later')", "-100"},
      {"rows that do not count order the waves too",
       "NPS.CHANGE('n_later';" S ";" W ";;;{'a'|'b'|'b'|'b'|'b'};'b')", "0"},
      {"the number is not the text", "NPS.CHANGE('n_later';{9|0};{1|2};1;'2')", "0"},
      {"a trend of all", "NPS.CHANGE('trend_verdict en';" S ";" W ";;)", "'too few answers'"},
      {"a trend of one wave", "NPS.CHANGE('trend_verdict en';{9|0};{1|1};;)", "'too few answers'"},
      {"a trend of none", "NPS.CHANGE('trend';{9|0};{_|_};;)", "#DIV/0!"},
  };
#undef S
#undef W
  (void)state;
  FX_RUN(cases);
}

/* 4 waves of 10 answers: ever more promoters. */
static void the_range_of_a_trend(void **state) {
  fx_value a[5] = {
      {.kind = FX_TEXT, .text = (char *)(uintptr_t) "trend"}, fx_array(40, 1), fx_array(40, 1)};
  static const struct {
    double earlier, later, expected; /* 0: left out, NaN: #DIV/0! */
  } cases[] = {{0, 0, 60},  {1, 4, 60},  {2, 0, 60},   {0, 3, 60},   {2, 4, 60},
               {2, 3, NAN}, {4, 1, NAN}, {0.5, 9, 60}, {1.5, 4, 60}, {2.5, 9, NAN}};
  (void)state;
  for (size_t i = 0; i < 40; i++) {
    fx_free(fx_at(&a[1], i, 0));
    fx_free(fx_at(&a[2], i, 0));
    *fx_at(&a[1], i, 0) = fx_number(i % 10 < 3 * (i / 10) ? 10 : 0);
    *fx_at(&a[2], i, 0) = fx_number((double)(i / 10) + 1);
  }
  for (size_t i = 0; i < COUNT(cases); i++) {
    a[3] = cases[i].earlier != 0 ? fx_number(cases[i].earlier) : (fx_value){.kind = FX_VOID};
    a[4] = cases[i].later != 0 ? fx_number(cases[i].later) : (fx_value){.kind = FX_VOID};
    fx_value actual = fx_call("NPS.CHANGE", a, 5);
    fx_value expected = isnan(cases[i].expected)
                            ? (fx_value){.kind = FX_ERROR, .number = KP_CALC_DIV0}
                            : fx_number(cases[i].expected);
    if (!fx_same(&actual, &expected, 1e-9)) {
      fx_print(&actual);
      fail_msg(" from %g to %g", cases[i].earlier, cases[i].later);
    }
  }
  fx_free(&a[1]);
  fx_free(&a[2]);
}

static void units_side_by_side(void **state) {
#define HEADER "{*,*,*,*,*,*,*,*,*,*"
  static const fx_case cases[] = {
      {"one unit has no rest", "NPS.COMPARE({9|0};{'a'|'a'})",
       HEADER
       "|'a',2,0,#N/A,#N/A,#N/A,#N/A,'','','too few answers'|'Total',2,0,'','','','','','',''}"},
      {"a unit without answers", "NPS.COMPARE({9|0|'x'};{'a'|'b'|'c'})",
       HEADER
       "|'a',1,100,-100,200,*,*,'','',*|'b',1,-100,100,-200,*,*,'','',*"
       "|'c',0,#N/A,0,#N/A,#N/A,#N/A,'','','too few answers'|'Total',2,0,'','','','',*,'',*}"},
      {"all in one segment: nothing to compare", "NPS.COMPARE({9|9};{'a'|'b'};;;1)",
       HEADER "|'a',1,100,100,0,*,*,1,1,'no demonstrable difference'|'b',*,*,*,*,*,*,*,*,*"
              "|'Total',2,100,'','','','','','',''}"},
      {"rows without a group are one", "NPS.COMPARE({9|0};{_|'b'})",
       HEADER
       "|'b',*,*,*,*,*,*,*,*,*|'(no group)',1,100,-100,200,*,*,'','',*|*,*,*,*,*,*,*,*,*,*}"},
      {"all of too few", "NPS.COMPARE({9|0};{'a'|'b'};;;5)",
       HEADER "|'a','< 5','','','','','','','','too few answers'"
              "|'b','< 5','','','','','','','','too few answers'"
              "|'Total','< 5','','','','','','','','too few answers'}"},
      {"an empty wave shows nothing", "NPS.TREND({9|'x'|0};{1|2|3};;1)",
       "{*,*,*,*,*,*,*,*|1,1,100,*,*,'','',''|2,0,'','','','','','too few answers'"
       "|3,1,-100,*,*,-200,*,*|*,2,'','','','','','too few answers'}"},
      {"an empty first wave", "NPS.TREND({'x'|9};{1|2};;1)",
       "{*,*,*,*,*,*,*,*|1,0,'','','','','',''|2,1,100,*,*,'','',''|*,1,'','','','','',*}"},
      {"a hidden wave is no neighbour", "NPS.TREND({9|9|9|0|0|0|0|7|7|7};{1|1|1|2|2|3|3|4|4|4};;3)",
       "{*,*,*,*,*,*,*,*|1,3,100,*,*,'','',''|2,'< 3','','','','','','too few answers'"
       "|3,'< 3','','','','','','too few answers'|4,3,0,*,*,-100,*,*|*,6,'','','','','',*}"},
      {"counts of an empty cell", "NPS.CROSS({9|0};{'a'|'b'};{1|2};'n')",
       "{'n',1,2,'Total'|'a',1,0,1|'b',0,1,1|'Total',1,1,2}"},
      {"a score of an empty cell", "NPS.CROSS({9|0};{'a'|'b'};{1|2})",
       "{'NPS',1,2,'Total'|'a',100,'',100|'b','',-100,-100|'Total',100,-100,0}"},
      {"a group and a wave without answers", "NPS.CROSS({9|'x'};{'a'|'b'};{1|2};'n')",
       "{'n',1,2,'Total'|'a',1,0,1|'b',0,0,0|'Total',1,0,1}"},
      {"hidden lines",
       "NPS.CROSS({9|9|9|9|9|9|9};{'a'|'b'|'b'|'b'|'a'|'a'|'a'};{1|1|1|1|2|2|2};'n';2)",
       "{'n',1,2,'Total'|'a','n < "
       "2','hidden','hidden'|'b','hidden',0,'hidden'|'Total','hidden','hidden',7}"},
      {"another group makes the columns",
       "NPS.CROSS({9|0|8};{'a'|'a'|'b'};{'x'|'y'|'x'};'detractors')",
       "{'Detractors','x','y','Total'|'a',0,1,1|'b',0,0,0|'Total',0,1,1}"},
  };
#undef HEADER
  (void)state;
  FX_RUN(cases);
}

/* A cell for every row and column would be more than an office bears: a clear error, at once. */
static void rule_12_a_cross_table_too_large(void **state) {
  enum { ROWS = 3000 };
  fx_value a[3] = {fx_array(ROWS, 1), fx_array(ROWS, 1), fx_array(ROWS, 1)};
  (void)state;
  for (size_t i = 0; i < ROWS; i++) {
    for (size_t k = 0; k < 3; k++) {
      fx_free(fx_at(&a[k], i, 0));
      *fx_at(&a[k], i, 0) = fx_number(k == 0 ? 9 : (double)i);
    }
  }
  fx_value actual = fx_call("NPS.CROSS", a, 3);
  assert_true(fx_is_error(&actual, KP_CALC_MEMORY));
  for (size_t k = 0; k < 3; k++)
    fx_free(&a[k]);
}

/* As many units and as many waves as rows: right, and done within a moment. */
static void rule_12_as_many_groups_as_rows(void **state) {
  enum { ROWS = 100000 };
  fx_value a[4] = {fx_array(ROWS, 1), fx_array(ROWS, 1), {.kind = FX_VOID}, fx_number(2)};
  (void)state;
  for (size_t i = 0; i < ROWS; i++) {
    char text[40];
    fx_free(fx_at(&a[0], i, 0));
    fx_free(fx_at(&a[1], i, 0));
    snprintf(text, sizeof text, "Wave %zu", (i * 7919) % ROWS);
    *fx_at(&a[0], i, 0) = fx_number(i % 2 == 0 ? 9 : 0);
    *fx_at(&a[1], i, 0) = fx_text(text);
  }
  fx_value compared = fx_call("NPS.COMPARE", a, 2);
  fx_value trend = fx_call("NPS.TREND", a, 4);
  assert_int_equal(compared.count, ROWS + 2);
  assert_true(fx_at(&compared, ROWS + 1, 1)->number == ROWS);
  assert_int_equal(trend.count, ROWS + 2);
  assert_string_equal(fx_at(&trend, 1, 0)->text, "Wave 0");
  assert_string_equal(fx_at(&trend, ROWS, 0)->text, "Wave 99999");
  assert_string_equal(fx_at(&trend, ROWS, 1)->text, "< 2");
  fx_free(&compared);
  fx_free(&trend);
  fx_free(&a[0]);
  fx_free(&a[1]);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rules_1_to_5_dirt_changes_nothing),
      cmocka_unit_test(rule_1_blank_rows_are_not_there),
      cmocka_unit_test(rule_7_no_valid_score),
      cmocka_unit_test(rule_8_impossible_options),
      cmocka_unit_test(rule_9_unequal_shapes),
      cmocka_unit_test(waves_in_the_order_of_time),
      cmocka_unit_test(which_waves_a_change_compares),
      cmocka_unit_test(the_range_of_a_trend),
      cmocka_unit_test(units_side_by_side),
      cmocka_unit_test(rule_12_a_cross_table_too_large),
      cmocka_unit_test(rule_12_as_many_groups_as_rows),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
