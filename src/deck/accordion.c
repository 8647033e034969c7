/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One working panel at a time, in each window. Looking at the panels of the deck makes the office
 * lay it out again, which asks all panels again: so it is looked at only when one was opened, and
 * what was asked meanwhile is forgotten. */
#include "accordion.h"
#include "internal.h"

/* All panes there are, guarded by the office's lock. */
static kp_pane *panes;

static const unsigned TODAY = 1U;

static bool same_frame(const kp_pane *one, const kp_pane *other) {
  return !one->disposed && !other->disposed && kp_uno_same(one->frame, other->frame);
}

static unsigned bit_of(const kp_pane *pane) {
  return 1U << (unsigned)(pane->panel - kp_deck_panels);
}

void kp_accordion_join(kp_pane *pane) {
  pane->next = panes;
  panes = pane;
}

void kp_accordion_leave(const kp_pane *pane) {
  for (kp_pane **at = &panes; *at != NULL; at = &(*at)->next)
    if (*at == pane) {
      *at = pane->next;
      return;
    }
}

bool kp_accordion_asked(kp_pane *pane) {
  bool posted = false;
  pane->asked = true;
  for (const kp_pane *other = panes; other != NULL; other = other->next)
    posted = posted || (other->round && same_frame(pane, other));
  if (!posted)
    pane->round = true;
  return !posted;
}

/* Height of the panels beside a working one: the strip, when Today is open. */
static int beside(const kp_pane *pane, int line, int height) {
  for (const kp_pane *other = panes; other != NULL; other = other->next)
    if (other != pane && bit_of(other) == TODAY && same_frame(pane, other) &&
        (other->open || other->asked))
      return kp_accordion_strip(line, height);
  return 0;
}

int kp_accordion_height(const kp_pane *pane) {
  int line = kp_board_line_height(pane->board);
  int height = kp_deck_height(pane->frame);
  if (pane->shrunk)
    return kp_accordion_strip(line, height);
  int others = bit_of(pane) == TODAY ? 0 : beside(pane, line, height);
  return kp_accordion_room(height, (int)kp_deck_panel_count, line, others);
}

/* Today shows itself as a strip, or whole again. */
static void shrink(const kp_pane *of, unsigned open) {
  bool shrunk = kp_accordion_shrinks(open, TODAY);
  for (kp_pane *pane = panes; pane != NULL; pane = pane->next)
    if (bit_of(pane) == TODAY && same_frame(of, pane) && pane->shrunk != shrunk) {
      pane->shrunk = shrunk;
      kp_pane_refresh(pane);
    }
}

/* Which one is open beside Today is kept with the drafts of the workbook. */
static void remember(const kp_pane *pane, unsigned before, unsigned open) {
  const char *id = NULL;
  if (pane->desk == NULL || (before & ~TODAY) == (open & ~TODAY))
    return;
  for (size_t i = 1; id == NULL && i < kp_deck_panel_count; i++)
    if ((open & (1U << i)) != 0)
      id = kp_deck_panels[i].id;
  kp_desk_set_draft(pane->desk, KP_DECK_OPEN, id);
}

void kp_accordion_recall(kp_pane *pane) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (bit_of(pane) != TODAY || pane->recalled || pane->desk == NULL)
    return;
  pane->recalled = true;
  const char *id = kp_desk_draft(pane->desk, KP_DECK_OPEN);
  if (kp_deck_is_wanted() || kp_desk_draft(pane->desk, KP_DECK_LOGS) != NULL)
    return; /* people want something else now */
  for (const kp_pane *other = panes; other != NULL; other = other->next)
    if (other != pane && same_frame(pane, other) && other->open)
      return;
  if (id != NULL && kp_deck_panel_find(id) != NULL && kp_desk_set_up(pane->desk))
    kp_deck_show(&ignored, pane->context, pane->frame, id, false);
}

void kp_accordion_run(kp_pane *pane) {
  unsigned before = 0;
  unsigned asked = 0;
  for (const kp_pane *other = panes; other != NULL; other = other->next)
    if (same_frame(pane, other)) {
      before |= other->open ? bit_of(other) : 0;
      asked |= other->asked ? bit_of(other) : 0;
    }
  const kp_accordion_step step = kp_accordion_decide(before, asked, TODAY);
  if (step.fold != 0)
    kp_deck_fold(pane->frame, step.fold);
  for (kp_pane *other = panes; other != NULL; other = other->next)
    if (same_frame(pane, other)) {
      bool opens = (step.open & bit_of(other)) != 0;
      if (opens && !other->open && other->kind->follows)
        kp_pane_refresh(other); /* while it was folded it read nothing */
      other->open = opens;
      other->asked = false;
    }
  remember(pane, before, step.open);
  shrink(pane, step.open);
}
