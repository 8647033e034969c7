/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reason of a change: asked when the rules want one, and only once. */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

/* A table may have a column of its own for the reason (why it is parked): what people write there
 * is the reason of the change, too. */
bool kp_form_has_reason(const kp_form_subject *subject) {
  const kp_method_column *reason_column = kp_method_role_column(subject->table, KP_ROLE_REASON);
  bool status = false;
  bool reason = false;
  for (size_t i = 0; i < subject->given_count; i++)
    if (reason_column != NULL && strcmp(subject->given[i].key, reason_column->key) == 0)
      return false;
  for (size_t i = 0; i < subject->count; i++) {
    const kp_method_column *column = subject->columns[i];
    status = status || (column->list != NULL && column->list->statuses);
    reason = reason || column == reason_column;
  }
  return status && reason;
}

kp_form_field *kp_form_reason(const kp_form *form) {
  for (size_t i = 0; form->noted && i < form->count; i++) {
    kp_form_field *field = &form->fields[i];
    if (field->kind == KP_FORM_REASON ||
        (form->own_reason && field->column->role == KP_ROLE_REASON))
      return field;
  }
  return NULL;
}

const char *kp_form_note(const kp_form *form) {
  const kp_form_field *field = kp_form_reason(form);
  if (field == NULL || field->value[0] == '\0')
    return NULL;
  /* What stood there was said of an earlier change. */
  return field->column != NULL && kp_form_same(field->column, field->value, field->origin)
             ? NULL
             : field->value;
}

const char *kp_form_wants_note(const kp_form *form) {
  kp_method_book *book = form->noted ? kp_desk_book(form->desk) : NULL;
  size_t count = 0;
  size_t row = 0;
  kp_method_value *cells = book != NULL ? kp_form_cells(form, &count) : NULL;
  const char *rule = NULL;
  if (cells != NULL && kp_form_row(form, &row)) {
    const kp_method_entry entry = kp_form_entry(form, cells, count);
    rule = kp_method_wants_note(book, &entry);
  }
  free(cells);
  return rule;
}

void kp_form_settled(kp_form *form) {
  kp_form_field *field = kp_form_reason(form);
  kp_form_hold(form, true);
  form->wanted = kp_form_wants_note(form) != NULL;
  if (field != NULL && field->kind == KP_FORM_REASON) {
    bool away = !form->wanted && field->value[0] == '\0';
    if (field->needed != form->wanted) {
      field->needed = form->wanted;
      kp_form_show_label(form, field);
    }
    if (field->away != away) {
      field->away = away;
      kp_form_show_away(form);
    }
  }
  kp_form_refresh_needed(form);
  kp_form_hold(form, false);
}
