/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule words that judge a table as a whole; they report by themselves. */
#include "book.h"

#include "kernpunt/text.h"

#include <stdlib.h>
#include <string.h>

/* The rows a rule counts. */
static bool counts(kp_eval *eval, size_t row) {
  const kp_method_rule *rule = eval->rule;
  return !kp_book_blank_row(eval->book, rule->table, row) &&
         kp_conditions_hold(eval->book, rule->when, rule->when_count, rule->table, row, row);
}

/* ---------------------------------------------------------------------------------- max-share */

typedef struct share {
  uint32_t hash;
  uint32_t row; /* the first with this value */
  size_t count;
} share;

static share *find_share(const kp_eval *eval, share *shares, size_t mask, kp_method_cell cell) {
  uint32_t hash = kp_fold_hash(cell.text);
  size_t at = hash & mask;
  while (shares[at].count > 0 &&
         !(shares[at].hash == hash &&
           kp_cell_same(kp_book_cell(eval->book, eval->rule->column, shares[at].row), cell)))
    at = (at + 1) & mask;
  shares[at].hash = hash;
  return &shares[at];
}

/* One value has more than `limit` percent of the rows; fewer than `least` rows say nothing. */
bool kp_word_max_share(kp_eval *eval) {
  const kp_method_rule *rule = eval->rule;
  kp_method_book *book = eval->book;
  size_t rows = kp_book_rows(book, rule->table);
  size_t size = 16;
  size_t total = 0;
  while (size < 2 * rows)
    size *= 2;
  share *shares = kp_book_get(book, size, sizeof *shares);
  if (shares == NULL)
    return false;
  for (size_t row = 0; row < rows; row++) {
    kp_method_cell cell = kp_book_cell(book, rule->column, row);
    if (cell.kind != KP_METHOD_WORDS || !counts(eval, row))
      continue;
    share *found = find_share(eval, shares, size - 1, cell);
    found->row = found->count++ == 0 ? (uint32_t)row : found->row;
    total++;
  }
  double least = rule->least.set ? kp_book_amount(book, &rule->least) : 1;
  eval->limit = kp_book_amount(book, &rule->limit);
  for (size_t i = 0; i < size && (double)total >= least; i++) {
    if ((double)shares[i].count * 100 <= eval->limit * (double)total)
      continue;
    eval->count = (double)shares[i].count;
    eval->row = shares[i].row;
    kp_eval_report(eval, rule->severity, rule->column, eval->row);
  }
  free(shares);
  return false;
}

/* ------------------------------------------------------------------------------------- covers */

/* The values that rows have, in memory of a set that knows texts only. */
typedef struct text_set {
  const char **texts;
  size_t mask;
} text_set;

static const char **slot(const text_set *set, const char *text) {
  size_t at = kp_fold_hash(text) & set->mask;
  while (set->texts[at] != NULL && !kp_fold_same(set->texts[at], text))
    at = (at + 1) & set->mask;
  return &set->texts[at];
}

static bool collect(kp_eval *eval, text_set *set, size_t *count) {
  const kp_method_rule *rule = eval->rule;
  kp_method_book *book = eval->book;
  size_t rows = kp_book_rows(book, rule->table);
  size_t size = 16;
  while (size < 2 * rows)
    size *= 2;
  set->mask = size - 1;
  set->texts = kp_book_get(book, size, sizeof *set->texts);
  if (set->texts == NULL)
    return false;
  for (size_t row = 0; row < rows; row++) {
    const kp_method_table *table = rule->table;
    size_t reached = row;
    if (!counts(eval, row))
      continue;
    (*count)++;
    if (!kp_book_follow(book, &rule->via, &table, &reached))
      continue;
    kp_method_cell cell = kp_book_cell(book, rule->other, reached);
    if (cell.kind == KP_METHOD_WORDS)
      *slot(set, cell.text) = cell.text;
  }
  return true;
}

/* Whether rows have a value at all: who never fills a column in misses nothing in it. */
static bool is_used(const text_set *set) {
  for (size_t i = 0; i <= set->mask; i++)
    if (set->texts[i] != NULL)
      return true;
  return false;
}

/* A word that the list begins with stands for all ("Whole organisation"), not for one of them. */
static bool is_own(const kp_method_list *list, const char *text) {
  for (size_t i = 0; i < list->count; i++)
    for (int language = 0; language < KP_LANGUAGE_COUNT; language++)
      if (kp_fold_same(list->items[i]->name.in[language], text))
        return true;
  return false;
}

static bool has_item(const text_set *set, const kp_method_item *item) {
  for (int language = 0; language < KP_LANGUAGE_COUNT; language++)
    if (*slot(set, item->name.in[language]) != NULL ||
        (item->was.in[language] != NULL && *slot(set, item->was.in[language]) != NULL))
      return true;
  return false;
}

/* Every word of the list has a row; a table without rows that count says nothing, nor does one in
 * which none has a word. Words that a team wrote are told at their own cell. */
bool kp_word_covers(kp_eval *eval) {
  const kp_method_rule *rule = eval->rule;
  kp_method_book *book = eval->book;
  const kp_method_column *source = rule->list->source;
  text_set set = {NULL, 0};
  size_t count = 0;
  bool good = collect(eval, &set, &count) && count > 0 && is_used(&set);
  for (size_t i = 0; good && !rule->list->open && i < rule->list->count; i++) {
    if (has_item(&set, rule->list->items[i]))
      continue;
    eval->value = rule->list->items[i]->name.in[book->rows.language];
    good = kp_eval_report(eval, rule->severity, rule->column, KP_METHOD_NEW_ROW);
  }
  size_t rows = good && source != NULL ? kp_book_rows(book, source->table) : 0;
  for (size_t row = 0; good && row < rows; row++) {
    kp_method_cell cell = kp_book_cell(book, source, row);
    if (cell.kind != KP_METHOD_WORDS || *slot(&set, cell.text) != NULL ||
        is_own(rule->list, cell.text))
      continue;
    eval->value = cell.text;
    good = kp_eval_report(eval, rule->severity, source, row);
  }
  free(set.texts);
  return false;
}
