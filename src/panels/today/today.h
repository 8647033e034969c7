/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The panel Today, for its own files: today.c shows, today_list.c lists, today_form.c answers. */
#ifndef KERNPUNT_TODAY_TODAY_H
#define KERNPUNT_TODAY_TODAY_H

#include "agenda.h"
#include "kernpunt/form.h"
#include "kernpunt/deck.h"

/** The widgets that are always there, in this order; those of an answer follow. */
typedef enum kp_today_place {
  KP_TODAY_NOTICE, /**< what stands in the way */
  KP_TODAY_SET_UP,
  KP_TODAY_MINE,
  KP_TODAY_WHO_ASK,
  KP_TODAY_WHO,
  KP_TODAY_SUMMARY,
  KP_TODAY_NEXT, /**< to the step that the summary names */
  KP_TODAY_ITEMS,
  KP_TODAY_DETAIL, /**< of the selected row */
  KP_TODAY_JUMP,
  KP_TODAY_DONE,
  KP_TODAY_SAID, /**< what came of the last press */
  KP_TODAY_FIXED /**< how many */
} kp_today_place;

typedef struct kp_today {
  kp_agenda_view view;
  size_t most;    /* rows shown at most */
  char *selected; /* key of the selected row, or NULL */
  int place;      /* where it was in the list */
  /* an answer under way */
  char *open; /* key of the row that is being answered, or NULL */
  kp_form *form;
  char *built; /* key of the row of `form` */
  char *title; /* and what it is about */
  kp_agenda_answers answers;
  bool rebuild;  /* the form asked to be made anew */
  bool done;     /* what is said tells of an answer that was written */
  int32_t steps; /* that could be undone then */
  char *next;    /* row that the step to take next belongs to */
} kp_today;

/** Keys of drafts. */
#define KP_TODAY_DRAFT_MINE "today/_mine"
#define KP_TODAY_DRAFT_SELECTED "today/_selected"
#define KP_TODAY_DRAFT_OPEN "today/_open"

static inline kp_today *kp_today_of(const kp_pane *pane) {
  return pane->state;
}

/** Replaces a text; NULL makes it NULL. Without memory it becomes NULL. */
void kp_today_keep(char **text, const char *value);
/** Shows a text on a widget, "" when it is NULL, and frees it. */
void kp_today_say(kp_pane *pane, kp_today_place place, char *text);
/** The selected row, or NULL. */
const kp_agenda_row *kp_today_row(const kp_pane *pane);

/** Fills the list from the workbook and selects what was selected. */
void kp_today_show_list(kp_pane *pane);
/** Detail and buttons for the selected row. */
void kp_today_show_row(kp_pane *pane);
/** Takes over another selection of the list. */
void kp_today_take_selection(kp_pane *pane);

/** Shows the answer under way, or takes it away. Not in an event. */
void kp_today_show_form(kp_pane *pane);
/** Takes its widgets away; what was typed stays in the drafts. Not in an event. */
void kp_today_drop_form(kp_pane *pane);
/** Whether a row can be worked on in the panel Follow-up, and going there; "" is a new one. */
bool kp_today_follows(const kp_pane *pane, const kp_agenda_row *row);
void kp_today_follow(kp_pane *pane, const char *id);
/** "Done" on the selected row. */
void kp_today_answer(kp_pane *pane);
/** An event of a widget of the answer; false when it is none of them. */
bool kp_today_form_event(kp_pane *pane, const kp_board_event *event);

#endif
