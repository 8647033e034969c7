/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Whether the selection in a window rests. Within src/deck only. */
#ifndef KERNPUNT_DECK_REST_H
#define KERNPUNT_DECK_REST_H

#include "kernpunt/deck.h"

/** An object that asks for a refresh of the pane 150 ms after the selection changed last; NULL
 * after an error. kp_rest_end it. */
uno_Interface *kp_rest_new(kp_pane *pane);
/** Listens to this controller from now on; NULL: to none. */
void kp_rest_follow(uno_Interface *object, uno_Interface *controller);
/** The pane goes. NULL is allowed. */
void kp_rest_end(uno_Interface *object);

#endif
