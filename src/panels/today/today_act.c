/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done about a row at once: done, put off, put aside, handed over, opened. */
#include "today.h"

#include "kernpunt/deck.h"
#include "kernpunt/dialog.h"
#include "kernpunt/session.h"
#include "kernpunt/workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------------------------ what for */

typedef struct row_place {
  kp_desk *desk;
  size_t row;
} row_place;

static char *cell_of(void *data, const kp_method_column *column) {
  const row_place *place = data;
  return kp_desk_cell(place->desk, column, place->row);
}

void kp_today_question_clear(kp_today_question *of) {
  kp_agenda_answers_clear(&of->answers);
  free(of->what);
  of->what = NULL;
}

/* The status that puts the row aside, as the only answer. */
static bool answer_aside(const kp_today_question *of, kp_agenda_answers *answers) {
  const kp_method_item *item = kp_agenda_aside(of->source);
  const kp_method_column *status = kp_method_status(of->source->table);
  *answers = (kp_agenda_answers){.values = calloc(2, sizeof *answers->values),
                                 .texts = calloc(2, sizeof *answers->texts)};
  if (item == NULL || answers->values == NULL || answers->texts == NULL ||
      (answers->texts[0] = kp_text_copy(item->key)) == NULL) {
    kp_agenda_answers_clear(answers);
    return false;
  }
  answers->values[0] = (kp_entry_value){status->key, answers->texts[0]};
  answers->count = 1;
  return true;
}

bool kp_today_ask(kp_pane *pane, const char *key, bool aside, kp_today_question *of) {
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
  bool good = me != NULL && (aside ? answer_aside(of, &of->answers)
                                   : kp_agenda_answers_fill(of->source, &asker, &of->answers));
  if (good) {
    of->what =
        kp_text_copy(what != NULL && what[0] != '\0' ? what : of->source->name.in[pane->language]);
    of->note = kp_agenda_wants_note(kp_desk_book(pane->desk), asker.words, of->source, of->row,
                                    &of->answers, asker.today);
  }
  free(what);
  free(me);
  return good && of->what != NULL;
}

static void say_gone(kp_pane *pane) {
  kp_footer_say(pane, KP_FOOTER_REFUSED, NULL, kp_pane_word(pane, KP_TEXT_TODAY_GONE));
}

/* ------------------------------------------------------------------------------------- writing */

/* What was saved with warnings all the same is told behind what was written. */
static void tell_written(kp_pane *pane, kp_text head, const char *what, const char *more) {
  const char *parts[] = {what, more};
  char *text = kp_text_join(parts, 2, "\n");
  kp_footer_wrote(pane, kp_pane_word(pane, head), text != NULL ? text : what);
  free(text);
}

bool kp_today_write(kp_pane *pane, const kp_entry *entry, kp_text head, const char *what) {
  kp_method_findings findings = {NULL, 0, 0};
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_document document;
  if (!kp_pane_document(pane, &document))
    return false;
  kp_workbook_answer answer = kp_workbook_change(&error, &document, entry, &findings, &outcome);
  kp_pane_done(&document);
  bool written = answer == KP_WORKBOOK_WRITTEN;
  if (!pane->disposed) {
    /* What is advised after a write waits in Check; what the workbook itself says is told. */
    char *words = kp_workbook_told(answer, &outcome, written ? NULL : &findings, &error,
                                   pane->language, "\n");
    if (written)
      tell_written(pane, head, what, words);
    else
      kp_footer_say(pane, KP_FOOTER_REFUSED, NULL, words != NULL ? words : "");
    free(words);
    kp_desk_touch(pane->desk);
    kp_pane_refresh(pane);
  }
  kp_method_findings_clear(&findings);
  kp_outcome_clear(&outcome);
  return written;
}

void kp_today_done(kp_pane *pane) {
  const kp_agenda_row *row = kp_today_row(pane);
  kp_today_question of;
  if (row == NULL || row->id[0] == '\0' || kp_desk_locked(pane->desk) != KP_DESK_FREE ||
      !kp_agenda_answerable(row->source))
    return;
  kp_footer_say(pane, KP_FOOTER_REFUSED, NULL, NULL);
  if (!kp_today_ask(pane, kp_today_of(pane)->selected, false, &of)) {
    say_gone(pane);
  } else if (kp_agenda_at_once(of.source) && !of.note) {
    const kp_entry entry = {.table = of.source->table->key,
                            .id = of.id,
                            .values = of.answers.values,
                            .count = of.answers.count};
    kp_today_write(pane, &entry, KP_TEXT_DUE_SAID_DONE, of.what);
  } else {
    kp_today_begin_answer(pane, kp_today_of(pane)->selected, false);
  }
  kp_today_question_clear(&of);
}

/* ---------------------------------------------------------------------------------- putting off */

/* `key` is that of the row the menu was opened for: another one may be selected by now. */
static void put_off(kp_pane *pane, const char *key, kp_date until) {
  kp_today_question of;
  char iso[KP_DATE_ISO_SIZE];
  char day[KP_DATE_TEXT_SIZE];
  if (!kp_today_ask(pane, key, false, &of)) {
    say_gone(pane);
    kp_today_question_clear(&of);
    return;
  }
  size_t times = kp_agenda_times_postponed(kp_desk_method(pane->desk), kp_desk_rows(pane->desk),
                                           of.source->date, of.id);
  if (times >= KP_AGENDA_ASKS_AFTER) {
    kp_today_begin_reason(pane, key, until);
  } else {
    kp_date_iso(until, iso);
    kp_date_near(until, pane->language, day);
    const kp_entry_value value = {of.source->date->key, iso};
    const kp_entry entry = {
        .table = of.source->table->key, .id = of.id, .values = &value, .count = 1};
    char *what = kp_text_fill(KP_TEXT_DUE_TO, pane->language, of.what, day);
    kp_today_write(pane, &entry, KP_TEXT_DUE_SAID_POSTPONED, what != NULL ? what : of.what);
    free(what);
  }
  kp_today_question_clear(&of);
}

static void put_off_to_chosen(kp_pane *pane, const char *key) {
  kp_date date = kp_agenda_postponed(KP_AGENDA_NEXT_WEEK, kp_workbook_today());
  kp_board_set_busy(pane->board, true);
  bool chosen = kp_dialog_date(pane->context, pane->frame, pane->language, &date);
  kp_board_set_busy(pane->board, false);
  if (chosen && !pane->disposed)
    put_off(pane, key, date);
}

/* A menu of the people; the one who has it is marked. */
static void hand_over(kp_pane *pane, const kp_method_column *who, const char *id) {
  kp_document document;
  kp_uno_error error = KP_UNO_NO_ERROR;
  char **people = NULL;
  size_t count = 0;
  bool good =
      kp_pane_document(pane, &document) && kp_workbook_people(&error, &document, &people, &count);
  uno_Interface *model = good ? kp_uno_acquire(document.model) : NULL;
  kp_pane_done(&document);
  size_t row = 0;
  char *now = good && kp_desk_find(pane->desk, who->table, id, &row)
                  ? kp_desk_cell(pane->desk, who, row)
                  : NULL;
  kp_board_row *rows = calloc(count + 1, sizeof *rows);
  for (size_t i = 0; rows != NULL && i < count; i++)
    rows[i] =
        (kp_board_row){.text = people[i], .checked = now != NULL && kp_fold_same(now, people[i])};
  int chosen = rows != NULL && count > 0
                   ? kp_board_menu(pane->board, KP_TODAY_POSTPONE, rows, count, model)
                   : KP_BOARD_NONE;
  if (chosen >= 0 && !pane->disposed) {
    const kp_entry_value value = {who->key, people[chosen]};
    const kp_entry entry = {.table = who->table->key, .id = id, .values = &value, .count = 1};
    kp_today_write(pane, &entry, KP_TEXT_DUE_SAID_OVER, people[chosen]);
  }
  free(rows);
  free(now);
  kp_uno_release(model);
  kp_workbook_people_free(people, count);
}

enum { MENU_DATE = KP_AGENDA_DELAYS, MENU_ASIDE, MENU_OVER, MENU_ROWS };

static size_t fill_menu(const kp_pane *pane, const kp_agenda_row *row, char *texts[MENU_ROWS],
                        int what[MENU_ROWS], kp_board_row rows[MENU_ROWS]) {
  static const kp_text days[KP_AGENDA_DELAYS] = {
      [KP_AGENDA_TOMORROW] = KP_TEXT_DUE_TOMORROW,
      [KP_AGENDA_NEXT_WEEK] = KP_TEXT_DUE_NEXT_WEEK,
      [KP_AGENDA_TWO_WEEKS] = KP_TEXT_DUE_TWO_WEEKS,
      [KP_AGENDA_END_OF_MONTH] = KP_TEXT_DUE_END_OF_MONTH,
  };
  const kp_method_item *aside = kp_agenda_aside(row->source);
  size_t count = 0;
  for (int i = 0; i < MENU_ROWS; i++) {
    char day[KP_DATE_TEXT_SIZE] = "";
    char *text = NULL;
    if (i < KP_AGENDA_DELAYS) {
      kp_date_near(kp_agenda_postponed((kp_agenda_delay)i, kp_workbook_today()), pane->language,
                   day);
      text = kp_text_fill(days[i], pane->language, day, NULL);
    } else if (i == MENU_DATE) {
      text = kp_text_copy(kp_pane_word(pane, KP_TEXT_DUE_CHOOSE_DATE));
    } else if (i == MENU_ASIDE && aside != NULL) {
      text = kp_text_fill(KP_TEXT_DUE_ASIDE, pane->language, aside->name.in[pane->language], NULL);
    } else if (i == MENU_OVER && row->source->who != NULL) {
      text = kp_text_copy(kp_pane_word(pane, KP_TEXT_DUE_HAND_OVER));
    }
    if (text == NULL)
      continue;
    texts[count] = text;
    what[count] = i;
    rows[count++] = (kp_board_row){.text = text, .separated = i == MENU_DATE || i == MENU_OVER};
  }
  return count;
}

void kp_today_postpone(kp_pane *pane) {
  const kp_agenda_row *row = kp_today_row(pane);
  char *texts[MENU_ROWS] = {NULL};
  int what[MENU_ROWS] = {0};
  kp_board_row rows[MENU_ROWS];
  if (row == NULL || row->id[0] == '\0' || !kp_agenda_postponable(row->source) ||
      kp_desk_locked(pane->desk) != KP_DESK_FREE)
    return;
  kp_footer_say(pane, KP_FOOTER_REFUSED, NULL, NULL);
  /* The list may be read anew, and another row selected, while the menu is open. */
  char *id = kp_text_copy(row->id);
  char *key = kp_text_copy(kp_today_of(pane)->selected);
  const kp_method_column *who = row->source->who;
  uno_Interface *model = kp_uno_acquire(kp_desk_model(pane->desk));
  size_t count = fill_menu(pane, row, texts, what, rows);
  int at = kp_board_menu(pane->board, KP_TODAY_POSTPONE, rows, count, model);
  int chosen = at >= 0 ? what[at] : KP_BOARD_NONE;
  if (!pane->disposed && id != NULL && key != NULL) {
    if (chosen >= 0 && chosen < KP_AGENDA_DELAYS)
      put_off(pane, key, kp_agenda_postponed((kp_agenda_delay)chosen, kp_workbook_today()));
    else if (chosen == MENU_DATE)
      put_off_to_chosen(pane, key);
    else if (chosen == MENU_ASIDE)
      kp_today_begin_answer(pane, key, true);
    else if (chosen == MENU_OVER)
      hand_over(pane, who, id);
  }
  kp_uno_release(model);
  free(id);
  free(key);
  for (size_t i = 0; i < count; i++)
    free(texts[i]);
}

/* ------------------------------------------------------------------------------------- opening */

static bool jump(kp_pane *pane, const kp_agenda_row *row) {
  const kp_method_table *table = row->source->table;
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_document document;
  bool there = false;
  if (kp_pane_document(pane, &document)) {
    if (row->id[0] != '\0') {
      there = kp_workbook_jump(&error, &document, table->key, row->id, row->source->date->key);
    } else if (kp_desk_reader(pane->desk) != NULL) {
      kp_reader *reader = kp_desk_reader(pane->desk);
      char *sheet = kp_reader_sheet_name(reader, table);
      int32_t place = kp_reader_sheet_row(reader, table, row->row);
      int32_t column = kp_reader_sheet_column(reader, row->source->date);
      char cell[KP_AGENDA_CELL_SIZE];
      there = sheet != NULL && kp_agenda_cell(column, place, cell) &&
              kp_workbook_jump_cell(&error, &document, sheet, cell);
      free(sheet);
    }
  }
  kp_pane_done(&document);
  return there;
}

void kp_today_follow(kp_pane *pane, const char *id) {
  kp_desk_set_draft(pane->desk, KP_FOLLOW_CHOSEN, id[0] != '\0' ? id : KP_FOLLOW_NEW);
  kp_desk_touch(pane->desk); /* the panel may be open and show another one */
  kp_pane_show_other(pane, KP_DECK_FOLLOW);
}

/* The row of the practice that this row belongs to, malloc'ed; "" when it stands alone. */
static char *owner_of(const kp_pane *pane, const kp_method_practice *practice,
                      const kp_agenda_row *row) {
  const kp_method_table *table = row->source->table;
  size_t at = 0;
  if (table == practice->table)
    return kp_text_copy(row->id);
  if (row->id[0] != '\0' && kp_desk_find(pane->desk, table, row->id, &at))
    for (size_t i = 0; i < table->count; i++)
      if (table->columns[i]->kind == KP_METHOD_LINK && table->columns[i]->target == practice->table)
        return kp_desk_cell(pane->desk, table->columns[i], at);
  return kp_text_copy("");
}

/* Finds the step of a practice that has a form for the row, and shows it there. */
static bool open_in_form(kp_pane *pane, const kp_agenda_row *row) {
  const kp_method *method = kp_desk_method(pane->desk);
  for (size_t i = 0; i < method->practice_count; i++) {
    const kp_method_practice *practice = method->practices[i];
    for (size_t k = 0; k < practice->step_count; k++)
      for (size_t t = 0; t < practice->steps[k]->task_count; t++) {
        const kp_method_task *task = practice->steps[k]->tasks[t];
        if (task->form->table != row->source->table ||
            (row->source->form != NULL && task->form != row->source->form) || task->fills != NULL)
          continue;
        char *owner = owner_of(pane, practice, row);
        bool alone = owner == NULL || owner[0] == '\0';
        bool good = !alone || task->form->table->role == KP_ROLE_ACTION;
        if (good)
          kp_deck_choose_task(pane->desk, alone ? KP_FOLLOW_LOOSE : owner, practice->steps[k], task,
                              row->id);
        free(owner);
        if (good)
          return true;
      }
  }
  return false;
}

void kp_today_open(kp_pane *pane) {
  const kp_agenda_row *row = kp_today_row(pane);
  if (row == NULL)
    return;
  bool there = jump(pane, row);
  row = kp_today_row(pane); /* the office may have run on */
  if (pane->disposed || row == NULL)
    return;
  if (!there)
    say_gone(pane);
  else if (row->id[0] != '\0' && open_in_form(pane, row)) {
    kp_desk_touch(pane->desk);
    kp_pane_show_other(pane, KP_DECK_FOLLOW);
  }
}
