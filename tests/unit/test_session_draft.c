/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts as keys and texts, and as the lines of a file that may be broken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/session/draft_text.h"

static void read_text(kp_draft_items *items, const char *text) {
  assert_true(kp_draft_items_read(items, text, strlen(text)));
}

static void test_set_and_get(void **state) {
  kp_draft_items items = {NULL, 0, 0, 0};
  (void)state;
  assert_null(kp_draft_items_get(&items, "a"));
  assert_int_equal(kp_draft_items_set(&items, "a", ""), KP_DRAFT_SAME);
  assert_int_equal(kp_draft_items_set(&items, "a", NULL), KP_DRAFT_SAME);
  assert_int_equal(kp_draft_items_set(&items, "a", "one"), KP_DRAFT_CHANGED);
  assert_int_equal(kp_draft_items_set(&items, "a", "one"), KP_DRAFT_SAME);
  assert_int_equal(kp_draft_items_set(&items, "b", "two"), KP_DRAFT_CHANGED);
  assert_int_equal(kp_draft_items_set(&items, "a", "three"), KP_DRAFT_CHANGED);
  assert_string_equal(kp_draft_items_get(&items, "a"), "three");
  assert_string_equal(kp_draft_items_get(&items, "b"), "two");
  assert_int_equal(items.count, 2);
  assert_int_equal(kp_draft_items_set(&items, "a", ""), KP_DRAFT_CHANGED);
  assert_null(kp_draft_items_get(&items, "a"));
  assert_int_equal(items.count, 1);
  kp_draft_items_clear(&items);
  assert_int_equal(items.bytes, 0);
}

static void test_drop_and_has(void **state) {
  kp_draft_items items = {NULL, 0, 0, 0};
  (void)state;
  kp_draft_items_set(&items, "follow/F-1/action/what", "x");
  kp_draft_items_set(&items, "follow/F-1/action/who", "y");
  kp_draft_items_set(&items, "follow/F-12/action/who", "z");
  assert_true(kp_draft_items_has(&items, "follow/F-1/"));
  assert_false(kp_draft_items_has(&items, "today/"));
  assert_int_equal(kp_draft_items_drop(&items, "today/"), KP_DRAFT_SAME);
  assert_int_equal(kp_draft_items_drop(&items, "follow/F-1/"), KP_DRAFT_CHANGED);
  assert_false(kp_draft_items_has(&items, "follow/F-1/"));
  assert_string_equal(kp_draft_items_get(&items, "follow/F-12/action/who"), "z");
  kp_draft_items_clear(&items);
}

static void test_what_is_written_is_read(void **state) {
  static const char *const texts[] = {
      "plain", "two\nlines", "tab\there", "back\\slash\\n", "\r\n", "Chloë – “ok” 🙂",
      " "};
  kp_draft_items items = {NULL, 0, 0, 0};
  kp_draft_items again = {NULL, 0, 0, 0};
  (void)state;
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    char key[32];
    snprintf(key, sizeof key, "key\t%zu\n", i);
    assert_int_equal(kp_draft_items_set(&items, key, texts[i]), KP_DRAFT_CHANGED);
  }
  char *lines = kp_draft_items_write(&items);
  assert_non_null(lines);
  assert_true(strlen(lines) <= items.bytes);
  read_text(&again, lines);
  assert_int_equal(again.count, items.count);
  for (size_t i = 0; i < items.count; i++)
    assert_string_equal(kp_draft_items_get(&again, items.list[i].key), items.list[i].text);
  free(lines);
  kp_draft_items_clear(&again);
  kp_draft_items_clear(&items);
}

static void test_broken_lines_are_passed_over(void **state) {
  kp_draft_items items = {NULL, 0, 0, 0};
  (void)state;
  read_text(&items, "no tab\n"
                    "\n"
                    "\tno key\n"
                    "good\tone\n"
                    "bad\tescape \\x\n"
                    "bad2\tends in escape \\\n"
                    "bad3\t\xC3(\n"
                    "bad4\t\xFF\n"
                    "good2\ttwo\n"
                    "cut\tshor");
  assert_int_equal(items.count, 2);
  assert_string_equal(kp_draft_items_get(&items, "good"), "one");
  assert_string_equal(kp_draft_items_get(&items, "good2"), "two");
  static const char with_nul[] = "a\tx\0y\nb\tz\n";
  assert_true(kp_draft_items_read(&items, with_nul, sizeof with_nul - 1));
  assert_null(kp_draft_items_get(&items, "a"));
  assert_string_equal(kp_draft_items_get(&items, "b"), "z");
  kp_draft_items_clear(&items);
}

static void test_a_later_line_counts(void **state) {
  kp_draft_items items = {NULL, 0, 0, 0};
  (void)state;
  read_text(&items, "a\tone\na\ttwo\nb\tx\nb\t\n");
  assert_string_equal(kp_draft_items_get(&items, "a"), "two");
  assert_null(kp_draft_items_get(&items, "b"));
  kp_draft_items_clear(&items);
}

static void test_there_is_a_limit(void **state) {
  kp_draft_items items = {NULL, 0, 0, 0};
  (void)state;
  char *large = malloc(KP_DRAFT_BYTES + 1);
  assert_non_null(large);
  memset(large, 'x', KP_DRAFT_BYTES);
  large[KP_DRAFT_BYTES] = '\0';
  assert_int_equal(kp_draft_items_set(&items, "a", "small"), KP_DRAFT_CHANGED);
  assert_int_equal(kp_draft_items_set(&items, "a", large), KP_DRAFT_REFUSED);
  assert_int_equal(kp_draft_items_set(&items, "b", large), KP_DRAFT_REFUSED);
  assert_string_equal(kp_draft_items_get(&items, "a"), "small");
  assert_int_equal(items.count, 1);
  free(large);
  kp_draft_items_clear(&items);
}

static void expect_name(const char *url, const char *expected) {
  char *name = kp_draft_name_of_url(url);
  assert_non_null(name);
  assert_string_equal(name, expected);
  free(name);
}

/* FNV-1a with 64 bits: the values are of its authors' test suite. */
static void test_names(void **state) {
  (void)state;
  expect_name("", "cbf29ce484222325-");
  expect_name("a", "af63dc4c8601ec8c-a");
  expect_name("foobar", "85944171f73967e8-foobar");
  char *name = kp_draft_name_of_url("file:///home/petra/Klant%20onderzoek.ods");
  assert_non_null(name);
  assert_string_equal(name + 16, "-Klant_20onderzoek.ods");
  free(name);
  name = kp_draft_name_of_url(
      "file:///x/a-very-long-name-of-a-workbook-that-goes-on-and-on-and-on.ods");
  assert_non_null(name);
  assert_int_equal(strlen(name), 16 + 1 + 40);
  assert_string_equal(name + strlen(name) - 7, "-on.ods");
  free(name);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_set_and_get),
      cmocka_unit_test(test_drop_and_has),
      cmocka_unit_test(test_what_is_written_is_read),
      cmocka_unit_test(test_broken_lines_are_passed_over),
      cmocka_unit_test(test_a_later_line_counts),
      cmocka_unit_test(test_there_is_a_limit),
      cmocka_unit_test(test_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
