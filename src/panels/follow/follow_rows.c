/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows and values as texts. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *kp_follow_text(const kp_follow_input *in, const kp_method_column *column, size_t row) {
  return row == KP_METHOD_NEW_ROW
             ? kp_text_copy("")
             : kp_method_cell_text(column, in->rows->cell(in->rows->data, column, row));
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
  char *cut = text != NULL ? kp_text_cut(text, KP_FOLLOW_TITLE) : NULL;
  free(text);
  return cut;
}

size_t kp_follow_count(const kp_follow_input *in, const kp_method_table *table) {
  size_t count = in->rows->count(in->rows->data, table);
  return count == KP_METHOD_NO_TABLE ? 0 : count;
}

char *kp_follow_value_text(const kp_follow_input *in, const kp_method_column *column,
                           const char *value) {
  return kp_method_preset_text(column, value, in->me, in->rows->language, in->today);
}
