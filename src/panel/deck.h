/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The deck from outside: opened by a menu, a shortcut, or another pane. */
#ifndef KERNPUNT_PANEL_DECK_H
#define KERNPUNT_PANEL_DECK_H

#include "kernpunt/uno.h"

#include <stdbool.h>

/** Ids of registry/Sidebar.xcu. */
#define KP_DECK "KernpuntDeck"
#define KP_DECK_TODAY "KernpuntTodayPanel"
#define KP_DECK_FOLLOW "KernpuntFollowPanel"
#define KP_DECK_CHECK "KernpuntCheckPanel"

/** Draft that asks Follow-up to put the focus in its form; it takes it away. */
#define KP_DECK_WANTS_FORM "follow/_form"

/**
 * Shows the deck in a frame and opens one of its panels. With `focus` its first widget gets the
 * focus, as soon as the panel is there. NULL: the panel that had the focus last; when the focus is
 * in it already the next one, so that the keyboard reaches them all.
 */
bool kp_deck_show(kp_uno_error *error, uno_Interface *context, uno_Interface *frame,
                  const char *panel, bool focus);

/** Puts the focus on a control of a panel that is there, by its name, and presses it when `press`
 * is set; false when it is not to be seen yet. */
bool kp_deck_focus(uno_Interface *frame, const char *panel, const char *control, bool press);

/** Pixels that the panels of the deck have together, without the titles; 0 when not known. */
int kp_deck_room(uno_Interface *frame);

/** Work goes on in a panel that is there: closes the others when it would reach below the edge, to
 * which no focus scrolls the deck. */
void kp_deck_make_room(uno_Interface *frame, const char *resource);

/** The focus came into a panel, or left it. */
void kp_deck_focused(const char *resource, bool on);

/** A panel is there now: gives it the focus when kp_deck_show was asked to. `resource` is the last
 * part of its URL ("TodayPanel"). */
void kp_deck_shown(uno_Interface *window, const char *resource);

#endif
