/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * A board: a window with controls from top to bottom. Sidebar panels and dialogs are boards.
 *
 * Controls are made in code, placed by kp_layout_flow for the width that is there, and named by
 * their place on the board (0, 1, 2 …), which is also the tab order and the order in which a screen
 * reader meets them: the label of a field is the widget just before it. A board never fails once it
 * is built: a control that cannot be asked or told is passed over. Use it with the office's own
 * lock (SolarMutex) held, as in every callback of the office.
 */
#ifndef KERNPUNT_BOARD_H
#define KERNPUNT_BOARD_H

#include "kernpunt/text.h"
#include "kernpunt/uno.h"

typedef enum kp_widget_kind {
  KP_WIDGET_LABEL,   /**< names the field after it; "~" before the mnemonic */
  KP_WIDGET_HEADING, /**< the same in bold */
  KP_WIDGET_NOTE,    /**< a text that wraps; "~" is just a "~"; takes no room while it is empty */
  KP_WIDGET_LINE,    /**< a text field of one line */
  KP_WIDGET_LINES,   /**< a text field that grows with its text */
  KP_WIDGET_BUTTON,
  KP_WIDGET_TOGGLE,  /**< a button that stays down; who of several is up the owner decides */
  KP_WIDGET_CHOICE,  /**< a text that only a menu changes; a button "▾" belongs beside it */
  KP_WIDGET_STRIPE,  /**< a band in the colour of its tone */
  KP_WIDGET_IMAGE,   /**< a picture of extension/icons, of 16 pixels */
  KP_WIDGET_DRAWING, /**< a picture that its owner draws, see kp_board_set_drawing */
  KP_WIDGET_GRID,    /**< a list in columns: picture, when, what and, where it is wide, who */
  KP_WIDGET_ICON,    /**< a small button with a picture; `help` is its accessible name */
  KP_WIDGET_CHECK,   /**< a box to tick */
  KP_WIDGET_LIST,    /**< a flat list, one row can be selected */
  KP_WIDGET_DROP,    /**< a drop-down list; in dialogs only */
  KP_WIDGET_COMBO,   /**< a text field with a drop-down list; in dialogs only */
  KP_WIDGET_FRAME,   /**< a line around something; the board makes those itself */
  KP_WIDGET_BAR,     /**< a scroll bar; the board makes it itself */
  KP_WIDGET_KINDS
} kp_widget_kind;

/** What a colour means; light, dark and high contrast by the style of the office. */
typedef enum kp_tone {
  KP_TONE_PLAIN, /**< that of the office */
  KP_TONE_QUIET, /**< less important */
  KP_TONE_LATE,
  KP_TONE_TO_DO,
  KP_TONE_BUSY, /**< in progress, a rise */
  KP_TONE_HELD,
  KP_TONE_DONE,
  KP_TONE_SAVED,
  KP_TONE_REFUSED,
  KP_TONE_NOTE,
  KP_TONE_TIP,
  KP_TONE_TRACK, /**< a part of a bar that is still to come; a line between parts */
  KP_TONES
} kp_tone;

/** How a widget looks. */
typedef struct kp_look {
  kp_tone tone; /**< of the text; STRIPE: of the band */
  bool small;   /**< text of 9 instead of 10 points */
  bool strong;  /**< in bold */
  bool tinted;  /**< fields: the ground of something refused */
  int points;   /**< height of the text, where it is neither 10 nor 9; 0: as above */
} kp_look;

/** What a widget is of a field: in a wide window two fields stand beside each other, in a wider one
 * their labels before them. */
typedef enum kp_part {
  KP_PART_NONE,
  KP_PART_LABEL, /**< begins a field */
  KP_PART_FIELD  /**< all else of it */
} kp_part;

/** How to make a widget; copied. */
typedef struct kp_widget_spec {
  const char *name; /**< of the control, unique on its board; tests and scripts use it: keep */
  kp_widget_kind kind;
  kp_part part;
  const char *label; /**< LABEL, HEADING, NOTE, BUTTON, CHECK; or NULL */
  const char *help;  /**< shown as a tip; or NULL */
  const char *image; /**< ICON: file in extension/icons, "calendar.png" */
  bool beside;       /**< in the row of the widget before it, when there is room */
  bool narrow;       /**< as wide as it needs, instead of what is left of the row */
  int lines; /**< NOTE: exactly so many (0: as it needs); LINES: fewest lines (0: 3); LIST: lines
                shown (0: 6); GRID: wanted (0: 4); STRIPE, DRAWING: its height in pixels (0: 4) */
  kp_look look;
} kp_widget_spec;

/** No widget. */
enum { KP_BOARD_NONE = -1 };

typedef enum kp_board_event_kind {
  KP_EVENT_TEXT,   /**< the text of a field changed */
  KP_EVENT_PRESS,  /**< a button or CHOICE was pressed, or a box ticked or unticked */
  KP_EVENT_SELECT, /**< another row of a list was selected */
  KP_EVENT_OPEN,   /**< double-click or Enter in a list */
  KP_EVENT_SPACE,  /**< the space bar in a GRID */
  KP_EVENT_SAVE,   /**< Ctrl+Enter in any widget; already freed of gtk3's echo */
  KP_EVENT_ENTER,  /**< Enter in a LINE */
  KP_EVENT_DOWN,   /**< Alt+Down: opens the menu of a field; in a CHOICE also a letter */
  KP_EVENT_ESCAPE, /**< Esc */
  KP_EVENT_UNDO,   /**< Ctrl+Z in a field, see kp_board_set_undo */
  KP_EVENT_HELP,   /**< F1 */
  KP_EVENT_NEXT,   /**< Ctrl+Alt+K where the office would not hear it: to the next panel */
  KP_EVENT_LEFT    /**< the focus left a field */
} kp_board_event_kind;

typedef struct kp_board_event {
  kp_board_event_kind kind;
  int widget;
} kp_board_event;

/** Who listens to a board. */
typedef struct kp_board_owner {
  void *data;
  /** Something happened. Not called while the board is busy or gone. The owner may add and show
   * widgets, but must not cut the board in here: the control that speaks would die. */
  void (*event)(void *data, const kp_board_event *event);
  /** The board needs another height than it was placed for. */
  void (*resized)(void *data);
  /** The focus came to a widget, or left it; may be NULL. */
  void (*focused)(void *data, bool on);
  /** Widgets come and go. They are then made without the model of the window, which puts all its
   * controls in order anew, slowly, whenever one comes or goes; tabs follow the order of making. */
  bool lively;
} kp_board_owner;

typedef struct kp_board kp_board;

/**
 * A board on a container window whose model makes and holds controls (a window of
 * ContainerWindowProvider or a UnoControlDialog). NULL after an error. kp_board_free it; freeing
 * stops listening first and leaves the window to its owner.
 */
kp_board *kp_board_new(kp_uno_error *error, uno_Interface *context, uno_Interface *window,
                       const kp_board_owner *owner);
void kp_board_free(kp_board *board);
/** The window is about to go: stops listening and counts as gone from now on. */
void kp_board_close(kp_board *board);

/** Disposes a window and its model, which hold each other: left alone, both would stay in memory
 * with all their controls. NULL is allowed. Free a lively board after it, another one before. */
void kp_board_end_window(uno_Interface *window);

/** Adds a widget at the end; its place, or KP_BOARD_NONE after an error. */
int kp_board_add(kp_uno_error *error, kp_board *board, const kp_widget_spec *spec);
/** Removes the widgets from `first` on. Not in an event (see kp_board_owner). */
void kp_board_cut(kp_board *board, int first);
int kp_board_count(const kp_board *board);
/** Another number whenever a widget was added. */
unsigned kp_board_made(const kp_board *board);
/** The widget with this name, or KP_BOARD_NONE. */
int kp_board_find(const kp_board *board, const char *name);
/** The control itself, borrowed; NULL when there is none. */
uno_Interface *kp_board_control(const kp_board *board, int widget);

/** Text of a LINE, LINES, CHOICE or COMBO, malloc'ed; NULL when it cannot be read. */
char *kp_board_text(const kp_board *board, int widget);
/** Sets the text of a field, silently: no KP_EVENT_TEXT comes of it. */
void kp_board_set_text(kp_board *board, int widget, const char *text);
/** Label of whatever has one. */
void kp_board_set_label(kp_board *board, int widget, const char *label);
void kp_board_set_help(kp_board *board, int widget, const char *help);
/** Label in bold, or not. */
void kp_board_set_strong(kp_board *board, int widget, bool strong);
/** Another look. */
void kp_board_set_look(kp_board *board, int widget, const kp_look *look);
/** The same look in another tone. */
void kp_board_set_tone(kp_board *board, int widget, kp_tone tone);
/** Another picture on an IMAGE or ICON; NULL for none. */
void kp_board_set_image(kp_board *board, int widget, const char *image);

/** What a drawing is made for: its size in pixels, the height of a line of text, and colours that
 * are 0xRRGGBB. */
typedef struct kp_board_canvas {
  int width;
  int height;
  int line;
  int32_t ground; /**< behind it */
  int32_t text;
  int32_t quiet; /**< of what is less important */
  int32_t track; /**< of an empty bar */
  bool dark;
} kp_board_canvas;

/** Makes a picture, an SVG or another that the office reads; malloc'ed, `*size` its bytes. NULL for
 * none. */
typedef char *(*kp_board_draw)(const void *data, const kp_board_canvas *canvas, size_t *size);

/** A DRAWING is drawn by `draw` from now on: at once, and again whenever its width or the theme
 * becomes another. `data` is borrowed for as long as the widget is there. */
void kp_board_set_drawing(kp_board *board, int widget, kp_board_draw draw, const void *data);
/** What a screen reader calls it, where its label does not say enough. */
void kp_board_set_name(kp_board *board, int widget, const char *name);
void kp_board_show(kp_board *board, int widget, bool visible);
bool kp_board_shown(const kp_board *board, int widget);
void kp_board_enable(kp_board *board, int widget, bool enabled);
void kp_board_focus(kp_board *board, int widget);
/** The widget that has the focus, or KP_BOARD_NONE. */
int kp_board_focused(const kp_board *board);
/** Whether a CHECK is ticked, or a TOGGLE is down. */
bool kp_board_checked(const kp_board *board, int widget);
void kp_board_set_checked(kp_board *board, int widget, bool checked);
/** Selects characters of a field, from 0; for completion while typing. */
void kp_board_select_text(kp_board *board, int widget, int from, int to);
/** Most characters a field takes. */
void kp_board_set_most(kp_board *board, int widget, int characters);

/** A row of a LIST, GRID, DROP or COMBO, or of a menu. */
typedef struct kp_board_row {
  const char *text;  /**< GRID: what */
  const char *image; /**< file in extension/icons, or NULL */
  bool checked;      /**< menus: with a mark */
  bool separated;    /**< menus: a line above it */
  bool disabled;     /**< menus: cannot be chosen */
  const char *when;  /**< GRID: the column before the text; or NULL */
  const char *who;   /**< GRID: the one after it, where it is wide; or NULL */
} kp_board_row;

/** Other lines than the spec said: LIST, GRID, LINES. */
void kp_board_set_lines(kp_board *board, int widget, int lines);
/** Fills a LIST, GRID, DROP or COMBO; keeps the selected place when it is still there. */
void kp_board_set_rows(kp_board *board, int widget, const kp_board_row *rows, size_t count);
/** Selected place in a list, from 0, or KP_BOARD_NONE. */
int kp_board_selected(const kp_board *board, int widget);
/** Selects, silently; KP_BOARD_NONE selects nothing. */
void kp_board_select(kp_board *board, int widget, int row);

/**
 * Opens a menu of the office under a widget and waits: the place of what was chosen, or
 * KP_BOARD_NONE. Meanwhile the board is busy and `model` (may be NULL) refuses to close. The office
 * runs on: look at kp_board_gone before going on.
 */
int kp_board_menu(kp_board *board, int under, const kp_board_row *rows, size_t count,
                  uno_Interface *model);

/** While a board is busy (a menu, dialog or question is open) no events come. Counted. */
void kp_board_set_busy(kp_board *board, bool busy);
bool kp_board_busy(const kp_board *board);
/** True when its window died; the board itself lives until it is freed. */
bool kp_board_gone(const kp_board *board);

/** Places the widgets for a width in pixels and returns the height. */
int kp_board_place(kp_board *board, int width);
/** No more pixels of it are seen at once: a board that is higher gets a scroll bar, and is as high
 * as that. 0: all is seen. Lively boards only. */
void kp_board_limit(kp_board *board, int most);
/** The board is as high as the room that kp_board_limit gave, of which this GRID takes what is
 * left: or gives, down to two rows. KP_BOARD_NONE: it is as high as what is on it. */
void kp_board_stretch(kp_board *board, int widget);
/** A widget that stands last in its row stands at the right end of it. */
void kp_board_set_right(kp_board *board, int widget);
/** Labels of fields always stand before them, whatever the width. */
void kp_board_set_left(kp_board *board);
/** Rows stand close to each other: where there are many. */
void kp_board_set_tight(kp_board *board);
/** A board that stands lower in its window, below another one. */
void kp_board_set_top(kp_board *board, int top);
/** Puts a widget of a board that is not placed by kp_board_place; hides one without size. */
void kp_board_put_in(kp_board *board, int widget, int x, int y, int width, int height);
/** Height of a line of text: what distances go by. */
int kp_board_line_height(const kp_board *board);
/** While set, Ctrl+Z in a field is KP_EVENT_UNDO: what it would undo was written and the field only
 * emptied. Elsewhere the office undoes in the document by itself. */
void kp_board_set_undo(kp_board *board, bool on);
/** Least width of a widget, in pixels. */
int kp_board_least(const kp_board *board, int widget);
/** Tells the window the order of the tabs: the widgets of `first`, then those of `last`. */
void kp_board_order(const kp_board *first, const kp_board *last);
/** Scrolls a widget into sight. */
void kp_board_reach(kp_board *board, int widget);
/** Places again for the last width; calls `resized` when the height is another. */
void kp_board_replace(kp_board *board);
/** Holds placing back while several things change; counted. */
void kp_board_hold(kp_board *board, bool hold);
/** Draws at once what has changed, where the office would first see to whatever else waits. */
void kp_board_paint(kp_board *board);

/** Asks a question or says something in a box of the office above `frame`'s window: type and
 * buttons by name of com.sun.star.awt.MessageBoxType / MessageBoxButtons; the answer as in
 * MessageBoxResults (2 = yes). `board` (may be NULL) is busy meanwhile. */
int kp_board_ask(kp_board *board, uno_Interface *context, uno_Interface *frame, int type,
                 int buttons, const char *title, const char *text);

#endif
