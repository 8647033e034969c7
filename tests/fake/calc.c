/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests do with a document of the fake office: look, and type as people do. */
#include "document.h"
#include "put.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void stop(const char *what, const char *name) {
  fail_msg("the fake office: %s %s", what, name);
}

/* ------------------------------------------------------------------------------- opening, storing
 */

static void attach(fake_calc *calc, const char *locale) {
  char uid[16];
  snprintf(uid, sizeof uid, "%d", ++calc->office->documents);
  calc->document = fake_document_new(uid, locale);
  calc->model = fake_model_new(calc->document);
  calc->controller = fake_view_new(calc->document);
}

void fake_calc_open(fake_office *office, const char *locale, fake_calc *calc) {
  calc->office = office;
  attach(calc, locale);
}

void fake_calc_close(fake_calc *calc) {
  fake_document_dispose(calc->document);
  kp_uno_release(calc->controller);
  kp_uno_release(calc->model);
  fake_document_release(calc->document);
  memset(calc, 0, sizeof *calc);
}

void fake_calc_save_as(fake_calc *calc, const char *file_name) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  char url[200];
  snprintf(url, sizeof url, "file://%s/%s", calc->office->profile, file_name);
  free(calc->document->url);
  calc->document->url = fake_copy(url);
  if (!fake_save(calc->document, &error))
    stop("cannot save", url);
}

void fake_calc_reopen(fake_calc *calc) {
  fake_document *before = calc->document;
  fake_office *office = calc->office;
  before->references++;
  fake_calc_close(calc);
  calc->office = office;
  attach(calc, before->locale);
  fake_document *now = calc->document;
  fake_content_clear(&now->content);
  fake_content_copy(&now->content, &before->saved);
  fake_content_copy(&now->saved, &before->saved);
  now->next_id = before->next_id;
  now->active = now->content.sheets[0].id;
  free(now->url);
  now->url = fake_copy(before->url);
  now->shared = before->shared;
  now->tracked = before->tracked;
  now->today = before->today;
  fake_formats_move(now, before);
  fake_document_release(before);
}

void fake_calc_keep(fake_calc *calc) {
  fake_content_clear(&calc->document->kept);
  fake_content_copy(&calc->document->kept, &calc->document->content);
}

void fake_calc_back(fake_calc *calc) {
  fake_document *document = calc->document;
  fake_history_clear(document);
  fake_content_clear(&document->content);
  fake_content_copy(&document->content, &document->kept);
  document->locked_views = 0;
  fake_office_empty(calc->office);
}

void fake_calc_saving(fake_calc *calc, void (*saving)(void *data, fake_document *file),
                      void *data) {
  calc->document->saving = saving;
  calc->document->saving_data = data;
}

/* --------------------------------------------------------------------------------------- looking
 */

static fake_sheet *sheet_of(fake_document *document, const char *name) {
  fake_sheet *sheet = fake_sheet_by_name(document, name);
  if (sheet == NULL)
    stop("no sheet", name);
  return sheet;
}

static fake_area area_of(fake_document *document, const char *sheet, const char *name) {
  const fake_area home = {sheet_of(document, sheet)->id, 0, 0, 0, 0};
  fake_formula formula;
  fake_area area = home;
  fake_formula_read(document, name, &home, &formula);
  if (!fake_formula_range(&formula, &area))
    stop("no cell", name);
  fake_formula_clear(&formula);
  return area;
}

char *fake_shown(fake_document *document, const char *sheet, const char *cell) {
  const fake_area at = area_of(document, sheet, cell);
  return fake_take_shown(document, &at);
}

char *fake_content_of(fake_document *document, const char *sheet, const char *cell) {
  const fake_area at = area_of(document, sheet, cell);
  return fake_take_formula(document, fake_cell_at(sheet_of(document, sheet), at.left, at.top));
}

void fake_expect(fake_document *document, const char *sheet, const char *cell,
                 const char *expected) {
  char *shown = fake_shown(document, sheet, cell);
  if (strcmp(shown, expected) != 0)
    fail_msg("%s.%s shows \"%s\", expected \"%s\"", sheet, cell, shown, expected);
  free(shown);
}

static int32_t column_index(fake_document *document, const char *sheet, const char *column) {
  char cell[16];
  snprintf(cell, sizeof cell, "%s1", column);
  return area_of(document, sheet, cell).left;
}

static bool shows(fake_document *document, const fake_sheet *sheet, int32_t column, int32_t row,
                  const char *text) {
  const fake_area at = {sheet->id, column, row, column, row};
  char *shown = fake_take_shown(document, &at);
  bool same = strcmp(shown, text) == 0;
  free(shown);
  return same;
}

int fake_row_of(fake_document *document, const char *name, const char *column, const char *text) {
  const fake_sheet *sheet = sheet_of(document, name);
  int32_t index = column_index(document, name, column);
  for (int32_t r = 0; r < sheet->line_count; r++)
    if (shows(document, sheet, index, r, text))
      return r + 1;
  return 0;
}

const char *fake_column_of(fake_document *document, const char *name, int row, const char *text) {
  static char letters[8]; /* until the next call */
  const fake_sheet *sheet = sheet_of(document, name);
  letters[0] = '\0';
  if (row > sheet->line_count)
    return letters;
  for (int32_t c = 0; letters[0] == '\0' && c < sheet->lines[row - 1].width; c++)
    if (shows(document, sheet, c, row - 1, text))
      fake_column_name(c, letters);
  return letters;
}

const char *fake_format_of(fake_document *document, const char *sheet, const char *cell) {
  const fake_area at = area_of(document, sheet, cell);
  const fake_cell *found = fake_cell_at(sheet_of(document, sheet), at.left, at.top);
  return document->formats[found->look.format].code;
}

const char *fake_style_of(fake_document *document, const char *sheet, const char *cell) {
  const fake_area at = area_of(document, sheet, cell);
  const fake_cell *found = fake_cell_at(sheet_of(document, sheet), at.left, at.top);
  return document->style_bags[found->look.style].name;
}

const char *fake_list_of(fake_document *document, const char *sheet, const char *cell) {
  const fake_area at = area_of(document, sheet, cell);
  const fake_cell *found = fake_cell_at(sheet_of(document, sheet), at.left, at.top);
  if (found->look.validation == 0)
    return "";
  const fake_validation *validation = &document->validations[found->look.validation - 1];
  return validation->broken != NULL ? "#NAME?" : validation->formula;
}

/* Relative addresses are those of the range's first cell: they are moved to the cell. */
static bool applies(fake_document *document, const fake_condition *condition, const fake_area *at) {
  fake_formula moved;
  fake_formula_copy(&moved, &condition->compiled);
  fake_formula_move(&moved, at->left - condition->area.left, at->top - condition->area.top);
  fake_value value = fake_formula_value(document, &moved, at);
  bool yes = value.kind == FAKE_VALUE_NUMBER && value.number != 0;
  fake_value_clear(&value);
  fake_formula_clear(&moved);
  return yes;
}

const char *fake_condition_of(fake_document *document, const char *name, const char *cell) {
  const fake_sheet *sheet = sheet_of(document, name);
  const fake_area at = area_of(document, name, cell);
  for (size_t i = 0; i < sheet->condition_count; i++) {
    const fake_condition *condition = &sheet->conditions[i];
    const fake_area *area = &condition->area;
    if (at.left >= area->left && at.left <= area->right && at.top >= area->top &&
        at.top <= area->bottom && applies(document, condition, &at))
      return condition->style;
  }
  return "";
}

static char *area_text(fake_document *document, const fake_area *area) {
  fake_token token = {.kind = FAKE_PLACE_TOKEN,
                      .place = *area,
                      .range = area->left != area->right || area->top != area->bottom,
                      .other_sheet = true,
                      .fixed = {true, true, true, true}};
  const fake_formula formula = {&token, 1};
  return area->sheet != 0 ? fake_formula_text(document, &formula) : fake_copy("");
}

char *fake_name_range(fake_document *document, const char *name) {
  for (size_t i = 0; i < document->content.name_count; i++)
    if (strcmp(document->content.names[i].name, name) == 0)
      return fake_formula_text(document, &document->content.names[i].content);
  return fake_copy("");
}

char *fake_database_range(fake_document *document, const char *name) {
  for (size_t i = 0; i < document->content.database_count; i++)
    if (strcmp(document->content.databases[i].name, name) == 0)
      return area_text(document, &document->content.databases[i].area);
  return fake_copy("");
}

char *fake_selected(fake_document *document) {
  return area_text(document, &document->selected);
}

/* ---------------------------------------------------------------------------------------- typing
 */

static bool is_day(const char *text, double *serial) {
  kp_date date;
  int end = 0;
  if (sscanf(text, "%4d-%2d-%2d%n", &date.year, &date.month, &date.day, &end) != 3 ||
      text[end] != '\0')
    return false;
  *serial = kp_date_serial(date);
  return true;
}

void fake_type(fake_document *document, const char *sheet, const char *cell, const char *text) {
  const fake_area at = area_of(document, sheet, cell);
  char *end = NULL;
  double number = strtod(text, &end);
  if (strcmp(fake_format_of(document, sheet, cell), "@") == 0)
    fake_put_text(document, &at, text);
  else if (is_day(text, &number) || (text[0] != '\0' && *end == '\0'))
    fake_put_number(document, &at, number);
  else
    fake_put_formula(document, &at, text);
}

void fake_insert_rows(fake_document *document, const char *name, int row, int count) {
  const fake_area area = {sheet_of(document, name)->id, 0, row - 1, FAKE_COLUMNS_MAX - 1,
                          row + count - 2};
  fake_record_insert(document, &area);
  fake_rows_insert(document, area.sheet, row - 1, count);
  fake_changed(document, &area);
}

void fake_remove_rows(fake_document *document, const char *name, int row, int count) {
  fake_record_all(document);
  fake_rows_remove(document, sheet_of(document, name)->id, row - 1, count);
  fake_changed(document, NULL);
}

void fake_insert_columns(fake_document *document, const char *name, const char *column, int count) {
  fake_record_all(document);
  fake_columns_insert(document, sheet_of(document, name)->id, column_index(document, name, column),
                      count);
  fake_changed(document, NULL);
}

void fake_hide_row(fake_document *document, const char *name, int row, bool hidden, bool filtered) {
  fake_sheet *sheet = sheet_of(document, name);
  const fake_area area = {sheet->id, 0, row - 1, FAKE_COLUMNS_MAX - 1, row - 1};
  fake_record_lines(document, &area);
  fake_line *line = fake_line_make(sheet, row - 1);
  line->hidden = hidden;
  line->filtered = filtered;
  fake_changed(document, &area);
}

bool fake_row_hidden(fake_document *document, const char *name, int row) {
  const fake_sheet *sheet = sheet_of(document, name);
  return row <= sheet->line_count && sheet->lines[row - 1].hidden;
}

void fake_exchange_rows(fake_document *document, const char *name, int one, int other) {
  fake_sheet *sheet = sheet_of(document, name);
  fake_record_all(document);
  fake_line *first = fake_line_make(sheet, (one > other ? one : other) - 1);
  fake_line kept = *first;
  fake_line *second = &sheet->lines[(one > other ? other : one) - 1];
  first->cells = second->cells;
  first->width = second->width;
  second->cells = kept.cells;
  second->width = kept.width;
  fake_changed(document, NULL);
}

void fake_rename_sheet(fake_document *document, const char *name, const char *to) {
  fake_sheet *sheet = sheet_of(document, name);
  fake_record_all(document);
  free(sheet->name);
  sheet->name = fake_copy(to);
  fake_changed(document, NULL);
}

void fake_remove_sheet(fake_document *document, const char *name) {
  static kp_uno_method remove =
      KP_UNO_METHOD("com.sun.star.container.XNameContainer::removeByName");
  kp_uno_error error = KP_UNO_NO_ERROR;
  uno_Interface *sheets = fake_sheets_new(document);
  if (!kp_uno_call(&error, sheets, &remove, NULL, name))
    stop(error.message, name);
  kp_uno_release(sheets);
}

bool fake_has_sheet(fake_document *document, const char *sheet) {
  return fake_sheet_by_name(document, sheet) != NULL;
}

bool fake_sheet_visible(fake_document *document, const char *sheet) {
  return sheet_of(document, sheet)->visible;
}

void fake_protect_sheet(fake_document *document, const char *sheet, bool on) {
  sheet_of(document, sheet)->protected = on;
}

void fake_merge_cells(fake_document *document, const char *name, const char *range) {
  const fake_area area = area_of(document, name, range);
  fake_sheet *sheet = sheet_of(document, name);
  *FAKE_APPEND(sheet->merged, sheet->merged_count) = area;
}

void fake_matrix(fake_document *document, const char *name, const char *range) {
  const fake_area area = area_of(document, name, range);
  fake_sheet *sheet = sheet_of(document, name);
  *FAKE_APPEND(sheet->arrays, sheet->array_count) = area;
}

size_t fake_sheet_count(fake_document *document) {
  return document->content.sheet_count;
}
