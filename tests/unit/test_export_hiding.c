/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is published hides small groups: whoever knows all that is shown must find more than one
 * number of answers possible for each group that is hidden because it is small. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "answers_fixture.h"

#include "../../src/export/table.h"
#include "kernpunt/method_load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { UNITS = 6, MOST = 40, LEAST = 10, SURVEYS = 400 };

static const kp_method *method;
static unsigned draw = 11;

static unsigned pick(unsigned below) {
  draw = draw * 1103515245U + 12345U;
  return (draw >> 16) % below;
}

/* A survey of some units with few and many answers, and dirt. */
static char *survey(int sizes[UNITS + 1], int units) {
  char *text = malloc(64 + (size_t)(UNITS + 1) * MOST * 24);
  assert_non_null(text);
  strcpy(text, "Unit|Score");
  for (int unit = 0; unit <= units; unit++) {
    unsigned kind = pick(4);
    sizes[unit] = (int)(unit == units && kind > 0 ? 0
                        : kind == 0               ? 1 + pick(LEAST - 1)
                                                  : pick(MOST));
    for (int i = 0; i < sizes[unit]; i++)
      sprintf(text + strlen(text), "\nU%.0d|%u", unit == units ? 0 : unit + 1, pick(11));
  }
  return text;
}

/* How many ways there are to share `rest` among the hidden groups from `i` on. */
static bool several(const int *least, const int *most, int count, int of, int rest) {
  int ways = 0;
  int low = 0;
  int high = 0;
  for (int i = 0; i < count; i++)
    if (i != of) {
      low += least[i];
      high += most[i];
    }
  for (int value = least[of]; value <= most[of] && ways < 2; value++)
    ways += rest - value >= low && rest - value <= high;
  return ways >= 2;
}

static void hold(const kp_export_table *table) {
  int least[UNITS + 2];
  int most[UNITS + 2];
  bool small[UNITS + 2];
  int hidden = 0;
  int shown = 0;
  bool total = true;
  for (int row = table->first; row <= table->total; row++) {
    const kp_export_cell *n = kp_export_at(table, 1, row);
    bool few = n->kind == KP_EXPORT_WORDS && n->text[0] == '<';
    if (row == table->total)
      total = n->kind == KP_EXPORT_FORMULA;
    else if (n->kind == KP_EXPORT_FORMULA)
      shown++;
    else {
      least[hidden] = few ? 1 : LEAST;
      most[hidden] = few ? LEAST - 1 : 1000;
      small[hidden++] = few;
    }
    /* nothing else of a hidden row says a number */
    for (int column = 2; n->kind != KP_EXPORT_FORMULA && column < table->columns; column++)
      assert_int_equal(kp_export_at(table, column, row)->kind, KP_EXPORT_NOTHING);
  }
  (void)shown;
  if (!total || hidden == 0)
    return;
  assert_true(hidden >= 2 || !small[0]);
  for (int i = 0; i < hidden; i++)
    for (int rest = 2 * LEAST; small[i] && hidden >= 2 && rest < 60; rest += 7) {
      int top = 0;
      for (int j = 0; j < hidden; j++)
        top += most[j];
      int bottom = 0;
      for (int j = 0; j < hidden; j++)
        bottom += least[j];
      if (rest > bottom && rest < top)
        assert_true(several(least, most, hidden, i, rest));
    }
}

static void test_nothing_small_can_be_computed(void **state) {
  (void)state;
  int hiding = 0;
  for (int i = 0; i < SURVEYS; i++) {
    int sizes[UNITS + 1];
    char *text = survey(sizes, 2 + (int)pick(UNITS - 1));
    kp_export_source source = {.smallest = LEAST, .score = (char *)"S", .unit = (char *)"U"};
    kp_export_choice choice = {.what = KP_EXPORT_UNITS, .form = KP_EXPORT_FALLBACK};
    kp_export_table table;
    kp_text lacking = KP_TEXT_NONE;
    kp_document document = {.method = method};
    source.plan.document = &document;
    source.plan.sheet = (char *)"Answers";
    answers_grid(text, 1, 1, &source.plan.grid);
    for (int part = 0; part < KP_ANSWERS_PARTS; part++)
      source.plan.map.column[part] = -1;
    source.plan.map.column[KP_ANSWERS_PART(KP_ROLE_ANSWER_UNIT)] = 0;
    source.plan.map.column[KP_ANSWERS_PART(KP_ROLE_ANSWER_SCORE)] = 1;
    source.plan.map.last = source.plan.grid.rows - 1;
    source.plan.map.most = 10;
    assert_true(kp_answers_names_of(&source.plan.grid, &source.plan.map, 0, &source.plan.units));
    assert_true(kp_export_build(&source, &choice, 0, 0, &table, &lacking));
    assert_int_equal(lacking, KP_TEXT_NONE);
    hold(&table);
    for (int row = table.first; row < table.total; row++)
      hiding += kp_export_at(&table, 1, row)->kind == KP_EXPORT_WORDS;
    /* the live table hides by the functions themselves: nothing in it goes by a unit's name */
    kp_export_table_clear(&table);
    choice.form = KP_EXPORT_LIVE;
    assert_true(kp_export_build(&source, &choice, 0, 0, &table, &lacking));
    for (int cell = 0; cell < table.columns * table.rows; cell++)
      if (table.cells[cell].kind == KP_EXPORT_FORMULA &&
          strstr(table.cells[cell].text, "NPS.") != NULL)
        assert_true(strstr(table.cells[cell].text, ";0.95;10;") != NULL ||
                    strstr(table.cells[cell].text, ";\"holm\";10;") != NULL);
    kp_export_table_clear(&table);
    kp_answers_names_free(&source.plan.units);
    kp_answers_grid_free(&source.plan.grid);
    free(text);
  }
  assert_true(hiding > SURVEYS / 4); /* the surveys were worth it */
}

static int set_up(void **state) {
  (void)state;
  method = answers_method();
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  kp_method_free((kp_method *)method);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_nothing_small_can_be_computed)};
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
