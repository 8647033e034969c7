/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formulas are checked when they are read: a workbook must not find out. */
#include "load.h"

#include "formula.h"

#include <stdio.h>
#include <string.h>

/* The name of the row that a link leads to. */
static bool name_of(kp_load *load, const xmlNode *node, const kp_method_table *table,
                    kp_method_column *column) {
  enum { SIZE = 400 };
  const kp_method_column *link = kp_load_find_column(load, node, table, "names");
  if (link == NULL)
    return false;
  if (link->kind != KP_METHOD_LINK)
    return kp_load_fail(load, node, KP_LOAD_NOT_LINK, link->key, NULL);
  const kp_method_table *target = link->target;
  char *text = kp_load_get(load, SIZE);
  if (text == NULL)
    return false;
  snprintf(text, SIZE, "IF([%s]=\"\";\"\";IFERROR(INDEX([%s.%s];MATCH([%s];[%s.%s];0));\"?\"))",
           link->key, target->key, target->title->key, link->key, target->key, target->id->key);
  column->formula = text;
  column->names = link;
  return true;
}

static bool check(kp_load *load, const xmlNode *node, const kp_method_column *column) {
  enum { SHOWN = 60 };
  kp_formula_part part;
  const char *at = column->formula;
  while (kp_formula_next(load->method, column->table, &at, &part)) {
    /* Cells of older workbooks hold the older word, which a formula would not know. */
    bool renamed = part.kind == KP_FORMULA_WORD && (part.item->was.in[KP_LANGUAGE_EN] != NULL ||
                                                    part.item->was.in[KP_LANGUAGE_NL] != NULL);
    if (part.kind != KP_FORMULA_BAD && !renamed)
      continue;
    char shown[SHOWN + 1];
    size_t length = part.length < SHOWN ? part.length : SHOWN;
    memcpy(shown, part.text, length);
    shown[length] = '\0';
    return kp_load_fail(load, node, KP_LOAD_FORMULA, shown, NULL);
  }
  return true;
}

static bool read_formula(kp_load *load, xmlNode *node, const kp_method_table *table) {
  kp_method_column *column =
      (kp_method_column *)kp_method_find_column(table, kp_load_attribute(node, "key"));
  bool names = kp_load_attribute(node, "names") != NULL;
  bool given = kp_load_attribute(node, "formula") != NULL;
  if (column->kind != KP_METHOD_FORMULA)
    return !(names || given) ||
           kp_load_fail(load, node, KP_LOAD_NOT_HERE, names ? "names" : "formula", column->key);
  if (names == given)
    return kp_load_fail(load, node, given ? KP_LOAD_NOT_HERE : KP_LOAD_LACKS, "formula",
                        column->key);
  if (names ? !name_of(load, node, table, column)
            : !kp_load_text_of(load, node, "formula", &column->formula))
    return false;
  return check(load, node, column);
}

bool kp_load_formulas(kp_load *load, xmlNode *node) {
  bool own = strcmp(kp_load_name(node), "table") == 0;
  const kp_method_table *table = kp_load_find_table(load, node, own ? "key" : "table");
  if (table == NULL)
    return false;
  for (xmlNode *child = kp_load_element(node->children); child != NULL;
       child = kp_load_element(child->next))
    if (!read_formula(load, child, table))
      return false;
  return true;
}
