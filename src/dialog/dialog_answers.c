/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Answers": where the answers are, also after the set-up. */
#include "setup_answers.h"

#include <stdlib.h>

typedef struct answers {
  kp_dialog_document of;
  kp_dialog *dialog;
  kp_dialog_answers part;
  char **message;
} answers;

static void on_event(void *data, const kp_board_event *event) {
  answers *self = data;
  kp_dialog_answers_event(&self->part, event);
}

static bool refuse(const answers *self, kp_text why, int widget) {
  kp_dialog_say(self->dialog, kp_text_get(why, self->of.document.language), widget);
  return false;
}

static bool on_accept(void *data) {
  answers *self = data;
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  kp_text why = KP_TEXT_NONE;
  int widget = KP_BOARD_NONE;
  bool none = false;
  if (!kp_dialog_answers_good(&self->part, &why, &widget))
    return refuse(self, why, widget);
  kp_source_choice *choice = kp_dialog_answers_choice(&self->part, &none);
  if (none)
    return true;
  if (choice == NULL)
    return refuse(self, KP_TEXT_NO_MEMORY, KP_BOARD_NONE);
  kp_workbook_answer answer =
      kp_workbook_set_up(&error, &self->of.document, NULL, choice, &outcome);
  if (answer == KP_WORKBOOK_WRITTEN) {
    *self->message = kp_dialog_text(KP_TEXT_WIZARD_DONE, self->of.document.language, NULL);
  } else {
    char *told = kp_workbook_told(answer, &outcome, NULL, &error, self->of.document.language, " ");
    kp_dialog_say(self->dialog, told != NULL ? told : error.message, KP_BOARD_NONE);
    free(told);
  }
  kp_answers_choice_free(choice);
  kp_outcome_clear(&outcome);
  return answer == KP_WORKBOOK_WRITTEN;
}

static bool run(kp_uno_error *error, answers *self, const kp_dialog_plan *plan) {
  bool set_up = false;
  kp_language language = plan->language;
  if (!kp_workbook_is_set_up(error, &self->of.document, &set_up, &language))
    return false;
  if (!set_up) {
    *self->message = kp_dialog_text(KP_TEXT_DIALOG_NOT_SET_UP, plan->language, NULL);
    return false;
  }
  self->dialog = kp_dialog_new(error, plan);
  return self->dialog != NULL &&
         kp_dialog_answers_add(error, &self->part, kp_dialog_board(self->dialog),
                               &self->of.document) &&
         kp_dialog_run(self->dialog, self->part.sheet);
}

bool kp_dialog_answer_sheet(uno_Interface *context, uno_Interface *frame, kp_language language,
                            char **message) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  answers self = {.message = message};
  const kp_dialog_plan plan = {.context = context,
                               .frame = frame,
                               .language = language,
                               .title = KP_TEXT_WIZARD_TITLE,
                               .accept = KP_TEXT_WIZARD_ACCEPT,
                               .help = "answers",
                               .width = KP_DIALOG_ANSWERS_WIDTH,
                               .data = &self,
                               .accepted = on_accept,
                               .event = on_event};
  *message = NULL;
  bool done = kp_dialog_document_open(context, frame, language, &self.of, message) &&
              run(&error, &self, &plan);
  kp_dialog_free(self.dialog);
  kp_dialog_answers_clear(&self.part);
  kp_dialog_document_end(&self.of, done, &error, language, message);
  return done;
}
