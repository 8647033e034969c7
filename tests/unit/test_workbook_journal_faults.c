/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every allocation, every operation on a file and every call to the office of the journal and of
 * the drafts fails once: nothing that was told refused stays in the journal, nothing that was told
 * written is missing from it, no half line, and what belongs to others stays as it is.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../src/session/draft.h"
#include "../../src/workbook/journal_file.h"
#include "../../src/workbook/origin.h"
#include "../../src/workbook/journal_old.h"
#include "kernpunt/saved.h"
#include "fault.h"
#include "kernpunt/profile.h"
#include "document.h"
#include "team.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char others_id[] = "A-0THER";
static const char lost_id[] = "A-70ST1";
static const char newer[] = "2\tof a later version\n";

/* ------------------------------------------------------------------------------------ the journal
 */

static void append_line(fake_team *team, const char *line) {
  char *folder = kp_profile_folder(&team->error, team->document.context);
  assert_non_null(folder);
  if (!kp_journal_file_append(&team->error, folder, line))
    fail_msg("%s", team->error.message);
  free(folder);
}

/* A row that another process wrote. */
static void append_record(fake_team *team, const char *id, const char *book, const char *url) {
  char *texts[] = {strdup("actions"), strdup(id),  strdup(""), strdup("DEAD-1"),
                   strdup(book),      strdup(url), strdup(""), strdup("2026-11-22 09:30:00")};
  kp_record record = {false,    texts[0], texts[1], texts[2], texts[3], texts[4],
                      texts[5], texts[6], texts[7], NULL,     0};
  assert_true(kp_record_set_text(&team->error, &record, "action", "Bellen"));
  assert_true(kp_record_set_text(&team->error, &record, "owner", "Anna"));
  char *line = kp_record_line(&record);
  assert_non_null(line);
  append_line(team, line);
  free(line);
  kp_record_clear(&record);
}

/* What is always there: a line of a newer version, a row of another workbook, and a row of this one
 * that a crash lost. */
static void fill_journal(fake_team *team) {
  kp_origin origin;
  assert_true(kp_origin_read(&team->error, &team->document, &origin));
  assert_true(origin.book[0] != '\0');
  append_line(team, newer);
  append_record(team, others_id, "OTHER", "file:///nowhere/other.ods");
  append_record(team, lost_id, origin.book, origin.url);
  kp_origin_clear(&origin);
}

static size_t count_id(const kp_journal *journal, const char *id) {
  size_t count = 0;
  for (size_t i = 0; i < journal->count; i++)
    count += strcmp(journal->records[i].id, id) == 0;
  return count;
}

/* How often an ID is in the journal, after a look at all that must be in order. */
static size_t in_journal(fake_team *team, const char *id, bool lost_too) {
  kp_journal journal;
  if (!kp_journal_read(&team->error, team->document.context, &journal))
    fail_msg("fault %ld: %s", fault_point(), team->error.message);
  size_t count = count_id(&journal, id);
  if (journal.kept != 1 || journal.cut_count != 0 || count_id(&journal, others_id) != 1)
    fail_msg("fault %ld: %zu kept, %zu cut, %zu of others", fault_point(), journal.kept,
             journal.cut_count, count_id(&journal, others_id));
  if (lost_too && count_id(&journal, lost_id) != 1)
    fail_msg("fault %ld: the lost row is %zu times in the journal", fault_point(),
             count_id(&journal, lost_id));
  kp_journal_clear(&journal);
  return count;
}

static int append(fake_team *team) {
  return (int)fake_team_append(team, "actions", "action", "Bellen met de klant", "owner", "Anna",
                               "deadline", "2026-12-24", NULL);
}

static bool append_hurt(void *data) {
  fake_team *team = data;
  fake_calc_back(&team->calc);
  fill_journal(team);
  fault_arm();
  int answer = append(team);
  fault_disarm();
  size_t records = in_journal(team, team->outcome.id, true);
  size_t wanted = answer == KP_WORKBOOK_WRITTEN;
  if (team->outcome.id[0] != '\0' && records != wanted)
    fail_msg("fault %ld: answer %d, %zu times in the journal", fault_point(), answer, records);
  return true;
}

static bool restore_hurt(void *data) {
  fake_team *team = data;
  size_t added = 0;
  fake_calc_back(&team->calc);
  fake_team_clear(team);
  fill_journal(team);
  fault_arm();
  kp_workbook_answer answer =
      kp_journal_restore(&team->error, &team->document, NULL, &added, &team->outcome);
  fault_disarm();
  bool there = fake_team_row(team, "actions", lost_id) > 0;
  if (there != (answer == KP_WORKBOOK_WRITTEN && added == 1))
    fail_msg("fault %ld: answer %d, %zu added", fault_point(), (int)answer, added);
  in_journal(team, lost_id, true);
  return true;
}

static bool verify(fake_team *team, bool after_save) {
  kp_journal_report report;
  char id[16];
  fake_calc_back(&team->calc);
  fake_calc_save_as(&team->calc, "t.ods");
  fill_journal(team);
  assert_int_equal(append(team), KP_WORKBOOK_WRITTEN);
  memcpy(id, team->outcome.id, sizeof id);
  fault_arm();
  kp_journal_verify(&team->error, &team->document, after_save, &report);
  fault_disarm();
  assert_int_equal(in_journal(team, id, true), 1); /* it is not in the file */
  return true;
}

static bool verify_hurt(void *data) {
  return verify(data, false);
}

static bool verify_after_save_hurt(void *data) {
  return verify(data, true);
}

/* Whether the file holds a row. */
static bool in_file(fake_team *team, const char *id) {
  kp_saved_id wanted = {.table = "", .id = id, .anywhere = true};
  kp_origin origin;
  bool readable = false;
  assert_true(kp_origin_read(&team->error, &team->document, &origin));
  assert_true(kp_saved_look(&team->error, team->document.context, origin.url, KP_WORKBOOK_END,
                            &wanted, 1, &readable));
  kp_origin_clear(&origin);
  return readable && wanted.seen;
}

static bool save_hurt(void *data) {
  fake_team *team = data;
  char id[16];
  fake_calc_back(&team->calc);
  fake_calc_save_as(&team->calc, "t.ods");
  fill_journal(team);
  assert_int_equal(append(team), KP_WORKBOOK_WRITTEN);
  memcpy(id, team->outcome.id, sizeof id);
  fake_team_clear(team);
  fault_arm();
  kp_workbook_answer answer = kp_workbook_save(&team->error, &team->document, &team->outcome);
  fault_disarm();
  bool saved = in_file(team, id);
  if (answer == KP_WORKBOOK_WRITTEN && !saved)
    fail_msg("fault %ld: told saved", fault_point());
  if (in_journal(team, id, true) == 0 && !saved)
    fail_msg("fault %ld: neither in the journal nor in the file", fault_point());
  return true;
}

static bool settle_hurt(void *data) {
  fake_team *team = data;
  fake_calc_back(&team->calc);
  fill_journal(team);
  assert_int_equal(append(team), KP_WORKBOOK_WRITTEN);
  assert_int_equal(append(team), KP_WORKBOOK_WRITTEN);
  fake_undo(team->calc.document);
  char gone[16];
  memcpy(gone, team->outcome.id, sizeof gone);
  fault_arm();
  bool good = kp_journal_settle(&team->error, &team->document);
  fault_disarm();
  size_t records = in_journal(team, gone, true);
  if (good && !fault_fired())
    assert_int_equal(records, 0);
  return true;
}

static bool sort_hurt(void *data) {
  fake_team *team = data;
  size_t count = 0;
  kp_check check = {NULL, 0, 0};
  fake_calc_back(&team->calc);
  fill_journal(team);
  fault_arm();
  kp_journal_lost(&team->error, &team->document, &count);
  kp_journal_forget(&team->error, &team->document, "nobody", &count);
  kp_journal_tidy(&team->error, team->document.context);
  kp_workbook_check(&team->error, &team->document, &check);
  fault_disarm();
  kp_check_clear(&check);
  in_journal(team, lost_id, true);
  return true;
}

static void sweep(bool (*scene)(void *data), const char *name) {
  fake_team team;
  fake_team_open(&team, NULL);
  assert_int_equal(fake_team_set_up(&team, NULL), KP_WORKBOOK_WRITTEN);
  fake_calc_keep(&team.calc);
  long memory = fault_sweep(FAULT_MEMORY, 0, scene, &team);
  long files = fault_sweep(FAULT_FILE, 1, scene, &team);
  long calls = fault_sweep(FAULT_CALL, 0, scene, &team);
  print_message("%s: %ld allocations, %ld operations on files, %ld calls\n", name, memory, files,
                calls);
  assert_true(memory > 50 && files > 10 && calls > 5);
  fake_team_close(&team);
}

static void test_append(void **state) {
  (void)state;
  sweep(append_hurt, "append");
}

static void test_restore(void **state) {
  (void)state;
  sweep(restore_hurt, "restore");
}

static void test_verify(void **state) {
  (void)state;
  sweep(verify_hurt, "verify");
  sweep(verify_after_save_hurt, "verify after a save");
}

static void test_save(void **state) {
  (void)state;
  sweep(save_hurt, "save");
}

static void test_settle(void **state) {
  (void)state;
  sweep(settle_hurt, "settle");
}

static void test_sort_out(void **state) {
  (void)state;
  sweep(sort_hurt, "lost, forget, tidy, check");
}

/* ------------------------------------------------------------------------------------- the drafts
 */

static const char *get(const kp_drafts *drafts, const char *key) {
  const char *text = kp_drafts_get(drafts, key);
  return text != NULL ? text : "";
}

static kp_drafts *open_drafts(fake_team *team, const char *name) {
  kp_drafts *drafts = kp_drafts_open(team->document.context, name);
  assert_non_null(drafts);
  return drafts;
}

static bool drafts_hurt(void *data) {
  fake_team *team = data;
  fake_office_empty(&team->office);
  kp_drafts *drafts = open_drafts(team, "one");
  assert_true(kp_drafts_set(drafts, "kept", "this stays"));
  assert_true(kp_drafts_set(drafts, "typed", "before"));
  kp_drafts_free(drafts);
  fault_arm();
  drafts = kp_drafts_open(team->document.context, "one");
  bool set = drafts != NULL && kp_drafts_set(drafts, "typed", "after");
  bool renamed = drafts != NULL && kp_drafts_rename(drafts, "two");
  fault_disarm();
  if (drafts != NULL && strcmp(get(drafts, "typed"), "after") != 0 && set)
    fail_msg("fault %ld: what was typed is gone from the panel", fault_point());
  kp_drafts_free(drafts);
  kp_drafts *one = open_drafts(team, "one");
  kp_drafts *two = open_drafts(team, "two");
  bool by_two = strcmp(get(two, "kept"), "this stays") == 0;
  if (!by_two && strcmp(get(one, "kept"), "this stays") != 0)
    fail_msg("fault %ld: what was typed before is gone", fault_point());
  const char *typed = get(by_two ? two : one, "typed");
  if (strcmp(typed, "after") != 0 && (set || strcmp(typed, "before") != 0))
    fail_msg("fault %ld: “%s” was typed, set %d", fault_point(), typed, set);
  if (renamed && !by_two)
    fail_msg("fault %ld: told renamed", fault_point());
  kp_drafts_free(two);
  kp_drafts_free(one);
  return true;
}

static void test_drafts(void **state) {
  fake_team team;
  (void)state;
  fake_team_open(&team, NULL);
  long memory = fault_sweep(FAULT_MEMORY, 1, drafts_hurt, &team);
  long files = fault_sweep(FAULT_FILE, 1, drafts_hurt, &team);
  print_message("drafts: %ld allocations, %ld operations on files\n", memory, files);
  assert_true(memory > 50 && files > 20);
  fake_team_close(&team);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_append), cmocka_unit_test(test_restore),
      cmocka_unit_test(test_verify), cmocka_unit_test(test_save),
      cmocka_unit_test(test_settle), cmocka_unit_test(test_sort_out),
      cmocka_unit_test(test_drafts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
