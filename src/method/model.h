/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What a rule is made of. Shared by the loader and the engine. */
#ifndef KERNPUNT_METHOD_MODEL_INTERNAL_H
#define KERNPUNT_METHOD_MODEL_INTERNAL_H

#include "kernpunt/method.h"

/** A number in a rule: written there, or a setting, perhaps with a minus before it. */
typedef struct kp_amount {
  bool set;
  bool negative;
  double value;
  const kp_method_setting *setting; /**< or NULL: `value` */
} kp_amount;

/** Columns of kind LINK that lead from a row to another one. */
typedef struct kp_path {
  const kp_method_column *const *hops;
  size_t count;
} kp_path;

typedef enum kp_unless { KP_EITHER, KP_YES, KP_NO } kp_unless;

/** Something that must hold of a row. Everything that is set must hold. */
typedef struct kp_condition {
  kp_path via;
  const kp_method_column *column; /**< NULL: only `fresh` */
  uint64_t is;                    /**< bit per item; 0 = not asked */
  bool negate;                    /**< the item must be another one */
  bool or_blank;                  /**< a blank cell satisfies the rest */
  kp_unless filled;
  kp_unless changed;
  kp_unless fresh; /**< a row that is not in the workbook yet */
  kp_amount from;  /**< dates: on or after today plus this */
  kp_amount until; /**< dates: on or before today plus this */
  kp_amount least;
  kp_amount most;
  const kp_method_column *same;      /**< of the row that asks: the same text */
  const kp_method_column *not_after; /**< of the row that asks: a date or number, not smaller */
} kp_condition;

/** Rows of another table that belong to a row. */
typedef struct kp_children {
  const kp_method_table *table;
  const kp_method_column *link; /**< equals `by` of the row that asks */
  const kp_condition *const *where;
  size_t where_count;
  bool fixed; /**< the conditions look at nothing of the row that asks */
} kp_children;

typedef struct kp_rule_word kp_rule_word;

struct kp_method_rule {
  const char *key;
  const kp_rule_word *word;
  kp_method_severity severity;
  bool at_entry;
  bool at_check;
  bool blocks; /**< of a required column: a step or the agenda looks at it */
  const kp_method_practice *practice;
  const kp_method_table *table;
  const kp_method_column *column;
  const char *file; /**< where it was read; "" for what a kind means */
  int line;
  size_t index; /**< place in the model */
  size_t order; /**< of reading */
  kp_words message;
  const kp_condition *const *when;
  size_t when_count;
  kp_path via;
  const kp_method_column *other;
  const kp_method_column *const *confirmed;
  size_t confirmed_count;
  uint64_t is;
  const kp_method_list *list;
  const kp_children *const *rows;
  size_t rows_count;
  const kp_method_column *by;
  const kp_method_column *const *per;
  size_t per_count;
  kp_amount limit;
  kp_amount least;
  kp_amount most;
};

/** What an element of a rule may hold, as bits. */
enum {
  KP_HAS_OTHER = 1 << 0,
  KP_HAS_VIA = 1 << 1,
  KP_HAS_ROWS = 1 << 2, /**< with link, by, where */
  KP_HAS_LIMIT = 1 << 3,
  KP_HAS_PER = 1 << 4,
  KP_HAS_LEAST = 1 << 5,
  KP_HAS_MOST = 1 << 6,
  KP_HAS_IS = 1 << 7,
  KP_HAS_CONFIRMED = 1 << 8,
  KP_HAS_LIST = 1 << 9
};

/** How a word judges, as bits. */
enum {
  KP_WORD_WHOLE = 1 << 0,    /**< a table, not a row: called once, for a whole workbook only */
  KP_WORD_ENTRY = 1 << 1,    /**< a change: silent in the check of a workbook */
  KP_WORD_OTHERWISE = 1 << 2 /**< speaks when its conditions do not hold */
};

typedef struct kp_eval kp_eval;

/** A word of the rule vocabulary. */
struct kp_rule_word {
  const char *name;
  unsigned needs;
  unsigned may;
  unsigned kinds;  /**< bit per kp_method_kind its column may have (by result); 0 = any */
  unsigned manner; /**< KP_WORD_… */
  /** True when there is something to say about the row. A word for a whole table reports by itself
   * and answers false. */
  bool (*fires)(kp_eval *eval);
};

/** NULL when there is no such word. */
const kp_rule_word *kp_rule_word_find(const char *name);
/** The words one by one; NULL behind the last. */
const kp_rule_word *kp_rule_word_at(size_t index);

#endif
