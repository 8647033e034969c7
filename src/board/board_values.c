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
  kp_board_replace(board);
}

void kp_board_set_help(kp_board *board, int widget, const char *help) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  const kp_widget *of = kp_board_widget(board, widget);
  if (of != NULL)
    kp_uno_property_set_string(&ignored, of->model, "HelpText", help);
}

void kp_board_set_strong(kp_board *board, int widget, bool strong) {
  const float weight = strong ? 150.0F : 100.0F; /* awt::FontWeight BOLD and NORMAL */
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_widget *of = kp_board_widget(board, widget);
  uno_Any any;
  if (of == NULL || of->strong == strong)
    return;
  of->strong = strong;
  kp_uno_any_init(&any);
  if (kp_uno_any_set(&any, "float", &weight, &ignored))
    kp_uno_property_set(&ignored, of->model, "FontWeight", &any);
  kp_uno_any_clear(&any);
  kp_board_replace(board);
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

bool kp_board_checked(const kp_board *board, int widget) {
  const kp_widget *of = kp_board_widget(board, widget);
  return of != NULL && of->checked;
}

void kp_board_set_checked(kp_board *board, int widget, bool checked) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.awt.XCheckBox::setState");
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_widget *of = kp_board_widget(board, widget);
  if (of == NULL || of->checked == checked)
    return;
  of->checked = checked;
  board->quiet++;
  kp_uno_call(&ignored, of->control, &set, NULL, checked ? 1 : 0);
  board->quiet--;
}

/* ---------------------------------------------------------------------------------------- lists */

void kp_board_set_lines(kp_board *board, int widget, int lines) {
  kp_widget *of = kp_board_widget(board, widget);
  if (of == NULL || of->lines == lines)
    return;
  of->lines = lines;
  kp_board_replace(board);
}

/* Whether a row is as it was; text and picture are kept in one, as keep_rows puts them. */
static bool same_row(const char *kept, const kp_board_row *row) {
  size_t text = strlen(row->text);
  return strncmp(kept, row->text, text) == 0 && kept[text] == '\n' &&
         strcmp(kept + text + 1, row->image != NULL ? row->image : "") == 0;
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
    const char *image = rows[i].image != NULL ? rows[i].image : "";
    size_t size = strlen(rows[i].text) + strlen(image) + 2;
    widget->rows[i] = malloc(size);
    if (widget->rows[i] == NULL)
      break;
    snprintf(widget->rows[i], size, "%s\n%s", rows[i].text, image);
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

static void image_url(const kp_board_row *row, char url[160]) {
  url[0] = '\0';
  if (row->image != NULL)
    snprintf(url, 160, "vnd.sun.star.extension://org.kernpunt.calc/icons/%s", row->image);
}

static void fill_pictures(const kp_widget *widget, const kp_board_row *rows, size_t count) {
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.awt.XItemList::setItemImage");
  kp_uno_error ignored = KP_UNO_IGNORED;
  char url[160];
  for (size_t i = 0; i < count; i++) {
    image_url(&rows[i], url);
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
    image_url(&rows[i], url);
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
  if (of->kind != KP_WIDGET_LIST) {
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
  if (row >= 0)
    kp_uno_call(&ignored, of->control, &select, NULL, row, 1);
  else
    kp_uno_call(&ignored, of->control, &select, NULL, of->selected, 0);
  board->quiet--;
  of->selected = row;
}
