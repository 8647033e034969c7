/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that are added and changed: what stands in the cells, and what is left alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "team.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void set_up(fake_team *team) {
  fake_team_open(team, NULL);
  if (fake_team_set_up(team, NULL) != KP_WORKBOOK_WRITTEN)
    fail_msg("%s: %s", team->error.type, team->error.message);
}

static int append(fake_team *team, const char *action) {
  return (int)fake_team_append(team, "actions", "action", action, "owner", "Anna", "deadline",
                               "2026-12-24", NULL);
}

static void test_append(void **state) {
  fake_team team;
  (void)state;
  set_up(&team);
  size_t steps = fake_undo_steps(team.calc.document);
  assert_int_equal(append(&team, "=1+1"), KP_WORKBOOK_WRITTEN);
  assert_int_equal(fake_undo_steps(team.calc.document), steps + 1);
  assert_int_equal(fake_undo_depth(team.calc.document), 0);
  assert_int_equal(fake_view_locks(team.calc.document), 0);
  fake_team_expect(&team, "actions", team.outcome.id, "action", "=1+1");
  fake_team_expect(&team, "actions", team.outcome.id, "deadline", "2026-12-24");
  fake_team_expect(&team, "actions", team.outcome.id, "status", "Te doen");
  fake_team_expect(&team, "actions", team.outcome.id, "changed_by", "Anna Tester");
  fake_team_close(&team);
}

/* One pass: the document is looked at once, each table is found once. What a save asks of the
 * office is counted, so that a second pass does not come back unseen. */
static void test_calls_of_a_save(void **state) {
  enum { APPEND = 380, CHANGE = 290 };
  fake_team team;
  char id[16];
  (void)state;
  set_up(&team);
  assert_int_equal(append(&team, "Eerst"), KP_WORKBOOK_WRITTEN);
  fake_calls_start();
  assert_int_equal(append(&team, "Bellen met de klant"), KP_WORKBOOK_WRITTEN);
  long calls = fake_calls_count();
  memcpy(id, team.outcome.id, sizeof id);
  print_message("an append makes %ld calls\n", calls);
  assert_in_range(calls, 1, APPEND);
  fake_calls_start();
  assert_int_equal(
      fake_team_change(&team, "actions", id, "", "status", "Bezig", "progress", "Begonnen", NULL),
      KP_WORKBOOK_WRITTEN);
  calls = fake_calls_count();
  print_message("a change makes %ld calls\n", calls);
  assert_in_range(calls, 1, CHANGE);
  fake_team_close(&team);
}

/* Memory runs out, or a call fails, at one point of an append after the other: the row is there, or
 * nothing is. */
static bool append_hurt(void *data) {
  fake_team *team = data;
  fake_calc_back(&team->calc);
  char *before = fake_dump(team->calc.document);
  fault_arm();
  int answer = append(team, "Bellen met de klant");
  fault_disarm();
  if (answer != KP_WORKBOOK_WRITTEN) {
    char *after = fake_dump(team->calc.document);
    if (strcmp(before, after) != 0)
      fail_msg("after fault %ld the document differs", fault_point());
    free(after);
  }
  assert_int_equal(fake_undo_depth(team->calc.document), 0);
  assert_int_equal(fake_view_locks(team->calc.document), 0);
  free(before);
  return true;
}

static void test_append_hurt(void **state) {
  fake_team team;
  (void)state;
  set_up(&team);
  fake_calc_keep(&team.calc);
  assert_true(fault_sweep(FAULT_MEMORY, 0, append_hurt, &team) > 500);
  assert_true(fault_sweep(FAULT_CALL, 0, append_hurt, &team) > 50);
  fake_team_close(&team);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_append),
      cmocka_unit_test(test_calls_of_a_save),
      cmocka_unit_test(test_append_hurt),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
