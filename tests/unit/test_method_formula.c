/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formulas with the addresses of a workbook. */
#include "method_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool address(void *data, const kp_method_column *column, bool whole, char *text,
                    size_t size) {
  const char *missing = data;
  if (missing != NULL && strcmp(missing, column->key) == 0)
    return false;
  snprintf(text, size, whole ? "<%s>" : "%s", column->key);
  return true;
}

static bool four(void *data, const kp_method_setting *setting, double *value) {
  (void)data;
  *value = 4;
  return strcmp(setting->key, "check_months") == 0;
}

static void expect_formula(const mx *book, const char *table, const char *column,
                           kp_language language, const char *formula) {
  kp_method_places places = {NULL, address, four};
  char *made = kp_method_formula(book->method, mx_column(book, table, column), language, &places);
  assert_non_null(made);
  assert_string_equal(made, formula);
  free(made);
}

static void test_shipped_formulas(void **state) {
  (void)state;
  mx *book = mx_new();
  expect_formula(book, "actions", "overdue", KP_LANGUAGE_NL,
                 "=IF(AND(ISNUMBER(deadline);deadline<TODAY();status<>\"Gereed\";"
                 "status<>\"Vervallen\");TODAY()-deadline;\"\")");
  expect_formula(book, "actions", "check_on", KP_LANGUAGE_EN,
                 "=IF(AND(status=\"Done\";ISNUMBER(done_on));EDATE(done_on;4);\"\")");
  expect_formula(book, "waves", "next", KP_LANGUAGE_EN, "=IF(ISNUMBER(start);EDATE(start;6);\"\")");
  expect_formula(book, "actions", "focus_name", KP_LANGUAGE_EN,
                 "=IF(focus=\"\";\"\";IFERROR(INDEX(<focus>;MATCH(focus;<id>;0));\"?\"))");
  mx_free(book);
}

static void test_every_formula_can_be_made(void **state) {
  (void)state;
  mx *book = mx_new();
  size_t count = 0;
  kp_method_places places = {NULL, address, NULL};
  for (size_t i = 0; i < book->method->table_count; i++) {
    const kp_method_table *table = book->method->tables[i];
    for (size_t j = 0; j < table->count; j++) {
      char *made = kp_method_formula(book->method, table->columns[j], KP_LANGUAGE_EN, &places);
      assert_int_equal(made != NULL, table->columns[j]->kind == KP_METHOD_FORMULA);
      count += made != NULL;
      assert_true(made == NULL || (made[0] == '=' && strpbrk(made, "[]{}") == NULL));
      free(made);
    }
  }
  assert_true(count > 10);
  mx_free(book);
}

static void test_a_missing_column(void **state) {
  (void)state;
  mx *book = mx_new();
  char missing[] = "deadline";
  kp_method_places places = {missing, address, NULL};
  assert_null(kp_method_formula(book->method, mx_column(book, "actions", "overdue"), KP_LANGUAGE_EN,
                                &places));
  mx_free(book);
}

/* What stands between quotes is no reference; words with a quote keep it. */
static void test_quotes(void **state) {
  (void)state;
  mx *book =
      mx_new_from("<list key='l' en='l' nl='l'><item key='a' en='say \"a\"' nl='a'/></list>"
                  "<table key='t' prefix='T' title='f' en='t' nl='t' hint-en='h' hint-nl='h'>"
                  "<column key='f' kind='formula' en='f' nl='f' hint-en='h' hint-nl='h' "
                  "formula='\"[x]\"&amp;{l.a}&amp;\"{y}\"'/></table>");
  expect_formula(book, "t", "f", KP_LANGUAGE_EN, "=\"[x]\"&\"say \"\"a\"\"\"&\"{y}\"");
  mx_free(book);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_shipped_formulas),
      cmocka_unit_test(test_every_formula_can_be_made),
      cmocka_unit_test(test_a_missing_column),
      cmocka_unit_test(test_quotes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
