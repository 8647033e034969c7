/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows and values as texts. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *kp_follow_copy(const char *text) {
  return strdup(text != NULL ? text : "");
}

/* A "~" would become a mnemonic, a line break would make a button two lines high. */
char *kp_follow_cut(const char *text, size_t most) {
  size_t length = strlen(text);
  char *cut = malloc(length + 4);
  size_t used = 0;
  size_t characters = 0;
  if (cut == NULL)
    return NULL;
  for (size_t i = 0; i < length; i++) {
    bool begins = ((unsigned char)text[i] & 0xC0U) != 0x80U;
    if (begins && characters++ == most) {
      used += (size_t)snprintf(cut + used, 4, "…");
      break;
    }
    if (text[i] != '~') {
      cut[used] = text[i];
      if ((unsigned char)text[i] < ' ')
        cut[used] = ' ';
      used++;
    }
  }
  cut[used] = '\0';
  return cut;
}

bool kp_follow_add(char **text, const char *between, const char *more) {
  size_t length = *text != NULL ? strlen(*text) : 0;
  size_t size = length + strlen(between) + strlen(more) + 1;
  char *longer = realloc(*text, size);
  if (longer == NULL)
    return false;
  snprintf(longer + length, size - length, "%s%s", length > 0 ? between : "", more);
  *text = longer;
  return true;
}

static char *date_text(double number) {
  kp_date date;
  char text[32];
  if (number < 0 || number > 3000000 || !kp_date_from_serial((int32_t)number, &date))
    return kp_follow_copy("");
  snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
  return kp_follow_copy(text);
}

char *kp_follow_text(const kp_follow_input *in, const kp_method_column *column, size_t row) {
  char text[40];
  if (row == KP_METHOD_NEW_ROW)
    return kp_follow_copy("");
  kp_method_cell cell = in->rows->cell(in->rows->data, column, row);
  if (cell.kind == KP_METHOD_WORDS)
    return kp_follow_copy(cell.text);
  if (cell.kind != KP_METHOD_VALUE)
    return kp_follow_copy("");
  if (column->result == KP_METHOD_DATE)
    return date_text(cell.number);
  snprintf(text, sizeof text, "%.15g", cell.number);
  return kp_follow_copy(text);
}

bool kp_follow_says(const kp_follow_input *in, const kp_method_column *column, size_t row,
                    const char *text) {
  char *own = kp_follow_text(in, column, row);
  bool same = own != NULL && strcmp(own, text) == 0;
  if (own != NULL && !same && column->list != NULL) {
    const kp_method_item *item = kp_method_item_of(column->list, own);
    const kp_method_item *wanted = kp_method_find_item(column->list, text);
    if (wanted == NULL)
      wanted = kp_method_item_of(column->list, text);
    same = item != NULL && item == wanted;
  }
  free(own);
  return same;
}

char *kp_follow_title(const kp_follow_input *in, const kp_method_table *table, size_t row) {
  char *text = table->title != NULL ? kp_follow_text(in, table->title, row) : NULL;
  if ((text == NULL || text[0] == '\0') && table->id != NULL) {
    free(text);
    text = kp_follow_text(in, table->id, row);
  }
  char *cut = text != NULL ? kp_follow_cut(text, KP_FOLLOW_TITLE) : NULL;
  free(text);
  return cut;
}

size_t kp_follow_count(const kp_follow_input *in, const kp_method_table *table) {
  size_t count = in->rows->count(in->rows->data, table);
  return count == KP_METHOD_NO_TABLE ? 0 : count;
}

/* "today" and "today+14". */
static char *day_text(const kp_follow_input *in, const char *value) {
  static const char today[] = "today";
  size_t length = sizeof today - 1;
  if (strncmp(value, today, length) != 0)
    return kp_follow_copy(value);
  return date_text((double)kp_date_serial(in->today) + strtod(value + length, NULL));
}

char *kp_follow_value_text(const kp_follow_input *in, const kp_method_column *column,
                           const char *value) {
  const kp_method_item *item =
      column->list != NULL ? kp_method_find_item(column->list, value) : NULL;
  if (item != NULL)
    return kp_follow_copy(item->name.in[in->rows->language]);
  if (column->kind == KP_METHOD_DATE)
    return day_text(in, value);
  if (column->kind == KP_METHOD_PERSON && strcmp(value, "me") == 0)
    return kp_follow_copy(in->me);
  return kp_follow_copy(value);
}
