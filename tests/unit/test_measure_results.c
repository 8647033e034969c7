/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results figures: the same numbers as the functions give, whatever the dirt; no number without
 * enough answers; measurements and units of an answer sheet, and selections. */
#include "answers_fixture.h"
#include "functions_fixture.h"

#include "../fake/team.h"

#include "kernpunt/measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* -------------------------------------------------------------------------------- as functions */

static uint32_t seed;

static uint32_t chance(uint32_t below) {
  seed = seed * 1664525U + 1013904223U;
  return (seed >> 8) % below;
}

/* A cell as an answer sheet holds it: mostly scores, and dirt. */
static kp_answers_cell any_cell(int least, int most, int decimals, uint32_t dirt) {
  if (chance(100) < dirt) {
    switch (chance(6)) {
    case 0:
      return (kp_answers_cell){KP_ANSWERS_BLANK, 0, NULL};
    case 1:
      return (kp_answers_cell){KP_ANSWERS_TEXT, 0, "8"};
    case 2:
      return (kp_answers_cell){KP_ANSWERS_NUMBER, 99, NULL};
    case 3:
      return (kp_answers_cell){KP_ANSWERS_NUMBER, -1, NULL};
    case 4:
      return (kp_answers_cell){KP_ANSWERS_NUMBER, 4.5, NULL};
    default:
      return (kp_answers_cell){KP_ANSWERS_TRUTH, 1, NULL};
    }
  }
  double number = least + (double)chance((uint32_t)(most - least) + 1);
  if (decimals && number < most && chance(2) == 0)
    number += 0.5;
  return (kp_answers_cell){KP_ANSWERS_NUMBER, number, NULL};
}

/* The same cells as a group and as what Calc hands to a function. */
static fx_value make(kp_results_group *group, int least, int most, int decimals, size_t count,
                     uint32_t dirt) {
  fx_value column = fx_array(count, 1);
  assert_true(kp_results_start(group, least, most));
  for (size_t i = 0; i < count; i++) {
    kp_answers_cell cell = any_cell(least, most, decimals, dirt);
    kp_results_add(group, &cell);
    fx_free(fx_at(&column, i, 0));
    *fx_at(&column, i, 0) = cell.kind == KP_ANSWERS_BLANK  ? fx_text("")
                            : cell.kind == KP_ANSWERS_TEXT ? fx_text(cell.text)
                                                           : fx_number(cell.number);
  }
  return column;
}

static void same(const char *function, const fx_value *arguments, size_t count, double expected) {
  fx_value all[3];
  memcpy(all, arguments, count * sizeof *all);
  if (strncmp(function, "CX.TOPBOX", 9) == 0)
    all[count++] = fx_number(2);
  fx_value found = fx_call(function, all, count);
  if (isnan(expected) ? found.kind != FX_ERROR
                      : found.kind != FX_NUMBER || fabs(found.number - expected) > 1e-9)
    fail_msg("%s gives %g (kind %d), the figures %.12g", function, found.number, (int)found.kind,
             expected);
  fx_free(&found);
}

static void test_the_numbers_of_nps_functions(void **state) {
  (void)state;
  seed = 1;
  for (int round = 0; round < 150; round++) {
    kp_results_group groups[2];
    kp_results_figures figures;
    kp_results_change change;
    fx_value both[2];
    for (int i = 0; i < 2; i++)
      both[i] = make(&groups[i], 0, 10, 0, 1 + chance(60), chance(3) * 20);
    kp_results_figures_of(&groups[1], 1, &figures);
    same("NPS.N", &both[1], 1, (double)figures.n);
    same("NPS.SCORE", &both[1], 1, figures.value);
    same("NPS.MARGIN", &both[1], 1, figures.margin);
    same("NPS.LOWER", &both[1], 1, figures.lower);
    same("NPS.UPPER", &both[1], 1, figures.upper);
    kp_results_change_of(&groups[0], &groups[1], 1, &change);
    same("NPS.DELTA", both, 2, change.delta);
    same("NPS.DELTAMARGIN", both, 2, change.margin);
    same("NPS.DELTALOWER", both, 2, change.lower);
    same("NPS.DELTAUPPER", both, 2, change.upper);
    fx_free(&both[0]);
    fx_free(&both[1]);
  }
}

static void test_the_numbers_of_other_scales(void **state) {
  (void)state;
  seed = 7;
  for (int round = 0; round < 100; round++) {
    kp_results_group groups[2];
    kp_results_figures figures;
    kp_results_change change;
    fx_value both[2];
    for (int i = 0; i < 2; i++)
      both[i] = make(&groups[i], 1, 10, 1, 2 + chance(60), 0);
    kp_results_figures_of(&groups[1], 1, &figures);
    assert_int_equal(figures.kind, KP_RESULTS_MEAN);
    same("CX.GRADE", &both[1], 1, figures.value);
    same("CX.GRADEMARGIN", &both[1], 1, figures.margin);
    kp_results_change_of(&groups[0], &groups[1], 2, &change);
    if (change.known)
      same("CX.GRADEDELTA", both, 2, change.delta);
    fx_free(&both[0]);
    fx_free(&both[1]);
    for (int i = 0; i < 2; i++)
      both[i] = make(&groups[i], 1, 5, 0, 1 + chance(60), chance(3) * 20);
    kp_results_figures_of(&groups[1], 1, &figures);
    assert_int_equal(figures.kind, KP_RESULTS_SHARE);
    same("CX.TOPBOX", &both[1], 1, figures.value);
    same("CX.TOPBOXLOWER", &both[1], 1, figures.lower);
    same("CX.TOPBOXUPPER", &both[1], 1, figures.upper);
    kp_results_change_of(&groups[0], &groups[1], 1, &change);
    same("CX.TOPBOXDELTA", both, 2, 100 * change.delta);
    same("CX.TOPBOXDELTALOWER", both, 2, 100 * change.lower);
    same("CX.TOPBOXDELTAUPPER", both, 2, 100 * change.upper);
    fx_free(&both[0]);
    fx_free(&both[1]);
  }
}

static void add_many(kp_results_group *group, double number, int times) {
  const kp_answers_cell cell = {KP_ANSWERS_NUMBER, number, NULL};
  for (int i = 0; i < times; i++)
    assert_int_equal(kp_results_add(group, &cell), KP_RESULTS_COUNTS);
}

static void test_no_number_below_the_minimum(void **state) {
  (void)state;
  kp_results_group group;
  kp_results_group other;
  kp_results_figures figures;
  kp_results_change change;
  assert_true(kp_results_start(&group, 0, 10));
  assert_true(kp_results_start(&other, 0, 10));
  add_many(&group, 9, 9);
  add_many(&other, 3, 40);
  kp_results_figures_of(&group, KP_RESULTS_FEWEST, &figures);
  assert_true(figures.few);
  assert_int_equal(figures.n, 9);
  assert_true(isnan(figures.value) && isnan(figures.margin) && isnan(figures.lower));
  assert_int_equal(figures.part[KP_RESULTS_HIGH], 0);
  kp_results_change_of(&other, &group, KP_RESULTS_FEWEST, &change);
  assert_false(change.known);
  assert_int_equal(change.verdict, KP_SURVEY_TOO_FEW_ANSWERS);
  assert_true(isnan(change.delta) && isnan(change.lower));
  add_many(&group, 9, 1);
  kp_results_figures_of(&group, KP_RESULTS_FEWEST, &figures);
  assert_false(figures.few);
  assert_true(figures.value == 100);
  assert_int_equal(figures.part[KP_RESULTS_HIGH], 10);
  kp_results_change_of(&other, &group, KP_RESULTS_FEWEST, &change);
  assert_true(change.known);
  assert_int_equal(change.verdict, KP_SURVEY_RISE);
  assert_true(change.delta == 200);
  assert_int_equal(change.n_before, 40);
}

static void test_what_is_left_out_and_why(void **state) {
  (void)state;
  static const struct {
    kp_answers_cell cell;
    kp_results_reason reason;
  } cells[] = {
      {{KP_ANSWERS_BLANK, 0, NULL}, KP_RESULTS_BLANK},
      {{KP_ANSWERS_TEXT, 0, "8"}, KP_RESULTS_TEXT},
      {{KP_ANSWERS_NUMBER, 99, NULL}, KP_RESULTS_OUTSIDE},
      {{KP_ANSWERS_NUMBER, 10.5, NULL}, KP_RESULTS_OUTSIDE},
      {{KP_ANSWERS_DAY, 45000, NULL}, KP_RESULTS_OUTSIDE},
      {{KP_ANSWERS_NUMBER, 7.5, NULL}, KP_RESULTS_NOT_WHOLE},
      {{KP_ANSWERS_ERROR, 0, NULL}, KP_RESULTS_ERROR},
      {{KP_ANSWERS_NUMBER, 7, NULL}, KP_RESULTS_COUNTS},
  };
  kp_results_group group;
  kp_results_figures figures;
  assert_true(kp_results_start(&group, 0, 10));
  for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
    assert_int_equal(kp_results_add(&group, &cells[i].cell), cells[i].reason);
  kp_results_figures_of(&group, 1, &figures);
  assert_int_equal(figures.answers, 8);
  assert_int_equal(figures.n, 1);
  assert_int_equal(figures.left[KP_RESULTS_OUTSIDE], 3);
  assert_int_equal(figures.left[KP_RESULTS_NOT_WHOLE], 1);
  assert_int_equal(figures.left[KP_RESULTS_BLANK], 1);
  assert_int_equal(figures.left[KP_RESULTS_TEXT], 1);
  assert_int_equal(figures.left[KP_RESULTS_ERROR], 1);
  assert_false(kp_results_start(&group, 5, 5));
  assert_true(kp_results_start(&group, 1, 7));
  assert_int_equal(group.kind, KP_RESULTS_MEAN);
  kp_results_group other;
  kp_results_change change;
  assert_true(kp_results_start(&other, 0, 10));
  add_many(&other, 5, 20);
  add_many(&group, 5, 20);
  kp_results_change_of(&other, &group, 1, &change);
  assert_true(change.other_scale && !change.known);
}

/* ------------------------------------------------------------------------------- answer sheets */

static fake_team team;
#define FIRST "Sheet1"

/* A range of the first sheet, acquired. */
static uno_Interface *range_of(const char *range) {
  static kp_uno_method get_sheets =
      KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheetDocument::getSheets");
  static kp_uno_method by_index = KP_UNO_METHOD("com.sun.star.container.XIndexAccess::getByIndex");
  static kp_uno_method by_name = KP_UNO_METHOD("com.sun.star.table.XCellRange::getCellRangeByName");
  uno_Interface *sheets = NULL;
  uno_Interface *sheet = NULL;
  uno_Interface *found = NULL;
  uno_Any any;
  kp_uno_any_init(&any);
  assert_true(kp_uno_call(&team.error, team.calc.model, &get_sheets, &sheets));
  assert_true(kp_uno_call(&team.error, sheets, &by_index, &any, 0));
  assert_true(kp_uno_any_get_interface(&any, &sheet));
  assert_true(kp_uno_call(&team.error, sheet, &by_name, &found, range));
  kp_uno_any_clear(&any);
  kp_uno_release(sheet);
  kp_uno_release(sheets);
  return found;
}

static int open_team(void **state) {
  (void)state;
  fake_team_open(&team, NULL);
  return 0;
}

static int close_team(void **state) {
  (void)state;
  fake_team_close(&team);
  return 0;
}

static void type(const char *sheet, char column, int row, const char *text) {
  char cell[24];
  snprintf(cell, sizeof cell, "%c%d", column, row);
  fake_type(team.calc.document, sheet, cell, text);
}

/* Two waves of twelve answers each in two units, a header in row 2, a row of totals below. */
static const char *fill(void) {
  static const char *const scores[] = {"9", "10", "8",  "3", "9", "",
                                       "7", "x",  "99", "9", "6", "10"};
  const char *name = FIRST;
  static const char *const headers[] = {"Customer", "Unit", "Wave", "Score"};
  for (int i = 0; i < 4; i++)
    type(name, (char)('A' + i), 2, headers[i]);
  for (int row = 0; row < 24; row++) {
    char customer[24];
    snprintf(customer, sizeof customer, "Customer %d", row);
    type(name, 'A', row + 3, customer);
    type(name, 'B', row + 3, row % 3 == 0 ? "North" : row % 3 == 1 ? "South" : "south ");
    type(name, 'C', row + 3, row < 12 ? "Spring 2026" : "Autumn 2026");
    type(name, 'D', row + 3, row < 12 ? scores[row] : scores[23 - row]);
  }
  type(name, 'A', 27, "Total");
  type(name, 'D', 27, "8");
  return name;
}

static void choose(const char *sheet) {
  assert_int_equal(fake_team_set_up(&team, NULL), KP_WORKBOOK_WRITTEN);
  kp_source_part parts[] = {
      {"score", "Score", 3}, {"wave", "Wave", 2}, {"unit", "Unit", 1}, {"customer", "Customer", 0}};
  const kp_source_choice choice = {
      .sheet = sheet, .header = 1, .tail = 3, .parts = parts, .count = 4, .least = 0, .most = 10};
  fake_team_clear(&team);
  kp_workbook_answer answer =
      kp_workbook_set_up(&team.error, &team.document, NULL, &choice, &team.outcome);
  if (answer != KP_WORKBOOK_WRITTEN)
    fail_msg("%d: %s %s", (int)answer, team.error.message,
             kp_text_get(team.outcome.text, KP_LANGUAGE_EN));
}

static void test_measurements_and_units(void **state) {
  (void)state;
  kp_results results;
  kp_results_figures figures;
  const kp_measure_input in = {.method = team.method, .model = team.calc.model};
  const char *sheet = fill();
  assert_true(kp_results_read(&team.error, &in, KP_LANGUAGE_EN, &results));
  assert_int_equal(results.sources, 0);
  assert_int_equal(results.count, 0);
  kp_results_clear(&results);
  choose(sheet);
  assert_true(kp_results_read(&team.error, &in, KP_LANGUAGE_EN, &results));
  assert_int_equal(results.sources, 1);
  assert_int_equal(results.lost, 0);
  assert_int_equal(results.count, 2);
  assert_string_equal(results.waves[0].name.text, "Spring 2026");
  assert_string_equal(results.waves[1].name.text, "Autumn 2026");
  assert_int_equal(results.units.count, 2);
  kp_results_figures_of(kp_results_group_at(&results, 1, -1), 1, &figures);
  assert_int_equal(figures.answers, 12); /* the totals are no answer */
  assert_int_equal(figures.n, 9);
  assert_int_equal(figures.part[KP_RESULTS_HIGH], 5);
  assert_int_equal(figures.part[KP_RESULTS_LOW], 2);
  assert_int_equal(results.waves[1].cell_count, 3);
  assert_int_equal(results.waves[1].cells[0].reason, KP_RESULTS_OUTSIDE);
  assert_true(results.waves[1].cells[0].number == 99);
  assert_int_equal(results.waves[1].cells[0].row, 17);
  assert_int_equal(results.waves[1].cells[0].column, 3);
  int north = kp_results_unit(&results, "NORTH");
  int south = kp_results_unit(&results, "South");
  assert_true(north >= 0 && south >= 0 && kp_results_unit(&results, "West") < 0);
  kp_results_figures parts[2];
  kp_results_figures_of(kp_results_group_at(&results, 1, north), 1, &parts[0]);
  kp_results_figures_of(kp_results_group_at(&results, 1, south), 1, &parts[1]);
  assert_int_equal(parts[0].answers, 4);
  assert_int_equal(parts[0].answers + parts[1].answers, figures.answers);
  assert_int_equal(parts[0].n + parts[1].n, figures.n);
  assert_null(kp_results_group_at(&results, 2, -1));
  assert_null(kp_results_group_at(&results, 1, 2));
  kp_results_clear(&results);
}

/* ---------------------------------------------------------------------------------- selections */

static void expect_pick(const char *range, bool scores, unsigned n, unsigned answers) {
  kp_results_pick pick;
  kp_results_selection selection;
  kp_results_figures figures;
  uno_Interface *cells = range_of(range);
  kp_results_picked(cells, &pick);
  assert_true(kp_results_select(&team.error, team.calc.model, team.method, &pick, &selection));
  if (selection.scores != scores)
    fail_msg("%s: scores %d", range, (int)selection.scores);
  if (scores) {
    kp_results_figures_of(&selection.group[0], 1, &figures);
    if (figures.n != n || figures.answers != answers)
      fail_msg("%s: %u of %u", range, (unsigned)figures.n, (unsigned)figures.answers);
  }
  kp_results_selection_clear(&selection);
  kp_uno_release(cells);
}

static void test_a_selection(void **state) {
  (void)state;
  const char *sheet = fill();
  expect_pick("D3", false, 0, 0); /* where the cursor stands */
  expect_pick("D3:D14", true, 9, 12);
  expect_pick("D2:D14", true, 9, 12);       /* the header is none */
  expect_pick("D1:D1048576", true, 19, 25); /* as far as it is used, below the header */
  expect_pick("A3:C14", false, 0, 0);
  expect_pick("F1:F10", false, 0, 0);
  choose(sheet);
  expect_pick("D2:D14", true, 9, 12);
  expect_pick("C3:D14", false, 0, 0); /* only the column of scores */
  assert_false(sheet[0] == '\0');
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_the_numbers_of_nps_functions),
      cmocka_unit_test(test_the_numbers_of_other_scales),
      cmocka_unit_test(test_no_number_below_the_minimum),
      cmocka_unit_test(test_what_is_left_out_and_why),
      cmocka_unit_test_setup_teardown(test_measurements_and_units, open_team, close_team),
      cmocka_unit_test_setup_teardown(test_a_selection, open_team, close_team),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
