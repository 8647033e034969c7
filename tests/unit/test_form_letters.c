/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters for the labels of every form of the method, in both languages. */
#include "method_fixture.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/form/complete.h"

enum { MOST = 64, LETTERS = 26 };

/* What a form asks: names of its labels, those that must be filled in first. */
typedef struct asked {
  const char *names[MOST];
  char *labels[MOST];
  size_t count;
} asked;

static void collect(const kp_method_form *form, kp_language language, asked *of) {
  of->count = 0;
  for (int needed = 1; needed >= 0; needed--)
    for (size_t p = 0; p < form->count; p++)
      for (size_t i = 0; i < form->pages[p]->count; i++) {
        const kp_method_column *column = form->pages[p]->columns[i];
        if (column->required != (needed == 1) || column->kind == KP_METHOD_ID ||
            column->kind == KP_METHOD_FORMULA)
          continue;
        assert_true(of->count < MOST);
        of->names[of->count++] = column->name.in[language];
      }
}

static bool has(kp_mnemonics taken, char letter) {
  kp_mnemonics with = taken;
  const char mark[] = {'~', letter, '\0'};
  kp_mnemonics_take(&with, mark);
  return with == taken;
}

/* The letter of a label in lower case, or 0. */
static char letter_in(const char *label) {
  const char *mark = strchr(label, '~');
  return mark != NULL ? (char)tolower((unsigned char)mark[1]) : '\0';
}

/* Another way to the same: how many names can have a letter at all. */
static bool place(const asked *of, kp_mnemonics taken, size_t name, int *owner, bool *seen) {
  for (const char *at = of->names[name]; *at != '\0'; at++) {
    int letter = tolower((unsigned char)*at) - 'a';
    if (letter < 0 || letter >= LETTERS || has(taken, *at) || seen[letter])
      continue;
    seen[letter] = true;
    if (owner[letter] < 0 || place(of, taken, (size_t)owner[letter], owner, seen)) {
      owner[letter] = (int)name;
      return true;
    }
  }
  return false;
}

static size_t most_letters(const asked *of, kp_mnemonics taken) {
  int owner[LETTERS];
  size_t count = 0;
  for (int i = 0; i < LETTERS; i++)
    owner[i] = -1;
  for (size_t i = 0; i < of->count; i++) {
    bool seen[LETTERS] = {false};
    count += place(of, taken, i, owner, seen) ? 1 : 0;
  }
  return count;
}

static void judge(const asked *of, kp_mnemonics taken, const char *form) {
  kp_mnemonics used = taken;
  size_t given = 0;
  for (size_t i = 0; i < of->count; i++) {
    char letter = letter_in(of->labels[i]);
    if (letter == '\0')
      continue;
    given++;
    if (has(used, letter))
      fail_msg("%s: %s has a letter that is taken", form, of->labels[i]);
    kp_mnemonics_take(&used, of->labels[i]);
  }
  for (size_t i = 0; i < of->count; i++)
    for (const char *at = of->names[i]; letter_in(of->labels[i]) == '\0' && *at != '\0'; at++)
      if (isalpha((unsigned char)*at) && !has(used, *at))
        fail_msg("%s: %s has no letter and %c is free", form, of->labels[i], *at);
  if (given != most_letters(of, taken))
    fail_msg("%s: %zu letters, could be %zu", form, given, most_letters(of, taken));
}

static void free_labels(asked *of) {
  for (size_t i = 0; i < of->count; i++)
    free(of->labels[i]);
}

static void test_every_form(void **state) {
  (void)state;
  mx *book = mx_new();
  for (size_t i = 0; i < book->method->form_count; i++)
    for (int language = 0; language < KP_LANGUAGE_COUNT; language++) {
      kp_mnemonics taken = kp_mnemonics_of_form((kp_language)language);
      asked of = {.count = 0};
      collect(book->method->forms[i], (kp_language)language, &of);
      assert_true(kp_mnemonics_share(taken, kp_mnemonics_of_deck((kp_language)language), of.names,
                                     of.count, of.labels));
      judge(&of, taken, book->method->forms[i]->key);
      free_labels(&of);
    }
  mx_free(book);
}

/* The status is changed most. */
static void test_the_status_of_a_focus_point(void **state) {
  (void)state;
  mx *book = mx_new();
  for (size_t i = 0; i < book->method->form_count; i++)
    for (int language = 0; language < KP_LANGUAGE_COUNT; language++) {
      asked of = {.count = 0};
      collect(book->method->forms[i], (kp_language)language, &of);
      assert_true(kp_mnemonics_share(kp_mnemonics_of_form((kp_language)language),
                                     kp_mnemonics_of_deck((kp_language)language), of.names,
                                     of.count, of.labels));
      for (size_t k = 0; k < of.count; k++)
        if (strcmp(of.names[k], "Status") == 0 && letter_in(of.labels[k]) == '\0')
          fail_msg("%s, language %d: Status has no letter", book->method->forms[i]->key, language);
      free_labels(&of);
    }
  mx_free(book);
}

static void shares(kp_mnemonics taken, kp_mnemonics avoid, const char *const *names,
                   const char *const *expected) {
  asked of = {.count = 0};
  while (names[of.count] != NULL)
    of.count++;
  assert_true(kp_mnemonics_share(taken, avoid, names, of.count, of.labels));
  for (size_t i = 0; i < of.count; i++)
    assert_string_equal(of.labels[i], expected[i]);
  free_labels(&of);
}

static void test_names_give_way(void **state) {
  (void)state;
  /* "ab" gives way to "a", and "bc" to "ab". */
  shares(0, 0, (const char *[]){"ab", "bc", "a", NULL}, (const char *[]){"a~b", "b~c", "~a", NULL});
  /* The first ones keep a letter when there are too few. */
  shares(0, 0, (const char *[]){"a", "b", "ab", NULL}, (const char *[]){"~a", "~b", "ab", NULL});
  shares(0, 0, (const char *[]){"Één ~ jaar", "", "é", NULL},
         (const char *[]){"Éé~n  jaar", "", "é", NULL});
  kp_mnemonics taken = 0;
  kp_mnemonics_take(&taken, "~a");
  shares(taken, 0, (const char *[]){"Abc", "B", "aa", NULL},
         (const char *[]){"Ab~c", "~B", "aa", NULL});
  /* One to avoid is better than none. */
  shares(0, taken, (const char *[]){"abc", "ab", "b", NULL},
         (const char *[]){"ab~c", "~ab", "~b", NULL});
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_form),
      cmocka_unit_test(test_the_status_of_a_focus_point),
      cmocka_unit_test(test_names_give_way),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
