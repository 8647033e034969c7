/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program knows tables, columns and words by. */
#include "kernpunt/method.h"

#include <assert.h>
#include <string.h>

static const char *const names[] = {
    [KP_ROLE_NONE] = "",
    [KP_ROLE_LOG] = "log",
    [KP_ROLE_WAVE] = "wave",
    [KP_ROLE_ACTION] = "action",
    [KP_ROLE_CHANGED_BY] = "changed-by",
    [KP_ROLE_CHANGED_ON] = "changed-on",
    [KP_ROLE_REASON] = "reason",
    [KP_ROLE_HELPERS] = "helpers",
    [KP_ROLE_WHEN] = "when",
    [KP_ROLE_WHO] = "who",
    [KP_ROLE_TABLE] = "table",
    [KP_ROLE_ROW] = "row",
    [KP_ROLE_FIELD] = "field",
    [KP_ROLE_WAS] = "was",
    [KP_ROLE_BECOMES] = "becomes",
    [KP_ROLE_UNIT] = "unit",
    [KP_ROLE_LEVEL] = "level",
    [KP_ROLE_PRESENT] = "present",
    [KP_ROLE_SCORES] = "scores",
    [KP_ROLE_SCALE] = "scale",
    [KP_ROLE_KIND] = "kind",
    [KP_ROLE_CIRCUMSTANCES] = "circumstances",
    [KP_ROLE_CHANGES] = "changes",
    [KP_ROLE_NUMBER] = "number",
    [KP_ROLE_START] = "start",
    [KP_ROLE_END] = "end",
    [KP_ROLE_INVITED] = "invited",
    [KP_ROLE_EARLIER] = "earlier",
    [KP_ROLE_LATER] = "later",
    [KP_ROLE_MEASURE] = "measure",
    [KP_ROLE_VALUE_NOW] = "value-now",
    [KP_ROLE_VALUE_LATER] = "value-later",
    [KP_ROLE_VERDICT] = "verdict",
    [KP_ROLE_STORY] = "story",
    [KP_ROLE_RISE] = "rise",
    [KP_ROLE_FALL] = "fall",
    [KP_ROLE_NO_DIFFERENCE] = "no-difference",
    [KP_ROLE_FEW_ANSWERS] = "few-answers",
    [KP_ROLE_ANSWER_SCORE] = "answer-score",
    [KP_ROLE_ANSWER_WAVE] = "answer-wave",
    [KP_ROLE_ANSWER_CUSTOMER] = "answer-customer",
    [KP_ROLE_ANSWER_CONTACT] = "answer-contact",
    [KP_ROLE_ANSWER_UNIT] = "answer-unit",
    [KP_ROLE_ANSWER_OWNER] = "answer-owner",
    [KP_ROLE_ANSWER_COMMENT] = "answer-comment",
    [KP_ROLE_ANSWER_DATE] = "answer-date",
    [KP_ROLE_ANSWER_ANONYMOUS] = "answer-anonymous",
    [KP_ROLE_ANSWER_WEIGHT] = "answer-weight",
    [KP_ROLE_ANSWER_DRIVER] = "answer-driver",
    [KP_ROLE_ANSWER_TOTAL] = "answer-total",
};
_Static_assert(sizeof names / sizeof *names == KP_ROLE_COUNT, "a role has no name");

kp_method_role kp_method_role_named(const char *name) {
  for (int role = KP_ROLE_NONE + 1; role < KP_ROLE_COUNT; role++)
    if (strcmp(names[role], name) == 0)
      return (kp_method_role)role;
  return KP_ROLE_NONE;
}

const char *kp_method_role_name(kp_method_role role) {
  return (size_t)role < KP_ROLE_COUNT ? names[role] : "";
}

const kp_method_table *kp_method_role_table(const kp_method *method, kp_method_role role) {
  assert(role != KP_ROLE_NONE);
  for (size_t i = 0; i < method->table_count; i++)
    if (method->tables[i]->role == role)
      return method->tables[i];
  return NULL;
}

const kp_method_column *kp_method_role_column(const kp_method_table *table, kp_method_role role) {
  assert(table != NULL && role != KP_ROLE_NONE);
  for (size_t i = 0; i < table->count; i++)
    if (table->columns[i]->role == role)
      return table->columns[i];
  return NULL;
}

const kp_method_item *kp_method_role_item(const kp_method_list *list, kp_method_role role) {
  assert(list != NULL && role != KP_ROLE_NONE);
  for (size_t i = 0; i < list->count; i++)
    if (list->items[i]->role == role)
      return list->items[i];
  return NULL;
}

const kp_method_list *kp_method_role_list(const kp_method *method, kp_method_role role) {
  assert(role != KP_ROLE_NONE);
  for (size_t i = 0; i < method->list_count; i++)
    if (method->lists[i]->role == role)
      return method->lists[i];
  return NULL;
}

const kp_method_practice *kp_method_practice_of(const kp_method *method,
                                                const kp_method_table *table) {
  for (size_t i = 0; i < method->practice_count; i++)
    if (table != NULL && method->practices[i]->table == table)
      return method->practices[i];
  return NULL;
}

const kp_method_table *kp_method_table_of_id(const kp_method *method, const char *id) {
  for (size_t i = 0; i < method->table_count; i++)
    if (kp_method_id_valid(method->tables[i], id))
      return method->tables[i];
  return NULL;
}

const kp_method_column *kp_method_status(const kp_method_table *table) {
  for (size_t i = 0; i < table->count; i++)
    if (table->columns[i]->kind == KP_METHOD_LIST && table->columns[i]->list->statuses)
      return table->columns[i];
  return NULL;
}

const kp_method_item *kp_method_yes(const kp_method *method, bool yes) {
  return method->yesno != NULL ? kp_method_find_item(method->yesno, yes ? "yes" : "no") : NULL;
}
