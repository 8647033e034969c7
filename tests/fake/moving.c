/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows come and go: what moves with them. */
#include "model.h"

#include <stdlib.h>
#include <string.h>

/* What happens to one axis of one sheet. */
typedef struct move {
  int sheet;
  bool columns;
  int32_t at;
  int32_t count; /* negative: taken out */
} move;

/* Where a place goes; false when all of it is gone. A range grows when something is put between its
 * ends, and at the first of them it moves; behind its end nothing happens (measured). */
static bool move_ends(const move *by, int32_t *first, int32_t *last) {
  if (by->count >= 0) {
    *last += *last >= by->at ? by->count : 0;
    *first += *first >= by->at ? by->count : 0;
    return true;
  }
  int32_t gone_to = by->at - by->count - 1; /* last one that goes */
  if (*first >= by->at && *last <= gone_to)
    return false;
  if (*last >= by->at)
    *last = *last > gone_to ? *last + by->count : by->at - 1;
  if (*first >= by->at)
    *first = *first > gone_to ? *first + by->count : by->at;
  return true;
}

static void move_area(const move *by, fake_area *area) {
  if (area->sheet != by->sheet)
    return;
  bool there = by->columns ? move_ends(by, &area->left, &area->right)
                           : move_ends(by, &area->top, &area->bottom);
  area->right = area->right < FAKE_COLUMNS_MAX ? area->right : FAKE_COLUMNS_MAX - 1;
  area->bottom = area->bottom < FAKE_ROWS_MAX ? area->bottom : FAKE_ROWS_MAX - 1;
  if (!there)
    area->sheet = 0;
}

/* In a formula only the row or the column is lost: "$Acties.$C$#REF!". Where it was is still known:
 * a named range goes on to refer to those cells (measured). */
static void move_place(const move *by, fake_token *token) {
  const fake_area before = token->place;
  move_area(by, &token->place);
  if (token->place.sheet == before.sheet)
    return;
  token->place = before;
  token->lost_columns = token->lost_columns || by->columns;
  token->lost_rows = token->lost_rows || !by->columns;
}

static void move_formula(const move *by, fake_formula *formula) {
  for (size_t i = 0; i < formula->count; i++)
    if (formula->tokens[i].kind == FAKE_PLACE_TOKEN)
      move_place(by, &formula->tokens[i]);
}

static void drop_conditions(fake_sheet *sheet) {
  size_t kept = 0;
  for (size_t i = 0; i < sheet->condition_count; i++) {
    fake_condition *condition = &sheet->conditions[i];
    if (condition->area.sheet != 0) {
      sheet->conditions[kept++] = *condition;
      continue;
    }
    free(condition->formula);
    free(condition->style);
    fake_formula_clear(&condition->compiled);
  }
  sheet->condition_count = kept;
}

static size_t drop_areas(fake_area *areas, size_t count) {
  size_t kept = 0;
  for (size_t i = 0; i < count; i++)
    if (areas[i].sheet != 0)
      areas[kept++] = areas[i];
  return kept;
}

static void drop_databases(fake_document *document) {
  fake_content *content = &document->content;
  size_t kept = 0;
  for (size_t i = 0; i < content->database_count; i++) {
    if (content->databases[i].area.sheet != 0)
      content->databases[kept++] = content->databases[i];
    else
      free(content->databases[i].name);
  }
  content->database_count = kept;
}

/* Addresses in the whole document, and the places of range objects that somebody holds. */
static void move_all(fake_document *document, const move *by) {
  fake_content *content = &document->content;
  for (size_t s = 0; s < content->sheet_count; s++) {
    fake_sheet *sheet = &content->sheets[s];
    for (int32_t r = 0; r < sheet->line_count; r++)
      for (int32_t c = 0; c < sheet->lines[r].width; c++)
        move_formula(by, &sheet->lines[r].cells[c].formula);
    for (size_t i = 0; i < sheet->condition_count; i++) {
      fake_area *area = &sheet->conditions[i].area;
      /* A new row looks as the one above it: right below the last one it is among them. */
      if (area->sheet == by->sheet && !by->columns && by->count > 0 && area->bottom + 1 == by->at)
        area->bottom += by->count;
      else
        move_area(by, area);
      move_formula(by, &sheet->conditions[i].compiled);
    }
    for (size_t i = 0; i < sheet->merged_count; i++)
      move_area(by, &sheet->merged[i]);
    for (size_t i = 0; i < sheet->array_count; i++)
      move_area(by, &sheet->arrays[i]);
    move_area(by, &sheet->print);
    move_area(by, &sheet->title_rows);
    drop_conditions(sheet);
    sheet->merged_count = drop_areas(sheet->merged, sheet->merged_count);
    sheet->array_count = drop_areas(sheet->arrays, sheet->array_count);
  }
  for (size_t i = 0; i < content->name_count; i++)
    move_formula(by, &content->names[i].content);
  for (size_t i = 0; i < content->database_count; i++)
    move_area(by, &content->databases[i].area);
  for (size_t i = 0; i < document->live_count; i++)
    if (document->live[i]->top != 0 || document->live[i]->bottom != FAKE_ROWS_MAX - 1)
      move_area(by, document->live[i]);
  drop_databases(document);
}

/* ---------------------------------------------------------------------------------------- rows */

/* A new row looks as the one above it; hidden and filtered are those of the row pushed down
 * (measured). */
static void fill_line(fake_sheet *sheet, int32_t row, const fake_line *above,
                      const fake_line *pushed) {
  fake_line *line = &sheet->lines[row];
  memset(line, 0, sizeof *line);
  line->height = above != NULL ? above->height : 0;
  line->hidden = pushed != NULL && pushed->hidden;
  line->filtered = pushed != NULL && pushed->filtered;
  for (int32_t c = 0; above != NULL && c < above->width; c++)
    fake_cell_make(sheet, c, row)->look = above->cells[c].look;
}

void fake_rows_insert(fake_document *document, int id, int32_t row, int32_t count) {
  fake_sheet *sheet = fake_sheet_by_id(document, id);
  const move by = {id, false, row, count};
  if (sheet->line_count > 0 && row <= sheet->line_count) {
    int32_t before = sheet->line_count;
    fake_line pushed = {.width = 0};
    if (row < before)
      pushed = sheet->lines[row];
    fake_line_make(sheet, before + count - 1);
    memmove(sheet->lines + row + count, sheet->lines + row,
            (size_t)(before - row) * sizeof *sheet->lines);
    for (int32_t i = 0; i < count; i++) {
      fake_line above = {.width = 0};
      if (row > 0)
        above = sheet->lines[row - 1];
      fill_line(sheet, row + i, row > 0 ? &above : NULL, &pushed);
    }
  }
  move_all(document, &by);
}

void fake_rows_remove(fake_document *document, int id, int32_t row, int32_t count) {
  fake_sheet *sheet = fake_sheet_by_id(document, id);
  const move by = {id, false, row, -count};
  int32_t last = row + count < sheet->line_count ? row + count : sheet->line_count;
  for (int32_t r = row; r < last; r++) {
    for (int32_t c = 0; c < sheet->lines[r].width; c++)
      fake_cell_free(&sheet->lines[r].cells[c]);
    free(sheet->lines[r].cells);
  }
  if (row < last) {
    memmove(sheet->lines + row, sheet->lines + last,
            (size_t)(sheet->line_count - last) * sizeof *sheet->lines);
    sheet->line_count -= last - row;
  }
  move_all(document, &by);
}

void fake_columns_insert(fake_document *document, int id, int32_t column, int32_t count) {
  fake_sheet *sheet = fake_sheet_by_id(document, id);
  const move by = {id, true, column, count};
  for (int32_t r = 0; r < sheet->line_count; r++) {
    fake_line *line = &sheet->lines[r];
    int32_t before = line->width;
    if (column >= before)
      continue;
    fake_cell_make(sheet, before + count - 1, r);
    memmove(line->cells + column + count, line->cells + column,
            (size_t)(before - column) * sizeof *line->cells);
    for (int32_t i = 0; i < count; i++) {
      memset(&line->cells[column + i], 0, sizeof *line->cells);
      if (column > 0)
        line->cells[column + i].look = line->cells[column - 1].look;
    }
  }
  move_all(document, &by);
}

static bool cuts(const fake_area *area, int32_t row) {
  return area->top <= row && row <= area->bottom;
}

bool fake_rows_fit(const fake_sheet *sheet, int32_t row, int32_t count) {
  bool fits = true;
  for (size_t i = 0; i < sheet->array_count; i++)
    fits = fits && !cuts(&sheet->arrays[i], row);
  for (int32_t r = FAKE_ROWS_MAX - count; fits && r < sheet->line_count; r++)
    for (int32_t c = 0; c < sheet->lines[r].width; c++)
      fits = fits && sheet->lines[r].cells[c].kind == FAKE_EMPTY;
  return fits;
}

/* -------------------------------------------------------------------------------------- sheets */

static void lose_area(int sheet, fake_area *area) {
  if (area->sheet == sheet)
    area->sheet = 0;
}

static void lose_formula(int sheet, fake_formula *formula) {
  for (size_t i = 0; i < formula->count; i++)
    if (formula->tokens[i].kind == FAKE_PLACE_TOKEN)
      lose_area(sheet, &formula->tokens[i].place);
}

/* A name goes on to refer to the place that the sheet had (measured). */
static void lose_name(const fake_document *document, int sheet, fake_formula *formula) {
  for (size_t i = 0; i < formula->count; i++)
    if (formula->tokens[i].kind == FAKE_PLACE_TOKEN && formula->tokens[i].place.sheet == sheet)
      formula->tokens[i].place.sheet = -fake_sheet_index(document, sheet) - 1;
}

void fake_sheet_lost(fake_document *document, int id) {
  fake_content *content = &document->content;
  for (size_t s = 0; s < content->sheet_count; s++)
    for (int32_t r = 0; r < content->sheets[s].line_count; r++)
      for (int32_t c = 0; c < content->sheets[s].lines[r].width; c++)
        lose_formula(id, &content->sheets[s].lines[r].cells[c].formula);
  for (size_t i = 0; i < content->name_count; i++)
    lose_name(document, id, &content->names[i].content);
  for (size_t i = 0; i < content->database_count; i++)
    lose_area(id, &content->databases[i].area);
  for (size_t i = 0; i < document->live_count; i++)
    lose_area(id, document->live[i]);
  drop_databases(document);
}
