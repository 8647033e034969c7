/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Guards before every write. */
#include "document.h"

static bool is_true(kp_uno_error *error, uno_Interface *object, kp_uno_method *method,
                    bool *answer) {
  sal_Bool value = 0;
  if (!kp_uno_call(error, object, method, &value))
    return false;
  *answer = value != 0;
  return true;
}

static bool read_shared(kp_uno_error *error, uno_Interface *model, bool *shared) {
  static kp_uno_method create =
      KP_UNO_METHOD("com.sun.star.lang.XMultiServiceFactory::createInstance");
  uno_Interface *settings = NULL;
  bool good = kp_uno_call(error, model, &create, &settings, "com.sun.star.document.Settings") &&
              kp_uno_property_get_bool(error, settings, "IsDocumentShared", shared);
  kp_uno_release(settings);
  return good;
}

bool kp_document_sheet_protected(kp_uno_error *error, uno_Interface *sheet, bool *protected) {
  static kp_uno_method is_protected = KP_UNO_METHOD("com.sun.star.util.XProtectable::isProtected");
  return is_true(error, sheet, &is_protected, protected);
}

bool kp_document_read_state(kp_uno_error *error, const kp_document *document,
                            kp_document_state *state) {
  static kp_uno_method is_readonly = KP_UNO_METHOD("com.sun.star.frame.XStorable::isReadonly");
  uno_Interface *model = document->model;
  uno_Interface *spreadsheet = kp_uno_query(model, "com.sun.star.sheet.XSpreadsheetDocument");
  *state = (kp_document_state){.spreadsheet = spreadsheet != NULL};
  kp_uno_release(spreadsheet);
  if (!state->spreadsheet)
    return true;
  return is_true(error, model, &is_readonly, &state->readonly) &&
         read_shared(error, model, &state->shared) &&
         kp_uno_property_get_bool(error, model, "RecordChanges", &state->tracked) &&
         kp_document_sheet_protected(error, model, &state->structure);
}

kp_text kp_document_refusal(const kp_document_state *state) {
  if (!state->spreadsheet)
    return KP_TEXT_NO_DOCUMENT;
  if (state->readonly)
    return KP_TEXT_READ_ONLY;
  return state->shared && !state->tracked ? KP_TEXT_SHARED_UNTRACKED : KP_TEXT_NONE;
}

kp_text kp_document_refusal_of_sheets(const kp_document_state *state) {
  kp_text refusal = kp_document_refusal(state);
  if (refusal == KP_TEXT_NONE && state->shared)
    refusal = KP_TEXT_SHARED_NO_SHEETS;
  if (refusal == KP_TEXT_NONE && state->structure)
    refusal = KP_TEXT_STRUCTURE_PROTECTED;
  return refusal;
}

bool kp_document_url(kp_uno_error *error, const kp_document *document, char **url) {
  /* Not the URL of the model: after a shared document was saved by menu that is a copy of the file
   * somewhere among the temporary files (measured). */
  static kp_uno_method get = KP_UNO_METHOD("com.sun.star.frame.XStorable::getLocation");
  return kp_uno_call(error, document->model, &get, url);
}
