/* SPDX-License-Identifier: GPL-3.0-or-later */
/** A workbook that a team set up, in a fake office: what most tests of src/workbook begin with. */
#ifndef KERNPUNT_TESTS_FAKE_TEAM_H
#define KERNPUNT_TESTS_FAKE_TEAM_H

#include "calc.h"

#include "kernpunt/method.h"
#include "kernpunt/workbook.h"

typedef struct fake_team {
  fake_office office;
  fake_calc calc;
  kp_method *method;    /**< of the extension itself, or of a folder */
  kp_document document; /**< as the product wants it; language Dutch */
  kp_uno_error error;   /**< of the last call */
  kp_outcome outcome;   /**< of the last call */
  kp_method_findings findings;
} fake_team;

/** Opens an office with an empty document; `folder` of the method, or NULL: extension/method. Ends
 * the test when that fails. fake_team_close it: it also looks whether all objects are gone. */
void fake_team_open(fake_team *team, const char *folder);
void fake_team_close(fake_team *team);
/** For code that looks for the method beside the library, <folder>/../method: a link there. */
void fake_team_link_method(void);
/** Sets the workbook up in Dutch; `practices` as in kp_setup, NULL-terminated, or NULL. */
kp_workbook_answer fake_team_set_up(fake_team *team, const char *const *practices);

/** Appends or changes a row; fields as "key", "text", …, NULL. What `outcome` and `findings` held
 * before is cleared. */
kp_workbook_answer fake_team_append(fake_team *team, const char *table, ...)
    __attribute__((sentinel));
kp_workbook_answer fake_team_change(fake_team *team, const char *table, const char *id,
                                    const char *note, ...) __attribute__((sentinel));
/** Forgets outcome, findings and error. */
void fake_team_clear(fake_team *team);
/** After the workbook was closed and opened again: `document` follows. */
void fake_team_reopen(fake_team *team);

/** The sheet of a table ("Acties"), and the cell of a key in a row ("D3"); borrowed until the next
 * call. The row is from 1. */
const char *fake_team_sheet(const fake_team *team, const char *table);
const char *fake_team_cell(fake_team *team, const char *table, const char *key, int row);
/** Row of an ID, from 1; 0: none. */
int fake_team_row(fake_team *team, const char *table, const char *id);
/** Ends the test when the cell of a key in the row of an ID shows something else. */
void fake_team_expect(fake_team *team, const char *table, const char *id, const char *key,
                      const char *expected);

#endif
