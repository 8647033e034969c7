/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Add a person": a name, and where this person works and decides. */
#include "dialog.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct person {
  kp_dialog_document of;
  kp_reader *reader;
  kp_dialog *dialog;
  kp_board *board;
  kp_language words; /* of the sheets */
  const kp_method_column *unit;
  const kp_method_column *level;
  int name_line;
  int unit_combo; /* KP_BOARD_NONE when the method has no such column */
  int level_drop;
  const char *name;
  char **added;
  char **message;
} person;

/* -----------------------------------------------------------------------------------
 * accepting */

static bool refuse(const person *self, kp_text text, const char *first) {
  char *why = kp_dialog_text(text, self->of.document.language, first);
  kp_dialog_say(self->dialog, why != NULL ? why : "", self->name_line);
  free(why);
  return false;
}

static bool several(const person *self, const char *name) {
  kp_method_book *book =
      kp_method_book_new(self->of.method, kp_reader_rows(self->reader), kp_workbook_today());
  bool answer = book != NULL && kp_method_several_people(book, name);
  kp_method_book_free(book);
  return answer;
}

static bool append(person *self, const char *name, const char *unit) {
  const kp_method_column *people = self->of.method->people;
  kp_language language = self->of.document.language;
  int level = kp_board_selected(self->board, self->level_drop);
  kp_entry_value values[3] = {{people->key, name}};
  kp_entry entry = {.table = people->table->key, .values = values, .count = 1};
  if (self->unit != NULL && unit[0] != '\0')
    values[entry.count++] = (kp_entry_value){self->unit->key, unit};
  if (self->level != NULL && level > 0)
    values[entry.count++] =
        (kp_entry_value){self->level->key, self->level->list->items[level - 1]->key};
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_method_findings findings = {NULL, 0, 0};
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  kp_workbook_answer answer =
      kp_workbook_append(&error, &self->of.document, &entry, &findings, &outcome);
  if (answer == KP_WORKBOOK_WRITTEN) {
    *self->message = kp_dialog_text(KP_TEXT_DIALOG_PERSON_ADDED, language, name);
    if (self->added != NULL)
      *self->added = kp_text_clean(name);
  } else if (outcome.text == KP_TEXT_PERSON_THERE) {
    refuse(self, KP_TEXT_DIALOG_PERSON_THERE, outcome.detail);
  } else {
    char *why = kp_workbook_told(answer, &outcome, &findings, &error, language, " ");
    kp_dialog_say(self->dialog, why != NULL ? why : error.message, self->name_line);
    free(why);
  }
  kp_outcome_clear(&outcome);
  kp_method_findings_clear(&findings);
  return answer == KP_WORKBOOK_WRITTEN;
}

static bool on_accept(void *data) {
  person *self = data;
  char *typed = kp_board_text(self->board, self->name_line);
  char *name = kp_text_clean(typed != NULL ? typed : "");
  char *typed_unit = self->unit_combo >= 0 ? kp_board_text(self->board, self->unit_combo) : NULL;
  char *unit = kp_text_clean(typed_unit != NULL ? typed_unit : "");
  bool good = name != NULL && unit != NULL;
  if (good && name[0] == '\0')
    good = refuse(self, KP_TEXT_DIALOG_PERSON_EMPTY, NULL);
  else if (good && several(self, name))
    good = refuse(self, KP_TEXT_DIALOG_PERSON_SEVERAL, name);
  else
    good = good && append(self, name, unit);
  free(unit);
  free(typed_unit);
  free(name);
  free(typed);
  return good;
}

/* --------------------------------------------------------------------------------------
 * making */

/* The team's units, as they stand in their column. */
static void fill_units(const person *self) {
  const kp_method_column *source = self->unit->list->source;
  const kp_method_rows *rows = kp_reader_rows(self->reader);
  size_t size = source != NULL ? rows->count(rows->data, source->table) : 0;
  kp_board_row *units = size != KP_METHOD_NO_TABLE ? calloc(size + 1, sizeof *units) : NULL;
  size_t count = 0;
  for (size_t row = 0; units != NULL && row < size; row++) {
    kp_method_cell cell = rows->cell(rows->data, source, row);
    if (cell.kind == KP_METHOD_WORDS)
      units[count++].text = cell.text;
  }
  if (units != NULL)
    kp_board_set_rows(self->board, self->unit_combo, units, count);
  free(units);
}

static void fill_levels(const person *self) {
  const kp_method_list *list = self->level->list;
  kp_board_row rows[KP_METHOD_ITEMS + 1] = {
      {.text = kp_text_get(KP_TEXT_DIALOG_PERSON_NO_LEVEL, self->of.document.language)}};
  for (size_t i = 0; i < list->count; i++)
    rows[i + 1].text = list->items[i]->name.in[self->words];
  kp_board_set_rows(self->board, self->level_drop, rows, list->count + 1);
  kp_board_select(self->board, self->level_drop, 0);
}

static bool fill(kp_uno_error *error, person *self) {
  kp_language language = self->of.document.language;
  self->name_line = kp_dialog_field(error, self->board, "name", KP_WIDGET_LINE,
                                    kp_text_get(KP_TEXT_DIALOG_PERSON_NAME, language),
                                    kp_text_get(KP_TEXT_DIALOG_PERSON_NAME_HELP, language));
  if (self->name_line < 0)
    return false;
  kp_board_set_most(self->board, self->name_line, KP_TEXT_MAXIMUM);
  kp_board_set_text(self->board, self->name_line, self->name != NULL ? self->name : "");
  if (self->unit != NULL) {
    self->unit_combo = kp_dialog_field(error, self->board, "unit", KP_WIDGET_COMBO,
                                       kp_text_get(KP_TEXT_DIALOG_PERSON_UNIT, language),
                                       kp_text_get(KP_TEXT_DIALOG_PERSON_UNIT_HELP, language));
    if (self->unit_combo < 0)
      return false;
    fill_units(self);
  }
  if (self->level != NULL) {
    self->level_drop = kp_dialog_field(error, self->board, "level", KP_WIDGET_DROP,
                                       kp_text_get(KP_TEXT_DIALOG_PERSON_LEVEL, language),
                                       kp_text_get(KP_TEXT_DIALOG_PERSON_LEVEL_HELP, language));
    if (self->level_drop < 0)
      return false;
    fill_levels(self);
  }
  return true;
}

static bool run(kp_uno_error *error, person *self, const kp_dialog_plan *plan) {
  const kp_method_column *people = self->of.method->people;
  bool set_up = false;
  if (!kp_workbook_is_set_up(error, &self->of.document, &set_up, &self->words))
    return false;
  if (!set_up || people == NULL) {
    *self->message = kp_dialog_text(KP_TEXT_DIALOG_NOT_SET_UP, plan->language, NULL);
    return false;
  }
  self->unit = kp_method_role_column(people->table, KP_ROLE_UNIT);
  self->level = kp_method_role_column(people->table, KP_ROLE_LEVEL);
  if (self->unit != NULL && self->unit->list == NULL)
    self->unit = NULL;
  if (self->level != NULL && self->level->list == NULL)
    self->level = NULL;
  self->reader = kp_reader_new(error, &self->of.document);
  self->dialog = self->reader != NULL ? kp_dialog_new(error, plan) : NULL;
  self->board = self->dialog != NULL ? kp_dialog_board(self->dialog) : NULL;
  return self->board != NULL && fill(error, self) && kp_dialog_run(self->dialog, self->name_line);
}

bool kp_dialog_person(uno_Interface *context, uno_Interface *frame, kp_language language,
                      const char *name, char **added, char **message) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  person self = {.name_line = KP_BOARD_NONE,
                 .unit_combo = KP_BOARD_NONE,
                 .level_drop = KP_BOARD_NONE,
                 .name = name,
                 .added = added,
                 .message = message};
  const kp_dialog_plan plan = {.context = context,
                               .frame = frame,
                               .language = language,
                               .title = KP_TEXT_DIALOG_PERSON_TITLE,
                               .accept = KP_TEXT_DIALOG_PERSON_ACCEPT,
                               .help = "people",
                               .data = &self,
                               .accepted = on_accept};
  *message = NULL;
  if (added != NULL)
    *added = NULL;
  bool done = kp_dialog_document_open(context, frame, language, &self.of, message) &&
              run(&error, &self, &plan);
  kp_dialog_free(self.dialog);
  kp_reader_free(self.reader);
  kp_dialog_document_end(&self.of, done, &error, language, message);
  return done;
}
