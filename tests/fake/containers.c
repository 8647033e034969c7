/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of a document, and what its containers share. */
#include "part.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

void fake_part_finalize(void *state) {
  fake_part *of = state;
  free(of->name);
  fake_document_release(of->document);
}

uno_Interface *fake_part_new(fake_class *class, fake_document *document, const char *name) {
  void *state = NULL;
  uno_Interface *made = fake_object_new(class, &state);
  *(fake_part *)state = (fake_part){document, name != NULL ? fake_copy(name) : NULL};
  document->references++;
  return made;
}

bool fake_no_element(kp_uno_incoming *in, const char *name) {
  return kp_uno_error_set(in->error, FAKE_NO_ELEMENT, "%s", name);
}

static fake_document *document_of(const kp_uno_incoming *in) {
  return ((const fake_part *)in->state)->document;
}

static bool count_sheets(kp_uno_incoming *in) {
  return fake_return_long(in, (int32_t)document_of(in)->content.sheet_count);
}

static bool sheet_at(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  int32_t index = KP_UNO_ARG(sal_Int32, in, 0);
  if (index < 0 || (size_t)index >= document->content.sheet_count)
    return kp_uno_error_set(in->error, FAKE_OUT_OF_BOUNDS, "no sheet %d", (int)index);
  return fake_return_any(in, fake_sheet_new(document, document->content.sheets[index].id));
}

static bool sheet_named(kp_uno_incoming *in) {
  char *name = fake_text_argument(in, 0);
  const fake_sheet *sheet = fake_sheet_by_name(document_of(in), name);
  bool good = sheet != NULL ? fake_return_any(in, fake_sheet_new(document_of(in), sheet->id))
                            : fake_no_element(in, name);
  free(name);
  return good;
}

static bool has_sheet(kp_uno_incoming *in) {
  char *name = fake_text_argument(in, 0);
  bool has = fake_sheet_by_name(document_of(in), name) != NULL;
  free(name);
  return fake_return_bool(in, has);
}

static bool sheet_names(kp_uno_incoming *in) {
  const fake_content *content = &document_of(in)->content;
  const char **names = fake_alloc(content->sheet_count * sizeof *names);
  for (size_t i = 0; i < content->sheet_count; i++)
    names[i] = content->sheets[i].name;
  bool good = fake_return_names(in, names, content->sheet_count);
  free(names);
  return good;
}

static bool insert_sheet(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  fake_content *content = &document->content;
  char *name = fake_text_argument(in, 0);
  size_t position = (size_t)KP_UNO_ARG(sal_Int16, in, 1);
  bool good = !document->structure && fake_sheet_by_name(document, name) == NULL &&
              name[0] != '\0' && strpbrk(name, "[]*?:/\\") == NULL;
  if (good) {
    fake_record_all(document);
    FAKE_APPEND(content->sheets, content->sheet_count);
    position = position < content->sheet_count ? position : content->sheet_count - 1;
    memmove(content->sheets + position + 1, content->sheets + position,
            (content->sheet_count - 1 - position) * sizeof *content->sheets);
    content->sheets[position] = (fake_sheet){
        .id = ++document->next_id, .name = fake_copy(name), .visible = true, .tab_color = -1};
    fake_changed(document, NULL);
  } else {
    kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "no sheet %s", name);
  }
  free(name);
  return good;
}

static bool remove_sheet(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  fake_content *content = &document->content;
  char *name = fake_text_argument(in, 0);
  const fake_sheet *sheet = fake_sheet_by_name(document, name);
  bool good = sheet != NULL && content->sheet_count > 1 && !document->structure;
  if (good) {
    size_t at = (size_t)fake_sheet_index(document, sheet->id);
    fake_record_all(document);
    fake_sheet_lost(document, sheet->id);
    fake_sheet_clear(&content->sheets[at]);
    memmove(content->sheets + at, content->sheets + at + 1,
            (content->sheet_count - at - 1) * sizeof *content->sheets);
    content->sheet_count--;
    fake_changed(document, NULL);
  } else if (sheet == NULL) {
    fake_no_element(in, name);
  } else {
    kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "the last sheet stays");
  }
  free(name);
  return good;
}

static const kp_uno_row sheets_rows[] = {
    {FAKE_INDEX "getCount", count_sheets, NULL},
    {FAKE_INDEX "getByIndex", sheet_at, NULL},
    {FAKE_NAMES "getByName", sheet_named, NULL},
    {FAKE_NAMES "hasByName", has_sheet, NULL},
    {FAKE_NAMES "getElementNames", sheet_names, NULL},
    {"com.sun.star.sheet.XSpreadsheets::insertNewByName", insert_sheet, NULL},
    {"com.sun.star.container.XNameContainer::removeByName", remove_sheet, NULL},
};
static const char *const sheets_interfaces[] = {"com.sun.star.sheet.XSpreadsheets",
                                                "com.sun.star.container.XIndexAccess", NULL};
static fake_class sheets_class = FAKE_PART_CLASS("Sheets", sheets_interfaces, sheets_rows);

uno_Interface *fake_sheets_new(fake_document *document) {
  return fake_part_new(&sheets_class, document, NULL);
}
