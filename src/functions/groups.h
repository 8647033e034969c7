/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Cells sorted into groups by what they say, numbered in the order of first appearance. */
#ifndef KERNPUNT_FUNCTIONS_GROUPS_H
#define KERNPUNT_FUNCTIONS_GROUPS_H

#include "internal.h"

#define KP_NO_GROUP SIZE_MAX

typedef struct kp_group_slot {
  size_t group; /* index + 1; 0 marks a free slot */
  size_t hash;
  const rtl_uString *text; /* the very string object, for the fast table; else NULL */
} kp_group_slot;

typedef struct kp_groups {
  const uno_Any **labels; /**< the first cell of each group, borrowed from the argument */
  size_t count;
  size_t capacity;
  kp_group_slot *slots; /**< by content */
  size_t mask;
  kp_group_slot *known; /**< by address of the string: Calc shares equal texts */
  size_t known_mask;
  size_t known_count;
  bool failed; /**< out of memory */
} kp_groups;

void kp_groups_start(kp_groups *groups);
void kp_groups_end(kp_groups *groups);
/** The group of a cell, made when new. KP_NO_GROUP for a blank cell and when memory is short
 * (then failed is set). Texts without regard to case, not trimmed; the number 1 is not "1". */
size_t kp_groups_add(kp_groups *groups, const uno_Any *cell);
/** As kp_groups_add, without making one. */
size_t kp_groups_find(const kp_groups *groups, const uno_Any *cell);
/** Order of two labels: numbers before text, numbers by size, texts without regard to case. */
int kp_groups_compare(const uno_Any *one, const uno_Any *other);

#endif
