/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in one cell. */
#include "content.h"

#include <stdlib.h>
#include <string.h>

bool kp_content_look(kp_uno_error *error, uno_Interface *cell, kp_content *content) {
  static kp_uno_method get_type = KP_UNO_METHOD("com.sun.star.table.XCell::getType");
  static kp_uno_method get_value = KP_UNO_METHOD("com.sun.star.table.XCell::getValue");
  static kp_uno_method get_formula = KP_UNO_METHOD("com.sun.star.table.XCell::getFormula");
  static kp_uno_method get_string = KP_UNO_METHOD("com.sun.star.text.XTextRange::getString");
  sal_Int32 kind = KP_CONTENT_EMPTY;
  *content = (kp_content){.kind = KP_CONTENT_EMPTY};
  if (!kp_uno_call(error, cell, &get_type, &kind))
    return false;
  content->kind = (kp_content_kind)kind;
  switch (content->kind) {
  case KP_CONTENT_NUMBER:
    return kp_uno_call(error, cell, &get_value, &content->number);
  case KP_CONTENT_TEXT:
    return kp_uno_call(error, cell, &get_string, &content->text);
  case KP_CONTENT_FORMULA:
    return kp_uno_call(error, cell, &get_formula, &content->text);
  default:
    return true;
  }
}

bool kp_content_read(kp_uno_error *error, uno_Interface *cell, kp_content *content) {
  return kp_content_look(error, cell, content) &&
         kp_uno_property_get_long(error, cell, "NumberFormat", &content->format);
}

void kp_content_clear(kp_content *content) {
  free(content->text);
  *content = (kp_content){.kind = KP_CONTENT_EMPTY};
}

static const char *text_of(const kp_content *content) {
  return content->text != NULL ? content->text : "";
}

bool kp_content_same(const kp_content *one, const kp_content *other) {
  return one->kind == other->kind && one->number == other->number &&
         strcmp(text_of(one), text_of(other)) == 0;
}

bool kp_content_is(const kp_content *content, const char *text) {
  return content->kind == KP_CONTENT_EMPTY
             ? text[0] == '\0'
             : content->kind == KP_CONTENT_TEXT && strcmp(text_of(content), text) == 0;
}

bool kp_content_write(kp_uno_error *error, uno_Interface *cell, const kp_content *content) {
  static kp_uno_method set_value = KP_UNO_METHOD("com.sun.star.table.XCell::setValue");
  static kp_uno_method set_formula = KP_UNO_METHOD("com.sun.star.table.XCell::setFormula");
  static kp_uno_method set_string = KP_UNO_METHOD("com.sun.star.text.XTextRange::setString");
  switch (content->kind) {
  case KP_CONTENT_NUMBER:
    return kp_uno_call(error, cell, &set_value, NULL, content->number);
  case KP_CONTENT_FORMULA: /* it was a formula before: never a text that people typed */
    return kp_uno_call(error, cell, &set_formula, NULL, text_of(content));
  default:
    return kp_uno_call(error, cell, &set_string, NULL, text_of(content));
  }
}

bool kp_content_put(kp_uno_error *error, uno_Interface *cell, const kp_content *content) {
  int32_t format = content->format;
  return kp_content_write(error, cell, content) &&
         kp_uno_property_get_long(error, cell, "NumberFormat", &format) &&
         (format == content->format ||
          kp_uno_property_set_long(error, cell, "NumberFormat", content->format));
}
