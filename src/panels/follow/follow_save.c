/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing: the row of the form, the link to it, and what comes next. */
#include "kernpunt/dialog.h"
#include "internal.h"
#include "kernpunt/workbook_journal.h"
#include "kernpunt/workbook_transaction.h"
#include "kernpunt/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------------------------------- link */

static bool link_new(kp_pane *pane, const kp_method_task *task, const char *id) {
  char key[KP_FOLLOW_KEY];
  char *me = NULL;
  kp_follow_input in;
  bool good = kp_follow_read(pane, &in, &me) && kp_follow_key_field(&in, task->fills, key);
  if (good) /* also when it cannot be written down: the desk remembers it */
    kp_desk_set_draft(pane->desk, key, id);
  free(me);
  return good;
}

static bool link_row(kp_pane *pane, const kp_document *document, const kp_method_task *task,
                     const char *id) {
  const kp_follow_view *view = &kp_follow_of(pane)->view;
  const kp_entry_value value = {task->fills->key, id};
  const kp_entry entry = {
      .table = view->table->key, .id = view->focus, .values = &value, .count = 1};
  kp_method_findings findings = {NULL, 0, 0};
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_workbook_answer answer = kp_workbook_change(&error, document, &entry, &findings, &outcome);
  if (answer != KP_WORKBOOK_WRITTEN)
    kp_follow_say(pane, kp_workbook_told(answer, &outcome, &findings, &error, pane->language, " "),
                  true);
  kp_outcome_clear(&outcome);
  kp_method_findings_clear(&findings);
  return answer == KP_WORKBOOK_WRITTEN;
}

bool kp_follow_link(kp_pane *pane, const kp_method_task *task, const char *id) {
  const kp_follow_view *view = &kp_follow_of(pane)->view;
  kp_document document;
  bool good = false;
  char *title = NULL;
  for (size_t i = 0; i < view->rows.count; i++)
    if (strcmp(view->rows.list[i].id, id) == 0)
      title = kp_text_copy(view->rows.list[i].title);
  if (view->row == KP_METHOD_NEW_ROW) {
    good = link_new(pane, task, id);
  } else if (kp_follow_document(pane, &document)) {
    good = link_row(pane, &document, task, id);
    kp_pane_done(&document);
    kp_desk_touch(pane->desk);
  }
  if (good)
    kp_follow_say_text(pane, KP_TEXT_FOLLOW_LINKED, title != NULL ? title : id, false);
  free(title);
  kp_pane_refresh(pane);
  return good;
}

/* ---------------------------------------------------------------------------------------- save */

/* Forgets where people were, so that the panel goes on with what is missing now. */
static void move_on(kp_pane *pane, const char *id) {
  kp_follow *follow = kp_follow_of(pane);
  kp_follow_view *view = &follow->view;
  kp_follow_view now;
  kp_follow_input in;
  char *me = NULL;
  char key[KP_FOLLOW_KEY];
  char step_key[KP_FOLLOW_KEY];
  kp_follow_pin(pane);
  kp_follow_key_task(view, key);
  kp_desk_set_draft(pane->desk, key, NULL);
  kp_follow_key_row(view, key);
  kp_desk_set_draft(pane->desk, key, NULL);
  kp_follow_key_step(view, step_key);
  if (view->task->itself && view->row == KP_METHOD_NEW_ROW) {
    kp_desk_set_draft(pane->desk, KP_FOLLOW_CHOSEN, id);
    kp_desk_set_draft(pane->desk, step_key, NULL);
  }
  bool open =
      view->shown != KP_FOLLOW_NONE && view->progress.list[view->shown].state == KP_METHOD_OPEN;
  if (kp_follow_read(pane, &in, &me) && kp_follow_view_make(&in, &now)) {
    if (open && view->shown < now.progress.count &&
        now.progress.list[view->shown].state == KP_METHOD_DONE)
      kp_desk_set_draft(pane->desk, step_key, NULL);
    else if (kp_follow_next_is_new(view, &now, id))
      kp_desk_set_draft(pane->desk, key, KP_FOLLOW_NEW);
    kp_follow_view_clear(&now);
  }
  free(me);
}

static void say_written(kp_pane *pane, const kp_form_result *result) {
  if (result->unchanged)
    kp_follow_say_text(pane, KP_TEXT_FOLLOW_UNCHANGED, NULL, false);
  else if (result->message != NULL && result->message[0] != '\0')
    kp_follow_say(pane, kp_text_copy(result->message), false);
  else
    kp_follow_say_text(pane, KP_TEXT_FOLLOW_SAVED_AS, result->id, false);
}

static void say_refused(kp_pane *pane, const kp_form_result *result) {
  kp_follow *follow = kp_follow_of(pane);
  kp_uno_error ignored = KP_UNO_IGNORED;
  follow->limited = result->answer == KP_WORKBOOK_REFUSED && kp_follow_is_limited(pane) &&
                    kp_follow_add_park(pane, &ignored);
  kp_follow_say(pane, kp_text_copy(result->message), true);
  if (result->answer == KP_WORKBOOK_NO_TABLE)
    kp_pane_refresh(pane); /* shows how to bring the sheet back */
}

/* A row that the focus point must lead to is written together with the link. */
static bool write_form(kp_pane *pane, const kp_document *document, kp_form_result *result) {
  kp_follow *follow = kp_follow_of(pane);
  const kp_method_task *task = follow->view.task;
  bool fresh = follow->view.entry_id[0] == '\0';
  bool links = task->fills != NULL && fresh && !follow->view.loose;
  bool both = links && follow->view.row != KP_METHOD_NEW_ROW;
  kp_document joined = *document;
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  kp_uno_error error = KP_UNO_NO_ERROR;
  /* A question stays outside the step of undo: what others do meanwhile is not part of it. */
  if (!kp_form_check(follow->form, document, result))
    return result->answer == KP_WORKBOOK_WRITTEN;
  kp_form_result_clear(result);
  char *title = both ? kp_text_fill(KP_TEXT_FOLLOW_UNDO_TASK, pane->language,
                                    task->name.in[pane->language], NULL)
                     : NULL;
  /* Row and link are one: both stay, or none does. */
  if (title != NULL)
    joined.transaction = kp_transaction_begin(&error, document, title);
  if (both && joined.transaction == NULL) {
    result->message =
        kp_workbook_told(KP_WORKBOOK_FAILED, &outcome, NULL, &error, pane->language, " ");
    free(title);
    return true;
  }
  kp_form_write(follow->form, &joined, result);
  bool written = result->answer == KP_WORKBOOK_WRITTEN;
  bool linked = true;
  if (written && links && !pane->disposed)
    linked = both ? link_row(pane, &joined, task, result->id) : link_new(pane, task, result->id);
  kp_transaction_end(joined.transaction, written && linked, &outcome);
  if (outcome.text == KP_TEXT_NOT_TAKEN_BACK && !pane->disposed)
    kp_follow_say(pane,
                  kp_workbook_told(KP_WORKBOOK_FAILED, &outcome, NULL, &error, pane->language, " "),
                  true);
  kp_outcome_clear(&outcome);
  free(title);
  return linked;
}

void kp_follow_save(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  kp_document document;
  kp_form_result result = {.answer = KP_WORKBOOK_FAILED};
  /* A form that is to be made anew is in the workbook already: a key that is held down, or pressed
   * twice, must not write its row again. */
  if (follow->form == NULL || follow->rebuild || follow->view.task == NULL ||
      kp_board_busy(pane->board) || !kp_follow_document(pane, &document))
    return;
  bool linked = write_form(pane, &document, &result);
  kp_pane_done(&document);
  if (!pane->disposed && pane->desk != NULL) {
    if (result.answer == KP_WORKBOOK_WRITTEN) {
      kp_desk_touch(pane->desk);
      follow->limited = false;
      if (linked) {
        say_written(pane, &result);
        snprintf(follow->said, sizeof follow->said, "%s", result.id);
        follow->said_in = follow->view.task->form->table;
        move_on(pane, result.id);
      }
      /* A row without its link was taken back: what was typed stays in the form. */
      follow->rebuild = linked || follow->view.row == KP_METHOD_NEW_ROW;
      follow->focus_form = true;
      kp_pane_refresh(pane);
    } else {
      say_refused(pane, &result);
    }
  }
  kp_form_result_clear(&result);
}

/* ------------------------------------------------------------------------ set up, journal, help */

void kp_follow_set_up(kp_pane *pane) {
  uno_Interface *frame = kp_uno_acquire(pane->frame);
  char *message = NULL;
  kp_board_set_busy(pane->board, true);
  bool made = kp_dialog_setup(pane->context, frame, pane->language, &message);
  kp_board_set_busy(pane->board, false);
  kp_uno_release(frame);
  if (pane->disposed) {
    free(message);
    return;
  }
  kp_follow_of(pane)->focus_form = made;
  kp_follow_say(pane, message, false);
  if (pane->desk != NULL)
    kp_desk_touch(pane->desk);
  kp_pane_refresh(pane);
}

void kp_follow_add_again(kp_pane *pane) {
  kp_document document;
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  kp_method_findings none = {NULL, 0, 0};
  kp_uno_error error = KP_UNO_NO_ERROR;
  size_t added = 0;
  char number[24];
  if (pane->desk == NULL || !kp_follow_document(pane, &document))
    return;
  size_t missing = kp_desk_missing(pane->desk);
  kp_workbook_answer answer = kp_journal_restore(&error, &document, NULL, &added, &outcome);
  kp_pane_done(&document);
  kp_desk_restored(pane->desk);
  kp_desk_touch(pane->desk);
  /* Not `added`: people do not count lines of the log. */
  snprintf(number, sizeof number, "%zu", missing);
  if (answer != KP_WORKBOOK_WRITTEN)
    kp_follow_say(pane, kp_workbook_told(answer, &outcome, &none, &error, pane->language, " "),
                  true);
  else
    kp_follow_say_text(pane, added > 0 ? KP_TEXT_FOLLOW_ADDED_AGAIN : KP_TEXT_FOLLOW_ALL_THERE,
                       number, false);
  kp_outcome_clear(&outcome);
  kp_pane_refresh(pane);
}
