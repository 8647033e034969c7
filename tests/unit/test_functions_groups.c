/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NPS.TABLE and NPS.DELTATABLE: which rows belong together, which waves are compared. */
#include "functions_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HEADER "{*,*,*,*,*,*,*,*"
#define DELTA_HEADER "{*,*,*,*,*,*,*,*,*,*,*"

static void groups_are_told_apart(void **state) {
  static const fx_case cases[] = {
      {"without regard to case, label as first seen",
       "NPS.TABLE({9|9|0};{'Noord'|'NOORD'|'noord'})",
       HEADER "|'Noord',3,2,0,1,*,*,*|'Total',3,*,*,*,*,*,*}"},
      {"accents", "NPS.TABLE({9|0|9|0};{'CAFÉ'|'café'|'cafe'|'CAFE'})",
       HEADER "|'CAFÉ',2,1,0,1,0,*,*|'cafe',2,1,0,1,0,*,*|'Total',4,*,*,*,*,*,*}"},
      {"composed and decomposed are different", "NPS.TABLE({9|9};{'é'|'e\xCC\x81'})",
       HEADER "|'é',1,*,*,*,*,*,*|'e\xCC\x81',1,*,*,*,*,*,*|'Total',2,*,*,*,*,*,*}"},
      {"Greek", "NPS.TABLE({9|9|9};{'Αθήνα'|'ΑΘΉΝΑ'|'αθήνα'})",
       HEADER "|'Αθήνα',3,*,*,*,*,*,*|'Total',3,*,*,*,*,*,*}"},
      {"Greek: both small sigmas have one capital", "NPS.TABLE({9|9|9};{'ΟΔΟΣ'|'οδος'|'οδοσ'})",
       HEADER "|'ΟΔΟΣ',3,*,*,*,*,*,*|'Total',3,*,*,*,*,*,*}"},
      {"Cyrillic", "NPS.TABLE({9|9};{'ЖУК'|'жук'})",
       HEADER "|'ЖУК',2,*,*,*,*,*,*|'Total',2,*,*,*,*,*,*}"},
      {"sharp s has a capital, and is not ss", "NPS.TABLE({9|9|9};{'Straße'|'STRAẞE'|'Strasse'})",
       HEADER "|'Straße',2,*,*,*,*,*,*|'Strasse',1,*,*,*,*,*,*|'Total',3,*,*,*,*,*,*}"},
      {"not trimmed", "NPS.TABLE({9|9|9};{'a'|'a '|' a'})",
       HEADER "|'a',1,*,*,*,*,*,*|'a ',1,*,*,*,*,*,*|' a',1,*,*,*,*,*,*|'Total',3,*,*,*,*,*,*}"},
      {"the number 1 is not the text", "NPS.TABLE({9|0|9|0};{1|'1'|1.0|'1'})",
       HEADER "|1,2,2,0,0,100,*,*|'1',2,0,0,2,-100,*,*|'Total',4,2,0,2,0,*,*}"},
      {"-0 is 0, label as first seen", "NPS.TABLE({9|9|9};{0|-0.0|'0'})",
       HEADER "|0,2,*,*,*,*,*,*|'0',1,*,*,*,*,*,*|'Total',3,*,*,*,*,*,*}"},
      {"numbers that differ a little", "NPS.TABLE({9|9|9};{0.1|0.1|0.10000000000000002})",
       HEADER "|0.1,2,*,*,*,*,*,*|0.1,1,*,*,*,*,*,*|'Total',3,*,*,*,*,*,*}"},
      {"extreme numbers", "NPS.TABLE({9|9|9|9};{1e308|-1e308|5e-324|1e308})",
       HEADER
       "|1e308,2,*,*,*,*,*,*|-1e308,1,*,*,*,*,*,*|5e-324,1,*,*,*,*,*,*|'Total',*,*,*,*,*,*,*}"},
      {"a prefix is another group", "NPS.TABLE({9|9|9};{'ab'|'a'|'abc'})",
       HEADER "|'ab',1,*,*,*,*,*,*|'a',1,*,*,*,*,*,*|'abc',1,*,*,*,*,*,*|'Total',3,*,*,*,*,*,*}"},
      {"order of first appearance, not of size", "NPS.TABLE({9|9|9|9};{'z'|2|'a'|1})",
       HEADER "|'z',1,*,*,*,*,*,*|2,1,*,*,*,*,*,*|'a',1,*,*,*,*,*,*|1,1,*,*,*,*,*,*"
              "|'Total',4,*,*,*,*,*,*}"},
      {"row by row", "NPS.TABLE({9,0|8,9};{'a','b'|'b','c'})",
       HEADER "|'a',1,*,*,*,100,*,*|'b',2,0,1,1,-50,*,*|'c',1,*,*,*,*,*,*|'Total',4,2,1,1,25,*,*}"},
      {"one cell", "NPS.TABLE(9;'a')", HEADER "|'a',1,1,0,0,100,*,*|'Total',1,1,0,0,100,*,*}"},
      {"a text of a blank is a group", "NPS.TABLE({9};{' '})",
       HEADER "|' ',1,*,*,*,*,*,*|'Total',1,*,*,*,*,*,*}"},
      {"a group called like the words of the table", "NPS.TABLE({9|9|9};{'total'|'(no group)'|_})",
       HEADER "|'total',1,*,*,*,*,*,*|'(no group)',1,*,*,*,*,*,*|'(no group)',1,*,*,*,*,*,*"
              "|'Total',3,*,*,*,*,*,*}"},
  };
  (void)state;
  FX_RUN(cases);
}

static void the_table(void **state) {
  static const fx_case cases[] = {
      {"adjusted Wald", "NPS.TABLE({9|9|0|8};{'a'|'a'|'a'|'b'};0.9)",
       HEADER "|'a',3,2,0,1,33.333333333333336,-40.40059782205717,73.73393115539051"
              "|'b',1,0,1,0,0,*,*|'Total',4,2,1,1,25,*,*}"},
      {"rows without a group before the total", "NPS.TABLE({9|0|8};{_|'a'|_})",
       HEADER "|'a',1,0,0,1,-100,*,*|'(no group)',2,1,1,0,50,*,*|'Total',3,1,1,1,0,*,*}"},
      {"blank rows are no group", "NPS.TABLE({9|_|_};{'a'|_|_})",
       HEADER "|'a',1,*,*,*,*,*,*|'Total',1,*,*,*,*,*,*}"},
      {"what is no label", "NPS.TABLE({9|0|8};{nan|TRUE|void})",
       HEADER "|'(no group)',3,1,1,1,0,*,*|'Total',3,1,1,1,0,*,*}"},
      {"a group without a valid score", "NPS.TABLE({9|'x'|99};{'a'|'b'|'b'})",
       HEADER "|'a',1,*,*,*,*,*,*|'b',0,0,0,0,#DIV/0!,#DIV/0!,#DIV/0!|'Total',1,*,*,*,*,*,*}"},
      {"minimum 0 is 0", "NPS.TABLE({9|'x'};{'a'|'b'};;0)",
       HEADER "|'a',1,*,*,*,*,*,*|'b',0,0,0,0,#DIV/0!,#DIV/0!,#DIV/0!|'Total',1,*,*,*,*,*,*}"},
      {"too few", "NPS.TABLE({9|9|0};{'a'|'a'|'b'};;2)",
       HEADER "|'a','≥ 2','','','','hidden','',''|'b','< 2','','','','too few answers','',''"
              "|'Total',3,2,0,1,*,*,*}"},
      {"a minimum of 1 hides nothing", "NPS.TABLE({9|9|0};{'a'|'a'|'b'};;1)",
       HEADER "|'a',2,2,0,0,100,*,*|'b',1,0,0,1,-100,*,*|'Total',3,*,*,*,*,*,*}"},
      {"two small groups hide each other",
       "NPS.TABLE({9|9|0|0|7|8|8|8};{'a'|'a'|'b'|'b'|'c'|'c'|'c'|'c'};;3;'nl')",
       "{*,*,*,*,*,*,*,*|'a','< 3','','','','te weinig antwoorden','',''|'b','< 3','','','',"
       "'te weinig antwoorden','',''|'c',4,0,4,0,0,*,*|'Totaal',8,2,4,2,0,*,*}"},
      {"rows without a group hide too", "NPS.TABLE({9|9|9|0};{'a'|'a'|'a'|_};;3)",
       HEADER
       "|'a','≥ 3','','','','hidden','',''|'(no group)','< 3','','','','too few answers','',''"
       "|'Total',4,3,0,1,50,*,*}"},
      {"a total of too few is hidden too", "NPS.TABLE({9|9|_};{'a'|'b'|_};;30)",
       HEADER "|*,'< 30','','','',*,'',''|*,'< 30','','','',*,'',''"
              "|'Total','< 30','','','','too few answers','',''}"},
      {"the minimum is whole", "NPS.TABLE({9|9};{'a'|'a'};;2.5)", "#NUM!"},
      {"weights of another shape", "NPS.TABLE({9|0};{'a'|'b'};;;;{1})", "#VALUE!"},
      {"a bad weight", "NPS.TABLE({9|0};{'a'|'b'};;;;{1|-1})", "#NUM!"},
      {"all weights 0", "NPS.TABLE({9|0};{'a'|'b'};;;;{0|0})", "#DIV/0!"},
      {"n counts weights above 0", "NPS.TABLE({9|0|8|9};{'a'|'a'|'a'|'b'};;;;{3|1|_|0})",
       HEADER "|'a',2,1,0,1,50,*,*|'b',0,0,0,0,#DIV/0!,#DIV/0!,#DIV/0!|'Total',2,1,0,1,50,*,*}"},
      {"no valid score at all", "NPS.TABLE({'x'|99};{'a'|'b'})", "#DIV/0!"},
  };
  (void)state;
  FX_RUN(cases);
}

static void which_waves(void **state) {
  static const fx_case cases[] = {
      {"the last two numbers", "NPS.DELTATABLE({0|9|8|9};{'a'|'a'|'a'|'a'};{2024|2026|2025|2023})",
       DELTA_HEADER "|'a',1,1,0,100,100,*,*,*,*,*|'Total',1,1,0,100,100,*,*,*,*,*}"},
      {"numbers before text", "NPS.DELTATABLE({0|9|8};{'a'|'a'|'a'};{'A'|99|1})",
       DELTA_HEADER "|'a',1,1,100,-100,-200,*,*,*,*,*|'Total',1,1,100,-100,*,*,*,*,*,*}"},
      {"texts as they appear, without regard to case",
       "NPS.DELTATABLE({0|9|8|9};{'a'|'a'|'a'|'a'};{'b'|'C'|'a'|'c'})",
       DELTA_HEADER "|'a',2,1,100,0,-100,*,*,*,*,*|'Total',2,1,100,0,*,*,*,*,*,*}"},
      {"the number 1 is not the text", "NPS.DELTATABLE({0|9};{'a'|'a'};{1|'1'})",
       DELTA_HEADER "|'a',1,1,-100,100,200,*,*,*,*,*|*,*,*,*,*,*,*,*,*,*,*}"},
      {"-0 is 0", "NPS.DELTATABLE({0|9|9};{'a'|'a'|'a'};{0|-0.0|-1})",
       DELTA_HEADER "|'a',1,2,100,0,-100,*,*,*,*,*|*,*,*,*,*,*,*,*,*,*,*}"},
      {"one distinct", "NPS.DELTATABLE({0|9};{'a'|'a'};{1|1})", "#N/A"},
      {"one distinct", "NPS.DELTATABLE({0|9};{'a'|'a'};{'x'|'X'})", "#N/A"},
      {"one distinct", "NPS.DELTATABLE({0|9};{'a'|'a'};{1|_})", "#N/A"},
      {"none", "NPS.DELTATABLE({0|9};{'a'|'a'};{_|_})", "#N/A"},
      {"both given", "NPS.DELTATABLE({0|9|8};{'a'|'a'|'a'};{1|2|3};1;2)",
       DELTA_HEADER "|'a',1,1,-100,100,200,*,*,*,*,*|*,*,*,*,*,*,*,*,*,*,*}"},
      {"given in the order asked", "NPS.DELTATABLE({0|9|8};{'a'|'a'|'a'};{1|2|3};2;1)",
       DELTA_HEADER "|'a',1,1,100,-100,-200,*,*,*,*,*|*,*,*,*,*,*,*,*,*,*,*}"},
      {"given, another case", "NPS.DELTATABLE({0|9};{'a'|'a'};{'q1'|'q2'};'Q1';'Q2')",
       DELTA_HEADER "|'a',1,1,-100,100,200,*,*,*,*,*|*,*,*,*,*,*,*,*,*,*,*}"},
      {"the earlier one given", "NPS.DELTATABLE({0|9|8};{'a'|'a'|'a'};{1|2|3};1)",
       DELTA_HEADER "|'a',1,1,-100,0,100,*,*,*,*,*|*,*,*,*,*,*,*,*,*,*,*}"},
      {"the later one given", "NPS.DELTATABLE({0|9|8};{'a'|'a'|'a'};{1|2|3};;2)",
       DELTA_HEADER "|'a',1,1,-100,100,200,*,*,*,*,*|*,*,*,*,*,*,*,*,*,*,*}"},
      {"the lowest given as later", "NPS.DELTATABLE({0|9};{'a'|'a'};{1|2};;1)", "#N/A"},
      {"the highest given as earlier", "NPS.DELTATABLE({0|9};{'a'|'a'};{1|2};2)", "#N/A"},
      {"one wave twice", "NPS.DELTATABLE({0|9};{'a'|'a'};{1|2};2;2)", "#N/A"},
      {"one wave twice", "NPS.DELTATABLE({0|9};{'a'|'a'};{'x'|'y'};'x';'X')", "#N/A"},
      {"a wave nobody has", "NPS.DELTATABLE({0|9};{'a'|'a'};{1|2};1;3)",
       DELTA_HEADER "|'a',1,0,-100,#N/A,#N/A,#N/A,#N/A,'too few "
                    "answers',*,*|'Total',1,0,-100,#N/A,#N/A,#N/A,#N/A,'too few answers',*,*}"},
      {"0 is a wave, not a default", "NPS.DELTATABLE({0|9};{'a'|'a'};{1|2};0;2)",
       DELTA_HEADER "|'a',0,1,#N/A,100,#N/A,#N/A,#N/A,*,*,*|*,*,*,*,*,*,*,*,*,*,*}"},
      {"two waves nobody has", "NPS.DELTATABLE({0|9};{'a'|'a'};{1|2};7;8)", "#DIV/0!"},
      {"the text of a number is another wave", "NPS.DELTATABLE({0|9};{'a'|'a'};{1|2};'1';2)",
       DELTA_HEADER "|'a',0,1,#N/A,*,*,*,*,*,*,*|*,*,*,*,*,*,*,*,*,*,*}"},
      {"no place for a range", "NPS.DELTATABLE({0|9};{'a'|'a'};{1|2};{1|2};2)", "#VALUE!"},
      {"no place for a range", "NPS.DELTATABLE({0|9};{'a'|'a'};{1|2};1;{2|1})", "#VALUE!"},
      {"no valid score", "NPS.DELTATABLE({'x'|99};{'a'|'a'};{1|2})", "#DIV/0!"},
  };
  (void)state;
  FX_RUN(cases);
}

static void the_other_table(void **state) {
  static const fx_case cases[] = {
      {"adjusted Wald",
       "NPS.DELTATABLE({9|9|0|8|9|9};{'a'|'a'|'a'|'a'|'a'|'a'};{1|1|1|2|2|2};;;0.9)",
       DELTA_HEADER
       "|'a',3,3,33.333333333333336,66.66666666666667,33.33333333333333,-56.72294826563944,90."
       "05628159897276,'too few answers',*,*|'Total',3,3,*,*,*,*,*,'too few answers',*,*}"},
      {"a group absent in a wave", "NPS.DELTATABLE({9|0|9};{'a'|'a'|'b'};{1|2|1})",
       DELTA_HEADER
       "|'a',1,1,100,-100,-200,*,*,'too few answers',*,*|'b',1,0,100,#N/A,#N/A,#N/A,#N/A,'too few "
       "answers',*,*|'Total',2,1,100,-100,-200,*,*,'too few answers',*,*}"},
      {"a group of other waves only", "NPS.DELTATABLE({9|0|9};{'a'|'a'|'b'};{2|3|1})",
       DELTA_HEADER "|'a',1,1,100,-100,-200,*,*,*,*,*|'b',0,0,#N/A,#N/A,#N/A,#N/A,#N/"
                    "A,*,*,*|'Total',1,1,*,*,*,*,*,*,*,*}"},
      {"rows without a group", "NPS.DELTATABLE({9|0|8|7};{'a'|'a'|_|_};{1|2|1|2})",
       DELTA_HEADER
       "|'a',1,1,*,*,*,*,*,*,*,*|'(no group)',1,1,0,0,0,*,*,*,*,*|'Total',2,2,*,*,*,*,*,*,*,*}"},
      {"rows without a wave do not count", "NPS.DELTATABLE({9|0|0};{'a'|'a'|'a'};{1|2|_})",
       DELTA_HEADER "|'a',1,1,100,-100,*,*,*,*,*,*|*,1,1,*,*,*,*,*,*,*,*}"},
      {"the minimum hides, in each wave for itself",
       "NPS.DELTATABLE({9|0|9|9|9};{'a'|'a'|'b'|'b'|'b'};{1|2|1|2|2};;;;2)",
       DELTA_HEADER "|'a','< 2','< 2','','','','','','too few answers','',''"
                    "|'b','< 2','≥ 2','','','','','','too few answers','',''"
                    "|'Total',2,3,100,33.333333333333336,-66.66666666666667,*,*,"
                    "'no demonstrable difference',0.6253611036726308,0.6253611036726308}"},
      {"hidden for the sake of another",
       "NPS.DELTATABLE({9|0|9|9|9|9|9|9};{'a'|'a'|'a'|'b'|'b'|'b'|'b'|'b'};{1|1|2|1|1|2|2|2};;;;2)",
       DELTA_HEADER "|'a',2,'< 2',0,'','','','','too few answers','',''"
                    "|'b',2,'≥ 2',100,'','','','','hidden','',''|'Total',4,4,*,*,*,*,*,*,*,*}"},
      {"a total of too few is hidden", "NPS.DELTATABLE({9|0};{'a'|'a'};{1|2};;;;30)",
       DELTA_HEADER "|'a','< 30','< 30','','','','','','too few answers','',''"
                    "|'Total','< 30','< 30','','','','','','too few answers','',''}"},
      {"a verdict", "NPS.DELTATABLE({0|0|0|0|9|9|9|9};{1|1|1|1|1|1|1|1};{1|1|1|1|2|2|2|2};;;;4)",
       DELTA_HEADER "|1,4,4,-100,100,200,*,*,'rise',*,*|'Total',4,4,-100,100,200,*,*,'rise',*,*}"},
      {"no verdict below ten unless asked for",
       "NPS.DELTATABLE({0|0|0|0|9|9|9|9};{1|1|1|1|1|1|1|1};{1|1|1|1|2|2|2|2})",
       DELTA_HEADER
       "|1,4,4,-100,100,200,*,*,'too few answers',*,*|*,*,*,*,*,*,*,*,'too few answers',*,*}"},
      {"too few first, whatever the confidence",
       "NPS.DELTATABLE({0|0|0|0|9|9|9|9};{1|1|1|1|1|1|1|1};{1|1|1|1|2|2|2|2};;;0.6;5)",
       DELTA_HEADER "|1,'< 5','< 5','','','','','','too few answers','',''"
                    "|*,'< 5','< 5','','','','','','too few answers','',''}"},
      {"correction",
       "NPS.DELTATABLE({0|0|9|9|0|0|9|9};{1|1|1|1|2|2|2|2};{1|1|2|2|1|1|2|2};;;;1;;'bh')",
       DELTA_HEADER "|1,2,2,-100,100,200,*,*,*,0.08519169643587948,0.08519169643587948|2,*,*,*,*,*,"
                    "*,*,*,0.08519169643587948,0.08519169643587948|*,*,*,"
                    "*,*,*,*,*,*,*,*}"},
      {"an unknown correction", "NPS.DELTATABLE({0|9};{1|1};{1|2};;;;;;'tukey')", "#VALUE!"},
      {"a minimum that is not whole", "NPS.DELTATABLE({0|9};{1|1};{1|2};;;;2.5)", "#NUM!"},
      {"a bad weight in another wave", "NPS.DELTATABLE({0|9|9};{1|1|1};{1|2|0};;;;;;;{1|1|-1})",
       "#NUM!"},
      {"weights of another shape", "NPS.DELTATABLE({0|9};{1|1};{1|2};;;;;;;{1|1|1})", "#VALUE!"},
      {"all weights 0", "NPS.DELTATABLE({0|9};{1|1};{1|2};;;;;;;{0|0})", "#DIV/0!"},
      {"n counts weights above 0", "NPS.DELTATABLE({0|9|9|9};{1|1|1|1};{1|1|2|2};;;;;;;{3|1|2|0})",
       DELTA_HEADER "|1,2,1,-50,100,150,*,*,'too few answers','',''|*,*,*,*,*,*,*,*,*,*,*}"},
      {"row by row", "NPS.DELTATABLE({9,0|0,9};{'a','b'|'a','b'};{1,1|2,2})",
       DELTA_HEADER "|'a',1,1,100,-100,-200,*,*,*,*,*|'b',1,1,-100,100,200,*,*,*,*,*|'Total',2,2,0,"
                    "0,0,*,*,*,*,*}"},
  };
  (void)state;
  FX_RUN(cases);
}

enum { MANY = 100000 };

/* The i-th of many labels: a number, a text of its own, or a text shared by both its rows. */
static fx_value label_of(size_t i, rtl_uString **shared) {
  char text[32];
  if (i % 3 == 0)
    return fx_number((double)i / 8);
  snprintf(text, sizeof text, "Groep %zu", i);
  if (i % 3 == 1)
    return fx_text(text);
  if (shared[i] == NULL)
    shared[i] = kp_uno_string_new(text);
  return fx_string(shared[i]);
}

/* Each group has a promoter in the first half and a detractor in the second, in reverse order. */
static void rule_12_a_hundred_thousand_groups(void **state) {
  rtl_uString **shared = calloc(MANY, sizeof(rtl_uString *));
  size_t rows = 2 * (size_t)MANY;
  fx_value arguments[3] = {fx_array(rows, 1), fx_array(rows, 1), fx_array(rows, 1)};
  (void)state;
  assert_non_null(shared);
  for (size_t row = 0; row < rows; row++) {
    size_t group = row < MANY ? row : rows - 1 - row;
    fx_value cells[3] = {fx_number(row < MANY ? 9 : 0), label_of(group, shared),
                         fx_number(row < MANY ? 2025 : 2026)};
    for (size_t i = 0; i < 3; i++) {
      fx_free(fx_at(&arguments[i], row, 0));
      *fx_at(&arguments[i], row, 0) = cells[i];
    }
  }
  fx_value table = fx_call("NPS.TABLE", arguments, 2);
  fx_value deltas = fx_call("NPS.DELTATABLE", arguments, 3);
  assert_int_equal(table.kind, FX_ARRAY);
  assert_int_equal(table.count, MANY + 2);
  assert_int_equal(deltas.count, MANY + 2);
  for (size_t group = 0; group < MANY; group++) {
    char text[32];
    const fx_value *label = fx_at(&table, 1 + group, 0);
    snprintf(text, sizeof text, "Groep %zu", group);
    if (group % 3 == 0)
      assert_true(label->kind == FX_NUMBER && label->number == (double)group / 8);
    else
      assert_string_equal(label->text, text);
    assert_true(fx_at(&table, 1 + group, 1)->number == 2);
    assert_true(fx_at(&table, 1 + group, 5)->number == 0);
    assert_true(fx_at(&deltas, 1 + group, 1)->number == 1);
    assert_true(fx_at(&deltas, 1 + group, 5)->number == -200);
  }
  assert_true(fx_at(&table, MANY + 1, 1)->number == (double)rows);
  fx_free(&table);
  fx_free(&deltas);
  for (size_t i = 0; i < 3; i++)
    fx_free(&arguments[i]);
  for (size_t i = 0; i < MANY; i++)
    if (shared[i] != NULL)
      rtl_uString_release(shared[i]);
  free(shared);
}

/* Calc hands over one string object for equal texts; a scripting caller may not. */
static void equal_texts_are_one_group_whether_shared_or_not(void **state) {
  rtl_uString *shared = kp_uno_string_new("noord");
  fx_value arguments[2] = {fx_array(4, 1), fx_array(4, 1)};
  fx_value labels[4] = {fx_string(shared), fx_text("noord"), fx_string(shared), fx_text("NOORD")};
  fx_value expected = fx_read(HEADER "|'noord',4,4,0,0,100,*,*|'Total',4,*,*,*,*,*,*}");
  (void)state;
  for (size_t row = 0; row < 4; row++) {
    fx_free(fx_at(&arguments[0], row, 0));
    fx_free(fx_at(&arguments[1], row, 0));
    *fx_at(&arguments[0], row, 0) = fx_number(10);
    *fx_at(&arguments[1], row, 0) = labels[row];
  }
  fx_value table = fx_call("NPS.TABLE", arguments, 2);
  assert_true(fx_same(&table, &expected, 0));
  fx_free(&table);
  fx_free(&expected);
  fx_free(&arguments[0]);
  fx_free(&arguments[1]);
  rtl_uString_release(shared);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(groups_are_told_apart),
      cmocka_unit_test(the_table),
      cmocka_unit_test(which_waves),
      cmocka_unit_test(the_other_table),
      cmocka_unit_test(rule_12_a_hundred_thousand_groups),
      cmocka_unit_test(equal_texts_are_one_group_whether_shared_or_not),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
