/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answers as formulas name them: by the names of the set-up, else by bounded ranges. */
#include "source.h"

#include "sheet.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------------------- which answers
 */

/* The sheet with the answers, malloc'ed: that of the choice, of the first source, or the one in
 * front. "" when there is none. `*key` gets the number of its source, 0 without. */
static char *sheet_of(kp_uno_error *error, const kp_document *document, const char *asked,
                      long *key) {
  kp_sources sources = {NULL, 0};
  char **names = NULL;
  size_t count = 0;
  size_t front = 0;
  char *sheet = NULL;
  *key = 0;
  if (kp_sources_read(error, document->model, &sources)) {
    for (size_t i = 0; sheet == NULL && i < sources.count; i++)
      if (!sources.list[i].gone && (asked == NULL || strcmp(asked, sources.list[i].sheet) == 0)) {
        sheet = kp_text_copy(sources.list[i].sheet);
        *key = strtol(sources.list[i].key, NULL, 10);
      }
    if (sheet == NULL && asked != NULL)
      sheet = kp_text_copy(asked);
    if (sheet == NULL && kp_answers_sheets(error, document, &names, &count, &front))
      sheet = kp_text_copy(count > 0 ? names[front] : "");
    kp_answers_sheets_free(names, count);
  }
  kp_sources_clear(&sources);
  if (sheet == NULL && error->type[0] == '\0')
    kp_uno_error_memory(error);
  return sheet;
}

/* ---------------------------------------------------------------------------------- the columns
 */

typedef struct naming {
  kp_export_source *source;
  uno_Interface *names;
  char *reference; /* of the sheet */
  long key;
  bool failed;
} naming;

/* The name that the set-up gave the part; NULL when the workbook has none. */
static char *name_of(naming *self, const char *part) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  char *name = self->key > 1    ? kp_export_format("Survey%ld_%s", self->key, part)
               : self->key == 1 ? kp_export_format("Survey_%s", part)
                                : NULL;
  bool has = false;
  if (name == NULL)
    return NULL;
  char *first = strchr(name, '_') + 1;
  *first = (char)toupper((unsigned char)*first);
  if (!kp_export_has(&ignored, self->names, name, &has) || !has) {
    free(name);
    return NULL;
  }
  return name;
}

/* Cells of some columns of the grid, from the first answer to the last. */
static char *range_of(naming *self, int from, int to, int top, int bottom) {
  const kp_answers_grid *grid = &self->source->plan.grid;
  char first[KP_EXPORT_CELL_SIZE];
  char last[KP_EXPORT_CELL_SIZE];
  return kp_export_format("%s.%s:%s", self->reference,
                          kp_export_cell_name(grid->left + from, grid->top + top, true, first),
                          kp_export_cell_name(grid->left + to, grid->top + bottom, true, last));
}

static char *column_of(naming *self, kp_method_role role) {
  const kp_answers_plan *plan = &self->source->plan;
  int column = plan->map.column[KP_ANSWERS_PART(role)];
  if (column < 0)
    return NULL;
  char *name = name_of(self, kp_answers_part_name(plan->document->method, role));
  if (name == NULL)
    name = range_of(self, column, column, plan->map.header + 1, plan->map.last);
  self->failed = self->failed || name == NULL;
  return name;
}

/* The drivers as one block, when they stand side by side in the order in which they were chosen. */
static void name_drivers(naming *self) {
  const kp_answers_plan *plan = &self->source->plan;
  const kp_answers_map *map = &plan->map;
  int count = map->driver_count;
  for (int i = 1; i < count; i++)
    if (map->drivers[i] != map->drivers[0] + i)
      return;
  if (count < 1)
    return;
  const char *part = kp_answers_part_name(plan->document->method, KP_ROLE_ANSWER_DRIVER);
  char *ends[2] = {NULL, NULL};
  for (int i = 0; i < 2; i++) {
    char *numbered = kp_export_format("%s%d", part, i == 0 ? 1 : count);
    ends[i] = numbered != NULL ? name_of(self, numbered) : NULL;
    free(numbered);
  }
  int last = map->drivers[count - 1];
  self->source->drivers = ends[0] != NULL && ends[1] != NULL
                              ? kp_export_format("%s:%s", ends[0], ends[1])
                              : range_of(self, map->drivers[0], last, map->header + 1, map->last);
  self->source->driver_names = range_of(self, map->drivers[0], last, map->header, map->header);
  self->failed =
      self->failed || self->source->drivers == NULL || self->source->driver_names == NULL;
  free(ends[0]);
  free(ends[1]);
}

static bool name_columns(kp_uno_error *error, kp_export_source *source, long key) {
  naming self = {.source = source, .key = key};
  bool good = kp_uno_property_get_interface(error, source->plan.document->model, "NamedRanges",
                                            &self.names);
  self.reference = kp_export_reference(source->plan.sheet);
  self.failed = self.reference == NULL;
  if (good && !self.failed) {
    source->score = column_of(&self, KP_ROLE_ANSWER_SCORE);
    source->unit = column_of(&self, KP_ROLE_ANSWER_UNIT);
    if (source->parting != KP_EXPORT_WHOLE)
      source->parts = column_of(&self, source->parting == KP_EXPORT_BY_NAME ? KP_ROLE_ANSWER_WAVE
                                                                            : KP_ROLE_ANSWER_DATE);
    name_drivers(&self);
  }
  free(self.reference);
  kp_uno_release(self.names);
  return good && (!self.failed || kp_uno_error_memory(error));
}

/* ----------------------------------------------------------------------------- the measurements
 */

static const kp_answers_name *wave_named(const kp_answers_names *waves, const char *name) {
  for (size_t i = 0; name != NULL && i < waves->count; i++)
    if (kp_fold_same(waves->list[i].text, name))
      return &waves->list[i];
  return NULL;
}

static void choose_waves(kp_export_source *source, const kp_export_choice *choice) {
  const kp_answers_names *waves = &source->plan.waves;
  const kp_answers_map *map = &source->plan.map;
  source->parting = waves->count < 2                                         ? KP_EXPORT_WHOLE
                    : map->column[KP_ANSWERS_PART(KP_ROLE_ANSWER_WAVE)] >= 0 ? KP_EXPORT_BY_NAME
                                                                             : KP_EXPORT_BY_DAY;
  if (source->parting == KP_EXPORT_WHOLE)
    return;
  source->later = wave_named(waves, choice->later);
  if (source->later == NULL)
    source->later = &waves->list[waves->count - 1];
  source->earlier = wave_named(waves, choice->earlier);
  if (source->earlier == NULL && source->later > waves->list)
    source->earlier = source->later - 1;
}

/* --------------------------------------------------------------------------------- open and clear
 */

static bool read_language(kp_uno_error *error, const kp_document *document,
                          kp_export_source *source) {
  bool set_up = false;
  kp_language language = document->language;
  bool good = kp_workbook_is_set_up(error, document, &set_up, &language);
  source->language = good && set_up ? language : document->language;
  return good;
}

bool kp_export_source_open(kp_uno_error *error, const kp_document *document,
                           const kp_export_choice *choice, kp_export_source *source) {
  long key = 0;
  *source = (kp_export_source){.plan = {.sheet = NULL}};
  source->smallest = choice->smallest > 0 ? choice->smallest : KP_EXPORT_SMALLEST;
  char *sheet = sheet_of(error, document, choice->sheet, &key);
  bool good = sheet != NULL && read_language(error, document, source);
  if (good && sheet[0] != '\0')
    good = kp_answers_plan_open(error, document, sheet, &source->plan);
  else
    source->plan.map.header = -1;
  const kp_answers_map *map = &source->plan.map;
  if (good && (map->header < 0 || map->column[KP_ANSWERS_PART(KP_ROLE_ANSWER_SCORE)] < 0))
    source->lacking = KP_TEXT_EXPORT_NO_ANSWERS;
  else if (good && (map->least != 0 || map->most != 10))
    source->lacking = KP_TEXT_EXPORT_NO_NPS;
  if (good && source->lacking == KP_TEXT_NONE) {
    choose_waves(source, choice);
    good = name_columns(error, source, key);
  }
  free(sheet);
  return good;
}

void kp_export_source_clear(kp_export_source *source) {
  kp_answers_plan_clear(&source->plan);
  free(source->score);
  free(source->unit);
  free(source->parts);
  free(source->drivers);
  free(source->driver_names);
  *source = (kp_export_source){.plan = {.sheet = NULL}};
}

/* ------------------------------------------------------------------------------------- counting */

/* Places of the units by their folded hash, so that many rows and units cost little. */
typedef struct places {
  size_t *slots; /* place + 1, 0 for none */
  size_t mask;
} places;

static bool places_start(places *self, const kp_answers_names *units) {
  size_t size = 16;
  while (size < 4 * units->count)
    size *= 2;
  self->mask = size - 1;
  self->slots = calloc(size, sizeof *self->slots);
  for (size_t i = 0; self->slots != NULL && i < units->count; i++) {
    size_t slot = kp_fold_hash(units->list[i].text) & self->mask;
    while (self->slots[slot] != 0)
      slot = (slot + 1) & self->mask;
    self->slots[slot] = i + 1;
  }
  return self->slots != NULL;
}

static size_t place_of(const places *self, const kp_answers_names *units, const char *text) {
  size_t slot = kp_fold_hash(text) & self->mask;
  while (self->slots[slot] != 0 && !kp_fold_same(units->list[self->slots[slot] - 1].text, text))
    slot = (slot + 1) & self->mask;
  return self->slots[slot] != 0 ? self->slots[slot] - 1 : units->count;
}

static void add(kp_export_counts *to, double score) {
  to->n++;
  to->promoters += score >= 9;
  to->passives += score >= 7 && score < 9;
  to->detractors += score < 7;
}

static bool valid(const kp_answers_cell *cell) {
  return cell->kind == KP_ANSWERS_NUMBER && cell->number >= 0 && cell->number <= 10 &&
         floor(cell->number) == cell->number;
}

bool kp_export_count(const kp_export_source *source, const kp_answers_name *wave,
                     kp_export_counts *counts) {
  const kp_answers_plan *plan = &source->plan;
  const kp_answers_map *map = &plan->map;
  int score = map->column[KP_ANSWERS_PART(KP_ROLE_ANSWER_SCORE)];
  int unit = map->column[KP_ANSWERS_PART(KP_ROLE_ANSWER_UNIT)];
  places all;
  memset(counts, 0, (plan->units.count + 2) * sizeof *counts);
  if (!places_start(&all, &plan->units))
    return false;
  for (int row = map->header + 1; row <= map->last; row++) {
    const kp_answers_cell *cell = kp_answers_at(&plan->grid, score, row);
    if (!valid(cell) || (wave != NULL && !kp_answers_in_wave(&plan->grid, map, wave, row)))
      continue;
    const kp_answers_cell *label = unit >= 0 ? kp_answers_at(&plan->grid, unit, row) : NULL;
    char *text = label != NULL && label->text == NULL ? kp_answers_text(label) : NULL;
    const char *name = label == NULL ? "" : label->text != NULL ? label->text : text;
    size_t place = name == NULL || kp_fold_blank(name) ? plan->units.count
                                                       : place_of(&all, &plan->units, name);
    free(text);
    add(&counts[place], cell->number);
    add(&counts[plan->units.count + 1], cell->number);
  }
  free(all.slots);
  return true;
}
