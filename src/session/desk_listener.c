/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk hears of its document: changes, saves, the end. */
#include "internal.h"

#include "kernpunt/uno.h"
#include "kernpunt/workbook.h"

#include <stdlib.h>

typedef struct ear {
  kp_desk *desk; /* NULL when it is gone */
} ear;

static kp_desk *desk_of(const kp_uno_incoming *in) {
  return ((ear *)in->state)->desk;
}

/* Formulas with today's date that are calculated anew also count as modified for the office, but
 * only a change of the content marks the document; undo may take the mark away again. */
static void count_change(kp_desk *desk) {
  static kp_uno_method is_modified = KP_UNO_METHOD("com.sun.star.util.XModifiable::isModified");
  kp_uno_error ignored = KP_UNO_IGNORED;
  sal_Bool marked = 0;
  if (!kp_uno_call(&ignored, desk->model, &is_modified, &marked))
    marked = 1;
  if (!desk->saving && (marked || desk->marked))
    desk->edition++;
  desk->marked = marked;
}

static bool modified(kp_uno_incoming *in) {
  kp_desk *desk = desk_of(in);
  if (desk != NULL) {
    if (desk->model != NULL)
      count_change(desk);
    kp_desk_touch(desk);
  }
  return true;
}

/* Another file: the drafts go along. */
static void follow_file(kp_desk *desk) {
  kp_desk_look(desk);
  char *name = kp_drafts_name(desk->state.url != NULL ? desk->state.url : "",
                              desk->state.uid != NULL ? desk->state.uid : "");
  if (name != NULL)
    kp_drafts_rename(desk->drafts, name);
  free(name);
}

static void before_save(kp_desk *desk) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_document document = kp_desk_document(desk);
  if (desk->method != NULL && kp_desk_set_up(desk))
    kp_journal_settle(&ignored, &document);
}

void kp_desk_verify(kp_desk *desk, bool after_save) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_document document = kp_desk_document(desk);
  kp_journal_report report = {false, 0, 0};
  size_t lost = 0;
  if (desk->method == NULL || !kp_desk_set_up(desk))
    return;
  kp_journal_verify(&ignored, &document, after_save, &report);
  if (kp_journal_lost(&ignored, &document, &lost))
    desk->missing = lost;
}

static bool document_event(kp_uno_incoming *in) {
  const kp_uno_document_event *event = in->args[0];
  const rtl_uString *name = event->event_name;
  kp_desk *desk = desk_of(in);
  if (desk == NULL || desk->model == NULL)
    return true;
  if (kp_uno_string_is(name, "OnSave") || kp_uno_string_is(name, "OnSaveAs")) {
    before_save(desk);
    desk->saving = true;
  } else if (kp_uno_string_is(name, "OnSaveDone") || kp_uno_string_is(name, "OnSaveAsDone")) {
    desk->saving = false;
    desk->stale = true;
    follow_file(desk);
    kp_desk_verify(desk, true);
    kp_desk_tell(desk);
  } else if (kp_uno_string_is(name, "OnSaveFailed") || kp_uno_string_is(name, "OnSaveAsFailed")) {
    desk->saving = false;
  } else if (kp_uno_string_is(name, "OnModeChanged") || kp_uno_string_is(name, "OnTitleChanged")) {
    kp_desk_touch(desk);
  }
  return true;
}

static bool source_disposing(kp_uno_incoming *in) {
  kp_desk *desk = desk_of(in);
  if (desk != NULL) {
    uno_Interface *model = desk->model;
    desk->model = NULL;
    desk->stale = true;
    kp_desk_look(desk); /* lets go of all that was read */
    kp_desk_tell(desk);
    if (desk->watcher_count == 0)
      kp_desk_end(desk);
    kp_uno_release(model);
  }
  return true;
}

static const kp_uno_row rows[] = {
    {"com.sun.star.util.XModifyListener::modified", modified, NULL},
    {"com.sun.star.document.XDocumentEventListener::documentEventOccured", document_event, NULL},
    {"com.sun.star.lang.XEventListener::disposing", source_disposing, NULL},
};
static const char *const interfaces[] = {"com.sun.star.util.XModifyListener",
                                         "com.sun.star.document.XDocumentEventListener", NULL};

static kp_uno_class ear_class = {
    .implementation = "org.kernpunt.calc.DeskListener",
    .interfaces = interfaces,
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .state_size = sizeof(ear),
};

static bool listen(kp_uno_error *error, const kp_desk *desk, bool on) {
  static kp_uno_method modify[] = {
      KP_UNO_METHOD("com.sun.star.util.XModifyBroadcaster::removeModifyListener"),
      KP_UNO_METHOD("com.sun.star.util.XModifyBroadcaster::addModifyListener")};
  static kp_uno_method events[] = {
      KP_UNO_METHOD("com.sun.star.document.XDocumentEventBroadcaster::removeDocumentEventListener"),
      KP_UNO_METHOD("com.sun.star.document.XDocumentEventBroadcaster::addDocumentEventListener")};
  return kp_uno_call(error, desk->model, &modify[on], NULL, desk->listener) &&
         kp_uno_call(error, desk->model, &events[on], NULL, desk->listener);
}

bool kp_desk_listen(kp_uno_error *error, kp_desk *desk) {
  void *state = NULL;
  desk->listener = kp_uno_object_new(&ear_class, &state, error);
  if (desk->listener == NULL)
    return false;
  ((ear *)state)->desk = desk;
  return listen(error, desk, true);
}

void kp_desk_unlisten(kp_desk *desk) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (desk->listener == NULL)
    return;
  if (desk->model != NULL)
    listen(&ignored, desk, false);
  ear *state = kp_uno_object_state(desk->listener, &ear_class);
  if (state != NULL)
    state->desk = NULL;
  kp_uno_release(desk->listener);
  desk->listener = NULL;
}
