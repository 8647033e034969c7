/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page on which our tables are printed. */
#include "format.h"

#include "cells.h"

#include <string.h>

static bool make(kp_uno_error *error, uno_Interface *model, const char *service,
                 uno_Interface **object) {
  static kp_uno_method create =
      KP_UNO_METHOD("com.sun.star.lang.XMultiServiceFactory::createInstance");
  return kp_uno_call(error, model, &create, object, service) &&
         (*object != NULL ||
          kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "no service %s", service));
}

/* Adds words, or a field when `field` is the last part of the name of its service. */
static bool add(kp_uno_error *error, uno_Interface *model, uno_Interface *text, const char *words,
                const char *field) {
  static kp_uno_method get_cursor =
      KP_UNO_METHOD("com.sun.star.text.XSimpleText::createTextCursor");
  static kp_uno_method go_to_end = KP_UNO_METHOD("com.sun.star.text.XTextCursor::gotoEnd");
  static kp_uno_method insert_string = KP_UNO_METHOD("com.sun.star.text.XSimpleText::insertString");
  static kp_uno_method insert = KP_UNO_METHOD("com.sun.star.text.XText::insertTextContent");
  uno_Interface *cursor = NULL;
  uno_Interface *content = NULL;
  bool good = kp_uno_call(error, text, &get_cursor, &cursor) &&
              kp_uno_call(error, cursor, &go_to_end, NULL, 0);
  if (good && field != NULL)
    good = make(error, model, field, &content) &&
           (strstr(field, "DateTime") == NULL || /* without it this is the time */
            kp_uno_property_set_bool(error, content, "IsDate", true)) &&
           kp_uno_call(error, text, &insert, NULL, cursor, content, 0);
  else if (good)
    good = kp_uno_call(error, text, &insert_string, NULL, cursor, words, 0);
  kp_uno_release(content);
  kp_uno_release(cursor);
  return good;
}

/* File and sheet on the left, page in the middle, day on the right. */
static bool fill_footer(kp_uno_error *error, uno_Interface *model, uno_Interface *page) {
  static kp_uno_method part[] = {
      KP_UNO_METHOD("com.sun.star.sheet.XHeaderFooterContent::getLeftText"),
      KP_UNO_METHOD("com.sun.star.sheet.XHeaderFooterContent::getCenterText"),
      KP_UNO_METHOD("com.sun.star.sheet.XHeaderFooterContent::getRightText")};
  static const struct {
    int part;
    const char *words;
    const char *field;
  } pieces[] = {
      {0, NULL, "com.sun.star.text.TextField.FileName"},
      {0, " \xC2\xB7 ", NULL},
      {0, NULL, "com.sun.star.text.TextField.SheetName"},
      {1, NULL, "com.sun.star.text.TextField.PageNumber"},
      {1, " / ", NULL},
      {1, NULL, "com.sun.star.text.TextField.PageCount"},
      {2, NULL, "com.sun.star.text.TextField.DateTime"},
  };
  static kp_uno_method set_text = KP_UNO_METHOD("com.sun.star.text.XTextRange::setString");
  uno_Interface *content = NULL;
  uno_Interface *texts[3] = {NULL, NULL, NULL};
  uno_Any any;
  kp_uno_any_init(&any);
  bool good = kp_uno_property_get_interface(error, page, "RightPageFooterContent", &content);
  for (int i = 0; good && i < 3; i++)
    good = kp_uno_call(error, content, &part[i], &texts[i]) &&
           kp_uno_call(error, texts[i], &set_text, NULL, "");
  for (size_t i = 0; good && i < sizeof pieces / sizeof *pieces; i++)
    good = add(error, model, texts[pieces[i].part], pieces[i].words, pieces[i].field);
  good =
      good &&
      kp_uno_any_set_interface(&any, "com.sun.star.sheet.XHeaderFooterContent", content, error) &&
      kp_uno_property_set(error, page, "RightPageFooterContent", &any);
  kp_uno_any_clear(&any);
  for (int i = 0; i < 3; i++)
    kp_uno_release(texts[i]);
  kp_uno_release(content);
  return good;
}

static bool fill_page(kp_uno_error *error, uno_Interface *model, uno_Interface *page) {
  /* In 1/100 mm. */
  static const struct {
    const char *name;
    int32_t value;
  } sizes[] = {{"Width", 29700},      {"Height", 21000},          {"LeftMargin", 1500},
               {"RightMargin", 1500}, {"TopMargin", 1500},        {"BottomMargin", 1000},
               {"FooterHeight", 900}, {"FooterBodyDistance", 300}};
  bool good = kp_uno_property_set_bool(error, page, "IsLandscape", true);
  for (size_t i = 0; good && i < sizeof sizes / sizeof *sizes; i++)
    good = kp_uno_property_set_long(error, page, sizes[i].name, sizes[i].value);
  return good && kp_uno_property_set_bool(error, page, "HeaderIsOn", false) &&
         kp_uno_property_set_bool(error, page, "FooterIsOn", true) &&
         kp_uno_property_set_bool(error, page, "FooterIsShared", true) &&
         kp_uno_property_set_short(error, page, "ScaleToPagesX", 1) &&
         kp_uno_property_set_short(error, page, "ScaleToPagesY", 0) &&
         fill_footer(error, model, page);
}

bool kp_format_page(kp_uno_error *error, uno_Interface *model) {
  static kp_uno_method get =
      KP_UNO_METHOD("com.sun.star.style.XStyleFamiliesSupplier::getStyleFamilies");
  static kp_uno_method insert =
      KP_UNO_METHOD("com.sun.star.container.XNameContainer::insertByName");
  uno_Interface *families = NULL;
  uno_Interface *family = NULL;
  uno_Interface *page = NULL;
  bool has = false;
  uno_Any any;
  kp_uno_any_init(&any);
  bool good = kp_uno_call(error, model, &get, &families) &&
              kp_cells_by_name(error, families, "PageStyles", &family) &&
              kp_cells_has_name(error, family, KP_STYLE_PAGE, &has);
  if (good && !has)
    good = make(error, model, "com.sun.star.style.PageStyle", &page) &&
           kp_uno_any_set_interface(&any, "com.sun.star.style.XStyle", page, error) &&
           kp_uno_call(error, family, &insert, NULL, KP_STYLE_PAGE, &any) &&
           fill_page(error, model, page);
  kp_uno_any_clear(&any);
  kp_uno_release(page);
  kp_uno_release(family);
  kp_uno_release(families);
  return good;
}
