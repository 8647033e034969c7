/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Set up this workbook": what will be used, in which language, and which
 * sheets will come. */
#include "setup_who.h"

#include "kernpunt/workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct setup {
  kp_dialog_document of;
  kp_workbook_settings now;
  kp_dialog *dialog;
  kp_board *board;
  int *ticks;             /* widget of each practice, or KP_BOARD_NONE */
  bool *there;            /* whether the workbook has each table */
  int first;              /* what can be changed first, or KP_BOARD_NONE */
  int language_drop;      /* KP_BOARD_NONE when the workbook has its language already
                           */
  int only;               /* "Actions only", or KP_BOARD_NONE */
  kp_dialog_answers part; /* where the answers are */
  kp_dialog_me who;
  int sheets; /* the note that names the sheets */
  int hidden;
  char **message;
} setup;

static kp_language language_of(const setup *self) {
  if (self->language_drop == KP_BOARD_NONE)
    return self->now.language;
  return kp_board_selected(self->board, self->language_drop) == KP_LANGUAGE_NL ? KP_LANGUAGE_NL
                                                                               : KP_LANGUAGE_EN;
}

/* -------------------------------------------------------------------------
 * which sheets will come
 */

static bool chosen(const setup *self, const kp_method_practice *practice) {
  const kp_method *method = self->of.method;
  if (practice == NULL || practice->always)
    return true;
  for (size_t i = 0; i < method->practice_count; i++)
    if (method->practices[i] == practice)
      return kp_board_checked(self->board, self->ticks[i]);
  return false;
}

/* Adds a name to a list of names; without memory the list stays as it is. */
static void add_name(char **list, const char *name) {
  size_t size = (*list != NULL ? strlen(*list) : 0) + strlen(name) + sizeof ", ";
  char *longer = malloc(size);
  if (longer != NULL) {
    snprintf(longer, size, "%s%s%s", *list != NULL ? *list : "", *list != NULL ? ", " : "", name);
    free(*list);
    *list = longer;
  }
}

static void show_names(const setup *self, int note, kp_text text, const char *names, kp_text none) {
  kp_language language = self->of.document.language;
  char *shown = kp_dialog_text(names != NULL ? text : none, language, names);
  kp_board_set_label(self->board, note, shown != NULL ? shown : "");
  free(shown);
}

static void show_sheets(const setup *self) {
  const kp_method *method = self->of.method;
  kp_language language = language_of(self);
  char *names = NULL;
  char *hidden = NULL;
  for (size_t i = 0; i < method->table_count; i++) {
    const kp_method_table *table = method->tables[i];
    if (!self->there[i] && chosen(self, table->practice))
      add_name(table->hidden ? &hidden : &names, table->name.in[language]);
  }
  kp_board_hold(self->board, true);
  show_names(self, self->sheets, KP_TEXT_DIALOG_SETUP_SHEETS, names,
             hidden == NULL ? KP_TEXT_DIALOG_SETUP_NOTHING : KP_TEXT_NONE);
  show_names(self, self->hidden, KP_TEXT_DIALOG_SETUP_HIDDEN, hidden, KP_TEXT_NONE);
  kp_board_hold(self->board, false);
  free(hidden);
  free(names);
}

/* -----------------------------------------------------------------------------------
 * accepting */

/* "Actions only" and the other practices exclude each other. */
static void choose_practice(const setup *self, int widget) {
  bool others = false;
  for (size_t i = 0; i < self->of.method->practice_count; i++) {
    if (self->ticks[i] == KP_BOARD_NONE)
      continue;
    if (widget == self->only && kp_board_checked(self->board, self->only))
      kp_board_set_checked(self->board, self->ticks[i], false);
    others = others || kp_board_checked(self->board, self->ticks[i]);
  }
  kp_board_set_checked(self->board, self->only, !others);
}

static void on_event(void *data, const kp_board_event *event) {
  setup *self = data;
  if (kp_dialog_answers_event(&self->part, event)) {
    kp_dialog_me_show(&self->who);
  } else if (event->kind == KP_EVENT_PRESS || event->kind == KP_EVENT_SELECT) {
    if (event->kind == KP_EVENT_PRESS && self->only != KP_BOARD_NONE)
      choose_practice(self, event->widget);
    show_sheets(self);
  }
}

static bool on_accept(void *data) {
  setup *self = data;
  const kp_method *method = self->of.method;
  kp_language language = self->of.document.language;
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  kp_text wrong = KP_TEXT_NONE;
  int widget = KP_BOARD_NONE;
  bool none = false;
  if (!kp_dialog_answers_good(&self->part, &wrong, &widget)) {
    kp_dialog_say(self->dialog, kp_text_get(wrong, language), widget);
    return false;
  }
  const char **keys = calloc(method->practice_count + 1, sizeof *keys);
  kp_source_choice *answers = kp_dialog_answers_choice(&self->part, &none);
  if (keys == NULL || (answers == NULL && !none)) {
    kp_answers_choice_free(answers);
    free(keys);
    return false;
  }
  kp_setup choice = {.language = language_of(self), .practices = keys};
  for (size_t i = 0; i < method->practice_count; i++)
    if (chosen(self, method->practices[i]))
      keys[choice.count++] = method->practices[i]->key;
  kp_workbook_answer answer =
      kp_workbook_set_up(&error, &self->of.document, &choice, answers, &outcome);
  if (answer == KP_WORKBOOK_WRITTEN) {
    kp_dialog_me_keep(&self->who);
    *self->message = kp_dialog_text(
        self->now.set_up ? KP_TEXT_DIALOG_SETUP_ADDED : KP_TEXT_DIALOG_SETUP_DONE, language, NULL);
  } else {
    char *why = kp_workbook_told(answer, &outcome, NULL, &error, language, " ");
    kp_dialog_say(self->dialog, why != NULL ? why : error.message, KP_BOARD_NONE);
    free(why);
  }
  kp_outcome_clear(&outcome);
  kp_answers_choice_free(answers);
  free(keys);
  return answer == KP_WORKBOOK_WRITTEN;
}

/* -------------------------------------------------------------------------------------
 * making */

/* Practices of which every table holds personal data wait until somebody wants
 * them. */
static bool usual(const kp_method *method, const kp_method_practice *practice) {
  bool any = false;
  for (size_t i = 0; i < method->table_count; i++) {
    if (method->tables[i]->practice != practice)
      continue;
    any = true;
    if (!method->tables[i]->personal)
      return true;
  }
  return !any;
}

static bool add_practice(kp_uno_error *error, setup *self, size_t i, kp_language language) {
  const kp_method_practice *practice = self->of.method->practices[i];
  char name[80];
  bool on = self->now.set_up && self->now.practices[i];
  snprintf(name, sizeof name, "practice_%s", practice->key);
  const kp_widget_spec tick = {.name = name,
                               .kind = KP_WIDGET_CHECK,
                               .label = practice->name.in[language],
                               .help = practice->hint.in[language]};
  self->ticks[i] = kp_board_add(error, self->board, &tick);
  if (self->ticks[i] < 0)
    return false;
  kp_board_set_checked(self->board, self->ticks[i],
                       self->now.set_up ? on : usual(self->of.method, practice));
  kp_board_enable(self->board, self->ticks[i], !on);
  if (!on && self->first == KP_BOARD_NONE)
    self->first = self->ticks[i];
  return true;
}

static bool add_language(kp_uno_error *error, setup *self, kp_language language) {
  const kp_board_row rows[KP_LANGUAGE_COUNT] = {
      [KP_LANGUAGE_EN] = {.text = kp_text_get(KP_TEXT_DIALOG_ENGLISH, language)},
      [KP_LANGUAGE_NL] = {.text = kp_text_get(KP_TEXT_DIALOG_DUTCH, language)}};
  const kp_widget_spec drop = {.name = "language",
                               .kind = KP_WIDGET_DROP,
                               .help = kp_text_get(KP_TEXT_DIALOG_SETUP_LANGUAGE_HELP, language),
                               .beside = true,
                               .part = KP_PART_FIELD};
  const kp_widget_spec label = {.name = "label_language",
                                .kind = KP_WIDGET_LABEL,
                                .label = kp_text_get(KP_TEXT_DIALOG_SETUP_LANGUAGE, language),
                                .part = KP_PART_LABEL};
  if (kp_board_add(error, self->board, &label) < 0)
    return false;
  self->language_drop = kp_board_add(error, self->board, &drop);
  if (self->language_drop < 0)
    return false;
  kp_board_set_rows(self->board, self->language_drop, rows, KP_LANGUAGE_COUNT);
  kp_board_select(self->board, self->language_drop, (int)language);
  return true;
}

/* The sheet that the first version made, malloc'ed; NULL when there is none, or
 * when it belongs to the tables of the method. */
static char *old_sheet(const setup *self) {
  static kp_uno_method by_name = KP_UNO_METHOD("com.sun.star.container.XNameAccess::getByName");
  static kp_uno_method get_cells =
      KP_UNO_METHOD("com.sun.star.sheet.XCellRangeReferrer::getReferredCells");
  static kp_uno_method get_sheet =
      KP_UNO_METHOD("com.sun.star.sheet.XSheetCellRange::getSpreadsheet");
  static kp_uno_method get_name = KP_UNO_METHOD("com.sun.star.container.XNamed::getName");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *names = NULL;
  uno_Interface *name = NULL;
  uno_Interface *cells = NULL;
  uno_Interface *sheet = NULL;
  char *found = NULL;
  uno_Any any;
  kp_uno_any_init(&any);
  if (!kp_uno_property_get_interface(&ignored, self->of.model, "NamedRanges", &names) ||
      !kp_uno_call(&ignored, names, &by_name, &any, KP_WORKBOOK_ACTIONS) ||
      !kp_uno_any_get_interface(&any, &name) || !kp_uno_call(&ignored, name, &get_cells, &cells) ||
      cells == NULL || !kp_uno_call(&ignored, cells, &get_sheet, &sheet) ||
      !kp_uno_call(&ignored, sheet, &get_name, &found))
    found = NULL;
  kp_uno_any_clear(&any);
  kp_uno_release(sheet);
  kp_uno_release(cells);
  kp_uno_release(name);
  kp_uno_release(names);
  return found;
}

static bool add_notes(kp_uno_error *error, setup *self, kp_language language) {
  char *old = self->now.set_up ? NULL : old_sheet(self);
  char *said = old != NULL ? kp_dialog_text(KP_TEXT_DIALOG_SETUP_OLD, language, old) : NULL;
  self->sheets = kp_dialog_widget(error, self->board, "sheets", KP_WIDGET_NOTE, "");
  self->hidden = kp_dialog_widget(error, self->board, "hidden", KP_WIDGET_NOTE, "");
  bool good =
      self->sheets >= 0 && self->hidden >= 0 &&
      kp_dialog_widget(error, self->board, "old", KP_WIDGET_NOTE, said != NULL ? said : "") >= 0;
  free(said);
  free(old);
  return good;
}

/* Without any other practice a team has its actions. */
static bool add_only(kp_uno_error *error, setup *self, kp_language language) {
  bool any = false;
  if (self->now.set_up)
    return true;
  const kp_widget_spec tick = {.name = "practice_only_actions",
                               .kind = KP_WIDGET_CHECK,
                               .label = kp_text_get(KP_TEXT_WIZARD_ONLY_ACTIONS, language),
                               .help = kp_text_get(KP_TEXT_WIZARD_ONLY_ACTIONS_HINT, language),
                               .beside = true};
  self->only = kp_board_add(error, self->board, &tick);
  for (size_t i = 0; i < self->of.method->practice_count; i++)
    any = any || (self->ticks[i] >= 0 && kp_board_checked(self->board, self->ticks[i]));
  if (self->only < 0)
    return false;
  kp_board_set_checked(self->board, self->only, !any);
  return true;
}

static bool fill(kp_uno_error *error, setup *self) {
  const kp_method *method = self->of.method;
  kp_language language = self->of.document.language;
  bool good = kp_dialog_widget(error, self->board, "intro", KP_WIDGET_NOTE,
                               self->now.set_up ? kp_text_get(KP_TEXT_DIALOG_SETUP_AGAIN, language)
                                                : "") >= 0 &&
              kp_dialog_answers_add(error, &self->part, self->board, &self->of.document) &&
              kp_dialog_widget(error, self->board, "use", KP_WIDGET_HEADING,
                               kp_text_get(KP_TEXT_DIALOG_SETUP_USE, language)) >= 0;
  for (size_t i = 0; good && i < method->practice_count; i++)
    good = method->practices[i]->always || add_practice(error, self, i, language);
  good = good && add_only(error, self, language) &&
         (self->now.set_up || add_language(error, self, language)) &&
         kp_dialog_me_add(error, &self->who, self->board, &self->part) &&
         add_notes(error, self, language);
  if (good)
    show_sheets(self);
  return good;
}

/* Which tables the workbook has. */
static bool look(kp_uno_error *error, setup *self) {
  const kp_method *method = self->of.method;
  self->ticks = calloc(method->practice_count + 1, sizeof *self->ticks);
  self->there = calloc(method->table_count + 1, sizeof *self->there);
  if (self->ticks == NULL || self->there == NULL)
    return kp_uno_error_memory(error);
  for (size_t i = 0; i < method->practice_count; i++)
    self->ticks[i] = KP_BOARD_NONE;
  if (!kp_workbook_settings_read(error, &self->of.document, &self->now))
    return false;
  kp_reader *reader = self->now.set_up ? kp_reader_new(error, &self->of.document) : NULL;
  for (size_t i = 0; reader != NULL && i < method->table_count; i++) {
    char *name = kp_reader_sheet_name(reader, method->tables[i]);
    self->there[i] = name != NULL;
    free(name);
  }
  bool good = !self->now.set_up || (reader != NULL && !kp_reader_failed(reader, error));
  kp_reader_free(reader);
  return good;
}

static bool run(kp_uno_error *error, setup *self, const kp_dialog_plan *plan) {
  if (!look(error, self))
    return false;
  self->dialog = kp_dialog_new(error, plan);
  self->board = self->dialog != NULL ? kp_dialog_board(self->dialog) : NULL;
  /* Not in the list of sheets, whose list takes Enter for itself. */
  return self->board != NULL && fill(error, self) &&
         kp_dialog_run(self->dialog, self->now.set_up ? self->first : KP_BOARD_NONE);
}

bool kp_dialog_setup(uno_Interface *context, uno_Interface *frame, kp_language language,
                     char **message) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  setup self = {.first = KP_BOARD_NONE,
                .language_drop = KP_BOARD_NONE,
                .only = KP_BOARD_NONE,
                .message = message};
  const kp_dialog_plan plan = {.context = context,
                               .frame = frame,
                               .language = language,
                               .title = KP_TEXT_DIALOG_SETUP_TITLE,
                               .accept = KP_TEXT_DIALOG_SETUP_ACCEPT,
                               .help = "setup",
                               .width = KP_DIALOG_ANSWERS_WIDTH,
                               .data = &self,
                               .accepted = on_accept,
                               .event = on_event};
  *message = NULL;
  bool done = kp_dialog_document_open(context, frame, language, &self.of, message) &&
              run(&error, &self, &plan);
  kp_dialog_free(self.dialog);
  kp_dialog_answers_clear(&self.part);
  kp_dialog_me_clear(&self.who);
  kp_workbook_settings_clear(&self.now);
  free(self.there);
  free(self.ticks);
  kp_dialog_document_end(&self.of, done, &error, language, message);
  return done;
}
