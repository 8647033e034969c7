/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule words that look at other rows. */
#include "book.h"

#include <math.h>

static kp_method_cell own_cell(const kp_eval *eval) {
  return kp_book_cell(eval->book, eval->rule->column, eval->row);
}

/* The row at the end of the rule's path. */
static bool reach(kp_eval *eval) {
  eval->reached = eval->rule->table;
  eval->reached_row = eval->row;
  return kp_book_follow(eval->book, &eval->rule->via, &eval->reached, &eval->reached_row);
}

/* Where a count is kept while a workbook is checked; NULL when it must be counted. Rows that ask
 * about the same rows share the place of the first of them: no table is gone through twice. */
static uint32_t *memo_place(kp_eval *eval, const kp_method_column *const *columns, size_t count) {
  const kp_method_rule *rule = eval->rule;
  kp_method_book *book = eval->book;
  kp_method_cell key[KP_INDEX_COLUMNS];
  size_t row;
  kp_matches matches;
  if (book->entry != NULL || book->memo[rule->index] == NULL)
    return NULL;
  for (size_t i = 0; i < count; i++)
    key[i] = kp_book_cell(book, columns[i], eval->row);
  kp_matches_begin(&matches, book, columns, key, count);
  return kp_matches_next(&matches, &row) ? &book->memo[rule->index][row] : NULL;
}

static size_t count_in(kp_eval *eval, const kp_children *children, kp_method_cell key,
                       size_t enough) {
  kp_matches matches;
  size_t found = 0;
  size_t row;
  kp_matches_begin(&matches, eval->book, &children->link, &key, 1);
  while (found < enough && kp_matches_next(&matches, &row))
    if (kp_conditions_hold(eval->book, children->where, children->where_count, children->table, row,
                           eval->row))
      found++;
  return found;
}

/* Rows that belong to the one reached; stops when there are enough. */
static double count_children(kp_eval *eval, double enough) {
  const kp_method_rule *rule = eval->rule;
  size_t most = enough > 0 && enough < 1e9 ? (size_t)enough : 1;
  bool fixed = rule->via.count == 0 && rule->by->kind != KP_METHOD_ID;
  for (size_t i = 0; i < rule->rows_count; i++)
    fixed = fixed && rule->rows[i]->fixed;
  uint32_t *memo = fixed ? memo_place(eval, &rule->by, 1) : NULL;
  if (memo != NULL && *memo > 0)
    return *memo - 1.0;
  kp_method_cell key = kp_book_cell(eval->book, rule->by, eval->reached_row);
  size_t found = 0;
  for (size_t i = 0; i < rule->rows_count && found < most; i++)
    found += count_in(eval, rule->rows[i], key, most - found);
  if (memo != NULL)
    *memo = (uint32_t)found + 1;
  return (double)found;
}

/* Without a link there is no earlier row to judge: that the link is required is another rule. */
bool kp_word_earlier_confirmed(kp_eval *eval) {
  const kp_method_rule *rule = eval->rule;
  bool confirmed = true;
  if (!reach(eval))
    return false;
  for (size_t i = 0; i < rule->confirmed_count; i++) {
    kp_method_cell cell = kp_book_cell(eval->book, rule->confirmed[i], eval->reached_row);
    confirmed = confirmed && kp_cell_filled(cell);
    if (rule->is != 0) {
      const kp_method_item *item = kp_cell_item(rule->confirmed[i], cell);
      confirmed = confirmed && item != NULL && (rule->is & (uint64_t)1 << item->index) != 0;
    }
  }
  if (confirmed)
    return false;
  if (rule->rows_count > 0) { /* how far it is, for the message */
    eval->limit = kp_book_amount(eval->book, &rule->limit);
    eval->count = count_children(eval, 1e8);
  }
  return true;
}

bool kp_word_earlier_exists(kp_eval *eval) {
  return reach(eval) && kp_cell_filled(kp_book_cell(eval->book, eval->rule->by, eval->reached_row))
             ? count_children(eval, 1) < 1
             : false;
}

/* A new row without ID has no rows that belong to it. */
bool kp_word_at_least(kp_eval *eval) {
  eval->limit = kp_book_amount(eval->book, &eval->rule->limit);
  if (!reach(eval))
    return false;
  eval->count = count_children(eval, eval->limit);
  return eval->count < eval->limit;
}

bool kp_word_at_most(kp_eval *eval) {
  eval->limit = kp_book_amount(eval->book, &eval->rule->limit);
  if (!reach(eval))
    return false;
  eval->count = count_children(eval, 1e8);
  return eval->count > eval->limit;
}

/* In a workbook the first rows may stay and those beyond the limit are told; an entry is told how
 * many others there are. */
bool kp_word_max_active(kp_eval *eval) {
  const kp_method_rule *rule = eval->rule;
  kp_method_book *book = eval->book;
  kp_method_cell key[KP_INDEX_COLUMNS] = {{KP_METHOD_BLANK, NULL, 0}};
  size_t count = rule->per_count < KP_INDEX_COLUMNS ? rule->per_count : KP_INDEX_COLUMNS;
  eval->limit = kp_book_amount(book, &rule->limit);
  for (size_t i = 0; i < count; i++)
    key[i] = kp_book_cell(book, rule->per[i], eval->row);
  eval->value = key[0].kind == KP_METHOD_WORDS ? key[0].text : NULL;
  uint32_t *memo = memo_place(eval, rule->per, count);
  if (memo != NULL) {
    eval->count = *memo;
    return ++*memo > eval->limit;
  }
  if (book->entry == NULL)
    return false; /* what it counts by is blank */
  kp_matches matches;
  size_t row;
  size_t others = 0;
  kp_matches_begin(&matches, book, rule->per, key, count);
  while (kp_matches_next(&matches, &row))
    if (row != eval->row &&
        kp_conditions_hold(book, rule->when, rule->when_count, rule->table, row, row))
      others++;
  eval->count = (double)others;
  return eval->count + 1 > eval->limit && kp_cell_filled(key[0]);
}

static void latest_of(kp_method_cell cell, int32_t *latest) {
  int32_t serial;
  if (kp_cell_date(cell, &serial) && serial > *latest)
    *latest = serial;
}

/* The latest day in the column of the same key, here and in the rows that belong to it. */
bool kp_word_touched(kp_eval *eval) {
  const kp_method_rule *rule = eval->rule;
  kp_method_book *book = eval->book;
  int32_t latest = -1;
  kp_method_cell key = kp_book_cell(book, rule->by, eval->row);
  latest_of(own_cell(eval), &latest);
  for (size_t i = 0; i < rule->rows_count; i++) {
    const kp_children *children = rule->rows[i];
    const kp_method_column *column = kp_method_find_column(children->table, rule->column->key);
    kp_matches matches;
    size_t row;
    kp_matches_begin(&matches, book, &children->link, &key, 1);
    while (column != NULL && kp_matches_next(&matches, &row))
      latest_of(kp_book_cell(book, column, row), &latest);
  }
  eval->limit = kp_book_amount(book, &rule->limit);
  eval->count = (double)book->today_serial - latest;
  return latest >= 0 && eval->count > eval->limit;
}
