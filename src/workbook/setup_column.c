/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One column of a table: formats, width, list, condition. */
#include "setup.h"

#include "cells.h"
#include "format.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Widths in 1/100 mm. */
enum { MARGIN = 400, CHARACTER = 190, WIDEST = 9000 };

void kp_setup_list_name(const kp_method_column *source, char name[2 * KP_GRID_TOKEN_SIZE]) {
  snprintf(name, 2 * (size_t)KP_GRID_TOKEN_SIZE, KP_GRID_NAME_PREFIX "%s_%s", source->table->key,
           source->key);
}

/* Words of a closed list as a formula, "\"a\";\"b\"", malloc'ed. */
static char *closed_words(const kp_method_list *list, kp_language language) {
  size_t size = 1;
  for (size_t i = 0; i < list->count; i++)
    size += 2 * strlen(list->items[i]->name.in[language]) + sizeof "\"\";";
  char *words = malloc(size);
  char *out = words;
  for (size_t i = 0; words != NULL && i < list->count; i++) {
    if (i > 0)
      *out++ = ';';
    *out++ = '"';
    for (const char *at = list->items[i]->name.in[language]; *at != '\0'; at++) {
      if (*at == '"')
        *out++ = '"';
      *out++ = *at;
    }
    *out++ = '"';
  }
  if (words != NULL)
    *out = '\0';
  return words;
}

/* The team's own words: the rows between the anchor and the end line. */
static char *open_words(const kp_method_column *source) {
  char name[2 * KP_GRID_TOKEN_SIZE];
  enum { SIZE = 6 * KP_GRID_TOKEN_SIZE };
  char *words = malloc(SIZE);
  kp_setup_list_name(source, name);
  if (words != NULL)
    snprintf(words, SIZE, "OFFSET(%s;1;0;MAX(1;ROWS(%s)-2);1)", name, name);
  return words;
}

static bool set_list(kp_uno_error *error, const kp_setup_job *job, const kp_method_column *column,
                     uno_Interface *cells) {
  const kp_method_column *source = NULL;
  if (column->kind == KP_METHOD_PERSON)
    source = job->document->method->people;
  else if (column->list != NULL)
    source = column->list->source;
  if (source == NULL && column->list == NULL)
    return true;
  if (source == column) /* the words themselves */
    return true;
  char *words = source != NULL ? open_words(source) : closed_words(column->list, job->language);
  if (words == NULL)
    return kp_uno_error_memory(error);
  bool good = words[0] == '\0' || kp_format_list(error, cells, words);
  free(words);
  return good;
}

static bool set_format(kp_uno_error *error, const kp_setup_job *job, const kp_method_column *column,
                       uno_Interface *cells) {
  enum { TOP = 1 }; /* table::CellVertJustify2 */
  bool good = kp_uno_property_set_long(error, cells, "VertJustify", TOP);
  if (good && column->result == KP_METHOD_DATE)
    good = kp_uno_property_set_long(error, cells, "NumberFormat", job->day_format);
  else if (good && column->kind != KP_METHOD_FORMULA)
    good = kp_uno_property_set_long(error, cells, "NumberFormat", job->text_format);
  if (good && column->kind == KP_METHOD_LONGTEXT)
    good = kp_uno_property_set_bool(error, cells, "IsTextWrapped", true);
  return good;
}

static bool set_width(kp_uno_error *error, const kp_method_column *column, uno_Interface *sheet,
                      int32_t index) {
  static kp_uno_method get_columns =
      KP_UNO_METHOD("com.sun.star.table.XColumnRowRange::getColumns");
  uno_Interface *columns = NULL;
  uno_Interface *one = NULL;
  int32_t width = MARGIN + CHARACTER * column->width;
  bool good = kp_uno_call(error, sheet, &get_columns, &columns) &&
              kp_cells_by_index(error, columns, index, &one) &&
              kp_uno_property_set_long(error, one, "Width", width < WIDEST ? width : WIDEST);
  kp_uno_release(one);
  kp_uno_release(columns);
  return good;
}

/* The cell lights up while its number is above zero. */
static bool set_late(kp_uno_error *error, const kp_setup_rows *rows, uno_Interface *cells,
                     int32_t index) {
  char name[8];
  char formula[40];
  kp_cells_column_name(index, name);
  snprintf(formula, sizeof formula, "N($%s%d)>0", name, (int)rows->anchor + 1);
  return kp_format_condition(error, cells, formula, KP_STYLE_OVERDUE);
}

bool kp_setup_column(kp_uno_error *error, const kp_setup_job *job, const kp_setup_rows *rows,
                     const kp_method_column *column, int32_t index) {
  uno_Interface *cells = NULL;
  uno_Interface *header = NULL;
  bool good =
      kp_cells_range(error, rows->sheet, index, rows->anchor, index, rows->end, &cells) &&
      set_format(error, job, column, cells) && set_list(error, job, column, cells) &&
      set_width(error, column, rows->sheet, index) &&
      (!column->late || set_late(error, rows, cells, index)) &&
      kp_cells_range(error, rows->sheet, index, rows->header, index, rows->header, &header) &&
      kp_uno_property_set_string(error, header, "CellStyle", KP_STYLE_HEADER) &&
      kp_uno_property_set_bool(error, header, "IsTextWrapped", true);
  kp_uno_release(header);
  kp_uno_release(cells);
  return good;
}
