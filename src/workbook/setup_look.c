/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a table has around its cells: colors, end line, database range, print area, names. Whatever
 * is there already is set again, so that a repair does the same. */
#include "setup.h"

#include "block.h"
#include "cells.h"
#include "format.h"
#include "strings.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------------------- the colors */

enum { LOOKS = 24, WORD_SIZE = 80, IS_SIZE = 2 * WORD_SIZE + 40 };

/* The looks of a table as they are collected. */
typedef struct palette {
  const kp_setup_area *area;
  kp_language language;
  kp_format_look looks[LOOKS];
  size_t count;
} palette;

static void add_look(palette *into, const char *style, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* One that does not fit is left out: the color is missing, nothing else. */
static void add_look(palette *into, const char *style, const char *format, ...) {
  va_list arguments;
  if (into->count == LOOKS)
    return;
  kp_format_look *look = &into->looks[into->count];
  va_start(arguments, format);
  int length = vsnprintf(look->formula, sizeof look->formula, format, arguments);
  va_end(arguments);
  look->style = style;
  into->count += length > 0 && (size_t)length < sizeof look->formula;
}

/* Name of the column on the sheet; "" when it is not there. */
static void letters_of(const kp_setup_area *area, const kp_method_column *column, char name[8]) {
  name[0] = '\0';
  if (column != NULL && area->at[column->index] >= 0)
    kp_cells_column_name(area->at[column->index], name);
}

/* The first column with statuses. */
static const kp_method_column *status_of(const kp_method_table *table) {
  for (size_t i = 0; i < table->count; i++)
    if (table->columns[i]->list != NULL && table->columns[i]->list->statuses)
      return table->columns[i];
  return NULL;
}

/* A status by its place in the order. */
static const char *style_of(const kp_method_item *item) {
  if (item->end)
    return item->step > 0 ? KP_STYLE_DONE : KP_STYLE_DROPPED;
  if (item->step == 0)
    return KP_STYLE_WAITING;
  return item->step == 1 ? KP_STYLE_TODO : KP_STYLE_BUSY;
}

/* A word as it stands in a formula, with its quotes doubled. */
static void quote(const char *word, char *text, size_t size) {
  size_t used = 0;
  for (; *word != '\0' && used + 2 < size; word++) {
    if (*word == '"')
      text[used++] = '"';
    text[used++] = *word;
  }
  text[used] = '\0';
}

/* "this cell of the row has the word": also the one of older workbooks, which a repair finds. */
static void is_item(const palette *into, const char *at, const kp_method_item *item,
                    char text[IS_SIZE]) {
  int row = (int)into->area->header + 1;
  const char *was = item->was.in[into->language];
  char word[WORD_SIZE];
  char older[WORD_SIZE];
  quote(item->name.in[into->language], word, sizeof word);
  quote(was != NULL ? was : "", older, sizeof older);
  if (was != NULL)
    snprintf(text, IS_SIZE, "OR($%s%d=\"%s\";$%s%d=\"%s\")", at, row, word, at, row, older);
  else
    snprintf(text, IS_SIZE, "$%s%d=\"%s\"", at, row, word);
}

/* Rows that are done or cancelled recede, whatever else there is to say. */
static void add_ended(palette *into, const kp_method_column *status) {
  int row = (int)into->area->header + 1;
  char at[8];
  char title[8];
  letters_of(into->area, status, at);
  letters_of(into->area, status->table->title, title);
  for (size_t i = 0; at[0] != '\0' && i < status->list->count; i++) {
    const kp_method_item *item = status->list->items[i];
    char is[IS_SIZE];
    is_item(into, at, item, is);
    if (!item->end)
      continue;
    if (item->step > 0)
      add_look(into, KP_STYLE_DONE_WORD, "AND(COLUMN()=COLUMN($%s$%d);%s)", at, row, is);
    else if (title[0] != '\0')
      add_look(into, KP_STYLE_DROPPED, "AND(COLUMN()=COLUMN($%s$%d);%s)", title, row, is);
    add_look(into, KP_STYLE_DONE, "%s", is);
  }
}

/* Lights up while its number is above zero, and with it the date that it is counted from. */
static void add_late(palette *into, const kp_method_column *late) {
  const kp_method_table *table = late->table;
  int row = (int)into->area->header + 1;
  char at[8];
  letters_of(into->area, late, at);
  if (at[0] == '\0')
    return;
  add_look(into, KP_STYLE_OVERDUE, "AND(COLUMN()=COLUMN($%s$%d);N($%s%d)>0)", at, row, at, row);
  for (size_t i = 0; i < table->count; i++) {
    char mark[KP_GRID_TOKEN_SIZE];
    char day[8];
    snprintf(mark, sizeof mark, "[%s]", table->columns[i]->key);
    letters_of(into->area, table->columns[i], day);
    if (table->columns[i]->kind == KP_METHOD_DATE && day[0] != '\0' &&
        strstr(late->formula, mark) != NULL)
      add_look(into, KP_STYLE_OVERDUE_DAY, "AND(COLUMN()=COLUMN($%s$%d);N($%s%d)>0)", day, row, at,
               row);
  }
}

static void add_statuses(palette *into, const kp_method_column *status) {
  int row = (int)into->area->header + 1;
  char at[8];
  letters_of(into->area, status, at);
  for (size_t i = 0; at[0] != '\0' && i < status->list->count; i++) {
    const kp_method_item *item = status->list->items[i];
    char is[IS_SIZE];
    is_item(into, at, item, is);
    if (!item->end)
      add_look(into, style_of(item), "AND(COLUMN()=COLUMN($%s$%d);%s)", at, row, is);
  }
}

/* One conditional format from header to gap. In the separator it would count as content: a filter
 * would take the end line into its range (measured in 25.2). */
static bool set_colors(kp_uno_error *error, const kp_setup_job *job, const kp_setup_area *area) {
  const kp_method_table *table = area->table;
  const kp_method_column *status = status_of(table);
  palette *colors = calloc(1, sizeof *colors);
  uno_Interface *range = NULL;
  char left[8];
  if (colors == NULL)
    return kp_uno_error_memory(error);
  colors->area = area;
  colors->language = job->language;
  kp_cells_column_name(area->left, left);
  add_look(colors, KP_STYLE_HEADER, "ROW()=ROW($%s$%d)", left, (int)area->header + 1);
  if (status != NULL)
    add_ended(colors, status);
  for (size_t i = 0; i < table->count; i++)
    if (table->columns[i]->late)
      add_late(colors, table->columns[i]);
  if (status != NULL)
    add_statuses(colors, status);
  bool good = kp_cells_range(error, area->sheet, area->left, area->header, area->right, area->gap,
                             &range) &&
              kp_format_looks(error, range, colors->looks, colors->count);
  kp_uno_release(range);
  free(colors);
  return good;
}

/* ------------------------------------------------------------------------------ the end line */

static bool set_note(kp_uno_error *error, const kp_setup_job *job, const kp_setup_area *area,
                     int32_t column) {
  static kp_uno_method get =
      KP_UNO_METHOD("com.sun.star.sheet.XSheetAnnotationsSupplier::getAnnotations");
  static kp_uno_method insert = KP_UNO_METHOD("com.sun.star.sheet.XSheetAnnotations::insertNew");
  kp_uno_cell_range_address sheet;
  uno_Interface *notes = NULL;
  bool good =
      kp_cells_address(error, area->sheet, &sheet) && kp_uno_call(error, area->sheet, &get, &notes);
  if (good) {
    kp_uno_cell_address where = {sheet.sheet, column, area->end};
    good = kp_uno_call(error, notes, &insert, NULL, &where,
                       kp_text_get(KP_TEXT_MARKER_NOTE, job->language));
  }
  kp_uno_release(notes);
  return good;
}

static bool set_row(kp_uno_error *error, uno_Interface *sheet, int32_t index, int32_t height) {
  uno_Interface *rows = NULL;
  uno_Interface *row = NULL;
  bool good = kp_cells_rows(error, sheet, &rows) && kp_cells_by_index(error, rows, index, &row) &&
              kp_uno_property_set_bool(error, row, "IsVisible", true) &&
              (height > 0 ? kp_uno_property_set_long(error, row, "Height", height)
                          : kp_uno_property_set_bool(error, row, "OptimalHeight", true));
  kp_uno_release(row);
  kp_uno_release(rows);
  return good;
}

static bool set_end(kp_uno_error *error, const kp_setup_job *job, const kp_setup_area *area) {
  enum { THIN = 350 }; /* 1/100 mm */
  const kp_method_table *table = area->table;
  int32_t id = area->at[(table->id != NULL ? table->id : table->columns[0])->index];
  char words[200];
  uno_Interface *line = NULL;
  bool changed = false;
  snprintf(words, sizeof words, "%s %s", KP_WORKBOOK_END,
           kp_text_get(KP_TEXT_MARKER_WORDS, job->language));
  bool good =
      kp_cells_range(error, area->sheet, area->left, area->end, area->right, area->end, &line) &&
      kp_uno_property_set_string(error, line, "CellStyle", KP_STYLE_END) &&
      kp_cells_set_text(error, area->sheet, id, area->end, words) &&
      set_note(error, job, area, id) && set_row(error, area->sheet, area->gap, 0) &&
      set_row(error, area->sheet, area->end, THIN) &&
      kp_cells_show_row(error, area->sheet, area->gap + 1, false, &changed);
  kp_uno_release(line);
  return good;
}

/* ------------------------------------------------------------------------ range, print, names */

static bool set_range(kp_uno_error *error, const kp_setup_job *job, const kp_setup_area *area) {
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.sheet.XDatabaseRanges::addNewByName");
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.sheet.XDatabaseRange::setDataArea");
  char name[2 * KP_GRID_TOKEN_SIZE];
  kp_uno_cell_range_address where;
  uno_Interface *ranges = NULL;
  uno_Interface *range = NULL;
  bool has = false;
  kp_grid_range_name(area->table, name);
  bool good =
      kp_cells_address(error, area->sheet, &where) &&
      kp_uno_property_get_interface(error, job->document->model, "DatabaseRanges", &ranges) &&
      kp_cells_has_name(error, ranges, name, &has);
  if (good) {
    where =
        (kp_uno_cell_range_address){where.sheet, area->left, area->header, area->right, area->gap};
    good = (has || kp_uno_call(error, ranges, &add, NULL, name, &where)) &&
           kp_cells_by_name(error, ranges, name, &range) &&
           kp_uno_call(error, range, &set, NULL, &where) &&
           kp_uno_property_set_bool(error, range, "ContainsHeader", true) &&
           kp_uno_property_set_bool(error, range, "AutoFilter", true);
  }
  kp_uno_release(range);
  kp_uno_release(ranges);
  return good;
}

/* The last column that still fits on a page at a size that can be read; the rest is for the
 * screen. */
static int32_t last_printed(const kp_setup_area *area) {
  enum { READABLE = 40000 }; /* 1/100 mm: on A4 two thirds of the size */
  int32_t width = 0;
  int32_t last = area->left;
  for (int32_t index = area->left; index <= area->right; index++) {
    for (size_t i = 0; i < area->table->count; i++) {
      const kp_method_column *column = area->table->columns[i];
      if (area->at[i] == index && (column->kind != KP_METHOD_LINK || kp_grid_names(column) == NULL))
        width += kp_setup_width_of(column);
    }
    if (width <= READABLE)
      last = index;
  }
  return last;
}

static bool set_print(kp_uno_error *error, const kp_setup_area *area) {
  static kp_uno_method set_areas = KP_UNO_METHOD("com.sun.star.sheet.XPrintAreas::setPrintAreas");
  static kp_uno_method titles = KP_UNO_METHOD("com.sun.star.sheet.XPrintAreas::setPrintTitleRows");
  static kp_uno_method set_titles = KP_UNO_METHOD("com.sun.star.sheet.XPrintAreas::setTitleRows");
  static const char type[] = "[]com.sun.star.table.CellRangeAddress";
  kp_uno_cell_range_address where;
  uno_Sequence *areas = kp_uno_sequence_new(type, 1);
  bool good = areas != NULL && kp_cells_address(error, area->sheet, &where);
  if (areas == NULL)
    kp_uno_error_memory(error);
  if (good) {
    where = (kp_uno_cell_range_address){where.sheet, area->left, area->header, last_printed(area),
                                        area->gap};
    *KP_UNO_ELEMENTS(kp_uno_cell_range_address, areas) = where;
    where.end_row = area->header;
    good = kp_uno_call(error, area->sheet, &set_areas, NULL, areas) &&
           kp_uno_call(error, area->sheet, &titles, NULL, 1) &&
           kp_uno_call(error, area->sheet, &set_titles, NULL, &where) &&
           kp_uno_property_set_string(error, area->sheet, "PageStyle", KP_STYLE_PAGE);
  }
  kp_uno_sequence_free(areas, type);
  return good;
}

bool kp_setup_names(kp_uno_error *error, const kp_setup_job *job, const kp_setup_area *area) {
  const kp_method *method = job->document->method;
  bool good = true;
  for (size_t i = 0; good && i < area->table->count; i++) {
    const kp_method_column *column = area->table->columns[i];
    int32_t index = area->at[i];
    char name[2 * KP_GRID_TOKEN_SIZE];
    bool source = column == method->people;
    for (size_t k = 0; !source && k < method->list_count; k++)
      source = method->lists[k]->source == column;
    kp_setup_list_name(column, name);
    if (source && index >= 0)
      good = kp_block_name_range(error, job->document->model, area->sheet, name, index,
                                 area->header, index, area->gap + 1);
  }
  return good;
}

bool kp_setup_look(kp_uno_error *error, const kp_setup_job *job, const kp_setup_area *area) {
  return set_colors(error, job, area) && set_end(error, job, area) && set_range(error, job, area) &&
         set_print(error, area);
}

char *kp_setup_place(kp_uno_error *error, const kp_setup_area *area,
                     const kp_method_column *column) {
  char *sheet = NULL;
  char letters[8];
  char cell[40];
  if (!kp_block_sheet_reference(error, area->sheet, &sheet))
    return NULL;
  kp_cells_column_name(area->at[column->index], letters);
  snprintf(cell, sizeof cell, ".$%s$%d", letters, (int)area->header + 1);
  char *place = kp_strings_join(error, "=", sheet, cell);
  free(sheet);
  return place;
}
