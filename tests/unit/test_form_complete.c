/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Completing names and words while somebody types, and letters for labels. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "../../src/form/complete.h"

static const char *const people[] = {"Bart de Vries", "Chantal Smit",  "Charles Bos",
                                     "Zoë Çelik",     "Jansen, Petra", "Jan"};
enum { PEOPLE = sizeof people / sizeof *people };

static void completes(const char *text, const char *expected) {
  char *found = kp_complete_find(text, people, PEOPLE, true);
  if (expected == NULL) {
    assert_null(found);
  } else {
    assert_non_null(found);
    assert_string_equal(found, expected);
  }
  free(found);
}

static void test_names_complete(void **state) {
  (void)state;
  completes("Ch", "Chantal Smit");
  completes("CHAR", "Charles Bos");
  completes("zoe", "Zoë Çelik");
  completes("Zoë c", "Zoë Çelik");
  completes("Smi", "Smit, Chantal");
  completes("cel", "Çelik, Zoë");
  completes("Vr", "Vries, Bart de");
  completes("de V", "de Vries, Bart");
  completes("Jansen", "Jansen, Petra");
  completes("Pet", "Petra Jansen");
}

static void test_nothing_to_complete(void **state) {
  (void)state;
  completes("", NULL);
  completes(" ", NULL);
  completes("x", NULL);
  completes("Jan", NULL); /* somebody is called just that */
  completes("chantal smit", NULL);
  completes("Chantal Smit jr", NULL);
  completes("mit", NULL);
}

static void test_words_are_not_turned(void **state) {
  static const char *const words[] = {"Klantenservice Noord", "Noordwest"};
  (void)state;
  char *found = kp_complete_find("noor", words, 2, false);
  assert_non_null(found);
  assert_string_equal(found, "Noordwest");
  free(found);
  assert_null(kp_complete_find("serv", words, 2, false));
}

static void test_only_typing_on_completes(void **state) {
  (void)state;
  assert_true(kp_complete_appended("", "", "C"));
  assert_true(kp_complete_appended("C", "Chantal", "Ch"));
  assert_true(kp_complete_appended("Ch", "Chantal", "Cha"));
  assert_true(kp_complete_appended("Ch", "Chantal", "Che"));
  assert_true(kp_complete_appended("", "", "Chan")); /* pasted */
  assert_true(kp_complete_appended("Zo", "Zoë", "Zoë Ç"));
  assert_false(kp_complete_appended("C", "Chantal", "C"));
  assert_false(kp_complete_appended("Ch", "Chantal", "C"));
  assert_false(kp_complete_appended("Ch", "Chantal", ""));
  assert_false(kp_complete_appended("C", "Chantal", "Chanta")); /* taken away at the end */
  assert_false(kp_complete_appended("Ch", "Chantal", "xChantal"));
}

static void means(const char *text, const char *expected, bool persons) {
  const char *found = kp_complete_same(text, people, PEOPLE, persons);
  if (expected == NULL) {
    assert_null(found);
  } else {
    assert_non_null(found);
    assert_string_equal(found, expected);
  }
}

static void test_the_same_name(void **state) {
  (void)state;
  means("Chantal Smit", "Chantal Smit", true);
  means("  chantal   SMIT ", "Chantal Smit", true);
  means("Smit, Chantal", "Chantal Smit", true);
  means("smit,chantal", "Chantal Smit", true);
  means("Vries, Bart de", "Bart de Vries", true);
  means("zoe celik", "Zoë Çelik", true);
  means("Petra Jansen", "Jansen, Petra", true);
  means("petra jansen.", "Jansen, Petra", true);
  means("jan", "Jan", true);
  means("Jans", NULL, true);
  means("Chantal", NULL, true);
  means("", NULL, true);
  means(" , ", NULL, true);
  means("Smit, Chantal", NULL, false);
}

static void test_selection(void **state) {
  (void)state;
  assert_int_equal(kp_complete_start("Ch", "Chantal"), 2);
  assert_int_equal(kp_complete_start("zoe", "Zoë Çelik"), 3);
  assert_int_equal(kp_complete_start("Zoë Çelik", "Zoë Çelik"), 9);
  assert_int_equal(kp_complete_start("🙂a", "🙂ab"), 3);
  assert_int_equal(kp_complete_start("", "abc"), 0);
}

static void gives(kp_mnemonics *taken, const char *name, const char *expected) {
  char *label = kp_mnemonics_give(taken, name);
  assert_non_null(label);
  assert_string_equal(label, expected);
  free(label);
}

static void test_letters_are_given_once(void **state) {
  kp_mnemonics taken = kp_mnemonics_of_menu(KP_LANGUAGE_EN);
  (void)state;
  kp_mnemonics_take(&taken, "S~ave");
  kp_mnemonics_take(&taken, "no mark");
  gives(&taken, "Action", "A~ction");
  gives(&taken, "Owner", "Ow~ner");
  gives(&taken, "Status", "Stat~us");
  gives(&taken, "Deadline", "Dead~line");
  gives(&taken, "Waves", "Waves");
  gives(&taken, "Één ~ jaar", "Één  ~jaar");
  gives(&taken, "", "");
}

static void test_the_menu_keeps_its_letters(void **state) {
  (void)state;
  for (int language = 0; language < KP_LANGUAGE_COUNT; language++) {
    kp_mnemonics taken = kp_mnemonics_of_menu((kp_language)language);
    const char *names = language == KP_LANGUAGE_NL ? "BWDIOLGXVHK" : "FEVIOYSDTWHK";
    for (const char *at = names; *at != '\0'; at++) {
      char name[2] = {*at, '\0'};
      gives(&taken, name, name);
    }
    gives(&taken, "Q", "~Q");
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names_complete),
      cmocka_unit_test(test_nothing_to_complete),
      cmocka_unit_test(test_words_are_not_turned),
      cmocka_unit_test(test_only_typing_on_completes),
      cmocka_unit_test(test_the_same_name),
      cmocka_unit_test(test_selection),
      cmocka_unit_test(test_letters_are_given_once),
      cmocka_unit_test(test_the_menu_keeps_its_letters),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
