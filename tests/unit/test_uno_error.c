/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors in transit, raised and caught: src/uno/error.c. */
#include "uno_kinds.h"

#include <unistd.h>

#include <stdlib.h>

#include <stdio.h>

#define WRAPPED "com.sun.star.lang.WrappedTargetException"

static kp_uno_method fail_method = KP_UNO_METHOD(TEST_KINDS "::fail");
static kp_uno_method number = KP_UNO_METHOD(TEST_KINDS "::Number");

static void test_set_formats(void **state) {
  (void)state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  assert_true(kp_uno_error_is(&error, ""));
  assert_false(kp_uno_error_set(&error, KP_UNO_ILLEGAL_ARGUMENT, "%s is %d", "x", 7));
  assert_string_equal(error.message, "x is 7");
  assert_true(kp_uno_error_is(&error, KP_UNO_ILLEGAL_ARGUMENT));
  assert_false(kp_uno_error_is(&error, KP_UNO_RUNTIME_EXCEPTION));
  assert_false(kp_uno_error_is(&error, ""));
  assert_false(kp_uno_error_memory(&error));
  assert_string_equal(error.message, "out of memory");
}

static void test_set_may_quote_itself(void **state) {
  (void)state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_uno_error_set(&error, KP_UNO_ILLEGAL_ARGUMENT, "row 3");
  kp_uno_error_set(&error, error.type, "sheet 1: %s", error.message);
  assert_string_equal(error.message, "sheet 1: row 3");
  assert_string_equal(error.type, KP_UNO_ILLEGAL_ARGUMENT);
}

/* The cut must fall before a character that does not fit as a whole, wherever that begins. */
static void test_set_cuts_at_a_character(void **state) {
  (void)state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  const size_t room = sizeof error.message - 1;
  for (size_t lead = 0; lead < 8; lead++) {
    char text[1000];
    size_t length = lead;
    memset(text, 'x', lead);
    while (length + 4 < sizeof text) {
      memcpy(text + length, "\xF0\x9F\x98\x80", 4);
      length += 4;
    }
    text[length] = '\0';
    kp_uno_error_set(&error, KP_UNO_RUNTIME_EXCEPTION, "%s", text);
    size_t expected = lead + (room - lead) / 4 * 4;
    assert_int_equal(strlen(error.message), expected);
    assert_memory_equal(error.message, text, expected);
  }
}

static void test_set_keeps_what_just_fits(void **state) {
  (void)state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  char text[sizeof error.message + 1];
  memset(text, 'y', sizeof text);
  text[sizeof error.message - 1] = '\0';
  kp_uno_error_set(&error, KP_UNO_RUNTIME_EXCEPTION, "%s", text);
  assert_string_equal(error.message, text);
  text[sizeof error.message - 1] = 'y';
  text[sizeof error.message] = '\0';
  kp_uno_error_set(&error, KP_UNO_RUNTIME_EXCEPTION, "%s", text);
  assert_int_equal(strlen(error.message), sizeof error.message - 1);
}

/* Raises `type` in a handler and returns what the caller gets. */
static kp_uno_error raised(const char *type, const char *message) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_Interface *object = kinds_new(NULL);
  assert_false(kp_uno_call(&error, object, &fail_method, NULL, type, message));
  kp_uno_release(object);
  return error;
}

static void test_type_and_message_arrive(void **state) {
  (void)state;
  kp_uno_error error = raised(KP_UNO_ILLEGAL_ARGUMENT, "caf\xC3\xA9 \xF0\x9F\x98\x80");
  assert_string_equal(error.type, KP_UNO_ILLEGAL_ARGUMENT);
  assert_string_equal(error.message, "caf\xC3\xA9 \xF0\x9F\x98\x80");
  error = raised(KP_UNO_RUNTIME_EXCEPTION, ""); /* run-time ones need no declaration */
  assert_string_equal(error.type, KP_UNO_RUNTIME_EXCEPTION);
  assert_string_equal(error.message, "");
}

static void test_undeclared_goes_out_as_runtime(void **state) {
  (void)state;
  kp_uno_error error = raised("test.Undeclared", "oops");
  assert_string_equal(error.type, KP_UNO_RUNTIME_EXCEPTION);
  assert_string_equal(error.message, "test.Undeclared: oops");
  error = raised("no.such.Exception", "oops");
  assert_string_equal(error.type, KP_UNO_RUNTIME_EXCEPTION);
  assert_string_equal(error.message, "no.such.Exception: oops");
  error = raised(TEST_PAIR, "a struct is no exception");
  assert_string_equal(error.type, KP_UNO_RUNTIME_EXCEPTION);
}

static void test_failing_without_a_word(void **state) {
  (void)state;
  kp_uno_error error = raised("", "");
  assert_string_equal(error.type, KP_UNO_RUNTIME_EXCEPTION);
  assert_string_equal(error.message, "the call failed");
}

static void test_attribute_setter_raises(void **state) {
  (void)state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_Interface *object = kinds_new(NULL);
  assert_false(kp_uno_call(&error, object, &number, NULL, -1));
  assert_string_equal(error.message, "-1 is negative");
  kp_uno_release(object);
}

/* What a bridge sees: the any, its struct, the object as context. */
static void test_exception_as_uno_sees_it(void **state) {
  (void)state;
  typedef struct illegal_argument {
    rtl_uString *message;
    uno_Interface *context;
    sal_Int16 position;
  } illegal_argument;
  uno_Interface *object = kinds_new(NULL);
  typelib_TypeDescription *member = uno_fixture_member(TEST_DERIVED, TEST_KINDS "::fail");
  rtl_uString *type = kp_uno_string_new(KP_UNO_ILLEGAL_ARGUMENT);
  rtl_uString *message = kp_uno_string_new("no");
  void *args[] = {&type, &message};
  uno_Any exception;
  assert_false(uno_fixture_dispatch(object, member, NULL, args, &exception));
  assert_int_equal(exception.pType->eTypeClass, typelib_TypeClass_EXCEPTION);
  const illegal_argument *value = exception.pData;
  assert_true(kp_uno_string_is(value->message, "no"));
  assert_ptr_equal(value->context, object);
  assert_int_equal(value->position, 0);
  kp_uno_any_clear(&exception);
  rtl_uString_release(type);
  rtl_uString_release(message);
  typelib_typedescription_release(member);
  kp_uno_release(object);
}

/* ----------------------------------------------------------- exceptions from foreign objects */

typedef struct wrapped {
  rtl_uString *message;
  uno_Interface *context;
  uno_Any target;
} wrapped;

/* A foreign object: answers every query with itself and raises what `foreign_exception` holds. */
static uno_Any *foreign_exception;

static void foreign_count(uno_Interface *interface) {
  (void)interface;
}

static void foreign_dispatch(uno_Interface *interface, const typelib_TypeDescription *member,
                             void *result, void *args[], uno_Any **exception) {
  if (((const typelib_InterfaceMemberTypeDescription *)member)->nPosition == 0) {
    uno_type_any_construct(result, &interface, *(typelib_TypeDescriptionReference **)args[0], NULL);
    *exception = NULL;
  } else {
    uno_type_any_construct(*exception, foreign_exception->pData, foreign_exception->pType, NULL);
  }
}

static kp_uno_error caught(uno_Any *exception) {
  uno_Interface foreign = {foreign_count, foreign_count, foreign_dispatch};
  kp_uno_error error = KP_UNO_NO_ERROR;
  foreign_exception = exception;
  assert_false(kp_uno_call(&error, &foreign, &number, NULL, 1));
  return error;
}

/* An any that holds a wrapper around `inner` (may be void) with a message of its own. */
static void wrap(uno_Any *any, const char *message, const uno_Any *inner) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  wrapped value;
  assert_true(kp_uno_value_init(&value, WRAPPED));
  assert_true(kp_uno_string_assign(&value.message, message, &error));
  kp_uno_any_copy(&value.target, inner);
  assert_true(kp_uno_any_set(any, WRAPPED, &value, &error));
  kp_uno_value_clear(&value, WRAPPED);
}

static void test_wrapped_exception_tells_its_reason(void **state) {
  (void)state;
  uno_Any inner;
  uno_Any outer;
  uno_Any outermost;
  kp_uno_any_init(&inner);
  kp_uno_any_init(&outer);
  kp_uno_any_init(&outermost);
  wrap(&outer, "", &inner); /* nothing inside, nothing said */
  assert_string_equal(caught(&outer).message, "");
  wrap(&inner, "the reason", &outermost);
  wrap(&outer, "", &inner);
  wrap(&outermost, "", &outer);
  kp_uno_error error = caught(&outermost);
  assert_string_equal(error.type, WRAPPED);
  assert_string_equal(error.message, "the reason");
  wrap(&outermost, "own words", &outer);
  assert_string_equal(caught(&outermost).message, "own words");
  kp_uno_any_clear(&inner);
  kp_uno_any_clear(&outer);
  kp_uno_any_clear(&outermost);
}

static void test_exception_without_value(void **state) {
  (void)state;
  uno_Any nothing;
  kp_uno_any_init(&nothing);
  kp_uno_error error = caught(&nothing);
  assert_string_equal(error.type, "void");
  assert_string_equal(error.message, "");
}

/* What is written to the standard error while `act` runs. */
static void captured(void (*act)(void), char *text, size_t size) {
  FILE *file = tmpfile();
  int kept = dup(2);
  assert_non_null(file);
  fflush(stderr);
  assert_true(dup2(fileno(file), 2) >= 0);
  act();
  fflush(stderr);
  assert_true(dup2(kept, 2) >= 0);
  close(kept);
  rewind(file);
  text[fread(text, 1, size - 1, file)] = '\0';
  fclose(file);
}

static void go_on(void) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_error looked_at = KP_UNO_NO_ERROR;
  kp_uno_error_set(&looked_at, KP_UNO_ILLEGAL_ARGUMENT, "answered");
  kp_uno_error_set(&ignored, KP_UNO_ILLEGAL_ARGUMENT, "no %s", "sheet");
}

static void test_what_is_passed_over_is_traced(void **state) {
  (void)state;
  char text[1000];
  unsetenv("KP_TRACE");
  captured(go_on, text, sizeof text);
  assert_string_equal(text, "");
  setenv("KP_TRACE", "1", 1);
  captured(go_on, text, sizeof text);
  unsetenv("KP_TRACE");
  assert_string_equal(text, "kernpunt: go_on went on after com.sun.star.lang."
                            "IllegalArgumentException: no sheet\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_set_formats),
      cmocka_unit_test(test_set_may_quote_itself),
      cmocka_unit_test(test_set_cuts_at_a_character),
      cmocka_unit_test(test_set_keeps_what_just_fits),
      cmocka_unit_test(test_type_and_message_arrive),
      cmocka_unit_test(test_undeclared_goes_out_as_runtime),
      cmocka_unit_test(test_failing_without_a_word),
      cmocka_unit_test(test_attribute_setter_raises),
      cmocka_unit_test(test_exception_as_uno_sees_it),
      cmocka_unit_test(test_wrapped_exception_tells_its_reason),
      cmocka_unit_test(test_exception_without_value),
      cmocka_unit_test(uno_fixture_nothing_left),
      cmocka_unit_test(test_what_is_passed_over_is_traced),
  };
  return cmocka_run_group_tests(tests, uno_fixture_setup, uno_fixture_teardown);
}
