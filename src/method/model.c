/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding things in a model. A model has tens of each: looking along the row is fast enough. */
#include "model.h"

#include "kernpunt/text.h"

#include <string.h>

const kp_method_practice *kp_method_find_practice(const kp_method *method, const char *key) {
  for (size_t i = 0; i < method->practice_count; i++)
    if (strcmp(method->practices[i]->key, key) == 0)
      return method->practices[i];
  return NULL;
}

const kp_method_setting *kp_method_find_setting(const kp_method *method, const char *key) {
  for (size_t i = 0; i < method->setting_count; i++)
    if (strcmp(method->settings[i]->key, key) == 0)
      return method->settings[i];
  return NULL;
}

const kp_method_list *kp_method_find_list(const kp_method *method, const char *key) {
  for (size_t i = 0; i < method->list_count; i++)
    if (strcmp(method->lists[i]->key, key) == 0)
      return method->lists[i];
  return NULL;
}

const kp_method_table *kp_method_find_table(const kp_method *method, const char *key) {
  for (size_t i = 0; i < method->table_count; i++)
    if (strcmp(method->tables[i]->key, key) == 0)
      return method->tables[i];
  return NULL;
}

const kp_method_form *kp_method_find_form(const kp_method *method, const char *key) {
  for (size_t i = 0; i < method->form_count; i++)
    if (strcmp(method->forms[i]->key, key) == 0)
      return method->forms[i];
  return NULL;
}

const kp_method_column *kp_method_find_column(const kp_method_table *table, const char *key) {
  for (size_t i = 0; i < table->count; i++)
    if (strcmp(table->columns[i]->key, key) == 0)
      return table->columns[i];
  return NULL;
}

const kp_method_item *kp_method_find_item(const kp_method_list *list, const char *key) {
  for (size_t i = 0; i < list->count; i++)
    if (strcmp(list->items[i]->key, key) == 0)
      return list->items[i];
  return NULL;
}

bool kp_method_item_is(const kp_method_item *item, kp_language language, const char *word) {
  const char *was = item->was.in[language];
  return kp_fold_same(item->name.in[language], word) || (was != NULL && kp_fold_same(was, word));
}

const kp_method_item *kp_method_item_of(const kp_method_list *list, const char *word) {
  for (size_t i = 0; i < list->count; i++)
    for (int language = 0; language < KP_LANGUAGE_COUNT; language++)
      if (kp_method_item_is(list->items[i], (kp_language)language, word))
        return list->items[i];
  return NULL;
}

bool kp_method_id_valid(const kp_method_table *table, const char *id) {
  enum { LEAST = 5, MOST = 12 };
  size_t length = table->prefix != NULL ? strlen(table->prefix) : 0;
  if (length == 0 || strncmp(id, table->prefix, length) != 0 || id[length] != '-')
    return false;
  const char *digits = id + length + 1;
  size_t count = strspn(digits, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  return count >= LEAST && count <= MOST && digits[count] == '\0';
}
