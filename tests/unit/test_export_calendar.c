/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendar files: what other programs stumble over. tests/office/test_export_files.py reads such a
 * file with libical. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../src/export/calendar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STAMP "20261130T101500Z"

static const kp_date monday = {2026, 11, 30};

static char *file_of(const char *what, const char *more) {
  const kp_export_event event = {"A-7K3Q2.actions@kernpunt", monday, what, more};
  char *text = kp_export_calendar_text(&event, 1, STAMP, 7);
  assert_non_null(text);
  return text;
}

static void test_an_event_is_a_whole_day_that_ends_on_the_next(void **state) {
  (void)state;
  char *text = file_of("Call Bart", "Petra");
  static const char *const lines[] = {"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:",
                                      "\r\nBEGIN:VEVENT\r\n",
                                      "\r\nUID:A-7K3Q2.actions@kernpunt\r\n",
                                      "\r\nDTSTAMP:" STAMP "\r\n",
                                      "\r\nSEQUENCE:7\r\n",
                                      "\r\nDTSTART;VALUE=DATE:20261130\r\n",
                                      "\r\nDTEND;VALUE=DATE:20261201\r\n",
                                      "\r\nSUMMARY:Call Bart\r\n",
                                      "\r\nDESCRIPTION:Petra\r\n",
                                      "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"};
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
    if (strstr(text, lines[i]) == NULL)
      fail_msg("no %s in %s", lines[i], text);
  assert_null(strstr(text, "VTODO"));
  free(text);
}

static void test_what_means_something_is_escaped(void **state) {
  (void)state;
  char *text = file_of("one; two, three\\four\nfive\r\nsix\x01seven", "");
  assert_non_null(strstr(text, "SUMMARY:one\\; two\\, three\\\\four\\nfive\\nsixseven\r\n"));
  assert_null(strstr(text, "DESCRIPTION"));
  free(text);
}

/* Takes the folds out again, and holds every line to its rules. */
static char *unfold(const char *text) {
  char *whole = calloc(1, strlen(text) + 1);
  size_t size = 0;
  const char *line = text;
  assert_non_null(whole);
  while (*line != '\0') {
    const char *end = strstr(line, "\r\n");
    assert_non_null(end);
    assert_true(end - line <= 75);
    assert_null(memchr(line, '\n', (size_t)(end - line)));
    assert_true(kp_fold_utf8(line, (size_t)(end - line))); /* no character is parted */
    const char *from = line;
    if (*line == ' ') {
      size -= 2; /* the line end before it */
      from++;
    }
    memcpy(whole + size, from, (size_t)(end + 2 - from));
    size += (size_t)(end + 2 - from);
    line = end + 2;
  }
  whole[size] = '\0';
  return whole;
}

static void test_folds_lose_nothing(void **state) {
  (void)state;
  static const char *const pieces[] = {"a", " ", "é", "€", "\xF0\x9F\x99\x82", ";", "word "};
  unsigned draw = 7;
  for (int length = 0; length < 300; length++) {
    char what[2000] = "";
    char expected[4100] = "SUMMARY:";
    for (int i = 0; i < length; i++) {
      draw = draw * 1103515245U + 12345U;
      const char *piece = pieces[(draw >> 16) % 7];
      strcat(what, piece);
      strcat(expected, piece[0] == ';' ? "\\;" : piece);
    }
    strcat(expected, "\r\n");
    char *text = file_of(what, "");
    char *whole = unfold(text);
    assert_non_null(strstr(whole, expected));
    free(whole);
    free(text);
  }
}

static void test_the_last_day_there_is(void **state) {
  (void)state;
  const kp_export_event event = {"x", {9999, 12, 31}, "end", ""};
  char *text = kp_export_calendar_text(&event, 1, STAMP, 1);
  assert_non_null(strstr(text, "DTSTART;VALUE=DATE:99991231"));
  free(text);
}

static void test_many_entries_are_all_there(void **state) {
  (void)state;
  enum { MANY = 10000 };
  kp_export_event *events = calloc(MANY, sizeof *events);
  assert_non_null(events);
  for (int i = 0; i < MANY; i++)
    events[i] =
        (kp_export_event){"A-00000.actions@kernpunt", monday,
                          "Call everyone who waited, and say why", "Petra Jansen (Actions)"};
  char *text = kp_export_calendar_text(events, MANY, STAMP, 1);
  assert_non_null(text);
  int found = 0;
  for (const char *at = text; (at = strstr(at, "BEGIN:VEVENT\r\n")) != NULL; at++)
    found++;
  assert_int_equal(found, MANY);
  free(text);
  free(events);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_an_event_is_a_whole_day_that_ends_on_the_next),
      cmocka_unit_test(test_what_means_something_is_escaped),
      cmocka_unit_test(test_folds_lose_nothing),
      cmocka_unit_test(test_the_last_day_there_is),
      cmocka_unit_test(test_many_entries_are_all_there),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
