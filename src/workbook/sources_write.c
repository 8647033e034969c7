/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A source as rows of the hidden sheet, and as names for formulas. */
#include "sources.h"

#include "block.h"
#include "cells.h"
#include "strings.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The sheet of a choice, acquired. */
static bool sheet_of(kp_uno_error *error, const kp_document *document, const char *name,
                     uno_Interface **sheet) {
  uno_Interface *sheets = NULL;
  bool good = kp_cells_sheets(error, document->model, &sheets) &&
              kp_cells_by_name(error, sheets, name, sheet);
  kp_uno_release(sheets);
  return good;
}

/* --------------------------------------------------------------------------------- the rows */

typedef struct writing {
  kp_registry rows; /* as they are to be */
  char *reference;  /* of the sheet, "$'Answers'" */
  const char *key;
} writing;

/* "=$'Answers'.$C$1", malloc'ed. */
static char *place_of(const writing *self, int32_t column, int32_t row) {
  char name[8];
  size_t size = strlen(self->reference) + 40;
  char *text = malloc(size);
  kp_cells_column_name(column, name);
  if (text != NULL)
    snprintf(text, size, "=%s.$%s$%d", self->reference, name, (int)row + 1);
  return text;
}

static bool push(kp_uno_error *error, writing *self, const char *what, const char *more,
                 const char *value, const char *place) {
  char *tail = kp_strings_join(error, ".", what, more);
  char *key = tail != NULL ? kp_strings_join(error, self->key, tail, NULL) : NULL;
  bool good = key != NULL && kp_registry_push_place(error, &self->rows, KP_SOURCES_KIND, key, value,
                                                    place != NULL ? place : "");
  free(key);
  free(tail);
  return good;
}

static bool push_all(kp_uno_error *error, writing *self, const kp_source_choice *choice) {
  char scale[32];
  char *place = place_of(self, choice->first, choice->header);
  snprintf(scale, sizeof scale, "%d %d", choice->least, choice->most);
  bool good = (place != NULL || kp_uno_error_memory(error)) &&
              push(error, self, "sheet", NULL, choice->sheet, place) &&
              push(error, self, "scale", NULL, scale, NULL) &&
              push(error, self, "wave", NULL,
                   choice->whole && choice->wave_count > 0 ? choice->waves[0].name : "", NULL);
  free(place);
  for (size_t i = 0; good && i < choice->count; i++) {
    place = place_of(self, choice->parts[i].column, choice->header);
    good = (place != NULL || kp_uno_error_memory(error)) &&
           push(error, self, "column.", choice->parts[i].part, choice->parts[i].header, place);
    free(place);
  }
  return good;
}

/* The row of the registry, or -1. */
static int32_t row_of(const kp_registry *registry, const char *key) {
  for (size_t i = 0; i < registry->count; i++)
    if (strcmp(registry->rows[i].kind, KP_SOURCES_KIND) == 0 &&
        strcmp(registry->rows[i].key, key) == 0)
      return (int32_t)i;
  return -1;
}

static bool rewrite(kp_uno_error *error, uno_Interface *sheet, int32_t row, const char *value,
                    const char *place) {
  return kp_cells_set_text(error, sheet, 2, row, value) &&
         (place[0] != '\0' ? kp_cells_set_formula(error, sheet, 3, row, place)
                           : kp_cells_set_text(error, sheet, 3, row, ""));
}

/* What the source had and has no more, such as a driver that was left out. */
static bool clear_old(kp_uno_error *error, uno_Interface *sheet, const kp_registry *before,
                      const writing *self) {
  size_t length = strlen(self->key);
  for (size_t i = 0; i < before->count; i++) {
    const kp_registry_row *row = &before->rows[i];
    if (strcmp(row->kind, KP_SOURCES_KIND) == 0 && strncmp(row->key, self->key, length) == 0 &&
        strncmp(row->key + length, ".column.", 8) == 0 && row_of(&self->rows, row->key) < 0 &&
        !rewrite(error, sheet, (int32_t)i, "", ""))
      return false;
  }
  return true;
}

static bool write_rows(kp_uno_error *error, uno_Interface *model, const kp_registry *before,
                       const writing *self) {
  uno_Interface *sheet = NULL;
  kp_registry fresh = {NULL, 0};
  bool good = kp_registry_sheet(error, model, &sheet) && sheet != NULL &&
              clear_old(error, sheet, before, self);
  for (size_t i = 0; good && i < self->rows.count; i++) {
    const kp_registry_row *row = &self->rows.rows[i];
    int32_t at = row_of(before, row->key);
    good = at >= 0
               ? rewrite(error, sheet, at, row->value, row->place)
               : kp_registry_push_place(error, &fresh, row->kind, row->key, row->value, row->place);
  }
  good = good && kp_registry_append(error, model, &fresh);
  kp_registry_clear(&fresh);
  kp_uno_release(sheet);
  return good;
}

/* The source that this sheet has already, or the next number. */
static bool key_of(kp_uno_error *error, const kp_document *document, const kp_registry *before,
                   const char *sheet, char key[16]) {
  kp_sources sources;
  bool good = kp_sources_of(error, document->model, before, &sources);
  const kp_source *same = good ? kp_sources_on(&sources, sheet) : NULL;
  long next = 1;
  for (size_t i = 0; i < sources.count; i++) {
    long number = strtol(sources.list[i].key, NULL, 10);
    next = number >= next ? number + 1 : next;
  }
  snprintf(key, 16, "%ld", same != NULL ? strtol(same->key, NULL, 10) : next);
  kp_sources_clear(&sources);
  return good;
}

bool kp_sources_write(kp_uno_error *error, const kp_document *document,
                      const kp_source_choice *choice, char key[16]) {
  writing self = {.key = key};
  kp_registry before;
  uno_Interface *sheet = NULL;
  bool good = kp_registry_read(error, document->model, &before) &&
              key_of(error, document, &before, choice->sheet, key) &&
              sheet_of(error, document, choice->sheet, &sheet) &&
              kp_block_sheet_reference(error, sheet, &self.reference) &&
              push_all(error, &self, choice) && write_rows(error, document->model, &before, &self);
  kp_registry_clear(&self.rows);
  kp_registry_clear(&before);
  free(self.reference);
  kp_uno_release(sheet);
  return good;
}

/* -------------------------------------------------------------------------------- the names */

/* "Survey_Score"; of a second source "Survey2_Score". */
static void name_of(const char *key, const char *part, bool capital, char name[64]) {
  snprintf(name, 64, "Survey%s_%.40s", strcmp(key, "1") == 0 ? "" : key, part);
  char *first = strchr(name, '_') + 1;
  if (capital)
    *first = (char)toupper((unsigned char)*first);
}

/* A name is replaced only when it is ours or free: its sheet may be another one now. */
static bool put_name(kp_uno_error *error, uno_Interface *names, const char *name,
                     const char *content, const kp_uno_cell_address *origin) {
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.sheet.XNamedRanges::addNewByName");
  static kp_uno_method remove = KP_UNO_METHOD("com.sun.star.sheet.XNamedRanges::removeByName");
  bool has = false;
  return kp_cells_has_name(error, names, name, &has) &&
         (!has || kp_uno_call(error, names, &remove, NULL, name)) &&
         kp_uno_call(error, names, &add, NULL, name, content, origin, 0);
}

static bool put_column(kp_uno_error *error, uno_Interface *names, const char *reference,
                       const kp_source_choice *choice, const char *key, size_t i,
                       const kp_uno_cell_address *origin) {
  char name[64];
  char last[64];
  char column[8];
  size_t size = 2 * strlen(reference) + 160;
  char *content = malloc(size);
  if (content == NULL)
    return kp_uno_error_memory(error);
  name_of(key, choice->parts[i].part, true, name);
  name_of(key, "last", false, last);
  kp_cells_column_name(choice->parts[i].column, column);
  /* It ends with the last answer, also of those that are typed below later. */
  snprintf(content, size, "%s.$%s$%d:INDEX(%s.$%s:$%s;%s)", reference, column,
           (int)choice->header + 2, reference, column, column, last);
  bool good = put_name(error, names, name, content, origin);
  free(content);
  return good;
}

bool kp_sources_name(kp_uno_error *error, const kp_document *document,
                     const kp_source_choice *choice, const char *key) {
  kp_uno_cell_range_address where = {0};
  uno_Interface *sheet = NULL;
  uno_Interface *names = NULL;
  char *reference = NULL;
  char name[64];
  char column[8];
  bool good = sheet_of(error, document, choice->sheet, &sheet) &&
              kp_cells_address(error, sheet, &where) &&
              kp_block_sheet_reference(error, sheet, &reference) &&
              kp_uno_property_get_interface(error, document->model, "NamedRanges", &names);
  kp_uno_cell_address origin = {where.sheet, 0, 0};
  size_t size = good ? strlen(reference) + 80 : 0;
  char *content = good ? malloc(size) : NULL;
  good = good && (content != NULL || kp_uno_error_memory(error));
  if (good) {
    kp_cells_column_name(choice->tail, column);
    name_of(key, "last", false, name);
    snprintf(content, size, "MATCH(9E+307;%s.$%s:$%s)", reference, column, column);
    good = put_name(error, names, name, content, &origin);
  }
  for (size_t i = 0; good && i < choice->count; i++)
    good = put_column(error, names, reference, choice, key, i, &origin);
  free(content);
  free(reference);
  kp_uno_release(names);
  kp_uno_release(sheet);
  return good;
}
