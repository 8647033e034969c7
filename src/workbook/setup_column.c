/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One column of a table: formats, width, list. */
#include "setup.h"

#include "cells.h"
#include "format.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Widths in 1/100 mm. */
enum { MARGIN = 500, CHARACTER = 180, WIDEST = 7600 };

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

/* The team's own words: the rows below the header, down to the last one that is filled. The name
 * spans header to separator, so that it grows with every row between. */
static char *open_words(const kp_method_column *source) {
  char name[2 * KP_GRID_TOKEN_SIZE];
  enum { SIZE = 10 * KP_GRID_TOKEN_SIZE };
  char *words = malloc(SIZE);
  kp_setup_list_name(source, name);
  if (words != NULL)
    snprintf(words, SIZE,
             "OFFSET(%s;1;0;MAX(1;SUMPRODUCT(MAX((%s<>\"\")*ROW(%s)))-MIN(ROW(%s)));1)", name, name,
             name, name);
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
  kp_text text = column->kind == KP_METHOD_PERSON ? KP_TEXT_LIST_PERSON
                 : source != NULL                 ? KP_TEXT_LIST_OPEN
                                                  : KP_TEXT_LIST_CLOSED;
  char *words = source != NULL ? open_words(source) : closed_words(column->list, job->language);
  char *message = kp_text_fill(text, job->language,
                               source != NULL ? source->table->name.in[job->language] : NULL, NULL);
  bool good = words != NULL && message != NULL;
  if (!good)
    kp_uno_error_memory(error);
  good = good && (words[0] == '\0' || kp_format_list(error, cells, words, message));
  free(message);
  free(words);
  return good;
}

/* A thin line below each row, for paper: grid lines are not printed. */
static bool set_line(kp_uno_error *error, const kp_setup_area *area, int32_t index) {
  /* com.sun.star.table.BorderLine, widths in 1/100 mm. */
  static const struct {
    sal_Int32 color;
    sal_Int16 inner;
    sal_Int16 outer;
    sal_Int16 distance;
  } line = {0xD0D5DA, 0, 9, 0};
  uno_Interface *cells = NULL;
  uno_Any any;
  kp_uno_any_init(&any);
  bool good =
      kp_cells_range(error, area->sheet, index, area->header, index, area->gap - 1, &cells) &&
      kp_uno_any_set(&any, "com.sun.star.table.BorderLine", &line, error) &&
      kp_uno_property_set(error, cells, "BottomBorder", &any);
  kp_uno_any_clear(&any);
  kp_uno_release(cells);
  return good;
}

/* Room around the text, so that a date and the word beside it stay apart. */
static bool set_margins(kp_uno_error *error, uno_Interface *cells) {
  static const struct {
    const char *name;
    int32_t value; /* 1/100 mm */
  } margins[] = {{"ParaLeftMargin", 100},
                 {"ParaRightMargin", 100},
                 {"ParaTopMargin", 60},
                 {"ParaBottomMargin", 60}};
  bool good = true;
  for (size_t i = 0; good && i < sizeof margins / sizeof *margins; i++)
    good = kp_uno_property_set_long(error, cells, margins[i].name, margins[i].value);
  return good;
}

static bool set_format(kp_uno_error *error, const kp_setup_job *job, const kp_method_column *column,
                       uno_Interface *cells) {
  enum { TOP = 1 }; /* table::CellVertJustify2 */
  bool good = kp_uno_property_set_long(error, cells, "VertJustify", TOP) &&
              kp_uno_property_set_bool(error, cells, "IsTextWrapped", true) &&
              set_margins(error, cells);
  if (good && column->result == KP_METHOD_DATE)
    good = kp_uno_property_set_long(error, cells, "NumberFormat", job->day_format);
  else if (good && column->kind != KP_METHOD_FORMULA)
    good = kp_uno_property_set_long(error, cells, "NumberFormat", job->text_format);
  return good;
}

bool kp_setup_column(kp_uno_error *error, const kp_setup_job *job, const kp_setup_area *area,
                     const kp_method_column *column) {
  uno_Interface *cells = NULL;
  int32_t index = area->at[column->index];
  bool good =
      kp_cells_range(error, area->sheet, index, area->header, index, area->gap + 1, &cells) &&
      set_format(error, job, column, cells) && set_list(error, job, column, cells) &&
      set_line(error, area, index);
  kp_uno_release(cells);
  return good;
}

int32_t kp_setup_width_of(const kp_method_column *column) {
  int32_t width = MARGIN + CHARACTER * column->width;
  return width < WIDEST ? width : WIDEST;
}

bool kp_setup_width(kp_uno_error *error, const kp_setup_area *area,
                    const kp_method_column *column) {
  static kp_uno_method get_columns =
      KP_UNO_METHOD("com.sun.star.table.XColumnRowRange::getColumns");
  uno_Interface *columns = NULL;
  uno_Interface *one = NULL;
  bool hidden = column->kind == KP_METHOD_LINK && kp_grid_names(column) != NULL;
  bool good = kp_uno_call(error, area->sheet, &get_columns, &columns) &&
              kp_cells_by_index(error, columns, area->at[column->index], &one) &&
              kp_uno_property_set_long(error, one, "Width", kp_setup_width_of(column)) &&
              (!hidden || kp_uno_property_set_bool(error, one, "IsVisible", false));
  kp_uno_release(one);
  kp_uno_release(columns);
  return good;
}
