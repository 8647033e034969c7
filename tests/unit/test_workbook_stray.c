/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell that somebody typed far below a table: it is a row as any other, and what lies between is
 * not read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "team.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Far fewer than there are rows above such a cell. */
enum { FAR = 150000, FARTHER = 150700, LAST = 1048576, FEW_CELLS = 40000, FEW_CALLS = 4000 };

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

static void type(const char *table, const char *key, int row, const char *text) {
  fake_type(team.calc.document, fake_team_sheet(&team, table),
            fake_team_cell(&team, table, key, row), text);
}

static int append(const char *action) {
  return (int)fake_team_append(&team, "actions", "action", action, "owner", "Anna", "deadline",
                               "+14", NULL);
}

static void start_counting(void) {
  fake_cells_read();
  fake_calls_start();
}

static void expect_cheap(void) {
  long calls = fake_calls_count();
  long cells = fake_cells_read();
  assert_in_range(cells, 1, FEW_CELLS);
  assert_in_range(calls, 1, FEW_CALLS);
}

/* Whether the check names the cell of a table. */
static bool is_told(const char *table, const char *cell) {
  kp_check check;
  bool told = false;
  start_counting();
  assert_true(kp_workbook_check(&team.error, &team.document, &check));
  expect_cheap();
  for (size_t i = 0; i < check.count; i++)
    told = told ||
           (strcmp(check.items[i].table, table) == 0 && strcmp(check.items[i].cell, cell) == 0);
  kp_check_clear(&check);
  return told;
}

static void test_in_a_column_of_the_table(void **state) {
  (void)state;
  assert_int_equal(append("Een"), KP_WORKBOOK_WRITTEN);
  type("actions", "progress", FAR, "dwaalgast");
  start_counting();
  assert_int_equal(append("Twee"), KP_WORKBOOK_WRITTEN);
  expect_cheap();
  assert_int_equal(team.outcome.text, KP_TEXT_MARKER_NOT_LAST);
  assert_int_equal(team.outcome.row, FAR + 1);
  fake_team_expect(&team, "actions", team.outcome.id, "action", "Twee");
  assert_true(is_told("actions", "A150000"));
}

/* Rows are found by their ID wherever they are, and only once. */
static void test_rows_beyond_the_hole(void **state) {
  char id[32];
  (void)state;
  type("actions", "id", FAR, "dwaalgast");
  type("actions", "progress", FARTHER, "en nog een");
  assert_int_equal(append("Een"), KP_WORKBOOK_WRITTEN);
  assert_int_equal(team.outcome.row, FARTHER + 1);
  snprintf(id, sizeof id, "%s", team.outcome.id);
  start_counting();
  assert_int_equal(fake_team_change(&team, "actions", id, "", "helpers", "Piet", NULL),
                   KP_WORKBOOK_WRITTEN);
  expect_cheap();
  assert_int_equal(team.outcome.row, FARTHER + 1);
  fake_team_expect(&team, "actions", id, "helpers", "Piet");
  type("actions", "id", FAR, id);
  assert_int_equal(fake_team_change(&team, "actions", id, "", "helpers", "Jan", NULL),
                   KP_WORKBOOK_REFUSED);
  assert_int_equal(team.outcome.text, KP_TEXT_ROW_TWICE);
  assert_true(is_told("actions", "A150701"));
}

/* Calc cannot push it off the sheet: refused and told, with its cell. */
static void test_in_the_last_row(void **state) {
  static const char *const keys[] = {"progress", "id"};
  (void)state;
  assert_int_equal(append("Een"), KP_WORKBOOK_WRITTEN);
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    char cell[24];
    snprintf(cell, sizeof cell, "%s", fake_team_cell(&team, "actions", keys[i], LAST));
    type("actions", keys[i], LAST, "dwaalgast");
    start_counting();
    assert_int_equal(append("Twee"), KP_WORKBOOK_REFUSED);
    expect_cheap();
    assert_int_equal(team.outcome.text, KP_TEXT_ROW_BLOCKED_LAST);
    assert_non_null(strstr(team.outcome.detail, cell));
    assert_true(is_told("actions", cell));
    type("actions", keys[i], LAST, "");
    assert_int_equal(append("Twee"), KP_WORKBOOK_WRITTEN);
    assert_int_equal(team.outcome.text, KP_TEXT_NONE);
  }
}

static void test_in_the_log(void **state) {
  (void)state;
  type("log", "at", FAR, "dwaalgast");
  start_counting();
  assert_int_equal(append("Een"), KP_WORKBOOK_WRITTEN);
  expect_cheap();
  type("log", "at", LAST, "dwaalgast");
  start_counting();
  assert_int_equal(append("Twee"), KP_WORKBOOK_REFUSED);
  expect_cheap();
  assert_int_equal(team.outcome.text, KP_TEXT_ROW_BLOCKED_LAST);
}

static int repair(void) {
  fake_team_clear(&team);
  start_counting();
  int answer = (int)kp_workbook_repair(&team.error, &team.document, "actions", &team.outcome);
  expect_cheap();
  return answer;
}

/* The end line is put below it again when asked; the table is that long then, and has a hole. */
static void test_repair(void **state) {
  enum { LINES_TAKEN_OUT = 3 };
  (void)state;
  assert_int_equal(append("Een"), KP_WORKBOOK_WRITTEN);
  type("actions", "progress", FAR, "dwaalgast");
  assert_int_equal(repair(), KP_WORKBOOK_WRITTEN);
  start_counting();
  assert_int_equal(append("Twee"), KP_WORKBOOK_WRITTEN);
  expect_cheap();
  assert_int_equal(team.outcome.text, KP_TEXT_NONE);
  assert_int_equal(team.outcome.row, FAR - LINES_TAKEN_OUT + 1);
}

static void test_repair_where_nothing_fits(void **state) {
  (void)state;
  assert_int_equal(append("Een"), KP_WORKBOOK_WRITTEN);
  type("actions", "progress", LAST, "dwaalgast");
  char *before = fake_dump(team.calc.document);
  assert_int_equal(repair(), KP_WORKBOOK_REFUSED);
  assert_int_equal(team.outcome.text, KP_TEXT_ROW_BLOCKED_LAST);
  assert_string_equal(team.outcome.detail, "Acties · I1048576");
  char *after = fake_dump(team.calc.document);
  assert_string_equal(before, after);
  free(after);
  free(before);
}

/* Memory runs out or a call fails while the rows beyond a hole are looked for: nothing is lost. */
static bool hurt(void *data) {
  enum { BELOW = 2000 };
  kp_check check = {NULL, 0, 0};
  (void)data;
  fake_calc_back(&team.calc);
  type("actions", "progress", BELOW, "dwaalgast");
  char *before = fake_dump(team.calc.document);
  fault_arm();
  int answer = append("Een");
  if (answer == KP_WORKBOOK_WRITTEN)
    kp_workbook_check(&team.error, &team.document, &check);
  fault_disarm();
  char *after = fake_dump(team.calc.document);
  assert_true((answer == KP_WORKBOOK_WRITTEN) == (strcmp(before, after) != 0));
  kp_check_clear(&check);
  free(after);
  free(before);
  return true;
}

static void test_hurt(void **state) {
  (void)state;
  assert_true(fault_sweep(FAULT_MEMORY, 0, hurt, NULL) > 500);
  assert_true(fault_sweep(FAULT_CALL, 0, hurt, NULL) > 50);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup(test_in_a_column_of_the_table, back),
      cmocka_unit_test_setup(test_rows_beyond_the_hole, back),
      cmocka_unit_test_setup(test_in_the_last_row, back),
      cmocka_unit_test_setup(test_in_the_log, back),
      cmocka_unit_test_setup(test_repair, back),
      cmocka_unit_test_setup(test_repair_where_nothing_fits, back),
      cmocka_unit_test_setup(test_hurt, back),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
