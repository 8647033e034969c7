/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fields of a form hold: from the row, an offer, the method, or a draft. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A field that was emptied: a draft without text would be forgotten. */
static const char emptied[] = " ";

bool kp_form_keep(char **slot, const char *text) {
  char *copy = strdup(text);
  if (copy == NULL)
    return false;
  free(*slot);
  *slot = copy;
  return true;
}

const char *kp_form_draft_key(const kp_form_field *field) {
  return field->column != NULL ? field->column->key : "_note";
}

static char *draft_key(const kp_form *form, const kp_form_field *field) {
  const char *key = kp_form_draft_key(field);
  size_t size = strlen(form->draft) + strlen(key) + 1;
  char *made = malloc(size);
  if (made != NULL)
    snprintf(made, size, "%s%s", form->draft, key);
  return made;
}

/* --------------------------------------------------------------------------------------- values */

static kp_form_kind kind_of(const kp_method_column *column) {
  switch (column->kind) {
  case KP_METHOD_LONGTEXT:
    return KP_FORM_LINES;
  case KP_METHOD_LIST:
    return column->list != NULL && column->list->open ? KP_FORM_WORD : KP_FORM_CHOICE;
  case KP_METHOD_YESNO:
    return KP_FORM_CHOICE;
  case KP_METHOD_PERSON:
    return KP_FORM_PERSON;
  case KP_METHOD_DATE:
    return KP_FORM_DATE;
  case KP_METHOD_LINK:
    return KP_FORM_LINK;
  case KP_METHOD_ID:
  case KP_METHOD_FORMULA:
    return KP_FORM_SHOWN;
  default:
    return KP_FORM_LINE;
  }
}

/* A word of a closed list as its key; everything else as it is. Takes the text over. */
static char *as_value(const kp_method_column *column, char *text) {
  if (text == NULL || column->list == NULL || column->list->open)
    return text;
  const kp_method_item *item = kp_method_item_of(column->list, text);
  if (item == NULL)
    item = kp_method_find_item(column->list, text);
  if (item != NULL)
    kp_form_keep(&text, item->key);
  return text;
}

bool kp_form_row(const kp_form *form, size_t *row) {
  return form->id[0] != '\0' && kp_desk_find(form->desk, form->table, form->id, row);
}

char *kp_form_now(const kp_form *form, const kp_method_column *column) {
  size_t row = 0;
  if (column == NULL || !kp_form_row(form, &row))
    return strdup("");
  return as_value(column, kp_desk_cell(form->desk, column, row));
}

char *kp_form_offered(const kp_form *form, const kp_method_column *column, const char *text) {
  const kp_method_rows *rows = kp_desk_rows(form->desk);
  char *me = column->kind == KP_METHOD_PERSON ? kp_desk_me(form->desk) : NULL;
  char *listed = me != NULL ? kp_form_listed(form, column, me) : NULL;
  char *made = kp_method_preset_text(
      column, text, listed, rows != NULL ? rows->language : form->language, kp_workbook_today());
  free(listed);
  free(me);
  return as_value(column, made);
}

static char *begin_with(const kp_form *form, const kp_form_subject *subject,
                        const kp_form_field *field) {
  const kp_method_column *column = field->column;
  if (field->origin[0] != '\0' || field->kind == KP_FORM_SHOWN)
    return strdup(field->origin);
  for (size_t i = 0; i < subject->offered_count; i++)
    if (strcmp(subject->offered[i].key, column->key) == 0)
      return kp_form_offered(form, column, subject->offered[i].text);
  if (form->id[0] == '\0' && column->initial != NULL)
    return kp_form_offered(form, column, column->initial);
  return strdup("");
}

static bool fill_field(kp_form *form, const kp_form_subject *subject, kp_form_field *field) {
  char *key = draft_key(form, field);
  const char *draft = key != NULL ? kp_desk_draft(form->desk, key) : NULL;
  if (draft != NULL && strcmp(draft, emptied) == 0)
    draft = "";
  field->origin = field->column != NULL ? kp_form_now(form, field->column) : strdup("");
  if (field->origin != NULL)
    field->base = field->column != NULL ? begin_with(form, subject, field) : strdup(field->origin);
  if (field->base != NULL) {
    bool typed = draft != NULL && field->kind != KP_FORM_SHOWN;
    field->value = strdup(typed ? draft : field->base);
    field->typed = strdup(field->value != NULL ? field->value : "");
  }
  free(key);
  return field->value != NULL && field->typed != NULL;
}

static bool is_given(const kp_form *form, const kp_method_column *column) {
  for (size_t i = 0; i < form->given_count; i++)
    if (form->given[i].column == column)
      return true;
  return false;
}

/* Whether a field stands on the first page, whatever the rules ask: the step asks for it, or it is
 * one of the first. */
static bool is_first(const kp_form_subject *subject, const kp_method_column *column, size_t place) {
  enum { ALWAYS_FIRST = 3 };
  if (subject->only != NULL)
    return column == subject->only;
  for (size_t i = 0; i < subject->first_count; i++)
    if (subject->first[i] == column)
      return true;
  return place < ALWAYS_FIRST;
}

bool kp_form_fill(kp_form *form, const kp_form_subject *subject) {
  bool good = true;
  size_t asked = 0;
  form->fields = calloc(subject->count + 1, sizeof *form->fields);
  if (form->fields == NULL)
    return false;
  form->noted = subject->note;
  form->own_reason = subject->note && kp_form_has_reason(subject);
  bool apart = form->noted && !form->own_reason;
  for (size_t i = 0; good && i < subject->count + (apart ? 1 : 0); i++) {
    const kp_method_column *column = i < subject->count ? subject->columns[i] : NULL;
    if (column != NULL && is_given(form, column))
      continue;
    kp_form_field *field = &form->fields[form->count++];
    *field = (kp_form_field){.column = column,
                             .kind = column != NULL ? kind_of(column) : KP_FORM_REASON,
                             .label = KP_BOARD_NONE,
                             .field = KP_BOARD_NONE,
                             .menu = KP_BOARD_NONE,
                             .note = KP_BOARD_NONE,
                             .stripe = KP_BOARD_NONE,
                             .away = column == NULL,
                             .needed = column != NULL && column->required};
    good = fill_field(form, subject, field);
    if (good && column != NULL) {
      bool first = is_first(subject, column, asked);
      asked += field->kind != KP_FORM_SHOWN ? 1 : 0;
      field->extra = !subject->all && (!field->needed || subject->only != NULL) && !first;
    }
  }
  return good;
}

bool kp_form_same(const kp_method_column *column, const char *one, const char *other) {
  kp_date left;
  kp_date right;
  if (strcmp(one, other) == 0)
    return true;
  if (column != NULL && column->kind == KP_METHOD_DATE) {
    kp_date today = kp_workbook_today();
    if (kp_date_parse(one, today, &left) == KP_DATE_GOOD &&
        kp_date_parse(other, today, &right) == KP_DATE_GOOD)
      return kp_date_serial(left) == kp_date_serial(right);
  }
  char *clean = kp_text_clean(one);
  char *same = kp_text_clean(other);
  bool equal = clean != NULL && same != NULL && strcmp(clean, same) == 0;
  free(same);
  free(clean);
  return equal;
}

void kp_form_take(kp_form *form, kp_form_field *field, const char *value) {
  char *key = draft_key(form, field);
  kp_form_keep(&field->value, value);
  if (key != NULL) {
    bool begun = strcmp(field->value, field->base) == 0;
    kp_desk_set_draft(form->desk, key,
                      begun                     ? NULL
                      : field->value[0] != '\0' ? field->value
                                                : emptied);
  }
  free(key);
}

/* ---------------------------------------------------------------------------- what rules say of it
 */

kp_method_cell kp_form_cell(const kp_form *form, const kp_method_column *column,
                            const char *value) {
  const kp_method_rows *rows = kp_desk_rows(form->desk);
  return kp_method_cell_given(column, value, rows != NULL ? rows->language : form->language,
                              kp_workbook_today());
}

kp_method_value *kp_form_cells(const kp_form *form, size_t *count) {
  kp_method_value *cells = calloc(form->count + form->given_count + 1, sizeof *cells);
  *count = 0;
  for (size_t i = 0; cells != NULL && i < form->given_count; i++) {
    const kp_method_column *column = form->given[i].column;
    if (column != NULL)
      cells[(*count)++] =
          (kp_method_value){column, kp_form_cell(form, column, form->given[i].text)};
  }
  for (size_t i = 0; cells != NULL && i < form->count; i++) {
    const kp_form_field *field = &form->fields[i];
    if (field->column != NULL && field->kind != KP_FORM_SHOWN)
      cells[(*count)++] =
          (kp_method_value){field->column, kp_form_cell(form, field->column, field->value)};
  }
  return cells;
}

kp_method_entry kp_form_entry(const kp_form *form, const kp_method_value *cells, size_t count) {
  size_t row = 0;
  return (kp_method_entry){.table = form->table,
                           .row = kp_form_row(form, &row) ? row : KP_METHOD_NEW_ROW,
                           .values = cells,
                           .count = count,
                           .note = kp_form_note(form)};
}

void kp_form_refresh_needed(kp_form *form) {
  kp_method_book *book = kp_desk_book(form->desk);
  size_t count = 0;
  kp_method_value *cells = book != NULL ? kp_form_cells(form, &count) : NULL;
  if (cells == NULL)
    return;
  kp_method_entry entry = kp_form_entry(form, cells, count);
  kp_form_hold(form, true);
  for (size_t i = 0; i < form->count; i++) {
    kp_form_field *field = &form->fields[i];
    if (field->column == NULL || field->kind == KP_FORM_SHOWN)
      continue;
    bool needed = kp_method_required(book, &entry, field->column) ||
                  (form->wanted && field == kp_form_reason(form));
    if (needed != field->needed) {
      field->needed = needed;
      kp_form_show_label(form, field);
    }
    if (needed && field->extra && form->question == NULL) {
      field->extra = false;
      form->stale = !form->open;
    }
  }
  kp_form_hold(form, false);
  free(cells);
}

bool kp_form_refuses(const kp_form *form, const kp_form_field *field, const char *text) {
  kp_method_book *book = kp_desk_book(form->desk);
  kp_method_findings findings = {NULL, 0, 0};
  size_t count = 0;
  bool refused = false;
  kp_method_value *cells = book != NULL ? kp_form_cells(form, &count) : NULL;
  if (cells == NULL)
    return false;
  for (size_t i = 0; i < count; i++)
    if (cells[i].column == field->column)
      cells[i].cell = kp_method_cell_typed(field->column, text, kp_workbook_today());
  kp_method_entry entry = kp_form_entry(form, cells, count);
  if (kp_method_check_entry(book, &entry, form->language, &findings))
    for (size_t i = 0; i < findings.count; i++)
      refused = refused || (findings.list[i].severity == KP_METHOD_REFUSE &&
                            findings.list[i].column == field->column);
  kp_method_findings_clear(&findings);
  free(cells);
  return refused;
}
