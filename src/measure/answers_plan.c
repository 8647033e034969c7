/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An answer sheet as it is found, and as people have it. */
#include "answers.h"
#include "kernpunt/measure.h"

#include "kernpunt/text.h"
#include "kernpunt/uno.h"

#include <stdlib.h>
#include <string.h>

const char *kp_answers_part_name(const kp_method *method, kp_method_role role) {
  const kp_method_list *list = kp_method_role_list(method, role);
  const char *line = list != NULL ? strrchr(list->key, '_') : NULL;
  return line != NULL ? line + 1 : list != NULL ? list->key : "";
}

/* ----------------------------------------------------------------------------------- the sheets */

void kp_answers_sheets_free(char **names, size_t count) {
  for (size_t i = 0; names != NULL && i < count; i++)
    free(names[i]);
  free(names);
}

static char *name_of(uno_Interface *sheet) {
  static kp_uno_method get_name = KP_UNO_METHOD("com.sun.star.container.XNamed::getName");
  kp_uno_error ignored = KP_UNO_IGNORED;
  char *name = NULL;
  return kp_uno_call(&ignored, sheet, &get_name, &name) ? name : NULL;
}

/* Whether it is one of the tables of the method. */
static bool is_ours(const kp_method *method, kp_reader *reader, const char *name) {
  for (size_t i = 0; reader != NULL && i < method->table_count; i++) {
    char *own = kp_reader_sheet_name(reader, method->tables[i]);
    bool same = own != NULL && strcmp(own, name) == 0;
    free(own);
    if (same)
      return true;
  }
  return false;
}

static char *front_of(const kp_document *document) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheetView::getActiveSheet");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *sheet = NULL;
  if (document->controller == NULL || !kp_uno_call(&ignored, document->controller, &get, &sheet))
    return NULL;
  char *name = sheet != NULL ? name_of(sheet) : NULL;
  kp_uno_release(sheet);
  return name;
}

/* The i-th sheet, when answers may stand on it. */
static bool take_sheet(kp_uno_error *error, const kp_document *document, uno_Interface *sheets,
                       int i, kp_reader *reader, char **taken) {
  static kp_uno_method by_index = KP_UNO_METHOD("com.sun.star.container.XIndexAccess::getByIndex");
  uno_Interface *sheet = NULL;
  uno_Any any;
  bool visible = false;
  kp_uno_any_init(&any);
  bool good = kp_uno_call(error, sheets, &by_index, &any, i) &&
              kp_uno_any_get_interface(&any, &sheet) &&
              kp_uno_property_get_bool(error, sheet, "IsVisible", &visible);
  if (good && visible) {
    *taken = name_of(sheet);
    if (*taken != NULL && is_ours(document->method, reader, *taken)) {
      free(*taken);
      *taken = NULL;
    }
  }
  kp_uno_any_clear(&any);
  kp_uno_release(sheet);
  return good;
}

bool kp_answers_sheets(kp_uno_error *error, const kp_document *document, char ***names,
                       size_t *count, size_t *front) {
  static kp_uno_method get_sheets =
      KP_UNO_METHOD("com.sun.star.sheet.XSpreadsheetDocument::getSheets");
  static kp_uno_method get_count = KP_UNO_METHOD("com.sun.star.container.XIndexAccess::getCount");
  uno_Interface *sheets = NULL;
  kp_reader *reader = NULL;
  sal_Int32 all = 0;
  bool set_up = false;
  kp_language language = document->language;
  char *active = front_of(document);
  *names = NULL;
  *count = 0;
  *front = 0;
  bool good = kp_workbook_is_set_up(error, document, &set_up, &language) &&
              kp_uno_call(error, document->model, &get_sheets, &sheets) &&
              kp_uno_call(error, sheets, &get_count, &all);
  if (good && set_up) {
    reader = kp_reader_new(error, document);
    good = reader != NULL;
  }
  *names = calloc((size_t)all + 1, sizeof **names);
  if (*names == NULL) {
    kp_uno_error_memory(error);
    good = false;
  }
  for (int i = 0; good && i < all; i++) {
    char *name = NULL;
    good = take_sheet(error, document, sheets, i, reader, &name);
    if (name != NULL) {
      if (active != NULL && strcmp(active, name) == 0)
        *front = *count;
      (*names)[(*count)++] = name;
    }
  }
  kp_reader_free(reader);
  kp_uno_release(sheets);
  free(active);
  return good;
}

/* ------------------------------------------------------------------------------------- the plan */

void kp_answers_plan_clear(kp_answers_plan *plan) {
  kp_answers_names_free(&plan->units);
  kp_answers_names_free(&plan->people);
  kp_answers_names_free(&plan->waves);
  kp_answers_grid_free(&plan->grid);
  free(plan->new_units);
  free(plan->new_people);
  free(plan->sheet);
  free(plan->whole);
  free(plan->invited);
  *plan = (kp_answers_plan){.sheet = NULL};
}

/* The names of a part, and which of them are new to the list of the team. */
static bool settle_names(kp_uno_error *error, const kp_answers_plan *plan, kp_method_role role,
                         const kp_method_column *list, kp_answers_names *names, bool **fresh,
                         size_t *fresh_count) {
  int column = plan->map.column[KP_ANSWERS_PART(role)];
  kp_answers_names_free(names);
  free(*fresh);
  *fresh = NULL;
  *fresh_count = 0;
  if (column < 0 || list == NULL)
    return true;
  if (!kp_answers_names_of(&plan->grid, &plan->map, column, names))
    return kp_uno_error_memory(error);
  const char **texts = calloc(names->count + 1, sizeof *texts);
  *fresh = calloc(names->count + 1, sizeof **fresh);
  bool good = texts != NULL && *fresh != NULL;
  if (!good)
    kp_uno_error_memory(error);
  for (size_t i = 0; good && i < names->count; i++)
    texts[i] = names->list[i].text;
  good = good && kp_sources_fresh(error, plan->document, list, texts, names->count, *fresh);
  for (size_t i = 0; good && i < names->count; i++)
    *fresh_count += (*fresh)[i];
  free(texts);
  return good;
}

bool kp_answers_plan_settle(kp_uno_error *error, kp_answers_plan *plan) {
  const kp_method *method = plan->document->method;
  kp_answers_names_free(&plan->waves);
  if (plan->map.header < 0)
    return true;
  if (!kp_answers_waves(&plan->grid, &plan->map, plan->whole, plan->document->language,
                        &plan->waves))
    return kp_uno_error_memory(error);
  return settle_names(error, plan, KP_ROLE_ANSWER_UNIT, kp_sources_units(method), &plan->units,
                      &plan->new_units, &plan->new_unit_count) &&
         settle_names(error, plan, KP_ROLE_ANSWER_OWNER, method->people, &plan->people,
                      &plan->new_people, &plan->new_people_count);
}

bool kp_answers_plan_open(kp_uno_error *error, const kp_document *document, const char *sheet,
                          kp_answers_plan *plan) {
  kp_sources sources = {NULL, 0};
  *plan = (kp_answers_plan){.document = document, .add_units = true, .add_people = true};
  plan->sheet = kp_text_copy(sheet);
  plan->invited = kp_text_copy("");
  plan->map.header = -1;
  if (plan->sheet == NULL || plan->invited == NULL)
    return kp_uno_error_memory(error);
  bool good = kp_answers_read_sheet(error, document->model, sheet, &plan->grid) &&
              kp_sources_read(error, document->model, &sources);
  if (good) {
    const kp_source *source = kp_sources_on(&sources, sheet);
    kp_answers_find(document->method, &plan->grid, &plan->map);
    if (source != NULL)
      kp_answers_map_of(document->method, source, &plan->grid, &plan->map);
    plan->whole = kp_text_copy(source != NULL ? source->wave : "");
    good = plan->whole != NULL || kp_uno_error_memory(error);
  }
  kp_sources_clear(&sources);
  return good && kp_answers_plan_settle(error, plan);
}
