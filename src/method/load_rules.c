/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions and rules. */
#include "load.h"

#include <stdlib.h>
#include <string.h>

const kp_method_table *kp_load_find_table(kp_load *load, const xmlNode *node, const char *name) {
  const char *key = kp_load_attribute(node, name);
  const kp_method_table *table = key != NULL ? kp_method_find_table(load->method, key) : NULL;
  if (table == NULL)
    kp_load_fail(load, node, KP_LOAD_NO_TABLE, key != NULL ? key : "", NULL);
  return table;
}

static const kp_method_column *find_column(kp_load *load, const xmlNode *node,
                                           const kp_method_table *table, const char *key) {
  const kp_method_column *column = kp_method_find_column(table, key);
  if (column == NULL)
    kp_load_fail(load, node, KP_LOAD_NO_COLUMN, key, table->key);
  return column;
}

const kp_method_column *kp_load_find_column(kp_load *load, const xmlNode *node,
                                            const kp_method_table *table, const char *name) {
  const char *key = kp_load_attribute(node, name);
  return find_column(load, node, table, key != NULL ? key : "");
}

bool kp_load_find_columns(kp_load *load, const xmlNode *node, const kp_method_table *table,
                          const char *name, const kp_method_column *const **columns,
                          size_t *count) {
  const char *at = kp_load_attribute(node, name);
  char word[KP_LOAD_KEY_BYTES + 2];
  while (at != NULL && kp_load_next(&at, word)) {
    const kp_method_column *column = find_column(load, node, table, word);
    if (column == NULL)
      return false;
    for (size_t i = 0; i < *count; i++)
      if ((*columns)[i] == column)
        return kp_load_fail(load, node, KP_LOAD_TWICE, word, NULL);
    if (!kp_load_push(load, columns, count, column))
      return false;
  }
  return true;
}

bool kp_load_path(kp_load *load, const xmlNode *node, const kp_method_table **table,
                  kp_path *path) {
  const char *at = kp_load_attribute(node, "via");
  char word[KP_LOAD_KEY_BYTES + 2];
  while (at != NULL && kp_load_next(&at, word)) {
    const kp_method_column *hop = find_column(load, node, *table, word);
    if (hop == NULL)
      return false;
    if (hop->kind != KP_METHOD_LINK)
      return kp_load_fail(load, node, KP_LOAD_NOT_LINK, word, NULL);
    if (path->count == KP_LOAD_HOPS)
      return kp_load_fail(load, node, KP_LOAD_MANY, "via", NULL);
    if (!kp_load_push(load, &path->hops, &path->count, hop))
      return false;
    *table = hop->target;
  }
  return true;
}

/* --------------------------------------------------------------------------------- conditions */

static bool read_unless(kp_load *load, const xmlNode *node, const char *name, kp_unless *value) {
  bool yes = false;
  if (kp_load_attribute(node, name) == NULL)
    return true;
  if (!kp_load_yes(load, node, name, &yes))
    return false;
  *value = yes ? KP_YES : KP_NO;
  return true;
}

static bool not_kind(kp_load *load, const xmlNode *node, const kp_method_column *column,
                     const char *what) {
  return kp_load_fail(load, node, KP_LOAD_NOT_KIND, column->key, what);
}

static bool comparable(const kp_method_column *column) {
  return column->result == KP_METHOD_DATE || column->result == KP_METHOD_NUMBER;
}

/* A word that ends, or none of those: a status that is added later counts too. */
static bool read_ended(kp_load *load, const xmlNode *node, kp_condition *condition) {
  const kp_method_list *list = condition->column->list;
  bool ended = false;
  if (kp_load_attribute(node, "is") != NULL || kp_load_attribute(node, "not") != NULL)
    return kp_load_fail(load, node, KP_LOAD_NOT_HERE, "ended", "is");
  if (!kp_load_yes(load, node, "ended", &ended))
    return false;
  if (list == NULL || !list->statuses)
    return not_kind(load, node, condition->column, "ended");
  for (size_t i = 0; i < list->count; i++)
    if (list->items[i]->end)
      condition->is |= (uint64_t)1 << i;
  condition->negate = !ended;
  return (condition->is != 0 ||
          kp_load_fail(load, node, KP_LOAD_VALUE, "ended", kp_load_attribute(node, "ended"))) &&
         kp_load_name_items(load, list, UINT64_MAX);
}

static bool read_items(kp_load *load, const xmlNode *node, kp_condition *condition) {
  const char *is = kp_load_attribute(node, "is");
  const char *other = kp_load_attribute(node, "not");
  if (kp_load_attribute(node, "ended") != NULL)
    return read_ended(load, node, condition);
  if (is == NULL && other == NULL)
    return true;
  if (is != NULL && other != NULL)
    return kp_load_fail(load, node, KP_LOAD_NOT_HERE, "not", "is");
  if (condition->column->list == NULL)
    return not_kind(load, node, condition->column, is != NULL ? "is" : "not");
  condition->negate = is == NULL;
  return kp_load_items(load, node, is != NULL ? "is" : "not", condition->column->list,
                       &condition->is) &&
         kp_load_name_items(load, condition->column->list, condition->is);
}

static bool read_bounds(kp_load *load, const xmlNode *node, kp_condition *condition) {
  const kp_method_column *column = condition->column;
  if (!kp_load_amount(load, node, "from", &condition->from) ||
      !kp_load_amount(load, node, "until", &condition->until) ||
      !kp_load_amount(load, node, "least", &condition->least) ||
      !kp_load_amount(load, node, "most", &condition->most))
    return false;
  if ((condition->from.set || condition->until.set) && column->result != KP_METHOD_DATE)
    return not_kind(load, node, column, condition->from.set ? "from" : "until");
  if ((condition->least.set || condition->most.set) && column->result != KP_METHOD_NUMBER)
    return not_kind(load, node, column, condition->least.set ? "least" : "most");
  return true;
}

/* Comparisons of a "where" with the row that asks. */
static bool read_own(kp_load *load, const xmlNode *node, const kp_method_table *asker,
                     kp_condition *condition) {
  if (kp_load_attribute(node, "same") != NULL) {
    condition->same = kp_load_find_column(load, node, asker, "same");
    if (condition->same == NULL)
      return false;
  }
  if (kp_load_attribute(node, "not-after") != NULL) {
    condition->not_after = kp_load_find_column(load, node, asker, "not-after");
    if (condition->not_after == NULL)
      return false;
    if (!comparable(condition->column) || condition->column->result != condition->not_after->result)
      return not_kind(load, node, condition->column, "not-after");
  }
  return true;
}

bool kp_load_condition(kp_load *load, const xmlNode *node, const kp_method_table *table,
                       const kp_method_table *asker, const kp_condition **condition) {
  bool optional = false;
  const char *key = kp_load_attribute(node, "column");
  kp_condition *made = kp_load_get(load, sizeof *made);
  *condition = NULL;
  if (made == NULL || !kp_load_yes(load, node, "optional", &optional) ||
      !kp_load_path(load, node, &table, &made->via) ||
      !read_unless(load, node, "filled", &made->filled) ||
      !read_unless(load, node, "changed", &made->changed) ||
      !read_unless(load, node, "new", &made->fresh) ||
      !kp_load_yes(load, node, "or-blank", &made->or_blank))
    return false;
  if (key == NULL) {
    if (made->fresh == KP_EITHER)
      return kp_load_fail(load, node, KP_LOAD_LACKS, "column", kp_load_name(node));
    *condition = made;
    return true;
  }
  made->column = kp_method_find_column(table, key);
  if (made->column == NULL)
    return optional || kp_load_fail(load, node, KP_LOAD_NO_COLUMN, key, table->key);
  if (made->changed != KP_EITHER && made->via.count > 0)
    return kp_load_fail(load, node, KP_LOAD_NOT_HERE, "changed", "via");
  if (!read_items(load, node, made) || !read_bounds(load, node, made) ||
      !read_own(load, node, asker, made))
    return false;
  *condition = made;
  return true;
}

bool kp_load_conditions(kp_load *load, xmlNode *node, const char *name,
                        const kp_method_table *table, const kp_method_table *asker,
                        const kp_condition *const **list, size_t *count) {
  for (xmlNode *child = kp_load_element(node->children); child != NULL;
       child = kp_load_element(child->next)) {
    const kp_condition *condition = NULL;
    if (strcmp(kp_load_name(child), name) != 0)
      continue;
    if (!kp_load_condition(load, child, table, asker, &condition) ||
        (condition != NULL && !kp_load_push(load, list, count, condition)))
      return false;
    if (*count > KP_LOAD_CONDITIONS)
      return kp_load_fail(load, child, KP_LOAD_MANY, name, NULL);
  }
  return true;
}

/* -------------------------------------------------------------------------------------- rules */

static bool read_children(kp_load *load, xmlNode *node, kp_method_rule *rule,
                          const kp_method_table *reached) {
  const char *at = kp_load_attribute(node, "rows");
  char word[KP_LOAD_KEY_BYTES + 2];
  while (at != NULL && kp_load_next(&at, word)) {
    kp_children *children = kp_load_get(load, sizeof *children);
    if (children == NULL)
      return false;
    children->table = kp_method_find_table(load->method, word);
    if (children->table == NULL)
      return kp_load_fail(load, node, KP_LOAD_NO_TABLE, word, NULL);
    if (rule->rows_count == KP_LOAD_ROWS)
      return kp_load_fail(load, node, KP_LOAD_MANY, "rows", NULL);
    children->link = kp_load_find_column(load, node, children->table, "link");
    if (children->link == NULL ||
        !kp_load_conditions(load, node, "where", children->table, rule->table, &children->where,
                            &children->where_count))
      return false;
    children->fixed = true;
    for (size_t i = 0; i < children->where_count; i++)
      if (children->where[i]->same != NULL || children->where[i]->not_after != NULL)
        children->fixed = false;
    if (!kp_load_push(load, &rule->rows, &rule->rows_count, children))
      return false;
  }
  rule->by = kp_load_attribute(node, "by") != NULL ? kp_load_find_column(load, node, reached, "by")
                                                   : reached->id;
  if (rule->by == NULL)
    return kp_load_fail(load, node, KP_LOAD_LACKS, "by", kp_load_name(node));
  return rule->rows_count > 0 || kp_load_fail(load, node, KP_LOAD_VALUE, "rows", "");
}

/* Every attribute has a use for the word, and those it needs are there. */
static bool check_attributes(kp_load *load, const xmlNode *node, const kp_rule_word *word) {
  static const struct {
    const char *name;
    unsigned bit;
    bool main; /* "link", "by" and "where" come along with "rows" */
  } attributes[] = {{"other", KP_HAS_OTHER, true},
                    {"via", KP_HAS_VIA, true},
                    {"rows", KP_HAS_ROWS, true},
                    {"link", KP_HAS_ROWS, true},
                    {"by", KP_HAS_ROWS, false},
                    {"limit", KP_HAS_LIMIT, true},
                    {"per", KP_HAS_PER, true},
                    {"least", KP_HAS_LEAST, true},
                    {"most", KP_HAS_MOST, true},
                    {"is", KP_HAS_IS, true},
                    {"confirmed", KP_HAS_CONFIRMED, true},
                    {"list", KP_HAS_LIST, true}};
  bool rows = kp_load_attribute(node, "rows") != NULL;
  for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
    bool there = kp_load_attribute(node, attributes[i].name) != NULL;
    bool of_rows = attributes[i].bit == KP_HAS_ROWS;
    if (there && (((word->needs | word->may) & attributes[i].bit) == 0 || (of_rows && !rows)))
      return kp_load_fail(load, node, KP_LOAD_NOT_HERE, attributes[i].name, word->name);
    bool needed = (word->needs & attributes[i].bit) != 0 || (of_rows && rows);
    if (!there && needed && attributes[i].main)
      return kp_load_fail(load, node, KP_LOAD_LACKS, attributes[i].name, word->name);
  }
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && strcmp(kp_load_name(child), "where") == 0 && !rows)
      return kp_load_fail(load, child, KP_LOAD_NOT_HERE, "where", word->name);
  return true;
}

static bool read_references(kp_load *load, xmlNode *node, kp_method_rule *rule) {
  const kp_method_table *reached = rule->table;
  if (!kp_load_path(load, node, &reached, &rule->via) ||
      !kp_load_amount(load, node, "limit", &rule->limit) ||
      !kp_load_amount(load, node, "least", &rule->least) ||
      !kp_load_amount(load, node, "most", &rule->most) ||
      !kp_load_find_columns(load, node, rule->table, "per", &rule->per, &rule->per_count) ||
      !kp_load_find_columns(load, node, reached, "confirmed", &rule->confirmed,
                            &rule->confirmed_count))
    return false;
  if (rule->per_count > KP_LOAD_PER)
    return kp_load_fail(load, node, KP_LOAD_MANY, "per", NULL);
  if (kp_load_attribute(node, "other") != NULL) {
    rule->other = kp_load_find_column(load, node, reached, "other");
    if (rule->other == NULL)
      return false;
  }
  if (kp_load_attribute(node, "is") != NULL) {
    if (rule->confirmed_count != 1 || rule->confirmed[0]->list == NULL)
      return kp_load_fail(load, node, KP_LOAD_NOT_HERE, "is", rule->word->name);
    if (!kp_load_items(load, node, "is", rule->confirmed[0]->list, &rule->is))
      return false;
  }
  if (kp_load_attribute(node, "list") != NULL) {
    rule->list = kp_method_find_list(load->method, kp_load_attribute(node, "list"));
    if (rule->list == NULL)
      return kp_load_fail(load, node, KP_LOAD_NO_LIST, kp_load_attribute(node, "list"), NULL);
  }
  return kp_load_attribute(node, "rows") == NULL || read_children(load, node, rule, reached);
}

static bool read_manner(kp_load *load, const xmlNode *node, kp_method_rule *rule) {
  const char *severity = kp_load_attribute(node, "severity");
  const char *at = kp_load_attribute(node, "at");
  rule->severity = KP_METHOD_REFUSE;
  if (severity != NULL && strcmp(severity, "warn") == 0)
    rule->severity = KP_METHOD_WARN;
  else if (severity != NULL && strcmp(severity, "tip") == 0)
    rule->severity = KP_METHOD_TIP;
  else if (severity != NULL && strcmp(severity, "refuse") != 0)
    return kp_load_fail(load, node, KP_LOAD_VALUE, "severity", severity);
  rule->at_entry = at == NULL || strcmp(at, "entry") == 0;
  rule->at_check = at == NULL || strcmp(at, "check") == 0;
  return rule->at_entry || rule->at_check || kp_load_fail(load, node, KP_LOAD_VALUE, "at", at);
}

static bool check_column(kp_load *load, const xmlNode *node, const kp_method_rule *rule) {
  const kp_method_column *column = rule->column;
  if (rule->word->kinds != 0 && (rule->word->kinds & 1u << column->result) == 0)
    return not_kind(load, node, column, rule->word->name);
  bool measured =
      (rule->word->needs & KP_HAS_OTHER) != 0 && (rule->word->kinds & 1u << KP_METHOD_DATE) != 0;
  if (measured && rule->other->result != column->result)
    return not_kind(load, node, rule->other, rule->word->name);
  return true;
}

bool kp_load_rule(kp_load *load, xmlNode *node, const kp_method_table *table, const char *key,
                  bool silent, const kp_method_rule *const **list, size_t *count) {
  const char *check = kp_load_attribute(node, "check");
  kp_method_rule rule = {.key = key,
                         .table = table,
                         .practice = load->practice,
                         .file = load->file,
                         .line = (int)xmlGetLineNo(node)};
  const kp_method_column *const *columns = NULL;
  size_t column_count = 0;
  rule.word = kp_rule_word_find(check);
  if (rule.word == NULL)
    return kp_load_fail(load, node, KP_LOAD_NO_WORD, check, NULL);
  if (!check_attributes(load, node, rule.word) || !read_manner(load, node, &rule) ||
      !read_references(load, node, &rule) ||
      !kp_load_conditions(load, node, "when", table, table, &rule.when, &rule.when_count) ||
      !kp_load_message(load, node, check, rule.severity, &rule.message) ||
      !kp_load_find_columns(load, node, table, "columns", &columns, &column_count) ||
      (kp_load_attribute(node, "column") != NULL &&
       !kp_load_find_columns(load, node, table, "column", &columns, &column_count)))
    return false;
  if (rule.message.in[0] == NULL && !silent)
    return kp_load_fail(load, node, KP_LOAD_NO_MESSAGE, check, NULL);
  if (column_count == 0)
    return kp_load_fail(load, node, KP_LOAD_LACKS, "column", kp_load_name(node));
  for (size_t i = 0; i < column_count; i++) {
    kp_method_rule *made = kp_load_get(load, sizeof *made);
    rule.column = columns[i];
    rule.order = load->order++;
    if (made == NULL || !check_column(load, node, &rule))
      return false;
    if (load->order > KP_LOAD_RULES)
      return kp_load_fail(load, node, KP_LOAD_MANY, "rule", NULL);
    *made = rule;
    if (!kp_load_push(load, list, count, made))
      return false;
  }
  return true;
}
