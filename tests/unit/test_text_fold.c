/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts as people compare them; numbers as people write them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "kernpunt/text.h"

static void test_same(void **state) {
  (void)state;
  static const char *const same[][2] = {{"Done", "dONE"},         {" Te  doen\t", "te doen"},
                                        {"ÉÉN", "één"},           {"", " \xC2\xA0\n"},
                                        {"a\xC2\xA0\x62", "A B"}, {"×", "×"},
                                        {"日本", "日本"}};
  static const char *const other[][2] = {{"Done", "Don"},     {"ab", "a b"}, {"×", "÷"},
                                         {"é", "e"},          {"", "x"},     {"straße", "STRASSE"},
                                         {"\xC3", "\xC3\x80"}};
  for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
    assert_true(kp_fold_same(same[i][0], same[i][1]));
    assert_int_equal(kp_fold_hash(same[i][0]), kp_fold_hash(same[i][1]));
  }
  for (size_t i = 0; i < sizeof other / sizeof *other; i++) {
    assert_false(kp_fold_same(other[i][0], other[i][1]));
    assert_false(kp_fold_same(other[i][1], other[i][0]));
  }
}

static void test_numbers(void **state) {
  (void)state;
  static const struct {
    const char *text;
    double number;
  } good[] = {{"0", 0},           {"7,5", 7.5}, {" 7.5 ", 7.5}, {"-3", -3},           {"+3", 3},
              {",5", 0.5},        {"5,", 5},    {"007", 7},     {"1234567", 1234567}, {"0,1", 0.1},
              {"\xC2\xA0\x31", 1}};
  static const char *const bad[] = {
      "",     " ",   "-",   ",",    "1,2,3", "1.000,5", "1e3",
      "0x10", "nan", "inf", "12 3", "7 %",   "één",     "1234567890123456789012345678901"};
  for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
    double number = -99;
    assert_true(kp_fold_number(good[i].text, &number));
    assert_true(number == good[i].number);
  }
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    double number;
    assert_false(kp_fold_number(bad[i], &number));
  }
}

static void test_utf8(void **state) {
  (void)state;
  static const char *const good[] = {"", "abc\n", "é", "€", "😀", "\xEF\xBF\xBF"};
  static const char *const bad[] = {"\x80",
                                    "\xC3",
                                    "\xC1\x81",
                                    "\xE0\x80\x80",
                                    "\xED\xA0\x80",
                                    "\xF0\x80\x80\x80",
                                    "\xF4\x90\x80\x80",
                                    "\xF8\x88\x80\x80\x80",
                                    "\xFF",
                                    "a\xE2\x82"};
  for (size_t i = 0; i < sizeof good / sizeof *good; i++)
    assert_true(kp_fold_utf8(good[i], strlen(good[i])));
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    assert_false(kp_fold_utf8(bad[i], strlen(bad[i])));
  assert_false(kp_fold_utf8("a\0b", 3));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_same),
      cmocka_unit_test(test_numbers),
      cmocka_unit_test(test_utf8),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
