/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Life of an object and what every class has: src/uno/object.c, class.c, standard.c. */
#include "uno_kinds.h"

#define COMPONENT "com.sun.star.lang.XComponent"

static kp_uno_method dispose = KP_UNO_METHOD(COMPONENT "::dispose");
static kp_uno_method add_listener = KP_UNO_METHOD(COMPONENT "::addEventListener");
static kp_uno_method remove_listener = KP_UNO_METHOD(COMPONENT "::removeEventListener");

static void call(uno_Interface *object, kp_uno_method *method, uno_Interface *argument) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_fixture_check(kp_uno_call(&error, object, method, NULL, argument), &error);
}

static void test_references_to_zero(void **state) {
  (void)state;
  int finalized = 0;
  kinds *self = NULL;
  long before = kp_uno_object_count();
  uno_Interface *object = kinds_new(&self);
  self->finalized = &finalized;
  assert_int_equal(kp_uno_object_count(), before + 1);
  assert_ptr_equal(kp_uno_acquire(object), object);
  kp_uno_release(object);
  assert_int_equal(finalized, 0);
  kp_uno_release(object);
  assert_int_equal(finalized, 1);
  assert_int_equal(kp_uno_object_count(), before);
  assert_null(kp_uno_acquire(NULL));
  kp_uno_release(NULL);
}

static void test_finalizer_may_hand_itself_out(void **state) {
  (void)state;
  int finalized = 0;
  kinds *self = NULL;
  uno_Interface *object = kinds_new(&self);
  self->finalized = &finalized;
  self->self = object;
  kp_uno_release(object);
  assert_int_equal(finalized, 1);
}

static void test_references_through_the_dispatcher(void **state) {
  (void)state;
  uno_Any raised;
  typelib_TypeDescription *acquire = uno_fixture_member(TEST_DERIVED, "com.sun.star.uno."
                                                                      "XInterface::acquire");
  typelib_TypeDescription *release = uno_fixture_member(TEST_DERIVED, "com.sun.star.uno."
                                                                      "XInterface::release");
  uno_Interface *object = kinds_new(NULL);
  long before = kp_uno_object_count();
  assert_true(uno_fixture_dispatch(object, acquire, NULL, NULL, &raised));
  assert_true(uno_fixture_dispatch(object, release, NULL, NULL, &raised));
  assert_int_equal(kp_uno_object_count(), before);
  assert_true(uno_fixture_dispatch(object, release, NULL, NULL, &raised));
  assert_int_equal(kp_uno_object_count(), before - 1);
  typelib_typedescription_release(acquire);
  typelib_typedescription_release(release);
}

static void test_query_answers_listed_inherited_and_standard(void **state) {
  (void)state;
  const char *const has[] = {TEST_DERIVED,
                             TEST_KINDS, /* not listed: XDerived inherits it */
                             "com.sun.star.uno.XInterface",
                             "com.sun.star.lang.XTypeProvider",
                             "com.sun.star.lang.XServiceInfo",
                             COMPONENT};
  uno_Interface *object = kinds_new(NULL);
  for (size_t i = 0; i < sizeof has / sizeof *has; i++) {
    uno_Interface *found = kp_uno_query(object, has[i]);
    assert_ptr_equal(found, object);
    kp_uno_release(found);
  }
  assert_null(kp_uno_query(object, "test.XOther"));
  assert_null(kp_uno_query(object, "no.such.XInterface"));
  assert_null(kp_uno_query(object, TEST_PAIR)); /* a type, but no interface */
  assert_null(kp_uno_query(NULL, TEST_KINDS));
  kp_uno_release(object);
}

static void test_identity(void **state) {
  (void)state;
  uno_Interface *one = kinds_new(NULL);
  uno_Interface *two = kinds_new(NULL);
  uno_Interface *by_kinds = uno_fixture_proxy(one, TEST_KINDS);
  uno_Interface *by_component = kp_uno_query(by_kinds, COMPONENT);
  assert_true(kp_uno_same(one, one));
  assert_false(kp_uno_same(one, two));
  assert_false(kp_uno_same(one, NULL));
  assert_false(kp_uno_same(NULL, NULL));
  assert_ptr_not_equal(by_kinds, by_component);
  assert_true(kp_uno_same(by_kinds, by_component));
  kp_uno_release(by_component);
  kp_uno_release(by_kinds);
  kp_uno_release(one);
  kp_uno_release(two);
}

static void test_state_only_for_its_class(void **state) {
  (void)state;
  kinds *self = NULL;
  uno_Interface *object = kinds_new(&self);
  uno_Interface *proxy = uno_fixture_proxy(object, TEST_KINDS);
  assert_ptr_equal(kp_uno_object_state(object, &kinds_class), self);
  assert_null(kp_uno_object_state(object, &listener_class));
  assert_null(kp_uno_object_state(proxy, &kinds_class));
  assert_null(kp_uno_object_state(NULL, &kinds_class));
  kp_uno_release(proxy);
  kp_uno_release(object);
}

static void test_type_provider(void **state) {
  (void)state;
  static kp_uno_method get_types = KP_UNO_METHOD("com.sun.star.lang.XTypeProvider::getTypes");
  static kp_uno_method get_id =
      KP_UNO_METHOD("com.sun.star.lang.XTypeProvider::getImplementationId");
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_Sequence *types = NULL;
  uno_Sequence *id = NULL;
  uno_Interface *object = kinds_new(NULL);
  uno_fixture_check(kp_uno_call(&error, object, &get_types, &types), &error);
  assert_int_equal(types->nElements, 5);
  typelib_TypeDescriptionReference **elements =
      KP_UNO_ELEMENTS(typelib_TypeDescriptionReference *, types);
  assert_true(kp_uno_string_is(elements[0]->pTypeName, TEST_DERIVED));
  assert_true(kp_uno_string_is(elements[2]->pTypeName, "com.sun.star.lang.XTypeProvider"));
  uno_fixture_check(kp_uno_call(&error, object, &get_id, &id), &error);
  assert_int_equal(id->nElements, 0);
  kp_uno_sequence_free(types, "[]type");
  kp_uno_sequence_free(id, "[]byte");
  kp_uno_release(object);
}

static sal_Bool supports(uno_Interface *object, const char *service) {
  static kp_uno_method supports_service =
      KP_UNO_METHOD("com.sun.star.lang.XServiceInfo::supportsService");
  kp_uno_error error = KP_UNO_NO_ERROR;
  sal_Bool answer = 2;
  uno_fixture_check(kp_uno_call(&error, object, &supports_service, &answer, service), &error);
  return answer;
}

static void test_service_info(void **state) {
  (void)state;
  static kp_uno_method get_name =
      KP_UNO_METHOD("com.sun.star.lang.XServiceInfo::getImplementationName");
  static kp_uno_method get_names =
      KP_UNO_METHOD("com.sun.star.lang.XServiceInfo::getSupportedServiceNames");
  kp_uno_error error = KP_UNO_NO_ERROR;
  char *name = NULL;
  uno_Sequence *names = NULL;
  listener *ignored = NULL;
  uno_Interface *object = kinds_new(NULL);
  uno_Interface *plain = listener_new(&ignored);
  uno_fixture_check(kp_uno_call(&error, object, &get_name, &name), &error);
  assert_string_equal(name, "test.comp.Kinds");
  free(name);
  assert_int_equal(supports(object, "test.Echo"), 1);
  assert_int_equal(supports(object, "test.Ech"), 0);
  assert_int_equal(supports(plain, "test.Echo"), 0);
  uno_fixture_check(kp_uno_call(&error, object, &get_names, &names), &error);
  assert_int_equal(names->nElements, 2);
  assert_true(kp_uno_string_is(KP_UNO_ELEMENTS(rtl_uString *, names)[1], "test.Echo"));
  kp_uno_sequence_free(names, "[]string");
  uno_fixture_check(kp_uno_call(&error, plain, &get_names, &names), &error);
  assert_int_equal(names->nElements, 0);
  kp_uno_sequence_free(names, "[]string");
  kp_uno_release(plain);
  kp_uno_release(object);
}

static void test_dispose_tells_listeners_once(void **state) {
  (void)state;
  kinds *self = NULL;
  listener *first = NULL;
  listener *second = NULL;
  uno_Interface *object = kinds_new(&self);
  uno_Interface *one = listener_new(&first);
  uno_Interface *two = listener_new(&second);
  call(object, &add_listener, one);
  call(object, &add_listener, two);
  call(object, &add_listener, two); /* UNO: told once for each time added */
  call(object, &add_listener, NULL);
  call(object, &dispose, NULL);
  call(object, &dispose, NULL);
  assert_int_equal(first->told, 1);
  assert_int_equal(second->told, 2);
  assert_ptr_equal(first->source, object);
  assert_int_equal(self->disposed, 1);
  call(object, &add_listener, one); /* too late: told at once */
  assert_int_equal(first->told, 2);
  kp_uno_release(object);
  kp_uno_release(one);
  kp_uno_release(two);
}

static void test_listener_removed_by_identity(void **state) {
  (void)state;
  listener *told = NULL;
  uno_Interface *object = kinds_new(NULL);
  uno_Interface *real = listener_new(&told);
  uno_Interface *added = uno_fixture_proxy(real, "com.sun.star.lang.XEventListener");
  uno_Interface *other_face = kp_uno_query(added, "com.sun.star.lang.XTypeProvider");
  call(object, &add_listener, added);
  call(object, &add_listener, added);
  call(object, &remove_listener, real); /* another object: the proxy is not `real` to UNO */
  void *args[] = {&other_face}; /* past kp_uno_call, which would query for the very same pointer */
  uno_Any raised;
  typelib_TypeDescription *member =
      uno_fixture_member(COMPONENT, COMPONENT "::removeEventListener");
  assert_true(uno_fixture_dispatch(object, member, NULL, args, &raised));
  typelib_typedescription_release(member);
  call(object, &remove_listener, NULL);
  call(object, &dispose, NULL);
  assert_int_equal(told->told, 1); /* one of the two is gone */
  kp_uno_release(other_face);
  kp_uno_release(added);
  kp_uno_release(real);
  kp_uno_release(object);
}

static void test_listeners_of_an_object_nobody_disposed(void **state) {
  (void)state;
  listener *told = NULL;
  kinds *self = NULL;
  int finalized = 0;
  uno_Interface *object = kinds_new(&self);
  uno_Interface *one = listener_new(&told);
  self->finalized = &finalized;
  call(object, &add_listener, one);
  kp_uno_release(object);
  assert_int_equal(finalized, 1);
  assert_int_equal(told->told, 0);
  kp_uno_release(one);
}

/* The listener disposes again and drops the last outside reference while the object tells it. */
static void test_dispose_from_within(void **state) {
  (void)state;
  int finalized = 0;
  kinds *self = NULL;
  listener *nasty = NULL;
  uno_Interface *object = kinds_new(&self);
  uno_Interface *one = listener_new(&nasty);
  self->finalized = &finalized;
  call(object, &add_listener, one);
  nasty->dispose_too = object;
  nasty->release_too = object;
  typelib_TypeDescription *member = uno_fixture_member(COMPONENT, COMPONENT "::dispose");
  uno_Any raised;
  assert_true(uno_fixture_dispatch(object, member, NULL, NULL, &raised)); /* the only reference */
  assert_int_equal(nasty->told, 1);
  assert_int_equal(finalized, 1);
  typelib_typedescription_release(member);
  kp_uno_release(one);
}

/* --------------------------------------------------------------------- tables that are wrong */

static void refused(kp_uno_class *class, const char *message) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  long before = kp_uno_object_count();
  assert_null(kp_uno_object_new(class, NULL, &error));
  assert_string_equal(error.type, KP_UNO_RUNTIME_EXCEPTION);
  assert_string_equal(error.message, message);
  assert_int_equal(kp_uno_object_count(), before);
}

static void test_wrong_tables_are_refused(void **state) {
  (void)state;
  static const kp_uno_row misspelt[] = {
      {"com.sun.star.lang.XEventListener::disposing", kp_uno_ignore, NULL},
      {"com.sun.star.lang.XEventListener::dispose", kp_uno_ignore, NULL},
  };
  static const kp_uno_row good[] = {
      {"com.sun.star.lang.XEventListener::disposing", kp_uno_ignore, NULL},
  };
  static const char *const event[] = {"com.sun.star.lang.XEventListener", NULL};
  static const char *const unknown[] = {"no.such.XInterface", NULL};
  static const char *const no_interface[] = {TEST_PAIR, NULL};
  kp_uno_class missing = {.implementation = "test.Missing", .interfaces = event};
  kp_uno_class wrong_row = {
      .implementation = "test.WrongRow", .interfaces = event, .rows = misspelt, .row_count = 2};
  kp_uno_class wrong_interface = {
      .implementation = "test.Unknown", .interfaces = unknown, .rows = good, .row_count = 1};
  kp_uno_class not_interface = {.implementation = "test.Struct", .interfaces = no_interface};
  refused(&missing, "test.Missing has no row for com.sun.star.lang.XEventListener::disposing");
  refused(&wrong_row, "test.WrongRow: no interface has com.sun.star.lang.XEventListener::dispose");
  refused(&wrong_interface, "unknown interface no.such.XInterface");
  refused(&not_interface, "unknown interface " TEST_PAIR);
}

/* A row may be the head of a larger structure, and may replace what every class has. */
static bool tagged(kp_uno_incoming *in) {
  const struct {
    kp_uno_row row;
    const char *tag;
  } *row = (const void *)in->row;
  return kp_uno_return_string(in, row->tag);
}

static void test_larger_rows(void **state) {
  (void)state;
  static const struct {
    kp_uno_row row;
    const char *tag;
  } rows[] = {
      {{"com.sun.star.lang.XEventListener::disposing", kp_uno_ignore, NULL}, "first"},
      {{"com.sun.star.lang.XServiceInfo::getImplementationName", tagged, NULL}, "second"},
  };
  static const char *const interfaces[] = {"com.sun.star.lang.XEventListener", NULL};
  static kp_uno_class class = {.implementation = "test.Tagged",
                               .interfaces = interfaces,
                               .rows = rows,
                               .row_count = 2,
                               .row_size = sizeof *rows};
  static kp_uno_method get_name =
      KP_UNO_METHOD("com.sun.star.lang.XServiceInfo::getImplementationName");
  kp_uno_error error = KP_UNO_NO_ERROR;
  char *name = NULL;
  uno_Interface *object = kp_uno_object_new(&class, NULL, &error);
  uno_fixture_check(object != NULL, &error);
  uno_fixture_check(kp_uno_call(&error, object, &get_name, &name), &error);
  assert_string_equal(name, "second");
  free(name);
  kp_uno_release(object);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_references_to_zero),
      cmocka_unit_test(test_finalizer_may_hand_itself_out),
      cmocka_unit_test(test_references_through_the_dispatcher),
      cmocka_unit_test(test_query_answers_listed_inherited_and_standard),
      cmocka_unit_test(test_identity),
      cmocka_unit_test(test_state_only_for_its_class),
      cmocka_unit_test(test_type_provider),
      cmocka_unit_test(test_service_info),
      cmocka_unit_test(test_dispose_tells_listeners_once),
      cmocka_unit_test(test_listener_removed_by_identity),
      cmocka_unit_test(test_listeners_of_an_object_nobody_disposed),
      cmocka_unit_test(test_dispose_from_within),
      cmocka_unit_test(test_wrong_tables_are_refused),
      cmocka_unit_test(test_larger_rows),
      cmocka_unit_test(uno_fixture_nothing_left),
  };
  return cmocka_run_group_tests(tests, uno_fixture_setup, uno_fixture_teardown);
}
