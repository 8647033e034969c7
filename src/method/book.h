/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Rows, indexes and what rules ask of them. */
#ifndef KERNPUNT_METHOD_BOOK_H
#define KERNPUNT_METHOD_BOOK_H

#include "model.h"

enum { KP_INDEX_COLUMNS = 4 };
#define KP_NO_ROW UINT32_MAX
/* No table has so many rows; KP_METHOD_NO_TABLE is another. */
#define KP_BOOK_NOT_COUNTED (KP_METHOD_NO_TABLE - 1)

/** Rows by what stands in a few of their columns. */
typedef struct kp_index {
  const kp_method_column *columns[KP_INDEX_COLUMNS];
  size_t count;
  uint32_t mask;
  uint32_t *heads; /**< first row by hash; KP_NO_ROW when none */
  uint32_t *next;  /**< the next row with that hash, further down */
} kp_index;

/** A set of names, without punctuation. */
typedef struct kp_people {
  bool ready;
  char **names; /**< open addressing; NULL = free */
  size_t mask;
  size_t count;
} kp_people;

struct kp_method_book {
  const kp_method *method;
  kp_method_rows rows;
  kp_date today;
  int32_t today_serial;
  size_t *counts; /**< of rows, by table; or KP_BOOK_NOT_COUNTED */
  kp_index **indexes;
  size_t index_count;
  kp_people people;
  const kp_method_entry *entry; /**< while one is checked */
  uint32_t **memo;              /**< by rule, while a workbook is checked: by row */
  bool failed;                  /**< without memory */
};

/** What a rule found; the message is made of it. */
struct kp_eval {
  kp_method_book *book;
  const kp_method_rule *rule;
  size_t row;
  kp_language language;
  kp_method_findings *findings; /**< for words that report by themselves */
  double count;
  double limit;
  const char *value; /**< borrowed; NULL: the cell of the rule's column */
  const kp_method_table *reached;
  size_t reached_row;
};

/* ---------------------------------------------------------------------------------------- cells */

/** Zeroed memory; marks the book as failed when there is none. */
void *kp_book_get(kp_method_book *book, size_t count, size_t size);
/** The cell as it is, or as the entry would make it; text that cannot be seen is BLANK. */
kp_method_cell kp_book_cell(const kp_method_book *book, const kp_method_column *column, size_t row);
/** True when something stands in the cell. */
bool kp_cell_filled(kp_method_cell cell);
/** A number, also one written as text. */
bool kp_cell_number(kp_method_cell cell, double *number);
/** A day that exists. */
bool kp_cell_date(kp_method_cell cell, int32_t *serial);
/** The item of a column's list. */
const kp_method_item *kp_cell_item(const kp_method_column *column, kp_method_cell cell);
/** Same text or same number. Blank is the same as blank. */
bool kp_cell_same(kp_method_cell one, kp_method_cell other);
/** What an amount is in this workbook. */
double kp_book_amount(const kp_method_book *book, const kp_amount *amount);
/** Number of rows; 0 for a table that is not there. */
size_t kp_book_rows(const kp_method_book *book, const kp_method_table *table);
/** Whether the workbook has the table. */
bool kp_book_has(const kp_method_book *book, const kp_method_table *table);
/** Whether the entry is about this row. */
bool kp_book_is_entry(const kp_method_book *book, const kp_method_table *table, size_t row);
/** Whether the entry brings something else in this column. */
bool kp_book_changed(const kp_method_book *book, const kp_method_column *column);
/** Whether nothing was typed in the row. */
bool kp_book_blank_row(const kp_method_book *book, const kp_method_table *table, size_t row);
/** Goes along links; false when one leads nowhere. */
bool kp_book_follow(kp_method_book *book, const kp_path *path, const kp_method_table **table,
                    size_t *row);

/* ---------------------------------------------------------------------------------------- index */

/** Made when first asked for; NULL without memory. All columns are of one table. */
kp_index *kp_book_index(kp_method_book *book, const kp_method_column *const *columns, size_t count);
void kp_index_free(kp_index *index);

/** Rows with the same cells as a key, downward, the row of an entry last and as it would be. */
typedef struct kp_matches {
  kp_method_book *book;
  kp_index *index;
  kp_method_cell key[KP_INDEX_COLUMNS];
  uint32_t at;
  bool entry_left;
} kp_matches;

/** `key` holds a cell per column. */
void kp_matches_begin(kp_matches *matches, kp_method_book *book,
                      const kp_method_column *const *columns, const kp_method_cell *key,
                      size_t count);
/** False at the end. */
bool kp_matches_next(kp_matches *matches, size_t *row);

/* --------------------------------------------------------------------------------------- people */

/** Whether the list of people has this name, whatever its punctuation. */
bool kp_people_known(kp_method_book *book, const char *name);
/** Whether there is a list of people with anyone in it. */
bool kp_people_any(kp_method_book *book);
/** A name without punctuation, "Jansen, Petra" turned round; malloc'ed. */
char *kp_people_plain(const char *name, size_t length);
void kp_people_free(kp_people *people);

/* ----------------------------------------------------------------------------- rules at work */

bool kp_condition_holds(kp_method_book *book, const kp_condition *condition,
                        const kp_method_table *table, size_t row, size_t asker_row);
/** Whether all of them hold. */
bool kp_conditions_hold(kp_method_book *book, const kp_condition *const *list, size_t count,
                        const kp_method_table *table, size_t row, size_t asker_row);
/** Whether the rule has something to say about a row; `eval` must have book, rule and row. */
bool kp_rule_fires(kp_eval *eval);
/** Whether practice and tables of a rule are there. */
bool kp_rule_applies(const kp_method_book *book, const kp_method_rule *rule);
/** The message of a rule that fired, malloc'ed; NULL without memory. */
char *kp_rule_message(kp_eval *eval);
/** Appends a finding about a row. */
bool kp_eval_report(kp_eval *eval, kp_method_severity severity, const kp_method_column *column,
                    size_t row);

/** The words, by file. */
bool kp_word_required(kp_eval *eval);
bool kp_word_one_person(kp_eval *eval);
bool kp_word_in_workbook(kp_eval *eval);
bool kp_word_known_person(kp_eval *eval);
bool kp_word_in_list(kp_eval *eval);
bool kp_word_is_date(kp_eval *eval);
bool kp_word_is_number(kp_eval *eval);
bool kp_word_text_length(kp_eval *eval);
bool kp_word_has_id(kp_eval *eval);
bool kp_word_valid_id(kp_eval *eval);
bool kp_word_exists(kp_eval *eval);
bool kp_word_no_error(kp_eval *eval);
bool kp_word_date_not_past(kp_eval *eval);
bool kp_word_unique(kp_eval *eval);

bool kp_word_never(kp_eval *eval);
bool kp_word_not_before(kp_eval *eval);
bool kp_word_not_after(kp_eval *eval);
bool kp_word_agrees(kp_eval *eval);
bool kp_word_differs(kp_eval *eval);
bool kp_word_as_many(kp_eval *eval);
bool kp_word_status_step(kp_eval *eval);
bool kp_word_forward_only(kp_eval *eval);
bool kp_word_needs_note(kp_eval *eval);

bool kp_word_earlier_confirmed(kp_eval *eval);
bool kp_word_earlier_exists(kp_eval *eval);
bool kp_word_at_least(kp_eval *eval);
bool kp_word_at_most(kp_eval *eval);
bool kp_word_max_active(kp_eval *eval);
bool kp_word_touched(kp_eval *eval);
bool kp_word_covers(kp_eval *eval);
bool kp_word_max_share(kp_eval *eval);

#endif
