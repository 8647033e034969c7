/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions, when a rule speaks, what it says. */
#include "method_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void test_conditions(void **state) {
  (void)state;
  static const struct {
    const char *when;
    const char *fires;
    const char *silent;
  } cases[] = {
      {"column='yes' is='yes'", "yes=yes", "name=x"},
      {"column='yes' not='yes'", "name=x", "yes=Yes"},
      {"column='yes' not='yes'", "yes=hm", "yes=JA"},
      {"column='status' is='new done'", "status=Klaar", "status=Busy"},
      {"column='name' filled='yes'", "name=x", "name= "},
      {"column='name' filled='no'", "name=", "name=x"},
      {"column='day' from='0'", "day=@0", "day=@-1"},
      {"column='day' until='-1'", "day=@-1", "day=@0"},
      {"column='day' until='-days'", "day=@-30", "day=@-29"},
      {"column='day' from='0' or-blank='yes'", "name=x", "day=@-1"},
      {"column='day' from='0'", "day=@5", "day=text"},
      {"column='m' least='3'", "m=3,0", "m=2,9"},
      {"column='m' most='3'", "m=#3", "m=#3.1"},
      {"column='m' least='2' most='3'", "m=#2.5", "m=words"},
      {"new='yes'", "name=x", NULL},
      {"via='p' column='name' filled='yes'", "p=P-11111", "p=P-99999"},
      {"via='p' column='name' filled='no'", "p=P-99999", "p=P-11111"},
      {"via='p' column='yes' is='yes'", "p=P-11111", "name=x"},
      {"column='nothere' filled='yes' optional='yes'", "name=x", NULL},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char rule[600];
    snprintf(
        rule, sizeof rule,
        "<rule key='r' table='p' check='never' column='name'><when %s/>" MX_MESSAGE("m") "</rule>",
        cases[i].when);
    mx *book = mx_trial(rule);
    mx_put(book, "p", "id=P-11111|name=first|yes=Yes");
    mx_refuses(book, "p", cases[i].fires);
    if (cases[i].silent != NULL)
      mx_accepts(book, "p", cases[i].silent);
    mx_free(book);
  }
}

static void test_when_a_rule_speaks(void **state) {
  (void)state;
  mx *book =
      mx_trial("<rule key='e' table='p' check='required' column='name' at='entry'/>"
               "<rule key='k' table='p' check='required' column='name' at='check' severity='warn'/>"
               "<rule key='b' table='p' check='required' column='name'/>");
  mx_put(book, "p", "id=P-11111|m=#1");
  mx_enter(book, "p", "m=#1");
  assert_true(mx_said(book, "e") && mx_said(book, "b") && !mx_said(book, "k"));
  mx_check(book);
  assert_true(!mx_said(book, "e") && mx_said(book, "b") && mx_said(book, "k"));
  mx_expect(book, "k", KP_METHOD_WARN, "name");
  book->off = "trial";
  mx_check(book);
  mx_expect_nothing(book);
  mx_free(book);
}

/* An old flaw in another column does not stop a change. */
static void test_an_entry_answers_for_what_it_brings(void **state) {
  (void)state;
  mx *book = mx_trial(
      MX_RULE("table='p' check='required' column='name'", "<when column='yes' is='yes'/>"));
  mx_put(book, "p", "id=P-11111|yes=Yes|day=text");
  mx_change(book, "p", 0, "m=#1", NULL);
  mx_expect(book, "r", KP_METHOD_WARN, "name");
  mx_expect(book, "p_day_is-date", KP_METHOD_WARN, "day");
  assert_false(kp_method_findings_refuse(&book->findings));
  mx_change(book, "p", 0, "yes=yes|m=#1", NULL); /* the same word: no change */
  mx_expect(book, "r", KP_METHOD_WARN, "name");
  mx_clear(book);
  mx_put(book, "p", "id=P-11111|yes=No");
  mx_change(book, "p", 0, "yes=Yes", NULL);
  mx_expect(book, "r", KP_METHOD_REFUSE, "name");
  assert_true(kp_method_findings_refuse(&book->findings));
  mx_free(book);
}

static void test_messages(void **state) {
  (void)state;
  mx *book = mx_trial(
      "<rule key='r' table='p' check='never' column='m'><when column='m' filled='yes'/>"
      "<message en='{column}|{value}|{row}' nl='{column}: {value}, {row}'/></rule>"
      "<rule key='d' table='p' check='never' column='day'><when column='day' filled='yes'/>"
      "<message en='{value}' nl='{value}'/></rule>"
      "<rule key='l' table='p' check='never' column='status'><when column='status' filled='yes'/>"
      "<message en='{words}' nl='{words}'/></rule>");
  mx_enter(book, "p", "m=#1.25|name=Row");
  assert_string_equal(mx_finding(book, "r")->message, "m|1.3|Row");
  mx_enter(book, "p",
           "m=#-12|name=a long name that goes on and on until nobody wants to read it any more");
  assert_string_equal(mx_finding(book, "r")->message,
                      "m|-12|a long name that goes on and on until nobody wants to read i…");
  mx_enter(book, "p", "day=@0");
  assert_string_equal(mx_finding(book, "d")->message, "Wednesday 15 July 2026");
  mx_enter(book, "p", "status=New");
  assert_string_equal(mx_finding(book, "l")->message, "New, Busy, Done, Hold, Out");
  kp_method_value values[] = {{mx_column(book, "p", "m"), {KP_METHOD_VALUE, NULL, 2.5}}};
  kp_method_entry entry = {mx_table(book, "p"), KP_METHOD_NEW_ROW, values, 1, NULL};
  kp_method_book *opened = kp_method_book_new(book->method, &book->rows, mx_today);
  kp_method_findings_clear(&book->findings);
  assert_true(kp_method_check_entry(opened, &entry, KP_LANGUAGE_NL, &book->findings));
  assert_string_equal(mx_finding(book, "r")->message, "m: 2,5, ");
  kp_method_book_free(opened);
  mx_free(book);
}

static void test_what_is_typed(void **state) {
  (void)state;
  mx *book = mx_trial("");
  const kp_method_column *day = mx_column(book, "p", "day");
  assert_true(kp_method_cell_typed(day, "+3", mx_today).number == kp_date_serial(mx_today) + 3);
  assert_int_equal(kp_method_cell_typed(day, "+3", mx_today).kind, KP_METHOD_VALUE);
  assert_int_equal(kp_method_cell_typed(day, "once", mx_today).kind, KP_METHOD_WORDS);
  assert_int_equal(kp_method_cell_typed(day, " ", mx_today).kind, KP_METHOD_BLANK);
  assert_string_equal(kp_method_cell_typed(mx_column(book, "p", "m"), "+3", mx_today).text, "+3");
  mx_free(book);
}

/* Forms ask now for what a status makes necessary. */
static void test_required_now(void **state) {
  (void)state;
  mx *book = mx_new();
  assert_true(mx_required(book, "actions", "", "owner"));
  assert_false(mx_required(book, "actions", "status=To do", "reason"));
  assert_true(mx_required(book, "actions", "status=Wacht op", "reason"));
  assert_true(mx_required(book, "actions", "focus=F-11111", "solution"));
  assert_false(mx_required(book, "solutions", "decision=Parked", "cause"));
  assert_true(mx_required(book, "solutions", "decision=Chosen", "cause"));
  mx_free(book);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_conditions),
      cmocka_unit_test(test_when_a_rule_speaks),
      cmocka_unit_test(test_an_entry_answers_for_what_it_brings),
      cmocka_unit_test(test_messages),
      cmocka_unit_test(test_what_is_typed),
      cmocka_unit_test(test_required_now),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
