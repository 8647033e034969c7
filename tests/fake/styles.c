/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Styles of cells and pages: they are remembered, nothing is drawn. */
#include "document.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
  if (kp_uno_any_is_void(value) && strstr(name, "FooterContent") != NULL) {
    uno_Interface *footer = fake_footer_new();
    kp_uno_any_set_interface(value, "com.sun.star.sheet.XHeaderFooterContent", footer, in->error);
    kp_uno_release(footer);
  }
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
  fake_format_add(document, "General", "en-US");
  fake_format_add(document, "@", "en-US");
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
