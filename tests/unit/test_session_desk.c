/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk of an open workbook: what it keeps, what it hears, what it knows to be missing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "team.h"

#include "kernpunt/session.h"
#include "kernpunt/workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static fake_team team;
static int told;

static void changed(void *data) {
  ++*(int *)data;
}

static int set_up(void **state) {
  (void)state;
  fake_team_link_method();
  fake_team_open(&team, NULL);
  assert_int_equal(fake_team_set_up(&team, NULL), KP_WORKBOOK_WRITTEN);
  fake_calc_save_as(&team.calc, "desk.ods");
  told = 0;
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  fake_team_close(&team);
  assert_int_equal(kp_uno_object_count(), 0);
  return 0;
}

static kp_desk *open_desk(int *counter) {
  const kp_desk_watcher watcher = {counter, changed};
  kp_desk *desk = kp_desk_open(&team.error, team.document.context, team.document.model,
                               KP_LANGUAGE_NL, &watcher);
  assert_non_null(desk);
  return desk;
}

static void append(char id[16]) {
  assert_int_equal(fake_team_append(&team, "actions", "action", "Bel de klant terug", "owner",
                                    "Anna", "deadline", "+14", NULL),
                   KP_WORKBOOK_WRITTEN);
  memcpy(id, team.outcome.id, 16);
}

static void store(void) {
  static kp_uno_method method = KP_UNO_METHOD("com.sun.star.frame.XStorable::store");
  assert_true(kp_uno_call(&team.error, team.document.model, &method, NULL));
}

static size_t in_journal(void) {
  kp_journal journal;
  assert_true(kp_journal_read(&team.error, team.document.context, &journal));
  size_t count = journal.count;
  kp_journal_clear(&journal);
  return count;
}

static void test_one_desk_per_document(void **state) {
  int other_told = 0;
  (void)state;
  kp_desk *desk = open_desk(&told);
  kp_desk *other = open_desk(&other_told);
  assert_ptr_equal(desk, other);
  assert_true(kp_desk_set_up(desk));
  assert_int_equal(kp_desk_locked(desk), KP_DESK_FREE);
  assert_false(kp_desk_shared(desk));
  kp_desk_close(desk, &other_told);
  assert_non_null(kp_desk_method(desk));
  kp_desk_close(desk, &told);
}

static void test_locks(void **state) {
  (void)state;
  fake_set_readonly(team.calc.document, true);
  kp_desk *desk = open_desk(&told);
  assert_int_equal(kp_desk_locked(desk), KP_DESK_READ_ONLY);
  kp_desk_close(desk, &told);
  fake_set_readonly(team.calc.document, false);
  fake_set_shared(team.calc.document, true, false);
  fake_tell(team.calc.document, "OnModeChanged");
  desk = open_desk(&told);
  assert_int_equal(kp_desk_locked(desk), KP_DESK_UNTRACKED);
  assert_true(kp_desk_shared(desk));
  kp_desk_close(desk, &told);
}

/* What was read is kept until something changes, whoever changes it. */
static void test_rows_are_read_again_after_a_change(void **state) {
  char id[16];
  size_t row = 0;
  (void)state;
  kp_desk *desk = open_desk(&told);
  const kp_method_table *actions = kp_method_find_table(kp_desk_method(desk), "actions");
  const kp_method_column *owner = kp_method_find_column(actions, "owner");
  assert_non_null(kp_desk_book(desk));
  unsigned edition = kp_desk_edition(desk);
  append(id);
  assert_int_not_equal(kp_desk_edition(desk), edition);
  assert_true(told > 0);
  assert_true(kp_desk_find(desk, actions, id, &row));
  char *text = kp_desk_cell(desk, owner, row);
  assert_string_equal(text, "Anna");
  free(text);
  fake_type(team.calc.document, "Acties",
            fake_team_cell(&team, "actions", "owner", fake_team_row(&team, "actions", id)), "Bert");
  text = kp_desk_cell(desk, owner, row);
  assert_string_equal(text, "Bert");
  free(text);
  kp_desk_close(desk, &told);
}

/* Saving by menu, with a desk and no panel: the journal is settled, and saving is no change. */
static void test_around_a_save(void **state) {
  char id[16];
  char undone[16];
  (void)state;
  kp_desk *desk = open_desk(&told);
  append(id);
  append(undone);
  fake_undo(team.calc.document);
  assert_true(in_journal() > 0);
  unsigned edition = kp_desk_edition(desk);
  store();
  assert_int_equal(in_journal(), 0);
  assert_int_equal(kp_desk_missing(desk), 0);
  assert_int_equal(kp_desk_edition(desk), edition);
  kp_desk_close(desk, &told);
}

static void take_row(void *data, fake_document *file) {
  fake_remove_rows(file, "Acties", fake_row_of(file, "Acties", "A", data), 1);
}

static void test_missing(void **state) {
  char id[16];
  (void)state;
  kp_desk *desk = open_desk(&told);
  append(id);
  fake_calc_saving(&team.calc, take_row, id);
  store();
  fake_calc_saving(&team.calc, NULL, NULL);
  kp_desk_close(desk, &told);
  fake_team_reopen(&team);
  desk = open_desk(&told);
  assert_int_equal(kp_desk_missing(desk), 1);
  size_t added = 0;
  fake_team_clear(&team);
  assert_int_equal(kp_journal_restore(&team.error, &team.document, NULL, &added, &team.outcome),
                   KP_WORKBOOK_WRITTEN);
  kp_desk_restored(desk);
  assert_int_equal(kp_desk_missing(desk), 0);
  fake_team_expect(&team, "actions", id, "owner", "Anna");
  kp_desk_close(desk, &told);
}

/* Whether people took a step back: that one, and not only a later one. */
static void test_taken_back(void **state) {
  char id[16];
  (void)state;
  append(id);
  int32_t then = kp_undone_count(team.document.model);
  assert_true(then > 0);
  append(id);
  assert_int_equal(kp_undone_count(team.document.model), then + 1);
  assert_false(kp_undone_since(team.document.model, then));
  fake_undo(team.calc.document);
  assert_false(kp_undone_since(team.document.model, then));
  assert_true(kp_undone_since(team.document.model, then + 1));
  fake_undo(team.calc.document);
  assert_true(kp_undone_since(team.document.model, then));
  fake_redo(team.calc.document);
  assert_false(kp_undone_since(team.document.model, then));
  assert_int_equal(kp_undone_count(NULL), 0);
}

/* A workbook that nobody set up has no rows, and no desk breaks over it. */
static void test_not_set_up(void **state) {
  fake_calc calc;
  (void)state;
  fake_calc_open(&team.office, "nl-NL", &calc);
  const kp_desk_watcher watcher = {&told, changed};
  kp_desk *desk =
      kp_desk_open(&team.error, team.document.context, calc.model, KP_LANGUAGE_NL, &watcher);
  assert_non_null(desk);
  assert_false(kp_desk_set_up(desk));
  assert_null(kp_desk_book(desk));
  kp_desk_close(desk, &told);
  fake_calc_close(&calc);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(test_one_desk_per_document),
      TEST(test_locks),
      TEST(test_rows_are_read_again_after_a_change),
      TEST(test_around_a_save),
      TEST(test_missing),
      TEST(test_taken_back),
      TEST(test_not_set_up),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
