/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The factory of a library: src/uno/component.c. */
#include "uno_kinds.h"

static kp_uno_method create_plain =
    KP_UNO_METHOD("com.sun.star.lang.XSingleComponentFactory::createInstanceWithContext");
static kp_uno_method create_with_arguments = KP_UNO_METHOD(
    "com.sun.star.lang.XSingleComponentFactory::createInstanceWithArgumentsAndContext");

static bool make_kinds(uno_Interface *context, const uno_Sequence *arguments,
                       uno_Interface **result, kp_uno_error *error) {
  kinds *self = NULL;
  (void)context;
  (void)error;
  *result = kinds_new(&self);
  self->number = arguments == NULL ? -1 : arguments->nElements;
  return true;
}

static bool make_foreign(uno_Interface *context, const uno_Sequence *arguments,
                         uno_Interface **result, kp_uno_error *error) {
  if (!make_kinds(context, arguments, result, error))
    return false;
  uno_Interface *proxy = uno_fixture_proxy(*result, TEST_KINDS);
  kp_uno_release(*result);
  *result = proxy;
  return true;
}

static bool make_nothing(uno_Interface *context, const uno_Sequence *arguments,
                         uno_Interface **result, kp_uno_error *error) {
  (void)context;
  (void)arguments;
  (void)result;
  (void)error;
  return true;
}

static bool refuse(uno_Interface *context, const uno_Sequence *arguments, uno_Interface **result,
                   kp_uno_error *error) {
  (void)context;
  (void)arguments;
  (void)result;
  return kp_uno_error_set(error, KP_UNO_ILLEGAL_ARGUMENT, "not today");
}

static kp_uno_class foreign_class = {.implementation = "test.comp.Foreign"};
static kp_uno_class nothing_class = {.implementation = "test.comp.Nothing"};
static kp_uno_class refuse_class = {.implementation = "test.comp.Refuse"};

static const kp_uno_component components[] = {
    {&kinds_class, make_kinds},
    {&foreign_class, make_foreign},
    {&nothing_class, make_nothing},
    {&refuse_class, refuse},
};

static uno_Interface *factory_of(const char *implementation) {
  uno_Interface *factory =
      kp_uno_component_factory(components, sizeof components / sizeof *components, implementation);
  assert_non_null(factory);
  return factory;
}

static void test_creates_with_and_without_arguments(void **state) {
  (void)state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_Interface *made = NULL;
  uno_Interface *factory = factory_of("test.comp.Kinds");
  uno_Sequence *arguments = kp_uno_sequence_new("[]any", 3);
  uno_fixture_check(kp_uno_call(&error, factory, &create_plain, &made, NULL), &error);
  assert_int_equal(((kinds *)kp_uno_object_state(made, &kinds_class))->number, -1);
  kp_uno_release(made);
  uno_fixture_check(kp_uno_call(&error, factory, &create_with_arguments, &made, arguments, NULL),
                    &error);
  assert_int_equal(((kinds *)kp_uno_object_state(made, &kinds_class))->number, 3);
  kp_uno_release(made);
  kp_uno_sequence_free(arguments, "[]any");
  kp_uno_release(factory);
}

/* The caller is promised an XInterface; a foreign object has another pointer for that. */
static void test_foreign_instance_is_queried(void **state) {
  (void)state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_Interface *made = NULL;
  uno_Interface *factory = factory_of("test.comp.Foreign");
  uno_fixture_check(kp_uno_call(&error, factory, &create_plain, &made, NULL), &error);
  uno_Interface *plain = kp_uno_query(made, "com.sun.star.uno.XInterface");
  assert_ptr_equal(made, plain);
  kp_uno_release(plain);
  kp_uno_release(made);
  kp_uno_release(factory);
}

static void test_failures_are_raised(void **state) {
  (void)state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_Interface *made = NULL;
  uno_Interface *factory = factory_of("test.comp.Refuse");
  assert_false(kp_uno_call(&error, factory, &create_plain, &made, NULL));
  assert_string_equal(error.type, KP_UNO_ILLEGAL_ARGUMENT);
  assert_string_equal(error.message, "not today");
  kp_uno_release(factory);
  factory = factory_of("test.comp.Nothing");
  assert_false(kp_uno_call(&error, factory, &create_plain, &made, NULL));
  assert_string_equal(error.message, "test.comp.Nothing made no object");
  assert_null(made);
  kp_uno_release(factory);
}

static void test_unknown_implementation(void **state) {
  (void)state;
  assert_null(kp_uno_component_factory(components, 1, "test.comp.Foreign"));
  assert_null(kp_uno_component_factory(components, 0, "test.comp.Kinds"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_creates_with_and_without_arguments),
      cmocka_unit_test(test_foreign_instance_is_queried),
      cmocka_unit_test(test_failures_are_raised),
      cmocka_unit_test(test_unknown_implementation),
      cmocka_unit_test(uno_fixture_nothing_left),
  };
  return cmocka_run_group_tests(tests, uno_fixture_setup, uno_fixture_teardown);
}
