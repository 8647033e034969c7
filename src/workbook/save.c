/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving with a look at what arrived. */
#include "document.h"
#include "kernpunt/workbook.h"
#include "record.h"
#include "strings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <osl/file.h>
#include <osl/thread.h>

/* Attempts in a shared document: 0.1, 0.2, 0.4, 0.8, 1.6 s between them, three seconds in all. */
enum { ATTEMPTS = 6, FIRST_WAIT_MS = 100 };

/* The office's "aborted": locked by another save, deleted, or changed by others. */
static bool is_abort(const kp_uno_error *error) {
  return strstr(error->message, "0x11b") != NULL;
}

/* The beginning of a small file, malloc'ed; NULL when it cannot be read. */
static char *read_start(const char *url) {
  enum { SIZE = 400 };
  rtl_uString *name = kp_uno_string_new(url);
  oslFileHandle file = NULL;
  sal_uInt64 got = 0;
  char *text = NULL;
  if (name != NULL && osl_openFile(name, &file, osl_File_OpenFlag_Read) == osl_File_E_None) {
    text = calloc(1, SIZE + 1);
    if (text != NULL && osl_readFile(file, text, SIZE, &got) != osl_File_E_None)
      text[0] = '\0';
    osl_closeFile(file);
  }
  if (name != NULL)
    rtl_uString_release(name);
  return text;
}

/* Who holds the lock: the first field of .~lock.<file>#, malloc'ed; "" when nobody is named. */
static char *lock_holder(const char *url) {
  const char *slash = strrchr(url, '/');
  kp_uno_error ignored = KP_UNO_IGNORED;
  char *folder = kp_strings_join(&ignored, url, NULL, NULL);
  char *start = NULL;
  char *lock = NULL;
  char *text = NULL;
  if (folder != NULL && slash != NULL) {
    folder[slash - url + 1] = '\0';
    start = kp_strings_join(&ignored, folder, ".~lock.", slash + 1);
    lock = kp_strings_join(&ignored, start, "%23", NULL); /* "#" ends a URL */
    text = lock != NULL ? read_start(lock) : NULL;
    if (text != NULL)
      text[strcspn(text, ",;\r\n")] = '\0';
  }
  free(lock);
  free(start);
  free(folder);
  return text != NULL ? text : kp_record_copy(&ignored, NULL);
}

static bool store(kp_uno_error *error, const kp_document *document, bool shared) {
  static kp_uno_method method = KP_UNO_METHOD("com.sun.star.frame.XStorable::store");
  sal_uInt32 wait = FIRST_WAIT_MS;
  for (int attempt = 1;; attempt++) {
    *error = (kp_uno_error)KP_UNO_NO_ERROR;
    if (kp_uno_call(error, document->model, &method, NULL))
      return true;
    /* Not shared: the second save would overwrite a colleague without asking. */
    if (!shared || !is_abort(error) || attempt == ATTEMPTS)
      return false;
    TimeValue pause = {wait / 1000, wait % 1000 * 1000000};
    osl_waitThread(&pause);
    wait *= 2;
  }
}

static bool set_detail(kp_uno_error *error, kp_outcome *outcome, kp_text text, const char *detail) {
  outcome->text = text;
  outcome->detail = kp_record_copy(error, detail);
  return outcome->detail != NULL;
}

/* How it went with the rows that were waiting. Whoever listens to the save may have looked first,
 * so what this look finds in the file is not all. */
static kp_text text_of(const kp_journal_report *report, size_t pending, size_t *rows) {
  size_t seen = pending > report->missing ? pending - report->missing : report->seen;
  *rows = report->missing > 0 ? report->missing : seen;
  if (!report->readable)
    return KP_TEXT_SAVED_UNVERIFIED;
  if (report->missing > 0)
    return report->missing == 1 ? KP_TEXT_SAVED_MISSING_ONE : KP_TEXT_SAVED_MISSING;
  return seen == 0 ? KP_TEXT_SAVED : seen == 1 ? KP_TEXT_SAVED_ONE : KP_TEXT_SAVED_MANY;
}

/* The file is saved by now, so that is what is told, whatever became of the journal. */
static kp_workbook_answer tell_verified(kp_uno_error *error, const kp_document *document,
                                        bool settled, size_t pending, kp_uno_error *problem,
                                        kp_outcome *outcome) {
  kp_journal_report report;
  char number[KP_TEXT_NUMBER_SIZE];
  size_t rows = 0;
  if (!settled || !kp_journal_verify(problem, document, true, &report)) {
    set_detail(error, outcome, KP_TEXT_SAVED_NO_JOURNAL, problem->message);
    return KP_WORKBOOK_WRITTEN;
  }
  kp_text text = text_of(&report, pending, &rows);
  return set_detail(error, outcome, text, kp_text_number(rows, document->language, number))
             ? KP_WORKBOOK_WRITTEN
             : KP_WORKBOOK_FAILED;
}

static kp_workbook_answer tell_refused(kp_uno_error *error, const kp_document *document,
                                       const char *url, bool shared, kp_outcome *outcome) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  if (!is_abort(error))
    return KP_WORKBOOK_FAILED;
  char *holder = shared ? lock_holder(url) : NULL;
  const char *name = holder != NULL && holder[0] != '\0'
                         ? holder
                         : kp_text_get(KP_TEXT_SOMEBODY, document->language);
  set_detail(&ignored, outcome, shared ? KP_TEXT_SAVE_LOCKED : KP_TEXT_SAVE_CHANGED, name);
  free(holder);
  return KP_WORKBOOK_REFUSED;
}

kp_workbook_answer kp_workbook_save(kp_uno_error *error, const kp_document *document,
                                    kp_outcome *outcome) {
  kp_document_state state;
  kp_uno_error problem = KP_UNO_NO_ERROR;
  bool settled = false;
  size_t pending = 0;
  char *url = NULL;
  kp_workbook_answer answer = KP_WORKBOOK_FAILED;
  memset(outcome, 0, sizeof *outcome);
  if (kp_document_read_state(error, document, &state) && kp_document_url(error, document, &url)) {
    outcome->text = kp_document_refusal(&state);
    if (outcome->text == KP_TEXT_NONE && url[0] == '\0')
      outcome->text = KP_TEXT_SAVE_NO_NAME;
    if (outcome->text != KP_TEXT_NONE)
      answer = KP_WORKBOOK_REFUSED;
    else
      settled =
          kp_journal_settle(&problem, document) && kp_journal_pending(&problem, document, &pending);
    if (outcome->text == KP_TEXT_NONE && store(error, document, state.shared))
      answer = tell_verified(error, document, settled, pending, &problem, outcome);
    else if (outcome->text == KP_TEXT_NONE)
      answer = tell_refused(error, document, url, state.shared, outcome);
  }
  free(url);
  return answer;
}
