/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a new action belongs to: the row people are on, else what the one before belonged to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fault.h"
#include "team.h"

#include "kernpunt/form.h"

#include <stdlib.h>
#include <string.h>

static fake_team team;
static kp_desk *desk;
static char focus[16], cause[16], solution[16];

static void changed(void *data) {
  (void)data;
}

static void keep_id(char id[16], kp_workbook_answer answer) {
  assert_int_equal(answer, KP_WORKBOOK_WRITTEN);
  memcpy(id, team.outcome.id, 16);
}

static void fill(void) {
  char goal[16];
  char wave[16];
  keep_id(goal, fake_team_append(&team, "lists", "person", "Anna de Wit", "unit", "Noord", NULL));
  keep_id(goal, fake_team_append(&team, "goals", "goal", "Blijven", "reason", "r", NULL));
  keep_id(wave, fake_team_append(&team, "waves", "number", "0", "name", "Voorjaar", "kind",
                                 "quantitative", "start", "2026-01-05", NULL));
  keep_id(focus, fake_team_append(&team, "focus", "focus", "Minder bellen", "unit", "Noord", "goal",
                                  goal, "wave", wave, "lead", "Anna de Wit", "status", "active",
                                  "current", "c", "desired", "d", "measure", "m", "value_now", "1",
                                  "value_wanted", "2", "wanted_by", "+60", NULL));
  keep_id(cause, fake_team_append(&team, "causes", "focus", focus, "why_number", "1", "question",
                                  "Waarom?", "answer", "Daarom", "core", "yes", NULL));
  assert_int_equal(fake_team_change(&team, "focus", focus, "", "confirmed_on", "today", NULL),
                   KP_WORKBOOK_WRITTEN);
  keep_id(solution, fake_team_append(&team, "solutions", "focus", focus, "cause", cause, "solution",
                                     "In orders kijken", "decision", "chosen", "achieve", "a",
                                     "bridge", "b", NULL));
}

static int set_up(void **state) {
  static const char *const practices[] = {"structural", NULL};
  const kp_desk_watcher watcher = {&team, changed};
  (void)state;
  fake_team_link_method();
  fake_team_open(&team, NULL);
  assert_int_equal(fake_team_set_up(&team, practices), KP_WORKBOOK_WRITTEN);
  fill();
  desk = kp_desk_open(&team.error, team.document.context, team.document.model, KP_LANGUAGE_NL,
                      &watcher);
  assert_non_null(desk);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  kp_desk_drop_drafts(desk, "");
  kp_desk_close(desk, &team);
  fake_team_close(&team);
  assert_int_equal(kp_uno_object_count(), 0);
  return 0;
}

/* The row of an ID, as people would stand on it. */
static kp_logging_place stand_on(const char *table, const char *id) {
  kp_logging_place at = {NULL, -1};
  assert_true(kp_workbook_jump(&team.error, &team.document, table, id, NULL));
  assert_true(kp_workbook_cursor(&team.error, &team.document, &at.sheet, &at.row));
  return at;
}

static const char *offer_of(const kp_logging *log, const char *key) {
  for (size_t i = 0; i < log->offer_count; i++)
    if (strcmp(log->offered[i].key, key) == 0)
      return log->offered[i].text;
  return "";
}

/* `expected`: of focus point and solution. */
static void expect(kp_logging_place *at, const char *of_focus, const char *of_solution) {
  kp_logging log;
  kp_desk_touch(desk);
  assert_true(kp_logging_open(&log, desk, at));
  assert_string_equal(offer_of(&log, "focus"), of_focus);
  assert_string_equal(offer_of(&log, "solution"), of_solution);
  assert_string_equal(log.columns[0]->key, "action");
  kp_logging_close(&log);
  if (at != NULL)
    free(at->sheet);
}

static void test_the_row_under_the_cursor(void **state) {
  (void)state;
  char goal[16];
  kp_logging_place at = stand_on("focus", focus);
  assert_string_equal(at.sheet, fake_team_sheet(&team, "focus"));
  expect(&at, focus, solution); /* the only one that was chosen */
  at = stand_on("solutions", solution);
  expect(&at, focus, solution);
  at = stand_on("causes", cause);
  expect(&at, focus, solution);
  keep_id(goal, fake_team_append(&team, "goals", "goal", "Een ander", "reason", "r", NULL));
  at = stand_on("goals", goal);
  expect(&at, "", "");
  at = (kp_logging_place){strdup("Blad1"), 4};
  expect(&at, "", "");
  expect(NULL, "", "");
}

/* What the rules would refuse is not offered: it would only stand in the way. */
static void test_nothing_that_would_be_refused(void **state) {
  (void)state;
  char other[16];
  keep_id(other, fake_team_append(&team, "focus", "focus", "Later", "unit", "Noord", NULL));
  kp_logging_place at = stand_on("focus", other);
  expect(&at, "", "");
  /* Two that were chosen: people choose. */
  keep_id(other, fake_team_append(&team, "solutions", "focus", focus, "cause", cause, "solution",
                                  "Iets anders", "decision", "chosen", "achieve", "a", "bridge",
                                  "b", NULL));
  at = stand_on("focus", focus);
  expect(&at, "", "");
  at = stand_on("solutions", other);
  expect(&at, focus, other);
}

static void test_else_what_the_one_before_belonged_to(void **state) {
  (void)state;
  kp_logging log;
  kp_logging_place at = stand_on("solutions", solution);
  kp_desk_touch(desk);
  assert_true(kp_logging_open(&log, desk, &at));
  kp_form_subject subject = kp_logging_subject(&log, KP_LOG_DRAFT);
  subject.unseen = true;
  kp_form *form = kp_form_new(&team.error, NULL, desk, team.document.context, NULL, KP_LANGUAGE_NL,
                              NULL, &subject);
  assert_non_null(form);
  kp_form_set_value(form, "owner", "Anna de Wit");
  kp_form_set_value(form, "deadline", "2026-12-04");
  char *told = kp_logging_told(&log, desk, form, KP_LANGUAGE_NL);
  assert_string_equal(told, "Anna de Wit doet dit uiterlijk vr 4 dec.");
  free(told);
  kp_logging_remember(&log, desk, form);
  kp_form_free(form);
  kp_logging_close(&log);
  free(at.sheet);
  expect(NULL, focus, solution);
  assert_int_equal(fake_team_change(&team, "solutions", solution, "", "decision", "rejected", NULL),
                   KP_WORKBOOK_WRITTEN);
  expect(NULL, "", ""); /* nobody carries that out any more */
}

static bool open_and_close(void *data) {
  const kp_logging_place *at = data;
  kp_logging log;
  kp_desk_touch(desk);
  fault_arm();
  bool good = kp_logging_open(&log, desk, at);
  fault_disarm();
  if (good)
    kp_logging_close(&log);
  assert_true(good || fault_fired());
  return true;
}

static void test_memory_and_calls_that_fail(void **state) {
  (void)state;
  kp_logging_place at = stand_on("focus", focus);
  assert_true(fault_sweep(FAULT_MEMORY, 0, open_and_close, &at) > 10);
  assert_true(fault_sweep(FAULT_CALL, 0, open_and_close, &at) > 10);
  free(at.sheet);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_the_row_under_the_cursor, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_nothing_that_would_be_refused, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_else_what_the_one_before_belonged_to, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_memory_and_calls_that_fail, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
