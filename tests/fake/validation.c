/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of words that cells accept. */
#include "looks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

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
  const fake_area home = {0, 0, 0, 0, 0};
  fake_formula formula;
  char *unknown = NULL;
  fake_formula_read(document, text, &home, &formula);
  for (size_t i = 0; unknown == NULL && i < formula.count; i++) {
    const fake_token *token = &formula.tokens[i];
    bool known = token->kind != FAKE_NAME_TOKEN;
    if (!known && i + 1 < formula.count && token[1].kind == FAKE_SIGN_TOKEN)
      known = strcmp(token[1].text, "(") == 0; /* a function */
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
  fake_look_set(document, area, FAKE_LOOK_VALIDATION, (int32_t)document->validation_count);
  return true;
}

bool fake_get_validation(kp_uno_incoming *in, uno_Any *value) {
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

bool fake_set_validation(kp_uno_incoming *in, const uno_Any *value) {
  fake_document *document = NULL;
  fake_area area;
  fake_sheet *sheet = NULL;
  uno_Interface *object = NULL;
  bool good = fake_here(in, &document, &area, &sheet) && kp_uno_any_get_interface(value, &object) &&
              fake_validation_apply(document, &area, object);
  kp_uno_release(object);
  return good;
}
