/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The panel Follow-up: follow.c and follow_show.c put what view.h decides on the board,
 * follow_menu.c and follow_save.c answer what people do.
 */
#ifndef KERNPUNT_FOLLOW_INTERNAL_H
#define KERNPUNT_FOLLOW_INTERNAL_H

#include "kernpunt/deck.h"
#include "view.h"

/* ----------------------------------------------------------------------------------------- pane */

enum {
  KP_FOLLOW_STEPS_MOST = 12, /**< stripes of the bar */
  KP_FOLLOW_TASKS = 4,       /**< toggles */
  KP_FOLLOW_FORMS = 4,       /**< on the board at once: whys that fit */
  KP_FOLLOW_LINES = 4        /**< of the list */
};

/** The widgets that are always there, from top to bottom. */
typedef enum kp_follow_widget {
  KP_FOLLOW_MISSING,
  KP_FOLLOW_ADD_AGAIN,
  KP_FOLLOW_INVITE,
  KP_FOLLOW_SET_UP,
  KP_FOLLOW_NAME,  /**< of the focus point */
  KP_FOLLOW_FOCUS, /**< its menu */
  KP_FOLLOW_STATE,
  KP_FOLLOW_BACK,
  KP_FOLLOW_STEP,
  KP_FOLLOW_ON,
  KP_FOLLOW_BAR,
  KP_FOLLOW_BAR_LAST = KP_FOLLOW_BAR + KP_FOLLOW_STEPS_MOST - 1,
  KP_FOLLOW_TASK,
  KP_FOLLOW_TASK_LAST = KP_FOLLOW_TASK + KP_FOLLOW_TASKS - 1,
  KP_FOLLOW_REASON_WHY, /**< why the step is closed */
  KP_FOLLOW_ABOUT,
  KP_FOLLOW_COUNT, /**< "Actions (3)" */
  KP_FOLLOW_FOLD,  /**< the same as a button, while the list is folded */
  KP_FOLLOW_FRESH, /**< "+ New" */
  KP_FOLLOW_ROWS,
  KP_FOLLOW_FORM_TITLE,
  KP_FOLLOW_JUMP,
  KP_FOLLOW_EARLIER, /**< whys that do not fit */
  KP_FOLLOW_MEASURE,
  KP_FOLLOW_CORE_LABEL,
  KP_FOLLOW_CORE,
  KP_FOLLOW_CORE_MENU,
  KP_FOLLOW_TICK,
  KP_FOLLOW_TOP, /**< number of them */
  /* … then the forms, and below them: */
  KP_FOLLOW_NEXT_WHY = KP_FOLLOW_TOP,
  KP_FOLLOW_BRANCH,
  KP_FOLLOW_EVIDENCE,
  KP_FOLLOW_BRANCH_SHOWN,
  KP_FOLLOW_TIP,
  KP_FOLLOW_PARK,
  KP_FOLLOW_REASON_LABEL,
  KP_FOLLOW_REASON,
  KP_FOLLOW_PARK_NOW,
  KP_FOLLOW_WIDGETS
} kp_follow_widget;

/** A form on the board. */
typedef struct kp_follow_shown {
  kp_form *form;
  char id[KP_FOLLOW_ID]; /**< of its row; "+1.2" for one below branch 1 */
  char draft[KP_FOLLOW_KEY];
} kp_follow_shown;

typedef struct kp_follow {
  int widgets[KP_FOLLOW_WIDGETS]; /**< places on the board */
  kp_follow_view view;            /**< what is shown; zero when there is nothing */
  kp_follow_links links;          /**< of a chain that is shown */
  kp_follow_shown forms[KP_FOLLOW_FORMS];
  size_t form_count;
  size_t current;                 /**< the form people typed in last */
  uint64_t shape;                 /**< what the forms were made for */
  uint64_t content;               /**< what the workbook said when they were made */
  const kp_method_column **asked; /**< their columns */
  size_t asked_count;
  const kp_method_table *no_sheet;   /**< a table that is needed and gone, or NULL */
  kp_form_result refused;            /**< marks that stand … */
  char refused_draft[KP_FOLLOW_KEY]; /**< … in the form of this draft */
  bool rebuild;                      /**< the forms must be made anew */
  bool focus_form;                   /**< and get the focus */
  bool unfolded;                     /**< the list stays open beside a new row */
  bool saving;                       /**< an offer was taken: Save follows */
  size_t *order;                     /**< of the list: rows of the view */
  bool limited;                      /**< the limit refused: another one can be parked */
  char *parking;                     /**< ID of the one that is being parked, or NULL */
  const kp_method_column *reason;    /**< what parking asks, or NULL */
  char *measured;                    /**< the later measurement that was compared last */
} kp_follow;

/** The state of a pane. */
kp_follow *kp_follow_of(const kp_pane *pane);
/** The widget that an event is about, or KP_FOLLOW_WIDGETS. */
kp_follow_widget kp_follow_find(const kp_follow *follow, int widget);
/** The form that people work in; NULL when there is none. */
kp_form *kp_follow_form(const kp_follow *follow);
/** Fills what the logic asks; false when there is no workbook to show. `*me` is to be freed. */
bool kp_follow_read(kp_pane *pane, kp_follow_input *in, char **me);
/** The document of the pane when it still is that of its desk; kp_pane_done it. */
bool kp_follow_document(kp_pane *pane, kp_document *document);
/** Why something was not done; takes over `text` (NULL: nothing to say any more). */
void kp_follow_refuse(kp_pane *pane, char *text);
void kp_follow_refuse_text(kp_pane *pane, kp_text text, const char *first);
/** Forgets what was refused. */
void kp_follow_unmark(kp_follow *follow);
/** Forgets the question which one to park. */
void kp_follow_park_end(kp_follow *follow);

/* follow_forms.c */
/** Makes the forms anew when they show something else than the view. */
void kp_follow_renew_forms(kp_pane *pane, const kp_follow_input *in);
void kp_follow_drop_forms(kp_pane *pane);
/** Where the focus goes in a chain: below the last why, one more when that is answered. */
void kp_follow_next_why(kp_pane *pane);
void kp_follow_evidence(kp_pane *pane);

/* follow_show.c */
/** Adds the widgets above the form, and those below it. */
bool kp_follow_add_top(kp_pane *pane, kp_uno_error *error);
bool kp_follow_add_bottom(kp_pane *pane, kp_uno_error *error);
/** Adds what parking another one needs, when it is not there yet. */
bool kp_follow_add_park(kp_pane *pane, kp_uno_error *error);
/** Labels, lists and notes as the view says. */
void kp_follow_show_top(kp_pane *pane, const kp_follow_input *in);
void kp_follow_show_bottom(kp_pane *pane);
/** Nothing but why there is nothing. */
void kp_follow_show_nothing(kp_pane *pane);
/** Locks and the journal; shown in every state. */
void kp_follow_show_lock(kp_pane *pane);
/** Save, Discard, and what is not saved yet. */
void kp_follow_show_footer(kp_pane *pane);

/* follow_menu.c */
void kp_follow_choose_focus(kp_pane *pane);
void kp_follow_choose_step(kp_pane *pane);
void kp_follow_go_step(kp_pane *pane, bool forward);
void kp_follow_choose_task(kp_pane *pane, size_t task);
/** The row of the list that is selected goes into the form. */
void kp_follow_choose_row(kp_pane *pane, bool enter);
void kp_follow_new_row(kp_pane *pane);
void kp_follow_unfold(kp_pane *pane);
void kp_follow_choose_core(kp_pane *pane);
void kp_follow_tick(kp_pane *pane);
void kp_follow_add_branch(kp_pane *pane);
void kp_follow_choose_branch(kp_pane *pane);
void kp_follow_earlier(kp_pane *pane);
void kp_follow_jump(kp_pane *pane);
/** People work on what is shown: it stays, also when another focus point is touched later. */
void kp_follow_pin(kp_pane *pane);

/* follow_save.c */
void kp_follow_save(kp_pane *pane);
void kp_follow_discard(kp_pane *pane);
/** Writes the ID of a row into the focus point's column of the task, or keeps it as a draft while
 * the focus point is new. Says what is wrong; true when it is there. */
bool kp_follow_link_to(kp_pane *pane, const kp_method_task *task, const char *id);
void kp_follow_set_up(kp_pane *pane);
void kp_follow_add_again(kp_pane *pane);

/* follow_park.c */
/** Whether the limit of active rows is what refuses the form now. */
bool kp_follow_is_limited(kp_pane *pane);
void kp_follow_park_choose(kp_pane *pane);
void kp_follow_park(kp_pane *pane);

/* follow_again.c */
/** Offers what two measurements say where the focus point says nothing yet; before its form is
 * made. */
void kp_follow_offer(kp_pane *pane, const kp_follow_input *in);
/** Compares the measurements of the form, and offers what comes of it when another one was chosen.
 */
void kp_follow_compare(kp_pane *pane, const kp_follow_input *in, bool offer);
/** A row that was answered in its form gets what "Done" would write besides. */
void kp_follow_answer(kp_pane *pane, const kp_follow_input *in);

#endif
