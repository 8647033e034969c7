/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule words that look at one row and at statuses, both sides of each. */
#include "method_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void test_not_before_and_not_after(void **state) {
  (void)state;
  mx *book =
      mx_trial(MX_RULE("table='p' check='not-before' column='day' other='day2'",
                       "") "<rule key='after' table='c' check='not-after' column='day' via='p p' "
                           "other='day'>" MX_MESSAGE("{date}") "</rule>");
  mx_refuses(book, "p", "day=@1|day2=@2");
  mx_accepts(book, "p", "day=@2|day2=@2");
  mx_accepts(book, "p", "day=@1");
  mx_accepts(book, "p", "day=soon|day2=@2");
  mx_put(book, "p", "id=P-11111|day=@5");
  mx_put(book, "p", "id=P-22222|p=P-11111");
  mx_enter(book, "c", "p=P-22222|day=@6");
  assert_string_equal(mx_finding(book, "after")->message, "Monday 20 July 2026");
  mx_enter(book, "c", "p=P-22222|day=@5");
  mx_expect_silent(book, "after");
  mx_enter(book, "c", "p=P-11111|day=@6"); /* leads nowhere further */
  mx_expect_silent(book, "after");
  mx_free(book);
}

static void test_agrees_and_differs(void **state) {
  (void)state;
  mx *book = mx_trial(MX_RULE("table='c' check='agrees' column='p' via='c' other='p'",
                              "") "<rule key='d' table='p' check='differs' column='story' "
                                  "other='other'>" MX_MESSAGE("m") "</rule>");
  mx_put(book, "p", "id=P-11111");
  mx_put(book, "p", "id=P-22222");
  mx_put(book, "c", "id=C-11111|p=P-11111");
  mx_refuses(book, "c", "c=C-11111|p=P-22222");
  mx_accepts(book, "c", "c=C-11111|p=P-11111");
  mx_accepts(book, "c", "c=C-11111");
  mx_accepts(book, "c", "p=P-22222");
  mx_enter(book, "p", "story=Jan|other= jan");
  mx_expect(book, "d", KP_METHOD_REFUSE, "story");
  mx_enter(book, "p", "story=Jan|other=Piet");
  mx_expect_silent(book, "d");
  mx_enter(book, "p", "name=neither");
  mx_expect_silent(book, "d");
  mx_free(book);
}

static void test_as_many(void **state) {
  (void)state;
  mx *book = mx_trial(
      MX_RULE("table='p' check='as-many' column='story' other='other' severity='warn'", ""));
  mx_enter(book, "p", "story=one|other=one / two");
  assert_int_equal(mx_finding(book, "r")->severity, KP_METHOD_WARN);
  mx_accepts(book, "p", "story=one / two|other=one;two;");
  mx_accepts(book, "p", "story=1/2 day;b|other=a\nb");
  mx_accepts(book, "p", "story=a");
  mx_enter(book, "p", "other=a");
  assert_true(mx_said(book, "r"));
  mx_free(book);
}

static void test_never_and_always(void **state) {
  (void)state;
  mx *book =
      mx_trial(MX_RULE("table='p' check='never' column='day'",
                       "<when column='day' from='1'/><when "
                       "column='yes' is='yes'/>") "<rule key='a' "
                                                  "table='p' "
                                                  "check='always' "
                                                  "column='day'><when "
                                                  "column='day' "
                                                  "filled='yes'/>" MX_MESSAGE("m") "</rule>");
  mx_refuses(book, "p", "day=@1|yes=Yes");
  mx_accepts(book, "p", "day=@0|yes=Yes");
  mx_accepts(book, "p", "day=@1|yes=No");
  mx_expect_silent(book, "a");
  mx_accepts(book, "p", "name=x");
  mx_expect(book, "a", KP_METHOD_REFUSE, "day");
  mx_free(book);
}

static void move(mx *book, const char *from, const char *to, const char *note) {
  char row[80];
  char change[80];
  mx_clear(book);
  snprintf(row, sizeof row, "id=P-11111|status=%s", from);
  snprintf(change, sizeof change, "status=%s", to);
  mx_put(book, "p", row);
  mx_change(book, "p", 0, change, note);
}

static void test_status_step(void **state) {
  (void)state;
  mx *book = mx_trial("");
  move(book, "New", "Done", NULL);
  mx_expect(book, "p_status_status-step", KP_METHOD_REFUSE, "status");
  move(book, "New", "Done", "a note does not help");
  mx_expect(book, "p_status_status-step", KP_METHOD_REFUSE, "status");
  move(book, "New", "Busy", NULL);
  mx_expect_nothing(book);
  move(book, "Busy", "Done", NULL);
  mx_expect_nothing(book);
  move(book, "Hold", "Busy", NULL);
  mx_expect_nothing(book);
  move(book, "Done", "Done", NULL);
  mx_expect_nothing(book);
  move(book, "what is this", "Done", NULL);
  mx_expect_nothing(book);
  mx_enter(book, "p", "status=Done");
  mx_expect(book, "p_status_status-step", KP_METHOD_REFUSE, "status");
  mx_enter(book, "p", "status=Busy");
  mx_expect_nothing(book);
  mx_free(book);
}

static void test_forward_only(void **state) {
  (void)state;
  mx *book = mx_trial("");
  static const struct {
    const char *from;
    const char *to;
    bool backward;
  } moves[] = {{"New", "Busy", false},  {"Busy", "New", true},  {"Done", "Busy", true},
               {"Busy", "Hold", false}, {"Hold", "New", false}, {"Out", "New", true},
               {"New", "Out", false},   {"Out", "Out", false}};
  for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
    move(book, moves[i].from, moves[i].to, NULL);
    assert_int_equal(mx_said(book, "p_status_forward-only"), moves[i].backward);
    move(book, moves[i].from, moves[i].to, " \t ");
    assert_int_equal(mx_said(book, "p_status_forward-only"), moves[i].backward);
    move(book, moves[i].from, moves[i].to, "it came back");
    mx_expect_nothing(book);
  }
  mx_check(book);
  mx_expect_nothing(book);
  mx_free(book);
}

static void test_needs_note(void **state) {
  (void)state;
  mx *book = mx_trial(MX_RULE("table='p' check='needs-note' column='day'",
                              "<when column='day' changed='yes'/><when new='no'/>"));
  mx_put(book, "p", "id=P-11111|day=@3");
  mx_accepts(book, "p", "day=@4");
  mx_change(book, "p", 0, "day=@4", NULL);
  mx_expect(book, "r", KP_METHOD_REFUSE, "day");
  mx_change(book, "p", 0, "day=@4", "waiting for parts");
  mx_expect_silent(book, "r");
  mx_change(book, "p", 0, "day=@3|name=x", NULL);
  mx_expect_silent(book, "r");
  mx_check(book);
  mx_expect_silent(book, "r");
  mx_free(book);
}

static void wants(mx *book, size_t row, const char *values, const char *rule) {
  const char *found = mx_wants_note(book, "p", row, values);
  if (rule == NULL)
    assert_null(found);
  else
    assert_string_equal(found != NULL ? found : "none", rule);
}

/* What wants a note, whether there is one or not. */
static void test_a_note_is_wanted(void **state) {
  (void)state;
  mx *book = mx_trial(MX_RULE("table='p' check='needs-note' column='day'",
                              "<when column='day' changed='yes'/><when new='no'/>"));
  mx_put(book, "p", "id=P-11111|day=@3|status=Busy");
  wants(book, 0, "status=New", "p_status_forward-only");
  wants(book, 0, "status=Done", NULL);
  wants(book, 0, "status=Busy", NULL);
  wants(book, 0, "name=x", NULL);
  wants(book, 0, "", NULL);
  wants(book, 0, "day=@4", "r");
  wants(book, 0, "day=@3|status=Busy", NULL);
  wants(book, KP_METHOD_NEW_ROW, "day=@4|status=New", NULL);
  mx_free(book);
  book = mx_trial(MX_RULE("table='p' check='needs-note' column='day' severity='warn'",
                          "<when column='day' changed='yes'/>"));
  mx_put(book, "p", "id=P-11111|day=@3");
  wants(book, 0, "day=@4", NULL); /* only a warning */
  mx_free(book);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_not_before_and_not_after),
      cmocka_unit_test(test_agrees_and_differs),
      cmocka_unit_test(test_as_many),
      cmocka_unit_test(test_never_and_always),
      cmocka_unit_test(test_status_step),
      cmocka_unit_test(test_forward_only),
      cmocka_unit_test(test_needs_note),
      cmocka_unit_test(test_a_note_is_wanted),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
