/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows by content. Built once per set of columns, so that no rule has to look through a table. */
#include "book.h"

#include "kernpunt/text.h"

#include <stdlib.h>
#include <string.h>

/* The same for cells that kp_cell_same calls the same. */
static uint32_t hash_cell(kp_method_cell cell) {
  double number;
  if (kp_cell_number(cell, &number)) {
    uint64_t bits;
    number += 0.0; /* -0 becomes 0 */
    memcpy(&bits, &number, sizeof bits);
    return (uint32_t)((bits * 0x9E3779B97F4A7C15u) >> 32);
  }
  return cell.kind == KP_METHOD_WORDS ? kp_fold_hash(cell.text) : 0;
}

static uint32_t hash_key(const kp_method_cell *key, size_t count) {
  uint32_t hash = 0;
  for (size_t i = 0; i < count; i++)
    hash = hash * 31u + hash_cell(key[i]);
  return hash ^ (hash >> 15);
}

/* Cells as they are stored: the row of an entry is looked at apart. */
static void read_key(const kp_method_book *book, const kp_index *index, size_t row,
                     kp_method_cell *key) {
  for (size_t i = 0; i < index->count; i++)
    key[i] = kp_book_cell(book, index->columns[i], row);
}

static bool any_filled(const kp_method_cell *key, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (kp_cell_filled(key[i]))
      return true;
  return false;
}

static bool same_key(const kp_method_cell *one, const kp_method_cell *other, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (!kp_cell_same(one[i], other[i]))
      return false;
  return true;
}

void kp_index_free(kp_index *index) {
  if (index == NULL)
    return;
  free(index->heads);
  free(index->next);
  free(index);
}

static bool fill(kp_method_book *book, kp_index *index) {
  kp_method_cell key[KP_INDEX_COLUMNS];
  size_t rows = kp_book_rows(book, index->columns[0]->table);
  size_t size = 16;
  if (rows >= KP_NO_ROW / 4)
    return false;
  while (size < 2 * rows)
    size *= 2;
  index->mask = (uint32_t)(size - 1);
  index->heads = kp_book_get(book, size, sizeof *index->heads);
  index->next = kp_book_get(book, rows, sizeof *index->next);
  if (index->heads == NULL || index->next == NULL)
    return false;
  memset(index->heads, 0xFF, size * sizeof *index->heads);
  const kp_method_entry *entry = book->entry;
  book->entry = NULL;
  for (size_t row = rows; row-- > 0;) { /* backward, so that chains go downward */
    read_key(book, index, row, key);
    if (!any_filled(key, index->count))
      continue;
    uint32_t *head = &index->heads[hash_key(key, index->count) & index->mask];
    index->next[row] = *head;
    *head = (uint32_t)row;
  }
  book->entry = entry;
  return true;
}

static kp_index *find(const kp_method_book *book, const kp_method_column *const *columns,
                      size_t count) {
  for (size_t i = 0; i < book->index_count; i++)
    if (book->indexes[i]->count == count &&
        memcmp(book->indexes[i]->columns, columns, count * sizeof(void *)) == 0)
      return book->indexes[i];
  return NULL;
}

kp_index *kp_book_index(kp_method_book *book, const kp_method_column *const *columns,
                        size_t count) {
  kp_index *index = find(book, columns, count);
  if (index != NULL)
    return index;
  kp_index **larger = realloc(book->indexes, (book->index_count + 1) * sizeof(void *));
  if (larger == NULL) {
    book->failed = true;
    return NULL;
  }
  book->indexes = larger;
  index = kp_book_get(book, 1, sizeof *index);
  if (index == NULL)
    return NULL;
  memcpy(index->columns, columns, count * sizeof(void *));
  index->count = count;
  if (!fill(book, index)) {
    kp_index_free(index);
    book->failed = true;
    return NULL;
  }
  book->indexes[book->index_count++] = index;
  return index;
}

void kp_matches_begin(kp_matches *matches, kp_method_book *book,
                      const kp_method_column *const *columns, const kp_method_cell *key,
                      size_t count) {
  *matches = (kp_matches){.book = book, .at = KP_NO_ROW};
  if (!any_filled(key, count))
    return;
  matches->index = kp_book_index(book, columns, count);
  memcpy(matches->key, key, count * sizeof *key);
  if (matches->index == NULL)
    return;
  matches->at = matches->index->heads[hash_key(key, count) & matches->index->mask];
  matches->entry_left = book->entry != NULL && book->entry->table == columns[0]->table;
}

bool kp_matches_next(kp_matches *matches, size_t *row) {
  kp_method_cell key[KP_INDEX_COLUMNS];
  kp_method_book *book = matches->book;
  kp_index *index = matches->index;
  while (matches->at != KP_NO_ROW) {
    *row = matches->at;
    matches->at = index->next[*row];
    if (kp_book_is_entry(book, index->columns[0]->table, *row))
      continue;
    read_key(book, index, *row, key);
    if (same_key(key, matches->key, index->count))
      return true;
  }
  if (!matches->entry_left)
    return false;
  matches->entry_left = false;
  *row = book->entry->row;
  read_key(book, index, *row, key);
  return same_key(key, matches->key, index->count);
}

bool kp_method_book_find(kp_method_book *book, const kp_method_table *table, const char *id,
                         size_t *row) {
  if (table->id == NULL)
    return false;
  kp_matches matches;
  kp_method_cell key = {KP_METHOD_WORDS, id, 0};
  kp_matches_begin(&matches, book, &table->id, &key, 1);
  return kp_matches_next(&matches, row);
}
