/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Properties of ranges and sheets; validations and conditional formats. */
#include "looks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ------------------------------------------------------------------------------- looks of cells */

static int32_t *field_of(fake_look *look, fake_look_field field) {
  return field == FAKE_LOOK_FORMAT    ? &look->format
         : field == FAKE_LOOK_STYLE   ? &look->style
         : field == FAKE_LOOK_JUSTIFY ? &look->justify
                                      : &look->validation;
}

void fake_look_set(fake_document *document, const fake_area *area, fake_look_field field,
                   int32_t value) {
  enum { MOST_ROWS = 20000, MOST_COLUMNS = 400 };
  fake_sheet *sheet = fake_sheet_by_id(document, area->sheet);
  fake_area part = *area;
  if (sheet == NULL || sheet->protected)
    return;
  /* Whole rows and columns: as far as tests look. */
  part.bottom = part.bottom - part.top < MOST_ROWS ? part.bottom : part.top + MOST_ROWS;
  part.right = part.right - part.left < MOST_COLUMNS ? part.right : part.left + MOST_COLUMNS;
  fake_record_cells(document, &part);
  for (int32_t r = part.top; r <= part.bottom; r++) {
    for (int32_t c = part.left; c <= part.right; c++) {
      fake_look *look = &fake_cell_make(sheet, c, r)->look;
      if (field == FAKE_LOOK_WRAPPED)
        look->wrapped = value != 0;
      else
        *field_of(look, field) = value;
    }
  }
  fake_changed(document, area);
}

static bool set_number(kp_uno_incoming *in, const uno_Any *value, fake_look_field field) {
  int32_t number = 0;
  fake_document *document = NULL;
  fake_area area;
  fake_sheet *sheet = NULL;
  bool truth = false;
  if (!fake_here(in, &document, &area, &sheet))
    return false;
  if (kp_uno_any_get_bool(value, &truth))
    number = truth;
  else if (!kp_uno_any_get_long(value, &number))
    return kp_uno_error_set(in->error, KP_UNO_ILLEGAL_ARGUMENT, "no such value");
  fake_look_set(document, &area, field, number);
  return true;
}

static bool set_format(kp_uno_incoming *in, const uno_Any *value) {
  return set_number(in, value, FAKE_LOOK_FORMAT);
}

static bool set_justify(kp_uno_incoming *in, const uno_Any *value) {
  return set_number(in, value, FAKE_LOOK_JUSTIFY);
}

static bool set_wrapped(kp_uno_incoming *in, const uno_Any *value) {
  return set_number(in, value, FAKE_LOOK_WRAPPED);
}

static bool set_style(kp_uno_incoming *in, const uno_Any *value) {
  fake_document *document = NULL;
  fake_area area;
  fake_sheet *sheet = NULL;
  char *name = NULL;
  if (!fake_here(in, &document, &area, &sheet) || !kp_uno_any_get_string(value, &name))
    return false;
  int32_t index = fake_style_index(document, name);
  free(name);
  if (index >= 0)
    fake_look_set(document, &area, FAKE_LOOK_STYLE, index);
  return true;
}

/* What the first cell has; cells that differ are not told of. */
static const fake_look *first_look(kp_uno_incoming *in, fake_document **document) {
  fake_area area;
  fake_sheet *sheet = NULL;
  return fake_here(in, document, &area, &sheet) ? &fake_cell_at(sheet, area.left, area.top)->look
                                                : NULL;
}

static bool get_format(kp_uno_incoming *in, uno_Any *value) {
  fake_document *document = NULL;
  const fake_look *look = first_look(in, &document);
  if (look != NULL)
    kp_uno_any_set_long(value, look->format);
  return look != NULL;
}

static bool get_style(kp_uno_incoming *in, uno_Any *value) {
  fake_document *document = NULL;
  const fake_look *look = first_look(in, &document);
  return look != NULL &&
         kp_uno_any_set_string(value, document->style_bags[look->style].name, in->error);
}

static bool get_wrapped(kp_uno_incoming *in, uno_Any *value) {
  fake_document *document = NULL;
  const fake_look *look = first_look(in, &document);
  if (look != NULL)
    kp_uno_any_set_bool(value, look->wrapped);
  return look != NULL;
}

static bool get_justify(kp_uno_incoming *in, uno_Any *value) {
  fake_document *document = NULL;
  const fake_look *look = first_look(in, &document);
  if (look != NULL)
    kp_uno_any_set_long(value, look->justify);
  return look != NULL;
}

/* ---------------------------------------------------------------------------------------- sheets
 */

static bool get_visible(kp_uno_incoming *in, uno_Any *value) {
  fake_document *document = NULL;
  fake_area area;
  fake_sheet *sheet = NULL;
  bool good = fake_here(in, &document, &area, &sheet);
  if (good)
    kp_uno_any_set_bool(value, sheet->visible);
  return good;
}

/* Nothing happens, and no step is kept, when it is so already; the last visible sheet stays. */
static bool set_visible(kp_uno_incoming *in, const uno_Any *value) {
  fake_document *document = NULL;
  fake_area area;
  fake_sheet *sheet = NULL;
  bool visible = true;
  size_t others = 0;
  if (!fake_here(in, &document, &area, &sheet))
    return false;
  kp_uno_any_get_bool(value, &visible);
  for (size_t i = 0; i < document->content.sheet_count; i++)
    others += document->content.sheets[i].visible && &document->content.sheets[i] != sheet;
  if (visible == sheet->visible || (!visible && others == 0))
    return true;
  fake_record_all(document);
  sheet->visible = visible;
  fake_changed(document, &area);
  return true;
}

static bool get_tab_color(kp_uno_incoming *in, uno_Any *value) {
  fake_document *document = NULL;
  fake_area area;
  fake_sheet *sheet = NULL;
  bool good = fake_here(in, &document, &area, &sheet);
  if (good)
    kp_uno_any_set_long(value, sheet->tab_color);
  return good;
}

static bool set_tab_color(kp_uno_incoming *in, const uno_Any *value) {
  fake_document *document = NULL;
  fake_area area;
  fake_sheet *sheet = NULL;
  if (!fake_here(in, &document, &area, &sheet))
    return false;
  fake_record_all(document);
  kp_uno_any_get_long(value, &sheet->tab_color);
  fake_changed(document, &area);
  return true;
}

static bool set_text(const uno_Any *value, char **text) {
  char *copy = NULL;
  if (!kp_uno_any_get_string(value, &copy))
    return false;
  free(*text);
  *text = copy;
  return true;
}

static bool get_page_style(kp_uno_incoming *in, uno_Any *value) {
  fake_document *document = NULL;
  fake_area area;
  fake_sheet *sheet = NULL;
  return fake_here(in, &document, &area, &sheet) &&
         kp_uno_any_set_string(value, sheet->page_style != NULL ? sheet->page_style : "Default",
                               in->error);
}

static bool set_page_style(kp_uno_incoming *in, const uno_Any *value) {
  fake_document *document = NULL;
  fake_area area;
  fake_sheet *sheet = NULL;
  return fake_here(in, &document, &area, &sheet) && set_text(value, &sheet->page_style);
}

/* Margins and lines: only eyes see them. */
static bool ignore(kp_uno_incoming *in, const uno_Any *value) {
  (void)in;
  (void)value;
  return true;
}

#define RANGE_PROPERTIES                                                                           \
  {"NumberFormat", get_format, set_format}, {"CellStyle", get_style, set_style},                   \
      {"VertJustify", get_justify, set_justify}, {"IsTextWrapped", get_wrapped, set_wrapped},      \
      {"ParaLeftMargin", NULL, ignore}, {"ParaRightMargin", NULL, ignore},                         \
      {"ParaTopMargin", NULL, ignore}, {"ParaBottomMargin", NULL, ignore},                         \
      {"BottomBorder", NULL, ignore}, {"Validation", fake_get_validation, fake_set_validation},    \
      {"ValidationLocal", fake_get_validation, fake_set_validation},                               \
      {"ConditionalFormat", fake_get_conditions, fake_set_conditions}, {                           \
    "ConditionalFormatLocal", fake_get_conditions, fake_set_conditions                             \
  }

const fake_property fake_range_properties[] = {RANGE_PROPERTIES};
const size_t fake_range_property_count =
    sizeof fake_range_properties / sizeof *fake_range_properties;
const fake_property fake_sheet_properties[] = {
    {"IsVisible", get_visible, set_visible},
    {"TabColor", get_tab_color, set_tab_color},
    {"PageStyle", get_page_style, set_page_style},
    RANGE_PROPERTIES,
};
const size_t fake_sheet_property_count =
    sizeof fake_sheet_properties / sizeof *fake_sheet_properties;
