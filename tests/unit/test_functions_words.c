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
       "|'A',1,'','','','too few answers','',''|'Total',1,1,0,0,100,*,*}"},
      {"the table", "NPS.TABLE({9|9};{'A'|_};;2;'nl')",
       "{'Groep','n','Promotors','Passieven','Criticasters','NPS','Ondergrens','Bovengrens'"
       "|'A',1,'','','','te weinig antwoorden','',''"
       "|'(geen groep)',1,'','','','te weinig antwoorden','',''|'Totaal',2,2,0,0,100,*,*}"},
      {"the table", "NPS.TABLE({9};{_})",
       "{*,*,*,*,*,*,*,*|'(no group)',1,1,0,0,100,*,*|'Total',1,1,0,0,100,*,*}"},
      {"the other table", "NPS.DELTATABLE({9|9};{'A'|'A'};{1|2};;;;;'nl')",
       "{'Groep','n eerder','n later','NPS eerder','NPS later','Verschil','Ondergrens',"
       "'Bovengrens','Oordeel'|'A',1,1,100,100,0,*,*,'te weinig antwoorden'"
       "|'Totaal',1,1,100,100,0,*,*,'te weinig antwoorden'}"},
      {"the other table", "NPS.DELTATABLE({9|9};{'A'|'A'};{1|2})",
       "{'Group','n earlier','n later','NPS earlier','NPS later','Delta','Lower','Upper','Verdict'"
       "|*,*,*,*,*,*,*,*,'too few answers'|'Total',1,1,100,100,0,*,*,'too few answers'}"},
  };
  (void)state;
  FX_RUN(cases);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rule_11_segment_of),
      cmocka_unit_test(keywords_in_both_languages_and_any_case),
      cmocka_unit_test(an_unknown_keyword_is_refused),
      cmocka_unit_test(paired_is_a_truth_value),
      cmocka_unit_test(results_speak_english_and_dutch),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
