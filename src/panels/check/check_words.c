/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the panel Check sorts and words what the check found. */
#include "check.h"

#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------------------------- sorting */

typedef struct sorted {
  kp_check_item item;
  size_t table; /* place of its sheet; what concerns the workbook comes first */
  long row;     /* 0 for a whole sheet */
  long column;
  size_t before; /* its place until now */
} sorted;

/* Column and row of "C12", from 1; 0 and 0 for no cell. */
static void parse_cell(const char *cell, long *column, long *row) {
  *column = *row = 0;
  while (*cell >= 'A' && *cell <= 'Z' && *column < 100000)
    *column = *column * 26 + (*cell++ - 'A' + 1);
  if (*cell >= '0' && *cell <= '9')
    *row = strtol(cell, NULL, 10);
}

static int compare(const void *one, const void *other) {
  const sorted *left = one;
  const sorted *right = other;
  if (left->item.mistake != right->item.mistake)
    return left->item.mistake ? -1 : 1;
  if (left->table != right->table)
    return left->table < right->table ? -1 : 1;
  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  if (left->column != right->column)
    return left->column < right->column ? -1 : 1;
  return left->before < right->before ? -1 : left->before > right->before;
}

bool kp_checked_sort(const kp_method *method, kp_check *check) {
  sorted *list = calloc(check->count + 1, sizeof *list);
  if (list == NULL)
    return false;
  for (size_t i = 0; i < check->count; i++) {
    const kp_method_table *table = kp_method_find_table(method, check->items[i].table);
    list[i] = (sorted){
        .item = check->items[i], .table = table != NULL ? table->index + 1 : 0, .before = i};
    parse_cell(check->items[i].cell, &list[i].column, &list[i].row);
  }
  if (check->count > 1)
    qsort(list, check->count, sizeof *list, compare);
  for (size_t i = 0; i < check->count; i++)
    check->items[i] = list[i].item;
  free(list);
  return true;
}

/* ------------------------------------------------------------------------------------ counting */

size_t kp_checked_mistakes(const kp_check *check) {
  size_t count = 0;
  for (size_t i = 0; i < check->count; i++)
    count += check->items[i].mistake ? 1 : 0;
  return count;
}

static bool holds_something(const kp_method_rows *rows, const kp_method_table *table, size_t row) {
  enum { COLUMNS = 2 };
  const kp_method_column *columns[COLUMNS] = {table->id, table->title};
  for (size_t i = 0; i < COLUMNS; i++) {
    if (columns[i] == NULL)
      continue;
    kp_method_cell cell = rows->cell(rows->data, columns[i], row);
    if (cell.kind == KP_METHOD_WORDS || cell.kind == KP_METHOD_VALUE)
      return true;
  }
  return false;
}

size_t kp_checked_rows(const kp_method *method, const kp_method_rows *rows) {
  size_t sum = 0;
  for (size_t i = 0; i < method->table_count; i++) {
    const kp_method_table *table = method->tables[i];
    size_t count = rows->count(rows->data, table);
    /* Lists and the log are no rows that people mean. */
    for (size_t row = 0; table->id != NULL && count != KP_METHOD_NO_TABLE && row < count; row++)
      sum += holds_something(rows, table, row) ? 1 : 0;
  }
  return sum;
}

/* --------------------------------------------------------------------------------------- words */

static char *counted(size_t count, kp_text one, kp_text several, kp_language language) {
  if (count == 0)
    return kp_text_fill(KP_TEXT_NONE, language, NULL, NULL);
  return kp_text_counted(count == 1 ? one : several, count, language);
}

char *kp_checked_summary(const kp_check *check, size_t rows, kp_language language) {
  size_t mistakes = kp_checked_mistakes(check);
  if (check->count == 0)
    return kp_text_counted(rows == 1 ? KP_TEXT_CHECKED_ONE_CLEAN : KP_TEXT_CHECKED_CLEAN, rows,
                           language);
  char *left = counted(mistakes, KP_TEXT_CHECKED_ONE_MISTAKE, KP_TEXT_CHECKED_MISTAKES, language);
  char *right = counted(check->count - mistakes, KP_TEXT_CHECKED_ONE_WARNING,
                        KP_TEXT_CHECKED_WARNINGS, language);
  const char *parts[] = {left, right};
  char *summary = left != NULL && right != NULL ? kp_text_join(parts, 2, ", ") : NULL;
  free(right);
  free(left);
  return summary;
}

static char *where(const kp_check_item *item) {
  const char *parts[] = {item->sheet, item->cell};
  return kp_text_join(parts, 2, " ");
}

char *kp_checked_line(const kp_check_item *item) {
  char *place = where(item);
  const char *parts[] = {place, item->message};
  char *line = place != NULL ? kp_text_join(parts, 2, ": ") : NULL;
  free(place);
  return line;
}

char *kp_checked_detail(const kp_check_item *item, kp_language language) {
  const char *kind =
      kp_text_get(item->mistake ? KP_TEXT_CHECKED_MISTAKE : KP_TEXT_CHECKED_WARNING, language);
  char *place = where(item);
  const char *tail[] = {kind, place, item->id};
  char *line = place != NULL ? kp_text_join(tail, 3, " · ") : NULL;
  const char *parts[] = {item->message, line};
  char *detail = line != NULL ? kp_text_join(parts, 2, "\n") : NULL;
  free(line);
  free(place);
  return detail;
}
