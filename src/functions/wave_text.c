/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a header says of a wave. */
#include "waves.h"

#include <stdio.h>
#include <stdlib.h>

#include <rtl/math.h>

#include "kernpunt/uno.h"

enum { FIRST_DATE = 36526, LAST_DATE = 73050, TEXT = 32 };

/* The day that the document counts from, as days after 1899-12-30; 0 when it does not say. */
static int32_t null_day(uno_Interface *document) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_date null = {0};
  uno_Any any;
  int32_t day = 0;
  kp_uno_any_init(&any);
  if (document != NULL && kp_uno_property_get(&ignored, document, "NullDate", &any) &&
      kp_uno_any_get_struct(&any, "com.sun.star.util.Date", &null)) {
    kp_date date = {null.year, null.month, null.day};
    if (kp_date_valid(date))
      day = kp_date_serial(date);
  }
  kp_uno_any_clear(&any);
  return day;
}

static char *number_text(double number) {
  rtl_uString *string = NULL;
  rtl_math_doubleToUString(&string, NULL, 0, number, rtl_math_StringFormat_Automatic,
                           rtl_math_DecimalPlaces_Max, '.', NULL, 0, sal_True);
  char *text = kp_uno_string_utf8(string);
  if (string != NULL)
    rtl_uString_release(string);
  return text;
}

char *kp_waves_text(const uno_Any *label, uno_Interface *document) {
  const rtl_uString *string = kp_functions_cell_text(label);
  double number = kp_functions_cell_number(label);
  kp_date date;
  if (string != NULL)
    return kp_uno_string_utf8(string);
  if (number >= FIRST_DATE && number <= LAST_DATE && floor(number) == number &&
      kp_date_from_serial((int32_t)number + null_day(document), &date)) {
    char *text = malloc(TEXT);
    if (text != NULL)
      snprintf(text, TEXT, "%04d-%02d-%02d", date.year, date.month, date.day);
    return text;
  }
  return number_text(number);
}
