/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What src/workbook does without an office: texts, IDs, names of columns, lines of the journal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/workbook/cells.h"
#include "../../src/workbook/grid.h"
#include "../../src/workbook/record.h"
#include "../../src/workbook/registry.h"
#include "../../src/saved/internal.h"
#include "kernpunt/workbook.h"

static void expect_text(const char *string, const char *text, bool same) {
  rtl_uString *made = kp_uno_string_new(string);
  assert_non_null(made);
  if (kp_cells_text_is(made, text) != same)
    fail_msg("\"%s\" and \"%s\"", string, text);
  rtl_uString_release(made);
}

static void test_text_is(void **state) {
  static const char *const texts[] = {"",
                                      "A-7K3Q2",
                                      "Zo\xC3\xAB",
                                      "O\xE2\x80\x99Neill",
                                      "\xF0\x9F\x91\x8D duim",
                                      "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
                                      "\xF4\x8F\xBF\xBF",
                                      "\xEF\xBF\xBD"};
  (void)state;
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
      expect_text(texts[i], texts[k], i == k);
  expect_text("Zo\xC3\xAB", "Zo\xC3\xAB ", false);
  expect_text("Zo\xC3\xAB", "Zo", false);
  expect_text("Zo", "Zo\xC3\xAB", false);
  /* Bytes cut off in the middle are no text; nothing behind their end is read. */
  expect_text("Zo\xC3\xAB", "Zo\xC3", false);
  expect_text("\xF0\x9F\x91\x8D", "\xF0\x9F", false);
  expect_text("\xF0\x9F\x91\x8D", "\xF0", false);
}

static void test_text_begins(void **state) {
  rtl_uString *end = kp_uno_string_new(KP_WORKBOOK_END " nieuwe rijen");
  (void)state;
  assert_true(kp_cells_text_begins(end, KP_WORKBOOK_END));
  assert_true(kp_cells_text_begins(end, ""));
  assert_false(kp_cells_text_begins(end, "\xE2\x96\xB2"));
  assert_false(kp_cells_text_begins(end, KP_WORKBOOK_END "  "));
  assert_false(kp_cells_text_begins(end, KP_WORKBOOK_END " nieuwe rijen!"));
  rtl_uString_release(end);
}

static void test_column_names(void **state) {
  static const struct {
    int32_t column;
    const char *name;
  } cases[] = {{0, "A"},    {25, "Z"},    {26, "AA"},    {51, "AZ"},    {52, "BA"},
               {701, "ZZ"}, {702, "AAA"}, {1023, "AMJ"}, {16383, "XFD"}};
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char name[8];
    kp_cells_column_name(cases[i].column, name);
    assert_string_equal(name, cases[i].name);
  }
}

static void test_places(void **state) {
  static const struct {
    const char *formula;
    const char *sheet; /* NULL: no place */
    int32_t column;
    int32_t row;
  } cases[] = {
      {"=$Actions.$C$1", "Actions", 2, 0},
      {"=$'Jan''s list'.$AA$12", "Jan's list", 26, 11},
      {"=$'a.b'.$A$1", "a.b", 0, 0},
      {"=$Actions.$C$#REF!", "Actions", 2, -1},
      {"=$Actions.$#REF!$1", "Actions", -1, 0},
      {"=$#REF!.$C$1", NULL, 0, 0},
      {"=#REF!", NULL, 0, 0},
      {"Owner", NULL, 0, 0},
      {"=$Actions", NULL, 0, 0},
      {"=$'Actions", NULL, 0, 0},
      {"=$Actions.C1", NULL, 0, 0},
      {"", NULL, 0, 0},
      {NULL, NULL, 0, 0},
  };
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    kp_registry_place place;
    assert_int_equal(kp_registry_read_place(cases[i].formula, &place), cases[i].sheet != NULL);
    if (cases[i].sheet != NULL) {
      assert_string_equal(place.sheet, cases[i].sheet);
      assert_int_equal(place.column, cases[i].column);
      assert_int_equal(place.row, cases[i].row);
    }
    free(place.sheet);
  }
}

static void test_ids(void **state) {
  static const char *const good[] = {"A-7K3Q2", "FP-00000", "ABC-ZZZZZ"};
  static const char *const bad[] = {
      "",        "A",       "A-",         "-7K3Q2",  "A-7K3Q",  "A-7K3Q22", "a-7K3Q2",
      "A-7k3q2", "A-7K3QI", "ABCD-7K3Q2", "A 7K3Q2", "A-7K3Q ", " A-7K3Q2", "A-7K3Q\xC3\xAB"};
  (void)state;
  for (size_t i = 0; i < sizeof good / sizeof *good; i++)
    assert_true(kp_grid_is_id(good[i]));
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    assert_false(kp_grid_is_id(bad[i]));
}

/* ------------------------------------------------------------------------------------- records */

static void test_record_lines(void **state) {
  static const char text[] = "tab\there, \\ back\\slash, \"quotes\", \xF0\x9F\x91\x8D";
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_record record = {.change = true};
  kp_record back;
  (void)state;
  char **heads[] = {&record.table, &record.id,  &record.proof, &record.uid,
                    &record.book,  &record.url, &record.file,  &record.time};
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
    *heads[i] = kp_record_copy(&error, i % 2 == 0 ? text : "");
  assert_true(kp_record_set_text(&error, &record, "action", text));
  assert_true(kp_record_set_text(&error, &record, "note", "t"));
  assert_true(kp_record_set_day(&error, &record, "deadline", -46000));
  assert_true(kp_record_set_text(&error, &record, "note", "once more"));
  char *line = kp_record_line(&record);
  assert_non_null(line);
  assert_ptr_equal(strchr(line, '\n'), line + strlen(line) - 1);
  line[strlen(line) - 1] = '\0';
  assert_true(kp_record_parse(line, &back));
  assert_true(back.change);
  assert_string_equal(back.table, text);
  assert_string_equal(back.id, "");
  assert_string_equal(back.time, "");
  assert_int_equal(back.count, 3);
  assert_string_equal(kp_record_cell(&back, "action")->text, text);
  assert_string_equal(kp_record_cell(&back, "note")->text, "once more");
  assert_null(kp_record_cell(&back, "deadline")->text);
  assert_int_equal(kp_record_cell(&back, "deadline")->serial, -46000);
  assert_null(kp_record_cell(&back, "nothing"));
  kp_record_clear(&back);
  /* A line that was cut short is none at all. */
  for (size_t length = strlen(line); length-- > 0;) {
    line[length] = '\0';
    assert_false(kp_record_parse(line, &back));
    assert_null(back.cells);
  }
  assert_false(kp_record_parse("", &back));
  assert_false(kp_record_parse("remove\ta\tb\tc\td\te\tf", &back));
  free(line);
  kp_record_clear(&record);
}

/* --------------------------------------------------------------------------------- saved sheets */

static void put(kp_saved_scan *scan, int column, const char *text) {
  scan->length = 0;
  kp_saved_scan_text(scan, BAD_CAST text);
  assert_true(kp_saved_scan_cell(scan, column));
}

static void test_saved_scan(void **state) {
  kp_saved_id ids[] = {{"actions", "A-00001", false, false},
                       {"actions", "A-00002", false, false},
                       {"goals", "G-00001", false, false}};
  char longer[KP_SAVED_LONGEST + 50];
  kp_saved_scan scan;
  (void)state;
  assert_true(kp_saved_scan_start(&scan, KP_WORKBOOK_END, ids, sizeof ids / sizeof *ids));
  /* The end line tells which column holds the IDs. An ID in another column proves nothing. */
  put(&scan, 3, "A-00001");
  put(&scan, 3, KP_WORKBOOK_END " new rows above this line");
  put(&scan, 4, "A-00002");
  kp_saved_scan_sheet(&scan);
  /* On a sheet without an end line nothing counts, and nothing is carried over to the next. */
  put(&scan, 3, "A-00002");
  put(&scan, 3, "G-00001");
  kp_saved_scan_sheet(&scan);
  put(&scan, 3, KP_WORKBOOK_END);
  kp_saved_scan_sheet(&scan);
  assert_true(ids[0].seen);
  assert_false(ids[1].seen);
  assert_false(ids[2].seen);
  /* Texts come in pieces; one that is too long is no ID, whatever it begins with. */
  scan.length = 0;
  kp_saved_scan_text(&scan, BAD_CAST "A-0");
  kp_saved_scan_text(&scan, BAD_CAST "0002");
  assert_true(kp_saved_scan_wanted(&scan));
  memset(longer, 'x', sizeof longer - 1);
  longer[sizeof longer - 1] = '\0';
  scan.length = 0;
  kp_saved_scan_text(&scan, BAD_CAST longer);
  kp_saved_scan_text(&scan, BAD_CAST "A-00002");
  assert_false(kp_saved_scan_wanted(&scan));
  kp_saved_scan_clear(&scan);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_text_is),      cmocka_unit_test(test_text_begins),
      cmocka_unit_test(test_column_names), cmocka_unit_test(test_places),
      cmocka_unit_test(test_ids),          cmocka_unit_test(test_record_lines),
      cmocka_unit_test(test_saved_scan),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
