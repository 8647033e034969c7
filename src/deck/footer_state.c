/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the footer shows of what it was told, and where: no office. */
#include "kernpunt/deck.h"

kp_footer_state kp_footer_strongest(const bool set[KP_FOOTER_STATES]) {
  for (int state = KP_FOOTER_STATES - 1; state > KP_FOOTER_NOTHING; state--)
    if (set[state])
      return (kp_footer_state)state;
  return KP_FOOTER_NOTHING;
}

kp_footer_slot kp_footer_slot_of(kp_footer_slot rest, bool offered, bool unsaved, bool undoable) {
  if (offered)
    return KP_FOOTER_OFFER;
  if (unsaved)
    return rest == KP_FOOTER_CANCEL ? KP_FOOTER_CANCEL : KP_FOOTER_DISCARD;
  return undoable ? KP_FOOTER_UNDO : rest;
}

kp_footer_places kp_footer_place(int width, int line, int button, bool save, bool slot) {
  enum {
    LINE = 15,
    HEIGHT = 72,
    SIDE = 6,
    TOP = 7,
    STRIPE = 4,
    STRIPE_HEIGHT = 60,
    BUTTON = 84,
    SAVE_HEIGHT = 29,
    SLOT_HEIGHT = 25,
    BETWEEN = 4,
    LINES = 2
  };
  int unit = line > 0 ? line : LINE;
#define SCALED(pixels) (((pixels)*unit + LINE / 2) / LINE)
  int side = SCALED(SIDE);
  int top = SCALED(TOP);
  int left = side + SCALED(STRIPE) + side;
  int wide = button > SCALED(BUTTON) ? button : SCALED(BUTTON);
  int most = width / 2; /* the message must be read too */
  wide = wide < most ? wide : most;
  int right = width - side - wide;
  int end = save || slot ? right - side : width - side;
  int room = end - left > unit ? end - left : unit;
  kp_footer_places at = {.height = SCALED(HEIGHT)};
  at.rule.width = width;
  at.rule.height = 1;
  at.stripe.x = side;
  at.stripe.y = top;
  at.stripe.width = SCALED(STRIPE);
  at.stripe.height = SCALED(STRIPE_HEIGHT);
  at.head.x = at.text.x = left;
  at.head.y = top;
  at.head.width = at.text.width = room;
  at.head.height = unit;
  at.text.y = top + unit;
  at.text.height = LINES * unit + unit / 2;
  at.link.x = left;
  at.link.y = at.text.y + unit + (at.height - at.text.y - unit - SCALED(SLOT_HEIGHT)) / 2;
  at.link.width = room;
  at.link.height = SCALED(SLOT_HEIGHT);
  if (save) {
    at.save.x = right;
    at.save.y = top;
    at.save.width = wide;
    at.save.height = SCALED(SAVE_HEIGHT);
  }
  if (slot) {
    at.slot.x = right;
    at.slot.y = save ? top + SCALED(SAVE_HEIGHT) + SCALED(BETWEEN) : top;
    at.slot.width = wide;
    at.slot.height = SCALED(SLOT_HEIGHT);
  }
#undef SCALED
  return at;
}
