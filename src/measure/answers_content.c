/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in a column: scores, a few words, long texts, days … */
#include "answers.h"

#include "kernpunt/text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { NAME = 40, SHORT = 60, LONG = 20 };

static const kp_answers_cell blank = {KP_ANSWERS_BLANK, 0, NULL};

const kp_answers_cell *kp_answers_at(const kp_answers_grid *grid, int column, int row) {
  return column >= 0 && column < grid->columns && row >= 0 && row < grid->rows
             ? &grid->cells[(size_t)row * (size_t)grid->columns + (size_t)column]
             : &blank;
}

bool kp_answers_filled(const kp_answers_grid *grid, int row) {
  for (int column = 0; column < grid->columns; column++)
    if (kp_answers_at(grid, column, row)->kind != KP_ANSWERS_BLANK)
      return true;
  return false;
}

/* Many letters: a name, not a number with something around it. */
static bool is_name(const char *text) {
  size_t letters = 0;
  size_t others = 0;
  for (const unsigned char *at = (const unsigned char *)text; *at != '\0'; at++)
    if ((*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') || *at >= 0x80)
      letters++;
    else
      others += *at != ' ';
  return letters >= others;
}

static bool is_talk(const char *text) {
  const char *first = strchr(text, ' ');
  return strlen(text) >= LONG && first != NULL && strchr(first + 1, ' ') != NULL;
}

static bool is_mark(const kp_method *method, const kp_answers_cell *cell) {
  static const char *const marks[] = {"x", "v", "true", "false", "waar", "onwaar", "j", "n", "y"};
  if (cell->kind == KP_ANSWERS_TRUTH)
    return true;
  if (cell->kind == KP_ANSWERS_NUMBER)
    return cell->number == 0 || cell->number == 1;
  if (cell->kind != KP_ANSWERS_TEXT)
    return false;
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (kp_fold_same(cell->text, marks[i]))
      return true;
  return method->yesno != NULL && kp_method_item_of(method->yesno, cell->text) != NULL;
}

/* Whether a cell that is not blank may stand in such a column. */
static bool fits(const kp_method *method, const kp_answers_map *map, kp_method_content content,
                 const kp_answers_cell *cell, bool alone) {
  bool text = cell->kind == KP_ANSWERS_TEXT;
  bool number = cell->kind == KP_ANSWERS_NUMBER;
  switch (content) {
  case KP_METHOD_SCORES:
    return number && cell->number >= map->least && cell->number <= map->most;
  case KP_METHOD_FEW:
    return text ? strlen(cell->text) <= SHORT : !alone && (number || cell->kind == KP_ANSWERS_DAY);
  case KP_METHOD_MANY:
    return text && (alone ? strlen(cell->text) <= NAME && is_name(cell->text)
                          : strlen(cell->text) <= 2 * (size_t)SHORT);
  case KP_METHOD_TALK:
    return text && (!alone || is_talk(cell->text));
  case KP_METHOD_DAYS:
    return cell->kind == KP_ANSWERS_DAY;
  case KP_METHOD_MARKS:
    return is_mark(method, cell);
  case KP_METHOD_AMOUNTS:
    return number && cell->number > 0;
  default:
    return cell->kind != KP_ANSWERS_ERROR;
  }
}

static int last_that_decides(const kp_answers_map *map) {
  return map->last < map->header + KP_ANSWERS_DECIDE ? map->last : map->header + KP_ANSWERS_DECIDE;
}

/* Without a header that says so, few words must come back often and many must be nearly all
 * different. */
static double spread(const kp_answers_grid *grid, const kp_answers_map *map, int column,
                     kp_method_content content) {
  enum { FEW_LEAST = 2, FEW_MOST = 40, MANY_LEAST = 8 };
  kp_answers_names names = {NULL, 0};
  kp_answers_map part = *map;
  part.last = last_that_decides(map);
  if (!kp_answers_names_of(grid, &part, column, &names))
    return 0;
  size_t rows = 0;
  size_t again = 0;
  for (size_t i = 0; i < names.count; i++) {
    rows += names.list[i].count;
    again += names.list[i].count > 1 ? names.list[i].count : 0;
  }
  double share = rows > 0 ? (double)again / (double)rows : 0;
  if (content == KP_METHOD_FEW)
    share = names.count >= FEW_LEAST && names.count <= FEW_MOST ? share : 0;
  else
    share = rows >= MANY_LEAST ? (double)names.count / (double)rows : 0;
  kp_answers_names_free(&names);
  return share;
}

double kp_answers_holds(const kp_method *method, const kp_answers_grid *grid,
                        const kp_answers_map *map, const kp_method_list *list, int column,
                        bool alone) {
  size_t filled = 0;
  size_t good = 0;
  for (int row = map->header + 1; row <= last_that_decides(map); row++) {
    const kp_answers_cell *cell = kp_answers_at(grid, column, row);
    if (cell->kind == KP_ANSWERS_BLANK ||
        (cell->kind == KP_ANSWERS_TEXT && kp_fold_blank(cell->text)))
      continue;
    filled++;
    good += fits(method, map, list->content, cell, alone);
  }
  double share = filled > 0 ? (double)good / (double)filled : 0;
  if (alone && (list->content == KP_METHOD_FEW || list->content == KP_METHOD_MANY)) {
    double spreads = spread(grid, map, column, list->content);
    share = spreads < share ? spreads : share;
  }
  return share;
}

double kp_answers_agree(const kp_method *method, const kp_answers_grid *grid,
                        const kp_answers_map *map, kp_method_role role, int column) {
  const kp_method_list *list = kp_method_role_list(method, role);
  return list != NULL ? kp_answers_holds(method, grid, map, list, column, false) : 0;
}

/* -------------------------------------------------------------------------------- the scale */

/* What the numbers of a column themselves say. */
static void scale_of_numbers(const kp_answers_grid *grid, int column, kp_answers_map *map) {
  enum { ENOUGH = 20, CSAT = 5, CES = 7, NPS = 10 };
  int count = 0;
  double least = INFINITY;
  double most = -INFINITY;
  bool whole = true;
  for (int row = map->header + 1; row <= last_that_decides(map); row++) {
    const kp_answers_cell *cell = kp_answers_at(grid, column, row);
    if (cell->kind != KP_ANSWERS_NUMBER || cell->number < 0 || cell->number > NPS)
      continue;
    count++;
    least = fmin(least, cell->number);
    most = fmax(most, cell->number);
    whole = whole && floor(cell->number) == cell->number;
  }
  map->least = 0;
  map->most = NPS;
  if (count < ENOUGH || least < 1)
    return;
  if (!whole)
    map->least = 1;
  else if (most <= CES) {
    map->least = 1;
    map->most = most <= CSAT ? CSAT : CES;
  }
}

void kp_answers_find_scale(const kp_method *method, const kp_answers_grid *grid, int column,
                           kp_answers_map *map) {
  const double ENOUGH = 0.8;
  const kp_method_list *list = kp_method_role_list(method, KP_ROLE_ANSWER_SCORE);
  const kp_method_item *item = NULL;
  char folded[KP_ANSWERS_WORD];
  scale_of_numbers(grid, column, map);
  if (list == NULL)
    return;
  kp_answers_fold(kp_answers_header(grid, map, column), folded);
  kp_answers_strength(list, folded, &item);
  if (item == NULL || item->least >= item->most)
    return;
  kp_answers_map said = *map;
  said.least = item->least;
  said.most = item->most;
  /* A header that asks for a grade says little when the answers go from 0. */
  bool wider = map->least < said.least || map->most > said.most;
  if (kp_answers_holds(method, grid, &said, list, column, false) >= (wider ? 0.98 : ENOUGH)) {
    map->least = said.least;
    map->most = said.most;
  }
}
