/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that insert tables and charts and make files. */
#include "command_export.h"

#include "kernpunt/export.h"
#include "kernpunt/session.h"

#include <stdlib.h>
#include <string.h>

/* The names are in registry/Addons.xcu, and in macros of users: keep. */
static const struct {
  const char *name;
  kp_export_what what;
} inserts[] = {
    {"insert_units", KP_EXPORT_UNITS},        {"insert_changes", KP_EXPORT_CHANGES},
    {"insert_cross", KP_EXPORT_CROSS},        {"insert_trend", KP_EXPORT_TREND},
    {"insert_drivers", KP_EXPORT_DRIVERS},    {"chart_shares", KP_EXPORT_CHART_SHARES},
    {"chart_scores", KP_EXPORT_CHART_SCORES}, {"chart_changes", KP_EXPORT_CHART_CHANGES},
    {"chart_trend", KP_EXPORT_CHART_TREND},   {"chart_drivers", KP_EXPORT_CHART_DRIVERS},
};

/* "insert_units", "insert_units_plain", "insert_units_values". */
static bool parse(const char *name, kp_export_choice *choice) {
  static const char *const forms[] = {
      [KP_EXPORT_LIVE] = "", [KP_EXPORT_FALLBACK] = "_plain", [KP_EXPORT_VALUES] = "_values"};
  for (size_t i = 0; i < sizeof inserts / sizeof *inserts; i++) {
    size_t length = strlen(inserts[i].name);
    for (int form = 0; strncmp(name, inserts[i].name, length) == 0 && form < 3; form++)
      if (strcmp(name + length, forms[form]) == 0) {
        *choice = (kp_export_choice){.what = inserts[i].what, .form = (kp_export_form)form};
        return true;
      }
  }
  return false;
}

/* ----------------------------------------------------------------------------- where a file goes
 */

/* The office's dialog for saving; the address that was chosen, malloc'ed, NULL when cancelled. */
static char *ask_file(uno_Interface *context, const char *name, const char *filter) {
  static kp_uno_method start = KP_UNO_METHOD("com.sun.star.lang.XInitialization::initialize");
  static kp_uno_method set_name =
      KP_UNO_METHOD("com.sun.star.ui.dialogs.XFilePicker::setDefaultName");
  static kp_uno_method add = KP_UNO_METHOD("com.sun.star.ui.dialogs.XFilterManager::appendFilter");
  static kp_uno_method run = KP_UNO_METHOD("com.sun.star.ui.dialogs.XExecutableDialog::execute");
  static kp_uno_method files = KP_UNO_METHOD("com.sun.star.ui.dialogs.XFilePicker::getFiles");
  enum { SAVE_WITH_EXTENSION = 10, OK = 1 };
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *picker = NULL;
  uno_Sequence *kind = kp_uno_sequence_new("[]any", 1);
  uno_Sequence *chosen = NULL;
  sal_Int16 answer = 0;
  char *url = NULL;
  bool good = kind != NULL &&
              kp_uno_create(&ignored, context, "com.sun.star.ui.dialogs.FilePicker", &picker);
  if (good) {
    kp_uno_any_set_short(KP_UNO_ELEMENTS(uno_Any, kind), SAVE_WITH_EXTENSION);
    good = kp_uno_call(&ignored, picker, &start, NULL, kind) &&
           kp_uno_call(&ignored, picker, &add, NULL, filter, filter) &&
           kp_uno_call(&ignored, picker, &set_name, NULL, name) &&
           kp_uno_call(&ignored, picker, &run, &answer) && answer == OK &&
           kp_uno_call(&ignored, picker, &files, &chosen) && chosen->nElements > 0;
  }
  if (good)
    url = kp_uno_string_utf8(KP_UNO_ELEMENTS(rtl_uString *, chosen)[0]);
  kp_uno_sequence_free(chosen, "[]string");
  kp_uno_sequence_free(kind, "[]any");
  kp_uno_release(picker);
  return url;
}

/* With the end that tells what it is. */
static char *with_end(char *url, const char *end) {
  size_t size = url != NULL ? strlen(url) : 0;
  size_t more = strlen(end);
  if (url == NULL || (size > more && strcmp(url + size - more, end) == 0))
    return url;
  char *longer = realloc(url, size + more + 1);
  if (longer == NULL) {
    free(url);
    return NULL;
  }
  memcpy(longer + size, end, more + 1);
  return longer;
}

/* -------------------------------------------------------------------------------- files and page
 */

static bool do_results(const kp_document *document, char **message) {
  const kp_export_choice choice = {.what = KP_EXPORT_UNITS};
  return kp_export_results(document, &choice, message);
}

static bool do_pdf(const kp_document *document, char **message) {
  char *url = with_end(ask_file(document->context, "results.pdf", "*.pdf"), ".pdf");
  bool good = url == NULL || kp_export_pdf(document, NULL, url, message);
  free(url);
  return good;
}

static bool calendar(const kp_document *document, const char *who, char **message) {
  char *url = with_end(ask_file(document->context, "kernpunt.ics", "*.ics"), ".ics");
  bool good = url == NULL || kp_export_calendar(document, who, url, message);
  free(url);
  return good;
}

static bool do_calendar(const kp_document *document, char **message) {
  return calendar(document, NULL, message);
}

static void ignore_change(void *data) {
  (void)data;
}

static bool do_calendar_mine(const kp_document *document, char **message) {
  int here = 0;
  const kp_desk_watcher watcher = {&here, ignore_change};
  kp_uno_error ignored = KP_UNO_IGNORED;
  kp_desk *desk =
      kp_desk_open(&ignored, document->context, document->model, document->language, &watcher);
  char *me = desk != NULL ? kp_desk_me(desk) : NULL;
  bool known = me != NULL && me[0] != '\0';
  bool good = known && calendar(document, me, message);
  if (!known)
    *message = kp_dialog_text(KP_TEXT_EXPORT_CALENDAR_WHO, document->language, NULL);
  free(me);
  if (desk != NULL)
    kp_desk_close(desk, &here);
  return good;
}

static const struct {
  const char *name;
  bool (*run)(const kp_document *document, char **message);
} others[] = {
    {"results", do_results},
    {"pdf", do_pdf},
    {"freeze", kp_export_freeze},
    {"calendar", do_calendar},
    {"calendar_mine", do_calendar_mine},
};

bool kp_command_export(uno_Interface *context, uno_Interface *frame, kp_language language,
                       const char *name, bool *good, char **message) {
  kp_export_choice choice;
  kp_dialog_document of;
  size_t other = 0;
  bool insert = parse(name, &choice);
  while (other < sizeof others / sizeof *others && strcmp(others[other].name, name) != 0)
    other++;
  if (!insert && other == sizeof others / sizeof *others)
    return false;
  *message = NULL;
  *good = kp_dialog_document_open(context, frame, language, &of, message);
  if (*good)
    *good = insert ? kp_export_insert(&of.document, &choice, message)
                   : others[other].run(&of.document, message);
  kp_dialog_document_close(&of);
  return true;
}
