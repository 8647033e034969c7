/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cell styles, number formats, lists of words and conditional formats. */
#include "format.h"

#include "cells.h"

#include <stdlib.h>
#include <string.h>

enum { NONE = -1 };

/* One of our styles. Colors of text and ground go together, so that a dark document stays readable;
 * only what is done recedes into the ground that is there. Words on their ground differ at least
 * 5.4:1. */
typedef struct style {
  const char *name;
  int32_t text_color;
  int32_t background; /* or NONE */
  bool bold;
  bool struck;
  bool low;           /* at the bottom of the cell */
  float height;       /* in points, 0: as it is */
  const char *number; /* format, or NULL */
} style;

static const style styles[] = {
    {.name = KP_STYLE_HEADER,
     .text_color = 0x1F2A38,
     .background = 0xD5DEE9,
     .bold = true,
     .low = true},
    {.name = KP_STYLE_END, .text_color = 0x3D4852, .background = 0xC9D3DE, .height = 7.0F},
    {.name = KP_STYLE_OVERDUE, .text_color = 0xA63A00, .background = 0xFCE6D8, .bold = true},
    {.name = KP_STYLE_OVERDUE_DAY, .text_color = 0xA63A00, .background = NONE},
    {.name = KP_STYLE_TODO, .text_color = 0x3D4852, .background = 0xECEFF2},
    {.name = KP_STYLE_BUSY, .text_color = 0x174F8A, .background = 0xDCE9F7},
    {.name = KP_STYLE_WAITING, .text_color = 0x4F3783, .background = 0xECE5F6},
    {.name = KP_STYLE_DONE, .text_color = 0x666B70, .background = NONE},
    {.name = KP_STYLE_DONE_WORD,
     .text_color = 0x666B70,
     .background = NONE,
     .number = "\"\xE2\x9C\x93 \"@"},
    {.name = KP_STYLE_DROPPED, .text_color = 0x666B70, .background = NONE, .struck = true},
};

static bool set_height(kp_uno_error *error, uno_Interface *object, float height) {
  uno_Any any;
  kp_uno_any_init(&any);
  bool good = kp_uno_any_set(&any, "float", &height, error) &&
              kp_uno_property_set(error, object, "CharHeight", &any);
  kp_uno_any_clear(&any);
  return good;
}

static bool fill_style(kp_uno_error *error, uno_Interface *model, uno_Interface *object,
                       const style *wanted) {
  enum { BOLD = 150, SINGLE = 1, LOW = 3 };
  int32_t key = 0;
  return kp_uno_property_set_long(error, object, "CharColor", wanted->text_color) &&
         (wanted->background == NONE ||
          kp_uno_property_set_long(error, object, "CellBackColor", wanted->background)) &&
         (!wanted->bold || kp_uno_property_set_double(error, object, "CharWeight", BOLD)) &&
         (!wanted->struck || kp_uno_property_set_short(error, object, "CharStrikeout", SINGLE)) &&
         (!wanted->low || kp_uno_property_set_long(error, object, "VertJustify", LOW)) &&
         (wanted->height <= 0 || set_height(error, object, wanted->height)) &&
         (wanted->number == NULL || (kp_format_key(error, model, wanted->number, &key) &&
                                     kp_uno_property_set_long(error, object, "NumberFormat", key)));
}

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
              fill_style(error, model, object, wanted);
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

/* ------------------------------------------------------------------------------ number formats */

static bool make_locale(kp_uno_error *error, const char *language, const char *country,
                        kp_uno_locale *locale) {
  *locale = (kp_uno_locale){kp_uno_string_new(language), kp_uno_string_new(country),
                            kp_uno_string_new("")};
  return (locale->language != NULL && locale->country != NULL && locale->variant != NULL) ||
         kp_uno_error_memory(error);
}

static void clear_locale(kp_uno_locale *locale) {
  rtl_uString *parts[] = {locale->language, locale->country, locale->variant};
  for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
    if (parts[i] != NULL)
      rtl_uString_release(parts[i]);
}

static bool get_formats(kp_uno_error *error, uno_Interface *model, uno_Interface **formats) {
  static kp_uno_method get =
      KP_UNO_METHOD("com.sun.star.util.XNumberFormatsSupplier::getNumberFormats");
  return kp_uno_call(error, model, &get, formats);
}

bool kp_format_key(kp_uno_error *error, uno_Interface *model, const char *code, int32_t *key) {
  static kp_uno_method query = KP_UNO_METHOD("com.sun.star.util.XNumberFormats::queryKey");
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.util.XNumberFormats::addNew");
  uno_Interface *formats = NULL;
  sal_Int32 found = -1;
  kp_uno_locale locale;
  bool good = make_locale(error, "en", "US", &locale) && get_formats(error, model, &formats) &&
              kp_uno_call(error, formats, &query, &found, code, &locale, 0) &&
              (found >= 0 || kp_uno_call(error, formats, &add, &found, code, &locale));
  if (good)
    *key = found;
  kp_uno_release(formats);
  clear_locale(&locale);
  return good;
}

/* The workbook's own locale when it speaks the language of the sheets; else one that does, with the
 * day before the month. */
static bool workbook_locale(kp_uno_error *error, uno_Interface *model, kp_language language,
                            kp_uno_locale *locale) {
  static const char *const tags[KP_LANGUAGE_COUNT][2] = {
      [KP_LANGUAGE_EN] = {"en", "GB"}, [KP_LANGUAGE_NL] = {"nl", "NL"}};
  static const char type[] = "com.sun.star.lang.Locale";
  uno_Any any;
  kp_uno_any_init(&any);
  bool good = kp_uno_property_get(error, model, "CharLocale", &any);
  *locale = (kp_uno_locale){NULL, NULL, NULL};
  bool own = good && kp_uno_any_get_struct(&any, type, locale) &&
             kp_uno_string_is(locale->language, tags[language][0]);
  if (good && !own) {
    clear_locale(locale);
    good = make_locale(error, tags[language][0], tags[language][1], locale);
  }
  kp_uno_any_clear(&any);
  return good;
}

bool kp_format_day(kp_uno_error *error, uno_Interface *model, kp_language language, int32_t *key) {
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.util.XNumberFormats::addNewConverted");
  uno_Interface *formats = NULL;
  sal_Int32 found = -1;
  kp_uno_locale english;
  kp_uno_locale own = {NULL, NULL, NULL};
  bool good = make_locale(error, "en", "US", &english) &&
              workbook_locale(error, model, language, &own) &&
              get_formats(error, model, &formats) &&
              kp_uno_call(error, formats, &add, &found, "D MMM YYYY", &english, &own);
  if (good)
    *key = found;
  kp_uno_release(formats);
  clear_locale(&own);
  clear_locale(&english);
  return good;
}

/* ------------------------------------------------------------------------------ lists of words */

static bool set_enum(kp_uno_error *error, uno_Interface *object, const char *name, const char *type,
                     sal_Int32 value) {
  uno_Any any;
  kp_uno_any_init(&any);
  bool good =
      kp_uno_any_set(&any, type, &value, error) && kp_uno_property_set(error, object, name, &any);
  kp_uno_any_clear(&any);
  return good;
}

bool kp_format_list(kp_uno_error *error, uno_Interface *range, const char *words,
                    const char *message) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.sheet.XSheetCondition::setFormula1");
  enum { LIST = 6, UNSORTED = 1, INFO = 2 };
  uno_Interface *validation = NULL;
  uno_Any any;
  kp_uno_any_init(&any);
  bool good =
      kp_uno_property_get_interface(error, range, "Validation", &validation) &&
      set_enum(error, validation, "Type", "com.sun.star.sheet.ValidationType", LIST) &&
      /* With a warning the default button is Cancel: Enter would drop what was typed. */
      set_enum(error, validation, "ErrorAlertStyle", "com.sun.star.sheet.ValidationAlertStyle",
               INFO) &&
      kp_uno_property_set_bool(error, validation, "ShowErrorMessage", true) &&
      kp_uno_property_set_string(error, validation, "ErrorTitle", "Kernpunt") &&
      kp_uno_property_set_string(error, validation, "ErrorMessage", message) &&
      kp_uno_property_set_short(error, validation, "ShowList", UNSORTED) &&
      kp_uno_call(error, validation, &set, NULL, words) &&
      kp_uno_any_set_interface(&any, "com.sun.star.beans.XPropertySet", validation, error) &&
      kp_uno_property_set(error, range, "Validation", &any);
  kp_uno_any_clear(&any);
  kp_uno_release(validation);
  return good;
}

/* --------------------------------------------------------------------------------------- looks */

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

static bool add_look(kp_uno_error *error, uno_Interface *entries, const kp_format_look *look,
                     const kp_uno_cell_address *origin) {
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.sheet.XSheetConditionalEntries::addNew");
  static const char type[] = "[]com.sun.star.beans.PropertyValue";
  uno_Sequence *entry = kp_uno_sequence_new(type, 4);
  bool good = entry != NULL && fill_condition(error, entry, look->formula, look->style, origin) &&
              kp_uno_call(error, entries, &add, NULL, entry);
  if (entry == NULL)
    kp_uno_error_memory(error);
  kp_uno_sequence_free(entry, type);
  return good;
}

bool kp_format_looks(kp_uno_error *error, uno_Interface *range, const kp_format_look *looks,
                     size_t count) {
  static kp_uno_method clear = KP_UNO_METHOD("com.sun.star.sheet.XSheetConditionalEntries::clear");
  kp_uno_cell_range_address where;
  uno_Interface *entries = NULL;
  uno_Any any;
  kp_uno_any_init(&any);
  bool good = kp_cells_address(error, range, &where) &&
              kp_uno_property_get_interface(error, range, "ConditionalFormat", &entries) &&
              kp_uno_call(error, entries, &clear, NULL);
  kp_uno_cell_address origin = {0, 0, 0};
  if (good)
    origin = (kp_uno_cell_address){where.sheet, where.start_column, where.start_row};
  for (size_t i = 0; good && i < count; i++)
    good = add_look(error, entries, &looks[i], &origin);
  good = good &&
         kp_uno_any_set_interface(&any, "com.sun.star.sheet.XSheetConditionalEntries", entries,
                                  error) &&
         kp_uno_property_set(error, range, "ConditionalFormat", &any);
  kp_uno_any_clear(&any);
  kp_uno_release(entries);
  return good;
}
