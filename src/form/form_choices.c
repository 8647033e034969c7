/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing: words of a list, rows of another table. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ROWS = 40, TITLE = 60 };

/* ----------------------------------------------------------------------------------------- menus
 */

static bool grow(kp_form_rows *rows) {
  if (rows->count < rows->room)
    return true;
  size_t room = 2 * rows->room + 16;
  void *list = realloc(rows->list, room * sizeof *rows->list);
  if (list == NULL)
    return false;
  rows->list = list;
  void *own = realloc(rows->own, room * sizeof *rows->own);
  if (own == NULL)
    return false;
  rows->own = own;
  memset(rows->own + rows->count, 0, (room - rows->count) * sizeof *rows->own);
  rows->room = room;
  return true;
}

kp_board_row *kp_form_rows_add(kp_form_rows *rows, const kp_form_field *field, const char *text,
                               const char *value) {
  char *shown = grow(rows) ? kp_form_plain(text, TITLE) : NULL;
  char *copy = shown != NULL && value != NULL ? strdup(value) : NULL;
  if (shown == NULL || (copy == NULL && value != NULL)) {
    free(shown);
    return NULL;
  }
  rows->own[rows->count].text = shown;
  rows->own[rows->count].value = copy;
  rows->list[rows->count] =
      (kp_board_row){.text = shown, .checked = value != NULL && strcmp(value, field->value) == 0};
  return &rows->list[rows->count++];
}

void kp_form_rows_clear(kp_form_rows *rows) {
  for (size_t i = 0; i < rows->count; i++) {
    free(rows->own[i].text);
    free(rows->own[i].value);
  }
  free(rows->own);
  free(rows->list);
  *rows = (kp_form_rows){.list = NULL};
}

const char *kp_form_menu(kp_form *form, const kp_form_field *field, const kp_form_rows *rows) {
  int chosen =
      kp_board_menu(form->board, field->field, rows->list, rows->count, kp_desk_model(form->desk));
  bool good = chosen >= 0 && (size_t)chosen < rows->count && !kp_form_gone(form);
  return good ? rows->own[chosen].value : NULL;
}

void kp_form_chosen(kp_form *form, kp_form_field *field, const char *value) {
  if (value == NULL)
    return;
  kp_form_hold(form, true);
  kp_form_take(form, field, value);
  kp_form_keep(&field->typed, field->value);
  kp_form_show_value(form, field);
  kp_form_show_note(form, field);
  kp_form_settled(form);
  kp_form_hold(form, false);
  kp_form_go(form, field->field);
}

/* A row that only tells something. It stays enabled: the office leaves disabled ones out. */
static void add_info(kp_form_rows *rows, const char *text) {
  if (text != NULL)
    kp_form_rows_add(rows, NULL, text, NULL);
}

void kp_form_rows_empty(kp_form_rows *rows, const kp_form *form, kp_text text) {
  if (rows->count == 0)
    add_info(rows, kp_text_get(text, form->language));
}

static void add_nothing(const kp_form *form, const kp_form_field *field, kp_form_rows *rows) {
  const char *nothing = kp_text_get(KP_TEXT_FORM_NOTHING, form->language);
  kp_board_row *row = field->needed ? NULL : kp_form_rows_add(rows, field, nothing, "");
  if (row != NULL)
    row->separated = true;
}

/* ----------------------------------------------------------------------------------------- words
 */

static bool any_start(const kp_method_list *list) {
  for (size_t i = 0; i < list->count; i++)
    if (list->items[i]->start)
      return true;
  return false;
}

/* Whether a status may come next. Where the method says nothing of it, back is for those who can
 * give a reason. */
bool kp_form_may_follow(const kp_form *form, const kp_form_field *field,
                        const kp_method_item *item) {
  const kp_method_list *list = field->column->list;
  const kp_method_item *now = kp_method_find_item(list, field->origin);
  if (!list->statuses || item == now)
    return true;
  if (now == NULL)
    return form->id[0] != '\0' || item->start || !any_start(list);
  if (now->next != 0)
    return (now->next & (uint64_t)1 << item->index) != 0;
  bool back = now->end || (item->step > 0 && item->step < now->step);
  return !back || form->noted;
}

void kp_form_choose_item(kp_form *form, kp_form_field *field) {
  const kp_method_list *list = field->column->list;
  kp_form_rows rows = {.list = NULL};
  for (size_t i = 0; list != NULL && i < list->count; i++) {
    const kp_method_item *item = list->items[i];
    bool on_toggle = false;
    for (size_t k = 0; k < field->toggle_count; k++)
      on_toggle = on_toggle || field->items[k] == item;
    if (on_toggle)
      continue;
    kp_board_row *row = kp_form_rows_add(&rows, field, item->name.in[form->language], item->key);
    if (row != NULL)
      row->disabled = !kp_form_may_follow(form, field, item);
  }
  add_nothing(form, field, &rows);
  kp_form_chosen(form, field, kp_form_menu(form, field, &rows));
  kp_form_rows_clear(&rows);
}

void kp_form_choose_word(kp_form *form, kp_form_field *field) {
  kp_form_rows rows = {.list = NULL};
  size_t count = 0;
  const char **words = kp_form_words(form, field, false, &count);
  for (size_t i = 0; words != NULL && i < count; i++)
    kp_form_rows_add(&rows, field, words[i], words[i]);
  free(words);
  kp_form_rows_empty(&rows, form, KP_TEXT_FORM_NO_ROWS);
  add_nothing(form, field, &rows);
  kp_form_chosen(form, field, kp_form_menu(form, field, &rows));
  kp_form_rows_clear(&rows);
}

/* ------------------------------------------------------------------------------------------ rows
 */

/* What a row is called: its title, else its ID. */
static char *title_of(const kp_form *form, const kp_method_table *table, size_t row) {
  char *title = table->title != NULL ? kp_desk_cell(form->desk, table->title, row) : NULL;
  if ((title == NULL || title[0] == '\0') && table->id != NULL) {
    free(title);
    title = kp_desk_cell(form->desk, table->id, row);
  }
  return title;
}

char *kp_form_choice_text(const kp_form *form, const kp_form_field *field) {
  size_t row = 0;
  if (field->value[0] == '\0')
    return strdup(kp_text_get(KP_TEXT_FORM_CHOOSE, form->language));
  if (field->kind == KP_FORM_LINK) {
    const kp_method_table *table = field->column->target;
    char *title = table != NULL && kp_desk_find(form->desk, table, field->value, &row)
                      ? title_of(form, table, row)
                      : NULL;
    return title != NULL ? title : strdup(field->value);
  }
  const kp_method_item *item =
      field->column->list != NULL ? kp_method_find_item(field->column->list, field->value) : NULL;
  return strdup(item != NULL ? item->name.in[form->language] : field->value);
}

/* Whether a row stands aside: parked, stopped, finished. */
static bool is_aside(const kp_method_rows *rows, const kp_method_table *table, size_t row) {
  for (size_t i = 0; i < table->count; i++) {
    const kp_method_column *column = table->columns[i];
    if (column->list == NULL || !column->list->statuses)
      continue;
    kp_method_cell cell = rows->cell(rows->data, column, row);
    const kp_method_item *item =
        cell.kind == KP_METHOD_WORDS ? kp_method_item_of(column->list, cell.text) : NULL;
    return item != NULL && (item->step == 0 || item->end);
  }
  return false;
}

/* Adds a row to the menu; false when it has no place there any more. */
static bool add_row(const kp_form *form, const kp_form_field *field, kp_form_rows *menu,
                    size_t row) {
  const kp_method_table *table = field->column->target;
  char *id = kp_desk_cell(form->desk, table->id, row);
  bool there = id != NULL && id[0] != '\0';
  bool room = menu->count < MOST_ROWS;
  char *title = there && room ? title_of(form, table, row) : NULL;
  if (title != NULL)
    kp_form_rows_add(menu, field, title, id);
  free(title);
  free(id);
  return room || !there;
}

/* Most recent first; what stands aside comes last, below a line. The rows that have no place. */
static size_t add_rows(const kp_form *form, const kp_form_field *field, kp_form_rows *menu) {
  const kp_method_table *table = field->column->target;
  const kp_method_rows *rows = kp_desk_rows(form->desk);
  size_t left_out = 0;
  size_t count = rows != NULL && table != NULL && table->id != NULL ? rows->count(rows->data, table)
                                                                    : KP_METHOD_NO_TABLE;
  for (int aside = 0; count != KP_METHOD_NO_TABLE && aside < 2; aside++) {
    size_t before = menu->count;
    for (size_t row = count; row > 0; row--)
      if (is_aside(rows, table, row - 1) == (aside == 1) && !add_row(form, field, menu, row - 1))
        left_out++;
    if (aside == 1 && menu->count > before)
      menu->list[before].separated = true;
  }
  return left_out;
}

void kp_form_choose_row(kp_form *form, kp_form_field *field) {
  kp_form_rows menu = {.list = NULL};
  size_t left_out = add_rows(form, field, &menu);
  if (left_out > 0) {
    char number[24];
    snprintf(number, sizeof number, "%zu", left_out);
    char *older = kp_text_fill(KP_TEXT_FORM_OLDER, form->language, number, NULL);
    add_info(&menu, older);
    free(older);
  }
  kp_form_rows_empty(&menu, form, KP_TEXT_FORM_NO_ROWS);
  add_nothing(form, field, &menu);
  kp_form_chosen(form, field, kp_form_menu(form, field, &menu));
  kp_form_rows_clear(&menu);
}
