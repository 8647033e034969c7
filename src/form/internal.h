/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the files of the form maker share. */
#ifndef KERNPUNT_FORM_INTERNAL_H
#define KERNPUNT_FORM_INTERNAL_H

#include "kernpunt/form.h"

/** How a column is asked. */
typedef enum kp_form_kind {
  KP_FORM_LINE,
  KP_FORM_LINES,
  KP_FORM_DATE,
  KP_FORM_PERSON,
  KP_FORM_WORD,   /**< of an open list */
  KP_FORM_CHOICE, /**< of a closed list, yes/no */
  KP_FORM_LINK,
  KP_FORM_SHOWN,
  KP_FORM_REASON /**< of the change: no column */
} kp_form_kind;

enum { KP_FORM_TOGGLES = 4, KP_FORM_OFFERS = 2 };

/** A field. Its values are as the form means them: the key of an item, an ID, else a text. */
typedef struct kp_form_field {
  const kp_method_column *column; /**< NULL for the reason */
  kp_form_kind kind;
  int label; /**< widgets, or KP_BOARD_NONE */
  int field;
  int menu;
  int note;
  int stripe;                   /**< before a field that was refused */
  int toggles[KP_FORM_TOGGLES]; /**< of a choice among few */
  const kp_method_item *items[KP_FORM_TOGGLES];
  size_t toggle_count;
  char *name;   /**< label with mnemonic */
  char *value;  /**< what is in it now */
  char *origin; /**< what the row held when the form was made; "" for a new row */
  char *base;   /**< what the form began with: row, offer or what the method says */
  char *typed;  /**< completing: what of the value people typed themselves */
  bool needed;  /**< must be filled in, as things are */
  bool extra;   /**< stands behind "More" */
  bool seen;    /**< it has widgets: it is on the page that is shown */
  bool away;    /**< hides because nobody asks for it now */
  bool marked;  /**< its note says why it was refused */
  bool unfit;   /**< what is in it cannot be a cell: rules need not say so too */
  bool hinted;  /**< its note shows the hint */
} kp_form_field;

/** What solves a refusal with one click. */
typedef enum kp_form_remedy {
  KP_FORM_ADD_NAME,   /**< to its list */
  KP_FORM_LEAVE_NAME, /**< out of it */
  KP_FORM_ONE_OWNER   /**< of several: the others help */
} kp_form_remedy;

typedef struct kp_form_offer {
  int widget;
  kp_form_field *field;
  kp_form_remedy remedy;
  char *owner; /**< ONE_OWNER: who stays, and who helps */
  char *helper;
} kp_form_offer;

struct kp_form {
  kp_board *board;
  kp_desk *desk;
  uno_Interface *context;
  uno_Interface *frame;
  const kp_form_asks *asks;
  kp_language language;
  const kp_method_table *table;
  char *id;    /**< "" for a new row */
  char *draft; /**< prefix of its drafts */
  const kp_entry_link *link;
  kp_form_field *fields;
  size_t count;
  struct {
    const kp_method_column *column; /**< NULL when the table has no such column */
    char *key;
    char *text;
  } * given;
  size_t given_count;
  bool noted;      /**< the rules may want a reason of the change */
  bool own_reason; /**< a column asks for it */
  bool wanted;     /**< they want one, as things are */
  int more;        /**< the button, or KP_BOARD_NONE */
  int start;       /**< first widget of the form */
  int end;         /**< first widget that is not of the form any more, as it was made */
  bool open;       /**< the second page is shown */
  bool all;        /**< there is one page */
  bool unseen;     /**< there is no board */
  bool stale;      /**< another field belongs on this page */
  bool saves;      /**< an offer was taken that ends in saving */
  kp_form_offer offers[KP_FORM_OFFERS];
  size_t offer_count;
  const kp_form_mark *marks; /**< while it is made */
  size_t mark_count;
  char *suffix;   /**< behind the names of its widgets */
  char *question; /**< instead of the header of the only column of the first page; or NULL */
};

/* A form that is not seen has no board, and its fields have no widgets. */
static inline void kp_form_hold(const kp_form *form, bool hold) {
  if (form->board != NULL)
    kp_board_hold(form->board, hold);
}
static inline bool kp_form_gone(const kp_form *form) {
  return form->board != NULL && kp_board_gone(form->board);
}
static inline void kp_form_go(const kp_form *form, int widget) {
  if (widget != KP_BOARD_NONE)
    kp_board_focus(form->board, widget);
}

/* form_values.c: what fields hold */

/** Makes the fields with their values. */
bool kp_form_fill(kp_form *form, const kp_form_subject *subject);
/** Replaces a text; without memory the old one stays. */
bool kp_form_keep(char **slot, const char *text);
/** "owner", or "_note" for the reason: behind the prefix of its draft. */
const char *kp_form_draft_key(const kp_form_field *field);
/** Takes a new value and remembers it as a draft. */
void kp_form_take(kp_form *form, kp_form_field *field, const char *value);
/** Whether two values mean the same. */
bool kp_form_same(const kp_method_column *column, const char *one, const char *other);
/** The row to change as it is now; false for a new one or when it is gone. */
bool kp_form_row(const kp_form *form, size_t *row);
/** A column of the row to change as it is now, malloc'ed; "" when there is none. */
char *kp_form_now(const kp_form *form, const kp_method_column *column);
/** A value that was offered or given, as the form means it: "today+14" as a date, "me" as a name,
 * a word as its key; malloc'ed. */
char *kp_form_offered(const kp_form *form, const kp_method_column *column, const char *text);
/** A value as the cell it would make; it borrows the text. */
kp_method_cell kp_form_cell(const kp_form *form, const kp_method_column *column, const char *value);
/** What is in the fields, for the rules; NULL without memory. Borrows from the form. */
kp_method_value *kp_form_cells(const kp_form *form, size_t *count);
/** What is in the fields as a change of the row, for the rules; it borrows `cells`. */
kp_method_entry kp_form_entry(const kp_form *form, const kp_method_value *cells, size_t count);
/** Asks the rules which fields are needed, and tells people when that changed. */
void kp_form_refresh_needed(kp_form *form);
/** Whether the rules would refuse a text in this field because of this field. */
bool kp_form_refuses(const kp_form *form, const kp_form_field *field, const char *text);

/* form_reason.c: the reason of a change */

/** Whether a column of the form asks for it: beside a status, and not given. */
bool kp_form_has_reason(const kp_form_subject *subject);
/** The field for it: that of a column, or one without; NULL when none is asked. */
kp_form_field *kp_form_reason(const kp_form *form);
/** The reason that was given, borrowed; NULL when there is none. */
const char *kp_form_note(const kp_form *form);
/** The rule that wants a reason for what is in the fields now, or NULL. */
const char *kp_form_wants_note(const kp_form *form);
/** A value is settled (chosen, left, put there): asks the rules what is needed now, and shows the
 * field for the reason only when they want one. While somebody types the form does not jump. */
void kp_form_settled(kp_form *form);

/* form_fields.c: what the board shows */

bool kp_form_build(kp_uno_error *error, kp_form *form);
/** The header, without mnemonic. */
const char *kp_form_name(const kp_form *form, const kp_form_field *field);
/** The field of a widget; NULL when it is none of the form. */
kp_form_field *kp_form_find(const kp_form *form, int widget);
/** Puts the value on the board, and what belongs to it. */
void kp_form_show_value(kp_form *form, kp_form_field *field);
/** Says the usual thing under a field: echo of a date, characters left, or nothing. */
void kp_form_show_note(kp_form *form, kp_form_field *field);
void kp_form_say(kp_form *form, kp_form_field *field, const char *text, bool strong);
/** Says why it was refused. */
void kp_form_mark_field(kp_form *form, kp_form_field *field, const char *text);
void kp_form_show_label(kp_form *form, kp_form_field *field);
/** Shows or hides what nobody asks for now. */
void kp_form_show_away(kp_form *form);
bool kp_form_is_shown(const kp_form *form, const kp_form_field *field);
/** A malloc'ed copy that is no mnemonic in a button or menu, of at most `most` characters. */
char *kp_form_plain(const char *text, size_t most);

/* form_choices.c, form_dates.c, form_people.c: menus and completing */

/** Rows of a menu, which own their texts, and what each stands for. */
typedef struct kp_form_rows {
  kp_board_row *list;
  struct {
    char *text;
    char *value;
  } * own;
  size_t count;
  size_t room;
} kp_form_rows;

/** Adds a row that shows a text and stands for a value (NULL: for none, choosing it does nothing);
 * the row, which is marked when the field holds that value, or NULL without memory. */
kp_board_row *kp_form_rows_add(kp_form_rows *rows, const kp_form_field *field, const char *text,
                               const char *value);
/** Adds a row that says why there is nothing to choose, when there is no row yet. */
void kp_form_rows_empty(kp_form_rows *rows, const kp_form *form, kp_text text);
void kp_form_rows_clear(kp_form_rows *rows);
/** Opens the menu under a field: what was chosen, borrowed from `rows`, or NULL. */
const char *kp_form_menu(kp_form *form, const kp_form_field *field, const kp_form_rows *rows);
/** A value was chosen (NULL: none): into the field, as if it were typed. */
void kp_form_chosen(kp_form *form, kp_form_field *field, const char *value);

/** The word on the button of a choice or link, malloc'ed. */
char *kp_form_choice_text(const kp_form *form, const kp_form_field *field);
void kp_form_choose_item(kp_form *form, kp_form_field *field);
void kp_form_choose_row(kp_form *form, kp_form_field *field);
void kp_form_choose_word(kp_form *form, kp_form_field *field);
void kp_form_choose_date(kp_form *form, kp_form_field *field);
void kp_form_choose_person(kp_form *form, kp_form_field *field);
/** What the note of a date says, malloc'ed; `*strong` when it is wrong. */
char *kp_form_date_note(const kp_form *form, const kp_form_field *field, bool left, bool *strong);
/** A field was left: a relative date becomes the day it means, a name that of the list. */
void kp_form_settle(kp_form *form, kp_form_field *field);
/** A name as the list of people has it, malloc'ed. */
char *kp_form_listed(const kp_form *form, const kp_method_column *column, const char *name);
/** The words that a field completes to, borrowed until the document changes; free the list. */
const char **kp_form_words(const kp_form *form, const kp_form_field *field, bool all,
                           size_t *count);
/** Takes a typed text, completed where it may be. */
void kp_form_complete(kp_form *form, kp_form_field *field, const char *text);

/** Whether a status may come next. */
bool kp_form_may_follow(const kp_form *form, const kp_form_field *field,
                        const kp_method_item *item);

/* form_toggles.c: choices among few */

/** Whether a field is asked with toggles: few words, or the main line of a status. Fills them. */
bool kp_form_has_toggles(kp_form_field *field);
bool kp_form_add_toggles(kp_uno_error *error, const kp_form *form, kp_form_field *field);
void kp_form_show_toggles(const kp_form *form, const kp_form_field *field);
/** A toggle was pressed; false when it is none of the field's. */
bool kp_form_press_toggle(kp_form *form, kp_form_field *field, int widget);

/* form_offers.c: what solves a refusal */

/** Two names in a text that names several people, malloc'ed; false when there are no two. */
bool kp_form_split_people(const char *text, char **first, char **second);
/** Adds the offers for a field that was refused, in their row. */
bool kp_form_add_offers(kp_uno_error *error, kp_form *form, kp_form_field *field);
/** Takes the offer of a button; false when it is none. */
bool kp_form_take_offer(kp_form *form, int widget);
void kp_form_hide_offers(const kp_form *form, const kp_form_field *field);
/** Adds a widget whose name is made of a part, the key of the column and the suffix of the form. */
int kp_form_add_widget(kp_uno_error *error, const kp_form *form, const kp_form_field *field,
                       const char *part, kp_widget_spec spec);

/** One text behind the other, malloc'ed. */
char *kp_form_join(const char *one, const char *other);
/** Whether a field is chosen, not typed: it stands beside its label. */
bool kp_form_is_choice(const kp_form_field *field);

/* form_save.c, form_told.c, form_people.c */

/** Adds to what is said of a save. */
void kp_form_tell(const kp_form *form, kp_form_result *result, kp_text text, const char *first,
                  const char *second);
void kp_form_tell_written(const kp_form *form, const kp_outcome *outcome,
                          const kp_method_findings *findings, kp_form_result *result);
/** The field of a column that is asked; NULL when it is not. */
kp_form_field *kp_form_field_of(const kp_form *form, const kp_method_column *column);

/** Asks whether people who are not in the list should be added, and adds them; false when the
 * saving must not go on: cancelled, or the form's window or document is gone. */
bool kp_form_ask_people(kp_form *form, const kp_document *document);
/** Whether a field holds a name, new to the row, that its list does not have: of a person, a unit.
 */
bool kp_form_is_new_name(const kp_form *form, const kp_form_field *field);
/** Whether people said what is to be done with it: an answer is kept with the drafts. */
bool kp_form_name_settled(const kp_form *form, const kp_form_field *field);
void kp_form_settle_name(kp_form *form, const kp_form_field *field, bool add);
/** Adds the names that are to be added, without asking. */
void kp_form_add_names(kp_form *form, const kp_document *document);

#endif
