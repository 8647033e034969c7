/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A panel as small as one can be: the sheets of the workbook, how many rows each has, and what it
 * is for. It is the guide for a panel of your own (CONTRIBUTING.md); a test builds and opens it. */
#include "kernpunt/deck.h"

#include <stdio.h>

typedef enum place { NOTICE, SHEETS, DETAIL, PLACES } place;

/* Tables without rows of their own, such as the log, are left out. */
static const kp_method_table *table_at(const kp_pane *pane, size_t row) {
  const kp_method *method = kp_desk_method(pane->desk);
  for (size_t i = 0; i < method->table_count; i++)
    if (method->tables[i]->id != NULL && row-- == 0)
      return method->tables[i];
  return NULL;
}

static char *line_of(const kp_pane *pane, size_t row, const char **image) {
  const kp_method_table *table = table_at(pane, row);
  const kp_method_rows *rows = kp_desk_rows(pane->desk);
  size_t count = rows->count(rows->data, table);
  char line[200];
  *image = "due_later.png";
  snprintf(line, sizeof line, "%s: %zu", table->name.in[pane->language],
           count != KP_METHOD_NO_TABLE ? count : 0);
  return kp_text_copy(line);
}

static char *in_full(const kp_pane *pane, size_t row) {
  return kp_text_copy(table_at(pane, row)->hint.in[pane->language]);
}

/* With `read`, as many rows as there are tables. */
static kp_pane_list sheets(const kp_pane *pane, bool read) {
  size_t count = 0;
  while (read && table_at(pane, count) != NULL)
    count++;
  return (kp_pane_list){
      .list = SHEETS, .detail = DETAIL, .count = count, .line = line_of, .in_full = in_full};
}

static bool build_demo(kp_pane *pane, kp_uno_error *error) {
  static const kp_pane_widget widgets[PLACES] = {
      [NOTICE] = {.name = "notice", .kind = KP_WIDGET_NOTE},
      [SHEETS] = {.name = "sheets", .kind = KP_WIDGET_LIST, .help = KP_TEXT_CHECKED_HELP_NOW},
      [DETAIL] = {.name = "detail", .kind = KP_WIDGET_NOTE},
  };
  return kp_pane_add(pane, widgets, PLACES, error);
}

static void refresh_demo(kp_pane *pane) {
  char *words = kp_pane_obstacle(pane, KP_TEXT_TODAY_NOT_SET_UP, true);
  bool free_way = words != NULL && words[0] == '\0';
  const kp_pane_list list = sheets(pane, free_way);
  kp_board_show(pane->board, NOTICE, true);
  kp_board_show(pane->board, SHEETS, free_way);
  kp_board_show(pane->board, DETAIL, free_way);
  kp_pane_say(pane, NOTICE, words);
  kp_pane_list_fill(pane, &list);
  kp_pane_list_detail(pane, &list);
}

static void handle_demo(kp_pane *pane, const kp_board_event *event) {
  const kp_pane_list list = sheets(pane, pane->desk != NULL && kp_desk_rows(pane->desk) != NULL);
  if (event->kind == KP_EVENT_SELECT && event->widget == SHEETS)
    kp_pane_list_detail(pane, &list);
}

extern const kp_pane_kind kp_demo_kind;
const kp_pane_kind kp_demo_kind = {
    .build = build_demo, .refresh = refresh_demo, .event = handle_demo};
