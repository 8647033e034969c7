/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Share this workbook": the recipe that was measured to work. Flag without
 * recorded changes is the trap in which saves write nothing. */
#include "kernpunt/workbook.h"

#include "cells.h"
#include "document.h"
#include "share.h"

#include <stdlib.h>
#include <string.h>

static bool set_shared(kp_uno_error *error, uno_Interface *model, bool shared, bool recorded) {
  static kp_uno_method create =
      KP_UNO_METHOD("com.sun.star.lang.XMultiServiceFactory::createInstance");
  uno_Interface *settings = NULL;
  bool good = kp_uno_property_set_bool(error, model, "RecordChanges", recorded) &&
              kp_uno_call(error, model, &create, &settings, "com.sun.star.document.Settings") &&
              kp_uno_property_set_bool(error, settings, "IsDocumentShared", shared);
  kp_uno_release(settings);
  return good;
}

/* Switches AutoFilter of all ranges off, or that of our tables on. `any` tells whether it was
 * otherwise. */
static bool set_filters(kp_uno_error *error, uno_Interface *model, bool on, bool *any) {
  static const char ours[] = KP_GRID_NAME_PREFIX "rows_";
  static kp_uno_method get_count = KP_UNO_METHOD("com.sun.star.container.XIndexAccess::getCount");
  uno_Interface *ranges = NULL;
  sal_Int32 count = 0;
  *any = false;
  bool good = kp_uno_property_get_interface(error, model, "DatabaseRanges", &ranges) &&
              kp_uno_call(error, ranges, &get_count, &count);
  for (sal_Int32 i = 0; good && i < count; i++) {
    uno_Interface *range = NULL;
    char *name = NULL;
    bool now = on;
    good = kp_cells_by_index(error, ranges, i, &range) && kp_cells_name(error, range, &name);
    if (good && (!on || strncmp(name, ours, sizeof ours - 1) == 0))
      good = kp_uno_property_get_bool(error, range, "AutoFilter", &now) &&
             (now == on || kp_uno_property_set_bool(error, range, "AutoFilter", on));
    *any = *any || now != on;
    free(name);
    kp_uno_release(range);
  }
  kp_uno_release(ranges);
  return good;
}

/* AutoFilter stays usable in a shared document, and its sort, which is not
 * recorded, makes later edits land in other rows. */
static bool drop_filters(kp_uno_error *error, uno_Interface *model) {
  uno_Interface *registry = NULL;
  bool any = false;
  bool good = kp_registry_sheet(error, model, &registry) && set_filters(error, model, false, &any);
  if (good && any && registry != NULL)
    good = kp_registry_set(error, model, KP_REGISTRY_WORKBOOK, KP_SHARE_FILTERS, "off");
  kp_uno_release(registry);
  return good;
}

bool kp_share_filters_back(kp_uno_error *error, uno_Interface *model, const kp_registry *registry,
                           bool *changed) {
  const char *now = kp_registry_get(registry, KP_REGISTRY_WORKBOOK, KP_SHARE_FILTERS);
  bool any = false;
  *changed = now != NULL && strcmp(now, "off") == 0;
  if (!*changed)
    return true;
  return set_filters(error, model, true, &any) &&
         kp_registry_set(error, model, KP_REGISTRY_WORKBOOK, KP_SHARE_FILTERS, "on");
}

/* The workbook was not shared after all. */
static void take_filters_back(kp_uno_error *ignored, uno_Interface *model) {
  kp_registry registry;
  bool changed = false;
  if (kp_registry_read(ignored, model, &registry))
    kp_share_filters_back(ignored, model, &registry, &changed);
  kp_registry_clear(&registry);
}

static bool is_ods(const char *url) {
  size_t length = strlen(url);
  return length > 4 && strcmp(url + length - 4, ".ods") == 0;
}

/* The flag is live only after loading: an open document goes on as it was. */
static bool reload(kp_uno_error *error, const kp_document *document) {
  static kp_uno_method get_frame = KP_UNO_METHOD("com.sun.star.frame.XController::getFrame");
  static kp_uno_method get_controller =
      KP_UNO_METHOD("com.sun.star.frame.XModel::getCurrentController");
  static kp_uno_method dispatch =
      KP_UNO_METHOD("com.sun.star.frame.XDispatchHelper::executeDispatch");
  static const char type[] = "[]com.sun.star.beans.PropertyValue";
  uno_Interface *controller = NULL;
  uno_Interface *frame = NULL;
  uno_Interface *helper = NULL;
  uno_Sequence *none = kp_uno_sequence_new(type, 0);
  uno_Any answer;
  kp_uno_any_init(&answer);
  bool good =
      (none != NULL || kp_uno_error_memory(error)) &&
      kp_uno_call(error, document->model, &get_controller, &controller) &&
      kp_uno_call(error, controller, &get_frame, &frame) &&
      kp_uno_create(error, document->context, "com.sun.star.frame.DispatchHelper", &helper) &&
      kp_uno_call(error, helper, &dispatch, &answer, frame, ".uno:Reload", "", 0, none);
  kp_uno_any_clear(&answer);
  kp_uno_sequence_free(none, type);
  kp_uno_release(helper);
  kp_uno_release(frame);
  kp_uno_release(controller);
  return good;
}

static kp_workbook_answer refuse(kp_outcome *outcome, kp_text text) {
  outcome->text = text;
  return KP_WORKBOOK_REFUSED;
}

static kp_workbook_answer share(kp_uno_error *error, const kp_document *document,
                                const kp_document_state *state, const char *url,
                                kp_outcome *outcome) {
  static kp_uno_method store = KP_UNO_METHOD("com.sun.star.frame.XStorable::store");
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_text refusal = kp_document_refusal(state);
  if (refusal != KP_TEXT_NONE)
    return refuse(outcome, refusal);
  if (state->shared)
    return refuse(outcome, KP_TEXT_SHARE_ALREADY);
  if (!is_ods(url))
    return refuse(outcome, url[0] == '\0' ? KP_TEXT_SHARE_SAVE_FIRST : KP_TEXT_SHARE_ODS_ONLY);
  kp_journal_report report;
  /* A journal that cannot be read is no reason not to share. */
  bool settled = kp_journal_settle(&ignored, document);
  if (!drop_filters(error, document->model) || !set_shared(error, document->model, true, true) ||
      !kp_uno_call(error, document->model, &store, NULL)) {
    set_shared(&ignored, document->model, false, state->tracked);
    take_filters_back(&ignored, document->model);
    return KP_WORKBOOK_FAILED;
  }
  /* Now, because the document that comes back has another identity. */
  if (settled)
    kp_journal_verify(&ignored, document, true, &report);
  return reload(error, document) ? KP_WORKBOOK_WRITTEN : KP_WORKBOOK_FAILED;
}

kp_workbook_answer kp_workbook_share(kp_uno_error *error, const kp_document *document,
                                     kp_outcome *outcome) {
  kp_document_state state;
  char *url = NULL;
  kp_workbook_answer answer = KP_WORKBOOK_FAILED;
  memset(outcome, 0, sizeof *outcome);
  if (kp_document_read_state(error, document, &state) && kp_document_url(error, document, &url))
    answer = share(error, document, &state, url, outcome);
  free(url);
  return answer;
}
