/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the office knows of its user: language, name, and what day it is. */
#include "cells.h"
#include "kernpunt/workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <osl/time.h>

/* A string of the configuration; NULL when it is not there. */
static char *read_setting(uno_Interface *context, const char *path, const char *name) {
  static kp_uno_method create =
      KP_UNO_METHOD("com.sun.star.lang.XMultiServiceFactory::createInstanceWithArguments");
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.container.XNameAccess::getByName");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *provider = NULL;
  uno_Interface *access = NULL;
  uno_Sequence *arguments = kp_uno_sequence_new("[]any", 1);
  kp_uno_named_value node = {kp_uno_string_new("nodepath"), {0}};
  char *value = NULL;
  uno_Any answer;
  kp_uno_any_init(&node.value);
  if (arguments != NULL && node.name != NULL &&
      kp_uno_any_set_string(&node.value, path, &ignored) &&
      kp_uno_any_set(KP_UNO_ELEMENTS(uno_Any, arguments), "com.sun.star.beans.NamedValue", &node,
                     &ignored) &&
      kp_uno_singleton(&ignored, context, "com.sun.star.configuration.theDefaultProvider",
                       &provider) &&
      kp_uno_call(&ignored, provider, &create, &access,
                  "com.sun.star.configuration.ConfigurationAccess", arguments) &&
      kp_uno_call(&ignored, access, &get, &answer, name)) {
    kp_uno_any_get_string(&answer, &value);
    kp_uno_any_clear(&answer);
  }
  kp_uno_any_clear(&node.value);
  if (node.name != NULL)
    rtl_uString_release(node.name);
  kp_uno_sequence_free(arguments, "[]any");
  kp_uno_release(access);
  kp_uno_release(provider);
  return value;
}

kp_language kp_workbook_language(uno_Interface *context) {
  char *tag = read_setting(context, "/org.openoffice.Setup/L10N", "ooLocale");
  kp_language language = kp_language_from_locale(tag);
  free(tag);
  return language;
}

char *kp_workbook_user(uno_Interface *context) {
  static const char path[] = "/org.openoffice.UserProfile/Data";
  char *given = read_setting(context, path, "givenname");
  char *surname = read_setting(context, path, "sn");
  const char *first = given != NULL ? given : "";
  const char *second = surname != NULL ? surname : "";
  size_t size = strlen(first) + strlen(second) + 2;
  char *joined = malloc(size);
  char *clean = NULL;
  if (joined != NULL) {
    snprintf(joined, size, "%s %s", first, second);
    clean = kp_text_clean(joined);
  }
  free(joined);
  free(surname);
  free(given);
  return clean;
}

kp_date kp_workbook_today(void) {
  TimeValue now;
  TimeValue local;
  oslDateTime day;
  kp_date today = {2000, 1, 1}; /* a clock that cannot be read: everything lies in the future */
  if (osl_getSystemTime(&now) && osl_getLocalTimeFromSystemTime(&now, &local) &&
      osl_getDateTimeFromTimeValue(&local, &day))
    today = (kp_date){day.Year, day.Month, day.Day};
  return today;
}
