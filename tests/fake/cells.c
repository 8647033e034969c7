/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Content of single cells. */
#include "range.h"

#include <stdlib.h>
#include <string.h>

static fake_area here(const kp_uno_incoming *in) {
  return ((const range *)in->state)->area;
}

static bool set_string(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!fake_range_here(in, &of, &sheet))
    return false;
  char *text = fake_text_argument(in, 0);
  const fake_area at = here(in);
  fake_put_text(of->document, &at, text);
  free(text);
  return true;
}

static bool get_string(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!fake_range_here(in, &of, &sheet))
    return false;
  char *text = fake_take_shown(of->document, &of->area);
  bool good = kp_uno_return_string(in, text);
  free(text);
  return good;
}

static bool set_value(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!fake_range_here(in, &of, &sheet))
    return false;
  const fake_area at = here(in);
  fake_put_number(of->document, &at, KP_UNO_ARG(double, in, 0));
  return true;
}

static bool get_value(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!fake_range_here(in, &of, &sheet))
    return false;
  fake_value value = fake_cell_value(of->document, of->area.sheet, of->area.left, of->area.top);
  *(double *)in->result = value.kind == FAKE_VALUE_NUMBER ? value.number : 0;
  fake_value_clear(&value);
  return true;
}

static bool set_formula(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!fake_range_here(in, &of, &sheet))
    return false;
  char *text = fake_text_argument(in, 0);
  const fake_area at = here(in);
  fake_put_formula(of->document, &at, text);
  free(text);
  return true;
}

static bool get_formula(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!fake_range_here(in, &of, &sheet))
    return false;
  char *text = fake_take_formula(of->document, fake_cell_at(sheet, of->area.left, of->area.top));
  bool good = kp_uno_return_string(in, text);
  free(text);
  return good;
}

static bool get_type(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  return fake_range_here(in, &of, &sheet) &&
         fake_return_long(in, (int32_t)fake_cell_at(sheet, of->area.left, of->area.top)->kind);
}

static bool get_error(kp_uno_incoming *in) {
  range *of = NULL;
  fake_sheet *sheet = NULL;
  if (!fake_range_here(in, &of, &sheet))
    return false;
  fake_value value = fake_cell_value(of->document, of->area.sheet, of->area.left, of->area.top);
  bool bad = value.kind == FAKE_VALUE_ERROR;
  fake_value_clear(&value);
  return fake_return_long(in, bad ? 524 : 0);
}

static const kp_uno_row rows[] = {
    {"com.sun.star.text.XTextRange::getString", get_string, NULL},
    {"com.sun.star.text.XTextRange::setString", set_string, NULL},
    {"com.sun.star.table.XCell::getValue", get_value, NULL},
    {"com.sun.star.table.XCell::setValue", set_value, NULL},
    {"com.sun.star.table.XCell::getFormula", get_formula, NULL},
    {"com.sun.star.table.XCell::setFormula", set_formula, NULL},
    {"com.sun.star.table.XCell::getType", get_type, NULL},
    {"com.sun.star.table.XCell::getError", get_error, NULL},
};
const fake_rows fake_cell_rows = {FAKE_ROW_LIST(rows)};
