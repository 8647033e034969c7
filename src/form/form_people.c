/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People and words of a team: completing, the menu, and names that are not in the list. */
#include "complete.h"
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------------------------- who is there
 */

const char **kp_form_words(const kp_form *form, const kp_form_field *field, bool all,
                           size_t *count) {
  const kp_method *method = kp_desk_method(form->desk);
  const kp_method_rows *rows = kp_desk_rows(form->desk);
  bool people = field->kind == KP_FORM_PERSON;
  const kp_method_list *list = people ? NULL : field->column->list;
  const kp_method_column *source = people ? method->people : list != NULL ? list->source : NULL;
  bool present = people && source != NULL && !all;
  size_t there = rows != NULL && source != NULL ? rows->count(rows->data, source->table) : 0;
  size_t items = list != NULL ? list->count : 0;
  if (there == KP_METHOD_NO_TABLE)
    there = 0;
  *count = 0;
  const char **words = calloc(there + items + 1, sizeof *words);
  for (size_t i = 0; words != NULL && i < items; i++)
    words[(*count)++] = list->items[i]->name.in[rows != NULL ? rows->language : form->language];
  for (size_t row = 0; words != NULL && row < there; row++) {
    kp_method_cell cell = rows->cell(rows->data, source, row);
    /* A list's own words may also stand among those of the team. */
    if (cell.kind == KP_METHOD_WORDS && (!present || kp_method_present(rows, source, row)) &&
        kp_complete_same(cell.text, words, items, false) == NULL)
      words[(*count)++] = cell.text;
  }
  return words;
}

/* ----------------------------------------------------------------------------------- completing */

void kp_form_complete(kp_form *form, kp_form_field *field, const char *text) {
  size_t count = 0;
  bool people = field->kind == KP_FORM_PERSON;
  char *completed = NULL;
  if (kp_complete_appended(field->typed, field->value, text)) {
    const char **words = kp_form_words(form, field, false, &count);
    completed = words != NULL ? kp_complete_find(text, words, count, people) : NULL;
    free(words);
  }
  kp_form_keep(&field->typed, text);
  kp_form_take(form, field, completed != NULL ? completed : text);
  if (completed != NULL) {
    kp_board_set_text(form->board, field->field, completed);
    /* From the end back: the caret stays where people type. */
    kp_board_select_text(form->board, field->field, kp_complete_start(completed, completed),
                         kp_complete_start(text, completed));
  }
  free(completed);
}

char *kp_form_listed(const kp_form *form, const kp_method_column *column, const char *name) {
  const kp_form_field field = {.column = column, .kind = KP_FORM_PERSON};
  size_t count = 0;
  const char **words = kp_form_words(form, &field, true, &count);
  const char *listed = words != NULL ? kp_complete_same(name, words, count, true) : NULL;
  char *copy = strdup(listed != NULL ? listed : name);
  free(words);
  return copy;
}

/* Puts another text in a field that was left. */
static void replace(kp_form *form, kp_form_field *field, const char *text) {
  kp_form_take(form, field, text);
  kp_form_keep(&field->typed, field->value);
  kp_form_show_value(form, field);
}

/* A name or word in the spelling of the list. */
static void settle_word(kp_form *form, kp_form_field *field) {
  size_t count = 0;
  const char **words = kp_form_words(form, field, true, &count);
  const char *listed =
      words != NULL ? kp_complete_same(field->value, words, count, field->kind == KP_FORM_PERSON)
                    : NULL;
  char *copy = listed != NULL && strcmp(listed, field->value) != 0 ? strdup(listed) : NULL;
  if (copy != NULL)
    replace(form, field, copy);
  free(copy);
  free(words);
  kp_form_keep(&field->typed, field->value);
}

/* "+14" means another day tomorrow: the draft is the day it means now. */
static void settle_date(kp_form *form, kp_form_field *field) {
  char iso[KP_DATE_ISO_SIZE];
  kp_date date;
  if (kp_date_parse(field->value, kp_workbook_today(), &date) != KP_DATE_GOOD)
    return;
  kp_date_iso(date, iso);
  if (strcmp(field->value, iso) != 0 && strcmp(field->value, field->base) != 0)
    replace(form, field, iso);
  else
    kp_form_show_value(form, field);
}

void kp_form_settle(kp_form *form, kp_form_field *field) {
  if (field->kind == KP_FORM_PERSON || field->kind == KP_FORM_WORD)
    settle_word(form, field);
  else if (field->kind == KP_FORM_DATE)
    settle_date(form, field);
}

/* ------------------------------------------------------------------------------------------ menu
 */

/* The dialog for somebody new; the office runs on meanwhile. */
static void add_person(kp_form *form, kp_form_field *field) {
  char *added = NULL;
  char *message = NULL;
  size_t count = 0;
  const char **words = kp_form_words(form, field, true, &count);
  bool known = words != NULL && kp_complete_same(field->value, words, count, true) != NULL;
  char *name = strdup(known ? "" : field->value);
  free(words);
  kp_board_set_busy(form->board, true);
  bool good = name != NULL && form->asks->person(form->context, form->frame, form->language, name,
                                                 &added, &message);
  kp_board_set_busy(form->board, false);
  if (good)
    kp_desk_touch(form->desk);
  if (!kp_form_gone(form)) {
    if (good && added != NULL)
      kp_form_chosen(form, field, added);
    else if (message != NULL && message[0] != '\0')
      kp_form_say(form, field, message, true);
  }
  free(name);
  free(message);
  free(added);
}

void kp_form_choose_person(kp_form *form, kp_form_field *field) {
  static const char add[] = "\n"; /* no name */
  kp_form_rows rows = {.list = NULL};
  size_t count = 0;
  const char **words = kp_form_words(form, field, false, &count);
  for (size_t i = 0; words != NULL && i < count; i++)
    kp_form_rows_add(&rows, field, words[i], words[i]);
  free(words);
  kp_form_rows_empty(&rows, form, KP_TEXT_FORM_NO_PEOPLE);
  kp_board_row *row =
      kp_form_rows_add(&rows, field, kp_text_get(KP_TEXT_FORM_ADD_PERSON, form->language), add);
  if (row != NULL)
    row->separated = true;
  const char *chosen = kp_form_menu(form, field, &rows);
  if (chosen != NULL && strcmp(chosen, add) == 0)
    add_person(form, field);
  else
    kp_form_chosen(form, field, chosen);
  kp_form_rows_clear(&rows);
}

/* ---------------------------------------------------------------------------------------- saving
 */

typedef enum answer { ANSWER_ADD, ANSWER_LEAVE, ANSWER_STOP } answer;

static answer ask(kp_form *form, const char *name) {
  enum { QUERYBOX = 4, YES_NO_CANCEL = 4, DEFAULT_YES = 0x40000, YES = 2, NO = 3 };
  char *question = kp_text_fill(KP_TEXT_FORM_ASK_PERSON, form->language, name, NULL);
  int said = question != NULL
                 ? kp_board_ask(form->board, form->context, form->frame, QUERYBOX,
                                YES_NO_CANCEL | DEFAULT_YES,
                                kp_text_get(KP_TEXT_FORM_ASK_TITLE, form->language), question)
                 : NO;
  free(question);
  return said == YES ? ANSWER_ADD : said == NO ? ANSWER_LEAVE : ANSWER_STOP;
}

/* The column of the list in which a name of this field belongs; NULL when there is none. */
static const kp_method_column *list_of(const kp_form *form, const kp_form_field *field) {
  const kp_method *method = kp_desk_method(form->desk);
  if (field->kind == KP_FORM_PERSON)
    return method->people;
  return field->kind == KP_FORM_WORD ? field->column->list->source : NULL;
}

/* Adds a name to its list; that it cannot be is no reason to lose the row. */
static void add_to_list(kp_form *form, const kp_document *document, const kp_form_field *field) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  const kp_method_column *list = list_of(form, field);
  const kp_entry_value value = {list->key, field->value};
  const kp_entry entry = {.table = list->table->key, .values = &value, .count = 1};
  kp_method_findings findings = {NULL, 0, 0};
  kp_outcome outcome;
  kp_workbook_append(&ignored, document, &entry, &findings, &outcome);
  kp_outcome_clear(&outcome);
  kp_method_findings_clear(&findings);
  kp_desk_touch(form->desk);
}

/* Whether the name is one that a list of people could have and has not. */
static bool is_unknown(const kp_form *form, const char *name) {
  kp_method_book *book = kp_desk_book(form->desk);
  char *clean = kp_text_clean(name);
  bool unknown = clean != NULL && clean[0] != '\0' && book != NULL &&
                 !kp_method_known_person(book, clean) && !kp_method_several_people(book, clean);
  free(clean);
  return unknown;
}

static bool is_unknown_word(const kp_form *form, const kp_form_field *field) {
  size_t count = 0;
  const char **words = kp_form_words(form, field, true, &count);
  bool unknown = words != NULL && kp_complete_same(field->value, words, count, false) == NULL;
  free(words);
  return unknown;
}

bool kp_form_is_new_name(const kp_form *form, const kp_form_field *field) {
  if (field->column == NULL || list_of(form, field) == NULL || field->value[0] == '\0' ||
      strcmp(field->value, field->origin) == 0)
    return false;
  return field->kind == KP_FORM_PERSON ? is_unknown(form, field->value)
                                       : is_unknown_word(form, field);
}

/* What people answered for this very name: "add it" or "leave it". */
static const char *answered(const kp_form *form, const kp_form_field *field, const char *what) {
  char key[200];
  snprintf(key, sizeof key, "%s_%s/%s", form->draft, what, field->column->key);
  const char *name = kp_desk_draft(form->desk, key);
  return name != NULL && strcmp(name, field->value) == 0 ? name : NULL;
}

bool kp_form_name_settled(const kp_form *form, const kp_form_field *field) {
  return answered(form, field, "add") != NULL || answered(form, field, "leave") != NULL;
}

void kp_form_settle_name(kp_form *form, const kp_form_field *field, bool add) {
  char key[200];
  snprintf(key, sizeof key, "%s_%s/%s", form->draft, add ? "add" : "leave", field->column->key);
  kp_desk_set_draft(form->desk, key, field->value);
}

void kp_form_add_names(kp_form *form, const kp_document *document) {
  for (size_t i = 0; i < form->count; i++) {
    const kp_form_field *field = &form->fields[i];
    if (kp_form_is_new_name(form, field) && answered(form, field, "add") != NULL)
      add_to_list(form, document, field);
  }
}

bool kp_form_ask_people(kp_form *form, const kp_document *document) {
  for (size_t i = 0; i < form->count; i++) {
    const kp_form_field *field = &form->fields[i];
    if (field->kind != KP_FORM_PERSON || strcmp(field->value, field->origin) == 0 ||
        document->method->people == NULL || !is_unknown(form, field->value))
      continue;
    answer said = ask(form, field->value);
    if (said == ANSWER_STOP || kp_form_gone(form) || kp_desk_model(form->desk) == NULL ||
        !kp_uno_same(kp_desk_model(form->desk), document->model))
      return false;
    if (said == ANSWER_ADD)
      add_to_list(form, document, field);
  }
  return true;
}
