/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules for an action, both sides of every limit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kernpunt/method.h"

static const kp_date today = {2026, 7, 15};

static const kp_action_entry good_entry = {"Call the customer", "Jansen, Petra", "31-12",
                                           KP_STATUS_TODO};

static void expect_good(const kp_action_entry *entry) {
  kp_action action = {NULL, NULL, {0, 0, 0}, KP_STATUS_TODO};
  kp_problem problem = {KP_FIELD_COUNT, KP_TEXT_NONE, 0};
  kp_action_answer answer = kp_action_check(entry, today, &action, &problem);
  if (answer != KP_ACTION_GOOD)
    fail_msg("refused: %s", kp_text_get(problem.text, KP_LANGUAGE_EN));
  kp_action_clear(&action);
  assert_null(action.what);
}

static void expect_refused(const kp_action_entry *entry, kp_field field, kp_text text,
                           size_t excess) {
  kp_action action = {NULL, NULL, {0, 0, 0}, KP_STATUS_TODO};
  kp_problem problem = {KP_FIELD_COUNT, KP_TEXT_NONE, 0};
  kp_action_answer answer = kp_action_check(entry, today, &action, &problem);
  if (answer == KP_ACTION_GOOD)
    fail_msg("accepted what=\"%.40s\" owner=\"%.40s\" deadline=\"%.40s\"", entry->what,
             entry->owner, entry->deadline);
  assert_int_equal(answer, KP_ACTION_REFUSED);
  assert_int_equal(problem.field, field);
  assert_string_equal(kp_text_get(problem.text, KP_LANGUAGE_EN), kp_text_get(text, KP_LANGUAGE_EN));
  assert_int_equal(problem.excess, excess);
  assert_null(action.what);
}

static void test_a_good_action_is_cleaned(void **state) {
  (void)state;
  kp_action action;
  kp_problem problem;
  kp_action_entry entry = {"  Call\nthe customer ", " Jansen, Petra ", "31-12", KP_STATUS_PROGRESS};
  assert_int_equal(kp_action_check(&entry, today, &action, &problem), KP_ACTION_GOOD);
  assert_string_equal(action.what, "Call / the customer");
  assert_string_equal(action.owner, "Jansen, Petra");
  assert_int_equal(kp_date_serial(action.deadline), 46387);
  assert_int_equal(action.status, KP_STATUS_PROGRESS);
  kp_action_clear(&action);
}

static void test_required_fields(void **state) {
  (void)state;
  static const char *const empty[] = {"", " ", "\n", "\t \r\n", "\x01"};
  for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
    kp_action_entry entry = good_entry;
    entry.what = empty[i];
    expect_refused(&entry, KP_FIELD_WHAT, KP_TEXT_WHAT_MISSING, 0);
    entry = good_entry;
    entry.owner = empty[i];
    expect_refused(&entry, KP_FIELD_OWNER, KP_TEXT_OWNER_MISSING, 0);
  }
  kp_action_entry entry = good_entry;
  entry.deadline = " ";
  expect_refused(&entry, KP_FIELD_DEADLINE, KP_TEXT_DEADLINE_MISSING, 0);
}

static void test_the_first_field_is_named_first(void **state) {
  (void)state;
  kp_action_entry entry = {"", "", "", KP_STATUS_HOLD};
  expect_refused(&entry, KP_FIELD_WHAT, KP_TEXT_WHAT_MISSING, 0);
  entry.what = "x";
  expect_refused(&entry, KP_FIELD_OWNER, KP_TEXT_OWNER_MISSING, 0);
  entry.owner = "x";
  expect_refused(&entry, KP_FIELD_DEADLINE, KP_TEXT_DEADLINE_MISSING, 0);
  entry.deadline = "today";
  expect_refused(&entry, KP_FIELD_STATUS, KP_TEXT_STATUS_WRONG, 0);
}

static void test_one_owner(void **state) {
  (void)state;
  static const char *const one[] = {
      "Petra",        "Jansen, Petra", "Petra Jansen", "P. van den Enden",
      "Anderson",     "Rene",          "Jan-Willem",   "O'Brien",
      "En",           "And",           "Jan en",       "and Jan",
      "Chantal (KC)", "Andrea Enders", "Jan Andersen", "Sand Ender",
      "Jan\n",        "\xC3\xA9n",
  };
  static const char *const several[] = {
      "Jan/Piet",
      "Jan / Piet",
      "Jan;Piet",
      "Jan & Piet",
      "Jan&Piet",
      "Jan + Piet",
      "Jan\nPiet",
      "Jan\r\nPiet",
      "Jan en Piet",
      "Jan EN Piet",
      "Jan and Piet",
      "Jan And Piet",
      "Jan,Piet en Klaas",
      "Jan\ten\tPiet",
      "Jan  en  Piet",
      "Jan\xE2\x80\xA8Piet",
      "/",
      "Jan;",
  };
  kp_action_entry entry = good_entry;
  for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
    entry.owner = one[i];
    expect_good(&entry);
  }
  for (size_t i = 0; i < sizeof several / sizeof *several; i++) {
    entry.owner = several[i];
    expect_refused(&entry, KP_FIELD_OWNER, KP_TEXT_OWNER_SEVERAL, 0);
  }
}

static void test_deadline(void **state) {
  (void)state;
  kp_action_entry entry = good_entry;
  entry.deadline = "15-7-2026"; /* today */
  expect_good(&entry);
  entry.deadline = "14-7-2026";
  expect_refused(&entry, KP_FIELD_DEADLINE, KP_TEXT_DEADLINE_PAST, 0);
  entry.status = KP_STATUS_DONE; /* done already: the past is fine */
  expect_good(&entry);
  entry.status = KP_STATUS_PROGRESS;
  expect_refused(&entry, KP_FIELD_DEADLINE, KP_TEXT_DEADLINE_PAST, 0);
  entry.deadline = "soon";
  expect_refused(&entry, KP_FIELD_DEADLINE, KP_TEXT_DEADLINE_UNKNOWN, 0);
  entry.deadline = "31-2";
  expect_refused(&entry, KP_FIELD_DEADLINE, KP_TEXT_DEADLINE_IMPOSSIBLE, 0);
}

static void test_status(void **state) {
  (void)state;
  kp_action_entry entry = good_entry;
  for (int status = 0; status < KP_STATUS_NEW_COUNT; status++) {
    entry.status = (kp_status)status;
    expect_good(&entry);
  }
  for (int status = KP_STATUS_NEW_COUNT; status <= KP_STATUS_COUNT; status++) {
    entry.status = (kp_status)status;
    expect_refused(&entry, KP_FIELD_STATUS, KP_TEXT_STATUS_WRONG, 0);
  }
  assert_string_equal(kp_status_text(KP_STATUS_CANCELLED, KP_LANGUAGE_NL), "Vervallen");
  assert_string_equal(kp_status_text(KP_STATUS_COUNT, KP_LANGUAGE_NL), "");
}

/* Characters count, not bytes: an emoji is one, and blanks at the ends are none. */
static void test_length(void **state) {
  (void)state;
  static const char *const characters[] = {"x", "\xC3\xA9", "\xF0\x9F\x98\x80"};
  for (size_t c = 0; c < 3; c++) {
    size_t size = strlen(characters[c]);
    char *text = calloc(1, (KP_TEXT_MAXIMUM + 8) * size + 2);
    assert_non_null(text);
    for (size_t i = 0; i < KP_TEXT_MAXIMUM; i++)
      memcpy(text + i * size, characters[c], size);
    kp_action_entry entry = good_entry;
    entry.what = text;
    expect_good(&entry);
    entry = good_entry;
    entry.owner = text;
    expect_good(&entry);
    text[KP_TEXT_MAXIMUM * size] = ' ';
    expect_good(&entry);
    memcpy(text + KP_TEXT_MAXIMUM * size, characters[c], size);
    expect_refused(&entry, KP_FIELD_OWNER, KP_TEXT_OWNER_LONG, 1);
    memcpy(text + (KP_TEXT_MAXIMUM + 1) * size, characters[c], size);
    entry = good_entry;
    entry.what = text;
    expect_refused(&entry, KP_FIELD_WHAT, KP_TEXT_WHAT_LONG, 2);
    free(text);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_a_good_action_is_cleaned),
      cmocka_unit_test(test_required_fields),
      cmocka_unit_test(test_the_first_field_is_named_first),
      cmocka_unit_test(test_one_owner),
      cmocka_unit_test(test_deadline),
      cmocka_unit_test(test_status),
      cmocka_unit_test(test_length),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
