/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What was typed, made into what the cells get. Within src/workbook only. */
#ifndef KERNPUNT_WORKBOOK_FIELDS_H
#define KERNPUNT_WORKBOOK_FIELDS_H

#include "record.h"
#include "step.h"

/** One entry on its way into the workbook. */
typedef struct kp_fields {
  const kp_document *document;
  const kp_method_table *table;
  kp_language language; /**< of the workbook */
  kp_date today;
  const char *user;
  kp_record record;
  kp_outcome *outcome; /**< gets the refusal of a field that makes no sense */
} kp_fields;

/**
 * Takes one typed field: text cleaned, words in the workbook's language, dates
 * as days. Refuses a date that is none and a text that is too long. FAILED for
 * a key that the table does not have.
 */
kp_step kp_fields_take(kp_uno_error *error, kp_fields *fields, const char *key, const char *text);
/** Fills what the method says for a new row, where nothing was given. */
bool kp_fields_initial(kp_uno_error *error, kp_fields *fields);

/** The record as the rules see it, malloc'ed; texts are borrowed from the
 * record. */
kp_method_value *kp_fields_values(kp_uno_error *error, const kp_fields *fields, size_t *count);

#endif
