/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text table and the cleaning of text for cells. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/text/texts.h"
#include "kernpunt/text.h"

static void test_every_text_in_both_languages(void **state) {
  (void)state;
  assert_string_equal(kp_text_get(KP_TEXT_NONE, KP_LANGUAGE_EN), "");
  for (int id = KP_TEXT_NONE + 1; id < KP_TEXT_COUNT; id++) {
    const char *english = kp_text_get((kp_text)id, KP_LANGUAGE_EN);
    const char *dutch = kp_text_get((kp_text)id, KP_LANGUAGE_NL);
    assert_true(english[0] != '\0' && dutch[0] != '\0');
    static const char *const holes[] = {"{1}", "{2}"};
    for (size_t i = 0; i < 2; i++)
      if ((strstr(english, holes[i]) != NULL) != (strstr(dutch, holes[i]) != NULL))
        fail_msg("\"%s\" and \"%s\" differ in %s", english, dutch, holes[i]);
    if ((strchr(english, '~') != NULL) != (strchr(dutch, '~') != NULL))
      fail_msg("\"%s\" and \"%s\": one lacks its mnemonic", english, dutch);
  }
  assert_string_equal(kp_text_get(KP_TEXT_COUNT, KP_LANGUAGE_EN), "");
  assert_string_equal(kp_text_get((kp_text)-1, KP_LANGUAGE_NL), "");
  assert_string_equal(kp_text_get(KP_TEXT_TODAY_NOW, KP_LANGUAGE_COUNT), "Today");
}

#define KP_TEST_NAME(id, en, nl) #id,
static const char *const names[] = {KP_TEXTS(KP_TEST_NAME)};
#undef KP_TEST_NAME

/* Dialogs have no menu bar above them; the other texts with a mnemonic stand in panels. */
static void test_mnemonics_reach_the_panels(void **state) {
  (void)state;
  /* The menu bar of Calc, English and Dutch: those letters never reach a panel with gtk3. */
  static const char *const menu[] = {"fevioysdtwhk", "bwdiolgxvhk"};
  int seen = 0;
  for (int id = 0; id < KP_TEXT_COUNT; id++) {
    if (strncmp(names[id], "DIALOG_", 7) == 0)
      continue;
    for (int language = 0; language < KP_LANGUAGE_COUNT; language++) {
      const char *mark = strchr(kp_text_get((kp_text)id, (kp_language)language), '~');
      if (mark == NULL)
        continue;
      seen++;
      if (strchr(menu[language], mark[1] | 0x20) != NULL)
        fail_msg("%s: the menu bar takes the mnemonic %c", names[id], mark[1]);
    }
  }
  assert_true(seen > 10);
}

static void test_language_of_a_locale(void **state) {
  (void)state;
  static const char *const dutch[] = {"nl", "nl-NL", "nl-BE", "nl_NL", "NL"};
  static const char *const other[] = {"", "en-US", "de", "n", "nld", "nle-X", "fy-NL"};
  for (size_t i = 0; i < sizeof dutch / sizeof *dutch; i++)
    assert_int_equal(kp_language_from_locale(dutch[i]), KP_LANGUAGE_NL);
  for (size_t i = 0; i < sizeof other / sizeof *other; i++)
    assert_int_equal(kp_language_from_locale(other[i]), KP_LANGUAGE_EN);
  assert_int_equal(kp_language_from_locale(NULL), KP_LANGUAGE_EN);
}

static void expect_filled(kp_text id, const char *first, const char *second, const char *wanted) {
  char *text = kp_text_fill(id, KP_LANGUAGE_EN, first, second);
  assert_non_null(text);
  assert_string_equal(text, wanted);
  free(text);
}

static void test_fill(void **state) {
  (void)state;
  expect_filled(KP_TEXT_TODAY_DATE, "Friday", "late", "Friday (late)");
  expect_filled(KP_TEXT_TODAY_DATE, "{2}", "x", "{2} (x)");
  expect_filled(KP_TEXT_TODAY_DATE, NULL, NULL, " ()");
  expect_filled(KP_TEXT_TODAY_NOW, "a", "b", "Today");
}

static void expect_clean(const char *text, const char *wanted) {
  char *clean = kp_text_clean(text);
  assert_non_null(clean);
  assert_string_equal(clean, wanted);
  free(clean);
}

static void test_clean(void **state) {
  (void)state;
  expect_clean("", "");
  expect_clean("plain text", "plain text");
  expect_clean("  two  blanks  ", "two  blanks");
  expect_clean("=1+1", "=1+1");
  expect_clean("'x", "'x");
  expect_clean("a\nb", "a / b");
  expect_clean("a\r\nb", "a / b");
  expect_clean("a\rb", "a / b");
  expect_clean("a \n\n\n b", "a / b");
  expect_clean("\n\na\nb\n\n", "a / b");
  expect_clean("a\vb\fc", "a / b / c");
  expect_clean("a\xC2\x85"
               "b\xE2\x80\xA8"
               "c\xE2\x80\xA9"
               "d",
               "a / b / c / d");
  expect_clean("a\tb", "a b");
  expect_clean("\ta\t", "a");
  expect_clean("a\x01\x02\x1F"
               "b",
               "ab");
  expect_clean("a\x1B[1mb", "a[1mb");
  expect_clean("a\x7F"
               "b",
               "a\x7F"
               "b");
  expect_clean("a\xEF\xBF\xBE"
               "b\xEF\xBF\xBF"
               "c",
               "abc");
  expect_clean("a\xEF\xBF\xBD"
               "b",
               "a\xEF\xBF\xBD"
               "b");
  expect_clean("\xF0\x9F\x98\x80\xE2\x80\x8D\xC3\xA9", "\xF0\x9F\x98\x80\xE2\x80\x8D\xC3\xA9");
  expect_clean("a\n\x01\nb", "a / b");
  expect_clean("\n", "");
  expect_clean("\xC2\xA0x\xC2\xA0", "\xC2\xA0x\xC2\xA0");
}

static void test_length_counts_characters(void **state) {
  (void)state;
  assert_int_equal(kp_text_length(""), 0);
  assert_int_equal(kp_text_length("abc"), 3);
  assert_int_equal(kp_text_length("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"), 3);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_text_in_both_languages),
      cmocka_unit_test(test_mnemonics_reach_the_panels),
      cmocka_unit_test(test_language_of_a_locale),
      cmocka_unit_test(test_fill),
      cmocka_unit_test(test_clean),
      cmocka_unit_test(test_length_counts_characters),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
