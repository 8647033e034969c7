/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was read, on the controls of the panel. */
#include "results.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool kp_shown_selects(const kp_shown *shown) {
  return shown->selection.scores && shown->selection.pick.count > 0;
}

static const kp_results_wave *wave_of(const kp_shown *shown) {
  return shown->places.wave >= 0 ? &shown->results.waves[shown->places.wave] : NULL;
}

const kp_results_cell *kp_shown_cells(const kp_shown *shown, size_t *count) {
  const kp_results_wave *wave = wave_of(shown);
  if (kp_shown_selects(shown)) {
    *count = shown->selection.cell_count;
    return shown->selection.cells;
  }
  *count = wave != NULL ? wave->cell_count : 0;
  return wave != NULL ? wave->cells : NULL;
}

static int unit_of(const kp_shown *shown) {
  return kp_shown_selects(shown) ? KP_SHOWN_NONE : shown->places.unit;
}

/* ------------------------------------------------------------------------------------- figures */

/* Of the selection: with two rectangles the last one, against the first. */
static void figures_of_selection(kp_shown *shown) {
  const kp_results_selection *selection = &shown->selection;
  size_t last = selection->pick.count - 1;
  kp_results_figures_of(&selection->group[last], KP_RESULTS_FEWEST, &shown->figures);
  shown->compares = last > 0;
  if (shown->compares)
    kp_results_change_of(&selection->group[0], &selection->group[last], KP_RESULTS_FEWEST,
                         &shown->change);
}

static void figures_of_wave(kp_shown *shown) {
  const kp_shown_places *at = &shown->places;
  kp_results_group none;
  const kp_results_wave *wave = wave_of(shown);
  const kp_results_group *group = kp_results_group_at(&shown->results, (size_t)at->wave, at->unit);
  if (group == NULL && kp_results_start(&none, wave->least, wave->most))
    group = &none;
  kp_results_figures_of(group, KP_RESULTS_FEWEST, &shown->figures);
  shown->compares = at->against >= 0;
  if (!shown->compares)
    return;
  const kp_results_group *earlier =
      kp_results_group_at(&shown->results, (size_t)at->against, at->unit);
  kp_results_group empty;
  if (earlier == NULL && kp_results_start(&empty, wave->least, wave->most))
    earlier = &empty;
  kp_results_change_of(earlier, group, KP_RESULTS_FEWEST, &shown->change);
}

/* --------------------------------------------------------------------------------------- parts */

static void show(kp_pane *pane, int widget, char *text) {
  kp_board_show(pane->board, widget, text != NULL && text[0] != '\0');
  kp_pane_say(pane, widget, text);
}

static char *word(const kp_pane *pane, kp_text text, const char *first, const char *second) {
  return kp_text_fill(text, pane->language, first, second);
}

static void show_range(int from, int to, kp_pane *pane, bool shown) {
  for (int i = from; i <= to; i++)
    kp_board_show(pane->board, i, shown);
}

static char *addresses(const kp_results_selection *selection) {
  char *all = NULL;
  for (size_t i = 0; i < selection->pick.count; i++) {
    char text[KP_RESULTS_ADDRESS];
    kp_results_address(&selection->used[i], text);
    if (!kp_text_add(&all, " · ", text))
      break;
  }
  return all;
}

static void show_title(kp_pane *pane) {
  const kp_shown *shown = pane->state;
  const kp_results_figures *figures = &shown->figures;
  char *scale = kp_shown_scale(figures->least, figures->most, pane->language);
  if (kp_shown_selects(shown)) {
    char number[KP_TEXT_NUMBER_SIZE];
    char *range = addresses(&shown->selection);
    show(pane, KP_SHOWN_TITLE, word(pane, KP_TEXT_RESULTS_RANGE, shown->selection.sheet, range));
    show(pane, KP_SHOWN_SUB,
         word(pane, KP_TEXT_RESULTS_SELECTION,
              kp_text_number((size_t)figures->answers, pane->language, number), scale));
    free(range);
  } else {
    show(pane, KP_SHOWN_TITLE, kp_text_copy(wave_of(shown)->sheet));
    show(pane, KP_SHOWN_SUB, kp_text_copy(scale));
  }
  free(scale);
  kp_board_show(pane->board, KP_SHOWN_HOLD, true);
  kp_board_set_checked(pane->board, KP_SHOWN_HOLD, shown->hold);
}

/* A "~" in a name is no mnemonic of ours: it is left out. */
static char *plain(char *text) {
  char *to = text;
  for (const char *from = text; text != NULL && *from != '\0'; from++)
    if (*from != '~')
      *to++ = *from;
  if (text != NULL)
    *to = '\0';
  return text;
}

static void show_choosers(kp_pane *pane) {
  const kp_shown *shown = pane->state;
  bool sheet = !kp_shown_selects(shown);
  const kp_results *results = &shown->results;
  show(pane, KP_SHOWN_WAVE,
       sheet ? plain(word(pane, KP_TEXT_RESULTS_WAVE, wave_of(shown)->name.text, NULL)) : NULL);
  const char *unit = sheet && shown->places.unit >= 0
                         ? results->units.list[shown->places.unit].text
                         : kp_pane_word(pane, KP_TEXT_RESULTS_ALL_UNITS);
  show(pane, KP_SHOWN_UNIT,
       sheet && results->units.count > 0 ? plain(word(pane, KP_TEXT_RESULTS_WAVE, unit, NULL))
                                         : NULL);
  kp_board_show(pane->board, KP_SHOWN_AGAIN,
                sheet && shown->slow && shown->edition != kp_desk_edition(pane->desk));
}

static void show_score(kp_pane *pane) {
  static const kp_text kinds[] = {KP_TEXT_RESULTS_NPS, KP_TEXT_RESULTS_SHARE, KP_TEXT_RESULTS_MEAN};
  const kp_shown *shown = pane->state;
  const kp_results_figures *figures = &shown->figures;
  char value[KP_SHOWN_VALUE];
  char margin[KP_SHOWN_VALUE];
  char number[KP_TEXT_NUMBER_SIZE];
  bool any = !figures->few;
  kp_shown_value(figures->kind, figures->value, false, pane->language, value);
  kp_shown_margin(figures->kind, figures->margin, pane->language, margin);
  show(pane, KP_SHOWN_KIND, any ? word(pane, kinds[figures->kind], NULL, NULL) : NULL);
  show(pane, KP_SHOWN_SCORE, any ? kp_text_copy(value) : NULL);
  show(pane, KP_SHOWN_PLUS,
       any && !isnan(figures->margin) ? word(pane, KP_TEXT_RESULTS_MARGIN, margin, NULL) : NULL);
  show(pane, KP_SHOWN_N,
       any ? word(pane, KP_TEXT_RESULTS_N,
                  kp_text_number((size_t)figures->n, pane->language, number), NULL)
           : NULL);
  show(pane, KP_SHOWN_INTERVAL,
       any ? kp_shown_interval(figures, pane->language) : kp_shown_few(figures, pane->language));
  kp_board_show(pane->board, KP_SHOWN_PICTURE, true);
  kp_board_set_drawing(pane->board, KP_SHOWN_PICTURE, kp_shown_draw, figures);
  char *parts = any ? kp_shown_parts(figures, pane->language) : NULL;
  char *said = kp_text_copy(any ? value : "");
  char *interval =
      any ? kp_shown_interval(figures, pane->language) : kp_shown_few(figures, pane->language);
  if (kp_text_add(&said, ". ", interval != NULL ? interval : "") &&
      kp_text_add(&said, ". ", parts != NULL ? parts : ""))
    kp_board_set_name(pane->board, KP_SHOWN_PICTURE, said);
  free(interval);
  free(said);
  show(pane, KP_SHOWN_PARTS, parts);
}

static void show_counts(kp_pane *pane) {
  const kp_shown *shown = pane->state;
  const kp_results_figures *figures = &shown->figures;
  size_t count = 0;
  const kp_results_cell *cells = kp_shown_cells(shown, &count);
  const kp_results_wave *wave = kp_shown_selects(shown) ? NULL : wave_of(shown);
  bool whole = wave != NULL && shown->places.unit < 0;
  show(pane, KP_SHOWN_COUNTS,
       kp_shown_counts(figures, cells, count, unit_of(shown), pane->language));
  kp_board_show(pane->board, KP_SHOWN_CELLS, figures->n < figures->answers && count > 0);
  show(pane, KP_SHOWN_RESPONSE,
       whole ? kp_shown_response(figures, wave->invited, pane->language) : NULL);
}

static void show_change(kp_pane *pane) {
  const kp_shown *shown = pane->state;
  const kp_results_change *change = &shown->change;
  const kp_results_figures *figures = &shown->figures;
  bool sheet = !kp_shown_selects(shown);
  bool any = shown->compares && change->known;
  char value[KP_SHOWN_VALUE];
  show_range(KP_SHOWN_RULE, KP_SHOWN_CHANGE, pane, shown->compares || sheet);
  show(pane, KP_SHOWN_AGAINST,
       !shown->compares ? NULL
       : sheet          ? plain(word(pane, KP_TEXT_RESULTS_SINCE,
                                     shown->results.waves[shown->places.against].name.text, NULL))
                        : NULL);
  kp_shown_value(figures->kind, change->delta, true, pane->language, value);
  show(pane, KP_SHOWN_DELTA,
       !any                                ? NULL
       : figures->kind == KP_RESULTS_SHARE ? word(pane, KP_TEXT_RESULTS_POINTS, value, NULL)
                                           : kp_text_copy(value));
  show(pane, KP_SHOWN_MORE, any ? kp_shown_delta(figures, change, pane->language) : NULL);
  kp_board_set_tone(pane->board, KP_SHOWN_VERDICT,
                    shown->compares ? kp_shown_tone(change) : KP_TONE_QUIET);
  show(pane, KP_SHOWN_VERDICT,
       shown->compares ? kp_shown_verdict(figures, change, pane->language) : NULL);
  bool careful = shown->compares && sheet && wave_of(shown)->changed;
  kp_text why = shown->compares ? kp_shown_why(change)
                : sheet         ? KP_TEXT_RESULTS_FIRST
                                : KP_TEXT_NONE;
  char *text = word(pane, why, NULL, NULL);
  if (text != NULL && careful)
    kp_text_add(&text, text[0] != '\0' ? " " : "", kp_pane_word(pane, KP_TEXT_FOLLOW_CAREFUL));
  show(pane, KP_SHOWN_WHY, text);
}

/* ------------------------------------------------------------------------------------ all of it */

/* Why nothing can be shown, and where to begin. */
static void show_nothing(kp_pane *pane, char *notice) {
  const kp_shown *shown = pane->state;
  bool there =
      pane->desk != NULL && kp_desk_model(pane->desk) != NULL && kp_desk_method(pane->desk) != NULL;
  bool set_up = there && kp_desk_set_up(pane->desk);
  bool free_to = there && kp_desk_locked(pane->desk) == KP_DESK_FREE;
  show_range(KP_SHOWN_TITLE, KP_SHOWN_PLACES - 1, pane, false);
  show(pane, KP_SHOWN_NOTICE, notice);
  kp_board_show(pane->board, KP_SHOWN_CHOOSE, set_up && shown->trouble == NULL);
  kp_board_enable(pane->board, KP_SHOWN_CHOOSE, free_to);
  kp_board_show(pane->board, KP_SHOWN_SET_UP, there && !set_up);
  kp_board_enable(pane->board, KP_SHOWN_SET_UP, free_to);
  kp_footer_say(pane, KP_FOOTER_TIP, NULL, NULL);
}

static char *notice_of(const kp_pane *pane) {
  const kp_shown *shown = pane->state;
  char *text = NULL;
  if (shown->trouble != NULL)
    return word(pane, KP_TEXT_RESULTS_FAILED, shown->trouble, NULL);
  if (shown->results.lost > 0)
    return word(pane, KP_TEXT_RESULTS_LOST, NULL, NULL);
  if (!kp_desk_set_up(pane->desk))
    return word(pane, KP_TEXT_RESULTS_BEGIN, NULL, NULL);
  if (kp_text_add(&text, "", kp_pane_word(pane, KP_TEXT_RESULTS_NONE_YET)))
    kp_text_add(&text, " ", kp_pane_word(pane, KP_TEXT_RESULTS_BEGIN_SET_UP));
  return text;
}

static void show_tip(kp_pane *pane) {
  const kp_shown *shown = pane->state;
  kp_text tip = shown->hold               ? KP_TEXT_RESULTS_TIP_HELD
                : kp_shown_selects(shown) ? KP_TEXT_RESULTS_TIP_TWO
                                          : KP_TEXT_RESULTS_TIP_SELECT;
  bool stale = !kp_shown_selects(shown) && shown->edition != kp_desk_edition(pane->desk);
  kp_footer_say(pane, KP_FOOTER_TIP, NULL, kp_pane_word(pane, tip));
  kp_footer_say(pane, KP_FOOTER_NOTE, NULL,
                stale ? kp_pane_word(pane, KP_TEXT_RESULTS_STALE) : NULL);
}

void kp_shown_show(kp_pane *pane) {
  kp_shown *shown = pane->state;
  bool there =
      pane->desk != NULL && kp_desk_model(pane->desk) != NULL && kp_desk_method(pane->desk) != NULL;
  if (!there) {
    show_nothing(pane, kp_pane_obstacle(pane, KP_TEXT_NONE, false));
    return;
  }
  shown->places = kp_shown_choose(&shown->results, shown->wave, shown->against, shown->unit);
  if (!kp_shown_selects(shown) && shown->places.wave < 0) {
    show_nothing(pane, notice_of(pane));
    return;
  }
  if (kp_shown_selects(shown))
    figures_of_selection(shown);
  else
    figures_of_wave(shown);
  show_range(KP_SHOWN_NOTICE, KP_SHOWN_SET_UP, pane, false);
  show_title(pane);
  show_choosers(pane);
  if (!kp_shown_selects(shown) && wave_of(shown)->story) {
    show_range(KP_SHOWN_KIND, KP_SHOWN_PLACES - 1, pane, false);
    show(pane, KP_SHOWN_INTERVAL, word(pane, KP_TEXT_RESULTS_STORY, NULL, NULL));
  } else {
    show_score(pane);
    show_counts(pane);
    show_change(pane);
  }
  show_tip(pane);
}
