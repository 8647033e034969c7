/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms, steps, phases, agenda. */
#include "load.h"

#include <stdlib.h>
#include <string.h>

static bool read_page(kp_load *load, xmlNode *node, kp_method_form *form, const kp_words *name) {
  kp_method_page *page = kp_load_get(load, sizeof *page);
  if (page == NULL ||
      !kp_load_find_columns(load, node, form->table, "columns", &page->columns, &page->count))
    return false;
  if (page->count == 0)
    return kp_load_fail(load, node, KP_LOAD_VALUE, "columns", "");
  for (size_t i = 0; i < page->count; i++)
    if (page->columns[i]->kind == KP_METHOD_FORMULA || page->columns[i]->kind == KP_METHOD_ID)
      return kp_load_fail(load, node, KP_LOAD_NOT_KIND, page->columns[i]->key, "form");
  page->name = *name;
  return kp_load_push(load, &form->pages, &form->count, page);
}

/* Columns stand in the form itself, or in its pages. */
bool kp_load_form(kp_load *load, xmlNode *node) {
  kp_method_form *form = kp_load_get(load, sizeof *form);
  if (form == NULL || !kp_load_key(load, node, "key", &form->key) ||
      !kp_load_words(load, node, "en", "nl", &form->name))
    return false;
  if (kp_load_attribute(node, "new-en") != NULL &&
      !kp_load_words(load, node, "new-en", "new-nl", &form->fresh))
    return false;
  if (kp_method_find_form(load->method, form->key) != NULL)
    return kp_load_fail(load, node, KP_LOAD_TWICE, form->key, NULL);
  form->table = kp_load_find_table(load, node, "table");
  if (form->table == NULL)
    return false;
  if (kp_load_attribute(node, "columns") != NULL && !read_page(load, node, form, &form->name))
    return false;
  for (xmlNode *child = kp_load_element(node->children); child != NULL;
       child = kp_load_element(child->next)) {
    kp_words name;
    if (!kp_load_words(load, child, "en", "nl", &name) || !read_page(load, child, form, &name))
      return false;
  }
  if (form->count == 0)
    return kp_load_fail(load, node, KP_LOAD_LACKS, "columns", "form");
  return kp_load_push(load, &load->method->forms, &load->method->form_count, form);
}

bool kp_load_find_form(kp_load *load, const xmlNode *node, const kp_method_form **form) {
  const char *key = kp_load_attribute(node, "form");
  if (key == NULL)
    return true;
  *form = kp_method_find_form(load->method, key);
  return *form != NULL || kp_load_fail(load, node, KP_LOAD_NO_FORM, key, NULL);
}

static bool step_is_there(const kp_method *method, const char *key) {
  for (size_t i = 0; i < method->practice_count; i++)
    for (size_t k = 0; k < method->practices[i]->step_count; k++)
      if (strcmp(method->practices[i]->steps[k]->key, key) == 0)
        return true;
  return false;
}

static bool read_step(kp_load *load, xmlNode *node, kp_method_practice *practice) {
  const kp_method_table *table = practice->table;
  kp_method_step *step = kp_load_get(load, sizeof *step);
  if (step == NULL || !kp_load_key(load, node, "key", &step->key) ||
      !kp_load_words(load, node, "en", "nl", &step->name) ||
      !kp_load_words(load, node, "hint-en", "hint-nl", &step->hint))
    return false;
  if (step_is_there(load->method, step->key))
    return kp_load_fail(load, node, KP_LOAD_TWICE, step->key, NULL);
  step->table = table;
  step->practice = practice;
  if (!kp_load_tasks(load, node, step))
    return false;
  for (xmlNode *child = kp_load_element(node->children); child != NULL;
       child = kp_load_element(child->next)) {
    bool gate = strcmp(kp_load_name(child), "gate") == 0;
    bool test = strcmp(kp_load_name(child), "test") == 0;
    if ((gate || test) &&
        !kp_load_rule(load, child, table, step->key, false, gate ? &step->gates : &step->tests,
                      gate ? &step->gate_count : &step->test_count))
      return false;
  }
  return kp_load_push(load, &practice->steps, &practice->step_count, step);
}

/* Whether phases of this table were read before: they stand together. */
static bool is_taken(const kp_method *method, const kp_method_table *table) {
  for (size_t i = 0; i < method->phase_count; i++)
    if (method->phases[i]->table == table)
      return true;
  return false;
}

bool kp_load_steps(kp_load *load, xmlNode *node) {
  const kp_method_table *table = kp_load_find_table(load, node, "table");
  if (table == NULL)
    return false;
  kp_method_practice *practice = (kp_method_practice *)load->practice; /* until it is handed out */
  if (practice->table != NULL)
    return kp_load_fail(load, node, KP_LOAD_TWICE, "steps", NULL);
  if (kp_method_practice_of(load->method, table) != NULL)
    return kp_load_fail(load, node, KP_LOAD_TWICE, table->key, NULL);
  practice->table = table;
  for (xmlNode *child = kp_load_element(node->children); child != NULL;
       child = kp_load_element(child->next))
    if (!read_step(load, child, practice))
      return false;
  return true;
}

/* A rule that fires when the conditions of the element hold, or when one does not. */
static kp_method_rule *condition_rule(kp_load *load, xmlNode *node, const char *check,
                                      const char *key, const kp_method_column *column) {
  kp_method_rule *rule = kp_load_get(load, sizeof *rule);
  if (rule == NULL)
    return NULL;
  *rule = (kp_method_rule){.key = key,
                           .word = kp_rule_word_find(check),
                           .at_entry = true,
                           .at_check = true,
                           .practice = load->practice,
                           .table = column->table,
                           .column = column,
                           .message = {{"", ""}}};
  return kp_load_conditions(load, node, "when", column->table, column->table, &rule->when,
                            &rule->when_count)
             ? rule
             : NULL;
}

static bool read_phase(kp_load *load, xmlNode *node, const kp_method_table *table) {
  kp_method_phase *phase = kp_load_get(load, sizeof *phase);
  if (phase == NULL || !kp_load_key(load, node, "key", &phase->key) ||
      !kp_load_words(load, node, "en", "nl", &phase->name))
    return false;
  phase->table = table;
  const kp_method_rule *all = condition_rule(load, node, "always", phase->key, table->columns[0]);
  if (all == NULL || !kp_load_push(load, &phase->tests, &phase->test_count, all))
    return false;
  for (xmlNode *child = kp_load_element(node->children); child != NULL;
       child = kp_load_element(child->next))
    if (strcmp(kp_load_name(child), "test") == 0 &&
        !kp_load_rule(load, child, table, phase->key, true, &phase->tests, &phase->test_count))
      return false;
  return kp_load_push(load, &load->method->phases, &load->method->phase_count, phase);
}

bool kp_load_phases(kp_load *load, xmlNode *node) {
  const kp_method_table *table = kp_load_find_table(load, node, "table");
  if (table == NULL)
    return false;
  if (is_taken(load->method, table))
    return kp_load_fail(load, node, KP_LOAD_TWICE, table->key, NULL);
  for (xmlNode *child = kp_load_element(node->children); child != NULL;
       child = kp_load_element(child->next))
    if (!read_phase(load, child, table))
      return false;
  return true;
}

/* Columns that "Done" asks; each once, and none that it writes by itself. */
static bool read_ask(kp_load *load, xmlNode *node, kp_method_source *source) {
  const kp_method_column *column = kp_load_find_column(load, node, source->table, "column");
  if (column == NULL)
    return false;
  if (column->kind == KP_METHOD_FORMULA || column->kind == KP_METHOD_ID)
    return kp_load_fail(load, node, KP_LOAD_NOT_KIND, column->key, "ask");
  for (size_t i = 0; i < source->asked_count; i++)
    if (source->asked[i] == column)
      return kp_load_fail(load, node, KP_LOAD_TWICE, column->key, NULL);
  for (size_t i = 0; i < source->answer_count; i++)
    if (source->answers[i]->column == column)
      return kp_load_fail(load, node, KP_LOAD_TWICE, column->key, NULL);
  return kp_load_push(load, &source->asked, &source->asked_count, column);
}

/* All that is written, then all that is asked. */
static bool read_answers(kp_load *load, xmlNode *node, kp_method_source *source) {
  for (xmlNode *child = kp_load_element(node->children); child != NULL;
       child = kp_load_element(child->next))
    if (strcmp(kp_load_name(child), "set") == 0 &&
        !kp_load_preset(load, child, source->table, NULL, &source->answers, &source->answer_count))
      return false;
  for (xmlNode *child = kp_load_element(node->children); child != NULL;
       child = kp_load_element(child->next))
    if (strcmp(kp_load_name(child), "ask") == 0 && !read_ask(load, child, source))
      return false;
  return true;
}

/* What a source says of itself. */
static bool read_source_names(kp_load *load, xmlNode *node, kp_method_source *source) {
  if (!kp_load_key(load, node, "key", &source->key) ||
      !kp_load_words(load, node, "en", "nl", &source->name) ||
      !kp_load_yes(load, node, "ahead", &source->ahead) ||
      !kp_load_yes(load, node, "latest", &source->latest) ||
      !kp_load_find_form(load, node, &source->form))
    return false;
  for (size_t i = 0; i < load->method->source_count; i++)
    if (strcmp(load->method->sources[i]->key, source->key) == 0)
      return kp_load_fail(load, node, KP_LOAD_TWICE, source->key, NULL);
  source->table = kp_load_find_table(load, node, "table");
  if (source->table == NULL)
    return false;
  if (source->form != NULL && source->form->table != source->table)
    return kp_load_fail(load, node, KP_LOAD_BOTH, source->form->key, source->table->key);
  return true;
}

static bool read_source(kp_load *load, xmlNode *node) {
  kp_method_source *source = kp_load_get(load, sizeof *source);
  if (source == NULL || !read_source_names(load, node, source))
    return false;
  source->date = kp_load_find_column(load, node, source->table, "date");
  if (source->date == NULL)
    return false;
  if (source->date->result != KP_METHOD_DATE)
    return kp_load_fail(load, node, KP_LOAD_NOT_KIND, source->date->key, "date");
  if (kp_load_attribute(node, "who") != NULL) {
    source->who = kp_load_find_column(load, node, source->table, "who");
    if (source->who == NULL)
      return false;
  }
  source->text = source->table->title;
  source->practice = load->practice;
  source->test = condition_rule(load, node, "never", source->key, source->date);
  return source->test != NULL && read_answers(load, node, source) &&
         kp_load_push(load, &load->method->sources, &load->method->source_count, source);
}

bool kp_load_agenda(kp_load *load, xmlNode *node) {
  for (xmlNode *child = kp_load_element(node->children); child != NULL;
       child = kp_load_element(child->next))
    if (!read_source(load, child))
      return false;
  return true;
}
