/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of the journal: what is written comes back, and nothing else is read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../src/workbook/grid.h"
#include "../../src/workbook/record.h"

#include <stdlib.h>
#include <string.h>

static const char tricky[] = "tab\there, back\\slash \\t, line\nbreak\r, \xF0\x9F\x91\x8D, =1+1";

static char *copy(const char *text) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  char *made = kp_record_copy(&error, text);
  assert_non_null(made);
  return made;
}

static void test_round_trip(void **state) {
  (void)state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_record record = {.change = true,
                      .table = copy("actions"),
                      .id = copy("A-7K3Q2"),
                      .proof = copy("2026-11-22 09:30:00.123456"),
                      .uid = copy("0123456789ABCDEF-7"),
                      .book = copy("7K3Q2"),
                      .url = copy("file:///tmp/a%20b.ods"),
                      .file = copy("1200 1700000000 1700000100"),
                      .time = copy("2026-11-22 09:30:00.123456")};
  kp_record back;
  assert_true(kp_record_set_text(&error, &record, "action", "first"));
  assert_true(kp_record_set_text(&error, &record, "action", tricky));
  assert_true(kp_record_set_day(&error, &record, "deadline", 46000));
  assert_true(kp_record_set_text(&error, &record, "reason", ""));
  char *line = kp_record_line(&record);
  assert_non_null(line);
  size_t length = strlen(line);
  assert_int_equal(line[length - 1], '\n');
  assert_ptr_equal(strchr(line, '\n'), line + length - 1);
  line[length - 1] = '\0';
  assert_true(kp_record_parse(line, &back));
  assert_true(back.change);
  assert_string_equal(back.id, record.id);
  assert_string_equal(back.proof, record.proof);
  assert_string_equal(back.uid, record.uid);
  assert_string_equal(back.book, record.book);
  assert_string_equal(back.url, record.url);
  assert_string_equal(back.file, record.file);
  assert_string_equal(back.time, record.time);
  assert_int_equal(back.count, 3);
  assert_string_equal(kp_record_cell(&back, "action")->text, tricky);
  assert_null(kp_record_cell(&back, "deadline")->text);
  assert_int_equal(kp_record_cell(&back, "deadline")->serial, 46000);
  assert_string_equal(kp_record_cell(&back, "reason")->text, "");
  assert_null(kp_record_cell(&back, "owner"));
  free(line);
  kp_record_clear(&back);
  kp_record_clear(&record);
}

/* A line of the journal without its end. */
static char *some_line(void) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_record record = {.table = copy("actions"),
                      .id = copy("A-7K3Q2"),
                      .proof = copy(""),
                      .uid = copy("0123456789ABCDEF-7"),
                      .book = copy(""),
                      .url = copy(""),
                      .file = copy(""),
                      .time = copy("2026-11-22 09:30:00.123456")};
  assert_true(kp_record_set_text(&error, &record, "action", "Call every customer back"));
  assert_true(kp_record_set_text(&error, &record, "owner", "Petra"));
  char *line = kp_record_line(&record);
  assert_non_null(line);
  line[strlen(line) - 1] = '\0';
  kp_record_clear(&record);
  return line;
}

static void refused(const char *line) {
  kp_record record;
  assert_false(kp_record_parse(line, &record));
  assert_null(record.table);
  assert_int_equal(record.count, 0);
}

static void test_a_line_cut_short_is_no_record(void **state) {
  (void)state;
  char *line = some_line();
  for (size_t size = strlen(line); size > 0; size--) {
    line[size - 1] = '\0';
    refused(line);
  }
  free(line);
}

static void test_a_changed_byte_makes_a_line_no_record(void **state) {
  (void)state;
  kp_record record;
  char *line = some_line();
  for (size_t i = 0; i < strlen(line); i++) {
    for (int bit = 0; bit < 8; bit++) {
      char was = line[i];
      line[i] = (char)(was ^ (1 << bit));
      refused(line);
      line[i] = was;
    }
  }
  assert_true(kp_record_parse(line, &record));
  kp_record_clear(&record);
  free(line);
}

static void test_other_lines_are_no_records(void **state) {
  (void)state;
  refused("");
  refused("append\tactions\tA-1\t\t7\turl\ttime"); /* without version and checksum */
  char *note = kp_record_note("append", "actions");
  assert_non_null(note);
  note[strlen(note) - 1] = '\0';
  refused(note); /* whole, but without its fields */
  char *text = kp_record_read_note(note, "append");
  assert_string_equal(text, "actions");
  assert_null(kp_record_read_note(note, "cut"));
  free(text);
  free(note);
}

static void test_ids(void **state) {
  (void)state;
  static const char *const good[] = {"A-7K3Q2", "FP-00000", "ABC-ZZZZZ"};
  static const char *const bad[] = {"",         "A",       "A-",         "A-7K3Q",
                                    "A-7K3Q2X", "a-7K3Q2", "ABCD-7K3Q2", "-7K3Q2",
                                    "A-7K3QI",  "A 7K3Q2", "[end]",      "[actions]"};
  for (size_t i = 0; i < sizeof good / sizeof *good; i++)
    assert_true(kp_grid_is_id(good[i]));
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    assert_false(kp_grid_is_id(bad[i]));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_round_trip),
      cmocka_unit_test(test_a_line_cut_short_is_no_record),
      cmocka_unit_test(test_a_changed_byte_makes_a_line_no_record),
      cmocka_unit_test(test_other_lines_are_no_records),
      cmocka_unit_test(test_ids),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
