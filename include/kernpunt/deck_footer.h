/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The footer of a panel: one message and the buttons that belong to it, pinned at the bottom. What
 * is above never moves because of a message.
 *
 *     build:   kp_footer_add(pane, true, error);
 *     typed:   kp_footer_say(pane, KP_FOOTER_UNSAVED, NULL, "Status: To do → In progress.");
 *              kp_footer_save(pane, true, true);
 *     written: kp_footer_wrote(pane, NULL, "Owner: Omar Haddad. Actions, row 5.");
 *     refused: kp_footer_say(pane, KP_FOOTER_REFUSED, NULL, "Look at Owner. What you typed is
 * kept.");
 *
 * Several messages may stand at once; the strongest is shown, and the next when it is taken away.
 * "✓ Saved" goes with the next keystroke by itself, Undo with the next write.
 */
#ifndef KERNPUNT_DECK_FOOTER_H
#define KERNPUNT_DECK_FOOTER_H

#include "kernpunt/board.h"

struct kp_pane;

/** What a message says; a later one beats an earlier one. */
typedef enum kp_footer_state {
  KP_FOOTER_NOTHING,
  KP_FOOTER_TIP,
  KP_FOOTER_UNSAVED,
  KP_FOOTER_SAVED,
  KP_FOOTER_NOTE,
  KP_FOOTER_REFUSED,
  KP_FOOTER_STATES
} kp_footer_state;

/** The small button below Save. */
typedef enum kp_footer_slot {
  KP_FOOTER_NO_SLOT,
  KP_FOOTER_CANCEL,
  KP_FOOTER_DISCARD,
  KP_FOOTER_UNDO,
  KP_FOOTER_OFFER, /**< what solves a refusal: "Add to people" */
  KP_FOOTER_SLOTS
} kp_footer_slot;

/** What people do in the footer; goes to kp_pane_kind.footer. */
typedef enum kp_footer_event {
  KP_FOOTER_SAVES, /**< Save; also Ctrl+Enter in the footer */
  KP_FOOTER_CANCELS,
  KP_FOOTER_DISCARDS,
  KP_FOOTER_UNDOES, /**< the write was taken back already, and it says so */
  KP_FOOTER_OFFERS
} kp_footer_event;

typedef struct kp_footer kp_footer;

/** Gives the panel a footer, with Save or without; in kp_pane_kind.build. */
bool kp_footer_add(struct kp_pane *pane, bool saves, kp_uno_error *error);
/** A message of this state; `head` NULL: the word of the state ("✓ Saved"). A `text` of NULL takes
 * the message of this state away. No-ops without a footer, as are the others. */
void kp_footer_say(struct kp_pane *pane, kp_footer_state state, const char *head, const char *text);
/** The message that is shown now. */
kp_footer_state kp_footer_shown(const struct kp_pane *pane);
/** Takes all messages away. */
void kp_footer_clear(struct kp_pane *pane);
/** Save is there, and can be pressed. */
void kp_footer_save(struct kp_pane *pane, bool there, bool enabled);
/** The slot when there is nothing to undo and nothing was typed: NO_SLOT or CANCEL. With CANCEL
 * what was typed is cancelled, not discarded. */
void kp_footer_rest(struct kp_pane *pane, kp_footer_slot slot);
/** The slot offers what solves a refusal, until NULL. */
void kp_footer_offer(struct kp_pane *pane, const char *label);
/** Something was written just now: KP_FOOTER_SAVED, and Undo takes it back. */
void kp_footer_wrote(struct kp_pane *pane, const char *head, const char *text);
/** Below what was just written: a button to Check ("1 to review ▸ Check"), until something else is
 * said; NULL for none. */
void kp_footer_review(struct kp_pane *pane, const char *label);
/** The focus goes to Save. */
void kp_footer_focus(struct kp_pane *pane);
/** Hides the footer and gives its room to the rest, or shows it again. */
void kp_footer_show(struct kp_pane *pane, bool shown);

/* ------------------------------------------------------------------------ decisions, as functions
 */

/** The message to show of those that are set. */
kp_footer_state kp_footer_strongest(const bool set[KP_FOOTER_STATES]);
/** The slot to show. */
kp_footer_slot kp_footer_slot_of(kp_footer_slot rest, bool offered, bool unsaved, bool undoable);

/** Places in a footer. */
typedef struct kp_footer_places {
  int height; /**< of the whole */
  struct {
    int x, y, width, height;
  } rule, stripe, head, text, save, slot, link; /**< without width: not there */
} kp_footer_places;
/** `line`: height of a line of text; `button`: least width of the buttons, 0 for none. The link
 * takes the second line of the text when it is shown. */
kp_footer_places kp_footer_place(int width, int line, int button, bool save, bool slot);

#endif
