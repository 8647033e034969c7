/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phases and the nine steps of a focus point. */
#include "method_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *phase_of(mx *book, size_t row) {
  kp_method_book *opened = kp_method_book_new(book->method, &book->rows, mx_today);
  const kp_method_phase *phase = kp_method_book_phase(opened, mx_table(book, "focus"), row);
  kp_method_book_free(opened);
  return phase != NULL ? phase->key : "none";
}

static void test_phases(void **state) {
  (void)state;
  mx *book = mx_new();
  size_t row = mx_put(book, "focus", "id=F-11111|focus=f|status=Active");
  assert_string_equal(phase_of(book, row), "plan");
  mx_put(book, "actions", "id=A-11111|focus=F-11111|status=Cancelled");
  mx_put(book, "actions", "id=A-22222|focus=F-22222|status=To do");
  assert_string_equal(phase_of(book, row), "plan");
  mx_put(book, "actions", "id=A-33333|focus=F-11111|status=On hold");
  assert_string_equal(phase_of(book, row), "do");
  mx_set(book, "actions", 2, "status=Done");
  assert_string_equal(phase_of(book, row), "check");
  mx_put(book, "actions", "id=A-44444|focus=F-11111|status=To do");
  assert_string_equal(phase_of(book, row), "do");
  mx_set(book, "focus", row, "status=Secured");
  assert_string_equal(phase_of(book, row), "act");
  mx_free(book);
}

/* The states of the nine steps as letters: - closed, o open, x done. */
static void expect_steps(mx *book, size_t row, const char *states) {
  char found[16] = "";
  kp_method_progress progress;
  kp_method_book *opened = kp_method_book_new(book->method, &book->rows, mx_today);
  assert_true(
      kp_method_book_steps(opened, mx_table(book, "focus"), row, KP_LANGUAGE_EN, &progress));
  assert_int_equal(progress.count, 9);
  for (size_t i = 0; i < progress.count; i++) {
    found[i] = "-ox"[progress.list[i].state];
    assert_int_equal(progress.list[i].message[0] == '\0', found[i] == 'x');
  }
  kp_method_progress_clear(&progress);
  kp_method_book_free(opened);
  assert_string_equal(found, states);
}

static char *message_of(mx *book, size_t row, const char *step, kp_language language) {
  kp_method_progress progress;
  char *message = NULL;
  kp_method_book *opened = kp_method_book_new(book->method, &book->rows, mx_today);
  assert_true(kp_method_book_steps(opened, mx_table(book, "focus"), row, language, &progress));
  for (size_t i = 0; i < progress.count; i++)
    if (strcmp(progress.list[i].step->key, step) == 0) {
      message = progress.list[i].message;
      progress.list[i].message = NULL;
    }
  kp_method_progress_clear(&progress);
  kp_method_book_free(opened);
  assert_non_null(message);
  return message;
}

static void expect_message(mx *book, const char *step, kp_language language, const char *words) {
  char *message = message_of(book, 0, step, language);
  assert_string_equal(message, words);
  free(message);
}

/* A whole round, step by step: prepare, discuss, choose, situation, cause, solve, act, secure,
 * again. */
static void test_a_round(void **state) {
  (void)state;
  mx *book = mx_new();
  expect_steps(book, KP_METHOD_NEW_ROW, "ooo------");
  mx_put(book, "goals", "id=G-11111|goal=g|reason=r");
  mx_put(book, "waves", "id=M-11111|number=0|name=n");
  mx_put(book, "focus", "id=F-11111|focus=f|status=Proposed|goal=G-11111|wave=M-11111|unit=U");
  mx_put(book, "sessions", "id=S-11111|wave=M-11111|kind=Preparation");
  expect_steps(book, 0, "xoo------");
  expect_message(book, "situation", KP_LANGUAGE_EN,
                 "First set this focus point to Active (step 3).");
  mx_put(book, "sessions", "id=S-22222|wave=M-11111|kind=Results|strengths=s");
  mx_clear(book);

  mx_put(book, "goals", "id=G-11111|goal=g|reason=r");
  mx_put(book, "waves", "id=M-11111|number=0|name=n");
  mx_put(book, "sessions", "id=S-11111|wave=M-11111|kind=Preparation");
  mx_put(book, "sessions", "id=S-22222|wave=M-11111|kind=Results|strengths=s");
  mx_put(book, "focus",
         "id=F-11111|focus=f|status=Active|goal=G-11111|wave=M-11111|unit=U|lead=P"
         "|current=c|desired=d|measure=m|value_now=1|value_wanted=2|wanted_by=@9");
  mx_put(book, "causes", "id=C-11111|focus=F-11111|answer=a");
  mx_put(book, "causes", "id=C-22222|focus=F-11111|answer=a");
  mx_put(book, "causes", "id=C-33333|focus=F-11111");
  expect_steps(book, 0, "xxxxo----");
  expect_message(book, "cause", KP_LANGUAGE_EN, "2 of 3 “why” questions answered.");
  expect_message(book, "solve", KP_LANGUAGE_EN,
                 "First confirm the root cause (step 5): 2 of 3 “why” questions answered.");
  expect_message(book, "solve", KP_LANGUAGE_NL,
                 "Bevestig eerst de kernoorzaak (stap 5): 2 van 3 waarom-vragen beantwoord.");
  mx_set(book, "focus", 0, "confirmed_on=@0"); /* two whys and the team's word are enough */
  expect_steps(book, 0, "xxxxxo---");
  mx_put(book, "solutions", "id=O-11111|focus=F-11111|decision=Open");
  expect_steps(book, 0, "xxxxxo---");
  mx_put(book, "solutions", "id=O-22222|focus=F-11111|decision=Chosen");
  expect_steps(book, 0, "xxxxxxo--");
  expect_message(book, "secure", KP_LANGUAGE_NL, "Voeg eerst een actie toe (stap 7).");
  mx_put(book, "actions", "id=A-11111|focus=F-11111|status=To do");
  expect_steps(book, 0, "xxxxxxoo-"); /* securing begins with the first action */
  expect_message(book, "act", KP_LANGUAGE_EN, "Open actions: 1.");
  mx_set(book, "actions", 0, "status=Done");
  expect_steps(book, 0, "xxxxxxxo-");
  mx_put(book, "agenda", "id=V-11111|focus=F-11111|next=@5");
  expect_message(book, "secure", KP_LANGUAGE_EN, "Set the status to Embedded.");
  mx_free(book);
}

static void test_all_that_is_empty_is_named_at_once(void **state) {
  (void)state;
  mx *book = mx_new();
  mx_sound(book);
  mx_set(book, "focus", 0, "current=|wanted_by=");
  expect_message(book, "situation", KP_LANGUAGE_NL,
                 "Nog in te vullen: Huidige situatie, Streefdatum.");
  expect_message(book, "cause", KP_LANGUAGE_EN,
                 "First describe the situation (step 4): “Current situation” is still empty.");
  mx_sound(book);
  mx_set(book, "focus", 0, "current=");
  expect_message(book, "situation", KP_LANGUAGE_EN, "Fill in “Current situation”.");
  mx_free(book);
}

static void test_the_end_of_a_round(void **state) {
  (void)state;
  mx *book = mx_new();
  mx_sound(book);
  mx_set(book, "actions", 0, "status=Done");
  mx_set(book, "actions", 1, "status=Done");
  mx_set(book, "focus", 0, "status=Secured");
  expect_steps(book, 0, "xxxxxxxxo");
  expect_message(book, "again", KP_LANGUAGE_EN,
                 "Still to fill in: Measured again, Value after, Verdict.");
  mx_sound(book);
  mx_set(book, "actions", 0, "status=Done");
  mx_set(book, "actions", 1, "status=Done");
  mx_set(book, "focus", 0, "status=Completed|wave_after=M-22222|value_later=1,1|verdict=fall");
  expect_steps(book, 0, "xxxxxxxxx");
  mx_free(book);
}

/* A setting changes what a step says. */
static void test_steps_follow_settings(void **state) {
  (void)state;
  mx *book = mx_new();
  mx_put(book, "focus", "id=F-11111|status=Active");
  book->setting = "whys";
  book->value = 5;
  expect_message(book, "solve", KP_LANGUAGE_EN,
                 "First confirm the root cause (step 5): 0 of 5 “why” questions answered.");
  expect_message(book, "cause", KP_LANGUAGE_EN,
                 "First describe the situation (step 4): “Current situation” is still empty.");
  mx_free(book);
}

static void test_tables_without_steps(void **state) {
  (void)state;
  mx *book = mx_new();
  kp_method_progress progress;
  kp_method_book *opened = kp_method_book_new(book->method, &book->rows, mx_today);
  assert_true(kp_method_book_steps(opened, mx_table(book, "log"), 0, KP_LANGUAGE_EN, &progress));
  assert_int_equal(progress.count, 0);
  kp_method_progress_clear(&progress);
  assert_null(kp_method_book_phase(opened, mx_table(book, "log"), 0));
  kp_method_book_free(opened);
  mx_free(book);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_phases),
      cmocka_unit_test(test_a_round),
      cmocka_unit_test(test_all_that_is_empty_is_named_at_once),
      cmocka_unit_test(test_the_end_of_a_round),
      cmocka_unit_test(test_steps_follow_settings),
      cmocka_unit_test(test_tables_without_steps),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
