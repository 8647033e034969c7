/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Properties, services and singletons: src/uno/property.c, on objects of the binding itself. */
#include "uno_kinds.h"

/* A property set with one value, and a context whose service manager makes kinds objects. */
typedef struct store {
  uno_Any value;
  uno_Interface *manager; /* borrowed, NULL: none */
} store;

static bool check_name(kp_uno_incoming *in) {
  return kp_uno_string_is(KP_UNO_ARG(rtl_uString *, in, 0), "Value") ||
         kp_uno_error_set(in->error, "com.sun.star.uno.Exception", "no such property");
}

static bool get_value(kp_uno_incoming *in) {
  if (!check_name(in))
    return false;
  kp_uno_any_init(in->result);
  kp_uno_any_copy(in->result, &((const store *)in->state)->value);
  return true;
}

static bool set_value(kp_uno_incoming *in) {
  if (!check_name(in))
    return false;
  kp_uno_any_copy(&((store *)in->state)->value, in->args[1]);
  return true;
}

static bool get_by_name(kp_uno_incoming *in) {
  kp_uno_any_init(in->result);
  if (!kp_uno_string_is(KP_UNO_ARG(rtl_uString *, in, 0), "/singletons/test.theThing"))
    return true;
  return kp_uno_any_set_interface(in->result, "com.sun.star.uno.XInterface", in->object, in->error);
}

static bool get_manager(kp_uno_incoming *in) {
  return kp_uno_return_interface(in, "com.sun.star.lang.XMultiComponentFactory",
                                 ((const store *)in->state)->manager);
}

static bool create(kp_uno_incoming *in) {
  const rtl_uString *service = KP_UNO_ARG(rtl_uString *, in, 0);
  uno_Interface *made = NULL;
  if (kp_uno_string_is(service, "test.Bad"))
    return kp_uno_error_set(in->error, "com.sun.star.uno.Exception", "bad service");
  if (kp_uno_string_is(service, "test.Kinds"))
    made = kinds_new(NULL);
  *(uno_Interface **)in->result = made;
  return true;
}

static void store_finalize(void *state) {
  kp_uno_any_clear(&((store *)state)->value);
}

static const kp_uno_row store_rows[] = {
    {"com.sun.star.beans.XPropertySet::getPropertyValue", get_value, NULL},
    {"com.sun.star.beans.XPropertySet::setPropertyValue", set_value, NULL},
    {"com.sun.star.uno.XComponentContext::getValueByName", get_by_name, NULL},
    {"com.sun.star.uno.XComponentContext::getServiceManager", get_manager, NULL},
    {"com.sun.star.lang.XMultiComponentFactory::createInstanceWithContext", create, NULL},
};
static const char *const store_interfaces[] = {"com.sun.star.beans.XPropertySet",
                                               "com.sun.star.uno.XComponentContext",
                                               "com.sun.star.lang.XMultiComponentFactory", NULL};

static kp_uno_class store_class = {
    .implementation = "test.comp.Store",
    .interfaces = store_interfaces,
    .rows = store_rows,
    .row_count = sizeof store_rows / sizeof *store_rows,
    .state_size = sizeof(store),
    .finalize = store_finalize,
};

static uno_Interface *store_new(void) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  void *state = NULL;
  uno_Interface *object = kp_uno_object_new(&store_class, &state, &error);
  uno_fixture_check(object != NULL, &error);
  kp_uno_any_init(&((store *)state)->value);
  ((store *)state)->manager = object;
  return object;
}

static void test_setters_and_getters(void **state) {
  (void)state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  bool flag = false;
  int32_t whole = 0;
  double real = 0;
  char *text = NULL;
  uno_Any any;
  uno_Interface *object = store_new();
  kp_uno_any_init(&any);
  uno_fixture_check(kp_uno_property_set_bool(&error, object, "Value", true), &error);
  uno_fixture_check(kp_uno_property_get_bool(&error, object, "Value", &flag), &error);
  assert_true(flag);
  uno_fixture_check(kp_uno_property_set_short(&error, object, "Value", -3), &error);
  uno_fixture_check(kp_uno_property_get_long(&error, object, "Value", &whole), &error);
  assert_int_equal(whole, -3);
  uno_fixture_check(kp_uno_property_set_long(&error, object, "Value", 1 << 30), &error);
  uno_fixture_check(kp_uno_property_get_long(&error, object, "Value", &whole), &error);
  assert_int_equal(whole, 1 << 30);
  uno_fixture_check(kp_uno_property_set_double(&error, object, "Value", 0.5), &error);
  uno_fixture_check(kp_uno_property_get(&error, object, "Value", &any), &error);
  assert_true(kp_uno_any_get_double(&any, &real) && real == 0.5);
  uno_fixture_check(kp_uno_property_set_string(&error, object, "Value", "t"), &error);
  uno_fixture_check(kp_uno_property_get(&error, object, "Value", &any), &error); /* replaces */
  kp_uno_any_clear(&any);
  uno_fixture_check(kp_uno_property_get_string(&error, object, "Value", &text), &error);
  assert_string_equal(text, "t");
  free(text);
  kp_uno_release(object);
}

static void test_other_kind_is_an_error(void **state) {
  (void)state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  bool flag = true;
  int32_t whole = 5;
  char *text = NULL;
  uno_Interface *found = NULL;
  uno_Interface *object = store_new();
  assert_false(kp_uno_property_get_long(&error, object, "Value", &whole)); /* void */
  uno_fixture_check(kp_uno_property_set_double(&error, object, "Value", 0.5), &error);
  assert_false(kp_uno_property_get_bool(&error, object, "Value", &flag));
  assert_false(kp_uno_property_get_long(&error, object, "Value", &whole));
  assert_false(kp_uno_property_get_string(&error, object, "Value", &text));
  assert_false(kp_uno_property_get_interface(&error, object, "Value", &found));
  assert_string_equal(error.message, "property Value is of another kind");
  assert_true(flag && whole == 5 && text == NULL && found == NULL);
  assert_false(kp_uno_property_get_long(&error, object, "Other", &whole));
  assert_string_equal(error.message, "no such property");
  assert_false(kp_uno_property_set_long(&error, NULL, "Value", 1));
  kp_uno_release(object);
}

static void test_interface_property(void **state) {
  (void)state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_Interface *object = store_new();
  uno_Interface *held = kinds_new(NULL);
  uno_Interface *found = NULL;
  uno_Any any;
  kp_uno_any_init(&any);
  assert_true(kp_uno_any_set_interface(&any, TEST_KINDS, held, &error));
  uno_fixture_check(kp_uno_property_set(&error, object, "Value", &any), &error);
  kp_uno_any_clear(&any);
  uno_fixture_check(kp_uno_property_get_interface(&error, object, "Value", &found), &error);
  assert_true(kp_uno_same(found, held));
  kp_uno_release(found);
  kp_uno_release(held);
  kp_uno_release(object);
}

static void test_create_and_singleton(void **state) {
  (void)state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_Interface *context = store_new();
  uno_Interface *made = NULL;
  uno_fixture_check(kp_uno_create(&error, context, "test.Kinds", &made), &error);
  assert_non_null(kp_uno_object_state(made, &kinds_class));
  kp_uno_release(made);
  made = NULL;
  assert_false(kp_uno_create(&error, context, "test.None", &made));
  assert_string_equal(error.message, "no service test.None");
  assert_false(kp_uno_create(&error, context, "test.Bad", &made));
  assert_string_equal(error.message, "bad service");
  assert_null(made);
  uno_fixture_check(kp_uno_singleton(&error, context, "test.theThing", &made), &error);
  assert_true(kp_uno_same(made, context));
  kp_uno_release(made);
  made = NULL;
  assert_false(kp_uno_singleton(&error, context, "test.theOther", &made));
  assert_string_equal(error.message, "no singleton test.theOther");
  char endless[200];
  memset(endless, 'n', sizeof endless);
  endless[sizeof endless - 1] = '\0';
  assert_false(kp_uno_singleton(&error, context, endless, &made));
  assert_null(made);
  kp_uno_release(context);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_setters_and_getters), cmocka_unit_test(test_other_kind_is_an_error),
      cmocka_unit_test(test_interface_property),  cmocka_unit_test(test_create_and_singleton),
      cmocka_unit_test(uno_fixture_nothing_left),
  };
  return cmocka_run_group_tests(tests, uno_fixture_setup, uno_fixture_teardown);
}
