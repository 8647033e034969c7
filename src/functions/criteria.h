/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Criteria of NPS.IFS and the scalars of units: compiled once, matched against every cell. */
#ifndef KERNPUNT_FUNCTIONS_CRITERIA_H
#define KERNPUNT_FUNCTIONS_CRITERIA_H

#include "internal.h"

typedef enum kp_comparison {
  KP_EQUAL,
  KP_UNEQUAL,
  KP_LESS,
  KP_AT_MOST,
  KP_MORE,
  KP_AT_LEAST
} kp_comparison;

typedef struct kp_criterion {
  kp_comparison comparison;
  enum { KP_OPERAND_BLANK, KP_OPERAND_NUMBER, KP_OPERAND_TEXT } kind;
  double number;
  const sal_Unicode *text; /**< borrowed from the argument */
  size_t length;
} kp_criterion;

/** False when the argument is neither a number nor a text. */
bool kp_criterion_compile(kp_criterion *criterion, const uno_Any *argument);
bool kp_criterion_matches(const kp_criterion *criterion, const uno_Any *cell);

/** [+-] digits [, or . digits] [e [+-] digits], nothing else: no blanks, no grouping, no "inf". */
bool kp_number_parse(const sal_Unicode *text, size_t length, double *value);

enum { KP_CONDITION_SEEN = 64 };

/** A range with its criterion. */
typedef struct kp_functions_condition {
  kp_functions_cells cells;
  kp_criterion criterion;
  /** Texts judged lately, by address: Calc keeps equal texts once. */
  const rtl_uString *seen[KP_CONDITION_SEEN];
  bool met[KP_CONDITION_SEEN];
} kp_functions_condition;

typedef struct kp_functions_conditions {
  kp_functions_condition *items;
  size_t count;
} kp_functions_conditions;

/** Reads the pairs range; criterion at the end of a list of arguments, after a first pair of their
 * own unless range is NULL. #VALUE! for an odd count or another shape than that of the data. End it
 * in every case. */
kp_calc_error kp_functions_conditions_start(kp_functions_conditions *conditions,
                                            const kp_functions_cells *shape,
                                            const kp_functions_cells *range,
                                            const uno_Any *criterion, const uno_Sequence *more);
void kp_functions_conditions_end(kp_functions_conditions *conditions);
/** True when the row meets every criterion. */
bool kp_functions_conditions_met(kp_functions_conditions *conditions, size_t row, size_t column);

#endif
