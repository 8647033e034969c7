/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strings, anys, sequences and structs: src/uno/value.c. */
#include "uno_fixture.h"

#define EMOJI "d\xC3\xBCmpt \xF0\x9F\x98\x80!" /* two bytes, four bytes */

static void round_trip(const char *utf8, sal_Int32 units) {
  rtl_uString *string = kp_uno_string_new(utf8);
  assert_non_null(string);
  assert_int_equal(string->length, units);
  char *back = kp_uno_string_utf8(string);
  assert_string_equal(back, utf8);
  free(back);
  rtl_uString_release(string);
}

static void test_string_round_trips(void **state) {
  (void)state;
  round_trip("", 0);
  round_trip("NPS", 3);
  round_trip(EMOJI, 9); /* the emoji takes two UTF-16 units */
  char *big = malloc(200001);
  assert_non_null(big);
  memset(big, 'x', 200000);
  big[200000] = '\0';
  round_trip(big, 200000);
  free(big);
}

static void test_string_null_is_empty(void **state) {
  (void)state;
  rtl_uString *string = kp_uno_string_new(NULL);
  assert_int_equal(string->length, 0);
  rtl_uString_release(string);
  char *text = kp_uno_string_utf8(NULL);
  assert_string_equal(text, "");
  free(text);
}

static void test_string_invalid_utf8_survives(void **state) {
  (void)state;
  rtl_uString *string = kp_uno_string_new("a\xFF"
                                          "b");
  assert_non_null(string);
  assert_int_equal(string->length, 3);
  rtl_uString_release(string);
}

static rtl_uString *with_nul(void) {
  rtl_uString *string = NULL;
  const sal_Unicode units[] = {'a', 'b', 0, 'c'};
  rtl_uString_newFromStr_WithLength(&string, units, 4);
  return string;
}

static void test_string_embedded_nul(void **state) {
  (void)state;
  rtl_uString *string = with_nul();
  char *text = kp_uno_string_utf8(string);
  assert_string_equal(text, "ab");
  assert_false(kp_uno_string_is(string, "ab"));
  free(text);
  rtl_uString_release(string);
}

static void test_string_lone_surrogate(void **state) {
  (void)state;
  rtl_uString *string = NULL;
  const sal_Unicode units[] = {'a', 'b', 0xD83D};
  rtl_uString_newFromStr_WithLength(&string, units, 3);
  char *text = kp_uno_string_utf8(string);
  assert_non_null(text);
  assert_string_equal(text, "ab"); /* half a character is none */
  free(text);
  rtl_uString_release(string);
}

static void test_string_is(void **state) {
  (void)state;
  rtl_uString *string = kp_uno_string_new("Name");
  assert_true(kp_uno_string_is(string, "Name"));
  assert_false(kp_uno_string_is(string, "Nam"));
  assert_false(kp_uno_string_is(string, "Names"));
  assert_false(kp_uno_string_is(string, "name"));
  assert_false(kp_uno_string_is(string, ""));
  rtl_uString_release(string);
}

static void test_string_assign(void **state) {
  (void)state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  rtl_uString *string = NULL;
  assert_true(kp_uno_string_assign(&string, "one", &error));
  assert_true(kp_uno_string_assign(&string, "two", &error));
  assert_true(kp_uno_string_is(string, "two"));
  rtl_uString_release(string);
}

static void test_any_numbers(void **state) {
  (void)state;
  uno_Any any;
  bool boolean = false;
  int32_t whole = 7;
  double real = 7;
  kp_uno_any_init(&any);
  assert_true(kp_uno_any_is_void(&any));
  assert_false(kp_uno_any_get_bool(&any, &boolean));
  assert_false(kp_uno_any_get_long(&any, &whole));
  assert_false(kp_uno_any_get_double(&any, &real));
  assert_true(whole == 7 && real == 7); /* left alone */

  kp_uno_any_set_bool(&any, true);
  assert_true(kp_uno_any_get_bool(&any, &boolean) && boolean);
  assert_false(kp_uno_any_get_long(&any, &whole));
  assert_false(kp_uno_any_get_double(&any, &real));
  kp_uno_any_set_short(&any, -5);
  assert_true(kp_uno_any_get_long(&any, &whole) && whole == -5);
  assert_true(kp_uno_any_get_double(&any, &real) && real == -5);
  kp_uno_any_set_long(&any, INT32_MIN);
  assert_true(kp_uno_any_get_long(&any, &whole) && whole == INT32_MIN);
  assert_true(kp_uno_any_get_double(&any, &real) && real == INT32_MIN);
  kp_uno_any_set_double(&any, 0.5);
  assert_true(kp_uno_any_get_double(&any, &real) && real == 0.5);
  assert_false(kp_uno_any_get_long(&any, &whole));
  kp_uno_any_clear(&any);
  assert_true(kp_uno_any_is_void(&any));
  kp_uno_any_clear(&any); /* twice is harmless */
}

/* One value of each numeric type, and what the getters make of it. */
static void number(const char *type, const void *value, bool is_long, int32_t whole, double real) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_Any any;
  int32_t got_whole = 0;
  double got_real = 0;
  kp_uno_any_init(&any);
  uno_fixture_check(kp_uno_any_set(&any, type, value, &error), &error);
  assert_int_equal(kp_uno_any_get_long(&any, &got_whole), is_long);
  if (is_long)
    assert_int_equal(got_whole, whole);
  assert_true(kp_uno_any_get_double(&any, &got_real));
  assert_true(got_real == real);
  kp_uno_any_clear(&any);
}

static void test_any_every_number(void **state) {
  (void)state;
  number("byte", &(sal_Int8){-128}, true, -128, -128);
  number("unsigned short", &(sal_uInt16){65535}, true, 65535, 65535);
  number("unsigned long", &(sal_uInt32){17}, true, 17, 17);
  number("unsigned long", &(sal_uInt32){4294967295u}, false, 0, 4294967295.0);
  number("hyper", &(sal_Int64){-5000000000}, false, 0, -5e9);
  number("unsigned hyper", &(sal_uInt64){UINT64_C(1) << 63}, false, 0, 9223372036854775808.0);
  number("float", &(float){0.25f}, false, 0, 0.25);
}

static void test_any_enum_is_no_number(void **state) {
  (void)state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_Any any;
  int32_t whole = 0;
  double real = 0;
  kp_uno_any_init(&any);
  assert_true(kp_uno_any_set(&any, TEST_COLOR, &(sal_Int32){2}, &error));
  assert_true(kp_uno_any_get_long(&any, &whole) && whole == 2);
  assert_false(kp_uno_any_get_double(&any, &real));
  kp_uno_any_clear(&any);
}

static void test_any_string(void **state) {
  (void)state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_Any any;
  char *text = NULL;
  kp_uno_any_init(&any);
  assert_false(kp_uno_any_get_string(&any, &text));
  assert_true(kp_uno_any_set_string(&any, EMOJI, &error));
  assert_true(kp_uno_any_get_string(&any, &text));
  assert_string_equal(text, EMOJI);
  free(text);
  assert_true(kp_uno_any_set_string(&any, NULL, &error)); /* replaces, and NULL is "" */
  assert_true(kp_uno_any_get_string(&any, &text));
  assert_string_equal(text, "");
  free(text);
  kp_uno_any_clear(&any);
}

static void test_any_copy_is_independent(void **state) {
  (void)state;
  uno_Any one;
  uno_Any two;
  int32_t whole = 0;
  kp_uno_any_init(&one);
  kp_uno_any_init(&two);
  kp_uno_any_set_long(&one, 42);
  kp_uno_any_copy(&two, &one);
  kp_uno_any_set_long(&one, 43);
  kp_uno_any_copy(&two, &two);
  assert_true(kp_uno_any_get_long(&two, &whole) && whole == 42);
  kp_uno_any_clear(&one);
  kp_uno_any_copy(&two, &one);
  assert_true(kp_uno_any_is_void(&two));
}

static void test_any_unknown_type(void **state) {
  (void)state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_Any any;
  kp_uno_any_init(&any);
  assert_false(kp_uno_any_set(&any, "no.such.Type", &any, &error));
  assert_string_equal(error.message, "unknown type no.such.Type");
  assert_true(kp_uno_any_is_void(&any));
}

static void test_struct_larger_than_a_pointer(void **state) {
  (void)state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  test_pair pair;
  test_pair copy;
  uno_Any any;
  int32_t whole = 0;
  assert_true(kp_uno_value_init(&pair, TEST_PAIR));
  assert_int_equal(pair.name->length, 0);
  assert_true(kp_uno_string_assign(&pair.name, EMOJI, &error));
  pair.value = 2.5;
  pair.flag = sal_True;
  kp_uno_any_set_long(&pair.extra, 9);
  kp_uno_any_init(&any);
  assert_true(kp_uno_any_set(&any, TEST_PAIR, &pair, &error));
  kp_uno_value_clear(&pair, TEST_PAIR);

  assert_false(kp_uno_any_get_struct(&any, "com.sun.star.lang.EventObject", &copy));
  assert_true(kp_uno_any_get_struct(&any, TEST_PAIR, &copy));
  kp_uno_any_clear(&any);
  char *name = kp_uno_string_utf8(copy.name);
  assert_string_equal(name, EMOJI);
  free(name);
  assert_true(copy.value == 2.5);
  assert_int_equal(copy.flag, 1);
  assert_true(kp_uno_any_get_long(&copy.extra, &whole) && whole == 9);
  kp_uno_value_clear(&copy, TEST_PAIR);
  assert_false(kp_uno_value_init(&copy, "no.such.Struct"));
  assert_false(kp_uno_value_copy(&copy, &pair, "no.such.Struct"));
}

static void test_sequence(void **state) {
  (void)state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_Sequence *names = kp_uno_sequence_new("[]string", 3);
  assert_non_null(names);
  assert_int_equal(names->nElements, 3);
  rtl_uString **elements = KP_UNO_ELEMENTS(rtl_uString *, names);
  assert_int_equal(elements[2]->length, 0);
  assert_true(kp_uno_string_assign(&elements[1], "middle", &error));
  uno_Any any;
  kp_uno_any_init(&any);
  assert_true(kp_uno_any_set(&any, "[]string", &names, &error));
  kp_uno_sequence_free(names, "[]string");
  assert_null(kp_uno_any_get_sequence(&any, "[]any"));
  uno_Sequence *borrowed = kp_uno_any_get_sequence(&any, "[]string");
  assert_non_null(borrowed);
  assert_true(kp_uno_string_is(KP_UNO_ELEMENTS(rtl_uString *, borrowed)[1], "middle"));
  kp_uno_any_clear(&any);
  kp_uno_sequence_free(NULL, "[]string");
}

static void test_sequence_of_anys_and_structs(void **state) {
  (void)state;
  uno_Sequence *anys = kp_uno_sequence_new("[]any", 2);
  kp_uno_any_set_double(&KP_UNO_ELEMENTS(uno_Any, anys)[0], 1.5);
  assert_true(kp_uno_any_is_void(&KP_UNO_ELEMENTS(uno_Any, anys)[1]));
  kp_uno_sequence_free(anys, "[]any");
  uno_Sequence *pairs = kp_uno_sequence_new("[]test.Pair", 4);
  assert_non_null(pairs);
  assert_int_equal(KP_UNO_ELEMENTS(test_pair, pairs)[3].name->length, 0);
  kp_uno_sequence_free(pairs, "[]test.Pair");
}

static void test_sequence_refusals(void **state) {
  (void)state;
  assert_null(kp_uno_sequence_new("string", 1));
  assert_null(kp_uno_sequence_new("[]no.such.Type", 1));
  assert_null(kp_uno_sequence_new("[]byte", (size_t)INT32_MAX + 1));
  uno_Sequence *empty = kp_uno_sequence_new("[]byte", 0);
  assert_non_null(empty);
  kp_uno_sequence_free(empty, "[]byte");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_string_round_trips),
      cmocka_unit_test(test_string_null_is_empty),
      cmocka_unit_test(test_string_invalid_utf8_survives),
      cmocka_unit_test(test_string_embedded_nul),
      cmocka_unit_test(test_string_lone_surrogate),
      cmocka_unit_test(test_string_is),
      cmocka_unit_test(test_string_assign),
      cmocka_unit_test(test_any_numbers),
      cmocka_unit_test(test_any_every_number),
      cmocka_unit_test(test_any_enum_is_no_number),
      cmocka_unit_test(test_any_string),
      cmocka_unit_test(test_any_copy_is_independent),
      cmocka_unit_test(test_any_unknown_type),
      cmocka_unit_test(test_struct_larger_than_a_pointer),
      cmocka_unit_test(test_sequence),
      cmocka_unit_test(test_sequence_of_anys_and_structs),
      cmocka_unit_test(test_sequence_refusals),
      cmocka_unit_test(uno_fixture_nothing_left),
  };
  return cmocka_run_group_tests(tests, uno_fixture_setup, uno_fixture_teardown);
}
