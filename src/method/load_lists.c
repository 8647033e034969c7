/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings, lists, messages. */
#include "load.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

bool kp_load_setting(kp_load *load, xmlNode *node) {
  kp_method_setting *setting = kp_load_get(load, sizeof *setting);
  if (setting == NULL || !kp_load_key(load, node, "key", &setting->key) ||
      !kp_load_words(load, node, "en", "nl", &setting->name) ||
      !kp_load_number(load, node, "value", &setting->initial) ||
      !kp_load_number(load, node, "least", &setting->least) ||
      !kp_load_number(load, node, "most", &setting->most))
    return false;
  if (kp_method_find_setting(load->method, setting->key) != NULL)
    return kp_load_fail(load, node, KP_LOAD_TWICE, setting->key, NULL);
  if (!(setting->least <= setting->initial && setting->initial <= setting->most))
    return kp_load_fail(load, node, KP_LOAD_VALUE, "value", kp_load_attribute(node, "value"));
  if (setting->least < -1e6 || setting->most > 1e6)
    return kp_load_fail(load, node, KP_LOAD_VALUE, "most", kp_load_attribute(node, "most"));
  setting->practice = load->practice;
  return kp_load_push(load, &load->method->settings, &load->method->setting_count, setting);
}

/* The words of older workbooks: of one language, of both, or none. */
static bool read_was(kp_load *load, const xmlNode *node, const kp_method_list *list,
                     kp_method_item *item) {
  static const char *const names[KP_LANGUAGE_COUNT] = {"was-en", "was-nl"};
  for (int language = 0; language < KP_LANGUAGE_COUNT; language++) {
    const char **was = &item->was.in[language];
    if (!kp_load_text_of(load, node, names[language], was))
      return false;
    if (*was != NULL && (kp_fold_blank(*was) || kp_method_item_of(list, *was) != NULL))
      return kp_load_fail(load, node, KP_LOAD_VALUE, names[language], *was);
  }
  return true;
}

static bool read_item(kp_load *load, xmlNode *node, kp_method_list *list) {
  double step = 0;
  double least = 0;
  double most = 0;
  kp_method_item *item = kp_load_get(load, sizeof *item);
  if (item == NULL || !kp_load_key(load, node, "key", &item->key) ||
      !kp_load_words(load, node, "en", "nl", &item->name) ||
      !kp_load_number(load, node, "step", &step) || !kp_load_yes(load, node, "end", &item->end) ||
      !kp_load_yes(load, node, "start", &item->start) ||
      !kp_load_role(load, node, KP_ROLE_STORY, KP_ROLE_FEW_ANSWERS, &item->role) ||
      !kp_load_number(load, node, "least", &least) || !kp_load_number(load, node, "most", &most))
    return false;
  if (!(fabs(least) <= 1000 && fabs(most) <= 1000 && least <= most) || least != (int)least ||
      most != (int)most)
    return kp_load_fail(load, node, KP_LOAD_VALUE, "most",
                        kp_load_attribute(node, "most") != NULL ? kp_load_attribute(node, "most")
                                                                : "");
  if (!(step >= 0 && step < KP_METHOD_ITEMS) || step != (int)step)
    return kp_load_fail(load, node, KP_LOAD_VALUE, "step", kp_load_attribute(node, "step"));
  if (list->count == KP_METHOD_ITEMS)
    return kp_load_fail(load, node, KP_LOAD_MANY, "item", NULL);
  if (kp_method_find_item(list, item->key) != NULL)
    return kp_load_fail(load, node, KP_LOAD_TWICE, item->key, NULL);
  for (int language = 0; language < KP_LANGUAGE_COUNT; language++)
    if (kp_method_item_of(list, item->name.in[language]) != NULL)
      return kp_load_fail(load, node, KP_LOAD_TWICE, item->name.in[language], NULL);
  if (item->role != KP_ROLE_NONE && kp_method_role_item(list, item->role) != NULL)
    return kp_load_fail(load, node, KP_LOAD_TWICE, kp_method_role_name(item->role), NULL);
  if (!read_was(load, node, list, item))
    return false;
  item->step = (int)step;
  item->least = (int)least;
  item->most = (int)most;
  item->index = list->count;
  return kp_load_push(load, &list->items, &list->count, item);
}

/* "to" names items that may stand further down. */
static bool read_next(kp_load *load, xmlNode *node, const kp_method_list *list) {
  size_t index = 0;
  for (xmlNode *child = kp_load_element(node->children); child != NULL;
       child = kp_load_element(child->next), index++) {
    kp_method_item *item = (kp_method_item *)list->items[index]; /* until the list is done */
    if (kp_load_attribute(child, "to") != NULL &&
        !kp_load_items(load, child, "to", list, &item->next))
      return false;
  }
  return true;
}

/* What the program knows a list by, and what its words name. */
static bool read_purpose(kp_load *load, const xmlNode *node, kp_method_list *list) {
  static const char *const contents[KP_METHOD_CONTENT_COUNT] = {
      [KP_METHOD_ANYTHING] = "",   [KP_METHOD_SCORES] = "scores",  [KP_METHOD_FEW] = "few",
      [KP_METHOD_MANY] = "many",   [KP_METHOD_TALK] = "talk",      [KP_METHOD_DAYS] = "days",
      [KP_METHOD_MARKS] = "marks", [KP_METHOD_AMOUNTS] = "amounts"};
  const char *content = kp_load_attribute(node, "content");
  int found = content == NULL ? KP_METHOD_ANYTHING : KP_METHOD_CONTENT_COUNT;
  for (int i = KP_METHOD_ANYTHING + 1; content != NULL && i < KP_METHOD_CONTENT_COUNT; i++)
    if (strcmp(contents[i], content) == 0)
      found = i;
  if (found == KP_METHOD_CONTENT_COUNT)
    return kp_load_fail(load, node, KP_LOAD_VALUE, "content", content);
  list->content = (kp_method_content)found;
  if (!kp_load_yes(load, node, "alone", &list->alone) ||
      !kp_load_role(load, node, KP_ROLE_ANSWER_SCORE, KP_ROLE_ANSWER_TOTAL, &list->role))
    return false;
  return list->role == KP_ROLE_NONE || kp_method_role_list(load->method, list->role) == NULL ||
         kp_load_fail(load, node, KP_LOAD_TWICE, kp_method_role_name(list->role), NULL);
}

bool kp_load_list(kp_load *load, xmlNode *node) {
  kp_method_list *list = kp_load_get(load, sizeof *list);
  if (list == NULL || !kp_load_key(load, node, "key", &list->key) ||
      !kp_load_words(load, node, "en", "nl", &list->name) ||
      !kp_load_yes(load, node, "statuses", &list->statuses) ||
      !kp_load_yes(load, node, "open", &list->open) || !read_purpose(load, node, list))
    return false;
  if (kp_method_find_list(load->method, list->key) != NULL)
    return kp_load_fail(load, node, KP_LOAD_TWICE, list->key, NULL);
  for (xmlNode *child = kp_load_element(node->children); child != NULL;
       child = kp_load_element(child->next))
    if (!read_item(load, child, list))
      return false;
  if (!read_next(load, node, list))
    return false;
  list->practice = load->practice;
  if (strcmp(list->key, "yesno") == 0)
    load->method->yesno = list;
  if (strcmp(list->key, "groups") == 0)
    load->method->groups = list;
  if (strcmp(list->key, "score_words") == 0)
    load->method->scores = list;
  return kp_load_push(load, &load->method->lists, &load->method->list_count, list);
}

bool kp_load_items(kp_load *load, const xmlNode *node, const char *name, const kp_method_list *list,
                   uint64_t *items) {
  const char *at = kp_load_attribute(node, name);
  char word[KP_LOAD_KEY_BYTES + 2];
  *items = 0;
  while (at != NULL && kp_load_next(&at, word)) {
    const kp_method_item *item = kp_method_find_item(list, word);
    if (item == NULL)
      return kp_load_fail(load, node, KP_LOAD_NO_ITEM, word, list->key);
    *items |= (uint64_t)1 << item->index;
  }
  return *items != 0 || kp_load_fail(load, node, KP_LOAD_VALUE, name, "");
}

/* "table.column" of the team's own words, once there are tables. */
bool kp_load_list_source(kp_load *load, xmlNode *node) {
  const char *source = kp_load_attribute(node, "source");
  if (source == NULL)
    return true;
  const char *dot = strchr(source, '.');
  char key[KP_LOAD_KEY_BYTES + 1] = "";
  if (dot == NULL || (size_t)(dot - source) >= sizeof key)
    return kp_load_fail(load, node, KP_LOAD_VALUE, "source", source);
  memcpy(key, source, (size_t)(dot - source));
  const kp_method_table *table = kp_method_find_table(load->method, key);
  if (table == NULL)
    return kp_load_fail(load, node, KP_LOAD_NO_TABLE, key, NULL);
  const kp_method_column *column = kp_method_find_column(table, dot + 1);
  if (column == NULL)
    return kp_load_fail(load, node, KP_LOAD_NO_COLUMN, dot + 1, key);
  kp_method_list *list =
      (kp_method_list *)kp_method_find_list(load->method, kp_load_attribute(node, "key"));
  if (!list->open)
    return kp_load_fail(load, node, KP_LOAD_NOT_HERE, "source", list->key);
  list->source = column;
  return true;
}

/* ----------------------------------------------------------------------------------- messages */

/* The placeholder at `at`, with its braces; "" when there is none. */
static void read_placeholder(const char *at, char into[KP_LOAD_KEY_BYTES + 2]) {
  size_t length = strcspn(at, "}");
  if (length + 1 > KP_LOAD_KEY_BYTES)
    length = KP_LOAD_KEY_BYTES - 1;
  memcpy(into, at, length);
  into[length] = at[length] == '}' ? '}' : '\0';
  into[length + 1] = '\0';
}

/* Every placeholder of one text is known and stands in the other text too. */
static bool check_placeholders(kp_load *load, const xmlNode *node, const char *text,
                               const char *other, const char *const *known) {
  for (const char *at = strchr(text, '{'); at != NULL; at = strchr(at + 1, '{')) {
    char found[KP_LOAD_KEY_BYTES + 2];
    bool good = false;
    read_placeholder(at, found);
    for (const char *const *name = known; *name != NULL; name++)
      good = good || strcmp(*name, found) == 0;
    if (!good || strstr(other, found) == NULL)
      return kp_load_fail(load, node, KP_LOAD_PLACEHOLDER, found, NULL);
  }
  return true;
}

bool kp_load_placeholders(kp_load *load, const xmlNode *node, const kp_words *words,
                          const char *const *known) {
  const char *en = words->in[KP_LANGUAGE_EN];
  const char *nl = words->in[KP_LANGUAGE_NL];
  return check_placeholders(load, node, en, nl, known) &&
         check_placeholders(load, node, nl, en, known);
}

static bool read_message(kp_load *load, const xmlNode *node, kp_words *message) {
  static const char *const known[] = {"{column}", "{value}", "{count}", "{limit}", "{date}",
                                      "{words}",  "{other}", "{row}",   "{name}",  NULL};
  return kp_load_words(load, node, "en", "nl", message) &&
         kp_load_placeholders(load, node, message, known);
}

bool kp_load_default_message(kp_load *load, xmlNode *node) {
  const char *check = kp_load_attribute(node, "check");
  if (check == NULL)
    return kp_load_fail(load, node, KP_LOAD_LACKS, "check", "message");
  const kp_rule_word *word = kp_rule_word_find(check);
  if (word == NULL)
    return kp_load_fail(load, node, KP_LOAD_NO_WORD, check, NULL);
  kp_load_default *found = kp_load_get(load, sizeof *found);
  if (found == NULL || !read_message(load, node, &found->message))
    return false;
  found->check = word->name;
  const char *severity = kp_load_attribute(node, "severity");
  found->gentle = severity != NULL;
  if (severity != NULL && strcmp(severity, "warn") != 0)
    return kp_load_fail(load, node, KP_LOAD_VALUE, "severity", severity);
  for (size_t i = 0; i < load->default_count; i++)
    if (load->defaults[i]->check == word->name && load->defaults[i]->gentle == found->gentle)
      return kp_load_fail(load, node, KP_LOAD_TWICE, check, NULL);
  return kp_load_push(load, &load->defaults, &load->default_count, found);
}

bool kp_load_message(kp_load *load, xmlNode *node, const char *check, kp_method_severity severity,
                     kp_words *message) {
  bool gentle = severity != KP_METHOD_REFUSE;
  static const char *const of_all[] = {"check", "severity"};
  bool own = false;
  *message = (kp_words){{NULL, NULL}};
  for (xmlNode *child = node != NULL ? kp_load_element(node->children) : NULL; child != NULL;
       child = kp_load_element(child->next)) {
    if (strcmp(kp_load_name(child), "message") != 0)
      continue;
    if (own)
      return kp_load_fail(load, child, KP_LOAD_MANY, "message", NULL);
    own = true;
    for (size_t i = 0; i < sizeof of_all / sizeof *of_all; i++)
      if (kp_load_attribute(child, of_all[i]) != NULL)
        return kp_load_fail(load, child, KP_LOAD_ATTRIBUTE, of_all[i], "message");
    if (!read_message(load, child, message))
      return false;
  }
  for (size_t i = 0; !own && i < load->default_count; i++)
    if (strcmp(load->defaults[i]->check, check) == 0 &&
        (load->defaults[i]->gentle == gentle || message->in[0] == NULL) &&
        (gentle || !load->defaults[i]->gentle))
      *message = load->defaults[i]->message;
  return true;
}
