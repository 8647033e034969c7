/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables in memory: cells, titles, and the scores of one measurement in a formula. */
#include "table.h"

#include "kernpunt/text.h"

#include <stdlib.h>
#include <string.h>

bool kp_export_table_start(kp_export_table *table, int columns, int rows) {
  table->columns = columns;
  table->rows = rows;
  table->total = -1;
  table->cells = calloc((size_t)columns * (size_t)rows, sizeof *table->cells);
  table->failed = table->cells == NULL;
  return !table->failed;
}

void kp_export_table_clear(kp_export_table *table) {
  for (int i = 0; table->cells != NULL && i < table->columns * table->rows; i++)
    free(table->cells[i].text);
  free(table->cells);
  *table = (kp_export_table){.total = -1};
}

kp_export_cell *kp_export_at(const kp_export_table *table, int column, int row) {
  return &table->cells[(size_t)row * (size_t)table->columns + (size_t)column];
}

const char *kp_export_place(const kp_export_table *table, int column, int row,
                            char name[KP_EXPORT_CELL_SIZE]) {
  return kp_export_cell_name(table->left + column, table->top + row, true, name);
}

static void put(kp_export_table *table, int column, int row, kp_export_kind kind,
                kp_export_look look, char *text) {
  kp_export_cell *cell = kp_export_at(table, column, row);
  free(cell->text);
  *cell = (kp_export_cell){.kind = kind, .look = look};
  cell->text = text;
  table->failed = table->failed || text == NULL;
}

void kp_export_words(kp_export_table *table, int column, int row, kp_export_look look,
                     const char *words) {
  put(table, column, row, KP_EXPORT_WORDS, look, kp_text_copy(words));
}

void kp_export_number(kp_export_table *table, int column, int row, kp_export_look look,
                      double number) {
  kp_export_cell *cell = kp_export_at(table, column, row);
  free(cell->text);
  *cell = (kp_export_cell){.kind = KP_EXPORT_NUMBER, .look = look, .number = number};
}

void kp_export_formula(kp_export_table *table, int column, int row, kp_export_look look, bool array,
                       char *formula) {
  put(table, column, row, array ? KP_EXPORT_ARRAY : KP_EXPORT_FORMULA, look, formula);
}

/* -------------------------------------------------------------------------- title and last line */

/* Row 1 holds the measurement: its name in column 1, or its days in 1 and 2; row 2 likewise the one
 * before it, when the table has two. */
static void put_wave(const kp_export_source *source, kp_export_table *table, int row, kp_text label,
                     const kp_answers_name *wave) {
  const kp_answers_plan *plan = &source->plan;
  kp_export_words(table, 0, row, KP_EXPORT_SMALL, kp_text_get(label, source->language));
  if (wave == NULL)
    return;
  if (source->parting == KP_EXPORT_BY_DAY) {
    kp_export_number(table, 1, row, KP_EXPORT_DAY, wave->first_day);
    kp_export_number(table, 2, row, KP_EXPORT_DAY, wave->last_day);
    return;
  }
  /* As it stands in the answers: a number stays one, or nothing would be equal to it. */
  const kp_answers_cell *cell = kp_answers_at(
      &plan->grid, plan->map.column[KP_ANSWERS_PART(KP_ROLE_ANSWER_WAVE)], wave->first);
  if (cell->kind == KP_ANSWERS_NUMBER || cell->kind == KP_ANSWERS_DAY)
    kp_export_number(table, 1, row, cell->kind == KP_ANSWERS_DAY ? KP_EXPORT_DAY : KP_EXPORT_PLAIN,
                     cell->number);
  else
    kp_export_words(table, 1, row, KP_EXPORT_PLAIN, cell->text != NULL ? cell->text : wave->text);
}

void kp_export_top(const kp_export_source *source, kp_text title, bool two,
                   kp_export_table *table) {
  kp_export_words(table, 0, 0, KP_EXPORT_TITLE, kp_text_get(title, source->language));
  if (source->later != NULL)
    put_wave(source, table, 1, KP_TEXT_EXPORT_MEASUREMENT, source->later);
  if (two)
    put_wave(source, table, 2, KP_TEXT_EXPORT_BEFORE, source->earlier);
}

void kp_export_note(const kp_export_source *source, kp_export_form form, const char *functions,
                    kp_export_table *table) {
  static const kp_text said[] = {[KP_EXPORT_LIVE] = KP_TEXT_EXPORT_NOTE_LIVE,
                                 [KP_EXPORT_FALLBACK] = KP_TEXT_EXPORT_NOTE_PLAIN,
                                 [KP_EXPORT_VALUES] = KP_TEXT_EXPORT_NOTE_VALUES};
  char day[KP_DATE_TEXT_SIZE];
  kp_date_format(kp_workbook_today(), source->language, day);
  char *from = kp_text_fill(said[form], source->language, functions, source->plan.sheet);
  char *when = kp_text_fill(KP_TEXT_EXPORT_NOTE_DAY, source->language, day, NULL);
  char *hidden = source->smallest > 1 ? kp_text_counted(KP_TEXT_EXPORT_NOTE_HIDDEN,
                                                        (size_t)source->smallest, source->language)
                                      : kp_text_copy("");
  if (from == NULL || when == NULL || hidden == NULL)
    table->failed = true;
  else
    put(table, 0, table->rows - 1, KP_EXPORT_WORDS, KP_EXPORT_SMALL,
        kp_export_format("%s %s%s%s", from, when, hidden[0] != '\0' ? " " : "", hidden));
  free(from);
  free(when);
  free(hidden);
}

/* --------------------------------------------------------------------------- one measurement */

bool kp_export_array(const kp_export_source *source) {
  return source->parting != KP_EXPORT_WHOLE;
}

char *kp_export_scores(const kp_export_source *source, const kp_export_table *table, bool later) {
  char from[KP_EXPORT_CELL_SIZE];
  char to[KP_EXPORT_CELL_SIZE];
  int row = later ? 1 : 2;
  kp_export_place(table, 1, row, from);
  kp_export_place(table, 2, row, to);
  switch (source->parting) {
  case KP_EXPORT_BY_NAME:
    return kp_export_format("IF(%s=%s;%s;\"\")", source->parts, from, source->score);
  case KP_EXPORT_BY_DAY: /* text is more than any number: it is in no measurement */
    return kp_export_format("IF((%s>=%s)*(%s<%s+1);%s;\"\")", source->parts, from, source->parts,
                            to, source->score);
  default:
    return kp_text_copy(source->score);
  }
}

kp_text kp_export_title(kp_export_what what) {
  static const kp_text titles[KP_EXPORT_WHAT_COUNT] = {
      [KP_EXPORT_UNITS] = KP_TEXT_EXPORT_UNITS,
      [KP_EXPORT_CHANGES] = KP_TEXT_EXPORT_CHANGES,
      [KP_EXPORT_CROSS] = KP_TEXT_EXPORT_CROSS,
      [KP_EXPORT_DRIVERS] = KP_TEXT_EXPORT_DRIVERS,
      [KP_EXPORT_TREND] = KP_TEXT_EXPORT_TREND,
      [KP_EXPORT_CHART_SHARES] = KP_TEXT_EXPORT_CHART_SHARES,
      [KP_EXPORT_CHART_SCORES] = KP_TEXT_EXPORT_CHART_SCORES,
      [KP_EXPORT_CHART_CHANGES] = KP_TEXT_EXPORT_CHART_CHANGES,
      [KP_EXPORT_CHART_TREND] = KP_TEXT_EXPORT_CHART_TREND,
      [KP_EXPORT_CHART_DRIVERS] = KP_TEXT_EXPORT_CHART_DRIVERS,
  };
  return titles[what];
}
