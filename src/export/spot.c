/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where something can be put. */
#include "spot.h"

#include "kernpunt/measure_plan.h"

#include <stdlib.h>
#include <string.h>

bool kp_export_may(kp_uno_error *error, const kp_document *document, kp_text *refusal) {
  kp_workbook_state state;
  bool good = kp_workbook_state_read(error, document, &state);
  *refusal = !good                ? KP_TEXT_NONE
             : !state.spreadsheet ? KP_TEXT_NO_DOCUMENT
             : state.readonly     ? KP_TEXT_READ_ONLY
             : state.shared       ? KP_TEXT_EXPORT_SHARED
                                  : KP_TEXT_NONE;
  kp_workbook_state_clear(&state);
  return good;
}

/* ------------------------------------------------------------------------------- at the cursor */

/* The cell of the selection, on a sheet where people work themselves; false when there is none. */
static bool cursor_of(const kp_document *document, const char *avoid, kp_export_spot *spot) {
  static kp_uno_method active =
      KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheetView::getActiveSheet");
  static kp_uno_method selection =
      KP_UNO_METHOD("com.sun.star.view.XSelectionSupplier::getSelection");
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_cell_range_address where = {0};
  uno_Interface *range = NULL;
  char **names = NULL;
  size_t count = 0;
  size_t front = 0;
  uno_Any any;
  kp_uno_any_init(&any);
  bool good = document->controller != NULL &&
              kp_uno_call(&ignored, document->controller, &active, &spot->on) && spot->on != NULL &&
              kp_export_name_of(&ignored, spot->on, &spot->sheet) &&
              kp_uno_call(&ignored, document->controller, &selection, &any) &&
              kp_uno_any_get_interface(&any, &range) &&
              kp_export_address(&ignored, range, &where) &&
              kp_answers_sheets(&ignored, document, &names, &count, &front);
  bool theirs = false;
  for (size_t i = 0; good && i < count; i++)
    theirs = theirs || strcmp(names[i], spot->sheet) == 0;
  good = good && theirs && (avoid == NULL || strcmp(avoid, spot->sheet) != 0);
  spot->left = where.start_column;
  spot->top = where.start_row;
  kp_answers_sheets_free(names, count);
  kp_uno_any_clear(&any);
  kp_uno_release(range);
  return good;
}

/* Whether it fits there with an empty row and column around, so that it does not grow together with
 * what people have. */
static bool fits(const kp_export_spot *spot, int columns, int rows) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_cell_range_address whole;
  bool locked = true;
  bool filled = true;
  int32_t right = spot->left + columns;
  int32_t bottom = spot->top + rows;
  return kp_export_address(&ignored, spot->on, &whole) && right <= whole.end_column &&
         bottom <= whole.end_row && kp_export_protected(&ignored, spot->on, &locked) && !locked &&
         kp_export_filled(&ignored, spot->on, spot->left > 0 ? spot->left - 1 : 0,
                          spot->top > 0 ? spot->top - 1 : 0, right, bottom, &filled) &&
         !filled;
}

bool kp_export_spot_find(kp_uno_error *error, const kp_document *document, const char *avoid,
                         int columns, int rows, kp_export_spot *spot, kp_text *refusal) {
  bool locked = false;
  *spot = (kp_export_spot){.sheet = NULL};
  *refusal = KP_TEXT_NONE;
  if (cursor_of(document, avoid, spot) && fits(spot, columns, rows))
    return true;
  kp_export_spot_clear(spot);
  bool good = kp_export_protected(error, document->model, &locked);
  if (locked)
    *refusal = KP_TEXT_STRUCTURE_PROTECTED;
  return good;
}

bool kp_export_spot_open(kp_uno_error *error, const kp_document *document, const char *title,
                         kp_export_spot *spot) {
  return spot->on != NULL || (kp_export_new_sheet(error, document->model, title, &spot->on) &&
                              kp_export_name_of(error, spot->on, &spot->sheet));
}

void kp_export_spot_show(const kp_document *document, const kp_export_spot *spot) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  char cell[KP_EXPORT_CELL_SIZE];
  if (document->controller != NULL && spot->sheet != NULL)
    kp_workbook_jump_cell(&ignored, document, spot->sheet,
                          kp_export_cell_name(spot->left, spot->top, false, cell));
}

char *kp_export_spot_name(const kp_export_spot *spot) {
  char cell[KP_EXPORT_CELL_SIZE];
  return kp_export_format("%s.%s", spot->sheet != NULL ? spot->sheet : "",
                          kp_export_cell_name(spot->left, spot->top, false, cell));
}

void kp_export_spot_clear(kp_export_spot *spot) {
  kp_uno_release(spot->on);
  free(spot->sheet);
  *spot = (kp_export_spot){.sheet = NULL};
}
