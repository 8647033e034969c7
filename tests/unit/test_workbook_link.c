/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new row and the row that leads to it: written in one pass, and taken back as one. */
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
static char focus[16];

static int set_up(void **state) {
  (void)state;
  fake_team_open(&team, NULL);
  assert_int_equal(fake_team_set_up(&team, NULL), KP_WORKBOOK_WRITTEN);
  assert_int_equal(fake_team_append(&team, "focus", "focus", "Sneller terugbellen", "unit", "Balie",
                                    "status", "proposed", NULL),
                   KP_WORKBOOK_WRITTEN);
  memcpy(focus, team.outcome.id, sizeof focus);
  fake_calc_keep(&team.calc);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  fake_team_close(&team);
  return 0;
}

static int append_linked(const char *id, const char *start) {
  const kp_entry_value values[] = {
      {"name", "Najaar 2026"}, {"number", "0"}, {"kind", "Kwantitatief"}, {"start", start}};
  const kp_entry_link link = {"focus", id, "wave"};
  const kp_entry entry = {.table = "waves",
                          .values = values,
                          .count = sizeof values / sizeof *values,
                          .link = &link,
                          .title = "Taak: meting"};
  fake_team_clear(&team);
  return (int)kp_workbook_append(&team.error, &team.document, &entry, &team.findings,
                                 &team.outcome);
}

static size_t lines_of_log(void) {
  size_t count = 0;
  for (int row = 2; row < 20; row++) {
    char *text =
        fake_shown(team.calc.document, "Logboek", fake_team_cell(&team, "log", "row", row));
    count += text[0] != '\0';
    free(text);
  }
  return count;
}

/* One step of undo, one row, one link, a line in the log for each. */
static void test_row_and_link(void **state) {
  enum { CALLS = 580 };
  (void)state;
  fake_calc_back(&team.calc);
  size_t steps = fake_undo_steps(team.calc.document);
  size_t lines = lines_of_log();
  char *before = fake_dump(team.calc.document);
  fake_calls_start();
  assert_int_equal(append_linked(focus, "2026-11-02"), KP_WORKBOOK_WRITTEN);
  long calls = fake_calls_count();
  print_message("a row with its link makes %ld calls\n", calls);
  assert_in_range(calls, 1, CALLS);
  assert_int_equal(fake_undo_steps(team.calc.document), steps + 1);
  assert_string_equal(fake_undo_title(team.calc.document), "Taak: meting");
  assert_int_equal(lines_of_log(), lines + 2);
  fake_team_expect(&team, "waves", team.outcome.id, "name", "Najaar 2026");
  fake_team_expect(&team, "focus", focus, "wave", team.outcome.id);
  fake_undo(team.calc.document);
  char *after = fake_dump(team.calc.document);
  assert_string_equal(before, after);
  free(after);
  free(before);
}

/* Without the row that should lead to it nothing is written; nor when a field of the row itself
 * makes no sense. */
static void test_refused_as_one(void **state) {
  (void)state;
  fake_calc_back(&team.calc);
  char *before = fake_dump(team.calc.document);
  assert_int_equal(append_linked("F-00000", "2026-11-02"), KP_WORKBOOK_REFUSED);
  assert_int_equal(team.outcome.text, KP_TEXT_ROW_MISSING);
  assert_string_equal(team.outcome.detail, "F-00000");
  assert_int_equal(append_linked(focus, "morgen misschien"), KP_WORKBOOK_REFUSED);
  assert_int_equal(team.outcome.text, KP_TEXT_FIELD_NO_DATE);
  fake_protect_sheet(team.calc.document, fake_team_sheet(&team, "focus"), true);
  assert_int_equal(append_linked(focus, "2026-11-02"), KP_WORKBOOK_REFUSED);
  assert_int_equal(team.outcome.text, KP_TEXT_SHEET_PROTECTED);
  fake_protect_sheet(team.calc.document, fake_team_sheet(&team, "focus"), false);
  char *after = fake_dump(team.calc.document);
  assert_string_equal(before, after);
  free(after);
  free(before);
}

static bool hurt(void *data) {
  (void)data;
  fake_calc_back(&team.calc);
  char *before = fake_dump(team.calc.document);
  fault_arm();
  int answer = append_linked(focus, "2026-11-02");
  fault_disarm();
  char *after = fake_dump(team.calc.document);
  if (answer == KP_WORKBOOK_WRITTEN)
    fake_team_expect(&team, "focus", focus, "wave", team.outcome.id);
  else if (strcmp(before, after) != 0)
    fail_msg("after fault %ld the document differs", fault_point());
  assert_int_equal(fake_undo_depth(team.calc.document), 0);
  assert_int_equal(fake_view_locks(team.calc.document), 0);
  free(after);
  free(before);
  return true;
}

static void test_goes_back_as_one(void **state) {
  long step = getenv("KP_EVERY_FAULT") != NULL ? 1 : 23;
  (void)state;
  assert_true(fault_sweep(FAULT_CALL, step, hurt, NULL) > 200);
  assert_true(fault_sweep(FAULT_MEMORY, 11 * step, hurt, NULL) > 500);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_row_and_link),
      cmocka_unit_test(test_refused_as_one),
      cmocka_unit_test(test_goes_back_as_one),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
