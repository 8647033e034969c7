/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Number formats: they are remembered, nothing is drawn. */
#include "document.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------------------ number formats */

typedef struct formats {
  fake_document *document;
  int32_t key; /* of one format */
} formats;

static fake_document *document_of(const kp_uno_incoming *in) {
  return ((const formats *)in->state)->document;
}

static char *locale_text(const kp_uno_locale *locale) {
  char *language = kp_uno_string_utf8(locale->language);
  char *country = kp_uno_string_utf8(locale->country);
  char *text = fake_alloc(strlen(language) + strlen(country) + 2);
  if (language[0] != '\0')
    sprintf(text, "%s-%s", language, country);
  free(country);
  free(language);
  return text;
}

/* The text format is the same in every language. */
static int32_t find_format(const fake_document *document, const char *code, const char *locale) {
  for (size_t i = 0; i < document->format_count; i++)
    if (strcmp(document->formats[i].code, code) == 0 &&
        (strcmp(code, "@") == 0 || strcmp(document->formats[i].locale, locale) == 0))
      return (int32_t)i;
  return -1;
}

static bool query_key(kp_uno_incoming *in) {
  char *code = fake_text_argument(in, 0);
  char *locale = locale_text(in->args[1]);
  int32_t key = find_format(document_of(in), code, locale);
  free(locale);
  free(code);
  return fake_return_long(in, key);
}

int32_t fake_format_add(fake_document *document, const char *code, const char *locale) {
  int32_t key = find_format(document, code, locale);
  if (key < 0) {
    key = (int32_t)document->format_count;
    *FAKE_APPEND(document->formats, document->format_count) =
        (fake_format){fake_copy(code), fake_copy(locale)};
  }
  return key;
}

static bool add_new(kp_uno_incoming *in) {
  char *code = fake_text_argument(in, 0);
  char *locale = locale_text(in->args[1]);
  int32_t before = find_format(document_of(in), code, locale);
  bool good = before < 0;
  if (good)
    fake_return_long(in, fake_format_add(document_of(in), code, locale));
  else
    kp_uno_error_set(in->error, "com.sun.star.util.MalformedNumberFormatException", "it exists");
  free(locale);
  free(code);
  return good;
}

/* "D MMM YYYY" is "D MMM JJJJ" in Dutch; the only letter that we need. */
static bool add_converted(kp_uno_incoming *in) {
  char *code = fake_text_argument(in, 0);
  char *locale = locale_text(in->args[2]);
  for (char *at = code; strncmp(locale, "nl", 2) == 0 && *at != '\0'; at++)
    if (*at == 'Y')
      *at = 'J';
  int32_t key = fake_format_add(document_of(in), code, locale);
  free(locale);
  free(code);
  return fake_return_long(in, key);
}

static uno_Interface *new_formats(fake_class *class, fake_document *document, int32_t key) {
  void *state = NULL;
  uno_Interface *made = fake_object_new(class, &state);
  *(formats *)state = (formats){document, key};
  document->references++;
  return made;
}

static fake_class format_class;

static bool by_key(kp_uno_incoming *in) {
  int32_t key = KP_UNO_ARG(sal_Int32, in, 0);
  if (key < 0 || (size_t)key >= document_of(in)->format_count)
    return kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "no format %d", (int)key);
  return fake_return(in, new_formats(&format_class, document_of(in), key));
}

static bool get_code(kp_uno_incoming *in, uno_Any *value) {
  const formats *of = in->state;
  return kp_uno_any_set_string(value, of->document->formats[of->key].code, in->error);
}

/* util::NumberFormat: TEXT 256, DATE 2, NUMBER 16. */
static bool get_type(kp_uno_incoming *in, uno_Any *value) {
  const formats *of = in->state;
  const char *code = of->document->formats[of->key].code;
  int16_t type = strcmp(code, "@") == 0 ? 256 : strpbrk(code, "YJ") != NULL ? 2 : 16;
  kp_uno_any_set_short(value, type);
  return true;
}

static void finalize(void *state) {
  fake_document_release(((formats *)state)->document);
}

static const kp_uno_row rows[] = {
    {"com.sun.star.util.XNumberFormats::queryKey", query_key, NULL},
    {"com.sun.star.util.XNumberFormats::addNew", add_new, NULL},
    {"com.sun.star.util.XNumberFormats::addNewConverted", add_converted, NULL},
    {"com.sun.star.util.XNumberFormats::getByKey", by_key, NULL},
};
static const fake_property format_properties[] = {{"FormatString", get_code, NULL},
                                                  {"Type", get_type, NULL}};
static const char *const interfaces[] = {"com.sun.star.util.XNumberFormats", NULL};
static const char *const format_interfaces[] = {"com.sun.star.beans.XPropertySet", NULL};
static fake_class formats_class = {.table = {.implementation = "NumberFormats",
                                             .interfaces = interfaces,
                                             FAKE_ROWS(rows),
                                             .state_size = sizeof(formats),
                                             .finalize = finalize}};
static fake_class format_class = {.table = {.implementation = "NumberFormat",
                                            .interfaces = format_interfaces,
                                            .state_size = sizeof(formats),
                                            .finalize = finalize},
                                  FAKE_PROPERTIES(format_properties)};

uno_Interface *fake_formats_new(fake_document *document) {
  return new_formats(&formats_class, document, 0);
}
