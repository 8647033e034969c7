/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document object, its settings and its view. */
#include "document.h"

#include <stdlib.h>
#include <string.h>

typedef struct holder {
  fake_document *document;
} holder;

static fake_document *document_of(const kp_uno_incoming *in) {
  return ((const holder *)in->state)->document;
}

static void finalize(void *state) {
  fake_document_release(((holder *)state)->document);
}

static uno_Interface *new_holder(fake_class *class, fake_document *document) {
  void *state = NULL;
  uno_Interface *made = fake_object_new(class, &state);
  ((holder *)state)->document = document;
  document->references++;
  return made;
}

/* --------------------------------------------------------------------------------------- parts */

static bool get_sheets(kp_uno_incoming *in) {
  return fake_return(in, fake_sheets_new(document_of(in)));
}

static bool get_undo_manager(kp_uno_incoming *in) {
  return fake_return(in, fake_undo_manager(document_of(in)));
}

static bool get_formats(kp_uno_incoming *in) {
  return fake_return(in, fake_formats_new(document_of(in)));
}

static bool get_families(kp_uno_incoming *in) {
  return fake_return(in, fake_families_new(document_of(in)));
}

static bool create_instance(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  char *name = fake_text_argument(in, 0);
  bool good = true;
  if (strcmp(name, "com.sun.star.document.Settings") == 0)
    fake_return(in, fake_settings_new(document));
  else if (strcmp(name, "com.sun.star.style.CellStyle") == 0)
    fake_return(in, fake_style_new(document, false));
  else if (strcmp(name, "com.sun.star.style.PageStyle") == 0)
    fake_return(in, fake_style_new(document, true));
  else if (strncmp(name, "com.sun.star.text.TextField.", 28) == 0)
    fake_return(in, fake_field_new(name));
  else
    good =
        kp_uno_error_set(in->error, "com.sun.star.lang.ServiceNotRegisteredException", "%s", name);
  free(name);
  return good;
}

/* ------------------------------------------------------------------------------------- XStorable
 */

static bool is_readonly(kp_uno_incoming *in) {
  return fake_return_bool(in, document_of(in)->readonly);
}

static bool has_location(kp_uno_incoming *in) {
  return fake_return_bool(in, document_of(in)->url[0] != '\0');
}

static bool get_location(kp_uno_incoming *in) {
  return kp_uno_return_string(in, document_of(in)->url);
}

void fake_tell(fake_document *document, const char *name) {
  static kp_uno_method occured =
      KP_UNO_METHOD("com.sun.star.document.XDocumentEventListener::documentEventOccured");
  kp_uno_document_event event = {.base = {document->model}, .event_name = kp_uno_string_new(name)};
  kp_uno_any_init(&event.supplement);
  for (size_t i = 0; i < document->event_count; i++) {
    kp_uno_error ignored = KP_UNO_NO_ERROR;
    kp_uno_call(&ignored, document->event_listeners[i], &occured, NULL, &event);
  }
  rtl_uString_release(event.event_name);
}

static bool store(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  bool good = true;
  fake_tell(document, "OnSave");
  if (document->failing_stores > 0) {
    document->failing_stores--;
    good = kp_uno_error_set(in->error, "com.sun.star.task.ErrorCodeIOException",
                            "SfxBaseModel::impl_store failed: 0x11b(Error Area:Io Class:Abort "
                            "Code:27)");
  } else if (document->url[0] == '\0' || document->readonly) {
    good = kp_uno_error_set(in->error, "com.sun.star.io.IOException", "it cannot be stored");
  } else {
    good = fake_save(document, in->error);
  }
  fake_tell(document, good ? "OnSaveDone" : "OnSaveFailed");
  return good;
}

/* ------------------------------------------------------------------------------ views and locks */

static bool lock_views(kp_uno_incoming *in) {
  document_of(in)->locked_views++;
  return true;
}

static bool unlock_views(kp_uno_incoming *in) {
  document_of(in)->locked_views--;
  return true;
}

static bool are_views_locked(kp_uno_incoming *in) {
  return fake_return_bool(in, document_of(in)->locked_views > 0);
}

static bool get_controller(kp_uno_incoming *in) {
  return fake_return(in, fake_view_new(document_of(in)));
}

static bool is_protected(kp_uno_incoming *in) {
  return fake_return_bool(in, document_of(in)->structure);
}

static bool is_modified(kp_uno_incoming *in) {
  return fake_return_bool(in, document_of(in)->modified);
}

static bool set_modified(kp_uno_incoming *in) {
  document_of(in)->modified = KP_UNO_ARG(sal_Bool, in, 0) != 0;
  return true;
}

static void put_in(uno_Interface ***list, size_t *count, uno_Interface *listener) {
  *list = fake_grow(*list, (*count + 1) * sizeof **list);
  (*list)[(*count)++] = kp_uno_acquire(listener);
}

static void take_out(uno_Interface **list, size_t *count, uno_Interface *listener) {
  for (size_t i = 0; i < *count; i++) {
    if (kp_uno_same(list[i], listener)) {
      kp_uno_release(list[i]);
      list[i] = list[--*count];
      return;
    }
  }
}

static bool add_listener(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  put_in(&document->modify_listeners, &document->modify_count, KP_UNO_ARG(uno_Interface *, in, 0));
  return true;
}

static bool remove_listener(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  take_out(document->modify_listeners, &document->modify_count, KP_UNO_ARG(uno_Interface *, in, 0));
  return true;
}

static bool add_event_listener(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  put_in(&document->event_listeners, &document->event_count, KP_UNO_ARG(uno_Interface *, in, 0));
  return true;
}

/* All of them hear of the end once, and are let go. */
static void dispose_list(fake_document *document, uno_Interface ***list, size_t *count) {
  static kp_uno_method disposing = KP_UNO_METHOD("com.sun.star.lang.XEventListener::disposing");
  while (*count > 0) {
    kp_uno_error ignored = KP_UNO_NO_ERROR;
    const kp_uno_event_object event = {document->model};
    uno_Interface *listener = (*list)[--*count];
    kp_uno_call(&ignored, listener, &disposing, NULL, &event);
    kp_uno_release(listener);
  }
}

void fake_document_dispose(fake_document *document) {
  dispose_list(document, &document->event_listeners, &document->event_count);
  dispose_list(document, &document->modify_listeners, &document->modify_count);
}

static bool remove_event_listener(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  take_out(document->event_listeners, &document->event_count, KP_UNO_ARG(uno_Interface *, in, 0));
  return true;
}

/* ------------------------------------------------------------------------------------ properties
 */

static bool get_names(kp_uno_incoming *in, uno_Any *value) {
  uno_Interface *names = fake_names_new(document_of(in));
  bool good = kp_uno_any_set_interface(value, "com.sun.star.sheet.XNamedRanges", names, in->error);
  kp_uno_release(names);
  return good;
}

static bool get_databases(kp_uno_incoming *in, uno_Any *value) {
  uno_Interface *ranges = fake_databases_new(document_of(in));
  bool good =
      kp_uno_any_set_interface(value, "com.sun.star.sheet.XDatabaseRanges", ranges, in->error);
  kp_uno_release(ranges);
  return good;
}

static bool get_tracked(kp_uno_incoming *in, uno_Any *value) {
  kp_uno_any_set_bool(value, document_of(in)->tracked);
  return true;
}

static bool set_tracked(kp_uno_incoming *in, const uno_Any *value) {
  return kp_uno_any_get_bool(value, &document_of(in)->tracked);
}

static bool get_uid(kp_uno_incoming *in, uno_Any *value) {
  return kp_uno_any_set_string(value, document_of(in)->uid, in->error);
}

static bool get_locale(kp_uno_incoming *in, uno_Any *value) {
  const char *locale = document_of(in)->locale;
  char language[4] = "";
  kp_uno_locale made = {NULL, NULL, kp_uno_string_new("")};
  strncat(language, locale, strcspn(locale, "-") < 3 ? strcspn(locale, "-") : 3);
  made.language = kp_uno_string_new(language);
  made.country = kp_uno_string_new(strchr(locale, '-') != NULL ? strchr(locale, '-') + 1 : "");
  bool good = kp_uno_any_set(value, "com.sun.star.lang.Locale", &made, in->error);
  kp_uno_value_clear(&made, "com.sun.star.lang.Locale");
  return good;
}

static const fake_property properties[] = {
    {"NamedRanges", get_names, NULL},
    {"DatabaseRanges", get_databases, NULL},
    {"RecordChanges", get_tracked, set_tracked},
    {"RuntimeUID", get_uid, NULL},
    {"CharLocale", get_locale, NULL},
};

static const char *const interfaces[] = {"com.sun.star.sheet.XSpreadsheetDocument",
                                         "com.sun.star.frame.XModel",
                                         "com.sun.star.frame.XStorable",
                                         "com.sun.star.util.XProtectable",
                                         "com.sun.star.util.XModifiable",
                                         "com.sun.star.document.XUndoManagerSupplier",
                                         "com.sun.star.document.XDocumentEventBroadcaster",
                                         "com.sun.star.util.XNumberFormatsSupplier",
                                         "com.sun.star.style.XStyleFamiliesSupplier",
                                         "com.sun.star.lang.XMultiServiceFactory",
                                         "com.sun.star.beans.XPropertySet",
                                         NULL};
static const kp_uno_row rows[] = {
    {"com.sun.star.sheet.XSpreadsheetDocument::getSheets", get_sheets, NULL},
    {"com.sun.star.document.XUndoManagerSupplier::getUndoManager", get_undo_manager, NULL},
    {"com.sun.star.util.XNumberFormatsSupplier::getNumberFormats", get_formats, NULL},
    {"com.sun.star.style.XStyleFamiliesSupplier::getStyleFamilies", get_families, NULL},
    {"com.sun.star.lang.XMultiServiceFactory::createInstance", create_instance, NULL},
    {"com.sun.star.frame.XStorable::isReadonly", is_readonly, NULL},
    {"com.sun.star.frame.XStorable::hasLocation", has_location, NULL},
    {"com.sun.star.frame.XStorable::getLocation", get_location, NULL},
    {"com.sun.star.frame.XStorable::store", store, NULL},
    {"com.sun.star.frame.XModel::getURL", get_location, NULL},
    {"com.sun.star.frame.XModel::lockControllers", lock_views, NULL},
    {"com.sun.star.frame.XModel::unlockControllers", unlock_views, NULL},
    {"com.sun.star.frame.XModel::hasControllersLocked", are_views_locked, NULL},
    {"com.sun.star.frame.XModel::getCurrentController", get_controller, NULL},
    {"com.sun.star.util.XProtectable::isProtected", is_protected, NULL},
    {"com.sun.star.util.XModifiable::isModified", is_modified, NULL},
    {"com.sun.star.util.XModifiable::setModified", set_modified, NULL},
    {"com.sun.star.util.XModifyBroadcaster::addModifyListener", add_listener, NULL},
    {"com.sun.star.util.XModifyBroadcaster::removeModifyListener", remove_listener, NULL},
    {"com.sun.star.document.XDocumentEventBroadcaster::addDocumentEventListener",
     add_event_listener, NULL},
    {"com.sun.star.document.XDocumentEventBroadcaster::removeDocumentEventListener",
     remove_event_listener, NULL},
    {"com.sun.star.lang.XComponent::addEventListener", kp_uno_ignore, NULL},
    {"com.sun.star.lang.XComponent::removeEventListener", kp_uno_ignore, NULL},
};

static void finalize_model(void *state) {
  ((holder *)state)->document->model = NULL;
  finalize(state);
}

static fake_class class = {.table = {.implementation = "SpreadsheetDocument",
                                     .interfaces = interfaces,
                                     FAKE_ROWS(rows),
                                     .state_size = sizeof(holder),
                                     .finalize = finalize_model},
                           FAKE_PROPERTIES(properties)};

uno_Interface *fake_model_new(fake_document *document) {
  if (document->model != NULL)
    return kp_uno_acquire(document->model);
  document->model = new_holder(&class, document);
  return document->model;
}

/* -------------------------------------------------------------------------------------- settings
 */

static bool get_shared(kp_uno_incoming *in, uno_Any *value) {
  kp_uno_any_set_bool(value, document_of(in)->shared);
  return true;
}

static bool set_shared(kp_uno_incoming *in, const uno_Any *value) {
  return kp_uno_any_get_bool(value, &document_of(in)->shared);
}

static const fake_property settings_properties[] = {{"IsDocumentShared", get_shared, set_shared}};
static const char *const settings_interfaces[] = {"com.sun.star.beans.XPropertySet", NULL};
static fake_class settings_class = {.table = {.implementation = "Settings",
                                              .interfaces = settings_interfaces,
                                              .state_size = sizeof(holder),
                                              .finalize = finalize},
                                    FAKE_PROPERTIES(settings_properties)};

uno_Interface *fake_settings_new(fake_document *document) {
  return new_holder(&settings_class, document);
}

/* ------------------------------------------------------------------------------------------ view
 */

static bool get_active(kp_uno_incoming *in) {
  return fake_return(in, fake_sheet_new(document_of(in), document_of(in)->active));
}

static bool set_active(kp_uno_incoming *in) {
  fake_document *document = NULL;
  fake_area area;
  if (fake_area_of(KP_UNO_ARG(uno_Interface *, in, 0), &document, &area))
    document->active = area.sheet;
  return true;
}

static bool freeze(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  document->frozen = (fake_area){document->active, 0, 0, KP_UNO_ARG(sal_Int32, in, 0) - 1,
                                 KP_UNO_ARG(sal_Int32, in, 1) - 1};
  return true;
}

static bool select_range(kp_uno_incoming *in) {
  fake_document *document = NULL;
  fake_area area;
  uno_Interface *object = NULL;
  kp_uno_any_get_interface(in->args[0], &object);
  bool good = fake_area_of(object, &document, &area);
  if (good)
    document->selected = area;
  kp_uno_release(object);
  return fake_return_bool(in, good);
}

static bool get_selection(kp_uno_incoming *in) {
  fake_document *document = document_of(in);
  return fake_return_any(in, fake_range_new(document, &document->selected));
}

static bool get_model(kp_uno_incoming *in) {
  return fake_return(in, fake_model_new(document_of(in)));
}

static fake_class frame_class;

static bool get_frame(kp_uno_incoming *in) {
  return fake_return(in, new_holder(&frame_class, document_of(in)));
}

static const kp_uno_row view_rows[] = {
    {"com.sun.star.sheet.XSpreadsheetView::getActiveSheet", get_active, NULL},
    {"com.sun.star.sheet.XSpreadsheetView::setActiveSheet", set_active, NULL},
    {"com.sun.star.sheet.XViewFreezable::freezeAtPosition", freeze, NULL},
    {"com.sun.star.view.XSelectionSupplier::select", select_range, NULL},
    {"com.sun.star.view.XSelectionSupplier::getSelection", get_selection, NULL},
    {"com.sun.star.frame.XController::getModel", get_model, NULL},
    {"com.sun.star.frame.XController::getFrame", get_frame, NULL},
};
static const char *const view_interfaces[] = {
    "com.sun.star.frame.XController", "com.sun.star.sheet.XSpreadsheetView",
    "com.sun.star.sheet.XViewFreezable", "com.sun.star.view.XSelectionSupplier", NULL};
static fake_class view_class = {.table = {.implementation = "View",
                                          .interfaces = view_interfaces,
                                          FAKE_ROWS(view_rows),
                                          .state_size = sizeof(holder),
                                          .finalize = finalize}};

static bool frame_controller(kp_uno_incoming *in) {
  return fake_return(in, fake_view_new(document_of(in)));
}

static const kp_uno_row frame_rows[] = {
    {"com.sun.star.frame.XFrame::getController", frame_controller, NULL},
};
static const char *const frame_interfaces[] = {"com.sun.star.frame.XFrame",
                                               "com.sun.star.frame.XDispatchProvider", NULL};
static fake_class frame_class = {.table = {.implementation = "Frame",
                                           .interfaces = frame_interfaces,
                                           FAKE_ROWS(frame_rows),
                                           .state_size = sizeof(holder),
                                           .finalize = finalize}};

uno_Interface *fake_view_new(fake_document *document) {
  return new_holder(&view_class, document);
}

fake_document *fake_frame_document(uno_Interface *frame) {
  holder *of = fake_object_state(frame, &frame_class);
  return of != NULL ? of->document : NULL;
}

/* -------------------------------------------------------------------------------- life and death
 */

fake_document *fake_document_new(const char *uid, const char *locale) {
  fake_document *document = fake_alloc(sizeof *document);
  fake_content *content = &document->content;
  document->references = 1;
  document->uid = fake_copy(uid);
  document->url = fake_copy("");
  document->locale = fake_copy(locale);
  document->undo.most = 100;
  *FAKE_APPEND(content->sheets, content->sheet_count) = (fake_sheet){
      .id = ++document->next_id, .name = fake_copy("Sheet1"), .visible = true, .tab_color = -1};
  document->active = document->next_id;
  fake_formats_start(document);
  return document;
}

void fake_document_release(fake_document *document) {
  if (--document->references > 0)
    return;
  fake_history_clear(document);
  fake_content_clear(&document->content);
  fake_content_clear(&document->saved);
  fake_content_clear(&document->kept);
  fake_formats_clear(document);
  fake_validations_clear(document);
  for (size_t i = 0; i < document->modify_count; i++)
    kp_uno_release(document->modify_listeners[i]);
  for (size_t i = 0; i < document->undo.listener_count; i++)
    kp_uno_release(document->undo.listeners[i]);
  free(document->undo.listeners);
  for (size_t i = 0; i < document->event_count; i++)
    kp_uno_release(document->event_listeners[i]);
  free(document->event_listeners);
  free(document->modify_listeners);
  free(document->live);
  free(document->url);
  free(document->uid);
  free(document->locale);
  free(document);
}
