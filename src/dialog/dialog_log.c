/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Log action" where the deck is closed: the form of the panel, in a window. */
#include "dialog.h"

#include "kernpunt/form.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct logging {
  kp_dialog_document of;
  kp_desk *desk;
  kp_logging log;
  kp_logging_place at;
  kp_form *form;
  kp_dialog *dialog;
  kp_board *board;
  const kp_method_column **columns; /* asked here: what is needed, and where it belongs */
  int another;
  uno_Interface *dialog_frame;
  kp_language language;
} logging;

static const kp_form_asks asks = {kp_dialog_date, kp_dialog_person};

static void ignore_change(void *data) {
  (void)data;
}

/* ------------------------------------------------------------------------------------- saving */

/* False: refused, and told. The form holds what was written until it is emptied. */
static bool save(logging *self) {
  kp_form_result result = {.answer = KP_WORKBOOK_REFUSED};
  kp_form_save(self->form, &self->of.document, &result);
  bool good = result.answer == KP_WORKBOOK_WRITTEN;
  if (good) {
    kp_logging_remember(&self->log, self->desk, self->form);
    kp_desk_drop_drafts(self->desk, KP_LOG_DRAFT);
    kp_desk_touch(self->desk);
  } else if (!kp_board_gone(self->board)) {
    kp_dialog_say(self->dialog, result.message != NULL ? result.message : "", KP_BOARD_NONE);
    kp_form_focus(self->form);
  }
  kp_form_result_clear(&result);
  return good;
}

static bool on_accept(void *data) {
  return save(data);
}

/* Owner, date and where it belongs stay; what is to be done is typed anew. */
static void save_another(logging *self) {
  const kp_method_column *title = self->log.form->table->title;
  if (!save(self) || kp_board_gone(self->board))
    return;
  char *told = kp_logging_told(&self->log, self->desk, self->form, self->language);
  char *text =
      told != NULL ? kp_text_fill(KP_TEXT_DIALOG_LOG_SAVED, self->language, told, NULL) : NULL;
  if (title != NULL) {
    kp_form_set_value(self->form, title->key, "");
    kp_form_focus_on(self->form, title);
  }
  kp_dialog_say(self->dialog, text != NULL ? text : "", KP_BOARD_NONE);
  free(text);
  free(told);
}

static void on_event(void *data, const kp_board_event *event) {
  logging *self = data;
  bool rebuild = false;
  if (event->widget == self->another) {
    if (event->kind == KP_EVENT_PRESS)
      save_another(self);
  } else {
    if (event->kind == KP_EVENT_TEXT)
      kp_dialog_say(self->dialog, "", KP_BOARD_NONE);
    kp_form_event(self->form, event, &rebuild);
  }
}

/* ------------------------------------------------------------------------------------- making */

/* One page: the rest is for the panel. */
static size_t choose_columns(logging *self) {
  size_t count = 0;
  self->columns = calloc(self->log.count + 1, sizeof(const kp_method_column *));
  for (size_t i = 0; self->columns != NULL && i < self->log.count; i++) {
    const kp_method_column *column = self->log.columns[i];
    if (column->required || column->kind == KP_METHOD_LINK)
      self->columns[count++] = column;
  }
  return count;
}

static bool fill(kp_uno_error *error, logging *self) {
  kp_form_subject subject = kp_logging_subject(&self->log, KP_LOG_DRAFT);
  subject.count = choose_columns(self);
  subject.columns = self->columns;
  subject.all = true;
  if (self->columns == NULL)
    return kp_uno_error_memory(error);
  kp_board_set_left(self->board);
  self->form = kp_form_new(error, self->board, self->desk, self->of.document.context,
                           self->dialog_frame, self->language, &asks, &subject);
  if (self->form == NULL)
    return false;
  kp_logging_say_place(&self->log, self->form, self->language, &self->at);
  const kp_widget_spec another = {.name = "another",
                                  .kind = KP_WIDGET_BUTTON,
                                  .label = kp_text_get(KP_TEXT_DIALOG_LOG_ANOTHER, self->language),
                                  .help =
                                      kp_text_get(KP_TEXT_DIALOG_LOG_ANOTHER_HELP, self->language),
                                  .narrow = true};
  const kp_widget_spec tip = {.name = "tip",
                              .kind = KP_WIDGET_NOTE,
                              .label = kp_text_get(KP_TEXT_DIALOG_LOG_TIP, self->language),
                              .look = {.tone = KP_TONE_TIP}};
  if (kp_board_add(error, self->board, &tip) == KP_BOARD_NONE)
    return false;
  self->another = kp_board_add(error, self->board, &another);
  kp_board_set_right(self->board, self->another);
  return self->another != KP_BOARD_NONE;
}

static int first_field(const logging *self) {
  const kp_method_column *title = self->log.form->table->title;
  char name[80] = "";
  if (title != NULL)
    snprintf(name, sizeof name, "field_%s", title->key);
  return kp_board_find(self->board, name);
}

static bool run(kp_uno_error *error, logging *self, const kp_dialog_plan *plan) {
  const kp_desk_watcher watcher = {self, ignore_change};
  kp_uno_error ignored = KP_UNO_IGNORED;
  self->desk = kp_desk_open(error, plan->context, self->of.model, plan->language, &watcher);
  kp_workbook_cursor(&ignored, &self->of.document, &self->at.sheet, &self->at.row);
  if (self->desk == NULL || (!kp_logging_open(&self->log, self->desk, &self->at) &&
                             kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "no form")))
    return false;
  self->dialog = kp_dialog_new(error, plan);
  self->board = self->dialog != NULL ? kp_dialog_board(self->dialog) : NULL;
  if (self->board == NULL || !fill(error, self))
    return false;
  bool done = kp_dialog_run(self->dialog, first_field(self));
  if (!done)
    kp_desk_drop_drafts(self->desk, KP_LOG_DRAFT);
  return done;
}

bool kp_dialog_log(uno_Interface *context, uno_Interface *frame, kp_language language,
                   char **message) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  logging self = {.another = KP_BOARD_NONE, .language = language, .dialog_frame = frame};
  const kp_dialog_plan plan = {.context = context,
                               .frame = frame,
                               .language = language,
                               .title = KP_TEXT_DIALOG_LOG_TITLE,
                               .accept = KP_TEXT_DIALOG_LOG_SAVE,
                               .help = "log",
                               .data = &self,
                               .accepted = on_accept,
                               .event = on_event};
  *message = NULL;
  bool done = kp_dialog_document_open(context, frame, language, &self.of, message) &&
              run(&error, &self, &plan);
  kp_form_free(self.form);
  kp_dialog_free(self.dialog);
  kp_logging_close(&self.log);
  free(self.columns);
  free(self.at.sheet);
  if (self.desk != NULL)
    kp_desk_close(self.desk, &self);
  kp_dialog_document_end(&self.of, done, &error, language, message);
  return done;
}
