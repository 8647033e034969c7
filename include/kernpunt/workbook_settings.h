/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What a team chose for its workbook: practices, numbers, language, people. */
#ifndef KERNPUNT_WORKBOOK_SETTINGS_H
#define KERNPUNT_WORKBOOK_SETTINGS_H

#include "kernpunt/workbook_tables.h"

/** All choices at one moment. kp_workbook_settings_clear it. */
typedef struct kp_workbook_settings {
  bool set_up;          /**< false: what follows is what a set-up would begin with */
  kp_language language; /**< of the words in the sheets; chosen once, at set-up */
  double *values;       /**< of each of method->settings, whole numbers within least and most */
  bool *practices;      /**< of each of method->practices: on; those with `always` are */
} kp_workbook_settings;

/** Reads all with one look at the hidden sheet. False after an error; then there is nothing to
 * clear. */
bool kp_workbook_settings_read(kp_uno_error *error, const kp_document *document,
                               kp_workbook_settings *settings);
void kp_workbook_settings_clear(kp_workbook_settings *settings);

/** Whether the team uses one practice. For more than one: kp_workbook_settings_read. */
bool kp_workbook_practice_on(kp_uno_error *error, const kp_document *document,
                             const kp_method_practice *practice, bool *on);

/**
 * Writes what differs from the workbook as one step of undo, with one line in the log; nothing when
 * nothing differs. `wanted->language` and `set_up` are not looked at.
 *
 * Native formulas in which a changed number stands are renewed in every row, but for cells in which
 * somebody typed something else. A practice that goes on gets the sheets and columns it lacks, as
 * set-up makes them; the sheets of one that goes off stay, it is only not asked about any more.
 *
 * KP_WORKBOOK_REFUSED when the document is read-only, shared without recorded changes or not set
 * up, when a sheet that must change is protected, when a number is no whole one within its bounds
 * (`outcome->detail` is the name with the bounds), and in a shared workbook when a sheet is needed
 * or very many formulas must change. KP_WORKBOOK_NO_TABLE: the log is gone.
 */
kp_workbook_answer kp_workbook_settings_write(kp_uno_error *error, const kp_document *document,
                                              const kp_workbook_settings *wanted,
                                              kp_outcome *outcome);

/**
 * Names from the team's list of people, as they stand there from top to bottom, without those who
 * are no longer active. `names` and each name are malloc'ed: kp_workbook_people_free. None when the
 * workbook has no such list.
 *
 * To add somebody: kp_workbook_append to the table of method->people. A name that is there already,
 * whatever its case and punctuation, is refused.
 */
bool kp_workbook_people(kp_uno_error *error, const kp_document *document, char ***names,
                        size_t *count);
void kp_workbook_people_free(char **names, size_t count);

#endif
