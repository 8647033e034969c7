/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The live tables.
 *
 * Numbers come out of one table function by row and column, so that what it hides is hidden here
 * too; no formula of its own stands for one unit. Labels and verdicts come by a formula with &"",
 * which makes them texts that other formulas find; and since a label has the same row as its
 * numbers, they stay together when people sort their answers. */
#include "chart.h"
#include "table.h"

#include <stdlib.h>
#include <string.h>

/* A formula out of a function's table. */
typedef struct maker {
  const kp_export_source *source;
  kp_export_table *table;
  char *function; /* the whole call */
  bool array;
} maker;

static void start(maker *self, const kp_export_source *source, kp_export_table *table, bool array,
                  char *function) {
  *self = (maker){.source = source, .table = table, .array = array};
  self->function = function;
  table->failed = table->failed || function == NULL;
}

/* What the table of the function holds, at a row and column counted from its header. 0: its last
 * one. */
static char *index_of(const maker *self, int row, int column) {
  const char *f = self->function;
  char *at[2] = {row > 0 ? kp_export_format("%d", row) : kp_export_format("ROWS(%s)", f),
                 column > 0 ? kp_export_format("%d", column) : kp_export_format("COLUMNS(%s)", f)};
  char *made =
      at[0] != NULL && at[1] != NULL ? kp_export_format("INDEX(%s;%s;%s)", f, at[0], at[1]) : NULL;
  free(at[0]);
  free(at[1]);
  return made;
}

static void label(const maker *self, int column, int row, kp_export_look look, int from_row,
                  int from_column) {
  char *cell = self->function != NULL ? index_of(self, from_row, from_column) : NULL;
  kp_export_formula(self->table, column, row, look, self->array,
                    cell != NULL ? kp_export_format("=%s&\"\"", cell) : NULL);
  free(cell);
}

/* As it is: a number, or "< 10". */
static void value(const maker *self, int column, int row, kp_export_look look, int from_row,
                  int from_column) {
  char *cell = self->function != NULL ? index_of(self, from_row, from_column) : NULL;
  kp_export_formula(self->table, column, row, look, self->array,
                    cell != NULL ? kp_export_format("=%s", cell) : NULL);
  free(cell);
}

/* Only a number; nothing for words, errors, and what is hidden. */
static void number(const maker *self, int column, int row, kp_export_look look, int from_row,
                   int from_column) {
  char *cell = self->function != NULL ? index_of(self, from_row, from_column) : NULL;
  kp_export_formula(self->table, column, row, look, self->array,
                    cell != NULL ? kp_export_format("=IF(ISNUMBER(%s);%s;\"\")", cell, cell)
                                 : NULL);
  free(cell);
}

static void heads(const kp_export_source *source, kp_export_table *table, const kp_text *texts,
                  int count) {
  for (int i = 0; i < count; i++)
    kp_export_words(table, i, table->header,
                    i == 0 || texts[i] == KP_TEXT_EXPORT_VERDICT ||
                            texts[i] == KP_TEXT_EXPORT_REST || texts[i] == KP_TEXT_EXPORT_QUADRANT
                        ? KP_EXPORT_HEAD
                        : KP_EXPORT_HEADN,
                    kp_text_get(texts[i], source->language));
}

static const char *language_of(const kp_export_source *source) {
  return source->language == KP_LANGUAGE_NL ? "nl" : "en";
}

/* How many rows of groups the functions answer with: one for answers without a unit. */
static bool group_rows(const kp_export_source *source, const kp_answers_name *one,
                       const kp_answers_name *other, bool all, int *rows) {
  size_t units = source->plan.units.count;
  kp_export_counts *counts = calloc(units + 2, sizeof *counts);
  uint64_t without = 0;
  bool good = counts != NULL && kp_export_count(source, all ? NULL : one, counts);
  without = good ? counts[units].n : 0;
  if (good && !all && other != NULL) {
    good = kp_export_count(source, other, counts);
    without += counts[units].n;
  }
  free(counts);
  *rows = (int)units + (without > 0 ? 1 : 0);
  return good;
}

/* ------------------------------------------------------------------------------------- per unit
 */

static void unit_row(const maker *scores, const maker *rest, int row, int from) {
  char n[KP_EXPORT_CELL_SIZE];
  kp_export_place(scores->table, 1, row, n);
  label(scores, 0, row, KP_EXPORT_PLAIN, from, 1);
  value(scores, 1, row, KP_EXPORT_COUNT, from, 2);
  for (int part = 0; part < 3; part++) {
    char *count = scores->function != NULL ? index_of(scores, from, 5 - part) : NULL;
    kp_export_formula(scores->table, 2 + part, row, KP_EXPORT_SHARE, scores->array,
                      count != NULL ? kp_export_format("=IF(N(%s)>0;%s/%s;\"\")", n, count, n)
                                    : NULL);
    free(count);
  }
  for (int i = 0; i < 3; i++)
    number(scores, 5 + i, row, KP_EXPORT_SCORE, from, 6 + i);
  label(rest, 8, row, KP_EXPORT_VERDICT, from, 10);
}

static bool build_units(const kp_export_source *source, kp_export_table *table, kp_text *lacking) {
  static const kp_text texts[] = {
      KP_TEXT_EXPORT_UNIT,     KP_TEXT_EXPORT_N,         KP_TEXT_EXPORT_DETRACTORS,
      KP_TEXT_EXPORT_PASSIVES, KP_TEXT_EXPORT_PROMOTERS, KP_TEXT_EXPORT_NPS,
      KP_TEXT_EXPORT_LOWER,    KP_TEXT_EXPORT_UPPER,     KP_TEXT_EXPORT_REST};
  enum { COLUMNS = sizeof texts / sizeof *texts };
  int groups = 0;
  if (source->unit == NULL) {
    *lacking = KP_TEXT_EXPORT_NO_UNITS;
    return true;
  }
  if (!group_rows(source, source->later, NULL, source->later == NULL, &groups) ||
      !kp_export_table_start(table, COLUMNS, groups + 5))
    return false;
  table->header = 2;
  table->first = 3;
  table->last = groups + 2;
  table->total = groups + 3;
  kp_export_top(source, KP_TEXT_EXPORT_UNITS, false, table);
  heads(source, table, texts, COLUMNS);
  char *scores = kp_export_scores(source, table, true);
  bool array = kp_export_array(source);
  maker of = {0};
  maker rest = {0};
  start(&of, source, table, array,
        kp_export_format("NPS.TABLE(%s;%s;0.95;%d;\"%s\")", scores != NULL ? scores : "",
                         source->unit, source->smallest, language_of(source)));
  start(&rest, source, table, array,
        kp_export_format("NPS.COMPARE(%s;%s;0.95;\"holm\";%d;\"%s\")", scores != NULL ? scores : "",
                         source->unit, source->smallest, language_of(source)));
  table->failed = table->failed || scores == NULL;
  for (int i = 0; i <= groups; i++)
    unit_row(&of, &rest, table->first + i, i < groups ? i + 2 : 0);
  kp_export_note(source, KP_EXPORT_LIVE, "NPS.TABLE, NPS.COMPARE", table);
  free(scores);
  free(of.function);
  free(rest.function);
  return !table->failed;
}

/* -------------------------------------------------------------------------------------- changes
 */

/* Both measurements as one column of their own: 1 the earlier, 2 the later. */
static char *parts_of_two(const kp_export_source *source, const kp_export_table *table) {
  char at[4][KP_EXPORT_CELL_SIZE];
  for (int i = 0; i < 4; i++)
    kp_export_place(table, 1 + i % 2, 1 + i / 2, at[i]);
  const char *p = source->parts;
  return kp_export_format("IF((%s>=%s)*(%s<%s+1);2;IF((%s>=%s)*(%s<%s+1);1;\"\"))", p, at[0], p,
                          at[1], p, at[2], p, at[3]);
}

static char *change_call(const kp_export_source *source, const kp_export_table *table) {
  char later[KP_EXPORT_CELL_SIZE];
  char earlier[KP_EXPORT_CELL_SIZE];
  bool days = source->parting == KP_EXPORT_BY_DAY;
  char *parts = days ? parts_of_two(source, table) : kp_text_copy(source->parts);
  char *call = NULL;
  if (parts != NULL)
    call = kp_export_format("NPS.DELTATABLE(%s;%s;%s;%s;%s;0.95;%d;\"%s\")", source->score,
                            source->unit, parts, days ? "1" : kp_export_place(table, 1, 2, earlier),
                            days ? "2" : kp_export_place(table, 1, 1, later), source->smallest,
                            language_of(source));
  free(parts);
  return call;
}

static bool build_changes(const kp_export_source *source, kp_export_table *table,
                          kp_text *lacking) {
  static const kp_text texts[] = {
      KP_TEXT_EXPORT_UNIT,     KP_TEXT_EXPORT_N_THEN,  KP_TEXT_EXPORT_N_NOW,
      KP_TEXT_EXPORT_NPS_THEN, KP_TEXT_EXPORT_NPS_NOW, KP_TEXT_EXPORT_CHANGE,
      KP_TEXT_EXPORT_LOWER,    KP_TEXT_EXPORT_UPPER,   KP_TEXT_EXPORT_VERDICT};
  enum { COLUMNS = sizeof texts / sizeof *texts };
  int groups = 0;
  *lacking = source->unit == NULL      ? KP_TEXT_EXPORT_NO_UNITS
             : source->earlier == NULL ? KP_TEXT_EXPORT_NO_BEFORE
                                       : KP_TEXT_NONE;
  if (*lacking != KP_TEXT_NONE)
    return true;
  if (!group_rows(source, source->later, source->earlier, false, &groups) ||
      !kp_export_table_start(table, COLUMNS, groups + 6))
    return false;
  table->header = 3;
  table->first = 4;
  table->last = groups + 3;
  table->total = groups + 4;
  kp_export_top(source, KP_TEXT_EXPORT_CHANGES, true, table);
  heads(source, table, texts, COLUMNS);
  maker of;
  start(&of, source, table, source->parting == KP_EXPORT_BY_DAY, change_call(source, table));
  for (int i = 0; i <= groups; i++) {
    int row = table->first + i;
    int from = i < groups ? i + 2 : 0;
    label(&of, 0, row, KP_EXPORT_PLAIN, from, 1);
    value(&of, 1, row, KP_EXPORT_COUNT, from, 2);
    value(&of, 2, row, KP_EXPORT_COUNT, from, 3);
    for (int column = 3; column < 8; column++)
      number(&of, column, row, KP_EXPORT_SCORE, from, column + 1);
    label(&of, 8, row, KP_EXPORT_VERDICT, from, 9);
  }
  kp_export_note(source, KP_EXPORT_LIVE, "NPS.DELTATABLE", table);
  free(of.function);
  return !table->failed;
}

/* --------------------------------------------------------------------------- units by measurement
 */

/* Every measurement of a column of days as a number of its own. */
static char *parts_of_days(const kp_export_source *source) {
  const kp_answers_names *waves = &source->plan.waves;
  char *made = kp_text_copy("\"\"");
  for (size_t i = 0; made != NULL && i < waves->count; i++) {
    const kp_answers_name *wave = &waves->list[i];
    char *more = kp_export_format("IF((%s>=%.0f)*(%s<%.0f);%zu;%s)", source->parts, wave->first_day,
                                  source->parts, wave->last_day + 1, i + 1, made);
    free(made);
    made = more;
  }
  return made;
}

static char *parts_of_all(const kp_export_source *source) {
  return source->parting == KP_EXPORT_BY_DAY ? parts_of_days(source) : kp_text_copy(source->parts);
}

static char *cross_call(const kp_export_source *source, const char *measure) {
  char *parts = parts_of_all(source);
  char *call = parts != NULL ? kp_export_format("NPS.CROSS(%s;%s;%s;\"%s\";%d;\"%s\")",
                                                source->score, source->unit, parts, measure,
                                                source->smallest, language_of(source))
                             : NULL;
  free(parts);
  return call;
}

/* Names of the measurements over a block; of days what the answers say, as words. */
static void cross_heads(const maker *of, int row) {
  const kp_export_source *source = of->source;
  int waves = (int)source->plan.waves.count;
  kp_export_words(of->table, 0, row, KP_EXPORT_HEAD,
                  kp_text_get(KP_TEXT_EXPORT_UNIT, source->language));
  for (int i = 0; i <= waves; i++)
    if (i < waves && source->parting == KP_EXPORT_BY_DAY)
      kp_export_words(of->table, i + 1, row, KP_EXPORT_HEADN, source->plan.waves.list[i].text);
    else
      label(of, i + 1, row, KP_EXPORT_HEADN, 1, i < waves ? i + 2 : 0);
}

static bool build_cross(const kp_export_source *source, kp_export_table *table, kp_text *lacking) {
  int groups = 0;
  *lacking = source->unit == NULL                 ? KP_TEXT_EXPORT_NO_UNITS
             : source->parting == KP_EXPORT_WHOLE ? KP_TEXT_EXPORT_NO_BEFORE
                                                  : KP_TEXT_NONE;
  if (*lacking != KP_TEXT_NONE)
    return true;
  int waves = (int)source->plan.waves.count;
  if (!group_rows(source, NULL, NULL, true, &groups) ||
      !kp_export_table_start(table, waves + 2, 2 * (groups + 4) + 1))
    return false;
  table->header = 2;
  table->first = 3;
  table->last = groups + 2;
  table->total = groups + 3;
  kp_export_words(table, 0, 0, KP_EXPORT_TITLE,
                  kp_text_get(KP_TEXT_EXPORT_CROSS, source->language));
  static const char *const measures[] = {"score", "n"};
  static const kp_text names[] = {KP_TEXT_EXPORT_NPS, KP_TEXT_EXPORT_N_LONG};
  for (int block = 0; block < 2; block++) {
    int top = 1 + block * (groups + 4);
    maker of;
    start(&of, source, table, source->parting == KP_EXPORT_BY_DAY,
          cross_call(source, measures[block]));
    kp_export_words(table, 0, top, KP_EXPORT_SMALL, kp_text_get(names[block], source->language));
    cross_heads(&of, top + 1);
    for (int i = 0; i <= groups; i++) {
      label(&of, 0, top + 2 + i, KP_EXPORT_PLAIN, i < groups ? i + 2 : 0, 1);
      for (int w = 0; w <= waves; w++)
        value(&of, w + 1, top + 2 + i, block == 0 ? KP_EXPORT_SCORE : KP_EXPORT_COUNT,
              i < groups ? i + 2 : 0, w < waves ? w + 2 : 0);
    }
    free(of.function);
  }
  kp_export_note(source, KP_EXPORT_LIVE, "NPS.CROSS", table);
  return !table->failed;
}

/* ------------------------------------------------------------------------- drivers and the trend
 */

/* Nothing while fewer rows could be used than the smallest group has: n used stands below. */
static void enough(const maker *self, int column, int row, kp_export_look look, int from_row,
                   int from_column) {
  char used[KP_EXPORT_CELL_SIZE];
  char *cell = self->function != NULL ? index_of(self, from_row, from_column) : NULL;
  kp_export_place(self->table, 1, self->table->last + 2, used);
  kp_export_formula(self->table, column, row, look, self->array,
                    cell != NULL
                        ? kp_export_format("=IF(N(%s)>=%d;%s%s;\"\")", used, self->source->smallest,
                                           cell, look == KP_EXPORT_PLAIN ? "&\"\"" : "")
                        : NULL);
  free(cell);
}

static bool build_drivers(const kp_export_source *source, kp_export_table *table,
                          kp_text *lacking) {
  static const kp_text texts[] = {KP_TEXT_EXPORT_DRIVER, KP_TEXT_EXPORT_N, KP_TEXT_EXPORT_MEAN,
                                  KP_TEXT_EXPORT_WEIGHT, KP_TEXT_EXPORT_QUADRANT};
  static const int from[] = {1, 2, 6, 5, 8};
  static const kp_export_look looks[] = {KP_EXPORT_PLAIN, KP_EXPORT_COUNT, KP_EXPORT_DECIMAL,
                                         KP_EXPORT_SHARE, KP_EXPORT_PLAIN};
  enum { COLUMNS = sizeof texts / sizeof *texts };
  int drivers = source->plan.map.driver_count;
  *lacking = drivers < 2               ? KP_TEXT_EXPORT_NO_DRIVERS
             : source->drivers == NULL ? KP_TEXT_EXPORT_DRIVERS_APART
                                       : KP_TEXT_NONE;
  if (*lacking != KP_TEXT_NONE)
    return true;
  if (!kp_export_table_start(table, COLUMNS, drivers + 6))
    return false;
  table->header = 2;
  table->first = 3;
  table->last = drivers + 2;
  kp_export_top(source, KP_TEXT_EXPORT_DRIVERS, false, table);
  heads(source, table, texts, COLUMNS);
  char *scores = kp_export_scores(source, table, true);
  maker of;
  start(&of, source, table, kp_export_array(source),
        kp_export_format("CX.DRIVERS(%s;%s;\"weights\";;%s;;;\"%s\")", scores != NULL ? scores : "",
                         source->drivers, source->driver_names, language_of(source)));
  for (int i = 0; i < drivers; i++) {
    label(&of, 0, table->first + i, looks[0], i + 2, from[0]);
    for (int c = 1; c < COLUMNS; c++)
      enough(&of, c, table->first + i, looks[c], i + 2, from[c]);
  }
  for (int fact = 0; fact < 2; fact++) /* R², n used */
    label(&of, 0, table->last + 1 + fact, KP_EXPORT_SMALL, drivers + 2 + fact, 1);
  enough(&of, 1, table->last + 1, KP_EXPORT_SHARE, drivers + 2, 2);
  value(&of, 1, table->last + 2, KP_EXPORT_COUNT, drivers + 3, 2);
  kp_export_note(source, KP_EXPORT_LIVE, "CX.DRIVERS", table);
  free(scores);
  free(of.function);
  return !table->failed;
}

static bool build_trend(const kp_export_source *source, kp_export_table *table, kp_text *lacking) {
  static const kp_text texts[] = {KP_TEXT_EXPORT_MEASUREMENT, KP_TEXT_EXPORT_N,
                                  KP_TEXT_EXPORT_NPS,         KP_TEXT_EXPORT_LOWER,
                                  KP_TEXT_EXPORT_UPPER,       KP_TEXT_EXPORT_CHANGE,
                                  KP_TEXT_EXPORT_VERDICT};
  enum { COLUMNS = sizeof texts / sizeof *texts };
  if (source->parting == KP_EXPORT_WHOLE) {
    *lacking = KP_TEXT_EXPORT_NO_BEFORE;
    return true;
  }
  int waves = (int)source->plan.waves.count;
  bool days = source->parting == KP_EXPORT_BY_DAY;
  if (!kp_export_table_start(table, COLUMNS, waves + 4))
    return false;
  table->header = 1;
  table->first = 2;
  table->last = waves + 1;
  kp_export_words(table, 0, 0, KP_EXPORT_TITLE,
                  kp_text_get(KP_TEXT_EXPORT_TREND, source->language));
  heads(source, table, texts, COLUMNS);
  char *parts = parts_of_all(source);
  maker of;
  start(&of, source, table, days,
        kp_export_format("NPS.TREND(%s;%s;0.95;%d;\"%s\")", source->score,
                         parts != NULL ? parts : "", source->smallest, language_of(source)));
  table->failed = table->failed || parts == NULL;
  for (int i = 0; i <= waves; i++) {
    int row = table->first + i;
    int at = i < waves ? i + 2 : 0;
    if (days && i < waves)
      kp_export_words(table, 0, row, KP_EXPORT_PLAIN, source->plan.waves.list[i].text);
    else
      label(&of, 0, row, KP_EXPORT_PLAIN, at, 1);
    value(&of, 1, row, KP_EXPORT_COUNT, at, 2);
    for (int c = 2; c < 6; c++)
      number(&of, c, row, KP_EXPORT_SCORE, at, c + 1);
    label(&of, 6, row, KP_EXPORT_VERDICT, at, 8);
  }
  kp_export_note(source, KP_EXPORT_LIVE, "NPS.TREND", table);
  free(parts);
  free(of.function);
  return !table->failed;
}

bool kp_export_build(const kp_export_source *source, const kp_export_choice *choice, int32_t left,
                     int32_t top, kp_export_table *table, kp_text *lacking) {
  static bool (*const builders[KP_EXPORT_WHAT_COUNT])(const kp_export_source *, kp_export_table *,
                                                      kp_text *) = {
      [KP_EXPORT_UNITS] = build_units, [KP_EXPORT_CHANGES] = build_changes,
      [KP_EXPORT_CROSS] = build_cross, [KP_EXPORT_DRIVERS] = build_drivers,
      [KP_EXPORT_TREND] = build_trend,
  };
  *table = (kp_export_table){.left = left, .top = top, .total = -1};
  *lacking = KP_TEXT_NONE;
  if (choice->form == KP_EXPORT_FALLBACK)
    return kp_export_build_plain(source, choice, left, top, table, lacking);
  return builders[kp_export_table_of(choice->what)](source, table, lacking) &&
         (table->cells == NULL || kp_export_chart_columns(source, choice->what, table));
}
