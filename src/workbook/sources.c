/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sources as the hidden sheet has them, and where their columns are now.
 *
 * Rows of the kind "source": "1.sheet" → name, with the place of the table's first header;
 * "1.scale" → "0 10"; "1.wave" → measurement of the whole sheet; "1.wave.M-7K3Q2" → its name in the
 * source; "1.column.score" → header, with its place. Stored in users' files: never change. */
#include "sources.h"

#include "cells.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void kp_sources_clear(kp_sources *sources) {
  for (size_t i = 0; i < sources->count; i++) {
    kp_source *source = &sources->list[i];
    for (size_t k = 0; k < source->count; k++) {
      free(source->columns[k].part);
      free(source->columns[k].header);
    }
    for (size_t k = 0; k < source->wave_count; k++) {
      free(source->waves[k].id);
      free(source->waves[k].name);
    }
    free(source->columns);
    free(source->waves);
    free(source->key);
    free(source->sheet);
    free(source->wave);
  }
  free(sources->list);
  *sources = (kp_sources){NULL, 0};
}

const kp_source_column *kp_sources_column(const kp_source *source, const char *part) {
  for (size_t i = 0; i < source->count; i++)
    if (strcmp(source->columns[i].part, part) == 0)
      return &source->columns[i];
  return NULL;
}

const kp_source *kp_sources_on(const kp_sources *sources, const char *sheet) {
  for (size_t i = 0; i < sources->count; i++)
    if (!sources->list[i].gone && kp_fold_same(sources->list[i].sheet, sheet))
      return &sources->list[i];
  return NULL;
}

/* --------------------------------------------------------------------------- reading the rows */

static kp_source *source_of(kp_uno_error *error, kp_sources *sources, const char *key,
                            size_t length) {
  for (size_t i = 0; i < sources->count; i++)
    if (strlen(sources->list[i].key) == length && strncmp(sources->list[i].key, key, length) == 0)
      return &sources->list[i];
  kp_source *more = realloc(sources->list, (sources->count + 1) * sizeof *more);
  if (more != NULL)
    sources->list = more;
  char *copy = more != NULL ? strndup(key, length) : NULL;
  char *sheet = kp_text_copy("");
  char *wave = kp_text_copy("");
  if (copy == NULL || sheet == NULL || wave == NULL) {
    free(copy);
    free(sheet);
    free(wave);
    kp_uno_error_memory(error);
    return NULL;
  }
  more[sources->count] = (kp_source){
      .key = copy, .sheet = sheet, .wave = wave, .gone = true, .header = -1, .most = 10};
  return &more[sources->count++];
}

static bool take_text(kp_uno_error *error, char **into, const char *text) {
  char *copy = kp_text_copy(text);
  if (copy == NULL)
    return kp_uno_error_memory(error);
  free(*into);
  *into = copy;
  return true;
}

static bool add_wave(kp_uno_error *error, kp_source *source, const char *id, const char *name) {
  kp_source_wave *more = realloc(source->waves, (source->wave_count + 1) * sizeof *more);
  if (more == NULL)
    return kp_uno_error_memory(error);
  source->waves = more;
  kp_source_wave *wave = &more[source->wave_count++];
  *wave = (kp_source_wave){kp_text_copy(id), kp_text_copy(name)};
  return (wave->id != NULL && wave->name != NULL) || kp_uno_error_memory(error);
}

static bool add_column(kp_uno_error *error, kp_source *source, const char *part,
                       const kp_registry_row *row) {
  kp_source_column *more = realloc(source->columns, (source->count + 1) * sizeof *more);
  if (more == NULL)
    return kp_uno_error_memory(error);
  source->columns = more;
  kp_source_column *column = &more[source->count++];
  kp_registry_place place = {NULL, -1, -1};
  *column = (kp_source_column){
      .part = kp_text_copy(part), .header = kp_text_copy(row->value), .column = -1};
  if (kp_registry_read_place(row->place, &place))
    column->column = place.column;
  free(place.sheet);
  return (column->part != NULL && column->header != NULL) || kp_uno_error_memory(error);
}

/* Rows without a place and a value were taken back by a later choice. */
static bool take_row(kp_uno_error *error, kp_sources *sources, const kp_registry_row *row) {
  const char *dot = strchr(row->key, '.');
  if (dot == NULL || (row->value[0] == '\0' && row->place[0] == '\0'))
    return true;
  kp_source *source = source_of(error, sources, row->key, (size_t)(dot - row->key));
  if (source == NULL)
    return false;
  const char *what = dot + 1;
  if (strcmp(what, "sheet") == 0) {
    kp_registry_place place = {NULL, -1, -1};
    bool there = kp_registry_read_place(row->place, &place);
    bool good = take_text(error, &source->sheet, there ? place.sheet : row->value);
    source->gone = !there;
    source->header = there ? place.row : -1;
    free(place.sheet);
    return good;
  }
  if (strcmp(what, "scale") == 0) {
    int least = 0;
    int most = 0;
    if (sscanf(row->value, "%d %d", &least, &most) == 2 && least < most) {
      source->least = least;
      source->most = most;
    }
    return true;
  }
  if (strcmp(what, "wave") == 0)
    return take_text(error, &source->wave, row->value);
  if (strncmp(what, "wave.", 5) == 0)
    return add_wave(error, source, what + 5, row->value);
  return strncmp(what, "column.", 7) != 0 || add_column(error, source, what + 7, row);
}

/* ------------------------------------------------------------------- where the columns are now */

static bool has_header(const uno_Sequence *cells, int32_t column, const char *header) {
  const uno_Any *cell = kp_rows_cell(cells, 0, column);
  char *text = NULL;
  bool same = cell != NULL && kp_uno_any_get_string(cell, &text) && kp_fold_same(text, header);
  free(text);
  return same;
}

/* By header and place: the place holds when the header stands there, or stands nowhere; else the
 * one column with that header; else people are asked. */
static void settle(kp_source_column *column, const uno_Sequence *cells, int32_t width) {
  int32_t found = -1;
  int count = 0;
  for (int32_t i = 0; column->header[0] != '\0' && i < width; i++)
    if (has_header(cells, i, column->header)) {
      found = i;
      count++;
    }
  column->twice = count > 1;
  if (column->column >= 0 && (count == 0 || has_header(cells, column->column, column->header)))
    return;
  column->column = count == 1 ? found : -1;
}

static bool settle_all(kp_uno_error *error, uno_Interface *sheets, kp_source *source) {
  uno_Interface *sheet = NULL;
  uno_Sequence *cells = NULL;
  int32_t right = 0;
  int32_t bottom = 0;
  bool has = false;
  if (source->gone)
    return true;
  bool good = kp_cells_has_name(error, sheets, source->sheet, &has);
  source->gone = good && !has;
  if (good && has && source->header >= 0) {
    good = kp_cells_by_name(error, sheets, source->sheet, &sheet) &&
           kp_cells_used(error, sheet, &right, &bottom) &&
           kp_cells_data(error, sheet, 0, source->header, right, source->header, &cells);
    for (size_t i = 0; good && i < source->count; i++)
      settle(&source->columns[i], cells, right + 1);
  }
  kp_uno_sequence_free(cells, "[][]any");
  kp_uno_release(sheet);
  return good;
}

bool kp_sources_of(kp_uno_error *error, uno_Interface *model, const kp_registry *registry,
                   kp_sources *sources) {
  uno_Interface *sheets = NULL;
  bool good = true;
  *sources = (kp_sources){NULL, 0};
  for (size_t i = 0; good && i < registry->count; i++)
    good = strcmp(registry->rows[i].kind, KP_SOURCES_KIND) != 0 ||
           take_row(error, sources, &registry->rows[i]);
  good = good && (sources->count == 0 || kp_cells_sheets(error, model, &sheets));
  for (size_t i = 0; good && i < sources->count; i++)
    good = settle_all(error, sheets, &sources->list[i]);
  kp_uno_release(sheets);
  return good;
}

bool kp_sources_read(kp_uno_error *error, uno_Interface *model, kp_sources *sources) {
  kp_registry registry;
  *sources = (kp_sources){NULL, 0};
  bool good =
      kp_registry_read(error, model, &registry) && kp_sources_of(error, model, &registry, sources);
  kp_registry_clear(&registry);
  return good;
}
