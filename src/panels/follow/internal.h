/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The panel Follow-up. What to show follows from the rows and from what is remembered in the drafts
 * (follow_view.c and what it uses: no office, tested in memory); follow.c and follow_show.c put it
 * on the board, follow_menu.c and follow_save.c answer what people do.
 */
#ifndef KERNPUNT_FOLLOW_INTERNAL_H
#define KERNPUNT_FOLLOW_INTERNAL_H

#include "kernpunt/form.h"
#include "kernpunt/measure.h"
#include "kernpunt/method_follow.h"
#include "kernpunt/workbook_tables.h"
#include "kernpunt/deck.h"

/* ---------------------------------------------------------------------------------------- texts */

/** What is asked of workbook and drafts; all borrowed. */
typedef struct kp_follow_input {
  const kp_method *method;
  const kp_method_rows *rows;
  kp_method_book *book;
  kp_language language; /**< of the windows */
  kp_date today;
  const char *me; /**< the person at the keyboard, or "" */
  const void *memory;
  const char *(*recall)(const void *memory, const char *key); /**< a draft, or NULL */
} kp_follow_input;

enum {
  KP_FOLLOW_KEY = 200,  /**< longest key of a draft */
  KP_FOLLOW_TITLE = 40, /**< characters of a title on a button or in a menu */
  KP_FOLLOW_MENU = 40   /**< most rows in a menu */
};

/** A cell as a form shows it (a date as ISO 8601), malloc'ed; "" when blank or for a new row. */
char *kp_follow_text(const kp_follow_input *in, const kp_method_column *column, size_t row);
/** Whether a cell says this: a word or key of its list, a number, or the same text. */
bool kp_follow_says(const kp_follow_input *in, const kp_method_column *column, size_t row,
                    const char *text);
/** Title of a row, cut; its ID when the title is blank. */
char *kp_follow_title(const kp_follow_input *in, const kp_method_table *table, size_t row);
/** Number of rows; 0 for a table that is not there. */
size_t kp_follow_count(const kp_follow_input *in, const kp_method_table *table);
/** The text of a preset's value: a word in the language of the sheets, a day as ISO 8601. */
char *kp_follow_value_text(const kp_follow_input *in, const kp_method_column *column,
                           const char *value);

/* --------------------------------------------------------------------------------------- choice */

typedef enum kp_follow_group {
  KP_FOLLOW_ACTIVE,
  KP_FOLLOW_PROPOSED,
  KP_FOLLOW_SECURED,
  KP_FOLLOW_PARKED,
  KP_FOLLOW_CLOSED,
  KP_FOLLOW_GROUPS
} kp_follow_group;

typedef struct kp_follow_choice {
  const kp_method_practice *practice;
  char *id;
  char *title;
  size_t row;
  kp_follow_group group;
  double touched; /**< day of the last change, 0 when unknown */
} kp_follow_choice;

typedef struct kp_follow_choices {
  kp_follow_choice *list; /**< by group, then as they stand in the sheet */
  size_t count;
} kp_follow_choices;

/** The practices with steps that the team uses, one by one; NULL behind the last. When it uses none
 * of them, all of them. */
const kp_method_practice *kp_follow_practice(const kp_follow_input *in, size_t index);
/** The word of a row that is put aside: no step of the main line, and not the end. */
const kp_method_item *kp_follow_parked(const kp_method_list *statuses);
bool kp_follow_choices_make(const kp_follow_input *in, kp_follow_choices *choices);
void kp_follow_choices_clear(kp_follow_choices *choices);
/** What is shown when nothing was chosen: the active one touched last, else the newest that is not
 * closed, else NULL: a new one. Borrowed from `choices`. */
const kp_follow_choice *kp_follow_default(const kp_follow_choices *choices);

/* ----------------------------------------------------------------------------------------- view */

/** A row that belongs to the task. */
typedef struct kp_follow_row {
  char *id;
  char *title;
  size_t row;
} kp_follow_row;

typedef struct kp_follow_rows {
  kp_follow_row *list;
  size_t count;
} kp_follow_rows;

/** Values for a form; keys borrowed from the method, texts its own. */
typedef struct kp_follow_values {
  kp_entry_value *list;
  char **texts; /**< behind `list` */
  size_t count;
} kp_follow_values;

/** Nothing of a list. */
#define KP_FOLLOW_NONE SIZE_MAX

/** What the panel shows. kp_follow_view_clear it. */
typedef struct kp_follow_view {
  const kp_method_practice *practice; /**< whose steps are shown */
  const kp_method_table *table;       /**< of its focus points */
  char *focus;                        /**< its ID, KP_FOLLOW_NEW or KP_FOLLOW_LOOSE */
  size_t row;                         /**< of the focus point, or KP_METHOD_NEW_ROW */
  bool loose;
  kp_method_progress progress; /**< empty when loose */
  size_t present;              /**< first open step; KP_FOLLOW_NONE when there is none */
  size_t shown;                /**< step that is shown, or KP_FOLLOW_NONE */
  bool closed;                 /**< the step shown comes later: no form */
  const kp_method_task *task;  /**< or NULL */
  kp_follow_rows rows;         /**< that belong to the task; at most KP_FOLLOW_MENU */
  size_t entry;                /**< of `rows`: what the form changes; KP_FOLLOW_NONE: a new row */
  char *entry_id;              /**< "" for a new row */
  kp_follow_values given;
  kp_follow_values offered;
  char *chain;                    /**< the earlier rows of a chain, "" when there are none */
  char draft[KP_FOLLOW_KEY];      /**< prefix of the form's drafts */
  const kp_method_column **asked; /**< columns of the form, in order */
  size_t asked_count;
} kp_follow_view;

bool kp_follow_view_make(const kp_follow_input *in, kp_follow_view *view);
void kp_follow_view_clear(kp_follow_view *view);

/** The step shown; NULL when loose. */
const kp_method_step *kp_follow_step(const kp_follow_view *view);
/** Keys under which the panel remembers step, task and row for what is shown. */
void kp_follow_key_step(const kp_follow_view *view, char key[KP_FOLLOW_KEY]);
void kp_follow_key_task(const kp_follow_view *view, char key[KP_FOLLOW_KEY]);
void kp_follow_key_row(const kp_follow_view *view, char key[KP_FOLLOW_KEY]);
/** Prefix of the drafts of a form. */
void kp_follow_key_form(const char *focus, const kp_method_step *step, const kp_method_task *task,
                        const char *id, char key[KP_FOLLOW_KEY]);
/** Key of the draft of a field of a new focus point; false when no form asks it. */
bool kp_follow_key_field(const kp_follow_input *in, const kp_method_column *column,
                         char key[KP_FOLLOW_KEY]);

/** What the focus point holds in a column, or would hold while it is new; malloc'ed. */
char *kp_follow_value(const kp_follow_input *in, const kp_follow_view *view,
                      const kp_method_column *column);
/** Sets step, present and shown of a view that knows its focus point. */
bool kp_follow_find_steps(const kp_follow_input *in, kp_follow_view *view);
/** Sets task, rows and entry of a view that knows its step. */
bool kp_follow_find_task(const kp_follow_input *in, kp_follow_view *view);
/** Sets given, offered and chain of a view that knows its row. */
bool kp_follow_find_values(const kp_follow_input *in, kp_follow_view *view);
/** Offers what follows in a chain: the next number of `branch` and its question. */
bool kp_follow_find_chain(const kp_follow_input *in, kp_follow_view *view, const char *branch);
/** Adds a value; takes over `text`. A key that is there already keeps its value. */
bool kp_follow_put(kp_follow_values *values, const char *key, char *text);
void kp_follow_values_clear(kp_follow_values *values);
/** The task of a practice that is meant by "without focus point": it makes rows of the table with
 * the role of actions, and asks for attention on a day; or NULL. */
const kp_method_task *kp_follow_loose_task(const kp_method *method,
                                           const kp_method_practice *practice);
/**
 * Whether the form must be told to begin a new row after a save: `before` is what was saved, `now`
 * what would be shown, `saved` the row's ID. So that nobody types the next row over the one that
 * was just written; only a row of which the step asks more stays in the form, and never an action.
 */
bool kp_follow_next_is_new(const kp_follow_view *before, const kp_follow_view *now,
                           const char *saved);
/** Rows that belong to a task of the focus point, the last `most` of them. */
bool kp_follow_belonging(const kp_follow_input *in, const kp_follow_view *view,
                         const kp_method_task *task, size_t most, kp_follow_rows *rows);
void kp_follow_rows_clear(kp_follow_rows *rows);
/** Whether a task has what it is for: a row that belongs, a link that is filled. */
bool kp_follow_there(const kp_follow_input *in, const kp_follow_view *view,
                     const kp_method_task *task);

/** A step as it stands in the list: "1 Prepare, done"; malloc'ed. */
char *kp_follow_step_text(const kp_follow_input *in, const kp_follow_view *view, size_t step);
/** Hint of the step, and what is missing or why it is closed; malloc'ed. */
char *kp_follow_step_note(const kp_follow_input *in, const kp_follow_view *view);
/** "Active · North · Do", and how many are active; malloc'ed. */
char *kp_follow_state_text(const kp_follow_input *in, const kp_follow_view *view);
/** How many rows are active for a value of the limit's column. */
size_t kp_follow_active(const kp_follow_input *in, const kp_method_limit *limit, const char *per);

/* ----------------------------------------------------------------------------------------- pane */

/** The widgets that are always there, from top to bottom. */
typedef enum kp_follow_widget {
  KP_FOLLOW_LOCK,
  KP_FOLLOW_MISSING,
  KP_FOLLOW_ADD_AGAIN,
  KP_FOLLOW_INVITE,
  KP_FOLLOW_SET_UP,
  KP_FOLLOW_FOCUS_LABEL,
  KP_FOLLOW_FOCUS,
  KP_FOLLOW_STATE,
  KP_FOLLOW_STEPS_LABEL,
  KP_FOLLOW_STEPS,
  KP_FOLLOW_STEP_NOTE,
  KP_FOLLOW_TASK,
  KP_FOLLOW_ROW,
  KP_FOLLOW_JUMP,
  KP_FOLLOW_CHANGES, /**< which row the form changes; blank for a new one */
  KP_FOLLOW_CHAIN,
  KP_FOLLOW_MEASURE,
  KP_FOLLOW_MESSAGE, /**< what was done: above the form, which goes on with the next thing */
  KP_FOLLOW_TOP,     /**< number of them */
  /* … then the form, and below it: */
  KP_FOLLOW_SAVE = KP_FOLLOW_TOP,
  KP_FOLLOW_DISCARD,
  KP_FOLLOW_REFUSAL, /**< why it was not done: where people pressed */
  KP_FOLLOW_PARK,
  KP_FOLLOW_REASON_LABEL,
  KP_FOLLOW_REASON,
  KP_FOLLOW_PARK_NOW,
  KP_FOLLOW_WIDGETS
} kp_follow_widget;

typedef struct kp_follow {
  int widgets[KP_FOLLOW_WIDGETS]; /**< places on the board */
  kp_follow_view view;            /**< what is shown; zero when there is nothing */
  kp_form *form;                  /**< or NULL */
  char *subject;                  /**< prefix of the drafts it was made for */
  uint64_t content;               /**< what the workbook said when it was made */
  const kp_method_column **asked; /**< its columns */
  size_t asked_count;
  const kp_method_table *no_sheet; /**< a table that is needed and gone, or NULL */
  char *message;                   /**< what is said below the form */
  bool strong;                     /**< it is a refusal */
  int32_t steps;                   /**< that could be undone when it was said */
  char said[16];                   /**< ID of the row that it tells of, or "" */
  const kp_method_table *said_in;  /**< and its table */
  bool rebuild;                    /**< the form must be made anew */
  bool focus_form;                 /**< and gets the focus */
  bool limited;                    /**< the limit refused: another one can be parked */
  char *parking;                   /**< ID of the one that is being parked, or NULL */
  const kp_method_column *reason;  /**< what parking asks, or NULL */
  char *measured;                  /**< the later measurement that was compared last */
} kp_follow;

/** The state of a pane. */
kp_follow *kp_follow_of(const kp_pane *pane);
/** The widget that an event is about, or KP_FOLLOW_WIDGETS. */
kp_follow_widget kp_follow_find(const kp_follow *follow, int widget);
/** Fills what the logic asks; false when there is no workbook to show. `*me` is to be freed. */
bool kp_follow_read(kp_pane *pane, kp_follow_input *in, char **me);
/** The document of the pane when it still is that of its desk; kp_pane_done it. */
bool kp_follow_document(kp_pane *pane, kp_document *document);
/** Says what was done, or with `strong` why not; takes over `text` (NULL: nothing to say). */
void kp_follow_say(kp_pane *pane, char *text, bool strong);
void kp_follow_say_text(kp_pane *pane, kp_text text, const char *first, bool strong);
/** Takes away what was said of something that was done and is not so any more. */
void kp_follow_unsay(kp_pane *pane);
/** Forgets the question which one to park. */
void kp_follow_park_end(kp_follow *follow);

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

/* follow_menu.c */
void kp_follow_choose_focus(kp_pane *pane);
void kp_follow_choose_step(kp_pane *pane, bool enter);
void kp_follow_choose_task(kp_pane *pane);
void kp_follow_choose_row(kp_pane *pane);
void kp_follow_jump(kp_pane *pane);
/** People work on what is shown: it stays, also when another focus point is touched later. */
void kp_follow_pin(kp_pane *pane);

/* follow_save.c */
void kp_follow_save(kp_pane *pane);
/** Writes the ID of a row into the focus point's column of the task, or keeps it as a draft while
 * the focus point is new. Says what is wrong; true when it is there. */
bool kp_follow_link(kp_pane *pane, const kp_method_task *task, const char *id);
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
/** Something was typed in the form: offers what follows from it. */
void kp_follow_react(kp_pane *pane, const kp_follow_input *in);
/** Compares the measurements of the form, and offers what comes of it when another one was chosen.
 */
void kp_follow_compare(kp_pane *pane, const kp_follow_input *in, bool offer);

#endif
