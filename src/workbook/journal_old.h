/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What may never be needed again of the journal. Within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_JOURNAL_OLD_H
#define KERNPUNT_WORKBOOK_JOURNAL_OLD_H

#include "kernpunt/workbook.h"

/** Files that are gone are offered for removal from the journal after as many days. */
enum { KP_JOURNAL_DAYS = 90 };

/** What may never be needed again. */
typedef struct kp_journal_leftover {
  size_t rows; /**< rows and changes of files that are gone, since KP_JOURNAL_DAYS or more */
  char *files; /**< their names, with commas between */
  char **cut;  /**< as in kp_journal */
  size_t cut_count;
} kp_journal_leftover;

/** Of all documents. kp_journal_leftover_clear it, whatever the answer. */
bool kp_journal_leftover_find(kp_uno_error *error, uno_Interface *context,
                              kp_journal_leftover *left);
void kp_journal_leftover_clear(kp_journal_leftover *left);
/** Takes it out of the journal. */
bool kp_journal_tidy(kp_uno_error *error, uno_Interface *context);

#endif
