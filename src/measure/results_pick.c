/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scores in a selection. */
#include "answers.h"
#include "kernpunt/measure.h"
#include "kernpunt/text.h"
#include "kernpunt/uno.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------------------- what is selected */

static kp_results_area area_of(const kp_uno_cell_range_address *address) {
  return (kp_results_area){address->sheet, address->start_column, address->start_row,
                           address->end_column, address->end_row};
}

static bool is_cell(const kp_results_area *area) {
  return area->left == area->right && area->top == area->bottom;
}

void kp_results_picked(uno_Interface *selection, kp_results_pick *pick) {
  static kp_uno_method get_all =
      KP_UNO_METHOD("com.sun.star.sheet.XSheetCellRanges::getRangeAddresses");
  static kp_uno_method get_one =
      KP_UNO_METHOD("com.sun.star.sheet.XCellRangeAddressable::getRangeAddress");
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_cell_range_address one = {0};
  uno_Sequence *list = NULL;
  *pick = (kp_results_pick){.count = 0};
  uno_Interface *ranges = kp_uno_query(selection, "com.sun.star.sheet.XSheetCellRanges");
  uno_Interface *range = kp_uno_query(selection, "com.sun.star.sheet.XCellRangeAddressable");
  if (ranges != NULL && kp_uno_call(&ignored, ranges, &get_all, &list)) {
    for (int32_t i = 0; list->nElements <= 2 && i < list->nElements; i++)
      pick->areas[pick->count++] = area_of(&KP_UNO_ELEMENTS(kp_uno_cell_range_address, list)[i]);
  } else if (range != NULL && kp_uno_call(&ignored, range, &get_one, &one)) {
    pick->areas[pick->count++] = area_of(&one);
  }
  for (size_t i = 0; i < pick->count; i++)
    if (is_cell(&pick->areas[i]))
      pick->count = 0; /* where the cursor stands is no choice of scores */
  kp_uno_sequence_free(list, "[]com.sun.star.table.CellRangeAddress");
  kp_uno_release(range);
  kp_uno_release(ranges);
}

bool kp_results_same_pick(const kp_results_pick *one, const kp_results_pick *other) {
  bool same = one->count == other->count;
  for (size_t i = 0; same && i < one->count; i++) {
    const kp_results_area *left = &one->areas[i];
    const kp_results_area *right = &other->areas[i];
    same = left->sheet == right->sheet && left->left == right->left && left->top == right->top &&
           left->right == right->right && left->bottom == right->bottom;
  }
  return same;
}

/* -------------------------------------------------------------------------------- reading it */

static bool sheet_at(kp_uno_error *error, uno_Interface *model, int place, uno_Interface **sheet) {
  static kp_uno_method get_sheets =
      KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheetDocument::getSheets");
  static kp_uno_method by_index = KP_UNO_METHOD("com.sun.star.container.XIndexAccess::getByIndex");
  uno_Interface *sheets = NULL;
  uno_Any any;
  kp_uno_any_init(&any);
  bool good = kp_uno_call(error, model, &get_sheets, &sheets) &&
              kp_uno_call(error, sheets, &by_index, &any, place) &&
              kp_uno_any_get_interface(&any, sheet);
  kp_uno_any_clear(&any);
  kp_uno_release(sheets);
  return good;
}

/* Cuts off what lies below and right of the last cell; false when nothing is left. */
static bool within_used(kp_uno_error *error, uno_Interface *sheet, kp_results_area *area) {
  static kp_uno_method make = KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheet::createCursor");
  static kp_uno_method to_end =
      KP_UNO_METHOD("com.sun.star.sheet.XUsedAreaCursor::gotoEndOfUsedArea");
  static kp_uno_method get_address =
      KP_UNO_METHOD("com.sun.star.sheet.XCellRangeAddressable::getRangeAddress");
  kp_uno_cell_range_address used = {0};
  uno_Interface *cursor = NULL;
  bool good = kp_uno_call(error, sheet, &make, &cursor) &&
              kp_uno_call(error, cursor, &to_end, NULL, 0) &&
              kp_uno_call(error, cursor, &get_address, &used);
  kp_uno_release(cursor);
  if (!good)
    return false;
  area->right = area->right < used.end_column ? area->right : used.end_column;
  area->bottom = area->bottom < used.end_row ? area->bottom : used.end_row;
  return true;
}

static bool take_cell(const uno_Any *any, kp_answers_cell *cell) {
  double number = 0;
  *cell = (kp_answers_cell){KP_ANSWERS_ERROR, 0, NULL};
  if (kp_uno_any_get_double(any, &number)) {
    *cell = (kp_answers_cell){KP_ANSWERS_NUMBER, number, NULL};
  } else if (any->pType->eTypeClass == typelib_TypeClass_STRING) {
    const rtl_uString *text = *(rtl_uString *const *)any->pData;
    cell->kind = text->length == 0 ? KP_ANSWERS_BLANK : KP_ANSWERS_TEXT;
  }
  return true;
}

typedef void (*visit)(void *data, const kp_answers_cell *cell, int32_t column, int32_t row);

/* All cells of a rectangle, a block of rows at a time: a million of them take no more memory than
 * a block. */
static bool walk(kp_uno_error *error, uno_Interface *sheet, const kp_results_area *area, visit each,
                 void *data) {
  static kp_uno_method get_part =
      KP_UNO_METHOD("com.sun.star.table.XCellRange::getCellRangeByPosition");
  static kp_uno_method get_data = KP_UNO_METHOD("com.sun.star.sheet.XCellRangeData::getDataArray");
  enum { CELLS = 8192 };
  int32_t columns = area->right - area->left + 1;
  int32_t step = columns < CELLS ? CELLS / columns : 1;
  bool good = true;
  for (int32_t top = area->top; good && top <= area->bottom; top += step) {
    int32_t bottom = top + step - 1 < area->bottom ? top + step - 1 : area->bottom;
    uno_Interface *part = NULL;
    uno_Sequence *rows = NULL;
    good = kp_uno_call(error, sheet, &get_part, &part, (int)area->left, (int)top, (int)area->right,
                       (int)bottom) &&
           kp_uno_call(error, part, &get_data, &rows);
    for (int32_t row = 0; good && row < rows->nElements; row++) {
      const uno_Sequence *line = KP_UNO_ELEMENTS(uno_Sequence *, rows)[row];
      for (int32_t i = 0; i < line->nElements; i++) {
        kp_answers_cell cell;
        if (take_cell(&KP_UNO_ELEMENTS(uno_Any, line)[i], &cell))
          each(data, &cell, area->left + i, top + row);
      }
    }
    kp_uno_sequence_free(rows, "[][]any");
    kp_uno_release(part);
  }
  return good;
}

/* ---------------------------------------------------------------------- whether they are scores */

typedef struct looking {
  size_t filled;
  size_t scores;
  int32_t first; /* row that holds something, -1: none yet */
  size_t in_first;
  size_t first_scores;
} looking;

static void look(void *data, const kp_answers_cell *cell, int32_t column, int32_t row) {
  looking *at = data;
  (void)column;
  bool score = cell->kind == KP_ANSWERS_NUMBER && cell->number >= 0 && cell->number <= 10 &&
               floor(cell->number) == cell->number;
  if (cell->kind == KP_ANSWERS_BLANK)
    return;
  at->filled++;
  at->scores += score;
  if (at->first < 0)
    at->first = row;
  if (at->first == row) {
    at->in_first++;
    at->first_scores += score;
  }
}

/* Most of the first cells are whole numbers from 0 to 10; a row at the top without any is a header,
 * and what stands above it is no answer. */
static bool look_like_scores(kp_uno_error *error, uno_Interface *sheet, kp_results_area *area,
                             bool *scores) {
  const double enough = 0.8;
  looking at = {.first = -1};
  kp_results_area part = *area;
  if ((int64_t)(part.bottom - part.top + 1) * (part.right - part.left + 1) > KP_ANSWERS_DECIDE)
    part.bottom = part.top + KP_ANSWERS_DECIDE / (part.right - part.left + 1);
  if (!walk(error, sheet, &part, look, &at))
    return false;
  if (at.first >= 0 && at.first_scores == 0 && at.first < area->bottom) {
    area->top = at.first + 1;
    at.filled -= at.in_first;
  }
  *scores = at.scores > 0 && (double)at.scores >= enough * (double)at.filled;
  return true;
}

/* On an answer sheet only its column of scores is one. */
static bool in_column(const kp_method *method, const kp_source *source, kp_results_area *area) {
  const kp_source_column *score =
      kp_sources_column(source, kp_answers_part_name(method, KP_ROLE_ANSWER_SCORE));
  if (score == NULL || score->column != area->left || score->column != area->right)
    return false;
  area->top = area->top <= source->header ? source->header + 1 : area->top;
  return area->top <= area->bottom;
}

/* The scale of an area of scores; false after an error. */
static bool settle(kp_uno_error *error, uno_Interface *sheet, const kp_method *method,
                   const kp_source *source, kp_results_area *area, kp_results_group *group,
                   bool *scores) {
  int least = 0;
  int most = 10;
  *scores = false;
  if (!within_used(error, sheet, area))
    return false;
  if (area->right < area->left || area->bottom < area->top)
    return true;
  if (source != NULL) {
    least = source->least;
    most = source->most;
    *scores = in_column(method, source, area);
  } else if (!look_like_scores(error, sheet, area, scores)) {
    return false;
  }
  *scores = *scores && kp_results_start(group, least, most);
  return true;
}

typedef struct adding {
  kp_results_selection *selection;
  kp_results_group *group;
  bool keeps; /* the cells that do not count */
  bool short_of_memory;
} adding;

static void add(void *data, const kp_answers_cell *cell, int32_t column, int32_t row) {
  adding *to = data;
  kp_results_selection *selection = to->selection;
  kp_results_reason reason = kp_results_add(to->group, cell);
  if (reason == KP_RESULTS_COUNTS || !to->keeps || selection->cell_count >= KP_RESULTS_CELLS)
    return;
  if (selection->cells == NULL)
    selection->cells = calloc(KP_RESULTS_CELLS, sizeof *selection->cells);
  if (selection->cells == NULL)
    to->short_of_memory = true;
  else
    selection->cells[selection->cell_count++] =
        (kp_results_cell){column, row, -1, reason, cell->number};
}

static bool name_of(kp_uno_error *error, uno_Interface *sheet, char **name) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.container.XNamed::getName");
  free(*name);
  *name = NULL;
  return kp_uno_call(error, sheet, &get, name);
}

static bool select_one(kp_uno_error *error, uno_Interface *model, const kp_method *method,
                       const kp_sources *sources, size_t at, kp_results_selection *selection,
                       bool *scores) {
  kp_results_area *area = &selection->used[at];
  adding to = {selection, &selection->group[at], at + 1 == selection->pick.count, false};
  uno_Interface *sheet = NULL;
  *scores = false;
  bool good = sheet_at(error, model, area->sheet, &sheet) &&
              name_of(error, sheet, &selection->sheet) &&
              settle(error, sheet, method, kp_sources_on(sources, selection->sheet), area, to.group,
                     scores) &&
              (!*scores || walk(error, sheet, area, add, &to));
  kp_uno_release(sheet);
  return good && (!to.short_of_memory || kp_uno_error_memory(error));
}

bool kp_results_select(kp_uno_error *error, uno_Interface *model, const kp_method *method,
                       const kp_results_pick *pick, kp_results_selection *selection) {
  kp_sources sources = {NULL, 0};
  bool good = true;
  *selection = (kp_results_selection){.scores = pick->count > 0, .pick = *pick};
  memcpy(selection->used, pick->areas, sizeof selection->used);
  if (pick->count == 0)
    return true;
  good = kp_sources_read(error, model, &sources);
  for (size_t i = 0; good && selection->scores && i < pick->count; i++)
    good = select_one(error, model, method, &sources, i, selection, &selection->scores);
  kp_sources_clear(&sources);
  return good;
}

void kp_results_selection_clear(kp_results_selection *selection) {
  free(selection->sheet);
  free(selection->cells);
  *selection = (kp_results_selection){.scores = false};
}
