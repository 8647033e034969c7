/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Done" in the panel Today: written at once when nothing is asked, else through a small form. */
#include "today.h"

#include "kernpunt/deck.h"
#include "kernpunt/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------------------------ what for */

/* A row that is being answered, as it is now. */
typedef struct question {
  const kp_method_source *source;
  const char *id; /* within the key that it was made of */
  size_t row;
  kp_agenda_answers answers;
  bool note; /* the rules want a reason */
  char *title;
} question;

typedef struct row_place {
  kp_desk *desk;
  size_t row;
} row_place;

static char *cell_of(void *data, const kp_method_column *column) {
  const row_place *place = data;
  return kp_desk_cell(place->desk, column, place->row);
}

static void question_clear(question *of) {
  kp_agenda_answers_clear(&of->answers);
  free(of->title);
  of->title = NULL;
}

/* False when the row is gone; clear it whatever comes. */
static bool question_ask(kp_pane *pane, const char *key, question *of) {
  memset(of, 0, sizeof *of);
  if (!kp_agenda_parse(kp_desk_method(pane->desk), key, &of->source, &of->id) ||
      !kp_desk_find(pane->desk, of->source->table, of->id, &of->row))
    return false;
  row_place place = {pane->desk, of->row};
  char *me = kp_desk_me(pane->desk);
  char *what = of->source->text != NULL ? cell_of(&place, of->source->text) : NULL;
  const kp_agenda_asker asker = {.me = me,
                                 .words = kp_desk_rows(pane->desk)->language,
                                 .today = kp_workbook_today(),
                                 .cell = cell_of,
                                 .data = &place};
  bool good = me != NULL && kp_agenda_answers_fill(of->source, &asker, &of->answers);
  if (good) {
    of->title = kp_agenda_title(of->source, what != NULL ? what : "", pane->language);
    of->note = kp_agenda_wants_note(kp_desk_book(pane->desk), asker.words, of->source, of->row,
                                    &of->answers, asker.today);
  }
  free(what);
  free(me);
  return good && of->title != NULL;
}

/* ------------------------------------------------------------------------------------ at once */

static void say_done(kp_pane *pane, const char *title, char *more) {
  char *head = kp_text_fill(KP_TEXT_TODAY_ANSWERED, pane->language, title, NULL);
  const char *parts[] = {head, more, kp_pane_word(pane, KP_TEXT_TODAY_UNDO)};
  kp_today_say(pane, KP_TODAY_SAID, kp_text_join(parts, 3, "\n"));
  kp_today_of(pane)->done = true;
  kp_today_of(pane)->steps = kp_undone_count(kp_desk_model(pane->desk));
  free(head);
  free(more);
}

static void write_answers(kp_pane *pane, const question *of) {
  kp_entry entry = {.table = of->source->table->key,
                    .id = of->id,
                    .values = of->answers.values,
                    .count = of->answers.count};
  kp_method_findings findings = {NULL, 0, 0};
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_document document;
  if (!kp_pane_document(pane, &document))
    return;
  kp_workbook_answer answer = kp_workbook_change(&error, &document, &entry, &findings, &outcome);
  kp_pane_done(&document);
  char *words = kp_workbook_told(answer, &outcome, &findings, &error, pane->language, "\n");
  if (answer == KP_WORKBOOK_WRITTEN) {
    say_done(pane, of->title, words);
    kp_desk_touch(pane->desk);
    kp_pane_refresh(pane);
  } else {
    kp_today_say(pane, KP_TODAY_SAID, words);
  }
  kp_method_findings_clear(&findings);
  kp_outcome_clear(&outcome);
}

bool kp_today_follows(const kp_pane *pane, const kp_agenda_row *row) {
  return kp_method_practice_of(kp_desk_method(pane->desk), row->source->table) != NULL;
}

void kp_today_follow(kp_pane *pane, const char *id) {
  kp_desk_set_draft(pane->desk, KP_FOLLOW_CHOSEN, id[0] != '\0' ? id : KP_FOLLOW_NEW);
  kp_desk_touch(pane->desk); /* the panel may be open and show another one */
  kp_pane_show_other(pane, KP_DECK_FOLLOW);
}

void kp_today_answer(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  const kp_agenda_row *row = kp_today_row(pane);
  question of;
  if (row == NULL || kp_desk_locked(pane->desk) != KP_DESK_FREE)
    return;
  if (!kp_agenda_answerable(row->source)) {
    if (kp_today_follows(pane, row))
      kp_today_follow(pane, row->id);
    return;
  }
  if (!question_ask(pane, today->selected, &of)) {
    kp_today_say(pane, KP_TODAY_SAID, kp_text_fill(KP_TEXT_TODAY_GONE, pane->language, NULL, NULL));
  } else if (of.source->asked_count == 0 && !of.note) {
    write_answers(pane, &of);
  } else {
    kp_today_keep(&today->open, today->selected);
    kp_desk_set_draft(pane->desk, KP_TODAY_DRAFT_OPEN, today->open);
    kp_board_set_label(pane->board, KP_TODAY_SAID, "");
    today->rebuild = true;
    kp_pane_refresh(pane);
  }
  question_clear(&of);
}

/* ------------------------------------------------------------------------------------ the form */

void kp_today_drop_form(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  kp_board_cut(pane->board, KP_TODAY_FIXED);
  kp_form_free(today->form);
  today->form = NULL;
  kp_agenda_answers_clear(&today->answers);
  kp_today_keep(&today->built, NULL);
}

static bool add_buttons(kp_pane *pane, kp_uno_error *error) {
  const kp_widget_spec said = {.name = "form_said", .kind = KP_WIDGET_NOTE};
  const kp_widget_spec save = {.name = "save",
                               .kind = KP_WIDGET_BUTTON,
                               .label = kp_pane_word(pane, KP_TEXT_TODAY_SAVE),
                               .help = kp_pane_word(pane, KP_TEXT_TODAY_HELP_SAVE),
                               .narrow = true};
  const kp_widget_spec cancel = {.name = "cancel",
                                 .kind = KP_WIDGET_BUTTON,
                                 .label = kp_pane_word(pane, KP_TEXT_TODAY_CANCEL),
                                 .help = kp_pane_word(pane, KP_TEXT_TODAY_HELP_CANCEL),
                                 .beside = true,
                                 .narrow = true};
  return kp_board_add(error, pane->board, &said) != KP_BOARD_NONE &&
         kp_board_add(error, pane->board, &save) != KP_BOARD_NONE &&
         kp_board_add(error, pane->board, &cancel) != KP_BOARD_NONE;
}

static bool add_heading(kp_pane *pane, const char *title, kp_uno_error *error) {
  const kp_widget_spec heading = {.name = "form_heading",
                                  .kind = KP_WIDGET_HEADING,
                                  .label = kp_pane_word(pane, KP_TEXT_TODAY_ANSWER)};
  const kp_widget_spec what = {.name = "form_title", .kind = KP_WIDGET_NOTE, .label = title};
  return kp_board_add(error, pane->board, &heading) != KP_BOARD_NONE &&
         kp_board_add(error, pane->board, &what) != KP_BOARD_NONE;
}

static bool make_form(kp_pane *pane, kp_uno_error *error) {
  kp_today *today = kp_today_of(pane);
  char draft[200];
  question of;
  snprintf(draft, sizeof draft, "today/%s/", today->open);
  bool good = question_ask(pane, today->open, &of) && add_heading(pane, of.title, error);
  if (good) {
    const kp_form_subject subject = {.table = of.source->table,
                                     .columns = of.source->asked,
                                     .count = of.source->asked_count,
                                     .id = of.id,
                                     .given = of.answers.values,
                                     .given_count = of.answers.count,
                                     .draft = draft,
                                     .all = true,
                                     .note = of.note};
    today->form = kp_form_new(error, pane->board, pane->desk, pane->context, pane->frame,
                              pane->language, &kp_pane_asks, &subject);
    good = today->form != NULL && add_buttons(pane, error);
    kp_today_keep(&today->title, of.title);
    /* The form may borrow what it was given. */
    today->answers = of.answers;
    of.answers = (kp_agenda_answers){NULL, NULL, 0};
  }
  question_clear(&of);
  return good;
}

/* The answer is over: written, cancelled, or its row is gone. */
static void end_answer(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  kp_today_keep(&today->open, NULL);
  kp_desk_set_draft(pane->desk, KP_TODAY_DRAFT_OPEN, NULL);
}

void kp_today_show_form(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  kp_uno_error error = KP_UNO_NO_ERROR;
  bool fresh = today->form == NULL;
  bool same = !fresh && today->open != NULL && today->built != NULL &&
              strcmp(today->open, today->built) == 0;
  bool asked = today->rebuild;
  today->rebuild = false;
  if (same && !asked)
    return;
  kp_today_drop_form(pane);
  if (today->open == NULL || kp_desk_locked(pane->desk) != KP_DESK_FREE)
    return;
  if (make_form(pane, &error)) {
    kp_today_keep(&today->built, today->open);
    if (asked)
      kp_form_focus(today->form);
  } else {
    kp_today_drop_form(pane);
    end_answer(pane);
    kp_today_say(pane, KP_TODAY_SAID,
                 kp_text_fill(error.message[0] != '\0' ? KP_TEXT_WRITE_FAILED : KP_TEXT_TODAY_GONE,
                              pane->language, error.message, NULL));
  }
}

static void say_in_form(kp_pane *pane, const char *text) {
  kp_board_set_label(pane->board, kp_board_find(pane->board, "form_said"),
                     text != NULL ? text : "");
}

/* Whether the row of the form is still there: somebody may have deleted it meanwhile. */
static bool is_there(const kp_pane *pane) {
  const kp_method_source *source = NULL;
  const char *id = NULL;
  size_t row = 0;
  return kp_agenda_parse(kp_desk_method(pane->desk), kp_today_of(pane)->built, &source, &id) &&
         kp_desk_find(pane->desk, source->table, id, &row);
}

static void save(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  kp_form_result result = {.answer = KP_WORKBOOK_REFUSED};
  kp_document document;
  if (!is_there(pane)) {
    say_in_form(pane, kp_pane_word(pane, KP_TEXT_TODAY_GONE));
    return;
  }
  if (!kp_pane_document(pane, &document))
    return;
  kp_form_save(today->form, &document, &result);
  kp_pane_done(&document);
  if (!pane->disposed && !kp_board_gone(pane->board)) {
    kp_board_hold(pane->board, true);
    if (result.answer == KP_WORKBOOK_WRITTEN) {
      say_done(pane, today->title != NULL ? today->title : "", NULL);
      end_answer(pane);
      kp_desk_touch(pane->desk);
      kp_pane_refresh(pane);
    } else {
      say_in_form(pane, result.message);
    }
    kp_board_hold(pane->board, false);
  }
  kp_form_result_clear(&result);
}

bool kp_today_form_event(kp_pane *pane, const kp_board_event *event) {
  kp_today *today = kp_today_of(pane);
  bool rebuild = false;
  if (today->form == NULL || event->widget < KP_TODAY_FIXED)
    return false;
  if (event->kind == KP_EVENT_SAVE ||
      (event->kind == KP_EVENT_PRESS && event->widget == kp_board_find(pane->board, "save"))) {
    save(pane);
  } else if (event->kind == KP_EVENT_PRESS &&
             event->widget == kp_board_find(pane->board, "cancel")) {
    kp_form_discard(today->form);
    end_answer(pane);
    kp_pane_refresh(pane);
  } else if (kp_form_event(today->form, event, &rebuild) && rebuild) {
    today->rebuild = true;
    kp_pane_refresh(pane);
  }
  return true;
}
