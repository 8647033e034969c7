/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * A pane: one panel of the sidebar deck. pane.c is what the sidebar sees; what is on it comes from
 * a kind, a folder in src/panels each. A pane keeps nothing that matters: it can go at any moment
 * and is made anew from the workbook and the drafts.
 */
#ifndef KERNPUNT_DECK_H
#define KERNPUNT_DECK_H

#include "kernpunt/board.h"
#include "kernpunt/deck_footer.h"
#include "kernpunt/form.h"
#include "kernpunt/session.h"

typedef struct kp_pane kp_pane;

typedef struct kp_pane_kind {
  size_t state_size; /**< zeroed memory of its own */
  bool follows;      /**< what is selected in the sheet: `refresh` comes when it rests, and when the
                        title      of the panel is opened */
  bool hints; /**< F1 in a field shows its hint first: `event` answers it, with kp_pane_help */
  /** Adds the widgets that are always there. */
  bool (*build)(kp_pane *pane, kp_uno_error *error);
  /** Shows the workbook as it is now; may cut and add widgets. Called after build, after the
   * workbook changed, and when it was asked for with kp_pane_refresh; never inside an event of a
   * control and never while the board is busy. */
  void (*refresh)(kp_pane *pane);
  /** An event of a widget. */
  void (*event)(kp_pane *pane, const kp_board_event *event);
  /** What people do in the footer; NULL when there is none. */
  void (*footer)(kp_pane *pane, kp_footer_event event);
  /** The pane goes: keep what is typed, free what `state` holds. Its board may be gone. May be
   * NULL. */
  void (*close)(kp_pane *pane);
} kp_pane_kind;

/** A panel of the deck: a row in src/deck/panels.c, the same in registry/Sidebar.xcu. */
typedef struct kp_deck_panel {
  const char *id; /**< "KernpuntTodayPanel"; its URL ends in what stands behind "Kernpunt" */
  kp_text title;
  int order; /**< of Sidebar.xcu: from top to bottom */
  const kp_pane_kind *kind;
  const char *help; /**< place in the help page for F1 */
} kp_deck_panel;

/** Each is made by the folder of its panel. */
extern const kp_pane_kind kp_today_kind;
extern const kp_pane_kind kp_shown_kind;
extern const kp_pane_kind kp_follow_kind;
extern const kp_pane_kind kp_checked_kind;

/** All of them, from top to bottom. */
extern const kp_deck_panel kp_deck_panels[];
extern const size_t kp_deck_panel_count;
/** The one with this id, or whose URL ends like this one; NULL when there is none. */
const kp_deck_panel *kp_deck_panel_find(const char *name);

struct kp_pane {
  const kp_deck_panel *panel;
  const kp_pane_kind *kind; /* that of the panel */
  void *state;
  uno_Interface *context;
  uno_Interface *self;    /* borrowed: the object itself */
  uno_Interface *frame;   /* NULL after dispose */
  uno_Interface *sidebar; /* may be NULL */
  uno_Interface *window;
  kp_board *board;
  kp_footer *footer;   /* NULL when it has none */
  uno_Interface *rest; /* hears of the selection; NULL when its kind does not follow it */
  kp_desk *desk;       /* of the document in the frame; NULL when there is none */
  char *resource;
  kp_language language;
  int width;     /* last width the sidebar gave */
  int height;    /* and height, 0 before */
  unsigned made; /* widgets of the board when the order of the tabs was told */
  int depth;     /* calls of `kind` under way: a pane that dies meanwhile is closed after them */
  bool disposed; /* its window is gone or going; nothing can be shown any more */
  bool pending;  /* a refresh was asked for and has not run yet */
  bool posted;   /* and the office will call */
  bool closed;
  /* of the accordion, see src/deck/accordion.c */
  kp_pane *next; /* of all panes */
  bool open;     /* its title is open */
  bool asked;    /* it was asked for its height since that was looked at */
  bool round;    /* the office will call to look at that */
  bool shrunk;   /* it is to be a strip: another panel is open too */
  bool strip;    /* the height that it told was that of a strip */
  bool recalled; /* of Today: the panel that was open last was opened */
};

/** Makes a pane; the arguments are those of XUIElementFactory::createUIElement. */
uno_Interface *kp_pane_new(uno_Interface *context, const kp_deck_panel *panel, const char *resource,
                           const uno_Sequence *arguments, kp_uno_error *error);

/** Asks for a refresh soon, outside of any event. Many asks make one refresh. */
void kp_pane_refresh(kp_pane *pane);

/**
 * Fills `document` for the functions of src/workbook; its interfaces are valid until the office
 * runs on (do not keep it across a menu, dialog or message box). False when the frame has no
 * spreadsheet now. Call kp_pane_done with it.
 */
bool kp_pane_document(kp_pane *pane, kp_document *document);
void kp_pane_done(kp_document *document);

/** The dialogs that the forms of panes open. */
extern const kp_form_asks kp_pane_asks;

/** A word in the language of the windows. */
const char *kp_pane_word(const kp_pane *pane, kp_text text);

/** Opens another panel of the deck (KP_DECK_FOLLOW …) in this window and gives it the focus. */
void kp_pane_show_other(kp_pane *pane, const char *panel);

/** Opens the help of the panel. */
void kp_pane_help(kp_pane *pane);

/* -------------------------------------------------------------- parts that panels share (parts.c)
 */

/** A widget of a panel, in a static table. */
typedef struct kp_pane_widget {
  const char *name; /**< tests and scripts use it: keep */
  kp_widget_kind kind;
  kp_text label;
  kp_text help;
  bool beside; /**< these three as in kp_widget_spec */
  bool narrow;
  int lines;
} kp_pane_widget;

/** Adds them in their order, hidden until the workbook was looked at; each gets its place in the
 * table as its place on the board. */
bool kp_pane_add(kp_pane *pane, const kp_pane_widget *widgets, int count, kp_uno_error *error);
/** Shows a text on a widget and frees it; NULL counts as "". */
void kp_pane_say(kp_pane *pane, int widget, char *text);

/** What stands in the way of showing anything, malloc'ed, "" when nothing does: no document, a
 * method that is broken, a workbook that was not set up (`not_set_up` says so), and with `reads`
 * one whose rows cannot be read. NULL without memory. */
char *kp_pane_obstacle(const kp_pane *pane, kp_text not_set_up, bool reads);

/** A list with the detail of its selected row below it. */
typedef struct kp_pane_list {
  int list; /**< widgets */
  int detail;
  size_t count;  /**< rows */
  size_t hidden; /**< rows that are not shown: a last line counts them */
  kp_text more;  /**< of that line: "{1} more…" */
  kp_text open;  /**< what to do with it */
  /** A row in one line, malloc'ed, and its picture (may stay NULL). */
  char *(*line)(const kp_pane *pane, size_t row, const char **image);
  /** The row in full, malloc'ed. */
  char *(*in_full)(const kp_pane *pane, size_t row);
} kp_pane_list;

enum { KP_PANE_LINES = 10 /**< of a list at most */ };
/** Lines of a list with so many rows: panels are short, and the wheel does not scroll the deck. */
int kp_pane_lines(size_t rows);

void kp_pane_list_fill(kp_pane *pane, const kp_pane_list *list);
/** The selected row; KP_BOARD_NONE for none, `count` for the line that counts the others. */
int kp_pane_list_row(const kp_pane *pane, const kp_pane_list *list);
void kp_pane_list_detail(kp_pane *pane, const kp_pane_list *list);

/* ------------------------------------------------------------------- the deck from outside */

/** Ids of registry/Sidebar.xcu. */
#define KP_DECK "KernpuntDeck"
#define KP_DECK_TODAY "KernpuntTodayPanel"
#define KP_DECK_RESULTS "KernpuntResultsPanel"
#define KP_DECK_FOLLOW "KernpuntFollowPanel"
#define KP_DECK_CHECK "KernpuntCheckPanel"

/** Draft that asks Follow-up to put the focus in its form; it takes it away. */
#define KP_DECK_WANTS_FORM "follow/_form"
/** Draft by which Today shows the form of a new action. */
#define KP_DECK_LOGS "today/_logs"

/**
 * Shows the deck in a frame and opens one of its panels. With `focus` its first widget gets the
 * focus, as soon as the panel is there. NULL: the panel that had the focus last; when the focus is
 * in it already the next one, so that the keyboard reaches them all.
 */
bool kp_deck_show(kp_uno_error *error, uno_Interface *context, uno_Interface *frame,
                  const char *panel, bool focus);

/** Whether the deck is to be seen in a frame. */
bool kp_deck_is_open(uno_Interface *frame);

/** Puts the focus on a control of a panel that is there, by its name, and presses it when `press`
 * is set; false when it is not to be seen yet. */
bool kp_deck_focus(uno_Interface *frame, const char *panel, const char *control, bool press);

/** Height of the deck with all its titles, in pixels; 0 when not known. */
int kp_deck_height(uno_Interface *frame);

/** Folds panels that are open: bit 0 is the first of the table. */
void kp_deck_fold(uno_Interface *frame, unsigned which);

/** The focus came into a panel, or left it. */
void kp_deck_focused(const kp_deck_panel *panel, bool on);

/** A panel is there now: gives it the focus when kp_deck_show was asked to. */
void kp_deck_shown(uno_Interface *frame, const kp_deck_panel *panel);

/** Drafts of what Follow-up shows: the step of a focus point, the task of a step, the row of a
 * task. `step` "": outside of steps. */
enum { KP_DECK_KEY = 200 };
void kp_deck_key_step(const char *focus, char key[KP_DECK_KEY]);
void kp_deck_key_task(const char *focus, const char *step, char key[KP_DECK_KEY]);
void kp_deck_key_row(const char *focus, const char *step, const char *form, char key[KP_DECK_KEY]);
/** Lets Follow-up show a row of a task, with all that leads to it. */
void kp_deck_choose_task(kp_desk *desk, const char *focus, const kp_method_step *step,
                         const kp_method_task *task, const char *id);

/** Draft: the panel that was open beside Today when people were here last. */
#define KP_DECK_OPEN "deck/_open"

/** What Follow-up shows is chosen by others with this draft: an ID of its table, or: */
#define KP_FOLLOW_CHOSEN "follow/_chosen"
#define KP_FOLLOW_NEW "new"     /**< a focus point that is not in the workbook yet */
#define KP_FOLLOW_LOOSE "loose" /**< an action without focus point */
/** Prefix of the row that was chosen of them; without it the form is that of a new one. */
#define KP_FOLLOW_LOOSE_ROW "follow/_row/" KP_FOLLOW_LOOSE "/"
/** And the practice of something new with this one, by its key. */
#define KP_FOLLOW_PRACTICE "follow/_practice"

/* ------------------------------------------------------------------------------ what is registered
 */

/** org.kernpunt.calc.PanelFactory, an XUIElementFactory named in registry/Factories.xcu. */
extern kp_uno_class kp_deck_factory_class;
bool kp_deck_factory_create(uno_Interface *context, const uno_Sequence *arguments,
                            uno_Interface **result, kp_uno_error *error);

#endif
