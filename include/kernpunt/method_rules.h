/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The rules of the method at work: one entry before it is written, a whole workbook on demand.
 *
 * The engine reads rows through a small interface and never changes anything. A refusal says what
 * must not be written, a warning what deserves attention.
 */
#ifndef KERNPUNT_METHOD_RULES_H
#define KERNPUNT_METHOD_RULES_H

#include "kernpunt/method_model.h"

/* --------------------------------------------------------------------------------------- rows */

typedef enum kp_method_cell_kind {
  KP_METHOD_BLANK,
  KP_METHOD_WORDS,  /**< a text; one without any visible character counts as blank */
  KP_METHOD_VALUE,  /**< a number; in a date column the days since 1899-12-30 */
  KP_METHOD_BROKEN, /**< a formula error */
  KP_METHOD_ABSENT  /**< the sheet lacks the column: rules about it are silent */
} kp_method_cell_kind;

typedef struct kp_method_cell {
  kp_method_cell_kind kind;
  const char *text; /**< WORDS: UTF-8 */
  double number;    /**< VALUE */
} kp_method_cell;

/**
 * What was typed in a form, as the cell it would make: a date that kp_date_parse understands
 * becomes a VALUE, everything else stays the text (which must outlive the cell).
 */
kp_method_cell kp_method_cell_typed(const kp_method_column *column, const char *text,
                                    kp_date today);

/** The same for a text that may also be the key of an item, or its word in the other language; the
 * cell gets the word in the language of the sheets. */
kp_method_cell kp_method_cell_given(const kp_method_column *column, const char *text,
                                    kp_language words, kp_date today);

/** A word of the column's list, named by key or by its word in either language, in the language of
 * the sheets; any other text as it is. Borrowed from the method, or `text`. */
const char *kp_method_word(const kp_method_column *column, const char *text, kp_language words);

/** A cell as a form shows it, malloc'ed: a date as ISO 8601, "" when there is nothing. NULL without
 * memory. */
char *kp_method_cell_text(const kp_method_column *column, kp_method_cell cell);

/** What a preset or initial value means, malloc'ed: "today+14" as a date in ISO 8601, "me" as `me`
 * (for a person), the key of an item as its word. NULL without memory. */
char *kp_method_preset_text(const kp_method_column *column, const char *value, const char *me,
                            kp_language words, kp_date today);

/** A table that the workbook does not have. */
#define KP_METHOD_NO_TABLE SIZE_MAX
/** A row that is not in the workbook yet. */
#define KP_METHOD_NEW_ROW SIZE_MAX

/** The rows of a workbook. Texts must stay where they are while a book uses them. */
typedef struct kp_method_rows {
  void *data;
  kp_language language; /**< of the words in the sheets */
  /** Number of data rows, blank ones included; KP_METHOD_NO_TABLE without such a table. */
  size_t (*count)(void *data, const kp_method_table *table);
  /** The cell of a column in row 0 … count-1 of its table. */
  kp_method_cell (*cell)(void *data, const kp_method_column *column, size_t row);
  /** The team's value of a setting; false for the initial one. May be NULL. */
  bool (*setting)(void *data, const kp_method_setting *setting, double *value);
  /** Whether the team uses a practice. May be NULL: all. */
  bool (*enabled)(void *data, const kp_method_practice *practice);
} kp_method_rows;

/**
 * Rows as they are at one moment, with the indexes that make checking fast. Make a new one after
 * the workbook has changed. For one thread at a time.
 */
typedef struct kp_method_book kp_method_book;

/** NULL without memory. `method` and what `rows` reads must outlive the book; `rows` is copied. */
kp_method_book *kp_method_book_new(const kp_method *method, const kp_method_rows *rows,
                                   kp_date today);
/** NULL is allowed. */
void kp_method_book_free(kp_method_book *book);

/** A setting as the team has it, kept within its bounds. */
double kp_method_book_setting(const kp_method_book *book, const kp_method_setting *setting);

/** The row with this ID; false when there is none (or no memory for the index). */
bool kp_method_book_find(kp_method_book *book, const kp_method_table *table, const char *id,
                         size_t *row);

/* ----------------------------------------------------------------------------------- findings */

typedef enum kp_method_severity {
  KP_METHOD_TIP,   /**< good to have, nothing is wrong */
  KP_METHOD_WARN,  /**< deserves attention */
  KP_METHOD_REFUSE /**< an entry with it is not saved; in the check of a workbook an error */
} kp_method_severity;

/** Something that a rule has to say. */
typedef struct kp_method_finding {
  kp_method_severity severity;
  const char *rule; /**< key of the rule; lives as long as the model */
  const kp_method_table *table;
  size_t row; /**< or KP_METHOD_NEW_ROW: the new row; in the check of a workbook the whole table */
  const kp_method_column *column; /**< where to look */
  char *id;                       /**< of the row, "" when it has none */
  char *message;                  /**< in the language asked for */
} kp_method_finding;

/** Findings; begin with {NULL, 0}, end with kp_method_findings_clear. */
typedef struct kp_method_findings {
  kp_method_finding *list;
  size_t count;
  size_t capacity;
} kp_method_findings;

void kp_method_findings_clear(kp_method_findings *findings);

/** True when one of them refuses. */
bool kp_method_findings_refuse(const kp_method_findings *findings);

/* ----------------------------------------------------------------------------------- checking */

/** A cell as it would be. */
typedef struct kp_method_value {
  const kp_method_column *column;
  kp_method_cell cell;
} kp_method_value;

/** A row about to be written. */
typedef struct kp_method_entry {
  const kp_method_table *table;
  size_t row; /**< the row to be changed, or KP_METHOD_NEW_ROW */
  const kp_method_value *values;
  size_t count;
  const char *note; /**< reason given with the change, or NULL */
} kp_method_entry;

/**
 * Holds an entry against the rules of its table, in the order of the columns, and appends what they
 * say. A rule refuses only what the entry itself brings: when none of the columns it looks at is
 * new or changed, it warns. A new row without ID is good: the writer gives one.
 *
 * False without memory.
 */
bool kp_method_check_entry(kp_method_book *book, const kp_method_entry *entry, kp_language language,
                           kp_method_findings *findings);

/**
 * Holds every row of every table against the rules, in the order of tables, rows, columns, and
 * appends what they say. Rules that only judge a change (date-not-past, forward-only …) are silent.
 * A required column that is empty is an error only when a step or the agenda looks at it, so that
 * the work would stand still; else it deserves attention. Blank rows are passed over.
 *
 * False without memory.
 */
bool kp_method_check_book(kp_method_book *book, kp_language language, kp_method_findings *findings);

/** Whether the entry, as it is now, must have something in this column. */
bool kp_method_required(kp_method_book *book, const kp_method_entry *entry,
                        const kp_method_column *column);

/** The key of the rule that refuses the entry only because no reason is given with it, whatever
 * its note is now; NULL when there is none. */
const char *kp_method_wants_note(kp_method_book *book, const kp_method_entry *entry);

/**
 * Whether a text may be handed to Calc as an address or the name of a range: everything that leads
 * out of its workbook has one of # / \ [ in it (OpenDocument 1.3 part 4, 5.8: 'IRI'#; Excel:
 * [book]), and Calc opens what it leads to, also from the net. The formulas of a method that make
 * such a reference ask the same.
 */
bool kp_method_in_workbook(const char *address);
/** True when a text names several people or a group, and is no name from the list of people. */
bool kp_method_several_people(kp_method_book *book, const char *text);

/** Whether the person in this row of the list is still there: the column with that role does not
 * say no. `people` is the column of names. */
bool kp_method_present(const kp_method_rows *rows, const kp_method_column *people, size_t row);

/** Whether this name is in the list of people, whatever case and punctuation. */
bool kp_method_known_person(kp_method_book *book, const char *name);

#endif
