/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book: rows seen through the model. */
#include "book.h"

#include "kernpunt/text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void *kp_book_get(kp_method_book *book, size_t count, size_t size) {
  void *found = calloc(count > 0 ? count : 1, size);
  if (found == NULL)
    book->failed = true;
  return found;
}

kp_method_book *kp_method_book_new(const kp_method *method, const kp_method_rows *rows,
                                   kp_date today) {
  kp_method_book *book = calloc(1, sizeof *book);
  if (book == NULL)
    return NULL;
  book->method = method;
  book->rows = *rows;
  book->today = today;
  book->today_serial = kp_date_serial(today);
  book->counts = kp_book_get(book, method->table_count, sizeof *book->counts);
  book->memo = kp_book_get(book, method->rule_count, sizeof *book->memo);
  if (book->failed) {
    kp_method_book_free(book);
    return NULL;
  }
  for (size_t i = 0; i < method->table_count; i++)
    book->counts[i] = KP_BOOK_NOT_COUNTED;
  return book;
}

void kp_method_book_free(kp_method_book *book) {
  if (book == NULL)
    return;
  for (size_t i = 0; i < book->index_count; i++)
    kp_index_free(book->indexes[i]);
  free(book->indexes);
  kp_people_free(&book->people);
  free(book->memo);
  free(book->counts);
  free(book);
}

double kp_method_book_setting(const kp_method_book *book, const kp_method_setting *setting) {
  double value = setting->initial;
  if (book->rows.setting == NULL || !book->rows.setting(book->rows.data, setting, &value) ||
      isnan(value))
    return setting->initial;
  return value < setting->least ? setting->least : value > setting->most ? setting->most : value;
}

double kp_book_amount(const kp_method_book *book, const kp_amount *amount) {
  double value =
      amount->setting != NULL ? kp_method_book_setting(book, amount->setting) : amount->value;
  return amount->negative ? -value : value;
}

/* Asked when it is first needed: an entry concerns few of the tables. */
static size_t count(const kp_method_book *book, const kp_method_table *table) {
  size_t *known = &book->counts[table->index];
  if (*known == KP_BOOK_NOT_COUNTED)
    *known = book->rows.count(book->rows.data, table);
  return *known;
}

bool kp_book_has(const kp_method_book *book, const kp_method_table *table) {
  return count(book, table) != KP_METHOD_NO_TABLE;
}

size_t kp_book_rows(const kp_method_book *book, const kp_method_table *table) {
  size_t rows = count(book, table);
  return rows != KP_METHOD_NO_TABLE ? rows : 0;
}

/* ---------------------------------------------------------------------------------------- cells */

bool kp_book_is_entry(const kp_method_book *book, const kp_method_table *table, size_t row) {
  return book->entry != NULL && book->entry->table == table && book->entry->row == row;
}

/* A letter or digit first is the rule, and this is asked more often than anything else. */
static bool is_blank(const char *text) {
  return text == NULL || ((*text <= ' ' || *text > '~') && kp_fold_blank(text));
}

static kp_method_cell tidy(kp_method_cell cell) {
  if (cell.kind == KP_METHOD_WORDS && is_blank(cell.text))
    cell.kind = KP_METHOD_BLANK;
  if (cell.kind == KP_METHOD_VALUE && !isfinite(cell.number))
    cell.kind = KP_METHOD_BROKEN;
  return cell;
}

static kp_method_cell stored_cell(const kp_method_book *book, const kp_method_column *column,
                                  size_t row) {
  if (row >= kp_book_rows(book, column->table))
    return (kp_method_cell){KP_METHOD_BLANK, NULL, 0};
  return tidy(book->rows.cell(book->rows.data, column, row));
}

kp_method_cell kp_book_cell(const kp_method_book *book, const kp_method_column *column,
                            size_t row) {
  if (kp_book_is_entry(book, column->table, row))
    for (size_t i = 0; i < book->entry->count; i++)
      if (book->entry->values[i].column == column)
        return tidy(book->entry->values[i].cell);
  return stored_cell(book, column, row);
}

kp_method_cell kp_method_cell_typed(const kp_method_column *column, const char *text,
                                    kp_date today) {
  kp_date date;
  if (column->kind == KP_METHOD_DATE && kp_date_parse(text, today, &date) == KP_DATE_GOOD)
    return (kp_method_cell){KP_METHOD_VALUE, NULL, (double)kp_date_serial(date)};
  return tidy((kp_method_cell){KP_METHOD_WORDS, text, 0});
}

bool kp_cell_filled(kp_method_cell cell) {
  return cell.kind != KP_METHOD_BLANK && cell.kind != KP_METHOD_ABSENT;
}

bool kp_cell_number(kp_method_cell cell, double *number) {
  if (cell.kind == KP_METHOD_WORDS)
    return kp_fold_number(cell.text, number);
  *number = cell.number;
  return cell.kind == KP_METHOD_VALUE;
}

bool kp_cell_date(kp_method_cell cell, int32_t *serial) {
  kp_date date;
  if (cell.kind != KP_METHOD_VALUE || !(cell.number >= 0 && cell.number < 3e6))
    return false;
  *serial = (int32_t)cell.number; /* a time of day does not count */
  return kp_date_from_serial(*serial, &date);
}

const kp_method_item *kp_cell_item(const kp_method_column *column, kp_method_cell cell) {
  return cell.kind == KP_METHOD_WORDS ? kp_method_item_of(column->list, cell.text) : NULL;
}

bool kp_cell_same(kp_method_cell one, kp_method_cell other) {
  double left;
  double right;
  if (one.kind == KP_METHOD_WORDS && other.kind == KP_METHOD_WORDS)
    return kp_fold_same(one.text, other.text);
  if (!kp_cell_filled(one) || !kp_cell_filled(other))
    return !kp_cell_filled(one) && !kp_cell_filled(other);
  return kp_cell_number(one, &left) && kp_cell_number(other, &right) && left == right;
}

bool kp_book_changed(const kp_method_book *book, const kp_method_column *column) {
  if (book->entry == NULL || book->entry->table != column->table)
    return false;
  for (size_t i = 0; i < book->entry->count; i++)
    if (book->entry->values[i].column == column)
      return !kp_cell_same(tidy(book->entry->values[i].cell),
                           stored_cell(book, column, book->entry->row));
  return false;
}

bool kp_book_blank_row(const kp_method_book *book, const kp_method_table *table, size_t row) {
  for (size_t i = 0; i < table->count; i++)
    if (table->columns[i]->kind != KP_METHOD_FORMULA &&
        kp_cell_filled(kp_book_cell(book, table->columns[i], row)))
      return false;
  return true;
}

bool kp_book_follow(kp_method_book *book, const kp_path *path, const kp_method_table **table,
                    size_t *row) {
  for (size_t i = 0; i < path->count; i++) {
    kp_method_cell cell = kp_book_cell(book, path->hops[i], *row);
    const kp_method_table *target = path->hops[i]->target;
    if (cell.kind != KP_METHOD_WORDS || !kp_method_book_find(book, target, cell.text, row))
      return false;
    *table = target;
  }
  return true;
}
