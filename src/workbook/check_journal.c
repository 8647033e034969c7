/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the check says of the journal: here people see it, also when the panel never was open. */
#include "check.h"
#include "journal_old.h"

#include <stdio.h>
#include <stdlib.h>

static bool tell(kp_uno_error *error, const kp_document *document, kp_check *check, kp_text text,
                 const char *first, const char *second) {
  char table[] = KP_JOURNAL_TABLE;
  char *message = kp_text_fill(text, document->language, first, second);
  kp_check_item item = {.severity = KP_METHOD_WARN,
                        .table = table,
                        .message = message,
                        .repairable = text != KP_TEXT_CHECK_JOURNAL_LOST};
  bool good = message != NULL ? kp_check_add(error, check, &item) : kp_uno_error_memory(error);
  free(message);
  return good;
}

bool kp_check_journal(kp_uno_error *error, const kp_document *document, kp_check *check) {
  kp_uno_error ignored = KP_UNO_IGNORED; /* a journal that cannot be read is told at each write */
  kp_journal_leftover left;
  char number[24];
  size_t lost = 0;
  bool good = true;
  if (kp_journal_lost(&ignored, document, &lost) && lost > 0) {
    snprintf(number, sizeof number, "%zu", lost);
    good = tell(error, document, check, KP_TEXT_CHECK_JOURNAL_LOST, number, NULL);
  }
  bool found = kp_journal_leftover_find(&ignored, document->context, &left);
  if (good && found && left.rows > 0) {
    snprintf(number, sizeof number, "%zu", left.rows);
    good = tell(error, document, check, KP_TEXT_CHECK_JOURNAL_OLD, number, left.files);
  }
  for (size_t i = 0; good && found && i < left.cut_count; i++)
    good = tell(error, document, check, KP_TEXT_CHECK_JOURNAL_CUT, left.cut[i], NULL);
  kp_journal_leftover_clear(&left);
  return good;
}
