/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file of the journal: what is kept, what is taken out, who may read it, who may write it when.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../src/workbook/journal_file.h"
#include "journal_fixture.h"
#include "kernpunt/profile.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define JOURNAL "journal.txt"

static int make(void **state) {
  static journal_fixture of;
  umask(022);
  journal_fixture_make(&of);
  *state = &of;
  return 0;
}

static int unmake(void **state) {
  journal_fixture_remove(*state);
  return 0;
}

static void append(const journal_fixture *of, const char *id) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  char *line = journal_fixture_line(id);
  if (!kp_journal_file_append(&error, of->url, line))
    fail_msg("%s", error.message);
  free(line);
}

/* All of it, read. */
typedef struct whole {
  kp_journal_text text;
  kp_journal journal;
} whole;

static whole read_whole(const journal_fixture *of) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  whole all;
  if (!kp_journal_file_read(&error, of->url, &all.text, &all.journal))
    fail_msg("%s", error.message);
  return all;
}

static void clear(whole *all) {
  kp_journal_clear(&all->journal);
  kp_journal_text_clear(&all->text);
}

/* The IDs in the journal, in their order, with blanks between them. */
static const char *ids(const journal_fixture *of) {
  static char text[8192];
  whole all = read_whole(of);
  text[0] = '\0';
  for (size_t i = 0; i < all.journal.count; i++) {
    strcat(text, i > 0 ? " " : "");
    strcat(text, all.journal.records[i].id);
  }
  clear(&all);
  return text;
}

static void withdraw(const journal_fixture *of, const char *id) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_record record = journal_fixture_record(id);
  if (!kp_journal_file_withdraw(&error, of->url, &record, 1))
    fail_msg("%s", error.message);
  kp_record_clear(&record);
}

static void test_what_is_added_is_read_and_taken_out(void **state) {
  const journal_fixture *of = *state;
  assert_string_equal(ids(of), "");
  append(of, "A-00001");
  append(of, "A-00002");
  append(of, "A-00003");
  assert_string_equal(ids(of), "A-00001 A-00002 A-00003");
  withdraw(of, "A-00002");
  assert_string_equal(ids(of), "A-00001 A-00003");
  withdraw(of, "A-00002");
  withdraw(of, "A-00003");
  assert_string_equal(ids(of), "A-00001");
}

/* ------------------------------------------------------------------------ lines that are not whole
 */

static void test_a_stump_is_cut_off_and_told(void **state) {
  const journal_fixture *of = *state;
  size_t size = 0;
  append(of, "A-00001");
  append(of, "A-00002");
  char *bytes = journal_fixture_read(of, JOURNAL, &size);
  size_t line = size / 2;
  for (size_t cut = line + 1; cut < size; cut++) {
    journal_fixture_write(of, JOURNAL, bytes, cut);
    whole all = read_whole(of);
    assert_int_equal(all.journal.count, 1);
    assert_int_equal(all.journal.cut_count, 1); /* told before anything is written */
    assert_memory_equal(all.journal.cut[0], "1", 1);
    clear(&all);
    append(of, "A-00003");
    assert_string_equal(ids(of), "A-00001 A-00003");
    all = read_whole(of);
    assert_int_equal(all.journal.cut_count, 1); /* and after */
    assert_int_equal(all.journal.kept, 0);
    if (cut > line + 30)
      assert_non_null(strstr(all.journal.cut[0], "actions A-00002"));
    clear(&all);
  }
  free(bytes);
}

static void test_zeros_of_a_power_cut_hide_nothing(void **state) {
  const journal_fixture *of = *state;
  static const char zeros[300] = {0};
  size_t size = 0;
  append(of, "A-00001");
  char *bytes = journal_fixture_read(of, JOURNAL, &size);
  bytes = realloc(bytes, 2 * size + 2 * sizeof zeros);
  assert_non_null(bytes);
  memcpy(bytes + size, zeros, sizeof zeros);
  bytes[size + sizeof zeros] = '\n'; /* a line of zeros, then a whole one, then zeros */
  memcpy(bytes + size + sizeof zeros + 1, bytes, size);
  bytes[size + sizeof zeros + 8] ^= 1; /* damaged */
  memcpy(bytes + 2 * size + sizeof zeros + 1, zeros, 100);
  journal_fixture_write(of, JOURNAL, bytes, 2 * size + sizeof zeros + 101);
  append(of, "A-00002");
  assert_string_equal(ids(of), "A-00001 A-00002");
  whole all = read_whole(of);
  assert_int_equal(all.journal.kept, 2);
  assert_int_equal(all.journal.cut_count, 1);
  clear(&all);
  free(bytes);
}

static void test_a_newer_version_is_kept_byte_for_byte(void **state) {
  const journal_fixture *of = *state;
  static const char newer[] = "2\tmove\t\\x\xFF\x01 anything\t\t=\n7\tappend\tactions\tA-00009\n";
  size_t size = 0;
  append(of, "A-00001");
  char *bytes = journal_fixture_read(of, JOURNAL, &size);
  char *all = malloc(size + sizeof newer);
  assert_non_null(all);
  memcpy(all, newer, sizeof newer - 1);
  memcpy(all + sizeof newer - 1, bytes, size);
  journal_fixture_write(of, JOURNAL, all, size + sizeof newer - 1);
  free(all);
  free(bytes);
  append(of, "A-00002");
  withdraw(of, "A-00001"); /* in the middle: all is written anew */
  withdraw(of, "A-00002");
  bytes = journal_fixture_read(of, JOURNAL, &size);
  assert_int_equal(size, sizeof newer - 1);
  assert_memory_equal(bytes, newer, size);
  free(bytes);
  whole now = read_whole(of);
  assert_int_equal(now.journal.kept, 2);
  assert_int_equal(now.journal.count, 0);
  clear(&now);
}

static void test_rows_that_came_meanwhile_stay(void **state) {
  const journal_fixture *of = *state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  append(of, "A-00001");
  append(of, "A-00002");
  append(of, "A-00003");
  whole seen = read_whole(of); /* somebody looks into the saved file, and that takes a while */
  append(of, "A-00004");
  withdraw(of, "A-00001");
  seen.text.lines[0].drop = true;
  seen.text.lines[1].drop = true;
  seen.text.lines[2].becomes = journal_fixture_line("A-00033");
  assert_true(kp_journal_file_commit(&error, of->url, &seen.text));
  clear(&seen);
  assert_string_equal(ids(of), "A-00033 A-00004");
}

/* ------------------------------------------------------------------------------------- privacy */

static void test_only_the_owner_may_read(void **state) {
  const journal_fixture *of = *state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  append(of, "A-00001");
  assert_true(kp_profile_replace(&error, of->url, "drafts/settings.txt", "x", 1));
  assert_int_equal(journal_fixture_mode(of, ""), 0700);
  assert_int_equal(journal_fixture_mode(of, JOURNAL), 0600);
  assert_int_equal(journal_fixture_mode(of, "lock"), 0600);
  assert_int_equal(journal_fixture_mode(of, "drafts"), 0700);
  assert_int_equal(journal_fixture_mode(of, "drafts/settings.txt"), 0600);
  withdraw(of, "A-00001");
  assert_int_equal(journal_fixture_mode(of, JOURNAL), 0600);
}

static void test_what_was_left_open_is_closed(void **state) {
  const journal_fixture *of = *state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  char path[200];
  char *bytes = NULL;
  size_t size = 0;
  assert_int_equal(mkdir(of->path, 0755), 0);
  snprintf(path, sizeof path, "%s/drafts", of->path);
  assert_int_equal(mkdir(path, 0755), 0);
  journal_fixture_write(of, JOURNAL, "", 0);
  journal_fixture_write(of, "drafts/one.txt", "x", 1);
  journal_fixture_write(of, "drafts/two.txt", "x", 1);
  /* Looking is enough. */
  assert_string_equal(ids(of), "");
  assert_int_equal(journal_fixture_mode(of, ""), 0700);
  assert_int_equal(journal_fixture_mode(of, JOURNAL), 0600);
  assert_true(kp_profile_read(&error, of->url, "drafts/one.txt", &bytes, &size));
  free(bytes);
  assert_int_equal(journal_fixture_mode(of, "drafts"), 0700);
  assert_int_equal(journal_fixture_mode(of, "drafts/one.txt"), 0600);
  assert_int_equal(journal_fixture_mode(of, "drafts/two.txt"), 0600);
}

/* ---------------------------------------------------------------------------- one at a time */

/* A process of its own that takes hold of the journal; it writes a byte into the pipe when it has
 * it, and lets go when it reads one, or is killed. */
static pid_t start_holder(const journal_fixture *of, int tell, int hear) {
  pid_t child = fork();
  if (child == 0) {
    kp_uno_error error = KP_UNO_NO_ERROR;
    kp_profile_hold hold;
    char byte = 'x';
    bool good = kp_profile_take_hold(&error, of->url, &hold) && write(tell, &byte, 1) == 1 &&
                read(hear, &byte, 1) == 1;
    kp_profile_let_go(&hold);
    _exit(good ? 0 : 1);
  }
  assert_true(child > 0);
  return child;
}

static void test_another_office_is_waited_for(void **state) {
  const journal_fixture *of = *state;
  int told[2];
  int ask[2];
  char byte = 0;
  int status = 0;
  assert_int_equal(pipe(told), 0);
  assert_int_equal(pipe(ask), 0);
  pid_t child = start_holder(of, told[1], ask[0]);
  assert_int_equal(read(told[0], &byte, 1), 1);
  /* It lets go as soon as it is asked; until then nothing gets in. */
  kp_uno_error error = KP_UNO_NO_ERROR;
  char *line = journal_fixture_line("A-00001");
  assert_false(kp_journal_file_append(&error, of->url, line));
  assert_non_null(strstr(error.message, "another office"));
  free(line);
  assert_int_equal(write(ask[1], &byte, 1), 1);
  append(of, "A-00002");
  assert_int_equal(waitpid(child, &status, 0), child);
  assert_int_equal(status, 0);
  assert_string_equal(ids(of), "A-00002");
}

static void test_a_dead_office_holds_nothing(void **state) {
  const journal_fixture *of = *state;
  int told[2];
  int ask[2];
  char byte = 0;
  assert_int_equal(pipe(told), 0);
  assert_int_equal(pipe(ask), 0);
  pid_t child = start_holder(of, told[1], ask[0]);
  assert_int_equal(read(told[0], &byte, 1), 1);
  assert_int_equal(kill(child, SIGKILL), 0);
  assert_int_equal(waitpid(child, NULL, 0), child);
  append(of, "A-00001");
  assert_string_equal(ids(of), "A-00001");
}

enum { WRITERS = 4, ROWS = 20 };

/* Adds rows and takes every second one back. */
static bool write_rows(const journal_fixture *of, int writer) {
  bool good = true;
  for (int row = 0; good && row < ROWS; row++) {
    kp_uno_error error = KP_UNO_NO_ERROR;
    char id[16];
    snprintf(id, sizeof id, "A-%02d%03d", writer, row);
    kp_record record = journal_fixture_record(id);
    char *line = journal_fixture_line(id);
    good = kp_journal_file_append(&error, of->url, line) &&
           (row % 2 == 0 || kp_journal_file_withdraw(&error, of->url, &record, 1));
    free(line);
    kp_record_clear(&record);
  }
  return good;
}

static void check_rows(const journal_fixture *of) {
  whole all = read_whole(of);
  assert_int_equal(all.journal.count, WRITERS * ROWS / 2);
  assert_int_equal(all.journal.kept, 0);
  assert_int_equal(all.journal.cut_count, 0);
  clear(&all);
}

typedef struct thread_job {
  const journal_fixture *of;
  int writer;
  bool good;
} thread_job;

static void *run(void *data) {
  thread_job *job = data;
  job->good = write_rows(job->of, job->writer);
  return NULL;
}

static void test_threads_lose_nothing(void **state) {
  pthread_t threads[WRITERS];
  thread_job jobs[WRITERS];
  for (int i = 0; i < WRITERS; i++) {
    jobs[i] = (thread_job){*state, i, false};
    assert_int_equal(pthread_create(&threads[i], NULL, run, &jobs[i]), 0);
  }
  for (int i = 0; i < WRITERS; i++) {
    assert_int_equal(pthread_join(threads[i], NULL), 0);
    assert_true(jobs[i].good);
  }
  check_rows(*state);
}

static void test_offices_of_one_profile_lose_nothing(void **state) {
  pid_t children[WRITERS];
  for (int i = 0; i < WRITERS; i++) {
    children[i] = fork();
    if (children[i] == 0)
      _exit(write_rows(*state, i) ? 0 : 1);
  }
  for (int i = 0; i < WRITERS; i++) {
    int status = 1;
    assert_int_equal(waitpid(children[i], &status, 0), children[i]);
    assert_int_equal(status, 0);
  }
  check_rows(*state);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_what_is_added_is_read_and_taken_out, make, unmake),
      cmocka_unit_test_setup_teardown(test_a_stump_is_cut_off_and_told, make, unmake),
      cmocka_unit_test_setup_teardown(test_zeros_of_a_power_cut_hide_nothing, make, unmake),
      cmocka_unit_test_setup_teardown(test_a_newer_version_is_kept_byte_for_byte, make, unmake),
      cmocka_unit_test_setup_teardown(test_rows_that_came_meanwhile_stay, make, unmake),
      cmocka_unit_test_setup_teardown(test_only_the_owner_may_read, make, unmake),
      cmocka_unit_test_setup_teardown(test_what_was_left_open_is_closed, make, unmake),
      cmocka_unit_test_setup_teardown(test_another_office_is_waited_for, make, unmake),
      cmocka_unit_test_setup_teardown(test_a_dead_office_holds_nothing, make, unmake),
      cmocka_unit_test_setup_teardown(test_threads_lose_nothing, make, unmake),
      cmocka_unit_test_setup_teardown(test_offices_of_one_profile_lose_nothing, make, unmake),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
