/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the message of a step points, and how many rows may be active at a
 * time. */
#include "book.h"
#include "kernpunt/method.h"

#include <string.h>

/* ------------------------------------------------------------------------------------------
 * gap */

/* A row that a rule about other rows counts: the first or the last; KP_METHOD_NEW_ROW when there is
 * none. */
static size_t counted(kp_eval *eval, const kp_children *children, bool last) {
  kp_method_cell key = kp_book_cell(eval->book, eval->rule->by, eval->reached_row);
  kp_matches matches;
  size_t row;
  size_t found = KP_METHOD_NEW_ROW;
  kp_matches_begin(&matches, eval->book, &children->link, &key, 1);
  while ((last || found == KP_METHOD_NEW_ROW) && kp_matches_next(&matches, &row))
    if (kp_conditions_hold(eval->book, children->where, children->where_count, children->table, row,
                           eval->row))
      found = row;
  return found;
}

/* Too many rows: one of them must change. Too few: a new one must come. */
static void point_at_rows(kp_eval *eval, kp_method_gap *gap) {
  const kp_method_rule *rule = eval->rule;
  gap->table = rule->rows[0]->table;
  gap->column = NULL;
  gap->row = KP_METHOD_NEW_ROW;
  for (size_t i = 0; strcmp(rule->word->name, "at-most") == 0 && i < rule->rows_count; i++) {
    size_t row = counted(eval, rule->rows[i], false);
    if (row == KP_METHOD_NEW_ROW)
      continue;
    gap->table = rule->rows[i]->table;
    gap->row = row;
    return;
  }
}

static void point_at_earlier(const kp_eval *eval, kp_method_gap *gap) {
  const kp_method_rule *rule = eval->rule;
  gap->table = eval->reached;
  gap->row = eval->reached_row;
  gap->column = rule->confirmed[0];
  for (size_t i = rule->confirmed_count; i-- > 0;)
    if (!kp_cell_filled(kp_book_cell(eval->book, rule->confirmed[i], gap->row)))
      gap->column = rule->confirmed[i];
}

bool kp_method_book_gap(kp_method_book *book, const kp_method_step *step, size_t row,
                        kp_method_gap *gap) {
  kp_eval eval;
  for (size_t i = 0; i < step->test_count; i++) {
    const kp_method_rule *rule = step->tests[i];
    eval = (kp_eval){.book = book, .rule = rule, .row = row, .language = KP_LANGUAGE_EN};
    if (!kp_rule_applies(book, rule) || !kp_rule_fires(&eval))
      continue;
    *gap = (kp_method_gap){rule->table, rule->column, row};
    if (rule->confirmed_count > 0)
      point_at_earlier(&eval, gap);
    else if (rule->rows_count > 0)
      point_at_rows(&eval, gap);
    return !book->failed;
  }
  return false;
}

bool kp_method_book_proof(kp_method_book *book, const kp_method_step *step, size_t row,
                          const kp_method_table *table, size_t *proof) {
  *proof = KP_METHOD_NEW_ROW;
  for (size_t i = 0; i < step->test_count && *proof == KP_METHOD_NEW_ROW; i++) {
    const kp_method_rule *rule = step->tests[i];
    kp_eval eval = {.book = book,
                    .rule = rule,
                    .row = row,
                    .reached_row = KP_METHOD_NEW_ROW,
                    .language = KP_LANGUAGE_EN};
    if (strcmp(rule->word->name, "at-least") != 0 || !kp_rule_applies(book, rule))
      continue;
    kp_rule_fires(&eval); /* finds the row that others belong to */
    for (size_t k = 0; eval.reached_row != KP_METHOD_NEW_ROW && k < rule->rows_count; k++)
      if (rule->rows[k]->table == table)
        *proof = counted(&eval, rule->rows[k], true);
  }
  return *proof != KP_METHOD_NEW_ROW && !book->failed;
}

static bool looks_at(const kp_method_rule *rule, const kp_method_column *column) {
  if (rule->column == column)
    return true;
  for (size_t i = 0; i < rule->confirmed_count; i++)
    if (rule->confirmed[i] == column)
      return true;
  for (size_t i = 0; i < rule->rows_count; i++)
    for (size_t k = 0; k < rule->rows[i]->where_count; k++)
      if (rule->rows[i]->where[k]->column == column)
        return true;
  return false;
}

bool kp_method_book_asks(kp_method_book *book, const kp_method_step *step,
                         const kp_method_column *column) {
  for (size_t i = 0; i < step->test_count; i++)
    if (kp_rule_applies(book, step->tests[i]) && looks_at(step->tests[i], column))
      return true;
  return false;
}

double kp_method_book_wanted(kp_method_book *book, const kp_method_step *step,
                             const kp_method_table *table) {
  double most = 0;
  for (size_t i = 0; i < step->test_count; i++) {
    const kp_method_rule *rule = step->tests[i];
    bool counts = strcmp(rule->word->name, "at-least") == 0 && kp_rule_applies(book, rule);
    for (size_t k = 0; counts && k < rule->rows_count; k++)
      if (rule->rows[k]->table == table && kp_book_amount(book, &rule->limit) > most)
        most = kp_book_amount(book, &rule->limit);
  }
  return most;
}

/* ----------------------------------------------------------------------------------------
 * limit */

static const kp_method_rule *limit_rule(const kp_method_book *book, const kp_method_table *table) {
  for (size_t i = 0; i < book->method->rule_count; i++) {
    const kp_method_rule *rule = book->method->rules[i];
    if (rule->table == table && strcmp(rule->word->name, "max-active") == 0 &&
        kp_rule_applies(book, rule))
      return rule;
  }
  return NULL;
}

bool kp_method_book_limit(kp_method_book *book, const kp_method_table *table,
                          kp_method_limit *limit) {
  const kp_method_rule *rule = limit_rule(book, table);
  if (rule == NULL)
    return false;
  *limit =
      (kp_method_limit){rule->key, rule->column, rule->per[0], kp_book_amount(book, &rule->limit)};
  return true;
}

bool kp_method_book_active(kp_method_book *book, const kp_method_table *table, size_t row) {
  const kp_method_rule *rule = limit_rule(book, table);
  return rule != NULL && row < kp_book_rows(book, table) &&
         kp_conditions_hold(book, rule->when, rule->when_count, table, row, row);
}
