/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answers of a source that the workbook remembers. */
#include "answers.h"
#include "kernpunt/measure.h"
#include "kernpunt/method.h"
#include "kernpunt/text.h"
#include "kernpunt/uno.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

bool kp_answers_sheet(kp_uno_error *error, uno_Interface *model, const char *name,
                      uno_Interface **sheet) {
  static kp_uno_method get_sheets =
      KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheetDocument::getSheets");
  static kp_uno_method by_name = KP_UNO_METHOD("com.sun.star.container.XNameAccess::getByName");
  uno_Interface *sheets = NULL;
  uno_Any any;
  kp_uno_any_init(&any);
  bool good = kp_uno_call(error, model, &get_sheets, &sheets) &&
              kp_uno_call(error, sheets, &by_name, &any, name) &&
              kp_uno_any_get_interface(&any, sheet);
  kp_uno_any_clear(&any);
  kp_uno_release(sheets);
  return good;
}

bool kp_answers_read_sheet(kp_uno_error *error, uno_Interface *model, const char *name,
                           kp_answers_grid *grid) {
  uno_Interface *sheet = NULL;
  bool good =
      kp_answers_sheet(error, model, name, &sheet) && kp_answers_read(error, model, sheet, grid);
  kp_uno_release(sheet);
  return good;
}

bool kp_answers_map_of(const kp_method *method, const kp_source *source,
                       const kp_answers_grid *grid, kp_answers_map *map) {
  if (source->header < grid->top || source->header >= grid->top + grid->rows)
    return false;
  *map = (kp_answers_map){
      .header = source->header - grid->top, .least = source->least, .most = source->most};
  kp_answers_find_end(method, grid, map);
  for (int part = 0; part < KP_ANSWERS_PARTS; part++) {
    const kp_source_column *column = kp_sources_column(
        source, kp_answers_part_name(method, (kp_method_role)(KP_ROLE_ANSWER_SCORE + part)));
    int at = column != NULL && column->column >= 0 ? column->column - grid->left : -1;
    map->column[part] = at < grid->columns ? at : -1;
  }
  const char *driver = kp_answers_part_name(method, KP_ROLE_ANSWER_DRIVER);
  for (size_t i = 0; i < source->count && map->driver_count < KP_ANSWERS_DRIVERS; i++)
    if (strncmp(source->columns[i].part, driver, strlen(driver)) == 0 &&
        source->columns[i].column >= grid->left &&
        source->columns[i].column < grid->left + grid->columns)
      map->drivers[map->driver_count++] = source->columns[i].column - grid->left;
  return true;
}

/* ------------------------------------------------------------------------------ a measurement */

/* A day of the measurement's row; NaN when there is none. */
static double day_of(const kp_measure_input *in, const kp_method_table *table, kp_method_role role,
                     size_t row) {
  const kp_method_column *column = kp_method_role_column(table, role);
  if (column == NULL)
    return NAN;
  kp_method_cell cell = in->rows->cell(in->rows->data, column, row);
  return cell.kind == KP_METHOD_VALUE ? cell.number : NAN;
}

/* The name under which a source knows the measurement: the one it was given at set-up, else its
 * title. NULL: it is another's. */
static const char *name_in(const kp_source *source, const char *id, const char *title) {
  for (size_t i = 0; i < source->wave_count; i++)
    if (strcmp(source->waves[i].id, id) == 0)
      return source->waves[i].name;
  return source->wave[0] != '\0' && kp_fold_same(source->wave, title) ? title : NULL;
}

bool kp_answers_is_lost(const kp_method *method, const kp_source *source, kp_method_role role) {
  const kp_source_column *column = kp_sources_column(source, kp_answers_part_name(method, role));
  return column != NULL && column->column < 0;
}

static bool has_wave(const kp_answers_grid *grid, const kp_answers_map *map,
                     const kp_answers_name *wave) {
  bool parted = map->column[KP_ANSWERS_PART(KP_ROLE_ANSWER_WAVE)] >= 0 ||
                map->column[KP_ANSWERS_PART(KP_ROLE_ANSWER_DATE)] >= 0;
  for (int row = map->header + 1; parted && row <= map->last; row++)
    if (kp_answers_in_wave(grid, map, wave, row))
      return true;
  return false;
}

static void add_rows(const kp_answers_grid *grid, const kp_answers_map *map,
                     const kp_answers_name *wave, kp_measure_scores *scores) {
  const int column = map->column[KP_ANSWERS_PART(KP_ROLE_ANSWER_SCORE)];
  scores->readable = column >= 0;
  for (int row = map->header + 1; column >= 0 && row <= map->last; row++) {
    const kp_answers_cell *cell = kp_answers_at(grid, column, row);
    if (kp_answers_in_wave(grid, map, wave, row))
      kp_measure_scores_add(scores, cell->kind == KP_ANSWERS_NUMBER, cell->number);
  }
}

/* Reads the wave out of one source; false when its answers are not there. */
static bool read_one(const kp_measure_input *in, const kp_source *source, const char *id,
                     const char *title, size_t row, kp_measure_scores *scores) {
  const kp_method_table *table = kp_method_role_table(in->method, KP_ROLE_WAVE);
  const char *known = name_in(source, id, title);
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_answers_grid grid;
  kp_answers_map map;
  bool whole = source->wave[0] != '\0';
  char *name = kp_text_copy(known != NULL ? known : title);
  kp_answers_name wave = {.text = name, .first = whole ? 0 : -1};
  wave.first_day = day_of(in, table, KP_ROLE_START, row);
  wave.last_day = day_of(in, table, KP_ROLE_END, row);
  if (isnan(wave.last_day))
    wave.last_day = INFINITY;
  bool found = name != NULL && !source->gone && (known != NULL || !whole) &&
               kp_answers_read_sheet(&ignored, in->model, source->sheet, &grid);
  if (found) {
    found = kp_answers_map_of(in->method, source, &grid, &map) &&
            (known != NULL || has_wave(&grid, &map, &wave));
    bool lost = kp_answers_is_lost(in->method, source, KP_ROLE_ANSWER_SCORE) ||
                (!whole && kp_answers_is_lost(in->method, source, KP_ROLE_ANSWER_WAVE));
    if (found && !lost) /* else people are asked: nothing is guessed */
      add_rows(&grid, &map, &wave, scores);
    kp_answers_grid_free(&grid);
  }
  free(name);
  return found;
}

bool kp_answers_read_wave(const kp_measure_input *in, const char *id, const char *title, size_t row,
                          kp_measure_scores *scores) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_sources sources;
  bool found = false;
  if (kp_sources_read(&ignored, in->model, &sources)) {
    /* The ones that know it before those that may have it. */
    for (int known = 1; known >= 0 && !found; known--)
      for (size_t i = 0; !found && i < sources.count; i++)
        if ((name_in(&sources.list[i], id, title) != NULL) == (known == 1))
          found = read_one(in, &sources.list[i], id, title, row, scores);
  }
  kp_sources_clear(&sources);
  return found;
}
