/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a new row goes, and its ID. */
#include "place.h"

#include "cells.h"

#include <stdio.h>
#include <string.h>

#include <rtl/random.h>

static bool begins_with(const uno_Any *value, const char *text) {
  if (value->pType->eTypeClass != typelib_TypeClass_STRING)
    return false;
  const rtl_uString *string = *(rtl_uString *const *)value->pData;
  size_t length = strlen(text);
  if ((size_t)string->length < length)
    return false;
  for (size_t i = 0; i < length; i++)
    if (string->buffer[i] != (sal_Unicode)text[i])
      return false;
  return true;
}

/* The column of IDs from row 0 to the last used one. */
static bool read_ids(kp_uno_error *error, const kp_grid *grid, int32_t *last, uno_Sequence **ids) {
  int32_t column = 0;
  return kp_cells_used(error, grid->sheet, &column, last) &&
         kp_cells_data(error, grid->sheet, grid->id, 0, grid->id, *last, ids);
}

/* Last row that holds something in a column of the table; what people keep
 * beside it is theirs. */
static bool last_content(kp_uno_error *error, const kp_grid *grid, int32_t first, int32_t bottom,
                         int32_t *last) {
  int32_t found = 0;
  *last = first - 1;
  bool good = true;
  for (size_t i = 0; good && i < grid->count; i++) {
    int32_t column = grid->columns[i].column;
    good = kp_cells_last(error, grid->sheet, column, first, column, bottom, &found);
    *last = found > *last ? found : *last;
  }
  return good;
}

bool kp_place_find(kp_uno_error *error, const kp_grid *grid, kp_place *place) {
  uno_Sequence *ids = NULL;
  int32_t bottom = 0;
  int32_t end = -1;
  int32_t last = 0;
  bool good = read_ids(error, grid, &bottom, &ids);
  for (int32_t row = 0; good && row < ids->nElements; row++) {
    const uno_Sequence *line = KP_UNO_ELEMENTS(uno_Sequence *const, ids)[row];
    if (line->nElements > 0 && begins_with(KP_UNO_ELEMENTS(const uno_Any, line), KP_WORKBOOK_END))
      end = row;
  }
  kp_uno_sequence_free(ids, "[][]any");
  int32_t first = end >= 0 ? end + 1 : grid->top;
  good = good && last_content(error, grid, first, bottom, &last);
  if (good) {
    place->below_end = end < 0 || last >= first;
    place->row = place->below_end ? last + 1 : end;
    place->warning = !place->below_end ? KP_TEXT_NONE
                     : end < 0         ? KP_TEXT_MARKER_MISSING
                                       : KP_TEXT_MARKER_NOT_LAST;
  }
  return good;
}

static void random_id(rtlRandomPool pool, const char *prefix, char id[KP_ID_SIZE]) {
  static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; /* no I L O U: misread easily */
  unsigned char bytes[5];
  rtl_random_getBytes(pool, bytes, sizeof bytes);
  snprintf(id, KP_ID_SIZE, "%.3s-%c%c%c%c%c", prefix, digits[bytes[0] & 31], digits[bytes[1] & 31],
           digits[bytes[2] & 31], digits[bytes[3] & 31], digits[bytes[4] & 31]);
}

bool kp_place_new_id(kp_uno_error *error, const kp_grid *grid, const char *prefix,
                     char id[KP_ID_SIZE]) {
  uno_Sequence *ids = NULL;
  int32_t last = 0;
  rtlRandomPool pool = rtl_random_createPool();
  bool unique = false;
  bool good = (pool != NULL || kp_uno_error_memory(error)) && read_ids(error, grid, &last, &ids);
  for (int attempt = 0; good && !unique && attempt < 1000; attempt++) {
    random_id(pool, prefix, id);
    unique = true;
    for (int32_t row = 0; unique && row < ids->nElements; row++)
      unique = !kp_cells_is(ids, 0, row, id);
  }
  if (pool != NULL)
    rtl_random_destroyPool(pool);
  kp_uno_sequence_free(ids, "[][]any");
  return good && (unique || kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "no free ID"));
}
