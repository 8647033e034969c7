/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found, in words. */
#include "answers.h"

#include "kernpunt/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Adds "5 units" or "1 unit" when there are any. */
static bool add_counted(char **text, const char *between, size_t count, kp_text one, kp_text many,
                        kp_language language) {
  char *piece = count == 0 ? NULL : kp_text_counted(count == 1 ? one : many, count, language);
  bool good = count == 0 || (piece != NULL && kp_text_add(text, between, piece));
  free(piece);
  return good;
}

static size_t names_in(const kp_answers_grid *grid, const kp_answers_map *map,
                       kp_method_role role) {
  kp_answers_names names = {NULL, 0};
  int column = map->column[KP_ANSWERS_PART(role)];
  if (column >= 0)
    kp_answers_names_of(grid, map, column, &names);
  size_t count = names.count;
  kp_answers_names_free(&names);
  return count;
}

static char *counted(size_t count, kp_text one, kp_text many, kp_language language) {
  return kp_text_counted(count == 1 ? one : many, count, language);
}

/* ", 5 units, 3 account managers found." */
static bool say_found(char **text, const kp_answers_grid *grid, const kp_answers_map *map,
                      kp_language language) {
  size_t units = names_in(grid, map, KP_ROLE_ANSWER_UNIT);
  size_t owners = names_in(grid, map, KP_ROLE_ANSWER_OWNER);
  if (units == 0 && owners == 0)
    return kp_text_add(text, "", ".");
  char *one = counted(units, KP_TEXT_ANSWERS_UNIT, KP_TEXT_ANSWERS_UNITS, language);
  char *other = counted(owners, KP_TEXT_ANSWERS_MANAGER, KP_TEXT_ANSWERS_MANAGERS, language);
  char *said = units > 0 && owners > 0
                   ? kp_text_fill(KP_TEXT_ANSWERS_BOTH, language, one, other)
                   : kp_text_fill(KP_TEXT_ANSWERS_FOUND, language, units > 0 ? one : other, NULL);
  bool good = said != NULL && kp_text_add(text, "", kp_text_get(KP_TEXT_ANSWERS_THEN, language)) &&
              kp_text_add(text, " ", said);
  free(said);
  free(other);
  free(one);
  return good;
}

char *kp_answers_say(const kp_answers_grid *grid, const kp_answers_map *map, kp_language language) {
  char rows_text[KP_TEXT_NUMBER_SIZE];
  char valid_text[KP_TEXT_NUMBER_SIZE];
  kp_survey_scale scale;
  size_t rows = 0;
  if (!kp_answers_count(grid, map, &scale, &rows))
    return NULL;
  char *text = kp_text_fill(rows == 1 ? KP_TEXT_ANSWERS_ONE : KP_TEXT_ANSWERS_MANY, language,
                            kp_text_number(rows, language, rows_text),
                            kp_text_number((size_t)scale.moments.n, language, valid_text));
  if (text != NULL && say_found(&text, grid, map, language))
    return text;
  free(text);
  return NULL;
}

/* "4 empty, 3 text, 2 outside 0–10". */
static bool add_dirt(char **text, const kp_survey_scale *scale, const kp_answers_map *map,
                     kp_language language) {
  const struct {
    uint64_t count;
    kp_text text;
  } dirt[] = {{scale->blank, KP_TEXT_ANSWERS_EMPTY},
              {scale->text, KP_TEXT_ANSWERS_TEXT},
              {scale->boolean, KP_TEXT_ANSWERS_TRUTH},
              {scale->non_integer, KP_TEXT_ANSWERS_NOT_WHOLE},
              {scale->error, KP_TEXT_ANSWERS_ERROR}};
  bool good = true;
  for (size_t i = 0; good && i < sizeof dirt / sizeof *dirt; i++)
    good = add_counted(text, ", ", (size_t)dirt[i].count, dirt[i].text, dirt[i].text, language);
  if (good && scale->out_of_range > 0) {
    char count[KP_TEXT_NUMBER_SIZE];
    char least[16];
    char most[16];
    snprintf(least, sizeof least, "%d", map->least);
    snprintf(most, sizeof most, "%d", map->most);
    char *ends = kp_text_fill(KP_TEXT_ANSWERS_UP_TO, language, least, most);
    char *piece = kp_text_fill(KP_TEXT_ANSWERS_OUTSIDE, language,
                               kp_text_number((size_t)scale->out_of_range, language, count), ends);
    good = ends != NULL && piece != NULL && kp_text_add(text, ", ", piece);
    free(piece);
    free(ends);
  }
  return good;
}

char *kp_answers_say_dirt(const kp_answers_grid *grid, const kp_answers_map *map,
                          kp_language language) {
  kp_survey_scale scale;
  size_t rows = 0;
  char *list = NULL;
  char *text = NULL;
  if (!kp_answers_count(grid, map, &scale, &rows))
    return NULL;
  size_t dirty = rows - (size_t)scale.moments.n;
  if (dirty == 0)
    return kp_text_copy("");
  if (add_dirt(&list, &scale, map, language) && list != NULL) {
    char number[KP_TEXT_NUMBER_SIZE];
    text = kp_text_fill(dirty == 1 ? KP_TEXT_ANSWERS_DIRT_ONE : KP_TEXT_ANSWERS_DIRT, language,
                        kp_text_number(dirty, language, number), list);
  }
  free(list);
  return text;
}

char *kp_answers_say_scores(const kp_answers_grid *grid, const kp_answers_map *map,
                            kp_language language) {
  kp_survey_scale scale;
  size_t rows = 0;
  if (!kp_answers_count(grid, map, &scale, &rows))
    return NULL;
  char *text = kp_text_counted(KP_TEXT_ANSWERS_VALID, (size_t)scale.moments.n, language);
  if (text != NULL && add_dirt(&text, &scale, map, language))
    return text;
  free(text);
  return NULL;
}

/* A long text is cut; texts with blanks stand in quotes when they are long. */
static char *example_of(const kp_answers_cell *cell, kp_language language) {
  enum { MOST = 34 };
  char text[KP_DATE_TEXT_SIZE];
  kp_date date;
  if (cell->kind == KP_ANSWERS_DAY && cell->number > 0 && cell->number < 1e7 &&
      kp_date_from_serial((int32_t)cell->number, &date)) {
    kp_date_format(date, language, text);
    const char *day = strchr(text, ' ');
    return kp_text_copy(day != NULL ? day + 1 : text);
  }
  char *whole = kp_answers_text(cell);
  char *cut = whole != NULL ? kp_text_cut(whole, MOST) : NULL;
  free(whole);
  return cut;
}

char *kp_answers_examples(const kp_answers_grid *grid, const kp_answers_map *map, int column,
                          kp_language language, size_t most) {
  char *text = kp_text_copy("");
  char *before = NULL;
  size_t count = 0;
  bool good = text != NULL;
  for (int row = map->header + 1; good && row <= map->last && count < most; row++) {
    const kp_answers_cell *cell = kp_answers_at(grid, column, row);
    if (cell->kind == KP_ANSWERS_BLANK || cell->kind == KP_ANSWERS_ERROR)
      continue;
    char *example = example_of(cell, language);
    good = example != NULL;
    if (good && (before == NULL || strcmp(before, example) != 0)) {
      good = kp_text_add(&text, " · ", example);
      count++;
    }
    free(before);
    before = example;
  }
  free(before);
  if (good)
    return text;
  free(text);
  return NULL;
}
