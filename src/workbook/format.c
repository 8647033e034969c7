/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cell styles, number formats, lists of words and conditional formats. */
#include "format.h"

#include "cells.h"

/* One of our styles. Both colors are always given, so that a dark document stays readable. */
typedef struct style {
  const char *name;
  int32_t text_color;
  int32_t background;
  double weight; /* 100 is normal, 150 bold */
} style;

static const style styles[] = {
    {KP_STYLE_HEADER, 0x1F2A38, 0xD5DEE9, 150.0},
    {KP_STYLE_END, 0x4A4A4A, 0xEEEEEE, 100.0},
    {KP_STYLE_OVERDUE, 0x8B1A10, 0xFBE3DF, 150.0},
};

static bool create_style(kp_uno_error *error, uno_Interface *model, uno_Interface *family,
                         const style *wanted) {
  static kp_uno_method create =
      KP_UNO_METHOD("com.sun.star.lang.XMultiServiceFactory::createInstance");
  static kp_uno_method insert =
      KP_UNO_METHOD("com.sun.star.container.XNameContainer::insertByName");
  uno_Interface *object = NULL;
  uno_Any any;
  kp_uno_any_init(&any);
  bool good = kp_uno_call(error, model, &create, &object, "com.sun.star.style.CellStyle") &&
              kp_uno_any_set_interface(&any, "com.sun.star.style.XStyle", object, error) &&
              kp_uno_call(error, family, &insert, NULL, wanted->name, &any) &&
              kp_uno_property_set_long(error, object, "CharColor", wanted->text_color) &&
              kp_uno_property_set_long(error, object, "CellBackColor", wanted->background) &&
              kp_uno_property_set_double(error, object, "CharWeight", wanted->weight);
  kp_uno_any_clear(&any);
  kp_uno_release(object);
  return good;
}

bool kp_format_styles(kp_uno_error *error, uno_Interface *model) {
  static kp_uno_method get =
      KP_UNO_METHOD("com.sun.star.style.XStyleFamiliesSupplier::getStyleFamilies");
  uno_Interface *families = NULL;
  uno_Interface *family = NULL;
  bool good = kp_uno_call(error, model, &get, &families) &&
              kp_cells_by_name(error, families, "CellStyles", &family);
  for (size_t i = 0; good && i < sizeof styles / sizeof *styles; i++) {
    bool has = false;
    good = kp_cells_has_name(error, family, styles[i].name, &has) &&
           (has || create_style(error, model, family, &styles[i]));
  }
  kp_uno_release(family);
  kp_uno_release(families);
  return good;
}

bool kp_format_key(kp_uno_error *error, uno_Interface *model, const char *code, int32_t *key) {
  static kp_uno_method get =
      KP_UNO_METHOD("com.sun.star.util.XNumberFormatsSupplier::getNumberFormats");
  static kp_uno_method query = KP_UNO_METHOD("com.sun.star.util.XNumberFormats::queryKey");
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.util.XNumberFormats::addNew");
  uno_Interface *formats = NULL;
  sal_Int32 found = -1;
  kp_uno_locale locale = {kp_uno_string_new("en"), kp_uno_string_new("US"), kp_uno_string_new("")};
  bool good = (locale.language != NULL && locale.country != NULL && locale.variant != NULL) ||
              kp_uno_error_memory(error);
  good = good && kp_uno_call(error, model, &get, &formats) &&
         kp_uno_call(error, formats, &query, &found, code, &locale, 0) &&
         (found >= 0 || kp_uno_call(error, formats, &add, &found, code, &locale));
  if (good)
    *key = found;
  kp_uno_release(formats);
  rtl_uString *parts[] = {locale.language, locale.country, locale.variant};
  for (size_t i = 0; i < 3; i++)
    if (parts[i] != NULL)
      rtl_uString_release(parts[i]);
  return good;
}

static bool set_enum(kp_uno_error *error, uno_Interface *object, const char *name, const char *type,
                     sal_Int32 value) {
  uno_Any any;
  kp_uno_any_init(&any);
  bool good =
      kp_uno_any_set(&any, type, &value, error) && kp_uno_property_set(error, object, name, &any);
  kp_uno_any_clear(&any);
  return good;
}

bool kp_format_list(kp_uno_error *error, uno_Interface *range, const char *words) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.sheet.XSheetCondition::setFormula1");
  enum { LIST = 6, UNSORTED = 1, WARNING = 1 };
  uno_Interface *validation = NULL;
  uno_Any any;
  kp_uno_any_init(&any);
  bool good =
      kp_uno_property_get_interface(error, range, "Validation", &validation) &&
      set_enum(error, validation, "Type", "com.sun.star.sheet.ValidationType", LIST) &&
      set_enum(error, validation, "ErrorAlertStyle", "com.sun.star.sheet.ValidationAlertStyle",
               WARNING) &&
      kp_uno_property_set_short(error, validation, "ShowList", UNSORTED) &&
      kp_uno_call(error, validation, &set, NULL, words) &&
      kp_uno_any_set_interface(&any, "com.sun.star.beans.XPropertySet", validation, error) &&
      kp_uno_property_set(error, range, "Validation", &any);
  kp_uno_any_clear(&any);
  kp_uno_release(validation);
  return good;
}

/* The i-th property value gets its name; its value is filled through the pointer. */
static uno_Any *name_property(uno_Sequence *sequence, size_t i, const char *name) {
  kp_uno_property_value *property = &KP_UNO_ELEMENTS(kp_uno_property_value, sequence)[i];
  rtl_uString *text = kp_uno_string_new(name);
  if (text == NULL)
    return NULL;
  rtl_uString_release(property->name);
  property->name = text;
  return &property->value;
}

static bool fill_condition(kp_uno_error *error, uno_Sequence *entry, const char *formula,
                           const char *style_name, const kp_uno_cell_address *origin) {
  static const sal_Int32 by_formula = 9; /* ConditionOperator_FORMULA */
  uno_Any *operator= name_property(entry, 0, "Operator");
  uno_Any *text = name_property(entry, 1, "Formula1");
  uno_Any *position = name_property(entry, 2, "SourcePosition");
  uno_Any *look = name_property(entry, 3, "StyleName");
  if (operator== NULL || text == NULL || position == NULL || look == NULL)
    return kp_uno_error_memory(error);
  return kp_uno_any_set(operator, "com.sun.star.sheet.ConditionOperator", &by_formula, error) &&
         kp_uno_any_set_string(text, formula, error) &&
         kp_uno_any_set(position, "com.sun.star.table.CellAddress", origin, error) &&
         kp_uno_any_set_string(look, style_name, error);
}

bool kp_format_condition(kp_uno_error *error, uno_Interface *range, const char *formula,
                         const char *style_name) {
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.sheet.XSheetConditionalEntries::addNew");
  static const char type[] = "[]com.sun.star.beans.PropertyValue";
  kp_uno_cell_range_address where;
  uno_Interface *entries = NULL;
  uno_Sequence *entry = kp_uno_sequence_new(type, 4);
  uno_Any any;
  if (entry == NULL)
    return kp_uno_error_memory(error);
  kp_uno_any_init(&any);
  bool good = kp_cells_address(error, range, &where);
  if (good) {
    kp_uno_cell_address origin = {where.sheet, where.start_column, where.start_row};
    good = fill_condition(error, entry, formula, style_name, &origin) &&
           kp_uno_property_get_interface(error, range, "ConditionalFormat", &entries) &&
           kp_uno_call(error, entries, &add, NULL, entry) &&
           kp_uno_any_set_interface(&any, "com.sun.star.sheet.XSheetConditionalEntries", entries,
                                    error) &&
           kp_uno_property_set(error, range, "ConditionalFormat", &any);
  }
  kp_uno_any_clear(&any);
  kp_uno_release(entries);
  kp_uno_sequence_free(entry, type);
  return good;
}
