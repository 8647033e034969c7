/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CX.DRIVERS, CX.DRIVERWEIGHT and CX.DRIVERRATIO: the array, names, warnings, what is left out and
 * what is refused. The numbers are compared in the tests of vectors and properties. */
#include "functions_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "survey_vectors.h"

static fx_value outcome, drivers; /* of the vector drivers_cx30 */

static int load(void **state) {
  (void)state;
  json_t *root = json_load_file(KP_FIXTURES "/vectors.json", 0, NULL);
  size_t index = 0;
  json_t *entry = NULL;
  json_array_foreach(json_object_get(root, "vectors"), index, entry) {
    const json_t *in = json_object_get(entry, "inputs");
    if (strcmp(json_string_value(json_object_get(entry, "name")), "drivers_cx30") != 0)
      continue;
    outcome = fx_array(30, 1);
    drivers = fx_array(30, 4);
    for (size_t row = 0; row < 30; row++) {
      for (size_t i = 0; i < 5; i++) {
        const json_t *list = i == 4 ? json_object_get(in, "outcome")
                                    : json_array_get(json_object_get(in, "drivers"), i);
        fx_value *place = i == 4 ? fx_at(&outcome, row, 0) : fx_at(&drivers, row, i);
        fx_free(place);
        *place = fx_number(cell(list, row));
      }
    }
  }
  json_decref(root);
  return outcome.count == 30 ? 0 : -1;
}

static int unload(void **state) {
  (void)state;
  fx_free(&outcome);
  fx_free(&drivers);
  return 0;
}

/* A call on these data with options written as in a formula: "method;weights;names…". */
static fx_value with_options(const char *function, const char *options) {
  fx_value arguments[9] = {outcome, drivers};
  size_t count = 2;
  const char *place = options;
  while (*place != '\0') {
    assert_true(count < 9);
    if (*place != ';')
      arguments[count] = fx_read_value(&place);
    count++;
    if (!fx_eat(&place, ";"))
      assert_int_equal(*place, '\0');
  }
  fx_value value = fx_call(function, arguments, count);
  for (size_t i = 2; i < count; i++)
    fx_free(&arguments[i]);
  return value;
}

static void expect(const char *function, const char *options, const char *expected) {
  fx_value actual = with_options(function, options);
  fx_value wanted = fx_read(expected);
  if (!fx_same(&actual, &wanted, 1e-9)) {
    print_error("%s(…;%s) is ", function, options);
    fx_print(&actual);
    print_error(", expected %s\n", expected);
    fail();
  }
  fx_free(&actual);
  fx_free(&wanted);
}

#define ROW ",30,*,*,*,*,*,*"
#define ANY_ROW "|*,*,*,*,*,*,*,*"

static void the_array_in_english_and_dutch(void **state) {
  (void)state;
  expect("CX.DRIVERS", "",
         "{'Driver','n','r','b','Importance','Mean','Priority','Quadrant'|'Driver 1'" ROW
         "|'Driver 2'" ROW "|'Driver 3'" ROW "|'Driver 4'" ROW
         "|'R²',0.49760341303270,'','','','','',''|'n used',30,'','','','','',''"
         "|'rows left out',0,'','','','','',''|'largest VIF',1.29274383244047,'','','','','',''"
         "|'warning','fewer than 10 answers per driver','','','','','',''"
         "|'warning','fewer than 50 answers','','','','','',''}");
  expect("CX.DRIVERS", ";;;;;'nl'",
         "{'Driver','n','r','b','Belang','Gemiddelde','Prioriteit','Kwadrant'"
         "|'Driver 1',30,*,*,*,*,*,'Verbeteren'|'Driver 2',30,*,*,*,*,*,'Onderhouden'"
         "|'Driver 3',30,*,*,*,*,*,'Uitbouwen'|'Driver 4',30,*,*,*,*,*,'Bewaken'"
         "|'R²',*,*,*,*,*,*,*|'n gebruikt',*,*,*,*,*,*,*|'rijen weggelaten',*,*,*,*,*,*,*"
         "|'grootste VIF',*,*,*,*,*,*,*|'waarschuwing','minder dan 10 antwoorden per driver'"
         ",*,*,*,*,*,*|'waarschuwing','minder dan 50 antwoorden',*,*,*,*,*,*}");
  expect("CX.DRIVERS", ";;;;;'en'",
         "{*,*,*,*,*,*,*,*|*,*,*,*,*,*,*,'Improve'|*,*,*,*,*,*,*,'Maintain'"
         "|*,*,*,*,*,*,*,'Strengthen'|*,*,*,*,*,*,*,'Monitor'" ANY_ROW ANY_ROW ANY_ROW ANY_ROW
             ANY_ROW ANY_ROW "}");
}

static void names_are_cells_in_any_direction(void **state) {
  static const char *const shapes[] = {"{'a','b',3,_}", "{'a'|'b'|3|_}", "{'a','b'|3,_}"};
  static const char *const wrong[] = {"{'a','b','c'}", "{'a'|'b'|'c'|'d'|'e'}", "'a'", "{}",
                                      "{|}",           "{'a','b'|'c'}",         "_"};
  char options[100];
  (void)state;
  for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
    snprintf(options, sizeof options, ";;%s", shapes[i]);
    expect("CX.DRIVERS", options,
           "{*,*,*,*,*,*,*,*|'a'" ROW "|'b'" ROW "|3" ROW
           "|''" ROW ANY_ROW ANY_ROW ANY_ROW ANY_ROW ANY_ROW ANY_ROW "}");
  }
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    snprintf(options, sizeof options, ";;%s", wrong[i]);
    expect("CX.DRIVERS", options, "#VALUE!");
  }
}

static void one_weight_is_that_of_the_array(void **state) {
  static const char *const methods[] = {"", "'weights'", "'shapley'"};
  (void)state;
  for (size_t m = 0; m < 3; m++) {
    double sum = 0;
    fx_value array = with_options("CX.DRIVERS", methods[m]);
    for (size_t i = 0; i < 4; i++) {
      char options[40];
      snprintf(options, sizeof options, "%zu;%s", i + 1, methods[m]);
      fx_value weight = with_options("CX.DRIVERWEIGHT", options);
      assert_int_equal(weight.kind, FX_NUMBER);
      SAME(weight.number, fx_at(&array, 1 + i, 4)->number);
      sum += weight.number;
    }
    NEAR(sum, 1, 1e-12);
    fx_free(&array);
  }
}

static void an_index_counts_from_one(void **state) {
  static const char *const wrong[] = {"0", "5", "-1", "1.5", "1e308", "nan", "inf", "-0.0"};
  char options[60];
  (void)state;
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    expect("CX.DRIVERWEIGHT", wrong[i], "#NUM!");
    snprintf(options, sizeof options, "%s;1", wrong[i]);
    expect("CX.DRIVERRATIO", options, "#NUM!");
    snprintf(options, sizeof options, "1;%s", wrong[i]);
    expect("CX.DRIVERRATIO", options, "#NUM!");
  }
}

/* Drivers 1 and 3 are clear, 2 and 4 are not. */
static void a_ratio_of_what_is_clear_only(void **state) {
  (void)state;
  expect("CX.DRIVERRATIO", "3;1", "1.5278191474758962");
  expect("CX.DRIVERRATIO", "1;3", "0.6545277310158705");
  expect("CX.DRIVERRATIO", "3;3", "1");
  expect("CX.DRIVERRATIO", "3;2", "#N/A");
  expect("CX.DRIVERRATIO", "4;3", "#N/A");
  /* Clear, but negative. */
  FX("CX.DRIVERRATIO({1|2|3|4|5|6};{6,1|5,2.1|4.1,2.9|3,4|2,5.2|1,5.9};1;2)", "#N/A");
}

static void what_is_refused(void **state) {
  static const fx_case cases[] = {
      {"one driver", "CX.DRIVERS({1|2|3|4|5};{1|2|3|5|4})", "#VALUE!"},
      {"one driver", "CX.DRIVERWEIGHT({1|2|3|4|5};{1|2|3|5|4};1)", "#VALUE!"},
      {"too few rows", "CX.DRIVERS({1|2|3};{1,3|2,1|3,2})", "#DIV/0!"},
      {"too few complete rows", "CX.DRIVERS({1|2|3|_};{1,3|2,1|3,2|9,9})", "#DIV/0!"},
      {"no rows at all", "CX.DRIVERS({_|_};{1,3|2,1})", "#DIV/0!"},
      {"a constant driver", "CX.DRIVERS({1|2|3|4|5};{7,3|7,1|7,2|7,5|7,4})", "#DIV/0!"},
      {"a constant outcome", "CX.DRIVERS({7|7|7|7|7};{1,3|2,1|3,2|4,5|5,4})", "#DIV/0!"},
      {"one driver twice", "CX.DRIVERS({1|2|3|4|4};{1,1|3,3|2,2|5,5|4,4})", "#NUM!"},
      {"one driver from another", "CX.DRIVERWEIGHT({1|2|3|4|4};{1,11|3,31|2,21|5,51|4,41};1)",
       "#NUM!"},
      {"nothing explained", "CX.DRIVERS({1|2|1|2|1|2|1|2};{1,1|1,1|2,1|2,1|1,2|1,2|2,2|2,2})",
       "#DIV/0!"},
      {"rule 10: a negative weight", "CX.DRIVERS({1|2|3|4};{1,3|2,1|3,2|4,4};;{1|1|1|-1})",
       "#NUM!"},
      {"rule 10: an infinite weight", "CX.DRIVERS({1|2|3|4};{1,3|2,1|3,2|4,4};;{1|1|1|inf})",
       "#NUM!"},
      {"rule 10: all 0", "CX.DRIVERS({1|2|3|4};{1,3|2,1|3,2|4,4};;{0|0|0|0})", "#DIV/0!"},
      {"rule 10: all blank", "CX.DRIVERS({1|2|3|4};{1,3|2,1|3,2|4,4};;{_|_|_|'1'})", "#DIV/0!"},
      {"rule 12: too large to square", "CX.DRIVERS({1|2|3|4};{1,3|2,1|1e308,2|-1e308,4})", "#NUM!"},
  };
  (void)state;
  FX_RUN(cases);
}

/* How many drivers: 30 at most, 15 with Shapley. */
static void the_number_of_drivers_is_limited(void **state) {
  uint64_t seed = 20;
  (void)state;
  for (size_t count = 14; count <= 32; count++) {
    fx_value a[3] = {fx_array(60, 1), fx_array(60, count), fx_text("shapley")};
    for (size_t row = 0; row < 60; row++) {
      for (size_t i = 0; i <= count; i++) {
        fx_value *place = i == count ? fx_at(&a[0], row, 0) : fx_at(&a[1], row, i);
        fx_free(place);
        *place = fx_number(1 + random_below(&seed, 10));
      }
    }
    fx_value weights = fx_call("CX.DRIVERS", a, 2);
    assert_int_equal(weights.kind, count <= 30 ? FX_ARRAY : FX_ERROR);
    if (count > 30)
      assert_true(fx_is_error(&weights, KP_CALC_VALUE));
    if (count != 14) {
      fx_value shapley = fx_call("CX.DRIVERS", a, 3);
      assert_int_equal(shapley.kind, count <= 15 ? FX_ARRAY : FX_ERROR);
      if (count > 15)
        assert_true(fx_is_error(&shapley, KP_CALC_VALUE));
      fx_free(&shapley);
    }
    fx_free(&weights);
    for (size_t i = 0; i < 3; i++)
      fx_free(&a[i]);
  }
}

/* The facts below the drivers: n of each driver, n used, rows left out. */
static void facts(const char *why, const char *formula, const char *first, const char *second,
                  double used, double left_out) {
  fx_value result = fx_evaluate(formula);
  fx_value rows[2] = {fx_read(first), fx_read(second)};
  if (result.kind != FX_ARRAY)
    fail_msg("%s: %s is an error", why, formula);
  for (size_t i = 0; i < 2; i++) {
    fx_value part = {.kind = FX_ARRAY, .count = 1, .cells = &result.cells[1 + i]};
    if (!fx_same(&part, &rows[i], 1e-9)) {
      print_error("%s: %s\n", why, formula);
      fx_print(&result);
      fail();
    }
    fx_free(&rows[i]);
  }
  if (fx_at(&result, 4, 1)->number != used || fx_at(&result, 5, 1)->number != left_out)
    fail_msg("%s: %s uses %g and leaves out %g", why, formula, fx_at(&result, 4, 1)->number,
             fx_at(&result, 5, 1)->number);
  fx_free(&result);
}

#define FIVE "7|8|5|9|6"
#define FIVE_ROWS "6,7|7,9|5,6|8,8|7,5"

static void rule_9_incomplete_rows_are_left_out_and_counted(void **state) {
  (void)state;
  facts("complete", "CX.DRIVERS({" FIVE "};{" FIVE_ROWS "})", "{*,5,*,*,*,6.6,*,*}",
        "{*,5,*,*,*,7,*,*}", 5, 0);
  facts("no outcome", "CX.DRIVERS({" FIVE "|_};{" FIVE_ROWS "|10,10})",
        "{*,6,*,*,*,7.166666666666667,*,*}", "{*,6,*,*,*,7.5,*,*}", 5, 1);
  facts("a driver is missing", "CX.DRIVERS({" FIVE "|9|9};{" FIVE_ROWS "|_,10|'x',_})",
        "{*,5,*,*,*,6.6,*,*}", "{*,6,*,*,*,7.5,*,*}", 5, 2);
  facts("a blank row is no respondent", "CX.DRIVERS({" FIVE "|_|_};{" FIVE_ROWS "|_,_|_,_})",
        "{*,5,*,*,*,6.6,*,*}", "{*,5,*,*,*,7,*,*}", 5, 0);
  facts("a row of texts is one", "CX.DRIVERS({'LTR'|" FIVE "};{'one','two'|" FIVE_ROWS "})",
        "{*,5,*,*,*,6.6,*,*}", "{*,5,*,*,*,7,*,*}", 5, 1);
  facts("a row of texts is one", "CX.DRIVERS({_|" FIVE "};{'n.v.t.',_|" FIVE_ROWS "})",
        "{*,5,*,*,*,6.6,*,*}", "{*,5,*,*,*,7,*,*}", 5, 1);
  facts("not finite", "CX.DRIVERS({" FIVE "|nan|inf|5};{" FIVE_ROWS "|5,5|5,5|-inf,nan})",
        "{*,7,*,*,*,6.142857142857143,*,*}", "{*,7,*,*,*,6.428571428571429,*,*}", 5, 3);
  facts("weight 0, text and blank",
        "CX.DRIVERS({" FIVE "|1|1|1};{" FIVE_ROWS "|9,9|9,9|9,9};;{2|2|2|2|2|0|'x'|_})",
        "{*,5,*,*,*,6.6,*,*}", "{*,5,*,*,*,7,*,*}", 5, 3);
}

static void min_and_max(void **state) {
  (void)state;
  facts("left out and counted", "CX.DRIVERS({" FIVE "|9|9};{" FIVE_ROWS "|99,10|0,10};;;;1;10)",
        "{*,5,*,*,*,6.6,*,*}", "{*,7,*,*,*,7.857142857142857,*,*}", 5, 2);
  facts("outside in every cell", "CX.DRIVERS({" FIVE "|99};{" FIVE_ROWS "|99,99};;;;1;10)",
        "{*,5,*,*,*,6.6,*,*}", "{*,5,*,*,*,7,*,*}", 5, 1);
  facts("only when both are given", "CX.DRIVERS({" FIVE "|9};{" FIVE_ROWS "|99,10};;;;1)",
        "{*,6,*,*,*,22,#N/A,*}", "{*,6,*,*,*,7.5,#N/A,*}", 6, 0);
  facts("only when both are given", "CX.DRIVERS({" FIVE "|9};{" FIVE_ROWS "|99,10};;;;;10)",
        "{*,6,*,*,*,22,#N/A,*}", "{*,6,*,*,*,7.5,#N/A,*}", 6, 0);
  facts("decimals are answers", "CX.DRIVERS({" FIVE "|8.5};{" FIVE_ROWS "|7.2,9.5})",
        "{*,6,*,*,*,6.7,*,*}", "{*,6,*,*,*,7.416666666666667,*,*}", 6, 0);
}

/* The scale of the priority: given, 1 to 10, 0 to 10 when a 0 occurs, or unknown. */
static void the_scale_of_the_priority(void **state) {
  static const struct {
    const char *options, *rows;
    double min, max; /* NAN: unknown */
  } cases[] = {
      {"", "", 1, 10},           {"", "|1,10", 1, 10},           {"", "|0,10", 0, 10},
      {"", "|-0.0,10", 0, 10},   {"", "|0.5,10", NAN, NAN},      {"", "|11,10", NAN, NAN},
      {"", "|0,10.5", NAN, NAN}, {";;;;0;10", "|5,10", 0, 10},   {";;;;1;10", "|5,10", 1, 10},
      {"", "|-1,0", NAN, NAN},   {";;;;-5;20", "|5,10", -5, 20}, {";;;;0", "|5,10", 1, 10},
  };
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char formula[200];
    snprintf(formula, sizeof formula, "CX.DRIVERS({" FIVE "%s};{" FIVE_ROWS "%s}%s)",
             cases[i].rows[0] != '\0' ? "|6" : "", cases[i].rows, cases[i].options);
    fx_value result = fx_evaluate(formula);
    assert_int_equal(result.kind, FX_ARRAY);
    for (size_t driver = 1; driver <= 2; driver++) {
      const fx_value *priority = fx_at(&result, driver, 6);
      double share = fx_at(&result, driver, 4)->number;
      double mean = fx_at(&result, driver, 5)->number;
      if (isnan(cases[i].min))
        assert_true(fx_is_error(priority, KP_CALC_NA));
      else
        NEAR(priority->number, share * (cases[i].max - mean) / (cases[i].max - cases[i].min),
             1e-12);
    }
    fx_free(&result);
  }
}

/* A column of numbers per row, the rows in memory in one order or the other. */
static kp_functions_cells in_memory(uno_Sequence **rows, size_t count, size_t columns,
                                    bool downwards) {
  for (size_t row = 0; row < count; row++) {
    rows[row] = kp_uno_sequence_new("[]any", columns);
    assert_non_null(rows[row]);
  }
  for (size_t i = 0; i < count; i++) {
    for (size_t k = i + 1; k < count; k++) {
      if (((uintptr_t)rows[k] < (uintptr_t)rows[i]) != downwards) {
        uno_Sequence *kept = rows[i];
        rows[i] = rows[k];
        rows[k] = kept;
      }
    }
  }
  return (kp_functions_cells){.rows = rows, .row_count = count, .column_count = columns};
}

/* Cells are read along with the memory they lie in: no order may change the result. */
static void rows_in_any_order_of_memory(void **state) {
  enum { ROWS = 70, DRIVERS = 3 };
  double weight[2] = {0, 0};
  (void)state;
  for (size_t order = 0; order < 2; order++) {
    uno_Sequence *outcome[ROWS];
    uno_Sequence *drivers[ROWS];
    uint64_t seed = 77;
    kp_arguments a = {.data = {in_memory(outcome, ROWS, 1, order == 1),
                               in_memory(drivers, ROWS, DRIVERS, order == 1)},
                      .number = {2}};
    for (size_t row = 0; row < ROWS; row++) {
      double sum = 0;
      for (size_t i = 0; i < DRIVERS; i++) {
        double x = 1 + random_below(&seed, 10);
        sum += x * (double)(1 + i);
        kp_uno_any_set_double(KP_UNO_ELEMENTS(uno_Any, drivers[row]) + i, x);
      }
      kp_uno_any_set_double(KP_UNO_ELEMENTS(uno_Any, outcome[row]), sum + random_below(&seed, 10));
    }
    uno_Any result;
    kp_uno_any_init(&result);
    assert_int_equal(kp_compute_driver_weight(NULL, &a, &result), KP_CALC_OK);
    assert_true(kp_uno_any_get_double(&result, &weight[order]));
    kp_uno_any_clear(&result);
    for (size_t row = 0; row < ROWS; row++) {
      kp_uno_sequence_free(outcome[row], "[]any");
      kp_uno_sequence_free(drivers[row], "[]any");
    }
  }
  assert_true(weight[0] > 0.1 && weight[0] < 0.5);
  SAME(weight[1], weight[0]);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_array_in_english_and_dutch),
      cmocka_unit_test(names_are_cells_in_any_direction),
      cmocka_unit_test(one_weight_is_that_of_the_array),
      cmocka_unit_test(an_index_counts_from_one),
      cmocka_unit_test(a_ratio_of_what_is_clear_only),
      cmocka_unit_test(what_is_refused),
      cmocka_unit_test(the_number_of_drivers_is_limited),
      cmocka_unit_test(rule_9_incomplete_rows_are_left_out_and_counted),
      cmocka_unit_test(min_and_max),
      cmocka_unit_test(the_scale_of_the_priority),
      cmocka_unit_test(rows_in_any_order_of_memory),
  };
  return cmocka_run_group_tests(tests, load, unload);
}
