/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of texts, sheets and names. */
#include "block.h"

#include "cells.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool fill_line(kp_uno_error *error, uno_Sequence **line, int32_t columns,
                      const char *const *texts) {
  uno_Sequence *made = kp_uno_sequence_new("[]any", (size_t)columns);
  bool good = true;
  if (made == NULL)
    return kp_uno_error_memory(error);
  for (int32_t c = 0; good && c < columns; c++)
    good = kp_uno_any_set_string(&KP_UNO_ELEMENTS(uno_Any, made)[c],
                                 texts[c] != NULL ? texts[c] : "", error);
  if (good) {
    kp_uno_sequence_free(*line, "[]any");
    *line = made;
  } else {
    kp_uno_sequence_free(made, "[]any");
  }
  return good;
}

bool kp_block_write(kp_uno_error *error, uno_Interface *sheet, int32_t left, int32_t top,
                    int32_t columns, int32_t rows, const char *const *texts) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.sheet.XCellRangeData::setDataArray");
  uno_Interface *range = NULL;
  uno_Sequence *data = kp_uno_sequence_new("[][]any", (size_t)rows);
  bool good = true;
  if (data == NULL)
    return kp_uno_error_memory(error);
  for (int32_t r = 0; good && r < rows; r++)
    good = fill_line(error, &KP_UNO_ELEMENTS(uno_Sequence *, data)[r], columns,
                     texts + (size_t)r * (size_t)columns);
  good = good &&
         kp_cells_range(error, sheet, left, top, left + columns - 1, top + rows - 1, &range) &&
         kp_uno_call(error, range, &set, NULL, data);
  kp_uno_release(range);
  kp_uno_sequence_free(data, "[][]any");
  return good;
}

bool kp_block_insert_sheet(kp_uno_error *error, uno_Interface *model, const char *name,
                           uno_Interface **sheet) {
  static kp_uno_method get_count = KP_UNO_METHOD("com.sun.star.container.XIndexAccess::getCount");
  static kp_uno_method insert = KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheets::insertNewByName");
  uno_Interface *sheets = NULL;
  sal_Int32 count = 0;
  bool good = kp_cells_sheets(error, model, &sheets) &&
              kp_uno_call(error, sheets, &get_count, &count) &&
              kp_uno_call(error, sheets, &insert, NULL, name, (int)count) &&
              kp_cells_by_name(error, sheets, name, sheet);
  kp_uno_release(sheets);
  return good;
}

bool kp_block_free_name(kp_uno_error *error, uno_Interface *model, const char *base, char **name) {
  uno_Interface *sheets = NULL;
  size_t size = strlen(base) + 16;
  char *candidate = malloc(size);
  bool taken = true;
  bool good =
      (candidate != NULL || kp_uno_error_memory(error)) && kp_cells_sheets(error, model, &sheets);
  for (int number = 1; good && taken; number++) {
    if (number == 1)
      snprintf(candidate, size, "%s", base);
    else
      snprintf(candidate, size, "%s %d", base, number);
    good = kp_cells_has_name(error, sheets, candidate, &taken);
  }
  kp_uno_release(sheets);
  if (!good)
    free(candidate);
  else
    *name = candidate;
  return good;
}

bool kp_block_sheet_reference(kp_uno_error *error, uno_Interface *sheet, char **reference) {
  char *name = NULL;
  if (!kp_cells_name(error, sheet, &name))
    return false;
  char *quoted = malloc(2 * strlen(name) + sizeof "$''");
  if (quoted != NULL) {
    char *out = quoted;
    *out++ = '$';
    *out++ = '\'';
    for (const char *at = name; *at != '\0'; at++) {
      if (*at == '\'')
        *out++ = '\'';
      *out++ = *at;
    }
    *out++ = '\'';
    *out = '\0';
  }
  free(name);
  *reference = quoted;
  return quoted != NULL || kp_uno_error_memory(error);
}

bool kp_block_name_range(kp_uno_error *error, uno_Interface *model, uno_Interface *sheet,
                         const char *name, int32_t left, int32_t top, int32_t right,
                         int32_t bottom) {
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.sheet.XNamedRanges::addNewByName");
  static kp_uno_method remove = KP_UNO_METHOD("com.sun.star.sheet.XNamedRanges::removeByName");
  kp_uno_cell_range_address where;
  uno_Interface *names = NULL;
  char *reference = NULL;
  char first[8];
  char last[8];
  bool has = false;
  kp_cells_column_name(left, first);
  kp_cells_column_name(right, last);
  bool good = kp_block_sheet_reference(error, sheet, &reference) &&
              kp_cells_address(error, sheet, &where) &&
              kp_uno_property_get_interface(error, model, "NamedRanges", &names) &&
              kp_cells_has_name(error, names, name, &has) &&
              (!has || kp_uno_call(error, names, &remove, NULL, name));
  size_t size = good ? strlen(reference) + 48 : 0;
  char *content = good ? malloc(size) : NULL;
  good = good && (content != NULL || kp_uno_error_memory(error));
  if (good) {
    kp_uno_cell_address origin = {where.sheet, 0, 0};
    snprintf(content, size, "%s.$%s$%d:$%s$%d", reference, first, (int)top + 1, last,
             (int)bottom + 1);
    good = kp_uno_call(error, names, &add, NULL, name, content, &origin, 0);
  }
  free(content);
  free(reference);
  kp_uno_release(names);
  return good;
}
