/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the panel Check says: order, counts, plurals, places. */
#include "method_fixture.h"

#include <stdlib.h>
#include <string.h>

#include "../../src/panels/check/check.h"

static void expect(char *text, const char *wanted) {
  assert_non_null(text);
  assert_string_equal(text, wanted);
  free(text);
}

static kp_check_item item(bool mistake, char *table, char *sheet, char *cell, char *message) {
  static char none[] = "";
  return (kp_check_item){.mistake = mistake,
                         .sheet = sheet,
                         .cell = cell,
                         .table = table,
                         .id = none,
                         .column = none,
                         .message = message};
}

static void test_order(void **state) {
  (void)state;
  char none[] = "", actions[] = "actions", goals[] = "goals", sheet[] = "Sheet";
  char c12[] = "C12", c2[] = "C2", b2[] = "B2", aa2[] = "AA2";
  char texts[8][2] = {"0", "1", "2", "3", "4", "5", "6", "7"};
  mx *book = mx_new();
  kp_check_item items[] = {
      item(false, goals, sheet, b2, texts[0]),     item(true, actions, sheet, c12, texts[1]),
      item(true, actions, sheet, aa2, texts[2]),   item(true, actions, sheet, c2, texts[3]),
      item(false, actions, sheet, none, texts[4]), item(true, goals, sheet, c12, texts[5]),
      item(true, none, none, none, texts[6]),      item(true, actions, sheet, c2, texts[7]),
  };
  kp_check check = {items, 8};
  assert_true(kp_checked_sort(book->method, &check));
  char order[9] = "";
  for (size_t i = 0; i < 8; i++)
    order[i] = check.items[i].message[0];
  /* errors: workbook, goals, actions by row and column, equal ones as they were; then the rest */
  assert_string_equal(order, "65372104");
  assert_int_equal(kp_checked_mistakes(&check), 6);
  kp_check nothing = {NULL, 0};
  assert_true(kp_checked_sort(book->method, &nothing));
  mx_free(book);
}

static void test_summary(void **state) {
  (void)state;
  kp_check_item items[3];
  memset(items, 0, sizeof items);
  kp_check check = {items, 0};
  expect(kp_checked_summary(&check, 34, KP_LANGUAGE_EN), "All good: 34 rows checked.");
  expect(kp_checked_summary(&check, 1, KP_LANGUAGE_EN), "All good: 1 row checked.");
  expect(kp_checked_summary(&check, 10000, KP_LANGUAGE_NL),
         "Alles in orde: 10.000 rijen gecontroleerd.");
  check.count = 1;
  expect(kp_checked_summary(&check, 34, KP_LANGUAGE_EN), "1 to review");
  expect(kp_checked_summary(&check, 34, KP_LANGUAGE_NL), "1 aandachtspunt");
  items[0].mistake = true;
  expect(kp_checked_summary(&check, 34, KP_LANGUAGE_NL), "1 fout");
  check.count = 3;
  expect(kp_checked_summary(&check, 34, KP_LANGUAGE_EN), "1 error, 2 to review");
  items[1].mistake = true;
  expect(kp_checked_summary(&check, 34, KP_LANGUAGE_NL), "2 fouten, 1 aandachtspunt");
}

static void test_words_for_a_place(void **state) {
  (void)state;
  char none[] = "", sheet[] = "Acties", cell[] = "C12", table[] = "actions", id[] = "A-7K3Q2";
  char message[] = "Vul “Eigenaar” in.";
  kp_check_item problem = item(true, table, sheet, cell, message);
  problem.id = id;
  expect(kp_checked_line(&problem), "Acties C12: Vul “Eigenaar” in.");
  expect(kp_checked_detail(&problem, KP_LANGUAGE_NL),
         "Vul “Eigenaar” in.\nFout · Acties C12 · A-7K3Q2");
  problem = item(false, table, sheet, none, message);
  expect(kp_checked_line(&problem), "Acties: Vul “Eigenaar” in.");
  problem = item(false, none, none, none, message);
  expect(kp_checked_line(&problem), "Vul “Eigenaar” in.");
  expect(kp_checked_detail(&problem, KP_LANGUAGE_EN), "Vul “Eigenaar” in.\nTo review");
}

static void test_rows_that_were_checked(void **state) {
  (void)state;
  mx *book = mx_new();
  assert_int_equal(kp_checked_rows(book->method, &book->rows), 0);
  mx_put(book, "actions", "id=A-00001|action=One");
  mx_put(book, "actions", "action=Two");
  mx_put(book, "actions", "");
  mx_put(book, "goals", "id=G-00001");
  mx_put(book, "lists", "person=Petra"); /* no row that people mean */
  mx_put(book, "log", "row=A-00001");
  assert_int_equal(kp_checked_rows(book->method, &book->rows), 3);
  mx_free(book);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_order),
      cmocka_unit_test(test_summary),
      cmocka_unit_test(test_words_for_a_place),
      cmocka_unit_test(test_rows_that_were_checked),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
