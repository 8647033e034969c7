/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panel Check: what the rules find in the workbook. It checks when it is opened and when it is
 * asked to; checking changes nothing. */
#include "check_pane.h"

#include "kernpunt/port.h"
#include "kernpunt/workbook.h"

#include <stdlib.h>
#include <string.h>

static bool build_check(kp_pane *pane, kp_uno_error *error) {
  static const kp_widget_spec widgets[KP_CHECKED_PLACES] = {
      [KP_CHECKED_NOTICE] = {.name = "notice", .kind = KP_WIDGET_NOTE},
      [KP_CHECKED_SUMMARY] = {.name = "summary", .kind = KP_WIDGET_NOTE, .look = {.strong = true}},
      [KP_CHECKED_AGAIN] = {.name = "check",
                            .kind = KP_WIDGET_BUTTON,
                            .beside = true,
                            .narrow = true},
      [KP_CHECKED_SEEN] = {.name = "seen",
                           .kind = KP_WIDGET_NOTE,
                           .look = {.tone = KP_TONE_QUIET, .small = true}},
      [KP_CHECKED_LIST] = {.name = "problems", .kind = KP_WIDGET_GRID, .lines = 2},
      [KP_CHECKED_DETAIL] = {.name = "detail", .kind = KP_WIDGET_NOTE, .look = {.strong = true}},
      [KP_CHECKED_PLACE] = {.name = "place",
                            .kind = KP_WIDGET_NOTE,
                            .look = {.tone = KP_TONE_QUIET, .small = true}},
      [KP_CHECKED_OPEN] = {.name = "jump", .kind = KP_WIDGET_BUTTON, .narrow = true},
      [KP_CHECKED_BACK] = {.name = "previous",
                           .kind = KP_WIDGET_BUTTON,
                           .label = "◀",
                           .beside = true,
                           .narrow = true},
      [KP_CHECKED_ON] =
          {.name = "next", .kind = KP_WIDGET_BUTTON, .label = "▶", .beside = true, .narrow = true},
      [KP_CHECKED_LEAVE] = {.name = "leave",
                            .kind = KP_WIDGET_BUTTON,
                            .beside = true,
                            .narrow = true},
      [KP_CHECKED_REPAIR] = {.name = "repair", .kind = KP_WIDGET_BUTTON, .narrow = true},
      [KP_CHECKED_RULE] = {.name = "rule",
                           .kind = KP_WIDGET_STRIPE,
                           .lines = 1,
                           .look = {.tone = KP_TONE_TRACK}},
      [KP_CHECKED_TIPS] = {.name = "tips", .kind = KP_WIDGET_BUTTON, .narrow = true},
      [KP_CHECKED_TIPS_NOTE] = {.name = "tips_note",
                                .kind = KP_WIDGET_NOTE,
                                .beside = true,
                                .look = {.tone = KP_TONE_QUIET, .small = true}},
  };
  static const struct {
    kp_text label;
    kp_text help;
  } words[KP_CHECKED_PLACES] = {
      [KP_CHECKED_AGAIN] = {KP_TEXT_CHECKED_AGAIN, KP_TEXT_CHECKED_HELP_NOW},
      [KP_CHECKED_OPEN] = {KP_TEXT_CHECKED_OPEN, KP_TEXT_TODAY_HELP_JUMP},
      [KP_CHECKED_BACK] = {KP_TEXT_NONE, KP_TEXT_CHECKED_PREVIOUS},
      [KP_CHECKED_ON] = {KP_TEXT_NONE, KP_TEXT_CHECKED_NEXT},
      [KP_CHECKED_LEAVE] = {KP_TEXT_CHECKED_LEAVE, KP_TEXT_CHECKED_HELP_LEAVE},
      [KP_CHECKED_REPAIR] = {KP_TEXT_CHECKED_REPAIR, KP_TEXT_CHECKED_HELP_REPAIR},
      [KP_CHECKED_TIPS_NOTE] = {KP_TEXT_CHECKED_TIPS_NOTE, KP_TEXT_NONE},
  };
  for (int i = 0; i < KP_CHECKED_PLACES; i++) {
    kp_widget_spec spec = widgets[i];
    if (words[i].label != KP_TEXT_NONE)
      spec.label = kp_pane_word(pane, words[i].label);
    if (words[i].help != KP_TEXT_NONE)
      spec.help = kp_pane_word(pane, words[i].help);
    if (kp_board_add(error, pane->board, &spec) != i)
      return false;
    kp_board_show(pane->board, i, false);
  }
  kp_board_set_name(pane->board, KP_CHECKED_BACK, kp_pane_word(pane, KP_TEXT_CHECKED_PREVIOUS));
  kp_board_set_name(pane->board, KP_CHECKED_ON, kp_pane_word(pane, KP_TEXT_CHECKED_NEXT));
  return kp_footer_add(pane, false, error);
}

/* ------------------------------------------------------------------------------------ checking */

static void take(kp_pane *pane, kp_checked *of, const kp_document *document, kp_check found) {
  const kp_method_rows *rows = kp_desk_rows(pane->desk);
  kp_check_clear(&of->found);
  of->found = found;
  of->done = true;
  of->edition = kp_desk_edition(pane->desk);
  of->sheets = of->rows = 0;
  if (rows != NULL)
    kp_checked_rows(document->method, rows, &of->sheets, &of->rows);
  kp_port_time(of->time);
}

/* False when nothing was found out. */
static bool check_workbook(kp_pane *pane) {
  kp_checked *of = pane->state;
  kp_check found = {NULL, 0, 0};
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_document document;
  if (!kp_pane_document(pane, &document))
    return false;
  bool good = kp_workbook_check(&error, &document, &found) &&
              (kp_checked_sort(document.method, &found) || kp_uno_error_memory(&error));
  if (good) {
    int at = of->done ? kp_board_selected(pane->board, KP_CHECKED_LIST) : 0;
    take(pane, of, &document, found);
    int last = (int)kp_checked_listed(&of->found, of->tips) - 1;
    kp_board_select(pane->board, KP_CHECKED_LIST, KP_BOARD_NONE);
    kp_checked_show(pane);
    kp_board_select(pane->board, KP_CHECKED_LIST,
                    last < 0    ? KP_BOARD_NONE
                    : at < 0    ? 0
                    : at > last ? last
                                : at);
    kp_checked_show_problem(pane);
  } else {
    kp_check_clear(&found);
    char *text = kp_text_fill(KP_TEXT_CHECKED_FAILED, pane->language, error.message, NULL);
    kp_footer_say(pane, KP_FOOTER_REFUSED, NULL, text);
    free(text);
  }
  kp_pane_done(&document);
  return good;
}

/* The sidebar makes folded panels too: one that never had a width was not opened yet. */
static void refresh_check(kp_pane *pane) {
  kp_checked *of = pane->state;
  bool set_up = pane->desk != NULL && kp_desk_set_up(pane->desk);
  bool wanted = set_up && (of->wanted || (!of->done && !of->failed && pane->width > 0));
  of->wanted = false;
  if (!wanted || !check_workbook(pane)) {
    of->failed = of->failed || wanted; /* not again and again */
    kp_checked_show(pane);
  }
}

/* Says so first: with many rows people see the panel at work before its answer. */
static void check_now(kp_pane *pane) {
  kp_checked *of = pane->state;
  of->wanted = true;
  of->failed = false;
  kp_board_set_label(pane->board, KP_CHECKED_SUMMARY, kp_pane_word(pane, KP_TEXT_CHECKED_BUSY));
  kp_board_paint(pane->board);
  kp_pane_refresh(pane);
}

/* -------------------------------------------------------------------------------------- acting */

static void say_refused(kp_pane *pane, char *text) {
  kp_footer_say(pane, KP_FOOTER_REFUSED, NULL, text);
  free(text);
}

/* By its cell as long as nothing changed, which also finds the second of two equal IDs; then by its
 * ID. */
static void jump(kp_pane *pane) {
  const kp_check_item *item = kp_checked_selected(pane);
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_document document;
  if (item == NULL || item->sheet[0] == '\0' || !kp_pane_document(pane, &document))
    return;
  bool by_id = item->id[0] != '\0' && !kp_checked_fresh(pane);
  bool good = by_id ? kp_workbook_jump(&error, &document, item->table, item->id,
                                       item->column[0] != '\0' ? item->column : NULL)
                    : kp_workbook_jump_cell(&error, &document, item->sheet, item->cell);
  if (!good)
    say_refused(pane, kp_text_fill(by_id ? KP_TEXT_TODAY_GONE : KP_TEXT_TODAY_NO_CELL,
                                   pane->language, NULL, NULL));
  kp_pane_done(&document);
}

/* To the problem before or after this one, and to its cell. */
static void walk(kp_pane *pane, int by) {
  const kp_checked *of = pane->state;
  size_t listed = kp_checked_listed(&of->found, of->tips);
  if (listed > KP_CHECKED_SHOWN)
    listed = KP_CHECKED_SHOWN;
  int at = kp_checked_step(kp_board_selected(pane->board, KP_CHECKED_LIST), by, listed);
  if (at < 0)
    return;
  kp_board_select(pane->board, KP_CHECKED_LIST, at);
  kp_checked_show_problem(pane);
  jump(pane);
}

static void told(kp_pane *pane, kp_workbook_answer answer, const kp_outcome *outcome,
                 const kp_uno_error *error, kp_text done) {
  if (answer == KP_WORKBOOK_WRITTEN)
    kp_footer_wrote(pane, NULL, kp_pane_word(pane, done));
  else
    say_refused(pane, kp_workbook_told(answer, outcome, NULL, error, pane->language, " "));
}

/* The office ran on while the menu was open: the selected problem is looked for anew. */
static void leave(kp_pane *pane) {
  static const kp_text words[] = {
      [KP_LEAVE_DAYS] = KP_TEXT_CHECKED_LEAVE_DAYS,
      [KP_LEAVE_CHANGED] = KP_TEXT_CHECKED_LEAVE_CHANGED,
      [KP_LEAVE_RULE] = KP_TEXT_CHECKED_LEAVE_RULE,
  };
  enum { WAYS = KP_LEAVE_RULE + 1 };
  const kp_checked *of = pane->state;
  const kp_check_item *item = kp_checked_selected(pane);
  bool can = item != NULL && kp_workbook_can_leave(item);
  kp_board_row rows[WAYS + 1] = {{.text = NULL}};
  for (int i = 0; i < WAYS; i++)
    rows[i] = (kp_board_row){.text = kp_pane_word(pane, words[i]), .disabled = !can};
  rows[WAYS] = (kp_board_row){.text = kp_pane_word(pane, KP_TEXT_CHECKED_LEAVE_NOTHING),
                              .separated = true,
                              .disabled = of->found.left == 0};
  int way = kp_board_menu(pane->board, KP_CHECKED_LEAVE, rows, WAYS + 1,
                          pane->desk != NULL ? kp_desk_model(pane->desk) : NULL);
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_document document;
  if (way < 0 || pane->disposed || kp_board_gone(pane->board) || pane->desk == NULL)
    return;
  item = kp_checked_selected(pane);
  if ((way < WAYS && item == NULL) || !kp_pane_document(pane, &document))
    return;
  kp_workbook_answer answer =
      way < WAYS ? kp_workbook_leave(&error, &document, item, (kp_leave)way, &outcome)
                 : kp_workbook_leave_nothing(&error, &document, &outcome);
  kp_pane_done(&document);
  if (answer == KP_WORKBOOK_WRITTEN) {
    kp_desk_touch(pane->desk);
    check_now(pane);
  }
  told(pane, answer, &outcome, &error,
       way < WAYS ? KP_TEXT_CHECKED_LEFT_SAID : KP_TEXT_CHECKED_TOLD_SAID);
  kp_outcome_clear(&outcome);
}

static bool wants_repair(kp_pane *pane, const kp_check_item *item) {
  enum { QUERY_BOX = 4, YES_NO = 3, YES = 2 }; /* com.sun.star.awt.MessageBox… */
  bool journal = strcmp(item->table, KP_JOURNAL_TABLE) == 0;
  char *question = kp_text_fill(journal ? KP_TEXT_CHECKED_TIDY_ASK : KP_TEXT_CHECKED_REPAIR_ASK,
                                pane->language, item->sheet, NULL);
  int answer = question != NULL
                   ? kp_board_ask(pane->board, pane->context, pane->frame, QUERY_BOX, YES_NO,
                                  kp_pane_word(pane, KP_TEXT_ASK_TITLE), question)
                   : 0;
  free(question);
  return answer == YES && !pane->disposed && !kp_board_gone(pane->board);
}

static void repair(kp_pane *pane) {
  const kp_check_item *item = kp_checked_selected(pane);
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_document document;
  char *table = item != NULL ? kp_text_copy(item->table) : NULL;
  if (table != NULL && wants_repair(pane, item) && kp_pane_document(pane, &document)) {
    kp_workbook_answer answer = kp_workbook_repair(&error, &document, table, &outcome);
    kp_pane_done(&document);
    char *text = kp_workbook_told(answer, &outcome, NULL, &error, pane->language, " ");
    if (answer == KP_WORKBOOK_WRITTEN) {
      kp_desk_touch(pane->desk);
      check_now(pane);
      if (strcmp(table, KP_JOURNAL_TABLE) == 0) /* not in the workbook: nothing to undo */
        kp_footer_say(pane, KP_FOOTER_SAVED, NULL, text);
      else
        kp_footer_wrote(pane, NULL, text);
      free(text);
    } else {
      say_refused(pane, text);
    }
    kp_outcome_clear(&outcome);
  }
  free(table);
}

static void fold_tips(kp_pane *pane) {
  kp_checked *of = pane->state;
  of->tips = !of->tips;
  kp_checked_show(pane);
  if (of->tips && kp_board_selected(pane->board, KP_CHECKED_LIST) == KP_BOARD_NONE) {
    kp_board_select(pane->board, KP_CHECKED_LIST, 0);
    kp_checked_show_problem(pane);
  }
}

static void press(kp_pane *pane, int widget) {
  switch (widget) {
  case KP_CHECKED_AGAIN:
    check_now(pane);
    return;
  case KP_CHECKED_OPEN:
    jump(pane);
    return;
  case KP_CHECKED_BACK:
  case KP_CHECKED_ON:
    walk(pane, widget == KP_CHECKED_BACK ? -1 : 1);
    return;
  case KP_CHECKED_LEAVE:
    leave(pane);
    return;
  case KP_CHECKED_REPAIR:
    repair(pane);
    return;
  case KP_CHECKED_TIPS:
    fold_tips(pane);
    return;
  default:
    return;
  }
}

static void handle_check(kp_pane *pane, const kp_board_event *event) {
  if (pane->desk == NULL)
    return;
  kp_board_hold(pane->board, true);
  if (event->kind == KP_EVENT_PRESS || event->kind == KP_EVENT_SELECT)
    kp_footer_say(pane, KP_FOOTER_REFUSED, NULL, NULL);
  if (event->kind == KP_EVENT_PRESS)
    press(pane, event->widget);
  else if (event->kind == KP_EVENT_OPEN && event->widget == KP_CHECKED_LIST)
    jump(pane);
  else if (event->kind == KP_EVENT_SELECT && event->widget == KP_CHECKED_LIST)
    kp_checked_show_problem(pane);
  kp_board_hold(pane->board, false);
}

static void handle_footer(kp_pane *pane, kp_footer_event event) {
  if (event == KP_FOOTER_UNDOES && pane->desk != NULL)
    check_now(pane);
}

static void close_check(kp_pane *pane) {
  kp_checked *of = pane->state;
  kp_check_clear(&of->found);
}

const kp_pane_kind kp_checked_kind = {
    .state_size = sizeof(kp_checked),
    .build = build_check,
    .refresh = refresh_check,
    .event = handle_check,
    .footer = handle_footer,
    .close = close_check,
};
