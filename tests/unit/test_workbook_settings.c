/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a team chose for its workbook: read, changed, refused; and its list of people. */
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

static size_t setting(const char *key) {
  size_t at = 0;
  while (at < team.method->setting_count && strcmp(team.method->settings[at]->key, key) != 0)
    at++;
  assert_true(at < team.method->setting_count);
  return at;
}

static kp_workbook_settings read_settings(void) {
  kp_workbook_settings settings;
  assert_true(kp_workbook_settings_read(&team.error, &team.document, &settings));
  return settings;
}

static double value_of(const char *key) {
  kp_workbook_settings settings = read_settings();
  double value = settings.values[setting(key)];
  kp_workbook_settings_clear(&settings);
  return value;
}

static int write_value(const char *key, double value) {
  kp_workbook_settings settings = read_settings();
  settings.values[setting(key)] = value;
  fake_team_clear(&team);
  int answer =
      (int)kp_workbook_settings_write(&team.error, &team.document, &settings, &team.outcome);
  kp_workbook_settings_clear(&settings);
  return answer;
}

static void test_defaults(void **state) {
  (void)state;
  kp_workbook_settings settings = read_settings();
  assert_true(settings.set_up);
  assert_int_equal(settings.language, KP_LANGUAGE_NL);
  for (size_t i = 0; i < team.method->setting_count; i++)
    assert_true(settings.values[i] == team.method->settings[i]->initial);
  for (size_t i = 0; i < team.method->practice_count; i++)
    assert_true(settings.practices[i]);
  kp_workbook_settings_clear(&settings);
}

static void test_change(void **state) {
  (void)state;
  size_t steps = fake_undo_steps(team.calc.document);
  assert_int_equal(write_value("whys", 5), KP_WORKBOOK_WRITTEN);
  assert_true(value_of("whys") == 5);
  assert_true(value_of("check_months") == 3);
  assert_int_equal(fake_undo_steps(team.calc.document), steps + 1);
  /* The same again changes nothing. */
  assert_int_equal(write_value("whys", 5), KP_WORKBOOK_WRITTEN);
  assert_int_equal(fake_undo_steps(team.calc.document), steps + 1);
  fake_undo(team.calc.document);
  assert_true(value_of("whys") == 3);
}

static void test_bounds(void **state) {
  (void)state;
  assert_int_equal(write_value("whys", 1), KP_WORKBOOK_WRITTEN);
  assert_int_equal(write_value("whys", 9), KP_WORKBOOK_WRITTEN);
  assert_int_equal(write_value("whys", 0), KP_WORKBOOK_REFUSED);
  assert_int_equal(team.outcome.text, KP_TEXT_SETTING_BOUNDS);
  assert_non_null(team.outcome.detail);
  assert_int_equal(write_value("whys", 10), KP_WORKBOOK_REFUSED);
  assert_int_equal(write_value("whys", 2.5), KP_WORKBOOK_REFUSED);
  assert_true(value_of("whys") == 9);
}

/* What people typed over a formula stays; formulas of ours get the new number. */
static void test_formulas(void **state) {
  char ours[16];
  char typed[16];
  (void)state;
  for (int i = 0; i < 2; i++) {
    assert_int_equal(fake_team_append(&team, "actions", "action", "Bel de klant terug", "owner",
                                      "Anna", "deadline", "+2", "status", "done", "done_on",
                                      "vandaag", NULL),
                     KP_WORKBOOK_WRITTEN);
    memcpy(i == 0 ? ours : typed, team.outcome.id, sizeof ours);
  }
  char *cell = fake_copy(
      fake_team_cell(&team, "actions", "check_on", fake_team_row(&team, "actions", typed)));
  fake_type(team.calc.document, "Acties", cell, "2031-05-06");
  assert_int_equal(write_value("check_months", 7), KP_WORKBOOK_WRITTEN);
  fake_team_expect(&team, "actions", typed, "check_on", "2031-05-06");
  free(cell);
  cell = fake_copy(
      fake_team_cell(&team, "actions", "check_on", fake_team_row(&team, "actions", ours)));
  char *formula = fake_content_of(team.calc.document, "Acties", cell);
  assert_non_null(strstr(formula, ";7)"));
  free(formula);
  free(cell);
}

static void test_refused(void **state) {
  (void)state;
  fake_set_readonly(team.calc.document, true);
  assert_int_equal(write_value("whys", 5), KP_WORKBOOK_REFUSED);
  assert_int_equal(team.outcome.text, KP_TEXT_READ_ONLY);
  fake_set_readonly(team.calc.document, false);
  assert_true(value_of("whys") == 3);
  fake_protect_sheet(team.calc.document, "Logboek", true);
  assert_int_equal(write_value("whys", 5), KP_WORKBOOK_REFUSED);
  fake_protect_sheet(team.calc.document, "Logboek", false);
}

static void test_not_set_up(void **state) {
  fake_calc calc;
  kp_document document = team.document;
  kp_workbook_settings settings;
  (void)state;
  fake_calc_open(&team.office, "nl-NL", &calc);
  document.model = calc.model;
  document.controller = calc.controller;
  assert_true(kp_workbook_settings_read(&team.error, &document, &settings));
  assert_false(settings.set_up);
  settings.values[0] = 3;
  fake_team_clear(&team);
  assert_int_equal(kp_workbook_settings_write(&team.error, &document, &settings, &team.outcome),
                   KP_WORKBOOK_REFUSED);
  kp_workbook_settings_clear(&settings);
  fake_calc_close(&calc);
}

static void test_practices(void **state) {
  (void)state;
  kp_workbook_settings settings = read_settings();
  size_t last = team.method->practice_count;
  while (last > 0 && team.method->practices[last - 1]->always)
    last--;
  if (last == 0) {
    kp_workbook_settings_clear(&settings);
    return;
  }
  const kp_method_practice *practice = team.method->practices[last - 1];
  bool on = false;
  settings.practices[last - 1] = false;
  fake_team_clear(&team);
  assert_int_equal(
      kp_workbook_settings_write(&team.error, &team.document, &settings, &team.outcome),
      KP_WORKBOOK_WRITTEN);
  assert_true(kp_workbook_practice_on(&team.error, &team.document, practice, &on));
  assert_false(on);
  settings.practices[last - 1] = true;
  fake_team_clear(&team);
  assert_int_equal(
      kp_workbook_settings_write(&team.error, &team.document, &settings, &team.outcome),
      KP_WORKBOOK_WRITTEN);
  assert_true(kp_workbook_practice_on(&team.error, &team.document, practice, &on));
  assert_true(on);
  kp_workbook_settings_clear(&settings);
}

static void test_people(void **state) {
  char **names = NULL;
  size_t count = 0;
  (void)state;
  assert_true(kp_workbook_people(&team.error, &team.document, &names, &count));
  assert_int_equal(count, 0);
  kp_workbook_people_free(names, count);
  static const char *const people[] = {"Anna", "Bert", "Carla"};
  for (size_t i = 0; i < 3; i++)
    assert_int_equal(fake_team_append(&team, "lists", "person", people[i], NULL),
                     KP_WORKBOOK_WRITTEN);
  int row = fake_row_of(team.calc.document, "Lijsten",
                        fake_column_of(team.calc.document, "Lijsten", 1, "Personen")[0] != '\0'
                            ? fake_column_of(team.calc.document, "Lijsten", 1, "Personen")
                            : "A",
                        "Bert");
  assert_true(row > 1);
  fake_type(team.calc.document, "Lijsten", fake_team_cell(&team, "lists", "person_active", row),
            "Nee");
  assert_true(kp_workbook_people(&team.error, &team.document, &names, &count));
  assert_int_equal(count, 2);
  assert_string_equal(names[0], "Anna");
  assert_string_equal(names[1], "Carla");
  kp_workbook_people_free(names, count);
}

static void test_state(void **state) {
  kp_workbook_state now;
  (void)state;
  fake_set_shared(team.calc.document, true, true);
  assert_true(kp_workbook_state_read(&team.error, &team.document, &now));
  assert_true(now.spreadsheet && now.shared && now.tracked && !now.readonly);
  assert_string_equal(now.url, "");
  kp_workbook_state_clear(&now);
  fake_set_shared(team.calc.document, false, false);
  assert_true(kp_workbook_jump(&team.error, &team.document, "goals", "G-00000", NULL) == false);
  assert_int_equal(fake_team_append(&team, "goals", "goal", "Tevreden klanten", NULL),
                   KP_WORKBOOK_WRITTEN);
  assert_true(kp_workbook_jump(&team.error, &team.document, "goals", team.outcome.id, "goal"));
  char *selected = fake_selected(team.calc.document);
  char expected[40];
  const char *cell =
      fake_team_cell(&team, "goals", "goal", fake_team_row(&team, "goals", team.outcome.id));
  snprintf(expected, sizeof expected, "$Doelen.$%c$%s", cell[0], cell + 1);
  assert_string_equal(selected, expected);
  free(selected);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup(name, back)
  const struct CMUnitTest tests[] = {
      TEST(test_defaults),  TEST(test_change),  TEST(test_bounds),
      TEST(test_formulas),  TEST(test_refused), TEST(test_not_set_up),
      TEST(test_practices), TEST(test_people),  TEST(test_state),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
