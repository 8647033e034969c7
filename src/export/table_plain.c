/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of formulas that every office has: counts and scores, no bounds and no verdicts.
 *
 * Such formulas cannot look at the other rows to hide a small group, so what is hidden is decided
 * when the table is made, from the answers that are there then. */
#include "table.h"

#include "kernpunt/survey_units.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct plain {
  const kp_export_source *source;
  kp_export_table *table;
  char *when; /* criteria of the measurement, ";range;criterion…"; "" for all */
} plain;

static char *when_in(const kp_export_source *source, const kp_export_table *table, int row) {
  char from[KP_EXPORT_CELL_SIZE];
  char to[KP_EXPORT_CELL_SIZE];
  kp_export_place(table, 1, row, from);
  kp_export_place(table, 2, row, to);
  switch (source->parting) {
  case KP_EXPORT_BY_NAME:
    return kp_export_format(";%s;%s", source->parts, from);
  case KP_EXPORT_BY_DAY:
    return kp_export_format(";%s;\">=\"&%s;%s;\"<\"&(%s+1)", source->parts, from, source->parts,
                            to);
  default:
    return kp_text_copy("");
  }
}

/* So many answers with one of these scores, of the unit whose name stands in a cell ("" for all
 * rows, "\"=\"" for those without a unit). */
static char *count_of(const plain *self, const char *unit, const char *scores) {
  return unit[0] != '\0'
             ? kp_export_format("SUMPRODUCT(COUNTIFS(%s;%s;%s;%s%s))", self->source->unit, unit,
                                self->source->score, scores, self->when)
             : kp_export_format("SUMPRODUCT(COUNTIFS(%s;%s%s))", self->source->score, scores,
                                self->when);
}

static const char all_scores[] = "{0;1;2;3;4;5;6;7;8;9;10}";
static const char *const part_scores[] = {"{0;1;2;3;4;5;6}", "{7;8}", "{9;10}"};

static void put_count(const plain *self, int column, int row, const char *unit) {
  char *count = count_of(self, unit, all_scores);
  kp_export_formula(self->table, column, row, KP_EXPORT_COUNT, false,
                    count != NULL ? kp_export_format("=%s", count) : NULL);
  free(count);
}

static void put_share(const plain *self, int column, int row, const char *n, const char *unit,
                      int part) {
  char *count = count_of(self, unit, part_scores[part]);
  kp_export_formula(self->table, column, row, KP_EXPORT_SHARE, false,
                    count != NULL ? kp_export_format("=IF(%s>0;%s/%s;\"\")", n, count, n) : NULL);
  free(count);
}

static void put_score(const plain *self, int column, int row, const char *n, const char *unit) {
  char *for_it = count_of(self, unit, part_scores[2]);
  char *against = count_of(self, unit, part_scores[0]);
  kp_export_formula(self->table, column, row, KP_EXPORT_SCORE, false,
                    for_it != NULL && against != NULL
                        ? kp_export_format("=IF(%s>0;100*(%s-%s)/%s;\"\")", n, for_it, against, n)
                        : NULL);
  free(for_it);
  free(against);
}

static void put_hidden(const plain *self, int column, int row, kp_survey_hidden hidden) {
  char *words = kp_export_format(hidden == KP_SURVEY_FEW ? "< %d" : "\xE2\x89\xA5 %d",
                                 self->source->smallest);
  kp_export_words(self->table, column, row, KP_EXPORT_COUNT, words != NULL ? words : "");
  self->table->failed = self->table->failed || words == NULL;
  free(words);
}

/* What of the groups of one measurement is hidden: a place for each unit, for rows without one, and
 * for all. NULL without memory. */
static unsigned char *hide(const kp_export_source *source, const kp_answers_name *wave,
                           bool *without) {
  size_t groups = source->plan.units.count + 1;
  kp_export_counts *counts = calloc(groups + 1, sizeof *counts);
  uint64_t *n = calloc(groups + 1, sizeof *n);
  unsigned char *state = calloc(groups + 1, 1);
  bool total = false;
  bool good = counts != NULL && n != NULL && state != NULL && kp_export_count(source, wave, counts);
  for (size_t i = 0; good && i < groups; i++)
    n[i] = counts[i].n;
  if (good) {
    kp_survey_suppress(groups, n, source->smallest, state, &total);
    state[groups] = total ? KP_SURVEY_FEW : KP_SURVEY_SHOWN;
    *without = *without || n[groups - 1] > 0;
  } else {
    free(state);
    state = NULL;
  }
  free(n);
  free(counts);
  return state;
}

/* Label of a group, and the criterion that finds it. */
static void put_label(const plain *self, int row, size_t i, char unit[KP_EXPORT_CELL_SIZE]) {
  const kp_answers_names *units = &self->source->plan.units;
  kp_language language = self->source->language;
  kp_export_place(self->table, 0, row, unit);
  if (i < units->count) {
    kp_export_words(self->table, 0, row, KP_EXPORT_PLAIN, units->list[i].text);
  } else {
    bool total = i > units->count;
    snprintf(unit, KP_EXPORT_CELL_SIZE, "%s", total ? "" : "\"=\"");
    kp_export_words(self->table, 0, row, KP_EXPORT_PLAIN,
                    kp_text_get(total ? KP_TEXT_EXPORT_TOTAL : KP_TEXT_EXPORT_NO_UNIT, language));
  }
}

static void put_heads(const kp_export_source *source, kp_export_table *table, const kp_text *texts,
                      int count) {
  for (int i = 0; i < count; i++)
    kp_export_words(table, i, table->header, i == 0 ? KP_EXPORT_HEAD : KP_EXPORT_HEADN,
                    kp_text_get(texts[i], source->language));
}

/* Rows of the table in their order: each unit, those without one when there are any, all. */
static int row_count(const kp_export_source *source, bool without) {
  return (int)source->plan.units.count + (without ? 2 : 1);
}

static size_t group_at(const kp_export_source *source, int row, int rows) {
  return row == rows - 1 ? source->plan.units.count + 1 : (size_t)row;
}

static bool plain_units(const kp_export_source *source, kp_export_table *table) {
  static const kp_text texts[] = {KP_TEXT_EXPORT_UNIT,       KP_TEXT_EXPORT_N,
                                  KP_TEXT_EXPORT_DETRACTORS, KP_TEXT_EXPORT_PASSIVES,
                                  KP_TEXT_EXPORT_PROMOTERS,  KP_TEXT_EXPORT_NPS};
  enum { COLUMNS = sizeof texts / sizeof *texts };
  bool without = false;
  unsigned char *hidden = hide(source, source->later, &without);
  int rows = row_count(source, without);
  if (hidden == NULL || !kp_export_table_start(table, COLUMNS, rows + 4)) {
    free(hidden);
    return false;
  }
  table->header = 2;
  table->first = 3;
  table->total = rows + 2;
  table->last = rows + 1;
  kp_export_top(source, KP_TEXT_EXPORT_UNITS, false, table);
  put_heads(source, table, texts, COLUMNS);
  plain self = {source, table, when_in(source, table, 1)};
  for (int i = 0; self.when != NULL && i < rows; i++) {
    size_t group = group_at(source, i, rows);
    int row = table->first + i;
    char unit[KP_EXPORT_CELL_SIZE];
    char n[KP_EXPORT_CELL_SIZE];
    put_label(&self, row, group, unit);
    kp_export_place(table, 1, row, n);
    if (hidden[group] != KP_SURVEY_SHOWN) {
      put_hidden(&self, 1, row, (kp_survey_hidden)hidden[group]);
      continue;
    }
    put_count(&self, 1, row, unit);
    for (int part = 0; part < 3; part++)
      put_share(&self, 2 + part, row, n, unit, part);
    put_score(&self, 5, row, n, unit);
  }
  kp_export_note(source, KP_EXPORT_FALLBACK, "COUNTIFS", table);
  table->failed = table->failed || self.when == NULL;
  free(self.when);
  free(hidden);
  return !table->failed;
}

/* n and NPS of one measurement, in two columns of a table of changes. */
static void change_side(const plain *self, int row, const char *unit, bool later, bool shown,
                        kp_survey_hidden why) {
  char n[KP_EXPORT_CELL_SIZE];
  kp_export_place(self->table, 1 + later, row, n);
  if (!shown) {
    put_hidden(self, 1 + later, row, why);
    return;
  }
  put_count(self, 1 + later, row, unit);
  put_score(self, 3 + later, row, n, unit);
}

static bool plain_changes(const kp_export_source *source, kp_export_table *table) {
  static const kp_text texts[] = {KP_TEXT_EXPORT_UNIT,    KP_TEXT_EXPORT_N_THEN,
                                  KP_TEXT_EXPORT_N_NOW,   KP_TEXT_EXPORT_NPS_THEN,
                                  KP_TEXT_EXPORT_NPS_NOW, KP_TEXT_EXPORT_CHANGE};
  enum { COLUMNS = sizeof texts / sizeof *texts };
  bool without = false;
  unsigned char *hidden[2] = {hide(source, source->earlier, &without),
                              hide(source, source->later, &without)};
  int rows = row_count(source, without);
  bool good =
      hidden[0] != NULL && hidden[1] != NULL && kp_export_table_start(table, COLUMNS, rows + 5);
  plain self[2] = {{source, table, NULL}, {source, table, NULL}};
  if (good) {
    table->header = 3;
    table->first = 4;
    table->total = rows + 3;
    table->last = rows + 2;
    kp_export_top(source, KP_TEXT_EXPORT_CHANGES, true, table);
    put_heads(source, table, texts, COLUMNS);
    self[0].when = when_in(source, table, 2);
    self[1].when = when_in(source, table, 1);
    good = self[0].when != NULL && self[1].when != NULL;
  }
  for (int i = 0; good && i < rows; i++) {
    size_t group = group_at(source, i, rows);
    int row = table->first + i;
    char unit[KP_EXPORT_CELL_SIZE];
    char then[KP_EXPORT_CELL_SIZE];
    char now[KP_EXPORT_CELL_SIZE];
    put_label(&self[0], row, group, unit);
    for (int side = 0; side < 2; side++)
      change_side(&self[side], row, unit, side == 1, hidden[side][group] == KP_SURVEY_SHOWN,
                  (kp_survey_hidden)hidden[side][group]);
    kp_export_place(table, 3, row, then);
    kp_export_place(table, 4, row, now);
    kp_export_formula(
        table, 5, row, KP_EXPORT_SCORE, false,
        kp_export_format("=IF(AND(ISNUMBER(%s);ISNUMBER(%s));%s-%s;\"\")", then, now, now, then));
  }
  if (good)
    kp_export_note(source, KP_EXPORT_FALLBACK, "COUNTIFS", table);
  for (int side = 0; side < 2; side++) {
    free(self[side].when);
    free(hidden[side]);
  }
  return good && !table->failed;
}

bool kp_export_build_plain(const kp_export_source *source, const kp_export_choice *choice,
                           int32_t left, int32_t top, kp_export_table *table, kp_text *lacking) {
  *table = (kp_export_table){.left = left, .top = top, .total = -1};
  bool changes = choice->what == KP_EXPORT_CHANGES;
  *lacking = choice->what != KP_EXPORT_UNITS && !changes ? KP_TEXT_EXPORT_NO_PLAIN
             : source->unit == NULL                      ? KP_TEXT_EXPORT_NO_UNITS
             : changes && source->earlier == NULL        ? KP_TEXT_EXPORT_NO_BEFORE
                                                         : KP_TEXT_NONE;
  if (*lacking != KP_TEXT_NONE)
    return true;
  return changes ? plain_changes(source, table) : plain_units(source, table);
}
