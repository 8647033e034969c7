/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widgets that ask where the answers are. */
#include "setup_answers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Without examples. */
static const kp_method_role others[] = {KP_ROLE_ANSWER_CONTACT, KP_ROLE_ANSWER_WEIGHT};

static const char *word(const kp_dialog_answers *self, kp_text text) {
  return kp_text_get(text, self->document->language);
}

/* A label and its field side by side; `next` behind what stands in the row already. */
static int add_pair(kp_uno_error *error, kp_board *board, const char *name, kp_widget_kind kind,
                    const char *label, const char *help, bool next) {
  char label_name[80];
  const kp_widget_spec field = {
      .name = name, .kind = kind, .help = help, .beside = true, .part = KP_PART_FIELD};
  snprintf(label_name, sizeof label_name, "label_%s", name);
  const kp_widget_spec text = {.name = label_name,
                               .kind = KP_WIDGET_LABEL,
                               .label = label,
                               .beside = next,
                               .narrow = next,
                               .part = next ? KP_PART_FIELD : KP_PART_LABEL};
  return kp_board_add(error, board, &text) >= 0 ? kp_board_add(error, board, &field)
                                                : KP_BOARD_NONE;
}

static int add_note(kp_uno_error *error, kp_board *board, const char *name, int lines) {
  const kp_widget_spec note = {.name = name,
                               .kind = KP_WIDGET_NOTE,
                               .label = KP_DIALOG_NOTHING,
                               .beside = true,
                               .lines = lines,
                               .part = KP_PART_FIELD,
                               .look = {.tone = KP_TONE_QUIET}};
  return kp_board_add(error, board, &note);
}

static bool add_part(kp_uno_error *error, kp_dialog_answers *self, kp_method_role role, bool noted,
                     bool next) {
  const kp_method_list *list = kp_method_role_list(self->document->method, role);
  int part = KP_ANSWERS_PART(role);
  char name[60];
  char label[100];
  if (list == NULL)
    return true;
  snprintf(name, sizeof name, "column_%.40s", kp_answers_part_name(self->document->method, role));
  snprintf(label, sizeof label, "%.90s%s", list->name.in[self->document->language],
           role == KP_ROLE_ANSWER_SCORE ? " *" : "");
  self->drops[part] = add_pair(error, self->board, name, KP_WIDGET_DROP, label, NULL, next);
  if (self->drops[part] < 0 || !noted)
    return self->drops[part] >= 0;
  snprintf(name, sizeof name, "in_%.40s", kp_answers_part_name(self->document->method, role));
  self->notes[part] = add_note(error, self->board, name, 2);
  return self->notes[part] >= 0;
}

static bool add_sheet(kp_uno_error *error, kp_dialog_answers *self) {
  kp_board_row *rows = calloc(self->sheet_count + 1, sizeof *rows);
  if (rows == NULL)
    return kp_uno_error_memory(error);
  self->sheet = add_pair(error, self->board, "answer_sheet", KP_WIDGET_DROP,
                         word(self, KP_TEXT_WIZARD_SHEET), NULL, false);
  self->size = self->sheet >= 0 ? add_note(error, self->board, "size", 1) : KP_BOARD_NONE;
  rows[0].text = word(self, KP_TEXT_WIZARD_SKIP);
  for (size_t i = 0; i < self->sheet_count; i++)
    rows[i + 1].text = self->sheets[i];
  if (self->size >= 0)
    kp_board_set_rows(self->board, self->sheet, rows, self->sheet_count + 1);
  free(rows);
  return self->size >= 0;
}

static bool add_scale(kp_uno_error *error, kp_dialog_answers *self) {
  kp_board_row rows[KP_DIALOG_ANSWERS_SCALES] = {{.text = NULL}};
  for (int i = 0; i < KP_DIALOG_ANSWERS_SCALES; i++)
    rows[i].text = word(self, kp_dialog_answers_scales[i].text);
  self->scale = add_pair(error, self->board, "answer_scale", KP_WIDGET_DROP,
                         word(self, KP_TEXT_WIZARD_SCALE), NULL, false);
  if (self->scale >= 0)
    kp_board_set_rows(self->board, self->scale, rows, KP_DIALOG_ANSWERS_SCALES);
  return self->scale >= 0;
}

/* Three in a row: the scale and what was measured, then what few sheets have. */
static bool add_rest(kp_uno_error *error, kp_dialog_answers *self) {
  const kp_method_list *drivers =
      kp_method_role_list(self->document->method, KP_ROLE_ANSWER_DRIVER);
  bool good = add_scale(error, self);
  self->wave = good ? add_pair(error, self->board, "answer_wave", KP_WIDGET_LINE,
                               word(self, KP_TEXT_WIZARD_MEASUREMENT),
                               word(self, KP_TEXT_WIZARD_MEASUREMENT_HELP), true)
                    : KP_BOARD_NONE;
  self->invited = self->wave >= 0 ? add_pair(error, self->board, "answer_invited", KP_WIDGET_LINE,
                                             word(self, KP_TEXT_WIZARD_INVITED),
                                             word(self, KP_TEXT_WIZARD_INVITED_HELP), true)
                                  : KP_BOARD_NONE;
  good = self->invited >= 0;
  self->drivers = good ? add_pair(error, self->board, "answer_drivers", KP_WIDGET_DROP,
                                  drivers != NULL ? drivers->name.in[self->document->language] : "",
                                  NULL, false)
                       : KP_BOARD_NONE;
  good = self->drivers >= 0;
  for (size_t i = 0; good && i < sizeof others / sizeof *others; i++)
    good = add_part(error, self, others[i], false, true);
  if (!good)
    return false;
  self->said = kp_dialog_widget(error, self->board, "said", KP_WIDGET_NOTE, "");
  self->dirt = kp_dialog_widget(error, self->board, "dirt", KP_WIDGET_NOTE, "");
  self->units =
      kp_dialog_widget(error, self->board, "add_units", KP_WIDGET_CHECK, KP_DIALOG_NOTHING);
  const kp_widget_spec people = {
      .name = "add_people", .kind = KP_WIDGET_CHECK, .label = KP_DIALOG_NOTHING, .beside = true};
  self->people = kp_board_add(error, self->board, &people);
  if (self->said < 0 || self->dirt < 0 || self->units < 0 || self->people < 0)
    return false;
  kp_board_set_checked(self->board, self->units, true);
  kp_board_set_checked(self->board, self->people, true);
  return true;
}

bool kp_dialog_answers_make(kp_uno_error *error, kp_dialog_answers *self) {
  kp_board *board = self->board;
  kp_board_set_left(board);
  kp_board_set_tight(board);
  bool good = kp_dialog_widget(error, board, "answers", KP_WIDGET_HEADING,
                               word(self, KP_TEXT_WIZARD_WHERE)) >= 0 &&
              kp_dialog_widget(error, board, "stays", KP_WIDGET_NOTE,
                               word(self, KP_TEXT_WIZARD_STAYS)) >= 0 &&
              add_sheet(error, self);
  for (size_t i = 0; good && i < KP_DIALOG_ANSWERS_SHOWN; i++)
    good = add_part(error, self, kp_dialog_answers_shown[i], true, false);
  return good && add_rest(error, self);
}
