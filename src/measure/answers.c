/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which row is the header, which column is what. */
#include "answers.h"

#include "kernpunt/text.h"

#include <stdlib.h>
#include <string.h>

/* Eighty of a hundred cells must agree. */
static const double ENOUGH = 0.8;

const char *kp_answers_header(const kp_answers_grid *grid, const kp_answers_map *map, int column) {
  const kp_answers_cell *cell = kp_answers_at(grid, column, map->header);
  return cell->kind == KP_ANSWERS_TEXT ? cell->text : "";
}

int kp_answers_header_count(const kp_answers_grid *grid, const kp_answers_map *map, int column) {
  const char *header = kp_answers_header(grid, map, column);
  int count = 0;
  for (int i = 0; i < grid->columns; i++)
    count += kp_fold_same(kp_answers_header(grid, map, i), header);
  return count;
}

/* ---------------------------------------------------------------------------------- the header */

static bool is_known(const kp_method *method, const char *text) {
  enum { LONGEST = 80 };
  char folded[KP_ANSWERS_WORD];
  if (strlen(text) > LONGEST)
    return false;
  kp_answers_fold(text, folded);
  for (int role = KP_ROLE_ANSWER_SCORE; role <= KP_ROLE_ANSWER_DRIVER; role++) {
    const kp_method_list *list = kp_method_role_list(method, (kp_method_role)role);
    if (list != NULL && kp_answers_strength(list, folded, NULL) > 0)
      return true;
  }
  return false;
}

/* How much a row looks like a header: known words first, then the number of texts. -1: not at
 * all. */
static int rank_of(const kp_method *method, const kp_answers_grid *grid, int row, bool narrow) {
  enum { KNOWN = 1000, OTHERS = 4 };
  int texts = 0;
  int others = 0;
  int known = 0;
  int below = 0;
  for (int column = 0; column < grid->columns; column++) {
    const kp_answers_cell *cell = kp_answers_at(grid, column, row);
    bool text = cell->kind == KP_ANSWERS_TEXT && !kp_fold_blank(cell->text);
    texts += text;
    others += !text && cell->kind != KP_ANSWERS_BLANK;
    known += text && is_known(method, cell->text);
    below += (text || narrow) && (kp_answers_at(grid, column, row + 1)->kind != KP_ANSWERS_BLANK ||
                                  kp_answers_at(grid, column, row + 2)->kind != KP_ANSWERS_BLANK);
  }
  if (texts < (narrow ? 1 : 2) || others * OTHERS > texts || below == 0)
    return -1;
  return known * KNOWN + texts;
}

static int columns_in_use(const kp_answers_grid *grid) {
  int count = 0;
  for (int column = 0; column < grid->columns; column++) {
    bool any = false;
    for (int row = 0; !any && row < grid->rows; row++)
      any = kp_answers_at(grid, column, row)->kind != KP_ANSWERS_BLANK;
    count += any;
  }
  return count;
}

/* The row of answers ends in may begin with a word such as "Total": no answer. */
static bool is_total(const kp_method *method, const kp_answers_grid *grid, int header, int row) {
  const kp_method_list *list = kp_method_role_list(method, KP_ROLE_ANSWER_TOTAL);
  const kp_answers_cell *first = NULL;
  int filled = 0;
  int named = 0;
  for (int column = 0; column < grid->columns; column++) {
    const kp_answers_cell *cell = kp_answers_at(grid, column, row);
    named += kp_answers_at(grid, column, header)->kind != KP_ANSWERS_BLANK;
    if (cell->kind == KP_ANSWERS_BLANK)
      continue;
    filled++;
    first = first == NULL ? cell : first;
  }
  if (list == NULL || first == NULL || first->kind != KP_ANSWERS_TEXT || 2 * filled > named + 1)
    return false;
  char folded[KP_ANSWERS_WORD];
  kp_answers_fold(first->text, folded);
  for (size_t i = 0; i < list->count; i++)
    for (int language = 0; language < KP_LANGUAGE_COUNT; language++) {
      char word[KP_ANSWERS_WORD];
      kp_answers_fold(list->items[i]->name.in[language], word);
      size_t length = strlen(word);
      if (strncmp(folded, word, length) == 0 && (folded[length] == '\0' || folded[length] == ' '))
        return true;
    }
  return false;
}

void kp_answers_find_end(const kp_method *method, const kp_answers_grid *grid,
                         kp_answers_map *map) {
  map->totals = 0;
  map->last = grid->rows - 1;
  while (map->last > map->header) {
    bool filled = kp_answers_filled(grid, map->last);
    if (filled && !is_total(method, grid, map->header, map->last))
      break;
    map->totals += filled;
    map->last--;
  }
}

void kp_answers_find_table(const kp_method *method, const kp_answers_grid *grid,
                           kp_answers_map *map) {
  enum { LOOKED_AT = 30 };
  bool narrow = columns_in_use(grid) == 1;
  int best = 0;
  *map = (kp_answers_map){.header = -1, .last = -1, .most = 10};
  for (int part = 0; part < KP_ANSWERS_PARTS; part++)
    map->column[part] = -1;
  for (int row = 0; row < grid->rows && row < LOOKED_AT; row++) {
    int rank = rank_of(method, grid, row, narrow);
    if (rank > best) {
      best = rank;
      map->header = row;
    }
  }
  if (map->header >= 0)
    kp_answers_find_end(method, grid, map);
  if (map->last <= map->header)
    map->header = -1;
}

/* --------------------------------------------------------------------------------- the columns */

typedef struct finding {
  const kp_method *method;
  const kp_answers_grid *grid;
  kp_answers_map *map;
  bool *taken; /* columns */
  char (*folded)[KP_ANSWERS_WORD];
} finding;

static const kp_method_list *list_of(const finding *self, int part) {
  return kp_method_role_list(self->method, (kp_method_role)(KP_ROLE_ANSWER_SCORE + part));
}

static bool agrees(const finding *self, int part, int column, bool alone) {
  kp_answers_map map = *self->map;
  if (part == KP_ANSWERS_PART(KP_ROLE_ANSWER_SCORE) ||
      part == KP_ANSWERS_PART(KP_ROLE_ANSWER_DRIVER))
    kp_answers_find_scale(self->method, self->grid, column, &map);
  return kp_answers_holds(self->method, self->grid, &map, list_of(self, part), column, alone) >=
         ENOUGH;
}

/* The strongest header that is left, of all parts. False when none is left. */
static bool take_strongest(const finding *self, bool (*tried)[KP_ANSWERS_PARTS]) {
  int best = 0;
  int at = -1;
  int what = -1;
  for (int part = 0; part < KP_ANSWERS_PARTS; part++) {
    const kp_method_list *list = list_of(self, part);
    for (int column = 0; list != NULL && column < self->grid->columns; column++) {
      if (self->map->column[part] >= 0 || self->taken[column] || tried[column][part])
        continue;
      int strength = kp_answers_strength(list, self->folded[column], NULL);
      if (strength > best) {
        best = strength;
        at = column;
        what = part;
      }
    }
  }
  if (at < 0)
    return false;
  tried[at][what] = true;
  if (agrees(self, what, at, false)) {
    self->map->column[what] = at;
    self->taken[at] = true;
  }
  return true;
}

/* The header names something else: its content says no more. */
static bool is_another(const finding *self, int part, int column) {
  for (int other = 0; other < KP_ANSWERS_PARTS; other++) {
    const kp_method_list *list = list_of(self, other);
    if (other != part && list != NULL && kp_answers_strength(list, self->folded[column], NULL) > 0)
      return true;
  }
  return false;
}

/* A part that no header names: the one column with such content, when there is just one. */
static void take_alone(const finding *self, int part) {
  const kp_method_list *list = list_of(self, part);
  int found = -1;
  int count = 0;
  if (list == NULL || !list->alone || self->map->column[part] >= 0)
    return;
  for (int column = 0; column < self->grid->columns; column++)
    if (!self->taken[column] && !is_another(self, part, column) &&
        agrees(self, part, column, true)) {
      found = column;
      count++;
    }
  if (count == 1) {
    self->map->column[part] = found;
    self->taken[found] = true;
  }
}

/* A number of an answer goes up by one each row: it is none of the scores. */
static bool counts_up(const finding *self, int column) {
  const kp_answers_map *map = self->map;
  for (int row = map->header + 2; row <= map->last && row < map->header + 8; row++)
    if (kp_answers_at(self->grid, column, row)->number !=
        kp_answers_at(self->grid, column, row - 1)->number + 1)
      return false;
  return true;
}

static void take_drivers(const finding *self) {
  const int part = KP_ANSWERS_PART(KP_ROLE_ANSWER_DRIVER);
  kp_answers_map *map = self->map;
  if (list_of(self, part) == NULL)
    return;
  for (int column = 0; column < self->grid->columns; column++)
    if (!self->taken[column] && map->driver_count < KP_ANSWERS_DRIVERS &&
        self->folded[column][0] != '\0' && agrees(self, part, column, true) &&
        !counts_up(self, column))
      map->drivers[map->driver_count++] = column;
}

static bool begin(finding *self) {
  size_t size = (size_t)self->grid->columns + 1;
  self->taken = calloc(size, sizeof *self->taken);
  self->folded = calloc(size, sizeof *self->folded);
  if (self->taken == NULL || self->folded == NULL)
    return false;
  for (int column = 0; column < self->grid->columns; column++)
    kp_answers_fold(kp_answers_header(self->grid, self->map, column), self->folded[column]);
  return true;
}

bool kp_answers_find(const kp_method *method, const kp_answers_grid *grid, kp_answers_map *map) {
  finding self = {.method = method, .grid = grid, .map = map};
  bool(*tried)[KP_ANSWERS_PARTS] = calloc((size_t)grid->columns + 1, sizeof *tried);
  const int score = KP_ANSWERS_PART(KP_ROLE_ANSWER_SCORE);
  kp_answers_find_table(method, grid, map);
  if (map->header >= 0 && tried != NULL && begin(&self)) {
    while (take_strongest(&self, tried)) {
    }
    for (int part = 0; part < KP_ANSWERS_PARTS; part++)
      take_alone(&self, part);
    if (map->column[score] >= 0)
      kp_answers_find_scale(method, grid, map->column[score], map);
    take_drivers(&self);
  }
  free(self.folded);
  free(self.taken);
  free(tried);
  return map->header >= 0;
}
