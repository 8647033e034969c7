/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Check makes of formulas and of the names of groups in the cells they read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/workbook/check_calls.h"
#include "../../src/workbook/check_names.h"

static kp_names_answer after(const char *first, const char *second) {
  kp_names names = {NULL, NULL, 0};
  const char *earlier = NULL;
  assert_int_equal(kp_names_add(&names, first, &earlier), KP_NAMES_FINE);
  kp_names_answer answer = kp_names_add(&names, second, &earlier);
  if (answer != KP_NAMES_FINE)
    assert_string_equal(earlier, first);
  kp_names_clear(&names);
  return answer;
}

static void names_that_look_alike(void **state) {
  (void)state;
  assert_int_equal(after("North", "South"), KP_NAMES_FINE);
  assert_int_equal(after("North", "North"), KP_NAMES_FINE);
  assert_int_equal(after("North", "North "), KP_NAMES_BLANKS);
  assert_int_equal(after(" North", "North"), KP_NAMES_BLANKS);
  assert_int_equal(after("North", "North\xC2\xA0"), KP_NAMES_BLANKS);
  assert_int_equal(after("Den Haag", "Den\xC2\xA0Haag"), KP_NAMES_BLANKS);
  assert_int_equal(after("Den Haag", "Den  Haag"), KP_NAMES_BLANKS);
  assert_int_equal(after("Den Haag", "DenHaag"), KP_NAMES_FINE);
  assert_int_equal(after("Den Haag", "den haag"), KP_NAMES_CAPITALS);
  assert_int_equal(after("North", "NORTH"), KP_NAMES_CAPITALS);
  assert_int_equal(after("Caf\xC3\xA9", "CAF\xC3\x89"), KP_NAMES_CAPITALS);
  assert_int_equal(after("North", "NORTH "), KP_NAMES_BLANKS); /* both: they are two groups */
  assert_int_equal(after("", " "), KP_NAMES_FINE);
}

static void each_name_is_told_once(void **state) {
  (void)state;
  kp_names names = {NULL, NULL, 0};
  const char *earlier = NULL;
  assert_int_equal(kp_names_add(&names, "North", &earlier), KP_NAMES_FINE);
  assert_int_equal(kp_names_add(&names, "North ", &earlier), KP_NAMES_BLANKS);
  assert_int_equal(kp_names_add(&names, "North ", &earlier), KP_NAMES_FINE);
  assert_int_equal(kp_names_add(&names, "north", &earlier), KP_NAMES_CAPITALS);
  kp_names_clear(&names);
  char text[16];
  for (int i = 0; i < KP_NAMES_MOST; i++) {
    snprintf(text, sizeof text, "C%d", i);
    assert_int_equal(kp_names_add(&names, text, &earlier), KP_NAMES_FINE);
  }
  assert_int_equal(kp_names_add(&names, "one more", &earlier), KP_NAMES_MANY);
  kp_names_clear(&names);
}

static void expect_part(kp_call_part part, const char *text) {
  assert_int_equal(part.length, strlen(text));
  assert_memory_equal(part.text, text, part.length);
}

static void calls_in_a_formula(void **state) {
  (void)state;
  const char *at = "=IF(A1=\"NPS.SCORE(B1)\";NPS.TABLE(B2:B9; 'my; sheet'.C2:C9 ;;5);"
                   "MYNPS.SCORE(1)+CX.UNIT(\"n\";\"ces\";IF({1;2}=1;B1;C1);;;;D2:D9;\"a;b\"))";
  kp_call call;
  assert_true(kp_call_next(&at, &call));
  expect_part(call.name, "NPS.TABLE");
  assert_int_equal(call.count, 4);
  expect_part(call.argument[0], "B2:B9");
  expect_part(call.argument[1], "'my; sheet'.C2:C9");
  expect_part(call.argument[2], "");
  assert_true(kp_call_next(&at, &call));
  expect_part(call.name, "CX.UNIT");
  assert_int_equal(call.count, 8);
  expect_part(call.argument[2], "IF({1;2}=1;B1;C1)");
  expect_part(call.argument[7], "\"a;b\"");
  assert_false(kp_call_next(&at, &call));
  at = "=NPS.SCORE(NPS.SCORE(B1";
  assert_true(kp_call_next(&at, &call));
  assert_true(kp_call_next(&at, &call));
  expect_part(call.argument[0], "B1");
  assert_false(kp_call_next(&at, &call));
}

static bool is_group(const char *formula, size_t argument) {
  kp_call call;
  assert_true(kp_call_next(&formula, &call));
  return kp_call_is_group(&call, argument);
}

static void arguments_with_groups(void **state) {
  (void)state;
  assert_true(is_group("NPS.TABLE(a;b;c)", 1));
  assert_false(is_group("NPS.TABLE(a;b;c)", 0));
  assert_false(is_group("NPS.TABLE(a;b;c)", 2));
  assert_true(is_group("NPS.CROSS(a;b;c)", 2));
  assert_false(is_group("NPS.CROSS(a;b;c;d)", 3));
  assert_true(is_group("NPS.IFS(a;b;c;d;e)", 3));
  assert_false(is_group("NPS.IFS(a;b;c;d;e)", 4));
  assert_true(is_group("CX.UNIT(a;b;c;d;e;f;g)", 6));
  assert_true(is_group("CX.WEIGHTS(;a;b;c;d)", 3));
  assert_false(is_group("NPS.SCORE(a;b)", 1));
}

static bool whole(const char *text) {
  return kp_call_whole_column((kp_call_part){text, strlen(text)});
}

static void whole_columns(void **state) {
  (void)state;
  assert_true(whole("B:B"));
  assert_true(whole("$B:$AMJ"));
  assert_true(whole("$Survey.$B:$B"));
  assert_true(whole("'my sheet'.B:C"));
  assert_false(whole("B2:B9"));
  assert_false(whole("B1:B1048576"));
  assert_false(whole("B"));
  assert_false(whole(":B"));
  assert_false(whole(""));
  assert_false(whole("\"a:b\""));
  assert_false(whole("1:1"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_that_look_alike), cmocka_unit_test(each_name_is_told_once),
      cmocka_unit_test(calls_in_a_formula),    cmocka_unit_test(arguments_with_groups),
      cmocka_unit_test(whole_columns),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
