/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What Follow-up shows and writes: it follows from the rows and from what is remembered in the
 * drafts. No window is needed for it; tested in memory.
 */
#ifndef KERNPUNT_FOLLOW_VIEW_H
#define KERNPUNT_FOLLOW_VIEW_H

#include "kernpunt/form.h"
#include "kernpunt/measure.h"
#include "kernpunt/method.h"
#include "kernpunt/workbook.h"

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
  bool (*begun)(const void *memory, const char *prefix);      /**< whether any draft begins so */
} kp_follow_input;

/** Draft: who got the last action. */
#define KP_FOLLOW_OWNER "follow/_owner"

enum {
  KP_FOLLOW_KEY = 200,  /**< longest key of a draft */
  KP_FOLLOW_ID = 24,    /**< of a row, also of one that is not there yet */
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
  char fresh[KP_FOLLOW_ID];       /**< of a new row in a chain: its place, else "" */
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
/** Prefix of all the drafts of the step that is shown. */
void kp_follow_key_begun(const kp_follow_view *view, char key[KP_FOLLOW_KEY]);
/** Sets given and offered of a view that knows its row. */
bool kp_follow_find_values(const kp_follow_input *in, kp_follow_view *view);
/** Offers what follows in a chain: the next number of `branch` and its question. */
bool kp_follow_find_chain(const kp_follow_input *in, kp_follow_view *view, int branch);
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

/* ---------------------------------------------------------------------------------------- parts */

/** A row of the step in which something was typed: what Save writes. */
typedef struct kp_follow_part {
  const kp_method_task *task;
  char id[KP_FOLLOW_ID]; /**< "" for a new row, "+1.2" for the second one below branch 1 */
  char draft[KP_FOLLOW_KEY];
} kp_follow_part;

typedef struct kp_follow_parts {
  kp_follow_part *list; /**< in the order of writing */
  size_t count;
} kp_follow_parts;

/** Whether an ID is that of a row that is not there yet. */
bool kp_follow_is_fresh(const char *id);
/** The ID of such a row in a chain. */
void kp_follow_fresh_id(int branch, int place, char id[KP_FOLLOW_ID]);
bool kp_follow_parts_make(const kp_follow_input *in, const kp_follow_view *view,
                          kp_follow_parts *parts);
void kp_follow_parts_clear(kp_follow_parts *parts);
/** What the panel would show if this part were chosen. */
bool kp_follow_view_of(const kp_follow_input *in, const char *focus, const kp_method_step *step,
                       const kp_follow_part *part, kp_follow_view *view);

/* ---------------------------------------------------------------------------------------- chain */

/** A why: a row, or one that is being typed. */
typedef struct kp_follow_link {
  char id[KP_FOLLOW_ID];
  size_t row; /**< KP_METHOD_NEW_ROW while it is being typed */
  double number;
  char *question;
  char *answer; /**< as typed */
  char draft[KP_FOLLOW_KEY];
} kp_follow_link;

typedef struct kp_follow_links {
  kp_follow_link *list;
  size_t count;
  size_t answered; /**< of the rows */
  int branch;
  int branches; /**< the highest there is */
} kp_follow_links;

/** The task of a step that is a chain, or NULL. */
const kp_method_task *kp_follow_chain_task(const kp_method_step *step);
/** The branch that is shown, from 1. */
int kp_follow_branch(const kp_follow_input *in, const kp_follow_view *view);
bool kp_follow_links_make(const kp_follow_input *in, const kp_follow_view *view,
                          const kp_method_task *task, int branch, kp_follow_links *links);
void kp_follow_links_clear(kp_follow_links *links);
/** Which of them is the core: picked, marked, else the last that was answered. */
size_t kp_follow_core(const kp_follow_input *in, const kp_follow_view *view,
                      const kp_method_task *task, const kp_follow_links *links);
/** The drafts that make it so; false when there is none. */
bool kp_follow_core_drafts(const kp_follow_input *in, const kp_follow_view *view,
                           const kp_method_task *task, const kp_follow_links *links, void *data,
                           void (*keep)(void *data, const char *key, const char *text));
/** Keys: which branch is shown (0), or after which row one begins; how many places are open below
 * a branch; which row was picked as the core. */
void kp_follow_key_branch(const kp_follow_view *view, int branch, char key[KP_FOLLOW_KEY]);
void kp_follow_key_places(const kp_follow_view *view, int branch, char key[KP_FOLLOW_KEY]);
void kp_follow_key_core(const kp_follow_view *view, char key[KP_FOLLOW_KEY]);

/* ---------------------------------------------------------------------------------------- write */

/** What writes: a panel, or a test. */
typedef struct kp_follow_writer {
  kp_desk *desk;
  const kp_document *document;
  uno_Interface *context;
  uno_Interface *frame;
  kp_language language;
} kp_follow_writer;

/** What came of it; kp_follow_written_clear it. */
typedef struct kp_follow_written {
  kp_workbook_answer answer;
  kp_follow_part part;   /**< the last one that was written, or the one that was refused */
  kp_form_result result; /**< of that */
  size_t rows;           /**< that were written */
  size_t warnings;
  char *text; /**< why not, where `result` does not say */
} kp_follow_written;

/** Reads what the logic asks of a desk; `*me` is to be freed. */
bool kp_follow_read_desk(kp_desk *desk, kp_language language, kp_follow_input *in, char **me);
/** Writes everything that was begun in the step that is shown: all of it, as one step of undo, or
 * nothing. What was typed stays unless all is written. */
void kp_follow_write(const kp_follow_writer *writer, const kp_follow_view *view,
                     kp_follow_written *written);
void kp_follow_written_clear(kp_follow_written *written);
/** The form of what a view shows; borrowed from it. */
kp_form_subject kp_follow_subject(const kp_follow_view *view);

/* ---------------------------------------------------------------------------------------- texts */

/** "Step 5 of 9 · Root cause"; malloc'ed, as the others. */
char *kp_follow_line_text(const kp_follow_input *in, const kp_follow_view *view);
/** A step in the menu: "5 Root cause · 2 of 3", "6 Solutions · first finish step 5". */
char *kp_follow_step_text(const kp_follow_input *in, const kp_follow_view *view, size_t step);
/** What keeps a step closed, or what is missing in it; "" when it is done. */
char *kp_follow_step_reason(const kp_follow_input *in, const kp_follow_view *view, size_t step);
/** The hint of the step. */
char *kp_follow_step_hint(const kp_follow_input *in, const kp_follow_view *view);
/** Whether one can go on from the step shown: there is a next one, and nothing closes it. */
bool kp_follow_may_go(const kp_follow_view *view, bool forward);
/** A task on its toggle: "Whys 2 of 3". */
char *kp_follow_task_text(const kp_follow_input *in, const kp_follow_view *view,
                          const kp_method_task *task);
/** Over the form: "New action", "Edit action: Count the calls". */
char *kp_follow_title_text(const kp_follow_input *in, const kp_follow_view *view);
/** What stands over the whys: "Now: 4 in 10 visits are late"; "" elsewhere. */
char *kp_follow_about_text(const kp_follow_input *in, const kp_follow_view *view);
/** Columns of a task's form that the step asks for; at most `room` of them, their number. */
size_t kp_follow_asked_first(const kp_follow_input *in, const kp_follow_view *view,
                             const kp_method_column **first, size_t room);

/** A row in the list of a task. */
typedef struct kp_follow_line {
  size_t entry; /**< of view->rows */
  bool done;
  bool late;
  char *when; /**< "4 Dec", or "" */
  char *who;
  char *what;
} kp_follow_line;

/** Whether the rows of the task stand in a list: a step with one row for each focus point has
 * none. */
bool kp_follow_has_list(const kp_follow_view *view);
/** Lines for the rows of the task, those that are open first, by day, those that are done last. */
bool kp_follow_lines_make(const kp_follow_input *in, const kp_follow_view *view,
                          kp_follow_line **lines);
void kp_follow_lines_free(kp_follow_line *lines, size_t count);

/** "Active · North · Do", and how many are active; malloc'ed. */
char *kp_follow_state_text(const kp_follow_input *in, const kp_follow_view *view);
/** How many rows are active for a value of the limit's column. */
size_t kp_follow_active(const kp_follow_input *in, const kp_method_limit *limit, const char *per);

#endif
