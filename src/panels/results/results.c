/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panel Results: the newest measurement of the answer sheets against the one before it, or the
 * scores that are selected. It reads when the selection rests; choosing among what was read reads
 * nothing. It never writes. */
#include "results.h"

#include "kernpunt/dialog.h"
#include "kernpunt/workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <osl/time.h>

#define DRAFT_HOLD "results/_hold"
#define DRAFT_WAVE "results/_wave"
#define DRAFT_AGAINST "results/_against"
#define DRAFT_UNIT "results/_unit"

/* ------------------------------------------------------------------------------------ building */

static void dress(kp_pane *pane) {
  static const struct {
    int place;
    kp_look look;
  } looks[] = {
      {KP_SHOWN_TITLE, {.strong = true}},
      {KP_SHOWN_SUB, {.tone = KP_TONE_QUIET, .small = true}},
      {KP_SHOWN_KIND, {.tone = KP_TONE_QUIET}},
      {KP_SHOWN_SCORE, {.strong = true, .points = 18}},
      {KP_SHOWN_PLUS, {.points = 12}},
      {KP_SHOWN_N, {.strong = true}},
      {KP_SHOWN_INTERVAL, {.tone = KP_TONE_QUIET, .small = true}},
      {KP_SHOWN_PARTS, {.tone = KP_TONE_QUIET, .small = true}},
      {KP_SHOWN_COUNTS, {.small = true}},
      {KP_SHOWN_RESPONSE, {.small = true}},
      {KP_SHOWN_RULE, {.tone = KP_TONE_TRACK}},
      {KP_SHOWN_CHANGE, {.strong = true}},
      {KP_SHOWN_DELTA, {.strong = true, .points = 12}},
      {KP_SHOWN_MORE, {.tone = KP_TONE_QUIET, .small = true}},
      {KP_SHOWN_VERDICT, {.strong = true}},
      {KP_SHOWN_WHY, {.small = true}},
  };
  for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
    kp_board_set_look(pane->board, looks[i].place, &looks[i].look);
  kp_board_set_right(pane->board, KP_SHOWN_HOLD);
  kp_board_set_right(pane->board, KP_SHOWN_N);
  kp_board_set_right(pane->board, KP_SHOWN_AGAINST);
}

static bool build_results(kp_pane *pane, kp_uno_error *error) {
  static const kp_pane_widget widgets[KP_SHOWN_PLACES] = {
      [KP_SHOWN_NOTICE] = {.name = "notice", .kind = KP_WIDGET_NOTE},
      [KP_SHOWN_CHOOSE] = {"choose", KP_WIDGET_BUTTON, KP_TEXT_RESULTS_CHOOSE,
                           KP_TEXT_RESULTS_CHOOSE_HELP, false, true, 0},
      [KP_SHOWN_SET_UP] = {"set_up", KP_WIDGET_BUTTON, KP_TEXT_TODAY_SET_UP,
                           KP_TEXT_TODAY_HELP_SET_UP, false, true, 0},
      [KP_SHOWN_TITLE] = {.name = "title", .kind = KP_WIDGET_NOTE},
      [KP_SHOWN_HOLD] = {"hold", KP_WIDGET_CHECK, KP_TEXT_RESULTS_HOLD, KP_TEXT_RESULTS_HOLD_HELP,
                         true, true, 0},
      [KP_SHOWN_SUB] = {.name = "sub", .kind = KP_WIDGET_NOTE},
      [KP_SHOWN_WAVE] = {"wave", KP_WIDGET_BUTTON, KP_TEXT_NONE, KP_TEXT_RESULTS_WAVE_HELP, false,
                         false, 0},
      [KP_SHOWN_UNIT] = {"unit", KP_WIDGET_BUTTON, KP_TEXT_NONE, KP_TEXT_RESULTS_UNIT_HELP, true,
                         false, 0},
      [KP_SHOWN_AGAIN] = {"again", KP_WIDGET_BUTTON, KP_TEXT_RESULTS_AGAIN, KP_TEXT_RESULTS_STALE,
                          false, true, 0},
      [KP_SHOWN_KIND] = {.name = "kind", .kind = KP_WIDGET_NOTE, .narrow = true},
      [KP_SHOWN_SCORE] = {.name = "score", .kind = KP_WIDGET_NOTE, .beside = true, .narrow = true},
      [KP_SHOWN_PLUS] = {.name = "margin", .kind = KP_WIDGET_NOTE, .beside = true, .narrow = true},
      [KP_SHOWN_N] = {.name = "n", .kind = KP_WIDGET_NOTE, .beside = true, .narrow = true},
      [KP_SHOWN_INTERVAL] = {.name = "interval", .kind = KP_WIDGET_NOTE},
      [KP_SHOWN_PICTURE] = {.name = "picture", .kind = KP_WIDGET_DRAWING, .lines = 62},
      [KP_SHOWN_PARTS] = {.name = "parts", .kind = KP_WIDGET_NOTE},
      [KP_SHOWN_COUNTS] = {.name = "counts", .kind = KP_WIDGET_NOTE},
      [KP_SHOWN_CELLS] = {"cells", KP_WIDGET_BUTTON, KP_TEXT_RESULTS_CELLS,
                          KP_TEXT_RESULTS_CELLS_HELP, true, true, 0},
      [KP_SHOWN_RESPONSE] = {.name = "response", .kind = KP_WIDGET_NOTE},
      [KP_SHOWN_RULE] = {.name = "rule", .kind = KP_WIDGET_STRIPE, .lines = 1},
      [KP_SHOWN_CHANGE] = {.name = "change",
                           .kind = KP_WIDGET_NOTE,
                           .label = KP_TEXT_RESULTS_CHANGE,
                           .narrow = true},
      [KP_SHOWN_AGAINST] = {"against", KP_WIDGET_BUTTON, KP_TEXT_NONE, KP_TEXT_RESULTS_SINCE_HELP,
                            true, true, 0},
      [KP_SHOWN_DELTA] = {.name = "delta", .kind = KP_WIDGET_NOTE, .narrow = true},
      [KP_SHOWN_MORE] = {.name = "more", .kind = KP_WIDGET_NOTE, .beside = true},
      [KP_SHOWN_VERDICT] = {.name = "verdict", .kind = KP_WIDGET_NOTE},
      [KP_SHOWN_WHY] = {.name = "why", .kind = KP_WIDGET_NOTE},
  };
  if (!kp_pane_add(pane, widgets, KP_SHOWN_PLACES, error) || !kp_footer_add(pane, false, error))
    return false;
  dress(pane);
  return true;
}

/* ------------------------------------------------------------------------------------- reading */

static void keep(char **text, const char *value) {
  char *copy = value != NULL && value[0] != '\0' ? kp_text_copy(value) : NULL;
  free(*text);
  *text = copy;
}

static void take_drafts(kp_pane *pane) {
  kp_shown *shown = pane->state;
  if (shown->known)
    return;
  shown->known = true;
  shown->hold = kp_desk_draft(pane->desk, DRAFT_HOLD) != NULL;
  keep(&shown->wave, kp_desk_draft(pane->desk, DRAFT_WAVE));
  keep(&shown->against, kp_desk_draft(pane->desk, DRAFT_AGAINST));
  keep(&shown->unit, kp_desk_draft(pane->desk, DRAFT_UNIT));
}

/* People see the panel at work before its answer. */
static void say_busy(kp_pane *pane, char *text) {
  if (text != NULL)
    kp_board_set_label(pane->board, KP_SHOWN_TITLE, text);
  free(text);
  kp_board_paint(pane->board);
}

static void picked_now(kp_pane *pane, kp_results_pick *pick) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.view.XSelectionSupplier::getSelection");
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_document document;
  uno_Interface *selection = NULL;
  uno_Any any;
  kp_uno_any_init(&any);
  pick->count = 0;
  if (kp_pane_document(pane, &document)) {
    if (kp_uno_call(&ignored, document.controller, &get, &any) &&
        kp_uno_any_get_interface(&any, &selection))
      kp_results_picked(selection, pick);
    kp_pane_done(&document);
  }
  kp_uno_release(selection);
  kp_uno_any_clear(&any);
}

static uint64_t cells_in(const kp_results_pick *pick) {
  uint64_t all = 0;
  for (size_t i = 0; i < pick->count; i++)
    all += (uint64_t)(pick->areas[i].right - pick->areas[i].left + 1) *
           (uint64_t)(pick->areas[i].bottom - pick->areas[i].top + 1);
  return all;
}

/* Only when something else is selected, or the workbook is another. */
static void look_at_selection(kp_pane *pane) {
  enum { MANY = 20000, WHOLE = 1000000 };
  kp_shown *shown = pane->state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_results_pick pick = shown->pick;
  unsigned edition = kp_desk_edition(pane->desk);
  kp_document document;
  if (!shown->hold)
    picked_now(pane, &pick);
  if (kp_results_same_pick(&pick, &shown->pick) && shown->picked == edition)
    return;
  uint64_t cells = cells_in(&pick);
  if (cells > MANY && cells < WHOLE)
    say_busy(pane, kp_text_counted(KP_TEXT_RESULTS_READING, (size_t)cells, pane->language));
  shown->pick = pick;
  shown->picked = edition;
  kp_results_selection_clear(&shown->selection);
  if (pick.count > 0 && kp_pane_document(pane, &document)) {
    if (!kp_results_select(&error, document.model, document.method, &pick, &shown->selection))
      kp_results_selection_clear(&shown->selection);
    kp_pane_done(&document);
  }
}

static void read_sheets(kp_pane *pane) {
  enum { SLOW_MS = 150 };
  kp_shown *shown = pane->state;
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_document document;
  unsigned edition = kp_desk_edition(pane->desk);
  bool fresh = shown->read && shown->edition == edition;
  if (fresh || (shown->read && shown->slow && !shown->wants) || !kp_pane_document(pane, &document))
    return;
  if (!shown->read || shown->slow)
    say_busy(pane, kp_text_fill(KP_TEXT_RESULTS_READING_ANSWERS, pane->language, NULL, NULL));
  uint32_t begun = osl_getGlobalTimer();
  kp_measure_input in = {.method = document.method, .model = document.model};
  in.book = kp_desk_book(pane->desk);
  in.rows = in.book != NULL ? kp_desk_rows(pane->desk) : NULL;
  kp_results_clear(&shown->results);
  free(shown->trouble);
  shown->trouble = NULL;
  if (!kp_results_read(&error, &in, pane->language, &shown->results)) {
    kp_results_clear(&shown->results);
    shown->trouble = kp_text_copy(error.message);
  }
  shown->read = true;
  shown->wants = false;
  shown->edition = edition;
  shown->slow = osl_getGlobalTimer() - begun > SLOW_MS;
  kp_pane_done(&document);
}

/* A folded panel reads nothing: nobody sees it, and whoever selects cells must not wait for it. */
static void refresh_results(kp_pane *pane) {
  const kp_shown *shown = pane->state;
  bool there =
      pane->desk != NULL && kp_desk_model(pane->desk) != NULL && kp_desk_method(pane->desk) != NULL;
  if (there && !pane->open)
    return;
  if (there) {
    take_drafts(pane);
    look_at_selection(pane);
    if (!kp_shown_selects(shown))
      read_sheets(pane);
  }
  kp_shown_show(pane);
}

/* -------------------------------------------------------------------------------------- acting */

static bool still_there(const kp_pane *pane) {
  return !pane->disposed && !kp_board_gone(pane->board) && pane->desk != NULL;
}

static uno_Interface *model_of(const kp_pane *pane) {
  return pane->desk != NULL ? kp_desk_model(pane->desk) : NULL;
}

static void choose(kp_pane *pane, char **chosen, const char *draft, const char *name) {
  keep(chosen, name);
  kp_desk_set_draft(pane->desk, draft, name);
  kp_shown_show(pane);
}

/* Newest first. The office runs on while a menu is open: the choice is looked up by its name. */
static void choose_wave(kp_pane *pane, int under, bool against) {
  kp_shown *shown = pane->state;
  const kp_results *results = &shown->results;
  kp_board_row *rows = calloc(results->count + 1, sizeof *rows);
  int *places = calloc(results->count + 1, sizeof *places);
  size_t count = 0;
  if (rows != NULL && places != NULL) {
    if (against)
      count = kp_shown_earlier(results, shown->places.wave, places);
    else
      for (int i = (int)results->count; i-- > 0;)
        places[count++] = i;
    for (size_t i = 0; i < count; i++)
      rows[i] = (kp_board_row){.text = results->waves[places[i]].name.text,
                               .checked = places[i] ==
                                          (against ? shown->places.against : shown->places.wave)};
    int row = kp_board_menu(pane->board, under, rows, count, model_of(pane));
    if (row >= 0 && still_there(pane) && places[row] < (int)results->count)
      choose(pane, against ? &shown->against : &shown->wave, against ? DRAFT_AGAINST : DRAFT_WAVE,
             results->waves[places[row]].name.text);
  }
  free(places);
  free(rows);
}

static void choose_unit(kp_pane *pane) {
  kp_shown *shown = pane->state;
  const kp_results *results = &shown->results;
  kp_board_row *rows = calloc(results->units.count + 2, sizeof *rows);
  int *places = calloc(results->units.count + 1, sizeof *places);
  size_t count = results->units.count;
  if (rows != NULL && places != NULL) {
    kp_shown_by_name(results, places);
    rows[0] = (kp_board_row){.text = kp_pane_word(pane, KP_TEXT_RESULTS_ALL_UNITS),
                             .checked = shown->places.unit < 0};
    for (size_t i = 0; i < count; i++)
      rows[i + 1] = (kp_board_row){.text = results->units.list[places[i]].text,
                                   .checked = places[i] == shown->places.unit,
                                   .separated = i == 0};
    int row = kp_board_menu(pane->board, KP_SHOWN_UNIT, rows, count + 1, model_of(pane));
    if (row >= 0 && still_there(pane) && (size_t)row <= results->units.count)
      choose(pane, &shown->unit, DRAFT_UNIT,
             row > 0 ? results->units.list[places[row - 1]].text : "");
  }
  free(places);
  free(rows);
}

static void set_hold(kp_pane *pane, bool hold) {
  kp_shown *shown = pane->state;
  shown->hold = hold;
  kp_desk_set_draft(pane->desk, DRAFT_HOLD, hold ? "yes" : "");
}

static void jump(kp_pane *pane, const char *sheet, const char *address) {
  kp_uno_error error = KP_UNO_NO_ERROR;
  kp_document document;
  const kp_shown *shown = pane->state;
  if (kp_shown_selects(shown)) /* the cell that is gone to is another selection */
    set_hold(pane, true);
  if (!kp_pane_document(pane, &document))
    return;
  if (!kp_workbook_jump_cell(&error, &document, sheet, address))
    kp_footer_say(pane, KP_FOOTER_REFUSED, NULL, kp_pane_word(pane, KP_TEXT_TODAY_NO_CELL));
  kp_pane_done(&document);
  if (still_there(pane))
    kp_shown_show(pane);
}

/* The cells that do not count, to go to one. */
static void list_cells(kp_pane *pane) {
  enum { LISTED = 20 };
  const kp_shown *shown = pane->state;
  kp_board_row rows[LISTED];
  char *texts[LISTED];
  char addresses[LISTED][KP_RESULTS_ADDRESS];
  size_t total = 0;
  size_t count = 0;
  const kp_results_cell *cells = kp_shown_cells(shown, &total);
  bool selects = kp_shown_selects(shown);
  int unit = selects ? KP_SHOWN_NONE : shown->places.unit;
  char *sheet = kp_text_copy(selects ? shown->selection.sheet
                                     : shown->results.waves[shown->places.wave].sheet);
  for (size_t i = 0; i < total && count < LISTED; i++) {
    if (unit >= 0 && cells[i].unit != unit)
      continue;
    const kp_results_area area = {0, cells[i].column, cells[i].row, cells[i].column, cells[i].row};
    kp_results_address(&area, addresses[count]);
    texts[count] = kp_shown_cell(&cells[i], pane->language);
    rows[count] = (kp_board_row){.text = texts[count] != NULL ? texts[count] : ""};
    count++;
  }
  int row = kp_board_menu(pane->board, KP_SHOWN_CELLS, rows, count, model_of(pane));
  if (row >= 0 && sheet != NULL && still_there(pane))
    jump(pane, sheet, addresses[row]);
  for (size_t i = 0; i < count; i++)
    free(texts[i]);
  free(sheet);
}

/* A dialog: the office runs on, and the pane may be gone afterwards. */
static void open_dialog(kp_pane *pane, bool set_up) {
  char *message = NULL;
  kp_board_set_busy(pane->board, true);
  bool done = set_up ? kp_dialog_setup(pane->context, pane->frame, pane->language, &message)
                     : kp_dialog_answer_sheet(pane->context, pane->frame, pane->language, &message);
  if (!pane->disposed)
    kp_board_set_busy(pane->board, false);
  if (still_there(pane) && message != NULL && message[0] != '\0')
    kp_footer_say(pane, done ? KP_FOOTER_SAVED : KP_FOOTER_REFUSED, NULL, message);
  if (still_there(pane) && done)
    kp_desk_touch(pane->desk);
  free(message);
}

static void press(kp_pane *pane, int widget) {
  kp_shown *shown = pane->state;
  switch (widget) {
  case KP_SHOWN_CHOOSE:
  case KP_SHOWN_SET_UP:
    open_dialog(pane, widget == KP_SHOWN_SET_UP);
    return;
  case KP_SHOWN_HOLD:
    set_hold(pane, kp_board_checked(pane->board, KP_SHOWN_HOLD));
    kp_pane_refresh(pane);
    return;
  case KP_SHOWN_AGAIN:
    shown->wants = true;
    kp_pane_refresh(pane);
    return;
  case KP_SHOWN_WAVE:
  case KP_SHOWN_AGAINST:
    choose_wave(pane, widget, widget == KP_SHOWN_AGAINST);
    return;
  case KP_SHOWN_UNIT:
    choose_unit(pane);
    return;
  case KP_SHOWN_CELLS:
    list_cells(pane);
    return;
  default:
    return;
  }
}

static void handle_results(kp_pane *pane, const kp_board_event *event) {
  if (event->kind != KP_EVENT_PRESS || pane->desk == NULL)
    return;
  kp_board_hold(pane->board, true);
  kp_footer_say(pane, KP_FOOTER_REFUSED, NULL, NULL);
  press(pane, event->widget);
  kp_board_hold(pane->board, false);
}

static void close_results(kp_pane *pane) {
  kp_shown *shown = pane->state;
  kp_results_clear(&shown->results);
  kp_results_selection_clear(&shown->selection);
  free(shown->trouble);
  free(shown->wave);
  free(shown->against);
  free(shown->unit);
  *shown = (kp_shown){.read = false};
}

const kp_pane_kind kp_shown_kind = {
    .state_size = sizeof(kp_shown),
    .follows = true,
    .build = build_results,
    .refresh = refresh_results,
    .event = handle_results,
    .close = close_results,
};
