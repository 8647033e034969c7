/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Criteria of NPS.IFS: compiled once, matched against every cell. */
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

#endif
