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

static kp_check_item item(kp_method_severity severity, char *table, char *sheet, char *cell,
                          char *message) {
  static char none[] = "";
  return (kp_check_item){.severity = severity,
                         .sheet = sheet,
                         .cell = cell,
                         .table = table,
                         .id = none,
                         .column = none,
                         .message = message};
}

#define TIP KP_METHOD_TIP
#define WARN KP_METHOD_WARN
#define REFUSE KP_METHOD_REFUSE

static void test_order(void **state) {
  (void)state;
  char none[] = "", actions[] = "actions", goals[] = "goals", sheet[] = "Sheet";
  char c12[] = "C12", c2[] = "C2", b2[] = "B2", aa2[] = "AA2";
  char texts[9][2] = {"0", "1", "2", "3", "4", "5", "6", "7", "8"};
  mx *book = mx_new();
  kp_check_item items[] = {
      item(TIP, none, none, none, texts[8]),       item(WARN, goals, sheet, b2, texts[0]),
      item(REFUSE, actions, sheet, c12, texts[1]), item(REFUSE, actions, sheet, aa2, texts[2]),
      item(REFUSE, actions, sheet, c2, texts[3]),  item(WARN, actions, sheet, none, texts[4]),
      item(REFUSE, goals, sheet, c12, texts[5]),   item(REFUSE, none, none, none, texts[6]),
      item(REFUSE, actions, sheet, c2, texts[7]),
  };
  kp_check check = {items, 9, 0};
  assert_true(kp_checked_sort(book->method, &check));
  char order[10] = "";
  for (size_t i = 0; i < 9; i++)
    order[i] = check.items[i].message[0];
  /* errors: workbook, goals, actions by row and column, equal ones as they were; then the rest,
   * tips at the end */
  assert_string_equal(order, "653721048");
  assert_int_equal(kp_checked_count(&check, KP_METHOD_REFUSE), 6);
  assert_int_equal(kp_checked_count(&check, KP_METHOD_WARN), 2);
  assert_int_equal(kp_checked_listed(&check, false), 8);
  assert_int_equal(kp_checked_listed(&check, true), 9);
  kp_check nothing = {NULL, 0, 0};
  assert_true(kp_checked_sort(book->method, &nothing));
  assert_int_equal(kp_checked_listed(&nothing, true), 0);
  mx_free(book);
}

static void test_walking(void **state) {
  (void)state;
  assert_int_equal(kp_checked_step(-1, 1, 3), 0);
  assert_int_equal(kp_checked_step(-1, -1, 3), 2);
  assert_int_equal(kp_checked_step(0, 1, 3), 1);
  assert_int_equal(kp_checked_step(2, 1, 3), 2);
  assert_int_equal(kp_checked_step(0, -1, 3), 0);
  assert_int_equal(kp_checked_step(7, -1, 3), 2); /* the list became shorter */
  assert_int_equal(kp_checked_step(-1, 1, 0), -1);
  assert_int_equal(kp_checked_step(0, -1, 0), -1);
}

static void test_summary(void **state) {
  (void)state;
  kp_check_item items[3];
  memset(items, 0, sizeof items);
  kp_check check = {items, 0, 0};
  expect(kp_checked_summary(&check, 34, KP_LANGUAGE_EN), "All good: 34 rows checked.");
  expect(kp_checked_summary(&check, 1, KP_LANGUAGE_EN), "All good: 1 row checked.");
  expect(kp_checked_summary(&check, 10000, KP_LANGUAGE_NL),
         "Alles in orde: 10.000 rijen gecontroleerd.");
  check.count = 1; /* a tip: nothing is wrong */
  expect(kp_checked_summary(&check, 34, KP_LANGUAGE_EN), "All good: 34 rows checked.");
  items[0].severity = KP_METHOD_WARN;
  expect(kp_checked_summary(&check, 34, KP_LANGUAGE_EN), "1 to review");
  expect(kp_checked_summary(&check, 34, KP_LANGUAGE_NL), "1 aandachtspunt");
  check.count = 3;
  items[0].severity = KP_METHOD_REFUSE;
  items[1].severity = items[2].severity = KP_METHOD_WARN;
  expect(kp_checked_summary(&check, 34, KP_LANGUAGE_EN), "1 error · 2 to review");
  items[1].severity = KP_METHOD_REFUSE;
  expect(kp_checked_summary(&check, 34, KP_LANGUAGE_NL), "2 fouten · 1 aandachtspunt");
  expect(kp_checked_seen(&check, "14:05", 14, 1214, KP_LANGUAGE_EN),
         "14:05 · 14 sheets, 1,214 rows");
  check.left = 1;
  expect(kp_checked_seen(&check, "14:05", 1, 1, KP_LANGUAGE_NL),
         "14:05 · 1 blad, 1 rij · 1 blijft staan");
  check.left = 3;
  expect(kp_checked_seen(&check, "", 2, 0, KP_LANGUAGE_EN),
         "2 sheets, 0 rows · 3 left as they are");
}

static void test_words_for_a_place(void **state) {
  (void)state;
  char none[] = "", sheet[] = "Acties", cell[] = "C12", table[] = "actions", id[] = "A-7K3Q2";
  char message[] = "Vul “Eigenaar” in.", longer[] = "Focuspunten", far[] = "AB10234";
  kp_check_item problem = item(REFUSE, table, sheet, cell, message);
  problem.id = id;
  expect(kp_checked_where(&problem), "Acties C12");
  expect(kp_checked_place(&problem, NULL, KP_LANGUAGE_NL), "Fout · Acties, C12 · A-7K3Q2");
  expect(kp_checked_place(&problem, "Bel Bart", KP_LANGUAGE_NL), "Fout · Acties, C12 · Bel Bart");
  problem.sheet = longer; /* the name of the sheet gives way, never the cell */
  expect(kp_checked_where(&problem), "Focus… C12");
  problem.cell = far;
  expect(kp_checked_where(&problem), "Foc… AB10234");
  problem = item(WARN, table, sheet, none, message);
  expect(kp_checked_where(&problem), "Acties");
  problem = item(TIP, none, none, none, message);
  expect(kp_checked_where(&problem), "");
  expect(kp_checked_place(&problem, NULL, KP_LANGUAGE_EN), "Tip");
}

static void expect_rows(mx *book, size_t wanted) {
  size_t sheets = 0;
  size_t rows = 0;
  kp_checked_rows(book->method, &book->rows, &sheets, &rows);
  assert_int_equal(rows, wanted);
  assert_true(sheets > 5);
}

static void test_rows_that_were_checked(void **state) {
  (void)state;
  mx *book = mx_new();
  char table[] = "actions", id[] = "A-00001", other[] = "A-00002", none[] = "";
  kp_check_item problem = item(WARN, table, none, none, none);
  expect_rows(book, 0);
  mx_put(book, "actions", "id=A-00001|action=One");
  mx_put(book, "actions", "action=Two");
  mx_put(book, "actions", "");
  mx_put(book, "goals", "id=G-00001");
  mx_put(book, "lists", "person=Petra"); /* no row that people mean */
  mx_put(book, "log", "row=A-00001");
  expect_rows(book, 3);
  assert_null(kp_checked_title(book->method, &book->rows, &problem));
  problem.id = id;
  assert_string_equal(kp_checked_title(book->method, &book->rows, &problem), "One");
  problem.id = other;
  assert_null(kp_checked_title(book->method, &book->rows, &problem));
  mx_free(book);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_order),
      cmocka_unit_test(test_walking),
      cmocka_unit_test(test_summary),
      cmocka_unit_test(test_words_for_a_place),
      cmocka_unit_test(test_rows_that_were_checked),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
