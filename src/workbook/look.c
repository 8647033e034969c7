/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is the same for all tables of a document, asked once. */
#include "look.h"

#include "cells.h"

static bool read_names(kp_uno_error *error, uno_Interface *container, uno_Sequence **names) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.container.XNameAccess::getElementNames");
  return kp_uno_call(error, container, &get, names);
}

/* The place of a name; -1 when it is not among them. */
static int32_t find_name(const uno_Sequence *names, const char *name) {
  for (int32_t i = 0; i < names->nElements; i++)
    if (kp_cells_text_is(KP_UNO_ELEMENTS(rtl_uString *const, names)[i], name))
      return i;
  return -1;
}

static bool open_sheets(kp_uno_error *error, kp_look *look) {
  return (look->sheets != NULL || kp_cells_sheets(error, look->model, &look->sheets)) &&
         (look->names != NULL || read_names(error, look->sheets, &look->names));
}

static bool open_ranges(kp_uno_error *error, kp_look *look) {
  return (look->ranges != NULL ||
          kp_uno_property_get_interface(error, look->model, "DatabaseRanges", &look->ranges)) &&
         (look->range_names != NULL || read_names(error, look->ranges, &look->range_names));
}

bool kp_look_state(kp_uno_error *error, const kp_document *document, kp_look *look) {
  return kp_document_read_state(error, document, &look->state);
}

bool kp_look_registry(kp_uno_error *error, kp_look *look) {
  uno_Interface *sheet = NULL;
  int32_t index = -1;
  bool good = kp_look_sheet(error, look, KP_REGISTRY_SHEET, &sheet, &index) &&
              kp_registry_read_sheet(error, sheet, &look->registry);
  kp_uno_release(sheet);
  return good;
}

void kp_look_clear(kp_look *look) {
  kp_uno_sequence_free(look->range_names, "[]string");
  kp_uno_release(look->ranges);
  kp_uno_sequence_free(look->names, "[]string");
  kp_uno_release(look->sheets);
  kp_registry_clear(&look->registry);
  *look = (kp_look){.model = look->model};
}

bool kp_look_sheet(kp_uno_error *error, kp_look *look, const char *name, uno_Interface **sheet,
                   int32_t *index) {
  kp_uno_cell_range_address where;
  bool has = false;
  *sheet = NULL;
  *index = -1;
  if (!open_sheets(error, look))
    return false;
  *index = find_name(look->names, name);
  if (*index >= 0)
    return kp_cells_by_name(error, look->sheets, name, sheet);
  /* The office does not mind capitals. */
  if (!kp_cells_has_name(error, look->sheets, name, &has))
    return false;
  if (!has)
    return true;
  bool good =
      kp_cells_by_name(error, look->sheets, name, sheet) && kp_cells_address(error, *sheet, &where);
  *index = good ? where.sheet : -1;
  return good;
}

bool kp_look_sheet_at(kp_uno_error *error, kp_look *look, int32_t index, uno_Interface **sheet) {
  return open_sheets(error, look) && kp_cells_by_index(error, look->sheets, index, sheet);
}

bool kp_look_range(kp_uno_error *error, kp_look *look, const char *name,
                   kp_uno_cell_range_address *where, bool *has) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.sheet.XDatabaseRange::getDataArea");
  uno_Interface *range = NULL;
  *has = false;
  if (!open_ranges(error, look))
    return false;
  *has = find_name(look->range_names, name) >= 0;
  bool good = (*has || kp_cells_has_name(error, look->ranges, name, has)) &&
              (!*has || (kp_cells_by_name(error, look->ranges, name, &range) &&
                         kp_uno_call(error, range, &get, where)));
  kp_uno_release(range);
  return good;
}
