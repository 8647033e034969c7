/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the files of the pane share. */
#ifndef KERNPUNT_DECK_INTERNAL_H
#define KERNPUNT_DECK_INTERNAL_H

#include "kernpunt/deck.h"

/** The document that the frame shows now; both acquired, NULL when there is none. */
bool kp_pane_current(const kp_pane *pane, uno_Interface **model, uno_Interface **controller);
/** Runs a handler of an event, after which the pane may be gone. */
void kp_pane_run(kp_pane *pane, const kp_board_event *event,
                 void (*handle)(kp_pane *pane, const kp_board_event *event));
/** The focus came into one of the boards of a pane, or left it. */
void kp_pane_focused(void *data, bool on);

/* accordion.c */

void kp_accordion_join(kp_pane *pane);
void kp_accordion_leave(const kp_pane *pane);
/** A pane was asked for its height, so it is open; true when the office is to call for
 * kp_accordion_run. */
bool kp_accordion_asked(kp_pane *pane);
/** Height that a pane takes. */
int kp_accordion_height(const kp_pane *pane);
/** Folds what is to be folded. Outside of any layout. */
void kp_accordion_run(kp_pane *pane);

/** Whether a panel is on its way that is to get the focus. */
bool kp_deck_is_wanted(void);
/** Opens the panel that was open when people were here last; once, of Today. */
void kp_accordion_recall(kp_pane *pane);

/* footer.c; all of these take a pane without footer, or no footer */

/** Height in pixels, 0 when there is none to be seen. */
int kp_footer_height(const kp_footer *footer);
/** Puts it where it ends at `bottom`. */
void kp_footer_put(kp_footer *footer, int width, int bottom);
/** Somebody typed: "✓ Saved" was read. */
void kp_footer_typed(kp_pane *pane);
/** Looks whether what it says of a write still holds. */
void kp_footer_look(kp_pane *pane);
/** Takes back what was written last, by one step of undo; false when it was not ours any more. */
bool kp_footer_take_back(kp_pane *pane);
/** Another document: nothing of before holds. */
void kp_footer_reset(kp_pane *pane);
void kp_footer_close(kp_footer *footer);
void kp_footer_free(kp_footer *footer);
/** The footer comes last for the Tab key. */
void kp_footer_order(const kp_pane *pane);
int kp_footer_focused(const kp_footer *footer);

#endif
