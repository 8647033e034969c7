/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The form as rectangles: numbers in, numbers out, no office. */
#ifndef KERNPUNT_BOARD_LAYOUT_H
#define KERNPUNT_BOARD_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

/** Narrowest width at which everything stays usable, in pixels. */
enum { KP_LAYOUT_NARROWEST = 165 };

/** Distances of the design, in pixels at a text of KP_LAYOUT_LINE pixels a line. */
enum {
  KP_LAYOUT_LINE = 15,
  KP_SPACE_SIDE = 6,   /**< margin */
  KP_SPACE_GAP = 6,    /**< between parts */
  KP_SPACE_NEAR = 3,   /**< between a label and its field, and what says more of it */
  KP_SPACE_CLOSE = 2,  /**< between the parts of a bar */
  KP_SPACE_BESIDE = 4, /**< between toggles, and between a field and its button */
  KP_SPACE_ROW = 18,   /**< of a grid */
  KP_SPACE_ICON = 22,  /**< columns of a grid */
  KP_SPACE_WHEN_LEAST = 56,
  KP_SPACE_WHEN_MOST = 88,
  KP_SPACE_WHO = 112,
  KP_SPACE_WHO_FROM = 420,  /**< width from which it is there */
  KP_SPACE_TWO_FROM = 420,  /**< width from which fields stand in two columns */
  KP_SPACE_LEFT_FROM = 640, /**< and from which their labels stand before them */
  KP_SPACE_BAR = 16         /**< scroll bar of a grid */
};
/** A distance for a text of that height. */
int kp_layout_scale(int pixels, int line);

/** One control of the form, in tab order. All lengths are pixels. */
typedef struct kp_layout_item {
  bool stretch; /**< takes the width that is left in its row; else its natural width */
  bool beside;  /**< stands in the row of the item before it, when that leaves enough room */
  bool right;   /**< stands at the right end when it is the last of its row */
  bool hidden;  /**< takes no room */
  int gap;      /**< room above its row */
  int near;     /**< room before it when it stands beside another */
  int width;    /**< natural width; the least useful width of an item that stretches */
  int group;    /**< of a field: which one, from 1; its first item is its label. 0: of none */
  int label;    /**< of a label: width of its text */
  bool full;    /**< its field wants the whole width */
  bool bundle;  /**< goes to another row together with those before and after it */
  /* filled in */
  int x;
  int y;
  int placed_width;
  int placed_height;
} kp_layout_item;

/** Height an item needs at a width. */
typedef int (*kp_layout_measure)(void *context, size_t item, int width);

/**
 * Places the items from top to bottom and returns the height of the form.
 *
 * A row is one item and those `beside` it. An item beside another moves to a row of its own when
 * the one that stretches would get less than its least useful width. Items of a row are centered
 * on its height. Widths below KP_LAYOUT_NARROWEST are laid out as if they were that wide; rows stop
 * growing at `widest`.
 */
int kp_layout_flow(kp_layout_item *items, size_t count, int width, int margin, int widest,
                   kp_layout_measure measure, void *context);

/** How fields stand. */
typedef enum kp_layout_fields {
  KP_LAYOUT_BELOW, /**< one below the other, labels above them */
  KP_LAYOUT_TWO,   /**< two in a row, but for those that want it whole */
  KP_LAYOUT_LEFT   /**< one below the other, labels before them, all of one width */
} kp_layout_fields;
/** What a width gives. */
kp_layout_fields kp_layout_fields_at(int width, int line);

/** The same, with its fields so. */
int kp_layout_form(kp_layout_item *items, size_t count, int width, int margin, int widest,
                   kp_layout_fields fields, kp_layout_measure measure, void *context);

/** Gives one item the height that is left in `room`, or takes it, down to `least`; what is below it
 * moves. Returns the new height of the form. */
int kp_layout_stretch(kp_layout_item *items, size_t count, size_t item, int height, int room,
                      int least);

/** Widths of the columns of a grid: picture, when, what, who (0: not there). `widest` is that of a
 * text in the second; `bar`: a scroll bar stands beside them. */
void kp_layout_columns(int width, int widest, int line, bool bar, int widths[4]);

/** The row that a letter goes to: the next one after `from` (-1: none) that begins with it, around
 * the end; -1 for none. Texts are `step` apart. */
int kp_layout_letter(const char *const *texts, size_t step, size_t count, int from,
                     unsigned letter);

#endif
