/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is refused before anything is written: the reason is told, and nothing has changed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "team.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static fake_team team;

static int set_up(void **state) {
  (void)state;
  fake_team_open(&team, NULL);
  assert_int_equal(fake_team_set_up(&team, NULL), KP_WORKBOOK_WRITTEN);
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
  fake_calc_back(&team.calc);
  return 0;
}

static int append(void) {
  return (int)fake_team_append(&team, "actions", "action", "Bel de klant terug", "owner", "Anna",
                               "deadline", "+14", NULL);
}

/* The answer, and whether the document is what it was. */
static void expect_refused(int answer, kp_text text) {
  char *before = fake_dump(team.calc.document);
  size_t steps = fake_undo_steps(team.calc.document);
  assert_int_equal(append(), answer);
  char *after = fake_dump(team.calc.document);
  assert_int_equal(team.outcome.text, text);
  assert_string_equal(before, after);
  assert_int_equal(fake_undo_steps(team.calc.document), steps);
  assert_int_equal(fake_undo_depth(team.calc.document), 0);
  free(after);
  free(before);
}

static void test_read_only(void **state) {
  (void)state;
  fake_set_readonly(team.calc.document, true);
  expect_refused(KP_WORKBOOK_REFUSED, KP_TEXT_READ_ONLY);
  fake_set_readonly(team.calc.document, false);
  assert_int_equal(append(), KP_WORKBOOK_WRITTEN);
}

static void test_shared_without_recorded_changes(void **state) {
  (void)state;
  fake_set_shared(team.calc.document, true, false);
  expect_refused(KP_WORKBOOK_REFUSED, KP_TEXT_SHARED_UNTRACKED);
  fake_set_shared(team.calc.document, true, true);
  assert_int_equal(append(), KP_WORKBOOK_WRITTEN);
  fake_set_shared(team.calc.document, false, false);
}

static void test_protected_sheet(void **state) {
  (void)state;
  fake_protect_sheet(team.calc.document, "Acties", true);
  expect_refused(KP_WORKBOOK_REFUSED, KP_TEXT_SHEET_PROTECTED);
  assert_string_equal(team.outcome.detail, "Acties");
  fake_protect_sheet(team.calc.document, "Acties", false);
  fake_protect_sheet(team.calc.document, "Logboek", true);
  expect_refused(KP_WORKBOOK_REFUSED, KP_TEXT_SHEET_PROTECTED);
  assert_string_equal(team.outcome.detail, "Logboek");
  fake_protect_sheet(team.calc.document, "Logboek", false);
  fake_protect_sheet(team.calc.document, "Doelen", true);
  assert_int_equal(append(), KP_WORKBOOK_WRITTEN);
  fake_protect_sheet(team.calc.document, "Doelen", false);
}

static void test_sheet_that_is_gone(void **state) {
  (void)state;
  fake_remove_sheet(team.calc.document, "Acties");
  expect_refused(KP_WORKBOOK_NO_TABLE, KP_TEXT_TABLE_MISSING);
  assert_string_equal(team.outcome.detail, "Acties");
  assert_int_equal(fake_team_append(&team, "nothing", NULL), KP_WORKBOOK_FAILED);
  assert_string_equal(team.error.type, KP_UNO_ILLEGAL_ARGUMENT);
}

static void test_sheet_under_another_name(void **state) {
  (void)state;
  fake_rename_sheet(team.calc.document, "Acties", "Wie doet wat");
  assert_int_equal(append(), KP_WORKBOOK_WRITTEN);
  assert_true(fake_row_of(team.calc.document, "Wie doet wat", "A", team.outcome.id) > 1);
}

static void test_fields(void **state) {
  (void)state;
  assert_int_equal(fake_team_append(&team, "actions", "overdue", "3", NULL), KP_WORKBOOK_FAILED);
  assert_int_equal(fake_team_append(&team, "actions", "nothing", "3", NULL), KP_WORKBOOK_FAILED);
  assert_int_equal(fake_team_append(&team, "actions", "action", "Bellen", "owner", "Anna",
                                    "deadline", "ooit", NULL),
                   KP_WORKBOOK_REFUSED);
  assert_int_equal(team.outcome.text, KP_TEXT_FIELD_NO_DATE);
  assert_string_equal(team.outcome.detail, "Deadline");
  assert_int_equal(fake_team_append(&team, "actions", "action", "Bellen", "owner", "Anna",
                                    "deadline", "31-2-2030", NULL),
                   KP_WORKBOOK_REFUSED);
  assert_int_equal(team.outcome.text, KP_TEXT_FIELD_NO_DAY);
}

static int append_long(size_t length) {
  char *text = calloc(length + 1, 1);
  memset(text, 'x', length);
  int answer = (int)fake_team_append(&team, "actions", "action", text, "owner", "Anna", "deadline",
                                     "+14", NULL);
  free(text);
  return answer;
}

static void test_length(void **state) {
  (void)state;
  assert_int_equal(append_long(2000), KP_WORKBOOK_WRITTEN);
  assert_int_equal(append_long(2001), KP_WORKBOOK_REFUSED);
  assert_int_equal(team.outcome.text, KP_TEXT_WHAT_LONG);
  assert_string_equal(team.outcome.detail, "1");
}

/* A rule refuses: its finding says why, the outcome says nothing. */
static void test_rules(void **state) {
  (void)state;
  assert_int_equal(fake_team_append(&team, "actions", "action", "Bel de klant terug", "owner",
                                    "Anna", "deadline", "2020-01-01", NULL),
                   KP_WORKBOOK_REFUSED);
  assert_int_equal(team.outcome.text, KP_TEXT_NONE);
  assert_true(kp_method_findings_refuse(&team.findings));
  assert_int_equal(fake_team_append(&team, "actions", "action", "Bellen", "owner", "Anna", NULL),
                   KP_WORKBOOK_REFUSED);
  assert_true(kp_method_findings_refuse(&team.findings));
}

static void test_people(void **state) {
  (void)state;
  assert_int_equal(fake_team_append(&team, "lists", "person", "Anna Smit", NULL),
                   KP_WORKBOOK_WRITTEN);
  assert_int_equal(fake_team_append(&team, "lists", "person", "anna smit", NULL),
                   KP_WORKBOOK_REFUSED);
  assert_int_equal(team.outcome.text, KP_TEXT_PERSON_THERE);
  assert_int_equal(fake_team_append(&team, "lists", "person", "Anna Smits", NULL),
                   KP_WORKBOOK_WRITTEN);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup(test_read_only, back),
      cmocka_unit_test_setup(test_shared_without_recorded_changes, back),
      cmocka_unit_test_setup(test_protected_sheet, back),
      cmocka_unit_test_setup(test_sheet_that_is_gone, back),
      cmocka_unit_test_setup(test_sheet_under_another_name, back),
      cmocka_unit_test_setup(test_fields, back),
      cmocka_unit_test_setup(test_length, back),
      cmocka_unit_test_setup(test_rules, back),
      cmocka_unit_test_setup(test_people, back),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
