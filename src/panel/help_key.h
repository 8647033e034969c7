/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * F1 while the focus is in a panel. With gtk3 the menu bar takes the key for the office's own help,
 * before the panel hears of it: so the command behind that menu entry is intercepted, and goes on
 * to the office unless the panel wants it.
 */
#ifndef KERNPUNT_PANEL_HELP_KEY_H
#define KERNPUNT_PANEL_HELP_KEY_H

#include "kernpunt/uno.h"

typedef struct kp_help_key kp_help_key;

/** Intercepts in a frame until kp_help_key_free. `wanted` is asked when help is called for: true
 * when it showed a page of its own. NULL without memory or when the frame allows it not. */
kp_help_key *kp_help_key_new(uno_Interface *frame, void *data, bool (*wanted)(void *data));
/** NULL is allowed. */
void kp_help_key_free(kp_help_key *key);

#endif
