/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The CX functions of tests/fixtures/vectors_units.json. CX.CHECK needs cells, hence an office:
 * tests/calc/kinds.fods. */
#include "functions_fixture.h"

#include <string.h>

#include <jansson.h>

#include "survey_test.h"

typedef struct vector {
  const json_t *in, *expected;
  const char *name;
  double tolerance;
} vector;

static fx_value value_of(const json_t *item) {
  return json_is_number(item)   ? fx_number(json_number_value(item))
         : json_is_string(item) ? fx_text(json_string_value(item))
                                : fx_text("");
}

/* null is an argument left out. */
static fx_value option(const vector *v, const char *key) {
  const json_t *item = json_object_get(v->in, key);
  return item == NULL ? (fx_value){.kind = FX_VOID} : value_of(item);
}

static fx_value column_of(const json_t *list) {
  fx_value column = fx_array(json_array_size(list), 1);
  for (size_t i = 0; i < column.count; i++) {
    fx_free(fx_at(&column, i, 0));
    *fx_at(&column, i, 0) = value_of(json_array_get(list, i));
  }
  return column;
}

static fx_value input(const vector *v, const char *key) {
  return column_of(json_object_get(v->in, key));
}

static void near(const vector *v, const char *what, double actual, double expected,
                 double tolerance) {
  if (!is_near(actual, expected, tolerance))
    fail_msg("%s, %s: %.17g, expected %.17g", v->name, what, actual, expected);
}

static void free_all(fx_value *arguments, size_t count) {
  for (size_t i = 0; i < count; i++)
    fx_free(&arguments[i]);
}

static void run_table(const vector *v) {
  fx_value a[9] = {option(v, "kind"),       input(v, "values"),   input(v, "groups"),
                   option(v, "min"),        option(v, "max"),     option(v, "boxes"),
                   option(v, "confidence"), option(v, "minimum"), option(v, "language")};
  const json_t *table = json_object_get(v->expected, "table");
  fx_value actual = fx_call("CX.TABLE", a, 9);
  assert_int_equal(actual.kind, FX_ARRAY);
  assert_int_equal(actual.count, json_array_size(table));
  for (size_t row = 0; row < actual.count; row++) {
    for (size_t column = 0; column < 5; column++) {
      fx_value wanted = value_of(json_array_get(json_array_get(table, row), column));
      if (!fx_same(fx_at(&actual, row, column), &wanted, v->tolerance)) {
        fx_print(fx_at(&actual, row, column));
        fail_msg("%s, row %zu, column %zu", v->name, row, column);
      }
      fx_free(&wanted);
    }
  }
  fx_free(&actual);
  free_all(a, 9);
}

static void run_unit(const vector *v) {
  const json_t *criterion = json_array_get(json_object_get(v->in, "criteria"), 0);
  fx_value a[8] = {option(v, "kind"),  option(v, "kind"),
                   input(v, "values"), option(v, "min"),
                   option(v, "max"),   option(v, "boxes"),
                   input(v, "groups"), value_of(json_array_get(criterion, 1))};
  const char *measure = NULL;
  json_t *number = NULL;
  json_object_foreach((json_t *)(uintptr_t)v->expected, measure, number) {
    fx_free(&a[0]);
    a[0] = fx_text(measure);
    fx_value actual = fx_call("CX.UNIT", a, 8);
    near(v, measure, actual.number, json_number_value(number), v->tolerance);
  }
  free_all(a, 8);
}

static void run_n(const vector *v) {
  fx_value a[2] = {option(v, "kind"), input(v, "values")};
  near(v, "n", fx_call("CX.N", a, 2).number, json_number_value(json_object_get(v->expected, "n")),
       0);
  free_all(a, 2);
}

static fx_value population_of(const json_t *people) {
  fx_value table = fx_array(json_object_size(people), 2);
  size_t row = 0;
  const char *name = NULL;
  json_t *number = NULL;
  json_object_foreach((json_t *)(uintptr_t)people, name, number) {
    free_all(table.cells[row].cells, 2);
    *fx_at(&table, row, 0) = fx_text(name);
    *fx_at(&table, row, 1) = fx_number(json_number_value(number));
    row++;
  }
  return table;
}

static void run_weights(const vector *v) {
  const json_t *groups = json_object_get(v->in, "groups");
  const json_t *expected = json_object_get(v->expected, "weights");
  size_t count = 1 + 2 * json_array_size(groups);
  fx_value a[9] = {option(v, "largest")};
  for (size_t m = 0; 1 + 2 * m < count; m++) {
    a[1 + 2 * m] = column_of(json_array_get(groups, m));
    a[2 + 2 * m] = population_of(json_array_get(json_object_get(v->in, "populations"), m));
  }
  fx_value actual = fx_call("CX.WEIGHTS", a, count);
  assert_int_equal(actual.count, json_array_size(expected));
  for (size_t i = 0; i < actual.count; i++)
    near(v, "weight", fx_at(&actual, i, 0)->number, json_number_value(json_array_get(expected, i)),
         v->tolerance);
  fx_free(&actual);
  free_all(a, count);
}

/* A share as scores on 1 to 5: the top box is 5. */
static fx_value share_scores(const vector *v, const char *count, const char *n) {
  fx_value scores = fx_array((size_t)json_number_value(json_object_get(v->in, n)), 1);
  for (size_t i = 0; i < scores.count; i++) {
    fx_free(fx_at(&scores, i, 0));
    *fx_at(&scores, i, 0) =
        fx_number((double)i < json_number_value(json_object_get(v->in, count)) ? 5 : 2);
  }
  return scores;
}

static void run_topbox_verdict(const vector *v) {
  fx_value a[8] = {share_scores(v, "count_earlier", "n_earlier"),
                   share_scores(v, "count_later", "n_later"),
                   fx_number(1),
                   {.kind = FX_VOID},
                   {.kind = FX_VOID},
                   option(v, "confidence"),
                   {.kind = FX_VOID},
                   option(v, "language")};
  near(v, "lower", fx_call("CX.TOPBOXDELTALOWER", a, 6).number,
       json_number_value(json_object_get(v->expected, "lower")), v->tolerance);
  near(v, "upper", fx_call("CX.TOPBOXDELTAUPPER", a, 6).number,
       json_number_value(json_object_get(v->expected, "upper")), v->tolerance);
  fx_value verdict = fx_call("CX.TOPBOXVERDICT", a, 8);
  assert_string_equal(verdict.text, json_string_value(json_object_get(v->expected, "verdict")));
  fx_free(&verdict);
  free_all(a, 8);
}

/* Bounds of a bootstrap: within what another random stream may give. */
static void near_list(const vector *v, const char *key, const char *tolerance, size_t column,
                      const fx_value *table) {
  const json_t *list = json_object_get(v->expected, key);
  const json_t *allowed = json_object_get(v->expected, tolerance);
  for (size_t i = 0; i < json_array_size(list); i++) {
    double wanted = json_number_value(json_array_get(list, i));
    double off = fabs(fx_at(table, 1 + i, column)->number - wanted);
    double limit = allowed == NULL ? v->tolerance : json_number_value(json_array_get(allowed, i));
    if (!(off <= limit))
      fail_msg("%s, %s of driver %zu is off by %g", v->name, key, i + 1, off);
  }
}

static void run_stability(const vector *v) {
  const json_t *drivers = json_object_get(v->in, "drivers");
  fx_value a[4] = {input(v, "outcome"),
                   fx_array(json_array_size(json_array_get(drivers, 0)), json_array_size(drivers)),
                   {.kind = FX_VOID},
                   option(v, "repetitions")};
  for (size_t row = 0; row < a[1].count; row++) {
    for (size_t i = 0; i < json_array_size(drivers); i++) {
      fx_free(fx_at(&a[1], row, i));
      *fx_at(&a[1], row, i) = value_of(json_array_get(json_array_get(drivers, i), row));
    }
  }
  fx_value table = fx_call("CX.DRIVERSTABILITY", a, 4);
  near_list(v, "weight", "", 1, &table);
  near_list(v, "lower", "lower_tolerance", 2, &table);
  near_list(v, "upper", "upper_tolerance", 3, &table);
  near_list(v, "first", "first_tolerance", 4, &table);
  near_list(v, "lower_above_noise", "noise_tolerance", 5, &table);
  const json_t *above = json_object_get(v->expected, "above_chance");
  for (size_t i = 0; i < json_array_size(above); i++)
    assert_string_equal(fx_at(&table, 1 + i, 6)->text, json_is_true(json_array_get(above, i))
                                                           ? "clearly above chance"
                                                           : "not clearly above chance");
  fx_free(&table);
  free_all(a, 4);
}

static void every_vector(void **state) {
  static const struct {
    const char *function;
    void (*run)(const vector *v);
  } runners[] = {{"CX.TABLE", run_table},
                 {"CX.UNIT", run_unit},
                 {"CX.N", run_n},
                 {"CX.WEIGHTS", run_weights},
                 {"CX.TOPBOXVERDICT", run_topbox_verdict},
                 {"CX.DRIVERSTABILITY", run_stability}};
  size_t seen[sizeof runners / sizeof *runners] = {0};
  json_t *root = json_load_file(KP_FIXTURES "/vectors_units.json", 0, NULL);
  size_t index = 0;
  json_t *entry = NULL;
  (void)state;
  json_array_foreach(json_object_get(root, "vectors"), index, entry) {
    vector v = {json_object_get(entry, "inputs"), json_object_get(entry, "expected"),
                json_string_value(json_object_get(entry, "name")),
                json_number_value(json_object_get(entry, "tolerance"))};
    const char *function = json_string_value(json_object_get(entry, "function"));
    for (size_t i = 0; i < sizeof runners / sizeof *runners; i++) {
      if (strcmp(runners[i].function, function) == 0) {
        runners[i].run(&v);
        seen[i]++;
      }
    }
  }
  for (size_t i = 0; i < sizeof runners / sizeof *runners; i++)
    assert_true(seen[i] > 0);
  json_decref(root);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {cmocka_unit_test(every_vector)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
