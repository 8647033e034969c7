/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words in and out: keywords in both languages, the words of results, rule 11. */
#include "functions_fixture.h"

#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define TEN "{9|9|9|9|9|9|9|9|9|9}"
#define NAUGHT "{0|0|0|0|0|0|0|0|0|0}"

static void rule_11_segment_of(void **state) {
  static const fx_case cases[] = {
      {"the edges", "NPS.SEGMENTOF({0|6|7|8|9|10})",
       "{'Detractor'|'Detractor'|'Passive'|'Passive'|'Promoter'|'Promoter'}"},
      {"rule 4: decimals", "NPS.SEGMENTOF(8.7)", "'Passive'"},
      {"rule 4: decimals", "NPS.SEGMENTOF({6.999999999|8.999999999|9.5|0.5})",
       "{'Detractor'|'Passive'|'Promoter'|'Detractor'}"},
      {"-0 is 0", "NPS.SEGMENTOF(-0.0)", "'Detractor'"},
      {"a blank", "NPS.SEGMENTOF(_)", "''"},
      {"a blank in a range", "NPS.SEGMENTOF({_|9})", "{''|'Promoter'}"},
      {"a text", "NPS.SEGMENTOF('9')", "#VALUE!"},
      {"a text of one blank is no blank", "NPS.SEGMENTOF(' ')", "#VALUE!"},
      {"a boolean", "NPS.SEGMENTOF(TRUE)", "#VALUE!"},
      {"a boolean in a range", "NPS.SEGMENTOF({FALSE|1})", "{#VALUE!|'Detractor'}"},
      {"beyond the scale", "NPS.SEGMENTOF({-0.1|10.1|99|-1|1e308|-1e308})",
       "{#NUM!|#NUM!|#NUM!|#NUM!|#NUM!|#NUM!}"},
      {"rule 12", "NPS.SEGMENTOF({nan|inf|-inf})", "{#NUM!|#NUM!|#NUM!}"},
      {"beyond the scale", "NPS.SEGMENTOF(11)", "#NUM!"},
      {"a range keeps its shape", "NPS.SEGMENTOF({9,_|'x',7})",
       "{'Promoter',''|#VALUE!,'Passive'}"},
      {"an array of one", "NPS.SEGMENTOF({9})", "{'Promoter'}"},
      {"nothing at all", "NPS.SEGMENTOF()", "#VALUE!"},
      {"ragged", "NPS.SEGMENTOF({9|8,7})", "#VALUE!"},
      {"empty", "NPS.SEGMENTOF({})", "#VALUE!"},
      {"Dutch", "NPS.SEGMENTOF({0|7|9|_};'nl')", "{'Criticaster'|'Passief'|'Promotor'|''}"},
      {"English", "NPS.SEGMENTOF(9;'EN')", "'Promoter'"},
      {"the language is judged first or last, but judged", "NPS.SEGMENTOF(9;'fr')", "#VALUE!"},
      /* No document: see the tests in Calc for the functions that inspect cells. */
      {"no range object", "NPS.SEGMENT()", "#VALUE!"},
      {"no range object", "NPS.CHECK()", "#VALUE!"},
  };
  (void)state;
  FX_RUN(cases);
}

/* Each keyword in each of its spellings means the same; @ is the keyword. */
static void keywords_in_both_languages_and_any_case(void **state) {
  static const struct {
    const char *formula;
    const char *words[8];
  } sets[] = {
      {"NPS.SHARE({9|10|7|0|5|6};@)",
       {"'promoter'", "'promotor'", "'PROMOTER'", "'Promotor'", "'promoters'", "'Promotors'",
        "'promotoren'"}},
      {"NPS.SHARE({9|10|7|0|5|6};@)",
       {"'passive'", "'passief'", "'Passive'", "'PASSIEF'", "'passives'", "'passieven'"}},
      {"NPS.SHARE({9|10|7|0|5|6};@)",
       {"'detractor'", "'criticaster'", "'Detractor'", "'CRITICASTER'", "'detractors'",
        "'criticasters'"}},
      {"NPS.MARGIN({9|10|7|0|5|6};;;@)", {"'adjusted'", "'ADJUSTED'", "'Adjusted'", ""}},
      {"NPS.MARGIN({9|10|7|0|5|6};;;@)", {"'wald'", "'Wald'", "'WALD'"}},
      {"NPS.MARGIN({9|10|7|0|5|6};;;@)", {"'score'", "'SCORE'"}},
      {"NPS.MARGIN({9|10|7|0|5|6};;;@)", {"'t'", "'T'"}},
      {"CX.TOPBOXDELTA({5|1|1};{5|5|1};2;;;@)", {"'points'", "'punten'", "'Punten'", ""}},
      {"CX.TOPBOXDELTA({5|1|1};{5|5|1};2;;;@)", {"'relative'", "'relatief'", "'RELATIVE'"}},
      {"CX.CES({7|6|6|1|4};@)", {"'high'", "'hoog'", "'HIGH'", "'Hoog'"}},
      {"CX.CES({7|6|6|1|4};@;;;'easy')", {"'low'", "'laag'", "'LAAG'"}},
      {"CX.CES({7|6|6|1|4};'high';;;@)", {"'mean'", "'gemiddelde'", "'Mean'", ""}},
      {"CX.CES({7|6|6|1|4};'high';;;@)", {"'easy'", "'EASY'"}},
      {"CX.CES({7|6|6|1|4};'high';;;@)", {"'net'", "'NET'"}},
      {"CX.DRIVERWEIGHT({9|1|8|10|4};{1,3,1|2,2,2|5,1,1|4,4,2|3,9,3};1;@)",
       {"'weights'", "'gewichten'", "'Weights'", ""}},
      {"CX.DRIVERWEIGHT({9|1|8|10|4};{1,3,1|2,2,2|5,1,1|4,4,2|3,9,3};1;@)",
       {"'shapley'", "'Shapley'"}},
      {"CX.N(@;{5|7.5|8|11})", {"'grade'", "'cijfer'", "'Grade'"}},
      {"CX.N(@;{5|7.5|8|11})", {"'ces'", "'CES'"}},
      {"CX.UNIT('value';@;{5|4|2|1};;;)", {"'topbox'", "'csat'", "'CSAT'"}},
      {"CX.UNIT('value';@;{6|5|3|4};;;)", {"'easy-high'", "'makkelijk-hoog'", "'Makkelijk-Hoog'"}},
      {"CX.UNIT('value';@;{6|5|3|4};;;)", {"'easy-low'", "'makkelijk-laag'"}},
      {"NPS.SEGMENTOF(9;@)", {"'en'", "'EN'", ""}},
      {"NPS.SEGMENTOF(9;@)", {"'nl'", "'NL'", "'Nl'"}},
  };
  fx_value before = {.kind = FX_VOID};
  const char *formula_before = "";
  (void)state;
  for (size_t s = 0; s < COUNT(sets); s++) {
    fx_value first = {.kind = FX_VOID};
    for (size_t w = 0; w < COUNT(sets[s].words) && sets[s].words[w] != NULL; w++) {
      char formula[200];
      const char *at = strchr(sets[s].formula, '@');
      snprintf(formula, sizeof formula, "%.*s%s%s", (int)(at - sets[s].formula), sets[s].formula,
               sets[s].words[w], at + 1);
      fx_value value = fx_evaluate(formula);
      if (w == 0)
        first = fx_copy(&value);
      if (value.kind == FX_ERROR || !fx_same(&value, &first, 0))
        fail_msg("%s is not what %s gives", formula, sets[s].words[0]);
      fx_free(&value);
    }
    /* Another word of the same set means something else. */
    if (strcmp(formula_before, sets[s].formula) == 0 && fx_same(&before, &first, 1e-6))
      fail_msg("%s is no keyword of its own", sets[s].words[0]);
    fx_free(&before);
    before = first;
    formula_before = sets[s].formula;
  }
  fx_free(&before);
}

static void an_unknown_keyword_is_refused(void **state) {
  static const char *const templates[] = {
      "NPS.SHARE({9|10|7};@)",
      "NPS.MARGIN({9|10|7};;;@)",
      "NPS.MARGIN({9|10|7};;;@;{1|1|1})",
      "NPS.LOWER({9|10|7};;;@)",
      "NPS.UPPER({9|10|7};;;@)",
      "NPS.VERDICT({9};{9};;;;@)",
      "NPS.TABLE({9};{1};;;@)",
      "NPS.DELTATABLE({9|9};{1|1};{1|2};;;;;@)",
      "NPS.SEGMENTOF(9;@)",
      "CX.TOPBOXDELTA({5|1|1};{5|5|1};2;;;@)",
      "CX.TOPBOXVERDICT({5};{5};2;;;;;@)",
      "CX.CES({7|6};@)",
      "CX.CES({7|6};'high';;;@)",
      "CX.GRADEVERDICT({5};{5};;;;;;@)",
      "CX.DRIVERS({9|1|8|10};{1,3|2,2|5,1|4,4};@)",
      "CX.DRIVERS({9|1|8|10};{1,3|2,2|5,1|4,4};;;;;;@)",
      "CX.DRIVERWEIGHT({9|1|8|10};{1,3|2,2|5,1|4,4};1;@)",
      "CX.TABLE('csat';{5|4};{1|1};;;;;;@)",
  };
  static const char *const words[] = {"'x'",          "_",        "' '",     "'promoterss'",
                                      "'promoter '",  "'wal'",    "'en-US'", "'english'",
                                      "'nederlands'", "'high|x'", "'0'",     "'ＥＮ'"};
  static const char *const others[] = {"0", "1", "nan", "TRUE", "{'en'|'en'}", "{1}", "{1|2}"};
  (void)state;
  for (size_t t = 0; t < COUNT(templates); t++) {
    bool required = strstr(templates[t], "SHARE") != NULL || strstr(templates[t], "};@)") != NULL;
    for (size_t w = 0; w < COUNT(words) + COUNT(others); w++) {
      char formula[200];
      const char *at = strchr(templates[t], '@');
      if (w >= COUNT(words) && required)
        continue; /* Calc converts to text what must be text */
      snprintf(formula, sizeof formula, "%.*s%s%s", (int)(at - templates[t]), templates[t],
               w < COUNT(words) ? words[w] : others[w - COUNT(words)], at + 1);
      fx_expect("an unknown keyword", formula, "#VALUE!", __FILE__, __LINE__);
    }
  }
}

static void paired_is_a_truth_value(void **state) {
  static const fx_case cases[] = {
      {"TRUE arrives as 1", "NPS.DELTA({9|0};{9|_};1)", "0"},
      {"a confidence in the wrong place", "NPS.DELTA({9|0};{9|_};0.95)", "#NUM!"},
      {"any other number", "NPS.DELTA({9|0};{9|_};-0.5)", "#NUM!"},
      {"any other number", "NPS.VERDICT({9|0};{9|_};;2)", "#NUM!"},
      {"any other number", "CX.GRADEDELTA({9|1};{9|_};;;0.9)", "#NUM!"},
      {"FALSE arrives as 0", "NPS.DELTA({9|0};{9|_};0)", "100"},
      {"0, also from an empty cell", "NPS.DELTA({9|0};{9|_};-0.0)", "100"},
      {"left out", "NPS.DELTA({9|0};{9|_})", "100"},
      {"a text", "NPS.DELTA({9|0};{9|_};'TRUE')", "#VALUE!"},
      {"a blank text", "NPS.DELTA({9|0};{9|_};_)", "#VALUE!"},
      {"an array", "NPS.DELTA({9|0};{9|_};{1|1})", "#VALUE!"},
      {"nan", "NPS.DELTA({9|0};{9|_};nan)", "#NUM!"},
      {"grades", "CX.GRADEDELTA({9|1};{9|_};;;1)", "0"},
      {"grades", "CX.GRADEDELTA({9|1};{9|_};;;0)", "4"},
      {"grades", "CX.GRADEDELTA({9|1};{9|_};;;'x')", "#VALUE!"},
      {"grades", "CX.GRADEPVALUE({9|1};{9|_};'x')", "#VALUE!"},
      {"grades", "CX.GRADEVERDICT({9|1};{9|_};;'x')", "#VALUE!"},
      {"verdicts", "NPS.VERDICT({9|1};{9|_};;'x')", "#VALUE!"},
      {"margins", "NPS.DELTAMARGIN({9|1};{9|_};;'x')", "#VALUE!"},
  };
  (void)state;
  FX_RUN(cases);
}

static void results_speak_english_and_dutch(void **state) {
  static const fx_case cases[] = {
      {"rise", "NPS.VERDICT(" NAUGHT ";" TEN ";;;;'en')", "'rise'"},
      {"rise", "NPS.VERDICT(" NAUGHT ";" TEN ";;;;'nl')", "'stijging'"},
      {"fall", "NPS.VERDICT(" TEN ";" NAUGHT ";;;;'en')", "'fall'"},
      {"fall", "NPS.VERDICT(" TEN ";" NAUGHT ";;;;'nl')", "'daling'"},
      {"none", "NPS.VERDICT(" TEN ";" TEN ")", "'no demonstrable difference'"},
      {"none", "NPS.VERDICT(" TEN ";" TEN ";;;;'nl')", "'geen aantoonbaar verschil'"},
      {"too few", "NPS.VERDICT({9};{0})", "'too few answers'"},
      {"too few", "NPS.VERDICT({9};{0};;;;'nl')", "'te weinig antwoorden'"},
      {"paired", "NPS.VERDICT(" NAUGHT ";" TEN ";;1;;'nl')", "'stijging'"},
      {"shares", "CX.TOPBOXVERDICT(" NAUGHT ";" TEN ";2;0;10;;;'nl')", "'stijging'"},
      {"shares", "CX.TOPBOXVERDICT(" TEN ";" NAUGHT ";2;0;10;;;'en')", "'fall'"},
      {"grades", "CX.GRADEVERDICT(" NAUGHT ";" TEN ";;;;0;;'nl')", "'stijging'"},
      {"grades", "CX.GRADEVERDICT({9};{9};;;;;;'nl')", "'te weinig antwoorden'"},
      {"the table", "NPS.TABLE({9};{'A'};;2;'en')",
       "{'Group','n','Promoters','Passives','Detractors','NPS','Lower','Upper'"
       "|'A','< 2','','','','too few answers','',''"
       "|'Total','< 2','','','','too few answers','',''}"},
      {"the table", "NPS.TABLE({9|9|9|9};{'A'|_|'B'|'B'};;2;'nl')",
       "{'Groep','n','Promotors','Passieven','Criticasters','NPS','Ondergrens','Bovengrens'"
       "|'A','< 2','','','','te weinig antwoorden','',''|'B',2,2,0,0,100,*,*"
       "|'(geen groep)','< 2','','','','te weinig antwoorden','',''|'Totaal',4,4,0,0,100,*,*}"},
      {"the table", "NPS.TABLE({9|9|9};{'A'|'B'|'B'};;2;'nl')",
       "{*,*,*,*,*,*,*,*|'A','< 2','','','','te weinig antwoorden','',''"
       "|'B','≥ 2','','','','verborgen','',''|'Totaal',3,3,0,0,100,*,*}"},
      {"the table", "NPS.TABLE({9};{_})",
       "{*,*,*,*,*,*,*,*|'(no group)',1,1,0,0,100,*,*|'Total',1,1,0,0,100,*,*}"},
      {"the other table", "NPS.DELTATABLE({9|9};{'A'|'A'};{1|2};;;;;'nl')",
       "{'Groep','n eerder (1)','n later (2)','NPS eerder (1)','NPS later (2)','Verschil',"
       "'Ondergrens','Bovengrens','Oordeel','p','p gecorrigeerd'"
       "|'A',1,1,100,100,0,*,*,'te weinig antwoorden','',''"
       "|'Totaal',1,1,100,100,0,*,*,'te weinig antwoorden','',''}"},
      {"the other table", "NPS.DELTATABLE({9|9};{'A'|'A'};{45658|45292})",
       "{'Group','n earlier (2024-01-01)','n later (2025-01-01)','NPS earlier (2024-01-01)',"
       "'NPS later (2025-01-01)','Delta','Lower','Upper','Verdict','p','adjusted p'"
       "|*,*,*,*,*,*,*,*,'too few answers','',''|'Total',1,1,100,100,0,*,*,*,'',''}"},
      {"a wave is no date", "NPS.DELTATABLE({9|9};{'A'|'A'};{36525|45658.5})",
       "{*,'n earlier (36525)','n later (45658.5)',*,*,*,*,*,*,*,*|*,*,*,*,*,*,*,*,*,*,*"
       "|*,*,*,*,*,*,*,*,*,*,*}"},
      {"the first and the last date", "NPS.DELTATABLE({9|9};{'A'|'A'};{36526|73050})",
       "{*,'n earlier (2000-01-01)','n later (2099-12-31)',*,*,*,*,*,*,*,*|*,*,*,*,*,*,*,*,*,*,*"
       "|*,*,*,*,*,*,*,*,*,*,*}"},
      {"short decimals", "NPS.DELTATABLE({9|9};{'A'|'A'};{-2.25|0.1})",
       "{*,'n earlier (-2.25)','n later (0.1)',*,*,*,*,*,*,*,*|*,*,*,*,*,*,*,*,*,*,*"
       "|*,*,*,*,*,*,*,*,*,*,*}"},
      {"comparing", "NPS.COMPARE({9|9|0|0};{'A'|'A'|'B'|'B'};0.6;;1;'nl')",
       "{'Groep','n','NPS','NPS van de rest','Verschil','Ondergrens','Bovengrens','p',"
       "'p gecorrigeerd','Oordeel'|'A',2,100,-100,200,*,*,*,*,'boven'|'B',*,*,*,*,*,*,*,*,'onder'"
       "|'Totaal',4,0,'','','','',*,'','eenheden verschillen'}"},
      {"comparing", "NPS.COMPARE({9|9|0|0};{'A'|'A'|'B'|'B'};0.6;'none';1)",
       "{'Group','n','NPS','NPS of the rest','Difference','Lower','Upper','p','adjusted "
       "p','Verdict'"
       "|'A',*,*,*,*,*,*,*,*,'above'|'B',*,*,*,*,*,*,*,*,'below'"
       "|'Total',*,*,'','','','',*,'','units differ'}"},
      {"comparing", "NPS.COMPARE({9|9|0|0};{'A'|'A'|'B'|'B'};0.6;'geen';1;'nl')",
       "{*,*,*,*,*,*,*,*,*,*|*,*,*,*,*,*,*,*,*,*|*,*,*,*,*,*,*,*,*,*"
       "|*,*,*,*,*,*,*,*,*,'eenheden verschillen'}"},
      {"a trend", "NPS.TREND({9};{'A'};;;'nl')",
       "{'Meting','n','NPS','Ondergrens','Bovengrens','Verschil','p','Oordeel'"
       "|'A',1,100,*,*,'','',''|'trend per meting',0,'','','','','','te weinig antwoorden'}"},
      {"a trend", "NPS.TREND({9};{'A'})",
       "{'Wave','n','NPS','Lower','Upper','Delta','p','Verdict'"
       "|'A',1,100,*,*,'','',''|'trend per wave',0,'','','','','','too few answers'}"},
      {"a cross table", "NPS.CROSS({9|0};{'A'|_};{_|1};'marge';;'nl')",
       "{'Marge',1,'(geen groep)','Totaal'|'A','',*,*|'(geen groep)',*,'',*|'Totaal',*,*,*}"},
      {"a cross table", "NPS.CROSS({9|0|0};{'A'|'B'|'B'};{1|1|1};'promoters nl';2)",
       "{'Promotors',1,'Totaal'|'A','n < 2','n < 2'|'B','verborgen','verborgen'|'Totaal',1,1}"},
  };
  (void)state;
  FX_RUN(cases);
}

/* The measure of a scalar: keyword, confidence in per cent, language, in this order. */
static void a_measure(void **state) {
  static const char *const good[][2] = {
      {"LOWER", "lower"},
      {"ondergrens", "lower"},
      {"  lower  ", "lower"},
      {"lower 95", "lower"},
      {"lower 95%", "lower"},
      {"lower 95.0", "lower"},
      {"lower 95,0%", "lower"},
      {"lower en", "lower"},
      {"lower 95 NL", "lower"},
      {"lower\t95", "lower"},
      {"lower\xC2\xA0"
       "95",
       "lower"},
      {"bovengrens 90", "upper 90%"},
      {"marge 97,5%", "margin 97.5"},
      {"promotors", "promoters"},
      {"passieven", "passives"},
      {"criticasters", "detractors"},
      {"Score", "score"},
      {"N", "n"},
  };
  static const char *const unknown[] = {"",
                                        " ",
                                        "mean",
                                        "lower upper",
                                        "95 lower",
                                        "lower nl 95",
                                        "lower 95 95",
                                        "lower de",
                                        "lower 95 %",
                                        "lower +95",
                                        "lower 9e1",
                                        "lower 95%%",
                                        "lower 9,5,0",
                                        "lower ,",
                                        "lower %",
                                        "verdict",
                                        "lower nl en",
                                        "lowers",
                                        "lower,90"};
  static const char *const impossible[] = {"lower 5",       "lower 50",  "lower 0.9",
                                           "lower 0,95",    "lower 100", "lower 1000%",
                                           "margin 50,0 nl"};
  char formula[120];
  (void)state;
  for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
    snprintf(formula, sizeof formula, "NPS.UNIT('%s';{9|10|7|0|3|8})", good[i][1]);
    fx_value expected = fx_evaluate(formula);
    snprintf(formula, sizeof formula, "NPS.UNIT('%s';{9|10|7|0|3|8})", good[i][0]);
    fx_value actual = fx_evaluate(formula);
    if (expected.kind != FX_NUMBER || !fx_same(&actual, &expected, 0))
      fail_msg("%s is not %s", good[i][0], good[i][1]);
  }
  for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
    snprintf(formula, sizeof formula, "NPS.UNIT('%s';{9|10})", unknown[i]);
    fx_expect("an unknown measure", formula, "#VALUE!", __FILE__, __LINE__);
    snprintf(formula, sizeof formula, "NPS.CROSS({9|10};{1|2};{1|1};'%s')", unknown[i]);
    fx_expect("an unknown measure", formula, "#VALUE!", __FILE__, __LINE__);
  }
  for (size_t i = 0; i < sizeof impossible / sizeof *impossible; i++) {
    snprintf(formula, sizeof formula, "NPS.UNIT('%s';{9|10})", impossible[i]);
    fx_expect("an impossible confidence", formula, "#NUM!", __FILE__, __LINE__);
    snprintf(formula, sizeof formula, "NPS.CROSS({9|10};{1|2};{1|1};'%s')", impossible[i]);
    fx_expect("an impossible confidence", formula, "#NUM!", __FILE__, __LINE__);
  }
  FX("NPS.CROSS({9|10};{1|2};{1|1};3)", "#VALUE!");
  FX("NPS.CHANGE('score';{9|10};{1|2};;)", "#VALUE!");
}

static void measures_of_a_change_in_both_languages(void **state) {
  static const char *const pairs[][2] = {{"earlier", "eerder"},
                                         {"later", "LATER"},
                                         {"n_earlier", "n_eerder"},
                                         {"delta", "verschil"},
                                         {"margin", "marge"},
                                         {"lower", "ondergrens"},
                                         {"upper 80", "bovengrens 80%"},
                                         {"p", "P"},
                                         {"detectable", "merkbaar"},
                                         {"n_later", "N_later"},
                                         {"verdict nl", "oordeel nl"},
                                         {"verdict 60", "oordeel 60"}};
  char formula[160];
  (void)state;
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    snprintf(formula, sizeof formula, "NPS.CHANGE('%s';{9|10|0|7};{1|1|2|2};;)", pairs[i][0]);
    fx_value expected = fx_evaluate(formula);
    snprintf(formula, sizeof formula, "NPS.CHANGE('%s';{9|10|0|7};{1|1|2|2};;)", pairs[i][1]);
    fx_value actual = fx_evaluate(formula);
    if (expected.kind == FX_ERROR || !fx_same(&actual, &expected, 0))
      fail_msg("%s is not %s", pairs[i][0], pairs[i][1]);
    fx_free(&actual);
    fx_free(&expected);
  }
  FX("NPS.CHANGE('trend_oordeel nl';{9};{1};;)", "'te weinig antwoorden'");
  FX("NPS.CHANGE('trend_verdict';{9};{1};;)", "'too few answers'");
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rule_11_segment_of),
      cmocka_unit_test(keywords_in_both_languages_and_any_case),
      cmocka_unit_test(an_unknown_keyword_is_refused),
      cmocka_unit_test(paired_is_a_truth_value),
      cmocka_unit_test(results_speak_english_and_dutch),
      cmocka_unit_test(a_measure),
      cmocka_unit_test(measures_of_a_change_in_both_languages),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
