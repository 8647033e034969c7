/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Who are you?" in the set-up: the people in the list, and those in the answers. */
#include "setup_who.h"

#include "kernpunt/workbook.h"

#include <stdlib.h>

/* What a desk would tell us, we do not need. */
static void ignore_change(void *data) {
  (void)data;
}

/* The place of a name in the drop-down list, from 1; NULL behind the last. */
static const char *name_at(const kp_dialog_me *self, size_t place) {
  const kp_answers_plan *plan = &self->answers->plan;
  if (place < self->count)
    return self->people[place];
  place -= self->count;
  for (size_t i = 0; plan->add_people && i < plan->people.count; i++)
    if (plan->new_people != NULL && plan->new_people[i] && place-- == 0)
      return plan->people.list[i].text;
  return NULL;
}

/* The row of the office's own user, who need not choose then; else that of choosing later. */
static int row_of_user(const kp_dialog_me *self) {
  char *user = kp_workbook_user(self->answers->document->context);
  int row = 0;
  for (size_t i = 0; user != NULL && user[0] != '\0' && row == 0 && name_at(self, i) != NULL; i++)
    if (kp_fold_same(user, name_at(self, i)))
      row = (int)i + 1;
  free(user);
  return row;
}

void kp_dialog_me_show(const kp_dialog_me *self) {
  size_t count = 0;
  if (self->board == NULL || self->drop == KP_BOARD_NONE)
    return;
  while (name_at(self, count) != NULL)
    count++;
  kp_board_row *rows = calloc(count + 1, sizeof *rows);
  if (rows == NULL)
    return;
  rows[0].text = kp_text_get(KP_TEXT_WIZARD_WHO_LATER, self->answers->document->language);
  for (size_t i = 0; i < count; i++)
    rows[i + 1].text = name_at(self, i);
  kp_board_set_rows(self->board, self->drop, rows, count + 1);
  if (kp_board_selected(self->board, self->drop) < 0)
    kp_board_select(self->board, self->drop, row_of_user(self));
  free(rows);
}

bool kp_dialog_me_add(kp_uno_error *error, kp_dialog_me *self, kp_board *board,
                      const kp_dialog_answers *answers) {
  const kp_document *document = answers->document;
  const kp_desk_watcher watcher = {self, ignore_change};
  *self = (kp_dialog_me){.board = board, .answers = answers, .drop = KP_BOARD_NONE};
  self->desk =
      kp_desk_open(error, document->context, document->model, document->language, &watcher);
  if (self->desk == NULL || !kp_workbook_people(error, document, &self->people, &self->count))
    return false;
  char *me = kp_desk_me(self->desk);
  bool known = me != NULL && me[0] != '\0';
  free(me);
  if (known)
    return true;
  const kp_widget_spec label = {.name = "label_who",
                                .kind = KP_WIDGET_LABEL,
                                .label = kp_text_get(KP_TEXT_WIZARD_WHO, document->language),
                                .beside = self->count == 0,
                                .narrow = self->count == 0,
                                .part = self->count == 0 ? KP_PART_FIELD : KP_PART_LABEL};
  const kp_widget_spec drop = {
      .name = "who", .kind = KP_WIDGET_DROP, .beside = true, .part = KP_PART_FIELD};
  if (kp_board_add(error, board, &label) < 0)
    return false;
  self->drop = kp_board_add(error, board, &drop);
  kp_dialog_me_show(self);
  return self->drop >= 0;
}

void kp_dialog_me_keep(const kp_dialog_me *self) {
  if (self->desk == NULL)
    return;
  int place = self->drop >= 0 ? kp_board_selected(self->board, self->drop) : 0;
  const char *name = place > 0 ? name_at(self, (size_t)place - 1) : NULL;
  if (name != NULL)
    kp_desk_set_me(self->desk, name);
  kp_desk_touch(self->desk);
}

void kp_dialog_me_clear(kp_dialog_me *self) {
  kp_workbook_people_free(self->people, self->count);
  if (self->desk != NULL)
    kp_desk_close(self->desk, self);
  *self = (kp_dialog_me){.drop = KP_BOARD_NONE};
}
