/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widgets that are always there, and those below the forms. */
#include "internal.h"

#include <stdio.h>

/* ------------------------------------------------------------------------------------- widgets */

typedef struct row {
  kp_follow_widget widget;
  kp_widget_kind kind;
  const char *name;
  kp_text label;
  kp_text help;
  bool beside;
  bool narrow;
  kp_look look;
} row;

static bool add(kp_pane *pane, kp_uno_error *error, const row *of, const char *name) {
  const kp_widget_spec spec = {
      .name = name,
      .kind = of->kind,
      .label = of->label != KP_TEXT_NONE ? kp_pane_word(pane, of->label) : NULL,
      .help = of->help != KP_TEXT_NONE ? kp_pane_word(pane, of->help) : NULL,
      .image = of->kind == KP_WIDGET_ICON ? "menu.png" : NULL,
      .beside = of->beside,
      .narrow = of->narrow,
      .lines = of->kind == KP_WIDGET_GRID ? KP_FOLLOW_LINES : 0,
      .look = of->look,
  };
  kp_follow *follow = kp_follow_of(pane);
  follow->widgets[of->widget] = kp_board_add(error, pane->board, &spec);
  return follow->widgets[of->widget] != KP_BOARD_NONE;
}

static bool add_rows(kp_pane *pane, kp_uno_error *error, const row *rows, size_t count) {
  bool good = true;
  for (size_t i = 0; good && i < count; i++)
    good = add(pane, error, &rows[i], rows[i].name);
  return good;
}

/* The stripes of the bar, or the toggles: "bar_1" … */
static bool add_several(kp_pane *pane, kp_uno_error *error, row of, int count) {
  bool good = true;
  for (int i = 0; good && i < count; i++) {
    char name[24];
    snprintf(name, sizeof name, "%s%d", of.name, i + 1);
    good = add(pane, error, &of, name);
    of.widget = (kp_follow_widget)(of.widget + 1);
    of.beside = true;
  }
  return good;
}

#define SMALL                                                                                      \
  { .small = true }
#define QUIET                                                                                      \
  { .small = true, .tone = KP_TONE_QUIET }
#define STRONG                                                                                     \
  { .strong = true }
#define PLAIN                                                                                      \
  { .tone = KP_TONE_PLAIN }

bool kp_follow_add_top(kp_pane *pane, kp_uno_error *error) {
  static const row head[] = {
      {KP_FOLLOW_MISSING, KP_WIDGET_NOTE, "missing", KP_TEXT_NONE, KP_TEXT_NONE, false, false,
       PLAIN},
      {KP_FOLLOW_ADD_AGAIN, KP_WIDGET_BUTTON, "add_again", KP_TEXT_FOLLOW_ADD_AGAIN, KP_TEXT_NONE,
       false, false, PLAIN},
      {KP_FOLLOW_INVITE, KP_WIDGET_NOTE, "invite", KP_TEXT_NONE, KP_TEXT_NONE, false, false, PLAIN},
      {KP_FOLLOW_SET_UP, KP_WIDGET_BUTTON, "set_up", KP_TEXT_FOLLOW_SET_UP, KP_TEXT_NONE, false,
       false, PLAIN},
      {KP_FOLLOW_NAME, KP_WIDGET_HEADING, "focus_name", KP_TEXT_NONE, KP_TEXT_NONE, false, false,
       STRONG},
      {KP_FOLLOW_FOCUS, KP_WIDGET_ICON, "focus", KP_TEXT_NONE, KP_TEXT_FOLLOW_CHOICE, true, true,
       PLAIN},
      {KP_FOLLOW_STATE, KP_WIDGET_NOTE, "focus_state", KP_TEXT_NONE, KP_TEXT_NONE, false, false,
       QUIET},
      {KP_FOLLOW_BACK, KP_WIDGET_BUTTON, "step_back", KP_TEXT_FOLLOW_BACK, KP_TEXT_FOLLOW_PREVIOUS,
       false, true, PLAIN},
      {KP_FOLLOW_STEP, KP_WIDGET_BUTTON, "step", KP_TEXT_NONE, KP_TEXT_FOLLOW_STEPS, true, false,
       PLAIN},
      {KP_FOLLOW_ON, KP_WIDGET_BUTTON, "step_on", KP_TEXT_FOLLOW_ON, KP_TEXT_FOLLOW_NEXT, true,
       true, PLAIN},
  };
  static const row bar = {KP_FOLLOW_BAR, KP_WIDGET_STRIPE,       "bar_",
                          KP_TEXT_NONE,  KP_TEXT_NONE,           false,
                          false,         {.tone = KP_TONE_TRACK}};
  static const row task = {
      KP_FOLLOW_TASK, KP_WIDGET_TOGGLE, "task_", KP_TEXT_NONE, KP_TEXT_NONE, false, true, SMALL};
  static const row body[] = {
      {KP_FOLLOW_REASON_WHY, KP_WIDGET_NOTE, "step_note", KP_TEXT_NONE, KP_TEXT_NONE, false, false,
       PLAIN},
      {KP_FOLLOW_ABOUT, KP_WIDGET_NOTE, "about", KP_TEXT_NONE, KP_TEXT_NONE, false, false, QUIET},
      {KP_FOLLOW_COUNT, KP_WIDGET_HEADING, "rows_label", KP_TEXT_NONE, KP_TEXT_NONE, false, false,
       STRONG},
      {KP_FOLLOW_FOLD, KP_WIDGET_BUTTON, "rows_fold", KP_TEXT_NONE, KP_TEXT_NONE, false, true,
       SMALL},
      {KP_FOLLOW_FRESH, KP_WIDGET_BUTTON, "rows_new", KP_TEXT_FOLLOW_FRESH, KP_TEXT_NONE, true,
       true, SMALL},
      {KP_FOLLOW_ROWS, KP_WIDGET_GRID, "rows", KP_TEXT_NONE, KP_TEXT_NONE, false, false, PLAIN},
      {KP_FOLLOW_FORM_TITLE, KP_WIDGET_HEADING, "form_title", KP_TEXT_NONE, KP_TEXT_NONE, false,
       false, STRONG},
      {KP_FOLLOW_JUMP, KP_WIDGET_BUTTON, "jump", KP_TEXT_FOLLOW_GO, KP_TEXT_FOLLOW_JUMP, true, true,
       SMALL},
      {KP_FOLLOW_EARLIER, KP_WIDGET_BUTTON, "earlier", KP_TEXT_NONE, KP_TEXT_NONE, false, true,
       SMALL},
      {KP_FOLLOW_MEASURE, KP_WIDGET_NOTE, "measure", KP_TEXT_NONE, KP_TEXT_NONE, false, false,
       PLAIN},
      {KP_FOLLOW_CORE_LABEL, KP_WIDGET_LABEL, "core_label", KP_TEXT_FOLLOW_CORE, KP_TEXT_NONE,
       false, false, PLAIN},
      {KP_FOLLOW_CORE, KP_WIDGET_CHOICE, "core", KP_TEXT_NONE, KP_TEXT_FOLLOW_CORE_HELP, false,
       false, PLAIN},
      {KP_FOLLOW_CORE_MENU, KP_WIDGET_ICON, "core_menu", KP_TEXT_NONE, KP_TEXT_FOLLOW_CORE_HELP,
       true, true, PLAIN},
      {KP_FOLLOW_TICK, KP_WIDGET_CHECK, "tick", KP_TEXT_FOLLOW_TICK, KP_TEXT_NONE, false, false,
       PLAIN},
  };
  return add_rows(pane, error, head, sizeof head / sizeof *head) &&
         add_several(pane, error, bar, KP_FOLLOW_STEPS_MOST) &&
         add_several(pane, error, task, KP_FOLLOW_TASKS) &&
         add_rows(pane, error, body, sizeof body / sizeof *body);
}

bool kp_follow_add_bottom(kp_pane *pane, kp_uno_error *error) {
  static const row bottom[] = {
      {KP_FOLLOW_NEXT_WHY, KP_WIDGET_BUTTON, "next_why", KP_TEXT_FOLLOW_NEXT_WHY, KP_TEXT_NONE,
       false, true, SMALL},
      {KP_FOLLOW_BRANCH, KP_WIDGET_BUTTON, "branch", KP_TEXT_FOLLOW_BRANCH, KP_TEXT_NONE, true,
       true, SMALL},
      {KP_FOLLOW_EVIDENCE, KP_WIDGET_BUTTON, "evidence", KP_TEXT_FOLLOW_EVIDENCE, KP_TEXT_NONE,
       true, true, SMALL},
      {KP_FOLLOW_BRANCH_SHOWN, KP_WIDGET_BUTTON, "branch_shown", KP_TEXT_NONE, KP_TEXT_NONE, true,
       true, SMALL},
      {KP_FOLLOW_TIP, KP_WIDGET_NOTE, "tip", KP_TEXT_NONE, KP_TEXT_NONE, false, false, QUIET},
  };
  return add_rows(pane, error, bottom, sizeof bottom / sizeof *bottom);
}

bool kp_follow_add_park(kp_pane *pane, kp_uno_error *error) {
  static const row park[] = {
      {KP_FOLLOW_PARK, KP_WIDGET_BUTTON, "park", KP_TEXT_FOLLOW_PARK, KP_TEXT_NONE, false, true,
       SMALL},
      {KP_FOLLOW_REASON_LABEL, KP_WIDGET_LABEL, "park_label", KP_TEXT_NONE, KP_TEXT_NONE, false,
       false, PLAIN},
      {KP_FOLLOW_REASON, KP_WIDGET_LINE, "park_reason", KP_TEXT_NONE, KP_TEXT_NONE, false, false,
       PLAIN},
      {KP_FOLLOW_PARK_NOW, KP_WIDGET_BUTTON, "park_now", KP_TEXT_FOLLOW_PARK_NOW, KP_TEXT_NONE,
       false, false, PLAIN},
  };
  return kp_follow_of(pane)->widgets[KP_FOLLOW_PARK] != KP_BOARD_NONE ||
         add_rows(pane, error, park, sizeof park / sizeof *park);
}
