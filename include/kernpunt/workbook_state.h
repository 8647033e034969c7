/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What state a document is in, before anybody types. */
#ifndef KERNPUNT_WORKBOOK_STATE_H
#define KERNPUNT_WORKBOOK_STATE_H

#include "kernpunt/workbook_tables.h"

typedef struct kp_workbook_state {
  bool spreadsheet;
  bool readonly; /**< writes would seem to succeed and be thrown away */
  bool shared;
  bool tracked; /**< shared and not tracked: a save writes nothing */
  char *url;    /**< of its file, "" while it has none */
  char *uid;    /**< what identifies it while it is open */
} kp_workbook_state;

/** Reads the state; kp_workbook_state_clear it, whatever the answer. */
bool kp_workbook_state_read(kp_uno_error *error, const kp_document *document,
                            kp_workbook_state *state);
void kp_workbook_state_clear(kp_workbook_state *state);

#endif
