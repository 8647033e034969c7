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
  if (left->item.severity != right->item.severity)
    return left->item.severity > right->item.severity ? -1 : 1;
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

size_t kp_checked_count(const kp_check *check, kp_method_severity severity) {
  size_t count = 0;
  for (size_t i = 0; i < check->count; i++)
    count += check->items[i].severity == severity ? 1 : 0;
  return count;
}

size_t kp_checked_listed(const kp_check *check, bool tips) {
  return tips ? check->count : check->count - kp_checked_count(check, KP_METHOD_TIP);
}

int kp_checked_step(int at, int by, size_t listed) {
  int last = (int)listed - 1;
  int next = at >= 0 ? at + by : by > 0 ? 0 : last;
  return next > last ? last : next < 0 && last >= 0 ? 0 : next;
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

void kp_checked_rows(const kp_method *method, const kp_method_rows *rows, size_t *sheets,
                     size_t *sum) {
  *sheets = *sum = 0;
  for (size_t i = 0; i < method->table_count; i++) {
    const kp_method_table *table = method->tables[i];
    size_t count = rows->count(rows->data, table);
    if (count == KP_METHOD_NO_TABLE)
      continue;
    (*sheets)++;
    /* Lists and the log are no rows that people mean. */
    for (size_t row = 0; table->id != NULL && row < count; row++)
      *sum += holds_something(rows, table, row) ? 1 : 0;
  }
}

const char *kp_checked_title(const kp_method *method, const kp_method_rows *rows,
                             const kp_check_item *item) {
  const kp_method_table *table = kp_method_find_table(method, item->table);
  if (table == NULL || table->id == NULL || table->title == NULL || item->id[0] == '\0')
    return NULL;
  size_t count = rows->count(rows->data, table);
  for (size_t row = 0; count != KP_METHOD_NO_TABLE && row < count; row++) {
    kp_method_cell id = rows->cell(rows->data, table->id, row);
    if (id.kind != KP_METHOD_WORDS || strcmp(id.text, item->id) != 0)
      continue;
    kp_method_cell title = rows->cell(rows->data, table->title, row);
    return title.kind == KP_METHOD_WORDS ? title.text : NULL;
  }
  return NULL;
}

/* --------------------------------------------------------------------------------------- words */

static char *counted(size_t count, kp_text one, kp_text several, kp_language language) {
  return count == 0 ? kp_text_copy("") : kp_text_number_of(one, several, count, language);
}

/* Frees the parts. */
static char *join(char *left, char *right, const char *between) {
  const char *parts[] = {left, right};
  char *text = left != NULL && right != NULL ? kp_text_join(parts, 2, between) : NULL;
  free(right);
  free(left);
  return text;
}

char *kp_checked_summary(const kp_check *check, size_t rows, kp_language language) {
  size_t errors = kp_checked_count(check, KP_METHOD_REFUSE);
  size_t warnings = kp_checked_count(check, KP_METHOD_WARN);
  if (errors + warnings == 0)
    return kp_text_number_of(KP_TEXT_CHECKED_ONE_CLEAN, KP_TEXT_CHECKED_CLEAN, rows, language);
  return join(counted(errors, KP_TEXT_CHECKED_ONE_MISTAKE, KP_TEXT_CHECKED_MISTAKES, language),
              counted(warnings, KP_TEXT_CHECKED_ONE_WARNING, KP_TEXT_CHECKED_WARNINGS, language),
              " · ");
}

char *kp_checked_seen(const kp_check *check, const char *time, size_t sheets, size_t rows,
                      kp_language language) {
  char *seen =
      join(kp_text_number_of(KP_TEXT_CHECKED_ONE_SHEET, KP_TEXT_CHECKED_SHEETS, sheets, language),
           kp_text_number_of(KP_TEXT_CHECKED_ONE_ROW, KP_TEXT_CHECKED_ROWS, rows, language), ", ");
  return join(join(kp_text_copy(time), seen, " · "),
              counted(check->left, KP_TEXT_CHECKED_ONE_LEFT, KP_TEXT_CHECKED_LEFT, language),
              " · ");
}

/* The column is narrow: the name of the sheet gives way, never the cell. */
char *kp_checked_where(const kp_check_item *item) {
  enum { MOST = 10, LEAST = 4 };
  size_t cell = kp_text_length(item->cell);
  size_t blank = cell > 0 ? 1 : 0;
  size_t room = cell + blank + LEAST < MOST ? MOST - cell - blank : LEAST;
  char *sheet = kp_text_length(item->sheet) > room ? kp_text_cut(item->sheet, room - 1)
                                                   : kp_text_copy(item->sheet);
  const char *parts[] = {sheet, item->cell};
  char *text = sheet != NULL ? kp_text_join(parts, 2, " ") : NULL;
  free(sheet);
  return text;
}

char *kp_checked_place(const kp_check_item *item, const char *title, kp_language language) {
  static const kp_text kinds[] = {[KP_METHOD_TIP] = KP_TEXT_CHECKED_TIP,
                                  [KP_METHOD_WARN] = KP_TEXT_CHECKED_WARNING,
                                  [KP_METHOD_REFUSE] = KP_TEXT_CHECKED_MISTAKE};
  const char *cell[] = {item->sheet, item->cell};
  char *place = kp_text_join(cell, 2, ", ");
  const char *parts[] = {kp_text_get(kinds[item->severity], language), place,
                         title != NULL ? title : item->id};
  char *text = place != NULL ? kp_text_join(parts, 3, " · ") : NULL;
  free(place);
  return text;
}
