/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What panels have in common: widgets from a table, what stands in the way, a list with its detail.
 */
#include "kernpunt/deck.h"

#include <assert.h>
#include <stdlib.h>

bool kp_pane_add(kp_pane *pane, const kp_pane_widget *widgets, int count, kp_uno_error *error) {
  assert(kp_board_count(pane->board) == 0);
  bool good = true;
  for (int i = 0; good && i < count; i++) {
    const kp_widget_spec spec = {.name = widgets[i].name,
                                 .kind = widgets[i].kind,
                                 .label = kp_pane_word(pane, widgets[i].label),
                                 .help = kp_pane_word(pane, widgets[i].help),
                                 .beside = widgets[i].beside,
                                 .narrow = widgets[i].narrow,
                                 .lines = widgets[i].lines};
    good = kp_board_add(error, pane->board, &spec) == i;
    kp_board_show(pane->board, i, false);
  }
  return good;
}

void kp_pane_say(kp_pane *pane, int widget, char *text) {
  kp_board_set_label(pane->board, widget, text != NULL ? text : "");
  free(text);
}

char *kp_pane_obstacle(const kp_pane *pane, kp_text not_set_up, bool reads) {
  kp_text text = KP_TEXT_NONE;
  const char *detail = NULL;
  if (pane->desk == NULL || kp_desk_model(pane->desk) == NULL) {
    text = KP_TEXT_NO_DOCUMENT;
  } else if (kp_desk_method(pane->desk) == NULL) {
    text = KP_TEXT_TODAY_BROKEN;
    detail = kp_desk_trouble(pane->desk);
  } else if (!kp_desk_set_up(pane->desk)) {
    text = not_set_up;
  } else if (reads && kp_desk_book(pane->desk) == NULL) {
    text = KP_TEXT_TODAY_UNREADABLE;
  }
  return kp_text_fill(text, pane->language, detail, NULL);
}

/* ---------------------------------------------------------------------------- list with detail */

int kp_pane_lines(size_t rows) {
  enum { FEWEST = 3, FOR_SCROLL_BAR = 1 };
  int lines = rows < KP_PANE_LINES ? (int)rows + FOR_SCROLL_BAR : KP_PANE_LINES;
  return lines < FEWEST ? FEWEST : lines;
}

void kp_pane_list_fill(kp_pane *pane, const kp_pane_list *list) {
  assert(list->line != NULL && list->list != list->detail);
  size_t count = list->count + (list->hidden > 0 ? 1 : 0);
  kp_board_row *rows = calloc(count + 1, sizeof *rows);
  char **texts = calloc(count + 1, sizeof *texts);
  for (size_t i = 0; rows != NULL && texts != NULL && i < count; i++) {
    texts[i] = i < list->count ? list->line(pane, i, &rows[i].image)
                               : kp_text_counted(list->more, list->hidden, pane->language);
    rows[i].text = texts[i] != NULL ? texts[i] : "";
  }
  if (rows != NULL && texts != NULL)
    kp_board_set_rows(pane->board, list->list, rows, count);
  kp_board_set_lines(pane->board, list->list, kp_pane_lines(count));
  for (size_t i = 0; texts != NULL && i < count; i++)
    free(texts[i]);
  free(texts);
  free(rows);
}

int kp_pane_list_row(const kp_pane *pane, const kp_pane_list *list) {
  int row = kp_board_selected(pane->board, list->list);
  return row < 0 ? KP_BOARD_NONE : (size_t)row < list->count ? row : (int)list->count;
}

void kp_pane_list_detail(kp_pane *pane, const kp_pane_list *list) {
  assert(list->in_full != NULL);
  int row = kp_pane_list_row(pane, list);
  bool any = row >= 0 && (size_t)row < list->count;
  bool more = !any && row >= 0 && list->hidden > 0;
  kp_pane_say(pane, list->detail,
              any ? list->in_full(pane, (size_t)row)
                  : kp_text_fill(more ? list->open : KP_TEXT_NONE, pane->language, NULL, NULL));
}
