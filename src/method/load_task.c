/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a step or an answer brings along: tasks, values, chains. */
#include "load.h"

#include <stdlib.h>
#include <string.h>

/* Whether what one column holds can stand in another: an ID in a link to its table, words of one
 * list, text in text, else the same kind. */
static bool agree(const kp_method_column *column, const kp_method_column *from) {
  if (column->kind == KP_METHOD_LINK)
    return from->kind == KP_METHOD_ID ? from->table == column->target
                                      : from->target == column->target;
  if (column->kind == KP_METHOD_LIST)
    return from->list == column->list;
  if (column->kind == KP_METHOD_TEXT || column->kind == KP_METHOD_LONGTEXT)
    return from->result == KP_METHOD_TEXT || from->result == KP_METHOD_LONGTEXT ||
           from->result == KP_METHOD_PERSON;
  return from->result == column->kind;
}

/* Either a value or a column to take it from. */
static bool read_preset(kp_load *load, xmlNode *node, const kp_method_table *hand,
                        kp_method_preset *preset) {
  const char *value = kp_load_attribute(node, "value");
  bool from = kp_load_attribute(node, "from") != NULL;
  if (from && value != NULL)
    return kp_load_fail(load, node, KP_LOAD_BOTH, "value", "from");
  if (hand == NULL && (from || kp_load_attribute(node, "fixed") != NULL))
    return kp_load_fail(load, node, KP_LOAD_NOT_HERE, from ? "from" : "fixed", "source");
  if (from) {
    preset->from = kp_load_find_column(load, node, hand, "from");
    if (preset->from == NULL)
      return false;
    preset->fixed = true;
    return agree(preset->column, preset->from) ||
           kp_load_fail(load, node, KP_LOAD_NOT_KIND, preset->column->key, preset->from->key);
  }
  if (value == NULL)
    return kp_load_fail(load, node, KP_LOAD_LACKS, "value", "set");
  if (preset->column->list != NULL && kp_method_find_item(preset->column->list, value) == NULL)
    return kp_load_fail(load, node, KP_LOAD_NO_ITEM, value, preset->column->list->key);
  if (value[0] == '\0' || !kp_load_fits(preset->column, value))
    return kp_load_fail(load, node, KP_LOAD_NOT_KIND, preset->column->key, value);
  return kp_load_text_of(load, node, "value", &preset->value);
}

bool kp_load_preset(kp_load *load, xmlNode *node, const kp_method_table *table,
                    const kp_method_table *hand, const kp_method_preset *const **list,
                    size_t *count) {
  kp_method_preset *preset = kp_load_get(load, sizeof *preset);
  if (preset == NULL)
    return false;
  preset->column = kp_load_find_column(load, node, table, "column");
  if (preset->column == NULL || !kp_load_yes(load, node, "fixed", &preset->fixed))
    return false;
  if (preset->column->kind == KP_METHOD_FORMULA || preset->column->kind == KP_METHOD_ID)
    return kp_load_fail(load, node, KP_LOAD_NOT_KIND, preset->column->key, "set");
  for (size_t i = 0; i < *count; i++)
    if ((*list)[i]->column == preset->column)
      return kp_load_fail(load, node, KP_LOAD_TWICE, preset->column->key, NULL);
  return read_preset(load, node, hand, preset) && kp_load_push(load, list, count, preset);
}

/* A column of the chain, of text or of numbers; NULL after a mistake. */
static const kp_method_column *chain_column(kp_load *load, const xmlNode *node,
                                            const kp_method_table *table, const char *name,
                                            bool number) {
  const kp_method_column *column = kp_load_find_column(load, node, table, name);
  if (column == NULL)
    return NULL;
  bool good = number ? column->kind == KP_METHOD_NUMBER
                     : column->kind == KP_METHOD_TEXT || column->kind == KP_METHOD_LONGTEXT;
  if (!good) {
    kp_load_fail(load, node, KP_LOAD_NOT_KIND, column->key, name);
    return NULL;
  }
  return column;
}

static bool read_chain(kp_load *load, xmlNode *node, const kp_method_table *hand,
                       kp_method_task *task) {
  static const char *const known[] = {"{value}", NULL};
  const kp_method_table *table = task->form->table;
  kp_method_chain *chain = kp_load_get(load, sizeof *chain);
  if (chain == NULL)
    return false;
  if (task->chain != NULL)
    return kp_load_fail(load, node, KP_LOAD_MANY, "chain", NULL);
  if (task->itself)
    return kp_load_fail(load, node, KP_LOAD_NOT_HERE, "chain", "task");
  chain->number = chain_column(load, node, table, "number", true);
  if (chain->number == NULL)
    return false;
  if (kp_load_attribute(node, "branch") != NULL) {
    chain->branch = chain_column(load, node, table, "branch", true);
    if (chain->branch == NULL)
      return false;
  }
  chain->question = chain_column(load, node, table, "question", false);
  if (chain->question == NULL)
    return false;
  chain->answer = chain_column(load, node, table, "answer", false);
  if (chain->answer == NULL)
    return false;
  if (kp_load_attribute(node, "core") != NULL) {
    chain->core = kp_load_find_column(load, node, table, "core");
    if (chain->core == NULL)
      return false;
    if (chain->core->kind != KP_METHOD_YESNO)
      return kp_load_fail(load, node, KP_LOAD_NOT_KIND, chain->core->key, "core");
  }
  chain->about = hand->title;
  if (kp_load_attribute(node, "about") != NULL)
    chain->about = chain_column(load, node, hand, "about", false);
  else if (chain->about == NULL)
    return kp_load_fail(load, node, KP_LOAD_LACKS, "about", "chain");
  if (chain->about == NULL || !kp_load_words(load, node, "first-en", "first-nl", &chain->first) ||
      !kp_load_words(load, node, "en", "nl", &chain->words) ||
      !kp_load_placeholders(load, node, &chain->first, known) ||
      !kp_load_placeholders(load, node, &chain->words, known))
    return false;
  task->chain = chain;
  return true;
}

/* The column that gets the ID of a new row. */
static bool read_fills(kp_load *load, xmlNode *node, const kp_method_table *hand,
                       kp_method_task *task) {
  if (kp_load_attribute(node, "fills") == NULL)
    return true;
  task->fills = kp_load_find_column(load, node, hand, "fills");
  if (task->fills == NULL)
    return false;
  if (task->fills->kind != KP_METHOD_LINK)
    return kp_load_fail(load, node, KP_LOAD_NOT_LINK, task->fills->key, NULL);
  return task->fills->target == task->form->table ||
         kp_load_fail(load, node, KP_LOAD_BOTH, task->fills->key, task->form->key);
}

/* A form of the table of the step itself is for the row in hand, unless something links the rows.
 */
static bool is_itself(const kp_method_task *task, const kp_method_table *hand) {
  bool linked = task->fills != NULL;
  for (size_t i = 0; i < task->preset_count; i++)
    linked = linked || task->presets[i]->from != NULL;
  return task->form->table == hand && !linked;
}

static bool read_task(kp_load *load, xmlNode *node, kp_method_step *step) {
  kp_method_task *task = kp_load_get(load, sizeof *task);
  if (task == NULL || !kp_load_find_form(load, node, &task->form))
    return false;
  task->name = task->form->name;
  if ((kp_load_attribute(node, "en") != NULL || kp_load_attribute(node, "nl") != NULL) &&
      !kp_load_words(load, node, "en", "nl", &task->name))
    return false;
  if (!read_fills(load, node, step->table, task))
    return false;
  for (xmlNode *child = kp_load_element(node->children); child != NULL;
       child = kp_load_element(child->next))
    if (strcmp(kp_load_name(child), "set") == 0 &&
        !kp_load_preset(load, child, task->form->table, step->table, &task->presets,
                        &task->preset_count))
      return false;
  task->itself = is_itself(task, step->table);
  for (size_t i = 0; i < task->preset_count; i++)
    if (task->itself && task->presets[i]->fixed)
      return kp_load_fail(load, node, KP_LOAD_NOT_HERE, "fixed", "task");
  for (xmlNode *child = kp_load_element(node->children); child != NULL;
       child = kp_load_element(child->next))
    if (strcmp(kp_load_name(child), "chain") == 0 && !read_chain(load, child, step->table, task))
      return false;
  return kp_load_push(load, &step->tasks, &step->task_count, task);
}

/* A step with a form and no tasks has one task: that form. */
static bool read_only_task(kp_load *load, const xmlNode *node, kp_method_step *step) {
  kp_method_task *task = kp_load_get(load, sizeof *task);
  if (task == NULL || !kp_load_find_form(load, node, &task->form))
    return false;
  task->name = task->form->name;
  task->itself = task->form->table == step->table;
  return kp_load_push(load, &step->tasks, &step->task_count, task);
}

bool kp_load_tasks(kp_load *load, xmlNode *node, kp_method_step *step) {
  bool short_form = kp_load_attribute(node, "form") != NULL;
  if (short_form && !read_only_task(load, node, step))
    return false;
  for (xmlNode *child = kp_load_element(node->children); child != NULL;
       child = kp_load_element(child->next)) {
    if (strcmp(kp_load_name(child), "task") != 0)
      continue;
    if (short_form)
      return kp_load_fail(load, child, KP_LOAD_BOTH, "form", "task");
    if (!read_task(load, child, step))
      return false;
  }
  step->form = step->task_count > 0 ? step->tasks[0]->form : NULL;
  return true;
}
