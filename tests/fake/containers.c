/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets, named ranges and database ranges of a document. */
#include "model.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* A container, or one element by its name. */
typedef struct part {
  fake_document *document;
  char *name;
} part;

static fake_document *document_of(const kp_uno_incoming *in) {
  return ((const part *)in->state)->document;
}

static void finalize(void *state) {
  part *of = state;
  free(of->name);
  fake_document_release(of->document);
}

static uno_Interface *new_part(fake_class *class, fake_document *document, const char *name) {
  void *state = NULL;
  uno_Interface *made = fake_object_new(class, &state);
  *(part *)state = (part){document, name != NULL ? fake_copy(name) : NULL};
  document->references++;
  return made;
}

static bool no_element(kp_uno_incoming *in, const char *name) {
  return kp_uno_error_set(in->error, FAKE_NO_ELEMENT, "%s", name);
}

/* ---------------------------------------------------------------------------------------- sheets
 */

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
                            : no_element(in, name);
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
    no_element(in, name);
  } else {
    kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "the last sheet stays");
  }
  free(name);
  return good;
}

/* --------------------------------------------------------------------------------- named ranges */

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
                  ? fake_return_any(in, new_part(&name_class, document_of(in), name))
                  : no_element(in, name);
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
    fake_changed(document, NULL);
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
    fake_changed(document, NULL);
  } else {
    kp_uno_error_set(in->error, KP_UNO_RUNTIME_EXCEPTION, "no name %s", text);
  }
  free(text);
  return name != NULL;
}

static fake_name *this_name(kp_uno_incoming *in) {
  fake_name *name = find_name(document_of(in), ((part *)in->state)->name);
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
  fake_changed(document, NULL);
  free(text);
  return true;
}

static bool get_name(kp_uno_incoming *in) {
  return kp_uno_return_string(in, ((part *)in->state)->name);
}

static bool count_names(kp_uno_incoming *in) {
  return fake_return_long(in, (int32_t)document_of(in)->content.name_count);
}

static bool name_at(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  int32_t index = KP_UNO_ARG(sal_Int32, in, 0);
  if (index < 0 || (size_t)index >= document->content.name_count)
    return kp_uno_error_set(in->error, FAKE_OUT_OF_BOUNDS, "no name %d", (int)index);
  return fake_return_any(in, new_part(&name_class, document, document->content.names[index].name));
}

/* ------------------------------------------------------------------------------- database ranges
 */

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
      in, new_part(&database_class, document, document->content.databases[index].name));
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
                  ? fake_return_any(in, new_part(&database_class, document_of(in), name))
                  : no_element(in, name);
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
    fake_changed(document, &made->area);
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
  fake_database *found = find_database(document_of(in), ((part *)in->state)->name);
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

/* ---------------------------------------------------------------------------------------- tables
 */

#define INDEX "com.sun.star.container.XIndexAccess::"
#define NAMES "com.sun.star.container.XNameAccess::"

static const kp_uno_row sheets_rows[] = {
    {INDEX "getCount", count_sheets, NULL},
    {INDEX "getByIndex", sheet_at, NULL},
    {NAMES "getByName", sheet_named, NULL},
    {NAMES "hasByName", has_sheet, NULL},
    {NAMES "getElementNames", sheet_names, NULL},
    {"com.sun.star.sheet.XSpreadsheets::insertNewByName", insert_sheet, NULL},
    {"com.sun.star.container.XNameContainer::removeByName", remove_sheet, NULL},
};
static const kp_uno_row names_rows[] = {
    {INDEX "getCount", count_names, NULL},
    {INDEX "getByIndex", name_at, NULL},
    {NAMES "getByName", name_named, NULL},
    {NAMES "hasByName", has_name, NULL},
    {NAMES "getElementNames", all_names, NULL},
    {"com.sun.star.sheet.XNamedRanges::addNewByName", add_name, NULL},
    {"com.sun.star.sheet.XNamedRanges::removeByName", remove_name, NULL},
};
static const kp_uno_row name_rows[] = {
    {"com.sun.star.container.XNamed::getName", get_name, NULL},
    {"com.sun.star.sheet.XNamedRange::getContent", get_content, NULL},
    {"com.sun.star.sheet.XNamedRange::setContent", set_content, NULL},
    {"com.sun.star.sheet.XCellRangeReferrer::getReferredCells", referred_cells, NULL},
};
static const kp_uno_row databases_rows[] = {
    {INDEX "getCount", count_databases, NULL},
    {INDEX "getByIndex", database_at, NULL},
    {NAMES "getByName", database_named, NULL},
    {NAMES "hasByName", has_database, NULL},
    {NAMES "getElementNames", all_databases, NULL},
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

static const char *const sheets_interfaces[] = {"com.sun.star.sheet.XSpreadsheets",
                                                "com.sun.star.container.XIndexAccess", NULL};
static const char *const names_interfaces[] = {"com.sun.star.sheet.XNamedRanges",
                                               "com.sun.star.container.XIndexAccess", NULL};
static const char *const name_interfaces[] = {"com.sun.star.sheet.XNamedRange",
                                              "com.sun.star.sheet.XCellRangeReferrer", NULL};
static const char *const databases_interfaces[] = {"com.sun.star.sheet.XDatabaseRanges",
                                                   "com.sun.star.container.XIndexAccess", NULL};
static const char *const database_interfaces[] = {
    "com.sun.star.sheet.XDatabaseRange", "com.sun.star.util.XRefreshable",
    "com.sun.star.container.XNamed",     "com.sun.star.sheet.XCellRangeReferrer",
    "com.sun.star.beans.XPropertySet",   NULL};

#define CLASS(label, list, row_list)                                                               \
  {                                                                                                \
    .table = {                                                                                     \
      .implementation = label,                                                                     \
      .interfaces = list,                                                                          \
      FAKE_ROWS(row_list),                                                                         \
      .state_size = sizeof(part),                                                                  \
      .finalize = finalize                                                                         \
    }                                                                                              \
  }

static fake_class sheets_class = CLASS("Sheets", sheets_interfaces, sheets_rows);
static fake_class names_class = CLASS("NamedRanges", names_interfaces, names_rows);
static fake_class name_class = CLASS("NamedRange", name_interfaces, name_rows);
static fake_class databases_class = CLASS("DatabaseRanges", databases_interfaces, databases_rows);
static fake_class database_class = {.table = {.implementation = "DatabaseRange",
                                              .interfaces = database_interfaces,
                                              FAKE_ROWS(database_rows),
                                              .state_size = sizeof(part),
                                              .finalize = finalize},
                                    FAKE_PROPERTIES(database_properties)};

uno_Interface *fake_sheets_new(fake_document *document) {
  return new_part(&sheets_class, document, NULL);
}

uno_Interface *fake_names_new(fake_document *document) {
  return new_part(&names_class, document, NULL);
}

uno_Interface *fake_databases_new(fake_document *document) {
  return new_part(&databases_class, document, NULL);
}
