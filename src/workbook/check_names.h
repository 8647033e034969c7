/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Names of groups that people take for one and Calc does not, or the other way round. Within
 * src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_CHECK_NAMES_H
#define KERNPUNT_WORKBOOK_CHECK_NAMES_H

#include <stdbool.h>
#include <stddef.h>

/** Different names at most; a column with more holds no groups. */
enum { KP_NAMES_MOST = 1000 };

typedef enum kp_names_answer {
  KP_NAMES_FINE,
  KP_NAMES_BLANKS,   /**< as an earlier name but for blanks: two groups */
  KP_NAMES_CAPITALS, /**< as an earlier name but for capitals: one group */
  KP_NAMES_MANY,     /**< more than KP_NAMES_MOST */
  KP_NAMES_MEMORY
} kp_names_answer;

typedef struct kp_names {
  char **raw; /**< each different text once, as it came */
  char **key; /**< without the blanks that cannot be seen */
  size_t count;
} kp_names;

/** Takes in a text (start from zero). *earlier is the name it looks like, borrowed. A text that
 * came before is fine: what it looks like was told the first time. */
kp_names_answer kp_names_add(kp_names *names, const char *text, const char **earlier);
void kp_names_clear(kp_names *names);

#endif
