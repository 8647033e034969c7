/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The method as data: what extension/method/<practice>.xml says about tables, columns, lists,
 * steps.
 *
 * A model is read once and never changes: it may be used by several threads. Everything in it lives
 * as long as the model, and its texts are static for that time. Keys are stored in users' files.
 * The format of the files, with every rule word, is explained in extension/method/README.md.
 */
#ifndef KERNPUNT_METHOD_MODEL_H
#define KERNPUNT_METHOD_MODEL_H

#include "kernpunt/text.h"

/** One text in every language; never NULL, "" where nothing was said. */
typedef struct kp_words {
  const char *in[KP_LANGUAGE_COUNT];
} kp_words;

typedef struct kp_method_table kp_method_table;
typedef struct kp_method_column kp_method_column;
/** Rules and tests: opaque, run by the functions of kernpunt/method_rules.h. */
typedef struct kp_method_rule kp_method_rule;

typedef struct kp_method_step kp_method_step;

/**
 * What the program knows a table, column or word by: it never looks for a key. Files say it with
 * role="…"; the names are in src/method/role.c and extension/method/README.md.
 */
typedef enum kp_method_role {
  KP_ROLE_NONE,
  /* tables, each once in a method */
  KP_ROLE_LOG,    /**< gets a row for every change */
  KP_ROLE_WAVE,   /**< measurements */
  KP_ROLE_ACTION, /**< what is logged without more ado */
  /* columns, each once in a table: of every table with IDs, and beside a status */
  KP_ROLE_CHANGED_BY,
  KP_ROLE_CHANGED_ON,
  KP_ROLE_REASON,
  KP_ROLE_HELPERS, /**< beside the one person a row is of */
  /* of the log */
  KP_ROLE_WHEN,
  KP_ROLE_WHO,
  KP_ROLE_TABLE,
  KP_ROLE_ROW,
  KP_ROLE_FIELD,
  KP_ROLE_WAS,
  KP_ROLE_BECOMES,
  /* beside the names of people */
  KP_ROLE_UNIT,
  KP_ROLE_LEVEL,
  KP_ROLE_PRESENT, /**< whether somebody is still there */
  /* of a measurement */
  KP_ROLE_SCORES, /**< where the answers stand */
  KP_ROLE_SCALE,
  KP_ROLE_KIND,
  KP_ROLE_CIRCUMSTANCES,
  KP_ROLE_CHANGES,
  KP_ROLE_NUMBER, /**< 0, 1, 2 … */
  KP_ROLE_START,  /**< first and last day */
  KP_ROLE_END,
  KP_ROLE_INVITED,
  /* of a row that is measured again */
  KP_ROLE_EARLIER,
  KP_ROLE_LATER,
  KP_ROLE_MEASURE,
  KP_ROLE_VALUE_NOW,
  KP_ROLE_VALUE_LATER,
  KP_ROLE_VERDICT,
  /* words of a list, each once in it */
  KP_ROLE_STORY, /**< conversations: no scores, no verdict */
  KP_ROLE_RISE,
  KP_ROLE_FALL,
  KP_ROLE_NO_DIFFERENCE,
  KP_ROLE_FEW_ANSWERS,
  /* lists, each once in a method: words by which a column of people's own answer sheet is known */
  KP_ROLE_ANSWER_SCORE,
  KP_ROLE_ANSWER_WAVE,
  KP_ROLE_ANSWER_CUSTOMER,
  KP_ROLE_ANSWER_CONTACT,
  KP_ROLE_ANSWER_UNIT,
  KP_ROLE_ANSWER_OWNER,
  KP_ROLE_ANSWER_COMMENT,
  KP_ROLE_ANSWER_DATE,
  KP_ROLE_ANSWER_ANONYMOUS,
  KP_ROLE_ANSWER_WEIGHT,
  KP_ROLE_ANSWER_DRIVER, /**< any number of columns */
  KP_ROLE_ANSWER_TOTAL,  /**< words of a row of totals below the answers */
  KP_ROLE_COUNT
} kp_method_role;

/** A part of the method that a team can switch on or off. */
typedef struct kp_method_practice {
  const char *key;
  kp_words name;
  kp_words hint;
  bool always; /**< cannot be switched off */
  /** The table whose rows go through the steps of the practice; NULL when it has none. No other
   * practice has steps for it. */
  const kp_method_table *table;
  const kp_method_step *const *steps;
  size_t step_count;
} kp_method_practice;

/** A number that a team may set. */
typedef struct kp_method_setting {
  const char *key;
  kp_words name;
  double initial; /**< its value until the team says otherwise */
  double least;
  double most;
  const kp_method_practice *practice;
} kp_method_setting;

/** One word of a list; a status when its list has statuses. */
typedef struct kp_method_item {
  const char *key;
  kp_words name;
  kp_words was; /**< what it was called in older workbooks, read as the same; NULL when it always
                     had its name */
  kp_method_role role;
  int least; /**< of a scale: its ends; 0 and 0 when it is none */
  int most;
  size_t index;  /**< place in its list */
  int step;      /**< 1, 2 … along the main line; 0 when it stands aside */
  bool end;      /**< terminal: leaving it goes backward */
  bool start;    /**< a new row may begin here */
  uint64_t next; /**< bit per item that may follow; 0 = any */
} kp_method_item;

/** What a column of an answer sheet holds. */
typedef enum kp_method_content {
  KP_METHOD_ANYTHING,
  KP_METHOD_SCORES,  /**< numbers on a scale */
  KP_METHOD_FEW,     /**< few texts or numbers, each often */
  KP_METHOD_MANY,    /**< short texts, nearly all different */
  KP_METHOD_TALK,    /**< long texts */
  KP_METHOD_DAYS,    /**< dates */
  KP_METHOD_MARKS,   /**< yes or no, or a mark */
  KP_METHOD_AMOUNTS, /**< numbers above zero */
  KP_METHOD_CONTENT_COUNT
} kp_method_content;

enum { KP_METHOD_ITEMS = 64 /**< most items of a list */ };

/** Words to choose from. */
typedef struct kp_method_list {
  const char *key;
  kp_words name;
  const kp_method_item *const *items;
  size_t count;
  bool statuses;             /**< the items have an order: forward only */
  bool open;                 /**< a team adds its own words */
  kp_method_role role;       /**< KP_ROLE_ANSWER_…, or none */
  kp_method_content content; /**< of the columns that its words name */
  bool alone;                /**< such a column is also known by its content alone */
  const kp_method_column
      *source; /**< open lists: the column that holds the team's words; or NULL */
  const kp_method_practice *practice;
} kp_method_list;

typedef enum kp_method_kind {
  KP_METHOD_TEXT,
  KP_METHOD_LONGTEXT, /**< text for which a form gives more room */
  KP_METHOD_LIST,
  KP_METHOD_PERSON, /**< exactly one */
  KP_METHOD_DATE,   /**< a whole day */
  KP_METHOD_NUMBER, /**< decimals may stand as text, with comma or point */
  KP_METHOD_YESNO,
  KP_METHOD_ID,
  KP_METHOD_LINK,    /**< the ID of a row of `target` */
  KP_METHOD_FORMULA, /**< a native formula: see kp_method_formula */
  KP_METHOD_KIND_COUNT
} kp_method_kind;

/** A column of a table. */
struct kp_method_column {
  const char *key; /**< unique in its table */
  kp_words name;   /**< the header */
  kp_words hint;
  kp_method_role role;
  kp_method_kind kind;
  const kp_method_table *table;
  size_t index;                  /**< place in the table as it is made */
  const kp_method_list *list;    /**< LIST and YESNO */
  const kp_method_table *target; /**< LINK */
  const char *formula;           /**< FORMULA: text for kp_method_formula */
  const kp_method_column *names; /**< FORMULA: it shows the title of the row that this link leads
                                    to; or NULL */
  kp_method_kind result;         /**< FORMULA: what it gives (TEXT, NUMBER, DATE); else = kind */
  const char *initial; /**< for a new row: key of an item, "today", "today+14", a number; or NULL */
  int width;           /**< hint, in characters */
  bool required;       /**< in every row, whatever the other columns say */
  bool late;           /**< light up while its number is above zero */
  double least;        /**< NUMBER: bounds, or -INFINITY and INFINITY */
  double most;
  const kp_method_practice *practice;
};

/** A table: one sheet. */
struct kp_method_table {
  const char *key; /**< unique */
  kp_words name;   /**< of the sheet */
  kp_words hint;
  kp_method_role role;
  const char *prefix; /**< of its IDs, "A" for A-7K3Q2; NULL when its rows have none */
  const kp_method_column *const *columns;
  size_t count;
  const kp_method_column *id;    /**< or NULL */
  const kp_method_column *title; /**< the column that names a row */
  bool hidden;                   /**< the sheet stays hidden until it is used */
  bool personal;                 /**< personal data: off by default, a sheet of its own */
  size_t index;                  /**< place in the model */
  const kp_method_practice *practice;
};

/** Columns asked together. */
typedef struct kp_method_page {
  kp_words name;
  const kp_method_column *const *columns;
  size_t count;
} kp_method_page;

/** A form for one row of a table. */
typedef struct kp_method_form {
  const char *key;
  kp_words name;
  kp_words fresh; /**< over the form of a new row: "New action"; NULL when nothing was said */
  const kp_method_table *table;
  const kp_method_page *const *pages;
  size_t count;
} kp_method_form;

/** A value that a form or an answer brings along. */
typedef struct kp_method_preset {
  const kp_method_column *column;
  const char *value; /**< key of an item, "today", "today+14", a number, "me" (a person: the one at
                        the keyboard) or a text; NULL with `from` */
  const kp_method_column *from; /**< takes what this column of the row in hand holds; or NULL */
  bool fixed; /**< not asked, and rows belong to the task only when they hold it; always so with
                 `from` */
} kp_method_preset;

/** How the next row of a chain follows from the one before it: why, why, why. */
typedef struct kp_method_chain {
  const kp_method_column *number;   /**< counts 1, 2, 3 … */
  const kp_method_column *branch;   /**< per branch; or NULL */
  const kp_method_column *question; /**< gets `words`, with the last answer for {value} */
  const kp_method_column *answer;
  const kp_method_column *core;  /**< yes in the one row that is the end of it; or NULL */
  const kp_method_column *about; /**< of the row in hand: its {value} in `first`; never NULL */
  kp_words first;                /**< question of the first row */
  kp_words words;
} kp_method_chain;

/** A form to work on in a step. */
typedef struct kp_method_task {
  const kp_method_form *form;
  kp_words name; /**< on the button that leads to it; the name of the form when nothing was said */
  bool itself;   /**< the form is for the row in hand; else for rows that belong to it */
  /** Values of a new row; of the row in hand where it is still blank. Those that are not `fixed`
   * may be changed. */
  const kp_method_preset *const *presets;
  size_t preset_count;
  const kp_method_chain *chain;  /**< or NULL */
  const kp_method_column *fills; /**< of the step's table: gets the ID of a new row; or NULL */
} kp_method_task;

/** A step of a practice, seen from a row of `table`. */
struct kp_method_step {
  const char *key;
  const kp_method_practice *practice;
  kp_words name;
  kp_words hint;
  const kp_method_table *table;
  const kp_method_form *form; /**< where the step is filled in: that of the first task; or NULL */
  const kp_method_task *const *tasks;
  size_t task_count;
  const kp_method_rule *const *gates; /**< any that fires closes the step */
  size_t gate_count;
  const kp_method_rule *const *tests; /**< none fires when the step is done */
  size_t test_count;
};

/** A phase of a row: the first whose tests are silent counts. */
typedef struct kp_method_phase {
  const char *key;
  kp_words name;
  const kp_method_table *table;
  const kp_method_rule *const *tests;
  size_t test_count;
} kp_method_phase;

/** Rows that ask for attention on a day. */
typedef struct kp_method_source {
  const char *key;
  kp_words name;
  const kp_method_table *table;
  const kp_method_column *date;
  const kp_method_column *who;  /**< or NULL: everyone's */
  const kp_method_column *text; /**< says what; the title of the table */
  const kp_method_form *form;   /**< where it is answered, or NULL */
  bool ahead;                   /**< the first one is shown however far ahead */
  bool latest;                  /**< only the row with the latest date counts */
  const kp_method_rule *test;   /**< fires while the row still asks; conditions only */
  /** How "Done" answers it: these values are written … */
  const kp_method_preset *const *answers;
  size_t answer_count;
  /** … and these columns are asked. Without both it is answered in its form. */
  const kp_method_column *const *asked;
  size_t asked_count;
  const kp_method_practice *practice;
} kp_method_source;

/** The whole method. */
typedef struct kp_method {
  const kp_method_practice *const *practices;
  size_t practice_count;
  const kp_method_setting *const *settings;
  size_t setting_count;
  const kp_method_list *const *lists;
  size_t list_count;
  const kp_method_table *const *tables; /**< in the order of the sheets */
  size_t table_count;
  const kp_method_rule *const *rules; /**< by table, then column */
  size_t rule_count;
  const kp_method_form *const *forms;
  size_t form_count;
  const kp_method_phase *const *phases;
  size_t phase_count;
  const kp_method_source *const *sources;
  size_t source_count;
  const kp_method_column *people; /**< the column with people's names, or NULL */
  const kp_method_list *groups;   /**< words that mean several people, or NULL */
  const kp_method_list *yesno;    /**< the words yes and no; NULL when no column needs them */
  const kp_method_list *scores;   /**< words by which a measure is the score itself, or NULL */
  void *memory;
} kp_method;

/** Frees model and all in it; NULL is allowed. */
void kp_method_free(kp_method *method);

/* ------------------------------------------------------------------------------------ finding */

/** By key; NULL when there is none. */
const kp_method_practice *kp_method_find_practice(const kp_method *method, const char *key);
const kp_method_setting *kp_method_find_setting(const kp_method *method, const char *key);
const kp_method_list *kp_method_find_list(const kp_method *method, const char *key);
const kp_method_table *kp_method_find_table(const kp_method *method, const char *key);
const kp_method_form *kp_method_find_form(const kp_method *method, const char *key);
const kp_method_column *kp_method_find_column(const kp_method_table *table, const char *key);
const kp_method_item *kp_method_find_item(const kp_method_list *list, const char *key);

/** By role; NULL when there is none. */
const kp_method_table *kp_method_role_table(const kp_method *method, kp_method_role role);
const kp_method_column *kp_method_role_column(const kp_method_table *table, kp_method_role role);
const kp_method_list *kp_method_role_list(const kp_method *method, kp_method_role role);
const kp_method_item *kp_method_role_item(const kp_method_list *list, kp_method_role role);
/** The role with this name in a file; KP_ROLE_NONE when there is none. */
kp_method_role kp_method_role_named(const char *name);
const char *kp_method_role_name(kp_method_role role);

/** The practice whose steps the rows of a table go through; NULL when it has none. */
const kp_method_practice *kp_method_practice_of(const kp_method *method,
                                                const kp_method_table *table);
/** The table whose rows have IDs of this form; NULL when there is none. */
const kp_method_table *kp_method_table_of_id(const kp_method *method, const char *id);
/** The column of a table with statuses; NULL when it has none. */
const kp_method_column *kp_method_status(const kp_method_table *table);
/** The word yes or no; NULL when the method has no such list. */
const kp_method_item *kp_method_yes(const kp_method *method, bool yes);

/** Whether the word is that of the item in this language, now or in older workbooks. */
bool kp_method_item_is(const kp_method_item *item, kp_language language, const char *word);

/** The item whose word this is, in either language, whatever the case, also as it was called in
 * older workbooks; NULL when there is none. */
const kp_method_item *kp_method_item_of(const kp_method_list *list, const char *word);

/** Whether an ID has the form of this table's: prefix, dash, five or more digits and capitals. */
bool kp_method_id_valid(const kp_method_table *table, const char *id);

/* ----------------------------------------------------------------------------------- formulas */

/** Where the references of a formula are in the workbook. */
typedef struct kp_method_places {
  void *data;
  /** Writes the address of a column: of the cell in the formula's own row, or, with `whole`, of all
   * data rows. False when the column is not there. */
  bool (*address)(void *data, const kp_method_column *column, bool whole, char *text, size_t size);
  /** The value of a setting; may be NULL: the initial values. */
  bool (*setting)(void *data, const kp_method_setting *setting, double *value);
} kp_method_places;

/**
 * The formula of a FORMULA column with "=" in front, English function names and ";" between
 * arguments, malloc'ed; words of lists in `language`. NULL when a column is missing or without
 * memory.
 */
char *kp_method_formula(const kp_method *method, const kp_method_column *column,
                        kp_language language, const kp_method_places *places);

#endif
