/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the answers are: the sheet, a row per column, and one line that says what is in it. */
#include "setup_answers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Rows with examples, in the order of the dialog. */
const kp_method_role kp_dialog_answers_shown[KP_DIALOG_ANSWERS_SHOWN] = {
    KP_ROLE_ANSWER_SCORE, KP_ROLE_ANSWER_CUSTOMER, KP_ROLE_ANSWER_UNIT, KP_ROLE_ANSWER_COMMENT,
    KP_ROLE_ANSWER_DATE,  KP_ROLE_ANSWER_OWNER,    KP_ROLE_ANSWER_WAVE, KP_ROLE_ANSWER_ANONYMOUS};
const kp_dialog_answers_scale kp_dialog_answers_scales[KP_DIALOG_ANSWERS_SCALES] = {
    {0, 10, KP_TEXT_WIZARD_NPS},
    {1, 10, KP_TEXT_WIZARD_GRADE},
    {1, 5, KP_TEXT_WIZARD_CSAT},
    {1, 7, KP_TEXT_WIZARD_CES}};
enum { SCORE = KP_ANSWERS_PART(KP_ROLE_ANSWER_SCORE) };

static const char *word(const kp_dialog_answers *self, kp_text text) {
  return kp_text_get(text, self->document->language);
}

/* ------------------------------------------------------------------------------- what it shows */

static void set_note(const kp_dialog_answers *self, int widget, const char *text) {
  if (widget >= 0)
    kp_board_set_label(self->board, widget,
                       text != NULL && text[0] != '\0' ? text : KP_DIALOG_NOTHING);
}

/* The columns that hold anything. */
static void list_columns(kp_dialog_answers *self) {
  const kp_answers_grid *grid = &self->plan.grid;
  self->column_count = 0;
  for (int column = 0; self->plan.map.header >= 0 && column < grid->columns; column++) {
    bool any = false;
    for (int row = self->plan.map.header; !any && row <= self->plan.map.last; row++)
      any = kp_answers_at(grid, column, row)->kind != KP_ANSWERS_BLANK;
    if (any && self->column_count < sizeof self->columns / sizeof *self->columns)
      self->columns[self->column_count++] = column;
  }
}

static int place_of(const kp_dialog_answers *self, int column) {
  for (size_t i = 0; i < self->column_count; i++)
    if (self->columns[i] == column)
      return (int)i + 1;
  return 0;
}

static void column_name(int column, char letters[8]) {
  char back[8];
  int size = 0;
  for (column++; column > 0 && size < 7; column = (column - 1) / 26)
    back[size++] = (char)('A' + (column - 1) % 26);
  for (int i = 0; i < size; i++)
    letters[i] = back[size - 1 - i];
  letters[size] = '\0';
}

/* "(none)", then "C  Score" for each column. */
static void fill_drops(kp_dialog_answers *self) {
  enum { LONGEST = 60 };
  kp_board_row *rows = calloc(self->column_count + 1, sizeof *rows);
  char(*texts)[LONGEST + 12] = calloc(self->column_count + 1, sizeof *texts);
  if (rows != NULL && texts != NULL) {
    rows[0].text = word(self, KP_TEXT_WIZARD_NONE);
    for (size_t i = 0; i < self->column_count; i++) {
      char letters[8];
      const kp_answers_cell *cell =
          kp_answers_at(&self->plan.grid, self->columns[i], self->plan.map.header);
      char *cut = kp_text_cut(cell->kind == KP_ANSWERS_TEXT ? cell->text : "", 24);
      column_name(self->plan.grid.left + self->columns[i], letters);
      snprintf(texts[i], sizeof texts[i], "%s  %s", letters, cut != NULL ? cut : "");
      free(cut);
      rows[i + 1].text = texts[i];
    }
    for (int part = 0; part < KP_ANSWERS_PARTS; part++)
      if (self->drops[part] >= 0) {
        kp_board_set_rows(self->board, self->drops[part], rows, self->column_count + 1);
        kp_board_select(self->board, self->drops[part],
                        place_of(self, self->plan.map.column[part]));
        kp_board_enable(self->board, self->drops[part], self->plan.map.header >= 0);
      }
  }
  free(texts);
  free(rows);
}

/* "5 units, go to the lists" and the like. */
static char *what_follows(const kp_dialog_answers *self, kp_method_role role) {
  const kp_answers_plan *plan = &self->plan;
  kp_language language = self->document->language;
  if (role == KP_ROLE_ANSWER_SCORE)
    return kp_answers_say_scores(&plan->grid, &plan->map, language);
  if (role == KP_ROLE_ANSWER_UNIT && plan->units.count > 0)
    return kp_text_counted(plan->units.count == 1 ? KP_TEXT_ANSWERS_UNIT : KP_TEXT_ANSWERS_UNITS,
                           plan->units.count, language);
  if (role == KP_ROLE_ANSWER_OWNER && plan->people.count > 0)
    return kp_text_counted(plan->people.count == 1 ? KP_TEXT_WIZARD_NAME : KP_TEXT_WIZARD_NAMES,
                           plan->people.count, language);
  if (role == KP_ROLE_ANSWER_WAVE && plan->waves.count > 0)
    return kp_text_counted(plan->waves.count == 1 ? KP_TEXT_WIZARD_WAVE : KP_TEXT_WIZARD_WAVES,
                           plan->waves.count, language);
  return kp_text_copy("");
}

/* Three examples, and what is in it. */
static void show_part(const kp_dialog_answers *self, kp_method_role role) {
  int part = KP_ANSWERS_PART(role);
  int column = self->plan.map.column[part];
  int note = self->notes[part];
  char *text = NULL;
  if (self->plan.map.header >= 0 && column >= 0) {
    char *more = what_follows(self, role);
    text =
        kp_answers_examples(&self->plan.grid, &self->plan.map, column, self->document->language, 3);
    if (text != NULL && more != NULL && more[0] != '\0')
      kp_text_add(&text, "\n", more);
    free(more);
  } else if (self->plan.map.header >= 0 && role == KP_ROLE_ANSWER_ANONYMOUS) {
    text = kp_text_copy(word(self, KP_TEXT_WIZARD_ALL_KNOWN));
  } else if (self->plan.map.header >= 0 && role == KP_ROLE_ANSWER_SCORE) {
    text = kp_text_copy(word(self, KP_TEXT_WIZARD_CHOOSE_SCORE));
  }
  set_note(self, note, text);
  free(text);
}

static void show_tick(const kp_dialog_answers *self, int widget, size_t count, kp_text one,
                      kp_text many) {
  char *text = kp_text_counted(count == 1 ? one : many, count, self->document->language);
  kp_board_set_label(self->board, widget, text != NULL ? text : "");
  kp_board_show(self->board, widget, count > 0);
  free(text);
}

static void show_drivers(const kp_dialog_answers *self) {
  char *found = NULL;
  for (int i = 0; i < self->found_driver_count; i++) {
    const kp_answers_cell *cell =
        kp_answers_at(&self->plan.grid, self->found_drivers[i], self->plan.map.header);
    kp_text_add(&found, ", ", cell->kind == KP_ANSWERS_TEXT ? cell->text : "–");
  }
  char *cut = found != NULL ? kp_text_cut(found, 40) : NULL;
  const kp_board_row rows[] = {{.text = word(self, KP_TEXT_WIZARD_NONE)},
                               {.text = cut != NULL ? cut : ""}};
  kp_board_set_rows(self->board, self->drivers, rows, self->found_driver_count > 0 ? 2 : 1);
  kp_board_select(self->board, self->drivers, self->plan.map.driver_count > 0 ? 1 : 0);
  kp_board_enable(self->board, self->drivers, self->found_driver_count > 0);
  free(cut);
  free(found);
}

/* The line of preview, or what is wrong. */
static void show_said(const kp_dialog_answers *self) {
  const kp_answers_plan *plan = &self->plan;
  kp_language language = self->document->language;
  bool scores = plan->map.header >= 0 && plan->map.column[SCORE] >= 0;
  char *said = scores ? kp_answers_say(&plan->grid, &plan->map, language) : NULL;
  char *dirt = scores ? kp_answers_say_dirt(&plan->grid, &plan->map, language) : NULL;
  if (scores && plan->map.totals > 0 && dirt != NULL)
    kp_text_add(&dirt, dirt[0] != '\0' ? " " : "", word(self, KP_TEXT_WIZARD_TOTALS));
  kp_board_set_label(self->board, self->said, said != NULL ? said : "");
  kp_board_set_strong(self->board, self->said, true);
  kp_board_set_label(self->board, self->dirt, dirt != NULL ? dirt : "");
  free(dirt);
  free(said);
}

static void show_size(const kp_dialog_answers *self) {
  const kp_answers_plan *plan = &self->plan;
  char *text = NULL;
  if (plan->sheet == NULL) {
    text = kp_text_copy(word(self, KP_TEXT_WIZARD_LATER));
  } else if (plan->map.header < 0) {
    text = kp_text_fill(KP_TEXT_ANSWERS_NO_TABLE, self->document->language, plan->sheet, NULL);
  } else {
    char rows[KP_TEXT_NUMBER_SIZE];
    char header[KP_TEXT_NUMBER_SIZE];
    text = kp_text_fill(KP_TEXT_WIZARD_SIZE, self->document->language,
                        kp_text_number((size_t)plan->map.last - (size_t)plan->map.header,
                                       self->document->language, rows),
                        kp_text_number((size_t)plan->grid.top + (size_t)plan->map.header + 1,
                                       self->document->language, header));
  }
  set_note(self, self->size, text);
  free(text);
}

static void show_all(kp_dialog_answers *self) {
  const kp_answers_plan *plan = &self->plan;
  bool table = plan->map.header >= 0;
  kp_board_hold(self->board, true);
  for (size_t i = 0; i < KP_DIALOG_ANSWERS_SHOWN; i++)
    show_part(self, kp_dialog_answers_shown[i]);
  for (int i = 0; i < KP_DIALOG_ANSWERS_SCALES; i++)
    if (kp_dialog_answers_scales[i].least == plan->map.least &&
        kp_dialog_answers_scales[i].most == plan->map.most)
      kp_board_select(self->board, self->scale, i);
  kp_board_enable(self->board, self->scale, table);
  show_size(self);
  show_drivers(self);
  show_said(self);
  bool one = table && plan->waves.count == 1;
  char *typed = kp_board_text(self->board, self->wave);
  if (one && typed != NULL && typed[0] == '\0')
    kp_board_set_text(self->board, self->wave, plan->waves.list[0].text);
  free(typed);
  kp_board_enable(self->board, self->wave,
                  one && plan->map.column[KP_ANSWERS_PART(KP_ROLE_ANSWER_WAVE)] < 0);
  kp_board_enable(self->board, self->invited, table);
  show_tick(self, self->units, plan->new_unit_count, KP_TEXT_WIZARD_ADD_UNIT,
            KP_TEXT_WIZARD_ADD_UNITS);
  show_tick(self, self->people, plan->new_people_count, KP_TEXT_WIZARD_ADD_PERSON,
            KP_TEXT_WIZARD_ADD_PEOPLE);
  kp_board_hold(self->board, false);
}

/* --------------------------------------------------------------------------------- what changes */

static void settle(kp_dialog_answers *self) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_answers_plan_settle(&ignored, &self->plan);
  show_all(self);
}

/* Another sheet; none (from 0: "no answers yet"). */
static void open_sheet(kp_dialog_answers *self, int place) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_answers_plan_clear(&self->plan);
  self->plan.map.header = -1;
  if (place > 0 && (size_t)place <= self->sheet_count &&
      !kp_answers_plan_open(&ignored, self->document, self->sheets[place - 1], &self->plan))
    self->plan.map.header = -1;
  if (self->plan.map.header < 0)
    for (int part = 0; part < KP_ANSWERS_PARTS; part++)
      self->plan.map.column[part] = -1;
  self->found_driver_count = self->plan.map.header >= 0 ? self->plan.map.driver_count : 0;
  memcpy(self->found_drivers, self->plan.map.drivers, sizeof self->found_drivers);
  kp_board_hold(self->board, true);
  kp_board_set_text(self->board, self->wave, "");
  list_columns(self);
  fill_drops(self);
  show_all(self);
  kp_board_hold(self->board, false);
}

static void choose_column(kp_dialog_answers *self, int part) {
  int place = kp_board_selected(self->board, self->drops[part]);
  int column = place > 0 && (size_t)place <= self->column_count ? self->columns[place - 1] : -1;
  self->plan.map.column[part] = column;
  if (part == SCORE && column >= 0)
    kp_answers_find_scale(self->document->method, &self->plan.grid, column, &self->plan.map);
  settle(self);
}

bool kp_dialog_answers_event(kp_dialog_answers *self, const kp_board_event *event) {
  if (event->kind == KP_EVENT_PRESS &&
      (event->widget == self->units || event->widget == self->people)) {
    self->plan.add_units = kp_board_checked(self->board, self->units);
    self->plan.add_people = kp_board_checked(self->board, self->people);
    return true;
  }
  if (event->kind != KP_EVENT_SELECT)
    return false;
  if (event->widget == self->sheet) {
    open_sheet(self, kp_board_selected(self->board, self->sheet));
    return true;
  }
  if (self->plan.map.header < 0)
    return false;
  for (int part = 0; part < KP_ANSWERS_PARTS; part++)
    if (self->drops[part] >= 0 && event->widget == self->drops[part]) {
      choose_column(self, part);
      return true;
    }
  int place = event->widget == self->scale ? kp_board_selected(self->board, self->scale) : -1;
  if (place >= 0 && place < KP_DIALOG_ANSWERS_SCALES) {
    self->plan.map.least = kp_dialog_answers_scales[place].least;
    self->plan.map.most = kp_dialog_answers_scales[place].most;
    settle(self);
    return true;
  }
  if (event->widget == self->drivers) {
    bool all = kp_board_selected(self->board, self->drivers) == 1;
    self->plan.map.driver_count = all ? self->found_driver_count : 0;
    memcpy(self->plan.map.drivers, self->found_drivers, sizeof self->found_drivers);
    return true;
  }
  return false;
}

bool kp_dialog_answers_good(kp_dialog_answers *self, kp_text *why, int *widget) {
  kp_answers_map *map = &self->plan.map;
  *widget = self->drops[SCORE];
  if (self->plan.sheet == NULL)
    return true;
  *why = KP_TEXT_WIZARD_NO_TABLE;
  if (map->header < 0) {
    *widget = self->sheet;
    return false;
  }
  *why = KP_TEXT_WIZARD_CHOOSE_SCORE;
  if (map->column[SCORE] < 0)
    return false;
  kp_survey_scale scale;
  size_t rows = 0;
  *why = KP_TEXT_WIZARD_NO_SCORES;
  return kp_answers_count(&self->plan.grid, map, &scale, &rows) && scale.moments.n > 0;
}

kp_source_choice *kp_dialog_answers_choice(kp_dialog_answers *self, bool *none) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  *none = self->plan.map.header < 0;
  if (*none)
    return NULL;
  char *wave = kp_board_text(self->board, self->wave);
  char *invited = kp_board_text(self->board, self->invited);
  if (wave != NULL) {
    free(self->plan.whole);
    self->plan.whole = kp_text_clean(wave);
  }
  if (invited != NULL) {
    free(self->plan.invited);
    self->plan.invited = kp_text_clean(invited);
  }
  free(invited);
  free(wave);
  bool good = self->plan.whole != NULL && self->plan.invited != NULL &&
              kp_answers_plan_settle(&ignored, &self->plan);
  return good ? kp_answers_choice(&self->plan) : NULL;
}

/* The sheet in front when it has answers, else the first that has; 0: none has. */
static int propose(kp_dialog_answers *self, size_t front) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  for (size_t i = 0; i <= self->sheet_count && self->sheet_count > 0; i++) {
    size_t at = i == 0 ? front : i - 1;
    kp_answers_plan plan;
    bool good = kp_answers_plan_open(&ignored, self->document, self->sheets[at], &plan) &&
                plan.map.header >= 0 && plan.map.column[SCORE] >= 0;
    kp_answers_plan_clear(&plan);
    if (good)
      return (int)at + 1;
  }
  return 0;
}

bool kp_dialog_answers_add(kp_uno_error *error, kp_dialog_answers *self, kp_board *board,
                           const kp_document *document) {
  size_t front = 0;
  memset(self, 0, sizeof *self);
  self->board = board;
  self->document = document;
  self->plan.map.header = -1;
  for (int part = 0; part < KP_ANSWERS_PARTS; part++)
    self->drops[part] = self->notes[part] = KP_BOARD_NONE;
  bool good = kp_answers_sheets(error, document, &self->sheets, &self->sheet_count, &front) &&
              kp_dialog_answers_make(error, self);
  if (good) {
    int place = propose(self, front);
    kp_board_select(board, self->sheet, place);
    open_sheet(self, place);
  }
  return good;
}

void kp_dialog_answers_clear(kp_dialog_answers *self) {
  kp_answers_plan_clear(&self->plan);
  kp_answers_sheets_free(self->sheets, self->sheet_count);
  self->sheets = NULL;
  self->sheet_count = 0;
}
