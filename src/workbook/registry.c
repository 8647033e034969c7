/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hidden sheet of settings, tables and columns. */
#include "registry.h"

#include "block.h"
#include "cells.h"
#include "format.h"
#include "strings.h"
#include "transaction.h"

#include <stdlib.h>
#include <string.h>

enum { KIND, KEY, VALUE, COLUMNS, PLACE = COLUMNS };

void kp_registry_clear(kp_registry *registry) {
  for (size_t i = 0; i < registry->count; i++) {
    free(registry->rows[i].kind);
    free(registry->rows[i].key);
    free(registry->rows[i].value);
    free(registry->rows[i].place);
  }
  free(registry->rows);
  *registry = (kp_registry){NULL, 0};
}

const char *kp_registry_get(const kp_registry *registry, const char *kind, const char *key) {
  for (size_t i = 0; i < registry->count; i++)
    if (strcmp(registry->rows[i].kind, kind) == 0 && strcmp(registry->rows[i].key, key) == 0)
      return registry->rows[i].value;
  return NULL;
}

bool kp_registry_practice(const kp_registry *registry, const char *key) {
  const char *list = kp_registry_get(registry, KP_REGISTRY_WORKBOOK, "practices");
  size_t length = strlen(key);
  if (list == NULL)
    return true;
  for (const char *at = list; *at != '\0';) {
    size_t size = strcspn(at, ",");
    if (size == length && strncmp(at, key, length) == 0)
      return true;
    at += size + (at[size] == ',');
  }
  return false;
}

bool kp_registry_sheet(kp_uno_error *error, uno_Interface *model, uno_Interface **sheet) {
  uno_Interface *sheets = NULL;
  bool has = false;
  bool good = kp_cells_sheets(error, model, &sheets) &&
              kp_cells_has_name(error, sheets, KP_REGISTRY_SHEET, &has) &&
              (!has || kp_cells_by_name(error, sheets, KP_REGISTRY_SHEET, sheet));
  kp_uno_release(sheets);
  return good;
}

bool kp_registry_foreign(const kp_registry *registry) {
  const char *layout = kp_registry_get(registry, KP_REGISTRY_WORKBOOK, "schema");
  return layout != NULL && strcmp(layout, KP_REGISTRY_LAYOUT) != 0;
}

/* ------------------------------------------------------------------------------------- places */

/* Copies the name of a sheet up to the point behind it: "'Jan''s list'." or "Actions.". NULL when
 * it is none. */
static const char *take_sheet(const char *at, char *into) {
  bool quoted = *at == '\'';
  at += quoted;
  while (*at != '\0' && (quoted || *at != '.')) {
    if (quoted && *at == '\'' && *++at != '\'')
      break;
    *into++ = *at++;
  }
  *into = '\0';
  return *at == '.' ? at + 1 : NULL;
}

bool kp_registry_read_place(const char *formula, kp_registry_place *place) {
  *place = (kp_registry_place){.column = -1, .row = -1};
  if (formula == NULL || strncmp(formula, "=$", 2) != 0 || strncmp(formula, "=$#", 3) == 0)
    return false;
  place->sheet = malloc(strlen(formula) + 1);
  const char *at = place->sheet != NULL ? take_sheet(formula + 2, place->sheet) : NULL;
  if (at == NULL || *at++ != '$') {
    free(place->sheet);
    place->sheet = NULL;
    return false;
  }
  char letters[8] = "";
  size_t length = strcspn(at, "$");
  if (length < sizeof letters)
    memcpy(letters, at, length);
  place->column = kp_cells_column_number(letters); /* "#REF!" is none */
  if (at[length] == '$') {
    char *end = NULL;
    long row = strtol(at + length + 1, &end, 10);
    if (end != at + length + 1 && *end == '\0' && row >= 1 && row <= INT32_MAX)
      place->row = (int32_t)row - 1;
  }
  return true;
}

/* -------------------------------------------------------------------------------------- reading */

static bool copy_text(const uno_Sequence *line, int32_t column, char **text) {
  if (column < line->nElements &&
      kp_uno_any_get_string(&KP_UNO_ELEMENTS(const uno_Any, line)[column], text))
    return true;
  *text = calloc(1, 1);
  return *text != NULL;
}

static bool copy_place(const uno_Sequence *places, int32_t row, char **text) {
  const uno_Sequence *line = places != NULL && row < places->nElements
                                 ? KP_UNO_ELEMENTS(uno_Sequence *const, places)[row]
                                 : NULL;
  *text = line != NULL && line->nElements > 0
              ? kp_uno_string_utf8(KP_UNO_ELEMENTS(rtl_uString *const, line)[0])
              : calloc(1, 1);
  return *text != NULL;
}

static bool read_rows(kp_uno_error *error, const uno_Sequence *data, const uno_Sequence *places,
                      kp_registry *registry) {
  size_t size = (size_t)data->nElements;
  registry->rows = calloc(size > 0 ? size : 1, sizeof *registry->rows);
  if (registry->rows == NULL)
    return kp_uno_error_memory(error);
  for (size_t i = 0; i < size; i++) {
    const uno_Sequence *line = KP_UNO_ELEMENTS(uno_Sequence *const, data)[i];
    kp_registry_row *row = &registry->rows[registry->count++];
    if (!copy_text(line, KIND, &row->kind) || !copy_text(line, KEY, &row->key) ||
        !copy_text(line, VALUE, &row->value) || !copy_place(places, (int32_t)i, &row->place))
      return kp_uno_error_memory(error); /* the row is cleared with the others */
  }
  return true;
}

/* Reads at most so many rows. */
static bool read_most(kp_uno_error *error, uno_Interface *sheet, int32_t most,
                      kp_registry *registry) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.sheet.XCellRangeFormula::getFormulaArray");
  uno_Interface *range = NULL;
  uno_Sequence *data = NULL;
  uno_Sequence *places = NULL;
  int32_t column = 0;
  int32_t row = 0;
  *registry = (kp_registry){NULL, 0};
  if (sheet == NULL)
    return true;
  bool good = kp_cells_used(error, sheet, &column, &row);
  int32_t last = row < most ? row : most - 1;
  good = good && kp_cells_data(error, sheet, 0, 0, COLUMNS - 1, last, &data) &&
         (column < PLACE || (kp_cells_range(error, sheet, PLACE, 0, PLACE, last, &range) &&
                             kp_uno_call(error, range, &get, &places))) &&
         read_rows(error, data, places, registry);
  kp_uno_sequence_free(places, "[][]string");
  kp_uno_sequence_free(data, "[][]any");
  kp_uno_release(range);
  return good;
}

static bool read_of(kp_uno_error *error, uno_Interface *model, int32_t most,
                    kp_registry *registry) {
  uno_Interface *sheet = NULL;
  *registry = (kp_registry){NULL, 0};
  bool good = kp_registry_sheet(error, model, &sheet) && read_most(error, sheet, most, registry);
  kp_uno_release(sheet);
  return good;
}

bool kp_registry_read(kp_uno_error *error, uno_Interface *model, kp_registry *registry) {
  return read_of(error, model, INT32_MAX, registry);
}

bool kp_registry_read_sheet(kp_uno_error *error, uno_Interface *sheet, kp_registry *registry) {
  return read_most(error, sheet, INT32_MAX, registry);
}

bool kp_registry_read_head(kp_uno_error *error, uno_Interface *model, kp_registry *registry) {
  enum { HEAD = 8 };
  return read_of(error, model, HEAD, registry);
}

static bool fill_sheet(kp_uno_error *error, uno_Interface *model, uno_Interface *sheet) {
  uno_Interface *range = NULL;
  int32_t text_format = 0;
  enum { LAST_FORMATTED_ROW = 999 };
  bool good = kp_format_key(error, model, "@", &text_format) &&
              kp_cells_range(error, sheet, 0, 0, COLUMNS - 1, LAST_FORMATTED_ROW, &range) &&
              kp_uno_property_set_long(error, range, "NumberFormat", text_format) &&
              kp_uno_property_set_bool(error, sheet, "IsVisible", false);
  kp_uno_release(range);
  return good;
}

bool kp_registry_create(kp_uno_error *error, uno_Interface *model) {
  uno_Interface *sheet = NULL;
  bool good = kp_registry_sheet(error, model, &sheet);
  if (good && sheet == NULL)
    good = kp_block_insert_sheet(error, model, KP_REGISTRY_SHEET, &sheet) &&
           fill_sheet(error, model, sheet);
  kp_uno_release(sheet);
  return good;
}

static bool push(kp_uno_error *error, kp_registry *registry, const char *const texts[4]) {
  kp_registry_row *more = realloc(registry->rows, (registry->count + 1) * sizeof *more);
  if (more == NULL)
    return kp_uno_error_memory(error);
  registry->rows = more;
  kp_registry_row *row = &more[registry->count++];
  *row = (kp_registry_row){.kind = kp_strings_join(error, texts[KIND], NULL, NULL),
                           .key = kp_strings_join(error, texts[KEY], NULL, NULL),
                           .value = kp_strings_join(error, texts[VALUE], NULL, NULL),
                           .place = kp_strings_join(error, texts[PLACE], NULL, NULL)};
  if (row->kind != NULL && row->key != NULL && row->value != NULL && row->place != NULL)
    return true;
  registry->count--;
  free(row->kind);
  free(row->key);
  free(row->value);
  free(row->place);
  return kp_uno_error_memory(error);
}

bool kp_registry_push(kp_uno_error *error, kp_registry *registry, const char *kind, const char *key,
                      const char *value) {
  return push(error, registry, (const char *const[]){kind, key, value, ""});
}

bool kp_registry_push_place(kp_uno_error *error, kp_registry *registry, const char *kind,
                            const char *key, const char *value, const char *place) {
  return push(error, registry, (const char *const[]){kind, key, value, place});
}

bool kp_registry_push_column(kp_uno_error *error, kp_registry *registry, const char *key,
                             const char *header, const char *place) {
  return push(error, registry, (const char *const[]){KP_REGISTRY_COLUMN, key, header, place});
}

/* The formulas of the rows that are written at `top`, with one call. */
static bool write_places(kp_uno_error *error, uno_Interface *sheet, int32_t top,
                         const kp_registry *registry) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.sheet.XCellRangeFormula::setFormulaArray");
  uno_Interface *range = NULL;
  uno_Sequence *formulas = kp_uno_sequence_new("[][]string", registry->count);
  bool good = formulas != NULL;
  if (formulas == NULL)
    kp_uno_error_memory(error);
  for (size_t i = 0; good && i < registry->count; i++) {
    uno_Sequence **line = &KP_UNO_ELEMENTS(uno_Sequence *, formulas)[i];
    uno_Sequence *fresh = kp_uno_sequence_new("[]string", 1);
    good = fresh != NULL ? kp_uno_string_assign(KP_UNO_ELEMENTS(rtl_uString *, fresh),
                                                registry->rows[i].place, error)
                         : kp_uno_error_memory(error);
    if (fresh != NULL) {
      kp_uno_sequence_free(*line, "[]string");
      *line = fresh;
    }
  }
  good =
      good &&
      kp_cells_range(error, sheet, PLACE, top, PLACE, top + (int32_t)registry->count - 1, &range) &&
      kp_uno_call(error, range, &set, NULL, formulas);
  kp_uno_release(range);
  kp_uno_sequence_free(formulas, "[][]string");
  return good;
}

bool kp_registry_append(kp_uno_error *error, uno_Interface *model, const kp_registry *registry) {
  kp_registry before;
  uno_Interface *sheet = NULL;
  const char **texts = calloc(registry->count * COLUMNS + 1, sizeof *texts);
  bool good = kp_registry_read(error, model, &before) && kp_registry_sheet(error, model, &sheet) &&
              (sheet != NULL ||
               kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "no sheet %s", KP_REGISTRY_SHEET));
  if (texts == NULL)
    good = kp_uno_error_memory(error);
  if (good && texts != NULL && registry->count > 0) {
    for (size_t i = 0; i < registry->count; i++) {
      texts[i * COLUMNS + KIND] = registry->rows[i].kind;
      texts[i * COLUMNS + KEY] = registry->rows[i].key;
      texts[i * COLUMNS + VALUE] = registry->rows[i].value;
    }
    bool empty = before.count == 1 && before.rows[0].kind[0] == '\0';
    int32_t top = empty ? 0 : (int32_t)before.count;
    good = kp_block_write(error, sheet, 0, top, COLUMNS, (int32_t)registry->count, texts) &&
           write_places(error, sheet, top, registry);
  }
  free(texts);
  kp_uno_release(sheet);
  kp_registry_clear(&before);
  return good;
}

/* The row of a key, or the one behind all that hold something. */
static int32_t find_row(const kp_registry *registry, const char *kind, const char *key,
                        bool *found) {
  size_t row = 0;
  *found = true;
  for (size_t i = 0; i < registry->count; i++) {
    const kp_registry_row *at = &registry->rows[i];
    if (strcmp(at->kind, kind) == 0 && strcmp(at->key, key) == 0)
      return (int32_t)i;
    if (at->kind[0] != '\0')
      row = i + 1;
  }
  *found = false;
  return (int32_t)row;
}

/* The row is known by its key, as a row of a table by its ID. */
static bool set_row(kp_uno_error *error, uno_Interface *sheet, int32_t row, bool found,
                    const char *const texts[COLUMNS], kp_transaction *transaction) {
  const kp_grid keys = {.sheet = sheet, .id = KEY};
  kp_track *line = NULL;
  bool good = found ? kp_transaction_line(error, transaction, &keys, texts[KEY], row, &line)
                    : kp_transaction_insert(error, transaction, &keys, texts[KEY], row, &line);
  return good && (found || kp_transaction_text(error, transaction, line, KIND, texts[KIND])) &&
         kp_transaction_text(error, transaction, line, VALUE, texts[VALUE]);
}

bool kp_registry_change(kp_uno_error *error, uno_Interface *model, const char *kind,
                        const char *key, const char *value, kp_transaction *transaction) {
  const char *const texts[COLUMNS] = {[KIND] = kind, [KEY] = key, [VALUE] = value};
  uno_Interface *sheet = NULL;
  kp_registry registry;
  bool found = false;
  bool good = kp_registry_read(error, model, &registry) &&
              kp_registry_sheet(error, model, &sheet) &&
              (sheet != NULL ||
               kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "no sheet %s", KP_REGISTRY_SHEET));
  int32_t row = good ? find_row(&registry, kind, key, &found) : 0;
  good = good && set_row(error, sheet, row, found, texts, transaction);
  kp_uno_release(sheet);
  kp_registry_clear(&registry);
  return good;
}

bool kp_registry_set(kp_uno_error *error, uno_Interface *model, const char *kind, const char *key,
                     const char *value) {
  uno_Interface *sheet = NULL;
  kp_registry registry;
  bool found = false;
  bool good = kp_registry_read(error, model, &registry) &&
              kp_registry_sheet(error, model, &sheet) &&
              (sheet != NULL ||
               kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "no sheet %s", KP_REGISTRY_SHEET));
  if (good) {
    int32_t row = find_row(&registry, kind, key, &found);
    if (!found)
      good = kp_cells_insert_rows(error, sheet, row, 1) &&
             kp_cells_set_text(error, sheet, KIND, row, kind) &&
             kp_cells_set_text(error, sheet, KEY, row, key);
    good = good && kp_cells_set_text(error, sheet, VALUE, row, value);
  }
  kp_uno_release(sheet);
  kp_registry_clear(&registry);
  return good;
}

bool kp_registry_set_place(kp_uno_error *error, uno_Interface *model, const char *key,
                           const char *place) {
  uno_Interface *sheet = NULL;
  kp_registry registry;
  bool found = false;
  bool good = kp_registry_read(error, model, &registry) && kp_registry_sheet(error, model, &sheet);
  int32_t row = good ? find_row(&registry, KP_REGISTRY_COLUMN, key, &found) : 0;
  if (good && found && sheet != NULL)
    good = kp_cells_set_formula(error, sheet, PLACE, row, place);
  kp_uno_release(sheet);
  kp_registry_clear(&registry);
  return good;
}
