/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Check says after one whole round, with in each row what its form must have and no more. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "team.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ID = 32, DAY = 16 };

static fake_team team;

static int set_up(void **state) {
  (void)state;
  fake_team_open(&team, NULL);
  assert_int_equal(fake_team_set_up(&team, NULL), KP_WORKBOOK_WRITTEN);
  fake_team_clear(&team);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  fake_team_close(&team);
  return 0;
}

/* A day from today. */
static const char *day(char text[DAY], int days) {
  time_t noon = time(NULL) + (time_t)days * 24 * 60 * 60;
  struct tm parts;
  assert_int_not_equal(strftime(text, DAY, "%Y-%m-%d", localtime_r(&noon, &parts)), 0);
  return text;
}

static void keep(char id[ID], kp_workbook_answer answer) {
  for (size_t i = 0; answer != KP_WORKBOOK_WRITTEN && i < team.findings.count; i++)
    print_message("%s\n", team.findings.list[i].message);
  assert_int_equal(answer, KP_WORKBOOK_WRITTEN);
  snprintf(id, ID, "%s", team.outcome.id);
  fake_team_clear(&team);
}

typedef struct round_ids {
  char goal[ID], wave[ID], later[ID], focus[ID], core[ID], solution[ID], action[ID];
} round_ids;

static void prepare(round_ids *ids) {
  char none[ID];
  char when[DAY];
  keep(none, fake_team_append(&team, "lists", "person", "Anna de Wit", "unit", "Noord", NULL));
  keep(ids->goal, fake_team_append(&team, "goals", "goal", "Klanten blijven", "reason",
                                   "Ze vertrekken", NULL));
  keep(ids->wave, fake_team_append(&team, "waves", "number", "0", "name", "Voorjaar", "kind",
                                   "quantitative", "start", day(when, -90), NULL));
  keep(none, fake_team_append(&team, "sessions", "date", day(when, -20), "kind", "preparation",
                              "purpose", "Weten wat we willen", "wave", ids->wave, NULL));
  keep(none, fake_team_append(&team, "sessions", "date", day(when, -19), "kind", "results",
                              "purpose", "Weten wat we willen", "wave", ids->wave, "strengths",
                              "Vriendelijk", "improvements", "Te laat", NULL));
  keep(ids->focus, fake_team_append(&team, "focus", "focus", "Minder bellen", "unit", "Noord",
                                    "goal", ids->goal, "wave", ids->wave, "lead", "Anna de Wit",
                                    "status", "active", NULL));
}

static void understand(round_ids *ids) {
  char when[DAY];
  assert_int_equal(fake_team_change(&team, "focus", ids->focus, "", "current", "Drie keer",
                                    "desired", "Een keer", "measure", "Keren", "value_now", "3",
                                    "value_wanted", "1", "wanted_by", day(when, 60), NULL),
                   KP_WORKBOOK_WRITTEN);
  static const char *const numbers[] = {"1", "2", "3"};
  for (size_t i = 0; i < 3; i++)
    keep(ids->core, fake_team_append(&team, "causes", "focus", ids->focus, "why_number", numbers[i],
                                     "question", "Waarom?", "answer", "Daarom", "core",
                                     i == 2 ? "yes" : "", NULL));
  assert_int_equal(
      fake_team_change(&team, "focus", ids->focus, "", "confirmed_on", "vandaag", NULL),
      KP_WORKBOOK_WRITTEN);
  keep(ids->solution,
       fake_team_append(&team, "solutions", "focus", ids->focus, "cause", ids->core, "solution",
                        "In orders kijken", "decision", "chosen", "achieve", "Eén antwoord",
                        "bridge", "Geen tweede keer", NULL));
}

static void act(round_ids *ids) {
  char none[ID];
  char when[DAY];
  keep(ids->action, fake_team_append(&team, "actions", "action", "Toegang vragen tot de orders",
                                     "owner", "Anna de Wit", "deadline", day(when, 9), "solution",
                                     ids->solution, "focus", ids->focus, NULL));
  assert_int_equal(fake_team_change(&team, "actions", ids->action, "", "status", "done", "done_on",
                                    "vandaag", NULL),
                   KP_WORKBOOK_WRITTEN);
  keep(none, fake_team_append(&team, "agenda", "focus", ids->focus, "meeting", "Werkoverleg",
                              "rhythm", "month", "next", day(when, 12), NULL));
  assert_int_equal(fake_team_change(&team, "focus", ids->focus, "", "status", "secured", NULL),
                   KP_WORKBOOK_WRITTEN);
  keep(ids->later, fake_team_append(&team, "waves", "number", "1", "name", "Najaar", "kind",
                                    "quantitative", "start", day(when, -2), NULL));
  assert_int_equal(fake_team_change(&team, "focus", ids->focus, "", "wave_after", ids->later,
                                    "value_later", "1", "verdict", "rise", NULL),
                   KP_WORKBOOK_WRITTEN);
}

static size_t told(const kp_check *check, kp_method_severity severity) {
  size_t count = 0;
  for (size_t i = 0; i < check->count; i++) {
    if (check->items[i].severity != severity)
      continue;
    count++;
    print_message("%s %s: %s\n", check->items[i].sheet, check->items[i].cell,
                  check->items[i].message);
  }
  return count;
}

static bool tells(const kp_check *check, const char *rule) {
  for (size_t i = 0; i < check->count; i++)
    if (strcmp(check->items[i].rule, rule) == 0)
      return true;
  return false;
}

/* Errors and what is to review stand open in the panel, tips are folded. */
static void test_nothing_to_review_after_a_round(void **state) {
  (void)state;
  round_ids ids;
  prepare(&ids);
  understand(&ids);
  act(&ids);
  kp_check check;
  assert_true(kp_workbook_check(&team.error, &team.document, &check));
  assert_int_equal(told(&check, KP_METHOD_REFUSE), 0);
  assert_int_equal(told(&check, KP_METHOD_WARN), 0);
  assert_true(tells(&check, "focus_quote")); /* a tip: it was looked at all */
  /* Nobody fills levels in, and one unit is the whole of the organisation. */
  assert_false(tells(&check, "action_levels"));
  assert_false(tells(&check, "action_units"));
  kp_check_clear(&check);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_nothing_to_review_after_a_round, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
