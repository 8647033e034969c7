/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A write that fails half-way is taken back as a whole, whatever has become of the list of steps,
 * and whatever macros do meanwhile. */
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
static char first[16]; /* an action that is there */

static fake_document *document(void) {
  return team.calc.document;
}

static int append(void) {
  return (int)fake_team_append(&team, "actions", "action", "Bel de klant terug", "owner", "Anna",
                               "deadline", "+14", NULL);
}

static int change(void) {
  return (int)fake_team_change(&team, "actions", first, NULL, "owner", "Bert", "status", "progress",
                               NULL);
}

static int set_up(void **state) {
  (void)state;
  fake_team_open(&team, NULL);
  assert_int_equal(fake_team_set_up(&team, NULL), KP_WORKBOOK_WRITTEN);
  assert_int_equal(append(), KP_WORKBOOK_WRITTEN);
  memcpy(first, team.outcome.id, sizeof first);
  fake_calc_keep(&team.calc);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  fake_team_close(&team);
  return 0;
}

/* The list of steps, and who else is at work. */
typedef enum steps { STEPS_KEPT, STEPS_LOCKED, STEPS_NONE, STEPS_OF_A_MACRO } steps;

typedef struct scene {
  bool gone; /* the office never answers again */
  steps steps;
  int (*write)(void);
  long refused;
} scene;

static void begin_steps(steps how) {
  fake_set_undo_steps(document(), how == STEPS_NONE ? 0 : 100);
  if (how == STEPS_LOCKED)
    fake_lock_undo(document(), true);
  if (how == STEPS_OF_A_MACRO)
    fake_undo_context(document(), "macro", true);
}

static void end_steps(steps how) {
  if (how == STEPS_LOCKED)
    fake_lock_undo(document(), false);
  if (how == STEPS_OF_A_MACRO)
    fake_undo_context(document(), "macro", false);
  assert_int_equal(fake_undo_depth(document()), 0);
  fake_set_undo_steps(document(), 100);
}

/* Done as a whole, or as it was; what could not be taken back is told. */
static bool hurt(void *data) {
  scene *of = data;
  fake_calc_back(&team.calc);
  begin_steps(of->steps);
  char *before = fake_dump(document());
  fault_arm();
  int answer = of->write();
  fault_disarm();
  char *after = fake_dump(document());
  if (!of->gone && answer != KP_WORKBOOK_WRITTEN && team.outcome.text != KP_TEXT_NOT_TAKEN_BACK) {
    of->refused++;
    if (strcmp(before, after) != 0)
      fail_msg("steps %d, fault %ld: not as it was", (int)of->steps, fault_point());
  }
  if (answer == KP_WORKBOOK_WRITTEN && strcmp(before, after) == 0)
    fail_msg("steps %d, fault %ld: nothing was written", (int)of->steps, fault_point());
  if (!of->gone && fake_view_locks(document()) != 0)
    fail_msg("steps %d, fault %ld: the views are locked", (int)of->steps, fault_point());
  free(after);
  free(before);
  if (!of->gone)
    end_steps(of->steps);
  return true;
}

static void sweep(int (*write)(void)) {
  for (steps how = STEPS_LOCKED; how <= STEPS_OF_A_MACRO; how++) {
    scene of = {false, how, write, 0};
    long step = getenv("KP_EVERY_FAULT") != NULL ? 1 : 19;
    assert_true(fault_sweep(FAULT_CALL, step, hurt, &of) > 50);
    assert_true(fault_sweep(FAULT_MEMORY, 9 * step - 8, hurt, &of) > 500);
    assert_true(of.refused > 10);
    of.gone = true;
    assert_true(fault_sweep(FAULT_CALL_FOR_GOOD, step, hurt, &of) > 0);
  }
}

static void test_append_fails(void **state) {
  (void)state;
  sweep(append);
}

static void test_change_fails(void **state) {
  (void)state;
  sweep(change);
}

/* -------------------------------------------------------------------------- macros that listen */

static int calls_left;

/* Puts a row above all rows of the table, once. */
static void insert_above(void *data, fake_document *of, const fake_place *where) {
  (void)data;
  if (strcmp(where->sheet, "Acties") == 0 && --calls_left == 0)
    fake_insert_rows(of, "Acties", fake_team_row(&team, "actions", first), 1);
}

static void sort_rows(void *data, fake_document *of, const fake_place *where) {
  (void)data;
  int row = fake_team_row(&team, "actions", first);
  if (strcmp(where->sheet, "Acties") == 0 && --calls_left == 0)
    fake_exchange_rows(of, "Acties", row, row + 1);
}

static void test_rows_come_meanwhile(void **state) {
  (void)state;
  for (int at = 1; at < 12; at++) {
    fake_calc_back(&team.calc);
    calls_left = at;
    fake_listen(document(), insert_above, NULL);
    int answer = append();
    fake_listen(document(), NULL, NULL);
    fake_team_expect(&team, "actions", first, "owner", "Anna");
    fake_team_expect(&team, "actions", first, "action", "Bel de klant terug");
    int row = fake_team_row(&team, "actions", team.outcome.id);
    if (answer == KP_WORKBOOK_WRITTEN) {
      fake_team_expect(&team, "actions", team.outcome.id, "action", "Bel de klant terug");
      fake_team_expect(&team, "actions", team.outcome.id, "status", "Te doen");
    } else {
      assert_int_equal(row, 0);
    }
  }
}

static void test_rows_are_sorted_meanwhile(void **state) {
  (void)state;
  for (int at = 1; at < 12; at++) {
    fake_calc_back(&team.calc);
    calls_left = at;
    fake_listen(document(), sort_rows, NULL);
    int answer = change();
    fake_listen(document(), NULL, NULL);
    fake_team_expect(&team, "actions", first, "action", "Bel de klant terug");
    if (answer == KP_WORKBOOK_WRITTEN)
      fake_team_expect(&team, "actions", first, "owner", "Bert");
    else if (team.outcome.text != KP_TEXT_NOT_TAKEN_BACK)
      fake_team_expect(&team, "actions", first, "owner", "Anna");
  }
}

/* What somebody else typed in a step of their own stays when ours is taken back. */
static void type_elsewhere(void *data, fake_document *of, const fake_place *where) {
  (void)data;
  if (strcmp(where->sheet, "Acties") == 0 && --calls_left == 0)
    fake_type(of, "Doelen", "Z40", "van iemand anders");
}

static bool hurt_beside_others(void *data) {
  fake_calc_back(&team.calc);
  calls_left = 2;
  fake_listen(document(), type_elsewhere, NULL);
  fault_arm();
  int answer = append();
  fault_disarm();
  fake_listen(document(), NULL, NULL);
  if (calls_left <= 0) {
    char *shown = fake_shown(document(), "Doelen", "Z40");
    if (strcmp(shown, "van iemand anders") != 0)
      fail_msg("fault %ld: what others typed is gone", fault_point());
    free(shown);
    *(int *)data += answer != KP_WORKBOOK_WRITTEN;
  }
  return true;
}

static void test_what_others_typed_stays(void **state) {
  int hits = 0;
  (void)state;
  fault_sweep(FAULT_CALL, 3, hurt_beside_others, &hits);
  assert_true(hits > 5);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_append_fails),
      cmocka_unit_test(test_change_fails),
      cmocka_unit_test(test_rows_come_meanwhile),
      cmocka_unit_test(test_rows_are_sorted_meanwhile),
      cmocka_unit_test(test_what_others_typed_stays),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
