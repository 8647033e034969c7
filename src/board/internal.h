/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the files of the board share. */
#ifndef KERNPUNT_BOARD_INTERNAL_H
#define KERNPUNT_BOARD_INTERNAL_H

#include "kernpunt/board.h"
#include "kernpunt/uno.h"
#include "tone.h"

enum { KP_GRID_ICON, KP_GRID_WHEN, KP_GRID_WHAT, KP_GRID_WHO, KP_GRID_COLUMNS };

/** What a GRID has more than other controls; see board_grid.c. */
typedef struct kp_board_grid {
  uno_Interface *data;
  uno_Interface *columns;
  uno_Interface *column[KP_GRID_COLUMNS]; /* NULL when it is not there */
  int when;                               /* widest text of that column, in pixels */
  int placed;                             /* for which size its columns were made */
  char **texts;                           /* the rows as they came, KP_GRID_COLUMNS each */
  size_t count;                           /* of rows */
} kp_board_grid;

/** One control. */
typedef struct kp_widget {
  char *name;
  kp_widget_kind kind;
  uno_Interface *control;
  uno_Interface *model;
  uno_Interface *frame; /* LINES: the line around it, and its model */
  uno_Interface *frame_model;
  bool beside;
  bool narrow;
  bool right; /* at the end of its row */
  kp_part part;
  char *called; /* by a screen reader, as its owner says; or NULL */
  char *help;   /* ICON, fields without a label: what it is for; or NULL */
  int fixed;    /* NOTE: so many lines, whatever it says; 0: as many as it needs */
  bool hidden;  /* by its owner */
  bool away;    /* not on the screen now: hidden, or a note without text */
  kp_look look;
  kp_board_grid *grid; /* GRID only */
  int lines;
  char *text;   /* what a field was last known to hold, or what a label says */
  char **rows;  /* texts of a list, for telling whether it changed */
  size_t count; /* of rows */
  int selected;
  bool checked;
  kp_board_draw draw; /* DRAWING: who draws it, of what, and for which width it was drawn */
  const void *draws;
  int drawn;
  int fitted;          /* width that the label of a button was last made to fit, 0: not yet */
  bool cut;            /* the button shows a part of `text` */
  kp_uno_rectangle at; /* where it is on the board, whatever was scrolled */
} kp_widget;

struct kp_board {
  uno_Interface *context;
  uno_Interface *window;
  uno_Interface *model;    /* of the window: makes and holds the models, unless lively */
  uno_Interface *listener; /* our object; outlives the board when the office still holds it */
  uno_Interface *toolkit;  /* gives keys before the controls get them; must live as long */
  uno_Interface *ruler;    /* an invisible text that measures */
  uno_Interface *ruler_model;
  uno_Interface *style; /* of the office; NULL when it cannot be asked */
  kp_theme theme;
  kp_board_owner owner;
  kp_widget *widgets;
  size_t count;
  size_t room;
  unsigned made; /* so many were added */
  int busy;
  int quiet;   /* we change something ourselves: no events */
  int holding; /* placing waits */
  int focused;
  int width; /* last width, and the height for it */
  int height;
  int most;           /* pixels that are seen at once, 0: all */
  int whole;          /* height in all */
  int scroll;         /* those above what is seen */
  int top;            /* where it begins in its window */
  bool left;          /* labels stand before their fields */
  bool tight;         /* rows stand close to each other */
  int stretch;        /* the grid that takes the room that is left, or KP_BOARD_NONE */
  int sight;          /* widget that is to be seen after placing, or KP_BOARD_NONE */
  uno_Interface *bar; /* NULL until it is needed */
  uno_Interface *bar_model;
  bool undoes; /* Ctrl+Z in a field is an event */
  bool gone;
  uint32_t key_at; /* gtk3 gives a key twice: when and what the last one was */
  kp_board_event key;
};

/** The widget at a place, or NULL. */
kp_widget *kp_board_widget(const kp_board *board, int widget);
/** Tells its peer what a screen reader calls it; and the field after a label that changed. */
void kp_board_call(const kp_board *board, const kp_widget *widget);
void kp_board_call_after(const kp_board *board, const kp_widget *label);
/** A control and its model by what is asked for, both acquired. */
bool kp_board_make(kp_uno_error *error, kp_board *board, const kp_widget_spec *spec, int tab,
                   uno_Interface **control, uno_Interface **model);
/** Takes them out of the window again, and disposes them. */
void kp_board_remove(kp_board *board, const char *name, uno_Interface *control,
                     uno_Interface *model);
void kp_board_dispose(uno_Interface *object);
/** Whether the spec's label is shown by its control. */
bool kp_board_has_label(const kp_widget_spec *spec);
bool kp_board_weigh(kp_uno_error *error, uno_Interface *model, bool strong);
bool kp_board_load_image(kp_uno_error *error, uno_Interface *model, const char *image);
/** URL of a picture, "" for NULL or "". */
void kp_board_image_url(const char *image, char url[160]);
/** Gives a widget its look, in the theme of now. */
void kp_board_dress(kp_board *board, kp_widget *widget);
/** Looks at the theme of the office, and listens whether it becomes another. */
void kp_board_watch_style(kp_board *board, bool on);
void kp_board_style_changed(kp_board *board);
/** A colour of the office's style by the name of its attribute; -1 when it cannot be asked. */
int32_t kp_board_style(const kp_board *board, kp_uno_method *attribute);

/* board_grid.c */

/** What a grid's model says before it gets into the window. */
bool kp_board_grid_describe(kp_uno_error *error, const kp_board *board, uno_Interface *model);
/** What the widget keeps of it; false without memory. */
bool kp_board_grid_open(kp_uno_error *error, kp_widget *widget);
/** Disposes models, rows and columns, which hold more than a list does. */
void kp_board_grid_close(kp_widget *widget);
void kp_board_grid_colour(const kp_board *board, const kp_widget *widget);
void kp_board_grid_set_rows(kp_board *board, kp_widget *widget, const kp_board_row *rows,
                            size_t count);
/** Its columns for a width in pixels. */
void kp_board_grid_place(kp_board *board, kp_widget *widget, int width, int height);
/** Height of so many rows. */
int kp_board_grid_height(const kp_board *board, int lines);
void kp_board_grid_select(const kp_widget *widget, int row);
/** The row that is selected now, or KP_BOARD_NONE. */
int kp_board_grid_selected(const kp_widget *widget);
/** Tab or Shift+Tab to a list in columns, which the generic window passes over. True when the focus
 * went there. */
bool kp_board_tab(kp_board *board, const kp_uno_key_event *event);
/** The row that a key goes to, or KP_BOARD_NONE: the first and last, a page, a letter. */
int kp_board_grid_row(const kp_widget *widget, const kp_uno_key_event *event);

/* board_draw.c */

/** Draws a DRAWING for the size it has now; nothing when it has none. */
void kp_board_draw_now(const kp_board *board, kp_widget *widget);

/* board_fit.c */

/** Pixels of a text in one line. */
int kp_board_text_width(const kp_board *board, const char *text);
/** As much of a text as fits, with "…" behind it, malloc'ed; NULL without memory. */
char *kp_board_cut_text(const kp_board *board, const char *text, int width);

/** Makes the listener object. */
uno_Interface *kp_board_listener_new(kp_uno_error *error, kp_board *board);
/** Starts or stops hearing keys before the controls do. */
void kp_board_listen_keys(kp_board *board, bool on);
/** The board is no more: the listener stays silent. */
void kp_board_listener_forget(uno_Interface *listener);
/** Starts or stops listening to a widget. */
bool kp_board_listen(kp_uno_error *error, const kp_board *board, const kp_widget *widget, bool on);
/** Makes the scroll bar. */
bool kp_board_make_bar(kp_uno_error *error, kp_board *board);
/** Starts or stops listening to it. */
void kp_board_listen_bar(kp_board *board, bool on);
/** Whether so much needs a scroll bar. */
bool kp_board_needs_bar(const kp_board *board, int whole);
/** Settles what is seen of a board that is so high in all; the height that is seen. */
int kp_board_scroll_to(kp_board *board, int whole, int width, int line, bool bar);
/** Whether the middle of a widget is to be seen, as of one that is clicked. */
bool kp_board_seen(const kp_board *board, int widget);
/** The scroll bar was moved. */
void kp_board_scrolled(kp_board *board);
/** Puts a control, or a widget with what belongs to it, where it is to be. */
void kp_board_put_at(uno_Interface *control, int x, int y, int width, int height);
void kp_board_put(const kp_board *board, const kp_widget *widget);
/** Least size of a control; zero when it cannot be asked. */
kp_uno_size kp_board_minimum(uno_Interface *control);
/** Makes the label of a button fit. */
void kp_board_fit(kp_widget *widget, int width);
/* Whether it is a button that shows a choice, with a menu behind it ("Step 5 of 9 ▾"). */
bool kp_board_opens_menu(const kp_widget *widget);
/** Whether the widget is to be seen, all things considered. */
bool kp_board_visible(const kp_widget *widget);

#endif
