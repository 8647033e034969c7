/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Database ranges. */
#include "part.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static fake_document *document_of(const kp_uno_incoming *in) {
  return ((const fake_part *)in->state)->document;
}

static bool get_name(kp_uno_incoming *in) {
  return kp_uno_return_string(in, ((fake_part *)in->state)->name);
}

static fake_database *find_database(fake_document *document, const char *name) {
  for (size_t i = 0; i < document->content.database_count; i++)
    if (strcasecmp(document->content.databases[i].name, name) == 0)
      return &document->content.databases[i];
  return NULL;
}

static fake_class database_class;

static bool count_databases(kp_uno_incoming *in) {
  return fake_return_long(in, (int32_t)document_of(in)->content.database_count);
}

static bool database_at(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  int32_t index = KP_UNO_ARG(sal_Int32, in, 0);
  if (index < 0 || (size_t)index >= document->content.database_count)
    return kp_uno_error_set(in->error, FAKE_OUT_OF_BOUNDS, "no range %d", (int)index);
  return fake_return_any(
      in, fake_part_new(&database_class, document, document->content.databases[index].name));
}

static bool has_database(kp_uno_incoming *in) {
  char *name = fake_text_argument(in, 0);
  bool has = find_database(document_of(in), name) != NULL;
  free(name);
  return fake_return_bool(in, has);
}

static bool database_named(kp_uno_incoming *in) {
  char *name = fake_text_argument(in, 0);
  bool good = find_database(document_of(in), name) != NULL
                  ? fake_return_any(in, fake_part_new(&database_class, document_of(in), name))
                  : fake_no_element(in, name);
  free(name);
  return good;
}

static bool all_databases(kp_uno_incoming *in) {
  const fake_content *content = &document_of(in)->content;
  const char **names = fake_alloc(content->database_count * sizeof *names);
  for (size_t i = 0; i < content->database_count; i++)
    names[i] = content->databases[i].name;
  bool good = fake_return_names(in, names, content->database_count);
  free(names);
  return good;
}

static fake_area area_of(const fake_document *document, const kp_uno_cell_range_address *at) {
  return (fake_area){document->content.sheets[at->sheet].id, at->start_column, at->start_row,
                     at->end_column, at->end_row};
}

static bool add_database(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  fake_content *content = &document->content;
  char *name = fake_text_argument(in, 0);
  bool good = find_database(document, name) == NULL;
  if (good) {
    fake_record_all(document);
    fake_database *made = FAKE_APPEND(content->databases, content->database_count);
    made->name = fake_copy(name);
    made->area = area_of(document, in->args[1]);
    made->header = true;
    fake_changed_name(document);
  } else {
    kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "the name %s is taken", name);
  }
  free(name);
  return good;
}

static bool remove_database(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  fake_content *content = &document->content;
  char *name = fake_text_argument(in, 0);
  fake_database *found = find_database(document, name);
  if (found != NULL) {
    fake_record_all(document);
    free(found->name);
    *found = content->databases[--content->database_count];
    fake_changed(document, NULL);
  } else {
    kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "no range %s", name);
  }
  free(name);
  return found != NULL;
}

static fake_database *this_database(kp_uno_incoming *in) {
  fake_database *found = find_database(document_of(in), ((fake_part *)in->state)->name);
  if (found == NULL)
    kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "the range is gone");
  return found;
}

static bool get_area(kp_uno_incoming *in) {
  const fake_database *found = this_database(in);
  if (found == NULL)
    return false;
  *(kp_uno_cell_range_address *)in->result = (kp_uno_cell_range_address){
      (sal_Int16)fake_sheet_index(document_of(in), found->area.sheet), found->area.left,
      found->area.top, found->area.right, found->area.bottom};
  return true;
}

static bool set_area(kp_uno_incoming *in) {
  fake_database *found = this_database(in);
  if (found == NULL)
    return false;
  fake_record_all(document_of(in));
  found->area = area_of(document_of(in), in->args[0]);
  fake_changed(document_of(in), &found->area);
  return true;
}

static bool database_cells(kp_uno_incoming *in) {
  const fake_database *found = this_database(in);
  return found != NULL && fake_return(in, fake_range_new(document_of(in), &found->area));
}

static bool get_filter(kp_uno_incoming *in, uno_Any *value) {
  const fake_database *found = this_database(in);
  if (found != NULL)
    kp_uno_any_set_bool(value, found->auto_filter);
  return found != NULL;
}

static bool set_filter(kp_uno_incoming *in, const uno_Any *value) {
  fake_database *found = this_database(in);
  if (found != NULL) {
    fake_record_all(document_of(in));
    kp_uno_any_get_bool(value, &found->auto_filter);
    fake_changed(document_of(in), &found->area);
  }
  return found != NULL;
}

static bool get_header(kp_uno_incoming *in, uno_Any *value) {
  const fake_database *found = this_database(in);
  if (found != NULL)
    kp_uno_any_set_bool(value, found->header);
  return found != NULL;
}

static bool set_header(kp_uno_incoming *in, const uno_Any *value) {
  fake_database *found = this_database(in);
  if (found != NULL)
    kp_uno_any_get_bool(value, &found->header);
  return found != NULL;
}

static const kp_uno_row databases_rows[] = {
    {FAKE_INDEX "getCount", count_databases, NULL},
    {FAKE_INDEX "getByIndex", database_at, NULL},
    {FAKE_NAMES "getByName", database_named, NULL},
    {FAKE_NAMES "hasByName", has_database, NULL},
    {FAKE_NAMES "getElementNames", all_databases, NULL},
    {"com.sun.star.sheet.XDatabaseRanges::addNewByName", add_database, NULL},
    {"com.sun.star.sheet.XDatabaseRanges::removeByName", remove_database, NULL},
};
static const kp_uno_row database_rows[] = {
    {"com.sun.star.container.XNamed::getName", get_name, NULL},
    {"com.sun.star.sheet.XDatabaseRange::getDataArea", get_area, NULL},
    {"com.sun.star.sheet.XDatabaseRange::setDataArea", set_area, NULL},
    {"com.sun.star.sheet.XDatabaseRange::refresh", kp_uno_ignore, NULL},
    {"com.sun.star.util.XRefreshable::refresh", kp_uno_ignore, NULL},
    {"com.sun.star.sheet.XCellRangeReferrer::getReferredCells", database_cells, NULL},
};
static const fake_property database_properties[] = {
    {"AutoFilter", get_filter, set_filter},
    {"ContainsHeader", get_header, set_header},
};
static const char *const databases_interfaces[] = {"com.sun.star.sheet.XDatabaseRanges",
                                                   "com.sun.star.container.XIndexAccess", NULL};
static const char *const database_interfaces[] = {
    "com.sun.star.sheet.XDatabaseRange", "com.sun.star.util.XRefreshable",
    "com.sun.star.container.XNamed",     "com.sun.star.sheet.XCellRangeReferrer",
    "com.sun.star.beans.XPropertySet",   NULL};
static fake_class databases_class =
    FAKE_PART_CLASS("DatabaseRanges", databases_interfaces, databases_rows);
static fake_class database_class = {.table = {.implementation = "DatabaseRange",
                                              .interfaces = database_interfaces,
                                              FAKE_ROWS(database_rows),
                                              .state_size = sizeof(fake_part),
                                              .finalize = fake_part_finalize},
                                    FAKE_PROPERTIES(database_properties)};

uno_Interface *fake_databases_new(fake_document *document) {
  return fake_part_new(&databases_class, document, NULL);
}
