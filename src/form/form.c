/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form maker: fields for the columns of a table, and what happens in them. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------------------- birth and death
 */

static bool copy_given(kp_form *form, const kp_form_subject *subject) {
  form->given = calloc(subject->given_count + 1, sizeof *form->given);
  for (size_t i = 0; form->given != NULL && i < subject->given_count; i++) {
    form->given[i].column = kp_method_find_column(subject->table, subject->given[i].key);
    form->given[i].key = strdup(subject->given[i].key);
    form->given[i].text = form->given[i].column != NULL
                              ? kp_form_offered(form, form->given[i].column, subject->given[i].text)
                              : strdup(subject->given[i].text);
    form->given_count++;
    if (form->given[i].key == NULL || form->given[i].text == NULL)
      return false;
  }
  return form->given != NULL;
}

/* Which page is shown is no draft of the row: it goes under another prefix. */
static char *page_key(const kp_form *form) {
  static const char prefix[] = "page/";
  size_t size = strlen(form->draft) + sizeof prefix;
  char *key = malloc(size);
  if (key != NULL)
    snprintf(key, size, "%s%s", prefix, form->draft);
  return key;
}

static bool is_open(const kp_form *form) {
  char *key = page_key(form);
  bool open = key != NULL && kp_desk_draft(form->desk, key) != NULL;
  free(key);
  return open;
}

void kp_form_turn(kp_form *form, bool more) {
  char *key = page_key(form);
  if (key != NULL)
    kp_desk_set_draft(form->desk, key, more ? "1" : NULL);
  free(key);
}

static bool copy_texts(kp_form *form, const kp_form_subject *subject) {
  form->id = strdup(subject->id != NULL ? subject->id : "");
  form->draft = strdup(subject->draft != NULL ? subject->draft : "");
  form->suffix = strdup(subject->suffix != NULL ? subject->suffix : "");
  form->question = subject->question != NULL ? strdup(subject->question) : NULL;
  return form->id != NULL && form->draft != NULL && form->suffix != NULL &&
         (form->question != NULL || subject->question == NULL);
}

/* Fields that were refused say so, and why; the first of them may have stood on the other page. */
static void mark_again(kp_form *form, const kp_form_subject *subject) {
  for (size_t i = 0; i < subject->mark_count; i++)
    for (size_t k = 0; k < form->count; k++) {
      kp_form_field *field = &form->fields[k];
      const char *key = field->column != NULL ? field->column->key : "";
      if (strcmp(key, subject->marks[i].key) == 0)
        kp_form_mark_field(form, field, subject->marks[i].text);
    }
}

kp_form *kp_form_new(kp_uno_error *error, kp_board *board, kp_desk *desk, uno_Interface *context,
                     uno_Interface *frame, kp_language language, const kp_form_asks *asks,
                     const kp_form_subject *subject) {
  kp_form *form = calloc(1, sizeof *form);
  int first = board != NULL ? kp_board_count(board) : 0;
  if (form == NULL) {
    kp_uno_error_memory(error);
    return NULL;
  }
  form->board = subject->unseen ? NULL : board;
  form->desk = desk;
  form->context = kp_uno_acquire(context);
  form->frame = kp_uno_acquire(frame);
  form->language = language;
  form->asks = asks;
  form->table = subject->table;
  form->link = subject->link;
  form->more = KP_BOARD_NONE;
  form->all = subject->all;
  form->unseen = subject->unseen;
  form->start = first;
  bool good = copy_texts(form, subject) && copy_given(form, subject) && kp_form_fill(form, subject);
  if (!good)
    kp_uno_error_memory(error);
  kp_form_hold(form, true);
  if (good)
    kp_form_settled(form); /* what is needed stands on the first page */
  if (good && form->board != NULL) {
    form->open = !form->all && is_open(form);
    form->marks = subject->marks;
    form->mark_count = subject->mark_count;
    good = kp_form_build(error, form);
    form->marks = NULL;
    form->mark_count = 0;
  }
  if (good) {
    form->stale = false;
    mark_again(form, subject);
  } else if (form->board != NULL) {
    kp_board_cut(board, first);
  }
  kp_form_hold(form, false);
  if (!good) {
    kp_form_free(form);
    form = NULL;
  }
  return form;
}

void kp_form_free(kp_form *form) {
  if (form == NULL)
    return;
  for (size_t i = 0; i < form->count; i++) {
    free(form->fields[i].name);
    free(form->fields[i].value);
    free(form->fields[i].origin);
    free(form->fields[i].base);
    free(form->fields[i].typed);
  }
  for (size_t i = 0; i < form->given_count; i++) {
    free(form->given[i].key);
    free(form->given[i].text);
  }
  for (size_t i = 0; i < form->offer_count; i++) {
    free(form->offers[i].owner);
    free(form->offers[i].helper);
  }
  free(form->fields);
  free(form->given);
  free(form->id);
  free(form->draft);
  free(form->suffix);
  free(form->question);
  kp_uno_release(form->frame);
  kp_uno_release(form->context);
  free(form);
}

/* ---------------------------------------------------------------------------------------- events
 */

static bool completes(const kp_form_field *field) {
  return field->kind == KP_FORM_PERSON || field->kind == KP_FORM_WORD;
}

static void text_changed(kp_form *form, kp_form_field *field) {
  char *text = kp_board_text(form->board, field->field);
  if (text == NULL)
    return;
  kp_form_hold(form, true);
  if (completes(field))
    kp_form_complete(form, field, text);
  else
    kp_form_take(form, field, text);
  kp_form_show_note(form, field);
  kp_form_refresh_needed(form);
  kp_form_hold(form, false);
  free(text);
}

static bool open_menu(kp_form *form, kp_form_field *field) {
  switch (field->kind) {
  case KP_FORM_DATE:
    kp_form_choose_date(form, field);
    return true;
  case KP_FORM_PERSON:
    kp_form_choose_person(form, field);
    return true;
  case KP_FORM_WORD:
    kp_form_choose_word(form, field);
    return true;
  case KP_FORM_CHOICE:
    kp_form_choose_item(form, field);
    return true;
  case KP_FORM_LINK:
    kp_form_choose_row(form, field);
    return true;
  default:
    return false;
  }
}

/* The first button below the form. */
static void focus_below(const kp_form *form) {
  for (int i = form->end; i < kp_board_count(form->board); i++) {
    uno_Interface *button =
        kp_uno_query(kp_board_control(form->board, i), "com.sun.star.awt.XButton");
    bool found = button != NULL && kp_board_shown(form->board, i);
    kp_uno_release(button);
    if (found) {
      kp_form_go(form, i);
      return;
    }
  }
}

static void focus_next(const kp_form *form, const kp_form_field *field) {
  for (size_t i = (size_t)(field - form->fields) + 1; i < form->count; i++)
    if (kp_form_is_shown(form, &form->fields[i])) {
      kp_form_go(form, form->fields[i].field);
      return;
    }
  if (kp_board_shown(form->board, form->more))
    kp_form_go(form, form->more);
  else
    focus_below(form);
}

/* Shows the hint of a field; false when it is there already: then more help is wanted. */
static bool show_hint(kp_form *form, kp_form_field *field) {
  if (field->hinted)
    return false;
  const char *hint = field->column != NULL ? field->column->hint.in[form->language]
                                           : kp_text_get(KP_TEXT_FORM_REASON_HINT, form->language);
  if (hint[0] == '\0')
    return false;
  kp_form_say(form, field, hint, false);
  field->hinted = true;
  field->marked = false;
  return true;
}

static void left(kp_form *form, kp_form_field *field) {
  kp_form_hold(form, true);
  kp_form_settle(form, field);
  if (!field->marked && !field->hinted)
    kp_form_show_note(form, field);
  kp_form_settled(form);
  kp_form_hold(form, false);
}

static bool handle(kp_form *form, kp_form_field *field, const kp_board_event *event) {
  switch (event->kind) {
  case KP_EVENT_TEXT:
    text_changed(form, field);
    return true;
  case KP_EVENT_PRESS:
    return kp_form_press_toggle(form, field, event->widget) || open_menu(form, field);
  case KP_EVENT_DOWN:
    return open_menu(form, field);
  case KP_EVENT_ENTER:
    focus_next(form, field);
    return true;
  case KP_EVENT_HELP:
    return show_hint(form, field);
  case KP_EVENT_LEFT:
    if (event->widget == field->field)
      left(form, field);
    return true;
  default:
    return false;
  }
}

bool kp_form_event(kp_form *form, const kp_board_event *event, bool *rebuild) {
  kp_form_field *field = kp_form_find(form, event->widget);
  *rebuild = false;
  if (event->widget == form->more && event->widget != KP_BOARD_NONE) {
    if (event->kind == KP_EVENT_PRESS) {
      kp_form_turn(form, !form->open);
      *rebuild = true;
    }
    return event->kind == KP_EVENT_PRESS || event->kind == KP_EVENT_LEFT;
  }
  if (event->kind == KP_EVENT_PRESS && kp_form_take_offer(form, event->widget))
    return true;
  bool ours = field != NULL && handle(form, field, event);
  /* While somebody types the form does not jump. */
  if (ours && form->stale && event->kind != KP_EVENT_TEXT && !kp_form_gone(form)) {
    form->stale = false;
    *rebuild = true;
  }
  return ours;
}
/* ---------------------------------------------------------------------------------- for its owner
 */

static kp_form_field *find_key(const kp_form *form, const char *key) {
  for (size_t i = 0; i < form->count; i++)
    if (form->fields[i].column != NULL && strcmp(form->fields[i].column->key, key) == 0)
      return &form->fields[i];
  return NULL;
}

bool kp_form_dirty(const kp_form *form) {
  for (size_t i = 0; i < form->count; i++) {
    const kp_form_field *field = &form->fields[i];
    if (field->kind != KP_FORM_SHOWN && !kp_form_same(field->column, field->value, field->base))
      return true;
  }
  return false;
}

char *kp_form_value(const kp_form *form, const char *key) {
  const kp_form_field *field = find_key(form, key);
  return strdup(field != NULL ? field->value : "");
}

void kp_form_set_value(kp_form *form, const char *key, const char *text) {
  kp_form_field *field = find_key(form, key);
  if (field == NULL || field->kind == KP_FORM_SHOWN)
    return;
  kp_form_hold(form, true);
  kp_form_take(form, field, text);
  kp_form_keep(&field->typed, field->value);
  kp_form_show_value(form, field);
  kp_form_show_note(form, field);
  kp_form_settled(form);
  kp_form_hold(form, false);
}

void kp_form_discard(kp_form *form) {
  kp_form_hold(form, true);
  for (size_t i = 0; i < form->count; i++) {
    kp_form_field *field = &form->fields[i];
    if (field->kind == KP_FORM_SHOWN)
      continue;
    kp_form_keep(&field->value, field->base);
    kp_form_keep(&field->typed, field->base);
    kp_form_show_value(form, field);
    kp_form_show_note(form, field);
  }
  kp_desk_drop_drafts(form->desk, form->draft);
  kp_form_turn(form, false);
  kp_form_settled(form);
  kp_form_hold(form, false);
}

/* Where to begin: what was refused, then a field that is needed and empty, in a new row else an
 * empty one, else the first. */
void kp_form_focus(kp_form *form) {
  const kp_form_field *best = NULL;
  int best_rank = 0;
  for (size_t i = 0; i < form->count; i++) {
    const kp_form_field *field = &form->fields[i];
    bool empty = field->value[0] == '\0';
    int rank = field->marked                  ? 4
               : form->open                   ? 1
               : empty && field->needed       ? 3
               : empty && form->id[0] == '\0' ? 2
                                              : 1;
    if (kp_form_is_shown(form, field) && rank > best_rank) {
      best = field;
      best_rank = rank;
    }
  }
  if (best != NULL)
    kp_form_go(form, best->field);
}

const kp_method_column *kp_form_focused(const kp_form *form) {
  int widget = form->board != NULL ? kp_board_focused(form->board) : KP_BOARD_NONE;
  const kp_form_field *field = kp_form_find(form, widget);
  return field != NULL ? field->column : NULL;
}

bool kp_form_focus_on(const kp_form *form, const kp_method_column *column) {
  for (size_t i = 0; column != NULL && i < form->count; i++)
    if (form->fields[i].column == column && kp_form_is_shown(form, &form->fields[i])) {
      kp_form_go(form, form->fields[i].field);
      return true;
    }
  return false;
}

bool kp_form_owns(const kp_form *form, int widget) {
  return form->board != NULL && widget >= form->start && widget < form->end;
}
