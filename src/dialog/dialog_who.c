/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Who are you?": choose yourself from the people. */
#include "dialog.h"

#include <stdlib.h>
#include <string.h>

typedef struct who {
  kp_dialog *dialog;
  kp_board *board;
  kp_language language;
  int list;
  int chosen;
} who;

static bool on_accept(void *data) {
  who *self = data;
  self->chosen = self->list >= 0 ? kp_board_selected(self->board, self->list) : KP_BOARD_NONE;
  if (self->chosen < 0)
    kp_dialog_say(self->dialog,
                  kp_text_get(self->list >= 0 ? KP_TEXT_DIALOG_WHO_CHOOSE : KP_TEXT_DIALOG_WHO_NONE,
                              self->language),
                  self->list);
  return self->chosen >= 0;
}

static void on_event(void *data, const kp_board_event *event) {
  who *self = data;
  if (event->kind == KP_EVENT_OPEN && on_accept(self))
    kp_dialog_end(self->dialog, true);
}

static bool fill(kp_uno_error *error, who *self, const char *const *people, size_t count) {
  kp_board_row *rows = calloc(count + 1, sizeof *rows);
  bool good =
      (rows != NULL || kp_uno_error_memory(error)) &&
      kp_dialog_widget(error, self->board, "intro", KP_WIDGET_NOTE,
                       kp_text_get(count > 0 ? KP_TEXT_DIALOG_WHO_INTRO : KP_TEXT_DIALOG_WHO_NONE,
                                   self->language)) >= 0;
  if (good && count > 0) {
    self->list = kp_dialog_field(error, self->board, "people", KP_WIDGET_LIST,
                                 kp_text_get(KP_TEXT_DIALOG_WHO_NAME, self->language), NULL);
    for (size_t i = 0; rows != NULL && i < count; i++)
      rows[i].text = people[i];
    good = self->list >= 0;
    if (good)
      kp_board_set_rows(self->board, self->list, rows, count);
  }
  free(rows);
  return good;
}

char *kp_dialog_who(uno_Interface *context, uno_Interface *frame, kp_language language,
                    const char *const *people, size_t count) {
  enum { WIDTH = 160 };
  kp_uno_error ignored = KP_UNO_IGNORED;
  who self = {.language = language, .list = KP_BOARD_NONE, .chosen = KP_BOARD_NONE};
  const kp_dialog_plan plan = {.context = context,
                               .frame = frame,
                               .language = language,
                               .title = KP_TEXT_DIALOG_WHO_TITLE,
                               .accept = KP_TEXT_DIALOG_OK,
                               .help = "me",
                               .width = WIDTH,
                               .data = &self,
                               .accepted = on_accept,
                               .event = on_event};
  self.dialog = kp_dialog_new(&ignored, &plan);
  if (self.dialog != NULL) {
    self.board = kp_dialog_board(self.dialog);
    if (!fill(&ignored, &self, people, count) || !kp_dialog_run(self.dialog, self.list))
      self.chosen = KP_BOARD_NONE;
  }
  kp_dialog_free(self.dialog);
  return self.chosen >= 0 && (size_t)self.chosen < count ? strdup(people[self.chosen]) : NULL;
}
