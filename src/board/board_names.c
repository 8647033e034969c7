/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen reader calls the widgets. The names are those of the peers, and go with them. */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

static bool is_field(kp_widget_kind kind) {
  switch (kind) {
  case KP_WIDGET_LINE:
  case KP_WIDGET_LINES:
  case KP_WIDGET_CHOICE:
  case KP_WIDGET_GRID:
  case KP_WIDGET_LIST:
  case KP_WIDGET_DROP:
  case KP_WIDGET_COMBO:
    return true;
  default:
    return false;
  }
}

static bool is_button(kp_widget_kind kind) {
  return kind == KP_WIDGET_BUTTON || kind == KP_WIDGET_TOGGLE || kind == KP_WIDGET_ICON ||
         kind == KP_WIDGET_CHECK;
}

/* A label as it is read out: without mnemonic, without the marks of required and refused. */
static void read_out(const char *label, char *into, size_t size) {
  static const char refused[] = "✕ ";
  size_t length = 0;
  if (strncmp(label, refused, sizeof refused - 1) == 0)
    label += sizeof refused - 1;
  for (; *label != '\0' && length + 1 < size; label++)
    if (*label != '~')
      into[length++] = *label;
  while (length > 0 && (into[length - 1] == '*' || into[length - 1] == ' '))
    length--;
  into[length] = '\0';
}

/* Arrows and signs say nothing when they are read out. */
static bool has_letters(const char *text) {
  for (; *text != '\0'; text++)
    if ((*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z') ||
        (*text >= '0' && *text <= '9'))
      return true;
  return false;
}

/* The label that stands before a field. */
static const char *label_before(const kp_board *board, size_t at) {
  while (at-- > 0) {
    const kp_widget *before = &board->widgets[at];
    if (before->kind == KP_WIDGET_LABEL || before->kind == KP_WIDGET_HEADING)
      return before->text;
    if (is_field(before->kind))
      return NULL;
  }
  return NULL;
}

/* What it is called where its owner does not say, malloc'ed; NULL: by what stands on it. */
static char *name_of(const kp_board *board, const kp_widget *widget) {
  enum { LONGEST = 300 };
  char name[LONGEST] = "";
  const char *label = NULL;
  if (is_field(widget->kind))
    label = label_before(board, (size_t)(widget - board->widgets));
  else if (!is_button(widget->kind) || has_letters(widget->text))
    return NULL;
  if (label != NULL)
    read_out(label, name, sizeof name);
  return name[0] != '\0' ? strdup(name) : widget->help != NULL ? strdup(widget->help) : NULL;
}

static void tell(const kp_widget *widget, const char *name) {
  static kp_uno_method get_peer = KP_UNO_METHOD("com.sun.star.awt.XControl::getPeer");
  static kp_uno_method set = KP_UNO_METHOD("com.sun.star.awt.XVclWindowPeer::setProperty");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *peer = NULL;
  uno_Any any;
  kp_uno_any_init(&any);
  if (kp_uno_call(&ignored, widget->control, &get_peer, &peer) && peer != NULL &&
      kp_uno_any_set_string(&any, name, &ignored))
    kp_uno_call(&ignored, peer, &set, NULL, "AccessibleName", &any);
  kp_uno_any_clear(&any);
  kp_uno_release(peer);
}

void kp_board_call(const kp_board *board, const kp_widget *widget) {
  char *made = widget->called == NULL ? name_of(board, widget) : NULL;
  const char *name = widget->called != NULL ? widget->called : made;
  if (name != NULL && !board->gone)
    tell(widget, name);
  free(made);
}

void kp_board_call_after(const kp_board *board, const kp_widget *label) {
  size_t at = (size_t)(label - board->widgets) + 1;
  if (label->kind != KP_WIDGET_LABEL && label->kind != KP_WIDGET_HEADING)
    return;
  for (; at < board->count && board->widgets[at].kind > KP_WIDGET_NOTE; at++)
    if (is_field(board->widgets[at].kind)) {
      kp_board_call(board, &board->widgets[at]);
      return;
    }
}

void kp_board_set_name(kp_board *board, int widget, const char *name) {
  kp_widget *of = kp_board_widget(board, widget);
  char *copy = of != NULL ? strdup(name) : NULL;
  if (copy == NULL)
    return;
  free(of->called);
  of->called = copy;
  kp_board_call(board, of);
}
