/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The panel Today, for its own files: today.c shows and hears, today_list.c lists, today_act.c
 * does what a row asks, today_form.c asks what must be said first, today_log.c logs an action. */
#ifndef KERNPUNT_TODAY_TODAY_H
#define KERNPUNT_TODAY_TODAY_H

#include "agenda.h"
#include "kernpunt/form.h"
#include "kernpunt/deck.h"

/** The widgets that are always there, in this order; those of a form follow. */
typedef enum kp_today_place {
  KP_TODAY_NOTICE, /**< what stands in the way */
  KP_TODAY_SET_UP,
  KP_TODAY_LOG,
  KP_TODAY_STRIP_LATE, /**< of the strip: to the whole panel */
  KP_TODAY_STRIP_REST,
  KP_TODAY_MINE,
  KP_TODAY_WHO_ASK,
  KP_TODAY_WHO,
  KP_TODAY_LATE,
  KP_TODAY_SUMMARY,
  KP_TODAY_ITEMS,
  KP_TODAY_TITLE, /**< of the selected row */
  KP_TODAY_DETAIL,
  KP_TODAY_DONE,
  KP_TODAY_POSTPONE,
  KP_TODAY_OPEN,
  KP_TODAY_RULE,
  KP_TODAY_LEFT,
  KP_TODAY_LEFT_TITLE,
  KP_TODAY_NEXT, /**< to the step where people left off */
  KP_TODAY_LEFT_STEP,
  KP_TODAY_FIXED /**< how many */
} kp_today_place;

/** What is to be seen. */
typedef enum kp_today_mode {
  KP_TODAY_LISTS,
  KP_TODAY_ANSWERS, /**< a form must be filled in before a row is done or put aside */
  KP_TODAY_REASONS, /**< why it is put off again */
  KP_TODAY_LOGS     /**< a new action */
} kp_today_mode;

typedef struct kp_today {
  kp_agenda_view view;
  size_t most;    /* rows shown at most */
  char *selected; /* key of the selected row, or NULL */
  int place;      /* where it was in the list */
  kp_agenda_left left;
  size_t others; /* late rows of others, with "Only mine" */
  kp_today_mode mode;
  /* a form under way */
  char *open;    /* key of the row that is answered, or NULL */
  bool aside;    /* it is put aside, not done */
  kp_date until; /* it is put off to this day */
  kp_form *form;
  kp_logging log; /* of a new action */
  char *built;    /* what the form was made for */
  char *title;    /* and what that is about */
  kp_agenda_answers answers;
  bool rebuild; /* the form asked to be made anew */
  bool over;    /* it was written: the next one is on its way */
  bool focus;   /* and is to have the focus */
} kp_today;

/** Keys of drafts. */
#define KP_TODAY_DRAFT_MINE "today/_mine"
#define KP_TODAY_DRAFT_SELECTED "today/_selected"
#define KP_TODAY_DRAFT_OPEN "today/_open"
#define KP_TODAY_DRAFT_ASIDE "today/_aside"
#define KP_TODAY_DRAFT_LOG KP_DECK_LOGS

static inline kp_today *kp_today_of(const kp_pane *pane) {
  return pane->state;
}

/** Replaces a text; NULL makes it NULL. Without memory it becomes NULL. */
void kp_today_keep(char **text, const char *value);
/** The selected row, or NULL. */
const kp_agenda_row *kp_today_row(const kp_pane *pane);

/** Fills the list from the workbook and selects what was selected. */
void kp_today_show_list(kp_pane *pane);
/** Detail and buttons for the selected row. */
void kp_today_show_row(kp_pane *pane);
/** Takes over another selection of the list. */
void kp_today_take_selection(kp_pane *pane);

/** "Done" on the selected row: at once, or asks first. */
void kp_today_done(kp_pane *pane);
/** The menu of days, and what else puts the selected row off. */
void kp_today_postpone(kp_pane *pane);
/** Goes to the row in its sheet, and opens its form. */
void kp_today_open(kp_pane *pane);
/** Goes on with a row of a practice; "" is a new one. */
void kp_today_follow(kp_pane *pane, const char *id);
/** Writes new values into a row, and tells; true when it was written. */
bool kp_today_write(kp_pane *pane, const kp_entry *entry, kp_text head, const char *what);

/** A row that is being answered, as it is now. */
typedef struct kp_today_question {
  const kp_method_source *source;
  const char *id; /* within the key that it was made of */
  size_t row;
  kp_agenda_answers answers;
  bool note; /* the rules want a reason */
  char *what;
} kp_today_question;
/** False when the row is gone; clear it whatever comes. `aside`: it is put aside. */
bool kp_today_ask(kp_pane *pane, const char *key, bool aside, kp_today_question *of);
void kp_today_question_clear(kp_today_question *of);

/** Asks in a form: for the row with this key, or why it is put off to a day. */
void kp_today_begin_answer(kp_pane *pane, const char *key, bool aside);
void kp_today_begin_reason(kp_pane *pane, const char *key, kp_date until);
/** Shows the form under way, or takes it away. Not in an event. */
void kp_today_show_form(kp_pane *pane);
/** Takes its widgets away; what was typed stays in the drafts. Not in an event. */
void kp_today_drop_form(kp_pane *pane);
/** An event of a widget of the form; false when it is none of them. */
bool kp_today_form_event(kp_pane *pane, const kp_board_event *event);
/** Save and Cancel of the footer. */
void kp_today_save(kp_pane *pane);
void kp_today_cancel(kp_pane *pane);

/** Opens the form of a new action. */
void kp_today_log(kp_pane *pane);
bool kp_today_make_log(kp_pane *pane, kp_uno_error *error);
void kp_today_save_log(kp_pane *pane);
/** What the footer says while an action is logged. */
void kp_today_say_log(kp_pane *pane, kp_footer_state state);

#endif
