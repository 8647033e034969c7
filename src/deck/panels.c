/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panels of the deck. A new one is a row here, the same in registry/Sidebar.xcu (a test holds
 * the two together), a folder in src/panels, and a place in the help: see CONTRIBUTING.md. */
#include "kernpunt/deck.h"

#include <string.h>

const kp_deck_panel kp_deck_panels[] = {
    {KP_DECK_TODAY, KP_TEXT_PANEL_TODAY, 100, &kp_today_kind, "today"},
    {KP_DECK_RESULTS, KP_TEXT_PANEL_RESULTS, 200, &kp_shown_kind, "results"},
    {KP_DECK_FOLLOW, KP_TEXT_PANEL_FOLLOW, 300, &kp_follow_kind, "follow"},
    {KP_DECK_CHECK, KP_TEXT_PANEL_CHECK, 500, &kp_checked_kind, "check"},
};
const size_t kp_deck_panel_count = sizeof kp_deck_panels / sizeof *kp_deck_panels;

const kp_deck_panel *kp_deck_panel_find(const char *name) {
  enum { PREFIX = sizeof "Kernpunt" - 1 };
  const char *slash = strrchr(name, '/');
  const char *last = slash != NULL ? slash + 1 : name;
  for (size_t i = 0; i < kp_deck_panel_count; i++)
    if (strcmp(kp_deck_panels[i].id, last) == 0 || strcmp(kp_deck_panels[i].id + PREFIX, last) == 0)
      return &kp_deck_panels[i];
  return NULL;
}
