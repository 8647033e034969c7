/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Named ranges. */
#include "part.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static fake_document *document_of(const kp_uno_incoming *in) {
  return ((const fake_part *)in->state)->document;
}

static fake_name *find_name(fake_document *document, const char *name) {
  for (size_t i = 0; i < document->content.name_count; i++)
    if (strcasecmp(document->content.names[i].name, name) == 0)
      return &document->content.names[i];
  return NULL;
}

static fake_class name_class;

static bool has_name(kp_uno_incoming *in) {
  char *name = fake_text_argument(in, 0);
  bool has = find_name(document_of(in), name) != NULL;
  free(name);
  return fake_return_bool(in, has);
}

static bool name_named(kp_uno_incoming *in) {
  char *name = fake_text_argument(in, 0);
  bool good = find_name(document_of(in), name) != NULL
                  ? fake_return_any(in, fake_part_new(&name_class, document_of(in), name))
                  : fake_no_element(in, name);
  free(name);
  return good;
}

static bool all_names(kp_uno_incoming *in) {
  const fake_content *content = &document_of(in)->content;
  const char **names = fake_alloc(content->name_count * sizeof *names);
  for (size_t i = 0; i < content->name_count; i++)
    names[i] = content->names[i].name;
  bool good = fake_return_names(in, names, content->name_count);
  free(names);
  return good;
}

static void read_content(fake_document *document, const char *text, int sheet,
                         fake_formula *formula) {
  const fake_area home = {sheet, 0, 0, 0, 0};
  fake_formula_read(document, text + (text[0] == '='), &home, formula);
}

static bool add_name(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  fake_content *content = &document->content;
  char *name = fake_text_argument(in, 0);
  char *text = fake_text_argument(in, 1);
  bool good = find_name(document, name) == NULL && name[0] != '\0';
  if (good) {
    const kp_uno_cell_address *origin = in->args[2];
    int sheet = content->sheets[origin->sheet].id;
    fake_record_all(document);
    fake_name *made = FAKE_APPEND(content->names, content->name_count);
    made->name = fake_copy(name);
    read_content(document, text, sheet, &made->content);
    fake_changed_name(document);
  } else {
    kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "the name %s is taken", name);
  }
  free(text);
  free(name);
  return good;
}

static bool remove_name(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  fake_content *content = &document->content;
  char *text = fake_text_argument(in, 0);
  fake_name *name = find_name(document, text);
  if (name != NULL) {
    fake_record_all(document);
    free(name->name);
    fake_formula_clear(&name->content);
    *name = content->names[--content->name_count];
    fake_changed_name(document);
  } else {
    kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "no name %s", text);
  }
  free(text);
  return name != NULL;
}

static fake_name *this_name(kp_uno_incoming *in) {
  fake_name *name = find_name(document_of(in), ((fake_part *)in->state)->name);
  if (name == NULL)
    kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "the name is gone");
  return name;
}

/* Nothing when it is no range, as when its sheet was deleted. */
static bool referred_cells(kp_uno_incoming *in) {
  const fake_name *name = this_name(in);
  fake_area area;
  if (name == NULL)
    return false;
  return fake_return(in, fake_formula_range(&name->content, &area)
                             ? fake_range_new(document_of(in), &area)
                             : NULL);
}

static bool get_content(kp_uno_incoming *in) {
  const fake_name *name = this_name(in);
  if (name == NULL)
    return false;
  char *text = fake_formula_text(document_of(in), &name->content);
  bool good = kp_uno_return_string(in, text);
  free(text);
  return good;
}

static bool set_content(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  fake_name *name = this_name(in);
  if (name == NULL)
    return false;
  char *text = fake_text_argument(in, 0);
  fake_record_all(document);
  fake_formula_clear(&name->content);
  read_content(document, text, document->content.sheets[0].id, &name->content);
  fake_changed_name(document);
  free(text);
  return true;
}

static bool get_name(kp_uno_incoming *in) {
  return kp_uno_return_string(in, ((fake_part *)in->state)->name);
}

static bool count_names(kp_uno_incoming *in) {
  return fake_return_long(in, (int32_t)document_of(in)->content.name_count);
}

static bool name_at(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  int32_t index = KP_UNO_ARG(sal_Int32, in, 0);
  if (index < 0 || (size_t)index >= document->content.name_count)
    return kp_uno_error_set(in->error, FAKE_OUT_OF_BOUNDS, "no name %d", (int)index);
  return fake_return_any(in,
                         fake_part_new(&name_class, document, document->content.names[index].name));
}

static const kp_uno_row names_rows[] = {
    {FAKE_INDEX "getCount", count_names, NULL},
    {FAKE_INDEX "getByIndex", name_at, NULL},
    {FAKE_NAMES "getByName", name_named, NULL},
    {FAKE_NAMES "hasByName", has_name, NULL},
    {FAKE_NAMES "getElementNames", all_names, NULL},
    {"com.sun.star.sheet.XNamedRanges::addNewByName", add_name, NULL},
    {"com.sun.star.sheet.XNamedRanges::removeByName", remove_name, NULL},
};
static const kp_uno_row name_rows[] = {
    {"com.sun.star.container.XNamed::getName", get_name, NULL},
    {"com.sun.star.sheet.XNamedRange::getContent", get_content, NULL},
    {"com.sun.star.sheet.XNamedRange::setContent", set_content, NULL},
    {"com.sun.star.sheet.XCellRangeReferrer::getReferredCells", referred_cells, NULL},
};
static const char *const names_interfaces[] = {"com.sun.star.sheet.XNamedRanges",
                                               "com.sun.star.container.XIndexAccess", NULL};
static const char *const name_interfaces[] = {"com.sun.star.sheet.XNamedRange",
                                              "com.sun.star.sheet.XCellRangeReferrer", NULL};
static fake_class names_class = FAKE_PART_CLASS("NamedRanges", names_interfaces, names_rows);
static fake_class name_class = FAKE_PART_CLASS("NamedRange", name_interfaces, name_rows);

uno_Interface *fake_names_new(fake_document *document) {
  return fake_part_new(&names_class, document, NULL);
}
