/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells as texts, texts as cells, and what presets mean. */
#include "method_fixture.h"

#include <stdlib.h>
#include <string.h>

static void expect(char *text, const char *wanted) {
  assert_string_equal(text, wanted);
  free(text);
}

static void test_cells_as_texts(void **state) {
  (void)state;
  mx *book = mx_new();
  const kp_method_column *date = mx_column(book, "actions", "deadline");
  const kp_method_column *number = mx_column(book, "solutions", "effort");
  const kp_method_column *text = mx_column(book, "actions", "action");
  const kp_method_cell today = {KP_METHOD_VALUE, NULL, kp_date_serial(mx_today)};
  expect(kp_method_cell_text(date, today), "2026-07-15");
  expect(kp_method_cell_text(date, (kp_method_cell){KP_METHOD_VALUE, NULL, -5}), "-5");
  expect(kp_method_cell_text(number, (kp_method_cell){KP_METHOD_VALUE, NULL, 3}), "3");
  expect(kp_method_cell_text(number, (kp_method_cell){KP_METHOD_VALUE, NULL, 0.1}), "0.1");
  expect(kp_method_cell_text(text, (kp_method_cell){KP_METHOD_WORDS, "Call", 0}), "Call");
  expect(kp_method_cell_text(text, (kp_method_cell){KP_METHOD_BROKEN, NULL, 0}), "");
  expect(kp_method_cell_text(text, (kp_method_cell){KP_METHOD_ABSENT, NULL, 0}), "");
  mx_free(book);
}

static void test_texts_as_cells(void **state) {
  (void)state;
  mx *book = mx_new();
  const kp_method_column *status = mx_column(book, "actions", "status");
  kp_method_cell cell = kp_method_cell_given(status, "todo", KP_LANGUAGE_NL, mx_today);
  assert_string_equal(cell.text, "Te doen");
  cell = kp_method_cell_given(status, "to do", KP_LANGUAGE_NL, mx_today);
  assert_string_equal(cell.text, "Te doen");
  cell = kp_method_cell_given(status, "no such word", KP_LANGUAGE_NL, mx_today);
  assert_string_equal(cell.text, "no such word");
  cell = kp_method_cell_given(mx_column(book, "actions", "deadline"), "tomorrow", KP_LANGUAGE_NL,
                              mx_today);
  assert_int_equal(cell.kind, KP_METHOD_VALUE);
  assert_int_equal((int)cell.number, kp_date_serial(mx_today) + 1);
  cell = kp_method_cell_given(mx_column(book, "actions", "action"), " ", KP_LANGUAGE_NL, mx_today);
  assert_int_equal(cell.kind, KP_METHOD_BLANK);
  mx_free(book);
}

static char *preset(const mx *book, const char *table, const char *column, const char *value) {
  return kp_method_preset_text(mx_column(book, table, column), value, "Petra", KP_LANGUAGE_NL,
                               mx_today);
}

static void test_presets(void **state) {
  (void)state;
  mx *book = mx_new();
  expect(preset(book, "actions", "deadline", "today"), "2026-07-15");
  expect(preset(book, "actions", "deadline", "today+14"), "2026-07-29");
  expect(preset(book, "actions", "owner", "me"), "Petra");
  expect(preset(book, "actions", "action", "me"), "me");
  expect(preset(book, "actions", "status", "done"), "Gereed");
  expect(preset(book, "causes", "branch", "1"), "1");
  mx_free(book);
}

static void test_who_is_still_there(void **state) {
  (void)state;
  mx *book = mx_new();
  const kp_method_column *people = book->method->people;
  mx_put(book, "lists", "person=Anna|person_active=Yes");
  mx_put(book, "lists", "person=Kees|person_active=No");
  mx_put(book, "lists", "person=Petra");
  assert_true(kp_method_present(&book->rows, people, 0));
  assert_false(kp_method_present(&book->rows, people, 1));
  assert_true(kp_method_present(&book->rows, people, 2));
  mx_free(book);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_cells_as_texts),
      cmocka_unit_test(test_texts_as_cells),
      cmocka_unit_test(test_presets),
      cmocka_unit_test(test_who_is_still_there),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
