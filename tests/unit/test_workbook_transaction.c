/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A write that fails goes back as a whole, at whatever point of it memory runs out or a call fails,
 * and whatever state the list of undo steps is in. */
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

/* How the office's list of undo steps is. */
typedef enum list_state { PLAIN, NO_STEPS, LOCKED, OF_A_MACRO, LIST_STATES } list_state;

typedef struct scene {
  fake_team team;
  list_state list;
  int (*act)(struct scene *of);
  char id[16]; /* of the row to change */
  long written;
  long refused;
} scene;

static int act_append(scene *of) {
  return (int)fake_team_append(&of->team, "actions", "action", "Bellen met de klant", "owner",
                               "Anna", "deadline", "2026-12-24", NULL);
}

static int act_change(scene *of) {
  return (int)fake_team_change(&of->team, "actions", of->id, "", "status", "Bezig", "progress",
                               "Begonnen", "deadline", "2026-12-28", NULL);
}

static int act_settings(scene *of) {
  kp_workbook_settings wanted = {.values = NULL};
  kp_workbook_answer answer = KP_WORKBOOK_FAILED;
  fake_team *team = &of->team;
  fake_team_clear(team);
  if (kp_workbook_settings_read(&team->error, &team->document, &wanted)) {
    for (size_t i = 0; i < team->method->setting_count; i++)
      wanted.values[i] += wanted.values[i] < team->method->settings[i]->most ? 1 : -1;
    answer = kp_workbook_settings_write(&team->error, &team->document, &wanted, &team->outcome);
  }
  kp_workbook_settings_clear(&wanted);
  return (int)answer;
}

/* Row and link, as the follow-up panel writes them: two writes that are one. */
static int act_both(scene *of) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  fake_team *team = &of->team;
  kp_transaction *transaction = kp_transaction_begin(&error, &team->document, "Beide");
  if (transaction == NULL)
    return KP_WORKBOOK_FAILED;
  team->document.transaction = transaction;
  int answer = act_append(of);
  if (answer == KP_WORKBOOK_WRITTEN)
    answer = act_change(of);
  team->document.transaction = NULL;
  if (!kp_transaction_end(transaction, answer == KP_WORKBOOK_WRITTEN, &outcome))
    answer = KP_WORKBOOK_FAILED;
  assert_int_not_equal(outcome.text, KP_TEXT_NOT_TAKEN_BACK);
  kp_outcome_clear(&outcome);
  return answer;
}

static size_t pending(scene *of) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_journal journal;
  assert_true(kp_journal_read(&error, of->team.office.context, &journal));
  size_t count = journal.count;
  kp_journal_clear(&journal);
  return count;
}

static void begin(scene *of) {
  fake_document *document = of->team.calc.document;
  fake_set_undo_steps(document, of->list == NO_STEPS ? 0 : 100);
  if (of->list == LOCKED)
    fake_lock_undo(document, true);
  if (of->list == OF_A_MACRO)
    fake_undo_context(document, "Een macro", true);
}

static void end(scene *of) {
  fake_document *document = of->team.calc.document;
  if (of->list == LOCKED)
    fake_lock_undo(document, false);
  assert_int_equal(fake_undo_depth(document), of->list == OF_A_MACRO);
  if (of->list == OF_A_MACRO)
    fake_undo_context(document, "", false);
  assert_int_equal(fake_view_locks(document), 0);
}

/* Either it was done, or it was told and nothing is there of it. */
static bool hurt(void *data) {
  scene *of = data;
  fake_document *document = of->team.calc.document;
  fake_calc_back(&of->team.calc);
  char *before = fake_dump(document);
  size_t records = pending(of);
  begin(of);
  size_t steps = fake_undo_steps(document);
  fault_arm();
  int answer = of->act(of);
  fault_disarm();
  size_t left = fake_undo_steps(document);
  end(of);
  if (answer == KP_WORKBOOK_WRITTEN) {
    of->written++;
    if (of->list == PLAIN)
      assert_int_equal(left, steps + 1);
  } else {
    char *after = fake_dump(document);
    of->refused++;
    if (strcmp(before, after) != 0)
      fail_msg("after fault %ld the document differs", fault_point());
    if (pending(of) > records)
      fail_msg("after fault %ld the journal has what was refused", fault_point());
    if (of->list == PLAIN && left != steps)
      fail_msg("after fault %ld a step of undo is left", fault_point());
    assert_int_not_equal(of->team.outcome.text, KP_TEXT_NOT_TAKEN_BACK);
    free(after);
  }
  free(before);
  return true;
}

/* Without a fault, and then with each. */
static void sweep(int (*act)(scene *of), long least) {
#ifdef __SANITIZE_ADDRESS__
  enum { FINE = 53, COARSE = 307 }; /* a point takes ten times as long */
#else
  enum { FINE = 17, COARSE = 101 };
#endif
  for (int list = 0; list < LIST_STATES; list++) {
    scene of = {.list = (list_state)list, .act = act};
    fake_team_open(&of.team, NULL);
    assert_int_equal(fake_team_set_up(&of.team, NULL), KP_WORKBOOK_WRITTEN);
    assert_int_equal(act_append(&of), KP_WORKBOOK_WRITTEN);
    memcpy(of.id, of.team.outcome.id, sizeof of.id);
    fake_calc_keep(&of.team.calc);
    hurt(&of);
    assert_int_equal(of.written, 1);
    /* The plain list is looked at closely, the others here and there, each with all points when
     * KP_EVERY_FAULT is in the environment. */
    bool every = getenv("KP_EVERY_FAULT") != NULL;
    long step = every ? 1 : list == PLAIN ? FINE : COARSE;
    long memory = fault_sweep(FAULT_MEMORY, step, hurt, &of);
    long calls = fault_sweep(FAULT_CALL, step, hurt, &of);
    assert_true(memory > least && calls > least / 2);
    if (every)
      print_message("list %d: %ld allocations, %ld calls; %ld written, %ld gone back\n", list,
                    memory, calls, of.written, of.refused);
    fake_team_close(&of.team);
  }
}

static void test_append_goes_back_as_a_whole(void **state) {
  (void)state;
  sweep(act_append, 200);
}

static void test_change_goes_back_as_a_whole(void **state) {
  (void)state;
  sweep(act_change, 100);
}

static void test_settings_go_back_as_a_whole(void **state) {
  (void)state;
  sweep(act_settings, 100);
}

static void test_row_and_link_go_back_as_a_whole(void **state) {
  (void)state;
  sweep(act_both, 300);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_append_goes_back_as_a_whole),
      cmocka_unit_test(test_change_goes_back_as_a_whole),
      cmocka_unit_test(test_settings_go_back_as_a_whole),
      cmocka_unit_test(test_row_and_link_go_back_as_a_whole),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
