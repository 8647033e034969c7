/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found, on the controls of the panel. */
#include "check_pane.h"

#include <stdlib.h>
#include <string.h>

bool kp_checked_fresh(const kp_pane *pane) {
  const kp_checked *of = pane->state;
  return of->edition == kp_desk_edition(pane->desk);
}

static size_t shown_of(const kp_checked *of) {
  size_t listed = kp_checked_listed(&of->found, of->tips);
  return listed < KP_CHECKED_SHOWN ? listed : KP_CHECKED_SHOWN;
}

const kp_check_item *kp_checked_selected(const kp_pane *pane) {
  const kp_checked *of = pane->state;
  int at = kp_board_selected(pane->board, KP_CHECKED_LIST);
  return at >= 0 && (size_t)at < shown_of(of) ? &of->found.items[at] : NULL;
}

/* The last line counts what is not listed. */
static void fill_list(kp_pane *pane, const kp_checked *of) {
  static const char *const images[] = {[KP_METHOD_TIP] = "tip.png",
                                       [KP_METHOD_WARN] = "warning.png",
                                       [KP_METHOD_REFUSE] = "mistake.png"};
  size_t shown = shown_of(of);
  size_t hidden = kp_checked_listed(&of->found, of->tips) - shown;
  kp_board_row *rows = calloc(shown + 1, sizeof *rows);
  char **places = calloc(shown + 1, sizeof *places);
  char *more = hidden > 0 ? kp_text_counted(KP_TEXT_CHECKED_MORE, hidden, pane->language) : NULL;
  if (rows != NULL && places != NULL) {
    for (size_t i = 0; i < shown; i++) {
      const kp_check_item *item = &of->found.items[i];
      places[i] = kp_checked_where(item);
      rows[i] =
          (kp_board_row){.text = item->message, .when = places[i], .image = images[item->severity]};
    }
    if (more != NULL)
      rows[shown++] = (kp_board_row){.text = more};
    kp_board_set_rows(pane->board, KP_CHECKED_LIST, rows, shown);
  }
  for (size_t i = 0; places != NULL && i < shown; i++)
    free(places[i]);
  free(more);
  free(places);
  free(rows);
}

/* The title of the row, as far as it can be read. */
static const char *title_of(kp_pane *pane, const kp_check_item *item) {
  const kp_method_rows *rows = pane->desk != NULL ? kp_desk_rows(pane->desk) : NULL;
  const kp_method *method = pane->desk != NULL ? kp_desk_method(pane->desk) : NULL;
  return rows != NULL && method != NULL ? kp_checked_title(method, rows, item) : NULL;
}

void kp_checked_show_problem(kp_pane *pane) {
  const kp_checked *of = pane->state;
  const kp_check_item *item = kp_checked_selected(pane);
  bool some = item != NULL;
  bool may = pane->desk != NULL && kp_desk_locked(pane->desk) == KP_DESK_FREE;
  int last = (int)shown_of(of) - 1;
  int at = kp_board_selected(pane->board, KP_CHECKED_LIST);
  kp_board_show(pane->board, KP_CHECKED_DETAIL, some || at > last);
  kp_pane_say(pane, KP_CHECKED_DETAIL,
              some ? kp_text_copy(item->message)
              : at > last && last >= 0
                  ? kp_text_fill(KP_TEXT_CHECKED_MORE_HELP, pane->language, NULL, NULL)
                  : NULL);
  kp_board_show(pane->board, KP_CHECKED_PLACE, some);
  kp_pane_say(pane, KP_CHECKED_PLACE,
              some ? kp_checked_place(item, title_of(pane, item), pane->language) : NULL);
  kp_board_show(pane->board, KP_CHECKED_OPEN, last >= 0);
  kp_board_enable(pane->board, KP_CHECKED_OPEN, some && item->sheet[0] != '\0');
  kp_board_show(pane->board, KP_CHECKED_BACK, last >= 0);
  kp_board_enable(pane->board, KP_CHECKED_BACK, at > 0);
  kp_board_show(pane->board, KP_CHECKED_ON, last >= 0);
  kp_board_enable(pane->board, KP_CHECKED_ON, at < last);
  kp_board_show(pane->board, KP_CHECKED_LEAVE, last >= 0 || of->found.left > 0);
  kp_board_enable(pane->board, KP_CHECKED_LEAVE,
                  may && ((some && kp_workbook_can_leave(item)) || of->found.left > 0));
  kp_board_show(pane->board, KP_CHECKED_REPAIR, some && item->repairable);
  kp_board_enable(pane->board, KP_CHECKED_REPAIR, may);
}

static void show_summary(kp_pane *pane) {
  const kp_checked *of = pane->state;
  size_t errors = kp_checked_count(&of->found, KP_METHOD_REFUSE);
  size_t tips = kp_checked_count(&of->found, KP_METHOD_TIP);
  bool clean = of->found.count == tips;
  kp_pane_say(pane, KP_CHECKED_SUMMARY,
              of->done ? kp_checked_summary(&of->found, of->rows, pane->language)
                       : kp_text_fill(KP_TEXT_CHECKED_NOT_YET, pane->language, NULL, NULL));
  kp_board_set_tone(pane->board, KP_CHECKED_SUMMARY,
                    errors > 0           ? KP_TONE_REFUSED
                    : of->done && !clean ? KP_TONE_NOTE
                    : of->done           ? KP_TONE_SAVED
                                         : KP_TONE_PLAIN);
  char *seen = NULL;
  if (of->done && kp_checked_fresh(pane))
    seen = kp_checked_seen(&of->found, of->time, of->sheets, of->rows, pane->language);
  else if (of->done)
    seen = kp_text_fill(KP_TEXT_CHECKED_CHANGED, pane->language, of->time, NULL);
  kp_pane_say(pane, KP_CHECKED_SEEN, seen);
  kp_pane_say(pane, KP_CHECKED_TIPS,
              kp_text_counted(of->tips ? KP_TEXT_CHECKED_TIPS_SHOWN : KP_TEXT_CHECKED_TIPS_FOLDED,
                              tips, pane->language));
  for (int i = KP_CHECKED_RULE; i <= KP_CHECKED_TIPS_NOTE; i++)
    kp_board_show(pane->board, i, tips > 0);
}

void kp_checked_show(kp_pane *pane) {
  const kp_checked *of = pane->state;
  char *words = kp_pane_obstacle(pane, KP_TEXT_CHECKED_NOTHING, false);
  bool free_way = words == NULL || words[0] == '\0';
  kp_board_show(pane->board, KP_CHECKED_NOTICE, true);
  kp_pane_say(pane, KP_CHECKED_NOTICE, words);
  for (int i = KP_CHECKED_SUMMARY; i < KP_CHECKED_PLACES; i++)
    kp_board_show(pane->board, i, free_way && i <= KP_CHECKED_SEEN);
  kp_footer_show(pane, free_way);
  if (!free_way)
    return;
  bool some = kp_checked_listed(&of->found, of->tips) > 0;
  kp_board_show(pane->board, KP_CHECKED_LIST, some);
  kp_board_stretch(pane->board, some ? KP_CHECKED_LIST : KP_BOARD_NONE);
  show_summary(pane);
  fill_list(pane, of);
  kp_checked_show_problem(pane);
  kp_footer_say(pane, KP_FOOTER_TIP, kp_pane_word(pane, KP_TEXT_CHECKED_NOTE),
                kp_pane_word(pane, KP_TEXT_CHECKED_READS));
}
