/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that are added and changed: what stands in the cells, in the log, and what is left alone. */
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
  fake_listen(team.calc.document, NULL, NULL);
  fake_calc_back(&team.calc);
  return 0;
}

/* The ID of a new action. */
static const char *append(const char *action, char id[16]) {
  assert_int_equal(fake_team_append(&team, "actions", "action", action, "owner", "Anna", "deadline",
                                    "+14", NULL),
                   KP_WORKBOOK_WRITTEN);
  memcpy(id, team.outcome.id, 16);
  return id;
}

static fake_document *document(void) {
  return team.calc.document;
}

static void test_cells(void **state) {
  char id[16];
  char day[16];
  kp_date today = kp_workbook_today();
  (void)state;
  snprintf(day, sizeof day, "%04d-%02d-%02d", today.year, today.month, today.day);
  assert_int_equal(fake_team_append(&team, "actions", "action", "=1+1\n@x\t+2", "owner", " Anna ",
                                    "deadline", "vandaag", "status", "progress", "helpers", "'x",
                                    NULL),
                   KP_WORKBOOK_WRITTEN);
  memcpy(id, team.outcome.id, sizeof id);
  fake_team_expect(&team, "actions", id, "action", "=1+1 / @x +2");
  fake_team_expect(&team, "actions", id, "owner", "Anna");
  fake_team_expect(&team, "actions", id, "deadline", day);
  fake_team_expect(&team, "actions", id, "status", "Bezig");
  fake_team_expect(&team, "actions", id, "helpers", "'x");
  fake_team_expect(&team, "actions", id, "overdue", "");
  fake_team_expect(&team, "actions", id, "changed_by", "Anna Tester");
  fake_team_expect(&team, "actions", id, "changed_on", day);
}

/* What the method says for a field that is not given; a word in either language, or a key. */
static void test_words(void **state) {
  static const char *const typed[] = {"progress", "Bezig", "In progress", "in progress"};
  char id[16];
  (void)state;
  fake_team_expect(&team, "actions", append("Zonder status", id), "status", "Te doen");
  for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
    assert_int_equal(fake_team_append(&team, "actions", "action", "Met een status", "owner", "Anna",
                                      "deadline", "+1", "status", typed[i], NULL),
                     KP_WORKBOOK_WRITTEN);
    fake_team_expect(&team, "actions", team.outcome.id, "status", "Bezig");
  }
}

static void test_order(void **state) {
  char first[16];
  char second[16];
  char third[16];
  (void)state;
  append("Eerste actie", first);
  append("Tweede actie", second);
  append("Derde actie", third);
  int row = fake_team_row(&team, "actions", first);
  assert_int_equal(fake_team_row(&team, "actions", second), row + 1);
  assert_int_equal(fake_team_row(&team, "actions", third), row + 2);
  assert_int_equal(team.outcome.row, row + 2);
  assert_string_not_equal(first, second);
}

/* The names behind an ID are formulas over rows that come later too. */
static void test_names(void **state) {
  char id[16];
  char focus[16];
  (void)state;
  assert_int_equal(fake_team_append(&team, "focus", "focus", "Sneller terugbellen", "unit", "Balie",
                                    "lead", "Anna", "status", "proposed", NULL),
                   KP_WORKBOOK_WRITTEN);
  memcpy(focus, team.outcome.id, sizeof focus);
  assert_int_equal(fake_team_append(&team, "agenda", "focus", focus, "meeting", "Teamoverleg",
                                    "next", "+7", NULL),
                   KP_WORKBOOK_WRITTEN);
  memcpy(id, team.outcome.id, sizeof id);
  fake_team_expect(&team, "agenda", id, "focus_name", "Sneller terugbellen");
  assert_int_equal(fake_team_append(&team, "focus", "focus", "Duidelijker brieven", "unit", "Post",
                                    "lead", "Anna", "status", "proposed", NULL),
                   KP_WORKBOOK_WRITTEN);
  memcpy(focus, team.outcome.id, sizeof focus);
  assert_int_equal(fake_team_change(&team, "agenda", id, NULL, "focus", focus, NULL),
                   KP_WORKBOOK_WRITTEN);
  fake_team_expect(&team, "agenda", id, "focus_name", "Duidelijker brieven");
}

static void test_change(void **state) {
  char id[16];
  char other[16];
  (void)state;
  append("Eerste actie", id);
  append("Tweede actie", other);
  size_t steps = fake_undo_steps(document());
  assert_int_equal(
      fake_team_change(&team, "actions", id, NULL, "owner", "Bert", "status", "progress", NULL),
      KP_WORKBOOK_WRITTEN);
  assert_int_equal(fake_undo_steps(document()), steps + 1);
  assert_int_equal(team.outcome.row, fake_team_row(&team, "actions", id));
  fake_team_expect(&team, "actions", id, "owner", "Bert");
  fake_team_expect(&team, "actions", id, "status", "Bezig");
  fake_team_expect(&team, "actions", id, "action", "Eerste actie");
  fake_team_expect(&team, "actions", other, "owner", "Anna");
  /* The same again is no change. */
  char *before = fake_dump(document());
  assert_int_equal(fake_team_change(&team, "actions", id, NULL, "owner", "Bert", NULL),
                   KP_WORKBOOK_WRITTEN);
  char *after = fake_dump(document());
  assert_string_equal(before, after);
  assert_int_equal(fake_undo_steps(document()), steps + 1);
  free(after);
  free(before);
}

/* Taking it back takes back the line of the log too. */
static void test_undo(void **state) {
  char id[16];
  (void)state;
  char *before = fake_dump(document());
  append("Eerste actie", id);
  char *with = fake_dump(document());
  assert_int_equal(fake_team_change(&team, "actions", id, NULL, "owner", "Bert", NULL),
                   KP_WORKBOOK_WRITTEN);
  fake_undo(document());
  char *after = fake_dump(document());
  assert_string_equal(with, after);
  fake_undo(document());
  free(after);
  after = fake_dump(document());
  assert_string_equal(before, after);
  free(after);
  free(with);
  free(before);
}

static void test_row_that_is_not_there(void **state) {
  char id[16];
  (void)state;
  append("Eerste actie", id);
  assert_int_equal(fake_team_change(&team, "actions", "A-00000", NULL, "owner", "Bert", NULL),
                   KP_WORKBOOK_REFUSED);
  assert_int_equal(team.outcome.text, KP_TEXT_ROW_MISSING);
  assert_string_equal(team.outcome.detail, "A-00000");
  assert_int_equal(fake_team_change(&team, "actions", "", NULL, "owner", "Bert", NULL),
                   KP_WORKBOOK_REFUSED);
}

/* Nobody knows which of two rows with one ID is meant. */
static void test_row_twice(void **state) {
  char id[16];
  char other[16];
  (void)state;
  append("Eerste actie", id);
  append("Tweede actie", other);
  fake_type(document(), "Acties",
            fake_team_cell(&team, "actions", "id", fake_team_row(&team, "actions", other)), id);
  assert_int_equal(fake_team_change(&team, "actions", id, NULL, "owner", "Bert", NULL),
                   KP_WORKBOOK_REFUSED);
  assert_int_equal(team.outcome.text, KP_TEXT_ROW_TWICE);
}

/* People sort: rows are found by their ID at the moment of writing. */
static void test_sorted(void **state) {
  char first[16];
  char second[16];
  (void)state;
  append("Eerste actie", first);
  append("Tweede actie", second);
  fake_exchange_rows(document(), "Acties", fake_team_row(&team, "actions", first),
                     fake_team_row(&team, "actions", second));
  assert_int_equal(fake_team_change(&team, "actions", first, NULL, "owner", "Bert", NULL),
                   KP_WORKBOOK_WRITTEN);
  fake_team_expect(&team, "actions", first, "action", "Eerste actie");
  fake_team_expect(&team, "actions", first, "owner", "Bert");
  fake_team_expect(&team, "actions", second, "owner", "Anna");
}

/* People put columns between ours and rows above them. */
static void test_columns_and_rows_of_people(void **state) {
  char id[16];
  (void)state;
  append("Eerste actie", id);
  fake_insert_columns(document(), "Acties", "C", 2);
  fake_insert_rows(document(), "Acties", fake_team_row(&team, "actions", id), 1);
  assert_int_equal(fake_team_change(&team, "actions", id, NULL, "owner", "Bert", NULL),
                   KP_WORKBOOK_WRITTEN);
  fake_team_expect(&team, "actions", id, "owner", "Bert");
  char second[16];
  append("Tweede actie", second);
  fake_team_expect(&team, "actions", second, "owner", "Anna");
  fake_expect(document(), "Acties", "C1", "");
}

/* A filter hides the neighbours: the new row is shown all the same. */
static void test_filtered(void **state) {
  char first[16];
  (void)state;
  append("Eerste actie", first);
  int row = fake_team_row(&team, "actions", first);
  fake_hide_row(document(), "Acties", row, true, true);
  fake_hide_row(document(), "Acties", row + 1, true, true);
  assert_int_equal(fake_team_append(&team, "actions", "action", "Tweede actie", "owner", "Anna",
                                    "deadline", "+14", NULL),
                   KP_WORKBOOK_WRITTEN);
  assert_false(
      fake_row_hidden(document(), "Acties", fake_team_row(&team, "actions", team.outcome.id)));
}

/* The sheet of a table that nobody used yet is shown with its first row. */
static void test_hidden_sheet(void **state) {
  (void)state;
  assert_false(fake_sheet_visible(document(), "Projecten"));
  assert_int_equal(fake_team_append(&team, "projects", "name", "Nieuw loket", NULL),
                   KP_WORKBOOK_WRITTEN);
  assert_true(fake_sheet_visible(document(), "Projecten"));
}

/* ------------------------------------------------------------------------------------- the log */

static int log_rows(void) {
  int count = 0;
  for (int row = 2; row < 60; row++) {
    char cell[16];
    snprintf(cell, sizeof cell, "%s", fake_team_cell(&team, "log", "who", row));
    char *shown = fake_shown(document(), "Logboek", cell);
    count += strcmp(shown, "Anna Tester") == 0;
    free(shown);
  }
  return count;
}

/* The last line about a row. */
static void expect_log(const char *id, const char *key, const char *expected) {
  int found = 0;
  for (int row = 2; row < 60; row++) {
    char *shown = fake_shown(document(), "Logboek", fake_team_cell(&team, "log", "row", row));
    found = strcmp(shown, id) == 0 ? row : found;
    free(shown);
  }
  assert_true(found > 0);
  fake_expect(document(), "Logboek", fake_team_cell(&team, "log", key, found), expected);
}

static void test_log(void **state) {
  char id[16];
  (void)state;
  assert_int_equal(log_rows(), 0);
  append("Eerste actie", id);
  assert_int_equal(log_rows(), 1);
  expect_log(id, "sheet", "Acties");
  expect_log(id, "was", "");
  assert_int_equal(fake_team_change(&team, "actions", id, "Anna is ziek", "owner", "Bert", "status",
                                    "progress", NULL),
                   KP_WORKBOOK_WRITTEN);
  assert_int_equal(log_rows(), 2);
  expect_log(id, "field", "Eigenaar · Status");
  expect_log(id, "was", "Anna · Te doen");
  expect_log(id, "becomes", "Bert · Bezig");
  expect_log(id, "reason", "Anna is ziek");
  /* What is refused is not logged. */
  assert_int_equal(fake_team_change(&team, "actions", id, NULL, "status", "todo", NULL),
                   KP_WORKBOOK_REFUSED);
  assert_int_equal(log_rows(), 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup(test_cells, back),
      cmocka_unit_test_setup(test_words, back),
      cmocka_unit_test_setup(test_order, back),
      cmocka_unit_test_setup(test_names, back),
      cmocka_unit_test_setup(test_change, back),
      cmocka_unit_test_setup(test_undo, back),
      cmocka_unit_test_setup(test_row_that_is_not_there, back),
      cmocka_unit_test_setup(test_row_twice, back),
      cmocka_unit_test_setup(test_sorted, back),
      cmocka_unit_test_setup(test_columns_and_rows_of_people, back),
      cmocka_unit_test_setup(test_filtered, back),
      cmocka_unit_test_setup(test_hidden_sheet, back),
      cmocka_unit_test_setup(test_log, back),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
