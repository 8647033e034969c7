/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check over a whole workbook, and the repair of what people moved. */
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

static fake_document *document(void) {
  return team.calc.document;
}

static void append(char id[16]) {
  assert_int_equal(fake_team_append(&team, "actions", "action", "Bel de klant terug", "owner",
                                    "Anna", "deadline", "+14", NULL),
                   KP_WORKBOOK_WRITTEN);
  memcpy(id, team.outcome.id, 16);
}

/* Items about a table; how many of them a repair solves. */
typedef struct found {
  size_t all;
  size_t mistakes;
  size_t repairable;
} found;

static found check(const char *table, const char *part) {
  kp_check items;
  found count = {0, 0, 0};
  char *before = fake_dump(document());
  assert_true(kp_workbook_check(&team.error, &team.document, &items));
  for (size_t i = 0; i < items.count; i++) {
    const kp_check_item *item = &items.items[i];
    if (strcmp(item->table, table) != 0 || strstr(item->message, part) == NULL)
      continue;
    count.all++;
    count.mistakes += item->severity == KP_METHOD_REFUSE;
    count.repairable += item->repairable;
  }
  kp_check_clear(&items);
  char *after = fake_dump(document());
  assert_string_equal(before, after); /* it changes nothing */
  free(after);
  free(before);
  return count;
}

static int repair(const char *table) {
  fake_team_clear(&team);
  return (int)kp_workbook_repair(&team.error, &team.document, table, &team.outcome);
}

static void test_nothing_to_say(void **state) {
  char id[16];
  (void)state;
  append(id);
  assert_int_equal(check("actions", "").mistakes, 0);
  assert_int_equal(check("actions", "").repairable, 0);
  assert_int_equal(check("goals", "").all, 0);
}

static void test_rules(void **state) {
  char id[16];
  (void)state;
  append(id);
  fake_type(document(), "Acties",
            fake_team_cell(&team, "actions", "owner", fake_team_row(&team, "actions", id)), "");
  assert_true(check("actions", "Eigenaar").mistakes >= 1);
}

static void test_sheet_gone(void **state) {
  (void)state;
  fake_remove_sheet(document(), "Agenda");
  assert_int_equal(check("agenda", "Agenda").mistakes, 1);
}

static void test_header_renamed(void **state) {
  char id[16];
  (void)state;
  append(id);
  fake_type(document(), "Acties", fake_team_cell(&team, "actions", "owner", 1), "Wie");
  assert_int_equal(check("actions", "Eigenaar").mistakes, 0);
  assert_true(check("actions", "Eigenaar").all >= 1);
}

static void test_hidden_row(void **state) {
  char id[16];
  (void)state;
  append(id);
  int row = fake_team_row(&team, "actions", id);
  fake_hide_row(document(), "Acties", row, true, false);
  assert_int_equal(check("actions", "").repairable, 1);
  assert_int_equal(repair("actions"), KP_WORKBOOK_WRITTEN);
  assert_false(fake_row_hidden(document(), "Acties", row));
  assert_int_equal(check("actions", "").repairable, 0);
  /* A filter is no mishap. */
  fake_hide_row(document(), "Acties", row, true, true);
  assert_int_equal(check("actions", "").repairable, 0);
}

/* The row of the end line, from 1. */
static int end_row(void) {
  for (int row = 1; row < 60; row++) {
    char cell[16];
    snprintf(cell, sizeof cell, "A%d", row);
    char *shown = fake_shown(document(), "Acties", cell);
    bool is_end = strncmp(shown, KP_WORKBOOK_END, strlen(KP_WORKBOOK_END)) == 0;
    free(shown);
    if (is_end)
      return row;
  }
  return 0;
}

static void test_end_gone(void **state) {
  char id[16];
  (void)state;
  append(id);
  fake_remove_rows(document(), "Acties", end_row(), 1);
  assert_int_equal(end_row(), 0);
  assert_true(check("actions", "").repairable >= 1);
  char second[16];
  append(second); /* not lost, but told */
  assert_true(fake_team_row(&team, "actions", second) > fake_team_row(&team, "actions", id));
  assert_int_equal(team.outcome.text, KP_TEXT_MARKER_MISSING);
  assert_int_equal(repair("actions"), KP_WORKBOOK_WRITTEN);
  assert_true(end_row() > fake_team_row(&team, "actions", second));
  assert_int_equal(check("actions", "").repairable, 0);
  append(id);
  assert_int_equal(team.outcome.text, KP_TEXT_NONE);
}

static void test_repair_undo(void **state) {
  char id[16];
  (void)state;
  append(id);
  fake_remove_rows(document(), "Acties", end_row(), 1);
  char *before = fake_dump(document());
  size_t steps = fake_undo_steps(document());
  assert_int_equal(repair("actions"), KP_WORKBOOK_WRITTEN);
  assert_int_equal(fake_undo_steps(document()), steps + 1);
  fake_undo(document());
  char *after = fake_dump(document());
  assert_string_equal(before, after);
  free(after);
  free(before);
}

static void test_repair_refused(void **state) {
  (void)state;
  fake_set_shared(document(), true, true);
  assert_int_equal(repair("actions"), KP_WORKBOOK_REFUSED);
  fake_set_shared(document(), false, false);
  fake_protect_sheet(document(), "Acties", true);
  assert_int_equal(repair("actions"), KP_WORKBOOK_REFUSED);
  assert_int_equal(team.outcome.text, KP_TEXT_SHEET_PROTECTED);
  fake_protect_sheet(document(), "Acties", false);
  assert_int_equal(repair("nothing"), KP_WORKBOOK_FAILED);
  fake_remove_sheet(document(), "Acties");
  assert_int_equal(repair("actions"), KP_WORKBOOK_NO_TABLE);
}

/* The hidden sheet is gone: told, and tables are still found. */
static void test_registry_gone(void **state) {
  (void)state;
  fake_remove_sheet(document(), "_kernpunt");
  assert_true(check("", "_kernpunt").mistakes >= 1);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup(name, back)
  const struct CMUnitTest tests[] = {
      TEST(test_nothing_to_say), TEST(test_rules),          TEST(test_sheet_gone),
      TEST(test_header_renamed), TEST(test_hidden_row),     TEST(test_end_gone),
      TEST(test_repair_undo),    TEST(test_repair_refused), TEST(test_registry_gone),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
