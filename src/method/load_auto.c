/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules that nobody has to write: what a column says of itself, and what its kind means. */
#include "load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A rule of a word without anything more about a column. */
static kp_method_rule *make_rule(kp_load *load, const kp_method_column *column, const char *check,
                                 kp_method_severity severity, const xmlNode *node) {
  enum { SIZE = 3 * KP_LOAD_KEY_BYTES };
  kp_method_rule *rule = kp_load_get(load, sizeof *rule);
  char *key = kp_load_get(load, SIZE);
  if (rule == NULL || key == NULL)
    return NULL;
  snprintf(key, SIZE, "%s_%s_%s", column->table->key, column->key, check);
  *rule = (kp_method_rule){.key = key,
                           .word = kp_rule_word_find(check),
                           .severity = severity,
                           .at_entry = true,
                           .at_check = true,
                           .practice = column->practice,
                           .table = column->table,
                           .column = column,
                           .file = node != NULL ? load->file : "",
                           .line = node != NULL ? (int)xmlGetLineNo(node) : 0,
                           .order = load->order++};
  if (!kp_load_message(load, NULL, check, severity, &rule->message))
    return NULL;
  if (rule->message.in[0] == NULL) {
    kp_load_fail_at(load, "", 0, KP_LOAD_NO_MESSAGE, check, NULL);
    return NULL;
  }
  if (load->order > KP_LOAD_RULES) {
    kp_load_fail_at(load, "", 0, KP_LOAD_MANY, "rule", NULL);
    return NULL;
  }
  return rule;
}

static bool add_rule(kp_load *load, const kp_method_rule *rule) {
  return rule != NULL && kp_load_push(load, &load->method->rules, &load->method->rule_count, rule);
}

/* "required" as attribute, or as element with conditions. */
static bool read_required(kp_load *load, xmlNode *node, const kp_method_column *column) {
  if (column->required &&
      !add_rule(load, make_rule(load, column, "required", KP_METHOD_REFUSE, node)))
    return false;
  for (xmlNode *child = kp_load_element(node->children); child != NULL;
       child = kp_load_element(child->next)) {
    kp_method_rule *rule = make_rule(load, column, "required", KP_METHOD_REFUSE, child);
    if (rule == NULL ||
        !kp_load_conditions(load, child, "when", column->table, column->table, &rule->when,
                            &rule->when_count) ||
        !kp_load_message(load, child, "required", KP_METHOD_REFUSE, &rule->message) ||
        !add_rule(load, rule))
      return false;
  }
  return true;
}

bool kp_load_column_rules(kp_load *load, xmlNode *node) {
  bool own = strcmp(kp_load_name(node), "table") == 0;
  const kp_method_table *table = kp_load_find_table(load, node, own ? "key" : "table");
  if (table == NULL)
    return false;
  for (xmlNode *child = kp_load_element(node->children); child != NULL;
       child = kp_load_element(child->next))
    if (!read_required(load, child, kp_method_find_column(table, kp_load_attribute(child, "key"))))
      return false;
  return true;
}

/* What the kinds mean. */
static const struct {
  const char *check;
  unsigned kinds;
  kp_method_severity severity;
} meanings[] = {
    {"has-id", 1u << KP_METHOD_ID, KP_METHOD_WARN},
    {"valid-id", 1u << KP_METHOD_ID, KP_METHOD_REFUSE},
    {"unique", 1u << KP_METHOD_ID, KP_METHOD_REFUSE},
    {"exists", 1u << KP_METHOD_LINK, KP_METHOD_REFUSE},
    {"is-date", 1u << KP_METHOD_DATE, KP_METHOD_REFUSE},
    {"is-number", 1u << KP_METHOD_NUMBER, KP_METHOD_REFUSE},
    {"in-list", 1u << KP_METHOD_LIST | 1u << KP_METHOD_YESNO, KP_METHOD_REFUSE},
    {"one-person", 1u << KP_METHOD_PERSON, KP_METHOD_REFUSE},
    {"known-person", 1u << KP_METHOD_PERSON, KP_METHOD_WARN},
    {"no-error", 1u << KP_METHOD_FORMULA, KP_METHOD_WARN},
    {"text-length", 1u << KP_METHOD_TEXT | 1u << KP_METHOD_LONGTEXT | 1u << KP_METHOD_PERSON,
     KP_METHOD_REFUSE},
};

static bool add_meanings(kp_load *load, const kp_method_column *column) {
  for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++) {
    if ((meanings[i].kinds & 1u << column->kind) == 0)
      continue;
    /* Where a team adds its own words, a new one is no mistake. */
    bool open = column->list != NULL && column->list->open;
    kp_method_rule *rule = make_rule(load, column, meanings[i].check,
                                     open ? KP_METHOD_WARN : meanings[i].severity, NULL);
    if (rule == NULL)
      return false;
    if (strcmp(meanings[i].check, "text-length") == 0)
      rule->most = (kp_amount){.set = true, .value = KP_TEXT_MAXIMUM};
    if (!add_rule(load, rule))
      return false;
  }
  if (column->list == NULL || !column->list->statuses)
    return true;
  return add_rule(load, make_rule(load, column, "status-step", KP_METHOD_REFUSE, NULL)) &&
         add_rule(load, make_rule(load, column, "forward-only", KP_METHOD_REFUSE, NULL));
}

bool kp_load_own_rules(kp_load *load) {
  for (size_t i = 0; i < load->method->table_count; i++)
    for (size_t j = 0; j < load->method->tables[i]->count; j++)
      if (!add_meanings(load, load->method->tables[i]->columns[j]))
        return false;
  return true;
}

/* A rule of a file: its key is its own, however many columns it names. */
bool kp_load_rule_element(kp_load *load, xmlNode *node) {
  const char *key = NULL;
  const kp_method_table *table = kp_load_find_table(load, node, "table");
  if (table == NULL || !kp_load_key(load, node, "key", &key))
    return false;
  for (size_t i = 0; i < load->method->rule_count; i++)
    if (strcmp(load->method->rules[i]->key, key) == 0)
      return kp_load_fail(load, node, KP_LOAD_TWICE, key, NULL);
  return kp_load_rule(load, node, table, key, false, &load->method->rules,
                      &load->method->rule_count);
}

static int by_place(const void *one, const void *other) {
  const kp_method_rule *left = *(const kp_method_rule *const *)one;
  const kp_method_rule *right = *(const kp_method_rule *const *)other;
  if (left->table->index != right->table->index)
    return left->table->index < right->table->index ? -1 : 1;
  if (left->column->index != right->column->index)
    return left->column->index < right->column->index ? -1 : 1;
  return left->order < right->order ? -1 : 1;
}

bool kp_load_sort_rules(kp_load *load) {
  kp_method *method = load->method;
  /* Ours to change until the model is handed out. */
  kp_method_rule **rules = (kp_method_rule **)method->rules;
  if (method->rule_count > 0)
    qsort(rules, method->rule_count, sizeof(void *), by_place);
  for (size_t i = 0; i < method->rule_count; i++)
    rules[i]->index = i;
  return true;
}
