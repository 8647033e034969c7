/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets and their cells: made, copied, given back. */
#include "model.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

fake_sheet *fake_sheet_by_id(fake_document *document, int id) {
  if (id < 0)
    return (size_t)-id <= document->content.sheet_count ? &document->content.sheets[-id - 1] : NULL;
  for (size_t i = 0; i < document->content.sheet_count; i++)
    if (document->content.sheets[i].id == id)
      return &document->content.sheets[i];
  return NULL;
}

/* As in Calc, capitals are not told apart. */
fake_sheet *fake_sheet_by_name(fake_document *document, const char *name) {
  for (size_t i = 0; i < document->content.sheet_count; i++)
    if (strcasecmp(document->content.sheets[i].name, name) == 0)
      return &document->content.sheets[i];
  return NULL;
}

int32_t fake_sheet_index(const fake_document *document, int id) {
  if (id < 0)
    return -id - 1;
  for (size_t i = 0; i < document->content.sheet_count; i++)
    if (document->content.sheets[i].id == id)
      return (int32_t)i;
  return -1;
}

/* --------------------------------------------------------------------------------------- cells */

void fake_cell_clear(fake_cell *cell) {
  free(cell->text);
  fake_formula_clear(&cell->formula);
  cell->text = NULL;
  cell->kind = FAKE_EMPTY;
  cell->number = 0;
}

void fake_cell_free(fake_cell *cell) {
  fake_cell_clear(cell);
  free(cell->note);
  cell->note = NULL;
}

void fake_cell_copy(fake_cell *to, const fake_cell *from) {
  *to = *from;
  to->text = from->text != NULL ? fake_copy(from->text) : NULL;
  to->note = from->note != NULL ? fake_copy(from->note) : NULL;
  fake_formula_copy(&to->formula, &from->formula);
}

fake_line *fake_line_make(fake_sheet *sheet, int32_t row) {
  if (row >= sheet->line_count) {
    int32_t count = row + 1;
    sheet->lines = fake_grow(sheet->lines, (size_t)count * sizeof *sheet->lines);
    memset(sheet->lines + sheet->line_count, 0,
           (size_t)(count - sheet->line_count) * sizeof *sheet->lines);
    sheet->line_count = count;
  }
  return &sheet->lines[row];
}

fake_cell *fake_cell_make(fake_sheet *sheet, int32_t column, int32_t row) {
  fake_line *line = fake_line_make(sheet, row);
  if (column >= line->width) {
    int32_t width = column + 1;
    line->cells = fake_grow(line->cells, (size_t)width * sizeof *line->cells);
    memset(line->cells + line->width, 0, (size_t)(width - line->width) * sizeof *line->cells);
    line->width = width;
  }
  return &line->cells[column];
}

const fake_cell *fake_cell_at(const fake_sheet *sheet, int32_t column, int32_t row) {
  static const fake_cell none;
  if (row >= sheet->line_count || column >= sheet->lines[row].width)
    return &none;
  return &sheet->lines[row].cells[column];
}

void fake_sheet_used(const fake_sheet *sheet, int32_t *column, int32_t *row) {
  *column = 0;
  *row = 0;
  for (int32_t r = 0; r < sheet->line_count; r++) {
    for (int32_t c = 0; c < sheet->lines[r].width; c++) {
      if (sheet->lines[r].cells[c].kind != FAKE_EMPTY) {
        *row = r;
        *column = c > *column ? c : *column;
      }
    }
  }
}

/* -------------------------------------------------------------------------------------- sheets */

static void condition_clear(fake_condition *condition) {
  free(condition->formula);
  free(condition->style);
  fake_formula_clear(&condition->compiled);
}

static void lines_clear(fake_sheet *sheet) {
  for (int32_t r = 0; r < sheet->line_count; r++) {
    for (int32_t c = 0; c < sheet->lines[r].width; c++)
      fake_cell_free(&sheet->lines[r].cells[c]);
    free(sheet->lines[r].cells);
  }
  free(sheet->lines);
}

void fake_sheet_clear(fake_sheet *sheet) {
  lines_clear(sheet);
  for (size_t i = 0; i < sheet->condition_count; i++)
    condition_clear(&sheet->conditions[i]);
  free(sheet->conditions);
  free(sheet->merged);
  free(sheet->arrays);
  free(sheet->widths);
  free(sheet->page_style);
  free(sheet->name);
  memset(sheet, 0, sizeof *sheet);
}

static void *copy_list(const void *list, size_t count, size_t size) {
  void *made = fake_alloc(count * size);
  if (count > 0)
    memcpy(made, list, count * size);
  return made;
}

static void sheet_copy(fake_sheet *to, const fake_sheet *from) {
  *to = *from;
  to->name = fake_copy(from->name);
  to->page_style = from->page_style != NULL ? fake_copy(from->page_style) : NULL;
  to->lines = copy_list(from->lines, (size_t)from->line_count, sizeof *to->lines);
  for (int32_t r = 0; r < from->line_count; r++) {
    to->lines[r].cells = fake_alloc((size_t)from->lines[r].width * sizeof(fake_cell));
    for (int32_t c = 0; c < from->lines[r].width; c++)
      fake_cell_copy(&to->lines[r].cells[c], &from->lines[r].cells[c]);
  }
  to->widths = copy_list(from->widths, (size_t)from->width_count, sizeof *to->widths);
  to->merged = copy_list(from->merged, from->merged_count, sizeof *to->merged);
  to->arrays = copy_list(from->arrays, from->array_count, sizeof *to->arrays);
  to->conditions = copy_list(from->conditions, from->condition_count, sizeof *to->conditions);
  for (size_t i = 0; i < from->condition_count; i++) {
    to->conditions[i].formula = fake_copy(from->conditions[i].formula);
    to->conditions[i].style = fake_copy(from->conditions[i].style);
    fake_formula_copy(&to->conditions[i].compiled, &from->conditions[i].compiled);
  }
}

void fake_content_copy(fake_content *to, const fake_content *from) {
  *to = *from;
  to->sheets = fake_alloc(from->sheet_count * sizeof *to->sheets);
  for (size_t i = 0; i < from->sheet_count; i++)
    sheet_copy(&to->sheets[i], &from->sheets[i]);
  to->names = fake_alloc(from->name_count * sizeof *to->names);
  for (size_t i = 0; i < from->name_count; i++) {
    to->names[i].name = fake_copy(from->names[i].name);
    fake_formula_copy(&to->names[i].content, &from->names[i].content);
  }
  to->databases = copy_list(from->databases, from->database_count, sizeof *to->databases);
  for (size_t i = 0; i < from->database_count; i++)
    to->databases[i].name = fake_copy(from->databases[i].name);
}

void fake_content_clear(fake_content *content) {
  for (size_t i = 0; i < content->sheet_count; i++)
    fake_sheet_clear(&content->sheets[i]);
  for (size_t i = 0; i < content->name_count; i++) {
    free(content->names[i].name);
    fake_formula_clear(&content->names[i].content);
  }
  for (size_t i = 0; i < content->database_count; i++)
    free(content->databases[i].name);
  free(content->sheets);
  free(content->names);
  free(content->databases);
  memset(content, 0, sizeof *content);
}
