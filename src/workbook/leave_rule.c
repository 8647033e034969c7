/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is left and for how long: decisions without a document. */
#include "leave.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* FNV-1a: a change is seen, nobody is kept from making one on purpose. */
static const uint64_t START = 14695981039346656037U;

static uint64_t mix(uint64_t hash, const void *bytes, size_t size) {
  const unsigned char *at = bytes;
  for (size_t i = 0; i < size; i++)
    hash = (hash ^ at[i]) * 1099511628211U;
  return hash;
}

static void print_mark(uint64_t hash, char mark[KP_LEAVE_MARK_SIZE]) {
  snprintf(mark, KP_LEAVE_MARK_SIZE, "%016llx", (unsigned long long)hash);
}

void kp_leave_mark_text(const char *text, char mark[KP_LEAVE_MARK_SIZE]) {
  print_mark(mix(START, text != NULL ? text : "", text != NULL ? strlen(text) : 0), mark);
}

void kp_leave_mark_row(const kp_method_rows *rows, const kp_method_table *table, size_t row,
                       char mark[KP_LEAVE_MARK_SIZE]) {
  uint64_t hash = START;
  for (size_t i = 0; i < table->count; i++) {
    const kp_method_column *column = table->columns[i];
    if (column->kind == KP_METHOD_FORMULA || column->role == KP_ROLE_CHANGED_BY ||
        column->role == KP_ROLE_CHANGED_ON)
      continue;
    kp_method_cell cell = rows->cell(rows->data, column, row);
    char number[32] = "";
    if (cell.kind == KP_METHOD_VALUE)
      snprintf(number, sizeof number, "%.15g", cell.number);
    const char *text = cell.kind == KP_METHOD_WORDS ? cell.text : number;
    /* By key, so that a column of a later version that is still empty changes nothing. */
    if (text[0] == '\0')
      continue;
    hash = mix(hash, column->key, strlen(column->key) + 1);
    hash = mix(hash, text, strlen(text) + 1);
  }
  print_mark(hash, mark);
}

bool kp_workbook_can_leave(const kp_check_item *item) {
  return item->severity != KP_METHOD_REFUSE && item->rule != NULL && item->rule[0] != '\0';
}

bool kp_leave_key(const kp_check_item *item, kp_leave how, char key[KP_LEAVE_KEY_SIZE]) {
  if (!kp_workbook_can_leave(item))
    return false;
  char mark[KP_LEAVE_MARK_SIZE];
  kp_leave_mark_text(item->message, mark);
  int length = how == KP_LEAVE_RULE
                   ? snprintf(key, KP_LEAVE_KEY_SIZE, "%s", item->rule)
                   : snprintf(key, KP_LEAVE_KEY_SIZE, "%s/%s/%s/%s", item->rule, item->table,
                              item->id[0] != '\0' ? item->id : mark, item->column);
  return length > 0 && length < KP_LEAVE_KEY_SIZE;
}

void kp_leave_value(kp_leave how, const char *mark, kp_date today,
                    char value[KP_LEAVE_VALUE_SIZE]) {
  char day[KP_DATE_ISO_SIZE];
  kp_date until = today;
  switch (how) {
  case KP_LEAVE_DAYS:
    kp_date_from_serial(kp_date_serial(today) + KP_LEAVE_FOR, &until);
    kp_date_iso(until, day);
    snprintf(value, KP_LEAVE_VALUE_SIZE, "until %s", day);
    return;
  case KP_LEAVE_CHANGED:
    snprintf(value, KP_LEAVE_VALUE_SIZE, "changed %.16s", mark);
    return;
  default:
    snprintf(value, KP_LEAVE_VALUE_SIZE, "never");
    return;
  }
}

bool kp_leave_holds(const char *value, const char *mark, kp_date today) {
  static const char changed[] = "changed ";
  static const char until[] = "until ";
  char day[KP_DATE_ISO_SIZE];
  if (strncmp(value, changed, sizeof changed - 1) == 0)
    return strcmp(value + sizeof changed - 1, mark) == 0;
  kp_date_iso(today, day); /* ISO dates sort as they are */
  if (strncmp(value, until, sizeof until - 1) == 0)
    return strcmp(day, value + sizeof until - 1) < 0;
  return strcmp(value, "never") == 0;
}

static void free_item(kp_check_item *item) {
  char *texts[] = {item->sheet,  item->cell,    item->table, item->id,
                   item->column, item->message, item->rule,  item->mark};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    free(texts[i]);
}

static bool is_left(const kp_registry *registry, const kp_check_item *item, kp_date today) {
  for (kp_leave how = KP_LEAVE_CHANGED; how <= KP_LEAVE_RULE; how++) {
    char key[KP_LEAVE_KEY_SIZE];
    const char *value =
        kp_leave_key(item, how, key) ? kp_registry_get(registry, KP_REGISTRY_LEAVE, key) : NULL;
    if (value != NULL && kp_leave_holds(value, item->mark, today))
      return true;
  }
  return false;
}

void kp_leave_out(const kp_registry *registry, kp_check *check) {
  kp_date today = kp_workbook_today();
  size_t kept = 0;
  for (size_t i = 0; i < check->count; i++) {
    if (is_left(registry, &check->items[i], today)) {
      free_item(&check->items[i]);
      check->left++;
    } else {
      check->items[kept++] = check->items[i];
    }
  }
  check->count = kept;
}
