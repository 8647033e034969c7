/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule words that look at one row, and at the row it leads to. */
#include "book.h"

#include "kernpunt/text.h"

#include <string.h>

static kp_method_cell own_cell(const kp_eval *eval) {
  return kp_book_cell(eval->book, eval->rule->column, eval->row);
}

/* The cell of `other`, in the row at the end of the path; false when there is no such row. */
static bool other_cell(kp_eval *eval, kp_method_cell *cell) {
  const kp_method_table *table = eval->rule->table;
  size_t row = eval->row;
  if (!kp_book_follow(eval->book, &eval->rule->via, &table, &row))
    return false;
  eval->reached = table;
  eval->reached_row = row;
  *cell = kp_book_cell(eval->book, eval->rule->other, row);
  return true;
}

/* The conditions have said everything: that they hold, or for "always" that one does not. */
bool kp_word_never(kp_eval *eval) {
  (void)eval;
  return true;
}

static bool compare(kp_eval *eval, double *difference) {
  kp_method_cell other;
  double own_number;
  double other_number;
  if (!other_cell(eval, &other) || !kp_cell_number(own_cell(eval), &own_number) ||
      !kp_cell_number(other, &other_number))
    return false;
  *difference = own_number - other_number;
  eval->limit = other_number;
  return true;
}

bool kp_word_not_before(kp_eval *eval) {
  double difference;
  return compare(eval, &difference) && difference < 0;
}

bool kp_word_not_after(kp_eval *eval) {
  double difference;
  return compare(eval, &difference) && difference > 0;
}

static bool both_filled(kp_eval *eval, kp_method_cell *other) {
  return other_cell(eval, other) && kp_cell_filled(*other) && kp_cell_filled(own_cell(eval));
}

bool kp_word_agrees(kp_eval *eval) {
  kp_method_cell other;
  return both_filled(eval, &other) && !kp_cell_same(own_cell(eval), other);
}

bool kp_word_differs(kp_eval *eval) {
  kp_method_cell other;
  return both_filled(eval, &other) && kp_cell_same(own_cell(eval), other);
}

/* Points of a text: " / " is what a line break becomes in a cell; people also write ";". */
static double count_points(kp_method_cell cell) {
  double count = 0;
  bool within = false;
  if (cell.kind != KP_METHOD_WORDS)
    return kp_cell_filled(cell) ? 1 : 0;
  for (const char *at = cell.text; *at != '\0'; at++) {
    bool between = *at == ';' || *at == '\n' || strncmp(at, " / ", 3) == 0;
    if (between)
      within = false;
    else if (*at != ' ' && *at != '/' && !within) {
      within = true;
      count++;
    }
  }
  return count;
}

bool kp_word_as_many(kp_eval *eval) {
  eval->count = count_points(own_cell(eval));
  eval->limit = count_points(kp_book_cell(eval->book, eval->rule->other, eval->row));
  return eval->count < eval->limit;
}

/* ------------------------------------------------------------------------------------- statuses */

/* The status before and after the entry; false when it does not change to a known one. */
static bool change(const kp_eval *eval, const kp_method_item **before,
                   const kp_method_item **after) {
  kp_method_book *book = eval->book;
  const kp_method_column *column = eval->rule->column;
  const kp_method_entry *entry = book->entry;
  if (!kp_book_is_entry(book, eval->rule->table, eval->row))
    return false;
  *after = kp_cell_item(column, own_cell(eval));
  book->entry = NULL;
  *before = kp_cell_item(column, own_cell(eval)); /* blank for a new row */
  book->entry = entry;
  return *after != NULL && *after != *before;
}

/* A new row begins where the list lets rows begin; then only steps that the list allows. */
bool kp_word_status_step(kp_eval *eval) {
  const kp_method_item *before;
  const kp_method_item *after;
  const kp_method_list *list = eval->rule->column->list;
  if (!change(eval, &before, &after))
    return false;
  if (before != NULL)
    return before->next != 0 && (before->next & (uint64_t)1 << after->index) == 0;
  bool any = false;
  for (size_t i = 0; i < list->count; i++)
    any = any || list->items[i]->start;
  return eval->row == KP_METHOD_NEW_ROW && any && !after->start;
}

static bool has_note(const kp_eval *eval) {
  const char *note = eval->book->entry->note;
  return note != NULL && !kp_fold_blank(note);
}

bool kp_word_forward_only(kp_eval *eval) {
  const kp_method_item *before;
  const kp_method_item *after;
  if (!change(eval, &before, &after) || before == NULL || has_note(eval))
    return false;
  return before->end || (before->step > 0 && after->step > 0 && after->step < before->step);
}

bool kp_word_needs_note(kp_eval *eval) {
  return !has_note(eval);
}
