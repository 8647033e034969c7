/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs for macros over a workbook in memory: named values in, named values out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "team.h"

#include "kernpunt/automation.h"
#include "kernpunt/uno.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NAMED "com.sun.star.beans.NamedValue"
enum { MOST = 8 };

static fake_team team;
static uno_Interface *service;
static kp_uno_error error;

static int set_up(void **state) {
  (void)state;
  fake_team_link_method();
  fake_team_open(&team, NULL);
  fake_calc_save_as(&team.calc, "verbs.ods");
  assert_true(kp_automation_create(team.office.context, NULL, &service, &error));
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  kp_uno_release(service);
  fake_team_close(&team);
  assert_int_equal(kp_uno_object_count(), 0);
  return 0;
}

/* -------------------------------------------------------------------------------------- one call
 */

typedef struct call {
  uno_Sequence *arguments;
  size_t count;
  uno_Any answer;
} call;

static uno_Any *argument(call *c, const char *name) {
  kp_uno_named_value *value = &KP_UNO_ELEMENTS(kp_uno_named_value, c->arguments)[c->count++];
  assert_true(kp_uno_string_assign(&value->name, name, &error));
  return &value->value;
}

static void give_text(call *c, const char *name, const char *text) {
  assert_true(kp_uno_any_set_string(argument(c, name), text, &error));
}

/* Fields as key, text, …, NULL. */
static void give_values(call *c, const char *const *fields) {
  size_t count = 0;
  while (fields[2 * count] != NULL)
    count++;
  uno_Sequence *values = kp_uno_sequence_new("[]" NAMED, count);
  for (size_t i = 0; i < count; i++) {
    kp_uno_named_value *value = &KP_UNO_ELEMENTS(kp_uno_named_value, values)[i];
    assert_true(kp_uno_string_assign(&value->name, fields[2 * i], &error));
    assert_true(kp_uno_any_set_string(&value->value, fields[2 * i + 1], &error));
  }
  assert_true(kp_uno_any_set(argument(c, "Values"), "[]" NAMED, &values, &error));
  kp_uno_sequence_free(values, "[]" NAMED);
}

static call begin(const char *verb) {
  call c = {.arguments = kp_uno_sequence_new("[]" NAMED, MOST)};
  give_text(&c, "Verb", verb);
  assert_true(kp_uno_any_set_interface(argument(&c, "Document"), "com.sun.star.frame.XModel",
                                       team.calc.model, &error));
  return c;
}

static bool run(call *c) {
  static kp_uno_method execute = KP_UNO_METHOD("com.sun.star.task.XJob::execute");
  error = (kp_uno_error)KP_UNO_NO_ERROR;
  bool good = kp_uno_call(&error, service, &execute, &c->answer, c->arguments);
  kp_uno_sequence_free(c->arguments, "[]" NAMED);
  if (!good)
    kp_uno_any_init(&c->answer);
  return good;
}

static const uno_Any *find(const call *c, const char *name) {
  const uno_Sequence *list = kp_uno_any_get_sequence(&c->answer, "[]" NAMED);
  for (sal_Int32 i = 0; list != NULL && i < list->nElements; i++)
    if (kp_uno_string_is(KP_UNO_ELEMENTS(const kp_uno_named_value, list)[i].name, name))
      return &KP_UNO_ELEMENTS(const kp_uno_named_value, list)[i].value;
  fail_msg("no %s in the answer", name);
  return NULL;
}

/* malloc'ed */
static char *text_of(const call *c, const char *name) {
  char *text = NULL;
  assert_true(kp_uno_any_get_string(find(c, name), &text));
  return text;
}

static void expect_text(const call *c, const char *name, const char *expected) {
  char *text = text_of(c, name);
  assert_string_equal(text, expected);
  free(text);
}

/* Rows of a table of texts or values; the cell at a place as text, malloc'ed. */
static size_t rows_of(const call *c, const char *name) {
  const uno_Any *value = find(c, name);
  const uno_Sequence *rows = *(uno_Sequence *const *)value->pData;
  assert_int_equal(value->pType->eTypeClass, typelib_TypeClass_SEQUENCE);
  return (size_t)rows->nElements;
}

static char *cell_of(const call *c, const char *name, size_t row, size_t column) {
  const uno_Any *value = find(c, name);
  const uno_Sequence *rows = *(uno_Sequence *const *)value->pData;
  const uno_Sequence *line = KP_UNO_ELEMENTS(uno_Sequence *const, rows)[row];
  assert_true((sal_Int32)column < line->nElements);
  if (kp_uno_string_is(value->pType->pTypeName, "[][]string"))
    return kp_uno_string_utf8(KP_UNO_ELEMENTS(rtl_uString *const, line)[column]);
  char *text = NULL;
  char number[40];
  double amount = 0;
  const uno_Any *cell = &KP_UNO_ELEMENTS(const uno_Any, line)[column];
  if (kp_uno_any_get_string(cell, &text))
    return text;
  assert_true(kp_uno_any_get_double(cell, &amount));
  snprintf(number, sizeof number, "%.10g", amount);
  return fake_copy(number);
}

static void set_up_workbook(void) {
  call c = begin("setup");
  give_text(&c, "Language", "nl");
  assert_true(run(&c));
  expect_text(&c, "Answer", "written");
  kp_uno_any_clear(&c.answer);
}

static void append(const char *action, const char *deadline, char id[16]) {
  const char *const fields[] = {"action", action, "owner", "Anna", "deadline", deadline, NULL};
  call c = begin("append");
  give_text(&c, "Table", "actions");
  give_values(&c, fields);
  assert_true(run(&c));
  expect_text(&c, "Answer", "written");
  char *made = text_of(&c, "Id");
  snprintf(id, 16, "%s", made);
  free(made);
  kp_uno_any_clear(&c.answer);
}

/* ------------------------------------------------------------------------------------- the verbs
 */

static void test_status_and_mistakes(void **state) {
  (void)state;
  call c = begin("status");
  assert_true(run(&c));
  char *version = text_of(&c, "Version");
  assert_string_not_equal(version, "");
  free(version);
  kp_uno_any_clear(&c.answer);
  c = begin("nonsense");
  assert_false(run(&c));
  assert_string_equal(error.type, KP_UNO_ILLEGAL_ARGUMENT);
  c = begin("append");
  assert_false(run(&c)); /* no table */
  c = (call){.arguments = kp_uno_sequence_new("[]" NAMED, 1)};
  give_text(&c, "Verb", "read");
  assert_false(run(&c)); /* no document */
  assert_string_equal(error.type, KP_UNO_ILLEGAL_ARGUMENT);
}

static void test_append_change_read(void **state) {
  static const char *const change[] = {"owner", "Bert", "status", "progress", NULL};
  char id[16];
  (void)state;
  set_up_workbook();
  append("Bel de klant terug", "+14", id);
  call c = begin("change");
  give_text(&c, "Table", "actions");
  give_text(&c, "Id", id);
  give_values(&c, change);
  assert_true(run(&c));
  expect_text(&c, "Answer", "written");
  kp_uno_any_clear(&c.answer);
  fake_team_expect(&team, "actions", id, "owner", "Bert");
  c = begin("read");
  give_text(&c, "Table", "actions");
  assert_true(run(&c));
  expect_text(&c, "Sheet", "Acties");
  assert_int_equal(rows_of(&c, "Rows"), 1);
  char *first = cell_of(&c, "Rows", 0, 0);
  assert_string_equal(first, id);
  free(first);
  kp_uno_any_clear(&c.answer);
}

/* The findings of the rules come along. */
static void test_refused(void **state) {
  static const char *const fields[] = {"action",   "Bel de klant terug", "owner", "Anna",
                                       "deadline", "2020-01-01",         NULL};
  (void)state;
  set_up_workbook();
  call c = begin("append");
  give_text(&c, "Table", "actions");
  give_values(&c, fields);
  assert_true(run(&c));
  expect_text(&c, "Answer", "refused");
  bool refuses = false;
  for (size_t i = 0; i < rows_of(&c, "Findings"); i++) {
    char *severity = cell_of(&c, "Findings", i, 0);
    char *column = cell_of(&c, "Findings", i, 2);
    refuses = refuses || (strcmp(severity, "refuse") == 0 && strcmp(column, "deadline") == 0);
    free(column);
    free(severity);
  }
  assert_true(refuses);
  kp_uno_any_clear(&c.answer);
}

static void test_agenda(void **state) {
  char near[16];
  char far[16];
  (void)state;
  set_up_workbook();
  append("Bel de klant terug", "+3", near);
  append("Schrijf de brief anders", "+40", far);
  call c = begin("agenda");
  assert_true(run(&c));
  bool there = false;
  for (size_t i = 0; i < rows_of(&c, "Rows"); i++) {
    char *id = cell_of(&c, "Rows", i, 2);
    assert_string_not_equal(id, far);
    there = there || strcmp(id, near) == 0;
    free(id);
  }
  assert_true(there);
  kp_uno_any_clear(&c.answer);
}

static void test_check_and_repair(void **state) {
  char id[16];
  bool mistake = false;
  (void)state;
  set_up_workbook();
  append("Bel de klant terug", "+3", id);
  int row = fake_team_row(&team, "actions", id);
  fake_type(team.calc.document, "Acties", fake_team_cell(&team, "actions", "owner", row), "");
  fake_hide_row(team.calc.document, "Acties", row, true, false);
  call c = begin("check");
  assert_true(run(&c));
  for (size_t i = 0; i < rows_of(&c, "Items"); i++) {
    char *about = cell_of(&c, "Items", i, 4);
    char *severity = cell_of(&c, "Items", i, 0);
    mistake = mistake || (strcmp(about, id) == 0 && strcmp(severity, "warn") != 0);
    free(severity);
    free(about);
  }
  assert_true(mistake);
  kp_uno_any_clear(&c.answer);
  c = begin("repair");
  give_text(&c, "Table", "actions");
  assert_true(run(&c));
  expect_text(&c, "Answer", "written");
  kp_uno_any_clear(&c.answer);
  assert_false(fake_row_hidden(team.calc.document, "Acties", row));
}

static void test_settings_and_people(void **state) {
  static const char *const values[] = {"whys", "4", NULL};
  static const char *const person[] = {"person", "Anna", NULL};
  (void)state;
  set_up_workbook();
  call c = begin("settings");
  give_values(&c, values);
  assert_true(run(&c));
  expect_text(&c, "Answer", "written");
  kp_uno_any_clear(&c.answer);
  c = begin("settings");
  assert_true(run(&c));
  bool changed = false;
  for (size_t i = 0; i < rows_of(&c, "Settings"); i++) {
    char *key = cell_of(&c, "Settings", i, 0);
    char *value = cell_of(&c, "Settings", i, 2);
    changed = changed || (strcmp(key, "whys") == 0 && strcmp(value, "4") == 0);
    free(value);
    free(key);
  }
  assert_true(changed);
  kp_uno_any_clear(&c.answer);
  c = begin("append");
  give_text(&c, "Table", "lists");
  give_values(&c, person);
  assert_true(run(&c));
  kp_uno_any_clear(&c.answer);
  c = begin("people");
  assert_true(run(&c));
  assert_int_equal(rows_of(&c, "Names"), 1);
  kp_uno_any_clear(&c.answer);
}

static void test_steps(void **state) {
  (void)state;
  set_up_workbook();
  call c = begin("steps");
  give_text(&c, "Table", "focus");
  give_text(&c, "Id", "");
  assert_true(run(&c));
  assert_true(rows_of(&c, "Rows") > 2);
  char *first = cell_of(&c, "Rows", 0, 1);
  char *last = cell_of(&c, "Rows", rows_of(&c, "Rows") - 1, 1);
  assert_string_equal(first, "open");
  assert_string_equal(last, "closed");
  free(last);
  free(first);
  kp_uno_any_clear(&c.answer);
}

static void test_save_and_journal(void **state) {
  char id[16];
  (void)state;
  set_up_workbook();
  append("Bel de klant terug", "+3", id);
  call c = begin("journal");
  give_text(&c, "Do", "list");
  assert_true(run(&c));
  assert_true(rows_of(&c, "Records") >= 1);
  kp_uno_any_clear(&c.answer);
  c = begin("save");
  assert_true(run(&c));
  expect_text(&c, "Answer", "written");
  kp_uno_any_clear(&c.answer);
  c = begin("journal");
  give_text(&c, "Do", "list");
  assert_true(run(&c));
  assert_int_equal(rows_of(&c, "Records"), 0);
  kp_uno_any_clear(&c.answer);
  c = begin("jump");
  give_text(&c, "Table", "actions");
  give_text(&c, "Id", id);
  give_text(&c, "Column", "owner");
  assert_true(run(&c));
  kp_uno_any_clear(&c.answer);
  char *selected = fake_selected(team.calc.document);
  assert_non_null(strstr(selected, "$Acties."));
  free(selected);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(test_status_and_mistakes),
      TEST(test_append_change_read),
      TEST(test_refused),
      TEST(test_agenda),
      TEST(test_check_and_repair),
      TEST(test_settings_and_people),
      TEST(test_steps),
      TEST(test_save_and_journal),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
