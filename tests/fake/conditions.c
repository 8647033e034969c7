/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditional formats. */
#include "looks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

typedef struct conditions {
  fake_condition *list;
  size_t count;
} conditions;

static void condition_clear(fake_condition *condition) {
  free(condition->formula);
  free(condition->style);
  fake_formula_clear(&condition->compiled);
}

static bool add_condition(kp_uno_incoming *in) {
  conditions *of = in->state;
  const uno_Sequence *entry = KP_UNO_ARG(uno_Sequence *, in, 0);
  fake_condition *made = FAKE_APPEND(of->list, of->count);
  for (sal_Int32 i = 0; i < entry->nElements; i++) {
    const kp_uno_property_value *property = &KP_UNO_ELEMENTS(const kp_uno_property_value, entry)[i];
    if (kp_uno_string_is(property->name, "Operator"))
      kp_uno_any_get_long(&property->value, &made->operator);
    else if (kp_uno_string_is(property->name, "Formula1"))
      kp_uno_any_get_string(&property->value, &made->formula);
    else if (kp_uno_string_is(property->name, "StyleName"))
      kp_uno_any_get_string(&property->value, &made->style);
  }
  return true;
}

static bool count_conditions(kp_uno_incoming *in) {
  return fake_return_long(in, (int32_t)((conditions *)in->state)->count);
}

static bool clear_conditions(kp_uno_incoming *in) {
  conditions *of = in->state;
  while (of->count > 0)
    condition_clear(&of->list[--of->count]);
  return true;
}

static void finalize_conditions(void *state) {
  conditions *of = state;
  while (of->count > 0)
    condition_clear(&of->list[--of->count]);
  free(of->list);
}

static const kp_uno_row condition_rows[] = {
    {"com.sun.star.sheet.XSheetConditionalEntries::addNew", add_condition, NULL},
    {"com.sun.star.sheet.XSheetConditionalEntries::clear", clear_conditions, NULL},
    {"com.sun.star.container.XIndexAccess::getCount", count_conditions, NULL},
};
static const char *const condition_interfaces[] = {"com.sun.star.sheet.XSheetConditionalEntries",
                                                   NULL};
static fake_class conditions_class = {.table = {.implementation = "ConditionalEntries",
                                                .interfaces = condition_interfaces,
                                                FAKE_ROWS(condition_rows),
                                                .state_size = sizeof(conditions),
                                                .finalize = finalize_conditions}};

static bool overlaps(const fake_area *one, const fake_area *other) {
  return one->left <= other->right && other->left <= one->right && one->top <= other->bottom &&
         other->top <= one->bottom;
}

/* Those that the first cell has. */
uno_Interface *fake_conditions_new(fake_document *document, const fake_area *area) {
  const fake_sheet *sheet = fake_sheet_by_id(document, area->sheet);
  const fake_area first = {area->sheet, area->left, area->top, area->left, area->top};
  void *state = NULL;
  uno_Interface *made = fake_object_new(&conditions_class, &state);
  conditions *of = state;
  for (size_t i = 0; i < sheet->condition_count; i++) {
    if (!overlaps(&sheet->conditions[i].area, &first))
      continue;
    fake_condition *copy = FAKE_APPEND(of->list, of->count);
    copy->formula = fake_copy(sheet->conditions[i].formula);
    copy->style = fake_copy(sheet->conditions[i].style);
    copy->operator= sheet->conditions[i].operator;
  }
  return made;
}

/* What the cells had before is replaced. */
bool fake_conditions_apply(fake_document *document, const fake_area *area, uno_Interface *object) {
  const conditions *from = fake_object_state(object, &conditions_class);
  fake_sheet *sheet = fake_sheet_by_id(document, area->sheet);
  size_t kept = 0;
  if (from == NULL)
    return false;
  fake_record_all(document);
  for (size_t i = 0; i < sheet->condition_count; i++) {
    if (overlaps(&sheet->conditions[i].area, area))
      condition_clear(&sheet->conditions[i]);
    else
      sheet->conditions[kept++] = sheet->conditions[i];
  }
  sheet->condition_count = kept;
  for (size_t i = 0; i < from->count; i++) {
    fake_condition *made = FAKE_APPEND(sheet->conditions, sheet->condition_count);
    made->area = *area;
    made->operator= from->list[i].operator;
    made->formula = fake_copy(from->list[i].formula);
    made->style = fake_copy(from->list[i].style);
    fake_formula_read(document, made->formula, area, &made->compiled);
  }
  fake_changed(document, area);
  return true;
}

bool fake_get_conditions(kp_uno_incoming *in, uno_Any *value) {
  fake_document *document = NULL;
  fake_area area;
  fake_sheet *sheet = NULL;
  if (!fake_here(in, &document, &area, &sheet))
    return false;
  uno_Interface *made = fake_conditions_new(document, &area);
  bool good = kp_uno_any_set_interface(value, "com.sun.star.sheet.XSheetConditionalEntries", made,
                                       in->error);
  kp_uno_release(made);
  return good;
}

bool fake_set_conditions(kp_uno_incoming *in, const uno_Any *value) {
  fake_document *document = NULL;
  fake_area area;
  fake_sheet *sheet = NULL;
  uno_Interface *object = NULL;
  bool good = fake_here(in, &document, &area, &sheet) && kp_uno_any_get_interface(value, &object) &&
              fake_conditions_apply(document, &area, object);
  kp_uno_release(object);
  return good;
}
