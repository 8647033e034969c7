/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Save in Follow-up: all that was begun in a step, in one step of undo, or nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fault.h"
#include "team.h"

#include "kernpunt/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/form/internal.h"
#include "../../src/panels/follow/internal.h"

static fake_team team;
static kp_desk *desk;

static void changed(void *data) {
  (void)data;
}

static int set_up(void **state) {
  static const char *const practices[] = {"structural", NULL};
  const kp_desk_watcher watcher = {&team, changed};
  (void)state;
  fake_team_link_method();
  fake_team_open(&team, NULL);
  assert_int_equal(fake_team_set_up(&team, practices), KP_WORKBOOK_WRITTEN);
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

/* ---------------------------------------------------------------------------------------- steps */

static void type(const char *key, const char *text) {
  assert_true(kp_desk_set_draft(desk, key, text) || kp_desk_draft(desk, key) != NULL);
}

static void type_in(const char *focus, const char *rest, const char *text) {
  char key[KP_FOLLOW_KEY];
  snprintf(key, sizeof key, "follow/%s/%s", focus, rest);
  type(key, text);
}

static void look(kp_follow_input *in, char **me, kp_follow_view *view) {
  assert_true(kp_follow_read_desk(desk, KP_LANGUAGE_NL, in, me));
  assert_true(kp_follow_view_make(in, view));
}

/* Saves the step that is shown; `written` is to be cleared. */
static void save(kp_follow_written *written) {
  kp_follow_input in;
  kp_follow_view view;
  char *me = NULL;
  kp_document document = team.document;
  document.method = kp_desk_method(desk); /* as for a panel: one method */
  const kp_follow_writer writer = {desk, &document, team.document.context, NULL, KP_LANGUAGE_NL};
  look(&in, &me, &view);
  free(me);
  kp_follow_write(&writer, &view, written);
  kp_follow_view_clear(&view);
}

static void saved(size_t rows) {
  kp_follow_written written;
  save(&written);
  if (written.answer != KP_WORKBOOK_WRITTEN)
    fail_msg("not saved: %s / %s", written.text != NULL ? written.text : "",
             written.result.message != NULL ? written.result.message : "");
  assert_int_equal(written.rows, rows);
  kp_follow_written_clear(&written);
}

static size_t rows_of(const char *table) {
  const kp_method_rows *rows = kp_desk_rows(desk);
  assert_non_null(rows);
  return rows->count(rows->data, kp_method_find_table(kp_desk_method(desk), table));
}

static char *cell(const char *table, const char *key, size_t row) {
  static char kept[200];
  const kp_method_table *of = kp_method_find_table(kp_desk_method(desk), table);
  char *text = kp_desk_cell(desk, kp_method_find_column(of, key), row);
  snprintf(kept, sizeof kept, "%s", text != NULL ? text : "(none)");
  free(text);
  return kept;
}

static void keep_id(char id[16]) {
  memcpy(id, team.outcome.id, 16);
}

/* A focus point whose situation is described. */
static void focus_point(char id[16]) {
  char goal[16];
  char wave[16];
  assert_int_equal(
      fake_team_append(&team, "lists", "person", "Petra Jansen", "unit", "Noord", NULL),
      KP_WORKBOOK_WRITTEN);
  assert_int_equal(fake_team_append(&team, "goals", "goal", "Klanten blijven", "reason", "r", NULL),
                   KP_WORKBOOK_WRITTEN);
  keep_id(goal);
  assert_int_equal(fake_team_append(&team, "waves", "name", "Voorjaar", "number", "0", "kind",
                                    "quantitative", "start", "2026-01-05", NULL),
                   KP_WORKBOOK_WRITTEN);
  keep_id(wave);
  assert_int_equal(fake_team_append(&team, "sessions", "purpose", "p", "date", "2026-01-20", "kind",
                                    "preparation", "wave", wave, NULL),
                   KP_WORKBOOK_WRITTEN);
  fake_team_append(&team, "sessions", "purpose", "p", "date", "2026-01-28", "kind", "results",
                   "wave", wave, "strengths", "s", NULL);
  assert_int_equal(fake_team_append(&team, "focus", "focus", "Noord hoort het vooraf", "unit",
                                    "Noord", "goal", goal, "wave", wave, "lead", "Petra Jansen",
                                    "status", "active", "current", "Niemand belt", "desired",
                                    "Iedereen hoort het", "measure", "m", "value_now", "1",
                                    "value_wanted", "2", "wanted_by", "+60", NULL),
                   KP_WORKBOOK_WRITTEN);
  keep_id(id);
  kp_desk_touch(desk);
}

/* ------------------------------------------------------------------------------------ the tests */

static void test_nothing_begun_writes_nothing(void **state) {
  char focus[16];
  (void)state;
  focus_point(focus);
  kp_follow_written written;
  save(&written);
  assert_int_equal(written.answer, KP_WORKBOOK_WRITTEN);
  assert_true(written.result.unchanged);
  assert_int_equal(written.rows, 0);
  kp_follow_written_clear(&written);
}

static void test_three_whys_and_their_core_are_one_save(void **state) {
  char focus[16];
  (void)state;
  focus_point(focus);
  type_in(focus, "cause.cause/+1.1/answer", "Afspraken schuiven 's avonds");
  type_in(focus, "cause.cause/+1.2/answer", "Uitloop komt laat binnen");
  type_in(focus, "cause.cause/+1.3/answer", "Er is geen vast moment");
  type_in(focus, "cause.cause/+1.3/evidence", "Drie weken geteld");
  char key[100];
  snprintf(key, sizeof key, "cause.confirm/%s/confirmed_on", focus);
  type_in(focus, key, "today");
  int steps = kp_undone_count(team.document.model);
  saved(4);
  assert_int_equal(kp_undone_count(team.document.model), steps + 1);
  assert_int_equal(rows_of("causes"), 3);
  assert_string_equal(cell("causes", "why_number", 0), "1");
  assert_string_equal(cell("causes", "question", 0), "Waarom is het zo? “Niemand belt”");
  assert_string_equal(cell("causes", "why_number", 2), "3");
  assert_string_equal(cell("causes", "question", 2), "Waarom? “Uitloop komt laat binnen”");
  assert_string_equal(cell("causes", "evidence", 2), "Drie weken geteld");
  assert_string_equal(cell("causes", "core", 0), "");
  assert_string_equal(cell("causes", "core", 2), "Ja"); /* the last one, where none was picked */
  assert_string_not_equal(cell("focus", "confirmed_on", 0), "");
  assert_false(kp_desk_has_drafts(desk, "follow/F"));
  fake_undo(team.calc.document);
  kp_desk_touch(desk);
  assert_int_equal(rows_of("causes"), 0);
  assert_string_equal(cell("focus", "confirmed_on", 0), "");
}

static void test_a_refusal_of_one_leaves_all_unwritten(void **state) {
  char focus[16];
  char key[100];
  (void)state;
  focus_point(focus);
  type_in(focus, "cause.cause/+1.1/answer", "Afspraken schuiven");
  snprintf(key, sizeof key, "cause.confirm/%s/confirmed_on", focus);
  type_in(focus, key, "+9"); /* a day to come */
  kp_follow_written written;
  save(&written);
  assert_int_equal(written.answer, KP_WORKBOOK_REFUSED);
  assert_string_equal(written.part.task->form->key, "confirm");
  assert_int_equal(written.result.mark_count, 1);
  assert_string_equal(written.result.marks[0].key, "confirmed_on");
  assert_int_equal(written.rows, 0);
  kp_follow_written_clear(&written);
  assert_int_equal(rows_of("causes"), 0);
  assert_string_equal(kp_desk_draft(desk, "follow/_none") == NULL ? "" : "x", "");
  snprintf(key, sizeof key, "follow/%s/cause.cause/+1.1/answer", focus);
  assert_string_equal(kp_desk_draft(desk, key), "Afspraken schuiven");
}

static void test_the_first_step_is_one_save(void **state) {
  (void)state;
  type("follow/new/prepare.goal//goal", "Klanten blijven");
  type("follow/new/prepare.goal//reason", "Ze gaan weg");
  type("follow/new/prepare.wave//number", "0");
  type("follow/new/prepare.wave//name", "Voorjaar");
  type("follow/new/prepare.wave//start", "2026-01-05");
  type("follow/new/prepare.session//purpose", "Afspreken wat we willen");
  type("follow/new/prepare.session//date", "2026-01-20");
  saved(3);
  assert_int_equal(rows_of("goals"), 1);
  assert_int_equal(rows_of("waves"), 1);
  char wave[200];
  snprintf(wave, sizeof wave, "%s", cell("waves", "id", 0));
  assert_string_equal(cell("sessions", "wave", 0), wave);
  assert_string_equal(kp_desk_draft(desk, "follow/new/choose.focus//wave"), wave);
  /* The second step, and the third, which takes over what was linked. */
  type("follow/new/discuss.discussion//strengths", "Vriendelijk");
  type("follow/new/discuss.discussion//improvements", "Laat");
  saved(1);
  assert_string_equal(cell("sessions", "purpose", 1), "Afspreken wat we willen");
  fake_team_append(&team, "lists", "person", "Petra Jansen", "unit", "Noord", NULL);
  kp_desk_touch(desk);
  type("follow/new/choose.focus//focus", "Noord hoort het vooraf");
  type("follow/new/choose.focus//unit", "Noord");
  type("follow/new/choose.focus//lead", "Petra Jansen");
  saved(1);
  assert_string_equal(cell("focus", "wave", 0), wave);
  assert_string_equal(cell("focus", "status", 0), "Actief");
}

/* The focus point is there: row and link are one entry, with one look at the workbook. */
static void test_a_new_row_and_the_link_to_it_are_one_pass(void **state) {
  enum { CALLS = 705 };
  char focus[16];
  char goal[200];
  (void)state;
  assert_int_equal(
      fake_team_append(&team, "lists", "person", "Petra Jansen", "unit", "Noord", NULL),
      KP_WORKBOOK_WRITTEN);
  assert_int_equal(fake_team_append(&team, "focus", "focus", "Noord hoort het vooraf", "unit",
                                    "Noord", "lead", "Petra Jansen", NULL),
                   KP_WORKBOOK_WRITTEN);
  keep_id(focus);
  kp_desk_touch(desk);
  type_in(focus, "prepare.goal//goal", "Klanten blijven");
  type_in(focus, "prepare.goal//reason", "Ze gaan weg");
  int steps = kp_undone_count(team.document.model);
  fake_calls_start();
  saved(1);
  long calls = fake_calls_count();
  print_message("a row of Follow-up with its link makes %ld calls\n", calls);
  assert_in_range(calls, 1, CALLS);
  assert_int_equal(kp_undone_count(team.document.model), steps + 1);
  snprintf(goal, sizeof goal, "%s", cell("goals", "id", 0));
  assert_string_equal(cell("focus", "goal", 0), goal);
  fake_undo(team.calc.document);
  kp_desk_touch(desk);
  assert_int_equal(rows_of("goals"), 0);
  assert_string_equal(cell("focus", "goal", 0), "");
}

/* A refused third part of the first step takes the links back, too. */
static void test_links_go_with_a_refusal(void **state) {
  (void)state;
  type("follow/new/prepare.goal//goal", "Klanten blijven");
  type("follow/new/prepare.goal//reason", "Ze gaan weg");
  type("follow/new/prepare.session//date", "31-2");
  kp_follow_written written;
  save(&written);
  assert_int_equal(written.answer, KP_WORKBOOK_REFUSED);
  assert_string_equal(written.part.task->form->key, "session");
  kp_follow_written_clear(&written);
  assert_int_equal(rows_of("goals"), 0);
  assert_null(kp_desk_draft(desk, "follow/new/choose.focus//goal"));
  assert_string_equal(kp_desk_draft(desk, "follow/new/prepare.goal//goal"), "Klanten blijven");
}

static void test_an_unknown_name_is_refused_until_it_is_settled(void **state) {
  char focus[16];
  (void)state;
  focus_point(focus);
  type(KP_FOLLOW_CHOSEN, KP_FOLLOW_LOOSE);
  type("follow/loose/.action//action", "Bel elke klant op de lijst");
  type("follow/loose/.action//deadline", "+14");
  type("follow/loose/.action//owner", "Els Vos");
  kp_follow_written written;
  save(&written);
  assert_int_equal(written.answer, KP_WORKBOOK_REFUSED);
  assert_int_equal(written.result.mark_count, 1);
  assert_string_equal(written.result.marks[0].key, "owner");
  kp_follow_written_clear(&written);
  assert_int_equal(rows_of("actions"), 0);
  type("follow/loose/.action//_add/owner", "Els Vos");
  saved(1);
  assert_string_equal(cell("actions", "owner", 0), "Els Vos");
  assert_string_equal(cell("lists", "person", rows_of("lists") - 1), "Els Vos");
  assert_string_equal(kp_desk_draft(desk, KP_FOLLOW_OWNER), "Els Vos");
  fake_undo(team.calc.document); /* the person goes with the row */
  kp_desk_touch(desk);
  assert_int_equal(rows_of("actions"), 0);
}

static void test_rows_of_a_step_are_saved_together(void **state) {
  char focus[16];
  char one[16];
  char key[100];
  (void)state;
  focus_point(focus);
  type(KP_FOLLOW_CHOSEN, KP_FOLLOW_LOOSE);
  assert_int_equal(fake_team_append(&team, "actions", "action", "Een eerste actie", "owner",
                                    "Petra Jansen", "deadline", "+14", NULL),
                   KP_WORKBOOK_WRITTEN);
  keep_id(one);
  kp_desk_touch(desk);
  snprintf(key, sizeof key, "follow/loose/.action/%s/helpers", one);
  type(key, "Bram");
  type("follow/loose/.action//action", "Een tweede actie");
  type("follow/loose/.action//owner", "Petra Jansen");
  type("follow/loose/.action//deadline", "+20");
  int steps = kp_undone_count(team.document.model);
  saved(2);
  assert_int_equal(kp_undone_count(team.document.model), steps + 1);
  assert_string_equal(cell("actions", "helpers", 0), "Bram");
  assert_string_equal(cell("actions", "action", 1), "Een tweede actie");
}

/* Only what there is one of is filled in. */
static void test_what_is_at_hand_is_filled_in(void **state) {
  char focus[16];
  char cause[16];
  kp_follow_input in;
  kp_follow_view view;
  char *me = NULL;
  (void)state;
  focus_point(focus);
  for (int i = 1; i <= 3; i++) {
    char number[16];
    snprintf(number, sizeof number, "%d", i);
    fake_team_append(&team, "causes", "focus", focus, "branch", "1", "why_number", number,
                     "question", "q", "answer", "a", "core", i == 3 ? "yes" : "no", NULL);
    keep_id(cause);
  }
  assert_int_equal(fake_team_change(&team, "focus", focus, NULL, "confirmed_on", "today", NULL),
                   KP_WORKBOOK_WRITTEN);
  kp_desk_touch(desk);
  look(&in, &me, &view);
  assert_string_equal(kp_follow_step(&view)->key, "solve");
  bool found = false;
  for (size_t i = 0; i < view.offered.count; i++)
    if (strcmp(view.offered.list[i].key, "cause") == 0) {
      assert_string_equal(view.offered.list[i].text, cause);
      found = true;
    }
  assert_true(found);
  kp_follow_view_clear(&view);
  free(me);
  type_in(focus, "solve.solution//solution", "Een vast belmoment om 14 uur");
  type_in(focus, "solve.solution//achieve", "De klant hoort het");
  type_in(focus, "solve.solution//bridge", "Dezelfde middag");
  saved(1);
  assert_string_equal(cell("solutions", "decision", 0), "Gekozen");
  char solution[200];
  snprintf(solution, sizeof solution, "%s", cell("solutions", "id", 0));
  type_in(focus, "act.action//action", "Het belmoment in elk rooster zetten");
  type_in(focus, "act.action//owner", "Petra Jansen");
  type_in(focus, "act.action//deadline", "+9");
  saved(1);
  assert_string_equal(cell("actions", "solution", 0), solution);
  /* Securing begins with the first action: agenda and status in one save. */
  char key[100];
  snprintf(key, sizeof key, "follow/_step/%s", focus);
  type(key, "secure");
  type_in(focus, "secure.agenda//meeting", "Weekstart");
  type_in(focus, "secure.agenda//next", "+12");
  snprintf(key, sizeof key, "secure.secure/%s/status", focus);
  type_in(focus, key, "secured");
  saved(2);
  assert_string_equal(cell("focus", "status", 0), "Geborgd");
}

static void test_two_people_in_one_field(void **state) {
  char *one = NULL;
  char *other = NULL;
  (void)state;
  static const struct {
    const char *text;
    const char *first;
    const char *second;
  } cases[] = {{"Sanne and Mark", "Sanne", "Mark"},
               {"Sanne en Mark", "Sanne", "Mark"},
               {"Sanne & Mark", "Sanne", "Mark"},
               {"Jansen, Petra / Mark", "Jansen, Petra", "Mark"},
               {"Sanne, Mark", "Sanne", "Mark"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    assert_true(kp_form_split_people(cases[i].text, &one, &other));
    assert_string_equal(one, cases[i].first);
    assert_string_equal(other, cases[i].second);
    free(one);
    free(other);
  }
  assert_false(kp_form_split_people("het team", &one, &other));
  assert_false(kp_form_split_people("Anders ", &one, &other));
  assert_false(kp_form_split_people("and Mark", &one, &other));
}

/* Whatever fails underway: all is written or nothing, and nothing typed is lost. */
static bool save_hurt(void *data) {
  const char *focus = data;
  char key[KP_FOLLOW_KEY];
  kp_follow_input in;
  kp_follow_view view;
  kp_follow_written written;
  char *me = NULL;
  type_in(focus, "cause.cause/+1.1/answer", "Afspraken schuiven");
  type_in(focus, "cause.cause/+1.2/answer", "Uitloop komt laat");
  look(&in, &me, &view);
  free(me);
  const kp_follow_writer writer = {desk, &team.document, team.document.context, NULL,
                                   KP_LANGUAGE_NL};
  fault_arm();
  kp_follow_write(&writer, &view, &written);
  fault_disarm();
  kp_follow_view_clear(&view);
  kp_desk_touch(desk);
  size_t there = rows_of("causes");
  bool whole = written.answer == KP_WORKBOOK_WRITTEN;
  assert_int_equal(there, whole ? 2 : 0);
  snprintf(key, sizeof key, "follow/%s/cause.cause/+1.1/answer", focus);
  if (!whole)
    assert_string_equal(kp_desk_draft(desk, key), "Afspraken schuiven");
  kp_follow_written_clear(&written);
  if (whole) {
    fake_undo(team.calc.document);
    kp_desk_touch(desk);
    kp_desk_touch(desk);
  }
  return true;
}

static void test_any_failure_leaves_what_was_typed(void **state) {
  char focus[16];
  (void)state;
  focus_point(focus);
  assert_true(fault_sweep(FAULT_MEMORY, 97, save_hurt, focus) > 0);
  assert_true(fault_sweep(FAULT_CALL, 97, save_hurt, focus) > 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
#define EACH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
      EACH(test_nothing_begun_writes_nothing),
      EACH(test_three_whys_and_their_core_are_one_save),
      EACH(test_a_refusal_of_one_leaves_all_unwritten),
      EACH(test_the_first_step_is_one_save),
      EACH(test_a_new_row_and_the_link_to_it_are_one_pass),
      EACH(test_links_go_with_a_refusal),
      EACH(test_an_unknown_name_is_refused_until_it_is_settled),
      EACH(test_rows_of_a_step_are_saved_together),
      EACH(test_what_is_at_hand_is_filled_in),
      cmocka_unit_test(test_two_people_in_one_field),
      EACH(test_any_failure_leaves_what_was_typed),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
