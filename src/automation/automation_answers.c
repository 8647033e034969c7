/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs on people's own answer sheets: what is found, and what is remembered. */
#include "internal.h"

#include "kernpunt/measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------------ what the call asks for
 */

static void column_letters(int column, char letters[8]) {
  char back[8];
  int size = 0;
  for (column++; column > 0 && size < 7; column = (column - 1) / 26)
    back[size++] = (char)('A' + (column - 1) % 26);
  for (int i = 0; i < size; i++)
    letters[i] = back[size - 1 - i];
  letters[size] = '\0';
}

/* The column of the grid with this name or header; -1 when there is none. */
static int column_named(const kp_answers_plan *plan, const char *name) {
  for (int column = 0; column < plan->grid.columns; column++) {
    char letters[8];
    column_letters(plan->grid.left + column, letters);
    if (strcmp(letters, name) == 0)
      return column;
  }
  for (int column = 0; column < plan->grid.columns; column++) {
    const kp_answers_cell *cell = kp_answers_at(&plan->grid, column, plan->map.header);
    if (cell->kind == KP_ANSWERS_TEXT && kp_fold_same(cell->text, name))
      return column;
  }
  return -1;
}

static bool no_such(kp_uno_incoming *in, const char *what, const char *name) {
  return kp_uno_error_set(in->error, KP_UNO_ILLEGAL_ARGUMENT, "no such %s: %s", what, name);
}

/* "score" → "C" or a header; "" for none; "driver" takes all away, "driver1" … adds. */
static bool take_column(kp_uno_incoming *in, kp_answers_plan *plan, const char *part,
                        const char *text) {
  const kp_method *method = plan->document->method;
  const char *driver = kp_answers_part_name(method, KP_ROLE_ANSWER_DRIVER);
  int column = text[0] != '\0' ? column_named(plan, text) : -1;
  if (text[0] != '\0' && column < 0)
    return no_such(in, "column", text);
  for (int i = 0; i < KP_ANSWERS_PARTS; i++)
    if (strcmp(part, kp_answers_part_name(method, (kp_method_role)(KP_ROLE_ANSWER_SCORE + i))) ==
        0) {
      plan->map.column[i] = column;
      if (i == KP_ANSWERS_PART(KP_ROLE_ANSWER_SCORE) && column >= 0)
        kp_answers_find_scale(method, &plan->grid, column, &plan->map);
      return true;
    }
  if (strncmp(part, driver, strlen(driver)) != 0)
    return no_such(in, "part", part);
  if (strcmp(part, driver) == 0)
    plan->map.driver_count = 0;
  if (column >= 0 && plan->map.driver_count < KP_ANSWERS_DRIVERS)
    plan->map.drivers[plan->map.driver_count++] = column;
  return true;
}

static bool take_columns(kp_uno_incoming *in, kp_answers_plan *plan) {
  kp_entry_value *values = NULL;
  size_t count = 0;
  bool good = kp_automation_values(in, &values, &count);
  for (size_t i = 0; good && i < count; i++)
    good = take_column(in, plan, values[i].key, values[i].text);
  kp_automation_values_free(values, count);
  char *scale = kp_automation_text(in, "Scale");
  if (good && scale != NULL &&
      (sscanf(scale, "%d-%d", &plan->map.least, &plan->map.most) != 2 ||
       plan->map.least >= plan->map.most))
    good = no_such(in, "Scale", scale);
  free(scale);
  return good;
}

static bool truth(const kp_uno_incoming *in, const char *name) {
  const uno_Any *value = kp_automation_argument(in, name);
  bool is = true;
  return value == NULL || !kp_uno_any_get_bool(value, &is) || is;
}

static bool take_text(const kp_uno_incoming *in, const char *name, char **into) {
  char *text = kp_automation_text(in, name);
  if (text != NULL) {
    free(*into);
    *into = text;
  }
  return text != NULL;
}

/* The sheet that was named, else the one in front. */
static char *sheet_of(kp_uno_incoming *in, const kp_document *document) {
  char *sheet = kp_automation_text(in, "Sheet");
  char **names = NULL;
  size_t count = 0;
  size_t front = 0;
  if (sheet == NULL && kp_answers_sheets(in->error, document, &names, &count, &front) && count > 0)
    sheet = kp_text_copy(names[front]);
  kp_answers_sheets_free(names, count);
  if (sheet == NULL && in->error->type[0] == '\0')
    kp_uno_error_set(in->error, KP_UNO_ILLEGAL_ARGUMENT, "no Sheet");
  return sheet;
}

bool kp_automation_plan(kp_uno_incoming *in, const kp_document *document, kp_answers_plan *plan) {
  char *sheet = sheet_of(in, document);
  *plan = (kp_answers_plan){.sheet = NULL};
  bool good = sheet != NULL && kp_answers_plan_open(in->error, document, sheet, plan);
  free(sheet);
  if (good && plan->map.header >= 0) {
    plan->add_units = truth(in, "AddUnits");
    plan->add_people = truth(in, "AddPeople");
    take_text(in, "Wave", &plan->whole);
    take_text(in, "Invited", &plan->invited);
    good = take_columns(in, plan) && kp_answers_plan_settle(in->error, plan);
  }
  return good;
}

/* -------------------------------------------------------------------------------- what it answers
 */

enum { PART_COLUMNS = 4, WAVE_COLUMNS = 4, MOST_PARTS = KP_ANSWERS_PARTS + KP_ANSWERS_DRIVERS };

typedef struct parts {
  const char *texts[MOST_PARTS * PART_COLUMNS];
  char letters[MOST_PARTS][8];
  char names[KP_ANSWERS_DRIVERS][48];
  char *examples[MOST_PARTS];
  size_t count;
} parts;

static bool add_part(parts *into, const kp_answers_plan *plan, const char *part, int column,
                     kp_language language) {
  const kp_answers_cell *header = kp_answers_at(&plan->grid, column, plan->map.header);
  size_t i = into->count++;
  const char **row = &into->texts[i * PART_COLUMNS];
  column_letters(plan->grid.left + column, into->letters[i]);
  into->examples[i] = kp_answers_examples(&plan->grid, &plan->map, column, language, 3);
  row[0] = part;
  row[1] = into->letters[i];
  row[2] = header->kind == KP_ANSWERS_TEXT ? header->text : "";
  row[3] = into->examples[i];
  return into->examples[i] != NULL;
}

static bool put_parts(kp_uno_error *error, uno_Sequence *answer, size_t at,
                      const kp_answers_plan *plan, kp_language language) {
  const kp_method *method = plan->document->method;
  parts *all = calloc(1, sizeof *all);
  bool good = all != NULL;
  for (int i = 0; good && plan->map.header >= 0 && i < KP_ANSWERS_PARTS; i++)
    if (plan->map.column[i] >= 0)
      good = add_part(all, plan,
                      kp_answers_part_name(method, (kp_method_role)(KP_ROLE_ANSWER_SCORE + i)),
                      plan->map.column[i], language);
  for (int i = 0; good && plan->map.header >= 0 && i < plan->map.driver_count; i++) {
    snprintf(all->names[i], sizeof all->names[i], "%.36s%d",
             kp_answers_part_name(method, KP_ROLE_ANSWER_DRIVER), i + 1);
    good = add_part(all, plan, all->names[i], plan->map.drivers[i], language);
  }
  good = good ? kp_automation_put_table(error, answer, at, "Parts", all->texts, all->count,
                                        PART_COLUMNS)
              : kp_uno_error_memory(error);
  for (size_t i = 0; all != NULL && i < all->count; i++)
    free(all->examples[i]);
  free(all);
  return good;
}

/* Rows of name and "new" or "". */
static bool put_names(kp_uno_error *error, uno_Sequence *answer, size_t at, const char *name,
                      const kp_answers_names *names, const bool *fresh) {
  const char **texts = calloc(2 * names->count + 1, sizeof *texts);
  if (texts == NULL)
    return kp_uno_error_memory(error);
  for (size_t i = 0; i < names->count; i++) {
    texts[2 * i] = names->list[i].text;
    texts[2 * i + 1] = fresh != NULL && fresh[i] ? "new" : "";
  }
  bool good = kp_automation_put_table(error, answer, at, name, texts, names->count, 2);
  free(texts);
  return good;
}

static bool put_waves(kp_uno_error *error, uno_Sequence *answer, size_t at,
                      const kp_answers_plan *plan) {
  kp_source_choice *choice = plan->map.header >= 0 ? kp_answers_choice(plan) : NULL;
  size_t count = choice != NULL ? choice->wave_count : 0;
  const char **texts = calloc(WAVE_COLUMNS * count + 1, sizeof *texts);
  if (texts == NULL || (plan->map.header >= 0 && choice == NULL)) {
    free(texts);
    return kp_uno_error_memory(error);
  }
  for (size_t i = 0; i < count; i++) {
    const kp_source_found *wave = &choice->waves[i];
    const char *const row[WAVE_COLUMNS] = {wave->name, wave->start, wave->end, wave->scores};
    memcpy(&texts[i * WAVE_COLUMNS], row, sizeof row);
  }
  bool good = kp_automation_put_table(error, answer, at, "Waves", texts, count, WAVE_COLUMNS);
  free(texts);
  kp_answers_choice_free(choice);
  return good;
}

static bool put_said(kp_uno_error *error, uno_Sequence *answer, size_t at, const char *name,
                     char *text) {
  bool good = kp_automation_put_text(error, answer, at, name, text != NULL ? text : "");
  free(text);
  return good;
}

static bool fill(kp_uno_error *error, uno_Sequence *answer, const kp_answers_plan *plan,
                 kp_language language) {
  const kp_answers_map *map = &plan->map;
  bool scores = map->header >= 0 && map->column[KP_ANSWERS_PART(KP_ROLE_ANSWER_SCORE)] >= 0;
  char scale[32] = "";
  if (scores)
    snprintf(scale, sizeof scale, "%d-%d", map->least, map->most);
  return kp_automation_put_text(error, answer, 0, "Sheet", plan->sheet) &&
         kp_automation_put_long(error, answer, 1, "Header",
                                map->header >= 0 ? plan->grid.top + map->header + 1 : 0) &&
         kp_automation_put_text(error, answer, 2, "Scale", scale) &&
         put_said(error, answer, 3, "Said",
                  scores ? kp_answers_say(&plan->grid, map, language) : NULL) &&
         put_said(error, answer, 4, "Dirt",
                  scores ? kp_answers_say_dirt(&plan->grid, map, language) : NULL) &&
         put_parts(error, answer, 5, plan, language) &&
         put_names(error, answer, 6, "Units", &plan->units, plan->new_units) &&
         put_names(error, answer, 7, "People", &plan->people, plan->new_people) &&
         put_waves(error, answer, 8, plan);
}

bool kp_automation_find_answers(kp_uno_incoming *in) {
  enum { VALUES = 9 };
  kp_automation call;
  kp_answers_plan plan = {.sheet = NULL};
  uno_Sequence *answer = NULL;
  bool good = kp_automation_open(in, &call) && kp_automation_plan(in, &call.document, &plan);
  if (good) {
    answer = kp_automation_answer(in->error, VALUES);
    good = answer != NULL && fill(in->error, answer, &plan, call.document.language);
  }
  kp_answers_plan_clear(&plan);
  kp_automation_close(&call);
  return kp_automation_return(in, answer, good);
}

kp_workbook_answer kp_automation_choose(kp_uno_incoming *in, const kp_document *document,
                                        const kp_setup *setup, kp_outcome *outcome) {
  kp_answers_plan plan;
  kp_workbook_answer answer = KP_WORKBOOK_FAILED;
  memset(outcome, 0, sizeof *outcome);
  if (kp_automation_plan(in, document, &plan)) {
    kp_source_choice *choice = plan.map.header >= 0 ? kp_answers_choice(&plan) : NULL;
    if (plan.map.header < 0) {
      outcome->text = KP_TEXT_ANSWERS_NO_TABLE;
      outcome->detail = kp_text_copy(plan.sheet);
      answer = KP_WORKBOOK_REFUSED;
    } else if (choice == NULL) {
      kp_uno_error_memory(in->error);
    } else {
      answer = kp_workbook_set_up(in->error, document, setup, choice, outcome);
    }
    kp_answers_choice_free(choice);
  }
  kp_answers_plan_clear(&plan);
  return answer;
}

bool kp_automation_set_answers(kp_uno_incoming *in) {
  kp_automation call;
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  kp_method_findings findings = {NULL, 0, 0};
  bool good = kp_automation_open(in, &call) && kp_automation_reserve(&call);
  if (good)
    good = kp_automation_outcome(&call, kp_automation_choose(in, &call.document, NULL, &outcome),
                                 &outcome, &findings);
  kp_automation_close(&call);
  return good;
}
