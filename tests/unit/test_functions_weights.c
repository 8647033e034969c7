/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CX.WEIGHTS and CX.DRIVERSTABILITY as they are called: shapes, options, dirt, words. The numbers
 * are held against slow references in test_survey_rake.c and test_survey_stability.c. */
#include "functions_fixture.h"

#include "survey_test.h"

static void weights_by_name(void **state) {
  (void)state;
  static const fx_case cases[] = {
      {"one margin: N x share / n", "CX.WEIGHTS(;{'a'|'a'|'a'|'b'};{'a',1|'b',1})",
       "{0.6666666666666667|0.6666666666666667|0.6666666666666667|2}"},
      {"people or shares, in any order", "CX.WEIGHTS(;{'a'|'b'};{'b',30|'a',90})", "{1.5|0.5}"},
      {"names whatever their case", "CX.WEIGHTS(;{'North'|'SOUTH'};{'north',1|'South',3})",
       "{0.5|1.5}"},
      {"a number is no text", "CX.WEIGHTS(;{1|2};{1,1|2,3})", "{0.5|1.5}"},
      {"... so '1' is not in this population", "CX.WEIGHTS(;{'1'|2|1};{1,1|2,3})", "{_|1.5|0.5}"},
      {"blank and unknown groups get an empty text",
       "CX.WEIGHTS(;{'a'|_|'b'|'x'|'a '};{'a',1|'b',1})", "{1|_|1|_|_}"},
      {"rows below the population do not matter", "CX.WEIGHTS(;{'a'|'b'};{'a',1|'b',3|_,_|_,_})",
       "{0.5|1.5}"},
      {"nobody lives there", "CX.WEIGHTS(;{'a'|'b'|'c'};{'a',1|'b',1|'c',0})", "{1.5|1.5|0}"},
      {"two margins",
       "CX.WEIGHTS(;{'a'|'a'|'b'|'b'};{'a',3|'b',1};{'f'|'m'|'f'|'m'};{'f',1|'m',1})",
       "{1.5|1.5|0.5|0.5}"},
      {"a pair left out between two",
       "CX.WEIGHTS(;{'a'|'b'};{'a',1|'b',1};;;{'f'|'m'};{'f',1|'m',1})", "{1|1}"},
      {"cut", "CX.WEIGHTS(1.5;{'a'|'a'|'a'|'b'};{'a',1|'b',1})",
       "{0.8333333333333333|0.8333333333333333|0.8333333333333333|1.5}"},
      {"0 cuts nothing, as from an empty cell", "CX.WEIGHTS(0;{'a'|'a'|'a'|'b'};{'a',1|'b',1})",
       "{0.6666666666666667|0.6666666666666667|0.6666666666666667|2}"},
      {"one answer", "CX.WEIGHTS(;'a';{'a',5})", "{1}"},
  };
  FX_RUN(cases);
}

static void weights_refused(void **state) {
  (void)state;
  static const fx_case cases[] = {
      {"a category with people and no answers: merge it", "CX.WEIGHTS(;{'a'|'a'};{'a',1|'b',1})",
       "#DIV/0!"},
      {"no answer at all", "CX.WEIGHTS(;{_|_};{'a',1|'b',1})", "#DIV/0!"},
      {"nobody anywhere", "CX.WEIGHTS(;{'a'|'b'};{'a',0|'b',0})", "#DIV/0!"},
      {"fewer than none", "CX.WEIGHTS(;{'a'|'b'};{'a',1|'b',-1})", "#VALUE!"},
      {"a name twice", "CX.WEIGHTS(;{'a'|'b'};{'a',1|'b',1|'A',1})", "#VALUE!"},
      {"a text for a number", "CX.WEIGHTS(;{'a'|'b'};{'a',1|'b','1'})", "#VALUE!"},
      {"a header in the population", "CX.WEIGHTS(;{'a'|'b'};{'Unit','People'|'a',1|'b',1})",
       "#VALUE!"},
      {"a number without a name", "CX.WEIGHTS(;{'a'|'b'};{'a',1|'b',1|_,2})", "#VALUE!"},
      {"an endless population", "CX.WEIGHTS(;{'a'|'b'};{'a',1|'b',inf})", "#VALUE!"},
      {"not two columns", "CX.WEIGHTS(;{'a'|'b'};{'a'|'b'})", "#VALUE!"},
      {"three columns", "CX.WEIGHTS(;{'a'|'b'};{'a',1,1|'b',1,1})", "#VALUE!"},
      {"groups in a row", "CX.WEIGHTS(;{'a','b'};{'a',1|'b',1})", "#VALUE!"},
      {"groups of unequal height",
       "CX.WEIGHTS(;{'a'|'b'};{'a',1|'b',1};{'f'|'m'|'f'};{'f',1|'m',1})", "#VALUE!"},
      {"groups without their population", "CX.WEIGHTS(;{'a'|'b'};{'a',1|'b',1};{'f'|'m'})",
       "#VALUE!"},
      {"a population without groups", "CX.WEIGHTS(;{'a'|'b'};{'a',1|'b',1};;{'f',1|'m',1})",
       "#VALUE!"},
      {"nothing at all", "CX.WEIGHTS()", "#VALUE!"},
      {"a largest weight that cannot be", "CX.WEIGHTS(1;{'a'|'b'};{'a',1|'b',1})", "#NUM!"},
      {"... nor 0.5", "CX.WEIGHTS(0.5;{'a'|'b'};{'a',1|'b',1})", "#NUM!"},
      {"... nor a negative one", "CX.WEIGHTS(-3;{'a'|'b'};{'a',1|'b',1})", "#NUM!"},
      {"... nor a word", "CX.WEIGHTS('three';{'a'|'b'};{'a',1|'b',1})", "#VALUE!"},
      {"one split that should be two",
       "CX.WEIGHTS(;{'a'|'b'};{'a',1|'b',1};{'f'|'m'};{'f',1|'m',3})", "Err:523"},
  };
  FX_RUN(cases);
}

/* The weights go straight into the weighted functions; rows without one drop out there. */
static void weights_weigh(void **state) {
  (void)state;
  fx_value weights = fx_evaluate("CX.WEIGHTS(;{'a'|'a'|'a'|'b'|_};{'a',1|'b',1})");
  fx_value scores = fx_read("{10|10|10|3|9}");
  fx_value arguments[2] = {scores, weights};
  fx_value score = fx_call("NPS.SCORE", arguments, 2);
  NEAR(score.number, 0, 1e-12);
  fx_free(&weights);
  fx_free(&scores);
}

#define OUTCOME "{9|8|7|5|6|9|3|10|8|7}"
#define DRIVERS "{8,7|7,8|7,6|5,6|6,4|8,9|4,5|9,8|6,8|7,6}"

static void stability_by_name(void **state) {
  (void)state;
  fx_value table = fx_evaluate("CX.DRIVERSTABILITY(" OUTCOME ";" DRIVERS ";;199)");
  fx_value drivers = fx_evaluate("CX.DRIVERS(" OUTCOME ";" DRIVERS ")");
  double r_squared = fx_at(&drivers, 3, 1)->number;
  assert_int_equal(table.count, 8);
  for (size_t i = 1; i <= 2; i++) {
    NEAR(fx_at(&table, i, 1)->number, r_squared * fx_at(&drivers, i, 4)->number, 1e-12);
    assert_true(fx_at(&table, i, 2)->number <= fx_at(&table, i, 3)->number);
    assert_string_equal(fx_at(&table, i, 6)->text, fx_at(&table, i, 5)->number > 0
                                                       ? "clearly above chance"
                                                       : "not clearly above chance");
  }
  NEAR(fx_at(&table, 1, 4)->number + fx_at(&table, 2, 4)->number, 1, 1e-12);
  NEAR(fx_at(&table, 3, 1)->number, r_squared, 1e-12);
  fx_free(&table);
  fx_free(&drivers);
  static const fx_case cases[] = {
      {"header and facts in English", "CX.DRIVERSTABILITY(" OUTCOME ";" DRIVERS ";;99;7)",
       "{'Driver','Weight','Lower','Upper','Ranked first','Lower above noise','Verdict'|"
       "'Driver 1',*,*,*,*,*,*|'Driver 2',*,*,*,*,*,*|'R²',*,_,_,_,_,_|'n used',10,_,_,_,_,_|"
       "'rows left out',0,_,_,_,_,_|'repetitions',99,_,_,_,_,_|'seed',7,_,_,_,_,_}"},
      {"in Dutch, with names",
       "CX.DRIVERSTABILITY(" OUTCOME ";" DRIVERS ";{'Contact','Prijs'};99;;;;;'nl')",
       "{'Driver','Gewicht','Ondergrens','Bovengrens','Op één','Ondergrens boven ruis','Oordeel'|"
       "'Contact',*,*,*,*,*,*|'Prijs',*,*,*,*,*,*|'R²',*,_,_,_,_,_|'n gebruikt',10,_,_,_,_,_|"
       "'rijen weggelaten',0,_,_,_,_,_|'herhalingen',99,_,_,_,_,_|'startgetal',1,_,_,_,_,_}"},
  };
  FX_RUN(cases);
}

/* Listwise, as CX.DRIVERS: what does not count there does not count here. */
static void stability_and_dirt(void **state) {
  (void)state;
  fx_value clean = fx_evaluate("CX.DRIVERSTABILITY(" OUTCOME ";" DRIVERS ";;199;3;0.9;1;10)");
  fx_value dirty = fx_evaluate("CX.DRIVERSTABILITY("
                               "{9|8|7|5|'n/a'|6|9|3|10|8|7|9|_|8};"
                               "{8,7|7,8|7,6|5,6|9,9|6,4|8,9|4,5|9,8|6,8|7,6|99,5|_,_|7,'?'}"
                               ";;199;3;0.9;1;10)");
  for (size_t row = 1; row <= 3; row++)
    for (size_t column = 1; column < (row < 3 ? 6 : 2); column++)
      NEAR(fx_at(&dirty, row, column)->number, fx_at(&clean, row, column)->number, 1e-12);
  NEAR(fx_at(&dirty, 4, 1)->number, 10, 0);
  NEAR(fx_at(&dirty, 5, 1)->number, 3, 0);
  fx_free(&clean);
  fx_free(&dirty);
}

static void stability_refused(void **state) {
  (void)state;
  static const fx_case cases[] = {
      {"98 repetitions", "CX.DRIVERSTABILITY(" OUTCOME ";" DRIVERS ";;98)", "#NUM!"},
      {"ten thousand", "CX.DRIVERSTABILITY(" OUTCOME ";" DRIVERS ";;10000)", "#NUM!"},
      {"half a repetition", "CX.DRIVERSTABILITY(" OUTCOME ";" DRIVERS ";;199.5)", "#NUM!"},
      {"a negative seed", "CX.DRIVERSTABILITY(" OUTCOME ";" DRIVERS ";;199;-1)", "#NUM!"},
      {"half a seed", "CX.DRIVERSTABILITY(" OUTCOME ";" DRIVERS ";;199;0.5)", "#NUM!"},
      {"a seed too large", "CX.DRIVERSTABILITY(" OUTCOME ";" DRIVERS ";;199;4294967296)", "#NUM!"},
      {"an alpha for a confidence", "CX.DRIVERSTABILITY(" OUTCOME ";" DRIVERS ";;199;1;0.05)",
       "#NUM!"},
      {"a word for a seed", "CX.DRIVERSTABILITY(" OUTCOME ";" DRIVERS ";;199;'x')", "#VALUE!"},
      {"one driver", "CX.DRIVERSTABILITY({9|8|7|5};{8|7|7|5})", "#VALUE!"},
      {"unequal rows", "CX.DRIVERSTABILITY({9|8|7};" DRIVERS ")", "#VALUE!"},
      {"too few names", "CX.DRIVERSTABILITY(" OUTCOME ";" DRIVERS ";{'a'})", "#VALUE!"},
      {"too few rows", "CX.DRIVERSTABILITY({9|8|7};{8,7|7,8|7,6})", "#DIV/0!"},
      {"a constant column", "CX.DRIVERSTABILITY({9|8|7|5|6};{8,7|7,7|6,7|5,7|6,7})", "#DIV/0!"},
      {"a driver twice", "CX.DRIVERSTABILITY({9|8|7|5|6};{8,8|7,7|6,6|5,5|9,9})", "#NUM!"},
      {"no answers", "CX.DRIVERSTABILITY({_|_};{_,_|_,_})", "#DIV/0!"},
  };
  FX_RUN(cases);
}

/* n (drivers + 1)^2 repetitions above 5 x 10^9 would stand still for seconds. */
static void stability_has_a_limit(void **state) {
  (void)state;
  enum { ROWS = 56000 };
  uint64_t seed = 3;
  fx_value a[4] = {fx_array(ROWS, 1), fx_array(ROWS, 2), {.kind = FX_VOID}, fx_number(9999)};
  for (size_t row = 0; row < ROWS; row++) {
    for (size_t column = 0; column < 3; column++) {
      fx_value *place = column == 2 ? fx_at(&a[0], row, 0) : fx_at(&a[1], row, column);
      fx_free(place);
      *place = fx_number(random_below(&seed, 10));
    }
  }
  fx_value refused = fx_call("CX.DRIVERSTABILITY", a, 4);
  assert_true(fx_is_error(&refused, KP_CALC_NUM));
  fx_free(&a[0]);
  fx_free(&a[1]);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(weights_by_name),       cmocka_unit_test(weights_refused),
      cmocka_unit_test(weights_weigh),         cmocka_unit_test(stability_by_name),
      cmocka_unit_test(stability_and_dirt),    cmocka_unit_test(stability_refused),
      cmocka_unit_test(stability_has_a_limit),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
