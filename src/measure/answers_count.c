/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in the columns: counts, names, measurements. */
#include "answers.h"

#include "kernpunt/text.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool kp_answers_count(const kp_answers_grid *grid, const kp_answers_map *map,
                      kp_survey_scale *scale, size_t *rows) {
  const int column = map->column[KP_ANSWERS_PART(KP_ROLE_ANSWER_SCORE)];
  const bool grades = map->least == 1 && map->most == 10; /* decimals count */
  *rows = 0;
  if (kp_survey_scale_start(scale, map->least, map->most, !grades, 0) != KP_SURVEY_OK)
    return false;
  for (int row = map->header + 1; row <= map->last; row++) {
    const kp_answers_cell *cell = kp_answers_at(grid, column, row);
    if (cell->kind == KP_ANSWERS_BLANK && !kp_answers_filled(grid, row))
      continue;
    ++*rows;
    if (cell->kind == KP_ANSWERS_NUMBER || cell->kind == KP_ANSWERS_DAY)
      kp_survey_scale_add_number(scale, cell->number);
    else if (cell->kind == KP_ANSWERS_TEXT)
      kp_survey_scale_add_text(scale);
    else if (cell->kind == KP_ANSWERS_TRUTH)
      kp_survey_scale_add_boolean(scale);
    else if (cell->kind == KP_ANSWERS_ERROR)
      kp_survey_scale_add_error(scale);
    else
      kp_survey_scale_add_blank(scale);
  }
  return true;
}

/* --------------------------------------------------------------------------------------- names */

char *kp_answers_text(const kp_answers_cell *cell) {
  char text[40] = "";
  kp_date date;
  if (cell->kind == KP_ANSWERS_TEXT)
    return kp_text_clean(cell->text);
  if (cell->kind == KP_ANSWERS_DAY && cell->number > 0 && cell->number < 1e7 &&
      kp_date_from_serial((int32_t)cell->number, &date))
    kp_date_iso(date, text);
  else if (cell->kind == KP_ANSWERS_NUMBER || cell->kind == KP_ANSWERS_DAY)
    snprintf(text, sizeof text, "%.12g", cell->number);
  else if (cell->kind == KP_ANSWERS_TRUTH)
    snprintf(text, sizeof text, "%.0f", cell->number);
  return kp_text_copy(text);
}

/* Finds names by their hash: open addressing. */
typedef struct table {
  size_t *at; /* place in the names, from 1; 0: free */
  size_t size;
} table;

static bool same_name(const kp_answers_cell *cell, const char *text, const char *name) {
  return kp_fold_same(cell->kind == KP_ANSWERS_TEXT ? cell->text : text, name);
}

static bool add_name(kp_answers_names *names, const kp_answers_cell *cell, int row) {
  if ((names->count & (names->count + 1)) == 0 || names->list == NULL) {
    kp_answers_name *more = realloc(names->list, 2 * (names->count + 1) * sizeof *more);
    if (more == NULL)
      return false;
    names->list = more;
  }
  char *text = kp_answers_text(cell);
  if (text == NULL)
    return false;
  names->list[names->count++] = (kp_answers_name){
      .text = text, .count = 0, .first = row, .last = row, .first_day = NAN, .last_day = NAN};
  return true;
}

static bool grow(table *index, const kp_answers_names *names) {
  size_t size = index->size * 2;
  size_t *at = calloc(size, sizeof *at);
  if (at == NULL)
    return false;
  for (size_t i = 0; i < names->count; i++) {
    size_t slot = kp_fold_hash(names->list[i].text) % size;
    while (at[slot] != 0)
      slot = (slot + 1) % size;
    at[slot] = i + 1;
  }
  free(index->at);
  *index = (table){at, size};
  return true;
}

/* The name of a cell, a new one when it was not met before; NULL without memory. */
static kp_answers_name *name_of(table *index, kp_answers_names *names, const kp_answers_cell *cell,
                                int row) {
  char *made = cell->kind == KP_ANSWERS_TEXT ? NULL : kp_answers_text(cell);
  if (cell->kind != KP_ANSWERS_TEXT && made == NULL)
    return NULL;
  size_t slot = kp_fold_hash(made != NULL ? made : cell->text) % index->size;
  while (index->at[slot] != 0 && !same_name(cell, made, names->list[index->at[slot] - 1].text))
    slot = (slot + 1) % index->size;
  free(made);
  if (index->at[slot] == 0) {
    if (!add_name(names, cell, row))
      return NULL;
    index->at[slot] = names->count;
    if (names->count * 2 > index->size && !grow(index, names))
      return NULL;
    return &names->list[names->count - 1];
  }
  return &names->list[index->at[slot] - 1];
}

static void note_day(kp_answers_name *name, const kp_answers_cell *day) {
  if (day->kind != KP_ANSWERS_DAY)
    return;
  name->first_day = isnan(name->first_day) ? day->number : fmin(name->first_day, day->number);
  name->last_day = isnan(name->last_day) ? day->number : fmax(name->last_day, day->number);
}

/* Answers of one kind often stand together. */
static bool same_cell(const kp_answers_cell *one, const kp_answers_cell *other) {
  return one->kind == other->kind &&
         (one->kind == KP_ANSWERS_TEXT ? strcmp(one->text, other->text) == 0
                                       : one->number == other->number);
}

bool kp_answers_names_at(const kp_answers_grid *grid, const kp_answers_map *map, int column,
                         kp_answers_names *names, int32_t *places) {
  enum { BEGIN = 64 };
  const int date = map->column[KP_ANSWERS_PART(KP_ROLE_ANSWER_DATE)];
  table index = {calloc(BEGIN, sizeof(size_t)), BEGIN};
  const kp_answers_cell *before = NULL;
  kp_answers_name *name = NULL;
  bool good = index.at != NULL;
  *names = (kp_answers_names){NULL, 0};
  for (int row = map->header + 1; good && row <= map->last; row++) {
    const kp_answers_cell *cell = kp_answers_at(grid, column, row);
    bool none = cell->kind == KP_ANSWERS_BLANK || cell->kind == KP_ANSWERS_ERROR ||
                (cell->kind == KP_ANSWERS_TEXT && kp_fold_blank(cell->text));
    if (places != NULL)
      places[row] = -1;
    if (none)
      continue;
    if (before == NULL || !same_cell(before, cell))
      name = name_of(&index, names, cell, row);
    before = cell;
    good = name != NULL;
    if (good) {
      name->count++;
      name->last = row;
      note_day(name, kp_answers_at(grid, date, row));
    }
    if (good && places != NULL)
      places[row] = (int32_t)(name - names->list);
  }
  free(index.at);
  if (!good)
    kp_answers_names_free(names);
  return good;
}

bool kp_answers_names_of(const kp_answers_grid *grid, const kp_answers_map *map, int column,
                         kp_answers_names *names) {
  return kp_answers_names_at(grid, map, column, names, NULL);
}

void kp_answers_names_free(kp_answers_names *names) {
  for (size_t i = 0; i < names->count; i++)
    free(names->list[i].text);
  free(names->list);
  *names = (kp_answers_names){NULL, 0};
}

/* ------------------------------------------------------------------------------- measurements */

/* A year of four digits before the rest, else the first number: "Q4 2024" before "Q1 2025". */
static void numbers_of(const char *text, double *year, double *other) {
  *year = NAN;
  *other = NAN;
  for (const char *at = text; *at != '\0';) {
    size_t length = strspn(at, "0123456789");
    if (length == 0) {
      at++;
      continue;
    }
    double number = length < 10 ? strtod(at, NULL) : 0;
    if (length == 4 && number >= 1900 && number < 2200 && isnan(*year))
      *year = number;
    else if (isnan(*other))
      *other = number;
    at += length;
  }
}

static int compare_numbers(double one, double other) {
  if (isnan(one) || isnan(other))
    return 0;
  return one < other ? -1 : one > other;
}

/* By days when there are; else by the numbers in the name; else as they came. */
int kp_answers_by_time(const void *one, const void *other) {
  const kp_answers_name *left = one;
  const kp_answers_name *right = other;
  double years[2];
  double numbers[2];
  int order = compare_numbers(left->first_day, right->first_day);
  if (order != 0)
    return order;
  numbers_of(left->text, &years[0], &numbers[0]);
  numbers_of(right->text, &years[1], &numbers[1]);
  order = compare_numbers(years[0], years[1]);
  if (order == 0)
    order = compare_numbers(numbers[0], numbers[1]);
  return order != 0 ? order : left->first - right->first;
}

static int by_number(const void *one, const void *other) {
  double left = *(const double *)one;
  double right = *(const double *)other;
  return left < right ? -1 : left > right;
}

/* "September 2026" of a day. */
static char *month_of(double day, kp_language language) {
  char text[KP_DATE_TEXT_SIZE];
  kp_date date = {0, 0, 0};
  if (!kp_date_from_serial((int32_t)day, &date))
    return kp_text_copy("");
  kp_date_format(date, language, text); /* "Thursday 31 December 2026" */
  char *month = strchr(text, ' ');
  month = month != NULL ? strchr(month + 1, ' ') : NULL;
  if (month == NULL)
    return kp_text_copy("");
  month++;
  if (month[0] >= 'a' && month[0] <= 'z') /* it begins a name */
    month[0] = (char)(month[0] & ~0x20);
  return kp_text_copy(month);
}

/* Rounds of asking are parted by so many days without an answer. */
static bool periods_of(const kp_answers_grid *grid, const kp_answers_map *map, int column,
                       kp_language language, kp_answers_names *waves) {
  enum { APART = 45 };
  size_t count = 0;
  double *days = calloc((size_t)(map->last - map->header) + 1, sizeof *days);
  bool good = days != NULL;
  for (int row = map->header + 1; good && row <= map->last; row++)
    if (kp_answers_at(grid, column, row)->kind == KP_ANSWERS_DAY)
      days[count++] = floor(kp_answers_at(grid, column, row)->number);
  if (days != NULL)
    qsort(days, count, sizeof *days, by_number);
  for (size_t i = 0; good && i < count; i++) {
    bool next = i == 0 || days[i] - days[i - 1] > APART;
    if (next) {
      static const kp_answers_cell none = {KP_ANSWERS_BLANK, 0, NULL};
      good = add_name(waves, &none, -1);
      if (good) {
        free(waves->list[waves->count - 1].text);
        waves->list[waves->count - 1].text = month_of(days[i], language);
        good = waves->list[waves->count - 1].text != NULL;
        waves->list[waves->count - 1].first_day = days[i];
      }
    }
    if (good) {
      waves->list[waves->count - 1].last_day = days[i];
      waves->list[waves->count - 1].count++;
    }
  }
  free(days);
  return good;
}

bool kp_answers_in_wave(const kp_answers_grid *grid, const kp_answers_map *map,
                        const kp_answers_name *wave, int row) {
  const int by_name = map->column[KP_ANSWERS_PART(KP_ROLE_ANSWER_WAVE)];
  const int by_day = map->column[KP_ANSWERS_PART(KP_ROLE_ANSWER_DATE)];
  if (by_name >= 0) {
    const kp_answers_cell *cell = kp_answers_at(grid, by_name, row);
    char *text = cell->kind == KP_ANSWERS_TEXT ? NULL : kp_answers_text(cell);
    bool same = cell->kind != KP_ANSWERS_BLANK && cell->kind != KP_ANSWERS_ERROR &&
                (cell->kind == KP_ANSWERS_TEXT || text != NULL) &&
                same_name(cell, text, wave->text);
    free(text);
    return same;
  }
  if (wave->first >= 0 || by_day < 0) /* one for the whole sheet */
    return true;
  const kp_answers_cell *day = kp_answers_at(grid, by_day, row);
  return day->kind == KP_ANSWERS_DAY && floor(day->number) >= wave->first_day &&
         floor(day->number) <= wave->last_day;
}

static bool whole_sheet(const kp_answers_grid *grid, const kp_answers_map *map, const char *whole,
                        kp_language language, kp_answers_names *waves) {
  const int by_day = map->column[KP_ANSWERS_PART(KP_ROLE_ANSWER_DATE)];
  kp_answers_names_free(waves);
  const kp_answers_cell name = {KP_ANSWERS_TEXT, 0, whole != NULL ? whole : ""};
  if (!add_name(waves, &name, map->header + 1))
    return false;
  kp_answers_name *wave = &waves->list[0];
  wave->last = map->last;
  for (int row = map->header + 1; row <= map->last; row++) {
    wave->count += kp_answers_filled(grid, row);
    note_day(wave, kp_answers_at(grid, by_day, row));
  }
  if (wave->text[0] == '\0' && !isnan(wave->first_day)) {
    free(wave->text);
    wave->text = month_of(wave->first_day, language);
  }
  return wave->text != NULL;
}

bool kp_answers_waves(const kp_answers_grid *grid, const kp_answers_map *map, const char *whole,
                      kp_language language, kp_answers_names *waves) {
  enum { MOST = 24 };
  const int by_name = map->column[KP_ANSWERS_PART(KP_ROLE_ANSWER_WAVE)];
  const int by_day = map->column[KP_ANSWERS_PART(KP_ROLE_ANSWER_DATE)];
  bool good = true;
  *waves = (kp_answers_names){NULL, 0};
  if (by_name >= 0)
    good = kp_answers_names_of(grid, map, by_name, waves);
  else if (by_day >= 0)
    good = periods_of(grid, map, by_day, language, waves);
  if (good && waves->count > 1)
    qsort(waves->list, waves->count, sizeof *waves->list, kp_answers_by_time);
  /* One period is the whole sheet; and days all over the years are no rounds. */
  if (good && (waves->count == 0 || (by_name < 0 && (waves->count == 1 || waves->count > MOST))))
    good = whole_sheet(grid, map, whole, language, waves);
  if (!good)
    kp_answers_names_free(waves);
  return good;
}
