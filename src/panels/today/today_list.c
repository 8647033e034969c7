/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of the panel Today, and the row that is selected in it. */
#include "today.h"

#include <stdlib.h>
#include <string.h>

static const char *const icons[KP_AGENDA_DUES] = {
    [KP_METHOD_OVERDUE] = "due_late.png",
    [KP_METHOD_TODAY] = "due_soon.png",
    [KP_METHOD_THIS_WEEK] = "due_soon.png",
    [KP_METHOD_LATER] = "due_later.png",
};

const kp_agenda_row *kp_today_row(const kp_pane *pane) {
  const kp_today *today = kp_today_of(pane);
  int at = kp_board_selected(pane->board, KP_TODAY_ITEMS);
  return at >= 0 && (size_t)at < today->view.count ? &today->view.rows[at] : NULL;
}

/* ------------------------------------------------------------------------------------- reading */

/* Whose rows to show, malloc'ed; NULL for everyone's. Asks who you are when that matters. */
static char *whose(kp_pane *pane) {
  bool mine = kp_board_checked(pane->board, KP_TODAY_MINE);
  char *me = mine ? kp_desk_me(pane->desk) : NULL;
  bool unknown = mine && (me == NULL || me[0] == '\0');
  kp_board_show(pane->board, KP_TODAY_WHO_ASK, unknown);
  kp_board_show(pane->board, KP_TODAY_WHO, unknown);
  if (unknown) {
    free(me);
    me = NULL;
  }
  return me;
}

/* The agenda as it is now into the view; true when it looks another way than before. */
static bool read_view(kp_pane *pane, const char *who) {
  kp_today *today = kp_today_of(pane);
  kp_method_book *book = kp_desk_book(pane->desk);
  kp_method_agenda agenda = {NULL, 0};
  kp_agenda_view view = {.rows = NULL};
  if (book == NULL || !kp_method_book_agenda(book, who, KP_AGENDA_HORIZON, &agenda) ||
      !kp_agenda_view_fill(&agenda, today->most, &view)) {
    kp_method_agenda_clear(&agenda);
    return false;
  }
  bool same = today->view.rows != NULL && kp_agenda_view_same(&view, &today->view);
  kp_agenda_view_clear(&today->view);
  today->view = view;
  kp_method_agenda_clear(&agenda);
  return !same;
}

/* ------------------------------------------------------------------------------------- showing */

/* The first source is what people expect here; the others say what they are. */
static char *line_of(const kp_pane *pane, size_t row, const char **image) {
  const kp_agenda_row *of = &kp_today_of(pane)->view.rows[row];
  bool named = of->source != kp_desk_method(pane->desk)->sources[0];
  *image = icons[of->due];
  return kp_agenda_line(of, named, pane->language);
}

static char *in_full(const kp_pane *pane, size_t row) {
  return kp_agenda_detail(&kp_today_of(pane)->view.rows[row], pane->language);
}

static kp_pane_list items(const kp_pane *pane) {
  const kp_agenda_view *view = &kp_today_of(pane)->view;
  return (kp_pane_list){.list = KP_TODAY_ITEMS,
                        .detail = KP_TODAY_DETAIL,
                        .count = view->count,
                        .hidden = view->total - view->count,
                        .more = KP_TEXT_TODAY_MORE,
                        .open = KP_TEXT_TODAY_MORE_HELP,
                        .line = line_of,
                        .in_full = in_full};
}

/* What was selected, else what came in its place, else the first. */
static void select_again(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  size_t at = kp_agenda_find(&today->view, today->selected);
  if (at == today->view.count && today->view.count > 0) {
    at = today->selected != NULL && today->place > 0 ? (size_t)today->place : 0;
    at = at < today->view.count ? at : today->view.count - 1;
  }
  kp_board_select(pane->board, KP_TODAY_ITEMS, today->view.count > 0 ? (int)at : KP_BOARD_NONE);
}

/* The counts; when nothing is due this week also the step to take next. */
static void show_summary(kp_pane *pane, const char *who) {
  kp_today *today = kp_today_of(pane);
  const kp_agenda_view *view = &today->view;
  bool calm = view->total == view->counts[KP_METHOD_LATER];
  char *next = NULL;
  char *head = view->total > 0
                   ? kp_agenda_summary(view, pane->language)
                   : kp_text_counted(who != NULL ? KP_TEXT_TODAY_EMPTY_MINE : KP_TEXT_TODAY_EMPTY,
                                     KP_AGENDA_HORIZON, pane->language);
  if (calm) {
    free(today->next);
    next = kp_agenda_next(kp_desk_book(pane->desk), kp_desk_method(pane->desk),
                          kp_desk_rows(pane->desk), pane->language, &today->next);
  }
  const char *parts[] = {head, next};
  kp_today_say(pane, KP_TODAY_SUMMARY, kp_text_join(parts, 2, "\n"));
  kp_board_show(pane->board, KP_TODAY_NEXT, next != NULL && next[0] != '\0');
  free(next);
  free(head);
}

void kp_today_show_list(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  char *who = whose(pane);
  if (read_view(pane, who)) {
    const kp_pane_list list = items(pane);
    kp_pane_list_fill(pane, &list);
  }
  kp_board_show(pane->board, KP_TODAY_SUMMARY, true);
  kp_board_show(pane->board, KP_TODAY_ITEMS, today->view.count > 0);
  kp_board_show(pane->board, KP_TODAY_DETAIL, true);
  show_summary(pane, who);
  select_again(pane);
  free(who);
  kp_today_show_row(pane);
}

void kp_today_show_row(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  const kp_agenda_row *row = kp_today_row(pane);
  const kp_pane_list list = items(pane);
  bool answerable = row != NULL && kp_agenda_answerable(row->source);
  bool here = row != NULL && row->id[0] != '\0' && kp_desk_locked(pane->desk) == KP_DESK_FREE;
  if (row != NULL) {
    char *key = kp_agenda_key(row);
    kp_today_keep(&today->selected, key);
    today->place = kp_board_selected(pane->board, KP_TODAY_ITEMS);
    free(key);
  }
  kp_board_show(pane->board, KP_TODAY_JUMP, row != NULL);
  bool answering = row != NULL && today->open != NULL && today->selected != NULL &&
                   strcmp(today->open, today->selected) == 0;
  kp_board_show(pane->board, KP_TODAY_DONE,
                row != NULL && !answering && (answerable || kp_today_follows(pane, row)));
  kp_board_enable(pane->board, KP_TODAY_DONE, here);
  kp_board_set_label(
      pane->board, KP_TODAY_DONE,
      kp_pane_word(pane, row == NULL || answerable ? KP_TEXT_TODAY_DONE : KP_TEXT_TODAY_OPEN));
  kp_board_set_help(pane->board, KP_TODAY_DONE,
                    kp_pane_word(pane, row == NULL || answerable ? KP_TEXT_TODAY_HELP_DONE
                                                                 : KP_TEXT_TODAY_HELP_OPEN));
  kp_pane_list_detail(pane, &list);
}

void kp_today_take_selection(kp_pane *pane) {
  kp_board_hold(pane->board, true);
  kp_board_set_label(pane->board, KP_TODAY_SAID, "");
  kp_today_show_row(pane);
  kp_board_hold(pane->board, false);
}
