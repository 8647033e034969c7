/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving, and what becomes of rows that did not arrive: they are told and can be added again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "team.h"

#include "kernpunt/workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static fake_team team;

static int set_up(void **state) {
  (void)state;
  fake_team_open(&team, NULL);
  assert_int_equal(fake_team_set_up(&team, NULL), KP_WORKBOOK_WRITTEN);
  fake_calc_save_as(&team.calc, "team.ods");
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  fake_team_close(&team);
  return 0;
}

static void append(char id[16]) {
  assert_int_equal(fake_team_append(&team, "actions", "action", "Bel de klant terug", "owner",
                                    "Anna", "deadline", "+14", NULL),
                   KP_WORKBOOK_WRITTEN);
  memcpy(id, team.outcome.id, 16);
}

static int save(void) {
  fake_team_clear(&team);
  return (int)kp_workbook_save(&team.error, &team.document, &team.outcome);
}

static size_t in_journal(void) {
  kp_journal journal;
  assert_true(kp_journal_read(&team.error, team.document.context, &journal));
  size_t count = journal.count;
  kp_journal_clear(&journal);
  return count;
}

static size_t lost(void) {
  size_t count = 0;
  assert_true(kp_journal_lost(&team.error, &team.document, &count));
  return count;
}

static size_t restore(const char *id) {
  size_t added = 0;
  fake_team_clear(&team);
  assert_int_equal(kp_journal_restore(&team.error, &team.document, id, &added, &team.outcome),
                   KP_WORKBOOK_WRITTEN);
  return added;
}

static void test_seen_in_the_file(void **state) {
  char id[16];
  (void)state;
  append(id);
  assert_true(in_journal() >= 1);
  assert_int_equal(save(), KP_WORKBOOK_WRITTEN);
  assert_int_equal(team.outcome.text, KP_TEXT_SAVED_ONE); /* its line of the log is no row */
  assert_int_equal(in_journal(), 0);
  assert_int_equal(lost(), 0);
  append(id);
  append(id);
  assert_int_equal(save(), KP_WORKBOOK_WRITTEN);
  assert_int_equal(team.outcome.text, KP_TEXT_SAVED_MANY);
  assert_string_equal(team.outcome.detail, "2");
  assert_int_equal(save(), KP_WORKBOOK_WRITTEN);
  assert_int_equal(team.outcome.text, KP_TEXT_SAVED);
}

/* The session hears of the save and looks into the file first: the rows are counted all the same.
 */
static void look_first(void *data, fake_document *file) {
  kp_journal_report report;
  (void)file;
  *(size_t *)data = in_journal();
  assert_true(kp_journal_verify(&team.error, &team.document, false, &report));
}

static void test_somebody_looked_before(void **state) {
  size_t waiting = 0;
  char id[16];
  (void)state;
  append(id);
  append(id);
  fake_calc_saving(&team.calc, look_first, &waiting);
  assert_int_equal(save(), KP_WORKBOOK_WRITTEN);
  fake_calc_saving(&team.calc, NULL, NULL);
  assert_true(waiting > 0);
  assert_int_equal(team.outcome.text, KP_TEXT_SAVED_MANY);
  assert_string_equal(team.outcome.detail, "2");
}

static void take_rows(void *data, fake_document *file) {
  const char *id = data;
  int row = fake_row_of(file, "Acties", "A", id);
  assert_true(row > 0);
  fake_remove_rows(file, "Acties", row, 1);
}

/* A merge loses a row without a word: it is missed, told, and added again by its ID. */
static void test_missing_in_the_file(void **state) {
  char id[16];
  char other[16];
  (void)state;
  append(id);
  append(other);
  fake_calc_saving(&team.calc, take_rows, id);
  assert_int_equal(save(), KP_WORKBOOK_WRITTEN);
  assert_int_equal(team.outcome.text, KP_TEXT_SAVED_MISSING_ONE);
  assert_string_equal(team.outcome.detail, "1");
  fake_calc_saving(&team.calc, NULL, NULL);
  fake_team_reopen(&team);
  assert_int_equal(fake_team_row(&team, "actions", id), 0);
  assert_true(fake_team_row(&team, "actions", other) > 0);
  assert_int_equal(lost(), 1);
  assert_true(restore(NULL) >= 1);
  fake_team_expect(&team, "actions", id, "action", "Bel de klant terug");
  /* Never twice. */
  int row = fake_team_row(&team, "actions", id);
  restore(NULL);
  fake_document *document = team.calc.document;
  char next[24];
  snprintf(next, sizeof next, "A%d", row + 1);
  char *shown = fake_shown(document, "Acties", next);
  assert_string_not_equal(shown, id);
  free(shown);
  assert_int_equal(save(), KP_WORKBOOK_WRITTEN);
  assert_int_equal(in_journal(), 0);
}

/* The office died before anybody saved: what is opened is another document of that file. */
static void test_crash(void **state) {
  char id[16];
  (void)state;
  append(id);
  fake_team_reopen(&team);
  assert_int_equal(fake_team_row(&team, "actions", id), 0);
  assert_int_equal(lost(), 1);
  assert_true(restore(id) >= 1);
  fake_team_expect(&team, "actions", id, "owner", "Anna");
  assert_int_equal(save(), KP_WORKBOOK_WRITTEN);
  assert_int_equal(in_journal(), 0);
}

static void test_change_that_was_lost(void **state) {
  char id[16];
  (void)state;
  append(id);
  assert_int_equal(save(), KP_WORKBOOK_WRITTEN);
  assert_int_equal(fake_team_change(&team, "actions", id, NULL, "owner", "Bert", NULL),
                   KP_WORKBOOK_WRITTEN);
  fake_team_reopen(&team);
  fake_team_expect(&team, "actions", id, "owner", "Anna");
  assert_int_equal(lost(), 1);
  assert_true(restore(id) >= 1);
  fake_team_expect(&team, "actions", id, "owner", "Bert");
}

static char *log_of(const char *key, int from_the_end) {
  fake_document *document = team.calc.document;
  int row = fake_row_of(document, "Logboek", "A", "Ω▲ nieuwe rijen boven deze regel");
  return fake_shown(document, "Logboek", fake_team_cell(&team, "log", key, row - 3 - from_the_end));
}

static void expect_log(const char *key, int from_the_end, const char *text) {
  char *shown = log_of(key, from_the_end);
  assert_string_equal(shown, text);
  free(shown);
}

/* What somebody typed after the crash stays; what was lost stands in the log, which says so. Later
 * changes of the same cells go the same way, those of other cells are made again. */
static void test_change_that_is_older_than_the_cell(void **state) {
  char id[16];
  (void)state;
  append(id);
  assert_int_equal(save(), KP_WORKBOOK_WRITTEN);
  const char *changes[][2] = {{"owner", "Bert"}, {"owner", "Bob"}, {"helpers", "Petra"}};
  for (size_t i = 0; i < 3; i++)
    assert_int_equal(
        fake_team_change(&team, "actions", id, NULL, changes[i][0], changes[i][1], NULL),
        KP_WORKBOOK_WRITTEN);
  fake_team_reopen(&team);
  int row = fake_team_row(&team, "actions", id);
  fake_type(team.calc.document, "Acties", fake_team_cell(&team, "actions", "owner", row), "Carla");
  assert_int_equal(lost(), 3);
  assert_true(restore(NULL) > 0);
  assert_int_equal(team.outcome.text, KP_TEXT_RESTORE_LATER);
  fake_team_expect(&team, "actions", id, "owner", "Carla");
  fake_team_expect(&team, "actions", id, "helpers", "Petra");
  expect_log("becomes", 2, "Bert");
  expect_log("reason", 2, "Niet teruggezet: de cel is later gewijzigd.");
  expect_log("becomes", 1, "Bob");
  expect_log("reason", 0, "");
  assert_int_equal(lost(), 0);
  assert_int_equal(save(), KP_WORKBOOK_WRITTEN);
  assert_int_equal(in_journal(), 0);
}

/* Cells that hold what they held before are changed again, one change upon the other. */
static void test_changes_one_upon_the_other(void **state) {
  char id[16];
  (void)state;
  append(id);
  assert_int_equal(save(), KP_WORKBOOK_WRITTEN);
  const char *owners[] = {"Bert", "Bob", "Anna"};
  for (size_t i = 0; i < 3; i++)
    assert_int_equal(fake_team_change(&team, "actions", id, NULL, "owner", owners[i], NULL),
                     KP_WORKBOOK_WRITTEN);
  fake_team_reopen(&team);
  assert_int_equal(lost(), 3);
  assert_true(restore(NULL) > 0);
  assert_int_equal(team.outcome.text, KP_TEXT_NONE);
  fake_team_expect(&team, "actions", id, "owner", "Anna");
  expect_log("was", 0, "Bob");
  assert_int_equal(lost(), 0);
}

/* What its user took back is not lost. */
static void test_taken_back(void **state) {
  char id[16];
  (void)state;
  append(id);
  fake_undo(team.calc.document);
  assert_int_equal(lost(), 0);
  assert_int_equal(save(), KP_WORKBOOK_WRITTEN);
  assert_int_equal(team.outcome.text, KP_TEXT_SAVED);
  assert_int_equal(in_journal(), 0);
}

static void test_forgotten(void **state) {
  char id[16];
  size_t count = 0;
  (void)state;
  append(id);
  assert_true(kp_journal_forget(&team.error, &team.document, id, &count));
  assert_true(count >= 1);
  assert_int_equal(in_journal(), 0);
  assert_int_equal(save(), KP_WORKBOOK_WRITTEN);
}

/* A file that cannot be looked into decides nothing. */
static void test_not_readable(void **state) {
  char id[16];
  char path[120];
  kp_journal_report report;
  (void)state;
  append(id);
  assert_int_equal(save(), KP_WORKBOOK_WRITTEN);
  append(id);
  size_t before = in_journal();
  snprintf(path, sizeof path, "%s/team.ods", team.office.profile);
  FILE *file = fopen(path, "wb");
  fputs("no zip", file);
  fclose(file);
  assert_true(kp_journal_verify(&team.error, &team.document, true, &report));
  assert_false(report.readable);
  assert_int_equal(in_journal(), before);
}

static void test_save_refused(void **state) {
  (void)state;
  int stores = fake_stores(team.calc.document);
  fake_set_readonly(team.calc.document, true);
  assert_int_equal(save(), KP_WORKBOOK_REFUSED);
  assert_int_equal(team.outcome.text, KP_TEXT_READ_ONLY);
  fake_set_readonly(team.calc.document, false);
  /* Not shared: a second attempt would overwrite a colleague. */
  fake_fail_stores(team.calc.document, 1);
  assert_int_equal(save(), KP_WORKBOOK_REFUSED);
  assert_int_equal(team.outcome.text, KP_TEXT_SAVE_CHANGED);
  assert_int_equal(fake_stores(team.calc.document), stores);
  /* Shared: others are waited for. */
  fake_set_shared(team.calc.document, true, true);
  fake_fail_stores(team.calc.document, 2);
  assert_int_equal(save(), KP_WORKBOOK_WRITTEN);
  assert_int_equal(fake_stores(team.calc.document), stores + 1);
}

static void test_save_without_a_name(void **state) {
  fake_calc calc;
  kp_document document = team.document;
  (void)state;
  fake_calc_open(&team.office, "nl-NL", &calc);
  document.model = calc.model;
  fake_team_clear(&team);
  assert_int_equal(kp_workbook_save(&team.error, &document, &team.outcome), KP_WORKBOOK_REFUSED);
  assert_int_equal(team.outcome.text, KP_TEXT_SAVE_NO_NAME);
  fake_calc_close(&calc);
}

static void test_share(void **state) {
  char id[16];
  (void)state;
  append(id);
  fake_team_clear(&team);
  assert_int_equal(kp_workbook_share(&team.error, &team.document, &team.outcome),
                   KP_WORKBOOK_WRITTEN);
  assert_int_equal(fake_reloads(team.calc.document), 1);
  assert_int_equal(in_journal(), 0);
  fake_team_clear(&team);
  assert_int_equal(kp_workbook_share(&team.error, &team.document, &team.outcome),
                   KP_WORKBOOK_REFUSED);
  assert_int_equal(team.outcome.text, KP_TEXT_SHARE_ALREADY);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(test_seen_in_the_file),
      TEST(test_missing_in_the_file),
      TEST(test_crash),
      TEST(test_change_that_was_lost),
      TEST(test_change_that_is_older_than_the_cell),
      TEST(test_changes_one_upon_the_other),
      TEST(test_somebody_looked_before),
      TEST(test_taken_back),
      TEST(test_forgotten),
      TEST(test_not_readable),
      TEST(test_save_refused),
      TEST(test_save_without_a_name),
      TEST(test_share),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
