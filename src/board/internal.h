/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the files of the board share. */
#ifndef KERNPUNT_BOARD_INTERNAL_H
#define KERNPUNT_BOARD_INTERNAL_H

#include "kernpunt/board.h"
#include "kernpunt/uno_types.h"

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
  bool hidden; /* by its owner */
  bool away;   /* not on the screen now: hidden, or a note without text */
  bool strong;
  int lines;
  char *text;   /* what a field was last known to hold, or what a label says */
  char **rows;  /* texts of a list, for telling whether it changed */
  size_t count; /* of rows */
  int selected;
  bool checked;
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
  kp_board_owner owner;
  kp_widget *widgets;
  size_t count;
  size_t room;
  int busy;
  int quiet;   /* we change something ourselves: no events */
  int holding; /* placing waits */
  int focused;
  int width; /* last width, and the height for it */
  int height;
  int most;           /* pixels that are seen at once, 0: all */
  int whole;          /* height in all */
  int scroll;         /* those above what is seen */
  int sight;          /* widget that is to be seen after placing, or KP_BOARD_NONE */
  uno_Interface *bar; /* NULL until it is needed */
  uno_Interface *bar_model;
  bool gone;
  uint32_t key_at; /* gtk3 gives a key twice: when and what the last one was */
  kp_board_event key;
};

/** The widget at a place, or NULL. */
kp_widget *kp_board_widget(const kp_board *board, int widget);
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
/** Whether the widget is to be seen, all things considered. */
bool kp_board_visible(const kp_widget *widget);

#endif
