/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls with every kind of value, both sides of the binding: src/uno/call.c, object.c, class.c. */
#include "uno_kinds.h"

#define EMOJI "\xF0\x9F\x98\x80"

#define ECHOES(type, member, value)                                                                \
  do {                                                                                             \
    static kp_uno_method method = KP_UNO_METHOD(TEST_KINDS "::" member);                           \
    type answer = 0;                                                                               \
    uno_fixture_check(kp_uno_call(&error, object, &method, &answer, value), &error);               \
    assert_true(answer == (value));                                                                \
  } while (0)

/* Every test runs on the object itself and on a proxy as the C++ bridge makes them; the proxy
 * stands for an interface that has none of the members. */
static void on_both(void (*test)(uno_Interface *object)) {
  uno_Interface *object = kinds_new(NULL);
  uno_Interface *proxy = uno_fixture_proxy(object, "com.sun.star.lang.XTypeProvider");
  test(object);
  test(proxy);
  kp_uno_release(proxy);
  kp_uno_release(object);
}

static void numbers(uno_Interface *object) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  ECHOES(sal_Bool, "echoBoolean", 1);
  ECHOES(sal_Int8, "echoByte", -128);
  ECHOES(sal_Int16, "echoShort", -32768);
  ECHOES(sal_uInt16, "echoUnsignedShort", 65535);
  ECHOES(sal_Int32, "echoLong", INT32_MIN);
  ECHOES(sal_uInt32, "echoUnsignedLong", 4294967295u);
  ECHOES(sal_Int64, "echoHyper", INT64_MIN);
  ECHOES(sal_uInt64, "echoUnsignedHyper", UINT64_MAX);
  ECHOES(float, "echoFloat", 0.25f);
  ECHOES(double, "echoDouble", 1.0 / 3);
  ECHOES(sal_Unicode, "echoChar", 0x20AC);
  ECHOES(sal_Int32, "echoColor", 2);
}

static void test_numbers(void **state) {
  (void)state;
  on_both(numbers);
}

static void texts(uno_Interface *object) {
  static kp_uno_method echo = KP_UNO_METHOD(TEST_KINDS "::echoString");
  kp_uno_error error = KP_UNO_NO_ERROR;
  char *big = malloc(200001);
  char *answer = NULL;
  assert_non_null(big);
  memset(big, 'x', 200000);
  big[200000] = '\0';
  const char *const sent[] = {"", "plain", "na\xC3\xAFve " EMOJI, big, NULL};
  for (size_t i = 0; i < sizeof sent / sizeof *sent; i++) {
    uno_fixture_check(kp_uno_call(&error, object, &echo, &answer, sent[i]), &error);
    assert_string_equal(answer, sent[i] != NULL ? sent[i] : "");
    free(answer);
  }
  free(big);
}

static void test_texts(void **state) {
  (void)state;
  on_both(texts);
}

static void compounds(uno_Interface *object) {
  static kp_uno_method echo_any = KP_UNO_METHOD(TEST_KINDS "::echoAny");
  static kp_uno_method echo_pair = KP_UNO_METHOD(TEST_KINDS "::echoPair");
  static kp_uno_method echo_strings = KP_UNO_METHOD(TEST_KINDS "::echoStrings");
  static kp_uno_method echo_type = KP_UNO_METHOD(TEST_KINDS "::echoType");
  kp_uno_error error = KP_UNO_NO_ERROR;
  test_pair pair;
  test_pair pair_answer;
  uno_Any any;
  uno_Any any_answer;
  typelib_TypeDescriptionReference *type = NULL;
  assert_true(kp_uno_value_init(&pair, TEST_PAIR));
  assert_true(kp_uno_string_assign(&pair.name, EMOJI, &error));
  pair.value = -0.5;
  kp_uno_any_init(&any);
  assert_true(kp_uno_any_set(&any, TEST_PAIR, &pair, &error)); /* a large struct inside an any */

  uno_fixture_check(kp_uno_call(&error, object, &echo_any, &any_answer, &any), &error);
  assert_true(kp_uno_any_get_struct(&any_answer, TEST_PAIR, &pair_answer));
  assert_true(pair_answer.value == -0.5);
  kp_uno_value_clear(&pair_answer, TEST_PAIR);
  kp_uno_any_clear(&any_answer);
  kp_uno_any_clear(&any);
  uno_fixture_check(kp_uno_call(&error, object, &echo_any, &any_answer, &any), &error);
  assert_true(kp_uno_any_is_void(&any_answer));

  uno_fixture_check(kp_uno_call(&error, object, &echo_pair, &pair_answer, &pair), &error);
  kp_uno_value_clear(&pair, TEST_PAIR);
  assert_int_equal(pair_answer.name->length, 2);
  kp_uno_value_clear(&pair_answer, TEST_PAIR);

  uno_Sequence *strings = kp_uno_sequence_new("[]string", 2);
  uno_Sequence *answer = NULL;
  assert_true(kp_uno_string_assign(&KP_UNO_ELEMENTS(rtl_uString *, strings)[1], "b", &error));
  uno_fixture_check(kp_uno_call(&error, object, &echo_strings, &answer, strings), &error);
  kp_uno_sequence_free(strings, "[]string");
  assert_true(kp_uno_string_is(KP_UNO_ELEMENTS(rtl_uString *, answer)[1], "b"));
  kp_uno_sequence_free(answer, "[]string");

  uno_fixture_check(kp_uno_call(&error, object, &echo_type, &type, TEST_PAIR), &error);
  assert_true(kp_uno_string_is(type->pTypeName, TEST_PAIR));
  typelib_typedescriptionreference_release(type);
}

static void test_compounds(void **state) {
  (void)state;
  on_both(compounds);
}

static void interfaces(uno_Interface *object) {
  static kp_uno_method echo = KP_UNO_METHOD(TEST_KINDS "::echoObject");
  static kp_uno_method echo_component = KP_UNO_METHOD(TEST_KINDS "::echoComponent");
  static kp_uno_method get_types = KP_UNO_METHOD("com.sun.star.lang.XTypeProvider::getTypes");
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_Interface *answer = NULL;
  uno_Sequence *types = NULL;
  uno_fixture_check(kp_uno_call(&error, object, &echo, &answer, NULL), &error);
  assert_null(answer);
  uno_fixture_check(kp_uno_call(&error, object, &echo, &answer, object), &error);
  assert_true(kp_uno_same(answer, object));
  kp_uno_release(answer);
  /* An argument by the wrong interface is queried for the declared one; so is a result. */
  uno_fixture_check(kp_uno_call(&error, object, &echo_component, &answer, object), &error);
  uno_fixture_check(kp_uno_call(&error, answer, &get_types, &types), &error);
  kp_uno_sequence_free(types, "[]type");
  kp_uno_release(answer);
}

static void test_interfaces(void **state) {
  (void)state;
  on_both(interfaces);
}

static void out_parameters(uno_Interface *object) {
  static kp_uno_method fill = KP_UNO_METHOD(TEST_KINDS "::fill");
  kp_uno_error error = KP_UNO_NO_ERROR;
  sal_Int32 count = 0;
  rtl_uString *out = NULL;
  rtl_uString *changed = kp_uno_string_new("before");
  uno_Any any;
  double real = 0;
  uno_Sequence *strings = kp_uno_sequence_new("[]string", 5);
  uno_fixture_check(
      kp_uno_call(&error, object, &fill, NULL, &count, &out, &changed, &any, &strings), &error);
  assert_int_equal(count, 5);
  assert_true(kp_uno_string_is(out, "out"));
  assert_true(kp_uno_string_is(changed, "changed"));
  assert_true(kp_uno_any_get_double(&any, &real) && real == 0.5);
  assert_int_equal(strings->nElements, 1);
  rtl_uString_release(out);
  rtl_uString_release(changed);
  kp_uno_any_clear(&any);
  kp_uno_sequence_free(strings, "[]string");
}

static void test_out_parameters(void **state) {
  (void)state;
  on_both(out_parameters);
}

static void attributes(uno_Interface *object) {
  static kp_uno_method number = KP_UNO_METHOD(TEST_KINDS "::Number");
  static kp_uno_method label = KP_UNO_METHOD(TEST_KINDS "::Label");
  kp_uno_error error = KP_UNO_NO_ERROR;
  sal_Int32 got = 0;
  char *text = NULL;
  uno_fixture_check(kp_uno_call(&error, object, &number, NULL, 77), &error);
  uno_fixture_check(kp_uno_call(&error, object, &number, &got), &error);
  assert_int_equal(got, 77);
  uno_fixture_check(kp_uno_call(&error, object, &label, &text), &error);
  assert_string_equal(text, "label");
  free(text);
  assert_false(kp_uno_call(&error, object, &label, NULL, "x"));
  assert_string_equal(error.message, TEST_KINDS "::Label is read-only");
}

static void test_attributes(void **state) {
  (void)state;
  on_both(attributes);
}

/* As a bridge calls: by the description of the member, own or inherited, or by a stranger. */
static void test_dispatch_by_description(void **state) {
  (void)state;
  uno_Interface *object = kinds_new(NULL);
  typelib_TypeDescription *direct = uno_fixture_member(TEST_KINDS, TEST_KINDS "::echoLong");
  typelib_TypeDescription *inherited = uno_fixture_member(TEST_DERIVED, TEST_KINDS "::echoLong");
  typelib_TypeDescription *own = uno_fixture_member(TEST_DERIVED, TEST_DERIVED "::twice");
  typelib_TypeDescription *stranger = uno_fixture_member_copy(TEST_DERIVED "::twice", 26);
  typelib_TypeDescription *unknown = uno_fixture_member_copy(TEST_DERIVED "::thrice", 26);
  sal_Int32 argument = 21;
  sal_Int32 result = 0;
  void *args[] = {&argument};
  uno_Any raised;
  assert_ptr_not_equal(direct, inherited);
  assert_ptr_not_equal(own, stranger);
  assert_true(uno_fixture_dispatch(object, direct, &result, args, &raised));
  assert_int_equal(result, 21);
  result = 0;
  assert_true(uno_fixture_dispatch(object, inherited, &result, args, &raised));
  assert_int_equal(result, 21);
  assert_true(uno_fixture_dispatch(object, own, &result, args, &raised));
  assert_int_equal(result, 42);
  result = 0;
  assert_true(uno_fixture_dispatch(object, stranger, &result, args, &raised));
  assert_int_equal(result, 42);
  assert_false(uno_fixture_dispatch(object, unknown, &result, args, &raised));
  char *message = kp_uno_string_utf8(*(rtl_uString **)raised.pData);
  assert_string_equal(message, "test.comp.Kinds does not implement " TEST_DERIVED "::thrice");
  free(message);
  kp_uno_any_clear(&raised);
  typelib_typedescription_release(direct);
  typelib_typedescription_release(inherited);
  typelib_typedescription_release(own);
  typelib_typedescription_release(stranger);
  typelib_typedescription_release(unknown);
  kp_uno_release(object);
}

/* ---------------------------------------------------------------------- calls that are wrong */

static void refusals(uno_Interface *object) {
  static kp_uno_method echo = KP_UNO_METHOD(TEST_KINDS "::echoLong");
  static kp_uno_method other = KP_UNO_METHOD("test.XOther::other");
  static kp_uno_method unknown = KP_UNO_METHOD(TEST_KINDS "::echoNothing");
  static kp_uno_method no_member = KP_UNO_METHOD(TEST_KINDS);
  static kp_uno_method fail_method = KP_UNO_METHOD(TEST_KINDS "::fail");
  static kp_uno_method echo_any = KP_UNO_METHOD(TEST_KINDS "::echoAny");
  static kp_uno_method echo_pair = KP_UNO_METHOD(TEST_KINDS "::echoPair");
  static kp_uno_method echo_strings = KP_UNO_METHOD(TEST_KINDS "::echoStrings");
  static kp_uno_method echo_type = KP_UNO_METHOD(TEST_KINDS "::echoType");
  static kp_uno_method fill = KP_UNO_METHOD(TEST_KINDS "::fill");
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_Any any;
  sal_Int32 number = 0;
  void *nothing = NULL;
  assert_false(kp_uno_call(&error, NULL, &echo, &number, 1));
  assert_string_equal(error.message, "no object for " TEST_KINDS "::echoLong");
  assert_false(kp_uno_call(&error, object, &other, NULL));
  assert_string_equal(error.message, "the object has no interface with test.XOther::other");
  assert_false(kp_uno_call(&error, object, &unknown, NULL));
  assert_string_equal(error.message, "unknown method " TEST_KINDS "::echoNothing");
  assert_false(kp_uno_call(&error, object, &no_member, NULL));
  assert_false(kp_uno_call(&error, object, &echo, NULL, 1));
  assert_string_equal(error.message, TEST_KINDS "::echoLong has a result, which would be lost");
  assert_false(kp_uno_call(&error, object, &fail_method, &number, "", ""));
  assert_string_equal(error.message, TEST_KINDS "::fail has no result");
  assert_false(kp_uno_call(&error, object, &echo_any, &any, nothing));
  assert_string_equal(error.message, "argument 1 is NULL");
  assert_false(kp_uno_call(&error, object, &echo_pair, &any, nothing));
  assert_false(kp_uno_call(&error, object, &echo_strings, &nothing, nothing));
  assert_false(
      kp_uno_call(&error, object, &fill, NULL, &number, nothing, nothing, nothing, nothing));
  assert_string_equal(error.message, "argument 2 is NULL");
  assert_false(kp_uno_call(&error, object, &echo_type, &nothing, "no.such.Type"));
  assert_string_equal(error.message, "unknown type no.such.Type");
  assert_false(kp_uno_call(&error, object, &echo_type, &nothing, nothing));
}

static void test_refusals(void **state) {
  (void)state;
  on_both(refusals);
}

/* A foreign object with one interface only. */
static void poor_count(uno_Interface *interface) {
  (void)interface;
}

static void poor_dispatch(uno_Interface *interface, const typelib_TypeDescription *member,
                          void *result, void *args[], uno_Any **exception) {
  (void)interface;
  (void)member;
  (void)args;
  kp_uno_any_init(result); /* queryInterface: none */
  *exception = NULL;
}

static void test_argument_without_its_interface(void **state) {
  (void)state;
  static kp_uno_method echo = KP_UNO_METHOD(TEST_KINDS "::echoComponent");
  uno_Interface poor = {poor_count, poor_count, poor_dispatch};
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_Any any;
  uno_Interface *answer = NULL;
  uno_Interface *object = kinds_new(NULL);
  assert_false(kp_uno_call(&error, object, &echo, &answer, &poor));
  assert_string_equal(error.message, "argument 1 lacks the interface it is declared with");
  assert_null(answer);
  kp_uno_any_init(&any);
  assert_false(kp_uno_any_set_interface(&any, TEST_KINDS, &poor, &error));
  assert_string_equal(error.message, "the object has no " TEST_KINDS);
  kp_uno_release(object);
}

static void test_interface_in_an_any(void **state) {
  (void)state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_Any any;
  uno_Interface *found = NULL;
  uno_Interface *object = kinds_new(NULL);
  uno_Interface *proxy = uno_fixture_proxy(object, TEST_KINDS);
  kp_uno_any_init(&any);
  assert_false(kp_uno_any_get_interface(&any, &found));
  assert_true(kp_uno_any_set_interface(&any, "com.sun.star.lang.XComponent", NULL, &error));
  assert_false(kp_uno_any_get_interface(&any, &found));
  assert_null(found);
  assert_true(kp_uno_any_set_interface(&any, "com.sun.star.lang.XComponent", proxy, &error));
  assert_true(kp_uno_any_get_interface(&any, &found));
  assert_ptr_not_equal(found, proxy); /* queried: another face of the same object */
  assert_true(kp_uno_same(found, proxy));
  kp_uno_release(found);
  kp_uno_any_clear(&any);
  kp_uno_release(proxy);
  kp_uno_release(object);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_numbers),
      cmocka_unit_test(test_texts),
      cmocka_unit_test(test_compounds),
      cmocka_unit_test(test_interfaces),
      cmocka_unit_test(test_out_parameters),
      cmocka_unit_test(test_attributes),
      cmocka_unit_test(test_dispatch_by_description),
      cmocka_unit_test(test_refusals),
      cmocka_unit_test(test_argument_without_its_interface),
      cmocka_unit_test(test_interface_in_an_any),
      cmocka_unit_test(uno_fixture_nothing_left),
  };
  return cmocka_run_group_tests(tests, uno_fixture_setup, uno_fixture_teardown);
}
