/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule words that look at other rows and at whole tables, both sides of each. */
#include "method_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void test_earlier_confirmed(void **state) {
  (void)state;
  mx *book = mx_trial(
      MX_RULE("table='c' check='earlier-confirmed' column='p' via='p' confirmed='day name'",
              "") "<rule key='s' table='c' check='earlier-confirmed' column='p' via='p' "
                  "confirmed='status' is='busy done'>" MX_MESSAGE("{name}") "</rule>");
  mx_put(book, "p", "id=P-11111|name=x|status=New");
  mx_put(book, "p", "id=P-22222|name=y|day=@-1|status=bezig");
  mx_refuses(book, "c", "p=P-11111");
  assert_string_equal(mx_finding(book, "s")->message, "x");
  mx_accepts(book, "c", "p=P-22222");
  mx_expect_silent(book, "s");
  mx_accepts(book, "c", "p=P-99999");
  mx_accepts(book, "c", "name=x");
  mx_free(book);
}

static void test_earlier_exists(void **state) {
  (void)state;
  mx *book =
      mx_trial(MX_RULE("table='c' check='earlier-exists' column='p' rows='p' link='id' by='p'",
                       "<where column='status' is='done'/>"));
  mx_put(book, "p", "id=P-11111|status=Busy");
  mx_put(book, "p", "id=P-22222|status=Done");
  mx_refuses(book, "c", "p=P-11111");
  mx_accepts(book, "c", "p=P-22222");
  mx_accepts(book, "c", "name=x");
  mx_put(book, "c", "id=C-11111|p=P-11111");
  mx_put(book, "c", "id=C-22222|p=P-11111");
  mx_put(book, "c", "id=C-33333|p=P-22222");
  mx_check(book);
  assert_int_equal(mx_count(book, "r"), 2); /* also the second that asks the same */
  mx_free(book);
}

static void test_at_least_and_at_most(void **state) {
  (void)state;
  mx *book = mx_trial(
      "<rule key='r' table='p' check='at-least' column='name' rows='c' link='p' limit='most'>"
      "<where column='name' filled='yes'/>" MX_MESSAGE(
          "{count} of {limit}") "</rule>"
                                "<rule key='m' table='p' check='at-most' column='name' "
                                "rows='c' link='p' limit='most'>"
                                "<where column='name' filled='yes'/>" MX_MESSAGE(
                                    "{count}/{limit}") "</rule>");
  mx_put(book, "p", "id=P-11111|name=x");
  mx_put(book, "c", "id=C-11111|p=P-11111|name=a");
  mx_put(book, "c", "id=C-22222|p=P-11111");
  mx_check(book);
  assert_string_equal(mx_finding(book, "r")->message, "1 of 2");
  mx_expect_silent(book, "m");
  mx_put(book, "c", "id=C-33333|p=p-11111|name=b");
  mx_check(book);
  mx_expect_silent(book, "r");
  mx_expect_silent(book, "m");
  mx_put(book, "c", "id=C-44444|p=P-11111|name=c");
  mx_put(book, "c", "id=C-55555|p=P-11111|name=d");
  mx_check(book);
  mx_expect_silent(book, "r");
  assert_string_equal(mx_finding(book, "m")->message, "4/2");
  book->setting = "most";
  book->value = 99; /* kept within its bounds: 5 */
  mx_check(book);
  assert_string_equal(mx_finding(book, "r")->message, "4 of 5");
  mx_expect_silent(book, "m");
  mx_enter(book, "p", "name=y"); /* nothing can belong to it yet */
  assert_string_equal(mx_finding(book, "r")->message, "0 of 5");
  book->sheets[mx_table(book, "c")->index].missing = true;
  mx_enter(book, "p", "name=y");
  mx_expect_silent(book, "r");
  book->sheets[mx_table(book, "c")->index].missing = false;
  mx_free(book);
}

/* The row of an entry counts once, and as it would be. */
static void test_the_entry_counts_as_it_would_be(void **state) {
  (void)state;
  mx *book = mx_trial(
      "<rule key='l' table='p' check='at-least' column='p' rows='p' link='p' by='p' "
      "limit='1'>" MX_MESSAGE(
          "m") "</rule>"
               "<rule key='m' table='p' check='at-most' column='p' rows='p' link='p' by='p' "
               "limit='1'>" MX_MESSAGE("{count}") "</rule>");
  mx_put(book, "p", "id=P-11111|p=P-11111");
  mx_put(book, "p", "id=P-22222|p=P-11111");
  mx_change(book, "p", 1, "name=x", NULL);
  assert_string_equal(mx_finding(book, "m")->message, "2");
  mx_change(book, "p", 1, "p=P-22222", NULL);
  mx_expect_silent(book, "m");
  mx_expect_silent(book, "l");
  mx_enter(book, "p", "p=P-22222");
  mx_expect_silent(book, "m");
  mx_expect_silent(book, "l");
  mx_enter(book, "p", "p=P-11111");
  assert_string_equal(mx_finding(book, "m")->message, "3");
  mx_free(book);
}

/* Conditions that compare with the row that asks. */
static void test_where_looks_back(void **state) {
  (void)state;
  mx *book =
      mx_trial(MX_RULE("table='c' check='earlier-exists' column='p' rows='c' link='p' by='p'",
                       "<when column='status' is='busy'/><where column='status' is='new'/><where "
                       "column='day' not-after='day'/><where column='name' same='name'/>"));
  mx_put(book, "c", "id=C-11111|p=P-11111|status=New|day=@3|name=n");
  mx_accepts(book, "c", "p=P-11111|status=Busy|day=@3|name=n");
  mx_refuses(book, "c", "p=P-11111|status=Busy|day=@2|name=n");
  mx_refuses(book, "c", "p=P-11111|status=Busy|day=@3|name=k");
  mx_refuses(book, "c", "p=P-22222|status=Busy|day=@3|name=n");
  mx_free(book);
}

static void test_max_active(void **state) {
  (void)state;
  mx *book =
      mx_trial(MX_RULE("table='p' check='max-active' column='status' per='unit' limit='most'",
                       "<when column='status' is='busy'/>"));
  mx_put(book, "p", "id=P-11111|unit=Whole|status=Busy");
  mx_accepts(book, "p", "unit=Whole|status=Busy");
  mx_put(book, "p", "id=P-22222|unit=whole|status=Busy");
  mx_refuses(book, "p", "unit=Whole|status=Busy");
  mx_accepts(book, "p", "unit=North|status=Busy");
  mx_accepts(book, "p", "unit=Whole|status=New");
  mx_put(book, "p", "id=P-33333|unit=Whole|status=New");
  mx_change(book, "p", 2, "status=Busy", NULL);
  mx_expect(book, "r", KP_METHOD_REFUSE, "status");
  mx_change(book, "p", 0, "name=already active", NULL);
  mx_expect_silent(book, "r");
  mx_change(book, "p", 0, "status=Hold", NULL);
  mx_expect_silent(book, "r");
  book->setting = "most";
  book->value = 3;
  mx_change(book, "p", 2, "status=Busy", NULL);
  mx_expect_silent(book, "r");
  book->setting = NULL;
  mx_check(book);
  mx_expect_silent(book, "r");
  mx_put(book, "p", "id=P-44444|unit=Whole|status=Busy");
  mx_put(book, "p", "id=P-55555|unit=WHOLE|status=Busy");
  mx_check(book);
  assert_int_equal(mx_count(book, "r"), 2);
  assert_string_equal(mx_finding(book, "r")->id, "P-44444");
  /* typed by hand: another column may still be changed, with a warning */
  mx_change(book, "p", 3, "name=x", NULL);
  mx_expect(book, "r", KP_METHOD_WARN, "status");
  mx_free(book);
}

static void test_touched(void **state) {
  (void)state;
  mx *book = mx_trial(MX_RULE(
      "table='p' check='touched' column='day' rows='c' link='p' limit='days' severity='warn'", ""));
  mx_put(book, "p", "id=P-11111|day=@-31");
  mx_check(book);
  mx_expect(book, "r", KP_METHOD_WARN, "day");
  mx_put(book, "c", "id=C-11111|p=P-11111|day=@-30");
  mx_check(book);
  mx_expect_silent(book, "r");
  mx_clear(book);
  mx_put(book, "p", "id=P-11111"); /* never dated: nothing to count from */
  mx_check(book);
  mx_expect_silent(book, "r");
  mx_free(book);
}

static void test_covers(void **state) {
  (void)state;
  mx *book = mx_trial(
      "<rule key='u' table='c' check='covers' column='p' via='p' other='unit' list='unit' "
      "severity='warn'>" MX_MESSAGE(
          "{value}") "</rule>"
                     "<rule key='s' table='p' check='covers' column='status' other='status' "
                     "list='status' severity='warn'>" MX_MESSAGE("{value}") "</rule>");
  mx_put(book, "lists", "unit=North");
  mx_put(book, "lists", "unit=South");
  mx_check(book);
  mx_expect_silent(book, "u"); /* no rows at all: nothing to miss */
  mx_put(book, "p", "id=P-33333");
  mx_put(book, "c", "id=C-33333|p=P-33333");
  mx_check(book);
  mx_expect_silent(book, "u"); /* nobody fills it in */
  mx_put(book, "p", "id=P-11111|unit=North|status=New");
  mx_put(book, "c", "id=C-11111|p=P-11111");
  mx_check(book);
  assert_int_equal(mx_count(book, "u"), 1);
  assert_string_equal(mx_finding(book, "u")->message, "South");
  assert_string_equal(mx_finding(book, "u")->table->key, "lists");
  assert_int_equal(mx_finding(book, "u")->row, 1);
  assert_int_equal(mx_count(book, "s"), 4);
  assert_true(mx_finding(book, "s")->row == KP_METHOD_NEW_ROW);
  mx_put(book, "p", "id=P-22222|unit=SOUTH");
  mx_put(book, "c", "id=C-22222|p=P-22222");
  mx_check(book);
  mx_expect_silent(book, "u");
  mx_free(book);
}

static void test_max_share(void **state) {
  (void)state;
  mx *book = mx_trial(
      MX_RULE("table='p' check='max-share' column='who' limit='50' least='4' severity='warn'",
              "<when column='status' is='busy'/>"));
  mx_put(book, "p", "id=P-11111|who=Petra|status=Busy");
  mx_put(book, "p", "id=P-22222|who=Petra|status=Busy");
  mx_put(book, "p", "id=P-33333|who=Petra|status=Busy");
  mx_check(book);
  mx_expect_silent(book, "r"); /* three rows say nothing yet */
  mx_put(book, "p", "id=P-44444|who=Kees|status=Busy");
  mx_check(book);
  mx_expect(book, "r", KP_METHOD_WARN, "who");
  assert_int_equal(mx_count(book, "r"), 1);
  mx_put(book, "p", "id=P-55555|who=Kees|status=Done");
  mx_put(book, "p", "id=P-66666|who=Kees|status=Busy");
  mx_check(book);
  mx_expect(book, "r", KP_METHOD_WARN, "who");
  mx_put(book, "p", "id=P-77777|who=Anna|status=Busy");
  mx_check(book); /* three of six: half is not more than half */
  mx_expect_silent(book, "r");
  mx_free(book);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_earlier_confirmed),
      cmocka_unit_test(test_earlier_exists),
      cmocka_unit_test(test_at_least_and_at_most),
      cmocka_unit_test(test_the_entry_counts_as_it_would_be),
      cmocka_unit_test(test_where_looks_back),
      cmocka_unit_test(test_max_active),
      cmocka_unit_test(test_touched),
      cmocka_unit_test(test_covers),
      cmocka_unit_test(test_max_share),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
