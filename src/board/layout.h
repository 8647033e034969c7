/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The form as rectangles: numbers in, numbers out, no office. */
#ifndef KERNPUNT_BOARD_LAYOUT_H
#define KERNPUNT_BOARD_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

/** Narrowest width at which everything stays usable, in pixels. */
enum { KP_LAYOUT_NARROWEST = 165 };

/** One control of the form, in tab order. All lengths are pixels. */
typedef struct kp_layout_item {
  bool stretch; /**< takes the width that is left in its row; else its natural width */
  bool beside;  /**< stands in the row of the item before it, when that leaves enough room */
  bool hidden;  /**< takes no room */
  int gap;      /**< room above its row */
  int width;    /**< natural width; the least useful width of an item that stretches */
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

#endif
