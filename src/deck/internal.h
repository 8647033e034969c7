/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the files of the pane share. */
#ifndef KERNPUNT_DECK_INTERNAL_H
#define KERNPUNT_DECK_INTERNAL_H

#include "kernpunt/deck.h"

/** The document that the frame shows now; both acquired, NULL when there is none. */
bool kp_pane_current(const kp_pane *pane, uno_Interface **model, uno_Interface **controller);

#endif
