/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formulas taken apart, and put together with the addresses of a workbook. */
#include "formula.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KEY = 48 };

/* Up to two keys with a point between, between brackets. False when they do not fit. */
static bool read_keys(const char *text, size_t length, char first[KEY], char second[KEY]) {
  const char *dot = memchr(text, '.', length);
  size_t size = dot != NULL ? (size_t)(dot - text) : length;
  size_t rest = dot != NULL ? length - size - 1 : 0;
  if (size == 0 || size >= KEY || rest >= KEY || (dot != NULL && rest == 0))
    return false;
  memcpy(first, text, size);
  first[size] = '\0';
  if (dot != NULL)
    memcpy(second, dot + 1, rest);
  second[rest] = '\0';
  return true;
}

static void find_column(const kp_method *method, const kp_method_table *table, const char *first,
                        const char *second, kp_formula_part *part) {
  bool own = second[0] == '\0';
  const kp_method_table *where = own ? table : kp_method_find_table(method, first);
  part->column = where != NULL ? kp_method_find_column(where, own ? first : second) : NULL;
  if (part->column != NULL)
    part->kind = own ? KP_FORMULA_CELL : KP_FORMULA_COLUMN;
}

static void find_word(const kp_method *method, const char *first, const char *second,
                      kp_formula_part *part) {
  if (second[0] == '\0') {
    part->setting = kp_method_find_setting(method, first);
    if (part->setting != NULL)
      part->kind = KP_FORMULA_SETTING;
    return;
  }
  const kp_method_list *list = kp_method_find_list(method, first);
  part->item = list != NULL ? kp_method_find_item(list, second) : NULL;
  if (part->item != NULL)
    part->kind = KP_FORMULA_WORD;
}

bool kp_formula_next(const kp_method *method, const kp_method_table *table, const char **at,
                     kp_formula_part *part) {
  char first[KEY];
  char second[KEY];
  const char *text = *at;
  *part = (kp_formula_part){.kind = KP_FORMULA_TEXT, .text = text};
  if (*text == '\0')
    return false;
  if (*text == '"') { /* a literal: nothing in it is a reference */
    const char *end = strchr(text + 1, '"');
    part->length = end != NULL ? (size_t)(end - text) + 1 : strlen(text);
    if (end == NULL)
      part->kind = KP_FORMULA_BAD;
  } else if (*text == '[' || *text == '{') {
    const char *end = strchr(text, *text == '[' ? ']' : '}');
    part->length = end != NULL ? (size_t)(end - text) + 1 : strlen(text);
    part->kind = KP_FORMULA_BAD;
    if (end != NULL && read_keys(text + 1, part->length - 2, first, second)) {
      if (*text == '[')
        find_column(method, table, first, second, part);
      else
        find_word(method, first, second, part);
    }
  } else {
    part->length = strcspn(text, "\"[{");
  }
  *at = text + part->length;
  return true;
}

/* A text that grows; after a failed allocation it stays NULL. */
typedef struct growing {
  char *text;
  size_t used;
  size_t size;
} growing;

static bool append(growing *into, const char *text, size_t length) {
  if (into->used + length + 1 > into->size) {
    size_t size = 2 * (into->used + length + 1);
    char *larger = realloc(into->text, size);
    if (larger == NULL)
      return false;
    into->text = larger;
    into->size = size;
  }
  memcpy(into->text + into->used, text, length);
  into->used += length;
  into->text[into->used] = '\0';
  return true;
}

/* A word in quotes; a quote within it is doubled. */
static bool append_word(growing *into, const char *word) {
  bool good = append(into, "\"", 1);
  for (const char *at = word; good && *at != '\0'; at++)
    good = append(into, *at == '"' ? "\"\"" : at, *at == '"' ? 2 : 1);
  return good && append(into, "\"", 1);
}

static bool append_setting(growing *into, const kp_method_setting *setting,
                           const kp_method_places *places) {
  double value = setting->initial;
  char number[32];
  if (places->setting == NULL || !places->setting(places->data, setting, &value))
    value = setting->initial;
  /* Whole numbers only: a decimal point would follow the locale of the process. */
  snprintf(number, sizeof number, "%ld", (long)value);
  return append(into, number, strlen(number));
}

static bool append_part(growing *into, const kp_formula_part *part, kp_language language,
                        const kp_method_places *places) {
  char address[256];
  switch (part->kind) {
  case KP_FORMULA_TEXT:
    return append(into, part->text, part->length);
  case KP_FORMULA_CELL:
  case KP_FORMULA_COLUMN:
    return places->address(places->data, part->column, part->kind == KP_FORMULA_COLUMN, address,
                           sizeof address) &&
           append(into, address, strlen(address));
  case KP_FORMULA_WORD:
    return append_word(into, part->item->name.in[language]);
  case KP_FORMULA_SETTING:
    return append_setting(into, part->setting, places);
  default:
    return false;
  }
}

char *kp_method_formula(const kp_method *method, const kp_method_column *column,
                        kp_language language, const kp_method_places *places) {
  growing into = {NULL, 0, 0};
  kp_formula_part part;
  const char *at = column->formula;
  bool good = at != NULL && append(&into, "=", 1);
  while (good && kp_formula_next(method, column->table, &at, &part))
    good = append_part(&into, &part, language, places);
  if (good)
    return into.text;
  free(into.text);
  return NULL;
}
