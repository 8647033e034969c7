/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the owner of a form asks of it around a save. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool kp_form_wants_save(kp_form *form) {
  bool saves = form->saves;
  form->saves = false;
  return saves;
}

void kp_form_keep_marks(const kp_form *form, kp_form_result *result) {
  size_t kept = 0;
  for (size_t i = 0; i < result->mark_count; i++) {
    bool marked = false;
    for (size_t k = 0; k < form->count; k++) {
      const kp_form_field *field = &form->fields[k];
      const char *key = field->column != NULL ? field->column->key : "";
      /* Those of the other page still stand. */
      marked =
          marked || (strcmp(key, result->marks[i].key) == 0 && (field->marked || !field->seen));
    }
    if (marked) {
      result->marks[kept++] = result->marks[i];
    } else {
      free(result->marks[i].key);
      free(result->marks[i].text);
    }
  }
  result->mark_count = kept;
}

/* A value as people read it; malloc'ed. */
static char *said(const kp_form *form, const kp_form_field *field, const char *value) {
  const kp_method_item *item =
      field->column->list != NULL ? kp_method_find_item(field->column->list, value) : NULL;
  return strdup(item != NULL ? item->name.in[form->language] : value);
}

char *kp_form_change(const kp_form *form) {
  enum { LONG = 24 };
  for (size_t i = 0; form->id[0] != '\0' && i < form->count; i++) {
    const kp_form_field *field = &form->fields[i];
    if (field->column == NULL || field->kind == KP_FORM_SHOWN || field->kind == KP_FORM_LINK ||
        kp_form_same(field->column, field->value, field->base))
      continue;
    char *before = said(form, field, field->base);
    char *now = said(form, field, field->value);
    char *from = before != NULL ? kp_text_cut(before, LONG) : NULL;
    char *to = now != NULL ? kp_text_cut(now, LONG) : NULL;
    char *change = NULL;
    if (from != NULL && to != NULL && kp_text_add(&change, "", kp_form_name(form, field)) &&
        kp_text_add(&change, ": ", from[0] != '\0' ? from : "–") &&
        kp_text_add(&change, " → ", to[0] != '\0' ? to : "–"))
      kp_text_add(&change, "", ".");
    free(to);
    free(from);
    free(now);
    free(before);
    return change;
  }
  return NULL;
}
