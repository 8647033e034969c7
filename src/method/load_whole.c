/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dead ends: what a file may say and yet leads nowhere. They are told where the file says it. */
#include "load.h"

#include <string.h>

bool kp_load_name_items(kp_load *load, const kp_method_list *list, uint64_t items) {
  kp_load_named *named = kp_load_get(load, sizeof *named);
  if (named == NULL)
    return false;
  *named = (kp_load_named){list, items};
  return kp_load_push(load, &load->named, &load->named_count, named);
}

/* ------------------------------------------------------------------------------------ practices */

/* Rows of a practice that nobody shares go through its steps. */
static bool check_practices(kp_load *load) {
  for (size_t i = 0; i < load->doc_count; i++) {
    const kp_method_practice *practice = load->method->practices[i];
    if (!practice->always && practice->step_count == 0)
      return kp_load_fail_at(load, load->names[i],
                             xmlGetLineNo(xmlDocGetRootElement(load->docs[i])), KP_LOAD_NO_STEPS,
                             practice->key, NULL);
  }
  return true;
}

/* ------------------------------------------------------------------------------------- required */

static bool has_column(const kp_method_column *const *columns, size_t count,
                       const kp_method_column *column) {
  for (size_t i = 0; i < count; i++)
    if (columns[i] == column)
      return true;
  return false;
}

/* `*any` becomes true when the table has a form at all. */
static bool in_forms(const kp_method *method, const kp_method_column *column, bool *any) {
  for (size_t i = 0; i < method->form_count; i++) {
    const kp_method_form *form = method->forms[i];
    *any = *any || form->table == column->table;
    for (size_t k = 0; k < form->count; k++)
      if (has_column(form->pages[k]->columns, form->pages[k]->count, column))
        return true;
  }
  return false;
}

static bool is_set(const kp_method_preset *const *presets, size_t count,
                   const kp_method_column *column) {
  for (size_t i = 0; i < count; i++)
    if (presets[i]->column == column)
      return true;
  return false;
}

/* Whether a step or an answer fills it without asking. */
static bool in_presets(const kp_method *method, const kp_method_column *column) {
  for (size_t p = 0; p < method->practice_count; p++)
    for (size_t i = 0; i < method->practices[p]->step_count; i++) {
      const kp_method_step *step = method->practices[p]->steps[i];
      for (size_t k = 0; k < step->task_count; k++)
        if (is_set(step->tasks[k]->presets, step->tasks[k]->preset_count, column))
          return true;
    }
  for (size_t i = 0; i < method->source_count; i++)
    if (is_set(method->sources[i]->answers, method->sources[i]->answer_count, column) ||
        has_column(method->sources[i]->asked, method->sources[i]->asked_count, column))
      return true;
  return false;
}

/* A column that is asked of every row, in a table that has forms, of which none shows it. */
static bool check_required(kp_load *load) {
  const kp_method *method = load->method;
  for (size_t i = 0; i < method->rule_count; i++) {
    const kp_method_rule *rule = method->rules[i];
    const kp_method_column *column = rule->column;
    bool any = false;
    if (strcmp(rule->word->name, "required") != 0 || rule->severity != KP_METHOD_REFUSE ||
        !rule->at_entry || column->initial != NULL || column->kind == KP_METHOD_FORMULA)
      continue;
    if (!in_forms(method, column, &any) && any && !in_presets(method, column))
      return kp_load_fail_at(load, rule->file, rule->line, KP_LOAD_UNSHOWN, column->key,
                             column->table->key);
  }
  return true;
}

/* ------------------------------------------------------------------------------------- statuses */

static bool check_statuses(kp_load *load, xmlNode *node) {
  const kp_method_list *list = kp_method_find_list(load->method, kp_load_attribute(node, "key"));
  uint64_t named = 0;
  size_t index = 0;
  for (size_t i = 0; i < load->named_count; i++)
    if (load->named[i]->list == list)
      named |= load->named[i]->items;
  for (xmlNode *child = kp_load_element(node->children);
       list->statuses && named != 0 && child != NULL; child = kp_load_element(child->next), index++)
    if ((named & (uint64_t)1 << index) == 0)
      return kp_load_fail(load, child, KP_LOAD_UNCOUNTED, list->items[index]->key, list->key);
  return true;
}

/* ---------------------------------------------------------------------------------------- roles */

/* Columns without which a table cannot be what its role says. */
static const struct {
  kp_method_role table;
  kp_method_role column;
} needs[] = {
    {KP_ROLE_LOG, KP_ROLE_WHEN},    {KP_ROLE_LOG, KP_ROLE_WHO},    {KP_ROLE_LOG, KP_ROLE_TABLE},
    {KP_ROLE_LOG, KP_ROLE_ROW},     {KP_ROLE_LOG, KP_ROLE_FIELD},  {KP_ROLE_LOG, KP_ROLE_WAS},
    {KP_ROLE_LOG, KP_ROLE_BECOMES}, {KP_ROLE_LOG, KP_ROLE_REASON}, {KP_ROLE_WAVE, KP_ROLE_SCORES},
    {KP_ROLE_WAVE, KP_ROLE_SCALE},
};

static bool check_roles(kp_load *load, xmlNode *node) {
  const kp_method_table *table = kp_method_find_table(load->method, kp_load_attribute(node, "key"));
  for (size_t i = 0; i < sizeof needs / sizeof *needs; i++)
    if (table->role == needs[i].table && kp_method_role_column(table, needs[i].column) == NULL)
      return kp_load_fail(load, node, KP_LOAD_LACKS_ROLE, kp_method_role_name(needs[i].column),
                          table->key);
  return true;
}

/* ------------------------------------------------------------------------- what stops the work */

static bool in_conditions(const kp_condition *const *list, size_t count,
                          const kp_method_column *column) {
  for (size_t i = 0; i < count; i++)
    if (list[i]->column == column || has_column(list[i]->via.hops, list[i]->via.count, column))
      return true;
  return false;
}

/* Whether a gate, a test or a source looks at the column, in its own row or in one that it finds.
 */
static bool looks_at(const kp_method_rule *rule, const kp_method_column *column) {
  if (rule == NULL)
    return false;
  bool looks = rule->column == column || rule->other == column ||
               has_column(rule->via.hops, rule->via.count, column) ||
               has_column(rule->confirmed, rule->confirmed_count, column) ||
               in_conditions(rule->when, rule->when_count, column);
  for (size_t i = 0; !looks && i < rule->rows_count; i++)
    looks = rule->rows[i]->link == column ||
            in_conditions(rule->rows[i]->where, rule->rows[i]->where_count, column);
  return looks;
}

static bool any_looks_at(const kp_method_rule *const *rules, size_t count,
                         const kp_method_column *column) {
  for (size_t i = 0; i < count; i++)
    if (looks_at(rules[i], column))
      return true;
  return false;
}

static bool stops_work(const kp_method *method, const kp_method_column *column) {
  for (size_t p = 0; p < method->practice_count; p++)
    for (size_t i = 0; i < method->practices[p]->step_count; i++) {
      const kp_method_step *step = method->practices[p]->steps[i];
      if (any_looks_at(step->gates, step->gate_count, column) ||
          any_looks_at(step->tests, step->test_count, column))
        return true;
    }
  for (size_t i = 0; i < method->source_count; i++) {
    const kp_method_source *source = method->sources[i];
    if (source->date == column || source->who == column || source->text == column ||
        looks_at(source->test, column))
      return true;
  }
  return false;
}

static void mark_blocking(const kp_method *method) {
  for (size_t i = 0; i < method->rule_count; i++) {
    kp_method_rule *rule = (kp_method_rule *)method->rules[i]; /* until the method is read */
    if (strcmp(rule->word->name, "required") == 0)
      rule->blocks = stops_work(method, rule->column);
  }
}

bool kp_load_whole(kp_load *load) {
  mark_blocking(load->method);
  return check_practices(load) && check_required(load) &&
         kp_load_pass(load, "list", check_statuses) && kp_load_pass(load, "table", check_roles);
}
