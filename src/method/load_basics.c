/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors, attributes, small values. */
#include "load.h"

#include "kernpunt/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const texts[KP_LOAD_TEXT_COUNT][KP_LANGUAGE_COUNT] = {
#define KP_LOAD_ROW(id, en, nl) [KP_LOAD_##id] = {en, nl},
    KP_LOAD_TEXTS(KP_LOAD_ROW)
#undef KP_LOAD_ROW
};

/* Appends at most `length` bytes, whole characters only, and keeps the end. */
static void append(char *into, size_t size, const char *text, size_t length) {
  size_t used = strlen(into);
  if (length > size - 1 - used) {
    length = size - 1 - used;
    while (length > 0 && ((unsigned char)text[length] & 0xC0u) == 0x80u)
      length--;
  }
  memcpy(into + used, text, length);
  into[used + length] = '\0';
}

bool kp_load_fail_at(kp_load *load, const char *file, long line, kp_load_text text,
                     const char *first, const char *second) {
  enum { SHOWN = 200 };
  kp_method_error *error = load->error;
  if (error->message[0] != '\0')
    return false; /* the first mistake counts */
  char number[32] = "";
  append(error->file, sizeof error->file, file, strlen(file));
  error->line = line > 0 ? (int)line : 0;
  if (line > 0)
    snprintf(number, sizeof number, load->language == KP_LANGUAGE_NL ? ", regel %ld" : ", line %ld",
             line);
  append(error->message, sizeof error->message, error->file, strlen(error->file));
  append(error->message, sizeof error->message, number, strlen(number));
  append(error->message, sizeof error->message, ": ", file[0] != '\0' ? 2 : 0);
  const char *pattern = texts[text][load->language];
  for (const char *at = pattern; *at != '\0';) {
    const char *value = strncmp(at, "{1}", 3) == 0   ? first
                        : strncmp(at, "{2}", 3) == 0 ? second
                                                     : NULL;
    if (value != NULL) {
      size_t length = strlen(value);
      append(error->message, sizeof error->message, value, length < SHOWN ? length : SHOWN);
      at += 3;
    } else {
      size_t run = 1 + strcspn(at + 1, "{");
      append(error->message, sizeof error->message, at, run);
      at += run;
    }
  }
  return false;
}

bool kp_load_fail(kp_load *load, const xmlNode *node, kp_load_text text, const char *first,
                  const char *second) {
  return kp_load_fail_at(load, load->file, xmlGetLineNo(node), text, first, second);
}

void *kp_load_get(kp_load *load, size_t size) {
  void *found = kp_arena_get(load->memory, size);
  if (found == NULL)
    kp_load_fail_at(load, "", 0, KP_LOAD_MEMORY, NULL, NULL);
  return found;
}

bool kp_load_push(kp_load *load, void *list, size_t *count, const void *item) {
  return kp_arena_push(load->memory, list, count, item) ||
         kp_load_fail_at(load, "", 0, KP_LOAD_MEMORY, NULL, NULL);
}

const char *kp_load_name(const xmlNode *node) {
  return (const char *)node->name;
}

xmlNode *kp_load_element(xmlNode *node) {
  while (node != NULL && node->type != XML_ELEMENT_NODE)
    node = node->next;
  return node;
}

const char *kp_load_attribute(const xmlNode *node, const char *name) {
  for (const xmlAttr *at = node->properties; at != NULL; at = at->next)
    if (strcmp((const char *)at->name, name) == 0)
      return at->children != NULL && at->children->content != NULL
                 ? (const char *)at->children->content
                 : "";
  return NULL;
}

bool kp_load_text_of(kp_load *load, const xmlNode *node, const char *name, const char **text) {
  const char *found = kp_load_attribute(node, name);
  if (found == NULL)
    return true;
  if (strlen(found) > KP_LOAD_TEXT_BYTES)
    return kp_load_fail(load, node, KP_LOAD_LONG, name, NULL);
  *text = kp_arena_text(load->memory, found);
  return *text != NULL || kp_load_fail_at(load, "", 0, KP_LOAD_MEMORY, NULL, NULL);
}

static bool is_key(const char *text) {
  size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_");
  return length > 0 && length <= KP_LOAD_KEY_BYTES && text[length] == '\0' && text[0] >= 'a';
}

bool kp_load_key(kp_load *load, const xmlNode *node, const char *name, const char **key) {
  const char *found = kp_load_attribute(node, name);
  if (found == NULL)
    return kp_load_fail(load, node, KP_LOAD_LACKS, name, kp_load_name(node));
  if (!is_key(found))
    return kp_load_fail(load, node, KP_LOAD_KEY, found, NULL);
  return kp_load_text_of(load, node, name, key);
}

bool kp_load_words(kp_load *load, const xmlNode *node, const char *en, const char *nl,
                   kp_words *words) {
  const char *const names[KP_LANGUAGE_COUNT] = {en, nl};
  for (int language = 0; language < KP_LANGUAGE_COUNT; language++) {
    words->in[language] = NULL;
    if (!kp_load_text_of(load, node, names[language], &words->in[language]))
      return false;
    if (words->in[language] == NULL || kp_fold_blank(words->in[language]))
      return kp_load_fail(load, node, KP_LOAD_LANGUAGE, names[language], kp_load_name(node));
  }
  return true;
}

bool kp_load_yes(kp_load *load, const xmlNode *node, const char *name, bool *yes) {
  const char *found = kp_load_attribute(node, name);
  if (found == NULL)
    return true;
  if (strcmp(found, "yes") != 0 && strcmp(found, "no") != 0)
    return kp_load_fail(load, node, KP_LOAD_VALUE, name, found);
  *yes = found[0] == 'y';
  return true;
}

bool kp_load_number(kp_load *load, const xmlNode *node, const char *name, double *number) {
  const char *found = kp_load_attribute(node, name);
  return found == NULL || kp_fold_number(found, number) ||
         kp_load_fail(load, node, KP_LOAD_VALUE, name, found);
}

bool kp_load_amount(kp_load *load, const xmlNode *node, const char *name, kp_amount *amount) {
  const char *found = kp_load_attribute(node, name);
  if (found == NULL)
    return true;
  amount->set = true;
  if (kp_fold_number(found, &amount->value))
    return amount->value >= -1e6 && amount->value <= 1e6
               ? true
               : kp_load_fail(load, node, KP_LOAD_VALUE, name, found);
  amount->negative = found[0] == '-';
  const char *key = found + (amount->negative ? 1 : 0);
  amount->setting = kp_method_find_setting(load->method, key);
  return amount->setting != NULL || kp_load_fail(load, node, KP_LOAD_NO_SETTING, key, NULL);
}

bool kp_load_next(const char **at, char word[KP_LOAD_KEY_BYTES + 2]) {
  const char *start;
  size_t length;
  if (!kp_fold_word(at, &start, &length))
    return false;
  if (length > KP_LOAD_KEY_BYTES + 1)
    length = KP_LOAD_KEY_BYTES + 1;
  memcpy(word, start, length);
  word[length] = '\0';
  return true;
}

bool kp_load_role(kp_load *load, const xmlNode *node, kp_method_role first, kp_method_role last,
                  kp_method_role *role) {
  const char *name = kp_load_attribute(node, "role");
  if (name == NULL)
    return true;
  *role = kp_method_role_named(name);
  return (*role >= first && *role <= last) || kp_load_fail(load, node, KP_LOAD_VALUE, "role", name);
}
