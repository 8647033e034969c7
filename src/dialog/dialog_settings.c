/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Settings": the numbers and practices of the workbook, and who sits at the
 * keyboard. */
#include "dialog.h"

#include "kernpunt/session.h"
#include "kernpunt/workbook.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct settings {
  kp_dialog_document of;
  kp_workbook_settings now;
  kp_desk *desk; /* knows who sits at the keyboard */
  char **people;
  size_t person_count;
  kp_dialog *dialog;
  kp_board *board;
  int *lines; /* widget of each setting, or KP_BOARD_NONE */
  int *ticks; /* of each practice */
  int who;
  int who_before; /* what was selected at first */
  char **message;
} settings;

/* What a desk would tell us, we do not need. */
static void ignore_change(void *data) {
  (void)data;
}

/* -----------------------------------------------------------------------------------
 * accepting */

/* A whole number and nothing else. */
static bool read_number(const char *text, double *value) {
  char *end = NULL;
  errno = 0;
  long number = strtol(text, &end, 10);
  bool good = end != text && errno == 0;
  while (good && (*end == ' ' || *end == '\t'))
    end++;
  *value = (double)number;
  return good && *end == '\0';
}

/* "A whole number from 1 to 9", malloc'ed. */
static char *range_text(const kp_method_setting *setting, kp_language language) {
  char least[24];
  char most[24];
  snprintf(least, sizeof least, "%.0f", setting->least);
  snprintf(most, sizeof most, "%.0f", setting->most);
  return kp_text_fill(KP_TEXT_DIALOG_SETTINGS_RANGE, language, least, most);
}

static bool refuse_number(const settings *self, size_t i) {
  const kp_method_setting *setting = self->of.method->settings[i];
  kp_language language = self->of.document.language;
  char *range = range_text(setting, language);
  char *why = kp_text_fill(KP_TEXT_DIALOG_SETTINGS_BOUNDS, language, setting->name.in[language],
                           range != NULL ? range : "");
  kp_dialog_say(self->dialog, why != NULL ? why : "", self->lines[i]);
  free(why);
  free(range);
  return false;
}

/* Takes over what was typed; false when a number is not good, which has been
 * said then. */
static bool take(settings *self) {
  const kp_method *method = self->of.method;
  for (size_t i = 0; i < method->setting_count; i++) {
    double value = 0;
    char *text = kp_board_text(self->board, self->lines[i]);
    bool good = text != NULL && read_number(text, &value) && value >= method->settings[i]->least &&
                value <= method->settings[i]->most;
    free(text);
    if (!good)
      return refuse_number(self, i);
    self->now.values[i] = value;
  }
  for (size_t i = 0; i < method->practice_count; i++)
    if (self->ticks[i] >= 0)
      self->now.practices[i] = kp_board_checked(self->board, self->ticks[i]);
  return true;
}

static void keep_who(const settings *self) {
  int chosen = kp_board_selected(self->board, self->who);
  if (self->who >= 0 && chosen >= 0 && chosen != self->who_before)
    kp_desk_set_me(self->desk, chosen > 0 ? self->people[chosen - 1] : "");
}

static bool on_accept(void *data) {
  settings *self = data;
  kp_language language = self->of.document.language;
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  if (!take(self))
    return false;
  kp_workbook_answer answer =
      kp_workbook_settings_write(&error, &self->of.document, &self->now, &outcome);
  if (answer == KP_WORKBOOK_WRITTEN) {
    keep_who(self);
    kp_desk_touch(self->desk);
    *self->message = kp_dialog_text(KP_TEXT_DIALOG_SETTINGS_DONE, language, NULL);
  } else {
    char *why = kp_workbook_told(answer, &outcome, NULL, &error, language, " ");
    kp_dialog_say(self->dialog, why != NULL ? why : error.message, KP_BOARD_NONE);
    free(why);
  }
  kp_outcome_clear(&outcome);
  return answer == KP_WORKBOOK_WRITTEN;
}

/* --------------------------------------------------------------------------------------
 * making */

static bool add_setting(kp_uno_error *error, settings *self, size_t i, kp_language language) {
  const kp_method_setting *setting = self->of.method->settings[i];
  char label[80];
  char text[24];
  snprintf(label, sizeof label, "label_%s", setting->key);
  snprintf(text, sizeof text, "%.0f", self->now.values[i]);
  char *range = range_text(setting, language);
  const kp_widget_spec line = {
      .name = setting->key, .kind = KP_WIDGET_LINE, .help = range, .beside = true, .narrow = true};
  bool good = kp_dialog_widget(error, self->board, label, KP_WIDGET_LABEL,
                               setting->name.in[language]) >= 0 &&
              (self->lines[i] = kp_board_add(error, self->board, &line)) >= 0;
  if (good)
    kp_board_set_text(self->board, self->lines[i], text);
  free(range);
  return good;
}

static bool add_practices(kp_uno_error *error, settings *self, kp_language language) {
  const kp_method *method = self->of.method;
  bool good = true;
  bool headed = false;
  for (size_t i = 0; good && i < method->practice_count; i++) {
    const kp_method_practice *practice = method->practices[i];
    char name[80];
    if (practice->always)
      continue;
    snprintf(name, sizeof name, "practice_%s", practice->key);
    good =
        headed || kp_dialog_widget(error, self->board, "practices", KP_WIDGET_HEADING,
                                   kp_text_get(KP_TEXT_DIALOG_SETTINGS_PRACTICES, language)) >= 0;
    headed = true;
    self->ticks[i] = good ? kp_dialog_widget(error, self->board, name, KP_WIDGET_CHECK,
                                             practice->name.in[language])
                          : KP_BOARD_NONE;
    good = self->ticks[i] >= 0;
    if (good)
      kp_board_set_checked(self->board, self->ticks[i], self->now.practices[i]);
  }
  return good;
}

static bool add_who(kp_uno_error *error, settings *self, kp_language language) {
  kp_board_row *rows = calloc(self->person_count + 1, sizeof *rows);
  char *me = kp_desk_me(self->desk);
  int selected = 0;
  bool good = false;
  if (rows == NULL) {
    kp_uno_error_memory(error);
  } else {
    rows[0].text = kp_text_get(KP_TEXT_DIALOG_SETTINGS_NOBODY, language);
    for (size_t i = 0; i < self->person_count; i++) {
      rows[i + 1].text = self->people[i];
      if (me != NULL && strcmp(me, self->people[i]) == 0)
        selected = (int)i + 1;
    }
    self->who = kp_dialog_field(error, self->board, "who", KP_WIDGET_DROP,
                                kp_text_get(KP_TEXT_DIALOG_SETTINGS_ME, language),
                                kp_text_get(KP_TEXT_DIALOG_SETTINGS_ME_HELP, language));
    good = self->who >= 0;
  }
  if (good) {
    kp_board_set_rows(self->board, self->who, rows, self->person_count + 1);
    kp_board_select(self->board, self->who, selected);
    self->who_before = selected;
  }
  free(me);
  free(rows);
  return good;
}

static bool fill(kp_uno_error *error, settings *self) {
  const kp_method *method = self->of.method;
  kp_language language = self->of.document.language;
  bool good = kp_dialog_widget(error, self->board, "limits", KP_WIDGET_HEADING,
                               kp_text_get(KP_TEXT_DIALOG_SETTINGS_LIMITS, language)) >= 0;
  for (size_t i = 0; good && i < method->setting_count; i++)
    good = add_setting(error, self, i, language);
  return good && add_practices(error, self, language) && add_who(error, self, language);
}

static bool look(kp_uno_error *error, settings *self) {
  const kp_method *method = self->of.method;
  const kp_desk_watcher watcher = {self, ignore_change};
  self->lines = calloc(method->setting_count + 1, sizeof *self->lines);
  self->ticks = calloc(method->practice_count + 1, sizeof *self->ticks);
  if (self->lines == NULL || self->ticks == NULL)
    return kp_uno_error_memory(error);
  for (size_t i = 0; i < method->practice_count; i++)
    self->ticks[i] = KP_BOARD_NONE;
  self->desk = kp_desk_open(error, self->of.document.context, self->of.model,
                            self->of.document.language, &watcher);
  return self->desk != NULL && kp_workbook_settings_read(error, &self->of.document, &self->now) &&
         kp_workbook_people(error, &self->of.document, &self->people, &self->person_count);
}

static bool run(kp_uno_error *error, settings *self, const kp_dialog_plan *plan) {
  if (!look(error, self))
    return false;
  if (!self->now.set_up) {
    *self->message = kp_dialog_text(KP_TEXT_DIALOG_NOT_SET_UP, plan->language, NULL);
    return false;
  }
  self->dialog = kp_dialog_new(error, plan);
  self->board = self->dialog != NULL ? kp_dialog_board(self->dialog) : NULL;
  return self->board != NULL && fill(error, self) &&
         kp_dialog_run(self->dialog, self->of.method->setting_count > 0 ? self->lines[0] : -1);
}

bool kp_dialog_settings(uno_Interface *context, uno_Interface *frame, kp_language language,
                        char **message) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  settings self = {.who = KP_BOARD_NONE, .message = message};
  const kp_dialog_plan plan = {.context = context,
                               .frame = frame,
                               .language = language,
                               .title = KP_TEXT_DIALOG_SETTINGS_TITLE,
                               .accept = KP_TEXT_DIALOG_SETTINGS_ACCEPT,
                               .help = "settings",
                               .data = &self,
                               .accepted = on_accept};
  *message = NULL;
  bool done = kp_dialog_document_open(context, frame, language, &self.of, message) &&
              run(&error, &self, &plan);
  kp_dialog_free(self.dialog);
  kp_workbook_people_free(self.people, self.person_count);
  kp_workbook_settings_clear(&self.now);
  if (self.desk != NULL)
    kp_desk_close(self.desk, &self);
  free(self.ticks);
  free(self.lines);
  kp_dialog_document_end(&self.of, done, &error, language, message);
  return done;
}
