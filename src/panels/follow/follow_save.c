/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving all that was begun in the step, and what comes next. */
#include "kernpunt/dialog.h"
#include "internal.h"
#include "kernpunt/workbook.h"
#include "kernpunt/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void wrote_text(kp_pane *pane, kp_text text, const char *first) {
  char *said = kp_text_fill(text, pane->language, first, NULL);
  kp_footer_wrote(pane, NULL, said != NULL ? said : "");
  free(said);
}

/* ---------------------------------------------------------------------------------------- link */

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
    kp_follow_refuse(pane,
                     kp_workbook_told(answer, &outcome, &findings, &error, pane->language, " "));
  kp_outcome_clear(&outcome);
  kp_method_findings_clear(&findings);
  return answer == KP_WORKBOOK_WRITTEN;
}

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

bool kp_follow_link_to(kp_pane *pane, const kp_method_task *task, const char *id) {
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
    wrote_text(pane, KP_TEXT_FOLLOW_LINKED, title != NULL ? title : id);
  free(title);
  kp_pane_refresh(pane);
  return good;
}

/* ---------------------------------------------------------------------------------------- save */

/* Forgets where people were, so that the panel goes on with what is missing now. */
static void move_on(kp_pane *pane, const kp_follow_written *written) {
  kp_follow *follow = kp_follow_of(pane);
  kp_follow_view *view = &follow->view;
  kp_follow_view now;
  kp_follow_input in;
  char *me = NULL;
  char key[KP_FOLLOW_KEY];
  char step_key[KP_FOLLOW_KEY];
  const char *id = written->result.id;
  kp_follow_pin(pane);
  kp_follow_key_task(view, key);
  kp_desk_set_draft(pane->desk, key, NULL);
  kp_follow_key_row(view, key);
  kp_desk_set_draft(pane->desk, key, NULL);
  kp_follow_key_step(view, step_key);
  if (written->part.task->itself && view->row == KP_METHOD_NEW_ROW) {
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

/* Who is to do what was written, malloc'ed; NULL when its agenda names nobody. */
static char *owner_of(const kp_follow_input *in, const kp_method_table *table, const char *id,
                      kp_language language) {
  size_t row = 0;
  for (size_t i = 0; i < in->method->source_count; i++) {
    const kp_method_source *source = in->method->sources[i];
    if (source->table != table || source->who == NULL ||
        !kp_method_book_find(in->book, table, id, &row))
      continue;
    char *who = kp_follow_text(in, source->who, row);
    char *text = who != NULL && who[0] != '\0' ? kp_text_fill(KP_TEXT_FORM_SHOWN, language,
                                                              source->who->name.in[language], who)
                                               : NULL;
    free(who);
    if (text != NULL)
      kp_text_add(&text, "", ".");
    return text;
  }
  return NULL;
}

/* "Owner: Omar Haddad. Actions, row 5." */
static char *written_text(kp_pane *pane, const kp_follow_written *written) {
  const kp_method_table *table = written->part.task->form->table;
  kp_follow_input in;
  char *me = NULL;
  char *text = NULL;
  char number[24];
  snprintf(number, sizeof number, "%zu", written->rows);
  if (written->rows > 1)
    return kp_text_fill(KP_TEXT_FOLLOW_SAVED_ROWS, pane->language, number, NULL);
  if (kp_follow_read(pane, &in, &me)) {
    text = owner_of(&in, table, written->result.id, pane->language);
    snprintf(number, sizeof number, "%d", (int)written->result.row);
    char *where = kp_text_fill(KP_TEXT_FOLLOW_SAVED_ROW, pane->language,
                               table->name.in[in.rows->language], number);
    if (where != NULL)
      kp_text_add(&text, " ", where);
    free(where);
  }
  free(me);
  return text;
}

static void say_written(kp_pane *pane, const kp_follow_written *written) {
  char number[24];
  char *text = written->rows > 0 ? written_text(pane, written)
                                 : kp_text_copy(kp_pane_word(pane, KP_TEXT_FOLLOW_UNCHANGED));
  char *review = NULL;
  snprintf(number, sizeof number, "%zu", written->warnings);
  if (written->warnings > 0)
    review = kp_text_fill(written->warnings == 1 ? KP_TEXT_FOLLOW_SAVED_WARNING
                                                 : KP_TEXT_FOLLOW_SAVED_WARNINGS,
                          pane->language, number, NULL);
  kp_follow_refuse(pane, NULL);
  if (written->rows > 0)
    kp_footer_wrote(pane, NULL, text != NULL ? text : "");
  else /* not as a note: those are of what stops the panel, and made anew with it */
    kp_footer_say(pane, KP_FOOTER_SAVED, kp_pane_word(pane, KP_TEXT_FOOTER_NOTE), text);
  kp_footer_review(pane, review);
  free(review);
  free(text);
}

/* The part that was refused comes into view, with its marks. */
static void show_refused(kp_pane *pane, kp_follow_written *written) {
  kp_follow *follow = kp_follow_of(pane);
  char key[KP_FOLLOW_KEY];
  kp_follow_unmark(follow);
  follow->refused = written->result;
  written->result = (kp_form_result){.answer = KP_WORKBOOK_REFUSED};
  snprintf(follow->refused_draft, sizeof follow->refused_draft, "%s", written->part.draft);
  if (follow->view.loose)
    return;
  kp_follow_key_task(&follow->view, key);
  kp_desk_set_draft(pane->desk, key, written->part.task->form->key);
  if (written->part.task->itself || written->part.task->chain != NULL)
    return;
  kp_deck_key_row(follow->view.focus, kp_follow_step(&follow->view)->key,
                  written->part.task->form->key, key);
  kp_desk_set_draft(pane->desk, key,
                    written->part.id[0] != '\0' ? written->part.id : KP_FOLLOW_NEW);
}

static void say_refused(kp_pane *pane, kp_follow_written *written) {
  kp_follow *follow = kp_follow_of(pane);
  const char *text = written->text != NULL ? written->text : written->result.message;
  kp_follow_refuse(pane, kp_text_copy(text != NULL ? text : ""));
  if (written->answer == KP_WORKBOOK_REFUSED && written->part.task != NULL) {
    follow->limited = kp_follow_is_limited(pane);
    show_refused(pane, written);
  }
  follow->rebuild = true;
  follow->focus_form = true;
  kp_pane_refresh(pane); /* also shows how to bring a sheet back */
}

void kp_follow_save(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  kp_document document;
  kp_follow_written written;
  /* A form that is to be made anew is in the workbook already: a key that is held down, or pressed
   * twice, must not write its row again. */
  if (follow->form_count == 0 || follow->rebuild || follow->view.task == NULL ||
      kp_board_busy(pane->board) || !kp_follow_document(pane, &document))
    return;
  const kp_follow_writer writer = {pane->desk, &document, pane->context, pane->frame,
                                   pane->language};
  kp_follow_write(&writer, &follow->view, &written);
  kp_pane_done(&document);
  if (!pane->disposed && pane->desk != NULL) {
    if (written.answer == KP_WORKBOOK_WRITTEN) {
      follow->limited = false;
      follow->unfolded = false;
      kp_follow_unmark(follow);
      say_written(pane, &written);
      if (written.rows > 0)
        move_on(pane, &written);
      follow->rebuild = true;
      follow->focus_form = true;
      kp_pane_refresh(pane);
    } else {
      say_refused(pane, &written);
    }
  }
  kp_follow_written_clear(&written);
}

void kp_follow_discard(kp_pane *pane) {
  kp_follow *follow = kp_follow_of(pane);
  char key[KP_FOLLOW_KEY];
  if (pane->desk == NULL || follow->view.focus == NULL)
    return;
  kp_follow_key_begun(&follow->view, key);
  kp_desk_drop_drafts(pane->desk, key);
  kp_follow_park_end(follow);
  kp_follow_unmark(follow);
  kp_follow_refuse(pane, NULL);
  follow->rebuild = true;
  follow->focus_form = true;
  kp_pane_refresh(pane);
}

void kp_follow_unmark(kp_follow *follow) {
  kp_form_result_clear(&follow->refused);
  follow->refused_draft[0] = '\0';
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
  if (message != NULL && message[0] != '\0') {
    if (made)
      kp_footer_wrote(pane, NULL, message);
    else
      kp_follow_refuse(pane, kp_text_copy(message));
  }
  free(message);
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
    kp_follow_refuse(pane, kp_workbook_told(answer, &outcome, &none, &error, pane->language, " "));
  else if (outcome.text == KP_TEXT_RESTORE_LATER)
    wrote_text(pane, outcome.text, NULL);
  else
    wrote_text(pane, added > 0 ? KP_TEXT_FOLLOW_ADDED_AGAIN : KP_TEXT_FOLLOW_ALL_THERE, number);
  kp_outcome_clear(&outcome);
  kp_pane_refresh(pane);
}
