/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answer sheets, as far as the check over the whole workbook goes. */
#include "cells.h"
#include "check.h"
#include "sources.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct telling {
  const kp_document *document;
  kp_check *check;
} telling;

static bool tell(kp_uno_error *error, const telling *to, const kp_source *source, int32_t column,
                 kp_text text, const char *first, const char *second) {
  char cell[24] = "";
  char *message = kp_text_fill(text, to->document->language, first, second);
  if (column >= 0 && source->header >= 0) {
    char letters[8];
    kp_cells_column_name(column, letters);
    snprintf(cell, sizeof cell, "%s%d", letters, (int)source->header + 1);
  }
  kp_check_item item = {
      .sheet = source->gone ? NULL : source->sheet, .cell = cell, .message = message};
  bool good = message != NULL ? kp_check_add(error, to->check, &item) : kp_uno_error_memory(error);
  free(message);
  return good;
}

static bool check_columns(kp_uno_error *error, const telling *to, const kp_source *source) {
  bool good = true;
  for (size_t i = 0; good && i < source->count; i++) {
    const kp_source_column *column = &source->columns[i];
    if (column->column < 0)
      good = tell(error, to, source, -1, KP_TEXT_SOURCE_LOST, column->header, NULL);
    else if (column->twice)
      good = tell(error, to, source, column->column, KP_TEXT_SOURCE_TWICE, column->header, NULL);
  }
  return good;
}

/* The name under which a source has a measurement. */
static const char *name_at(const kp_source *source, size_t i) {
  if (i < source->wave_count)
    return source->waves[i].name;
  return i == source->wave_count ? source->wave : NULL;
}

/* A measurement of one source that another has, too. */
static bool check_waves(kp_uno_error *error, const telling *to, const kp_source *source,
                        const kp_source *earlier) {
  for (size_t i = 0; name_at(source, i) != NULL; i++)
    for (size_t k = 0; name_at(source, i)[0] != '\0' && name_at(earlier, k) != NULL; k++)
      if (kp_fold_same(name_at(source, i), name_at(earlier, k)))
        return tell(error, to, source, -1, KP_TEXT_SOURCE_SAME_WAVE, name_at(source, i),
                    earlier->sheet);
  return true;
}

bool kp_check_sources(kp_uno_error *error, const kp_document *document, const kp_registry *registry,
                      kp_check *check) {
  const telling to = {document, check};
  kp_sources sources;
  bool good = kp_sources_of(error, document->model, registry, &sources);
  for (size_t i = 0; good && i < sources.count; i++) {
    const kp_source *source = &sources.list[i];
    good = source->gone ? tell(error, &to, source, -1, KP_TEXT_SOURCE_GONE, source->sheet, NULL)
                        : check_columns(error, &to, source);
    for (size_t k = 0; good && !source->gone && k < i; k++)
      good = sources.list[k].gone || check_waves(error, &to, source, &sources.list[k]);
  }
  kp_sources_clear(&sources);
  return good;
}
