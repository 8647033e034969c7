/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the widgets of a board hold and show. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ----------------------------------------------------------------------------------------- text */

char *kp_board_text(const kp_board *board, int widget) {
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.awt.XTextComponent::getText");
  kp_uno_error ignored = KP_UNO_IGNORED;
  char *text = NULL;
  return kp_uno_call(&ignored, kp_board_control(board, widget), &get, &text) ? text : NULL;
}

/* Remembers a text of a widget; without memory the old one stays. */
static void keep_text(kp_widget *widget, const char *text) {
  char *copy = strdup(text);
  if (copy != NULL) {
    free(widget->text);
    widget->text = copy;
  }
}

void kp_board_set_text(kp_board *board, int widget, const char *text) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.awt.XTextComponent::setText");
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_widget *of = kp_board_widget(board, widget);
  if (of == NULL)
    return;
  keep_text(of, text);
  board->quiet++;
  kp_uno_call(&ignored, of->control, &set, NULL, text);
  board->quiet--;
  if (of->kind == KP_WIDGET_LINES)
    kp_board_replace(board);
}

void kp_board_select_text(kp_board *board, int widget, int from, int to) {
  static kp_uno_method select = KP_UNO_METHOD("com.sun.star.awt.XTextComponent::setSelection");
  kp_uno_error ignored = KP_UNO_IGNORED;
  const kp_uno_selection range = {from, to};
  kp_uno_call(&ignored, kp_board_control(board, widget), &select, NULL, &range);
}

void kp_board_set_most(kp_board *board, int widget, int characters) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.awt.XTextComponent::setMaxTextLen");
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_call(&ignored, kp_board_control(board, widget), &set, NULL, characters);
}

void kp_board_set_undo(kp_board *board, bool on) {
  board->undoes = on;
}

/* --------------------------------------------------------------------------------------- labels */

void kp_board_set_label(kp_board *board, int widget, const char *label) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_widget *of = kp_board_widget(board, widget);
  if (of == NULL || strcmp(of->text, label) == 0)
    return;
  keep_text(of, label);
  of->fitted = 0;
  of->cut = false;
  kp_uno_property_set_string(&ignored, of->model, "Label", label);
  kp_board_call(board, of);
  kp_board_call_after(board, of);
  kp_board_replace(board);
}

void kp_board_set_help(kp_board *board, int widget, const char *help) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_widget *of = kp_board_widget(board, widget);
  char *copy = of != NULL ? strdup(help) : NULL;
  if (of == NULL)
    return;
  kp_uno_property_set_string(&ignored, of->model, "HelpText", help);
  if (copy == NULL)
    return;
  free(of->help);
  of->help = copy;
  kp_board_call(board, of);
}

/* ------------------------------------------------------------------------------- shown, enabled */

void kp_board_show(kp_board *board, int widget, bool visible) {
  kp_widget *of = kp_board_widget(board, widget);
  if (of == NULL || of->hidden == !visible)
    return;
  of->hidden = !visible;
  kp_board_replace(board);
}

bool kp_board_shown(const kp_board *board, int widget) {
  const kp_widget *of = kp_board_widget(board, widget);
  return of != NULL && kp_board_visible(of);
}

void kp_board_enable(kp_board *board, int widget, bool enabled) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  const kp_widget *of = kp_board_widget(board, widget);
  if (of != NULL)
    kp_uno_property_set_bool(&ignored, of->model, "Enabled", enabled);
}

void kp_board_focus(kp_board *board, int widget) {
  static kp_uno_method focus = KP_UNO_METHOD("com.sun.star.awt.XWindow::setFocus");
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (!kp_board_shown(board, widget))
    return;
  kp_uno_call(&ignored, kp_board_control(board, widget), &focus, NULL);
  kp_board_reach(board, widget);
}

int kp_board_focused(const kp_board *board) {
  return board->focused;
}

/* ---------------------------------------------------------------------------------------- lists */

void kp_board_set_lines(kp_board *board, int widget, int lines) {
  kp_widget *of = kp_board_widget(board, widget);
  if (of == NULL || of->lines == lines)
    return;
  of->lines = lines;
  kp_board_replace(board);
}

/* A row as it is kept, for telling whether it changed. */
static char *kept_row(const kp_board_row *row) {
  const char *parts[] = {row->text, row->image, row->when, row->who};
  size_t size = 1;
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    size += (parts[i] != NULL ? strlen(parts[i]) : 0) + 1;
  char *kept = malloc(size);
  if (kept != NULL)
    snprintf(kept, size, "%s\n%s\n%s\n%s", parts[0], parts[1] != NULL ? parts[1] : "",
             parts[2] != NULL ? parts[2] : "", parts[3] != NULL ? parts[3] : "");
  return kept;
}

static bool same_row(const char *kept, const kp_board_row *row) {
  char *now = kept_row(row);
  bool same = now != NULL && strcmp(kept, now) == 0;
  free(now);
  return same;
}

static bool same_rows(const kp_widget *widget, const kp_board_row *rows, size_t count) {
  bool same = widget->count == count && (count == 0 || widget->rows != NULL);
  for (size_t i = 0; same && i < count; i++)
    same = same_row(widget->rows[i], &rows[i]);
  return same;
}

static void keep_rows(kp_widget *widget, const kp_board_row *rows, size_t count) {
  for (size_t i = 0; widget->rows != NULL && i < widget->count; i++)
    free(widget->rows[i]);
  free(widget->rows);
  widget->count = 0;
  widget->rows = calloc(count + 1, sizeof *widget->rows);
  for (size_t i = 0; widget->rows != NULL && i < count; i++) {
    widget->rows[i] = kept_row(&rows[i]);
    if (widget->rows[i] == NULL)
      break;
    widget->count++;
  }
}

/* Texts alone go in one call. */
static void fill_texts(const kp_widget *widget, const kp_board_row *rows, size_t count) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Sequence *texts = kp_uno_sequence_new("[]string", count);
  bool good = texts != NULL;
  uno_Any any;
  kp_uno_any_init(&any);
  for (size_t i = 0; good && i < count; i++)
    good = kp_uno_string_assign(&KP_UNO_ELEMENTS(rtl_uString *, texts)[i], rows[i].text, &ignored);
  if (good && kp_uno_any_set(&any, "[]string", &texts, &ignored))
    kp_uno_property_set(&ignored, widget->model, "StringItemList", &any);
  kp_uno_any_clear(&any);
  kp_uno_sequence_free(texts, "[]string");
}

static void fill_pictures(const kp_widget *widget, const kp_board_row *rows, size_t count) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.awt.XItemList::setItemImage");
  kp_uno_error ignored = KP_UNO_IGNORED;
  char url[160];
  for (size_t i = 0; i < count; i++) {
    kp_board_image_url(rows[i].image, url);
    if (url[0] != '\0')
      kp_uno_call(&ignored, widget->model, &set, NULL, (int)i, url);
  }
}

/* A picture takes the office long: a list of which little changed is changed there only. */
static bool change_rows(const kp_widget *widget, const kp_board_row *rows, size_t count) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.awt.XItemList::setItemTextAndImage");
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.awt.XItemList::insertItem");
  static kp_uno_method drop = KP_UNO_METHOD("com.sun.star.awt.XItemList::removeItem");
  kp_uno_error ignored = KP_UNO_IGNORED;
  bool good = true;
  char url[160];
  for (size_t i = widget->count; good && i > count; i--)
    good = kp_uno_call(&ignored, widget->model, &drop, NULL, (int)i - 1);
  for (size_t i = 0; good && i < count; i++) {
    if (i < widget->count && widget->rows != NULL && same_row(widget->rows[i], &rows[i]))
      continue;
    kp_board_image_url(rows[i].image, url);
    good = kp_uno_call(&ignored, widget->model, i < widget->count ? &set : &add, NULL, (int)i,
                       rows[i].text, url);
  }
  return good;
}

void kp_board_set_rows(kp_board *board, int widget, const kp_board_row *rows, size_t count) {
  kp_widget *of = kp_board_widget(board, widget);
  if (of == NULL || same_rows(of, rows, count))
    return;
  int selected = of->selected;
  board->quiet++;
  if (of->kind == KP_WIDGET_GRID) {
    kp_board_grid_set_rows(board, of, rows, count);
  } else if (of->kind != KP_WIDGET_LIST) {
    fill_texts(of, rows, count);
  } else if (of->count == 0 || of->rows == NULL || !change_rows(of, rows, count)) {
    fill_texts(of, rows, count);
    fill_pictures(of, rows, count);
  }
  board->quiet--;
  keep_rows(of, rows, count);
  of->selected = KP_BOARD_NONE;
  if (of->kind != KP_WIDGET_COMBO)
    kp_board_select(board, widget, selected < (int)count ? selected : KP_BOARD_NONE);
}

int kp_board_selected(const kp_board *board, int widget) {
  const kp_widget *of = kp_board_widget(board, widget);
  return of != NULL ? of->selected : KP_BOARD_NONE;
}

void kp_board_select(kp_board *board, int widget, int row) {
  static kp_uno_method select = KP_UNO_METHOD("com.sun.star.awt.XListBox::selectItemPos");
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_widget *of = kp_board_widget(board, widget);
  if (of == NULL || of->selected == row)
    return;
  board->quiet++;
  if (of->kind == KP_WIDGET_GRID)
    kp_board_grid_select(of, row);
  else if (row >= 0)
    kp_uno_call(&ignored, of->control, &select, NULL, row, 1);
  else
    kp_uno_call(&ignored, of->control, &select, NULL, of->selected, 0);
  board->quiet--;
  of->selected = row;
}
