/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vectors of tests/fixtures/vectors_units.json through the NPS functions, and what
 * vectors_changed.json says of the older ones. Every vector of a function in the list below is run;
 * those of CX functions and of cells have tests of their own. */
#include "functions_fixture.h"

#include <string.h>

#include "survey_vectors.h"

static const fx_value LEFT_OUT = {.kind = FX_VOID};

/* A text as an argument, without a copy. */
static fx_value word(const char *text) {
  return (fx_value){.kind = FX_TEXT, .text = (char *)(uintptr_t)text};
}

static fx_value value_of(const json_t *item) {
  if (json_is_number(item))
    return fx_number(json_number_value(item));
  return fx_text(json_is_string(item) ? json_string_value(item) : "");
}

static fx_value option(const vector *v, const char *key) {
  const json_t *item = json_object_get(v->in, key);
  return json_is_number(item)   ? fx_number(json_number_value(item))
         : json_is_string(item) ? word(json_string_value(item))
                                : LEFT_OUT;
}

static fx_value column_of(const json_t *list) {
  fx_value column = {.kind = FX_ARRAY};
  for (size_t i = 0; i < json_array_size(list); i++) {
    fx_value row = {.kind = FX_ROW};
    fx_append(&row, value_of(json_array_get(list, i)));
    fx_append(&column, row);
  }
  return column;
}

/* Rows [group, wave, promoters, passives, detractors] as columns of cells. */
typedef struct survey {
  fx_value scores, groups, waves;
} survey;

static void add_rows(survey *s, const json_t *row, double score, double count) {
  for (double i = 0; i < count; i++) {
    fx_value cells[3] = {fx_number(score), value_of(json_array_get(row, 0)),
                         value_of(json_array_get(row, 1))};
    fx_value *columns[3] = {&s->scores, &s->groups, &s->waves};
    for (size_t k = 0; k < 3; k++) {
      fx_value one = {.kind = FX_ROW};
      fx_append(&one, cells[k]);
      fx_append(columns[k], one);
    }
  }
}

static survey survey_of(const vector *v) {
  const json_t *cells = json_object_get(v->in, "cells");
  survey s = {{.kind = FX_ARRAY}, {.kind = FX_ARRAY}, {.kind = FX_ARRAY}};
  for (size_t i = 0; i < json_array_size(cells); i++) {
    const json_t *row = json_array_get(cells, i);
    add_rows(&s, row, 10, json_number_value(json_array_get(row, 2)));
    add_rows(&s, row, 7, json_number_value(json_array_get(row, 3)));
    add_rows(&s, row, 3, json_number_value(json_array_get(row, 4)));
  }
  return s;
}

static void free_survey(survey *s) {
  fx_free(&s->scores);
  fx_free(&s->groups);
  fx_free(&s->waves);
}

/* ------------------------------------------------------------------------------------ comparing */

static kp_calc_error error_of(const char *name) {
  static const struct {
    const char *name;
    kp_calc_error error;
  } errors[] = {{"#DIV/0!", KP_CALC_DIV0},
                {"#NUM!", KP_CALC_NUM},
                {"#VALUE!", KP_CALC_VALUE},
                {"#N/A", KP_CALC_NA}};
  for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
    if (strcmp(errors[i].name, name) == 0)
      return errors[i].error;
  fail_msg("no error %s", name);
  return KP_CALC_OK;
}

/* What a vector expects of one cell: null is an empty text. */
static fx_value expectation(const json_t *item) {
  const char *error = json_string_value(json_object_get(item, "error"));
  return error != NULL ? (fx_value){.kind = FX_ERROR, .number = (double)error_of(error)}
                       : value_of(item);
}

static void expect(const vector *v, const char *key, const fx_value *actual, const json_t *wanted) {
  fx_value expected = expectation(wanted);
  if (!fx_same(actual, &expected, v->tolerance > 0 ? v->tolerance : 1e-12)) {
    print_error("%s: %s is ", v->name, key);
    fx_print(actual);
    print_error(", expected ");
    fx_print(&expected);
    fail();
  }
  fx_free(&expected);
}

static void expect_table(const vector *v, const char *function, const fx_value *arguments,
                         size_t count) {
  const json_t *table = json_object_get(v->expected, "table");
  fx_value actual = fx_call(function, arguments, count);
  assert_int_equal(actual.kind, FX_ARRAY);
  assert_int_equal(actual.count, json_array_size(table));
  for (size_t row = 0; row < actual.count; row++) {
    const json_t *cells = json_array_get(table, row);
    assert_int_equal(actual.cells[row].count, json_array_size(cells));
    for (size_t column = 0; column < json_array_size(cells); column++) {
      char place[64];
      snprintf(place, sizeof place, "row %zu column %zu", row, column);
      expect(v, place, fx_at(&actual, row, column), json_array_get(cells, column));
    }
  }
  fx_free(&actual);
}

/* Each key of the expectation is the measure; arguments[place] receives it. */
static void expect_measures(const vector *v, const char *function, fx_value *arguments,
                            size_t count, size_t place) {
  const char *key = NULL;
  json_t *wanted = NULL;
  json_object_foreach(v->expected, key, wanted) {
    arguments[place] = word(key);
    bool trend = strncmp(key, "trend", 5) == 0; /* over all waves */
    fx_value given[2] = {arguments[3], arguments[4]};
    if (trend)
      arguments[3] = arguments[4] = LEFT_OUT;
    fx_value actual = fx_call(function, arguments, count);
    expect(v, key, &actual, wanted);
    fx_free(&actual);
    arguments[3] = given[0];
    arguments[4] = given[1];
  }
}

/* ------------------------------------------------------------------------------- the functions */

/* Puts the criteria of a vector behind the other arguments. */
static size_t add_criteria(const vector *v, const survey *s, fx_value *arguments, size_t count) {
  const json_t *criteria = json_object_get(v->in, "criteria");
  for (size_t i = 0; i < json_array_size(criteria); i++) {
    const json_t *pair = json_array_get(criteria, i);
    bool group = strcmp(json_string_value(json_array_get(pair, 0)), "group") == 0;
    arguments[count++] = group ? s->groups : s->waves;
    arguments[count++] = word(json_string_value(json_array_get(pair, 1)));
  }
  return count;
}

static void run_unit(vector *v) {
  survey s = survey_of(v);
  fx_value a[9] = {LEFT_OUT, s.scores};
  expect_measures(v, "NPS.UNIT", a, add_criteria(v, &s, a, 2), 0);
  free_survey(&s);
}

static void run_change(vector *v) {
  survey s = survey_of(v);
  fx_value a[9] = {LEFT_OUT, s.scores, s.waves, option(v, "earlier"), option(v, "later")};
  expect_measures(v, "NPS.CHANGE", a, add_criteria(v, &s, a, 5), 0);
  if (strcmp(v->name, "change_too_few") != 0) { /* the waves given are the last two */
    a[0] = word("delta");
    a[3] = a[4] = LEFT_OUT;
    fx_value delta = fx_call("NPS.CHANGE", a, add_criteria(v, &s, a, 5));
    expect(v, "delta of the last two waves", &delta, json_object_get(v->expected, "delta"));
  }
  free_survey(&s);
}

static void run_compare(vector *v) {
  survey s = survey_of(v);
  fx_value a[6] = {s.scores,
                   s.groups,
                   option(v, "confidence"),
                   option(v, "correction"),
                   option(v, "minimum"),
                   option(v, "language")};
  expect_table(v, "NPS.COMPARE", a, 6);
  free_survey(&s);
}

static void run_trend(vector *v) {
  survey s = survey_of(v);
  fx_value a[5] = {s.scores, s.waves, option(v, "confidence"), option(v, "minimum"),
                   option(v, "language")};
  expect_table(v, "NPS.TREND", a, 5);
  free_survey(&s);
}

static void run_cross(vector *v) {
  survey s = survey_of(v);
  fx_value a[6] = {s.scores,
                   s.groups,
                   s.waves,
                   option(v, "measure"),
                   option(v, "minimum"),
                   option(v, "language")};
  expect_table(v, "NPS.CROSS", a, 6);
  free_survey(&s);
}

static void run_delta_table(vector *v) {
  survey s = survey_of(v);
  fx_value a[9] = {s.scores,
                   s.groups,
                   s.waves,
                   option(v, "earlier"),
                   option(v, "later"),
                   option(v, "confidence"),
                   option(v, "minimum"),
                   option(v, "language"),
                   option(v, "correction")};
  expect_table(v, "NPS.DELTATABLE", a, 9);
  free_survey(&s);
}

static void run_table(vector *v) {
  survey s = survey_of(v);
  fx_value a[5] = {s.scores, s.groups, option(v, "confidence"), option(v, "minimum"),
                   option(v, "language")};
  expect_table(v, "NPS.TABLE", a, 5);
  free_survey(&s);
}

static void run_weighted_table(vector *v) {
  fx_value a[6] = {column_of(json_object_get(v->in, "scores")),
                   column_of(json_object_get(v->in, "groups")),
                   LEFT_OUT,
                   LEFT_OUT,
                   option(v, "language"),
                   column_of(json_object_get(v->in, "weights"))};
  expect_table(v, "NPS.TABLE", a, 6);
  fx_free(&a[0]);
  fx_free(&a[1]);
  fx_free(&a[5]);
}

static void run_any_table(vector *v) {
  if (has(v, "weights"))
    run_weighted_table(v);
  else
    run_table(v);
}

static double number_from(const char *function, const fx_value *arguments, size_t count) {
  fx_value value = fx_call(function, arguments, count);
  if (value.kind != FX_NUMBER)
    fail_msg("%s gives no number", function);
  return value.number;
}
#define NUMBER(name, ...)                                                                          \
  number_from((name), (const fx_value[]){__VA_ARGS__},                                             \
              sizeof((const fx_value[]){__VA_ARGS__}) / sizeof(fx_value))

static void run_interval_shown(vector *v) {
  fx_value s = {.kind = FX_ARRAY};
  const double count[3] = {input(v, "promoters"), input(v, "passives"), input(v, "detractors")};
  for (size_t i = 0; i < 3; i++) {
    for (double k = 0; k < count[i]; k++) {
      fx_value row = {.kind = FX_ROW};
      fx_append(&row, fx_number(i == 0 ? 10 : i == 1 ? 7 : 3));
      fx_append(&s, row);
    }
  }
  fx_value c = option(v, "confidence");
  want(v, "nps", NUMBER("NPS.SCORE", s));
  want(v, "margin", NUMBER("NPS.MARGIN", s, c));
  want(v, "lower", NUMBER("NPS.LOWER", s, c));
  want(v, "upper", NUMBER("NPS.UPPER", s, c));
  fx_free(&s);
}

static void run_weighted(vector *v) {
  fx_value s = column_of(json_object_get(v->in, "scores"));
  fx_value w = column_of(json_object_get(v->in, "weights"));
  fx_value c = option(v, "confidence");
  fx_value wald = word("wald");
  want(v, "nps", NUMBER("NPS.SCORE", s, w));
  want(v, "n_effective", NUMBER("NPS.EFFECTIVEN", s, w));
  want(v, "margin", NUMBER("NPS.MARGIN", s, c, LEFT_OUT, LEFT_OUT, w));
  want(v, "lower", NUMBER("NPS.LOWER", s, c, LEFT_OUT, LEFT_OUT, w));
  want(v, "upper", NUMBER("NPS.UPPER", s, c, LEFT_OUT, word("adjusted"), w));
  want(v, "margin_wald", NUMBER("NPS.MARGIN", s, c, LEFT_OUT, wald, w));
  want(v, "lower_wald", NUMBER("NPS.LOWER", s, c, LEFT_OUT, wald, w));
  want(v, "se_svymean",
       NUMBER("NPS.MARGIN", s, c, LEFT_OUT, wald, w) / kp_survey_normal_critical(c.number));
  fx_free(&s);
  fx_free(&w);
}

static void run_weighted_delta(vector *v) {
  static const char *const keys[4] = {"earlier", "later", "weights_earlier", "weights_later"};
  fx_value a[4];
  fx_value c = option(v, "confidence");
  for (size_t i = 0; i < 4; i++)
    a[i] = column_of(json_object_get(v->in, keys[i]));
  want(v, "delta", NUMBER("NPS.DELTA", a[0], a[1], LEFT_OUT, a[2], a[3]));
  want(v, "margin", NUMBER("NPS.DELTAMARGIN", a[0], a[1], c, LEFT_OUT, a[2], a[3]));
  want(v, "lower", NUMBER("NPS.DELTALOWER", a[0], a[1], c, LEFT_OUT, a[2], a[3]));
  want(v, "upper", NUMBER("NPS.DELTAUPPER", a[0], a[1], c, LEFT_OUT, a[2], a[3]));
  want(v, "p", NUMBER("NPS.PVALUE", a[0], a[1], LEFT_OUT, a[2], a[3]));
  for (size_t i = 0; i < 4; i++)
    fx_free(&a[i]);
}

static void run_detectable(vector *v) {
  want(v, "points",
       NUMBER("NPS.DETECTABLE", option(v, "n1"), option(v, "n2"), option(v, "confidence"),
              option(v, "power"), option(v, "variance1"), option(v, "variance2")));
}

/* The order shows in the first column of NPS.TREND. */
static void run_wave_order(vector *v) {
  const json_t *order = json_object_get(v->expected, "order");
  fx_value waves = column_of(json_object_get(v->in, "waves"));
  fx_value scores = {.kind = FX_ARRAY};
  for (size_t i = 0; i < waves.count; i++) {
    fx_value row = {.kind = FX_ROW};
    fx_append(&row, fx_number(9));
    fx_append(&scores, row);
  }
  fx_value table = fx_call("NPS.TREND", (const fx_value[]){scores, waves}, 2);
  assert_int_equal(table.count, json_array_size(order) + 2);
  for (size_t i = 0; i < json_array_size(order); i++)
    expect(v, "a wave", fx_at(&table, 1 + i, 0), json_array_get(order, i));
  fx_free(&table);
  fx_free(&waves);
  fx_free(&scores);
}

static void run_p_adjust(vector *v) {
  const json_t *list = json_object_get(v->in, "p");
  double p[32];
  double adjusted[32];
  bool holm = strcmp(json_string_value(json_object_get(v->in, "correction")), "holm") == 0;
  assert_true(json_array_size(list) <= 32);
  for (size_t i = 0; i < json_array_size(list); i++)
    p[i] = cell(list, i);
  assert_int_equal(
      kp_survey_adjust(holm ? KP_SURVEY_HOLM : KP_SURVEY_BH, json_array_size(list), p, adjusted),
      KP_SURVEY_OK);
  want_array(v, "adjusted", adjusted, json_array_size(list));
}

static void run_suppress(vector *v) {
  const json_t *list = json_object_get(v->in, "n");
  size_t count = json_array_size(list);
  uint64_t n[16];
  unsigned char state[16];
  double shown[16];
  bool total = false;
  assert_true(count <= 16);
  for (size_t i = 0; i < count; i++)
    n[i] = (uint64_t)cell(list, i);
  kp_survey_suppress(count, n, input(v, "minimum"), state, &total);
  for (size_t i = 0; i < count; i++)
    shown[i] = state[i];
  want_array(v, "state", shown, count);
  want_true(v, "total_hidden", total);
}

/* "=NPS.DELTA({a};{a};0.95)", where {a} stands for the scores, as this fixture writes formulas. */
static void run_refused(vector *v) {
  const char *from = json_string_value(json_object_get(v->in, "formula")) + 1;
  const json_t *scores = json_object_get(v->in, "scores");
  char formula[1000];
  size_t length = 0;
  while (*from != '\0') {
    if (strncmp(from, "{a}", 3) == 0) {
      for (size_t i = 0; i < json_array_size(scores); i++)
        length += (size_t)snprintf(formula + length, sizeof formula - length, "%c%g",
                                   i == 0 ? '{' : '|', cell(scores, i));
      formula[length++] = '}';
      from += 3;
    } else if (strncmp(from, "TRUE()", 6) == 0) {
      formula[length++] = '1';
      from += 6;
    } else {
      formula[length++] = *from == '"' ? '\'' : *from;
      from++;
    }
  }
  formula[length] = '\0';
  fx_value actual = fx_evaluate(formula);
  fx_value expected = {
      .kind = FX_ERROR,
      .number = (double)error_of(json_string_value(json_object_get(v->expected, "error")))};
  if (!fx_same(&actual, &expected, 0))
    fail_msg("%s: %s is not refused", v->name, formula);
  fx_free(&actual);
}

static const struct {
  const char *function;
  void (*run)(vector *v);
} runners[] = {
    {"NPS.UNIT", run_unit},
    {"NPS.CHANGE", run_change},
    {"NPS.COMPARE", run_compare},
    {"NPS.TREND", run_trend},
    {"NPS.CROSS", run_cross},
    {"NPS.DELTATABLE", run_delta_table},
    {"NPS.TABLE", run_any_table},
    {"NPS.DETECTABLE", run_detectable},
    {"nps_interval_shown", run_interval_shown},
    {"NPS.MARGIN weighted", run_weighted},
    {"NPS.DELTA weighted", run_weighted_delta},
    {"wave_order", run_wave_order},
    {"p_adjust", run_p_adjust},
    {"suppress", run_suppress},
    {"error", run_refused},
};
enum { RUNNERS = sizeof runners / sizeof *runners };

static json_t *load(const char *name, const char *key) {
  json_t *root = json_load_file(name, 0, NULL);
  assert_non_null(root);
  json_t *list = json_object_get(root, key);
  assert_true(json_array_size(list) > 0);
  json_incref(list);
  json_decref(root);
  return list;
}

static void every_vector(void **state) {
  (void)state;
  json_t *vectors = load(KP_FIXTURES "/vectors_units.json", "vectors");
  size_t runs[RUNNERS] = {0};
  for (size_t i = 0; i < json_array_size(vectors); i++) {
    const json_t *entry = json_array_get(vectors, i);
    const char *function = json_string_value(json_object_get(entry, "function"));
    vector v = {.name = json_string_value(json_object_get(entry, "name")),
                .in = json_object_get(entry, "inputs"),
                .expected = json_object_get(entry, "expected"),
                .tolerance = number(entry, "tolerance")};
    for (size_t r = 0; r < RUNNERS; r++) {
      if (strcmp(runners[r].function, function) == 0) {
        runners[r].run(&v);
        runs[r]++;
      }
    }
  }
  for (size_t r = 0; r < RUNNERS; r++)
    if (runs[r] == 0)
      fail_msg("no vector of %s", runners[r].function);
  json_decref(vectors);
}

/* Values of the first set that other rules replace: the weighted margin and its bounds. */
static void every_changed_vector(void **state) {
  (void)state;
  json_t *changed = load(KP_FIXTURES "/vectors_changed.json", "changed");
  json_t *vectors = load(KP_FIXTURES "/vectors.json", "vectors");
  for (size_t i = 0; i < json_array_size(changed); i++) {
    const json_t *entry = json_array_get(changed, i);
    const char *name = json_string_value(json_object_get(entry, "name"));
    const char *formula = json_string_value(json_object_get(entry, "reached_by"));
    char function[32];
    snprintf(function, sizeof function, "%.*s", (int)strcspn(formula, "("), formula);
    size_t found = 0;
    for (size_t k = 0; k < json_array_size(vectors); k++) {
      const json_t *old = json_array_get(vectors, k);
      if (strcmp(json_string_value(json_object_get(old, "name")), name) != 0)
        continue;
      const json_t *in = json_object_get(old, "inputs");
      fx_value s = column_of(json_object_get(in, "scores"));
      fx_value w = column_of(json_object_get(in, "weights"));
      const json_t *confidence = json_object_get(in, "confidence");
      fx_value method = strstr(formula, "\"wald\"") != NULL ? word("wald") : LEFT_OUT;
      double actual = NUMBER(
          function, s, confidence != NULL ? fx_number(json_number_value(confidence)) : LEFT_OUT,
          LEFT_OUT, method, w);
      NEAR(actual, number(entry, "new"), 1e-9);
      assert_false(is_near(actual, number(entry, "old"), 1e-3));
      fx_free(&s);
      fx_free(&w);
      found++;
    }
    assert_int_equal(found, 1);
  }
  json_decref(changed);
  json_decref(vectors);
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {cmocka_unit_test(every_vector),
                                     cmocka_unit_test(every_changed_vector)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
