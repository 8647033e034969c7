/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of the panel Today, and the row that is selected in it. */
#include "today.h"

#include <stdlib.h>
#include <string.h>

static const char *const icons[KP_AGENDA_DUES] = {
    [KP_METHOD_OVERDUE] = "due_late.png",
    [KP_METHOD_TODAY] = "due_soon.png",
    [KP_METHOD_THIS_WEEK] = "due_later.png",
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

/* How many rows of all are late. */
static size_t late_of_all(kp_method_book *book) {
  kp_method_agenda agenda = {NULL, 0};
  size_t late = 0;
  if (kp_method_book_agenda(book, NULL, KP_AGENDA_HORIZON, &agenda))
    for (size_t i = 0; i < agenda.count; i++)
      late += agenda.list[i].due == KP_METHOD_OVERDUE;
  kp_method_agenda_clear(&agenda);
  return late;
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
  today->others = 0;
  if (who != NULL) {
    size_t all = late_of_all(book);
    size_t mine = view.counts[KP_METHOD_OVERDUE];
    today->others = all > mine ? all - mine : 0;
  }
  return !same;
}

static void read_left(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  kp_method_book *book = kp_desk_book(pane->desk);
  kp_agenda_left left;
  if (book == NULL ||
      !kp_agenda_left_off(book, kp_desk_method(pane->desk), kp_desk_rows(pane->desk),
                          kp_desk_draft(pane->desk, KP_FOLLOW_CHOSEN), pane->language, &left))
    return;
  kp_agenda_left_clear(&today->left);
  today->left = left;
  bool row = left.title[0] != '\0';
  kp_board_set_label(pane->board, KP_TODAY_LEFT_TITLE, row ? left.title : left.step);
  kp_board_set_strong(pane->board, KP_TODAY_LEFT_TITLE, row);
  kp_board_set_label(pane->board, KP_TODAY_LEFT_STEP, row ? left.step : "");
}

/* ------------------------------------------------------------------------------------- showing */

static void fill_list(kp_pane *pane) {
  const kp_agenda_view *view = &kp_today_of(pane)->view;
  size_t hidden = view->total - view->count;
  size_t count = view->count + (hidden > 0 ? 1 : 0);
  kp_board_row *rows = calloc(count + 1, sizeof *rows);
  char **texts = calloc(2 * count + 1, sizeof *texts);
  for (size_t i = 0; rows != NULL && texts != NULL && i < count; i++) {
    if (i < view->count) {
      /* The first source is what people expect here; the others say what they are. */
      const kp_agenda_row *of = &view->rows[i];
      bool named = of->source != kp_desk_method(pane->desk)->sources[0];
      texts[2 * i] = kp_agenda_what(of, named, pane->language);
      texts[2 * i + 1] = kp_agenda_when(of, pane->language);
      rows[i].image = of->source->who != NULL ? icons[of->due] : "due_agenda.png";
      rows[i].who = of->who;
    } else {
      texts[2 * i] = kp_text_counted(KP_TEXT_TODAY_MORE, hidden, pane->language);
    }
    rows[i].text = texts[2 * i] != NULL ? texts[2 * i] : "";
    rows[i].when = texts[2 * i + 1];
  }
  if (rows != NULL && texts != NULL)
    kp_board_set_rows(pane->board, KP_TODAY_ITEMS, rows, count);
  for (size_t i = 0; texts != NULL && i < 2 * count; i++)
    free(texts[i]);
  free(texts);
  free(rows);
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

/* "Nothing due before Mon 7 December", or nothing at all. */
static char *calm_words(const kp_pane *pane, const char *who) {
  const kp_agenda_view *view = &kp_today_of(pane)->view;
  char date[KP_DATE_TEXT_SIZE];
  if (view->total == 0)
    return kp_text_counted(who != NULL ? KP_TEXT_TODAY_EMPTY_MINE : KP_TEXT_TODAY_EMPTY,
                           KP_AGENDA_HORIZON, pane->language);
  kp_date_format(view->rows[0].date, pane->language, date);
  char *year = strrchr(date, ' ');
  if (year != NULL && view->rows[0].days < 300)
    *year = '\0';
  return kp_text_fill(KP_TEXT_DUE_BEFORE, pane->language, date, NULL);
}

static void show_counts(kp_pane *pane, const char *who) {
  const kp_agenda_view *view = &kp_today_of(pane)->view;
  bool calm = view->total == view->counts[KP_METHOD_LATER];
  char *late = kp_agenda_late(view, pane->language);
  char *rest = calm ? calm_words(pane, who) : kp_agenda_summary(view, pane->language);
  char *come = kp_agenda_to_come(view, pane->language);
  bool both = late != NULL && late[0] != '\0' && rest != NULL && rest[0] != '\0';
  const char *parts[] = {both ? "· " : "", rest};
  const char *strip[] = {late != NULL && late[0] != '\0' ? "· " : "", come};
  kp_pane_say(pane, KP_TODAY_SUMMARY, kp_text_join(parts, 2, ""));
  kp_pane_say(pane, KP_TODAY_STRIP_REST, kp_text_join(strip, 2, ""));
  kp_board_set_label(pane->board, KP_TODAY_STRIP_LATE, late != NULL ? late : "");
  kp_pane_say(pane, KP_TODAY_LATE, late);
  free(come);
  free(rest);
}

void kp_today_show_list(kp_pane *pane) {
  char *who = whose(pane);
  kp_board_hold(pane->board, true);
  if (read_view(pane, who))
    fill_list(pane);
  show_counts(pane, who);
  read_left(pane);
  select_again(pane);
  free(who);
  kp_board_hold(pane->board, false);
}

/* The first row that a link of this one leads to: "Focus point: Access"; malloc'ed, or NULL. */
static char *belongs_to(const kp_pane *pane, const kp_agenda_row *of) {
  const kp_method_table *table = of->source->table;
  size_t row = 0;
  char *found = NULL;
  if (of->id[0] == '\0' || !kp_desk_find(pane->desk, table, of->id, &row))
    return NULL;
  for (size_t i = 0; found == NULL && i < table->count; i++) {
    const kp_method_column *column = table->columns[i];
    size_t target = 0;
    char *id = column->kind == KP_METHOD_LINK ? kp_desk_cell(pane->desk, column, row) : NULL;
    if (id != NULL && id[0] != '\0' && kp_desk_find(pane->desk, column->target, id, &target) &&
        column->target->title != NULL) {
      char *title = kp_desk_cell(pane->desk, column->target->title, target);
      found = kp_text_fill(KP_TEXT_TODAY_NAMED, pane->language, column->name.in[pane->language],
                           title != NULL ? title : id);
      free(title);
    }
    free(id);
  }
  return found;
}

static void show_detail(kp_pane *pane, const kp_agenda_row *row) {
  const kp_today *today = kp_today_of(pane);
  int at = kp_board_selected(pane->board, KP_TODAY_ITEMS);
  if (row != NULL) {
    char *belongs = belongs_to(pane, row);
    bool named = row->source != kp_desk_method(pane->desk)->sources[0];
    kp_pane_say(pane, KP_TODAY_TITLE, kp_agenda_what(row, named, pane->language));
    kp_pane_say(pane, KP_TODAY_DETAIL, kp_agenda_detail(row, belongs, pane->language));
    free(belongs);
    return;
  }
  char others[KP_TEXT_NUMBER_SIZE];
  kp_text text = at >= 0             ? KP_TEXT_TODAY_MORE_HELP
                 : today->others > 0 ? KP_TEXT_DUE_OTHERS
                                     : KP_TEXT_NONE;
  kp_text_number(today->others, pane->language, others);
  kp_board_set_label(pane->board, KP_TODAY_TITLE, "");
  kp_pane_say(pane, KP_TODAY_DETAIL, kp_text_fill(text, pane->language, others, NULL));
}

void kp_today_show_row(kp_pane *pane) {
  kp_today *today = kp_today_of(pane);
  const kp_agenda_row *row = kp_today_row(pane);
  bool here = row != NULL && row->id[0] != '\0' && kp_desk_locked(pane->desk) == KP_DESK_FREE;
  bool answerable = row != NULL && kp_agenda_answerable(row->source);
  bool asks = answerable && row->source->answer_count == 0;
  if (row != NULL) {
    char *key = kp_agenda_key(row);
    kp_today_keep(&today->selected, key);
    today->place = kp_board_selected(pane->board, KP_TODAY_ITEMS);
    free(key);
  }
  kp_board_hold(pane->board, true);
  show_detail(pane, row);
  kp_board_set_label(pane->board, KP_TODAY_DONE,
                     kp_pane_word(pane, asks ? KP_TEXT_DUE_ANSWER : KP_TEXT_DUE_DONE));
  kp_board_enable(pane->board, KP_TODAY_DONE, here && answerable);
  kp_board_enable(pane->board, KP_TODAY_POSTPONE, here && kp_agenda_postponable(row->source));
  kp_board_enable(pane->board, KP_TODAY_OPEN,
                  row != NULL || kp_board_selected(pane->board, KP_TODAY_ITEMS) >= 0);
  kp_board_hold(pane->board, false);
}

void kp_today_take_selection(kp_pane *pane) {
  kp_today_show_row(pane);
}
