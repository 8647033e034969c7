/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing one vector of tests/fixtures/vectors.json with what the module answers. A runner offers
 * every number it can compute; afterwards each expected key must have been offered. */
#ifndef KERNPUNT_SURVEY_VECTORS_H
#define KERNPUNT_SURVEY_VECTORS_H

#include <string.h>

#include <jansson.h>

#include "survey_test.h"

typedef struct vector {
  const char *name;
  const json_t *in;
  json_t *expected; /* not const: jansson's iterators want it so */
  double tolerance;
  const char *offered[64];
  size_t offers;
} vector;

static inline void offer(vector *v, const char *key) {
  assert_true(v->offers < sizeof v->offered / sizeof v->offered[0]);
  v->offered[v->offers++] = key;
}

static inline void want_json(const vector *v, const char *key, const json_t *expected,
                             double actual) {
  if (!json_is_number(expected) || !is_near(actual, json_number_value(expected), v->tolerance)) {
    print_error("%s: %s is %.17g, expected %.17g\n", v->name, key, actual,
                json_number_value(expected));
    fail();
  }
}

static inline void want(vector *v, const char *key, double actual) {
  const json_t *expected = json_object_get(v->expected, key);
  offer(v, key);
  if (expected != NULL) {
    want_json(v, key, expected, actual);
  }
}

static inline void want_true(vector *v, const char *key, bool actual) {
  const json_t *expected = json_object_get(v->expected, key);
  offer(v, key);
  if (expected != NULL && (!json_is_boolean(expected) || json_is_true(expected) != actual)) {
    print_error("%s: %s is %s\n", v->name, key, actual ? "true" : "false");
    fail();
  }
}

/* actual NULL: there is no such word. */
static inline void want_word(vector *v, const char *key, const char *actual) {
  const json_t *expected = json_object_get(v->expected, key);
  offer(v, key);
  const char *word = json_string_value(expected);
  bool equal = actual == NULL ? expected == NULL : word != NULL && strcmp(word, actual) == 0;
  if (!equal) {
    print_error("%s: %s is %s\n", v->name, key, actual == NULL ? "(nothing)" : actual);
    fail();
  }
}

static inline const json_t *array_of(vector *v, const char *key, size_t count) {
  const json_t *expected = json_object_get(v->expected, key);
  offer(v, key);
  if (expected != NULL && (!json_is_array(expected) || json_array_size(expected) != count)) {
    print_error("%s: %s is no array of %zu\n", v->name, key, count);
    fail();
  }
  return expected;
}

static inline void want_array(vector *v, const char *key, const double *actual, size_t count) {
  const json_t *expected = array_of(v, key, count);
  for (size_t i = 0; expected != NULL && i < count; i++) {
    want_json(v, key, json_array_get(expected, i), actual[i]);
  }
}

static inline bool has(const vector *v, const char *key) {
  return json_object_get(v->in, key) != NULL && !json_is_null(json_object_get(v->in, key));
}

static inline double number(const json_t *object, const char *key) {
  const json_t *value = json_object_get(object, key);
  if (!json_is_number(value)) {
    print_error("no number %s\n", key);
    fail();
  }
  return json_number_value(value);
}

static inline double input(const vector *v, const char *key) {
  return number(v->in, key);
}

static inline double input_or(const vector *v, const char *key, double otherwise) {
  return has(v, key) ? input(v, key) : otherwise;
}

/* A cell as a number, NaN for whatever is none. */
static inline double cell(const json_t *array, size_t i) {
  const json_t *value = json_array_get(array, i);
  return json_is_number(value) ? json_number_value(value) : (double)NAN;
}

static inline const char *status_word(kp_survey_status status) {
  switch (status) {
  case KP_SURVEY_OUT_OF_RANGE:
    return "out_of_range";
  case KP_SURVEY_NON_INTEGER:
    return "non_integer";
  case KP_SURVEY_NO_DATA:
    return "no_valid_scores";
  case KP_SURVEY_BAD_WEIGHT:
    return "bad_weight";
  case KP_SURVEY_COLLINEAR:
    return "collinear";
  case KP_SURVEY_CONSTANT:
    return "no_variation";
  case KP_SURVEY_TOO_FEW:
    return "too_few_respondents";
  default:
    return NULL;
  }
}

/* True when the vector has numbers to compare. */
static inline bool want_status(vector *v, kp_survey_status status) {
  want_word(v, "error", status_word(status));
  assert_true(status == KP_SURVEY_OK || status_word(status) != NULL);
  return status == KP_SURVEY_OK;
}

#endif
