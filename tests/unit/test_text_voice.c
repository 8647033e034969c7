/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the product speaks, as far as a machine can hear it: one voice in all texts and in the words
 * of the method. What a sentence says is for people to judge. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/text/texts.h"
#include "kernpunt/text.h"

#define KP_TEST_NAME(id, en, nl) #id,
static const char *const names[] = {KP_TEXTS(KP_TEST_NAME)};
#undef KP_TEST_NAME

/* What was said in another voice, or with another word for the same thing. */
static const char *const banned[KP_LANGUAGE_COUNT][24] = {
    {"nothing was written",
     "takes it back",
     "to come for it",
     "a day to come",
     "is no date",
     "leads to a row",
     "sees to it",
     "seen to",
     "against the rules",
     "mistake",
     "warning",
     "journal",
     "marker",
     "anchor",
     "when left out",
     "as a fraction",
     "honest",
     "spreadsheet in",
     "the document",
     "look at:",
     "please",
     NULL},
    {"niets geschreven", "haalt het weer weg", "haalt het terug",
     "hoogstens",        "tegen de regels",    "waarschuwing",
     "springen",         "journaal",           "klantstem",
     "invalshoek",       "weggelaten",         "als breuk",
     "de kern ",         "werkwijze",          "het document",
     "kijk naar",        "opvolglus",          "grafiek",
     "gewoonweg",        "alstublieft",        NULL},
};

/* Whole words only: "u" is in every second word. */
static const char *const no_word[] = {"men", "u", "uw", NULL};

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

static char *lower(const char *text) {
  char *copy = strdup(text);
  assert_non_null(copy);
  for (char *at = copy; *at != '\0'; at++)
    if (*at >= 'A' && *at <= 'Z')
      *at = (char)(*at - 'A' + 'a');
  return copy;
}

static bool has_word(const char *text, const char *word) {
  size_t length = strlen(word);
  for (const char *at = strstr(text, word); at != NULL; at = strstr(at + 1, word))
    if ((at == text || !is_letter(at[-1])) && !is_letter(at[length]))
      return true;
  return false;
}

/* What is wrong with the sound of a text; NULL when nothing is. */
static const char *fault_of(const char *text, kp_language language) {
  char *small = lower(text);
  const char *fault = NULL;
  size_t length = strlen(text);
  for (size_t i = 0; fault == NULL && banned[language][i] != NULL; i++)
    if (strstr(small, banned[language][i]) != NULL)
      fault = banned[language][i];
  for (size_t i = 0; language == KP_LANGUAGE_NL && fault == NULL && no_word[i] != NULL; i++)
    if (has_word(small, no_word[i]))
      fault = no_word[i];
  if (fault == NULL && strstr(text, "  ") != NULL)
    fault = "two blanks";
  if (fault == NULL && length > 0 && (text[0] == ' ' || text[length - 1] == ' '))
    fault = "a blank at an end";
  if (fault == NULL && (strchr(text, '"') != NULL || strstr(text, "&quot;") != NULL))
    fault = "a straight quote";
  if (fault == NULL && strstr(text, "...") != NULL)
    fault = "three dots";
  free(small);
  return fault;
}

static void test_texts(void **state) {
  (void)state;
  size_t faults = 0;
  for (int id = KP_TEXT_NONE + 1; id < KP_TEXT_COUNT; id++)
    for (int language = 0; language < KP_LANGUAGE_COUNT; language++) {
      const char *text = kp_text_get((kp_text)id, (kp_language)language);
      const char *fault = fault_of(text, (kp_language)language);
      if (fault != NULL) {
        print_error("%s: \"%s\" has: %s\n", names[id], text, fault);
        faults++;
      }
    }
  assert_int_equal(faults, 0);
}

/* Mnemonics of what stands together differ. In Today a row is done or opened, never both. */
static void test_mnemonics_differ(void **state) {
  (void)state;
  static const char *const together[] = {"CHECKED_",       "FOLLOW_",     "DIALOG_SETUP_",
                                         "DIALOG_PERSON_", "DIALOG_WHO_", "DIALOG_SETTINGS_",
                                         "DIALOG_DATE_"};
  for (size_t group = 0; group < sizeof together / sizeof *together; group++)
    for (int language = 0; language < KP_LANGUAGE_COUNT; language++) {
      const char *taken[128] = {NULL};
      for (int id = 0; id < KP_TEXT_COUNT; id++) {
        const char *mark = strchr(kp_text_get((kp_text)id, (kp_language)language), '~');
        if (mark == NULL || strncmp(names[id], together[group], strlen(together[group])) != 0)
          continue;
        size_t letter = (size_t)(mark[1] | 0x20) & 0x7F;
        if (taken[letter] != NULL)
          fail_msg("%s and %s have the same mnemonic %c", taken[letter], names[id], mark[1]);
        taken[letter] = names[id];
      }
    }
}

/* ------------------------------------------------------------------------------- of the method */

enum {
  HINT_LONGEST = 75 /* of a step; of a column 60 */
};

static char *read_file(const char *path) {
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  assert_int_equal(fseek(file, 0, SEEK_END), 0);
  long size = ftell(file);
  rewind(file);
  char *text = malloc((size_t)size + 1);
  assert_non_null(text);
  assert_int_equal(fread(text, 1, (size_t)size, file), (size_t)size);
  text[size] = '\0';
  fclose(file);
  return text;
}

static size_t line_of(const char *all, const char *at) {
  size_t line = 1;
  for (; all < at; all++)
    line += *all == '\n';
  return line;
}

static size_t hear(const char *path, const char *all, const char *at, const char *name,
                   const char *text) {
  bool hint = strncmp(name, "hint-", 5) == 0;
  kp_language language = name[strlen(name) - 2] == 'n' ? KP_LANGUAGE_NL : KP_LANGUAGE_EN;
  const char *fault = fault_of(text, language);
  size_t length = strlen(text);
  if (fault == NULL && hint && kp_text_length(text) > HINT_LONGEST)
    fault = "too long for a hint";
  if (fault == NULL && hint && length > 0 && text[length - 1] == '.')
    fault = "a full stop behind a hint";
  if (fault != NULL)
    print_error("%s:%zu: %s=\"%s\" has: %s\n", path, line_of(all, at), name, text, fault);
  return fault != NULL ? 1 : 0;
}

/* Every attribute that people read. */
static size_t hear_file(const char *path, size_t *heard) {
  static const char *const attributes[] = {"en",      "nl",       "hint-en",
                                           "hint-nl", "first-en", "first-nl"};
  char *all = read_file(path);
  size_t faults = 0;
  for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
    char wanted[16];
    snprintf(wanted, sizeof wanted, " %s=\"", attributes[i]);
    for (const char *at = strstr(all, wanted); at != NULL; at = strstr(at + 1, wanted)) {
      const char *text = at + strlen(wanted);
      char *value = strndup(text, strcspn(text, "\""));
      assert_non_null(value);
      faults += hear(path, all, at, attributes[i], value);
      (*heard)++;
      free(value);
    }
  }
  free(all);
  return faults;
}

static void test_method(void **state) {
  (void)state;
  size_t heard = 0;
  size_t faults = hear_file("extension/method/common.xml", &heard) +
                  hear_file("extension/method/structural.xml", &heard);
  assert_int_equal(faults, 0);
  assert_true(heard > 600);
}

/* A test of the test: it hears what it should. */
static void test_it_hears(void **state) {
  (void)state;
  static const struct {
    const char *text;
    kp_language language;
    bool wrong;
  } said[] = {
      {"Nothing was written.", KP_LANGUAGE_EN, true},
      {"Nothing was changed.", KP_LANGUAGE_EN, false},
      {"Hoogstens twee", KP_LANGUAGE_NL, true},
      {"Als u wilt", KP_LANGUAGE_NL, true},
      {"Uitstellen tot", KP_LANGUAGE_NL, false},
      {"Choose \"Active\"", KP_LANGUAGE_EN, true},
      {"Choose “Active”", KP_LANGUAGE_EN, false},
      {"two  blanks", KP_LANGUAGE_EN, true},
      {"more...", KP_LANGUAGE_EN, true},
      {"more…", KP_LANGUAGE_EN, false},
  };
  for (size_t i = 0; i < sizeof said / sizeof *said; i++)
    if ((fault_of(said[i].text, said[i].language) != NULL) != said[i].wrong)
      fail_msg("\"%s\" is heard wrongly", said[i].text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_it_hears),
      cmocka_unit_test(test_texts),
      cmocka_unit_test(test_mnemonics_differ),
      cmocka_unit_test(test_method),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
