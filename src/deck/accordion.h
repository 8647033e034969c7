/* SPDX-License-Identifier: GPL-3.0-or-later */
/** One working panel at a time: the others fold, and the first panel, Today, shrinks to a strip.
 * Panels are bits here, the first of the table is bit 0. */
#ifndef KERNPUNT_DECK_ACCORDION_H
#define KERNPUNT_DECK_ACCORDION_H

#include <stdbool.h>

typedef struct kp_accordion_step {
  unsigned fold; /**< panels to fold now */
  unsigned open; /**< those that are open then */
} kp_accordion_step;

/** The office does not tell that a title was opened or closed: it asks open panels how high they
 * want to be, and closed ones no more. `before`: those that were open, `asked`: those that were
 * asked since. The ones of `always` do not count: they are open beside any other. */
kp_accordion_step kp_accordion_decide(unsigned before, unsigned asked, unsigned always);
/** Whether the panels of `always` give way to another. */
bool kp_accordion_shrinks(unsigned open, unsigned always);
/** Height that the open panel takes so that the deck is full and does not scroll: of a deck of this
 * height with so many titles, beside panels that take `others`. */
int kp_accordion_room(int height, int panels, int line, int others);
/** Height of the strip that Today shrinks to; none where a deck of this height is too low. */
int kp_accordion_strip(int line, int height);

#endif
