/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a team leaves: for how long, until what, for whom; and errors that nobody can leave. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "team.h"

#include "../../src/workbook/leave.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static fake_team team;
static char goal[32];

static int set_up(void **state) {
  (void)state;
  fake_team_open(&team, NULL);
  assert_int_equal(fake_team_set_up(&team, NULL), KP_WORKBOOK_WRITTEN);
  assert_int_equal(fake_team_append(&team, "goals", "goal", "Klanten horen binnen een dag van ons",
                                    "reason", "Omdat ze bellen", NULL),
                   KP_WORKBOOK_WRITTEN);
  snprintf(goal, sizeof goal, "%s", team.outcome.id);
  fake_team_clear(&team);
  fake_calc_keep(&team.calc);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  fake_team_close(&team);
  return 0;
}

static int back(void **state) {
  (void)state;
  fake_team_clear(&team);
  fake_calc_back(&team.calc);
  return 0;
}

/* ---------------------------------------------------------------------------------- decisions */

static const kp_date today = {2026, 11, 30};

static void test_what_is_noted(void **state) {
  (void)state;
  char value[KP_LEAVE_VALUE_SIZE];
  kp_leave_value(KP_LEAVE_DAYS, "abc", today, value);
  assert_string_equal(value, "until 2026-12-30");
  assert_true(kp_leave_holds(value, "xyz", today));
  assert_true(kp_leave_holds(value, "", (kp_date){2026, 12, 29}));
  assert_false(kp_leave_holds(value, "", (kp_date){2026, 12, 30}));
  assert_false(kp_leave_holds(value, "", (kp_date){2027, 1, 1}));
  kp_leave_value(KP_LEAVE_CHANGED, "0123456789abcdef", today, value);
  assert_true(kp_leave_holds(value, "0123456789abcdef", (kp_date){2036, 1, 1}));
  assert_false(kp_leave_holds(value, "0123456789abcdee", today));
  kp_leave_value(KP_LEAVE_RULE, "abc", today, value);
  assert_true(kp_leave_holds(value, "xyz", (kp_date){2036, 1, 1}));
  assert_false(kp_leave_holds("", "", today)); /* told again */
  assert_false(kp_leave_holds("someday", "", today));
}

static void test_keys(void **state) {
  (void)state;
  char rule[] = "goal_shared", table[] = "goals", id[] = "G-00001", column[] = "shared",
       none[] = "";
  char message[] = "Share it.";
  char key[KP_LEAVE_KEY_SIZE];
  char other[KP_LEAVE_KEY_SIZE];
  kp_check_item item = {.severity = KP_METHOD_TIP,
                        .rule = rule,
                        .table = table,
                        .id = id,
                        .column = column,
                        .message = message};
  assert_true(kp_leave_key(&item, KP_LEAVE_DAYS, key));
  assert_string_equal(key, "goal_shared/goals/G-00001/shared");
  assert_true(kp_leave_key(&item, KP_LEAVE_RULE, key));
  assert_string_equal(key, "goal_shared");
  /* Without an ID by what it says. */
  char elsewhere[] = "Row C13 is hidden.";
  item.id = none;
  assert_true(kp_leave_key(&item, KP_LEAVE_CHANGED, key));
  item.message = elsewhere;
  assert_true(kp_leave_key(&item, KP_LEAVE_CHANGED, other));
  assert_string_not_equal(key, other);
  item.severity = KP_METHOD_REFUSE;
  assert_false(kp_leave_key(&item, KP_LEAVE_DAYS, key));
  item.severity = KP_METHOD_WARN;
  item.rule = none;
  assert_false(kp_leave_key(&item, KP_LEAVE_DAYS, key));
}

/* --------------------------------------------------------------------------------- a workbook */

static kp_check check(void) {
  kp_check found;
  assert_true(kp_workbook_check(&team.error, &team.document, &found));
  return found;
}

static const kp_check_item *find(const kp_check *found, const char *rule) {
  for (size_t i = 0; i < found->count; i++)
    if (strcmp(found->items[i].rule, rule) == 0)
      return &found->items[i];
  return NULL;
}

static bool tells(const char *rule) {
  kp_check found = check();
  bool there = find(&found, rule) != NULL;
  kp_check_clear(&found);
  return there;
}

static int leave(const char *rule, kp_leave how) {
  kp_check found = check();
  const kp_check_item *item = find(&found, rule);
  assert_non_null(item);
  fake_team_clear(&team);
  int answer = (int)kp_workbook_leave(&team.error, &team.document, item, how, &team.outcome);
  kp_check_clear(&found);
  return answer;
}

static void change_goal(const char *column, const char *text) {
  assert_int_equal(fake_team_change(&team, "goals", goal, NULL, column, text, NULL),
                   KP_WORKBOOK_WRITTEN);
}

static void test_for_days(void **state) {
  (void)state;
  size_t steps = fake_undo_steps(team.calc.document);
  assert_true(tells("goal_shared"));
  assert_int_equal(leave("goal_shared", KP_LEAVE_DAYS), KP_WORKBOOK_WRITTEN);
  kp_check found = check();
  assert_null(find(&found, "goal_shared"));
  assert_int_equal(found.left, 1);
  kp_check_clear(&found);
  assert_int_equal(fake_undo_steps(team.calc.document), steps + 1);
  fake_undo(team.calc.document);
  assert_true(tells("goal_shared"));
}

static void test_until_it_changes(void **state) {
  (void)state;
  assert_int_equal(leave("goal_shared", KP_LEAVE_CHANGED), KP_WORKBOOK_WRITTEN);
  assert_false(tells("goal_shared"));
  change_goal("target", "80");
  assert_true(tells("goal_shared"));
}

static void test_the_rule_and_back(void **state) {
  (void)state;
  assert_int_equal(leave("goal_shared", KP_LEAVE_RULE), KP_WORKBOOK_WRITTEN);
  change_goal("target", "80");
  assert_false(tells("goal_shared"));
  size_t steps = fake_undo_steps(team.calc.document);
  fake_team_clear(&team);
  assert_int_equal(kp_workbook_leave_nothing(&team.error, &team.document, &team.outcome),
                   KP_WORKBOOK_WRITTEN);
  assert_true(tells("goal_shared"));
  assert_int_equal(fake_undo_steps(team.calc.document), steps + 1);
  /* Again there is nothing to do. */
  fake_team_clear(&team);
  assert_int_equal(kp_workbook_leave_nothing(&team.error, &team.document, &team.outcome),
                   KP_WORKBOOK_WRITTEN);
  assert_int_equal(fake_undo_steps(team.calc.document), steps + 1);
}

/* Who left it, and what, stands in the log. */
static void test_the_log(void **state) {
  (void)state;
  assert_int_equal(leave("goal_shared", KP_LEAVE_RULE), KP_WORKBOOK_WRITTEN);
  kp_reader *reader = kp_reader_new(&team.error, &team.document);
  const kp_method_table *log = kp_method_find_table(team.method, "log");
  const kp_method_rows *rows = kp_reader_rows(reader);
  size_t last = rows->count(rows->data, log) - 1;
  kp_method_cell field = rows->cell(rows->data, kp_method_find_column(log, "field"), last);
  assert_int_equal(field.kind, KP_METHOD_WORDS);
  assert_non_null(strstr(field.text, "Deel dit doel"));
  kp_reader_free(reader);
}

static void test_errors_stay(void **state) {
  (void)state;
  char rule[] = "actions_owner_required", none[] = "", message[] = "Vul in.";
  kp_check_item item = {.severity = KP_METHOD_REFUSE,
                        .rule = rule,
                        .table = none,
                        .id = none,
                        .column = none,
                        .message = message,
                        .mark = none};
  assert_false(kp_workbook_can_leave(&item));
  assert_int_equal(
      kp_workbook_leave(&team.error, &team.document, &item, KP_LEAVE_RULE, &team.outcome),
      KP_WORKBOOK_REFUSED);
  assert_int_equal(team.outcome.text, KP_TEXT_CHECKED_NOT_LEFT);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_what_is_noted),
      cmocka_unit_test(test_keys),
      cmocka_unit_test_teardown(test_for_days, back),
      cmocka_unit_test_teardown(test_until_it_changes, back),
      cmocka_unit_test_teardown(test_the_rule_and_back, back),
      cmocka_unit_test_teardown(test_the_log, back),
      cmocka_unit_test_teardown(test_errors_stay, back),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
