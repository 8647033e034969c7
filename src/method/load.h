/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Reading method files. All files are parsed first; then passes over all of them make lists,
 * tables, columns and rules in turn, so that every reference is resolved where it stands. The first
 * mistake ends it. Functions answer false, or NULL, after a mistake that they have reported.
 */
#ifndef KERNPUNT_METHOD_LOADING_H
#define KERNPUNT_METHOD_LOADING_H

#include "arena.h"
#include "kernpunt/method.h"
#include "load_texts.h"
#include "model.h"

#include <libxml/tree.h>

/** Bounds on a model, so that a hostile file costs little. */
enum {
  KP_LOAD_TABLES = 100,
  KP_LOAD_COLUMNS = 120, /**< of a table */
  KP_LOAD_RULES = 4000,
  KP_LOAD_TEXT_BYTES = 1500,
  KP_LOAD_KEY_BYTES = 40,
  KP_LOAD_HOPS = 4,
  KP_LOAD_CONDITIONS = 24, /**< of a rule */
  KP_LOAD_ROWS = 8,        /**< tables a rule counts in */
  KP_LOAD_PER = 3
};

/** A message for every rule of a word that brings none of its own. */
typedef struct kp_load_default {
  const char *check;
  bool gentle; /**< only for rules that do not refuse */
  kp_words message;
} kp_load_default;

/** A column that every table has. */
typedef struct kp_load_every {
  xmlNode *node;
  const char *file;
  const kp_method_practice *practice;
  bool last;
} kp_load_every;

/** Words of a list that a condition names, as bits. */
typedef struct kp_load_named {
  const kp_method_list *list;
  uint64_t items;
} kp_load_named;

typedef struct kp_load {
  kp_arena *memory;
  kp_method *method;
  kp_language language;
  kp_method_error *error;
  xmlDoc *docs[KP_METHOD_FILES];
  const char *names[KP_METHOD_FILES];
  size_t doc_count;
  const char *file;                   /**< that is being read */
  const kp_method_practice *practice; /**< of that file */
  const kp_load_every *const *every;
  size_t every_count;
  const kp_load_default *const *defaults;
  size_t default_count;
  const kp_load_named *const *named;
  size_t named_count;
  bool whole;   /**< no dead ends are allowed either */
  size_t order; /**< of rules */
} kp_load;

/* ------------------------------------------------------------------------------- load_basics.c */

/** Reports a mistake in `file` at `line`; always false. */
bool kp_load_fail_at(kp_load *load, const char *file, long line, kp_load_text text,
                     const char *first, const char *second);
/** The same at a node of the file being read. */
bool kp_load_fail(kp_load *load, const xmlNode *node, kp_load_text text, const char *first,
                  const char *second);
/** Zeroed memory of the model; reports when there is none. */
void *kp_load_get(kp_load *load, size_t size);
bool kp_load_push(kp_load *load, void *list, size_t *count, const void *item);
/** The name of an element. */
const char *kp_load_name(const xmlNode *node);
/** The next element in the row, `node` itself included; NULL at the end. */
xmlNode *kp_load_element(xmlNode *node);
/** Borrowed text of an attribute; NULL when it is not there. */
const char *kp_load_attribute(const xmlNode *node, const char *name);
/** A copy in the model; `*text` stays NULL when the attribute is not there. */
bool kp_load_text_of(kp_load *load, const xmlNode *node, const char *name, const char **text);
/** A required key of good form. */
bool kp_load_key(kp_load *load, const xmlNode *node, const char *name, const char **key);
/** Two attributes, one text in each language; both required. */
bool kp_load_words(kp_load *load, const xmlNode *node, const char *en, const char *nl,
                   kp_words *words);
/** "yes" or "no"; unchanged when the attribute is not there. */
bool kp_load_yes(kp_load *load, const xmlNode *node, const char *name, bool *yes);
/** A number; unchanged when the attribute is not there. */
bool kp_load_number(kp_load *load, const xmlNode *node, const char *name, double *number);
/** A number or a setting. */
bool kp_load_amount(kp_load *load, const xmlNode *node, const char *name, kp_amount *amount);
/** A role from `first` to `last`; unchanged when the attribute is not there. */
bool kp_load_role(kp_load *load, const xmlNode *node, kp_method_role first, kp_method_role last,
                  kp_method_role *role);
/** A word of an attribute's list of words, as text that ends. Too long: cut, which no key is. */
bool kp_load_next(const char **at, char word[KP_LOAD_KEY_BYTES + 2]);

/* ------------------------------------------------------------------ load_xml.c, load_shape.c */

/** Parses a file into `load->docs`, within the limits. */
bool kp_load_parse(kp_load *load, const kp_method_file *file);
/** Whether a file holds only elements and attributes that exist, in their places. */
bool kp_load_shape(kp_load *load, xmlNode *root);

/** The placeholders of a text: `known`, ended by NULL, and the same in both languages. */
bool kp_load_placeholders(kp_load *load, const xmlNode *node, const kp_words *words,
                          const char *const *known);

/* --------------------------------------------------------------------------------- the passes */

/** Handles the elements of one name. */
typedef bool (*kp_load_handler)(kp_load *load, xmlNode *node);

bool kp_load_setting(kp_load *load, xmlNode *node);
bool kp_load_list(kp_load *load, xmlNode *node);
bool kp_load_default_message(kp_load *load, xmlNode *node);
bool kp_load_every_table(kp_load *load, xmlNode *node);
bool kp_load_table(kp_load *load, xmlNode *node);
bool kp_load_order_tables(kp_load *load);
bool kp_load_columns(kp_load *load, xmlNode *node);
bool kp_load_extend(kp_load *load, xmlNode *node);
bool kp_load_last_columns(kp_load *load);
bool kp_load_references(kp_load *load, xmlNode *node);
bool kp_load_list_source(kp_load *load, xmlNode *node);
/** After all links have their targets: a "names" looks at one that may stand further down. */
bool kp_load_formulas(kp_load *load, xmlNode *node);
bool kp_load_column_rules(kp_load *load, xmlNode *node);
bool kp_load_own_rules(kp_load *load);
bool kp_load_rule_element(kp_load *load, xmlNode *node);
bool kp_load_form(kp_load *load, xmlNode *node);
bool kp_load_steps(kp_load *load, xmlNode *node);
bool kp_load_phases(kp_load *load, xmlNode *node);
bool kp_load_agenda(kp_load *load, xmlNode *node);
bool kp_load_sort_rules(kp_load *load);

/* ---------------------------------------------------------------------------- shared by passes */

/** The table or column an attribute names. */
const kp_method_table *kp_load_find_table(kp_load *load, const xmlNode *node, const char *name);
const kp_method_column *kp_load_find_column(kp_load *load, const xmlNode *node,
                                            const kp_method_table *table, const char *name);
/** The columns an attribute lists. */
bool kp_load_find_columns(kp_load *load, const xmlNode *node, const kp_method_table *table,
                          const char *name, const kp_method_column *const **columns, size_t *count);
/** The items of a list that an attribute names, as bits. */
bool kp_load_items(kp_load *load, const xmlNode *node, const char *name, const kp_method_list *list,
                   uint64_t *items);
/** A path of link columns; `*table` becomes the table at its end. */
bool kp_load_path(kp_load *load, const xmlNode *node, const kp_method_table **table, kp_path *path);
/** A condition; `asker` is the table of the row that asks (for a "when" the same). It stays NULL
 * when it is about an optional column that does not exist. */
bool kp_load_condition(kp_load *load, const xmlNode *node, const kp_method_table *table,
                       const kp_method_table *asker, const kp_condition **condition);
/** Conditions of all children of this name. */
bool kp_load_conditions(kp_load *load, xmlNode *node, const char *name,
                        const kp_method_table *table, const kp_method_table *asker,
                        const kp_condition *const **list, size_t *count);
/** A rule with what its element says; one for each column it names. `key` NULL: from the element.
 * Appended to a list. */
bool kp_load_rule(kp_load *load, xmlNode *node, const kp_method_table *table, const char *key,
                  bool silent, const kp_method_rule *const **list, size_t *count);
/** Notes that a condition names words of a list. */
bool kp_load_name_items(kp_load *load, const kp_method_list *list, uint64_t items);
/** Whether a column may begin with this value: by its kind, within its bounds. */
bool kp_load_fits(const kp_method_column *column, const char *value);
/** The form an attribute names; `*form` stays NULL when it is not there. */
bool kp_load_find_form(kp_load *load, const xmlNode *node, const kp_method_form **form);
/** A "set" for a row of `table`, appended to a list. `hand`: table of the row in hand; NULL where
 * there is none to take values from. */
bool kp_load_preset(kp_load *load, xmlNode *node, const kp_method_table *table,
                    const kp_method_table *hand, const kp_method_preset *const **list,
                    size_t *count);
/** The tasks of a step, whose table is known, and its form. */
bool kp_load_tasks(kp_load *load, xmlNode *node, kp_method_step *step);
/** A message: the element's own or that of the word; NULL texts when there is none. */
bool kp_load_message(kp_load *load, xmlNode *node, const char *check, kp_method_severity severity,
                     kp_words *message);

/* ---------------------------------------------------------------------------- load_whole.c */

/** What each file may say and yet leads nowhere, once all is read: a required column that no form
 * shows, a status that no condition counts, a practice without steps, a role that lacks another. */
bool kp_load_whole(kp_load *load);
/** Calls the handler for every child of this name of every file. */
bool kp_load_pass(kp_load *load, const char *name, kp_load_handler handler);

#endif
