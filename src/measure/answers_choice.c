/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan becomes in the workbook. */
#include "answers.h"
#include "kernpunt/measure.h"

#include "kernpunt/text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A choice with the memory of what it points to. */
typedef struct made {
  kp_source_choice choice; /* first: what callers hold */
  kp_source_part parts[KP_ANSWERS_PARTS + KP_ANSWERS_DRIVERS];
  char drivers[KP_ANSWERS_DRIVERS][48];
  kp_source_found *waves;
  char (*days)[2][KP_DATE_ISO_SIZE];
  char **scores;
  const char **units;
  const char **people;
} made;

void kp_answers_choice_free(kp_source_choice *choice) {
  made *self = (made *)choice;
  if (self == NULL)
    return;
  for (size_t i = 0; self->scores != NULL && i < self->choice.wave_count; i++)
    free(self->scores[i]);
  free(self->scores);
  free(self->waves);
  free(self->days);
  free(self->units);
  free(self->people);
  free(self);
}

static void add_part(made *self, const kp_answers_plan *plan, const char *part, int column) {
  self->parts[self->choice.count++] =
      (kp_source_part){.part = part,
                       .header = kp_answers_header(&plan->grid, &plan->map, column),
                       .column = plan->grid.left + column};
}

static void add_parts(made *self, const kp_answers_plan *plan) {
  const kp_method *method = plan->document->method;
  for (int part = 0; part < KP_ANSWERS_PARTS; part++) {
    const char *name = kp_answers_part_name(method, (kp_method_role)(KP_ROLE_ANSWER_SCORE + part));
    if (plan->map.column[part] >= 0 && name[0] != '\0')
      add_part(self, plan, name, plan->map.column[part]);
  }
  for (int i = 0; i < plan->map.driver_count; i++) {
    snprintf(self->drivers[i], sizeof self->drivers[i], "%.36s%d",
             kp_answers_part_name(method, KP_ROLE_ANSWER_DRIVER), i + 1);
    add_part(self, plan, self->drivers[i], plan->map.drivers[i]);
  }
}

/* The column of numbers or days that goes down farthest: dates before scores, because a row of
 * totals has none. */
static int tail_of(const kp_answers_plan *plan) {
  const kp_answers_map *map = &plan->map;
  const int wanted[] = {map->column[KP_ANSWERS_PART(KP_ROLE_ANSWER_DATE)],
                        map->column[KP_ANSWERS_PART(KP_ROLE_ANSWER_SCORE)]};
  int best = wanted[1] >= 0 ? wanted[1] : 0;
  int deepest = -1;
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
    for (int row = map->last; wanted[i] >= 0 && row > map->header; row--) {
      kp_answers_kind kind = kp_answers_at(&plan->grid, wanted[i], row)->kind;
      if (kind == KP_ANSWERS_NUMBER || kind == KP_ANSWERS_DAY) {
        if (row > deepest) {
          deepest = row;
          best = wanted[i];
        }
        break;
      }
    }
  return best;
}

static int first_column(const kp_answers_plan *plan) {
  for (int column = 0; column < plan->grid.columns; column++)
    if (kp_answers_at(&plan->grid, column, plan->map.header)->kind != KP_ANSWERS_BLANK)
      return column;
  return 0;
}

static void column_letters(int column, char letters[8]) {
  char back[8];
  int size = 0;
  for (column++; column > 0 && size < 7; column = (column - 1) / 26)
    back[size++] = (char)('A' + (column - 1) % 26);
  for (int i = 0; i < size; i++)
    letters[i] = back[size - 1 - i];
  letters[size] = '\0';
}

/* "Answers.C2:C244" of the scores of a wave; "" when they do not stand together. malloc'ed. */
static char *scores_of(const kp_answers_plan *plan, const kp_answers_name *wave, bool one) {
  const int column = plan->map.column[KP_ANSWERS_PART(KP_ROLE_ANSWER_SCORE)];
  int first = one ? plan->map.header + 1 : -1;
  int last = one ? plan->map.last : -1;
  bool together = true;
  for (int row = plan->map.header + 1; !one && row <= plan->map.last; row++) {
    if (!kp_answers_in_wave(&plan->grid, &plan->map, wave, row))
      continue;
    first = first < 0 ? row : first;
    together = together && (last < 0 || last == row - 1);
    last = row;
  }
  if (column < 0 || first < 0 || !together)
    return kp_text_copy("");
  char letters[8];
  size_t size = 2 * strlen(plan->sheet) + 60;
  char *text = malloc(size);
  if (text == NULL)
    return NULL;
  bool plain = strspn(plan->sheet, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_") ==
               strlen(plan->sheet);
  size_t at = 0;
  if (!plain)
    text[at++] = '\'';
  for (const char *from = plan->sheet; *from != '\0'; from++) {
    if (*from == '\'')
      text[at++] = '\'';
    text[at++] = *from;
  }
  if (!plain)
    text[at++] = '\'';
  column_letters(plan->grid.left + column, letters);
  snprintf(text + at, size - at, ".%s%d:%s%d", letters, plan->grid.top + first + 1, letters,
           plan->grid.top + last + 1);
  return text;
}

static const char *day_of(double number, char text[KP_DATE_ISO_SIZE]) {
  kp_date date = {0, 0, 0};
  if (isnan(number) || !kp_date_from_serial((int32_t)number, &date))
    return "";
  kp_date_iso(date, text);
  return text;
}

static bool add_waves(made *self, const kp_answers_plan *plan) {
  size_t count = plan->waves.count;
  self->waves = calloc(count + 1, sizeof *self->waves);
  self->days = calloc(count + 1, sizeof *self->days);
  self->scores = calloc(count + 1, sizeof *self->scores);
  if (self->waves == NULL || self->days == NULL || self->scores == NULL)
    return false;
  self->choice.waves = self->waves;
  self->choice.whole = count == 1 && plan->map.column[KP_ANSWERS_PART(KP_ROLE_ANSWER_WAVE)] < 0;
  for (size_t i = 0; i < count; i++) {
    const kp_answers_name *wave = &plan->waves.list[i];
    self->choice.wave_count = i + 1;
    self->scores[i] = scores_of(plan, wave, self->choice.whole);
    if (self->scores[i] == NULL)
      return false;
    self->waves[i] = (kp_source_found){.name = wave->text,
                                       .start = day_of(wave->first_day, self->days[i][0]),
                                       .end = day_of(wave->last_day, self->days[i][1]),
                                       .scores = self->scores[i],
                                       .invited = i + 1 == count ? plan->invited : ""};
  }
  return true;
}

static bool add_names(const kp_answers_names *names, const bool *fresh, bool wanted,
                      const char ***texts, size_t *count) {
  *texts = calloc(names->count + 1, sizeof **texts);
  for (size_t i = 0; *texts != NULL && wanted && i < names->count; i++)
    if (fresh != NULL && fresh[i])
      (*texts)[(*count)++] = names->list[i].text;
  return *texts != NULL;
}

kp_source_choice *kp_answers_choice(const kp_answers_plan *plan) {
  made *self = calloc(1, sizeof *self);
  if (self == NULL)
    return NULL;
  kp_source_choice *choice = &self->choice;
  choice->sheet = plan->sheet;
  choice->header = plan->grid.top + plan->map.header;
  choice->first = plan->grid.left + first_column(plan);
  choice->tail = plan->grid.left + tail_of(plan);
  choice->parts = self->parts;
  choice->least = plan->map.least;
  choice->most = plan->map.most;
  add_parts(self, plan);
  if (!add_waves(self, plan) ||
      !add_names(&plan->units, plan->new_units, plan->add_units, &self->units,
                 &choice->unit_count) ||
      !add_names(&plan->people, plan->new_people, plan->add_people, &self->people,
                 &choice->people_count)) {
    kp_answers_choice_free(choice);
    return NULL;
  }
  choice->units = self->units;
  choice->people = self->people;
  return choice;
}
