/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must be said before a row is done, put aside or put off once more: asked in the body of the
 * panel, saved and cancelled in its footer. */
#include "today.h"

#include "kernpunt/deck.h"
#include "kernpunt/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char reason_field[] = "why";

/* Where the reason is kept while it is typed; `key` is that of its row. */
static char *reason_draft(const char *key) {
  char *draft = NULL;
  kp_text_add(&draft, "", "today/");
  kp_text_add(&draft, "", key);
  kp_text_add(&draft, "", "/_why");
  return draft;
}

static void keep_reason(const kp_pane *pane, const char *why) {
  const kp_today *today = kp_today_of(pane);
  char *draft = today->open != NULL ? reason_draft(today->open) : NULL;
  if (draft != NULL)
    kp_desk_set_draft(pane->desk, draft, why);
  free(draft);
}

/* ------------------------------------------------------------------------------------ beginning */

static void begin(kp_pane *pane, kp_today_mode mode, const char *key) {
  kp_today *today = kp_today_of(pane);
  today->mode = mode;
  kp_today_keep(&today->open, key);
  today->rebuild = today->focus = true;
  kp_pane_refresh(pane);
}

void kp_today_begin_answer(kp_pane *pane, const char *key, bool aside) {
  kp_today_of(pane)->aside = aside;
  kp_desk_set_draft(pane->desk, KP_TODAY_DRAFT_OPEN, key);
  kp_desk_set_draft(pane->desk, KP_TODAY_DRAFT_ASIDE, aside ? "yes" : NULL);
  begin(pane, KP_TODAY_ANSWERS, key);
}

void kp_today_begin_reason(kp_pane *pane, const char *key, kp_date until) {
  kp_today_of(pane)->until = until;
  begin(pane, KP_TODAY_REASONS, key);
}

/* It is over: written, cancelled, or its row is gone. */
static void end(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  if (today->mode == KP_TODAY_REASONS)
    keep_reason(pane, NULL);
  kp_today_keep(&today->open, NULL);
  today->mode = KP_TODAY_LISTS;
  kp_desk_set_draft(pane->desk, KP_TODAY_DRAFT_OPEN, NULL);
  kp_desk_set_draft(pane->desk, KP_TODAY_DRAFT_ASIDE, NULL);
  kp_desk_set_draft(pane->desk, KP_TODAY_DRAFT_LOG, NULL);
  kp_footer_say(pane, KP_FOOTER_TIP, NULL, NULL);
  kp_footer_say(pane, KP_FOOTER_UNSAVED, NULL, NULL);
  today->focus = true;
  kp_pane_refresh(pane);
}

/* -------------------------------------------------------------------------------------- making */

void kp_today_drop_form(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  kp_board_cut(pane->board, KP_TODAY_FIXED);
  kp_form_free(today->form);
  today->form = NULL;
  kp_logging_close(&today->log);
  today->over = false;
  kp_agenda_answers_clear(&today->answers);
  kp_today_keep(&today->built, NULL);
}

static bool add_heading(kp_pane *pane, const char *title, const char *what, kp_uno_error *error) {
  const kp_widget_spec heading = {
      .name = "form_heading", .kind = KP_WIDGET_HEADING, .label = title};
  const kp_widget_spec about = {.name = "form_title", .kind = KP_WIDGET_NOTE, .label = what};
  return kp_board_add(error, pane->board, &heading) != KP_BOARD_NONE &&
         kp_board_add(error, pane->board, &about) != KP_BOARD_NONE;
}

/* Put aside: the reason is asked, and nothing else. */
static size_t asked_of(const kp_today_question *of, bool aside,
                       const kp_method_column *const **asked, const kp_method_column **reason) {
  *asked = of->source->asked;
  if (!aside)
    return of->source->asked_count;
  *reason = kp_method_role_column(of->source->table, KP_ROLE_REASON);
  *asked = reason;
  return *reason != NULL ? 1 : 0;
}

static bool make_answer(kp_pane *pane, kp_uno_error *error) {
  kp_today *today = kp_today_of(pane);
  const kp_method_column *reason = NULL;
  const kp_method_column *const *asked = NULL;
  char draft[200];
  kp_today_question of;
  snprintf(draft, sizeof draft, "today/%s%s/", today->open, today->aside ? "/aside" : "");
  bool good = kp_today_ask(pane, today->open, today->aside, &of) &&
              add_heading(pane,
                          today->aside ? kp_agenda_aside(of.source)->name.in[pane->language]
                                       : of.source->name.in[pane->language],
                          of.what, error);
  if (good) {
    size_t count = asked_of(&of, today->aside, &asked, &reason);
    const kp_form_subject subject = {.table = of.source->table,
                                     .columns = asked,
                                     .count = count,
                                     .id = of.id,
                                     .given = of.answers.values,
                                     .given_count = of.answers.count,
                                     .draft = draft,
                                     .all = true,
                                     .note = of.note};
    today->form = kp_form_new(error, pane->board, pane->desk, pane->context, pane->frame,
                              pane->language, &kp_pane_asks, &subject);
    good = today->form != NULL;
    kp_today_keep(&today->title, of.what);
    /* The form may borrow what it was given. */
    today->answers = of.answers;
    of.answers = (kp_agenda_answers){NULL, NULL, 0};
  }
  kp_today_question_clear(&of);
  return good;
}

static bool make_reason(kp_pane *pane, kp_uno_error *error) {
  kp_today *today = kp_today_of(pane);
  char times[24];
  kp_today_question of;
  bool good = kp_today_ask(pane, today->open, false, &of);
  char *label = NULL;
  if (good) {
    snprintf(times, sizeof times, "%zu",
             kp_agenda_times_postponed(kp_desk_method(pane->desk), kp_desk_rows(pane->desk),
                                       of.source->date, of.id));
    label = kp_text_fill(KP_TEXT_DUE_WHY, pane->language, times, NULL);
    kp_today_keep(&today->title, of.what);
  }
  const kp_widget_spec name = {.name = "label_why", .kind = KP_WIDGET_LABEL, .label = label};
  const kp_widget_spec field = {.name = reason_field,
                                .kind = KP_WIDGET_LINES,
                                .help = kp_pane_word(pane, KP_TEXT_DUE_WHY_HELP),
                                .lines = 2};
  good = good && label != NULL &&
         add_heading(pane, kp_pane_word(pane, KP_TEXT_DUE_SAID_POSTPONED) + sizeof "✓", of.what,
                     error) &&
         kp_board_add(error, pane->board, &name) != KP_BOARD_NONE &&
         kp_board_add(error, pane->board, &field) != KP_BOARD_NONE;
  char *draft = good ? reason_draft(today->open) : NULL;
  const char *typed = draft != NULL ? kp_desk_draft(pane->desk, draft) : NULL;
  if (typed != NULL)
    kp_board_set_text(pane->board, kp_board_find(pane->board, reason_field), typed);
  free(draft);
  free(label);
  kp_today_question_clear(&of);
  return good;
}

static bool make(kp_pane *pane, kp_uno_error *error) {
  switch (kp_today_of(pane)->mode) {
  case KP_TODAY_ANSWERS:
    return make_answer(pane, error);
  case KP_TODAY_REASONS:
    return make_reason(pane, error);
  default:
    return kp_today_make_log(pane, error);
  }
}

static void focus_form(kp_pane *pane) {
  const kp_today *today = kp_today_of(pane);
  if (today->form != NULL)
    kp_form_focus(today->form);
  else
    kp_board_focus(pane->board, kp_board_find(pane->board, reason_field));
}

/* What the footer offers: Save and Cancel with a form, nothing without. */
static void show_foot(kp_pane *pane) {
  const kp_today *today = kp_today_of(pane);
  bool asks = today->mode != KP_TODAY_LISTS;
  kp_footer_save(pane, asks, kp_desk_locked(pane->desk) == KP_DESK_FREE);
  kp_footer_rest(pane, asks ? KP_FOOTER_CANCEL : KP_FOOTER_NO_SLOT);
  if (today->mode == KP_TODAY_LOGS)
    kp_today_say_log(pane, KP_FOOTER_TIP);
  else
    kp_footer_say(pane, KP_FOOTER_TIP, NULL,
                  asks ? kp_pane_word(pane, KP_TEXT_DUE_SAVE_HINT) : NULL);
}

static bool is_made(const kp_today *today) {
  const char *open = today->mode == KP_TODAY_LOGS ? KP_TODAY_DRAFT_LOG : today->open;
  return today->built != NULL && open != NULL && strcmp(open, today->built) == 0;
}

void kp_today_show_form(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  kp_uno_error error = KP_UNO_NO_ERROR;
  bool asked = today->rebuild;
  bool focus = today->focus;
  if (today->mode != KP_TODAY_LISTS && is_made(today) && !asked) {
    show_foot(pane);
    return;
  }
  today->rebuild = today->focus = false;
  kp_today_drop_form(pane);
  if (kp_desk_locked(pane->desk) != KP_DESK_FREE)
    today->mode = KP_TODAY_LISTS;
  if (today->mode != KP_TODAY_LISTS && !make(pane, &error)) {
    kp_today_drop_form(pane);
    end(pane);
    char *text = kp_text_fill(error.message[0] != '\0' ? KP_TEXT_WRITE_FAILED : KP_TEXT_TODAY_GONE,
                              pane->language, error.message, NULL);
    kp_footer_say(pane, KP_FOOTER_REFUSED, NULL, text != NULL ? text : "");
    free(text);
  }
  if (today->mode != KP_TODAY_LISTS) {
    kp_today_keep(&today->built, today->mode == KP_TODAY_LOGS ? KP_TODAY_DRAFT_LOG : today->open);
    if (focus)
      focus_form(pane);
  } else if (focus) {
    kp_board_focus(pane->board, KP_TODAY_ITEMS);
  }
  show_foot(pane);
}

/* -------------------------------------------------------------------------------------- saving */

/* Whether the row of the form is still there: somebody may have deleted it meanwhile. */
static bool is_there(const kp_pane *pane) {
  const kp_method_source *source = NULL;
  const char *id = NULL;
  size_t row = 0;
  return kp_agenda_parse(kp_desk_method(pane->desk), kp_today_of(pane)->open, &source, &id) &&
         kp_desk_find(pane->desk, source->table, id, &row);
}

static void refuse(kp_pane *pane, const char *text) {
  kp_footer_say(pane, KP_FOOTER_REFUSED, NULL, text != NULL ? text : "");
}

static void save_answer(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  kp_form_result result = {.answer = KP_WORKBOOK_REFUSED};
  kp_document document;
  if (today->form == NULL || !kp_pane_document(pane, &document))
    return;
  kp_form_save(today->form, &document, &result);
  kp_pane_done(&document);
  if (!pane->disposed && !kp_board_gone(pane->board)) {
    if (result.answer == KP_WORKBOOK_WRITTEN) {
      end(pane);
      kp_footer_wrote(pane, kp_pane_word(pane, KP_TEXT_DUE_SAID_DONE),
                      today->title != NULL ? today->title : "");
      kp_desk_touch(pane->desk);
      kp_pane_refresh(pane);
    } else {
      refuse(pane, result.message);
    }
  }
  kp_form_result_clear(&result);
}

static void save_reason(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  int field = kp_board_find(pane->board, reason_field);
  char *why = kp_board_text(pane->board, field);
  kp_today_question of;
  char iso[KP_DATE_ISO_SIZE];
  if (why == NULL || kp_fold_blank(why)) {
    refuse(pane, kp_pane_word(pane, KP_TEXT_DUE_WHY_EMPTY));
    kp_board_focus(pane->board, field);
  } else if (kp_today_ask(pane, today->open, false, &of)) {
    char day[KP_DATE_TEXT_SIZE];
    kp_date_iso(today->until, iso);
    kp_date_near(today->until, pane->language, day);
    const kp_entry_value value = {of.source->date->key, iso};
    const kp_entry entry = {
        .table = of.source->table->key, .id = of.id, .values = &value, .count = 1, .note = why};
    char *what = kp_text_fill(KP_TEXT_DUE_TO, pane->language, of.what, day);
    if (kp_today_write(pane, &entry, KP_TEXT_DUE_SAID_POSTPONED, what != NULL ? what : of.what) &&
        !pane->disposed)
      end(pane);
    free(what);
    kp_today_question_clear(&of);
  }
  free(why);
}

void kp_today_save(kp_pane *pane) {
  const kp_today *today = kp_today_of(pane);
  if (today->over) /* pressed again before the next form is there */
    return;
  kp_footer_say(pane, KP_FOOTER_REFUSED, NULL, NULL);
  if (today->mode == KP_TODAY_LOGS)
    kp_today_save_log(pane);
  else if (today->mode == KP_TODAY_LISTS)
    return;
  else if (!is_there(pane))
    refuse(pane, kp_pane_word(pane, KP_TEXT_TODAY_GONE));
  else if (today->mode == KP_TODAY_ANSWERS)
    save_answer(pane);
  else
    save_reason(pane);
}

void kp_today_cancel(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  if (today->mode == KP_TODAY_LISTS)
    return;
  if (today->form != NULL)
    kp_form_discard(today->form);
  kp_footer_say(pane, KP_FOOTER_REFUSED, NULL, NULL);
  end(pane);
}

static void say_typed(kp_pane *pane) {
  kp_footer_say(pane, KP_FOOTER_REFUSED, NULL, NULL);
  if (kp_today_of(pane)->mode == KP_TODAY_LOGS)
    kp_today_say_log(pane, KP_FOOTER_UNSAVED);
  else
    kp_footer_say(pane, KP_FOOTER_UNSAVED, NULL, kp_pane_word(pane, KP_TEXT_DUE_SAVE_HINT));
}

bool kp_today_form_event(kp_pane *pane, const kp_board_event *event) {
  kp_today *today = kp_today_of(pane);
  bool rebuild = false;
  if (today->mode == KP_TODAY_LISTS || event->widget < KP_TODAY_FIXED)
    return false;
  if (event->kind == KP_EVENT_TEXT) {
    if (today->mode == KP_TODAY_REASONS) {
      char *why = kp_board_text(pane->board, kp_board_find(pane->board, reason_field));
      keep_reason(pane, why);
      free(why);
    }
    say_typed(pane);
  }
  if (event->kind == KP_EVENT_SAVE) {
    kp_today_save(pane);
  } else if (event->kind == KP_EVENT_ESCAPE) {
    kp_today_cancel(pane);
  } else if (today->form != NULL && kp_form_event(today->form, event, &rebuild) && rebuild) {
    today->rebuild = true;
    kp_pane_refresh(pane);
  }
  return true;
}
