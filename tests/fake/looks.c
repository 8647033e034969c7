/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Properties of ranges and sheets; validations and conditional formats. */
#include "document.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ------------------------------------------------------------------------------- looks of cells */

typedef struct look_change {
  enum { FORMAT, STYLE, JUSTIFY, WRAPPED, VALIDATION } what;
  int32_t value;
} look_change;

static int32_t *field(fake_look *look, const look_change *change) {
  return change->what == FORMAT    ? &look->format
         : change->what == STYLE   ? &look->style
         : change->what == JUSTIFY ? &look->justify
                                   : &look->validation;
}

static void change_look(fake_document *document, const fake_area *area, look_change change) {
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
      if (change.what == WRAPPED)
        look->wrapped = change.value != 0;
      else
        *field(look, &change) = change.value;
    }
  }
  fake_changed(document, area);
}

static bool set_number(kp_uno_incoming *in, const uno_Any *value, look_change change) {
  fake_document *document = NULL;
  fake_area area;
  fake_sheet *sheet = NULL;
  bool truth = false;
  if (!fake_here(in, &document, &area, &sheet))
    return false;
  if (kp_uno_any_get_bool(value, &truth))
    change.value = truth;
  else if (!kp_uno_any_get_long(value, &change.value))
    return kp_uno_error_set(in->error, KP_UNO_ILLEGAL_ARGUMENT, "no such value");
  change_look(document, &area, change);
  return true;
}

static bool set_format(kp_uno_incoming *in, const uno_Any *value) {
  return set_number(in, value, (look_change){FORMAT, 0});
}

static bool set_justify(kp_uno_incoming *in, const uno_Any *value) {
  return set_number(in, value, (look_change){JUSTIFY, 0});
}

static bool set_wrapped(kp_uno_incoming *in, const uno_Any *value) {
  return set_number(in, value, (look_change){WRAPPED, 0});
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
    change_look(document, &area, (look_change){STYLE, index});
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

/* ----------------------------------------------------------------------------------- validation */

/* A copy of what the range had; it counts when the range gets it back. */
typedef struct validation {
  fake_validation of;
} validation;

static void validation_clear(fake_validation *of) {
  free(of->message);
  free(of->title);
  free(of->formula);
  free(of->broken);
  memset(of, 0, sizeof *of);
}

static fake_validation validation_copy(const fake_validation *from) {
  fake_validation made = *from;
  made.message = fake_copy(from->message);
  made.title = fake_copy(from->title);
  made.formula = fake_copy(from->formula);
  made.broken = from->broken != NULL ? fake_copy(from->broken) : NULL;
  return made;
}

void fake_validations_clear(fake_document *document) {
  for (size_t i = 0; i < document->validation_count; i++)
    validation_clear(&document->validations[i]);
  free(document->validations);
}

static fake_validation *validation_of(const kp_uno_incoming *in) {
  return &((validation *)in->state)->of;
}

static bool set_text(const uno_Any *value, char **text) {
  char *copy = NULL;
  if (!kp_uno_any_get_string(value, &copy))
    return false;
  free(*text);
  *text = copy;
  return true;
}

static bool validation_get(kp_uno_incoming *in, uno_Any *value) {
  const fake_validation *of = validation_of(in);
  char *name = fake_text_argument(in, 0);
  bool good = true;
  if (strcmp(name, "Type") == 0)
    good = kp_uno_any_set(value, "com.sun.star.sheet.ValidationType", &of->type, in->error);
  else if (strcmp(name, "ErrorAlertStyle") == 0)
    good = kp_uno_any_set(value, "com.sun.star.sheet.ValidationAlertStyle", &of->alert, in->error);
  else if (strcmp(name, "ShowList") == 0)
    kp_uno_any_set_short(value, of->list);
  else if (strcmp(name, "ShowErrorMessage") == 0)
    kp_uno_any_set_bool(value, of->shows_error);
  else if (strcmp(name, "IgnoreBlankCells") == 0)
    kp_uno_any_set_bool(value, of->ignores_blank);
  else if (strcmp(name, "ErrorMessage") == 0)
    good = kp_uno_any_set_string(value, of->message, in->error);
  else if (strcmp(name, "ErrorTitle") == 0)
    good = kp_uno_any_set_string(value, of->title, in->error);
  else
    good = kp_uno_error_set(in->error, FAKE_UNKNOWN_PROPERTY, "%s", name);
  free(name);
  return good;
}

static bool validation_set(kp_uno_incoming *in, const uno_Any *value) {
  fake_validation *of = validation_of(in);
  char *name = fake_text_argument(in, 0);
  int32_t number = 0;
  bool good = true;
  if (strcmp(name, "Type") == 0)
    good = kp_uno_any_get_long(value, &of->type);
  else if (strcmp(name, "ErrorAlertStyle") == 0)
    good = kp_uno_any_get_long(value, &of->alert);
  else if (strcmp(name, "ShowList") == 0 && (good = kp_uno_any_get_long(value, &number)))
    of->list = (int16_t)number;
  else if (strcmp(name, "ShowErrorMessage") == 0)
    good = kp_uno_any_get_bool(value, &of->shows_error);
  else if (strcmp(name, "IgnoreBlankCells") == 0)
    good = kp_uno_any_get_bool(value, &of->ignores_blank);
  else if (strcmp(name, "ErrorMessage") == 0)
    good = set_text(value, &of->message);
  else if (strcmp(name, "ErrorTitle") == 0)
    good = set_text(value, &of->title);
  else if (strncmp(name, "Input", 5) != 0 && strcmp(name, "ShowInputMessage") != 0)
    good = kp_uno_error_set(in->error, FAKE_UNKNOWN_PROPERTY, "%s", name);
  free(name);
  return good || in->error->type[0] != '\0' ||
         kp_uno_error_set(in->error, KP_UNO_ILLEGAL_ARGUMENT, "no such value");
}

static bool set_formula1(kp_uno_incoming *in) {
  fake_validation *of = validation_of(in);
  free(of->formula);
  of->formula = fake_text_argument(in, 0);
  return true;
}

static bool get_formula1(kp_uno_incoming *in) {
  return kp_uno_return_string(in, validation_of(in)->formula);
}

static void finalize_validation(void *state) {
  validation_clear(&((validation *)state)->of);
}

static const fake_property validation_properties[] = {{"*", validation_get, validation_set}};
static const kp_uno_row validation_rows[] = {
    {"com.sun.star.sheet.XSheetCondition::setFormula1", set_formula1, NULL},
    {"com.sun.star.sheet.XSheetCondition::getFormula1", get_formula1, NULL},
};
static const char *const validation_interfaces[] = {"com.sun.star.sheet.XSheetCondition",
                                                    "com.sun.star.beans.XPropertySet", NULL};
static fake_class validation_class = {.table = {.implementation = "Validation",
                                                .interfaces = validation_interfaces,
                                                FAKE_ROWS(validation_rows),
                                                .state_size = sizeof(validation),
                                                .finalize = finalize_validation},
                                      FAKE_PROPERTIES(validation_properties)};

uno_Interface *fake_validation_new(fake_document *document, const fake_area *area) {
  const fake_validation none = {.message = "", .title = "", .formula = "", .ignores_blank = true};
  const fake_sheet *sheet = fake_sheet_by_id(document, area->sheet);
  int32_t index = fake_cell_at(sheet, area->left, area->top)->look.validation;
  void *state = NULL;
  uno_Interface *made = fake_object_new(&validation_class, &state);
  ((validation *)state)->of =
      validation_copy(index > 0 ? &document->validations[index - 1] : &none);
  return made;
}

/* A name that does not exist yet is compiled in as #NAME? and stays so (measured). */
static char *unknown_name(fake_document *document, const char *text) {
  static const char *const functions[] = {"OFFSET", "MAX", "COUNTA", "ROWS", "INDIRECT"};
  const fake_area home = {0, 0, 0, 0, 0};
  fake_formula formula;
  char *unknown = NULL;
  fake_formula_read(document, text, &home, &formula);
  for (size_t i = 0; unknown == NULL && i < formula.count; i++) {
    const fake_token *token = &formula.tokens[i];
    bool known = token->kind != FAKE_NAME_TOKEN;
    for (size_t k = 0; k < sizeof functions / sizeof *functions; k++)
      known = known || strcasecmp(token->text, functions[k]) == 0;
    for (size_t k = 0; !known && k < document->content.name_count; k++)
      known = strcasecmp(token->text, document->content.names[k].name) == 0;
    if (!known)
      unknown = fake_copy(token->text);
  }
  fake_formula_clear(&formula);
  return unknown;
}

bool fake_validation_apply(fake_document *document, const fake_area *area, uno_Interface *object) {
  const validation *from = fake_object_state(object, &validation_class);
  if (from == NULL)
    return false;
  fake_validation made = validation_copy(&from->of);
  free(made.broken);
  made.broken = unknown_name(document, made.formula);
  *FAKE_APPEND(document->validations, document->validation_count) = made;
  change_look(document, area, (look_change){VALIDATION, (int32_t)document->validation_count});
  return true;
}

static bool get_validation(kp_uno_incoming *in, uno_Any *value) {
  fake_document *document = NULL;
  fake_area area;
  fake_sheet *sheet = NULL;
  if (!fake_here(in, &document, &area, &sheet))
    return false;
  uno_Interface *made = fake_validation_new(document, &area);
  bool good = kp_uno_any_set_interface(value, "com.sun.star.beans.XPropertySet", made, in->error);
  kp_uno_release(made);
  return good;
}

static bool set_validation(kp_uno_incoming *in, const uno_Any *value) {
  fake_document *document = NULL;
  fake_area area;
  fake_sheet *sheet = NULL;
  uno_Interface *object = NULL;
  bool good = fake_here(in, &document, &area, &sheet) && kp_uno_any_get_interface(value, &object) &&
              fake_validation_apply(document, &area, object);
  kp_uno_release(object);
  return good;
}

/* --------------------------------------------------------------------------- conditional formats
 */

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

static bool get_conditions(kp_uno_incoming *in, uno_Any *value) {
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

static bool set_conditions(kp_uno_incoming *in, const uno_Any *value) {
  fake_document *document = NULL;
  fake_area area;
  fake_sheet *sheet = NULL;
  uno_Interface *object = NULL;
  bool good = fake_here(in, &document, &area, &sheet) && kp_uno_any_get_interface(value, &object) &&
              fake_conditions_apply(document, &area, object);
  kp_uno_release(object);
  return good;
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

#define RANGE_PROPERTIES                                                                           \
  {"NumberFormat", get_format, set_format}, {"CellStyle", get_style, set_style},                   \
      {"VertJustify", get_justify, set_justify}, {"IsTextWrapped", get_wrapped, set_wrapped},      \
      {"Validation", get_validation, set_validation},                                              \
      {"ValidationLocal", get_validation, set_validation},                                         \
      {"ConditionalFormat", get_conditions, set_conditions}, {                                     \
    "ConditionalFormatLocal", get_conditions, set_conditions                                       \
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
