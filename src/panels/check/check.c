/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panel Check: what the rules find in the workbook, when asked. Checking changes nothing. */
#include "check.h"

#include "kernpunt/deck.h"
#include "kernpunt/port.h"
#include "kernpunt/workbook_journal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { QUERY_BOX = 4, YES_NO = 3, YES = 2 }; /* com.sun.star.awt.MessageBox… */

/* The widgets, in this order. */
typedef enum place {
  NOTICE, /* what stands in the way */
  SUMMARY,
  CHECK,
  PROBLEMS,
  DETAIL,
  JUMP,
  REPAIR,
  SAID, /* what came of the last press */
  PLACES
} place;

/* The last check; goes with the pane. */
typedef struct checked {
  kp_check found;
  bool wanted; /* a check was asked for and has not run yet */
  bool done;
  unsigned edition; /* of the workbook when it was checked */
  size_t rows;
  char time[KP_PORT_TIME_SIZE];
} checked;

static checked *checked_of(const kp_pane *pane) {
  return pane->state;
}

static bool build_check(kp_pane *pane, kp_uno_error *error) {
  static const kp_pane_widget widgets[PLACES] = {
      [NOTICE] = {.name = "notice", .kind = KP_WIDGET_NOTE},
      [SUMMARY] = {.name = "summary", .kind = KP_WIDGET_NOTE},
      [CHECK] = {"check", KP_WIDGET_BUTTON, KP_TEXT_CHECKED_NOW, KP_TEXT_CHECKED_HELP_NOW, false,
                 false, 0},
      [PROBLEMS] = {.name = "problems", .kind = KP_WIDGET_LIST, .lines = KP_PANE_LINES},
      [DETAIL] = {.name = "detail", .kind = KP_WIDGET_NOTE},
      [JUMP] = {"jump", KP_WIDGET_BUTTON, KP_TEXT_TODAY_JUMP, KP_TEXT_TODAY_HELP_JUMP, false, true,
                0},
      [REPAIR] = {"repair", KP_WIDGET_BUTTON, KP_TEXT_CHECKED_REPAIR, KP_TEXT_CHECKED_HELP_REPAIR,
                  true, true, 0},
      [SAID] = {.name = "said", .kind = KP_WIDGET_NOTE},
  };
  return kp_pane_add(pane, widgets, PLACES, error);
}

/* ------------------------------------------------------------------------------------- showing */

static char *line_of(const kp_pane *pane, size_t row, const char **image) {
  const kp_check_item *item = &checked_of(pane)->found.items[row];
  *image = item->mistake ? "mistake.png" : "warning.png";
  return kp_checked_line(item);
}

static char *in_full(const kp_pane *pane, size_t row) {
  return kp_checked_detail(&checked_of(pane)->found.items[row], pane->language);
}

static kp_pane_list problems(const kp_pane *pane) {
  size_t count = checked_of(pane)->found.count;
  size_t shown = count < KP_CHECKED_SHOWN ? count : KP_CHECKED_SHOWN;
  return (kp_pane_list){.list = PROBLEMS,
                        .detail = DETAIL,
                        .count = shown,
                        .hidden = count - shown,
                        .more = KP_TEXT_CHECKED_MORE,
                        .open = KP_TEXT_CHECKED_MORE_HELP,
                        .line = line_of,
                        .in_full = in_full};
}

/* The selected problem, or NULL. */
static const kp_check_item *selected(const kp_pane *pane) {
  const kp_pane_list list = problems(pane);
  int at = kp_pane_list_row(pane, &list);
  return at >= 0 && (size_t)at < list.count ? &checked_of(pane)->found.items[at] : NULL;
}

static bool is_fresh(const kp_pane *pane) {
  return checked_of(pane)->edition == kp_desk_edition(pane->desk);
}

static void show_problem(kp_pane *pane) {
  const kp_pane_list list = problems(pane);
  const kp_check_item *item = selected(pane);
  kp_board_show(pane->board, JUMP, item != NULL && item->sheet[0] != '\0');
  kp_board_show(pane->board, REPAIR, item != NULL && item->repairable);
  kp_board_enable(pane->board, REPAIR, kp_desk_locked(pane->desk) == KP_DESK_FREE);
  kp_pane_list_detail(pane, &list);
}

static void show_summary(kp_pane *pane) {
  const checked *of = checked_of(pane);
  char *first = of->done ? kp_checked_summary(&of->found, of->rows, pane->language)
                         : kp_text_fill(KP_TEXT_CHECKED_NOT_YET, pane->language, NULL, NULL);
  char *second = NULL;
  if (of->done)
    second = kp_text_fill(is_fresh(pane) ? KP_TEXT_CHECKED_AT : KP_TEXT_CHECKED_CHANGED,
                          pane->language, of->time, NULL);
  const char *parts[] = {first, second};
  kp_pane_say(pane, SUMMARY, kp_text_join(parts, 2, "\n"));
  free(second);
  free(first);
}

static void show_all(kp_pane *pane) {
  char *words = kp_pane_obstacle(pane, KP_TEXT_CHECKED_NOTHING, false);
  bool free_way = words == NULL || words[0] == '\0';
  bool some = free_way && checked_of(pane)->found.count > 0;
  kp_board_show(pane->board, NOTICE, true);
  kp_pane_say(pane, NOTICE, words);
  kp_board_show(pane->board, SUMMARY, free_way);
  kp_board_show(pane->board, CHECK, free_way);
  kp_board_show(pane->board, PROBLEMS, some);
  kp_board_show(pane->board, DETAIL, some);
  kp_board_show(pane->board, SAID, true);
  if (!free_way) {
    kp_board_show(pane->board, JUMP, false);
    kp_board_show(pane->board, REPAIR, false);
    return;
  }
  show_summary(pane);
  const kp_pane_list list = problems(pane);
  kp_pane_list_fill(pane, &list);
  show_problem(pane);
}

/* ------------------------------------------------------------------------------------ checking */

/* False when nothing was found out. */
static bool check_workbook(kp_pane *pane) {
  checked *of = checked_of(pane);
  kp_check found = {NULL, 0};
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_document document;
  if (!kp_pane_document(pane, &document))
    return false;
  bool good = kp_workbook_check(&error, &document, &found) &&
              (kp_checked_sort(document.method, &found) || kp_uno_error_memory(&error));
  if (good) {
    const kp_method_rows *rows = kp_desk_rows(pane->desk);
    kp_check_clear(&of->found);
    of->found = found;
    of->done = true;
    of->edition = kp_desk_edition(pane->desk);
    of->rows = rows != NULL ? kp_checked_rows(document.method, rows) : 0;
    kp_port_time(of->time);
    kp_board_select(pane->board, PROBLEMS, KP_BOARD_NONE);
    show_all(pane);
    kp_board_select(pane->board, PROBLEMS, found.count > 0 ? 0 : KP_BOARD_NONE);
    show_problem(pane);
  } else {
    kp_check_clear(&found);
    kp_pane_say(pane, SAID,
                kp_text_fill(KP_TEXT_CHECKED_FAILED, pane->language, error.message, NULL));
  }
  kp_pane_done(&document);
  return good;
}

static void refresh_check(kp_pane *pane) {
  bool wanted = checked_of(pane)->wanted && pane->desk != NULL && kp_desk_set_up(pane->desk);
  checked_of(pane)->wanted = false;
  if (!wanted || !check_workbook(pane))
    show_all(pane);
}

/* Says so first: with many rows people see the panel at work before its answer. */
static void check_now(kp_pane *pane) {
  checked_of(pane)->wanted = true;
  kp_board_set_label(pane->board, SUMMARY, kp_pane_word(pane, KP_TEXT_CHECKED_BUSY));
  kp_board_paint(pane->board);
  kp_pane_refresh(pane);
}

/* -------------------------------------------------------------------------------------- acting */

/* By its cell as long as nothing changed, which also finds the second of two equal IDs; then by its
 * ID. */
static void jump(kp_pane *pane) {
  const kp_check_item *item = selected(pane);
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_document document;
  if (item == NULL || item->sheet[0] == '\0' || !kp_pane_document(pane, &document))
    return;
  bool by_id = item->id[0] != '\0' && !is_fresh(pane);
  bool good = by_id ? kp_workbook_jump(&error, &document, item->table, item->id,
                                       item->column[0] != '\0' ? item->column : NULL)
                    : kp_workbook_jump_cell(&error, &document, item->sheet, item->cell);
  kp_pane_say(pane, SAID,
              kp_text_fill(good    ? KP_TEXT_NONE
                           : by_id ? KP_TEXT_TODAY_GONE
                                   : KP_TEXT_TODAY_NO_CELL,
                           pane->language, NULL, NULL));
  kp_pane_done(&document);
}

static bool wants_repair(kp_pane *pane, const kp_check_item *item) {
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
  const kp_check_item *item = selected(pane);
  kp_outcome outcome = {.text = KP_TEXT_NONE};
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_document document;
  const char *part = item != NULL ? item->table : NULL;
  char *table = item != NULL ? kp_text_join(&part, 1, "") : NULL;
  if (table != NULL && wants_repair(pane, item) && kp_pane_document(pane, &document)) {
    kp_workbook_answer answer = kp_workbook_repair(&error, &document, table, &outcome);
    kp_pane_done(&document);
    if (answer == KP_WORKBOOK_WRITTEN) {
      kp_desk_touch(pane->desk);
      check_now(pane);
    }
    kp_pane_say(pane, SAID, kp_workbook_told(answer, &outcome, NULL, &error, pane->language, " "));
    kp_outcome_clear(&outcome);
  }
  free(table);
}

static void handle_check(kp_pane *pane, const kp_board_event *event) {
  if (pane->desk == NULL)
    return;
  bool pressed = event->kind == KP_EVENT_PRESS;
  kp_board_hold(pane->board, true);
  if (pressed || event->kind == KP_EVENT_SELECT)
    kp_board_set_label(pane->board, SAID, "");
  if (pressed && event->widget == CHECK)
    check_now(pane);
  else if (pressed && event->widget == REPAIR)
    repair(pane);
  else if ((pressed && event->widget == JUMP) ||
           (event->kind == KP_EVENT_OPEN && event->widget == PROBLEMS))
    jump(pane);
  else if (event->kind == KP_EVENT_SELECT && event->widget == PROBLEMS)
    show_problem(pane);
  kp_board_hold(pane->board, false);
}

static void close_check(kp_pane *pane) {
  kp_check_clear(&checked_of(pane)->found);
}

const kp_pane_kind kp_checked_kind = {
    .state_size = sizeof(checked),
    .build = build_check,
    .refresh = refresh_check,
    .event = handle_check,
    .close = close_check,
};
