/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Logging an action: what its form asks, in a panel or in a dialog. Always a new row.
 *
 * What it belongs to comes from the row under the cursor: of a table that its links lead to, or of
 * one that has such links itself. Else from the action that was logged before, else from nothing.
 * Links that the rules would refuse are not offered.
 */
#ifndef KERNPUNT_FORM_LOG_H
#define KERNPUNT_FORM_LOG_H

#include "kernpunt/form.h"

/** Drafts of a new action: the same in panel and dialog. */
#define KP_LOG_DRAFT "today/_log/"

/** A row of a sheet; `sheet` NULL: none. */
typedef struct kp_logging_place {
  char *sheet;
  int32_t row; /**< from 0 */
} kp_logging_place;

typedef struct kp_logging_offer {
  const kp_method_column *column;
  char *id;
} kp_logging_offer;

/** What is asked; kp_logging_close it, after the form that was made of it. */
typedef struct kp_logging {
  const kp_method_form *form;
  const kp_method_column **columns;
  size_t count;
  kp_entry_value *given;
  size_t given_count;
  kp_logging_offer *offers; /**< of the columns that are links */
  kp_entry_value *offered;
  const kp_method_column **first;
  size_t offer_count;
  bool here; /**< the offers come from the row under the cursor */
} kp_logging;

/** False without such a form, or without memory. `at` may be NULL. */
bool kp_logging_open(kp_logging *log, kp_desk *desk, const kp_logging_place *at);
void kp_logging_close(kp_logging *log);
/** What kp_form_new wants, borrowed from the log; the drafts stand under this prefix. */
kp_form_subject kp_logging_subject(const kp_logging *log, const char *draft);
/** Says under the field where an offer comes from. */
void kp_logging_say_place(const kp_logging *log, kp_form *form, kp_language language,
                          const kp_logging_place *at);

/** After it was saved: the next one belongs to the same. */
void kp_logging_remember(const kp_logging *log, kp_desk *desk, const kp_form *form);
/** "Omar Haddad will do this by Friday 4 December 2026.", malloc'ed; "" when that is not known. */
char *kp_logging_told(const kp_logging *log, kp_desk *desk, const kp_form *form,
                      kp_language language);

/** The form that logs an action; NULL when the method has none. */
const kp_method_form *kp_logging_form(const kp_method *method);

#endif
