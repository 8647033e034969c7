/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook that is set up: sheets, formats, lists, colors; again, and with more. */
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

static int open_team(void **state) {
  (void)state;
  fake_team_open(&team, NULL);
  return 0;
}

static int close_team(void **state) {
  (void)state;
  fake_team_close(&team);
  return 0;
}

static fake_document *document(void) {
  return team.calc.document;
}

static bool is_set_up(kp_language *language) {
  bool set_up = false;
  assert_true(kp_workbook_is_set_up(&team.error, &team.document, &set_up, language));
  return set_up;
}

static void test_sheets(void **state) {
  kp_language language = KP_LANGUAGE_EN;
  (void)state;
  assert_false(is_set_up(&language));
  assert_int_equal(fake_team_set_up(&team, NULL), KP_WORKBOOK_WRITTEN);
  assert_true(is_set_up(&language));
  assert_int_equal(language, KP_LANGUAGE_NL);
  assert_int_equal(fake_undo_depth(document()), 0);
  assert_int_equal(fake_view_locks(document()), 0);
  assert_false(fake_sheet_visible(document(), "_kernpunt"));
  for (size_t t = 0; t < team.method->table_count; t++) {
    const kp_method_table *table = team.method->tables[t];
    const char *sheet = table->name.in[KP_LANGUAGE_NL];
    if (table->personal) {
      assert_false(fake_has_sheet(document(), sheet));
      continue;
    }
    assert_int_equal(fake_sheet_visible(document(), sheet), !table->hidden);
    for (size_t c = 0; c < table->count; c++)
      if (strstr(table->columns[c]->key, "_name") ==
          NULL) /* that of a link may stand in its place */
        assert_string_not_equal(
            fake_column_of(document(), sheet, 1, table->columns[c]->name.in[KP_LANGUAGE_NL]), "");
  }
}

/* Every cell of a column has its format before anybody shares: text as text, days as days. */
static void test_formats_and_lists(void **state) {
  (void)state;
  assert_int_equal(fake_team_set_up(&team, NULL), KP_WORKBOOK_WRITTEN);
  for (size_t t = 0; t < team.method->table_count; t++) {
    const kp_method_table *table = team.method->tables[t];
    const char *sheet = table->name.in[KP_LANGUAGE_NL];
    for (size_t c = 0; !table->personal && c < table->count; c++) {
      const kp_method_column *column = table->columns[c];
      const char *cell = fake_team_cell(&team, table->key, column->key, 2);
      const char *format = fake_format_of(document(), sheet, cell);
      const char *list = fake_list_of(document(), sheet, cell);
      if (column->result == KP_METHOD_DATE)
        assert_non_null(strchr(format, 'D'));
      else
        assert_string_equal(format, column->kind == KP_METHOD_FORMULA ? "General" : "@");
      assert_string_not_equal(list, "#NAME?");
      if (column->kind == KP_METHOD_PERSON && column != team.method->people)
        assert_string_not_equal(list, "");
    }
  }
}

/* Closed lists hold the words themselves. */
static void test_words_of_a_list(void **state) {
  (void)state;
  assert_int_equal(fake_team_set_up(&team, NULL), KP_WORKBOOK_WRITTEN);
  const char *list =
      fake_list_of(document(), "Acties", fake_team_cell(&team, "actions", "status", 2));
  assert_string_equal(list, "\"Te doen\";\"Bezig\";\"Gereed\";\"In de wacht\";\"Vervallen\"");
}

static void test_late(void **state) {
  char *cell = NULL;
  (void)state;
  assert_int_equal(fake_team_set_up(&team, NULL), KP_WORKBOOK_WRITTEN);
  assert_int_equal(fake_team_append(&team, "actions", "action", "Bel de klant terug", "owner",
                                    "Anna", "deadline", "+2", NULL),
                   KP_WORKBOOK_WRITTEN);
  char id[16];
  memcpy(id, team.outcome.id, sizeof id);
  cell =
      fake_copy(fake_team_cell(&team, "actions", "overdue", fake_team_row(&team, "actions", id)));
  assert_string_equal(fake_condition_of(document(), "Acties", cell), "");
  kp_date today = kp_workbook_today();
  fake_set_today(document(), kp_date_serial(today) + 2);
  fake_team_expect(&team, "actions", id, "overdue", "");
  fake_set_today(document(), kp_date_serial(today) + 5);
  fake_team_expect(&team, "actions", id, "overdue", "3");
  assert_string_equal(fake_condition_of(document(), "Acties", cell), "Kernpunt Overdue");
  fake_set_today(document(), 0);
  free(cell);
}

static void test_undo(void **state) {
  (void)state;
  char *before = fake_dump(document());
  assert_int_equal(fake_team_set_up(&team, NULL), KP_WORKBOOK_WRITTEN);
  fake_undo(document());
  char *after = fake_dump(document());
  assert_string_equal(before, after);
  free(after);
  free(before);
}

/* What is there stays as it is. */
static void test_again(void **state) {
  (void)state;
  assert_int_equal(fake_team_set_up(&team, NULL), KP_WORKBOOK_WRITTEN);
  assert_int_equal(fake_team_append(&team, "actions", "action", "Bel de klant terug", "owner",
                                    "Anna", "deadline", "+2", NULL),
                   KP_WORKBOOK_WRITTEN);
  char *before = fake_dump(document());
  size_t sheets = fake_sheet_count(document());
  assert_int_equal(fake_team_set_up(&team, NULL), KP_WORKBOOK_WRITTEN);
  char *after = fake_dump(document());
  assert_string_equal(before, after);
  assert_int_equal(fake_sheet_count(document()), sheets);
  free(after);
  free(before);
}

/* A sheet of the same name that is not ours stays; ours gets another name. */
static void test_name_that_is_taken(void **state) {
  (void)state;
  fake_rename_sheet(document(), "Sheet1", "Acties");
  fake_type(document(), "Acties", "A1", "van ons allemaal");
  assert_int_equal(fake_team_set_up(&team, NULL), KP_WORKBOOK_WRITTEN);
  fake_expect(document(), "Acties", "A1", "van ons allemaal");
  assert_true(fake_has_sheet(document(), "Acties 2"));
  assert_int_equal(fake_team_append(&team, "actions", "action", "Bel de klant terug", "owner",
                                    "Anna", "deadline", "+2", NULL),
                   KP_WORKBOOK_WRITTEN);
  assert_true(fake_row_of(document(), "Acties 2", "A", team.outcome.id) > 1);
}

/* A deleted sheet comes back empty when its practice is chosen again; a deleted column does not. */
static void test_deleted(void **state) {
  static const char *const practices[] = {"structural", NULL};
  (void)state;
  assert_int_equal(fake_team_set_up(&team, practices), KP_WORKBOOK_WRITTEN);
  fake_remove_sheet(document(), "Agenda");
  assert_int_equal(fake_team_set_up(&team, practices), KP_WORKBOOK_WRITTEN);
  assert_true(fake_has_sheet(document(), "Agenda"));
  assert_int_equal(fake_team_append(&team, "agenda", "topic", "Klachten", "meeting", "Overleg",
                                    "next", "+2", NULL),
                   KP_WORKBOOK_WRITTEN);
}

static void test_refused(void **state) {
  (void)state;
  char *before = fake_dump(document());
  fake_set_readonly(document(), true);
  assert_int_equal(fake_team_set_up(&team, NULL), KP_WORKBOOK_REFUSED);
  assert_int_equal(team.outcome.text, KP_TEXT_READ_ONLY);
  fake_set_readonly(document(), false);
  fake_set_shared(document(), true, true);
  assert_int_equal(fake_team_set_up(&team, NULL), KP_WORKBOOK_REFUSED);
  assert_int_equal(team.outcome.text, KP_TEXT_SHARED_NO_SHEETS);
  fake_set_shared(document(), false, false);
  fake_protect_structure(document(), true);
  assert_int_equal(fake_team_set_up(&team, NULL), KP_WORKBOOK_REFUSED);
  assert_int_equal(team.outcome.text, KP_TEXT_STRUCTURE_PROTECTED);
  fake_protect_structure(document(), false);
  char *after = fake_dump(document());
  assert_string_equal(before, after);
  free(after);
  free(before);
}

/* A fault at one point after the other: set up as a whole, or the document as it was. */
static bool set_up_hurt(void *data) {
  (void)data;
  fake_calc_back(&team.calc);
  char *before = fake_dump(document());
  fault_arm();
  int answer = (int)fake_team_set_up(&team, NULL);
  fault_disarm();
  if (answer != KP_WORKBOOK_WRITTEN) {
    char *after = fake_dump(document());
    if (strcmp(before, after) != 0)
      fail_msg("after fault %ld the document differs", fault_point());
    free(after);
  }
  assert_int_equal(fake_undo_depth(document()), 0);
  assert_int_equal(fake_view_locks(document()), 0);
  free(before);
  return true;
}

static void test_hurt(void **state) {
  (void)state;
  fake_calc_keep(&team.calc);
  long step = getenv("KP_EVERY_FAULT") != NULL ? 1 : 97;
  assert_true(fault_sweep(FAULT_MEMORY, step, set_up_hurt, NULL) > 500);
  assert_true(fault_sweep(FAULT_CALL, step, set_up_hurt, NULL) > 500);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_team, close_team)
  const struct CMUnitTest tests[] = {
      TEST(test_sheets),
      TEST(test_formats_and_lists),
      TEST(test_words_of_a_list),
      TEST(test_late),
      TEST(test_undo),
      TEST(test_again),
      TEST(test_deleted),
      TEST(test_name_that_is_taken),
      TEST(test_refused),
      TEST(test_hurt),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
