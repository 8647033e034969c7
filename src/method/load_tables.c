/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables and their columns. What lies in the model may be completed until it is handed out: that is
 * what the casts to something not const are for. */
#include "load.h"

#include "kernpunt/text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const kinds[KP_METHOD_KIND_COUNT] = {
    [KP_METHOD_TEXT] = "text",   [KP_METHOD_LONGTEXT] = "longtext",
    [KP_METHOD_LIST] = "list",   [KP_METHOD_PERSON] = "person",
    [KP_METHOD_DATE] = "date",   [KP_METHOD_NUMBER] = "number",
    [KP_METHOD_YESNO] = "yesno", [KP_METHOD_ID] = "id",
    [KP_METHOD_LINK] = "link",   [KP_METHOD_FORMULA] = "formula"};

bool kp_load_every_table(kp_load *load, xmlNode *node) {
  for (xmlNode *child = kp_load_element(node->children); child != NULL;
       child = kp_load_element(child->next)) {
    kp_load_every *every = kp_load_get(load, sizeof *every);
    const char *place = kp_load_attribute(child, "place");
    if (every == NULL)
      return false;
    if (place != NULL && strcmp(place, "first") != 0 && strcmp(place, "last") != 0)
      return kp_load_fail(load, child, KP_LOAD_VALUE, "place", place);
    if (load->every_count == KP_LOAD_COLUMNS)
      return kp_load_fail(load, child, KP_LOAD_MANY, "column", NULL);
    const char *kind = kp_load_attribute(child, "kind");
    if (strcmp(kind, "link") == 0 || strcmp(kind, "formula") == 0)
      return kp_load_fail(load, child, KP_LOAD_NOT_HERE, kind, "every-table");
    *every = (kp_load_every){child, load->file, load->practice,
                             place != NULL && strcmp(place, "last") == 0};
    if (!kp_load_push(load, &load->every, &load->every_count, every))
      return false;
  }
  return true;
}

bool kp_load_table(kp_load *load, xmlNode *node) {
  kp_method_table *table = kp_load_get(load, sizeof *table);
  if (table == NULL || !kp_load_key(load, node, "key", &table->key) ||
      !kp_load_words(load, node, "en", "nl", &table->name) ||
      !kp_load_words(load, node, "hint-en", "hint-nl", &table->hint) ||
      !kp_load_text_of(load, node, "prefix", &table->prefix) ||
      !kp_load_yes(load, node, "hidden", &table->hidden) ||
      !kp_load_yes(load, node, "personal", &table->personal) ||
      !kp_load_role(load, node, KP_ROLE_LOG, KP_ROLE_ACTION, &table->role))
    return false;
  if (table->role != KP_ROLE_NONE && kp_method_role_table(load->method, table->role) != NULL)
    return kp_load_fail(load, node, KP_LOAD_TWICE, kp_method_role_name(table->role), NULL);
  if (kp_method_find_table(load->method, table->key) != NULL)
    return kp_load_fail(load, node, KP_LOAD_TWICE, table->key, NULL);
  if (table->prefix != NULL) {
    size_t length = strspn(table->prefix, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (length == 0 || length > 4 || table->prefix[length] != '\0')
      return kp_load_fail(load, node, KP_LOAD_VALUE, "prefix", table->prefix);
  }
  for (size_t i = 0; i < load->method->table_count; i++) {
    const kp_method_table *other = load->method->tables[i];
    if (table->prefix != NULL && other->prefix != NULL && strcmp(table->prefix, other->prefix) == 0)
      return kp_load_fail(load, node, KP_LOAD_TWICE, table->prefix, NULL);
    for (int language = 0; language < KP_LANGUAGE_COUNT; language++)
      if (kp_fold_same(table->name.in[language], other->name.in[language]))
        return kp_load_fail(load, node, KP_LOAD_TWICE, table->name.in[language], NULL);
  }
  if (load->method->table_count == KP_LOAD_TABLES)
    return kp_load_fail(load, node, KP_LOAD_MANY, "table", NULL);
  table->index = load->method->table_count;
  table->practice = load->practice;
  return kp_load_push(load, &load->method->tables, &load->method->table_count, table);
}

/* What hangs on the kind of a column. */
static bool read_kind(kp_load *load, xmlNode *node, kp_method_column *column) {
  const char *kind = kp_load_attribute(node, "kind");
  const char *list = kp_load_attribute(node, "list");
  const char *result = kp_load_attribute(node, "result");
  size_t found = 0;
  while (found < KP_METHOD_KIND_COUNT && strcmp(kinds[found], kind) != 0)
    found++;
  if (found == KP_METHOD_KIND_COUNT)
    return kp_load_fail(load, node, KP_LOAD_VALUE, "kind", kind);
  column->kind = column->result = (kp_method_kind)found;
  if (column->kind == KP_METHOD_FORMULA)
    column->result = KP_METHOD_TEXT;
  if (result != NULL) {
    bool good = column->kind == KP_METHOD_FORMULA &&
                (strcmp(result, "text") == 0 || strcmp(result, "number") == 0 ||
                 strcmp(result, "date") == 0);
    if (!good)
      return kp_load_fail(load, node, KP_LOAD_VALUE, "result", result);
    column->result = result[0] == 't'   ? KP_METHOD_TEXT
                     : result[0] == 'n' ? KP_METHOD_NUMBER
                                        : KP_METHOD_DATE;
  }
  if ((list != NULL) != (column->kind == KP_METHOD_LIST))
    return kp_load_fail(load, node, list != NULL ? KP_LOAD_NOT_HERE : KP_LOAD_LACKS, "list",
                        list != NULL ? kind : "column");
  if (column->kind == KP_METHOD_YESNO)
    list = "yesno";
  if (list != NULL) {
    column->list = column->kind == KP_METHOD_YESNO ? load->method->yesno
                                                   : kp_method_find_list(load->method, list);
    if (column->list == NULL)
      return kp_load_fail(load, node, KP_LOAD_NO_LIST, list, NULL);
  }
  return true;
}

bool kp_load_fits(const kp_method_column *column, const char *value) {
  double number = 0;
  switch (column->kind) {
  case KP_METHOD_LIST:
  case KP_METHOD_YESNO:
    return kp_method_find_item(column->list, value) != NULL;
  case KP_METHOD_DATE:
    return strncmp(value, "today", 5) == 0 &&
           (value[5] == '\0' || (value[5] == '+' && kp_fold_number(value + 6, &number) &&
                                 number >= 0 && number <= 36525));
  case KP_METHOD_NUMBER:
    return kp_fold_number(value, &number) && number >= column->least && number <= column->most;
  case KP_METHOD_PERSON:
    return strcmp(value, "me") == 0;
  default:
    return column->kind == KP_METHOD_TEXT || column->kind == KP_METHOD_LONGTEXT;
  }
}

static bool read_column(kp_load *load, xmlNode *node, kp_method_table *table) {
  double width = 0;
  kp_method_column *column = kp_load_get(load, sizeof *column);
  if (column == NULL)
    return false;
  column->least = -INFINITY;
  column->most = INFINITY;
  if (!kp_load_key(load, node, "key", &column->key) ||
      !kp_load_words(load, node, "en", "nl", &column->name) ||
      !kp_load_words(load, node, "hint-en", "hint-nl", &column->hint) ||
      !read_kind(load, node, column) || !kp_load_text_of(load, node, "initial", &column->initial) ||
      !kp_load_yes(load, node, "required", &column->required) ||
      !kp_load_yes(load, node, "late", &column->late) ||
      !kp_load_number(load, node, "width", &width) ||
      !kp_load_number(load, node, "least", &column->least) ||
      !kp_load_number(load, node, "most", &column->most) ||
      !kp_load_role(load, node, KP_ROLE_CHANGED_BY, KP_ROLE_VERDICT, &column->role))
    return false;
  if (column->role != KP_ROLE_NONE && kp_method_role_column(table, column->role) != NULL)
    return kp_load_fail(load, node, KP_LOAD_TWICE, kp_method_role_name(column->role), NULL);
  if (!(width >= 0 && width <= 255))
    return kp_load_fail(load, node, KP_LOAD_VALUE, "width", kp_load_attribute(node, "width"));
  if (!(column->least <= column->most))
    return kp_load_fail(load, node, KP_LOAD_VALUE, "most", kp_load_attribute(node, "most"));
  if (kp_method_find_column(table, column->key) != NULL)
    return kp_load_fail(load, node, KP_LOAD_TWICE, column->key, NULL);
  if (table->count == KP_LOAD_COLUMNS)
    return kp_load_fail(load, node, KP_LOAD_MANY, "column", NULL);
  column->width = width > 0 ? (int)width : 16;
  column->table = table;
  column->index = table->count;
  column->practice = load->practice;
  if (column->kind == KP_METHOD_ID) {
    if (table->id != NULL || table->prefix == NULL)
      return kp_load_fail(load, node, KP_LOAD_NOT_HERE, "id", table->key);
    table->id = column;
  }
  if (column->initial != NULL && !kp_load_fits(column, column->initial))
    return kp_load_fail(load, node, KP_LOAD_VALUE, "initial", column->initial);
  return kp_load_push(load, &table->columns, &table->count, column);
}

static bool read_columns(kp_load *load, xmlNode *node, kp_method_table *table) {
  for (xmlNode *child = kp_load_element(node->children); child != NULL;
       child = kp_load_element(child->next)) {
    if (kp_load_attribute(child, "place") != NULL)
      return kp_load_fail(load, child, KP_LOAD_NOT_HERE, "place", table->key);
    if (!read_column(load, child, table))
      return false;
  }
  return true;
}

static bool read_every(kp_load *load, kp_method_table *table, bool last) {
  const char *file = load->file;
  const kp_method_practice *practice = load->practice;
  bool good = true;
  for (size_t i = 0; good && i < load->every_count; i++) {
    if (load->every[i]->last != last)
      continue;
    load->file = load->every[i]->file;
    load->practice = load->every[i]->practice;
    good = read_column(load, load->every[i]->node, table);
  }
  load->file = file;
  load->practice = practice;
  return good;
}

/* Tables without a prefix have rows without ID, and none of the columns that every table has. */
bool kp_load_columns(kp_load *load, xmlNode *node) {
  bool plain = false;
  kp_method_table *table =
      (kp_method_table *)kp_method_find_table(load->method, kp_load_attribute(node, "key"));
  if (!kp_load_yes(load, node, "plain", &plain))
    return false;
  if (plain == (table->prefix != NULL))
    return kp_load_fail(load, node, plain ? KP_LOAD_NOT_HERE : KP_LOAD_LACKS, "prefix", table->key);
  return (plain || read_every(load, table, false)) && read_columns(load, node, table);
}

bool kp_load_extend(kp_load *load, xmlNode *node) {
  kp_method_table *table = (kp_method_table *)kp_load_find_table(load, node, "table");
  return table != NULL && read_columns(load, node, table);
}

bool kp_load_last_columns(kp_load *load) {
  for (size_t i = 0; i < load->method->table_count; i++)
    if (load->method->tables[i]->prefix != NULL &&
        !read_every(load, (kp_method_table *)load->method->tables[i], true))
      return false;
  return true;
}

/* --------------------------------------------------------- references, once all columns exist */

static bool resolve_column(kp_load *load, xmlNode *node, const kp_method_table *table) {
  kp_method_column *column =
      (kp_method_column *)kp_method_find_column(table, kp_load_attribute(node, "key"));
  bool link = column->kind == KP_METHOD_LINK;
  if ((kp_load_attribute(node, "target") != NULL) != link)
    return kp_load_fail(load, node, link ? KP_LOAD_LACKS : KP_LOAD_NOT_HERE, "target",
                        link ? "column" : column->key);
  if (link) {
    column->target = kp_load_find_table(load, node, "target");
    if (column->target == NULL)
      return false;
    if (column->target->id == NULL)
      return kp_load_fail(load, node, KP_LOAD_VALUE, "target", column->target->key);
  }
  return true;
}

bool kp_load_references(kp_load *load, xmlNode *node) {
  bool own = strcmp(kp_load_name(node), "table") == 0;
  kp_method_table *table = (kp_method_table *)kp_load_find_table(load, node, own ? "key" : "table");
  if (table == NULL)
    return false;
  if (own) {
    table->title = kp_load_find_column(load, node, table, "title");
    if (table->title == NULL)
      return false;
    if (kp_load_attribute(node, "people") != NULL) {
      if (load->method->people != NULL)
        return kp_load_fail(load, node, KP_LOAD_TWICE, "people", NULL);
      load->method->people = kp_load_find_column(load, node, table, "people");
      if (load->method->people == NULL)
        return false;
    }
  }
  for (xmlNode *child = kp_load_element(node->children); child != NULL;
       child = kp_load_element(child->next))
    if (!resolve_column(load, child, table))
      return false;
  return true;
}

static int by_use(const void *one, const void *other) {
  const kp_method_table *left = *(const kp_method_table *const *)one;
  const kp_method_table *right = *(const kp_method_table *const *)other;
  if (left->practice->always != right->practice->always)
    return left->practice->always ? 1 : -1;
  return left->index < right->index ? -1 : 1;
}

/* Sheets of the practices first, those that every practice shares behind them. */
bool kp_load_order_tables(kp_load *load) {
  kp_method_table **tables = (kp_method_table **)load->method->tables;
  if (load->method->table_count > 0)
    qsort(tables, load->method->table_count, sizeof(void *), by_use);
  for (size_t i = 0; i < load->method->table_count; i++)
    tables[i]->index = i;
  return true;
}
