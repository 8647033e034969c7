/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule words that look at one cell. */
#include "book.h"

#include "kernpunt/text.h"

#include <math.h>
#include <string.h>

static kp_method_cell own_cell(const kp_eval *eval) {
  return kp_book_cell(eval->book, eval->rule->column, eval->row);
}

bool kp_word_required(kp_eval *eval) {
  return !kp_cell_filled(own_cell(eval));
}

bool kp_word_one_person(kp_eval *eval) {
  kp_method_cell cell = own_cell(eval);
  return cell.kind == KP_METHOD_WORDS && kp_method_several_people(eval->book, cell.text);
}

/* Silent where one-person speaks: one remark about a name is enough. */
bool kp_word_known_person(kp_eval *eval) {
  kp_method_cell cell = own_cell(eval);
  return cell.kind == KP_METHOD_WORDS && kp_people_any(eval->book) &&
         !kp_people_known(eval->book, cell.text) &&
         !kp_method_several_people(eval->book, cell.text);
}

/* The word in the language of the workbook: formulas in the sheets compare with that. An open list
 * also takes what the team wrote into its column. */
bool kp_word_in_list(kp_eval *eval) {
  kp_method_cell cell = own_cell(eval);
  const kp_method_list *list = eval->rule->column->list;
  if (!kp_cell_filled(cell))
    return false;
  const kp_method_item *item = kp_cell_item(eval->rule->column, cell);
  if (item != NULL && kp_method_item_is(item, eval->book->rows.language, cell.text))
    return false;
  if (list->source == NULL)
    return true;
  size_t row;
  kp_matches matches;
  kp_matches_begin(&matches, eval->book, &list->source, &cell, 1);
  return !kp_matches_next(&matches, &row);
}

bool kp_word_is_date(kp_eval *eval) {
  int32_t serial;
  kp_method_cell cell = own_cell(eval);
  return kp_cell_filled(cell) && !kp_cell_date(cell, &serial);
}

bool kp_word_is_number(kp_eval *eval) {
  const kp_method_rule *rule = eval->rule;
  kp_method_cell cell = own_cell(eval);
  double number;
  if (!kp_cell_filled(cell))
    return false;
  if (!kp_cell_number(cell, &number))
    return true;
  double least = rule->least.set ? kp_book_amount(eval->book, &rule->least) : rule->column->least;
  double most = rule->most.set ? kp_book_amount(eval->book, &rule->most) : rule->column->most;
  eval->count = least;
  eval->limit = most;
  return number < least || number > most;
}

bool kp_word_text_length(kp_eval *eval) {
  const kp_method_rule *rule = eval->rule;
  kp_method_cell cell = own_cell(eval);
  if (cell.kind != KP_METHOD_WORDS)
    return false;
  double least = rule->least.set ? kp_book_amount(eval->book, &rule->least) : 0;
  double most = rule->most.set ? kp_book_amount(eval->book, &rule->most) : INFINITY;
  eval->count = (double)kp_text_length(cell.text);
  eval->limit = eval->count < least ? least : most;
  return eval->count < least || eval->count > most;
}

bool kp_method_in_workbook(const char *address) {
  return address[strcspn(address, "#/\\[")] == '\0';
}

bool kp_word_in_workbook(kp_eval *eval) {
  kp_method_cell cell = own_cell(eval);
  return cell.kind == KP_METHOD_WORDS && !kp_method_in_workbook(cell.text);
}

/* A new row gets its ID from the writer. */
bool kp_word_has_id(kp_eval *eval) {
  return eval->book->entry == NULL && !kp_cell_filled(own_cell(eval));
}

bool kp_word_valid_id(kp_eval *eval) {
  kp_method_cell cell = own_cell(eval);
  return kp_cell_filled(cell) &&
         !(cell.kind == KP_METHOD_WORDS && kp_method_id_valid(eval->rule->table, cell.text));
}

bool kp_word_exists(kp_eval *eval) {
  kp_method_cell cell = own_cell(eval);
  const kp_method_table *target = eval->rule->column->target;
  size_t row;
  return kp_cell_filled(cell) && kp_book_has(eval->book, target) &&
         !(cell.kind == KP_METHOD_WORDS &&
           kp_method_book_find(eval->book, target, cell.text, &row));
}

bool kp_word_no_error(kp_eval *eval) {
  return own_cell(eval).kind == KP_METHOD_BROKEN;
}

/* Only what is entered now is judged: a deadline that was missed stays what it was. */
bool kp_word_date_not_past(kp_eval *eval) {
  int32_t serial;
  return kp_book_changed(eval->book, eval->rule->column) && kp_cell_date(own_cell(eval), &serial) &&
         serial < eval->book->today_serial;
}

/* The first row with a value may keep it; an entry may not take that of any other row. */
bool kp_word_unique(kp_eval *eval) {
  const kp_method_rule *rule = eval->rule;
  const kp_method_column *columns[KP_INDEX_COLUMNS] = {rule->column};
  kp_method_cell key[KP_INDEX_COLUMNS] = {own_cell(eval)};
  size_t count = 1;
  size_t row;
  if (!kp_cell_filled(key[0]))
    return false;
  for (size_t i = 0; i < rule->per_count && count < KP_INDEX_COLUMNS; i++, count++) {
    columns[count] = rule->per[i];
    key[count] = kp_book_cell(eval->book, rule->per[i], eval->row);
  }
  kp_matches matches;
  kp_matches_begin(&matches, eval->book, columns, key, count);
  if (!kp_matches_next(&matches, &row) || row == eval->row)
    return false;
  eval->reached = rule->table;
  eval->reached_row = row;
  return true;
}
