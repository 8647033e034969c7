/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of a document, for those who only look. */
#include "kernpunt/workbook.h"

#include "document.h"

#include <stdlib.h>
#include <string.h>

bool kp_workbook_state_read(kp_uno_error *error, const kp_document *document,
                            kp_workbook_state *state) {
  kp_document_state now;
  memset(state, 0, sizeof *state);
  if (!kp_document_read_state(error, document, &now))
    return false;
  state->spreadsheet = now.spreadsheet;
  state->readonly = now.readonly;
  state->shared = now.shared;
  state->tracked = now.tracked;
  return kp_document_url(error, document, &state->url) &&
         kp_document_uid(error, document, &state->uid);
}

void kp_workbook_state_clear(kp_workbook_state *state) {
  free(state->url);
  free(state->uid);
  memset(state, 0, sizeof *state);
}
