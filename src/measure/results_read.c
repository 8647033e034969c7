/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All measurements of all answer sheets, read once: of each sheet only the columns that are needed.
 * What people choose of it afterwards is looked up. */
#include "answers.h"
#include "kernpunt/measure.h"
#include "kernpunt/method.h"
#include "kernpunt/text.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The columns that are read, in this order. The last two tell only that a row is an answer. */
static const kp_method_role wanted[] = {KP_ROLE_ANSWER_SCORE, KP_ROLE_ANSWER_WAVE,
                                        KP_ROLE_ANSWER_UNIT, KP_ROLE_ANSWER_DATE,
                                        KP_ROLE_ANSWER_CUSTOMER};
enum { WANTED = sizeof wanted / sizeof *wanted, SCORE = 0, UNIT = 2 };

/* A sheet on its way. */
typedef struct reading {
  kp_uno_error *error;
  const kp_measure_input *in;
  kp_language language;
  const kp_source *source;
  kp_results *results;
  kp_answers_grid grid;
  kp_answers_map map;
  int32_t score;  /* column of the sheet */
  int32_t *units; /* of each row of the grid: place among all units, or -1 */
  int32_t *waves; /* place among the waves, or -1 */
  size_t first;   /* of its waves */
} reading;

static bool no_memory(const reading *self) {
  return kp_uno_error_memory(self->error);
}

/* ---------------------------------------------------------------------------------- the columns */

/* Rows of totals below the answers are told by all of their cells. */
static bool find_end(reading *self, uno_Interface *sheet) {
  enum { ROWS = 64 };
  int row = self->grid.rows - 1;
  while (row > 0 && !kp_answers_filled(&self->grid, row))
    row--;
  self->map.last = row;
  for (int more = ROWS; self->map.last > 0; more *= 2) {
    int from = self->map.last > more ? self->map.last - more : 1;
    kp_answers_grid tail;
    kp_answers_map found = {.header = 0};
    bool good = kp_answers_read_tail(self->error, sheet, self->grid.top, self->grid.top + from,
                                     self->grid.top + self->map.last, &tail);
    if (good)
      kp_answers_find_end(self->in->method, &tail, &found);
    kp_answers_grid_free(&tail);
    if (!good)
      return false;
    self->map.last = from + found.last - 1;
    if (found.last > 0)
      break;
  }
  return true;
}

static bool read_columns(reading *self) {
  int32_t columns[WANTED];
  uno_Interface *sheet = NULL;
  self->map = (kp_answers_map){.least = self->source->least, .most = self->source->most};
  for (int part = 0; part < KP_ANSWERS_PARTS; part++)
    self->map.column[part] = -1;
  for (int i = 0; i < WANTED; i++) {
    const kp_source_column *column =
        kp_sources_column(self->source, kp_answers_part_name(self->in->method, wanted[i]));
    columns[i] = column != NULL ? column->column : -1;
    if (columns[i] >= 0)
      self->map.column[KP_ANSWERS_PART(wanted[i])] = i;
  }
  self->score = columns[SCORE];
  bool good = kp_answers_sheet(self->error, self->in->model, self->source->sheet, &sheet) &&
              kp_answers_read_columns(self->error, self->in->model, sheet, columns, WANTED,
                                      self->source->header, &self->grid) &&
              find_end(self, sheet);
  kp_uno_release(sheet);
  return good;
}

/* -------------------------------------------------------------------------------------- units */

int kp_results_unit(const kp_results *results, const char *name) {
  for (size_t i = 0; i < results->units.count; i++)
    if (kp_fold_same(results->units.list[i].text, name))
      return (int)i;
  return -1;
}

/* The unit among those of all sheets; -1 without memory. */
static int take_unit(kp_results *results, kp_answers_name *name) {
  int at = kp_results_unit(results, name->text);
  if (at >= 0) {
    results->units.list[at].count += name->count;
    return at;
  }
  kp_answers_name *more = realloc(results->units.list, (results->units.count + 1) * sizeof *more);
  if (more == NULL)
    return -1;
  results->units.list = more;
  more[results->units.count] = *name;
  name->text = NULL;
  return (int)results->units.count++;
}

static bool find_units(reading *self) {
  kp_answers_names names = {NULL, 0};
  int32_t *all = NULL;
  const int column = self->map.column[KP_ANSWERS_PART(KP_ROLE_ANSWER_UNIT)];
  bool good =
      column < 0 || kp_answers_names_at(&self->grid, &self->map, column, &names, self->units);
  bool some = good && column >= 0 && names.count <= KP_RESULTS_UNITS &&
              self->results->units.count + names.count <= (size_t)2 * KP_RESULTS_UNITS;
  if (some) {
    all = calloc(names.count + 1, sizeof *all);
    good = all != NULL;
    for (size_t i = 0; good && i < names.count; i++) {
      all[i] = take_unit(self->results, &names.list[i]);
      good = all[i] >= 0;
    }
  }
  for (int row = 1; good && row <= self->map.last; row++)
    self->units[row] = some && self->units[row] >= 0 ? all[self->units[row]] : -1;
  free(all);
  kp_answers_names_free(&names);
  return good || no_memory(self);
}

/* -------------------------------------------------------------------------------------- waves */

static bool add_wave(reading *self, kp_answers_name *name) {
  kp_results *results = self->results;
  kp_results_wave *more = realloc(results->waves, (results->count + 1) * sizeof *more);
  if (more == NULL)
    return false;
  results->waves = more;
  more[results->count] = (kp_results_wave){.name = *name,
                                           .sheet = kp_text_copy(self->source->sheet),
                                           .least = self->source->least,
                                           .most = self->source->most,
                                           .invited = NAN};
  name->text = NULL;
  return more[results->count++].sheet != NULL;
}

/* Which wave each row belongs to: by its text, else by its day. */
static bool place_rows(reading *self) {
  const int by_name = self->map.column[KP_ANSWERS_PART(KP_ROLE_ANSWER_WAVE)];
  const kp_results *results = self->results;
  if (by_name >= 0) {
    kp_answers_names names = {NULL, 0};
    bool good = kp_answers_names_at(&self->grid, &self->map, by_name, &names, self->waves);
    int32_t *place = good ? calloc(names.count + 1, sizeof *place) : NULL;
    for (size_t i = 0; place != NULL && i < names.count; i++) {
      place[i] = -1;
      for (size_t k = self->first; k < results->count; k++)
        if (kp_fold_same(names.list[i].text, results->waves[k].name.text))
          place[i] = (int32_t)k;
    }
    for (int row = 1; place != NULL && row <= self->map.last; row++)
      self->waves[row] = self->waves[row] >= 0 ? place[self->waves[row]] : -1;
    good = place != NULL;
    free(place);
    kp_answers_names_free(&names);
    return good;
  }
  for (int row = 1; row <= self->map.last; row++) {
    self->waves[row] = -1;
    for (size_t k = self->first; k < results->count && self->waves[row] < 0; k++)
      if (kp_answers_in_wave(&self->grid, &self->map, &results->waves[k].name, row))
        self->waves[row] = (int32_t)k;
  }
  return true;
}

static bool find_waves(reading *self) {
  kp_answers_names names = {NULL, 0};
  self->first = self->results->count;
  bool good = kp_answers_waves(&self->grid, &self->map, self->source->wave, self->language, &names);
  for (size_t i = 0; good && i < names.count; i++)
    good = add_wave(self, &names.list[i]);
  good = good && place_rows(self);
  kp_answers_names_free(&names);
  return good || no_memory(self);
}

/* -------------------------------------------------------------------------------------- scores */

/* Room for so many groups, each on the scale of the wave. */
static bool grow(kp_results_wave *wave, size_t count) {
  kp_results_group *more = realloc(wave->groups, count * sizeof *more);
  bool good = more != NULL;
  if (good)
    wave->groups = more;
  for (; good && wave->group_count < count; wave->group_count++)
    good = kp_results_start(&more[wave->group_count], wave->least, wave->most);
  return good;
}

static bool keep_cell(const reading *self, kp_results_wave *wave, kp_results_reason reason,
                      int row) {
  enum { STEP = 16 };
  if (wave->cell_count >= KP_RESULTS_CELLS)
    return true;
  if (wave->cell_count % STEP == 0) {
    kp_results_cell *more = realloc(wave->cells, (wave->cell_count + STEP) * sizeof *more);
    if (more == NULL)
      return false;
    wave->cells = more;
  }
  wave->cells[wave->cell_count++] =
      (kp_results_cell){.column = self->score,
                        .row = self->grid.top + row,
                        .unit = self->units[row],
                        .reason = reason,
                        .number = kp_answers_at(&self->grid, SCORE, row)->number};
  return true;
}

static bool add_scores(reading *self) {
  kp_results *results = self->results;
  for (size_t i = self->first; i < results->count; i++)
    if (!grow(&results->waves[i], results->units.count + 1))
      return no_memory(self);
  for (int row = 1; row <= self->map.last; row++) {
    const kp_answers_cell *cell = kp_answers_at(&self->grid, SCORE, row);
    if (self->waves[row] < 0 ||
        (cell->kind == KP_ANSWERS_BLANK && !kp_answers_filled(&self->grid, row)))
      continue;
    kp_results_wave *wave = &results->waves[self->waves[row]];
    kp_results_reason reason = kp_results_add(&wave->groups[0], cell);
    if (self->units[row] >= 0)
      kp_results_add(&wave->groups[self->units[row] + 1], cell);
    if (reason != KP_RESULTS_COUNTS && !keep_cell(self, wave, reason, row))
      return no_memory(self);
  }
  return true;
}

/* -------------------------------------------------------------------------- what is known of it */

static bool filled(const kp_measure_input *in, const kp_method_table *table, kp_method_role role,
                   size_t row) {
  const kp_method_column *column = kp_method_role_column(table, role);
  char *text = column != NULL
                   ? kp_method_cell_text(column, in->rows->cell(in->rows->data, column, row))
                   : NULL;
  bool is = text != NULL && text[0] != '\0';
  free(text);
  return is;
}

static void look_at_row(const kp_measure_input *in, const kp_method_table *table, size_t row,
                        kp_results_wave *wave) {
  const kp_method_column *invited = kp_method_role_column(table, KP_ROLE_INVITED);
  const kp_method_column *kind = kp_method_role_column(table, KP_ROLE_KIND);
  if (invited != NULL) {
    double number = 0;
    char *text = kp_method_cell_text(invited, in->rows->cell(in->rows->data, invited, row));
    if (text != NULL && kp_fold_number(text, &number) && number > 0)
      wave->invited = number;
    free(text);
  }
  if (kind != NULL && kind->list != NULL) {
    kp_method_cell cell = in->rows->cell(in->rows->data, kind, row);
    const kp_method_item *item =
        cell.kind == KP_METHOD_WORDS ? kp_method_item_of(kind->list, cell.text) : NULL;
    wave->story = item != NULL && item->role == KP_ROLE_STORY;
  }
  wave->changed =
      filled(in, table, KP_ROLE_CIRCUMSTANCES, row) || filled(in, table, KP_ROLE_CHANGES, row);
}

/* The row of the wave among the measurements: the one that its source was given, else the one with
 * its name. */
static bool find_row(const reading *self, const kp_method_table *table, const char *name,
                     size_t *row) {
  const kp_method_rows *rows = self->in->rows;
  const kp_source *source = self->source;
  for (size_t i = 0; i < source->wave_count; i++)
    if ((source->wave[0] != '\0' || kp_fold_same(source->waves[i].name, name)) &&
        kp_method_book_find(self->in->book, table, source->waves[i].id, row))
      return true;
  size_t count = rows->count(rows->data, table);
  for (size_t i = 0; count != KP_METHOD_NO_TABLE && i < count; i++) {
    char *title = kp_method_cell_text(table->title, rows->cell(rows->data, table->title, i));
    bool same = title != NULL && title[0] != '\0' && kp_fold_same(title, name);
    free(title);
    if (same) {
      *row = i;
      return true;
    }
  }
  return false;
}

static void look_at_rows(const reading *self) {
  const kp_method_table *table = kp_method_role_table(self->in->method, KP_ROLE_WAVE);
  size_t row = 0;
  if (self->in->rows == NULL || self->in->book == NULL || table == NULL)
    return;
  for (size_t i = self->first; i < self->results->count; i++)
    if (find_row(self, table, self->results->waves[i].name.text, &row))
      look_at_row(self->in, table, row, &self->results->waves[i]);
}

/* --------------------------------------------------------------------------------- all sheets */

static bool is_lost(const kp_measure_input *in, const kp_source *source) {
  const kp_source_column *score =
      kp_sources_column(source, kp_answers_part_name(in->method, KP_ROLE_ANSWER_SCORE));
  return source->gone || source->header < 0 || score == NULL || score->column < 0 ||
         (source->wave[0] == '\0' && kp_answers_is_lost(in->method, source, KP_ROLE_ANSWER_WAVE));
}

static bool read_source(kp_uno_error *error, const kp_measure_input *in, kp_language language,
                        const kp_source *source, kp_results *results) {
  reading self = {
      .error = error, .in = in, .language = language, .source = source, .results = results};
  bool good = read_columns(&self);
  if (good && self.map.last > 0) {
    size_t size = (size_t)self.grid.rows + 1;
    self.units = calloc(size, sizeof *self.units);
    self.waves = calloc(size, sizeof *self.waves);
    for (size_t i = 0; self.units != NULL && i < size; i++)
      self.units[i] = -1;
    good = self.units != NULL && self.waves != NULL;
    if (!good)
      kp_uno_error_memory(error);
    good = good && find_units(&self) && find_waves(&self) && add_scores(&self);
    if (good)
      look_at_rows(&self);
  }
  free(self.waves);
  free(self.units);
  kp_answers_grid_free(&self.grid);
  return good;
}

bool kp_results_read(kp_uno_error *error, const kp_measure_input *in, kp_language language,
                     kp_results *results) {
  kp_sources sources;
  *results = (kp_results){.waves = NULL};
  assert(in->method != NULL && in->model != NULL);
  bool good = kp_sources_read(error, in->model, &sources);
  results->sources = sources.count;
  for (size_t i = 0; good && i < sources.count; i++) {
    if (is_lost(in, &sources.list[i]))
      results->lost++;
    else
      good = read_source(error, in, language, &sources.list[i], results);
  }
  kp_sources_clear(&sources);
  if (good && results->count > 1)
    qsort(results->waves, results->count, sizeof *results->waves, kp_answers_by_time);
  return good;
}

void kp_results_clear(kp_results *results) {
  for (size_t i = 0; i < results->count; i++) {
    free(results->waves[i].name.text);
    free(results->waves[i].sheet);
    free(results->waves[i].groups);
    free(results->waves[i].cells);
  }
  free(results->waves);
  kp_answers_names_free(&results->units);
  *results = (kp_results){.waves = NULL};
}

const kp_results_group *kp_results_group_at(const kp_results *results, size_t wave, int unit) {
  if (wave >= results->count || unit < -1)
    return NULL;
  size_t at = (size_t)unit + 1; /* -1: all of them, the first group */
  return at < results->waves[wave].group_count ? &results->waves[wave].groups[at] : NULL;
}
