/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the results sheet. A page style is no part of undo: one that is not used shows
 * nowhere. */
#include "page.h"

#include <string.h>

static const char style_name[] = "Kernpunt Results"; /* stored in users' files */

/* Adds words, or a field by the last part of the name of its service. */
static bool add(kp_uno_error *error, uno_Interface *model, uno_Interface *text, const char *words,
                const char *field) {
  static kp_uno_method cursor_of = KP_UNO_METHOD("com.sun.star.text.XSimpleText::createTextCursor");
  static kp_uno_method to_end = KP_UNO_METHOD("com.sun.star.text.XTextCursor::gotoEnd");
  static kp_uno_method insert_words = KP_UNO_METHOD("com.sun.star.text.XSimpleText::insertString");
  static kp_uno_method insert = KP_UNO_METHOD("com.sun.star.text.XText::insertTextContent");
  uno_Interface *cursor = NULL;
  uno_Interface *content = NULL;
  bool good =
      kp_uno_call(error, text, &cursor_of, &cursor) && kp_uno_call(error, cursor, &to_end, NULL, 0);
  if (good && field != NULL)
    good = kp_export_make(error, model, field, &content) &&
           kp_uno_call(error, text, &insert, NULL, cursor, content, 0);
  else if (good)
    good = kp_uno_call(error, text, &insert_words, NULL, cursor, words, 0);
  kp_uno_release(content);
  kp_uno_release(cursor);
  return good;
}

/* The content of a footer is a copy: it is set back. */
static bool set_footer(kp_uno_error *error, uno_Interface *model, uno_Interface *style,
                       kp_language language) {
  static kp_uno_method part[] = {
      KP_UNO_METHOD("com.sun.star.sheet.XHeaderFooterContent::getLeftText"),
      KP_UNO_METHOD("com.sun.star.sheet.XHeaderFooterContent::getCenterText"),
      KP_UNO_METHOD("com.sun.star.sheet.XHeaderFooterContent::getRightText")};
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.text.XTextRange::setString");
  uno_Interface *content = NULL;
  uno_Interface *texts[3] = {NULL, NULL, NULL};
  bool good = kp_uno_property_get_interface(error, style, "RightPageFooterContent", &content);
  for (int i = 0; good && i < 3; i++)
    good = kp_uno_call(error, content, &part[i], &texts[i]) &&
           kp_uno_call(error, texts[i], &set, NULL, "");
  good = good &&
         add(error, model, texts[0], kp_text_get(KP_TEXT_EXPORT_PAGE_FOOTER, language), NULL) &&
         add(error, model, texts[2], kp_text_get(KP_TEXT_EXPORT_PAGE, language), NULL) &&
         add(error, model, texts[2], " \xC2\xB7 ", NULL) &&
         add(error, model, texts[2], NULL, "com.sun.star.text.TextField.PageNumber") &&
         add(error, model, texts[2], " / ", NULL) &&
         add(error, model, texts[2], NULL, "com.sun.star.text.TextField.PageCount") &&
         kp_export_set_object(error, style, "RightPageFooterContent",
                              "com.sun.star.sheet.XHeaderFooterContent", content);
  for (int i = 0; i < 3; i++)
    kp_uno_release(texts[i]);
  kp_uno_release(content);
  return good;
}

static bool fill_style(kp_uno_error *error, uno_Interface *model, uno_Interface *style,
                       kp_language language) {
  enum { WIDTH = 21000, HEIGHT = 29700, MARGIN = 1500, FOOTER = 900 };
  static const char *const margins[] = {"LeftMargin", "RightMargin", "TopMargin", "BottomMargin"};
  bool good = kp_uno_property_set_bool(error, style, "IsLandscape", false) &&
              kp_uno_property_set_long(error, style, "Width", WIDTH) &&
              kp_uno_property_set_long(error, style, "Height", HEIGHT) &&
              kp_uno_property_set_bool(error, style, "HeaderIsOn", false) &&
              kp_uno_property_set_bool(error, style, "FooterIsOn", true) &&
              kp_uno_property_set_long(error, style, "FooterHeight", FOOTER) &&
              kp_uno_property_set_bool(error, style, "CenterHorizontally", true) &&
              kp_uno_property_set_short(error, style, "ScaleToPagesX", 1) &&
              kp_uno_property_set_short(error, style, "ScaleToPagesY", 1);
  for (size_t i = 0; good && i < sizeof margins / sizeof *margins; i++)
    good = kp_uno_property_set_long(error, style, margins[i], MARGIN);
  return good && set_footer(error, model, style, language);
}

bool kp_export_page_style(kp_uno_error *error, uno_Interface *model, uno_Interface *sheet,
                          kp_language language, int32_t right, int32_t bottom) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.sheet.XPrintAreas::setPrintAreas");
  static const char type[] = "[]com.sun.star.table.CellRangeAddress";
  kp_uno_cell_range_address where;
  uno_Interface *style = NULL;
  bool fresh = false;
  uno_Sequence *areas = kp_uno_sequence_new(type, 1);
  if (areas == NULL)
    return kp_uno_error_memory(error);
  bool good = kp_export_address(error, sheet, &where) &&
              kp_export_style(error, model, "PageStyles", "com.sun.star.style.PageStyle",
                              style_name, &style, &fresh) &&
              (!fresh || fill_style(error, model, style, language)) &&
              kp_uno_property_set_string(error, sheet, "PageStyle", style_name);
  if (good) {
    *KP_UNO_ELEMENTS(kp_uno_cell_range_address, areas) =
        (kp_uno_cell_range_address){where.sheet, 0, 0, right, bottom};
    good = kp_uno_call(error, sheet, &set, NULL, areas);
  }
  kp_uno_sequence_free(areas, type);
  kp_uno_release(style);
  return good;
}
