/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The passes over all files, in their order. */
#include "load.h"

#include <libxml/parser.h>

#include <stdlib.h>
#include <string.h>

bool kp_load_pass(kp_load *load, const char *name, kp_load_handler handler) {
  for (size_t i = 0; i < load->doc_count; i++) {
    load->file = load->names[i];
    load->practice = load->method->practices[i];
    for (xmlNode *node = kp_load_element(xmlDocGetRootElement(load->docs[i])->children);
         node != NULL; node = kp_load_element(node->next))
      if (strcmp(kp_load_name(node), name) == 0 && !handler(load, node))
        return false;
  }
  return true;
}

static bool read_practice(kp_load *load, const xmlNode *root) {
  kp_method_practice *practice = kp_load_get(load, sizeof *practice);
  if (practice == NULL || !kp_load_key(load, root, "practice", &practice->key) ||
      !kp_load_words(load, root, "en", "nl", &practice->name) ||
      !kp_load_words(load, root, "hint-en", "hint-nl", &practice->hint) ||
      !kp_load_yes(load, root, "always", &practice->always))
    return false;
  if (kp_method_find_practice(load->method, practice->key) != NULL)
    return kp_load_fail(load, root, KP_LOAD_TWICE, practice->key, NULL);
  return kp_load_push(load, &load->method->practices, &load->method->practice_count, practice);
}

static bool read_all(kp_load *load, const kp_method_file *files, size_t count) {
  for (size_t i = 0; i < count; i++) {
    load->file = files[i].name;
    if (!kp_load_parse(load, &files[i]))
      return false;
    xmlNode *root = xmlDocGetRootElement(load->docs[i]);
    if (!kp_load_shape(load, root) || !read_practice(load, root))
      return false;
  }
  return kp_load_pass(load, "setting", kp_load_setting) &&
         kp_load_pass(load, "message", kp_load_default_message) &&
         kp_load_pass(load, "list", kp_load_list) &&
         kp_load_pass(load, "every-table", kp_load_every_table) &&
         kp_load_pass(load, "table", kp_load_table) && kp_load_order_tables(load) &&
         kp_load_pass(load, "table", kp_load_columns) &&
         kp_load_pass(load, "extend", kp_load_extend) && kp_load_last_columns(load) &&
         kp_load_pass(load, "list", kp_load_list_source) &&
         kp_load_pass(load, "table", kp_load_references) &&
         kp_load_pass(load, "extend", kp_load_references) &&
         kp_load_pass(load, "table", kp_load_formulas) &&
         kp_load_pass(load, "extend", kp_load_formulas) &&
         kp_load_pass(load, "table", kp_load_column_rules) &&
         kp_load_pass(load, "extend", kp_load_column_rules) && kp_load_own_rules(load) &&
         kp_load_pass(load, "rule", kp_load_rule_element) &&
         kp_load_pass(load, "form", kp_load_form) && kp_load_pass(load, "steps", kp_load_steps) &&
         kp_load_pass(load, "phases", kp_load_phases) &&
         kp_load_pass(load, "agenda", kp_load_agenda) && kp_load_sort_rules(load) &&
         (!load->whole || kp_load_whole(load));
}

static kp_method *read_files(const kp_method_file *files, size_t count, kp_language language,
                             bool whole, kp_method_error *error) {
  memset(error, 0, sizeof *error);
  kp_load load = {.language = language == KP_LANGUAGE_NL ? KP_LANGUAGE_NL : KP_LANGUAGE_EN,
                  .error = error,
                  .file = "",
                  .whole = whole};
  kp_arena *memory = calloc(1, sizeof *memory);
  bool good = false;
  load.memory = memory;
  if (memory == NULL) {
    kp_load_fail_at(&load, "", 0, KP_LOAD_MEMORY, NULL, NULL);
    return NULL;
  }
  load.method = kp_load_get(&load, sizeof *load.method);
  if (load.method != NULL) {
    load.method->memory = memory;
    if (count > KP_METHOD_FILES)
      kp_load_fail_at(&load, "", 0, KP_LOAD_MANY_FILES, "64", NULL);
    else
      good = read_all(&load, files, count);
  }
  for (size_t i = 0; i < load.doc_count; i++)
    xmlFreeDoc(load.docs[i]);
  if (good)
    return load.method;
  kp_arena_free(memory);
  free(memory);
  return NULL;
}

kp_method *kp_method_read(const kp_method_file *files, size_t count, kp_language language,
                          kp_method_error *error) {
  return read_files(files, count, language, false, error);
}

kp_method *kp_method_read_whole(const kp_method_file *files, size_t count, kp_language language,
                                kp_method_error *error) {
  return read_files(files, count, language, true, error);
}

void kp_method_free(kp_method *method) {
  if (method == NULL)
    return;
  kp_arena *memory = method->memory; /* the model itself lies in it */
  kp_arena_free(memory);
  free(memory);
}
