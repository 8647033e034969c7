/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Number formats and styles: they are remembered, nothing is drawn. */
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

static int32_t add_format(fake_document *document, const char *code, const char *locale) {
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
    fake_return_long(in, add_format(document_of(in), code, locale));
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
  int32_t key = add_format(document_of(in), code, locale);
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

/* --------------------------------------------------------------------------------------- styles */

/* A style that is in no family yet keeps its properties itself. */
typedef struct style {
  fake_document *document;
  bool page;
  char *name; /* NULL: in no family */
  fake_bag bag;
} style;

static fake_class style_class;

static void bag_set(fake_bag *bag, const char *key, const uno_Any *value) {
  size_t at = 0;
  while (at < bag->count && strcmp(bag->keys[at], key) != 0)
    at++;
  if (at == bag->count) {
    uno_Any *values = fake_alloc((bag->count + 1) * sizeof *values);
    for (size_t i = 0; i <= bag->count; i++)
      kp_uno_any_init(&values[i]);
    for (size_t i = 0; i < bag->count; i++) {
      kp_uno_any_copy(&values[i], &bag->values[i]);
      kp_uno_any_clear(&bag->values[i]);
    }
    free(bag->values);
    bag->values = values;
    bag->keys = fake_grow(bag->keys, (bag->count + 1) * sizeof *bag->keys);
    bag->keys[bag->count++] = fake_copy(key);
  }
  kp_uno_any_copy(&bag->values[at], value);
}

static void bag_clear(fake_bag *bag) {
  for (size_t i = 0; i < bag->count; i++) {
    kp_uno_any_clear(&bag->values[i]);
    free(bag->keys[i]);
  }
  free(bag->values);
  free(bag->keys);
  free(bag->name);
  memset(bag, 0, sizeof *bag);
}

static fake_bag *family_find(fake_document *document, bool page, const char *name) {
  fake_bag *bags = page ? document->pages : document->style_bags;
  size_t count = page ? document->page_count : document->style_count;
  for (size_t i = 0; i < count; i++)
    if (strcmp(bags[i].name, name) == 0)
      return &bags[i];
  return NULL;
}

static fake_bag *bag_of(kp_uno_incoming *in) {
  style *of = in->state;
  return of->name != NULL ? family_find(of->document, of->page, of->name) : &of->bag;
}

static bool style_get(kp_uno_incoming *in, uno_Any *value) {
  const fake_bag *bag = bag_of(in);
  char *name = fake_text_argument(in, 0);
  for (size_t i = 0; bag != NULL && i < bag->count; i++)
    if (strcmp(bag->keys[i], name) == 0)
      kp_uno_any_copy(value, &bag->values[i]);
  free(name);
  return true;
}

static bool style_set(kp_uno_incoming *in, const uno_Any *value) {
  fake_bag *bag = bag_of(in);
  char *name = fake_text_argument(in, 0);
  if (bag != NULL)
    bag_set(bag, name, value);
  free(name);
  return true;
}

static uno_Interface *new_style(fake_document *document, bool page, const char *name) {
  void *state = NULL;
  uno_Interface *made = fake_object_new(&style_class, &state);
  *(style *)state =
      (style){.document = document, .page = page, .name = name != NULL ? fake_copy(name) : NULL};
  document->references++;
  return made;
}

uno_Interface *fake_style_new(fake_document *document, bool page) {
  return new_style(document, page, NULL);
}

static bool style_name(kp_uno_incoming *in) {
  const style *of = in->state;
  return kp_uno_return_string(in, of->name != NULL ? of->name : "");
}

static void finalize_style(void *state) {
  style *of = state;
  bag_clear(&of->bag);
  free(of->name);
  fake_document_release(of->document);
}

static const fake_property style_properties[] = {{"*", style_get, style_set}};
static const kp_uno_row style_rows[] = {
    {"com.sun.star.container.XNamed::getName", style_name, NULL},
};
static const char *const style_interfaces[] = {"com.sun.star.style.XStyle",
                                               "com.sun.star.beans.XPropertySet", NULL};
static fake_class style_class = {.table = {.implementation = "Style",
                                           .interfaces = style_interfaces,
                                           FAKE_ROWS(style_rows),
                                           .state_size = sizeof(style),
                                           .finalize = finalize_style},
                                 FAKE_PROPERTIES(style_properties)};

/* -------------------------------------------------------------------------------------- families
 */

typedef struct family {
  fake_document *document;
  bool page;
} family;

static bool has_style(kp_uno_incoming *in) {
  const family *of = in->state;
  char *name = fake_text_argument(in, 0);
  bool has = family_find(of->document, of->page, name) != NULL;
  free(name);
  return fake_return_bool(in, has);
}

static bool get_style(kp_uno_incoming *in) {
  const family *of = in->state;
  char *name = fake_text_argument(in, 0);
  bool good = family_find(of->document, of->page, name) != NULL
                  ? fake_return_any(in, new_style(of->document, of->page, name))
                  : kp_uno_error_set(in->error, FAKE_NO_ELEMENT, "%s", name);
  free(name);
  return good;
}

static bool insert_style(kp_uno_incoming *in) {
  const family *of = in->state;
  fake_document *document = of->document;
  char *name = fake_text_argument(in, 0);
  uno_Interface *object = NULL;
  kp_uno_any_get_interface(in->args[1], &object);
  style *added = fake_object_state(object, &style_class);
  bool good = added != NULL && added->name == NULL && family_find(document, of->page, name) == NULL;
  if (good) {
    fake_bag *bag = of->page ? FAKE_APPEND(document->pages, document->page_count)
                             : FAKE_APPEND(document->style_bags, document->style_count);
    *bag = added->bag;
    memset(&added->bag, 0, sizeof added->bag);
    bag->name = fake_copy(name);
    added->name = fake_copy(name);
  } else {
    kp_uno_error_set(in->error, FAKE_ELEMENT_EXISTS, "%s", name);
  }
  kp_uno_release(object);
  free(name);
  return good;
}

static bool style_names(kp_uno_incoming *in) {
  const family *of = in->state;
  size_t count = of->page ? of->document->page_count : of->document->style_count;
  const fake_bag *bags = of->page ? of->document->pages : of->document->style_bags;
  const char **names = fake_alloc(count * sizeof *names);
  for (size_t i = 0; i < count; i++)
    names[i] = bags[i].name;
  bool good = fake_return_names(in, names, count);
  free(names);
  return good;
}

static fake_class family_class;

static uno_Interface *new_family(fake_class *class, fake_document *document, bool page) {
  void *state = NULL;
  uno_Interface *made = fake_object_new(class, &state);
  *(family *)state = (family){document, page};
  document->references++;
  return made;
}

static bool get_family(kp_uno_incoming *in) {
  const family *of = in->state;
  char *name = fake_text_argument(in, 0);
  bool page = strcmp(name, "PageStyles") == 0;
  bool good = page || strcmp(name, "CellStyles") == 0
                  ? fake_return_any(in, new_family(&family_class, of->document, page))
                  : kp_uno_error_set(in->error, FAKE_NO_ELEMENT, "%s", name);
  free(name);
  return good;
}

static void finalize_family(void *state) {
  fake_document_release(((family *)state)->document);
}

#define NAMES "com.sun.star.container.XNameAccess::"
static const kp_uno_row family_rows[] = {
    {NAMES "hasByName", has_style, NULL},
    {NAMES "getByName", get_style, NULL},
    {NAMES "getElementNames", style_names, NULL},
    {"com.sun.star.container.XNameContainer::insertByName", insert_style, NULL},
};
static const kp_uno_row families_rows[] = {{NAMES "getByName", get_family, NULL}};
static const char *const family_interfaces[] = {"com.sun.star.container.XNameContainer", NULL};
static const char *const families_interfaces[] = {"com.sun.star.container.XNameAccess", NULL};
static fake_class family_class = {.table = {.implementation = "StyleFamily",
                                            .interfaces = family_interfaces,
                                            FAKE_ROWS(family_rows),
                                            .state_size = sizeof(family),
                                            .finalize = finalize_family}};
static fake_class families_class = {.table = {.implementation = "StyleFamilies",
                                              .interfaces = families_interfaces,
                                              FAKE_ROWS(families_rows),
                                              .state_size = sizeof(family),
                                              .finalize = finalize_family}};

uno_Interface *fake_families_new(fake_document *document) {
  return new_family(&families_class, document, false);
}

/* ------------------------------------------------------------------------------- of a document */

void fake_formats_start(fake_document *document) {
  add_format(document, "General", "en-US");
  add_format(document, "@", "en-US");
  FAKE_APPEND(document->style_bags, document->style_count)->name = fake_copy("Default");
  FAKE_APPEND(document->pages, document->page_count)->name = fake_copy("Default");
}

void fake_formats_clear(fake_document *document) {
  for (size_t i = 0; i < document->format_count; i++) {
    free(document->formats[i].code);
    free(document->formats[i].locale);
  }
  for (size_t i = 0; i < document->style_count; i++)
    bag_clear(&document->style_bags[i]);
  for (size_t i = 0; i < document->page_count; i++)
    bag_clear(&document->pages[i]);
  free(document->formats);
  free(document->style_bags);
  free(document->pages);
}

void fake_formats_move(fake_document *to, fake_document *from) {
  fake_formats_clear(to);
  to->formats = from->formats;
  to->format_count = from->format_count;
  to->style_bags = from->style_bags;
  to->style_count = from->style_count;
  to->pages = from->pages;
  to->page_count = from->page_count;
  to->validations = from->validations;
  to->validation_count = from->validation_count;
  from->formats = NULL;
  from->style_bags = NULL;
  from->pages = NULL;
  from->validations = NULL;
  from->format_count = from->style_count = from->page_count = from->validation_count = 0;
}

int32_t fake_style_index(const fake_document *document, const char *name) {
  for (size_t i = 0; i < document->style_count; i++)
    if (strcmp(document->style_bags[i].name, name) == 0)
      return (int32_t)i;
  return -1;
}
