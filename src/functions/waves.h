/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Measurements in the order of time, whatever the order of the rows. */
#ifndef KERNPUNT_FUNCTIONS_WAVES_H
#define KERNPUNT_FUNCTIONS_WAVES_H

#include "groups.h"

/** How texts are ordered among themselves. */
typedef enum kp_wave_rule {
  KP_WAVES_AS_SEEN,    /**< in order of first appearance */
  KP_WAVES_NUMBER,     /**< by the one number in each: Wave 9, Wave 10 */
  KP_WAVES_YEAR_FIRST, /**< by the year, then the other number: Q4 2024, Q1 2025 */
  KP_WAVES_AS_WRITTEN  /**< by their numbers from left to right: 2024-12-01 */
} kp_wave_rule;

/** Start from zero (= {0}). Add every cell of the waves, also of rows that do not count; then sort.
 */
typedef struct kp_waves {
  kp_groups groups; /**< the distinct waves, numbered in order of first appearance */
  size_t *order;    /**< those numbers in the order of time */
  size_t *rank;     /**< the place of each in it */
  kp_wave_rule rule;
  const rtl_uString *pattern; /**< the first text; the rule holds for texts of its form */
} kp_waves;

void kp_waves_start(kp_waves *waves);
void kp_waves_end(kp_waves *waves);
/** Numbers and dates ascending, before texts. Texts that are the same without their numbers go by
 * these, others as they appear first. Call it once, when every cell has been added. */
kp_calc_error kp_waves_sort(kp_waves *waves);
/** How many waves come before this label, which need not be among them. */
size_t kp_waves_before(const kp_waves *waves, const uno_Any *label);

/** Two waves to compare. */
typedef struct kp_two_waves {
  size_t earlier, later;                      /**< numbers of groups; KP_NO_GROUP: without rows */
  const uno_Any *earlier_label, *later_label; /**< as typed in the argument, or as in the cell */
} kp_two_waves;

/** Those asked for; what is left out (void) is the last, and the one before the later. #N/A when
 * there is no such wave or both are the same. After sorting. */
kp_calc_error kp_waves_choose(const kp_waves *waves, const uno_Any *earlier, const uno_Any *later,
                              kp_two_waves *two);

/** What a header says of a wave: a whole number 36526..73050 as the ISO date it is in the document
 * (2000 to 2099), another number as the shortest decimal, a text as it is. malloc'ed UTF-8, NULL
 * without memory. */
char *kp_waves_text(const uno_Any *label, uno_Interface *document);

#endif
