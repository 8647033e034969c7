/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one object that listens to all controls of a board, and makes its events of theirs. */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

#include <osl/time.h>

/* Milliseconds within which the same key is the same press: gtk3 delivers it twice, and the second
 * one must not save an emptied form. */
#define KEY_ECHO 250U

typedef struct listener {
  kp_board *board; /* NULL when it is gone */
} listener;

static kp_board *board_of(const kp_uno_incoming *in) {
  kp_board *board = ((listener *)in->state)->board;
  return board != NULL && !board->gone ? board : NULL;
}

static int find_source(const kp_board *board, uno_Interface *source) {
  for (size_t i = 0; i < board->count; i++)
    if (kp_uno_same(board->widgets[i].control, source))
      return (int)i;
  return KP_BOARD_NONE;
}

static void tell(kp_board *board, kp_board_event_kind kind, int widget) {
  kp_board_event event = {kind, widget};
  if (board->busy == 0 && board->quiet == 0 && widget != KP_BOARD_NONE)
    board->owner.event(board->owner.data, &event);
}

/* ---------------------------------------------------------------------------------------- text */

static bool text_changed(kp_uno_incoming *in) {
  const kp_uno_text_event *event = in->args[0];
  kp_board *board = board_of(in);
  int place = board != NULL && board->quiet == 0 ? find_source(board, event->base.source) : -1;
  kp_widget *widget = kp_board_widget(board, place);
  if (widget == NULL)
    return true;
  char *text = kp_board_text(board, place);
  if (text != NULL && strcmp(text, widget->text) != 0) {
    free(widget->text);
    widget->text = text;
    text = NULL;
    tell(board, KP_EVENT_TEXT, place);
    /* A field that grows may need another line, and what follows it moves. */
    board = board_of(in);
    if (kp_board_widget(board, place) != NULL && board->widgets[place].kind == KP_WIDGET_LINES) {
      if (board->focused == place)
        board->sight = place;
      kp_board_replace(board);
    }
  }
  free(text);
  return true;
}

/* ------------------------------------------------------------------------------ buttons, lists */

static bool is_down(const kp_widget *widget, bool *down) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  int32_t state = 0;
  if (!kp_uno_property_get_long(&ignored, widget->model, "State", &state))
    return false;
  *down = state == 1;
  return true;
}

static bool action_performed(kp_uno_incoming *in) {
  const kp_uno_action_event *event = in->args[0];
  kp_board *board = board_of(in);
  int place = board != NULL ? find_source(board, event->base.source) : KP_BOARD_NONE;
  kp_widget *widget = kp_board_widget(board, place);
  bool down = false;
  if (widget != NULL && widget->kind == KP_WIDGET_TOGGLE && is_down(widget, &down))
    widget->checked = down;
  if (widget != NULL)
    tell(board, widget->kind == KP_WIDGET_LIST ? KP_EVENT_OPEN : KP_EVENT_PRESS, place);
  return true;
}

static bool item_changed(kp_uno_incoming *in) {
  static kp_uno_method get_state = KP_UNO_METHOD("com.sun.star.awt.XCheckBox::getState");
  static kp_uno_method get_selected =
      KP_UNO_METHOD("com.sun.star.awt.XListBox::getSelectedItemPos");
  const kp_uno_item_event *event = in->args[0];
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_board *board = board_of(in);
  int place = board != NULL && board->quiet == 0 ? find_source(board, event->base.source) : -1;
  kp_widget *widget = kp_board_widget(board, place);
  sal_Int16 now = 0;
  if (widget == NULL)
    return true;
  if (widget->kind == KP_WIDGET_CHECK) {
    if (kp_uno_call(&ignored, widget->control, &get_state, &now) && (now == 1) != widget->checked) {
      widget->checked = now == 1;
      tell(board, KP_EVENT_PRESS, place);
    }
  } else if (widget->kind == KP_WIDGET_COMBO) {
    tell(board, KP_EVENT_SELECT, place);
  } else if (kp_uno_call(&ignored, widget->control, &get_selected, &now) &&
             now != widget->selected) {
    widget->selected = now;
    tell(board, KP_EVENT_SELECT, place);
  }
  return true;
}

/* A grid tells of each row that is let go of and each that is taken. */
static bool row_changed(kp_uno_incoming *in) {
  const kp_uno_event_object *event = in->args[0];
  kp_board *board = board_of(in);
  int place = board != NULL && board->quiet == 0 ? find_source(board, event->source) : -1;
  kp_widget *widget = kp_board_widget(board, place);
  int row = widget != NULL ? kp_board_grid_selected(widget) : KP_BOARD_NONE;
  if (row != KP_BOARD_NONE && row != widget->selected) {
    widget->selected = row;
    tell(board, KP_EVENT_SELECT, place);
  }
  return true;
}

static void tell_once(kp_uno_incoming *in, kp_board_event_kind what, int place);

static bool mouse_pressed(kp_uno_incoming *in) {
  const kp_uno_mouse_event *event = in->args[0];
  kp_board *board = board_of(in);
  int place = board != NULL ? find_source(board, event->base.base.source) : KP_BOARD_NONE;
  const kp_widget *widget = kp_board_widget(board, place);
  if (widget == NULL || event->buttons != KP_UNO_MOUSE_LEFT || event->popup_trigger)
    return true;
  if (widget->kind == KP_WIDGET_CHOICE)
    tell_once(in, KP_EVENT_PRESS, place);
  else if (widget->kind == KP_WIDGET_GRID && event->click_count == 2 && widget->selected >= 0)
    tell_once(in, KP_EVENT_OPEN, place);
  return true;
}

/* ---------------------------------------------------------------------------------------- keys */

static bool event_of_key(const kp_uno_key_event *event, kp_widget_kind kind,
                         kp_board_event_kind *what) {
  int modifiers = event->base.modifiers;
  if (event->key_code == KP_UNO_KEY_RETURN && modifiers == KP_UNO_MODIFIER_MOD1)
    *what = KP_EVENT_SAVE;
  else if (event->key_code == KP_UNO_KEY_RETURN && modifiers == 0 && kind == KP_WIDGET_LINE)
    *what = KP_EVENT_ENTER;
  else if (event->key_code == KP_UNO_KEY_RETURN && modifiers == 0 &&
           (kind == KP_WIDGET_LIST || kind == KP_WIDGET_GRID))
    *what = KP_EVENT_OPEN;
  else if (event->key_code == KP_UNO_KEY_SPACE && modifiers == 0 && kind == KP_WIDGET_GRID)
    *what = KP_EVENT_SPACE;
  else if (event->key_code == KP_UNO_KEY_ESCAPE && modifiers == 0)
    *what = KP_EVENT_ESCAPE;
  else if ((kind == KP_WIDGET_CHOICE && modifiers == 0 && event->key_char >= ' ') ||
           (event->key_code == KP_UNO_KEY_DOWN && modifiers == KP_UNO_MODIFIER_MOD2))
    *what = KP_EVENT_DOWN;
  else
    return false;
  return true;
}

/* gtk3 gives a key twice. */
static void tell_once(kp_uno_incoming *in, kp_board_event_kind what, int place) {
  kp_board *board = board_of(in);
  if (board->key.kind == what && board->key.widget == place &&
      osl_getGlobalTimer() - board->key_at < KEY_ECHO)
    return;
  board->key = (kp_board_event){what, place};
  tell(board, what, place);
  /* Timed when the work is done: a question may have been open for a while. */
  board = board_of(in);
  if (board != NULL)
    board->key_at = osl_getGlobalTimer();
}

/* Keys with which a grid moves its selection. */
static bool move_row(kp_board *board, int place, const kp_uno_key_event *event) {
  kp_widget *widget = &board->widgets[place];
  int row = widget->kind == KP_WIDGET_GRID ? kp_board_grid_row(widget, event) : KP_BOARD_NONE;
  if (row == KP_BOARD_NONE)
    return false;
  if (row != widget->selected) {
    board->quiet++;
    kp_board_grid_select(widget, row);
    board->quiet--;
    widget->selected = row;
    tell(board, KP_EVENT_SELECT, place);
  }
  return true;
}

static bool key_pressed(kp_uno_incoming *in) {
  const kp_uno_key_event *event = in->args[0];
  kp_board *board = board_of(in);
  int place = board != NULL ? find_source(board, event->base.base.source) : KP_BOARD_NONE;
  const kp_widget *widget = kp_board_widget(board, place);
  kp_board_event_kind what;
  if (widget == NULL || board->busy > 0)
    return true;
  if (event_of_key(event, widget->kind, &what))
    tell_once(in, what, place);
  else
    move_row(board, place, event);
  return true;
}

/* The shortcut of registry/Accelerators.xcu in a field of several lines, which would take it for a
 * letter that AltGr makes. */
static bool is_next(const kp_board *board, const kp_uno_key_event *event) {
  const kp_widget *widget = kp_board_widget(board, board->focused);
  return widget != NULL && widget->kind == KP_WIDGET_LINES && event->key_code == KP_UNO_KEY_K &&
         event->base.modifiers == (KP_UNO_MODIFIER_MOD1 | KP_UNO_MODIFIER_MOD2);
}

/* Where no text is typed: what such a control does not want goes on, in the generic window, to the
 * sheet, and is typed into its cell. */
static bool takes_no_text(kp_widget_kind kind) {
  return kind == KP_WIDGET_GRID || kind == KP_WIDGET_BUTTON || kind == KP_WIDGET_TOGGLE ||
         kind == KP_WIDGET_ICON || kind == KP_WIDGET_CHECK;
}

/* Keys that would write or erase in the sheet stay here; those of a list do what they do in it. */
static bool keep_from_sheet(kp_uno_incoming *in, const kp_uno_key_event *event) {
  kp_board *board = board_of(in);
  int place = board->focused;
  const kp_widget *widget = kp_board_widget(board, place);
  kp_board_event_kind what;
  if (widget == NULL || !takes_no_text(widget->kind) ||
      (event->base.modifiers & ~KP_UNO_MODIFIER_SHIFT) != 0)
    return false;
  bool grid = widget->kind == KP_WIDGET_GRID;
  if (grid && (event->key_code == KP_UNO_KEY_SPACE || event->key_code == KP_UNO_KEY_RETURN) &&
      event_of_key(event, widget->kind, &what)) {
    tell_once(in, what, place);
    return true;
  }
  bool character = event->key_char > ' ' && event->key_char != 0x7F;
  if (grid && character)
    move_row(board, place, event);
  return character || event->key_code == KP_UNO_KEY_DELETE ||
         event->key_code == KP_UNO_KEY_BACKSPACE;
}

/* A field would take it for its own, and has nothing to undo when it was just emptied; from a list
 * it does not reach the document in every window. */
static bool is_undo(const kp_board *board, const kp_uno_key_event *event) {
  const kp_widget *widget = kp_board_widget(board, board->focused);
  return board->undoes && widget != NULL && event->key_code == KP_UNO_KEY_Z &&
         event->base.modifiers == KP_UNO_MODIFIER_MOD1;
}

/* XKeyHandler, asked before any control: whoever only listens to F1 still gets the office's own
 * help with it. With gtk3 the office's window takes F1 in a panel before anybody is asked, but not
 * Shift+F1. */
static bool key_for_all(kp_uno_incoming *in) {
  const kp_uno_key_event *event = in->args[0];
  kp_board *board = board_of(in);
  int modifiers = event->base.modifiers;
  bool used = board != NULL && board->busy == 0 && board->focused != KP_BOARD_NONE &&
              event->key_code == KP_UNO_KEY_F1 &&
              (modifiers == 0 || modifiers == KP_UNO_MODIFIER_SHIFT);
  bool next = board != NULL && board->busy == 0 && is_next(board, event);
  bool back = board != NULL && board->busy == 0 && is_undo(board, event);
  bool kept = board != NULL && board->busy == 0 && !used && !next && !back &&
              (kp_board_tab(board, event) || keep_from_sheet(in, event));
  *(sal_Bool *)in->result = used || next || back || kept;
  if (used || next || back)
    tell_once(in, used ? KP_EVENT_HELP : next ? KP_EVENT_NEXT : KP_EVENT_UNDO, board->focused);
  return true;
}

static bool key_released(kp_uno_incoming *in) {
  *(sal_Bool *)in->result = 0;
  return true;
}

void kp_board_listen_keys(kp_board *board, bool on) {
  static kp_uno_method handle[] = {
      KP_UNO_METHOD("com.sun.star.awt.XExtendedToolkit::removeKeyHandler"),
      KP_UNO_METHOD("com.sun.star.awt.XExtendedToolkit::addKeyHandler")};
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (board->toolkit != NULL ||
      kp_uno_create(&ignored, board->context, "com.sun.star.awt.Toolkit", &board->toolkit))
    kp_uno_call(&ignored, board->toolkit, &handle[on], NULL, board->listener);
}

/* --------------------------------------------------------------------------------------- focus */

static bool focus_gained(kp_uno_incoming *in) {
  const kp_uno_focus_event *event = in->args[0];
  kp_board *board = board_of(in);
  if (board == NULL)
    return true;
  board->focused = find_source(board, event->base.source);
  /* Under the mouse nothing moves away. */
  if (event->focus_flags != 0 || !kp_board_seen(board, board->focused))
    kp_board_reach(board, board->focused);
  if (board->owner.focused != NULL)
    board->owner.focused(board->owner.data, true);
  return true;
}

static bool focus_lost(kp_uno_incoming *in) {
  const kp_uno_focus_event *event = in->args[0];
  kp_board *board = board_of(in);
  int place = board != NULL ? find_source(board, event->base.source) : KP_BOARD_NONE;
  if (place == KP_BOARD_NONE)
    return true;
  if (board->focused == place) {
    board->focused = KP_BOARD_NONE;
    if (board->owner.focused != NULL)
      board->owner.focused(board->owner.data, false);
  }
  tell(board, KP_EVENT_LEFT, place);
  return true;
}

/* ----------------------------------------------------------------------------------- scroll bar */

static bool scrolled(kp_uno_incoming *in) {
  kp_board *board = board_of(in);
  if (board != NULL && board->quiet == 0)
    kp_board_scrolled(board);
  return true;
}

void kp_board_listen_bar(kp_board *board, bool on) {
  static kp_uno_method listen[] = {
      KP_UNO_METHOD("com.sun.star.awt.XScrollBar::removeAdjustmentListener"),
      KP_UNO_METHOD("com.sun.star.awt.XScrollBar::addAdjustmentListener")};
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_uno_call(&ignored, board->bar, &listen[on], NULL, board->listener);
}

/* --------------------------------------------------------------------------------------- style */

static bool style_changed(kp_uno_incoming *in) {
  kp_board *board = board_of(in);
  if (board != NULL)
    kp_board_style_changed(board);
  return true;
}

/* ------------------------------------------------------------------------------------- the end */

/* With gtk3 a menu survives the window it belongs to, and the office could not end any more: while
 * a menu is open the document refuses to close, as the generic back end sees to by itself. */
static bool query_closing(kp_uno_incoming *in) {
  return kp_uno_error_set(in->error, "com.sun.star.util.CloseVetoException", "a menu is open");
}

static bool query_termination(kp_uno_incoming *in) {
  return kp_uno_error_set(in->error, "com.sun.star.frame.TerminationVetoException",
                          "a menu is open");
}

/* A control that dies otherwise than by kp_board_cut dies with its window. */
static bool source_disposing(kp_uno_incoming *in) {
  kp_board *board = board_of(in);
  if (board != NULL && board->quiet == 0)
    board->gone = true;
  return true;
}

/* --------------------------------------------------------------------------------------- class */

static const kp_uno_row rows[] = {
    {"com.sun.star.awt.XTextListener::textChanged", text_changed, NULL},
    {"com.sun.star.awt.XActionListener::actionPerformed", action_performed, NULL},
    {"com.sun.star.awt.XItemListener::itemStateChanged", item_changed, NULL},
    {"com.sun.star.awt.grid.XGridSelectionListener::selectionChanged", row_changed, NULL},
    {"com.sun.star.awt.XMouseListener::mousePressed", mouse_pressed, NULL},
    {"com.sun.star.awt.XMouseListener::mouseReleased", kp_uno_ignore, NULL},
    {"com.sun.star.awt.XMouseListener::mouseEntered", kp_uno_ignore, NULL},
    {"com.sun.star.awt.XMouseListener::mouseExited", kp_uno_ignore, NULL},
    {"com.sun.star.awt.XStyleChangeListener::styleSettingsChanged", style_changed, NULL},
    {"com.sun.star.awt.XKeyListener::keyPressed", key_pressed, NULL},
    {"com.sun.star.awt.XKeyListener::keyReleased", kp_uno_ignore, NULL},
    {"com.sun.star.awt.XKeyHandler::keyPressed", key_for_all, NULL},
    {"com.sun.star.awt.XKeyHandler::keyReleased", key_released, NULL},
    {"com.sun.star.awt.XFocusListener::focusGained", focus_gained, NULL},
    {"com.sun.star.awt.XFocusListener::focusLost", focus_lost, NULL},
    {"com.sun.star.awt.XAdjustmentListener::adjustmentValueChanged", scrolled, NULL},
    {"com.sun.star.util.XCloseListener::queryClosing", query_closing, NULL},
    {"com.sun.star.util.XCloseListener::notifyClosing", kp_uno_ignore, NULL},
    {"com.sun.star.frame.XTerminateListener::queryTermination", query_termination, NULL},
    {"com.sun.star.frame.XTerminateListener::notifyTermination", kp_uno_ignore, NULL},
    {"com.sun.star.lang.XEventListener::disposing", source_disposing, NULL},
};
static const char *const interfaces[] = {"com.sun.star.awt.XTextListener",
                                         "com.sun.star.awt.XActionListener",
                                         "com.sun.star.awt.XItemListener",
                                         "com.sun.star.awt.XKeyListener",
                                         "com.sun.star.awt.XKeyHandler",
                                         "com.sun.star.awt.XFocusListener",
                                         "com.sun.star.awt.XAdjustmentListener",
                                         "com.sun.star.util.XCloseListener",
                                         "com.sun.star.frame.XTerminateListener",
                                         "com.sun.star.awt.grid.XGridSelectionListener",
                                         "com.sun.star.awt.XMouseListener",
                                         "com.sun.star.awt.XStyleChangeListener",
                                         NULL};

static kp_uno_class listener_class = {
    .implementation = "org.kernpunt.calc.BoardListener",
    .interfaces = interfaces,
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .state_size = sizeof(listener),
};

uno_Interface *kp_board_listener_new(kp_uno_error *error, kp_board *board) {
  void *state = NULL;
  uno_Interface *object = kp_uno_object_new(&listener_class, &state, error);
  if (object != NULL)
    ((listener *)state)->board = board;
  return object;
}

void kp_board_listener_forget(uno_Interface *object) {
  listener *state = kp_uno_object_state(object, &listener_class);
  if (state != NULL)
    state->board = NULL;
}
